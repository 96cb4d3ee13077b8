//! The path: straight lines through the start and each milestone's number.

use chrono::NaiveDate;

use super::Subject;
use super::exact::Exact;
use super::model::PathPoint;
use super::series::{Figure, Series};
use super::time::{Time, year_end};
use crate::codes::{Direction, MeasureKind, PathSource, TargetKind};
use crate::number::Fixed;
use crate::targets::MilestoneTarget;
use crate::text::match_key;

/// A point of a path.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) date: NaiveDate,
    pub(super) time: Time,
    pub(super) value: Exact,
    pub(super) source: PathSource,
}

impl Point {
    pub(super) fn on(date: NaiveDate, value: Exact, source: PathSource) -> Point {
        Point { date, time: date.into(), value, source }
    }
}

/// A path: its points in order of time.
pub(super) struct Path {
    points: Vec<Point>,
}

/// What a milestone's cell is to a path.
enum Along {
    /// Its number is a point.
    Number(Fixed),
    /// The path goes on.
    Nothing,
    /// The path ends.
    Break,
}

impl Path {
    /// The path through the milestone that decides, for figures of which the newest is at a time.
    pub(super) fn of(
        subject: &Subject<'_, '_>,
        year: i32,
        target: &MilestoneTarget,
        scope: Option<&str>,
        series: &Series<'_>,
        newest: &Figure<'_>,
    ) -> Path {
        let Some((end, goal)) = year_end(year).zip(bound(target, subject.row.direction)) else {
            return Path { points: Vec::new() };
        };
        let milestone = |date: NaiveDate, value: Fixed| Point::on(date, value.into(), PathSource::Milestone);
        if subject.row.kind == MeasureKind::PerStage {
            let start = subject.stage_start(year);
            let start = start.map(|date| Point::on(date, Exact::whole(0), PathSource::Stage));
            let points = start.into_iter().chain([milestone(end, goal)]).collect();
            return Path { points };
        }
        let mut points: Vec<Point> = Vec::new();
        let add = |points: &mut Vec<Point>,
                   years: &mut dyn Iterator<Item = (&i32, &Box<MilestoneTarget>)>| {
            for (year, cell) in years {
                match along(cell, target, scope, subject.row.direction) {
                    Along::Break => return,
                    Along::Nothing => {}
                    Along::Number(value) => {
                        points.extend(year_end(*year).map(|date| milestone(date, value)));
                    }
                }
            }
        };
        add(&mut points, &mut subject.row.targets.range(..year).rev());
        points.reverse();
        points.push(milestone(end, goal));
        add(&mut points, &mut subject.row.targets.range(year..).skip(1));
        if let Some(baseline) = subject.baseline_before(newest.time, target, scope) {
            points.retain(|point| point.date > baseline.date);
            points.insert(0, baseline);
        } else {
            let first = series.before(newest.time, newest.base).next();
            let start =
                first.filter(|(figure, _)| points.first().is_none_or(|point| figure.time < point.time));
            if let Some((figure, value)) = start {
                points.insert(0, Point::on(figure.date(), value, PathSource::Observation));
            }
        }
        Path { points }
    }

    /// The points about a time, both the same where one is of that time; none before the first and after the last.
    pub(super) fn leg(&self, time: Time) -> Option<(Point, Point)> {
        let next = self.points.iter().position(|point| point.time >= time)?;
        let to = *self.points.get(next)?;
        if to.time == time {
            return Some((to, to));
        }
        Some((*self.points.get(next.checked_sub(1)?)?, to))
    }

    /// The path at a time.
    pub(super) fn at(&self, time: Time) -> Option<Exact> {
        let (from, to) = self.leg(time)?;
        let Some(gone) = time.since(from.time).by(to.time.since(from.time)) else { return Some(from.value) };
        Some(from.value.plus(to.value.minus(from.value).times(gone)))
    }

    /// The last point that is not after a time.
    pub(super) fn last_before(&self, time: Time) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.time <= time)
    }

    /// The number of the last milestone of the path before a year.
    pub(super) fn asked_before(&self, year: i32) -> Option<Exact> {
        let end: Time = year_end(year)?.into();
        let before = |point: &&Point| point.time < end && point.source == PathSource::Milestone;
        self.points.iter().rfind(before).map(|point| point.value)
    }

    pub(super) fn shown(&self) -> Vec<PathPoint> {
        let shown = |point: &Point| {
            Some(PathPoint { date: point.date, value: point.value.rounded()?, source: point.source })
        };
        self.points.iter().filter_map(shown).collect()
    }
}

/// The number of a target that decides: of an interval the weaker bound.
pub(super) fn bound(target: &MilestoneTarget, direction: Direction) -> Option<Fixed> {
    match target.kind {
        TargetKind::Interval if better(target, direction) == Direction::HigherIsBetter => target.low,
        TargetKind::Interval => target.high,
        _ => target.value,
    }
}

/// Which side of a target's number is better.
pub(super) fn better(target: &MilestoneTarget, direction: Direction) -> Direction {
    match target.kind {
        TargetKind::AtLeast | TargetKind::MoreThan => Direction::HigherIsBetter,
        TargetKind::AtMost | TargetKind::LessThan => Direction::LowerIsBetter,
        _ => direction,
    }
}

/// What another milestone's cell is to the path of a target.
fn along(
    cell: &MilestoneTarget,
    target: &MilestoneTarget,
    scope: Option<&str>,
    direction: Direction,
) -> Along {
    if cell.kind == TargetKind::None {
        return Along::Nothing;
    }
    let number = match scope {
        None => cell.deciding(),
        Some(scope) => part_of(cell, scope),
    };
    let Some((number, value)) = number.and_then(|number| Some((number, bound(number, direction)?))) else {
        return Along::Break;
    };
    let key = |text: &Option<String>| text.as_deref().map(match_key);
    let differs = matches!((&number.unit, &target.unit), (Some(a), Some(b)) if a != b);
    // 0 that asks nothing is 0 of anything.
    if (differs && !number.asks_nothing(direction)) || key(&number.qualifier) != key(&target.qualifier) {
        return Along::Break;
    }
    Along::Number(value)
}

/// The requirement of a cell for a scope.
pub(super) fn part_of<'t>(cell: &'t MilestoneTarget, scope: &str) -> Option<&'t MilestoneTarget> {
    let wanted = match_key(scope);
    cell.parts.iter().find(|part| part.scope.as_deref().map(match_key).as_ref() == Some(&wanted))
}
