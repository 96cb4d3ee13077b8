//! Who did what: the pillars' names, and the lead agencies' cards.

use super::Reporting;
use super::model::{ReportAnnex, ReportSection, ReportTable};
use super::text::{count, filled, lines, percent, rate, said, table};
use crate::assess::Scorecard;
use crate::codes::{ColumnKind as Kind, ScorecardBy, ScorecardRole};
use crate::number::Fixed;
use crate::words::periodic::{self as words, Term};

impl Reporting<'_> {
    /// The plan's pillars: code and name, in order.
    pub(super) fn pillars(&self) -> Vec<(String, String)> {
        let cards = self.assessment.scorecards.iter();
        let pillars = cards.filter(|card| card.by == ScorecardBy::Pillar && card.name.is_some());
        pillars.map(|card| (said(&card.key), said(card.name.as_deref().unwrap_or("")))).collect()
    }

    /// The cards of the bodies that lead.
    fn cards(&self) -> impl Iterator<Item = &Scorecard> {
        let cards = self.assessment.scorecards.iter();
        cards.filter(|card| card.by == ScorecardBy::Agency && card.role == Some(ScorecardRole::Lead))
    }

    /// Where the cards stand; of a body's own report nowhere.
    pub(super) fn agencies(&self, annexes: &[ReportAnnex]) -> Option<ReportSection> {
        let see = self.see(annexes, Term::AnnexAgencies)?;
        let from = self.assessment.options.reports_from;
        let sentences = vec![words::cards(self.cards().count(), from, self.lang), see];
        Some(self.section(Term::Agencies, sentences, Vec::new()))
    }

    /// The lead agencies' cards.
    pub(super) fn agency_table(&self) -> Option<ReportTable> {
        if self.agency.is_some()
            || self.has_no_update && self.assessment.indicators.is_empty()
            || self.cards().next().is_none()
        {
            return None;
        }
        let columns = [
            (Kind::Ordinal, Term::Ordinal, 5),
            (Kind::Text, Term::Agency, 20),
            (Kind::Count, Term::Led, 7),
            (Kind::Count, Term::Done, 7),
            (Kind::Count, Term::Overdue, 7),
            (Kind::Figure, Term::DoneOfDue, 9),
            (Kind::Figure, Term::DoneOfAll, 9),
            (Kind::Ordinal, Term::Rank, 5),
            (Kind::Count, Term::Asked, 7),
            (Kind::Figure, Term::MetOfJudged, 8),
            (Kind::Figure, Term::Coverage, 8),
            (Kind::Figure, Term::OnTimeOfExpected, 8),
        ];
        let rows = self.cards().enumerate().map(|(at, card)| {
            let (tasks, indicators) = (&card.tasks, &card.indicators);
            let led: u32 = tasks.counts.iter().map(|of| of.count).sum();
            let met = indicators.met.map_or(0, |met| part(met, indicators.judged));
            vec![
                count(at + 1),
                said(card.name.as_deref().unwrap_or(&card.key)),
                count(led),
                count(tasks.done),
                if self.has_no_update { self.term(Term::None) } else { count(tasks.overdue) },
                self.rate(tasks.done_of_due.filter(|_| !self.has_no_update)),
                self.rate(tasks.done_of_all.filter(|_| !self.has_no_update)),
                card.rank.filter(|_| !self.has_no_update).map_or_else(|| self.term(Term::None), count),
                count(indicators.asked),
                self.of(met, indicators.judged),
                self.of(indicators.with_data, indicators.asked),
                self.of(card.reports.on_time, card.reports.expected()),
            ]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        Some(filled(table(self.term(Term::ByAgency), &columns, self.lang), rows))
    }

    fn rate(&self, of: Option<Fixed>) -> String {
        of.map_or_else(|| self.term(Term::None), |of| rate(of, self.lang))
    }

    /// How many of how many, and the rate; of nothing a dash.
    fn of(&self, part: u32, of: u32) -> String {
        let percent = percent(part.into(), of.into(), self.lang);
        percent.map_or_else(
            || self.term(Term::None),
            |percent| lines([format!("{part}/{of}"), format!("{percent}%")]),
        )
    }
}

/// The count behind a rate out of 100.
fn part(rate: Fixed, of: u32) -> u32 {
    let hundred = 100_000_000;
    u32::try_from((rate.millionths() * i128::from(of) + hundred / 2).div_euclid(hundred)).unwrap_or(0)
}
