//! Requirements with a name before their number: a place among the first N, a thing measured.

use super::MilestoneTarget;
use super::cursor::{Cursor, OPERATORS, is_sign};
use super::quantity::{check_words, is_scope, simple, take_suffix};
use crate::codes::TargetKind;
use crate::text::{Token, TokenKind, starts_with, words_of};
use crate::unit::Unit;

/// `Thuộc nhóm 30 tỉnh`, `top 3`, `xếp thứ 5`: a place among the first N.
pub(super) fn rank(text: &str, tokens: &[Token<'_>]) -> Option<Box<MilestoneTarget>> {
    const BEFORE: &[&str] = &[
        "thuộc", "nằm", "đứng", "vào", "trong", "lọt", "xếp", "phấn", "đấu", "duy", "trì", "được", "giữ",
        "đạt", "ở", "vị", "trí",
    ];
    let mut cursor = Cursor { rest: tokens };
    while cursor.take(|token| BEFORE.iter().any(|word| token.is_word(word))).is_some() {}
    let group = ["nhóm", "top", "tốp"].iter().any(|word| cursor.phrase(&[word]));
    let place = [&["thứ", "hạng"] as &[&str], &["hạng", "thứ"], &["thứ", "bậc"], &["thứ"], &["hạng"]];
    if !group && !place.iter().any(|words| cursor.phrase(words)) {
        return None;
    }
    if !matches!(cursor.operator(), None | Some(TargetKind::AtMost)) {
        return None;
    }
    let mut target = Box::new(MilestoneTarget::of_kind(TargetKind::AtMost));
    let (value, multiplier) = cursor.number(&mut target.notes).ok()?;
    target.value = Some(value.checked_mul(multiplier)?);
    target.unit = Some(Unit::Rank);
    let bounded = take_suffix(cursor.rest).1.is_some();
    if bounded || cursor.rest.first().is_some_and(|next| next.is_word("hàng")) {
        return None;
    }
    if is_scope(text, cursor.rest) {
        target.scope = Some(words_of(text, cursor.rest).into());
    } else if !cursor.rest.is_empty() {
        check_words(cursor.rest).ok()?;
        target.noun = Some(words_of(text, cursor.rest).to_owned());
    }
    Some(target)
}

/// Whether words before `đạt` or a parenthesis say more than a name: `chưa đạt`, `giảm đạt`, `tối đa (50%)`.
fn changes_meaning(named: &[Token<'_>]) -> bool {
    const BEFORE: &[&str] = &["không", "chưa", "giảm", "tăng", "ước", "khoảng", "gần", "bản"];
    let ends = |words: &[&str]| {
        named
            .len()
            .checked_sub(words.len())
            .and_then(|at| named.get(at..))
            .is_some_and(|last| starts_with(last, words))
    };
    let at_an_end = |word: &&str| {
        named.first().is_some_and(|first| first.is_word(word))
            || named.last().is_some_and(|last| last.is_word(word))
    };
    BEFORE.iter().any(at_an_end) || OPERATORS.iter().any(|(words, _)| ends(words))
}

/// A requirement of a thing named before it: `6G (50%)`, `5G ≥ 90%`, `01 Gb/s đạt 100%`, `hồ sơ đạt 90%`.
pub(super) fn qualified(text: &str, tokens: &[Token<'_>]) -> Option<Box<MilestoneTarget>> {
    let has_digit = |token: &Token<'_>| token.key.contains(|c: char| c.is_ascii_digit());
    let (named, requirement) = match tokens {
        // `5G: 90%`, `5G ≥ 90%`
        [name, colon, rest @ ..]
            if name.kind == TokenKind::Word && has_digit(name) && colon.is_symbol(':') =>
        {
            (std::slice::from_ref(name), rest)
        }
        [name, rest @ ..]
            if name.kind == TokenKind::Word
                && has_digit(name)
                && !rest.iter().any(|token| token.is_symbol('(')) =>
        {
            (std::slice::from_ref(name), rest)
        }
        [inner @ .., close] if close.is_symbol(')') => {
            let open = inner.iter().position(|token| token.is_symbol('('))?;
            (tokens.get(..open)?, inner.get(open + 1..)?)
        }
        _ => {
            let at = tokens.iter().rposition(|token| token.is_word("đạt"))?;
            (tokens.get(..at)?, tokens.get(at + 1..)?)
        }
    };
    let is_name = if changes_meaning(named) {
        false
    } else if named.iter().any(Token::is_number) {
        // A measure (`01 Gb/s`) names the thing; a count (`03 xã`) would be a requirement of its own.
        matches!(simple(text, named).ok()?.unit, Some(Unit::Other(_)))
    } else {
        let foreign = |token: &Token<'_>| is_sign(token) || token.is_symbol('(') || token.is_symbol(')');
        named.iter().any(|token| token.kind == TokenKind::Word) && !named.iter().any(foreign)
    };
    let mut target = simple(text, requirement).ok().filter(|_| is_name)?;
    target.qualifier = Some(words_of(text, named).to_owned());
    Some(target)
}
