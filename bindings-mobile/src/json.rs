//! JSON: every result and what callers bring, written and read as core does. It is also how values come back to core.

use serde::Serialize;
use serde::de::DeserializeOwned;
use tiendo::{Error, ErrorCode};
use uniffi::{Lift, Lower};

use crate::UniFfiTag;
use crate::error::{TiendoError, refused};
use crate::generated::{Limits, kinds};
use crate::reporting::ReportingQuery;

/// What core reads from the JSON of a host's value.
pub(crate) trait Back: Sized {
    fn back(kind: &str, text: &str, limits: &tiendo::Limits) -> Result<Self, Error>;
}

/// Types that core reads by serde alone: the result's own form, or what is none.
macro_rules! back_by_serde {
    ($($name:ty,)+) => {
        $(impl Back for $name {
            fn back(kind: &str, text: &str, limits: &tiendo::Limits) -> Result<$name, tiendo::Error> {
                json::by_serde(kind, text, limits)
            }
        })+
    };
}
pub(crate) use back_by_serde;

pub(crate) fn by_serde<T: DeserializeOwned>(
    kind: &str,
    text: &str,
    limits: &tiendo::Limits,
) -> Result<T, Error> {
    let refused = |code, expected_vi, expected| Error {
        code,
        path: String::new(),
        row: None,
        column: None,
        span: None,
        expected,
        expected_vi,
        others: Box::default(),
    };
    let most = limits.json_bytes;
    if text.len() > most {
        let (vi, en) = (format!("JSON không quá {most} byte"), format!("JSON of at most {most} bytes"));
        return Err(refused(ErrorCode::TooLarge, vi, en));
    }
    let (vi, en) = (format!("JSON của một `{kind}`"), format!("the JSON of a `{kind}`"));
    serde_json::from_str(text).map_err(|_| refused(ErrorCode::BadJson, vi, en))
}

/// A value of the host's as core's, which alone knows what it may hold.
pub(crate) fn back<T: DeserializeOwned>(of: &impl Serialize) -> Result<T, TiendoError> {
    let read = serde_json::to_value(of).and_then(serde_json::from_value);
    read.map_err(|_| refused(ErrorCode::BadValue, "một giá trị của thư viện", "a value the library could have given"))
}

/// A caller's choices, else the default ones.
pub(crate) fn back_or_default<T: Back + Default>(of: Option<&impl Serialize>) -> Result<T, TiendoError> {
    let Some(of) = of else { return Ok(T::default()) };
    let text = serde_json::to_string(of).unwrap_or_default();
    Ok(T::back("", &text, &tiendo::Limits::default())?)
}

/// Writes a value, given as it crosses, as JSON.
///
/// The errors are those of values that no result holds.
#[uniffi::export]
#[expect(clippy::needless_pass_by_value, reason = "a borrowed list of bytes would be a direct buffer there")]
pub fn result_to_json(kind: &str, value: Vec<u8>) -> Result<String, TiendoError> {
    kinds::written(kind, &value)
}

/// Reads a value, as it crosses, from JSON.
///
/// The errors are those of files where core checks the whole, `too-large`, and `bad-json` for what is no such value.
#[uniffi::export]
pub fn result_from_json(kind: &str, text: &str, limits: Option<Limits>) -> Result<Vec<u8>, TiendoError> {
    kinds::read(kind, text, &back_or_default(limits.as_ref())?)
}

pub(crate) fn written<T: Lift<UniFfiTag> + Serialize>(mut value: &[u8]) -> Result<String, TiendoError> {
    // A result has no part that cannot be written.
    Ok(serde_json::to_string(&lifted::<T>(&mut value)?).unwrap_or_default())
}

pub(crate) fn read<C: Back, T: From<C> + Lower<UniFfiTag>>(
    kind: &str,
    text: &str,
    limits: &tiendo::Limits,
) -> Result<Vec<u8>, TiendoError> {
    Ok(lowered(T::from(C::back(kind, text, limits)?)))
}

pub(crate) fn written_by_hand(kind: &str, mut value: &[u8]) -> Result<String, TiendoError> {
    match kind {
        "ReportingQuery" => Ok(lifted::<ReportingQuery>(&mut value)?.read()?.to_json()),
        _ => Err(refused(ErrorCode::UnknownCode, "tên một kiểu", "the name of a type")),
    }
}

pub(crate) fn read_by_hand(kind: &str, text: &str, limits: &tiendo::Limits) -> Result<Vec<u8>, TiendoError> {
    match kind {
        "ReportingQuery" => {
            Ok(lowered(ReportingQuery::from(tiendo::ReportingQuery::from_json_with(text.as_bytes(), limits)?)))
        }
        _ => Err(refused(ErrorCode::UnknownCode, "tên một kiểu", "the name of a type")),
    }
}

/// A value of its bytes. What a host cannot hold says so; any other bytes come of no host.
fn lifted<T: Lift<UniFfiTag>>(value: &mut &[u8]) -> Result<T, TiendoError> {
    T::try_read(value).map_err(|error| {
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
