//! The fields of an object, as they are written.

/// The names and values of an object's fields, of JSON on one line that the library wrote: names hold no escapes.
pub(crate) fn fields(object: &str) -> Vec<(&str, &str)> {
    let (mut depth, mut is_text, mut is_escaped, mut from) = (0_usize, false, false, 0);
    let mut fields = Vec::new();
    for (at, byte) in object.bytes().enumerate() {
        if is_text {
            is_text = byte != b'"' || is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            continue;
        }
        if depth == 1 && matches!(byte, b',' | b'}') {
            let field = object.get(from..at).and_then(|field| field.strip_prefix('"')?.split_once("\":"));
            fields.extend(field);
        }
        match byte {
            b'"' => is_text = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 1 && matches!(byte, b'{' | b',') {
            from = at + 1;
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_told_apart() {
        let object = r#"{"a":"x,\"}","b":[{"c":1,"d":2}],"e":{},"f":true}"#;
        let expected = [("a", r#""x,\"}""#), ("b", r#"[{"c":1,"d":2}]"#), ("e", "{}"), ("f", "true")];
        assert_eq!(fields(object), expected);
        assert_eq!(fields("{}"), []);
    }
}
