//! A calendar as its file has it.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::{Calendar, CalendarDay};
use crate::codes::ErrorCode;
use crate::dates::{YEARS, year_out_of_range};
use crate::error::{Error, Errors};
use crate::json::{DATE, Object, Reading, Shape, needed, nullable, object};
use crate::limits::{Limits, is_longer};
use crate::words::expected;

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

/// How a calendar's file is read.
pub(super) const READING: Reading<CalendarEntries> = Reading {
    shape: &Shape::Object(&CALENDAR),
    bytes: |limits| limits.json_bytes,
    check: CalendarEntries::check,
    rests_on: &[("days[].date", &["years", "years[]"])],
};

impl CalendarEntries {
    /// Finds what is wrong with a calendar beyond its shape, and texts over the limits where it came of no file.
    pub(super) fn check(&self, limits: &Limits, errors: &mut Errors) {
        within(&self.id, limits.id_chars, || "id".to_owned(), errors);
        within(&self.name, limits.text_chars, || "name".to_owned(), errors);
        let mut bad = |path: &str, expected| errors.push(Error::new(ErrorCode::BadValue, path, expected));
        if !self.weekend.iter().all(|day| (1..=7).contains(day)) || !self.weekend.is_sorted_by(|a, b| a < b) {
            bad("weekend", expected::days_of_week_in_order());
        }
        if !self.years.is_sorted_by(|a, b| a < b) {
            bad("years", expected::years_in_order());
        }
        if !self.days.is_sorted_by(|a, b| a.date < b.date) {
            bad("days", expected::days_in_order());
        }
        for (at, _) in self.years.iter().enumerate().filter(|(_, year)| !YEARS.contains(year)) {
            errors.push(year_out_of_range(&format!("years[{at}]")));
        }
        self.check_days(&self.days, limits, errors);
    }

    /// Finds what is wrong with days that are to stand in the calendar.
    pub(super) fn check_days(&self, days: &[CalendarDay], limits: &Limits, errors: &mut Errors) {
        // In years out of order, which is an error of its own, none is looked up.
        let is_ordered = self.years.is_sorted_by(|a, b| a < b);
        for (at, day) in days.iter().enumerate() {
            let path = |field: &str| format!("days[{at}].{field}");
            if is_ordered && self.years.binary_search(&day.date.year()).is_err() {
                errors.push(Error::new(ErrorCode::BadValue, path("date"), expected::a_day_of_the_years()));
            }
            within(&day.name, limits.text_chars, || path("name"), errors);
            within(day.name_en.as_deref().unwrap_or(""), limits.text_chars, || path("nameEn"), errors);
            within(day.source.as_deref().unwrap_or(""), limits.text_chars, || path("source"), errors);
        }
    }
}

fn within(text: &str, most: usize, path: impl Fn() -> String, errors: &mut Errors) {
    if is_longer(text, most) {
        errors.push(Error::new(ErrorCode::CellTooLong, path(), expected::at_most_chars(most)));
    }
}

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
