//! A calendar as its file has it.

use serde::{Deserialize, Serialize};

use super::{Calendar, CalendarDay};
use crate::codes::ErrorCode;
use crate::error::Error;
use crate::json::{DATE, Object, Shape, needed, nullable, object};
use crate::limits::Limits;

/// The file's form of a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Calendar"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CalendarEntries {
    /// The version of the format, 1.
    #[serde(deserialize_with = "crate::json::version")]
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub(super) schema_version: u32,
    /// A short id.
    pub(super) id: String,
    /// Whose calendar it is.
    pub(super) name: String,
    /// The days of the week that are off, from 1 for Monday to 7 for Sunday.
    #[serde(deserialize_with = "crate::json::list")]
    pub(super) weekend: Vec<u32>,
    /// The years it knows, in ascending order.
    #[serde(deserialize_with = "crate::json::list")]
    pub(super) years: Vec<i32>,
    /// The days that differ from their day of the week, by date.
    #[serde(deserialize_with = "crate::json::list")]
    pub(super) days: Vec<CalendarDay>,
}

/// A calendar's file.
pub(crate) static CALENDAR: Object = object(&[
    needed("schemaVersion", Shape::Version),
    needed("id", Shape::Id),
    needed("name", Shape::Text),
    needed("weekend", Shape::List(&Shape::Whole(0, u32::MAX), |limits| limits.indicators)),
    needed("years", Shape::List(&Shape::Year, |limits| limits.indicators)),
    needed("days", Shape::List(&Shape::Object(&DAY), |limits| limits.indicators)),
]);

static DAY: Object = object(&[
    needed("date", DATE),
    needed("off", Shape::Flag),
    needed("name", Shape::Text),
    nullable("nameEn", Shape::Text),
    nullable("source", Shape::Text),
]);

impl From<Calendar> for CalendarEntries {
    fn from(calendar: Calendar) -> CalendarEntries {
        calendar.entries
    }
}

impl TryFrom<CalendarEntries> for Calendar {
    type Error = String;

    fn try_from(entries: CalendarEntries) -> Result<Calendar, String> {
        Calendar::new(entries, &Limits::default()).map_err(|error| error.to_string())
    }
}

/// Checks the length of a text.
pub(super) fn within(text: &str, limit: usize, path: impl Fn() -> String) -> Result<(), Error> {
    if text.len() <= limit || text.chars().count() <= limit {
        return Ok(());
    }
    let expected = (format!("không quá {limit} ký tự"), format!("at most {limit} characters"));
    Err(Error::new(ErrorCode::CellTooLong, path(), expected))
}
