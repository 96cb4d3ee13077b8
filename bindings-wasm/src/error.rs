//! Errors on their way out: each is thrown as plain data, of which `js/index.js` makes a `TiendoError`.

use tiendo::{Error, ErrorCode, Lang};
use wasm_bindgen::JsValue;

use crate::plain;

/// What is thrown.
pub struct Thrown(JsValue);

impl From<JsValue> for Thrown {
    fn from(value: JsValue) -> Thrown {
        Thrown(value)
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> JsValue {
        thrown.0
    }
}

/// The line for logs, and the sentences in Vietnamese and English.
type Told = (String, String, String);

/// The error's own fields, and what is told of it and of each of its others.
pub(crate) fn told(error: Error) -> (Error, Vec<Told>) {
    let told = |error: &Error| (error.to_string(), error.sentence(Lang::Vi), error.sentence(Lang::En));
    let all = std::iter::once(&error).chain(&error.others).map(told).collect();
    (error, all)
}

impl From<Error> for Thrown {
    fn from(error: Error) -> Thrown {
        Thrown(plain(&told(error)).unwrap_or_else(JsValue::from))
    }
}

/// An argument that could not be handed to the core, with what was expected in Vietnamese and in English.
pub(crate) fn refused(code: ErrorCode, path: &str, (vi, en): (String, String)) -> Error {
    Error {
        code,
        path: path.to_owned(),
        row: None,
        column: None,
        span: None,
        expected: en,
        expected_vi: vi,
        others: Box::default(),
    }
}

fn each(mut error: Error, change: impl Fn(&mut Error)) -> Error {
    change(&mut error);
    error.others.iter_mut().for_each(change);
    error
}

/// An error of an object that came as JSON: lines and columns would be those of a text the caller never saw.
pub(crate) fn unplaced(error: Error) -> Error {
    each(error, |error| (error.row, error.column) = (None, None))
}

/// An error within an argument, whose name becomes the first step of the path.
pub(crate) fn within(argument: &str, error: Error) -> Error {
    each(unplaced(error), |error| {
        let dot = if error.path.is_empty() || error.path.starts_with('[') { "" } else { "." };
        error.path = format!("{argument}{dot}{}", error.path);
    })
}

/// An error within two lists that came as the records of one file: so many submissions, then exemptions.
pub(crate) fn within_lists(submissions: usize, error: Error) -> Error {
    each(unplaced(error), |error| {
        let place = error.path.strip_prefix("records[").and_then(|path| path.split_once(']'));
        if let Some((Ok(at), rest)) = place.map(|(at, rest)| (at.parse::<usize>(), rest)) {
            error.path = match at.checked_sub(submissions) {
                None => format!("submissions[{at}]{rest}"),
                Some(at) => format!("exemptions[{at}]{rest}"),
            };
        }
    })
}
