//! The plan: what a published document says, with every cell verbatim, and what was read from its cells.

use std::collections::HashMap;

use crate::error::TiendoError;
use crate::generated::{Deadline, Plan, Row};
use crate::limits::{Limits, within};
use crate::number::Whole;

/// Reads a plan's JSON.
///
/// Nothing is read in part: the first thing wrong is the error, with its place, and the next ones are its `others`.
#[uniffi::export(default(limits))]
pub fn plan_from_json(text: &str, limits: Option<Limits>) -> Result<Plan, TiendoError> {
    Ok(tiendo::Plan::from_json_with(text.as_bytes(), &within(limits))?.into())
}

/// Reads a built-in plan.
///
/// The error is `unknown-plan`, with the ids there are.
#[uniffi::export]
pub fn plan_builtin(id: &str) -> Result<Plan, TiendoError> {
    Ok(tiendo::Plan::builtin(id)?.into())
}

/// The ids of the built-in plans.
#[uniffi::export]
pub fn builtin_plan_ids() -> Vec<String> {
    tiendo::Plan::builtin_ids().map(str::to_owned).collect()
}

/// Writes a plan as JSON: the same text for the same plan, and `planFromJson` reads it back.
///
/// A plan changed into what `planFromJson` would refuse is refused with the same error.
#[uniffi::export(default(limits))]
pub fn plan_to_json(plan: Plan, limits: Option<Limits>) -> Result<String, TiendoError> {
    let json = tiendo::Plan::from(plan).to_json();
    // Not `check` alone: the version, the years of dates and the size of the whole are checked by reading.
    tiendo::Plan::from_json_with(json.as_bytes(), &within(limits))?;
    Ok(json)
}

/// The rows of a plan's indicators by their codes, each read with the plan's footnotes and other indicators as its context.
///
/// A plan changed into what `planFromJson` would refuse is refused.
#[uniffi::export(default(limits))]
pub fn plan_rows(plan: Plan, limits: Option<Limits>) -> Result<HashMap<String, Row>, TiendoError> {
    let limits = within(limits);
    let plan = checked(plan, &limits)?;
    let rows = plan.view_with(&limits).into_rows();
    Ok(plan.indicators.into_iter().zip(rows).map(|(indicator, row)| (indicator.code, row.into())).collect())
}

/// The deadline cells of a plan's tasks by their numbers, each as it is read by the defaults.
///
/// A plan changed into what `planFromJson` would refuse is refused.
#[uniffi::export(default(limits))]
pub fn plan_deadlines(plan: Plan, limits: Option<Limits>) -> Result<HashMap<Whole, Deadline>, TiendoError> {
    let limits = within(limits);
    let plan = checked(plan, &limits)?;
    let view = plan.view_with(&limits);
    Ok(view.deadlines().map(|(task, deadline)| (Whole(task.number), deadline.clone().into())).collect())
}

/// How two codes of indicators stand: below 0 where the first comes first, 0 where they are equal, above 0 else.
#[uniffi::export]
pub fn compare_codes(a: &str, b: &str) -> i32 {
    tiendo::compare_codes(a, b) as i32
}

/// A plan of the host's, which may hold any text: only the core knows what a plan may hold.
pub(crate) fn checked(plan: Plan, limits: &tiendo::Limits) -> Result<tiendo::Plan, TiendoError> {
    let plan = tiendo::Plan::from(plan);
    plan.check(limits)?;
    Ok(plan)
}
