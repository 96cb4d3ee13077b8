//! Obligations: every report owed between two days.

use std::borrow::Cow;

pub use tiendo::{GivenReport, Obligation, ReportId};

use super::{Cutoff, DueStep, Exempt, ReportingOptions, ReportingUnit};
use crate::agency::registry as registry_of;
use crate::calendar::calendar_of;
use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::finding::Finding;
use crate::period::Cycle;
use crate::plan::{Plan, checked};
use crate::why::{Lang, Why};

/// Every report whose written date lies between two days: by date, then in the order of the rules, then of the bodies.
///
/// The first day is included, the last not. The errors are `year-out-of-range` for days outside 1900 to 2200;
/// `bad-option` for an end before the start, a body or given report without a name, or too much grace; `duplicate-code`
/// for a body or given report twice; `unknown-code` for a given report of no ad hoc or term rule; `unknown-year` where a
/// day-off shift needs a year the calendar does not know; `too-many` beyond 100,000 reports or 5,000,000 obligations;
/// those of the calendar's and the registry's files; and those of a plan changed into what `planFromJson` would refuse.
#[uniffi::export]
pub fn obligations(plan: Plan, query: ReportingQuery) -> Result<Obligations, TiendoError> {
    Ok(query.ask(plan)?.into())
}

/// The report in words, within a sentence: `báo cáo tháng 6/2025`.
///
/// The errors are those of values that no obligation holds.
#[uniffi::export]
pub fn obligation_label(obligation: &Obligation, lang: Lang) -> Result<String, TiendoError> {
    Ok(obligation.label(lang))
}

/// What a caller asks about a plan's reports.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReportingQuery {
    /// The first day on which reports asked for are written.
    pub start: NaiveDate,
    /// The day after the last.
    pub end: NaiveDate,
    /// The bodies that report, by id, name or short name (default: none, the reports as such).
    #[uniffi(default)]
    pub agencies: Vec<String>,
    /// From when the regime holds, in place of the day the plan says.
    #[uniffi(default)]
    pub effective: Option<NaiveDate>,
    /// Ad hoc and term reports, which stand on dates of the caller's.
    #[uniffi(default)]
    pub given: Vec<GivenReport>,
    /// The caller's choices.
    #[uniffi(default)]
    pub options: ReportingOptions,
    /// The JSON of a calendar (default: the built-in one of civil servants).
    #[uniffi(default)]
    pub calendar: Option<String>,
    /// The JSON of a registry (default: the built-in one).
    #[uniffi(default)]
    pub registry: Option<String>,
}

impl ReportingQuery {
    pub(super) fn ask(self, plan: Plan) -> Result<tiendo::Obligations, TiendoError> {
        let ReportingQuery { start, end, agencies, effective, given, options, calendar, registry } = self;
        let agencies: Vec<&str> = agencies.iter().map(String::as_str).collect();
        let brought = RegimeQuery { plan, effective, given, options, calendar, registry }.read()?;
        let reporting = tiendo::Reporting { agencies: &agencies, ..brought.reporting() };
        Ok(brought.plan.obligations(start, end, &reporting)?)
    }
}

/// A plan one body has duties under, and what the caller brings to it.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct RegimeQuery {
    /// The plan.
    pub plan: Plan,
    /// From when the regime holds, in place of the day the plan says.
    #[uniffi(default)]
    pub effective: Option<NaiveDate>,
    /// Ad hoc and term reports, which stand on dates of the caller's.
    #[uniffi(default)]
    pub given: Vec<GivenReport>,
    /// The caller's choices.
    #[uniffi(default)]
    pub options: ReportingOptions,
    /// The JSON of a calendar (default: the built-in one of civil servants).
    #[uniffi(default)]
    pub calendar: Option<String>,
    /// The JSON of a registry (default: the built-in one).
    #[uniffi(default)]
    pub registry: Option<String>,
}

impl RegimeQuery {
    pub(super) fn read(self) -> Result<Brought, TiendoError> {
        let RegimeQuery { plan, effective, given, options, calendar, registry } = self;
        Ok(Brought {
            plan: checked(plan)?,
            effective,
            given,
            options: options.into(),
            calendar: calendar_of(calendar.as_deref())?,
            registry: registry_of(registry.as_deref())?,
        })
    }
}

/// What a caller brought, read.
pub(super) struct Brought {
    pub(super) plan: tiendo::Plan,
    effective: Option<NaiveDate>,
    given: Vec<GivenReport>,
    options: tiendo::ReportingOptions,
    calendar: Cow<'static, tiendo::Calendar>,
    registry: Cow<'static, tiendo::Registry>,
}

impl Brought {
    /// The same as the core takes it, for no body.
    pub(super) fn reporting(&self) -> tiendo::Reporting<'_> {
        tiendo::Reporting {
            agencies: &[],
            effective: self.effective,
            given: &self.given,
            options: self.options,
            calendar: Some(&*self.calendar),
            registry: Some(&*self.registry),
        }
    }
}

/// The reports owed between two days.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Obligations {
    /// The obligations, in order.
    pub reports: Vec<Obligation>,
    /// The bodies that report, in the order given.
    pub reporting_units: Vec<ReportingUnit>,
    /// What a reader should know: no effective date (`no-effective-date`), data closed after the last timely day
    /// (`cutoff-after-due`).
    pub findings: Vec<Finding>,
}

impl From<tiendo::Obligations> for Obligations {
    fn from(all: tiendo::Obligations) -> Obligations {
        let (reporting_units, findings) = (all.reporting_units().to_vec(), all.findings().to_vec());
        Obligations { reports: all.iter().collect(), reporting_units, findings }
    }
}

/// An ad hoc or term report: the caller gives its date, the plan only the duty.
#[uniffi::remote(Record)]
pub struct GivenReport {
    /// The code of an ad hoc or term rule.
    pub rule: String,
    /// What the report is called, in the place of a period's id; no other of the rule has it.
    pub period: String,
    /// The date as it was asked for.
    pub written: NaiveDate,
    /// Whether it was asked for "before" that date.
    #[uniffi(default)]
    pub before: bool,
    /// The first day it reports on.
    #[uniffi(default)]
    pub start: Option<NaiveDate>,
    /// The last day it reports on.
    #[uniffi(default)]
    pub end: Option<NaiveDate>,
}

/// A report by its rule and period.
#[uniffi::remote(Record)]
pub struct ReportId {
    /// The rule's code.
    pub rule: String,
    /// The period's id, or what a given report is called.
    pub period: String,
}

/// One report on one period, owed by one body.
#[uniffi::remote(Record)]
pub struct Obligation {
    /// The plan's id.
    pub plan: String,
    /// The rule's code.
    pub rule: String,
    /// How often such a report comes.
    pub cycle: Cycle,
    /// The period's id, or what a given report is called.
    pub period: String,
    /// The body that owes it, as the caller gave it; absent where none was given.
    pub agency: Option<String>,
    /// The first day it reports on.
    pub start: Option<NaiveDate>,
    /// The last day it reports on.
    pub end: Option<NaiveDate>,
    /// The date as written; absent for a rule without one.
    pub written: Option<NaiveDate>,
    /// The last day on time, after all steps.
    pub due: Option<NaiveDate>,
    /// The steps from `written` to `due` that applied, in their order.
    pub steps: Vec<DueStep>,
    /// Days the shift rests on that the calendar has no source for.
    pub unsourced_days: Vec<NaiveDate>,
    /// The first and the last day of its data.
    pub cutoff: Option<Cutoff>,
    /// To whom it goes, as written.
    pub recipient: String,
    /// To whom the recipient reports in turn, as written.
    pub feeds: Vec<String>,
    /// The body's other reports written for the same day.
    pub coincides: Vec<ReportId>,
    /// That the body need not send it.
    pub exempt: Option<Exempt>,
    /// How the last day on time follows.
    pub why: Why,
}
