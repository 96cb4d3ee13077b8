//! The clauses of a cell: where it is cut, and what they say together.

use super::MilestoneTarget;
use super::clause::{self, Clause, Unfit};
use super::parse::{trim, unread};
use super::reason;
use crate::codes::{Change, NoteCode, TargetKind};
use crate::text::{Token, TokenKind, match_key};
use crate::unit::Unit;

/// Places at which one clause may be cut in two: a cell with more is not a target any more, and unrecognised as a whole.
const MOST_CUTS: usize = 12;

/// Requirements of one cell: more are a list of something else, and unrecognised as a whole.
const MOST_REQUIREMENTS: usize = 16;

pub(super) fn clauses(text: &str, tokens: &[Token<'_>]) -> MilestoneTarget {
    let bulleted = bullets(text, tokens);
    let tokens = bulleted.as_deref().unwrap_or(tokens);
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
    found.target(text, tokens)
}

/// Bullets at the beginning of a line or of an item read as the `;` they stand for. A dash before a number may be a minus,
/// unless the cell has more of them.
fn bullets<'k>(text: &str, tokens: &[Token<'k>]) -> Option<Vec<Token<'k>>> {
    let is_bullet = |at: usize| {
        let (token, next) = (tokens.get(at)?, tokens.get(at + 1)?);
        let begins = match at.checked_sub(1).and_then(|before| tokens.get(before)) {
            None => true,
            Some(before) => {
                before.is_symbol(';') || before.is_symbol(':') || breaks_between(text, before, token)
            }
        };
        let TokenKind::Symbol(mark) = token.kind else { return None };
        let certain = matches!(mark, '•' | '●' | '▪' | '◦' | '‣' | '·' | '■' | '○' | '\u{f0b7}');
        let dash = matches!(mark, '-' | '+' | '*')
            && (next.span.start > token.span.end || next.kind == TokenKind::Word);
        (begins && (certain || dash)).then_some(certain || !next.is_number())
    };
    let first =
        tokens.iter().position(|token| matches!(token.kind, TokenKind::Symbol(c) if !";,.%".contains(c)))?;
    let found: Vec<(usize, bool)> =
        (first..tokens.len()).filter_map(|at| is_bullet(at).map(|certain| (at, certain))).collect();
    let list = found.len() > 1;
    let mut read: Option<Vec<Token<'k>>> = None;
    for (at, certain) in found {
        if certain || list {
            let tokens = read.get_or_insert_with(|| tokens.to_vec());
            if let Some(token) = tokens.get_mut(at) {
                token.kind = TokenKind::Symbol(';');
            }
        }
    }
    read
}

/// Whether a line ends between two tokens.
pub(super) fn breaks_between(text: &str, before: &Token<'_>, after: &Token<'_>) -> bool {
    text.get(before.end_byte()..after.first_byte()).is_some_and(|between| between.as_bytes().contains(&b'\n'))
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
    /// Reads one segment between semicolons: whole, or cut at `và`, commas and the ends of lines.
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
            let cut = cuts_of(text, head).find_map(|(end, start)| {
                cuts += 1;
                let (left, right) = (trim(head.get(..end)?), tokens.get(start..)?);
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
            Clause::Requirement(mut requirement) => {
                requirement.change = requirement.change.or_else(|| self.carried(&requirement));
                self.requirements.push(*requirement);
            }
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

    /// The change that a share of another cost takes from the one before it: `giảm 30% thời gian, 30% chi phí`.
    fn carried(&self, requirement: &MilestoneTarget) -> Option<Change> {
        const COSTS: &[&str] =
            &["thời gian", "chi phí", "kinh phí", "biên chế", "đầu mối", "điều kiện", "thủ tục", "số lượng"];
        let of_cost = |target: &MilestoneTarget| {
            let base = match_key(target.base.as_deref().unwrap_or(""));
            target.unit == Some(Unit::Percent) && COSTS.iter().any(|cost| base.starts_with(cost))
        };
        let before = self.requirements.last()?;
        let bare = requirement.text.starts_with(|first: char| first.is_ascii_digit());
        before.change.filter(|_| bare && of_cost(before) && of_cost(requirement))
    }

    fn target(self, text: &str, tokens: &[Token<'_>]) -> MilestoneTarget {
        if let Some(unfit) = self.unfit {
            let Unfit { code, span } = reason::of_unread(text, tokens, unfit);
            return unread(code, span);
        }
        if self.requirements.len() > MOST_REQUIREMENTS {
            return unread(NoteCode::TooLong, None);
        }
        if let Some(code) = reason::of_several(&self.requirements) {
            return unread(code, crate::text::span_of(tokens));
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

/// Where a clause may be cut in two, from its end: the end of what stands before, and where it goes on.
fn cuts_of<'t>(text: &'t str, head: &'t [Token<'_>]) -> impl Iterator<Item = (usize, usize)> + 't {
    (1..head.len()).rev().filter_map(move |at| {
        let (before, token) = (head.get(at - 1)?, head.get(at)?);
        match token {
            mark if mark.is_word("và") || mark.is_symbol(',') => Some((at, at + 1)),
            // `(trong đó nữ 30%)`
            open if open.is_symbol('(') && clause::within(head.get(at + 1..)?) => Some((at, at + 1)),
            // A line that goes on with a dash, or ended with one, may be half of an interval.
            token
                if !token.is_symbol('-') && !before.is_symbol('-') && breaks_between(text, before, token) =>
            {
                Some((at, at))
            }
            _ => None,
        }
    })
}
