//! Plans, records and options drawn from bytes: few codes, days and words, so that keys meet and rules touch their borders.
//!
//! The same bytes draw the same; what is drawn is valid, so that it reaches the rules. Properties and the fuzzer share it.

use serde_json::{Map, Value, json};

/// A question: a plan, records, a day and options.
#[derive(Clone)]
pub struct Drawn {
    /// The plan, as its file has it.
    pub plan: Value,
    /// The records, each with an id of its own but for some given twice.
    pub records: Vec<Value>,
    /// The day.
    pub today: &'static str,
    /// The options.
    pub options: Value,
}

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "on {} with {} of\n{}", self.today, self.options, self.plan)?;
        self.records.iter().try_for_each(|record| write!(f, "\n{record}"))
    }
}

/// Days that rules part at: ends of years and months, the limits, and what lies between.
const DAYS: &[&str] = &[
    "2025-06-30",
    "2025-12-31",
    "2024-12-31",
    "2026-06-30",
    "2026-12-31",
    "2023-12-31",
    "2026-03-31",
    "2025-09-30",
    "2025-07-01",
    "2025-12-14",
    "2026-09-15",
    "2024-02-29",
    "2027-12-31",
    "2015-06-30",
    "2030-12-31",
    "2028-03-01",
    "1900-01-01",
    "2200-12-31",
];

const TODAYS: &[&str] = &[
    "2026-07-15",
    "2025-12-31",
    "2026-01-01",
    "2026-12-31",
    "2027-03-01",
    "2031-01-01",
    "2025-06-01",
    "2024-02-29",
    "1900-01-01",
    "2200-12-31",
];

const NUMBERS: &[&str] = &[
    "50",
    "55",
    "40",
    "62.5",
    "0",
    "100",
    "1",
    "3",
    "5",
    "10",
    "17",
    "18",
    "25",
    "49.999999",
    "50.000001",
    "89.999999",
    "119",
    "600",
    "-3",
    "0.000001",
    "-0.000001",
    "6000000000",
    "1000000000000000000",
    "-1000000000000000000",
    "999999999999999999.999999",
    "0.5",
];

/// Rows of an indicator: a name, then cells that may stand in it.
const ROWS: &[(&str, &[&str])] = &[
    ("Tỷ lệ hồ sơ trực tuyến", &["≥ 50%", "60%", "100%", "> 30%", "= 55%", "40% – 50%", "", "0", "50%"]),
    ("Tỷ lệ hộ nghèo", &["≤ 20%", "≤ 10%", "< 3%", "≤ 5%", "", "Chưa xác định"]),
    ("Số tổ chức khoa học", &["0", "1", "3", "03 phường", "5", "10", "≥ 06", "> 5", "< 5"]),
    ("Số nhiệm vụ triển khai mỗi năm", &["≥ 25", "≥ 50", "≤ 5", "25", "", "0"]),
    ("Số vụ việc mỗi năm", &["≤ 25", "≤ 10", "< 5", "≤ 50"]),
    ("Xếp hạng chuyển đổi số", &["≤ 18", "≤ 10", "Thuộc nhóm 10", "20", ""]),
    ("Trung tâm an ninh mạng", &["Có", "Có", "Không", "Có (50%)", "", "Có"]),
    ("Ứng dụng trí tuệ nhân tạo", &["ứng dụng", "Tiên tiến, hiện đại", "ứng dụng", ""]),
    ("Vị trí quốc tế", &["≤ 3 Đông Nam Á; ≤ 50 Thế giới", "≤ 5 Đông Nam Á; ≤ 60 Thế giới"]),
    ("Tỷ lệ chi cho khoa học", &["≥ 3% và tăng dần", "50% và tăng dần", "≥ 5%"]),
    ("Tỷ lệ phủ sóng", &["≥ 50%", "6G (50%)", "6G (80%)", "5G (100%)"]),
    ("Doanh thu công nghiệp số", &["≥ 500 tỷ đồng", "5 nghìn tỷ đồng", "600 tỷ đồng", "6.000 triệu đồng"]),
    ("Tốc độ tăng năng suất", &["≥ 0%/năm", "≥ 10%/năm", "≤ 5%/năm"]),
    ("Kinh tế số trong GRDP", &["(*[1])", "≥ 50%", "(*[1])", "Chưa xác định"]),
];

const DEADLINES: &[&str] = &[
    "6/2026",
    "trước ngày 15/7/2025",
    "Quý IV/2025",
    "2025 - 2026",
    "12/2025",
    "Sau khi có văn bản của Trung ương",
    "30 ngày sau khi Trung ương ban hành",
    "Thực hiện theo kế hoạch của Bộ",
    "Thường xuyên",
    "Năm 2025 và những năm tiếp theo",
    "11/2025 và thường xuyên",
    "Hàng năm",
    "định kỳ hằng quý",
    "Năm 2025 và bổ sung hàng năm",
    "hằng tuần",
    "",
];

const LEADS: &[&str] = &[
    "Sở Khoa học và Công nghệ",
    "Sở Y tế; Sở Tài chính",
    "Sở Khoa học và Công nghệ (nhiệm vụ 1,2); Sở Y tế (nhiệm vụ 3)",
    "Các sở, ban, ngành",
    "",
    "Sở Thông tin và Truyền thông; Sở Khoa học và Công nghệ",
    "Ban lạ",
];

const BODIES: &[&str] =
    &["Sở Y tế", "so-khcn", "Sở Tài chính", "Các sở, ban, ngành", "Sở Thông tin và Truyền thông", "Ban lạ"];

const UNITS: &[&str] = &["percent", "%", "phường", "tỷ đồng", "rank"];

/// Choices made by bytes, the first of every list where there are no more.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::from(self.byte()) % list.len()]
    }

    /// Once in so many times.
    fn once_in(&mut self, times: u8) -> bool {
        self.byte() % times == times - 1
    }

    fn maybe(&mut self, times: u8, fields: &mut Map<String, Value>, name: &str, list: &[&str]) {
        if self.once_in(times) {
            fields.insert(name.to_owned(), self.of(list).into());
        }
    }

    fn day(&mut self) -> &'static str {
        self.of(DAYS)
    }

    fn indicator(&mut self, code: usize, milestones: &[i32]) -> Value {
        let (name, cells) = self.of(ROWS);
        let targets: Vec<Value> =
            milestones.iter().map(|year| json!({ "year": year, "text": self.of(cells) })).collect();
        let mut fields = fields(
            json!({ "code": code.to_string(), "name": name, "targets": targets, "lead": self.of(LEADS) }),
        );
        self.maybe(6, &mut fields, "kind", &["level", "yearly", "cumulative", "per_stage", "growth"]);
        self.maybe(6, &mut fields, "direction", &["higher_is_better", "lower_is_better"]);
        if self.once_in(4) {
            let baseline = json!({ "date": self.day(), "value": self.of(NUMBERS) });
            fields.insert("baseline".to_owned(), baseline);
        }
        if self.once_in(6) {
            fields.insert("sensitive".to_owned(), true.into());
        }
        fields.into()
    }

    fn task(&mut self, number: usize) -> Value {
        let mut task = json!({
            "number": number, "title": format!("Nhiệm vụ {number}"), "lead": self.of(LEADS),
            "cooperating": self.of(LEADS), "deadline": self.of(DEADLINES),
        });
        if self.once_in(2) {
            task["items"] = (1..4).map(|n| json!({ "number": n, "title": format!("Mục {n}") })).collect();
        }
        if self.once_in(6) {
            task["sensitive"] = true.into();
        }
        task
    }

    fn plan(&mut self) -> Value {
        const MILESTONES: &[&[i32]] = &[
            &[2025, 2030],
            &[2025, 2026, 2027, 2030],
            &[2024, 2025, 2028, 2030, 2045],
            &[2026],
            &[1900, 2025, 2200],
            &[2025],
        ];
        let milestones = self.of(MILESTONES);
        let (rows, tasks) = (1 + self.byte() % 3, 1 + self.byte() % 3);
        let indicators: Vec<Value> =
            (1..=usize::from(rows)).map(|code| self.indicator(code, milestones)).collect();
        let tasks: Vec<Value> = (1..=usize::from(tasks)).map(|number| self.task(number)).collect();
        let mut plan = json!({
            "schemaVersion": 1, "id": "drawn", "title": "Kế hoạch", "issuer": "UBND tỉnh",
            "level": self.of(&["province", "commune", "central"]), "milestones": milestones,
            "footnotes": [{ "mark": "[1]", "text": "Theo chỉ tiêu 1", "takenFrom": "1" }],
            "indicators": indicators, "tasks": tasks,
        });
        if !self.once_in(4) {
            plan["effective"] = "2025-01-05".into();
        }
        if !self.once_in(3) {
            plan["regime"] = json!({ "effective": "2025-01-05", "rules": [{
                "code": "monthly", "cycle": "monthly", "due": { "day": 20, "monthOfPeriod": 1, "before": true },
                "reporters": "các sở", "recipient": "UBND tỉnh", "text": "trước ngày 20 hằng tháng",
            }] });
        }
        plan
    }

    fn options(&mut self) -> Value {
        let mut options = Map::new();
        self.maybe(4, &mut options, "knownBy", DAYS);
        self.maybe(5, &mut options, "method", &["cagr"]);
        self.maybe(5, &mut options, "effective", DAYS);
        for name in
            ["equalExactly", "risingDecides", "evidenceRequired", "followingYearsJudged", "decree09Cutoff"]
        {
            if self.once_in(5) {
                options.insert(name.to_owned(), true.into());
            }
        }
        if self.once_in(6) {
            options.insert("public".to_owned(), true.into());
        }
        if self.once_in(4) {
            options.insert("minDays".to_owned(), self.of(&[1_u32, 90, 365, 3660]).into());
            options.insert("slopeYears".to_owned(), self.of(&[1_u32, 3, 10, 100]).into());
            options.insert("staleMonths".to_owned(), self.of(&[0_u32, 6, 1200]).into());
        }
        if self.once_in(4) {
            options.insert("onTrack".to_owned(), self.of(&["1", "0.9", "100"]).into());
            options.insert("slightlyBehind".to_owned(), self.of(&["0", "0.7", "0.9"]).into());
            options.insert("cagrModerate".to_owned(), self.of(&["0", "0.7", "0.9"]).into());
        }
        if self.once_in(5) {
            let roster = json!([{ "group": "Các sở, ban, ngành", "agencies": ["Sở Y tế", "Sở Tài chính"] }]);
            options.insert("roster".to_owned(), roster);
        }
        if self.once_in(5) {
            options.insert("agencies".to_owned(), json!(["so-yt", "Ban lạ"]));
        }
        options.into()
    }

    fn observation(&mut self) -> Value {
        let mut of = fields(json!({
            "type": "observation", "indicator": self.of(&["1", "1", "1", "2", "2", "3", "9"]),
            "status": self.of(&["official", "official", "preliminary", "estimate"]),
        }));
        match self.byte() % 8 {
            0 => {
                of.insert("numerator".to_owned(), self.of(NUMBERS).into());
                of.insert("denominator".to_owned(), self.of(NUMBERS).into());
            }
            1 => {
                of.insert("present".to_owned(), (!self.once_in(3)).into());
            }
            2 => {
                of.insert("judgement".to_owned(), (!self.once_in(3)).into());
            }
            _ => {
                of.insert("value".to_owned(), self.of(NUMBERS).into());
            }
        }
        self.maybe(10, &mut of, "unit", UNITS);
        self.maybe(8, &mut of, "qualifier", &["Đông Nam Á", "Thế giới", "6G", "5G"]);
        self.maybe(12, &mut of, "area", &["Xã Tiên Điền"]);
        self.maybe(12, &mut of, "group", &["nữ"]);
        self.maybe(8, &mut of, "reportingUnit", BODIES);
        if self.once_in(8) {
            of.insert("rankedAmong".to_owned(), self.of(&[63, 34]).into());
        }
        if self.once_in(6) {
            of.insert("partOfYear".to_owned(), self.once_in(2).into());
        }
        of.into()
    }

    fn update(&mut self) -> Value {
        let mut of = fields(json!({
            "type": "task_update", "task": self.of(&[1, 2, 3, 9]),
            "state": self.of(&["completed", "in_progress", "not_started", "suspended", "cancelled"]),
        }));
        self.maybe(3, &mut of, "lead", BODIES);
        if self.once_in(4) {
            of.insert("item".to_owned(), self.of(&[1, 2, 3, 7]).into());
        }
        self.maybe(6, &mut of, "period", &["2025", "2026-Q1", "2026", "2025-06"]);
        self.maybe(6, &mut of, "reported", &["completed_on_time", "in_progress", "overdue"]);
        self.maybe(3, &mut of, "document", &["812/SYT"]);
        self.maybe(4, &mut of, "evidence", &["biên bản"]);
        self.maybe(6, &mut of, "difficulties", &["Chưa có kinh phí"]);
        of.into()
    }

    fn amendment(&mut self) -> Value {
        let number = self.of(&[1, 2, 3, 7]);
        let code = number.to_string();
        let of_a_task = self.once_in(2);
        let item = if of_a_task { json!(number) } else { json!(code) };
        let mut of = match self.byte() % 4 {
            0 if of_a_task => json!({ "change": "deadline", "text": self.of(DEADLINES) }),
            0 => {
                let cells = self.of(ROWS).1;
                json!({ "change": "target", "year": self.of(&[2025, 2026, 2030]), "text": self.of(cells) })
            }
            1 => json!({ "change": "lead", "text": self.of(LEADS) }),
            2 => json!({ "change": "remove" }),
            _ if of_a_task => json!({ "change": "add", "definition": self.task(number) }),
            _ => json!({ "change": "add", "definition": self.indicator(number, &[2026, 2030]) }),
        };
        of["type"] = "amendment".into();
        of[if of_a_task { "task" } else { "indicator" }] = item;
        of["document"] = "300/QĐ-UBND".into();
        of
    }

    fn record(&mut self, count: usize) -> Value {
        let task = self.of(&[1, 2, 3, 9]);
        let mut of = match self.byte() % 16 {
            0..7 => self.observation(),
            7..10 => self.update(),
            10 => json!({ "type": "submission", "rule": "monthly", "agency": self.of(BODIES),
                "period": self.of(&["2026-06", "2026-07", "2025-06"]), "returned": self.once_in(4) }),
            11 => json!({ "type": "trigger", "task": task, "issuer": self.of(&["Trung ương", "Bộ Y tế"]) }),
            12 => {
                let mut of =
                    json!({ "type": "extension", "task": task, "newDue": self.day(), "document": "99/UBND" });
                if self.once_in(2) {
                    of["lead"] = self.of(BODIES).into();
                }
                of
            }
            13 if self.once_in(2) => json!({ "type": "outside_date", "task": task, "due": self.day() }),
            13 => {
                let mut of = json!({ "type": "exemption", "reason": "sáp nhập", "agency": self.of(BODIES) });
                if self.once_in(2) {
                    of["task"] = task.into();
                } else {
                    of["period"] = self.of(&["2026-06", "2026-07"]).into();
                }
                of
            }
            14 => self.amendment(),
            // It may withdraw itself, another retraction, what is still to come, and nothing.
            _ => json!({ "type": "retraction", "withdraws": id(usize::from(self.byte()) % (count + 3)) }),
        };
        let (date, recorded) = (self.day(), self.day());
        of["id"] = id(count).into();
        of["date"] = date.into();
        of["recorded"] = recorded.max(if self.once_in(8) { recorded } else { date }).into();
        of["source"] = "vẽ".into();
        of
    }
}

fn fields(object: Value) -> Map<String, Value> {
    let Value::Object(fields) = object else { return Map::new() };
    fields
}

/// Ids whose order is not that in which they are given.
fn id(count: usize) -> String {
    format!("r{}", (count * 37 + 11) % 101)
}

/// What bytes draw: a plan and options of the first, a record of each few that follow, at most a hundred.
#[must_use]
pub fn drawn(bytes: &[u8]) -> Drawn {
    let mut bytes = Bytes(bytes);
    let (today, options, plan) = (bytes.of(TODAYS), bytes.options(), bytes.plan());
    let mut records: Vec<Value> = Vec::new();
    while !bytes.0.is_empty() && records.len() < 100 {
        let record = bytes.record(records.len());
        if bytes.once_in(16) {
            records.push(record.clone());
        }
        records.push(record);
    }
    Drawn { plan, records, today, options }
}

/// A file of records.
#[must_use]
pub fn file(records: &[Value]) -> String {
    json!({ "schemaVersion": 1, "synthetic": true, "records": records }).to_string()
}
