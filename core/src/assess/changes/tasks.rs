//! What changed in a task.

use super::super::model::Assessment;
use super::model::{ChangedTask, TaskThen};
use super::{Amendments, Found};
use crate::codes::{ChangeCause, ChangeKind, ItemKind, Lang, TaskFlag, TaskStanding};
use crate::period::Period;
use crate::sorted::{Map, Set};
use crate::tasks::{AssessedLead, AssessedTask};
use crate::words::Changed;

/// The tasks that changed, in the later plan's order, then those the plan has no longer.
pub(super) fn changed(
    before: &Assessment,
    after: &Assessment,
    amendments: &Amendments<'_>,
) -> Vec<ChangedTask> {
    let was: Map<u32, &AssessedTask> = before.tasks.iter().map(|of| (of.number, of)).collect();
    let now: Set<u32> = after.tasks.iter().map(|of| of.number).collect();
    let pairs = after.tasks.iter().map(|is| (was.get(&is.number).copied(), Some(is)));
    let gone = before.tasks.iter().filter(|was| !now.contains(&was.number));
    pairs.chain(gone.map(|was| (Some(was), None))).filter_map(|(was, is)| one(was, is, amendments)).collect()
}

fn one(
    was: Option<&AssessedTask>,
    is: Option<&AssessedTask>,
    amendments: &Amendments<'_>,
) -> Option<ChangedTask> {
    let shown = is.or(was)?;
    let number = shown.number;
    let amended = amendments.of(ItemKind::Task, &number.to_string());
    let mut extension = None;
    let mut found = match (was, is) {
        (Some(was), Some(is)) => {
            let mut found = Found::default();
            Pair { was, is, is_same: instance(was) == instance(is) }.tell(&mut found, amended.is_empty());
            if found.kinds.contains(&ChangeKind::Extended) && !has_same_extension(was, is) {
                extension.clone_from(&is.extension);
            }
            found.amended(amended);
            found
        }
        _ => Found::there_or_not(amended, is.is_some()),
    };
    if !found.finish() {
        return None;
    }
    let in_english = shown.title_en.as_deref().unwrap_or(&shown.title);
    let (vi, en) = found
        .sentences((&format!("Nhiệm vụ {number}"), &format!("Task {number}")), (&shown.title, in_english));
    Some(ChangedTask {
        number,
        title: shown.title.clone(),
        kinds: found.kinds,
        causes: found.causes,
        extension,
        from: was.map(then),
        to: is.map(then),
        vi,
        en,
    })
}

fn then(of: &AssessedTask) -> TaskThen {
    TaskThen {
        standing: of.standing,
        due: of.due,
        completed: of.completed,
        completion: of.completion,
        leads_done: of.leads_done,
        lead_count: of.lead_count,
    }
}

/// The period of the instance that speaks, of recurring work.
fn instance(of: &AssessedTask) -> Option<&str> {
    of.instances.as_ref().map(|instances| instances.period.as_str())
}

fn has_same_extension(was: &AssessedTask, is: &AssessedTask) -> bool {
    let record = |of: &AssessedTask| of.extension.as_ref().map(|of| of.record.clone());
    record(was) == record(is)
}

fn is_stopped(standing: TaskStanding) -> bool {
    matches!(standing, TaskStanding::Exempt | TaskStanding::Cancelled | TaskStanding::Suspended)
}

/// A task on both days.
struct Pair<'a> {
    was: &'a AssessedTask,
    is: &'a AssessedTask,
    /// Whether the same instance speaks.
    is_same: bool,
}

impl<'a> Pair<'a> {
    fn tell(&self, found: &mut Found<'a>, is_unamended: bool) {
        let Pair { was, is, is_same } = *self;
        let leads: Vec<(&AssessedLead, &AssessedLead)> = self.leads();
        let was_done = was.completion.is_some() && is_same;
        let is_done = is.completion.is_some();
        if is_done && !was_done {
            let period = instance(is).and_then(|id| id.parse::<Period>().ok());
            let period = period.map(|period| [Lang::Vi, Lang::En].map(|lang| period.label(lang)));
            found.kind(ChangeKind::Done, Changed::Done(is.completion, is.completed, period));
        }
        if was_done && !is_done && !is_stopped(is.standing) {
            found.kind(ChangeKind::Reopened, Changed::Reopened(is.standing));
        }
        let was_overdue = was.standing == TaskStanding::Overdue && is_same;
        if is.standing == TaskStanding::Overdue && !was_overdue {
            found.kind(ChangeKind::Overdue, Changed::Overdue(is.due));
        }
        let finished = if is_same { was.leads_done } else { 0 };
        if !is_done && is.leads_done > finished {
            found.kind(ChangeKind::PartDone, Changed::PartDone(is.leads_done, is.lead_count));
        }
        if found.kinds.is_empty() {
            let is_other = was.standing != is.standing || was_done && was.completion != is.completion;
            if is_other {
                let of = |of: &AssessedTask| of.completion.filter(|_| was.standing == is.standing);
                let (from, to) = (of(was).unwrap_or(was.standing), of(is).unwrap_or(is.standing));
                found.kind(ChangeKind::Changed, Changed::Task(from, to));
            } else if is_same && is.leads_done < was.leads_done && !is_stopped(is.standing) {
                found.kind(ChangeKind::Changed, Changed::FewerDone(is.leads_done, is.lead_count));
            }
        }
        let is_extended = self.extended(&leads, found);
        found.cause(ChangeCause::Extension, is_extended);
        let is_exempt = |standing: TaskStanding| standing == TaskStanding::Exempt;
        let differ = |of: &dyn Fn(TaskStanding) -> bool| {
            of(was.standing) != of(is.standing)
                || leads.iter().any(|(was, is)| of(was.standing) != of(is.standing))
        };
        found.cause(ChangeCause::Exemption, differ(&is_exempt));
        let is_explained = !is_unamended || is_extended;
        found.cause(ChangeCause::Trigger, self.came(is_explained, &leads));
        found.cause(ChangeCause::Update, self.updated(&leads));
    }

    /// The leads that are there on both days.
    fn leads(&self) -> Vec<(&'a AssessedLead, &'a AssessedLead)> {
        let key = |of: &'a AssessedLead| of.id.as_deref().unwrap_or(&of.name);
        let was: Map<&str, &AssessedLead> = self.was.leads.iter().map(|of| (key(of), of)).collect();
        self.is.leads.iter().filter_map(|is| Some((*was.get(key(is))?, is))).collect()
    }

    /// Adds that an extension is another; whether it is.
    fn extended(&self, leads: &[(&AssessedLead, &AssessedLead)], found: &mut Found<'a>) -> bool {
        let Pair { was, is, is_same } = *self;
        let clause = if has_same_extension(was, is) {
            let has = |of: &AssessedLead| of.flags.contains(&TaskFlag::Extended);
            let is_other =
                |(was, is): &(&AssessedLead, &AssessedLead)| was.due != is.due && (has(was) || has(is));
            (is_same && leads.iter().any(is_other)).then_some(Changed::LeadExtended)
        } else {
            match &is.extension {
                Some(of) => Some(Changed::Extended(Some((of.new_due, &of.document)))),
                // What set the day of another instance holds as before.
                None => (is_same && !is_stopped(is.standing)).then_some(Changed::Extended(None)),
            }
        };
        let Some(clause) = clause else { return false };
        found.kind(ChangeKind::Extended, clause);
        true
    }

    /// Whether what the task waits for has come on one day only, or an outside date is another.
    fn came(&self, is_explained: bool, leads: &[(&AssessedLead, &AssessedLead)]) -> bool {
        let Pair { was, is, is_same } = *self;
        let came = |of: &AssessedTask| {
            of.why.dates.iter().find(|date| date.name == "trigger").map(|date| date.value)
        };
        let waits = |of: TaskStanding| of == TaskStanding::Awaiting;
        // Who waits no longer because the work is done or stopped has not seen it come.
        let moves_on = |of: TaskStanding, completed: bool| waits(of) || !is_stopped(of) && !completed;
        let stopped_waiting = |(from, was_done): (TaskStanding, bool),
                               (to, is_done): (TaskStanding, bool)| {
            waits(from) != waits(to) && moves_on(from, was_done) && moves_on(to, is_done)
        };
        let has_come = came(was) != came(is)
            || stopped_waiting(
                (was.standing, was.completion.is_some()),
                (is.standing, is.completion.is_some()),
            )
            || leads.iter().any(|(was, is)| {
                stopped_waiting(
                    (was.standing, was.completion.is_some()),
                    (is.standing, is.completion.is_some()),
                )
            });
        let is_set_elsewhere = is.deadline.reference.is_some()
            && was.due != is.due
            && is_same
            && !is_explained
            && !is_stopped(was.standing)
            && !is_stopped(is.standing);
        has_come || is_set_elsewhere
    }

    /// Whether another update holds.
    fn updated(&self, leads: &[(&AssessedLead, &AssessedLead)]) -> bool {
        let Pair { was, is, is_same } = *self;
        let is_new = |was: &Option<String>, is: &Option<String>| was != is && (is.is_some() || is_same);
        if leads.iter().any(|(was, is)| is_new(&was.update, &is.update)) {
            return true;
        }
        let is_stated = |of: &AssessedTask| of.leads.is_empty();
        let state = |of: &AssessedTask| {
            let stop = Some(of.standing)
                .filter(|of| matches!(of, TaskStanding::Cancelled | TaskStanding::Suspended));
            (of.started, of.completed, stop)
        };
        is_stated(was) && is_stated(is) && is_same && state(was) != state(is)
    }
}
