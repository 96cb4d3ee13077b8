//! What comes next: reports, tasks and milestones of the days ahead.

use std::cmp::Ordering;

use chrono::{Days, NaiveDate};

use super::model::Upcoming;
use crate::codes::{ReportStanding, UpcomingKind};
use crate::options::Options;
use crate::plan::Plan;
use crate::progress::{AssessedIndicator, year_end};
use crate::reporting::Report;
use crate::sorted;
use crate::tasks::AssessedTask;

/// By date, then report, task, milestone, then code, then the bodies' order. Reports sent and exempt are left out, and
/// milestones that decide nothing.
pub(super) fn upcoming(
    plan: &Plan,
    indicators: &[AssessedIndicator],
    tasks: &[AssessedTask],
    reports: &[Report],
    today: NaiveDate,
    options: &Options,
) -> Vec<Upcoming> {
    let last = today.checked_add_days(Days::new(options.upcoming_days.into())).unwrap_or(today);
    let of = |date: NaiveDate, kind: UpcomingKind, code: String| {
        (today..=last).contains(&date).then(|| Upcoming {
            date,
            days: (date - today).num_days(),
            kind,
            code,
            period: None,
            agency: None,
        })
    };
    let open = reports.iter().filter(|report| {
        report.submitted.is_none()
            && !matches!(report.standing, ReportStanding::Exempt | ReportStanding::Undated)
    });
    let owed = open.filter_map(|report| {
        let obligation = &report.obligation;
        let upcoming = of(obligation.due?, UpcomingKind::Report, obligation.rule.to_string())?;
        let agency = obligation.agency.as_ref().map(ToString::to_string);
        Some(Upcoming { period: Some(obligation.period.to_string()), agency, ..upcoming })
    });
    let due = tasks
        .iter()
        .filter(|task| task.days_left.is_some())
        .filter_map(|task| of(task.due?, UpcomingKind::Task, task.number.to_string()));
    let decided = |year: i32| indicators.iter().any(|indicator| indicator.milestone == Some(year));
    let milestones = plan
        .milestones
        .iter()
        .filter(|year| decided(**year))
        .filter_map(|year| of(year_end(*year)?, UpcomingKind::Milestone, year.to_string()));
    let mut all: Vec<Upcoming> = owed.chain(due).chain(milestones).collect();
    sorted::sort_by(&mut all, |a, b| {
        let order = (a.date, a.kind).cmp(&(b.date, b.kind));
        order.then_with(|| by_code(&a.code, &b.code)).then_with(|| a.period.cmp(&b.period))
    });
    all
}

/// Numbers as numbers: 9 before 10.
fn by_code(a: &str, b: &str) -> Ordering {
    match (a.parse::<u32>(), b.parse::<u32>()) {
        (Ok(a), Ok(b)) => a.cmp(&b),
        _ => a.cmp(b),
    }
}
