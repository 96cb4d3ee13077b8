//! Timeliness: whether each report came on time, and the counts that follow.
//!
//! | standing | when |
//! |---|---|
//! | `on_time` | sent by the last day on time |
//! | `late` | sent later, by so many days |
//! | `missing` | not sent, and the last day on time is so many days past |
//! | `not_due` | not sent, and it need not be yet |
//! | `exempt` | the body need not send it: [`Exempt`] says why |
//! | `undated` | the plan asks for it without a date |
//!
//! Calendar dates in Việt Nam are compared: the last minute of the last day is on time, the first of the next is late
//! ([`date_in_vietnam`](crate::date_in_vietnam)). A report counts from its first version that was not sent back, by
//! option from its first; of two records of one report and day the later recorded holds, then the greater id. What was
//! sent or exempted after `today` is left out; when it was recorded is not looked at.
//!
//! Expected is on time + late + missing, always; what is not due, exempt or undated stands beside it.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::building::Owed;
use super::judging::Judged;
use super::obligation::Obligation;
use super::obligations::{Each, Obligations};
use super::report::Report;
use super::tally::{Tally, TallyOf, ranks};
use super::units::Exempt;
use crate::codes::{Cycle, ExemptReason, ReportStanding};
use crate::sorted::{self, Map};

/// Whether the reports owed came on time, on a day.
///
/// ```
/// use tiendo::{Plan, ReportingQuery, Submission};
/// let day = |text: &str| text.parse().unwrap();
/// let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
/// let agencies = ["so-nv", "so-tc", "so-yt"].map(str::to_owned).to_vec();
/// let june = Plan::builtin("ha-tinh-231")?.obligations(&ReportingQuery { agencies, ..asked })?;
/// let sent = |id: &str, agency: &str, on: &str| Submission {
///     id: id.to_owned(), date: day(on), recorded: day(on), source: "example".to_owned(), rule: "monthly".to_owned(),
///     period: "2025-06".to_owned(), agency: agency.to_owned(), returned: false,
/// };
/// let sent = [sent("s1", "so-nv", "2025-06-19"), sent("s2", "so-tc", "2025-06-20")];
/// let timeliness = june.timeliness(&sent, &[], day("2025-06-22"))?;
/// let standings: Vec<_> = timeliness.reports().map(|report| (report.standing.as_str(), report.days)).collect();
/// assert_eq!(standings, [("on_time", None), ("late", Some(1)), ("missing", Some(3))]);
/// assert_eq!(
///     timeliness.sentences(tiendo::Lang::Vi)?,
///     ["Báo cáo tháng 6/2025 (hạn 19/6/2025): 1/3 đơn vị đúng hạn; trễ hạn: Sở Tài chính (1 ngày); chưa gửi: Sở Y tế."]
/// );
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Timeliness {
    pub(super) obligations: Obligations,
    /// The obligations judged, in their order.
    pub(super) judged: Vec<Judged>,
    /// The reasons of recorded exemptions, by the place of the obligation.
    pub(super) reasons: Map<usize, Arc<str>>,
    pub(super) today: NaiveDate,
    pub(super) unmatched: Vec<String>,
}

impl Timeliness {
    /// The day it was judged.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.today(), day("2025-06-22"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// How many obligations were judged.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.len(), 2);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.judged.len()
    }

    /// Whether there were none.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert!(!timeliness.is_empty());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.judged.is_empty()
    }

    /// Each report, in the order of the obligations.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.reports().next().unwrap().days, Some(3));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn reports(&self) -> impl Iterator<Item = Report> + '_ {
        self.reports_from(0)
    }

    /// Each report from a place on; those before it are not made.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.reports_from(1).next(), timeliness.reports().last());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn reports_from(&self, at: usize) -> impl Iterator<Item = Report> + '_ {
        let judged = self.judged.iter().enumerate().skip(at);
        self.obligations.iter_from(at).zip(judged).map(|(obligation, judged)| self.report(obligation, judged))
    }

    /// The ids of records that speak of no obligation here, but of another rule, period or body: exemptions' first, each
    /// in the order given.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let stray = Submission {
    ///     id: "s1".to_owned(), date: day("2025-06-19"), recorded: day("2025-06-19"), source: "example".to_owned(),
    ///     rule: "monthly".to_owned(), period: "2031-06".to_owned(), agency: "so-nv".to_owned(), returned: false,
    /// };
    /// assert_eq!(june.timeliness(&[stray], &[], day("2025-06-22"))?.unmatched(), ["s1"]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn unmatched(&self) -> &[String] {
        &self.unmatched
    }

    /// The counts of all.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.total().expected(), 2);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn total(&self) -> Tally {
        let mut total = Tally::default();
        self.judged.iter().for_each(|judged| total.add(judged.standing));
        total
    }

    /// The counts of each body, in the order given, with their ranks.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.by_agency()[1].rank, Some(1));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn by_agency(&self) -> Vec<TallyOf> {
        let units = &self.obligations.0.units;
        let mut tallies = vec![Tally::default(); units.len()];
        for judged in &self.judged {
            if let Some(tally) = judged.unit.and_then(|unit| tallies.get_mut(unit as usize)) {
                tally.add(judged.standing);
            }
        }
        let rates: Vec<(u32, u32)> = tallies.iter().map(|of| (of.on_time, of.expected())).collect();
        let ranks = ranks(&rates);
        let units = units.iter().zip(tallies.into_iter().zip(ranks));
        units.map(|(unit, (tally, rank))| TallyOf { key: Arc::clone(&unit.agency), rank, tally }).collect()
    }

    /// The counts of each period, in the order they fall due.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(&*timeliness.by_period()[0].key, "2025-06");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn by_period(&self) -> Vec<TallyOf> {
        self.tally_by(|owed| &owed.id.period)
    }

    /// The counts of each cycle, from monthly to ad hoc.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(&*timeliness.by_cycle()[0].key, "monthly");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn by_cycle(&self) -> Vec<TallyOf> {
        let cycle = |owed: &Owed| self.obligations.0.rule(owed).map_or("", |rule| rule.cycle.as_str());
        let mut cycles = self.tally_by(cycle);
        sorted::sort_by_key(&mut cycles, |of| Cycle::ALL.iter().position(|cycle| cycle.as_str() == &*of.key));
        cycles
    }

    fn tally_by<'a>(&'a self, key: impl Fn(&'a Owed) -> &'a str) -> Vec<TallyOf> {
        let mut places: Map<&str, usize> = Map::new();
        let mut tallies: Vec<TallyOf> = Vec::new();
        for (owed, judged) in self.by_report() {
            let key = key(owed);
            let at = *places.or_insert(key, tallies.len());
            if at == tallies.len() {
                tallies.push(TallyOf { key: key.into(), rank: None, tally: Tally::default() });
            }
            if let Some(of) = tallies.get_mut(at) {
                for judged in judged {
                    of.tally.add(judged.standing);
                }
            }
        }
        tallies
    }

    /// Each report with the obligations it stands for, judged.
    pub(super) fn by_report(&self) -> impl Iterator<Item = (&Owed, &[Judged])> {
        let reports = self.judged.chunk_by(|a, b| a.report == b.report);
        reports.filter_map(|judged| Some((self.owed(judged.first()?)?, judged)))
    }

    pub(super) fn owed(&self, judged: &Judged) -> Option<&Owed> {
        self.obligations.0.reports.get(judged.report as usize)
    }

    /// A judged obligation as a whole.
    fn report(&self, obligation: Obligation, (at, judged): (usize, &Judged)) -> Report {
        let recorded = judged.is_recorded.then(|| Exempt {
            reason: ExemptReason::Recorded,
            date: None,
            successor: None,
            text: self.reasons.get(&at).cloned(),
        });
        let is_counted = matches!(judged.standing, ReportStanding::Late | ReportStanding::Missing);
        Report {
            obligation: Obligation { exempt: recorded.or(obligation.exempt), ..obligation },
            standing: judged.standing,
            days: is_counted.then(|| judged.days.into()),
            submitted: judged.submitted,
            returned: judged.returned,
            today: self.today,
        }
    }
}

/// The day, the counts, and how many records matched nothing: the reports would fill a screen.
impl fmt::Debug for Timeliness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Timeliness");
        shown
            .field("obligations", &self.obligations)
            .field("today", &self.today)
            .field("total", &self.total());
        shown.field("unmatched", &self.unmatched.len()).finish_non_exhaustive()
    }
}

/// `{ "today", "total", "byAgency", "byPeriod", "byCycle", "unmatched", "reports" }`.
impl Serialize for Timeliness {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_struct("Timeliness", 7)?;
        all.serialize_field("today", &self.today)?;
        all.serialize_field("total", &self.total())?;
        all.serialize_field("byAgency", &self.by_agency())?;
        all.serialize_field("byPeriod", &self.by_period())?;
        all.serialize_field("byCycle", &self.by_cycle())?;
        all.serialize_field("unmatched", &self.unmatched)?;
        all.serialize_field("reports", &Each(|| self.reports()))?;
        all.end()
    }
}
