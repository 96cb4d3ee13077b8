//! Who reports to whom, as a sentence says it.
//!
//! A body is named by words that begin as bodies' names do, after words that send a report somewhere; who reports stands at
//! the beginning of the sentence. What is found is always a part of the text as it stands.

use super::items::Item;
use super::words::{Words, number, one_of, word};
use crate::text::{Token, TokenKind};

/// Who reports, to whom, and to whom that body reports in turn, each by its tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parties {
    pub(super) reporters: Option<(usize, usize)>,
    pub(super) recipient: Option<(usize, usize)>,
    pub(super) further: Option<(usize, usize)>,
}

/// The first words of bodies' names, as match keys.
const BODIES: &[&str] = &[
    "ubnd",
    "hđnd",
    "ủy",
    "uỷ",
    "hội",
    "bộ",
    "sở",
    "ban",
    "cục",
    "vụ",
    "tổng",
    "phòng",
    "văn",
    "tỉnh",
    "thành",
    "huyện",
    "xã",
    "phường",
    "đảng",
    "chi",
    "thường",
    "chính",
    "thủ",
    "cơ",
    "trung",
    "viện",
    "công",
    "chủ",
    "tổ",
    "ngân",
    "kho",
    "bảo",
    "thanh",
    "mặt",
    "liên",
    "tòa",
    "toà",
    "quốc",
    "bí",
    "chánh",
    "trường",
    "đoàn",
    "kbnn",
    "mttq",
    "lãnh",
];
/// The first words of those who report, groups among them.
const GROUPS: &[&str] =
    &["các", "những", "thủ", "giám", "người", "cấp", "đơn", "ngành", "địa", "doanh", "tập"];
/// Tokens a name in brackets may have.
const NAME: usize = 40;
/// Words that begin as bodies' names do and name none.
const OTHERS: &[(&str, &str)] = &[
    ("tổng", "kết"),
    ("tổng", "hợp"),
    ("tổng", "số"),
    ("ban", "hành"),
    ("công", "tác"),
    ("công", "bố"),
    ("công", "khai"),
    ("thường", "xuyên"),
    ("thường", "niên"),
    ("chủ", "trì"),
    ("chủ", "động"),
    ("thành", "lập"),
    ("tổ", "chức"),
    ("văn", "bản"),
    ("chi", "tiết"),
    ("bảo", "đảm"),
    ("trường", "hợp"),
    ("liên", "quan"),
    ("chính", "sách"),
    ("thủ", "tục"),
    ("cơ", "sở"),
    ("cơ", "chế"),
    ("hội", "nghị"),
    ("trung", "bình"),
    ("bộ", "chỉ"),
    ("cấp", "có"),
    ("đơn", "giản"),
    ("địa", "chỉ"),
    ("những", "khó"),
    ("chính", "thức"),
    ("vụ", "việc"),
    ("công", "việc"),
    ("thanh", "toán"),
    ("đoàn", "kiểm"),
];
/// What `các` may stand before.
const MANY: &[&str] = &[
    "sở",
    "cơ",
    "đơn",
    "ban",
    "bộ",
    "ngành",
    "phòng",
    "địa",
    "xã",
    "phường",
    "huyện",
    "ubnd",
    "ủy",
    "cấp",
    "thành",
    "tổ",
    "trường",
    "doanh",
    "hội",
    "đoàn",
    "đảng",
    "chi",
    "cục",
    "tỉnh",
    "trung",
    "viện",
    "tập",
    "tổng",
];
/// Words that end the name of a body.
const ENDS: &[&str] = &[
    "để", "trước", "chậm", "muộn", "định", "hàng", "theo", "khi", "tổng", "kết", "tình", "việc", "vào",
    "đúng", "bằng", "báo", "gửi", "trình", "nhằm", "làm", "kèm", "hoặc", "đột", "không", "tham", "xem",
    "đồng", "thông", "chủ", "phối", "căn", "xây", "triển", "thực", "có", "chịu", "tiếp", "rà", "lấy", "trên",
    "nếu", "phục", "về", "quý", "năm",
];

/// The parties of a sentence, of which some tokens say how often and by when.
pub(super) fn of(text: &str, tokens: &[Token<'_>], items: &[Item]) -> Parties {
    let sent = recipients(text, tokens);
    let mut sent = sent.into_iter();
    let recipient = sent.next();
    // What the first body sums up it reports on.
    let further = sent.next().filter(|(from, _)| {
        let between = recipient.and_then(|(_, to)| tokens.get(to..*from)).unwrap_or(&[]);
        between.windows(2).any(|pair| matches!(pair, [a, b] if word(a, "tổng") && word(b, "hợp")))
            && !between.iter().any(|token| one_of(token, &[";", "."]))
    });
    Parties { reporters: reporters(tokens, 0).or_else(|| after_days(tokens, items)), recipient, further }
}

/// The bodies reports go to, in order.
fn recipients(text: &str, tokens: &[Token<'_>]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let mut words = Words::of(rest);
        let is_sent = words.any(&[
            "báo cáo về",
            "báo cáo gửi về",
            "báo cáo gửi",
            "báo cáo cho",
            "báo cáo với",
            "báo cáo lên",
            "báo cáo",
            "gửi về",
            "gửi đến",
            "gửi tới",
            "gửi cho",
            "gửi lên",
            "gửi",
            "về",
            "nộp về",
            "nộp cho",
            "nộp",
            "trình",
            "tham mưu",
            "cho",
        ]);
        if !is_sent {
            at = at.saturating_add(1);
            continue;
        }
        let from = at.saturating_add(words.taken());
        at = from;
        let Some(to) = body(text, tokens, from) else { continue };
        found.push((from, to));
        at = to;
    }
    found
}

/// Where the name of a body, or of several, that begins at a token ends; none where none begins there.
fn body(text: &str, tokens: &[Token<'_>], from: usize) -> Option<usize> {
    let first = tokens.get(from)?;
    let is_short = one_of(first, &["ubnd", "sở", "phòng", "bộ"]);
    let is_name =
        first.kind == TokenKind::Word && one_of(first, BODIES) && (first.starts_upper(text) || is_short);
    if !is_name
        || one_of(first, &["chính"])
            && !tokens.get(from.saturating_add(1)).is_some_and(|next| word(next, "phủ"))
    {
        return None;
    }
    let mut to = from.saturating_add(1);
    while let Some(token) = tokens.get(to) {
        let next = tokens.get(to.saturating_add(1));
        match token.kind {
            // A further body, or a name that goes on (`Sở Văn hóa, Thể thao và Du lịch`).
            TokenKind::Symbol(',') => {
                let goes_on = next.is_some_and(|next| {
                    next.kind == TokenKind::Word && next.starts_upper(text) && !ends(text, next)
                });
                if !goes_on {
                    break;
                }
            }
            TokenKind::Symbol('&' | '-' | '–') => {}
            TokenKind::Symbol('(') => {
                let is_through = next.is_some_and(|next| one_of(next, &["qua", "thông"]));
                if !is_through {
                    break;
                }
                let close = tokens.iter().skip(to).take(NAME).position(|token| token.is_symbol(')'));
                to = close.map_or(to, |close| to.saturating_add(close).saturating_add(1));
                break;
            }
            TokenKind::Word => {
                if ends(text, token) {
                    break;
                }
                if word(token, "và") && !next.is_some_and(|next| next.starts_upper(text)) {
                    break;
                }
            }
            TokenKind::Symbol(_) | TokenKind::Number => break,
        }
        to = to.saturating_add(1);
    }
    Some(to)
}

/// Whether words begin as bodies' names do and name none.
fn is_other(tokens: &[Token<'_>]) -> bool {
    let [first, next, ..] = tokens else { return false };
    OTHERS.iter().any(|(a, b)| word(first, a) && word(next, b)) || word(first, "các") && !one_of(next, MANY)
}

/// Whether a word ends a name: a name's own words begin with capitals.
fn ends(text: &str, token: &Token<'_>) -> bool {
    one_of(token, ENDS) && !token.starts_upper(text)
}

/// Those who report where a sentence begins with how often or by when: after the comma.
fn after_days(tokens: &[Token<'_>], items: &[Item]) -> Option<(usize, usize)> {
    let mut at = 0;
    for item in items {
        let between = tokens.get(at..item.from)?;
        if !between.iter().all(|token| one_of(token, &["định", "kỳ", "kì", "(", ")", ",", "và", "vào", "-"]))
        {
            break;
        }
        at = item.to;
    }
    let comma = tokens.get(at..)?.iter().position(|token| !one_of(token, &[")"]))?.saturating_add(at);
    (at > 0 && tokens.get(comma)?.is_symbol(',')).then(|| reporters(tokens, comma.saturating_add(1)))?
}

/// Those who report: the words before the first verb.
fn reporters(tokens: &[Token<'_>], mut from: usize) -> Option<(usize, usize)> {
    const VERBS: &[&str] = &[
        "định kỳ",
        "báo cáo",
        "gửi",
        "có trách nhiệm",
        "chịu trách nhiệm",
        "căn cứ",
        "chủ động",
        "thực hiện",
        "tổ chức",
        "xây dựng",
        "triển khai",
        "hàng",
        "trước",
        "tổng hợp",
        "phối hợp",
        "chủ trì",
        "nghiêm túc",
        "kịp thời",
        "theo",
        "tham mưu",
        "rà soát",
        "đề cương",
        "hướng dẫn",
        "lập",
        "nộp",
        "phải",
        "tiến hành",
        "cập nhật",
        "thường xuyên",
        "chậm nhất",
        "lồng ghép",
        "tăng cường",
        ":",
    ];
    // A list's mark.
    while tokens.get(from).is_some_and(|token| {
        let is_next_mark =
            tokens.get(from.saturating_add(1)).is_some_and(|next| one_of(next, &[")", ".", "/"]));
        one_of(token, &["-", "+", "*", "•", "–", ")", "."])
            || (number(token) || token.key.len() == 1) && is_next_mark
    }) {
        from = from.saturating_add(1);
    }
    let mut words = Words::of(tokens.get(from..)?);
    let _ = words.any(&["yêu cầu", "đề nghị", "giao", "giao cho"]);
    from = from.saturating_add(words.taken());
    let rest = tokens.get(from..)?;
    let _ = rest.first().filter(|first| one_of(first, BODIES) || one_of(first, GROUPS))?;
    if is_other(rest) {
        return None;
    }
    let end = (0..rest.len()).find(|at| {
        rest.get(*at).is_some_and(number) || rest.get(*at..).is_some_and(|rest| Words::of(rest).any(VERBS))
    })?;
    let mut to = from.saturating_add(end);
    while to > from
        && tokens
            .get(to.saturating_sub(1))
            .is_some_and(|token| one_of(token, &[",", ";", ":", "-", "(", "sẽ", "cần"]))
    {
        to = to.saturating_sub(1);
    }
    (to > from).then_some((from, to))
}
