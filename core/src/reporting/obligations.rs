//! Obligations: every report owed between two days.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{Datelike, NaiveDate};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::cutoff::{Cutoff, by_period, cutoff};
use super::due::{
    Beyond, DayOffShift, Due, DueStep, ReportingOptions, Written, due_on, is_of_next_month, reports_on,
    steps, written,
};
use super::units::{Exempt, ExemptReason, Parties, ReportingUnit};
use crate::agency::Registry;
use crate::calendar::Calendar;
use crate::error::{Error, ErrorCode};
use crate::finding::Finding;
use crate::limits::Limits;
use crate::number::Fixed;
use crate::period::{Cycle, Period, YEARS};
use crate::plan::{Level, Plan};
use crate::regime::{Regime, Rule};
use crate::text::match_key;
use crate::why::{Lang, NamedDate, NamedNumber, Why};

/// What a caller brings to a question about reports.
///
/// ```
/// use tiendo::{Plan, Reporting};
/// let day = |text: &str| text.parse().unwrap();
/// // Tiên Điền's text has no date: the caller says from when its rules hold.
/// let commune = Plan::builtin("tien-dien")?;
/// let asked = Reporting { effective: Some(day("2026-01-01")), ..Reporting::default() };
/// let first = commune.obligations(day("2026-01-01"), day("2026-02-01"), &asked)?.iter().next().unwrap();
/// assert_eq!((first.period.as_str(), first.due.unwrap()), ("2026-01", day("2026-01-14")));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Reporting<'a> {
    /// The bodies that report, by id, name or short name; none for the reports as such.
    pub agencies: &'a [&'a str],
    /// From when the regime holds, in place of the day the plan says.
    pub effective: Option<NaiveDate>,
    /// Ad hoc and term reports, which stand on dates of the caller's.
    pub given: &'a [GivenReport],
    /// The caller's choices.
    pub options: ReportingOptions,
    /// The days off; by default those of [civil servants](Calendar::builtin).
    pub calendar: Option<&'a Calendar>,
    /// The bodies known; by default the [built-in ones](Registry::builtin).
    pub registry: Option<&'a Registry>,
}

/// An ad hoc or term report: the caller gives its date, the plan only the duty.
///
/// ```
/// use tiendo::{GivenReport, Plan, Reporting};
/// let day = |text: &str| text.parse().unwrap();
/// let asked = GivenReport {
///     rule: "ad-hoc".to_owned(), period: "Báo cáo đột xuất theo Công văn 12/VP".to_owned(),
///     written: day("2025-08-15"), before: true, start: None, end: None,
/// };
/// let august = Plan::builtin("ha-tinh-231")?
///     .obligations(day("2025-08-01"), day("2025-08-18"), &Reporting { given: &[asked], ..Reporting::default() })?;
/// assert_eq!(august.iter().next().unwrap().due, Some(day("2025-08-14")));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GivenReport {
    /// The code of an ad hoc or term rule.
    pub rule: String,
    /// What the report is called, in the place of a period's id; no other of the rule has it.
    pub period: String,
    /// The date as it was asked for.
    #[serde(with = "crate::json::date")]
    pub written: NaiveDate,
    /// Whether it was asked for "before" that date.
    #[serde(default)]
    pub before: bool,
    /// The first day it reports on.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// The last day it reports on.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    pub end: Option<NaiveDate>,
}

/// A report by its rule and period.
///
/// ```
/// let id = tiendo::ReportId { rule: "monthly".to_owned(), period: "2025-06".to_owned() };
/// assert_eq!(serde_json::to_string(&id).unwrap(), r#"{"rule":"monthly","period":"2025-06"}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportId {
    /// The rule's code.
    pub rule: String,
    /// The period's id, or what a given report is called.
    pub period: String,
}

/// One report on one period, owed by one body.
///
/// ```
/// use tiendo::{Lang, Plan, Reporting};
/// let day = |text: &str| text.parse().unwrap();
/// let june = Plan::builtin("ha-tinh-231")?
///     .obligations(day("2025-06-10"), day("2025-06-11"), &Reporting::default())?;
/// let [quarter, half] = june.iter().collect::<Vec<_>>().try_into().unwrap();
/// // The quarter's and the half year's reports fall on one day: both stand.
/// assert_eq!((quarter.period.as_str(), half.period.as_str()), ("2025-Q2", "2025-H1"));
/// assert_eq!(quarter.coincides[0].period, "2025-H1");
/// assert_eq!(half.due, Some(day("2025-06-09")));
/// assert_eq!(half.why.sentence(Lang::Vi), "“Trước ngày 10/6/2025”: ngày cuối cùng đúng hạn là 9/6/2025.");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Obligation {
    /// The plan's id.
    pub plan: String,
    /// The rule's code.
    pub rule: String,
    /// How often such a report comes.
    pub cycle: Cycle,
    /// The period's id, or what a given report is called.
    pub period: String,
    /// The body that owes it, as the caller gave it; absent where none was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The first day it reports on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// The last day it reports on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<NaiveDate>,
    /// The date as written; absent for a rule without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<NaiveDate>,
    /// The last day on time, after all steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The steps from `written` to `due` that applied, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<DueStep>,
    /// Days the shift rests on that the calendar has no source for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsourced_days: Vec<NaiveDate>,
    /// The first and the last day of its data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<Cutoff>,
    /// To whom it goes, as written.
    pub recipient: String,
    /// To whom the recipient reports in turn, as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub feeds: Vec<String>,
    /// The body's other reports written for the same day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coincides: Vec<ReportId>,
    /// That the body need not send it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exempt: Option<Exempt>,
    /// How the last day on time follows.
    pub why: Why,
}

impl Obligation {
    /// The report in words, within a sentence: `báo cáo tháng 6/2025`.
    ///
    /// ```
    /// use tiendo::{Lang, Plan, Reporting};
    /// let day = |text: &str| text.parse().unwrap();
    /// let june = Plan::builtin("ha-tinh-231")?
    ///     .obligations(day("2025-06-20"), day("2025-06-21"), &Reporting::default())?;
    /// let report = june.iter().next().unwrap();
    /// assert_eq!(report.label(Lang::Vi), "báo cáo tháng 6/2025");
    /// assert_eq!(report.label(Lang::En), "the report on June 2025");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn label(&self, lang: Lang) -> String {
        match (self.cycle.months().and_then(|_| self.period.parse::<Period>().ok()), lang) {
            (Some(period), Lang::Vi) => format!("báo cáo {}", period.label(Lang::Vi)),
            (Some(period), Lang::En) => format!("the report on {}", period.label(Lang::En)),
            (None, Lang::Vi) => format!("báo cáo “{}”", self.period),
            (None, Lang::En) => format!("the report \"{}\"", self.period),
        }
    }

    /// The report by its rule and period.
    pub fn id(&self) -> ReportId {
        ReportId { rule: self.rule.clone(), period: self.period.clone() }
    }

    /// The day that places the report in time: its written date, else the last day it reports on.
    pub(super) fn placed(&self) -> Option<NaiveDate> {
        self.written.or(self.end)
    }
}

/// The reports owed between two days.
///
/// ```
/// use tiendo::{Plan, Reporting};
/// let day = |text: &str| text.parse().unwrap();
/// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
/// let reports = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-01"), day("2025-06-30"), &asked)?;
/// // The quarter's, the half year's and the month's, of two departments.
/// assert_eq!(reports.len(), 6);
/// assert!(reports.findings().is_empty());
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligations {
    /// The plan's number, else its id.
    pub(super) number: String,
    pub(super) options: ReportingOptions,
    /// Each report once, as it is owed by no one in particular, in order.
    pub(super) reports: Vec<Owed>,
    /// For each rule, the places of the bodies it binds.
    pub(super) bound: Vec<Vec<usize>>,
    pub(super) units: Vec<ReportingUnit>,
    /// The names bodies go by, as they are matched.
    pub(super) names: BTreeMap<String, usize>,
    findings: Vec<Finding>,
}

/// A report, and who owes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Owed {
    pub(super) report: Obligation,
    /// The place of its rule.
    pub(super) rule: usize,
    /// The bodies its rule's reports go to.
    recipients: Vec<usize>,
    /// The places of the rules of the reports it coincides with.
    beside: Vec<usize>,
}

impl Plan {
    /// Every report whose written date lies between two days, the first included and the last not: by date, then in
    /// the order of the rules, then of the bodies.
    ///
    /// Errors: `year-out-of-range` for days outside 1900 to 2200; `bad-option` for an end before the start, a body
    /// or given report without a name, or too much grace; `duplicate-code` for a body or given report twice; `unknown-code` for a given
    /// report of no ad hoc or term rule; `unknown-year` where a day-off shift needs a year the calendar does not know;
    /// `too-many` beyond 5,000,000 obligations.
    ///
    /// ```
    /// use tiendo::{Plan, Reporting};
    /// let day = |text: &str| text.parse().unwrap();
    /// let reports = Plan::builtin("tien-giang-69")?
    ///     .obligations(day("2025-01-01"), day("2026-01-01"), &Reporting::default())?;
    /// let due: Vec<String> = reports.iter().filter_map(|report| Some(report.due?.to_string())).collect();
    /// assert_eq!(due, ["2025-05-31", "2025-11-14"]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn obligations(
        &self,
        start: NaiveDate,
        end: NaiveDate,
        reporting: &Reporting<'_>,
    ) -> Result<Obligations, Error> {
        for (path, day) in [("start", start), ("end", end)] {
            if !YEARS.contains(&day.year()) {
                return Err(Error::new(ErrorCode::YearOutOfRange, path, "a year from 1900 to 2200"));
            }
        }
        if end < start {
            return Err(Error::new(ErrorCode::BadOption, "end", "a day not before the start"));
        }
        reporting.options.check()?;
        let (mut registry, mut calendar) = (None, None);
        let registry = reporting.registry.unwrap_or_else(|| registry.insert(Registry::builtin()));
        let calendar = reporting.calendar.unwrap_or_else(|| calendar.insert(Calendar::builtin()));
        let units = ReportingUnit::all(reporting.agencies, registry)?;
        let empty = Regime { effective: None, rules: Vec::new() };
        let regime = self.regime.as_ref().unwrap_or(&empty);
        let parties: Vec<Parties> = regime.rules.iter().map(|rule| Parties::of(rule, registry)).collect();
        let mut building =
            Building { plan: self, regime, parties, reporting, calendar, start, end, units: &units };
        let (reports, findings) = building.build()?;
        let bound = building.bound();
        let names = names(&units, registry);
        let number = self.number.clone().unwrap_or_else(|| self.id.clone());
        let all = Obligations { number, options: reporting.options, reports, bound, units, names, findings };
        let limit = Limits::default().records;
        if all.len() > limit {
            let expected = format!("bodies and days with at most {limit} obligations");
            return Err(Error::new(ErrorCode::TooMany, "agencies", expected));
        }
        Ok(all)
    }
}

/// `{ "reports": […], "findings": […] }`: every obligation whole, in order.
impl Serialize for Obligations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_struct("Obligations", 2)?;
        all.serialize_field("reports", &Each(|| self.iter()))?;
        all.serialize_field("findings", &self.findings)?;
        all.end()
    }
}

/// A list written as it is made, without holding it.
pub(super) struct Each<F>(pub(super) F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// What bodies go by: the words of the caller, the id, the name and the short names of the registry.
fn names(units: &[ReportingUnit], registry: &Registry) -> BTreeMap<String, usize> {
    let ids: BTreeMap<&str, usize> =
        units.iter().zip(0..).filter_map(|(unit, at)| Some((unit.id.as_deref()?, at))).collect();
    let mut names = BTreeMap::new();
    for agency in registry.agencies() {
        let Some(at) = ids.get(agency.id.as_str()) else { continue };
        let all = std::iter::once(&agency.name).chain(&agency.aliases).chain([&agency.id]);
        names.extend(all.map(|name| (match_key(name), *at)));
    }
    names.extend(units.iter().zip(0..).map(|(unit, at)| (match_key(&unit.agency), at)));
    names
}

impl Obligations {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.reports.iter().map(|owed| self.owing(owed).len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The obligations, each whole, in order.
    pub fn iter(&self) -> impl Iterator<Item = Obligation> + '_ {
        self.pairs().map(|(owed, unit)| self.whole(owed, unit))
    }

    /// The obligations without building each: the report, as it is owed by no one in particular, and the body.
    ///
    /// ```
    /// use tiendo::{Plan, Reporting};
    /// let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-30"), &asked)?;
    /// let owed: Vec<_> = june.each().map(|(report, unit)| (report.due.unwrap(), unit.unwrap().name.as_str())).collect();
    /// assert_eq!(owed, [(day("2025-06-19"), "Sở Nội vụ"), (day("2025-06-19"), "Sở Tài chính")]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn each(&self) -> impl Iterator<Item = (&Obligation, Option<&ReportingUnit>)> + '_ {
        self.pairs().map(|(owed, unit)| (&owed.report, unit.and_then(|unit| self.units.get(unit))))
    }

    /// The bodies that report, in the order given.
    pub fn units(&self) -> &[ReportingUnit] {
        &self.units
    }

    /// What a reader should know: no effective date (`no-effective-date`), data closed after the last timely day
    /// (`cutoff-after-due`).
    ///
    /// ```
    /// use tiendo::{FindingCode, Plan, Reporting};
    /// let day = |text: &str| text.parse().unwrap();
    /// let none = Plan::builtin("tien-dien")?
    ///     .obligations(day("2026-01-01"), day("2027-01-01"), &Reporting::default())?;
    /// assert!(none.is_empty());
    /// assert_eq!(none.findings()[0].code, FindingCode::NoEffectiveDate);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The bodies that owe a report; one place for no body where none was given.
    pub(super) fn owing(&self, owed: &Owed) -> &[usize] {
        if self.units.is_empty() {
            &[usize::MAX]
        } else {
            self.bound.get(owed.rule).map_or(&[], Vec::as_slice)
        }
    }

    pub(super) fn pairs(&self) -> impl Iterator<Item = (&Owed, Option<usize>)> + '_ {
        self.reports.iter().flat_map(|owed| {
            self.owing(owed).iter().map(move |unit| (owed, Some(*unit).filter(|unit| *unit != usize::MAX)))
        })
    }

    /// An obligation of one body.
    pub(super) fn whole(&self, owed: &Owed, unit: Option<usize>) -> Obligation {
        let mut whole = owed.report.clone();
        let Some((at, unit)) = unit.and_then(|at| Some((at, self.units.get(at)?))) else { return whole };
        whole.agency = Some(unit.agency.clone());
        let mut rules = owed.beside.iter();
        whole.coincides.retain(|_| {
            let bound = rules.next().and_then(|rule| self.bound.get(*rule));
            bound.is_some_and(|bound| bound.binary_search(&at).is_ok())
        });
        whole.exempt = self.exempt(owed, at);
        whole
    }

    /// Whether a body need not send a report.
    pub(super) fn is_exempt(&self, owed: &Owed, unit: usize) -> bool {
        self.exempt(owed, unit).is_some()
    }

    /// Why a body need not send a report.
    pub(super) fn exempt(&self, owed: &Owed, unit: usize) -> Option<Exempt> {
        if owed.recipients.binary_search(&unit).is_ok() {
            let reason = ExemptReason::Recipient;
            return Some(Exempt { reason, date: None, successor: None, text: None });
        }
        let day = owed.report.due.or(owed.report.end)?;
        self.units.get(unit)?.exempt_on(day)
    }
}

/// The obligations of one plan being built.
struct Building<'a> {
    plan: &'a Plan,
    regime: &'a Regime,
    parties: Vec<Parties>,
    reporting: &'a Reporting<'a>,
    calendar: &'a Calendar,
    start: NaiveDate,
    end: NaiveDate,
    units: &'a [ReportingUnit],
}

impl Building<'_> {
    fn build(&mut self) -> Result<(Vec<Owed>, Vec<Finding>), Error> {
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
            self.periodic(at, rule, effective, &mut reports)?;
            self.given(at, rule, effective, &mut reports)?;
            let late = reports.iter().skip(first).find_map(|owed: &Owed| {
                let (cutoff, due) = (owed.report.cutoff?, owed.report.due?);
                (cutoff.to > due).then_some((cutoff.to, due))
            });
            findings
                .extend(late.map(|days| Finding::cutoff_after_due(&self.plan.id, &rule.code, Some(days))));
        }
        // Of one day the rules stand in their order, and each rule's reports in theirs.
        reports.sort_by_key(|owed| (owed.report.placed(), owed.rule));
        coincide(&mut reports);
        Ok((reports, findings))
    }

    /// The places of the bodies each rule binds.
    fn bound(&self) -> Vec<Vec<usize>> {
        let bound = |parties: &Parties| self.places(|unit| parties.bind(unit));
        self.parties.iter().map(bound).collect()
    }

    fn places(&self, wanted: impl Fn(&ReportingUnit) -> bool) -> Vec<usize> {
        self.units.iter().zip(0..).filter(|(unit, _)| wanted(unit)).map(|(_, at)| at).collect()
    }

    fn check_given(&self) -> Result<(), Error> {
        let mut seen = BTreeMap::new();
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
            if seen.insert((&given.rule, &given.period), at).is_some() {
                return error(ErrorCode::DuplicateCode, "period", "a report that is given once");
            }
            let days = [("written", Some(given.written)), ("start", given.start), ("end", given.end)];
            for (field, day) in days {
                if day.is_some_and(|day| !YEARS.contains(&day.year())) {
                    return error(ErrorCode::YearOutOfRange, field, "a year from 1900 to 2200");
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
    fn periodic(
        &self,
        at: usize,
        rule: &Rule,
        effective: NaiveDate,
        reports: &mut Vec<Owed>,
    ) -> Result<(), Error> {
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
            let mut report = self.report(rule, period.to_string(), days, due)?;
            report.cutoff = cutoff(&period, rule.cutoff, report.due, by_decree);
            reports.push(self.owed(at, report));
        }
        Ok(())
    }

    /// The reports of a rule on dates of the caller's.
    fn given(
        &self,
        at: usize,
        rule: &Rule,
        effective: NaiveDate,
        reports: &mut Vec<Owed>,
    ) -> Result<(), Error> {
        for given in self.reporting.given.iter().filter(|given| given.rule == rule.code) {
            if self.is_asked(given.written, effective) {
                let written = Written {
                    date: given.written,
                    before: given.before,
                    is_short: false,
                    is_of_next_month: false,
                };
                let days = (given.start, given.end);
                let mut report = self.report(rule, given.period.clone(), days, Some(written))?;
                report.cutoff = given.start.zip(given.end).and_then(|days| by_period(days, report.due));
                reports.push(self.owed(at, report));
            }
        }
        Ok(())
    }

    fn owed(&self, rule: usize, report: Obligation) -> Owed {
        let recipients =
            self.parties.get(rule).map_or_else(Vec::new, |parties| self.places(|unit| parties.reach(unit)));
        Owed { report, rule, recipients, beside: Vec::new() }
    }

    fn report(
        &self,
        rule: &Rule,
        period: String,
        (start, end): (Option<NaiveDate>, Option<NaiveDate>),
        written: Option<Written>,
    ) -> Result<Obligation, Error> {
        let options = &self.reporting.options;
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
            feeds: self.feeds(rule),
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
    fn feeds(&self, rule: &Rule) -> Vec<String> {
        let parties = self.regime.rules.iter().zip(&self.parties);
        let Some((_, own)) = parties.clone().find(|(other, _)| other.code == rule.code) else {
            return Vec::new();
        };
        let next = parties.filter(|(other, parties)| {
            other.code != rule.code && other.cycle == rule.cycle && parties.name_any(&own.recipients)
        });
        let mut feeds: Vec<String> = next.map(|(other, _)| other.recipient.clone()).collect();
        feeds.dedup();
        feeds
    }
}

/// Reports written for one day name each other.
fn coincide(reports: &mut [Owed]) {
    for day in reports.chunk_by_mut(|a, b| a.report.written.is_some() && a.report.written == b.report.written)
    {
        let ids: Vec<(usize, ReportId)> = day.iter().map(|owed| (owed.rule, owed.report.id())).collect();
        for (at, owed) in day.iter_mut().enumerate() {
            let others = ids.iter().enumerate().filter(|(other, _)| *other != at);
            (owed.beside, owed.report.coincides) = others.map(|(_, id)| id.clone()).unzip();
        }
    }
}

/// The days from the last timely day to the one it was shifted to, both included, that the calendar has no source for.
fn unsourced(due: &Due, options: &ReportingOptions, calendar: &Calendar) -> Vec<NaiveDate> {
    if options.day_off_shift == DayOffShift::None {
        return Vec::new();
    }
    let (first, last) = (due.timely.min(due.shifted), due.timely.max(due.shifted));
    let without_source = |day: &NaiveDate| {
        calendar.status(*day).is_ok_and(|status| status.day.is_some_and(|entry| entry.source.is_none()))
    };
    first.iter_days().take_while(|day| *day <= last).filter(without_source).collect()
}

fn undated(rule: &Rule) -> Why {
    Why {
        rule: "undated".to_owned(),
        numbers: Vec::new(),
        dates: Vec::new(),
        vi: format!("Kế hoạch yêu cầu báo cáo nhưng không ghi ngày: “{}”.", rule.text),
        en: format!("The plan asks for the report without a date: \"{}\".", rule.text),
    }
}

/// How a last day on time follows from the date as written.
fn why(
    due: &Due,
    before: bool,
    steps: &[DueStep],
    unsourced: &[NaiveDate],
    options: &ReportingOptions,
) -> Why {
    let dates =
        [("written", due.written), ("timely", due.timely), ("shifted", due.shifted), ("due", due.due)];
    let grace = Fixed::from_int(options.grace_days.into()).filter(|_| options.grace_days > 0);
    Why {
        rule: steps.last().map_or("day", |step| step.as_str()).to_owned(),
        numbers: grace
            .map(|value| NamedNumber { name: "grace_days".to_owned(), value })
            .into_iter()
            .collect(),
        dates: dates.map(|(name, value)| NamedDate { name: name.to_owned(), value }).into(),
        vi: sentence(due, before, steps, unsourced, options, Lang::Vi),
        en: sentence(due, before, steps, unsourced, options, Lang::En),
    }
}

fn sentence(
    due: &Due,
    before: bool,
    steps: &[DueStep],
    unsourced: &[NaiveDate],
    options: &ReportingOptions,
    lang: Lang,
) -> String {
    let is = |step: DueStep| steps.contains(&step);
    let [written, timely, shifted, last] =
        [due.written, due.timely, due.shifted, due.due].map(|day| lang.date(day));
    let mut text = match (before, lang) {
        (true, Lang::Vi) => format!("“Trước ngày {written}”"),
        (true, Lang::En) => format!("\"Before {written}\""),
        (false, Lang::Vi) => format!("Hạn ghi ngày {written}"),
        (false, Lang::En) => format!("Due on {written}"),
    };
    // Writing to a text does not fail.
    let mut add = |vi: &str, en: &str| {
        let _ = write!(text, "{}", if lang == Lang::Vi { vi } else { en });
    };
    if is(DueStep::OfNextMonth) {
        add(" (tháng sau, theo tùy chọn)", " (of the month after, by option)");
    }
    if is(DueStep::MonthEnd) {
        add(" (tháng không có ngày đã ghi: lấy ngày cuối tháng)", " (the month has no such day: its last)");
    }
    if is(DueStep::BeforeInclusive) {
        add(", tính cả ngày đó theo tùy chọn", ", that day included by option");
    }
    add(&format!(": ngày cuối cùng đúng hạn là {timely}."), &format!(": the last day on time is {timely}."));
    if is(DueStep::NextWorkingDay) {
        add(
            &format!(
                " Ngày đó là ngày nghỉ: chuyển sang ngày làm việc kế tiếp, {shifted} (khoản 5 Điều 148 Bộ luật Dân sự 2015)."
            ),
            &format!(
                " That day is off: moved to the next working day, {shifted} (Civil Code 2015, art. 148(5))."
            ),
        );
    }
    if is(DueStep::PreviousWorkingDay) {
        add(
            &format!(" Ngày đó là ngày nghỉ: lùi về ngày làm việc liền trước, {shifted}."),
            &format!(" That day is off: moved back to the working day before, {shifted}."),
        );
    }
    if !unsourced.is_empty() {
        let days: Vec<String> = unsourced.iter().map(|day| lang.date(*day)).collect();
        let days = days.join(", ");
        add(
            &format!(" Lịch chưa ghi nguồn cho ngày {days}."),
            &format!(" The calendar has no source for {days}."),
        );
    }
    if is(DueStep::Grace) {
        let days = options.grace_days;
        add(&format!(" Gia hạn {days} ngày: {last}."), &format!(" With {days} days of grace: {last}."));
    }
    text
}
