//! Who leads an item on the day: the bodies of its cell, groups by the roster, ended ones by their successors.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::agencies::{Registry, Succession};
use crate::codes::AgencyKind;
use crate::options::Options;
use crate::progress::Body;
use crate::sorted::Map;

/// The bodies of lead cells, each distinct cell split once.
pub(super) struct Leads<'v> {
    registry: &'v Registry,
    options: &'v Options,
    today: NaiveDate,
    cells: Map<Arc<str>, Vec<Body>>,
}

impl<'v> Leads<'v> {
    pub(super) fn new(registry: &'v Registry, options: &'v Options, today: NaiveDate) -> Leads<'v> {
        Leads { registry, options, today, cells: Map::new() }
    }

    /// The bodies that lead, in the cell's order; each once.
    pub(super) fn of(&mut self, cell: &Arc<str>) -> Vec<Body> {
        let (registry, options, today) = (self.registry, self.options, self.today);
        let bodies = self.cells.or_insert_with(Arc::clone(cell), || {
            let split = registry.split_cell(cell);
            let mut bodies: Vec<Body> = Vec::new();
            for named in registry.expand(&split, &options.roster) {
                let id = named.id.filter(|_| named.kind == AgencyKind::Agency);
                let id = id.map(|id| match registry.succession(&id, today) {
                    Succession::Succeeded { successor } => successor,
                    Succession::Same | Succession::Orphaned => id,
                });
                let name = id.as_deref().and_then(|id| registry.agency(id));
                let name = name.map_or_else(|| Arc::clone(&named.name), |agency| agency.name.as_str().into());
                let body = Body { id: id.map(Into::into), name };
                if !bodies.contains(&body) {
                    bodies.push(body);
                }
            }
            bodies
        });
        bodies.clone()
    }
}
