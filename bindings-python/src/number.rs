//! Numbers: the core's exact [`Fixed`] and Python's `decimal.Decimal`. No binary float passes.

use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyInt, PyString, PyType};
use pyo3::{type_hint_identifier, type_hint_union};
use tiendo::number::NumeralError;
use tiendo::{Error, Fixed, Numeral};

use crate::errors::raise;
use crate::results::One;

const DECIMAL_HINT: PyStaticExpr = type_hint_identifier!("decimal", "Decimal");

fn decimal(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DECIMAL.import(py, "decimal", "Decimal")
}

/// A number on its way to Python, where it is a `Decimal`.
pub(crate) struct Number(pub(crate) Fixed);

impl<'py> IntoPyObject<'py> for Number {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = DECIMAL_HINT;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py)?.call1((self.0.to_string(),))
    }
}

/// A number on its way from Python: an `int`, a `Decimal`, or a plain decimal as text.
pub(crate) struct NumberArgument(Result<Fixed, NumeralError>);

impl FromPyObject<'_, '_> for NumberArgument {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("builtins", "int"),
        DECIMAL_HINT,
        type_hint_identifier!("builtins", "str")
    );

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<NumberArgument> {
        let object = object.as_any();
        if let Ok(given) = object.cast::<PyString>() {
            return Ok(NumberArgument(given.to_str().map_or(Err(NumeralError::Malformed), str::parse)));
        }
        if object.is_instance_of::<PyInt>() && !object.is_instance_of::<PyBool>() {
            let whole = object.extract().ok().and_then(Fixed::from_int);
            return Ok(NumberArgument(whole.ok_or(NumeralError::TooLarge)));
        }
        if object.is_instance(decimal(object.py())?)? {
            return plain(object);
        }
        let given = object.get_type().name()?;
        Err(PyTypeError::new_err(format!("a number is an int, a Decimal or a str, not {given}")))
    }
}

/// A `Decimal` without its exponent, which could ask for gigabytes of zeros.
fn plain(decimal: &Bound<'_, PyAny>) -> PyResult<NumberArgument> {
    if !decimal.call_method0("is_finite")?.is_truthy()? {
        return Ok(NumberArgument(Err(NumeralError::Malformed)));
    }
    if decimal.call_method0("is_zero")?.is_truthy()? {
        return Ok(NumberArgument(Ok(Fixed::ZERO)));
    }
    let magnitude: i64 = decimal.call_method0("adjusted")?.extract()?;
    if magnitude > 18 {
        return Ok(NumberArgument(Err(NumeralError::TooLarge)));
    }
    if magnitude < -18 {
        return Ok(NumberArgument(Err(NumeralError::TooPrecise)));
    }
    let digits: String = decimal.call_method1("__format__", ("f",))?.extract()?;
    Ok(NumberArgument(digits.parse()))
}

impl NumberArgument {
    /// The number, or `bad-number`.
    pub(crate) fn at(&self, path: &str) -> PyResult<Fixed> {
        self.0.map_err(|error| {
            // The core has the words of each in both languages: these texts are refused for the same.
            let alike = match error {
                NumeralError::TooPrecise => "0,0000001",
                NumeralError::TooLarge => "99999999999999",
                _ => "?",
            };
            match tiendo::parse_number(alike) {
                Ok(_) => PyTypeError::new_err("a number"),
                Err(error) => raise(Error { path: path.to_owned(), span: None, ..error }),
            }
        })
    }
}

/// A whole number on its way from Python. One the core's type cannot hold becomes the greatest, for the core to
/// refuse.
pub(crate) struct WholeArgument(pub(crate) u32);

impl FromPyObject<'_, '_> for WholeArgument {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "int");

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<WholeArgument> {
        whole(object).map(|given: Option<u32>| WholeArgument(given.unwrap_or(u32::MAX)))
    }
}

/// An `int`, where it fits.
pub(crate) fn whole<'py, T: FromPyObjectOwned<'py>>(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Option<T>> {
    if object.is_instance_of::<PyInt>() && !object.is_instance_of::<PyBool>() {
        return Ok(object.extract().ok());
    }
    let given = object.get_type().name()?;
    Err(PyTypeError::new_err(format!("a whole number is an int, not {given}")))
}

/// Reads a numeral as Vietnamese official text writes it, with decimal comma or decimal point.
///
/// Raises `TiendoError` with code `bad-number`.
///
/// >>> import tiendo
/// >>> tiendo.parse_number("1.200,5")
/// Numeral(value=Decimal('1200.5'), ambiguous=False)
/// >>> tiendo.parse_number("3.000").ambiguous
/// True
#[pyfunction]
#[pyo3(name = "parse_number")]
pub(crate) fn parse_number(text: &Bound<'_, PyString>) -> PyResult<One<Numeral>> {
    tiendo::parse_number(crate::text::text(text, "text")?).map(One).map_err(raise)
}
