//! Findings: what lint and lineage say of plans, with places and a sentence in each language.

use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use tiendo::{Finding, FindingCode, ItemKind, Lang, Place};

use crate::codes::{Code, CodeArgument};
use crate::collections::Tuple;
use crate::match_args::{MatchArgs, positional};
use crate::pickle::{Reduced, reduce};
use crate::repr::Repr;

/// Something a reader of a plan should know.
///
/// >>> import tiendo
/// >>> findings = tiendo.Plan.builtin("tien-giang-69").lint()
/// >>> tuple(finding.places[0].code for finding in findings if finding.code == "orphaned-lead")
/// ('19', '24', '26')
#[pyclass(frozen, eq, hash, name = "Finding", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyFinding(pub(crate) Finding);

impl Hash for PyFinding {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.code, &self.0.places).hash(state);
    }
}

positional!(PyFinding: "code", "places");

/// A pickled `Finding`: the core writes findings and does not read them.
pub(crate) type FindingParts = (FindingCode, Vec<PlaceParts>, String, String);

impl PyFinding {
    pub(crate) fn restored((code, places, vi, en): FindingParts) -> PyFinding {
        let places = places.into_iter().map(|parts| PyPlace::restored(parts).0).collect();
        PyFinding(Finding { code, places, vi, en })
    }
}

/// The findings of a plan.
pub(crate) fn findings(findings: Vec<Finding>) -> Tuple<PyFinding> {
    findings.into_iter().map(PyFinding).collect()
}

#[pymethods]
impl PyFinding {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyFinding> {
        MatchArgs::new()
    }

    /// What it says, a stable word in kebab-case.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code.as_str()
    }

    /// Where, the lower plan's places first.
    #[getter]
    fn places(&self) -> Tuple<PyPlace> {
        self.0.places.iter().cloned().map(PyPlace).collect()
    }

    /// The sentence in Vietnamese.
    #[getter]
    fn vi(&self) -> &str {
        &self.0.vi
    }

    /// The sentence in English.
    #[getter]
    fn en(&self) -> &str {
        &self.0.en
    }

    /// The sentence in a language: `vi` or `en`.
    ///
    /// >>> import tiendo
    /// >>> finding = tiendo.Plan.builtin("dak-lak-146").lint()[0]
    /// >>> finding.sentence("vi") == finding.vi
    /// True
    fn sentence(&self, lang: CodeArgument<'_, Lang>) -> PyResult<&str> {
        Ok(self.0.sentence(lang.at("lang")?))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Finding")
            .value(self.code())
            .field("places", self.places())
            .field("en", self.en())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        let Finding { code, places, vi, en } = self.0.clone();
        let places = places.into_iter().map(|place| PyPlace(place).parts()).collect();
        let parts: FindingParts = (code, places, vi, en);
        reduce(py, "Finding", &parts)
    }
}

/// Where a finding is.
///
/// >>> import tiendo
/// >>> tiendo.Plan.builtin("ha-tinh-42-ctr-tu").lint()[-1].places[0].plan
/// 'ha-tinh-42-ctr-tu'
#[pyclass(frozen, eq, hash, name = "Place", module = "tiendo")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct PyPlace(pub(crate) Place);

positional!(PyPlace: "plan", "kind", "code", "year");

/// A pickled `Place`.
pub(crate) type PlaceParts = (String, ItemKind, String, Option<i32>);

impl PyPlace {
    pub(crate) fn restored((plan, kind, code, year): PlaceParts) -> PyPlace {
        PyPlace(Place { plan, kind, code, year })
    }

    fn parts(&self) -> PlaceParts {
        let Place { plan, kind, code, year } = self.0.clone();
        (plan, kind, code, year)
    }
}

#[pymethods]
impl PyPlace {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyPlace> {
        MatchArgs::new()
    }

    /// The plan's id.
    #[getter]
    fn plan(&self) -> &str {
        &self.0.plan
    }

    /// What the place is in.
    #[getter]
    fn kind(&self) -> Code<ItemKind> {
        Code(self.0.kind)
    }

    /// Its code or number; empty for the plan.
    #[getter]
    fn code(&self) -> &str {
        &self.0.code
    }

    /// The milestone, where one cell is meant.
    #[getter]
    fn year(&self) -> Option<i32> {
        self.0.year
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Place")
            .value(self.plan())
            .value(self.kind())
            .value(self.code())
            .known("year", self.year())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Place", &self.parts())
    }
}
