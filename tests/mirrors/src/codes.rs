//! Codes in Kotlin and Swift: their spelling and labels without a call into the library.

use std::fmt::Write as _;

use crate::labels::Labels;
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
        if let Some(labels) = labels.of(name, &codes, has_data)? {
            let arms = labels.iter().map(|(code, vi, en)| {
                format!("    {} -> lang.choose({}, {})\n", case(code), quoted(vi), quoted(en))
            });
            let _ = write!(
                out,
                "\n/** Its label, as an official would write it in a table. */\n\
                 public fun {name}.label(lang: Lang): String = when (this) {{\n{}}}\n",
                arms.collect::<String>()
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
        if let Some(labels) = labels.of(name, &codes, has_data)? {
            let arms = labels.iter().map(|(code, vi, en)| {
                let vi_or_en = format!("lang == .vi ? {} : {}", quoted(vi), quoted(en));
                format!("    case {}: return {vi_or_en}\n", case(code))
            });
            let _ = write!(
                out,
                "\n  /// Its label, as an official would write it in a table.\n  public func label(_ lang: Lang) -> String {{\n    \
                 switch self {{\n{}    }}\n  }}\n",
                arms.collect::<String>()
            );
        }
        out.push_str("}\n");
    }
    Ok(out)
}
