//! Reading days, months, quarters, parts of years and years, alone, as a span or as a list that is one.
//!
//! What follows one another without a gap (`Tháng 7, 8/2025`, `Quý III và IV/2026`, `2025, 2026`) is one span; what does not
//! (`Tháng 6, 12/2026`) is several due dates, none of which is chosen. A year said once holds for all before it.

use super::date::{Point, Third, Unit};
use super::parse::{Reader, Unread, is_mark};
use crate::codes::NoteCode;
use crate::text::{Token, TokenKind};

/// What joins two points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// `-`.
    Dash,
    /// `đến`.
    Until,
    /// `,`, `và`.
    List,
}

impl Reader<'_, '_> {
    /// One point, or the first and the last of a span.
    pub(super) fn points(&mut self) -> Result<Option<(Point, Option<Point>)>, Unread> {
        let start = self.rest;
        let Some(first) = self.point(None)? else { return Ok(None) };
        if !self.rest.first().is_some_and(|next| is_mark(next, ",;-~÷→&+") || next.kind == TokenKind::Word)
        {
            return Ok(Some((first, None)));
        }
        let mut points = vec![first];
        let (mut after, mut said) = (self.rest, first.year.map(|_| 1));
        // A span has one dash or `đến`, a list none.
        let (mut spans, mut dashed) = (0_usize, false);
        loop {
            let broken = self.is_after_break();
            let Some(link) = self.link() else { break };
            let before = points.last().copied();
            let found = self.point(before);
            let fits = |point: &Point| {
                link != Link::List
                    || before.is_some_and(|before| {
                        point.is_like(before)
                            || is_number(before)
                            || is_number(*point)
                            // `Quý IV năm 2025 và năm 2026`
                            || (before.year.is_some() && follows(before, *point) == Ok(true))
                    })
            };
            let goes_on = |reader: &Self| {
                let mut probe = reader.probe(reader.rest);
                link == Link::Dash && (probe.continues() || matches!(probe.recurrence(false), Ok(true)))
            };
            match found {
                Ok(Some(point)) if fits(&point) => {
                    points.push(point);
                    spans += usize::from(link != Link::List);
                    dashed |= link == Link::Dash;
                    if point.year.is_some() {
                        (after, said) = (self.rest, Some(points.len()));
                    }
                }
                // Where a span's end is none, the dash or `đến` is what cannot be read; a dash that begins a line is a bullet.
                // `6/2025 - thường xuyên`
                _ if link != Link::List && said == Some(points.len()) && !broken && !goes_on(self) => {
                    self.rest = after;
                    return Err(self.unread(NoteCode::UnreadText));
                }
                _ => break,
            }
        }
        let Some(count) = said else {
            // Several days or periods of every year are not one.
            if points.len() > 1 && self.each_follows() {
                return Err(Unread { code: NoteCode::SeveralDates, span: self.since(start) });
            }
            self.rest = after;
            return Ok(Some((first, None)));
        };
        self.rest = after;
        points.truncate(count);
        let span = self.since(start);
        one_span(points, spans, dashed).map_err(|code| Unread { code, span })
    }

    /// Whether `hằng năm` and its like come next.
    fn each_follows(&self) -> bool {
        self.rest.first().is_some_and(|next| next.is_word("hàng") || next.is_word("mỗi"))
    }

    /// What joins the point before to one after.
    fn link(&mut self) -> Option<Link> {
        let next = self.rest.first()?;
        // A dash at the beginning of a line is a bullet where the first line has one.
        if is_mark(next, "-~÷→") && !(self.bulleted && self.is_after_break()) {
            self.rest = self.rest.get(1..).unwrap_or(&[]);
            let until = self.phrase(&["đến"]);
            let _ = until && self.phrase(&["hết"]);
            return Some(if until { Link::Until } else { Link::Dash });
        }
        if self.phrase(&["đến"]) || self.phrase(&["tới"]) {
            let _ = self.phrase(&["hết"]);
            return Some(Link::Until);
        }
        let mark = self.take(|token| is_mark(token, ",;&+") || token.is_word("và"))?;
        if mark.is_symbol(',') {
            let _ = self.phrase(&["và"]);
        }
        Some(Link::List)
    }

    pub(super) fn point(&mut self, before: Option<Point>) -> Result<Option<Point>, Unread> {
        let start = self.rest;
        if let Some(found) = self.after_quarter(before)? {
            return Ok(Some(found));
        }
        let hour = self.hour();
        let third = self.third();
        let months = before.is_some_and(|before| matches!(before.unit, Unit::Month(_) | Unit::Number(_)));
        let found = self.unit(third, months);
        match found {
            Ok(Some(point)) => {
                let is_day = matches!(point.unit, Unit::Day { .. });
                match hour {
                    Some(_) if !is_day => Err(Unread { code: NoteCode::UnreadText, span: self.since(start) }),
                    Some((span, midnight)) => {
                        self.not_judged(span);
                        self.hour = Some(midnight);
                        Ok(Some(point))
                    }
                    None if is_day => {
                        self.hour_after_day();
                        Ok(Some(point))
                    }
                    None => Ok(Some(point)),
                }
            }
            Ok(None) if third.is_some() => Err(self.unread(NoteCode::UnreadText)),
            Ok(None) => {
                self.rest = start;
                Ok(None)
            }
            Err(unread) => Err(unread),
        }
    }

    pub(super) fn third(&mut self) -> Option<Third> {
        let first = self.rest.first().filter(|first| first.kind == TokenKind::Word)?;
        let third = match first.key {
            "đầu" => Third::Beginning,
            "giữa" => Third::Middle,
            "cuối" => Third::End,
            _ => return None,
        };
        self.rest = self.rest.get(1..).unwrap_or(&[]);
        Some(third)
    }

    /// A noun of time; without diacritics only where its number follows, since there it can be no other word.
    pub(super) fn noun(&mut self, noun: &str) -> bool {
        let Some((first, rest)) = self.rest.split_first() else { return false };
        let bare = match noun {
            "tháng" => "thang",
            "quý" => "quy",
            "năm" => "nam",
            _ => "ngay",
        };
        let slip = first.is_word(bare) && rest.first().is_some_and(|next| next.is_number() || is_roman(next))
            || noun == "quý" && first.is_word("qúy");
        let found = slip || first.is_word(noun);
        if found {
            self.rest = rest;
        }
        found
    }

    /// After a quarter, another without its word: the IV of `Quý III, IV/2026`, the I of `Quý IV/2025 - I/2026`.
    fn after_quarter(&mut self, before: Option<Point>) -> Result<Option<Point>, Unread> {
        let Some(Point { unit: Unit::Quarter(_), year, .. }) = before else { return Ok(None) };
        match self.rest.first() {
            Some(next) if is_roman(next) || next.is_number() && year.is_none() && next.key.len() <= 2 => {
                self.quarter_of_year().map(Some)
            }
            _ => Ok(None),
        }
    }

    fn unit(&mut self, third: Option<Third>, months: bool) -> Result<Option<Point>, Unread> {
        let start = self.rest;
        if self.noun("quý") {
            let quarter = self.quarter_of_year()?;
            // The law says what the end of a quarter is by no rule of its own: it is the quarter's last day. Its beginning
            // and middle it does not say.
            return match third {
                None | Some(Third::End) => Ok(Some(quarter)),
                Some(_) => Err(Unread { code: NoteCode::UnreadText, span: self.since(start) }),
            };
        }
        if third.is_none()
            && let Some(short) = self.short_name()?
        {
            return Ok(Some(short));
        }
        if third.is_none()
            && let Some(months) = self.months_of_year()?
        {
            return Ok(Some(months));
        }
        let named = self.noun("ngày");
        let named = self.any_phrase(&[&["mùng"], &["mồng"]]) || named;
        if !named && self.noun("năm") {
            let _ = self.phrase(&["ngân", "sách"]);
            let Some(year) = self.year() else {
                let school = self.phrase(&["học"]);
                let code = if school { NoteCode::UnreadText } else { NoteCode::NoYear };
                return Err(Unread { code, span: self.since(start) });
            };
            return Ok(Some(Point { unit: Unit::Year, year: Some(year), third }));
        }
        self.date(third, named, months)
    }

    /// `Q4/2025`, `QIV/2025`, `Q.IV/2025`, `T6/2025`; without a year where another of them follows.
    fn short_name(&mut self) -> Result<Option<Point>, Unread> {
        let start = self.rest;
        let Some(token) = self.take(|token| {
            token.kind == TokenKind::Word && token.key.len() <= 4 && token.key.starts_with(['q', 't'])
        }) else {
            return Ok(None);
        };
        let quarters = token.key.starts_with('q');
        let number = match (token.key.get(1..).unwrap_or(""), self.rest) {
            // `Q.IV/2025`, `T.6/2025`
            ("", [dot, number, ..]) if dot.is_symbol('.') && (number.is_number() || is_roman(number)) => {
                self.rest = self.rest.get(2..).unwrap_or(&[]);
                number.key
            }
            (number, _) => number,
        };
        let number = match roman(number) {
            Some(quarter) if quarters => Some(quarter),
            _ => number
                .parse()
                .ok()
                .filter(|_| number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit())),
        };
        let Some(number) = number else {
            self.rest = start;
            return Ok(None);
        };
        let year = self.year_after(true);
        if quarters && !(1..=4).contains(&number) && year.is_some() {
            return Err(Unread { code: NoteCode::NoSuchPeriod, span: self.since(start) });
        }
        Ok(Some(Point::of(if quarters { Unit::Quarter(number) } else { Unit::Month(number) }, year)))
    }

    fn quarter_of_year(&mut self) -> Result<Point, Unread> {
        let token = self.take(|token| token.is_number() || token.kind == TokenKind::Word && is_roman(token));
        let Some(token) = token else { return Err(self.unread(NoteCode::UnreadText)) };
        let quarter = roman(token.key).or_else(|| token.key.parse().ok().filter(|n| (1..=4).contains(n)));
        let quarter = quarter.filter(|_| token.key.len() <= 3);
        let Some(quarter) = quarter else {
            return Err(Unread { code: NoteCode::NoSuchPeriod, span: Some(token.span) });
        };
        Ok(Point::of(Unit::Quarter(quarter), self.year_after(true)))
    }

    /// `6 tháng đầu năm 2026`, `3 tháng cuối năm 2026`, `nửa đầu năm 2026`, `các tháng cuối năm 2026`.
    fn months_of_year(&mut self) -> Result<Option<Point>, Unread> {
        let start = self.rest;
        let count = if self.phrase(&["nửa"]) {
            Some(6)
        } else if self.phrase(&["các", "tháng"]) || self.phrase(&["những", "tháng"]) {
            None
        } else {
            let count = self.count_of_months();
            if count.is_none() || !self.noun_of_months() {
                self.rest = start;
                return Ok(None);
            }
            count
        };
        let third = self.third();
        let unit = match (third, count) {
            (Some(Third::Beginning), Some(count)) => Unit::FirstMonths(count),
            (Some(Third::End), Some(count)) => Unit::LastMonths(count),
            // However many they are, they end with the year.
            (Some(Third::End), None) => Unit::LastMonths(1),
            _ => {
                self.rest = start;
                return Ok(None);
            }
        };
        let named = self.noun("năm") || self.take(|token| token.is_symbol('/')).is_some();
        let year = self.year();
        match (named || year.is_some(), count) {
            (false, _) => Err(Unread { code: NoteCode::UnreadText, span: self.since(start) }),
            (true, Some(0 | 12..)) => Err(Unread { code: NoteCode::NoSuchPeriod, span: self.since(start) }),
            (true, _) => Ok(Some(Point::of(unit, year))),
        }
    }

    /// A whole number of at most two digits, or one of the words that stand before `tháng`.
    pub(super) fn count_of_months(&mut self) -> Option<u32> {
        let first = self.rest.first()?;
        if first.is_number() {
            return self.whole(2);
        }
        let count = match first.key {
            "ba" => 3,
            "sáu" => 6,
            "chín" => 9,
            _ => return None,
        };
        self.rest = self.rest.get(1..).unwrap_or(&[]);
        Some(count)
    }

    fn noun_of_months(&mut self) -> bool {
        let slip = matches!(self.rest, [noun, third, ..] if noun.is_word("thang")
            && (third.is_word("đầu") || third.is_word("cuối")));
        if slip {
            self.rest = self.rest.get(1..).unwrap_or(&[]);
        }
        slip || self.phrase(&["tháng"])
    }
}

/// The span that points make together, each with the year and the kind that a neighbour says.
fn one_span(
    mut points: Vec<Point>,
    spans: usize,
    dashed: bool,
) -> Result<Option<(Point, Option<Point>)>, NoteCode> {
    let mut next: Option<Point> = None;
    for point in points.iter_mut().rev() {
        if let Some(next) = next {
            point.year = point.year.or(next.year);
            point.unit = match (point.unit, next.unit) {
                (Unit::Number(day) | Unit::Day { day, month: None }, Unit::Day { month, .. }) => {
                    Unit::Day { day, month }
                }
                (Unit::Number(month), Unit::Month(_)) => Unit::Month(month),
                (unit, _) => unit,
            };
        }
        next = Some(*point);
    }
    let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) else {
        return Ok(None);
    };
    match (points.len(), spans) {
        (1, _) => return Ok(Some((first, None))),
        (2, 1)
            if dashed
                && last.unit == Unit::Year
                && matches!(first.unit, Unit::Month(_) | Unit::Quarter(_)) =>
        {
            // `Quý IV/2025 - 2026` may be that quarter of both years.
            return Err(NoteCode::UnreadText);
        }
        (2, 1) => return Ok(Some((first, Some(last)))),
        (_, 0) => {}
        _ => return Err(NoteCode::UnreadText),
    }
    for pair in points.windows(2) {
        let [one, other] = pair else { continue };
        if !follows(*one, *other)? {
            return Err(NoteCode::SeveralDates);
        }
    }
    Ok(Some((first, Some(last))))
}

/// Whether a period begins on the day after another ends.
fn follows(one: Point, other: Point) -> Result<bool, NoteCode> {
    Ok(one.third.is_none()
        && other.third.is_none()
        && one.bounds(None)?.1.succ_opt() == Some(other.bounds(None)?.0))
}

fn is_number(point: Point) -> bool {
    matches!(point.unit, Unit::Number(_))
}

fn is_roman(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Word
        && !token.key.is_empty()
        && token.key.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}

fn roman(key: &str) -> Option<u32> {
    Some(match key {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        _ => return None,
    })
}
