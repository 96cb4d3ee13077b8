//! Handles: objects that hold a value of the core which is read from a file: a plan, a registry, a calendar, records.

use pyo3::IntoPyObjectExt;
use pyo3::types::PyDict;

use crate::prelude::*;

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

/// What makes two objects the same, and what they are hashed by.
macro_rules! compared {
    ($class:ty: |$one:ident, $other:ident| $same:expr, |$of:ident| $hash:expr) => {
        impl PartialEq for $class {
            fn eq(&self, $other: &$class) -> bool {
                let $one = self;
                $same
            }
        }

        impl std::hash::Hash for $class {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                let $of = &self.core;
                $hash.hash(state);
            }
        }
    };
}
pub(crate) use compared;

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
            pub(crate) limits: Limits,
            /// Made when first asked for.
            pub(crate) own: $own,
        }

        impl $class {
            pub(crate) fn new(core: std::sync::Arc<tiendo::$core>, limits: Limits) -> $class {
                $class { core, limits, own: Default::default() }
            }

            fn of_file(py: Python<'_>, json: &[u8], limits: Limits) -> PyResult<$class> {
                let read = py.detach(|| tiendo::$core::from_json_with(json, &limits)).map_err(raise)?;
                Ok($class::new(std::sync::Arc::new(read), limits))
            }
        }

        compared!($class: |one, other| std::sync::Arc::ptr_eq(&one.core, &other.core) || one.core == other.core,
            |$of| $hash);

        impl $crate::fill::Fill for std::sync::Arc<tiendo::$core> {
            const HINT: pyo3::inspect::PyStaticExpr = <$class as pyo3::PyTypeInfo>::TYPE_HINT;

            fn fill<'py>(&self, made: &mut $crate::fill::Made<'py>) -> PyResult<Bound<'py, PyAny>> {
                let of = $class::new(std::sync::Arc::clone(self), Limits::default());
                Ok(Bound::new(made.py, of)?.into_any())
            }
        }

        impl Take for std::sync::Arc<tiendo::$core> {
            const HINT: pyo3::inspect::PyStaticExpr = <$class as pyo3::PyTypeInfo>::TYPE_HINT;

            fn take(given: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<Self> {
                match given.cast::<$class>() {
                    Ok(of) => Ok(std::sync::Arc::clone(&of.get().core)),
                    Err(_) => other(given, place, concat!("a ", $name)),
                }
            }
        }

        #[pyo3::pymethods]
        impl $class {
            /// Reads JSON. Nothing is read in part: all that is wrong is told at once, the first mistake as a
            /// `TiendoError` with its place, the rest as its `others`. What works on the object keeps to `limits` too.
            ///
            #[doc = concat!(">>> own = tiendo.", $example)]
            #[doc = concat!(">>> tiendo.", $name, ".from_json(own.to_json()) == own")]
            /// True
            #[staticmethod]
            #[pyo3(signature = (json, *, limits=None))]
            fn from_json(
                py: Python<'_>,
                json: Arg<'_, $crate::take::Json>,
                limits: Option<Arg<'_, Limits>>,
            ) -> PyResult<$class> {
                $class::of_file(py, &json.at("json")?.0, limits_or_default(limits)?)
            }

            /// Reads a file, as `from_json` does: a path, an open file, or its JSON as `str`, `bytes` or `dict`. A
            /// `str` is JSON where it begins with `{`, after white space, and a path elsewhere.
            ///
            /// >>> import json
            #[doc = concat!(">>> own = tiendo.", $example)]
            #[doc = concat!(">>> tiendo.", $name, ".read(json.loads(own.to_json())) == own")]
            /// True
            #[staticmethod]
            #[pyo3(signature = (source, *, limits=None))]
            fn read(
                py: Python<'_>,
                source: Arg<'_, $crate::take::Source>,
                limits: Option<Arg<'_, Limits>>,
            ) -> PyResult<$class> {
                $class::of_file(py, &source.at("source")?.0.0, limits_or_default(limits)?)
            }

            /// Writes JSON: the same text for the same content, and `from_json` reads it back.
            ///
            #[doc = concat!(">>> tiendo.", $example, ".to_json()[0]")]
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
