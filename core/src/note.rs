//! Notes: what a reader of a cell should know about how it was understood, each with its place and a sentence.
//!
//! Codes are kebab-case and the same in every language. Sentences come in Vietnamese and English.

use serde::{Deserialize, Serialize};

use crate::codes::NoteCode;
use crate::text::Span;

/// Something to know about a reading: a code and the place it speaks of.
///
/// ```
/// use tiendo::{Lang, NoteCode, parse_target};
/// let target = parse_target("≥ 3.000", None)?;
/// let note = &target.notes[0];
/// assert_eq!(note.code, NoteCode::AmbiguousNumber);
/// assert_eq!(note.span.unwrap().of(&target.text), "3.000");
/// assert!(note.code.sentence(Lang::En).contains("thousands"));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Note {
    /// What it says.
    pub code: NoteCode,
    /// Where in the verbatim text; absent where the whole cell or row is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

impl Note {
    pub(crate) fn new(code: NoteCode, span: Option<Span>) -> Note {
        Note { code, span }
    }
}
