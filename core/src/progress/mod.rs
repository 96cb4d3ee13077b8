//! Progress: how an indicator stands on a day, of which figures, on which path, and why.
//!
//! The rules are those of assessment.md 2 to 6, each in the file that its name suggests: [`series`] says which figures
//! count, [`path`] where they should be, [`trend`] where they go, [`passed`] what settled a milestone, [`numeric`] how a
//! number stands before one. Everything is decided on exact fractions ([`exact`]); what is shown is rounded afterwards.
//!
//! Decided here, where the text is silent:
//! - An estimate that a firmer figure has overtaken is no figure any more, for past milestones neither.
//! - The first value known (*baseline*) is the first figure of what is measured now; ranks among another number are not it.
//! - A first figure that is the newest too starts no path.
//! - Of a milestone that 0 asks nothing at, the unit is that of the next with a number.
//! - Of several requirements the firmness is that of those which decide.

mod exact;
mod growth;
mod judge;
mod model;
mod numeric;
mod passed;
mod path;
mod series;
mod shown;
mod subject;
mod time;
mod told;
mod trend;
mod verdict;

pub(crate) use exact::Exact;
pub(crate) use judge::assess;
pub use model::{
    AssessedIndicator, AssessedScope, Body, PassedMilestone, PathPoint, Progress, SeriesPoint,
    SkippedMilestone, UsedObservation, Wording,
};
pub(crate) use passed::verdict;
pub(crate) use series::Numbers;
pub(crate) use subject::Subject;
pub(crate) use time::year_end;
#[cfg(feature = "report")]
pub(crate) use told::brief;
pub(crate) use told::with_unit;
