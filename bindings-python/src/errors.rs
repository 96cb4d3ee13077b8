//! Errors: the core's [`Error`] as the Python exception `TiendoError`.
//!
//! The exception is an ordinary Python class in `tiendo/_errors.py`, so that it pickles and has typed attributes.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use tiendo::{Error, ErrorCode};

use crate::fill::{Fill, Made};

pyo3::import_exception!(tiendo._errors, TiendoError);

/// The one way from an error of the core to an exception.
pub(crate) fn raise(error: Error) -> PyErr {
    Python::attach(|py| exception(py, error).unwrap_or_else(|failed| failed))
}

/// The same for what was wrong with arguments: Python's `grace_days` is JSON's `graceDays`.
pub(crate) fn raise_argument(mut error: Error) -> PyErr {
    let mut path = String::new();
    for letter in error.path.chars() {
        let is_start = letter.is_ascii_uppercase() || letter.is_ascii_digit();
        if is_start && path.ends_with(|before: char| before.is_ascii_lowercase()) {
            path.push('_');
        }
        path.push(letter.to_ascii_lowercase());
    }
    error.path = path;
    raise(error)
}

fn exception(py: Python<'_>, error: Error) -> PyResult<PyErr> {
    let message = error.to_string();
    let Error { code, path, row, column, span, expected, expected_vi, others } = error;
    let span = span.whole(&mut Made::new(py))?.unbind();
    let others = others.into_iter().map(|other| Ok(exception(py, other)?.into_value(py)));
    let others = PyTuple::new(py, others.collect::<PyResult<Vec<_>>>()?)?.unbind();
    Ok(TiendoError::new_err((message, code.as_str(), path, row, column, span, expected, expected_vi, others)))
}

/// The exception of an error, which nobody raises.
pub(crate) fn made(py: Python<'_>, error: Error) -> PyResult<Bound<'_, TiendoError>> {
    Ok(exception(py, error)?.into_value(py).into_bound(py).into_any().cast_into::<TiendoError>()?)
}

/// An argument that could not be handed to the core, with what was expected in Vietnamese and in English.
pub(crate) fn refuse(code: ErrorCode, path: &str, (vi, en): (&str, &str)) -> PyErr {
    raise(Error { code, expected: en.to_owned(), expected_vi: vi.to_owned(), ..Error::bad_text(path) })
}
