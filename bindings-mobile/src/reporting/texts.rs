//! Texts ready to paste: how a report went, what a body is reminded of, what it owes in a month.

pub use tiendo::MonthDuty;

use super::{RegimeQuery, ReportingQuery};
use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::number::Whole;
use crate::plan::Plan;
use crate::records::{Exemption, Submission};
use crate::why::Lang;

/// How each report went, one official sentence for each that has a date, in the order they fall due.
///
/// There are none where the query has no agencies. The errors are those of `timeliness`.
#[uniffi::export]
pub fn timeliness_sentences(
    plan: Plan,
    query: ReportingQuery,
    submissions: &[Submission],
    exemptions: &[Exemption],
    today: NaiveDate,
    lang: Lang,
) -> Result<Vec<String>, TiendoError> {
    Ok(query.ask(plan)?.timeliness(submissions, exemptions, today)?.sentences(lang))
}

/// For each body that has reports to send, what it is reminded of: those missing, and those due within some days.
///
/// The errors are those of `timeliness`.
#[uniffi::export]
pub fn reminders(
    plan: Plan,
    query: ReportingQuery,
    submissions: &[Submission],
    exemptions: &[Exemption],
    today: NaiveDate,
    within_days: Whole,
    lang: Lang,
) -> Result<Vec<Reminder>, TiendoError> {
    let all = query.ask(plan)?;
    Ok(crate::all(all.timeliness(submissions, exemptions, today)?.reminders(within_days.0, lang)))
}

/// What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day,
/// then those without a date whose period ends in it.
///
/// `month` is a month's id. The errors are those of `obligations`, and `bad-period` for what is no month.
#[uniffi::export]
pub fn duties_of_month(
    regimes: Vec<RegimeQuery>,
    agency: &str,
    month: &str,
    lang: Lang,
) -> Result<Vec<MonthDuty>, TiendoError> {
    let brought = regimes.into_iter().map(RegimeQuery::read).collect::<Result<Vec<_>, _>>()?;
    let regimes: Vec<_> = brought.iter().map(|brought| (&brought.plan, brought.reporting())).collect();
    Ok(tiendo::duties_of_month(&regimes, agency, month, lang)?)
}

/// What one body is reminded of (*đôn đốc*).
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Reminder {
    /// The body, as the caller gave it.
    pub agency: String,
    /// How many of its reports are missing.
    pub missing: Whole,
    /// How many fall due within the days asked for.
    pub due_soon: Whole,
    /// The text.
    pub text: String,
}

impl From<tiendo::Reminder> for Reminder {
    fn from(reminder: tiendo::Reminder) -> Reminder {
        let tiendo::Reminder { agency, missing, due_soon, text } = reminder;
        Reminder { agency, missing: Whole(missing), due_soon: Whole(due_soon), text }
    }
}

/// A report one body owes in a month.
#[uniffi::remote(Record)]
pub struct MonthDuty {
    /// The plan's id.
    pub plan: String,
    /// The rule's code.
    pub rule: String,
    /// The period's id, or what a given report is called.
    pub period: String,
    /// The last day on time; absent for a report without a date, whose period ends in the month.
    pub due: Option<NaiveDate>,
    /// To whom it goes, as written.
    pub recipient: String,
    /// To whom the recipient reports in turn, as written.
    pub feeds: Vec<String>,
    /// The duty in words.
    pub text: String,
}
