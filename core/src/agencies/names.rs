//! The names of a registry as cells write them.
//!
//! What joins the words of a name is written in any of several ways (`Khoa học và Công nghệ`, `Khoa học & Công nghệ`,
//! `Khoa học, Công nghệ`, `Khoa học - Công nghệ`): all of them are one word here, so that a registry lists a name once.
//! Names are found by their match keys; words left over are looked for once more without diacritics, where each word of
//! the cell has either all of the name's marks or none, and no other body's name is spelled so.

use crate::sorted::Map;
use crate::text::{Found, Lexed, Phrases, State, Token, TokenKind, without_marks};

/// The word that every join is.
const JOIN: &str = "và";

/// Names longer than this are found with their diacritics only: so many words are compared at each place at most.
const LONGEST_BARE: usize = 24;

/// Whether a token joins the words of a name, or two names.
pub(super) fn is_join(token: &Token<'_>) -> bool {
    match token.kind {
        TokenKind::Symbol(mark) => matches!(mark, ',' | '&' | '-' | '/'),
        TokenKind::Word => matches!(token.key, "và" | "va"),
        TokenKind::Number => false,
    }
}

fn key<'k>(token: &Token<'k>) -> &'k str {
    if is_join(token) { JOIN } else { token.key }
}

/// The tokens of a cell, without the comma of `, và`.
pub(super) fn joined(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let is_word = |token: &Token<'_>| token.kind == TokenKind::Word && is_join(token);
    let doubled = |pair: &[Token<'_>]| matches!(pair, [comma, word] if comma.is_symbol(',') && is_word(word));
    if !tokens.windows(2).any(doubled) {
        return tokens;
    }
    let mut rest = tokens.as_slice();
    let mut kept = Vec::with_capacity(tokens.len());
    while let Some((first, next)) = rest.split_first() {
        if !rest.get(..2).is_some_and(doubled) {
            kept.push(*first);
        }
        rest = next;
    }
    kept
}

/// The words of a name, spaced once, every join the same; empty for a name of joins alone.
pub(super) fn canonical(name: &str) -> String {
    let lexed = Lexed::new(name);
    let tokens = joined(lexed.tokens());
    if tokens.iter().all(is_join) {
        return String::new();
    }
    tokens.iter().map(key).collect::<Vec<_>>().join(" ")
}

/// The names, each with its owner.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Names(Phrases);

impl Names {
    pub(super) fn new<'n>(names: impl Iterator<Item = (&'n str, u32)>) -> Names {
        Names(Phrases::new(names.map(|(name, owner)| (canonical(name), owner))))
    }

    /// What begins at each token.
    pub(super) fn states(&self, tokens: &[Token<'_>]) -> Vec<State> {
        let mut state = State::END;
        let mut states: Vec<State> = Vec::with_capacity(tokens.len());
        for token in tokens.iter().rev() {
            state = self.0.before(state, key(token));
            states.push(state);
        }
        states.reverse();
        states
    }

    pub(super) fn longest(&self, state: State) -> Option<Found> {
        self.0.longest(state)
    }

    /// The longest name that begins with words which do not stand before it in the text, the last of them first.
    pub(super) fn longest_after<'w>(
        &self,
        state: State,
        words: impl Iterator<Item = &'w str>,
    ) -> Option<Found> {
        self.0.longest(words.fold(state, |state, word| self.0.before(state, word)))
    }

    pub(super) fn owner_of(&self, name: &str) -> Option<u32> {
        self.0.owner_of(&canonical(name))
    }
}

/// The names without diacritics.
#[derive(Clone)]
pub(super) struct Bare {
    phrases: Phrases,
    /// Of each, its words with their marks, and its owner.
    names: Vec<(String, u32)>,
}

impl Bare {
    pub(super) fn new<'n>(names: impl Iterator<Item = (&'n str, u32)>) -> Bare {
        let names: Vec<(String, u32)> = names.map(|(name, owner)| (canonical(name), owner)).collect();
        // Of each bare name, the first that is spelled so; none where another body's is too.
        let mut known: Map<String, Option<usize>> = Map::new();
        for (at, (name, owner)) in names.iter().enumerate() {
            if name.is_empty() || name.split(' ').count() > LONGEST_BARE {
                continue;
            }
            let first = known.or_insert(without_marks(name), Some(at));
            if first.and_then(|at| names.get(at)).is_some_and(|(_, other)| other != owner) {
                *first = None;
            }
        }
        let known = known.iter().filter_map(|(name, at)| Some((name.clone(), u32::try_from((*at)?).ok()?)));
        let known: Vec<(String, u32)> = known.collect();
        Bare { phrases: Phrases::new(known), names }
    }

    /// What begins at each token, its marks taken off.
    pub(super) fn states(&self, tokens: &[Token<'_>]) -> Vec<State> {
        let mut state = State::END;
        let mut states: Vec<State> = Vec::with_capacity(tokens.len());
        for token in tokens.iter().rev() {
            let key = key(token);
            state = match token.kind {
                TokenKind::Word if !key.is_ascii() => self.phrases.before(state, &without_marks(key)),
                _ => self.phrases.before(state, key),
            };
            states.push(state);
        }
        states.reverse();
        states
    }

    /// The owner of the longest name that begins at a token, where each word has its marks or none.
    pub(super) fn longest(&self, state: State, tokens: &[Token<'_>]) -> Option<(u32, usize)> {
        let found = self.phrases.longest(state)?;
        let (name, owner) = self.names.get(found.owner as usize)?;
        let mut words = name.split(' ').zip(tokens);
        let fits = words.all(|(word, token)| {
            let key = key(token);
            key == word || key.is_ascii()
        });
        fits.then_some((*owner, found.tokens))
    }

    /// The owner of the name whose words are those of a text, no more and no fewer.
    pub(super) fn owner_of(&self, name: &str) -> Option<u32> {
        let lexed = Lexed::new(name);
        let tokens = joined(lexed.tokens());
        let state = self.states(&tokens).first().copied()?;
        self.longest(state, &tokens).filter(|(_, length)| *length == tokens.len()).map(|(owner, _)| owner)
    }
}
