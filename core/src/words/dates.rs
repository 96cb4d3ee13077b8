//! Days and dates in words.

use chrono::{Datelike, NaiveDate};

use crate::codes::Lang;

impl Lang {
    /// A number of days: `1 ngày`, `1 day`, `3 days`.
    pub(crate) fn days(self, count: u64) -> String {
        match (self, count) {
            (Lang::Vi, _) => format!("{count} ngày"),
            (Lang::En, 1) => "1 day".to_owned(),
            (Lang::En, _) => format!("{count} days"),
        }
    }

    /// A date as a reader of the language writes it: `30/6/2025` or `2025-06-30`.
    ///
    /// ```
    /// assert_eq!(tiendo::Lang::En.date("2025-06-30".parse().unwrap()), "2025-06-30");
    /// ```
    pub fn date(self, date: NaiveDate) -> String {
        match self {
            Lang::Vi => format!("{}/{}/{}", date.day(), date.month(), date.year()),
            Lang::En => date.to_string(),
        }
    }
}

/// The month of a day in English: `June 2025`.
pub(crate) fn english_month(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = usize::try_from(date.month0()).ok().and_then(|month| MONTHS.get(month));
    format!("{} {}", name.unwrap_or(&""), date.year())
}

/// A day in an English sentence for everybody: `27 November 2026`.
pub(crate) fn english_date(date: NaiveDate) -> String {
    format!("{} {}", date.day(), english_month(date))
}

/// The quarter of a day as it is written: `I` to `IV`.
pub(crate) fn roman_quarter(date: NaiveDate) -> &'static str {
    match date.month() {
        1..=3 => "I",
        4..=6 => "II",
        7..=9 => "III",
        _ => "IV",
    }
}
