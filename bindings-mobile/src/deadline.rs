//! Deadlines: when a task is due, read from its official wording.

pub use tiendo::DateRule;

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::note::Note;
use crate::number::Whole;
use crate::period::Cycle;
use crate::why::Why;

/// Reads one deadline cell.
///
/// Reading is total: a date is never guessed, and what could not be read is in the notes. The errors are
/// `cell-too-long` and, for a day of the month that is not 1 to 31, `bad-option`.
#[uniffi::export(default(options))]
pub fn parse_deadline(text: &str, options: DeadlineOptions) -> Result<Deadline, TiendoError> {
    Ok(tiendo::parse_deadline_with(text, options.into(), &tiendo::Limits::default())?.into())
}

/// What a caller may choose about reading deadlines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct DeadlineOptions {
    /// The day of the month a bare month is due (default: its last); a shorter month's last day where it has fewer.
    #[uniffi(default)]
    pub month_day: Option<Whole>,
    /// "Before" includes the day it names (default: the day before is the last on time).
    #[uniffi(default)]
    pub before_inclusive: bool,
    /// "And the following years" falls due each 31 December (default: it continues, with a yearly reminder).
    #[uniffi(default)]
    pub following_years_judged: bool,
}

impl From<DeadlineOptions> for tiendo::DeadlineOptions {
    fn from(options: DeadlineOptions) -> tiendo::DeadlineOptions {
        let DeadlineOptions { month_day, before_inclusive, following_years_judged } = options;
        let month_day = month_day.map(|day| day.0);
        tiendo::DeadlineOptions { month_day, before_inclusive, following_years_judged }
    }
}

/// When a task is due: the cell as published, and what was understood.
///
/// Every part is independent of the others; `recognised` is false where the cell could not be read, and then no other
/// part speaks.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Deadline {
    /// The first day of the work.
    pub start: Option<NaiveDate>,
    /// The date as written: differs from `due` under "before".
    pub written: Option<NaiveDate>,
    /// The last day on time.
    pub due: Option<NaiveDate>,
    /// How `due` was found.
    pub rule: Option<DateRule>,
    /// How often it recurs; each instance is due on its period's last day.
    pub recurrence: Option<Cycle>,
    /// The work goes on (`thường xuyên`, `những năm tiếp theo`).
    pub continues: bool,
    /// "And the following years": continuing work with a reminder each year.
    pub following_years: bool,
    /// What must come first.
    pub awaits: Vec<Awaits>,
    /// The outside document or schedule that sets the date, as written.
    pub reference: Option<String>,
    /// Due whenever it is asked for.
    pub on_demand: bool,
    /// Whether the cell was read.
    pub recognised: bool,
    /// What to know about the reading, with places.
    pub notes: Vec<Note>,
    /// How `due` follows from what is written; absent where there is no such day.
    pub why: Option<Why>,
    /// The cell, verbatim; present even when empty.
    pub text: String,
}

impl From<tiendo::Deadline> for Deadline {
    fn from(deadline: tiendo::Deadline) -> Deadline {
        let why = deadline.why();
        let tiendo::Deadline {
            start,
            written,
            due,
            rule,
            recurrence,
            continues,
            following_years,
            awaits,
            reference,
            on_demand,
            recognised,
            notes,
            text,
        } = deadline;
        Deadline {
            start,
            written,
            due,
            rule,
            recurrence,
            continues,
            following_years,
            awaits: crate::all(awaits),
            reference,
            on_demand,
            recognised,
            notes: crate::all(notes),
            why,
            text,
        }
    }
}

/// A document or decision that must come first.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Awaits {
    /// Who issues it, where the text says so.
    pub issuer: Option<String>,
    /// The event as written, after "sau khi".
    pub text: String,
    /// Calendar days the work may take after it, where the text says so.
    pub offset_days: Option<Whole>,
}

impl From<tiendo::Awaits> for Awaits {
    fn from(awaits: tiendo::Awaits) -> Awaits {
        let tiendo::Awaits { issuer, text, offset_days } = awaits;
        Awaits { issuer, text, offset_days: offset_days.map(Whole) }
    }
}

/// How the last day on time was found from what is written.
#[uniffi::remote(Enum)]
pub enum DateRule {
    /// A day, itself the last on time.
    Day,
    /// A month: its last day.
    MonthEnd,
    /// A month: the day the caller chose.
    MonthDay,
    /// A quarter: its last day.
    QuarterEnd,
    /// A half year: its last day.
    HalfEnd,
    /// A year: 31 December.
    YearEnd,
    /// The beginning, middle or end of a month or year (Civil Code 2015, art. 146).
    // A constant's name in lower case is its code.
    #[uniffi(name = "CivilCode_146")]
    CivilCode146,
    /// "Before": the day before the one written, or before the written period begins.
    Before,
    /// "Before", with the day written included.
    BeforeInclusive,
}
