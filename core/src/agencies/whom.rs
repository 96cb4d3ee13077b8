//! Whom the words of a cell name, from one place on: a body, a group, or nobody known.

use super::groups::{committees, noun, places, plural};
use super::names::is_join;
use super::provinces;
use super::registry::Named;
use super::said::{chairs, is_body_noun, is_people, is_second, leads, said};
use super::split::{Prefix, Splitter, is_bullet};
use crate::codes::AgencyKind;
use crate::text::{Found, Token, TokenKind, work};

/// Whom the words of a part name.
pub(super) struct Whom {
    pub(super) kind: AgencyKind,
    pub(super) named: Option<Named>,
    pub(super) end: usize,
    /// The words of the group, without those that say which of them.
    pub(super) name_end: usize,
}

impl Splitter<'_, '_, '_> {
    /// Whom the words from here name.
    pub(super) fn whom(&mut self, start: usize) -> Whom {
        let named = self.name_at(start);
        let listed = committees(self.from(start), self.text);
        // No run of nouns begins with a body's name.
        let run = match named {
            Some((Named::Agency(_), _)) => 0,
            _ => self.group_run(),
        };
        let words = named.map_or(0, |(_, words)| words);
        let group = |named: Option<Named>, length: usize| Whom {
            kind: AgencyKind::Group,
            named,
            end: start + length,
            name_end: start + length,
        };
        if let Some(listed) = listed.filter(|listed| listed.tokens > words) {
            let known = listed.name.and_then(|name| self.registry.group_of(name.iter().copied()));
            return group(known, listed.tokens);
        }
        match named {
            Some((Named::Agency(at), words)) if words >= run => self.body(start, Named::Agency(at), words),
            Some((known, words)) if words >= run => group(Some(known), words),
            _ if run > 0 => {
                let nouns =
                    self.from(start).iter().take(run).skip(plural(self.from(start))).map(|token| token.key);
                group(self.registry.group_of(nouns), run)
            }
            _ => match self.bare_at(start) {
                Some((Named::Agency(at), words)) => self.body(start, Named::Agency(at), words),
                Some((known, words)) => group(Some(known), words),
                None => self.unknown_or_group(start + 1),
            },
        }
    }

    /// A known body, unless its name goes on as another's.
    pub(super) fn body(&mut self, start: usize, named: Named, words: usize) -> Whom {
        let end = start + words;
        // `Công an các xã, phường`
        if let Some(list) = places(self.from(end)) {
            let end = end + list;
            return Whom { kind: AgencyKind::Group, named: None, end, name_end: end };
        }
        if self.goes_on(start, end) {
            return self.unknown_or_group(end);
        }
        let (noun, after_noun) = (
            self.from(start).first().map(|token| token.key),
            self.prefix.is_some_and(|prefix| prefix.stated),
        );
        if let Some(noun) = noun.filter(|noun| is_shared(noun) && !after_noun) {
            self.prefix = Some(Prefix { noun, stated: false, places: None });
        }
        Whom { kind: AgencyKind::Agency, named: Some(named), end, name_end: end }
    }

    /// Whether a name goes on after its last word as the name of something else.
    pub(super) fn goes_on(&self, start: usize, end: usize) -> bool {
        work::step();
        let rest = self.from(end);
        let Some(next) = rest.first() else { return false };
        if next.kind != TokenKind::Word {
            return false;
        }
        if self.is_named(end) || self.line_ends(end) {
            return false;
        }
        // `Phòng Kinh tế và Hạ tầng`: one body. `Sở Y tế và Trường …`, `và Viettel`: two.
        if next.is_word("và") {
            let shared = self.from(start).first().is_some_and(|noun| is_shared(noun.key));
            let stated = self.prefix.is_some_and(|prefix| prefix.stated);
            let other = self.from(end + 1);
            return shared
                && !stated
                && self.is_upper(end + 1)
                && self.is_word(end + 2)
                && !self.is_upper(end + 2)
                && !is_join(other.get(1).unwrap_or(next))
                && !is_body_noun(other)
                && !leads(other)
                && !self.is_named(end + 1)
                && plural(other) == 0;
        }
        if is_join(next) {
            return false;
        }
        said(rest).is_none()
            && !leads(rest)
            && plural(rest) == 0
            && self.place(start, end).is_none()
            && !(self.is_upper(end) && is_body_noun(rest))
    }

    /// A place after a body's name, and where it ends: `Công an tỉnh | Bắc Ninh`, `Sở Y tế | tỉnh Hà Tĩnh`.
    pub(super) fn place(&self, start: usize, end: usize) -> Option<usize> {
        let last = self.tokens.get(end.checked_sub(1)?).filter(|_| end > start)?;
        let unit = |token: &Token<'_>| {
            matches!(
                token.key,
                "tỉnh" | "xã" | "phường" | "huyện" | "quận" | "phố" | "tp" | "khu" | "trấn" | "vực"
            )
        };
        let rest = self.from(end);
        let ahead = rest.iter().take(4).position(unit).filter(|at| {
            // `tỉnh Hà Tĩnh`, `thành phố Huế`, `tp . Hồ Chí Minh`
            let kinds = ["thành", "thị", "đặc", "khu"];
            rest.iter().take(*at).all(|token| kinds.contains(&token.key))
        });
        let name = match ahead {
            Some(at) => {
                let at = at + 1;
                at + usize::from(rest.get(at).is_some_and(|dot| dot.is_symbol('.')))
            }
            None if self.from(end).first().is_some_and(Token::is_number) => {
                return (last.key == "vực").then_some(end + 1);
            }
            None if unit(last) || provinces::begins(rest) => 0,
            None => return None,
        };
        let length = rest
            .iter()
            .skip(name)
            .take(5)
            .take_while(|token| token.starts_upper(self.text) || token.is_number())
            .count();
        // `các sở, ban, ngành tỉnh`, `Công an thành phố`: the place may have no name.
        (length > 0 || ahead.is_some()).then_some(end + name + length)
    }

    /// The longest name of the registry that begins at a token, with the shared noun before it where there is one; how
    /// many tokens it takes.
    pub(super) fn name_at(&self, at: usize) -> Option<(Named, usize)> {
        self.name_under(at, self.prefix)
    }

    pub(super) fn name_under(&self, at: usize, prefix: Option<Prefix<'_>>) -> Option<(Named, usize)> {
        work::step();
        let (names, state) = (&self.registry.names, *self.states.get(at)?);
        let whom = |found: Found, before: usize| {
            // The shared noun alone names nobody here.
            let tokens = found.tokens.checked_sub(before).filter(|tokens| *tokens > 0)?;
            Some((self.registry.named(found.owner), tokens))
        };
        let joins = |at: usize| at.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(is_join);
        let prefix = prefix.filter(|prefix| prefix.stated || (self.is_upper(at) && joins(at)));
        let under = prefix.and_then(|prefix| match prefix.places {
            Some(places) => self.place_under(at, &places),
            None => whom(names.longest_after(state, [prefix.noun].into_iter())?, 1),
        });
        let own = names.longest(state).and_then(|found| whom(found, 0));
        match (under, own) {
            (Some(under), Some(own)) if own.1 > under.1 => Some(own),
            (under, own) => under.or(own),
        }
    }

    /// The longest name that begins at a token whose words have lost their diacritics.
    pub(super) fn bare_at(&mut self, at: usize) -> Option<(Named, usize)> {
        let registry = self.registry;
        let tokens = self.tokens;
        let (bare, states) = self.bare.get_or_insert_with(|| {
            let bare = registry.bare();
            (bare, bare.states(tokens))
        });
        let (owner, length) = bare.longest(*states.get(at)?, tokens.get(at..)?)?;
        Some((registry.named(owner), length))
    }

    /// How many tokens from here string group nouns together; a name of the registry ends the run.
    pub(super) fn group_run(&self) -> usize {
        let each = plural(self.rest());
        let start = self.at + each;
        let loose = each > 0;
        let length = match noun(self.from(start), self.text, loose) {
            Some(length) => length,
            // `các nhà mạng`: whatever they are, they are many.
            None if loose && self.name_at(start).is_none() && is_people(self.from(start)) => {
                self.plain_words(start)
            }
            None => 0,
        };
        // `Viện Nghiên cứu và Phát triển …` is one body.
        let next = start + length;
        let one = !loose
            && self.from(next).first().is_some_and(|join| join.is_word("và"))
            && self.is_upper(next + 1)
            && !self.is_named(next + 1)
            && !is_body_noun(self.from(next + 1));
        if length == 0 || one {
            return 0;
        }
        let mut end = start + length;
        loop {
            work::step();
            if !self.tokens.get(end).is_some_and(is_join) {
                return end - self.at;
            }
            let next = end + 1;
            let noun = noun(self.from(next), self.text, loose).filter(|length| {
                // `các xã, Phường Thành Sen`: the second is one of them.
                let one = self.is_upper(next)
                    && self.is_upper(next + length)
                    && said(self.from(next + length)).is_none();
                (self.name_at(next).is_none() || self.is_committee(end, next, *length)) && !one
            });
            match noun {
                Some(noun) => end = next + noun,
                // `toàn thể cán bộ, đảng viên`
                None if loose
                    && !self.is_upper(next)
                    && self.name_at(next).is_none()
                    && is_people(self.from(next)) =>
                {
                    end = next + self.plain_words(next);
                }
                None => return end - self.at,
            }
        }
    }

    /// `các huyện ủy, thành ủy`, `các huyện, thị, thành ủy`: committees of the Party's in a row, none of them the one of a name.
    fn is_committee(&self, end: usize, next: usize, length: usize) -> bool {
        let last =
            |at: usize| at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or("", |token| token.key);
        last(next + length) == "ủy"
            && matches!(last(end), "ủy" | "huyện" | "thị" | "quận" | "tỉnh" | "thành")
            && !(self.is_word(next + length) && self.is_upper(next + length))
    }

    /// Whether a group or a plural begins at a token.
    pub(super) fn stands_for_many(&self, at: usize) -> bool {
        let rest = self.from(at);
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or("", |token| token.key);
        let second = rest.first().is_some_and(|word| is_second(before, word.key));
        plural(rest) > 0
            || (!second && noun(rest, self.text, false).is_some())
            || committees(rest, self.text).is_some()
    }

    /// Whether a name or a group begins at a token.
    pub(super) fn is_named(&self, at: usize) -> bool {
        self.name_at(at).is_some() || self.stands_for_many(at)
    }

    /// Whether plain small words begin at a token, of no name.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        self.is_word(at) && !self.is_upper(at) && !self.is_named(at) && !is_body_noun(self.from(at))
    }

    /// How many words from here say nothing of a body.
    pub(super) fn plain_words(&self, at: usize) -> usize {
        let words = self.from(at).iter().zip(at..).take_while(|(token, here)| {
            let named = self.name_at(*here).is_some() || plural(self.from(*here)) > 0;
            let of_office =
                *here == at + 1 && self.from(at).first().is_some_and(|first| first.is_word("ban"));
            let goes_on = *here == at
                || of_office
                || ((said(self.from(*here)).is_none() || self.is_capitalised(*here))
                    && !named
                    && !self.line_ends(*here));
            token.kind == TokenKind::Word && !is_join(token) && goes_on
        });
        words.count()
    }

    /// Whether what a comma parts is still of one name: `Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch`.
    fn lists_more(&self, from: usize, at: usize) -> bool {
        let small = |at: usize| self.is_word(at) && !self.is_upper(at);
        let joins =
            (at + 1..at + 6).find(|at| !self.is_word(*at) || self.tokens.get(*at).is_some_and(is_join));
        is_body_noun(self.from(from.saturating_sub(1)))
            && !is_body_noun(self.from(at))
            && small(at + 1)
            && joins.is_some_and(|at| {
                let more = self.from(at + 1);
                self.from(at).first().is_some_and(|join| join.is_word("và"))
                    && self.is_upper(at + 1)
                    && small(at + 2)
                    && !is_body_noun(more)
                    && !self.is_named(at + 1)
            })
    }

    /// Words of no entry; a group where they are of places: `Trạm Y tế các xã, phường`.
    pub(super) fn unknown_or_group(&self, from: usize) -> Whom {
        let head = (from..self.tokens.len())
            .take(8)
            .take_while(|at| self.is_word(*at) && !self.tokens.get(*at).is_some_and(is_join));
        for at in head {
            if let Some(list) = places(self.from(at)) {
                let end = at + list;
                return Whom { kind: AgencyKind::Group, named: None, end, name_end: end };
            }
        }
        let end = self.unknown(from);
        Whom { kind: AgencyKind::Unknown, named: None, end, name_end: end }
    }

    /// Where words of no entry end: at a separator after which a name or another unknown begins.
    pub(super) fn unknown(&self, from: usize) -> usize {
        let of_places = self.prefix.is_some_and(|prefix| prefix.places.is_some());
        let mut opened = from
            .checked_sub(1)
            .is_some_and(|at| self.from(at).first().is_some_and(|open| open.is_symbol('(')));
        let mut ends = |at: usize| {
            let [mark, next @ ..] = self.from(at) else { return true };
            // `(VNPT, Lạ)`: the bracket stands around names.
            let closes = mark.is_symbol(')') && !opened;
            opened = mark.is_symbol('(') || (opened && !mark.is_symbol(')'));
            if closes {
                return true;
            }
            if of_places && is_join(mark) {
                return !mark.is_symbol('-');
            }
            if self.breaks_before(at) && (is_bullet(mark) || self.is_named(at) || mark.is_number()) {
                return true;
            }
            if !self.separates(at) {
                let chairs = at > from && !self.is_upper(at) && chairs(self.from(at));
                return self.is_open(at) || self.is_items(at) || chairs;
            }
            let Some(first) = next.first() else { return true };
            let capital = first.starts_upper(self.text);
            mark.is_symbol(';')
                || mark.is_symbol('|')
                || self.is_open(at + 1)
                || self.is_named(at + 1)
                || (capital
                    && (!is_soft(mark) || of_places)
                    && !(mark.is_symbol(',') && self.lists_more(from, at + 1)))
                || (capital && is_body_noun(next))
        };
        let rest = from..self.tokens.len();
        rest.into_iter().find(|at| ends(*at)).unwrap_or(self.tokens.len())
    }
}

/// Nouns that several names may share.
pub(super) fn is_shared(noun: &str) -> bool {
    matches!(noun, "sở" | "bộ" | "phòng" | "ban" | "cục" | "hội" | "viện")
}

/// A join that may stand within a name nobody knows.
fn is_soft(mark: &Token<'_>) -> bool {
    mark.is_word("và") || mark.is_symbol('/') || mark.is_symbol('&')
}
