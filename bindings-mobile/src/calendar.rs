//! Calendars: which days are worked and which are off.

use std::borrow::Cow;
use std::sync::LazyLock;

pub use tiendo::CalendarDay;

use crate::date::NaiveDate;
use crate::error::TiendoError;

/// Whether a day is off, and what decides.
///
/// The calendar is the built-in one of Vietnamese civil servants, or the JSON of another. The errors are those of its
/// file and `unknown-year`.
#[uniffi::export(default(calendar))]
#[expect(clippy::needless_pass_by_value, reason = "uniffi has no optional borrowed text")]
pub fn day_status(date: NaiveDate, calendar: Option<String>) -> Result<DayStatus, TiendoError> {
    Ok(calendar_of(calendar.as_deref())?.status(date)?.into())
}

/// The first working day from a day on, itself included.
///
/// The calendar and the errors are `dayStatus`'s; `unknown-year` also where the years known end before one is found.
#[uniffi::export(default(calendar))]
#[expect(clippy::needless_pass_by_value, reason = "uniffi has no optional borrowed text")]
pub fn next_working_day(date: NaiveDate, calendar: Option<String>) -> Result<NaiveDate, TiendoError> {
    Ok(calendar_of(calendar.as_deref())?.next_working_day(date)?)
}

/// The last working day up to a day, itself included.
///
/// The calendar and the errors are `nextWorkingDay`'s.
#[uniffi::export(default(calendar))]
#[expect(clippy::needless_pass_by_value, reason = "uniffi has no optional borrowed text")]
pub fn previous_working_day(date: NaiveDate, calendar: Option<String>) -> Result<NaiveDate, TiendoError> {
    Ok(calendar_of(calendar.as_deref())?.previous_working_day(date)?)
}

/// The date in Việt Nam (UTC+7) of an instant, written as RFC 3339 has it: what a due day is compared with.
///
/// The errors are `bad-date`, for text that is no instant with its offset, and `year-out-of-range`.
#[uniffi::export]
pub fn date_in_vietnam(instant: &str) -> Result<NaiveDate, TiendoError> {
    Ok(tiendo::date_in_vietnam(instant)?)
}

/// The caller's calendar, else the built-in one, which is read once.
pub(crate) fn calendar_of(json: Option<&str>) -> Result<Cow<'static, tiendo::Calendar>, TiendoError> {
    static BUILTIN: LazyLock<tiendo::Calendar> = LazyLock::new(tiendo::Calendar::builtin);
    Ok(match json {
        Some(json) => Cow::Owned(tiendo::Calendar::from_json(json.as_bytes())?),
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

impl From<tiendo::DayStatus<'_>> for DayStatus {
    fn from(status: tiendo::DayStatus<'_>) -> DayStatus {
        let tiendo::DayStatus { off, day } = status;
        DayStatus { off, day: day.cloned() }
    }
}

/// A day that differs from its day of the week: a holiday, a day off in exchange, or a worked Saturday.
#[uniffi::remote(Record)]
pub struct CalendarDay {
    /// The day.
    pub date: NaiveDate,
    /// Whether it is off; `false` for a worked day that its day of the week would have off.
    pub off: bool,
    /// What it is, in Vietnamese.
    pub name: String,
    /// What it is, in English.
    pub name_en: Option<String>,
    /// The act or notice that says so; absent where none was found, and results that rest on it are marked.
    pub source: Option<String>,
}
