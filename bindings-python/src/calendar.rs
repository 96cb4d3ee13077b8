//! Calendars: which days are worked and which are off.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use chrono::NaiveDate;
use pyo3::prelude::*;
use pyo3::types::PyString;
use serde::{Deserialize, Serialize};
use tiendo::{Calendar, CalendarDay};

use crate::collections::{Items, Tuple};
use crate::deadline::DateArgument;
use crate::errors::raise;
use crate::pickle::{Reduced, reduce};
use crate::record::record;
use crate::repr::Repr;
use crate::text::{JsonArgument, owned, text};

static BUILTIN: LazyLock<Calendar> = LazyLock::new(Calendar::builtin);

/// The calendar of an argument, the built-in one where none is given.
pub(crate) fn calendar_or_builtin<'a>(calendar: Option<&'a Bound<'_, PyCalendar>>) -> &'a Calendar {
    calendar.map_or(&*BUILTIN, |calendar| &*calendar.get().0)
}

/// The date in Việt Nam (UTC+7) of an instant, written as RFC 3339 has it: what a due day is compared with.
///
/// Raises `TiendoError` with code `bad-date` for text that is no instant with its offset, or `year-out-of-range`.
///
/// >>> import tiendo
/// >>> tiendo.date_in_vietnam("2025-06-19T16:59:59Z"), tiendo.date_in_vietnam("2025-06-19T17:00:00Z")
/// (datetime.date(2025, 6, 19), datetime.date(2025, 6, 20))
#[pyfunction]
pub(crate) fn date_in_vietnam(instant: &Bound<'_, PyString>) -> PyResult<NaiveDate> {
    tiendo::date_in_vietnam(text(instant, "instant")?).map_err(raise)
}

/// Days off and working days of the years it knows.
///
/// Of a year it does not know nothing is said: `TiendoError` with code `unknown-year`.
///
/// >>> import datetime, tiendo
/// >>> calendar = tiendo.Calendar.builtin()
/// >>> calendar.years
/// (2025, 2026)
/// >>> calendar.next_working_day(datetime.date(2025, 11, 29))
/// datetime.date(2025, 12, 1)
#[pyclass(frozen, eq, hash, name = "Calendar", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyCalendar(Cow<'static, Calendar>);

impl Hash for PyCalendar {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.id(), self.0.years(), self.0.days().len()).hash(state);
    }
}

#[pymethods]
impl PyCalendar {
    /// The calendar of Vietnamese civil servants that comes with the library.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Calendar.builtin().days[0].name
    /// 'Tết Dương lịch'
    #[staticmethod]
    fn builtin() -> PyCalendar {
        PyCalendar(Cow::Borrowed(&BUILTIN))
    }

    /// Reads a calendar's JSON.
    ///
    /// Raises `TiendoError`: for what is wrong with the file, with code `bad-value` for days of the week that are not 1
    /// to 7, years or days out of order, or a day of a year the calendar does not know.
    ///
    /// >>> import datetime, tiendo
    /// >>> calendar = tiendo.Calendar.from_json('''{"schemaVersion": 1, "id": "plain", "name": "Nghỉ cuối tuần",
    /// ...     "weekend": [6, 7], "years": [2027], "days": []}''')
    /// >>> calendar.status(datetime.date(2027, 5, 1)).off
    /// True
    #[staticmethod]
    fn from_json(json: JsonArgument<'_>) -> PyResult<PyCalendar> {
        Calendar::from_json(json.bytes()?).map(|calendar| PyCalendar(Cow::Owned(calendar))).map_err(raise)
    }

    /// Writes the calendar as JSON; `from_json` reads it back.
    ///
    /// >>> import tiendo
    /// >>> calendar = tiendo.Calendar.builtin()
    /// >>> tiendo.Calendar.from_json(calendar.to_json()) == calendar
    /// True
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// A short id.
    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    /// Whose calendar it is.
    #[getter]
    fn name(&self) -> &str {
        self.0.name()
    }

    /// The years it knows.
    #[getter]
    fn years(&self) -> Tuple<i32> {
        self.0.years().iter().copied().collect()
    }

    /// The days that differ from their day of the week, by date.
    #[getter]
    fn days(&self) -> Tuple<PyCalendarDay> {
        self.0.days().iter().cloned().map(PyCalendarDay).collect()
    }

    /// The calendar with days of the caller's in place of its own, or beside them.
    ///
    /// Raises `TiendoError` with code `bad-value` for a day of a year the calendar does not know.
    ///
    /// >>> import datetime, tiendo
    /// >>> flood = tiendo.CalendarDay(datetime.date(2026, 10, 1), True, "Nghỉ do mưa lũ")
    /// >>> tiendo.Calendar.builtin().with_days([flood]).status(flood.date).day.name
    /// 'Nghỉ do mưa lũ'
    fn with_days(&self, days: Items<Py<PyCalendarDay>>) -> PyResult<PyCalendar> {
        let days: Vec<CalendarDay> = days.0.iter().map(|day| day.get().0.clone()).collect();
        self.0.with_days(&days).map(|calendar| PyCalendar(Cow::Owned(calendar))).map_err(raise)
    }

    /// Whether a day is off, and what decides.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Calendar.builtin().status(datetime.date(2025, 9, 2)).day.name
    /// 'Quốc khánh'
    fn status(&self, day: DateArgument) -> PyResult<PyDayStatus> {
        let status = self.0.status(day.0).map_err(raise)?;
        Ok(PyDayStatus(Status { off: status.off, day: status.day.cloned() }))
    }

    /// The first working day from a day on, itself included.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Calendar.builtin().next_working_day(datetime.date(2026, 8, 29))
    /// datetime.date(2026, 9, 3)
    fn next_working_day(&self, day: DateArgument) -> PyResult<NaiveDate> {
        self.0.next_working_day(day.0).map_err(raise)
    }

    /// The last working day up to a day, itself included.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Calendar.builtin().previous_working_day(datetime.date(2025, 11, 29))
    /// datetime.date(2025, 11, 28)
    fn previous_working_day(&self, day: DateArgument) -> PyResult<NaiveDate> {
        self.0.previous_working_day(day.0).map_err(raise)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Calendar")
            .value(self.id())
            .field("name", self.name())
            .field("years", self.years())
            .field("days", self.0.days().len())
            .finish()
    }

    fn __reduce__<'py>(slf: &Bound<'py, PyCalendar>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((slf.get_type().getattr("from_json")?, (slf.get().to_json(),)))
    }
}

record! {
    /// A day that differs from its day of the week: a holiday, a day off in exchange, or a worked Saturday.
    ///
    /// >>> import datetime, tiendo
    /// >>> day = tiendo.Calendar.builtin().status(datetime.date(2026, 8, 22)).day
    /// >>> day.off
    /// False
    PyCalendarDay(CalendarDay) as "CalendarDay", |of|
    positional: "date", "off", "name";
    hash: (of.date, of.off, &of.name);
    shown: date off name source;
    fields: {
        /// The day.
        date: NaiveDate = of.date;
        /// Whether it is off; `False` for a worked day that its day of the week would have off.
        off: bool = of.off;
        /// What it is, in Vietnamese.
        name: &str = &of.name;
        /// What it is, in English.
        name_en: Option<&str> = of.name_en.as_deref();
        /// The act or notice that says so; `None` where none was found, and results that rest on it are marked.
        source: Option<&str> = of.source.as_deref();
    }
    methods: {
        #[new]
        #[pyo3(signature = (date, off, name, name_en=None, source=None))]
        fn new(
            date: DateArgument,
            off: bool,
            name: &Bound<'_, PyString>,
            name_en: Option<&Bound<'_, PyString>>,
            source: Option<&Bound<'_, PyString>>,
        ) -> PyResult<PyCalendarDay> {
            Ok(PyCalendarDay(CalendarDay {
                date: date.0,
                off,
                name: owned(name, "name")?,
                name_en: name_en.map(|name| owned(name, "name_en")).transpose()?,
                source: source.map(|source| owned(source, "source")).transpose()?,
            }))
        }

        fn __getnewargs__(&self) -> (NaiveDate, bool, &str, Option<&str>, Option<&str>) {
            (self.date(), self.off(), self.name(), self.name_en(), self.source())
        }
    }
}

/// The core's `DayStatus` borrows its calendar.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Status {
    off: bool,
    day: Option<CalendarDay>,
}

record! {
    /// What a calendar says of a day.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Calendar.builtin().status(datetime.date(2025, 11, 29))
    /// DayStatus(off=True)
    PyDayStatus(Status) as "DayStatus", |of|
    positional: "off", "day";
    hash: (of.off, of.day.as_ref().map(|day| day.date));
    shown: off day;
    fields: {
        /// Whether it is off.
        off: bool = of.off;
        /// The entry that decides; `None` where the day of the week does.
        day: Option<PyCalendarDay> = of.day.clone().map(PyCalendarDay);
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "DayStatus", &self.0)
        }
    }
}
