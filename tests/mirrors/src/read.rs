//! Reading core's source: its structs, enums, lists of codes and public methods, by name.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Ident, Item, Lit, LitStr, Meta, Token, Visibility};

/// What stops the generator, with its place.
#[derive(Debug)]
pub(crate) struct Stop(pub(crate) String);

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of core, parsed.
pub(crate) struct Source {
    pub(crate) path: PathBuf,
    pub(crate) items: Vec<Item>,
}

impl Source {
    pub(crate) fn stop(&self, at: &impl Spanned, what: impl fmt::Display) -> Stop {
        Stop(format!("{}:{}: {what}", self.path.display(), at.span().start().line))
    }

    /// The implementation of a trait for a type, by hand.
    pub(crate) fn implementation(&self, of: &str, name: &str) -> Option<&syn::ItemImpl> {
        self.items.iter().find_map(|item| match item {
            Item::Impl(item) => {
                let last = item.trait_.as_ref().and_then(|(path, _)| path.segments.last());
                let is_it = last.is_some_and(|last| last.ident == of)
                    && type_name(&item.self_ty).as_deref() == Some(name);
                is_it.then_some(item)
            }
            _ => None,
        })
    }

    /// The struct an implementation of `Serialize` writes: one within it, else one it makes.
    pub(crate) fn wire_of<'s>(&'s self, written: &'s syn::ItemImpl) -> Option<&'s syn::ItemStruct> {
        let within = written.items.iter().filter_map(|item| match item {
            syn::ImplItem::Fn(function) => Some(items_of(&function.block)),
            _ => None,
        });
        let within = structs_within(&within.flatten().collect::<Vec<_>>());
        let made = || {
            let private = self.items.iter().filter_map(|item| match item {
                Item::Struct(item) if !is_public(&item.vis) => Some(item),
                _ => None,
            });
            let body = quote::ToTokens::to_token_stream(written).to_string();
            private.into_iter().find(|item| body.contains(&format!("{} {{", item.ident)))
        };
        within.first().copied().or_else(made)
    }

    /// The two fields of the records that a function or module of this file writes a map as.
    pub(crate) fn pair_of(&self, with: &str) -> Option<[String; 2]> {
        let name = with.rsplit("::").next()?;
        let named = self.items.iter().filter(|item| match item {
            Item::Fn(function) => function.sig.ident == name,
            Item::Mod(module) => module.ident == name,
            _ => false,
        });
        let found = structs_within(&named.collect::<Vec<_>>());
        let fields = found.first()?.fields.iter().filter_map(|field| Some(field.ident.as_ref()?.to_string()));
        <[String; 2]>::try_from(fields.collect::<Vec<_>>()).ok()
    }
}

/// A list made by the macro `codes!`.
pub(crate) struct CodeList {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) codes: Vec<(Vec<Attribute>, Ident, LitStr)>,
}

impl Parse for CodeList {
    fn parse(input: ParseStream<'_>) -> syn::Result<CodeList> {
        let (attrs, name) = (input.call(Attribute::parse_outer)?, input.parse()?);
        let inner;
        syn::braced!(inner in input);
        let mut codes = Vec::new();
        while !inner.is_empty() {
            let (attrs, variant) = (inner.call(Attribute::parse_outer)?, inner.parse()?);
            inner.parse::<Token![=]>()?;
            codes.push((attrs, variant, inner.parse()?));
            if !inner.is_empty() {
                inner.parse::<Token![,]>()?;
            }
        }
        Ok(CodeList { attrs, name, codes })
    }
}

/// What a name of core stands for.
pub(crate) enum Definition<'s> {
    Struct(&'s Source, &'s syn::ItemStruct),
    Enum(&'s Source, &'s syn::ItemEnum),
    Codes(&'s Source, CodeList),
}

/// A public method of a type.
pub(crate) struct Method<'s> {
    pub(crate) source: &'s Source,
    pub(crate) of: &'s syn::ImplItemFn,
}

/// The whole of core, by name.
pub(crate) struct Core<'s> {
    pub(crate) public: BTreeMap<String, Definition<'s>>,
    /// Structs that only their folder knows.
    private: Vec<(&'s Source, &'s syn::ItemStruct)>,
    pub(crate) methods: BTreeMap<String, Vec<Method<'s>>>,
    pub(crate) functions: BTreeMap<String, (&'s Source, &'s syn::ItemFn)>,
}

/// Parses every file below a folder, in the order of their paths.
pub(crate) fn parse(root: &Path, folder: &str) -> Result<Vec<Source>, Stop> {
    let mut paths = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        let failed = |error| Stop(format!("{}: {error}", folder.display()));
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let parsed = paths.into_iter().map(|path| {
        let text =
            std::fs::read_to_string(&path).map_err(|error| Stop(format!("{}: {error}", path.display())))?;
        let file = syn::parse_file(&text).map_err(|error| Stop(format!("{}: {error}", path.display())))?;
        let path = path.strip_prefix(root).map(Path::to_path_buf).unwrap_or(path);
        Ok(Source { path, items: file.items })
    });
    parsed.collect()
}

pub(crate) fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

impl<'s> Core<'s> {
    pub(crate) fn of(sources: &'s [Source]) -> Result<Core<'s>, Stop> {
        let mut core = Core {
            public: BTreeMap::new(),
            private: Vec::new(),
            methods: BTreeMap::new(),
            functions: BTreeMap::new(),
        };
        for source in sources {
            for item in &source.items {
                core.take(source, item)?;
            }
        }
        Ok(core)
    }

    fn take(&mut self, source: &'s Source, item: &'s Item) -> Result<(), Stop> {
        let (name, definition) = match item {
            Item::Struct(item) if is_public(&item.vis) => (&item.ident, Definition::Struct(source, item)),
            Item::Struct(item) => {
                self.private.push((source, item));
                return Ok(());
            }
            Item::Enum(item) if is_public(&item.vis) => (&item.ident, Definition::Enum(source, item)),
            Item::Macro(item) if item.mac.path.is_ident("codes") && item.ident.is_none() => {
                let list: CodeList =
                    item.mac.parse_body().map_err(|error| source.stop(&error.span(), &error))?;
                self.public.insert(list.name.to_string(), Definition::Codes(source, list));
                return Ok(());
            }
            Item::Fn(item) if is_public(&item.vis) => {
                self.functions.insert(item.sig.ident.to_string(), (source, item));
                return Ok(());
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let methods = item.items.iter().filter_map(|inner| match inner {
                    syn::ImplItem::Fn(of) if is_public(&of.vis) => Some(Method { source, of }),
                    _ => None,
                });
                if let Some(name) = type_name(&item.self_ty) {
                    self.methods.entry(name).or_default().extend(methods);
                }
                return Ok(());
            }
            _ => return Ok(()),
        };
        if self.public.insert(name.to_string(), definition).is_some() {
            return Err(source.stop(name, format!("`{name}` is the name of two public types")));
        }
        Ok(())
    }

    /// The private struct that a name stands for in a file: its own, else one of its folder.
    pub(crate) fn wire(&self, source: &'s Source, name: &str) -> Option<(&'s Source, &'s syn::ItemStruct)> {
        let named = || self.private.iter().filter(|(_, item)| item.ident == name);
        let own = named().find(|(of, _)| of.path == source.path);
        own.or_else(|| named().find(|(of, _)| of.path.parent() == source.path.parent())).copied()
    }

    pub(crate) fn method(&self, of: &str, name: &str) -> Option<&Method<'s>> {
        self.methods.get(of)?.iter().find(|method| method.of.sig.ident == name)
    }
}

/// Every struct among items and within them, in order.
fn structs_within<'i>(items: &[&'i Item]) -> Vec<&'i syn::ItemStruct> {
    let mut found = Vec::new();
    for item in items {
        match item {
            Item::Struct(item) => found.push(item),
            Item::Mod(module) => {
                let inner: Vec<&Item> = module.content.iter().flat_map(|(_, items)| items).collect();
                found.extend(structs_within(&inner));
            }
            Item::Fn(function) => found.extend(structs_within(&items_of(&function.block))),
            _ => {}
        }
    }
    found
}

/// The items within a function.
fn items_of(block: &syn::Block) -> Vec<&Item> {
    let items = block.stmts.iter().filter_map(|statement| match statement {
        syn::Stmt::Item(item) => Some(item),
        _ => None,
    });
    items.collect()
}

/// The last name of a type's path.
pub(crate) fn type_name(of: &syn::Type) -> Option<String> {
    match of {
        syn::Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        _ => None,
    }
}

/// The lines of an item's documentation.
pub(crate) fn docs(attrs: &[Attribute]) -> String {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(lit) => match &lit.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    told(lines.collect::<Vec<_>>().join("\n").as_str())
}

/// Documentation as other languages show it: without its examples, links as their words.
fn told(docs: &str) -> String {
    let lines: Vec<&str> = docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let text = lines.join("\n");
    let text = text.split("```").next().unwrap_or("").trim();
    let mut told = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        told.push_str(before);
        let Some((words, after)) = after.split_once(']') else {
            told.push('[');
            rest = after;
            continue;
        };
        let is_link = after.starts_with('(') || words.starts_with('`') && words.ends_with('`');
        let shown = if is_link { [words, "", ""] } else { ["[", words, "]"] };
        told.extend(shown);
        rest = match after.strip_prefix('(').filter(|_| is_link).and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    told.push_str(rest);
    told.replace("::", ".")
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn docs_lose_their_examples_and_links() {
        let docs = " Else [`Plan::row`] infers it; see [the ones](Calendar::builtin).\n\n ```\n a\n ```\n";
        assert_eq!(told(docs), "Else `Plan.row` infers it; see the ones.");
        assert_eq!(told(" `given[at]` and [it]"), "`given[at]` and [it]");
    }
}
