//! One clause of a target cell: a requirement, the demand that the value keep rising, or prose.

use super::MilestoneTarget;
use super::cursor::is_sign;
use super::named::{qualified, rank};
use super::parse::trim;
use super::period::Period;
use super::quantity::simple;
use super::restated::restated;
use super::worded;
use crate::codes::NoteCode;
use crate::text::{Span, Token, TokenKind, words_of};

/// What a clause says.
pub(super) enum Clause {
    Requirement(Box<MilestoneTarget>),
    /// `tăng dần`: the value is to keep rising.
    Trend,
    /// Words to be judged, with the number they show.
    Prose(Option<Box<MilestoneTarget>>),
    /// A number in no known form.
    Unfit(Unfit),
}

/// Why, and where, a clause with a number fits no form.
#[derive(Clone, Copy)]
pub(super) struct Unfit {
    pub(super) code: NoteCode,
    pub(super) span: Option<Span>,
}

pub(super) type Read = Result<Box<MilestoneTarget>, Unfit>;

pub(super) fn unfit(token: Option<&Token<'_>>) -> Unfit {
    Unfit { code: NoteCode::UnreadText, span: token.map(|token| token.span) }
}

/// Reads a clause. Tokens are what stands between two separators, without punctuation at the end.
pub(super) fn clause(text: &str, tokens: &[Token<'_>]) -> Clause {
    let mut clause = read(text, tokens);
    if let Clause::Requirement(part) | Clause::Prose(Some(part)) = &mut clause {
        words_of(text, tokens).clone_into(&mut part.text);
    }
    clause
}

fn read(text: &str, tokens: &[Token<'_>]) -> Clause {
    restated(text, tokens).map_or_else(|| plain(text, tokens), Clause::Requirement)
}

/// Reads a clause that says nothing twice.
pub(super) fn plain(text: &str, tokens: &[Token<'_>]) -> Clause {
    let doubles = |pair: &[Token<'_>]| matches!(pair, [a, b] if a.is_word("gấp") && (b.is_word("đôi") || b.is_word("rưỡi")));
    if !tokens.iter().any(holds_number) && !tokens.windows(2).any(doubles) {
        let has_words = tokens.iter().any(|token| token.kind == TokenKind::Word);
        if let Some(span) = worded::first_meant(text, tokens) {
            return match simple(text, tokens) {
                Ok(read) => Clause::Requirement(read),
                Err(unfit) if unfit.code != NoteCode::UnreadText => Clause::Unfit(unfit),
                Err(_) => Clause::Unfit(Unfit { code: NoteCode::NumberInWords, span: Some(span) }),
            };
        }
        return match tokens.iter().find(|token| is_sign(token)) {
            None if tokens.first().is_some_and(|first| first.is_word("tăng")) => Clause::Trend,
            None if has_words => Clause::Prose(None),
            sign => Clause::Unfit(unfit(sign.or(tokens.first()))),
        };
    }
    // `trong đó nữ 30%`: a part of what stands before, which is another thing measured.
    if within(tokens) {
        return part(text, tokens.get(2..).unwrap_or(&[]));
    }
    let (period, rest) = Period::cut(tokens);
    let rest = trim(rest);
    // Prose with a year asks for something by a date: no form of a target.
    if !period.is_empty() && !rest.iter().any(holds_number) && !rest.windows(2).any(doubles) {
        return Clause::Unfit(unfit(tokens.iter().find(|token| holds_number(token))));
    }
    match requirement(text, rest) {
        Clause::Requirement(mut target) => match period.of(text, &mut target) {
            Ok(()) => Clause::Requirement(target),
            Err(unfit) => Clause::Unfit(unfit),
        },
        read => read,
    }
}

/// What follows `trong đó`.
fn part(text: &str, tokens: &[Token<'_>]) -> Clause {
    let tokens = match tokens {
        [mark, rest @ ..] if mark.is_symbol(':') || mark.is_symbol(',') => rest,
        [rest @ .., close] if close.is_symbol(')') && !rest.iter().any(|token| token.is_symbol('(')) => rest,
        tokens => tokens,
    };
    if within(tokens) {
        return Clause::Unfit(unfit(tokens.first()));
    }
    match read(text, tokens) {
        Clause::Requirement(mut target) if target.qualifier.is_none() => {
            let thing = target.base.as_deref().or(target.noun.as_deref()).or(target.scope.as_deref());
            // `trong đó giai đoạn 2026-2030 đạt 8%`
            if thing.is_some() && Period::cut(tokens).0.is_stage() {
                return Clause::Requirement(target);
            }
            match thing.map(str::to_owned) {
                Some(thing) => {
                    target.qualifier = Some(thing);
                    Clause::Requirement(target)
                }
                None => Clause::Unfit(unfit(tokens.first())),
            }
        }
        read => read,
    }
}

fn holds_number(token: &Token<'_>) -> bool {
    token.is_number() || matches!(token.kind, TokenKind::Symbol(c) if c.is_numeric())
}

fn requirement(text: &str, tokens: &[Token<'_>]) -> Clause {
    let first = match simple(text, tokens) {
        Ok(requirement) => return Clause::Requirement(requirement),
        Err(first) => first,
    };
    if let Some(rank) = rank(text, tokens) {
        let by_level =
            tokens.windows(2).any(|pair| matches!(pair, [a, b] if a.is_word("ở") && b.is_word("mức")));
        return if by_level { Clause::Prose(Some(rank)) } else { Clause::Requirement(rank) };
    }
    let read = qualified(text, tokens).map_or(Clause::Unfit(first), Clause::Requirement);
    match read {
        // The number of `ít nhất hai xã đạt 50%` is no name of a thing.
        Clause::Requirement(part) if part.qualifier.is_some() => match worded::first_meant(text, tokens) {
            Some(span) => Clause::Unfit(Unfit { code: NoteCode::NumberInWords, span: Some(span) }),
            None => Clause::Requirement(part),
        },
        read => read,
    }
}

/// Cuts `và tăng dần …` off a clause.
pub(super) fn cut_trend<'t, 'k>(tokens: &'t [Token<'k>]) -> (&'t [Token<'k>], Option<&'t [Token<'k>]>) {
    let cut = trend_at(tokens);
    match cut.and_then(|at| Some((tokens.get(..at)?, tokens.get(at + 1..)?))) {
        Some((head, tail)) if !head.is_empty() && !tail.iter().any(Token::is_number) => {
            (trim(head), Some(tail))
        }
        _ => (tokens, None),
    }
}

/// Where `và tăng …` or `, tăng …` begins.
pub(super) fn trend_at(tokens: &[Token<'_>]) -> Option<usize> {
    tokens.windows(2).position(|pair| {
        matches!(pair, [mark, word] if (mark.is_word("và") || mark.is_symbol(',')) && word.is_word("tăng"))
    })
}

/// Whether words begin with `trong đó`: a part of what stands before them.
pub(super) fn within(tokens: &[Token<'_>]) -> bool {
    crate::text::starts_with(tokens, &["trong", "đó"])
}
