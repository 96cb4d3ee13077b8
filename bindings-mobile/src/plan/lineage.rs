//! Lineage: which items of a lower plan derive from which of the upper one, and whether they do what it demands.

pub use tiendo::{Derivation, Lineage, Link};

use super::{Plan, checked};
use crate::agency::registry;
use crate::error::TiendoError;
use crate::finding::{Finding, ItemKind};
use crate::number::Whole;

/// Compares a plan with the upper plan it derives from, by its recorded links.
///
/// Findings come for indicators, then tasks, then the regime. The error is `unknown-plan` where `child` records no
/// derivation from `parent`; those of the registry's file and of changed plans are `lint`'s.
#[uniffi::export(default(registry_json))]
#[expect(clippy::needless_pass_by_value, reason = "uniffi has no optional borrowed text")]
pub fn compare_plans(
    child: Plan,
    parent: Plan,
    registry_json: Option<String>,
) -> Result<Vec<Finding>, TiendoError> {
    let (child, parent) = (checked(child)?, checked(parent)?);
    Ok(tiendo::compare_plans(&child, &parent, &*registry(registry_json.as_deref())?)?)
}

/// Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
///
/// A plan changed into what `planFromJson` would refuse is refused.
#[uniffi::export]
pub fn suggest_links(child: Plan, parent: Plan) -> Result<Vec<SuggestedLink>, TiendoError> {
    Ok(crate::all(tiendo::suggest_links(&checked(child)?, &checked(parent)?)))
}

/// The recorded derivation of a plan from an upper one.
#[uniffi::remote(Record)]
pub struct Lineage {
    /// The upper plan's id.
    pub plan: String,
    /// Which indicator derives from which, by code.
    pub indicators: Vec<Link>,
    /// Which task derives from which, by number.
    pub tasks: Vec<Link>,
}

/// One item's derivation.
#[uniffi::remote(Record)]
pub struct Link {
    /// The code or number in the lower plan.
    pub child: String,
    /// The code or number in the upper plan.
    pub parent: String,
    /// How it derives.
    pub how: Derivation,
}

/// How an item derives from another.
#[uniffi::remote(Enum)]
pub enum Derivation {
    /// The same measure or duty.
    Same,
    /// The same for the lower plan's own area.
    Localised,
    /// It takes in more.
    Widened,
    /// It takes in less.
    Narrowed,
    /// One part of what the upper item holds.
    Part,
}

/// A link that nobody has recorded: the names share most of their words.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SuggestedLink {
    /// An indicator or a task.
    pub kind: ItemKind,
    /// The code or number in the lower plan.
    pub child: String,
    /// The code or number in the upper plan.
    pub parent: String,
    /// Words both names have.
    pub shared: Whole,
    /// Words of both names together.
    pub together: Whole,
}

impl From<tiendo::SuggestedLink> for SuggestedLink {
    fn from(link: tiendo::SuggestedLink) -> SuggestedLink {
        let tiendo::SuggestedLink { kind, child, parent, shared, together } = link;
        SuggestedLink { kind, child, parent, shared: Whole(shared), together: Whole(together) }
    }
}
