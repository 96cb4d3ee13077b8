//! Kotlin as Kotlin and Java expect it: one exception with its fields, handles with properties, defaults and overloads,
//! builders, JSON and a readable text of every result; and no memory kept where an argument cannot be given.

use std::fmt::Write as _;

use crate::polish::{Done, between, kinds, replaced, with_defaults};

pub(crate) fn polished(text: &str) -> Done {
    let text = refusal(&in_lines(text))?;
    let text = lowered(&text)?;
    let text = handles(&text)?;
    let mut text = functions(&text);
    for kind in ["Refusal", "FullYears", "RegimeQuery"].into_iter().chain(kinds()) {
        text = record(&text, kind)?;
    }
    // Nothing that was given can be changed: not in Java either.
    let text = replaced(&text, "        return List<", "        return unmodifiable<")?;
    let text = replaced(&text, "    object ", "    data object ")?;
    let text = replaced(&text, "\"NAME_SHADOWING\")", "\"NAME_SHADOWING\", \"USELESS_IS_CHECK\")")?;
    Ok(text + include_str!("support.kt"))
}

/// What is declared begins a line, and only the end of a declaration is a bracket at the beginning of one.
fn in_lines(text: &str) -> String {
    let mut out = String::new();
    let mut last = "";
    for line in text.lines() {
        match line.split_once("*/").filter(|(_, rest)| !rest.is_empty()) {
            Some((docs, rest)) => out.extend([docs, "*/\n    ", rest.trim_start()]),
            None if line == "}" && last.ends_with("_status)") => out.push_str("    }"),
            None => out.push_str(line),
        }
        out.push('\n');
        last = line;
    }
    out.replace("(TiendoException::class)override fun", "(TiendoException::class) override fun")
}

/// One class of exceptions, whose message is core's line.
fn refusal(text: &str) -> Done {
    let text = between(text, "sealed class TiendoException: kotlin.Exception() {", "class Refused(", |_| {
        "class TiendoException internal constructor(".to_owned()
    })?;
    let text = between(&text, ") : TiendoException() {", "\n    }\n", |_| {
        ") : kotlin.Exception() {\n    /** The error in one line, for a log. */\n    \
         override val message: String by lazy { inOneLine() }\n"
            .to_owned()
    })?;
    let (before, after) = text.split_once("val message: String by lazy").ok_or("no message")?;
    let after = after.replacen("override fun toString(): String", "private fun inOneLine(): String", 1);
    replaced(
        &format!("{before}val message: String by lazy{after}"),
        "TiendoException.Refused",
        "TiendoException",
    )
}

/// Arguments that cannot be given are refused by name, and what was made of those before them is freed.
fn lowered(text: &str) -> Done {
    let text = replaced(
        text,
        "uniffiRustCallWithError(TiendoException) { _status ->",
        "lowering(TiendoException) { _status ->",
    )?;
    let text = replaced(
        &text,
        "uniffiRustCall() { _status ->",
        "lowering(UniffiNullRustCallStatusErrorHandler) { _status ->",
    )?;
    let text = between(&text, "RustBuffer.alloc() returned null", "           }\n", |found| {
        format!("{found}           Lowered.add {{ free(it) }}\n")
    })?;
    let text =
        replaced(&text, "            RustBuffer.free(rbuf)\n            throw e\n", "            throw e\n")?;
    let text = replaced(&text, "return block(this.uniffiCloneHandle())", "return block(this.handle)")?;
    let text = replaced(&text, "(\n        it,", "(\n        uniffiCloneHandle(),")?;
    let mut out = String::new();
    let mut cloned = None;
    for line in text.lines() {
        let code = line.trim_start();
        if let Some((before, converter, value, after)) = argument(line) {
            let name = value.trim_matches('`');
            let _ = writeln!(out, "{before}argument(\"{name}\") {{ {converter}.lower({value}) }},{after}");
            continue;
        }
        if code.starts_with("UniffiLib.") && code.contains("_fn_clone_") {
            cloned = Some(code.replace("_fn_clone_", "_fn_free_").replace("(handle,", "(clone,"));
        }
        match cloned.take_if(|_| code == "}") {
            Some(free) => {
                let _ = writeln!(
                    out,
                    "{line}.also {{ clone -> Lowered.add {{ uniffiRustCall() {{ status -> {free} }} }} }}"
                );
            }
            None => out.extend([line, "\n"]),
        }
    }
    Ok(out)
}

/// `FfiConverterString.lower(`text`),` of a call: what stands before it, the converter, the value, and what stands after it.
fn argument(line: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, after) = line.split_at(line.find("FfiConverter")?);
    let (converter, rest) = after.split_once(".lower(")?;
    let (value, after) = rest.split_once("),")?;
    let is_call = after.is_empty() || after == "_status)";
    (is_call && (value == "this" || value.starts_with('`'))).then_some((before, converter, value, after))
}

/// Handles are classes without an interface of the same; what they hold is a property, made once.
fn handles(text: &str) -> Done {
    let mut text = text.to_owned();
    while let Some(at) = text.find("Interface {\n") {
        let start = text[..at].rfind("/**").ok_or("an interface without docs")?;
        let name = text[..at].rsplit(' ').next().unwrap_or("").to_owned();
        let declared = text[start..at].to_owned();
        text = between(&text, &declared, "    companion object\n}\n", |_| String::new())?;
        let (own, plain) = (
            format!("open class {name}: Disposable, AutoCloseable, {name}Interface"),
            format!("class {name}: Disposable, AutoCloseable"),
        );
        text = replaced(&text, &own, &plain)?;
    }
    let mut out = String::new();
    let mut is_property = false;
    for line in text.lines() {
        let plain = line.trim_start();
        let getter = plain.strip_prefix("override fun `").and_then(|rest| rest.split_once("`(): "));
        if let Some((name, of)) = getter.filter(|(name, _)| *name != "toJson") {
            let of = of.trim_end_matches([' ', '{']);
            let _ = writeln!(out, "    val `{name}`: {of} by lazy {{");
            is_property = true;
        } else if is_property && plain.starts_with("return ") {
            out.extend([&plain["return ".len()..], "\n"]);
            is_property = false;
        } else {
            out.extend([&line.replace("override fun `", "fun `"), "\n"]);
        }
    }
    Ok(out)
}

/// Functions with what may be left out, in Java too; those of this file's own are not shown.
fn functions(text: &str) -> String {
    let mut out = String::new();
    let mut is_companion = false;
    for line in text.lines() {
        is_companion = (is_companion || line == "    companion object {") && !line.starts_with('}');
        let Some((before, after)) = line.split_once("fun `") else {
            out.extend([line, "\n"]);
            continue;
        };
        let own = ["refuseText", "resultToJson", "resultFromJson"].iter().any(|own| after.starts_with(own));
        let (declared, has_defaults) = with_defaults(&format!("fun `{after}"), "null");
        // Text may be none, even where core refuses nothing.
        let takes_text =
            after.split(')').next().is_some_and(|parameters| parameters.contains(": kotlin.String"));
        let refuses = takes_text && !before.contains("@Throws");
        let shown = [
            (refuses, "@Throws(TiendoException::class) "),
            (is_companion, "@JvmStatic "),
            (has_defaults && !own, "@JvmOverloads "),
            (own, "internal "),
        ];
        let shown: String = shown.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
        let _ = writeln!(out, "{before}{shown}{declared}");
    }
    out
}

/// A field of a data class: its name, its type and its default.
type Field<'t> = (&'t str, &'t str, Option<&'t str>);

/// A record or an enum with data: JSON both ways, a text a person can read, and a builder where something may be left out.
fn record(text: &str, kind: &str) -> Done {
    let (start, end) = (format!("data class {kind} ("), "\n    companion object\n}\n");
    let Some(at) = text.find(&start) else {
        // An enum with data.
        let start = format!("sealed class {kind} {{");
        return between(text, &start, end, |found| found.replace(end, &members(kind, &[], true)));
    };
    let head = &text[at..at + text[at..].find("\n)").ok_or("an open class")?];
    let fields: Vec<Field<'_>> = head
        .lines()
        .filter_map(|line| {
            let (name, of) = line.trim().strip_prefix("val `")?.split_once("`: ")?;
            let (of, default) = of
                .trim_end_matches([' ', ','])
                .split_once(" = ")
                .map_or((of, None), |(of, by)| (of, Some(by)));
            Some((name, of.trim_end_matches([' ', ',']), default.map(str::trim_end)))
        })
        .collect();
    let has_json = kinds().any(|known| known == kind);
    let has_defaults = fields.iter().any(|(.., default)| default.is_some());
    between(text, &start, end, |found| {
        let mut found = found.replace(end, &members(kind, &fields, has_json));
        if has_defaults {
            found = found.replacen(&start, &format!("data class {kind} @JvmOverloads constructor("), 1);
        }
        // A record holds handles that others use too: it does not close them.
        if let Some(at) = found.find("    @Suppress(\"UNNECESSARY_SAFE_CALL\")") {
            let until = found[at..].find("\n    }\n").map_or(at, |until| at + until + 6);
            found = [&found[..at], &found[until..]].concat().replacen(": Disposable", "", 1);
        }
        found
    })
}

fn members(kind: &str, fields: &[Field<'_>], has_json: bool) -> String {
    let mut out = "\n".to_owned();
    if !fields.is_empty() {
        let shown: Vec<String> = fields.iter().map(|(name, ..)| format!("\"{name}\" to `{name}`")).collect();
        let _ = writeln!(out, "    /** What it holds, without what is absent. */");
        let _ =
            writeln!(out, "    override fun toString(): String = shown(\"{kind}\", {})\n", shown.join(", "));
    }
    if has_json {
        let _ = writeln!(out, "    /** Writes it as the library's JSON, the same text in every language. */");
        let _ = writeln!(out, "    @Throws(TiendoException::class)\n    fun toJson(): String =");
        let _ = writeln!(
            out,
            "        resultToJson(\"{kind}\", argument(\"this\") {{ bytes(FfiConverterType{kind}, this) }})\n"
        );
    }
    let built = fields.iter().any(|(.., default)| default.is_some());
    let needed: Vec<&Field<'_>> = fields.iter().filter(|(.., default)| default.is_none()).collect();
    if built {
        let made: Vec<String> = fields
            .iter()
            .map(|(name, of, default)| {
                format!(
                    "private var `{name}`: {of}{}",
                    default.map_or(String::new(), |by| format!(" = {by}"))
                )
            })
            .collect();
        let _ = writeln!(out, "    /** Makes one field by field; what is not given is by default. */");
        let _ = writeln!(out, "    class Builder internal constructor({}) {{", made.join(", "));
        for (name, of, _) in fields.iter().filter(|(.., default)| default.is_some()) {
            let _ = writeln!(
                out,
                "        /** Sets `{name}`. */\n        fun `{name}`(`{name}`: {of}): Builder = apply {{ this.`{name}` = `{name}` }}\n"
            );
        }
        let names: Vec<String> = fields.iter().map(|(name, ..)| format!("`{name}`")).collect();
        let _ = writeln!(
            out,
            "        /** The whole. */\n        fun build(): {kind} = {kind}({})\n    }}\n",
            names.join(", ")
        );
    }
    out.push_str("    companion object {\n");
    if has_json {
        let _ = writeln!(out, "        /** Reads it from the JSON that [toJson] writes. */");
        let _ = writeln!(out, "        @JvmStatic @JvmOverloads @Throws(TiendoException::class)");
        let _ = writeln!(out, "        fun fromJson(json: String, limits: Limits? = null): {kind} =");
        let _ = writeln!(
            out,
            "            FfiConverterType{kind}.read(ByteBuffer.wrap(resultFromJson(\"{kind}\", json, limits)))"
        );
    }
    if built {
        let parameters: Vec<String> = needed.iter().map(|(name, of, _)| format!("`{name}`: {of}")).collect();
        let given: Vec<String> = needed.iter().map(|(name, ..)| format!("`{name}` = `{name}`")).collect();
        let _ = writeln!(out, "        /** A builder, for Java. */");
        let _ = writeln!(
            out,
            "        @JvmStatic fun builder({}): Builder = Builder({})",
            parameters.join(", "),
            given.join(", ")
        );
    }
    out.push_str("    }\n}\n");
    out
}
