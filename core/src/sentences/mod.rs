//! Reading a reporting regime from its sentences (*chế độ báo cáo*).
//!
//! What is read are rules as a plan's regime has them, each with its place and the words it rests on; what was not understood
//! is said. A person confirms: a sentence leaves much to who knows its plan.
//!
//! # What is read
//!
//! ```text
//! how often  = ( "hằng" | "mỗi" ) ( "tuần" | "tháng" | "quý" | "năm" ) | [ "báo cáo" | "định kỳ" ] ( "quý" | "năm" … )
//!            | n "tháng" [ "đầu năm" | "cuối năm" ] [ "một lần" ] | "đột xuất" | "khi có yêu cầu" | "sơ kết, tổng kết"
//! by when    = ( "trước" | "chậm nhất" | "vào" … ) [ n "giờ" ] [ "ngày" ] day | "thứ" n "hằng tuần"
//! day        = d | d "hằng tháng" | d "tháng sau" | d "của tháng cuối quý" | d "tháng đầu quý sau" | d "/" m [ "năm sau" ]
//!            | d "/" m "/" yyyy | "cuối cùng của tháng"
//! data       = ( "số liệu" | "chốt" ) [ "từ" day ] "đến" day
//! to whom    = ( "về" | "gửi" | "báo cáo" ) body [ "để tổng hợp, báo cáo" body ]
//! ```
//!
//! - A cycle without a day is a rule without a date. A day that fits no cycle is given to none (note `due-unclear`).
//! - `6 tháng` is the first half; `6 tháng một lần` and a day of each half are both.
//! - Two days of a year without a cycle (`trước ngày 01/6 và 15/11 hằng năm`) are the first half's and the year's (note
//!   `cycle-inferred`); so is a year's day from January to March taken for the year after.
//! - A day with its year is a rule of once. An hour is not judged (`hour-not-judged`); every day has no period (`undated`).
//! - The body that sums up reports in turn: rules `summary-…` without a date.
//! - Every number is in a rule's words or in a note's.

mod days;
mod items;
mod parties;
#[cfg(test)]
mod tests;
mod tie;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::items::Surely;
use self::tie::Tied;
use self::words::{number, one_of, word};
use crate::codes::{Cycle, Halves, NoteCode};
use crate::error::Error;
use crate::limits::Limits;
use crate::note::Note;
use crate::regime::Rule;
use crate::sorted;
use crate::text::{Lexed, Span, Token};

/// The reporting rules a text states, and what of it was not understood.
///
/// ```
/// use tiendo::{Cycle, parse_regime};
/// let read = parse_regime("Báo cáo quý trước ngày 10 tháng cuối quý, hằng ngày khi có dịch")?;
/// assert_eq!(read.rules[0].rule.cycle, Cycle::Quarterly);
/// assert_eq!(read.notes[0].span.unwrap().of(&read.text), "hằng ngày");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegimeReading {
    /// The rules, in the order of the text; those of the body that sums up after the others.
    pub rules: Vec<RuleReading>,
    /// What was not understood, and what to know of what was, by place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The text, verbatim.
    pub text: String,
}

/// A rule as it was read, to be confirmed.
///
/// ```
/// let read = tiendo::parse_regime("Sở Y tế gửi báo cáo trước ngày 20 hằng tháng")?;
/// let monthly = &read.rules[0];
/// assert_eq!(monthly.span.of(&read.text), "trước ngày 20 hằng tháng");
/// assert_eq!(monthly.rests_on[1].of(&read.text), "Sở Y tế");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleReading {
    /// The rule as a plan's regime has it: its code is made here, its text is the part of the text it stands in.
    pub rule: Rule,
    /// Where it stands: from the first to the last of the words that say how often and by when.
    pub span: Span,
    /// The words it rests on: how often, by when, with which data; who reports, to whom.
    pub rests_on: Vec<Span>,
}

/// Reads the reporting rules that a text states.
///
/// Reading is total: the only error is `cell-too-long`, beyond 10,000 characters.
///
/// ```
/// use tiendo::{Cycle, parse_regime};
/// let read = parse_regime(
///     "Định kỳ hằng tháng (trước ngày 20), hằng quý (trước ngày 10 của tháng cuối quý), 6 tháng (trước 10/6), hằng năm \
///      (trước 30/11) báo cáo kết quả về Sở Khoa học và Công nghệ để tổng hợp, báo cáo UBND tỉnh.",
/// )?;
/// let quarterly = &read.rules[1].rule;
/// assert_eq!((quarterly.cycle, quarterly.due.unwrap().day), (Cycle::Quarterly, 10));
/// assert_eq!(quarterly.due.unwrap().month_of_period, 3);
/// assert_eq!(quarterly.recipient, "Sở Khoa học và Công nghệ");
/// assert_eq!(read.rules[4].rule.recipient, "UBND tỉnh");
/// assert!(read.notes.is_empty());
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn parse_regime(text: &str) -> Result<RegimeReading, Error> {
    parse_regime_with(text, &Limits::default())
}

/// Reads the reporting rules that a text states, within limits of the caller's.
///
/// ```
/// use tiendo::{ErrorCode, Limits, parse_regime_with};
/// let limits = Limits { text_chars: 3, ..Limits::default() };
/// assert_eq!(parse_regime_with("hằng tháng", &limits).unwrap_err().code, ErrorCode::CellTooLong);
/// ```
pub fn parse_regime_with(text: &str, limits: &Limits) -> Result<RegimeReading, Error> {
    limits.check_text(text, "text")?;
    let lexed = Lexed::new(text);
    let tokens = lexed.tokens();
    let mut reading = RegimeReading { rules: Vec::new(), notes: Vec::new(), text: text.to_owned() };
    for sentence in sentences(text, &tokens) {
        Sentence { text, tokens: sentence }.read(&mut reading);
    }
    sorted::sort_by_key(&mut reading.notes, |note| note.span.map(|span| (span.start, span.end)));
    codes(&mut reading.rules);
    Ok(reading)
}

/// The sentences of a text: each ends at a full stop before a capital letter, a list's mark or the text's end.
fn sentences<'w, 't>(text: &str, tokens: &'w [Token<'t>]) -> Vec<&'w [Token<'t>]> {
    let mut found = Vec::new();
    let mut rest = tokens;
    while !rest.is_empty() {
        let end = rest.iter().enumerate().position(|(at, token)| {
            let next = rest.get(at.saturating_add(1));
            let is_mark = at == 0
                || at
                    .checked_sub(1)
                    .and_then(|at| rest.get(at))
                    .is_some_and(|before| number(before) && at == 1);
            token.is_symbol('.')
                && !is_mark
                && next.is_none_or(|next| next.starts_upper(text) || one_of(next, &["-", "+", "*"]))
        });
        let (sentence, after) =
            rest.split_at(end.map_or(rest.len(), |end| end.saturating_add(1)).min(rest.len()));
        found.push(sentence);
        rest = after;
    }
    found
}

/// A sentence being read.
struct Sentence<'w, 't> {
    text: &'w str,
    tokens: &'w [Token<'t>],
}

impl Sentence<'_, '_> {
    fn read(&self, reading: &mut RegimeReading) {
        let items = items::of(self.tokens);
        let is_report = self.speaks_of_reports(0, self.tokens.len());
        let is_meeting = !is_report && self.tokens.iter().any(|token| one_of(token, &["họp", "giao", "ban"]));
        let items = if is_meeting { Vec::new() } else { items };
        let (tied, unfit) = tie::tie(&items, is_report);
        let stated = self.stated(tied, is_report);
        let parties = if stated.is_empty() {
            parties::Parties::default()
        } else {
            parties::of(self.text, self.tokens, &items)
        };
        let mut covered: Vec<(usize, usize)> = unfit.iter().map(|(_, place)| *place).collect();
        covered.extend(stated.iter().flat_map(|rule| rule.places.iter().chain(&rule.also)));
        covered.extend([parties.reporters, parties.recipient, parties.further].into_iter().flatten());
        let noted =
            unfit.into_iter().filter_map(|(code, place)| Some(Note::new(code, Some(self.span(place)?))));
        reading.notes.extend(noted);
        for rule in &stated {
            if rule.inferred {
                let places = rule.places.last().and_then(|place| self.span(*place));
                reading.notes.push(Note::new(NoteCode::CycleInferred, places));
            }
            let reading_of = self.reading(rule, parties.reporters, parties.recipient);
            reading.rules.extend(reading_of);
        }
        if parties.further.is_some() {
            let mut summed: Vec<(Cycle, Option<Halves>)> = Vec::new();
            for rule in &stated {
                if rule.cycle == Cycle::AdHoc || summed.contains(&(rule.cycle, rule.halves)) {
                    continue;
                }
                summed.push((rule.cycle, rule.halves));
                let undated = Tied {
                    due: None,
                    weekday: None,
                    cutoff: None,
                    before: false,
                    inferred: false,
                    ..rule.clone()
                };
                if rule.cycle != Cycle::Once {
                    reading.rules.extend(self.summary(&undated, &parties));
                }
            }
        }
        self.numbers(&mut covered, &mut reading.notes);
    }

    /// The rules that the words state: a cycle alone that no report is named beside is none, and one that stands twice counts
    /// once, by its day.
    fn stated(&self, tied: Vec<Tied>, is_report: bool) -> Vec<Tied> {
        // What a target asks of reports is no duty to send them.
        let is_target = self.tokens.iter().any(|token| token.is_symbol('%'));
        let clauses = self.clauses();
        let mut kept: Vec<Tied> = Vec::new();
        for rule in tied {
            let is_named = !is_report || rule.surely == Surely::Named || {
                let from = rule.places.first().map_or(0, |place| place.0);
                let at = clauses.partition_point(|(end, _)| *end <= from);
                clauses.get(at).is_some_and(|(_, is_report)| *is_report)
            };
            if !rule.is_dated() && (is_target || !is_named) {
                continue;
            }
            let is_of = |other: &&mut Tied| {
                other.cycle == rule.cycle
                    && (other.says_as(&rule) || !rule.is_dated() || !other.is_dated())
                    && (other.halves == rule.halves || other.is_dated() != rule.is_dated())
            };
            match kept.iter_mut().find(is_of) {
                Some(other) if !other.is_dated() && rule.is_dated() => {
                    let before = std::mem::replace(other, rule);
                    other.cutoff = other.cutoff.or(before.cutoff);
                    other.halves = other.halves.or(before.halves);
                    other.also.extend(before.places.into_iter().chain(before.also));
                }
                Some(other) => {
                    other.cutoff = other.cutoff.or(rule.cutoff);
                    other.also.extend(rule.places);
                }
                None => kept.push(rule),
            }
        }
        kept
    }

    /// Where the clauses between semicolons end, and whether each speaks of a report.
    fn clauses(&self) -> Vec<(usize, bool)> {
        let (mut clauses, mut from) = (Vec::new(), 0);
        let ends = self.tokens.iter().enumerate().filter(|(_, token)| token.is_symbol(';'));
        for end in ends.map(|(at, _)| at.saturating_add(1)).chain([self.tokens.len()]) {
            clauses.push((end, self.speaks_of_reports(from, end)));
            from = end;
        }
        clauses
    }

    fn speaks_of_reports(&self, from: usize, to: usize) -> bool {
        const WORDS: &[(&str, &str)] =
            &[("báo", "cáo"), ("sơ", "kết"), ("tổng", "kết"), ("định", "kỳ"), ("định", "kì")];
        let pairs = self.tokens.get(from..to).unwrap_or(&[]).windows(2);
        pairs.into_iter().any(|pair| {
            matches!(pair, [a, b] if WORDS.iter().any(|(first, second)| word(a, first) && word(b, second)))
        })
    }

    fn span(&self, (from, to): (usize, usize)) -> Option<Span> {
        let first = self.tokens.get(from)?;
        let last = self.tokens.get(to.checked_sub(1)?)?;
        Some(Span { start: first.span.start, end: last.span.end })
    }

    fn words(&self, (from, to): (usize, usize)) -> &str {
        crate::text::words_of(self.text, self.tokens.get(from..to).unwrap_or(&[]))
    }

    fn reading(
        &self,
        tied: &Tied,
        reporters: Option<(usize, usize)>,
        recipient: Option<(usize, usize)>,
    ) -> Option<RuleReading> {
        let whole = tied.places.iter().copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        let named = |place: Option<(usize, usize)>| place.map_or("", |place| self.words(place)).to_owned();
        let mut places: Vec<(usize, usize)> = tied.places.iter().chain(&tied.also).copied().collect();
        sorted::sort(&mut places);
        places.dedup();
        places.extend([reporters, recipient].into_iter().flatten());
        let on = match tied.on {
            Some((year, month, day)) => Some(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?),
            None => None,
        };
        let rule = Rule {
            code: code(tied).to_owned(),
            cycle: tied.cycle,
            due: tied.due,
            cutoff: tied.cutoff,
            reporters: named(reporters),
            recipient: named(recipient),
            text: self.words(whole).to_owned(),
            halves: tied.halves,
            on,
            weekday: tied.weekday,
            before: tied.before,
        };
        let rests_on = places.into_iter().filter_map(|place| self.span(place)).collect();
        Some(RuleReading { rule, span: self.span(whole)?, rests_on })
    }

    /// What the body that sums up owes in turn.
    fn summary(&self, tied: &Tied, parties: &parties::Parties) -> Option<RuleReading> {
        let mut read = self.reading(tied, parties.recipient, parties.further)?;
        read.rule.code = format!("summary-{}", read.rule.code);
        let place = parties.recipient.zip(parties.further).map(|(first, further)| (first.0, further.1))?;
        (read.span, read.rule.text) = (self.span(place)?, self.words(place).to_owned());
        Some(read)
    }

    /// Says every number that stands in no rule and no note.
    fn numbers(&self, covered: &mut [(usize, usize)], notes: &mut Vec<Note>) {
        sorted::sort(covered);
        let mut end = 0;
        let mut places = covered.iter().peekable();
        for (at, token) in self.tokens.iter().enumerate() {
            while let Some((_, to)) = places.next_if(|(from, _)| *from <= at) {
                end = end.max(*to);
            }
            let has_digit = token.key.bytes().any(|byte| byte.is_ascii_digit());
            if has_digit && at >= end {
                notes.push(Note::new(NoteCode::UnreadText, Some(token.span)));
            }
        }
    }
}

/// What a rule is called.
fn code(tied: &Tied) -> &'static str {
    match (tied.cycle, tied.halves) {
        (Cycle::Weekly, _) => "weekly",
        (Cycle::Monthly, _) => "monthly",
        (Cycle::Quarterly, _) => "quarterly",
        (Cycle::HalfYearly, Some(Halves::Second)) => "second-half",
        (Cycle::HalfYearly, Some(Halves::Both)) => "half-yearly",
        (Cycle::HalfYearly, _) => "half-year",
        (Cycle::NineMonthly, _) => "nine-months",
        (Cycle::Yearly, _) => "year",
        (Cycle::Term, _) => "term",
        (Cycle::AdHoc, _) => "ad-hoc",
        (Cycle::Once, _) => "once",
    }
}

/// Gives rules of one name numbers, so that each code is one rule's; those that sum up stand last.
fn codes(rules: &mut [RuleReading]) {
    sorted::sort_by_key(rules, |read| read.rule.code.starts_with("summary-"));
    let mut counts: sorted::Map<String, u32> = sorted::Map::new();
    for read in rules {
        let count = counts.or_insert_with(read.rule.code.clone(), || 0);
        *count = count.saturating_add(1);
        if *count > 1 {
            read.rule.code = format!("{}-{count}", read.rule.code);
        }
    }
}
