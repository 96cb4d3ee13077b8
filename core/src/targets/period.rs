//! The years a clause names beside its requirement: the year to reach it by, the stage it holds for, and the year a change
//! is counted from.

use std::sync::Arc;

use super::MilestoneTarget;
use super::clause::{Unfit, unfit};
use super::quantity::check_words;
use crate::codes::NoteCode;
use crate::dates::YEARS;
use crate::text::{Token, starts_with, words_of};

/// The year a numeral is, if any.
pub(super) fn year(token: &Token<'_>) -> Option<i32> {
    let four = token.is_number() && token.key.len() == 4;
    four.then(|| token.key.parse::<i32>().ok()).flatten().filter(|year| YEARS.contains(year))
}

/// What a clause says of its time.
#[derive(Clone, Copy, Default)]
pub(super) struct Period<'t, 'k> {
    pub(super) year: Option<i32>,
    /// `giai đoạn 2026-2030`
    pub(super) stage: Option<&'t [Token<'k>]>,
}

impl<'t, 'k> Period<'t, 'k> {
    /// Cuts the time off either end of a clause.
    pub(super) fn cut(tokens: &'t [Token<'k>]) -> (Period<'t, 'k>, &'t [Token<'k>]) {
        if !tokens.iter().any(|token| year(token).is_some()) {
            return (Period::default(), tokens);
        }
        let (first, tokens) = leading(tokens);
        let (last, tokens) = trailing(tokens);
        match (first, last) {
            (Some(When::Year(a)), Some(When::Stage(stage)))
            | (Some(When::Stage(stage)), Some(When::Year(a))) => {
                (Period { year: Some(a), stage: Some(stage) }, tokens)
            }
            (Some(when), None) | (None, Some(when)) => (when.period(), tokens),
            (None, None) => (Period::default(), tokens),
            // Two years, two stages: of no use to anybody.
            (Some(_), Some(_)) => (Period::default(), &[]),
        }
    }

    /// Cuts the time off what stands before a requirement, where a stage needs no name: `bình quân 2026-2030`.
    pub(super) fn before(tokens: &'t [Token<'k>]) -> (Period<'t, 'k>, &'t [Token<'k>]) {
        match Period::cut(tokens) {
            (period, cut)
                if period.is_empty() && cut.len() == tokens.len() && cut.iter().any(Token::is_number) =>
            {
                let last =
                    |count: usize| tokens.len().checked_sub(count).and_then(|at| tokens.split_at_checked(at));
                let years = |(before, stage): &(&[Token<'_>], &[Token<'_>])| {
                    let averages = is_one(before.last(), &["quân", "bình"]);
                    averages && matches!(stage, [n, years] if n.is_number() && years.is_word("năm"))
                };
                match last(3).filter(|(_, stage)| spans_years(stage)).or_else(|| last(2).filter(years)) {
                    Some((rest, stage)) => (Period { year: None, stage: Some(stage) }, rest),
                    None => (period, cut),
                }
            }
            cut => cut,
        }
    }

    /// Says it of a requirement; not of one that holds somewhere else already.
    pub(super) fn of(self, text: &str, target: &mut MilestoneTarget) -> Result<(), Unfit> {
        target.by_year = self.year.or(target.by_year);
        let Some(stage) = self.stage else { return Ok(()) };
        match target.scope.replace(words_of(text, stage).into()) {
            None => Ok(()),
            Some(_) => Err(unfit(stage.first())),
        }
    }

    pub(super) fn is_stage(&self) -> bool {
        self.stage.is_some()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.year.is_none() && self.stage.is_none()
    }
}

#[derive(Clone, Copy)]
enum When<'t, 'k> {
    Year(i32),
    Stage(&'t [Token<'k>]),
}

impl<'t, 'k> When<'t, 'k> {
    fn period(self) -> Period<'t, 'k> {
        match self {
            When::Year(year) => Period { year: Some(year), stage: None },
            When::Stage(stage) => Period { year: None, stage: Some(stage) },
        }
    }
}

fn is_one(token: Option<&Token<'_>>, words: &[&str]) -> bool {
    token.is_some_and(|token| words.iter().any(|word| token.is_word(word)))
}

/// How many tokens of a stage (`giai đoạn 2026 - 2030`, `5 năm 2026-2030`) stand at the head.
fn stage(tokens: &[Token<'_>]) -> Option<usize> {
    let mut at = usize::from(is_one(tokens.first(), &["trong"]));
    at += usize::from(is_one(tokens.get(at), &["cả", "mỗi"]));
    let named = tokens.get(at..)?;
    let is_named =
        [["giai", "đoạn"], ["nhiệm", "kỳ"], ["thời", "kỳ"]].iter().any(|words| starts_with(named, words));
    at += if is_named { 2 } else { 0 };
    let is_counted = tokens.get(at).is_some_and(Token::is_number) && is_one(tokens.get(at + 1), &["năm"]);
    at += if is_counted { 2 } else { 0 };
    let years = tokens.get(at..at + 3)?;
    ((is_named || is_counted) && spans_years(years)).then_some(at + 3)
}

/// `2026-2030`
fn spans_years(tokens: &[Token<'_>]) -> bool {
    let [first, mark, last] = tokens else { return false };
    let spans = mark.is_symbol('-') || mark.is_word("đến") || mark.is_symbol('/');
    spans && year(first).is_some() && year(first) < year(last)
}

fn leading<'t, 'k>(tokens: &'t [Token<'k>]) -> (Option<When<'t, 'k>>, &'t [Token<'k>]) {
    let nothing = (None, tokens);
    let mut at = 0;
    for words in [["phấn", "đấu"], ["dự", "kiến"], ["mục", "tiêu"]] {
        if tokens.get(at..).is_some_and(|rest| starts_with(rest, &words)) {
            at += 2;
        }
    }
    let (when, end) = if let Some(length) = tokens.get(at..).and_then(stage) {
        (tokens.get(at..at + length).map(When::Stage), at + length)
    } else {
        let from = at;
        at += usize::from(is_one(tokens.get(at), &["đến", "tới", "vào", "trong"]));
        at += usize::from(at > from && is_one(tokens.get(at), &["hết", "cuối"]));
        at += usize::from(is_one(tokens.get(at), &["năm"]));
        let Some(found) = tokens.get(at).and_then(year) else { return nothing };
        let colon = tokens.get(at + 1).is_some_and(|next| next.is_symbol(':'));
        if at == from && !colon {
            return nothing;
        }
        (Some(When::Year(found)), at + 1)
    };
    let Some(next) = tokens.get(end) else { return nothing };
    if next.is_symbol('-') || next.is_symbol('/') || is_one(Some(next), &["đến", "tới", "và"]) {
        return nothing;
    }
    let mark = usize::from(next.is_symbol(',') || next.is_symbol(':'));
    match tokens.get(end + mark..) {
        Some(rest) if !rest.is_empty() => (when, rest),
        _ => nothing,
    }
}

/// Words before a bare year by which the requirement is not due.
const NOT_BY: &[&str] = &[
    "với", "kỳ", "lần", "từ", "mức", "đoạn", "điểm", "của", "theo", "bằng", "như", "hoạch", "toán", "trước",
    "sau", "quý", "tháng", "ngày", "đôi", "hơn", "đầu",
];

fn trailing<'t, 'k>(tokens: &'t [Token<'k>]) -> (Option<When<'t, 'k>>, &'t [Token<'k>]) {
    let nothing = (None, tokens);
    let (inner, closed) = match tokens {
        [inner @ .., close] if close.is_symbol(')') => (inner, true),
        inner => (inner, false),
    };
    let Some((last, before)) = inner.split_last() else { return nothing };
    let Some(found) = year(last) else { return nothing };
    let token = |at: usize| at.checked_sub(1).and_then(|at| before.get(at));
    // A stage ends with a year too.
    let staged = (5..=9).rev().find_map(|length| {
        let at = inner.len().checked_sub(length)?;
        (inner.get(at..).and_then(stage)? == length).then_some(at)
    });
    let mut at = before.len();
    let when = if let Some(from) = staged {
        at = from;
        if is_one(token(at), &["với"]) {
            return nothing;
        }
        inner.get(from..).map(When::Stage)
    } else {
        let named = is_one(token(at), &["năm"]);
        at -= usize::from(named);
        at -= usize::from(is_one(token(at), &["hết", "cuối"]));
        let led = is_one(token(at), &["vào", "đến", "tới", "trong"]);
        at -= usize::from(led);
        let opened =
            closed && at.checked_sub(1).and_then(|at| inner.get(at)).is_some_and(|open| open.is_symbol('('));
        let span = token(at)
            .is_some_and(|token| year(token).is_some() || token.is_symbol('-') || token.is_symbol('/'));
        if span || !(led || (named && !is_one(token(at), NOT_BY)) || opened) {
            return nothing;
        }
        Some(When::Year(found))
    };
    if closed {
        match at.checked_sub(1).and_then(|open| Some((inner.get(open)?, inner.get(..open)?))) {
            Some((open, rest)) if open.is_symbol('(') && !rest.is_empty() => return (when, rest),
            _ => return nothing,
        }
    }
    match inner.get(..at) {
        Some([rest @ .., comma]) if comma.is_symbol(',') && !rest.is_empty() => (when, rest),
        Some(rest) if !rest.is_empty() => (when, rest),
        _ => nothing,
    }
}

/// Cuts `so với năm 2020` off the words after a number, and says it of the target.
pub(super) fn take_since<'t, 'k>(
    text: &str,
    tail: &'t [Token<'k>],
    target: &mut MilestoneTarget,
    is_change: bool,
) -> Result<&'t [Token<'k>], Unfit> {
    let pair = |words: [&str; 2]| {
        tail.windows(2).position(|pair| matches!(pair, [a, b] if a.is_word(words[0]) && b.is_word(words[1])))
    };
    let (at, skip) = match pair(["so", "với"]) {
        Some(at) => (at, 2),
        // `gấp 2 lần năm 2020`
        None if is_change
            && tail.len() == 2
            && is_one(tail.first(), &["năm"])
            && tail.get(1).and_then(year).is_some() =>
        {
            (0, 0)
        }
        None => return Ok(tail),
    };
    let (before, since) = (tail.get(..at).unwrap_or(&[]), tail.get(at + skip..).unwrap_or(&[]));
    if !is_change {
        return Err(Unfit {
            code: NoteCode::RelativeToAnother,
            span: tail.get(at..).and_then(crate::text::span_of),
        });
    }
    let mut words = since;
    for lead in [&["cùng", "kỳ"] as &[&str], &["thời", "điểm"], &["mức"], &["cuối"], &["năm"]] {
        if starts_with(words, lead) {
            words = words.get(lead.len()..).unwrap_or(&[]);
        }
    }
    if let [only] = words
        && let Some(found) = year(only)
    {
        target.change_since = Some(found);
    } else {
        if stage(since) != Some(since.len()) {
            check_words(since)?;
        }
        // A share's own base and this one are one base.
        let whole = target.unit.is_some() && !before.is_empty();
        target.base = Some(Arc::from(words_of(text, if whole { tail } else { since })));
        return Ok(if whole { &[] } else { before });
    }
    Ok(before)
}
