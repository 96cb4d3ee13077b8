//! Python: the fields of a plan, which is a handle there, as properties.

use std::fmt::Write as _;

use crate::model::{Kind, Model, Shape};
use crate::names::for_python;
use crate::python::HANDLE;
use crate::read::Stop;

pub(crate) fn getters(model: &Model) -> Result<String, Stop> {
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
        let is_list = returned.starts_with("PyResult");
        let arguments = if is_list { "<'py>(&self, py: Python<'py>)" } else { "(&self)" };
        for line in for_python(&field.docs, matches!(field.kind, Kind::Maybe(_))).lines() {
            let _ = writeln!(getters, "/// {line}");
        }
        let _ = writeln!(getters, "#[getter]\nfn {name}{arguments} -> {returned} {{\n{value}\n}}\n");
    }
    Ok(format!(
        "//! The fields of a plan as properties.\n\nuse chrono::NaiveDate;\nuse pyo3::prelude::*;\n\n\
         use crate::plan::PyPlan;\nuse crate::results::{{Kept, Listed, One}};\n\n\
         /// Its lists, made when first asked for.\n#[derive(Default)]\npub(crate) struct PlanLists {{\n{lists}}}\n\n\
         #[pymethods]\nimpl PyPlan {{\n{getters}}}\n"
    ))
}
