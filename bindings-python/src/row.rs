//! An indicator and its row, read as a whole.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use pyo3::prelude::*;
use tiendo::{DecidedBy, Direction, Indicator, MeasureKind, PublishedCode, Row};

use crate::codes::Code;
use crate::collections::{Mapping, Tuple};
use crate::match_args::{MatchArgs, positional};
use crate::note::{PyNote, notes};
use crate::pickle::{Reduced, reduce};
use crate::plan::PyPlan;
use crate::repr::Repr;
use crate::target::PyMilestoneTarget;

/// A row of the indicator table: the cells as published, and what they mean beside one another.
///
/// `direction`, `kind`, `lead` and `targets` are the row's: inferred where the plan's data does not declare them, with
/// `decided_by` and `notes` to say how.
///
/// >>> import tiendo
/// >>> indicator = tiendo.Plan.builtin("ha-tinh-231").indicator("8")
/// >>> indicator.direction, indicator.decided_by
/// ('lower_is_better', 'operator')
/// >>> indicator.targets[2030].to_notation()
/// '≤ 20'
#[pyclass(frozen, eq, hash, name = "Indicator", module = "tiendo")]
pub(crate) struct PyIndicator {
    plan: Py<PyPlan>,
    /// Its place in the plan's list.
    at: usize,
    /// Read when first asked for.
    row: OnceLock<Row>,
}

impl PyIndicator {
    pub(crate) fn new(plan: Py<PyPlan>, at: usize) -> PyIndicator {
        PyIndicator { plan, at, row: OnceLock::new() }
    }

    fn cells(&self) -> &Indicator {
        &self.plan.get().0.indicators[self.at]
    }

    fn row(&self) -> &Row {
        self.row.get_or_init(|| self.plan.get().0.row(self.cells()))
    }
}

impl PartialEq for PyIndicator {
    fn eq(&self, other: &PyIndicator) -> bool {
        self.cells() == other.cells() && self.row() == other.row()
    }
}

impl Hash for PyIndicator {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.cells().code, &self.cells().name).hash(state);
    }
}

#[pymethods]
impl PyIndicator {
    /// Its code, `51.3`: segments of letters and digits between dots.
    #[getter]
    fn code(&self) -> &str {
        &self.cells().code
    }

    /// Its official name.
    #[getter]
    fn name(&self) -> &str {
        &self.cells().name
    }

    /// A short name for tables and charts.
    #[getter]
    fn short_name(&self) -> Option<&str> {
        self.cells().short_name.as_deref()
    }

    /// Its name in English.
    #[getter]
    fn name_en(&self) -> Option<&str> {
        self.cells().name_en.as_deref()
    }

    /// The cell of the unit column, verbatim; `None` where the table has none.
    #[getter]
    fn unit(&self) -> Option<&str> {
        self.cells().unit.as_deref()
    }

    /// The kind of measure.
    #[getter]
    fn kind(&self) -> Code<MeasureKind> {
        Code(self.row().kind)
    }

    /// Which way is better.
    #[getter]
    fn direction(&self) -> Code<Direction> {
        Code(self.row().direction)
    }

    /// What decided the direction.
    #[getter]
    fn decided_by(&self) -> Code<DecidedBy> {
        Code(self.row().decided_by)
    }

    /// The targets by milestone year, every cell the row has.
    #[getter]
    fn targets(&self) -> Mapping<i32, PyMilestoneTarget> {
        self.row().targets.iter().map(|(year, target)| (*year, PyMilestoneTarget(target.clone()))).collect()
    }

    /// The codes of other rows it was published in, where each milestone has its own rows.
    #[getter]
    fn other_codes(&self) -> Tuple<PyPublishedCode> {
        self.cells().other_codes.iter().cloned().map(PyPublishedCode).collect()
    }

    /// A demand that the text states without a year, verbatim; no milestone is invented for it.
    #[getter]
    fn undated(&self) -> Option<&str> {
        self.cells().undated.as_deref()
    }

    /// The lead cell, the parent's where the row has none.
    #[getter]
    fn lead(&self) -> &str {
        &self.row().lead
    }

    /// The code of the row this one belongs to.
    #[getter]
    fn parent(&self) -> Option<&str> {
        self.cells().parent.as_deref()
    }

    /// Left out of public output (security, defence).
    #[getter]
    fn sensitive(&self) -> bool {
        self.cells().sensitive
    }

    /// What to know about the reading of the row; spans are in the name.
    #[getter]
    fn notes(&self) -> Tuple<PyNote> {
        notes(&self.row().notes)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Indicator")
            .value(self.code())
            .field("name", self.name())
            .field("unit", self.unit())
            .field("direction", self.direction())
            .finish()
    }

    // The plan is pickled once, however many of its indicators are.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (&str,))> {
        Ok((self.plan.bind(py).getattr("indicator")?, (self.code(),)))
    }
}

/// A code an indicator was published under at one milestone.
///
/// >>> import tiendo
/// >>> tiendo.Plan.builtin("tien-giang-69").indicator("6").other_codes[0]
/// PublishedCode(2045, '26')
#[pyclass(frozen, eq, hash, name = "PublishedCode", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyPublishedCode(pub(crate) PublishedCode);

impl Hash for PyPublishedCode {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.year, &self.0.code).hash(state);
    }
}

positional!(PyPublishedCode: "year", "code");

#[pymethods]
impl PyPublishedCode {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyPublishedCode> {
        MatchArgs::new()
    }

    /// The milestone.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year
    }

    /// The code of the row in which the milestone's cell stands.
    #[getter]
    fn code(&self) -> &str {
        &self.0.code
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "PublishedCode").value(self.year()).value(self.code()).finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "PublishedCode", &self.0)
    }
}
