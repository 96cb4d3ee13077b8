//! Phrases: many names looked for in one text at once.
//!
//! Names are sequences of words, as [`Lexed`] cuts them. A text is read once, from its last word to its first, by an
//! automaton after Aho and Corasick over the names' words from last to first; so what it knows at a word is which names
//! *begin* there. Where those two walk from state to state until a word fits, the states here are numbered so that each
//! word leads all of a range of states to one: a step is a search in the ranges of its word, however hostile the names.
//!
//! With `n` words in all names: made in time `n · log n`, kept in memory of about 20 bytes for each of the `n` and the
//! distinct words once; a step takes time `log n` and a text as many steps as it has words.

use std::cmp::Reverse;

use super::vocabulary::Vocabulary;
use super::{Lexed, work};
use crate::sorted::{self, Map};

/// Names, each with its owner: a number of the caller's.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Phrases {
    words: Vocabulary,
    /// For each word, the ranges of states it leads on from, by where they begin, and where it leads to from there.
    turns: Vec<Vec<(State, State)>>,
    /// For each state, the place in `names` of those that begin there.
    begun: Vec<Option<u32>>,
    names: Vec<Longest>,
}

/// What is known at a word of a text that is read from its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct State(u32);

impl State {
    /// Behind the last word.
    pub(crate) const END: State = State(0);
}

/// A name found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Whose name it is.
    pub(crate) owner: u32,
    /// How many tokens it takes.
    pub(crate) tokens: usize,
    /// The bytes of its words.
    bytes: usize,
}

/// The longest name, and the longest of another owner.
type Longest = [Option<Found>; 2];

impl Phrases {
    /// The names, each with its owner; one without words is never found.
    pub(crate) fn new<N: AsRef<str>>(names: impl IntoIterator<Item = (N, u32)>) -> Phrases {
        let mut words: Map<Box<str>, u32> = Map::new();
        let mut phrases: Vec<Phrase> = Vec::new();
        for (name, owner) in names {
            let lexed = Lexed::new(name.as_ref());
            let mut reversed = Vec::new();
            for token in lexed.tokens().iter().rev() {
                let next = count(words.len());
                let known = words.get(token.key).copied();
                reversed.push(known.unwrap_or_else(|| *words.or_insert(token.key.into(), next)));
            }
            let found = Found { owner, tokens: reversed.len(), bytes: lexed.key.len() };
            if !reversed.is_empty() {
                phrases.push(Phrase { reversed, found });
            }
        }
        Trie::new(phrases).into_phrases(words)
    }

    /// The state at a word that stands before what a state knows.
    pub(crate) fn before(&self, state: State, word: &str) -> State {
        let turns = self.words.place(word).and_then(|at| self.turns.get(at as usize));
        match turns.map(Vec::as_slice) {
            None | Some([]) => State::END,
            Some([(from, _), ..]) if state < *from => State::END,
            Some([(_, next), ..]) if state == State::END => *next,
            Some(turns) => {
                let past = turns.partition_point(|(from, _)| *from <= state);
                past.checked_sub(1).and_then(|at| turns.get(at)).map_or(State::END, |(_, next)| *next)
            }
        }
    }

    /// The longest name that begins where a state stands.
    pub(crate) fn longest(&self, state: State) -> Option<Found> {
        self.begun_at(state)[0]
    }

    /// The owner of the name whose words are those of a text, no more and no fewer.
    pub(crate) fn owner_of(&self, name: &str) -> Option<u32> {
        let lexed = Lexed::new(name);
        let tokens = lexed.tokens();
        let state = tokens.iter().rev().fold(State::END, |state, token| self.before(state, token.key));
        self.longest(state).filter(|found| found.tokens == tokens.len()).map(|found| found.owner)
    }

    /// The longest name anywhere in a text, and the longest of another owner; of names equally long, that of the smaller
    /// owner.
    pub(crate) fn longest_within(&self, text: &str) -> [Option<Found>; 2] {
        let lexed = Lexed::new(text);
        let (mut state, mut longest) = (State::END, Longest::default());
        for token in lexed.tokens().iter().rev() {
            state = self.before(state, token.key);
            self.begun_at(state).into_iter().flatten().for_each(|found| add(&mut longest, found));
        }
        longest
    }

    fn begun_at(&self, state: State) -> Longest {
        let at = self.begun.get(state.0 as usize).copied().flatten();
        at.and_then(|at| self.names.get(at as usize)).copied().unwrap_or_default()
    }
}

/// Puts a name among the longest.
fn add(longest: &mut Longest, new: Found) {
    let rank = |found: Found| (Reverse(found.bytes), found.owner);
    let [first, second] = longest;
    match *first {
        Some(known) if rank(known) <= rank(new) => {
            let is_longer = second.is_none_or(|other| rank(new) < rank(other));
            if known.owner != new.owner && is_longer {
                *second = Some(new);
            }
        }
        Some(known) if known.owner == new.owner => *first = Some(new),
        known => (*first, *second) = (Some(new), known),
    }
}

/// A name as it goes into the trie: the numbers of its words from last to first.
struct Phrase {
    reversed: Vec<u32>,
    found: Found,
}

/// The names' words from last to first as a tree, its nodes by their depth: what is said of a node is said after what is
/// said of a shallower one.
#[derive(Default)]
struct Trie {
    /// The word that leads to each node.
    word: Vec<u32>,
    parent: Vec<u32>,
    /// The first child of each node; its children end where those of the next node begin.
    child: Vec<u32>,
    begun: Vec<Option<u32>>,
    names: Vec<Longest>,
}

impl Trie {
    fn new(mut phrases: Vec<Phrase>) -> Trie {
        sorted::sort_by(&mut phrases, |a, b| a.reversed.cmp(&b.reversed));
        let mut trie = Trie::default();
        trie.add(0, 0);
        let mut level: Vec<&[Phrase]> = vec![&phrases];
        for depth in 0.. {
            let mut next: Vec<&[Phrase]> = Vec::new();
            for names in std::mem::take(&mut level) {
                let node = trie.child.len();
                trie.child.push(count(trie.word.len()));
                for of_word in names.chunk_by(|a, b| a.reversed.get(depth) == b.reversed.get(depth)) {
                    let Some(one) = of_word.first() else { continue };
                    if let Some(word) = one.reversed.get(depth) {
                        trie.add(*word, count(node));
                        next.push(of_word);
                    } else {
                        let mut longest = Longest::default();
                        for phrase in of_word {
                            add(&mut longest, phrase.found);
                        }
                        trie.begins(node, longest);
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            level = next;
        }
        trie
    }

    fn add(&mut self, word: u32, parent: u32) {
        self.word.push(word);
        self.parent.push(parent);
        self.begun.push(None);
    }

    fn begins(&mut self, node: usize, longest: Longest) {
        if let Some(begun) = self.begun.get_mut(node) {
            *begun = Some(count(self.names.len()));
            self.names.push(longest);
        }
    }

    /// The children of a node: in order of their words.
    fn children(&self, node: u32) -> std::ops::Range<usize> {
        let node = node as usize;
        let first = |node: usize| self.child.get(node).map_or(self.word.len(), |first| *first as usize);
        first(node)..first(node + 1)
    }

    fn child(&self, node: u32, word: u32) -> Option<u32> {
        let children = self.children(node);
        let at = self.word.get(children.clone())?.binary_search(&word).ok()?;
        Some(count(children.start + at))
    }

    /// For each node, that of the longest of its ends which is a node too: where a text leads that fits it no further.
    fn shorter(&self) -> Vec<u32> {
        let mut shorter: Vec<u32> = Vec::with_capacity(self.word.len());
        for (word, parent) in self.word.iter().zip(&self.parent) {
            let mut at = *parent;
            let mut found = 0;
            while at != 0 {
                at = value(&shorter, at);
                work::step();
                if let Some(child) = self.child(at, *word) {
                    found = child;
                    break;
                }
            }
            shorter.push(found);
        }
        shorter
    }

    /// The nodes numbered as states: those that are left for a node follow it in one range. A word that leads on from a
    /// node leads on from all its range, but for the ranges within it from where it leads on to more.
    fn into_phrases(mut self, words: Map<Box<str>, u32>) -> Phrases {
        let shorter = self.shorter();
        let nodes = shorter.len();
        let behind_the_root = || (0..nodes).zip(&shorter).skip(1);
        // What begins at a node: its own name, and those that begin at the nodes it is left for.
        for (node, shorter) in behind_the_root() {
            let inherited = self.begun.get(*shorter as usize).copied().flatten();
            let Some(begun) = self.begun.get_mut(node) else { continue };
            let more = inherited.and_then(|at| self.names.get(at as usize)).copied().unwrap_or_default();
            match begun.and_then(|own| self.names.get_mut(own as usize)) {
                Some(own) => more.into_iter().flatten().for_each(|name| add(own, name)),
                None => *begun = inherited,
            }
        }
        let mut size = vec![1_u32; nodes];
        for (node, shorter) in behind_the_root().rev() {
            let own = value(&size, count(node));
            raise(&mut size, *shorter, own);
        }
        // Each node's number, and the next that is free in its range.
        let (mut number, mut free) = (vec![0_u32; nodes], vec![1_u32; nodes]);
        for (node, shorter) in behind_the_root() {
            let (node, own) = (count(node), value(&free, *shorter));
            raise(&mut free, *shorter, value(&size, node));
            raise(&mut free, node, own);
            raise(&mut number, node, own);
        }
        drop(free);
        let mut by_number = vec![0_u32; nodes];
        for (node, number) in (0..).zip(&number) {
            raise(&mut by_number, *number, node);
        }
        let mut turns: Vec<Turns> = std::iter::repeat_with(Turns::default).take(words.len()).collect();
        for node in &by_number {
            let from = value(&number, *node);
            let to = from + value(&size, *node);
            for child in self.children(*node) {
                if let Some(turns) = self.word.get(child).and_then(|word| turns.get_mut(*word as usize)) {
                    turns.open(State(from), State(to), State(value(&number, count(child))));
                }
            }
        }
        let begun = by_number.iter().map(|node| self.begun.get(*node as usize).copied().flatten()).collect();
        Phrases {
            words: Vocabulary::new(words),
            turns: turns.into_iter().map(Turns::close).collect(),
            begun,
            names: self.names,
        }
    }
}

/// The ranges of one word, as they are found: each lies within the one before it or behind it.
#[derive(Default)]
struct Turns {
    turns: Vec<(State, State)>,
    /// The ranges that have not ended: their ends and where they lead.
    open: Vec<(State, State)>,
}

impl Turns {
    fn open(&mut self, from: State, to: State, next: State) {
        self.end_before(from);
        self.turn(from, next);
        self.open.push((to, next));
    }

    fn end_before(&mut self, from: State) {
        while let Some((end, _)) = self.open.pop_if(|(end, _)| *end <= from) {
            let outer = self.open.last().map_or(State::END, |(_, next)| *next);
            self.turn(end, outer);
        }
    }

    fn turn(&mut self, from: State, next: State) {
        self.turns.pop_if(|(last, _)| *last == from);
        self.turns.push((from, next));
    }

    fn close(mut self) -> Vec<(State, State)> {
        self.end_before(State(u32::MAX));
        self.turns.shrink_to_fit();
        self.turns
    }
}

pub(super) fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

fn value(values: &[u32], at: u32) -> u32 {
    values.get(at as usize).copied().unwrap_or(0)
}

fn raise(values: &mut [u32], at: u32, by: u32) {
    if let Some(value) = values.get_mut(at as usize) {
        *value += by;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_at(phrases: &Phrases, text: &str) -> Vec<Option<(u32, usize)>> {
        let lexed = Lexed::new(text);
        let mut state = State::END;
        let mut found: Vec<Option<Found>> = Vec::new();
        for token in lexed.tokens().iter().rev() {
            state = phrases.before(state, token.key);
            found.push(phrases.longest(state));
        }
        let found = found.into_iter().rev();
        found.map(|found| found.map(|found| (found.owner, found.tokens))).collect()
    }

    #[test]
    fn the_longest_name_begins_where_it_is_found() {
        let phrases = Phrases::new([("Sở Y tế", 0), ("Y", 1), ("Sở", 2), ("tế và Sở Y", 3), ("", 4)]);
        let found = names_at(&phrases, "các sở y tế và Sở y");
        assert_eq!(found, [None, Some((0, 3)), Some((1, 1)), Some((3, 4)), None, Some((2, 1)), Some((1, 1))]);
        assert_eq!(
            (phrases.owner_of("SỞ  y tế"), phrases.owner_of("sở y"), phrases.owner_of("")),
            (Some(0), None, None)
        );
    }

    /// Every name tried at every place.
    fn tried(names: &[String], text: &str) -> (Vec<Option<(u32, usize)>>, Vec<u32>) {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let text = words(text);
        let mut within: Vec<(Reverse<usize>, u32)> = Vec::new();
        let at = |at: usize| {
            let here = names.iter().map(|name| words(name)).zip(0..);
            let here: Vec<(usize, u32)> = here
                .filter(|(words, _)| text[at..].starts_with(words))
                .map(|(words, owner)| (words.len(), owner))
                .collect();
            within.extend(here.iter().map(|(length, owner)| (Reverse(*length), *owner)));
            let longest = here.iter().min_by_key(|(length, owner)| (Reverse(*length), *owner));
            longest.map(|(length, owner)| (*owner, *length))
        };
        let longest = (0..text.len()).map(at).collect();
        within.sort_unstable();
        within.dedup();
        (longest, within.into_iter().map(|(_, owner)| owner).collect())
    }

    #[test]
    fn all_that_trying_every_name_at_every_place_finds() {
        // A small walk through names and texts of three words.
        let mut seed = 7_u32;
        let mut word = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ["a", "b", "c"][(seed >> 16) as usize % 3]
        };
        let mut any = |length: usize| (0..length).map(|_| word()).collect::<Vec<_>>().join(" ");
        for round in 0..300 {
            let names: Vec<String> = (0..round % 17).map(|n| any(1 + n % 6)).collect();
            let text = any(40);
            let phrases = Phrases::new(names.iter().zip(0..));
            let (longest, within) = tried(&names, &text);
            assert_eq!(names_at(&phrases, &text), longest, "{names:?} in {text}");
            let found = phrases.longest_within(&text).map(|found| found.map(|found| found.owner));
            let (first, second) = (within.first().copied(), within.get(1).copied());
            assert_eq!(found, [first, second], "{names:?} in {text}");
            for name in &names {
                let owner = names.iter().position(|other| other == name);
                assert_eq!(phrases.owner_of(name).map(|owner| owner as usize), owner);
            }
        }
    }

    #[test]
    fn twice_the_names_are_twice_the_work() {
        let shapes: [fn(usize) -> Vec<String>; 3] = [
            |n| (0..n).map(|at| "a ".repeat(at % 50) + "b").collect(),
            |n| vec!["a ".repeat(n)],
            |n| (0..n).map(|at| format!("a b a b a {at}")).collect(),
        ];
        for shape in shapes {
            let work = |n: usize| {
                let names = shape(n);
                work::of(|| Phrases::new(names.iter().zip(0..)))
            };
            let (once, twice) = (work(2_000), work(4_000));
            assert!(twice * 10 <= once * 22, "{once} {twice}");
        }
    }
}
