//! The parts of a deadline that run on: what it awaits, and the outside document that sets it.

use super::Awaits;
use super::opening::MOST_WORDS;
use super::parse::{Reader, Unread, is_mark, is_separator, trim_end};
use crate::codes::NoteCode;
use crate::note::Note;
use crate::text::{Span, Token, TokenKind, starts_with, words_of};

/// Separators at which an open-ended part may end; a cell with more is prose.
const MOST_CUTS: usize = 12;

/// Verbs by which a body brings about what is awaited.
const ISSUING: &[&[&str]] = &[
    &["ban", "hành"],
    &["phê", "duyệt"],
    &["hướng", "dẫn"],
    &["thông", "qua"],
    &["quy", "định"],
    &["công", "bố"],
    &["có", "văn", "bản"],
    &["có", "hướng", "dẫn"],
    &["có", "quyết", "định"],
];

/// First words of documents: what is issued, not who issues it.
const DOCUMENTS: &[&str] = &["luật", "nghị", "quyết", "thông", "đề", "kế", "chương", "văn", "hướng", "có"];

impl<'t, 'k> Reader<'t, 'k> {
    pub(super) fn reference(&mut self) -> bool {
        let start = self.rest;
        let _ = self.skip_openings();
        if !starts_with(self.rest, &["theo"]) || self.out.reference.is_some() {
            self.rest = start;
            return false;
        }
        let words = self.run_on();
        self.out.reference = Some(self.verbatim(words));
        true
    }

    pub(super) fn awaits(&mut self) -> Result<bool, Unread> {
        let start = self.rest;
        let mut offset_days = self.offset()?;
        if offset_days.is_none() {
            if self.skip_openings() {
                self.skip_to_event();
            }
            offset_days = self.offset()?;
        }
        let _ = self.phrase(&["ngay"]);
        let opens = [
            &["sau", "khi"] as &[&str],
            &["kể", "từ", "khi"],
            &["kể", "từ", "ngày"],
            &["từ", "khi"],
            &["khi"],
        ];
        let opened = self.any_phrase(&opens);
        if !opened || self.probe(self.rest).occasion() {
            self.rest = start;
            return Ok(false);
        }
        // A date is no event: `kể từ ngày 01/7/2025` is a start, and days after a date are not read.
        if opened && !matches!(self.probe(self.rest).point(None), Ok(None)) {
            self.rest = start;
            return if offset_days.is_some() { Err(self.unread(NoteCode::UnreadText)) } else { Ok(false) };
        }
        if self.rest.is_empty() {
            self.rest = start;
            return Err(self.unread(NoteCode::UnreadText));
        }
        let mut words = self.run_on();
        // `sau khi … ban hành 30 ngày`
        if let ([event @ .., days, noun], None) = (words, offset_days)
            && !event.is_empty()
            && days.is_number()
            && noun.is_word("ngày")
        {
            offset_days = days.key.parse().ok().filter(|_| days.key.len() <= 3);
            words = if offset_days.is_some() { event } else { words };
        }
        for event in alternatives(words) {
            let text = self.verbatim(event);
            self.out.awaits.push(Awaits { issuer: issuer(self.text, event), text, offset_days });
        }
        Ok(true)
    }

    /// Skips what is submitted, and to whom, before an event, where no number would be lost with it.
    fn skip_to_event(&mut self) {
        let Some(event) = self.next_event() else { return };
        let skipped = self.rest.get(..self.rest.len().saturating_sub(event.len())).unwrap_or(&[]);
        let is_object = |token: &Token<'_>| token.kind == TokenKind::Word || token.is_symbol(',');
        if skipped.len() <= MOST_WORDS && skipped.iter().all(is_object) {
            self.rest = event;
        }
    }

    /// `30 ngày`, `sau 30 ngày`, `trong vòng 30 ngày` before an event. Working days need a calendar: not read.
    fn offset(&mut self) -> Result<Option<u32>, Unread> {
        let start = self.rest;
        let _ = self.phrase(&["trong", "vòng"]) || self.phrase(&["trong"]) || self.phrase(&["sau"]);
        let from = self.rest;
        let days = self.whole(3).filter(|_| self.phrase(&["ngày"]));
        let working = self.phrase(&["làm", "việc"]);
        let span = self.since(from);
        let _ = self.take(|token| token.is_symbol(','));
        let event = self
            .rest
            .first()
            .is_some_and(|next| ["sau", "kể", "từ", "khi", "tính"].iter().any(|word| next.is_word(word)));
        match days {
            Some(_) if working => Err(Unread { code: NoteCode::WorkingDays, span }),
            Some(days) if event => {
                let _ = self.phrase(&["tính"]);
                Ok(Some(days))
            }
            _ => {
                self.rest = start;
                Ok(None)
            }
        }
    }

    /// The words up to the next part: to a semicolon, or to a comma or `và` after which everything can be read. Where there
    /// are more separators than are looked at, a note says from where on.
    fn run_on(&mut self) -> &'t [Token<'k>] {
        let all = self.rest;
        let close = if self.bracket { all.iter().position(|token| token.is_symbol(')')) } else { None };
        let words = all.get(..close.unwrap_or(all.len())).unwrap_or(all);
        let cuts = words.iter().enumerate().skip(1).filter(|(_, token)| is_separator(token)).take(MOST_CUTS);
        let cut = cuts.map(|(at, _)| at).find(|&at| {
            let after = words.get(at + 1..).unwrap_or(&[]);
            // A day after a document's number is the document's.
            let of_document = after.first().is_some_and(|next| next.is_word("ngày"))
                && words.get(..at).unwrap_or(&[]).windows(2).any(|pair| {
                    matches!(pair, [slash, letters]
                        if slash.is_symbol('/') && letters.kind == TokenKind::Word)
                });
            words.get(at).is_some_and(|mark| mark.is_symbol(';'))
                || (!after.is_empty() && !of_document && self.reads_on(after))
        });
        let unseen = words.iter().skip(1).filter(|token| is_separator(token)).nth(MOST_CUTS);
        if let (None, Some(from), Some(last)) = (cut, unseen, words.last()) {
            let span = Span { start: from.span.start, end: last.span.end };
            self.out.notes.push(Note::new(NoteCode::TooLong, Some(span)));
        }
        let (run, rest) = all.split_at_checked(cut.unwrap_or(words.len())).unwrap_or((words, &[]));
        self.rest = rest;
        match trim_end(run) {
            [] => run,
            trimmed => trimmed,
        }
    }

    /// Whether closed parts alone read all of `tokens`.
    fn reads_on(&self, tokens: &'t [Token<'k>]) -> bool {
        let mut probe = self.probe(tokens);
        while !probe.rest.is_empty() {
            if !matches!(probe.closed_part(), Ok(true)) || probe.separator().is_err() {
                return false;
            }
        }
        true
    }
}

/// The events of `văn bản của Trung ương / của tỉnh`; other slashes belong to dates and documents' numbers.
fn alternatives<'t, 'k>(words: &'t [Token<'k>]) -> Vec<&'t [Token<'k>]> {
    let mut events = Vec::new();
    let mut rest = words;
    while let Some(slash) = rest
        .windows(2)
        .position(|pair| matches!(pair, [slash, next] if slash.is_symbol('/') && next.is_word("của")))
        .filter(|slash| *slash > 0)
    {
        events.push(rest.get(..slash).unwrap_or(&[]));
        rest = rest.get(slash + 1..).unwrap_or(&[]);
    }
    events.push(rest);
    events
}

/// Who brings about an event: the name after `của`, or the subject of `ban hành` and its like.
fn issuer(text: &str, event: &[Token<'_>]) -> Option<String> {
    let ends = |token: &Token<'_>| {
        ["về", "quy", "số", "tại", "ban"].iter().any(|word| token.is_word(word)) || is_mark(token, ",(")
    };
    let name = if let Some(of) = event.iter().position(|token| token.is_word("của")) {
        let after = event.get(of + 1..)?;
        after.get(..after.iter().position(ends).unwrap_or(after.len()))?
    } else {
        let verb = (0..event.len()).find(|&at| {
            let from = event.get(at..).unwrap_or(&[]);
            ISSUING.iter().any(|words| starts_with(from, words))
        })?;
        match event.get(..verb)? {
            [first, subject @ ..] if first.is_word("được") => subject,
            subject => subject,
        }
    };
    let first = name.first()?;
    (!DOCUMENTS.iter().any(|word| first.is_word(word))).then(|| words_of(text, name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse_deadline;

    #[test]
    fn more_parts_than_are_looked_for_are_said() {
        let noted = |parts: usize| {
            let cell = format!("Sau khi có văn bản{}", ", x".repeat(parts));
            let deadline = parse_deadline(&cell).unwrap();
            deadline
                .notes
                .iter()
                .map(|note| (note.code, note.span.unwrap().of(&cell).to_owned()))
                .collect::<Vec<_>>()
        };
        assert_eq!(noted(MOST_CUTS), []);
        assert_eq!(noted(MOST_CUTS + 2), [(NoteCode::TooLong, ", x, x".to_owned())]);
    }
}
