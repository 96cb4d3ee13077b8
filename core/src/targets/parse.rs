//! Reading a target cell: its footnote mark, its `Có` or `Không`, and its clauses.

use std::sync::Arc;

use super::MilestoneTarget;
use super::clauses::clauses;
use super::period::Period;
use super::quantity;
use crate::codes::{NoteCode, Source, TargetKind};
use crate::note::Note;
use crate::number::Fixed;
use crate::text::{Lexed, Span, Token, words_of};
use crate::unit::Unit;

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
        // What a scan made of `tối thiểu` is no thing measured.
        if source == Source::Ocr && target.names_in_words() {
            target = unread(NoteCode::UnreadText, crate::text::span_of(&tokens));
        }
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
        // A noun that repeats the column is the column's unit, and a figure in another scale of it is converted.
        if self.unit.as_ref() != Some(unit) && !self.bring_into(unit) {
            self.note(NoteCode::UnitOverridesColumn);
        } else if self.base.is_none() {
            self.base = base.cloned();
        }
    }

    /// Whether words without a number name what is measured.
    fn names_in_words(&self) -> bool {
        let in_words = |name: &String| !name.contains(|c: char| c.is_ascii_digit()) || name.contains(' ');
        self.qualifier.as_ref().is_some_and(in_words)
            || self.parts.iter().any(MilestoneTarget::names_in_words)
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
pub(super) fn unread(code: NoteCode, span: Option<Span>) -> MilestoneTarget {
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
    let tokens = unwrapped(trim(tokens));
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

/// Without the quotes or parentheses around a whole cell.
fn unwrapped<'t, 'k>(tokens: &'t [Token<'k>]) -> &'t [Token<'k>] {
    let is_mark = |token: &Token<'_>| matches!(token.kind, crate::text::TokenKind::Symbol('(' | ')' | '"'));
    match tokens {
        [open, inner @ .., close]
            if ((open.is_symbol('"') && close.is_symbol('"'))
                || (open.is_symbol('(') && close.is_symbol(')')))
                && !inner.is_empty()
                && !inner.iter().any(is_mark) =>
        {
            trim(inner)
        }
        tokens => tokens,
    }
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
    // `Có thêm 2 sản phẩm` is a rise.
    if !present || rest.first().is_some_and(|next| next.is_word("thêm")) {
        return None;
    }
    let rest = match rest {
        [mark, rest @ ..] if [',', ':', ';'].iter().any(|m| mark.is_symbol(*m)) => rest,
        [open, rest @ .., close] if open.is_symbol('(') && close.is_symbol(')') => rest,
        rest => rest,
    };
    let (period, asked) = Period::cut(rest);
    let mut number = quantity::simple(text, asked).ok()?;
    period.of(text, &mut number).ok()?;
    words_of(text, rest).clone_into(&mut number.text);
    target.parts.push(*number);
    Some(target)
}

#[cfg(test)]
mod tests;
