//! Units of measure.

// Kotlin has a `Unit` of its own.
pub use tiendo::Unit as UnitOfMeasure;

uniffi::custom_type!(
    /// What a number counts or measures: `percent`, `count`, `rank`, `score`, or the unit as written (`tỷ đồng`).
    UnitOfMeasure, String, {
    remote,
    lower: |unit| unit.to_string(),
    try_lift: |text| Ok(UnitOfMeasure::from(text))
});
