//! Splitting an agency cell: names first, separators after.

use super::items::{Items, opening};
use super::registry::Named;
use super::{AgencyCell, NamedAgency, Registry};
use crate::codes::AgencyKind;
use crate::error::Error;
use crate::limits::Limits;
use crate::text::{Found, Lexed, Span, State, Token, TokenKind, span_of, starts_with, words_of, work};

/// Nouns that a collective lead strings together.
const GROUP_NOUNS: &[&[&str]] = &[
    &["sở", "ngành"],
    &["cơ", "quan"],
    &["đơn", "vị"],
    &["địa", "phương"],
    &["doanh", "nghiệp"],
    &["trường", "học"],
    &["đoàn", "thể"],
    &["tổ", "chức"],
    &["cấp", "ủy"],
    &["sở"],
    &["ban"],
    &["ngành"],
    &["phòng"],
    &["bộ"],
    &["thôn"],
    &["xã"],
    &["phường"],
    &["huyện"],
];

/// Words that begin what is said of a group after its nouns: `liên quan`, `được lựa chọn`, `là chủ quản …`.
const TAILS: &[&str] =
    &["liên", "có", "được", "đủ", "là", "tiếp", "thuộc", "trên", "trong", "trung", "cấp", "của", "khác"];

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
        let tokens = lexed.tokens();
        let mut splitter = Splitter {
            registry: self,
            text: cell,
            states: self.names.states(&tokens),
            last_close: tokens.iter().rposition(|token| token.is_symbol(')')),
            tokens: &tokens,
            at: 0,
            prefix: None,
            items: Items::new(most),
        };
        let (mut agencies, mut open) = (Vec::new(), false);
        while let Some(first) = splitter.rest().first() {
            work::step();
            let dots = splitter.rest().iter().take(3).filter(|dot| dot.is_symbol('.')).count();
            // `…`, `...`, `v.v.`
            if first.is_symbol('…') || dots == 3 || first.is_word("v") {
                open = true;
                splitter.at += 1;
            } else if is_separator(first)
                || is_bullet(first)
                || first.is_symbol(')')
                || splitter.is_numbering()
            {
                // A bracket that closes here was opened before a name: `UBND xã (qua phòng Văn hoá - Xã hội)`.
                splitter.at += 1;
            } else if !splitter.shared_prefix() {
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
struct Splitter<'r, 't, 'k> {
    registry: &'r Registry,
    text: &'t str,
    tokens: &'t [Token<'k>],
    /// The names that begin at each token.
    states: Vec<State>,
    last_close: Option<usize>,
    /// The token that is read next.
    at: usize,
    /// The noun that `Các sở:` shares with the names after it.
    prefix: Option<&'k str>,
    items: Items,
}

impl<'t, 'k> Splitter<'_, 't, 'k> {
    fn rest(&self) -> &'t [Token<'k>] {
        self.from(self.at)
    }

    fn from(&self, at: usize) -> &'t [Token<'k>] {
        self.tokens.get(at..).unwrap_or(&[])
    }

    /// `1.` or `1)` before a name.
    fn is_numbering(&self) -> bool {
        matches!(self.rest(), [number, mark, ..] if number.is_number() && (mark.is_symbol('.') || mark.is_symbol(')')))
    }

    /// `Các sở:`, `Các phòng:`.
    fn shared_prefix(&mut self) -> bool {
        match self.rest() {
            [each, noun, colon, ..] if each.is_word("các") && colon.is_symbol(':') => {
                self.prefix = Some(noun.key);
                self.at += 3;
                true
            }
            _ => false,
        }
    }

    fn agency(&mut self) -> NamedAgency {
        let start = self.at;
        let (named, words) = self.name_at(start).unzip();
        let (words, run) = (words.unwrap_or(0), self.group_run());
        let (named, length) = match named {
            Some(named) if words >= run => (Some(named), words),
            _ if run > 0 => {
                let nouns = self.from(start).iter().take(run).map(|token| token.key);
                (self.registry.group_of(nouns), run)
            }
            _ => (None, self.unknown()),
        };
        self.at += length;
        let (kind, name) = match named {
            Some(Named::Agency(at)) => (AgencyKind::Agency, self.registry.shown(at).cloned()),
            None if run == 0 => (AgencyKind::Unknown, None),
            _ => (AgencyKind::Group, None),
        };
        let name = name.unwrap_or_else(|| self.words(start, self.at).into());
        let id = named.and_then(|named| self.registry.id(named)).map(str::to_owned);
        let mut items = self.items();
        let tail = if kind == AgencyKind::Unknown { None } else { self.tail() };
        items.extend(self.items());
        let read = self.tokens.get(start..self.at).unwrap_or(&[]);
        let span = span_of(read).unwrap_or(Span { start: 0, end: 0 });
        NamedAgency { kind, id, name, tail: tail.map(Into::into), items, span }
    }

    /// The longest name of the registry that begins at a token, with the shared noun before it where there is one; how
    /// many tokens it takes.
    fn name_at(&self, at: usize) -> Option<(Named, usize)> {
        work::step();
        let (names, state) = (&self.registry.names, *self.states.get(at)?);
        let whom = |found: Found, prefix: usize| {
            // The shared noun alone names nobody here.
            let tokens = found.tokens.checked_sub(prefix).filter(|tokens| *tokens > 0)?;
            Some((self.registry.named(found.owner), tokens))
        };
        let with_prefix = self.prefix.and_then(|prefix| whom(names.longest(names.before(state, prefix))?, 1));
        with_prefix.or_else(|| whom(names.longest(state)?, 0))
    }

    /// How many tokens from here string group nouns together; a name of the registry ends the run.
    fn group_run(&self) -> usize {
        let Some(mut length) = group_noun(self.rest()) else { return 0 };
        loop {
            work::step();
            let joined = match self.rest().get(length) {
                Some(join) if join.is_symbol(',') || join.is_word("và") => self.at + length + 1,
                _ => return length,
            };
            match group_noun(self.from(joined)).filter(|_| self.name_at(joined).is_none()) {
                Some(noun) => length = joined + noun - self.at,
                None => return length,
            }
        }
    }

    /// How many tokens from here are words of no entry: to a separator after which a name or another unknown begins.
    fn unknown(&self) -> usize {
        let known = |at: usize| self.name_at(at).is_some() || group_noun(self.from(at)).is_some();
        let ends = |at: usize| {
            let [mark, next @ ..] = self.from(at) else { return true };
            if self.breaks_before(at) && (is_bullet(mark) || known(at)) {
                return true;
            }
            if !is_separator(mark) {
                return mark.is_symbol('…') || self.is_items(at);
            }
            let Some(first) = next.first() else { return true };
            let capital = first.starts_upper(self.text);
            mark.is_symbol(';')
                || first.is_symbol('…')
                || known(at + 1)
                || (capital && !mark.is_word("và") && !mark.is_symbol('/'))
        };
        let rest = self.at + 1..self.tokens.len();
        rest.into_iter().find(|at| ends(*at)).unwrap_or(self.tokens.len()) - self.at
    }

    /// Whether the cell has a line break before a token.
    fn breaks_before(&self, at: usize) -> bool {
        work::step();
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at)).map(Token::end_byte);
        let here = self.tokens.get(at).map(Token::first_byte);
        let gap = before.zip(here).and_then(|(before, here)| self.text.get(before..here));
        gap.is_some_and(|gap| gap.as_bytes().contains(&b'\n'))
    }

    /// Whether `(nhiệm vụ … )` stands at a token.
    fn is_items(&self, at: usize) -> bool {
        let length = opening(self.from(at));
        length.is_some_and(|length| self.last_close.is_some_and(|close| at + length <= close))
    }

    /// `(nhiệm vụ 1,2)`.
    fn items(&mut self) -> Vec<u32> {
        if !self.is_items(self.at) {
            return Vec::new();
        }
        let rest = self.rest();
        let close = rest.iter().position(|token| token.is_symbol(')')).unwrap_or(rest.len());
        self.at += close + 1;
        self.items.read(rest.get(..close).unwrap_or(rest))
    }

    /// What is said of a body or group after its name, to the next separator.
    fn tail(&mut self) -> Option<&'t str> {
        let is_end = |at: usize| {
            let Some(token) = self.tokens.get(at) else { return true };
            let separates = is_separator(token) && !token.is_symbol('/') || token.is_symbol('…');
            let before = at.checked_sub(1).and_then(|at| self.tokens.get(at)).filter(|_| at > self.at);
            let owned = before.is_some_and(|word| ["thuộc", "của", "tại"].iter().any(|of| word.is_word(of)));
            let names_another = !owned && self.name_at(at).is_some();
            separates || names_another || self.is_items(at) || self.breaks_before(at)
        };
        self.rest().first().filter(|first| first.kind == TokenKind::Word || first.is_symbol('('))?;
        // What follows a break is no part of it: the first token may end it too.
        let (start, end) = (self.at, (self.at..=self.tokens.len()).find(|at| is_end(*at))?);
        self.at = end;
        (end > start).then(|| self.words(start, end))
    }

    fn words(&self, from: usize, to: usize) -> &'t str {
        words_of(self.text, self.tokens.get(from..to).unwrap_or(&[]))
    }
}

fn is_separator(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Symbol(';' | ',' | '.' | '/' | ':')) || token.is_word("và")
}

/// A mark that begins an item of a list.
fn is_bullet(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Symbol('-' | '+' | '*' | '•' | '·' | '●' | '▪' | '○'))
}

/// How many tokens are one noun of a group, `các` before it included.
fn group_noun(tokens: &[Token<'_>]) -> Option<usize> {
    let each = usize::from(tokens.first().is_some_and(|token| token.is_word("các")));
    let rest = tokens.get(each..)?;
    let noun = GROUP_NOUNS.iter().find(|words| {
        let ends = rest.get(words.len()).is_none_or(|next| {
            next.kind != TokenKind::Word || next.is_word("và") || TAILS.iter().any(|tail| next.is_word(tail))
        });
        ends && starts_with(rest, words)
    })?;
    Some(each + noun.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::NoteCode;

    fn registry(names: &[String]) -> Registry {
        let entry =
            |(name, at): (&String, usize)| format!(r#"{{"id":"b{at}","name":"{name}","level":"province"}}"#);
        let agencies: Vec<String> = names.iter().zip(0..).map(entry).collect();
        let json = format!(r#"{{"schemaVersion":1,"groups":[],"agencies":[{}]}}"#, agencies.join(","));
        Registry::from_json(json.as_bytes()).unwrap()
    }

    fn names(cell: &AgencyCell) -> Vec<&str> {
        cell.agencies.iter().map(|part| &*part.name).collect()
    }

    #[test]
    fn a_shared_noun_that_is_itself_a_name_names_nobody_before_the_others() {
        let registry = registry(&["Sở".to_owned(), "Sở Y tế".to_owned()]);
        let split = registry.split_cell("Các sở: Y tế, Nội vụ; Sở");
        assert_eq!(names(&split), ["Sở Y tế", "Nội vụ", "Sở"]);
    }

    #[test]
    fn a_longer_cell_is_refused_with_its_limit() {
        let registry = Registry::builtin();
        assert!(registry.split(&"Sở ".repeat(3_333)).is_ok());
        let error = registry.split(&"ở".repeat(10_001)).unwrap_err();
        insta::assert_snapshot!(
            format!("{error}\n{}", error.expected_vi),
            @r"
        cell-too-long at cell: expected a text of at most 10000 characters
        văn bản không quá 10000 ký tự
        "
        );
    }

    #[test]
    fn items_are_given_whole_or_the_note_says_what_was_left_out() {
        let registry = Registry::builtin();
        let items = |text: &str| {
            let split = registry.split_cell(&format!("Sở Nội vụ (nhiệm vụ {text})"));
            let notes = split.notes.iter();
            let notes: Vec<_> =
                notes.map(|note| (note.code, note.span.unwrap().of(&split.text).to_owned())).collect();
            (split.agencies[0].items.clone(), notes)
        };
        let note = |code: NoteCode, text: &str| vec![(code, text.to_owned())];
        assert_eq!(items("1-500"), ((1..=500).collect(), vec![]));
        assert_eq!(items("1,3-5, 7 và từ 9 đến 11"), (vec![1, 3, 4, 5, 7, 9, 10, 11], vec![]));
        assert_eq!(items("- 5, 7"), (vec![5, 7], vec![]));
        assert_eq!(items("1-1000"), ((1..=1_000).collect(), vec![]));
        assert_eq!(items("1-1001, 3"), (vec![3], note(NoteCode::TooManyItems, "1-1001")));
        assert_eq!(items("4, 1-4000000000"), (vec![4], note(NoteCode::TooManyItems, "1-4000000000")));
        assert_eq!(items("5-3"), (vec![5, 3], note(NoteCode::Reversed, "5-3")));
        assert_eq!(items("2, 5000000000"), (vec![2], note(NoteCode::NumberOutOfRange, "5000000000")));
    }

    #[test]
    fn items_of_all_bodies_of_a_cell_count_together() {
        let limits = Limits { items: 3, ..Limits::default() };
        let json = br#"{"schemaVersion":1,"groups":[],"agencies":[{"id":"a","name":"A","level":"party"}]}"#;
        let registry = Registry::from_json_with(json, &limits).unwrap();
        let split = registry.split_cell("A (nhiệm vụ 1-2); A (nhiệm vụ 3-4); A (nhiệm vụ 5,6)");
        let items: Vec<&[u32]> = split.agencies.iter().map(|part| part.items.as_slice()).collect();
        assert_eq!(items, [[1, 2].as_slice(), &[], &[5]]);
        let left_out: Vec<&str> = split.notes.iter().map(|note| note.span.unwrap().of(&split.text)).collect();
        assert_eq!(left_out, ["3-4", "5,6"]);
    }

    #[test]
    fn twice_the_cell_is_twice_the_work_whatever_the_registry() {
        let sectors: Vec<String> = (0..2_000).map(|at| format!("Sở Ngành {at}")).collect();
        let registries = [
            registry(&sectors),
            registry(&["a ".repeat(5_000), "b a".to_owned(), "a".to_owned()]),
            registry(&["Sở".to_owned(), "Sở các sở".to_owned()]),
            Registry::builtin(),
        ];
        let shapes: [fn(usize) -> String; 12] = [
            |n| "Sở ".repeat(n),
            |n| "a ".repeat(n),
            |n| format!("Các b: {}", "a ".repeat(n)),
            |n| "Các b: a ".repeat(n),
            |n| "Các sở: ".repeat(n),
            |n| "sở, ngành và ".repeat(n),
            |n| "(nhiệm vụ ".repeat(n),
            |n| "Sở Nội vụ (nhiệm vụ 1) ".repeat(n),
            |n| "Sở Nội vụ (nhiệm vụ ".repeat(n),
            |n| "x, y / z\n".repeat(n),
            |n| format!("Sở Y tế\n{}", "x ".repeat(n)),
            |n| "Sở Nội vụ của Sở Y tế thuộc ".repeat(n),
        ];
        for (registry, shape) in registries.iter().flat_map(|registry| shapes.map(|shape| (registry, shape)))
        {
            let work = |n: usize| {
                let cell = shape(n);
                work::of(|| registry.split_cell(&cell))
            };
            let (once, twice) = (work(1_000), work(2_000));
            assert!(once > 0 && twice * 10 <= once * 22, "{}: {once} {twice}", shape(2));
        }
    }
}
