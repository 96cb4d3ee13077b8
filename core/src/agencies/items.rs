//! The numbered items of a task that a body leads: `(nhiệm vụ 1,2)`, `(chủ trì nhiệm vụ 1-3)`.

use crate::codes::NoteCode;
use crate::note::Note;
use crate::text::{Span, Token};

/// How many tokens open the items that begin here.
pub(super) fn opening(tokens: &[Token<'_>]) -> Option<usize> {
    let (before, inner) = match tokens {
        [open, a, b, rest @ ..] if open.is_symbol('(') && a.is_word("chủ") && b.is_word("trì") => {
            (3, rest)
        }
        [open, rest @ ..] if open.is_symbol('(') => (1, rest),
        _ => return None,
    };
    matches!(inner, [a, b, ..] if a.is_word("nhiệm") && b.is_word("vụ")).then_some(before + 2)
}

/// The items of a cell as they are read.
pub(super) struct Items {
    /// How many more the cell may number.
    left: usize,
    pub(super) notes: Vec<Note>,
}

impl Items {
    pub(super) fn new(most: usize) -> Items {
        Items { left: most, notes: Vec::new() }
    }

    /// Reads the tokens within one pair of brackets.
    pub(super) fn read(&mut self, tokens: &[Token<'_>]) -> Vec<u32> {
        let mut items = Vec::new();
        // The number that a range may begin with; it stands among the items alone.
        let mut last: Option<(u32, Span, bool)> = None;
        let mut is_range = false;
        for token in tokens {
            if token.is_symbol('-') || token.is_word("đến") {
                is_range = last.is_some();
            } else if token.is_symbol(',') || token.is_symbol(';') || token.is_word("và") {
                is_range = false;
            }
            if !token.is_number() {
                continue;
            }
            // `1,2` is one numeral to a reader of numbers.
            for number in token.key.split([',', '.']) {
                let from = last.take().filter(|_| std::mem::take(&mut is_range));
                let Ok(number) = number.parse::<u32>() else {
                    self.note(NoteCode::NumberOutOfRange, token.span);
                    continue;
                };
                let is_alone = match from {
                    Some((from, place, is_alone)) => {
                        let span = Span { start: place.start, end: token.span.end };
                        self.range(&mut items, (from, is_alone), number, span);
                        false
                    }
                    None => self.push(&mut items, number, token.span),
                };
                last = Some((number, token.span, is_alone));
            }
        }
        items
    }

    fn range(&mut self, items: &mut Vec<u32>, (from, is_alone): (u32, bool), to: u32, span: Span) {
        let Some(more) = to.checked_sub(from) else {
            self.note(NoteCode::Reversed, span);
            self.push(items, to, span);
            return;
        };
        if let Some(left) = self.left.checked_sub(more as usize) {
            self.left = left;
            items.extend((from..=to).skip(1));
            return;
        }
        // The range is left out whole, its first number too.
        if is_alone && items.pop().is_some() {
            self.left += 1;
        }
        self.note(NoteCode::TooManyItems, span);
    }

    fn push(&mut self, items: &mut Vec<u32>, number: u32, span: Span) -> bool {
        let is_within = self.left > 0;
        if is_within {
            self.left -= 1;
            items.push(number);
        } else {
            self.note(NoteCode::TooManyItems, span);
        }
        is_within
    }

    fn note(&mut self, code: NoteCode, span: Span) {
        self.notes.push(Note::new(code, Some(span)));
    }
}
