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
    /// All tasks.
    pub(crate) tasks: usize,
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
    /// The sentence. Where under half of the indicators have figures it begins with that, and names no day: whoever shows
    /// it has the day beside it. Of a plan of which nothing is asked it is empty of counts.
    pub(crate) fn sentence(&self, lang: Lang) -> String {
        if self.with_data == 0 && self.has_no_update && self.asked > 0 && self.tasks > 0 {
            return self.nothing(lang);
        }
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

    /// Nothing is known: nothing is judged, and nobody is late.
    fn nothing(&self, lang: Lang) -> String {
        let (asked, tasks) = (self.asked, self.tasks);
        match lang {
            Lang::Vi => format!(
                "Kế hoạch có {} và {}; chưa có số liệu nào được công bố nên chưa đánh giá.",
                n(asked, "chỉ tiêu"),
                n(tasks, "nhiệm vụ")
            ),
            Lang::En => format!(
                "The plan has {} and {}; no figures are published yet, so nothing is judged.",
                n(asked, if asked == 1 { "indicator" } else { "indicators" }),
                n(tasks, if tasks == 1 { "task" } else { "tasks" })
            ),
        }
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
        if self.with_data == 0 {
            return format!("Đến ngày {}, chưa có số liệu của chỉ tiêu nào trong {asked}", self.day);
        }
        let with_data = self.with_data;
        format!(
            "Mới có số liệu của {with_data} trong {asked}; trong {} đó: {clauses}",
            n(with_data, "chỉ tiêu")
        )
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
        format!("Only {} of {asked} {have} figures; of those {}: {clauses}", self.with_data, self.with_data)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_sentence() {
        let full = || Summed {
            day: "27/11/2026".to_owned(),
            asked: 69,
            with_data: 61,
            good: 32,
            slower: 19,
            missed: 0,
            open: 18,
            dated: 63,
            tasks: 123,
            overdue: 9,
            has_no_update: false,
        };
        let all = [
            full(),
            Summed { missed: 2, open: 16, overdue: 0, ..full() },
            Summed { has_no_update: true, ..full() },
            Summed { with_data: 21, good: 9, slower: 7, open: 53, ..full() },
            Summed { with_data: 1, good: 0, slower: 1, open: 68, overdue: 1, ..full() },
            Summed { with_data: 0, good: 0, slower: 0, open: 69, ..full() },
            Summed { with_data: 0, good: 0, slower: 0, open: 69, has_no_update: true, ..full() },
            Summed { asked: 0, with_data: 0, good: 0, slower: 0, open: 0, ..full() },
            Summed { dated: 0, ..full() },
            Summed { asked: 1, with_data: 1, good: 1, slower: 0, open: 0, dated: 1, overdue: 1, ..full() },
        ];
        let lines = all.iter().map(|of| format!("{}\n{}", of.sentence(Lang::Vi), of.sentence(Lang::En)));
        // Where no line may break is seen.
        insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n").replace('\u{a0}', "~"));
    }
}
