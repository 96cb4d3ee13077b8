//! Due days as an iCalendar file (RFC 5545), for the calendar programs people use.
//!
//! Written by hand, the little that is needed: of the crates for it one brings a clock and random numbers, the other
//! folds its lines an octet too late.
//!
//! Each dated report is an all-day event on its last day on time. Its UID is made of plan, rule, period and body, however
//! these are spelled, so that a file made anew names the same events; the stamp is the caller's. What is exempt later
//! stays in calendars that took it in before.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate, Timelike};

use super::building::Owed;
use super::obligation::Obligation;
use super::obligations::Obligations;
use super::output::Room;
use super::units::ReportingUnit;
use crate::codes::Lang;
use crate::dates::{in_range, instant_of};
use crate::error::Error;
use crate::text::match_key;
use crate::words::{plain, reports as words};

/// Octets of a line at the most, its break not counted.
const LINE: usize = 75;
/// Octets of one of the four parts of an id at the most.
const PART: usize = 60;

impl Obligations {
    /// The due days as an iCalendar file; what is exempt or has no date is left out. A file without events, which
    /// RFC 5545 does not foresee, is one to leave out too.
    ///
    /// `stamp` is the instant the file is made, as RFC 3339 writes it: the library has no clock.
    ///
    /// Errors: `bad-date` for a stamp that is no instant; `year-out-of-range`; `too-large` where the file is longer than the
    /// limit on what a call makes.
    ///
    /// ```
    /// use tiendo::{Lang, Plan, ReportingQuery};
    /// let day = |text: &str| text.parse().unwrap();
    /// let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// let asked = ReportingQuery { agencies: vec!["so-nv".to_owned()], ..asked };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let ics = june.to_ics("2025-05-10T00:00:00Z", Lang::Vi)?;
    /// assert!(ics.contains("UID:ha-tinh-231.monthly.2025-06.so-nv@tiendo\r\n"));
    /// assert!(ics.contains("DTSTART;VALUE=DATE:20250619\r\n"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_ics(&self, stamp: &str, lang: Lang) -> Result<String, Error> {
        let stamp = stamp_of(stamp)?;
        let mut room = Room::of(&self.0.limits);
        let mut file = File::begun(lang);
        let bodies: Vec<Body> = self.0.units.iter().map(Body::of).collect();
        for owed in &self.0.reports {
            let Some(event) = self.event(owed, &stamp, &room, lang)? else { continue };
            for unit in self.0.owing(owed) {
                if unit.is_some_and(|unit| self.0.is_exempt(owed, unit)) {
                    continue;
                }
                let before = file.0.len();
                room.holds(event.bytes())?;
                event.write(&mut file, unit.and_then(|unit| bodies.get(unit as usize)));
                room.take(file.0.len().saturating_sub(before))?;
            }
        }
        file.line("END", &["VCALENDAR"]);
        Ok(file.0)
    }

    /// What the events of a report share; none of one without a date.
    fn event(&self, owed: &Owed, stamp: &str, room: &Room, lang: Lang) -> Result<Option<Event>, Error> {
        let Some(due) = owed.due() else { return Ok(None) };
        let report = self.0.obligation(owed);
        room.holds(report.recipient.len().saturating_add(self.0.source.len()))?;
        let data = report.cutoff.map(|cutoff| (cutoff.from, cutoff.to));
        let lines = words::event_lines(&report.recipient, &self.0.source, &report.why_in(lang), data, lang);
        let (mut dates, mut rest) = (File(String::new()), File(String::new()));
        dates.line("DTSTAMP", &[stamp]);
        dates.line("DTSTART;VALUE=DATE", &[&compact(due)]);
        if let Some(next) = due.succ_opt() {
            dates.line("DTEND;VALUE=DATE", &[&compact(next)]);
        }
        rest.line("DESCRIPTION", &[&text(&lines)]);
        rest.line("TRANSP", &["TRANSPARENT"]);
        rest.line("END", &["VEVENT"]);
        let summary = |is_of_a_body| text(&words::event(&report.label(lang), is_of_a_body, lang));
        let summary = summary(!self.0.units.is_empty());
        Ok(Some(Event { id: id_of(&report), dates: dates.0, summary, rest: rest.0 }))
    }
}

/// What the events of a report share.
struct Event {
    /// Its id but for the body.
    id: String,
    /// Its lines of dates.
    dates: String,
    /// Its heading but for the body's name, escaped.
    summary: String,
    /// The lines after the heading.
    rest: String,
}

/// A body in an event: its part of the id, and its name, both escaped.
struct Body {
    id: String,
    name: String,
}

impl Body {
    fn of(unit: &ReportingUnit) -> Body {
        let id = unit.id.as_deref().map_or_else(|| match_key(&unit.agency).into(), Cow::Borrowed);
        Body { id: format!(".{}", escaped(&id)), name: text(&plain(&unit.name)) }
    }
}

impl Event {
    /// The bytes of an event but for the body.
    fn bytes(&self) -> usize {
        let ends = self.dates.len().saturating_add(self.rest.len());
        ends.saturating_add(self.id.len()).saturating_add(self.summary.len())
    }

    fn write(&self, file: &mut File, body: Option<&Body>) {
        let (id, name) = body.map_or(("", ""), |body| (&body.id, &body.name));
        file.line("BEGIN", &["VEVENT"]);
        file.line("UID", &[&self.id, id, "@tiendo"]);
        file.0.push_str(&self.dates);
        file.line("SUMMARY", &[&self.summary, name]);
        file.0.push_str(&self.rest);
    }
}

/// An instant as iCalendar writes it: `20250619T165959Z`.
pub(crate) fn stamp_of(instant: &str) -> Result<String, Error> {
    let instant = instant_of(instant, "stamp")?;
    in_range(instant.date(), "stamp")?;
    let (hour, minute, second) = (instant.hour(), instant.minute(), instant.second());
    Ok(format!("{}T{hour:02}{minute:02}{second:02}Z", compact(instant.date())))
}

/// A date as iCalendar writes it: `20250619`.
pub(crate) fn compact(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A report's id but for the body, the same in every file: its parts with all but letters, digits, `-` and `_` as percent
/// escapes.
pub(crate) fn id_of(report: &Obligation) -> String {
    let (is_periodic, period) = (report.cycle.has_periods(), &report.period);
    let period: Cow<'_, str> = if is_periodic { (&**period).into() } else { match_key(period).into() };
    [&*report.plan, &*report.rule, &*period].map(escaped).join(".")
}

/// A part of an id; a long one is cut, and its checksum (FNV-1a, 64 bits) tells it from others: ids have at most 255
/// octets (RFC 7986, 5.3).
pub(crate) fn escaped(part: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let whole: String = part.bytes().map(escape).collect();
    let Some((start, _)) = whole.split_at_checked(PART).filter(|(_, rest)| !rest.is_empty()) else {
        return whole;
    };
    let fold = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let sum = part.bytes().fold(0xcbf2_9ce4_8422_2325, fold);
    format!("{}~{sum:016x}", start.get(..PART - 17).unwrap_or(start))
}

/// Text of a plan's or a caller's as a value (RFC 5545, 3.3.11).
pub(crate) fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A file of content lines.
pub(crate) struct File(pub(crate) String);

impl File {
    /// A file with what each begins with.
    pub(crate) fn begun(lang: Lang) -> File {
        let mut file = File(String::new());
        file.line("BEGIN", &["VCALENDAR"]);
        file.line("VERSION", &["2.0"]);
        let id = if lang == Lang::Vi { "-//tiendo//tiendo//VI" } else { "-//tiendo//tiendo//EN" };
        file.line("PRODID", &[id]);
        file.line("CALSCALE", &["GREGORIAN"]);
        file
    }

    /// A content line whose value comes in parts, folded between characters (RFC 5545, 3.1).
    pub(crate) fn line(&mut self, name: &str, parts: &[&str]) {
        self.0.push_str(name);
        self.0.push(':');
        let mut octets = name.len().saturating_add(1);
        for part in parts {
            let mut rest = *part;
            loop {
                let fits = part_of(rest, LINE.saturating_sub(octets));
                let (head, tail) = rest.split_at_checked(fits).unwrap_or((rest, ""));
                self.0.push_str(head);
                octets = octets.saturating_add(head.len());
                if tail.is_empty() {
                    break;
                }
                self.0.push_str("\r\n ");
                (octets, rest) = (1, tail);
            }
        }
        self.0.push_str("\r\n");
    }
}

/// How many octets of a text fit into so many, between characters.
fn part_of(text: &str, room: usize) -> usize {
    if text.len() <= room {
        return text.len();
    }
    (0..=room).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
