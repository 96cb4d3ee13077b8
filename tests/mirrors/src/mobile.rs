//! Kotlin, Java and Swift: uniffi's records and enums, and how they are made of core's and back.

use std::fmt::Write as _;

use crate::list::Ways;
use crate::methods::{BY_HAND, HANDLES};
use crate::model::{Absent, Access, Field, Kind, Mirrored, Model, Record, Shape, Union};
use crate::names::{cased_code, for_json, pascal};
use crate::read::{Core, Stop};
use crate::resolve::resolved;

const DERIVE: &str = "#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, ";

pub(crate) fn records(model: &Model) -> Result<String, Stop> {
    let codes: Vec<&str> = all_codes(model);
    let mut out = format!(
        "//! Records and enums of core's results, and how they are made of them.\n\n\
         use super::codes::{{{}}};\n\
         use crate::date::NaiveDate;\nuse crate::number::{{Fixed, UnitOfMeasure, Whole}};\n",
        codes.into_iter().filter(|name| is_held(model, name)).collect::<Vec<_>>().join(", ")
    );
    let mut pairs: Vec<(String, [String; 2], String)> = Vec::new();
    for mirrored in model.without(HANDLES) {
        match &mirrored.shape {
            Shape::Codes { .. } => {}
            Shape::Record(record) => {
                self::record(&mut out, model, mirrored, record);
                from_core(&mut out, model, mirrored, record);
                for field in &record.fields {
                    if let Kind::Years { names, of } = &field.kind {
                        pairs.push((pair_name(names), names.clone(), told(of)));
                    }
                }
            }
            Shape::Union(union) => variants(&mut out, model, mirrored, union)?,
        }
    }
    pairs.dedup();
    for (name, [year, value], of) in pairs {
        let docs = "/// One entry of a table by years.";
        let _ = writeln!(out, "\n{docs}\n{DERIVE}uniffi::Record)]\npub struct {name} {{");
        let _ =
            writeln!(out, "/// The year.\npub {year}: i32,\n/// What stands there.\npub {value}: {of},\n}}");
    }
    Ok(out)
}

/// Of functions that have a line for each type.
pub(crate) const MANY: &str = "#[expect(clippy::too_many_lines, reason = \"one for each type\")]\n";

/// How each record and enum with data is written as JSON and read back, by its name.
pub(crate) fn kinds(core: &Core<'_>, model: &Model) -> String {
    let names = kind_names(model);
    let arms = |call: fn(&str) -> String| {
        names.iter().map(|name| format!("\"{name}\" => {},\n", call(name))).collect::<String>()
    };
    let written = arms(|name| format!("json::written::<crate::{name}>(value)"));
    let read = arms(|name| format!("json::read::<tiendo::{name}, crate::{name}>(text, limits)"));
    let mut out = format!(
        "//! Results and what callers bring as JSON, by the name of their type.\n\nuse crate::error::TiendoError;\n\
         use crate::json::{{self, Back}};\n\n\
         {MANY}pub(crate) fn written(kind: &str, value: &[u8]) -> Result<String, TiendoError> {{\nmatch kind {{\n{written}\
         _ => json::written_by_hand(kind, value),\n}}\n}}\n\n\
         {MANY}pub(crate) fn read(kind: &str, text: &str, limits: &tiendo::Limits) -> Result<Vec<u8>, TiendoError> {{\nmatch kind {{\n\
         {read}_ => json::read_by_hand(kind, text, limits),\n}}\n}}\n"
    );
    for name in &names {
        let has = |method: &str| core.method(name, method).is_some();
        let reads = match (has("from_json_with"), has("from_json")) {
            (true, _) => Some(("limits", "from_json_with(json, limits)")),
            (_, true) => Some(("_", "from_json(json)")),
            _ => None,
        };
        let reads = reads.map_or(String::new(), |(limits, reads)| {
            format!(
                "\nfn back(json: &[u8], {limits}: &tiendo::Limits) -> Result<tiendo::{name}, tiendo::Error> {{\n\
                 tiendo::{name}::{reads}\n}}\n"
            )
        });
        let _ = writeln!(out, "\nimpl Back for tiendo::{name} {{{reads}}}");
    }
    out
}

/// The same, one a line, for what is added to the sources of Kotlin and Swift.
pub(crate) fn kind_list(model: &Model) -> String {
    let names = kind_names(model).into_iter().chain(["ReportingQuery"]);
    names.map(|name| format!("{name}\n")).collect()
}

/// The types that have JSON of their own.
fn kind_names(model: &Model) -> Vec<&str> {
    let types = model.without(HANDLES).filter(|of| !matches!(of.shape, Shape::Codes { .. }));
    types.map(|of| of.name.as_str()).chain(BY_HAND.iter().copied()).collect()
}

/// The one error, and the others of a file, which have none themselves.
pub(crate) fn errors(core: &Core<'_>) -> Result<String, Stop> {
    let types = resolved(core, std::iter::once("Error"))?;
    let error = types.iter().find_map(|of| match &of.shape {
        Shape::Record(record) if of.name == "Error" => Some((of, record)),
        _ => None,
    });
    let (mirrored, record) = error.ok_or_else(|| Stop("core has no `Error`".to_owned()))?;
    let one: Vec<&Field> = record.fields.iter().filter(|field| field.rust != "others").collect();
    let others = record.fields.iter().filter(|field| field.rust == "others");
    let others = others.map(|field| Field { kind: list_of("Refusal"), ..field.clone() }).collect::<Vec<_>>();
    let declared = |fields: &[&Field], visible: &str| {
        let fields = fields.iter().map(|field| {
            let mut told_docs = String::new();
            docs(&mut told_docs, &field.docs);
            format!("{told_docs}{}{visible}{}: {},\n", as_json(field), field.rust, told(&field.kind))
        });
        fields.collect::<String>()
    };
    let names = one.iter().map(|field| field.rust.as_str()).collect::<Vec<_>>().join(", ");
    let made = one.iter().map(|field| match given_scalar(&field.kind) {
        Some(function) => format!("{}: error.{}.map({function})", field.rust, field.rust),
        None => format!("{}: error.{}", field.rust, field.rust),
    });
    let made = made.collect::<Vec<_>>().join(", ");
    let (said, derive) = (&mirrored.docs, DERIVE);
    let mut whole = one.clone();
    whole.extend(&others);
    let mut out = "//! Core's error.\n\nuse tiendo::Error;\n\nuse super::{ErrorCode, Span};\nuse crate::number::Whole;\n\n".to_owned();
    docs(&mut out, said);
    let _ = writeln!(
        out,
        "{derive}uniffi::Error)]\n#[serde(untagged)]\n#[uniffi::export(Display)]\npub enum TiendoError {{\n\
         /// The input was refused; nothing of it was read.\nRefused {{\n{}}},\n}}\n\n\
         /// One of several errors of a file.\n{derive}uniffi::Record)]\npub struct Refusal {{\n{}}}\n\n\
         impl From<Error> for Refusal {{\nfn from(error: Error) -> Refusal {{\nRefusal {{ {made} }}\n}}\n}}\n\n\
         impl From<Error> for TiendoError {{\nfn from(mut error: Error) -> TiendoError {{\n\
         let others = crate::all(std::mem::take(&mut error.others));\nlet Refusal {{ {names} }} = error.into();\n\
         TiendoError::Refused {{ {names}, others }}\n}}\n}}",
        declared(&whole, ""),
        declared(&one, "pub "),
    );
    Ok(out)
}

fn list_of(name: &str) -> Kind {
    Kind::List { of: Box::new(Kind::Named(name.to_owned())), shared: false }
}

/// What a field that may be absent is made with, where it is not the same.
fn given_scalar(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Maybe(of) => match **of {
            Kind::Whole { .. } => Some("Whole"),
            Kind::Named(_) => Some("Into::into"),
            _ => None,
        },
        _ => None,
    }
}

/// The lists of codes as enums of core's own: nothing is converted.
pub(crate) fn codes(model: &Model) -> String {
    let mut out =
        format!("//! Core's lists of codes.\n\npub use tiendo::{{{}}};\n", all_codes(model).join(", "));
    for mirrored in &model.types {
        let Shape::Codes { codes, open } = &mirrored.shape else { continue };
        out.push('\n');
        docs(&mut out, &mirrored.docs);
        out.push_str("#[uniffi::remote(Enum)]\n");
        if *open {
            out.push_str("#[non_exhaustive]\n");
        }
        let _ = writeln!(out, "pub enum {} {{", mirrored.name);
        for code in codes {
            docs(&mut out, &code.docs);
            if let Some(name) = cased_code(&code.rust, &code.text) {
                let _ = writeln!(out, "#[uniffi(name = \"{name}\")]");
            }
            let _ = writeln!(out, "{},", code.rust);
        }
        out.push_str("}\n");
    }
    out
}

fn all_codes(model: &Model) -> Vec<&str> {
    let mut names: Vec<&str> =
        model.types.iter().filter(|of| model.is_code(&of.name)).map(|of| of.name.as_str()).collect();
    names.sort_unstable();
    names
}

fn is_held(model: &Model, name: &str) -> bool {
    model.without(HANDLES).any(|mirrored| mirrored.held().iter().any(|held| held == name))
}

pub(crate) fn docs(out: &mut String, docs: &str) {
    for line in docs.lines() {
        let _ = writeln!(out, "{}", format!("/// {line}").trim_end());
    }
}

/// The name of the records a table by years is given as: `YearTarget`.
fn pair_name([year, value]: &[String; 2]) -> String {
    format!("{}{}", pascal(year), pascal(value))
}

pub(crate) fn told(kind: &Kind) -> String {
    match kind {
        Kind::Text { .. } | Kind::Period => "String".to_owned(),
        Kind::Flag => "bool".to_owned(),
        Kind::Whole { wide: false } => "Whole".to_owned(),
        Kind::Int { wide: false } => "i32".to_owned(),
        Kind::Whole { wide: true } | Kind::Int { wide: true } => "i64".to_owned(),
        Kind::Decimal => "Fixed".to_owned(),
        Kind::Date => "NaiveDate".to_owned(),
        Kind::Unit => "UnitOfMeasure".to_owned(),
        Kind::Named(name) => name.clone(),
        Kind::Maybe(of) => format!("Option<{}>", told(of)),
        Kind::List { of, .. } => format!("Vec<{}>", told(of)),
        Kind::Years { names, .. } => format!("Vec<{}>", pair_name(names)),
    }
}

/// The fields of a record that one written among them has too: in JSON they are one, in the place of that one's.
fn doubled<'r>(model: &Model, record: &'r Record) -> Vec<&'r str> {
    let flat = record.fields.iter().filter(|field| field.flat);
    let held = flat.filter_map(|field| model.get(field.kind.held()?));
    let held: Vec<&str> = held
        .filter_map(|of| match &of.shape {
            Shape::Record(record) => Some(record.fields.iter().map(|field| field.json.as_str())),
            _ => None,
        })
        .flatten()
        .collect();
    let own = record.fields.iter().filter(|field| held.contains(&field.json.as_str()));
    own.map(|field| field.rust.as_str()).collect()
}

fn record(out: &mut String, model: &Model, mirrored: &Mirrored, record: &Record) {
    out.push('\n');
    docs(out, &for_json(&mirrored.docs, &record.fields));
    let _ = writeln!(out, "{DERIVE}uniffi::Record)]");
    if let Some((tag, text)) = &record.tag {
        let _ = writeln!(out, "#[serde(tag = \"{tag}\", rename = \"{text}\")]");
    }
    let _ = writeln!(out, "pub struct {} {{", mirrored.name);
    for field in &brought(mirrored, record) {
        docs(out, &for_json(&field.docs, &record.fields));
        if doubled(model, record).contains(&field.rust.as_str()) {
            out.push_str("#[serde(skip)]\n");
        } else {
            out.push_str(&as_json(field));
        }
        if let Some(default) = field.default.as_ref().filter(|_| mirrored.ways == Ways::In) {
            let default = default.as_u64().filter(|number| *number > 0);
            let default = default.map_or(String::new(), |number| format!(" = {number}"));
            let _ = writeln!(out, "#[uniffi(default{default})]");
        }
        let _ = writeln!(out, "pub {}: {},", field.rust, told(&field.kind));
    }
    out.push_str("}\n");
}

/// A record's fields as a caller brings them: whole numbers of any size, which core refuses by their names, and no code, number
/// where it may be left out, since uniffi has no constant of an enum.
fn brought(mirrored: &Mirrored, record: &Record) -> Vec<Field> {
    let mut fields = record.fields.clone();
    for field in fields.iter_mut().filter(|_| mirrored.ways == Ways::In) {
        match (&field.kind, &field.default) {
            (Kind::Whole { .. }, _) => field.kind = Kind::Int { wide: true },
            (Kind::Named(_) | Kind::Decimal | Kind::Date, Some(_)) => {
                (field.kind, field.absent) = (Kind::Maybe(Box::new(field.kind.clone())), Absent::WhenNone);
            }
            _ => {}
        }
    }
    fields
}

/// How a field is written as JSON, as core writes it.
fn as_json(field: &Field) -> String {
    let mut said = Vec::new();
    if field.flat {
        said.push("flatten".to_owned());
    } else if field.json != field.rust {
        said.push(format!("rename = \"{}\"", field.json));
    }
    let when = match (field.absent, &field.kind) {
        (Absent::Never, _) => None,
        (Absent::WhenNone, _) => Some("Option::is_none"),
        (Absent::WhenEmpty, Kind::Text { .. }) => Some("String::is_empty"),
        (Absent::WhenEmpty, _) => Some("Vec::is_empty"),
        (Absent::WhenFalse, _) => Some("std::ops::Not::not"),
        (Absent::WhenDefault, _) => Some("crate::json::is_default"),
    };
    said.extend(when.map(|when| format!("skip_serializing_if = \"{when}\"")));
    if said.is_empty() { String::new() } else { format!("#[serde({})]\n", said.join(", ")) }
}

/// An expression of what core has, as the host's; none where nothing changes.
pub(crate) fn given(model: &Model, kind: &Kind, value: &str) -> Option<String> {
    Some(match kind {
        Kind::Text { shared: true } | Kind::Period => format!("{value}.to_string()"),
        Kind::Whole { wide: false } => format!("Whole({value})"),
        Kind::Whole { wide: true } => format!("i64::try_from({value}).unwrap_or(i64::MAX)"),
        Kind::Named(name) if !model.is_code(name) => format!("{value}.into()"),
        Kind::Maybe(of) => {
            let inner = given(model, of, "it")?;
            format!("{value}.map({})", function(&inner))
        }
        Kind::List { of, shared } => match given(model, of, "it") {
            Some(inner) if *shared && inner == "it.to_string()" => {
                format!("{value}.iter().map(ToString::to_string).collect()")
            }
            Some(inner) if *shared => {
                format!("{value}.iter().cloned().map({}).collect()", function(&inner))
            }
            Some(inner) if inner == "it.into()" => format!("crate::all({value})"),
            Some(inner) => format!("{value}.into_iter().map({}).collect()", function(&inner)),
            None if *shared => format!("{value}.to_vec()"),
            None => return None,
        },
        Kind::Years { names, of } => {
            let [year, of_year] = names;
            let inner =
                given(model, of, of_year).map_or(of_year.clone(), |inner| format!("{of_year}: {inner}"));
            let record = pair_name(names);
            format!("{value}.into_iter().map(|({year}, {of_year})| {record} {{ {year}, {inner} }}).collect()")
        }
        _ => return None,
    })
}

/// A function of `it`, by its name where it has one.
fn function(inner: &str) -> String {
    match inner {
        "it.into()" => "Into::into".to_owned(),
        "Whole(it)" => "Whole".to_owned(),
        _ => format!("|it| {inner}"),
    }
}

fn from_core(out: &mut String, model: &Model, mirrored: &Mirrored, record: &Record) {
    let name = &mirrored.name;
    let _ =
        writeln!(out, "\nimpl From<tiendo::{name}> for {name} {{\nfn from(of: tiendo::{name}) -> {name} {{");
    for field in record.fields.iter().filter(|field| field.access != Access::Field) {
        let _ = match field.access {
            Access::Sentence { borrowed } => {
                let (lang, owned) = (pascal(&field.rust), if borrowed { ".to_owned()" } else { "" });
                writeln!(out, "let {} = of.sentence(tiendo::Lang::{lang}){owned};", field.rust)
            }
            _ => writeln!(out, "let {} = of.{}();", field.rust, field.rust),
        };
    }
    let _ = writeln!(out, "let tiendo::{name} {{ {} }} = of;", taken_apart(record));
    let fields = record.fields.iter().map(|field| {
        let made = match (mirrored.ways, &field.kind, &field.default) {
            (Ways::In, Kind::Whole { wide: false }, _) => Some(format!("i64::from({})", field.rust)),
            (Ways::In, Kind::Named(_) | Kind::Decimal | Kind::Date, Some(_)) => {
                Some(format!("Some({})", field.rust))
            }
            _ => given(model, &field.kind, &field.rust),
        };
        let twice = doubled(model, record);
        if field.flat && !twice.is_empty() {
            let made = made.unwrap_or_else(|| field.rust.clone());
            let set = twice.iter().map(|name| format!("of.{name} = {name}.clone().into();"));
            let set = set.collect::<Vec<_>>().join(" ");
            let of = field.kind.held().unwrap_or_default();
            return format!("{}: {{ let mut of: {of} = {made}; {set} of }}", field.rust);
        }
        made.map_or(field.rust.clone(), |made| format!("{}: {made}", field.rust))
    });
    let _ = writeln!(out, "{name} {{ {} }}\n}}\n}}", fields.collect::<Vec<_>>().join(", "));
}

/// A pattern that names every field: a new one does not compile until this is generated again.
pub(crate) fn taken_apart(record: &Record) -> String {
    let own =
        record.fields.iter().filter(|field| field.access == Access::Field).map(|field| field.rust.clone());
    let hidden = record.hidden.iter().map(|name| format!("{name}: _"));
    let rest = record.open.then(|| "..".to_owned());
    own.chain(hidden).chain(rest).collect::<Vec<_>>().join(", ")
}

fn variants(out: &mut String, model: &Model, mirrored: &Mirrored, union: &Union) -> Result<(), Stop> {
    let name = &mirrored.name;
    if union.open {
        return Err(Stop(format!("`{name}` is non-exhaustive: no conversion can name all it may be")));
    }
    out.push('\n');
    docs(out, &mirrored.docs);
    let tag = union.tag.as_ref().map_or("untagged".to_owned(), |tag| format!("tag = \"{tag}\""));
    let _ = writeln!(out, "{DERIVE}uniffi::Enum)]\n#[serde({tag})]\npub enum {name} {{");
    for variant in &union.variants {
        docs(out, &variant.docs);
        if union.tag.is_some() {
            let _ = writeln!(out, "#[serde(rename = \"{}\")]", variant.json);
        }
        let _ = write!(out, "{}", variant.rust);
        if !variant.fields.is_empty() {
            let fields = variant.fields.iter().map(|field| {
                let mut told_docs = String::new();
                let said = if field.docs.is_empty() { "What it holds." } else { &field.docs };
                docs(&mut told_docs, said);
                // Of what no tag tells, the JSON is that of what the variant holds.
                let flat = if union.tag.is_none() && variant.is_tuple { "#[serde(flatten)]\n" } else { "" };
                format!("{told_docs}{flat}{}{}: {}", as_json(field), field.rust, told(&field.kind))
            });
            let _ = write!(out, " {{\n{}\n}}", fields.collect::<Vec<_>>().join(",\n"));
        }
        out.push_str(",\n");
    }
    let _ = writeln!(
        out,
        "}}\n\nimpl From<tiendo::{name}> for {name} {{\nfn from(of: tiendo::{name}) -> {name} {{\nmatch of {{"
    );
    for variant in &union.variants {
        let names = variant.fields.iter().map(|field| field.rust.as_str()).collect::<Vec<_>>().join(", ");
        let pattern = match (names.is_empty(), variant.is_tuple) {
            (true, _) => String::new(),
            (false, true) => format!("({names})"),
            (false, false) => format!(" {{ {names} }}"),
        };
        let fields = variant.fields.iter().map(|field| {
            let made = given(model, &field.kind, &field.rust);
            made.map_or(field.rust.clone(), |made| format!("{}: {made}", field.rust))
        });
        let fields = fields.collect::<Vec<_>>().join(", ");
        let made = if fields.is_empty() { String::new() } else { format!(" {{ {fields} }}") };
        let _ = writeln!(out, "tiendo::{name}::{}{pattern} => {name}::{}{made},", variant.rust, variant.rust);
    }
    out.push_str("}\n}\n}\n");
    Ok(())
}
