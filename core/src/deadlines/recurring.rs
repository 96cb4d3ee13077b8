//! Work that goes on, recurs or is asked for.

use super::parse::{Reader, Unread, is_separator};
use crate::codes::{Cycle, NoteCode};

/// Occasions on which work is asked for, after "khi có" or "khi".
const DEMANDS: &[&[&str]] =
    &[&["phát", "sinh"], &["yêu", "cầu"], &["nhu", "cầu"], &["cần", "thiết"], &["cần"]];

impl Reader<'_, '_> {
    #[inline]
    pub(super) fn continues(&mut self) -> bool {
        let mut found = false;
        while self.any_phrase(&[&["thường", "xuyên"], &["liên", "tục"]]) {
            found = true;
        }
        self.out.continues |= found;
        found
    }

    #[inline]
    pub(super) fn recurrence(&mut self, periodic: bool) -> Result<bool, Unread> {
        let start = self.rest;
        let each = self.phrase(&["hàng"]) || self.phrase(&["mỗi"]) || periodic;
        let cycle = match self.rest {
            [unit, ..] if each && unit.is_word("năm") => Some(Cycle::Yearly),
            [unit, ..] if each && unit.is_word("quý") => Some(Cycle::Quarterly),
            [unit, ..] if each && unit.is_word("tháng") => Some(Cycle::Monthly),
            [unit, ..] if each && unit.is_word("tuần") => Some(Cycle::Weekly),
            [unit, ..] if each && unit.is_word("ngày") => {
                return Err(self.unread(NoteCode::UnknownCycle));
            }
            _ => None,
        };
        if cycle.is_some() {
            self.rest = self.rest.get(1..).unwrap_or(&[]);
            let _ = self.once();
        }
        let cycle = match cycle {
            Some(cycle) => cycle,
            None if self.phrase(&["thường", "niên"]) => Cycle::Yearly,
            None => {
                let Some(cycle) = self.every_so_many_months(each)? else {
                    self.rest = start;
                    return Ok(false);
                };
                cycle
            }
        };
        if self.out.recurrence.replace(cycle).is_some_and(|before| before != cycle) {
            self.rest = start;
            return Err(self.unread(NoteCode::UnreadText));
        }
        Ok(true)
    }

    /// `6 tháng một lần`, `mỗi 3 tháng`.
    fn every_so_many_months(&mut self, each: bool) -> Result<Option<Cycle>, Unread> {
        let start = self.rest;
        let (Some(months), true) = (self.whole(2), self.phrase(&["tháng"])) else { return Ok(None) };
        let once = self.once();
        let cycle = match months {
            _ if !each && !once => return Ok(None),
            1 => Cycle::Monthly,
            3 => Cycle::Quarterly,
            6 => Cycle::HalfYearly,
            9 => Cycle::NineMonthly,
            12 => Cycle::Yearly,
            _ => {
                self.rest = start;
                return Err(self.unread(NoteCode::UnknownCycle));
            }
        };
        Ok(Some(cycle))
    }

    /// `một lần`, `1 lần`, `/lần`.
    fn once(&mut self) -> bool {
        let start = self.rest;
        let counted = self.phrase(&["một"])
            || self.take(|token| token.is_symbol('/')).is_some()
            || self.whole(2) == Some(1);
        if counted && self.phrase(&["lần"]) {
            return true;
        }
        self.rest = start;
        false
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
