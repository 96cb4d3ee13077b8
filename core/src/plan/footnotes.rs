//! The footnotes of a plan: which one a mark names, and what it says.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::{Footnote, Plan};
use crate::text::match_key;

/// A plan's footnotes by their marks, each read once, when first asked for.
pub(super) struct Footnotes<'p> {
    plan: &'p Plan,
    by_mark: BTreeMap<&'p str, (&'p Footnote, OnceLock<Said<'p>>)>,
    names: OnceLock<Names<'p>>,
}

/// What a footnote says, and which indicators it names.
struct Said<'p> {
    /// The indicator with the longest name, and the one with the next: a row's own does not count.
    named: [Option<&'p str>; 2],
    otherwise: Meaning<'p>,
}

/// What a footnote does to the target that names it.
#[derive(Clone)]
pub(super) enum Meaning<'p> {
    /// Its text is lost.
    Nothing,
    /// The target is not fixed yet.
    Undetermined,
    /// The target of the indicator with this code stands in.
    Proxy(&'p str),
    /// The target holds for what the footnote says.
    Scope(Arc<str>),
    /// It was not understood.
    Unread,
}

impl<'p> Footnotes<'p> {
    pub(super) fn new(plan: &'p Plan) -> Footnotes<'p> {
        let mut by_mark = BTreeMap::new();
        for footnote in &plan.footnotes {
            by_mark.entry(footnote.mark.as_str()).or_insert((footnote, OnceLock::new()));
        }
        Footnotes { plan, by_mark, names: OnceLock::new() }
    }

    /// What the footnote with a mark says in the row with a code; none where the plan has no such footnote.
    pub(super) fn meaning(&self, mark: &str, own_code: &str) -> Option<Meaning<'p>> {
        let (footnote, said) = self.by_mark.get(mark)?;
        let said = said.get_or_init(|| self.read(footnote));
        let named = said.named.iter().flatten().find(|code| **code != own_code);
        Some(named.map_or_else(|| said.otherwise.clone(), |code| Meaning::Proxy(code)))
    }

    fn read(&self, footnote: &'p Footnote) -> Said<'p> {
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
        if key.contains("chưa xác định") {
            return nobody(Meaning::Undetermined);
        }
        let named = self.names.get_or_init(|| Names::new(self.plan)).longest_within(&footnote.text);
        let otherwise = if NARROWING.iter().any(|words| key.starts_with(words)) {
            Meaning::Scope(footnote.text.as_str().into())
        } else {
            Meaning::Unread
        };
        Said { named, otherwise }
    }
}

/// Until phrases are found word by word.
struct Names<'p>(Vec<(String, &'p str)>);

impl<'p> Names<'p> {
    fn new(plan: &'p Plan) -> Names<'p> {
        let names = plan.indicators.iter().map(|other| (match_key(&other.name), other.code.as_str()));
        let mut names: Vec<(String, &str)> = names.filter(|(name, _)| !name.is_empty()).collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Names(names)
    }

    fn longest_within(&self, text: &str) -> [Option<&'p str>; 2] {
        let key = match_key(text);
        let mut found = self.0.iter().filter(|(name, _)| key.contains(name.as_str())).map(|(_, code)| *code);
        [found.next(), found.next()]
    }
}
