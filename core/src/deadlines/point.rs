//! Reading days, months, quarters, halves and years, alone or as a span.

use super::date::{Point, Third};
use super::parse::{Reader, Unread, is_mark};
use crate::codes::NoteCode;
use crate::text::Token;

impl Reader<'_, '_> {
    /// One point, or the two of a span.
    pub(super) fn points(&mut self) -> Result<Option<(Point, Option<Point>)>, Unread> {
        if let Some(pair) = self.short_span() {
            return Ok(Some(pair));
        }
        let Some(first) = self.point()? else { return Ok(None) };
        let start = self.rest;
        if self.take(|token| token.is_symbol('-') || token.is_word("đến")).is_none() {
            return Ok(Some((first, None)));
        }
        let _ = self.phrase(&["hết"]);
        if let Some(last) = self.point()? {
            return Ok(Some((first, Some(last))));
        }
        self.rest = start;
        Err(self.unread(NoteCode::UnreadText))
    }

    /// `Quý III-IV/2025`, `10-11/2025`: two periods that share their year.
    fn short_span(&mut self) -> Option<(Point, Option<Point>)> {
        let start = self.rest;
        let quarters = self.phrase(&["quý"]);
        let _ = quarters || self.phrase(&["tháng"]);
        let count =
            |reader: &mut Self| if quarters { reader.quarter().ok().flatten() } else { reader.whole(2) };
        let first = count(self);
        let dash = self.take(|token| token.is_symbol('-')).is_some();
        let last = if dash { count(self) } else { None };
        let year = self.take(|token| token.is_symbol('/') || token.is_word("năm")).and_then(|_| self.year());
        let (Some(first), Some(last), Some(year)) = (first, last, year) else {
            self.rest = start;
            return None;
        };
        let point = |n| {
            if quarters {
                Point::Quarter { year, quarter: n }
            } else {
                Point::Month { year, month: n, third: None }
            }
        };
        Some((point(first), Some(point(last))))
    }

    pub(super) fn point(&mut self) -> Result<Option<Point>, Unread> {
        let start = self.rest;
        let third = if self.phrase(&["đầu"]) {
            Some(Third::Beginning)
        } else if self.phrase(&["giữa"]) {
            Some(Third::Middle)
        } else if self.phrase(&["cuối"]) {
            Some(Third::End)
        } else {
            None
        };
        if third.is_none() && self.phrase(&["quý"]) {
            return self.quarter_of_year().map(Some);
        }
        if third.is_none()
            && let Some(short) = self.short_name()?
        {
            return Ok(Some(short));
        }
        let is_half = |reader: &mut Self| reader.whole(2) == Some(6) && reader.phrase(&["tháng"]);
        if third.is_none() && is_half(self) {
            return self.half_of_year().map(Some);
        }
        self.rest = if third.is_some() { start.get(1..).unwrap_or(&[]) } else { start };
        let named = self.phrase(&["ngày"]);
        if self.phrase(&["năm"]) {
            let year = self.year().ok_or(Unread { code: NoteCode::NoYear, span: self.since(start) })?;
            return Ok(Some(Point::Year { year, third }));
        }
        let found = self.date(third, named)?;
        if found.is_none() {
            if third.is_some() {
                return Err(self.unread(NoteCode::UnreadText));
            }
            self.rest = start;
        }
        Ok(found)
    }

    /// `d/m/yyyy`, `m/yyyy`, `yyyy`, with slashes, dashes, dots, or `tháng` and `năm` in words.
    fn date(&mut self, third: Option<Third>, named: bool) -> Result<Option<Point>, Unread> {
        let month_first = self.phrase(&["tháng"]);
        let start = self.rest;
        let Some(token) = self.take(Token::is_number) else {
            return if month_first { Err(self.unread(NoteCode::UnreadText)) } else { Ok(None) };
        };
        let mut fields: Vec<&str> = token.key.split('.').collect();
        // Dots stand between all three or between none.
        let dotted = fields.len() > 1;
        while !dotted && fields.len() < 3 && fields.last().is_some_and(|last| last.len() < 3) {
            let joined = matches!(self.rest, [mark, next, ..] if next.is_number()
                && (is_mark(mark, "/-") || mark.is_word("tháng") || mark.is_word("năm")));
            let Some(next) = self.rest.get(1).filter(|_| joined) else { break };
            fields.push(next.key);
            self.rest = self.rest.get(2..).unwrap_or(&[]);
        }
        let date = self.since(start);
        let refuse = |code| Unread { code, span: date };
        let numbers: Option<Vec<u32>> = fields
            .iter()
            .map(|field| field.bytes().all(|b| b.is_ascii_digit()).then(|| field.parse().ok()).flatten())
            .collect();
        let Some(numbers) = numbers else { return Err(refuse(NoteCode::UnreadText)) };
        let full = fields.last().is_some_and(|year| year.len() == 4);
        let year = numbers.last().and_then(|year| i32::try_from(*year).ok()).unwrap_or(0);
        match (numbers.as_slice(), full) {
            ([_, _], _) if dotted => Err(refuse(NoteCode::UnreadText)),
            ([day, month, _], true) if third.is_none() && !month_first => {
                Ok(Some(Point::Day { year, month: *month, day: *day }))
            }
            // `ngày` names a day: a month or a year alone is not one.
            ([_] | [_, _], true) if named => Err(refuse(NoteCode::UnreadText)),
            ([month, _], true) => Ok(Some(Point::Month { year, month: *month, third })),
            ([_], true) if !month_first => Ok(Some(Point::Year { year, third })),
            // A lone number is a day or month only where a word says so.
            ([_], false) if named || month_first => Err(refuse(NoteCode::NoYear)),
            ([_, _], false) => Err(refuse(NoteCode::NoYear)),
            _ => Err(refuse(NoteCode::UnreadText)),
        }
    }

    fn year(&mut self) -> Option<i32> {
        let token =
            self.take(|token| token.is_number() && token.key.len() == 4 && !token.key.contains(['.', ',']))?;
        token.key.parse().ok()
    }

    /// `Q4/2025`, `T6/2025`.
    fn short_name(&mut self) -> Result<Option<Point>, Unread> {
        let start = self.rest;
        let Some(token) = self.take(|token| token.key.len() <= 3 && token.key.starts_with(['q', 't'])) else {
            return Ok(None);
        };
        let (quarters, number) =
            (token.key.starts_with('q'), token.key.get(1..).and_then(|digits| digits.parse().ok()));
        let joined = self.take(|token| is_mark(token, "/-")).and_then(|_| self.year());
        let (Some(number), Some(year)) = (number, joined) else {
            self.rest = start;
            return Ok(None);
        };
        if quarters && number > 4 {
            return Err(Unread { code: NoteCode::NoSuchPeriod, span: self.since(start) });
        }
        let month = Point::Month { year, month: number, third: None };
        Ok(Some(if quarters { Point::Quarter { year, quarter: number } } else { month }))
    }

    fn quarter(&mut self) -> Result<Option<u32>, Unread> {
        let unread = self.unread(NoteCode::NoSuchPeriod);
        let Some(token) =
            self.take(|token| token.is_number() || token.key.chars().all(|c| matches!(c, 'i' | 'v' | 'x')))
        else {
            return Ok(None);
        };
        match token.key {
            "i" | "1" | "01" => Ok(Some(1)),
            "ii" | "2" | "02" => Ok(Some(2)),
            "iii" | "3" | "03" => Ok(Some(3)),
            "iv" | "4" | "04" => Ok(Some(4)),
            _ => Err(unread),
        }
    }

    fn quarter_of_year(&mut self) -> Result<Point, Unread> {
        let start = self.rest;
        let quarter = self.quarter()?.ok_or_else(|| self.unread(NoteCode::UnreadText))?;
        let named = self.since(start);
        let _ = self.take(|token| is_mark(token, "/-,") || token.is_word("năm"));
        let year = self.year().ok_or(Unread { code: NoteCode::NoYear, span: named })?;
        Ok(Point::Quarter { year, quarter })
    }

    /// After `6 tháng`: `đầu năm 2026`, `cuối năm 2026`.
    fn half_of_year(&mut self) -> Result<Point, Unread> {
        let half = if self.phrase(&["đầu"]) {
            1
        } else if self.phrase(&["cuối"]) {
            2
        } else {
            return Err(self.unread(NoteCode::UnreadText));
        };
        let _ = self.phrase(&["năm"]) || self.take(|token| token.is_symbol('/')).is_some();
        let year = self.year().ok_or_else(|| self.unread(NoteCode::NoYear))?;
        Ok(Point::Half { year, half })
    }
}
