//! The reporting rules beside their own words, and beside one another.
//!
//! A rule's words are read as any sentence of a regime is: where they state its cycle with days, one of these must be the
//! rule's. A rule whose words name no day, or name days of no cycle, is as who wrote the plan understood it.
//!
//! A rule sums up others where who reports by it is whom they go to, by the registry or by name, on the same cycle.

use super::Lint;
use crate::agencies::Registry;
use crate::codes::{Cycle, FindingCode, Halves, ItemKind};
use crate::finding::{Finding, Place, Statement};
use crate::regime::Rule;
use crate::sentences::parse_regime_with;
use crate::sorted::Map;
use crate::text::match_key;
use chrono::NaiveDate;

impl<'v> Lint<'v> {
    pub(super) fn rules(&mut self, registry: &Registry) {
        let plan = self.plan;
        let rules = || plan.regime.iter().flat_map(|regime| &regime.rules);
        for rule in rules() {
            let days = rule.due.zip(rule.cutoff);
            if days.is_some_and(|(due, cutoff)| cutoff.last() > due.last_timely()) {
                self.findings.push(Finding::cutoff_after_due(&plan.id, &rule.code, None));
            }
            self.own_words(rule);
        }
        self.summaries(rules(), registry);
    }

    fn rule(&self, rule: &Rule) -> Place {
        Place::new(&self.id, ItemKind::Rule, &*rule.code)
    }

    /// A due day that is none of those its own words state for its cycle.
    fn own_words(&mut self, rule: &'v Rule) {
        let Some(day) = timely(rule) else { return };
        let Ok(reading) = parse_regime_with(&rule.text, self.view.limits()) else { return };
        let of_cycle = |read: &&crate::sentences::RuleReading| {
            read.rule.cycle == rule.cycle && timely(&read.rule).is_some()
        };
        let mut stated = reading.rules.iter().filter(of_cycle).peekable();
        let Some(first) = stated.peek().map(|read| read.span.of(&rule.text)) else { return };
        if stated.all(|read| timely(&read.rule) != Some(day)) {
            let statement = Statement::DueDiffers { rule: rule.code.clone(), text: first.into() };
            self.add(FindingCode::DueDiffers, vec![self.rule(rule)], statement);
        }
    }

    /// Summaries due before what they sum up.
    fn summaries(&mut self, rules: impl Iterator<Item = &'v Rule> + Clone, registry: &Registry) {
        let mut split: Map<&str, Vec<String>> = Map::new();
        for rule in rules.clone() {
            for cell in [rule.reporters.as_str(), rule.recipient.as_str()] {
                split.or_insert_with(cell, || bodies(cell, registry));
            }
        }
        let periodic = |rule: &&Rule| rule.cycle.has_periods();
        // Of the reports that go to a body on a cycle, those due last.
        let mut last: Map<(&str, Asked), (NaiveDate, &Rule)> = Map::new();
        for rule in rules.clone().filter(periodic) {
            let Some(day) = timely(rule) else { continue };
            for body in split.get(rule.recipient.as_str()).into_iter().flatten() {
                let held = last.or_insert((body, asked(rule)), (day, rule));
                if held.0 < day {
                    *held = (day, rule);
                }
            }
        }
        for rule in rules.filter(periodic) {
            let Some(day) = timely(rule) else { continue };
            let own = split.get(rule.reporters.as_str()).into_iter().flatten();
            let late = own.filter_map(|body| last.get(&(body.as_str(), asked(rule))));
            let Some((_, reports)) = late.filter(|(other, _)| *other > day).max_by_key(|(other, _)| *other)
            else {
                continue;
            };
            let statement =
                Statement::SummaryBeforeReports { summary: rule.code.clone(), reports: reports.code.clone() };
            let places = vec![self.rule(rule), self.rule(reports)];
            self.add(FindingCode::SummaryBeforeReports, places, statement);
        }
    }
}

/// The last day on time of a rule that has one, for comparing rules of one cycle.
fn timely(rule: &Rule) -> Option<NaiveDate> {
    let weekday = || {
        // Any Sunday: the days of its week and of the one after follow it.
        let day =
            NaiveDate::from_ymd_opt(2025, 1, 5)?.checked_add_days(chrono::Days::new(rule.weekday?.into()))?;
        crate::dates::last_timely(day, rule.before, false)
    };
    let once = || crate::dates::last_timely(rule.on?, rule.before, false);
    rule.due.and_then(crate::regime::DueDay::last_timely).or_else(once).or_else(weekday)
}

type Asked = (Cycle, Option<Halves>);

/// What of the calendar a rule asks for.
fn asked(rule: &Rule) -> Asked {
    let halves = (rule.cycle == Cycle::HalfYearly).then(|| rule.halves.unwrap_or(Halves::First));
    (rule.cycle, halves)
}

/// The bodies a cell names, each by its id or its name.
fn bodies(cell: &str, registry: &Registry) -> Vec<String> {
    let agencies = registry.split_cell(cell).agencies.into_iter();
    agencies
        .map(|part| part.id.unwrap_or_else(|| match_key(&part.name)))
        .filter(|key| !key.is_empty())
        .collect()
}
