//! Kotlin, Java and Swift: uniffi's records and enums, and how they are made of core's and back.

use std::fmt::Write as _;

use crate::list::{BY_HAND, Ways};
use crate::model::{Access, Field, Kind, Mirrored, Model, Record, Shape, Union};
use crate::names::{cased_code, for_json, pascal};
use crate::read::Stop;

const DERIVE: &str = "#[derive(Clone, Debug, PartialEq, Eq, ";

/// What crosses back here beside what does in every host: the arguments of functions that are methods elsewhere.
const BACK: [&str; 6] = ["Deadline", "Awaits", "AgencyCell", "NamedAgency", "CalendarDay", "Exempt"];

pub(crate) fn records(model: &Model) -> Result<String, Stop> {
    let codes: Vec<&str> = all_codes(model);
    let mut out = format!(
        "//! Records and enums of core's results, and how they are made of them.\n\n\
         use super::codes::{{{}}};\n\
         use crate::date::NaiveDate;\nuse crate::number::{{Fixed, Whole}};\nuse crate::unit::UnitOfMeasure;\n",
        codes.into_iter().filter(|name| is_held(model, name)).collect::<Vec<_>>().join(", ")
    );
    let mut pairs: Vec<(String, [String; 2], String)> = Vec::new();
    for mirrored in model.without(BY_HAND) {
        match &mirrored.shape {
            Shape::Codes { .. } => {}
            Shape::Record(record) => {
                self::record(&mut out, mirrored, record);
                from_core(&mut out, model, mirrored, record);
                if mirrored.ways != Ways::Out || BACK.contains(&mirrored.name.as_str()) {
                    into_core(&mut out, model, mirrored, record)?;
                }
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
    model.without(BY_HAND).any(|mirrored| mirrored.held().iter().any(|held| held == name))
}

fn docs(out: &mut String, docs: &str) {
    for line in docs.lines() {
        let _ = writeln!(out, "{}", format!("/// {line}").trim_end());
    }
}

/// The name of the records a table by years is given as: `YearTarget`.
fn pair_name([year, value]: &[String; 2]) -> String {
    format!("{}{}", pascal(year), pascal(value))
}

fn told(kind: &Kind) -> String {
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

fn record(out: &mut String, mirrored: &Mirrored, record: &Record) {
    out.push('\n');
    docs(out, &for_json(&mirrored.docs, &record.fields));
    let _ = writeln!(out, "{DERIVE}uniffi::Record)]\npub struct {} {{", mirrored.name);
    for field in &record.fields {
        docs(out, &for_json(&field.docs, &record.fields));
        let _ = writeln!(out, "pub {}: {},", field.rust, told(&field.kind));
    }
    out.push_str("}\n");
}

/// An expression of what core has, as the host's; none where nothing changes.
fn given(model: &Model, kind: &Kind, value: &str) -> Option<String> {
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

/// The same the other way.
fn taken(model: &Model, kind: &Kind, value: &str) -> Option<String> {
    Some(match kind {
        Kind::Text { shared: true } => format!("{value}.into()"),
        Kind::Whole { wide: false } => format!("{value}.0"),
        Kind::Named(name) if !model.is_code(name) => format!("{value}.into()"),
        Kind::Maybe(of) => format!("{value}.map({})", function(&taken(model, of, "it")?)),
        Kind::List { of, shared } => match taken(model, of, "it") {
            Some(inner) if inner == "it.into()" && !shared => format!("crate::all({value})"),
            Some(inner) => format!("{value}.into_iter().map({}).collect()", function(&inner)),
            None if *shared => format!("{value}.into()"),
            None => return None,
        },
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
        let made = given(model, &field.kind, &field.rust);
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

fn into_core(out: &mut String, model: &Model, mirrored: &Mirrored, record: &Record) -> Result<(), Stop> {
    let name = &mirrored.name;
    let is_made = record.open || record.fields.iter().any(|field| field.access != Access::Field);
    let is_table =
        |field: &Field| matches!(field.kind, Kind::Years { .. } | Kind::Period | Kind::Whole { wide: true });
    if is_made || record.fields.iter().any(is_table) {
        return Err(Stop(format!("`{name}` cannot be made from outside of core")));
    }
    let names: Vec<&str> = record.fields.iter().map(|field| field.rust.as_str()).collect();
    let fields = record.fields.iter().map(|field| {
        let made = taken(model, &field.kind, &field.rust);
        made.map_or(field.rust.clone(), |made| format!("{}: {made}", field.rust))
    });
    let _ =
        writeln!(out, "\nimpl From<{name}> for tiendo::{name} {{\nfn from(of: {name}) -> tiendo::{name} {{");
    let _ = writeln!(out, "let {name} {{ {} }} = of;", names.join(", "));
    let _ = writeln!(out, "tiendo::{name} {{ {} }}\n}}\n}}", fields.collect::<Vec<_>>().join(", "));
    Ok(())
}

fn variants(out: &mut String, model: &Model, mirrored: &Mirrored, union: &Union) -> Result<(), Stop> {
    let name = &mirrored.name;
    if union.open {
        return Err(Stop(format!("`{name}` is non-exhaustive: no conversion can name all it may be")));
    }
    out.push('\n');
    docs(out, &mirrored.docs);
    let _ = writeln!(out, "{DERIVE}uniffi::Enum)]\npub enum {name} {{");
    for variant in &union.variants {
        docs(out, &variant.docs);
        let _ = write!(out, "{}", variant.rust);
        if !variant.fields.is_empty() {
            let fields = variant.fields.iter().map(|field| {
                let mut told_docs = String::new();
                let said = if field.docs.is_empty() { "What it holds." } else { &field.docs };
                docs(&mut told_docs, said);
                format!("{told_docs}{}: {}", field.rust, told(&field.kind))
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
