//! Time on which slopes, shares and paths run: the year before plus the day's share of its year, exact.

use chrono::{Datelike, NaiveDate};

use super::exact::Exact;

/// Parts of a year: days of a common year and of a leap year are both whole numbers of them.
const YEAR: i64 = 365 * 366;

/// A day on the line of time: 31 December 2025 is 2025 years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Time(i64);

impl From<NaiveDate> for Time {
    fn from(day: NaiveDate) -> Time {
        let days = if day.leap_year() { 366 } else { 365 };
        Time((i64::from(day.year()) - 1) * YEAR + i64::from(day.ordinal()) * (YEAR / days))
    }
}

impl Time {
    /// The years since another time.
    pub(crate) fn since(self, earlier: Time) -> Exact {
        // Two whole numbers, the lower of them positive.
        Exact::share(self.0 - earlier.0, YEAR).unwrap_or(Exact::whole(0))
    }

    /// The first day that comes not before, or where it is strict after, a time some years later.
    pub(crate) fn day_after(self, years: Exact, is_strict: bool) -> Option<NaiveDate> {
        let exact = Exact::whole(self.0).plus(years.times(Exact::whole(YEAR)));
        let parts = exact.floor()?;
        let (year, within) = (parts.div_euclid(YEAR), parts.rem_euclid(YEAR));
        let first = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?.checked_add(1)?, 1, 1)?;
        let day = YEAR / if first.leap_year() { 366 } else { 365 };
        // Whole days that are past, then the first that will do.
        let mut at =
            first.checked_add_days(chrono::Days::new(u64::try_from(within / day).ok()?))?.pred_opt()?;
        while Exact::whole(Time::from(at).0) < exact || (is_strict && Exact::whole(Time::from(at).0) == exact)
        {
            at = at.succ_opt()?;
        }
        Some(at)
    }
}

/// The last day of a year: a milestone's date.
pub(crate) fn year_end(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_of_a_year_is_the_year() {
        let at = |text: &str| Time::from(text.parse::<NaiveDate>().unwrap());
        for year in [1999, 2000, 2024, 2025, 2100] {
            let end = Time::from(year_end(year).unwrap());
            assert_eq!(end.0, i64::from(year) * YEAR);
            assert_eq!(end.day_after(Exact::whole(0), false), year_end(year));
            assert_eq!(end.day_after(Exact::whole(0), true), year_end(year).unwrap().succ_opt());
        }
        // 80 of 100 reached after 2026 + 80/15 years: day 122 of 2032, 1 May.
        let end = Time::from(year_end(2026).unwrap());
        let reached = end.day_after(Exact::share(80, 15).unwrap(), false);
        assert_eq!(reached.unwrap().to_string(), "2032-05-01");
        assert_eq!(at("2025-07-02").since(at("2024-12-31")), Exact::share(183, 365).unwrap());
    }
}
