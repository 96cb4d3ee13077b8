//! Recurring work: its instances, and which of them speaks.
//!
//! There is an instance for each period of the cycle from the one that holds the plan's first day, up to the last milestone and up to
//! today; where the cell has a last day of its own that is the first instance, and the next are the periods after the one that
//! holds it. An update speaks of the instance of its `period`, else of the one that holds its date; the first, where it has
//! a last day of its own, takes what came before it too. Of all the last one due speaks, before today, else the first.
//!
//! An instance is due on the cell's own day of its period (`Trước 15/12 hằng năm`), else on the period's last; one that was due
//! before the plan was in force is none.
//!
//! An extension moves, from its day, the last instance due by that day; where none was, the first.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::judge::{Judged, Judging, Part, completed};
use super::model::Instances;
use super::state::State;
use super::terms::InForce;
use crate::codes::{Cycle, TaskFlag, TaskStanding};
use crate::deadlines::Deadline;
use crate::period::Period;
use crate::records::{Extension, TaskUpdate};

/// How an instance went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    OnTime,
    Late,
    Overdue,
    /// It is not due yet, whether it is done or not.
    NotDue,
}

/// An instance: its period, and the last day.
struct Instance {
    period: Period,
    due: NaiveDate,
}

/// Judges recurring work by the instance that speaks.
pub(super) fn judged<'r>(judging: &mut Judging<'_, 'r>, part: &Part<'_, 'r>) -> Judged<'r> {
    let instances = instances(judging, part);
    if instances.is_empty() {
        judging.lacks_effective |= judging.effective.is_none();
        return Judged::new(TaskStanding::Undated);
    }
    let has_own_day = part.terms.in_force(judging.today, &|_| false).due.is_some();
    let by_instance = told_apart(&instances, part.updates, has_own_day);
    let extensions: Vec<(usize, &Extension)> = part
        .terms
        .extensions()
        .iter()
        .filter(|of| (part.is_for)(of))
        .map(|of| (instances.partition_point(|instance| instance.due <= of.date).saturating_sub(1), *of))
        .collect();
    let in_force = |at: usize, day: NaiveDate| {
        let first = InForce { due: instances.get(at).map(|of| of.due), ..InForce::default() };
        let own = extensions.iter().filter(|(of, extension)| *of == at && extension.date <= day);
        own.fold(first, |before, (_, of)| InForce {
            due: Some(of.new_due),
            extension: Some(of),
            was_overdue: before.due.is_some_and(|due| of.date > due),
        })
    };
    let mut updates = by_instance.as_slice();
    let mut states: Vec<State<'r>> = Vec::with_capacity(instances.len());
    for at in 0..instances.len() {
        let count = updates.iter().take_while(|(of, _)| *of == at).count();
        let (own, rest) = updates.split_at_checked(count).unwrap_or((updates, &[]));
        let own: Vec<&TaskUpdate> = own.iter().map(|(_, of)| *of).collect();
        states.push(State::of(&own));
        updates = rest;
    }
    let today = judging.today;
    let counted = |state: &State<'r>| state.counted(judging.options.evidence_required);
    let outcomes: Vec<Outcome> = states
        .iter()
        .enumerate()
        .map(|(at, state)| match (in_force(at, today).due, counted(state)) {
            (Some(due), _) if due >= today => Outcome::NotDue,
            (_, Some(day)) if in_force(at, day).due.is_some_and(|due| day <= due) => Outcome::OnTime,
            (_, Some(_)) => Outcome::Late,
            (_, None) => Outcome::Overdue,
        })
        .collect();
    let speaks = outcomes.iter().rposition(|of| *of != Outcome::NotDue).unwrap_or(0);
    let state = states.get(speaks).copied().unwrap_or_default();
    let mut judged = if let Some(day) = counted(&state) {
        completed(part, &state, day, |day| in_force(speaks, day))
    } else {
        let mut judged = Judged::new(TaskStanding::Undated);
        if state.completed.is_some() {
            judged.flag(TaskFlag::NoEvidence);
        }
        if state.is_contradictory {
            judged.flag(TaskFlag::StatusContradictsDates);
        }
        judging.open(&mut judged, part, &state, in_force(speaks, today));
        judged
    };
    if outcomes.iter().take(speaks).any(|of| *of == Outcome::Overdue) {
        judged.flag(TaskFlag::MissedInstances);
    }
    judged.instances = instances.get(speaks).map(|of| (of.period, outcomes));
    judged
}

/// The instances up to today.
fn instances(judging: &Judging<'_, '_>, part: &Part<'_, '_>) -> Vec<Instance> {
    let Some(cycle) = part.cell.recurrence else { return Vec::new() };
    let own = part.terms.in_force(judging.today, &|_| false).due;
    let from = match own {
        Some(due) => Some(due),
        None => judging.effective,
    };
    let mut instances = Vec::new();
    let Some(mut period) = from.and_then(|from| holding_or_after(cycle, from)) else { return instances };
    if let Some(due) = own {
        instances.push(Instance { period, due });
        let Some(next) = after(period) else { return instances };
        period = next;
    }
    let is_within = |period: &Period| judging.last.is_none_or(|last| period.end() <= last);
    while is_within(&period) && (period.start() <= judging.today || instances.is_empty()) {
        let due = due_in(period, part.cell, judging.options.before_inclusive);
        // What was due before the plan was in force nobody owes.
        if own.is_some() || from.is_none_or(|from| from <= due) {
            instances.push(Instance { period, due });
        }
        let Some(next) = after(period) else { break };
        period = next;
    }
    instances
}

/// The last day on time of an instance: the cell's own day of the period, else the period's last.
fn due_in(period: Period, cell: &Deadline, is_inclusive: bool) -> NaiveDate {
    let day = cell.recurring_day.and_then(|of| {
        let first = period
            .start()
            .checked_add_months(Months::new(of.month.map_or(0, |month| month.saturating_sub(1))))?;
        let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
        let day = first.checked_add_days(Days::new(u64::from(of.day.checked_sub(1)?)))?.min(last);
        if of.before && !is_inclusive { day.pred_opt() } else { Some(day) }
    });
    day.unwrap_or(period.end())
}

/// The period of a cycle that holds a day, else the next one.
fn holding_or_after(cycle: Cycle, day: NaiveDate) -> Option<Period> {
    Period::holding(cycle, day).or_else(|| Period::new(cycle, day.year() + 1, 1).ok())
}

fn after(period: Period) -> Option<Period> {
    holding_or_after(period.cycle(), period.end().succ_opt()?)
}

/// The updates with the place of the instance they speak of, by instance, else in their order; those of none are left out.
fn told_apart<'r>(
    instances: &[Instance],
    updates: &[&'r TaskUpdate],
    has_own_day: bool,
) -> Vec<(usize, &'r TaskUpdate)> {
    let place = |of: &&&'r TaskUpdate| {
        let said = of.period.as_deref().and_then(|period| period.parse::<Period>().ok());
        let day = said.map_or(of.date, |period| period.end());
        let at = instances.partition_point(|instance| instance.period.end() < day);
        let is_first = at == 0 && has_own_day;
        instances.get(at).filter(|instance| is_first || instance.period.start() <= day).map(|_| at)
    };
    let mut by_instance: Vec<(usize, &TaskUpdate)> =
        updates.iter().filter_map(|of| Some((place(&of)?, *of))).collect();
    crate::sorted::sort_by_key(&mut by_instance, |(at, _)| *at);
    by_instance
}

/// The counts of the instances that are due.
pub(super) fn counted(period: Period, outcomes: &[Outcome]) -> Instances {
    let count = |outcome: Outcome| {
        u32::try_from(outcomes.iter().filter(|of| **of == outcome).count()).unwrap_or(u32::MAX)
    };
    let (on_time, late, overdue) = (count(Outcome::OnTime), count(Outcome::Late), count(Outcome::Overdue));
    Instances {
        period: period.to_string(),
        due: on_time.saturating_add(late).saturating_add(overdue),
        completed_on_time: on_time,
        completed_late: late,
        overdue,
    }
}

/// How the instances of a task went, of how those of its parts did: the worst of each, not due where one part's is not.
pub(super) fn together(into: &mut [Outcome], other: &[Outcome]) {
    for (own, other) in into.iter_mut().zip(other) {
        *own = (*own).max(*other);
    }
}
