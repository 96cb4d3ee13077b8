//! Text, JSON and dates on their way from Python.

use chrono::NaiveDate;
use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDate, PyDateTime, PyString};
use pyo3::{type_hint_identifier, type_hint_union};
use tiendo::ErrorCode;

use crate::errors::refuse;

/// The text of an argument. Python's `str` may hold half of a surrogate pair, which is no text.
pub(crate) fn text<'a>(argument: &'a Bound<'_, PyString>, path: &str) -> PyResult<&'a str> {
    let expected = ("văn bản không có nửa cặp surrogate", "text without lone surrogates");
    argument.to_str().map_err(|_| refuse(ErrorCode::BadValue, path, expected))
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
        let expected = ("văn bản JSON bằng UTF-8", "JSON text in UTF-8");
        text.map(str::as_bytes).map_err(|_| refuse(ErrorCode::BadJson, "", expected))
    }
}

/// A date on its way from Python. A `datetime` is a `date` to Python; here its time would be lost.
pub(crate) struct DateArgument(pub(crate) NaiveDate);

impl FromPyObject<'_, '_> for DateArgument {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "date");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<DateArgument> {
        if object.is_instance_of::<PyDate>() && !object.is_instance_of::<PyDateTime>() {
            return object.extract().map(DateArgument);
        }
        let given = object.get_type().name()?;
        Err(PyTypeError::new_err(format!("a date is a datetime.date, not {given}")))
    }
}
