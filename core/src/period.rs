//! Cycles, and the periods reports are about: `2026-W05`, `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.
//!
//! | id | period | kỳ |
//! |---|---|---|
//! | `2026-W05` | the fifth week, from Monday on (ISO 8601: the first is that with 4 January) | tuần 5/2026 |
//! | `2025-06` | June 2025 | tháng 6/2025 |
//! | `2025-Q2` | the second quarter | quý II/2025 |
//! | `2025-H1` `2025-H2` | the first half, the second | 6 tháng đầu năm 2025, 6 tháng cuối năm 2025 |
//! | `2025-9M` | the first nine months | 9 tháng đầu năm 2025 |
//! | `2025` | the year | năm 2025 |
//!
//! Periods sort as they end; of those that end on one day the shorter comes first. Ids of one cycle sort alike as text.

use std::cmp::{Ordering, Reverse};
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codes::{Cycle, ErrorCode, Lang};
use crate::dates::{YEARS, day_of_month, month_end, year_out_of_range};
use crate::error::Error;
use crate::words;

impl Cycle {
    /// The months of one period; absent for weeks, and for reports on no period of the calendar.
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
            Cycle::Weekly | Cycle::Term | Cycle::AdHoc | Cycle::Once => None,
        }
    }

    /// Whether its reports are on periods of the calendar.
    pub(crate) fn has_periods(self) -> bool {
        !matches!(self, Cycle::Term | Cycle::AdHoc | Cycle::Once)
    }

    /// How many periods of the cycle a year holds.
    fn in_a_year(self, year: i32) -> u32 {
        match self {
            Cycle::NineMonthly => 1,
            // The last week is the one that holds 28 December.
            Cycle::Weekly => NaiveDate::from_ymd_opt(year, 12, 28).map_or(0, |day| day.iso_week().week()),
            _ => self.months().map_or(0, |months| 12 / months),
        }
    }
}

/// A week, month, quarter, half, nine months or year.
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
    /// The period of a cycle and year: of a weekly, monthly or quarterly cycle the week, month or quarter `number`, from 1.
    ///
    /// Errors: `year-out-of-range`; `bad-period` for a number the cycle does not have in a year, or a cycle without
    /// periods.
    ///
    /// ```
    /// use tiendo::{Cycle, Period};
    /// assert_eq!(Period::new(Cycle::Monthly, 2025, 6)?.to_string(), "2025-06");
    /// assert_eq!(Period::new(Cycle::NineMonthly, 2025, 1)?.to_string(), "2025-9M");
    /// assert!(Period::new(Cycle::Quarterly, 2025, 5).is_err());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn new(cycle: Cycle, year: i32, number: u32) -> Result<Period, Error> {
        if !cycle.has_periods() {
            return Err(bad_period());
        }
        if !YEARS.contains(&year) {
            return Err(year_out_of_range("period"));
        }
        if !(1..=cycle.in_a_year(year)).contains(&number) {
            return Err(bad_period());
        }
        let Some(months) = cycle.months() else {
            let start = NaiveDate::from_isoywd_opt(year, number, Weekday::Mon).ok_or_else(bad_period)?;
            let end = start.checked_add_days(Days::new(6)).ok_or_else(bad_period)?;
            return Ok(Period { cycle, number, start, end });
        };
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
        if cycle == Cycle::Weekly {
            let week = day.iso_week();
            return Period::new(cycle, week.year(), week.week()).ok();
        }
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

    /// Its year; of a week the one it is counted in, in which most of its days lie.
    ///
    /// ```
    /// let half: tiendo::Period = "2025-H2".parse()?;
    /// assert_eq!(half.year(), 2025);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn year(&self) -> i32 {
        match self.cycle {
            Cycle::Weekly => self.start.iso_week().year(),
            _ => self.start.year(),
        }
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
        words::period(self.cycle, self.number, self.start, lang)
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

    /// The period with all that can be said of it, as plain data: what languages without methods on it are given.
    ///
    /// ```
    /// let half: tiendo::Period = "2025-H2".parse()?;
    /// assert_eq!(half.reading().en, "the second half of 2025");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn reading(&self) -> PeriodReading {
        PeriodReading {
            id: *self,
            cycle: self.cycle,
            year: self.year(),
            number: self.number,
            start: self.start,
            end: self.end,
            vi: self.label(Lang::Vi),
            en: self.label(Lang::En),
        }
    }

    /// A day of the month `months` after the period's first; the month's last day, and `true`, where it is shorter.
    #[inline]
    pub(crate) fn day_of_month(&self, months: u32, day: u32) -> Option<(NaiveDate, bool)> {
        day_of_month(self.start, months, day)
    }

    /// The periods of a cycle in a year, in order.
    pub(crate) fn of_year(cycle: Cycle, year: i32) -> impl Iterator<Item = Period> {
        (1..=cycle.in_a_year(year)).filter_map(move |number| Period::new(cycle, year, number).ok())
    }
}

/// A period with its days and its names, as plain data.
///
/// ```
/// let quarter: tiendo::Period = "2025-Q2".parse()?;
/// let reading = quarter.reading();
/// assert_eq!((reading.year, reading.number, reading.vi.as_str()), (2025, 2, "quý II/2025"));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodReading {
    /// Its id.
    pub id: Period,
    /// How often such a period comes.
    pub cycle: Cycle,
    /// Its year.
    pub year: i32,
    /// Which of its year it is, from 1.
    pub number: u32,
    /// Its first day.
    #[serde(with = "crate::json::day")]
    pub start: NaiveDate,
    /// Its last day.
    #[serde(with = "crate::json::day")]
    pub end: NaiveDate,
    /// The period in Vietnamese, within a sentence.
    pub vi: String,
    /// The period in English.
    pub en: String,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.year(), self.number);
        match self.cycle {
            Cycle::Weekly => write!(f, "{year}-W{number:02}"),
            Cycle::Monthly => write!(f, "{year}-{number:02}"),
            Cycle::Quarterly => write!(f, "{year}-Q{number}"),
            Cycle::HalfYearly => write!(f, "{year}-H{number}"),
            Cycle::NineMonthly => write!(f, "{year}-9M"),
            Cycle::Yearly | Cycle::Term | Cycle::AdHoc | Cycle::Once => write!(f, "{year}"),
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
            Some(("W", number)) => Period::new(Cycle::Weekly, year, digits(number, 2)?),
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
        text.parse().map_err(|error: Error| serde::de::Error::custom(error))
    }
}

fn bad_period() -> Error {
    let vi = "một kỳ như `2026-W05`, `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M` hoặc `2025`";
    let en = "a period such as `2026-W05`, `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M` or `2025`";
    Error::new(ErrorCode::BadPeriod, "period", (vi, en))
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
            "2025-W53",
            "2026-W54",
            "2026-W00",
            "2026-W5",
            "2026-w05",
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

    #[test]
    fn weeks_are_those_of_iso_8601() {
        let week = |id: &str| id.parse::<Period>().unwrap();
        let days = |id: &str| (week(id).start().to_string(), week(id).end().to_string());
        assert_eq!(days("2026-W05"), ("2026-01-26".into(), "2026-02-01".into()));
        // The first week is the one that holds 4 January; some years have 53.
        assert_eq!(days("2026-W01"), ("2025-12-29".into(), "2026-01-04".into()));
        assert_eq!(days("2026-W53"), ("2026-12-28".into(), "2027-01-03".into()));
        assert_eq!((week("2026-W01").year(), week("2026-W53").year()), (2026, 2026));
        let holding = |day: &str| Period::holding(Cycle::Weekly, day.parse().unwrap());
        assert_eq!(holding("2027-01-03"), Some(week("2026-W53")));
        assert_eq!(holding("2025-12-29"), Some(week("2026-W01")));
        assert_eq!(holding("2200-12-31"), None);
        assert_eq!(Period::of_year(Cycle::Weekly, 2026).count(), 53);
        assert_eq!(week("2026-W05").to_string(), "2026-W05");
        assert!(week("2026-W05") < "2026-02".parse().unwrap());
    }
}
