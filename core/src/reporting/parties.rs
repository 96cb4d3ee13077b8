//! Whom rules concern: who reports, to whom, and to whom that goes on.

use std::sync::Arc;

use super::units::{ReportingUnit, ids};
use crate::agencies::{NamedAgency, Registry};
use crate::codes::{AgencyKind, Cycle};
use crate::regime::Rule;
use crate::sorted::{self, Map, Set};

/// Whom the rules of a regime concern, by the bodies' ids in the registry.
pub(super) struct Parties<'r> {
    rules: &'r [Rule],
    /// The bodies of each cell, in order of their ids and each once, and whether it names nothing else. Rules repeat their
    /// words: each cell is split once.
    cells: Vec<(Vec<String>, bool)>,
    /// For each rule the places of its two cells: who reports, and to whom.
    of: Vec<(usize, usize)>,
}

/// The rules that name a body as the one who reports, by their cycle and that body.
type Reporters<'p> = Map<(Cycle, &'p str), Vec<usize>>;

impl<'r> Parties<'r> {
    pub(super) fn of(rules: &'r [Rule], registry: &Registry) -> Parties<'r> {
        let mut places: Map<&str, usize> = Map::new();
        let mut cells = Vec::new();
        let mut place = |cell: &'r str| {
            *places.or_insert_with(cell, || {
                cells.push(bodies(cell, registry));
                cells.len().saturating_sub(1)
            })
        };
        let of = rules.iter().map(|rule| (place(&rule.reporters), place(&rule.recipient))).collect();
        Parties { rules, cells, of }
    }

    /// The bodies a rule names as those who report; none where it binds a group.
    fn only(&self, rule: usize) -> Option<&[String]> {
        let (bodies, names_bodies_only) = self.cells.get(self.of.get(rule)?.0)?;
        names_bodies_only.then_some(bodies)
    }

    /// The bodies its reports go to.
    fn recipients(&self, rule: usize) -> &[String] {
        let cell = self.of.get(rule).and_then(|(_, recipient)| self.cells.get(*recipient));
        cell.map_or(&[], |(bodies, _)| bodies)
    }

    fn reporters(&self) -> Reporters<'_> {
        let mut reporters = Reporters::new();
        for (at, rule) in self.rules.iter().enumerate() {
            for body in self.only(at).unwrap_or(&[]) {
                reporters.or_default((rule.cycle, body)).push(at);
            }
        }
        reporters
    }

    /// The rules of a cycle under which the recipients of another's reports go on, in order: they name one of these as the
    /// one who reports, to somebody else.
    fn following(&self, rule: usize, cycle: Cycle, reporters: &Reporters<'_>) -> Set<usize> {
        let receives = self.recipients(rule);
        let naming = receives.iter().filter_map(|body| reporters.get(&(cycle, body.as_str()))).flatten();
        let goes_on = |next: &&usize| {
            let further = self.recipients(**next);
            further.is_empty() || !further.iter().all(|body| receives.binary_search(body).is_ok())
        };
        naming.filter(goes_on).copied().collect()
    }

    /// Whom each rule concerns, of the bodies given.
    pub(super) fn concern(&self, units: &[ReportingUnit]) -> Vec<Concerned> {
        let (reporters, ids) = (self.reporters(), ids(units));
        let places = |bodies: &mut dyn Iterator<Item = &str>| {
            let places: Set<u32> = bodies.filter_map(|id| ids.get(id).copied()).collect();
            places.into_sorted()
        };
        // Rules of one cycle and recipient go on alike.
        let mut above: Map<(Cycle, usize), Vec<u32>> = Map::new();
        let rules = self.rules.iter().zip(&self.of).enumerate();
        let concerned = rules.map(|(at, (rule, (_, recipient)))| {
            let own = self.recipients(at).iter().map(String::as_str);
            let only = self.only(at);
            let exempt = match only {
                Some(_) => places(&mut own.into_iter()).collect(),
                None => above
                    .or_insert_with((rule.cycle, *recipient), || {
                        let above = self.above(at, rule.cycle, &reporters);
                        places(&mut own.chain(above.into_sorted())).collect()
                    })
                    .clone(),
            };
            let only = only.map(|only| places(&mut only.iter().map(String::as_str)).map(Some).collect());
            Concerned { only, exempt, feeds: self.feeds(at, rule, &reporters) }
        });
        concerned.collect()
    }

    /// The bodies above the recipients of a report that binds a group: those it goes on to, and on from there.
    fn above(&self, rule: usize, cycle: Cycle, reporters: &Reporters<'_>) -> Set<&str> {
        let (mut above, mut tiers) = (Set::new(), vec![rule]);
        while let Some(below) = tiers.pop() {
            for next in self.following(below, cycle, reporters).into_sorted() {
                let before = above.len();
                above.extend(self.recipients(next).iter().map(String::as_str));
                if above.len() > before {
                    tiers.push(next);
                }
            }
        }
        above
    }

    /// To whom the recipient of a rule's reports reports in turn, in words: the recipients of the rules that follow it.
    fn feeds(&self, at: usize, rule: &Rule, reporters: &Reporters<'_>) -> Arc<[Arc<str>]> {
        let next = self.following(at, rule.cycle, reporters).into_sorted();
        let next = next.filter_map(|next| self.rules.get(next)).filter(|next| next.code != rule.code);
        let mut seen = Set::new();
        next.filter(|next| seen.insert(&next.recipient)).map(|next| next.recipient.as_str().into()).collect()
    }
}

/// The bodies a cell names, in order of their ids and each once, and whether it names nothing else.
fn bodies(cell: &str, registry: &Registry) -> (Vec<String>, bool) {
    let parts = registry.split_cell(cell).agencies;
    let is_body = |part: &NamedAgency| part.kind == AgencyKind::Agency;
    let names_bodies_only = !parts.is_empty() && parts.iter().all(is_body);
    let mut bodies: Vec<String> = parts.into_iter().filter(is_body).filter_map(|part| part.id).collect();
    sorted::sort(&mut bodies);
    bodies.dedup();
    (bodies, names_bodies_only)
}

/// The bodies a rule concerns, by their places among those given, in order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Concerned {
    /// Those it binds, where it does not bind all.
    pub(super) only: Option<Vec<Option<u32>>>,
    /// Those that need not send its reports: those it goes to and, where it binds a group, those these report to in turn.
    pub(super) exempt: Vec<u32>,
    /// To whom the recipient reports in turn, as written.
    pub(super) feeds: Arc<[Arc<str>]>,
}
