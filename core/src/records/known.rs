//! What is known: of all records those that were recorded by a day, that nobody has withdrawn, and that hold.
//!
//! | of records with one key | key |
//! |---|---|
//! | observation | indicator, date, unit, qualifier, area, group, reporting unit; then without the reporting unit |
//! | task update | task, lead, item, period, date |
//! | submission | rule, period, agency, date |
//! | trigger | task, issuer |
//! | outside date | task |
//! | extension | task, lead, date |
//! | exemption | agency, period, rule; or task, agency |
//!
//! Of observations the firmer holds, then the later recorded, then the greater id; of all others the later recorded, then the
//! greater id. Amendments have no key: each stands, in the order of their dates, then as they were recorded.
//!
//! What the records say is not looked at: texts of keys are compared as they are written, and whether an item is in the plan
//! is for those to say who have the plan. So is whether an estimate gives way to a firmer figure of a later day, since that
//! figure must be no part of a year.
//!
//! **A retraction** withdraws from the day it was recorded, so one recorded after `today` does not yet. It is itself withdrawn by
//! one recorded on its day or later; where several of one day withdraw each other in a ring, none of the ring is withdrawn
//! by another of it. One that withdraws an id nobody has is a finding; one whose record is known later only is such until then.
//!
//! **Sources differ** where reporting units gave, of one date and measure, figures that are not the same.

use chrono::{Datelike, NaiveDate};
use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use super::{
    Amendment, Exemption, Extension, Observation, OutsideDate, Record, Records, Retraction, Submission,
    TaskUpdate, Trigger,
};
use crate::codes::{FindingCode, ItemKind, ObservationStatus};
use crate::finding::{Finding, Place, Statement};
use crate::json::Keys;
use crate::sorted;

/// The records that count on a day, each kind in an order that does not depend on that in which they were given.
#[derive(Debug)]
pub(crate) struct Known<'r> {
    /// By indicator, then date; of one key the one that holds.
    pub(crate) observations: Vec<&'r Observation>,
    /// The indicators, in order, of which an observation of a later day was left out; each once.
    pub(crate) future: Vec<&'r str>,
    /// By task, then date, then as they were recorded.
    pub(crate) updates: Vec<&'r TaskUpdate>,
    /// By date, then as they were recorded.
    pub(crate) submissions: Vec<&'r Submission>,
    /// By task, then as they were recorded.
    pub(crate) triggers: Vec<&'r Trigger>,
    /// By task.
    pub(crate) outside_dates: Vec<&'r OutsideDate>,
    /// By task, then date, then as they were recorded. Some may be in force later only.
    pub(crate) extensions: Vec<&'r Extension>,
    /// By date, then as they were recorded.
    pub(crate) exemptions: Vec<&'r Exemption>,
    /// By date, then as they were recorded. Some may be in force later only.
    pub(crate) amendments: Vec<&'r Amendment>,
    /// Every record that is known and not withdrawn, as they were given.
    all: Vec<&'r Record>,
    /// The ids of records of which something is to be said, each list in order.
    noted: Vec<(FindingCode, Vec<&'r str>)>,
}

impl<'r> Known<'r> {
    /// What is known of records on a day: of those recorded by `known_by`, where it is given.
    pub(crate) fn of(records: &'r Records, today: NaiveDate, known_by: Option<NaiveDate>) -> Known<'r> {
        let known = records.records.iter().filter(|of| known_by.is_none_or(|day| of.recorded() <= day));
        let mut all: Vec<&Record> = known.collect();
        let mut noted = Noted::default();
        withdraw(&mut all, today, &mut noted);
        let mut of = Known {
            observations: Vec::new(),
            future: Vec::new(),
            updates: Vec::new(),
            submissions: Vec::new(),
            triggers: Vec::new(),
            outside_dates: Vec::new(),
            extensions: Vec::new(),
            exemptions: Vec::new(),
            amendments: Vec::new(),
            all: Vec::new(),
            noted: Vec::new(),
        };
        for record in &all {
            of.take(record, today, &mut noted);
        }
        of.all = all;
        of.hold(&mut noted);
        sorted::sort(&mut of.future);
        of.future.dedup();
        of.noted = noted.into_lists();
        of
    }

    /// Puts a record among those of its kind, but for one of a day to come.
    fn take(&mut self, record: &'r Record, today: NaiveDate, noted: &mut Noted<'r>) {
        let mut has_come = |date: NaiveDate, id: &'r str| {
            if date > today {
                noted.future.push(id);
            }
            date <= today
        };
        match record {
            Record::Observation(of) => {
                if of.status != ObservationStatus::Estimate && of.recorded < of.date {
                    noted.early.push(&of.id);
                }
                let is_estimate = of.status == ObservationStatus::Estimate && of.date.year() == today.year();
                if of.date <= today || is_estimate {
                    self.observations.push(of);
                } else {
                    self.future.push(&of.indicator);
                }
            }
            Record::TaskUpdate(of) if has_come(of.date, &of.id) => self.updates.push(of),
            Record::Submission(of) if has_come(of.date, &of.id) => self.submissions.push(of),
            Record::Trigger(of) if has_come(of.date, &of.id) => self.triggers.push(of),
            Record::Exemption(of) if has_come(of.date, &of.id) => self.exemptions.push(of),
            Record::OutsideDate(of) => self.outside_dates.push(of),
            Record::Extension(of) => self.extensions.push(of),
            Record::Amendment(of) => self.amendments.push(of),
            _ => {}
        }
    }

    /// Keeps of each key the record that holds, in order.
    fn hold(&mut self, noted: &mut Noted<'r>) {
        hold_observations(&mut self.observations, noted);
        keep_last(
            &mut self.updates,
            |of| (of.task, of.date, of.lead.as_deref(), of.item, of.period.as_deref()),
            |of| (of.recorded, of.id.as_str()),
        );
        sorted::sort_by_key(&mut self.updates, |of| (of.task, of.date, of.recorded, of.id.as_str()));
        keep_last(
            &mut self.submissions,
            |of| (of.rule.as_str(), of.period.as_str(), of.agency.as_str(), of.date),
            |of| (of.recorded, of.id.as_str()),
        );
        sorted::sort_by_key(&mut self.submissions, |of| (of.date, of.recorded, of.id.as_str()));
        keep_last(
            &mut self.triggers,
            |of| (of.task, of.issuer.as_deref()),
            |of| (of.recorded, of.id.as_str()),
        );
        sorted::sort_by_key(&mut self.triggers, |of| (of.task, of.recorded, of.id.as_str()));
        keep_last(&mut self.outside_dates, |of| of.task, |of| (of.recorded, of.id.as_str()));
        keep_last(
            &mut self.extensions,
            |of| (of.task, of.date, of.lead.as_deref()),
            |of| (of.recorded, of.id.as_str()),
        );
        sorted::sort_by_key(&mut self.extensions, |of| (of.task, of.date, of.recorded, of.id.as_str()));
        keep_last(
            &mut self.exemptions,
            |of| (of.task, of.agency.as_deref(), of.period.as_deref(), of.rule.as_deref()),
            |of| (of.recorded, of.id.as_str()),
        );
        sorted::sort_by_key(&mut self.exemptions, |of| (of.date, of.recorded, of.id.as_str()));
        sorted::sort_by_key(&mut self.amendments, |of| (of.date, of.recorded, of.id.as_str()));
    }

    /// Every record that is known and not withdrawn, by id.
    pub(crate) fn used(&self) -> Vec<&'r Record> {
        let begin = self.all.first().map_or("", |first| first.id()).as_bytes();
        let alike = |id: &str| id.bytes().zip(begin).take_while(|(a, b)| a == *b).count();
        let alike = self.all.iter().map(|of| alike(of.id())).min().unwrap_or(0);
        // The eight bytes behind what all ids begin with nearly always tell two apart.
        let told = |id: &str| {
            id.bytes()
                .skip(alike)
                .chain([0; 8])
                .take(8)
                .fold(0_u64, |told, byte| (told << 8) | u64::from(byte))
        };
        let mut used: Vec<(u64, &Record)> = self.all.iter().map(|of| (told(of.id()), *of)).collect();
        sorted::sort_in_place(&mut used, |(a, one), (b, other)| {
            a.cmp(&b).then_with(|| one.id().cmp(other.id()))
        });
        used.into_iter().map(|(_, of)| of).collect()
    }

    /// What is to be said of the records, by code.
    pub(crate) fn findings(&self, plan: &str) -> Vec<Finding> {
        let plan: Arc<str> = plan.into();
        let findings = self.noted.iter().map(|(code, ids)| Finding::of_records(*code, &plan, ids));
        findings.collect()
    }
}

impl Finding {
    /// What holds of several records alike.
    pub(crate) fn of_records(code: FindingCode, plan: &Arc<str>, ids: &[&str]) -> Finding {
        let statement = match code {
            FindingCode::FutureRecord => Statement::FutureRecord,
            FindingCode::RetractsNothing => Statement::RetractsNothing,
            FindingCode::RecordedBeforeDate => Statement::RecordedBeforeDate,
            FindingCode::SourcesDiffer => Statement::SourcesDiffer,
            _ => Statement::UnmatchedRecord,
        };
        let places = ids.iter().map(|id| Place::new(plan, ItemKind::Record, *id)).collect();
        Finding::new(code, places, statement)
    }
}

/// The ids of records of which something is to be said.
#[derive(Default)]
struct Noted<'r> {
    early: Vec<&'r str>,
    future: Vec<&'r str>,
    nothing: Vec<&'r str>,
    differ: Vec<&'r str>,
}

impl<'r> Noted<'r> {
    fn into_lists(self) -> Vec<(FindingCode, Vec<&'r str>)> {
        let lists = [
            (FindingCode::FutureRecord, self.future),
            (FindingCode::RecordedBeforeDate, self.early),
            (FindingCode::RetractsNothing, self.nothing),
            (FindingCode::SourcesDiffer, self.differ),
        ];
        let mut lists: Vec<(FindingCode, Vec<&str>)> =
            lists.into_iter().filter(|(_, ids)| !ids.is_empty()).collect();
        for (_, ids) in &mut lists {
            sorted::sort_in_place(ids, Ord::cmp);
        }
        lists
    }
}

/// Leaves out the records that are withdrawn.
fn withdraw<'r>(all: &mut Vec<&'r Record>, today: NaiveDate, noted: &mut Noted<'r>) {
    let mut retractions: Vec<&'r Retraction> = Vec::new();
    for record in all.iter() {
        match record {
            Record::Retraction(of) if of.recorded <= today => retractions.push(of),
            _ => {}
        }
    }
    if retractions.is_empty() {
        return;
    }
    sorted::sort_by(&mut retractions, |a, b| a.id.cmp(&b.id));
    let (withdrawn, standing) =
        (withdrawn(&retractions), |id: &str| retractions.binary_search_by(|of| of.id.as_str().cmp(id)).ok());
    // The ids that are withdrawn by a retraction that stands.
    let mut targets: Vec<(&str, bool)> = Vec::new();
    for (of, is_withdrawn) in retractions.iter().zip(&withdrawn) {
        if !is_withdrawn {
            targets.push((&of.withdraws, false));
        }
    }
    sorted::sort_in_place(&mut targets, |a, b| a.cmp(&b));
    targets.dedup();
    all.retain(|record| {
        if let Some(at) = standing(record.id()) {
            mark(&mut targets, record.id());
            return !withdrawn.get(at).copied().unwrap_or(false);
        }
        !mark(&mut targets, record.id())
    });
    let missed = retractions.iter().zip(&withdrawn).filter(|(of, is_withdrawn)| {
        let at = targets.binary_search_by(|(id, _)| (*id).cmp(&of.withdraws));
        let is_met = at.ok().and_then(|at| targets.get(at)).is_some_and(|(_, is_met)| *is_met);
        !**is_withdrawn && !is_met
    });
    noted.nothing.extend(missed.map(|(of, _)| of.id.as_str()));
}

/// Whether an id is to be withdrawn; where it is, that it was met.
fn mark(targets: &mut [(&str, bool)], id: &str) -> bool {
    let found = targets.binary_search_by(|(target, _)| (*target).cmp(id)).ok();
    let Some((_, is_met)) = found.and_then(|at| targets.get_mut(at)) else { return false };
    *is_met = true;
    true
}

/// Which retractions, in the order of their ids, are withdrawn themselves. Each withdraws one, so from one to the next there is
/// one way: from those that none withdraws it is followed to its end, or into a ring.
fn withdrawn(retractions: &[&Retraction]) -> Vec<bool> {
    let ids =
        Keys::new(0..retractions.len(), |at: usize| retractions.get(at).map_or("", |of| of.id.as_str()));
    let next: Vec<Option<usize>> = retractions
        .iter()
        .map(|of| {
            let at = ids.find(&of.withdraws.as_str())?;
            retractions.get(at).filter(|withdrawn| withdrawn.recorded <= of.recorded).map(|_| at)
        })
        .collect();
    let mut before = vec![0_usize; retractions.len()];
    for at in next.iter().flatten() {
        before.get_mut(*at).into_iter().for_each(|count| *count += 1);
    }
    let mut withdrawn = vec![false; retractions.len()];
    let mut open: Vec<usize> =
        before.iter().enumerate().filter(|(_, count)| **count == 0).map(|(at, _)| at).collect();
    while let Some(at) = open.pop() {
        let is_withdrawn = withdrawn.get(at).copied().unwrap_or(false);
        let Some(next) = next.get(at).copied().flatten() else { continue };
        if !is_withdrawn {
            withdrawn.get_mut(next).into_iter().for_each(|own| *own = true);
        }
        if let Some(count) = before.get_mut(next) {
            *count -= 1;
            if *count == 0 {
                open.push(next);
            }
        }
    }
    withdrawn
}

/// Keeps of the records with one key the one that comes last, in the order of their keys.
fn keep_last<'r, T, K: Ord, L: Ord>(
    records: &mut Vec<&'r T>,
    key: impl Fn(&'r T) -> K,
    last: impl Fn(&'r T) -> L,
) {
    sorted::sort_by(records, |a, b| {
        key(a).cmp(&key(b)).then_with(|| Reverse(last(a)).cmp(&Reverse(last(b))))
    });
    records.dedup_by(|again, first| key(again) == key(first));
}

/// What an observation measures beside its indicator and date, but for who reported it.
fn measure(of: &Observation) -> (Option<&str>, Option<&str>, Option<&str>, Option<&str>) {
    let unit = of.unit.as_ref().map(crate::unit::Unit::as_str);
    (unit, of.qualifier.as_deref(), of.area.as_deref(), of.group.as_deref())
}

/// Keeps of observations of one date and measure the one that holds, by indicator and date.
fn hold_observations<'r>(observations: &mut Vec<&'r Observation>, noted: &mut Noted<'r>) {
    sort_by_indicator(observations);
    let mut held = Vec::with_capacity(observations.len());
    for of_day in observations.chunk_by_mut(|a, b| a.date == b.date && a.indicator == b.indicator) {
        if let [one] = of_day {
            held.push(*one);
            continue;
        }
        sorted::sort_by(of_day, |a, b| measure(a).cmp(&measure(b)).then_with(|| firmer(a, b)));
        for of_measure in of_day.chunk_by(|a, b| measure(a) == measure(b)) {
            let Some(first) = of_measure.first() else { continue };
            held.push(*first);
            noted.differ.extend(differing(of_measure));
        }
    }
    *observations = held;
}

/// The firmer first, then the later recorded, then the greater id.
fn firmer(a: &Observation, b: &Observation) -> Ordering {
    (b.status, b.recorded, &b.id).cmp(&(a.status, a.recorded, &a.id))
}

/// Of what reporting units said of one date and measure, the firmer first: the ids of those that hold of each unit, where not
/// all say the same.
fn differing<'r>(of_measure: &[&'r Observation]) -> Vec<&'r str> {
    let mut of_units: Vec<&Observation> = of_measure.to_vec();
    sorted::sort_by(&mut of_units, |a, b| a.reporting_unit.cmp(&b.reporting_unit).then_with(|| firmer(a, b)));
    of_units.dedup_by(|again, first| again.reporting_unit == first.reporting_unit);
    let says = |of: &Observation| (of.value, of.numerator, of.denominator, of.present, of.judgement);
    let are_same = of_units.iter().zip(of_units.iter().skip(1)).all(|(a, b)| says(a) == says(b));
    if are_same { Vec::new() } else { of_units.iter().map(|of| of.id.as_str()).collect() }
}

/// Sorts observations by indicator and date. Numbers are compared, not texts: each indicator gets one, once.
fn sort_by_indicator(observations: &mut Vec<&Observation>) {
    let is_before = |a: &&Observation, b: &&Observation| (&a.indicator, a.date) <= (&b.indicator, b.date);
    if observations.is_sorted_by(is_before) {
        return;
    }
    let Some((of_each, names)) = numbered(observations) else {
        sorted::sort_by(observations, |a, b| (&a.indicator, a.date).cmp(&(&b.indicator, b.date)));
        return;
    };
    // From numbers by first appearance to those by name.
    let mut ranks: Vec<u32> = (0..).take(names.len()).collect();
    sorted::sort_in_place(&mut ranks, |a, b| names.get(a as usize).cmp(&names.get(b as usize)));
    let mut places: Vec<u32> = vec![0; names.len()];
    for (rank, at) in (0..).zip(&ranks) {
        places.get_mut(*at as usize).into_iter().for_each(|place| *place = rank);
    }
    let mut keys: Vec<(u32, i32, u32)> = (0..)
        .zip(observations.iter().zip(&of_each))
        .map(|(at, (of, number))| {
            let rank = places.get(*number as usize).copied().unwrap_or(0);
            (rank, of.date.num_days_from_ce(), at)
        })
        .collect();
    sorted::sort_in_place(&mut keys, |a, b| a.cmp(&b));
    *observations = keys.iter().filter_map(|(_, _, at)| observations.get(*at as usize).copied()).collect();
}

/// The number of each observation's indicator, by first appearance, and their names; none where the names were chosen so that
/// they fall on one place of the table.
fn numbered<'r>(observations: &[&'r Observation]) -> Option<(Vec<u32>, Vec<&'r str>)> {
    const FREE: u32 = u32::MAX;
    const STEPS: usize = 128;
    fn hash(text: &str) -> usize {
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        // Short names differ in the low bits alone: these go into the high ones.
        usize::try_from(hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32).unwrap_or(0)
    }
    /// The place of a name in the table, or the free one where it belongs.
    fn find(table: &[u32], names: &[&str], name: &str) -> Option<usize> {
        let (first, last) = (hash(name), table.len().saturating_sub(1));
        (0..STEPS).map(|step| (first + step) & last).find(|at| {
            let number = table.get(*at).copied().unwrap_or(FREE);
            number == FREE || names.get(number as usize) == Some(&name)
        })
    }
    let (mut table, mut names, mut of_each) = (vec![FREE; 64], Vec::new(), Vec::new());
    for of in observations {
        // A table is never more than half full.
        if 2 * names.len() >= table.len() {
            table = vec![FREE; 4 * table.len()];
            for (number, name) in (0..).zip(&names) {
                let at = find(&table, &names, name)?;
                *table.get_mut(at)? = number;
            }
        }
        let at = find(&table, &names, &of.indicator)?;
        let slot = table.get_mut(at)?;
        if *slot == FREE {
            *slot = u32::try_from(names.len()).ok()?;
            names.push(of.indicator.as_str());
        }
        of_each.push(*slot);
    }
    Some((of_each, names))
}
