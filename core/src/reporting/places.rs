//! Places: which obligation a record speaks of.

use super::obligations::Whole;
use crate::records::Submission;
use crate::sorted::Map;
use crate::text::match_key;

/// Where each report of each body stands among the obligations.
pub(super) struct Places<'a> {
    obligations: &'a Whole,
    /// For each report the place of its first obligation.
    first: Vec<usize>,
    /// The reports by period and rule.
    reports: Map<(&'a str, &'a str), usize>,
    /// The bodies as the caller gave them.
    units: Map<&'a str, u32>,
}

/// What the submission before was about: a table of them repeats its bodies or its periods.
#[derive(Default)]
pub(super) struct Last<'s> {
    report: Option<(&'s str, &'s str, usize)>,
    unit: Option<(&'s str, u32)>,
}

impl<'a> Places<'a> {
    pub(super) fn of(obligations: &'a Whole) -> Places<'a> {
        let mut first = Vec::with_capacity(obligations.reports.len());
        let mut next = 0usize;
        for owed in &obligations.reports {
            first.push(next);
            next = next.saturating_add(obligations.owing(owed).len());
        }
        let reports = obligations.reports.iter().zip(0..);
        let reports = reports.map(|(owed, at)| ((&*owed.id.period, &*owed.id.rule), at)).collect();
        let units = obligations.units.iter().zip(0..).map(|(unit, at)| (&*unit.agency, at)).collect();
        Places { obligations, first, reports, units }
    }

    /// The body of a name.
    pub(super) fn unit(&self, agency: &str) -> Option<u32> {
        self.units.get(agency).or_else(|| self.obligations.names.get(&match_key(agency))).copied()
    }

    /// The rules and places of the reports on a period.
    pub(super) fn reports_on<'p>(&'p self, period: &'p str) -> impl Iterator<Item = (&'a str, usize)> + 'p {
        let range = self.reports.starting_at(&(period, "")).take_while(move |((of, _), _)| *of == period);
        range.map(|((_, rule), at)| (*rule, *at))
    }

    /// The place of one body's report.
    pub(super) fn cell(&self, report: usize, unit: u32) -> Option<usize> {
        let owing = self.obligations.owing(self.obligations.reports.get(report)?);
        // Where a rule binds everyone, a body's place is its own number.
        let number = unit as usize;
        let is_at_its_number = owing.get(number) == Some(&Some(unit));
        let at = if is_at_its_number { number } else { owing.binary_search(&Some(unit)).ok()? };
        self.first.get(report)?.checked_add(at)
    }

    /// Whether a body is the next one given.
    fn follows(&self, before: u32, agency: &str) -> bool {
        self.obligations.unit(before.saturating_add(1)).is_some_and(|unit| *unit.agency == *agency)
    }

    pub(super) fn find<'s>(&self, submission: &'s Submission, last: &mut Last<'s>) -> Option<usize> {
        let (rule, period, agency) =
            (submission.rule.as_str(), submission.period.as_str(), submission.agency.as_str());
        let report = match last.report {
            Some((same_rule, same_period, report)) if same_rule == rule && same_period == period => report,
            _ => *self.reports.get(&(period, rule))?,
        };
        let unit = match last.unit {
            Some((same, unit)) if same == agency => unit,
            Some((_, before)) if self.follows(before, agency) => before.saturating_add(1),
            _ => self.unit(agency)?,
        };
        *last = Last { report: Some((rule, period, report)), unit: Some((agency, unit)) };
        self.cell(report, unit)
    }
}
