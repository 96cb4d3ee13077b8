//! Calendars: which days are worked and which are off.

use crate::generated::getters::CalendarLists;
use crate::prelude::*;
use std::sync::{Arc, LazyLock};
use tiendo::{Calendar, CalendarDay, DayStatus};

static BUILTIN: LazyLock<Arc<Calendar>> = LazyLock::new(|| Arc::new(Calendar::builtin()));

/// The calendar of an argument, the built-in one where none is given.
pub(crate) fn calendar_or_builtin<'a>(calendar: Option<&'a Bound<'_, PyCalendar>>) -> &'a Calendar {
    calendar.map_or(&**BUILTIN, |calendar| &*calendar.get().core)
}

/// The date in Việt Nam (UTC+7) of an instant: what a due day is compared with. The instant is written as RFC 3339 has
/// it, or a `datetime` that knows its time zone.
///
/// Raises `TiendoError` with code `bad-date` for text that is no instant with its offset, or `year-out-of-range`.
///
/// >>> tiendo.date_in_vietnam("2025-06-19T16:59:59Z"), tiendo.date_in_vietnam("2025-06-19T17:00:00Z")
/// (datetime.date(2025, 6, 19), datetime.date(2025, 6, 20))
#[pyfunction]
pub(crate) fn date_in_vietnam(instant: Arg<'_, Instant>) -> PyResult<NaiveDate> {
    tiendo::date_in_vietnam(&instant.at("instant")?.0).map_err(raise)
}

handle! {
    /// Days off and working days of the years it knows.
    ///
    /// Of a year it does not know nothing is said: `TiendoError` with code `unknown-year`. Where it is read, `bad-value`
    /// is the code for days of the week that are not 1 to 7, years or days out of order, or a day of a year the calendar
    /// does not know.
    ///
    /// >>> calendar = tiendo.Calendar.builtin()
    /// >>> calendar.years
    /// (2025, 2026)
    /// >>> calendar.next_working_day(datetime.date(2025, 11, 29))
    /// datetime.date(2025, 12, 1)
    PyCalendar("Calendar") of Calendar with CalendarLists;
    example: "Calendar.builtin()";
    |of| hash: (of.id(), of.years())
}

#[pymethods]
impl PyCalendar {
    /// The calendar of Vietnamese civil servants that comes with the library.
    ///
    /// >>> tiendo.Calendar.builtin().days[0].name
    /// 'Tết Dương lịch'
    #[staticmethod]
    fn builtin() -> PyCalendar {
        PyCalendar::new(Arc::clone(&BUILTIN), Limits::default())
    }

    /// The built-in calendar of an id. Raises `TiendoError` with code `unknown-calendar`.
    ///
    /// >>> tiendo.Calendar.by_id("vn-civil-servants") == tiendo.Calendar.builtin()
    /// True
    #[staticmethod]
    fn by_id(id: Arg<'_, String>) -> PyResult<PyCalendar> {
        let calendar = Calendar::by_id(&id.at("id")?).map_err(raise)?;
        Ok(PyCalendar::new(Arc::new(calendar), Limits::default()))
    }

    /// The ids of the built-in calendars.
    ///
    /// >>> tiendo.Calendar.builtin_ids()
    /// ('vn-civil-servants',)
    #[staticmethod]
    fn builtin_ids() -> One<Vec<String>> {
        One(Calendar::builtin_ids().map(str::to_owned).collect())
    }

    /// The calendar with days of the caller's in place of its own, or beside them.
    ///
    /// Raises `TiendoError` with code `bad-value` for a day of a year the calendar does not know.
    ///
    /// >>> flood = tiendo.CalendarDay(date=datetime.date(2026, 10, 1), off=True, name="Nghỉ do mưa lũ")
    /// >>> tiendo.Calendar.builtin().with_days([flood]).status(flood.date).day.name
    /// 'Nghỉ do mưa lũ'
    fn with_days(&self, days: Arg<'_, Vec<CalendarDay>>) -> PyResult<PyCalendar> {
        let calendar = self.core.with_days_within(&days.at("days")?, &self.limits).map_err(raise)?;
        Ok(PyCalendar::new(Arc::new(calendar), self.limits.clone()))
    }

    /// Whether a day is off, and what decides.
    ///
    /// >>> tiendo.Calendar.builtin().status(datetime.date(2025, 9, 2)).day.name
    /// 'Quốc khánh'
    fn status(&self, day: Arg<'_, NaiveDate>) -> PyResult<One<DayStatus>> {
        self.core.status(day.at("day")?).map(One).map_err(raise)
    }

    /// The first working day from a day on, itself included.
    ///
    /// >>> tiendo.Calendar.builtin().next_working_day(datetime.date(2026, 8, 29))
    /// datetime.date(2026, 9, 3)
    fn next_working_day(&self, day: Arg<'_, NaiveDate>) -> PyResult<NaiveDate> {
        self.core.next_working_day(day.at("day")?).map_err(raise)
    }

    /// The last working day up to a day, itself included.
    ///
    /// >>> tiendo.Calendar.builtin().previous_working_day(datetime.date(2025, 11, 29))
    /// datetime.date(2025, 11, 28)
    fn previous_working_day(&self, day: Arg<'_, NaiveDate>) -> PyResult<NaiveDate> {
        self.core.previous_working_day(day.at("day")?).map_err(raise)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (id, name, years) = (
            repr(py, self.core.id())?,
            repr(py, self.core.name())?,
            repr(py, One(self.core.years().to_vec()))?,
        );
        Ok(format!("Calendar({id}, name={name}, years={years}, days={})", self.core.days().len()))
    }
}
