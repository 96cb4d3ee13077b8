//! Periods that reports are about: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.

use crate::prelude::*;
use tiendo::{Cycle, Period};

/// A month, quarter, half, nine months or year, read from its id.
///
/// Raises `TiendoError` with code `bad-period`, or `year-out-of-range`. Periods sort as they end; of those that end on
/// one day the shorter comes first.
///
/// >>> quarter = tiendo.Period("2025-Q2")
/// >>> quarter.start, quarter.end
/// (datetime.date(2025, 4, 1), datetime.date(2025, 6, 30))
/// >>> tiendo.Period("2025-06") < quarter
/// True
#[pyclass(frozen, eq, ord, hash, name = "Period", module = "tiendo")]
#[derive(PartialEq, Eq, PartialOrd, Hash)]
pub(crate) struct PyPeriod {
    pub(crate) core: Period,
}

#[pymethods]
impl PyPeriod {
    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("id",)
    }

    #[new]
    fn new(id: Arg<'_, Period>) -> PyResult<PyPeriod> {
        Ok(PyPeriod { core: id.at("period")? })
    }

    /// The period of a cycle that holds a day; `None` for October to December of the nine months, and for a cycle whose
    /// dates the caller gives.
    ///
    /// >>> tiendo.Period.holding("half_yearly", datetime.date(2025, 11, 23))
    /// Period('2025-H2')
    #[staticmethod]
    fn holding(cycle: Arg<'_, Cycle>, day: Arg<'_, NaiveDate>) -> PyResult<Option<PyPeriod>> {
        Ok(Period::holding(cycle.at("cycle")?, day.at("day")?).map(|core| PyPeriod { core }))
    }

    /// Its id.
    #[getter]
    fn id(&self) -> String {
        self.core.to_string()
    }

    /// The period in words, within a sentence, in a language: `vi` (default) or `en`.
    ///
    /// >>> tiendo.Period("2025-9M").label()
    /// '9 tháng đầu năm 2025'
    #[pyo3(signature = (lang=Arg::default()), text_signature = "($self, lang='vi')")]
    fn label(&self, lang: Arg<'_, Lang>) -> PyResult<String> {
        Ok(self.core.label(lang.or("lang", Lang::Vi)?))
    }

    fn __str__(&self) -> String {
        self.id()
    }

    fn __repr__(&self) -> String {
        format!("Period('{}')", self.core)
    }

    fn __getnewargs__(&self) -> (String,) {
        (self.id(),)
    }
}
