//! Review: what one plan says twice or not at all, and which of its items derive from an upper plan's.

use crate::agencies::registry;
use crate::error::TiendoError;
use crate::generated::{Finding, Plan, SuggestedLink};
use crate::limits::{Limits, within};
use crate::plan::checked;

/// What a careful reader of the plan would remark on.
///
/// Agencies are looked up in the built-in registry, or in the JSON of another. The errors are those of its file; a plan
/// changed into what `planFromJson` would refuse is refused too.
#[uniffi::export(default(registry_json), default(limits))]
pub fn lint(
    plan: Plan,
    registry_json: Option<String>,
    limits: Option<Limits>,
) -> Result<Vec<Finding>, TiendoError> {
    let limits = within(limits);
    let plan = checked(plan, &limits)?;
    Ok(crate::all(tiendo::lint(&plan.view_with(&limits), &*registry(registry_json, &limits)?)))
}

/// Compares a plan with the upper plan it derives from, by its recorded links.
///
/// Findings come for indicators, then tasks, then the regime. The error is `unknown-plan` where `child` records no
/// derivation from `parent`; those of the registry's file and of changed plans are `lint`'s.
#[uniffi::export(default(registry_json), default(limits))]
pub fn compare_plans(
    child: Plan,
    parent: Plan,
    registry_json: Option<String>,
    limits: Option<Limits>,
) -> Result<Vec<Finding>, TiendoError> {
    let limits = within(limits);
    let (child, parent) = (checked(child, &limits)?, checked(parent, &limits)?);
    let registry = registry(registry_json, &limits)?;
    Ok(crate::all(tiendo::compare_plans(&child.view_with(&limits), &parent.view_with(&limits), &registry)?))
}

/// Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
///
/// A plan changed into what `planFromJson` would refuse is refused; `too-many` where more names than the limit on pairs
/// allows would have to be compared.
#[uniffi::export(default(limits))]
pub fn suggest_links(
    child: Plan,
    parent: Plan,
    limits: Option<Limits>,
) -> Result<Vec<SuggestedLink>, TiendoError> {
    let limits = within(limits);
    let (child, parent) = (checked(child, &limits)?, checked(parent, &limits)?);
    Ok(crate::all(tiendo::suggest_links(&child.view_with(&limits), &parent.view_with(&limits))?))
}
