//! Work that goes on, recurs or is asked for; the day of each period on which it is due.

use chrono::Datelike;

use super::RecurringDay;
use super::date::{Point, Third, Unit};
use super::parse::{Reader, Unread, is_separator};
use crate::codes::{Cycle, DateRule, NoteCode};
use crate::note::Note;
use crate::text::{Token, starts_with};

/// Occasions on which work is asked for, after "khi có" or "khi".
const DEMANDS: &[&[&str]] =
    &[&["phát", "sinh"], &["yêu", "cầu"], &["nhu", "cầu"], &["cần", "thiết"], &["cần"]];

/// A week among months: no part or multiple of it is a cycle.
const WEEK: u32 = 1_000_003;

/// The cycle of so many months.
fn cycle_of(months: u32) -> Option<Cycle> {
    Some(match months {
        1 => Cycle::Monthly,
        3 => Cycle::Quarterly,
        6 => Cycle::HalfYearly,
        9 => Cycle::NineMonthly,
        12 => Cycle::Yearly,
        WEEK => Cycle::Weekly,
        _ => return None,
    })
}

/// The months of a unit in which cycles are said; 0 for a day.
fn months_of(unit: &Token<'_>) -> Option<u32> {
    [("năm", 12), ("quý", 3), ("tháng", 1), ("tuần", WEEK), ("ngày", 0)]
        .into_iter()
        .find_map(|(word, months)| unit.is_word(word).then_some(months))
}

impl<'t, 'k> Reader<'t, 'k> {
    #[inline]
    pub(super) fn continues(&mut self) -> bool {
        let mut found = false;
        while self.any_phrase(&[&["thường", "xuyên"], &["liên", "tục"], &["xuyên", "suốt"], &["lâu", "dài"]])
        {
            found = true;
        }
        // `thường xuyên trong năm` is of every year.
        if found && !self.rest.get(2).is_some_and(Token::is_number) {
            let _ = self.phrase(&["trong", "năm"]);
        }
        self.out.continues |= found;
        found
    }

    /// `hằng năm`, `định kỳ 6 tháng`, `6 tháng/lần`, `2 lần/năm`, `thường niên`, `đầu mỗi tháng`.
    #[inline]
    pub(super) fn recurrence(&mut self, periodic: bool) -> Result<bool, Unread> {
        let start = self.rest;
        if self.weekday()? {
            return Ok(true);
        }
        let third = if is_each(self.rest.get(1)) { self.third() } else { None };
        let months = match self.so_many_times() {
            Some(months) => Some(months),
            None => self.each_unit(periodic && third.is_none()),
        };
        let months = match months {
            Some(months) => Some(months),
            None if third.is_none() && self.phrase(&["thường", "niên"]) => Some(12),
            None => None,
        };
        let Some(months) = months else {
            self.rest = start;
            return Ok(false);
        };
        let Some(cycle) = cycle_of(months) else {
            // What the cycle is stands after `hằng`.
            let span = self.since(if is_each(start.first()) { start.get(1..).unwrap_or(&[]) } else { start });
            return Err(Unread { code: NoteCode::UnknownCycle, span });
        };
        let (day, whole) = match (third, cycle) {
            (None | Some(Third::End), _) => (None, true),
            (Some(Third::Beginning), Cycle::Monthly) => (Some((None, 1)), true),
            (Some(Third::Middle), Cycle::Monthly) => (Some((None, 15)), true),
            (Some(Third::Beginning), Cycle::Yearly) => (Some((Some(1), 1)), true),
            (Some(Third::Middle), Cycle::Yearly) => (Some((Some(6), 30)), true),
            _ => (None, false),
        };
        if !whole {
            return Err(Unread { code: NoteCode::UnreadText, span: self.since(start) });
        }
        self.recurs(cycle, day.map(|(month, day)| RecurringDay { month, day, before: false }), start)?;
        Ok(true)
    }

    /// `thứ Sáu hằng tuần`: weekly; the day has no place in a deadline and is noted.
    fn weekday(&mut self) -> Result<bool, Unread> {
        const DAYS: &[&[&str]] = &[
            &["chủ", "nhật"],
            &["thứ", "hai"],
            &["thứ", "ba"],
            &["thứ", "tư"],
            &["thứ", "năm"],
            &["thứ", "sáu"],
            &["thứ", "bảy"],
        ];
        let start = self.rest;
        let named = self.any_phrase(DAYS) || (self.phrase(&["thứ"]) && self.whole(1).is_some());
        let day = self.since(start);
        let each =
            named && is_each(self.rest.first()) && self.rest.get(1).is_some_and(|unit| unit.is_word("tuần"));
        if !(each || named && self.out.recurrence == Some(Cycle::Weekly)) {
            self.rest = start;
            return Ok(false);
        }
        self.rest = self.rest.get(if each { 2 } else { 0 }..).unwrap_or(&[]);
        self.recurs(Cycle::Weekly, None, start)?;
        self.out.notes.push(Note::new(NoteCode::UnreadText, day));
        Ok(true)
    }

    /// `hằng năm`, `mỗi quý một lần`, `mỗi năm 2 lần`, `6 tháng/lần`, `mỗi 3 tháng`: the months of a period, 0 where the cycle
    /// is none of ours.
    fn each_unit(&mut self, periodic: bool) -> Option<u32> {
        let start = self.rest;
        let each = self.phrase(&["hàng"]) || self.phrase(&["mỗi"]) || periodic;
        if each && let Some(months) = self.rest.first().and_then(months_of) {
            // `định kỳ năm 2026` is a year.
            if matches!(self.rest, [_, number, times, ..] if number.is_number() && !times.is_word("lần"))
                || matches!(self.rest, [_, number] if number.is_number())
            {
                self.rest = start;
                return None;
            }
            self.rest = self.rest.get(1..).unwrap_or(&[]);
            return Some(self.times().map_or(months, |times| part(months, times)));
        }
        let count = self.count_of_months();
        let months = self.rest.first().and_then(months_of);
        let (Some(count), Some(months)) = (count, months) else {
            self.rest = start;
            return None;
        };
        self.rest = self.rest.get(1..).unwrap_or(&[]);
        let times = self.times();
        let half = starts_with(self.rest, &["đầu"]) || starts_with(self.rest, &["cuối"]);
        if (!each && times.is_none()) || (half && times.is_none()) || (months == 0 && times.is_none()) {
            self.rest = start;
            return None;
        }
        Some(part(months.saturating_mul(count), times.unwrap_or(1)))
    }

    /// `2 lần/năm`, `một lần mỗi quý`.
    fn so_many_times(&mut self) -> Option<u32> {
        let start = self.rest;
        let times = self.times().filter(|_| !start.first().is_some_and(|slash| slash.is_symbol('/')));
        let joined = times.is_some()
            && (self.take(|token| token.is_symbol('/')).is_some()
                || self.any_phrase(&[&["một"], &["mỗi"], &["hàng"], &["trong"]]));
        let _ = joined && self.phrase(&["một"]);
        let months = self.rest.first().filter(|_| joined).and_then(months_of);
        let (Some(times), Some(months)) = (times, months) else {
            self.rest = start;
            return None;
        };
        self.rest = self.rest.get(1..).unwrap_or(&[]);
        Some(part(months, times))
    }

    /// `một lần`, `2 lần`, `/lần`.
    fn times(&mut self) -> Option<u32> {
        let start = self.rest;
        let first = self.rest.first()?;
        let times = match first.key {
            "một" | "/" => Some(1),
            "hai" => Some(2),
            "bốn" => Some(4),
            _ => None,
        };
        let times = if times.is_some() {
            self.rest = self.rest.get(1..).unwrap_or(&[]);
            times
        } else {
            self.whole(2)
        };
        if times.is_some() && self.phrase(&["lần"]) {
            return times;
        }
        self.rest = start;
        None
    }

    /// A day, month or part of a year without its year, read from `start` on: due in each of the periods that stand beside it
    /// (`15/12 hằng năm`, `hằng tháng, ngày 20`, `ngày 10 của tháng cuối quý`).
    pub(super) fn of_each_period(
        &mut self,
        point: Point,
        before: bool,
        start: &'t [Token<'k>],
    ) -> Result<bool, Unread> {
        let points = self.since(start);
        let numbers = start.iter().position(|token| {
            token.is_number() || token.key.bytes().all(|b| b"qtivx0123456789".contains(&b))
        });
        let named = self.since(numbers.and_then(|at| start.get(at..)).unwrap_or(start));
        let refuse = |code| Unread { code, span: points };
        if matches!(point.unit, Unit::Number(_)) {
            return Err(refuse(NoteCode::UnreadText));
        }
        let after = self.rest;
        let monthly = matches!(point.unit, Unit::Day { month: None, .. });
        let wanted = if monthly { Cycle::Monthly } else { Cycle::Yearly };
        let mut month = None;
        let mut cycle = Some(wanted);
        if monthly && let Some(place) = self.month_of_quarter() {
            (month, cycle) = (Some(place), Some(Cycle::Quarterly));
        } else {
            let _ = self.take(|token| token.is_symbol(','));
            let _ = self.phrase(&["của"]);
            let follows = is_each(self.rest.first())
                && self.rest.get(1).is_some_and(|unit| unit.is_word(if monthly { "tháng" } else { "năm" }));
            if follows {
                self.rest = self.rest.get(2..).unwrap_or(&[]);
            } else {
                self.rest = after;
                let waits = self.out.recurrence == cycle && self.out.recurring_day.is_none();
                cycle = cycle.filter(|_| waits);
            }
        }
        let Some(cycle) = cycle else {
            // Where a year stands elsewhere, or a cycle that is not this one's, the year is not what is missing.
            let other = self.out.recurrence.is_some()
                || self.cell.iter().any(|token| token.is_number() && token.key.len() == 4);
            let code = if other { NoteCode::UnreadText } else { NoteCode::NoYear };
            return Err(Unread { code, span: named.or(points) });
        };
        let (day, names_a_day) = match point.unit {
            Unit::Day { day, month: None } if (1..=31).contains(&day) => {
                (RecurringDay { month, day, before }, true)
            }
            Unit::Day { month: None, .. } => return Err(refuse(NoteCode::NoSuchDate)),
            _ => {
                let (begins, ends, rule) = point.of_every_year(self.options.month_day).map_err(refuse)?;
                let names_a_day = matches!(rule, DateRule::Day | DateRule::CivilCode146);
                let date = if before && !names_a_day { begins } else { ends };
                (RecurringDay { month: Some(date.month()), day: date.day(), before }, names_a_day)
            }
        };
        let included = names_a_day && self.options.before_inclusive;
        let day = RecurringDay { before: before && !included, ..day };
        self.recurs(cycle, Some(day), start)?;
        Ok(true)
    }

    /// `của tháng cuối quý`, `tháng đầu hằng quý`: the month of the quarter.
    fn month_of_quarter(&mut self) -> Option<u32> {
        let start = self.rest;
        let _ = self.phrase(&["của"]);
        let third = if self.phrase(&["tháng"]) { self.third() } else { None };
        let _ = self.phrase(&["của"]);
        let each = self.phrase(&["hàng"]) || self.phrase(&["mỗi"]);
        let quarter = third.is_some() && self.phrase(&["quý"]);
        // `tháng cuối quý IV/2026` is a month of one year.
        let one = self.rest.first().is_some_and(|next| !each && !is_separator(next));
        match third.filter(|_| quarter && !one) {
            Some(Third::Beginning) => Some(1),
            Some(Third::Middle) => Some(2),
            Some(Third::End) => Some(3),
            None => {
                self.rest = start;
                None
            }
        }
    }

    /// Sets the cycle and the day, unless another was said before.
    fn recurs(&mut self, cycle: Cycle, day: Option<RecurringDay>, start: &[Token<'_>]) -> Result<(), Unread> {
        let other = self.out.recurrence.is_some_and(|before| before != cycle)
            || (day.is_some() && self.out.recurring_day.is_some());
        if other {
            let cycles = self.out.recurrence != Some(cycle);
            let code = if cycles { NoteCode::SeveralCycles } else { NoteCode::SeveralDates };
            return Err(Unread { code, span: self.since(start) });
        }
        self.out.recurrence = Some(cycle);
        self.out.recurring_day = self.out.recurring_day.or(day);
        Ok(())
    }

    #[inline]
    pub(super) fn demand(&mut self) -> bool {
        let start = self.rest;
        let found = self.phrase(&["đột", "xuất"])
            || self.phrase(&["theo", "yêu", "cầu"]) && self.rest.is_empty()
            || self.phrase(&["khi"]) && self.occasion();
        if !found {
            self.rest = start;
        }
        self.out.on_demand |= found;
        found
    }

    /// What follows `khi` where work is done on demand: `có phát sinh`, `có yêu cầu`.
    #[inline]
    pub(super) fn occasion(&mut self) -> bool {
        let _ = self.phrase(&["có"]) || self.phrase(&["được"]);
        self.any_phrase(DEMANDS) && self.rest.first().is_none_or(is_separator)
    }
}

fn is_each(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|token| token.is_word("hàng") || token.is_word("mỗi"))
}

/// The months of each of so many equal parts; 0 where there are none.
fn part(months: u32, times: u32) -> u32 {
    months.checked_div(times).filter(|each| each.saturating_mul(times) == months).unwrap_or(0)
}
