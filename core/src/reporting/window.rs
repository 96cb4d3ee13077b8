//! Which periods may have a report that a question asks for.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate};

use super::query::{Asked, ReportingQuery};
use crate::codes::{Cycle, DayOffShift, SelectBy};
use crate::period::Period;

/// The last of the two weeks in which a weekly report may fall due, from the first day of its own on.
const WEEKLY: u64 = 13;

/// The periods of a cycle whose reports may be asked for, in order.
pub(super) fn periods(asked: &Asked, cycle: Cycle, query: &ReportingQuery) -> Vec<Period> {
    let (start, end, by) = match asked {
        Asked::Between { start, end, by } => (*start, *end, *by),
        Asked::Periods(periods) => {
            return periods.iter().copied().filter(|period| period.cycle() == cycle).collect();
        }
    };
    let (first, last) = match by {
        SelectBy::Due => timely(start, end, query),
        SelectBy::Written | SelectBy::Period => (start, end),
    };
    // An undated report stands on its period's last day, whatever the shift.
    let (first, last) = (first.min(start), last.max(end));
    if cycle == Cycle::Weekly {
        return weeks(first, last);
    }
    // A report may fall due up to two years after its period begins.
    let years: RangeInclusive<i32> = first.year().saturating_sub(2)..=last.year().saturating_add(1);
    years.flat_map(|year| Period::of_year(cycle, year)).collect()
}

/// The weeks whose reports may fall due, or which may end, from a day to another.
fn weeks(first: NaiveDate, last: NaiveDate) -> Vec<Period> {
    let mut monday = first.checked_sub_days(Days::new(WEEKLY)).unwrap_or(first);
    let mut weeks = Vec::new();
    while monday <= last {
        weeks.extend(Period::holding(Cycle::Weekly, monday));
        let Some(next) = monday.checked_add_days(Days::new(7)) else { break };
        monday = next;
    }
    // The first step may have left the last days to a week it did not reach.
    if let Some(week) = Period::holding(Cycle::Weekly, last).filter(|week| weeks.last() != Some(week)) {
        weeks.push(week);
    }
    weeks
}

/// The days, before any shift and grace, of reports that may fall due between two days.
fn timely(start: NaiveDate, end: NaiveDate, query: &ReportingQuery) -> (NaiveDate, NaiveDate) {
    let (calendar, options) = (query.calendar(), query.options);
    let grace = Days::new(options.grace_days.into());
    let without_grace = |day: NaiveDate| day.checked_sub_days(grace).unwrap_or(day);
    let (mut first, mut last) = (without_grace(start), without_grace(end));
    // A shift may bring days off there: all those since the last working day before, or to the next after.
    match options.day_off_shift {
        DayOffShift::None => {}
        DayOffShift::NextWorkingDay => {
            let worked = first.pred_opt().and_then(|day| calendar.working_up_to(day));
            let known = || calendar.known_about(first).map(|(known, _)| known);
            first = worked.or_else(known).unwrap_or(first);
        }
        DayOffShift::PreviousWorkingDay => {
            let worked = last.succ_opt().and_then(|day| calendar.working_from(day));
            let known = || calendar.known_about(last).map(|(_, known)| known);
            last = worked.or_else(known).unwrap_or(last);
        }
    }
    (first, last)
}
