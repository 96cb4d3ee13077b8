//! What a caller asks about reports, and brings to it.

use std::sync::Arc;

pub use tiendo::GivenReport;
use tiendo::Roster;

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::{DayOffShift, Plan};
use crate::limits::{Limits, within};
use crate::number::Whole;
use crate::plan::checked;

/// What a caller asks about a plan's reports, and brings to it.
///
/// Asked are the reports written for the days from `start`, included, to `end`, not included; or those on `periods`.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReportingQuery {
    /// The first day on which reports asked for are written.
    #[uniffi(default)]
    pub start: Option<NaiveDate>,
    /// The day after the last.
    #[uniffi(default)]
    pub end: Option<NaiveDate>,
    /// The bodies that report, by id, name or short name, and groups the roster resolves (default: none, the reports as
    /// such).
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
    /// In place of days: the ids of periods. Of the caller's own reports these are the ones that have a period's id as
    /// their name.
    #[uniffi(default)]
    pub periods: Vec<String>,
    /// Which bodies the groups among `agencies` are; a group that is not on it is a body like any other.
    #[uniffi(default)]
    pub roster: Vec<Roster>,
    /// How much the call takes and gives.
    #[uniffi(default)]
    pub limits: Option<Limits>,
}

impl ReportingQuery {
    pub(super) fn ask(self, plan: Plan) -> Result<tiendo::Obligations, TiendoError> {
        let query = self.read()?;
        Ok(checked(plan, &query.limits)?.obligations(&query)?)
    }

    fn read(self) -> Result<tiendo::ReportingQuery, TiendoError> {
        let ReportingQuery {
            start,
            end,
            agencies,
            effective,
            given,
            options,
            calendar,
            registry,
            periods,
            roster,
            limits,
        } = self;
        let limits = within(limits);
        let calendar = calendar.map(|json| tiendo::Calendar::from_json_with(json.as_bytes(), &limits));
        let registry = registry.map(|json| tiendo::Registry::from_json_with(json.as_bytes(), &limits));
        let periods = periods.iter().enumerate().map(|(at, id)| {
            let id = id.parse::<tiendo::Period>();
            id.map_err(|error| tiendo::Error { path: format!("periods[{at}]"), ..error })
        });
        Ok(tiendo::ReportingQuery {
            start,
            end,
            periods: periods.collect::<Result<_, _>>()?,
            agencies,
            roster,
            effective,
            given,
            options: options.into(),
            calendar: calendar.transpose()?.map(Arc::new),
            registry: registry.transpose()?.map(Arc::new),
            limits,
        })
    }
}

impl From<tiendo::ReportingQuery> for ReportingQuery {
    fn from(query: tiendo::ReportingQuery) -> ReportingQuery {
        let tiendo::ReportingQuery {
            start,
            end,
            periods,
            agencies,
            roster,
            effective,
            given,
            options,
            calendar,
            registry,
            limits,
        } = query;
        // A registry has no part that cannot be written.
        ReportingQuery {
            start,
            end,
            agencies,
            effective,
            given,
            options: options.into(),
            calendar: calendar.map(|calendar| calendar.to_json()),
            registry: registry.map(|registry| serde_json::to_string(&*registry).unwrap_or_default()),
            periods: periods.iter().map(ToString::to_string).collect(),
            roster,
            limits: Some(limits.into()),
        }
    }
}

/// Reads a question as every language writes it, one flat JSON object: the fields of a `ReportingQuery`, those of its
/// options among them, and the calendar and the registry as the objects of their files.
///
/// The errors are those of files, and `bad-option` for a value that no option takes.
#[uniffi::export(default(limits))]
pub fn reporting_query_from_json(text: &str, limits: Option<Limits>) -> Result<ReportingQuery, TiendoError> {
    Ok(tiendo::ReportingQuery::from_json_with(text.as_bytes(), &within(limits))?.into())
}

/// Writes a question as `reportingQueryFromJson` reads it.
///
/// The errors are `bad-period`, and those of the calendar's and the registry's files.
#[uniffi::export]
pub fn reporting_query_to_json(query: ReportingQuery) -> Result<String, TiendoError> {
    Ok(query.read()?.to_json())
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
    /// How much the call takes and gives.
    #[uniffi(default)]
    pub limits: Option<Limits>,
}

impl RegimeQuery {
    pub(super) fn read(self) -> Result<(tiendo::Plan, tiendo::ReportingQuery), TiendoError> {
        let RegimeQuery { plan, effective, given, options, calendar, registry, limits } = self;
        let query = ReportingQuery {
            start: None,
            end: None,
            agencies: Vec::new(),
            effective,
            given,
            options,
            calendar,
            registry,
            periods: Vec::new(),
            roster: Vec::new(),
            limits,
        };
        let query = query.read()?;
        Ok((checked(plan, &query.limits)?, query))
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

impl From<tiendo::ReportingOptions> for ReportingOptions {
    fn from(options: tiendo::ReportingOptions) -> ReportingOptions {
        let tiendo::ReportingOptions {
            before_inclusive,
            of_next_month,
            day_off_shift,
            grace_days,
            decree_09_cutoff,
            count_returned,
        } = options;
        ReportingOptions {
            before_inclusive,
            of_next_month,
            day_off_shift: Some(day_off_shift),
            grace_days: Whole(grace_days),
            decree_09_cutoff,
            count_returned,
        }
    }
}
