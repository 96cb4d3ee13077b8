//! TypeScript: an interface for each record, a union of literals for each list of codes.

use std::fmt::Write as _;

use crate::list::{BY_HAND, NARROWED, Narrowed, Ways};
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
    for mirrored in model.without(BY_HAND) {
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

fn interface(out: &mut String, model: &Model, mirrored: &Mirrored, record: &Record) {
    let (name, narrowed) =
        (&mirrored.name, NARROWED.iter().find(|narrowed| narrowed.record == mirrored.name));
    let unions = record.fields.iter().filter(|field| model.flat_union(field).is_some());
    let unions: Vec<&str> = unions.filter_map(|field| field.kind.held()).collect();
    let is_union = narrowed.is_some() || !unions.is_empty();
    let base = if is_union { format!("{name}Fields") } else { name.clone() };
    if is_union {
        comment(out, "", &format!("The fields that every {{@link {name}}} has or may have."));
    } else {
        comment(out, "", &for_json(&mirrored.docs, &record.fields));
    }
    let bases = record.fields.iter().filter(|field| field.flat && model.flat_union(field).is_none());
    let bases: Vec<&str> = bases.filter_map(|field| field.kind.held()).collect();
    let extends = if bases.is_empty() { String::new() } else { format!(" extends {}", bases.join(", ")) };
    let _ = writeln!(out, "export interface {base}{extends} {{");
    if let Some((tag, text)) = &record.tag {
        let _ = writeln!(out, "  {tag}: '{text}';");
    }
    for field in record.fields.iter().filter(|field| !field.flat) {
        comment(out, "  ", &for_json(&field.docs, &record.fields));
        let may = if field.absent == Absent::Never { "" } else { "?" };
        let _ = writeln!(out, "  {}{may}: {};", field.json, held(field, mirrored.ways));
    }
    out.push_str("}\n");
    if is_union {
        out.push('\n');
        comment(out, "", &for_json(&mirrored.docs, &record.fields));
        let beside: String = unions.iter().map(|union| format!(" & {union}")).collect();
        match narrowed {
            Some(narrowed) => {
                alias(out, name, &members(narrowed, record, &format!("{base}{beside}"), mirrored.ways));
            }
            None => alias(out, name, &[format!("{base}{beside}")]),
        }
    }
}

/// The members of a union by one field: what each has for certain, and the rest.
fn members(narrowed: &Narrowed, record: &Record, base: &str, ways: Ways) -> Vec<String> {
    let field = |name: &str| record.fields.iter().find(|field| field.rust == name || field.json == name);
    let by = field(narrowed.by).map_or(narrowed.by, |by| &by.json);
    let quoted =
        |codes: &[&str]| codes.iter().map(|code| format!("'{code}'")).collect::<Vec<_>>().join(" | ");
    let mut members = Vec::new();
    for (codes, has) in narrowed.has {
        let has = has.iter().filter_map(|name| field(name));
        let has: String = has.map(|field| format!("; {}: {}", field.json, held(field, ways))).collect();
        members.push(format!("({base} & {{ {by}: {}{has} }})", quoted(codes)));
    }
    let named: Vec<&str> = narrowed.has.iter().flat_map(|(codes, _)| *codes).copied().collect();
    let rest = field(narrowed.by).and_then(|by| by.kind.held()).unwrap_or("string");
    members.push(format!("({base} & {{ {by}: Exclude<{rest}, {}> }})", quoted(&named)));
    members
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
        Kind::Decimal | Kind::Date if ways == Ways::File => "string".to_owned(),
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
