//! What updates say of one part of a task: the state it is in, since when it is completed, and what contradicts what.
//!
//! Of one date the later recorded holds, then the greater id. The completion day is the first day of the last unbroken run of
//! `completed`; another state after it reopens. Evidence counts from any update of that run.

use chrono::NaiveDate;

use crate::codes::TaskState;
use crate::records::TaskUpdate;

/// What updates come to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct State<'r> {
    /// The update that holds.
    pub(super) last: Option<&'r TaskUpdate>,
    /// The first day of the run of `completed` that goes on.
    pub(super) completed: Option<NaiveDate>,
    /// An update of that run that shows something.
    pub(super) evidence: Option<&'r TaskUpdate>,
    /// Whether work was begun.
    pub(super) is_begun: bool,
    /// Whether the updates contradict each other, or the day they were recorded.
    pub(super) is_contradictory: bool,
}

impl<'r> State<'r> {
    /// Of updates by date, and then as they were recorded.
    pub(super) fn of(updates: &[&'r TaskUpdate]) -> State<'r> {
        let mut state = State::default();
        for of_day in updates.chunk_by(|a, b| a.date == b.date) {
            let Some(last) = of_day.last() else { continue };
            state.last = Some(last);
            state.is_contradictory |= match last.state {
                TaskState::Completed => last.recorded < last.date,
                TaskState::NotStarted => state.is_begun,
                _ => false,
            };
            state.is_begun |= matches!(last.state, TaskState::InProgress | TaskState::Completed);
            if last.state == TaskState::Completed {
                state.completed.get_or_insert(last.date);
                let shows = |of: &&&TaskUpdate| {
                    of.state == TaskState::Completed && (of.evidence.is_some() || of.document.is_some())
                };
                state.evidence = of_day.iter().rev().find(shows).copied().or(state.evidence);
            } else {
                (state.completed, state.evidence) = (None, None);
            }
        }
        state
    }

    /// Whether the work was stopped, for good or for a time.
    pub(super) fn stopped(&self) -> Option<TaskState> {
        let state = self.last.map(|of| of.state);
        state.filter(|state| matches!(state, TaskState::Cancelled | TaskState::Suspended))
    }

    /// The day of completion, as far as it counts: with evidence, where that is asked for.
    pub(super) fn counted(&self, evidence_required: bool) -> Option<NaiveDate> {
        self.completed.filter(|_| !evidence_required || self.evidence.is_some())
    }
}
