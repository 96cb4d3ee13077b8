//! Attributes: what serde is told of a type and of a field. One that is not understood stops the generator.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, LitStr};

use crate::read::{Source, Stop};

/// Attributes that change nothing of a type's shape.
const SILENT: &[&str] =
    &["doc", "derive", "cfg_attr", "expect", "must_use", "inline", "default", "error", "from", "source"];

/// What serde is told of a type.
#[derive(Default)]
pub(crate) struct OfType {
    pub(crate) rename_all: Option<String>,
    pub(crate) rename: Option<String>,
    pub(crate) tag: Option<String>,
    pub(crate) content: Option<String>,
    pub(crate) untagged: bool,
    pub(crate) into: Option<String>,
    pub(crate) non_exhaustive: bool,
    /// Whether a field that is left out is that of the type's default.
    pub(crate) defaults: bool,
    pub(crate) derives: Vec<String>,
}

/// What serde is told of a field.
#[derive(Default)]
pub(crate) struct OfField {
    pub(crate) rename: Option<String>,
    pub(crate) skip_if: Option<String>,
    pub(crate) with: Option<String>,
    pub(crate) flatten: bool,
    pub(crate) skipped: bool,
    pub(crate) is_default: bool,
    /// Whether a field that is left out is the default of what it holds.
    pub(crate) defaults: bool,
}

fn text(meta: &ParseNestedMeta<'_>) -> syn::Result<String> {
    Ok(meta.value()?.parse::<LitStr>()?.value())
}

fn each(
    source: &Source,
    attrs: &[Attribute],
    mut other: impl FnMut(&Attribute) -> bool,
    mut serde: impl FnMut(&ParseNestedMeta<'_>, &str) -> syn::Result<bool>,
) -> Result<(), Stop> {
    for attr in attrs {
        if attr.path().is_ident("serde") {
            let parsed = attr.parse_nested_meta(|meta| {
                let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
                if serde(&meta, &name)? {
                    Ok(())
                } else {
                    Err(meta.error(format!("serde's `{name}` is not known")))
                }
            });
            parsed.map_err(|error| source.stop(&error.span(), &error))?;
        } else if !other(attr) && !SILENT.iter().any(|known| attr.path().is_ident(known)) {
            return Err(source.stop(attr, "this attribute is not known"));
        }
    }
    Ok(())
}

impl OfType {
    pub(crate) fn of(source: &Source, attrs: &[Attribute]) -> Result<OfType, Stop> {
        let mut found = OfType::default();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("derive")) {
            let derived = attr.parse_nested_meta(|meta| {
                found.derives.extend(meta.path.segments.last().map(|last| last.ident.to_string()));
                Ok(())
            });
            derived.map_err(|error| source.stop(attr, &error))?;
        }
        let mut non_exhaustive = false;
        let open = |attr: &Attribute| {
            let is_open = attr.path().is_ident("non_exhaustive");
            non_exhaustive |= is_open;
            is_open
        };
        each(source, attrs, open, |meta, name| {
            match name {
                "rename_all" => found.rename_all = Some(text(meta)?),
                "rename" => found.rename = Some(text(meta)?),
                "tag" => found.tag = Some(text(meta)?),
                "content" => found.content = Some(text(meta)?),
                "into" => found.into = Some(text(meta)?),
                "untagged" => found.untagged = true,
                // How it is read again changes nothing of what is written.
                "from" | "try_from" => drop(text(meta)?),
                "default" => found.defaults = true,
                "deny_unknown_fields" => {}
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        found.non_exhaustive = non_exhaustive;
        Ok(found)
    }

    pub(crate) fn derives(&self, name: &str) -> bool {
        self.derives.iter().any(|derived| derived == name)
    }
}

impl OfField {
    pub(crate) fn of(source: &Source, attrs: &[Attribute]) -> Result<OfField, Stop> {
        let is_default = attrs.iter().any(|attr| attr.path().is_ident("default"));
        let mut found = OfField { is_default, ..OfField::default() };
        each(
            source,
            attrs,
            |_| false,
            |meta, name| {
                match name {
                    "rename" => found.rename = Some(text(meta)?),
                    "skip_serializing_if" => found.skip_if = Some(text(meta)?),
                    "with" | "serialize_with" => found.with = Some(text(meta)?),
                    "flatten" => found.flatten = true,
                    "skip" | "skip_serializing" => found.skipped = true,
                    "deserialize_with" => drop(text(meta)?),
                    "default" if meta.input.peek(syn::Token![=]) => drop(text(meta)?),
                    "default" => found.defaults = true,
                    "borrow" => {}
                    _ => return Ok(false),
                }
                Ok(true)
            },
        )?;
        Ok(found)
    }
}
