//! The reporting regime of a plan (*chế độ báo cáo*), as data.

use std::hash::{Hash, Hasher};

use chrono::NaiveDate;
use pyo3::prelude::*;
use tiendo::{CutoffDay, Cycle, DueDay, Regime, Rule};

use crate::codes::Code;
use crate::collections::Tuple;
use crate::match_args::{MatchArgs, positional};
use crate::pickle::{Reduced, reduce};
use crate::record::record;
use crate::repr::Repr;

/// A plan's reporting rules.
///
/// >>> import tiendo
/// >>> regime = tiendo.Plan.builtin("ha-tinh-231").regime
/// >>> regime.effective
/// datetime.date(2025, 5, 10)
#[pyclass(frozen, eq, hash, name = "Regime", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyRegime(pub(crate) Regime);

impl Hash for PyRegime {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.effective, self.0.rules.len()).hash(state);
    }
}

#[pymethods]
impl PyRegime {
    /// The first day the rules apply; `None` where the text does not say.
    #[getter]
    fn effective(&self) -> Option<NaiveDate> {
        self.0.effective
    }

    /// The rules, in the order of the text.
    #[getter]
    fn rules(&self) -> Tuple<PyRule> {
        self.0.rules.iter().cloned().map(PyRule).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Regime").field("effective", self.effective()).field("rules", self.rules()).finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Regime", &self.0)
    }
}

/// One duty to report.
///
/// >>> import tiendo
/// >>> rule = tiendo.Plan.builtin("ha-tinh-231").regime.rules[0]
/// >>> rule.cycle, rule.recipient
/// ('monthly', 'Sở Khoa học và Công nghệ')
#[pyclass(frozen, eq, hash, name = "Rule", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyRule(pub(crate) Rule);

impl Hash for PyRule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.code, self.0.cycle, &self.0.text).hash(state);
    }
}

#[pymethods]
impl PyRule {
    /// The rule's code, unique within the regime.
    #[getter]
    fn code(&self) -> &str {
        &self.0.code
    }

    /// How often.
    #[getter]
    fn cycle(&self) -> Code<Cycle> {
        Code(self.0.cycle)
    }

    /// The due day; `None` where the text states the duty without a date.
    #[getter]
    fn due(&self) -> Option<PyDueDay> {
        self.0.due.map(PyDueDay)
    }

    /// The last day of the data, where the plan sets one.
    #[getter]
    fn cutoff(&self) -> Option<PyCutoffDay> {
        self.0.cutoff.map(PyCutoffDay)
    }

    /// Who reports, as written.
    #[getter]
    fn reporters(&self) -> &str {
        &self.0.reporters
    }

    /// To whom, as written.
    #[getter]
    fn recipient(&self) -> &str {
        &self.0.recipient
    }

    /// The rule's words in the plan, verbatim.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Rule")
            .value(self.code())
            .field("cycle", self.cycle())
            .field("due", self.due())
            .field("cutoff", self.cutoff())
            .field("reporters", self.reporters())
            .field("recipient", self.recipient())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Rule", &self.0)
    }
}

/// A day within a period by which a report is due.
///
/// >>> import tiendo
/// >>> tiendo.Plan.builtin("ha-tinh-231").regime.rules[0].due
/// DueDay(day=20, month_of_period=1, before=True)
#[pyclass(frozen, eq, hash, name = "DueDay", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyDueDay(pub(crate) DueDay);

impl Hash for PyDueDay {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.day, self.0.month_of_period, self.0.before).hash(state);
    }
}

positional!(PyDueDay: "day", "month_of_period", "before");

#[pymethods]
impl PyDueDay {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyDueDay> {
        MatchArgs::new()
    }

    /// The day of the month, 1 to 31.
    #[getter]
    fn day(&self) -> u32 {
        self.0.day
    }

    /// The month of the period, from 1: of a quarter its last is 3, of a year November is 11. Beyond the period's
    /// months it is one that follows: of a year January of the next is 13.
    #[getter]
    fn month_of_period(&self) -> u32 {
        self.0.month_of_period
    }

    /// Whether the text says "before" (*trước ngày*) that day.
    #[getter]
    fn before(&self) -> bool {
        self.0.before
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "DueDay")
            .field("day", self.day())
            .field("month_of_period", self.month_of_period())
            .field("before", self.before())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "DueDay", &self.0)
    }
}

record! {
    /// The last day of the data a report covers (*thời điểm chốt số liệu*); the data begin the day after the cut-off of
    /// the period before.
    ///
    /// >>> import tiendo
    /// >>> json = tiendo.Plan.builtin("tien-giang-69").to_json()
    /// >>> json = json.replace('"reporters"', '"cutoff": {"day": 14, "monthOfPeriod": 5}, "reporters"', 1)
    /// >>> tiendo.Plan.from_json(json).regime.rules[0].cutoff
    /// CutoffDay(day=14, month_of_period=5)
    PyCutoffDay(CutoffDay) as "CutoffDay", |of|
    positional: "day", "month_of_period";
    hash: (of.day, of.month_of_period);
    shown: day month_of_period;
    fields: {
        /// The day of the month, 1 to 31.
        day: u32 = of.day;
        /// The month of the period, from 1.
        month_of_period: u32 = of.month_of_period;
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "CutoffDay", &self.0)
        }
    }
}
