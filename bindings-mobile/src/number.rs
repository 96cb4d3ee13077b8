//! Scalars: exact decimals, whole numbers that Java can hold, and units of measure.

use serde::Serialize;
// Kotlin has a `Unit` of its own.
pub use tiendo::{Fixed, Unit as UnitOfMeasure};

use crate::error::refused;
use crate::generated::ErrorCode;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
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

uniffi::custom_type!(
    /// What a number counts or measures: `percent`, `count`, `rank`, `score`, or the unit as written (`tỷ đồng`).
    UnitOfMeasure, String, {
    remote,
    lower: |unit| unit.to_string(),
    try_lift: |text| Ok(UnitOfMeasure::from(text))
});
