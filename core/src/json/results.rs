//! Results as JSON, and back.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::cursor::Cursor;
use super::reader::Reader;
use super::writer::written;
use crate::error::Error;
use crate::limits::Limits;

/// Any result as JSON on one line: the same bytes for the same result in every language.
///
/// ```
/// let number = tiendo::parse_number("1.200,5")?;
/// assert_eq!(tiendo::to_json(&number), r#"{"value":"1200.5","ambiguous":false}"#);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn to_json<T: Serialize + ?Sized>(result: &T) -> String {
    // The library's types hold no maps with other than text keys and no failing parts.
    written(&|writer| result.serialize(writer))
}

/// Reads any result from the JSON it was written as, within the default [`Limits`].
///
/// Files have readers of their own, which tell all that is wrong at its place. Errors: `too-large`, `too-deep`,
/// `bad-json`, and `bad-value` for JSON that is no such result, each but the first with its line and column.
///
/// ```
/// use tiendo::{Deadline, ErrorCode, from_json, parse_deadline, to_json};
/// let deadline = parse_deadline("6/2025")?;
/// assert_eq!(from_json::<Deadline>(to_json(&deadline).as_bytes())?, deadline);
/// assert_eq!(from_json::<Deadline>(b"{}").unwrap_err().code, ErrorCode::BadValue);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn from_json<T: DeserializeOwned>(json: &[u8]) -> Result<T, Error> {
    from_json_with(json, &Limits::default())
}

/// Reads any result from the JSON it was written as, within limits of the caller's.
///
/// ```
/// use tiendo::{Deadline, ErrorCode, Limits, from_json_with};
/// let limits = Limits { json_bytes: 1, ..Limits::default() };
/// assert_eq!(from_json_with::<Deadline>(b"{}", &limits).unwrap_err().code, ErrorCode::TooLarge);
/// ```
pub fn from_json_with<T: DeserializeOwned>(json: &[u8], limits: &Limits) -> Result<T, Error> {
    let mut result = None;
    read(json, limits, &mut |reader| {
        result = T::deserialize(reader).ok();
        result.is_some()
    })?;
    result.ok_or_else(super::unread)
}

/// The same for every type of results, so that it is compiled once.
fn read(json: &[u8], limits: &Limits, is_read: &mut dyn FnMut(&mut Reader<'_>) -> bool) -> Result<(), Error> {
    let text = super::syntax(json, limits)?;
    let mut reader = Reader::new(Cursor::new(text), &[]);
    if is_read(&mut reader) {
        return Ok(());
    }
    Err(super::told_at(text, reader.at(), super::unread()))
}
