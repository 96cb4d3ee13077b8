//! Errors on their way out: each is thrown as a plain record, of which `js/index.js` makes a `TiendoError`.

use serde::Serialize;
use tiendo::{Error, ErrorCode, Lang, Span};
use wasm_bindgen::JsValue;

use crate::plain;

/// An error as JavaScript sees it: the core's fields, its line for logs and its sentences.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Thrown<'e> {
    code: ErrorCode,
    path: &'e str,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
    expected: &'e str,
    expected_vi: &'e str,
    message: String,
    vi: String,
    en: String,
    others: Vec<Thrown<'e>>,
}

impl<'e> From<&'e Error> for Thrown<'e> {
    fn from(error: &'e Error) -> Thrown<'e> {
        Thrown {
            code: error.code,
            path: &error.path,
            row: error.row,
            column: error.column,
            span: error.span,
            expected: &error.expected,
            expected_vi: &error.expected_vi,
            message: error.to_string(),
            vi: error.sentence(Lang::Vi),
            en: error.sentence(Lang::En),
            others: error.others.iter().map(Thrown::from).collect(),
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the last that is done with it, in `map_err`")]
pub(crate) fn thrown(error: Error) -> JsValue {
    plain(&Thrown::from(&error)).unwrap_or_else(|failure| failure)
}

/// An argument that could not be handed to the core, with what was expected in Vietnamese and in English.
pub(crate) fn refused(code: ErrorCode, path: &str, (vi, en): (String, String)) -> JsValue {
    thrown(Error {
        code,
        path: path.to_owned(),
        row: None,
        column: None,
        span: None,
        expected: en,
        expected_vi: vi,
        others: Box::default(),
    })
}

/// An error of an object that came as JSON: lines and columns would be those of a text the caller never saw.
pub(crate) fn unplaced(mut error: Error) -> Error {
    (error.row, error.column) = (None, None);
    error.others.iter_mut().for_each(|other| (other.row, other.column) = (None, None));
    error
}

/// An error within one of several arguments, whose name becomes the first step of the path.
pub(crate) fn within(argument: &str, error: Error) -> Error {
    let within = |path: &mut String| {
        let dot = if path.is_empty() { "" } else { "." };
        *path = format!("{argument}{dot}{path}");
    };
    let mut error = unplaced(error);
    within(&mut error.path);
    error.others.iter_mut().for_each(|other| within(&mut other.path));
    error
}
