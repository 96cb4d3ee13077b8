//! From a rule and a period to the last day on time.

pub use tiendo::{DayOffShift, DueStep};

use crate::number::Whole;

/// What a caller may choose about reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReportingOptions {
    /// "Before" includes the day it names (default: the day before is the last on time).
    #[uniffi(default)]
    pub before_inclusive: bool,
    /// A bare day of a monthly rule is one of the month after (default: of the same month).
    #[uniffi(default)]
    pub of_next_month: bool,
    /// Where a last timely day that is off moves to (default: nowhere, as `NONE`).
    // uniffi has no constant of an enum as a default.
    #[uniffi(default)]
    pub day_off_shift: Option<DayOffShift>,
    /// Calendar days added at the end, at most 366 (default: none).
    #[uniffi(default)]
    pub grace_days: Whole,
    /// Data are closed by Decree 09/2019/NĐ-CP, art. 12 (default: from the period's start to the earlier of its end and
    /// the last timely day).
    #[uniffi(default)]
    pub decree_09_cutoff: bool,
    /// A report counts from its first version (default: from its first version not returned).
    #[uniffi(default)]
    pub count_returned: bool,
}

impl From<ReportingOptions> for tiendo::ReportingOptions {
    fn from(options: ReportingOptions) -> tiendo::ReportingOptions {
        let ReportingOptions {
            before_inclusive,
            of_next_month,
            day_off_shift,
            grace_days,
            decree_09_cutoff,
            count_returned,
        } = options;
        tiendo::ReportingOptions {
            before_inclusive,
            of_next_month,
            day_off_shift: day_off_shift.unwrap_or(tiendo::ReportingOptions::default().day_off_shift),
            grace_days: grace_days.0,
            decree_09_cutoff,
            count_returned,
        }
    }
}

/// Where a last timely day that is off moves to.
#[uniffi::remote(Enum)]
pub enum DayOffShift {
    /// Nowhere.
    None,
    /// To the next working day (Civil Code 2015, art. 148(5)).
    NextWorkingDay,
    /// To the working day before.
    PreviousWorkingDay,
}

/// A step that led from the date as written to the last day on time.
#[uniffi::remote(Enum)]
pub enum DueStep {
    /// The month after the period, by option.
    OfNextMonth,
    /// The month has no such day: its last day.
    MonthEnd,
    /// "Before": the day before the one written.
    Before,
    /// "Before", with the day written included, by option.
    BeforeInclusive,
    /// A day off: the next working day, by option.
    NextWorkingDay,
    /// A day off: the working day before, by option.
    PreviousWorkingDay,
    /// Days of grace, by option.
    Grace,
}
