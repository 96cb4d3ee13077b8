//! Reading a target cell: its footnote mark, its `Có` or `Không`, and its clauses.

use std::sync::Arc;

use super::MilestoneTarget;
use super::clause::{self, Clause, Unfit};
use super::quantity;
use crate::codes::{NoteCode, Source, TargetKind};
use crate::note::Note;
use crate::number::Fixed;
use crate::text::{Lexed, Span, Token, words_of};
use crate::unit::Unit;

/// Places at which one clause may be cut in two: a cell with more is not a target any more, and unrecognised as a whole.
const MOST_CUTS: usize = 12;

/// Requirements of one cell: more are a list of something else, and unrecognised as a whole.
const MOST_REQUIREMENTS: usize = 16;

impl MilestoneTarget {
    /// Reads a cell of any length in time proportional to it, with the row's unit column as it was read.
    pub(crate) fn read(
        text: &str,
        column: Option<&(Unit, Option<Arc<str>>)>,
        source: Source,
    ) -> MilestoneTarget {
        let lexed = Lexed::new(text);
        let tokens = lexed.tokens();
        let mut target = match source {
            Source::Illegible => unread(NoteCode::Illegible, None),
            Source::Published | Source::Ocr | Source::Checked => cell(text, &tokens),
        };
        if let Some((unit, base)) = column {
            target.take_column(unit, base.as_ref());
        }
        if source == Source::Ocr {
            target.doubt_signs(&tokens);
        }
        text.clone_into(&mut target.text);
        target
    }

    /// Completes the numbers that name no unit with that of the unit column.
    fn take_column(&mut self, unit: &Unit, base: Option<&Arc<str>>) {
        for part in &mut self.parts {
            part.take_column(unit, base);
        }
        if !self.is_numeric() {
            return;
        }
        let takes_base = self.unit.as_ref().is_none_or(|own| own == unit);
        // A noun that repeats the column is the column's unit, and a figure in another scale of it is converted.
        if self.unit.as_ref() != Some(unit) && !self.bring_into(unit) {
            self.note(NoteCode::UnitOverridesColumn);
        } else if takes_base && self.base.is_none() {
            self.base = base.cloned();
        }
    }

    /// What a scan makes doubtful: `>` may have been `≥`, and no share exceeds the whole.
    fn doubt_signs(&mut self, tokens: &[Token<'_>]) {
        for part in &mut self.parts {
            part.doubt_signs(tokens);
        }
        if self.kind == TargetKind::MoreThan {
            self.kind = TargetKind::AtLeast;
            let sign = tokens.iter().find(|token| token.is_symbol('>'));
            self.notes.push(Note::new(NoteCode::OcrUncertain, sign.map(|token| token.span)));
        }
        let whole = Fixed::from_int(100);
        if self.unit == Some(Unit::Percent)
            && [self.value, self.high].into_iter().flatten().any(|n| Some(n) > whole)
        {
            self.note(NoteCode::Implausible);
        }
    }
}

/// A cell that was not read, and why.
fn unread(code: NoteCode, span: Option<Span>) -> MilestoneTarget {
    let mut target = MilestoneTarget::of_kind(TargetKind::Unrecognised);
    target.notes.push(Note::new(code, span));
    target
}

/// What programs write where a cell is empty.
const EMPTY_MARKERS: &[&str] =
    &["n/a", "n.a", "na", "nan", "nat", "null", "none", "nil", "undefined", "<na>"];

/// What a spreadsheet writes where a formula failed.
const SPREADSHEET_ERRORS: &[&str] = &[
    "#n/a",
    "#ref!",
    "#value!",
    "#div/0!",
    "#name?",
    "#num!",
    "#null!",
    "#spill!",
    "#calc!",
    "#getting_data",
    "#error!",
    "#ref",
    "#value",
    "#div/0",
    "#name",
    "#num",
    "#null",
];

/// Whether tokens are one of some words, without regard to spaces.
fn is_one_of(tokens: &[Token<'_>], words: &[&str]) -> bool {
    tokens.len() <= 6
        && words.iter().any(|word| {
            tokens
                .iter()
                .try_fold(*word, |rest, token| rest.strip_prefix(token.key))
                .is_some_and(str::is_empty)
        })
}

fn cell(text: &str, tokens: &[Token<'_>]) -> MilestoneTarget {
    let (tokens, footnote) = take_footnote(trim(tokens));
    let tokens = trim(tokens);
    let mut target = match (tokens, &footnote) {
        ([], None) => MilestoneTarget::of_kind(TargetKind::None),
        ([], Some(_)) => MilestoneTarget::of_kind(TargetKind::Deferred),
        ([dash, more @ ..], _) if dash.is_symbol('-') && more.iter().all(|dash| dash.is_symbol('-')) => {
            let mut target = MilestoneTarget::of_kind(TargetKind::None);
            target.notes.push(Note::new(NoteCode::Dash, Some(dash.span)));
            target
        }
        _ if is_one_of(tokens, EMPTY_MARKERS) => {
            let mut target = MilestoneTarget::of_kind(TargetKind::None);
            target.notes.push(Note::new(NoteCode::EmptyMarker, crate::text::span_of(tokens)));
            target
        }
        _ if is_one_of(tokens, SPREADSHEET_ERRORS) => {
            unread(NoteCode::SpreadsheetError, crate::text::span_of(tokens))
        }
        _ if is_phrase(tokens, &["chưa", "xác", "định"]) => {
            let mut target = MilestoneTarget::of_kind(TargetKind::Deferred);
            target.note(NoteCode::TargetUndetermined);
            target
        }
        _ => presence(text, tokens).unwrap_or_else(|| clauses(text, tokens)),
    };
    if footnote.is_some() {
        // Until the plan's footnotes are known; a plan's view puts what they say in its place.
        target.note(NoteCode::FootnoteMissing);
    }
    target.footnote = footnote;
    target
}

/// Without the punctuation at the end of a cell or clause.
pub(super) fn trim<'t, 'k>(mut tokens: &'t [Token<'k>]) -> &'t [Token<'k>] {
    while let [rest @ .., last] = tokens
        && [';', ',', '.', ':', '…'].iter().any(|mark| last.is_symbol(*mark))
    {
        tokens = rest;
    }
    tokens
}

fn is_phrase(tokens: &[Token<'_>], words: &[&str]) -> bool {
    tokens.len() == words.len() && tokens.iter().zip(words).all(|(token, word)| token.is_word(word))
}

/// Cuts a footnote's mark off the end of a cell: `(*)`, `(*1)`, `(*[1])`, or a star that is the whole cell.
fn take_footnote<'t, 'k>(tokens: &'t [Token<'k>]) -> (&'t [Token<'k>], Option<String>) {
    let patterns: &[&str] = if tokens.len() <= 2 { &["*1", "*"] } else { &["(*[1])", "(*1)", "(*)"] };
    patterns
        .iter()
        .find_map(|pattern| strip_mark(tokens, pattern))
        .map_or((tokens, None), |(rest, mark)| (rest, Some(mark)))
}

/// The tokens before `pattern`, where they end with it, and the numeral that stands for its `1`.
fn strip_mark<'t, 'k>(tokens: &'t [Token<'k>], pattern: &str) -> Option<(&'t [Token<'k>], String)> {
    let (rest, tail) = tokens.split_at_checked(tokens.len().checked_sub(pattern.len())?)?;
    let mut mark = "";
    for (token, sign) in tail.iter().zip(pattern.chars()) {
        match sign {
            '1' if token.is_number() => mark = token.key,
            sign if token.is_symbol(sign) => {}
            _ => return None,
        }
    }
    Some((rest, mark.to_owned()))
}

/// `Có`, `Không`, or one of them before a requirement.
fn presence(text: &str, tokens: &[Token<'_>]) -> Option<MilestoneTarget> {
    let (first, rest) = tokens.split_first()?;
    let present = match first {
        word if word.is_word("có") => true,
        word if word.is_word("không") => false,
        _ => return None,
    };
    let mut target = MilestoneTarget::of_kind(TargetKind::Presence);
    target.present = Some(present);
    if rest.is_empty() {
        return Some(target);
    }
    if !present {
        return None;
    }
    let rest = match rest {
        [mark, rest @ ..] if [',', ':', ';'].iter().any(|m| mark.is_symbol(*m)) => rest,
        [open, rest @ .., close] if open.is_symbol('(') && close.is_symbol(')') => rest,
        rest => rest,
    };
    let mut number = quantity::simple(text, rest).ok()?;
    words_of(text, rest).clone_into(&mut number.text);
    target.parts.push(*number);
    Some(target)
}

fn clauses(text: &str, tokens: &[Token<'_>]) -> MilestoneTarget {
    let mut found = Found::default();
    for segment in tokens.split(|token| token.is_symbol(';')) {
        let segment = trim(segment);
        if found.requirements.len() > MOST_REQUIREMENTS {
            break;
        }
        if !segment.is_empty() {
            found.segment(text, segment);
        }
    }
    found.target()
}

/// The clauses of a cell as they were understood.
#[derive(Default)]
struct Found {
    requirements: Vec<MilestoneTarget>,
    rising: bool,
    prose: bool,
    unfit: Option<Unfit>,
}

impl Found {
    /// Reads one segment between semicolons: whole, or cut at `và` and commas.
    fn segment(&mut self, text: &str, mut tokens: &[Token<'_>]) {
        let mut cuts = 0;
        loop {
            let (head, tail) = clause::cut_trend(tokens);
            let first = match clause::clause(text, head) {
                Clause::Unfit(first) => first,
                read => {
                    self.add(read);
                    if let Some(tail) = tail {
                        self.add(clause::clause(text, tail));
                    }
                    return;
                }
            };
            // The whole does not fit one form: the longest requirement before a `và` or a comma is one clause.
            let cut =
                head.iter().enumerate().rev().filter(|(_, token)| is_separator(token)).find_map(|(at, _)| {
                    cuts += 1;
                    let (left, right) = (trim(head.get(..at)?), tokens.get(at + 1..)?);
                    if cuts > MOST_CUTS || left.is_empty() {
                        return None;
                    }
                    match clause::clause(text, left) {
                        Clause::Requirement(requirement) => Some((requirement, right)),
                        Clause::Trend | Clause::Prose(_) | Clause::Unfit(_) => None,
                    }
                });
            // Or words without a number stand before the first comma.
            let prose = head.iter().position(|token| token.is_symbol(',')).filter(|at| {
                matches!(clause::clause(text, head.get(..*at).unwrap_or(&[])), Clause::Prose(_))
            });
            let Some((requirement, right)) = cut else {
                let Some(at) = prose.filter(|at| *at > 0 && cuts <= MOST_CUTS) else {
                    self.unfit.get_or_insert(first);
                    return;
                };
                self.prose = true;
                tokens = trim(tokens.get(at + 1..).unwrap_or(&[]));
                continue;
            };
            self.add(Clause::Requirement(requirement));
            tokens = trim(right);
        }
    }

    fn add(&mut self, clause: Clause) {
        match clause {
            Clause::Requirement(requirement) => self.requirements.push(*requirement),
            Clause::Trend => self.rising = true,
            Clause::Prose(shown) => {
                self.prose = true;
                self.requirements.extend(shown.map(|shown| *shown));
            }
            Clause::Unfit(unfit) => {
                self.unfit.get_or_insert(unfit);
            }
        }
    }

    fn target(self) -> MilestoneTarget {
        if let Some(Unfit { code, span }) = self.unfit {
            return unread(code, span);
        }
        if self.requirements.len() > MOST_REQUIREMENTS {
            return unread(NoteCode::TooLong, None);
        }
        let mut requirements = self.requirements;
        let mut target = match requirements.pop() {
            Some(only) if !self.prose && requirements.is_empty() => only,
            last => {
                requirements.extend(last);
                let judged = self.prose || requirements.is_empty();
                let kind = if judged { TargetKind::Qualitative } else { TargetKind::Several };
                MilestoneTarget { parts: requirements, ..MilestoneTarget::of_kind(kind) }
            }
        };
        target.rising |= self.rising && target.kind != TargetKind::Qualitative;
        target
    }
}

fn is_separator(token: &Token<'_>) -> bool {
    token.is_word("và") || token.is_symbol(',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::work;

    /// Each cell with its kind and its notes, each note with the words it points to.
    fn readings(cells: &[(&str, Option<&str>, Source)]) -> String {
        let line = |(cell, column, source): &(&str, Option<&str>, Source)| {
            let target = MilestoneTarget::read(cell, column.and_then(Unit::from_column).as_ref(), *source);
            let note = |note: &Note| match note.span {
                Some(span) => format!("{} at `{}`", note.code, span.of(cell)),
                None => note.code.to_string(),
            };
            let notes: Vec<String> = target.notes.iter().map(note).collect();
            format!("{cell} [{}] → {}: {}", column.unwrap_or(""), target.kind, notes.join(", "))
        };
        cells.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn notes_say_what_is_doubtful_and_where() {
        use Source::{Illegible, Ocr, Published};
        insta::assert_snapshot!(readings(&[
            ("≥ 3.000 người", None, Published),
            ("≥ 1.20.000", None, Published),
            ("≥ 0,12345678", None, Published),
            ("99999999999999", None, Published),
            ("50% - 40%", None, Published),
            ("≥ - 5%", None, Published),
            ("≥ 50% ≤ 60%", None, Published),
            ("khoảng 50%", None, Published),
            ("100% vào năm 2026", None, Published),
            ("≥", None, Published),
            ("tăng 5% so với năm 2020", None, Published),
            ("–", None, Published),
            ("(*2)", None, Published),
            ("≥ 5", Some("%"), Published),
            ("50%", Some("Điểm"), Published),
            ("> 60%", None, Ocr),
            ("820%", None, Ocr),
            ("ggo/f %)o/f", None, Illegible),
        ]));
    }

    #[test]
    fn a_cell_of_any_shape_is_read_in_linear_work() {
        let shapes = [
            "1% ",
            "1%; ",
            "1%, ",
            "1% và ",
            "a, ",
            "a; ",
            "a, 1%; ",
            "(",
            ")",
            "(a) ",
            "5G (",
            "1 (a) ",
            "- ",
            "1 - ",
            "≥ ",
            ">= ",
            "% ",
            "/ ",
            "1/1000 a ",
            "đạt ",
            "đạt 1% ",
            "tăng ",
            "và tăng ",
            ", tăng 1",
            "không ",
            "không quá ",
            "trở lên ",
            "1% trở lên, ",
            "triệu ",
            "1 triệu ",
            "nhóm 30 ",
            "thuộc ",
            "vùng A ",
            "có ",
            "có 1, ",
            "*",
            "(*1)",
            "1.",
            "1,",
            "1.000.",
            "e\u{301}",
            "\u{301}",
            ".",
            ";",
            "…",
            "ở mức ",
            "nhóm 3 ở mức ",
            "tỷ lệ ",
        ];
        for shape in shapes {
            for lead in ["", "1% ", "≥ 50% ", "thuộc nhóm 30 ", "a: ", "5G: 1 "] {
                let cell = |times: usize| format!("{lead}{}", shape.repeat(times));
                let work = |times: usize| {
                    let cell = cell(times);
                    work::of(|| MilestoneTarget::read(&cell, None, Source::Ocr))
                };
                let (once, twice) = (work(200), work(400));
                assert!(twice * 10 <= once * 22 + 500, "{lead}{shape}…: {once}, then {twice}");
            }
        }
    }
}
