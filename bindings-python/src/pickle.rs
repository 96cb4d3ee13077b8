//! Pickling. What the core can write as JSON is pickled as that; the rest as what it was made from.

use std::sync::Arc;

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use tiendo::{Cutoff, ErrorCode, Exempt, MonthDuty, Obligation, Reminder, Report, Slack, Tally, TallyOf};

use crate::agency::{PyAgency, PyAgencyCell, PyBegun, PyEnded, PyGroup, PyNamedAgency};
use crate::calendar::PyDayStatus;
use crate::deadline::PyAwaits;
use crate::errors::refuse;
use crate::finding::{PyFinding, PyPlace};
use crate::lineage::{PyLineage, PyLink, PySuggestedLink};
use crate::note::PyNote;
use crate::plan::{PyBodyStatement, PyDocument, PyFootnote, PyPillar};
use crate::regime::{PyCutoffDay, PyDueDay, PyRegime, PyRule};
use crate::reporting::cutoff::PyCutoff;
use crate::reporting::obligations::{PyObligation, PyReportId};
use crate::reporting::slack::PySlack;
use crate::reporting::texts::{PyMonthDuty, PyReminder};
use crate::reporting::timeliness::{PyReport, PyTally, PyTallyOf};
use crate::reporting::units::{PyExempt, PyReportingUnit};
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
        "Begun" => made(py, json, PyBegun),
        "BodyStatement" => made(py, json, PyBodyStatement),
        "Cutoff" => made(py, json, |Read(cutoff)| PyCutoff(cutoff)),
        "CutoffDay" => made(py, json, PyCutoffDay),
        "DayStatus" => made(py, json, PyDayStatus),
        "Document" => made(py, json, PyDocument),
        "DueDay" => made(py, json, PyDueDay),
        "Ended" => made(py, json, PyEnded),
        "Exempt" => made(py, json, |Read(exempt)| PyExempt(exempt)),
        "Finding" => made(py, json, PyFinding::restored),
        "Footnote" => made(py, json, PyFootnote),
        "Group" => made(py, json, PyGroup),
        "Lineage" => made(py, json, PyLineage),
        "Link" => made(py, json, PyLink),
        "MilestoneTarget" => made(py, json, PyMilestoneTarget),
        "MonthDuty" => made(py, json, |Read(duty)| PyMonthDuty(duty)),
        "NamedAgency" => made(py, json, PyNamedAgency),
        "Note" => made(py, json, PyNote),
        "Obligation" => made(py, json, |Read(obligation)| PyObligation(Arc::new(obligation))),
        "Pillar" => made(py, json, PyPillar),
        "Place" => made(py, json, PyPlace::restored),
        "PublishedCode" => made(py, json, PyPublishedCode),
        "Regime" => made(py, json, PyRegime),
        "Reminder" => made(py, json, |Read(reminder)| PyReminder(reminder)),
        "Report" => made(py, json, |Read::<Report>(report)| PyReport::from(report)),
        "ReportId" => made(py, json, PyReportId),
        "ReportingUnit" => made(py, json, PyReportingUnit::restored),
        "Rule" => made(py, json, PyRule),
        "Slack" => made(py, json, |Read(slack)| PySlack(slack)),
        "Span" => made(py, json, PySpan),
        "SuggestedLink" => made(py, json, PySuggestedLink::restored),
        "Tally" => made(py, json, |Read(tally)| PyTally(tally)),
        "TallyOf" => made(py, json, |Read(tally)| PyTallyOf(tally)),
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

/// A value the core writes as JSON and does not read.
struct Read<T>(T);

impl<'de, T: FromFields> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Read<T>, D::Error> {
        let json = Value::deserialize(deserializer)?;
        T::from_fields(&json).map(Read).map_err(D::Error::custom)
    }
}

/// Made of the fields of its JSON, where one that says nothing is left out.
trait FromFields: Sized {
    fn from_fields(json: &Value) -> serde_json::Result<Self>;
}

/// One field, by the name of the core's.
fn field<T: DeserializeOwned>(json: &Value, name: &str) -> serde_json::Result<T> {
    let mut words = name.split('_');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        let (first, rest) = word.split_at(1);
        camel.push_str(&first.to_uppercase());
        camel.push_str(rest);
    }
    serde_json::from_value(json.get(camel).cloned().unwrap_or_default())
}

macro_rules! from_fields {
    ($($class:ident {
        $($plain:ident)* $(, lists: $($list:ident)+)? $(, read: $($read:ident)+)? $(, beside: $beside:ident)?
    })+) => {$(
        impl FromFields for $class {
            fn from_fields(json: &Value) -> serde_json::Result<$class> {
                Ok($class {
                    $($plain: field(json, stringify!($plain))?,)*
                    $($($list: field::<Option<_>>(json, stringify!($list))?.unwrap_or_default(),)+)?
                    $($($read: field::<Option<Read<_>>>(json, stringify!($read))?.map(|Read(read)| read),)+)?
                    $($beside: FromFields::from_fields(json)?,)?
                })
            }
        }
    )+};
}

from_fields! {
    Cutoff { from to rule }
    Exempt { reason date successor text }
    MonthDuty { plan rule period due recipient text, lists: feeds }
    Obligation {
        plan rule cycle period agency start end written due recipient why,
        lists: steps unsourced_days feeds coincides,
        read: cutoff exempt
    }
    Reminder { agency missing due_soon text }
    Report { standing days submitted returned, beside: obligation }
    Slack { period lower_rule upper_rule lower_due upper_due days }
    Tally { on_time late missing not_due exempt undated }
    TallyOf { key rank, beside: tally }
}
