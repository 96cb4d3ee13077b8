//! What Unicode says of scalar values: what they are composed of, which are marks and how these are ordered, small letters.
//!
//! The tables are those of NFC and NFD and of small letters alone, exact for every scalar value, and packed: libraries carry
//! ten times as much. They are unpacked at their first use.

#[path = "generated/tables.rs"]
mod tables;

use std::cmp::Ordering;
use std::sync::LazyLock;

use crate::sorted;

/// The tables unpacked.
struct Tables {
    /// What each composed scalar value is composed of, in order of the values.
    parts: Vec<(char, Parts)>,
    /// What two compose to, in order of the two.
    pairs: Vec<((char, char), char)>,
    /// Those that compose with something before them, in order.
    joining: Vec<char>,
    /// The ranges of marks and their classes of order, 0 for those that stay where they stand.
    marks: Vec<(char, char, u8)>,
    /// The ranges of capital letters, how far apart these are, and how far from their small letters.
    capitals: Vec<(char, char, u32, i32)>,
}

/// What a scalar value is composed of: one other, or one and what stands on it.
#[derive(Clone, Copy)]
struct Parts(char, Option<char>);

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables =
        Tables { parts: vec![], pairs: vec![], joining: vec![], marks: vec![], capitals: vec![] };
    let (mut composed, mut first) = (0, 0);
    let columns = numbers(tables::COMPOSED).zip(numbers(tables::FIRST)).zip(numbers(tables::SECOND));
    for ((step, from_last), second) in columns {
        composed += step >> 1;
        first = moved(first, from_last);
        let (composed, first) = (scalar(composed), scalar(first));
        // 1 is the first of the marks.
        let second =
            second.checked_sub(1).map(|second| scalar(0x300_u32.wrapping_add_signed(signed(second))));
        tables.parts.push((composed, Parts(first, second)));
        if let Some(second) = second.filter(|_| step & 1 == 0) {
            tables.pairs.push(((first, second), composed));
            tables.joining.push(second);
        }
    }
    sorted::sort(&mut tables.pairs);
    sorted::sort(&mut tables.joining);
    tables.joining.dedup();
    // What begins with one that joins does so too.
    let mut more = Vec::new();
    for (composed, Parts(first, second)) in &tables.parts {
        let joins = tables.joining.binary_search(first).is_ok() || more.contains(first);
        let is_pair = |second| tables.pairs.binary_search_by_key(&(*first, second), |(two, _)| *two).is_ok();
        if joins && second.is_some_and(is_pair) {
            more.push(*composed);
        }
    }
    tables.joining.extend(more);
    sorted::sort(&mut tables.joining);
    let mut last = 0;
    let mut marks = numbers(tables::MARKS);
    while let (Some(gap), Some(length), Some(class)) = (marks.next(), marks.next(), marks.next()) {
        let from = last + gap;
        last = from + length;
        tables.marks.push((scalar(from), scalar(last), u8::try_from(class).unwrap_or(0)));
    }
    let mut last = 0;
    let mut capitals = numbers(tables::CAPITALS);
    while let (Some(gap), Some(length), Some(to)) = (capitals.next(), capitals.next(), capitals.next()) {
        let from = last + gap;
        last = from + (length >> 1);
        tables.capitals.push((scalar(from), scalar(last), 1 + (length & 1), signed(to)));
    }
    tables
});

/// The numbers of a packed table: seven bits a byte, the lowest first, the last with its high bit clear.
fn numbers(packed: &[u8]) -> impl Iterator<Item = u32> + '_ {
    let mut bytes = packed.iter();
    std::iter::from_fn(move || {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = u32::from(*bytes.next()?);
            number |= (byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    })
}

/// A number of either sign from one without: 0, −1, 1, −2, 2 …
fn signed(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

fn moved(from: u32, by: u32) -> u32 {
    from.wrapping_add_signed(signed(by))
}

fn scalar(code: u32) -> char {
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The range that holds a scalar value.
fn range<T>(ranges: &[T], c: char, bounds: impl Fn(&T) -> (char, char)) -> Option<&T> {
    let at = ranges.binary_search_by(|range| {
        let (from, to) = bounds(range);
        if c < from {
            Ordering::Greater
        } else if c > to {
            Ordering::Less
        } else {
            Ordering::Equal
        }
    });
    ranges.get(at.ok()?)
}

fn mark(c: char) -> Option<u8> {
    if c < '\u{300}' {
        return None;
    }
    range(&TABLES.marks, c, |(from, to, _)| (*from, *to)).map(|(_, _, class)| *class)
}

/// A mark that stands on the letter before it.
#[inline]
pub(super) fn is_mark(c: char) -> bool {
    c >= '\u{300}' && mark(c).is_some()
}

/// The place of a mark among others on one letter; 0 for what stays where it stands.
fn class(c: char) -> u8 {
    mark(c).unwrap_or(0)
}

/// The syllables of Hangul, which are counted and not listed: the first syllable, consonant, vowel and final, and how many.
mod hangul {
    pub(super) const SYLLABLE: u32 = 0xac00;
    pub(super) const CONSONANT: u32 = 0x1100;
    pub(super) const VOWEL: u32 = 0x1161;
    /// One before the first, which stands for none.
    pub(super) const FINAL: u32 = 0x11a7;
    pub(super) const CONSONANTS: u32 = 19;
    pub(super) const VOWELS: u32 = 21;
    pub(super) const FINALS: u32 = 28;

    /// How far a code is from the first of so many.
    pub(super) fn among(code: char, first: u32, count: u32) -> Option<u32> {
        u32::from(code).checked_sub(first).filter(|at| *at < count)
    }
}

/// What a scalar value is composed of, one step.
fn parts(c: char) -> Option<Parts> {
    use hangul::{CONSONANT, CONSONANTS, FINAL, FINALS, SYLLABLE, VOWEL, VOWELS, among};
    if let Some(at) = among(c, SYLLABLE, CONSONANTS * VOWELS * FINALS) {
        let (open, last) = (at / FINALS, at % FINALS);
        return Some(if last == 0 {
            Parts(scalar(CONSONANT + open / VOWELS), Some(scalar(VOWEL + open % VOWELS)))
        } else {
            Parts(scalar(SYLLABLE + open * FINALS), Some(scalar(FINAL + last)))
        });
    }
    let parts = &TABLES.parts;
    let at = parts.binary_search_by_key(&c, |(composed, _)| *composed).ok()?;
    parts.get(at).map(|(_, parts)| *parts)
}

/// What two scalar values compose to.
pub(super) fn pair(first: char, second: char) -> Option<char> {
    use hangul::{CONSONANT, CONSONANTS, FINAL, FINALS, SYLLABLE, VOWEL, VOWELS, among};
    if let (Some(first), Some(vowel)) = (among(first, CONSONANT, CONSONANTS), among(second, VOWEL, VOWELS)) {
        return Some(scalar(SYLLABLE + (first * VOWELS + vowel) * FINALS));
    }
    let syllable = among(first, SYLLABLE, CONSONANTS * VOWELS * FINALS);
    if let (Some(at), Some(last)) = (syllable, among(second, FINAL, FINALS)) {
        return (at % FINALS == 0 && last > 0).then(|| scalar(SYLLABLE + at + last));
    }
    let pairs = &TABLES.pairs;
    let at = pairs.binary_search_by_key(&(first, second), |(two, _)| *two).ok()?;
    pairs.get(at).map(|(_, composed)| *composed)
}

/// Whether a scalar value may compose with one before it.
pub(super) fn is_joining(c: char) -> bool {
    use hangul::{FINAL, FINALS, VOWEL, VOWELS, among};
    among(c, VOWEL, VOWELS).is_some()
        || among(c, FINAL, FINALS).is_some_and(|at| at > 0)
        || TABLES.joining.binary_search(&c).is_ok()
}

/// Whether a scalar value is the same composed, whatever stands beside it. What Vietnamese cells hold is known without a
/// look into the tables.
fn is_settled(c: char) -> bool {
    match c {
        ..'\u{300}' | '\u{1e00}'..='\u{1eff}' | '\u{2002}'..='\u{20cf}' | '\u{2190}'..='\u{2328}' => true,
        c => class(c) == 0 && !is_joining(c) && parts(c).is_none_or(|parts| is_pair(parts, c)),
    }
}

fn is_pair(Parts(first, second): Parts, composed: char) -> bool {
    second.is_some_and(|second| pair(first, second) == Some(composed))
}

/// Whether a text is its own composed form, NFC.
pub(super) fn is_composed(text: &str) -> bool {
    text.is_ascii() || text.chars().all(is_settled) || nfc(text.chars()).into_iter().eq(text.chars())
}

/// The scalar values of NFC.
pub(super) fn nfc(text: impl Iterator<Item = char>) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    // Where what others may compose with stands, and the class of what came last.
    let (mut base, mut last) = (None, 0);
    for (c, own) in in_parts(text) {
        if let Some(at) = base {
            let is_next = out.len() == at + 1;
            let known = out.get_mut(at).filter(|_| is_next || last < own);
            if let Some((known, joined)) =
                known.and_then(|known| pair(*known, c).map(|joined| (known, joined)))
            {
                *known = joined;
                continue;
            }
        }
        if own == 0 {
            base = Some(out.len());
        }
        last = own;
        out.push(c);
    }
    out
}

/// The scalar values of NFD.
pub(super) fn decomposed(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    in_parts(text).into_iter().map(|(c, _)| c)
}

/// The scalar values of NFD, each with its class.
fn in_parts(text: impl Iterator<Item = char>) -> Vec<(char, u8)> {
    let mut out = Vec::new();
    text.for_each(|c| push_parts(c, &mut out));
    for marks in out.chunk_by_mut(|(_, before), (_, class)| *before != 0 && *class != 0) {
        if !marks.is_sorted_by_key(|(_, class)| *class) {
            sorted::sort_by_key(marks, |(_, class)| *class);
        }
    }
    out
}

fn push_parts(c: char, out: &mut Vec<(char, u8)>) {
    match if c < '\u{c0}' { None } else { parts(c) } {
        Some(Parts(first, second)) => {
            push_parts(first, out);
            if let Some(second) = second {
                push_parts(second, out);
            }
        }
        None => out.push((c, class(c))),
    }
}

/// Writes a scalar value without case: its small letter, where it is a capital.
#[inline]
pub(super) fn push_small(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if c == 'İ' {
        // The one letter whose small one is two scalar values.
        out.push_str("i\u{307}");
    } else {
        out.push(small(c));
    }
}

/// Whether a letter is a capital: one that has a small letter.
pub(super) fn is_capital(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { c == 'İ' || small(c) != c }
}

/// A text that begins with a capital: that of which its first letter is the small one.
pub(crate) fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(|c| if c.is_ascii() { c.to_ascii_uppercase() } else { capital(c) });
    first.into_iter().chain(rest).collect()
}

/// A text without case.
pub(crate) fn without_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_small(c, &mut out));
    out
}

/// The first capital with this small letter, else the letter itself.
fn capital(c: char) -> char {
    let capitals = TABLES.capitals.iter().filter_map(|(from, to, _, way)| {
        let capital = scalar(u32::from(c).wrapping_add_signed(-way));
        (*from..=*to).contains(&capital).then_some(capital)
    });
    capitals.into_iter().find(|capital| small(*capital) == c).unwrap_or(c)
}

fn small(c: char) -> char {
    match range(&TABLES.capitals, c, |(from, to, ..)| (*from, *to)) {
        Some((from, _, step, to)) if (u32::from(c) - u32::from(*from)).is_multiple_of(*step) => {
            scalar(u32::from(c).wrapping_add_signed(*to))
        }
        _ => c,
    }
}

#[cfg(test)]
mod tests;
