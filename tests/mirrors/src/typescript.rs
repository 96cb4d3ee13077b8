//! TypeScript: an interface for each record, a union of literals for each list of codes.

use std::fmt::Write as _;

use crate::list::{DATED, NARROWED, Narrowed, Ways};
use crate::model::{Absent, Field, Kind, Mirrored, Model, Record, Shape, Union};
use crate::names::for_json;

const HEAD: &str = "\
export {};
declare const exact: unique symbol;

/** An exact decimal as canonical text: `'0.7'`, `'-12'`; at most six decimals, no exponent. Arguments take any `string`. */
export type Decimal = string & { readonly [exact]: 'decimal' };

/** A day as text, `YYYY-MM-DD`. Arguments take any `string`. */
export type ISODate = string & { readonly [exact]: 'date' };

/** `percent`, `count`, `rank`, `score`, or the unit as it is written (`đồng`, `%/năm`). */
export type Unit = 'percent' | 'count' | 'rank' | 'score' | (string & {});
";

pub(crate) fn declarations(model: &Model) -> String {
    let mut out = HEAD.to_owned();
    for mirrored in &model.types {
        out.push('\n');
        match &mirrored.shape {
            Shape::Codes { codes, .. } => {
                comment(&mut out, "", &mirrored.listed());
                let codes: Vec<String> = codes.iter().map(|code| format!("'{}'", code.text)).collect();
                alias(&mut out, &mirrored.name, &codes);
            }
            Shape::Record(record) => interface(&mut out, model, mirrored, record),
            Shape::Union(union) => variants(&mut out, mirrored, union),
        }
    }
    out
}

/// A type that is one of several; on one line where that is short.
fn alias(out: &mut String, name: &str, members: &[String]) {
    let line = format!("export type {name} = {};\n", members.join(" | "));
    if line.chars().count() <= 120 && !line.trim_end().contains('\n') {
        out.push_str(&line);
    } else {
        let _ = writeln!(out, "export type {name} =\n  | {};", members.join("\n  | "));
    }
}

fn comment(out: &mut String, indent: &str, docs: &str) {
    let docs = docs.replace("*/", "*\\/");
    if docs.contains('\n') || docs.chars().count() + indent.len() > 112 {
        let lines = docs.lines().map(|line| format!("{indent} * {line}").trim_end().to_owned());
        let _ = writeln!(out, "{indent}/**\n{}\n{indent} */", lines.collect::<Vec<_>>().join("\n"));
    } else if !docs.is_empty() {
        let _ = writeln!(out, "{indent}/** {docs} */");
    }
}

fn narrowed(name: &str) -> Option<&'static Narrowed> {
    NARROWED.iter().find(|narrowed| narrowed.record == name)
}

fn dated(name: &str) -> Option<&'static [&'static str]> {
    DATED.iter().find(|(record, _)| *record == name).map(|(_, fields)| *fields)
}

/// The interface of a record's fields, which another may extend: one of several types has it beside its name.
fn base(model: &Model, name: &str) -> String {
    let is_union = |record: &Record| record.fields.iter().any(|field| model.flat_union(field).is_some());
    let has_union =
        matches!(model.get(name).map(|of| &of.shape), Some(Shape::Record(record)) if is_union(record));
    let fields = if has_union || narrowed(name).is_some() || dated(name).is_some() { "Fields" } else { "" };
    format!("{name}{fields}")
}

fn interface(out: &mut String, model: &Model, mirrored: &Mirrored, record: &Record) {
    let (name, base_name) = (&mirrored.name, base(model, &mirrored.name));
    let is_union = base_name != *name;
    if is_union {
        comment(out, "", &format!("The fields that every {{@link {name}}} has or may have."));
    } else {
        comment(out, "", &for_json(&mirrored.docs, &record.fields));
    }
    let bases = record.fields.iter().filter(|field| field.flat && model.flat_union(field).is_none());
    let bases: Vec<String> =
        bases.filter_map(|field| field.kind.held()).map(|held| base(model, held)).collect();
    let extends = if bases.is_empty() { String::new() } else { format!(" extends {}", bases.join(", ")) };
    let _ = writeln!(out, "export interface {base_name}{extends} {{");
    if let Some((tag, text)) = &record.tag {
        let may = if mirrored.ways == Ways::In { "?" } else { "" };
        let _ = writeln!(out, "  {tag}{may}: '{text}';");
    }
    for field in record.fields.iter().filter(|field| !field.flat) {
        comment(out, "  ", &for_json(&field.docs, &record.fields));
        let _ = writeln!(out, "  {};", declared(field, mirrored.ways));
    }
    out.push_str("}\n");
    if is_union {
        out.push('\n');
        comment(out, "", &for_json(&mirrored.docs, &record.fields));
        let unions = record.fields.iter().filter(|field| model.flat_union(field).is_some());
        let unions = unions.filter_map(|field| field.kind.held()).map(|union| format!(" & {union}"));
        let whole = format!("{base_name}{}", unions.collect::<String>());
        alias(out, name, &members(model, name, record, &whole, mirrored.ways));
    }
}

/// The members of a union by one field: what each has for certain, what it lacks, and the rest.
fn members(model: &Model, name: &str, record: &Record, whole: &str, ways: Ways) -> Vec<String> {
    let fields = fields_of(model, record);
    let field = |name: &&str| fields.iter().find(|field| field.rust == **name).copied();
    let there = |names: &[&str]| {
        let held =
            names.iter().filter_map(field).map(|field| format!("; {}: {}", field.json, held(field, ways)));
        held.collect::<String>()
    };
    let absent = |names: &[&str]| {
        names
            .iter()
            .filter_map(field)
            .map(|field| format!("; {}?: undefined", field.json))
            .collect::<String>()
    };
    let quoted =
        |codes: &[&str]| codes.iter().map(|code| format!("'{code}'")).collect::<Vec<_>>().join(" | ");
    if let Some(names) = dated(name) {
        let member = |fields: &str| format!("({whole} & {{ {} }})", fields.trim_start_matches("; "));
        return vec![member(&there(names)), member(&absent(names))];
    }
    let Some(narrowed) = narrowed(name) else { return vec![whole.to_owned()] };
    let by = field(&narrowed.by).map_or(narrowed.by, |by| &by.json);
    let member = |codes: &str, fields: &str| format!("({whole} & {{ {by}: {codes}{fields} }})");
    let mut members: Vec<String> = narrowed
        .has
        .iter()
        .map(|(codes, has, lacks)| member(&quoted(codes), &(there(has) + &absent(lacks))))
        .collect();
    let named: Vec<&str> = narrowed.has.iter().flat_map(|(codes, ..)| *codes).copied().collect();
    let rest = field(&narrowed.by).and_then(|by| by.kind.held()).unwrap_or("string");
    members.push(member(&format!("Exclude<{rest}, {}>", quoted(&named)), ""));
    members
}

/// A record's fields, with those that stand among them.
fn fields_of<'m>(model: &'m Model, record: &'m Record) -> Vec<&'m Field> {
    let mut fields = Vec::new();
    for field in &record.fields {
        match field.kind.held().filter(|_| field.flat).and_then(|held| model.get(held)).map(|of| &of.shape) {
            Some(Shape::Record(inner)) => fields.extend(fields_of(model, inner)),
            _ => fields.push(field),
        }
    }
    fields
}

/// A field as it is declared.
fn declared(field: &Field, ways: Ways) -> String {
    if ways == Ways::In {
        let may = if field.default.is_some() { "?" } else { "" };
        let of = told(&field.kind, ways);
        let lists = if of.ends_with("[]") { "readonly " } else { "" };
        return format!("{}{may}: {lists}{of}", field.json);
    }
    let may = if field.absent == Absent::Never { "" } else { "?" };
    format!("{}{may}: {}", field.json, held(field, ways))
}

/// A field's type; one that is left out where it says nothing is never `null`.
fn held(field: &Field, ways: Ways) -> String {
    match &field.kind {
        Kind::Maybe(of) if field.absent == Absent::WhenNone => told(of, ways),
        kind => told(kind, ways),
    }
}

fn told(kind: &Kind, ways: Ways) -> String {
    match kind {
        Kind::Text { .. } | Kind::Period => "string".to_owned(),
        Kind::Flag => "boolean".to_owned(),
        Kind::Whole { .. } | Kind::Int { .. } => "number".to_owned(),
        Kind::Decimal | Kind::Date if matches!(ways, Ways::File | Ways::In) => "string".to_owned(),
        Kind::Decimal => "Decimal".to_owned(),
        Kind::Date => "ISODate".to_owned(),
        Kind::Unit => "Unit".to_owned(),
        Kind::Named(name) => name.clone(),
        Kind::Maybe(of) => format!("{} | null", told(of, ways)),
        Kind::List { of, .. } if matches!(**of, Kind::Maybe(_)) => format!("({})[]", told(of, ways)),
        Kind::List { of, .. } => format!("{}[]", told(of, ways)),
        Kind::Years { names: [year, value], of } => {
            format!("{{ {year}: number; {value}: {} }}[]", told(of, ways))
        }
    }
}

fn variants(out: &mut String, mirrored: &Mirrored, union: &Union) {
    comment(out, "", &mirrored.listed());
    let members = union.variants.iter().map(|variant| {
        let fields =
            variant.fields.iter().map(|field| format!("{}: {}", field.json, held(field, mirrored.ways)));
        match &union.tag {
            Some(tag) => {
                let fields: String = fields.map(|field| format!("; {field}")).collect();
                format!("{{ {tag}: '{}'{fields} }}", variant.json)
            }
            None => variant.fields.iter().map(|field| told(&field.kind, mirrored.ways)).collect(),
        }
    });
    alias(out, &mirrored.name, &members.collect::<Vec<_>>());
}
