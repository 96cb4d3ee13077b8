//! Codes: plain `str` in Python, typed in the stub as `typing.Literal` where their list is closed.

use std::convert::Infallible;
use std::marker::PhantomData;

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::PyString;
use tiendo::{
    Cycle, DateRule, DecidedBy, Direction, ErrorCode, IntervalPosition, Lang, Level, MeasureKind, TargetKind,
    Trend,
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

macro_rules! closed {
    ($($name:ident: $($code:literal),+;)+) => {$(
        impl Closed for $name {
            const HINT: PyStaticExpr = literal!($($code),+);
            const ALL: &'static [$name] = $name::ALL;

            fn code(self) -> &'static str {
                self.as_str()
            }
        }

        // A code the core gains must be listed here: the stub is made at compile time.
        const _: () = assert!($name::ALL.len() == [$($code),+].len());
    )+};
}

closed! {
    Cycle: "monthly", "quarterly", "half_yearly", "nine_monthly", "yearly", "term", "ad_hoc";
    DateRule: "day", "month_end", "month_day", "quarter_end", "half_end", "year_end", "civil_code_146", "before",
        "before_inclusive";
    DecidedBy: "declared", "operator", "rank", "falling", "default";
    Direction: "higher_is_better", "lower_is_better";
    IntervalPosition: "short", "within", "beyond";
    Level: "central", "party", "province", "commune";
    MeasureKind: "level", "yearly", "growth", "cumulative", "per_stage";
    TargetKind: "at_least", "more_than", "at_most", "less_than", "equal", "reach", "interval", "presence",
        "qualitative", "deferred", "none", "several", "unrecognised";
    Trend: "rising", "not_rising", "unknown";
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

/// A code on its way from Python, not yet looked up.
pub(crate) struct CodeArgument<'py, T>(Bound<'py, PyString>, PhantomData<T>);

impl<'py, T: Closed> FromPyObject<'_, 'py> for CodeArgument<'py, T> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = T::HINT;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(CodeArgument(object.cast::<PyString>()?.to_owned(), PhantomData))
    }
}

impl<T: Closed> CodeArgument<'_, T> {
    /// The code, or `bad-option` with those there are.
    pub(crate) fn at(&self, path: &str) -> PyResult<T> {
        let given = text(&self.0, path)?;
        T::ALL.iter().copied().find(|code| code.code() == given).ok_or_else(|| {
            let known: Vec<String> = T::ALL.iter().map(|code| format!("`{}`", code.code())).collect();
            refuse(ErrorCode::BadOption, path, format!("one of {}", known.join(", ")))
        })
    }
}
