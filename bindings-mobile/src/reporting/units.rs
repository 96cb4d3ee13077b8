//! The bodies that report, and when they need not.

pub use tiendo::{Exempt, ExemptReason, ReportingUnit};

use crate::date::NaiveDate;

/// A body that reports (*đơn vị báo cáo*), as the caller gave it and as the registry knows it.
#[uniffi::remote(Record)]
pub struct ReportingUnit {
    /// An id or a name, as the caller gave it: what results and submissions call it.
    pub agency: String,
    /// Its id in the registry; absent for a body the registry does not know.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// Its first day, where the registry knows it.
    pub begun: Option<NaiveDate>,
    /// The first day it no longer existed, where the registry knows it.
    pub ended: Option<NaiveDate>,
    /// The name of the body that took over, where there is a single one.
    pub successor: Option<String>,
}

/// That a body need not send a report, and why.
#[uniffi::remote(Record)]
pub struct Exempt {
    /// Why.
    pub reason: ExemptReason,
    /// The day the body began or ended.
    pub date: Option<NaiveDate>,
    /// The name of the body that took over, where there is a single one.
    pub successor: Option<String>,
    /// The recorded reason.
    pub text: Option<String>,
}

/// Why a body need not send a report.
#[uniffi::remote(Enum)]
pub enum ExemptReason {
    /// It had ended by the last day on time.
    BodyEnded,
    /// It had not begun on the last day on time.
    BodyNotBegun,
    /// It is the one the report goes to.
    Recipient,
    /// A recorded exemption says so.
    Recorded,
}
