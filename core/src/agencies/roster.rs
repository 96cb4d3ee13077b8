//! Groups replaced by the bodies that a caller's roster gives for them.

use super::registry::{Named, Whom};
use super::{AgencyCell, NamedAgency, Registry, Roster};
use crate::codes::AgencyKind;
use crate::sorted::{Map, Set};
use crate::text::{match_key, work};

impl Registry {
    /// The cell's groups replaced by the bodies a caller's roster gives for them; a group that is not on the roster
    /// stays one group.
    ///
    /// A body comes once, and as the cell names it where it does; one the registry does not know comes as an unknown
    /// agency under the roster's words.
    ///
    /// ```
    /// use tiendo::{AgencyKind, Registry, Roster};
    /// let registry = Registry::builtin();
    /// let cell = registry.split("Các sở, ban, ngành")?;
    /// let bodies = ["so-nv", "Sở Tài chính", "Sở Phép thuật"].map(str::to_owned).to_vec();
    /// let roster = [Roster { group: "cac-so-ban-nganh".to_owned(), agencies: bodies }];
    /// let expanded = registry.expand(&cell, &roster);
    /// let names: Vec<_> = expanded.iter().map(|agency| &*agency.name).collect();
    /// assert_eq!(names, ["Sở Nội vụ", "Sở Tài chính", "Sở Phép thuật"]);
    /// assert_eq!(expanded[2].kind, AgencyKind::Unknown);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn expand(&self, cell: &AgencyCell, roster: &[Roster]) -> Vec<NamedAgency> {
        let mut known: Map<Whom, Vec<&str>> = Map::new();
        for group in roster {
            let agencies = group.agencies.iter().map(String::as_str);
            known.or_default(self.whom(&group.group)).extend(agencies);
        }
        let whom = |part: &NamedAgency| match part.id.as_ref().and_then(|id| self.ids.get(id)) {
            Some(named) => Ok(*named),
            None => Err(match_key(&part.name)),
        };
        let on_roster = |part: &NamedAgency| match part.kind {
            AgencyKind::Group => known.get(&whom(part)),
            _ => None,
        };
        let mut seen: Set<Whom> =
            cell.agencies.iter().filter(|part| on_roster(part).is_none()).map(whom).collect();
        let mut expanded: Vec<NamedAgency> = Vec::new();
        let mut done: Set<Whom> = Set::new();
        for part in &cell.agencies {
            let Some(bodies) = on_roster(part) else {
                expanded.push(part.clone());
                continue;
            };
            // A group named again names nobody new.
            if !done.insert(whom(part)) {
                continue;
            }
            for body in bodies {
                work::step();
                let whom = self.whom(body);
                if seen.insert(whom.clone()) {
                    expanded.push(self.of_roster(body, whom, part));
                }
            }
        }
        expanded
    }

    /// A body of the roster in the place of its group.
    fn of_roster(&self, words: &str, whom: Whom, group: &NamedAgency) -> NamedAgency {
        let named = whom.ok();
        let (kind, name) = match named {
            Some(Named::Agency(at)) => (AgencyKind::Agency, self.shown(at).cloned()),
            Some(Named::Group(at)) => {
                (AgencyKind::Group, self.entries.groups.get(at).map(|group| group.name.as_str().into()))
            }
            None => (AgencyKind::Unknown, None),
        };
        NamedAgency {
            kind,
            id: named.and_then(|named| self.id(named)).map(str::to_owned),
            name: name.unwrap_or_else(|| words.trim().into()),
            ..group.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(cell: &str, roster: &[(&str, &[&str])]) -> Vec<(AgencyKind, Option<String>, String)> {
        let registry = Registry::builtin();
        let owned = |(group, agencies): &(&str, &[&str])| Roster {
            group: (*group).to_owned(),
            agencies: agencies.iter().map(|agency| (*agency).to_owned()).collect(),
        };
        let roster: Vec<Roster> = roster.iter().map(owned).collect();
        let parts = registry.expand(&registry.split_cell(cell), &roster).into_iter();
        parts.map(|part| (part.kind, part.id, part.name.to_string())).collect()
    }

    #[test]
    fn a_roster_loses_nobody_and_names_everybody_once() {
        let (agency, unknown) = (AgencyKind::Agency, AgencyKind::Unknown);
        let roster: &[(&str, &[&str])] = &[
            ("Các sở, ban, ngành", &["so-nv", "Sở Nội vụ", "Sở Lạ", "so-la", " sở lạ "]),
            ("cac-so-ban-nganh", &["so-tc", "so-yt"]),
        ];
        let part = |kind, id: &str, name: &str| {
            let id = Some(id.to_owned()).filter(|id| !id.is_empty());
            (kind, id, name.to_owned())
        };
        assert_eq!(
            expanded(
                "Các sở, ban, ngành; Sở Y tế (nhiệm vụ 1); các ngành, ban và sở; Các sở, ban và ngành",
                roster
            ),
            [
                part(agency, "so-nv", "Sở Nội vụ"),
                part(unknown, "", "Sở Lạ"),
                part(unknown, "", "so-la"),
                part(agency, "so-tc", "Sở Tài chính"),
                part(agency, "so-yt", "Sở Y tế"),
                part(AgencyKind::Group, "", "các ngành, ban và sở"),
            ]
        );
        // Words of a group that the registry does not have.
        assert_eq!(
            expanded("các ngành, ban và sở", &[("Các ngành, ban, sở", &["so-nv"])]),
            [part(AgencyKind::Group, "", "các ngành, ban và sở")]
        );
        assert_eq!(
            expanded("các ngành, ban và sở", &[("các ngành,  Ban và sở", &["so-nv"])]),
            [part(agency, "so-nv", "Sở Nội vụ")]
        );
    }

    #[test]
    fn twice_the_roster_is_twice_the_work() {
        let registry = Registry::builtin();
        // The names without diacritics are made once.
        assert_eq!(registry.find("Xã 0"), None);
        let work = |n: usize| {
            let cell = registry.split_cell(&"Các sở, ban, ngành; ".repeat(n));
            let agencies = (0..n).map(|at| format!("Xã {at}")).collect();
            let roster = [Roster { group: "cac-so-ban-nganh".to_owned(), agencies }];
            work::of(|| assert_eq!(registry.expand(&cell, &roster).len(), n))
        };
        assert!(work(2_000) * 10 <= work(1_000) * 22);
    }
}
