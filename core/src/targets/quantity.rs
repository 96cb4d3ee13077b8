//! A quantity: a number or an interval with its operator, and the words after it.

use super::MilestoneTarget;
use super::clause::{Read, Unfit, trend_at, unfit};
use super::cursor::{Cursor, OPERATORS, is_sign};
use super::parse::trim;
use super::worded;
use crate::codes::{NoteCode, TargetKind};
use crate::number::{Fixed, multiplier};
use crate::text::{Token, TokenKind, starts_with, words_of};
use crate::unit::{Unit, begins_measure};

/// Words that may stand before a requirement and add nothing to it.
const FILLERS: &[&str] = &[
    "đạt",
    "chiếm",
    "phấn",
    "đấu",
    "có",
    "là",
    "được",
    "từ",
    "mức",
    "hoàn",
    "thành",
    "duy",
    "trì",
    "đạt được",
];

/// Where or among whom a requirement holds, when the words after its number begin so.
const SCOPES: &[&[&str]] = &[
    &["đông", "nam", "á"],
    &["thế", "giới"],
    &["toàn", "cầu"],
    &["châu", "á"],
    &["cả", "nước"],
    &["toàn", "quốc"],
    &["quốc", "gia"],
    &["quốc", "tế"],
    &["trong", "nước"],
    &["trong", "tỉnh"],
    &["toàn", "tỉnh"],
    &["asean"],
];

/// `[filler] [operator] quantity`, to the end of the clause.
pub(super) fn simple(text: &str, tokens: &[Token<'_>]) -> Read {
    let mut cursor = Cursor { rest: tokens };
    let mut operator = None;
    loop {
        let before = cursor.rest;
        if let Some(kind) = cursor.operator() {
            if operator.replace(kind).is_some() {
                return Err(unfit(before.first()));
            }
        } else if cursor.take(|token| FILLERS.iter().any(|word| token.is_word(word))).is_none() {
            break;
        }
    }
    let mut notes = Vec::new();
    let in_words = worded::at_head(cursor.rest, operator.is_some());
    let (low, mut multiplier) = match in_words {
        Some((number, rest)) => {
            cursor.rest = rest;
            (number, Fixed::ONE)
        }
        None => cursor.number(&mut notes)?,
    };
    let mut percent = cursor.percent();
    let mut high = None;
    let after_low = cursor.rest;
    let joined = match cursor.rest {
        [dash, number, ..] if number.is_number() => dash.is_symbol('-') || dash.is_word("đến"),
        _ => false,
    };
    if joined {
        cursor.rest = cursor.rest.get(1..).unwrap_or(&[]);
        let (number, upper) = cursor.number(&mut notes)?;
        percent |= cursor.percent();
        high = Some(scaled(number, upper, after_low)?);
        // `2 - 3 triệu` is two to three million.
        if multiplier == Fixed::ONE {
            multiplier = upper;
        }
    }
    let (tail, suffix) = take_suffix(cursor.rest);
    let mut low = scaled(low, multiplier, after_low)?;
    // `900 triệu - 1,2 tỷ đồng` is 0,9 to 1,2 of `tỷ đồng`.
    if high.is_some() && multiplier != Fixed::ONE && scale_of_unit(tail) != Fixed::ONE {
        let exact = low.checked_div(scale_of_unit(tail));
        low = exact
            .filter(|part| part.checked_mul(scale_of_unit(tail)) == Some(low))
            .ok_or(unfit(tail.first()))?;
    }
    let kind = match (operator, suffix, high) {
        (None, None, None) => TargetKind::Reach,
        (None, None, Some(_)) => TargetKind::Interval,
        (Some(kind), None, None) | (None, Some(kind), None) => kind,
        (Some(kind), Some(same), None) if kind == same => kind,
        _ => return Err(unfit(after_low.first().or(tokens.first()))),
    };
    let mut target = Box::new(MilestoneTarget::of_kind(kind));
    if let Some(high) = high {
        if high < low {
            let span = crate::text::span_of(tokens);
            return Err(Unfit { code: NoteCode::Reversed, span });
        }
        (target.low, target.high) = (Some(low), Some(high));
    } else {
        target.value = Some(low);
    }
    target.notes = notes;
    target.unit = percent.then_some(Unit::Percent);
    tail_of_quantity(text, tail, &mut target)?;
    Ok(target)
}

fn scaled(number: Fixed, multiplier: Fixed, after: &[Token<'_>]) -> Result<Fixed, Unfit> {
    let code = NoteCode::NumberOutOfRange;
    number.checked_mul(multiplier).ok_or(Unfit { code, span: after.first().map(|token| token.span) })
}

/// Cuts `trở lên` or `trở xuống` off the words after a number, from either end.
pub(super) fn take_suffix<'t, 'k>(tokens: &'t [Token<'k>]) -> (&'t [Token<'k>], Option<TargetKind>) {
    for (last, kind) in [("lên", TargetKind::AtLeast), ("xuống", TargetKind::AtMost)] {
        if starts_with(tokens, &["trở", last]) {
            return (tokens.get(2..).unwrap_or(&[]), Some(kind));
        }
        if let [rest @ .., a, b] = tokens
            && a.is_word("trở")
            && b.is_word(last)
        {
            return (rest, Some(kind));
        }
    }
    (tokens, None)
}

/// The words after a number: its base, its scope, its unit, or what it counts.
fn tail_of_quantity(text: &str, tail: &[Token<'_>], target: &mut MilestoneTarget) -> Result<(), Unfit> {
    let tail = match tail.iter().rposition(|token| token.is_symbol('(')) {
        Some(open) if tail.last().is_some_and(|last| last.is_symbol(')')) => {
            let inner = tail.get(open + 1..tail.len() - 1).unwrap_or(&[]);
            if let [only] = inner
                && only.kind == TokenKind::Word
                && only.key.contains(|c: char| c.is_ascii_digit())
            {
                target.qualifier = Some(words_of(text, inner).to_owned());
            } else {
                check_words(inner)?;
                target.scope = Some(words_of(text, inner).into());
            }
            trim(tail.get(..open).unwrap_or(&[]))
        }
        _ => tail,
    };
    let Some(first) = tail.first() else { return Ok(()) };
    // `100/100 xã` is all of them, no rate: a rate right after its number counts thousands.
    if let [slash, per, _, ..] = tail
        && slash.is_symbol('/')
        && per.is_number()
        && per.key.bytes().filter(u8::is_ascii_digit).count() < 4
    {
        return Err(unfit(Some(per)));
    }
    check_words(tail)?;
    if first.is_word("và") || first.is_word("hoặc") || first.is_symbol(',') {
        return Err(unfit(Some(first)));
    }
    // A trend that could not be cut off belongs to no base and no noun.
    if let Some(at) = trend_at(tail) {
        return Err(unfit(tail.get(at)));
    }
    let said = words_of(text, tail);
    if is_scope(text, tail) {
        if target.scope.replace(said.into()).is_some() {
            return Err(unfit(Some(first)));
        }
    } else if target.unit == Some(Unit::Percent) {
        if first.is_symbol('/') {
            target.unit = Some(Unit::Other(format!("%{said}").into()));
        } else {
            target.base = Some(said.into());
        }
    } else if let Some((unit, rest)) = Unit::at_head(text, tail) {
        target.unit = Some(unit);
        let said = words_of(text, rest);
        if is_scope(text, rest) {
            if target.scope.replace(said.into()).is_some() {
                return Err(unfit(rest.first()));
            }
        } else if !rest.is_empty() {
            target.noun = Some(said.to_owned());
        }
    } else {
        target.unit = Some(Unit::Count);
        target.noun = Some(said.to_owned());
    }
    Ok(())
}

/// What the scale words of a unit of measure multiply by: `tỷ đồng`; 1 where there are none.
fn scale_of_unit(tokens: &[Token<'_>]) -> Fixed {
    match multiplier(tokens) {
        Ok((scale, rest)) if begins_measure(rest) => scale,
        _ => Fixed::ONE,
    }
}

/// Whether words bound, deny or multiply the number before them: then they are no base, scope or noun.
fn changes_the_number(tokens: &[Token<'_>]) -> bool {
    const MULTIPLIERS: &[&str] = &["trăm", "chục", "nghìn", "ngàn", "triệu", "tỷ", "tr", "phần", "vạn"];
    let bounds = |from: &[Token<'_>]| {
        let operator = OPERATORS.iter().any(|(words, _)| words.len() > 1 && starts_with(from, words));
        operator || starts_with(from, &["trở", "lên"]) || starts_with(from, &["trở", "xuống"])
    };
    let denies = |from: &[Token<'_>]| starts_with(from, &["chưa"]) || starts_with(from, &["không", "đạt"]);
    let multiplies = tokens.first().is_some_and(|first| MULTIPLIERS.iter().any(|word| first.is_word(word)))
        && scale_of_unit(tokens) == Fixed::ONE
        && !begins_measure(tokens);
    multiplies
        || (0..tokens.len()).any(|at| tokens.get(at..).is_some_and(|from| bounds(from) || denies(from)))
}

/// Refuses numbers, other than `/1000 …`, and signs among the words after a number.
pub(super) fn check_words(tokens: &[Token<'_>]) -> Result<(), Unfit> {
    if changes_the_number(tokens) {
        return Err(unfit(tokens.first()));
    }
    let mut after_slash = false;
    for token in tokens {
        let foreign = match token.kind {
            TokenKind::Number => !(after_slash && is_round(token.key)),
            TokenKind::Symbol(c) => {
                is_sign(token) || c.is_numeric() || !",/-.&'\"+".chars().any(|sign| sign == c)
            }
            TokenKind::Word => false,
        };
        if foreign {
            return Err(unfit(Some(token)));
        }
        after_slash = token.is_symbol('/');
    }
    let has_words = tokens.iter().any(|token| token.kind == TokenKind::Word);
    if has_words { Ok(()) } else { Err(unfit(tokens.first())) }
}

/// 1, 10, 100, 1.000 …: what a rate is counted per. `19/19 tiêu chí` is no rate.
fn is_round(numeral: &str) -> bool {
    let digits = numeral.replace(['.', ','], "");
    let digits = digits.trim_start_matches('0');
    digits.strip_prefix('1').is_some_and(|zeros| zeros.bytes().all(|zero| zero == b'0'))
}

/// Whether words say where a requirement holds. `vùng`, `khu vực` and `miền` do when a name follows.
pub(super) fn is_scope(text: &str, tokens: &[Token<'_>]) -> bool {
    let named = |words: &[&str]| {
        let next = tokens.get(words.len());
        let is_name = |token: &Token<'_>| token.starts_upper(text);
        starts_with(tokens, words) && next.is_some_and(is_name)
    };
    SCOPES.iter().any(|words| starts_with(tokens, words))
        || named(&["vùng"])
        || named(&["khu", "vực"])
        || named(&["miền"])
}
