//! A walk over the tokens of a clause: its operators and its numbers.

use super::clause::{Unfit, unfit};
use crate::codes::{NoteCode, TargetKind};
use crate::note::Note;
use crate::number::{Fixed, NumeralError, multiplier, read_numeral};
use crate::text::{Token, TokenKind, starts_with};
use crate::unit::begins_measure;

/// Operators in words, longer ones first where one begins another.
pub(super) const OPERATORS: &[(&[&str], TargetKind)] = &[
    (&["lớn", "hơn", "hoặc", "bằng"], TargetKind::AtLeast),
    (&["cao", "hơn", "hoặc", "bằng"], TargetKind::AtLeast),
    (&["nhỏ", "hơn", "hoặc", "bằng"], TargetKind::AtMost),
    (&["thấp", "hơn", "hoặc", "bằng"], TargetKind::AtMost),
    (&["không", "vượt", "quá"], TargetKind::AtMost),
    (&["không", "quá"], TargetKind::AtMost),
    (&["không", "nhiều", "hơn"], TargetKind::AtMost),
    (&["không", "cao", "hơn"], TargetKind::AtMost),
    (&["không", "lớn", "hơn"], TargetKind::AtMost),
    (&["không", "dưới"], TargetKind::AtLeast),
    (&["không", "ít", "hơn"], TargetKind::AtLeast),
    (&["không", "thấp", "hơn"], TargetKind::AtLeast),
    (&["không", "nhỏ", "hơn"], TargetKind::AtLeast),
    (&["tối", "đa"], TargetKind::AtMost),
    (&["tối", "thiểu"], TargetKind::AtLeast),
    (&["ít", "nhất"], TargetKind::AtLeast),
    (&["lớn", "hơn"], TargetKind::MoreThan),
    (&["nhiều", "hơn"], TargetKind::MoreThan),
    (&["cao", "hơn"], TargetKind::MoreThan),
    (&["vượt"], TargetKind::MoreThan),
    (&["hơn"], TargetKind::MoreThan),
    (&["trên"], TargetKind::MoreThan),
    (&["nhỏ", "hơn"], TargetKind::LessThan),
    (&["ít", "hơn"], TargetKind::LessThan),
    (&["thấp", "hơn"], TargetKind::LessThan),
    (&["dưới"], TargetKind::LessThan),
    (&["bằng"], TargetKind::Equal),
];

/// A sign of comparison or measure, which prose does not hold.
pub(super) fn is_sign(token: &Token<'_>) -> bool {
    matches!(
        token.kind,
        TokenKind::Symbol('≥' | '≧' | '⩾' | '≤' | '≦' | '⩽' | '<' | '>' | '=' | '%' | '‰' | '*')
    )
}

/// A walk over tokens.
pub(super) struct Cursor<'t, 'k> {
    pub(super) rest: &'t [Token<'k>],
}

impl<'t, 'k> Cursor<'t, 'k> {
    fn symbol(&mut self, symbol: char) -> bool {
        self.take(|token| token.is_symbol(symbol)).is_some()
    }

    pub(super) fn phrase(&mut self, words: &[&str]) -> bool {
        let (true, Some(rest)) = (starts_with(self.rest, words), self.rest.get(words.len()..)) else {
            return false;
        };
        self.rest = rest;
        true
    }

    pub(super) fn take(&mut self, wanted: impl Fn(&Token<'k>) -> bool) -> Option<&'t Token<'k>> {
        let (first, rest) = self.rest.split_first()?;
        wanted(first).then(|| {
            self.rest = rest;
            first
        })
    }

    /// `≥`, `>=`, `=>`, `ít nhất` …
    pub(super) fn operator(&mut self) -> Option<TargetKind> {
        if let Some((_, kind)) = OPERATORS.iter().find(|(words, _)| self.phrase(words)) {
            return Some(*kind);
        }
        let TokenKind::Symbol(sign) = self.take(is_sign_of_order)?.kind else { return None };
        Some(match sign {
            '>' if self.symbol('=') => TargetKind::AtLeast,
            '<' if self.symbol('=') => TargetKind::AtMost,
            '=' if self.symbol('>') => TargetKind::AtLeast,
            '=' if self.symbol('<') => TargetKind::AtMost,
            '>' => TargetKind::MoreThan,
            '<' => TargetKind::LessThan,
            '=' => TargetKind::Equal,
            '≥' | '≧' | '⩾' => TargetKind::AtLeast,
            _ => TargetKind::AtMost,
        })
    }

    /// A number with its sign and its `nghìn`, `triệu`, `tỷ`; its multiplier is 1 where none is written, and where it
    /// belongs to the unit behind it: `tỷ đồng`.
    pub(super) fn number(&mut self, notes: &mut Vec<Note>) -> Result<(Fixed, Fixed), Unfit> {
        let minus = self.take(|token| token.is_symbol('-'));
        let Some(token) = self.take(Token::is_number) else { return Err(unfit(self.rest.first().or(minus))) };
        // `1e5` is neither 1 nor a count of `e5`.
        let glued = |next: &&Token<'_>| {
            next.span.start == token.span.end && next.key.contains(|c: char| c.is_ascii_digit())
        };
        if let Some(next) = self.rest.first().filter(glued) {
            return Err(unfit(Some(next)));
        }
        if minus.is_some_and(|minus| minus.span.end != token.span.start) {
            return Err(Unfit { code: NoteCode::AmbiguousSign, span: minus.map(|minus| minus.span) });
        }
        let refused = |code| Unfit { code, span: Some(token.span) };
        let numeral = read_numeral(token.key).map_err(|error| match error {
            NumeralError::Malformed => refused(NoteCode::BadNumeral),
            NumeralError::TooPrecise | NumeralError::TooLarge => refused(NoteCode::NumberOutOfRange),
        })?;
        if numeral.ambiguous {
            notes.push(Note::new(NoteCode::AmbiguousNumber, Some(token.span)));
        }
        let (mut multiplier, rest) =
            multiplier(self.rest).map_err(|_| refused(NoteCode::NumberOutOfRange))?;
        if multiplier != Fixed::ONE && begins_measure(rest) {
            multiplier = Fixed::ONE;
        } else {
            self.rest = rest;
        }
        let value =
            if minus.is_some() { Fixed::ZERO.checked_sub(numeral.value) } else { Some(numeral.value) };
        Ok((value.ok_or(refused(NoteCode::NumberOutOfRange))?, multiplier))
    }

    pub(super) fn percent(&mut self) -> bool {
        self.symbol('%') || self.phrase(&["phần", "trăm"])
    }
}

fn is_sign_of_order(token: &Token<'_>) -> bool {
    is_sign(token) && !matches!(token.kind, TokenKind::Symbol('%' | '‰' | '*'))
}
