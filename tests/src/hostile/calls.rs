//! The library's calls that the shapes make, each in one place.

use chrono::NaiveDate;
use tiendo::{
    AgencyCell, Calendar, Error, Exemption, Finding, GivenReport, Lang, Obligations, Plan, Records, Registry,
    Reporting, Row, Submission, SuggestedLink,
};

pub(super) fn plan(json: &str) -> Plan {
    Plan::from_json(json.as_bytes()).expect("a plan within the limits")
}

pub(super) fn registry(json: &str) -> Registry {
    Registry::from_json(json.as_bytes()).expect("a registry within the limits")
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(super) fn split(registry: &Registry, cell: &str) -> AgencyCell {
    registry.split(cell)
}

/// Each row of a plan, read, is shown once.
pub(super) fn rows(plan: &Plan, mut see: impl FnMut(&Row)) {
    plan.rows().for_each(|(_, row)| see(&row));
}

pub(super) fn lint(plan: &Plan, registry: &Registry) -> Vec<Finding> {
    plan.lint(registry)
}

pub(super) fn compare(child: &Plan, parent: &Plan, registry: &Registry) -> Result<Vec<Finding>, Error> {
    tiendo::compare_plans(child, parent, registry)
}

pub(super) fn suggest(child: &Plan, parent: &Plan) -> Result<Vec<SuggestedLink>, Error> {
    Ok(tiendo::suggest_links(child, parent))
}

/// What a shape asks of a regime.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) agencies: Vec<String>,
    pub(super) given: Vec<GivenReport>,
    pub(super) calendar: Option<Calendar>,
    pub(super) registry: Option<Registry>,
    pub(super) shift: bool,
}

pub(super) fn obligations(plan: &Plan, start: &str, end: &str, asked: &Asked) -> Result<Obligations, Error> {
    let agencies: Vec<&str> = asked.agencies.iter().map(String::as_str).collect();
    let mut reporting = Reporting {
        agencies: &agencies,
        given: &asked.given,
        calendar: asked.calendar.as_ref(),
        registry: asked.registry.as_ref(),
        ..Reporting::default()
    };
    if asked.shift {
        reporting.options.day_off_shift = tiendo::DayOffShift::NextWorkingDay;
    }
    plan.obligations(day(start), day(end), &reporting)
}

/// A report that the caller gives.
pub(super) fn given(period: String, written: &str) -> GivenReport {
    GivenReport {
        rule: "ad-hoc".to_owned(),
        period,
        written: day(written),
        before: false,
        start: None,
        end: None,
    }
}

/// How long the timeliness of all obligations is as JSON.
pub(super) fn timeliness(all: &Obligations, records: &Records) -> usize {
    let judged = all.timeliness(records.submissions(), records.exemptions(), day("2025-12-31"));
    super::measure::written(&judged.expect("a day within range"))
}

/// How long the sentences and reminders of all obligations are.
pub(super) fn sentences(all: &Obligations) -> usize {
    let judged = all.timeliness(
        std::iter::empty::<&Submission>(),
        std::iter::empty::<&Exemption>(),
        day("2025-12-31"),
    );
    let judged = judged.expect("a day within range");
    let sentences: usize = judged.sentences(Lang::Vi).iter().map(String::len).sum();
    sentences + super::measure::written(&judged.reminders(30, Lang::Vi))
}

pub(super) fn ics(all: &Obligations) -> Result<String, Error> {
    all.to_ics("2025-01-01T00:00:00Z", Lang::Vi)
}

/// The bodies of a cell, its one group replaced by these.
pub(super) fn expand(
    registry: &Registry,
    cell: &AgencyCell,
    group: &str,
    ids: &[String],
) -> Vec<tiendo::NamedAgency> {
    let roster = [(group, ids.iter().map(String::as_str).collect())];
    registry.expand(cell, &roster)
}
