//! Cycles, and the periods reports are about.

use serde::Serialize;

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::{Cycle, Lang};
use crate::number::Whole;

/// Reads a period's id: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.
///
/// The errors are `bad-period` and `year-out-of-range`.
#[uniffi::export]
pub fn period(id: &str) -> Result<Period, TiendoError> {
    Ok(id.parse::<tiendo::Period>()?.into())
}

/// The period of a cycle that holds a day.
///
/// Absent for October to December of the nine months, a year outside 1900 to 2200, and reports whose dates the caller
/// gives.
#[uniffi::export]
pub fn period_holding(cycle: Cycle, date: NaiveDate) -> Result<Option<Period>, TiendoError> {
    Ok(tiendo::Period::holding(cycle, date).map(Period::from))
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
    /// Which of the year's it is, from 1.
    pub number: Whole,
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day.
    pub end: NaiveDate,
}

#[uniffi::export]
impl Period {
    /// The period in words, within a sentence: `quý II/2025`.
    ///
    /// The errors are those of `period`.
    pub fn label(&self, lang: Lang) -> Result<String, TiendoError> {
        Ok(self.id.parse::<tiendo::Period>()?.label(lang))
    }
}

impl From<tiendo::Period> for Period {
    fn from(period: tiendo::Period) -> Period {
        let (cycle, start, end) = (period.cycle(), period.start(), period.end());
        Period { id: period.to_string(), cycle, year: period.year(), number: Whole(period.number()), start, end }
    }
}
