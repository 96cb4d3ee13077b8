//! One clause of a target cell: a requirement, the demand that the value keep rising, or prose.

use super::MilestoneTarget;
use super::parse::trim;
use crate::codes::{NoteCode, TargetKind};
use crate::note::Note;
use crate::number::{Fixed, NumeralError, multiplier, read_numeral};
use crate::text::{Span, Token, TokenKind, starts_with, words_of};
use crate::unit::Unit;

/// What a clause says.
pub(super) enum Clause {
    Requirement(Box<MilestoneTarget>),
    /// `tăng dần`: the value is to keep rising.
    Trend,
    /// Words to be judged, with the number they show.
    Prose(Option<Box<MilestoneTarget>>),
    /// A number in no known form.
    Unfit(Unfit),
}

/// Why, and where, a clause with a number fits no form.
#[derive(Clone, Copy)]
pub(super) struct Unfit {
    pub(super) code: NoteCode,
    pub(super) span: Option<Span>,
}

type Read = Result<Box<MilestoneTarget>, Unfit>;

fn unfit(token: Option<&Token<'_>>) -> Unfit {
    Unfit { code: NoteCode::UnreadText, span: token.map(|token| token.span) }
}

/// Words that may stand before a requirement and add nothing to it.
const FILLERS: &[&str] = &[
    "đạt",
    "chiếm",
    "phấn",
    "đấu",
    "có",
    "là",
    "được",
    "từ",
    "mức",
    "hoàn",
    "thành",
    "duy",
    "trì",
    "đạt được",
];

/// Operators in words, longer ones first where one begins another.
const OPERATORS: &[(&[&str], TargetKind)] = &[
    (&["lớn", "hơn", "hoặc", "bằng"], TargetKind::AtLeast),
    (&["cao", "hơn", "hoặc", "bằng"], TargetKind::AtLeast),
    (&["nhỏ", "hơn", "hoặc", "bằng"], TargetKind::AtMost),
    (&["thấp", "hơn", "hoặc", "bằng"], TargetKind::AtMost),
    (&["không", "vượt", "quá"], TargetKind::AtMost),
    (&["không", "quá"], TargetKind::AtMost),
    (&["không", "nhiều", "hơn"], TargetKind::AtMost),
    (&["không", "cao", "hơn"], TargetKind::AtMost),
    (&["không", "lớn", "hơn"], TargetKind::AtMost),
    (&["không", "dưới"], TargetKind::AtLeast),
    (&["không", "ít", "hơn"], TargetKind::AtLeast),
    (&["không", "thấp", "hơn"], TargetKind::AtLeast),
    (&["không", "nhỏ", "hơn"], TargetKind::AtLeast),
    (&["tối", "đa"], TargetKind::AtMost),
    (&["tối", "thiểu"], TargetKind::AtLeast),
    (&["ít", "nhất"], TargetKind::AtLeast),
    (&["lớn", "hơn"], TargetKind::MoreThan),
    (&["nhiều", "hơn"], TargetKind::MoreThan),
    (&["cao", "hơn"], TargetKind::MoreThan),
    (&["vượt"], TargetKind::MoreThan),
    (&["hơn"], TargetKind::MoreThan),
    (&["trên"], TargetKind::MoreThan),
    (&["nhỏ", "hơn"], TargetKind::LessThan),
    (&["ít", "hơn"], TargetKind::LessThan),
    (&["thấp", "hơn"], TargetKind::LessThan),
    (&["dưới"], TargetKind::LessThan),
    (&["bằng"], TargetKind::Equal),
];

/// Where or among whom a requirement holds, when the words after its number begin so.
const SCOPES: &[&[&str]] = &[
    &["đông", "nam", "á"],
    &["thế", "giới"],
    &["toàn", "cầu"],
    &["châu", "á"],
    &["cả", "nước"],
    &["toàn", "quốc"],
    &["quốc", "gia"],
    &["quốc", "tế"],
    &["trong", "nước"],
    &["trong", "tỉnh"],
    &["toàn", "tỉnh"],
    &["asean"],
];

/// Reads a clause. Tokens are what stands between two separators, without punctuation at the end.
pub(super) fn clause(text: &str, tokens: &[Token<'_>]) -> Clause {
    let mut clause = read(text, tokens);
    if let Clause::Requirement(part) | Clause::Prose(Some(part)) = &mut clause {
        words_of(text, tokens).clone_into(&mut part.text);
    }
    clause
}

fn read(text: &str, tokens: &[Token<'_>]) -> Clause {
    let holds_number =
        |token: &Token<'_>| token.is_number() || matches!(token.kind, TokenKind::Symbol(c) if c.is_numeric());
    if !tokens.iter().any(holds_number) {
        let has_words = tokens.iter().any(|token| token.kind == TokenKind::Word);
        return match tokens.iter().find(|token| is_sign(token)) {
            None if tokens.first().is_some_and(|first| first.is_word("tăng")) => Clause::Trend,
            None if has_words => Clause::Prose(None),
            sign => Clause::Unfit(unfit(sign.or(tokens.first()))),
        };
    }
    let first = match simple(text, tokens) {
        Ok(requirement) => return Clause::Requirement(requirement),
        Err(first) => first,
    };
    if let Some(rank) = rank(text, tokens) {
        let by_level =
            tokens.windows(2).any(|pair| matches!(pair, [a, b] if a.is_word("ở") && b.is_word("mức")));
        return if by_level { Clause::Prose(Some(rank)) } else { Clause::Requirement(rank) };
    }
    qualified(text, tokens).map_or(Clause::Unfit(first), Clause::Requirement)
}

/// Cuts `và tăng dần …` off a clause.
pub(super) fn cut_trend<'t, 'k>(tokens: &'t [Token<'k>]) -> (&'t [Token<'k>], Option<&'t [Token<'k>]>) {
    let cut = trend_at(tokens);
    match cut.and_then(|at| Some((tokens.get(..at)?, tokens.get(at + 1..)?))) {
        Some((head, tail)) if !head.is_empty() && !tail.iter().any(Token::is_number) => {
            (trim(head), Some(tail))
        }
        _ => (tokens, None),
    }
}

/// Where `và tăng …` or `, tăng …` begins.
fn trend_at(tokens: &[Token<'_>]) -> Option<usize> {
    tokens.windows(2).position(|pair| {
        matches!(pair, [mark, word] if (mark.is_word("và") || mark.is_symbol(',')) && word.is_word("tăng"))
    })
}

/// A sign of comparison or measure, which prose does not hold.
fn is_sign(token: &Token<'_>) -> bool {
    matches!(
        token.kind,
        TokenKind::Symbol('≥' | '≧' | '⩾' | '≤' | '≦' | '⩽' | '<' | '>' | '=' | '%' | '‰' | '*')
    )
}

/// A walk over tokens.
struct Cursor<'t, 'k> {
    rest: &'t [Token<'k>],
}

impl<'t, 'k> Cursor<'t, 'k> {
    fn symbol(&mut self, symbol: char) -> bool {
        self.take(|token| token.is_symbol(symbol)).is_some()
    }

    fn phrase(&mut self, words: &[&str]) -> bool {
        let (true, Some(rest)) = (starts_with(self.rest, words), self.rest.get(words.len()..)) else {
            return false;
        };
        self.rest = rest;
        true
    }

    fn take(&mut self, wanted: impl Fn(&Token<'k>) -> bool) -> Option<&'t Token<'k>> {
        let (first, rest) = self.rest.split_first()?;
        wanted(first).then(|| {
            self.rest = rest;
            first
        })
    }

    /// `≥`, `>=`, `=>`, `ít nhất` …
    fn operator(&mut self) -> Option<TargetKind> {
        if let Some((_, kind)) = OPERATORS.iter().find(|(words, _)| self.phrase(words)) {
            return Some(*kind);
        }
        let TokenKind::Symbol(sign) = self.take(is_sign_of_order)?.kind else { return None };
        Some(match sign {
            '>' if self.symbol('=') => TargetKind::AtLeast,
            '<' if self.symbol('=') => TargetKind::AtMost,
            '=' if self.symbol('>') => TargetKind::AtLeast,
            '=' if self.symbol('<') => TargetKind::AtMost,
            '>' => TargetKind::MoreThan,
            '<' => TargetKind::LessThan,
            '=' => TargetKind::Equal,
            '≥' | '≧' | '⩾' => TargetKind::AtLeast,
            _ => TargetKind::AtMost,
        })
    }

    /// A number with its sign and its `nghìn`, `triệu`, `tỷ`; its multiplier is 1 where none is written.
    fn number(&mut self, notes: &mut Vec<Note>) -> Result<(Fixed, Fixed), Unfit> {
        let minus = self.take(|token| token.is_symbol('-'));
        let Some(token) = self.take(Token::is_number) else { return Err(unfit(self.rest.first().or(minus))) };
        // `1e5` is neither 1 nor a count of `e5`.
        let glued = |next: &&Token<'_>| {
            next.span.start == token.span.end && next.key.contains(|c: char| c.is_ascii_digit())
        };
        if let Some(next) = self.rest.first().filter(glued) {
            return Err(unfit(Some(next)));
        }
        if minus.is_some_and(|minus| minus.span.end != token.span.start) {
            return Err(Unfit { code: NoteCode::AmbiguousSign, span: minus.map(|minus| minus.span) });
        }
        let refused = |code| Unfit { code, span: Some(token.span) };
        let numeral = read_numeral(token.key).map_err(|error| match error {
            NumeralError::Malformed => refused(NoteCode::BadNumeral),
            NumeralError::TooPrecise | NumeralError::TooLarge => refused(NoteCode::NumberOutOfRange),
        })?;
        if numeral.ambiguous {
            notes.push(Note::new(NoteCode::AmbiguousNumber, Some(token.span)));
        }
        let (multiplier, rest) = multiplier(self.rest).map_err(|_| refused(NoteCode::NumberOutOfRange))?;
        self.rest = rest;
        let value =
            if minus.is_some() { Fixed::ZERO.checked_sub(numeral.value) } else { Some(numeral.value) };
        Ok((value.ok_or(refused(NoteCode::NumberOutOfRange))?, multiplier))
    }

    fn percent(&mut self) -> bool {
        self.symbol('%') || self.phrase(&["phần", "trăm"])
    }
}

fn is_sign_of_order(token: &Token<'_>) -> bool {
    is_sign(token) && !matches!(token.kind, TokenKind::Symbol('%' | '‰' | '*'))
}

/// `[filler] [operator] quantity`, to the end of the clause.
pub(super) fn simple(text: &str, tokens: &[Token<'_>]) -> Read {
    let mut cursor = Cursor { rest: tokens };
    let mut operator = None;
    loop {
        let before = cursor.rest;
        if let Some(kind) = cursor.operator() {
            if operator.replace(kind).is_some() {
                return Err(unfit(before.first()));
            }
        } else if cursor.take(|token| FILLERS.iter().any(|word| token.is_word(word))).is_none() {
            break;
        }
    }
    let mut notes = Vec::new();
    let (low, mut multiplier) = cursor.number(&mut notes)?;
    let mut percent = cursor.percent();
    let mut high = None;
    let after_low = cursor.rest;
    let joined = match cursor.rest {
        [dash, number, ..] if number.is_number() => dash.is_symbol('-') || dash.is_word("đến"),
        _ => false,
    };
    if joined {
        cursor.rest = cursor.rest.get(1..).unwrap_or(&[]);
        let (number, upper) = cursor.number(&mut notes)?;
        percent |= cursor.percent();
        high = Some(scaled(number, upper, after_low)?);
        // `2 - 3 triệu` is two to three million.
        if multiplier == Fixed::ONE {
            multiplier = upper;
        }
    }
    let low = scaled(low, multiplier, after_low)?;
    let (tail, suffix) = take_suffix(cursor.rest);
    let kind = match (operator, suffix, high) {
        (None, None, None) => TargetKind::Reach,
        (None, None, Some(_)) => TargetKind::Interval,
        (Some(kind), None, None) | (None, Some(kind), None) => kind,
        (Some(kind), Some(same), None) if kind == same => kind,
        _ => return Err(unfit(after_low.first().or(tokens.first()))),
    };
    let mut target = Box::new(MilestoneTarget::of_kind(kind));
    if let Some(high) = high {
        if high < low {
            let span = crate::text::span_of(tokens);
            return Err(Unfit { code: NoteCode::Reversed, span });
        }
        (target.low, target.high) = (Some(low), Some(high));
    } else {
        target.value = Some(low);
    }
    target.notes = notes;
    target.unit = percent.then_some(Unit::Percent);
    tail_of_quantity(text, tail, &mut target)?;
    Ok(target)
}

fn scaled(number: Fixed, multiplier: Fixed, after: &[Token<'_>]) -> Result<Fixed, Unfit> {
    let code = NoteCode::NumberOutOfRange;
    number.checked_mul(multiplier).ok_or(Unfit { code, span: after.first().map(|token| token.span) })
}

/// Cuts `trở lên` or `trở xuống` off the words after a number, from either end.
fn take_suffix<'t, 'k>(tokens: &'t [Token<'k>]) -> (&'t [Token<'k>], Option<TargetKind>) {
    for (last, kind) in [("lên", TargetKind::AtLeast), ("xuống", TargetKind::AtMost)] {
        if starts_with(tokens, &["trở", last]) {
            return (tokens.get(2..).unwrap_or(&[]), Some(kind));
        }
        if let [rest @ .., a, b] = tokens
            && a.is_word("trở")
            && b.is_word(last)
        {
            return (rest, Some(kind));
        }
    }
    (tokens, None)
}

/// The words after a number: its base, its scope, its unit, or what it counts.
fn tail_of_quantity(text: &str, tail: &[Token<'_>], target: &mut MilestoneTarget) -> Result<(), Unfit> {
    let tail = match tail.iter().rposition(|token| token.is_symbol('(')) {
        Some(open) if tail.last().is_some_and(|last| last.is_symbol(')')) => {
            let inner = tail.get(open + 1..tail.len() - 1).unwrap_or(&[]);
            if let [only] = inner
                && only.kind == TokenKind::Word
                && only.key.contains(|c: char| c.is_ascii_digit())
            {
                target.qualifier = Some(words_of(text, inner).to_owned());
            } else {
                check_words(inner)?;
                target.scope = Some(words_of(text, inner).into());
            }
            tail.get(..open).unwrap_or(&[])
        }
        _ => tail,
    };
    let Some(first) = tail.first() else { return Ok(()) };
    // `100/100 xã` is all of them, no rate: a rate right after its number counts thousands.
    if let [slash, per, _, ..] = tail
        && slash.is_symbol('/')
        && per.is_number()
        && per.key.bytes().filter(u8::is_ascii_digit).count() < 4
    {
        return Err(unfit(Some(per)));
    }
    check_words(tail)?;
    if first.is_word("và") || first.is_word("hoặc") || first.is_symbol(',') {
        return Err(unfit(Some(first)));
    }
    // A trend that could not be cut off belongs to no base and no noun.
    if let Some(at) = trend_at(tail) {
        return Err(unfit(tail.get(at)));
    }
    let said = words_of(text, tail);
    if is_scope(text, tail) {
        if target.scope.replace(said.into()).is_some() {
            return Err(unfit(Some(first)));
        }
    } else if target.unit == Some(Unit::Percent) {
        if first.is_symbol('/') {
            target.unit = Some(Unit::Other(format!("%{said}").into()));
        } else {
            target.base = Some(said.into());
        }
    } else if let Some(unit) = Unit::of_words(said) {
        target.unit = Some(unit);
    } else {
        target.unit = Some(Unit::Count);
        target.noun = Some(said.to_owned());
    }
    Ok(())
}

/// Whether words bound, deny or multiply the number before them: then they are no base, scope or noun.
fn changes_the_number(tokens: &[Token<'_>]) -> bool {
    const MULTIPLIERS: &[&str] = &["trăm", "chục", "nghìn", "ngàn", "triệu", "tỷ", "tr", "phần", "vạn"];
    let bounds = |from: &[Token<'_>]| {
        let operator = OPERATORS.iter().any(|(words, _)| words.len() > 1 && starts_with(from, words));
        operator || starts_with(from, &["trở", "lên"]) || starts_with(from, &["trở", "xuống"])
    };
    let denies = |from: &[Token<'_>]| starts_with(from, &["chưa"]) || starts_with(from, &["không", "đạt"]);
    let multiplies = tokens.first().is_some_and(|first| MULTIPLIERS.iter().any(|word| first.is_word(word)));
    multiplies
        || (0..tokens.len()).any(|at| tokens.get(at..).is_some_and(|from| bounds(from) || denies(from)))
}

/// Refuses numbers, other than `/1000 …`, and signs among the words after a number.
fn check_words(tokens: &[Token<'_>]) -> Result<(), Unfit> {
    if changes_the_number(tokens) {
        return Err(unfit(tokens.first()));
    }
    let mut after_slash = false;
    for token in tokens {
        let foreign = match token.kind {
            TokenKind::Number => !(after_slash && is_round(token.key)),
            TokenKind::Symbol(c) => is_sign(token) || c.is_numeric() || !",/-.&'\"+".contains(c),
            TokenKind::Word => false,
        };
        if foreign {
            return Err(unfit(Some(token)));
        }
        after_slash = token.is_symbol('/');
    }
    let has_words = tokens.iter().any(|token| token.kind == TokenKind::Word);
    if has_words { Ok(()) } else { Err(unfit(tokens.first())) }
}

/// 1, 10, 100, 1.000 …: what a rate is counted per. `19/19 tiêu chí` is no rate.
fn is_round(numeral: &str) -> bool {
    let digits = numeral.replace(['.', ','], "");
    let digits = digits.trim_start_matches('0');
    digits.strip_prefix('1').is_some_and(|zeros| zeros.bytes().all(|zero| zero == b'0'))
}

/// Whether words say where a requirement holds. `vùng`, `khu vực` and `miền` do when a name follows.
fn is_scope(text: &str, tokens: &[Token<'_>]) -> bool {
    let named = |words: &[&str]| {
        let next = tokens.get(words.len());
        let is_name = |token: &Token<'_>| token.starts_upper(text);
        starts_with(tokens, words) && next.is_some_and(is_name)
    };
    SCOPES.iter().any(|words| starts_with(tokens, words))
        || named(&["vùng"])
        || named(&["khu", "vực"])
        || named(&["miền"])
}

/// `Thuộc nhóm 30 tỉnh`, `top 3`, `xếp thứ 5`: a place among the first N.
fn rank(text: &str, tokens: &[Token<'_>]) -> Option<Box<MilestoneTarget>> {
    const BEFORE: &[&str] = &[
        "thuộc", "nằm", "đứng", "vào", "trong", "lọt", "xếp", "phấn", "đấu", "duy", "trì", "được", "giữ",
        "đạt", "ở", "vị", "trí",
    ];
    let mut cursor = Cursor { rest: tokens };
    while cursor.take(|token| BEFORE.iter().any(|word| token.is_word(word))).is_some() {}
    let group = ["nhóm", "top", "tốp"].iter().any(|word| cursor.phrase(&[word]));
    let place = [&["thứ", "hạng"] as &[&str], &["hạng", "thứ"], &["thứ", "bậc"], &["thứ"], &["hạng"]];
    if !group && !place.iter().any(|words| cursor.phrase(words)) {
        return None;
    }
    if !matches!(cursor.operator(), None | Some(TargetKind::AtMost)) {
        return None;
    }
    let mut target = Box::new(MilestoneTarget::of_kind(TargetKind::AtMost));
    let (value, multiplier) = cursor.number(&mut target.notes).ok()?;
    target.value = Some(value.checked_mul(multiplier)?);
    target.unit = Some(Unit::Rank);
    let bounded = take_suffix(cursor.rest).1.is_some();
    if bounded || cursor.rest.first().is_some_and(|next| next.is_word("hàng")) {
        return None;
    }
    if is_scope(text, cursor.rest) {
        target.scope = Some(words_of(text, cursor.rest).into());
    } else if !cursor.rest.is_empty() {
        check_words(cursor.rest).ok()?;
        target.noun = Some(words_of(text, cursor.rest).to_owned());
    }
    Some(target)
}

/// Whether words before `đạt` or a parenthesis say more than a name: `chưa đạt`, `giảm đạt`, `tối đa (50%)`.
fn changes_meaning(named: &[Token<'_>]) -> bool {
    const BEFORE: &[&str] = &["không", "chưa", "giảm", "tăng", "ước", "khoảng", "gần", "bản"];
    let ends = |words: &[&str]| {
        named
            .len()
            .checked_sub(words.len())
            .and_then(|at| named.get(at..))
            .is_some_and(|last| starts_with(last, words))
    };
    let at_an_end = |word: &&str| {
        named.first().is_some_and(|first| first.is_word(word))
            || named.last().is_some_and(|last| last.is_word(word))
    };
    BEFORE.iter().any(at_an_end) || OPERATORS.iter().any(|(words, _)| ends(words))
}

/// A requirement of a thing named before it: `6G (50%)`, `5G ≥ 90%`, `01 Gb/s đạt 100%`, `hồ sơ đạt 90%`.
fn qualified(text: &str, tokens: &[Token<'_>]) -> Option<Box<MilestoneTarget>> {
    let has_digit = |token: &Token<'_>| token.key.contains(|c: char| c.is_ascii_digit());
    let (named, requirement) = match tokens {
        // `5G: 90%`, `5G ≥ 90%`
        [name, colon, rest @ ..]
            if name.kind == TokenKind::Word && has_digit(name) && colon.is_symbol(':') =>
        {
            (std::slice::from_ref(name), rest)
        }
        [name, rest @ ..]
            if name.kind == TokenKind::Word
                && has_digit(name)
                && !rest.iter().any(|token| token.is_symbol('(')) =>
        {
            (std::slice::from_ref(name), rest)
        }
        [inner @ .., close] if close.is_symbol(')') => {
            let open = inner.iter().position(|token| token.is_symbol('('))?;
            (tokens.get(..open)?, inner.get(open + 1..)?)
        }
        _ => {
            let at = tokens.iter().rposition(|token| token.is_word("đạt"))?;
            (tokens.get(..at)?, tokens.get(at + 1..)?)
        }
    };
    let is_name = if changes_meaning(named) {
        false
    } else if named.iter().any(Token::is_number) {
        // A measure (`01 Gb/s`) names the thing; a count (`03 xã`) would be a requirement of its own.
        matches!(simple(text, named).ok()?.unit, Some(Unit::Other(_)))
    } else {
        let foreign = |token: &Token<'_>| is_sign(token) || token.is_symbol('(') || token.is_symbol(')');
        named.iter().any(|token| token.kind == TokenKind::Word) && !named.iter().any(foreign)
    };
    let mut target = simple(text, requirement).ok().filter(|_| is_name)?;
    target.qualifier = Some(words_of(text, named).to_owned());
    Some(target)
}
