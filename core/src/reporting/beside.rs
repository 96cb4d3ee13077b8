//! Reports written for one day name each other: which, for each body.

use std::sync::Arc;

use super::building::Owed;
use super::obligation::ReportId;
use super::obligations::Whole;
use crate::sorted::{self, Map};

/// The reports of one day, by whom they bind.
pub(super) struct Beside<'a> {
    day: &'a [Owed],
    /// The places of those that bind every body.
    common: Vec<usize>,
    /// For each body the places of those that bind some bodies only, it among them.
    own: Map<u32, Vec<usize>>,
}

impl<'a> Beside<'a> {
    pub(super) fn of(all: &Whole, day: &'a [Owed]) -> Beside<'a> {
        let mut beside = Beside { day, common: Vec::new(), own: Map::new() };
        if day.len() < 2 {
            return beside;
        }
        // A report without a date is written for no day.
        for (at, owed) in day.iter().enumerate().filter(|(_, owed)| owed.dated.is_some()) {
            match all.only(owed) {
                None => beside.common.push(at),
                Some(only) => {
                    for unit in only.iter().flatten() {
                        beside.own.or_default(*unit).push(at);
                    }
                }
            }
        }
        beside
    }

    /// The others that every body owes.
    pub(super) fn common(&self, at: usize) -> Arc<[ReportId]> {
        self.ids(self.common.iter().copied(), at)
    }

    /// The others that a body owes, where it owes any that not every body does.
    pub(super) fn own(&self, at: usize, unit: u32) -> Option<Arc<[ReportId]>> {
        let own = self.own.get(&unit).filter(|own| own.iter().any(|other| *other != at))?;
        let mut all: Vec<usize> = self.common.iter().chain(own).copied().collect();
        sorted::sort(&mut all);
        Some(self.ids(all.into_iter(), at))
    }

    fn ids(&self, places: impl Iterator<Item = usize>, at: usize) -> Arc<[ReportId]> {
        let is_dated = self.day.get(at).is_some_and(|owed| owed.dated.is_some());
        let others = places.filter(|other| is_dated && *other != at);
        others.filter_map(|other| self.day.get(other)).map(|owed| owed.id.clone()).collect()
    }
}
