//! Deadlines: when a task is due, read from its official wording.

use crate::error::TiendoError;
use crate::generated::{Deadline, Why};
use crate::limits::{Limits, within};
use crate::number::Whole;

/// Reads one deadline cell.
///
/// Reading is total: a date is never guessed, and what could not be read is in the notes. The errors are
/// `cell-too-long` and, for a day of the month that is not 1 to 31, `bad-option`.
#[uniffi::export(default(options), default(limits))]
pub fn parse_deadline(
    text: &str,
    options: DeadlineOptions,
    limits: Option<Limits>,
) -> Result<Deadline, TiendoError> {
    Ok(tiendo::parse_deadline_with(text, options.into(), &within(limits))?.into())
}

/// How the last day on time follows from what is written; absent where there is no such day.
///
/// The errors are those of values that no deadline holds.
#[uniffi::export]
pub fn deadline_why(deadline: Deadline) -> Result<Option<Why>, TiendoError> {
    Ok(tiendo::Deadline::from(deadline).why().map(Into::into))
}

/// The deadline in the library's own notation: one spelling for each meaning, which reads back as the same deadline.
///
/// The errors are those of values that no deadline holds.
#[uniffi::export]
pub fn deadline_notation(deadline: Deadline) -> Result<String, TiendoError> {
    Ok(tiendo::Deadline::from(deadline).to_notation())
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
