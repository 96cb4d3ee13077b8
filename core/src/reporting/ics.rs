//! Due days as an iCalendar file (RFC 5545), for the calendar programs people use.
//!
//! Written by hand, the little that is needed: of the crates for it one brings a clock and random numbers, the other
//! folds its lines an octet too late.
//!
//! Each dated report is an all-day event on its last day on time. Its UID is made of plan, rule, period and body, however
//! these are spelled, so that a file made anew names the same events; the stamp is the caller's. What is exempt later
//! stays in calendars that took it in before.

use chrono::{Datelike, NaiveDate, Timelike};

use crate::calendar::instant_of;
use crate::codes::Lang;
use crate::dates::in_range;
use crate::error::Error;
use crate::limits::Limits;
use crate::text::match_key;

use super::obligations::{Obligation, Obligations};
use super::units::ReportingUnit;

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
    /// Errors: `bad-date` for a stamp that is no instant; `year-out-of-range`.
    ///
    /// ```
    /// use tiendo::{Lang, Plan, Reporting};
    /// let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// let ics = june.to_ics("2025-05-10T00:00:00Z", Lang::Vi)?;
    /// assert!(ics.contains("UID:ha-tinh-231.monthly.2025-06.so-nv@tiendo\r\n"));
    /// assert!(ics.contains("DTSTART;VALUE=DATE:20250619\r\n"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_ics(&self, stamp: &str, lang: Lang) -> Result<String, Error> {
        let instant = instant_of(stamp, "stamp")?;
        in_range(instant.date_naive(), "stamp")?;
        let (date, hour, minute, second) =
            (instant.date_naive(), instant.hour(), instant.minute(), instant.second());
        let stamp = format!("{}T{hour:02}{minute:02}{second:02}Z", compact(date));
        let mut file = File(String::new());
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.line("PRODID", if lang == Lang::Vi { "-//tiendo//tiendo//VI" } else { "-//tiendo//tiendo//EN" });
        file.line("CALSCALE", "GREGORIAN");
        let id = |unit: &ReportingUnit| unit.id.clone().unwrap_or_else(|| match_key(&unit.agency));
        let ids: Vec<String> = self.units.iter().map(|unit| escaped(&id(unit))).collect();
        for owed in &self.reports {
            let report = &owed.report;
            let Some(due) = report.due else { continue };
            // What is the same for every body is made once.
            let (report_id, label, description) =
                (id_of(report), report.label(lang), self.description(report, lang));
            for unit in
                self.owing(owed).iter().filter(|unit| !unit.is_some_and(|unit| self.is_exempt(owed, unit)))
            {
                let (id, unit) = (unit.and_then(|at| ids.get(at)), unit.and_then(|at| self.units.get(at)));
                let id = id.map_or(String::new(), |id| format!(".{id}"));
                file.line("BEGIN", "VEVENT");
                file.line("UID", &format!("{report_id}{id}@tiendo"));
                file.line("DTSTAMP", &stamp);
                file.line("DTSTART;VALUE=DATE", &compact(due));
                if let Some(next) = due.succ_opt() {
                    file.line("DTEND;VALUE=DATE", &compact(next));
                }
                file.text("SUMMARY", &summary(&label, unit.map(|unit| unit.name.as_str()), lang));
                file.text("DESCRIPTION", &description);
                file.line("TRANSP", "TRANSPARENT");
                file.line("END", "VEVENT");
            }
        }
        file.line("END", "VCALENDAR");
        Ok(file.0)
    }

    fn description(&self, report: &Obligation, lang: Lang) -> String {
        let (source, recipient, why) = (&self.source, &report.recipient, report.why.sentence(lang));
        let (to, under) = match lang {
            Lang::Vi => (format!("Nơi nhận: {recipient}"), format!("Theo: {source}")),
            Lang::En => (format!("To: {recipient}"), format!("Under: {source}")),
        };
        let to = Some(to).filter(|_| !recipient.is_empty());
        let mut lines: Vec<String> = to.into_iter().chain([under, why.to_owned()]).collect();
        if let Some(cutoff) = report.cutoff {
            let (from, to) = (lang.date(cutoff.from), lang.date(cutoff.to));
            lines.push(match lang {
                Lang::Vi => format!("Số liệu từ {from} đến {to}."),
                Lang::En => format!("Data from {from} to {to}."),
            });
        }
        lines.join("\n")
    }
}

fn summary(label: &str, unit: Option<&str>, lang: Lang) -> String {
    match (unit, lang) {
        (None, Lang::Vi) => format!("Hạn gửi {label}"),
        (Some(unit), Lang::Vi) => format!("Hạn gửi {label} – {unit}"),
        (None, Lang::En) => format!("Due: {label}"),
        (Some(unit), Lang::En) => format!("Due: {label} – {unit}"),
    }
}

/// A date as iCalendar writes it: `20250619`.
fn compact(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A report's id but for the body, the same in every file: its parts with all but letters, digits, `-` and `_` as percent
/// escapes.
fn id_of(report: &Obligation) -> String {
    let period =
        if report.cycle.months().is_some() { report.period.clone() } else { match_key(&report.period) };
    [&report.plan, &report.rule, &period].map(|part| escaped(part)).join(".")
}

/// A part of an id; a long one is cut, and its checksum (FNV-1a, 64 bits) tells it from others: ids have at most 255
/// octets (RFC 7986, 5.3).
fn escaped(part: &str) -> String {
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

/// A file of content lines.
struct File(String);

impl File {
    /// A property whose value is text of a plan's or a caller's (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        // A cell's length at the most: a calendar program shows a line or two.
        let value = value.chars().take(Limits::default().text_chars);
        let mut escaped = String::new();
        for c in value {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c if c.is_control() => escaped.push(' '),
                c => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }

    /// A content line, folded between characters (RFC 5545, 3.1).
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if octets + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            octets += c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}
