//! The parts of a list or an object, as they are written.

use super::{decoded, told_at, walk};
use crate::codes::ErrorCode;
use crate::error::Error;
use crate::json::cursor::Cursor;
use crate::limits::Limits;
use crate::words::expected;

/// The texts of the items of a list, of any size: whoever reads them holds each to its limits.
pub(crate) fn items<'j>(json: &'j [u8], limits: &Limits) -> Result<Vec<&'j str>, Error> {
    let (text, is_utf8) = decoded(json);
    let mut walked = walk::walk(Cursor::new(text), is_utf8, limits, None);
    if let Some((at, error)) = walked.found.pop() {
        return Err(told_at(text, at, error));
    }
    if !text.trim_start().starts_with('[') {
        return Err(Error::new(ErrorCode::WrongType, "", expected::list()));
    }
    Ok(parts(text))
}

/// The names and values of an object's fields, as they are written; of anything else nothing.
pub(crate) fn fields(object: &str) -> Vec<(&str, &str)> {
    parts(object).into_iter().filter_map(field).collect()
}

fn field(part: &str) -> Option<(&str, &str)> {
    let part = part.strip_prefix('"')?;
    let mut is_escaped = false;
    let end = part.bytes().position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    })?;
    let value = part.get(end + 1..)?.trim_start().strip_prefix(':')?;
    Some((part.get(..end)?, value.trim()))
}

/// What stands between the outermost brackets and commas of JSON.
fn parts(json: &str) -> Vec<&str> {
    let (mut depth, mut is_text, mut is_escaped, mut from) = (0_usize, false, false, 0);
    let mut parts = Vec::new();
    for (at, byte) in json.bytes().enumerate() {
        if is_text {
            is_text = byte != b'"' || is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            continue;
        }
        if depth == 1 && matches!(byte, b',' | b'}' | b']') {
            parts.extend(json.get(from..at).map(str::trim).filter(|part| !part.is_empty()));
        }
        match byte {
            b'"' => is_text = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 1 && matches!(byte, b'{' | b'[' | b',') {
            from = at + 1;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_apart() {
        let object = r#"{"a":"x,\"}","b" : [{"c":1,"d":2}] ,"e":{},"f\"":true}"#;
        let expected = [("a", r#""x,\"}""#), ("b", r#"[{"c":1,"d":2}]"#), ("e", "{}"), (r#"f\""#, "true")];
        assert_eq!(fields(object), expected);
        assert_eq!(fields("{}"), []);
        assert_eq!(
            items(b" [ {\"a\": [1, 2]} , 3, \"]\"]\n", &Limits::default()),
            Ok(vec!["{\"a\": [1, 2]}", "3", "\"]\""])
        );
        assert_eq!(items(b"{}", &Limits::default()).unwrap_err().code, ErrorCode::WrongType);
        assert_eq!(items(b"[", &Limits::default()).unwrap_err().code, ErrorCode::BadJson);
    }
}
