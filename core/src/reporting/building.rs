//! Building obligations: from a regime's rules to each report, apart from who owes it.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::cutoff::{Cutoff, by_period, cutoff};
use super::due::{Beyond, Due, ReportingOptions, Written, due_on};
use super::obligation::ReportId;
use super::output::too_large;
use super::query::{Asked, GivenReport, ReportingQuery};
use super::window::periods;
use crate::calendar::Calendar;
use crate::codes::{Cycle, DayOffShift, ErrorCode, Level, SelectBy};
use crate::error::Error;
use crate::finding::Finding;
use crate::period::Period;
use crate::plan::Plan;
use crate::regime::{Regime, Rule};
use crate::sorted::{self, Map, Set};

/// A report, apart from who owes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Owed {
    /// The place of its rule.
    pub(super) rule: usize,
    pub(super) id: ReportId,
    pub(super) start: Option<NaiveDate>,
    pub(super) end: Option<NaiveDate>,
    pub(super) dated: Option<Dated>,
    pub(super) cutoff: Option<Cutoff>,
}

/// When a report is due, and how that came to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dated {
    pub(super) due: Due,
    pub(super) written: Written,
    /// From where to where the days its shift rests on stand among those the calendar has no source for.
    pub(super) unsourced: (usize, usize),
    /// The year its shift needs and the calendar does not know.
    unknown_year: Option<i32>,
}

impl Owed {
    /// The last day on time.
    pub(super) fn due(&self) -> Option<NaiveDate> {
        self.dated.map(|dated| dated.due.due)
    }

    /// The day that places the report in time, by which reports are selected and stand in order: without a date the last it
    /// reports on. Of one period's end those written for one day stand together.
    pub(super) fn placed(&self, by: SelectBy) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let written = self.dated.map(|dated| dated.due.written);
        match by {
            SelectBy::Due => (self.due().or(self.end), None),
            SelectBy::Written => (written.or(self.end), None),
            SelectBy::Period => (self.end.or(self.due()), written),
        }
    }
}

/// The obligations of one plan being built.
pub(super) struct Building<'a> {
    pub(super) plan: &'a Plan,
    pub(super) regime: &'a Regime,
    pub(super) query: &'a ReportingQuery,
    pub(super) asked: Asked,
}

/// The reports found so far, and the bytes of the texts they bring.
#[derive(Default)]
struct Found {
    reports: Vec<Owed>,
    text: usize,
}

/// A rule and its place.
#[derive(Clone, Copy)]
struct RuleAt<'a> {
    at: usize,
    rule: &'a Rule,
}

impl Building<'_> {
    pub(super) fn build(&self) -> Result<(Vec<Owed>, Vec<Finding>), Error> {
        let given = self.query.given_by_rule(self.regime)?;
        let mut findings = Vec::new();
        if self.regime.rules.is_empty() {
            return Ok((Vec::new(), findings));
        }
        let effective = self.regime.effective.or(self.plan.effective).or(self.query.effective);
        let Some(effective) = effective else {
            findings.push(Finding::no_effective_date(&self.plan.id));
            return Ok((Vec::new(), findings));
        };
        // Rules of one cycle report on the same periods: these are found once, and so are their ids.
        let mut cycles: Map<Cycle, Vec<(Period, Arc<str>)>> = Map::new();
        let mut found = Found::default();
        for (at, rule) in self.regime.rules.iter().enumerate() {
            let (first, of) = (found.reports.len(), RuleAt { at, rule });
            let code: Arc<str> = rule.code.as_str().into();
            let periods = cycles.or_insert_with(rule.cycle, || {
                let periods = periods(&self.asked, rule.cycle, self.query).into_iter();
                periods.map(|period| (period, period.to_string().into())).collect()
            });
            self.periodic(of, &code, (periods, effective), &mut found)?;
            self.once(of, &code, effective, &mut found)?;
            let given = given.get(&at).map_or(&[][..], |given| given);
            self.given(of, &code, (given, effective), &mut found)?;
            let late = found.reports.iter().skip(first).find_map(|owed: &Owed| {
                let (cutoff, due) = (owed.cutoff?, owed.due()?);
                (cutoff.to > due).then_some((cutoff.to, due))
            });
            findings
                .extend(late.map(|days| Finding::cutoff_after_due(&self.plan.id, &rule.code, Some(days))));
        }
        findings.extend(self.unknown_years(&found.reports));
        // Of one day the rules stand in their order, and each rule's reports in theirs.
        let by = self.query.options.select_by;
        sorted::sort_by_key(&mut found.reports, |owed| (owed.placed(by), owed.rule));
        Ok((found.reports, findings))
    }

    /// Of each year that reports needed and the calendar does not know, the rules whose reports these are.
    fn unknown_years(&self, reports: &[Owed]) -> Vec<Finding> {
        let year = |owed: &Owed| Some((owed.dated?.unknown_year?, owed.rule));
        let years: Set<(i32, usize)> = reports.iter().filter_map(year).collect();
        let years: Vec<(i32, usize)> = years.into_sorted().collect();
        let of_a_year = years.chunk_by(|(year, _), (other, _)| year == other).filter_map(|rules| {
            let (year, _) = rules.first()?;
            let rules = rules.iter().filter_map(|(_, rule)| self.regime.rules.get(*rule));
            let rules = rules.map(|rule| rule.code.as_str());
            Some(Finding::calendar_unsourced(&self.plan.id, *year, rules))
        });
        of_a_year.collect()
    }

    /// Whether a report is asked for by its days: those without a date by their period's last.
    fn is_asked(&self, dated: Option<&Dated>, end: Option<NaiveDate>) -> bool {
        let Asked::Between { start, end: until, by } = &self.asked else { return true };
        let day = match (dated, by) {
            (Some(dated), SelectBy::Written) => Some(dated.due.written),
            (Some(dated), SelectBy::Due) => Some(dated.due.due),
            (dated, _) => end.or(dated.map(|dated| dated.due.due)),
        };
        day.is_some_and(|day| *start <= day && day < *until)
    }

    /// The reports of a rule on the periods of the calendar.
    fn periodic(
        &self,
        of: RuleAt<'_>,
        code: &Arc<str>,
        (periods, effective): (&[(Period, Arc<str>)], NaiveDate),
        found: &mut Found,
    ) -> Result<(), Error> {
        let (rule, options) = (of.rule, &self.query.options);
        // The decree is for State bodies.
        let by_decree = options.decree_09_cutoff && self.plan.level != Level::Party;
        for (period, id) in periods.iter().filter(|(period, _)| rule.reports_on(period)) {
            let written = Written::of(period, rule, options).transpose().map_err(Beyond::error)?;
            if written.map_or(period.end(), |written| written.date) < effective {
                continue;
            }
            let dated = written.map(|written| self.dated(written)).transpose()?;
            if !self.is_asked(dated.as_ref(), Some(period.end())) {
                continue;
            }
            let id = ReportId { rule: Arc::clone(code), period: Arc::clone(id) };
            let (start, end) = (Some(period.start()), Some(period.end()));
            let cutoff = cutoff(period, rule.cutoff, dated.as_ref().map(|dated| dated.due.due), by_decree);
            self.push(Owed { rule: of.at, id, start, end, dated, cutoff }, found)?;
        }
        Ok(())
    }

    /// The report of a rule that asks for it once: its date stands in the place of a period's id.
    fn once(
        &self,
        of: RuleAt<'_>,
        code: &Arc<str>,
        effective: NaiveDate,
        found: &mut Found,
    ) -> Result<(), Error> {
        let on = of.rule.on.filter(|on| of.rule.cycle == Cycle::Once && effective <= *on);
        let Some(on) = on.filter(|_| !matches!(self.asked, Asked::Periods(_))) else { return Ok(()) };
        let dated = self.dated(Written::on(on, of.rule.before))?;
        if self.is_asked(Some(&dated), None) {
            let id = ReportId { rule: Arc::clone(code), period: on.to_string().into() };
            let dated = Some(dated);
            self.push(Owed { rule: of.at, id, start: None, end: None, dated, cutoff: None }, found)?;
        }
        Ok(())
    }

    /// The reports of a rule on dates of the caller's.
    fn given(
        &self,
        of: RuleAt<'_>,
        code: &Arc<str>,
        (given, effective): (&[&GivenReport], NaiveDate),
        found: &mut Found,
    ) -> Result<(), Error> {
        for given in given.iter().filter(|given| effective <= given.written) {
            let dated = self.dated(Written::on(given.written, given.before))?;
            if self.is_asked(Some(&dated), given.end) && self.is_asked_by_name(&given.period) {
                let id = ReportId { rule: Arc::clone(code), period: given.period.as_str().into() };
                let days = given.start.zip(given.end);
                let cutoff = days.and_then(|days| by_period(days, Some(dated.due.due)));
                let (start, end) = (given.start, given.end);
                self.push(Owed { rule: of.at, id, start, end, dated: Some(dated), cutoff }, found)?;
            }
        }
        Ok(())
    }

    /// Whether a report of the caller's is asked for by what it is called.
    fn is_asked_by_name(&self, name: &str) -> bool {
        match &self.asked {
            Asked::Between { .. } => true,
            Asked::Periods(periods) => name.parse().is_ok_and(|period: Period| periods.contains(&period)),
        }
    }

    /// The days of a report; without its shift where that needs a year the calendar does not know.
    fn dated(&self, written: Written) -> Result<Dated, Error> {
        let (options, calendar) = (&self.query.options, self.query.calendar());
        let is_shifted = options.day_off_shift != DayOffShift::None;
        let (due, unknown_year) = match due_on(written, options, calendar) {
            Err(Beyond::Calendar(day)) => {
                let unshifted = ReportingOptions { day_off_shift: DayOffShift::None, ..*options };
                (due_on(written, &unshifted, calendar).map_err(Beyond::error)?, Some(day.year()))
            }
            due => (due.map_err(Beyond::error)?, None),
        };
        let unsourced = if is_shifted { unsourced(&due, calendar) } else { (0, 0) };
        Ok(Dated { due, written, unsourced, unknown_year })
    }

    fn push(&self, owed: Owed, found: &mut Found) -> Result<(), Error> {
        /// Characters of a day in a sentence.
        const DAY: usize = 12;
        let limits = &self.query.limits;
        let days = owed.dated.map_or(0, |dated| dated.unsourced.1.saturating_sub(dated.unsourced.0));
        let text = owed.id.period.len().saturating_add(days.saturating_mul(DAY));
        found.text = found.text.saturating_add(text);
        found.reports.push(owed);
        let path = if self.query.periods.is_empty() { "end" } else { "periods" };
        if found.reports.len() > limits.reports {
            let most = limits.reports;
            let expected =
                (format!("không quá {most} báo cáo"), format!("days or periods of at most {most} reports"));
            return Err(Error::new(ErrorCode::TooMany, path, expected));
        }
        if found.text > limits.output_bytes {
            return Err(too_large(path, limits.output_bytes));
        }
        Ok(())
    }
}

/// Where the days from the last timely day to the one it was shifted to, both included, stand among those the calendar
/// has no source for.
fn unsourced(due: &Due, calendar: &Calendar) -> (usize, usize) {
    let (first, last) = (due.timely.min(due.shifted), due.timely.max(due.shifted));
    let days = calendar.unsourced();
    (days.partition_point(|day| *day < first), days.partition_point(|day| *day <= last))
}
