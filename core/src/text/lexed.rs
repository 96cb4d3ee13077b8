//! Tokens: the words, numerals and signs of a cell, each with its place in the verbatim text.

use super::keys::{composed, fold_word, is_letter, is_of_word, plain};
use super::signs::{is_odd, is_without_ink};
use super::unicode::{is_capital, is_mark, push_small};
use super::{Span, work};

/// What a [`Token`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, or letters and digits that belong together (`6G`, `m2`).
    Word,
    /// Digits with the marks `.` and `,` between them.
    Number,
    /// Anything else, one scalar value; with marks on it, the last of them.
    Symbol(char),
}

/// A word, numeral or sign of a cell: what it is, its match key, its place in the verbatim text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'k> {
    pub(crate) kind: TokenKind,
    pub(crate) key: &'k str,
    pub(crate) span: Span,
    /// The place in bytes: finding it from `span` would walk the text again.
    bytes: (usize, usize),
}

impl Token<'_> {
    /// The first byte of its place.
    pub(crate) fn first_byte(&self) -> usize {
        self.bytes.0
    }

    /// One past the last byte of its place.
    pub(crate) fn end_byte(&self) -> usize {
        self.bytes.1
    }

    /// The numerals between a mark of a numeral, each with its place, and the mark as a sign between them; itself where its
    /// letters are not those of the text, one by one.
    pub(crate) fn parted(self, mark: char) -> Vec<Self> {
        let length = self.key.len();
        let plain =
            self.bytes.1 - self.bytes.0 == length && (self.span.end - self.span.start) as usize == length;
        if self.kind != TokenKind::Number || !plain {
            return vec![self];
        }
        let mut parts = Vec::new();
        let mut at = 0;
        for key in self.key.split_inclusive(mark) {
            let digits = key.trim_end_matches(mark);
            for (kind, key) in [
                (TokenKind::Number, digits),
                (TokenKind::Symbol(mark), key.get(digits.len()..).unwrap_or("")),
            ] {
                let (from, to) = (at, at + key.len());
                if from == to {
                    continue;
                }
                let place = |at: usize| self.span.start.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
                let span = Span { start: place(from), end: place(to) };
                parts.push(Token { kind, key, span, bytes: (self.bytes.0 + from, self.bytes.0 + to) });
                at = to;
            }
        }
        parts
    }

    pub(crate) fn starts_upper(&self, text: &str) -> bool {
        text.get(self.bytes.0..).is_some_and(|rest| rest.starts_with(is_capital))
    }

    pub(crate) fn is_word(&self, key: &str) -> bool {
        work::step();
        self.kind == TokenKind::Word && self.key == key
    }

    pub(crate) fn is_symbol(&self, symbol: char) -> bool {
        work::step();
        self.kind == TokenKind::Symbol(symbol)
    }

    pub(crate) fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }
}

/// A cell cut into words, numerals and signs; the buffer behind its [`Token`]s.
pub(crate) struct Lexed {
    pub(super) key: String,
    marks: Vec<Mark>,
}

/// A token whose key is still part of the buffer.
struct Mark {
    kind: TokenKind,
    /// Where its key begins.
    from: usize,
    span: Span,
    bytes: (usize, usize),
}

impl Mark {
    /// Leaves the marks without ink behind a word out of its place.
    fn end_with_ink(&mut self, text: &str) {
        let words = text.get(self.bytes.0..self.bytes.1).unwrap_or("");
        for mark in words.chars().rev().take_while(|c| is_without_ink(*c)) {
            self.span.end -= 1;
            self.bytes.1 -= mark.len_utf8();
        }
    }
}

impl Lexed {
    pub(crate) fn new(text: &str) -> Self {
        let chars: Vec<(char, u32)> = composed(text).map(|(c, at)| (plain(c), at)).collect();
        let end_of_text = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let mut lexed = Lexed { key: String::with_capacity(text.len()), marks: Vec::with_capacity(8) };
        // Places come in order: one walk over the text finds the byte of each.
        let mut bytes = text.char_indices().zip(0_u32..).map(|((byte, _), at)| (at, byte)).peekable();
        let mut byte_of = |place: u32| {
            while bytes.next_if(|(at, _)| *at < place).is_some() {}
            bytes.peek().map_or(text.len(), |(_, byte)| *byte)
        };
        let is_odd = is_odd(text);
        let mut at = 0;
        while let Some(&(c, start)) = chars.get(at) {
            let from = at;
            if c == ' ' {
                at += 1;
                continue;
            }
            let kind = if c.is_ascii_digit() {
                at = end_of_numeral(&chars, at);
                if is_short_name(&chars, from, at) {
                    at += 1;
                    TokenKind::Word
                } else {
                    TokenKind::Number
                }
            } else if is_letter(c) {
                at += chars.iter().skip(at).take_while(|(c, _)| is_of_word(*c)).count();
                TokenKind::Word
            } else {
                at += 1;
                let mut symbol = c;
                while let Some((mark, _)) = chars.get(at).filter(|(mark, _)| is_mark(*mark)) {
                    symbol = *mark;
                    at += 1;
                }
                TokenKind::Symbol(symbol)
            };
            let key_from = lexed.key.len();
            for (c, _) in chars.iter().take(at).skip(from) {
                push_small(*c, &mut lexed.key);
            }
            if kind == TokenKind::Word {
                fold_word(&mut lexed.key, key_from);
            }
            let end = chars.get(at).map_or(end_of_text, |(_, next)| *next);
            let bytes = (byte_of(start), byte_of(end));
            let mut mark = Mark { kind, from: key_from, span: Span { start, end }, bytes };
            if is_odd {
                mark.end_with_ink(text);
            }
            lexed.marks.push(mark);
        }
        lexed
    }

    pub(crate) fn tokens(&self) -> Vec<Token<'_>> {
        let ends = self.marks.iter().skip(1).map(|mark| mark.from).chain([self.key.len()]);
        let token = |(mark, to): (&'_ Mark, usize)| {
            let key = self.key.get(mark.from..to).unwrap_or("");
            Token { kind: mark.kind, key, span: mark.span, bytes: mark.bytes }
        };
        self.marks.iter().zip(ends).map(token).collect()
    }
}

/// One past the numeral that begins at `at`: digits, and single marks with a digit after them.
fn end_of_numeral(chars: &[(char, u32)], mut at: usize) -> usize {
    let digit = |at: usize| chars.get(at).is_some_and(|(c, _)| c.is_ascii_digit());
    let mark = |at: usize| matches!(chars.get(at), Some(('.' | ',', _)));
    while digit(at) || (mark(at) && digit(at + 1)) {
        at += 1;
    }
    at
}

/// Whether the digits `from..to` and the letter after them are a name (`5G`, `3D`) and no quantity.
fn is_short_name(chars: &[(char, u32)], from: usize, to: usize) -> bool {
    to - from == 1
        && matches!(chars.get(to), Some(('G' | 'g' | 'D' | 'd', _)))
        && !chars.get(to + 1).is_some_and(|(c, _)| c.is_alphanumeric())
}

/// Whether tokens begin with words, given as match keys.
pub(crate) fn starts_with(tokens: &[Token<'_>], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is_word(word))
}

/// The verbatim words of some tokens, without the spaces around them.
pub(crate) fn words_of<'t>(text: &'t str, tokens: &[Token<'_>]) -> &'t str {
    let place = tokens.first().zip(tokens.last());
    place.and_then(|(first, last)| text.get(first.bytes.0..last.bytes.1)).unwrap_or("")
}

/// The tokens of a span of the text as the verbatim words they came from.
pub(crate) fn span_of(tokens: &[Token<'_>]) -> Option<Span> {
    Some(Span { start: tokens.first()?.span.start, end: tokens.last()?.span.end })
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::super::keys::odd_chars;
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        Lexed::new(text).tokens().iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn a_span_covers_all_that_a_word_came_from() {
        let decomposed: String = "Sở Y tế, hoàn thành ≥ 95% Ủy ban".nfd().collect();
        let whole: Vec<String> = ["Sở", "Y", "tế", ",", "hoàn", "thành", "≥", "95", "%", "Ủy", "ban"]
            .map(|w| w.nfd().collect())
            .into();
        assert_eq!(words(&decomposed), whole);
        // Hangul in its parts, beside a letter that is none of it.
        assert_eq!(
            words("\u{1112}\u{1161}\u{11ab} =\u{1161}"),
            ["\u{1112}\u{1161}\u{11ab}", "=", "\u{1161}"]
        );
        // Marks that compose with nothing, or only with what stands before other marks.
        assert_eq!(words("a\u{331} x"), ["a\u{331}", "x"]);
        assert_eq!(words("a\u{331}\u{301}b e\u{301}"), ["a\u{331}\u{301}b", "e\u{301}"]);
        assert_eq!(words("=\u{331}\u{338}1"), ["=\u{331}\u{338}", "1"]);
        assert_eq!(words("5\u{336}\u{9c7}\u{9be}0 \u{301}"), ["5", "\u{336}\u{9c7}\u{9be}", "0", "\u{301}"]);
    }

    #[test]
    fn spans_follow_one_another_and_their_bytes_are_theirs() {
        for c in odd_chars() {
            let text = format!("a\u{331}{c}\u{301}5{c}\u{338}\u{1161} {c}\u{301}{c}");
            let mut end = 0;
            for token in Lexed::new(&text).tokens() {
                assert!(
                    token.span.start >= end && token.span.end > token.span.start,
                    "{}",
                    text.escape_unicode()
                );
                end = token.span.end;
                assert_eq!(text.get(token.first_byte()..token.end_byte()), Some(token.span.of(&text)));
            }
        }
    }
}
