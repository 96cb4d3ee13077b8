//! Days, months, quarters, parts of a year and years as they are written, and the days they begin and end.

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

/// What a point names within its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A number whose neighbour says what it counts: the 7 of `7 - 8/2025`.
    Number(u32),
    /// A day; without its month, that of its neighbour.
    Day {
        day: u32,
        month: Option<u32>,
    },
    Month(u32),
    Quarter(u32),
    /// So many months from a year's beginning.
    FirstMonths(u32),
    /// So many months to a year's end.
    LastMonths(u32),
    Year,
}

/// A day or a period as written; without its year, that of its neighbour or every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) unit: Unit,
    pub(super) year: Option<i32>,
    pub(super) third: Option<Third>,
}

impl Point {
    pub(super) fn of(unit: Unit, year: Option<i32>) -> Point {
        Point { unit, year, third: None }
    }

    /// Whether two points name the same kind of period.
    pub(super) fn is_like(self, other: Point) -> bool {
        std::mem::discriminant(&self.unit) == std::mem::discriminant(&other.unit)
    }

    /// The first day, the last, and the rule that found it.
    pub(super) fn bounds(self, month_day: Option<u32>) -> Result<(NaiveDate, NaiveDate, DateRule), NoteCode> {
        use DateRule::{CivilCode146, HalfEnd, MonthDay, MonthEnd, MonthsEnd, QuarterEnd, YearEnd};
        let year = self.year.ok_or(NoteCode::NoYear)?;
        if !YEARS.contains(&year) {
            return Err(NoteCode::YearOutOfRange);
        }
        let months = |first: u32, last: u32| {
            let first = NaiveDate::from_ymd_opt(year, first, 1);
            first.zip(month_end(year, last)).ok_or(NoteCode::NoSuchPeriod)
        };
        Ok(match self.unit {
            Unit::Number(_) => return Err(NoteCode::UnreadText),
            Unit::Day { day, month } => {
                let month = month.ok_or(NoteCode::UnreadText)?;
                let day = NaiveDate::from_ymd_opt(year, month, day).ok_or(NoteCode::NoSuchDate)?;
                (day, day, DateRule::Day)
            }
            Unit::Month(month) => {
                let (first, last) = months(month, month)?;
                let day = |day: u32| first.with_day(day.min(last.day())).unwrap_or(last);
                match (self.third, month_day) {
                    (None, None) => (first, last, MonthEnd),
                    (None, Some(chosen)) => (first, day(chosen), MonthDay),
                    (Some(Third::Beginning), _) => (first, first, CivilCode146),
                    (Some(Third::Middle), _) => (day(15), day(15), CivilCode146),
                    (Some(Third::End), _) => (last, last, CivilCode146),
                }
            }
            Unit::Quarter(quarter) => {
                let last = quarter.saturating_mul(3);
                let (first, last) = months(last.saturating_sub(2), last)?;
                (first, last, QuarterEnd)
            }
            Unit::FirstMonths(count) => {
                let (first, last) = months(1, count)?;
                (first, last, if count == 6 { HalfEnd } else { MonthsEnd })
            }
            Unit::LastMonths(count) => {
                let (first, last) = months(13_u32.saturating_sub(count), 12)?;
                (first, last, if count == 6 { HalfEnd } else { YearEnd })
            }
            Unit::Year => {
                let (first, last) = months(1, 12)?;
                let middle = months(1, 6)?.1;
                match self.third {
                    None => (first, last, YearEnd),
                    Some(Third::Beginning) => (first, first, CivilCode146),
                    Some(Third::Middle) => (middle, middle, CivilCode146),
                    Some(Third::End) => (last, last, CivilCode146),
                }
            }
        })
    }

    /// The month and day that it names of every year: those of a leap year, which has all of them.
    pub(super) fn of_every_year(
        self,
        month_day: Option<u32>,
    ) -> Result<(NaiveDate, NaiveDate, DateRule), NoteCode> {
        Point { year: Some(2024), ..self }.bounds(month_day)
    }
}
