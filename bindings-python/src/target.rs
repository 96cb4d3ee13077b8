//! Targets: what a plan asks of an indicator at one milestone.

use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::PyString;
use tiendo::{MilestoneTarget, TargetKind, Unit};

use crate::codes::Code;
use crate::collections::Tuple;
use crate::errors::raise;
use crate::match_args::{MatchArgs, positional};
use crate::note::{PyNote, notes};
use crate::number::Number;
use crate::pickle::{Reduced, reduce};
use crate::repr::Repr;
use crate::text::text as text_of;

/// Reads one target cell, with the text of its row's unit column where there is one.
///
/// Reading is total: the only error is `TiendoError` with code `cell-too-long`, beyond 10,000 characters. The cells
/// of a plan are read with their whole row by `Indicator.targets`.
///
/// >>> import tiendo
/// >>> tiendo.parse_target("≥ 1,0%;")
/// MilestoneTarget('≥ 1,0%;', kind='at_least', value=Decimal('1'), unit='percent')
/// >>> tiendo.parse_target("15", "% GRDP").base
/// 'GRDP'
#[pyfunction]
#[pyo3(signature = (text, unit=None))]
pub(crate) fn parse_target(
    text: &Bound<'_, PyString>,
    unit: Option<&Bound<'_, PyString>>,
) -> PyResult<PyMilestoneTarget> {
    let unit = unit.map(|unit| text_of(unit, "unit")).transpose()?;
    tiendo::parse_target(text_of(text, "text")?, unit).map(PyMilestoneTarget).map_err(raise)
}

/// What a plan asks of an indicator at one milestone: the cell as published, and what was understood.
///
/// `kind` says which of the other fields speak: the operators and `reach` have `value`, an interval `low` and `high`,
/// `presence` has `present` (and its number, if any, in `parts`), `several` has `parts`.
///
/// >>> import tiendo
/// >>> target = tiendo.parse_target("6G (50%)")
/// >>> target.kind, target.value, target.unit, target.qualifier
/// ('reach', Decimal('50'), 'percent', '6G')
#[pyclass(frozen, eq, hash, name = "MilestoneTarget", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyMilestoneTarget(pub(crate) MilestoneTarget);

impl Hash for PyMilestoneTarget {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.text, self.0.kind, self.0.value).hash(state);
    }
}

positional!(PyMilestoneTarget: "kind", "value", "unit");

#[pymethods]
impl PyMilestoneTarget {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyMilestoneTarget> {
        MatchArgs::new()
    }

    /// What is asked.
    #[getter]
    fn kind(&self) -> Code<TargetKind> {
        Code(self.0.kind)
    }

    /// The number of an operator or of `reach`, in `unit`.
    #[getter]
    fn value(&self) -> Option<Number> {
        self.0.value.map(Number)
    }

    /// The lower number of an interval.
    #[getter]
    fn low(&self) -> Option<Number> {
        self.0.low.map(Number)
    }

    /// The upper number of an interval.
    #[getter]
    fn high(&self) -> Option<Number> {
        self.0.high.map(Number)
    }

    /// `Có` or `Không`.
    #[getter]
    fn present(&self) -> Option<bool> {
        self.0.present
    }

    /// The unit of the numbers: `percent`, `count`, `rank`, `score`, or another as written; `None` where neither
    /// cell, column nor row names one.
    #[getter]
    fn unit(&self) -> Option<&str> {
        self.0.unit.as_ref().map(Unit::as_str)
    }

    /// What a percent is of, as written (`GRDP`); `None` where the indicator's name says it.
    #[getter]
    fn base(&self) -> Option<&str> {
        self.0.base.as_deref()
    }

    /// What a count counts, as written (`phường`).
    #[getter]
    fn noun(&self) -> Option<&str> {
        self.0.noun.as_deref()
    }

    /// The thing measured, where it is not the indicator's usual one (`6G`).
    #[getter]
    fn qualifier(&self) -> Option<&str> {
        self.0.qualifier.as_deref()
    }

    /// Where or among whom it holds (`Đông Nam Á`), as written in the cell or its footnote.
    #[getter]
    fn scope(&self) -> Option<&str> {
        self.0.scope.as_deref()
    }

    /// The requirements of `several`, the number of a `presence`, the numbers a `qualitative` cell shows.
    #[getter]
    fn parts(&self) -> Tuple<PyMilestoneTarget> {
        self.0.parts.iter().cloned().map(PyMilestoneTarget).collect()
    }

    /// Whether the cell also demands that the value keep rising.
    #[getter]
    fn rising(&self) -> bool {
        self.0.rising
    }

    /// The mark of the footnote the cell names; empty for a bare `(*)`.
    #[getter]
    fn footnote(&self) -> Option<&str> {
        self.0.footnote.as_deref()
    }

    /// The code of the indicator a footnote puts in this one's place.
    #[getter]
    fn proxy(&self) -> Option<&str> {
        self.0.proxy.as_deref()
    }

    /// What to know about the reading, with places.
    #[getter]
    fn notes(&self) -> Tuple<PyNote> {
        notes(&self.0.notes)
    }

    /// The cell, verbatim.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    /// Whether the kind asks for a number of its own.
    ///
    /// >>> import tiendo
    /// >>> tiendo.parse_target("≥ 5").is_numeric(), tiendo.parse_target("Có").is_numeric()
    /// (True, False)
    fn is_numeric(&self) -> bool {
        self.0.is_numeric()
    }

    /// Whether two targets ask the same, however they are written: `text` and `notes` are left out.
    ///
    /// >>> import tiendo
    /// >>> tiendo.parse_target("≥ 1,0%;").means_the_same(tiendo.parse_target("ít nhất 1%"))
    /// True
    fn means_the_same(&self, other: &PyMilestoneTarget) -> bool {
        self.0.means_the_same(&other.0)
    }

    /// The target in the library's own notation, one spelling for each meaning; reading it gives the same target.
    ///
    /// >>> import tiendo
    /// >>> tiendo.parse_target("đạt tối thiểu 40%.").to_notation()
    /// '≥ 40%'
    fn to_notation(&self) -> String {
        self.0.to_notation()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "MilestoneTarget")
            .value(self.text())
            .field("kind", self.kind())
            .field("value", self.value())
            .field("low", self.low())
            .field("high", self.high())
            .known("present", self.present())
            .field("unit", self.unit())
            .field("base", self.base())
            .field("noun", self.noun())
            .field("qualifier", self.qualifier())
            .field("scope", self.scope())
            .field("parts", self.parts())
            .field("rising", self.rising())
            .field("footnote", self.footnote())
            .field("proxy", self.proxy())
            .field("notes", self.notes())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "MilestoneTarget", &self.0)
    }
}
