//! Due days as an iCalendar file (RFC 5545), for the calendar programs people use.

use super::ReportingQuery;
use crate::error::TiendoError;
use crate::plan::Plan;
use crate::why::Lang;

/// The due days as an iCalendar file; what is exempt or has no date is left out.
///
/// `stamp` is the instant the file is made, as RFC 3339 writes it: the library has no clock.
///
/// The errors are those of `obligations`, `bad-date` for a stamp that is no instant, and `year-out-of-range`.
#[uniffi::export]
pub fn icalendar(plan: Plan, query: ReportingQuery, stamp: &str, lang: Lang) -> Result<String, TiendoError> {
    Ok(query.ask(plan)?.to_ics(stamp, lang)?)
}
