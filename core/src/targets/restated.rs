//! What a clause says beside its requirement that asks for nothing more: the level a value starts from, and the same
//! requirement in another form. Both stand in a note with their place.
//!
//! | clause | target | note |
//! |---|---|---|
//! | `tăng từ 5% lên 10%`, `giảm từ 10 xuống còn 5 ngày` | `10%`, `5 ngày` | `starts-from`: `5%`, `10` |
//! | `10/12 xã (83,3%)`, `83,3% (10/12 xã)`, `100% (25/25)` | what stands first | `restated`, where the two agree |
//! | `70% số xã (85 xã)` | the share | `restated` |
//! | `500 tỷ đồng (tương đương 20 triệu USD)`, `05 xã (chiếm 50%)` | what stands first | `restated` |
//! | `112 triệu đồng (4.400 USD)` | what stands first | `restated` |
//! | `trên 11%, phấn đấu 12%`, `8% (phấn đấu 9%)` | what stands first | `stretch` |
//! | `80% (tăng 5% so với năm 2024)`, `80%, tăng 5% so với năm 2024` | the level | `restated`: the change |

use super::MilestoneTarget;
use super::clause::{self, Clause};
use super::named::rank;
use super::parse::trim;
use super::period::Period;
use super::quantity::simple;
use crate::codes::{NoteCode, TargetKind};
use crate::note::Note;
use crate::number::{Fixed, read_numeral};
use crate::text::{Token, span_of, starts_with};
use crate::unit::{Unit, is_money};

/// Words that say that what follows is what stands before them.
const EQUAL: &[&[&str]] = &[
    &["tương", "đương", "với"],
    &["tương", "đương"],
    &["tương", "ứng", "với"],
    &["tương", "ứng"],
    &["tức", "là"],
    &["tức"],
    &["chiếm"],
    &["bằng"],
];

/// A clause without something that it also says, and that.
struct Aside<'t, 'k> {
    rest: Vec<Token<'k>>,
    also: &'t [Token<'k>],
    bracketed: bool,
}

impl<'t, 'k> Aside<'t, 'k> {
    /// Of what stands before something that is also said, that, and what stands behind it.
    fn of(before: &[Token<'k>], also: &'t [Token<'k>], after: &[Token<'k>], bracketed: bool) -> Option<Self> {
        let is_one = !before.is_empty() && also.iter().any(Token::is_number);
        is_one.then(|| Aside { rest: [before, after].concat(), also, bracketed })
    }
}

/// Cuts `từ 5%` out of `tăng từ 5% lên 10%`.
fn without_start<'t, 'k>(text: &str, tokens: &'t [Token<'k>]) -> Option<Aside<'t, 'k>> {
    let level = (2..tokens.len()).find(|at| {
        let is_level = |token: &Token<'_>| ["lên", "xuống", "còn"].iter().any(|word| token.is_word(word));
        tokens.get(*at).is_some_and(is_level)
            && !tokens.get(at - 1).is_some_and(|before| before.is_word("trở"))
    })?;
    let from = tokens.get(..level)?.iter().rposition(|token| token.is_word("từ"))?;
    let start = trim(tokens.get(from + 1..level)?);
    let (_, asked) = Period::cut(start);
    let plain = |target: &MilestoneTarget| target.kind == TargetKind::Reach && target.change.is_none();
    let is_start = simple(text, asked).is_ok_and(|target| plain(&target)) || rank(text, asked).is_some();
    if !is_start || !tokens.get(level..)?.iter().any(Token::is_number) {
        return None;
    }
    Some(Aside { rest: [tokens.get(..from)?, tokens.get(level..)?].concat(), also: start, bracketed: false })
}

/// Cuts `(83,3%)` or `, tăng 5% so với năm 2024` off a clause.
fn without_aside<'t, 'k>(tokens: &'t [Token<'k>]) -> Option<Aside<'t, 'k>> {
    let mut opens = tokens.iter().enumerate().filter(|(_, token)| token.is_symbol('('));
    if let (Some((open, _)), None) = (opens.next(), opens.next()) {
        let close = open + tokens.get(open..)?.iter().position(|token| token.is_symbol(')'))?;
        let words = tokens.get(close + 1..)?;
        let only_words = !words.iter().any(|token| token.is_number() || super::cursor::is_sign(token));
        return Aside::of(tokens.get(..open)?, tokens.get(open + 1..close)?, words, true)
            .filter(|_| only_words);
    }
    let strives = |at: &usize| tokens.get(*at..).is_some_and(|rest| starts_with(rest, &["phấn", "đấu"]));
    if let Some(at) = (1..tokens.len()).find(strives) {
        let mut before = trim(tokens.get(..at)?);
        if let [rest @ .., and] = before
            && and.is_word("và")
        {
            before = trim(rest);
        }
        return Aside::of(before, tokens.get(at..)?, &[], false);
    }
    let comma = tokens.iter().rposition(|token| token.is_symbol(','))?;
    Aside::of(tokens.get(..comma)?, tokens.get(comma + 1..)?, &[], false)
}

/// The requirement of a clause that also says where its value starts, or the same in another form.
pub(super) fn restated(text: &str, tokens: &[Token<'_>]) -> Option<Box<MilestoneTarget>> {
    if let Some(start) = without_start(text, tokens)
        && let Clause::Requirement(mut target) = clause::plain(text, &start.rest)
        && target.change.is_none()
    {
        if target.unit.is_none() {
            let (_, asked) = Period::cut(start.also);
            target.unit = simple(text, asked).ok().and_then(|start| start.unit);
        }
        target.notes.push(Note::new(NoteCode::StartsFrom, span_of(start.also)));
        return Some(target);
    }
    let aside = without_aside(tokens)?;
    let equal = EQUAL.iter().find(|words| starts_with(aside.also, words));
    let asked = aside.also.get(equal.map_or(0, |words| words.len())..)?;
    let other = simple(text, without_yardstick(asked, equal.is_some()))
        .ok()
        .filter(|other| other.kind == TargetKind::Reach);
    let count = count_of(asked).or(other.as_ref().and_then(|other| other.value.zip(other.out_of)));
    if other.is_none() && count.is_none() {
        return None;
    }
    let percent = other.as_ref().and_then(|other| share(other));
    let is_level = |target: &MilestoneTarget| target.change.is_none();
    let strives = starts_with(aside.also, &["phấn", "đấu"]);
    if let Clause::Requirement(mut target) = clause::plain(text, &aside.rest) {
        // `trên 11%, phấn đấu 12%`
        if strives {
            let same = other.is_some_and(|other| {
                other.unit == target.unit && other.change.is_none_or(|_| other.change == target.change)
            });
            target.notes.push(Note::new(NoteCode::Stretch, span_of(aside.also)));
            return Some(target).filter(|target| same && target.is_numeric());
        }
        let counted = || {
            let plain =
                other.as_ref().is_some_and(|other| other.unit == Some(Unit::Count) && other.out_of.is_none());
            plain && aside.bracketed && share(&target).is_some()
        };
        let agrees =
            counted() || agree(share(&target), count) || agree(percent, target.value.zip(target.out_of));
        let in_money = |other: &MilestoneTarget| {
            let both = [&target.unit, &other.unit].map(|unit| unit.as_ref().is_some_and(is_money));
            aside.bracketed && both == [true, true]
        };
        let fits = |other: &MilestoneTarget| match other.change {
            None => (equal.is_some() || in_money(other)) && other.unit != target.unit,
            Some(_) => aside.bracketed || other.change_since.is_some() || other.base.is_some(),
        };
        if is_level(&target) && (agrees || other.as_deref().is_some_and(fits)) {
            target.notes.push(Note::new(NoteCode::Restated, span_of(aside.also)));
            return Some(target);
        }
        // Of `tăng 5% (đạt 80%)` the level can be compared.
        let mut level = other.filter(|other| is_level(other) && other.unit.is_some())?;
        if is_level(&target) || !aside.bracketed {
            return None;
        }
        level.qualifier = target.qualifier;
        level.notes.push(Note::new(NoteCode::Restated, span_of(&aside.rest)));
        return Some(level);
    }
    // `10/12 (83,3%)`
    let mut other = other.filter(|_| agree(percent, count_of(&aside.rest)))?;
    other.notes.push(Note::new(NoteCode::Restated, span_of(&aside.rest)));
    Some(other)
}

/// The tokens of a clause without what it says beside its requirement, where it says such a thing.
pub(super) fn once<'k>(text: &str, tokens: &[Token<'k>]) -> Option<Vec<Token<'k>>> {
    let start = without_start(text, tokens);
    start
        .or_else(|| without_aside(tokens).filter(|_| restated(text, tokens).is_some()))
        .map(|aside| aside.rest)
}

/// Without what another value is compared with, where words say so: `bằng 110% so với năm 2024`.
fn without_yardstick<'t, 'k>(tokens: &'t [Token<'k>], is_equal: bool) -> &'t [Token<'k>] {
    let at =
        (0..tokens.len()).find(|at| tokens.get(*at..).is_some_and(|rest| starts_with(rest, &["so", "với"])));
    at.filter(|_| is_equal).and_then(|at| tokens.get(..at)).unwrap_or(tokens)
}

/// A percent.
fn share(target: &MilestoneTarget) -> Option<Fixed> {
    target.value.filter(|_| target.unit == Some(Unit::Percent) && target.change.is_none())
}

/// `10/12`, with words or without.
fn count_of(tokens: &[Token<'_>]) -> Option<(Fixed, Fixed)> {
    let [part, slash, whole, rest @ ..] = tokens else { return None };
    let number =
        |token: &Token<'_>| read_numeral(token.key).ok().filter(|_| token.is_number()).map(|read| read.value);
    let is_count = slash.is_symbol('/') && !rest.iter().any(Token::is_number);
    number(part).zip(number(whole)).filter(|(part, whole)| is_count && part <= whole)
}

/// Whether a percent is what so many of so many are, cut or rounded to the decimals it has.
fn agree(share: Option<Fixed>, count: Option<(Fixed, Fixed)>) -> bool {
    let (Some(share), Some((part, whole))) = (share, count) else { return false };
    let exact = Fixed::from_int(100).and_then(|hundred| part.checked_mul(hundred)?.checked_div(whole));
    let decimals = share.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let step = (0..decimals).fold(Fixed::ONE.millionths(), |step, _| step / 10);
    exact.is_some_and(|exact| exact.millionths().abs_diff(share.millionths()) < step.unsigned_abs())
}
