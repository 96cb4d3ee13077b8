//! Changing a generated text, where it is as expected and only there.

pub(crate) type Done = Result<String, String>;

/// The types that have JSON, as `tests/mirrors` lists them.
pub(crate) fn kinds() -> impl Iterator<Item = &'static str> {
    include_str!("../../generated/kinds.txt").lines().filter(|line| !line.starts_with("//"))
}

/// Every place of a text changed; none is an error.
pub(crate) fn replaced(text: &str, from: &str, to: &str) -> Done {
    if text.contains(from) {
        Ok(text.replace(from, to))
    } else {
        Err(format!("UniFFI does not write `{from}`"))
    }
}

/// What stands between the first `start` and the `end` after it, both included, changed into another text.
pub(crate) fn between(text: &str, start: &str, end: &str, to: impl Fn(&str) -> String) -> Done {
    let none = || format!("UniFFI does not write `{start}` … `{end}`");
    let at = text.find(start).ok_or_else(none)?;
    let until = text[at + start.len()..].find(end).ok_or_else(none)? + at + start.len() + end.len();
    Ok([&text[..at], &to(&text[at..until]), &text[until..]].concat())
}

/// The declaration of a function where each parameter that may be absent is so by default, and whether any is.
pub(crate) fn with_defaults(line: &str, absent: &str) -> (String, bool) {
    let Some((head, rest)) = line.split_once('(') else { return (line.to_owned(), false) };
    let Some((parameters, tail)) = rest.split_once(')') else { return (line.to_owned(), false) };
    let optional = |parameter: &&str| parameter.trim_end().ends_with('?');
    let parameters: Vec<String> = parameters
        .split(", ")
        .map(|parameter| {
            if optional(&parameter) {
                format!("{} = {absent}", parameter.trim_end())
            } else {
                parameter.to_owned()
            }
        })
        .collect();
    let has = parameters.iter().any(|parameter| parameter.ends_with(&format!("? = {absent}")));
    (format!("{head}({}){tail}", parameters.join(", ")), has)
}
