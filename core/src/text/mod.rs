//! Text: the normal form in which cells are compared, the keys made from it, and the words of a cell.
//!
//! Vietnamese official text writes the same word in several ways: composed or decomposed letters, no-break
//! spaces, long dashes, `hoá` beside `hóa`, `quí` beside `quý`, marks that nobody sees, letters of other alphabets that
//! look the same, `&ge;` left over from HTML. Nothing here changes what is kept: the verbatim cell stays beside whatever
//! was understood, and every [`Span`] counts Unicode scalar values of *that* text.
//!
//! | form | folds | use |
//! |---|---|---|
//! | [`normal`] | NFC, white space, dashes, quotes, marks without ink, look-alikes, entities of HTML | comparing cells as written |
//! | [`match_key`] | and case, tone placement, `quí`/`quý`, `hằng`/`hàng`, `tỉ`/`tỷ` | recognising words |
//! | [`search_key`] | and diacritics, `đ`/`d` | finding what a reader typed without marks |

mod keys;
mod lexed;
mod phrases;
mod signs;
mod unicode;
mod vocabulary;
pub(crate) mod work;

use serde::{Deserialize, Serialize};

pub(crate) use keys::{holds, without_marks};
pub use keys::{match_key, normal, search_key};
pub(crate) use lexed::{Lexed, Token, TokenKind, span_of, starts_with, words_of};
pub(crate) use phrases::{Found, Phrases, State};
pub(crate) use unicode::{capitalised, without_case};

/// A half-open range of Unicode scalar values (not bytes, not UTF-16 units) of a verbatim text.
///
/// ```
/// use tiendo::Span;
/// let span = Span { start: 0, end: 3 };
/// assert_eq!(span.of("đạt 2%"), "đạt");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first scalar value of the place.
    pub start: u32,
    /// One past its last scalar value.
    pub end: u32,
}

impl Span {
    /// The part of `text` the span names; empty where the text is shorter.
    ///
    /// ```
    /// assert_eq!(tiendo::Span { start: 4, end: 6 }.of("đạt 2%"), "2%");
    /// ```
    pub fn of(self, text: &str) -> &str {
        let byte = |at: u32| text.char_indices().nth(at as usize).map_or(text.len(), |(byte, _)| byte);
        text.get(byte(self.start)..byte(self.end)).unwrap_or("")
    }
}
