//! An assessment: plain data, in the order in which it is written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::scorecard::Scorecard;
use crate::codes::{AmendmentChange, ItemKind, UpcomingKind};
use crate::finding::Finding;
use crate::options::Options;
use crate::progress::{AssessedIndicator, Wording};
use crate::reporting::Report;
use crate::tasks::AssessedTask;

/// How a plan stands on a day, of the records known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// The version of the format, 1.
    pub schema_version: u32,
    /// Which plan it is.
    pub plan: AssessedPlan,
    /// The day.
    #[serde(with = "crate::json::day")]
    pub today: NaiveDate,
    /// The day by which what it rests on was recorded, where it was asked so.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub known_by: Option<NaiveDate>,
    /// Whether the records were made up.
    pub synthetic: bool,
    /// The library's version.
    pub version: String,
    /// The choices, all of them.
    pub options: Options,
    /// SHA-256 of the plan in force, the options, the calendar, the registry and the version.
    pub fingerprint: String,
    /// SHA-256 of the records used.
    pub records_fingerprint: String,
    /// The sentence that says where the plan stands.
    pub summary: Wording,
    /// The indicators, in the plan's order.
    pub indicators: Vec<AssessedIndicator>,
    /// The tasks, in the plan's order.
    pub tasks: Vec<AssessedTask>,
    /// The reports, by the day they are written for.
    pub reports: Vec<Report>,
    /// What it comes to for the plan, for bodies as leads and as cooperating, for pillars, for reporting units.
    pub scorecards: Vec<Scorecard>,
    /// What comes next, by date.
    pub upcoming: Vec<Upcoming>,
    /// What amendments took out.
    pub removed: Vec<Removed>,
    /// The amendments in force.
    pub amendments: Vec<InForce>,
    /// What a reader should know.
    pub findings: Vec<Finding>,
    /// How many sensitive items are not shown; of public output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<LeftOut>,
}

/// Which plan was assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessedPlan {
    /// Its id.
    pub id: String,
    /// The document's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What it is about.
    pub title: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
}

/// Something that falls due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upcoming {
    /// Its last day.
    #[serde(with = "crate::json::day")]
    pub date: NaiveDate,
    /// How many days are left.
    pub days: i64,
    /// What it is.
    pub kind: UpcomingKind,
    /// The code of the rule, the task's number, the milestone's year.
    pub code: String,
    /// The period a report is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Who owes the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
}

/// An item that an amendment took out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// What it is.
    pub kind: ItemKind,
    /// Its code or number.
    pub code: String,
    /// From when.
    #[serde(with = "crate::json::day")]
    pub on: NaiveDate,
    /// The document that decided it.
    pub document: String,
}

/// An amendment in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InForce {
    /// The record's id.
    pub record: String,
    /// What it is about.
    pub kind: ItemKind,
    /// Its code or number.
    pub code: String,
    /// What it changes.
    pub change: AmendmentChange,
    /// The year of a target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// From when.
    #[serde(with = "crate::json::day")]
    pub on: NaiveDate,
    /// The document that decided it.
    pub document: String,
}

/// How many sensitive items are not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Indicators.
    pub indicators: usize,
    /// Tasks.
    pub tasks: usize,
}
