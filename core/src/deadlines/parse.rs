//! Reading a deadline cell: its parts, one after another.

use chrono::NaiveDate;

use super::{Deadline, DeadlineOptions};
use crate::codes::{Cycle, DateRule, NoteCode};
use crate::dates::last_timely;
use crate::note::Note;
use crate::text::{Lexed, Span, Token, TokenKind, span_of, starts_with, words_of};

/// Words that may stand before a part and add nothing to it.
pub(super) const OPENINGS: &[&[&str]] = &[
    &["báo", "cáo", "đầu", "tiên"],
    &["không", "muộn", "hơn"],
    &["hoàn", "thành"],
    &["báo", "cáo"],
    &["thực", "hiện"],
    &["triển", "khai"],
    &["cập", "nhật"],
    &["bổ", "sung"],
    &["rà", "soát"],
    &["đánh", "giá"],
    &["điều", "chỉnh"],
    &["duy", "trì"],
    &["tổ", "chức"],
    &["sơ", "kết"],
    &["tổng", "kết"],
    &["nhiệm", "vụ"],
    &["công", "việc"],
    &["ban", "hành"],
    &["phê", "duyệt"],
    &["định", "kỳ"],
    &["thời", "hạn"],
    &["thời", "gian"],
    &["chậm", "nhất"],
    &["muộn", "nhất"],
    &["xong"],
    &["là"],
    &["trong"],
    &["vào"],
    &["đến"],
    &["tới"],
    &["hết"],
];

/// Words of an opening that make what follows an end, never a start: `đến năm 2030`, `chậm nhất 2026`.
const LIMITS: &[&str] = &["đến", "tới", "hết", "nhất", "muộn", "thành", "xong"];

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
        let tokens = lexed.tokens();
        let cell = trim(&tokens);
        let mut reader =
            Reader { text, options, rest: cell, cell, limited: false, event: None, out: Deadline::default() };
        match reader.cell() {
            Ok(()) => {
                let mut out = reader.out;
                out.recognised = true;
                text.clone_into(&mut out.text);
                out
            }
            Err(Unread { code, span }) => {
                Deadline { notes: vec![Note::new(code, span)], text: text.to_owned(), ..Deadline::default() }
            }
        }
    }
}

fn trim<'t, 'k>(tokens: &'t [Token<'k>]) -> &'t [Token<'k>] {
    match trim_end(tokens) {
        [dash, rest @ ..] if dash.is_symbol('-') && !rest.is_empty() => rest,
        tokens => tokens,
    }
}

/// Without the punctuation at the end of a cell or part.
pub(super) fn trim_end<'t, 'k>(mut tokens: &'t [Token<'k>]) -> &'t [Token<'k>] {
    while let [rest @ .., last] = tokens
        && is_mark(last, ".;,:")
    {
        tokens = rest;
    }
    tokens
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
    /// The due date was written as an end.
    pub(super) limited: bool,
    /// How many tokens there are from the next `sau khi` on, where it was looked for.
    pub(super) event: Option<usize>,
    pub(super) out: Deadline,
}

impl<'t, 'k> Reader<'t, 'k> {
    fn cell(&mut self) -> Result<(), Unread> {
        let cell = self.rest;
        let Some(first) = self.rest.first() else { return Err(Unread { code: NoteCode::Empty, span: None }) };
        if self.rest.len() == 1 && first.is_symbol('-') {
            return Err(self.unread(NoteCode::NoDate));
        }
        if !self.rest.iter().any(Token::is_number) && !self.says_when() {
            return Err(Unread { code: NoteCode::NoDate, span: span_of(self.rest) });
        }
        while !self.rest.is_empty() {
            if !self.awaits()? && !self.closed_part()? && !self.reference() {
                return Err(self.unread(NoteCode::UnreadText));
            }
            self.separator()?;
        }
        match (self.out.start, self.out.due) {
            (Some(start), Some(due)) if due < start => {
                Err(Unread { code: NoteCode::Reversed, span: self.since(cell) })
            }
            _ => Ok(()),
        }
    }

    /// Whether any word of the cell speaks of time: else it is prose or an agency's name.
    fn says_when(&self) -> bool {
        const WORDS: &[&str] =
            &["xuyên", "hàng", "mỗi", "khi", "theo", "đột", "tục", "niên", "tháng", "quý", "năm"];
        self.rest.iter().any(|token| WORDS.iter().any(|word| token.is_word(word)))
    }

    /// Between parts: punctuation or `và`, or nothing before `theo`, `sau khi`, `từ` and `hằng`.
    pub(super) fn separator(&mut self) -> Result<(), Unread> {
        let marked = self.take(is_separator).is_some();
        while self.take(is_separator).is_some() {}
        let goes_on =
            |next: &Token<'_>| marked || ["theo", "sau", "từ", "hàng"].iter().any(|word| next.is_word(word));
        if self.rest.first().is_none_or(goes_on) { Ok(()) } else { Err(self.unread(NoteCode::UnreadText)) }
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
        let Deadline { start, written, due, rule, recurrence, .. } = self.out;
        let out = Deadline { start, written, due, rule, recurrence, ..Deadline::default() };
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
        let opened = self.openings();
        if self.continues() || self.recurrence(opened.periodic)? || self.demand() {
            return Ok(true);
        }
        if self.any_phrase(&[&["những", "năm", "tiếp", "theo"], &["các", "năm", "tiếp", "theo"]]) {
            self.following_years()?;
            return Ok(true);
        }
        if self.span_or_point(opened)? {
            return Ok(true);
        }
        self.rest = start;
        Ok(false)
    }

    /// Skips words that add nothing; whether "trình" stood among them.
    fn openings(&mut self) -> Opening {
        let mut opening = Opening::default();
        let start = self.rest;
        while self.any_phrase(OPENINGS) {}
        let skipped = start.get(..start.len() - self.rest.len()).unwrap_or(&[]);
        opening.limits = skipped.iter().any(|token| LIMITS.iter().any(|word| token.is_word(word)));
        opening.periodic = skipped.iter().any(|token| token.is_word("kỳ"));
        if starts_with(self.rest, &["trình"]) {
            // To whom stands between: "Trình UBND tỉnh trước ngày …".
            let limits = ["trước", "trong", "chậm", "vào"];
            let mut words = self.rest.iter().take_while(|token| token.kind == TokenKind::Word);
            let at = words.position(|token| limits.iter().any(|word| token.is_word(word)));
            if let Some(rest) = at.and_then(|at| self.rest.get(at..)) {
                self.rest = rest;
                while self.any_phrase(OPENINGS) {}
            }
        }
        if self.phrase(&["trước"]) {
            opening.before = true;
        } else if self.any_phrase(&[&["kể", "từ"], &["từ"]]) {
            opening.from = true;
        } else if self.phrase(&["giai", "đoạn"]) {
            opening.stage = true;
        }
        opening
    }

    /// "… và những năm tiếp theo": a bare year before it is the start, anything else its own due date.
    fn following_years(&mut self) -> Result<(), Unread> {
        if self.out.start.is_none() && self.out.rule == Some(DateRule::YearEnd) && !self.limited {
            self.out.start = self.out.due.and_then(|due| chrono::Datelike::with_ordinal(&due, 1));
            (self.out.written, self.out.due, self.out.rule) = (None, None, None);
        }
        if self.out.start.is_none() && self.out.due.is_none() {
            return Err(self.unread(NoteCode::NoYear));
        }
        self.out.continues = true;
        self.out.following_years = true;
        if self.options.following_years_judged {
            self.out.recurrence = Some(Cycle::Yearly);
        }
        Ok(())
    }

    fn span_or_point(&mut self, opening: Opening) -> Result<bool, Unread> {
        let start = self.rest;
        let Some((first, last)) = self.points()? else {
            return if opening.before || opening.from || opening.stage {
                Err(self.unread(NoteCode::UnreadText))
            } else {
                Ok(false)
            };
        };
        let month_day = self.options.month_day;
        let points = self.since(start);
        let refuse = |code| Unread { code, span: points };
        let (begins, ends, rule) = first.bounds(month_day).map_err(refuse)?;
        if let Some(last) = last {
            let (_, due, rule) = last.bounds(month_day).map_err(refuse)?;
            if opening.before {
                return Err(refuse(NoteCode::UnreadText));
            }
            if due < begins {
                return Err(refuse(NoteCode::Reversed));
            }
            self.out.start = Some(begins);
            return self.set_due(due, due, rule, refuse);
        }
        if opening.from {
            if self.out.start.replace(begins).is_some() {
                return Err(refuse(NoteCode::UnreadText));
            }
            if self.any_phrase(&[&["trở", "đi"]]) {
                self.out.continues = true;
            }
            return Ok(true);
        }
        if !opening.before {
            self.limited = opening.limits;
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
        if self.out.due.is_some() {
            return Err(refuse(NoteCode::UnreadText));
        }
        (self.out.written, self.out.due, self.out.rule) = (Some(written), Some(due), Some(rule));
        Ok(true)
    }

    pub(super) fn verbatim(&self, tokens: &[Token<'_>]) -> String {
        words_of(self.text, tokens).to_owned()
    }
}

/// What stands before a point and changes its meaning.
#[derive(Clone, Copy, Default)]
struct Opening {
    before: bool,
    from: bool,
    stage: bool,
    /// The point is an end: `đến`, `hết`, `chậm nhất`, `hoàn thành`.
    limits: bool,
    /// `định kỳ` stood before.
    periodic: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::work;

    #[test]
    fn what_is_not_read_says_why_and_where() {
        let cells = [
            "",
            "-",
            "Sở Nội vụ",
            "31/02/2026",
            "13/2026",
            "Quý V/2026",
            "tháng 6",
            "15/7",
            "6/25",
            "2500",
            "2026 - 2025",
            "hằng ngày",
            "hằng tháng, hằng quý",
            "6/2025; 12/2025",
            "trước",
            "30 ngày làm việc sau khi ban hành",
            "6/2025 hoặc 7/2025",
            "Hoàn thành 50%",
            "sau khi",
        ];
        let line = |cell: &&str| {
            let deadline = Deadline::read(cell, DeadlineOptions::default());
            let note = deadline
                .notes
                .first()
                .map(|note| format!("{} at `{}`", note.code, note.span.map_or("", |span| span.of(cell))));
            format!("{cell} → {}: {}", deadline.recognised, note.unwrap_or_default())
        };
        insta::assert_snapshot!(cells.iter().map(line).collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn a_cell_of_any_shape_is_read_in_linear_work() {
        let parts = [
            "sau khi a; ",
            "sau khi a, ",
            "sau khi a và ",
            "sau khi a, b; ",
            "sau khi a, liên tục; ",
            "30 ngày sau khi a; ",
            "sau khi của a / của b ",
            "/ của a ",
            "khi có phát sinh, ",
            "thường xuyên, ",
            "thường xuyên ",
            "hằng năm, ",
            "trình ",
            "trình a ",
            "trình trong thường xuyên, ",
            "trình trước ",
            "sau khi a, trình b; ",
            "sau khi a, trình b trước; ",
            "theo a, ",
            "theo ",
            "trước ",
            "từ ",
            "là ",
            "và ",
            ", ",
            "; ",
            "- ",
            "/",
            "1/",
            "1/1/",
            "2025, ",
            "2025 - ",
            "6 tháng ",
            "quý ",
            "ngày ",
            "đầu ",
            "năm ",
            "1.",
            "(",
            "a ",
            "của ",
            "ban hành ",
            "báo cáo ",
            "đột xuất, ",
            "e\u{301}",
            "\u{301}",
        ];
        for part in parts {
            for (lead, tail) in [
                ("", ""),
                ("2025; ", ""),
                ("sau khi a, ", ""),
                ("theo a, ", ""),
                ("", "sau khi có phát sinh"),
                ("sau khi a; ", "2025"),
            ] {
                let work = |times: usize| {
                    let cell = format!("{lead}{}{tail}", part.repeat(times));
                    work::of(|| Deadline::read(&cell, DeadlineOptions::default()))
                };
                let (once, twice) = (work(200), work(400));
                assert!(twice * 10 <= once * 22 + 500, "{lead}{part}…{tail}: {once}, then {twice}");
            }
        }
    }
}
