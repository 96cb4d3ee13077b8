//! Who leads: the bodies of a cell as they are on a day, and which of them a record speaks of.

use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agencies::{AgencyCell, NamedAgency, Registry, Roster, Succession};
use crate::codes::AgencyKind;
use crate::progress::Body;
use crate::sorted::{Map, Set};
use crate::text::match_key;

/// A lead of a task.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub(super) body: Body,
    /// What names of it come to.
    key: Key,
    /// The group it stands in for, where a roster expanded one.
    group: Option<Key>,
    /// The items it is bound to; none for all.
    pub(super) items: Vec<u32>,
}

/// What the names of one body come to: its id on the day, or the words of a body nobody knows.
pub(crate) type Key = Rc<str>;

impl Lead {
    /// Whether a name that came to a key is this body's, or that of its group.
    pub(super) fn is(&self, key: &str) -> bool {
        *self.key == *key || self.group.as_deref() == Some(key)
    }
}

/// The bodies that cells and records name; each distinct cell and name is read once.
pub(crate) struct Bodies<'a> {
    registry: &'a Registry,
    roster: &'a [Roster],
    on: NaiveDate,
    cells: Map<String, Rc<[Lead]>>,
    names: Map<String, Key>,
    /// The names of groups that no roster expands.
    groups: Set<Arc<str>>,
}

impl<'a> Bodies<'a> {
    pub(crate) fn new(registry: &'a Registry, roster: &'a [Roster], on: NaiveDate) -> Bodies<'a> {
        Bodies { registry, roster, on, cells: Map::new(), names: Map::new(), groups: Set::new() }
    }

    /// What a name in a record comes to.
    pub(super) fn key(&mut self, name: &str) -> Key {
        if let Some(key) = self.names.get(name) {
            return Rc::clone(key);
        }
        let known = self.registry.by_id_or_name(name);
        let key: Key = match known {
            Some(agency) => self.today(&agency.id).into(),
            None => match &*self.registry.split_cell(name).agencies {
                [one] if one.id.is_some() => self.key_of(one),
                _ => match_key(name).into(),
            },
        };
        self.names.insert(name.to_owned(), Rc::clone(&key));
        key
    }

    /// The bodies of a cell, each once: those of a roster in the place of their group, successors in that of ended ones.
    pub(super) fn of(&mut self, cell: &str) -> Rc<[Lead]> {
        if let Some(leads) = self.cells.get(cell) {
            return Rc::clone(leads);
        }
        let split = self.registry.split_cell(cell);
        let mut leads: Vec<Lead> = Vec::new();
        let mut places: Map<Key, usize> = Map::new();
        for part in &split.agencies {
            let (members, group) = match part.kind {
                AgencyKind::Group => self.expanded(part),
                _ => (vec![part.clone()], None),
            };
            for member in &members {
                let key = self.key_of(member);
                let met = places.get(&key).copied();
                if let Some(own) = met.and_then(|at| leads.get_mut(at)) {
                    // Two names of one body are one part, bound to the items of both.
                    if own.items.is_empty() || part.items.is_empty() {
                        own.items.clear();
                    } else {
                        own.items.extend(part.items.iter().copied());
                        own.items.sort_unstable();
                        own.items.dedup();
                    }
                    continue;
                }
                places.insert(Rc::clone(&key), leads.len());
                let body = self.body(member, &key);
                if member.kind == AgencyKind::Group {
                    self.groups.insert(Arc::clone(&body.name));
                }
                leads.push(Lead { body, key, group: group.clone(), items: part.items.clone() });
            }
        }
        let leads: Rc<[Lead]> = leads.into();
        self.cells.insert(cell.to_owned(), Rc::clone(&leads));
        leads
    }

    /// The same without what binds them to a task.
    pub(crate) fn bodies(&mut self, cell: &str) -> Vec<Body> {
        self.of(cell).iter().map(|lead| lead.body.clone()).collect()
    }

    /// The body that a name stands for; the words themselves where they are no body's or more than one's.
    pub(crate) fn one(&mut self, name: &str) -> Body {
        let known = self.registry.by_id_or_name(name);
        if let Some(agency) = known.and_then(|agency| self.registry.agency(&self.today(&agency.id))) {
            return Body { id: Some(agency.id.as_str().into()), name: agency.name.as_str().into() };
        }
        match &*self.of(name) {
            [one] => one.body.clone(),
            _ => Body { id: None, name: name.into() },
        }
    }

    /// What tells a body from others, however it is written.
    pub(crate) fn identity(&mut self, body: &Body) -> Key {
        match &body.id {
            Some(id) => (&**id).into(),
            None => self.key(&body.name),
        }
    }

    /// Whether a name is that of a group among the cells read.
    pub(crate) fn is_group(&self, name: &str) -> bool {
        self.groups.contains(name)
    }

    /// The members of a group that a roster has, with what the group's names come to; itself where no roster has it.
    fn expanded(&self, group: &NamedAgency) -> (Vec<NamedAgency>, Option<Key>) {
        let cell =
            AgencyCell { agencies: vec![group.clone()], open: false, text: String::new(), notes: Vec::new() };
        let members = self.registry.expand(&cell, self.roster);
        let is_itself = matches!(&*members, [one] if one.kind == AgencyKind::Group);
        let key = (!is_itself).then(|| self.key_of(group));
        (members, key)
    }

    fn key_of(&self, part: &NamedAgency) -> Key {
        match (part.kind, part.id.as_deref()) {
            (AgencyKind::Agency, Some(id)) => self.today(id).into(),
            (_, Some(id)) => id.into(),
            (_, None) => match_key(&part.name).into(),
        }
    }

    /// The body that an id stands for on the day.
    fn today(&self, id: &str) -> String {
        match self.registry.succession(id, self.on) {
            Succession::Succeeded { successor } => successor,
            Succession::Same | Succession::Orphaned => id.to_owned(),
        }
    }

    fn body(&self, part: &NamedAgency, key: &str) -> Body {
        match self.registry.agency(key).filter(|_| part.kind == AgencyKind::Agency) {
            Some(agency) => Body { id: Some(agency.id.as_str().into()), name: agency.name.as_str().into() },
            None => Body { id: None, name: Arc::clone(&part.name) },
        }
    }
}
