//! What a sentence says of reports, item by item: how often, by which day, with which data.

use super::days::{self, Day, On};
use super::words::{Words, number, one_of, word};
use crate::codes::{Cycle, Halves};
use crate::text::Token;

/// A part of a sentence that says something of reports, by its tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) says: Says,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Says {
    /// How often; of half years, which half where it is said. Whether the words alone could speak of something else.
    Every(Cycle, Option<Halves>, Surely),
    /// Every day, which has no period.
    Daily,
    /// A period of its own: `năm 2026`, `quý I`, `6 tháng đầu năm 2026`.
    Single,
    /// By which days, one or several.
    By(Vec<Day>),
    /// From which day on and to which the data go.
    Data(Option<On>, On),
}

/// How surely words speak of a report's cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surely {
    /// They name the report: `báo cáo quý`, `đột xuất`.
    Named,
    /// They name a cycle, of whatever: `hằng năm`.
    Cycle,
}

/// What stands before words that speak of plans and money of a year, not of its report.
const OF_OTHERS: &[&str] = &["hoạch", "tác", "trình", "toán", "sách", "tiêu", "phí", "vốn", "cấp"];
/// After these a bare `năm` or `quý` is a cycle.
const LEADS: &[&[&str]] =
    &[&["báo", "cáo"], &["sơ", "kết"], &["tổng", "kết"], &["định", "kỳ"], &["định", "kì"], &["số", "liệu"]];

/// The items of a sentence, in order.
pub(super) fn of(tokens: &[Token<'_>]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let found = item(tokens, at, rest, &items);
        match found {
            Some((says, taken)) if taken > 0 => {
                let to = at.saturating_add(taken);
                items.push(Item { from: at, to, says });
                at = to;
            }
            _ => at = at.saturating_add(1),
        }
    }
    items
}

fn item(tokens: &[Token<'_>], at: usize, rest: &[Token<'_>], items: &[Item]) -> Option<(Says, usize)> {
    let before = tokens.get(..at).unwrap_or(&[]);
    let data = days::span(rest).filter(|(from, ..)| from.is_some() || is_of_data(before));
    if let Some((from, to, taken)) = data {
        return Some((Says::Data(from, to), taken));
    }
    if let Some((day, taken)) = days::due(rest) {
        if is_of_data(before) && !day.has_hour {
            return Some((Says::Data(None, day.on), taken));
        }
        let is_from = before.last().is_some_and(|token| one_of(token, &["từ", "sau", "kể", "số"]));
        if day.is_opened || day.has_hour || !is_from {
            return Some(listed(rest, day, taken));
        }
    }
    cycle(before, rest, items, at)
}

/// Whether words before speak of data that are closed: `số liệu tính đến`, `thời điểm chốt số liệu:`.
fn is_of_data(before: &[Token<'_>]) -> bool {
    const FILL: &[&str] = &[
        "báo", "cáo", "được", "tính", "lấy", "chốt", "là", ":", "kỳ", "điểm", "thời", "gian", "đến", "hết",
        "vào", "các", "liệu", "số", "theo",
    ];
    let near = before.iter().rev().take(10).take_while(|token| one_of(token, FILL));
    let near: Vec<&Token<'_>> = near.collect();
    near.windows(2).any(|pair| matches!(pair, [second, first] if word(first, "số") && word(second, "liệu")))
        || near.iter().any(|token| word(token, "chốt"))
}

/// A day and those listed after it: `15/6 và 15/12`.
fn listed(rest: &[Token<'_>], first: Day, taken: usize) -> (Says, usize) {
    let (mut listed, mut end) = (vec![first], taken);
    while let Some(first) = listed.first() {
        let Some(separator) = rest.get(end).filter(|token| one_of(token, &[",", "và", ";", "hoặc"]))
        else {
            break;
        };
        let double = u8::from(
            word(separator, ",") && rest.get(end.saturating_add(1)).is_some_and(|token| word(token, "và")),
        );
        let next = end.saturating_add(1).saturating_add(usize::from(double));
        let Some((day, taken)) = rest.get(next..).and_then(|rest| days::further(rest, first)) else { break };
        // A day that a cycle follows is that cycle's: `trước 10/6, trước 10/12 báo cáo năm`.
        listed.push(day);
        end = next.saturating_add(taken);
    }
    (Says::By(listed), end)
}

fn cycle(before: &[Token<'_>], rest: &[Token<'_>], items: &[Item], at: usize) -> Option<(Says, usize)> {
    let mut words = Words::of(rest);
    if words.any(&["đột xuất", "bất thường"]) {
        let _ = words.any(&["( khi có yêu cầu )", "khi có yêu cầu", "theo yêu cầu", "khi được yêu cầu"]);
        return Some((Says::Every(Cycle::AdHoc, None, Surely::Named), words.taken()));
    }
    if words.any(&[
        "khi có yêu cầu",
        "khi được yêu cầu",
        "khi cần thiết",
        "khi cần",
        "khi có phát sinh",
        "theo yêu cầu",
    ]) {
        return Some((Says::Every(Cycle::AdHoc, None, Surely::Cycle), words.taken()));
    }
    if words.any(&[
        "giữa nhiệm kỳ",
        "cuối nhiệm kỳ",
        "hết nhiệm kỳ",
        "kết thúc nhiệm kỳ",
        "giữa kỳ",
        "cuối giai đoạn",
        "giữa giai đoạn",
    ]) {
        return Some((Says::Every(Cycle::Term, None, Surely::Named), words.taken()));
    }
    if words.any(&["sơ kết", "tổng kết"]) {
        // `tổng kết năm` is the year's; `báo cáo sơ kết, tổng kết` no period's.
        let follows =
            |item: &Item| matches!(item.says, Says::Every(Cycle::Term, ..)) && item.to.saturating_add(2) > at;
        let is_report = ends_with(before, &["báo", "cáo"]) || items.last().is_some_and(follows);
        let is_of_a_period = words.peek().is_some_and(|token| {
            number(token)
                || one_of(token, &["năm", "quý", "tháng", "tuần", "hàng", "giữa", "cuối", "công", "định"])
        });
        return (is_report && !is_of_a_period)
            .then(|| (Says::Every(Cycle::Term, None, Surely::Named), words.taken()));
    }
    if words.any(&["thường niên"]) {
        return Some((Says::Every(Cycle::Yearly, None, Surely::Named), words.taken()));
    }
    let is_led = LEADS.iter().any(|lead| ends_with(before, lead));
    // `hằng tháng, quý, 6 tháng, năm`: a list goes on; so does one whose days stand in brackets.
    let goes_on = items.last().is_some_and(|item| {
        matches!(item.says, Says::Every(..) | Says::By(_))
            && before.get(item.to..).is_some_and(|between| {
                between.len() <= 4
                    && between
                        .iter()
                        .all(|token| one_of(token, &[",", "và", "hoặc", ";", "/", ")", "-", "("]))
            })
    });
    let is_each = words.any(&["hàng", "mỗi", "từng"]);
    let led = is_each || words.phrase("theo") || is_led || goes_on;
    let surely = if is_led { Surely::Named } else { Surely::Cycle };
    if let Some((cycle, halves)) = months(&mut words) {
        if words.year_follows() {
            return Some((Says::Single, words.taken()));
        }
        // A count of months that nothing makes a cycle (`trong 6 tháng`) is none.
        return (led || words.taken_each).then(|| (Says::Every(cycle, halves, surely), words.taken()));
    }
    let cycle = match words.peek() {
        Some(unit) if word(unit, "tuần") => Cycle::Weekly,
        Some(unit) if word(unit, "tháng") => Cycle::Monthly,
        Some(unit) if word(unit, "quý") => Cycle::Quarterly,
        Some(unit) if word(unit, "năm") => Cycle::Yearly,
        Some(unit) if word(unit, "ngày") && is_each => {
            words.skip();
            return Some((Says::Daily, words.taken()));
        }
        _ => return None,
    };
    words.skip();
    if words.is_of_another() {
        return None;
    }
    let _ = words.any(&["một lần", "/ lần"]) || words.once();
    if words.single_follows() {
        return (led || at == 0).then(|| (Says::Single, words.taken()));
    }
    let is_of_others = before.last().is_some_and(|token| one_of(token, OF_OTHERS));
    (led && (is_led || !is_of_others)).then(|| (Says::Every(cycle, None, surely), words.taken()))
}

fn ends_with(tokens: &[Token<'_>], words: &[&str]) -> bool {
    let last = tokens.len().checked_sub(words.len()).and_then(|from| tokens.get(from..)).unwrap_or(&[]);
    !last.is_empty() && last.iter().zip(words).all(|(token, key)| word(token, key))
}

/// `6 tháng`, `06 tháng đầu năm`, `6 tháng một lần`, `01 năm`, `sáu tháng`.
fn months(words: &mut Words<'_, '_>) -> Option<(Cycle, Option<Halves>)> {
    let start = words.clone();
    let count = words.whole(2).or_else(|| spelled(words));
    let found = count.and_then(|count| {
        if words.phrase("năm") {
            return (count == 1).then_some((Cycle::Yearly, None));
        }
        if words.phrase("tuần") {
            return (count == 1).then_some((Cycle::Weekly, None));
        }
        if words.phrase("quý") {
            return (count == 1).then_some((Cycle::Quarterly, None));
        }
        if !words.phrase("tháng") {
            return None;
        }
        match count {
            1 => Some((Cycle::Monthly, None)),
            3 => Some((Cycle::Quarterly, None)),
            6 if words.any(&[
                "đầu năm và cuối năm",
                "đầu năm và 6 tháng cuối năm",
                "đầu năm và 06 tháng cuối năm",
                "đầu năm, cuối năm",
            ]) =>
            {
                Some((Cycle::HalfYearly, Some(Halves::Both)))
            }
            6 if words.any(&["đầu năm", "đầu", "đầu của năm"]) => {
                Some((Cycle::HalfYearly, Some(Halves::First)))
            }
            6 if words.any(&["cuối năm", "cuối", "cuối của năm"]) => {
                Some((Cycle::HalfYearly, Some(Halves::Second)))
            }
            6 => Some((Cycle::HalfYearly, None)),
            9 => {
                let _ = words.any(&["đầu năm"]);
                Some((Cycle::NineMonthly, None))
            }
            12 => Some((Cycle::Yearly, None)),
            _ => None,
        }
    });
    let Some((cycle, halves)) = found else {
        *words = start;
        return None;
    };
    if words.any(&["/ lần", "một lần", "1 lần", "mỗi lần"]) || words.once() {
        words.taken_each = true;
        let halves = if cycle == Cycle::HalfYearly { halves.or(Some(Halves::Both)) } else { halves };
        return Some((cycle, halves));
    }
    Some((cycle, halves))
}

fn spelled(words: &mut Words<'_, '_>) -> Option<u32> {
    const COUNTS: [(&str, u32); 6] =
        [("một", 1), ("ba", 3), ("sáu", 6), ("chín", 9), ("mười hai", 12), ("nửa", 6)];
    let start = words.clone();
    let (_, count) = COUNTS.into_iter().find(|(key, _)| words.phrase(key))?;
    if words.peek().is_some_and(|token| one_of(token, &["tháng", "năm", "tuần", "quý"])) {
        return Some(count);
    }
    *words = start;
    None
}

/// Whether a token is a number or a quarter's Roman numeral: what makes a period a single one.
pub(super) fn is_ordinal(token: &Token<'_>) -> bool {
    number(token) || one_of(token, &["i", "ii", "iii", "iv"])
}
