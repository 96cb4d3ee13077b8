//! Where the figures go: the slope, the baseline, what is needed, and what is projected.

use std::cmp::Ordering;

use chrono::{Datelike, Days, NaiveDate};

use super::Subject;
use super::exact::Exact;
use super::path::Point;
use super::series::{Figure, Series, is_scaled};
use super::time::Time;
use crate::codes::{MeasureKind, NeedReason, PathSource, ProjectedReason};
use crate::targets::MilestoneTarget;
use crate::unit::Unit;

/// A figure that a trend rests on: a whole year's, of a number.
#[derive(Clone, Copy)]
pub(super) struct Basis {
    pub(super) date: NaiveDate,
    pub(super) time: Time,
    pub(super) value: Exact,
    base: Option<u32>,
}

impl Basis {
    pub(super) fn of(figure: &Figure<'_>) -> Option<Basis> {
        let value = figure.value?;
        Some(Basis { date: figure.date(), time: figure.time, value, base: figure.base })
    }
}

/// What the figures before a basis say.
pub(super) struct Trend {
    /// The first value known: the declared baseline, else the first figure.
    pub(super) baseline: Option<Point>,
    /// What the slope is taken from.
    pub(super) earlier: Option<Point>,
    /// The change a year.
    pub(super) slope: Option<Exact>,
}

impl Trend {
    pub(super) const NONE: Trend = Trend { baseline: None, earlier: None, slope: None };

    pub(super) fn of(
        subject: &Subject<'_, '_>,
        year: i32,
        target: &MilestoneTarget,
        scope: Option<&str>,
        series: &Series<'_>,
        basis: &Basis,
    ) -> Trend {
        let figure =
            |(figure, value): (&Figure<'_>, Exact)| Point::on(figure.date(), value, PathSource::Observation);
        let mut points: Vec<Point> = series.before(basis.time, basis.base).map(figure).collect();
        let declared = subject.baseline_before(basis.time, target, scope);
        let declared = declared.filter(|_| subject.declared_base(series.is_rank) == basis.base);
        let first = declared.or(points.first().copied());
        if let Some(point) = declared {
            let at = points.iter().position(|other| other.time >= point.time).unwrap_or(points.len());
            points.insert(at, point);
        }
        if subject.row.kind == MeasureKind::PerStage
            && let Some(date) = subject.stage_start(year).filter(|date| *date < basis.date)
        {
            points.insert(0, Point::on(date, Exact::whole(0), PathSource::Stage));
        }
        let from = earlier(subject, &points, basis.date);
        let rate = |from: Point| basis.value.minus(from.value).by(basis.time.since(from.time));
        Trend { baseline: first, earlier: from, slope: from.and_then(rate) }
    }
}

/// The oldest point that is far enough and not too far before a day, else the newest that is farther.
fn earlier(subject: &Subject<'_, '_>, points: &[Point], day: NaiveDate) -> Option<Point> {
    let latest = day.checked_sub_days(Days::new(subject.options.min_days.into()))?;
    let years = i32::try_from(subject.options.slope_years).ok()?;
    let oldest = same_day(day, day.year().checked_sub(years)?);
    let far_enough = || points.iter().filter(|point| point.date <= latest);
    let within = far_enough().find(|point| oldest.is_none_or(|oldest| oldest <= point.date));
    within.or_else(|| far_enough().next_back()).copied()
}

/// A day in another year; the month's last where it is shorter.
fn same_day(day: NaiveDate, year: i32) -> Option<NaiveDate> {
    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
}

/// What a trend is held against.
#[derive(Clone, Copy)]
pub(super) struct Goal {
    pub(super) value: Exact,
    pub(super) end: Time,
    pub(super) is_higher_better: bool,
    /// The number itself does not do (`>` and `<`).
    pub(super) is_strict: bool,
}

impl Goal {
    /// A change as it counts: positive towards the goal.
    pub(super) fn signed(&self, change: Exact) -> Exact {
        if self.is_higher_better { change } else { change.negative() }
    }

    /// The slope that is needed from a figure on, and the one observed beside it.
    pub(super) fn need(
        &self,
        basis: &Basis,
        slope: Option<Exact>,
    ) -> (Option<Exact>, Result<Exact, NeedReason>) {
        if self.end <= basis.time {
            return (None, Err(NeedReason::NoTimeLeft));
        }
        let needed = self.value.minus(basis.value).by(self.end.since(basis.time));
        if needed.is_none_or(|needed| needed.sign() == Ordering::Equal) {
            return (None, Err(NeedReason::AtBound));
        }
        let need = slope.zip(needed).and_then(|(slope, needed)| slope.by(needed));
        (needed, need.ok_or(NeedReason::TooFewPoints))
    }

    /// The day the goal is reached, or why none is said.
    pub(super) fn reached_on(
        &self,
        basis: &Basis,
        slope: Option<Exact>,
        is_met: bool,
        horizon: NaiveDate,
    ) -> Result<NaiveDate, ProjectedReason> {
        if is_met {
            return Err(ProjectedReason::Reached);
        }
        let slope = slope.ok_or(ProjectedReason::TooFewPoints)?;
        match self.signed(slope).sign() {
            Ordering::Less => return Err(ProjectedReason::MovingAway),
            Ordering::Equal => return Err(ProjectedReason::Flat),
            Ordering::Greater => {}
        }
        let years = self.value.minus(basis.value).by(slope).ok_or(ProjectedReason::Flat)?;
        // What lies on the other side of the number, asked for exactly, moves away from it.
        if years.sign() == Ordering::Less {
            return Err(ProjectedReason::MovingAway);
        }
        let day = basis.time.day_after(years, self.is_strict);
        day.filter(|day| *day <= horizon).ok_or(ProjectedReason::BeyondHorizon)
    }

    /// The figure on the goal's day: a share stops at 100 where no figure or target of the row is above it, a count, an
    /// amount or a share at 0, a rank at 1, in whole places.
    pub(super) fn projected(
        &self,
        subject: &Subject<'_, '_>,
        target: &MilestoneTarget,
        series: &Series<'_>,
        basis: &Basis,
        slope: Exact,
    ) -> Exact {
        let free = basis.value.plus(slope.times(self.end.since(basis.time)));
        if series.is_rank {
            return free.to_whole(true).max(Exact::whole(1));
        }
        if subject.row.kind == MeasureKind::Growth {
            return free;
        }
        let hundred = Exact::whole(100);
        let above = |value: Exact| value > hundred;
        let is_share = target.unit == Some(Unit::Percent)
            && !series.figures.iter().filter_map(|figure| figure.value).any(above)
            && !subject.numbers().any(|number| above(number.into()));
        let capped = if is_share { free.min(hundred) } else { free };
        let is_amount = is_share || target.unit == Some(Unit::Percent) || is_scaled(target.unit.as_ref());
        if is_amount { capped.max(Exact::whole(0)) } else { capped }
    }
}
