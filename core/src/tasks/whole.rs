//! A task from its parts, and a lead's part from its items.
//!
//! Parts that are exempt or cancelled are left out. Where all the others are completed so is the whole, late where one is, on the
//! latest day; else the worst open part decides: overdue, awaiting, ongoing_stale, ongoing, undated, in_progress, not_started,
//! not_begun_period. One part done or begun makes `not_started` `in_progress`. Where only suspended ones are open it is
//! suspended.

use chrono::NaiveDate;

use super::judge::Judged;
use super::recurring;
use crate::codes::{TaskFlag, TaskStanding};

/// The standings of open parts, the worst first.
const WORST: [TaskStanding; 8] = [
    TaskStanding::Overdue,
    TaskStanding::Awaiting,
    TaskStanding::OngoingStale,
    TaskStanding::Ongoing,
    TaskStanding::Undated,
    TaskStanding::InProgress,
    TaskStanding::NotStarted,
    TaskStanding::NotBegunPeriod,
];

/// What follows of parts for the whole.
pub(super) fn whole<'r>(parts: &[&Judged<'r>], today: NaiveDate) -> Judged<'r> {
    if let [only] = parts {
        return (*only).clone();
    }
    let is_out = |of: &Judged<'r>| matches!(of.standing, TaskStanding::Exempt | TaskStanding::Cancelled);
    let within: Vec<&Judged<'r>> = parts.iter().copied().filter(|of| !is_out(of)).collect();
    let place = |of: &Judged<'r>| WORST.iter().position(|standing| *standing == of.standing);
    let standing = if within.is_empty() {
        let is_cancelled = parts.iter().any(|of| of.standing == TaskStanding::Cancelled);
        if is_cancelled { TaskStanding::Cancelled } else { TaskStanding::Exempt }
    } else if let Some(worst) = within.iter().filter_map(|of| place(of)).min() {
        let is_begun = within.iter().any(|of| of.is_completed() || of.started);
        match WORST.get(worst) {
            Some(TaskStanding::NotStarted | TaskStanding::NotBegunPeriod) if is_begun => {
                TaskStanding::InProgress
            }
            Some(worst) => *worst,
            None => TaskStanding::Undated,
        }
    } else if within.iter().any(|of| of.standing == TaskStanding::Suspended) {
        TaskStanding::Suspended
    } else {
        completion(&within)
    };
    let mut whole = Judged::new(standing);
    whole.started = parts.iter().any(|of| of.started);
    // A completion is recorded of the whole where it is of every part, also where the work goes on.
    if !within.is_empty() && within.iter().all(|of| of.completion.is_some()) {
        whole.completed = within.iter().filter_map(|of| of.completed).max();
        whole.completion = Some(completion(&within));
    }
    let in_time = whole.is_in_time();
    let decides = within.iter().copied().filter(|of| {
        of.standing == standing || in_time && of.is_in_time() || whole.is_completed() && of.is_completed()
    });
    let decides = if whole.completion.is_some() {
        let late = |of: &Judged<'r>| of.completion == whole.completion;
        decides.max_by_key(|of| (late(of), of.completed))
    } else {
        decides.min_by_key(|of| (of.due.is_none(), of.due))
    };
    if let Some(decides) = decides {
        (whole.due, whole.extension, whole.came) = (decides.due, decides.extension, decides.came);
        whole.update = decides.update;
        whole.evidence = decides.evidence;
    }
    for flag in parts.iter().flat_map(|of| &of.flags) {
        whole.flag(*flag);
    }
    let is_open = whole.is_in_time() && whole.due.is_some_and(|due| due >= today);
    whole.flags.retain(|flag| *flag != TaskFlag::DueSoon || is_open);
    whole.instances = together(&within, whole.due);
    whole
}

/// How parts that are all completed make the whole so.
fn completion(parts: &[&Judged<'_>]) -> TaskStanding {
    use TaskStanding::{CompletedLate, CompletedOnTime, CompletedUndated};
    let any = |standing: TaskStanding| parts.iter().any(|of| of.completion == Some(standing));
    if any(CompletedLate) {
        CompletedLate
    } else if any(CompletedOnTime) {
        CompletedOnTime
    } else {
        CompletedUndated
    }
}

/// The instances of the whole, and the period of the part that sets its last day.
fn together(
    parts: &[&Judged<'_>],
    due: Option<NaiveDate>,
) -> Option<(crate::period::Period, Vec<recurring::Outcome>)> {
    let mut all = parts.iter().filter_map(|of| of.instances.as_ref());
    let (first, outcomes) = all.next()?;
    let mut outcomes = outcomes.clone();
    for (_, other) in all {
        recurring::together(&mut outcomes, other);
    }
    let of_due = parts.iter().find(|of| of.due == due).and_then(|of| of.instances.as_ref());
    Some((of_due.map_or(*first, |(period, _)| *period), outcomes))
}
