//! Errors on their way out: each is thrown as a plain record, of which `js/index.js` makes a `TiendoError`.

use serde::Serialize;
use tiendo::{Error, ErrorCode};
use wasm_bindgen::JsValue;

use crate::given;

/// An error as JavaScript sees it: the core's fields and its sentence.
#[expect(clippy::needless_pass_by_value, reason = "the last that is done with it, in `map_err`")]
pub(crate) fn thrown(error: Error) -> JsValue {
    #[derive(Serialize)]
    struct Thrown<'e> {
        #[serde(flatten)]
        error: &'e Error,
        message: String,
    }
    given(&Thrown { error: &error, message: error.to_string() }).unwrap_or_else(|failure| failure)
}

/// An argument that could not be handed to the core.
pub(crate) fn refused(code: ErrorCode, path: &str, expected: String) -> JsValue {
    thrown(Error { code, path: path.to_owned(), row: None, column: None, span: None, expected })
}

/// An error of an object that came as JSON: lines and columns would be those of a text the caller never saw.
pub(crate) fn unplaced(error: Error) -> Error {
    Error { row: None, column: None, ..error }
}

/// An error within one of several arguments, whose name becomes the first step of the path.
pub(crate) fn within(argument: &str, error: Error) -> Error {
    let dot = if error.path.is_empty() { "" } else { "." };
    Error { path: format!("{argument}{dot}{}", error.path), ..unplaced(error) }
}
