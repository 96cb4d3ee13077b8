//! Hours of a day beside it: noted, since only the day counts.

use super::parse::Reader;
use crate::codes::NoteCode;
use crate::note::Note;
use crate::text::{Span, TokenKind};

impl Reader<'_, '_> {
    /// `17 giờ 00`, `17h00`, `17h`, `17:00` before a day, and whether it is its first instant.
    pub(super) fn hour(&mut self) -> Option<(Option<Span>, bool)> {
        let start = self.rest;
        let _ = self.phrase(&["lúc"]);
        let found = self.time();
        let span = self.since(start);
        let Some(midnight) = found else {
            self.rest = start;
            return None;
        };
        let _ = self.take(|token| token.is_symbol(','));
        Some((span, midnight))
    }

    /// `, 17:00`, `T00:00:00` after a day.
    pub(super) fn hour_after_day(&mut self) {
        let start = self.rest;
        let _ = self.take(|token| token.is_symbol(','));
        let _ = self.phrase(&["lúc"]);
        let from = self.rest;
        // `T00` of an instant is one word.
        let instant = matches!(self.rest, [word, colon, ..] if colon.is_symbol(':')
            && word.kind == TokenKind::Word && word.key.len() == 3 && hour_of(word.key.strip_prefix('t')).is_some());
        let found = if instant { self.minutes_after_colon(1) } else { self.time().is_some() };
        if found {
            let span = self.since(from);
            self.not_judged(span);
        } else {
            self.rest = start;
        }
    }

    /// An hour of the day; whether it is midnight.
    fn time(&mut self) -> Option<bool> {
        let [first, second, ..] = self.rest else { return None };
        // `8g` and `8h` may be one word.
        let glued = first.kind == TokenKind::Word && first.key.len() <= 3;
        let hour = if glued {
            hour_of(first.key.strip_suffix(['g', 'h']))?
        } else {
            hour_of(Some(first.key).filter(|_| first.is_number()))?
        };
        if glued {
            self.rest = self.rest.get(1..).unwrap_or(&[]);
        } else if second.is_symbol(':') {
            let rest = self.rest;
            if !self.minutes_after_colon(1) {
                self.rest = rest;
                return None;
            }
            return Some(hour == 0);
        } else if second.is_word("giờ") || second.is_word("h") || second.is_word("g") {
            self.rest = self.rest.get(2..).unwrap_or(&[]);
        } else {
            // `h00`
            let minutes = second.key.strip_prefix(['h', 'g']).filter(|_| second.kind == TokenKind::Word);
            minutes.filter(|minutes| minutes.len() == 2 && minutes.bytes().all(|b| b.is_ascii_digit()))?;
            self.rest = self.rest.get(2..).unwrap_or(&[]);
            let _ = self.take(|token| token.is_symbol('\'') || token.is_word("phút"));
            return Some(hour == 0 && second.key.ends_with("00"));
        }
        let minutes = matches!(self.rest, [minutes, next, ..] if minutes.is_number() && minutes.key.len() <= 2
            && (next.kind == TokenKind::Word || next.is_symbol(',')
                || next.is_symbol('\'') || next.is_number()));
        let minutes = if minutes { self.whole(2) } else { None };
        let _ = self.take(|token| token.is_symbol('\'') || token.is_word("phút"));
        Some(hour == 0 && minutes.unwrap_or(0) == 0)
    }

    /// `:00` or `:00:00` after so many tokens.
    fn minutes_after_colon(&mut self, skipped: usize) -> bool {
        self.rest = self.rest.get(skipped..).unwrap_or(&[]);
        let mut found = false;
        while let [colon, minutes, rest @ ..] = self.rest
            && colon.is_symbol(':')
            && minutes.is_number()
            && minutes.key.split('.').next().is_some_and(|minutes| minutes.len() == 2)
        {
            found = true;
            self.rest = rest;
        }
        let _ = found && self.take(|token| token.is_word("z")).is_some();
        found
    }

    pub(super) fn not_judged(&mut self, span: Option<Span>) {
        self.out.notes.push(Note::new(NoteCode::HourNotJudged, span));
    }
}

/// An hour of the day, 0 to 24.
fn hour_of(digits: Option<&str>) -> Option<u32> {
    let digits = digits
        .filter(|digits| (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()))?;
    digits.parse().ok().filter(|hour| *hour <= 24)
}
