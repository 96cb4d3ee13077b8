//! What is read of files beside plans: registries, which say who the bodies are, calendars, and records.

use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use serde::Serialize;
use tiendo::{
    AgencyCell, Calendar, CalendarDay, Error, ErrorCode, FileKind, Limits, Records, Registry, ReportingQuery,
};
use wasm_bindgen::JsValue;

use crate::error::{Thrown, told, unplaced};
use crate::handles::{Handle, keep, kept, kept_if};
use crate::{code, date, file, limits_of, plain, result};

static REGISTRY: LazyLock<Arc<Registry>> = LazyLock::new(|| Arc::new(Registry::builtin()));
pub(crate) static CALENDAR: LazyLock<Arc<Calendar>> = LazyLock::new(|| Arc::new(Calendar::builtin()));

/// What was read of a file, with the limits that what works on it keeps to, and how its JSON is written.
struct Read<T> {
    value: Arc<T>,
    limits: Limits,
    json: fn(&T) -> String,
}

impl<T: Serialize + 'static> Handle for Read<T> {
    fn about(&self) -> Result<JsValue, Thrown> {
        plain(&*self.value)
    }

    fn to_json(&self) -> String {
        (self.json)(&self.value)
    }
}

fn read<T: Serialize + 'static>(
    (bytes, is_object, limits): (&[u8], bool, &str),
    from: fn(&[u8], &Limits) -> Result<T, Error>,
    json: fn(&T) -> String,
) -> Result<u32, Error> {
    let limits = limits_of(limits)?;
    let value = Arc::new(file(bytes, is_object, &limits, from)?);
    Ok(keep(Read { value, limits, json }))
}

fn calendar_of(value: Arc<Calendar>, limits: Limits) -> u32 {
    keep(Read { value, limits, json: Calendar::to_json })
}

fn records_kept(value: Records, limits: Limits) -> u32 {
    keep(Read { value: Arc::new(value), limits, json: Records::to_json })
}

/// The registry of a caller's, where it is a handle.
pub(crate) fn registry_if(number: i32) -> Result<Option<Arc<Registry>>, Thrown> {
    Ok(kept_if::<Read<Registry>>(number)?.map(|kept| Arc::clone(&kept.value)))
}

/// The registry of a caller's, else the built-in one.
pub(crate) fn registry_or_builtin(number: i32) -> Result<Arc<Registry>, Thrown> {
    Ok(registry_if(number)?.unwrap_or_else(|| Arc::clone(&REGISTRY)))
}

/// The calendar of a caller's, where it is a handle.
pub(crate) fn calendar_if(number: i32) -> Result<Option<Arc<Calendar>>, Thrown> {
    Ok(kept_if::<Read<Calendar>>(number)?.map(|kept| Arc::clone(&kept.value)))
}

pub(crate) fn records_of(number: u32) -> Result<Arc<Records>, Thrown> {
    Ok(Arc::clone(&kept::<Read<Records>>(number)?.value))
}

fn bodies(number: u32) -> Result<Rc<Read<Registry>>, Thrown> {
    kept(number)
}

fn days(number: u32) -> Result<Rc<Read<Calendar>>, Thrown> {
    kept(number)
}

exports! {
    builtinRegistry(limits: &str) =>
        keep(Read { value: Arc::clone(&REGISTRY), limits: limits_of(limits)?, json: Registry::to_json });
    registry(json: &[u8], is_object: bool, limits: &str) =>
        read((json, is_object, limits), Registry::from_json_with, Registry::to_json)?;
    agency(number: u32, id: &str) => bodies(number)?.value.agency(id);
    find(number: u32, name: &str) => bodies(number)?.value.find(name);
    succession(number: u32, id: &str, on: &str) => bodies(number)?.value.succession(id, date(on, "on")?);
    split(number: u32, cell: &str) => { let of = bodies(number)?; of.value.split_with(cell, &of.limits)? };
    // A roster is that of a question about reports.
    expand(number: u32, cell: &str, roster: &str) => {
        let of = bodies(number)?;
        let query = ReportingQuery::from_json_with(roster.as_bytes(), &of.limits).map_err(unplaced)?;
        of.value.expand(&result::<AgencyCell>(cell, "cell")?, &query.roster)
    };

    builtinCalendarIds() => Calendar::builtin_ids().collect::<Vec<_>>();
    builtinCalendar(limits: &str) => calendar_of(Arc::clone(&CALENDAR), limits_of(limits)?);
    calendarById(id: &str, limits: &str) => calendar_of(Arc::new(Calendar::by_id(id)?), limits_of(limits)?);
    calendar(json: &[u8], is_object: bool, limits: &str) =>
        read((json, is_object, limits), Calendar::from_json_with, Calendar::to_json)?;
    withDays(number: u32, days: &str) => {
        let of = self::days(number)?;
        let calendar = of.value.with_days_within(&result::<Vec<CalendarDay>>(days, "days")?, &of.limits)?;
        calendar_of(Arc::new(calendar), of.limits.clone())
    };
    dayStatus(number: u32, day: &str) => days(number)?.value.status(date(day, "day")?)?;
    nextWorkingDay(number: u32, day: &str) => days(number)?.value.next_working_day(date(day, "day")?)?;
    previousWorkingDay(number: u32, day: &str) => days(number)?.value.previous_working_day(date(day, "day")?)?;

    records(json: &[u8], is_object: bool, limits: &str) =>
        read((json, is_object, limits), Records::from_json_with, Records::to_json)?;
    recordsOfTable(table: &[u8], is_synthetic: bool, limits: &str) => {
        let limits = limits_of(limits)?;
        records_kept(Records::from_csv_with(table, is_synthetic, &limits)?, limits)
    };
    mergedRecords(files: &[u32], limits: &str) => {
        let limits = limits_of(limits)?;
        let files = files.iter().map(|file| Ok(Records::clone(&*records_of(*file)?)));
        records_kept(Records::merged_with(&files.collect::<Result<Vec<_>, Thrown>>()?, &limits)?, limits)
    };
    validate(kind: &str, json: &[u8], is_object: bool, limits: &str) => {
        let kind = code::<FileKind>(kind, ErrorCode::BadValue, "kind")?;
        let errors = tiendo::validate(kind, json, &limits_of(limits)?).into_iter();
        errors.map(|error| told(if is_object { unplaced(error) } else { error })).collect::<Vec<_>>()
    };
    latest(number: u32, indicator: &str, today: &str) => records_of(number)?.latest(indicator, date(today, "today")?);
}
