//! A walk over the tokens of a sentence, phrase by phrase.

use crate::text::{Token, TokenKind};

/// The tokens still to be read.
#[derive(Clone)]
pub(super) struct Words<'w, 't> {
    all: usize,
    rest: &'w [Token<'t>],
    /// Whether words were read that make a count of months a cycle: `một lần`.
    pub(super) taken_each: bool,
}

impl<'w, 't> Words<'w, 't> {
    pub(super) fn of(tokens: &'w [Token<'t>]) -> Words<'w, 't> {
        Words { all: tokens.len(), rest: tokens, taken_each: false }
    }

    /// How many tokens were read.
    pub(super) fn taken(&self) -> usize {
        self.all.saturating_sub(self.rest.len())
    }

    pub(super) fn peek(&self) -> Option<&'w Token<'t>> {
        self.rest.first()
    }

    pub(super) fn skip(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or(&[]);
    }

    /// Reads a phrase of words and signs, given as match keys with a space between; nothing where it is not there.
    pub(super) fn phrase(&mut self, phrase: &str) -> bool {
        let mut rest = self.rest;
        for key in phrase.split(' ') {
            let Some((first, after)) = rest.split_first() else { return false };
            if !word(first, key) {
                return false;
            }
            rest = after;
        }
        self.rest = rest;
        true
    }

    /// Reads the longest of some phrases.
    pub(super) fn any(&mut self, phrases: &[&str]) -> bool {
        let longest = phrases.iter().filter_map(|phrase| {
            let mut words = self.clone();
            words.phrase(phrase).then_some(words)
        });
        let Some(words) = longest.min_by_key(|words| words.rest.len()) else { return false };
        *self = words;
        true
    }

    /// Reads a whole number of so many digits at most.
    pub(super) fn whole(&mut self, digits: usize) -> Option<u32> {
        let first = self.peek().filter(|token| token.is_number() && token.key.len() <= digits)?;
        let whole = first.key.parse().ok()?;
        self.skip();
        Some(whole)
    }

    /// Reads a year of four digits.
    pub(super) fn year(&mut self) -> Option<u32> {
        let is_year = self.peek().is_some_and(|token| token.key.len() == 4);
        if is_year { self.whole(4).filter(|year| (1900..=2200).contains(year)) } else { None }
    }

    /// Whether what follows makes a period another one, or none: `năm trước`, `tháng qua`, `năm học`.
    pub(super) fn is_of_another(&self) -> bool {
        let Some(next) = self.peek() else { return false };
        let mut after = self.clone();
        after.skip();
        let before_what = |after: &Token<'_>| {
            after.is_number() || one_of(after, &["ngày", "thứ", "giờ", "hết", "hoặc", "chủ", "mùng", "mồng"])
        };
        one_of(next, &["qua", "nay", "học", "sau", "tới"])
            || word(next, "trước") && !after.peek().is_some_and(before_what)
    }

    /// `01 lần`.
    pub(super) fn once(&mut self) -> bool {
        let start = self.clone();
        if self.whole(2) == Some(1) && self.phrase("lần") {
            return true;
        }
        *self = start;
        false
    }

    /// Whether a year follows, which is read: `năm 2026`, `2026`.
    pub(super) fn year_follows(&mut self) -> bool {
        let start = self.clone();
        let _ = self.phrase("năm");
        if self.year().is_some() {
            return true;
        }
        *self = start;
        false
    }

    /// Whether what follows makes a period a single one (`2026`, `I`, `6/2026`), which is read.
    pub(super) fn single_follows(&mut self) -> bool {
        if !self.peek().is_some_and(super::items::is_ordinal) {
            return false;
        }
        // `năm 6 tháng`: the count of another.
        let mut after = self.clone();
        after.skip();
        if after.peek().is_some_and(|token| one_of(token, &["tháng", "năm", "ngày"]))
            && self.peek().is_some_and(|token| token.key.len() < 3)
        {
            return false;
        }
        self.skip();
        while self.peek().is_some_and(|token| one_of(token, &["/", ",", "-", "và"])) {
            let mut next = self.clone();
            next.skip();
            if !next.peek().is_some_and(super::items::is_ordinal) {
                break;
            }
            next.skip();
            *self = next;
        }
        let _ = self.year_follows();
        true
    }

    /// Whether a clause ends here.
    pub(super) fn ends_clause(&self) -> bool {
        self.peek().is_none_or(|token| matches!(token.kind, TokenKind::Symbol(')' | ',' | ';' | '.' | ']')))
    }
}

/// Whether a token is a word, or a sign, by its key.
pub(super) fn word(token: &Token<'_>, key: &str) -> bool {
    match token.kind {
        TokenKind::Word => token.is_word(key),
        TokenKind::Symbol(sign) => {
            let mut signs = key.chars();
            signs.next() == Some(sign) && signs.next().is_none()
        }
        TokenKind::Number => false,
    }
}

pub(super) fn one_of(token: &Token<'_>, keys: &[&str]) -> bool {
    keys.iter().any(|key| word(token, key))
}

pub(super) fn number(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Number
}
