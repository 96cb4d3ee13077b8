//! Dates: `java.time.LocalDate` in Kotlin and Java, ISO text in Swift.

pub use chrono::NaiveDate;
use tiendo::ErrorCode;

use crate::error::refused;

uniffi::custom_type!(
    /// A day of the calendar, without a time or a zone.
    NaiveDate, String, {
    remote,
    lower: |date| date.to_string(),
    try_lift: |text| Ok(text.parse().map_err(|_| refused(ErrorCode::BadDate, "a date `YYYY-MM-DD`"))?)
});
