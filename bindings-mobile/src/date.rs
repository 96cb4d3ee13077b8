//! Dates: `java.time.LocalDate` in Kotlin and Java, ISO text in Swift.

pub use chrono::NaiveDate;
use tiendo::Error;

use crate::error::TiendoError;

uniffi::custom_type!(
    /// A day of the calendar, without a time or a zone.
    NaiveDate, String, {
    remote,
    lower: |date| date.to_string(),
    try_lift: |text| Ok(tiendo::parse_date(&text).map_err(|error| TiendoError::from(Error { path: String::new(), ..error }))?)
});
