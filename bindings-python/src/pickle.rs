//! Pickling. What the core can write as JSON is pickled as that; the rest as what it was made from.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tiendo::ErrorCode;

use crate::agency::{PyAgency, PyAgencyCell, PyEnded, PyGroup, PyNamedAgency};
use crate::deadline::PyAwaits;
use crate::errors::refuse;
use crate::finding::{PyFinding, PyPlace};
use crate::lineage::{PyLineage, PyLink, PySuggestedLink};
use crate::note::PyNote;
use crate::plan::{PyBodyStatement, PyDocument, PyFootnote, PyPillar};
use crate::regime::{PyDueDay, PyRegime, PyRule};
use crate::row::PyPublishedCode;
use crate::target::PyMilestoneTarget;
use crate::task::{PyTask, PyTaskItem};
use crate::text::PySpan;
use crate::why::PyWhy;

/// What `__reduce__` returns: a function, and its arguments.
pub(crate) type Reduced = (Py<PyAny>, (&'static str, String));

/// Pickles a value of the core as its JSON.
pub(crate) fn reduce<T: Serialize>(py: Python<'_>, class: &'static str, value: &T) -> PyResult<Reduced> {
    let restore = py.import("tiendo._native")?.getattr("_restore")?;
    Ok((restore.unbind(), (class, json(value)?)))
}

pub(crate) fn json<T: Serialize>(value: &T) -> PyResult<String> {
    serde_json::to_string(value).map_err(|error| unreadable(&error))
}

fn unreadable(error: &serde_json::Error) -> PyErr {
    refuse(ErrorCode::BadJson, "", error.to_string())
}

/// Makes an object again from its pickled JSON. Private.
#[pyfunction]
#[pyo3(name = "_restore")]
pub(crate) fn restore(py: Python<'_>, class_name: &str, json: &str) -> PyResult<Py<PyAny>> {
    match class_name {
        "Agency" => made(py, json, PyAgency),
        "AgencyCell" => made(py, json, PyAgencyCell),
        "Awaits" => made(py, json, PyAwaits),
        "BodyStatement" => made(py, json, PyBodyStatement),
        "Document" => made(py, json, PyDocument),
        "DueDay" => made(py, json, PyDueDay),
        "Ended" => made(py, json, PyEnded),
        "Finding" => made(py, json, PyFinding::restored),
        "Footnote" => made(py, json, PyFootnote),
        "Group" => made(py, json, PyGroup),
        "Lineage" => made(py, json, PyLineage),
        "Link" => made(py, json, PyLink),
        "MilestoneTarget" => made(py, json, PyMilestoneTarget),
        "NamedAgency" => made(py, json, PyNamedAgency),
        "Note" => made(py, json, PyNote),
        "Pillar" => made(py, json, PyPillar),
        "Place" => made(py, json, PyPlace::restored),
        "PublishedCode" => made(py, json, PyPublishedCode),
        "Regime" => made(py, json, PyRegime),
        "Rule" => made(py, json, PyRule),
        "Span" => made(py, json, PySpan),
        "SuggestedLink" => made(py, json, PySuggestedLink::restored),
        "Task" => made(py, json, PyTask),
        "TaskItem" => made(py, json, PyTaskItem),
        "Why" => made(py, json, PyWhy),
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
