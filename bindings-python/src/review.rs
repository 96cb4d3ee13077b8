//! Two plans beside one another: findings by recorded links, and links suggested by name.

use pyo3::prelude::*;
use tiendo::{Finding, SuggestedLink};

use crate::agency::{PyRegistry, registry_or_builtin};
use crate::errors::raise;
use crate::plan::PyPlan;
use crate::results::Many;

/// Compares a plan with the upper plan it derives from, by its recorded links.
///
/// Leads are compared by `registry`, the built-in one where none is given. Raises `TiendoError` with code
/// `unknown-plan` where the plan records no derivation from `parent`.
///
/// >>> import tiendo
/// >>> child, parent = tiendo.Plan.builtin("tien-dien"), tiendo.Plan.builtin("ha-tinh-231")
/// >>> findings = tiendo.compare_plans(child, parent)
/// >>> next(finding.en for finding in findings if finding.code == "deadline-later")
/// 'Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND.'
#[pyfunction]
#[pyo3(signature = (child, parent, registry=None))]
pub(crate) fn compare_plans(
    py: Python<'_>,
    child: &Bound<'_, PyPlan>,
    parent: &Bound<'_, PyPlan>,
    registry: Option<&Bound<'_, PyRegistry>>,
) -> PyResult<Many<Finding>> {
    let (child, parent, registry) = (child.get().view(), parent.get().view(), registry_or_builtin(registry));
    py.detach(|| tiendo::compare_plans(child, parent, registry)).map(Many).map_err(raise)
}

/// Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
///
/// Raises `TiendoError` with code `too-many` where the names are more than the limits of `child` let compare.
///
/// >>> import tiendo
/// >>> child, parent = tiendo.Plan.builtin("tien-giang-69"), tiendo.Plan.builtin("ha-tinh-231")
/// >>> ("8", "50") in [(link.child, link.parent) for link in tiendo.suggest_links(child, parent)]
/// True
#[pyfunction]
pub(crate) fn suggest_links(
    py: Python<'_>,
    child: &Bound<'_, PyPlan>,
    parent: &Bound<'_, PyPlan>,
) -> PyResult<Many<SuggestedLink>> {
    let (child, parent) = (child.get().view(), parent.get().view());
    py.detach(|| tiendo::suggest_links(child, parent)).map(Many).map_err(raise)
}
