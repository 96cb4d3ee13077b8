//! Cycles, and the periods reports are about.

use serde::Serialize;

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::Cycle;
use crate::number::Whole;

/// Reads a period's id: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.
///
/// The errors are `bad-period` and `year-out-of-range`.
#[uniffi::export]
pub fn period(id: &str) -> Result<Period, TiendoError> {
    Ok(id.parse::<tiendo::Period>()?.reading().into())
}

/// The period of a cycle that holds a day.
///
/// Absent for October to December of the nine months, a year outside 1900 to 2200, and reports whose dates the caller
/// gives.
#[uniffi::export]
pub fn period_holding(cycle: Cycle, date: NaiveDate) -> Result<Option<Period>, TiendoError> {
    Ok(tiendo::Period::holding(cycle, date).map(|period| period.reading().into()))
}

/// A month, quarter, half, nine months or year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, uniffi::Record)]
pub struct Period {
    /// Its id: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.
    pub id: String,
    /// How often such a period comes.
    pub cycle: Cycle,
    /// Its year.
    pub year: i32,
    /// Which of its year it is, from 1.
    pub number: Whole,
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day.
    pub end: NaiveDate,
    /// The period in Vietnamese, within a sentence: `quý II/2025`.
    pub vi: String,
    /// The period in English.
    pub en: String,
}

impl From<tiendo::PeriodReading> for Period {
    fn from(period: tiendo::PeriodReading) -> Period {
        let tiendo::PeriodReading { id, cycle, year, number, start, end, vi, en } = period;
        Period { id: id.to_string(), cycle, year, number: Whole(number), start, end, vi, en }
    }
}
