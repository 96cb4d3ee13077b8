//! The bodies that report, and when they need not.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::building::NAME_CHARS;
use crate::agencies::{NamedAgency, Registry, Succession};
use crate::codes::{AgencyKind, ErrorCode, ExemptReason};
use crate::error::Error;
use crate::regime::Rule;
use crate::text::match_key;

/// A body that reports (*đơn vị báo cáo*), as the caller gave it and as the registry knows it.
///
/// ```
/// use tiendo::{Plan, Reporting};
/// let day = |text: &str| text.parse().unwrap();
/// let asked = Reporting { agencies: &["so-nv", "Xã Mẫu"], ..Reporting::default() };
/// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-01"), day("2025-07-01"), &asked)?;
/// let names: Vec<_> = june.reporting_units().iter().map(|unit| unit.name.as_str()).collect();
/// assert_eq!(names, ["Sở Nội vụ", "Xã Mẫu"]);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportingUnit {
    /// An id or a name, as the caller gave it: what results and submissions call it.
    pub agency: String,
    /// Its id in the registry; absent for a body the registry does not know.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// Its first day, where the registry knows it.
    pub begun: Option<NaiveDate>,
    /// The first day it no longer existed, where the registry knows it.
    pub ended: Option<NaiveDate>,
    /// The name of the body that took over, where there is a single one.
    pub successor: Option<String>,
}

/// That a body need not send a report, and why.
///
/// ```
/// use tiendo::{ExemptReason, Plan, Reporting};
/// let day = |text: &str| text.parse().unwrap();
/// let asked = Reporting { agencies: &["ubnd-tp-my-tho"], ..Reporting::default() };
/// let reports = Plan::builtin("tien-giang-69")?.obligations(day("2025-01-01"), day("2026-01-01"), &asked)?;
/// let exempt: Vec<_> = reports.iter().filter(|report| report.due.is_some()).map(|report| report.exempt).collect();
/// // Due on 31/5 it owed a report; on 14/11 it was no more.
/// assert_eq!(exempt[0], None);
/// assert_eq!(exempt[1].as_ref().unwrap().reason, ExemptReason::BodyEnded);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exempt {
    /// Why.
    pub reason: ExemptReason,
    /// The day the body began or ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The name of the body that took over, where there is a single one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// The recorded reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl ReportingUnit {
    /// The bodies a caller gives, by id, name or short name; those the registry does not know by their words.
    pub(super) fn all(agencies: &[&str], registry: &Registry) -> Result<Vec<ReportingUnit>, Error> {
        let ids: BTreeMap<&str, usize> =
            registry.agencies().iter().zip(0..).map(|(agency, at)| (agency.id.as_str(), at)).collect();
        let by_id = |id: &str| ids.get(id).and_then(|at| registry.agencies().get(*at));
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut units = Vec::with_capacity(agencies.len());
        for (at, given) in agencies.iter().enumerate() {
            let path = || format!("agencies[{at}]");
            if given.trim().is_empty() {
                return Err(Error::new(ErrorCode::BadOption, path(), "the id or name of a body"));
            }
            if given.len() > NAME_CHARS && given.chars().count() > NAME_CHARS {
                let expected = format!("a name of at most {NAME_CHARS} characters");
                return Err(Error::new(ErrorCode::CellTooLong, path(), expected));
            }
            let known = by_id(given).or_else(|| registry.find(given));
            let key = known.map_or_else(|| match_key(given), |agency| agency.id.clone());
            if seen.insert(key, at).is_some() {
                return Err(Error::new(ErrorCode::DuplicateCode, path(), "a body that is given once"));
            }
            let ended = known.and_then(|agency| agency.ended.as_ref()).map(|ended| ended.on);
            let successor =
                known.zip(ended).and_then(|(agency, on)| registry.succession(&agency.id, on).successor());
            units.push(ReportingUnit {
                agency: (*given).to_owned(),
                id: known.map(|agency| agency.id.clone()),
                name: known.map_or_else(|| (*given).to_owned(), |agency| agency.name.clone()),
                begun: known.and_then(|agency| agency.begun.as_ref()).map(|begun| begun.on),
                ended,
                successor: successor
                    .map(|id| by_id(&id).map_or_else(|| id.clone(), |agency| agency.name.clone())),
            });
        }
        Ok(units)
    }

    /// Why the body need not send a report that is due on a day.
    pub(super) fn exempt_on(&self, day: NaiveDate) -> Option<Exempt> {
        let (reason, date, successor) = match (self.begun, self.ended) {
            (_, Some(ended)) if ended <= day => (ExemptReason::BodyEnded, ended, self.successor.clone()),
            (Some(begun), _) if day < begun => (ExemptReason::BodyNotBegun, begun, None),
            _ => return None,
        };
        Some(Exempt { reason, date: Some(date), successor, text: None })
    }
}

impl Succession {
    fn successor(self) -> Option<String> {
        match self {
            Succession::Succeeded { successor } => Some(successor),
            Succession::Same | Succession::Orphaned => None,
        }
    }
}

/// Whom a rule concerns, by their ids in the registry.
#[derive(Clone)]
pub(super) struct Parties {
    /// The bodies it names; none where it binds a group.
    pub(super) only: Option<Vec<String>>,
    /// The bodies its reports go to.
    recipients: Vec<String>,
    /// The bodies that need not send it: those it goes to and, where it binds a group, those these report to in turn.
    exempt: Vec<String>,
}

impl Parties {
    /// Those of each rule. Rules repeat their words: each cell is split once.
    pub(super) fn all(rules: &[Rule], registry: &Registry) -> Vec<Parties> {
        let mut known: Vec<(&str, Vec<String>, bool)> = Vec::new();
        let mut all: Vec<Parties> = Vec::with_capacity(rules.len());
        for rule in rules {
            for cell in [rule.reporters.as_str(), &rule.recipient] {
                if !known.iter().any(|(other, _, _)| *other == cell) {
                    let (bodies, names_bodies_only) = bodies(cell, registry);
                    known.push((cell, bodies, names_bodies_only));
                }
            }
            let of = |cell: &str| known.iter().find(|(other, _, _)| *other == cell);
            let only = of(&rule.reporters).filter(|(_, _, only)| *only).map(|(_, bodies, _)| bodies.clone());
            let recipients = of(&rule.recipient).map(|(_, bodies, _)| bodies.clone()).unwrap_or_default();
            all.push(Parties { only, exempt: recipients.clone(), recipients });
        }
        let above: Vec<Vec<String>> =
            rules.iter().zip(&all).map(|(rule, own)| own.above(rule, rules, &all)).collect();
        for (parties, above) in all.iter_mut().zip(above) {
            parties.exempt.extend(above);
        }
        all
    }

    /// Whether these are the parties of the report that follows another: they name its recipient as the one who reports,
    /// to somebody else.
    pub(super) fn follow(&self, other: &Parties) -> bool {
        let receives = |body: &String| other.recipients.binary_search(body).is_ok();
        let names_it = self.only.iter().flatten().any(receives);
        let goes_on = self.recipients.is_empty() || !self.recipients.iter().all(receives);
        names_it && goes_on
    }

    /// The bodies above the recipients of a report that binds a group: those it goes on to, and on from there.
    fn above(&self, rule: &Rule, rules: &[Rule], all: &[Parties]) -> Vec<String> {
        let (mut above, mut tiers): (Vec<String>, Vec<&Parties>) = (Vec::new(), vec![self]);
        while let Some(below) = tiers.pop().filter(|_| self.only.is_none()) {
            let next = rules
                .iter()
                .zip(all)
                .filter(|(next, parties)| next.cycle == rule.cycle && parties.follow(below));
            for (_, parties) in next {
                let new: Vec<&String> =
                    parties.recipients.iter().filter(|body| !above.contains(body)).collect();
                if !new.is_empty() {
                    above.extend(new.into_iter().cloned());
                    tiers.push(parties);
                }
            }
        }
        above
    }
}

/// The bodies a cell names, in order of their ids and each once, and whether it names nothing else.
fn bodies(cell: &str, registry: &Registry) -> (Vec<String>, bool) {
    let parts = registry.split_cell(cell).agencies;
    let is_body = |part: &NamedAgency| part.kind == AgencyKind::Agency;
    let names_bodies_only = !parts.is_empty() && parts.iter().all(is_body);
    let mut bodies: Vec<String> = parts.into_iter().filter(is_body).filter_map(|part| part.id).collect();
    bodies.sort_unstable();
    bodies.dedup();
    (bodies, names_bodies_only)
}

/// The places of the bodies the registry knows, by their ids.
pub(super) fn ids(units: &[ReportingUnit]) -> BTreeMap<&str, usize> {
    units.iter().zip(0..).filter_map(|(unit, at)| Some((unit.id.as_deref()?, at))).collect()
}

/// The bodies a rule concerns, by their places among those given, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RuleUnits {
    /// Those it binds, where it does not bind all.
    pub(super) only: Option<Vec<Option<usize>>>,
    /// Those that need not send its reports, since these go to them.
    pub(super) exempt: Vec<usize>,
}

impl RuleUnits {
    pub(super) fn all(parties: &[Parties], units: &[ReportingUnit]) -> Vec<RuleUnits> {
        let ids = ids(units);
        let places = |bodies: &Vec<String>| {
            let mut places: Vec<usize> =
                bodies.iter().filter_map(|id| ids.get(id.as_str()).copied()).collect();
            places.sort_unstable();
            places.dedup();
            places
        };
        let of = |parties: &Parties| RuleUnits {
            only: parties.only.as_ref().map(|only| places(only).into_iter().map(Some).collect()),
            exempt: places(&parties.exempt),
        };
        parties.iter().map(of).collect()
    }
}
