//! From core's source to the model: what each type holds, and how serde writes it.

use serde_json::Value;
use syn::{Fields, GenericArgument, PathArguments, Type};

use crate::attributes::{OfField, OfType};
use crate::list::Ways;
use crate::model::{Absent, Access, Code, Field, Kind, Mirrored, Model, Record, Shape, Union, Variant};
use crate::names::{camel, renamed};
use crate::read::{Core, Definition, Source, Stop, docs, is_public, type_name};

/// The types named, every list of codes, and what they hold; each after those it holds.
pub(crate) fn resolved<'n>(
    core: &'n Core<'_>,
    names: impl Iterator<Item = &'n str>,
) -> Result<Vec<Mirrored>, Stop> {
    let mut reading = Reading { core, open: Vec::new(), types: Vec::new() };
    let is_codes = |definition: &Definition<'_>| matches!(definition, Definition::Codes(..));
    let codes =
        core.public.iter().filter(|(_, definition)| is_codes(definition)).map(|(name, _)| name.as_str());
    for name in names.chain(codes) {
        reading.add(name)?;
    }
    Ok(reading.types)
}

/// What a type of core's source holds, where it is nothing but scalars and types that are mirrored.
pub(crate) fn kind_of(core: &Core<'_>, model: &Model, source: &Source, of: &Type) -> Option<Kind> {
    let kind = Reading { core, open: Vec::new(), types: Vec::new() }.kind(source, of).ok()?;
    kind.held().is_none_or(|held| model.get(held).is_some()).then_some(kind)
}

struct Reading<'r, 's> {
    core: &'r Core<'s>,
    /// Types whose fields are being read: one that holds itself stands once.
    open: Vec<String>,
    types: Vec<Mirrored>,
}

impl Reading<'_, '_> {
    fn add(&mut self, name: &str) -> Result<(), Stop> {
        if self.open.iter().any(|open| open == name) || self.types.iter().any(|of| of.name == name) {
            return Ok(());
        }
        let unknown = || Stop(format!("core has no public type `{name}`"));
        self.open.push(name.to_owned());
        let (docs, shape) = match self.core.public.get(name).ok_or_else(unknown)? {
            Definition::Codes(source, list) => {
                let mut codes = Vec::new();
                for (attrs, rust, text) in &list.codes {
                    let is_default = OfField::of(source, attrs)?.is_default;
                    codes.push(Code {
                        rust: rust.to_string(),
                        text: text.value(),
                        docs: docs(attrs),
                        is_default,
                    });
                }
                let open = OfType::of(source, &list.attrs)?.non_exhaustive;
                (docs(&list.attrs), Shape::Codes { codes, open })
            }
            Definition::Struct(source, item) => {
                (docs(&item.attrs), Shape::Record(self.record(source, item)?))
            }
            Definition::Enum(source, item) => (docs(&item.attrs), Shape::Union(self.union(source, item)?)),
        };
        self.open.pop();
        self.types.push(Mirrored { name: name.to_owned(), docs, shape, ways: Ways::Out });
        Ok(())
    }

    fn record(&mut self, source: &Source, item: &syn::ItemStruct) -> Result<Record, Stop> {
        let serde = OfType::of(source, &item.attrs)?;
        let name = item.ident.to_string();
        let by_hand = source.implementation("Serialize", &name);
        let reads = serde.derives("Deserialize") || source.implementation("Deserialize", &name).is_some();
        let wire = match (&serde.into, by_hand) {
            (Some(wire), _) => {
                let none = || source.stop(item, format!("no struct `{wire}` in this file or beside it"));
                Some(self.core.wire(source, wire).ok_or_else(none)?)
            }
            (None, Some(written)) => {
                let none = || {
                    source.stop(item, format!("`{name}` is written by hand, through no struct of this file"))
                };
                Some((source, source.wire_of(written).ok_or_else(none)?))
            }
            (None, None) => None,
        };
        if let Some((of_wire, wire)) = wire {
            return self.through(source, item, (of_wire, wire), reads);
        }
        if let Some(field) = item.fields.iter().find(|field| !is_public(&field.vis)) {
            return Err(source.stop(field, format!("`{name}` is mirrored and has a private field")));
        }
        let mut fields = self.fields(source, &item.fields, serde.rename_all.as_deref())?;
        if serde.defaults {
            let none = || source.stop(item, format!("`{name}` is by default what `defaults` does not know"));
            let by_default = defaults(&name).ok_or_else(none)?;
            for field in &mut fields {
                field.default = Some(by_default.get(&field.json).cloned().unwrap_or_default());
            }
        }
        let tag = serde.tag.clone().map(|tag| (tag, serde.rename.clone().unwrap_or(name)));
        if !serde.derives("Serialize") {
            return Err(source.stop(item, "a result is written as JSON: this one is not"));
        }
        let is_hidden =
            |field: &&syn::Field| OfField::of(source, &field.attrs).is_ok_and(|told| told.skipped);
        let hidden = item.fields.iter().filter(is_hidden).filter_map(|field| field.ident.as_ref());
        let hidden = hidden.map(ToString::to_string).collect();
        Ok(Record { fields, tag, hidden, open: serde.non_exhaustive, reads })
    }

    /// A type that is written as another struct, each of whose fields is one of its own, made by one of its methods, or
    /// one of a record it holds.
    fn through(
        &mut self,
        source: &Source,
        item: &syn::ItemStruct,
        (of_wire, wire): (&Source, &syn::ItemStruct),
        reads: bool,
    ) -> Result<Record, Stop> {
        let name = item.ident.to_string();
        let rename = OfType::of(of_wire, &wire.attrs)?.rename_all;
        let public = || item.fields.iter().filter(|own| is_public(&own.vis));
        let named = |own: &syn::Field| own.ident.as_ref().map_or_else(String::new, ToString::to_string);
        let mut fields: Vec<Field> = Vec::new();
        // What is written by something that another field holds.
        let mut beside: Vec<String> = Vec::new();
        for field in self.fields(of_wire, &wire.fields, rename.as_deref())? {
            let is_by = |name: &str| self.core.method(name, &field.rust);
            if let Some(own) = public().find(|own| named(own) == field.rust) {
                let kind = self.kind(source, &own.ty)?;
                let union = match self.shape(kind.held()) {
                    Some(Shape::Union(union)) => Some(union),
                    _ => None,
                };
                let held =
                    union.into_iter().flat_map(|union| &union.variants).flat_map(|variant| &variant.fields);
                beside.extend(held.map(|field| field.json.clone()));
                let flat = union.is_some();
                let is_always = field.absent == Absent::WhenNone && !matches!(kind, Kind::Maybe(_));
                let absent = if is_always { Absent::Never } else { field.absent };
                fields.push(Field { kind, absent, flat, docs: docs(&own.attrs), ..field });
            } else if let Some(method) = is_by(&name) {
                let (access, docs) = (Access::Method, docs(&method.of.attrs));
                let kind = match &method.of.sig.output {
                    syn::ReturnType::Type(_, returned) => self.kind(method.source, returned)?,
                    syn::ReturnType::Default => field.kind,
                };
                fields.push(Field { docs, kind, access, ..field });
            } else if let ("vi" | "en", Some(method)) =
                (field.rust.as_str(), self.core.method(&name, "sentence"))
            {
                let returned = &method.of.sig.output;
                let borrowed =
                    matches!(returned, syn::ReturnType::Type(_, of) if matches!(**of, Type::Reference(_)));
                let language = if field.rust == "vi" { "Vietnamese" } else { "English" };
                let docs = format!("The sentence in {language}.");
                fields.push(Field { access: Access::Sentence { borrowed }, docs, ..field });
            } else if beside.contains(&field.json) {
            } else if let Some(own) = self.holder(source, public(), &field.json)? {
                let (rust, kind) = (named(own), Kind::Named(type_name(&own.ty).unwrap_or_default()));
                if let Some(Shape::Record(record)) = self.shape(kind.held()) {
                    beside.extend(record.fields.iter().map(|field| field.json.clone()));
                }
                let json = rust.clone();
                fields.push(Field {
                    rust,
                    json,
                    kind,
                    flat: true,
                    absent: Absent::Never,
                    default: None,
                    docs: docs(&own.attrs),
                    ..field
                });
            } else if field.absent != Absent::WhenNone {
                // Another type of the same struct may have what this one leaves out.
                let said =
                    format!("`{}.{}` is neither a field nor a method of `{name}`", wire.ident, field.rust);
                return Err(of_wire.stop(wire, said));
            }
        }
        let hidden =
            public().map(named).filter(|own| !fields.iter().any(|field| field.rust == *own)).collect();
        let open = OfType::of(source, &item.attrs)?.non_exhaustive || public().count() < item.fields.len();
        Ok(Record { fields, tag: None, hidden, open, reads })
    }

    /// The field that holds a record with a field of this name in its JSON.
    fn holder<'f>(
        &mut self,
        source: &Source,
        own: impl Iterator<Item = &'f syn::Field>,
        json: &str,
    ) -> Result<Option<&'f syn::Field>, Stop> {
        for field in own {
            let name = type_name(&field.ty).unwrap_or_default();
            if !matches!(self.core.public.get(&name), Some(Definition::Struct(..))) || is_scalar(&name) {
                continue;
            }
            self.kind(source, &field.ty)?;
            match self.shape(Some(&name)) {
                Some(Shape::Record(record)) if record.fields.iter().any(|field| field.json == json) => {
                    return Ok(Some(field));
                }
                _ => {}
            }
        }
        Ok(None)
    }

    fn shape(&self, name: Option<&str>) -> Option<&Shape> {
        self.types.iter().find(|of| Some(of.name.as_str()) == name).map(|of| &of.shape)
    }

    fn union(&mut self, source: &Source, item: &syn::ItemEnum) -> Result<Union, Stop> {
        let serde = OfType::of(source, &item.attrs)?;
        let mut variants = Vec::new();
        for variant in &item.variants {
            let told = OfField::of(source, &variant.attrs)?;
            let rust = variant.ident.to_string();
            let json = told.rename.unwrap_or_else(|| renamed(&rust, serde.rename_all.as_deref()));
            let mut fields = self.fields(source, &variant.fields, None)?;
            let is_tuple = matches!(variant.fields, Fields::Unnamed(_));
            match (fields.as_mut_slice(), is_tuple) {
                ([only], true) => {
                    let held = only.kind.held().map_or("value".to_owned(), camel);
                    only.json = serde.content.clone().unwrap_or(held);
                    only.rust.clone_from(&only.json);
                }
                (_, true) => return Err(source.stop(variant, "a variant holds one value, or named fields")),
                _ => {}
            }
            variants.push(Variant { rust, json, docs: docs(&variant.attrs), fields, is_tuple });
        }
        if variants.iter().all(|variant| variant.fields.is_empty()) {
            return Err(source.stop(item, "an enum without data is a list of codes: make it with `codes!`"));
        }
        if !serde.derives("Serialize") {
            return Err(source.stop(item, "a result is written as JSON: this one is not"));
        }
        let tag =
            if serde.untagged { None } else { Some(serde.tag.clone().unwrap_or_else(|| "kind".to_owned())) };
        Ok(Union { variants, tag, open: serde.non_exhaustive })
    }

    fn fields(
        &mut self,
        source: &Source,
        fields: &Fields,
        rename_all: Option<&str>,
    ) -> Result<Vec<Field>, Stop> {
        let mut found = Vec::new();
        for field in fields {
            let told = OfField::of(source, &field.attrs)?;
            if told.skipped {
                continue;
            }
            let rust = field.ident.as_ref().map_or_else(String::new, ToString::to_string);
            let mut kind = self.kind(source, &field.ty)?;
            match (&mut kind, told.with.as_deref()) {
                (Kind::Years { names, .. }, Some(with)) => {
                    let none = || source.stop(field, format!("`{with}` writes no struct of two fields"));
                    *names = source.pair_of(with).ok_or_else(none)?;
                }
                (Kind::Years { .. }, None) => return Err(source.stop(field, "a map is written as records")),
                (_, None) => {}
                (_, Some(with)) if DATES.contains(&with) => {}
                (_, Some(with)) => return Err(source.stop(field, format!("`{with}` is not known"))),
            }
            let absent = match (told.skip_if.as_deref(), &kind) {
                (None, _) => Absent::Never,
                (Some("Option::is_none"), _) => Absent::WhenNone,
                (Some(_), Kind::List { .. } | Kind::Text { .. }) => Absent::WhenEmpty,
                (Some(_), Kind::Flag) => Absent::WhenFalse,
                (Some(_), Kind::Named(_)) => Absent::WhenDefault,
                (Some(test), _) => return Err(source.stop(field, format!("when `{test}` is not known"))),
            };
            let default = match &kind {
                Kind::Maybe(_) => Some(Value::Null),
                _ if absent == Absent::Never && !told.defaults => None,
                Kind::Flag => Some(Value::Bool(false)),
                Kind::Text { .. } => Some(Value::String(String::new())),
                Kind::List { .. } => Some(Value::Array(Vec::new())),
                _ => None,
            };
            let json = told.rename.unwrap_or_else(|| renamed(&rust, rename_all));
            let (docs, access, flat) = (docs(&field.attrs), Access::Field, told.flatten);
            found.push(Field { rust, json, docs, kind, absent, default, access, flat });
        }
        Ok(found)
    }

    fn kind(&mut self, source: &Source, of: &Type) -> Result<Kind, Stop> {
        let many = |of| Kind::List { of: Box::new(of), shared: false };
        let path = match of {
            Type::Reference(inner) => return self.kind(source, &inner.elem),
            Type::Slice(inner) => return Ok(many(self.kind(source, &inner.elem)?)),
            Type::Path(path) => path,
            _ => return Err(source.stop(of, "this type is not known")),
        };
        let Some(last) = path.path.segments.last() else { return Err(source.stop(of, "no type")) };
        let mut inner = Vec::new();
        if let PathArguments::AngleBracketed(arguments) = &last.arguments {
            for argument in &arguments.args {
                if let GenericArgument::Type(argument) = argument {
                    inner.push(self.kind(source, argument)?);
                }
            }
        }
        let mut inner = inner.into_iter();
        let name = last.ident.to_string();
        Ok(match (name.as_str(), inner.next(), inner.next()) {
            ("String" | "str", None, None) => Kind::Text { shared: false },
            ("bool", None, None) => Kind::Flag,
            ("u32", None, None) => Kind::Whole { wide: false },
            ("usize", None, None) => Kind::Whole { wide: true },
            ("i32", None, None) => Kind::Int { wide: false },
            ("i64", None, None) => Kind::Int { wide: true },
            ("Fixed", None, None) => Kind::Decimal,
            ("NaiveDate", None, None) => Kind::Date,
            ("Unit", None, None) => Kind::Unit,
            ("Period", None, None) => Kind::Period,
            ("Option", Some(of), None) => Kind::Maybe(Box::new(of)),
            ("Vec", Some(of), None) => many(of),
            ("Arc", Some(Kind::Text { .. }), None) => Kind::Text { shared: true },
            ("Arc", Some(Kind::List { of, .. }), None) => Kind::List { of, shared: true },
            ("Box" | "Cow", Some(of), None) => of,
            ("BTreeMap", Some(Kind::Int { wide: false }), Some(of)) => {
                Kind::Years { names: [String::new(), String::new()], of: Box::new(of) }
            }
            (_, None, None) if self.core.public.contains_key(&name) => {
                self.add(&name)?;
                Kind::Named(name)
            }
            _ => return Err(source.stop(of, format!("the type `{name}` is not known"))),
        })
    }
}

/// What callers may choose is by default, as core has it.
fn defaults(name: &str) -> Option<Value> {
    let by_default = match name {
        "Limits" => serde_json::to_value(tiendo::Limits::default()),
        "CompareOptions" => serde_json::to_value(tiendo::CompareOptions::default()),
        "DeadlineOptions" => serde_json::to_value(tiendo::DeadlineOptions::default()),
        "ReportingOptions" => serde_json::to_value(tiendo::ReportingOptions::default()),
        "Options" => serde_json::to_value(tiendo::Options::default()),
        _ => return None,
    };
    by_default.ok()
}

/// How dates are written and read.
const DATES: [&str; 4] =
    ["crate::json::date", "crate::json::optional_date", "crate::json::day", "crate::json::optional_day"];

/// Types that are one value in every language.
fn is_scalar(name: &str) -> bool {
    ["Fixed", "NaiveDate", "Period", "Unit"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Why a type `Thing` is not mirrored.
    fn refused(text: &str) -> String {
        let items = syn::parse_file(text).expect("Rust").items;
        let sources = [Source { path: "core/src/thing.rs".into(), items }];
        let core = Core::of(&sources).expect("it is read");
        resolved(&core, std::iter::once("Thing")).err().map_or_else(String::new, |stop| stop.0)
    }

    #[test]
    fn what_is_not_understood_is_an_error_that_names_its_place() {
        let cases = [
            (
                "#[derive(Serialize)]\n#[serde(transparent)]\npub struct Thing {}",
                ":2: serde's `transparent` is not known",
            ),
            ("#[derive(Serialize)]\n#[repr(C)]\npub struct Thing {}", ":2: this attribute is not known"),
            ("pub struct Thing {\n    pub at: SystemTime,\n}", ":2: the type `SystemTime` is not known"),
            ("pub struct Thing {\n    pub pair: (u32, u32),\n}", ":2: this type is not known"),
            ("pub struct Thing {\n    at: u32,\n}", ":2: `Thing` is mirrored and has a private field"),
            ("\npub struct Thing {}", ":2: a result is written as JSON: this one is not"),
            (
                "\npub enum Thing { One, Two }",
                ":2: an enum without data is a list of codes: make it with `codes!`",
            ),
            (
                "\npub struct Thing {}\nimpl Serialize for Thing {}",
                ":2: `Thing` is written by hand, through no struct of this file",
            ),
            (
                "#[serde(into = \"Wire\")]\npub struct Thing {}\nstruct Wire { more: u32 }",
                ":3: `Wire.more` is neither a field nor a method of `Thing`",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(refused(text), format!("core/src/thing.rs{expected}"));
        }
        assert_eq!(refused("pub struct Other {}"), "core has no public type `Thing`");
    }
}
