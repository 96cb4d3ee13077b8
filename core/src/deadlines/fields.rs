//! Dates in numerals: their fields, and what joins them.

use super::date::{Point, Third, Unit};
use super::parse::{Reader, Unread, is_mark};
use crate::codes::NoteCode;
use crate::text::{Token, TokenKind};

/// The fields of a date: up to three whole numbers.
#[derive(Clone, Copy, Default)]
struct Fields {
    values: [u32; 3],
    count: usize,
    first_length: usize,
    last_length: usize,
}

impl Fields {
    /// Adds one, if it is a whole number of at most four digits.
    fn push(&mut self, field: &str) -> bool {
        let value =
            field.parse().ok().filter(|_| field.len() <= 4 && field.bytes().all(|b| b.is_ascii_digit()));
        let (Some(value), Some(slot)) = (value, self.values.get_mut(self.count)) else { return false };
        *slot = value;
        if self.count == 0 {
            self.first_length = field.len();
        }
        self.count += 1;
        self.last_length = field.len();
        true
    }

    fn last(self) -> u32 {
        self.values.get(self.count.saturating_sub(1)).copied().unwrap_or(0)
    }
}

impl<'t, 'k> Reader<'t, 'k> {
    /// `d/m/yyyy`, `m/yyyy`, `yyyy`, `yyyy-mm-dd`, with slashes, dashes, dots, or `tháng` and `năm` in words; and what a
    /// neighbour completes: `d/m`, `tháng m`, `m`.
    pub(super) fn date(
        &mut self,
        third: Option<Third>,
        named: bool,
        months: bool,
    ) -> Result<Option<Point>, Unread> {
        let month_first = !named && self.noun("tháng");
        let start = self.rest;
        let Some(token) = self.take(Token::is_number) else {
            return if month_first || named { Err(self.unread(NoteCode::UnreadText)) } else { Ok(None) };
        };
        let mut fields = Fields::default();
        let mut whole = token.key.split('.').all(|field| fields.push(field));
        let dotted = fields.count > 1;
        if !dotted && token.key.len() == 4 && !month_first {
            self.rest_of_iso(&mut fields);
        } else if !dotted {
            while fields.count < 3
                && fields.last_length < 3
                && let Some((joined, rest)) = self.next_field(fields, month_first, months)
            {
                whole &= fields.push(joined);
                self.rest = rest;
            }
        }
        let refuse = |code, reader: &Self| Err(Unread { code, span: reader.since(start) });
        if !whole {
            return refuse(NoteCode::UnreadText, self);
        }
        let full = fields.last_length == 4;
        let year = i32::try_from(fields.last()).ok().filter(|_| full);
        let unit = match (fields.count, fields.values, full) {
            (3, [year, month, day], _) if fields.first_length == 4 => {
                let year = i32::try_from(year).ok();
                let point = Point::of(Unit::Day { day, month: Some(month) }, year);
                return if third.is_none() { Ok(Some(point)) } else { refuse(NoteCode::UnreadText, self) };
            }
            (3, [day, month, _], true) if !month_first => Unit::Day { day, month: Some(month) },
            // A year of two digits is no year.
            (3, _, false) if !month_first && fields.last_length == 2 => {
                return refuse(NoteCode::NoYear, self);
            }
            (2, _, false) if month_first && fields.last_length == 2 => return refuse(NoteCode::NoYear, self),
            (2, [month, ..], true) if !named => Unit::Month(month),
            (2, [day, month, _], false) if !month_first && !dotted && fields.last_length < 3 => {
                Unit::Day { day, month: Some(month) }
            }
            (1, [day, ..], false) if named => Unit::Day { day, month: None },
            (1, [month, ..], false) if month_first => Unit::Month(month),
            (1, _, true) if !named && !month_first => Unit::Year,
            (1, [number, ..], false) if fields.last_length < 3 => Unit::Number(number),
            _ => return refuse(NoteCode::UnreadText, self),
        };
        if third.is_some() && matches!(unit, Unit::Day { .. } | Unit::Number(_)) {
            return refuse(NoteCode::UnreadText, self);
        }
        let lacks_year = year.is_none() && !matches!(unit, Unit::Number(_) | Unit::Day { month: None, .. });
        let year = if lacks_year { self.year_after(month_first) } else { year };
        Ok(Some(Point { unit, year, third }))
    }

    /// The field after a mark or a word: `/11` of `30/11`, `tháng 11`, `năm 2026`. A dash joins all three fields or a year.
    fn next_field(
        &self,
        fields: Fields,
        month_first: bool,
        months: bool,
    ) -> Option<(&'k str, &'t [Token<'k>])> {
        let [mark, next, rest @ ..] = self.rest else { return None };
        let joins = next.is_number()
            && match mark.kind {
                TokenKind::Symbol('/') => true,
                TokenKind::Symbol('-') if next.key.len() == 4 => true,
                TokenKind::Symbol('-') => {
                    fields.count == 1
                        && !month_first
                        && matches!(rest, [mark, year, ..]
                            if mark.is_symbol('-') && year.is_number() && year.key.len() == 4)
                }
                TokenKind::Word if mark.is_word("tháng") || mark.is_word("thang") => {
                    fields.count == 1 && !month_first
                }
                // `5 năm 2026` may be five years.
                TokenKind::Word if fields.count == 1 && !month_first && !months => false,
                TokenKind::Word => mark.is_word("năm") || mark.is_word("nam"),
                _ => false,
            };
        joins.then_some((next.key, rest))
    }

    /// `-03-15` or `/03/15` after a year.
    fn rest_of_iso(&mut self, fields: &mut Fields) {
        if let [first, month, second, day, rest @ ..] = self.rest
            && first.kind == second.kind
            && is_mark(first, "-/")
            && [month, day].iter().all(|field| field.is_number() && field.key.len() <= 2)
        {
            fields.push(month.key);
            fields.push(day.key);
            self.rest = rest;
        }
    }

    pub(super) fn year(&mut self) -> Option<i32> {
        let token =
            self.take(|token| token.is_number() && token.key.len() == 4 && !token.key.contains(['.', ',']))?;
        token.key.parse().ok()
    }

    /// The year after a month, quarter or day: `/2026`, `năm 2026`, `của năm 2026`, `, 2026`.
    pub(super) fn year_after(&mut self, bare: bool) -> Option<i32> {
        let start = self.rest;
        let marked = self.take(|token| is_mark(token, "/-,.")).is_some();
        let named = self.phrase(&["của", "năm"]) || self.noun("năm");
        let year = if marked || named || bare { self.year() } else { None };
        if year.is_none() {
            self.rest = start;
        }
        year
    }
}
