//! Targets: the value that is compared with one.

use serde::Serialize;
pub use tiendo::MeasuredValue;

use crate::error::TiendoError;
use crate::number::{Fixed, UnitOfMeasure};

/// A value to compare, with what it measures where that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, uniffi::Record)]
#[serde(rename_all = "camelCase")]
pub struct Measured {
    /// The value.
    #[serde(flatten)]
    pub value: MeasuredValue,
    /// Its unit; where absent, the target's is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[uniffi(default)]
    pub unit: Option<UnitOfMeasure>,
    /// The thing measured (`5G`), where it is not the indicator's usual one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[uniffi(default)]
    pub qualifier: Option<String>,
    /// The last two full years' values, for a target that also asks for a rise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[uniffi(default)]
    pub full_years: Option<FullYears>,
}

impl From<tiendo::Measured> for Measured {
    fn from(measured: tiendo::Measured) -> Measured {
        let tiendo::Measured { value, unit, qualifier, full_years } = measured;
        let full_years = full_years.map(|(earlier, later)| FullYears { earlier, later });
        Measured { value, unit, qualifier, full_years }
    }
}

/// The values of two full years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, uniffi::Record)]
#[serde(into = "(Fixed, Fixed)")]
pub struct FullYears {
    /// The earlier year's.
    pub earlier: Fixed,
    /// The later year's.
    pub later: Fixed,
}

impl From<FullYears> for (Fixed, Fixed) {
    fn from(years: FullYears) -> (Fixed, Fixed) {
        (years.earlier, years.later)
    }
}

/// What was measured: a number, yes or no, or a judgement on a qualitative target.
#[uniffi::remote(Enum)]
pub enum MeasuredValue {
    /// Nothing is known.
    Missing,
    /// A number.
    Number(#[uniffi(name = "value")] Fixed),
    /// Whether the thing is in place.
    Present(#[uniffi(name = "present")] bool),
    /// Whether a recorded judgement says the target is met.
    Judged(#[uniffi(name = "met")] bool),
}

/// The one of three that is given, as records hold them.
///
/// The error is `bad-value` where more than one is.
#[uniffi::export]
pub fn measured_value_of(
    value: Option<Fixed>,
    present: Option<bool>,
    judgement: Option<bool>,
) -> Result<MeasuredValue, TiendoError> {
    Ok(MeasuredValue::one_of(value, present, judgement)?)
}
