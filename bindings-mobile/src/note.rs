//! Notes and their places.

pub use tiendo::NoteCode;

use crate::error::{ErrorCode, TiendoError, refused};
use crate::number::Whole;
use crate::why::Lang;

uniffi::custom_type!(
    /// What a note says, spelled as in every language: `unit-inferred`.
    NoteCode, String, {
    remote,
    lower: |code| code.as_str().to_owned(),
    try_lift: |text| {
        let known = NoteCode::ALL.iter().find(|code| code.as_str() == text);
        Ok(*known.ok_or_else(|| refused(ErrorCode::BadValue, "the code of a note"))?)
    }
});

/// What a note says, as one sentence.
///
/// The error is `bad-value`, for what is no code of a note.
#[uniffi::export]
pub fn note_sentence(code: NoteCode, lang: Lang) -> Result<String, TiendoError> {
    Ok(code.sentence(lang).to_owned())
}

/// Something to know about a reading: a code and the place it speaks of.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Note {
    /// What it says.
    pub code: NoteCode,
    /// Where in the verbatim text; absent where the whole cell or row is meant.
    #[uniffi(default)]
    pub span: Option<Span>,
}

impl From<tiendo::Note> for Note {
    fn from(note: tiendo::Note) -> Note {
        let tiendo::Note { code, span } = note;
        Note { code, span: span.map(Span::from) }
    }
}

impl From<Note> for tiendo::Note {
    fn from(note: Note) -> tiendo::Note {
        tiendo::Note { code: note.code, span: note.span.map(Into::into) }
    }
}

/// A half-open range of Unicode scalar values (code points, not `Char`s) of a verbatim text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Span {
    /// The first code point of the place.
    pub start: Whole,
    /// One past its last code point.
    pub end: Whole,
}

impl From<tiendo::Span> for Span {
    fn from(span: tiendo::Span) -> Span {
        let tiendo::Span { start, end } = span;
        Span { start: Whole(start), end: Whole(end) }
    }
}

impl From<Span> for tiendo::Span {
    fn from(span: Span) -> tiendo::Span {
        tiendo::Span { start: span.start.0, end: span.end.0 }
    }
}
