//! Timeliness: whether each report came on time, and the counts that follow.

pub use tiendo::ReportStanding;

use super::{Obligation, ReportingQuery, Tally, TallyOf};
use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::number::Whole;
use crate::plan::Plan;
use crate::records::{Exemption, Submission};

/// Judges each report by what was sent and what was exempted, as known on a day.
///
/// The errors are those of `obligations`, `bad-option` for submissions or exemptions where the query has no agencies, and
/// `year-out-of-range` for `today`.
#[uniffi::export]
pub fn timeliness(
    plan: Plan,
    query: ReportingQuery,
    submissions: &[Submission],
    exemptions: &[Exemption],
    today: NaiveDate,
) -> Result<Timeliness, TiendoError> {
    Ok(query.ask(plan)?.timeliness(submissions, exemptions, today)?.into())
}

/// Whether the reports owed came on time, on a day.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Timeliness {
    /// The day it was judged.
    pub today: NaiveDate,
    /// Each report, in the order of the obligations.
    pub reports: Vec<Report>,
    /// The counts of all.
    pub total: Tally,
    /// The counts of each body, in the order given, with their ranks.
    pub by_agency: Vec<TallyOf>,
    /// The counts of each period, in the order they fall due.
    pub by_period: Vec<TallyOf>,
    /// The counts of each cycle, from monthly to ad hoc.
    pub by_cycle: Vec<TallyOf>,
    /// The ids of records that speak of no obligation here, but of another rule, period or body: exemptions' first, each
    /// in the order given.
    pub unmatched: Vec<String>,
}

impl From<tiendo::Timeliness<'_>> for Timeliness {
    fn from(all: tiendo::Timeliness<'_>) -> Timeliness {
        Timeliness {
            today: all.today(),
            reports: all.reports().map(Report::from).collect(),
            total: all.total().into(),
            by_agency: crate::all(all.by_agency()),
            by_period: crate::all(all.by_period()),
            by_cycle: crate::all(all.by_cycle()),
            unmatched: all.unmatched().iter().copied().map(str::to_owned).collect(),
        }
    }
}

/// An obligation and whether it was met.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Report {
    /// What was owed; its `exempt` also says what a record exempts, its `why` how the standing follows.
    pub obligation: Obligation,
    /// Whether it came on time.
    pub standing: ReportStanding,
    /// How many days late, or past its last day on time and missing.
    pub days: Option<Whole>,
    /// The day of the version that counts.
    pub submitted: Option<NaiveDate>,
    /// Whether a version was sent back.
    pub returned: bool,
}

impl From<tiendo::Report> for Report {
    fn from(report: tiendo::Report) -> Report {
        let tiendo::Report { obligation, standing, days, submitted, returned } = report;
        Report { obligation, standing, days: days.map(Whole), submitted, returned }
    }
}

/// Whether a report came on time.
#[uniffi::remote(Enum)]
pub enum ReportStanding {
    /// Đúng hạn.
    OnTime,
    /// Trễ hạn.
    Late,
    /// Chưa nộp.
    Missing,
    /// Chưa đến hạn.
    NotDue,
    /// Không phải nộp.
    Exempt,
    /// Không xác định thời hạn.
    Undated,
}
