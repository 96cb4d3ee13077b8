//! Lint: what one plan says twice, not at all, or in a way that had to be inferred.

use super::{Plan, checked};
use crate::agency::registry;
use crate::error::TiendoError;
use crate::finding::Finding;

/// What a careful reader of the plan would remark on.
///
/// Agencies are looked up in the built-in registry, or in the JSON of another. The errors are those of its file; a plan
/// changed into what `planFromJson` would refuse is refused too.
#[uniffi::export(default(registry_json))]
#[expect(clippy::needless_pass_by_value, reason = "uniffi has no optional borrowed text")]
pub fn lint(plan: Plan, registry_json: Option<String>) -> Result<Vec<Finding>, TiendoError> {
    Ok(checked(plan)?.lint(&*registry(registry_json.as_deref())?))
}
