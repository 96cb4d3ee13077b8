//! Handles: objects that hold a value of the core which is read from a file: a plan, a registry, a calendar, records.

use pyo3::IntoPyObjectExt;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::PyDict;
use tiendo::Limits;

use crate::results::{Json, One};

/// What a file is read from.
pub(crate) struct Source<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for Source<'py> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("tiendo._record", "Source");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Source<'py>> {
        Ok(Source(object.to_owned()))
    }
}

impl<'py> Source<'py> {
    pub(crate) fn json(&self) -> PyResult<Json<'py>> {
        let read = self.0.py().import("tiendo._record")?.getattr("sourced")?;
        read.call1((&self.0,))?.extract()
    }
}

/// A method that reads JSON, within limits: what something was read by is what it is unpickled by.
pub(crate) fn reader<'py>(of: &Bound<'py, PyAny>, limits: &Limits) -> PyResult<Bound<'py, PyAny>> {
    let (py, read) = (of.py(), of.getattr("from_json")?);
    if *limits == Limits::default() {
        return Ok(read);
    }
    let named = PyDict::new(py);
    named.set_item("limits", One(limits.clone()))?;
    py.import("functools")?.getattr("partial")?.call((read,), Some(&named))
}

/// How Python writes a value.
pub(crate) fn repr<'py>(py: Python<'py>, value: impl IntoPyObject<'py>) -> PyResult<String> {
    Ok(value.into_bound_py_any(py)?.repr()?.to_string())
}

/// A small table for notebooks.
pub(crate) fn html(of: &Bound<'_, PyAny>) -> PyResult<String> {
    of.py().import("tiendo._html")?.getattr("table")?.call1((of,))?.extract()
}

/// Makes a class over a value of the core, with what all of them have.
macro_rules! handle {
    (
        $(#[$meta:meta])*
        $class:ident($name:literal) of $core:ident with $own:ty;
        example: $example:literal;
        |$of:ident| hash: $hash:expr
    ) => {
        $(#[$meta])*
        #[pyo3::pyclass(frozen, eq, hash, name = $name, module = "tiendo")]
        pub(crate) struct $class {
            pub(crate) core: std::sync::Arc<tiendo::$core>,
            /// What it was read within, and what works on it keeps to.
            pub(crate) limits: tiendo::Limits,
            /// Made when first asked for.
            pub(crate) own: $own,
        }

        impl $class {
            pub(crate) fn new(core: std::sync::Arc<tiendo::$core>, limits: tiendo::Limits) -> $class {
                $class { core, limits, own: Default::default() }
            }
        }

        impl PartialEq for $class {
            fn eq(&self, other: &$class) -> bool {
                std::sync::Arc::ptr_eq(&self.core, &other.core) || self.core == other.core
            }
        }

        impl std::hash::Hash for $class {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                let $of = &*self.core;
                $hash.hash(state);
            }
        }

        impl $crate::fill::Fill for std::sync::Arc<tiendo::$core> {
            const HINT: pyo3::inspect::PyStaticExpr = <$class as pyo3::PyTypeInfo>::TYPE_HINT;

            fn fill<'py>(&self, made: &mut $crate::fill::Made<'py>) -> PyResult<Bound<'py, PyAny>> {
                let of = $class::new(std::sync::Arc::clone(self), tiendo::Limits::default());
                Ok(Bound::new(made.py, of)?.into_any())
            }
        }

        impl $crate::take::Take for std::sync::Arc<tiendo::$core> {
            const HINT: pyo3::inspect::PyStaticExpr = <$class as pyo3::PyTypeInfo>::TYPE_HINT;

            fn take(given: &Bound<'_, PyAny>, place: &$crate::take::Place<'_>) -> PyResult<Self> {
                match given.cast::<$class>() {
                    Ok(of) => Ok(std::sync::Arc::clone(&of.get().core)),
                    Err(_) => $crate::take::other(given, place, concat!("a ", $name)),
                }
            }
        }

        #[pyo3::pymethods]
        impl $class {
            /// Reads JSON. Nothing is read in part: all that is wrong is told at once, the first mistake as a
            /// `TiendoError` with its place, the rest as its `others`. What works on the object keeps to `limits` too.
            ///
            /// >>> import tiendo
            #[doc = concat!(" >>> own = tiendo.", $example)]
            #[doc = concat!(" >>> tiendo.", $name, ".from_json(own.to_json()) == own")]
            /// True
            #[staticmethod]
            #[pyo3(signature = (json, *, limits=None))]
            fn from_json(
                py: Python<'_>,
                json: $crate::results::Json<'_>,
                limits: Option<$crate::take::Arg<'_, tiendo::Limits>>,
            ) -> PyResult<$class> {
                let (json, limits) = (json.bytes()?, $crate::take::limits(limits)?);
                let read = py.detach(|| tiendo::$core::from_json_with(json, &limits));
                Ok($class::new(std::sync::Arc::new(read.map_err($crate::errors::raise)?), limits))
            }

            /// Reads a file, as `from_json` does: a path, an open file, or its JSON as `str`, `bytes` or `dict`. A
            /// `str` is JSON where it begins with `{`, after white space, and a path elsewhere.
            ///
            /// >>> import json, tiendo
            #[doc = concat!(" >>> own = tiendo.", $example)]
            #[doc = concat!(" >>> tiendo.", $name, ".read(json.loads(own.to_json())) == own")]
            /// True
            #[staticmethod]
            #[pyo3(signature = (source, *, limits=None))]
            fn read(
                py: Python<'_>,
                source: $crate::handle::Source<'_>,
                limits: Option<$crate::take::Arg<'_, tiendo::Limits>>,
            ) -> PyResult<$class> {
                $class::from_json(py, source.json()?, limits)
            }

            /// Writes JSON: the same text for the same content, and `from_json` reads it back.
            ///
            /// >>> import tiendo
            #[doc = concat!(" >>> tiendo.", $example, ".to_json()[0]")]
            /// '{'
            fn to_json(&self, py: Python<'_>) -> String {
                py.detach(|| self.core.to_json())
            }

            fn __reduce__<'py>(slf: &Bound<'py, $class>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
                let own = slf.get();
                Ok(($crate::handle::reader(&slf.get_type(), &own.limits)?, (own.to_json(slf.py()),)))
            }
        }
    };
}
pub(crate) use handle;
