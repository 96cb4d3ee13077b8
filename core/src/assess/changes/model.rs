//! What changed between two assessments: plain data, in the order in which it is written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::model::AssessedPlan;
use crate::codes::{ChangeCause, ChangeKind, IndicatorStanding, ObservationStatus, Reason, TaskStanding};
use crate::number::Fixed;
use crate::tasks::DecidedExtension;

/// What changed between two assessments of one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// The version of the format, 1.
    pub schema_version: u32,
    /// Which plan it is.
    pub plan: AssessedPlan,
    /// The earlier assessment.
    pub from: ChangeSide,
    /// The later one.
    pub to: ChangeSide,
    /// How many items have each kind of change, in the order of the kinds; an item of two kinds counts in both.
    pub counts: Vec<ChangeCount>,
    /// The indicators that changed, in the later plan's order, then those removed.
    pub indicators: Vec<ChangedIndicator>,
    /// The tasks that changed, likewise.
    pub tasks: Vec<ChangedTask>,
}

/// One of the two assessments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeSide {
    /// Its day.
    #[serde(with = "crate::json::day")]
    pub today: NaiveDate,
    /// The day by which what it rests on was recorded, where it was asked so.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub known_by: Option<NaiveDate>,
    /// Its fingerprint.
    pub fingerprint: String,
    /// That of the records it rests on.
    pub records_fingerprint: String,
}

/// How many items have a kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeCount {
    /// The kind.
    pub kind: ChangeKind,
    /// Indicators.
    pub indicators: usize,
    /// Tasks.
    pub tasks: usize,
}

/// An indicator that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangedIndicator {
    /// Its code.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// What changed, in the order of the kinds.
    pub kinds: Vec<ChangeKind>,
    /// What it comes from, in the order of the causes.
    pub causes: Vec<ChangeCause>,
    /// The milestones of which the verdict is another, or that have passed not met, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<ChangedResult>,
    /// How it stood; absent where it was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<IndicatorThen>,
    /// How it stands; absent where it was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<IndicatorThen>,
    /// The sentence in Vietnamese.
    pub vi: String,
    /// The sentence in English.
    pub en: String,
}

/// A milestone's verdict on both days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedResult {
    /// Its year.
    pub year: i32,
    /// The code of the earlier verdict.
    pub from: String,
    /// The code of the later one.
    pub to: String,
}

/// How an indicator stood on one of the two days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorThen {
    /// Its standing.
    pub standing: IndicatorStanding,
    /// Why that was open, where it was `undetermined`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// The year of the milestone that decided; absent after the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<i32>,
    /// The code of the verdict.
    pub verdict: String,
    /// The text of its target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// The newest figure used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observation: Option<ObservationThen>,
}

/// The newest figure of one of the two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObservationThen {
    /// The day it speaks of.
    #[serde(with = "crate::json::day")]
    pub date: NaiveDate,
    /// How firm it is.
    pub status: ObservationStatus,
    /// The number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Fixed>,
    /// Whether the thing is in place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// Whether a qualitative target is judged met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<bool>,
}

/// A task that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangedTask {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// What changed, in the order of the kinds.
    pub kinds: Vec<ChangeKind>,
    /// What it comes from, in the order of the causes.
    pub causes: Vec<ChangeCause>,
    /// The decision that sets its last day now, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<DecidedExtension>,
    /// How it stood; absent where it was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<TaskThen>,
    /// How it stands; absent where it was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<TaskThen>,
    /// The sentence in Vietnamese.
    pub vi: String,
    /// The sentence in English.
    pub en: String,
}

/// How a task stood on one of the two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskThen {
    /// Its standing.
    pub standing: TaskStanding,
    /// The last day on time in force.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The day it was completed.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub completed: Option<NaiveDate>,
    /// How it was completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion: Option<TaskStanding>,
    /// How many of its leads had completed it.
    pub leads_done: u32,
    /// How many bodies led it.
    pub lead_count: u32,
}
