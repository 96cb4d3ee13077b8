//! The table of every public name of core by host.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use syn::{Item, UseTree};

use crate::hosts::{Host, hosts};
use crate::names::camel;
use crate::read::{Core, Definition, Source, Stop, is_public};

/// What is known of an item in some hosts: another name, or why it is not there.
struct Known<'t> {
    item: &'t str,
    hosts: Vec<&'t str>,
    name: Option<&'t str>,
    reason: &'t str,
}

pub(crate) fn table(root: &Path, sources: &[Source], core: &Core<'_>) -> Result<String, Stop> {
    let path = "tests/mirrors/names.txt";
    let known = std::fs::read_to_string(root.join(path)).map_err(|error| Stop(format!("{path}: {error}")))?;
    let known = read_known(&known)?;
    let hosts = hosts(root)?;
    let items = items(sources, core);
    let mut reasons: Vec<&str> = Vec::new();
    let mut holes = vec![0usize; hosts.len()];
    let mut rows = String::new();
    for (of, name) in &items {
        let item = if name.is_empty() {
            of.clone()
        } else {
            format!("{of}.{name}").trim_start_matches('.').to_owned()
        };
        let is_code = matches!(core.public.get(of), Some(Definition::Codes(..)));
        // Of a list of codes one entry speaks for all lists.
        let asked = match name.as_str() {
            "code" if is_code => "codes.code",
            "label" if is_code => "codes.label",
            _ => &item,
        };
        let _ = write!(rows, "| `{item}` |");
        for (host, holes) in hosts.iter().zip(&mut holes) {
            let entry = known.iter().rev().find(|known| known.speaks_of(asked, host.name));
            let cell = match (host.has(of, name), entry) {
                (_, Some(Known { name: Some(name), .. })) if host.has_anywhere(name) => format!("`{name}`"),
                (Some(found), _) => format!("`{found}`"),
                (None, Some(known)) if known.name.is_none() => {
                    let at = reasons.iter().position(|reason| *reason == known.reason).unwrap_or_else(|| {
                        reasons.push(known.reason);
                        reasons.len() - 1
                    });
                    format!("[{}]", at + 1)
                }
                (None, _) => {
                    *holes += 1;
                    "**hole**".to_owned()
                }
            };
            let _ = write!(rows, " {cell} |");
        }
        rows.push('\n');
    }
    let counts = hosts.iter().zip(&holes).map(|(host, holes)| format!("{} {holes}", host.name));
    let counts = counts.collect::<Vec<_>>().join(", ");
    println!("names.md: {} items; holes without a reason: {counts}", items.len());
    let names = hosts.iter().map(|host| host.name).collect::<Vec<_>>().join(" | ");
    let reasons = reasons.iter().zip(1..).map(|(reason, at)| format!("{at}. {reason}\n")).collect::<String>();
    Ok(format!(
        "\n# Every public name, by language\n\nSame concept, same word; only the case changes. {} items; holes without a \
         reason: {counts}.\n\n| Rust | {names} |\n|---|{}\n{rows}\nWhy a name is not there:\n\n{reasons}",
        items.len(),
        "---|".repeat(hosts.len())
    ))
}

/// `ITEM HOST,HOST = name` and `ITEM HOST,HOST - reason`; `*` for every host, and for the rest of an item's name.
fn read_known(text: &str) -> Result<Vec<Known<'_>>, Stop> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
    let known = lines.map(|(line, at)| {
        let parts: Vec<&str> = line.splitn(4, ' ').collect();
        let [item, hosts, mark, told] = parts[..] else {
            return Err(Stop(format!("tests/mirrors/names.txt:{at}")));
        };
        let name = (mark == "=").then_some(told);
        Ok(Known { item, hosts: hosts.split(',').collect(), name, reason: told })
    });
    known.collect()
}

impl Known<'_> {
    fn speaks_of(&self, item: &str, host: &str) -> bool {
        let is_item = match self.item.split_once('*') {
            Some((start, end)) => item.starts_with(start) && item.ends_with(end),
            None => item == self.item,
        };
        is_item && self.hosts.iter().any(|named| *named == "*" || *named == host)
    }
}

impl Host {
    /// The name an item has here; of no type for functions, without a name for types.
    fn has(&self, of: &str, name: &str) -> Option<String> {
        let cased = if self.is_snake { name.to_owned() } else { camel(name) };
        let members = self.declared.get(of);
        if name.is_empty() {
            return members.map(|_| self.renamed.get(of).map_or(of, String::as_str).to_owned());
        }
        members.filter(|members| members.contains(&cased)).map(|_| cased)
    }

    fn has_anywhere(&self, name: &str) -> bool {
        let (of, name) = name.rsplit_once('.').unwrap_or(("", name));
        name.is_empty()
            || self.declared.get(of).is_some_and(|members| members.contains(name))
            || of.is_empty() && self.declared.contains_key(name)
    }
}

/// What core makes public: types with nothing, their fields and methods, and functions of no type.
fn items(sources: &[Source], core: &Core<'_>) -> Vec<(String, String)> {
    let mut exported = BTreeSet::new();
    for source in sources
        .iter()
        .filter(|source| source.path.ends_with("src/lib.rs") || source.path.ends_with("codes/mod.rs"))
    {
        for item in &source.items {
            match item {
                Item::Use(item) if is_public(&item.vis) => names_of(&item.tree, &mut exported),
                _ => {}
            }
        }
    }
    let mut items = Vec::new();
    for (name, definition) in &core.public {
        let is_code = matches!(definition, Definition::Codes(..));
        if !is_code && !exported.contains(name.as_str()) {
            continue;
        }
        items.push((name.clone(), String::new()));
        if let Definition::Struct(_, item) = definition {
            let fields = item.fields.iter().filter(|field| is_public(&field.vis));
            items.extend(fields.filter_map(|field| Some((name.clone(), field.ident.as_ref()?.to_string()))));
        }
        let own: &[&str] = if is_code { &["code", "label"] } else { &[] };
        items.extend(own.iter().map(|method| (name.clone(), (*method).to_owned())));
        let methods = core.methods.get(name).into_iter().flatten();
        let methods = methods.map(|method| method.of.sig.ident.to_string());
        items.extend(
            methods.filter(|method| !is_code || method != "label").map(|method| (name.clone(), method)),
        );
    }
    let functions = core.functions.keys().filter(|name| exported.contains(name.as_str()));
    items.extend(functions.map(|name| (String::new(), name.clone())));
    items
}

fn names_of(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => names_of(&path.tree, names),
        UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        UseTree::Rename(rename) => drop(names.insert(rename.rename.to_string())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| names_of(tree, names)),
        UseTree::Glob(_) => {}
    }
}
