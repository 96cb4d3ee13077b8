//! `__repr__`: the class, what identifies the object, and those of its fields that say something.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyBool;

/// Builds a representation, field by field; what fails on the way fails at the end.
pub(crate) struct Repr<'py> {
    py: Python<'py>,
    text: PyResult<String>,
    empty: bool,
}

impl<'py> Repr<'py> {
    pub(crate) fn new(py: Python<'py>, class: &str) -> Repr<'py> {
        Repr { py, text: Ok(format!("{class}(")), empty: true }
    }

    /// A value without its name.
    pub(crate) fn value(self, value: impl IntoPyObject<'py>) -> Repr<'py> {
        self.push("", value, |_| true)
    }

    /// A named field; left out where it is `None`.
    pub(crate) fn known(self, name: &str, value: impl IntoPyObject<'py>) -> Repr<'py> {
        self.push(name, value, |value| !value.is_none())
    }

    /// A named field; left out where it is `None`, `False` or empty.
    pub(crate) fn field(self, name: &str, value: impl IntoPyObject<'py>) -> Repr<'py> {
        self.push(name, value, |value| {
            let no = value.cast::<PyBool>().is_ok_and(|value| !value.is_true());
            let empty = value.len().is_ok_and(|length| length == 0);
            !(value.is_none() || no || empty)
        })
    }

    fn push(
        mut self,
        name: &str,
        value: impl IntoPyObject<'py>,
        shown: impl Fn(&Bound<'py, PyAny>) -> bool,
    ) -> Repr<'py> {
        let Ok(text) = &mut self.text else { return self };
        let written = value.into_bound_py_any(self.py).and_then(|value| {
            if shown(&value) {
                let comma = if self.empty { "" } else { ", " };
                let equals = if name.is_empty() { "" } else { "=" };
                *text = format!("{text}{comma}{name}{equals}{}", value.repr()?.to_str()?);
                self.empty = false;
            }
            Ok(())
        });
        if let Err(error) = written {
            self.text = Err(error);
        }
        self
    }

    pub(crate) fn finish(self) -> PyResult<String> {
        self.text.map(|text| text + ")")
    }
}
