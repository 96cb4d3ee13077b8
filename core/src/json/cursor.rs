//! A JSON text, read token by token: texts, numbers, words and marks, and what is wrong with them.

use std::borrow::Cow;

use crate::words::{Phrase, expected};

/// A place in a JSON text.
#[derive(Clone)]
pub(super) struct Cursor<'j> {
    text: &'j str,
    at: usize,
    /// What follows the text; nothing stands half in one piece and half in the next.
    pieces: std::slice::Iter<'j, &'j str>,
}

/// What is no JSON: where, and what was expected there.
#[derive(Clone, Copy)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) expected: fn() -> Phrase,
}

/// Why a text cannot be gone through to its end.
pub(super) enum Stop {
    /// It is no JSON.
    NotJson(Fault),
    /// Lists and objects stand too deep within one another.
    TooDeep,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Stop {
        Stop::NotJson(fault)
    }
}

/// Lists and objects within one another that can be read at all, whatever the limit.
pub(super) const DEEPEST: usize = 128;

/// A text between its quotes, as it is written.
#[derive(Clone, Copy)]
pub(super) struct Quoted<'j> {
    raw: &'j str,
    is_escaped: bool,
}

impl<'j> Quoted<'j> {
    /// The text it stands for.
    pub(super) fn text(self) -> Cow<'j, str> {
        if self.is_escaped { Cow::Owned(decoded(self.raw)) } else { Cow::Borrowed(self.raw) }
    }

    /// Whether it has more than so many Unicode scalar values.
    pub(super) fn is_longer_than(self, chars: usize) -> bool {
        // A character takes a byte at least: the count is seldom needed.
        self.raw.len() > chars
            && if self.is_escaped {
                Chars(self.raw).count() > chars
            } else {
                self.raw.chars().count() > chars
            }
    }
}

impl<'j> Cursor<'j> {
    pub(super) fn new(text: &'j str) -> Cursor<'j> {
        Cursor { text, at: 0, pieces: [].iter() }
    }

    /// A text in pieces, as if it were one.
    pub(super) fn over(pieces: &'j [&'j str]) -> Cursor<'j> {
        Cursor { text: "", at: 0, pieces: pieces.iter() }
    }

    /// How many bytes of its piece stand before it.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn set(&mut self, at: usize) {
        self.at = at;
    }

    /// The next byte that is no white space, not yet taken; none at the end.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            let bytes = self.text.as_bytes();
            while let Some(byte) = bytes.get(self.at) {
                if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                    return Some(*byte);
                }
                self.at += 1;
            }
            (self.text, self.at) = (self.pieces.next()?, 0);
        }
    }

    /// Takes the byte just seen.
    pub(super) fn bump(&mut self) {
        self.at += 1;
    }

    /// Takes a mark if it comes next.
    #[inline]
    pub(super) fn takes(&mut self, mark: u8) -> bool {
        let takes = self.peek() == Some(mark);
        self.at += usize::from(takes);
        takes
    }

    pub(super) fn fault(&self, expected: fn() -> Phrase) -> Fault {
        Fault { at: self.at, expected }
    }

    /// Takes the name of a field and the colon after it.
    pub(super) fn name(&mut self) -> Result<Quoted<'j>, Fault> {
        if self.peek() != Some(b'"') {
            return Err(self.fault(expected::field_name));
        }
        let name = self.quoted()?;
        if self.takes(b':') { Ok(name) } else { Err(self.fault(expected::colon)) }
    }

    /// Takes what follows an item of a list or a field of an object: a comma, or the mark that closes it (`false`).
    pub(super) fn goes_on(&mut self, close: u8) -> Result<bool, Fault> {
        match self.peek() {
            Some(b',') => {
                self.bump();
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.bump();
                Ok(false)
            }
            _ => Err(self.fault(if close == b']' {
                expected::comma_or_bracket
            } else {
                expected::comma_or_brace
            })),
        }
    }

    /// Takes a text; its opening quote comes next.
    pub(super) fn quoted(&mut self) -> Result<Quoted<'j>, Fault> {
        let open = self.at;
        self.at += 1;
        let start = self.at;
        let mut is_escaped = false;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
            self.at += plain_run(rest);
            match self.text.as_bytes().get(self.at) {
                Some(b'"') => {
                    let raw = self.text.get(start..self.at).unwrap_or("");
                    self.at += 1;
                    return Ok(Quoted { raw, is_escaped });
                }
                Some(b'\\') => {
                    is_escaped = true;
                    self.escape()?;
                }
                Some(_) => return Err(self.fault(expected::no_control_character)),
                None => return Err(Fault { at: open, expected: expected::closing_quote }),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Fault> {
        let bytes = self.text.as_bytes();
        let first = self.at;
        match bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
            Some(b'u') => {
                let unit = unit(bytes, self.at).ok_or_else(|| self.fault(expected::escape))?;
                self.at += 6;
                if matches!(unit, 0xdc00..=0xdfff) {
                    return Err(Fault { at: first, expected: expected::surrogate_pair });
                }
                if matches!(unit, 0xd800..=0xdbff) {
                    let low = unit_of_pair(bytes, self.at);
                    if !low.is_some_and(|low| matches!(low, 0xdc00..=0xdfff)) {
                        return Err(Fault { at: first, expected: expected::surrogate_pair });
                    }
                    self.at += 6;
                }
            }
            _ => return Err(self.fault(expected::escape)),
        }
        Ok(())
    }

    /// Takes a number as it is written; its first byte comes next.
    pub(super) fn number(&mut self) -> Result<&'j str, Fault> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let digits = |from: usize| {
            let rest = bytes.get(from..).unwrap_or(&[]);
            rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
        };
        let is = |at: usize, marks: &[u8]| bytes.get(at).is_some_and(|byte| marks.contains(byte));
        let mut at = start + usize::from(is(start, b"-"));
        let whole = digits(at);
        let mut is_number = whole == 1 || (whole > 1 && !is(at, b"0"));
        at += whole;
        if is(at, b".") {
            let decimals = digits(at + 1);
            is_number &= decimals > 0;
            at += 1 + decimals;
        }
        if is(at, b"eE") {
            at += 1 + usize::from(is(at + 1, b"+-"));
            let exponent = digits(at);
            is_number &= exponent > 0;
            at += exponent;
        }
        if !is_number {
            return Err(self.fault(expected::number));
        }
        self.at = at;
        Ok(self.text.get(start..at).unwrap_or(""))
    }

    /// Takes a word without quotes: `true`, `false` or `null`.
    pub(super) fn word(&mut self) -> Result<&'static str, Fault> {
        let rest = self.text.get(self.at..).unwrap_or("");
        let word = ["true", "false", "null"].into_iter().find(|word| rest.starts_with(word));
        let word = word.ok_or_else(|| self.fault(expected::value))?;
        self.at += word.len();
        Ok(word)
    }

    /// Takes a value, whatever it is, with at most so many lists and objects within one another.
    pub(super) fn skip(&mut self, room: usize) -> Result<(), Stop> {
        // One bit for each list or object that is open, set for a list.
        let (mut lists, mut depth) = (0_u128, 0);
        loop {
            match self.peek() {
                Some(open @ (b'[' | b'{')) => {
                    if depth >= room.min(DEEPEST) {
                        return Err(Stop::TooDeep);
                    }
                    self.bump();
                    let is_list = open == b'[';
                    if !self.takes(if is_list { b']' } else { b'}' }) {
                        if !is_list {
                            self.name()?;
                        }
                        lists = lists << 1 | u128::from(is_list);
                        depth += 1;
                        continue;
                    }
                }
                Some(b'"') => _ = self.quoted()?,
                Some(b'-' | b'0'..=b'9') => _ = self.number()?,
                _ => _ = self.word()?,
            }
            loop {
                if depth == 0 {
                    return Ok(());
                }
                let is_list = lists & 1 == 1;
                if self.goes_on(if is_list { b']' } else { b'}' })? {
                    if !is_list {
                        self.name()?;
                    }
                    break;
                }
                lists >>= 1;
                depth -= 1;
            }
        }
    }
}

/// How many bytes stand before the first that is not plain within a text: a quote, a backslash, a control character.
/// Eight at a time.
fn plain_run(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = ONES << 7;
    let mut at = 0;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = u64::from_le_bytes(*eight);
        // A byte of a difference borrows only where it, or one before it, is what is sought.
        let zero = |word: u64| word.wrapping_sub(ONES) & !word;
        let quote = zero(word ^ (ONES * u64::from(b'"')));
        let backslash = zero(word ^ (ONES * u64::from(b'\\')));
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let found = (quote | backslash | control) & HIGHS;
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or(&[]);
    at + rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)).count()
}

/// The code unit of the escape `\u` that begins at a place.
fn unit(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at + 2..at + 6)?;
    digits.iter().try_fold(0, |unit: u16, digit| {
        let digit = char::from(*digit).to_digit(16)?;
        Some(unit << 4 | u16::try_from(digit).ok()?)
    })
}

/// The code unit of a second escape that begins at a place, if one does.
fn unit_of_pair(bytes: &[u8], at: usize) -> Option<u16> {
    if bytes.get(at..at + 2) == Some(b"\\u") { unit(bytes, at) } else { None }
}

/// The characters a text with escapes stands for. The text has been read: its escapes are whole.
struct Chars<'j>(&'j str);

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let bytes = self.0.as_bytes();
        let first = self.0.chars().next()?;
        let (c, length) = match (first, bytes.get(1)) {
            ('\\', Some(b'u')) => {
                let units = [unit(bytes, 0)?, unit_of_pair(bytes, 6).unwrap_or(0)];
                let c = char::decode_utf16(units).next()?.ok()?;
                (c, if c.len_utf16() == 2 { 12 } else { 6 })
            }
            ('\\', Some(escape)) => {
                let c = match escape {
                    b'b' => '\u{8}',
                    b'f' => '\u{c}',
                    b'n' => '\n',
                    b'r' => '\r',
                    b't' => '\t',
                    other => char::from(*other),
                };
                (c, 2)
            }
            (c, _) => (c, c.len_utf8()),
        };
        self.0 = self.0.get(length..).unwrap_or("");
        Some(c)
    }
}

fn decoded(raw: &str) -> String {
    // An escape is never shorter than what it stands for, and the text kept takes no more than it needs.
    let mut text = String::with_capacity(raw.len());
    text.extend(Chars(raw));
    text.shrink_to_fit();
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_plain_bytes_ends_where_it_must() {
        for mark in ['"', '\\', '\0', '\n', '\u{1f}'] {
            for before in 0..20 {
                let text = format!(
                    "{}{mark}\"\\\0abcdefgh",
                    "ế!\u{7f}".chars().cycle().take(before).collect::<String>()
                );
                assert_eq!(plain_run(text.as_bytes()), text.find(mark).unwrap(), "{text:?}");
            }
        }
        assert_eq!(
            plain_run("Sở Khoa học và Công nghệ !#[]".as_bytes()),
            "Sở Khoa học và Công nghệ !#[]".len()
        );
    }

    #[test]
    fn escapes_are_read_as_what_they_stand_for() {
        let json = r#""a\"\\\/\b\f\n\r\t\u0075\u1ec7\ud83d\ude00\u0000.\uD83D\uDE00x""#;
        let quoted = Cursor::new(json).quoted().ok().unwrap();
        assert_eq!(quoted.text(), serde_json::from_str::<String>(json).unwrap());
        assert_eq!(Chars(quoted.raw).count(), quoted.text().chars().count());
        assert!(quoted.is_longer_than(15) && !quoted.is_longer_than(16));
    }

    #[test]
    fn numbers_have_the_form_of_json() {
        for good in ["0", "-0", "10", "1.50", "1e5", "1E-5", "-1.0e+10"] {
            assert_eq!(Cursor::new(good).number().ok(), Some(good));
        }
        for bad in ["01", "-", "1.", "1.e5", "1e", "+1", ".5", "00", "-01"] {
            assert!(Cursor::new(bad).number().is_err(), "{bad}");
        }
    }
}
