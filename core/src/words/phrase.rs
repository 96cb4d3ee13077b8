//! A phrase in both languages.

use std::borrow::Cow;
use std::fmt;

/// The same words in Vietnamese and English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) vi: String,
    pub(crate) en: String,
}

impl<V: Into<String>, E: Into<String>> From<(V, E)> for Phrase {
    fn from((vi, en): (V, E)) -> Phrase {
        Phrase { vi: vi.into(), en: en.into() }
    }
}

/// Serde's errors are in English.
impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

/// Text of a plan's or a caller's as it may stand within a sentence: control characters and marks that turn the direction
/// of writing are spaces.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(is_control) { Cow::Owned(text.replace(is_control, " ")) } else { Cow::Borrowed(text) }
}

/// Whether a character steers how a text is shown, and shows nothing itself.
pub(crate) fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
