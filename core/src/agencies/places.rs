//! Places that are named one after another (`UBND các tỉnh: Bắc Ninh, Hà Nam`, `Các xã Tiên Điền, Nghi Xuân`), and words that
//! name nobody (`Các nội dung tại điểm d`).
//!
//! After a plural the kinds of places are a group, unless names follow: then each of them is one, and the kind is what they
//! share. A name is one with a capital letter; after `tỉnh`, or several kinds without a colon, one that is known, since regions
//! are written so too (`các tỉnh Tây Nguyên`).

use super::NamedAgency;
use super::groups::{kinds, noun, plural};
use super::names::is_join;
use super::provinces;
use super::registry::Named;
use super::said::{chairs, is_body_noun, is_legal, is_thing, said};
use super::split::{Places, Splitter};
use crate::codes::{AgencyKind, NoteCode};
use crate::note::Note;
use crate::text::{TokenKind, span_of, work};

/// How many words name the body whose places are listed.
const LONGEST_HEAD: usize = 8;

impl Splitter<'_, '_, '_> {
    /// What the names of places share that are listed from here on, and where the first of them begins.
    pub(super) fn named_places(&self) -> Option<(Places, usize)> {
        let start = self.at;
        let is_head = |at: &usize| self.is_word(*at) && plural(self.from(*at)) == 0 && !self.is_join(*at);
        let each = start + (start..start + LONGEST_HEAD).take_while(is_head).count();
        if plural(self.from(each)) == 0 || (each > start && !is_body_noun(self.rest())) {
            return None;
        }
        let (kinds, length) = kinds(self.from(each))?;
        let end = each + length;
        let colon = self.tokens.get(end).is_some_and(|token| token.is_symbol(':'));
        let first = end + usize::from(colon);
        let places = Places { head: (start, each), kinds };
        let is_one = kinds.iter().flatten().count() == 1;
        let of_province = kinds.iter().flatten().any(|kind| *kind == ["tỉnh"]);
        let next = self.from(first);
        let known = self.place_under(first, &places).is_some() || (of_province && provinces::begins(next));
        let likely = (colon || (is_one || self.is_list(first)) && !provinces::begins(next)) && !of_province;
        let is_name = (self.is_capitalised(first) || known && self.is_upper(first))
            && !is_body_noun(next)
            && said(next).is_none();
        (is_name && (known || likely)).then_some((places, first))
    }

    /// Whether a second name follows: `các xã, phường Tiên Điền, Thành Sen`.
    fn is_list(&self, first: usize) -> bool {
        let name = (first..first + LONGEST_HEAD).take_while(|at| self.is_capitalised(*at)).count();
        let second = first + name + 1;
        self.is_join(second - 1) && self.is_capitalised(second) && !is_body_noun(self.from(second))
    }

    fn is_join(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(is_join)
    }

    /// Whether a word begins with a capital and goes on in small letters: in a cell of capitals none is a name by them.
    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        let word = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word);
        let word = word.and_then(|token| self.text.get(token.first_byte()..token.end_byte()));
        word.is_some_and(|word| self.is_upper(at) && word.chars().any(char::is_lowercase))
    }

    /// The body of a place that is named at a token, by what it shares with those beside it: its kind may stand there too.
    pub(super) fn place_under(&self, at: usize, places: &Places) -> Option<(Named, usize)> {
        let state = *self.states.get(at)?;
        let head = self.tokens.get(places.head.0..places.head.1).unwrap_or(&[]);
        let kinds = places.kinds.iter().flatten().copied().chain([&[][..]]);
        let found = kinds.filter_map(|kind| {
            work::step();
            let words = kind.iter().rev().copied().chain(head.iter().rev().map(|token| token.key));
            let found = self.registry.names.longest_after(state, words)?;
            let tokens = found.tokens.checked_sub(kind.len() + head.len()).filter(|tokens| *tokens > 0)?;
            (kind.len() + head.len() > 0).then(|| (self.registry.named(found.owner), tokens))
        });
        found.max_by_key(|(_, tokens)| *tokens)
    }

    /// `Các công ty Điện lực, Cấp nước`, `Các trường Đại học Vinh, Cao đẳng Y tế`: after the plural each has its own name.
    /// Whether it was passed.
    pub(super) fn named_ones(&mut self) -> bool {
        let each = plural(self.rest());
        let first = self.at + each;
        let one = each > 0
            && matches!(
                self.from(first).first().map_or("", |noun| noun.key),
                "trường"
                    | "bệnh"
                    | "công"
                    | "tổng"
                    | "tập"
                    | "ngân"
                    | "doanh"
                    | "viện"
                    | "trung"
                    | "học"
                    | "hội"
                    | "hiệp"
            );
        let Some(length) = noun(self.from(first), self.text, true).filter(|_| one) else { return false };
        let next = first + length;
        let known = self.name_at(next).is_some();
        let named = self.is_capitalised(next)
            && !provinces::begins(self.from(next))
            && said(self.from(next)).is_none()
            && !is_body_noun(self.from(next));
        let named_so = self.name_at(self.at).is_some_and(|(_, words)| words > each + length);
        if named_so || !(known || named) {
            return false;
        }
        let of_noun = self.tokens.get(first).is_some_and(|noun| noun.is_word("doanh"));
        self.at = if known || of_noun { next } else { first };
        true
    }

    /// Passes words that name no body but what is done, written or used, with a note; not the bodies they are given to.
    pub(super) fn things(&mut self, last: Option<&NamedAgency>) -> bool {
        let start = self.at;
        let first = start + plural(self.rest());
        let before = start.checked_sub(1);
        let after_join = before.is_some_and(|at| {
            self.is_join(at) || self.from(at).first().is_some_and(|mark| mark.is_symbol(':'))
        });
        // `Trung tâm Lạ, Dịch vụ và Du lịch`, `Các phòng: Kế hoạch, Quy hoạch`: a part of a name.
        let of_a_name = after_join
            && (self.prefix.is_some() || last.is_some_and(|last| last.kind == AgencyKind::Unknown));
        if !is_thing(self.from(first))
            || (first == start && of_a_name && self.is_upper(start))
            || self.name_at(start).is_some()
            || self.name_at(first).is_some()
        {
            return false;
        }
        let mut at = first + 1;
        while let Some(token) = self.tokens.get(at) {
            work::step();
            let next = self.from(at + 1);
            let goes_on = is_thing(next.get(plural(next)..).unwrap_or(&[]))
                || is_legal(next)
                || next.first().is_some_and(|next| {
                    next.is_number() || next.key.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
                })
                || self.is_plain(at + 1);
            let given = matches!(token.key, "giao" | "do") && self.leads_to_its_lead(at);
            if given || self.line_ends(at) || (self.separates(at) && !(is_join(token) && goes_on)) {
                break;
            }
            at += 1;
        }
        self.at = at;
        let place = span_of(self.tokens.get(start..at).unwrap_or(&[]));
        self.items.notes.push(Note::new(NoteCode::UnreadText, place));
        true
    }

    /// `giao Sở Y tế`, `do Sở Y tế chủ trì`
    fn leads_to_its_lead(&self, at: usize) -> bool {
        let given = self.tokens.get(at).is_some_and(|token| token.is_word("giao"));
        self.name_at(at + 1).is_some_and(|(_, words)| given || chairs(self.from(at + 1 + words)))
    }
}
