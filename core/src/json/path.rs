//! Paths within a JSON text, and the places they lead to.

use std::fmt::Write;

use super::cursor::{Cursor, DEEPEST, Stop};
use crate::sorted;
use crate::words::is_control;

/// A step into a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step<'p> {
    /// To an item of a list.
    Item(usize),
    /// To a field of an object.
    Field(&'p str),
}

/// A path as text: `indicators[3].targets[0].year`. A name that is not of letters, digits, `-` and `_` stands in brackets
/// and quotes, cut where it is long: `["a.b"]`.
pub(super) fn written(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Item(at) => _ = write!(path, "[{at}]"),
            Step::Field(name) if is_plain(name) => {
                let dot = if path.is_empty() { "" } else { "." };
                _ = write!(path, "{dot}{name}");
            }
            Step::Field(name) => {
                let cut: String = name.chars().take(MOST).collect();
                let more = if cut.len() < name.len() { "…" } else { "" };
                path.push('[');
                // JSON escapes the control characters below U+0020 alone.
                for c in super::to_json(&format!("{cut}{more}")).chars() {
                    if is_control(c) {
                        _ = write!(path, "\\u{:04x}", u32::from(c));
                    } else {
                        path.push(c);
                    }
                }
                path.push(']');
            }
        }
    }
    path
}

/// Characters of a name that a path shows.
const MOST: usize = 64;

fn is_plain(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    !name.is_empty() && name.len() <= MOST && name.chars().all(is_plain)
}

/// The steps of a path that [`written`] wrote of plain names.
fn steps(path: &str) -> Vec<Step<'_>> {
    path.split(['.', '[', ']'])
        .filter(|step| !step.is_empty())
        .map(|step| step.parse().map_or(Step::Field(step), Step::Item))
        .collect()
}

/// Where in a JSON text each path leads, as an offset in bytes: to its value, or as far as it goes.
pub(super) fn places(text: &str, paths: &[&str]) -> Vec<usize> {
    let mut wanted: Vec<(Vec<Step<'_>>, usize, usize)> =
        paths.iter().enumerate().map(|(at, path)| (steps(path), at, 0)).collect();
    sorted::sort(&mut wanted);
    // The text has been read once: it is JSON.
    _ = find(&mut Cursor::new(text), 0, &mut wanted);
    sorted::sort_by_key(&mut wanted, |(_, at, _)| *at);
    wanted.into_iter().map(|(_, _, place)| place).collect()
}

/// Goes through the value that comes next once, and notes where the wanted paths, in order, lead within it.
fn find(
    cursor: &mut Cursor<'_>,
    depth: usize,
    wanted: &mut [(Vec<Step<'_>>, usize, usize)],
) -> Result<(), Stop> {
    let next = cursor.peek();
    for (_, _, place) in wanted.iter_mut() {
        *place = cursor.at();
    }
    let goes_deeper = wanted.iter().any(|(steps, ..)| steps.len() > depth);
    match next {
        Some(b'[') if goes_deeper => {
            cursor.bump();
            let mut at = 0;
            if cursor.takes(b']') {
                return Ok(());
            }
            loop {
                find(cursor, depth + 1, within(wanted, depth, &Step::Item(at)))?;
                at += 1;
                if !cursor.goes_on(b']')? {
                    return Ok(());
                }
            }
        }
        Some(b'{') if goes_deeper => {
            cursor.bump();
            if cursor.takes(b'}') {
                return Ok(());
            }
            loop {
                let name = cursor.name()?.text();
                find(cursor, depth + 1, within(wanted, depth, &Step::Field(&name)))?;
                if !cursor.goes_on(b'}')? {
                    return Ok(());
                }
            }
        }
        _ => cursor.skip(DEEPEST),
    }
}

/// The wanted paths that go on with a step.
fn within<'w, 'p>(
    wanted: &'w mut [(Vec<Step<'p>>, usize, usize)],
    depth: usize,
    step: &Step<'_>,
) -> &'w mut [(Vec<Step<'p>>, usize, usize)] {
    let start = wanted.partition_point(|(steps, ..)| steps.get(depth).is_none_or(|own| own < step));
    let rest = wanted.get_mut(start..).unwrap_or_default();
    let length = rest.partition_point(|(steps, ..)| steps.get(depth).is_some_and(|own| own == step));
    rest.get_mut(..length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_readable_and_has_one_meaning() {
        let steps = [Step::Field("indicators"), Step::Item(3), Step::Field("a.b"), Step::Field("x")];
        assert_eq!(written(&steps), r#"indicators[3]["a.b"].x"#);
        assert_eq!(written(&[Step::Field("")]), r#"[""]"#);
        assert_eq!(written(&[Step::Field("a\"]\n")]), r#"["a\"]\n"]"#);
        assert_eq!(written(&[Step::Field("a\u{7f}\u{202e}")]), r#"["a\u007f\u202e"]"#);
        assert_eq!(written(&[Step::Field("chỉ tiêu")]), r#"["chỉ tiêu"]"#);
        assert!(written(&[Step::Field(&"x".repeat(1_000_000))]).len() < 100);
    }

    #[test]
    fn places_are_those_of_the_values() {
        let json = r#"{"a": 1, "b": [{"c": 2}, {"d": 3, "\u0065": 4}], "f": {}}"#;
        let paths = ["b[1].e", "a", "", "b[1].d", "b", "f", "b[0].c", "b[7].c"];
        let found: Vec<&str> = places(json, &paths).into_iter().filter_map(|at| json.get(at..=at)).collect();
        assert_eq!(found, ["4", "1", "{", "3", "[", "{", "2", "["]);
    }
}
