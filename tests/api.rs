//! The public interface of the core, written out: every type with its public fields, every function with its signature.
//! A change of it shows as a difference of `core/api.txt`.
//!
//!     UPDATE_API=1 cargo test -p tiendo-tests --test api       writes the listing anew

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Fields, ImplItem, Item, ItemImpl, Type, UseTree, Visibility};

/// A file's items, and the room it stands in.
struct Source {
    room: String,
    items: Vec<Item>,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src");
    let (mut folders, mut files) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().expect("core/src is read") {
            let path = entry.expect("core/src is read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("sources are UTF-8");
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let room = path.strip_prefix(&root).expect("it is below").components().next().expect("a name");
        let room = room.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        Source { room, items: file.items }
    };
    files.iter().map(read).collect()
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.to_token_stream().to_string().contains("test")
    })
}

/// Of an item's attributes those that its callers see.
fn keep(attributes: &mut Vec<Attribute>) {
    let kept = ["derive", "non_exhaustive", "cfg", "must_use", "deprecated"];
    attributes.retain(|attribute| kept.iter().any(|name| attribute.path().is_ident(name)));
}

/// A list of the macro `codes!`: attributes, a name, and the codes with their spelling.
struct Codes {
    attributes: Vec<Attribute>,
    name: syn::Ident,
    codes: Vec<(syn::Ident, syn::LitStr)>,
}

impl Parse for Codes {
    fn parse(input: ParseStream<'_>) -> syn::Result<Codes> {
        let attributes = input.call(Attribute::parse_outer)?;
        let name = input.parse()?;
        let list;
        syn::braced!(list in input);
        let mut codes = Vec::new();
        while !list.is_empty() {
            list.call(Attribute::parse_outer)?;
            let code = list.parse()?;
            list.parse::<syn::Token![=]>()?;
            codes.push((code, list.parse()?));
            // Labels may stand between the spelling and the comma.
            while !list.is_empty() && !list.peek(syn::Token![,]) {
                list.parse::<TokenTree>()?;
            }
            list.parse::<Option<syn::Token![,]>>()?;
        }
        Ok(Codes { attributes, name, codes })
    }
}

impl Codes {
    fn listed(mut self) -> String {
        keep(&mut self.attributes);
        let attributes: String =
            self.attributes.iter().map(|attribute| format!("{}\n", pretty_attribute(attribute))).collect();
        let codes: String = self
            .codes
            .iter()
            .map(|(code, text)| format!("    {code} = {},\n", text.to_token_stream()))
            .collect();
        format!("{attributes}codes! {} {{\n{codes}}}\n", self.name)
    }
}

fn pretty_attribute(attribute: &Attribute) -> String {
    attribute.to_token_stream().to_string().replace(' ', "")
}

/// An item as its callers see it: without bodies, private fields, docs.
fn listed(item: &Item) -> String {
    let mut item = item.clone();
    let mut hidden = "";
    match &mut item {
        Item::Struct(of) => {
            keep(&mut of.attrs);
            hidden = private_fields(&mut of.fields);
        }
        Item::Enum(of) => {
            keep(&mut of.attrs);
            for variant in &mut of.variants {
                keep(&mut variant.attrs);
                for field in &mut variant.fields {
                    keep(&mut field.attrs);
                }
            }
        }
        Item::Fn(of) => {
            keep(&mut of.attrs);
            of.block.stmts.clear();
        }
        Item::Const(of) => keep(&mut of.attrs),
        Item::Type(of) => keep(&mut of.attrs),
        Item::Trait(of) => {
            keep(&mut of.attrs);
            for of in &mut of.items {
                if let syn::TraitItem::Fn(of) = of {
                    keep(&mut of.attrs);
                    of.default = None;
                }
            }
        }
        other => panic!("a public item of a kind the listing does not know: {}", other.to_token_stream()),
    }
    format!("{}{hidden}", pretty([item]))
}

/// Leaves out private fields, and says so.
fn private_fields(fields: &mut Fields) -> &'static str {
    let before = fields.len();
    match fields {
        Fields::Named(fields) => {
            let kept = std::mem::take(&mut fields.named).into_iter().filter(|field| is_public(&field.vis));
            fields.named = kept.collect();
        }
        Fields::Unnamed(fields) => {
            let kept = std::mem::take(&mut fields.unnamed).into_iter().filter(|field| is_public(&field.vis));
            fields.unnamed = kept.collect();
        }
        Fields::Unit => {}
    }
    for field in fields.iter_mut() {
        keep(&mut field.attrs);
    }
    if fields.len() == before { "" } else { "// with private fields\n" }
}

/// Items as Rust, a function's empty body as a semicolon.
fn pretty(items: impl IntoIterator<Item = Item>) -> String {
    let mut file = syn::parse_file("").expect("no items are items");
    file.items = items.into_iter().collect();
    prettyplease::unparse(&file).replace(" {}\n", ";\n")
}

/// The name of the type an `impl` is for.
fn named(of: &Type) -> Option<String> {
    match of {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        Type::Reference(of) => named(&of.elem),
        _ => None,
    }
}

/// Whether an `impl` is of a trait, or of a trait of a type, that callers cannot name: `TryFrom` of a file's form.
fn is_hidden(of: &ItemImpl, own: &BTreeSet<String>, exported: &BTreeSet<String>) -> bool {
    fn names(tokens: TokenStream, found: &mut Vec<String>) {
        for token in tokens {
            match token {
                TokenTree::Ident(name) => found.push(name.to_string()),
                TokenTree::Group(group) => names(group.stream(), found),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    names(of.trait_.as_ref().map(|(path, _)| path.to_token_stream()).unwrap_or_default(), &mut found);
    found.iter().any(|name| own.contains(name) && !exported.contains(name))
}

/// What an `impl` adds to a type: its public functions and constants, or that it has a trait.
fn added(of: &ItemImpl) -> Option<String> {
    let mut of = of.clone();
    keep(&mut of.attrs);
    if of.trait_.is_some() {
        of.items.retain(|item| matches!(item, ImplItem::Type(_)));
    } else {
        of.items.retain_mut(|item| match item {
            ImplItem::Fn(function) if is_public(&function.vis) => {
                keep(&mut function.attrs);
                function.block.stmts.clear();
                true
            }
            ImplItem::Const(constant) if is_public(&constant.vis) => {
                keep(&mut constant.attrs);
                true
            }
            _ => false,
        });
        if of.items.is_empty() {
            return None;
        }
    }
    Some(pretty([Item::Impl(of)]))
}

/// The heads of what a macro writes that is public.
fn written_by(body: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = body.into_iter().collect();
    let mut heads = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let word = tokens[at].to_string();
        if let TokenTree::Group(group) = &tokens[at] {
            heads.extend(written_by(group.stream()));
        } else if word == "pub" || word == "impl" || word == "derive" {
            let is_end = |token: &TokenTree| match token {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                TokenTree::Punct(mark) => mark.as_char() == '=' || mark.as_char() == ';',
                _ => false,
            };
            let end = tokens[at..].iter().position(is_end).map_or(tokens.len(), |length| at + length);
            let head: TokenStream = tokens[at..end].iter().cloned().collect();
            let head = squeezed(&head.to_string());
            if ["pub use", "pub mod", "pub("].iter().all(|other| !head.starts_with(other)) {
                heads.push(head);
            }
            // What stands within an `impl` is looked at in its turn.
            at = end.saturating_sub(1);
        }
        at += 1;
    }
    heads
}

/// Tokens without the spaces that only tokens have between them.
fn squeezed(text: &str) -> String {
    let mut text = text.replace("$ ", "$");
    for (spaced, plain) in [
        (" :: ", "::"),
        (":: ", "::"),
        ("& ", "&"),
        (" ,", ","),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" :", ":"),
    ] {
        text = text.replace(spaced, plain);
    }
    text.replace("-> ", " -> ").replace("  ", " ")
}

/// The names a `use` brings out, each with the room it comes from; `*` for all of a room.
fn brought_out(tree: &UseTree, room: Option<String>, names: &mut Vec<(String, String)>) {
    match tree {
        UseTree::Path(path) => {
            brought_out(&path.tree, Some(room.unwrap_or_else(|| path.ident.to_string())), names);
        }
        UseTree::Group(group) => {
            group.items.iter().for_each(|tree| brought_out(tree, room.clone(), names));
        }
        UseTree::Name(name) => {
            names.push((room.unwrap_or_else(|| "lib".to_owned()), name.ident.to_string()));
        }
        UseTree::Glob(_) => names.push((room.expect("a path"), "*".to_owned())),
        UseTree::Rename(_) => panic!("the listing follows no renaming"),
    }
}

/// The whole listing.
fn listing() -> String {
    let sources = sources();
    // Every public item of every room, and what is added to each type.
    let mut items: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut additions: BTreeMap<String, Vec<&ItemImpl>> = BTreeMap::new();
    let mut own: BTreeSet<String> = BTreeSet::new();
    let mut by_macros = String::new();
    let (mut names, mut rooms) = (Vec::new(), Vec::new());
    for source in &sources {
        for item in &source.items {
            let mut add = |name: &dyn ToString, text: String| {
                let other = items.insert((source.room.clone(), name.to_string()), text);
                assert!(
                    other.is_none(),
                    "two public items `{}` in the room {}",
                    name.to_string(),
                    source.room
                );
            };
            own.extend(match item {
                Item::Struct(of) => Some(of.ident.to_string()),
                Item::Enum(of) => Some(of.ident.to_string()),
                Item::Trait(of) => Some(of.ident.to_string()),
                _ => None,
            });
            match item {
                Item::Mod(of) if source.room == "lib" && is_public(&of.vis) => {
                    rooms.push(of.ident.to_string())
                }
                Item::Use(of) if source.room == "lib" && is_public(&of.vis) => {
                    // Another crate, as such.
                    if let UseTree::Name(name) = &of.tree {
                        add(&name.ident, format!("pub use {};\n", name.ident));
                    }
                    brought_out(&of.tree, None, &mut names);
                }
                Item::Struct(of) if is_public(&of.vis) => add(&of.ident, listed(item)),
                Item::Enum(of) if is_public(&of.vis) => add(&of.ident, listed(item)),
                Item::Fn(of) if is_public(&of.vis) => add(&of.sig.ident, listed(item)),
                Item::Const(of) if is_public(&of.vis) => add(&of.ident, listed(item)),
                Item::Type(of) if is_public(&of.vis) => add(&of.ident, listed(item)),
                Item::Trait(of) if is_public(&of.vis) => add(&of.ident, listed(item)),
                Item::Impl(of) if !is_test(&of.attrs) => {
                    if let Some(name) = named(&of.self_ty) {
                        additions.entry(name).or_default().push(of);
                    }
                }
                Item::Macro(of) if of.mac.path.is_ident("codes") => {
                    let codes: Codes = of.mac.parse_body().expect("a list of codes");
                    add(&codes.name.to_string(), codes.listed());
                }
                Item::Macro(of) if of.ident.is_some() => {
                    let heads = written_by(of.mac.tokens.clone());
                    let heads = heads.into_iter().filter(|head| {
                        !["codes::Code ", "codes::Labels "].iter().any(|own| head.contains(own))
                    });
                    let heads: Vec<String> = heads.collect();
                    if let (Some(name), false) = (&of.ident, heads.is_empty()) {
                        by_macros.push_str(&format!("\n# what `{name}!` writes\n{}\n", heads.join("\n")));
                    }
                }
                _ => {}
            }
        }
    }
    for room in rooms {
        names.push((room, "*".to_owned()));
    }
    let is_exported = |(room, name): &(String, String)| {
        names.iter().any(|(from, brought)| from == room && (brought == "*" || brought == name))
    };
    let exported = items.keys().filter(|item| is_exported(item)).map(|(_, name)| name.clone()).collect();
    let mut listing: BTreeMap<String, String> = BTreeMap::new();
    for (room, name) in &names {
        let found = items.iter().filter(|((own, known), _)| own == room && (name == "*" || name == known));
        let before = listing.len();
        for ((_, name), text) in found {
            let seen = additions.get(name).into_iter().flatten();
            let seen = seen.filter(|of| !is_hidden(of, &own, &exported));
            let mut added: Vec<String> = seen.filter_map(|of| added(of)).collect();
            added.sort();
            listing.insert(format!("{name} ({room})"), format!("{text}{}", added.concat()));
        }
        assert!(listing.len() > before, "`{name}` of the room {room} is not found");
    }
    let listing: Vec<String> = listing.into_iter().map(|(name, text)| format!("# {name}\n{text}")).collect();
    let head = "The public interface of tiendo, by name (room). Written by `UPDATE_API=1 cargo test -p tiendo-tests --test api`.";
    format!("{head}\n\n{}{by_macros}", listing.join("\n"))
}

#[test]
fn the_public_interface_is_as_it_is_written() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/api.txt");
    let listing = listing();
    if std::env::var_os("UPDATE_API").is_some() {
        std::fs::write(&path, &listing).expect("core/api.txt is written");
        return;
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    let (new, old): (Vec<&str>, Vec<&str>) = (listing.lines().collect(), written.lines().collect());
    let added = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}"));
    let removed = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}"));
    let changes: Vec<String> = removed.chain(added).collect();
    assert!(
        written == listing,
        "the public interface has changed. If it should have: UPDATE_API=1 cargo test -p tiendo-tests --test api, and a \
         line in core/CHANGELOG.md.\n{}",
        changes.join("\n")
    );
}
