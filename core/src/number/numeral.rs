//! Numerals as Vietnamese official text writes them; the [room](super) has the rule.

use serde::{Deserialize, Serialize};

use super::{Fixed, PLACES};
use crate::codes::ErrorCode;
use crate::error::Error;
use crate::text::{Lexed, Token};
use crate::words::{Phrase, expected};

/// A numeral that was read: its value, and whether its mark could have meant something else.
///
/// ```
/// let numeral = tiendo::number::read_numeral("3.000")?;
/// assert_eq!((numeral.value.to_string().as_str(), numeral.ambiguous), ("3000", true));
/// let json = serde_json::to_string(&numeral).unwrap();
/// assert_eq!(json, r#"{"value":"3000","ambiguous":true}"#);
/// assert_eq!(serde_json::from_str::<tiendo::Numeral>(&json).unwrap(), numeral);
/// # Ok::<(), tiendo::number::NumeralError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numeral {
    /// The value.
    pub value: Fixed,
    /// One mark, exactly three digits after it, a first group other than 0: `3.000` may be 3000 or 3.
    pub ambiguous: bool,
}

/// Why a numeral has no value.
///
/// ```
/// use tiendo::number::{NumeralError, read_numeral};
/// assert_eq!(read_numeral("0,1234567"), Err(NumeralError::TooPrecise));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NumeralError {
    /// No digits, or marks where none can stand: `1.20.000`, `1,2,3`.
    #[error("{}", self.expected())]
    Malformed,
    /// More than six decimals that are not 0.
    #[error("{}", self.expected())]
    TooPrecise,
    /// Beyond ±9.2·10¹⁸.
    #[error("{}", self.expected())]
    TooLarge,
}

impl NumeralError {
    fn expected(self) -> Phrase {
        match self {
            NumeralError::Malformed => expected::numeral(),
            NumeralError::TooPrecise => expected::at_most_six_decimals(),
            NumeralError::TooLarge => expected::number_in_range(),
        }
    }
}

/// Reads a numeral as Vietnamese official text writes it; the [room](crate::number) has the rule.
///
/// ```
/// use tiendo::number::{read_numeral, NumeralError};
/// assert_eq!(read_numeral("0.60")?.value, read_numeral("0,6")?.value);
/// assert_eq!(read_numeral("1.20.000"), Err(NumeralError::Malformed));
/// # Ok::<(), NumeralError>(())
/// ```
pub fn read_numeral(text: &str) -> Result<Numeral, NumeralError> {
    let is_mark = |c: char| c == '.' || c == ',';
    let plain = |value| Numeral { value, ambiguous: false };
    let Some(last) = text.rfind(is_mark) else {
        return assemble(&[text], "").map(plain);
    };
    let (before, after) = (text.get(..last).unwrap_or(""), text.get(last + 1..).unwrap_or(""));
    if after.is_empty() {
        return Err(NumeralError::Malformed);
    }
    let mark = if text.get(last..=last) == Some(".") { b'.' } else { b',' };
    if !before.contains(is_mark) {
        let leads = !before.is_empty() && before.len() <= 3 && !before.bytes().all(|digit| digit == b'0');
        let three = after.len() == 3;
        let value = if mark == b'.' && leads && three {
            assemble(&[before, after], "")
        } else {
            assemble(&[before], after)
        };
        let ambiguous = three && !before.bytes().all(|digit| digit == b'0');
        return value.map(|value| Numeral { value, ambiguous });
    }
    let groups: Vec<&str> = text.split(is_mark).collect();
    let grouped = |groups: &[&str]| {
        groups.first().is_some_and(|first| (1..=3).contains(&first.len()) && first.bytes().any(|b| b != b'0'))
            && groups.iter().skip(1).all(|group| group.len() == 3)
    };
    let has = |part: &str, mark: u8| part.as_bytes().contains(&mark);
    let one_kind = |part: &str| !(has(part, b'.') && has(part, b','));
    let value = match groups.split_last() {
        // Every mark is the same one: none can be decimal.
        _ if one_kind(text) && grouped(&groups) => assemble(&groups, ""),
        Some((decimals, whole)) if !has(before, mark) && one_kind(before) && grouped(whole) => {
            assemble(whole, decimals)
        }
        _ => Err(NumeralError::Malformed),
    };
    value.map(plain)
}

/// Reads a number for a caller who must answer for it: a numeral ([`read_numeral`]), a minus before it, and the words
/// `nghìn`, `triệu`, `tỷ` after it (also `chục`, `trăm`, `vạn`); what has no value is an [`Error`].
///
/// Error: `bad-number`, with the place of what is not read.
///
/// ```
/// use tiendo::{ErrorCode, parse_number};
/// assert_eq!(parse_number("0,7")?.value.to_string(), "0.7");
/// assert_eq!(parse_number("1,5 triệu")?.value.to_string(), "1500000");
/// assert_eq!(parse_number("1.20.000").unwrap_err().code, ErrorCode::BadNumber);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn parse_number(text: &str) -> Result<Numeral, Error> {
    let lexed = Lexed::new(text);
    let tokens = lexed.tokens();
    let (negative, tokens) = match tokens.as_slice() {
        [minus, rest @ ..] if minus.is_symbol('-') => (true, rest),
        rest => (false, rest),
    };
    let read = || {
        let (first, words) =
            tokens.split_first().filter(|(first, _)| first.is_number()).ok_or(NumeralError::Malformed)?;
        let numeral = read_numeral(first.key)?;
        let (multiplier, rest) = multiplier(words)?;
        let value = numeral.value.checked_mul(multiplier).ok_or(NumeralError::TooLarge)?;
        let value = if negative { value.negated() } else { value };
        if rest.is_empty() { Ok(Numeral { value, ..numeral }) } else { Err(NumeralError::Malformed) }
    };
    // A text of nothing but spaces has no place in it.
    let span = crate::text::span_of(tokens);
    read().map_err(|error| Error::new(ErrorCode::BadNumber, "text", error.expected()).at(span))
}

/// What the words `nghìn`, `triệu`, `tỷ`, `chục`, `trăm`, `vạn` at the head of some tokens multiply by (1 without any), and what follows them.
pub(crate) fn multiplier<'t, 'k>(
    mut tokens: &'t [Token<'k>],
) -> Result<(Fixed, &'t [Token<'k>]), NumeralError> {
    let mut product = Fixed::ONE;
    loop {
        let by = match tokens {
            [word, ..] if word.is_word("nghìn") || word.is_word("ngàn") => 1_000,
            [word, ..] if word.is_word("triệu") => 1_000_000,
            [word, ..] if word.is_word("chục") => 10,
            [word, ..] if word.is_word("trăm") => 100,
            [word, ..] if word.is_word("vạn") => 10_000,
            // `tỷ lệ`, `tỷ trọng` and `tỷ suất` are words of their own.
            [_, next, ..] if ["lệ", "trọng", "suất"].iter().any(|word| next.is_word(word)) => {
                return Ok((product, tokens));
            }
            [word, ..] if word.is_word("tỷ") => 1_000_000_000,
            _ => return Ok((product, tokens)),
        };
        product = Fixed::from_int(by).and_then(|by| product.checked_mul(by)).ok_or(NumeralError::TooLarge)?;
        tokens = tokens.get(1..).unwrap_or(&[]);
    }
}

/// The number whose whole part is the digit groups `whole` and whose decimals are `decimals`.
pub(super) fn assemble(whole: &[&str], decimals: &str) -> Result<Fixed, NumeralError> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !whole.iter().all(|group| digits(group) && !group.is_empty()) || !digits(decimals) {
        return Err(NumeralError::Malformed);
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > PLACES {
        return Err(NumeralError::TooPrecise);
    }
    let mut number: i64 = 0;
    for digit in whole.iter().flat_map(|group| group.bytes()) {
        number = number
            .checked_mul(10)
            .and_then(|n| n.checked_add(i64::from(digit - b'0')))
            .ok_or(NumeralError::TooLarge)?;
    }
    let zeros = "000000".get(decimals.len()..).unwrap_or("");
    let digits = decimals.bytes().chain(zeros.bytes());
    let millionths = digits.fold(0, |n: u32, digit| n * 10 + u32::from(digit - b'0'));
    Fixed::of_parts(number, millionths).ok_or(NumeralError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_of_official_tables() {
        for (text, value, ambiguous) in [
            ("0,7", "0.7", false),
            ("0.60", "0.6", false),
            ("3.000", "3000", true),
            ("1.200.000", "1200000", false),
            ("0.600", "0.6", false),
            ("00.500", "0.5", false),
            ("1,234", "1.234", true),
            ("1200.500", "1200.5", true),
            ("1.234,5", "1234.5", false),
            ("1,234.5", "1234.5", false),
            ("1.234.567,25", "1234567.25", false),
            ("1,200,000", "1200000", false),
            ("01", "1", false),
            ("000", "0", false),
            ("17,000,000,000,000", "17000000000000", false),
            ("9.223.372.036.854.775.807,999999", "9223372036854775807.999999", false),
            ("2,50000000000", "2.5", false),
        ] {
            let numeral = read_numeral(text).unwrap();
            assert_eq!((numeral.value.to_string().as_str(), numeral.ambiguous), (value, ambiguous), "{text}");
        }
    }

    #[test]
    fn numerals_that_are_refused() {
        use NumeralError::{Malformed, TooLarge, TooPrecise};
        for (text, error) in [
            ("", Malformed),
            ("1.20.000", Malformed),
            ("1,2,3", Malformed),
            ("1.2.3,4", Malformed),
            ("1.", Malformed),
            (",5", Malformed),
            ("1.234,567.8", Malformed),
            ("12a", Malformed),
            ("٣", Malformed),
            ("0,1234567", TooPrecise),
            ("9223372036854775808", TooLarge),
            ("99999999999999999999999999", TooLarge),
        ] {
            assert_eq!(read_numeral(text), Err(error), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_placed() {
        fn told(text: &str) -> (Option<&str>, String) {
            let error = parse_number(text).unwrap_err();
            (error.span.map(|span| span.of(text)), error.expected_vi)
        }
        let vi = |phrase: Phrase| phrase.vi;
        assert_eq!(told("  1.20.000 "), (Some("1.20.000"), vi(expected::numeral())));
        assert_eq!(told("- 0,1234567"), (Some("0,1234567"), vi(expected::at_most_six_decimals())));
        assert_eq!(parse_number("9 triệu tỷ").unwrap().value.to_string(), "9000000000000000");
        assert_eq!(told("9 tỷ tỷ tỷ"), (Some("9 tỷ tỷ tỷ"), vi(expected::number_in_range())));
        assert_eq!(told(" "), (None, vi(expected::numeral())));
    }
}
