//! A whole sentence as an indicator: what is measured, and what is asked of it.
//!
//! Plans without a table state each indicator as a sentence. It is cut where its requirement begins; what stands before is
//! the name, whose own numbers (`từ 15 tuổi trở lên`) ask for nothing. A sentence may begin with its number, and then what
//! follows is the name. The first of these that fits is how it is read:
//!
//! | sentence | name | target |
//! |---|---|---|
//! | `100% cơ quan nhà nước mở dữ liệu` | `cơ quan nhà nước mở dữ liệu` | `100%` |
//! | `Tỷ lệ người dân từ 15 tuổi trở lên có tài khoản đạt trên 55%` | `Tỷ lệ … có tài khoản` | `đạt trên 55%` |
//! | `Có ít nhất 05 sản phẩm số` | `sản phẩm số` | `ít nhất 05 sản phẩm số` |
//! | several requirements, or a number that fits no form | the sentence | as its cell is read |
//! | `Tỷ lệ hồ sơ trực tuyến` | the sentence | none |
//! | `Hoàn thành nền tảng dữ liệu` | the sentence | qualitative |

use serde::{Deserialize, Serialize};

use super::MilestoneTarget;
use super::cursor::Cursor;
use super::lead::only_leads;
use super::named::Split;
use super::parse::trim;
use super::period::Period;
use super::restated;
use crate::codes::{Source, TargetKind};
use crate::error::Error;
use crate::limits::Limits;
use crate::text::{Lexed, Token, TokenKind, starts_with, words_of};
use crate::unit::Unit;

/// A sentence that states an indicator: its name, and the target it sets.
///
/// ```
/// use tiendo::read_sentence;
/// let sentence = read_sentence("Đến năm 2030, tỷ trọng kinh tế số đạt tối thiểu 30% GRDP.")?;
/// assert_eq!(sentence.name, "tỷ trọng kinh tế số");
/// assert_eq!((sentence.target.to_notation().as_str(), sentence.target.by_year), ("≥ 30% GRDP vào năm 2030", Some(2030)));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sentence {
    /// What is measured, as written; the whole sentence where no one requirement can be cut off it.
    pub name: String,
    /// What is asked of it. Its `text` is the sentence's words for it, and its notes' places are in those.
    pub target: MilestoneTarget,
    /// The sentence, verbatim.
    pub text: String,
}

/// Reads a sentence that states an indicator.
///
/// Reading is total: the only error is `cell-too-long`, beyond 10,000 characters.
///
/// ```
/// use tiendo::{TargetKind, read_sentence};
/// let text = "Tỷ lệ người dân từ 15 tuổi trở lên có tài khoản định danh điện tử (VNeID) đạt trên 55%";
/// let sentence = read_sentence(text)?;
/// assert_eq!(sentence.name, "Tỷ lệ người dân từ 15 tuổi trở lên có tài khoản định danh điện tử (VNeID)");
/// assert_eq!((sentence.target.kind, sentence.target.to_notation().as_str()), (TargetKind::MoreThan, "> 55%"));
/// assert_eq!(read_sentence("100% xã có Internet")?.name, "xã có Internet");
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn read_sentence(text: &str) -> Result<Sentence, Error> {
    read_sentence_with(text, &Limits::default())
}

/// Reads a sentence within limits of the caller's.
///
/// Error: `cell-too-long`, at `text`.
///
/// ```
/// use tiendo::{ErrorCode, Limits, read_sentence_with};
/// let limits = Limits { text_chars: 4, ..Limits::default() };
/// assert_eq!(read_sentence_with("Đạt 50%", &limits).unwrap_err().code, ErrorCode::CellTooLong);
/// ```
pub fn read_sentence_with(text: &str, limits: &Limits) -> Result<Sentence, Error> {
    limits.check_text(text, "text")?;
    let lexed = Lexed::new(text);
    let tokens = lexed.tokens();
    let tokens = without_number(trim(&tokens));
    let (name, target) = number_first(text, tokens)
        .or_else(|| name_first(text, tokens))
        .or_else(|| without_requirement(text, tokens))
        .unwrap_or_else(|| (words_of(text, tokens), read(words_of(text, tokens))));
    Ok(Sentence { name: name.to_owned(), target, text: text.to_owned() })
}

fn read(words: &str) -> MilestoneTarget {
    MilestoneTarget::read(words, None, Source::Published)
}

/// Without the bullet or the number of the sentence: `-`, `a)`, `1.2.`, `(3)`.
fn without_number<'t, 'k>(tokens: &'t [Token<'k>]) -> &'t [Token<'k>] {
    let is_label = |token: &Token<'_>| {
        token.is_number() || (token.kind == TokenKind::Word && token.key.chars().count() == 1)
    };
    let closes = |token: &Token<'_>| token.is_symbol('.') || token.is_symbol(')');
    match tokens {
        [open, label, close, rest @ ..] if open.is_symbol('(') && is_label(label) && close.is_symbol(')') => {
            rest
        }
        [label, close, next, ..] if is_label(label) && closes(close) && next.kind == TokenKind::Word => {
            tokens.get(2..).unwrap_or(&[])
        }
        [bullet, next, rest @ ..]
            if "-+*•●▪·".chars().any(|mark| bullet.is_symbol(mark))
                && (next.kind == TokenKind::Word || next.span.start > bullet.span.end)
                && !rest.is_empty() =>
        {
            tokens.get(1..).unwrap_or(&[])
        }
        tokens => tokens,
    }
}

/// `100% cơ quan nhà nước …`, `Có ít nhất 05 sản phẩm …`
fn number_first<'t>(text: &'t str, tokens: &[Token<'_>]) -> Option<(&'t str, MilestoneTarget)> {
    let (period, asked) = Period::cut(tokens);
    let mut cursor = Cursor { rest: asked };
    let lead = cursor.lead().ok().filter(|lead| lead.change.is_none() && !lead.level && !lead.multiple)?;
    let mut end = 0;
    for (at, token) in cursor.rest.iter().enumerate() {
        let joins = "-÷~".chars().any(|mark| token.is_symbol(mark)) || token.is_word("đến");
        if !(token.is_number() || token.is_symbol('%') || (joins && at > 0)) {
            break;
        }
        end = at + 1;
    }
    let asked_words = asked.len().checked_sub(cursor.rest.len())? + end;
    let (number, name) = asked.split_at_checked(asked_words)?;
    let share = lead.percent || number.last().is_some_and(|last| last.is_symbol('%'));
    // Another requirement within the name makes the sentence several.
    let states = name
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if (a.is_word("đạt") || a.is_word("chiếm")) && b.is_number()));
    let is_name = name.first().is_some_and(|first| first.kind == TokenKind::Word && !first.is_word("và"))
        && !states
        && !name.iter().any(|token| token.is_symbol('%') || token.is_symbol(';'));
    if end == 0 || !is_name {
        return None;
    }
    let mut whole = read(words_of(text, asked));
    // `Có ít nhất 05 sản phẩm`: the number is asked for, and that there are any with it.
    if whole.kind == TargetKind::Presence
        && let Some(number) = whole.parts.pop()
    {
        whole = number;
    }
    let (name, mut target) = if share {
        (words_of(text, name), read(words_of(text, number)))
    } else if let (Some(noun), Some(Unit::Count)) = (&whole.noun, &whole.unit) {
        let name = words_of(text, name);
        (name.get(name.len().checked_sub(noun.len())?..)?, whole)
    } else {
        return None;
    };
    period.of(text, &mut target).ok()?;
    target.is_numeric().then_some((name, target))
}

/// `Tỷ lệ … đạt trên 55%`
fn name_first<'t>(text: &'t str, tokens: &[Token<'_>]) -> Option<(&'t str, MilestoneTarget)> {
    let (period, rest) = Period::cut(tokens);
    let rest = trim(rest);
    // Alone it is a requirement without a name.
    if super::quantity::simple(text, rest).is_ok() {
        return None;
    }
    // What it says twice stays with the requirement, whose cell says so again.
    let once = restated::once(text, rest);
    let split = Split::of(text, once.as_deref().unwrap_or(rest))?;
    // `Ít nhất hai xã đạt 50%` begins with a requirement of its own.
    if super::worded::first_meant(text, split.thing).is_some()
        || split.thing.iter().any(|token| token.is_symbol(';'))
        || (only_leads(split.thing).is_some() && !is_measure(split.thing))
    {
        return None;
    }
    let from = split.requirement.first()?.first_byte();
    // `Tăng tỷ lệ hồ sơ từ 30% lên 50%`: where it starts is cut from before what is asked.
    let between = |token: &&Token<'_>| {
        let after = split.thing.last().is_some_and(|last| token.first_byte() >= last.end_byte());
        after && token.first_byte() < from && token.is_word("từ")
    };
    let start = rest.iter().find(between).filter(|_| once.is_some()).map_or(from, Token::first_byte);
    let asked = text.get(start..rest.last()?.end_byte())?;
    let mut target = read(asked);
    let found = split.target;
    (target.change, target.by_year, target.scope) = (found.change, found.by_year, found.scope);
    period.of(text, &mut target).ok()?;
    Some((words_of(text, split.thing), target))
}

/// A sentence whose numbers, if any, ask for nothing.
fn without_requirement<'t>(text: &'t str, tokens: &[Token<'_>]) -> Option<(&'t str, MilestoneTarget)> {
    let asks = |(at, token): (usize, &Token<'_>)| token.is_number() && !super::tail::describes(tokens, at);
    let is_name = is_measure(tokens) && !tokens.iter().enumerate().any(asks);
    (is_name && !tokens.iter().any(super::cursor::is_sign))
        .then(|| (words_of(text, tokens), MilestoneTarget::of_kind(TargetKind::None)))
}

/// Whether words begin as the name of a measure does.
fn is_measure(tokens: &[Token<'_>]) -> bool {
    const MEASURES: &[&[&str]] = &[
        &["tỷ", "lệ"],
        &["tỷ", "trọng"],
        &["tỷ", "suất"],
        &["số", "lượng"],
        &["số"],
        &["chỉ", "số"],
        &["mức"],
        &["tốc", "độ"],
        &["tổng"],
        &["thứ", "hạng"],
        &["xếp", "hạng"],
        &["diện", "tích"],
        &["quy", "mô"],
        &["năng", "suất"],
    ];
    MEASURES.iter().any(|words| starts_with(tokens, words))
}
