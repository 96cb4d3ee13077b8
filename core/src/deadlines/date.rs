//! Days, months, quarters, halves and years as they are written, and the days they begin and end.

use chrono::{Datelike, NaiveDate};

use crate::codes::{DateRule, NoteCode};
use crate::dates::{YEARS, month_end};

/// Beginning, middle or end of a month or year (Civil Code 2015, art. 146).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Third {
    Beginning,
    Middle,
    End,
}

/// A day or a period as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Day { year: i32, month: u32, day: u32 },
    Month { year: i32, month: u32, third: Option<Third> },
    Quarter { year: i32, quarter: u32 },
    Half { year: i32, half: u32 },
    Year { year: i32, third: Option<Third> },
}

impl Point {
    /// The first day, the last, and the rule that found it.
    pub(super) fn bounds(self, month_day: Option<u32>) -> Result<(NaiveDate, NaiveDate, DateRule), NoteCode> {
        use DateRule::{CivilCode146, HalfEnd, MonthDay, MonthEnd, QuarterEnd, YearEnd};
        if !YEARS.contains(&self.year()) {
            return Err(NoteCode::YearOutOfRange);
        }
        let months = |first: u32, last: u32| {
            let first = NaiveDate::from_ymd_opt(self.year(), first, 1);
            first.zip(month_end(self.year(), last)).ok_or(NoteCode::NoSuchPeriod)
        };
        Ok(match self {
            Point::Day { year, month, day } => {
                let day = NaiveDate::from_ymd_opt(year, month, day).ok_or(NoteCode::NoSuchDate)?;
                (day, day, DateRule::Day)
            }
            Point::Month { month, third, .. } => {
                let (first, last) = months(month, month)?;
                let day = |day: u32| first.with_day(day.min(last.day())).unwrap_or(last);
                match (third, month_day) {
                    (None, None) => (first, last, MonthEnd),
                    (None, Some(chosen)) => (first, day(chosen), MonthDay),
                    (Some(Third::Beginning), _) => (first, first, CivilCode146),
                    (Some(Third::Middle), _) => (first, day(15), CivilCode146),
                    (Some(Third::End), _) => (first, last, CivilCode146),
                }
            }
            Point::Quarter { quarter, .. } => {
                let last = quarter.saturating_mul(3);
                let (first, last) = months(last.saturating_sub(2), last)?;
                (first, last, QuarterEnd)
            }
            Point::Half { half, .. } => {
                let (first, last) = if half == 1 { months(1, 6)? } else { months(7, 12)? };
                (first, last, HalfEnd)
            }
            Point::Year { third, .. } => {
                let (first, last) = months(1, 12)?;
                match third {
                    None => (first, last, YearEnd),
                    Some(Third::Beginning) => (first, first, CivilCode146),
                    Some(Third::Middle) => (first, months(1, 6)?.1, CivilCode146),
                    Some(Third::End) => (first, last, CivilCode146),
                }
            }
        })
    }

    pub(super) fn year(self) -> i32 {
        match self {
            Point::Day { year, .. }
            | Point::Month { year, .. }
            | Point::Quarter { year, .. }
            | Point::Half { year, .. }
            | Point::Year { year, .. } => year,
        }
    }
}
