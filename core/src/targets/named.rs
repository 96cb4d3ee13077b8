//! Requirements with a name before their number: a place among the first N, a thing measured.

use super::MilestoneTarget;
use super::cursor::{Cursor, is_sign};
use super::lead::{Means, lead_start, lead_word, only_leads};
use super::parse::trim;
use super::period::Period;
use super::quantity::{check_words, is_scope, simple};
use super::tail::take_suffix;
use super::worded::after_join;
use crate::codes::{Change, TargetKind};
use crate::number::{Fixed, digit, read_numeral};
use crate::text::{Token, TokenKind, match_key, starts_with, words_of};
use crate::unit::Unit;

/// Words after which a requirement may begin that are tried in one clause.
const MOST_VERBS: usize = 8;

/// `Thuộc nhóm 30 tỉnh`, `top 3`, `xếp thứ 5`, `nằm trong 10 tỉnh dẫn đầu`: a place among the first N.
pub(super) fn rank(text: &str, tokens: &[Token<'_>]) -> Option<Box<MilestoneTarget>> {
    const BEFORE: &[&str] = &[
        "thuộc", "nằm", "đứng", "vào", "trong", "lọt", "xếp", "phấn", "đấu", "duy", "trì", "được", "giữ",
        "đạt", "ở", "vị", "trí", "số", "từ", "tăng", "nâng", "lên",
    ];
    const AMONG: &[&str] = &["thuộc", "trong", "vào"];
    let mut cursor = Cursor { rest: tokens };
    let (mut among, mut from, mut placed) = (false, false, false);
    while let Some(word) = cursor.take(|token| BEFORE.iter().any(|word| token.is_word(word))) {
        among |= AMONG.iter().any(|known| word.is_word(known));
        from |= word.is_word("từ");
        placed |= word.is_word("trí");
    }
    let group = ["nhóm", "top", "tốp"].iter().any(|word| cursor.phrase(&[word]));
    let place = [&["thứ", "hạng"] as &[&str], &["hạng", "thứ"], &["thứ", "bậc"], &["thứ"], &["hạng"]];
    let leading = |tokens: &[Token<'_>]| {
        let leads = |pair: &[Token<'_>]| {
            ["dẫn", "đứng", "hàng"].iter().any(|word| pair.first().is_some_and(|token| token.is_word(word)))
                && pair.last().is_some_and(|last| last.is_word("đầu"))
        };
        tokens.windows(2).any(leads)
    };
    let among = among && leading(cursor.rest);
    if !group && !place.iter().any(|words| cursor.phrase(words)) && !among && !placed {
        return None;
    }
    // `xếp hạng từ thứ 10 trở lên`
    if !group && cursor.phrase(&["từ"]) {
        from = true;
        cursor.phrase(&["thứ"]);
    }
    let operator = match lead_word(cursor.rest) {
        Some((Means::Op(kind), words)) => {
            cursor.rest = cursor.rest.get(words..).unwrap_or(&[]);
            Some(kind)
        }
        _ => cursor.sign_of_order(),
    };
    if !matches!(operator, None | Some(TargetKind::AtMost)) {
        return None;
    }
    let mut target = Box::new(MilestoneTarget::of_kind(TargetKind::AtMost));
    let (value, multiplier) = cursor.number(&mut target.notes).ok()?;
    target.value = Some(value.checked_mul(multiplier)?);
    target.unit = Some(Unit::Rank);
    if !group
        && !among
        && let Some(rest) = after_rank_join(cursor.rest)
    {
        cursor.rest = rest;
        let (high, _) = cursor.number(&mut target.notes).ok()?;
        target.kind = Some(TargetKind::Interval).filter(|_| operator.is_none() && high >= value)?;
        (target.low, target.high, target.value) = (Some(value), Some(high), None);
        from = false;
    }
    // `nhóm 30/63 tỉnh`
    if let [slash, whole, rest @ ..] = cursor.rest
        && slash.is_symbol('/')
        && whole.is_number()
    {
        let first = value;
        let whole = read_numeral(whole.key).ok()?.value;
        let place = !group && !among;
        if whole < first
            || super::period::year(cursor.rest.get(1)?).is_some()
            || (!place && is_share(first, whole))
        {
            return None;
        }
        target.out_of = Some(whole);
        cursor.rest = rest;
    }
    // `thứ 5 trong số 34 tỉnh`
    if target.out_of.is_none()
        && let Some((whole, rest)) = among_all(cursor.rest)
    {
        target.out_of = Some(whole).filter(|whole| *whole >= value);
        target.out_of?;
        cursor.rest = rest;
    }
    // The tenth place or a better one is among the first ten; a worse one is no requirement.
    let (rest, suffix) = take_suffix(cursor.rest);
    cursor.rest = rest;
    let bounded = suffix.is_some() && target.kind == TargetKind::Interval;
    if bounded
        || !matches!((suffix, from), (None, false) | (Some(TargetKind::AtLeast), _))
        || ["hàng", "sao"].iter().any(|word| rest.first().is_some_and(|next| next.is_word(word)))
    {
        return None;
    }
    if !cursor.rest.is_empty() {
        check_words(cursor.rest).ok()?;
        let said = words_of(text, cursor.rest);
        if (is_scope(text, cursor.rest) && !(group && is_countries(cursor.rest)))
            || ((!group || !leading(cursor.rest)) && is_field(cursor.rest))
        {
            target.scope = Some(said.into());
        } else {
            target.noun = Some(said.to_owned());
        }
    }
    Some(target)
}

/// The second place of `hạng 10 - 15` or `từ hạng 1 đến hạng 10`, and what follows.
fn after_rank_join<'t, 'k>(tokens: &'t [Token<'k>]) -> Option<&'t [Token<'k>]> {
    let rest = after_join(tokens)?;
    let (first, behind) = rest.split_first()?;
    let named = first.is_word("hạng") || first.is_word("thứ");
    Some(if named { behind } else { rest }).filter(|rest| rest.first().is_some_and(Token::is_number))
}

/// How many are ranked, and what follows: `trong số 34 | tỉnh`.
fn among_all<'t, 'k>(tokens: &'t [Token<'k>]) -> Option<(Fixed, &'t [Token<'k>])> {
    let (first, mut rest) = tokens.split_first()?;
    for word in ["tổng", "số"] {
        rest = rest.split_first().filter(|(next, _)| next.is_word(word)).map_or(rest, |(_, rest)| rest);
    }
    let (number, rest) = rest.split_first()?;
    let is_number = number.is_number() && super::period::year(number).is_none();
    let whole = read_numeral(number.key).ok().filter(|_| is_number)?.value;
    (first.is_word("trong") || first.is_word("trên")).then_some((whole, rest))
}

/// `10 quốc gia có …` are ten countries.
fn is_countries(tokens: &[Token<'_>]) -> bool {
    starts_with(tokens, &["quốc", "gia"]) && tokens.len() > 2
}

/// Whether words after a place say among whom it is one: `khu vực`, `vùng`, `của cả nước`.
fn is_field(tokens: &[Token<'_>]) -> bool {
    const FIELDS: &[&str] = &["vùng", "miền", "trong", "của", "toàn", "so"];
    starts_with(tokens, &["khu", "vực"])
        || tokens.first().is_some_and(|first| FIELDS.iter().any(|word| first.is_word(word)))
}

/// Whether the first N of so many are a part of them, as in `nhóm 1/3`, and no place: none is made of so few.
fn is_share(part: Fixed, whole: Fixed) -> bool {
    let at_most = |number: Fixed, most: i64| Fixed::from_int(most).is_some_and(|most| number <= most);
    part < whole && (at_most(whole, 5) || (at_most(part, 1) && at_most(whole, 10)))
}

/// Whether tokens rank among a part of all, in figures or words: `nhóm 1/3 tỉnh dẫn đầu`, `top một phần ba`.
pub(super) fn ranks_among_a_part(tokens: &[Token<'_>]) -> bool {
    let number =
        |token: &Token<'_>| read_numeral(token.key).ok().filter(|_| token.is_number()).map(|read| read.value);
    (0..tokens.len()).any(|at| {
        let [group, rest @ ..] = tokens.get(at..).unwrap_or(&[]) else { return false };
        ["nhóm", "top", "tốp", "trong", "thuộc"].iter().any(|word| group.is_word(word))
            && match rest {
                [part, slash, whole, ..] if slash.is_symbol('/') => {
                    matches!((number(part), number(whole)), (Some(part), Some(whole)) if is_share(part, whole))
                }
                [part, word, whole, ..] if word.is_word("phần") => {
                    [part, whole].iter().all(|word| word.is_number() || digit(word).is_some())
                }
                [sign, ..] => matches!(sign.kind, TokenKind::Symbol(sign) if sign.is_numeric()),
                [] => false,
            }
    })
}

/// A requirement of a thing named before it: `6G (50%)`, `5G ≥ 90%`, `01 Gb/s đạt 100%`, `hồ sơ đạt 90%`.
pub(super) fn qualified(text: &str, tokens: &[Token<'_>]) -> Option<Box<MilestoneTarget>> {
    let mut split = Split::of(text, tokens)?;
    if only_leads(split.thing).is_none() {
        split.target.qualifier = Some(words_of(text, split.thing).to_owned());
    }
    Some(split.target)
}

/// A clause cut into the thing measured and what is asked of it.
pub(super) struct Split<'t, 'k> {
    pub(super) thing: &'t [Token<'k>],
    pub(super) requirement: &'t [Token<'k>],
    pub(super) target: Box<MilestoneTarget>,
}

impl<'t, 'k> Split<'t, 'k> {
    pub(super) fn of(text: &str, tokens: &'t [Token<'k>]) -> Option<Split<'t, 'k>> {
        in_parentheses(text, tokens)
            .or_else(|| stated(text, tokens))
            .or_else(|| ranked(text, tokens))
            .or_else(|| unstated(text, tokens))
    }

    /// Cuts at a place, where what stands before it is a name.
    fn at(
        text: &str,
        tokens: &'t [Token<'k>],
        at: usize,
        requirement: &'t [Token<'k>],
    ) -> Option<Split<'t, 'k>> {
        let asked = simple(text, requirement).ok().or_else(|| rank(text, requirement));
        let mut target = asked.filter(|target| target.qualifier.is_none())?;
        let before = tokens.get(..at)?;
        // What ends with a comma is a clause of its own.
        if before.last().is_some_and(|last| last.is_symbol(',')) {
            return None;
        }
        let thing = Thing::of(trim(before));
        if let Some(lead) = only_leads(thing.words) {
            target.change = target.change.or(lead.change);
            target.notes.extend(lead.notes);
            if lead.yearly.is_some() {
                target.unit =
                    Some(Unit::Other("%/năm".into())).filter(|_| target.unit == Some(Unit::Percent));
                target.unit.as_ref()?;
            }
        } else if !thing.is_name(text) || !thing.fits(target.unit.as_ref()) {
            return None;
        }
        thing.period.of(text, &mut target).ok()?;
        // `Giảm tỷ lệ hộ nghèo 1%` asks for a change, `Giảm tỷ lệ hộ nghèo xuống 1%` for a level of the thing between.
        let is_level = || Cursor { rest: requirement }.lead().is_ok_and(|lead| lead.level);
        // So does `Tăng tỷ lệ hồ sơ trực tuyến đạt 50%`.
        let measures = ["tỷ", "chỉ", "mức", "số", "tổng"];
        let reaches = thing.change == Some(Change::Increase)
            && target
                .unit
                .as_ref()
                .is_none_or(|unit| !matches!(unit, Unit::Other(unit) if unit.contains('/')))
            && requirement.first().is_some_and(|first| first.is_word("đạt"))
            && measures.iter().any(|word| thing.words.first().is_some_and(|first| first.is_word(word)));
        if thing.change.is_some() && !reaches && !is_level() {
            target.change = target.change.or(thing.change);
        }
        Some(Split { thing: thing.words, requirement, target })
    }
}

/// What stands before a requirement: the thing measured, without its time, and the verb that says it is to rise or fall.
struct Thing<'t, 'k> {
    words: &'t [Token<'k>],
    period: Period<'t, 'k>,
    change: Option<Change>,
}

impl<'t, 'k> Thing<'t, 'k> {
    fn of(words: &'t [Token<'k>]) -> Thing<'t, 'k> {
        let mut words = words;
        for lead in [["phấn", "đấu"], ["dự", "kiến"], ["mục", "tiêu"]] {
            if starts_with(words, &lead) && words.len() > 2 {
                words = words.get(2..).unwrap_or(&[]);
            }
        }
        let words = match words {
            [head @ .., has] if has.is_word("có") && !head.is_empty() => head,
            words => words,
        };
        let (period, words) = Period::before(words);
        let (change, verb) = match lead_word(words) {
            // `tăng cường` strengthens, and measures nothing.
            Some((Means::Up, verb)) if !words.get(verb).is_some_and(|next| next.is_word("cường")) => {
                (Some(Change::Increase), verb)
            }
            Some((Means::Down, verb)) => (Some(Change::Decrease), verb),
            _ => {
                let raised = ["tỷ", "mức", "chỉ", "tổng"];
                let next = words.get(1).is_some_and(|next| raised.iter().any(|word| next.is_word(word)));
                (None, usize::from(next && starts_with(words, &["nâng"])))
            }
        };
        match words.get(verb..) {
            Some(rest) if !rest.is_empty() => Thing { words: rest, period, change },
            _ => Thing { words, period, change: None },
        }
    }

    /// Whether the words name what is measured: no requirement of their own, and nothing that changes the one behind them.
    fn is_name(&self, text: &str) -> bool {
        const AT_HEAD: &[&str] = &["không", "chưa", "cách", "thiếu", "và", "hoặc", "trong"];
        const PLACES: &[&str] = &["nhóm", "top", "tốp"];
        const AT_END: &[&str] = &[
            "không", "chưa", "đa", "nhất", "hoặc", "và", "so", "với", "từ", "đến", "tới", "giảm", "tăng",
            "bản",
        ];
        let words = self.words;
        let is_one = |token: Option<&Token<'_>>, words: &[&str]| {
            token.is_some_and(|token| words.iter().any(|word| token.is_word(word)))
        };
        let foreign = |token: &Token<'_>| {
            is_sign(token) || matches!(token.kind, TokenKind::Symbol('~' | '≈' | ':' | ';'))
        };
        let count = |mark: char| words.iter().filter(|token| token.is_symbol(mark)).count();
        let ends_in_words = words
            .last()
            .is_some_and(|last| !matches!(last.kind, TokenKind::Symbol(c) if !")\"'".contains(c)));
        let compares =
            lead_word(words).is_some_and(|(means, _)| !matches!(means, Means::Verb | Means::Nothing));
        words.iter().any(|token| token.kind == TokenKind::Word)
            && ends_in_words
            && !is_one(words.first(), AT_HEAD)
            && !is_one(words.last(), AT_END)
            // A place among so many is no thing: `nhóm (3)`.
            && !is_one(words.last(), PLACES)
            && !compares
            && !words.iter().any(|token| super::period::year(token).is_some())
            && count('(') == count(')')
            && !words.iter().any(foreign)
            && only_names(text, words)
    }

    /// Whether the thing can be measured in a unit: no share in money, no number of things in percent.
    fn fits(&self, unit: Option<&Unit>) -> bool {
        let share = [["tỷ", "lệ"], ["tỷ", "trọng"]].iter().any(|words| starts_with(self.words, words));
        let counted = starts_with(self.words, &["số"]) && !starts_with(self.words, &["số", "hóa"]);
        match unit {
            Some(Unit::Other(unit)) if unit.contains('%') => true,
            Some(Unit::Other(unit)) => {
                let of_each = ["đồng", "usd", "tuổi"].iter().any(|word| match_key(unit).ends_with(word));
                !(share || (counted && of_each))
            }
            Some(Unit::Count | Unit::Score | Unit::Rank) => !share,
            _ => true,
        }
    }
}

/// Whether the numbers of a name are no requirement: none is stated, and the name does not begin with one. `01 Gb/s` is a
/// measure, which names a thing; `03 xã` would be a requirement of its own.
fn only_names(text: &str, named: &[Token<'_>]) -> bool {
    if !named.iter().any(Token::is_number) {
        return true;
    }
    let mut cursor = Cursor { rest: named };
    if cursor.lead().is_ok() && cursor.rest.first().is_some_and(Token::is_number) {
        let measure = simple(text, named).ok().and_then(|measure| measure.unit);
        let is_class = matches!(&measure, Some(Unit::Other(unit)) if ["/s", "bps"].iter().any(|end| match_key(unit).ends_with(end)));
        return is_class && cursor.rest.len() == named.len();
    }
    named.windows(2).all(|pair| !matches!(pair, [verb, number] if is_verb(verb) && number.is_number()))
}

fn is_verb(token: &Token<'_>) -> bool {
    token.is_word("đạt") || token.is_word("chiếm") || token.is_symbol(':')
}

/// `6G (50%)`
fn in_parentheses<'t, 'k>(text: &str, tokens: &'t [Token<'k>]) -> Option<Split<'t, 'k>> {
    let [inner @ .., close] = tokens else { return None };
    if !close.is_symbol(')') {
        return None;
    }
    // The parenthesis that the last one closes.
    let mut depth = 0_u32;
    let open = inner.iter().rposition(|token| {
        depth += u32::from(token.is_symbol(')'));
        let opens = token.is_symbol('(');
        let found = opens && depth == 0;
        depth -= u32::from(opens && depth > 0);
        found
    })?;
    Split::at(text, tokens, open, inner.get(open + 1..)?)
}

/// `hồ sơ đạt 90%`, `01 Gb/s đạt 100%`, `Đô thị: 90%`: the last word that states one, with the words before it that lead in.
fn stated<'t, 'k>(text: &str, tokens: &'t [Token<'k>]) -> Option<Split<'t, 'k>> {
    let verbs = (1..tokens.len()).rev().filter(|at| tokens.get(*at).is_some_and(is_verb)).take(MOST_VERBS);
    for at in verbs {
        let colon = tokens.get(at).is_some_and(|verb| verb.is_symbol(':'));
        let from = if colon { at } else { lead_start(tokens, at) };
        let requirement = tokens.get(if colon { at + 1 } else { from }..)?;
        if simple(text, requirement).is_ok() {
            return Split::at(text, tokens, from, requirement);
        }
    }
    None
}

/// `Chỉ số chuyển đổi số thuộc nhóm 10 tỉnh dẫn đầu`
fn ranked<'t, 'k>(text: &str, tokens: &'t [Token<'k>]) -> Option<Split<'t, 'k>> {
    const BEFORE: &[&str] = &["thuộc", "nằm", "đứng", "lọt", "xếp", "top", "tốp", "trong", "vào", "nhóm"];
    let at = tokens.iter().position(|token| BEFORE.iter().any(|word| token.is_word(word)))?;
    let requirement = tokens.get(at..)?;
    let mut target = rank(text, requirement)?;
    let thing = Thing::of(trim(tokens.get(..at)?));
    if !thing.is_name(text) || thing.words.iter().any(Token::is_number) {
        return None;
    }
    thing.period.of(text, &mut target).ok()?;
    Some(Split { thing: thing.words, requirement, target })
}

/// `Vùng lõm 50%`, `5G ≥ 90%`, `Giảm tỷ lệ hộ nghèo 1%`: the last number, else the first, where it is more than one that
/// the words before it are known by (`cấp độ 4`).
fn unstated<'t, 'k>(text: &str, tokens: &'t [Token<'k>]) -> Option<Split<'t, 'k>> {
    let last = last_number(tokens)?;
    let first = tokens.iter().position(Token::is_number)?;
    let at = |number: usize| {
        let from = lead_start(tokens, number);
        let split = Split::at(text, tokens, from, tokens.get(from..)?)?;
        // Prose before a comma is no name; a measure is.
        let is_measure = [["tỷ", "lệ"], ["tỷ", "trọng"], ["tốc", "độ"], ["chỉ", "số"], ["số", "lượng"]];
        if split.thing.iter().any(|token| token.is_symbol(','))
            && !is_measure.iter().any(|words| starts_with(split.thing, words))
        {
            return None;
        }
        let has_mark = !matches!(split.target.unit, None | Some(Unit::Count | Unit::Score | Unit::Rank));
        let is_code = matches!(split.thing, [only] if only.key.contains(|c: char| c.is_ascii_digit()));
        let fits = if split.thing.iter().any(Token::is_number) {
            has_mark && from < number
        } else {
            let has = number
                .checked_sub(1)
                .and_then(|at| tokens.get(at))
                .is_some_and(|before| before.is_word("có"));
            has_mark
                || from < number
                || is_code
                || (has && split.thing.iter().take(3).any(|word| word.is_word("mỗi")))
        };
        fits.then_some(split)
    };
    at(last).or_else(|| if first == last { None } else { at(first) })
}

/// The last number of a clause, or the first of the two that it is written of: `40 - 50%`, `10/12`.
fn last_number(tokens: &[Token<'_>]) -> Option<usize> {
    let last = tokens.iter().rposition(Token::is_number)?;
    let joined = last.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|mark| {
        "-/÷~".chars().any(|sign| mark.is_symbol(sign)) || mark.is_word("đến") || mark.is_word("tới")
    });
    let before = tokens.get(..last.saturating_sub(1)).filter(|_| joined);
    let sign = |before: &[Token<'_>]| usize::from(before.last().is_some_and(|last| last.is_symbol('%')));
    let first = before.and_then(|before| before.len().checked_sub(1 + sign(before)));
    match first.and_then(|at| tokens.get(at)) {
        Some(token) if token.is_number() => first,
        _ => Some(last),
    }
}
