//! Which last day is in force: the cells of a deadline, what has come that they wait for, and what was decided.
//!
//! An extension or an amended deadline is in force from its date, and the last decided holds, even where it is earlier. What a
//! task waits for counts from the day it came; of several records of one event the later recorded, and their issuers
//! must match where both are given. Where several must come, the last sets the term. A date that another text sets is used
//! whenever it is known, where the cell has none of its own.

use chrono::{Days, NaiveDate};

use crate::codes::AmendmentChange;
use crate::deadlines::{Awaits, Deadline, DeadlineOptions};
use crate::plan::Task;
use crate::records::{Amendment, Definition, Extension, OutsideDate, Trigger};
use crate::sorted;
use crate::text::{holds, match_key};

/// What is known of a task's deadline.
pub(super) struct Terms<'r> {
    /// The cells, each from its day on, but the first from the beginning.
    cells: Vec<Decided<'r, Deadline>>,
    /// The extensions decided by the day judged.
    extensions: Vec<&'r Extension>,
    triggers: Vec<&'r Trigger>,
    outside: Option<&'r OutsideDate>,
}

/// Something decided: on a day, as it was recorded.
struct Decided<'r, T> {
    by: Option<(NaiveDate, NaiveDate, &'r str)>,
    of: T,
}

/// What a deadline waits for, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Awaited {
    /// Nothing.
    Nothing,
    /// Something that has not come.
    Waiting,
    /// It came on a day, and sets a term of so many days, or none.
    Come(NaiveDate, Option<u32>),
}

/// What is in force on a day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct InForce<'r> {
    pub(super) due: Option<NaiveDate>,
    /// The extension that set it.
    pub(super) extension: Option<&'r Extension>,
    /// Whether that was decided after the day it replaced.
    pub(super) was_overdue: bool,
}

impl<'r> Terms<'r> {
    pub(super) fn of(
        published: Option<&Task>,
        amendments: &[&'r Amendment],
        extensions: &[&'r Extension],
        triggers: &[&'r Trigger],
        outside: Option<&'r OutsideDate>,
        (task, today, options): (&Task, NaiveDate, DeadlineOptions),
    ) -> Terms<'r> {
        let mut cells: Vec<Decided<'r, Deadline>> = Vec::new();
        let mut add = |by, text: &str| cells.push(Decided { by, of: Deadline::read(text, options) });
        if let Some(published) = published {
            add(None, &published.deadline);
        }
        for of in amendments.iter().filter(|of| of.date <= today) {
            let by = Some((of.date, of.recorded, of.id.as_str()));
            match (of.change, of.definition.as_deref(), of.text.as_deref()) {
                (AmendmentChange::Add, Some(Definition::Task(added)), _) => add(by, &added.deadline),
                (AmendmentChange::Deadline, _, Some(text)) => add(by, text),
                _ => {}
            }
        }
        if cells.is_empty() {
            cells.push(Decided { by: None, of: Deadline::read(&task.deadline, options) });
        }
        Terms {
            cells,
            extensions: extensions.iter().copied().filter(|of| of.date <= today).collect(),
            triggers: triggers.to_vec(),
            outside,
        }
    }

    /// The cell in force on a day.
    pub(super) fn cell(&self, day: NaiveDate) -> Option<&Deadline> {
        let until = self.cells.iter().rposition(|cell| cell.by.is_none_or(|(date, ..)| date <= day));
        self.cells.get(until.unwrap_or(0)).map(|cell| &cell.of)
    }

    /// The extensions, by date, and then as they were recorded.
    pub(super) fn extensions(&self) -> &[&'r Extension] {
        &self.extensions
    }

    /// What is in force on a day for a part, which an extension may be for.
    pub(super) fn in_force(&self, day: NaiveDate, is_for: &dyn Fn(&Extension) -> bool) -> InForce<'r> {
        enum Of<'t, 'r> {
            Cell(&'t Deadline),
            Extension(&'r Extension),
        }
        let cells = self.cells.iter().map(|cell| (cell.by, Of::Cell(&cell.of)));
        let extensions = self
            .extensions
            .iter()
            .filter(|of| is_for(of))
            .map(|of| (Some((of.date, of.recorded, of.id.as_str())), Of::Extension(of)));
        let mut decided: Vec<_> =
            cells.chain(extensions).filter(|(by, _)| by.is_none_or(|(date, ..)| date <= day)).collect();
        sorted::sort_by_key(&mut decided, |(by, _)| *by);
        if decided.is_empty() {
            decided.extend(self.cells.first().map(|cell| (cell.by, Of::Cell(&cell.of))));
        }
        let mut in_force = InForce::default();
        for (_, of) in decided {
            in_force = match of {
                Of::Cell(cell) => InForce { due: self.due(cell, day), ..InForce::default() },
                Of::Extension(of) => InForce {
                    due: Some(of.new_due),
                    extension: Some(of),
                    was_overdue: in_force.due.is_some_and(|due| of.date > due),
                },
            };
        }
        in_force
    }

    /// The last day that a cell sets, by what has come and what is known.
    fn due(&self, cell: &Deadline, day: NaiveDate) -> Option<NaiveDate> {
        let term = match self.awaited(cell, day) {
            Awaited::Come(came, Some(days)) => came.checked_add_days(Days::new(days.into())),
            Awaited::Waiting => None,
            Awaited::Come(_, None) | Awaited::Nothing => cell.due,
        };
        term.or_else(|| self.outside.filter(|_| cell.due.is_none()).map(|of| of.due))
    }

    /// What a cell waits for, on a day. A date that another text sets ends the waiting.
    pub(super) fn awaited(&self, cell: &Deadline, day: NaiveDate) -> Awaited {
        let mut last: Option<(NaiveDate, Option<u32>)> = None;
        for event in &cell.awaits {
            let of_event = self.triggers.iter().filter(|of| matches(event, of));
            let held = of_event.max_by_key(|of| (of.recorded, of.id.as_str())).filter(|of| of.date <= day);
            match held {
                Some(of) if last.is_none_or(|(date, _)| date <= of.date) => {
                    last = Some((of.date, event.offset_days));
                }
                Some(_) => {}
                None if self.outside.is_some() && cell.due.is_none() => return Awaited::Nothing,
                None => return Awaited::Waiting,
            }
        }
        last.map_or(Awaited::Nothing, |(date, days)| Awaited::Come(date, days))
    }
}

/// Whether a trigger may be the event: the issuers are the same, or one of them is not said.
fn matches(event: &Awaits, trigger: &Trigger) -> bool {
    let (Some(awaited), Some(issuer)) = (&event.issuer, &trigger.issuer) else { return true };
    let (awaited, issuer) = (match_key(awaited), match_key(issuer));
    holds(&awaited, &issuer) || holds(&issuer, &awaited)
}
