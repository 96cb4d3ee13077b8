//! A quantity: a number or an interval with what stands before it; the words after it are read by `tail`.

use super::MilestoneTarget;
use super::clause::{Read, Unfit, unfit};
use super::cursor::Cursor;
use super::lead::Lead;
use super::period::{take_since, year};
use super::tail::{take_suffix, words_after};
use super::worded;
use crate::codes::{Change, NoteCode, TargetKind};
use crate::note::Note;
use crate::number::{Fixed, multiplier, read_numeral};
use crate::text::{Span, Token, starts_with};
use crate::unit::{Unit, begins_measure};

pub(super) use super::tail::{check_words, is_scope};

/// `[lead] [operator] quantity`, to the end of the clause.
pub(super) fn simple(text: &str, tokens: &[Token<'_>]) -> Read {
    let mut cursor = Cursor { rest: tokens };
    let mut lead = cursor.lead()?;
    let mut notes = std::mem::take(&mut lead.notes);
    let amount = Amount::read(&mut cursor, &lead, &mut notes)?;
    let (tail, suffix) = take_suffix(cursor.rest);
    let kind = match (lead.operator, suffix, amount.high) {
        (None, None, None) => TargetKind::Reach,
        (None, None, Some(_)) => TargetKind::Interval,
        (Some(kind), None, None) | (None, Some(kind), None) => kind,
        (Some(kind), Some(same), None) if kind == same => kind,
        _ => return Err(Unfit { span: amount.after, ..unfit(tokens.first()) }),
    };
    // `giảm dưới 5%`: by less than 5, or to below it.
    if lead.change == Some(Change::Decrease) && matches!(kind, TargetKind::LessThan | TargetKind::AtMost) {
        return Err(unfit(tokens.first()));
    }
    let mut target = Box::new(MilestoneTarget::of_kind(kind));
    if let Some(high) = amount.high {
        if high < amount.low {
            let span = crate::text::span_of(tokens);
            return Err(Unfit { code: NoteCode::Reversed, span });
        }
        (target.low, target.high) = (Some(amount.low), Some(high));
    } else {
        target.value = Some(amount.low);
    }
    (target.notes, target.unit, target.out_of, target.change) =
        (notes, amount.unit, amount.out_of, lead.change);
    let times = target.unit == Some(Unit::Times);
    let tail = take_since(text, tail, &mut target, lead.change.is_some() || times)?;
    // Twice as much as what it is now, or was then, is a change; twice the GRDP is not.
    if times
        && target.change.is_none()
        && (tail.is_empty() || target.change_since.is_some() || target.base.is_some())
    {
        target.change = Some(Change::Increase);
    }
    words_after(text, tail, &mut target, lead.yearly)?;
    if matches!(kind, TargetKind::MoreThan | TargetKind::LessThan)
        && target.base.as_deref().is_some_and(is_yardstick)
    {
        return Err(Unfit { code: NoteCode::RelativeToAnother, span: crate::text::span_of(tokens) });
    }
    Ok(target)
}

/// Whether a number is how much better than this something is, as in `vượt 10% kế hoạch`.
fn is_yardstick(base: &str) -> bool {
    let key = crate::text::match_key(base);
    [
        "kế hoạch",
        "dự toán",
        "chỉ tiêu",
        "mục tiêu",
        "định mức",
        "bình quân",
        "trung bình",
        "mức bình quân",
        "mức trung bình",
    ]
    .iter()
    .any(|word| key.starts_with(word))
}

/// A number as it is written, or two.
struct Amount {
    low: Fixed,
    high: Option<Fixed>,
    out_of: Option<Fixed>,
    unit: Option<Unit>,
    /// What follows the first number.
    after: Option<Span>,
}

impl Amount {
    fn read(cursor: &mut Cursor<'_, '_>, lead: &Lead, notes: &mut Vec<Note>) -> Result<Amount, Unfit> {
        if lead.multiple {
            for (word, times) in [("rưỡi", 1_500_000), ("đôi", 2_000_000), ("ba", 3_000_000)] {
                if cursor.phrase(&[word]) {
                    cursor.phrase(&["lần"]);
                    let low = Fixed::from_millionths(times).unwrap_or_default();
                    return Ok(Amount {
                        low,
                        high: None,
                        out_of: None,
                        unit: Some(Unit::Times),
                        after: None,
                    });
                }
            }
        }
        let (low, mut multiplier) = number(cursor, lead.operator.is_some(), notes)?;
        let mut unit = cursor.unit_sign().or(lead.percent.then_some(Unit::Percent));
        let after_low = cursor.rest;
        let mut amount = Amount {
            low,
            high: None,
            out_of: None,
            unit: None,
            after: after_low.first().map(|token| token.span),
        };
        if unit.is_none()
            && let [slash, whole, after @ ..] = cursor.rest
            && slash.is_symbol('/')
            && whole.is_number()
            && !is_rate(whole)
        {
            amount.out_of = Some(out_of(low, multiplier, whole, after)?);
            cursor.rest = after;
        }
        let joined = worded::after_join(cursor.rest).filter(|rest| {
            rest.first().is_some_and(Token::is_number) || worded::at_head(rest, true).is_some()
        });
        if let Some(rest) = joined
            && amount.out_of.is_none()
        {
            cursor.rest = rest;
            let (number, upper) = number(cursor, true, notes)?;
            let second = cursor.unit_sign();
            if unit.is_some() && second.is_some() && unit != second {
                return Err(unfit(after_low.first()));
            }
            unit = second.or(unit);
            amount.high = Some(scaled(number, upper, after_low)?);
            // `2 - 3 triệu` is two to three million.
            if multiplier == Fixed::ONE {
                multiplier = upper;
            }
        }
        amount.low = scaled(low, multiplier, after_low)?;
        // `900 triệu - 1,2 tỷ đồng` is 0,9 to 1,2 of `tỷ đồng`.
        let scale = scale_of_unit(cursor.rest);
        if amount.high.is_some() && multiplier != Fixed::ONE && scale != Fixed::ONE {
            let exact = amount.low.checked_div(scale);
            amount.low = exact
                .filter(|part| part.checked_mul(scale) == Some(amount.low))
                .ok_or(unfit(cursor.rest.first()))?;
        }
        let times = lead.multiple
            || (cursor.rest.first().is_some_and(|word| word.is_word("lần"))
                && (lead.change.is_some()
                    || lead.operator == Some(TargetKind::Equal)
                    || cursor.rest.get(1..).is_some_and(|rest| starts_with(rest, &["so", "với"]))));
        if times {
            if unit.is_some() {
                return Err(unfit(after_low.first()));
            }
            cursor.phrase(&["lần"]);
            unit = Some(Unit::Times);
        }
        amount.unit = unit;
        Ok(amount)
    }
}

/// A number in digits or words, and what its scale words multiply it by.
fn number(cursor: &mut Cursor<'_, '_>, asked: bool, notes: &mut Vec<Note>) -> Result<(Fixed, Fixed), Unfit> {
    let Some(worded) = worded::at_head(cursor.rest, asked) else { return cursor.number(notes) };
    cursor.rest = worded.rest;
    Ok((worded.value, worded.multiplier))
}

/// What the scale words of a unit of measure multiply by: `tỷ đồng`; 1 where there are none.
pub(super) fn scale_of_unit(tokens: &[Token<'_>]) -> Fixed {
    match multiplier(tokens) {
        Ok((scale, rest)) if begins_measure(rest) => scale,
        _ => Fixed::ONE,
    }
}

fn scaled(number: Fixed, multiplier: Fixed, after: &[Token<'_>]) -> Result<Fixed, Unfit> {
    let code = NoteCode::NumberOutOfRange;
    number.checked_mul(multiplier).ok_or(Unfit { code, span: after.first().map(|token| token.span) })
}

/// Whether the number after a slash is what a rate is counted per: 1.000, 10.000 …
fn is_rate(per: &Token<'_>) -> bool {
    super::tail::is_round(per.key) && per.key.bytes().filter(u8::is_ascii_digit).count() >= 4
}

/// The whole of `10/12 xã`. A fraction (`2/3 số xã`, `5/10`) counts nothing, and `10/2025` is a month.
fn out_of(part: Fixed, multiplier: Fixed, whole: &Token<'_>, after: &[Token<'_>]) -> Result<Fixed, Unfit> {
    let numeral = read_numeral(whole.key).map_err(|_| unfit(Some(whole)))?.value;
    let is_whole = |number: Fixed| number.millionths() % Fixed::ONE.millionths() == 0;
    let counts =
        |words: &[&str]| words.iter().any(|word| after.first().is_some_and(|token| token.is_word(word)));
    // People and businesses are many: `2/3 cán bộ` are no two of three.
    let many = ["cán", "người", "hộ", "lao", "đảng", "đoàn", "hội", "học", "doanh", "hợp", "thành", "đại"];
    let few = Fixed::from_int(5).is_some_and(|five| numeral <= five) && part < numeral;
    let shared =
        counts(&["số", "tổng", "dân", "diện", "lực", "quỹ", "thời", "chi"]) || (few && counts(&many));
    let bare = after.is_empty() && part < numeral;
    if shared || bare {
        return Err(Unfit { code: NoteCode::Fraction, span: Some(whole.span) });
    }
    // `24/24 giờ` is always.
    if whole.key == "24" && part == numeral {
        return Err(unfit(Some(whole)));
    }
    let scored = is_whole(part) || counts(&["điểm"]);
    let counts = part <= numeral && multiplier == Fixed::ONE && scored && is_whole(numeral);
    if counts && year(whole).is_none() { Ok(numeral) } else { Err(unfit(Some(whole))) }
}
