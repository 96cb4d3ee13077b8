//! What a registry says of the bodies that cells name.

use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agencies::{Registry, Succession};
use crate::codes::{AgencyKind, NoteCode};
use crate::sorted::{Map, Set};

/// The cells that were met, each distinct one split once; of those that name known bodies alone nothing is kept.
pub(super) struct Bodies<'v> {
    registry: &'v Registry,
    /// The day on which the bodies ought to exist.
    on: NaiveDate,
    cells: Map<&'v str, Rc<[Remark]>>,
}

/// Something to say of a cell.
pub(super) enum Remark {
    /// The body has ended and the other one took over; by their ids.
    Succeeded(String, String),
    /// The body with this name has ended, and no single one took over.
    Orphaned(Arc<str>),
    /// The registry does not know the name.
    Unknown(Arc<str>),
    /// It numbers more items of a task than the registry's limit.
    TooManyItems,
}

impl<'v> Bodies<'v> {
    pub(super) fn new(registry: &'v Registry, on: NaiveDate) -> Bodies<'v> {
        Bodies { registry, on, cells: Map::new() }
    }

    /// What is to be said of a cell, in its order.
    pub(super) fn of(&mut self, cell: &'v str) -> Rc<[Remark]> {
        let (registry, on) = (self.registry, self.on);
        let remarks = self.cells.or_insert_with(cell, || {
            let split = registry.split_cell(cell);
            let too_many = split.notes.iter().find(|note| note.code == NoteCode::TooManyItems);
            let too_many = too_many.map(|_| Remark::TooManyItems);
            // A body that a cell names again is said once.
            let mut met = Set::new();
            let parts = split.agencies.into_iter();
            let parts = parts.filter(|part| met.insert((part.id.clone(), Arc::clone(&part.name))));
            let remarks = parts.filter_map(|part| match (part.kind, part.id) {
                (AgencyKind::Unknown, _) => Some(Remark::Unknown(part.name)),
                (AgencyKind::Agency, Some(id)) => match registry.succession(&id, on) {
                    Succession::Same => None,
                    Succession::Succeeded { successor } => Some(Remark::Succeeded(id, successor)),
                    Succession::Orphaned => Some(Remark::Orphaned(part.name)),
                },
                _ => None,
            });
            remarks.chain(too_many).collect()
        });
        Rc::clone(remarks)
    }

    /// A body's name.
    pub(super) fn name(&self, id: &str) -> Arc<str> {
        self.registry.agency(id).map_or(id, |agency| &agency.name).into()
    }
}
