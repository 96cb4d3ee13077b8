//! Dates: `java.time.LocalDate` in Kotlin and Java, ISO text in Swift.

pub use chrono::NaiveDate;
use tiendo::ErrorCode;

use crate::error::refused;

uniffi::custom_type!(
    /// A day of the calendar, without a time or a zone.
    NaiveDate, String, {
    remote,
    lower: |date| date.to_string(),
    // chrono alone also takes `2025-6-1`. A year the core does not read is for it to refuse, with its place.
    try_lift: |text| {
        let date = text.parse().ok().filter(|date: &NaiveDate| date.to_string() == text);
        Ok(date.ok_or_else(|| refused(ErrorCode::BadDate, "ngày dạng `YYYY-MM-DD`", "a date `YYYY-MM-DD`"))?)
    }
});
