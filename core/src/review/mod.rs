//! Review: what a careful reader remarks on in one plan, and whether a lower plan does what an upper one demands.

mod bodies;
mod lineage;
mod lint;
mod names;
mod once;
mod suggest;

pub use lineage::compare_plans;
pub use lint::{lint, lint_at};
pub use suggest::{SuggestedLink, suggest_links};
