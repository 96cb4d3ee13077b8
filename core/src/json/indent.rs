//! JSON with a line for each field, made of JSON on one line: so no type is written in two ways.

/// The same JSON with a line for each field and each item, two spaces to a level.
pub(super) fn indented(json: &str) -> String {
    let mut out = String::with_capacity(json.len().saturating_mul(2));
    let (mut depth, mut is_text, mut is_escaped, mut is_empty) = (0_usize, false, false, false);
    for c in json.chars() {
        if is_text {
            out.push(c);
            is_text = c != '"' || is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            continue;
        }
        let is_close = matches!(c, '}' | ']');
        if is_close {
            depth = depth.saturating_sub(1);
        }
        if is_empty != is_close {
            line(&mut out, depth);
        }
        out.push(c);
        is_empty = matches!(c, '{' | '[');
        match c {
            '{' | '[' => depth += 1,
            ',' => line(&mut out, depth),
            ':' => out.push(' '),
            '"' => is_text = true,
            _ => {}
        }
    }
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn it_is_what_is_usual() {
        let texts = [
            "1",
            "\"\"",
            "[]",
            "{}",
            "[1,-2.5,null]",
            r#"{"a":{},"b":[[],[{}]],"c":"x"}"#,
            r#"{"a\"b{":["\\","}]\\\"",":,"],"ấ":true}"#,
        ];
        for text in texts {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(indented(text), serde_json::to_string_pretty(&value).unwrap());
        }
        for id in crate::Plan::builtin_ids() {
            let plan = crate::Plan::builtin(id).unwrap();
            assert_eq!(indented(&crate::to_json(&plan)), serde_json::to_string_pretty(&plan).unwrap());
        }
    }
}
