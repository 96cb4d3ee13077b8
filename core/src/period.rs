//! Cycles, and the periods reports are about: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.
//!
//! | id | period | kỳ |
//! |---|---|---|
//! | `2025-06` | June 2025 | tháng 6/2025 |
//! | `2025-Q2` | the second quarter | quý II/2025 |
//! | `2025-H1` `2025-H2` | the first half, the second | 6 tháng đầu năm 2025, 6 tháng cuối năm 2025 |
//! | `2025-9M` | the first nine months | 9 tháng đầu năm 2025 |
//! | `2025` | the year | năm 2025 |
//!
//! Periods sort as they end; of those that end on one day the shorter comes first. Ids of one cycle sort alike as text.

use std::cmp::{Ordering, Reverse};
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, ErrorCode, codes};
use crate::why::Lang;

/// Years the library reads: beyond them lies a slip of the pen, and hosts' calendars differ.
pub(crate) const YEARS: RangeInclusive<i32> = 1900..=2200;

codes! {
    /// How often a report falls due or a task recurs.
    ///
    /// `half_yearly` is the first half only in a reporting regime ("báo cáo 6 tháng"): the yearly report covers the
    /// second.
    ///
    /// ```
    /// assert_eq!(tiendo::Cycle::HalfYearly.as_str(), "half_yearly");
    /// ```
    Cycle {
        /// Hằng tháng.
        Monthly = "monthly",
        /// Hằng quý.
        Quarterly = "quarterly",
        /// 6 tháng.
        HalfYearly = "half_yearly",
        /// 9 tháng.
        NineMonthly = "nine_monthly",
        /// Hằng năm.
        Yearly = "yearly",
        /// Once in a term of office or at its middle (*sơ kết, tổng kết*).
        Term = "term",
        /// On request (*đột xuất*).
        AdHoc = "ad_hoc",
    }
}

impl Cycle {
    /// The months of one period; absent for reports whose dates the caller gives.
    ///
    /// ```
    /// assert_eq!(tiendo::Cycle::Quarterly.months(), Some(3));
    /// ```
    pub fn months(self) -> Option<u32> {
        match self {
            Cycle::Monthly => Some(1),
            Cycle::Quarterly => Some(3),
            Cycle::HalfYearly => Some(6),
            Cycle::NineMonthly => Some(9),
            Cycle::Yearly => Some(12),
            Cycle::Term | Cycle::AdHoc => None,
        }
    }

    /// How many periods of the cycle a year holds.
    fn in_a_year(self) -> u32 {
        match self {
            Cycle::NineMonthly => 1,
            _ => self.months().map_or(0, |months| 12 / months),
        }
    }
}

/// A month, quarter, half, nine months or year.
///
/// ```
/// use tiendo::{Cycle, Lang, Period};
/// let quarter: Period = "2025-Q2".parse()?;
/// assert_eq!((quarter.start().to_string(), quarter.end().to_string()), ("2025-04-01".into(), "2025-06-30".into()));
/// assert_eq!(quarter.cycle(), Cycle::Quarterly);
/// assert_eq!(quarter.label(Lang::Vi), "quý II/2025");
/// assert!("2025-06".parse::<Period>()? < quarter);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    cycle: Cycle,
    /// Which of its year, from 1.
    number: u32,
    start: NaiveDate,
    end: NaiveDate,
}

impl Period {
    /// The period of a cycle and year: of a monthly or quarterly cycle the month or quarter `number`, from 1.
    ///
    /// Errors: `year-out-of-range`; `bad-period` for a number the cycle does not have in a year, or a cycle whose
    /// dates the caller gives.
    ///
    /// ```
    /// use tiendo::{Cycle, Period};
    /// assert_eq!(Period::new(Cycle::Monthly, 2025, 6)?.to_string(), "2025-06");
    /// assert_eq!(Period::new(Cycle::NineMonthly, 2025, 1)?.to_string(), "2025-9M");
    /// assert!(Period::new(Cycle::Quarterly, 2025, 5).is_err());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn new(cycle: Cycle, year: i32, number: u32) -> Result<Period, Error> {
        let months = cycle.months().ok_or_else(bad_period)?;
        if !YEARS.contains(&year) {
            return Err(year_out_of_range("period"));
        }
        if !(1..=cycle.in_a_year()).contains(&number) {
            return Err(bad_period());
        }
        let last = number.saturating_mul(months);
        let start = NaiveDate::from_ymd_opt(year, last.saturating_sub(months).saturating_add(1), 1);
        let (start, end) = start.zip(month_end(year, last)).ok_or_else(bad_period)?;
        Ok(Period { cycle, number, start, end })
    }

    /// The period of a cycle that holds a day; none for October to December of the nine months.
    ///
    /// ```
    /// use tiendo::{Cycle, Period};
    /// let day = "2025-11-23".parse().unwrap();
    /// assert_eq!(Period::holding(Cycle::HalfYearly, day).unwrap().to_string(), "2025-H2");
    /// assert_eq!(Period::holding(Cycle::NineMonthly, day), None);
    /// ```
    pub fn holding(cycle: Cycle, day: NaiveDate) -> Option<Period> {
        let number = day.month0().checked_div(cycle.months()?)?.checked_add(1)?;
        Period::new(cycle, day.year(), number).ok()
    }

    /// How often such a period comes.
    ///
    /// ```
    /// let half: tiendo::Period = "2025-H2".parse()?;
    /// assert_eq!(half.cycle(), tiendo::Cycle::HalfYearly);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn cycle(&self) -> Cycle {
        self.cycle
    }

    /// Its first day.
    ///
    /// ```
    /// let half: tiendo::Period = "2025-H2".parse()?;
    /// assert_eq!(half.start().to_string(), "2025-07-01");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn start(&self) -> NaiveDate {
        self.start
    }

    /// Its last day.
    ///
    /// ```
    /// let half: tiendo::Period = "2025-H2".parse()?;
    /// assert_eq!(half.end().to_string(), "2025-12-31");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn end(&self) -> NaiveDate {
        self.end
    }

    /// Its year.
    ///
    /// ```
    /// let half: tiendo::Period = "2025-H2".parse()?;
    /// assert_eq!(half.year(), 2025);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn year(&self) -> i32 {
        self.start.year()
    }

    /// The period in words, within a sentence.
    ///
    /// ```
    /// use tiendo::{Lang, Period};
    /// let labels = ["2025-06", "2025-Q2", "2025-H1", "2025-H2", "2025-9M", "2025"].map(|id| {
    ///     id.parse::<Period>().map(|period| (period.label(Lang::Vi), period.label(Lang::En)))
    /// });
    /// let words: Vec<_> = labels.into_iter().collect::<Result<_, _>>()?;
    /// assert_eq!(words[0], ("tháng 6/2025".to_owned(), "June 2025".to_owned()));
    /// assert_eq!(words[2], ("6 tháng đầu năm 2025".to_owned(), "the first half of 2025".to_owned()));
    /// assert_eq!(words[4], ("9 tháng đầu năm 2025".to_owned(), "the first nine months of 2025".to_owned()));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn label(&self, lang: Lang) -> String {
        let year = self.year();
        match (self.cycle, lang) {
            (Cycle::Monthly, Lang::Vi) => format!("tháng {}/{year}", self.number),
            (Cycle::Monthly, Lang::En) => english_month(self.start),
            (Cycle::Quarterly, Lang::Vi) => format!("quý {}/{year}", roman_quarter(self.start)),
            (Cycle::Quarterly, Lang::En) => {
                let ordinal = match self.number {
                    1 => "first",
                    2 => "second",
                    3 => "third",
                    _ => "fourth",
                };
                format!("the {ordinal} quarter of {year}")
            }
            (Cycle::HalfYearly, Lang::Vi) => {
                format!("6 tháng {} năm {year}", if self.number == 1 { "đầu" } else { "cuối" })
            }
            (Cycle::HalfYearly, Lang::En) => {
                format!("the {} half of {year}", if self.number == 1 { "first" } else { "second" })
            }
            (Cycle::NineMonthly, Lang::Vi) => format!("9 tháng đầu năm {year}"),
            (Cycle::NineMonthly, Lang::En) => format!("the first nine months of {year}"),
            (Cycle::Yearly | Cycle::Term | Cycle::AdHoc, Lang::Vi) => format!("năm {year}"),
            (Cycle::Yearly | Cycle::Term | Cycle::AdHoc, Lang::En) => format!("the year {year}"),
        }
    }

    /// Which of its year it is, from 1.
    ///
    /// ```
    /// let half: tiendo::Period = "2025-H2".parse()?;
    /// assert_eq!(half.number(), 2);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn number(&self) -> u32 {
        self.number
    }

    /// A day of the month `months` after the period's first; the month's last day, and `true`, where it is shorter.
    #[inline]
    pub(crate) fn day_of_month(&self, months: u32, day: u32) -> Option<(NaiveDate, bool)> {
        day_of_month(self.start, months, day)
    }

    /// The periods of a cycle in a year, in order.
    pub(crate) fn of_year(cycle: Cycle, year: i32) -> impl Iterator<Item = Period> {
        (1..=cycle.in_a_year()).filter_map(move |number| Period::new(cycle, year, number).ok())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.year(), self.number);
        match self.cycle {
            Cycle::Monthly => write!(f, "{year}-{number:02}"),
            Cycle::Quarterly => write!(f, "{year}-Q{number}"),
            Cycle::HalfYearly => write!(f, "{year}-H{number}"),
            Cycle::NineMonthly => write!(f, "{year}-9M"),
            Cycle::Yearly | Cycle::Term | Cycle::AdHoc => write!(f, "{year}"),
        }
    }
}

impl FromStr for Period {
    type Err = Error;

    /// Reads an id exactly as it is printed; anything else is `bad-period` or `year-out-of-range`.
    fn from_str(text: &str) -> Result<Period, Error> {
        let (year, part) = match text.split_once('-') {
            Some((year, part)) => (year, Some(part)),
            None => (text, None),
        };
        let digits = |text: &str, count: usize| {
            let all = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
            all.then(|| text.parse::<u32>().ok()).flatten().ok_or_else(bad_period)
        };
        let year = i32::try_from(digits(year, 4)?).map_err(|_| bad_period())?;
        match part.map(|part| part.split_at_checked(1).unwrap_or((part, ""))) {
            None => Period::new(Cycle::Yearly, year, 1),
            Some(("9", "M")) => Period::new(Cycle::NineMonthly, year, 1),
            Some(("Q", number)) => Period::new(Cycle::Quarterly, year, digits(number, 1)?),
            Some(("H", number)) => Period::new(Cycle::HalfYearly, year, digits(number, 1)?),
            Some(_) => Period::new(Cycle::Monthly, year, digits(part.unwrap_or(""), 2)?),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Period) -> Ordering {
        (self.end, Reverse(self.start)).cmp(&(other.end, Reverse(other.start)))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Period) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|error: Error| crate::json::coded(error.code, &error.expected))
    }
}

/// Reads a date as the library's files have it: `YYYY-MM-DD` and nothing else, from 1900 to 2200.
///
/// Errors: `bad-date`; `year-out-of-range`.
///
/// ```
/// use tiendo::{ErrorCode, parse_date};
/// assert_eq!(parse_date("2025-06-30")?.to_string(), "2025-06-30");
/// assert_eq!(parse_date("2025-6-30").unwrap_err().code, ErrorCode::BadDate);
/// assert_eq!(parse_date("1025-06-30").unwrap_err().code, ErrorCode::YearOutOfRange);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn parse_date(text: &str) -> Result<NaiveDate, Error> {
    let is_digit =
        |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    let has_shape = text.len() == 10 && text.bytes().enumerate().all(is_digit);
    // Once it has the shape, each part is digits.
    let part = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let parts = part(0, 4).and_then(|year| i32::try_from(year).ok()).zip(part(5, 7)).zip(part(8, 10));
    let date = parts
        .filter(|_| has_shape)
        .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day));
    let date = date.ok_or_else(|| Error::new(ErrorCode::BadDate, "date", "a date `YYYY-MM-DD`"))?;
    in_range(date, "date")
}

/// A date within the years the library reads.
pub(crate) fn in_range(date: NaiveDate, path: &str) -> Result<NaiveDate, Error> {
    if YEARS.contains(&date.year()) { Ok(date) } else { Err(year_out_of_range(path)) }
}

pub(crate) fn year_out_of_range(path: &str) -> Error {
    Error::new(ErrorCode::YearOutOfRange, path, "a year from 1900 to 2200")
}

fn bad_period() -> Error {
    let expected = "a period such as `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M` or `2025`";
    Error::new(ErrorCode::BadPeriod, "period", expected)
}

/// The last day of a month.
pub(crate) fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month.checked_add(1)?) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// A day of the month `months` after the one of `first`; the month's last day, and `true`, where it is shorter.
#[inline]
pub(crate) fn day_of_month(first: NaiveDate, months: u32, day: u32) -> Option<(NaiveDate, bool)> {
    let index = first.month0().checked_add(months)?;
    let (year, month) = match index {
        0..12 => (first.year(), index.checked_add(1)?),
        _ => (first.year().checked_add(i32::try_from(index / 12).ok()?)?, (index % 12).checked_add(1)?),
    };
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => Some((date, false)),
        None => month_end(year, month).map(|last| (last, true)),
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

/// The quarter of a day as it is written: `I` to `IV`.
pub(crate) fn roman_quarter(date: NaiveDate) -> &'static str {
    match date.month() {
        1..=3 => "I",
        4..=6 => "II",
        7..=9 => "III",
        _ => "IV",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_id_is_refused() {
        let bad = [
            "",
            "-",
            "2025-",
            "2025-6",
            "2025-13",
            "2025-00",
            "2025-Q0",
            "2025-Q5",
            "2025-H3",
            "2025-9m",
            "2025-q1",
            "25-06",
            "2025-006",
            "2025-06-01",
            "2025-Q02",
            " 2025",
            "2025-ｑ1",
            "２025",
            "+025",
            "2025-é1",
        ];
        for text in bad {
            assert_eq!(text.parse::<Period>().unwrap_err().code, ErrorCode::BadPeriod, "{text}");
        }
        for text in ["1899", "2201-06", "0000-Q1"] {
            assert_eq!(text.parse::<Period>().unwrap_err().code, ErrorCode::YearOutOfRange, "{text}");
        }
    }

    #[test]
    fn periods_that_end_together_sort_from_short_to_long() {
        let mut ids = ["2025", "2025-Q4", "2026-01", "2025-H2", "2025-12", "2025-9M", "2025-Q3"]
            .map(|id| id.parse::<Period>().unwrap());
        ids.sort();
        let sorted = ids.map(|period| period.to_string());
        assert_eq!(sorted, ["2025-Q3", "2025-9M", "2025-12", "2025-Q4", "2025-H2", "2025", "2026-01"]);
    }
}
