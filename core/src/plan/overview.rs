//! A plan at a glance.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Plan;
use crate::codes::Level;
use crate::deadlines::Deadline;
use crate::number::Fixed;

/// A plan at a glance.
///
/// ```
/// let overview = tiendo::Plan::builtin("ha-tinh-231")?.overview();
/// assert_eq!((overview.id.as_str(), overview.tasks), ("ha-tinh-231", 123));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// The plan's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The level of who issued it.
    pub level: Level,
    /// The day it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<NaiveDate>,
    /// Its milestone years.
    pub milestones: Vec<i32>,
    /// How many indicators it has.
    pub indicators: u32,
    /// How many tasks it has.
    pub tasks: u32,
    /// How many reporting rules it has.
    pub rules: u32,
    /// Of the tasks the share that has a date, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Fixed>,
    /// The first deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Deadline>,
}

impl Plan {
    /// The plan at a glance.
    ///
    /// ```
    /// let overview = tiendo::Plan::builtin("ha-tinh-231")?.overview();
    /// assert_eq!(overview.first.unwrap().text, "Thường xuyên");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn overview(&self) -> Overview {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let dated = self.tasks.iter().filter(|task| task.read_deadline().due.is_some()).count();
        let number = |count: usize| Fixed::from_int(i64::try_from(count).ok()?);
        let share = number(dated).zip(number(self.tasks.len()));
        Overview {
            id: self.id.clone(),
            title: self.title.clone(),
            level: self.level,
            issued: self.issued,
            milestones: self.milestones.clone(),
            indicators: count(self.indicators.len()),
            tasks: count(self.tasks.len()),
            rules: count(self.regime.as_ref().map_or(0, |regime| regime.rules.len())),
            dated: share.and_then(|(dated, all)| dated.checked_mul(Fixed::from_int(100)?)?.checked_div(all)),
            first: self.tasks.first().map(super::Task::read_deadline),
        }
    }
}
