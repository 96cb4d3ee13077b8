//! Tasks: how each stands on a day, by what is known of it.
//!
//! A task is judged in parts: each lead, and each item where the lead cell points to items, or where an update speaks of one.
//! The task follows from its parts. What each standing means and the order in which they are looked at stands in
//! [`judge`]; what is in force of a deadline on a day in [`terms`]; how instances of recurring work are told apart in
//! [`recurring`]; how parts make a whole in [`whole`].
//!
//! Decided here:
//!
//! - A lead that the cell binds to no item answers for the task as a whole, until an update speaks of one of its items: then it
//!   answers for each item of the task.
//! - `not_started` after work was begun takes nothing back: the work goes on, and that is a contradiction
//!   (`status-contradicts-dates`).
//! - An update that names a body that does not lead the task, or an item it does not have, speaks of nobody: it is told
//!   as an unmatched record, and so is one of a task the plan does not have.

mod bodies;
mod judge;
mod model;
mod recurring;
mod state;
mod terms;
mod told;
mod whole;

use chrono::{Datelike, NaiveDate};

pub use model::{AssessedItem, AssessedLead, AssessedTask, DecidedExtension, Instances};

use crate::codes::Cycle;
use crate::options::Options;
use crate::period::Period;
use crate::plan::{Plan, PlanView};
use crate::records::{Amendment, Exemption, Known};
use crate::sorted;
pub(crate) use bodies::Bodies;
use judge::Judging;
use terms::Terms;

/// The tasks of a plan on a day.
pub(crate) struct AssessedTasks<'a, 'r> {
    /// In the plan's order.
    pub(crate) tasks: Vec<AssessedTask>,
    /// The bodies that their cells and records name.
    pub(crate) bodies: Bodies<'a>,
    /// The ids of records of tasks, leads or items that the plan does not have, in order.
    pub(crate) unmatched: Vec<&'r str>,
    /// Whether a task recurs and nobody knows from when.
    pub(crate) lacks_effective: bool,
}

/// Judges the tasks of a plan on a day.
///
/// `view` is of the plan as its amendments have it on that day, `published` the plan without them; `bodies` are those of the
/// day too.
pub(crate) fn assess_tasks<'a, 'r>(
    view: &PlanView<'_>,
    published: &Plan,
    known: &Known<'r>,
    bodies: Bodies<'a>,
    today: NaiveDate,
    options: &'a Options,
) -> AssessedTasks<'a, 'r> {
    let plan = view.plan();
    let effective = effective(plan, options.effective);
    let (exemptions, amendments) = (of_tasks(&known.exemptions), amended(&known.amendments));
    let mut judging = Judging {
        bodies,
        today,
        options,
        effective,
        last: plan.milestones.last().and_then(|year| NaiveDate::from_ymd_opt(*year, 12, 31)),
        ended: last_ended(plan, today).filter(|period| effective.is_none_or(|from| period.end() >= from)),
        unmatched: unmatched(view, known),
        lacks_effective: false,
    };
    let published = published.view();
    let tasks = plan.tasks.iter().map(|task| {
        let number = task.number;
        let terms = Terms::of(
            published.task(number),
            within(&amendments, |of| of.task.unwrap_or(0), number),
            within(&known.extensions, |of| of.task, number),
            within(&known.triggers, |of| of.task, number),
            within(&known.outside_dates, |of| of.task, number).last().copied(),
            (task, today, options.deadlines()),
        );
        let updates = within(&known.updates, |of| of.task, number);
        let exemptions = within(&exemptions, |of| of.task.unwrap_or(0), number);
        judging.task(task, &terms, updates, exemptions)
    });
    let tasks = tasks.collect();
    let Judging { bodies, mut unmatched, lacks_effective, .. } = judging;
    sorted::sort(&mut unmatched);
    unmatched.dedup();
    AssessedTasks { tasks, bodies, unmatched, lacks_effective }
}

/// The first day of a plan: its own, its regime's, the caller's, else the day it was issued.
pub(crate) fn effective(plan: &Plan, asked: Option<NaiveDate>) -> Option<NaiveDate> {
    let regime = plan.regime.as_ref().and_then(|regime| regime.effective);
    plan.effective.or(regime).or(asked).or(plan.issued)
}

/// The last period of the regime's shortest cycle that has ended before a day.
fn last_ended(plan: &Plan, today: NaiveDate) -> Option<Period> {
    let rules = plan.regime.iter().flat_map(|regime| &regime.rules);
    let ended = |cycle: Cycle| {
        let years = [today.year() - 1, today.year()];
        let periods = years.into_iter().flat_map(|year| Period::of_year(cycle, year));
        periods.filter(|period| period.end() < today).max_by_key(Period::end)
    };
    let length = |period: &Period| period.end() - period.start();
    rules.filter_map(|rule| ended(rule.cycle)).min_by_key(|period| (length(period), period.start()))
}

/// The exemptions of tasks, by task.
fn of_tasks<'r>(exemptions: &[&'r Exemption]) -> Vec<&'r Exemption> {
    let mut of_tasks: Vec<&Exemption> = exemptions.iter().copied().filter(|of| of.task.is_some()).collect();
    sorted::sort_by_key(&mut of_tasks, |of| of.task);
    of_tasks
}

/// The amendments of tasks, by task, else in their order.
fn amended<'r>(amendments: &[&'r Amendment]) -> Vec<&'r Amendment> {
    let mut of_tasks: Vec<&Amendment> = amendments.iter().copied().filter(|of| of.task.is_some()).collect();
    sorted::sort_by_key(&mut of_tasks, |of| of.task);
    of_tasks
}

/// The records of one task among those that stand by task.
fn within<'l, 'r, T>(records: &'l [&'r T], task: impl Fn(&T) -> u32, number: u32) -> &'l [&'r T] {
    let from = records.partition_point(|of| task(of) < number);
    let to = records.partition_point(|of| task(of) <= number);
    records.get(from..to).unwrap_or(&[])
}

/// The ids of records of tasks the plan does not have.
fn unmatched<'r>(view: &PlanView<'_>, known: &Known<'r>) -> Vec<&'r str> {
    let is_none = |number: u32| view.task(number).is_none();
    let updates = known.updates.iter().filter(|of| is_none(of.task)).map(|of| of.id.as_str());
    let triggers = known.triggers.iter().filter(|of| is_none(of.task)).map(|of| of.id.as_str());
    let dates = known.outside_dates.iter().filter(|of| is_none(of.task)).map(|of| of.id.as_str());
    let extensions = known.extensions.iter().filter(|of| is_none(of.task)).map(|of| of.id.as_str());
    let exemptions = known.exemptions.iter().filter(|of| of.task.is_some_and(is_none));
    updates
        .chain(triggers)
        .chain(dates)
        .chain(extensions)
        .chain(exemptions.map(|of| of.id.as_str()))
        .collect()
}

#[cfg(test)]
mod tests;
