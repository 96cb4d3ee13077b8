//! A task as an assessment has it.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{TaskFlag, TaskStanding};
use crate::deadlines::Deadline;
use crate::progress::{Body, Wording};
use crate::why::Why;

/// How a task stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessedTask {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The title in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// The code of its pillar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pillar: Option<String>,
    /// The product, verbatim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Whether it is left out of public output.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
    /// Its standing.
    pub standing: TaskStanding,
    /// What to know beside it, in order.
    pub flags: Vec<TaskFlag>,
    /// The deadline cell in force, read.
    pub deadline: Deadline,
    /// The last day on time in force; of a recurring task that of the instance that speaks.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The days until then, where it is open and in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_left: Option<u32>,
    /// The days since then, where it is overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_overdue: Option<u32>,
    /// The days since what it waited for came, where that sets no term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_since: Option<u32>,
    /// The decision that set `due`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<DecidedExtension>,
    /// Whether work is recorded.
    pub started: bool,
    /// The day it was completed; it stays where the work goes on.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub completed: Option<NaiveDate>,
    /// How it was completed; it stays where the work goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion: Option<TaskStanding>,
    /// How many bodies lead it, but for those exempt or stopped.
    pub lead_count: u32,
    /// How many of them have completed it.
    pub leads_done: u32,
    /// How it stands with each lead, in the order of the cell.
    pub leads: Vec<AssessedLead>,
    /// The bodies that take part.
    pub cooperating: Vec<Body>,
    /// Of recurring work, its instances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instances: Option<Instances>,
    /// For a citizen, in one sentence.
    pub plain: Wording,
    /// Why it stands so.
    pub why: Why,
}

/// How a task stands with one of its leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessedLead {
    /// Its id in the registry; absent for groups and for words of no entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// Its name.
    pub name: Arc<str>,
    /// The standing of its part.
    pub standing: TaskStanding,
    /// Those of the task's flags that are true of it.
    pub flags: Vec<TaskFlag>,
    /// The last day on time in force for it.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The days since then, where it is overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_overdue: Option<u32>,
    /// The day it completed its part.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub completed: Option<NaiveDate>,
    /// How it completed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion: Option<TaskStanding>,
    /// The items it answers for, where they stand apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<AssessedItem>,
    /// The id of the update that holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update: Option<String>,
    /// What shows that it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The document it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Difficulties.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difficulties: Option<String>,
    /// Proposals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposals: Option<String>,
}

/// How one numbered item of a task stands with its lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessedItem {
    /// Its number within the task.
    pub number: u32,
    /// Its standing.
    pub standing: TaskStanding,
    /// The last day on time in force for it.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The day it was completed.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub completed: Option<NaiveDate>,
}

/// The instances of recurring work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Instances {
    /// The period of the one that speaks.
    pub period: String,
    /// How many are due.
    pub due: u32,
    /// How many of these were completed on time.
    pub completed_on_time: u32,
    /// How many of these were completed late.
    pub completed_late: u32,
    /// How many of these are open.
    pub overdue: u32,
}

/// The decision that set a last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DecidedExtension {
    /// The record's id.
    pub record: String,
    /// The day it was decided.
    #[serde(with = "crate::json::day")]
    pub date: NaiveDate,
    /// The last day it set.
    #[serde(with = "crate::json::day")]
    pub new_due: NaiveDate,
    /// The document.
    pub document: String,
}
