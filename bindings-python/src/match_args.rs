//! `__match_args__`: the fields that `match` takes by position, typed in the stub word by word.

use std::marker::PhantomData;

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// A class whose first fields stand without their names in a `case`.
pub(crate) trait Positional {
    const NAMES: &'static [&'static str];
    const HINT: PyStaticExpr;
}

/// `typing.Literal[…]`.
macro_rules! literal {
    ($code:literal) => {
        pyo3::type_hint_subscript!(
            pyo3::type_hint_identifier!("typing", "Literal"),
            pyo3::inspect::PyStaticExpr::Constant { value: pyo3::inspect::PyStaticConstant::Str($code) }
        )
    };
}
pub(crate) use literal;

macro_rules! positional {
    ($class:ident: $($name:literal),+) => {
        impl $crate::match_args::Positional for $class {
            const NAMES: &'static [&'static str] = &[$($name),+];
            const HINT: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
                pyo3::type_hint_identifier!("builtins", "tuple"),
                pyo3::inspect::PyStaticExpr::Tuple { elts: &[$($crate::match_args::literal!($name)),+] }
            );
        }
    };
}
pub(crate) use positional;

/// The tuple of a class's positional fields.
pub(crate) struct MatchArgs<C>(PhantomData<C>);

impl<C> MatchArgs<C> {
    pub(crate) fn new() -> MatchArgs<C> {
        MatchArgs(PhantomData)
    }
}

impl<'py, C: Positional> IntoPyObject<'py> for MatchArgs<C> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = C::HINT;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, C::NAMES)
    }
}
