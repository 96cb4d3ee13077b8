//! Records: what the host knows of values, of reports sent and of bodies that need not send them.

pub use tiendo::{Exemption, Observation, Submission};

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::ObservationStatus;
use crate::limits::{Limits, within};
use crate::number::Fixed;

/// Reads records' JSON.
///
/// The errors are those of files, and `conflicting-record` for an id given twice with other content.
#[uniffi::export(default(limits))]
pub fn records_from_json(text: &str, limits: Option<Limits>) -> Result<Records, TiendoError> {
    let records = tiendo::Records::from_json_with(text.as_bytes(), &within(limits))?;
    let mut sorted = Records { observations: Vec::new(), submissions: Vec::new(), exemptions: Vec::new() };
    for record in records.records {
        match record {
            tiendo::Record::Observation(observation) => sorted.observations.push(observation),
            tiendo::Record::Submission(submission) => sorted.submissions.push(submission),
            tiendo::Record::Exemption(exemption) => sorted.exemptions.push(exemption),
        }
    }
    Ok(sorted)
}

/// The observation of an indicator that counts on a day, by all those given; absent where none does.
///
/// The error is `bad-number`, for a number of more than six decimals or beyond the range.
#[uniffi::export]
pub fn latest(
    observations: Vec<Observation>,
    indicator: &str,
    today: NaiveDate,
) -> Result<Option<Observation>, TiendoError> {
    let records = observations.into_iter().map(tiendo::Record::Observation).collect();
    let records = tiendo::Records { schema_version: 1, synthetic: false, note: None, records };
    Ok(records.latest(indicator, today).cloned())
}

/// The records of a file by their kinds, each in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Records {
    /// Values of indicators.
    pub observations: Vec<Observation>,
    /// Reports sent.
    pub submissions: Vec<Submission>,
    /// Bodies that need not report.
    pub exemptions: Vec<Exemption>,
}

/// A value of an indicator on a day: exactly one of `value`, `present` and `judgement`.
#[uniffi::remote(Record)]
pub struct Observation {
    /// The record's id, unique.
    pub id: String,
    /// The day it speaks of.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The indicator's code.
    pub indicator: String,
    /// The number, in the target's unit.
    pub value: Option<Fixed>,
    /// Whether the thing is in place.
    pub present: Option<bool>,
    /// Whether a qualitative target is judged met.
    pub judgement: Option<bool>,
    /// How firm it is.
    pub status: ObservationStatus,
    /// The thing measured, where it is not the indicator's usual one (`5G`).
    pub qualifier: Option<String>,
}

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
