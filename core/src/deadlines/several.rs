//! What stands beside a deadline and is none, and why a cell is not read that holds several.

use super::parse::{Reader, Unread, is_mark, is_separator, says_when};
use crate::codes::NoteCode;
use crate::note::Note;
use crate::text::{Span, Token};

/// Words before a year that lies beyond the deadline: what the work is meant for.
const VISIONS: &[&[&str]] = &[&["tầm", "nhìn"], &["định", "hướng"], &["hướng"]];

impl Reader<'_, '_> {
    /// `tầm nhìn 2045`, `định hướng đến năm 2050`: noted beside the deadline, and none.
    pub(super) fn vision(&mut self) -> bool {
        let start = self.rest;
        let named = (self.out.due.is_some() || self.out.start.is_some()) && {
            let _ = self.phrase(&["và"]);
            self.any_phrase(VISIONS)
        };
        let _ = named && self.any_phrase(&[&["đến"], &["tới"]]);
        let _ = named && self.phrase(&["năm"]);
        if !named || self.year().is_none() {
            self.rest = start;
            return false;
        }
        let span = self.since(start);
        self.out.notes.push(Note::new(NoteCode::UnreadText, span));
        true
    }

    /// A remark in brackets that says nothing of time: noted, but for words of work that add nothing (`(hoàn thành)`).
    pub(super) fn remark(&mut self) -> bool {
        let start = self.rest;
        let length = start.iter().position(|token| token.is_symbol(')')).unwrap_or(start.len());
        let (inner, rest) = start.split_at_checked(length).unwrap_or((start, &[]));
        if inner.is_empty() || inner.iter().any(|token| token.is_number() || says_when(token)) {
            return false;
        }
        let mut probe = self.probe(inner);
        let _ = probe.skip_openings();
        let says_nothing = probe.rest.is_empty();
        self.rest = rest;
        if !says_nothing {
            let span = self.since(start);
            self.out.notes.push(Note::new(NoteCode::UnreadText, span));
        }
        true
    }

    /// Why a cell is not read, where it holds several dates or several cycles.
    pub(super) fn reason(&self, unread: Unread) -> Unread {
        if !matches!(unread.code, NoteCode::UnreadText | NoteCode::UnknownCycle | NoteCode::NoYear) {
            return unread;
        }
        let (dates, cycles) = (self.dates(), self.cycles());
        match (dates, cycles) {
            (Some(span), _) => Unread { code: NoteCode::SeveralDates, span: Some(span) },
            (None, Some(span)) => Unread { code: NoteCode::SeveralCycles, span: Some(span) },
            (None, None) => unread,
        }
    }

    /// Where two dates or more stand in the cell, each with a year; numbers of documents are none.
    fn dates(&self) -> Option<Span> {
        // Without two numbers there are no two dates, and nothing is to be read again.
        self.cell.iter().filter(|token| token.is_number()).nth(1)?;
        let (mut rest, mut first, mut several) = (self.cell, None::<Span>, None);
        while let [token, after @ ..] = rest {
            let spans = is_mark(token, "-–~÷→") || token.is_word("đến");
            let mut probe = self.probe(if spans && first.is_some() { after } else { rest });
            let found = probe.point(None).ok().flatten().filter(|point| point.year.is_some());
            let document = matches!(probe.rest, [slash, ..] if slash.is_symbol('/'));
            if let (Some(_), Some(span)) = (found.filter(|_| !document), probe.since(rest)) {
                // The end of a span is no other date.
                let other = first.filter(|_| !spans).map(|first| Span { start: first.start, end: span.end });
                several = other.or(several);
                first = first.or(Some(span));
                rest = probe.rest;
            } else {
                // The number of a document goes on to its letters.
                rest = if token.is_number() && document { probe.rest } else { after };
            }
        }
        several
    }

    /// Where two cycles or more stand in the cell: `hằng tháng, quý, năm`, `6 tháng, 1 năm`.
    fn cycles(&self) -> Option<Span> {
        let (mut first, mut several) = (None::<(u32, Span)>, None);
        for (unit, at) in self.cell.iter().zip(0_usize..) {
            let mut months = ["tuần", "tháng", "quý", "năm"].into_iter().zip([0_u32, 1, 3, 12]);
            let Some((_, months)) = months.find(|(word, _)| unit.is_word(word)) else { continue };
            let of_it = |at: usize, words: [&str; 2]| {
                self.cell.get(at).is_some_and(|token| words.iter().any(|word| token.is_word(word)))
            };
            // `6 tháng đầu năm` is one period.
            if at.checked_sub(1).is_some_and(|at| of_it(at, ["đầu", "cuối"])) {
                continue;
            }
            let next = self.cell.get(at + 1);
            if next.is_some_and(|next| {
                !(is_separator(next) || is_mark(next, "/.()") || of_it(at + 1, ["đầu", "cuối"]))
            }) {
                continue;
            }
            let count = at.checked_sub(1).and_then(|at| self.cell.get(at)).filter(|count| count.is_number());
            let count = count.map_or(Some(1), |count: &Token<'_>| count.key.parse::<u32>().ok())?;
            let months = months.saturating_mul(count);
            match first {
                None => first = Some((months, unit.span)),
                Some((other, span)) if other != months => {
                    several = Some(Span { start: span.start, end: unit.span.end });
                }
                Some(_) => {}
            }
        }
        several
    }
}
