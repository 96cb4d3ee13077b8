//! The tasks that fall due in a period: the counts of the sentence an official report opens with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::assess::Assessment;
use crate::codes::{ErrorCode, TaskStanding};
use crate::error::Error;
use crate::words::expected;

/// The tasks due in a period: `due` is `done`, `in_time` and `overdue` together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskPeriod {
    /// Its first day.
    #[serde(with = "crate::json::day")]
    pub from: NaiveDate,
    /// Its last day.
    #[serde(with = "crate::json::day")]
    pub to: NaiveDate,
    /// How many tasks have their last day on time in it.
    pub due: u32,
    /// How many of these are completed, on time or late.
    pub done: u32,
    /// How many of these are open, and not late.
    pub in_time: u32,
    /// How many of these are overdue.
    pub overdue: u32,
}

/// Counts the tasks due from one day to another, both included, as they stand on the assessment's day.
///
/// The day in force counts: of a completed task that on its day of completion, of recurring work that of the instance that
/// speaks. What is stopped, exempt, awaiting or continuing is none of them; but work that was due, was completed and goes on
/// since is done.
///
/// Error: `bad-date` where the last day is before the first.
///
/// ```
/// # use tiendo::{Options, Plan, Records, assess, task_period};
/// # let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
/// let day = |text: &str| text.parse().unwrap();
/// let assessment = assess(&Plan::builtin("ha-tinh-231")?, &records, day("2025-07-15"), &Options::default())?;
/// let june = task_period(&assessment, day("2025-06-01"), day("2025-06-30"))?;
/// assert_eq!(june.due, june.done + june.in_time + june.overdue);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn task_period(assessment: &Assessment, from: NaiveDate, to: NaiveDate) -> Result<TaskPeriod, Error> {
    if to < from {
        return Err(Error::new(ErrorCode::BadDate, "to", expected::days_in_order()));
    }
    let of = assessment.tasks.iter().map(|task| (task.due, task.standing, task.completion));
    Ok(counted(of, from, to))
}

/// What a part's or a task's last day, standing and completion count as.
pub(super) type Dated = (Option<NaiveDate>, TaskStanding, Option<TaskStanding>);

pub(super) fn counted(of: impl Iterator<Item = Dated>, from: NaiveDate, to: NaiveDate) -> TaskPeriod {
    use TaskStanding::{
        CompletedLate, CompletedOnTime, InProgress, NotBegunPeriod, NotStarted, Ongoing, OngoingStale,
        Overdue,
    };
    let mut period = TaskPeriod { from, to, due: 0, done: 0, in_time: 0, overdue: 0 };
    for (due, standing, completion) in of {
        if due.is_none_or(|due| due < from || due > to) {
            continue;
        }
        let is_completed = matches!(completion, Some(CompletedOnTime | CompletedLate));
        let count = match standing {
            CompletedOnTime | CompletedLate => &mut period.done,
            Ongoing | OngoingStale if is_completed => &mut period.done,
            InProgress | NotStarted | NotBegunPeriod => &mut period.in_time,
            Overdue => &mut period.overdue,
            _ => continue,
        };
        *count = count.saturating_add(1);
        period.due = period.due.saturating_add(1);
    }
    period
}
