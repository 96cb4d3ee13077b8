//! The words after a number: its base, its scope, its unit, or what it counts.

use super::MilestoneTarget;
use super::clause::{Unfit, unfit};
use super::clauses::breaks_between;
use super::cursor::is_sign;
use super::lead::{Means, lead_word};
use super::parse::trim;
use crate::codes::TargetKind;
use crate::number::Fixed;
use crate::text::{Span, Token, TokenKind, starts_with, words_of};
use crate::unit::{Unit, begins_measure, begins_scope, end_of_unit};

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
    &["toàn", "thành", "phố"],
    &["asean"],
    &["trên", "địa", "bàn"],
    &["trên", "toàn"],
    &["trong", "toàn"],
    &["trong", "cả", "nước"],
    &["trên", "cả", "nước"],
    &["trên", "thế", "giới"],
    &["ở"],
    &["tại"],
    &["đối", "với"],
    &["theo"],
    &["khu", "vực", "thành"],
    &["khu", "vực", "nông"],
    &["khu", "vực", "đô"],
];

/// Cuts `trở lên`, `hoặc cao hơn` … off the words after a number, from either end.
pub(super) fn take_suffix<'t, 'k>(tokens: &'t [Token<'k>]) -> (&'t [Token<'k>], Option<TargetKind>) {
    const SUFFIXES: &[(&[&str], TargetKind)] = &[
        (&["trở", "lên"], TargetKind::AtLeast),
        (&["trở", "xuống"], TargetKind::AtMost),
        (&["hoặc", "cao", "hơn"], TargetKind::AtLeast),
        (&["hoặc", "nhiều", "hơn"], TargetKind::AtLeast),
        (&["hoặc", "hơn"], TargetKind::AtLeast),
        (&["hoặc", "thấp", "hơn"], TargetKind::AtMost),
        (&["hoặc", "ít", "hơn"], TargetKind::AtMost),
    ];
    for (words, kind) in SUFFIXES {
        if starts_with(tokens, words) {
            return (tokens.get(words.len()..).unwrap_or(&[]), Some(*kind));
        }
        // At the end it is of this number only where no other stands between.
        let Some((rest, last)) =
            tokens.len().checked_sub(words.len()).and_then(|at| tokens.split_at_checked(at))
        else {
            continue;
        };
        if starts_with(last, words) && !rest.iter().any(Token::is_number) {
            return (rest, Some(*kind));
        }
    }
    (tokens, None)
}

/// Reads the words after a number; `yearly` is where words before it said `mỗi năm`.
pub(super) fn words_after(
    text: &str,
    tail: &[Token<'_>],
    target: &mut MilestoneTarget,
    yearly: Option<Span>,
) -> Result<(), Unfit> {
    let tail = in_parentheses(text, tail, target)?;
    let each_year =
        [["mỗi", "năm"], ["hàng", "năm"], ["một", "năm"]].iter().any(|words| starts_with(tail, words));
    if target.unit == Some(Unit::Percent) && (yearly.is_some() || (each_year && tail.len() == 2)) {
        target.unit = Some(Unit::Other("%/năm".into()));
        if each_year || tail.is_empty() {
            return Ok(());
        }
    } else if let Some(span) = yearly
        && target.scope.replace(span.of(text).into()).is_some()
    {
        return Err(Unfit { span: Some(span), ..unfit(None) });
    }
    // `100%, trừ văn bản mật`
    let tail = match tail {
        [comma, rest @ ..] if comma.is_symbol(',') && excludes(rest) => rest,
        tail => tail,
    };
    let Some(first) = tail.first() else { return Ok(()) };
    check_words(tail)?;
    if first.is_word("và") || first.is_word("hoặc") || first.is_symbol(',') {
        return Err(unfit(Some(first)));
    }
    // A number on a line of its own is another requirement's.
    let last = tail.iter().rposition(Token::is_number).unwrap_or(0);
    if let Some([_, other]) = tail
        .get(..=last)
        .and_then(|to| to.windows(2).find(|pair| matches!(pair, [a, b] if breaks_between(text, a, b))))
    {
        return Err(unfit(Some(other)));
    }
    // A trend that could not be cut off belongs to no base and no noun.
    if let Some(at) = super::clause::trend_at(tail) {
        return Err(unfit(tail.get(at)));
    }
    let said = words_of(text, tail);
    if is_scope(text, tail) || excludes(tail) {
        if target.scope.replace(said.into()).is_some() {
            return Err(unfit(Some(first)));
        }
        return Ok(());
    }
    // `5 lần GRDP` is no count; `2 lần/năm` is.
    if target.unit.is_none() && first.is_word("lần") && tail.get(1).is_some_and(|next| !next.is_symbol('/'))
    {
        return Err(unfit(Some(first)));
    }
    match &target.unit {
        Some(Unit::Percent | Unit::PercentagePoint) if first.is_symbol('/') => {
            let (rate, rest) = tail.split_at_checked(end_of_unit(tail, 1)).unwrap_or((tail, &[]));
            // `%/năm, theo tiêu chí mới`
            if let Some(comma) = rate.last().filter(|last| last.is_symbol(',')) {
                return Err(unfit(Some(comma)));
            }
            let sign = if target.unit == Some(Unit::Percent) { "%" } else { "điểm %" };
            let rate: Vec<&str> = words_of(text, rate).split('/').map(str::trim).collect();
            target.unit = Some(Unit::Other(format!("{sign}{}", rate.join("/")).into()));
            if !rest.is_empty() && target.scope.replace(words_of(text, rest).into()).is_some() {
                return Err(unfit(rest.first()));
            }
        }
        Some(_) if target.base.is_none() => target.base = Some(said.into()),
        Some(_) => return Err(unfit(Some(first))),
        None => match Unit::at_head(text, tail) {
            // So many places up are a number of places, no place.
            Some((Unit::Rank, _)) if target.change.is_some() => {
                target.unit = Some(Unit::Count);
                target.noun = Some(said.to_owned());
            }
            // `0 ngày, ở mức khá`
            Some((unit, _)) if unit.as_str().ends_with(',') => return Err(unfit(Some(first))),
            Some((unit, rest)) => {
                target.unit = Some(unit);
                let said = words_of(text, rest);
                if is_scope(text, rest) || begins_scope(rest) {
                    if target.scope.replace(said.into()).is_some() {
                        return Err(unfit(rest.first()));
                    }
                } else if !rest.is_empty() {
                    target.noun = Some(said.to_owned());
                }
            }
            None => {
                target.unit = Some(Unit::Count);
                target.noun = Some(said.to_owned());
            }
        },
    }
    Ok(())
}

/// Whether words say what is left out, or that nothing is: then they narrow what is before them.
fn excludes(tokens: &[Token<'_>]) -> bool {
    const EXCEPT: &[&[&str]] = &[
        &["trừ"],
        &["ngoại", "trừ"],
        &["không", "bao", "gồm"],
        &["không", "kể"],
        &["không", "tính"],
        &["bao", "gồm", "cả"],
    ];
    EXCEPT.iter().any(|words| starts_with(tokens, words))
}

/// Cuts what stands in parentheses at the end: a thing measured (`5G`), or among whom it holds.
fn in_parentheses<'t, 'k>(
    text: &str,
    tail: &'t [Token<'k>],
    target: &mut MilestoneTarget,
) -> Result<&'t [Token<'k>], Unfit> {
    let open = tail.iter().rposition(|token| token.is_symbol('('));
    let (Some(open), true) = (open, tail.last().is_some_and(|last| last.is_symbol(')'))) else {
        return Ok(tail);
    };
    let inner = tail.get(open + 1..tail.len() - 1).unwrap_or(&[]);
    if let [only] = inner
        && only.kind == TokenKind::Word
        && only.key.contains(|c: char| c.is_ascii_digit())
    {
        target.qualifier = Some(words_of(text, inner).to_owned());
    } else {
        // What it goes by may have a number of its own: `(theo Nghị quyết số 57-NQ/TW)`.
        let cites = inner.first().is_some_and(|first| first.is_word("theo")) && !inner.iter().any(is_sign);
        if !cites {
            check_words(inner)?;
        }
        target.scope = Some(words_of(text, inner).into());
    }
    Ok(trim(tail.get(..open).unwrap_or(&[])))
}

/// Whether the number at a place tells the things counted from others: `xã có ít nhất 02 mô hình`, `người từ 15 tuổi`,
/// `mức độ 4`, `/10.000 dân`.
pub(super) fn describes(tokens: &[Token<'_>], at: usize) -> bool {
    const NAMED: &[&str] = &["độ", "án", "loại", "lớp", "khóa"];
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let is_before = |back: usize, words: &[&str]| {
        before(back).is_some_and(|token| words.iter().any(|word| token.is_word(word)))
    };
    let per = tokens
        .get(at + 1)
        .is_some_and(|next| ["vạn", "nghìn", "ngàn", "triệu", "dân"].iter().any(|word| next.is_word(word)));
    let mark = |mark: &Token<'_>| mark.is_symbol('/') || (per && mark.is_word("trên"));
    let rate = before(1).is_some_and(mark) && tokens.get(at).is_some_and(|n| is_round(n.key));
    if rate || is_before(1, NAMED) || is_before(1, &["cả"]) {
        return true;
    }
    // Of another requirement it would be the number.
    let head = tokens.get(..at).unwrap_or(&[]);
    if at < 2 || head.iter().any(|token| token.is_word("và") || token.is_symbol(',') || token.is_symbol(';'))
    {
        return false;
    }
    let has = is_before(1, &["có"]) || is_before(2, &["có"]) || is_before(3, &["có"]);
    let next = tokens.get(at + 1);
    let aged = is_before(1, &["từ", "đủ", "trên", "dưới"]) && next.is_some_and(|next| next.is_word("tuổi"));
    let from = is_before(1, &["từ"])
        && tokens
            .get(at..)
            .is_some_and(|rest| rest.windows(2).take(6).any(|pair| starts_with(pair, &["trở", "lên"])));
    let led = super::lead::lead_start(tokens, at);
    let grouped = is_before(1, &["nhóm", "top", "tốp"]);
    let starred = next.is_some_and(|next| next.is_word("sao"));
    aged || starred || grouped || from || (has && led > 0 && led < at + 1 && led + 4 > at)
}

/// Whether words bound, deny or multiply the number before them: then they are no base, scope or noun.
fn changes_the_number(tokens: &[Token<'_>]) -> bool {
    const MULTIPLIERS: &[&str] =
        &["trăm", "chục", "nghìn", "ngàn", "triệu", "tỷ", "tr", "phần", "vạn", "rưỡi"];
    let multiplies = tokens.first().is_some_and(|first| MULTIPLIERS.iter().any(|word| first.is_word(word)))
        && super::quantity::scale_of_unit(tokens) == Fixed::ONE
        && !begins_measure(tokens);
    let numbered = tokens.iter().any(Token::is_number);
    let bounds = |at: usize, from: &[Token<'_>]| {
        let own = |words: usize| {
            numbered && from.get(words).is_some_and(Token::is_number) && describes(tokens, at + words)
        };
        let operator = matches!(lead_word(from), Some((Means::Op(_), words)) if words > 1 && !own(words));
        let described = || {
            numbered
                && (0..at).any(|at| tokens.get(at).is_some_and(Token::is_number) && describes(tokens, at))
        };
        let suffix = starts_with(from, &["trở", "lên"]) || starts_with(from, &["trở", "xuống"]);
        operator || (suffix && !described())
    };
    let denies = |from: &[Token<'_>]| starts_with(from, &["chưa"]) || starts_with(from, &["không", "đạt"]);
    multiplies
        || (0..tokens.len()).any(|at| tokens.get(at..).is_some_and(|from| bounds(at, from) || denies(from)))
}

/// Refuses signs among the words after a number, and numbers that do not tell what is counted.
pub(super) fn check_words(tokens: &[Token<'_>]) -> Result<(), Unfit> {
    if changes_the_number(tokens) {
        return Err(unfit(tokens.first()));
    }
    // More than a few are a list of something else.
    if tokens.iter().filter(|token| token.is_number()).count() > 4 {
        return Err(unfit(tokens.iter().find(|token| token.is_number())));
    }
    for (at, token) in tokens.iter().enumerate() {
        let foreign = match token.kind {
            TokenKind::Number => !describes(tokens, at),
            TokenKind::Symbol(c) => {
                is_sign(token) || c.is_numeric() || !",/-.&'\"+".chars().any(|sign| sign == c)
            }
            TokenKind::Word => false,
        };
        if foreign {
            return Err(unfit(Some(token)));
        }
    }
    let has_words = tokens.iter().any(|token| token.kind == TokenKind::Word);
    if has_words { Ok(()) } else { Err(unfit(tokens.first())) }
}

/// 1, 10, 100, 1.000 …: what a rate is counted per. `19/19 tiêu chí` is no rate.
pub(super) fn is_round(numeral: &str) -> bool {
    let digits = numeral.replace(['.', ','], "");
    let digits = digits.trim_start_matches('0');
    digits.strip_prefix('1').is_some_and(|zeros| zeros.bytes().all(|zero| zero == b'0'))
}

/// Whether words say where a requirement holds. `vùng`, `khu vực` and `miền` do when a name follows.
pub(super) fn is_scope(text: &str, tokens: &[Token<'_>]) -> bool {
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
