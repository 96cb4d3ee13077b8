//! Lists as tuples and tables as read-only mappings, typed in the stub by what they hold; lists of arguments from any
//! iterable.

use std::convert::Infallible;
use std::marker::PhantomData;

use pyo3::exceptions::PyTypeError;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyIterator, PyMappingProxy, PyString, PyTuple};
use pyo3::{type_hint_identifier, type_hint_subscript};

const ELLIPSIS: PyStaticExpr = PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis };

/// A Python `tuple` of any length.
pub(crate) struct Tuple<T>(pub(crate) Vec<T>);

impl<T> FromIterator<T> for Tuple<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Tuple<T> {
        Tuple(items.into_iter().collect())
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Tuple<T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("builtins", "tuple"), T::OUTPUT_TYPE, ELLIPSIS);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0)
    }
}

/// A `tuple` that is made when first asked for, and kept.
pub(crate) struct Kept<T>(PyOnceLock<Py<PyTuple>>, PhantomData<T>);

impl<T> Kept<T> {
    pub(crate) fn new() -> Kept<T> {
        Kept(PyOnceLock::new(), PhantomData)
    }
}

impl<T: for<'py> IntoPyObject<'py>> Kept<T> {
    pub(crate) fn get<'py>(
        &self,
        py: Python<'py>,
        make: impl FnOnce() -> PyResult<Tuple<T>>,
    ) -> PyResult<TypedTuple<'py, T>> {
        let tuple = self.0.get_or_try_init(py, || make()?.into_pyobject(py).map(Bound::unbind))?;
        Ok(TypedTuple(tuple.bind(py).clone(), PhantomData))
    }
}

/// A Python `tuple` of a known class.
pub(crate) struct TypedTuple<'py, T>(pub(crate) Bound<'py, PyTuple>, PhantomData<T>);

impl<'py, T> TypedTuple<'py, T> {
    pub(crate) fn each(&self) -> PyResult<TypedIterator<'py, T>> {
        Ok(TypedIterator(self.0.try_iter()?, PhantomData))
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for TypedTuple<'py, T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = Infallible;

    const OUTPUT_TYPE: PyStaticExpr = <Tuple<T> as IntoPyObject<'py>>::OUTPUT_TYPE;

    fn into_pyobject(self, _: Python<'py>) -> Result<Bound<'py, PyTuple>, Infallible> {
        Ok(self.0)
    }
}

/// A Python iterator over objects of a known class.
pub(crate) struct TypedIterator<'py, T>(Bound<'py, PyIterator>, PhantomData<T>);

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for TypedIterator<'py, T> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = Infallible;

    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterator"), T::OUTPUT_TYPE);

    fn into_pyobject(self, _: Python<'py>) -> Result<Bound<'py, PyIterator>, Infallible> {
        Ok(self.0)
    }
}

/// A read-only Python mapping in the order of its items.
pub(crate) struct Mapping<K, V>(pub(crate) Vec<(K, V)>);

impl<K, V> FromIterator<(K, V)> for Mapping<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Mapping<K, V> {
        Mapping(items.into_iter().collect())
    }
}

impl<'py, K: IntoPyObject<'py>, V: IntoPyObject<'py>> IntoPyObject<'py> for Mapping<K, V> {
    type Target = PyMappingProxy;
    type Output = Bound<'py, PyMappingProxy>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Mapping"),
        K::OUTPUT_TYPE,
        V::OUTPUT_TYPE
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyMappingProxy>> {
        let items = PyDict::new(py);
        for (key, value) in self.0 {
            items.set_item(key, value)?;
        }
        Ok(PyMappingProxy::new(py, items.as_mapping()))
    }
}

/// What an iterable argument holds. A `str` is an iterable of its letters to Python, here a slip.
pub(crate) struct Items<T>(pub(crate) Vec<T>);

impl<T> Default for Items<T> {
    fn default() -> Items<T> {
        Items(Vec::new())
    }
}

impl<'py, T: FromPyObjectOwned<'py>> FromPyObject<'_, 'py> for Items<T> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterable"), T::INPUT_TYPE);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Items<T>> {
        if object.is_instance_of::<PyString>() || object.is_instance_of::<PyBytes>() {
            let given = object.get_type().name()?;
            return Err(PyTypeError::new_err(format!("a list of items is asked for, not {given}")));
        }
        let items = object.try_iter()?.map(|item| item?.extract().map_err(Into::into));
        items.collect::<PyResult<_>>().map(Items)
    }
}
