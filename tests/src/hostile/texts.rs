//! The texts of files, made from their parts.

/// A plan's file.
pub(super) struct PlanText {
    pub(super) id: &'static str,
    pub(super) milestones: String,
    pub(super) indicators: Vec<String>,
    pub(super) tasks: Vec<String>,
    /// More fields, each whole: `"body":[…]`.
    pub(super) more: Vec<String>,
}

impl Default for PlanText {
    fn default() -> PlanText {
        PlanText {
            id: "x",
            milestones: "2025".to_owned(),
            indicators: Vec::new(),
            tasks: Vec::new(),
            more: Vec::new(),
        }
    }
}

impl PlanText {
    pub(super) fn of_indicators(indicators: impl IntoIterator<Item = String>) -> PlanText {
        PlanText { indicators: indicators.into_iter().collect(), ..PlanText::default() }
    }

    pub(super) fn of_tasks(tasks: impl IntoIterator<Item = String>) -> PlanText {
        PlanText { tasks: tasks.into_iter().collect(), ..PlanText::default() }
    }

    pub(super) fn with(mut self, name: &str, items: impl IntoIterator<Item = String>) -> PlanText {
        self.more.push(format!(r#""{name}":{}"#, list(items)));
        self
    }

    /// With one more field, whole.
    pub(super) fn and(mut self, field: impl Into<String>) -> PlanText {
        self.more.push(field.into());
        self
    }

    pub(super) fn json(&self) -> String {
        let more: String = self.more.iter().map(|field| format!(",{field}")).collect();
        format!(
            r#"{{"schemaVersion":1,"id":"{}","title":"x","issuer":"x","level":"commune","milestones":[{}],"indicators":{},"tasks":{}{more}}}"#,
            self.id,
            self.milestones,
            list(self.indicators.iter().cloned()),
            list(self.tasks.iter().cloned())
        )
    }
}

pub(super) fn list(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(","))
}

/// A row with a cell of 2025.
pub(super) fn row(code: impl std::fmt::Display, name: &str, cell: &str, lead: &str) -> String {
    format!(
        r#"{{"code":"{code}","name":"{name}","targets":[{{"year":2025,"text":"{cell}"}}],"lead":"{lead}"}}"#
    )
}

/// A row that belongs to another.
pub(super) fn row_of(code: impl std::fmt::Display, parent: impl std::fmt::Display, lead: &str) -> String {
    format!(
        r#"{{"code":"{code}","name":"n{code}","targets":[{{"year":2025,"text":"≥ 5%"}}],"lead":"{lead}","parent":"{parent}"}}"#
    )
}

pub(super) fn task(number: usize, title: &str, lead: &str, deadline: &str) -> String {
    format!(
        r#"{{"number":{number},"title":"{title}","lead":"{lead}","cooperating":"","deadline":"{deadline}"}}"#
    )
}

pub(super) fn footnote(mark: impl std::fmt::Display, text: &str) -> String {
    format!(r#"{{"mark":"{mark}","text":"{text}"}}"#)
}

/// A regime with these rules.
pub(super) fn regime(rules: impl IntoIterator<Item = String>) -> String {
    format!(r#""regime":{{"effective":"1900-01-01","rules":{}}}"#, list(rules))
}

/// A rule due before the 20th.
pub(super) fn rule(
    code: impl std::fmt::Display,
    cycle: &str,
    reporters: &str,
    recipient: &str,
    text: &str,
) -> String {
    format!(
        r#"{{"code":"{code}","cycle":"{cycle}","due":{{"day":20,"monthOfPeriod":1,"before":true}},"reporters":"{reporters}","recipient":"{recipient}","text":"{text}"}}"#
    )
}

/// A rule without a day: the caller gives it.
pub(super) fn ad_hoc(recipient: &str, text: &str) -> String {
    format!(
        r#"{{"code":"ad-hoc","cycle":"ad_hoc","reporters":"các đơn vị","recipient":"{recipient}","text":"{text}"}}"#
    )
}

/// A registry's file.
pub(super) fn registry(
    agencies: impl IntoIterator<Item = String>,
    groups: impl IntoIterator<Item = String>,
) -> String {
    format!(r#"{{"schemaVersion":1,"agencies":{},"groups":{}}}"#, list(agencies), list(groups))
}

pub(super) fn agency(id: impl std::fmt::Display, name: &str) -> String {
    format!(r#"{{"id":"{id}","name":"{name}","level":"province"}}"#)
}

pub(super) fn agency_with(id: impl std::fmt::Display, name: &str, more: &str) -> String {
    format!(r#"{{"id":"{id}","name":"{name}","level":"province",{more}}}"#)
}

/// That a body ended in 2025, and who succeeds it.
pub(super) fn ended(successor: impl std::fmt::Display) -> String {
    format!(r#""ended":{{"on":"2025-01-01","successor":"{successor}","source":"s"}}"#)
}

pub(super) fn group(id: impl std::fmt::Display, name: &str) -> String {
    format!(r#"{{"id":"{id}","name":"{name}"}}"#)
}

/// A calendar's file: each year's weekend days, and what differs.
pub(super) fn calendar(
    years: impl IntoIterator<Item = i32>,
    days: impl IntoIterator<Item = String>,
) -> String {
    format!(
        r#"{{"schemaVersion":1,"id":"c","name":"n","weekend":[6,7],"years":{},"days":{}}}"#,
        list(years.into_iter().map(|year| year.to_string())),
        list(days)
    )
}

/// The days from the first of a year on, each off without a source.
pub(super) fn days_off(year: i32, count: usize) -> Vec<String> {
    let first = chrono::NaiveDate::from_ymd_opt(year, 1, 1).expect("a year");
    first.iter_days().take(count).map(|day| format!(r#"{{"date":"{day}","off":true,"name":"n"}}"#)).collect()
}

/// A file of records.
pub(super) fn records(records: impl IntoIterator<Item = String>) -> String {
    format!(r#"{{"schemaVersion":1,"synthetic":true,"records":{}}}"#, list(records))
}

pub(super) fn submission(id: impl std::fmt::Display, rule: &str, period: &str, agency: &str) -> String {
    format!(
        r#"{{"type":"submission","id":"{id}","date":"2025-06-19","recorded":"2025-06-19","source":"s","rule":"{rule}","period":"{period}","agency":"{agency}"}}"#
    )
}

/// Letters for a number, so that names differ without digits: `0` is `a`, `26` is `ba`.
pub(super) fn letters(mut number: usize) -> String {
    let mut text = Vec::new();
    loop {
        text.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
        if number == 0 {
            break;
        }
    }
    text.iter().rev().collect()
}

/// A question about the reports of June 2025, with more fields, each whole.
pub(super) fn question(more: impl IntoIterator<Item = String>) -> String {
    let more: String = more.into_iter().map(|field| format!(",{field}")).collect();
    format!(r#"{{"start":"2025-06-01","end":"2025-07-01"{more}}}"#)
}

/// A report of the caller's, as JSON.
pub(super) fn given(period: impl std::fmt::Display, written: &str) -> String {
    format!(r#"{{"rule":"ad-hoc","period":"{period}","written":"{written}"}}"#)
}
