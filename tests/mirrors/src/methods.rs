//! Kotlin, Java and Swift: core's methods and functions, each as its signature says. What a signature speaks of that does
//! not cross as such is left to be written by hand.

use std::fmt::Write as _;

use quote::ToTokens;
use syn::{FnArg, GenericArgument, PathArguments, ReturnType, Signature, Type};

use crate::list::Ways;
use crate::mobile::{docs, given, told};
use crate::model::{Kind, Model, Shape};
use crate::names::{camel, for_json};
use crate::read::{Core, Definition, Source, Stop, docs as said, is_public, type_name};
use crate::resolve::kind_of;

/// The types that stay in the library: objects with methods, each of which holds core's as its first field.
pub(crate) const HANDLES: &[&str] = &["Plan", "Calendar", "Registry", "Records", "Obligations", "Timeliness"];

/// The free functions.
const FUNCTIONS: &[&str] = &[
    "parse_number",
    "parse_target",
    "read_sentence",
    "parse_deadline",
    "parse_regime",
    "compare",
    "compare_targets",
    "compare_codes",
    "compare_plans",
    "suggest_links",
    "date_in_vietnam",
    "slack",
];

/// Types that are written by hand and go both ways.
pub(crate) const BY_HAND: &[&str] = &["Measured"];

/// Methods that each language has its own way for, or that are written by hand.
const OWN: &[&str] = &["iter", "each", "len", "is_empty", "of", "lint"];

struct Writer<'w, 's> {
    core: &'w Core<'s>,
    model: &'w Model,
    out: String,
}

/// A parameter: as it is declared, and what core is given of it.
struct Given {
    declared: String,
    expression: String,
    /// Whether the host may give what is no such value.
    fails: bool,
}

pub(crate) fn methods(core: &Core<'_>, model: &Model) -> Result<String, Stop> {
    let mut writer = Writer { core, model, out: String::new() };
    for name in HANDLES {
        let mut members = writer.fields(name);
        members.extend(writer.of_type(name, "self.0", false));
        members.extend(readers(core, name));
        writer.members(name, &members);
    }
    for mirrored in model.without(HANDLES) {
        let Shape::Record(record) = &mirrored.shape else { continue };
        let mut members = writer.of_type(&mirrored.name, "back(self)?", true);
        let has = |name: &str| record.fields.iter().any(|field| field.rust == name);
        members.retain(|member| {
            let name = member.split_once("pub fn ").and_then(|(_, rest)| rest.split_once('('));
            // What has its sentences as fields needs no method for them, and each record has its JSON already.
            name.is_none_or(|(name, _)| !(has(name) || name == "sentence" && has("vi") || name == "to_json"))
        });
        writer.members(&mirrored.name, &members);
    }
    for name in FUNCTIONS {
        let with = format!("{name}_with");
        let found = core.functions.get(&with).or_else(|| core.functions.get(*name));
        let (source, item) = found.ok_or_else(|| Stop(format!("core has no function `{name}`")))?;
        let docs_of = core.functions.get(*name).map_or(String::new(), |(_, plain)| said(&plain.attrs));
        let call = format!("tiendo::{}", item.sig.ident);
        let made = writer.function(source, (name, &item.sig), &docs_of, &call, None);
        let made = made.ok_or_else(|| Stop(format!("the signature of `{name}` is not understood")))?;
        let _ = writeln!(writer.out, "\n{}", made.replacen("pub fn", "#[uniffi::export]\npub fn", 1));
    }
    let written: String = writer.out.lines().filter(|line| !line.starts_with("///")).collect();
    let used: Vec<&str> = all_named(model).filter(|name| is_word_of(&written, name)).collect();
    let handles =
        HANDLES.iter().chain(BY_HAND).filter(|name| is_word_of(&written, name)).copied().collect::<Vec<_>>();
    Ok(format!(
        "//! Core's methods and functions.\n\nuse std::sync::Arc;\n\nuse super::{{{}}};\nuse crate::date::NaiveDate;\n\
         use crate::error::TiendoError;\nuse crate::json::{{back, back_or_default}};\nuse crate::number::Whole;\nuse crate::reporting::ReportingQuery;\n\
         use crate::{{{}}};\n{}",
        used.join(", "),
        handles.join(", "),
        writer.out
    ))
}

fn all_named(model: &Model) -> impl Iterator<Item = &str> {
    let mut names: Vec<&str> = model.without(HANDLES).map(|of| of.name.as_str()).collect();
    names.sort_unstable();
    names.into_iter()
}

fn is_word_of(text: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        !before.ends_with(is_part) && !after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

/// How a handle is read from JSON, as text or as bytes, where core reads it so.
fn readers(core: &Core<'_>, name: &str) -> Option<String> {
    core.method(name, "from_json_with")?;
    Some(format!(
        "/// Reads the JSON of a file.\n///\n/// Nothing is read in part: the first thing wrong is the error, with its place, and \
         the next ones are its `others`.\n#[uniffi::constructor]\n\
         pub fn from_json(json: &str, limits: Option<Limits>) -> Result<{name}, TiendoError> {{\n\
         {name}::from_bytes(json.as_bytes().to_vec(), limits)\n}}\n\n\
         /// Reads the bytes of a JSON file; `bad-json` where they are no UTF-8.\n#[uniffi::constructor]\n\
         pub fn from_bytes(bytes: Vec<u8>, limits: Option<Limits>) -> Result<{name}, TiendoError> {{\n\
         let limits = back_or_default(limits.as_ref())?;\n\
         Ok({name}::within(tiendo::{name}::from_json_with(&bytes, &limits)?, limits))\n}}\n"
    ))
}

impl Writer<'_, '_> {
    fn members(&mut self, name: &str, members: &[String]) {
        if !members.is_empty() {
            let _ = writeln!(self.out, "\n#[uniffi::export]\nimpl {name} {{\n{}}}", members.join("\n"));
        }
    }

    /// A handle's public fields, each as a method.
    fn fields(&self, name: &str) -> Vec<String> {
        let Some(Definition::Struct(source, item)) = self.core.public.get(name) else { return Vec::new() };
        let fields = item.fields.iter().filter(|field| is_public(&field.vis)).filter_map(|field| {
            let (rust, kind) = (field.ident.as_ref()?, kind_of(self.core, self.model, source, &field.ty)?);
            let cloned = if is_copied(self.model, &kind) { "" } else { ".clone()" };
            let value = format!("self.0.{rust}{cloned}");
            let value = given(self.model, &kind, &value).unwrap_or(value);
            let mut out = String::new();
            docs(&mut out, &self.camel(&said(&field.attrs)));
            let _ = writeln!(out, "pub fn {rust}(&self) -> {} {{\n{value}\n}}", told(&kind));
            Some(out)
        });
        fields.collect()
    }

    /// The methods of a type that cross, of each that has one with more choices this.
    fn of_type(&self, name: &str, of: &str, fails: bool) -> Vec<String> {
        let methods = self.core.methods.get(name).map_or(&[][..], Vec::as_slice);
        let found = methods.iter().filter_map(|method| {
            let own = method.of.sig.ident.to_string();
            let has_more =
                |more: &str| methods.iter().any(|other| other.of.sig.ident == format!("{own}{more}"));
            let plain = own.trim_end_matches("_with").trim_end_matches("_within");
            if OWN.contains(&plain) || has_more("_with") || has_more("_within") {
                return None;
            }
            let told = methods.iter().find(|other| other.of.sig.ident == plain).unwrap_or(method);
            let receiver = method.of.sig.receiver()?;
            let of_core = format!("tiendo::{name}");
            let call = match (fails, matches!(receiver.kind, syn::ReceiverKind::Reference(..))) {
                (true, true) => format!("<{of_core}>::{own}(&{of}, "),
                (true, false) => format!("<{of_core}>::{own}({of}, "),
                (false, _) => format!("{of}.{own}("),
            };
            self.function(method.source, (plain, &method.of.sig), &said(&told.of.attrs), &call, Some(fails))
        });
        found.collect()
    }

    /// A function or method, where all its signature speaks of crosses. `call` is how core's is called; of a method it
    /// ends within the parentheses.
    fn function(
        &self,
        source: &Source,
        (name, signature): (&str, &Signature),
        said: &str,
        call: &str,
        method: Option<bool>,
    ) -> Option<String> {
        let (mut declared, mut expressions) = (Vec::new(), Vec::new());
        let mut fails = method == Some(true);
        if method.is_some() {
            declared.push("&self".to_owned());
        }
        for input in &signature.inputs {
            let FnArg::Typed(input) = input else { continue };
            let syn::Pat::Ident(pattern) = &*input.pat else { return None };
            let parameter = pattern.ident.to_string();
            let given = self.parameter(&parameter, &input.ty)?;
            declared.push(format!("{parameter}: {}", given.declared));
            expressions.push(given.expression);
            fails |= given.fails;
        }
        let open = if method.is_some() { "" } else { "(" };
        let called = format!("{call}{open}{})", expressions.join(", "));
        let ReturnType::Type(_, returned) = &signature.output else { return None };
        let result = one_of(returned, "Result");
        let (host, made) = match result {
            Some(inner) => self.returned(source, inner, &format!("{called}?"))?,
            None => self.returned(source, returned, &called)?,
        };
        let is_result = fails || result.is_some();
        let (host, made) = if is_result {
            (format!("Result<{host}, TiendoError>"), format!("Ok({made})"))
        } else {
            (host, made)
        };
        let mut out = String::new();
        docs(&mut out, &self.camel(said));
        let _ = writeln!(out, "pub fn {name}({}) -> {host} {{\n{made}\n}}", declared.join(", "));
        Some(out)
    }

    fn parameter(&self, name: &str, of: &Type) -> Option<Given> {
        let given = |declared: &str, expression: String, fails| {
            Some(Given { declared: declared.to_owned(), expression, fails })
        };
        match of.to_token_stream().to_string().replace(' ', "").as_str() {
            "&str" => return given("&str", name.to_owned(), false),
            "Option<&str>" => return given("Option<String>", format!("{name}.as_deref()"), false),
            "NaiveDate" => return given("NaiveDate", name.to_owned(), true),
            "u32" => return given("Whole", format!("{name}.0"), true),
            "&ReportingQuery" => return given("ReportingQuery", format!("&{name}.read()?"), true),
            "&PlanView<'_>" => return given("&Plan", format!("&{name}.0.view()"), false),
            "&Period" => return given("&str", format!("&{name}.parse()?"), true),
            "&Calendar" | "&Registry" => {
                let handle = type_name(referred(of)?)?;
                return given(
                    &format!("Option<Arc<{handle}>>"),
                    format!("{handle}::or_builtin({name}.as_deref())"),
                    false,
                );
            }
            _ => {}
        }
        let (by, of) = referred(of).map_or(("", of), |of| ("&", of));
        if let Type::Slice(of) = of {
            let held = type_name(&of.elem).filter(|held| self.model.get(held).is_some())?;
            return given(&format!("Vec<{held}>"), format!("&back::<Vec<_>>(&{name})?"), true);
        }
        let held = type_name(of)?;
        if HANDLES.contains(&held.as_str()) {
            return given(&format!("&{held}"), format!("{by}{name}.0"), false);
        }
        if BY_HAND.contains(&held.as_str()) {
            return given(&held, format!("{by}back(&{name})?"), true);
        }
        let mirrored = self.model.get(&held)?;
        match &mirrored.shape {
            Shape::Codes { .. } => given(&held, name.to_owned(), false),
            Shape::Record(record)
                if mirrored.ways == Ways::In && record.fields.iter().all(|field| field.default.is_some()) =>
            {
                given(&format!("Option<{held}>"), format!("{by}back_or_default({name}.as_ref())?"), true)
            }
            Shape::Record(_) => given(&held, format!("{by}back(&{name})?"), true),
            Shape::Union(_) => None,
        }
    }

    /// What a host is given of what core returns: its type, and the expression.
    fn returned(&self, source: &Source, of: &Type, called: &str) -> Option<(String, String)> {
        if type_name(of).is_some_and(|name| name == "Ordering") {
            return Some(("i32".to_owned(), format!("{called} as i32")));
        }
        let owned = match of {
            Type::Reference(inner) => match &*inner.elem {
                Type::Slice(_) => format!("{called}.to_vec()"),
                Type::Path(path) if path.path.is_ident("str") => format!("{called}.to_owned()"),
                _ => format!("{called}.clone()"),
            },
            Type::ImplTrait(items) => {
                let item = items.bounds.iter().find_map(|bound| match bound {
                    syn::TypeParamBound::Trait(of) => match &of.path.segments.last()?.arguments {
                        PathArguments::AngleBracketed(of) => {
                            of.args.iter().find_map(|argument| match argument {
                                GenericArgument::AssocType(item) => Some(&item.ty),
                                _ => None,
                            })
                        }
                        _ => None,
                    },
                    _ => None,
                })?;
                let cloned = if referred(item).is_some() { ".cloned()" } else { "" };
                let kind = kind_of(self.core, self.model, source, item)?;
                let kind = Kind::List { of: Box::new(kind), shared: false };
                let all = format!("{called}{cloned}");
                let made = match given(self.model, &kind, &all) {
                    Some(made) if made.starts_with("crate::all(") => made,
                    _ => format!("{all}.collect()"),
                };
                return Some((told(&kind), made));
            }
            _ if one_of(of, "Option").is_some_and(|of| referred(of).is_some()) => {
                format!("{called}.cloned()")
            }
            _ => called.to_owned(),
        };
        if let Some(handle) = type_name(of).filter(|name| HANDLES.contains(&name.as_str())) {
            return Some((handle.clone(), format!("{handle}::from({owned})")));
        }
        if let Some(by_hand) = type_name(of).filter(|name| BY_HAND.contains(&name.as_str())) {
            return Some((by_hand.clone(), format!("{by_hand}::from({owned})")));
        }
        let kind = kind_of(self.core, self.model, source, of)?;
        Some((told(&kind), given(self.model, &kind, &owned).unwrap_or(owned)))
    }

    /// Docs where core's methods and functions are named as hosts name them.
    fn camel(&self, docs: &str) -> String {
        let names = self.core.methods.values().flatten().map(|method| method.of.sig.ident.to_string());
        let names = names.chain(self.core.functions.keys().cloned()).filter(|name| name.contains('_'));

        names.fold(for_json(docs, &[]), |docs, name| {
            docs.replace(&format!("`{name}`"), &format!("`{}`", camel(name.trim_end_matches("_with"))))
        })
    }
}

/// Whether values of a kind are taken by copying them.
fn is_copied(model: &Model, kind: &Kind) -> bool {
    match kind {
        Kind::Flag | Kind::Whole { .. } | Kind::Int { .. } | Kind::Decimal | Kind::Date => true,
        Kind::Named(name) => model.is_code(name),
        Kind::Maybe(of) => is_copied(model, of),
        _ => false,
    }
}

fn referred(of: &Type) -> Option<&Type> {
    match of {
        Type::Reference(of) => Some(&of.elem),
        _ => None,
    }
}

/// What `Option<T>` or `Result<T, Error>` holds.
fn one_of<'t>(of: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = of else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(of) => Some(of),
        _ => None,
    }
}
