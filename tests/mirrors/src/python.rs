//! Python: frozen classes with slots, and their stub.

use std::fmt::Write as _;

use crate::brought::{Brought, literal};
use crate::list::Ways;
use crate::model::{Absent, Field, Kind, Mirrored, Model, Record, Shape, Union};
use crate::names::{for_python, pascal, plural, python_name};
use crate::python_methods::with_methods;

const LINE: usize = 100;

/// A handle in Python, which is written by hand.
pub(crate) const HANDLE: &str = "Plan";

/// Options that are keyword arguments of the calls that take them; and periods, which have a class of their own.
const NO_CLASS: &[&str] = &["CompareOptions", "DeadlineOptions", "PeriodReading", "ReportingOptions"];

/// The classes as they run: no annotation, nothing to build at import but the classes themselves.
pub(crate) fn classes(model: &Model, brought: &[Brought]) -> String {
    let mut out = format!(
        "\"\"\"Core's results and lists of codes.\"\"\"\n\nfrom typing import Literal\n\n{}\n__all__ = {}\n",
        imports(),
        list_of('[', &exported(model, brought))
    );
    for mirrored in mirrored(model) {
        let name = &mirrored.name;
        if mirrored.ways == Ways::In {
            continue;
        }
        if let Some(codes) = as_codes(model, mirrored) {
            let (all, listed) = (plural(name), list_of('(', &codes));
            let _ = writeln!(out, "\n{all} = {listed}\n{name} = Literal[{all}]");
            continue;
        }
        match &mirrored.shape {
            Shape::Codes { .. } => {}
            Shape::Record(record) => {
                class(
                    &mut out,
                    model,
                    name,
                    &base(name, record),
                    &mirrored.docs,
                    &model.spread(&record.fields),
                );
                if let Some((tag, text)) = &record.tag {
                    let _ = writeln!(out, "    _tag = (\"{tag}\", \"{text}\")");
                }
            }
            Shape::Union(union) => {
                let mut variants = Vec::new();
                for variant in &union.variants {
                    let variant_name = variant_name(mirrored, &variant.json);
                    // Without a tag a variant is written as what it holds.
                    let flat = union.tag.is_none() && variant.is_tuple;
                    let fields: Vec<Field> =
                        variant.fields.iter().map(|field| Field { flat, ..field.clone() }).collect();
                    class(&mut out, model, &variant_name, "Record", &variant.docs, &fields);
                    if let Some(tag) = &union.tag {
                        let code = &variant.json;
                        let _ = writeln!(out, "    _tag = (\"{tag}\", \"{code}\")\n    {tag} = \"{code}\"");
                    }
                    variants.push(variant_name);
                }
                let _ = writeln!(out, "\n\n{name} = {}", variants.join(" | "));
            }
        }
    }
    for of in brought {
        let name = &of.name;
        let base = if with_methods().contains(&&**name) { format!(", {name}Methods") } else { String::new() };
        let docs = docstring(&for_python(&of.docs, false), "    ");
        let _ = writeln!(out, "\n\nclass {name}(Input{base}):\n    {docs}\n");
        let names: Vec<&str> = of.fields.iter().map(|field| field.name.as_str()).collect();
        let names = list_of('(', &names).replace('\n', "\n    ");
        let _ = writeln!(out, "    __slots__ = __match_args__ = {names}");
        let renamed = of.fields.iter().filter(|field| field.name != field.json);
        table(&mut out, "_names", renamed.map(|field| (field.name.clone(), format!("\"{}\"", field.json))));
        let omitted = of.fields.iter().filter(|field| field.is_omitted);
        let told =
            |field: &crate::brought::Field| Some((field.name.clone(), literal(field.default.as_ref()?)));
        table(&mut out, "_omitted", omitted.filter_map(told));
        let kept = of.fields.iter().filter(|field| !field.is_omitted);
        table(&mut out, "_defaults", kept.filter_map(told));
        if let Some((tag, text)) = &of.tag {
            let _ = writeln!(out, "    _tag = (\"{tag}\", \"{text}\")");
        }
    }
    out
}

/// What has a class in Python.
fn mirrored(model: &Model) -> impl Iterator<Item = &Mirrored> {
    model.types.iter().filter(|of| !model.is_entry(&of.name) && of.name != HANDLE && !has_no_class(&of.name))
}

/// Whether a type is nothing that is generated for Python.
pub(crate) fn has_no_class(name: &str) -> bool {
    NO_CLASS.contains(&name)
}

fn imports() -> String {
    let bases = with_methods().iter().map(|name| format!("    {name}Methods,\n")).collect::<String>();
    format!(
        "from tiendo.generated._methods import (\n{bases})\nfrom tiendo._record import Input, Record, Said\n"
    )
}

fn base(name: &str, record: &Record) -> String {
    let has = |name: &str| record.fields.iter().any(|field| field.rust == name);
    match with_methods().contains(&name) {
        true => format!("Record, {name}Methods"),
        false if has("vi") && has("en") => "Record, Said".to_owned(),
        false => "Record".to_owned(),
    }
}

/// The class of one variant of an enum with data.
pub(crate) fn variant_name(of: &Mirrored, variant: &str) -> String {
    format!("{}{}", of.name, pascal(variant))
}

/// The codes of what is text in Python: a list of codes, an enum whose data stand beside it in a record.
fn as_codes<'m>(model: &Model, mirrored: &'m Mirrored) -> Option<Vec<&'m str>> {
    let is_text = matches!(mirrored.shape, Shape::Codes { .. })
        || model.is_flat(&mirrored.name) && matches!(mirrored.shape, Shape::Union(_));
    let codes = mirrored.codes().filter(|_| is_text)?;
    Some(codes.into_iter().map(|(code, _)| code).collect())
}

/// Every public name, sorted.
fn exported(model: &Model, brought: &[Brought]) -> Vec<String> {
    let mut names: Vec<String> = brought.iter().map(|of| of.name.clone()).collect();
    for mirrored in mirrored(model) {
        names.push(mirrored.name.clone());
        match &mirrored.shape {
            _ if as_codes(model, mirrored).is_some() => names.push(plural(&mirrored.name)),
            Shape::Union(union) => {
                names.extend(union.variants.iter().map(|variant| variant_name(mirrored, &variant.json)));
            }
            _ => {}
        }
    }
    names.sort();
    names.dedup();
    names
}

/// A list or tuple of texts, on as many lines as it takes.
fn list_of(open: char, items: &[impl AsRef<str>]) -> String {
    let close = if open == '[' { ']' } else { ')' };
    let quoted: Vec<String> = items.iter().map(|item| format!("\"{}\"", item.as_ref())).collect();
    let comma = if quoted.len() == 1 && open == '(' { "," } else { "" };
    let line = format!("{open}{}{comma}{close}", quoted.join(", "));
    if line.len() < LINE - 20 {
        return line;
    }
    format!("{open}\n    {},\n{close}", quoted.join(",\n    "))
}

fn docstring(docs: &str, indent: &str) -> String {
    let lines: Vec<String> =
        docs.lines().map(|line| format!("{indent}{line}").trim_end().to_owned()).collect();
    let text = lines.join("\n");
    let end = if lines.len() > 1 { format!("\n{indent}") } else { String::new() };
    format!("\"\"\"{}{end}\"\"\"", text.trim_start())
}

fn class(out: &mut String, model: &Model, name: &str, base: &str, docs: &str, fields: &[Field]) {
    let _ = writeln!(out, "\n\nclass {name}({base}):\n    {}\n", docstring(&for_python(docs, false), "    "));
    let names: Vec<String> = fields.iter().map(|field| python_name(&field.rust)).collect();
    let _ =
        writeln!(out, "    __slots__ = __match_args__ = {}", list_of('(', &names).replace('\n', "\n    "));
    let renamed = fields.iter().filter(|field| python_name(&field.rust) != field.json);
    table(out, "_names", renamed.map(|field| (python_name(&field.rust), format!("\"{}\"", field.json))));
    let omitted = fields.iter().filter_map(|field| Some((python_name(&field.rust), default(model, field)?)));
    table(out, "_omitted", omitted);
    let tables = fields.iter().filter_map(|field| {
        let [key, value] = match (&field.kind, model.named(&field.kind)) {
            (Kind::Years { names, .. }, _) => names.clone(),
            (_, Some(entry)) => entry.map(|field| field.json.clone()),
            _ => return None,
        };
        Some((python_name(&field.rust), format!("(\"{key}\", \"{value}\")")))
    });
    table(out, "_tables", tables);
    let is_flat = |field: &&Field| field.flat && model.flat_union(field).is_none();
    let flat: Vec<String> = fields.iter().filter(is_flat).map(|field| python_name(&field.rust)).collect();
    if !flat.is_empty() {
        let _ = writeln!(out, "    _flat = {}", list_of('(', &flat));
    }
}

fn table(out: &mut String, name: &str, entries: impl Iterator<Item = (String, String)>) {
    let entries: Vec<String> = entries.map(|(key, value)| format!("\"{key}\": {value}")).collect();
    if entries.is_empty() {
        return;
    }
    let line = format!("    {name} = {{{}}}", entries.join(", "));
    if line.len() <= LINE {
        let _ = writeln!(out, "{line}");
    } else {
        let _ = writeln!(out, "    {name} = {{\n        {},\n    }}", entries.join(",\n        "));
    }
}

/// What a field is where it says nothing and is left out of the JSON.
fn default(model: &Model, field: &Field) -> Option<String> {
    match field.absent {
        Absent::Never => None,
        Absent::WhenNone => Some("None".to_owned()),
        Absent::WhenFalse => Some("False".to_owned()),
        Absent::WhenEmpty if model.named(&field.kind).is_some() => Some("{}".to_owned()),
        Absent::WhenEmpty if matches!(field.kind, Kind::Text { .. }) => Some("\"\"".to_owned()),
        Absent::WhenEmpty => Some("()".to_owned()),
        Absent::WhenDefault => match &model.get(field.kind.held()?)?.shape {
            Shape::Codes { codes, .. } => {
                codes.iter().find(|code| code.is_default).map(|code| format!("\"{}\"", code.text))
            }
            _ => None,
        },
    }
}

/// The stub: what type checkers and editors see.
pub(crate) fn stub(model: &Model, brought: &[Brought]) -> String {
    let mut out = "\
import datetime
import decimal
from collections.abc import Iterable, Mapping
from typing import ClassVar, Final, Literal, Self, SupportsIndex, TypeAlias, final

from tiendo.generated._native import Calendar, Period, Registry
"
    .to_owned();
    let _ = writeln!(out, "{}\n__all__ = {}", imports(), list_of('[', &exported(model, brought)));
    for mirrored in mirrored(model) {
        let name = &mirrored.name;
        if mirrored.ways == Ways::In {
            continue;
        }
        if let Some(codes) = as_codes(model, mirrored) {
            let docs = docstring(&for_python(&mirrored.listed(), false), "");
            let (all, codes) = (plural(name), list_of('[', &codes));
            let _ = writeln!(
                out,
                "\n{name}: TypeAlias = Literal{codes}\n{docs}\n{all}: Final[tuple[{name}, ...]]"
            );
            continue;
        }
        match &mirrored.shape {
            Shape::Codes { .. } => {}
            Shape::Record(record) => {
                let fields = model.spread(&record.fields);
                stub_class(&mut out, model, name, &base(name, record), &mirrored.docs, &fields, None);
            }
            Shape::Union(union) => stub_union(&mut out, model, mirrored, union),
        }
    }
    for of in brought {
        stub_input(&mut out, of);
    }
    out
}

fn stub_input(out: &mut String, of: &Brought) {
    let name = &of.name;
    let base = if with_methods().contains(&&**name) { format!(", {name}Methods") } else { String::new() };
    let docs = docstring(&for_python(&of.docs, false), "    ");
    let _ = writeln!(out, "\n@final\nclass {name}(Input{base}):\n    {docs}");
    let names: Vec<&str> = of.fields.iter().map(|field| field.name.as_str()).collect();
    let _ = writeln!(out, "\n    __match_args__ = {}", list_of('(', &names).replace('\n', "\n    "));
    for field in &of.fields {
        let (name, out_of) = (&field.name, &field.out);
        let docs = docstring(&for_python(&field.docs, field.out.ends_with("None")), "    ");
        let _ = writeln!(out, "    {name}: {out_of}\n    {docs}");
    }
    // A checker asks for both, and that they agree.
    for (method, own, returned) in [("__new__", "cls", "Self"), ("__init__", "self", "None")] {
        let _ = writeln!(out, "    def {method}(\n        {own},\n        *,");
        for field in &of.fields {
            // A date's stands as text where it runs, which is no date for who checks types.
            let shown =
                |default| if field.into == "datetime.date" { "...".to_owned() } else { literal(default) };
            let default =
                field.default.as_ref().map_or_else(String::new, |default| format!(" = {}", shown(default)));
            let _ = writeln!(out, "        {}: {}{default},", field.name, field.into);
        }
        let _ = writeln!(out, "    ) -> {returned}: ...");
    }
}

fn stub_union(out: &mut String, model: &Model, mirrored: &Mirrored, union: &Union) {
    let mut variants = Vec::new();
    for variant in &union.variants {
        let tag = union.tag.as_deref().map(|tag| (tag, variant.json.as_str()));
        let name = variant_name(mirrored, &variant.json);
        stub_class(out, model, &name, "Record", &variant.docs, &variant.fields, tag);
        variants.push(name);
    }
    let docs = docstring(&for_python(&mirrored.docs, false), "");
    let _ = writeln!(out, "\n{}: TypeAlias = {}\n{docs}", mirrored.name, variants.join(" | "));
}

fn stub_class(
    out: &mut String,
    model: &Model,
    name: &str,
    base: &str,
    docs: &str,
    fields: &[Field],
    tag: Option<(&str, &str)>,
) {
    let _ =
        writeln!(out, "\n@final\nclass {name}({base}):\n    {}", docstring(&for_python(docs, false), "    "));
    let names: Vec<String> = fields.iter().map(|field| python_name(&field.rust)).collect();
    let _ = writeln!(out, "\n    __match_args__ = {}", list_of('(', &names).replace('\n', "\n    "));
    if let Some((tag, text)) = tag {
        let _ = writeln!(out, "    {tag}: ClassVar[Literal[\"{text}\"]]");
    }
    for field in fields {
        let may = if default(model, field).is_some() { " = ..." } else { "" };
        let docs = for_python(&field.docs, matches!(field.kind, Kind::Maybe(_)));
        let _ = writeln!(out, "    {}: {}{may}", python_name(&field.rust), told(model, &field.kind));
        if !docs.is_empty() {
            let _ = writeln!(out, "    {}", docstring(&docs, "    "));
        }
    }
}

pub(crate) fn told(model: &Model, kind: &Kind) -> String {
    if let Some([_, value]) = model.named(kind) {
        return format!("Mapping[str, {}]", told(model, &value.kind));
    }
    match kind {
        Kind::Text { .. } | Kind::Unit | Kind::Period => "str".to_owned(),
        Kind::Flag => "bool".to_owned(),
        Kind::Whole { .. } | Kind::Int { .. } => "int".to_owned(),
        Kind::Decimal => "decimal.Decimal".to_owned(),
        Kind::Date => "datetime.date".to_owned(),
        Kind::Named(name) => name.clone(),
        Kind::Maybe(of) => format!("{} | None", told(model, of)),
        Kind::List { of, .. } => format!("tuple[{}, ...]", told(model, of)),
        Kind::Years { of, .. } => format!("Mapping[int, {}]", told(model, of)),
    }
}
