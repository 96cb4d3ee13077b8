//! Deadlines: when a task is due.

use std::hash::{Hash, Hasher};

use chrono::NaiveDate;
use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::{PyDate, PyDateTime, PyDict, PyString};
use tiendo::{Awaits, Cycle, DateRule, Deadline, DeadlineOptions};

use crate::codes::Code;
use crate::collections::Tuple;
use crate::errors::raise;
use crate::match_args::{MatchArgs, positional};
use crate::note::{PyNote, notes};
use crate::number::WholeArgument;
use crate::pickle::{Reduced, reduce};
use crate::repr::Repr;
use crate::text::text as text_of;
use crate::why::PyWhy;

/// A date on its way from Python. A `datetime` is a `date` to Python; here its time would be lost.
pub(crate) struct DateArgument(pub(crate) NaiveDate);

impl FromPyObject<'_, '_> for DateArgument {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "date");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<DateArgument> {
        if object.is_instance_of::<PyDate>() && !object.is_instance_of::<PyDateTime>() {
            return object.extract().map(DateArgument);
        }
        let given = object.get_type().name()?;
        Err(PyTypeError::new_err(format!("a date is a datetime.date, not {given}")))
    }
}

/// Reads one deadline cell.
///
/// Reading is total: the errors are `TiendoError` with code `cell-too-long`, beyond 10,000 characters, and
/// `bad-option` for a `month_day` that is not 1 to 31.
///
/// `month_day` is the day a bare month is due (default: its last). With `before_inclusive`, "before" includes the day
/// it names (default: the day before is the last on time). With `following_years_judged`, "and the following years"
/// falls due each 31 December (default: it continues).
///
/// >>> import tiendo
/// >>> deadline = tiendo.parse_deadline("trước ngày 15/7/2025")
/// >>> deadline.written, deadline.due
/// (datetime.date(2025, 7, 15), datetime.date(2025, 7, 14))
/// >>> tiendo.parse_deadline("6/2025", month_day=25).due
/// datetime.date(2025, 6, 25)
#[pyfunction]
#[pyo3(signature = (text, *, month_day=None, before_inclusive=false, following_years_judged=false))]
pub(crate) fn parse_deadline(
    text: &Bound<'_, PyString>,
    month_day: Option<WholeArgument>,
    before_inclusive: bool,
    following_years_judged: bool,
) -> PyResult<PyDeadline> {
    let month_day = month_day.map(|WholeArgument(day)| day);
    let options = DeadlineOptions { month_day, before_inclusive, following_years_judged };
    let deadline = tiendo::parse_deadline_with(text_of(text, "text")?, options, &tiendo::Limits::default())
        .map_err(raise)?;
    Ok(PyDeadline { deadline, options })
}

/// When a task is due: the cell as published, and what was understood.
///
/// Every part is independent of the others; `recognised` is false where the cell could not be read, and then no other
/// part speaks.
///
/// >>> import tiendo
/// >>> tiendo.parse_deadline("Báo cáo đầu tiên trước ngày 25/7/2026; cập nhật hằng tháng").recurrence
/// 'monthly'
#[pyclass(frozen, eq, hash, name = "Deadline", module = "tiendo")]
pub(crate) struct PyDeadline {
    deadline: Deadline,
    // To be pickled: a deadline is read again, not stored.
    options: DeadlineOptions,
}

impl PyDeadline {
    /// A deadline that was read by the defaults.
    pub(crate) fn by_default(deadline: Deadline) -> PyDeadline {
        PyDeadline { deadline, options: DeadlineOptions::default() }
    }
}

impl PartialEq for PyDeadline {
    fn eq(&self, other: &PyDeadline) -> bool {
        self.deadline == other.deadline
    }
}

impl Hash for PyDeadline {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.deadline.text, self.deadline.due).hash(state);
    }
}

#[pymethods]
impl PyDeadline {
    /// The first day of the work.
    #[getter]
    fn start(&self) -> Option<NaiveDate> {
        self.deadline.start
    }

    /// The date as written: differs from `due` under "before".
    #[getter]
    fn written(&self) -> Option<NaiveDate> {
        self.deadline.written
    }

    /// The last day on time.
    #[getter]
    fn due(&self) -> Option<NaiveDate> {
        self.deadline.due
    }

    /// How `due` was found.
    #[getter]
    fn rule(&self) -> Option<Code<DateRule>> {
        self.deadline.rule.map(Code)
    }

    /// How often it recurs; each instance is due on its period's last day.
    #[getter]
    fn recurrence(&self) -> Option<Code<Cycle>> {
        self.deadline.recurrence.map(Code)
    }

    /// The work goes on (`thường xuyên`, `những năm tiếp theo`).
    #[getter]
    fn continues(&self) -> bool {
        self.deadline.continues
    }

    /// "And the following years": continuing work with a reminder each year.
    #[getter]
    fn following_years(&self) -> bool {
        self.deadline.following_years
    }

    /// What must come first.
    #[getter]
    fn awaits(&self) -> Tuple<PyAwaits> {
        self.deadline.awaits.iter().cloned().map(PyAwaits).collect()
    }

    /// The outside document or schedule that sets the date, as written.
    #[getter]
    fn reference(&self) -> Option<&str> {
        self.deadline.reference.as_deref()
    }

    /// Due whenever it is asked for.
    #[getter]
    fn on_demand(&self) -> bool {
        self.deadline.on_demand
    }

    /// Whether the cell was read.
    #[getter]
    fn recognised(&self) -> bool {
        self.deadline.recognised
    }

    /// What to know about the reading, with places.
    #[getter]
    fn notes(&self) -> Tuple<PyNote> {
        notes(&self.deadline.notes)
    }

    /// The cell, verbatim; present even when empty.
    #[getter]
    fn text(&self) -> &str {
        &self.deadline.text
    }

    /// How the last day on time follows from what is written; `None` where there is no such day.
    #[getter]
    fn why(&self) -> Option<PyWhy> {
        self.deadline.why().map(PyWhy)
    }

    /// Whether two deadlines say the same, however they are written: `text` and `notes` are left out.
    ///
    /// >>> import tiendo
    /// >>> tiendo.parse_deadline("06/2025").means_the_same(tiendo.parse_deadline("Tháng 6/2025"))
    /// True
    fn means_the_same(&self, other: &PyDeadline) -> bool {
        self.deadline.means_the_same(&other.deadline)
    }

    /// The deadline in the library's own wording, one spelling for each meaning; reading it gives the same deadline.
    ///
    /// >>> import tiendo
    /// >>> tiendo.parse_deadline("Quí IV-2025").to_notation()
    /// 'Quý IV/2025'
    fn to_notation(&self) -> String {
        self.deadline.to_notation()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let mut repr = Repr::new(py, "Deadline")
            .value(self.text())
            .field("start", self.start())
            .field("written", self.written())
            .field("due", self.due())
            .field("rule", self.rule())
            .field("recurrence", self.recurrence())
            .field("continues", self.continues())
            .field("following_years", self.following_years())
            .field("awaits", self.awaits())
            .field("reference", self.reference())
            .field("on_demand", self.on_demand());
        // Read is the rule: only the exception is worth a word.
        if !self.recognised() {
            repr = repr.known("recognised", false);
        }
        repr.field("notes", self.notes()).finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (&str,))> {
        let options = PyDict::new(py);
        options.set_item("month_day", self.options.month_day)?;
        options.set_item("before_inclusive", self.options.before_inclusive)?;
        options.set_item("following_years_judged", self.options.following_years_judged)?;
        let parse = py.import("tiendo._native")?.getattr("parse_deadline")?;
        let parse = py.import("functools")?.getattr("partial")?.call((parse,), Some(&options))?;
        Ok((parse, (self.text(),)))
    }
}

/// A document or decision that must come first.
///
/// >>> import tiendo
/// >>> tiendo.parse_deadline("30 ngày sau khi Trung ương ban hành").awaits[0]
/// Awaits('Trung ương ban hành', issuer='Trung ương', offset_days=30)
#[pyclass(frozen, eq, hash, name = "Awaits", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyAwaits(pub(crate) Awaits);

impl Hash for PyAwaits {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.text, self.0.offset_days).hash(state);
    }
}

positional!(PyAwaits: "issuer", "text", "offset_days");

#[pymethods]
impl PyAwaits {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyAwaits> {
        MatchArgs::new()
    }

    /// Who issues it, where the text says so.
    #[getter]
    fn issuer(&self) -> Option<&str> {
        self.0.issuer.as_deref()
    }

    /// The event as written, after "sau khi".
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    /// Calendar days the work may take after it, where the text says so.
    #[getter]
    fn offset_days(&self) -> Option<u32> {
        self.0.offset_days
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Awaits")
            .value(self.text())
            .field("issuer", self.issuer())
            .field("offset_days", self.offset_days())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Awaits", &self.0)
    }
}
