//! Swift as Swift expects it: properties of handles, what may be left out left out, JSON of every result, an error's fields.

use std::fmt::Write as _;

use crate::polish::{Done, kinds, replaced, with_defaults};

pub(crate) fn polished(text: &str) -> Done {
    let mut out = String::new();
    for line in text.lines() {
        let plain = line.trim_start();
        let (declared, property) =
            match plain.strip_prefix("open func ").or_else(|| plain.strip_prefix("func ")) {
                Some(rest) => {
                    (plain.starts_with("open"), rest.split_once("()").filter(|(name, _)| *name != "toJson"))
                }
                None => (false, None),
            };
        match property.and_then(|(name, rest)| Some((name, rest.trim_start().strip_prefix("-> ")?))) {
            Some((name, of)) if declared => out.extend(["open var ", name, ": ", of]),
            Some((name, of)) => out.extend(["    var ", name, ": ", of, " { get }"]),
            None if plain.contains("func ") && (declared || plain.starts_with("public ")) => {
                out.push_str(&with_defaults(line, "nil").0);
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    for own in ["refuseText", "resultToJson", "resultFromJson"] {
        out = replaced(&out, &format!("public func {own}("), &format!("func {own}("))?;
    }
    out.push_str(
        "\nextension TiendoError {\n    /// The kind of error; the same in every language.\n    public var code: ErrorCode {\n        \
         switch self { case let .Refused(code, _, _, _, _, _, _, _): return code }\n    }\n\n    \
         /// Where in the input; empty for the input as a whole.\n    public var path: String {\n        \
         switch self { case let .Refused(_, path, _, _, _, _, _, _): return path }\n    }\n}\n",
    );
    for kind in kinds() {
        let name = renamed(kind);
        let _ = write!(
            out,
            "\nextension {name} {{\n    /// Writes it as the library's JSON, the same text in every language.\n    \
             public func toJson() throws -> String {{\n        var written = [UInt8]()\n        \
             FfiConverterType{name}.write(self, into: &written)\n        \
             return try resultToJson(kind: \"{kind}\", value: Data(written))\n    }}\n\n    \
             /// Reads it from the JSON that `toJson` writes.\n    \
             public static func fromJson(_ json: String, limits: Limits? = nil) throws -> {name} {{\n        \
             var read = (data: try resultFromJson(kind: \"{kind}\", json: json, limits: limits), offset: 0)\n        \
             return try FfiConverterType{name}.read(from: &read)\n    }}\n}}\n"
        );
    }
    Ok(out)
}

/// What a type is called in Swift.
fn renamed(kind: &str) -> &str {
    let renames = include_str!("../../uniffi.toml").split("[bindings.swift.rename]").nth(1).unwrap_or("");
    let renames = renames.lines().skip(1).take_while(|line| !line.starts_with('['));
    let found = renames.filter_map(|line| line.split_once(" = \"")).find(|(from, _)| *from == kind);
    found.map_or(kind, |(_, to)| to.trim_end_matches('"'))
}
