//! Python: what handles have without being asked with anything, as properties.

use std::fmt::Write as _;

use crate::model::{Kind, Model, Shape};
use crate::names::for_python;
use crate::python::HANDLE;
use crate::read::{Core, Stop, docs};

/// How a property is given out.
#[derive(Clone, Copy)]
enum As {
    /// As pyo3 does.
    Plain(&'static str),
    /// As results are.
    One(&'static str),
    /// As results are, found when the handle was made.
    Held(&'static str),
    /// A list that is made when first asked for, and kept.
    Kept(&'static str),
}

/// The methods of handles that are properties; a plan's are its fields.
const METHODS: &[(&str, &[(&str, As)])] = &[
    (
        "Calendar",
        &[
            ("id", As::Plain("&str")),
            ("name", As::Plain("&str")),
            ("years", As::One("Vec<i32>")),
            ("days", As::Kept("CalendarDay")),
        ],
    ),
    ("Registry", &[("agencies", As::Kept("Agency")), ("groups", As::Kept("Group"))]),
    (
        "Records",
        &[
            ("observations", As::Kept("Observation")),
            ("task_updates", As::Kept("TaskUpdate")),
            ("submissions", As::Kept("Submission")),
            ("triggers", As::Kept("Trigger")),
            ("outside_dates", As::Kept("OutsideDate")),
            ("extensions", As::Kept("Extension")),
            ("exemptions", As::Kept("Exemption")),
            ("amendments", As::Kept("Amendment")),
            ("retractions", As::Kept("Retraction")),
        ],
    ),
    (
        "Period",
        &[
            ("cycle", As::One("tiendo::Cycle")),
            ("year", As::Plain("i32")),
            ("number", As::Plain("u32")),
            ("start", As::Plain("NaiveDate")),
            ("end", As::Plain("NaiveDate")),
        ],
    ),
    ("Obligations", &[("reporting_units", As::Kept("ReportingUnit")), ("findings", As::Kept("Finding"))]),
    (
        "Timeliness",
        &[
            ("today", As::Plain("NaiveDate")),
            ("total", As::Held("tiendo::Tally")),
            ("reports", As::Kept("Report")),
            ("by_agency", As::Kept("TallyOf")),
            ("by_period", As::Kept("TallyOf")),
            ("by_cycle", As::Kept("TallyOf")),
            ("unmatched", As::One("Vec<String>")),
        ],
    ),
];

pub(crate) fn getters(core: &Core<'_>, model: &Model) -> Result<String, Stop> {
    let mut out = "\
//! What handles have without being asked with anything, as properties; lists are made when first asked for.

use chrono::NaiveDate;
use pyo3::prelude::*;

use crate::calendar::PyCalendar;
use crate::obligations::PyObligations;
use crate::period::PyPeriod;
use crate::plan::PyPlan;
use crate::records::PyRecords;
use crate::registry::PyRegistry;
use crate::results::{Kept, Listed, One};
use crate::timeliness::PyTimeliness;
"
    .to_owned();
    plan(&mut out, model)?;
    for (handle, methods) in METHODS {
        let (mut lists, mut getters) = (String::new(), String::new());
        for (name, how) in *methods {
            let none = || Stop(format!("core has no method `{handle}.{name}`"));
            let docs = docs(&core.method(handle, name).ok_or_else(none)?.of.attrs);
            let (returned, value) = match how {
                As::Plain(of) => ((*of).to_owned(), format!("self.core.{name}()")),
                As::One(of) if of.starts_with("Vec") => {
                    (format!("One<{of}>"), format!("One(self.core.{name}().to_vec())"))
                }
                As::One(of) => (format!("One<{of}>"), format!("One(self.core.{name}())")),
                As::Held(of) => (format!("One<{of}>"), format!("One(self.{name})")),
                As::Kept(of) => {
                    let _ = writeln!(lists, "{name}: Kept,");
                    (
                        format!("PyResult<Listed<'py, tiendo::{of}>>"),
                        format!("self.own.{name}.get(py, || self.core.{name}())"),
                    )
                }
            };
            getter(&mut getters, name, &for_python(&docs, false), &returned, &value);
        }
        written(&mut out, handle, &lists, &getters);
    }
    Ok(out)
}

fn getter(out: &mut String, name: &str, docs: &str, returned: &str, value: &str) {
    for line in docs.lines() {
        let _ = writeln!(out, "/// {line}");
    }
    let arguments =
        if returned.starts_with("PyResult") { "<'py>(&self, py: Python<'py>)" } else { "(&self)" };
    let _ = writeln!(out, "#[getter]\nfn {name}{arguments} -> {returned} {{\n{value}\n}}\n");
}

fn written(out: &mut String, handle: &str, lists: &str, getters: &str) {
    if !lists.is_empty() {
        let _ = writeln!(out, "\n#[derive(Default)]\npub(crate) struct {handle}Lists {{\n{lists}}}");
    }
    let _ = writeln!(out, "\n#[pymethods]\nimpl Py{handle} {{\n{getters}}}");
}

fn plan(out: &mut String, model: &Model) -> Result<(), Stop> {
    let Some(Shape::Record(record)) = model.get(HANDLE).map(|of| &of.shape) else {
        return Err(Stop(format!("core has no record `{HANDLE}`")));
    };
    let (mut lists, mut getters) = (String::new(), String::new());
    for field in &record.fields {
        let name = &field.rust;
        let is_record = |held: &str| !model.is_code(held);
        let (returned, value) = match &field.kind {
            Kind::Text { .. } => ("&str".to_owned(), format!("&self.core.{name}")),
            Kind::Whole { wide: false } => ("u32".to_owned(), format!("self.core.{name}")),
            Kind::Named(held) if !is_record(held) => {
                (format!("One<tiendo::{held}>"), format!("One(self.core.{name})"))
            }
            Kind::Maybe(of) => match &**of {
                Kind::Text { .. } => ("Option<&str>".to_owned(), format!("self.core.{name}.as_deref()")),
                Kind::Date => ("Option<NaiveDate>".to_owned(), format!("self.core.{name}")),
                Kind::Named(held) if is_record(held) => {
                    (format!("Option<One<&tiendo::{held}>>"), format!("self.core.{name}.as_ref().map(One)"))
                }
                _ => return Err(Stop(format!("`{HANDLE}.{name}`: no property is known for it"))),
            },
            Kind::List { of, .. } => match &**of {
                Kind::Int { wide: false } => {
                    ("One<Vec<i32>>".to_owned(), format!("One(self.core.{name}.clone())"))
                }
                Kind::Named(held) if is_record(held) => {
                    let _ = writeln!(lists, "{name}: Kept,");
                    let returned = format!("PyResult<Listed<'py, tiendo::{held}>>");
                    (returned, format!("self.own.lists.{name}.get(py, || &self.core.{name})"))
                }
                _ => return Err(Stop(format!("`{HANDLE}.{name}`: no property is known for it"))),
            },
            _ => return Err(Stop(format!("`{HANDLE}.{name}`: no property is known for it"))),
        };
        let docs = for_python(&field.docs, matches!(field.kind, Kind::Maybe(_)));
        getter(&mut getters, name, &docs, &returned, &value);
    }
    written(out, HANDLE, &lists, &getters);
    Ok(())
}
