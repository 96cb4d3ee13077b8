//! Codes: plain `str` in Python, typed in the stub as `typing.Literal` where their list is closed.

use std::convert::Infallible;

use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3::{type_hint_identifier, type_hint_subscript};
use tiendo::{
    AgencyKind, CutoffRule, Cycle, DateRule, DayOffShift, DecidedBy, Derivation, Direction, DueStep,
    ErrorCode, ExemptReason, IntervalPosition, ItemKind, Lang, Level, MeasureKind, ReportStanding, Strength,
    TargetKind, Trend,
};

use crate::errors::refuse;
use crate::text::text;

/// An enum of the core whose list of codes is closed.
pub(crate) trait Closed: Copy + 'static {
    const HINT: PyStaticExpr;
    const ALL: &'static [Self];
    fn code(self) -> &'static str;
}

/// `typing.Literal[…]`.
macro_rules! literal {
    ($($code:literal),+ $(,)?) => {
        pyo3::type_hint_subscript!(
            pyo3::type_hint_identifier!("typing", "Literal"),
            pyo3::inspect::PyStaticExpr::Tuple {
                elts: &[$(pyo3::inspect::PyStaticExpr::Constant {
                    value: pyo3::inspect::PyStaticConstant::Str($code),
                }),+]
            }
        )
    };
}
pub(crate) use literal;

/// One code of a `typing.Literal`.
const fn word(code: &'static str) -> PyStaticExpr {
    PyStaticExpr::Constant { value: PyStaticConstant::Str(code) }
}

macro_rules! closed {
    ($($name:ident)+) => {$(
        impl Closed for $name {
            const HINT: PyStaticExpr = {
                const CODES: [PyStaticExpr; $name::ALL.len()] = {
                    let mut codes = [word(""); $name::ALL.len()];
                    let mut at = 0;
                    while at < codes.len() {
                        codes[at] = word($name::ALL[at].as_str());
                        at += 1;
                    }
                    codes
                };
                type_hint_subscript!(
                    type_hint_identifier!("typing", "Literal"),
                    PyStaticExpr::Tuple { elts: &CODES }
                )
            };
            const ALL: &'static [$name] = $name::ALL;

            fn code(self) -> &'static str {
                self.as_str()
            }
        }
    )+};
}

closed! {
    AgencyKind CutoffRule Cycle DateRule DayOffShift DecidedBy Derivation Direction DueStep ExemptReason
    IntervalPosition ItemKind Level MeasureKind ReportStanding Strength TargetKind Trend
}

impl Closed for Lang {
    const HINT: PyStaticExpr = literal!("vi", "en");
    const ALL: &'static [Lang] = &[Lang::Vi, Lang::En];

    fn code(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }
}

/// A code on its way to Python.
pub(crate) struct Code<T>(pub(crate) T);

impl<'py, T: Closed> IntoPyObject<'py> for Code<T> {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = Infallible;

    const OUTPUT_TYPE: PyStaticExpr = T::HINT;

    fn into_pyobject(self, py: Python<'py>) -> Result<Bound<'py, PyString>, Infallible> {
        Ok(PyString::intern(py, self.0.code()))
    }
}

/// A code on its way from Python.
pub(crate) enum CodeArgument<'py, T> {
    /// A default.
    Known(T),
    /// Not yet looked up.
    Given(Bound<'py, PyString>),
}

impl<'py, T: Closed> FromPyObject<'_, 'py> for CodeArgument<'py, T> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = T::HINT;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(CodeArgument::Given(object.cast::<PyString>()?.to_owned()))
    }
}

impl<T: Closed> CodeArgument<'_, T> {
    /// The code, or `bad-option` with those there are.
    pub(crate) fn at(&self, path: &str) -> PyResult<T> {
        let given = match self {
            CodeArgument::Known(code) => return Ok(*code),
            CodeArgument::Given(given) => text(given, path)?,
        };
        T::ALL.iter().copied().find(|code| code.code() == given).ok_or_else(|| {
            let known: Vec<String> = T::ALL.iter().map(|code| format!("`{}`", code.code())).collect();
            refuse(ErrorCode::BadOption, path, format!("one of {}", known.join(", ")))
        })
    }
}
