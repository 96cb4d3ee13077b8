//! The file's form of a calendar.

use serde::{Deserialize, Serialize};

use super::CalendarDay;
use crate::json::{DATE, Object, Shape, needed, nullable, object};

/// A calendar as its file has it.
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
