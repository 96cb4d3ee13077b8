//! A walk over the tokens of a clause: its signs and its numbers.

use super::clause::{Unfit, unfit};
use crate::codes::{NoteCode, TargetKind};
use crate::note::Note;
use crate::number::{Fixed, NumeralError, multiplier, read_numeral};
use crate::text::{Token, TokenKind, starts_with};
use crate::unit::{Unit, begins_measure};

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

    /// `≥`, `>=`, `=>` …
    pub(super) fn sign_of_order(&mut self) -> Option<TargetKind> {
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
        // `1e5` is neither 1 nor a count of `e5`; `12m2` is 12 of a unit.
        let rest = self.rest;
        let glued = |next: &&Token<'_>| {
            next.span.start == token.span.end
                && next.key.contains(|c: char| c.is_ascii_digit())
                && (next.is_number() || !begins_measure(rest))
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
        let mut value = numeral.value;
        if let Some((whole, rest)) = with_parts(value, multiplier, rest) {
            (value, multiplier) = (whole, Fixed::ONE);
            self.rest = rest;
        } else if multiplier != Fixed::ONE && begins_measure(rest) {
            multiplier = Fixed::ONE;
        } else {
            self.rest = rest;
        }
        let value = if minus.is_some() { Fixed::ZERO.checked_sub(value) } else { Some(value) };
        Ok((value.ok_or(refused(NoteCode::NumberOutOfRange))?, multiplier))
    }

    /// The unit whose sign follows its number: `%`, `‰`, `điểm %`.
    pub(super) fn unit_sign(&mut self) -> Option<Unit> {
        if self.symbol('%') || self.phrase(&["phần", "trăm"]) {
            return Some(Unit::Percent);
        }
        if self.symbol('‰') || self.phrase(&["phần", "nghìn"]) {
            return Some(Unit::Permille);
        }
        let points = match self.rest {
            [points, sign, ..] if points.is_word("điểm") && sign.is_symbol('%') => 2,
            points if starts_with(points, &["điểm", "phần", "trăm"]) => 3,
            _ => return None,
        };
        self.rest = self.rest.get(points..).unwrap_or(&[]);
        Some(Unit::PercentagePoint)
    }
}

/// A number written in parts, each of a smaller scale: `1 tỷ 200 triệu`, `2 triệu rưỡi`.
fn with_parts<'t, 'k>(
    value: Fixed,
    scale: Fixed,
    tokens: &'t [Token<'k>],
) -> Option<(Fixed, &'t [Token<'k>])> {
    let (mut sum, mut least, mut rest) = (value.checked_mul(scale)?, scale, tokens);
    while let [next, after @ ..] = rest
        && least != Fixed::ONE
    {
        let half = next.is_word("rưỡi");
        let part = if half {
            rest = after;
            least.checked_div(Fixed::from_int(2)?)?
        } else {
            let Some(numeral) =
                Some(next).filter(|next| next.is_number()).and_then(|next| read_numeral(next.key).ok())
            else {
                break;
            };
            let (scale, behind) = multiplier(after).ok()?;
            rest = behind;
            let part = numeral.value.checked_mul(scale)?;
            if scale == Fixed::ONE || part >= least {
                return None;
            }
            least = scale;
            part
        };
        sum = sum.checked_add(part)?;
        if half {
            break;
        }
    }
    (rest.len() < tokens.len()).then_some((sum, rest))
}

fn is_sign_of_order(token: &Token<'_>) -> bool {
    is_sign(token) && !matches!(token.kind, TokenKind::Symbol('%' | '‰' | '*'))
}
