//! JSON: every result and what callers bring, written and read as core does. It is also how values come back to core.

use serde::Serialize;
use serde::de::DeserializeOwned;
use tiendo::{Error, ErrorCode};
use uniffi::{Lift, Lower};

use crate::UniFfiTag;
use crate::error::{TiendoError, refused};
use crate::generated::{Limits, kinds};
use crate::reporting::ReportingQuery;

/// What core reads from the JSON of a host's value: by a reader of its own, else as a result.
pub(crate) trait Back: DeserializeOwned {
    fn back(json: &[u8], limits: &tiendo::Limits) -> Result<Self, Error> {
        tiendo::from_json_with(json, limits)
    }
}

impl<T: Back> Back for Vec<T> {}

/// A value of the host's as core's, which alone knows what it may hold.
pub(crate) fn back<T: Back>(of: &impl Serialize) -> Result<T, TiendoError> {
    let read = T::back(tiendo::to_json(of).as_bytes(), &tiendo::Limits::default());
    // Nobody has seen the text: its lines and columns say nothing.
    Ok(read.map_err(|error| Error { row: None, column: None, ..error })?)
}

/// A caller's choices, else the default ones.
pub(crate) fn back_or_default<T: Back + Default>(of: Option<&impl Serialize>) -> Result<T, TiendoError> {
    of.map_or_else(|| Ok(T::default()), back)
}

/// Writes a value, given as it crosses, as JSON.
///
/// The errors are those of values that no result holds.
#[uniffi::export]
pub fn result_to_json(kind: &str, value: Vec<u8>) -> Result<String, TiendoError> {
    kinds::written(kind, &value)
}

/// Reads a value, as it crosses, from JSON.
///
/// The errors are those of files where core checks the whole, `too-large`, and `bad-json` for what is no such value.
#[uniffi::export]
pub fn result_from_json(kind: &str, json: &str, limits: Option<Limits>) -> Result<Vec<u8>, TiendoError> {
    kinds::read(kind, json, &back_or_default(limits.as_ref())?)
}

pub(crate) fn written<T: Lift<UniFfiTag> + Serialize>(value: &[u8]) -> Result<String, TiendoError> {
    Ok(tiendo::to_json(&lifted::<T>(value)?))
}

pub(crate) fn read<C: Back, T: From<C> + Lower<UniFfiTag>>(
    text: &str,
    limits: &tiendo::Limits,
) -> Result<Vec<u8>, TiendoError> {
    Ok(lowered(T::from(C::back(text.as_bytes(), limits)?)))
}

pub(crate) fn written_by_hand(kind: &str, value: &[u8]) -> Result<String, TiendoError> {
    match kind {
        "ReportingQuery" => Ok(lifted::<ReportingQuery>(value)?.read()?.to_json()),
        _ => Err(unknown()),
    }
}

pub(crate) fn read_by_hand(kind: &str, text: &str, limits: &tiendo::Limits) -> Result<Vec<u8>, TiendoError> {
    match kind {
        "ReportingQuery" => read::<tiendo::ReportingQuery, ReportingQuery>(text, limits),
        _ => Err(unknown()),
    }
}

impl Back for tiendo::ReportingQuery {
    fn back(json: &[u8], limits: &tiendo::Limits) -> Result<tiendo::ReportingQuery, Error> {
        tiendo::ReportingQuery::from_json_with(json, limits)
    }
}

/// No host asks for another type.
fn unknown() -> TiendoError {
    refused(ErrorCode::UnknownCode, "tên một kiểu", "the name of a type")
}

/// A value of its bytes. What a host cannot hold says so; any other bytes come of no host.
fn lifted<T: Lift<UniFfiTag>>(mut value: &[u8]) -> Result<T, TiendoError> {
    T::try_read(&mut value).map_err(|error| {
        let other = |_| refused(ErrorCode::BadValue, "một giá trị", "a value");
        error.downcast::<TiendoError>().unwrap_or_else(other)
    })
}

fn lowered<T: Lower<UniFfiTag>>(value: T) -> Vec<u8> {
    let mut bytes = Vec::new();
    T::write(value, &mut bytes);
    bytes
}

/// Whether a code is the one that is not written.
pub(crate) fn is_default<T: Default + PartialEq>(of: &T) -> bool {
    *of == T::default()
}
