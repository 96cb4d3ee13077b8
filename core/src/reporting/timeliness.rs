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
//! option from its first; of two records of one report and day the later recorded holds, then the greater id. What was sent or exempted after
//! `today` is not known yet.
//!
//! Expected is on time + late + missing, always; what is not due, exempt or undated stands beside it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::obligations::{Each, Obligation, Obligations, Owed};
use super::places::{Last, Places};
use super::tally::{Tally, TallyOf, ranks};
use super::units::Exempt;
use crate::codes::{Cycle, ErrorCode, ExemptReason, ReportStanding};
use crate::dates::in_range;
use crate::error::Error;
use crate::records::{Exemption, Submission};

/// An obligation and whether it was met.
///
/// ```
/// # use tiendo::{Plan, Records, Reporting, ReportStanding};
/// # let day = |text: &str| text.parse().unwrap();
/// # let asked = Reporting { agencies: &["so-nv"], ..Reporting::default() };
/// # let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
/// let report = june.timeliness(&[], &[], day("2025-06-22"))?.reports().next().unwrap();
/// assert_eq!((report.standing, report.days), (ReportStanding::Missing, Some(3)));
/// assert_eq!(
///     report.obligation.why.vi,
///     "“Trước ngày 20/6/2025”: ngày cuối cùng đúng hạn là 19/6/2025. Đến ngày 22/6/2025 chưa nộp, quá hạn 3 ngày."
/// );
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// What was owed; its `exempt` also says what a record exempts, its `why` how the standing follows.
    #[serde(flatten)]
    pub obligation: Obligation,
    /// Whether it came on time.
    pub standing: ReportStanding,
    /// How many days late, or past its last day on time and missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// The day of the version that counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submitted: Option<NaiveDate>,
    /// Whether a version was sent back.
    pub returned: bool,
}

/// Whether the reports owed came on time, on a day.
///
/// ```
/// use tiendo::{Plan, Reporting, Submission};
/// let day = |text: &str| text.parse().unwrap();
/// let asked = Reporting { agencies: &["so-nv", "so-tc", "so-yt"], ..Reporting::default() };
/// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
/// let sent = |id: &str, agency: &str, on: &str| Submission {
///     id: id.to_owned(), date: day(on), recorded: day(on), source: "example".to_owned(), rule: "monthly".to_owned(),
///     period: "2025-06".to_owned(), agency: agency.to_owned(), returned: false,
/// };
/// let sent = [sent("s1", "so-nv", "2025-06-19"), sent("s2", "so-tc", "2025-06-20")];
/// let timeliness = june.timeliness(&sent, &[], day("2025-06-22"))?;
/// let standings: Vec<_> = timeliness.reports().map(|report| (report.standing.as_str(), report.days)).collect();
/// assert_eq!(standings, [("on_time", None), ("late", Some(1)), ("missing", Some(3))]);
/// assert_eq!(
///     timeliness.sentences(tiendo::Lang::Vi),
///     ["Báo cáo tháng 6/2025 (hạn 19/6/2025): 1/3 đơn vị đúng hạn; trễ hạn: Sở Tài chính (1 ngày); chưa gửi: Sở Y tế."]
/// );
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Timeliness<'a> {
    pub(super) obligations: &'a Obligations,
    pub(super) judged: Vec<Judged<'a>>,
    pub(super) today: NaiveDate,
    unmatched: Vec<&'a str>,
}

/// One obligation judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged<'a> {
    pub(super) owed: &'a Owed,
    pub(super) unit: Option<usize>,
    pub(super) standing: ReportStanding,
    pub(super) days: u32,
    submitted: Option<NaiveDate>,
    pub(super) returned: bool,
    /// The recorded exemption that decided.
    exemption: Option<&'a Exemption>,
}

impl Obligations {
    /// Judges each report by what was sent and what was exempted up to a day, whenever that was recorded.
    ///
    /// Errors: `bad-option` for submissions or exemptions where the obligations are no body's; `year-out-of-range` for
    /// `today`.
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.total().missing, 2);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn timeliness<'a>(
        &'a self,
        submissions: impl IntoIterator<Item = &'a Submission>,
        exemptions: impl IntoIterator<Item = &'a Exemption>,
        today: NaiveDate,
    ) -> Result<Timeliness<'a>, Error> {
        in_range(today, "today")?;
        let (mut submissions, mut exemptions) =
            (submissions.into_iter().peekable(), exemptions.into_iter().peekable());
        if self.units.is_empty() && (submissions.peek().is_some() || exemptions.peek().is_some()) {
            let expected = "the bodies whose submissions are judged";
            return Err(Error::new(ErrorCode::BadOption, "agencies", expected));
        }
        let mut judged: Vec<Judged<'a>> =
            self.pairs().map(|(owed, unit)| self.unsent(owed, unit, today)).collect();
        let places = Places::of(self);
        let mut unmatched = Vec::new();
        for exemption in exemptions {
            let Some(unit) = places.unit(&exemption.agency) else {
                unmatched.push(exemption.id.as_str());
                continue;
            };
            let reports = places.reports_on(&exemption.period);
            let is_known = exemption.date <= today;
            let rule = exemption.rule.as_deref();
            let cells = reports.filter(|(of, _)| rule.is_none_or(|rule| rule == *of));
            let mut is_matched = false;
            for at in cells.filter_map(|(_, report)| places.cell(report, unit)) {
                is_matched = true;
                if let Some(judged) =
                    judged.get_mut(at).filter(|judged| is_known && judged.standing != ReportStanding::Exempt)
                {
                    judged.standing = ReportStanding::Exempt;
                    judged.exemption = Some(exemption);
                }
            }
            if !is_matched {
                unmatched.push(exemption.id.as_str());
            }
        }
        let mut versions: Vec<(usize, &Submission)> = Vec::new();
        let mut last = Last::default();
        for submission in submissions {
            match places.find(submission, &mut last) {
                Some(cell) => versions.push((cell, submission)),
                None => unmatched.push(submission.id.as_str()),
            }
        }
        versions.retain(|(_, submission)| submission.date <= today);
        versions.sort_unstable_by(|(a_cell, a), (b_cell, b)| {
            (a_cell, a.date, a.recorded, &a.id).cmp(&(b_cell, b.date, b.recorded, &b.id))
        });
        for report in versions.chunk_by(|(a, _), (b, _)| a == b) {
            let judged = report.first().and_then(|(cell, _)| judged.get_mut(*cell));
            if let Some(judged) = judged {
                judged.take(report, self.options.count_returned);
            }
        }
        Ok(Timeliness { obligations: self, judged, today, unmatched })
    }

    /// An obligation as it stands while nothing was sent.
    fn unsent<'a>(&'a self, owed: &'a Owed, unit: Option<usize>, today: NaiveDate) -> Judged<'a> {
        let due = owed.report.due;
        let is_exempt = unit.is_some_and(|unit| self.is_exempt(owed, unit));
        let (standing, days) = match due {
            _ if is_exempt => (ReportStanding::Exempt, 0),
            None => (ReportStanding::Undated, 0),
            Some(due) if today <= due => (ReportStanding::NotDue, 0),
            Some(due) => (ReportStanding::Missing, days_between(due, today)),
        };
        Judged { owed, unit, standing, days, submitted: None, returned: false, exemption: None }
    }
}

fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

impl Judged<'_> {
    /// Takes the versions of the report, in order of the day they were sent and then recorded.
    fn take(&mut self, versions: &[(usize, &Submission)], count_returned: bool) {
        // Of one day the later recorded holds.
        let days = versions.chunk_by(|(_, a), (_, b)| a.date == b.date);
        let held = days.filter_map(|day| day.last()).map(|(_, submission)| *submission);
        self.returned = held.clone().any(|version| version.returned);
        let mut counting = held.filter(|version| count_returned || !version.returned);
        self.submitted = counting.next().map(|version| version.date);
        let is_open = matches!(self.standing, ReportStanding::Missing | ReportStanding::NotDue);
        if let (true, Some(due), Some(sent)) = (is_open, self.owed.report.due, self.submitted) {
            self.days = days_between(due, sent);
            self.standing = if sent <= due { ReportStanding::OnTime } else { ReportStanding::Late };
        }
    }
}

impl<'a> Timeliness<'a> {
    /// The day it was judged.
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
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
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
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
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
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
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.reports().next().unwrap().days, Some(3));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn reports(&self) -> impl Iterator<Item = Report> + '_ {
        self.judged.iter().map(|judged| self.report(judged))
    }

    /// The ids of records that speak of no obligation here, but of another rule, period or body: exemptions' first, each
    /// in the order given.
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting, Submission};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// let stray = Submission {
    ///     id: "s1".to_owned(), date: day("2025-06-19"), recorded: day("2025-06-19"), source: "example".to_owned(),
    ///     rule: "monthly".to_owned(), period: "2031-06".to_owned(), agency: "so-nv".to_owned(), returned: false,
    /// };
    /// assert_eq!(june.timeliness(&[stray], &[], day("2025-06-22"))?.unmatched(), ["s1"]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn unmatched(&self) -> &[&'a str] {
        &self.unmatched
    }

    /// The counts of all.
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
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
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.by_agency()[1].rank, Some(1));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn by_agency(&self) -> Vec<TallyOf> {
        let mut tallies = vec![Tally::default(); self.obligations.units.len()];
        for judged in &self.judged {
            if let Some(tally) = judged.unit.and_then(|unit| tallies.get_mut(unit)) {
                tally.add(judged.standing);
            }
        }
        let ranks = ranks(&tallies);
        let units = self.obligations.units.iter().zip(tallies.into_iter().zip(ranks));
        units.map(|(unit, (tally, rank))| TallyOf { key: unit.agency.clone(), rank, tally }).collect()
    }

    /// The counts of each period, in the order they fall due.
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.by_period()[0].key, "2025-06");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn by_period(&self) -> Vec<TallyOf> {
        self.tally_by(|owed| owed.report.period.as_str())
    }

    /// The counts of each cycle, from monthly to ad hoc.
    ///
    /// ```
    /// # use tiendo::{Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.by_cycle()[0].key, "monthly");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn by_cycle(&self) -> Vec<TallyOf> {
        let mut cycles = self.tally_by(|owed| owed.report.cycle.as_str());
        cycles.sort_by_key(|of| Cycle::ALL.iter().position(|cycle| cycle.as_str() == of.key));
        cycles
    }

    fn tally_by(&self, key: impl Fn(&'a Owed) -> &'a str) -> Vec<TallyOf> {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut tallies: Vec<TallyOf> = Vec::new();
        for judged in self.judged.chunk_by(|a, b| std::ptr::eq(a.owed, b.owed)) {
            let Some(first) = judged.first() else { continue };
            let key = key(first.owed);
            let at = *places.entry(key).or_insert(tallies.len());
            if at == tallies.len() {
                tallies.push(TallyOf { key: key.to_owned(), rank: None, tally: Tally::default() });
            }
            if let Some(of) = tallies.get_mut(at) {
                for judged in judged {
                    of.tally.add(judged.standing);
                }
            }
        }
        tallies
    }

    /// A judged obligation as a whole.
    fn report(&self, judged: &Judged<'a>) -> Report {
        let mut obligation = self.obligations.whole(judged.owed, judged.unit);
        if let Some(exemption) = judged.exemption {
            let text = Some(exemption.reason.clone());
            obligation.exempt =
                Some(Exempt { reason: ExemptReason::Recorded, date: None, successor: None, text });
        }
        let is_counted = matches!(judged.standing, ReportStanding::Late | ReportStanding::Missing);
        let mut report = Report {
            obligation,
            standing: judged.standing,
            days: is_counted.then_some(judged.days),
            submitted: judged.submitted,
            returned: judged.returned,
        };
        report.explain(self.today);
        report
    }
}

/// `{ "today", "total", "byAgency", "byPeriod", "byCycle", "unmatched", "reports" }`.
impl Serialize for Timeliness<'_> {
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
