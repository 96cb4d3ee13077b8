//! Splitting an agency cell: names first, separators after.

use super::{AgencyCell, Named, NamedAgency, Registry};
use crate::codes::AgencyKind;
use crate::text::{Lexed, Span, Token, TokenKind, span_of, words_of};

/// Items of one task that a range may name.
const MOST_ITEMS: usize = 100;

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
    /// ```
    /// use tiendo::Registry;
    /// let split = Registry::builtin().split("Sở Công Thương; Ban Quản lý khu kinh tế tỉnh");
    /// assert_eq!(split.agencies.len(), 2);
    /// assert!(Registry::builtin().split("-").agencies.is_empty());
    /// ```
    pub fn split(&self, cell: &str) -> AgencyCell {
        let lexed = Lexed::new(cell);
        let tokens = lexed.tokens();
        let breaks = cell.match_indices('\n').map(|(at, _)| at).collect();
        let mut splitter = Splitter { registry: self, text: cell, breaks, rest: &tokens, prefix: None };
        let mut out = AgencyCell { agencies: Vec::new(), open: false, text: cell.to_owned() };
        while let Some(first) = splitter.rest.first() {
            if first.is_symbol('…')
                || splitter.rest.iter().take(3).filter(|dot| dot.is_symbol('.')).count() == 3
            {
                out.open = true;
                splitter.rest = splitter.rest.get(1..).unwrap_or(&[]);
            } else if first.is_word("v") {
                // `v.v.`
                out.open = true;
                splitter.rest = splitter.rest.get(1..).unwrap_or(&[]);
            } else if is_separator(first)
                || is_bullet(first)
                || first.is_symbol(')')
                || splitter.is_numbering()
            {
                // A bracket that closes here was opened before a name: `UBND xã (qua phòng Văn hoá - Xã hội)`.
                splitter.rest = splitter.rest.get(1..).unwrap_or(&[]);
            } else if !splitter.shared_prefix() {
                out.agencies.push(splitter.agency());
            }
        }
        out
    }
}

/// A walk over the tokens of a cell.
struct Splitter<'r, 't, 'k> {
    registry: &'r Registry,
    text: &'t str,
    /// The bytes of the cell's line breaks.
    breaks: Vec<usize>,
    rest: &'t [Token<'k>],
    /// The noun that `Các sở:` shares with the names after it.
    prefix: Option<&'k str>,
}

impl<'r, 't, 'k> Splitter<'r, 't, 'k> {
    /// `1.` or `1)` before a name.
    fn is_numbering(&self) -> bool {
        matches!(self.rest, [number, mark, ..] if number.is_number() && (mark.is_symbol('.') || mark.is_symbol(')')))
    }

    /// `Các sở:`, `Các phòng:`.
    fn shared_prefix(&mut self) -> bool {
        match self.rest {
            [each, noun, colon, rest @ ..] if each.is_word("các") && colon.is_symbol(':') => {
                (self.prefix, self.rest) = (Some(noun.key), rest);
                true
            }
            _ => false,
        }
    }

    fn agency(&mut self) -> NamedAgency {
        let start = self.rest;
        let (named, words) = self.name_at(start).unzip();
        let (words, run) = (words.unwrap_or(0), group_run(start, |at| self.name_at(at).is_some()));
        let (kind, id, length) = match named {
            Some(Named::Agency(at)) if words >= run => {
                (AgencyKind::Agency, self.registry.entries.agencies.get(at).map(|a| &a.id), words)
            }
            Some(Named::Group(at)) if words >= run => {
                (AgencyKind::Group, self.registry.entries.groups.get(at).map(|g| &g.id), words)
            }
            _ if run > 0 => (AgencyKind::Group, self.group_of(start.get(..run).unwrap_or(&[])), run),
            _ => (AgencyKind::Unknown, None, self.unknown()),
        };
        let (own, rest) = start.split_at_checked(length).unwrap_or((start, &[]));
        self.rest = rest;
        let name = match (kind, id.and_then(|id| self.registry.agency(id))) {
            (AgencyKind::Agency, Some(agency)) => agency.name.clone(),
            _ => self.words(own).to_owned(),
        };
        let id = id.cloned();
        let mut items = self.items();
        let tail = if kind == AgencyKind::Unknown { None } else { self.tail() };
        items.extend(self.items());
        let read = start.get(..start.len() - self.rest.len()).unwrap_or(own);
        let span = span_of(read).unwrap_or(Span { start: 0, end: 0 });
        NamedAgency { kind, id, name, tail, items, span }
    }

    /// The longest name of the registry that begins here, with the shared noun before it where there is one.
    fn name_at(&self, tokens: &[Token<'k>]) -> Option<(Named, usize)> {
        let with_prefix = self.prefix.and_then(|prefix| self.longest(prefix, tokens));
        with_prefix.or_else(|| {
            let (first, rest) = tokens.split_first()?;
            self.longest(first.key, rest).map(|(named, words)| (named, words + 1))
        })
    }

    /// The longest name whose first word is `first` and whose others begin `tokens`; how many of these it takes.
    fn longest(&self, first: &str, tokens: &[Token<'k>]) -> Option<(Named, usize)> {
        let names = self.registry.names.get(first)?;
        names.iter().find_map(|(words, named)| {
            let others = words.get(1..)?;
            let matches = tokens.len() >= others.len()
                && others.iter().zip(tokens).all(|(word, token)| word == token.key);
            matches.then_some((*named, others.len()))
        })
    }

    /// The registry's group of these words, `các` and the joining words apart.
    fn group_of(&self, run: &[Token<'_>]) -> Option<&'r String> {
        fn nouns<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
            words.filter(|word| !["các", ",", "và"].contains(word)).collect()
        }
        let wanted = nouns(run.iter().map(|token| token.key));
        let groups = self.registry.names.values().flatten().filter_map(|(words, named)| match named {
            Named::Group(at) => Some((words, at)),
            Named::Agency(_) => None,
        });
        let found =
            groups.into_iter().find(|(words, _)| nouns(words.iter().map(String::as_str)) == wanted)?.1;
        self.registry.entries.groups.get(*found).map(|group| &group.id)
    }

    /// How many tokens from here are words of no entry: to a separator after which a name or another unknown begins.
    fn unknown(&self) -> usize {
        let known = |tokens: &[Token<'k>]| self.name_at(tokens).is_some() || group_run(tokens, |_| false) > 0;
        let ends = |at: usize| {
            let (Some(mark), next) = (self.rest.get(at), self.rest.get(at + 1..).unwrap_or(&[])) else {
                return true;
            };
            if self.breaks_before(at) && (is_bullet(mark) || known(self.rest.get(at..).unwrap_or(&[]))) {
                return true;
            }
            if !is_separator(mark) {
                return mark.is_symbol('…') || is_items(self.rest.get(at..).unwrap_or(&[]));
            }
            let Some(first) = next.first() else { return true };
            let capital = first.starts_upper(self.text);
            mark.is_symbol(';')
                || first.is_symbol('…')
                || known(next)
                || (capital && !mark.is_word("và") && !mark.is_symbol('/'))
        };
        (1..=self.rest.len()).find(|at| ends(*at)).unwrap_or(self.rest.len())
    }

    /// Whether the cell has a line break before the token at `at` from here.
    fn breaks_before(&self, at: usize) -> bool {
        let (before, here) = (at.checked_sub(1).and_then(|at| self.rest.get(at)), self.rest.get(at));
        let Some((before, here)) = before.zip(here) else { return false };
        let next = self.breaks.partition_point(|place| *place < before.end_byte());
        self.breaks.get(next).is_some_and(|place| *place < here.first_byte())
    }

    /// `(nhiệm vụ 1,2)`.
    fn items(&mut self) -> Vec<u32> {
        if !is_items(self.rest) {
            return Vec::new();
        }
        let Some(close) = self.rest.iter().position(|token| token.is_symbol(')')) else { return Vec::new() };
        let (inner, rest) = self.rest.split_at_checked(close + 1).unwrap_or((self.rest, &[]));
        self.rest = rest;
        let mut items: Vec<u32> = Vec::new();
        let mut ranges = false;
        for token in inner {
            if token.is_symbol('-') || token.is_word("đến") {
                ranges = true;
            }
            // `1,2` is one numeral to a reader of numbers.
            for number in
                token.key.split([',', '.']).filter(|_| token.is_number()).filter_map(|n| n.parse().ok())
            {
                match items.last().filter(|_| std::mem::take(&mut ranges)) {
                    Some(from) => items.extend((from.saturating_add(1)..=number).take(MOST_ITEMS)),
                    None => items.push(number),
                }
            }
        }
        items
    }

    /// What is said of a body or group after its name, to the next separator.
    fn tail(&mut self) -> Option<String> {
        let is_end = |at: usize| {
            let token = self.rest.get(at)?;
            let separates = is_separator(token) && !token.is_symbol('/') || token.is_symbol('…');
            let rest = self.rest.get(at..).unwrap_or(&[]);
            let before = at.checked_sub(1).and_then(|at| self.rest.get(at));
            let owned = before.is_some_and(|word| ["thuộc", "của", "tại"].iter().any(|of| word.is_word(of)));
            let names_another = !owned && self.name_at(rest).is_some();
            Some(separates || names_another || is_items(rest) || self.breaks_before(at))
        };
        self.rest.first().filter(|first| first.kind == TokenKind::Word || first.is_symbol('('))?;
        // A break before the first word belongs to what follows.
        let starts_line = self.starts_line();
        let length = (0..self.rest.len()).find(|at| is_end(*at) == Some(true)).unwrap_or(self.rest.len());
        if length == 0 || starts_line {
            return None;
        }
        let (tail, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(self.words(tail).to_owned())
    }

    /// Whether only white space with a line break stands before the next token.
    fn starts_line(&self) -> bool {
        let Some(first) = self.rest.first() else { return false };
        let before = self.breaks.partition_point(|place| *place < first.first_byte());
        let last = before.checked_sub(1).and_then(|at| self.breaks.get(at));
        let between = last.and_then(|last| self.text.get(*last..first.first_byte()));
        between.is_some_and(|between| between.trim().is_empty())
    }

    fn words(&self, tokens: &[Token<'_>]) -> &'t str {
        words_of(self.text, tokens)
    }
}

fn is_separator(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Symbol(';' | ',' | '.' | '/' | ':')) || token.is_word("và")
}

/// A mark that begins an item of a list.
fn is_bullet(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Symbol('-' | '+' | '*' | '•' | '·' | '●' | '▪' | '○'))
}

/// Whether `(nhiệm vụ … )` stands here.
fn is_items(tokens: &[Token<'_>]) -> bool {
    let inner = match tokens {
        [open, a, b, rest @ ..] if open.is_symbol('(') && a.is_word("chủ") && b.is_word("trì") => rest,
        [open, rest @ ..] if open.is_symbol('(') => rest,
        _ => return false,
    };
    let named = matches!(inner, [a, b, ..] if a.is_word("nhiệm") && b.is_word("vụ"));
    named && inner.iter().any(|token| token.is_symbol(')'))
}

/// How many tokens from here string group nouns together; a name of the registry ends the run.
fn group_run(tokens: &[Token<'_>], is_name: impl Fn(&[Token<'_>]) -> bool) -> usize {
    let mut length = 0;
    loop {
        let mut at = length;
        if length > 0 {
            match tokens.get(at) {
                Some(join) if join.is_symbol(',') || join.is_word("và") => at += 1,
                _ => return length,
            }
            if is_name(tokens.get(at..).unwrap_or(&[])) {
                return length;
            }
        }
        if tokens.get(at).is_some_and(|token| token.is_word("các")) {
            at += 1;
        }
        let rest = tokens.get(at..).unwrap_or(&[]);
        let noun = GROUP_NOUNS.iter().find(|words| {
            let after = rest.get(words.len());
            let ends = after.is_none_or(|next| {
                next.kind != TokenKind::Word
                    || next.is_word("và")
                    || TAILS.iter().any(|tail| next.is_word(tail))
            });
            rest.len() >= words.len()
                && ends
                && rest.iter().zip(**words).all(|(token, word)| token.is_word(word))
        });
        match noun {
            Some(words) => length = at + words.len(),
            None => return length,
        }
    }
}
