//! Numbers: exact decimals, and whole numbers that Java can hold.

pub use tiendo::{Fixed, Numeral};

use crate::error::{ErrorCode, TiendoError, refused};

uniffi::custom_type!(
    /// An exact decimal number of at most six places.
    Fixed, String, {
    remote,
    lower: |number| number.to_string(),
    try_lift: |text| match text.parse::<Fixed>() {
        Ok(number) => Ok(number),
        Err(error) => Err(refused(ErrorCode::BadNumber, &error.to_string()).into()),
    }
});

/// A whole number from 0 to 4,294,967,295.
///
/// It crosses as a signed number twice as wide: Kotlin's `UInt` hides a record's constructor and getters from Java.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(pub u32);

uniffi::custom_type!(
    /// A whole number from 0 to 4,294,967,295.
    Whole, i64, {
    lower: |whole| i64::from(whole.0),
    try_lift: |number| match u32::try_from(number) {
        Ok(whole) => Ok(Whole(whole)),
        Err(_) => Err(refused(ErrorCode::BadValue, "a whole number from 0 to 4294967295").into()),
    }
});

/// A numeral that was read: its value, and whether its mark could have meant something else.
#[uniffi::remote(Record)]
pub struct Numeral {
    /// The value.
    pub value: Fixed,
    /// One mark, exactly three digits after it, a first group other than 0: `3.000` may be 3000 or 3.
    pub ambiguous: bool,
}

/// Reads a numeral as Vietnamese official text writes it: `0,7`, `0.60`, `3.000`.
///
/// The error, for what has no value, is `bad-number`.
#[uniffi::export]
pub fn parse_number(text: &str) -> Result<Numeral, TiendoError> {
    Ok(tiendo::parse_number(text)?)
}
