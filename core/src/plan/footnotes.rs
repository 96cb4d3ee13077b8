//! The footnotes of a plan: which one a mark names, and what it says.

use std::sync::{Arc, OnceLock};

use super::{Footnote, Plan};
use crate::sorted::{Map, Set};
use crate::text::{Lexed, Phrases, holds, match_key};

/// A plan's footnotes by their marks, each read once, when first asked for.
pub(super) struct Footnotes<'p> {
    plan: &'p Plan,
    by_mark: Map<&'p str, (&'p Footnote, OnceLock<Said>)>,
    /// The names of the indicators, each owned by its place in the plan.
    names: OnceLock<Phrases>,
}

/// What a footnote says, and which indicators it names.
struct Said {
    /// The place of the indicator with the longest name, and of the one with the next: a row's own does not count.
    named: [Option<u32>; 2],
    otherwise: Meaning,
}

/// What a footnote does to the target that names it.
#[derive(Clone)]
pub(super) enum Meaning {
    /// Its text is lost.
    Nothing,
    /// The target is not fixed yet.
    Undetermined,
    /// The target of the indicator with this code stands in.
    Proxy(String),
    /// The target holds for what the footnote says.
    Scope(Arc<str>),
    /// It was not understood.
    Unread,
}

impl<'p> Footnotes<'p> {
    pub(super) fn new(plan: &'p Plan) -> Footnotes<'p> {
        let mut by_mark = Map::new();
        for footnote in &plan.footnotes {
            by_mark.or_insert(footnote.mark.as_str(), (footnote, OnceLock::new()));
        }
        Footnotes { plan, by_mark, names: OnceLock::new() }
    }

    /// What the footnote with a mark says in the row with a code; none where the plan has no such footnote.
    pub(super) fn meaning(&self, mark: &str, own_code: &str) -> Option<Meaning> {
        let (footnote, said) = self.by_mark.get(mark)?;
        let said = said.get_or_init(|| self.read(footnote));
        let indicator = |at: u32| self.plan.indicators.get(at as usize);
        let named = said.named.iter().flatten().filter_map(|at| indicator(*at));
        let other = named.map(|indicator| &indicator.code).find(|code| *code != own_code);
        Some(other.map_or_else(|| said.otherwise.clone(), |code| Meaning::Proxy(code.clone())))
    }

    /// The names of the indicators whose every word stands in some footnote: no other is named in one.
    fn names(&self) -> Phrases {
        let mut words: Set<Box<str>> = Set::new();
        for footnote in &self.plan.footnotes {
            for token in Lexed::new(&footnote.text).tokens() {
                if !words.contains(token.key) {
                    words.insert(token.key.into());
                }
            }
        }
        // Spaces part words; most names are done with at their first.
        let is_said = |part: &str| Lexed::new(part).tokens().iter().all(|token| words.contains(token.key));
        let names = self.plan.indicators.iter().map(|indicator| &indicator.name).zip(0..);
        Phrases::new(names.filter(|(name, _)| name.split_whitespace().all(is_said)))
    }

    fn read(&self, footnote: &'p Footnote) -> Said {
        const NARROWING: &[&str] = &[
            "áp dụng đối với",
            "áp dụng cho",
            "tính trên",
            "chỉ tính",
            "không bao gồm",
            "không tính",
            "đối với",
        ];
        let nobody = |otherwise| Said { named: [None; 2], otherwise };
        if footnote.text.trim().is_empty() {
            return nobody(Meaning::Nothing);
        }
        let key = match_key(&footnote.text);
        if holds(&key, "chưa xác định") {
            return nobody(Meaning::Undetermined);
        }
        let found = self.names.get_or_init(|| self.names()).longest_within(&footnote.text);
        let named = found.map(|name| name.map(|name| name.owner));
        let otherwise = if NARROWING.iter().any(|words| key.starts_with(words)) {
            Meaning::Scope(footnote.text.as_str().into())
        } else {
            Meaning::Unread
        };
        Said { named, otherwise }
    }
}
