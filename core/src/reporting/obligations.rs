//! Obligations: every report owed between two days, or on some periods.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::beside::Beside;
use super::building::{Building, Owed};
use super::due::{ReportingOptions, steps};
use super::obligation::{Obligation, ReportId, label};
use super::parties::{Concerned, Parties};
use super::query::{Asked, ReportingQuery};
use super::units::{Exempt, ReportingUnit, ids, unknown};
use crate::agencies::Registry;
use crate::codes::{Cycle, ErrorCode, Lang};
use crate::error::Error;
use crate::finding::Finding;
use crate::limits::Limits;
use crate::plan::Plan;
use crate::regime::{Regime, Rule};
use crate::sorted::Map;
use crate::text::match_key;
use crate::words::plain;

/// The reports owed between two days, or on some periods.
///
/// They are held without what they share: copying them copies nothing, and each [`Obligation`] is made as it is asked for.
///
/// ```
/// use tiendo::{Plan, ReportingQuery};
/// let day = |text: &str| text.parse().unwrap();
/// let asked = ReportingQuery::between(day("2025-06-01"), day("2025-06-30"));
/// let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
/// let reports = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
/// // The quarter's, the half year's and the month's, of two departments.
/// assert_eq!(reports.len(), 6);
/// assert!(reports.findings().is_empty());
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Obligations(pub(super) Arc<Whole>);

/// What obligations share.
#[derive(PartialEq)]
pub(super) struct Whole {
    plan: Arc<str>,
    /// The plan's number, else its title.
    pub(super) source: String,
    pub(super) options: ReportingOptions,
    pub(super) limits: Limits,
    /// Each report once, in order.
    pub(super) reports: Vec<Owed>,
    rules: Vec<RuleOf>,
    /// The places of all bodies; one of nobody where none was given.
    everyone: Vec<Option<u32>>,
    pub(super) units: Vec<ReportingUnit>,
    /// The names bodies go by, as they are matched.
    pub(super) names: Map<String, u32>,
    /// The days the calendar has no source for.
    unsourced: Arc<[NaiveDate]>,
    findings: Vec<Finding>,
    count: usize,
}

/// What a rule's reports share, and whom it concerns.
#[derive(PartialEq)]
pub(super) struct RuleOf {
    pub(super) cycle: Cycle,
    pub(super) recipient: Arc<str>,
    /// The place of the first rule with the same recipient.
    pub(super) to: usize,
    /// Its words, as they stand in a sentence.
    text: Arc<str>,
    concerned: Concerned,
}

impl RuleOf {
    fn all(rules: &[Rule], concerned: Vec<Concerned>) -> Vec<RuleOf> {
        let mut first: Map<&str, usize> = Map::new();
        let of = |(at, (rule, concerned)): (usize, (_, Concerned))| {
            let rule: &Rule = rule;
            RuleOf {
                cycle: rule.cycle,
                recipient: rule.recipient.as_str().into(),
                to: *first.or_insert(rule.recipient.as_str(), at),
                text: plain(&rule.text).into(),
                concerned,
            }
        };
        rules.iter().zip(concerned).enumerate().map(of).collect()
    }
}

impl Plan {
    /// Every report whose last day on time lies between two days (by option its written date, or its period's end), the first
    /// included and the last not, or that is on one of the periods: by date, then in the order of the rules, then of the bodies.
    ///
    /// Errors:
    ///
    /// - `bad-option` for neither days nor periods, or both; an end before the start; a body or given report without a name;
    ///   too much grace;
    /// - `year-out-of-range` for days outside 1900 to 2200;
    /// - `duplicate-code` for a period, a body, a roster's group or a given report twice;
    /// - `unknown-code` for a given report of no ad hoc or term rule;
    /// - of the [`Limits`], `cell-too-long` for names, `too-many` for given reports, reports and obligations, `too-large` for
    ///   texts and days without a source.
    ///
    /// ```
    /// use tiendo::{Plan, ReportingQuery};
    /// let day = |text: &str| text.parse().unwrap();
    /// let year = ReportingQuery::between(day("2025-01-01"), day("2026-01-01"));
    /// let reports = Plan::builtin("tien-giang-69")?.obligations(&year)?;
    /// let due: Vec<String> = reports.iter().filter_map(|report| Some(report.due?.to_string())).collect();
    /// assert_eq!(due, ["2025-05-31", "2025-11-14"]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn obligations(&self, query: &ReportingQuery) -> Result<Obligations, Error> {
        let asked = query.asked()?;
        query.check_options()?;
        let units = ReportingUnit::all(&query.agencies, &query.roster, query.registry(), &query.limits)?;
        self.owed(asked, query, units)
    }

    /// The reports that are asked for, whichever way, of a question that was checked.
    pub(super) fn owed(
        &self,
        asked: Asked,
        query: &ReportingQuery,
        units: Vec<ReportingUnit>,
    ) -> Result<Obligations, Error> {
        let empty = Regime { effective: None, rules: Vec::new() };
        let regime = self.regime.as_ref().unwrap_or(&empty);
        let (reports, mut findings) = Building { plan: self, regime, query, asked }.build()?;
        findings.extend(unknown(&self.id, &units, &query.roster, query.registry()));
        let concerned = Parties::of(&regime.rules, query.registry()).concern(&units);
        let mut all = Whole {
            plan: self.id.as_str().into(),
            source: self.number.clone().unwrap_or_else(|| self.title.clone()),
            options: query.options,
            limits: query.limits.clone(),
            reports,
            rules: RuleOf::all(&regime.rules, concerned),
            everyone: if units.is_empty() { vec![None] } else { (0..).take(units.len()).map(Some).collect() },
            names: names(&units, query.registry()),
            units,
            unsourced: Arc::clone(query.calendar().unsourced()),
            findings,
            count: 0,
        };
        all.count = all.reports.iter().fold(0, |count, owed| count.saturating_add(all.owing(owed).len()));
        // Places of obligations and bodies are counted in 32 bits.
        let most = query.limits.obligations.min(u32::MAX as usize);
        if all.count > most {
            let vi = format!("số cơ quan và khoảng thời gian cho không quá {most} báo cáo phải nộp");
            let expected = (vi, format!("bodies and days with at most {most} obligations"));
            return Err(Error::new(ErrorCode::TooMany, "agencies", expected));
        }
        Ok(Obligations(Arc::new(all)))
    }
}

/// What bodies go by: the words of the caller, the id, the name and the short names of the registry.
fn names(units: &[ReportingUnit], registry: &Registry) -> Map<String, u32> {
    let ids = ids(units);
    let mut names = Vec::with_capacity(units.len());
    for agency in registry.agencies() {
        let Some(at) = ids.get(agency.id.as_str()) else { continue };
        let all = std::iter::once(&agency.name).chain(&agency.aliases).chain([&agency.id]);
        names.extend(all.map(|name| (match_key(name), *at)));
    }
    names.extend(units.iter().zip(0..).map(|(unit, at)| (match_key(&unit.agency), at)));
    names.into_iter().collect()
}

impl Whole {
    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn rule(&self, owed: &Owed) -> Option<&RuleOf> {
        self.rules.get(owed.rule)
    }

    /// The places of the bodies that owe a report, where not every body does.
    pub(super) fn only(&self, owed: &Owed) -> Option<&[Option<u32>]> {
        let only = self.rule(owed)?.concerned.only.as_deref();
        only.filter(|_| !self.units.is_empty())
    }

    /// The places of the bodies that owe a report, in order; one of nobody where none was given.
    pub(super) fn owing(&self, owed: &Owed) -> &[Option<u32>] {
        self.only(owed).unwrap_or(&self.everyone)
    }

    pub(super) fn unit(&self, at: u32) -> Option<&ReportingUnit> {
        self.units.get(at as usize)
    }

    /// Whether a body need not send a report.
    pub(super) fn is_exempt(&self, owed: &Owed, unit: u32) -> bool {
        self.exempt(owed, unit).is_some()
    }

    /// Why a body need not send a report.
    fn exempt(&self, owed: &Owed, unit: u32) -> Option<Exempt> {
        if self.rule(owed)?.concerned.exempt.binary_search(&unit).is_ok() {
            return Some(Exempt::recipient());
        }
        self.unit(unit)?.exempt_on(owed.due().or(owed.end)?)
    }

    /// A report in words, within a sentence.
    pub(super) fn label(&self, owed: &Owed, lang: Lang) -> String {
        label(self.rule(owed).map_or(Cycle::AdHoc, |rule| rule.cycle), &owed.id.period, lang)
    }

    /// The reports of each day.
    fn days(&self) -> impl Iterator<Item = &[Owed]> {
        let by = self.options.select_by;
        self.reports.chunk_by(move |a, b| a.placed(by) == b.placed(by))
    }

    /// A report as an obligation of no one in particular, which no other coincides with yet.
    pub(super) fn obligation(&self, owed: &Owed) -> Obligation {
        let (rule, dated) = (self.rule(owed), owed.dated.as_ref());
        let due = dated.map(|dated| dated.due);
        let unsourced = dated.and_then(|dated| self.unsourced.get(dated.unsourced.0..dated.unsourced.1));
        let text =
            |text: fn(&RuleOf) -> &Arc<str>| rule.map_or_else(|| "".into(), |rule| Arc::clone(text(rule)));
        Obligation {
            plan: Arc::clone(&self.plan),
            rule: Arc::clone(&owed.id.rule),
            cycle: rule.map_or(Cycle::AdHoc, |rule| rule.cycle),
            period: Arc::clone(&owed.id.period),
            agency: None,
            start: owed.start,
            end: owed.end,
            written: due.map(|due| due.written),
            timely: due.map(|due| due.timely),
            shifted: due.map(|due| due.shifted),
            due: due.map(|due| due.due),
            steps: dated.map_or(Vec::new(), |dated| steps(&dated.due, dated.written, &self.options)),
            grace_days: due.map_or(0, |_| self.options.grace_days),
            unsourced_days: unsourced.unwrap_or(&[]).into(),
            cutoff: owed.cutoff,
            recipient: text(|rule| &rule.recipient),
            feeds: rule.map_or_else(|| [].into(), |rule| Arc::clone(&rule.concerned.feeds)),
            coincides: Arc::new([]),
            exempt: None,
            text: due.is_none().then(|| text(|rule| &rule.text)),
        }
    }

    /// Each obligation from a place on, in order. What all bodies share is made once a report, what stands before the place
    /// not at all.
    pub(super) fn obligations(&self, from: usize) -> impl Iterator<Item = Obligation> + '_ {
        let owing = |owed: &Owed| self.owing(owed).len();
        let mut before = from;
        let days = self.days().filter_map(move |day| {
            let count = day.iter().map(owing).sum();
            let skipped = before.min(count);
            before -= skipped;
            (skipped < count).then_some((day, skipped))
        });
        days.flat_map(move |(day, mut before)| {
            let beside = Arc::new(Beside::of(self, day));
            day.iter().enumerate().flat_map(move |(at, owed)| {
                let skipped = before.min(owing(owed));
                before -= skipped;
                self.of_a_report(at, owed, skipped, &beside)
            })
        })
    }

    fn of_a_report<'a>(
        &'a self,
        at: usize,
        owed: &'a Owed,
        skipped: usize,
        beside: &Arc<Beside<'a>>,
    ) -> impl Iterator<Item = Obligation> + use<'a> {
        let shared = Obligation { coincides: beside.common(at), ..self.obligation(owed) };
        let beside = Arc::clone(beside);
        self.owing(owed).iter().skip(skipped).map(move |unit| {
            let mut own = shared.clone();
            let Some((at_unit, unit)) = unit.and_then(|at| Some((at, self.unit(at)?))) else { return own };
            if let Some(coincides) = beside.own(at, at_unit) {
                own.coincides = coincides;
            }
            own.agency = Some(Arc::clone(&unit.agency));
            own.exempt = self.exempt(owed, at_unit);
            own
        })
    }
}

impl Obligations {
    /// How many there are.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery};
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..ReportingQuery::on(&["2025-06".parse()?]) };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// assert_eq!(june.len(), 2);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.0.count
    }

    /// Whether there are none.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery};
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&ReportingQuery::on(&["2025-06".parse()?]))?;
    /// assert!(!june.is_empty());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.0.count == 0
    }

    /// The obligations, each whole, in order.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let agencies: Vec<_> = june.iter().filter_map(|owed| owed.agency).collect();
    /// assert_eq!(agencies, ["so-nv".into(), "so-tc".into()]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = Obligation> + '_ {
        self.iter_from(0)
    }

    /// The obligations from a place on, in order; those before it are not made.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery};
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..ReportingQuery::on(&["2025-06".parse()?]) };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// assert_eq!(june.iter_from(1).next(), june.iter().last());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn iter_from(&self, at: usize) -> impl Iterator<Item = Obligation> + '_ {
        self.0.obligations(at)
    }

    /// The obligations without making each: the report, its last day on time, and the body.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-30"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let owed: Vec<_> = june.each().map(|(_, due, unit)| (due.unwrap(), &*unit.unwrap().name)).collect();
    /// assert_eq!(owed, [(day("2025-06-19"), "Sở Nội vụ"), (day("2025-06-19"), "Sở Tài chính")]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn each(&self) -> impl Iterator<Item = (&ReportId, Option<NaiveDate>, Option<&ReportingUnit>)> + '_ {
        self.0.reports.iter().flat_map(move |owed| {
            let units = self.0.owing(owed).iter();
            units.map(move |unit| (&owed.id, owed.due(), unit.and_then(|unit| self.0.unit(unit))))
        })
    }

    /// The bodies that report, in the order given.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery};
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..ReportingQuery::on(&["2025-06".parse()?]) };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// assert_eq!(&*june.reporting_units()[1].name, "Sở Tài chính");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn reporting_units(&self) -> &[ReportingUnit] {
        &self.0.units
    }

    /// What a reader should know: no effective date (`no-effective-date`), data closed after the last timely day
    /// (`cutoff-after-due`), a shift left out for a year the calendar does not know (`calendar-unsourced`), a body or group the
    /// registry does not know (`unknown-agency`).
    ///
    /// ```
    /// use tiendo::{FindingCode, Plan, ReportingQuery};
    /// let none = Plan::builtin("tien-dien")?.obligations(&ReportingQuery::on(&["2026".parse()?]))?;
    /// assert!(none.is_empty());
    /// assert_eq!(none.findings()[0].code, FindingCode::NoEffectiveDate);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn findings(&self) -> &[Finding] {
        &self.0.findings
    }
}

/// How many there are, of how many bodies, and the findings: the obligations would fill a screen.
impl fmt::Debug for Obligations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Obligations");
        shown.field("plan", &self.0.plan).field("len", &self.len()).field("units", &self.0.units.len());
        shown.field("findings", &self.0.findings).finish_non_exhaustive()
    }
}

/// `{ "reports": […], "findings": […] }`: every obligation whole, in order.
impl Serialize for Obligations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_struct("Obligations", 2)?;
        all.serialize_field("reports", &Each(|| self.iter()))?;
        all.serialize_field("findings", &self.0.findings)?;
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
