//! Comparing a measured value with a target.

use std::hash::{Hash, Hasher};

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use tiendo::{
    CompareOptions, Comparison, Direction, IntervalPosition, Lang, Measured, MeasuredValue, Strength, Trend,
    Unit, Verdict,
};

use crate::codes::{Code, CodeArgument, literal};
use crate::collections::Tuple;
use crate::errors::raise;
use crate::match_args::{MatchArgs, positional};
use crate::number::{Number, NumberArgument};
use crate::repr::Repr;
use crate::target::PyMilestoneTarget;
use crate::text::text;
use crate::why::PyWhy;

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
pub(crate) struct PyMeasured(Measured);

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
        let unit = unit.map(|unit| text(unit, "unit")).transpose()?;
        let qualifier = qualifier.map(|qualifier| text(qualifier, "qualifier")).transpose()?;
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
/// `direction` says which way the indicator gets better, as `Indicator.direction` does. With `equal_exactly`, a bare
/// number and `=` ask for exactly that number (default: that number or better). With `rising_decides`, `và tăng dần`
/// must hold too (default: it is shown beside the verdict).
///
/// >>> import tiendo
/// >>> target = tiendo.parse_target("≥ 50%.")
/// >>> tiendo.compare(tiendo.Measured(value=45), target, "higher_is_better")
/// Comparison('not_met', margin=Decimal('-5'), attainment=Decimal('0.9'))
#[pyfunction]
#[pyo3(signature = (measured, target, direction, *, equal_exactly=false, rising_decides=false))]
pub(crate) fn compare(
    measured: Py<PyMeasured>,
    target: Py<PyMilestoneTarget>,
    direction: CodeArgument<'_, Direction>,
    equal_exactly: bool,
    rising_decides: bool,
) -> PyResult<PyComparison> {
    let direction = direction.at("direction")?;
    let options = CompareOptions { equal_exactly, rising_decides };
    let result = tiendo::compare_with(&measured.get().0, &target.get().0, direction, options);
    Ok(PyComparison { result, measured, target, direction, options })
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
    target: &Bound<'_, PyMilestoneTarget>,
    other: &Bound<'_, PyMilestoneTarget>,
    direction: CodeArgument<'_, Direction>,
) -> PyResult<Option<Code<Strength>>> {
    let direction = direction.at("direction")?;
    Ok(tiendo::compare_targets(&target.get().0, &other.get().0, direction).map(Code))
}

/// The result of comparing a value with a target.
///
/// >>> import tiendo
/// >>> result = tiendo.compare(tiendo.Measured(), tiendo.parse_target("≥ 5"), "higher_is_better")
/// >>> result.verdict, result.reason
/// ('undetermined', 'no-value')
#[pyclass(frozen, eq, hash, name = "Comparison", module = "tiendo")]
pub(crate) struct PyComparison {
    result: Comparison,
    // What it was made from, to be pickled: a comparison is made again, not stored.
    measured: Py<PyMeasured>,
    target: Py<PyMilestoneTarget>,
    direction: Direction,
    options: CompareOptions,
}

impl PartialEq for PyComparison {
    fn eq(&self, other: &PyComparison) -> bool {
        self.result == other.result
    }
}

impl Hash for PyComparison {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.result.verdict, self.result.margin, self.result.attainment).hash(state);
    }
}

positional!(PyComparison: "verdict", "reason");

#[pymethods]
impl PyComparison {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyComparison> {
        MatchArgs::new()
    }

    /// Whether the target is met.
    #[getter]
    fn verdict(&self) -> VerdictCode {
        VerdictCode(self.result.verdict)
    }

    /// Why the verdict is `undetermined`.
    #[getter]
    fn reason(&self) -> Option<&'static str> {
        match self.result.verdict {
            Verdict::Undetermined(reason) => Some(reason.as_str()),
            Verdict::Met | Verdict::NotMet => None,
        }
    }

    /// How much better (positive) or worse than asked, in the target's unit.
    #[getter]
    fn margin(&self) -> Option<Number> {
        self.result.margin.map(Number)
    }

    /// Value ÷ required, or required ÷ value where lower is better; at six places, `None` where the divisor is 0.
    #[getter]
    fn attainment(&self) -> Option<Number> {
        self.result.attainment.map(Number)
    }

    /// Where the value lies against an interval.
    #[getter]
    fn position(&self) -> Option<Code<IntervalPosition>> {
        self.result.position.map(Code)
    }

    /// Whether the value rose, where the target asks for it.
    #[getter]
    fn rising(&self) -> Option<Code<Trend>> {
        self.result.rising.map(Code)
    }

    /// One result for each of several requirements.
    #[getter]
    fn parts(&self, py: Python<'_>) -> PyResult<Tuple<PyComparison>> {
        let targets = &self.target.get().0.parts;
        let part = |(result, target): (&Comparison, &tiendo::MilestoneTarget)| {
            Ok(PyComparison {
                result: result.clone(),
                measured: self.measured.clone_ref(py),
                target: Py::new(py, PyMilestoneTarget(target.clone()))?,
                direction: self.direction,
                options: self.options,
            })
        };
        self.result.parts.iter().zip(targets).map(part).collect::<PyResult<Vec<_>>>().map(Tuple)
    }

    /// The rule and the numbers behind the verdict, with a sentence.
    #[getter]
    fn why(&self) -> PyWhy {
        PyWhy(self.result.why())
    }

    /// The verdict as officials word it, in a language: `vi` or `en`.
    ///
    /// >>> import tiendo
    /// >>> tiendo.compare(tiendo.Measured(present=True), tiendo.parse_target("Có"), "higher_is_better").label("vi")
    /// 'Đạt'
    fn label(&self, lang: CodeArgument<'_, Lang>) -> PyResult<&'static str> {
        Ok(self.result.verdict.label(lang.at("lang")?))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Comparison")
            .value(self.verdict())
            .field("reason", self.reason())
            .field("margin", self.margin())
            .field("attainment", self.attainment())
            .field("position", self.position())
            .field("rising", self.rising())
            .field("parts", self.parts(py)?)
            .finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Compared)> {
        let options = PyDict::new(py);
        options.set_item("equal_exactly", self.options.equal_exactly)?;
        options.set_item("rising_decides", self.options.rising_decides)?;
        let compare = py.import("tiendo._native")?.getattr("compare")?;
        let compare = py.import("functools")?.getattr("partial")?.call((compare,), Some(&options))?;
        let direction = Code(self.direction);
        Ok((compare, (self.measured.clone_ref(py), self.target.clone_ref(py), direction)))
    }
}

/// The arguments that `compare` is called with again.
type Compared = (Py<PyMeasured>, Py<PyMilestoneTarget>, Code<Direction>);

/// A verdict's code, without its reason.
struct VerdictCode(Verdict);

impl<'py> IntoPyObject<'py> for VerdictCode {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = std::convert::Infallible;

    const OUTPUT_TYPE: PyStaticExpr = literal!("met", "not_met", "undetermined");

    fn into_pyobject(self, py: Python<'py>) -> Result<Bound<'py, PyString>, Self::Error> {
        Ok(PyString::intern(py, self.0.as_str()))
    }
}
