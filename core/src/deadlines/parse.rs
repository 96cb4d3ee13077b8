//! Reading a deadline cell: its parts, one after another.

use chrono::NaiveDate;

use super::opening::Opening;
use super::{Deadline, DeadlineOptions};
use crate::codes::{Cycle, DateRule, NoteCode};
use crate::dates::last_timely;
use crate::note::Note;
use crate::text::{Lexed, Span, Token, TokenKind, span_of, starts_with, words_of};

/// "The following years", after a date.
const FOLLOWING: &[&[&str]] = &[
    &["những", "năm", "tiếp", "theo"],
    &["các", "năm", "tiếp", "theo"],
    &["năm", "tiếp", "theo"],
    &["những", "năm", "sau"],
    &["các", "năm", "sau"],
    &["các", "năm", "kế", "tiếp"],
];

/// Words that begin a part without a separator before it.
const OPENERS: &[&str] =
    &["theo", "sau", "từ", "hàng", "mỗi", "giai", "trong", "trước", "chậm", "vào", "đến", "tới"];

/// Why, and where, a cell could not be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unread {
    pub(super) code: NoteCode,
    pub(super) span: Option<Span>,
}

impl Deadline {
    /// Reads a cell of any length in time proportional to it.
    pub(crate) fn read(text: &str, options: DeadlineOptions) -> Deadline {
        let lexed = Lexed::new(text);
        let mut tokens = lexed.tokens();
        // `7,8/2025` names two months: a comma is no decimal mark here.
        if tokens.iter().any(|token| token.is_number() && token.key.bytes().any(|byte| byte == b',')) {
            tokens = tokens.into_iter().flat_map(|token| token.parted(',')).collect();
        }
        let cell = trim(&tokens);
        let mut reader = Reader {
            text,
            options,
            rest: cell,
            cell,
            bulleted: cell.len() < trim_end(&tokens).len(),
            limited: false,
            hour: None,
            event: None,
            clause: 0,
            starts: None,
            ends: 0,
            bracket: false,
            begins: None,
            out: Deadline::default(),
        };
        match reader.cell() {
            Ok(()) => {
                let mut out = reader.out;
                out.recognised = true;
                text.clone_into(&mut out.text);
                out
            }
            Err(unread) => {
                let Unread { code, span } = reader.reason(unread);
                Deadline { notes: vec![Note::new(code, span)], text: text.to_owned(), ..Deadline::default() }
            }
        }
    }
}

/// What may stand before each line of a list.
const BULLETS: &str = "-+*•";

fn trim<'t, 'k>(tokens: &'t [Token<'k>]) -> &'t [Token<'k>] {
    let tokens = match trim_end(tokens) {
        [bullet, rest @ ..] if is_mark(bullet, BULLETS) && !rest.is_empty() => rest,
        tokens => tokens,
    };
    // `(trước 30/6/2025)`
    match tokens {
        [open, rest @ .., close]
            if open.is_symbol('(')
                && close.is_symbol(')')
                && !rest.iter().any(|token| token.is_symbol(')')) =>
        {
            rest
        }
        tokens => tokens,
    }
}

/// Without the punctuation at the end of a cell or part.
pub(super) fn trim_end<'t, 'k>(mut tokens: &'t [Token<'k>]) -> &'t [Token<'k>] {
    while let [rest @ .., last] = tokens
        && is_mark(last, ".;,:/")
    {
        tokens = rest;
    }
    tokens
}

/// Whether a word speaks of time: without one a cell is prose or an agency's name.
pub(super) fn says_when(token: &Token<'_>) -> bool {
    const WORDS: &[&str] =
        &["xuyên", "hàng", "mỗi", "khi", "theo", "đột", "tục", "niên", "tháng", "quý", "năm", "lần"];
    let short = token
        .key
        .strip_prefix(['q', 't'])
        .is_some_and(|number| (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()));
    short || WORDS.iter().any(|word| token.is_word(word))
}

pub(super) fn is_mark(token: &Token<'_>, marks: &str) -> bool {
    matches!(token.kind, TokenKind::Symbol(c) if marks.chars().any(|mark| mark == c))
}

pub(super) fn is_separator(token: &Token<'_>) -> bool {
    is_mark(token, ",;") || token.is_word("và")
}

/// A walk over the tokens of a cell, and what it has found.
pub(super) struct Reader<'t, 'k> {
    pub(super) text: &'t str,
    pub(super) options: DeadlineOptions,
    pub(super) rest: &'t [Token<'k>],
    /// The whole cell.
    pub(super) cell: &'t [Token<'k>],
    /// The cell begins with a bullet.
    pub(super) bulleted: bool,
    /// The due date was written as an end.
    pub(super) limited: bool,
    /// An hour stood before the day last read; whether it is midnight.
    pub(super) hour: Option<bool>,
    /// How many tokens there are from the next `sau khi` on, where it was looked for.
    pub(super) event: Option<usize>,
    /// How many sentences, lines and parts after a semicolon have ended.
    clause: u32,
    /// Of the part that says when the work starts: its clause, whether it stands after what is due, and its place.
    starts: Option<(u32, bool, Option<Span>)>,
    /// The clause that says what is due.
    ends: u32,
    /// What is read stands in brackets after something else.
    pub(super) bracket: bool,
    /// The first day of the period that is due.
    begins: Option<NaiveDate>,
    pub(super) out: Deadline,
}

impl<'t, 'k> Reader<'t, 'k> {
    fn cell(&mut self) -> Result<(), Unread> {
        let cell = self.rest;
        let Some(first) = self.rest.first() else { return Err(Unread { code: NoteCode::Empty, span: None }) };
        if self.rest.len() == 1 && first.is_symbol('-') {
            return Err(self.unread(NoteCode::NoDate));
        }
        if !self.rest.iter().any(|token| token.is_number() || says_when(token)) {
            return Err(Unread { code: NoteCode::NoDate, span: span_of(self.rest) });
        }
        let mut sentence = false;
        while !self.rest.is_empty() {
            let read = self.awaits()?
                || self.closed_part()?
                || self.reference()
                || self.vision()
                || self.bracket && self.remark()
                || sentence && self.prose();
            if !read {
                return Err(self.unread(NoteCode::UnreadText));
            }
            sentence = self.separator()?;
        }
        match (self.out.start, self.out.due, self.starts) {
            // `Hoàn thành trong tháng 9/2025; triển khai từ quý IV/2025`: other work, after what is due.
            (Some(start), Some(due), Some((clause, after, span)))
                if due < start && (after || clause != self.ends) =>
            {
                self.out.start = None;
                self.out.continues = true;
                self.out.notes.push(Note::new(NoteCode::UnreadText, span));
                Ok(())
            }
            (Some(start), Some(due), _) if due < start => {
                Err(Unread { code: NoteCode::Reversed, span: self.since(cell) })
            }
            _ => Ok(()),
        }
    }

    /// Between parts: punctuation, `và`, a line break, `hoặc` before work on demand, or nothing before words that begin a part
    /// by themselves. Whether a sentence ended.
    pub(super) fn separator(&mut self) -> Result<bool, Unread> {
        let mut sentence = false;
        let mut marked = self.rest.is_empty() || self.is_after_break();
        while let [next, rest @ ..] = self.rest {
            let stop = next.is_symbol('.') && rest.first().is_some_and(|next| next.starts_upper(self.text));
            let bullet = is_mark(next, BULLETS) && !rest.is_empty() && self.is_after_break();
            if !(stop || bullet || is_separator(next) || is_mark(next, "/&+-()")) {
                break;
            }
            let ends = stop || next.is_symbol(';') || self.is_after_break();
            self.clause = self.clause.saturating_add(u32::from(ends));
            self.bracket = next.is_symbol('(') || self.bracket && !next.is_symbol(')');
            (sentence, marked) = (sentence || stop, true);
            self.rest = rest;
        }
        if self.rest.first().is_some_and(|next| next.is_word("hoặc")) {
            let rest = self.rest.get(1..).unwrap_or(&[]);
            if self.probe(rest).demand() {
                self.rest = rest;
                return Ok(false);
            }
        }
        let goes_on = |next: &Token<'_>| OPENERS.iter().any(|word| next.is_word(word));
        if marked || self.rest.first().is_none_or(goes_on) {
            Ok(sentence)
        } else {
            Err(self.unread(NoteCode::UnreadText))
        }
    }

    /// Whether a line ends before the next token.
    pub(super) fn is_after_break(&self) -> bool {
        let before = self.rest.first().and_then(|next| self.text.get(..next.first_byte())).unwrap_or("");
        before.chars().rev().take_while(|c| c.is_whitespace()).any(|c| c == '\n' || c == '\r')
    }

    /// A sentence that says nothing of time beside one that does: noted, not read.
    fn prose(&mut self) -> bool {
        const WORDS: &[&str] = &["trước", "sau", "ngày", "tuần", "hạn"];
        let start = self.rest;
        let is_prose = |token: &Token<'_>| {
            !token.is_number() && !says_when(token) && !WORDS.iter().any(|word| token.is_word(word))
        };
        let ends = |pair: &[Token<'_>]| matches!(pair, [stop, next] if stop.is_symbol('.') && next.starts_upper(self.text));
        let length = start.windows(2).position(ends).unwrap_or(start.len());
        let (sentence, rest) = start.split_at_checked(length).unwrap_or((start, &[]));
        if !sentence.iter().all(is_prose) {
            return false;
        }
        self.rest = rest;
        self.out.notes.push(Note::new(NoteCode::UnreadText, span_of(sentence)));
        true
    }

    /// The place of what was read since `start`.
    pub(super) fn since(&self, start: &[Token<'_>]) -> Option<Span> {
        span_of(start.get(..start.len().saturating_sub(self.rest.len())).unwrap_or(&[]))
    }

    pub(super) fn unread(&self, code: NoteCode) -> Unread {
        Unread { code, span: self.rest.first().map(|token| token.span).or_else(|| span_of(self.cell)) }
    }

    /// A reader of other tokens, to see what they are: it knows the dates found so far, and not the texts.
    pub(super) fn probe(&self, rest: &'t [Token<'k>]) -> Reader<'t, 'k> {
        let Deadline { start, written, due, rule, recurrence, recurring_day, .. } = self.out;
        let out = Deadline { start, written, due, rule, recurrence, recurring_day, ..Deadline::default() };
        Reader { rest, out, ..*self }
    }

    /// The tokens from the next `sau khi` on. Each stretch of the cell is searched once.
    pub(super) fn next_event(&mut self) -> Option<&'t [Token<'k>]> {
        let rest = self.rest;
        if self.event.is_none_or(|left| left > rest.len()) {
            let at = rest.windows(2).position(|pair| starts_with(pair, &["sau", "khi"]));
            self.event = Some(at.map_or(0, |at| rest.len() - at));
        }
        let left = self.event.filter(|left| *left > 0)?;
        rest.get(rest.len().checked_sub(left)?..)
    }

    pub(super) fn take(&mut self, wanted: impl Fn(&Token<'k>) -> bool) -> Option<&'t Token<'k>> {
        let (first, rest) = self.rest.split_first()?;
        wanted(first).then(|| {
            self.rest = rest;
            first
        })
    }

    pub(super) fn phrase(&mut self, words: &[&str]) -> bool {
        let (true, Some(rest)) = (starts_with(self.rest, words), self.rest.get(words.len()..)) else {
            return false;
        };
        self.rest = rest;
        true
    }

    pub(super) fn any_phrase(&mut self, phrases: &[&[&str]]) -> bool {
        phrases.iter().any(|words| self.phrase(words))
    }

    /// A whole number of at most `digits` digits.
    pub(super) fn whole(&mut self, digits: usize) -> Option<u32> {
        let token = self.take(|token| {
            token.is_number() && token.key.len() <= digits && !token.key.contains(['.', ','])
        })?;
        token.key.parse().ok()
    }

    pub(super) fn closed_part(&mut self) -> Result<bool, Unread> {
        let start = self.rest;
        let opening = self.openings();
        if self.continues() || self.recurrence(opening.periodic)? || self.demand() {
            return Ok(true);
        }
        if self.any_phrase(FOLLOWING) {
            self.following_years()?;
            return Ok(true);
        }
        if self.span_or_point(opening, start)? {
            return Ok(true);
        }
        self.rest = start;
        Ok(false)
    }

    /// "… và những năm tiếp theo": a bare year before it is the start, anything else its own due date.
    fn following_years(&mut self) -> Result<(), Unread> {
        if self.out.start.is_none() && self.out.rule == Some(DateRule::YearEnd) && !self.limited {
            self.out.start = self.out.due.and_then(|due| chrono::Datelike::with_ordinal(&due, 1));
            (self.out.written, self.out.due, self.out.rule) = (None, None, None);
        }
        self.out.continues = true;
        if self.out.start.is_none() && self.out.due.is_none() {
            // Work that recurs goes on in the following years anyway.
            return if self.out.recurrence.is_some() { Ok(()) } else { Err(self.unread(NoteCode::NoYear)) };
        }
        self.out.following_years = true;
        if self.options.following_years_judged {
            self.out.recurrence = Some(Cycle::Yearly);
        }
        Ok(())
    }

    fn span_or_point(&mut self, opening: Opening, part: &'t [Token<'k>]) -> Result<bool, Unread> {
        let start = self.rest;
        let Some((mut first, last)) = self.points()? else {
            return if opening.before || opening.from || opening.stage {
                Err(self.unread(NoteCode::UnreadText))
            } else {
                Ok(false)
            };
        };
        let month_day = self.options.month_day;
        let points = self.since(start);
        let refuse = |code| Unread { code, span: points };
        // Before an hour of a day is that day, unless the day begins with it.
        let before = opening.before && self.hour.take() != Some(false);
        // `Năm 2025 (quý II)`
        if self.bracket && self.out.rule == Some(DateRule::YearEnd) {
            first.year = first.year.or_else(|| self.out.due.map(|due| chrono::Datelike::year(&due)));
        }
        if last.is_none() && first.year.is_none() {
            return self.of_each_period(first, before, start);
        }
        let from_on = last.is_none() && !opening.before && self.any_phrase(&[&["trở", "đi"]]);
        let (begins, ends, rule) = first.bounds(month_day).map_err(refuse)?;
        if let Some(last) = last {
            let (_, due, rule) = last.bounds(month_day).map_err(refuse)?;
            if opening.before {
                return Err(refuse(NoteCode::UnreadText));
            }
            if due < begins {
                return Err(refuse(NoteCode::Reversed));
            }
            if self.out.start.replace(begins).is_some() {
                return Err(refuse(NoteCode::UnreadText));
            }
            self.begins = self.begins.or(Some(begins));
            return self.set_due(due, due, rule, refuse);
        }
        if opening.from || from_on {
            if self.out.start.replace(begins).is_some() {
                return Err(refuse(NoteCode::UnreadText));
            }
            self.starts = Some((self.clause, self.out.due.is_some(), self.since(part)));
            self.out.continues |= from_on;
            return Ok(true);
        }
        if !before {
            self.limited = opening.limits;
            self.begins = self.begins.or(Some(begins));
            return self.set_due(ends, ends, rule, refuse);
        }
        // "Before" a month or a year is before its first day, whichever way a named day is taken.
        let names_a_day = matches!(rule, DateRule::Day | DateRule::CivilCode146);
        let written = if names_a_day { ends } else { begins };
        let included = names_a_day && self.options.before_inclusive;
        let due = last_timely(written, true, included).ok_or(refuse(NoteCode::YearOutOfRange))?;
        let rule = if included { DateRule::BeforeInclusive } else { DateRule::Before };
        self.set_due(written, due, rule, refuse)
    }

    fn set_due(
        &mut self,
        written: NaiveDate,
        due: NaiveDate,
        rule: DateRule,
        refuse: impl Fn(NoteCode) -> Unread,
    ) -> Result<bool, Unread> {
        // `Quý II/2025 (trước 30/6/2025)`: what is in brackets says when within the period before them.
        let within =
            self.bracket && self.out.due.is_some_and(|before| due <= before) && self.begins <= Some(due);
        if self.out.due.is_some() && !within {
            return Err(refuse(NoteCode::UnreadText));
        }
        (self.out.written, self.out.due, self.out.rule) = (Some(written), Some(due), Some(rule));
        self.ends = self.clause;
        Ok(true)
    }

    pub(super) fn verbatim(&self, tokens: &[Token<'_>]) -> String {
        words_of(self.text, tokens).to_owned()
    }
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
