//! Errors on their way out: each is thrown as a plain record, of which `js/index.js` makes a `TiendoError`.

use serde::Serialize;
use tiendo::{Error, ErrorCode};
use wasm_bindgen::JsValue;

use crate::given;

/// An error as JavaScript sees it: the core's fields and its sentence.
pub(crate) fn thrown(error: &Error) -> JsValue {
    #[derive(Serialize)]
    struct Thrown<'e> {
        #[serde(flatten)]
        error: &'e Error,
        message: String,
    }
    given(&Thrown { error, message: error.to_string() }).unwrap_or_else(|failure| failure)
}

/// What is wrong with an argument that came as JSON. The core's types put a code of theirs before a U+001F.
pub(crate) fn bad_json(error: &serde_path_to_error::Error<serde_json::Error>) -> Error {
    let message = error.inner().to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let (code, expected) = message.split_once('\u{1f}').unwrap_or(("", message));
    let code = ErrorCode::ALL.iter().find(|known| known.as_str() == code);
    Error {
        code: code.copied().unwrap_or(ErrorCode::BadValue),
        path: error.path().to_string(),
        row: None,
        column: None,
        span: None,
        expected: expected.to_owned(),
    }
}
