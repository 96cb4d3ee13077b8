//! The library's calls that the shapes make, each in one place.

use chrono::NaiveDate;
use tiendo::{
    AgencyCell, Error, Exemption, Finding, GivenReport, Lang, Limits, Obligations, Plan, Records, Registry,
    ReportingQuery, Roster, Row, Submission, SuggestedLink,
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
    registry.split(cell).expect("a cell within the limits")
}

/// Each row of a plan, read, is shown once.
pub(super) fn rows(plan: &Plan, mut see: impl FnMut(&Row)) {
    plan.view().rows().for_each(|(_, row)| see(row));
}

pub(super) fn lint(plan: &Plan, registry: &Registry) -> Vec<Finding> {
    plan.lint(registry)
}

pub(super) fn compare(child: &Plan, parent: &Plan, registry: &Registry) -> Result<Vec<Finding>, Error> {
    tiendo::compare_plans(&child.view(), &parent.view(), registry)
}

pub(super) fn suggest(child: &Plan, parent: &Plan, pairs: usize) -> Result<Vec<SuggestedLink>, Error> {
    let limits = Limits { pairs, ..Limits::default() };
    tiendo::suggest_links(&child.view_with(&limits), &parent.view_with(&limits))
}

pub(super) fn obligations(plan: &Plan, query: &ReportingQuery) -> Result<Obligations, Error> {
    plan.obligations(query)
}

/// The question about the reports between two days.
pub(super) fn between(start: &str, end: &str) -> ReportingQuery {
    ReportingQuery::between(day(start), day(end))
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
    let sentences = judged.sentences(Lang::Vi).expect("sentences within the limits");
    let reminders = judged.reminders(30, Lang::Vi).expect("reminders within the limits");
    sentences.iter().map(String::len).sum::<usize>() + super::measure::written(&reminders)
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
    let roster = [Roster { group: group.to_owned(), agencies: ids.to_vec() }];
    registry.expand(cell, &roster)
}
