//! Limits: how much a call takes and gives.

use std::hash::{Hash, Hasher};

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::PyDict;
use tiendo::{ErrorCode, Limits};

use crate::errors::{raise, refuse};
use crate::number::whole;
use crate::text::JsonArgument;

/// The limits of an argument, the default ones where none are given.
pub(crate) fn limits_or_default(limits: Option<&Bound<'_, PyLimits>>) -> Limits {
    limits.map_or_else(Limits::default, |limits| limits.get().0.clone())
}

/// A method that reads JSON, within limits: what something was read by is what it is unpickled by.
pub(crate) fn reader<'py>(
    of: &Bound<'py, PyAny>,
    name: &str,
    limits: &Limits,
) -> PyResult<Bound<'py, PyAny>> {
    let (py, read) = (of.py(), of.getattr(name)?);
    if *limits == Limits::default() {
        return Ok(read);
    }
    let named = PyDict::new(py);
    named.set_item("limits", PyLimits(limits.clone()))?;
    py.import("functools")?.getattr("partial")?.call((read,), Some(&named))
}

/// A limit on its way from Python; none where it is no number of a limit.
struct LimitArgument(Option<u32>);

impl FromPyObject<'_, '_> for LimitArgument {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "int");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<LimitArgument> {
        whole(object).map(LimitArgument)
    }
}

impl LimitArgument {
    fn at(&self, name: &str) -> PyResult<u32> {
        let expected = ("số nguyên từ 0 đến 4294967295", "a whole number from 0 to 4294967295");
        let refused = || {
            let mut words = name.split('_');
            let mut path = words.next().unwrap_or_default().to_owned();
            for word in words {
                path.extend(word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)));
            }
            refuse(ErrorCode::BadOption, &path, expected)
        };
        self.0.ok_or_else(refused)
    }
}

macro_rules! limits {
    ($(#[$meta:meta])* { $($(#[$doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        #[pyclass(frozen, eq, hash, name = "Limits", module = "tiendo")]
        #[derive(PartialEq, Eq)]
        pub(crate) struct PyLimits(pub(crate) Limits);

        impl Hash for PyLimits {
            fn hash<H: Hasher>(&self, state: &mut H) {
                $(self.0.$field.hash(state);)+
            }
        }

        #[pymethods]
        impl PyLimits {
            #[new]
            #[pyo3(signature = (*, $($field=None),+))]
            #[expect(clippy::too_many_arguments, reason = "limits, by name")]
            fn new($($field: Option<LimitArgument>),+) -> PyResult<PyLimits> {
                let mut limits = Limits::default();
                $(
                    if let Some(given) = $field {
                        limits.$field = given.at(stringify!($field))? as $type;
                    }
                )+
                Ok(PyLimits(limits))
            }

            $(
                $(#[$doc])*
                #[getter]
                fn $field(&self) -> $type {
                    self.0.$field
                }
            )+

            /// Reads limits from JSON, each by default where it is left out.
            ///
            /// >>> import tiendo
            /// >>> tiendo.Limits.from_json('{"tasks": 100}')
            /// Limits(tasks=100)
            #[staticmethod]
            fn from_json(json: JsonArgument<'_>) -> PyResult<PyLimits> {
                Limits::from_json(json.bytes()?).map(PyLimits).map_err(raise)
            }

            /// Writes the limits as JSON; `from_json` reads it back.
            ///
            /// >>> import tiendo
            /// >>> tiendo.Limits.from_json(tiendo.Limits(tasks=100).to_json()).tasks
            /// 100
            fn to_json(&self) -> PyResult<String> {
                serde_json::to_string(&self.0).map_err(crate::fill::unreadable)
            }

            fn __repr__(&self) -> String {
                let by_default = Limits::default();
                let shown: Vec<String> = [
                    $((stringify!($field), self.0.$field.to_string(), self.0.$field != by_default.$field)),+
                ]
                .into_iter()
                .filter(|(.., is_own)| *is_own)
                .map(|(name, value, _)| format!("{name}={}", value))
                .collect();
                format!("Limits({})", shown.join(", "))
            }

            fn __reduce__<'py>(slf: &Bound<'py, PyLimits>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
                Ok((slf.get_type().getattr("from_json")?, (slf.get().to_json()?,)))
            }
        }
    };
}

limits! {
    /// How much a call takes and gives; beyond a limit it fails with that limit's error, or says so in a finding, and
    /// never passes a shorter answer for a whole one. What is not given is as by default.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Limits().tasks
    /// 20000
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231").to_json()
    /// >>> try:
    /// ...     tiendo.Plan.from_json(plan, limits=tiendo.Limits(tasks=100))
    /// ... except tiendo.TiendoError as error:
    /// ...     print(error.code, error.path)
    /// too-many tasks
    {
        /// Bytes of a JSON text (`too-large`).
        json_bytes: usize,
        /// Bytes of a JSON text of records (`too-large`).
        records_bytes: usize,
        /// Lists and objects within one another (`too-deep`); more than 128 are not read whatever is set.
        depth: usize,
        /// Unicode scalar values of a cell, a name or any other text (`cell-too-long`).
        text_chars: usize,
        /// Unicode scalar values of an id (`cell-too-long`).
        id_chars: usize,
        /// Unicode scalar values of a body's or a given report's name in a call (`cell-too-long`).
        name_chars: usize,
        /// Indicators of a plan, and the items of any list the other limits do not name (`too-many`).
        indicators: usize,
        /// Tasks of a plan (`too-many`).
        tasks: usize,
        /// Footnotes of a plan (`too-many`).
        footnotes: usize,
        /// Milestones of a plan (`too-many`).
        milestones: usize,
        /// Rules of a reporting regime (`too-many`).
        rules: usize,
        /// Records of a call (`too-many`).
        records: usize,
        /// Bodies that succeed one another, and rows that inherit from one another (`too-many`).
        chain: usize,
        /// Items of a task that one cell of agencies may number (note `too-many-items`).
        items: usize,
        /// Pairs of names that are compared word by word (`too-many`, or a finding `limit-reached`).
        pairs: usize,
        /// Reports on dates of the caller's in a call (`too-many`).
        given: usize,
        /// Days of grace (`bad-option`).
        grace_days: u32,
        /// Reports of a call, apart from who owes them (`too-many`).
        reports: usize,
        /// Obligations of a call (`too-many`).
        obligations: usize,
        /// Bytes of a text that a call makes (`too-large`).
        output_bytes: usize,
        /// Errors of a file that are told at once.
        errors: usize,
    }
}
