//! Why a cell with numbers is no target: the reasons that are true of a whole cell, where one is known.

use super::MilestoneTarget;
use super::clause::Unfit;
use super::cursor::Cursor;
use super::lead::{Means, lead_word};
use super::period::year;
use super::worded::after_join;
use crate::codes::{NoteCode, TargetKind};
use crate::number::{Fixed, read_numeral};
use crate::text::{Token, match_key, span_of};
use crate::unit::Unit;

/// Provinces, as match keys: what a number is said for where each has its own.
const PLACES: &[&str] = &[
    "an giang",
    "bắc ninh",
    "cao bằng",
    "cà mau",
    "cần thơ",
    "gia lai",
    "hà nội",
    "hà tĩnh",
    "hưng yên",
    "hải phòng",
    "hồ chí minh",
    "huế",
    "khánh hòa",
    "lai châu",
    "lào cai",
    "lâm đồng",
    "lạng sơn",
    "nghệ an",
    "ninh bình",
    "phú thọ",
    "quảng ngãi",
    "quảng ninh",
    "quảng trị",
    "sơn la",
    "thanh hóa",
    "thái nguyên",
    "tuyên quang",
    "tây ninh",
    "vĩnh long",
    "đà nẵng",
    "điện biên",
    "đắk lắk",
    "đồng nai",
    "đồng tháp",
];

/// The reason of a clause that fits no form, or a better one of the whole cell.
pub(super) fn of_unread(text: &str, tokens: &[Token<'_>], unfit: Unfit) -> Unfit {
    let in_words = unfit.code == NoteCode::NumberInWords;
    if unfit.code != NoteCode::UnreadText && !in_words {
        return unfit;
    }
    let of = |code| Unfit { code, span: span_of(tokens) };
    if super::named::ranks_among_a_part(tokens) {
        return of(NoteCode::Fraction);
    }
    if in_words {
        return unfit;
    }
    if (0..tokens.len()).any(|at| tokens.get(at..).is_some_and(begins_open_range)) {
        return of(NoteCode::OpenRange);
    }
    let numbers = tokens.iter().filter(|token| token.is_number() && year(token).is_none()).count();
    if numbers < 2 {
        return unfit;
    }
    if are_shares(tokens) {
        return of(NoteCode::SharesOfAWhole);
    }
    if places(text, tokens) > 1 {
        return of(NoteCode::SeveralPlaces);
    }
    let mut years: Option<i32> = None;
    for found in tokens.iter().filter_map(year) {
        if years.replace(found).is_some_and(|before| before != found) {
            return of(NoteCode::SeveralYears);
        }
    }
    let or = tokens.iter().position(|token| token.is_word("hoặc"));
    let sides = or.and_then(|at| Some((tokens.get(..at)?, tokens.get(at..)?)));
    if sides.is_some_and(|(a, b)| a.iter().any(Token::is_number) && b.iter().any(Token::is_number)) {
        return of(NoteCode::Alternatives);
    }
    unfit
}

/// `50% đến dưới 60%`, `trên 50% đến 60%`
fn begins_open_range(tokens: &[Token<'_>]) -> bool {
    let without_bound = |tokens: &[Token<'_>]| {
        let sign = tokens.first().is_some_and(|sign| sign.is_symbol('>') || sign.is_symbol('<'));
        match lead_word(tokens) {
            Some((Means::Op(TargetKind::MoreThan | TargetKind::LessThan), words)) => words,
            _ => usize::from(sign),
        }
    };
    let above = without_bound(tokens);
    let mut cursor = Cursor { rest: tokens.get(above..).unwrap_or(&[]) };
    let after = cursor.take(Token::is_number).and_then(|_| {
        cursor.unit_sign();
        after_join(cursor.rest)
    });
    after.is_some_and(|after| {
        let below = without_bound(after);
        above + below > 0 && after.get(below).is_some_and(Token::is_number)
    })
}

/// Why requirements that were each read are no one target, if they are not.
pub(super) fn of_several(parts: &[MilestoneTarget]) -> Option<NoteCode> {
    let (first, rest) = parts.split_first()?;
    let named = |target: &MilestoneTarget| target.qualifier.is_some();
    // A year before a later requirement is that one's alone.
    let later = rest
        .iter()
        .any(|part| part.by_year.is_some() && part.by_year != first.by_year && !is_last_word(part));
    let differ = parts
        .iter()
        .filter_map(|part| part.by_year)
        .any(|year| first.by_year.is_some_and(|first| first != year));
    let again = rest.iter().any(|part| {
        let key = match_key(&part.text);
        let raised =
            ["tăng lên", "nâng lên", "giảm xuống", "giảm còn"].iter().any(|words| key.starts_with(words));
        raised && part.by_year.is_some() && part.unit == first.unit && !named(part)
    });
    if later || differ || again {
        return Some(NoteCode::SeveralYears);
    }
    let in_place = |part: &&MilestoneTarget| {
        let words = part.qualifier.as_deref().or(part.scope.as_deref());
        words.is_some_and(|words| is_place(&match_key(words)))
    };
    if parts.iter().filter(in_place).count() > 1 {
        return Some(NoteCode::SeveralPlaces);
    }
    let share = |part: &MilestoneTarget| {
        let plain = part.kind == TargetKind::Reach && part.unit == Some(Unit::Percent) && named(part);
        part.value.filter(|_| plain && part.base.is_none())
    };
    let sum = parts.iter().try_fold(Fixed::ZERO, |sum, part| sum.checked_add(share(part)?));
    (parts.len() > 2 && sum == Fixed::from_int(100)).then_some(NoteCode::SharesOfAWhole)
}

/// Whether a requirement's words end with its year.
fn is_last_word(part: &MilestoneTarget) -> bool {
    part.by_year.is_some_and(|year| part.text.trim_end_matches(')').ends_with(&year.to_string()))
}

/// `57% : 33% : 5%`, `10% - 50% - 40%`
fn are_shares(tokens: &[Token<'_>]) -> bool {
    let mut numbers = tokens.iter().filter(|token| !token.is_symbol('%'));
    let (mut sum, mut found, mut colons, mut expects_number) = (Fixed::ZERO, 0, 0, true);
    for token in &mut numbers {
        if expects_number {
            let Some(value) =
                Some(token).filter(|token| token.is_number()).and_then(|token| read_numeral(token.key).ok())
            else {
                return false;
            };
            let Some(new) = sum.checked_add(value.value) else { return false };
            (sum, found) = (new, found + 1);
        } else if token.is_symbol(':') {
            colons += 1;
        } else if !(token.is_symbol('-') || token.is_symbol('/')) {
            return false;
        }
        expects_number = !expects_number;
    }
    !expects_number
        && ((colons > 0 && colons + 1 == found) || (found > 2 && Some(sum) == Fixed::from_int(100)))
}

/// Whether words begin with the name of a place.
fn is_place(key: &str) -> bool {
    let bare = ["tỉnh ", "thành phố ", "tp. ", "tp.", "tp "].iter().find_map(|word| key.strip_prefix(word));
    bare.is_some_and(|name| PLACES.iter().any(|place| name.starts_with(place)))
        || PLACES.iter().any(|place| key.starts_with(place))
}

/// How many names of provinces stand in a cell.
fn places(text: &str, tokens: &[Token<'_>]) -> usize {
    let pair = |pair: &&[Token<'_>]| {
        matches!(pair, [a, b] if a.starts_upper(text) && PLACES.iter().any(|place| place.split_once(' ').is_some_and(|(x, y)| {
            a.is_word(x) && b.is_word(y.split(' ').next().unwrap_or(""))
        })))
    };
    tokens.windows(2).filter(pair).count()
}
