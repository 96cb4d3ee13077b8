//! Words: every sentence and label, Vietnamese and English, and nothing else.
//!
//! What a sentence says of a result is decided elsewhere; here it is only worded. Each rule, code and phrase is matched
//! exhaustively, so that a new one without its words does not compile.

mod comparison;
mod dates;
mod deadlines;
mod labels;
mod notes;
mod phrase;
mod reasons;
pub(crate) mod registry;

pub(crate) use comparison::Compared;
pub(crate) use dates::{english_month, roman_quarter};
pub(crate) use deadlines::deadline;
pub(crate) use phrase::{Phrase, plain};
