//! Why: the rule, the numbers and the dates behind a result.

use std::hash::{Hash, Hasher};

use chrono::NaiveDate;
use pyo3::prelude::*;
use tiendo::{Lang, Why};

use crate::codes::CodeArgument;
use crate::collections::Mapping;
use crate::match_args::{MatchArgs, positional};
use crate::number::Number;
use crate::pickle::{Reduced, reduce};
use crate::repr::Repr;

/// Why a result is what it is: enough to recompute it by hand.
///
/// >>> import tiendo
/// >>> result = tiendo.compare(tiendo.Measured(value="0.70"), tiendo.parse_target("≥ 0,7"), "higher_is_better")
/// >>> result.why.rule
/// 'at_least'
/// >>> result.why.numbers.get("required")
/// Decimal('0.7')
#[pyclass(frozen, eq, hash, name = "Why", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyWhy(pub(crate) Why);

impl Hash for PyWhy {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.rule, &self.0.vi).hash(state);
    }
}

positional!(PyWhy: "rule", "numbers", "dates");

#[pymethods]
impl PyWhy {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyWhy> {
        MatchArgs::new()
    }

    /// The code of the rule that decided.
    #[getter]
    fn rule(&self) -> &str {
        self.0.rule.as_str()
    }

    /// The numbers it used, by name.
    #[getter]
    fn numbers(&self) -> Mapping<&str, Number> {
        self.0.numbers.iter().map(|number| (number.name.as_str(), Number(number.value))).collect()
    }

    /// The dates it used, by name.
    #[getter]
    fn dates(&self) -> Mapping<&str, NaiveDate> {
        self.0.dates.iter().map(|date| (date.name.as_str(), date.value)).collect()
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
    /// >>> tiendo.parse_deadline("6/2025").why.sentence("vi")
    /// 'Tháng 6/2025: hạn là ngày cuối tháng, 30/6/2025.'
    fn sentence(&self, lang: CodeArgument<'_, Lang>) -> PyResult<&str> {
        Ok(self.0.sentence(lang.at("lang")?))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Why").value(self.rule()).field("en", self.en()).finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Why", &self.0)
    }
}
