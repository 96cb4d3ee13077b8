//! A value to compare with a target: a number, yes or no, or a judgement.

use serde::{Deserialize, Serialize};

use crate::codes::ErrorCode;
use crate::error::Error;
use crate::json;
use crate::limits::Limits;
use crate::number::Fixed;
use crate::unit::Unit;
use crate::words::expected;

use super::shape::MEASURED;

/// What was measured: a number, yes or no, or a judgement on a qualitative target.
///
/// As JSON it is an object with the one of `value`, `present` and `judgement` that is given.
///
/// ```
/// use tiendo::MeasuredValue;
/// assert_ne!(MeasuredValue::Present(true), MeasuredValue::Judged(true));
/// let value: MeasuredValue = serde_json::from_str(r#"{"value": "52.5"}"#).unwrap();
/// assert_eq!(value, MeasuredValue::Number("52.5".parse().unwrap()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "GivenValue", into = "GivenValue")]
pub enum MeasuredValue {
    /// Nothing is known.
    Missing,
    /// A number.
    Number(Fixed),
    /// Whether the thing is in place.
    Present(bool),
    /// Whether a recorded judgement says the target is met.
    Judged(bool),
}

impl MeasuredValue {
    /// The one of three that is given, as records hold them. Error: `bad-value` where more than one is.
    ///
    /// ```
    /// use tiendo::MeasuredValue;
    /// assert_eq!(MeasuredValue::one_of(None, Some(true), None)?, MeasuredValue::Present(true));
    /// assert_eq!(MeasuredValue::one_of(None, None, None)?, MeasuredValue::Missing);
    /// assert!(MeasuredValue::one_of(None, Some(true), Some(true)).is_err());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn one_of(
        value: Option<Fixed>,
        present: Option<bool>,
        judgement: Option<bool>,
    ) -> Result<MeasuredValue, Error> {
        match (value, present, judgement) {
            (None, None, None) => Ok(MeasuredValue::Missing),
            (Some(value), None, None) => Ok(MeasuredValue::Number(value)),
            (None, Some(present), None) => Ok(MeasuredValue::Present(present)),
            (None, None, Some(judgement)) => Ok(MeasuredValue::Judged(judgement)),
            _ => Err(Error::new(ErrorCode::BadValue, "", only_one())),
        }
    }
}

fn only_one() -> (&'static str, &'static str) {
    ("chỉ một trong `value`, `present` và `judgement`", "only one of `value`, `present` and `judgement`")
}

/// A value as JSON has it.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenValue {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Fixed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    present: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    judgement: Option<bool>,
}

impl From<MeasuredValue> for GivenValue {
    fn from(measured: MeasuredValue) -> GivenValue {
        let none = GivenValue { value: None, present: None, judgement: None };
        match measured {
            MeasuredValue::Missing => none,
            MeasuredValue::Number(value) => GivenValue { value: Some(value), ..none },
            MeasuredValue::Present(present) => GivenValue { present: Some(present), ..none },
            MeasuredValue::Judged(judgement) => GivenValue { judgement: Some(judgement), ..none },
        }
    }
}

impl TryFrom<GivenValue> for MeasuredValue {
    type Error = &'static str;

    fn try_from(given: GivenValue) -> Result<MeasuredValue, &'static str> {
        MeasuredValue::one_of(given.value, given.present, given.judgement).map_err(|_| only_one().1)
    }
}

/// A value to compare, with what it measures where that is known.
///
/// As JSON it is one object: `{"value": "52.5", "unit": "percent", "fullYears": ["48", "50"]}`.
///
/// ```
/// use tiendo::{Measured, Unit};
/// let mut value = Measured::number("52.5".parse().unwrap());
/// value.unit = Some(Unit::Percent);
/// let read: Measured = serde_json::from_str(r#"{"value": "52.5", "unit": "percent"}"#).unwrap();
/// assert_eq!(read, value);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Given", into = "Given")]
pub struct Measured {
    /// The value.
    pub value: MeasuredValue,
    /// Its unit, in any scale of the target's (`triệu đồng` beside `tỷ đồng`); where absent, the target's is taken.
    pub unit: Option<Unit>,
    /// The thing measured (`5G`), where it is not the indicator's usual one.
    pub qualifier: Option<String>,
    /// The last two full years' values, the earlier first, for a target that also asks for a rise.
    pub full_years: Option<(Fixed, Fixed)>,
}

impl Measured {
    /// A bare value.
    ///
    /// ```
    /// use tiendo::{Measured, MeasuredValue};
    /// assert_eq!(Measured::new(MeasuredValue::Present(true)).unit, None);
    /// ```
    pub fn new(value: MeasuredValue) -> Measured {
        Measured { value, unit: None, qualifier: None, full_years: None }
    }

    /// A bare number.
    ///
    /// ```
    /// use tiendo::{Fixed, Measured, MeasuredValue};
    /// assert_eq!(Measured::number(Fixed::ONE).value, MeasuredValue::Number(Fixed::ONE));
    /// ```
    pub fn number(value: Fixed) -> Measured {
        Measured::new(MeasuredValue::Number(value))
    }

    /// Reads a value to compare from JSON within the default [`Limits`].
    ///
    /// Errors: those of files; `bad-value` where more than one value is given, or other than two full years.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Measured};
    /// assert_eq!(Measured::from_json(br#"{"value": "52.5"}"#)?, Measured::number("52.5".parse().unwrap()));
    /// let error = Measured::from_json(br#"{"value": 52.5}"#).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::WrongType, "value"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Measured, Error> {
        Measured::from_json_with(json, &Limits::default())
    }

    /// Reads a value to compare from JSON within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Measured};
    /// let limits = Limits { text_chars: 1, ..Limits::default() };
    /// let error = Measured::from_json_with(br#"{"qualifier": "5G"}"#, &limits).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::CellTooLong, "qualifier"));
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<Measured, Error> {
        json::read::<Given>(json, limits, &MEASURED)?.try_into()
    }
}

/// A measured value as JSON has it: one object with its value's fields and its own.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Given {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Fixed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    present: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    judgement: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    qualifier: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    full_years: Option<Vec<Fixed>>,
}

impl From<Measured> for Given {
    fn from(measured: Measured) -> Given {
        let Measured { value, unit, qualifier, full_years } = measured;
        let GivenValue { value, present, judgement } = value.into();
        let full_years = full_years.map(|(before, after)| vec![before, after]);
        Given { value, present, judgement, unit, qualifier, full_years }
    }
}

impl TryFrom<Given> for Measured {
    type Error = Error;

    fn try_from(given: Given) -> Result<Measured, Error> {
        let Given { value, present, judgement, unit, qualifier, full_years } = given;
        let value = MeasuredValue::one_of(value, present, judgement)?;
        let full_years = match full_years.as_deref() {
            None => None,
            Some([before, after]) => Some((*before, *after)),
            Some(_) => return Err(Error::new(ErrorCode::BadValue, "fullYears", expected::two_numbers())),
        };
        Ok(Measured { value, unit, qualifier, full_years })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measured_value_reads_back() {
        let one = Fixed::ONE;
        let full = Measured {
            value: MeasuredValue::Number(one),
            unit: Some(Unit::Other("tỷ đồng".into())),
            qualifier: Some("5G".to_owned()),
            full_years: Some((one, Fixed::ZERO)),
        };
        let json = serde_json::to_string(&full).unwrap();
        insta::assert_snapshot!(json, @r#"{"value":"1","unit":"tỷ đồng","qualifier":"5G","fullYears":["1","0"]}"#);
        let all = [
            MeasuredValue::Missing,
            MeasuredValue::Number(one),
            MeasuredValue::Present(false),
            MeasuredValue::Judged(true),
        ];
        for measured in all.map(Measured::new).into_iter().chain([full]) {
            let json = serde_json::to_string(&measured).unwrap();
            assert_eq!(serde_json::from_str::<Measured>(&json).unwrap(), measured);
            let json = serde_json::to_string(&measured.value).unwrap();
            assert_eq!(serde_json::from_str::<MeasuredValue>(&json).unwrap(), measured.value);
        }
    }

    #[test]
    fn two_values_and_unknown_fields_are_refused() {
        let refused = |json: &str| serde_json::from_str::<Measured>(json).unwrap_err().to_string();
        insta::assert_snapshot!(refused(r#"{"value": "1", "present": true}"#));
        insta::assert_snapshot!(refused(r#"{"value": "1", "full_years": ["1", "2"]}"#));
    }
}
