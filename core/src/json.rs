//! JSON in: one road for every file, with the place of whatever is wrong.

use serde::de::DeserializeOwned;

use crate::codes::ErrorCode;
use crate::error::Error;
use crate::limits::Limits;

/// Parts a code from what was expected in the messages this library gives to serde.
const CODED: char = '\u{1f}';

/// A message for serde that carries one of our codes through it.
pub(crate) fn coded<E: serde::de::Error>(code: ErrorCode, expected: &str) -> E {
    E::custom(code_in_text(code, expected))
}

/// A message that carries one of our codes.
pub(crate) fn code_in_text(code: ErrorCode, expected: &str) -> String {
    format!("{code}{CODED}{expected}")
}

/// Reads a JSON text as `T`: within the limits, of a known version, with nothing unknown in it.
pub(crate) fn read<T: DeserializeOwned>(json: &[u8], limits: &Limits) -> Result<T, Error> {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    let misplaced = limits.look_over(json)?;
    let mut reader = serde_json::Deserializer::from_slice(json);
    let mut track = serde_path_to_error::Track::new();
    let value = T::deserialize(serde_path_to_error::Deserializer::new(&mut reader, &mut track))
        .map_err(|error| placed(&error, track.path().to_string()));
    match (value, misplaced) {
        // What serde found wrong within a misplaced array is only that it is misplaced.
        (Err(error), Some(misplaced))
            if error.path.starts_with(&misplaced.path) && error.path != misplaced.path =>
        {
            Err(misplaced)
        }
        (Err(error), _) => Err(error),
        (Ok(value), misplaced) => {
            reader.end().map_err(|error| placed(&error, String::new()))?;
            misplaced.map_or(Ok(value), Err)
        }
    }
}

/// The version of every file of the library so far.
pub(crate) fn version<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let version = <u32 as serde::Deserialize>::deserialize(deserializer)?;
    if version == 1 { Ok(version) } else { Err(coded(ErrorCode::UnknownVersion, "schemaVersion 1")) }
}

/// Writes a value as JSON with a line for each field, ending in a line break: the same bytes every time.
pub(crate) fn write<T: serde::Serialize>(value: &T) -> String {
    // The types written here hold no maps with other than text keys and no failing parts.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// An error of serde's as one of ours. Its kinds show only in its message.
fn placed(error: &serde_json::Error, path: String) -> Error {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    // A dot is the whole, a question mark a place within text that is no JSON.
    let mut path = if path == "." || path.contains('?') { String::new() } else { path };
    let coded = message.split_once(CODED);
    let (code, expected) = match coded {
        Some((code, expected)) => {
            let known = ErrorCode::ALL.iter().find(|known| known.as_str() == code);
            (known.copied().unwrap_or(ErrorCode::BadValue), expected.to_owned())
        }
        None => kind(message, error),
    };
    // A field serde does not know is in its path; one a record's type does not have is not.
    let is_stray = code == ErrorCode::UnknownField && coded.is_some();
    if is_stray || matches!(code, ErrorCode::MissingField | ErrorCode::DuplicateField) {
        // Serde names the field only in its message; its place is within the object at `path`.
        let field = message.split('`').nth(1).unwrap_or("");
        let dot = if path.is_empty() { "" } else { "." };
        path = format!("{path}{dot}{field}");
    }
    let mut placed = Error::new(code, path, expected);
    placed.row = u32::try_from(error.line()).ok().filter(|row| *row > 0);
    placed.column = placed.row.and_then(|_| u32::try_from(error.column()).ok());
    placed
}

fn kind(message: &str, error: &serde_json::Error) -> (ErrorCode, String) {
    let after = |prefix: &str| message.strip_prefix(prefix).map(str::to_owned);
    let expected = || message.split_once(", expected ").map_or(message, |(_, expected)| expected).to_owned();
    if !error.is_data() {
        return (ErrorCode::BadJson, format!("JSON text in UTF-8 ({message})"));
    }
    if message.starts_with("unknown field") {
        return (ErrorCode::UnknownField, expected());
    }
    if let Some(field) = after("missing field ") {
        return (ErrorCode::MissingField, format!("a field {field}"));
    }
    if let Some(field) = after("duplicate field ") {
        return (ErrorCode::DuplicateField, format!("one field {field}"));
    }
    if message.starts_with("invalid type") {
        let expected = expected();
        let object = expected.starts_with("struct ");
        return (ErrorCode::WrongType, if object { "an object".to_owned() } else { expected });
    }
    if message.starts_with("invalid length") {
        return (ErrorCode::WrongType, "an object".to_owned());
    }
    (ErrorCode::BadValue, expected())
}

/// Dates as `YYYY-MM-DD` and nothing else, within the years the library reads.
pub(crate) mod date {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::coded;
    use crate::dates::parse_date;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
    pub(crate) fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(date)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        parse_date(&text).map_err(|error| coded(error.code, &error.expected))
    }
}

/// A date, or none.
pub(crate) mod optional_date {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
    pub(crate) fn serialize<S: Serializer>(
        date: &Option<NaiveDate>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => super::date::serialize(date, serializer),
            None => serializer.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        #[derive(Deserialize)]
        struct Date(#[serde(with = "super::date")] NaiveDate);
        Ok(Option::<Date>::deserialize(deserializer)?.map(|Date(date)| date))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Plan, Records};

    fn plan(json: &str) -> String {
        Plan::from_json(json.as_bytes()).unwrap_err().to_string()
    }

    /// A plan that is whole but for what a test puts in the place of one part.
    fn with(part: &str, other: &str) -> String {
        let whole = r#"{"schemaVersion":1,"id":"x","title":"x","issuer":"x","level":"commune","issued":"2025-05-10","milestones":[2025],"indicators":[{"code":"1","name":"n","targets":[],"lead":""}],"tasks":[]}"#;
        assert!(whole.contains(part));
        plan(&whole.replace(part, other))
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said_with_its_place() {
        let errors = [
            plan(""),
            plan("[]"),
            plan("7"),
            plan("{}"),
            with("\"schemaVersion\":1", "\"schemaVersion\":2"),
            with("\"id\":\"x\"", "\"id\":\"x\",\"id\":\"y\""),
            with("\"id\":\"x\"", "\"id\":5"),
            with("2025-05-10", "2025-5-10"),
            with("2025-05-10", "2025-02-30"),
            with("2025-05-10", "1025-05-10"),
            with("commune", "village"),
            with("[2025]", "[2030,2025]"),
            with("\"code\":\"1\"", "\"code\":\"1..2\""),
            with("\"lead\":\"\"", "\"lead\":\"\",\"parent\":\"1\""),
            with("\"targets\":[]", "\"targets\":[{\"year\":2030,\"text\":\"\"}]"),
            with("\"lead\":\"\"", "\"lead\":\"\",\"colour\":1"),
            with("\"tasks\":[]}", "\"tasks\":[]} x"),
        ];
        insta::assert_snapshot!(errors.join("\n"));
    }

    #[test]
    fn numbers_of_records_are_exact_text() {
        let record = |value: &str| {
            let json = format!(
                r#"{{"schemaVersion":1,"synthetic":true,"records":[{{"type":"observation","id":"o","date":"2025-01-01","recorded":"2025-01-01","source":"s","indicator":"1","value":{value},"status":"official"}}]}}"#
            );
            Records::from_json(json.as_bytes()).map(|_| ()).map_err(|error| error.to_string())
        };
        assert_eq!(record(r#""0.5""#), Ok(()));
        insta::assert_snapshot!(record("0.5").unwrap_err(), @"wrong-type at records[0].value (line 1, column 162): expected a string");
        insta::assert_snapshot!(record(r#""0,5""#).unwrap_err(), @"bad-number at records[0].value (line 1, column 164): expected an exact decimal as text, at most six decimals");
        insta::assert_snapshot!(record(r#""1e3""#).unwrap_err(), @"bad-number at records[0].value (line 1, column 164): expected an exact decimal as text, at most six decimals");
    }
}
