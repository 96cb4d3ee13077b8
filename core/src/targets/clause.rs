//! One clause of a target cell: a requirement, the demand that the value keep rising, or prose.

use super::MilestoneTarget;
use super::cursor::is_sign;
use super::named::{qualified, rank};
use super::parse::trim;
use super::quantity::simple;
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
    let holds_number =
        |token: &Token<'_>| token.is_number() || matches!(token.kind, TokenKind::Symbol(c) if c.is_numeric());
    if !tokens.iter().any(holds_number) {
        let has_words = tokens.iter().any(|token| token.kind == TokenKind::Word);
        if let Some(span) = worded::first_meant(text, tokens) {
            let unread = Clause::Unfit(Unfit { code: NoteCode::NumberInWords, span: Some(span) });
            return simple(text, tokens).map_or(unread, Clause::Requirement);
        }
        return match tokens.iter().find(|token| is_sign(token)) {
            None if tokens.first().is_some_and(|first| first.is_word("tăng")) => Clause::Trend,
            None if has_words => Clause::Prose(None),
            sign => Clause::Unfit(unfit(sign.or(tokens.first()))),
        };
    }
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
