//! Periods in words.

use chrono::{Datelike, NaiveDate};

use super::dates::{english_month, roman_quarter};
use crate::codes::{Cycle, Lang};

/// A period within a sentence: the one of a cycle that is the `number`th of its year and begins on a day.
pub(crate) fn period(cycle: Cycle, number: u32, start: NaiveDate, lang: Lang) -> String {
    let year = start.year();
    match (cycle, lang) {
        (Cycle::Weekly, Lang::Vi) => format!("tuần {number}/{}", start.iso_week().year()),
        (Cycle::Weekly, Lang::En) => format!("week {number} of {}", start.iso_week().year()),
        (Cycle::Monthly, Lang::Vi) => format!("tháng {number}/{year}"),
        (Cycle::Monthly, Lang::En) => english_month(start),
        (Cycle::Quarterly, Lang::Vi) => format!("quý {}/{year}", roman_quarter(start)),
        (Cycle::Quarterly, Lang::En) => {
            let ordinal = match number {
                1 => "first",
                2 => "second",
                3 => "third",
                _ => "fourth",
            };
            format!("the {ordinal} quarter of {year}")
        }
        (Cycle::HalfYearly, Lang::Vi) => {
            format!("6 tháng {} năm {year}", if number == 1 { "đầu" } else { "cuối" })
        }
        (Cycle::HalfYearly, Lang::En) => {
            format!("the {} half of {year}", if number == 1 { "first" } else { "second" })
        }
        (Cycle::NineMonthly, Lang::Vi) => format!("9 tháng đầu năm {year}"),
        (Cycle::NineMonthly, Lang::En) => format!("the first nine months of {year}"),
        (Cycle::Yearly | Cycle::Term | Cycle::AdHoc | Cycle::Once, Lang::Vi) => format!("năm {year}"),
        (Cycle::Yearly | Cycle::Term | Cycle::AdHoc | Cycle::Once, Lang::En) => format!("the year {year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_period_has_its_words() {
        let day = |text: &str| text.parse().unwrap();
        let periods = [
            (Cycle::Monthly, 6, day("2025-06-01")),
            (Cycle::Quarterly, 1, day("2025-01-01")),
            (Cycle::Quarterly, 2, day("2025-04-01")),
            (Cycle::Quarterly, 3, day("2025-07-01")),
            (Cycle::Quarterly, 4, day("2025-10-01")),
            (Cycle::HalfYearly, 1, day("2025-01-01")),
            (Cycle::HalfYearly, 2, day("2025-07-01")),
            (Cycle::NineMonthly, 1, day("2025-01-01")),
            (Cycle::Yearly, 1, day("2025-01-01")),
            (Cycle::Weekly, 1, day("2025-12-29")),
        ];
        let lines = periods.map(|(cycle, number, start)| {
            let [vi, en] = [Lang::Vi, Lang::En].map(|lang| period(cycle, number, start, lang));
            format!("{vi} | {en}")
        });
        insta::assert_snapshot!(lines.join("\n"));
    }
}
