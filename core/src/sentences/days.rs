//! Days in a sentence: by when a report is due, and to which day its data go.

use super::words::{Words, one_of, word};
use crate::text::{Token, TokenKind};

/// A day as a sentence says it, before it is known of which cycle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Day {
    pub(super) on: On,
    /// "Before" (*trước*) that day.
    pub(super) before: bool,
    /// It stands after a word that makes it a last day (`trước`, `chậm nhất`), not after `ngày` alone.
    pub(super) is_opened: bool,
    /// An hour stands before it, which nothing judges.
    pub(super) has_hour: bool,
}

/// Which day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum On {
    /// A day alone.
    Bare(u32),
    /// A day of the month reported on; `true` where the words say that it comes every month.
    OfMonth(u32, bool),
    /// A day of the month after the period.
    NextMonth(u32),
    /// A day of the period's last month, and of which period, where that is a quarter.
    LastMonth(u32, Of),
    /// A day of the first month of the next quarter.
    NextQuarter(u32),
    /// The last day of the period's last month.
    LastDay(Of),
    /// A day and a month of a year.
    OfYear { day: u32, month: u32, year: Year },
    /// A day of the week, from 1 for Monday; of the week after from 8. `true` where the words say that it comes every week.
    OfWeek(u32, bool),
}

/// Of which period a month is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Month,
    Quarter,
    /// Whatever the period is.
    Any,
}

/// The year of a day and a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Not said.
    Unsaid,
    /// Every year.
    Each,
    /// The one after the period.
    Next,
    /// The one before the period.
    Before,
    /// That one.
    Of(u32),
}

/// A last day at the beginning of some tokens, and how many it takes.
pub(super) fn due(tokens: &[Token<'_>]) -> Option<(Day, usize)> {
    let mut words = Words::of(tokens);
    let (mut before, is_opened) = opening(&mut words);
    let has_hour = hour(&mut words);
    if has_hour {
        // Before an hour of a day is on that day.
        before = false;
        let _ = words.any(&["của", "của ngày"]);
    }
    if let Some(on) = weekday(&mut words) {
        return Some((Day { on, before, is_opened, has_hour }, words.taken()));
    }
    let is_named = words.phrase("ngày");
    if let Some(of) = last_day(&mut words, is_named) {
        // Before the last day of months of different lengths is no day of the month.
        let day = Day { on: On::LastDay(of), before, is_opened, has_hour };
        return (!before).then(|| (day, words.taken()));
    }
    let _ = words.any(&["mùng", "mồng"]);
    let on = (is_named || is_opened || has_hour).then(|| day_of(&mut words, is_named)).flatten()?;
    Some((Day { on, before, is_opened, has_hour }, words.taken()))
}

/// A further day after a comma or `và`, of which the first says what kind it is.
pub(super) fn further(tokens: &[Token<'_>], first: &Day) -> Option<(Day, usize)> {
    let mut words = Words::of(tokens);
    if let Some((day, taken)) = due(tokens).filter(|(day, _)| day.is_opened) {
        return Some((day, taken));
    }
    let is_named = words.phrase("ngày");
    let on = day_of(&mut words, is_named)?;
    // `trước ngày 20, 6 tháng`: a count is no day.
    let is_day = is_named || matches!(on, On::OfYear { .. } | On::OfMonth(_, true) | On::Bare(_));
    is_day.then(|| (Day { on, has_hour: false, ..*first }, words.taken()))
}

/// The words that make a day a last one; whether they say "before", and whether there are any.
fn opening(words: &mut Words<'_, '_>) -> (bool, bool) {
    let latest = words.any(&[
        "chậm nhất",
        "muộn nhất",
        "không quá",
        "không muộn hơn",
        "hạn cuối",
        "hạn chót",
        "hạn cuối cùng",
        "hạn nộp",
        "hạn gửi",
        "thời hạn",
        "thời hạn gửi",
        "thời hạn nộp",
        "xong",
        "vào",
    ]);
    let _ = words.any(&["là", "vào", "đến", "đến hết"]);
    if latest {
        let _ = words.any(&[":"]);
    }
    let before = words.any(&["trước hết", "trước"]);
    if before {
        let _ = words.any(&["hoặc trong"]);
    }
    (before, latest || before)
}

/// `16 giờ`, `17 giờ 00`, `16h00`, `17h30'`.
fn hour(words: &mut Words<'_, '_>) -> bool {
    let start = words.clone();
    if words.whole(2).is_some_and(|hour| hour < 25) {
        if words.phrase("giờ") {
            let after = words.clone();
            if words.whole(2).is_some() {
                let _ = words.any(&["phút"]);
                // A number that is a day's stays one.
                if words.peek().is_some_and(|token| token.is_symbol('/')) {
                    *words = after;
                }
            }
            let _ = words.any(&[","]);
            return true;
        }
        if words.peek().is_some_and(|token| token.kind == TokenKind::Word && is_hour(token.key)) {
            words.skip();
            return true;
        }
    }
    *words = start;
    if words.peek().is_some_and(|token| token.kind == TokenKind::Word && is_clock(token.key)) {
        words.skip();
        return true;
    }
    false
}

/// `h`, `h00`.
fn is_hour(key: &str) -> bool {
    key.strip_prefix('h')
        .is_some_and(|rest| rest.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `16h`, `16h00`.
fn is_clock(key: &str) -> bool {
    let rest = key.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < key.len() && is_hour(rest)
}

fn weekday(words: &mut Words<'_, '_>) -> Option<On> {
    const DAYS: [&str; 6] = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
    let start = words.clone();
    let _ = words.any(&["ngày"]);
    let day = if words.phrase("chủ nhật") {
        Some(7)
    } else if words.phrase("thứ") {
        let number = words.whole(1).and_then(|day| day.checked_sub(1)).filter(|day| (1..=6).contains(day));
        number.or_else(|| {
            let place = DAYS.iter().position(|day| words.phrase(day))?;
            u32::try_from(place).ok()?.checked_add(1)
        })
    } else {
        None
    };
    let Some(day) = day else {
        *words = start;
        return None;
    };
    let _ = words.any(&["của", "trong"]);
    if words.any(&["hàng tuần", "mỗi tuần", "từng tuần", "các tuần"]) {
        return Some(On::OfWeek(day, true));
    }
    if words.any(&["tuần sau", "tuần tiếp theo", "tuần kế tiếp", "tuần liền kề"]) {
        return Some(On::OfWeek(day.checked_add(7)?, true));
    }
    if words.any(&["tuần"]) {
        return Some(On::OfWeek(day, true));
    }
    Some(On::OfWeek(day, false))
}

/// `ngày cuối cùng của tháng`, `ngày cuối quý`, after `ngày`.
fn last_day(words: &mut Words<'_, '_>, is_named: bool) -> Option<Of> {
    let start = words.clone();
    if is_named && words.any(&["cuối cùng", "cuối"]) {
        let _ = words.any(&["của", "trong"]);
        let _ = words.any(&["hàng", "mỗi", "từng"]);
        if let Some(of) = period(words) {
            return Some(of);
        }
    }
    *words = start;
    None
}

fn period(words: &mut Words<'_, '_>) -> Option<Of> {
    if words.phrase("tháng") {
        Some(Of::Month)
    } else if words.phrase("quý") {
        Some(Of::Quarter)
    } else if words.any(&["kỳ báo cáo", "kỳ", "mỗi kỳ"]) {
        Some(Of::Any)
    } else {
        None
    }
}

/// The day itself, from its number on.
fn day_of(words: &mut Words<'_, '_>, is_named: bool) -> Option<On> {
    let start = words.clone();
    let found = day_in(words, is_named);
    if found.is_none() {
        *words = start;
    }
    found
}

fn day_in(words: &mut Words<'_, '_>, is_named: bool) -> Option<On> {
    let day = words.whole(2).filter(|day| (1..=31).contains(day))?;
    if words.any(&["/"]) {
        let month = words.whole(2).filter(|month| (1..=12).contains(month))?;
        let year = if words.any(&["/"]) { Year::Of(words.year()?) } else { year(words)? };
        return of_year(day, month, year);
    }
    // What is counted is no day: `trước 15 ngày`, `05 ngày làm việc`.
    if words.peek().is_some_and(|token| one_of(token, &["ngày", "giờ", "tuần", "năm", "quý", "-", "đến"]))
    {
        return None;
    }
    let _ = words.any(&["của", "trong", "vào"]);
    if words.any(&["hàng tháng", "mỗi tháng", "từng tháng", "các tháng"]) {
        return Some(On::OfMonth(day, true));
    }
    if !words.phrase("tháng") {
        // Without `ngày` a number alone is nobody's day, but after `trước` within brackets it is.
        return (is_named || words.ends_clause()).then_some(On::Bare(day));
    }
    if let Some(month) = words.whole(2).filter(|month| (1..=12).contains(month)) {
        return of_year(day, month, year(words)?);
    }
    if words.any(&["sau", "tiếp theo", "kế tiếp", "liền kề sau", "liền kề", "tiếp"]) {
        let _ = words.any(&["của kỳ báo cáo", "kỳ báo cáo", "sau kỳ báo cáo", "liền kề"]);
        return Some(On::NextMonth(day));
    }
    if words.any(&["cuối cùng", "cuối", "thứ ba"]) {
        let _ = words.any(&["của", "trong"]);
        let _ = words.any(&["hàng", "mỗi", "từng", "các"]);
        let of = period(words).filter(|of| *of != Of::Month)?;
        let _ = words.any(&["thuộc kỳ báo cáo", "báo cáo"]);
        // `tháng cuối quý trước`, `… sau` is another quarter.
        let is_another =
            words.peek().is_some_and(|token| one_of(token, &["trước", "sau", "tiếp", "kế", "liền"]));
        return (!is_another).then_some(On::LastMonth(day, of));
    }
    if words.any(&["đầu tiên", "đầu"]) {
        let _ = words.any(&["của", "trong"]);
        let is_next = words.any(&[
            "quý sau",
            "quý tiếp theo",
            "quý kế tiếp",
            "quý liền kề",
            "quý liền sau",
            "quý tiếp",
        ]);
        return is_next.then_some(On::NextQuarter(day));
    }
    // `tháng trước` is another month, `tháng báo cáo` the one reported on.
    let is_another = words.peek().is_some_and(|token| one_of(token, &["trước", "thứ", "giữa", "liền"]));
    let _ = words.any(&["báo cáo", "thuộc kỳ báo cáo", "đó", "của kỳ báo cáo"]);
    (!is_another).then_some(On::OfMonth(day, false))
}

/// What is said of the year after a day and a month; none where what follows makes it another day.
fn year(words: &mut Words<'_, '_>) -> Option<Year> {
    let start = words.clone();
    let _ = words.any(&["của"]);
    if words.any(&["hàng năm", "mỗi năm", "từng năm", "các năm"]) {
        return Some(Year::Each);
    }
    if words.any(&["năm sau", "năm tiếp theo", "năm kế tiếp", "năm liền kề", "năm liền sau"])
    {
        let _ = words.any(&["liền kề", "của kỳ báo cáo", "kỳ báo cáo", "của năm báo cáo"]);
        return Some(Year::Next);
    }
    if words.any(&["năm trước"]) {
        let _ = words.any(&["kỳ báo cáo", "của kỳ báo cáo", "năm báo cáo", "liền kề"]);
        return Some(Year::Before);
    }
    if words.any(&["kỳ báo cáo", "năm báo cáo", "cùng năm", "năm đó", "của năm"]) {
        return Some(Year::Unsaid);
    }
    if let Some(year) = words.phrase("năm").then(|| words.year()).flatten() {
        return Some(Year::Of(year));
    }
    *words = start;
    // A further mark of a date would make the numbers another one.
    (!words.any(&["/"])).then_some(Year::Unsaid)
}

fn of_year(day: u32, month: u32, year: Year) -> Option<On> {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (day <= longest).then_some(On::OfYear { day, month, year })
}

/// The days of data at the beginning of some tokens: their last day, the first where it is said, and how many tokens they
/// take. `từ 15/12 đến 14/12`, `từ ngày 15 tháng trước đến ngày 14 của tháng`.
pub(super) fn span(tokens: &[Token<'_>]) -> Option<(Option<On>, On, usize)> {
    let mut words = Words::of(tokens);
    let from = if words.any(&["kể từ", "từ"]) {
        let is_named = words.phrase("ngày");
        let from = first_day(&mut words, is_named)?;
        let _ = words.any(&[","]);
        Some(from)
    } else {
        None
    };
    if !(words.any(&["đến hết", "đến"]) || from.is_some() && words.any(&["-"])) {
        return None;
    }
    let is_named = words.phrase("ngày");
    let to = day_of(&mut words, is_named)?;
    Some((from, to, words.taken()))
}

/// The first day of data, which may be one of the month before the period.
fn first_day(words: &mut Words<'_, '_>, is_named: bool) -> Option<On> {
    let start = words.clone();
    let day = words.whole(2).filter(|day| (1..=31).contains(day))?;
    let _ = words.any(&["của"]);
    if words.any(&["tháng trước"]) {
        let _ = words.any(&["liền kề", "kỳ báo cáo", "của kỳ báo cáo"]);
        return Some(On::Bare(day));
    }
    *words = start;
    if let Some(on) = day_of(words, is_named) {
        return Some(on);
    }
    // `từ 15 đến 14`: a number before `đến`.
    let day = words.whole(2).filter(|day| (1..=31).contains(day))?;
    words.peek().filter(|token| word(token, "đến")).map(|_| On::Bare(day))
}
