//! What changed in an indicator.

use chrono::NaiveDate;

use super::super::model::Assessment;
use super::model::{ChangedIndicator, ChangedResult, IndicatorThen, ObservationThen};
use super::{Amendments, Found};
use crate::codes::{
    ChangeCause, ChangeKind, IndicatorStanding, ItemKind, Lang, MeasureKind, ObservationStatus, Reason,
    Verdict,
};
use crate::number::Fixed;
use crate::progress::{AssessedIndicator, with_unit};
use crate::sorted::{Map, Set};
use crate::targets::MilestoneTarget;
use crate::words::Changed;

/// The indicators that changed, in the later plan's order, then those the plan has no longer.
pub(super) fn changed(
    before: &Assessment,
    after: &Assessment,
    amendments: &Amendments<'_>,
) -> Vec<ChangedIndicator> {
    let was: Map<&str, &AssessedIndicator> =
        before.indicators.iter().map(|of| (of.code.as_str(), of)).collect();
    let now: Set<&str> = after.indicators.iter().map(|of| of.code.as_str()).collect();
    let pairs = after.indicators.iter().map(|is| (was.get(is.code.as_str()).copied(), Some(is)));
    let gone = before.indicators.iter().filter(|was| !now.contains(was.code.as_str()));
    pairs.chain(gone.map(|was| (Some(was), None))).filter_map(|(was, is)| one(was, is, amendments)).collect()
}

fn one(
    was: Option<&AssessedIndicator>,
    is: Option<&AssessedIndicator>,
    amendments: &Amendments<'_>,
) -> Option<ChangedIndicator> {
    let shown = is.or(was)?;
    let amended = amendments.of(ItemKind::Indicator, &shown.code);
    let mut results = Vec::new();
    let mut found = match (was, is) {
        (Some(was), Some(is)) => {
            let mut found = Found::default();
            results = between(was, is, &mut found);
            found.amended(amended);
            found
        }
        _ => Found::there_or_not(amended, is.is_some()),
    };
    if !found.finish() {
        return None;
    }
    let code = &shown.code;
    let in_english = shown.name_en.as_deref().unwrap_or(&shown.name);
    let (vi, en) = found
        .sentences((&format!("Chỉ tiêu {code}"), &format!("Indicator {code}")), (&shown.name, in_english));
    Some(ChangedIndicator {
        code: code.clone(),
        name: shown.name.clone(),
        kinds: found.kinds,
        causes: found.causes,
        results,
        from: was.map(then),
        to: is.map(then),
        vi,
        en,
    })
}

fn then(of: &AssessedIndicator) -> IndicatorThen {
    IndicatorThen {
        standing: of.standing,
        reason: of.reason,
        milestone: of.milestone,
        verdict: of.comparison.verdict.as_str().to_owned(),
        target: of.target.as_ref().map(|target| target.text.clone()),
        observation: of.observation.as_ref().map(|of| ObservationThen {
            date: of.date,
            status: of.status,
            value: of.value,
            present: of.present,
            judgement: of.judgement,
        }),
    }
}

/// What changed in an indicator that is there on both days; the verdicts to show.
fn between(was: &AssessedIndicator, is: &AssessedIndicator, found: &mut Found<'_>) -> Vec<ChangedResult> {
    let (before, now) = (verdicts(was), verdicts(is));
    let (year_then, year_now) = (deciding(was), deciding(is));
    let mut results = Vec::new();
    let mut of_deciding = false;
    for (&year, &(from, was_past)) in before.iter() {
        let Some(&(to, is_past)) = now.get(&year) else { continue };
        let (differs, has_passed) = (from.as_str() != to.as_str(), is_past && !was_past);
        let kind = match (from, to) {
            (_, Verdict::Met) if differs => ChangeKind::Met,
            (Verdict::Met, Verdict::NotMet) => ChangeKind::Lost,
            (_, Verdict::NotMet) if has_passed => ChangeKind::Missed,
            _ if differs => ChangeKind::Changed,
            _ => continue,
        };
        let clause = match kind {
            ChangeKind::Changed => Changed::Result(year, from, to),
            _ => Changed::Verdict(kind, year),
        };
        found.kind(kind, clause);
        found.cause(ChangeCause::Milestone, has_passed);
        of_deciding |= year_now == Some(year);
        results.push(ChangedResult { year, from: from.as_str().to_owned(), to: to.as_str().to_owned() });
    }
    if was.standing != is.standing && year_then != year_now {
        found.kind(ChangeKind::MilestoneMoved, Changed::Milestone(year_now, is.standing));
        found.causes.push(ChangeCause::Milestone);
    } else if was.standing != is.standing && !of_deciding {
        let kind = match place(was.standing).zip(place(is.standing)) {
            Some((from, to)) if to > from => ChangeKind::Better,
            Some(_) => ChangeKind::Worse,
            None => ChangeKind::Changed,
        };
        found.kind(kind, Changed::Standing(kind, was.standing, is.standing));
    }
    let figures = Figures::between((was, is), year_then == year_now);
    if figures.is_revised {
        found.kind(ChangeKind::Revised, Changed::Revised(revised(was, is)));
    }
    found.cause(ChangeCause::Revision, figures.is_revised || figures.has_revision);
    found.cause(ChangeCause::Figure, figures.has_figure);
    results
}

/// The verdict of each year that has one: those past, and that of the milestone that decides; whether it is past.
fn verdicts(of: &AssessedIndicator) -> Map<i32, (Verdict, bool)> {
    let mut verdicts: Map<i32, (Verdict, bool)> =
        of.passed.iter().map(|past| (past.year, (past.verdict, true))).collect();
    if let Some(year) = of.milestone {
        verdicts.insert(year, (of.comparison.verdict, false));
    }
    verdicts
}

/// The year that decides: the milestone ahead, else the last one past that asked.
fn deciding(of: &AssessedIndicator) -> Option<i32> {
    let asked = || {
        let asked = of.passed.iter().rfind(|past| past.verdict != Verdict::Undetermined(Reason::NoTarget));
        asked.filter(|_| of.target.is_some()).map(|past| past.year)
    };
    of.milestone.or_else(asked)
}

/// From the worst to the best; none of what is open.
fn place(standing: IndicatorStanding) -> Option<usize> {
    use IndicatorStanding::{Met, Missed, MovingAway, OffTrack, OnTrack, SlightlyBehind};
    [Missed, MovingAway, OffTrack, SlightlyBehind, OnTrack, Met].iter().position(|of| *of == standing)
}

/// What is seen of the figures.
#[derive(Default)]
struct Figures {
    is_revised: bool,
    /// That an older one is another or gone.
    has_revision: bool,
    has_figure: bool,
}

/// A figure's day, and what it says: its number in the target's unit, yes or no, a judgement.
type Newest = (NaiveDate, (Option<Fixed>, Option<bool>, Option<bool>));

impl Figures {
    fn between((was, is): (&AssessedIndicator, &AssessedIndicator), is_same_milestone: bool) -> Figures {
        let mut figures = Figures::default();
        let is_stage = is.kind == MeasureKind::PerStage && !is_same_milestone;
        if !is_stage && measure(was) == measure(is) {
            let now: Map<&str, Option<Newest>> = newest(is).into_iter().collect();
            for (scope, before) in newest(was) {
                let Some(now) = now.get(scope) else { continue };
                figures.pair(before, *now);
            }
            figures.series(was, is);
        } else {
            figures.has_figure = is.observation.is_some() && was.observation.is_none();
        }
        let past: Map<i32, &crate::progress::PassedMilestone> =
            was.passed.iter().map(|past| (past.year, past)).collect();
        let last = was.observation.as_ref().map(|of| of.id.as_str());
        for now in &is.passed {
            match past.get(&now.year) {
                Some(before) => {
                    let has_other_value = before.value.is_some() && before.value != now.value;
                    let is_other_record = before.value.or(now.value).is_none()
                        && before.observation.is_some()
                        && before.observation != now.observation
                        && before.verdict != now.verdict;
                    figures.is_revised |= has_other_value || is_other_record;
                    figures.has_figure |= before.observation.is_none() && now.observation.is_some();
                }
                // Of a year past since, what settled it may be newer than what was known.
                None if was.milestone == Some(now.year) => {
                    let is_new = |id: &str| Some(id) != last && was.series.iter().all(|point| point.id != id);
                    figures.has_figure |= now.observation.as_deref().is_some_and(is_new);
                }
                None => {}
            }
        }
        figures
    }

    fn pair(&mut self, was: Option<Newest>, is: Option<Newest>) {
        match (was, is) {
            (None, None) => {}
            (None, Some(_)) => self.has_figure = true,
            (Some(_), None) => self.is_revised = true,
            (Some((before, said)), Some((now, says))) => {
                self.has_figure |= now > before;
                self.is_revised |= now < before || now == before && said != says;
            }
        }
    }

    /// Older figures count as causes.
    fn series(&mut self, was: &AssessedIndicator, is: &AssessedIndicator) {
        let before: Map<NaiveDate, Fixed> =
            was.series.iter().map(|point| (point.date, point.value)).collect();
        let now: Map<NaiveDate, Fixed> = is.series.iter().map(|point| (point.date, point.value)).collect();
        self.has_figure |= is.series.iter().any(|point| !before.contains_key(&point.date));
        self.has_revision |= was.series.iter().any(|point| match now.get(&point.date) {
            Some(value) => *value != point.value,
            None => point.status != ObservationStatus::Estimate,
        });
    }
}

/// What the deciding target measures.
fn measure(of: &AssessedIndicator) -> Option<(bool, Option<&str>, Option<&str>)> {
    let target = of.target.as_deref()?;
    let number = target.deciding();
    let of = number.unwrap_or(target);
    Some((number.is_some(), of.unit.as_ref().map(crate::unit::Unit::as_str), of.qualifier.as_deref()))
}

/// The newest figure; of several scopes that of each.
fn newest(of: &AssessedIndicator) -> Vec<(&str, Option<Newest>)> {
    if of.parts.is_empty() {
        let newest = of.observation.as_ref().map(|newest| {
            let point = of.series.last().filter(|point| point.id == newest.id);
            let value = point.map(|point| point.value).or(newest.value);
            (newest.date, (value, newest.present, newest.judgement))
        });
        return vec![("", newest)];
    }
    let of_part = |why: &crate::why::Why| {
        let day = why.dates.iter().find(|date| date.name == "measured")?.value;
        let value = why.numbers.iter().find(|number| number.name == "value").map(|number| number.value);
        Some((day, (value, None, None)))
    };
    of.parts.iter().map(|part| (&*part.scope, of_part(&part.why))).collect()
}

/// What the newest figure was and is, where it is a number of the same day.
fn revised(was: &AssessedIndicator, is: &AssessedIndicator) -> Option<(NaiveDate, [String; 2], [String; 2])> {
    let unit = is.target.as_deref().and_then(MilestoneTarget::deciding)?.unit.as_ref();
    let one = |of: &AssessedIndicator| match newest(of).as_slice() {
        [("", Some((day, (Some(value), None, None))))] => Some((*day, *value)),
        _ => None,
    };
    let ((day, from), (now, to)) = one(was).zip(one(is))?;
    let said = |value| [Lang::Vi, Lang::En].map(|lang| with_unit(value, unit, lang));
    (day == now && from != to).then(|| (day, said(from), said(to)))
}
