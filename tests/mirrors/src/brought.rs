//! What Python's callers bring: keyword arguments of a class, wider as they are given than as they are kept.

use std::fmt::Write as _;

use serde_json::Value;

use crate::list::Ways;
use crate::mobile::taken_apart;
use crate::model::{Absent, Kind, Model, Shape};
use crate::names::{camel, python_name};
use crate::python::{has_no_class, told};
use crate::read::{Core, Definition, Stop, docs};

pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) json: String,
    pub(crate) docs: String,
    /// Its type as it is kept.
    pub(crate) out: String,
    /// Its type as it is given.
    pub(crate) into: String,
    /// None where it is needed.
    pub(crate) default: Option<Value>,
    /// Whether the default is left out of the JSON.
    pub(crate) is_omitted: bool,
    /// Rust that fills it, from the parts of the value.
    pub(crate) filled: String,
}

pub(crate) struct Brought {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) tag: Option<(String, String)>,
    pub(crate) fields: Vec<Field>,
    /// Rust that takes the value apart.
    pub(crate) apart: String,
    /// Rust that makes the value of `fields`.
    pub(crate) made: String,
}

pub(crate) fn brought(core: &Core<'_>, model: &Model) -> Result<Vec<Brought>, Stop> {
    let mut all = vec![measured(core)?];
    for mirrored in model.types.iter().filter(|of| of.ways == Ways::In && !has_no_class(&of.name)) {
        let Shape::Record(record) = &mirrored.shape else { continue };
        let name = mirrored.name.clone();
        let fields: Vec<Field> = record.fields.iter().map(|field| own(model, field)).collect();
        let by_default = fields.iter().all(|field| field.default.is_some());
        let mut made =
            if by_default { format!("let default = tiendo::{name}::default();\n") } else { String::new() };
        let _ = writeln!(made, "Ok(tiendo::{name} {{");
        for (at, field) in fields.iter().enumerate() {
            let rust = &record.fields[at].rust;
            let _ = match (&field.default, by_default) {
                (None, _) => writeln!(made, "{rust}: fields.take({at})?,"),
                (Some(_), true) => writeln!(made, "{rust}: fields.or({at}, default.{rust})?,"),
                (Some(default), false) => {
                    let default = match default {
                        Value::Null => "None",
                        Value::Array(_) => "Vec::new()",
                        _ => "false",
                    };
                    writeln!(made, "{rust}: fields.or({at}, {default})?,")
                }
            };
        }
        made.push_str(if record.hidden.is_empty() { "})" } else { "..default\n})" });
        let apart = format!("let tiendo::{name} {{ {} }} = self;", taken_apart(record));
        all.push(Brought { name, docs: mirrored.docs.clone(), tag: record.tag.clone(), fields, apart, made });
    }
    all.push(question(core, model)?);
    Ok(all)
}

/// A default as Python writes it.
pub(crate) fn literal(default: &Value) -> String {
    match default {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Array(_) => "()".to_owned(),
        other => other.to_string(),
    }
}

fn own(model: &Model, field: &crate::model::Field) -> Field {
    Field {
        name: python_name(&field.rust),
        json: field.json.clone(),
        docs: field.docs.clone(),
        out: told(model, &field.kind),
        into: given(&field.kind),
        default: field.default.clone(),
        is_omitted: field.absent != Absent::Never,
        filled: format!("{}.fill(made)?", field.rust),
    }
}

/// The type of a value as it is given.
fn given(kind: &Kind) -> String {
    match kind {
        Kind::Text { .. } | Kind::Unit => "str".to_owned(),
        Kind::Period => "Period | str".to_owned(),
        Kind::Flag => "bool".to_owned(),
        Kind::Whole { .. } | Kind::Int { .. } => "SupportsIndex".to_owned(),
        Kind::Decimal => "SupportsIndex | decimal.Decimal | str".to_owned(),
        Kind::Date => "datetime.date".to_owned(),
        Kind::Named(name) => name.clone(),
        Kind::Maybe(of) => format!("{} | None", given(of)),
        Kind::List { of, .. } if **of == Kind::Named("Roster".to_owned()) => {
            "Iterable[Roster] | Mapping[str, Iterable[str]]".to_owned()
        }
        Kind::List { of, .. } => format!("Iterable[{}]", given(of)),
        Kind::Years { of, .. } => format!("Mapping[int, {}]", given(of)),
    }
}

/// A struct of core and its fields, each with its docs.
fn item(core: &Core<'_>, name: &str) -> Result<(String, Vec<(String, String)>), Stop> {
    let Some(Definition::Struct(_, item)) = core.public.get(name) else {
        return Err(Stop(format!("core has no struct `{name}`")));
    };
    let named = |field: &syn::Field| field.ident.as_ref().map_or_else(String::new, ToString::to_string);
    let fields = item.fields.iter().map(|field| (named(field), docs(&field.attrs))).collect();
    Ok((docs(&item.attrs), fields))
}

/// What was measured: its value is one of three fields, as in its JSON.
fn measured(core: &Core<'_>) -> Result<Brought, Stop> {
    let number = "SupportsIndex | decimal.Decimal | str";
    let (docs, own) = item(core, "Measured")?;
    let variants = match core.public.get("MeasuredValue") {
        Some(Definition::Enum(_, item)) => {
            item.variants.iter().map(|of| crate::read::docs(&of.attrs)).collect()
        }
        _ => Vec::new(),
    };
    let mut fields = Vec::new();
    let mut add = |name: &str, docs: &str, out: &str, into: &str, filled: String| {
        fields.push(Field {
            name: name.to_owned(),
            json: camel(name),
            docs: docs.to_owned(),
            out: format!("{out} | None"),
            into: format!("{into} | None"),
            default: Some(Value::Null),
            is_omitted: true,
            filled,
        });
    };
    let only = |variant: &str| {
        format!("match value {{ tiendo::MeasuredValue::{variant}(of) => of.fill(made)?, _ => made.none() }}")
    };
    for (name, variant, out, into) in [
        ("value", "Number", "decimal.Decimal", number),
        ("present", "Present", "bool", "bool"),
        ("judgement", "Judged", "bool", "bool"),
    ] {
        let at = ["", "Number", "Present", "Judged"].iter().position(|known| *known == variant).unwrap_or(0);
        add(name, variants.get(at).map_or("", String::as_str), out, into, only(variant));
    }
    for (name, docs) in own.iter().filter(|(name, _)| name != "value") {
        let pair = (format!("tuple[{0}, {0}]", "decimal.Decimal"), format!("tuple[{number}, {number}]"));
        let (out, into) = if name == "full_years" { pair } else { ("str".to_owned(), "str".to_owned()) };
        let filled = match name.as_str() {
            "full_years" => "full_years.map(|(before, after)| vec![before, after]).fill(made)?".to_owned(),
            _ => format!("{name}.fill(made)?"),
        };
        add(name, docs, &out, &into, filled);
    }
    Ok(Brought {
        name: "Measured".to_owned(),
        docs,
        tag: None,
        fields,
        apart: "let tiendo::Measured { value, unit, qualifier, full_years } = self;".to_owned(),
        made: "let (value, present, judgement) = (fields.or(0, None)?, fields.or(1, None)?, fields.or(2, None)?);
            Ok(tiendo::Measured {
                value: tiendo::MeasuredValue::one_of(value, present, judgement).map_err(crate::errors::raise)?,
                unit: fields.or(3, None)?,
                qualifier: fields.or(4, None)?,
                full_years: fields.or(5, None)?,
            })"
        .to_owned(),
    })
}

/// The question about reports: its options stand among the rest, as in its JSON.
fn question(core: &Core<'_>, model: &Model) -> Result<Brought, Stop> {
    let name = "ReportingQuery";
    let (docs, own_fields) = item(core, name)?;
    let text = || Kind::Text { shared: false };
    let many = |of| Kind::List { of: Box::new(of), shared: false };
    let maybe = |of| Kind::Maybe(Box::new(of));
    let named = |name: &str| Kind::Named(name.to_owned());
    let (mut fields, mut made) = (Vec::new(), String::new());
    for (rust, docs) in &own_fields {
        let at = fields.len();
        if rust == "options" {
            let Some(Shape::Record(record)) = model.get("ReportingOptions").map(|of| &of.shape) else {
                continue;
            };
            let _ = writeln!(made, "options: tiendo::ReportingOptions {{");
            for (field, at) in record.fields.iter().zip(at..) {
                let _ = writeln!(made, "{0}: fields.or({at}, default.options.{0})?,", field.rust);
                let filled = format!("options.{}.fill(made)?", field.rust);
                fields.push(Field { filled, is_omitted: true, ..own(model, field) });
            }
            made.push_str("},\n");
            continue;
        }
        let kind = match rust.as_str() {
            "start" | "end" | "effective" => maybe(Kind::Date),
            "periods" => many(Kind::Period),
            "agencies" => many(text()),
            "roster" => many(named("Roster")),
            "given" => many(named("GivenReport")),
            "calendar" => maybe(named("Calendar")),
            "registry" => maybe(named("Registry")),
            "limits" => maybe(named("Limits")),
            other => return Err(Stop(format!("`{name}.{other}` is not known"))),
        };
        let (filled, made_of) = match rust.as_str() {
            "limits" => (
                "Some(limits).filter(|limits| **limits != tiendo::Limits::default()).fill(made)?".to_owned(),
                format!("limits: fields.or({at}, None)?.unwrap_or_default(),"),
            ),
            _ => (format!("{rust}.fill(made)?"), format!("{rust}: fields.or({at}, default.{rust})?,")),
        };
        let default = if matches!(kind, Kind::Maybe(_)) { Value::Null } else { Value::Array(Vec::new()) };
        let _ = writeln!(made, "{made_of}");
        fields.push(Field {
            name: rust.clone(),
            json: rust.clone(),
            docs: docs.clone(),
            out: told(model, &kind),
            into: given(&kind),
            default: Some(default),
            is_omitted: true,
            filled,
        });
    }
    let apart = own_fields.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    Ok(Brought {
        name: name.to_owned(),
        docs,
        tag: None,
        fields,
        apart: format!("let tiendo::{name} {{ {apart} }} = self;"),
        made: format!("let default = tiendo::{name}::default();\nOk(tiendo::{name} {{\n{made}}})"),
    })
}
