//! Calendars: days off and worked.

use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use tiendo::{Calendar, CalendarDay};
use wasm_bindgen::JsValue;

use crate::error::Thrown;
use crate::handles::{Handle, Read, keep, kept, kept_if};
use crate::{date, file, limits_of, plain, result};

/// The built-in calendar of civil servants, read once.
pub(crate) static BUILTIN: LazyLock<Arc<Calendar>> = LazyLock::new(|| Arc::new(Calendar::builtin()));

impl Handle for Read<Calendar> {
    fn about(&self) -> Result<JsValue, Thrown> {
        plain(&*self.value)
    }

    fn to_json(&self) -> String {
        self.value.to_json()
    }
}

/// The calendar of a caller's, where it is a handle.
pub(crate) fn calendar_if(number: i32) -> Result<Option<Arc<Calendar>>, Thrown> {
    Ok(kept_if::<Read<Calendar>>(number)?.map(|kept| Arc::clone(&kept.value)))
}

fn of(number: u32) -> Result<Rc<Read<Calendar>>, Thrown> {
    kept(number)
}

exports! {
    builtinCalendarIds() => Calendar::builtin_ids().collect::<Vec<_>>();
    builtinCalendar(limits: &str) => keep(Read { value: Arc::clone(&BUILTIN), limits: limits_of(limits)? });
    calendarById(id: &str, limits: &str) =>
        keep(Read { value: Arc::new(Calendar::by_id(id)?), limits: limits_of(limits)? });
    calendar(json: &[u8], is_object: bool, limits: &str) => {
        let limits = limits_of(limits)?;
        keep(Read { value: Arc::new(file(json, is_object, &limits, Calendar::from_json_with)?), limits })
    };
    withDays(number: u32, days: &str) => {
        let of = of(number)?;
        let calendar = of.value.with_days_within(&result::<Vec<CalendarDay>>(days, "days")?, &of.limits)?;
        keep(Read { value: Arc::new(calendar), limits: of.limits.clone() })
    };
    dayStatus(number: u32, day: &str) => of(number)?.value.status(date(day, "day")?)?;
    nextWorkingDay(number: u32, day: &str) => of(number)?.value.next_working_day(date(day, "day")?)?;
    previousWorkingDay(number: u32, day: &str) => of(number)?.value.previous_working_day(date(day, "day")?)?;
}
