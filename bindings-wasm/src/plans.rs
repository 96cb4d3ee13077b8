//! Plans: reading, writing, what a careful reader remarks on, and comparing with the plan above.

use tiendo::{Limits, Plan};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::agencies::registry;
use crate::error::{thrown, unplaced, within};
use crate::{limits_of, plain, with_why};

/// A plan that came as an object.
pub(crate) fn plan(json: &str, limits: &Limits) -> Result<Plan, JsValue> {
    Plan::from_json_with(json.as_bytes(), limits).map_err(|error| thrown(unplaced(error)))
}

/// A plan among several arguments.
pub(crate) fn plan_at(name: &str, json: &str, limits: &Limits) -> Result<Plan, JsValue> {
    Plan::from_json_with(json.as_bytes(), limits).map_err(|error| thrown(within(name, error)))
}

/// Reads a plan's JSON: the plan, the row of each indicator and the deadline of each task, in the plan's order.
#[wasm_bindgen(js_name = planFromJson)]
pub fn plan_from_json(source: &[u8], limits: Option<String>) -> Result<JsValue, JsValue> {
    let limits = limits_of(limits)?;
    let plan = Plan::from_json_with(source, &limits).map_err(thrown)?;
    let view = plan.view_with(&limits);
    let rows: Vec<_> = view.rows().map(|(_, row)| row).collect();
    let deadlines: Vec<_> = view.deadlines().map(|(_, deadline)| with_why(deadline)).collect();
    plain(&(&plan, rows, deadlines))
}

/// Writes a plan's JSON in the library's one form, from JSON of any form.
#[wasm_bindgen(js_name = planToJson)]
pub fn plan_to_json(source: &str, limits: Option<String>) -> Result<String, JsValue> {
    Ok(plan(source, &limits_of(limits)?)?.to_json())
}

/// Orders codes of indicators.
#[wasm_bindgen(js_name = compareCodes)]
pub fn compare_codes(a: &str, b: &str) -> i8 {
    tiendo::compare_codes(a, b) as i8
}

/// What a careful reader of a plan would remark on.
#[wasm_bindgen]
pub fn lint(source: &str, given: Option<String>, limits: Option<String>) -> Result<JsValue, JsValue> {
    let limits = limits_of(limits)?;
    let plan = plan(source, &limits)?;
    plain(&tiendo::lint(&plan.view_with(&limits), &*registry(given, &limits)?))
}

/// Compares a plan with the plan it derives from.
#[wasm_bindgen(js_name = comparePlans)]
pub fn compare_plans(
    child: &str,
    parent: &str,
    given: Option<String>,
    limits: Option<String>,
) -> Result<JsValue, JsValue> {
    let limits = limits_of(limits)?;
    let (child, parent) = (plan_at("child", child, &limits)?, plan_at("parent", parent, &limits)?);
    let registry = registry(given, &limits)?;
    let views = (child.view_with(&limits), parent.view_with(&limits));
    plain(&tiendo::compare_plans(&views.0, &views.1, &registry).map_err(thrown)?)
}

/// Links by name between two plans.
#[wasm_bindgen(js_name = suggestLinks)]
pub fn suggest_links(child: &str, parent: &str, limits: Option<String>) -> Result<JsValue, JsValue> {
    let limits = limits_of(limits)?;
    let (child, parent) = (plan_at("child", child, &limits)?, plan_at("parent", parent, &limits)?);
    plain(&tiendo::suggest_links(&child.view_with(&limits), &parent.view_with(&limits)).map_err(thrown)?)
}
