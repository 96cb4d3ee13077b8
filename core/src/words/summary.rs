//! The sentence that says where a plan stands, for everybody.

use crate::codes::Lang;

/// What the sentence counts.
pub(crate) struct Summed {
    /// The day as the sentence writes it.
    pub(crate) day: String,
    /// Indicators of which something is asked, and those of them with figures.
    pub(crate) asked: usize,
    pub(crate) with_data: usize,
    pub(crate) good: usize,
    pub(crate) slower: usize,
    pub(crate) missed: usize,
    pub(crate) open: usize,
    /// Tasks with a deadline, and those of them overdue.
    pub(crate) dated: usize,
    pub(crate) overdue: usize,
    pub(crate) has_no_update: bool,
}

/// Between a number and its noun no line breaks.
fn n(count: usize, words: &str) -> String {
    format!("{count}\u{a0}{words}")
}

fn joined(clauses: &[String], last: &str) -> String {
    match clauses {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{}{last}{end}", first.join(", ")),
    }
}

impl Summed {
    /// The sentence; of a plan of which nothing is asked it is empty of counts.
    pub(crate) fn sentence(&self, lang: Lang) -> String {
        let tasks = self.tasks(lang);
        // Under half with figures the coverage comes first, and those without are not counted as open.
        let is_thin = 2 * self.with_data < self.asked;
        let open = if is_thin {
            self.with_data.saturating_sub(self.good + self.slower + self.missed)
        } else {
            self.open
        };
        let indicators = match lang {
            Lang::Vi => self.vietnamese(open, is_thin),
            Lang::En => self.english(open, is_thin),
        };
        let text = match (indicators.is_empty(), tasks.is_empty(), lang) {
            (true, true, Lang::Vi) => {
                format!("Đến ngày {}, kế hoạch chưa có chỉ tiêu hay nhiệm vụ nào phải xét", self.day)
            }
            (true, true, Lang::En) => {
                format!("As of {}, the plan asks for nothing that can be judged", self.day)
            }
            (true, false, Lang::Vi) => format!("Đến ngày {}, {tasks}", self.day),
            (true, false, Lang::En) => format!("As of {}, {tasks}", self.day),
            (false, true, _) => indicators,
            (false, false, _) => format!("{indicators}; {tasks}"),
        };
        format!("{text}.")
    }

    fn vietnamese(&self, open: usize, is_thin: bool) -> String {
        if self.asked == 0 {
            return String::new();
        }
        let clauses = clauses(&[
            (self.good, "đạt hoặc đúng tiến độ", true),
            (self.slower, "chậm hơn tiến độ cần có", false),
            (self.missed, "không đạt", false),
            (open, "chưa đủ căn cứ đánh giá", false),
        ]);
        let clauses = joined(&clauses, ", ");
        let asked = n(self.asked, "chỉ tiêu");
        if !is_thin {
            return format!("Đến ngày {}, trong {asked}: {clauses}", self.day);
        }
        let head = format!("Đến ngày {}, mới có số liệu của {} trong {asked}", self.day, self.with_data);
        if self.with_data == 0 {
            return format!("Đến ngày {}, chưa có số liệu của chỉ tiêu nào trong {asked}", self.day);
        }
        format!("{head}; trong {} đó: {clauses}", n(self.with_data, "chỉ tiêu"))
    }

    fn english(&self, open: usize, is_thin: bool) -> String {
        if self.asked == 0 {
            return String::new();
        }
        let be = |count: usize| if count == 1 { "is" } else { "are" };
        let clauses = clauses(&[
            (self.good, &format!("{} met or on track", be(self.good)), true),
            (self.slower, &format!("{} slower than needed", be(self.slower)), false),
            (self.missed, "missed", false),
            (open, "cannot be judged yet", false),
        ]);
        let clauses = joined(&clauses, " and ");
        let asked = n(self.asked, if self.asked == 1 { "indicator" } else { "indicators" });
        if !is_thin {
            return format!("As of {}, of {asked} {clauses}", self.day);
        }
        if self.with_data == 0 {
            return format!("As of {}, none of {asked} has figures", self.day);
        }
        let have = if self.with_data == 1 { "has" } else { "have" };
        format!(
            "As of {}, only {} of {asked} {have} figures; of those {}: {clauses}",
            self.day, self.with_data, self.with_data
        )
    }

    fn tasks(&self, lang: Lang) -> String {
        if self.dated == 0 {
            return String::new();
        }
        let late = |none: &str, some: &str| {
            if self.overdue == 0 { none.to_owned() } else { n(self.overdue, some) }
        };
        match lang {
            Lang::Vi => {
                let said = if self.has_no_update {
                    "chưa có cập nhật nào về nhiệm vụ".to_owned()
                } else {
                    late("không có nhiệm vụ nào quá hạn", "quá hạn")
                };
                format!("trong {} có thời hạn, {said}", n(self.dated, "nhiệm vụ"))
            }
            Lang::En => {
                let tasks = n(self.dated, if self.dated == 1 { "task" } else { "tasks" });
                let said = if self.has_no_update {
                    "no update is known yet".to_owned()
                } else {
                    late("none is overdue", if self.overdue == 1 { "is overdue" } else { "are overdue" })
                };
                format!("of {tasks} with a deadline, {said}")
            }
        }
    }
}

/// The clauses that count something, and the first whatever it counts.
fn clauses(all: &[(usize, &str, bool)]) -> Vec<String> {
    let counts = all.iter().filter(|(count, _, always)| *always || *count > 0);
    counts.map(|(count, words, _)| n(*count, words)).collect()
}
