//! Rosters: which bodies a group is, for a caller.

use crate::agencies::{Registry, Roster};
use crate::codes::ErrorCode;
use crate::error::Error;
use crate::sorted::Map;
use crate::text::match_key;

/// The bodies of groups, however a group is named.
pub(super) struct Groups<'q> {
    /// The ids of the registry's groups by what they are called.
    ids: Map<String, &'q str>,
    /// The rosters by their group's id, else its words.
    rosters: Map<String, (usize, &'q Roster)>,
}

impl<'q> Groups<'q> {
    pub(super) fn of(rosters: &'q [Roster], registry: &'q Registry) -> Result<Groups<'q>, Error> {
        let mut groups = Groups { ids: Map::new(), rosters: Map::new() };
        if rosters.is_empty() {
            return Ok(groups);
        }
        for group in registry.groups() {
            let names = std::iter::once(&group.name).chain(&group.aliases).chain([&group.id]);
            groups.ids.extend(names.map(|name| (match_key(name), group.id.as_str())));
        }
        for (at, roster) in rosters.iter().enumerate() {
            let key = groups.key(&roster.group);
            if groups.rosters.insert(key, (at, roster)).is_some() {
                let expected = ("mỗi nhóm một lần", "a group that is given once");
                return Err(Error::new(ErrorCode::DuplicateCode, format!("roster[{at}].group"), expected));
            }
        }
        Ok(groups)
    }

    fn key(&self, group: &str) -> String {
        let key = match_key(group);
        self.ids.get(&key).map_or(key, |id| (*id).to_owned())
    }

    /// The roster of a group, and its place among them.
    pub(super) fn roster(&self, group: &str) -> Option<(usize, &'q Roster)> {
        if self.rosters.is_empty() { None } else { self.rosters.get(&self.key(group)).copied() }
    }
}
