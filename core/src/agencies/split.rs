//! Splitting an agency cell: names first, separators after.
//!
//! At each place the longest wins of a name of the registry, committees of places and a run of group nouns. A shared noun
//! (`Các sở: …`, `Bộ Công an, Quốc phòng`) stands before the names after it where the registry has them so. Where a known
//! name goes on in words that say nothing of it (`Phòng Kinh tế và Hạ tầng`), it is another body's: the whole is unknown,
//! since a wrong body is worse than none.

use std::sync::Arc;

use super::beside::SaidOf;
use super::groups::{Kinds, plural};
use super::items::{Items, opening};
use super::names::{Bare, is_join, joined};
use super::registry::Named;
use super::said::{Said, is_body_noun, leads, said};
use super::whom::is_shared;
use super::{AgencyCell, NamedAgency, Registry};
use crate::codes::{AgencyKind, NoteCode};
use crate::error::Error;
use crate::limits::Limits;
use crate::note::Note;
use crate::text::{Lexed, Span, State, Token, TokenKind, span_of, words_of, work};

/// How many words say at most what the body after them does: they are kept with every body they lead.
const LONGEST_LEAD: usize = 12;

impl Registry {
    /// Splits a cell into the bodies and groups it names; words of neither are unknown agencies.
    ///
    /// Errors: `cell-too-long` at `cell`.
    ///
    /// ```
    /// use tiendo::Registry;
    /// let registry = Registry::builtin();
    /// let split = registry.split("Sở Công Thương; Ban Quản lý khu kinh tế tỉnh")?;
    /// assert_eq!(split.agencies.len(), 2);
    /// assert!(registry.split("-")?.agencies.is_empty());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn split(&self, cell: &str) -> Result<AgencyCell, Error> {
        self.split_with(cell, &self.limits)
    }

    /// Splits a cell within limits of the caller's in place of the registry's.
    ///
    /// Errors: `cell-too-long` at `cell`.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Registry};
    /// let limits = Limits { text_chars: 3, ..Limits::default() };
    /// let error = Registry::builtin().split_with("Sở Y tế", &limits).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::CellTooLong, "cell"));
    /// ```
    pub fn split_with(&self, cell: &str, limits: &Limits) -> Result<AgencyCell, Error> {
        limits.check_text(cell, "cell")?;
        Ok(self.split_items(cell, limits.items))
    }

    /// Splits a cell that is known to be within the limits.
    pub(crate) fn split_cell(&self, cell: &str) -> AgencyCell {
        self.split_items(cell, self.limits.items)
    }

    fn split_items(&self, cell: &str, most: usize) -> AgencyCell {
        let lexed = Lexed::new(cell);
        let tokens = joined(lexed.tokens());
        let mut splitter = Splitter {
            registry: self,
            text: cell,
            states: self.names.states(&tokens),
            bare: None,
            last_close: tokens.iter().rposition(|token| token.is_symbol(')')),
            tokens: &tokens,
            at: 0,
            prefix: None,
            lead: None,
            of_group: false,
            items: Items::new(most),
        };
        let (mut agencies, mut open): (Vec<NamedAgency>, bool) = (Vec::new(), false);
        while let Some(first) = splitter.rest().first() {
            work::step();
            // `…`, `...`, `v.v.`
            if splitter.is_open(splitter.at) {
                open = true;
                splitter.pass_open();
            } else if splitter.separates(splitter.at)
                || is_bullet(first)
                || is_bracket(first)
                || splitter.is_numbering()
            {
                // A bracket that is met here stands around names: `UBND xã (qua phòng Văn hoá - Xã hội)`.
                if first.is_symbol(';') {
                    splitter.lead.take_if(|lead| !lead.lasts);
                }
                splitter.at += 1;
            } else if !splitter.things(agencies.last())
                && !splitter.shared_prefix()
                && !splitter.lead()
                && !splitter.more_of(agencies.last_mut())
            {
                agencies.push(splitter.agency());
            }
        }
        AgencyCell { agencies, open, text: cell.to_owned(), notes: splitter.items.notes }
    }
}

/// A walk over the tokens of a cell.
///
/// What it looks up at a token takes the same few steps wherever the token stands, and each token is looked at a few
/// times before it is passed: the walk is linear.
pub(super) struct Splitter<'r, 't, 'k> {
    pub(super) registry: &'r Registry,
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token<'k>],
    /// The names that begin at each token.
    pub(super) states: Vec<State>,
    /// The names without diacritics that begin at each token, once they are asked for.
    pub(super) bare: Option<(&'r Bare, Vec<State>)>,
    pub(super) last_close: Option<usize>,
    /// The token that is read next.
    pub(super) at: usize,
    pub(super) prefix: Option<Prefix<'k>>,
    pub(super) lead: Option<Lead>,
    /// The part that is read is a group: small words after a comma still say which of them.
    pub(super) of_group: bool,
    pub(super) items: Items,
}

/// The noun that the names after it share.
#[derive(Clone, Copy)]
pub(super) struct Prefix<'k> {
    pub(super) noun: &'k str,
    /// `Các sở:`; else the noun of the body before: `Bộ Công an, Quốc phòng`.
    pub(super) stated: bool,
    /// `UBND các xã Tiên Điền, Nghi Xuân`: what the names after it share in place of a noun.
    pub(super) places: Option<Places>,
}

/// What the names of places share: the kinds they are of, and the tokens of the body's name before them.
#[derive(Clone, Copy)]
pub(super) struct Places {
    pub(super) head: (usize, usize),
    pub(super) kinds: Kinds,
}

/// Words before a body that say what it does: `Chủ trì:`, `phối hợp với`.
pub(super) struct Lead {
    pub(super) words: Arc<str>,
    /// Where they begin, until a body has them.
    pub(super) first: Option<usize>,
    /// To the next such words, not only to the next semicolon.
    pub(super) lasts: bool,
}

impl<'t, 'k> Splitter<'_, 't, 'k> {
    pub(super) fn rest(&self) -> &'t [Token<'k>] {
        self.from(self.at)
    }

    pub(super) fn from(&self, at: usize) -> &'t [Token<'k>] {
        self.tokens.get(at..).unwrap_or(&[])
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub(super) fn is_upper(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.starts_upper(self.text))
    }

    /// `1.` or `1)` before a name.
    pub(super) fn is_numbering(&self) -> bool {
        matches!(self.rest(), [number, mark, ..] if number.is_number() && (mark.is_symbol('.') || mark.is_symbol(')')))
    }

    /// `…`, `...`, `v.v.`
    pub(super) fn is_open(&self, at: usize) -> bool {
        match self.from(at) {
            [first, ..] if first.is_symbol('…') => true,
            [a, b, c, ..] if a.is_symbol('.') && b.is_symbol('.') && c.is_symbol('.') => true,
            [first, mark, ..] => first.is_word("v") && (mark.is_symbol('.') || mark.is_word("v")),
            _ => false,
        }
    }

    /// Passes what leaves a list open, of whatever length.
    pub(super) fn pass_open(&mut self) {
        let is_of_it =
            |token: &&Token<'_>| token.is_symbol('.') || token.is_symbol('…') || token.is_word("v");
        self.at += self.rest().iter().take_while(is_of_it).count().max(1);
    }

    /// Whether a token separates what is before it from what is after it; a full stop within a word does not (`TP.HCM`).
    pub(super) fn separates(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        match token.kind {
            TokenKind::Symbol('.') => {
                let touches = |a: usize, b: usize| {
                    let ends = self.tokens.get(a).map(Token::end_byte);
                    ends.is_some() && ends == self.tokens.get(b).map(Token::first_byte)
                };
                // `TP. Huế`
                let city = at
                    .checked_sub(1)
                    .is_some_and(|at| self.from(at).first().is_some_and(|city| city.key == "tp"))
                    && self.is_upper(at + 1);
                !(city || touches(at.wrapping_sub(1), at) && touches(at, at + 1) && self.is_word(at + 1))
            }
            TokenKind::Symbol(mark) => matches!(mark, ';' | ',' | '/' | ':' | '|' | '&' | '\\'),
            _ => token.is_word("và") || token.is_word("hoặc"),
        }
    }

    /// `Các sở:`, `Sở: `, `Các Sở Tài chính, Nội vụ`.
    pub(super) fn shared_prefix(&mut self) -> bool {
        if let Some((places, first)) = self.named_places() {
            self.prefix = Some(Prefix { noun: "", stated: true, places: Some(places) });
            self.at = first;
            return true;
        }
        let each = plural(self.rest());
        let Some(noun) = self.from(self.at + each).first().filter(|noun| noun.kind == TokenKind::Word) else {
            return false;
        };
        let shared = is_shared(noun.key);
        let next = self.at + each + 1;
        if self.from(next).first().is_some_and(|colon| colon.is_symbol(':')) && (each > 0 || shared) {
            self.prefix = Some(Prefix { noun: noun.key, stated: true, places: None });
            self.at = next + 1;
            return true;
        }
        if each == 0 || !shared {
            return self.named_ones();
        }
        // `Các sở, ban, ngành: Tài chính, Y tế` lists them; `Các Sở Tài chính, Nội vụ` too.
        let run = self.group_run();
        let after_run = self.at + run;
        let before = Prefix { noun: noun.key, stated: true, places: None };
        if run > 0 && self.from(after_run).first().is_some_and(|colon| colon.is_symbol(':')) {
            let first = after_run + 1;
            let known = self
                .name_under(first, Some(before))
                .is_some_and(|(named, _)| matches!(named, Named::Agency(_)));
            if known {
                self.prefix = Some(before);
                self.at = first;
            }
            return known;
        }
        let known = self.name_at(self.at + each).is_some_and(|(named, _)| matches!(named, Named::Agency(_)));
        let looks_so =
            matches!(noun.key, "sở" | "bộ") && self.is_upper(next) && said(self.from(next)).is_none();
        if self.name_at(self.at).is_none() && (known || looks_so) {
            self.prefix = Some(before);
            self.at += each;
            return true;
        }
        self.named_ones()
    }

    /// Words that say what the body after them does; passed and kept for it.
    pub(super) fn lead(&mut self) -> bool {
        let start = self.at;
        if !leads(self.rest()) || self.name_at(start).is_some() {
            return false;
        }
        for at in start + 1..start + 1 + LONGEST_LEAD {
            let (named, is_end) = (self.name_at(at).is_some() || self.stands_for_many(at), self.is_end(at));
            let colon = self.tokens.get(at).is_some_and(|token| token.is_symbol(':'));
            let object = self.is_object(at);
            if colon || (named && !object) {
                let words = self.words(start, at);
                if words.len() > LONGEST_LEAD * 12 {
                    return false;
                }
                self.lead = Some(Lead { words: words.into(), first: Some(start), lasts: colon });
                self.at = at + usize::from(colon);
                return true;
            }
            if is_end && !self.tokens.get(at).is_some_and(is_join) {
                return false;
            }
        }
        false
    }

    /// What a comma parts from the body or group before it but says no more than what it does or which of them.
    pub(super) fn more_of(&mut self, last: Option<&mut NamedAgency>) -> bool {
        let Some(last) = last.filter(|last| last.kind != AgencyKind::Unknown) else { return false };
        let start = self.at;
        let joins = start
            .checked_sub(1)
            .and_then(|at| self.tokens.get(at))
            .is_some_and(|token| is_join(token) && !token.is_symbol('/'));
        let role =
            said(self.rest()) == Some(Said::Role) || (leads(self.rest()) && said(self.rest()).is_some());
        let plain = last.kind == AgencyKind::Group && self.is_plain(start);
        if !joins || self.is_named(start) || !(role || plain) {
            return false;
        }
        let kind = if role { Said::Role } else { Said::Tail };
        self.at = self.end_of(kind, start);
        let words = self.words(start, self.at);
        let place = match kind {
            Said::Role => &mut last.role,
            _ => &mut last.tail,
        };
        // What is said in two places is kept as it stands between them.
        *place = Some(match place.take() {
            Some(known) => format!("{known}, {words}").into(),
            None => words.into(),
        });
        if let Some(span) = span_of(self.from(start).get(..self.at - start).unwrap_or(&[])) {
            last.span.end = span.end;
        }
        true
    }

    pub(super) fn agency(&mut self) -> NamedAgency {
        let start = self.at;
        // Names of places go on to the next body.
        let is_other = is_body_noun(self.rest()) || self.stands_for_many(start);
        self.prefix.take_if(|prefix| is_other && prefix.places.is_some());
        let whom = self.whom(start);
        self.at = whom.end;
        self.of_group = whom.kind == AgencyKind::Group;
        let mut said = SaidOf::default();
        let mut items = self.items();
        if whom.kind != AgencyKind::Unknown {
            self.what_is_said(&whom, &mut said, &mut items);
        } else if leads(self.rest()) {
            self.say(Said::Role, &mut said);
        }
        items.extend(self.items());
        let words = |range: Option<(usize, usize)>| range.map(|(from, to)| self.words(from, to));
        let (own, tail, scope) = (words(said.role), words(said.tail), words(said.scope));
        // The words stand before the first body alone, and for those after it that say nothing else.
        let from = self.lead.as_ref().and_then(|lead| lead.first).unwrap_or(start);
        let role: Option<Arc<str>> =
            match (self.lead.as_ref().filter(|lead| own.is_none() || lead.first.is_some()), own) {
                (Some(lead), None) => Some(Arc::clone(&lead.words)),
                (Some(lead), Some(own)) => Some(format!("{}, {own}", lead.words).into()),
                (None, own) => own.map(Into::into),
            };
        self.lead.take_if(|lead| own.is_some() && !lead.lasts);
        self.lead.iter_mut().for_each(|lead| lead.first = None);
        let read = self.tokens.get(from..self.at).unwrap_or(&[]);
        let span = span_of(read).unwrap_or(Span { start: 0, end: 0 });
        let name = match whom.named {
            Some(Named::Agency(at)) => self.registry.shown(at).cloned(),
            _ => None,
        };
        let name = name.unwrap_or_else(|| self.words(start, whom.name_end).into());
        if whom.kind == AgencyKind::Unknown {
            let place = span_of(self.tokens.get(start..whom.end).unwrap_or(&[]));
            self.items.notes.push(Note::new(NoteCode::UnknownAgency, place));
        }
        let id = whom.named.and_then(|named| self.registry.id(named)).map(str::to_owned);
        let (tail, scope) = (tail.map(Into::into), scope.map(Into::into));
        NamedAgency { kind: whom.kind, id, name, tail, items, span, role, scope }
    }

    /// Whether the cell has a line break, or a tab between columns, before a token.
    pub(super) fn breaks_before(&self, at: usize) -> bool {
        work::step();
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at)).map(Token::end_byte);
        let here = self.tokens.get(at).map(Token::first_byte);
        let gap = before.zip(here).and_then(|(before, here)| self.text.get(before..here));
        gap.is_some_and(|gap| gap.bytes().any(|byte| matches!(byte, b'\n' | b'\t' | b'\r')))
    }

    /// Whether something new begins after a line break: no small word that goes on with what was said.
    pub(super) fn line_ends(&self, at: usize) -> bool {
        self.breaks_before(at) && (!self.is_word(at) || self.is_upper(at) || self.is_named(at))
    }

    /// Whether `(nhiệm vụ … )` stands at a token.
    pub(super) fn is_items(&self, at: usize) -> bool {
        let length = opening(self.from(at));
        length.is_some_and(|length| self.last_close.is_some_and(|close| at + length <= close))
    }

    pub(super) fn words(&self, from: usize, to: usize) -> &'t str {
        words_of(self.text, self.tokens.get(from..to).unwrap_or(&[]))
    }
}

fn is_bracket(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Symbol('(' | ')' | '[' | ']'))
}

/// A mark that begins an item of a list.
pub(super) fn is_bullet(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Symbol('-' | '+' | '*' | '•' | '·' | '●' | '▪' | '○'))
}
