//! Slack: the days a lower tier's report leaves the upper one.

pub use tiendo::Slack;

use super::ReportingQuery;
use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::plan::Plan;

/// For each period both tiers report on by a date, the days between: in the lower tier's order.
///
/// The errors are those of `obligations`, and `too-many` beyond 100,000 pairs.
#[uniffi::export]
pub fn slack(
    lower: Plan,
    lower_query: ReportingQuery,
    upper: Plan,
    upper_query: ReportingQuery,
) -> Result<Vec<Slack>, TiendoError> {
    Ok(tiendo::slack(&lower_query.ask(lower)?, &upper_query.ask(upper)?)?)
}

/// The days between a report of a lower tier and one of the upper tier on the same period.
#[uniffi::remote(Record)]
pub struct Slack {
    /// The period's id.
    pub period: String,
    /// The lower tier's rule.
    pub lower_rule: String,
    /// The upper tier's rule.
    pub upper_rule: String,
    /// The lower tier's last day on time.
    pub lower_due: NaiveDate,
    /// The upper tier's last day on time.
    pub upper_due: NaiveDate,
    /// Days from the one to the other; negative where the lower tier is due after the upper one.
    pub days: i64,
}
