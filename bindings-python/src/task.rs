//! Tasks of a plan.

use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use tiendo::{Task, TaskItem};

use crate::collections::Tuple;
use crate::deadline::PyDeadline;
use crate::match_args::{MatchArgs, positional};
use crate::pickle::{Reduced, reduce};
use crate::repr::Repr;

/// A row of the task table, with a short title in place of the official wording.
///
/// >>> import tiendo
/// >>> task = tiendo.Plan.builtin("ha-tinh-231").task(4)
/// >>> task.deadline.text, task.deadline.due
/// ('6/2025', datetime.date(2025, 6, 30))
#[pyclass(frozen, eq, hash, name = "Task", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyTask(pub(crate) Task);

impl Hash for PyTask {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.number, &self.0.title).hash(state);
    }
}

#[pymethods]
impl PyTask {
    /// Its number, unique in the plan.
    #[getter]
    fn number(&self) -> u32 {
        self.0.number
    }

    /// A short title, not the official wording: the number refers to that.
    #[getter]
    fn title(&self) -> &str {
        &self.0.title
    }

    /// The title in English.
    #[getter]
    fn title_en(&self) -> Option<&str> {
        self.0.title_en.as_deref()
    }

    /// The code of its pillar; `None` where unknown.
    #[getter]
    fn pillar(&self) -> Option<&str> {
        self.0.pillar.as_deref()
    }

    /// The lead cell, verbatim.
    #[getter]
    fn lead(&self) -> &str {
        &self.0.lead
    }

    /// The cell of the cooperating agencies, verbatim.
    #[getter]
    fn cooperating(&self) -> &str {
        &self.0.cooperating
    }

    /// The deadline, read by the defaults; its `text` is the cell, for `parse_deadline` with other options.
    #[getter]
    fn deadline(&self) -> PyDeadline {
        PyDeadline::by_default(self.0.read_deadline())
    }

    /// The items the task's text numbers (1), (2) …
    #[getter]
    fn items(&self) -> Tuple<PyTaskItem> {
        self.0.items.iter().cloned().map(PyTaskItem).collect()
    }

    /// The product (*sản phẩm*), verbatim, where the table has such a column.
    #[getter]
    fn product(&self) -> Option<&str> {
        self.0.product.as_deref()
    }

    /// Left out of public output (security, defence).
    #[getter]
    fn sensitive(&self) -> bool {
        self.0.sensitive
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Task")
            .value(self.number())
            .field("title", self.title())
            .known("deadline", &self.0.deadline)
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Task", &self.0)
    }
}

/// A numbered item of a task.
///
/// >>> import tiendo
/// >>> len(tiendo.Plan.builtin("ha-tinh-231").task(40).items)
/// 5
#[pyclass(frozen, eq, hash, name = "TaskItem", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyTaskItem(pub(crate) TaskItem);

impl Hash for PyTaskItem {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.number, &self.0.title).hash(state);
    }
}

positional!(PyTaskItem: "number", "title");

#[pymethods]
impl PyTaskItem {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyTaskItem> {
        MatchArgs::new()
    }

    /// Its number within the task.
    #[getter]
    fn number(&self) -> u32 {
        self.0.number
    }

    /// A short title.
    #[getter]
    fn title(&self) -> &str {
        &self.0.title
    }

    /// The title in English.
    #[getter]
    fn title_en(&self) -> Option<&str> {
        self.0.title_en.as_deref()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "TaskItem").value(self.number()).field("title", self.title()).finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "TaskItem", &self.0)
    }
}
