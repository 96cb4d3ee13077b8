//! Deadlines: when a task is due, read from its official wording.
//!
//! A deadline has independent parts: a start, a last day on time, a recurrence, continuing work, events it awaits,
//! an outside reference, work on demand. Reading is total: a date is never guessed, and what could not be read is
//! `recognised: false` with the reason and its place. [`Deadline::to_notation`] is the inverse of reading.
//!
//! # Grammar
//!
//! ```text
//! cell       = part { joint part } ; a sentence without a word of time is noted, not read
//! joint      = "," | ";" | "và" | "/" | "&" | "+" | "-" | "(" | ")" | line break [ bullet ] | "." before a capital
//!            | "hoặc" before demand | nothing before "theo", "sau", "từ", "hằng", "trong", "trước" …
//! part       = [ work [ object ] ] [ lead ] ( span | point | of-each | following | continues | recurrence | awaits
//!            | reference | demand )
//! work       = "hoàn thành" | "ban hành" | "báo cáo" | "trình" …
//! lead       = "hạn" | "chậm nhất" | "không quá" | "trong" | "đến hết" … [ ":" ]
//! span       = [ "từ" | "giai đoạn" ] point ( "-" | "đến" ) point | point { ( "," | "và" ) point }
//! point      = [ "trước" ] [ hour ] ( day | month | quarter | months | year ) [ "trở đi" ]
//! hour       = h ( "giờ" [ mm ] | "h" [ mm ] | ":" mm )
//! day        = [ "ngày" ] d ( "/" | "-" | "." ) m ( "/" | "-" | "." ) yyyy | "ngày" d "tháng" m "năm" yyyy
//!            | yyyy "-" mm "-" dd
//! month      = [ "đầu" | "giữa" | "cuối" ] [ "tháng" ] m ( "/" | "-" | "." ) yyyy | "tháng" m "năm" yyyy
//!            | "T" m "/" yyyy
//! quarter    = [ "cuối" ] "quý" ( I…IV | 1…4 ) [ "/" | "-" | "," | "năm" ] yyyy | "Q" ( I…IV | 1…4 ) "/" yyyy
//! months     = ( n "tháng" | "nửa" | "các tháng" ) ( "đầu" | "cuối" ) "năm" yyyy
//! year       = [ "đầu" | "giữa" | "cuối" ] [ "năm" ] yyyy
//! of-each    = [ "trước" ] ( day | month | quarter ) without its year, beside "hằng năm" | "ngày" d beside "hằng tháng"
//!            | "ngày" d [ "của" ] "tháng" ( "đầu" | "giữa" | "cuối" ) [ "hằng" ] "quý"
//! following  = ( "những" | "các" ) "năm" ( "tiếp theo" | "sau" )
//! continues  = "thường xuyên" | "liên tục" | "xuyên suốt" | "lâu dài"
//! recurrence = [ "định kỳ" ] ( "hằng" | "mỗi" ) ( "năm" | "quý" | "tháng" ) [ n "lần" ] | n ( "tháng" | "năm" ) "/lần"
//!            | n "lần/" ( "năm" | "quý" | "tháng" )
//! awaits     = [ n "ngày" ] ( "sau khi" | "kể từ ngày" | … ) event [ n "ngày" ]
//! reference  = [ "thực hiện" ] "theo" text
//! demand     = "khi có phát sinh" | "khi có yêu cầu" | "đột xuất"
//! ```
//!
//! In a span or list the year, and the month of a day, may be said once, last. A list is read where each period follows the
//! one before; else it is several due dates, and none is chosen. `d`, `m` and `yyyy` are numerals; a year of two digits is
//! none, and the beginning and middle of a quarter have no day in law: neither is read. What is asked for before an hour
//! of a day is due on that day, but for its first instant. `3 tháng cuối năm` and `các tháng cuối năm` end with the year.
//! A date in brackets after a period that holds it says when within it (`Năm 2025 (trước 30/6/2025)`); a remark there that
//! says nothing of time is noted. A year that is a vision (`tầm nhìn 2045`) and a day of the week are noted beside what is due.
//! Other work that starts after what is due (`Hoàn thành trong tháng 9/2025; triển khai từ quý IV/2025`) continues, noted.
//! The nouns of time are read without their diacritics where a numeral follows (`thang 6/2025`).
//!
//! # Forms
//!
//! ```
//! use tiendo::parse_deadline;
//! let forms = [
//!     // the cell                               last day on time   as the library writes it
//!     ("6/2025",                                "2025-06-30",      "6/2025"),
//!     ("tháng 12 năm 2025",                     "2025-12-31",      "12/2025"),
//!     ("Quí IV-2025",                           "2025-12-31",      "Quý IV/2025"),
//!     ("6 tháng đầu năm 2026",                  "2026-06-30",      "6 tháng đầu năm 2026"),
//!     ("giữa năm 2026",                         "2026-06-30",      "cuối tháng 6/2026"),
//!     ("Đến hết năm 2030",                      "2030-12-31",      "2030"),
//!     ("2025- 2026",                            "2026-12-31",      "2025 - 2026"),
//!     ("Quý IV/2025- Quý II/2026",              "2026-06-30",      "Quý IV/2025 - Quý II/2026"),
//!     ("chậm nhất 30/11/2026",                  "2026-11-30",      "30/11/2026"),
//!     ("Quý III, IV/2026",                      "2026-12-31",      "Quý III/2026 - Quý IV/2026"),
//!     ("9 tháng đầu năm 2026",                  "2026-09-30",      "9 tháng đầu năm 2026"),
//!     ("17 giờ 00 ngày 30/11/2026",             "2026-11-30",      "30/11/2026"),
//!     ("trước ngày 15/7/2025",                  "2025-07-14",      "trước 15/7/2025"),
//!     ("trước tháng 8/2025",                    "2025-07-31",      "trước tháng 8/2025"),
//!     ("Thường xuyên",                          "",                "thường xuyên"),
//!     ("Định kỳ hàng năm",                      "",                "hằng năm"),
//!     ("Trước ngày 15/12 hằng năm",             "",                "trước 15/12 hằng năm"),
//!     ("Quý IV hằng năm",                       "",                "31/12 hằng năm"),
//!     ("Năm 2025 và những năm tiếp theo",       "",                "2025 và những năm tiếp theo"),
//!     ("11/2025 và thường xuyên",               "2025-11-30",      "11/2025, thường xuyên"),
//!     ("Năm 2025 và bổ sung hàng năm",          "2025-12-31",      "2025, hằng năm"),
//!     ("Sau khi có văn bản của Trung ương",     "",                "sau khi có văn bản của Trung ương"),
//!     ("30 ngày sau khi Trung ương ban hành",   "",                "30 ngày sau khi Trung ương ban hành"),
//!     ("2025 và theo tiến độ Bộ Y tế quy định", "2025-12-31",      "2025, theo tiến độ Bộ Y tế quy định"),
//!     ("Khi có phát sinh.",                     "",                "khi có phát sinh"),
//! ];
//! for (cell, due, notation) in forms {
//!     let deadline = parse_deadline(cell)?;
//!     assert!(deadline.recognised, "{cell}");
//!     assert_eq!(deadline.due.map_or(String::new(), |due| due.to_string()), due, "{cell}");
//!     assert_eq!(deadline.to_notation(), notation, "{cell}");
//! }
//! for cell in ["", "-", "Sở Nội vụ", "31/02/2026", "13/2026", "tháng 6"] {
//!     assert!(!parse_deadline(cell)?.recognised, "{cell}");
//! }
//! # Ok::<(), tiendo::Error>(())
//! ```

mod date;
mod fields;
mod hour;
mod open;
mod opening;
mod parse;
mod point;
mod print;
mod recurring;
mod several;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{Cycle, DateRule, ErrorCode, Lang};
use crate::error::Error;
use crate::json::{self, Shape, nullable, object, spare};
use crate::limits::Limits;
use crate::note::Note;
use crate::why::{NamedDate, Why};
use crate::words::{self, expected};

/// Reads one deadline cell by the defaults.
///
/// Reading is total: the only error is `cell-too-long`, beyond 10,000 characters.
///
/// ```
/// let deadline = tiendo::parse_deadline("trước ngày 15/7/2025")?;
/// assert_eq!(deadline.written.unwrap().to_string(), "2025-07-15");
/// assert_eq!(deadline.due.unwrap().to_string(), "2025-07-14");
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn parse_deadline(text: &str) -> Result<Deadline, Error> {
    parse_deadline_with(text, DeadlineOptions::default(), &Limits::default())
}

/// Reads one deadline cell by options of the caller's and within its limits.
///
/// Errors: `cell-too-long`; `bad-option` for a day of the month that is not 1 to 31.
///
/// ```
/// use tiendo::{DeadlineOptions, Limits, parse_deadline_with};
/// let options = DeadlineOptions { month_day: Some(25), ..DeadlineOptions::default() };
/// let deadline = parse_deadline_with("6/2025", options, &Limits::default())?;
/// assert_eq!(deadline.due.unwrap().to_string(), "2025-06-25");
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn parse_deadline_with(text: &str, options: DeadlineOptions, limits: &Limits) -> Result<Deadline, Error> {
    limits.check_text(text, "text")?;
    if options.month_day.is_some_and(|day| !(1..=31).contains(&day)) {
        return Err(Error::new(ErrorCode::BadOption, "monthDay", expected::whole_from_to(1, 31)));
    }
    Ok(Deadline::read(text, options))
}

/// What a caller may choose about reading deadlines.
///
/// ```
/// let options = tiendo::DeadlineOptions::default();
/// assert_eq!((options.month_day, options.before_inclusive, options.following_years_judged), (None, false, false));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct DeadlineOptions {
    /// The day of the month a bare month is due (default: its last); a shorter month's last day where it has
    /// fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month_day: Option<u32>,
    /// "Before" includes the day it names (default: the day before is the last on time).
    pub before_inclusive: bool,
    /// "And the following years" falls due each 31 December (default: it continues, with a yearly reminder).
    pub following_years_judged: bool,
}

static OPTIONS: Shape = Shape::Object(&object(&[
    nullable("monthDay", Shape::Whole(1, 31)),
    spare("beforeInclusive", Shape::Flag),
    spare("followingYearsJudged", Shape::Flag),
]));

impl DeadlineOptions {
    /// Reads choices from JSON within the default [`Limits`], each by default where it is left out.
    ///
    /// Errors: those of files; `bad-option` for a day of the month that is not 1 to 31.
    ///
    /// ```
    /// use tiendo::{DeadlineOptions, ErrorCode};
    /// assert_eq!(DeadlineOptions::from_json(br#"{"monthDay": 25}"#)?.month_day, Some(25));
    /// let error = DeadlineOptions::from_json(br#"{"monthDay": 32}"#).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::BadOption, "monthDay"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<DeadlineOptions, Error> {
        DeadlineOptions::from_json_with(json, &Limits::default())
    }

    /// Reads choices from JSON within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{DeadlineOptions, ErrorCode, Limits};
    /// let limits = Limits { json_bytes: 1, ..Limits::default() };
    /// assert_eq!(DeadlineOptions::from_json_with(b"{}", &limits).unwrap_err().code, ErrorCode::TooLarge);
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<DeadlineOptions, Error> {
        json::read_options(json, limits, &OPTIONS)
    }
}

/// A document or decision that must come first.
///
/// ```
/// let deadline = tiendo::parse_deadline("30 ngày sau khi Trung ương ban hành")?;
/// assert_eq!(deadline.awaits[0].issuer.as_deref(), Some("Trung ương"));
/// assert_eq!(deadline.awaits[0].offset_days, Some(30));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Awaits {
    /// Who issues it, where the text says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The event as written, after "sau khi".
    pub text: String,
    /// Calendar days the work may take after it, where the text says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset_days: Option<u32>,
}

/// When a task is due: the cell as published, and what was understood.
///
/// Every part is independent of the others; `recognised` is false where the cell could not be read, and then no
/// other part speaks.
///
/// ```
/// use tiendo::{Cycle, parse_deadline};
/// let deadline = parse_deadline("Báo cáo đầu tiên trước ngày 25/7/2026; cập nhật hằng tháng")?;
/// assert_eq!(deadline.due.unwrap().to_string(), "2026-07-24");
/// assert_eq!(deadline.recurrence, Some(Cycle::Monthly));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// The first day of the work.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// The date as written: differs from `due` under "before".
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub written: Option<NaiveDate>,
    /// The last day on time.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// How `due` was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<DateRule>,
    /// How often it recurs; each instance is due on its period's last day, or on `recurring_day`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Cycle>,
    /// The work goes on (`thường xuyên`, `những năm tiếp theo`).
    pub continues: bool,
    /// "And the following years": continuing work with a reminder each year.
    pub following_years: bool,
    /// What must come first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub awaits: Vec<Awaits>,
    /// The outside document or schedule that sets the date, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Due whenever it is asked for.
    pub on_demand: bool,
    /// Whether the cell was read.
    pub recognised: bool,
    /// What to know about the reading, with places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The cell, verbatim; present even when empty.
    pub text: String,
    /// The day of each period on which an instance is due; absent where it is the period's last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurring_day: Option<RecurringDay>,
}

/// The day of its period on which each instance of recurring work is due.
///
/// ```
/// use tiendo::{Cycle, RecurringDay, parse_deadline};
/// let deadline = parse_deadline("Trước ngày 15/12 hằng năm")?;
/// assert_eq!(deadline.recurrence, Some(Cycle::Yearly));
/// assert_eq!(deadline.recurring_day, Some(RecurringDay { month: Some(12), day: 15, before: true }));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecurringDay {
    /// The month of the period, from 1: of a year the calendar's, of a quarter the first, second or third; absent where the
    /// period is a month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    /// The day of the month; its last where it has fewer.
    pub day: u32,
    /// The day before it is the last on time.
    pub before: bool,
}

impl Deadline {
    /// How the last day on time follows from what is written; absent where there is no such day.
    ///
    /// ```
    /// use tiendo::{Lang, parse_deadline};
    /// let why = parse_deadline("6/2025")?.why().unwrap();
    /// assert_eq!(why.sentence(Lang::Vi), "Tháng 6/2025: hạn là ngày cuối tháng, 30/6/2025.");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn why(&self) -> Option<Why> {
        let (written, due, rule) = (self.written?, self.due?, self.rule?);
        let dates = [("start", self.start), ("written", Some(written)), ("due", Some(due))]
            .into_iter()
            .filter_map(|(name, value)| Some(NamedDate { name: name.to_owned(), value: value? }))
            .collect();
        let vi = words::deadline(rule, written, due, Lang::Vi);
        let en = words::deadline(rule, written, due, Lang::En);
        Some(Why { rule: rule.into(), numbers: Vec::new(), dates, terms: Vec::new(), vi, en })
    }

    /// Whether two deadlines say the same, however they are written: `text` and `notes` are left out.
    ///
    /// ```
    /// use tiendo::parse_deadline;
    /// assert!(parse_deadline("06/2025")?.means_the_same(&parse_deadline("Tháng 6/2025")?));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn means_the_same(&self, other: &Deadline) -> bool {
        let days = |deadline: &Deadline| (deadline.start, deadline.written, deadline.due, deadline.rule);
        let work = |deadline: &Deadline| {
            let Deadline {
                recurrence, recurring_day, continues, following_years, on_demand, recognised, ..
            } = deadline;
            (*recurrence, *recurring_day, *continues, *following_years, *on_demand, *recognised)
        };
        days(self) == days(other)
            && work(self) == work(other)
            && (&self.awaits, &self.reference) == (&other.awaits, &other.reference)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_and_its_options_read_back() {
        let cells = [
            "trước ngày 15/7/2025",
            "Năm 2025 và những năm tiếp theo",
            "30 ngày sau khi Trung ương ban hành; hằng năm",
            "2025 và theo tiến độ Bộ Y tế quy định",
            "Khi có phát sinh",
            "31/02/2026",
        ];
        for cell in cells {
            let deadline = parse_deadline(cell).unwrap();
            let json = serde_json::to_string(&deadline).unwrap();
            assert_eq!(serde_json::from_str::<Deadline>(&json).unwrap(), deadline);
        }
        let options = DeadlineOptions { month_day: Some(25), ..DeadlineOptions::default() };
        let json = serde_json::to_string(&options).unwrap();
        assert_eq!(json, r#"{"monthDay":25,"beforeInclusive":false,"followingYearsJudged":false}"#);
        assert_eq!(serde_json::from_str::<DeadlineOptions>(&json).unwrap(), options);
        assert!(serde_json::from_str::<DeadlineOptions>(r#"{"month_day": 25}"#).is_err());
    }
}
