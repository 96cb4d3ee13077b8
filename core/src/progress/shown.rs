//! What is shown of a number's judgement: its figures, rounded, and the exact inputs of its why.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::exact::Exact;
use super::model::Progress;
use super::numeric::Judging;
use super::path::{Point, better};
use super::time::year_end;
use super::verdict::Named;
use crate::codes::{Method, NeedReason, ProjectedReason, StandingRule, Verdict};
use crate::number::Fixed;
use crate::targets::Comparison;
use crate::words;

impl Judging<'_, '_, '_> {
    /// What is shown beside the standing.
    pub(super) fn progress(&self, comparison: &Comparison, rule: StandingRule) -> Progress {
        let rounded = |exact: Option<Exact>| exact.and_then(Exact::rounded);
        let is_met = comparison.verdict == Verdict::Met;
        let mut progress = Progress {
            expected: rounded(self.expected),
            gap: rounded(self.gap()),
            slope: rounded(self.trend.slope),
            ..Progress::default()
        };
        if let Some((baseline, basis)) = self.trend.baseline.zip(self.basis) {
            let whole = self.goal.value.minus(baseline.value);
            if self.goal.signed(whole).sign() == Ordering::Greater {
                let share = basis.value.minus(baseline.value).by(whole);
                let time = basis.time.since(baseline.time).by(self.goal.end.since(baseline.time));
                progress.share = rounded(share);
                progress.pace = rounded(share.zip(time).and_then(|(share, time)| share.by(time)));
            }
        }
        let is_line = !matches!(rule, StandingRule::Cagr | StandingRule::EqualExactly);
        if let Some(basis) = &self.basis {
            let (needed, need) = self.goal.need(basis, self.trend.slope);
            if !is_met && is_line {
                match need {
                    Ok(need) => {
                        progress.need = need.rounded();
                        progress.slope_needed = rounded(needed);
                    }
                    Err(reason) => progress.need_reason = Some(reason),
                }
            }
            let projected = self
                .trend
                .slope
                .map(|slope| self.goal.projected(self.subject, self.target, &self.series, basis, slope));
            progress.projected = rounded(projected);
            match self.goal.reached_on(basis, self.trend.slope, is_met, self.subject.options.horizon) {
                Ok(day) => progress.projected_date = Some(day),
                Err(reason) => progress.projected_reason = Some(reason),
            }
        } else {
            let reason = if is_met { ProjectedReason::Reached } else { ProjectedReason::TooFewPoints };
            progress.projected_reason = Some(reason);
            progress.need_reason = (!is_met && is_line).then_some(NeedReason::TooFewPoints);
        }
        if rule == StandingRule::Cagr {
            progress.cagr = rounded(self.growth().ok());
        }
        progress
    }

    /// The exact inputs of the standing.
    pub(super) fn why(&self, year: i32, required: Fixed) -> (Named<Fixed>, Named<NaiveDate>, Named<String>) {
        let mut numbers =
            vec![("value", self.value.shown_beside(required).unwrap_or(required)), ("required", required)];
        let mut dates = vec![("measured", self.newest.date())];
        dates.extend(year_end(year).map(|end| ("milestone", end)));
        let mut add = |name: &'static str, point: Option<(Option<Fixed>, NaiveDate)>| {
            if let Some((Some(value), date)) = point {
                numbers.push((name, value));
                dates.push((name, date));
            }
        };
        let of = |point: Point| (point.value.rounded(), point.date);
        add("earlier", self.trend.earlier.map(of));
        let is_needed = self.subject.options.method == Method::Cagr || self.is_held(year);
        add("baseline", self.trend.baseline.filter(|_| is_needed).map(of));
        let full = self.basis.filter(|_| self.newest.is_part);
        add("full", full.map(|basis| (basis.value.rounded(), basis.date)));
        let leg = self.leg();
        let record = self.newest.record;
        if let Some((over, under)) = record.numerator.zip(record.denominator) {
            numbers.push(("numerator", over));
            numbers.push(("denominator", under));
        }
        if let Some((from, to)) = leg {
            for (name, point) in [("pathFrom", from), ("pathTo", to)] {
                numbers.extend(point.value.rounded().map(|value| (name, value)));
                dates.push((name, point.date));
            }
        }
        let side = words::side(better(self.target, self.subject.row.direction));
        let mut terms = vec![("operator", self.target.kind.as_str().to_owned()), ("better", side.to_owned())];
        terms.extend(self.target.unit.as_ref().map(|unit| ("unit", unit.as_str().to_owned())));
        terms.extend(self.start().map(|source| ("pathStart", source.as_str().to_owned())));
        (numbers, dates, terms)
    }
}
