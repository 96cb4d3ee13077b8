//! Pickling. What the core can write as JSON is pickled as that; the rest as what it was made from.

use chrono::NaiveDate;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tiendo::{Awaits, ErrorCode, NamedDate, NamedNumber, Why};

use crate::deadline::PyAwaits;
use crate::errors::refuse;
use crate::note::PyNote;
use crate::number::NumberArgument;
use crate::plan::{PyDocument, PyFootnote, PyPillar};
use crate::regime::{PyDueDay, PyRegime, PyRule};
use crate::target::PyMilestoneTarget;
use crate::task::{PyTask, PyTaskItem};
use crate::text::PySpan;
use crate::why::PyWhy;

/// What `__reduce__` returns: a function, and its arguments.
pub(crate) type Reduced = (Py<PyAny>, (&'static str, String));

/// Pickles a value of the core as its JSON.
pub(crate) fn reduce<T: Serialize>(py: Python<'_>, class: &'static str, value: &T) -> PyResult<Reduced> {
    let restore = py.import("tiendo._native")?.getattr("_restore")?;
    Ok((restore.unbind(), (class, serde_json::to_string(value).map_err(|error| unreadable(&error))?)))
}

fn unreadable(error: &serde_json::Error) -> PyErr {
    refuse(ErrorCode::BadJson, "", error.to_string())
}

/// Makes an object again from its pickled JSON. Private.
#[pyfunction]
#[pyo3(name = "_restore")]
pub(crate) fn restore(py: Python<'_>, class_name: &str, json: &str) -> PyResult<Py<PyAny>> {
    match class_name {
        "Document" => made(py, json, PyDocument),
        "DueDay" => made(py, json, PyDueDay),
        "Footnote" => made(py, json, PyFootnote),
        "MilestoneTarget" => made(py, json, PyMilestoneTarget),
        "Note" => made(py, json, PyNote),
        "Pillar" => made(py, json, PyPillar),
        "Regime" => made(py, json, PyRegime),
        "Rule" => made(py, json, PyRule),
        "Span" => made(py, json, PySpan),
        "Task" => made(py, json, PyTask),
        "TaskItem" => made(py, json, PyTaskItem),
        _ => Err(refuse(ErrorCode::BadValue, "class_name", "a class that is pickled as JSON")),
    }
}

fn made<'py, T: DeserializeOwned, C: IntoPyObject<'py>>(
    py: Python<'py>,
    json: &str,
    class: fn(T) -> C,
) -> PyResult<Py<PyAny>> {
    class(serde_json::from_str(json).map_err(|error| unreadable(&error))?).into_py_any(py)
}

/// Makes a pickled `Awaits` again. Private.
#[pyfunction]
#[pyo3(name = "_restore_awaits")]
pub(crate) fn restore_awaits(issuer: Option<String>, text: String, offset_days: Option<u32>) -> PyAwaits {
    PyAwaits(Awaits { issuer, text, offset_days })
}

/// Makes a pickled `Why` again. Private.
#[pyfunction]
#[pyo3(name = "_restore_why")]
pub(crate) fn restore_why(
    rule: String,
    numbers: Vec<(String, NumberArgument)>,
    dates: Vec<(String, NaiveDate)>,
    vi: String,
    en: String,
) -> PyResult<PyWhy> {
    let numbers = numbers
        .into_iter()
        .map(|(name, value)| Ok(NamedNumber { value: value.at(&name)?, name }))
        .collect::<PyResult<_>>()?;
    let dates = dates.into_iter().map(|(name, value)| NamedDate { name, value }).collect();
    Ok(PyWhy(Why { rule, numbers, dates, vi, en }))
}
