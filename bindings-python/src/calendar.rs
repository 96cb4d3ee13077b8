//! Calendars: which days are worked and which are off.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use pyo3::prelude::*;
use pyo3::types::PyString;
use tiendo::{Calendar, CalendarDay, DayStatus, Limits};

use crate::collections::{Items, Tuple};
use crate::errors::raise;
use crate::limits::{PyLimits, limits_or_default, reader};
use crate::record::record;
use crate::repr::Repr;
use crate::results::{Back, Kept, Listed, One};
use crate::text::{DateArgument, JsonArgument, text};

static BUILTIN: LazyLock<Arc<Calendar>> = LazyLock::new(|| Arc::new(Calendar::builtin()));

/// The calendar of an argument, the built-in one where none is given.
pub(crate) fn calendar_or_builtin<'a>(calendar: Option<&'a Bound<'_, PyCalendar>>) -> &'a Calendar {
    calendar.map_or(&**BUILTIN, |calendar| &*calendar.get().calendar)
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
pub(crate) struct PyCalendar {
    pub(crate) calendar: Arc<Calendar>,
    /// What it was read within.
    limits: Limits,
    days: Kept<CalendarDay>,
}

impl PyCalendar {
    fn new(calendar: Arc<Calendar>, limits: Limits) -> PyCalendar {
        PyCalendar { calendar, limits, days: Kept::new() }
    }
}

impl PartialEq for PyCalendar {
    fn eq(&self, other: &PyCalendar) -> bool {
        self.calendar == other.calendar
    }
}

impl Hash for PyCalendar {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.calendar.id(), self.calendar.years(), self.calendar.days().len()).hash(state);
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
        PyCalendar::new(Arc::clone(&BUILTIN), Limits::default())
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
    #[pyo3(signature = (json, *, limits=None))]
    fn from_json(
        py: Python<'_>,
        json: JsonArgument<'_>,
        limits: Option<&Bound<'_, PyLimits>>,
    ) -> PyResult<PyCalendar> {
        let (json, limits) = (json.bytes()?, limits_or_default(limits));
        let calendar = py.detach(|| Calendar::from_json_with(json, &limits)).map_err(raise)?;
        Ok(PyCalendar::new(Arc::new(calendar), limits))
    }

    /// Writes the calendar as JSON; `from_json` reads it back.
    ///
    /// >>> import tiendo
    /// >>> calendar = tiendo.Calendar.builtin()
    /// >>> tiendo.Calendar.from_json(calendar.to_json()) == calendar
    /// True
    fn to_json(&self) -> String {
        self.calendar.to_json()
    }

    /// A short id.
    #[getter]
    fn id(&self) -> &str {
        self.calendar.id()
    }

    /// Whose calendar it is.
    #[getter]
    fn name(&self) -> &str {
        self.calendar.name()
    }

    /// The years it knows.
    #[getter]
    fn years(&self) -> Tuple<i32> {
        self.calendar.years().iter().copied().collect()
    }

    /// The days that differ from their day of the week, by date.
    #[getter]
    fn days<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, CalendarDay>> {
        self.days.get(py, || self.calendar.days())
    }

    /// The calendar with days of the caller's in place of its own, or beside them.
    ///
    /// Raises `TiendoError` with code `bad-value` for a day of a year the calendar does not know.
    ///
    /// >>> import datetime, tiendo
    /// >>> flood = tiendo.CalendarDay(date=datetime.date(2026, 10, 1), off=True, name="Nghỉ do mưa lũ")
    /// >>> tiendo.Calendar.builtin().with_days([flood]).status(flood.date).day.name
    /// 'Nghỉ do mưa lũ'
    fn with_days(&self, days: Items<Back<CalendarDay>>) -> PyResult<PyCalendar> {
        let days = days.0.iter().map(Back::read).collect::<PyResult<Vec<_>>>()?;
        let calendar = self.calendar.with_days_within(&days, &self.limits).map_err(raise)?;
        Ok(PyCalendar::new(Arc::new(calendar), self.limits.clone()))
    }

    /// Whether a day is off, and what decides.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Calendar.builtin().status(datetime.date(2025, 9, 2)).day.name
    /// 'Quốc khánh'
    fn status(&self, day: DateArgument) -> PyResult<PyDayStatus> {
        self.calendar.status(day.0).map(PyDayStatus).map_err(raise)
    }

    /// The first working day from a day on, itself included.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Calendar.builtin().next_working_day(datetime.date(2026, 8, 29))
    /// datetime.date(2026, 9, 3)
    fn next_working_day(&self, day: DateArgument) -> PyResult<NaiveDate> {
        self.calendar.next_working_day(day.0).map_err(raise)
    }

    /// The last working day up to a day, itself included.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Calendar.builtin().previous_working_day(datetime.date(2025, 11, 29))
    /// datetime.date(2025, 11, 28)
    fn previous_working_day(&self, day: DateArgument) -> PyResult<NaiveDate> {
        self.calendar.previous_working_day(day.0).map_err(raise)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Calendar")
            .value(self.id())
            .field("name", self.name())
            .field("years", self.years())
            .field("days", self.calendar.days().len())
            .finish()
    }

    fn __reduce__<'py>(slf: &Bound<'py, PyCalendar>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((reader(&slf.get_type(), "from_json", &slf.get().limits)?, (slf.get().to_json(),)))
    }
}

record! {
    /// What a calendar says of a day.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Calendar.builtin().status(datetime.date(2025, 11, 29))
    /// DayStatus(off=True)
    PyDayStatus(DayStatus) as "DayStatus", |of|
    positional: "off", "day";
    hash: (of.off, of.day.as_ref().map(|day| day.date));
    shown: off day;
    fields: {
        /// Whether it is off.
        off: bool = of.off;
        /// The entry that decides; `None` where the day of the week does.
        day: Option<One<&CalendarDay>> = of.day.as_ref().map(One);
    }
    methods: {
        #[new]
        #[pyo3(signature = (off, day=None))]
        fn new(off: bool, day: Option<Back<CalendarDay>>) -> PyResult<PyDayStatus> {
            Ok(PyDayStatus(DayStatus { off, day: day.as_ref().map(Back::read).transpose()? }))
        }

        fn __getnewargs__(&self) -> (bool, Option<One<&CalendarDay>>) {
            (self.off(), self.day())
        }
    }
}
