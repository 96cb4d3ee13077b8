//! Milestones that are past: what settled each.

use chrono::{Datelike, NaiveDate};

use super::Subject;
use super::model::PassedMilestone;
use super::path::{better, bound};
use super::series::Figure;
use super::time::year_end;
use super::verdict::{comparing, in_order};
use crate::codes::{
    Direction, IndicatorFlag, MeasureKind, ObservationStatus, Reason, TargetKind, Trend, Verdict,
};
use crate::number::Fixed;
use crate::records::Observation;
use crate::targets::{Comparison, MilestoneTarget};
use crate::text::match_key;

/// A milestone's target beside what settled it.
pub(super) struct Settled<'a> {
    pub(super) comparison: Comparison,
    /// The record, and its number where it is one.
    pub(super) record: Option<&'a Observation>,
    pub(super) figure: Option<Figure<'a>>,
    pub(super) value: Option<Fixed>,
    pub(super) flags: Vec<IndicatorFlag>,
}

impl<'a> Settled<'a> {
    fn open(target: &MilestoneTarget, reason: Reason) -> Settled<'a> {
        Settled {
            comparison: Comparison::open(target, reason),
            record: None,
            figure: None,
            value: None,
            flags: Vec::new(),
        }
    }

    pub(super) fn is_firm(&self) -> bool {
        self.record.is_some_and(|record| record.status != ObservationStatus::Estimate)
    }

    fn is_decided(&self) -> bool {
        !matches!(self.comparison.verdict, Verdict::Undetermined(_))
    }
}

/// What settled a milestone. Of numbers only those dated in its year count; yes or no stands until it is said otherwise, a
/// judgement for every later cell of the same words, and a running total that had reached a floor before has reached it.
pub(super) fn settle<'a>(
    subject: &Subject<'a, '_>,
    year: i32,
    target: &MilestoneTarget,
    scope: Option<&str>,
) -> Settled<'a> {
    let (Some(end), Some(first)) = (year_end(year), NaiveDate::from_ymd_opt(year, 1, 1)) else {
        return Settled::open(target, Reason::Unrecognised);
    };
    match target.kind {
        TargetKind::Presence if target.parts.is_empty() => {
            let said = subject.newest_of(end, target.qualifier.as_deref(), |record| record.present.is_some());
            words(subject, target, said)
        }
        TargetKind::Qualitative => {
            let said = subject.newest_of(end, target.qualifier.as_deref(), |record| {
                record.judgement.is_some() && subject.is_of_words(record, &target.text)
            });
            words(subject, target, said)
        }
        TargetKind::Several => several(subject, year, target),
        _ => {
            let Some(number) = target.deciding().filter(|number| !number.asks_nothing(subject.row.direction))
            else {
                return Settled {
                    comparison: subject.compared_with_nothing(target),
                    ..Settled::open(target, Reason::NoTarget)
                };
            };
            numeric(subject, year, number, scope, (first, end))
        }
    }
}

fn words<'a>(
    subject: &Subject<'a, '_>,
    target: &MilestoneTarget,
    said: Option<&'a Observation>,
) -> Settled<'a> {
    let mut settled = Settled::open(target, Reason::NoValue);
    settled.comparison = match said {
        Some(record) => subject.compare(&record.measured(), target),
        None => subject.compared_with_nothing(target),
    };
    settled.record = said;
    if settled.is_decided() && said.is_some_and(|record| record.status == ObservationStatus::Estimate) {
        settled.flags.push(IndicatorFlag::Estimate);
    }
    settled
}

fn numeric<'a>(
    subject: &Subject<'a, '_>,
    year: i32,
    target: &MilestoneTarget,
    scope: Option<&str>,
    (first, end): (NaiveDate, NaiveDate),
) -> Settled<'a> {
    let series = subject.figures(year, target, scope);
    let Some(required) = bound(target, subject.row.direction) else {
        return Settled::open(target, Reason::Unrecognised);
    };
    let rise = Subject::rise(&series, year);
    let mut compare = comparing(subject, target, required, rise);
    let mut beside = |figure: &Figure<'a>| figure.value.map(&mut compare);
    let is_floor = better(target, subject.row.direction) == Direction::HigherIsBetter;
    let of_year = series.figures.iter().rfind(|figure| (first..=end).contains(&figure.date()));
    let mut reached_before = || {
        let before = series.figures.iter().filter(|figure| figure.date() < first);
        let reached = |figure: &&Figure<'a>| beside(figure).is_some_and(|of| of.verdict == Verdict::Met);
        (subject.row.kind == MeasureKind::Cumulative && is_floor).then(|| before.rev().find(reached))?
    };
    let Some(figure) = of_year.copied().or_else(|| reached_before().copied()) else {
        return Settled::open(target, missing(subject, series.missing, first, end));
    };
    let Some(mut comparison) = beside(&figure) else {
        return Settled { record: Some(figure.record), ..Settled::open(target, Reason::DivisorZero) };
    };
    // A part of the year that reached no floor, and one that kept a cap, say nothing of the year.
    if figure.is_part && (comparison.verdict == Verdict::Met) != is_floor {
        comparison = Comparison::open(target, Reason::YearNotOver);
    }
    let mut flags = Vec::new();
    if !matches!(comparison.verdict, Verdict::Undetermined(_)) {
        if figure.is_estimate() {
            flags.push(IndicatorFlag::Estimate);
        }
        let is_level = subject.row.kind == MeasureKind::Level;
        if is_level && figure.date() < end && figure.date().year() == year {
            flags.push(IndicatorFlag::MeasuredEarly);
        }
        if figure.is_part {
            flags.push(IndicatorFlag::PartYear);
        }
    }
    let value = figure.value.and_then(|value| value.shown_beside(required));
    Settled { comparison, record: Some(figure.record), figure: Some(figure), value, flags }
}

/// Why no figure of the year settles it: where some were of another unit or thing, that.
fn missing(subject: &Subject<'_, '_>, reason: Reason, first: NaiveDate, end: NaiveDate) -> Reason {
    let has_number = |record: &&Observation| {
        (first..=end).contains(&record.date) && (record.value.is_some() || record.numerator.is_some())
    };
    if subject.observations.iter().any(|record| has_number(&&**record)) { reason } else { Reason::NoValue }
}

/// Every scope of the cell: one that fails decides, else one that is open leaves all open.
fn several<'a>(subject: &Subject<'a, '_>, year: i32, target: &MilestoneTarget) -> Settled<'a> {
    let parts: Vec<Settled<'a>> =
        target.parts.iter().map(|part| settle(subject, year, part, part.scope.as_deref())).collect();
    let mut settled = Settled::open(target, Reason::NoValue);
    settled.comparison = Comparison::of_parts(parts.iter().map(|part| part.comparison.clone()).collect());
    let decided = settled.comparison.verdict;
    // The firmness of what decided: of the parts that failed, else of all.
    let deciding = parts.iter().filter(|part| part.comparison.verdict == decided);
    let weakest = deciding.filter(|part| part.record.is_some()).min_by_key(|part| part.is_firm());
    settled.record = weakest.and_then(|part| part.record);
    let mut flags: Vec<IndicatorFlag> = parts.iter().flat_map(|part| part.flags.iter().copied()).collect();
    in_order(&mut flags);
    settled.flags = flags;
    settled
}

/// The verdict at a milestone, past or ahead, for an indicator that this one stands in for; none where nothing is asked.
pub(crate) fn verdict(subject: &Subject<'_, '_>, year: i32) -> Option<Verdict> {
    let target = subject.row.targets.get(&year)?;
    if year < subject.today.year() {
        return Some(settle(subject, year, subject.past_cell(year, target), None).comparison.verdict);
    }
    Some(super::judge::verdict_ahead(subject, year, target))
}

/// A past milestone as it is shown.
pub(super) fn passed(subject: &Subject<'_, '_>, year: i32, target: &MilestoneTarget) -> PassedMilestone {
    let settled = settle(subject, year, target, None);
    let is_met = settled.comparison.verdict == Verdict::Met;
    let is_numeric = target.deciding().is_some_and(|number| !number.asks_nothing(subject.row.direction));
    let met_on = if is_met || !is_numeric { None } else { reached_later(subject, year, target) };
    PassedMilestone {
        year,
        verdict: settled.comparison.verdict,
        closed: settled.is_decided() && settled.is_firm(),
        observation: settled
            .record
            .map(|record| record.id.clone())
            .filter(|_| target.kind != TargetKind::Several),
        value: settled.value,
        flags: settled.flags,
        met_on,
    }
}

/// The first day after a milestone on which its number was reached.
fn reached_later(subject: &Subject<'_, '_>, year: i32, target: &MilestoneTarget) -> Option<NaiveDate> {
    let number = target.deciding()?;
    let (end, required) = (year_end(year)?, bound(number, subject.row.direction)?);
    // Of a stage only the stage's figures count.
    if subject.row.kind == MeasureKind::PerStage {
        return None;
    }
    let series = subject.figures(year, number, None);
    let later = series.figures.iter().filter(|figure| end < figure.date() && figure.date() <= subject.today);
    let mut compare = comparing(subject, number, required, Trend::Unknown);
    let reached =
        |figure: &&Figure<'_>| figure.value.is_some_and(|value| compare(value).verdict == Verdict::Met);
    later
        .filter(|figure| {
            !figure.is_part || better(number, subject.row.direction) == Direction::HigherIsBetter
        })
        .find(reached)
        .map(Figure::date)
}

/// Whether two cells say the same words.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    match_key(a) == match_key(b)
}
