//! Calendars: days off and worked.

use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use tiendo::{Calendar, CalendarDay, Limits};
use wasm_bindgen::JsValue;

use crate::error::Thrown;
use crate::handles::{Handle, keep, kept, kept_if};
use crate::{date, file, limits_of, plain, result};

/// The built-in calendar of civil servants, read once.
pub(crate) static BUILTIN: LazyLock<Arc<Calendar>> = LazyLock::new(|| Arc::new(Calendar::builtin()));

/// A calendar, with the limits that what works on it keeps to.
struct Kept {
    calendar: Arc<Calendar>,
    limits: Limits,
}

/// As its file has it.
impl Handle for Kept {
    fn about(&self) -> Result<JsValue, Thrown> {
        plain(&*self.calendar)
    }
}

/// The calendar of a caller's, where it is a handle.
pub(crate) fn calendar_if(number: i32) -> Result<Option<Arc<Calendar>>, Thrown> {
    Ok(kept_if::<Kept>(number)?.map(|kept| Arc::clone(&kept.calendar)))
}

fn of(number: u32) -> Result<Rc<Kept>, Thrown> {
    kept(number)
}

exports! {
    builtinCalendarIds() => Calendar::builtin_ids().collect::<Vec<_>>();
    builtinCalendar() => keep(Kept { calendar: Arc::clone(&BUILTIN), limits: Limits::default() });
    calendarById(id: &str) => keep(Kept { calendar: Arc::new(Calendar::by_id(id)?), limits: Limits::default() });
    calendar(json: &[u8], is_object: bool, limits: &str) => {
        let limits = limits_of(limits)?;
        keep(Kept { calendar: Arc::new(file(json, is_object, &limits, Calendar::from_json_with)?), limits })
    };
    withDays(number: u32, days: &str) => {
        let of = of(number)?;
        let calendar = of.calendar.with_days_within(&result::<Vec<CalendarDay>>(days, "days")?, &of.limits)?;
        keep(Kept { calendar: Arc::new(calendar), limits: of.limits.clone() })
    };
    calendarToJson(number: u32) => of(number)?.calendar.to_json();
    dayStatus(number: u32, day: &str) => of(number)?.calendar.status(date(day, "day")?)?;
    nextWorkingDay(number: u32, day: &str) => of(number)?.calendar.next_working_day(date(day, "day")?)?;
    previousWorkingDay(number: u32, day: &str) => of(number)?.calendar.previous_working_day(date(day, "day")?)?;
}
