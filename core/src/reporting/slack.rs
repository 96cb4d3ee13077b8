//! Slack: the days a lower tier's report leaves the upper one.

use chrono::NaiveDate;
use serde::Serialize;

use super::obligations::{Obligation, Obligations};
use crate::codes::ErrorCode;
use crate::error::Error;

/// Pairs at the most.
const MOST: usize = 100_000;

/// The days between a report of a lower tier and one of the upper tier on the same period.
///
/// ```
/// use tiendo::{Plan, Reporting, slack};
/// let day = |text: &str| text.parse().unwrap();
/// let asked = Reporting { effective: Some(day("2026-01-01")), ..Reporting::default() };
/// let june = |plan: &str| Plan::builtin(plan)?.obligations(day("2026-06-01"), day("2026-07-01"), &asked);
/// let days: Vec<_> = slack(&june("tien-dien")?, &june("ha-tinh-231")?)?
///     .into_iter()
///     .map(|slack| (slack.period, slack.days))
///     .collect();
/// assert_eq!(days, [("2026-Q2".to_owned(), 5), ("2026-H1".to_owned(), 5), ("2026-06".to_owned(), 5)]);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
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

/// For each period both tiers report on by a date, the days between: in the lower tier's order, of one report by the upper
/// tier's last days.
///
/// Error: `too-many` beyond 100,000 pairs.
///
/// ```
/// use tiendo::{Plan, Reporting, slack};
/// # let day = |text: &str| text.parse().unwrap();
/// let june = Plan::builtin("ha-tinh-231")?
///     .obligations(day("2025-06-20"), day("2025-06-21"), &Reporting::default())?;
/// assert_eq!(slack(&june, &june)?[0].days, 0);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn slack(lower: &Obligations, upper: &Obligations) -> Result<Vec<Slack>, Error> {
    let mut above: Vec<(&Obligation, NaiveDate)> = dated(upper).collect();
    above.sort_unstable_by_key(|(report, due)| (report.period.as_str(), *due, report.rule.as_str()));
    let pairs = dated(lower).flat_map(|below| {
        let first = above.partition_point(|(report, _)| report.period < below.0.period);
        let same = above.iter().skip(first).take_while(move |(report, _)| report.period == below.0.period);
        same.map(move |above| (below, *above))
    });
    let between =
        |((lower, lower_due), (upper, upper_due)): ((&Obligation, NaiveDate), (&Obligation, NaiveDate))| {
            Slack {
                period: lower.period.clone(),
                lower_rule: lower.rule.clone(),
                upper_rule: upper.rule.clone(),
                lower_due,
                upper_due,
                days: (upper_due - lower_due).num_days(),
            }
        };
    let found: Vec<Slack> = pairs.map(between).take(MOST + 1).collect();
    if found.len() <= MOST {
        return Ok(found);
    }
    Err(Error::new(ErrorCode::TooMany, "upper", format!("tiers with at most {MOST} pairs of reports")))
}

/// The reports on periods of the calendar that have a date.
fn dated(tier: &Obligations) -> impl Iterator<Item = (&Obligation, NaiveDate)> {
    let reports =
        tier.reports.iter().map(|owed| &owed.report).filter(|report| report.cycle.months().is_some());
    reports.filter_map(|report| Some((report, report.due?)))
}
