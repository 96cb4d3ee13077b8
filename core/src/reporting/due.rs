//! From a rule and a period to the last day on time.
//!
//! The steps, always in this order: the date as written → "before", literally the day before, or inclusive by option →
//! the day-off shift of that last timely day → grace, in calendar days. `written` and `due` both show, and which steps
//! applied.
//!
//! - *Before* (*trước ngày 20*): the 19th is the last timely day; by option the 20th is.
//! - *Of the next month*, by option, is for a rule of one month that names a bare day (*trước ngày 20 hằng tháng*): a
//!   rule that names its month says itself which one it means.
//! - A weekly rule names a day of the week itself or of the one after; a rule of once, its date.
//! - A month without the day written ends on its last day; that day is before the one written, so "before" leaves it.
//! - *Law:* an end that falls on a day off moves to the next working day, Civil Code 2015 art. 148(5): the option
//!   `next_working_day`. Grace is counted after it and may end on a day off.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::codes::{Cycle, DayOffShift, DueStep, ErrorCode, Halves, SelectBy};
use crate::dates::{last_timely, year_out_of_range};
use crate::error::Error;
use crate::limits::Limits;
use crate::period::Period;
use crate::regime::Rule;

/// What a caller may choose about reports.
///
/// ```
/// use tiendo::{DayOffShift, ReportingOptions};
/// let options = ReportingOptions::default();
/// assert_eq!((options.day_off_shift, options.grace_days), (DayOffShift::None, 0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ReportingOptions {
    /// "Before" includes the day it names (default: the day before is the last on time).
    pub before_inclusive: bool,
    /// A bare day of a monthly rule is one of the month after (default: of the same month).
    pub of_next_month: bool,
    /// Where a last timely day that is off moves to (default: nowhere).
    pub day_off_shift: DayOffShift,
    /// Calendar days added at the end, by default at most 366 (default: none).
    pub grace_days: u32,
    /// Data are closed by Decree 09/2019/NĐ-CP, art. 12 (default: from the period's start to the earlier of its end and
    /// the last timely day).
    pub decree_09_cutoff: bool,
    /// A report counts from its first version (default: from its first version not returned).
    pub count_returned: bool,
    /// By which of its days a report lies between two days (default: its last day on time, after all steps).
    pub select_by: SelectBy,
}

impl Default for ReportingOptions {
    fn default() -> ReportingOptions {
        ReportingOptions {
            before_inclusive: false,
            of_next_month: false,
            day_off_shift: DayOffShift::None,
            grace_days: 0,
            decree_09_cutoff: false,
            count_returned: false,
            select_by: SelectBy::Due,
        }
    }
}

impl ReportingOptions {
    pub(crate) fn check(&self, limits: &Limits) -> Result<(), Error> {
        let most = limits.grace_days;
        if self.grace_days <= most { Ok(()) } else { Err(ReportingOptions::too_much_grace(most)) }
    }

    #[cold]
    pub(super) fn too_much_grace(most: u32) -> Error {
        let expected = (format!("từ 0 đến {most} ngày"), format!("from 0 to {most} days"));
        Error::new(ErrorCode::BadOption, "graceDays", expected)
    }
}

/// A due day after each of its steps.
///
/// ```
/// use tiendo::{Calendar, DayOffShift, Plan, ReportingOptions};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let year = plan.regime.as_ref().unwrap().rules.iter().find(|rule| rule.code == "year").unwrap();
/// let options = ReportingOptions { day_off_shift: DayOffShift::NextWorkingDay, ..ReportingOptions::default() };
/// // "Trước ngày 30/11": Saturday 29/11 is the last timely day, shifted to Monday 1/12.
/// let due = year.due_in(&"2025".parse()?, &options, &Calendar::builtin())?.unwrap();
/// assert_eq!(due.written.to_string(), "2025-11-30");
/// assert_eq!(due.timely.to_string(), "2025-11-29");
/// assert_eq!(due.due.to_string(), "2025-12-01");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Due {
    /// The date as written.
    #[serde(with = "crate::json::day")]
    pub written: NaiveDate,
    /// The last timely day as it is written: the day before, under "before".
    #[serde(with = "crate::json::day")]
    pub timely: NaiveDate,
    /// The last timely day after the day-off shift.
    #[serde(with = "crate::json::day")]
    pub shifted: NaiveDate,
    /// The last day on time after all steps.
    #[serde(with = "crate::json::day")]
    pub due: NaiveDate,
}

impl Rule {
    /// When the report on a period is due; none for a rule stated without a date. What a rule asks for once is asked
    /// [otherwise](crate::Plan::obligations). Grace is that of the default [`Limits`] at
    /// the most.
    ///
    /// Errors: `bad-period` for a period the rule does not report on (a rule of 6 months reports on the first half, where
    /// its [`halves`](Rule::halves) do not say otherwise);
    /// `bad-option` for too much grace; `unknown-year` where a day-off shift needs a year the calendar does not know.
    ///
    /// ```
    /// use tiendo::{Calendar, Plan, ReportingOptions};
    /// let plan = Plan::builtin("ha-tinh-231")?;
    /// let monthly = &plan.regime.as_ref().unwrap().rules[0];
    /// let due = monthly.due_in(&"2025-06".parse()?, &ReportingOptions::default(), &Calendar::builtin())?;
    /// assert_eq!(due.unwrap().due.to_string(), "2025-06-19");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    #[inline]
    pub fn due_in(
        &self,
        period: &Period,
        options: &ReportingOptions,
        calendar: &Calendar,
    ) -> Result<Option<Due>, Error> {
        self.due_in_with(period, options, calendar, &Limits::default())
    }

    /// The same within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{Calendar, ErrorCode, Limits, Plan, ReportingOptions};
    /// let plan = Plan::builtin("ha-tinh-231")?;
    /// let monthly = &plan.regime.as_ref().unwrap().rules[0];
    /// let options = ReportingOptions { grace_days: 2, ..ReportingOptions::default() };
    /// let limits = Limits { grace_days: 1, ..Limits::default() };
    /// let due = monthly.due_in_with(&"2025-06".parse()?, &options, &Calendar::builtin(), &limits);
    /// assert_eq!(due.unwrap_err().code, ErrorCode::BadOption);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    #[inline]
    pub fn due_in_with(
        &self,
        period: &Period,
        options: &ReportingOptions,
        calendar: &Calendar,
        limits: &Limits,
    ) -> Result<Option<Due>, Error> {
        if !self.reports_on(period) {
            return Err(self.other_period());
        }
        let Some(written) = Written::of(period, self, options) else { return Ok(None) };
        if options.grace_days > limits.grace_days {
            return Err(ReportingOptions::too_much_grace(limits.grace_days));
        }
        let due = written.and_then(|written| due_on(written, options, calendar));
        due.map(Some).map_err(Beyond::error)
    }
}

impl Rule {
    #[cold]
    fn other_period(&self) -> Error {
        let expected = match self.cycle {
            Cycle::HalfYearly if self.halves == Some(Halves::Second) => {
                ("6 tháng cuối của một năm".to_owned(), "the second half of a year".to_owned())
            }
            Cycle::HalfYearly if self.halves != Some(Halves::Both) => {
                ("6 tháng đầu của một năm".to_owned(), "the first half of a year".to_owned())
            }
            Cycle::Term | Cycle::AdHoc | Cycle::Once => (
                "không có kỳ: báo cáo có ngày riêng hoặc người dùng cho biết ngày".to_owned(),
                "no period: the report has a date of its own, or the caller gives it".to_owned(),
            ),
            cycle => (format!("một kỳ của chu kỳ {cycle}"), format!("a period of the cycle {cycle}")),
        };
        Error::new(ErrorCode::BadPeriod, "period", expected)
    }
}

/// What a due day cannot be found beyond: small, since a due date is found a million times and an error seldom.
#[derive(Clone, Copy)]
pub(super) enum Beyond {
    /// The dates there are.
    Dates,
    /// The years the calendar knows, from a day on.
    Calendar(NaiveDate),
}

impl Beyond {
    #[cold]
    pub(super) fn error(self) -> Error {
        match self {
            Beyond::Dates => year_out_of_range("period"),
            Beyond::Calendar(day) => Calendar::unknown_year(day),
        }
    }
}

/// A date as written, and how it came to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Written {
    pub(super) date: NaiveDate,
    /// The text says "before" that day.
    pub(super) before: bool,
    /// The month has no such day: the date is its last.
    pub(super) is_short: bool,
    is_of_next_month: bool,
}

impl Written {
    /// The date as written for a period; none of a rule without one.
    #[inline]
    pub(super) fn of(
        period: &Period,
        rule: &Rule,
        options: &ReportingOptions,
    ) -> Option<Result<Written, Beyond>> {
        let Some(day) = rule.due else {
            let days = Days::new(rule.weekday?.saturating_sub(1).into());
            let date = period.start().checked_add_days(days).ok_or(Beyond::Dates);
            return Some(date.map(|date| Written::on(date, rule.before)));
        };
        // The option is for a rule of one month that names a bare day.
        let is_of_next_month =
            options.of_next_month && period.cycle() == Cycle::Monthly && day.month_of_period == 1;
        let months = day.month_of_period.saturating_sub(1).saturating_add(u32::from(is_of_next_month));
        let date = period.day_of_month(months, day.day).ok_or(Beyond::Dates);
        Some(date.map(|(date, is_short)| Written { date, before: day.before, is_short, is_of_next_month }))
    }

    /// A date of the caller's.
    pub(super) fn on(date: NaiveDate, before: bool) -> Written {
        Written { date, before, is_short: false, is_of_next_month: false }
    }

    /// The last day on time before any shift: a month's last day stands for a later one, so that it is before it already.
    #[inline]
    pub(super) fn timely(self, options: &ReportingOptions) -> Option<NaiveDate> {
        last_timely(self.date, self.before, self.is_short || options.before_inclusive)
    }
}

/// The steps from a written date to the last day on time.
#[inline]
pub(super) fn due_on(
    written: Written,
    options: &ReportingOptions,
    calendar: &Calendar,
) -> Result<Due, Beyond> {
    let timely = written.timely(options).ok_or(Beyond::Dates)?;
    let shifted = match options.day_off_shift {
        DayOffShift::None => Some(timely),
        DayOffShift::NextWorkingDay => calendar.working_from(timely),
        DayOffShift::PreviousWorkingDay => calendar.working_up_to(timely),
    };
    let shifted = shifted.ok_or(Beyond::Calendar(timely))?;
    let due = match options.grace_days {
        0 => shifted,
        days => shifted.checked_add_days(Days::new(days.into())).ok_or(Beyond::Dates)?,
    };
    Ok(Due { written: written.date, timely, shifted, due })
}

/// Which steps applied between a written date and the last day on time.
pub(super) fn steps(due: &Due, written: Written, options: &ReportingOptions) -> Vec<DueStep> {
    let steps = [
        (written.is_of_next_month, DueStep::OfNextMonth),
        (written.is_short, DueStep::MonthEnd),
        (due.timely < due.written, DueStep::Before),
        (written.before && !written.is_short && options.before_inclusive, DueStep::BeforeInclusive),
        (due.shifted > due.timely, DueStep::NextWorkingDay),
        (due.shifted < due.timely, DueStep::PreviousWorkingDay),
        (options.grace_days > 0, DueStep::Grace),
    ];
    steps.into_iter().filter_map(|(applied, step)| applied.then_some(step)).collect()
}
