//! Building obligations: from a regime's rules to each report, as it is owed by no one in particular.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::cutoff::{by_period, cutoff};
use super::due::{Beyond, Written, due_on, reports_on, steps};
use super::explain::{undated, unsourced, why};
use super::obligations::{Obligation, Owed, Reporting};
use super::units::Parties;
use crate::calendar::Calendar;
use crate::codes::{ErrorCode, Level};
use crate::dates::in_range;
use crate::error::Error;
use crate::finding::Finding;
use crate::period::Period;
use crate::plan::Plan;
use crate::regime::{Regime, Rule};

/// Reports of a call at the most, apart from who owes them: nine times what 231 asks for in three centuries.
const MOST_REPORTS: usize = 100_000;
/// Reports on dates of the caller's in a call at the most.
const MOST_GIVEN: usize = 1_000;
/// Characters of a given report's name, or of a body's, at the most.
pub(super) const NAME_CHARS: usize = 500;

/// Bytes of their texts at the most: a rule's words are in each of its reports.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// Which reports are asked for.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    /// Those written for the days from one to another, the other not included; without a date, whose period ends there.
    Written(NaiveDate, NaiveDate),
    /// Those whose last timely day, before any shift, is one of these, both included; without a date, whose period ends
    /// in the month.
    Timely { first: NaiveDate, last: NaiveDate, month: Period },
}

/// The obligations of one plan being built.
pub(super) struct Building<'a> {
    pub(super) plan: &'a Plan,
    pub(super) regime: &'a Regime,
    pub(super) parties: Vec<Parties>,
    pub(super) reporting: &'a Reporting<'a>,
    pub(super) calendar: &'a Calendar,
    pub(super) asked: Asked,
}

/// The reports found so far, and the bytes of their texts.
#[derive(Default)]
struct Found {
    reports: Vec<Owed>,
    text: usize,
}

/// A rule, its place, whom its recipient reports to, and the bytes of these texts.
#[derive(Clone, Copy)]
struct RuleOf<'a> {
    at: usize,
    rule: &'a Rule,
    feeds: &'a [String],
    text: usize,
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
        let mut found = Found::default();
        for (at, rule) in self.regime.rules.iter().enumerate() {
            let first = found.reports.len();
            let feeds = self.feeds(at, rule);
            let texts = [&self.plan.id, &rule.code, &rule.recipient, &rule.text].into_iter().chain(&feeds);
            let of = RuleOf { at, rule, feeds: &feeds, text: texts.map(String::len).sum() };
            self.periodic(of, effective, &mut found)?;
            self.given(of, effective, &mut found)?;
            let late = found.reports.iter().skip(first).find_map(|owed: &Owed| {
                let (cutoff, due) = (owed.report.cutoff?, owed.report.due?);
                (cutoff.to > due).then_some((cutoff.to, due))
            });
            findings
                .extend(late.map(|days| Finding::cutoff_after_due(&self.plan.id, &rule.code, Some(days))));
        }
        // Of one day the rules stand in their order, and each rule's reports in theirs.
        found.reports.sort_by_key(|owed| (owed.report.placed(), owed.rule));
        Ok((found.reports, findings))
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
            if given.period.trim().is_empty() {
                return error(ErrorCode::BadOption, "period", "what the report is called");
            }
            if given.period.chars().count() > NAME_CHARS {
                let expected = format!("a name of at most {NAME_CHARS} characters");
                return error(ErrorCode::CellTooLong, "period", &expected);
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

    /// Whether a report is asked for by the date it is written for.
    fn is_asked(&self, written: Written, effective: NaiveDate) -> bool {
        let is_before = written.before && !written.is_short && !self.reporting.options.before_inclusive;
        let asked = match self.asked {
            Asked::Written(start, end) => start <= written.date && written.date < end,
            Asked::Timely { first, last, .. } => {
                let timely = if is_before { written.date.pred_opt() } else { Some(written.date) };
                timely.is_some_and(|timely| first <= timely && timely <= last)
            }
        };
        asked && effective <= written.date
    }

    /// Whether a report without a date is asked for by its period's last day.
    fn is_asked_undated(&self, last: NaiveDate, effective: NaiveDate) -> bool {
        let asked = match self.asked {
            Asked::Written(start, end) => start <= last && last < end,
            Asked::Timely { month, .. } => month.start() <= last && last <= month.end(),
        };
        asked && effective <= last
    }

    /// The years of the periods whose reports may be asked for: one may fall due up to two years after its period begins.
    fn years(&self) -> RangeInclusive<i32> {
        let (first, last) = match self.asked {
            Asked::Written(start, end) => (start, end),
            Asked::Timely { first, last, month } => (first.min(month.start()), last.max(month.end())),
        };
        first.year().saturating_sub(2)..=last.year().saturating_add(1)
    }

    /// The reports of a rule on the periods of the calendar.
    fn periodic(&self, of: RuleOf<'_>, effective: NaiveDate, found: &mut Found) -> Result<(), Error> {
        let (rule, options) = (of.rule, &self.reporting.options);
        // The decree is for State bodies.
        let by_decree = options.decree_09_cutoff && self.plan.level != Level::Party;
        let periods = self.years().flat_map(|year| Period::of_year(rule.cycle, year));
        for period in periods.filter(reports_on) {
            let due = match rule.due {
                None if self.is_asked_undated(period.end(), effective) => None,
                None => continue,
                Some(day) => {
                    let written = Written::of(&period, day, options).map_err(Beyond::error)?;
                    if !self.is_asked(written, effective) {
                        continue;
                    }
                    Some(written)
                }
            };
            let days = (Some(period.start()), Some(period.end()));
            let mut report = self.report(of, period.to_string(), days, due)?;
            report.cutoff = cutoff(&period, rule.cutoff, report.due, by_decree);
            found.push(report, of)?;
        }
        Ok(())
    }

    /// The reports of a rule on dates of the caller's.
    fn given(&self, of: RuleOf<'_>, effective: NaiveDate, found: &mut Found) -> Result<(), Error> {
        for given in self.reporting.given.iter().filter(|given| given.rule == of.rule.code) {
            let written = Written::on(given.written, given.before);
            if self.is_asked(written, effective) {
                let days = (given.start, given.end);
                let mut report = self.report(of, given.period.clone(), days, Some(written))?;
                report.cutoff = given.start.zip(given.end).and_then(|days| by_period(days, report.due));
                found.push(report, of)?;
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
            let due = due_on(written, options, self.calendar).map_err(Beyond::error)?;
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
            let is_next = next.cycle == rule.cycle && next.code != rule.code && parties.follow(own);
            if is_next && !feeds.contains(&next.recipient) {
                feeds.push(next.recipient.clone());
            }
        }
        feeds
    }
}

impl Found {
    fn push(&mut self, report: Obligation, of: RuleOf<'_>) -> Result<(), Error> {
        self.text = self.text.saturating_add(of.text).saturating_add(report.period.len());
        self.reports.push(Owed { report, rule: of.at });
        if self.reports.len() <= MOST_REPORTS && self.text <= MOST_TEXT {
            return Ok(());
        }
        let expected = format!("days with at most {MOST_REPORTS} reports of {MOST_TEXT} bytes of text");
        Err(Error::new(ErrorCode::TooMany, "end", expected))
    }
}
