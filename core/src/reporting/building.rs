//! Building obligations: from a regime's rules to each report, apart from who owes it.

use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::cutoff::{Cutoff, by_period, cutoff};
use super::due::{Beyond, Due, Written, due_on, reports_on};
use super::obligation::ReportId;
use super::output::too_large;
use super::query::{Asked, GivenReport, ReportingQuery};
use crate::calendar::Calendar;
use crate::codes::{Cycle, DayOffShift, ErrorCode, Level};
use crate::error::Error;
use crate::finding::Finding;
use crate::period::Period;
use crate::plan::Plan;
use crate::regime::{DueDay, Regime, Rule};
use crate::sorted::{self, Map};

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
}

impl Owed {
    /// The last day on time.
    pub(super) fn due(&self) -> Option<NaiveDate> {
        self.dated.map(|dated| dated.due.due)
    }

    pub(super) fn written(&self) -> Option<NaiveDate> {
        self.dated.map(|dated| dated.due.written)
    }

    /// The day that places the report in time: its written date, else the last day it reports on.
    pub(super) fn placed(&self) -> Option<NaiveDate> {
        self.written().or(self.end)
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
        let Some(effective) = self.query.effective.or(self.regime.effective) else {
            findings.push(Finding::no_effective_date(&self.plan.id));
            return Ok((Vec::new(), findings));
        };
        // Rules of one cycle report on the same periods: these are found once, and so are their ids.
        let mut cycles: Map<Cycle, Vec<(Period, Arc<str>)>> = Map::new();
        let mut found = Found::default();
        for (at, rule) in self.regime.rules.iter().enumerate() {
            let (first, of) = (found.reports.len(), RuleAt { at, rule });
            let code: Arc<str> = rule.code.as_str().into();
            let periods = cycles.or_insert_with(rule.cycle, || self.periods(rule.cycle));
            self.periodic(of, &code, (periods, effective), &mut found)?;
            let given = given.get(&at).map_or(&[][..], |given| given);
            self.given(of, &code, (given, effective), &mut found)?;
            let late = found.reports.iter().skip(first).find_map(|owed: &Owed| {
                let (cutoff, due) = (owed.cutoff?, owed.due()?);
                (cutoff.to > due).then_some((cutoff.to, due))
            });
            findings
                .extend(late.map(|days| Finding::cutoff_after_due(&self.plan.id, &rule.code, Some(days))));
        }
        // Of one day the rules stand in their order, and each rule's reports in theirs.
        sorted::sort_by_key(&mut found.reports, |owed| (owed.placed(), owed.rule));
        Ok((found.reports, findings))
    }

    /// Whether a report is asked for by the date it is written for.
    fn is_asked(&self, written: Written, effective: NaiveDate) -> bool {
        let asked = match &self.asked {
            Asked::Written(start, end) => *start <= written.date && written.date < *end,
            Asked::Periods(_) => true,
            Asked::Timely { first, last, .. } => {
                let timely = written.timely(&self.query.options);
                timely.is_some_and(|timely| *first <= timely && timely <= *last)
            }
        };
        asked && effective <= written.date
    }

    /// Whether a report without a date is asked for by its period's last day.
    fn is_asked_undated(&self, last: NaiveDate, effective: NaiveDate) -> bool {
        let asked = match &self.asked {
            Asked::Written(start, end) => *start <= last && last < *end,
            Asked::Periods(_) => true,
            Asked::Timely { month, .. } => month.start() <= last && last <= month.end(),
        };
        asked && effective <= last
    }

    /// The periods of a cycle whose reports may be asked for, in order, with their ids.
    fn periods(&self, cycle: Cycle) -> Vec<(Period, Arc<str>)> {
        let years =
            |years: RangeInclusive<i32>| years.flat_map(|year| Period::of_year(cycle, year)).collect();
        // A report may fall due up to two years after its period begins.
        let about = |first: NaiveDate, last: NaiveDate| {
            years(first.year().saturating_sub(2)..=last.year().saturating_add(1))
        };
        let periods: Vec<Period> = match &self.asked {
            Asked::Written(start, end) => about(*start, *end),
            Asked::Timely { first, last, month } => about(month.start().min(*first), month.end().max(*last)),
            Asked::Periods(periods) => {
                periods.iter().copied().filter(|period| period.cycle() == cycle).collect()
            }
        };
        let with_id = |period: Period| (period, period.to_string().into());
        periods.into_iter().filter(reports_on).map(with_id).collect()
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
        let written_of =
            |period: &Period, day: DueDay| Written::of(period, day, options).map_err(Beyond::error);
        for (period, id) in periods {
            let written = rule.due.map(|day| written_of(period, day)).transpose()?;
            let is_asked = match written {
                Some(written) => self.is_asked(written, effective),
                None => self.is_asked_undated(period.end(), effective),
            };
            if !is_asked {
                continue;
            }
            let id = ReportId { rule: Arc::clone(code), period: Arc::clone(id) };
            let mut owed = self.owed(of, id, (Some(period.start()), Some(period.end())), written)?;
            owed.cutoff = cutoff(period, rule.cutoff, owed.due(), by_decree);
            self.push(owed, found)?;
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
        for given in given {
            let written = Written::on(given.written, given.before);
            if self.is_asked(written, effective) && self.is_asked_by_name(&given.period) {
                let id = ReportId { rule: Arc::clone(code), period: given.period.as_str().into() };
                let mut owed = self.owed(of, id, (given.start, given.end), Some(written))?;
                owed.cutoff = given.start.zip(given.end).and_then(|days| by_period(days, owed.due()));
                self.push(owed, found)?;
            }
        }
        Ok(())
    }

    /// Whether a report of the caller's is asked for by what it is called.
    fn is_asked_by_name(&self, name: &str) -> bool {
        match &self.asked {
            Asked::Written(..) | Asked::Timely { .. } => true,
            Asked::Periods(periods) => name.parse().is_ok_and(|period: Period| periods.contains(&period)),
        }
    }

    fn owed(
        &self,
        of: RuleAt<'_>,
        id: ReportId,
        (start, end): (Option<NaiveDate>, Option<NaiveDate>),
        written: Option<Written>,
    ) -> Result<Owed, Error> {
        let (options, calendar) = (&self.query.options, self.query.calendar());
        let dated = |written: Written| -> Result<Dated, Error> {
            let due = due_on(written, options, calendar).map_err(Beyond::error)?;
            let is_shifted = options.day_off_shift != DayOffShift::None;
            let unsourced = if is_shifted { unsourced(&due, calendar) } else { (0, 0) };
            Ok(Dated { due, written, unsourced })
        };
        let dated = written.map(dated).transpose()?;
        Ok(Owed { rule: of.at, id, start, end, dated, cutoff: None })
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
