//! How an indicator stands: plain data, with why.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{
    DecidedBy, Direction, IndicatorFlag, IndicatorStanding, MeasureKind, NeedReason, ObservationStatus,
    PathSource, ProjectedReason, Reason, SkipReason, Verdict,
};
use crate::number::Fixed;
use crate::targets::{Comparison, MilestoneTarget};
use crate::unit::Unit;
use crate::why::Why;

/// A body as an assessment names it: with its id where the registry knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Its id in the registry; absent for groups and for words of no entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// Its name.
    pub name: Arc<str>,
}

/// A sentence in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// How an indicator stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessedIndicator {
    /// Its code.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// A short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// Its name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The code of the row it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Left out of public output.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
    /// Who leads it on the day.
    pub leads: Vec<Body>,
    /// The kind of measure.
    pub kind: MeasureKind,
    /// Which way is better.
    pub direction: Direction,
    /// What decided it.
    pub decided_by: DecidedBy,
    /// How it stands.
    pub standing: IndicatorStanding,
    /// Why that is open, where it is `undetermined`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// What to know about it, in the order of the codes.
    pub flags: Vec<IndicatorFlag>,
    /// The year of the milestone that decides; absent after the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<i32>,
    /// Its target; after the last milestone, that of the last that asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Box<MilestoneTarget>>,
    /// The newest figure used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observation: Option<UsedObservation>,
    /// The figure beside the target.
    pub comparison: Comparison,
    /// How fast it goes; of numbers before the last milestone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
    /// The figures of the row's unit, one a date, ascending; empty where the target is no number.
    pub series: Vec<SeriesPoint>,
    /// The points between which the path runs, ascending.
    pub path: Vec<PathPoint>,
    /// The milestones that are past, ascending.
    pub passed: Vec<PassedMilestone>,
    /// The milestones ahead that decide nothing, before the one that does.
    pub skipped: Vec<SkippedMilestone>,
    /// Each of several scopes, in the cell's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<AssessedScope>,
    /// One sentence for citizens.
    pub plain: Wording,
    /// Why it stands so.
    pub why: Why,
}

/// A figure that was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UsedObservation {
    /// The record's id.
    pub id: String,
    /// The day it speaks of.
    #[serde(with = "crate::json::day")]
    pub date: NaiveDate,
    /// The day it was recorded.
    #[serde(with = "crate::json::day")]
    pub recorded: NaiveDate,
    /// How firm it is.
    pub status: ObservationStatus,
    /// The number; of a ratio the quotient, at six decimals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Fixed>,
    /// Whether the thing is in place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// Whether a qualitative target is judged met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<bool>,
    /// The thing measured, where the record says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// The unit, where the record says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Among how many a rank is one, where the record says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranked_among: Option<u32>,
    /// Whether it is of a part of its year, where the record says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of_year: Option<bool>,
    /// Where it comes from.
    pub source: String,
}

/// How fast an indicator goes, at six decimals, half to even.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// The path on the figure's day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Fixed>,
    /// How much better (positive) or worse the figure is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Fixed>,
    /// How much of the way from the baseline to the target is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Fixed>,
    /// That share beside the share of the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<Fixed>,
    /// The change a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slope: Option<Fixed>,
    /// The change a year that is needed from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slope_needed: Option<Fixed>,
    /// The slope beside the one needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<Fixed>,
    /// Why that is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need_reason: Option<NeedReason>,
    /// The figure on the milestone's day, if it goes on so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projected: Option<Fixed>,
    /// The day the target is reached, if it goes on so.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub projected_date: Option<NaiveDate>,
    /// Why that is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projected_reason: Option<ProjectedReason>,
    /// Observed beside required compound growth, by option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cagr: Option<Fixed>,
}

/// A figure of a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeriesPoint {
    /// The record's id.
    pub id: String,
    /// The day it speaks of.
    #[serde(with = "crate::json::day")]
    pub date: NaiveDate,
    /// The number, in the target's unit.
    pub value: Fixed,
    /// How firm it is.
    pub status: ObservationStatus,
    /// That it is of a part of its year.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub part_of_year: bool,
}

/// A point of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathPoint {
    /// Its day.
    #[serde(with = "crate::json::day")]
    pub date: NaiveDate,
    /// Its number.
    pub value: Fixed,
    /// Where it comes from.
    pub source: PathSource,
}

/// A milestone that is past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PassedMilestone {
    /// Its year.
    pub year: i32,
    /// Whether its target was met.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// What to know about the verdict.
    pub flags: Vec<IndicatorFlag>,
    /// Whether a figure firmer than an estimate decided it.
    pub closed: bool,
    /// The record that decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observation: Option<String>,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Fixed>,
    /// The first later day on which the number was reached.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub met_on: Option<NaiveDate>,
}

/// A milestone ahead that decides nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SkippedMilestone {
    /// Its year.
    pub year: i32,
    /// Why it does not decide.
    pub reason: SkipReason,
    /// The indicator that stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linked: Option<String>,
    /// The code of that one's verdict at the milestone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linked_verdict: Option<String>,
}

/// One of several scopes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessedScope {
    /// The scope, as written.
    pub scope: Arc<str>,
    /// How it stands.
    pub standing: IndicatorStanding,
    /// Why that is open, where it is `undetermined`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// What to know about it.
    pub flags: Vec<IndicatorFlag>,
    /// Its figure beside its target.
    pub comparison: Comparison,
    /// How fast it goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
    /// Its path.
    pub path: Vec<PathPoint>,
    /// Why it stands so.
    pub why: Why,
}
