//! Results on their way out, typed in the stub by their class; results on their way back in, and JSON.

use std::convert::Infallible;
use std::marker::PhantomData;

use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple, PyType};
use pyo3::{type_hint_identifier, type_hint_subscript};
use serde::de::DeserializeOwned;
use tiendo::ErrorCode;

use crate::errors::{raise, refuse};
use crate::fill::{Fill, Made, Record};
use crate::generated::fills;
use crate::take::{Arg, Json, Place, other};

/// The module of the classes.
pub(crate) const RESULTS: &str = "tiendo.generated._results";

/// A result.
pub(crate) struct One<T>(pub(crate) T);

impl<'py, T: Fill> IntoPyObject<'py> for One<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = T::HINT;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.whole(&mut Made::new(py))
    }
}

/// Results as a tuple that prints short.
pub(crate) struct Listed<'py, T>(pub(crate) Bound<'py, PyTuple>, PhantomData<fn() -> T>);

impl<'py, T: Record> Listed<'py, T> {
    pub(crate) fn of<I: Record>(
        py: Python<'py>,
        items: impl IntoIterator<Item = I>,
    ) -> PyResult<Listed<'py, T>> {
        Ok(Listed(Made::new(py).each(items)?, PhantomData))
    }
}

impl<'py, T: Record> IntoPyObject<'py> for Listed<'py, T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = Infallible;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("tiendo._record", "Results"),
        type_hint_identifier!(RESULTS, T::NAME)
    );

    fn into_pyobject(self, _: Python<'py>) -> Result<Bound<'py, PyTuple>, Infallible> {
        Ok(self.0)
    }
}

/// Results that are made when first asked for, and kept.
pub(crate) struct Kept(PyOnceLock<Py<PyTuple>>);

impl Default for Kept {
    fn default() -> Kept {
        Kept(PyOnceLock::new())
    }
}

impl Kept {
    pub(crate) fn get<'py, T: Record, I: IntoIterator<Item: Record>>(
        &self,
        py: Python<'py>,
        items: impl FnOnce() -> I,
    ) -> PyResult<Listed<'py, T>> {
        let made = || Made::new(py).each(items()).map(Bound::unbind);
        Ok(Listed(self.0.get_or_try_init(py, made)?.bind(py).clone(), PhantomData))
    }
}

/// Results that come back in do so by their JSON.
macro_rules! by_json {
    ($($name:ident),*) => {$(
        impl $crate::take::Take for tiendo::$name {
            const HINT: pyo3::inspect::PyStaticExpr = <Self as $crate::fill::Fill>::HINT;

            fn take(given: &Bound<'_, PyAny>, place: &$crate::take::Place<'_>) -> PyResult<Self> {
                $crate::results::back(given, place)
            }
        }
    )*};
}
pub(crate) use by_json;

pub(crate) fn back<T: Record + DeserializeOwned>(given: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<T> {
    if !given.is_instance(&given.py().import(RESULTS)?.getattr(T::NAME)?)? {
        return other(given, place, &format!("a {}", T::NAME));
    }
    let json = given.call_method0("to_json")?;
    // Half of a surrogate pair is written as it is, and is no text.
    tiendo::from_json(json.cast::<PyString>()?.to_string_lossy().as_bytes()).map_err(raise)
}

/// An object of a class from its JSON. Private.
#[pyfunction(name = "_read")]
#[pyo3(signature = (of, json) -> "Any")]
pub(crate) fn read<'py>(of: &Bound<'py, PyType>, json: Arg<'_, Json>) -> PyResult<Bound<'py, PyAny>> {
    let name = of.name()?;
    let made = fills::read(&mut Made::new(of.py()), name.to_str()?, &json.at("json")?.0)?;
    let expected = (&*format!("JSON của một `{name}`"), &*format!("the JSON of a `{name}`"));
    made.filter(|made| made.get_type().is(of)).ok_or_else(|| refuse(ErrorCode::BadJson, "", expected))
}

/// An object of an input's class, of what was given by name. Private.
#[pyfunction(name = "_input")]
#[pyo3(signature = (of, given: "dict[str, Any]") -> "Any")]
pub(crate) fn input<'py>(of: &Bound<'py, PyType>, given: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    let made = fills::input(&mut Made::new(of.py()), of.name()?.to_str()?, given)?;
    made.ok_or_else(|| PyTypeError::new_err(format!("no input is a {of}")))
}
