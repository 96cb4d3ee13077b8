//! Places: which obligation a record speaks of.

use std::collections::BTreeMap;

use super::obligations::Obligations;
use crate::records::Submission;
use crate::text::match_key;

/// Where each report of each body stands among the obligations.
pub(super) struct Places<'a> {
    obligations: &'a Obligations,
    /// For each report the place of its first obligation.
    first: Vec<usize>,
    /// The reports by period and rule.
    reports: BTreeMap<(&'a str, &'a str), usize>,
    /// The bodies as the caller gave them.
    units: BTreeMap<&'a str, usize>,
}

/// What the submission before was about: a table of them repeats its bodies or its periods.
#[derive(Default)]
pub(super) struct Last<'a> {
    report: Option<(&'a str, &'a str, usize)>,
    unit: Option<(&'a str, usize)>,
}

impl<'a> Places<'a> {
    pub(super) fn of(obligations: &'a Obligations) -> Places<'a> {
        let mut first = Vec::with_capacity(obligations.reports.len());
        let mut next = 0usize;
        for owed in &obligations.reports {
            first.push(next);
            next = next.saturating_add(obligations.owing(owed).len());
        }
        let reports = obligations.reports.iter().zip(0..);
        let reports = reports
            .map(|(owed, at)| ((owed.report.period.as_str(), owed.report.rule.as_str()), at))
            .collect();
        let units = obligations.units.iter().zip(0..).map(|(unit, at)| (unit.agency.as_str(), at)).collect();
        Places { obligations, first, reports, units }
    }

    /// The body of a name.
    pub(super) fn unit(&self, agency: &str) -> Option<usize> {
        self.units.get(agency).or_else(|| self.obligations.names.get(&match_key(agency))).copied()
    }

    /// The rules and places of the reports on a period.
    pub(super) fn reports_on<'p>(&'p self, period: &'p str) -> impl Iterator<Item = (&'a str, usize)> + 'p {
        let range = self.reports.range((period, "")..).take_while(move |((of, _), _)| *of == period);
        range.map(|((_, rule), at)| (*rule, *at))
    }

    /// The place of one body's report.
    pub(super) fn cell(&self, report: usize, unit: usize) -> Option<usize> {
        let owing = self.obligations.owing(self.obligations.reports.get(report)?);
        // Where a rule binds everyone, a body's place is its own number.
        let is_at_its_number = owing.get(unit) == Some(&Some(unit));
        let at = if is_at_its_number { unit } else { owing.binary_search(&Some(unit)).ok()? };
        self.first.get(report)?.checked_add(at)
    }

    pub(super) fn find(&self, submission: &'a Submission, last: &mut Last<'a>) -> Option<usize> {
        let (rule, period, agency) =
            (submission.rule.as_str(), submission.period.as_str(), submission.agency.as_str());
        let report = match last.report {
            Some((same_rule, same_period, report)) if same_rule == rule && same_period == period => report,
            _ => *self.reports.get(&(period, rule))?,
        };
        let unit = match last.unit {
            Some((same, unit)) if same == agency => unit,
            _ => self.unit(agency)?,
        };
        *last = Last { report: Some((rule, period, report)), unit: Some((agency, unit)) };
        self.cell(report, unit)
    }
}
