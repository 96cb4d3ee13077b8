//! Names: from Rust's to each host's.

use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use crate::model::Field;

/// `asIsUsual` outside Rust and Python.
pub(crate) fn camel(name: &str) -> String {
    name.to_lower_camel_case()
}

/// `LikeAType`.
pub(crate) fn pascal(name: &str) -> String {
    name.to_upper_camel_case()
}

/// `AN_ENTRY` of a Kotlin enum.
pub(crate) fn shouty(name: &str) -> String {
    name.to_shouty_snake_case()
}

/// The name a code goes by where Rust's would not give its words: `CivilCode_146`.
pub(crate) fn cased_code(rust: &str, text: &str) -> Option<String> {
    if shouty(rust) == shouty(text) {
        return None;
    }
    let mut name = String::new();
    for word in text.split(['_', '-']) {
        let is_number = word.starts_with(|first: char| first.is_ascii_digit());
        name.push_str(if is_number { "_" } else { "" });
        name.push_str(&pascal(word));
    }
    Some(name)
}

/// A name as serde writes it.
pub(crate) fn renamed(name: &str, rule: Option<&str>) -> String {
    match rule {
        Some("camelCase") => name.to_lower_camel_case(),
        Some("snake_case") => name.to_snake_case(),
        Some("kebab-case") => name.to_kebab_case(),
        _ => name.to_owned(),
    }
}

/// Docs with fields named as in JSON.
pub(crate) fn for_json(docs: &str, fields: &[Field]) -> String {
    let mut docs = docs.to_owned();
    for field in fields.iter().filter(|field| field.rust != field.json) {
        docs = docs.replace(&format!("`{}`", field.rust), &format!("`{}`", field.json));
    }
    docs
}

/// The name of the list of all codes of a type: `CYCLES`.
pub(crate) fn plural(name: &str) -> String {
    let name = shouty(name);
    if name.ends_with('S') { format!("{name}ES") } else { format!("{name}S") }
}

/// A field in Python: `from` is a keyword.
pub(crate) fn python_name(name: &str) -> String {
    const KEYWORDS: &[&str] =
        &["from", "in", "is", "class", "def", "with", "as", "not", "or", "and", "pass", "global"];
    if KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

/// Docs in Python's words: what is absent is `None`.
pub(crate) fn for_python(docs: &str, may_be_none: bool) -> String {
    let docs = docs.replace('\\', "\\\\").replace("\"\"\"", "'''");
    let docs = if docs.ends_with('"') { format!("{docs} ") } else { docs };
    if may_be_none { docs.replace("; absent", "; `None`") } else { docs }
}
