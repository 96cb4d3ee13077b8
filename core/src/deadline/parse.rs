//! Reading a deadline cell: its parts, one after another.

use chrono::{Days, NaiveDate};

use super::date::{Point, Third};
use super::{Awaits, DateRule, Deadline, DeadlineOptions};
use crate::note::{Note, NoteCode};
use crate::period::Cycle;
use crate::text::{Lexed, Span, Token, TokenKind, span_of};

/// Separators at which an open-ended part may end; a cell with more is prose.
const MOST_CUTS: usize = 12;

/// Words that may stand before a part and add nothing to it.
const OPENINGS: &[&[&str]] = &[
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
    &["dự", "kiến"],
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

/// Occasions on which work is asked for, after "khi có" or "khi".
const DEMANDS: &[&[&str]] =
    &[&["phát", "sinh"], &["yêu", "cầu"], &["nhu", "cầu"], &["cần", "thiết"], &["cần"]];

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

/// Why, and where, a cell could not be read.
#[derive(Clone, Copy, Debug)]
struct Unread {
    code: NoteCode,
    span: Option<Span>,
}

impl Deadline {
    /// Reads a cell of any length in time proportional to it.
    pub(crate) fn read(text: &str, options: DeadlineOptions) -> Deadline {
        let lexed = Lexed::new(text);
        let tokens = lexed.tokens();
        let mut reader = Reader { text, options, rest: trim(&tokens), out: Deadline::default() };
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

fn trim<'t, 'k>(mut tokens: &'t [Token<'k>]) -> &'t [Token<'k>] {
    while let [rest @ .., last] = tokens
        && is_mark(last, ".;,:")
    {
        tokens = rest;
    }
    match tokens {
        [dash, rest @ ..] if dash.is_symbol('-') && !rest.is_empty() => rest,
        _ => tokens,
    }
}

fn is_mark(token: &Token<'_>, marks: &str) -> bool {
    matches!(token.kind, TokenKind::Symbol(c) if marks.contains(c))
}

fn is_separator(token: &Token<'_>) -> bool {
    is_mark(token, ",;") || token.is_word("và")
}

/// A walk over the tokens of a cell, and what it has found.
#[derive(Clone)]
struct Reader<'t, 'k> {
    text: &'t str,
    options: DeadlineOptions,
    rest: &'t [Token<'k>],
    out: Deadline,
}

impl<'t, 'k> Reader<'t, 'k> {
    fn cell(&mut self) -> Result<(), Unread> {
        let Some(first) = self.rest.first() else { return Err(Unread { code: NoteCode::Empty, span: None }) };
        if self.rest.len() == 1 && first.is_symbol('-') {
            return Err(self.unread(NoteCode::Dash));
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
        Ok(())
    }

    /// Whether any word of the cell speaks of time: else it is prose or an agency's name.
    fn says_when(&self) -> bool {
        const WORDS: &[&str] =
            &["xuyên", "hàng", "mỗi", "khi", "theo", "đột", "tục", "niên", "tháng", "quý", "năm"];
        self.rest.iter().any(|token| WORDS.iter().any(|word| token.is_word(word)))
    }

    /// Between parts: punctuation or `và`, or nothing before `theo` and `sau khi`.
    fn separator(&mut self) -> Result<(), Unread> {
        let before = self.rest;
        while self.take(is_separator).is_some() {}
        let glued = before.len() == self.rest.len();
        match self.rest.first() {
            None if glued => Ok(()),
            None => Ok(()),
            Some(next) if glued && !next.is_word("theo") && !next.is_word("sau") => {
                Err(self.unread(NoteCode::UnreadText))
            }
            Some(_) => Ok(()),
        }
    }

    fn unread(&self, code: NoteCode) -> Unread {
        Unread { code, span: self.rest.first().map(|token| token.span) }
    }

    fn take(&mut self, wanted: impl Fn(&Token<'k>) -> bool) -> Option<&'t Token<'k>> {
        let (first, rest) = self.rest.split_first()?;
        wanted(first).then(|| {
            self.rest = rest;
            first
        })
    }

    fn phrase(&mut self, words: &[&str]) -> bool {
        let (true, Some(rest)) = (starts_with(self.rest, words), self.rest.get(words.len()..)) else {
            return false;
        };
        self.rest = rest;
        true
    }

    fn any_phrase(&mut self, phrases: &[&[&str]]) -> bool {
        phrases.iter().any(|words| self.phrase(words))
    }

    /// A whole number of at most `digits` digits.
    fn whole(&mut self, digits: usize) -> Option<u32> {
        let token = self.take(|token| {
            token.is_number() && token.key.len() <= digits && !token.key.contains(['.', ','])
        })?;
        token.key.parse().ok()
    }

    // --- closed parts: their own words end them ---

    fn closed_part(&mut self) -> Result<bool, Unread> {
        let start = self.rest;
        let opened = self.openings();
        if self.continues() || self.recurrence()? || self.demand() {
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
        while self.any_phrase(OPENINGS) {}
        if starts_with(self.rest, &["trình"]) {
            // To whom stands between: "Trình UBND tỉnh trước ngày …".
            let limits = ["trước", "trong", "chậm", "vào"];
            let at = self.rest.iter().position(|token| limits.iter().any(|word| token.is_word(word)));
            let only_words = |tokens: &[Token<'_>]| tokens.iter().all(|token| token.kind == TokenKind::Word);
            if let Some((to_whom, rest)) = at.and_then(|at| self.rest.split_at_checked(at))
                && only_words(to_whom)
            {
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

    fn continues(&mut self) -> bool {
        let mut found = false;
        while self.any_phrase(&[&["thường", "xuyên"], &["liên", "tục"]]) {
            found = true;
        }
        self.out.continues |= found;
        found
    }

    fn recurrence(&mut self) -> Result<bool, Unread> {
        let start = self.rest;
        let each = self.phrase(&["hàng"]) || self.phrase(&["mỗi"]);
        let cycle = match self.rest {
            [unit, ..] if each && unit.is_word("năm") => Some(Cycle::Yearly),
            [unit, ..] if each && unit.is_word("quý") => Some(Cycle::Quarterly),
            [unit, ..] if each && unit.is_word("tháng") => Some(Cycle::Monthly),
            [unit, ..] if each && (unit.is_word("tuần") || unit.is_word("ngày")) => {
                return Err(self.unread(NoteCode::UnknownCycle));
            }
            _ => None,
        };
        if cycle.is_some() {
            self.rest = self.rest.get(1..).unwrap_or(&[]);
        }
        let cycle = match cycle {
            Some(cycle) => cycle,
            None if self.phrase(&["thường", "niên"]) => Cycle::Yearly,
            None => {
                let Some(cycle) = self.every_so_many_months(each)? else {
                    self.rest = start;
                    return Ok(false);
                };
                cycle
            }
        };
        if self.out.recurrence.replace(cycle).is_some() {
            self.rest = start;
            return Err(self.unread(NoteCode::UnreadText));
        }
        Ok(true)
    }

    /// `6 tháng một lần`, `mỗi 3 tháng`.
    fn every_so_many_months(&mut self, each: bool) -> Result<Option<Cycle>, Unread> {
        let start = self.rest;
        let (Some(months), true) = (self.whole(2), self.phrase(&["tháng"])) else { return Ok(None) };
        let once = self.phrase(&["một", "lần"])
            || (self.take(|token| token.is_symbol('/')).is_some() && self.phrase(&["lần"]));
        let cycle = match months {
            _ if !each && !once => return Ok(None),
            1 => Cycle::Monthly,
            3 => Cycle::Quarterly,
            6 => Cycle::HalfYearly,
            9 => Cycle::NineMonthly,
            12 => Cycle::Yearly,
            _ => {
                self.rest = start;
                return Err(self.unread(NoteCode::UnknownCycle));
            }
        };
        Ok(Some(cycle))
    }

    fn demand(&mut self) -> bool {
        let start = self.rest;
        let found = self.phrase(&["đột", "xuất"])
            || self.phrase(&["theo", "yêu", "cầu"]) && self.rest.is_empty()
            || self.phrase(&["khi"]) && self.occasion();
        if !found {
            self.rest = start;
        }
        self.out.on_demand |= found;
        found
    }

    /// What follows `khi` where work is done on demand: `có phát sinh`, `có yêu cầu`.
    fn occasion(&mut self) -> bool {
        let _ = self.phrase(&["có"]) || self.phrase(&["được"]);
        self.any_phrase(DEMANDS) && self.rest.first().is_none_or(is_separator)
    }

    /// "… và những năm tiếp theo": a bare year before it is the start, anything else its own due date.
    fn following_years(&mut self) -> Result<(), Unread> {
        if self.out.start.is_none() && self.out.rule == Some(DateRule::YearEnd) {
            self.out.start = self.out.due.and_then(|due| due.format("%Y-01-01").to_string().parse().ok());
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
        let refuse = |code| Unread { code, span: start.first().map(|token| token.span) };
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
            return self.set_due(ends, ends, rule, refuse);
        }
        // "Before" a month or a year is before its first day, whichever way a named day is taken.
        if rule == DateRule::Day && self.options.before_inclusive {
            return self.set_due(begins, begins, DateRule::BeforeInclusive, refuse);
        }
        let due = begins.checked_sub_days(Days::new(1)).ok_or(refuse(NoteCode::YearOutOfRange))?;
        self.set_due(begins, due, DateRule::Before, refuse)
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

    /// One point, or the two of a span.
    fn points(&mut self) -> Result<Option<(Point, Option<Point>)>, Unread> {
        if let Some(pair) = self.short_span()? {
            return Ok(Some(pair));
        }
        let Some(first) = self.point()? else { return Ok(None) };
        let start = self.rest;
        if self.take(|token| token.is_symbol('-') || token.is_word("đến")).is_none() {
            return Ok(Some((first, None)));
        }
        let _ = self.phrase(&["hết"]);
        match self.point()? {
            Some(last) => Ok(Some((first, Some(last)))),
            None => {
                self.rest = start;
                Err(self.unread(NoteCode::UnreadText))
            }
        }
    }

    /// `Quý III-IV/2025`, `10-11/2025`: two periods that share their year.
    fn short_span(&mut self) -> Result<Option<(Point, Option<Point>)>, Unread> {
        let start = self.rest;
        let quarters = self.phrase(&["quý"]);
        let _ = quarters || self.phrase(&["tháng"]);
        let count =
            |reader: &mut Self| if quarters { reader.quarter().ok().flatten() } else { reader.whole(2) };
        let first = count(self);
        let dash = self.take(|token| token.is_symbol('-')).is_some();
        let last = if dash { count(self) } else { None };
        let year = self.take(|token| token.is_symbol('/') || token.is_word("năm")).and_then(|_| self.year());
        let (Some(first), Some(last), Some(year)) = (first, last, year) else {
            self.rest = start;
            return Ok(None);
        };
        let point = |n| {
            if quarters {
                Point::Quarter { year, quarter: n }
            } else {
                Point::Month { year, month: n, third: None }
            }
        };
        Ok(Some((point(first), Some(point(last)))))
    }

    fn point(&mut self) -> Result<Option<Point>, Unread> {
        let start = self.rest;
        let third = if self.phrase(&["đầu"]) {
            Some(Third::Beginning)
        } else if self.phrase(&["giữa"]) {
            Some(Third::Middle)
        } else if self.phrase(&["cuối"]) {
            Some(Third::End)
        } else {
            None
        };
        if third.is_none() && self.phrase(&["quý"]) {
            return self.quarter_of_year().map(Some);
        }
        let is_half = |reader: &mut Self| reader.whole(1) == Some(6) && reader.phrase(&["tháng"]);
        if third.is_none() && is_half(self) {
            return self.half_of_year().map(Some);
        }
        self.rest = if third.is_some() { start.get(1..).unwrap_or(&[]) } else { start };
        let _ = self.phrase(&["ngày"]);
        if self.phrase(&["năm"]) {
            let year = self.year().ok_or_else(|| self.unread(NoteCode::NoYear))?;
            return Ok(Some(Point::Year { year, third }));
        }
        let found = self.date(third)?;
        if found.is_none() {
            if third.is_some() {
                return Err(self.unread(NoteCode::UnreadText));
            }
            self.rest = start;
        }
        Ok(found)
    }

    /// `d/m/yyyy`, `m/yyyy`, `yyyy`, with slashes, dashes, dots, or `tháng` and `năm` in words.
    fn date(&mut self, third: Option<Third>) -> Result<Option<Point>, Unread> {
        let month_first = self.phrase(&["tháng"]);
        let start = self.rest;
        let Some(token) = self.take(Token::is_number) else {
            return if month_first { Err(self.unread(NoteCode::UnreadText)) } else { Ok(None) };
        };
        let refuse = |code| Unread { code, span: Some(token.span) };
        let mut fields: Vec<&str> = token.key.split('.').collect();
        while fields.len() < 3 && fields.last().is_some_and(|last| last.len() < 3) {
            let joined = matches!(self.rest, [mark, next, ..] if next.is_number()
                && (is_mark(mark, "/-") || mark.is_word("tháng") || mark.is_word("năm")));
            let Some(next) = self.rest.get(1).filter(|_| joined) else { break };
            fields.push(next.key);
            self.rest = self.rest.get(2..).unwrap_or(&[]);
        }
        let numbers: Option<Vec<u32>> = fields
            .iter()
            .map(|field| field.bytes().all(|b| b.is_ascii_digit()).then(|| field.parse().ok()).flatten())
            .collect();
        let Some(numbers) = numbers else { return Err(refuse(NoteCode::UnreadText)) };
        let full = fields.last().is_some_and(|year| year.len() == 4);
        let year = numbers.last().and_then(|year| i32::try_from(*year).ok()).unwrap_or(0);
        match (numbers.as_slice(), full) {
            ([day, month, _], true) if third.is_none() && !month_first => {
                Ok(Some(Point::Day { year, month: *month, day: *day }))
            }
            ([month, _], true) => Ok(Some(Point::Month { year, month: *month, third })),
            ([_], true) if !month_first => Ok(Some(Point::Year { year, third })),
            ([_] | [_, _], false) if fields.iter().all(|field| field.len() <= 2) => {
                self.rest = start;
                Err(refuse(NoteCode::NoYear))
            }
            _ => Err(refuse(NoteCode::UnreadText)),
        }
    }

    fn year(&mut self) -> Option<i32> {
        let token =
            self.take(|token| token.is_number() && token.key.len() == 4 && !token.key.contains(['.', ',']))?;
        token.key.parse().ok()
    }

    fn quarter(&mut self) -> Result<Option<u32>, Unread> {
        let unread = self.unread(NoteCode::NoSuchPeriod);
        let Some(token) =
            self.take(|token| token.is_number() || token.key.chars().all(|c| "ivx".contains(c)))
        else {
            return Ok(None);
        };
        match token.key {
            "i" | "1" | "01" => Ok(Some(1)),
            "ii" | "2" | "02" => Ok(Some(2)),
            "iii" | "3" | "03" => Ok(Some(3)),
            "iv" | "4" | "04" => Ok(Some(4)),
            _ => Err(unread),
        }
    }

    fn quarter_of_year(&mut self) -> Result<Point, Unread> {
        let quarter = self.quarter()?.ok_or_else(|| self.unread(NoteCode::UnreadText))?;
        let _ = self.take(|token| is_mark(token, "/-,") || token.is_word("năm"));
        let year = self.year().ok_or_else(|| self.unread(NoteCode::NoYear))?;
        Ok(Point::Quarter { year, quarter })
    }

    /// After `6 tháng`: `đầu năm 2026`, `cuối năm 2026`.
    fn half_of_year(&mut self) -> Result<Point, Unread> {
        let half = if self.phrase(&["đầu"]) {
            1
        } else if self.phrase(&["cuối"]) {
            2
        } else {
            return Err(self.unread(NoteCode::UnreadText));
        };
        let _ = self.phrase(&["năm"]) || self.take(|token| token.is_symbol('/')).is_some();
        let year = self.year().ok_or_else(|| self.unread(NoteCode::NoYear))?;
        Ok(Point::Half { year, half })
    }

    // --- open parts: they run on to the next part or the end ---

    fn reference(&mut self) -> bool {
        let start = self.rest;
        while self.any_phrase(OPENINGS) {}
        if !starts_with(self.rest, &["theo"]) || self.out.reference.is_some() {
            self.rest = start;
            return false;
        }
        let words = self.run_on();
        self.out.reference = Some(self.verbatim(words));
        true
    }

    fn awaits(&mut self) -> Result<bool, Unread> {
        let start = self.rest;
        let mut offset_days = self.offset();
        if offset_days.is_none() {
            while self.any_phrase(OPENINGS) {}
            if self.phrase(&["trình"]) {
                let at = self.rest.windows(2).position(|pair| starts_with(pair, &["sau", "khi"]));
                self.rest = at.and_then(|at| self.rest.get(at..)).unwrap_or(&[]);
            }
            offset_days = self.offset();
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
        if !opened || self.clone().occasion() {
            self.rest = start;
            return Ok(false);
        }
        if self.rest.is_empty() {
            self.rest = start;
            return Err(self.unread(NoteCode::UnreadText));
        }
        let words = self.run_on();
        for event in words.split(|token| token.is_symbol('/')).filter(|event| !event.is_empty()) {
            let awaited =
                Awaits { issuer: issuer(self.text, event), text: self.verbatim(event), offset_days };
            self.out.awaits.push(awaited);
        }
        Ok(true)
    }

    /// `30 ngày`, `sau 30 ngày`, `trong vòng 30 ngày` before an event. Working days need a calendar: not read.
    fn offset(&mut self) -> Option<u32> {
        let start = self.rest;
        let _ = self.phrase(&["trong", "vòng"]) || self.phrase(&["trong"]) || self.phrase(&["sau"]);
        let days = self.whole(3).filter(|_| self.phrase(&["ngày"]));
        let event = self
            .rest
            .first()
            .is_some_and(|next| ["sau", "kể", "từ", "khi"].iter().any(|word| next.is_word(word)));
        if days.is_none() || !event {
            self.rest = start;
            return None;
        }
        days
    }

    /// The words up to the next part: to a semicolon, or to a comma or `và` after which everything can be read.
    fn run_on(&mut self) -> &'t [Token<'k>] {
        let words = self.rest;
        let cuts = words.iter().enumerate().skip(1).filter(|(_, token)| is_separator(token)).take(MOST_CUTS);
        let cut = cuts.map(|(at, _)| at).find(|&at| {
            let after = words.get(at + 1..).unwrap_or(&[]);
            words.get(at).is_some_and(|mark| mark.is_symbol(';'))
                || (!after.is_empty() && self.reads_on(after))
        });
        let (run, rest) = words.split_at_checked(cut.unwrap_or(words.len())).unwrap_or((words, &[]));
        self.rest = rest;
        run
    }

    /// Whether closed parts alone read all of `tokens`.
    fn reads_on(&self, tokens: &'t [Token<'k>]) -> bool {
        let mut probe = Reader { rest: tokens, ..self.clone() };
        while !probe.rest.is_empty() {
            if !matches!(probe.closed_part(), Ok(true)) || probe.separator().is_err() {
                return false;
            }
        }
        true
    }

    fn verbatim(&self, tokens: &[Token<'_>]) -> String {
        span_of(tokens).map_or("", |span| span.of(self.text)).to_owned()
    }
}

/// What stands before a point and changes its meaning.
#[derive(Clone, Copy, Default)]
struct Opening {
    before: bool,
    from: bool,
    stage: bool,
}

fn starts_with(tokens: &[Token<'_>], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is_word(word))
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
        let subject = event.get(..verb)?;
        subject.strip_prefix_word("được")
    };
    // A document is what is issued, not who issues it.
    const DOCUMENTS: &[&str] =
        &["luật", "nghị", "quyết", "thông", "đề", "kế", "chương", "văn", "hướng", "có"];
    let first = name.first()?;
    (!DOCUMENTS.iter().any(|word| first.is_word(word)))
        .then(|| span_of(name).map_or("", |span| span.of(text)).to_owned())
}

trait StripWord {
    fn strip_prefix_word(&self, word: &str) -> &Self;
}

impl StripWord for [Token<'_>] {
    fn strip_prefix_word(&self, word: &str) -> &Self {
        match self {
            [first, rest @ ..] if first.is_word(word) => rest,
            _ => self,
        }
    }
}
