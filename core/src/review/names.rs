//! Names as sets of words, and which of them say the same.
//!
//! Names are compared only with those that share a rare word with them: each set has its words in order of how many names
//! hold them, the rarest first, so that two sets with enough words in common share one of their first.

use crate::limits::Limits;
use crate::sorted::{self, Map};
use crate::text::match_key;

/// The distinct words of each name, as numbers: the rarest of all names first.
pub(super) fn word_sets<'n>(names: impl Iterator<Item = &'n str>) -> Vec<Vec<u32>> {
    let mut known: Map<Box<str>, u32> = Map::new();
    let mut sets: Vec<Vec<u32>> = Vec::new();
    for name in names {
        let key = match_key(name);
        let mut set = Vec::new();
        for word in key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let next = count(known.len());
            let number = known.get(word).copied();
            set.push(number.unwrap_or_else(|| *known.or_insert(word.into(), next)));
        }
        sorted::sort(&mut set);
        set.dedup();
        set.shrink_to_fit();
        sets.push(set);
    }
    let mut names_with = vec![0_u32; known.len()];
    for word in sets.iter().flatten() {
        names_with.get_mut(*word as usize).into_iter().for_each(|names| *names += 1);
    }
    let mut by_rarity: Vec<u32> = (0..count(known.len())).collect();
    sorted::sort_by_key(&mut by_rarity, |word| names_with.get(*word as usize).copied());
    let mut rank = vec![0_u32; known.len()];
    for (place, word) in (0..).zip(by_rarity) {
        rank.get_mut(word as usize).into_iter().for_each(|rank| *rank = place);
    }
    for set in &mut sets {
        for word in set.iter_mut() {
            *word = rank.get(*word as usize).copied().unwrap_or(*word);
        }
        sorted::sort(set);
    }
    sets
}

/// How many words two sets share.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut shared = 0;
    while let (Some(own), Some(other)) = (a.peek(), b.peek()) {
        match own.cmp(other) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                shared += 1;
                a.next();
                b.next();
            }
        }
    }
    shared
}

/// The sets that hold each word among their first, the smallest sets first.
pub(super) struct Index {
    by_word: Vec<Vec<Entry>>,
}

/// A set in the index: its size and its place.
#[derive(Clone, Copy)]
struct Entry {
    size: u32,
    at: u32,
}

impl Index {
    /// An index of sets by as many of their first words as `prefix` says of a size.
    pub(super) fn new<'s>(
        sets: impl Iterator<Item = (usize, &'s [u32])>,
        prefix: impl Fn(usize) -> usize,
    ) -> Index {
        let mut by_word: Vec<Vec<Entry>> = Vec::new();
        for (at, set) in sets {
            let entry = Entry { size: count(set.len()), at: count(at) };
            for word in set.iter().take(prefix(set.len())) {
                let word = *word as usize;
                if by_word.len() <= word {
                    by_word.resize_with(word + 1, Vec::new);
                }
                by_word.get_mut(word).into_iter().for_each(|entries| entries.push(entry));
            }
        }
        for entries in &mut by_word {
            sorted::sort_by_key(entries, |entry| entry.size);
        }
        Index { by_word }
    }

    /// The places of the sets of some sizes that have a word among their first.
    pub(super) fn with(
        &self,
        word: u32,
        sizes: std::ops::RangeInclusive<usize>,
    ) -> impl Iterator<Item = usize> {
        let entries = self.by_word.get(word as usize).map_or(&[][..], Vec::as_slice);
        let from = entries.partition_point(|entry| (entry.size as usize) < *sizes.start());
        let to = entries.partition_point(|entry| entry.size as usize <= *sizes.end());
        entries.get(from..to).unwrap_or(&[]).iter().map(|entry| entry.at as usize)
    }
}

/// What comparing names may still cost. A pair of names of more words than usual counts as several.
pub(super) struct Budget {
    words: usize,
}

impl Budget {
    /// Words of a pair that counts as one.
    const WORDS_OF_A_PAIR: usize = 32;

    pub(super) fn new(limits: &Limits) -> Budget {
        Budget { words: limits.pairs.saturating_mul(Budget::WORDS_OF_A_PAIR) }
    }

    /// Whether two names may still be compared.
    pub(super) fn pair(&mut self, a: &[u32], b: &[u32]) -> bool {
        self.take((a.len() + b.len()).max(Budget::WORDS_OF_A_PAIR))
    }

    /// Whether one more name may still be met in the index.
    pub(super) fn met(&mut self) -> bool {
        self.take(1)
    }

    fn take(&mut self, words: usize) -> bool {
        let left = self.words.checked_sub(words);
        self.words = left.unwrap_or(0);
        left.is_some()
    }
}

/// Names that say the same, by their places.
pub(super) struct SameNames {
    /// Names of the same words, or two of which one has few more than the other; in the order of their first.
    pub(super) found: Vec<Vec<usize>>,
    /// The names for which no other was looked for, beyond the limit of pairs; in the order of their first.
    pub(super) left: Vec<usize>,
}

/// Finds the names that say the same: the words of one are all among the other's, and at least 85 in 100 shared. Of several
/// names of the same words the first stands for them beside others.
pub(super) fn same_names<'n>(names: impl Iterator<Item = &'n str>, limits: &Limits) -> SameNames {
    // Short names say too little to be taken for one another.
    const FEWEST: usize = 4;
    let sets = word_sets(names);
    let mut groups: Vec<(&[u32], Vec<usize>)> = Vec::new();
    let mut group_of: Map<&[u32], usize> = Map::new();
    for (at, set) in sets.iter().enumerate().filter(|(_, set)| set.len() >= FEWEST) {
        let group = *group_of.or_insert(set, groups.len());
        match groups.get_mut(group) {
            Some((_, members)) => members.push(at),
            None => groups.push((set, vec![at])),
        }
    }
    let index = Index::new(groups.iter().map(|(set, _)| *set).enumerate(), |size| size);
    let first = |group: usize| groups.get(group).and_then(|(_, members)| members.first()).copied();
    let mut budget = Budget::new(limits);
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut left = Vec::new();
    'groups: for (at, (set, members)) in groups.iter().enumerate() {
        if members.len() > 1 {
            found.push(members.clone());
        }
        let Some(rarest) = set.first().filter(|_| left.is_empty()) else { continue };
        for other in index.with(*rarest, set.len() + 1..=set.len() * 100 / 85) {
            let Some((others, _)) = groups.get(other) else { continue };
            if !budget.pair(set, others) {
                left = groups.iter().skip(at).flat_map(|(_, members)| members).copied().collect();
                continue 'groups;
            }
            if shared(set, others) == set.len() {
                let mut pair: Vec<usize> = [first(at), first(other)].into_iter().flatten().collect();
                sorted::sort(&mut pair);
                found.push(pair);
            }
        }
    }
    sorted::sort(&mut found);
    SameNames { found, left }
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
