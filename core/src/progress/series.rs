//! Which figures count: those of what a target measures, one a day, in order of their days.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;

use bnum::cast::As;
use chrono::{Datelike, NaiveDate};

use super::Subject;
use super::exact::Exact;
use super::time::Time;
use crate::codes::{Level, MeasureKind, ObservationStatus, Reason};
use crate::number::Fixed;
use crate::records::Observation;
use crate::sorted::{self, Map};
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

/// The numbers known of a row, by what they are of.
pub(crate) struct Numbers<'r> {
    by_qualifier: Map<Option<String>, Vec<(usize, &'r Observation)>>,
    /// The last, and the last that is not of what that is of: their places.
    last: [Option<usize>; 2],
    /// Whether some say among how many they are a rank.
    have_base: bool,
    /// What was made of them, by unit, thing and qualifier.
    made: RefCell<Map<Measure, Rc<Series<'r>>>>,
}

/// What a target measures: its unit, its thing, and which qualifier a figure has to have.
type Measure = (Option<Unit>, Option<String>, Option<String>);

impl<'r> Numbers<'r> {
    pub(crate) fn of(observations: &[&'r Observation]) -> Numbers<'r> {
        let mut by_qualifier: Map<Option<String>, Vec<(usize, &Observation)>> = Map::new();
        let numbers = observations.iter().enumerate().filter(|(_, of)| of.value.or(of.numerator).is_some());
        for (at, of) in numbers {
            by_qualifier.or_default(of.qualifier.as_deref().map(match_key)).push((at, *of));
        }
        let mut last: Vec<usize> =
            by_qualifier.iter().filter_map(|(_, of)| of.last().map(|(at, _)| *at)).collect();
        sorted::sort_in_place(&mut last, |a, b| b.cmp(&a));
        Numbers {
            by_qualifier,
            last: [last.first().copied(), last.get(1).copied()],
            have_base: observations.iter().any(|of| of.ranked_among.is_some()),
            made: RefCell::default(),
        }
    }

    /// The place of the last number that is not among those of one qualifier.
    fn last_beside(&self, own: &[(usize, &Observation)]) -> Option<usize> {
        let [last, before] = self.last;
        if last == own.last().map(|(at, _)| *at) { before } else { last }
    }
}

/// The figures of what a target measures, one a day, ascending.
#[derive(Clone)]
pub(super) struct Series<'r> {
    pub(super) figures: Vec<Figure<'r>>,
    /// Whether the figures are ranks.
    pub(super) is_rank: bool,
    /// Why there is none, where there is none.
    pub(super) missing: Reason,
}

impl<'r> Series<'r> {
    /// The figures that speak of a target, of those of the row that may be used on the day; made once for each measure.
    pub(super) fn of(
        subject: &Subject<'r, '_>,
        target: &MilestoneTarget,
        scope: Option<&str>,
    ) -> Rc<Series<'r>> {
        let wanted = scope.or(target.qualifier.as_deref()).map(match_key);
        let measure = (target.unit.clone(), target.noun.clone(), wanted);
        let numbers = &subject.numbers;
        if let Some(made) = numbers.made.borrow().get(&measure) {
            return Rc::clone(made);
        }
        let made = Rc::new(Series::made(subject, target, &measure));
        numbers.made.borrow_mut().insert(measure, Rc::clone(&made));
        made
    }

    fn made(subject: &Subject<'r, '_>, target: &MilestoneTarget, measure: &Measure) -> Series<'r> {
        let is_rank =
            target.unit == Some(Unit::Rank) || subject.is_rank_by_name() || subject.numbers.have_base;
        let is_yearly = subject.row.kind == MeasureKind::Yearly && is_scaled(target.unit.as_ref());
        let own = subject.numbers.by_qualifier.get(&measure.2).map_or(&[][..], Vec::as_slice);
        let mut last_of_other_unit = None;
        let mut figures: Vec<Figure<'r>> = Vec::with_capacity(own.len());
        let mut of_year = None;
        for (at, record) in own {
            let unit = match (&record.unit, of_year) {
                (Some(unit), _) => Some(unit),
                (None, Some((year, unit))) if year == record.date.year() => unit,
                (None, _) => {
                    let unit = subject.unit_in(record.date.year());
                    of_year = Some((record.date.year(), unit));
                    unit
                }
            };
            let value = own_value(record, target).map(|value| converted(value, unit, target));
            if matches!(value, Some(None)) {
                last_of_other_unit = Some(*at);
                continue;
            }
            let is_last_day = (record.date.month(), record.date.day()) == (12, 31);
            figures.push(Figure {
                record,
                time: record.date.into(),
                value: value.flatten(),
                is_part: is_yearly && record.part_of_year.unwrap_or(!is_last_day),
                base: if is_rank {
                    record.ranked_among.or_else(|| assumed_base(subject, record.date))
                } else {
                    None
                },
            });
        }
        // The last number that does not count says why none does.
        let missing = match (last_of_other_unit, subject.numbers.last_beside(own)) {
            (None, None) => Reason::NoValue,
            (unit, qualifier) if unit > qualifier => Reason::UnitDiffers,
            _ => Reason::QualifierDiffers,
        };
        Series { figures: firmest(figures), is_rank, missing }
    }

    /// Those of days after one, up to another.
    pub(super) fn within(&self, after: NaiveDate, to: NaiveDate) -> Series<'r> {
        let until = |day: NaiveDate| self.figures.partition_point(|figure| figure.date() <= day);
        let figures = self.figures.get(until(after)..until(to)).unwrap_or_default().to_vec();
        Series { figures, ..*self }
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
    if !figures.is_sorted_by(|a, b| rank(a) <= rank(b)) {
        sorted::sort_by(&mut figures, |a, b| rank(a).cmp(&rank(b)));
    }
    if figures.iter().any(Figure::is_estimate) {
        let firm = figures.iter().filter(|figure| !figure.is_estimate() && !figure.is_part);
        let last_firm = firm.map(Figure::date).max();
        figures.retain(|figure| {
            !figure.is_estimate() || last_firm.is_none_or(|firm| firm <= figure.record.recorded)
        });
    }
    figures.dedup_by(|next, last| {
        let is_same_day = next.date() == last.date();
        if is_same_day {
            *last = *next;
        }
        is_same_day
    });
    figures
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

/// Among how many a rank is taken to be where nobody says so: of provinces it is known.
pub(super) fn assumed_base(subject: &Subject<'_, '_>, date: NaiveDate) -> Option<u32> {
    let merged = NaiveDate::from_ymd_opt(MERGED.0, MERGED.1, MERGED.2)?;
    (subject.level == Level::Province).then_some(if date < merged { 63 } else { 34 })
}

/// Whether a figure is better than, as good as or worse than a number.
pub(super) fn toward(better_is_higher: bool, a: Exact, b: Exact) -> Ordering {
    if better_is_higher { a.cmp(&b) } else { b.cmp(&a) }
}
