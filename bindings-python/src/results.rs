//! Results on their way to Python, typed in the stub by their class, and back in as arguments.

use std::convert::Infallible;
use std::marker::PhantomData;

use pyo3::exceptions::PyTypeError;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple, PyType};
use pyo3::{type_hint_identifier, type_hint_subscript};
use serde::de::DeserializeOwned;

use crate::errors::refuse;
use crate::fill::{Made, Record, unreadable};
use crate::generated::fills;

/// The module of the classes.
pub(crate) const RESULTS: &str = "tiendo.generated._results";

const ELLIPSIS: PyStaticExpr = PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis };

/// A result.
pub(crate) struct One<T>(pub(crate) T);

impl<'py, T: Record> IntoPyObject<'py> for One<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!(RESULTS, T::NAME);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Made::new(py).alone(&self.0)
    }
}

/// Results as a `tuple`.
pub(crate) struct Many<T>(pub(crate) Vec<T>);

impl<T> FromIterator<T> for Many<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Many<T> {
        Many(items.into_iter().collect())
    }
}

impl<'py, T: Record> IntoPyObject<'py> for Many<T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("builtins", "tuple"),
        type_hint_identifier!(RESULTS, T::NAME),
        ELLIPSIS
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        Made::new(py).each(self.0)
    }
}

/// A `tuple` of results that is made when first asked for, and kept.
pub(crate) struct Kept<T>(PyOnceLock<Py<PyTuple>>, PhantomData<fn() -> T>);

impl<T: Record> Kept<T> {
    pub(crate) fn new() -> Kept<T> {
        Kept(PyOnceLock::new(), PhantomData)
    }

    pub(crate) fn get<'py, I: IntoIterator<Item: Record>>(
        &self,
        py: Python<'py>,
        items: impl FnOnce() -> I,
    ) -> PyResult<Listed<'py, T>> {
        let made = || Made::new(py).each(items()).map(Bound::unbind);
        Ok(Listed(self.0.get_or_try_init(py, made)?.bind(py).clone(), PhantomData))
    }

    /// What was made already.
    pub(crate) fn made<'py>(&self, py: Python<'py>) -> Option<&Bound<'py, PyTuple>> {
        self.0.get(py).map(|made| made.bind(py))
    }
}

/// A `tuple` that was made of results.
pub(crate) struct Listed<'py, T>(pub(crate) Bound<'py, PyTuple>, PhantomData<fn() -> T>);

impl<'py, T: Record> IntoPyObject<'py> for Listed<'py, T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = Infallible;

    const OUTPUT_TYPE: PyStaticExpr = <Many<T> as IntoPyObject<'py>>::OUTPUT_TYPE;

    fn into_pyobject(self, _: Python<'py>) -> Result<Bound<'py, PyTuple>, Infallible> {
        Ok(self.0)
    }
}

/// A result on its way back, by its JSON.
pub(crate) struct Back<T>(String, PhantomData<fn() -> T>);

impl<T: Record> FromPyObject<'_, '_> for Back<T> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!(RESULTS, T::NAME);

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Back<T>> {
        let class = object.py().import(RESULTS)?.getattr(T::NAME)?;
        if object.is_instance(&class)? {
            let json = object.call_method0("to_json")?;
            // Half of a surrogate pair is written as it is, and is no text.
            return Ok(Back(json.cast::<PyString>()?.to_string_lossy().into_owned(), PhantomData));
        }
        let given = object.get_type().name()?;
        Err(PyTypeError::new_err(format!("a {} is asked for, not {given}", T::NAME)))
    }
}

impl<T: Record + DeserializeOwned> Back<T> {
    pub(crate) fn read(&self) -> PyResult<T> {
        serde_json::from_str(&self.0).map_err(unreadable)
    }
}

/// An object of a class from its JSON. Private.
#[pyfunction(name = "_read")]
#[pyo3(signature = (of, json) -> "Any")]
pub(crate) fn read<'py>(
    of: &Bound<'py, PyType>,
    json: crate::text::JsonArgument<'_>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = of.py();
    let wrong = |expected: (&str, &str)| refuse(tiendo::ErrorCode::BadJson, "", expected);
    let utf8 = ("văn bản JSON bằng UTF-8", "JSON text in UTF-8");
    let json = std::str::from_utf8(json.bytes()?).map_err(|_| wrong(utf8))?;
    let most = tiendo::Limits::default().json_bytes;
    if json.len() > most {
        let (vi, en) = (format!("JSON không quá {most} byte"), format!("JSON of at most {most} bytes"));
        return Err(refuse(tiendo::ErrorCode::TooLarge, "", (&vi, &en)));
    }
    let name = of.name()?;
    let made = fills::read(&mut Made::new(py), name.to_str()?, json)?;
    let made = made.filter(|made| made.get_type().is(of));
    made.ok_or_else(|| wrong((&format!("JSON của một `{name}`"), &format!("the JSON of a `{name}`"))))
}
