//! Targets: what a cell of an indicator table asks, and whether a value meets it.

pub use tiendo::{CompareOptions, MeasuredValue};

use crate::error::TiendoError;
use crate::generated::{Comparison, Direction, MilestoneTarget, Strength};
use crate::limits::{Limits, within};
use crate::number::Fixed;
use crate::unit::UnitOfMeasure;

/// Reads one target cell, with the text of its row's unit column where there is one.
///
/// Reading is total: the only error is `cell-too-long`.
#[uniffi::export(default(unit), default(limits))]
#[expect(clippy::needless_pass_by_value, reason = "uniffi has no optional borrowed text")]
pub fn parse_target(
    text: &str,
    unit: Option<String>,
    limits: Option<Limits>,
) -> Result<MilestoneTarget, TiendoError> {
    Ok(tiendo::parse_target_with(text, unit.as_deref(), &within(limits))?.into())
}

/// Reads a target as `targetToJson` writes it.
///
/// The errors are those of files.
#[uniffi::export(default(limits))]
pub fn target_from_json(text: &str, limits: Option<Limits>) -> Result<MilestoneTarget, TiendoError> {
    Ok(tiendo::MilestoneTarget::from_json_with(text.as_bytes(), &within(limits))?.into())
}

/// Writes a target as JSON: the library's own form, the same in every language, and `targetFromJson` reads it back.
///
/// The errors are those of values that no target holds.
#[uniffi::export]
pub fn target_to_json(target: MilestoneTarget) -> Result<String, TiendoError> {
    let json = serde_json::to_string(&tiendo::MilestoneTarget::from(target));
    // A target has no part that cannot be written.
    Ok(json.unwrap_or_default())
}

/// Compares a value with a target.
///
/// The error is `bad-number`, for a number of more than six decimals or beyond the range.
#[uniffi::export(default(options))]
pub fn compare(
    measured: Measured,
    target: MilestoneTarget,
    direction: Direction,
    options: CompareOptions,
) -> Result<Comparison, TiendoError> {
    Ok(tiendo::compare_with(&measured.into(), &target.into(), direction, options).into())
}

/// How much `target` asks beside `other`, of the same measure; absent where they cannot be compared.
///
/// An interval counts by its weaker bound, a bare number and `=` as `≥` (or `≤` where lower is better). The error is
/// `compare`'s.
#[uniffi::export]
pub fn compare_targets(
    target: MilestoneTarget,
    other: MilestoneTarget,
    direction: Direction,
) -> Result<Option<Strength>, TiendoError> {
    Ok(tiendo::compare_targets(&target.into(), &other.into(), direction))
}

/// The target in the library's own notation: one spelling for each meaning, which reads back as the same target.
///
/// The error is `compare`'s.
#[uniffi::export]
pub fn target_notation(target: MilestoneTarget) -> Result<String, TiendoError> {
    Ok(tiendo::MilestoneTarget::from(target).to_notation())
}

/// As a row holds it.
impl From<Box<tiendo::MilestoneTarget>> for MilestoneTarget {
    fn from(target: Box<tiendo::MilestoneTarget>) -> MilestoneTarget {
        (*target).into()
    }
}

/// A value to compare, with what it measures where that is known.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Measured {
    /// The value.
    pub value: MeasuredValue,
    /// Its unit; where absent, the target's is taken.
    #[uniffi(default)]
    pub unit: Option<UnitOfMeasure>,
    /// The thing measured (`5G`), where it is not the indicator's usual one.
    #[uniffi(default)]
    pub qualifier: Option<String>,
    /// The last two full years' values, for a target that also asks for a rise.
    #[uniffi(default)]
    pub full_years: Option<FullYears>,
}

impl From<Measured> for tiendo::Measured {
    fn from(measured: Measured) -> tiendo::Measured {
        let Measured { value, unit, qualifier, full_years } = measured;
        let full_years = full_years.map(|years| (years.earlier, years.later));
        tiendo::Measured { value, unit, qualifier, full_years }
    }
}

/// The values of two full years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FullYears {
    /// The earlier year's.
    pub earlier: Fixed,
    /// The later year's.
    pub later: Fixed,
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
#[uniffi::export(default(value = None, present = None, judgement = None))]
pub fn measured_value_of(
    value: Option<Fixed>,
    present: Option<bool>,
    judgement: Option<bool>,
) -> Result<MeasuredValue, TiendoError> {
    Ok(MeasuredValue::one_of(value, present, judgement)?)
}

/// What a caller may choose about comparing.
#[uniffi::remote(Record)]
pub struct CompareOptions {
    /// A bare number and `=` ask for exactly that number (default: that number or better).
    #[uniffi(default)]
    pub equal_exactly: bool,
    /// `và tăng dần` must hold too (default: it is shown beside the verdict).
    #[uniffi(default)]
    pub rising_decides: bool,
}
