//! Periods that reports are about: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.

use chrono::NaiveDate;
use pyo3::prelude::*;
use tiendo::{Cycle, Lang, Period};

use crate::results::One;
use crate::take::Arg;

/// A month, quarter, half, nine months or year, read from its id.
///
/// Raises `TiendoError` with code `bad-period`, or `year-out-of-range`. Periods sort as they end; of those that end on
/// one day the shorter comes first.
///
/// >>> import tiendo
/// >>> quarter = tiendo.Period("2025-Q2")
/// >>> quarter.start, quarter.end
/// (datetime.date(2025, 4, 1), datetime.date(2025, 6, 30))
/// >>> tiendo.Period("2025-06") < quarter
/// True
#[pyclass(frozen, eq, ord, hash, name = "Period", module = "tiendo")]
#[derive(PartialEq, Eq, PartialOrd, Hash)]
pub(crate) struct PyPeriod(pub(crate) Period);

#[pymethods]
impl PyPeriod {
    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("id",)
    }

    #[new]
    fn new(id: Arg<'_, Period>) -> PyResult<PyPeriod> {
        id.at("period").map(PyPeriod)
    }

    /// The period of a cycle that holds a day; `None` for October to December of the nine months, and for a cycle whose
    /// dates the caller gives.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Period.holding("half_yearly", datetime.date(2025, 11, 23))
    /// Period('2025-H2')
    #[staticmethod]
    fn holding(cycle: Arg<'_, Cycle>, day: Arg<'_, NaiveDate>) -> PyResult<Option<PyPeriod>> {
        Ok(Period::holding(cycle.at("cycle")?, day.at("day")?).map(PyPeriod))
    }

    /// Its id.
    #[getter]
    fn id(&self) -> String {
        self.0.to_string()
    }

    /// How often such a period comes.
    #[getter]
    fn cycle(&self) -> One<Cycle> {
        One(self.0.cycle())
    }

    /// Its year.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year()
    }

    /// Its place among those of its cycle and year, from 1.
    #[getter]
    fn number(&self) -> u32 {
        self.0.number()
    }

    /// Its first day.
    #[getter]
    fn start(&self) -> NaiveDate {
        self.0.start()
    }

    /// Its last day.
    #[getter]
    fn end(&self) -> NaiveDate {
        self.0.end()
    }

    /// The period in words, within a sentence, in a language: `vi` (default) or `en`.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Period("2025-9M").label()
    /// '9 tháng đầu năm 2025'
    #[pyo3(signature = (lang=Arg::default()), text_signature = "($self, lang='vi')")]
    fn label(&self, lang: Arg<'_, Lang>) -> PyResult<String> {
        Ok(self.0.label(lang.or("lang", Lang::Vi)?))
    }

    fn __str__(&self) -> String {
        self.id()
    }

    fn __repr__(&self) -> String {
        format!("Period('{}')", self.0)
    }

    fn __getnewargs__(&self) -> (String,) {
        (self.id(),)
    }
}
