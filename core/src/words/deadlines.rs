//! How the last day on time follows from what is written.

use chrono::{Datelike, NaiveDate};

use super::roman_quarter;
use crate::codes::{DateRule, Lang};

/// How the last day on time follows from what is written.
pub(crate) fn deadline(rule: DateRule, written: NaiveDate, due: NaiveDate, lang: Lang) -> String {
    let (month, year, last) = (written.month(), written.year(), lang.date(due));
    let named = lang.date(written);
    match (rule, lang) {
        (DateRule::Day, Lang::Vi) => format!("Hạn ghi ngày {named}, tính cả ngày đó."),
        (DateRule::Day, Lang::En) => format!("Due on {named}, that day included."),
        (DateRule::MonthEnd, Lang::Vi) => format!("Tháng {month}/{year}: hạn là ngày cuối tháng, {last}."),
        (DateRule::MonthEnd, Lang::En) => format!("Month {month}/{year}: due on its last day, {last}."),
        (DateRule::MonthDay, Lang::Vi) => {
            format!("Tháng {month}/{year}: hạn theo ngày đã chọn trong tháng, {last}.")
        }
        (DateRule::MonthDay, Lang::En) => format!("Month {month}/{year}: due on the chosen day, {last}."),
        (DateRule::QuarterEnd, Lang::Vi) => {
            format!("Quý {}/{year}: hạn là ngày cuối quý, {last}.", roman_quarter(written))
        }
        (DateRule::QuarterEnd, Lang::En) => {
            format!("Quarter {}/{year}: due on its last day, {last}.", roman_quarter(written))
        }
        (DateRule::HalfEnd, Lang::Vi) => format!("Sáu tháng: hạn là ngày cuối kỳ, {last}."),
        (DateRule::HalfEnd, Lang::En) => format!("Half year: due on its last day, {last}."),
        (DateRule::MonthsEnd, Lang::Vi) => {
            format!("{month} tháng đầu năm {year}: hạn là ngày cuối kỳ, {last}.")
        }
        (DateRule::MonthsEnd, Lang::En) => {
            format!("First {month} months of {year}: due on their last day, {last}.")
        }
        (DateRule::YearEnd, Lang::Vi) => format!("Năm {year}: hạn là ngày {last}."),
        (DateRule::YearEnd, Lang::En) => format!("Year {year}: due on {last}."),
        (DateRule::CivilCode146, Lang::Vi) => {
            format!("Đầu, giữa, cuối kỳ theo Điều 146 Bộ luật Dân sự 2015: {last}.")
        }
        (DateRule::CivilCode146, Lang::En) => {
            format!("Beginning, middle or end by article 146 of the Civil Code 2015: {last}.")
        }
        (DateRule::Before, Lang::Vi) => format!("“Trước {named}”: ngày cuối cùng đúng hạn là {last}."),
        (DateRule::Before, Lang::En) => format!("\"Before {named}\": the last day on time is {last}."),
        (DateRule::BeforeInclusive, Lang::Vi) => {
            format!("“Trước {named}”, tính cả ngày đó theo tùy chọn: {last}.")
        }
        (DateRule::BeforeInclusive, Lang::En) => {
            format!("\"Before {named}\", that day included by option: {last}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_sentences() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (written, due) = (day("2026-06-30"), day("2026-06-29"));
        let line = |rule: &DateRule| {
            let [vi, en] = [Lang::Vi, Lang::En].map(|lang| deadline(*rule, written, due, lang));
            format!("{rule}\n  {vi}\n  {en}")
        };
        insta::assert_snapshot!(DateRule::ALL.iter().map(line).collect::<Vec<_>>().join("\n"));
    }
}
