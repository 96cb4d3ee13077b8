//! JSON in: one road for every file, with the place of whatever is wrong.
//!
//! A text is walked over once beside the [`Shape`] of its file ([`walk`]), streaming and without a tree: whatever is wrong
//! with it is told, all at once. Only a text of the shape is read by serde ([`reader`]). What a shape cannot say, that a
//! code is no other's or that years are in order, is then checked on what was read; where the shape is wrong, on what is
//! read when that is put right, and an error that could come of the putting right is not told.

mod cursor;
mod fields;
mod indent;
mod keys;
mod limits;
mod options;
mod path;
mod reader;
mod results;
mod shape;
mod walk;
mod writer;

use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;

pub(crate) use fields::{fields, items};
pub(crate) use keys::Keys;
pub(crate) use limits::LIMITS;
pub(crate) use options::read_options;
pub use results::{from_json, from_json_with, to_json};
pub(crate) use shape::{
    DATE, Field, Kind, Object, Presence, Shape, bits, code, needed, nullable, object, spare,
};

use crate::codes::ErrorCode;
use crate::error::{Error, Errors};
use crate::limits::Limits;
use crate::sorted;
use crate::words::expected;
use cursor::Cursor;
use reader::Reader;
use walk::{Repairs, Walked};

/// Paths of errors, and the paths that decide whether each is one.
pub(crate) type RestsOn = &'static [(&'static str, &'static [&'static str])];

/// How a file is read: its shape, and what is checked beyond it.
pub(crate) struct Reading<T> {
    pub(crate) shape: &'static Shape,
    /// Bytes of the file.
    pub(crate) bytes: fn(&Limits) -> usize,
    /// Tells what is wrong beyond the shape, each with its path.
    pub(crate) check: fn(&T, &Limits, &mut Errors),
    /// What the errors of [`check`](Self::check) rest on, beside what stands at their own path: the path of an error
    /// without the places in its lists, and the paths that decide whether it is one.
    pub(crate) rests_on: RestsOn,
}

/// Reads a JSON text as `T`: within the limits, of the shape.
///
/// The shape says all that `T` demands; what does not follow from it is checked by [`read_checked`].
pub(crate) fn read<T: DeserializeOwned>(
    json: &[u8],
    limits: &Limits,
    shape: &'static Shape,
) -> Result<T, Error> {
    let bytes = |limits: &Limits| limits.json_bytes;
    read_checked(json, limits, &Reading { shape, bytes, check: |_, _, _| {}, rests_on: &[] })
}

/// Reads a JSON text as `T`: within the limits, of the shape, and right beyond it. The errors are all there are, the first
/// [`Limits::errors`] of them, in the order of their places.
pub(crate) fn read_checked<T: DeserializeOwned>(
    json: &[u8],
    limits: &Limits,
    reading: &Reading<T>,
) -> Result<T, Error> {
    let mut read = None;
    let mut read_and_check = |mut reader: Reader<'_>, errors: &mut Errors, is_right: bool| {
        let Ok(value) = T::deserialize(&mut reader) else { return false };
        (reading.check)(&value, limits, errors);
        read = Some(value).filter(|_| is_right);
        true
    };
    walked(json, (limits, (reading.bytes)(limits)), reading.shape, reading.rests_on, &mut read_and_check)?;
    read.ok_or_else(unread)
}

/// Reads a value by a reader, checks it and keeps it if its text was right; whether it was read.
type ReadAndCheck<'r> = &'r mut dyn FnMut(Reader<'_>, &mut Errors, bool) -> bool;

/// What is the same for every type that is read: all but the reading itself and what is checked beyond the shape.
fn walked(
    json: &[u8],
    (limits, most): (&Limits, usize),
    shape: &'static Shape,
    rests_on: RestsOn,
    read: ReadAndCheck<'_>,
) -> Result<(), Error> {
    check_size(json, most)?;
    let (text, is_utf8) = decoded(json);
    let Walked { found, lengths, repairs } = walk::walk(Cursor::new(text), is_utf8, limits, Some(shape));
    let mut beyond = Errors::new(limits.errors);
    if found.is_empty() {
        if !read(Reader::new(Cursor::new(text), &lengths), &mut beyond, true) {
            return Err(unread());
        }
        if beyond.is_empty() {
            return Ok(());
        }
    } else if !repairs.none {
        drop(lengths);
        beyond = known_despite(text, limits, (shape, rests_on), repairs, read);
    }
    Err(told(text, found, beyond, limits))
}

/// The text of bytes, up to where they are no UTF-8, and whether that is all.
fn decoded(json: &[u8]) -> (&str, bool) {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    match std::str::from_utf8(json) {
        Ok(text) => (text, true),
        Err(error) => {
            let valid = json.get(..error.valid_up_to()).unwrap_or(&[]);
            (std::str::from_utf8(valid).unwrap_or(""), false)
        }
    }
}

/// A text that is JSON of some shape.
fn syntax<'j>(json: &'j [u8], limits: &Limits) -> Result<&'j str, Error> {
    check_size(json, limits.json_bytes)?;
    let (text, is_utf8) = decoded(json);
    let Walked { mut found, .. } = walk::walk(Cursor::new(text), is_utf8, limits, None);
    found.pop().map_or(Ok(text), |(at, error)| Err(told_at(text, at, error)))
}

/// Whether a text is JSON of some shape.
pub(crate) fn is_json(text: &str, limits: &Limits) -> bool {
    syntax(text.as_bytes(), limits).is_ok()
}

/// An error at an offset of a text, with its line and column.
fn told_at(text: &str, at: usize, error: Error) -> Error {
    told(text, vec![(at, error)], Errors::new(1), &Limits::default())
}

/// Refuses a text of more bytes than so many.
pub(crate) fn check_size(json: &[u8], most: usize) -> Result<(), Error> {
    if json.len() <= most {
        return Ok(());
    }
    Err(Error::new(ErrorCode::TooLarge, "", expected::at_most_bytes(most)))
}

/// Checks a value that came of no file as if it stood in one: by the shape of what it is written as, and beyond that.
pub(crate) fn check<T: serde::Serialize>(
    value: &T,
    limits: &Limits,
    reading: &Reading<T>,
) -> Result<(), Error> {
    let text = to_json(value);
    let mut all = Errors::new(limits.errors.saturating_mul(2));
    (reading.check)(value, limits, &mut all);
    written_right(&text, limits, reading.shape, all)
}

/// Whether a text that the library wrote is of a shape, and nothing is wrong beyond it but what that causes.
fn written_right(text: &str, limits: &Limits, shape: &'static Shape, all: Errors) -> Result<(), Error> {
    let Walked { found, repairs, .. } = walk::walk(Cursor::new(text), true, limits, Some(shape));
    let mut beyond = Errors::new(limits.errors);
    for error in all.into_vec() {
        if !is_in_doubt(&error.path, &repairs.doubts, &[]) {
            beyond.push(error);
        }
    }
    if found.is_empty() && beyond.is_empty() {
        return Ok(());
    }
    let mut error = told(text, found, beyond, limits);
    // Nobody has seen the text: its lines and columns say nothing.
    (error.row, error.column) = (None, None);
    for other in &mut error.others {
        (other.row, other.column) = (None, None);
    }
    Err(error)
}

/// The errors of a text as one, with their places: those of its shape with their offsets, and those beyond it.
fn told(text: &str, mut found: Vec<(usize, Error)>, beyond: Errors, limits: &Limits) -> Error {
    let beyond = beyond.into_vec();
    let paths: Vec<&str> = beyond.iter().map(|error| error.path.as_str()).collect();
    let places = path::places(text, &paths);
    found.extend(places.into_iter().zip(beyond));
    // Those of one place stay in their order.
    sorted::sort_by_key(&mut found, |(at, _)| *at);
    found.truncate(limits.errors.max(1));
    place(text, &mut found);
    let mut errors = Errors::new(limits.errors);
    for (_, error) in found {
        errors.push(error);
    }
    errors.into_first().unwrap_or_else(unread)
}

/// The error where a type does not take what its shape allows: a test compares the two.
fn unread() -> Error {
    Error::new(ErrorCode::BadValue, "", expected::another_value())
}

/// What can be known of a text to be wrong beyond its shape where its shape is wrong too.
fn known_despite(
    text: &str,
    limits: &Limits,
    (shape, rests_on): (&'static Shape, RestsOn),
    repairs: Repairs,
    read: ReadAndCheck<'_>,
) -> Errors {
    let Repairs { mut edits, doubts, .. } = repairs;
    sorted::sort_by_key(&mut edits, |(range, _)| (range.start, range.end));
    let mut errors = Errors::new(limits.errors);
    let pieces = pieces(text, &edits);
    let Walked { found, lengths, .. } = walk::walk(Cursor::over(&pieces), true, limits, Some(shape));
    if !found.is_empty() {
        return errors;
    }
    // More are sought than are told: some are left out again.
    let mut all = Errors::new(limits.errors.saturating_mul(2));
    read(Reader::new(Cursor::over(&pieces), &lengths), &mut all, false);
    for error in all.into_vec() {
        if !is_in_doubt(&error.path, &doubts, rests_on) {
            errors.push(error);
        }
    }
    errors
}

/// A text with other values in place of those that are wrong, in pieces: it is not copied.
fn pieces<'t>(text: &'t str, edits: &'t [(Range<usize>, String)]) -> Vec<&'t str> {
    let mut pieces = Vec::with_capacity(2 * edits.len() + 1);
    let mut at = 0;
    for (range, blank) in edits {
        pieces.extend([text.get(at..range.start).unwrap_or(""), blank]);
        at = at.max(range.end);
    }
    pieces.push(text.get(at..).unwrap_or(""));
    pieces
}

/// Whether an error could come of a value that was put in place of another.
fn is_in_doubt(path: &str, doubts: &[String], rests_on: RestsOn) -> bool {
    let bare = without_places(path);
    let rests_on = rests_on.iter().find(|(of, _)| *of == bare).map_or(&[][..], |(_, paths)| paths);
    doubts.iter().any(|doubt| {
        let bare = without_places(doubt);
        overlap(path, doubt) || rests_on.iter().any(|path| overlap(path, &bare))
    })
}

/// Whether one path leads into what the other leads to.
fn overlap(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short)
        .is_some_and(|rest| short.is_empty() || rest.is_empty() || rest.starts_with(['.', '[']))
}

/// A path without the places in its lists: `indicators[].code`.
fn without_places(path: &str) -> String {
    path.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// Gives errors, in the order of their offsets, the lines and columns of these.
fn place(text: &str, found: &mut [(usize, Error)]) {
    let (mut row, mut line, mut from) = (1_u32, 0, 0);
    for (at, error) in found {
        for (broken, _) in text.get(from..*at).unwrap_or("").match_indices('\n') {
            row = row.saturating_add(1);
            line = from + broken + 1;
        }
        from = *at;
        let column = text.get(line..*at).map_or(0, |before| before.chars().count()) + 1;
        error.row = Some(row);
        error.column = u32::try_from(column).ok();
    }
}

/// A list that takes no more room than its items.
pub(crate) fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct List<T>(std::marker::PhantomData<T>);

    impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for List<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a list")
        }

        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
            let mut list = Vec::new();
            // Another reader's hint may be any number: where there is no room for it, the list grows as it can.
            _ = list.try_reserve_exact(items.size_hint().unwrap_or(0));
            while let Some(item) = items.next_element()? {
                list.push(item);
            }
            Ok(list)
        }
    }

    deserializer.deserialize_seq(List(std::marker::PhantomData))
}

/// Writes a value as JSON with a line for each field, ending in a line break: the same bytes every time.
pub(crate) fn write<T: serde::Serialize>(value: &T) -> String {
    let mut text = indent::indented(&to_json(value));
    text.push('\n');
    text
}

/// The version of every file of the library so far.
pub(crate) fn version<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let version = u32::deserialize(deserializer)?;
    if version == 1 { Ok(version) } else { Err(serde::de::Error::custom("expected schemaVersion 1")) }
}

/// Dates as `YYYY-MM-DD` and nothing else, within the years the library reads.
pub(crate) mod date {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::dates::parse_date;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
    pub(crate) fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(date)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        parse_date(&text).map_err(serde::de::Error::custom)
    }
}

/// A date of a result: of any year of four digits, since what follows from a file's dates may lie beyond the years that files
/// name. Not by chrono's own reading, which takes other forms too.
pub(crate) mod day {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer};

    use crate::dates::date_of;

    pub(crate) use super::date::serialize;

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        date_of(&text).ok_or_else(|| serde::de::Error::custom("a date"))
    }
}

/// A date of a result, or none.
pub(crate) mod optional_day {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer};

    pub(crate) use super::optional_date::serialize;

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        #[derive(Deserialize)]
        struct Day(#[serde(with = "super::day")] NaiveDate);
        Ok(Option::<Day>::deserialize(deserializer)?.map(|Day(date)| date))
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
mod tests;
