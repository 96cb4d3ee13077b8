//! Review: what a careful reader remarks on in one plan, and whether a lower plan does what an upper one demands.

mod lineage;
mod lint;

pub use lineage::{SuggestedLink, compare_plans, suggest_links};
