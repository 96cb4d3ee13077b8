//! Python: Rust that fills the classes from core's types.

use std::fmt::Write as _;

use crate::brought::Brought;
use crate::list::Ways;
use crate::mobile::{MANY, taken_apart};
use crate::model::{Access, Field, Mirrored, Model, Record, Shape, Union, Variant};
use crate::names::{python_name, shouty};
use crate::python::{HANDLE, has_no_class, variant_name};
use crate::read::Stop;

pub(crate) fn fills(model: &Model, brought: &[Brought]) -> Result<String, Stop> {
    let mut out = "\
//! Core's results and what callers bring as objects of the classes in `tiendo/generated/_results.py`.

use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::codes::codes;
use crate::fill::{Class, Fill, Made, Parts, Record};
use crate::errors::raise;
use crate::results::by_json;
use crate::take::{Fields, Input, input as one};
"
    .to_owned();
    let codes: Vec<&str> =
        model.types.iter().filter(|of| model.is_code(&of.name)).map(|of| of.name.as_str()).collect();
    let _ = writeln!(out, "\ncodes!({});", codes.join(", "));
    let mut read = Vec::new();
    for mirrored in &model.types {
        match &mirrored.shape {
            Shape::Codes { .. } => {}
            _ if mirrored.ways == Ways::In || has_no_class(&mirrored.name) => {}
            _ if model.is_entry(&mirrored.name) || mirrored.name == HANDLE => {}
            Shape::Union(_) if model.is_flat(&mirrored.name) => {}
            Shape::Record(record) => {
                if record.reads {
                    read.push((mirrored.name.clone(), mirrored.name.as_str()));
                }
                self::record(&mut out, model, mirrored, record);
            }
            Shape::Union(union) => {
                self::union(&mut out, mirrored, union)?;
                let classes = union.variants.iter().map(|variant| variant_name(mirrored, &variant.json));
                read.push((classes.collect::<Vec<_>>().join("\" | \""), mirrored.name.as_str()));
            }
        }
    }
    let by_json = read.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
    let _ = writeln!(out, "\nby_json!({by_json});");
    let mut inputs = String::new();
    for of in brought {
        self::input(&mut out, of);
        let name = &of.name;
        let _ = writeln!(inputs, "\"{name}\" => one::<tiendo::{name}>(made, given).map(Some),");
    }
    let read = read.iter().map(|(classes, name)| (classes.as_str(), *name));
    let brought = brought.iter().map(|of| (of.name.as_str(), of.name.as_str()));
    let arms = read.chain(brought).map(|(classes, name)| {
        if READ_BY_CORE.contains(&name) {
            format!("\"{name}\" => tiendo::{name}::from_json(json).map(|of| made.alone(&of)),\n")
        } else {
            format!("\"{classes}\" => tiendo::from_json::<tiendo::{name}>(json).map(|of| made.alone(&of)),\n")
        }
    });
    let _ = write!(
        out,
        "\n/// An object of a class from its JSON; none where core does not read such a class.\n\
         {MANY}pub(crate) fn read<'py>(made: &mut Made<'py>, class: &str, json: &[u8]) -> PyResult<Option<Bound<'py, PyAny>>> {{\n\
         let read = match class {{\n{}_ => return Ok(None),\n}};\nread.map_err(raise)?.map(Some)\n}}\n\
         \n/// An object of what callers bring, by what they give; none where there is no such class.\n\
         pub(crate) fn input<'py>(made: &mut Made<'py>, class: &str, given: &Bound<'py, PyDict>) -> PyResult<Option<Bound<'py, PyAny>>> {{\n\
         match class {{\n{inputs}_ => Ok(None),\n}}\n}}\n",
        arms.collect::<String>()
    );
    Ok(out)
}

/// Types whose JSON core itself reads, and says what is wrong where.
const READ_BY_CORE: &[&str] = &["Limits", "Measured", "MilestoneTarget", "ReportingQuery"];

fn input(out: &mut String, of: &Brought) {
    let Brought { name, fields, apart, made, .. } = of;
    let constant = shouty(name);
    let names: Vec<String> = fields.iter().map(|field| format!("\"{}\"", field.name)).collect();
    let filled: Vec<&str> = fields.iter().map(|field| field.filled.as_str()).collect();
    let _ = writeln!(
        out,
        "\nstatic {constant}: Class = Class::new(\"{name}\", &[{}]);\n\
         \nimpl Record for tiendo::{name} {{\nconst NAME: &'static str = \"{name}\";\n\n\
         fn parts<'py>(&self, made: &mut Made<'py>) -> PyResult<Parts<'py>> {{\n{apart}\n\
         Ok((&{constant}, vec![{}]))\n}}\n}}\n\
         \nimpl Input for tiendo::{name} {{\nconst CLASS: &'static Class = &{constant};\n\n\
         fn of(fields: &Fields<'_, '_>) -> PyResult<tiendo::{name}> {{\n{made}\n}}\n}}",
        names.join(", "),
        filled.join(", ")
    );
}

fn class(out: &mut String, name: &str, fields: &[Field]) -> String {
    let constant = shouty(name);
    let names: Vec<String> = fields.iter().map(|field| format!("\"{}\"", python_name(&field.rust))).collect();
    let _ = writeln!(out, "\nstatic {constant}: Class = Class::new(\"{name}\", &[{}]);", names.join(", "));
    constant
}

fn record(out: &mut String, model: &Model, mirrored: &Mirrored, record: &Record) {
    let name = &mirrored.name;
    let constant = class(out, name, &model.spread(&record.fields));
    let _ = writeln!(
        out,
        "\nimpl Record for tiendo::{name} {{\nconst NAME: &'static str = \"{name}\";\n\nfn parts<'py>(&self, made: &mut Made<'py>) -> PyResult<Parts<'py>> {{\n\
         let tiendo::{name} {{ {} }} = self;",
        taken_apart(record)
    );
    let mut values: Vec<String> = Vec::new();
    for field in &record.fields {
        let rust = &field.rust;
        match (field.access, model.flat_union(field)) {
            (Access::Field, None) if model.named(&field.kind).is_some() => {
                values.push(format!("made.table({rust}.iter().map(|it| (&*it.name, &it.value)))?"));
            }
            (_, Some(union)) => {
                values.push(format!("{rust}.as_str().fill(made)?"));
                let of = field.kind.held().unwrap_or_default();
                values.extend(
                    union
                        .variants
                        .iter()
                        .flat_map(|variant| &variant.fields)
                        .map(|held| beside(rust, of, union, held)),
                );
            }
            (Access::Field, None) => values.push(format!("{rust}.fill(made)?")),
            (Access::Method, None) => values.push(format!("self.{rust}().fill(made)?")),
            (Access::Sentence { .. }, None) => {
                values
                    .push(format!("self.sentence(tiendo::Lang::{}).fill(made)?", crate::names::pascal(rust)));
            }
        }
    }
    let _ = writeln!(out, "Ok((&{constant}, vec![{}]))\n}}\n}}", values.join(", "));
}

/// What one variant of a union holds, where it is that one.
fn beside(value: &str, of: &str, union: &Union, held: &Field) -> String {
    let pattern = |variant: &Variant| {
        let fields = match (variant.fields.is_empty(), variant.is_tuple) {
            (true, _) => String::new(),
            (_, true) => format!("({})", held.rust),
            (_, false) => format!(" {{ {}, .. }}", held.rust),
        };
        format!("tiendo::{of}::{}{fields}", variant.rust)
    };
    let has = |variant: &&Variant| variant.fields.iter().any(|field| field.rust == held.rust);
    let (with, without): (Vec<_>, Vec<_>) = union.variants.iter().partition(has);
    let arms = |variants: &[&Variant]| variants.iter().map(|of| pattern(of)).collect::<Vec<_>>().join(" | ");
    let (with, without) = (arms(&with), arms(&without));
    format!("match {value} {{ {with} => {}.fill(made)?, {without} => made.none() }}", held.rust)
}

fn union(out: &mut String, mirrored: &Mirrored, union: &Union) -> Result<(), Stop> {
    let name = &mirrored.name;
    if union.open {
        return Err(Stop(format!("`{name}` is non-exhaustive: no conversion can name all it may be")));
    }
    let mut arms = String::new();
    for variant in &union.variants {
        let constant = class(out, &variant_name(mirrored, &variant.json), &variant.fields);
        let names: Vec<&str> = variant.fields.iter().map(|field| field.rust.as_str()).collect();
        let names = names.join(", ");
        let pattern = match (names.is_empty(), variant.is_tuple) {
            (true, _) => String::new(),
            (false, true) => format!("({names})"),
            (false, false) => format!(" {{ {names} }}"),
        };
        let values = variant.fields.iter().map(|field| format!("{}.fill(made)?", field.rust));
        let values = values.collect::<Vec<_>>().join(", ");
        let _ =
            writeln!(arms, "tiendo::{name}::{}{pattern} => Ok((&{constant}, vec![{values}])),", variant.rust);
    }
    let made = if arms.contains("made") { "made" } else { "_" };
    let _ = writeln!(
        out,
        "\nimpl Record for tiendo::{name} {{\nconst NAME: &'static str = \"{name}\";\n\nfn parts<'py>(&self, {made}: &mut Made<'py>) -> PyResult<Parts<'py>> {{\n\
         match self {{\n{arms}}}\n}}\n}}"
    );
    Ok(())
}
