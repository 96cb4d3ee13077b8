//! The indicators of a report: the figure of this period beside that of the one before, the target and what follows.

use chrono::{Datelike, NaiveDate};

use super::Reporting;
use super::model::{ReportGroup, ReportRow, ReportTable};
use super::text::{figure, lines, row, said, table};
use crate::assess::Assessment;
use crate::codes::{
    ColumnKind as Kind, IndicatorFlag, IndicatorStanding, Lang, PathSource, Reason, TargetKind, Verdict,
};
use crate::number::Fixed;
use crate::progress::{AssessedIndicator, PathPoint, UsedObservation, year_end};
use crate::sorted::Map;
use crate::unit::Unit;
use crate::words::periodic::{self as words, Term};
use crate::words::points;

/// What is asked of an indicator, by its verdict.
pub(super) struct Counts {
    pub(super) asked: usize,
    pub(super) judged: usize,
    pub(super) met: usize,
}

impl<'a> Reporting<'a> {
    /// The indicators of the plan, or those that the body leads.
    pub(super) fn indicators(&self) -> Vec<&'a AssessedIndicator> {
        let own = |of: &&AssessedIndicator| {
            self.agency
                .as_ref()
                .is_none_or(|agency| of.leads.iter().any(|lead| agency.is(lead.id.as_deref(), &lead.name)))
        };
        self.assessment.indicators.iter().filter(own).collect()
    }

    /// Asked: all but those that ask nothing; judged: those of them whose verdict is met or not.
    pub(super) fn judged(of: &[&AssessedIndicator]) -> Counts {
        let asked = of
            .iter()
            .filter(|of| of.standing != IndicatorStanding::NotAsked && of.reason != Some(Reason::NoTarget));
        let verdicts = |wanted: Verdict| asked.clone().filter(|of| of.comparison.verdict == wanted).count();
        let met = verdicts(Verdict::Met);
        Counts { asked: asked.clone().count(), judged: met + verdicts(Verdict::NotMet), met }
    }

    pub(super) fn by_indicator_standing(&self, of: &[&AssessedIndicator]) -> ReportTable {
        let counts = IndicatorStanding::ALL.iter().map(|standing| {
            let number = of.iter().filter(|of| of.standing == *standing).count();
            (standing.label(self.lang), u64::try_from(number).unwrap_or(u64::MAX))
        });
        self.counted(Term::ByIndicatorStanding, Term::Assessment, &counts.collect::<Vec<_>>())
    }

    pub(super) fn indicator_table(&self, of: &[&AssessedIndicator]) -> ReportTable {
        let mut columns = vec![
            (Kind::Ordinal, Term::Code, 5),
            (Kind::Text, Term::Indicator, 25),
            (Kind::Text, Term::Target, 13),
        ];
        if self.earlier.is_some() {
            columns.push((Kind::Figure, Term::Before, 11));
        }
        columns.push((Kind::Figure, Term::Now, 12));
        if self.is_public() {
            columns.push((Kind::Text, Term::Situation, 40));
        } else {
            columns.extend([
                (Kind::Figure, Term::Against, 15),
                (Kind::Standing, Term::Assessment, 12),
                (Kind::Text, Term::Note, 14),
            ]);
        }
        let earlier = self.earlier.map(by_code);
        let rows = of.iter().map(|of| self.indicator_row(of, earlier.as_ref())).collect();
        let groups = vec![ReportGroup { number: None, heading: None, rows }];
        ReportTable { groups, ..table(self.term(Term::ByIndicator), &columns, self.lang) }
    }

    fn indicator_row(
        &self,
        of: &AssessedIndicator,
        earlier: Option<&Map<&str, &AssessedIndicator>>,
    ) -> ReportRow {
        let name = match (self.lang, &of.name_en) {
            (Lang::En, Some(name)) => name,
            _ => &of.name,
        };
        let mut cells = vec![said(&of.code), said(name), self.target(of)];
        if let Some(earlier) = earlier {
            cells
                .push(earlier.get(of.code.as_str()).map_or_else(String::new, |before| self.observed(before)));
        }
        cells.push(self.observed(of));
        if self.is_public() {
            cells.push(said(if self.lang == Lang::Vi { &of.plain.vi } else { &of.plain.en }));
        } else {
            cells.extend([self.against(of), self.assessed(of), self.note(of)]);
        }
        row(cells)
    }

    fn target(&self, of: &AssessedIndicator) -> String {
        let Some(target) = of.target.as_deref().filter(|target| target.kind != TargetKind::None) else {
            return String::new();
        };
        let text = said(&target.text);
        // A number whose unit stands in a column of its own.
        let is_bare = !text.chars().any(|c| c.is_alphabetic() || matches!(c, '%' | '‰'));
        let unit = unit(of).filter(|_| is_bare && target.value.is_some());
        let text = match unit {
            Some(Unit::Percent) => format!("{text}%"),
            Some(Unit::Rank) => match self.lang {
                Lang::Vi => format!("hạng {text}"),
                Lang::En => format!("rank {text}"),
            },
            Some(Unit::Other(unit)) => format!("{text} {}", said(unit)),
            _ => text,
        };
        words::target(of.milestone, &text, self.lang)
    }

    /// A figure with how firm it is and its day.
    fn observed(&self, of: &AssessedIndicator) -> String {
        let Some(observation) = &of.observation else { return self.term(Term::NoData) };
        let value = self.value(of, observation);
        let (status, day) = (observation.status.label(self.lang), self.lang.date(observation.date));
        let status = if self.lang == Lang::Vi { status.to_lowercase() } else { status.to_ascii_lowercase() };
        lines([value, format!("({status}, {day})")])
    }

    fn value(&self, of: &AssessedIndicator, observation: &UsedObservation) -> String {
        if let Some(value) = observation.value {
            let unit = observation.unit.as_ref().or(unit(of));
            return figure(value, of.comparison.required, unit, self.lang);
        }
        let yes = observation.present.map(|present| match (present, self.lang) {
            (true, Lang::Vi) => "Có",
            (true, Lang::En) => "Yes",
            (false, Lang::Vi) => "Chưa có",
            (false, Lang::En) => "Not yet",
        });
        let judged = observation.judgement.map(|met| Verdict::of(met).label(self.lang));
        yes.or(judged).unwrap_or("").to_owned()
    }

    /// The figure against the target, by the difference and the share of it; of a part of a year against that of the year.
    fn against(&self, of: &AssessedIndicator) -> String {
        if let Some(told) = self.of_the_year(of) {
            return told;
        }
        let Some(margin) = of.comparison.margin else { return String::new() };
        let sign = if margin > Fixed::ZERO { "+" } else { "" };
        let number = |unit| format!("{sign}{}", figure(margin, Some(Fixed::ZERO), unit, self.lang));
        let margin = match unit(of) {
            Some(Unit::Percent) => format!("{}{}", number(None), points(self.lang)),
            Some(Unit::Rank | Unit::Score) => number(None),
            unit => number(unit),
        };
        let attained = of.comparison.attainment.and_then(|ratio| ratio.checked_mul(hundred()?));
        let attained = attained.map(|percent| {
            let percent = self.lang.number(crate::progress::brief(percent, hundred()));
            words::attained(&percent, self.lang)
        });
        lines([margin, attained.unwrap_or_default()])
    }

    /// Of a part of a year: the figure in percent of what the year asks.
    fn of_the_year(&self, of: &AssessedIndicator) -> Option<String> {
        let observation = of.observation.as_ref()?;
        if !of.flags.contains(&IndicatorFlag::PartYear) {
            return None;
        }
        let year = observation.date.year();
        let (end, own) = (year_end(year)?, of.comparison.required.filter(|_| of.milestone == Some(year)));
        let required = own.or_else(|| path_at(of, year))?;
        let is_point = |point: &PathPoint| point.date == end && point.source == PathSource::Milestone;
        let is_target = own.is_some() || of.path.iter().any(is_point);
        let percent = observation.value?.checked_mul(hundred()?)?.checked_div(required)?;
        let percent = self.lang.number(crate::progress::brief(percent, hundred()));
        let required = figure(required, None, unit(of), self.lang);
        Some(words::of_the_year(&percent, year, &required, is_target, self.lang))
    }

    fn assessed(&self, of: &AssessedIndicator) -> String {
        match of.reason {
            Some(Reason::NoValue) => self.term(Term::NoData),
            Some(reason) => {
                lines([of.standing.label(self.lang).to_owned(), reason.label(self.lang).to_owned()])
            }
            None => of.standing.label(self.lang).to_owned(),
        }
    }

    fn note(&self, of: &AssessedIndicator) -> String {
        let mut all = Vec::new();
        if of.observation.as_ref().is_some_and(|of| of.date < self.period.start()) {
            all.push(self.term(Term::NoFigure));
        }
        if let Some(passed) = of.passed.last() {
            let verdict = match passed.verdict {
                Verdict::Met => IndicatorStanding::Met.label(self.lang),
                Verdict::NotMet => IndicatorStanding::Missed.label(self.lang),
                Verdict::Undetermined(Reason::NoValue) => Term::NoData.of(self.lang),
                Verdict::Undetermined(reason) => reason.label(self.lang),
            };
            all.push(words::passed(passed.year, verdict, self.lang));
        }
        for part in &of.parts {
            all.push(format!("{}: {}", said(&part.scope), part.standing.label(self.lang)));
        }
        let shown = of.flags.iter().filter(|flag| **flag != IndicatorFlag::Estimate);
        all.extend(shown.map(|flag| flag.label(self.lang).to_owned()));
        lines(all)
    }
}

fn hundred() -> Option<Fixed> {
    Fixed::from_int(100)
}

/// The unit of what decides.
fn unit(of: &AssessedIndicator) -> Option<&Unit> {
    of.target.as_deref()?.deciding()?.unit.as_ref()
}

fn by_code(assessment: &Assessment) -> Map<&str, &AssessedIndicator> {
    assessment.indicators.iter().map(|of| (of.code.as_str(), of)).collect()
}

/// The path on 31 December of a year: the milestone's number, or what lies between.
fn path_at(of: &AssessedIndicator, year: i32) -> Option<Fixed> {
    let end = year_end(year)?;
    let next = of.path.iter().position(|point| point.date >= end)?;
    let to = of.path.get(next)?;
    if to.date == end {
        return Some(to.value);
    }
    if to.source != PathSource::Milestone {
        return None;
    }
    let from = of.path.get(next.checked_sub(1)?)?;
    // From a day to a later 31 December, in parts of the day's year.
    let days = days_in(from.date.year())?;
    let until = |year: i32| {
        i128::from(year - from.date.year() + 1) * i128::from(days) - i128::from(from.date.ordinal())
    };
    let (gone, all) = (until(year), until(to.date.year()));
    let step = to.value.millionths() - from.value.millionths();
    let moved = step.checked_mul(gone)?.checked_div(all)?;
    Fixed::from_millionths(from.value.millionths() + moved)
}

fn days_in(year: i32) -> Option<u32> {
    NaiveDate::from_ymd_opt(year, 12, 31).map(|day| day.ordinal())
}
