//! Codes in Kotlin and Swift: their spelling and labels without a call into the library.

use std::fmt::Write as _;

use tiendo::{Cycle, Lang, NoteCode, Reason, Source};

use crate::labels::{Label, Labels};
use crate::model::{Model, Shape};
use crate::names::{camel, pascal, shouty};
use crate::read::Stop;

/// A list of codes, or an enum with data told apart by codes.
struct List<'m> {
    name: &'m str,
    /// Each code with its name in Pascal case.
    codes: Vec<&'m str>,
    has_data: bool,
}

fn lists(model: &Model) -> Vec<List<'_>> {
    let of = model.types.iter().filter_map(|mirrored| {
        let codes = mirrored.codes()?.into_iter().map(|(code, _)| code).collect();
        Some(List { name: &mirrored.name, codes, has_data: matches!(mirrored.shape, Shape::Union(_)) })
    });
    of.collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$"))
}

/// A method of a list of codes, its docs, and what it says of each.
type Said = (&'static str, &'static str, Vec<Label>);

fn said(labels: &Labels, list: &str, codes: &[&str], has_data: bool) -> Result<Vec<Said>, Stop> {
    let labels = labels.of(list, codes, has_data)?.unwrap_or_default().to_vec();
    let all = [
        ("label", "Its label, as an official would write it in a table.", labels),
        ("sentence", "What it says, as one sentence.", sentences(list)),
    ];
    Ok(all.into_iter().filter(|(.., texts)| !texts.is_empty()).collect())
}

/// What core says of each code of a list beside its label: as a sentence, or as a value.
fn sentences(list: &str) -> Vec<Label> {
    let told = |code: &str, say: &dyn Fn(Lang) -> &'static str| {
        (code.to_owned(), say(Lang::Vi).to_owned(), say(Lang::En).to_owned())
    };
    match list {
        "NoteCode" => {
            NoteCode::ALL.iter().map(|code| told(code.as_str(), &|lang| code.sentence(lang))).collect()
        }
        "Reason" => Reason::ALL.iter().map(|code| told(code.as_str(), &|lang| code.sentence(lang))).collect(),
        _ => Vec::new(),
    }
}

/// A property that some lists have: its name, its type in Kotlin and Swift, its docs, and its value for each code.
type Property = (&'static str, [&'static str; 2], &'static str, Vec<(String, String)>);

fn property(list: &str) -> Option<Property> {
    let value = |code: &str, value: Option<String>| (code.to_owned(), value.unwrap_or("null".to_owned()));
    match list {
        "Cycle" => {
            let months =
                Cycle::ALL.iter().map(|of| value(of.as_str(), of.months().map(|months| months.to_string())));
            let docs = "How many months a period has; absent for reports whose dates the caller gives.";
            Some(("months", ["Int?", "Int?"], docs, months.collect()))
        }
        "Source" => {
            let certain = Source::ALL.iter().map(|of| value(of.as_str(), Some(of.is_certain().to_string())));
            Some((
                "isCertain",
                ["Boolean", "Bool"],
                "Whether what stands there is certain.",
                certain.collect(),
            ))
        }
        _ => None,
    }
}

pub(crate) fn kotlin(model: &Model, labels: &Labels) -> Result<String, Stop> {
    let mut out = "\
// The spelling of every code and its label, without a call into the native library.
@file:JvmName(\"Codes\")

package vn.tiendo
"
    .to_owned();
    for List { name, codes, has_data } in lists(model) {
        let case = |code: &str| {
            if has_data { format!("is {name}.{}", pascal(code)) } else { format!("{name}.{}", shouty(code)) }
        };
        let arms = codes.iter().map(|code| format!("        {} -> \"{code}\"\n", case(code)));
        let _ = write!(
            out,
            "\n/** The code as it is spelled in every language. */\n\
             public val {name}.code: String\n    get() = when (this) {{\n{}    }}\n",
            arms.collect::<String>()
        );
        if !has_data {
            let _ = write!(
                out,
                "\n/** What a code stands for; absent where it is none of the list. */\n\
                 public fun {name}.Companion.of(code: String): {name}? = {name}.entries.firstOrNull {{ it.code == code }}\n"
            );
        }
        for (method, docs, texts) in said(labels, name, &codes, has_data)? {
            let arms = texts.iter().map(|(code, vi, en)| {
                format!("    {} -> lang.choose({}, {})\n", case(code), quoted(vi), quoted(en))
            });
            let _ = write!(
                out,
                "\n/** {docs} */\npublic fun {name}.{method}(lang: Lang): String = when (this) {{\n{}}}\n",
                arms.collect::<String>()
            );
        }
        if let Some((property, [kind, _], docs, values)) = property(name) {
            let arms = values.iter().map(|(code, value)| format!("        {} -> {value}\n", case(code)));
            let arms = arms.collect::<String>();
            let _ = write!(
                out,
                "\n/** {docs} */\npublic val {name}.{property}: {kind}\n    get() = when (this) {{\n{arms}    }}\n"
            );
        }
    }
    out.push_str(
        "\nprivate fun Lang.choose(vi: String, en: String): String = if (this == Lang.VI) vi else en\n",
    );
    Ok(out)
}

pub(crate) fn swift(model: &Model, labels: &Labels) -> Result<String, Stop> {
    let mut out =
        "// The spelling of every code and its label, without a call into the native library.\n".to_owned();
    for List { name, codes, has_data } in lists(model) {
        let case = |code: &str| format!(".{}", camel(code));
        let arms = codes.iter().map(|code| format!("    case {}: return \"{code}\"\n", case(code)));
        let _ = write!(
            out,
            "\nextension {name} {{\n  /// The code as it is spelled in every language.\n  public var code: String {{\n    \
             switch self {{\n{}    }}\n  }}\n",
            arms.collect::<String>()
        );
        if !has_data {
            let arms = codes.iter().map(|code| format!("    case \"{code}\": self = {}\n", case(code)));
            let _ = write!(
                out,
                "\n  /// What a code stands for; absent where it is none of the list.\n  public init?(code: String) {{\n    \
                 switch code {{\n{}    default: return nil\n    }}\n  }}\n",
                arms.collect::<String>()
            );
        }
        for (method, docs, texts) in said(labels, name, &codes, has_data)? {
            let arms = texts.iter().map(|(code, vi, en)| {
                let vi_or_en = format!("lang == .vi ? {} : {}", quoted(vi), quoted(en));
                format!("    case {}: return {vi_or_en}\n", case(code))
            });
            let _ = write!(
                out,
                "\n  /// {docs}\n  public func {method}(_ lang: Lang) -> String {{\n    switch self {{\n{}    }}\n  }}\n",
                arms.collect::<String>()
            );
        }
        if let Some((property, [_, kind], docs, values)) = property(name) {
            let value = |value: &String| if value == "null" { "nil".to_owned() } else { value.clone() };
            let arms =
                values.iter().map(|(code, of)| format!("    case {}: return {}\n", case(code), value(of)));
            let arms = arms.collect::<String>();
            let _ = write!(
                out,
                "\n  /// {docs}\n  public var {property}: {kind} {{\n    switch self {{\n{arms}    }}\n  }}\n"
            );
        }
        out.push_str("}\n");
    }
    Ok(out)
}
