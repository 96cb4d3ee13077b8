//! What an indicator is judged on: its row, its figures, the day, the choices.

use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::exact::Exact;
use super::passed::same_words;
use super::path::Point;
use super::series::{Numbers, Series, assumed_base};
use super::time::{Time, year_end};
use crate::codes::{Level, MeasureKind, PathSource, Trend, Verdict};
use crate::number::Fixed;
use crate::options::Options;
use crate::plan::{Indicator, Row};
use crate::records::Observation;
use crate::targets::{Comparison, Measured, MeasuredValue, MilestoneTarget, compare_with};
use crate::text::match_key;
use crate::unit::Unit;

/// An indicator on a day, with all that its standing rests on.
pub(crate) struct Subject<'a, 't> {
    pub(crate) indicator: &'t Indicator,
    /// Its row as it is in force on the day.
    pub(crate) row: &'t Row,
    /// The cells that were in force on the days of past milestones, where they were others.
    pub(crate) earlier: &'t [(i32, MilestoneTarget)],
    /// The figures of the whole area that may be used on the day.
    pub(crate) observations: &'t [&'a Observation],
    /// Those of them that are numbers.
    pub(crate) numbers: Numbers<'a>,
    /// Whether there are figures of days to come that may not.
    pub(crate) has_future: bool,
    /// Who issued the plan.
    pub(crate) level: Level,
    /// The plan's milestones.
    pub(crate) milestones: &'t [i32],
    /// From when the plan is in force, where that is known.
    pub(crate) in_force: Option<NaiveDate>,
    /// The day an amendment added the indicator.
    pub(crate) added: Option<NaiveDate>,
    pub(crate) today: NaiveDate,
    pub(crate) options: &'t Options,
    /// The verdict of another indicator at a milestone.
    pub(crate) linked: &'t dyn Fn(&str, i32) -> Option<Verdict>,
}

impl<'a, 't> Subject<'a, 't> {
    /// The last day that an estimate may speak of.
    pub(super) fn last_day(&self) -> NaiveDate {
        year_end(self.today.year()).unwrap_or(self.today)
    }

    /// Whether the indicator's name says that it is a rank.
    pub(super) fn is_rank_by_name(&self) -> bool {
        let key = match_key(&self.indicator.name);
        ["xếp hạng", "thứ hạng", "thứ bậc", "vị trí xếp hạng"].iter().any(|words| key.starts_with(words))
    }

    /// The unit of a figure of a year that names none: that of the first milestone with a number whose year is not before
    /// it, else the last's.
    pub(super) fn unit_in(&self, year: i32) -> Option<&'t Unit> {
        let asks = |target: &&MilestoneTarget| {
            let number = target.deciding();
            number.is_some_and(|number| number.unit.is_some() || !number.asks_nothing(self.row.direction))
        };
        let ahead = self.row.targets.range(year..).map(|(_, target)| &**target).find(asks);
        let target = ahead.or_else(|| self.row.targets.values().map(|target| &**target).rfind(asks))?;
        target.deciding()?.unit.as_ref()
    }

    /// The figures of what a milestone's target measures; of a stage only the stage's.
    pub(super) fn figures(&self, year: i32, target: &MilestoneTarget, scope: Option<&str>) -> Rc<Series<'a>> {
        let series = Series::of(self, target, scope);
        if self.row.kind != MeasureKind::PerStage {
            return series;
        }
        match self.stage_start(year).zip(year_end(year)) {
            Some((start, end)) => Rc::new(series.within(start, end)),
            None => series,
        }
    }

    /// Where a milestone's stage begins: at the milestone before, the first when the plan takes effect.
    pub(super) fn stage_start(&self, year: i32) -> Option<NaiveDate> {
        let years = self.milestones.iter().chain(self.row.targets.keys());
        let before = years.filter(|other| **other < year).max();
        before.map_or(self.in_force, |before| year_end(*before))
    }

    /// The plan's declared baseline, where it is of what a target measures and of a day before a time.
    pub(super) fn baseline_before(
        &self,
        time: Time,
        target: &MilestoneTarget,
        scope: Option<&str>,
    ) -> Option<Point> {
        let declared = self.indicator.baseline.as_ref()?;
        let wanted = scope.or(target.qualifier.as_deref()).map(match_key);
        let is_of_it = declared.qualifier.as_deref().map(match_key) == wanted;
        let point = Point::on(declared.date, declared.value.into(), PathSource::Baseline);
        (is_of_it && self.row.kind != MeasureKind::PerStage && point.time < time).then_some(point)
    }

    /// Whether the declared baseline is of a day that is not before a figure's.
    pub(super) fn is_baseline_ignored(&self, time: Time) -> bool {
        self.indicator.baseline.as_ref().is_some_and(|declared| Time::from(declared.date) >= time)
    }

    /// Among how many the declared baseline is a rank, where it is one.
    pub(super) fn declared_base(&self, is_rank: bool) -> Option<u32> {
        let declared = self.indicator.baseline.as_ref().filter(|_| is_rank)?;
        assumed_base(self, declared.date)
    }

    /// Every number of the row's targets.
    pub(super) fn numbers(&self) -> impl Iterator<Item = Fixed> {
        let targets = self.row.targets.values().flat_map(|target| target.parts.iter().chain([&**target]));
        targets.flat_map(|target| [target.value, target.low, target.high]).flatten()
    }

    /// Whether the figures of 31 December of the last two years in a row that have one rose, up to a year.
    pub(super) fn rise(series: &Series<'_>, last: i32) -> Trend {
        let ends = series.figures.iter().filter(|figure| {
            let date = figure.date();
            (date.month(), date.day()) == (12, 31) && date.year() <= last && !figure.is_part
        });
        let ends: Vec<(i32, Exact)> =
            ends.filter_map(|figure| Some((figure.date().year(), figure.value?))).collect();
        let rose = ends.windows(2).rev().find_map(|pair| match pair {
            [(before, was), (after, is)] if before + 1 == *after => Some(is > was),
            _ => None,
        });
        match rose {
            None => Trend::Unknown,
            Some(true) => Trend::Rising,
            Some(false) => Trend::NotRising,
        }
    }

    /// The newest record of some kind up to a day: the latest, then the firmest, the later recorded, the greater id.
    pub(super) fn newest_of(
        &self,
        end: NaiveDate,
        qualifier: Option<&str>,
        is_one: impl Fn(&Observation) -> bool,
    ) -> Option<&'a Observation> {
        let wanted = qualifier.map(match_key);
        let said = self.observations.iter().copied().filter(|record| {
            record.date <= end && is_one(record) && record.qualifier.as_deref().map(match_key) == wanted
        });
        said.max_by(|a, b| (a.date, a.status, a.recorded, &a.id).cmp(&(b.date, b.status, b.recorded, &b.id)))
    }

    /// Whether a judgement was made of a cell with these words: that of the first milestone not before its year.
    pub(super) fn is_of_words(&self, record: &Observation, text: &str) -> bool {
        let ahead = self.row.targets.range(record.date.year()..).next();
        let cell = ahead.or_else(|| self.row.targets.iter().next_back());
        cell.is_some_and(|(_, cell)| same_words(&cell.text, text))
    }

    pub(super) fn compare(&self, measured: &Measured, target: &MilestoneTarget) -> Comparison {
        compare_with(measured, target, self.row.direction, self.options.comparing())
    }

    /// What is said of a target with no figure.
    pub(super) fn compared_with_nothing(&self, target: &MilestoneTarget) -> Comparison {
        self.compare(&Measured::new(MeasuredValue::Missing), target)
    }

    /// A past milestone's cell, as it was in force on its day.
    pub(super) fn past_cell(&self, year: i32, now: &'t MilestoneTarget) -> &'t MilestoneTarget {
        self.earlier.iter().find(|(of, _)| *of == year).map_or(now, |(_, cell)| cell)
    }
}
