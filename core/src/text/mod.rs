//! Text: the normal form in which cells are compared, the keys made from it, and the words of a cell.
//!
//! Vietnamese official text writes the same word in several ways: composed or decomposed letters, no-break
//! spaces, long dashes, `hoá` beside `hóa`, `quí` beside `quý`. Nothing here changes what is kept: the verbatim
//! cell stays beside whatever was understood, and every [`Span`] counts Unicode scalar values of *that* text.
//!
//! | form | folds | use |
//! |---|---|---|
//! | [`normal`] | NFC, white space, dashes, quotes | comparing cells as written |
//! | [`match_key`] | and case, tone placement, `quí`/`quý`, `hằng`/`hàng`, `tỉ`/`tỷ` | recognising words |
//! | [`search_key`] | and diacritics, `đ`/`d` | finding what a reader typed without marks |

mod phrases;
pub(crate) mod work;

use std::collections::BTreeSet;

pub(crate) use phrases::{Found, Phrases, State};
use serde::{Deserialize, Serialize};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};

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

/// The normal form: NFC, every run of white space (no-break and zero-width spaces included) one space, trimmed,
/// dashes `-` and quotes straight.
///
/// ```
/// assert_eq!(tiendo::text::normal("  40%\u{a0}–  50% "), "40% - 50%");
/// ```
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (c, _) in composed(text) {
        let c = plain(c);
        if c != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The key under which two spellings of the same words are equal: the [`normal`] form without case, with one
/// tone placement and one spelling of the pairs officials mix.
///
/// ```
/// use tiendo::text::match_key;
/// assert_eq!(match_key("Phòng Văn hoá"), match_key("phòng văn hóa"));
/// assert_eq!(match_key("Quí IV"), match_key("Quý IV"));
/// ```
pub fn match_key(text: &str) -> String {
    let text = normal(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (head, tail) = rest.split_at(word);
        let from = out.len();
        out.extend(head.chars().flat_map(char::to_lowercase));
        fold_word(&mut out, from);
        let gap = tail.find(char::is_alphanumeric).unwrap_or(tail.len());
        let (between, next) = tail.split_at(gap);
        out.push_str(between);
        rest = next;
    }
    out
}

/// The key under which text typed without diacritics finds text with them.
///
/// ```
/// assert_eq!(tiendo::text::search_key("Đô thị thông minh"), "do thi thong minh");
/// ```
pub fn search_key(text: &str) -> String {
    match_key(text).nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// The distinct words of a name, as they are matched.
pub(crate) fn name_words(name: &str) -> BTreeSet<String> {
    match_key(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The scalar values of the NFC form of `text`, each with the place in `text` it came from.
fn composed(text: &str) -> impl Iterator<Item = (char, u32)> + '_ {
    let already = is_nfc(text);
    let mut source = text.chars().zip(0_u32..).peekable();
    let mut run: Vec<(char, u32)> = Vec::new();
    std::iter::from_fn(move || {
        if let Some(next) = run.pop() {
            return Some(next);
        }
        let (first, at) = source.next()?;
        if already {
            return Some((first, at));
        }
        // A letter and the marks that follow it compose together; nothing composes across such runs.
        let mut letters = String::from(first);
        while let Some((mark, _)) = source.next_if(|(c, _)| joins(*c)) {
            letters.push(mark);
        }
        run.extend(letters.nfc().map(|c| (c, at)));
        run.reverse();
        run.pop()
    })
}

/// Whether a scalar value may compose with what stands before it: marks, and the vowels and finals of Hangul.
fn joins(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11ff}')
}

/// One scalar value with white space, dashes and quotes made plain.
fn plain(c: char) -> char {
    match c {
        '\u{200b}' | '\u{feff}' => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' | '－' => '-',
        '‘' | '’' | '‚' | '′' => '\'',
        '“' | '”' | '„' | '″' | '«' | '»' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Open syllables in which the tone stands on the first vowel (`hóa`) or, as older spelling has it, the second.
const TONES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// Folds the lower-case word that begins at byte `from` of `key`.
fn fold_word(key: &mut String, from: usize) {
    let word = key.get(from..).unwrap_or("");
    let same = match word {
        "quí" => Some("quý"),
        "hằng" => Some("hàng"),
        "tỉ" => Some("tỷ"),
        _ => None,
    };
    if let Some(same) = same {
        key.truncate(from);
        key.push_str(same);
        return;
    }
    // `quý` keeps its tone: there the `u` belongs to the consonant.
    if word.is_ascii() || word.starts_with("qu") {
        return;
    }
    if let Some((old, new)) = TONES.iter().find(|(old, _)| word.ends_with(old)) {
        key.truncate(key.len() - old.len());
        key.push_str(new);
    }
}

/// What a [`Token`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, or letters and digits that belong together (`6G`, `m2`).
    Word,
    /// Digits with the marks `.` and `,` between them.
    Number,
    /// Anything else, one scalar value.
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

    pub(crate) fn starts_upper(&self, text: &str) -> bool {
        text.get(self.bytes.0..).is_some_and(|rest| rest.starts_with(char::is_uppercase))
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
    key: String,
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
        let mut at = 0;
        while let Some(&(c, start)) = chars.get(at) {
            let from = at;
            let kind = if c.is_ascii_digit() {
                at = end_of_numeral(&chars, at);
                if is_short_name(&chars, from, at) {
                    at += 1;
                    TokenKind::Word
                } else {
                    TokenKind::Number
                }
            } else if c.is_alphabetic() {
                at += chars.iter().skip(at).take_while(|(c, _)| c.is_alphanumeric()).count();
                TokenKind::Word
            } else {
                at += 1;
                TokenKind::Symbol(c)
            };
            if c == ' ' {
                continue;
            }
            let key_from = lexed.key.len();
            for (c, _) in chars.iter().take(at).skip(from) {
                if c.is_ascii() {
                    lexed.key.push(c.to_ascii_lowercase());
                } else {
                    lexed.key.extend(c.to_lowercase());
                }
            }
            if kind == TokenKind::Word {
                fold_word(&mut lexed.key, key_from);
            }
            let end = chars.get(at).map_or(end_of_text, |(_, next)| *next);
            let bytes = (byte_of(start), byte_of(end));
            lexed.marks.push(Mark { kind, from: key_from, span: Span { start, end }, bytes });
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
