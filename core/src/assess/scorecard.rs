//! A scorecard as an assessment has it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::codes::{IndicatorStanding, ScorecardBy, ScorecardRole, TaskStanding};
use crate::number::Fixed;
use crate::reporting::Tally;

/// What an assessment comes to for the plan, a body, a pillar: counts that add up, each rate beside its denominator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scorecard {
    /// What it gathers by.
    pub by: ScorecardBy,
    /// The plan's id, the body's id or else its name, the pillar's code; `unknown` for tasks without a pillar.
    pub key: String,
    /// In which role a body has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ScorecardRole>,
    /// The body's or the pillar's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Arc<str>>,
    /// Its place among the bodies that lead, by `tasks.doneOfDue`, equal rates sharing one: 1, 2, 2, 4. None where nothing
    /// is due, nor for a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// Its indicators.
    pub indicators: IndicatorCounts,
    /// Each milestone, by year.
    pub milestones: Vec<MilestoneCounts>,
    /// Its tasks; of a body that leads, its own parts of them.
    pub tasks: TaskCounts,
    /// Its reports.
    pub reports: Tally,
}

/// Indicators, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndicatorCounts {
    /// How many stand how, in the order of the standings; those that occur.
    pub counts: Vec<IndicatorCount>,
    /// All but those of which nothing is asked.
    pub asked: u32,
    /// Those asked whose verdict is that they are met, or not.
    pub judged: u32,
    /// Those asked that somebody measures.
    pub with_data: u32,
    /// Those met out of 100 judged, by verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met: Option<Fixed>,
    /// Those with data out of 100 asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Fixed>,
    /// The codes of those asked that nobody measures.
    pub unmeasured: Vec<String>,
}

/// How many indicators stand so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorCount {
    /// How they stand.
    pub standing: IndicatorStanding,
    /// How many.
    pub count: u32,
}

/// A milestone, counted: of a year that is past those that asked then, of one ahead those that it decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneCounts {
    /// The year.
    pub year: i32,
    /// Whether its 31 December is past.
    pub passed: bool,
    /// Met.
    pub met: u32,
    /// Not met.
    pub not_met: u32,
    /// Neither.
    pub undetermined: u32,
}

/// Tasks, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskCounts {
    /// How many stand how, in the order of the standings; those that occur.
    pub counts: Vec<TaskCount>,
    /// Those of which a completion is recorded, also where the work goes on.
    pub done: u32,
    /// Those overdue.
    pub overdue: u32,
    /// Done, overdue, in progress and not started together: the denominator of `doneOfAll`.
    pub counted: u32,
    /// Those done out of 100 done or overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_of_due: Option<Fixed>,
    /// Those done out of 100 counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_of_all: Option<Fixed>,
    /// Those due soon.
    pub due_soon: u32,
}

/// How many tasks stand so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskCount {
    /// How they stand.
    pub standing: TaskStanding,
    /// How many.
    pub count: u32,
}
