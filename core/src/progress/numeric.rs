//! The standing of a number before its milestone: verdict first, then the first rule that applies.

use std::cmp::Ordering;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::Subject;
use super::exact::Exact;
use super::growth;
use super::path::{Path, Point, better, bound};
use super::series::{Figure, Series, toward};
use super::time::year_end;
use super::trend::{Basis, Goal, Trend};
use super::verdict::{Judged, comparing, undetermined};
use crate::codes::{
    Direction, IndicatorFlag, IndicatorStanding, Method, PathSource, Reason, StandingRule, TargetKind,
    Verdict,
};
use crate::number::Fixed;
use crate::targets::{Comparison, MilestoneTarget};
use crate::unit::Unit;

/// What a rule finds.
struct Found {
    standing: IndicatorStanding,
    reason: Option<Reason>,
    rule: StandingRule,
}

impl Found {
    fn of(rule: StandingRule, standing: IndicatorStanding) -> Found {
        Found { standing, reason: None, rule }
    }

    fn open(rule: StandingRule, reason: Reason) -> Found {
        Found { standing: IndicatorStanding::Undetermined, reason: Some(reason), rule }
    }
}

/// A number beside its figures, on the way to a milestone.
pub(super) struct Judging<'s, 'a, 't> {
    pub(super) subject: &'s Subject<'a, 't>,
    pub(super) target: &'t MilestoneTarget,
    pub(super) series: Rc<Series<'a>>,
    pub(super) path: Path,
    pub(super) trend: Trend,
    pub(super) goal: Goal,
    /// The newest figure, and its number.
    pub(super) newest: Figure<'a>,
    pub(super) value: Exact,
    /// What the trend rests on: the newest figure, or the last of a whole year.
    pub(super) basis: Option<Basis>,
    /// The path on the figure's day, in whole numbers where that is the rule.
    pub(super) expected: Option<Exact>,
    pub(super) flags: Vec<IndicatorFlag>,
}

/// How a number stands before its milestone.
pub(super) fn judge<'a, 't>(
    subject: &Subject<'a, 't>,
    year: i32,
    target: &'t MilestoneTarget,
    scope: Option<&str>,
) -> Judged<'a> {
    let series = subject.figures(year, target, scope);
    let direction = subject.row.direction;
    let (Some(end), Some(required)) = (year_end(year), bound(target, direction)) else {
        return undetermined(target, Reason::Unrecognised, StandingRule::NoValue);
    };
    let Some(newest) = series.newest().copied() else {
        return undetermined(target, series.missing, StandingRule::NoValue);
    };
    let Some(value) = newest.value else {
        let open = undetermined(target, Reason::DivisorZero, StandingRule::NoValue);
        return Judged { newest: Some(newest), ..open };
    };
    let whole_years = series.figures.iter().rfind(|figure| !figure.is_part && figure.value.is_some());
    let basis = whole_years.and_then(Basis::of);
    let is_higher_better = better(target, direction) == Direction::HigherIsBetter;
    let is_strict = matches!(target.kind, TargetKind::MoreThan | TargetKind::LessThan);
    let goal = Goal { value: required.into(), end: end.into(), is_higher_better, is_strict };
    let path = Path::of(subject, year, target, scope, &series, &newest);
    let trend = match &basis {
        Some(basis) => Trend::of(subject, year, target, scope, &series, basis),
        None => Trend::NONE,
    };
    let mut judging = Judging {
        subject,
        target,
        series,
        path,
        trend,
        goal,
        newest,
        value,
        basis,
        expected: None,
        flags: Vec::new(),
    };
    judging.expect();
    judging.judged(year, required)
}

impl<'a> Judging<'_, 'a, '_> {
    /// The time at which the path is asked: the figure's, of a part of a year that year's end.
    fn leg_time(&self) -> Option<super::time::Time> {
        if self.newest.is_part {
            Some(year_end(self.newest.date().year())?.into())
        } else {
            Some(self.newest.time)
        }
    }

    pub(super) fn leg(&self) -> Option<(Point, Point)> {
        self.path.leg(self.leg_time()?)
    }

    /// What the leg of the path about the figure's day starts from.
    pub(super) fn start(&self) -> Option<PathSource> {
        self.leg().map(|(from, _)| from.source)
    }

    /// Finds what the path expects on the figure's day.
    fn expect(&mut self) {
        let Some(expected) = self.leg_time().and_then(|time| self.path.at(time)) else { return };
        self.expected = Some(if self.newest.is_part {
            let part = expected.times(self.share_of_year());
            // Whole things are not asked for in parts.
            if self.is_counted() && self.goal.value.is_whole() { self.in_favour(part) } else { part }
        } else {
            expected
        });
    }

    /// The whole number next to what is expected, on the side that is easier to reach.
    fn in_favour(&self, expected: Exact) -> Exact {
        expected.to_whole(!self.goal.is_higher_better)
    }

    /// How much of the year is over on the figure's day; by Decree 09/2019/NĐ-CP the year begins on 15 December.
    fn share_of_year(&self) -> Exact {
        let day = self.newest.date();
        let ends = |year: i32| {
            let (month, day) = if self.subject.options.decree_09_cutoff { (12, 14) } else { (12, 31) };
            NaiveDate::from_ymd_opt(year, month, day)
        };
        let span = |from: NaiveDate, to: NaiveDate| (to - from).num_days();
        let share = ends(day.year() - 1)
            .zip(ends(day.year()))
            .and_then(|(from, to)| Exact::share(span(from, day).min(span(from, to)), span(from, to)));
        share.unwrap_or(Exact::whole(1))
    }

    /// Whether things are counted, or places: no percents, points, money.
    fn is_counted(&self) -> bool {
        matches!(self.target.unit, None | Some(Unit::Count | Unit::Rank)) || self.series.is_rank
    }

    /// Whether the leg of the path to the milestone goes from one whole number to another less than 5 away.
    fn is_small_whole(&self) -> bool {
        let Some(from) = self.path.last_before(self.newest.time) else { return false };
        let leg = self.goal.value.minus(from.value);
        let length = if leg.sign() == Ordering::Less { leg.negative() } else { leg };
        !self.newest.is_part
            && self.is_counted()
            && from.value.is_whole()
            && self.goal.value.is_whole()
            && length < Exact::whole(5)
    }

    /// Positive where better than expected.
    pub(super) fn gap(&self) -> Option<Exact> {
        Some(self.goal.signed(self.value.minus(self.expected?)))
    }

    /// Whether the figures go the wrong way, do not move, or go the right one.
    fn course(&self) -> Option<Ordering> {
        Some(self.goal.signed(self.trend.slope?).sign())
    }

    fn is_falling(&self) -> bool {
        self.course() == Some(Ordering::Less)
    }

    fn judged(mut self, year: i32, required: Fixed) -> Judged<'a> {
        let comparison = self.comparison(year, required);
        let mut found = self.stand(&comparison, year);
        self.correct(&mut found);
        if self.newest.is_part {
            self.flags.push(IndicatorFlag::PartYear);
        }
        if self.newest.is_estimate() {
            self.flags.push(IndicatorFlag::Estimate);
        }
        if comparison.verdict == Verdict::Met {
            let is_behind = self.newest.is_part && self.gap().is_some_and(|gap| gap.sign() == Ordering::Less);
            if self.is_falling() || is_behind {
                self.flags.push(IndicatorFlag::AtRisk);
            }
            if self.series.changes_base(self.newest.time, self.newest.base) {
                self.flags.push(IndicatorFlag::RankBaseChanged);
            }
        }
        if self.subject.is_baseline_ignored(self.newest.time) {
            self.flags.push(IndicatorFlag::BaselineIgnored);
        }
        let progress = self.progress(&comparison, found.rule);
        let (numbers, dates, terms) = self.why(year, required);
        Judged {
            standing: found.standing,
            reason: found.reason,
            rule: found.rule,
            flags: self.flags,
            comparison,
            progress: Some(progress),
            path: self.path.shown(),
            newest: Some(self.newest),
            numbers,
            dates,
            terms,
        }
    }

    /// The figure beside the target. A part of a year that has not reached a floor, nor passed a cap, says nothing yet: in
    /// the milestone's own year, or where no whole year is known, it is open; before it the last whole year speaks.
    fn comparison(&self, year: i32, required: Fixed) -> Comparison {
        let rise = Subject::rise(&self.series, i32::MAX);
        let mut of = comparing(self.subject, self.target, required, rise);
        let own = of(self.value);
        let is_decided = (own.verdict == Verdict::Met) == self.goal.is_higher_better;
        if !self.newest.is_part || is_decided {
            return own;
        }
        match &self.basis {
            Some(basis) if self.newest.date().year() != year => of(basis.value),
            _ => {
                let verdict = Verdict::Undetermined(Reason::YearNotOver);
                Comparison { verdict, margin: None, attainment: None, position: None, ..own }
            }
        }
    }

    /// The first rule that applies.
    fn stand(&mut self, comparison: &Comparison, year: i32) -> Found {
        use IndicatorStanding::{Met, MovingAway, OffTrack, OnTrack, SlightlyBehind};
        if comparison.rule == crate::codes::ComparisonRule::Rising {
            match comparison.verdict {
                Verdict::NotMet => return Found::of(StandingRule::Rising, SlightlyBehind),
                Verdict::Undetermined(reason) => return Found::open(StandingRule::Rising, reason),
                Verdict::Met => {}
            }
        }
        if comparison.verdict == Verdict::Met {
            return Found::of(StandingRule::Met, Met);
        }
        if self.newest.is_part {
            let rule = StandingRule::PartYear;
            return match (self.expected, self.need()) {
                (Some(expected), _) => self.beside(expected, rule),
                (None, Some(need)) => Found::of(rule, self.by_need(need)),
                (None, None) => Found::open(rule, Reason::YearNotOver),
            };
        }
        let is_exact = self.subject.options.equal_exactly
            && matches!(self.target.kind, TargetKind::Reach | TargetKind::Equal);
        if self.subject.options.method == Method::Cagr {
            return self.by_growth();
        }
        if is_exact {
            let rule = StandingRule::EqualExactly;
            let is_beyond =
                toward(self.goal.is_higher_better, self.value, self.goal.value) == Ordering::Greater;
            return match self.expected {
                _ if is_beyond => Found::of(rule, OffTrack),
                None => Found::open(rule, Reason::NoBaseline),
                Some(expected) => self.beside(expected, rule),
            };
        }
        if self.goal.end <= self.newest.time {
            let standing = if self.is_falling() { MovingAway } else { OffTrack };
            return Found::of(StandingRule::NoTimeLeft, standing);
        }
        if self.value == self.goal.value
            && let Some(course) = self.course()
        {
            let standing = match course {
                Ordering::Greater => OnTrack,
                Ordering::Equal => OffTrack,
                Ordering::Less => MovingAway,
            };
            return Found::of(StandingRule::AtBound, standing);
        }
        if let Some(expected) = self.expected.filter(|_| self.is_small_whole()) {
            let expected = self.in_favour(expected);
            self.expected = Some(expected);
            let found = self.by_path(expected, StandingRule::SmallWhole);
            let is_behind = self.gap().is_some_and(|gap| gap.sign() == Ordering::Less);
            let away = is_behind && self.is_falling();
            return if away { Found::of(StandingRule::SmallWhole, MovingAway) } else { found };
        }
        if let Some(need) = self.need() {
            let rule = if self.is_held(year) { StandingRule::Held } else { StandingRule::Need };
            return Found::of(rule, self.by_need(need));
        }
        if let (Some(expected), Some(PathSource::Baseline | PathSource::Stage | PathSource::Milestone)) =
            (self.expected, self.start())
        {
            return self.by_path(expected, StandingRule::Path);
        }
        let rule = StandingRule::NoTrend;
        if self.series.changes_base(self.newest.time, self.newest.base) {
            Found::open(rule, Reason::RankBaseChanged)
        } else if self.series.before(self.newest.time, self.newest.base).next().is_some() {
            Found::open(rule, Reason::TooFewPoints)
        } else {
            Found::open(rule, Reason::NoBaseline)
        }
    }

    /// The slope beside the one needed, where there are both.
    fn need(&self) -> Option<Exact> {
        self.goal.need(self.basis.as_ref()?, self.trend.slope).1.ok()
    }

    /// Whether the milestone before asks the same, or the first value known already met it.
    pub(super) fn is_held(&self, year: i32) -> bool {
        let reached = |point: &Point| {
            let order = toward(self.goal.is_higher_better, point.value, self.goal.value);
            order == Ordering::Greater || (order == Ordering::Equal && !self.goal.is_strict)
        };
        self.trend.baseline.as_ref().is_some_and(reached)
            || self.path.asked_before(year) == Some(self.goal.value)
    }

    fn by_need(&self, need: Exact) -> IndicatorStanding {
        if need.sign() == Ordering::Less {
            return IndicatorStanding::MovingAway;
        }
        self.graded(need)
    }

    /// The standing of a ratio on the thresholds.
    fn graded(&self, ratio: Exact) -> IndicatorStanding {
        let options = self.subject.options;
        if ratio >= options.on_track.into() {
            IndicatorStanding::OnTrack
        } else if ratio >= options.slightly_behind.into() {
            IndicatorStanding::SlightlyBehind
        } else {
            IndicatorStanding::OffTrack
        }
    }

    /// The figure beside what is expected: on or ahead of it is on track, else their ratio on the thresholds.
    fn beside(&self, expected: Exact, rule: StandingRule) -> Found {
        let zero = Exact::whole(0);
        if toward(self.goal.is_higher_better, self.value, expected) != Ordering::Less {
            return Found::of(rule, IndicatorStanding::OnTrack);
        }
        if expected < zero || (expected == zero && self.goal.is_higher_better) {
            return Found::open(rule, Reason::DivisorZero);
        }
        let ratio = if self.goal.is_higher_better {
            self.value.max(zero).by(expected)
        } else {
            expected.by(self.value)
        };
        match ratio {
            Some(ratio) => Found::of(rule, self.graded(ratio)),
            None => Found::open(rule, Reason::DivisorZero),
        }
    }

    /// The same, but short of the number its leg starts from never better than slightly behind.
    fn by_path(&mut self, expected: Exact, rule: StandingRule) -> Found {
        let mut found = self.beside(expected, rule);
        let start = self.path.last_before(self.newest.time).map(|point| point.value);
        let is_below = start
            .is_some_and(|start| toward(self.goal.is_higher_better, self.value, start) == Ordering::Less);
        if is_below && found.standing == IndicatorStanding::OnTrack {
            found.standing = IndicatorStanding::SlightlyBehind;
            self.flags.push(IndicatorFlag::BelowLastMilestone);
        }
        found
    }

    /// Observed beside required compound growth, both from the first value known.
    pub(super) fn growth(&self) -> Result<Exact, Reason> {
        let baseline = self.trend.baseline.ok_or(Reason::NoBaseline)?;
        let zero = Exact::whole(0);
        let (b, g) = (baseline.value, self.goal.value);
        if b == zero || g == zero || b == g || b.sign() != g.sign() || b.sign() != self.value.sign() {
            return Err(Reason::DivisorZero);
        }
        let (elapsed, whole) = (self.newest.time.since(baseline.time), self.goal.end.since(baseline.time));
        growth::ratio(b, (self.value, elapsed), (g, whole), self.goal.is_higher_better)
            .ok_or(Reason::DivisorZero)
    }

    fn by_growth(&self) -> Found {
        let rule = StandingRule::Cagr;
        let options = self.subject.options;
        let standing = match self.growth() {
            Err(reason) => return Found::open(rule, reason),
            Ok(ratio) if ratio.sign() == Ordering::Less => IndicatorStanding::MovingAway,
            Ok(ratio) if ratio >= options.on_track.into() => IndicatorStanding::OnTrack,
            Ok(ratio) if ratio >= options.cagr_moderate.into() => IndicatorStanding::SlightlyBehind,
            Ok(_) => IndicatorStanding::OffTrack,
        };
        Found::of(rule, standing)
    }

    /// Unmet, but on or ahead of a path of the plan's own and not falling, it is never worse than slightly behind.
    fn correct(&mut self, found: &mut Found) {
        let is_ahead = self.gap().is_some_and(|gap| gap.sign() != Ordering::Less)
            && matches!(self.start(), Some(PathSource::Baseline | PathSource::Milestone))
            && !self.is_falling();
        if is_ahead
            && found.standing == IndicatorStanding::OffTrack
            && found.rule != StandingRule::EqualExactly
        {
            found.standing = IndicatorStanding::SlightlyBehind;
            self.flags.push(IndicatorFlag::AheadOfPath);
        }
    }
}
