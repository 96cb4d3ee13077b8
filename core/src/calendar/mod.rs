//! Calendars: which days are worked and which are off.
//!
//! A calendar is data (`core/data/calendar-vn-civil-servants.json`): the days of the week that are off, the years it
//! knows, and days that differ, each with its source. A day without a source is marked wherever a result rests on it.
//! Of years a calendar does not know nothing is said: a question about them is an error, not a guess.
//!
//! ```
//! use tiendo::Calendar;
//! let calendar = Calendar::builtin();
//! let date = |text: &str| text.parse().unwrap();
//! // Monday 31 August 2026 is off, Saturday 22 August is worked in its place.
//! assert!(calendar.status(date("2026-08-31"))?.off);
//! assert!(!calendar.status(date("2026-08-22"))?.off);
//! assert_eq!(calendar.next_working_day(date("2026-08-29"))?, date("2026-09-03"));
//! assert!(calendar.status(date("2031-01-01")).is_err());
//! # Ok::<(), tiendo::Error>(())
//! ```

mod file;

use std::fmt;
use std::sync::{Arc, LazyLock};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub(crate) use file::{CALENDAR, CalendarEntries};

use self::file::READING;
use crate::codes::ErrorCode;
use crate::error::{Error, Errors};
use crate::json;
use crate::limits::Limits;
use crate::sorted;
use crate::words::expected;

/// A day that differs from its day of the week: a holiday, a day off in exchange, or a worked Saturday.
///
/// ```
/// let calendar = tiendo::Calendar::builtin();
/// let day = calendar.days().iter().find(|day| day.date.to_string() == "2026-08-22").unwrap();
/// assert!(!day.off);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalendarDay {
    /// The day.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub date: NaiveDate,
    /// Whether it is off; `false` for a worked day that its day of the week would have off.
    pub off: bool,
    /// What it is, in Vietnamese.
    pub name: String,
    /// What it is, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The act or notice that says so; absent where none was found, and results that rest on it are marked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What a calendar says of a day.
///
/// ```
/// let calendar = tiendo::Calendar::builtin();
/// let saturday = calendar.status("2025-11-29".parse().unwrap())?;
/// assert!(saturday.off && saturday.day.is_none());
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayStatus {
    /// Whether it is off.
    pub off: bool,
    /// The entry that decides; absent where the day of the week does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<CalendarDay>,
}

/// Days off and working days of the years it knows.
///
/// ```
/// use tiendo::Calendar;
/// let json = r#"{"schemaVersion": 1, "id": "plain", "name": "Thứ Bảy, Chủ nhật nghỉ", "weekend": [6, 7],
///     "years": [2027], "days": []}"#;
/// let calendar = Calendar::from_json(json.as_bytes())?;
/// assert_eq!(calendar.years(), [2027]);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "CalendarEntries", into = "CalendarEntries")]
pub struct Calendar {
    entries: CalendarEntries,
    /// The days without a source, in order.
    unsourced: Arc<[NaiveDate]>,
    /// For each day of the years known, 366 to the year: the first working day from it on, and the last one up to it;
    /// none where the years known end first.
    working: Vec<[Option<NaiveDate>; 2]>,
    /// The first year, and how many from it on follow on one another: there a day's place is its distance.
    run: (i32, usize),
}

/// The built-in calendars: one so far.
const BUILTIN_IDS: &[&str] = &["vn-civil-servants"];

/// Places in the table for one year.
const YEAR: usize = 366;

impl Calendar {
    /// The calendar of Vietnamese civil servants that comes with the library: 2025 and 2026.
    ///
    /// ```
    /// assert_eq!(tiendo::Calendar::builtin().years(), [2025, 2026]);
    /// ```
    pub fn builtin() -> Calendar {
        Calendar::shared().clone()
    }

    /// The ids of the built-in calendars.
    ///
    /// ```
    /// assert!(tiendo::Calendar::builtin_ids().eq(["vn-civil-servants"]));
    /// ```
    pub fn builtin_ids() -> impl Iterator<Item = &'static str> {
        BUILTIN_IDS.iter().copied()
    }

    /// The built-in calendar of an id. Error: `unknown-calendar`, with the ids there are.
    ///
    /// ```
    /// use tiendo::{Calendar, ErrorCode};
    /// assert_eq!(Calendar::by_id("vn-civil-servants")?, Calendar::builtin());
    /// assert_eq!(Calendar::by_id("vn-schools").unwrap_err().code, ErrorCode::UnknownCalendar);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn by_id(id: &str) -> Result<Calendar, Error> {
        if BUILTIN_IDS.contains(&id) {
            return Ok(Calendar::builtin());
        }
        Err(Error::new(ErrorCode::UnknownCalendar, "id", expected::builtin_calendar(BUILTIN_IDS)))
    }

    /// The built-in calendar, read once.
    pub(crate) fn shared() -> &'static Calendar {
        static SHARED: LazyLock<Calendar> = LazyLock::new(Calendar::read_builtin);
        &SHARED
    }

    fn read_builtin() -> Calendar {
        // A test reads the file; a calendar that could not be read would know no year.
        let json = include_bytes!("../../data/calendar-vn-civil-servants.json");
        Calendar::from_json(json).unwrap_or(Calendar {
            entries: CalendarEntries {
                schema_version: 1,
                id: String::new(),
                name: String::new(),
                weekend: Vec::new(),
                years: Vec::new(),
                days: Vec::new(),
            },
            unsourced: Arc::new([]),
            working: Vec::new(),
            run: (0, 0),
        })
    }

    /// Reads a calendar's JSON within the default [`Limits`].
    ///
    /// Errors: those of files; `bad-value` for days of the week that are not 1 to 7, years or days out of order, or a
    /// day of a year the calendar does not know; `year-out-of-range`; `cell-too-long` for its texts.
    ///
    /// ```
    /// use tiendo::{Calendar, ErrorCode};
    /// let json = r#"{"schemaVersion": 1, "id": "x", "name": "x", "weekend": [8], "years": [2027], "days": []}"#;
    /// assert_eq!(Calendar::from_json(json.as_bytes()).unwrap_err().code, ErrorCode::BadValue);
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Calendar, Error> {
        Calendar::from_json_with(json, &Limits::default())
    }

    /// Reads a calendar's JSON within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{Calendar, ErrorCode, Limits};
    /// let json = Calendar::builtin().to_json();
    /// let limits = Limits { id_chars: 3, ..Limits::default() };
    /// assert_eq!(Calendar::from_json_with(json.as_bytes(), &limits).unwrap_err().code, ErrorCode::CellTooLong);
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<Calendar, Error> {
        json::read_checked(json, limits, &READING).map(Calendar::of)
    }

    /// The calendar as JSON, which reads back as the same calendar.
    ///
    /// ```
    /// use tiendo::Calendar;
    /// let calendar = Calendar::builtin();
    /// assert_eq!(Calendar::from_json(calendar.to_json().as_bytes())?, calendar);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        json::write(&self.entries)
    }

    /// The calendar with days of a caller's in place of its own, or beside them.
    ///
    /// Errors: `bad-value` for a day of a year the calendar does not know; `too-many` beyond 20,000 days.
    ///
    /// ```
    /// use tiendo::{Calendar, CalendarDay};
    /// let flood = CalendarDay {
    ///     date: "2026-10-01".parse().unwrap(), off: true, name: "Nghỉ do mưa lũ".to_owned(), name_en: None,
    ///     source: Some("Quyết định của UBND tỉnh (ví dụ)".to_owned()),
    /// };
    /// let corrected = Calendar::builtin().with_days(&[flood])?;
    /// assert!(corrected.status("2026-10-01".parse().unwrap())?.off);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn with_days(&self, days: &[CalendarDay]) -> Result<Calendar, Error> {
        self.with_days_within(days, &Limits::default())
    }

    /// The same within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{Calendar, ErrorCode, Limits};
    /// let (calendar, limits) = (Calendar::builtin(), Limits { indicators: 1, ..Limits::default() });
    /// assert_eq!(calendar.with_days_within(&[], &limits).unwrap_err().code, ErrorCode::TooMany);
    /// ```
    pub fn with_days_within(&self, days: &[CalendarDay], limits: &Limits) -> Result<Calendar, Error> {
        let mut errors = Errors::new(limits.errors);
        self.entries.check_days(days, limits, &mut errors);
        errors.into_result()?;
        let mut entries = self.entries.clone();
        entries.days.extend_from_slice(days);
        // Of one date the last given stands: the order of equal dates is kept.
        sorted::sort_by_key(&mut entries.days, |day| day.date);
        entries.days.reverse();
        entries.days.dedup_by_key(|day| day.date);
        entries.days.reverse();
        let limit = limits.indicators;
        if entries.days.len() > limit {
            return Err(Error::new(ErrorCode::TooMany, "days", expected::at_most_items(limit)));
        }
        Calendar::new(entries, limits)
    }

    /// The calendar of its file's form.
    pub(crate) fn new(entries: CalendarEntries, limits: &Limits) -> Result<Calendar, Error> {
        let mut errors = Errors::new(limits.errors);
        entries.check(limits, &mut errors);
        errors.into_result()?;
        Ok(Calendar::of(entries))
    }

    /// The calendar of entries without errors.
    fn of(entries: CalendarEntries) -> Calendar {
        let run = runs(&entries.years).next().unwrap_or(&[]);
        let run = (run.first().copied().unwrap_or(0), run.len());
        let without_source = entries.days.iter().filter(|day| day.source.is_none()).map(|day| day.date);
        let unsourced = without_source.collect();
        let mut calendar = Calendar { entries, unsourced, working: Vec::new(), run };
        calendar.fill();
        calendar
    }

    /// Makes the table of working days: backwards for the first one from a day on, forwards for the last one up to it.
    fn fill(&mut self) {
        let days: Vec<NaiveDate> = self.entries.years.iter().flat_map(|year| days_of(*year)).collect();
        let mut working = vec![[None; 2]; self.entries.years.len().saturating_mul(YEAR)];
        let mut fill = |side: usize, days: &mut dyn Iterator<Item = &NaiveDate>| {
            let (mut nearest, mut before): (_, Option<NaiveDate>) = (None, None);
            for day in days {
                // Past a year the calendar does not know, nothing is known of the nearest.
                if before.is_some_and(|before| (*day - before).num_days().abs() > 1) {
                    nearest = None;
                }
                if !self.is_off(*day, self.entry(*day)) {
                    nearest = Some(*day);
                }
                let cells = self.place(*day).and_then(|place| working.get_mut(place));
                if let Some(cell) = cells.and_then(|cells: &mut [_; 2]| cells.get_mut(side)) {
                    *cell = nearest;
                }
                before = Some(*day);
            }
        };
        fill(0, &mut days.iter().rev());
        fill(1, &mut days.iter());
        self.working = working;
    }

    /// A short id.
    ///
    /// ```
    /// assert_eq!(tiendo::Calendar::builtin().id(), "vn-civil-servants");
    /// ```
    pub fn id(&self) -> &str {
        &self.entries.id
    }

    /// Whose calendar it is.
    ///
    /// ```
    /// assert!(tiendo::Calendar::builtin().name().contains("công chức"));
    /// ```
    pub fn name(&self) -> &str {
        &self.entries.name
    }

    /// The years it knows.
    ///
    /// ```
    /// assert_eq!(tiendo::Calendar::builtin().years(), [2025, 2026]);
    /// ```
    pub fn years(&self) -> &[i32] {
        &self.entries.years
    }

    /// The days that differ from their day of the week, by date.
    ///
    /// ```
    /// let calendar = tiendo::Calendar::builtin();
    /// assert_eq!(calendar.days()[0].name, "Tết Dương lịch");
    /// ```
    pub fn days(&self) -> &[CalendarDay] {
        &self.entries.days
    }

    /// Whether a day is off, and what decides. Error: `unknown-year`.
    ///
    /// ```
    /// let calendar = tiendo::Calendar::builtin();
    /// assert_eq!(calendar.status("2025-09-02".parse().unwrap())?.day.unwrap().name, "Quốc khánh");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn status(&self, day: NaiveDate) -> Result<DayStatus, Error> {
        if self.entries.years.binary_search(&day.year()).is_err() {
            return Err(Calendar::unknown_year(day));
        }
        let entry = self.entry(day);
        Ok(DayStatus { off: self.is_off(day, entry), day: entry.cloned() })
    }

    fn entry(&self, day: NaiveDate) -> Option<&CalendarDay> {
        let days = &self.entries.days;
        days.binary_search_by_key(&day, |entry| entry.date).ok().and_then(|at| days.get(at))
    }

    fn is_off(&self, day: NaiveDate, entry: Option<&CalendarDay>) -> bool {
        let is_weekend = || self.entries.weekend.contains(&day.weekday().number_from_monday());
        entry.map_or_else(is_weekend, |entry| entry.off)
    }

    /// The days it has no source for, in order.
    pub(crate) fn unsourced(&self) -> &Arc<[NaiveDate]> {
        &self.unsourced
    }

    /// The first working day from a day on, itself included.
    ///
    /// Error: `unknown-year`, where the years known end before one is found.
    ///
    /// ```
    /// let calendar = tiendo::Calendar::builtin();
    /// let monday = calendar.next_working_day("2025-11-29".parse().unwrap())?;
    /// assert_eq!(monday.to_string(), "2025-12-01");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn next_working_day(&self, day: NaiveDate) -> Result<NaiveDate, Error> {
        self.working_from(day).ok_or_else(|| Calendar::unknown_year(day))
    }

    /// The last working day up to a day, itself included.
    ///
    /// Error: `unknown-year`, where the years known end before one is found.
    ///
    /// ```
    /// let calendar = tiendo::Calendar::builtin();
    /// let friday = calendar.previous_working_day("2025-11-29".parse().unwrap())?;
    /// assert_eq!(friday.to_string(), "2025-11-28");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn previous_working_day(&self, day: NaiveDate) -> Result<NaiveDate, Error> {
        self.working_up_to(day).ok_or_else(|| Calendar::unknown_year(day))
    }

    /// The first and the last of the days about a day that the calendar knows without a gap.
    pub(crate) fn known_about(&self, day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let years = runs(&self.entries.years).find(|years| years.contains(&day.year()))?;
        let first = NaiveDate::from_ymd_opt(*years.first()?, 1, 1)?;
        first.with_month(12)?.with_day(31)?.with_year(*years.last()?).map(|last| (first, last))
    }

    #[inline]
    pub(crate) fn working_from(&self, day: NaiveDate) -> Option<NaiveDate> {
        let [from, _] = *self.working.get(self.place(day)?)?;
        from
    }

    #[inline]
    pub(crate) fn working_up_to(&self, day: NaiveDate) -> Option<NaiveDate> {
        let [_, up_to] = *self.working.get(self.place(day)?)?;
        up_to
    }

    /// A day's place in the table.
    #[inline]
    fn place(&self, day: NaiveDate) -> Option<usize> {
        let (first, run) = self.run;
        let distance = usize::try_from(day.year().wrapping_sub(first)).unwrap_or(usize::MAX);
        let at =
            if distance < run { distance } else { self.entries.years.binary_search(&day.year()).ok()? };
        at.checked_mul(YEAR)?.checked_add(day.ordinal0() as usize)
    }

    #[cold]
    pub(crate) fn unknown_year(day: NaiveDate) -> Error {
        let vi = format!("một lịch có ngày làm việc gần ngày {day} nhất trong các năm của nó");
        let en = format!("a calendar whose years hold a working day next to {day}");
        Error::new(ErrorCode::UnknownYear, "calendar", (vi, en))
    }
}

/// The id, the years and how many days differ: a calendar's days would fill a screen.
impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CalendarEntries { id, years, days, .. } = &self.entries;
        f.debug_struct("Calendar")
            .field("id", id)
            .field("years", years)
            .field("days", &days.len())
            .finish_non_exhaustive()
    }
}

/// The years that follow on one another.
fn runs(years: &[i32]) -> impl Iterator<Item = &[i32]> {
    years.chunk_by(|year, next| year.checked_add(1) == Some(*next))
}

fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    (1..=366).filter_map(move |day| NaiveDate::from_yo_opt(year, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_wrong_with_a_calendar_is_told_at_once() {
        let json = r#"{"schemaVersion": 1, "id": "x", "name": "x", "weekend": [8], "years": [2025, 2026], "days": [
            {"date": "2027-01-01", "off": true, "name": "x"}, {"date": "2026-01-01", "off": true, "name": "y"}]}"#;
        let error = Calendar::from_json(json.as_bytes()).unwrap_err();
        let paths: Vec<&str> = error.others.iter().map(|other| other.path.as_str()).collect();
        assert_eq!((error.path.as_str(), paths), ("weekend", vec!["days", "days[0].date"]));
    }
}
