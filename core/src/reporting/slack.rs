//! Slack: the days a lower tier's report leaves the upper one.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::building::Owed;
use super::obligation::ReportId;
use super::obligations::Obligations;
use crate::codes::ErrorCode;
use crate::error::Error;
use crate::sorted;

/// The days between a report of a lower tier and one of the upper tier on the same period.
///
/// ```
/// use tiendo::{Plan, ReportingQuery, slack};
/// let day = |text: &str| text.parse().unwrap();
/// let june = ReportingQuery::between(day("2026-06-01"), day("2026-07-01"));
/// let asked = ReportingQuery { effective: Some(day("2026-01-01")), ..june };
/// let june = |plan: &str| Plan::builtin(plan)?.obligations(&asked);
/// let days: Vec<_> = slack(&june("tien-dien")?, &june("ha-tinh-231")?)?
///     .into_iter()
///     .map(|slack| (slack.period, slack.days))
///     .collect();
/// assert_eq!(days, [("2026-Q2".into(), 5), ("2026-H1".into(), 5), ("2026-06".into(), 5)]);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Slack {
    /// The period's id.
    pub period: Arc<str>,
    /// The lower tier's rule.
    pub lower_rule: Arc<str>,
    /// The upper tier's rule.
    pub upper_rule: Arc<str>,
    /// The lower tier's last day on time.
    #[serde(with = "crate::json::day")]
    pub lower_due: NaiveDate,
    /// The upper tier's last day on time.
    #[serde(with = "crate::json::day")]
    pub upper_due: NaiveDate,
    /// Days from the one to the other; negative where the lower tier is due after the upper one.
    pub days: i64,
}

/// For each period both tiers report on by a date, the days between: in the lower tier's order, of one report by the upper
/// tier's last days.
///
/// Error: `too-many` where there are more pairs than a call may have reports ([`Limits`](crate::Limits)).
///
/// ```
/// use tiendo::{Plan, ReportingQuery, slack};
/// let june = Plan::builtin("ha-tinh-231")?.obligations(&ReportingQuery::on(&["2025-06".parse()?]))?;
/// assert_eq!(slack(&june, &june)?[0].days, 0);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn slack(lower: &Obligations, upper: &Obligations) -> Result<Vec<Slack>, Error> {
    let most = lower.0.limits.reports.min(upper.0.limits.reports);
    let mut above: Vec<(&ReportId, NaiveDate)> = dated(upper).collect();
    sorted::sort_by(&mut above, |(a, due), (b, other)| {
        (&a.period, due, &a.rule).cmp(&(&b.period, other, &b.rule))
    });
    let mut found = Vec::new();
    for (lower, lower_due) in dated(lower) {
        let first = above.partition_point(|(report, _)| report.period < lower.period);
        let same = above.iter().skip(first).take_while(|(report, _)| report.period == lower.period);
        for (upper, upper_due) in same {
            if found.len() >= most {
                let vi = format!("các cấp có không quá {most} cặp báo cáo");
                let expected = (vi, format!("tiers with at most {most} pairs of reports"));
                return Err(Error::new(ErrorCode::TooMany, "upper", expected));
            }
            found.push(Slack {
                period: Arc::clone(&lower.period),
                lower_rule: Arc::clone(&lower.rule),
                upper_rule: Arc::clone(&upper.rule),
                lower_due,
                upper_due: *upper_due,
                days: (*upper_due - lower_due).num_days(),
            });
        }
    }
    Ok(found)
}

/// The reports on periods of the calendar that have a date.
fn dated(tier: &Obligations) -> impl Iterator<Item = (&ReportId, NaiveDate)> {
    let is_periodic = |owed: &&Owed| tier.0.rule(owed).is_some_and(|rule| rule.cycle.has_periods());
    let reports = tier.0.reports.iter().filter(is_periodic);
    reports.filter_map(|owed| Some((&owed.id, owed.due()?)))
}
