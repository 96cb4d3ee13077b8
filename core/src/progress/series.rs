//! Which figures count: those of what a target measures, one a day, in order of their days.

use std::cmp::Ordering;

use bnum::cast::As;
use chrono::{Datelike, NaiveDate};

use super::Subject;
use super::exact::Exact;
use super::time::Time;
use crate::codes::{Level, MeasureKind, ObservationStatus, Reason};
use crate::number::Fixed;
use crate::records::Observation;
use crate::sorted;
use crate::targets::MilestoneTarget;
use crate::text::match_key;
use crate::unit::{Ratio, Unit};

/// From this day on a province is ranked among 34 (Resolution 202/2025/QH15), before it among 63.
const MERGED: (i32, u32, u32) = (2025, 7, 1);

/// A figure, as it is compared.
#[derive(Clone, Copy)]
pub(super) struct Figure<'r> {
    pub(super) record: &'r Observation,
    pub(super) time: Time,
    /// None of a ratio with 0 below the line.
    pub(super) value: Option<Exact>,
    /// Whether it is of a part of its year, so that it may still grow.
    pub(super) is_part: bool,
    /// Among how many it is a rank, where that is known.
    pub(super) base: Option<u32>,
}

impl Figure<'_> {
    pub(super) fn date(&self) -> NaiveDate {
        self.record.date
    }

    pub(super) fn is_estimate(&self) -> bool {
        self.record.status == ObservationStatus::Estimate
    }

    /// The number at six decimals.
    pub(super) fn shown(&self) -> Option<Fixed> {
        self.value?.rounded()
    }
}

/// The figures of what a target measures, one a day, ascending.
pub(super) struct Series<'r> {
    pub(super) figures: Vec<Figure<'r>>,
    /// Whether the figures are ranks.
    pub(super) is_rank: bool,
    /// Why there is none, where there is none.
    pub(super) missing: Reason,
}

impl<'r> Series<'r> {
    /// The figures that speak of a target, of those of the row that may be used on the day.
    pub(super) fn of(subject: &Subject<'r, '_>, target: &MilestoneTarget, scope: Option<&str>) -> Series<'r> {
        let is_rank = is_rank(subject, target);
        let is_yearly = subject.row.kind == MeasureKind::Yearly && is_scaled(target.unit.as_ref());
        let wanted = scope.or(target.qualifier.as_deref()).map(match_key);
        let mut missing: Option<(NaiveDate, Reason)> = None;
        let mut figures: Vec<Figure<'r>> = Vec::new();
        for record in subject.observations {
            if record.value.is_none() && record.numerator.is_none() {
                continue;
            }
            let own = subject.unit_of(record);
            let value = own_value(record, target).map(|value| converted(value, own, target));
            let differs = if record.qualifier.as_deref().map(match_key) != wanted {
                Some(Reason::QualifierDiffers)
            } else if matches!(value, Some(None)) {
                Some(Reason::UnitDiffers)
            } else {
                None
            };
            if let Some(reason) = differs {
                if missing.is_none_or(|(date, _)| date <= record.date) {
                    missing = Some((record.date, reason));
                }
                continue;
            }
            let is_last_day = (record.date.month(), record.date.day()) == (12, 31);
            figures.push(Figure {
                record,
                time: record.date.into(),
                value: value.flatten(),
                is_part: is_yearly && record.part_of_year.unwrap_or(!is_last_day),
                base: record.ranked_among.or_else(|| assumed_base(subject, record.date)).filter(|_| is_rank),
            });
        }
        Series {
            figures: firmest(figures),
            is_rank,
            missing: missing.map_or(Reason::NoValue, |(_, reason)| reason),
        }
    }

    /// Those of days after one, up to another.
    pub(super) fn within(mut self, after: NaiveDate, to: NaiveDate) -> Series<'r> {
        self.figures.retain(|figure| after < figure.date() && figure.date() <= to);
        self
    }

    pub(super) fn newest(&self) -> Option<&Figure<'r>> {
        self.figures.last()
    }

    /// The figures of whole years, ranks among as many as another, that a trend may rest on: those before a time.
    pub(super) fn before(&self, time: Time, base: Option<u32>) -> impl Iterator<Item = (&Figure<'r>, Exact)> {
        self.figures
            .iter()
            .filter(move |figure| figure.time < time && !figure.is_part && figure.base == base)
            .filter_map(|figure| Some((figure, figure.value?)))
    }

    /// Whether some figure before a time is a rank among another number.
    pub(super) fn changes_base(&self, time: Time, base: Option<u32>) -> bool {
        self.figures.iter().any(|figure| figure.time < time && figure.base != base)
    }
}

/// One figure a day: the firmest, then the later recorded, then the greater id. An estimate gives way to a firmer figure,
/// not of a part of a year, of a day after it was recorded.
fn firmest(mut figures: Vec<Figure<'_>>) -> Vec<Figure<'_>> {
    fn rank<'f>(figure: &'f Figure<'_>) -> (NaiveDate, ObservationStatus, NaiveDate, &'f str) {
        let record = figure.record;
        (record.date, record.status, record.recorded, &record.id)
    }
    sorted::sort_by(&mut figures, |a, b| rank(a).cmp(&rank(b)));
    let firm = figures.iter().filter(|figure| !figure.is_estimate() && !figure.is_part);
    let last_firm = firm.map(Figure::date).max();
    figures.retain(|figure| {
        !figure.is_estimate() || last_firm.is_none_or(|firm| firm <= figure.record.recorded)
    });
    let mut kept: Vec<Figure<'_>> = Vec::with_capacity(figures.len());
    for figure in figures {
        match kept.last_mut() {
            Some(last) if last.date() == figure.date() => *last = figure,
            _ => kept.push(figure),
        }
    }
    kept
}

/// A record's number; of a ratio the quotient, of a percent in hundredths. None with 0 below the line.
fn own_value(record: &Observation, target: &MilestoneTarget) -> Option<Exact> {
    if let Some(value) = record.value {
        return Some(value.into());
    }
    let (over, under) = record.numerator.zip(record.denominator)?;
    let unit = record.unit.as_ref().or(target.unit.as_ref());
    let hundredths = Exact::whole(if unit == Some(&Unit::Percent) { 100 } else { 1 });
    Exact::from(over).times(hundredths).by(under.into())
}

/// A number in the target's unit of the same measure; none where there is no such way.
fn converted(value: Exact, from: Option<&Unit>, target: &MilestoneTarget) -> Option<Exact> {
    match (from, &target.unit) {
        (Some(from), Some(to)) if from != to => {
            let (up, down) = Ratio::between((from, None), (to, target.noun.as_deref()))?.lowest();
            Exact::of_parts(up.as_(), down.as_()).map(|ratio| value.times(ratio))
        }
        _ => Some(value),
    }
}

/// Whether part of a year means a part of the amount: of counts and money, not of percents, scores and ranks.
pub(super) fn is_scaled(unit: Option<&Unit>) -> bool {
    !matches!(unit, Some(Unit::Percent | Unit::Score | Unit::Rank))
}

fn is_rank(subject: &Subject<'_, '_>, target: &MilestoneTarget) -> bool {
    target.unit == Some(Unit::Rank)
        || subject.is_rank_by_name()
        || subject.observations.iter().any(|record| record.ranked_among.is_some())
}

/// Among how many a rank is taken to be where nobody says so: of provinces it is known.
pub(super) fn assumed_base(subject: &Subject<'_, '_>, date: NaiveDate) -> Option<u32> {
    let merged = NaiveDate::from_ymd_opt(MERGED.0, MERGED.1, MERGED.2)?;
    (subject.level == Level::Province).then_some(if date < merged { 63 } else { 34 })
}

/// Whether a figure is better than, as good as or worse than a number.
pub(super) fn toward(better_is_higher: bool, a: Exact, b: Exact) -> Ordering {
    if better_is_higher { a.cmp(&b) } else { b.cmp(&a) }
}
