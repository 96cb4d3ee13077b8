//! The plan: what a published document says, as plain data, with every cell verbatim.
//!
//! A [`Plan`] holds text; what the text means is read from it on demand: the rows of targets and the deadlines of
//! tasks by a [`PlanView`], a deadline alone by [`Task::read_deadline`]. The JSON format is `schemaVersion` 1, described by the JSON Schema
//! `core/data/plan.schema.json`; what is written reads back the same.

mod builtin;
mod check;
mod footnotes;
mod model;
mod row;
mod shape;
mod view;

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

pub use model::{
    Baseline, BodyStatement, Document, Footnote, Indicator, Lineage, Link, Pillar, Plan, PublishedCode,
    TargetCell, Task, TaskItem,
};
pub use row::Row;
#[cfg(test)]
pub(crate) use shape::PLAN;
pub(crate) use shape::{BASELINE, CELL, ITEM, PUBLISHED};
pub use view::PlanView;

use crate::deadlines::{Deadline, DeadlineOptions};
use crate::error::Error;
use crate::limits::Limits;

impl Plan {
    /// Reads a plan's JSON within the default [`Limits`].
    ///
    /// Nothing is read in part. All that is wrong is told at once, the first [`Limits::errors`] mistakes in the order of
    /// their places, the first with the [`others`](Error::others) beside it; where one mistake could have caused another,
    /// only that one. A field or version the format does not have is refused.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Plan};
    /// let error = Plan::from_json(br#"{"schemaVersion": 2}"#).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::UnknownVersion, "schemaVersion"));
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Plan, Error> {
        Plan::from_json_with(json, &Limits::default())
    }

    /// Reads a plan's JSON within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Plan};
    /// let json = Plan::builtin("ha-tinh-231")?.to_json();
    /// let limits = Limits { tasks: 100, ..Limits::default() };
    /// assert_eq!(Plan::from_json_with(json.as_bytes(), &limits).unwrap_err().code, ErrorCode::TooMany);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<Plan, Error> {
        crate::json::read_checked(json, limits, &check::READING)
    }

    /// Writes the plan as JSON: the same bytes for the same plan, and [`from_json`](Self::from_json) reads them back.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert!(plan.to_json().starts_with("{\n  \"schemaVersion\": 1,"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        crate::json::write(self)
    }

    /// The indicator with a code: its own, or one it was published under at another milestone.
    ///
    /// Looks through the list; who asks for many asks a [`view`](Self::view).
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert!(plan.indicator("51.7").is_none());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.codes().any(|own| own == code))
    }

    /// The task with a number.
    ///
    /// Looks through the list; who asks for many asks a [`view`](Self::view).
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert_eq!(plan.task(123).unwrap().deadline, "Thường xuyên");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn task(&self, number: u32) -> Option<&Task> {
        self.tasks.iter().find(|task| task.number == number)
    }

    /// The milestone in view on a day: the first whose 31 December is not before it, else the last.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert_eq!(plan.milestone_on("2025-12-31".parse().unwrap()), Some(2025));
    /// assert_eq!(plan.milestone_on("2026-01-01".parse().unwrap()), Some(2030));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn milestone_on(&self, today: NaiveDate) -> Option<i32> {
        let coming = self.milestones.iter().find(|year| **year >= today.year());
        coming.or(self.milestones.last()).copied()
    }
}

impl Indicator {
    /// The codes it was published under, its own first.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.code.as_str()).chain(self.other_codes.iter().map(|other| other.code.as_str()))
    }
}

impl Task {
    /// Reads the deadline cell by the defaults.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// let deadline = plan.task(4).unwrap().read_deadline();
    /// assert_eq!(deadline.due.unwrap().to_string(), "2025-06-30");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn read_deadline(&self) -> Deadline {
        Deadline::read(&self.deadline, DeadlineOptions::default())
    }
}

/// Orders indicator codes segment by segment: `7.2` before `7.10`, numbers before letters.
///
/// ```
/// use std::cmp::Ordering;
/// assert_eq!(tiendo::compare_codes("7.2", "7.10"), Ordering::Less);
/// assert_ne!(tiendo::compare_codes("7.1", "7.10"), Ordering::Equal);
/// ```
pub fn compare_codes(a: &str, b: &str) -> Ordering {
    let segment = |a: &str, b: &str| match (a.parse::<u64>(), b.parse::<u64>()) {
        (Ok(m), Ok(n)) => m.cmp(&n).then_with(|| a.cmp(b)),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => a.cmp(b),
    };
    let (mut left, mut right) = (a.split('.'), b.split('.'));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(a), Some(b)) => match segment(a, b) {
                Ordering::Equal => {}
                order => return order,
            },
        }
    }
}
