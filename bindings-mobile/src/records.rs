//! Records: what the host knows of reports sent and of bodies that need not send them.

pub use tiendo::{Exemption, Submission};

use crate::date::NaiveDate;

/// A version of a report, sent on a day.
#[uniffi::remote(Record)]
pub struct Submission {
    /// The record's id, unique.
    pub id: String,
    /// The day it was sent, in Việt Nam (`dateInVietnam`).
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The code of the rule it answers.
    pub rule: String,
    /// The period's id, or what a given report is called.
    pub period: String,
    /// The body that sent it, by id or name.
    pub agency: String,
    /// Whether it was sent back to be done again.
    #[uniffi(default)]
    pub returned: bool,
}

/// That a body need not report on a period.
#[uniffi::remote(Record)]
pub struct Exemption {
    /// The record's id, unique.
    pub id: String,
    /// The day it was decided.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The body, by id or name.
    pub agency: String,
    /// The period's id, or what a given report is called.
    pub period: String,
    /// Why.
    pub reason: String,
    /// The code of the one rule it is about; absent for every report on the period.
    #[uniffi(default)]
    pub rule: Option<String>,
}
