//! Errors: the core's [`Error`] as the Python exception `TiendoError`.
//!
//! The exception is an ordinary Python class in `tiendo/_errors.py`, so that it pickles and has typed attributes.

use pyo3::PyErr;
use tiendo::{Error, ErrorCode};

use crate::text::PySpan;

pyo3::import_exception!(tiendo._errors, TiendoError);

/// The one way from an error of the core to an exception.
pub(crate) fn raise(error: Error) -> PyErr {
    let message = error.to_string();
    let Error { code, path, row, column, span, expected } = error;
    TiendoError::new_err((message, code.as_str(), path, row, column, span.map(PySpan), expected))
}

/// An argument that could not be handed to the core.
pub(crate) fn refuse(code: ErrorCode, path: &str, expected: impl Into<String>) -> PyErr {
    let expected = expected.into();
    raise(Error { code, path: path.to_owned(), row: None, column: None, span: None, expected })
}
