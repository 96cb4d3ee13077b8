//! What each host has, from its own declarations.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::read::Stop;

/// The members of each type; of no type, the functions.
pub(crate) type Declared = BTreeMap<String, BTreeSet<String>>;

pub(crate) struct Host {
    pub(crate) name: &'static str,
    pub(crate) declared: Declared,
    pub(crate) is_snake: bool,
    /// Types that go by another name there.
    pub(crate) renamed: BTreeMap<String, String>,
}

/// Where a host's declarations are, and how they are read.
type Reading = (&'static [&'static str], fn(&str, &mut Declared));

const JAVASCRIPT: Reading =
    (&["bindings-wasm/js/index.d.ts", "bindings-wasm/js/generated/results.d.ts"], javascript);
const PYTHON: Reading = (
    &[
        "bindings-python/python/tiendo/generated/_native.pyi",
        "bindings-python/python/tiendo/generated/_results.pyi",
        "bindings-python/python/tiendo/generated/_methods.py",
        "bindings-python/python/tiendo/_record.py",
    ],
    python,
);
const KOTLIN: Reading = (&["bindings-mobile/kotlin/api.txt", "bindings-mobile/generated/Codes.kt"], kotlin);

pub(crate) fn hosts(root: &Path) -> Result<Vec<Host>, Stop> {
    let kotlin = declared(root, KOTLIN)?;
    // uniffi declares the same in Swift, but for the types that are renamed there.
    let config = text(root, "bindings-mobile/uniffi.toml")?;
    let renamed = config
        .lines()
        .filter_map(|line| line.split_once(" = \""))
        .filter(|(name, _)| kotlin.contains_key(*name));
    let renamed =
        renamed.map(|(name, other)| (name.to_owned(), other.trim_end_matches('"').to_owned())).collect();
    let host = |name, declared, is_snake| Host { name, declared, is_snake, renamed: BTreeMap::new() };
    let swift = Host { renamed, ..host("Swift", kotlin.clone(), false) };
    Ok(vec![
        host("Python", declared(root, PYTHON)?, true),
        host("JavaScript", declared(root, JAVASCRIPT)?, false),
        host("Kotlin", kotlin, false),
        swift,
    ])
}

fn text(root: &Path, path: &str) -> Result<String, Stop> {
    std::fs::read_to_string(root.join(path)).map_err(|error| Stop(format!("{path}: {error}")))
}

fn declared(root: &Path, (paths, read): Reading) -> Result<Declared, Stop> {
    let mut declared = Declared::new();
    for path in paths {
        read(&text(root, path)?, &mut declared);
    }
    Ok(declared)
}

/// The identifier a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

fn after<'t>(line: &'t str, starts: &[&str]) -> Option<&'t str> {
    starts.iter().find_map(|start| line.strip_prefix(start)).map(word).filter(|word| !word.is_empty())
}

fn javascript(text: &str, declared: &mut Declared) {
    let mut open = String::new();
    for line in text.lines() {
        let types = ["export interface ", "export declare class ", "declare abstract class ", "export type "];
        if let Some(name) = after(line, &types) {
            // The fields of a union stand apart.
            name.trim_end_matches("Fields").clone_into(&mut open);
            declared.entry(open.clone()).or_default();
        } else if let Some(name) = after(line, &["export declare function "]) {
            declared.entry(String::new()).or_default().insert(name.to_owned());
            open.clear();
        } else if let (Some(member), false) =
            (after(line, &["  readonly ", "  static ", "  "]), open.is_empty())
        {
            declared.entry(open.clone()).or_default().insert(member.to_owned());
        }
    }
}

fn python(text: &str, declared: &mut Declared) {
    let mut open = String::new();
    for line in text.lines() {
        if let Some(name) = after(line, &["class "]) {
            // Methods written by hand stand apart.
            name.trim_end_matches("Methods").clone_into(&mut open);
            declared.entry(open.clone()).or_default();
        } else if let Some(name) = after(line, &["def "]) {
            declared.entry(String::new()).or_default().insert(name.to_owned());
        } else if let Some((name, _)) = line.split_once(": TypeAlias") {
            declared.entry(name.to_owned()).or_default();
        } else if let Some(member) = line.strip_prefix("    ").and_then(|line| {
            after(line, &["def "])
                .or_else(|| Some(word(line)).filter(|name| line[name.len()..].starts_with(": ")))
        }) {
            declared.entry(open.clone()).or_default().insert(member.trim_end_matches('_').to_owned());
        }
    }
}

fn kotlin(text: &str, declared: &mut Declared) {
    let mut open = String::new();
    for line in text.lines() {
        let line = line.strip_prefix("@Throws(TiendoException::class) ").unwrap_or(line);
        let line = line.strip_prefix("public ").unwrap_or(line);
        let extension = after(line, &["val ", "fun "]).map(|of| (of, line.split_once(&format!("{of}."))));
        if let Some((of, Some((_, member)))) = extension {
            declared.entry(of.to_owned()).or_default().insert(word(member).to_owned());
        } else if let Some(name) =
            after(line, &["data class ", "enum class ", "sealed class ", "class ", "typealias "])
        {
            name.clone_into(&mut open);
            declared.entry(open.clone()).or_default();
        } else if let Some(name) = after(line, &["fun "]) {
            declared.entry(String::new()).or_default().insert(name.to_owned());
        } else if let Some(member) = after(line, &["    val ", "    fun "]) {
            declared.entry(open.clone()).or_default().insert(member.to_owned());
        }
    }
}
