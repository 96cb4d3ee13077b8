//! What stands before a number: comparison words, words of change, and words that add nothing.

use super::clause::{Unfit, unfit};
use super::cursor::Cursor;
use crate::codes::{Change, NoteCode, TargetKind};
use crate::note::Note;
use crate::text::{Span, Token, TokenKind, span_of};

use Means::{About, Down, Level, Multiple, Nothing, Op, Up, Verb, Yearly};
use TargetKind::{AtLeast, AtMost, Equal, LessThan, MoreThan};

/// What words before a number mean for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    /// A comparison.
    Op(TargetKind),
    /// A rise by the number.
    Up,
    /// A fall by the number.
    Down,
    /// A rise or fall *to* the number, which is then the level.
    Level,
    /// About so much.
    About,
    /// So many times another value.
    Multiple,
    /// In each year.
    Yearly,
    /// Lead-in words.
    Nothing,
    /// What is done or had, which adds nothing to its number but may end a name.
    Verb,
}

/// Words before a number, as match keys, in the order of their bytes.
const LEADS: &[(&str, Means)] = &[
    ("ban hành", Verb),
    ("bao phủ", Verb),
    ("bình quân", Verb),
    ("bình quân hàng năm", Yearly),
    ("bình quân mỗi năm", Yearly),
    ("bình quân năm", Yearly),
    ("bảo đảm", Nothing),
    ("bằng", Op(Equal)),
    ("bằng hoặc cao hơn", Op(AtLeast)),
    ("bằng hoặc hơn", Op(AtLeast)),
    ("bằng hoặc lớn hơn", Op(AtLeast)),
    ("bằng hoặc nhỏ hơn", Op(AtMost)),
    ("bằng hoặc thấp hơn", Op(AtMost)),
    ("bằng hoặc trên", Op(AtLeast)),
    ("bố trí", Verb),
    ("bồi dưỡng", Verb),
    ("cao hơn", Op(MoreThan)),
    ("cao hơn hoặc bằng", Op(AtLeast)),
    ("cao nhất", Op(AtMost)),
    ("chiếm", Nothing),
    ("chí ít", Op(AtLeast)),
    ("chỉ còn", Level),
    ("chỉ tiêu", Verb),
    ("chừng", About),
    ("còn", Level),
    ("có", Verb),
    ("có thêm", Up),
    ("công bố", Verb),
    ("công nhận", Verb),
    ("cơ bản", About),
    ("cơ bản đạt", About),
    ("cải thiện", Up),
    ("cắt giảm", Down),
    ("cắt giảm còn", Level),
    ("cắt giảm xuống còn", Level),
    ("cỡ", About),
    ("duy trì", Verb),
    ("dành", Verb),
    ("dưới", Op(LessThan)),
    ("dưới hoặc bằng", Op(AtMost)),
    ("dưới mức", Op(LessThan)),
    ("dự kiến", Nothing),
    ("gia tăng", Up),
    ("giải quyết việc làm cho", Verb),
    ("giảm", Down),
    ("giảm bớt", Down),
    ("giảm chỉ còn", Level),
    ("giảm còn", Level),
    ("giảm thiểu", Down),
    ("giảm thêm", Down),
    ("giảm tới", Level),
    ("giảm về", Level),
    ("giảm về mức", Level),
    ("giảm xuống", Level),
    ("giảm xuống còn", Level),
    ("giảm xuống mức", Level),
    ("giảm đến", Level),
    ("giảm đến mức", Level),
    ("giữ", Verb),
    ("giữ vững", Verb),
    ("gấp", Multiple),
    ("gần", About),
    ("gần bằng", About),
    ("gần đạt", About),
    ("hoàn thành", Verb),
    ("huy động", Verb),
    ("hàng năm", Yearly),
    ("hình thành", Verb),
    ("hơn", Op(MoreThan)),
    ("hướng tới", Nothing),
    ("hướng đến", Nothing),
    ("hạ xuống", Level),
    ("hạ xuống còn", Level),
    ("hỗ trợ", Verb),
    ("khoảng", About),
    ("không cao hơn", Op(AtMost)),
    ("không dưới", Op(AtLeast)),
    ("không hơn", Op(AtMost)),
    ("không kém", Op(AtLeast)),
    ("không kém hơn", Op(AtLeast)),
    ("không lớn hơn", Op(AtMost)),
    ("không nhiều hơn", Op(AtMost)),
    ("không nhỏ hơn", Op(AtLeast)),
    ("không quá", Op(AtMost)),
    ("không thấp hơn", Op(AtLeast)),
    ("không trên", Op(AtMost)),
    ("không vượt", Op(AtMost)),
    ("không vượt quá", Op(AtMost)),
    ("không ít hơn", Op(AtLeast)),
    ("khởi công", Verb),
    ("kéo giảm", Down),
    ("kéo giảm còn", Level),
    ("kéo giảm xuống", Level),
    ("kéo giảm xuống còn", Level),
    ("kéo xuống", Level),
    ("là", Nothing),
    ("lên", Level),
    ("lên mức", Level),
    ("lên tới", Level),
    ("lên đến", Level),
    ("lắp đặt", Verb),
    ("lớn hơn", Op(MoreThan)),
    ("lớn hơn bằng", Op(AtLeast)),
    ("lớn hơn hoặc bằng", Op(AtLeast)),
    ("mỗi năm", Yearly),
    ("mục tiêu", Verb),
    ("mức", Nothing),
    ("mức độ đạt", Nothing),
    ("nhiều hơn", Op(MoreThan)),
    ("nhiều hơn hoặc bằng", Op(AtLeast)),
    ("nhiều nhất", Op(AtMost)),
    ("nhỏ hơn", Op(LessThan)),
    ("nhỏ hơn bằng", Op(AtMost)),
    ("nhỏ hơn hoặc bằng", Op(AtMost)),
    ("nâng lên", Level),
    ("nâng lên mức", Level),
    ("nằm trong khoảng", Nothing),
    ("phát triển", Verb),
    ("phấn đấu", Nothing),
    ("quy mô", Verb),
    ("quy mô đạt", Nothing),
    ("rút ngắn", Down),
    ("rút ngắn còn", Level),
    ("rút ngắn xuống", Level),
    ("rút ngắn xuống còn", Level),
    ("rút xuống", Level),
    ("rút xuống còn", Level),
    ("thu hút", Verb),
    ("thành lập", Verb),
    ("thành lập mới", Verb),
    ("thêm", Up),
    ("thấp hơn", Op(LessThan)),
    ("thấp hơn hoặc bằng", Op(AtMost)),
    ("thấp nhất", Op(AtLeast)),
    ("thực hiện", Verb),
    ("tiến tới", Nothing),
    ("tiếp nhận", Verb),
    ("tiếp tục", Nothing),
    ("tiếp tục duy trì", Verb),
    ("triển khai", Verb),
    ("trong khoảng", Nothing),
    ("trong phạm vi", Nothing),
    ("trong thời gian", Op(AtMost)),
    ("trong thời hạn", Op(AtMost)),
    ("trong vòng", Op(AtMost)),
    ("trung bình", Verb),
    ("trung bình hàng năm", Yearly),
    ("trung bình mỗi năm", Yearly),
    ("trên", Op(MoreThan)),
    ("trên dưới", About),
    ("trên hoặc bằng", Op(AtLeast)),
    ("trên mức", Op(MoreThan)),
    ("trồng", Verb),
    ("trồng mới", Verb),
    ("tuyển dụng", Verb),
    ("tăng", Up),
    ("tăng gấp", Multiple),
    ("tăng lên", Level),
    ("tăng lên mức", Level),
    ("tăng lên tới", Level),
    ("tăng lên đến", Level),
    ("tăng thêm", Up),
    ("tăng trưởng", Up),
    ("tăng tới", Level),
    ("tăng đến", Level),
    ("tương đương", Nothing),
    ("tạo việc làm cho", Verb),
    ("tạo việc làm mới cho", Verb),
    ("tốc độ", Nothing),
    ("tối thiểu", Op(AtLeast)),
    ("tối đa", Op(AtMost)),
    ("tổ chức", Verb),
    ("tổng cộng", Verb),
    ("tổng số", Verb),
    ("từ", Nothing),
    ("tỷ lệ", Verb),
    ("tỷ lệ đạt", Nothing),
    ("vào khoảng", About),
    ("vượt", Op(MoreThan)),
    ("vượt mức", Op(MoreThan)),
    ("vượt quá", Op(MoreThan)),
    ("vượt trên", Op(MoreThan)),
    ("xuống", Level),
    ("xuống còn", Level),
    ("xuống mức", Level),
    ("xây dựng", Verb),
    ("xây dựng mới", Verb),
    ("xấp xỉ", About),
    ("ít hơn", Op(LessThan)),
    ("ít hơn hoặc bằng", Op(AtMost)),
    ("ít nhất", Op(AtLeast)),
    ("đào tạo", Verb),
    ("được", Verb),
    ("đạt", Nothing),
    ("đạt chỉ tiêu", Nothing),
    ("đạt hoặc hơn", Op(AtLeast)),
    ("đạt hoặc vượt", Op(AtLeast)),
    ("đạt mức", Nothing),
    ("đạt tổng số", Nothing),
    ("đạt từ", Nothing),
    ("đạt tỷ lệ", Nothing),
    ("đạt và duy trì", Nothing),
    ("đạt và vượt", Op(AtLeast)),
    ("đạt được", Nothing),
    ("đảm bảo", Nothing),
    ("đầu tư", Verb),
    ("ước", Nothing),
    ("ước chừng", About),
    ("ước khoảng", About),
    ("ước thực hiện", Nothing),
    ("ước tính", Nothing),
    ("ước đạt", Nothing),
    ("ổn định", Verb),
    ("ở mức", Nothing),
];

/// The longest of the known words that tokens begin with, and how many tokens they are.
pub(super) fn lead_word(tokens: &[Token<'_>]) -> Option<(Means, usize)> {
    let first = tokens.first().filter(|first| first.kind == TokenKind::Word)?;
    let head = |phrase: &str| phrase.split(' ').next().unwrap_or("").as_bytes().cmp(first.key.as_bytes());
    let from = LEADS.partition_point(|(phrase, _)| head(phrase).is_lt());
    let known = LEADS.get(from..)?;
    let known = known.get(..known.partition_point(|(phrase, _)| head(phrase).is_eq()))?;
    // A phrase stands behind those it begins with.
    known.iter().rev().find_map(|(phrase, means)| {
        let words = phrase.split(' ').count();
        let fits =
            tokens.len() >= words && tokens.iter().zip(phrase.split(' ')).all(|(t, word)| t.is_word(word));
        fits.then_some((*means, words))
    })
}

/// What stood before a number.
#[derive(Default)]
pub(super) struct Lead {
    pub(super) operator: Option<TargetKind>,
    pub(super) change: Option<Change>,
    pub(super) multiple: bool,
    pub(super) yearly: Option<Span>,
    pub(super) percent: bool,
    pub(super) notes: Vec<Note>,
    /// Whether the words say that the number is reached by a rise or fall.
    pub(super) level: bool,
}

impl Cursor<'_, '_> {
    /// Takes what stands before a number. Two comparisons that differ are none.
    pub(super) fn lead(&mut self) -> Result<Lead, Unfit> {
        let mut lead = Lead::default();
        loop {
            let before = self.rest;
            if let Some((means, words)) = lead_word(before) {
                self.rest = before.get(words..).unwrap_or(&[]);
                let span = before.get(..words).and_then(span_of);
                if !lead.add(means, span) {
                    return Err(Unfit { code: NoteCode::UnreadText, span });
                }
            } else if let [within, number, time, ..] = before
                && within.is_word("trong")
                && number.is_number()
                && ["giây", "phút", "giờ", "ngày"].iter().any(|word| time.is_word(word))
            {
                self.rest = before.get(1..).unwrap_or(&[]);
                if !lead.add(Op(AtMost), None) {
                    return Err(unfit(before.first()));
                }
            } else if let Some(kind) = self.sign_of_order() {
                if !lead.add(Op(kind), None) {
                    return Err(unfit(before.first()));
                }
            } else if let [sign, number, ..] = before
                && number.is_number()
                && (sign.is_symbol('~') || sign.is_symbol('≈') || (sign.is_symbol('%') && !lead.percent))
            {
                if sign.is_symbol('%') {
                    lead.percent = true;
                } else {
                    lead.notes.push(Note::new(NoteCode::Approximate, Some(sign.span)));
                }
                self.rest = before.get(1..).unwrap_or(&[]);
            } else {
                break;
            }
        }
        if lead.level {
            lead.change = None;
        }
        Ok(lead)
    }
}

impl Lead {
    /// Adds words; none that contradict those before.
    fn add(&mut self, means: Means, span: Option<Span>) -> bool {
        match means {
            Op(kind) => return self.operator.replace(kind).is_none_or(|before| before == kind),
            Up | Down => {
                let change = if means == Up { Change::Increase } else { Change::Decrease };
                return self.change.replace(change).is_none_or(|before| before == change);
            }
            Level => self.level = true,
            About => self.notes.push(Note::new(NoteCode::Approximate, span)),
            Multiple => self.multiple = true,
            Yearly => self.yearly = span,
            Nothing | Verb => {}
        }
        true
    }
}

/// What words say that only lead in and name nothing: `bình quân`, `tốc độ tăng trung bình`.
pub(super) fn only_leads(tokens: &[Token<'_>]) -> Option<Lead> {
    let mut rest = tokens;
    while !rest.is_empty() {
        let (means, words) = lead_word(rest)?;
        let averages = ["bình", "trung", "mục", "chỉ"]
            .iter()
            .any(|word| rest.first().is_some_and(|first| first.is_word(word)));
        if matches!(means, Op(_) | Level | Multiple) || (means == Verb && !averages) {
            return None;
        }
        rest = rest.get(words..).unwrap_or(&[]);
    }
    Cursor { rest: tokens }.lead().ok().filter(|_| !tokens.is_empty())
}

/// Whether a cell's words say that its number is reached by a fall.
pub(super) fn falls(text: &str) -> bool {
    const FALLING: &[&str] = &["giảm", "xuống", "còn", "hạ", "rút"];
    if !text.contains(char::is_alphabetic) {
        return false;
    }
    let lexed = crate::text::Lexed::new(text);
    let tokens = lexed.tokens();
    let last = tokens.iter().rposition(Token::is_number).unwrap_or(0);
    // `giảm từ 10% xuống 5%` says so between its numbers.
    tokens.get(..last).unwrap_or(&[]).split(Token::is_number).any(|before| {
        before.iter().any(|token| FALLING.iter().any(|word| token.is_word(word)))
            && !before.iter().any(|token| token.is_word("trở"))
            && (0..before.len())
                .any(|at| before.get(at..).and_then(lead_word).is_some_and(|(means, _)| means == Level))
    })
}

/// Where the words before a number begin; the number's own place where none stand before it. Words of doing or having
/// do not begin them: they belong to a name before.
pub(super) fn lead_start(tokens: &[Token<'_>], number: usize) -> usize {
    /// Words of the longest lead.
    const REACH: usize = 12;
    let leads_to_number = |at: &usize| {
        let mut cursor = Cursor { rest: tokens.get(*at..).unwrap_or(&[]) };
        !matches!(lead_word(cursor.rest), Some((Verb, _)))
            && cursor.lead().is_ok()
            && tokens.len().checked_sub(cursor.rest.len()) == Some(number)
    };
    (number.saturating_sub(REACH)..=number).find(leads_to_number).unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::match_key;

    #[test]
    fn leads_are_keys_in_their_order() {
        assert!(LEADS.is_sorted_by(|a, b| a.0.as_bytes() < b.0.as_bytes()));
        assert!(LEADS.iter().all(|(phrase, _)| match_key(phrase) == *phrase));
    }
}
