//! The functions of `tiendo` for JavaScript: conversions, and no rule of their own.
//!
//! Text and bytes come in: whatever is an object there crosses as JSON, which the core reads within its limits, so no object
//! of a caller's can exhaust the stack; an empty text stands for options, limits and languages that were left out. Results
//! go out as plain data, which their JSON makes. What is large or asked often stays here as a handle.
//! `js/index.js`, the only caller, checks the types of what callers give, and documents the functions it makes of these.
#![expect(non_snake_case, reason = "the exports are named as JavaScript names them")]

/// What `js/index.js` calls: each gives what its expression does, as plain data.
macro_rules! exports {
    ($($name:ident($($argument:ident: $type:ty),*) => $result:expr;)+) => {$(
        #[doc = concat!("What `", stringify!($name), "` of `js/index.js` is made of.")]
        #[wasm_bindgen::prelude::wasm_bindgen]
        pub fn $name($($argument: $type),*) -> Result<wasm_bindgen::JsValue, $crate::error::Thrown> {
            $crate::plain(&$result)
        }
    )+};
}

pub mod cells;
mod error;
pub mod files;
pub mod handles;
pub mod plans;
pub mod reporting;
pub mod words;

use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tiendo::chrono::NaiveDate;
use tiendo::{Error, ErrorCode, Lang, Limits, UnknownCode};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::{Thrown, refused, unplaced, within};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(json: &str) -> Result<JsValue, JsValue>;
}

/// A result as a plain JavaScript value, which its JSON makes.
fn plain<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, Thrown> {
    parsed(&tiendo::to_json(value))
}

/// The same for all types of results: what is made for each is kept small.
#[inline(never)]
fn parsed(json: &str) -> Result<JsValue, Thrown> {
    Ok(parse(json)?)
}

/// A file of a caller's, as text or bytes, or the JSON of an object: an object's errors have no lines.
fn file<T>(
    json: &[u8],
    is_object: bool,
    limits: &Limits,
    read: fn(&[u8], &Limits) -> Result<T, Error>,
) -> Result<T, Error> {
    read(json, limits).map_err(|error| if is_object { unplaced(error) } else { error })
}

/// An argument that is read whole, by default where it was left out.
fn argument<T: Default>(json: &str, name: &str, read: fn(&[u8]) -> Result<T, Error>) -> Result<T, Error> {
    if json.is_empty() {
        return Ok(T::default());
    }
    read(json.as_bytes()).map_err(|error| within(name, error))
}

fn limits_of(json: &str) -> Result<Limits, Error> {
    argument(json, "limits", Limits::from_json)
}

/// A result of the library's that comes back as an argument.
fn result<T: DeserializeOwned>(json: &str, name: &str) -> Result<T, Error> {
    tiendo::from_json(json.as_bytes()).map_err(|error| within(name, error))
}

/// One of the codes of a list.
fn code<T: FromStr<Err = UnknownCode>>(text: &str, refusal: ErrorCode, path: &str) -> Result<T, Error> {
    text.parse().map_err(|UnknownCode { known, .. }| {
        let known = format!("`{}`", known.join("`, `"));
        refused(refusal, path, (format!("một trong {known}"), format!("one of {known}")))
    })
}

fn lang(text: &str) -> Result<Lang, Error> {
    if text.is_empty() { Ok(Lang::default()) } else { code(text, ErrorCode::BadOption, "lang") }
}

fn date(text: &str, path: &str) -> Result<NaiveDate, Error> {
    tiendo::parse_date(text).map_err(|error| Error { path: path.to_owned(), ..error })
}
