//! Cycles, and the periods reports are about.

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::{Cycle, PeriodReading};

/// Reads a period's id: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.
///
/// The errors are `bad-period` and `year-out-of-range`.
#[uniffi::export]
pub fn period(id: &str) -> Result<PeriodReading, TiendoError> {
    Ok(id.parse::<tiendo::Period>()?.reading().into())
}

/// The period of a cycle that holds a day.
///
/// Absent for October to December of the nine months, a year outside 1900 to 2200, and reports whose dates the caller
/// gives.
#[uniffi::export]
pub fn period_holding(cycle: Cycle, date: NaiveDate) -> Result<Option<PeriodReading>, TiendoError> {
    Ok(tiendo::Period::holding(cycle, date).map(|period| period.reading().into()))
}
