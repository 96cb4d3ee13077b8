//! Numbers: exact decimals, and whole numbers that Java can hold.

pub use tiendo::Fixed;

use crate::error::{TiendoError, refused};
use crate::generated::{ErrorCode, Numeral};

uniffi::custom_type!(
    /// An exact decimal number of at most six places.
    Fixed, String, {
    remote,
    lower: |number| number.to_string(),
    try_lift: |text| Ok(text.parse::<Fixed>().map_err(|_| {
        let vi = "số thập phân chính xác, tối đa sáu chữ số thập phân";
        refused(ErrorCode::BadNumber, vi, "an exact decimal, at most six decimals")
    })?)
});

/// A whole number from 0 to 4,294,967,295.
///
/// It crosses as a signed number twice as wide: Kotlin's `UInt` hides a record's constructor and getters from Java.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Whole(pub u32);

uniffi::custom_type!(
    /// A whole number from 0 to 4,294,967,295.
    Whole, i64, {
    lower: |whole| i64::from(whole.0),
    try_lift: |number| Ok(u32::try_from(number).map(Whole).map_err(|_| {
        let (vi, en) = ("số nguyên từ 0 đến 4294967295", "a whole number from 0 to 4294967295");
        refused(ErrorCode::BadValue, vi, en)
    })?)
});

/// Reads a numeral as Vietnamese official text writes it: `0,7`, `0.60`, `3.000`.
///
/// The error, for what has no value, is `bad-number`.
#[uniffi::export]
pub fn parse_number(text: &str) -> Result<Numeral, TiendoError> {
    Ok(tiendo::parse_number(text)?.into())
}
