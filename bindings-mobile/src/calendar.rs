//! Calendars: which days are worked and which are off.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::CalendarDay;
use crate::limits::{Limits, within};

/// Whether a day is off, and what decides.
///
/// The calendar is the built-in one of Vietnamese civil servants, or the JSON of another. The errors are those of its
/// file and `unknown-year`.
#[uniffi::export(default(calendar), default(limits))]
pub fn day_status(
    date: NaiveDate,
    calendar: Option<String>,
    limits: Option<Limits>,
) -> Result<DayStatus, TiendoError> {
    Ok(calendar_of(calendar, &within(limits))?.status(date)?.into())
}

/// The first working day from a day on, itself included.
///
/// The calendar and the errors are `dayStatus`'s; `unknown-year` also where the years known end before one is found.
#[uniffi::export(default(calendar), default(limits))]
pub fn next_working_day(
    date: NaiveDate,
    calendar: Option<String>,
    limits: Option<Limits>,
) -> Result<NaiveDate, TiendoError> {
    Ok(calendar_of(calendar, &within(limits))?.next_working_day(date)?)
}

/// The last working day up to a day, itself included.
///
/// The calendar and the errors are `nextWorkingDay`'s.
#[uniffi::export(default(calendar), default(limits))]
pub fn previous_working_day(
    date: NaiveDate,
    calendar: Option<String>,
    limits: Option<Limits>,
) -> Result<NaiveDate, TiendoError> {
    Ok(calendar_of(calendar, &within(limits))?.previous_working_day(date)?)
}

/// The JSON of the built-in calendar of Vietnamese civil servants, `vn-civil-servants`.
#[uniffi::export]
pub fn calendar_builtin() -> String {
    BUILTIN.to_json()
}

/// The JSON of a calendar with days of the caller's in place of its own, or beside them.
///
/// The calendar is `dayStatus`'s. The errors are those of its file, `bad-value` for a day of a year it does not know,
/// and `too-many`.
#[uniffi::export(default(calendar), default(limits))]
pub fn with_days(
    days: Vec<CalendarDay>,
    calendar: Option<String>,
    limits: Option<Limits>,
) -> Result<String, TiendoError> {
    let limits = within(limits);
    Ok(calendar_of(calendar, &limits)?.with_days_within(&crate::all(days), &limits)?.to_json())
}

/// The date in Việt Nam (UTC+7) of an instant, written as RFC 3339 has it: what a due day is compared with.
///
/// The errors are `bad-date`, for text that is no instant with its offset, and `year-out-of-range`.
#[uniffi::export]
pub fn date_in_vietnam(instant: &str) -> Result<NaiveDate, TiendoError> {
    Ok(tiendo::date_in_vietnam(instant)?)
}

static BUILTIN: LazyLock<tiendo::Calendar> = LazyLock::new(tiendo::Calendar::builtin);

/// The caller's calendar, else the built-in one, which is read once.
pub(crate) fn calendar_of(
    json: Option<String>,
    limits: &tiendo::Limits,
) -> Result<Cow<'static, tiendo::Calendar>, TiendoError> {
    Ok(match json {
        Some(json) => Cow::Owned(tiendo::Calendar::from_json_with(json.as_bytes(), limits)?),
        None => Cow::Borrowed(&*BUILTIN),
    })
}

/// What a calendar says of a day.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DayStatus {
    /// Whether it is off.
    pub off: bool,
    /// The entry that decides; absent where the day of the week does.
    pub day: Option<CalendarDay>,
}

impl From<tiendo::DayStatus> for DayStatus {
    fn from(status: tiendo::DayStatus) -> DayStatus {
        let tiendo::DayStatus { off, day } = status;
        DayStatus { off, day: day.map(Into::into) }
    }
}
