//! Numbers in words: `hai mươi lăm`, `một trăm linh ba`, `một tỷ hai trăm triệu`, `hai triệu rưỡi`.
//!
//! `năm` is a five only before what makes it one (`năm mươi`, `năm trăm`, `năm triệu`), since alone it is a year; who calls
//! knows whether a counted noun does so too.

use super::{Fixed, multiplier};
use crate::text::Token;

/// A number in words at the head of some tokens.
pub(crate) struct InWords<'t, 'k> {
    pub(crate) value: Fixed,
    /// What follows it.
    pub(crate) rest: &'t [Token<'k>],
    /// The same without scale words, where these may belong to a unit behind them: `hai | tỷ đồng`.
    pub(crate) unscaled: Option<(Fixed, &'t [Token<'k>])>,
}

/// One to nine; `năm` among them.
pub(crate) fn digit(token: &Token<'_>) -> Option<i64> {
    const DIGITS: [&str; 9] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let at = DIGITS.iter().position(|word| token.is_word(word));
    let at = at.or_else(|| token.is_word("bẩy").then_some(6));
    at.and_then(|at| i64::try_from(at + 1).ok())
}

/// What `mươi` may be followed by.
fn unit_after_tens(token: &Token<'_>) -> Option<i64> {
    match () {
        () if token.is_word("mốt") => Some(1),
        () if token.is_word("tư") => Some(4),
        () if token.is_word("lăm") || token.is_word("nhăm") => Some(5),
        () => digit(token).filter(|five| *five != 5),
    }
}

type Group<'t, 'k> = (i64, &'t [Token<'k>]);

/// Ten to ninety-nine.
fn tens<'t, 'k>(tokens: &'t [Token<'k>]) -> Option<Group<'t, 'k>> {
    let (tens, rest) = match tokens {
        [ten, rest @ ..] if ten.is_word("mười") => (10, rest),
        [ten, word, rest @ ..] if word.is_word("mươi") => (digit(ten)? * 10, rest),
        _ => return None,
    };
    let unit = rest.first().and_then(unit_after_tens);
    Some(unit.map_or((tens, rest), |unit| (tens + unit, rest.get(1..).unwrap_or(&[]))))
}

/// One to nine hundred and ninety-nine; after a greater part of the number also `không trăm linh năm`.
fn group<'t, 'k>(tokens: &'t [Token<'k>], goes_on: bool) -> Option<Group<'t, 'k>> {
    if let [hundred, word, rest @ ..] = tokens
        && word.is_word("trăm")
        && let Some(hundred) = digit(hundred).or((goes_on && hundred.is_word("không")).then_some(0))
    {
        if let [link, unit, after @ ..] = rest
            && (link.is_word("linh") || link.is_word("lẻ"))
        {
            return Some((hundred * 100 + digit(unit).or(unit.is_word("tư").then_some(4))?, after));
        }
        let (below, rest) = tens(rest).unwrap_or((0, rest));
        return Some((hundred * 100 + below, rest));
    }
    tens(tokens).or_else(|| Some((digit(tokens.first()?)?, tokens.get(1..)?)))
}

/// Reads the number in words at the head of some tokens, as long as it goes.
pub(crate) fn in_words<'t, 'k>(tokens: &'t [Token<'k>]) -> Option<InWords<'t, 'k>> {
    let (mut value, mut rest) = (Fixed::ZERO, tokens);
    let mut least: Option<Fixed> = None;
    let mut unscaled = None;
    while let Some((number, after)) = group(rest, least.is_some()) {
        let (scale, behind) = multiplier(after).ok()?;
        let number = Fixed::from_int(number)?;
        let is_first = least.is_none();
        if let Some(least) = least {
            // A year, or a part that is no smaller, is another number.
            let lone = after.len() + 1 == rest.len() && scale == Fixed::ONE;
            if lone && rest.first().is_some_and(|five| five.is_word("năm")) {
                break;
            }
            if lone || scale >= least {
                return None;
            }
        }
        value = value.checked_add(number.checked_mul(scale)?)?;
        unscaled = (is_first && scale != Fixed::ONE).then_some((number, after));
        rest = behind;
        if let [half, behind @ ..] = rest
            && half.is_word("rưỡi")
        {
            value = value.checked_add(scale.checked_div(Fixed::from_int(2)?)?)?;
            return (scale != Fixed::ONE).then_some(InWords { value, rest: behind, unscaled: None });
        }
        if scale == Fixed::ONE {
            break;
        }
        least = Some(scale);
    }
    (rest.len() < tokens.len()).then_some(InWords { value, rest, unscaled })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lexed, words_of};

    fn read(text: &str) -> Option<(String, String)> {
        let lexed = Lexed::new(text);
        let tokens = lexed.tokens();
        in_words(&tokens).map(|read| (read.value.to_string(), words_of(text, read.rest).to_owned()))
    }

    #[test]
    fn numbers_in_words() {
        for (text, value, rest) in [
            ("hai xã", "2", "xã"),
            ("Mười", "10", ""),
            ("mười lăm phường", "15", "phường"),
            ("năm mươi phần trăm", "50", "phần trăm"),
            ("hai mươi mốt", "21", ""),
            ("chín mươi tư", "94", ""),
            ("BẢY MƯƠI NHĂM", "75", ""),
            ("một trăm doanh nghiệp", "100", "doanh nghiệp"),
            ("một trăm linh năm", "105", ""),
            ("ba trăm lẻ tư", "304", ""),
            ("hai trăm năm mươi", "250", ""),
            ("một nghìn hai trăm", "1200", ""),
            ("một ngàn không trăm linh ba", "1003", ""),
            ("hai mươi nghìn tỷ đồng", "20000000000000", "đồng"),
            ("một tỷ hai trăm triệu đồng", "1200000000", "đồng"),
            ("hai triệu rưỡi", "2500000", ""),
            ("hai triệu năm 2030", "2000000", "năm 2030"),
            ("ba chục", "30", ""),
            ("hai vạn", "20000", ""),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), rest.to_owned())), "{text}");
        }
        for text in ["", "xã", "mươi", "trăm", "không trăm", "một nghìn hai", "hai nghìn ba triệu", "rưỡi"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_in_words_is_the_number_it_says() {
        const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
        let digit = |n: usize| DIGITS[n % 10];
        let below_hundred = |n: usize| match (n / 10, n % 10) {
            (0, unit) => digit(unit).to_owned(),
            (1, 0) => "mười".to_owned(),
            (1, 5) => "mười lăm".to_owned(),
            (1, unit) => format!("mười {}", digit(unit)),
            (tens, 0) => format!("{} mươi", digit(tens)),
            (tens, 1) => format!("{} mươi mốt", digit(tens)),
            (tens, 5) => format!("{} mươi lăm", digit(tens)),
            (tens, unit) => format!("{} mươi {}", digit(tens), digit(unit)),
        };
        let below_thousand = |n: usize, whole: bool| match (n / 100, n % 100) {
            (0, rest) if !whole => below_hundred(rest),
            (hundreds, 0) => format!("{} trăm", digit(hundreds)),
            (hundreds, rest @ 1..10) => format!("{} trăm linh {}", digit(hundreds), digit(rest)),
            (hundreds, rest) => format!("{} trăm {}", digit(hundreds), below_hundred(rest)),
        };
        for n in (1..1_000).chain((1_000..1_000_000).step_by(997)) {
            let said = match (n / 1_000, n % 1_000) {
                (0, rest) => below_thousand(rest, false),
                (thousands, 0) => format!("{} nghìn", below_thousand(thousands, false)),
                (thousands, rest) => {
                    format!("{} nghìn {}", below_thousand(thousands, false), below_thousand(rest, true))
                }
            };
            assert_eq!(read(&said), Some((n.to_string(), String::new())), "{said}");
        }
    }
}
