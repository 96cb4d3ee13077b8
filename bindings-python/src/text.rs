//! Text in, and places within it.

use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use pyo3::{type_hint_identifier, type_hint_union};
use tiendo::{ErrorCode, Span};

use crate::errors::refuse;
use crate::match_args::{MatchArgs, positional};
use crate::pickle::{Reduced, reduce};
use crate::repr::Repr;

/// The text of an argument. Python's `str` may hold half of a surrogate pair, which is no text.
pub(crate) fn text<'a>(argument: &'a Bound<'_, PyString>, path: &str) -> PyResult<&'a str> {
    argument.to_str().map_err(|_| refuse(ErrorCode::BadValue, path, "text without lone surrogates"))
}

/// The same, to keep.
pub(crate) fn owned(argument: &Bound<'_, PyString>, path: &str) -> PyResult<String> {
    text(argument, path).map(str::to_owned)
}

/// JSON on its way from Python.
pub(crate) struct JsonArgument<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for JsonArgument<'py> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "bytes")
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<JsonArgument<'py>> {
        if object.is_instance_of::<PyString>() || object.is_instance_of::<PyBytes>() {
            return Ok(JsonArgument(object.to_owned()));
        }
        let given = object.get_type().name()?;
        Err(PyTypeError::new_err(format!("JSON is str or bytes, not {given}")))
    }
}

impl JsonArgument<'_> {
    pub(crate) fn bytes(&self) -> PyResult<&[u8]> {
        if let Ok(bytes) = self.0.cast::<PyBytes>() {
            return Ok(bytes.as_bytes());
        }
        let text = self.0.cast::<PyString>()?.to_str();
        text.map(str::as_bytes).map_err(|_| refuse(ErrorCode::BadJson, "", "JSON text in UTF-8"))
    }
}

/// A half-open range of characters (Unicode scalar values) of a text: an index of Python's `str`.
///
/// >>> import tiendo
/// >>> target = tiendo.parse_target("≥ 3.000")
/// >>> span = target.notes[0].span
/// >>> span
/// Span(2, 7)
/// >>> target.text[span.start : span.end]
/// '3.000'
#[pyclass(frozen, eq, hash, name = "Span", module = "tiendo")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct PySpan(pub(crate) Span);

positional!(PySpan: "start", "end");

#[pymethods]
impl PySpan {
    #[classattr]
    fn __match_args__() -> MatchArgs<PySpan> {
        MatchArgs::new()
    }

    /// The first character of the place.
    #[getter]
    fn start(&self) -> u32 {
        self.0.start
    }

    /// One past its last character.
    #[getter]
    fn end(&self) -> u32 {
        self.0.end
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Span").value(self.0.start).value(self.0.end).finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Span", &self.0)
    }
}
