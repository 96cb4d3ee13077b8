//! Comparing a measured value with a target, and targets with one another.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use tiendo::{
    CompareOptions, Comparison, Direction, Measured, MeasuredValue, MilestoneTarget, Strength, Unit,
};

use crate::codes::{Code, CodeArgument};
use crate::errors::raise;
use crate::limits::{PyLimits, limits_or_default};
use crate::number::{Number, NumberArgument};
use crate::repr::Repr;
use crate::results::{Back, One};
use crate::text::text as text_of;

/// Reads one target cell, with the text of its row's unit column where there is one.
///
/// Reading is total: the only error is `TiendoError` with code `cell-too-long`, beyond the 10,000 characters of
/// `limits`. The cells of a plan are read with their whole row by `Plan.row`.
///
/// >>> import tiendo
/// >>> target = tiendo.parse_target("≥ 1,0%;")
/// >>> target.kind, target.value, target.unit
/// ('at_least', Decimal('1'), 'percent')
/// >>> tiendo.parse_target("15", "% GRDP").base
/// 'GRDP'
#[pyfunction]
#[pyo3(signature = (text, unit=None, *, limits=None))]
pub(crate) fn parse_target(
    text: &Bound<'_, PyString>,
    unit: Option<&Bound<'_, PyString>>,
    limits: Option<&Bound<'_, PyLimits>>,
) -> PyResult<One<MilestoneTarget>> {
    let unit = unit.map(|unit| text_of(unit, "unit")).transpose()?;
    let text = text_of(text, "text")?;
    tiendo::parse_target_with(text, unit, &limits_or_default(limits)).map(One).map_err(raise)
}

/// A value to compare, with what it measures where that is known: one of `value`, `present` and `judgement`, or none
/// of them where nothing is known.
///
/// Numbers are `int`, `Decimal` or text of a plain decimal; a `float` is refused, for it is not exact.
///
/// >>> import tiendo
/// >>> tiendo.Measured(value="52.5", unit="percent")
/// Measured(value=Decimal('52.5'), unit='percent')
/// >>> tiendo.Measured(present=True)
/// Measured(present=True)
#[pyclass(frozen, eq, hash, name = "Measured", module = "tiendo")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct PyMeasured(pub(crate) Measured);

#[pymethods]
impl PyMeasured {
    #[new]
    #[pyo3(signature = (*, value=None, present=None, judgement=None, unit=None, qualifier=None, full_years=None))]
    fn new(
        value: Option<NumberArgument>,
        present: Option<bool>,
        judgement: Option<bool>,
        unit: Option<&Bound<'_, PyString>>,
        qualifier: Option<&Bound<'_, PyString>>,
        full_years: Option<(NumberArgument, NumberArgument)>,
    ) -> PyResult<PyMeasured> {
        let value = value.map(|value| value.at("value")).transpose()?;
        let unit = unit.map(|unit| text_of(unit, "unit")).transpose()?;
        let qualifier = qualifier.map(|qualifier| text_of(qualifier, "qualifier")).transpose()?;
        let full_years = match full_years {
            Some((before, after)) => Some((before.at("full_years[0]")?, after.at("full_years[1]")?)),
            None => None,
        };
        Ok(PyMeasured(Measured {
            value: MeasuredValue::one_of(value, present, judgement).map_err(raise)?,
            unit: unit.map(|unit| Unit::from(unit.to_owned())),
            qualifier: qualifier.map(str::to_owned),
            full_years,
        }))
    }

    /// The number.
    #[getter]
    fn value(&self) -> Option<Number> {
        match self.0.value {
            MeasuredValue::Number(value) => Some(Number(value)),
            _ => None,
        }
    }

    /// Whether the thing is in place.
    #[getter]
    fn present(&self) -> Option<bool> {
        match self.0.value {
            MeasuredValue::Present(present) => Some(present),
            _ => None,
        }
    }

    /// Whether a recorded judgement says the target is met.
    #[getter]
    fn judgement(&self) -> Option<bool> {
        match self.0.value {
            MeasuredValue::Judged(met) => Some(met),
            _ => None,
        }
    }

    /// Its unit; where `None`, the target's is taken.
    #[getter]
    fn unit(&self) -> Option<&str> {
        self.0.unit.as_ref().map(Unit::as_str)
    }

    /// The thing measured (`5G`), where it is not the indicator's usual one.
    #[getter]
    fn qualifier(&self) -> Option<&str> {
        self.0.qualifier.as_deref()
    }

    /// The last two full years' values, the earlier first, for a target that also asks for a rise.
    #[getter]
    fn full_years(&self) -> Option<(Number, Number)> {
        self.0.full_years.map(|(before, after)| (Number(before), Number(after)))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Measured")
            .known("value", self.value())
            .known("present", self.present())
            .known("judgement", self.judgement())
            .known("unit", self.unit())
            .known("qualifier", self.qualifier())
            .known("full_years", self.full_years())
            .finish()
    }

    #[pyo3(signature = () -> "tuple[tuple[()], dict[str, Any]]")]
    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((), Bound<'py, PyDict>)> {
        let given = PyDict::new(py);
        given.set_item("value", self.value())?;
        given.set_item("present", self.present())?;
        given.set_item("judgement", self.judgement())?;
        given.set_item("unit", self.unit())?;
        given.set_item("qualifier", self.qualifier())?;
        given.set_item("full_years", self.full_years())?;
        Ok(((), given))
    }
}

/// Compares a value with a target.
///
/// `direction` says which way the indicator gets better, as `Row.direction` does. With `equal_exactly`, a bare number
/// and `=` ask for exactly that number (default: that number or better). With `rising_decides`, `và tăng dần` must hold
/// too (default: it is shown beside the verdict).
///
/// >>> import tiendo
/// >>> target = tiendo.parse_target("≥ 50%.")
/// >>> result = tiendo.compare(tiendo.Measured(value=45), target, "higher_is_better")
/// >>> result.verdict, result.margin, result.attainment
/// ('not_met', Decimal('-5'), Decimal('0.9'))
#[pyfunction]
#[pyo3(signature = (measured, target, direction, *, equal_exactly=false, rising_decides=false))]
pub(crate) fn compare(
    measured: &Bound<'_, PyMeasured>,
    target: Back<MilestoneTarget>,
    direction: CodeArgument<'_, Direction>,
    equal_exactly: bool,
    rising_decides: bool,
) -> PyResult<One<Comparison>> {
    let (target, direction) = (target.read()?, direction.at("direction")?);
    let options = CompareOptions { equal_exactly, rising_decides };
    Ok(One(tiendo::compare_with(&measured.get().0, &target, direction, options)))
}

/// How much `target` asks beside `other`, of the same measure; `None` where they cannot be compared: another unit, base
/// or qualifier, prose, no number.
///
/// An interval counts by its weaker bound, a bare number and `=` as `≥` (or `≤` where lower is better), and of equal
/// numbers `>` asks for more than `≥`.
///
/// >>> import tiendo
/// >>> own, upper = tiendo.parse_target("> 60%"), tiendo.parse_target("≥ 60%")
/// >>> tiendo.compare_targets(own, upper, "higher_is_better")
/// 'stronger'
#[pyfunction]
pub(crate) fn compare_targets(
    target: Back<MilestoneTarget>,
    other: Back<MilestoneTarget>,
    direction: CodeArgument<'_, Direction>,
) -> PyResult<Option<Code<Strength>>> {
    let direction = direction.at("direction")?;
    Ok(tiendo::compare_targets(&target.read()?, &other.read()?, direction).map(Code))
}

/// Whether a target asks for a number. Private: `MilestoneTarget.is_numeric`.
#[pyfunction(name = "_is_numeric")]
pub(crate) fn is_numeric(target: Back<MilestoneTarget>) -> PyResult<bool> {
    Ok(target.read()?.is_numeric())
}

/// Whether two targets ask the same. Private: `MilestoneTarget.means_the_same`.
#[pyfunction(name = "_targets_mean_the_same")]
pub(crate) fn targets_mean_the_same(
    target: Back<MilestoneTarget>,
    other: Back<MilestoneTarget>,
) -> PyResult<bool> {
    Ok(target.read()?.means_the_same(&other.read()?))
}

/// A target in the library's own notation. Private: `MilestoneTarget.to_notation`.
#[pyfunction(name = "_target_notation")]
pub(crate) fn target_notation(target: Back<MilestoneTarget>) -> PyResult<String> {
    Ok(target.read()?.to_notation())
}
