//! Whether the model is true: the JSON of real results, field by field, is what the model says serde writes.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Map, Value};
use tiendo::{
    Calendar, Direction, Fixed, GivenReport, Lang, Measured, MeasuredValue, MilestoneTarget, Plan, Record,
    Records, Registry, ReportingOptions, ReportingQuery, Submission, compare, compare_plans, duties_of_month,
    parse_deadline, parse_number, parse_regime, parse_target, read_sentence, slack, suggest_links,
};

use crate::list::{DATED, NARROWED, ROOTS};
use crate::model::{Absent, Access, Field, Kind, Model, Shape, Union};
use crate::read::{Core, parse};

struct Walk<'m> {
    model: &'m Model,
    /// Fields that were there, `Place.year`.
    seen: BTreeSet<String>,
    results: usize,
    wrong: Vec<String>,
}

impl Walk<'_> {
    fn result(&mut self, name: &str, of: &impl serde::Serialize) {
        let value = serde_json::to_value(of).expect("a result is written");
        self.results += 1;
        self.named(name, &value, name);
    }

    fn all<T: serde::Serialize>(&mut self, name: &str, of: &[T]) {
        for of in of {
            self.result(name, of);
        }
    }

    fn wrong(&mut self, at: &str, what: &str, value: &Value) {
        self.wrong.push(format!("{at}: {what}: {value}"));
    }

    fn named(&mut self, name: &str, value: &Value, at: &str) {
        let Some(mirrored) = self.model.get(name) else { return self.wrong(at, "no such type", value) };
        match (&mirrored.shape, value) {
            (Shape::Codes { codes, .. }, Value::String(text)) => {
                if !codes.iter().any(|code| code.text == *text) {
                    self.wrong(at, "no such code", value);
                }
            }
            (Shape::Record(record), Value::Object(object)) => {
                let tag = record.tag.clone().into_iter().map(|(tag, text)| (tag, Some(text)));
                self.fields(name, object, &tag.collect::<Vec<_>>(), &record.fields, at);
                self.narrowed(name, object, at);
            }
            // Without a tag it is what it holds: that of which nothing is missing.
            (Shape::Union(union), Value::Object(object)) if union.tag.is_none() => {
                let mut held =
                    union.variants.iter().filter_map(|variant| variant.fields.first()?.kind.held());
                let is_whole = |name: &&str| match self.model.get(name).map(|of| &of.shape) {
                    Some(Shape::Record(record)) => {
                        let mut needed = record.fields.iter().filter(|field| field.absent == Absent::Never);
                        needed.all(|field| object.contains_key(&field.json))
                    }
                    _ => false,
                };
                match held.find(is_whole) {
                    Some(name) => self.named(name, value, at),
                    None => self.wrong(at, "no such variant", value),
                }
            }
            (Shape::Union(union), Value::Object(object)) => {
                let tag = union.tag.clone().unwrap_or_default();
                let said = object.get(&tag).and_then(Value::as_str).map(str::to_owned);
                let variant = union.variants.iter().find(|variant| Some(&variant.json) == said.as_ref());
                match variant {
                    Some(variant) => self.fields(name, object, &[(tag, said)], &variant.fields, at),
                    None => self.wrong(at, "no such variant", value),
                }
            }
            _ => self.wrong(at, "another JSON type", value),
        }
    }

    /// Every field of the type, flattened ones among them, and no other, in order.
    fn fields(
        &mut self,
        name: &str,
        object: &Map<String, Value>,
        tag: &[(String, Option<String>)],
        fields: &[Field],
        at: &str,
    ) {
        let mut expected: Vec<(String, Field)> = Vec::new();
        for field in fields {
            let held = field.kind.held().filter(|_| field.flat).and_then(|held| self.model.get(held));
            match held.map(|held| (&held.name, &held.shape)) {
                Some((inner, Shape::Record(record))) => {
                    self.seen.insert(format!("{name}.{}", field.rust));
                    expected.extend(record.fields.iter().map(|field| (inner.clone(), field.clone())));
                }
                Some((inner, Shape::Union(union))) => self.beside(inner, union, object, &mut expected, at),
                _ => expected.push((name.to_owned(), field.clone())),
            }
        }
        for (key, text) in tag {
            if object.get(key).and_then(Value::as_str) != text.as_deref() {
                self.wrong(at, &format!("`{key}` is not {text:?}"), &Value::Null);
            }
        }
        for key in object.keys() {
            let known =
                expected.iter().any(|(_, field)| field.json == *key) || tag.iter().any(|(tag, _)| tag == key);
            if !known {
                self.wrong(at, &format!("`{key}` is not in the model"), &Value::Null);
            }
        }
        for (owner, field) in expected {
            let at = format!("{at}.{}", field.json);
            match object.get(&field.json) {
                Some(value) => {
                    self.seen.insert(format!("{owner}.{}", field.rust));
                    self.said(&field, value, &at);
                }
                None if field.absent == Absent::Never => self.wrong(&at, "is missing", &Value::Null),
                None => {}
            }
        }
    }

    /// A union among the fields of a record: its code, and what its variant holds beside it.
    fn beside(
        &mut self,
        name: &str,
        union: &Union,
        object: &Map<String, Value>,
        expected: &mut Vec<(String, Field)>,
        at: &str,
    ) {
        let tag = union.tag.clone().unwrap_or_default();
        let variant = union
            .variants
            .iter()
            .find(|variant| object.get(&tag).and_then(Value::as_str) == Some(&variant.json));
        let Some(variant) = variant else { return self.wrong(at, "no such variant", &Value::Null) };
        let (rust, json, kind) = (tag.clone(), tag, Kind::Text { shared: false });
        let field = Field {
            rust,
            json,
            docs: String::new(),
            kind,
            absent: Absent::Never,
            default: None,
            access: Access::Field,
            flat: false,
        };
        expected.push((name.to_owned(), field));
        expected.extend(variant.fields.iter().map(|field| (name.to_owned(), field.clone())));
    }

    /// What is there and might have been left out says something.
    fn said(&mut self, field: &Field, value: &Value, at: &str) {
        let is_empty = match field.absent {
            Absent::Never | Absent::WhenDefault => false,
            Absent::WhenNone => value.is_null(),
            Absent::WhenFalse => *value == Value::Bool(false),
            Absent::WhenEmpty => *value == Value::Array(Vec::new()) || *value == Value::String(String::new()),
        };
        if is_empty {
            self.wrong(at, "says nothing and is there", value);
        }
        match &field.kind {
            Kind::Maybe(of) if field.absent == Absent::WhenNone => self.kind(of, value, at),
            kind => self.kind(kind, value, at),
        }
    }

    fn kind(&mut self, kind: &Kind, value: &Value, at: &str) {
        let text = value.as_str();
        let fits = match kind {
            Kind::Named(name) => return self.named(name, value, at),
            Kind::Maybe(_) if value.is_null() => true,
            Kind::Maybe(of) => return self.kind(of, value, at),
            Kind::List { of, .. } => {
                let Some(items) = value.as_array() else { return self.wrong(at, "no list", value) };
                let names: BTreeSet<&str> = items.iter().filter_map(|item| item["name"].as_str()).collect();
                if self.model.named(kind).is_some() && names.len() < items.len() {
                    self.wrong(at, "two entries of one name", value);
                }
                return items.iter().for_each(|item| self.kind(of, item, at));
            }
            Kind::Years { names: [year, of_year], of } => {
                let Some(items) = value.as_array() else { return self.wrong(at, "no list", value) };
                for item in items {
                    let keys: Vec<&String> = item.as_object().into_iter().flat_map(Map::keys).collect();
                    if keys.len() != 2 || !item[year].is_i64() {
                        self.wrong(at, "no entry by year", item);
                    }
                    self.kind(of, &item[of_year], at);
                }
                return;
            }
            Kind::Text { .. } | Kind::Unit => text.is_some(),
            Kind::Period => text.is_some_and(|text| text.parse::<tiendo::Period>().is_ok()),
            Kind::Flag => value.is_boolean(),
            Kind::Whole { .. } => value.is_u64(),
            Kind::Int { .. } => value.is_i64(),
            Kind::Decimal => {
                text.is_some_and(|text| text.parse::<Fixed>().is_ok_and(|number| number.to_string() == text))
            }
            Kind::Date => text.is_some_and(|text| text.parse::<NaiveDate>().is_ok()),
        };
        if !fits {
            self.wrong(at, "another kind of value", value);
        }
    }

    /// What is told apart has and lacks what it is said to. In JSON these fields are named as in Rust.
    fn narrowed(&mut self, name: &str, object: &Map<String, Value>, at: &str) {
        let mut is_there = |field: &&str, wanted: bool, of: &str| {
            if object.contains_key(*field) != wanted {
                self.wrong(at, &format!("`{of}`, and `{field}` there: {}", !wanted), &Value::Null);
            }
        };
        for narrowed in NARROWED.iter().filter(|narrowed| narrowed.record == name) {
            let code = object.get(narrowed.by).and_then(Value::as_str).unwrap_or_default();
            for (_, there, absent) in narrowed.has.iter().filter(|(codes, ..)| codes.contains(&code)) {
                there.iter().for_each(|field| is_there(field, true, code));
                absent.iter().for_each(|field| is_there(field, false, code));
            }
        }
        for (_, fields) in DATED.iter().filter(|(record, _)| *record == name) {
            let is_dated = object.contains_key(fields[0]);
            fields.iter().for_each(|field| is_there(field, is_dated, fields[0]));
        }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The cells of a file of vectors.
fn cells(file: &str, field: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vectors").join(file);
    let text = std::fs::read_to_string(path).expect("the vectors are there");
    let vectors: Value = serde_json::from_str(&text).expect("JSON");
    let cases = vectors["cases"].as_array().expect("cases").iter();
    cases.filter_map(|case| case["input"][field].as_str().map(str::to_owned)).collect()
}

fn walk_cells(walk: &mut Walk<'_>) {
    for text in cells("numbers.json", "text") {
        walk.all("Numeral", parse_number(&text).ok().as_slice());
    }
    for text in cells("targets.json", "text") {
        walk.all("MilestoneTarget", parse_target(&text, None).ok().as_slice());
    }
    for text in cells("sentences.json", "text") {
        walk.all("Sentence", read_sentence(&text).ok().as_slice());
    }
    for text in cells("deadlines.json", "text") {
        walk.all("Deadline", parse_deadline(&text).ok().as_slice());
    }
    for text in cells("regimes.json", "text") {
        walk.all("RegimeReading", parse_regime(&text).ok().as_slice());
    }
}

fn walk_comparisons(walk: &mut Walk<'_>, target: &MilestoneTarget, direction: Direction) {
    let values = [
        MeasuredValue::Missing,
        MeasuredValue::Number("20".parse().expect("a number")),
        MeasuredValue::Present(true),
        MeasuredValue::Judged(false),
    ];
    for value in values {
        walk.result("Comparison", &compare(&Measured::new(value), target, direction));
    }
}

fn walk_plan(walk: &mut Walk<'_>, plan: &Plan, registry: &Registry) {
    walk.result("Plan", plan);
    let view = plan.view();
    for (indicator, row) in view.rows() {
        walk.result("Row", row);
        walk.result("AgencyCell", &registry.split(&indicator.lead).expect("a cell"));
        for target in row.targets.values() {
            walk_comparisons(walk, target, row.direction);
        }
    }
    for task in &plan.tasks {
        walk.result("Deadline", &task.read_deadline());
        walk.result("AgencyCell", &registry.split(&task.cooperating).expect("a cell"));
    }
    walk.all("Finding", &plan.lint(registry));
}

fn walk_reports(walk: &mut Walk<'_>, plan: &Plan) {
    let options = ReportingOptions {
        day_off_shift: tiendo::DayOffShift::NextWorkingDay,
        ..ReportingOptions::default()
    };
    let given = GivenReport {
        rule: "ad-hoc".to_owned(),
        period: "Công văn 12/VP".to_owned(),
        written: day("2025-08-15"),
        before: true,
        start: None,
        end: None,
    };
    let agencies = ["so-nv", "so-tttt", "Xã Mẫu", "ubnd-tinh", "phong-vhxh"];
    let mut asked = ReportingQuery {
        agencies: agencies.map(str::to_owned).to_vec(),
        effective: Some(day("2025-01-01")),
        options,
        ..ReportingQuery::between(day("2025-01-01"), day("2026-01-01"))
    };
    walk.result("ReportingOptions", &options);
    walk.result("GivenReport", &given);
    if plan.id == "ha-tinh-231" {
        asked.given.push(given);
    }
    let all = plan.obligations(&asked).expect("obligations");
    let sent: Vec<Submission> = all
        .iter()
        .zip(0..)
        .filter(|(_, at)| at % 3 != 0)
        .map(|(owed, at)| Submission {
            id: format!("s{at}"),
            date: owed
                .due
                .unwrap_or(day("2025-06-01"))
                .checked_add_days(chrono::Days::new(at % 2))
                .expect("a day"),
            recorded: day("2025-12-31"),
            source: "example".to_owned(),
            rule: owed.rule.to_string(),
            period: owed.period.to_string(),
            agency: owed.agency.unwrap_or_default().to_string(),
            returned: at % 5 == 0,
        })
        .collect();
    let rules = plan.regime.iter().flat_map(|regime| &regime.rules);
    for period in ["2025-06", "2025-Q2", "2025-H1", "2025"].map(|id| id.parse().expect("a period")) {
        let due =
            rules.clone().filter_map(|rule| rule.due_in(&period, &options, &Calendar::builtin()).ok()?);
        walk.all("Due", &due.collect::<Vec<_>>());
    }
    walk.all("Submission", &sent);
    walk.all("ReportingUnit", all.reporting_units());
    walk.all("Obligation", &all.iter().collect::<Vec<_>>());
    walk.all("Finding", all.findings());
    let timeliness = all.timeliness(&sent, &[], day("2025-10-01")).expect("timeliness");
    walk.all("Report", &timeliness.reports().collect::<Vec<_>>());
    walk.result("Tally", &timeliness.total());
    walk.all("TallyOf", &timeliness.by_agency());
    walk.all("TallyOf", &timeliness.by_period());
    walk.all("Reminder", &timeliness.reminders(30, Lang::Vi).expect("reminders"));
    walk.all("Slack", &slack(&all, &all).expect("slack"));
    let of_one = ReportingQuery { effective: asked.effective, ..ReportingQuery::default() };
    walk.all("MonthDuty", &duties_of_month(&[(plan, of_one)], "so-nv", "2025-06", Lang::Vi).expect("duties"));
}

/// An assessment in which every standing occurs.
fn walk_assessment(walk: &mut Walk<'_>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../core/examples/assess/ha-tinh-231-records.synthetic.json");
    let records = Records::from_json(&std::fs::read(path).expect("the example's records")).expect("records");
    let plan = Plan::builtin("ha-tinh-231").expect("a built-in plan");
    let options = tiendo::Options { public: true, ..tiendo::Options::default() };
    walk.result("Options", &options);
    let assessed = tiendo::assess(&plan, &records, day("2026-11-27"), &options).expect("an assessment");
    walk.result("Assessment", &assessed);
    let then = tiendo::Options { known_by: Some(day("2026-06-30")), ..options.clone() };
    let earlier = tiendo::assess(&plan, &records, day("2026-06-30"), &then).expect("an assessment");
    walk.result("Changes", &tiendo::changes(&earlier, &assessed).expect("changes"));
    let query = tiendo::ReportQuery::from_json(
        r#"{"period": "2026-Q3", "form": "party", "issuer": "a", "superior": "b", "addressee": "c", "place": "d",
          "date": "2026-11-27", "recipients": ["e"]}"#
            .as_bytes(),
    );
    let query = query.expect("a question");
    walk.result("ReportQuery", &query);
    let report = tiendo::period_report(&assessed, Some(&earlier), &query).expect("a report");
    walk.result("PeriodicReport", &report);
    let feed = tiendo::FeedOptions::from_json(
        r#"{"stamp": "2026-11-27T00:00:00Z", "name": "a", "alarmDays": 3, "refreshHours": 12, "agency": "so-yt"}"#
            .as_bytes(),
    );
    walk.result("FeedOptions", &feed.expect("options"));
    let units =
        tiendo::roll_up(&plan, &records, &communes(), day("2026-11-27"), &options).expect("a roll-up");
    walk.result("RollUp", &units);
}

/// Two communes with figures of the province's first indicator, and one without.
fn communes() -> Vec<tiendo::RollUnit> {
    let unit = |name: &str, figure: &str| {
        let plan = format!(
            r#"{{"schemaVersion": 1, "id": "{name}", "title": "Kế hoạch", "issuer": "UBND xã", "level": "commune",
              "milestones": [2030], "indicators": [{{"code": "1", "name": "Tỷ lệ", "lead": "",
                "targets": [{{"year": 2030, "text": "100%"}}]}}], "tasks": [],
              "derives": {{"plan": "ha-tinh-231", "indicators": [{{"child": "1", "parent": "1", "how": "same"}}], "tasks": []}}}}"#
        );
        let records = format!(r#"{{"schemaVersion": 1, "synthetic": true, "records": [{figure}]}}"#);
        tiendo::RollUnit {
            id: None,
            name: name.to_owned(),
            plan: Some(Plan::from_json(plan.as_bytes()).expect("a plan")),
            records: Some(Records::from_json(records.as_bytes()).expect("records")),
        }
    };
    let figure = |over: &str, under: &str| {
        format!(
            r#"{{"type": "observation", "id": "o", "date": "2026-06-30", "recorded": "2026-06-30", "source": "ví dụ",
              "indicator": "1", "status": "official", "numerator": "{over}", "denominator": "{under}"}}"#
        )
    };
    vec![unit("Xã A", &figure("1", "2")), unit("Xã B", &figure("98", "100")), unit("Xã C", "")]
}

/// What callers bring.
fn walk_inputs(walk: &mut Walk<'_>) {
    walk.result("Limits", &tiendo::Limits::default());
    walk.result("CompareOptions", &tiendo::CompareOptions::default());
    walk.result("DeadlineOptions", &tiendo::DeadlineOptions { month_day: Some(25), ..Default::default() });
    walk.result("Roster", &tiendo::Roster { group: "các sở".to_owned(), agencies: vec!["so-nv".to_owned()] });
    let records = Records::from_json(
        r#"{ "schemaVersion": 1, "synthetic": true, "records": [
          { "type": "observation", "id": "o", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "indicator": "1", "value": "52.5", "status": "official", "qualifier": "5G" },
          { "type": "observation", "id": "p", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "indicator": "2", "present": true, "status": "official" },
          { "type": "observation", "id": "j", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "indicator": "3", "judgement": false, "status": "official" },
          { "type": "exemption", "id": "e", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "agency": "so-nv", "period": "2025-06", "rule": "monthly", "reason": "sáp nhập" },
          { "type": "task_update", "id": "u", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "task": 4, "state": "completed", "lead": "so-yt", "item": 1, "reported": "completed_late" },
          { "type": "trigger", "id": "t", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ", "task": 4 },
          { "type": "outside_date", "id": "d", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "task": 4, "due": "2025-09-30", "issuer": "Bộ Y tế" },
          { "type": "extension", "id": "x", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "task": 4, "newDue": "2025-09-30", "document": "99/UBND" },
          { "type": "amendment", "id": "a", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "change": "target", "indicator": "1", "year": 2030, "text": "≥ 70%", "document": "9/QĐ-UBND" },
          { "type": "amendment", "id": "b", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "change": "add", "indicator": "9", "document": "9/QĐ-UBND", "definition": { "code": "9", "name": "n",
            "targets": [{ "year": 2030, "text": "5" }], "lead": "",
            "baseline": { "date": "2024-12-31", "value": "1" } } },
          { "type": "retraction", "id": "r", "date": "2025-06-30", "recorded": "2025-07-01", "source": "ví dụ",
            "withdraws": "o" } ] }"#
            .as_bytes(),
    )
    .expect("records");
    walk.all("Exemption", &records.exemptions().cloned().collect::<Vec<_>>());
    walk.all("TaskUpdate", &records.task_updates().cloned().collect::<Vec<_>>());
    walk.all("Trigger", &records.triggers().cloned().collect::<Vec<_>>());
    walk.all("OutsideDate", &records.outside_dates().cloned().collect::<Vec<_>>());
    walk.all("Extension", &records.extensions().cloned().collect::<Vec<_>>());
    walk.all("Amendment", &records.amendments().cloned().collect::<Vec<_>>());
    walk.all("Retraction", &records.retractions().cloned().collect::<Vec<_>>());
    let observations = records.records.iter().filter_map(|record| match record {
        Record::Observation(observation) => Some(observation.clone()),
        _ => None,
    });
    walk.all("Observation", &observations.collect::<Vec<_>>());
}

#[test]
fn real_results_are_what_the_model_says() {
    let sources =
        parse(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."), "core/src").expect("core parses");
    let model = Model::of(&Core::of(&sources).expect("core is read")).expect("core is understood");
    let mut walk = Walk { model: &model, seen: BTreeSet::new(), results: 0, wrong: Vec::new() };
    let registry = Registry::builtin();
    walk_cells(&mut walk);
    walk_inputs(&mut walk);
    walk_assessment(&mut walk);
    walk.all("Agency", registry.agencies());
    walk.all("Group", registry.groups());
    for agency in registry.agencies() {
        walk.result("Succession", &registry.succession(&agency.id, day("2025-07-01")));
    }
    walk.all("CodeList", &tiendo::code_lists());
    walk.all("CalendarDay", Calendar::builtin().days());
    for date in ["2025-09-02", "2025-11-29"].map(day) {
        walk.result("DayStatus", &Calendar::builtin().status(date).expect("a year it knows"));
    }
    for id in ["2025-06", "2025-Q2", "2025-H1", "2025-9M", "2025"] {
        walk.result("PeriodReading", &id.parse::<tiendo::Period>().expect("a period").reading());
    }
    for plan in Plan::builtin_ids().map(|id| Plan::builtin(id).expect("a built-in plan")) {
        walk_plan(&mut walk, &plan, &registry);
        walk_reports(&mut walk, &plan);
    }
    let plan = |id: &str| Plan::builtin(id).expect("a built-in plan");
    let (lower, upper) = (plan("tien-dien"), plan("ha-tinh-231"));
    walk.all("Finding", &compare_plans(&lower.view(), &upper.view(), &registry).expect("a derivation"));
    let suggested = suggest_links(&plan("tien-giang-69").view(), &upper.view());
    walk.all("SuggestedLink", &suggested.expect("within the limits"));
    let few: Vec<&String> = walk.wrong.iter().take(20).collect();
    assert!(walk.wrong.is_empty(), "{} of {} results: {few:#?}", walk.wrong.len(), walk.results);
    println!("{} results fit the model", walk.results);

    let unseen = |name: &&str| !walk.seen.iter().any(|seen| seen.split('.').next() == Some(*name));
    let is_record = |name: &&str| matches!(model.get(name).map(|of| &of.shape), Some(Shape::Record(_)));
    let records = ROOTS.iter().map(|(name, _)| *name).filter(is_record);
    assert_eq!(records.filter(unseen).collect::<Vec<_>>(), [""; 0], "no result of these was looked at");
}
