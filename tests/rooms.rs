//! The core's rooms: each uses only those before it, so no two go round in a circle; and no file grows beyond reading.

use std::path::{Path, PathBuf};

/// The modules of `core/src/lib.rs`, each allowed what stands before it. A new room finds its place here.
const ROOMS: &[&str] = &[
    "sorted",
    "text",
    "codes",
    "words",
    "error",
    "limits",
    "dates",
    "json",
    "number",
    "unit",
    "note",
    "why",
    "finding",
    "period",
    "calendar",
    "regime",
    "sentences",
    "targets",
    "deadlines",
    "agencies",
    "plan",
    "review",
    "records",
    "reporting",
    "options",
    "progress",
    "tasks",
    "assess",
    "report",
    "validate",
    "schema",
];
/// Lines of a file.
const LINES: usize = 500;

/// Every source file of the core but for tests' own, by its path from `src`.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src");
    let (mut folders, mut sources) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().expect("core/src is read") {
            let path = entry.expect("core/src is read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("tests.rs")
            {
                let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
                sources.push((path.strip_prefix(&root).expect("it is below").to_owned(), text));
            }
        }
    }
    sources.sort();
    sources
}

/// The room a file stands in; none for `lib.rs`.
fn room(path: &Path) -> Option<String> {
    let first = path.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (name != "lib").then(|| name.to_owned())
}

/// What the parser sees of a file beside its tests: for each path through `crate`, its line and the names after it.
mod paths {
    use std::collections::BTreeSet;

    use proc_macro2::{Delimiter, TokenStream, TokenTree};

    /// Each use of a name of the crate: the line, and the name. `depth` is how many modules the file stands in.
    pub(crate) fn of(text: &str, depth: usize) -> BTreeSet<(usize, String)> {
        let tokens: TokenStream = text.parse().expect("the core's sources are Rust");
        let mut found = BTreeSet::new();
        walk(tokens, depth, &mut found);
        found
    }

    fn is_test(tokens: &[TokenTree], at: usize) -> bool {
        let mark = matches!(&tokens[at], TokenTree::Punct(mark) if mark.as_char() == '#');
        let inner = tokens.get(at + 1).map(|group| group.to_string().replace(' ', ""));
        mark && inner.is_some_and(|inner| inner == "[cfg(test)]")
    }

    fn walk(tokens: TokenStream, depth: usize, found: &mut BTreeSet<(usize, String)>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            if is_test(&tokens, at) {
                // The item it stands before, to its body or its end.
                at += 2;
                while at < tokens.len() {
                    let ends = match &tokens[at] {
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        TokenTree::Punct(mark) => mark.as_char() == ';',
                        _ => false,
                    };
                    at += 1;
                    if ends {
                        break;
                    }
                }
                continue;
            }
            match &tokens[at] {
                TokenTree::Group(group) => {
                    let opens = at.checked_sub(2).is_some_and(|at| tokens[at].to_string() == "mod");
                    walk(group.stream(), depth + usize::from(opens), found);
                }
                TokenTree::Ident(name) if *name == "crate" => named(&tokens[at + 1..], found),
                TokenTree::Ident(name) if *name == "super" => {
                    let supers = tokens[at..].chunks(3).take_while(|path| path[0].to_string() == "super");
                    let supers = supers.count();
                    // The last of them with its `::` and what follows.
                    at += 3 * (supers - 1);
                    if supers == depth {
                        named(&tokens[at + 1..], found);
                    }
                }
                // A path in a text, as serde's attributes have it: `with = "crate::json::date"`.
                TokenTree::Literal(text) => {
                    let text = text.to_string();
                    if let Some(path) = text.strip_prefix("\"crate::") {
                        let room = path.split([':', '"']).next().unwrap_or("").to_owned();
                        found.insert((tokens[at].span().start().line, room));
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// The names that follow `crate`: one, or those of a list.
    fn named(tokens: &[TokenTree], found: &mut BTreeSet<(usize, String)>) {
        let [TokenTree::Punct(a), TokenTree::Punct(b), next, ..] = tokens else { return };
        if (a.as_char(), b.as_char()) != (':', ':') {
            return;
        }
        match next {
            TokenTree::Ident(name) => {
                found.insert((name.span().start().line, name.to_string()));
            }
            TokenTree::Group(list) => {
                let mut first = true;
                for token in list.stream() {
                    match token {
                        TokenTree::Ident(name) if first => {
                            found.insert((name.span().start().line, name.to_string()));
                            first = false;
                        }
                        TokenTree::Punct(mark) => first = mark.as_char() == ',',
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

/// How many modules a file stands in.
fn depth(path: &Path) -> usize {
    path.components().count() - usize::from(path.file_stem().is_some_and(|name| name == "mod"))
}

/// The rooms that one room's text uses and may not, each with its line.
fn beyond(own: &str, text: &str, depth: usize) -> Vec<(usize, String)> {
    let place = |room: &str| ROOMS.iter().position(|known| *known == room);
    let own_place = place(own);
    let not_before = |room: &str| room != own && (place(room).is_none() || place(room) >= own_place);
    paths::of(text, depth).into_iter().filter(|(_, room)| not_before(room)).collect()
}

#[test]
fn each_room_uses_only_those_before_it() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(own) = room(&path) else { continue };
        if !ROOMS.contains(&own.as_str()) {
            wrong.push(format!("core/src/{}: the room `{own}` has no place in the order", path.display()));
            continue;
        }
        for (line, room) in beyond(&own, &text, depth(&path)) {
            let place = format!("core/src/{}:{line}", path.display());
            wrong.push(if ROOMS.contains(&room.as_str()) {
                format!("{place}: `{own}` uses `{room}`, which comes after it")
            } else {
                format!("{place}: `{own}` uses `crate::{room}`, which is no room: name it by its room's path")
            });
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_rooms_are_those_of_the_library() {
    let (_, lib) = sources().into_iter().find(|(path, _)| path == Path::new("lib.rs")).expect("lib.rs");
    let is_module = |line: &&str| line.starts_with("mod ") || line.starts_with("pub mod ");
    let mut modules: Vec<&str> = lib
        .lines()
        .filter(is_module)
        .map(|line| line.trim_start_matches("pub ").trim_start_matches("mod ").trim_end_matches(';'))
        .collect();
    modules.sort_unstable();
    let mut rooms = ROOMS.to_vec();
    rooms.sort_unstable();
    assert_eq!(modules, rooms);
}

#[test]
fn a_use_of_a_later_room_is_seen_however_it_is_written() {
    let of = |text: &str| beyond("number", text, 1);
    assert_eq!(of("use crate::plan::Plan;\nuse crate::codes::Lang;"), [(1, "plan".to_owned())]);
    assert_eq!(of("fn f() {\n  crate::plan::f();\n}"), [(2, "plan".to_owned())]);
    assert_eq!(of("use crate::{\n  codes::Lang,\n  plan::{Plan, Row},\n};"), [(3, "plan".to_owned())]);
    assert_eq!(of("#[serde(with = \"crate::plan::date\")]\nstruct A;"), [(1, "plan".to_owned())]);
    assert_eq!(of("use crate::Plan;"), [(1, "Plan".to_owned())]);
    assert_eq!(of("fn f() { vec![crate::plan::f()]; }"), [(1, "plan".to_owned())]);
    assert_eq!(of("use super::plan::Plan;"), [(1, "plan".to_owned())]);
    assert_eq!(of("mod a {\n  use super::plan;\n  use super::super::plan;\n}"), [(3, "plan".to_owned())]);
    // Tests may use what they like, and words in comments use nothing.
    assert_eq!(of("#[cfg(test)]\nmod tests { use crate::plan::Plan; }\n// crate::plan"), []);
    assert_eq!(of("#[cfg(test)]\nuse crate::plan::Plan;\nuse crate::unit::Unit;"), [(3, "unit".to_owned())]);
}

#[test]
fn no_file_is_longer_than_a_reader_reads() {
    let long: Vec<String> = sources()
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LINES)
        .map(|(path, lines)| format!("core/src/{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "at most {LINES} lines:\n{}", long.join("\n"));
}
