//! The plan as amendments have it on a day.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::model::{InForce, Removed};
use crate::codes::{AmendmentChange, ItemKind, Source};
use crate::plan::{Indicator, Plan, TargetCell, Task};
use crate::records::{Amendment, Definition};
use crate::sorted::Map;

/// A plan on a day, and what its amendments did.
pub(super) struct Amended<'p> {
    pub(super) plan: Cow<'p, Plan>,
    /// The days on which indicators were added, by code.
    pub(super) added: Map<String, NaiveDate>,
    pub(super) removed: Vec<Removed>,
    pub(super) in_force: Vec<InForce>,
    /// The amendments of items the plan does not have.
    pub(super) unmatched: Vec<String>,
}

/// A plan with the amendments of a day and before: given by date, then as they were recorded.
pub(super) fn amended<'p>(plan: &'p Plan, amendments: &[&Amendment], day: NaiveDate) -> Amended<'p> {
    let mut amended = Amended {
        plan: Cow::Borrowed(plan),
        added: Map::new(),
        removed: Vec::new(),
        in_force: Vec::new(),
        unmatched: Vec::new(),
    };
    if amendments.iter().all(|of| of.date > day) {
        return amended;
    }
    let mut items = Items::of(plan);
    for of in amendments.iter().filter(|of| of.date <= day) {
        let (kind, code) = match (&of.indicator, of.task) {
            (Some(code), _) => (ItemKind::Indicator, code.clone()),
            (None, Some(number)) => (ItemKind::Task, number.to_string()),
            (None, None) => continue,
        };
        if !items.apply(of, kind, &code) {
            amended.unmatched.push(of.id.clone());
            continue;
        }
        match of.change {
            AmendmentChange::Remove => amended.removed.push(Removed {
                kind,
                code: code.clone(),
                on: of.date,
                document: of.document.clone(),
            }),
            AmendmentChange::Add => {
                amended.removed.retain(|removed| removed.kind != kind || removed.code != code);
                if kind == ItemKind::Indicator {
                    amended.added.insert(code.clone(), of.date);
                }
            }
            _ => {}
        }
        amended.in_force.push(InForce {
            record: of.id.clone(),
            kind,
            code,
            change: of.change,
            year: of.year,
            on: of.date,
            document: of.document.clone(),
        });
    }
    amended.plan = Cow::Owned(Plan {
        indicators: items.indicators.into_iter().flatten().collect(),
        tasks: items.tasks.into_iter().flatten().collect(),
        ..plan.clone()
    });
    amended
}

/// A plan's items, found by their codes and numbers; what was taken out leaves an empty place.
struct Items {
    indicators: Vec<Option<Indicator>>,
    tasks: Vec<Option<Task>>,
    codes: Map<String, usize>,
    numbers: Map<u32, usize>,
}

impl Items {
    fn of(plan: &Plan) -> Items {
        let indicators: Vec<Option<Indicator>> = plan.indicators.iter().cloned().map(Some).collect();
        let tasks: Vec<Option<Task>> = plan.tasks.iter().cloned().map(Some).collect();
        let mut codes = Map::new();
        let mut numbers = Map::new();
        for (at, indicator) in plan.indicators.iter().enumerate() {
            codes.insert(indicator.code.clone(), at);
        }
        for (at, task) in plan.tasks.iter().enumerate() {
            numbers.insert(task.number, at);
        }
        Items { indicators, tasks, codes, numbers }
    }

    /// Makes a change; `false` where there is nothing to change.
    fn apply(&mut self, of: &Amendment, kind: ItemKind, code: &str) -> bool {
        let text = || of.text.clone().unwrap_or_default();
        if kind == ItemKind::Indicator {
            let place = self.codes.get(code).copied();
            let slot = place.and_then(|at| self.indicators.get_mut(at));
            return match (of.change, slot, of.definition.as_deref()) {
                (AmendmentChange::Add, slot, Some(Definition::Indicator(added))) => {
                    match slot {
                        Some(slot) => *slot = Some(added.clone()),
                        None => append(&mut self.indicators, &mut self.codes, code.to_owned(), added),
                    }
                    true
                }
                (AmendmentChange::Remove, Some(slot), _) => slot.take().is_some(),
                (AmendmentChange::Lead, Some(Some(indicator)), _) => {
                    indicator.lead = text();
                    true
                }
                (AmendmentChange::Target, Some(Some(indicator)), _) => {
                    of.year.is_some_and(|year| set_target(indicator, year, text()))
                }
                _ => false,
            };
        }
        let place = of.task.and_then(|number| self.numbers.get(&number).copied());
        let slot = place.and_then(|at| self.tasks.get_mut(at));
        match (of.change, slot, of.definition.as_deref()) {
            (AmendmentChange::Add, slot, Some(Definition::Task(added))) => {
                match slot {
                    Some(slot) => *slot = Some(added.clone()),
                    None => append(&mut self.tasks, &mut self.numbers, added.number, added),
                }
                true
            }
            (AmendmentChange::Remove, Some(slot), _) => slot.take().is_some(),
            (AmendmentChange::Lead, Some(Some(task)), _) => {
                task.lead = text();
                true
            }
            (AmendmentChange::Deadline, Some(Some(task)), _) => {
                task.deadline = text();
                true
            }
            _ => false,
        }
    }
}

/// Adds an item after the others.
fn append<K: Ord, T: Clone>(items: &mut Vec<Option<T>>, places: &mut Map<K, usize>, key: K, item: &T) {
    places.insert(key, items.len());
    items.push(Some(item.clone()));
}

/// Puts the cell of a year in the place of the one that stands there.
fn set_target(indicator: &mut Indicator, year: i32, text: String) -> bool {
    let cell = TargetCell { year, text, source: Source::Published };
    match indicator.targets.binary_search_by_key(&year, |cell| cell.year) {
        Ok(at) => indicator.targets.get_mut(at).into_iter().for_each(|own| *own = cell.clone()),
        Err(at) => indicator.targets.insert(at, cell),
    }
    true
}
