//! Judging: each obligation by what was sent and what was exempted.

use std::sync::Arc;

use chrono::NaiveDate;

use super::building::Owed;
use super::obligations::{Obligations, Whole};
use super::once::{Identified, once};
use super::places::{Last, Places};
use super::query::bad_option;
use super::timeliness::Timeliness;
use crate::codes::{ErrorCode, ReportStanding};
use crate::dates::in_range;
use crate::error::Error;
use crate::records::{Exemption, Submission};
use crate::sorted::{self, Map};

/// One obligation judged, compactly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Judged {
    /// The place of its report.
    pub(super) report: u32,
    /// The place of its body.
    pub(super) unit: Option<u32>,
    pub(super) days: i32,
    pub(super) submitted: Option<NaiveDate>,
    pub(super) standing: ReportStanding,
    pub(super) returned: bool,
    /// Whether a recorded exemption decided: its reason is kept beside.
    pub(super) is_recorded: bool,
}

impl Identified for Submission {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Identified for Exemption {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Obligations {
    /// Judges each report by what was sent and what was exempted up to a day, as it is known by all the records given,
    /// whenever they were recorded. A record given again counts once.
    ///
    /// Errors: `bad-option` for submissions or exemptions where the obligations are no body's; `year-out-of-range` for
    /// `today`; `conflicting-record` for a record with the id of another and other content; `too-many` records.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
    /// assert_eq!(timeliness.total().missing, 2);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn timeliness<'r>(
        &self,
        submissions: impl IntoIterator<Item = &'r Submission>,
        exemptions: impl IntoIterator<Item = &'r Exemption>,
        today: NaiveDate,
    ) -> Result<Timeliness, Error> {
        in_range(today, "today")?;
        let all = &*self.0;
        let (submissions, exemptions) =
            (submissions.into_iter().collect::<Vec<_>>(), exemptions.into_iter().collect::<Vec<_>>());
        if all.units.is_empty() && !(submissions.is_empty() && exemptions.is_empty()) {
            let expected =
                ("các cơ quan có báo cáo được đánh giá", "the bodies whose submissions are judged");
            return Err(bad_option("agencies", expected));
        }
        let most = all.limits.records;
        if submissions.len().saturating_add(exemptions.len()) > most {
            let list = if submissions.len() > most { "submissions" } else { "exemptions" };
            let expected = (format!("không quá {most} bản ghi"), format!("at most {most} records"));
            return Err(Error::new(ErrorCode::TooMany, list, expected));
        }
        let (submissions, exemptions) = (once(submissions, "submissions")?, once(exemptions, "exemptions")?);
        let mut judging = Judging {
            all,
            places: Places::of(all),
            judged: all.unsent(today),
            reasons: Map::new(),
            unmatched: Vec::new(),
            today,
        };
        judging.exempt(&exemptions);
        judging.take(&submissions);
        let Judging { judged, reasons, unmatched, .. } = judging;
        Ok(Timeliness { obligations: self.clone(), judged, reasons, today, unmatched })
    }
}

impl Whole {
    /// Each obligation as it stands while nothing was sent.
    fn unsent(&self, today: NaiveDate) -> Vec<Judged> {
        let mut judged = Vec::with_capacity(self.count());
        for (report, owed) in (0..).zip(&self.reports) {
            let (standing, days) = match owed.due() {
                None => (ReportStanding::Undated, 0),
                Some(due) if today <= due => (ReportStanding::NotDue, 0),
                Some(due) => (ReportStanding::Missing, days_between(due, today)),
            };
            let unsent = Judged {
                report,
                unit: None,
                days,
                submitted: None,
                standing,
                returned: false,
                is_recorded: false,
            };
            judged.extend(self.owing(owed).iter().map(|unit| match unit {
                Some(at) if self.is_exempt(owed, *at) => {
                    Judged { unit: *unit, standing: ReportStanding::Exempt, days: 0, ..unsent }
                }
                _ => Judged { unit: *unit, ..unsent },
            }));
        }
        judged
    }
}

/// What an exemption is about: the place of the body, the period, and the rule where it is about one.
type About<'e> = (u32, &'e str, Option<&'e str>);

/// The obligations of a call as they are judged.
struct Judging<'a> {
    all: &'a Whole,
    places: Places<'a>,
    judged: Vec<Judged>,
    /// The reasons of recorded exemptions, by the place of the obligation.
    reasons: Map<usize, Arc<str>>,
    unmatched: Vec<String>,
    today: NaiveDate,
}

impl Judging<'_> {
    fn exempt(&mut self, exemptions: &[&Exemption]) {
        // Of those about one body, period and rule the first known decides, and all match alike: whether they match, and whether
        // one has decided.
        let mut matches: Map<About<'_>, Option<(bool, bool)>> = Map::new();
        for exemption in exemptions {
            let is_known = exemption.date <= self.today;
            // One of a task says nothing of reports.
            let (Some(agency), Some(period)) = (&exemption.agency, exemption.period.as_deref()) else {
                continue;
            };
            let Some(unit) = self.places.unit(agency) else {
                self.unmatched.push(exemption.id.clone());
                continue;
            };
            let rule = exemption.rule.as_deref();
            let known = matches.or_insert((unit, period, rule), None);
            let is_matched = match *known {
                Some((is_matched, is_decided)) if is_decided || !is_known || !is_matched => is_matched,
                _ => self.exempt_of(exemption, unit, is_known),
            };
            let was_decided = known.is_some_and(|(_, is_decided)| is_decided);
            *known = Some((is_matched, was_decided || is_known));
            if !is_matched {
                self.unmatched.push(exemption.id.clone());
            }
        }
    }

    /// Exempts the obligations an exemption is about, where it is known; whether there are any.
    fn exempt_of(&mut self, exemption: &Exemption, unit: u32, is_known: bool) -> bool {
        let rule = exemption.rule.as_deref();
        let reports = self.places.reports_on(exemption.period.as_deref().unwrap_or(""));
        let reports = reports.filter(|(of, _)| rule.is_none_or(|rule| rule == *of));
        let cells: Vec<usize> = reports.filter_map(|(_, report)| self.places.cell(report, unit)).collect();
        let reason: Arc<str> = exemption.reason.as_str().into();
        for at in cells.iter().filter(|_| is_known) {
            let open = self.judged.get_mut(*at).filter(|judged| judged.standing != ReportStanding::Exempt);
            if let Some(judged) = open {
                (judged.standing, judged.days, judged.is_recorded) = (ReportStanding::Exempt, 0, true);
                self.reasons.insert(*at, Arc::clone(&reason));
            }
        }
        !cells.is_empty()
    }

    fn take(&mut self, submissions: &[&Submission]) {
        let mut versions: Vec<Version<'_>> = Vec::with_capacity(submissions.len());
        let mut last = Last::default();
        for of in submissions {
            match self.places.find(of, &mut last) {
                Some(cell) if of.date <= self.today => {
                    // There are fewer obligations than 32 bits count.
                    let cell = u32::try_from(cell).unwrap_or(u32::MAX);
                    versions.push(Version { cell, date: of.date, of });
                }
                Some(_) => {}
                None => self.unmatched.push(of.id.clone()),
            }
        }
        sorted::sort_by(&mut versions, |a, b| {
            let days = (a.cell, a.date).cmp(&(b.cell, b.date));
            days.then_with(|| (a.of.recorded, &a.of.id).cmp(&(b.of.recorded, &b.of.id)))
        });
        let count_returned = self.all.options.count_returned;
        for versions in versions.chunk_by(|a, b| a.cell == b.cell) {
            let judged = versions.first().and_then(|version| self.judged.get_mut(version.cell as usize));
            let Some(judged) = judged else { continue };
            if let Some(owed) = self.all.reports.get(judged.report as usize) {
                judged.take(owed, versions, count_returned);
            }
        }
    }
}

/// A version of a report: the place of its obligation, and the day it was sent.
#[derive(Clone, Copy)]
struct Version<'s> {
    cell: u32,
    date: NaiveDate,
    of: &'s Submission,
}

impl Judged {
    /// Takes the versions of the report, in order of the day they were sent and then recorded.
    fn take(&mut self, owed: &Owed, versions: &[Version<'_>], count_returned: bool) {
        // Of one day the later recorded holds.
        let days = versions.chunk_by(|a, b| a.date == b.date);
        let held = days.filter_map(|day| day.last()).map(|version| version.of);
        self.returned = held.clone().any(|version| version.returned);
        let mut counting = held.filter(|version| count_returned || !version.returned);
        self.submitted = counting.next().map(|version| version.date);
        let is_open = matches!(self.standing, ReportStanding::Missing | ReportStanding::NotDue);
        if let (true, Some(due), Some(sent)) = (is_open, owed.due(), self.submitted) {
            self.days = days_between(due, sent);
            self.standing = if sent <= due { ReportStanding::OnTime } else { ReportStanding::Late };
        }
    }
}

fn days_between(from: NaiveDate, to: NaiveDate) -> i32 {
    i32::try_from((to - from).num_days()).unwrap_or(0)
}
