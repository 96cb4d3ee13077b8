//! What stands beside a name: items, brackets, roles, scopes and tails, and where each ends.

use super::groups::plural;
use super::names::is_join;
use super::said::{Said, is_body_noun, is_legal, is_thing, leads, said};
use super::split::Splitter;
use super::whom::Whom;
use crate::codes::AgencyKind;
use crate::text::{TokenKind, work};

/// The places of what is said of one body.
#[derive(Default)]
pub(super) struct SaidOf {
    pub(super) role: Option<(usize, usize)>,
    pub(super) scope: Option<(usize, usize)>,
    pub(super) tail: Option<(usize, usize)>,
}

impl SaidOf {
    pub(super) fn set(&mut self, kind: Said, from: usize, to: usize) {
        let place = match kind {
            Said::Role => &mut self.role,
            Said::Scope => &mut self.scope,
            Said::Tail => &mut self.tail,
        };
        *place = Some((place.map_or(from, |(first, _)| first), to));
    }
}

impl Splitter<'_, '_, '_> {
    /// `(nhiệm vụ 1,2)`.
    pub(super) fn items(&mut self) -> Vec<u32> {
        if !self.is_items(self.at) {
            return Vec::new();
        }
        let rest = self.rest();
        let close = rest.iter().position(|token| token.is_symbol(')')).unwrap_or(rest.len());
        self.at += close + 1;
        self.items.read(rest.get(..close).unwrap_or(rest))
    }

    /// What is said of a body or group after its name.
    pub(super) fn what_is_said(&mut self, whom: &Whom, of: &mut SaidOf, items: &mut Vec<u32>) {
        let (start, name_end) = (self.at, whom.name_end);
        loop {
            work::step();
            let at = self.at;
            let Some(first) = self.tokens.get(at).filter(|_| !self.line_ends(at)) else { return };
            if self.is_items(at) {
                items.extend(self.items());
            } else if first.is_symbol('(') {
                if !self.bracket(whom, of) {
                    return;
                }
            } else if first.is_symbol(':') || first.is_symbol('-') {
                // `Sở Y tế: chủ trì`, `Sở Y tế - cơ quan thường trực`
                let office = said(self.from(at + 1)) == Some(Said::Role)
                    && !self.is_named(at + 1)
                    && !self.leads_on(at + 1);
                if !office {
                    return;
                }
                self.at += 1;
                self.say(Said::Role, of);
            } else if (first.kind == TokenKind::Word && !is_join(first)) || first.is_number() {
                let place = if whom.kind == AgencyKind::Agency && at == name_end {
                    self.place(start.saturating_sub(1), at)
                } else {
                    None
                };
                let kind = match (said(self.from(at)), place) {
                    (_, Some(end)) => {
                        of.set(Said::Scope, at, end);
                        self.at = end;
                        continue;
                    }
                    (Some(kind), None) => kind,
                    (None, None)
                        if self.of_group && self.name_at(at).is_none() && plural(self.from(at)) == 0 =>
                    {
                        Said::Tail
                    }
                    (None, None) => return,
                };
                if self.name_at(at).is_some() && whom.kind == AgencyKind::Agency {
                    return;
                }
                self.say(kind, of);
            } else {
                return;
            }
            if self.at == at {
                return;
            }
        }
    }

    /// Whether words that say what a body does lead on to a body after them: `- Phối hợp: Sở Y tế`.
    pub(super) fn leads_on(&self, at: usize) -> bool {
        let ahead = self.from(at).iter().take(6).find(|token| matches!(token.kind, TokenKind::Symbol(_)));
        leads(self.from(at)) && ahead.is_some_and(|mark| mark.is_symbol(':'))
    }

    /// `phối hợp với Sở Y tế`
    pub(super) fn leads_to_a_name(&self, at: usize) -> bool {
        leads(self.from(at)) && (at + 1..at + 5).any(|at| self.is_named(at) && !self.is_object(at))
    }

    /// `(cơ quan thường trực)`; not where it lists the bodies of a group, or leads on to one.
    pub(super) fn bracket(&mut self, whom: &Whom, of: &mut SaidOf) -> bool {
        let at = self.at;
        let inner = self.from(at + 1);
        let through = inner.first().is_some_and(|word| word.is_word("qua") || word.is_word("hoặc"));
        let lists = whom.kind == AgencyKind::Group && (self.is_named(at + 1) || is_body_noun(inner));
        if lists || through {
            return false;
        }
        let closes = self.last_close.is_some_and(|close| close > at);
        let kind = match said(inner) {
            Some(kind) => kind,
            None if self.name_at(at + 1).is_some() || is_body_noun(inner) => Said::Role,
            None if closes && is_thing(inner.get(plural(inner)..).unwrap_or(&[])) => Said::Scope,
            None => Said::Tail,
        };
        if closes {
            let close = inner
                .iter()
                .position(|token| token.is_symbol(')'))
                .map_or(self.tokens.len(), |close| at + close + 2);
            of.set(kind, at, close);
            self.at = close;
        } else {
            self.say(kind, of);
        }
        true
    }

    pub(super) fn say(&mut self, kind: Said, of: &mut SaidOf) {
        let (start, end) = (self.at, self.end_of(kind, self.at));
        of.set(kind, start, end);
        self.at = end;
    }

    /// Whether a separator, or a name that is nobody's object, stands at a token.
    pub(super) fn is_end(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        self.line_ends(at)
            || self.is_open(at)
            || (self.separates(at) && !token.is_symbol('/'))
            || self.is_items(at)
    }

    /// Whether the word before a token makes what stands there its object: `tham mưu UBND tỉnh`, `thuộc Sở Y tế`.
    pub(super) fn is_object(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.is_some_and(|word| {
            matches!(
                word.key,
                "thuộc" | "của" | "tại" | "mưu" | "trình" | "cáo" | "giúp" | "gửi" | "cho" | "theo" | "ở"
            )
        })
    }

    /// Where what is said from a token on ends.
    pub(super) fn end_of(&self, kind: Said, start: usize) -> usize {
        let mut at = start + 1;
        while let Some(token) = self.tokens.get(at) {
            work::step();
            if is_join(token) && !token.is_symbol('/') && !token.is_symbol('-') && !self.is_open(at + 1) {
                let goes_on = match kind {
                    // `chủ trì, phối hợp với Sở Y tế`: the second part leads the next body.
                    Said::Role => self.is_plain(at + 1) && !self.leads_to_a_name(at + 1),
                    Said::Scope => {
                        let next = self.from(at + 1);
                        is_legal(next) || (!self.is_upper(at + 1) && is_thing(next))
                    }
                    Said::Tail => self.of_group && self.is_plain(at + 1),
                };
                if !goes_on || self.line_ends(at + 1) {
                    return at;
                }
                at += 1;
            } else if self.is_end(at)
                || (token.is_symbol('(')
                    && (said(self.from(at + 1)) == Some(Said::Role)
                        || (self.of_group
                            && (self.name_at(at + 1).is_some() || is_body_noun(self.from(at + 1))))))
            {
                return at;
            } else if let Some((_, words)) = self.name_at(at) {
                let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
                let together = before.is_some_and(|word| {
                    matches!(word.key, "với" | "cùng" | "hợp" | "trì" | "giao" | "(" | "qua")
                });
                let object = self.is_object(at) || (kind == Said::Role && !together && at > start + 1);
                if !object {
                    return at;
                }
                at += words;
                continue;
            } else if (kind == Said::Tail && self.is_area(at) && said(self.from(at)) == Some(Said::Scope))
                || (kind != Said::Role
                    && leads(self.from(at))
                    && said(self.from(at)) == Some(Said::Role)
                    && !self.from(at - 1).first().is_some_and(|given| given.is_word("được")))
            {
                return at;
            }
            at += 1;
        }
        self.tokens.len()
    }

    /// `trên địa bàn`.
    pub(super) fn is_area(&self, at: usize) -> bool {
        matches!(self.from(at), [on, area, ..] if on.is_word("trên") && area.is_word("địa"))
    }
}
