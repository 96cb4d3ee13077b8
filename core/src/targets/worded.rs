//! Numbers in words within a target cell: where they are numbers, and where one may be meant.
//!
//! | words | |
//! |---|---|
//! | `ít nhất hai xã`, `năm mươi phần trăm`, `một trăm doanh nghiệp`, `ba phường`, `hai đến 3` | numbers: a comparison, `phần trăm`, a counted noun, a numeral of several words, the other number of a range says so |
//! | `xây dựng ba trụ cột`, `là một trung tâm lớn`, `hai phần ba số xã` | a number may be meant: the cell is not read |
//! | `một cửa`, `một số`, `chính quyền hai cấp`, `năm 2026`, `lần thứ tư`, `Ba Đình` | no numbers |

use crate::number::{Fixed, digit, in_words, multiplier};
use crate::text::{Span, Token, TokenKind, starts_with, words_of};
use crate::unit::begins_measure;

/// Nouns, by their first word, that a single word before them counts.
const COUNTED: &[&str] = &[
    "xã",
    "phường",
    "thôn",
    "bản",
    "ấp",
    "huyện",
    "quận",
    "tỉnh",
    "thành",
    "doanh",
    "hợp",
    "sản",
    "mô",
    "dự",
    "đề",
    "nhiệm",
    "trường",
    "cơ",
    "đơn",
    "người",
    "hộ",
    "cán",
    "hệ",
    "trung",
    "phòng",
    "trạm",
    "khu",
    "cụm",
    "nền",
    "ứng",
    "sáng",
    "giải",
    "công",
    "lớp",
    "khóa",
    "hội",
    "cuộc",
    "đợt",
    "lần",
    "chuyên",
    "tổ",
    "nhóm",
    "tuyến",
    "sàn",
    "cảng",
    "sân",
    "bệnh",
    "địa",
    "dịch",
    "thủ",
    "lĩnh",
    "chỉ",
    "tiêu",
    "kỹ",
    "nhà",
    "chương",
    "điểm",
    "viện",
    "tàu",
    "cầu",
];

/// Words that begin with a number and are none.
const NO_NUMBERS: &[&[&str]] = &[
    &["một", "cửa"],
    &["một", "số"],
    &["một", "vài"],
    &["một", "phần"],
    &["một", "cách"],
    &["một", "bước"],
    &["một", "trong"],
    &["một", "mặt"],
    &["một", "chiều"],
    &["một", "chạm"],
    &["hai", "cấp"],
    &["ba", "cấp"],
    &["bốn", "cấp"],
    &["hai", "chiều"],
    &["hai", "bên"],
    &["hai", "mặt"],
    &["ba", "bên"],
    &["bốn", "mùa"],
    &["chín", "muồi"],
];

fn is_no_number(tokens: &[Token<'_>]) -> bool {
    NO_NUMBERS.iter().any(|words| starts_with(tokens, words))
        && !starts_with(tokens, &["một", "phần", "trăm"])
}

fn is_counted(rest: &[Token<'_>]) -> bool {
    begins_measure(rest) || COUNTED.iter().any(|word| rest.first().is_some_and(|next| next.is_word(word)))
}

fn is_percent(rest: &[Token<'_>]) -> bool {
    starts_with(rest, &["phần", "trăm"]) || rest.first().is_some_and(|next| next.is_symbol('%'))
}

/// A number in words at the head of some tokens.
pub(super) struct Worded<'t, 'k> {
    pub(super) value: Fixed,
    /// What its scale words multiply it by, where they are its last: `hai triệu`.
    pub(super) multiplier: Fixed,
    /// What follows it.
    pub(super) rest: &'t [Token<'k>],
}

/// What joins the two numbers of a range, and what follows it: `2 - 3`, `hai đến ba`.
pub(super) fn after_join<'t, 'k>(tokens: &'t [Token<'k>]) -> Option<&'t [Token<'k>]> {
    let (first, rest) = tokens.split_first()?;
    let joins =
        "-÷~".chars().any(|sign| first.is_symbol(sign)) || first.is_word("đến") || first.is_word("tới");
    joins.then_some(rest)
}

/// Whether tokens go on with the other number of a range.
fn is_joined(tokens: &[Token<'_>]) -> bool {
    after_join(tokens).is_some_and(|rest| {
        let number = rest.first().is_some_and(|next| next.is_number() && super::period::year(next).is_none());
        number || at_head(rest, true).is_some()
    })
}

/// The number in words at the head of some tokens, where something says that it is one; `asked` where a comparison or the
/// first number of a range stands before it.
pub(super) fn at_head<'t, 'k>(tokens: &'t [Token<'k>], asked: bool) -> Option<Worded<'t, 'k>> {
    if is_no_number(tokens) {
        return None;
    }
    let read = in_words(tokens)?;
    let (value, multiplier, rest) = match read.unscaled {
        Some((value, rest)) if begins_measure(read.rest) => (value, Fixed::ONE, rest),
        Some((value, scaled)) => (value, multiplier(scaled).ok()?.0, read.rest),
        None => (read.value, Fixed::ONE, read.rest),
    };
    let is_single = read.rest.len() + 1 == tokens.len();
    let is_year = is_single && tokens.first().is_some_and(|first| first.is_word("năm"));
    let noun = read.rest.iter().all(|token| token.kind == TokenKind::Word);
    let is_number = if is_percent(read.rest) || (!asked && is_joined(read.rest)) {
        true
    } else if starts_with(read.rest, &["phần"]) || read.rest.first().is_some_and(Token::is_number) {
        false
    } else if is_year {
        is_counted(read.rest)
    } else if is_single && !asked {
        // `một` is also an article.
        is_counted(read.rest) && (read.rest.len() <= 3 || !starts_with(tokens, &["một"]))
    } else {
        asked || (noun && !read.rest.is_empty())
    };
    is_number.then_some(Worded { value, multiplier, rest })
}

/// The first place where a number in words may be meant.
pub(super) fn first_meant(text: &str, tokens: &[Token<'_>]) -> Option<Span> {
    let shouted = !words_of(text, tokens).contains(char::is_lowercase);
    let is_ten = |token: &Token<'_>| token.is_word("mười");
    (0..tokens.len()).find_map(|at| {
        let (before, from) = tokens.split_at_checked(at)?;
        let (first, rest) =
            from.split_first().filter(|(first, _)| digit(first).is_some() || is_ten(first))?;
        let is_ordinal = before.last().is_some_and(|last| last.is_word("thứ"));
        // `Ba Đình` is a name.
        let is_name = first.starts_upper(text) && rest.first().is_some_and(|next| next.starts_upper(text));
        let goes_on = ["mươi", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "chục"]
            .iter()
            .any(|word| rest.first().is_some_and(|next| next.is_word(word)))
            && !starts_with(rest, &["tỷ", "lệ"]);
        let is_meant = if first.is_word("một") || first.is_word("năm") {
            goes_on || is_percent(rest) || is_counted(rest)
        } else {
            true
        };
        (is_meant && !is_ordinal && (shouted || !is_name) && !is_no_number(from)).then_some(first.span)
    })
}
