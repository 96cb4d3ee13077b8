//! Targets: what a cell of an indicator table asks, read from its official notation.
//!
//! Reading is total. Prose without a number is `qualitative`; a number that fits no form is `unrecognised`, with
//! its place in the notes; nothing is guessed or dropped. [`MilestoneTarget::to_notation`] is the inverse of
//! reading.
//!
//! # Grammar
//!
//! White space, case, tone placement and trailing punctuation carry no meaning.
//!
//! ```text
//! cell        = [ presence ] clause { ( ";" | "," | "và" | line | bullet ) clause } [ footnote ]
//! clause      = [ period ] ( requirement | trend | prose ) [ period ]
//! requirement = rank | name "(" simple ")" | name [ ":" ] simple | simple
//! simple      = { lead } quantity [ "trở lên" | "trở xuống" | "hoặc cao hơn" ] [ "so với" ( year | base ) ]
//! lead        = operator | "tăng" | "giảm" | "gấp" | "khoảng" | "mỗi năm" | words that add nothing
//! quantity    = number [ mark ] [ ( "-" | "đến" ) number [ mark ] | "/" number ] [ base | scope | unit | noun ]
//! mark        = "%" | "‰" | "điểm %" | "lần"
//! rank        = [ "thuộc" ] ( "nhóm" | "top" ) number [ "/" number ] [ noun ] | [ "xếp" ] ( "thứ" | "hạng" ) number
//! period      = ( "đến" | "vào" ) [ "năm" ] year | "giai đoạn" year "-" year
//! trend       = "tăng dần" { word }
//! presence    = "Có" | "Không"
//! footnote    = "(*" [ mark ] ")" | "(*[" mark "])"
//! ```
//!
//! Each part has its file: `parse` the cell, `clauses` where it is cut, `clause` one of them, `lead` what stands before a
//! number (all its words), `quantity` the number, `tail` what follows it, `period` years, `named` names and ranks, `reason`
//! why a cell with numbers is no target, `restated` what is said twice, `sentence` whole sentences.
//!
//! # Decisions
//!
//! What the published rules leave open is read as an official who answers for the plan would:
//!
//! - A number of a name or of what is counted (`xã có ít nhất 02 mô hình`, `người từ 15 tuổi trở lên`, `mức độ 4`) stays in
//!   its words and asks for nothing. Any other number that is not the requirement's makes the cell unrecognised.
//! - `gấp đôi` is a change (twice what it is now), `gấp 30 lần GRDP` a level. A change against a stage, a year not named or
//!   another scenario has that as its `base`. `thêm` is a rise.
//! - `giảm còn 3%` and `tăng lên 50%` are levels; `giảm dưới 5%` may be either and is unrecognised, as is `vượt 10% kế
//!   hoạch`: how much better than another value.
//! - `mỗi năm`, `hằng năm` make a percent `%/năm`; of a count they are its scope, as a stage (`giai đoạn 2026-2030`) is.
//! - `trong đó nữ 30%` is a requirement of another thing measured. `đạt và vượt` is at least; `cơ bản đạt`, `gần` are about.
//! - `tăng từ 5% lên 10%` asks for 10%, and `10/12 xã (83,3%)` once: what else is said stands in a note. `trên 50% đến dưới
//!   60%` is no interval, whose bounds are its own.
//! - `hạng 10 trở lên` is among the first ten; `nhóm 1/3` is a share of all, not a place. `trong vòng 24 giờ` is at most.
//! - Numbers for several years are no target of one milestone. `5/10` and `2/3 số xã` are fractions and not made decimals.
//!
//! # Forms
//!
//! ```
//! use tiendo::{TargetKind::{self, *}, parse_target};
//! let forms: &[(&str, TargetKind, &str)] = &[
//!     // the cell                     kind          as the library writes it
//!     ("≥ 50%.",                      AtLeast,      "≥ 50%"),
//!     ("≥ 1,0%;",                     AtLeast,      "≥ 1%"),
//!     (">= 30",                       AtLeast,      "≥ 30"),
//!     ("đạt tối thiểu 40%",           AtLeast,      "≥ 40%"),
//!     ("từ 50% trở lên",              AtLeast,      "≥ 50%"),
//!     ("> 0,7",                       MoreThan,     "> 0,7"),
//!     ("trên 80%",                    MoreThan,     "> 80%"),
//!     ("≤ 20",                        AtMost,       "≤ 20"),
//!     ("không quá 5 ngày",            AtMost,       "≤ 5 ngày"),
//!     ("dưới 3%",                     LessThan,     "< 3%"),
//!     ("=30%.",                       Equal,        "= 30%"),
//!     ("09",                          Reach,        "9"),
//!     ("đạt 2% GRDP",                 Reach,        "2% GRDP"),
//!     ("40% – 50%",                   Interval,     "40% - 50%"),
//!     ("01-02",                       Interval,     "1 - 2"),
//!     ("03 phường",                   Reach,        "3 phường"),
//!     ("6G (50%)",                    Reach,        "6G (50%)"),
//!     ("01 Gb/s đạt 100%",            Reach,        "01 Gb/s (100%)"),
//!     ("Có",                          Presence,     "Có"),
//!     ("Có=> 70%",                    Presence,     "Có ≥ 70%"),
//!     ("Tiên tiến, hiện đại",         Qualitative,  "Tiên tiến, hiện đại"),
//!     ("Thuộc nhóm 30 tỉnh, thành",   AtMost,       "thuộc nhóm 30 tỉnh, thành"),
//!     ("top 03",                      AtMost,       "≤ 3 hạng"),
//!     ("≤ 3 Đông Nam Á; ≤ 50 Thế giới", Several,    "≤ 3 Đông Nam Á; ≤ 50 Thế giới"),
//!     ("≥ 3% và tăng dần",            AtLeast,      "≥ 3% và tăng dần"),
//!     ("(*[1])",                      Deferred,     "(*1)"),
//!     ("Chưa xác định",               Deferred,     "Chưa xác định"),
//!     ("",                            TargetKind::None, ""),
//!     ("khoảng 50%",                  Reach,        "50%"),
//!     ("giảm 15% so với 2024",        Reach,        "giảm 15% so với năm 2024"),
//!     ("giảm xuống dưới 5%",          LessThan,     "< 5%"),
//!     ("tăng gấp đôi",                Reach,        "tăng 2 lần"),
//!     ("gấp 30 lần GRDP",             Reach,        "gấp 30 lần GRDP"),
//!     ("đến năm 2030 đạt 70%",        Reach,        "70% vào năm 2030"),
//!     ("giảm từ 9% xuống còn 5%",     Reach,        "5%"),
//!     ("10/12 xã",                    Reach,        "10/12 xã"),
//!     ("kinh tế số chiếm 30% GRDP",   Reach,        "kinh tế số (30% GRDP)"),
//!     ("57% : 33% : 5%",              Unrecognised, "57% : 33% : 5%"),
//! ];
//! for (cell, kind, notation) in forms {
//!     let target = parse_target(cell, Option::None)?;
//!     assert_eq!((target.kind, target.to_notation().as_str()), (*kind, *notation), "{cell}");
//! }
//! # Ok::<(), tiendo::Error>(())
//! ```

mod clause;
mod clauses;
mod compare;
mod comparison;
mod cursor;
mod lead;
mod measured;
mod named;
mod parse;
mod period;
mod print;
mod quantity;
mod reason;
mod restated;
mod scales;
mod sentence;
mod shape;
mod tail;
mod worded;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub(crate) use compare::compare_targets_by;
pub use compare::{CompareOptions, compare, compare_targets, compare_with};
pub use comparison::Comparison;
pub use measured::{Measured, MeasuredValue};
pub use sentence::{Sentence, read_sentence, read_sentence_with};

use crate::codes::{Change, Direction, NoteCode, Source, TargetKind};
use crate::error::Error;
use crate::limits::Limits;
use crate::note::Note;
use crate::number::Fixed;
use crate::unit::Unit;

/// Reads one target cell, with the text of its row's unit column where there is one.
///
/// Reading is total: the only error is `cell-too-long`, beyond 10,000 characters. Cells of a plan are read with
/// their whole row by [`Plan::view`](crate::Plan::view), which also knows the footnotes and the row's other cells.
///
/// A clause that can be cut at more than twelve places, and a cell of more than sixteen requirements, is a list of
/// something else and no target: the whole cell is `unrecognised`, with a note. These numbers are of the grammar, not
/// limits.
///
/// ```
/// use tiendo::{TargetKind, Unit, parse_target};
/// let target = parse_target("≥ 1,0%;", None)?;
/// assert_eq!(target.kind, TargetKind::AtLeast);
/// assert_eq!(target.value.unwrap().to_string(), "1");
/// assert_eq!(parse_target("≥ 20", Some("% GRDP"))?.base.as_deref(), Some("GRDP"));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn parse_target(text: &str, unit: Option<&str>) -> Result<MilestoneTarget, Error> {
    parse_target_with(text, unit, &Limits::default())
}

/// Reads one target cell within limits of the caller's.
///
/// Error: `cell-too-long`, at `text` or `unit`.
///
/// ```
/// use tiendo::{ErrorCode, Limits, parse_target_with};
/// let limits = Limits { text_chars: 4, ..Limits::default() };
/// assert!(parse_target_with("≥ 5%", None, &limits).is_ok());
/// assert_eq!(parse_target_with("≥ 50%", None, &limits).unwrap_err().code, ErrorCode::CellTooLong);
/// ```
pub fn parse_target_with(text: &str, unit: Option<&str>, limits: &Limits) -> Result<MilestoneTarget, Error> {
    limits.check_text(text, "text")?;
    limits.check_text(unit.unwrap_or(""), "unit")?;
    let column = unit.and_then(Unit::from_column);
    Ok(MilestoneTarget::read(text, column.as_ref(), Source::Published))
}

impl Source {
    /// Whether the text is certain enough to call a target weaker or stronger than another.
    ///
    /// ```
    /// use tiendo::Source;
    /// assert!(Source::Checked.is_certain() && !Source::Ocr.is_certain());
    /// ```
    pub fn is_certain(self) -> bool {
        matches!(self, Source::Published | Source::Checked)
    }
}

/// What a plan asks of an indicator at one milestone: the cell as published, and what was understood.
///
/// `kind` says which of the other fields speak: the five operators and `reach` have `value`, an interval `low` and
/// `high`, `presence` has `present` (and its number, if any, as the only one of `parts`), `several` has `parts`.
/// A `qualitative` cell shows the numbers it also holds as `parts`; they do not decide.
///
/// ```
/// use tiendo::{TargetKind, Unit, parse_target};
/// let target = parse_target("6G (50%)", None)?;
/// assert_eq!(target.kind, TargetKind::Reach);
/// assert_eq!(target.qualifier.as_deref(), Some("6G"));
/// assert_eq!(target.unit, Some(Unit::Percent));
/// assert_eq!(target.text, "6G (50%)");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MilestoneTarget {
    /// What is asked.
    pub kind: TargetKind,
    /// The number of an operator or of `reach`, in `unit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Fixed>,
    /// The lower number of an interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Fixed>,
    /// The upper number of an interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Fixed>,
    /// `Có` or `Không`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// The unit of the numbers; absent where neither cell, column nor row names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// What a percent is of, as written (`GRDP`); absent where the indicator's name says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Arc<str>>,
    /// What a count counts, as written (`phường`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<String>,
    /// The thing measured, where it is not the indicator's usual one (`6G`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// Where or among whom it holds (`Đông Nam Á`), as written in the cell or its footnote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Arc<str>>,
    /// The requirements of `several`, the number of a `presence`, the numbers a `qualitative` cell shows.
    #[serde(default, deserialize_with = "crate::json::list", skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<MilestoneTarget>,
    /// Whether the cell also demands that the value keep rising.
    pub rising: bool,
    /// The mark of the footnote the cell names; empty for a bare `(*)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footnote: Option<String>,
    /// The code of the indicator a footnote puts in this one's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<String>,
    /// What to know about the reading, with places.
    #[serde(default, deserialize_with = "crate::json::list", skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The cell, verbatim.
    pub text: String,
    /// Whether the number is how much the value is to rise or fall, not the value itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// The year a change is counted from (`so với năm 2020`); another base of it stands in `base`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_since: Option<i32>,
    /// The year the cell itself names for its number (`vào năm 2025`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_year: Option<i32>,
    /// How many there are of what is counted: the 12 of `10/12 xã`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Fixed>,
}

impl MilestoneTarget {
    /// Reads a target from the JSON it was written as, so that it can cross a border and come back.
    ///
    /// Errors: those of files.
    ///
    /// ```
    /// use tiendo::{MilestoneTarget, parse_target};
    /// let target = parse_target("6G (50%)", None)?;
    /// let json = serde_json::to_vec(&target).unwrap();
    /// assert_eq!(MilestoneTarget::from_json(&json)?, target);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<MilestoneTarget, Error> {
        MilestoneTarget::from_json_with(json, &Limits::default())
    }

    /// Reads a target from JSON within limits of the caller's.
    ///
    /// Errors: those of files.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, MilestoneTarget};
    /// let limits = Limits { json_bytes: 8, ..Limits::default() };
    /// let error = MilestoneTarget::from_json_with(b"{\"kind\": \"none\"}", &limits).unwrap_err();
    /// assert_eq!(error.code, ErrorCode::TooLarge);
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<MilestoneTarget, Error> {
        crate::json::read(json, limits, &shape::TARGET)
    }

    /// A target of a kind, with nothing else said.
    pub(crate) fn of_kind(kind: TargetKind) -> MilestoneTarget {
        MilestoneTarget {
            kind,
            value: None,
            low: None,
            high: None,
            present: None,
            unit: None,
            base: None,
            noun: None,
            qualifier: None,
            scope: None,
            parts: Vec::new(),
            rising: false,
            footnote: None,
            proxy: None,
            notes: Vec::new(),
            text: String::new(),
            change: None,
            change_since: None,
            by_year: None,
            out_of: None,
        }
    }

    /// Whether the kind asks for a number of its own.
    ///
    /// ```
    /// assert!(tiendo::parse_target("≥ 5", None)?.is_numeric());
    /// assert!(!tiendo::parse_target("Có", None)?.is_numeric());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn is_numeric(&self) -> bool {
        use TargetKind::{AtLeast, AtMost, Equal, Interval, LessThan, MoreThan, Reach};
        matches!(self.kind, AtLeast | MoreThan | AtMost | LessThan | Equal | Reach | Interval)
    }

    /// Whether a bare 0 stands where higher is better: every value would do, so nothing is asked yet.
    pub(crate) fn asks_nothing(&self, direction: Direction) -> bool {
        direction == Direction::HigherIsBetter
            && self.kind == TargetKind::Reach
            && self.value == Some(Fixed::ZERO)
    }

    /// Notes each year the cell names that is not its milestone's.
    pub(crate) fn note_other_year(&mut self, milestone: i32) {
        if self.by_year.is_some_and(|year| year != milestone) {
            self.note(NoteCode::OtherYear);
        }
        for part in &mut self.parts {
            part.note_other_year(milestone);
        }
    }

    /// Whether the cell's words have the value fall to its number: `giảm còn 3%`, `xuống 3%`.
    pub(crate) fn says_falling(&self) -> bool {
        let level = self.change.is_none() && matches!(self.kind, TargetKind::Reach | TargetKind::Interval);
        level && lead::falls(&self.text)
    }

    /// The numeric requirement that decides: this target, or the number beside its `Có`.
    pub(crate) fn deciding(&self) -> Option<&MilestoneTarget> {
        match self.kind {
            _ if self.is_numeric() => Some(self),
            TargetKind::Presence => self.parts.first(),
            _ => None,
        }
    }

    pub(crate) fn note(&mut self, code: NoteCode) {
        self.notes.push(Note::new(code, None));
    }

    pub(crate) fn has_note(&self, code: NoteCode) -> bool {
        self.notes.iter().any(|note| note.code == code)
    }

    /// Whether two targets ask the same, however they are written: `text` and `notes` are left out.
    ///
    /// ```
    /// use tiendo::parse_target;
    /// assert!(parse_target("≥ 1,0%;", None)?.means_the_same(&parse_target("ít nhất 1%", None)?));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn means_the_same(&self, other: &MilestoneTarget) -> bool {
        self.asks_as(other, |own, kind| own == kind)
    }

    /// Whether two targets ask the same, where kinds count as the same by a rule of the caller's.
    pub(crate) fn asks_as(
        &self,
        other: &MilestoneTarget,
        same_kind: fn(TargetKind, TargetKind) -> bool,
    ) -> bool {
        let numbers =
            |target: &MilestoneTarget| (target.value, target.low, target.high, target.present, target.rising);
        same_kind(self.kind, other.kind)
            && numbers(self) == numbers(other)
            && (&self.unit, &self.base, &self.noun) == (&other.unit, &other.base, &other.noun)
            && (&self.qualifier, &self.scope) == (&other.qualifier, &other.scope)
            && (&self.footnote, &self.proxy) == (&other.footnote, &other.proxy)
            && (self.change, self.change_since) == (other.change, other.change_since)
            && (self.by_year, self.out_of) == (other.by_year, other.out_of)
            && self.parts.len() == other.parts.len()
            && self.parts.iter().zip(&other.parts).all(|(own, part)| own.asks_as(part, same_kind))
    }
}
