//! Building obligations: from a regime's rules to each report, as it is owed by no one in particular.

use chrono::{Datelike, NaiveDate};

use super::cutoff::{by_period, cutoff};
use super::due::{Beyond, Written, due_on, is_of_next_month, reports_on, steps, written};
use super::explain::{undated, unsourced, why};
use super::obligations::{Obligation, Owed, Reporting};
use super::units::Parties;
use crate::calendar::Calendar;
use crate::error::{Error, ErrorCode};
use crate::finding::Finding;
use crate::limits::Limits;
use crate::period::{Period, YEARS, in_range};
use crate::plan::{Level, Plan};
use crate::regime::{Regime, Rule};

/// Reports of a call at the most, apart from who owes them: nine times what 231 asks for in three centuries.
const MOST_REPORTS: usize = 100_000;
/// Reports on dates of the caller's in a call at the most.
const MOST_GIVEN: usize = 1_000;

/// The obligations of one plan being built.
pub(super) struct Building<'a> {
    pub(super) plan: &'a Plan,
    pub(super) regime: &'a Regime,
    pub(super) parties: Vec<Parties>,
    pub(super) reporting: &'a Reporting<'a>,
    pub(super) calendar: &'a Calendar,
    pub(super) start: NaiveDate,
    pub(super) end: NaiveDate,
}

impl Building<'_> {
    pub(super) fn build(&self) -> Result<(Vec<Owed>, Vec<Finding>), Error> {
        self.check_given()?;
        let mut findings = Vec::new();
        if self.regime.rules.is_empty() {
            return Ok((Vec::new(), findings));
        }
        let Some(effective) = self.reporting.effective.or(self.regime.effective) else {
            findings.push(Finding::no_effective_date(&self.plan.id));
            return Ok((Vec::new(), findings));
        };
        let mut reports = Vec::new();
        for (at, rule) in self.regime.rules.iter().enumerate() {
            let first = reports.len();
            let of = RuleOf { at, rule, feeds: &self.feeds(at, rule) };
            self.periodic(of, effective, &mut reports)?;
            self.given(of, effective, &mut reports)?;
            if reports.len() > MOST_REPORTS {
                let expected = format!("days between which the rules have at most {MOST_REPORTS} reports");
                return Err(Error::new(ErrorCode::TooMany, "end", expected));
            }
            let late = reports.iter().skip(first).find_map(|owed: &Owed| {
                let (cutoff, due) = (owed.report.cutoff?, owed.report.due?);
                (cutoff.to > due).then_some((cutoff.to, due))
            });
            findings
                .extend(late.map(|days| Finding::cutoff_after_due(&self.plan.id, &rule.code, Some(days))));
        }
        // Of one day the rules stand in their order, and each rule's reports in theirs.
        reports.sort_by_key(|owed| (owed.report.placed(), owed.rule));
        Ok((reports, findings))
    }

    fn check_given(&self) -> Result<(), Error> {
        if self.reporting.given.len() > MOST_GIVEN {
            return Err(Error::new(ErrorCode::TooMany, "given", format!("at most {MOST_GIVEN} reports")));
        }
        for (at, given) in self.reporting.given.iter().enumerate() {
            let error = |code, field: &str, expected: &str| {
                Err(Error::new(code, format!("given[{at}].{field}"), expected))
            };
            let rule = self.regime.rules.iter().find(|rule| rule.code == given.rule);
            if rule.is_none_or(|rule| rule.cycle.months().is_some()) {
                return error(ErrorCode::UnknownCode, "rule", "the code of an ad hoc or term rule");
            }
            if given.period.trim().is_empty() || given.period.chars().count() > Limits::default().cell_chars {
                return error(ErrorCode::BadOption, "period", "what the report is called");
            }
            let mut before = self.reporting.given.iter().take(at);
            if before.any(|other| other.rule == given.rule && other.period == given.period) {
                return error(ErrorCode::DuplicateCode, "period", "a report that is given once");
            }
            let days = [("written", Some(given.written)), ("start", given.start), ("end", given.end)];
            for (field, day) in days {
                if let Some(day) = day {
                    in_range(day, &format!("given[{at}].{field}"))?;
                }
            }
            if given.start.zip(given.end).is_some_and(|(start, end)| end < start) {
                return error(ErrorCode::BadOption, "end", "a day not before the start");
            }
        }
        Ok(())
    }

    fn is_asked(&self, day: NaiveDate, effective: NaiveDate) -> bool {
        self.start <= day && day < self.end && effective <= day
    }

    /// The reports of a rule on the periods of the calendar.
    fn periodic(&self, of: RuleOf<'_>, effective: NaiveDate, reports: &mut Vec<Owed>) -> Result<(), Error> {
        let rule = of.rule;
        // The decree is for State bodies.
        let by_decree = self.reporting.options.decree_09_cutoff && self.plan.level != Level::Party;
        // A report may fall due up to two years after its period begins.
        let first = self.start.year().saturating_sub(2).max(*YEARS.start());
        let years = first..=self.end.year();
        let periods = years.flat_map(|year| Period::of_year(rule.cycle, year));
        for period in periods.filter(reports_on) {
            let due = match rule.due {
                None if self.is_asked(period.end(), effective) => None,
                None => continue,
                Some(day) => {
                    let (date, is_short) =
                        written(&period, day, &self.reporting.options).map_err(Beyond::error)?;
                    if !self.is_asked(date, effective) {
                        continue;
                    }
                    let is_of_next_month = is_of_next_month(rule.cycle, day, &self.reporting.options);
                    Some(Written { date, before: day.before, is_short, is_of_next_month })
                }
            };
            let days = (Some(period.start()), Some(period.end()));
            let mut report = self.report(of, period.to_string(), days, due)?;
            report.cutoff = cutoff(&period, rule.cutoff, report.due, by_decree);
            reports.push(Owed { report, rule: of.at });
        }
        Ok(())
    }

    /// The reports of a rule on dates of the caller's.
    fn given(&self, of: RuleOf<'_>, effective: NaiveDate, reports: &mut Vec<Owed>) -> Result<(), Error> {
        for given in self.reporting.given.iter().filter(|given| given.rule == of.rule.code) {
            if self.is_asked(given.written, effective) {
                let written = Written {
                    date: given.written,
                    before: given.before,
                    is_short: false,
                    is_of_next_month: false,
                };
                let days = (given.start, given.end);
                let mut report = self.report(of, given.period.clone(), days, Some(written))?;
                report.cutoff = given.start.zip(given.end).and_then(|days| by_period(days, report.due));
                reports.push(Owed { report, rule: of.at });
            }
        }
        Ok(())
    }

    fn report(
        &self,
        of: RuleOf<'_>,
        period: String,
        (start, end): (Option<NaiveDate>, Option<NaiveDate>),
        written: Option<Written>,
    ) -> Result<Obligation, Error> {
        let (rule, options) = (of.rule, &self.reporting.options);
        let mut report = Obligation {
            plan: self.plan.id.clone(),
            rule: rule.code.clone(),
            cycle: rule.cycle,
            period,
            agency: None,
            start,
            end,
            written: None,
            due: None,
            steps: Vec::new(),
            unsourced_days: Vec::new(),
            cutoff: None,
            recipient: rule.recipient.clone(),
            feeds: of.feeds.to_vec(),
            coincides: Vec::new(),
            exempt: None,
            why: undated(rule),
        };
        if let Some(written) = written {
            let before = written.before && !written.is_short;
            let due = due_on(written.date, before, options, self.calendar).map_err(Beyond::error)?;
            report.written = Some(due.written);
            report.due = Some(due.due);
            report.steps = steps(&due, written, options);
            report.unsourced_days = unsourced(&due, options, self.calendar);
            report.why = why(&due, written.before, &report.steps, &report.unsourced_days, options);
        }
        Ok(report)
    }

    /// To whom the recipient of a rule's reports reports in turn: the recipients of the rules of one cycle that name it.
    fn feeds(&self, at: usize, rule: &Rule) -> Vec<String> {
        let Some(own) = self.parties.get(at) else { return Vec::new() };
        let mut feeds: Vec<String> = Vec::new();
        for (next, parties) in self.regime.rules.iter().zip(&self.parties) {
            let names_it = parties.only.iter().flatten().any(|body| own.recipients.contains(body));
            if names_it
                && next.cycle == rule.cycle
                && next.code != rule.code
                && !feeds.contains(&next.recipient)
            {
                feeds.push(next.recipient.clone());
            }
        }
        feeds
    }
}

/// A rule, its place, and whom its recipient reports to.
#[derive(Clone, Copy)]
struct RuleOf<'a> {
    at: usize,
    rule: &'a Rule,
    feeds: &'a [String],
}
