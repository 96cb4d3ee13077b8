//! Words: every sentence and label, Vietnamese and English, and nothing else.
//!
//! What a sentence says of a result is decided elsewhere; here it is only worded. Each rule, code and phrase is matched
//! exhaustively, so that a new one without its words does not compile.

mod changes;
mod comparison;
mod dates;
mod deadlines;
mod errors;
pub(crate) mod expected;
#[cfg(feature = "report")]
pub(crate) mod feed;
pub(crate) mod findings;
mod labels;
pub(crate) mod lineage;
mod notes;
#[cfg(feature = "report")]
pub(crate) mod periodic;
mod periods;
mod phrase;
mod progress;
mod reasons;
pub(crate) mod registry;
pub(crate) mod reporting;
pub(crate) mod reports;
mod summary;
mod tasks;

pub(crate) use changes::{Changed, changed};
pub(crate) use comparison::Compared;
pub(crate) use dates::english_date;
pub(crate) use dates::roman_quarter;
pub(crate) use deadlines::deadline;
pub(crate) use errors::error_sentence;
pub(crate) use periods::period;
pub(crate) use phrase::{Phrase, is_control, plain};
pub(crate) use progress::{Told, points, side, way};
pub(crate) use summary::Summed;
pub(crate) use tasks::{TaskWords, task, task_plain};
