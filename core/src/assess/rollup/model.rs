//! A roll-up: plain data, in the order in which it is written.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::model::AssessedPlan;
use crate::codes::{Derivation, ObservationStatus, RollUpReason};
use crate::number::Fixed;
use crate::plan::Plan;
use crate::records::Records;
use crate::unit::Unit;

/// A unit whose figures are summed: a commune with its plan and records, or its name alone.
#[derive(Clone, Debug, PartialEq)]
pub struct RollUnit {
    /// Its id, unique where it is given.
    pub id: Option<String>,
    /// Its name, as records of its area name it.
    pub name: String,
    /// Its plan.
    pub plan: Option<Plan>,
    /// Its records.
    pub records: Option<Records>,
}

/// The figures of units, summed for a plan's indicators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RollUp {
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
    /// The indicators that have a unit, in the plan's order.
    pub indicators: Vec<RolledIndicator>,
    /// The units whose plan does not derive from this one.
    pub unlinked: Vec<String>,
}

/// An indicator with the figures of its units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolledIndicator {
    /// Its code.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// The unit of measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// How many units there are.
    pub linked: u32,
    /// How many of them are in the sum.
    pub included: u32,
    /// The share of them that is, in percent.
    pub coverage: Fixed,
    /// How firm the weakest figure of the sum is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ObservationStatus>,
    /// The first day that a figure of the sum speaks of.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last one.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The sum of what counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Fixed>,
    /// The sum of the wholes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Fixed>,
    /// The sum, or the one sum by the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Fixed>,
    /// Why there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RollUpReason>,
    /// The units, in the order given, then areas that are none of them.
    pub units: Vec<RolledUnit>,
}

/// A unit's figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolledUnit {
    /// The unit's id, else its name.
    pub unit: Arc<str>,
    /// Its name.
    pub name: Arc<str>,
    /// The indicator of its plan that is linked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// How that one derives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Derivation>,
    /// The record of its figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observation: Option<String>,
    /// The day it speaks of.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// How firm it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ObservationStatus>,
    /// What counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Fixed>,
    /// Its whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Fixed>,
    /// Its number, in the indicator's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Fixed>,
    /// Whether it is in the sum.
    pub included: bool,
    /// Why it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RollUpReason>,
}
