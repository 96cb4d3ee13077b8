//! Periods that reports are about: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.

use chrono::NaiveDate;
use pyo3::prelude::*;
use pyo3::types::PyString;
use tiendo::{Cycle, Error, Lang, Period};

use crate::codes::{Code, CodeArgument};
use crate::errors::raise;
use crate::match_args::{MatchArgs, positional};
use crate::repr::Repr;
use crate::text::{DateArgument, text};

fn read(id: &Bound<'_, PyString>, path: &str) -> PyResult<Period> {
    text(id, path)?.parse().map_err(|error: Error| raise(Error { path: path.to_owned(), ..error }))
}

/// A period on its way from Python: a `Period`, or its id.
#[derive(FromPyObject)]
pub(crate) enum PeriodArgument<'py> {
    /// As such.
    Period(Bound<'py, PyPeriod>),
    /// Not yet read.
    Id(Bound<'py, PyString>),
}

impl PeriodArgument<'_> {
    pub(crate) fn at(&self, path: &str) -> PyResult<Period> {
        match self {
            PeriodArgument::Period(period) => Ok(period.get().0),
            PeriodArgument::Id(id) => read(id, path),
        }
    }
}

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
pub(crate) struct PyPeriod(Period);

positional!(PyPeriod: "id");

#[pymethods]
impl PyPeriod {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyPeriod> {
        MatchArgs::new()
    }

    #[new]
    fn new(id: &Bound<'_, PyString>) -> PyResult<PyPeriod> {
        read(id, "period").map(PyPeriod)
    }

    /// The period of a cycle that holds a day; `None` for October to December of the nine months, and for a cycle whose
    /// dates the caller gives.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Period.holding("half_yearly", datetime.date(2025, 11, 23))
    /// Period('2025-H2')
    #[staticmethod]
    fn holding(cycle: CodeArgument<'_, Cycle>, day: DateArgument) -> PyResult<Option<PyPeriod>> {
        Ok(Period::holding(cycle.at("cycle")?, day.0).map(PyPeriod))
    }

    /// Its id.
    #[getter]
    fn id(&self) -> String {
        self.0.to_string()
    }

    /// How often such a period comes.
    #[getter]
    fn cycle(&self) -> Code<Cycle> {
        Code(self.0.cycle())
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
    #[pyo3(signature = (lang=CodeArgument::Known(Lang::Vi)), text_signature = "($self, lang='vi')")]
    fn label(&self, lang: CodeArgument<'_, Lang>) -> PyResult<String> {
        Ok(self.0.label(lang.at("lang")?))
    }

    fn __str__(&self) -> String {
        self.id()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Period").value(self.id()).finish()
    }

    fn __getnewargs__(&self) -> (String,) {
        (self.id(),)
    }
}
