//! What a caller asks about reports, and brings to it.

use std::sync::Arc;

use serde::Serialize;

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::{GivenReport, Lang, Limits, MonthDuty, ReportingOptions, Roster};
use crate::handles::{Calendar, Registry};
use crate::json::back_or_default;
use crate::plan::Plan;

/// What a caller asks about a plan's reports, and brings to it.
///
/// Asked are the reports written for the days from `start`, included, to `end`, not included; or those on `periods`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, uniffi::Record)]
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
    /// From when the regime holds, where neither it nor the plan says so.
    #[uniffi(default)]
    pub effective: Option<NaiveDate>,
    /// Ad hoc and term reports, which stand on dates of the caller's.
    #[uniffi(default)]
    pub given: Vec<GivenReport>,
    /// The caller's choices.
    #[serde(flatten)]
    #[uniffi(default)]
    pub options: ReportingOptions,
    /// The days off (default: those of civil servants).
    #[serde(skip)]
    #[uniffi(default)]
    pub calendar: Option<Arc<Calendar>>,
    /// The bodies known (default: the built-in ones).
    #[serde(skip)]
    #[uniffi(default)]
    pub registry: Option<Arc<Registry>>,
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
    /// The question as core reads it; the calendar and the registry were read already.
    pub(crate) fn read(self) -> Result<tiendo::ReportingQuery, TiendoError> {
        let limits = back_or_default(self.limits.as_ref())?;
        let mut json = serde_json::to_value(&self).unwrap_or_default();
        json.as_object_mut().into_iter().for_each(|fields| fields.retain(|_, value| !value.is_null()));
        let query = tiendo::ReportingQuery::from_json_with(json.to_string().as_bytes(), &limits)?;
        let calendar = self.calendar.map(|calendar| Arc::clone(&calendar.0));
        let registry = self.registry.map(|registry| Arc::clone(&registry.0));
        Ok(tiendo::ReportingQuery { calendar, registry, ..query })
    }
}

impl From<tiendo::ReportingQuery> for ReportingQuery {
    fn from(query: tiendo::ReportingQuery) -> ReportingQuery {
        ReportingQuery {
            start: query.start,
            end: query.end,
            agencies: query.agencies,
            effective: query.effective,
            given: crate::all(query.given),
            options: query.options.into(),
            calendar: query.calendar.map(|calendar| Arc::new(Calendar(calendar))),
            registry: query.registry.map(|registry| Arc::new(Registry(registry))),
            periods: query.periods.iter().map(ToString::to_string).collect(),
            roster: crate::all(query.roster),
            limits: Some(query.limits.into()),
        }
    }
}

/// A plan one body has duties under, and what the caller brings to it: neither days nor periods, nor bodies.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct RegimeQuery {
    /// The plan.
    pub plan: Arc<Plan>,
    /// What is brought to it.
    #[uniffi(default)]
    pub query: ReportingQuery,
}

/// What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day,
/// then those without a date whose period ends in it.
///
/// `month` is a month's id. The errors are those of `obligations`; `bad-period` for what is no month; `too-large`.
#[uniffi::export]
pub fn duties_of_month(
    regimes: Vec<RegimeQuery>,
    agency: &str,
    month: &str,
    lang: Lang,
) -> Result<Vec<MonthDuty>, TiendoError> {
    let read = |regime: RegimeQuery| Ok((regime.plan, regime.query.read()?));
    let brought = regimes.into_iter().map(read).collect::<Result<Vec<_>, TiendoError>>()?;
    let regimes: Vec<_> = brought.iter().map(|(plan, query)| (&**plan.0, query.clone())).collect();
    Ok(crate::all(tiendo::duties_of_month(&regimes, agency, month, lang)?))
}
