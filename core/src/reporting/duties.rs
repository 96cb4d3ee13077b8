//! What one body owes in a month, under all its regimes.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::flat::is_empty;
use super::obligation::Obligation;
use super::output::Room;
use super::query::{Asked, ReportingQuery};
use super::units::ReportingUnit;
use crate::codes::{Cycle, ErrorCode, Lang, SelectBy};
use crate::error::Error;
use crate::period::Period;
use crate::plan::Plan;
use crate::sorted;
use crate::words::reports as words;

/// A report one body owes in a month: what [`duties_of_month`] finds.
///
/// ```
/// use tiendo::{Lang, Plan, ReportingQuery, duties_of_month};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let june = duties_of_month(&[(&plan, ReportingQuery::default())], "Sở Nội vụ", "2025-06", Lang::En)?;
/// assert_eq!((&*june[0].rule, june[0].due.unwrap().to_string().as_str()), ("quarterly", "2025-06-09"));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthDuty {
    /// The plan's id.
    pub plan: Arc<str>,
    /// The rule's code.
    pub rule: Arc<str>,
    /// The period's id, or what a given report is called.
    pub period: Arc<str>,
    /// The last day on time; absent for a report without a date, whose period ends in the month.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// To whom it goes, as written.
    pub recipient: Arc<str>,
    /// To whom the recipient reports in turn, as written.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub feeds: Arc<[Arc<str>]>,
    /// The duty in words.
    pub text: String,
}

/// What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day,
/// then those without a date whose period ends in it.
///
/// Each of the plans comes with what the caller brings to it, whose days, periods and `agencies` are not looked at; `month`
/// is a month's id. Which plans are the body's is the caller's to say: a rule for a group (*các sở, ban, ngành*) binds
/// whoever is given.
///
/// Errors: `bad-period` for what is no month; those of [`Plan::obligations`], what is wrong with one plan at `plans[0]`;
/// `too-large` where the texts are longer than the first plan's limit on what a call makes.
///
/// ```
/// use tiendo::{Lang, Plan, ReportingQuery, duties_of_month};
/// let province = Plan::builtin("ha-tinh-231")?;
/// let november = duties_of_month(&[(&province, ReportingQuery::default())], "Sở Nội vụ", "2025-11", Lang::Vi)?;
/// let texts: Vec<_> = november.iter().map(|duty| duty.text.as_str()).collect();
/// assert_eq!(texts, [
///     "Chậm nhất ngày 19/11/2025: gửi báo cáo tháng 11/2025 đến Sở Khoa học và Công nghệ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh (theo 231/KH-UBND).",
///     "Chậm nhất ngày 29/11/2025: gửi báo cáo năm 2025 đến Sở Khoa học và Công nghệ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh (theo 231/KH-UBND).",
/// ]);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn duties_of_month(
    plans: &[(&Plan, ReportingQuery)],
    agency: &str,
    month: &str,
    lang: Lang,
) -> Result<Vec<MonthDuty>, Error> {
    let month: Option<Period> = month.parse().ok().filter(|period: &Period| period.cycle() == Cycle::Monthly);
    let expected = ("một tháng như `2025-06`", "a month such as `2025-06`");
    let month = month.ok_or_else(|| Error::new(ErrorCode::BadPeriod, "month", expected))?;
    let Some((_, first)) = plans.first() else { return Ok(Vec::new()) };
    let mut room = Room::of(&first.limits);
    let agency = [agency.to_owned()];
    let mut duties = Vec::new();
    for (at, (plan, query)) in plans.iter().enumerate() {
        let in_place = |error| of_one(error, at);
        query.check_options().map_err(in_place)?;
        let unit = ReportingUnit::all(&agency, &[], query.registry(), &query.limits).map_err(in_place)?;
        let all = plan.owed(due_in(month), query, unit).map_err(in_place)?;
        for report in all.iter().filter(|report| report.exempt.is_none()) {
            duties.push(duty(&report, &all.0.source, &mut room, lang)?);
        }
    }
    sorted::sort_by_key(&mut duties, |duty| (duty.due.is_none(), duty.due));
    Ok(duties)
}

/// An error about a body is about the one; about what the caller knows of a plan, about that plan.
fn of_one(error: Error, plan: usize) -> Error {
    let path = match error.path.as_str() {
        "agencies[0]" => "agency".to_owned(),
        path if path.starts_with("given") || path == "effective" => format!("plans[{plan}].{path}"),
        path => path.to_owned(),
    };
    Error { path, ..error }
}

/// The reports whose last day on time lies in a month, whatever the question selects by.
fn due_in(month: Period) -> Asked {
    let end = month.end().succ_opt().unwrap_or_else(|| month.end());
    Asked::Between { start: month.start(), end, by: SelectBy::Due }
}

fn duty(report: &Obligation, source: &str, room: &mut Room, lang: Lang) -> Result<MonthDuty, Error> {
    let label = report.label(lang);
    let feeds = report.feeds.iter().fold(0usize, |bytes, feeds| bytes.saturating_add(feeds.len()));
    room.holds(feeds.saturating_add(report.recipient.len()).saturating_add(source.len()))?;
    let feeds = report.feeds.join("; ");
    let text = words::duty(&label, report.due, (&report.recipient, &feeds), source, lang);
    room.take(text.len())?;
    Ok(MonthDuty {
        plan: Arc::clone(&report.plan),
        rule: Arc::clone(&report.rule),
        period: Arc::clone(&report.period),
        due: report.due,
        recipient: Arc::clone(&report.recipient),
        feeds: Arc::clone(&report.feeds),
        text,
    })
}
