//! Obligations: every report owed between two days.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::building::{Asked, Building};
use super::cutoff::Cutoff;
use super::due::ReportingOptions;
use super::units::{Exempt, Parties, ReportingUnit, RuleUnits, ids};
use crate::agencies::Registry;
use crate::calendar::Calendar;
use crate::codes::{Cycle, DueStep, ErrorCode, ExemptReason, Lang};
use crate::dates::in_range;
use crate::error::Error;
use crate::finding::Finding;
use crate::limits::Limits;
use crate::period::Period;
use crate::plan::Plan;
use crate::regime::Regime;
use crate::text::match_key;
use crate::why::Why;

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
        if let Some(period) = self.cycle.months().and_then(|_| self.period.parse::<Period>().ok()) {
            let label = period.label(lang);
            return match lang {
                Lang::Vi => format!("báo cáo {label}"),
                Lang::En => format!("the report on {label}"),
            };
        }
        let name = self.period.split_whitespace().collect::<Vec<_>>().join(" ");
        match lang {
            // A name may say itself that it is a report.
            Lang::Vi if match_key(&name).starts_with("báo cáo") => format!("“{name}”"),
            Lang::Vi => format!("báo cáo “{name}”"),
            Lang::En => format!("the report \"{name}\""),
        }
    }

    /// The report by its rule and period.
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// assert_eq!(june.iter().next().unwrap().id().period, "2025-06");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
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
    /// The plan's number, else its title.
    pub(super) source: String,
    pub(super) options: ReportingOptions,
    /// Each report once, as it is owed by no one in particular, in order.
    pub(super) reports: Vec<Owed>,
    /// For each rule that has reports, whom it concerns.
    pub(super) rules: Vec<RuleUnits>,
    /// The places of all bodies; one of nobody where none was given.
    everyone: Vec<Option<usize>>,
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
}

impl Plan {
    /// Every report whose written date lies between two days, the first included and the last not: by date, then in
    /// the order of the rules, then of the bodies.
    ///
    /// Errors: `year-out-of-range` for days outside 1900 to 2200; `bad-option` for an end before the start, a body or
    /// given report without a name, or too much grace; `cell-too-long` for their names beyond 500 characters;
    /// `duplicate-code` for a body or given report twice; `unknown-code` for a given report of no ad hoc or term rule;
    /// `unknown-year` where a day-off shift needs a year the calendar does not know; `too-many` beyond 5,000,000
    /// obligations, 100,000 reports apart from who owes them, 64 MiB of their texts, or 1,000 given reports.
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
        in_range(start, "start")?;
        in_range(end, "end")?;
        if end < start {
            return Err(Error::new(ErrorCode::BadOption, "end", "a day not before the start"));
        }
        self.asked(Asked::Written(start, end), reporting)
    }

    /// The reports that are asked for, whichever way.
    pub(super) fn asked(&self, asked: Asked, reporting: &Reporting<'_>) -> Result<Obligations, Error> {
        if let Some(effective) = reporting.effective {
            in_range(effective, "effective")?;
        }
        reporting.options.check()?;
        let registry = reporting.registry.unwrap_or_else(|| Registry::shared());
        let calendar = reporting.calendar.unwrap_or_else(|| Calendar::shared());
        let units = ReportingUnit::all(reporting.agencies, registry)?;
        let empty = Regime { effective: None, rules: Vec::new() };
        let regime = self.regime.as_ref().unwrap_or(&empty);
        let parties = Parties::all(&regime.rules, registry);
        let building = Building { plan: self, regime, parties, reporting, calendar, asked };
        let (reports, findings) = building.build()?;
        let all = Obligations {
            source: self.number.clone().unwrap_or_else(|| self.title.clone()),
            options: reporting.options,
            reports,
            rules: RuleUnits::all(&building.parties, &units),
            everyone: if units.is_empty() { vec![None] } else { (0..units.len()).map(Some).collect() },
            names: names(&units, registry),
            units,
            findings,
        };
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
    let ids = ids(units);
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
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// assert_eq!(june.len(), 2);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.reports.iter().map(|owed| self.owing(owed).len()).sum()
    }

    /// Whether there are none.
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// assert!(!june.is_empty());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The obligations, each whole, in order.
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// let agencies: Vec<_> = june.iter().filter_map(|owed| owed.agency).collect();
    /// assert_eq!(agencies, ["so-nv", "so-tc"]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = Obligation> + '_ {
        self.pairs().map(|(owed, unit)| self.whole(owed, unit))
    }

    /// The obligations without building each: the report, as it is owed by no one in particular (its `agency`,
    /// `coincides` and `exempt` left open), and the body.
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
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// assert_eq!(june.reporting_units()[1].name, "Sở Tài chính");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn reporting_units(&self) -> &[ReportingUnit] {
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

    /// The places of the bodies that owe a report, in order; one of nobody where none was given.
    pub(super) fn owing(&self, owed: &Owed) -> &[Option<usize>] {
        match self.rules.get(owed.rule) {
            Some(RuleUnits { only: Some(only), .. }) if !self.units.is_empty() => only,
            _ => &self.everyone,
        }
    }

    pub(super) fn pairs(&self) -> impl Iterator<Item = (&Owed, Option<usize>)> + '_ {
        self.reports.iter().flat_map(|owed| self.owing(owed).iter().map(move |unit| (owed, *unit)))
    }

    /// An obligation of one body.
    pub(super) fn whole(&self, owed: &Owed, unit: Option<usize>) -> Obligation {
        let mut whole = owed.report.clone();
        whole.coincides = self.beside(owed, unit);
        let Some((at, unit)) = unit.and_then(|at| Some((at, self.units.get(at)?))) else { return whole };
        whole.agency = Some(unit.agency.clone());
        whole.exempt = self.exempt(owed, at);
        whole
    }

    /// The other reports written for the same day, of those that the body owes.
    fn beside(&self, owed: &Owed, unit: Option<usize>) -> Vec<ReportId> {
        if owed.report.written.is_none() {
            return Vec::new();
        }
        let first = self.reports.partition_point(|other| other.report.placed() < owed.report.written);
        let day =
            self.reports.iter().skip(first).take_while(|other| other.report.placed() == owed.report.written);
        let others = day.filter(|other| other.report.written.is_some() && !std::ptr::eq(*other, owed));
        let owing = others.filter(|other| unit.is_none() || self.owing(other).binary_search(&unit).is_ok());
        owing.map(|other| other.report.id()).collect()
    }

    /// Whether a body need not send a report.
    pub(super) fn is_exempt(&self, owed: &Owed, unit: usize) -> bool {
        self.exempt(owed, unit).is_some()
    }

    /// Why a body need not send a report.
    pub(super) fn exempt(&self, owed: &Owed, unit: usize) -> Option<Exempt> {
        if self.rules.get(owed.rule)?.exempt.binary_search(&unit).is_ok() {
            let reason = ExemptReason::Recipient;
            return Some(Exempt { reason, date: None, successor: None, text: None });
        }
        let day = owed.report.due.or(owed.report.end)?;
        self.units.get(unit)?.exempt_on(day)
    }
}
