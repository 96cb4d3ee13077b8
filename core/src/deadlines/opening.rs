//! What stands before a date: words of work and of leading, which add nothing, and those that change its meaning.

use super::parse::{Reader, is_mark};
use crate::text::{Token, TokenKind};

/// Words of work that may stand before a part, with what the work is done to after them; they add nothing to it.
const WORK: &[&[&str]] = &[
    &["báo", "cáo", "đầu", "tiên"],
    &["hoàn", "thành"],
    &["hoàn", "thiện"],
    &["báo", "cáo"],
    &["thực", "hiện"],
    &["triển", "khai"],
    &["cập", "nhật"],
    &["bổ", "sung"],
    &["rà", "soát"],
    &["đánh", "giá"],
    &["điều", "chỉnh"],
    &["duy", "trì"],
    &["tổ", "chức"],
    &["sơ", "kết"],
    &["tổng", "kết"],
    &["nhiệm", "vụ"],
    &["công", "việc"],
    &["công", "bố"],
    &["ban", "hành"],
    &["phê", "duyệt"],
    &["tham", "mưu"],
    &["xây", "dựng"],
    &["gửi"],
    &["nộp"],
    &["trình"],
];

/// Words that lead to a date and add nothing to it.
const LEADS: &[&[&str]] = &[
    &["không", "muộn", "hơn"],
    &["không", "chậm", "quá"],
    &["không", "quá"],
    &["định", "kỳ"],
    &["dự", "kiến"],
    &["thời", "hạn"],
    &["thời", "gian"],
    &["chậm", "nhất"],
    &["muộn", "nhất"],
    &["hạn", "chót"],
    &["hạn", "cuối"],
    &["hạn"],
    &["từ", "nay"],
    &["ngay", "trong"],
    &["xong"],
    &["là"],
    &["cả"],
    &["suốt"],
    &["trong"],
    &["vào"],
    &["đến"],
    &["tới"],
    &["hết"],
];

/// Words after which no object of the work follows, but another condition.
const CONDITIONS: &[&str] = &["khoảng", "sau", "khi", "hoặc", "nếu", "chưa", "theo", "hàng", "mỗi"];

/// How many words of the object of some work are looked through for its date.
pub(super) const MOST_WORDS: usize = 40;

/// Words of an opening that make what follows an end, never a start: `đến năm 2030`, `chậm nhất 2026`.
const LIMITS: &[&str] = &["đến", "tới", "hết", "nhất", "muộn", "quá", "hạn", "thành", "xong"];

/// What stands before a point and changes its meaning.
#[derive(Clone, Copy, Default)]
pub(super) struct Opening {
    pub(super) before: bool,
    pub(super) from: bool,
    pub(super) stage: bool,
    /// The point is an end: `đến`, `hết`, `chậm nhất`, `hoàn thành`.
    pub(super) limits: bool,
    /// `định kỳ` stood before.
    pub(super) periodic: bool,
}

impl Reader<'_, '_> {
    /// Skips words of work and words that lead to a date; whether any was of work.
    pub(super) fn skip_openings(&mut self) -> bool {
        let mut work = false;
        while let Some(next) = self.rest.first() {
            if next.kind == TokenKind::Word {
                let of_work = self.any_phrase(WORK);
                if !of_work && !self.any_phrase(LEADS) {
                    break;
                }
                work |= of_work;
            } else if work && next.is_symbol(':') || is_mark(next, ":") && self.rest.len() < self.cell.len() {
                self.rest = self.rest.get(1..).unwrap_or(&[]);
            } else {
                break;
            }
        }
        work
    }

    /// Skips what adds nothing to a date, and says what changes its meaning.
    pub(super) fn openings(&mut self) -> Opening {
        let mut opening = Opening::default();
        let start = self.rest;
        if self.skip_openings() {
            self.object();
        }
        let skipped = start.get(..start.len() - self.rest.len()).unwrap_or(&[]);
        opening.limits = skipped.iter().any(|token| LIMITS.iter().any(|word| token.is_word(word)));
        opening.periodic = skipped.iter().any(|token| token.is_word("kỳ"));
        if self.phrase(&["trước"]) {
            opening.before = true;
        } else if self.any_phrase(&[&["kể", "từ"], &["từ"]]) {
            opening.from = true;
        } else if self.phrase(&["bắt", "đầu"]) {
            let _ = self.any_phrase(&[&["kể", "từ"], &["từ"], &["trong"], &["vào"]]);
            opening.from = true;
        } else if self.phrase(&["giai", "đoạn"]) {
            let _ = self.phrase(&["từ"]);
            opening.stage = true;
        } else if matches!(self.rest, [all, year, number, ..] if (all.is_word("các") || all.is_word("những"))
            && year.is_word("năm") && number.is_number())
        {
            self.rest = self.rest.get(1..).unwrap_or(&[]);
        }
        opening
    }

    /// Skips what work is done to, or to whom it goes, where its date follows: `Trình UBND tỉnh trước ngày …`, `Ban hành kế
    /// hoạch trong quý I/2026`. A number in it would be lost, and a condition is no object: then nothing is skipped.
    fn object(&mut self) {
        const DATES: &[&str] = &["trước", "trong", "chậm", "muộn", "vào", "không", "xong"];
        let is_object = |token: &&Token<'_>| {
            (token.kind == TokenKind::Word && !CONDITIONS.iter().any(|word| token.is_word(word)))
                || token.is_symbol(',')
        };
        let length = self.rest.iter().take(MOST_WORDS).take_while(is_object).count();
        for at in 0..length {
            let Some([next, ..]) = self.rest.get(at..) else { return };
            if !DATES.iter().any(|word| next.is_word(word)) {
                continue;
            }
            let mut probe = self.probe(self.rest.get(at..).unwrap_or(&[]));
            let _ = probe.skip_openings();
            let _ = probe.phrase(&["trước"]) || probe.phrase(&["giai", "đoạn"]);
            if matches!(probe.point(None), Ok(Some(_))) {
                self.rest = self.rest.get(at..).unwrap_or(&[]);
                let _ = self.skip_openings();
                return;
            }
        }
    }
}
