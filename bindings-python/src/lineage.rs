//! Lineage: which items of a lower plan derive from which of the upper one.

use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use tiendo::{Derivation, ItemKind, Lineage, Link, SuggestedLink};

use crate::agency::{PyRegistry, registry_or_builtin};
use crate::codes::Code;
use crate::collections::Tuple;
use crate::errors::raise;
use crate::finding::{PyFinding, findings};
use crate::match_args::{MatchArgs, positional};
use crate::pickle::{Reduced, reduce};
use crate::plan::PyPlan;
use crate::repr::Repr;

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
    child: &Bound<'_, PyPlan>,
    parent: &Bound<'_, PyPlan>,
    registry: Option<&Bound<'_, PyRegistry>>,
) -> PyResult<Tuple<PyFinding>> {
    let registry = registry_or_builtin(registry);
    tiendo::compare_plans(&child.get().0, &parent.get().0, registry).map(findings).map_err(raise)
}

/// Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
///
/// >>> import tiendo
/// >>> child, parent = tiendo.Plan.builtin("tien-giang-69"), tiendo.Plan.builtin("ha-tinh-231")
/// >>> ("8", "50") in [(link.child, link.parent) for link in tiendo.suggest_links(child, parent)]
/// True
#[pyfunction]
pub(crate) fn suggest_links(child: &Bound<'_, PyPlan>, parent: &Bound<'_, PyPlan>) -> Tuple<PySuggestedLink> {
    let links = tiendo::suggest_links(&child.get().0, &parent.get().0);
    links.into_iter().map(PySuggestedLink).collect()
}

/// A link that nobody has recorded: the names share most of their words.
///
/// >>> import tiendo
/// >>> child, parent = tiendo.Plan.builtin("tien-giang-69"), tiendo.Plan.builtin("ha-tinh-231")
/// >>> tiendo.suggest_links(child, parent)[0]
/// SuggestedLink('indicator', child='3', parent='64', shared=10, together=10)
#[pyclass(frozen, eq, hash, name = "SuggestedLink", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PySuggestedLink(SuggestedLink);

impl Hash for PySuggestedLink {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.kind, &self.0.child, &self.0.parent).hash(state);
    }
}

positional!(PySuggestedLink: "kind", "child", "parent");

/// A pickled `SuggestedLink`: the core writes suggestions and does not read them.
pub(crate) type SuggestedLinkParts = (ItemKind, String, String, u32, u32);

impl PySuggestedLink {
    pub(crate) fn restored((kind, child, parent, shared, together): SuggestedLinkParts) -> PySuggestedLink {
        PySuggestedLink(SuggestedLink { kind, child, parent, shared, together })
    }
}

#[pymethods]
impl PySuggestedLink {
    #[classattr]
    fn __match_args__() -> MatchArgs<PySuggestedLink> {
        MatchArgs::new()
    }

    /// An indicator or a task.
    #[getter]
    fn kind(&self) -> Code<ItemKind> {
        Code(self.0.kind)
    }

    /// The code or number in the lower plan.
    #[getter]
    fn child(&self) -> &str {
        &self.0.child
    }

    /// The code or number in the upper plan.
    #[getter]
    fn parent(&self) -> &str {
        &self.0.parent
    }

    /// Words both names have.
    #[getter]
    fn shared(&self) -> u32 {
        self.0.shared
    }

    /// Words of both names together.
    #[getter]
    fn together(&self) -> u32 {
        self.0.together
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "SuggestedLink")
            .value(self.kind())
            .field("child", self.child())
            .field("parent", self.parent())
            .field("shared", self.shared())
            .field("together", self.together())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        let SuggestedLink { kind, child, parent, shared, together } = self.0.clone();
        let parts: SuggestedLinkParts = (kind, child, parent, shared, together);
        reduce(py, "SuggestedLink", &parts)
    }
}

/// The recorded derivation of a plan from an upper one.
///
/// >>> import tiendo
/// >>> lineage = tiendo.Plan.builtin("tien-dien").derives
/// >>> lineage.plan, lineage.indicators[0]
/// ('ha-tinh-231', Link('1', parent='6', how='same'))
#[pyclass(frozen, eq, hash, name = "Lineage", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyLineage(pub(crate) Lineage);

impl Hash for PyLineage {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.plan, self.0.indicators.len(), self.0.tasks.len()).hash(state);
    }
}

#[pymethods]
impl PyLineage {
    /// The upper plan's id.
    #[getter]
    fn plan(&self) -> &str {
        &self.0.plan
    }

    /// Which indicator derives from which, by code.
    #[getter]
    fn indicators(&self) -> Tuple<PyLink> {
        self.0.indicators.iter().cloned().map(PyLink).collect()
    }

    /// Which task derives from which, by number.
    #[getter]
    fn tasks(&self) -> Tuple<PyLink> {
        self.0.tasks.iter().cloned().map(PyLink).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Lineage")
            .value(self.plan())
            .field("indicators", self.0.indicators.len())
            .field("tasks", self.0.tasks.len())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Lineage", &self.0)
    }
}

/// One item's derivation.
///
/// >>> import tiendo
/// >>> links = tiendo.Plan.builtin("tien-dien").derives.indicators
/// >>> next(link for link in links if link.child == "3")
/// Link('3', parent='9', how='widened')
#[pyclass(frozen, eq, hash, name = "Link", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyLink(pub(crate) Link);

impl Hash for PyLink {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.child, &self.0.parent, self.0.how).hash(state);
    }
}

positional!(PyLink: "child", "parent", "how");

#[pymethods]
impl PyLink {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyLink> {
        MatchArgs::new()
    }

    /// The code or number in the lower plan.
    #[getter]
    fn child(&self) -> &str {
        &self.0.child
    }

    /// The code or number in the upper plan.
    #[getter]
    fn parent(&self) -> &str {
        &self.0.parent
    }

    /// How it derives.
    #[getter]
    fn how(&self) -> Code<Derivation> {
        Code(self.0.how)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Link")
            .value(self.child())
            .field("parent", self.parent())
            .field("how", self.how())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Link", &self.0)
    }
}
