//! Dates: the one form they have in files, the years the library reads, the day of an instant in Việt Nam, months' ends,
//! and what lies before a day.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

use crate::codes::ErrorCode;
use crate::error::Error;
use crate::words::expected;

/// Years the library reads: beyond them lies a slip of the pen, and hosts' calendars differ.
pub(crate) const YEARS: RangeInclusive<i32> = 1900..=2200;

/// Reads a date as the library's files have it: `YYYY-MM-DD` and nothing else, from 1900 to 2200.
///
/// Errors: `bad-date`; `year-out-of-range`.
///
/// ```
/// use tiendo::{ErrorCode, parse_date};
/// assert_eq!(parse_date("2025-06-30")?.to_string(), "2025-06-30");
/// assert_eq!(parse_date("2025-6-30").unwrap_err().code, ErrorCode::BadDate);
/// assert_eq!(parse_date("1025-06-30").unwrap_err().code, ErrorCode::YearOutOfRange);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn parse_date(text: &str) -> Result<NaiveDate, Error> {
    let date = date_of(text).ok_or_else(|| Error::new(ErrorCode::BadDate, "date", expected::date()))?;
    in_range(date, "date")
}

/// A date of any year of four digits.
pub(crate) fn date_of(text: &str) -> Option<NaiveDate> {
    let is_digit =
        |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    if text.len() != 10 || !text.bytes().enumerate().all(is_digit) {
        return None;
    }
    let part = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok());
    NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(5, 7)?, part(8, 10)?)
}

/// A date within the years the library reads.
pub(crate) fn in_range(date: NaiveDate, path: &str) -> Result<NaiveDate, Error> {
    if YEARS.contains(&date.year()) { Ok(date) } else { Err(year_out_of_range(path)) }
}

pub(crate) fn year_out_of_range(path: &str) -> Error {
    Error::new(ErrorCode::YearOutOfRange, path, expected::year())
}

/// The last day on time of a date as it is written: under "before" the day before it, unless that day counts itself.
#[inline]
pub(crate) fn last_timely(written: NaiveDate, before: bool, included: bool) -> Option<NaiveDate> {
    if before && !included { written.pred_opt() } else { Some(written) }
}

/// The last day of a month.
pub(crate) fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month.checked_add(1)?) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// A day of the month `months` after the one of `first`; the month's last day, and `true`, where it is shorter.
#[inline]
pub(crate) fn day_of_month(first: NaiveDate, months: u32, day: u32) -> Option<(NaiveDate, bool)> {
    let index = first.month0().checked_add(months)?;
    let (year, month) = match index {
        0..12 => (first.year(), index.checked_add(1)?),
        _ => (first.year().checked_add(i32::try_from(index / 12).ok()?)?, (index % 12).checked_add(1)?),
    };
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => Some((date, false)),
        None => month_end(year, month).map(|last| (last, true)),
    }
}

/// The date in Việt Nam (UTC+7) of an instant, written as RFC 3339 has it: what a due day is compared with.
///
/// Errors: `bad-date` for text that is no instant with its offset; `year-out-of-range`.
///
/// ```
/// use tiendo::date_in_vietnam;
/// // The last minute of 19 June and the first of 20 June, as a server in UTC writes them.
/// assert_eq!(date_in_vietnam("2025-06-19T16:59:59Z")?.to_string(), "2025-06-19");
/// assert_eq!(date_in_vietnam("2025-06-19T17:00:00Z")?.to_string(), "2025-06-20");
/// assert!(date_in_vietnam("2025-06-19T17:00:00").is_err());
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn date_in_vietnam(instant: &str) -> Result<NaiveDate, Error> {
    // Việt Nam has kept UTC+7 without summer time since 1975.
    let local = instant_of(instant, "instant")?.checked_add_signed(TimeDelta::hours(7));
    local.map_or_else(|| Err(year_out_of_range("instant")), |local| in_range(local.date(), "instant"))
}

/// An instant as RFC 3339 writes it, in UTC.
pub(crate) fn instant_of(text: &str, path: &str) -> Result<NaiveDateTime, Error> {
    let expected = ("một thời điểm như `2025-06-19T16:59:59Z`", "an instant such as `2025-06-19T16:59:59Z`");
    instant(text).ok_or_else(|| Error::new(ErrorCode::BadDate, path, expected))
}

fn instant(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = text.split_at_checked(10)?;
    let time = time.as_bytes();
    let is = |at: usize, marks: &[u8]| time.get(at).is_some_and(|byte| marks.contains(byte));
    let digit =
        |at: usize| time.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| u32::from(byte - b'0'));
    let two = |at: usize| Some(digit(at)? * 10 + digit(at + 1)?);
    if !(is(0, b"Tt ") && is(3, b":") && is(6, b":")) {
        return None;
    }
    // A second that is put in falls into the one before it.
    let second = two(7).filter(|second| *second <= 60)?.min(59);
    let read = date_of(date)?.and_hms_opt(two(1)?, two(4)?, second)?;
    let mut at = 9;
    if is(at, b".") {
        digit(at + 1)?;
        at += 1;
        while digit(at).is_some() {
            at += 1;
        }
    }
    if is(at, b"Zz") {
        return (time.len() == at + 1).then_some(read);
    }
    let (hours, minutes) =
        (two(at + 1).filter(|hours| *hours < 24)?, two(at + 4).filter(|minutes| *minutes < 60)?);
    let offset = TimeDelta::minutes(i64::from(hours * 60 + minutes));
    match time.get(at)? {
        _ if !is(at + 3, b":") || time.len() != at + 6 => None,
        b'+' => read.checked_sub_signed(offset),
        b'-' => read.checked_add_signed(offset),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::Timelike;

    use super::*;

    #[test]
    fn an_instant_is_read_as_chrono_reads_it() {
        let mut texts = vec!["2025-06-19T16:59:59Z".to_owned()];
        for whole in ["2025-06-19T23:59:60.250+07:00", "0000-02-29t00:00:00z", "2024-02-29 12:34:56-23:59"] {
            texts.push(whole.to_owned());
            for at in 0..whole.len() {
                let (before, rest) = whole.split_at(at);
                texts.push(before.to_owned());
                for other in ["", "0", "6", "9", "T", "Z", ":", ".", "-", " ", "ế"] {
                    texts.push(format!("{before}{other}{rest}"));
                    texts.push(format!("{before}{other}{}", rest.chars().skip(1).collect::<String>()));
                }
            }
        }
        for text in texts {
            let known = chrono::DateTime::parse_from_rfc3339(&text).ok().map(|known| known.naive_utc());
            // A fraction of a second is nothing here.
            let known = known
                .and_then(|known| known.date().and_hms_opt(known.hour(), known.minute(), known.second()));
            assert_eq!(instant(&text), known, "{text}");
        }
    }
}
