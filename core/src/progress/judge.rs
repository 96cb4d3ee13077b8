//! Which milestone decides, and how the indicator stands by it.

use chrono::{Datelike, Months, NaiveDate};

use super::model::{
    AssessedIndicator, AssessedScope, SeriesPoint, SkippedMilestone, UsedObservation, Wording,
};
use super::passed::{Settled, passed, settle};
use super::path::{better, bound};
use super::series::{Figure, toward};
use super::subject::Subject;
use super::time::year_end;
use super::trend::{Basis, Trend};
use super::verdict::{Judged, comparing, in_order, undetermined};
use super::{numeric, series, told};
use crate::codes::{
    Direction, IndicatorFlag, IndicatorStanding, MeasureKind, NoteCode, ObservationStatus, Reason,
    SkipReason, StandingRule, TargetKind, Trend as Rise, Verdict,
};
use crate::records::Observation;
use crate::targets::{Comparison, MilestoneTarget};
use crate::why::{NamedDate, NamedNumber, NamedTerm, Why};
use crate::words;

/// How an indicator stands.
pub(crate) fn assess(subject: &Subject<'_, '_>) -> AssessedIndicator {
    let row = subject.row;
    let ahead = row.targets.range(subject.today.year()..);
    let mut skipped: Vec<SkippedMilestone> = Vec::new();
    let mut deciding = None;
    for (&year, target) in ahead {
        match skip_reason(subject, target) {
            None => {
                deciding = Some((year, &**target));
                break;
            }
            Some(reason) => {
                let linked = target.proxy.clone().filter(|_| reason == SkipReason::ProxyWithoutValue);
                let verdict = linked.as_deref().and_then(|code| (subject.linked)(code, year));
                let linked_verdict = verdict.map(|verdict| verdict.as_str().to_owned());
                skipped.push(SkippedMilestone { year, reason, linked, linked_verdict });
            }
        }
    }
    let past = row.targets.range(..subject.today.year());
    let was_there =
        |year: i32| subject.added.is_none_or(|added| year_end(year).is_some_and(|end| added <= end));
    let passed: Vec<_> = past
        .filter(|(year, _)| was_there(**year))
        .map(|(&year, now)| passed(subject, year, subject.past_cell(year, now)))
        .collect();
    let mut whole = match deciding {
        Some((year, target)) => Whole { decides: Some((year, target)), ..before(subject, year, target) },
        None => without(subject, &skipped),
    };
    let is_for_want =
        matches!(whole.judged.reason, Some(Reason::NoValue | Reason::NoBaseline | Reason::TooFewPoints));
    let first = row.targets.range(subject.today.year()..).next();
    if first.is_some_and(|(_, target)| skip_reason(subject, target) == Some(SkipReason::NotAsked))
        && is_for_want
    {
        whole.judged.standing = IndicatorStanding::NotAsked;
        whole.judged.reason = None;
    }
    whole.add_flags(subject, &passed);
    whole.assessed(subject, passed, skipped)
}

/// The judgement of the milestone that decides, with what is shown beside it.
struct Whole<'a, 't> {
    /// The deciding milestone: its year where it is ahead, and its target.
    decides: Option<(i32, &'t MilestoneTarget)>,
    /// The target shown after the last milestone.
    last: Option<(i32, &'t MilestoneTarget)>,
    judged: Judged<'a>,
    /// What was said, where it is no number.
    said: Option<&'a Observation>,
    parts: Vec<AssessedScope>,
}

impl<'a, 't> Whole<'a, 't> {
    fn of(judged: Judged<'a>) -> Whole<'a, 't> {
        Whole { decides: None, last: None, judged, said: None, parts: Vec::new() }
    }

    /// The target that the series and the later flags are about.
    fn target(&self) -> Option<(i32, &'t MilestoneTarget)> {
        self.decides.or(self.last)
    }
}

/// Why a milestone ahead cannot decide; none where it can.
fn skip_reason(subject: &Subject<'_, '_>, target: &MilestoneTarget) -> Option<SkipReason> {
    match target.kind {
        TargetKind::None => Some(SkipReason::NoTarget),
        TargetKind::Unrecognised => Some(SkipReason::Unrecognised),
        TargetKind::Deferred if target.proxy.is_some() => Some(SkipReason::ProxyWithoutValue),
        TargetKind::Deferred if target.has_note(NoteCode::FootnoteMissing) => {
            Some(SkipReason::FootnoteMissing)
        }
        TargetKind::Deferred => Some(SkipReason::TargetUndetermined),
        _ if target.asks_nothing(subject.row.direction) => Some(SkipReason::NotAsked),
        _ => None,
    }
}

/// The verdict at a milestone that is not past.
pub(super) fn verdict_ahead(subject: &Subject<'_, '_>, year: i32, target: &MilestoneTarget) -> Verdict {
    match skip_reason(subject, target) {
        None => before(subject, year, target).judged.comparison.verdict,
        Some(_) => subject.compared_with_nothing(target).verdict,
    }
}

/// Before a milestone that can decide.
fn before<'a, 't>(subject: &Subject<'a, 't>, year: i32, target: &'t MilestoneTarget) -> Whole<'a, 't> {
    match target.kind {
        TargetKind::Several => scopes(subject, year, target),
        TargetKind::Qualitative => {
            let said = subject.newest_of(subject.last_day(), target.qualifier.as_deref(), |record| {
                record.judgement.is_some() && subject.is_of_words(record, &target.text)
            });
            words(subject, year, target, said, StandingRule::Qualitative)
        }
        TargetKind::Presence if target.parts.is_empty() => {
            let is_said = |record: &Observation| record.present.is_some();
            let said = subject.newest_of(subject.last_day(), target.qualifier.as_deref(), is_said);
            words(subject, year, target, said, StandingRule::Presence)
        }
        _ => {
            let number = target.deciding().unwrap_or(target);
            let mut judged = numeric::judge(subject, year, number, None);
            add_milestone(&mut judged, year);
            Whole::of(judged)
        }
    }
}

/// A why without numbers names the milestone.
fn add_milestone(judged: &mut Judged<'_>, year: i32) {
    if judged.dates.is_empty() {
        judged.dates.extend(year_end(year).map(|end| ("milestone", end)));
    }
}

/// Yes, no or prose: met, else open before its day.
fn words<'a, 't>(
    subject: &Subject<'a, 't>,
    year: i32,
    target: &'t MilestoneTarget,
    said: Option<&'a Observation>,
    rule: StandingRule,
) -> Whole<'a, 't> {
    let comparison = match said {
        Some(record) => subject.compare(&record.measured(), target),
        None => subject.compared_with_nothing(target),
    };
    let is_met = comparison.verdict == Verdict::Met;
    let standing = if is_met { IndicatorStanding::Met } else { IndicatorStanding::Undetermined };
    let mut judged = Judged::of(standing, rule, comparison);
    if judged.comparison.verdict == Verdict::NotMet {
        judged.reason = Some(Reason::NotNumeric);
    }
    judged.dates.extend(said.map(|record| ("measured", record.date)));
    judged.dates.extend(year_end(year).map(|end| ("milestone", end)));
    if said.is_some_and(|record| record.status == ObservationStatus::Estimate) {
        judged.flags.push(IndicatorFlag::Estimate);
    }
    Whole { said, ..Whole::of(judged) }
}

/// Several scopes: the worst decides; one that is open leaves the whole open, unless another is missed.
fn scopes<'a, 't>(subject: &Subject<'a, 't>, year: i32, target: &'t MilestoneTarget) -> Whole<'a, 't> {
    let judged = target.parts.iter().map(|part| {
        let mut judged = numeric::judge(subject, year, part, part.scope.as_deref());
        add_milestone(&mut judged, year);
        (part, judged)
    });
    let mut whole = of_scopes(judged.collect(), StandingRule::Several, year);
    add_milestone(&mut whole.judged, year);
    whole
}

fn of_scopes<'a, 't>(
    parts: Vec<(&'t MilestoneTarget, Judged<'a>)>,
    rule: StandingRule,
    year: i32,
) -> Whole<'a, 't> {
    use IndicatorStanding::{
        Met, Missed, MovingAway, NotAsked, OffTrack, OnTrack, SlightlyBehind, Undetermined,
    };
    let from_worst = [Missed, Undetermined, NotAsked, MovingAway, OffTrack, SlightlyBehind, OnTrack, Met];
    let worst =
        from_worst.iter().find_map(|standing| parts.iter().find(|(_, judged)| judged.standing == *standing));
    let comparison =
        Comparison::of_parts(parts.iter().map(|(_, judged)| judged.comparison.clone()).collect());
    let mut whole = Judged::of(worst.map_or(Undetermined, |(_, judged)| judged.standing), rule, comparison);
    whole.reason = worst.and_then(|(_, judged)| judged.reason);
    for (_, judged) in &parts {
        whole.flags.extend(&judged.flags);
        if whole.newest.is_none_or(|newest| judged.newest.is_some_and(|own| own.time > newest.time)) {
            whole.newest = judged.newest;
        }
    }
    let parts = parts.into_iter().map(|(part, mut judged)| {
        in_order(&mut judged.flags);
        let scope = part.scope.clone().or_else(|| part.qualifier.as_deref().map(Into::into));
        let mut assessed = AssessedScope {
            scope: scope.unwrap_or_else(|| part.text.as_str().into()),
            standing: judged.standing,
            reason: judged.reason,
            why: why(&judged),
            flags: judged.flags,
            comparison: judged.comparison,
            progress: judged.progress,
            path: judged.path,
        };
        told::word_scope(&mut assessed, judged.rule, year, part);
        assessed
    });
    Whole { parts: parts.collect(), ..Whole::of(whole) }
}

/// Where no milestone ahead can decide.
fn without<'a, 't>(subject: &Subject<'a, 't>, skipped: &[SkippedMilestone]) -> Whole<'a, 't> {
    let open = |reason, target: Option<&MilestoneTarget>| {
        let nothing = MilestoneTarget::of_kind(TargetKind::None);
        let of = target.unwrap_or(&nothing);
        Whole::of(undetermined(of, reason, StandingRule::Undetermined))
    };
    let unread = skipped.iter().find_map(|skip| {
        let reason = match skip.reason {
            SkipReason::NotAsked | SkipReason::NoTarget => return None,
            SkipReason::TargetUndetermined => Reason::TargetUndetermined,
            SkipReason::ProxyWithoutValue => Reason::ProxyWithoutValue,
            SkipReason::FootnoteMissing => Reason::FootnoteMissing,
            SkipReason::Unrecognised => Reason::Unrecognised,
        };
        Some((reason, subject.row.targets.get(&skip.year)))
    });
    if let Some((reason, target)) = unread {
        return open(reason, target.map(|target| &**target));
    }
    let zero = skipped.iter().find(|skip| skip.reason == SkipReason::NotAsked);
    if let Some(target) = zero.and_then(|skip| subject.row.targets.get(&skip.year)) {
        let comparison = subject.compared_with_nothing(target);
        return Whole::of(Judged::of(IndicatorStanding::NotAsked, StandingRule::NotAsked, comparison));
    }
    let asked = subject.row.targets.range(..subject.today.year()).rev().find_map(|(&year, now)| {
        let cell = subject.past_cell(year, now);
        let asks = cell.kind != TargetKind::None && !cell.asks_nothing(subject.row.direction);
        asks.then_some((year, cell))
    });
    match asked {
        Some((year, target)) => Whole { last: Some((year, target)), ..after(subject, year, target) },
        None => open(Reason::NoTarget, None),
    }
}

/// After the last milestone: what settled it decides.
fn after<'a, 't>(subject: &Subject<'a, 't>, year: i32, target: &'t MilestoneTarget) -> Whole<'a, 't> {
    if target.kind == TargetKind::Several {
        let judged = target.parts.iter().map(|part| {
            (part, settled(subject, year, part, settle(subject, year, part, part.scope.as_deref())))
        });
        return of_scopes(judged.collect(), StandingRule::LastMilestone, year);
    }
    let of = settle(subject, year, target, None);
    let said = of.record.filter(|_| of.figure.is_none());
    let number = target.deciding().unwrap_or(target);
    Whole { said, ..Whole::of(settled(subject, year, number, of)) }
}

fn settled<'a>(
    subject: &Subject<'a, '_>,
    year: i32,
    target: &MilestoneTarget,
    of: Settled<'a>,
) -> Judged<'a> {
    let standing = match of.comparison.verdict {
        Verdict::Met => IndicatorStanding::Met,
        Verdict::NotMet if of.is_firm() => IndicatorStanding::Missed,
        Verdict::NotMet => IndicatorStanding::OffTrack,
        Verdict::Undetermined(_) => IndicatorStanding::Undetermined,
    };
    let mut judged = Judged::of(standing, StandingRule::LastMilestone, of.comparison);
    judged.newest = of.figure;
    // The flags of the indicator, not those of a milestone alone.
    judged.flags = of.flags.into_iter().filter(|flag| *flag != IndicatorFlag::MeasuredEarly).collect();
    let is_open = judged.standing == IndicatorStanding::Undetermined;
    let Some(record) = of.record.filter(|_| !is_open) else { return judged };
    judged.dates.push(("measured", record.date));
    judged.dates.extend(year_end(year).map(|end| ("milestone", end)));
    if let (Some(value), Some(required)) = (of.value, bound(target, subject.row.direction)) {
        judged.numbers = vec![("value", value), ("required", required)];
        if let Some((over, under)) = record.numerator.zip(record.denominator) {
            judged.numbers.extend([("numerator", over), ("denominator", under)]);
        }
        let side = words::side(better(target, subject.row.direction));
        judged.terms = vec![("operator", target.kind.as_str().to_owned()), ("better", side.to_owned())];
        judged.terms.extend(target.unit.as_ref().map(|unit| ("unit", unit.as_str().to_owned())));
    }
    judged
}

impl Whole<'_, '_> {
    /// The flags that rest on more than the deciding milestone.
    fn add_flags(&mut self, subject: &Subject<'_, '_>, passed: &[super::PassedMilestone]) {
        let flags = &mut self.judged.flags;
        if subject.has_future {
            flags.push(IndicatorFlag::FutureObservation);
        }
        let newest = self.judged.newest.map(|figure| figure.date()).or(self.said.map(|record| record.date));
        let is_stale = |date: NaiveDate| {
            let until = date.checked_add_months(Months::new(subject.options.stale_months));
            until.is_some_and(|until| until < subject.today)
        };
        if self.last.is_none() && newest.is_some_and(is_stale) {
            flags.push(IndicatorFlag::Stale);
        }
        if lost_since(subject, passed) {
            flags.push(IndicatorFlag::LostSince);
        }
        if let Some((year, target)) = self.last
            && self.judged.standing == IndicatorStanding::Met
            && is_falling(subject, year, target)
        {
            flags.push(IndicatorFlag::AtRisk);
        }
        in_order(flags);
    }

    fn assessed(
        self,
        subject: &Subject<'_, '_>,
        passed: Vec<super::PassedMilestone>,
        skipped: Vec<SkippedMilestone>,
    ) -> AssessedIndicator {
        let indicator = subject.indicator;
        let target = self.target();
        let rule = self.judged.rule;
        let observation = self
            .judged
            .newest
            .filter(|figure| figure.value.is_some())
            .map(|figure| used(figure.record, Some(&figure), &self.judged))
            .or_else(|| self.said.map(|record| used(record, None, &self.judged)));
        let mut assessed = AssessedIndicator {
            code: indicator.code.clone(),
            name: indicator.name.clone(),
            short_name: indicator.short_name.clone(),
            name_en: indicator.name_en.clone(),
            parent: indicator.parent.clone(),
            sensitive: indicator.sensitive,
            leads: Vec::new(),
            kind: subject.row.kind,
            direction: subject.row.direction,
            decided_by: subject.row.decided_by,
            standing: self.judged.standing,
            reason: self.judged.reason,
            why: why(&self.judged),
            flags: self.judged.flags,
            milestone: self.decides.map(|(year, _)| year),
            target: target.map(|(_, target)| Box::new(target.clone())),
            observation,
            comparison: self.judged.comparison,
            progress: self.judged.progress,
            series: target.map_or_else(Vec::new, |(_, target)| shown_series(subject, target)),
            path: self.judged.path,
            passed,
            skipped,
            parts: self.parts,
            plain: Wording::default(),
        };
        told::word(&mut assessed, rule, target.map(|(year, _)| year));
        assessed
    }
}

/// Whether the newest figure no longer reaches what the latest met milestone before it asked.
fn lost_since(subject: &Subject<'_, '_>, passed: &[super::PassedMilestone]) -> bool {
    if subject.row.kind == MeasureKind::PerStage {
        return false;
    }
    let met = passed.iter().rfind(|past| past.verdict == Verdict::Met);
    let Some((year, now)) = met.and_then(|past| subject.row.targets.get_key_value(&past.year)) else {
        return false;
    };
    let Some(number) = subject.past_cell(*year, now).deciding() else { return false };
    let Some((end, required)) = year_end(*year).zip(bound(number, subject.row.direction)) else {
        return false;
    };
    let series = subject.figures(*year, number, None);
    series.newest().filter(|figure| figure.date() > end && !figure.is_part).is_some_and(|figure| {
        let verdict = figure.value.map(comparing(subject, number, required, Rise::Unknown));
        verdict.is_some_and(|of| of.verdict == Verdict::NotMet)
    })
}

/// Whether the figures of a target go the wrong way.
fn is_falling(subject: &Subject<'_, '_>, year: i32, target: &MilestoneTarget) -> bool {
    let Some(number) = target.deciding() else { return false };
    let series = subject.figures(year, number, None);
    let whole = series.figures.iter().rfind(|figure| !figure.is_part && figure.value.is_some());
    let Some(basis) = whole.and_then(Basis::of) else { return false };
    let zero = super::exact::Exact::whole(0);
    let higher = better(number, subject.row.direction) == Direction::HigherIsBetter;
    let slope = Trend::of(subject, year, number, None, &series, &basis).slope;
    slope.is_some_and(|slope| toward(higher, slope, zero).is_lt())
}

fn used(record: &Observation, figure: Option<&Figure<'_>>, judged: &Judged<'_>) -> UsedObservation {
    // A quotient is shown as it was compared.
    let compared =
        judged.comparison.value.filter(|_| record.numerator.is_some() && figure.is_some_and(|f| !f.is_part));
    UsedObservation {
        id: record.id.clone(),
        date: record.date,
        recorded: record.recorded,
        status: record.status,
        value: record.value.or(compared).or_else(|| figure.and_then(Figure::shown)),
        present: record.present,
        judgement: record.judgement,
        qualifier: record.qualifier.clone(),
        unit: record.unit.clone(),
        ranked_among: record.ranked_among,
        part_of_year: record.part_of_year,
        source: record.source.clone(),
    }
}

/// The figures of the row's unit, for charts.
fn shown_series(subject: &Subject<'_, '_>, target: &MilestoneTarget) -> Vec<SeriesPoint> {
    let Some(number) = target.deciding() else { return Vec::new() };
    let series = series::Series::of(subject, number, None);
    let point = |figure: &Figure<'_>| {
        Some(SeriesPoint {
            id: figure.record.id.clone(),
            date: figure.date(),
            value: figure.shown()?,
            status: figure.record.status,
            part_of_year: figure.is_part,
        })
    };
    series.figures.iter().filter_map(point).collect()
}

/// The why of a judgement, its members in their order.
fn why(judged: &Judged<'_>) -> Why {
    let named = |name: &'static str| name.to_owned();
    Why {
        rule: judged.rule.into(),
        numbers: judged
            .numbers
            .iter()
            .map(|(name, value)| NamedNumber { name: named(name), value: *value })
            .collect(),
        dates: judged
            .dates
            .iter()
            .map(|(name, value)| NamedDate { name: named(name), value: *value })
            .collect(),
        terms: judged
            .terms
            .iter()
            .map(|(name, value)| NamedTerm { name: named(name), value: value.clone() })
            .collect(),
        vi: String::new(),
        en: String::new(),
    }
}
