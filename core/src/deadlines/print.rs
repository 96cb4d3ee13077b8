//! Writing a deadline in one wording, which reads back as the same deadline.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{Deadline, RecurringDay};
use crate::codes::{Cycle, DateRule, Lang};
use crate::words::roman_quarter;

/// As [`to_notation`](Deadline::to_notation) has it.
impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_notation())
    }
}

impl Deadline {
    /// The deadline in the library's own wording: one spelling for each meaning.
    ///
    /// The inverse of reading: what it returns, read with the same options, [means the
    /// same](Self::means_the_same). A cell that was not read comes back verbatim.
    ///
    /// ```
    /// use tiendo::parse_deadline;
    /// assert_eq!(parse_deadline("Tháng 6/2025.")?.to_notation(), "6/2025");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_notation(&self) -> String {
        if !self.recognised {
            return self.text.clone();
        }
        let mut parts: Vec<String> = Vec::new();
        let ends = self.written.zip(self.rule).map(|(written, rule)| ends(written, rule));
        let is_before = matches!(self.rule, Some(DateRule::Before | DateRule::BeforeInclusive));
        let following = if self.following_years { " và những năm tiếp theo" } else { "" };
        match (self.start, ends) {
            (Some(start), Some(ends)) if !is_before => {
                parts.push(format!("{} - {ends}{following}", begins(start, self.rule)));
            }
            (Some(start), ends) => {
                // A year that is followed by others is where the work starts.
                let year = self.following_years && start.ordinal() == 1;
                let from = if year { start.year().to_string() } else { format!("từ {}", day(start)) };
                parts.push(format!("{from}{following}"));
                parts.extend(ends);
            }
            (None, Some(ends)) => {
                // A bare year before other years would be read as where the work starts.
                let until = self.following_years && self.rule == Some(DateRule::YearEnd);
                parts.push(format!("{}{ends}{following}", if until { "đến " } else { "" }));
            }
            (None, None) => {}
        }
        if self.continues && !self.following_years {
            parts.push("thường xuyên".to_owned());
        }
        parts.extend(self.recurrence.map(|cycle| self.recurs_on(cycle)));
        if self.on_demand {
            parts.push("khi có phát sinh".to_owned());
        }
        let mut text = parts.join(", ");
        for event in &self.awaits {
            let offset = event.offset_days.map(|days| format!("{days} ngày ")).unwrap_or_default();
            let separator = if text.is_empty() { "" } else { "; " };
            text = format!("{text}{separator}{offset}sau khi {}", event.text);
        }
        if let Some(reference) = &self.reference {
            let separator = match (text.is_empty(), self.awaits.is_empty()) {
                (true, _) => "",
                (false, true) => ", ",
                (false, false) => "; ",
            };
            text = format!("{text}{separator}{reference}");
        }
        text
    }

    /// The wording of a cycle, with the day of its periods.
    fn recurs_on(&self, cycle: Cycle) -> String {
        let Some(RecurringDay { month, day, before }) = self.recurring_day else {
            return recurs(cycle).to_owned();
        };
        let before = if before { "trước " } else { "" };
        match (cycle, month) {
            (Cycle::Quarterly, Some(month)) => {
                let place = match month {
                    1 => "đầu",
                    2 => "giữa",
                    _ => "cuối",
                };
                format!("{before}ngày {day} tháng {place} hằng quý")
            }
            (_, Some(month)) => format!("{before}{day}/{month} {}", recurs(cycle)),
            (_, None) => format!("{before}ngày {day} {}", recurs(cycle)),
        }
    }
}

fn recurs(cycle: Cycle) -> &'static str {
    match cycle {
        Cycle::Weekly => "hằng tuần",
        Cycle::Monthly => "hằng tháng",
        Cycle::Quarterly => "hằng quý",
        Cycle::HalfYearly => "6 tháng một lần",
        Cycle::NineMonthly => "9 tháng một lần",
        Cycle::Yearly | Cycle::Term | Cycle::AdHoc | Cycle::Once => "hằng năm",
    }
}

fn day(date: NaiveDate) -> String {
    Lang::Vi.date(date)
}

/// The wording of the last day on time, from the date as written and the rule that found it.
fn ends(written: NaiveDate, rule: DateRule) -> String {
    let (month, year) = (written.month(), written.year());
    match rule {
        DateRule::Day => day(written),
        DateRule::MonthEnd | DateRule::MonthDay => format!("{month}/{year}"),
        DateRule::QuarterEnd => format!("Quý {}/{year}", roman_quarter(written)),
        DateRule::HalfEnd => format!("6 tháng {} năm {year}", if month <= 6 { "đầu" } else { "cuối" }),
        DateRule::MonthsEnd => format!("{month} tháng đầu năm {year}"),
        DateRule::YearEnd => year.to_string(),
        DateRule::CivilCode146 => {
            let third = match written.day() {
                1 => "đầu",
                15 => "giữa",
                _ => "cuối",
            };
            format!("{third} tháng {month}/{year}")
        }
        // The first of a month reads back alike whether "before" includes a named day or not.
        DateRule::Before if written.day() == 1 => format!("trước tháng {month}/{year}"),
        DateRule::Before | DateRule::BeforeInclusive => format!("trước {}", day(written)),
    }
}

/// The wording of a first day, in the units of the span's end where it begins such a unit.
fn begins(start: NaiveDate, rule: Option<DateRule>) -> String {
    let (month, year) = (start.month(), start.year());
    match rule {
        Some(DateRule::YearEnd) if start.ordinal() == 1 => year.to_string(),
        Some(DateRule::QuarterEnd) if start.day() == 1 && month % 3 == 1 => {
            format!("Quý {}/{year}", roman_quarter(start))
        }
        Some(DateRule::MonthEnd | DateRule::MonthDay) if start.day() == 1 => format!("{month}/{year}"),
        _ => day(start),
    }
}
