//! The standing of one part of a task, by what is said of it, in this order:
//!
//! | standing | where |
//! |---|---|
//! | `exempt` | an exemption of the task or of the lead |
//! | `cancelled`, `suspended` | the last update says so |
//! | `completed_…` | a run of `completed` goes on, by the last day in force when it began; where the work goes on, `ongoing` beside it |
//! | `awaiting` | what it waits for has not come |
//! | `ongoing`, `ongoing_stale` | it continues; stale where the last ended period of the regime's shortest cycle, and the days since, saw no update |
//! | `undated` | no last day |
//! | `overdue` | the last day is past |
//! | `in_progress`, `not_started`, `not_begun_period` | begun; or not; or neither begun nor its beginning come |

use chrono::NaiveDate;

use super::bodies::{Bodies, Lead};
use super::model::{AssessedItem, AssessedLead, AssessedTask, DecidedExtension};
use super::state::State;
use super::terms::{Awaited, InForce, Terms};
use super::whole::whole;
use super::{recurring, told};
use crate::codes::{TaskFlag, TaskStanding, TaskState};
use crate::deadlines::Deadline;
use crate::options::Options;
use crate::period::Period;
use crate::plan::Task;
use crate::progress::{Body, Wording};
use crate::records::{Exemption, Extension, TaskUpdate};
use crate::sorted;

/// A part of a task, or the whole, as it was judged.
#[derive(Clone, Debug)]
pub(super) struct Judged<'r> {
    pub(super) standing: TaskStanding,
    pub(super) flags: Vec<TaskFlag>,
    pub(super) due: Option<NaiveDate>,
    pub(super) extension: Option<&'r Extension>,
    pub(super) started: bool,
    pub(super) completed: Option<NaiveDate>,
    pub(super) completion: Option<TaskStanding>,
    /// The day on which what it waited for came, where that sets no term.
    pub(super) came: Option<NaiveDate>,
    /// The update that holds.
    pub(super) update: Option<&'r TaskUpdate>,
    /// An update that shows something.
    pub(super) evidence: Option<&'r TaskUpdate>,
    /// Of recurring work, the period that speaks, and how each instance went, by period.
    pub(super) instances: Option<(Period, Vec<recurring::Outcome>)>,
}

impl Judged<'_> {
    pub(super) fn new(standing: TaskStanding) -> Judged<'static> {
        Judged {
            standing,
            flags: Vec::new(),
            due: None,
            extension: None,
            started: false,
            completed: None,
            completion: None,
            came: None,
            update: None,
            evidence: None,
            instances: None,
        }
    }

    pub(super) fn flag(&mut self, flag: TaskFlag) {
        if !self.flags.contains(&flag) {
            self.flags.push(flag);
            sorted::sort_by_key(&mut self.flags, |flag| flag.as_str());
        }
    }

    pub(super) fn is_completed(&self) -> bool {
        use TaskStanding::{CompletedLate, CompletedOnTime, CompletedUndated};
        matches!(self.standing, CompletedOnTime | CompletedLate | CompletedUndated)
    }

    /// Whether it is open and may still be in time.
    pub(super) fn is_in_time(&self) -> bool {
        use TaskStanding::{InProgress, NotBegunPeriod, NotStarted};
        matches!(self.standing, InProgress | NotStarted | NotBegunPeriod)
    }
}

/// What tasks are judged by.
pub(super) struct Judging<'a, 'r> {
    pub(super) bodies: Bodies<'a>,
    pub(super) today: NaiveDate,
    pub(super) options: &'a Options,
    /// The first day of the plan.
    pub(super) effective: Option<NaiveDate>,
    /// The last day of the last milestone.
    pub(super) last: Option<NaiveDate>,
    /// The period that must have seen an update of continuing work.
    pub(super) ended: Option<Period>,
    pub(super) unmatched: Vec<&'r str>,
    pub(super) lacks_effective: bool,
}

/// What is said of one part.
pub(super) struct Part<'t, 'r> {
    pub(super) terms: &'t Terms<'r>,
    pub(super) cell: &'t Deadline,
    pub(super) updates: &'t [&'r TaskUpdate],
    pub(super) is_for: &'t dyn Fn(&Extension) -> bool,
    pub(super) is_exempt: bool,
}

impl<'r> Judging<'_, 'r> {
    pub(super) fn task(
        &mut self,
        task: &Task,
        terms: &Terms<'r>,
        updates: &[&'r TaskUpdate],
        exemptions: &[&'r Exemption],
    ) -> AssessedTask {
        let unread = Deadline::default();
        let cell = terms.cell(self.today).unwrap_or(&unread);
        let leads = self.bodies.of(&task.lead);
        let named = Named::of(self, task, &leads, terms, updates, exemptions);
        let mut parts: Vec<(Judged<'r>, Vec<(u32, Judged<'r>)>)> = Vec::with_capacity(leads.len());
        for (at, lead) in leads.iter().enumerate() {
            let is_for = |of: &Extension| named.is_for(at, of);
            let own: Vec<&TaskUpdate> = named.updates_of(at).collect();
            let is_exempt = named.is_exempt(at);
            let items = Named::items(task, lead, &own);
            let mut judged = |updates: &[&'r TaskUpdate]| {
                self.part(&Part { terms, cell, updates, is_for: &is_for, is_exempt })
            };
            if items.is_empty() {
                let mut part = judged(&own);
                contradict(&mut part, &own, leads.len() == 1);
                parts.push((part, Vec::new()));
                continue;
            }
            let of_item = |item: u32| {
                let spoken = own.iter().copied().filter(|of| of.item.is_none_or(|of| of == item));
                spoken.collect::<Vec<_>>()
            };
            let cells: Vec<(u32, Judged<'r>)> =
                items.iter().map(|item| (*item, judged(&of_item(*item)))).collect();
            let all: Vec<&Judged<'r>> = cells.iter().map(|(_, cell)| cell).collect();
            let mut part = whole(&all, self.today);
            part.update = own.last().copied();
            contradict(&mut part, &own, leads.len() == 1);
            parts.push((part, cells));
        }
        if leads.is_empty() {
            let own: Vec<&TaskUpdate> = updates.iter().copied().filter(|of| of.lead.is_none()).collect();
            let is_exempt = exemptions.iter().any(|of| of.agency.is_none());
            let is_for = |of: &Extension| of.lead.is_none();
            let mut part = self.part(&Part { terms, cell, updates: &own, is_for: &is_for, is_exempt });
            contradict(&mut part, &own, true);
            parts.push((part, Vec::new()));
        }
        let all: Vec<&Judged<'r>> = parts.iter().map(|(part, _)| part).collect();
        let mut whole = whole(&all, self.today);
        if leads.len() > 1 {
            let of_all: Vec<&TaskUpdate> = updates.iter().copied().filter(|of| of.lead.is_none()).collect();
            contradict_whole(&mut whole, updates, &of_all);
        }
        let own_parts = if leads.is_empty() { &[][..] } else { &parts };
        self.assessed(task, cell, &leads, own_parts, whole)
    }

    /// Judges one part.
    pub(super) fn part(&mut self, part: &Part<'_, 'r>) -> Judged<'r> {
        let state = State::of(part.updates);
        let mut judged = self.judged(part, &state);
        judged.started = state.is_begun;
        judged.update = state.last;
        judged.evidence = judged.evidence.or(state.evidence);
        if state.is_contradictory && part.cell.recurrence.is_none() && !part.is_exempt {
            judged.flag(TaskFlag::StatusContradictsDates);
        }
        judged
    }

    fn judged(&mut self, part: &Part<'_, 'r>, state: &State<'r>) -> Judged<'r> {
        let (today, cell) = (self.today, part.cell);
        if part.is_exempt {
            return Judged::new(TaskStanding::Exempt);
        }
        if let Some(stopped) = state.stopped() {
            let is_cancelled = stopped == TaskState::Cancelled;
            let mut judged =
                Judged::new(if is_cancelled { TaskStanding::Cancelled } else { TaskStanding::Suspended });
            if state.last.is_none_or(|of| of.document.is_none()) {
                judged.flag(TaskFlag::NoDecision);
            }
            return judged;
        }
        let awaited = part.terms.awaited(cell, today);
        if cell.recurrence.is_some() && awaited != Awaited::Waiting {
            return recurring::judged(self, part);
        }
        let in_force = part.terms.in_force(today, part.is_for);
        let goes_on = cell.continues || cell.following_years;
        if let Some(day) = state.counted(self.options.evidence_required) {
            let judged = completed(part, state, day, |day| part.terms.in_force(day, part.is_for));
            if goes_on && judged.due.is_some() {
                let standing = self.ongoing(part);
                return Judged { standing, ..judged };
            }
            return judged;
        }
        let mut judged = Judged::new(TaskStanding::Undated);
        if state.completed.is_some() {
            judged.flag(TaskFlag::NoEvidence);
        }
        if awaited == Awaited::Waiting {
            judged.standing = TaskStanding::Awaiting;
            return judged;
        }
        if goes_on && in_force.due.is_none() {
            judged.standing =
                if self.is_to_come(part) { TaskStanding::NotBegunPeriod } else { self.ongoing(part) };
            return judged;
        }
        match (in_force.due, awaited) {
            (Some(_), _) => self.open(&mut judged, part, state, in_force),
            (None, Awaited::Come(came, _)) => judged.came = Some(came),
            (None, _) => {}
        }
        judged
    }

    /// Judges open work with a last day.
    pub(super) fn open(
        &self,
        judged: &mut Judged<'r>,
        part: &Part<'_, 'r>,
        state: &State<'r>,
        in_force: InForce<'r>,
    ) {
        let Some(due) = in_force.due else { return };
        extended(judged, in_force);
        judged.due = Some(due);
        judged.standing = if due < self.today {
            TaskStanding::Overdue
        } else if state.is_begun {
            TaskStanding::InProgress
        } else if self.is_to_come(part) {
            TaskStanding::NotBegunPeriod
        } else {
            TaskStanding::NotStarted
        };
        let left = (due - self.today).num_days();
        if judged.is_in_time() && left <= i64::from(self.options.due_soon_days) {
            judged.flag(TaskFlag::DueSoon);
        }
    }

    /// Whether its beginning is to come, and nothing is recorded of it.
    fn is_to_come(&self, part: &Part<'_, 'r>) -> bool {
        part.updates.is_empty() && part.cell.start.is_some_and(|start| start > self.today)
    }

    fn ongoing(&self, part: &Part<'_, 'r>) -> TaskStanding {
        let is_stale = self.ended.is_some_and(|ended| part.updates.iter().all(|of| of.date < ended.start()));
        if is_stale { TaskStanding::OngoingStale } else { TaskStanding::Ongoing }
    }

    fn assessed(
        &mut self,
        task: &Task,
        cell: &Deadline,
        leads: &[Lead],
        parts: &[(Judged<'r>, Vec<(u32, Judged<'r>)>)],
        whole: Judged<'r>,
    ) -> AssessedTask {
        let days = |from: Option<NaiveDate>, to: Option<NaiveDate>| {
            from.zip(to).and_then(|(from, to)| u32::try_from((to - from).num_days()).ok())
        };
        let today = Some(self.today);
        let is_in_time = whole.is_in_time();
        let is_overdue = |of: &Judged<'r>| of.standing == TaskStanding::Overdue;
        let counted = parts
            .iter()
            .filter(|(part, _)| !matches!(part.standing, TaskStanding::Exempt | TaskStanding::Cancelled));
        let lead_count = counted.clone().count();
        let done = counted.filter(|(part, _)| part.completion.is_some()).count();
        let leads = leads
            .iter()
            .zip(parts)
            .map(|(lead, (part, items))| AssessedLead {
                id: lead.body.id.clone(),
                name: lead.body.name.clone(),
                standing: part.standing,
                flags: part.flags.clone(),
                due: part.due,
                days_overdue: days(part.due, today).filter(|_| is_overdue(part)),
                completed: part.completed,
                completion: part.completion,
                items: items
                    .iter()
                    .map(|(number, of)| AssessedItem {
                        number: *number,
                        standing: of.standing,
                        due: of.due,
                        completed: of.completed,
                    })
                    .collect(),
                update: part.update.map(|of| of.id.clone()),
                evidence: part.evidence.or(part.update).and_then(|of| of.evidence.clone()),
                document: part.evidence.or(part.update).and_then(|of| of.document.clone()),
                difficulties: part
                    .update
                    .filter(|_| !self.options.public)
                    .and_then(|of| of.difficulties.clone()),
                proposals: part.update.filter(|_| !self.options.public).and_then(|of| of.proposals.clone()),
            })
            .collect();
        let cooperating: Vec<Body> = self.bodies.bodies(&task.cooperating);
        let mut assessed = AssessedTask {
            number: task.number,
            title: task.title.clone(),
            title_en: task.title_en.clone(),
            pillar: task.pillar.clone(),
            product: task.product.clone(),
            sensitive: task.sensitive,
            standing: whole.standing,
            flags: whole.flags,
            deadline: cell.clone(),
            due: whole.due,
            days_left: days(today, whole.due).filter(|_| is_in_time),
            days_overdue: days(whole.due, today).filter(|_| whole.standing == TaskStanding::Overdue),
            days_since: days(whole.came, today).filter(|_| whole.standing == TaskStanding::Undated),
            extension: whole.extension.map(|of| DecidedExtension {
                record: of.id.clone(),
                date: of.date,
                new_due: of.new_due,
                document: of.document.clone(),
            }),
            started: whole.started,
            completed: whole.completed,
            completion: whole.completion,
            lead_count: u32::try_from(lead_count).unwrap_or(u32::MAX),
            leads_done: u32::try_from(done).unwrap_or(u32::MAX),
            leads,
            cooperating,
            instances: whole.instances.map(|(period, outcomes)| recurring::counted(period, &outcomes)),
            plain: Wording::default(),
            why: told::nothing(whole.standing),
        };
        let told =
            told::Told { today: self.today, ended: self.ended, came: whole.came, update: whole.update };
        told.tell(&mut assessed);
        assessed
    }
}

/// A part that was completed on a day, by what was in force then.
pub(super) fn completed<'r>(
    part: &Part<'_, 'r>,
    state: &State<'r>,
    day: NaiveDate,
    in_force: impl Fn(NaiveDate) -> InForce<'r>,
) -> Judged<'r> {
    let in_force = in_force(day);
    let standing = match in_force.due {
        None => TaskStanding::CompletedUndated,
        Some(due) if day <= due => TaskStanding::CompletedOnTime,
        Some(_) => TaskStanding::CompletedLate,
    };
    let mut judged = Judged::new(standing);
    (judged.due, judged.completed, judged.completion) = (in_force.due, Some(day), Some(standing));
    judged.evidence = state.evidence;
    extended(&mut judged, in_force);
    if state.evidence.is_none() {
        judged.flag(TaskFlag::NoEvidence);
    }
    // Of an instance, its own updates contradict each other.
    if state.is_contradictory && part.cell.recurrence.is_some() {
        judged.flag(TaskFlag::StatusContradictsDates);
    }
    judged
}

fn extended<'r>(judged: &mut Judged<'r>, in_force: InForce<'r>) {
    judged.extension = in_force.extension;
    if in_force.extension.is_some() {
        judged.flag(TaskFlag::Extended);
        if in_force.was_overdue {
            judged.flag(TaskFlag::ExtendedWhenOverdue);
        }
    }
}

/// What a body last reported of its part, where that is not what follows from the records: of a task with several leads
/// what was reported of all of it is about none of them.
fn contradict(part: &mut Judged<'_>, updates: &[&TaskUpdate], is_only: bool) {
    let reported = updates.iter().rev().find_map(|of| of.reported.map(|reported| (of, reported)));
    if reported.is_some_and(|(of, reported)| (is_only || of.lead.is_some()) && reported != part.standing) {
        part.flag(TaskFlag::StatusContradictsDates);
    }
}

/// What was last reported of a task as a whole, where nothing was reported of a lead since.
fn contradict_whole(whole: &mut Judged<'_>, updates: &[&TaskUpdate], of_all: &[&TaskUpdate]) {
    let last = |updates: &[&TaskUpdate]| {
        let found = updates.iter().rev().find(|of| of.reported.is_some());
        found.map(|of| (of.id.clone(), of.reported))
    };
    let (of_all, of_any) = (last(of_all), last(updates));
    if of_all.is_some()
        && of_all == of_any
        && of_all.and_then(|(_, reported)| reported) != Some(whole.standing)
    {
        whole.flag(TaskFlag::StatusContradictsDates);
    }
}

/// Which leads the records of a task name.
struct Named<'r> {
    /// The updates with the leads they speak of: none for all.
    updates: Vec<(&'r TaskUpdate, Option<Vec<usize>>)>,
    /// The extensions of some leads only, and these, by id.
    extensions: Vec<(&'r str, Vec<usize>)>,
    exemptions: Vec<Option<Vec<usize>>>,
}

impl<'r> Named<'r> {
    fn of(
        judging: &mut Judging<'_, 'r>,
        task: &Task,
        leads: &[Lead],
        terms: &Terms<'r>,
        updates: &[&'r TaskUpdate],
        exemptions: &[&'r Exemption],
    ) -> Named<'r> {
        let mut named = Named {
            updates: Vec::with_capacity(updates.len()),
            extensions: Vec::new(),
            exemptions: Vec::new(),
        };
        let leads_of = |judging: &mut Judging<'_, 'r>, name: Option<&str>, id: &'r str| {
            let key = judging.bodies.key(name?);
            let at: Vec<usize> =
                leads.iter().enumerate().filter(|(_, lead)| lead.is(&key)).map(|(at, _)| at).collect();
            if at.is_empty() {
                judging.unmatched.push(id);
            }
            Some(at)
        };
        for of in updates {
            let at = leads_of(judging, of.lead.as_deref(), &of.id);
            let is_item = |item: u32| {
                let of_cell = leads.iter().flat_map(|lead| &lead.items);
                of_cell.chain(task.items.iter().map(|of| &of.number)).any(|own| *own == item)
            };
            if of.item.is_some_and(|item| !is_item(item)) {
                judging.unmatched.push(&of.id);
                continue;
            }
            named.updates.push((of, at));
        }
        for of in terms.extensions() {
            if let Some(at) = leads_of(judging, of.lead.as_deref(), &of.id) {
                named.extensions.push((&of.id, at));
            }
        }
        sorted::sort_by_key(&mut named.extensions, |(id, _)| *id);
        for of in exemptions {
            named.exemptions.push(leads_of(judging, of.agency.as_deref(), &of.id));
        }
        named
    }

    fn updates_of(&self, lead: usize) -> impl Iterator<Item = &'r TaskUpdate> {
        let of = self.updates.iter();
        of.filter(move |(_, leads)| leads.as_ref().is_none_or(|leads| leads.contains(&lead)))
            .map(|(of, _)| *of)
    }

    fn is_for(&self, lead: usize, extension: &Extension) -> bool {
        let at = self.extensions.binary_search_by(|(id, _)| (*id).cmp(&extension.id)).ok();
        let leads = at.and_then(|at| self.extensions.get(at));
        leads.is_none_or(|(_, leads)| leads.contains(&lead))
    }

    fn is_exempt(&self, lead: usize) -> bool {
        self.exemptions.iter().any(|of| of.as_ref().is_none_or(|leads| leads.contains(&lead)))
    }

    /// The items that a lead answers for, where they stand apart.
    fn items(task: &Task, lead: &Lead, updates: &[&TaskUpdate]) -> Vec<u32> {
        if !lead.items.is_empty() {
            return lead.items.clone();
        }
        if updates.iter().any(|of| of.item.is_some()) {
            return task.items.iter().map(|of| of.number).collect();
        }
        Vec::new()
    }
}
