//! What comes in: arguments and the fields of inputs, read as the core's values. What is wrong is said with its place,
//! in Python's spelling.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use pyo3::PyTypeInfo;
use pyo3::exceptions::PyTypeError;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyBytes, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyMapping, PyString, PyTuple,
};
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};
use tiendo::number::NumeralError;
use tiendo::{Error, ErrorCode, Fixed, Limits, MilestoneTarget, Period, TargetKind, Unit};

use crate::calendar::PyCalendar;
use crate::errors::{raise, refuse};
use crate::fill::{Class, Made, Record, decimal, set};
use crate::period::PyPeriod;
use crate::registry::PyRegistry;
use crate::results::{One, RESULTS};

/// Where an argument is, or something within it: `given[0].written`.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Argument(&'a str),
    Item(&'a Place<'a>, usize),
    Field(&'a Place<'a>, &'a str),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Argument(name) => to.write_str(name),
            Place::Item(list, at) => write!(to, "{list}[{at}]"),
            Place::Field(of, name) => write!(to, "{of}.{name}"),
        }
    }
}

/// What is read from a Python object.
pub(crate) trait Take: Sized {
    const HINT: PyStaticExpr;

    fn take(given: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<Self>;
}

/// An argument that is not read yet; none where its default holds.
pub(crate) struct Arg<'py, T>(Option<Bound<'py, PyAny>>, PhantomData<fn() -> T>);

impl<T> Default for Arg<'_, T> {
    fn default() -> Self {
        Arg(None, PhantomData)
    }
}

impl<'py, T: Take> FromPyObject<'_, 'py> for Arg<'py, T> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = T::HINT;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Arg<'py, T>> {
        Ok(Arg(Some(object.to_owned()), PhantomData))
    }
}

impl<'py, T: Take> Arg<'py, T> {
    pub(crate) fn given(&self) -> PyResult<&Bound<'py, PyAny>> {
        self.0.as_ref().ok_or_else(|| PyTypeError::new_err("an argument is missing"))
    }

    pub(crate) fn at(&self, name: &str) -> PyResult<T> {
        T::take(self.given()?, &Place::Argument(name))
    }

    pub(crate) fn or(&self, name: &str, default: T) -> PyResult<T> {
        let Some(given) = &self.0 else { return Ok(default) };
        T::take(given, &Place::Argument(name))
    }
}

impl<'py, T> Arg<'py, T> {
    /// What an iterable holds, to be read more than once.
    pub(crate) fn items(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let Some(given) = &self.0 else { return Ok(PyTuple::empty(py)) };
        Ok(py.get_type::<PyTuple>().call1((given,))?.cast_into()?)
    }
}

/// An argument that may be missing.
pub(crate) fn maybe<T: Take>(given: Option<Arg<'_, T>>, name: &str) -> PyResult<Option<T>> {
    given.map_or(Ok(None), |given| <Option<T> as Take>::take(given.given()?, &Place::Argument(name)))
}

/// The limits of an argument, the default ones where none are given.
pub(crate) fn limits_or_default(given: Option<Arg<'_, Limits>>) -> PyResult<Limits> {
    Ok(maybe(given, "limits")?.unwrap_or_default())
}

/// A refusal by type: what is asked for, and what was given.
pub(crate) fn other<T>(given: &Bound<'_, PyAny>, place: &Place<'_>, asked: &str) -> PyResult<T> {
    Err(PyTypeError::new_err(format!("`{place}` is {asked}, not {}", given.get_type().name()?)))
}

/// How plain values are read, each with its type in the stub.
macro_rules! takes {
    ($($(@$held:ident)? $of:ty as $hint:expr, |$given:ident, $place:ident| $how:expr;)+) => {$(
        impl$(<$held: Take>)? Take for $of {
            const HINT: PyStaticExpr = $hint;

            fn take($given: &Bound<'_, PyAny>, $place: &Place<'_>) -> PyResult<$of> {
                $how
            }
        }
    )+};
}

/// A whole number, where it fits.
pub(crate) struct Whole(pub(crate) Option<u32>);

/// A moment, as RFC 3339 writes it: text, or a `datetime` that knows its time zone.
pub(crate) struct Instant(pub(crate) String);

/// A day, as JSON writes it: text, or a `date`.
pub(crate) struct Day(pub(crate) String);

/// JSON: text, or UTF-8.
pub(crate) struct Json(pub(crate) Vec<u8>);

/// What a file is read from.
pub(crate) struct Source(pub(crate) Json);

takes! {
    Json as type_hint_union!(String::HINT, type_hint_identifier!("builtins", "bytes")), |given, place| {
        match given.cast::<PyBytes>() {
            Ok(bytes) => Ok(Json(bytes.as_bytes().to_vec())),
            Err(_) if given.is_instance_of::<PyString>() => Ok(Json(String::take(given, place)?.into_bytes())),
            Err(_) => other(given, place, "a str or bytes"),
        }
    };
    Day as type_hint_union!(String::HINT, NaiveDate::HINT), |given, place| {
        if given.is_instance_of::<PyString>() {
            return String::take(given, place).map(Day);
        }
        NaiveDate::take(given, place).map(|day| Day(day.to_string()))
    };
    Source as type_hint_identifier!("tiendo._record", "Source"), |given, place| {
        let read = given.py().import("tiendo._record")?.getattr("sourced")?.call1((given,))?;
        Json::take(&read, place).map(Source)
    };
    String as type_hint_identifier!("builtins", "str"), |given, place| {
        let Ok(text) = given.cast::<PyString>() else { return other(given, place, "a str") };
        // Python's `str` may hold half of a surrogate pair, which is no text.
        text.to_str().map(str::to_owned).map_err(|_| raise(Error::bad_text(&place.to_string())))
    };
    Unit as String::HINT, |given, place| String::take(given, place).map(Unit::from);
    bool as type_hint_identifier!("builtins", "bool"), |given, place| {
        given.cast::<PyBool>().map_or_else(|_| other(given, place, "a bool"), |flag| Ok(flag.is_true()))
    };
    Whole as type_hint_identifier!("typing", "SupportsIndex"), |given, place| match integer(given)? {
        Some(whole) => Ok(Whole(whole.extract().ok())),
        None => other(given, place, "an int"),
    };
    u32 as Whole::HINT, |given, place| {
        let expected = ("số nguyên từ 0 đến 4294967295", "a whole number from 0 to 4294967295");
        let refused = || refuse(ErrorCode::BadOption, &place.to_string(), expected);
        Whole::take(given, place)?.0.ok_or_else(refused)
    };
    usize as Whole::HINT, |given, place| Ok(u32::take(given, place)? as usize);
    Period as type_hint_union!(<PyPeriod as PyTypeInfo>::TYPE_HINT, String::HINT), |given, place| {
        if let Ok(period) = given.cast::<PyPeriod>() {
            return Ok(period.get().core);
        }
        String::take(given, place)?.parse().map_err(|error| placed(error, place))
    };
    Fixed as type_hint_union!(Whole::HINT, type_hint_identifier!("decimal", "Decimal"), String::HINT),
        |given, place| match written(given)? {
            Ok(number) => Ok(number),
            // A text, or one that the core refuses as this is.
            Err(text) => {
                let numeral = tiendo::parse_number(&text).map_err(|error| placed(error, place))?;
                // An ambiguous one may be a thousand times another.
                if !numeral.ambiguous {
                    return Ok(numeral.value);
                }
                let both = format!("`Decimal(\"{text}\")`, {}", numeral.value);
                let vi = format!("một số không nhập nhằng: {both}");
                let en = format!("a number that is not ambiguous: {both}");
                Err(refuse(ErrorCode::BadNumber, &place.to_string(), (&vi, &en)))
            }
        };
    NaiveDate as type_hint_identifier!("datetime", "date"), |given, place| {
        if given.is_instance_of::<PyDateTime>() {
            // A moment is of the day that it is in Việt Nam.
            let instant = Instant::take(given, place)?.0;
            return tiendo::date_in_vietnam(&instant).map_err(|error| placed(error, place));
        }
        if given.is_instance_of::<PyDate>() {
            return given.extract();
        }
        // NumPy's days are days; what is finer says nothing of its time zone.
        if given.get_type().name()? != "datetime64" {
            return other(given, place, "a datetime.date");
        }
        let day = given.call_method0("item")?;
        match day.extract() {
            Ok(day_itself) if !day.is_instance_of::<PyDateTime>() => Ok(day_itself),
            _ => other(given, place, "a date: say `.astype(\"datetime64[D]\")`"),
        }
    };
    Instant as type_hint_union!(String::HINT, type_hint_identifier!("datetime", "datetime")), |given, place| {
        if !given.is_instance_of::<PyDateTime>() {
            return String::take(given, place).map(Instant);
        }
        // Pandas' `NaT` is one too, and has none.
        if given.call_method0("utcoffset").map_or(true, |offset| offset.is_none()) {
            let (name, way_out) = (given.get_type().name()?, "give it one, or say `.date()` of a day");
            return Err(PyTypeError::new_err(format!("`{place}` is a {name} without a time zone: {way_out}")));
        }
        let utc = given.py().import("datetime")?.getattr("timezone")?.getattr("utc")?;
        // It may be of no year in UTC: its own date says what is wrong with it.
        let moment = given.call_method1("astimezone", (utc,)).unwrap_or_else(|_| given.clone());
        moment.call_method1("isoformat", ("T", "seconds"))?.extract().map(Instant)
    };
    @T Option<T> as type_hint_union!(T::HINT, PyStaticExpr::Constant { value: PyStaticConstant::None }),
        |given, place| {
            let is_plain = given.is_exact_instance_of::<PyString>() || given.is_exact_instance_of::<PyDate>();
            if given.is_none() || !is_plain && is_missing(given)? {
                return Ok(None);
            }
            T::take(given, place).map(Some)
        };
    @T Vec<T> as type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterable"), T::HINT),
        |given, place| {
            // To Python a `str` is an iterable of its letters: here a slip.
            if given.is_instance_of::<PyString>() || given.is_instance_of::<PyBytes>() {
                return other(given, place, "a list of items");
            }
            let items = match given.cast::<PyMapping>() {
                Ok(mapping) => mapping.items()?.try_iter()?,
                Err(_) => given.try_iter()?,
            };
            items.enumerate().map(|(at, item)| T::take(&item?, &Place::Item(place, at))).collect()
        };
    @T (T, T) as type_hint_subscript!(
        type_hint_identifier!("builtins", "tuple"), PyStaticExpr::Tuple { elts: &[T::HINT, T::HINT] }
    ), |given, place| {
        let two: Result<[T; 2], _> = Vec::take(given, place)?.try_into();
        two.map_or_else(|_| other(given, place, "two values"), |[a, b]| Ok((a, b)))
    };
}

/// An `int`, or what stands for one, as NumPy's integers do. A `bool` is none here.
fn integer<'py>(given: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    if given.is_instance_of::<PyInt>() {
        return Ok((!given.is_instance_of::<PyBool>()).then(|| given.clone()));
    }
    // NumPy's `bool_` may have the method, and refuses.
    let whole = given.hasattr("__index__")?.then(|| given.call_method0("__index__"));
    Ok(whole.and_then(Result::ok).filter(PyAnyMethods::is_instance_of::<PyInt>))
}

/// A number as it is given, or a text for the core to read or refuse.
fn written(given: &Bound<'_, PyAny>) -> PyResult<Result<Fixed, String>> {
    let refused = |as_this: &str| Ok(Err(as_this.to_owned()));
    let (too_precise, too_large) = ("0,0000001", "99999999999999999999");
    if let Ok(text) = given.cast::<PyString>() {
        // Half of a surrogate pair is no number.
        return Ok(Err(text.to_string_lossy().into_owned()));
    }
    if let Some(whole) = integer(given)? {
        return whole
            .extract()
            .ok()
            .and_then(Fixed::from_int)
            .map_or_else(|| refused(too_large), |of| Ok(Ok(of)));
    }
    if !given.is_instance(decimal(given.py())?)? {
        let given = given.get_type().name()?.to_string();
        let way_out =
            if given.starts_with("float") { "; a float is not exact: write Decimal(str(x))" } else { "" };
        let asked = format!("a number is an int, a Decimal or a str, not {given}{way_out}");
        return Err(PyTypeError::new_err(asked));
    }
    if !given.call_method0("is_finite")?.is_truthy()? {
        return refused("?");
    }
    if given.call_method0("is_zero")?.is_truthy()? {
        return Ok(Ok(Fixed::ZERO));
    }
    // Its exponent could ask for gigabytes of zeros.
    match given.call_method0("adjusted")?.extract::<i64>()? {
        19.. => return refused(too_large),
        ..=-19 => return refused(too_precise),
        _ => {}
    }
    let digits: String = given.call_method1("__format__", ("f",))?.extract()?;
    digits.parse().map_or_else(
        |error| refused(if error == NumeralError::TooPrecise { too_precise } else { too_large }),
        |number| Ok(Ok(number)),
    )
}

fn placed(error: Error, place: &Place<'_>) -> PyErr {
    raise(Error { path: place.to_string(), span: None, ..error })
}

/// Whether a value is what data frames have where there is none.
fn is_missing(given: &Bound<'_, PyAny>) -> PyResult<bool> {
    if let Ok(float) = given.cast::<PyFloat>() {
        return Ok(float.value().is_nan());
    }
    let name = given.get_type().name()?;
    Ok(name == "NAType" || name == "NaTType")
}

/// The fields of an input: given by name, by place, or those of an object of its class.
pub(crate) struct Fields<'a, 'py> {
    class: &'static Class,
    of: &'a Bound<'py, PyAny>,
    within: Option<&'a Place<'a>>,
}

impl Fields<'_, '_> {
    /// A field that has a default.
    pub(crate) fn or<T: Take>(&self, at: usize, default: T) -> PyResult<T> {
        Ok(self.get(at)?.unwrap_or(default))
    }

    /// A field that is needed.
    pub(crate) fn take<T: Take>(&self, at: usize) -> PyResult<T> {
        let missing = || {
            let (class, field) = (self.class.name, self.class.fields.get(at).unwrap_or(&""));
            PyTypeError::new_err(format!("{class} is missing its field '{field}'"))
        };
        self.get(at)?.ok_or_else(missing)
    }

    fn get<T: Take>(&self, at: usize) -> PyResult<Option<T>> {
        let (_, names) = self.class.found(self.of.py())?;
        let (Some(name), Some(text)) = (names.get(at), self.class.fields.get(at)) else { return Ok(None) };
        let place = self.within.map_or(Place::Argument(text), |within| Place::Field(within, text));
        let given = match (self.of.cast::<PyDict>(), self.of.cast::<PyTuple>()) {
            (Ok(given), _) => given.get_item(name)?,
            (_, Ok(given)) => given.get_item(at).ok(),
            _ => Some(self.of.getattr(name)?),
        };
        given.map(|given| T::take(&given, &place)).transpose()
    }
}

/// What callers bring: a class whose fields are read when it is made, and again when it is used.
pub(crate) trait Input: Record + Any + Clone + Send + Sync {
    const CLASS: &'static Class;

    fn of(fields: &Fields<'_, '_>) -> PyResult<Self>;
}

/// The core's value of an input, beside its fields.
#[pyclass(frozen, name = "_Held")]
struct Held(Box<dyn Any + Send + Sync>);

impl<T: Input> Take for T {
    const HINT: PyStaticExpr = type_hint_identifier!(RESULTS, T::NAME);

    fn take(given: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<T> {
        // An entry of a mapping is its two fields.
        let is_entry = given.cast::<PyTuple>().is_ok_and(|of| of.len() == T::CLASS.fields.len());
        if !is_entry && !given.get_type().is(T::CLASS.found(given.py())?.0.bind(given.py())) {
            return other(given, place, &format!("a {}", T::NAME));
        }
        // What it was read as when it was made, but for copies.
        let core = given.getattr_opt(intern!(given.py(), "_core"))?;
        match core.as_ref().and_then(|core| core.cast::<Held>().ok()?.get().0.downcast_ref::<T>()) {
            Some(of) => Ok(of.clone()),
            None => T::of(&Fields { class: T::CLASS, of: given, within: Some(place) }),
        }
    }
}

/// An object of an input's class, of what was given by name.
pub(crate) fn input<'py, T: Input>(
    made: &mut Made<'py>,
    given: &Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyAny>> {
    let (py, names) = (given.py(), &T::CLASS.found(given.py())?.1);
    if names.iter().filter(|name| given.contains(name).unwrap_or(false)).count() < given.len() {
        let (class, known) = (T::NAME, T::CLASS.fields.join(", "));
        return Err(PyTypeError::new_err(format!(
            "{class} has no other field than {known}: {}",
            given.keys()
        )));
    }
    if T::CLASS.fields.contains(&"present") {
        officially(given, T::CLASS.fields.contains(&"unit"))?;
    }
    let of = T::of(&Fields { class: T::CLASS, of: given.as_any(), within: None })?;
    let new = made.alone(&of)?;
    set(&new, intern!(py, "_core").as_any(), Bound::new(py, Held(Box::new(of)))?.as_any())?;
    // A handle stays the one that was given, with the limits it was read within.
    for (name, handle) in given {
        if handle.is_instance_of::<PyCalendar>() || handle.is_instance_of::<PyRegistry>() {
            set(&new, &name, &handle)?;
        }
    }
    Ok(new)
}

/// A value as officials write it, `12,5%` or `có`, read as a target's is: its unit and presence beside it.
fn officially(given: &Bound<'_, PyDict>, has_unit: bool) -> PyResult<()> {
    let Some(value) = given.get_item("value")? else { return Ok(()) };
    let Ok(text) = value.cast::<PyString>() else { return Ok(()) };
    let read = tiendo::parse_target(&text.to_string_lossy(), None).ok().filter(|read| read.notes.is_empty());
    match read {
        Some(read) if read.present.is_some() => {
            given.del_item("value")?;
            given.set_item("present", read.present)
        }
        Some(MilestoneTarget { kind: TargetKind::Reach, value: Some(value), unit: Some(unit), .. })
            if has_unit && given.get_item("unit")?.is_none() =>
        {
            given.set_item("value", One(value))?;
            given.set_item("unit", One(unit))
        }
        _ => Ok(()),
    }
}
