//! Writing a target in one notation, which reads back as the same target.

use std::fmt;

use super::MilestoneTarget;
use crate::codes::{Change, TargetKind};
use crate::number::Fixed;
use crate::unit::Unit;

/// As [`to_notation`](MilestoneTarget::to_notation) has it.
impl fmt::Display for MilestoneTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_notation())
    }
}

impl MilestoneTarget {
    /// The target in the library's own notation: one spelling for each meaning, decimal commas, no thousands marks.
    ///
    /// The inverse of reading: what it returns, read in the same context, [means the
    /// same](Self::means_the_same). A unit that only the column or the row gave is not written. Prose, unrecognised cells
    /// and what no notation says come back verbatim.
    ///
    /// ```
    /// use tiendo::parse_target;
    /// assert_eq!(parse_target("đạt tối thiểu 40%.", None)?.to_notation(), "≥ 40%");
    /// assert_eq!(parse_target("01-02", None)?.to_notation(), "1 - 2");
    /// assert_eq!(parse_target(">= 0.7;", None)?.to_string(), "≥ 0,7");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_notation(&self) -> String {
        let mut out = match self.kind {
            TargetKind::None if self.notes.is_empty() => String::new(),
            TargetKind::None | TargetKind::Qualitative | TargetKind::Unrecognised => {
                return self.text.clone();
            }
            TargetKind::Deferred if self.footnote.is_some() => String::new(),
            TargetKind::Deferred => "Chưa xác định".to_owned(),
            TargetKind::Several => {
                let parts: Vec<String> = self.parts.iter().map(MilestoneTarget::to_notation).collect();
                parts.join("; ")
            }
            TargetKind::Presence => {
                let word = if self.present == Some(false) { "Không" } else { "Có" };
                let number = self.parts.first().map(|part| format!(" {}", part.to_notation()));
                format!("{word}{}", number.unwrap_or_default())
            }
            _ => self.requirement(),
        };
        if self.rising {
            out.push_str(" và tăng dần");
        }
        if let Some(mark) = &self.footnote {
            let space = if out.is_empty() { "" } else { " " };
            out = format!("{out}{space}(*{mark})");
        }
        // Where it would read as something else, the cell's own words are its notation.
        if self.is_numeric() && !self.text.is_empty() && !self.reads_back(&out) {
            self.text.clone()
        } else {
            out
        }
    }

    /// `Thuộc nhóm 30 tỉnh`: a rank that names who is ranked.
    fn is_group(&self) -> bool {
        self.unit == Some(Unit::Rank) && self.noun.is_some()
    }

    fn requirement(&self) -> String {
        let sign = match self.kind {
            TargetKind::AtLeast => "≥ ",
            TargetKind::MoreThan => "> ",
            TargetKind::AtMost if self.is_group() => "thuộc nhóm ",
            TargetKind::AtMost => "≤ ",
            TargetKind::LessThan => "< ",
            TargetKind::Equal => "= ",
            _ => "",
        };
        // A unit that stands at its number, and one in words. Only what reads back as one is written: another came from
        // the unit column.
        let (mark, unit) = match &self.unit {
            Some(Unit::Percent) => ("%", None),
            Some(Unit::Permille) => ("‰", None),
            Some(Unit::PercentagePoint) => (" điểm %", None),
            Some(Unit::Times) if self.change.is_some() || self.base.is_some() => (" lần", None),
            // A base of its own would be read as part of the unit.
            Some(Unit::Other(unit)) if &**unit == "%/năm" && self.base.is_some() => ("%", None),
            Some(Unit::Other(unit)) if unit.starts_with("%/") => (&**unit, None),
            Some(Unit::Other(unit)) if unit.starts_with("điểm %/") => ("", Some(&**unit)),
            Some(Unit::Score) => ("", Some("điểm")),
            Some(Unit::Rank) if !self.is_group() => ("", Some("hạng")),
            Some(Unit::Other(unit)) if probe(unit).unit == self.unit => ("", Some(&**unit)),
            _ => ("", None),
        };
        let number = match (self.low, self.high) {
            (Some(low), Some(high)) => {
                format!("{}{} - {}{mark}", numeral(low), if mark == "%" { "%" } else { "" }, numeral(high))
            }
            _ => format!("{}{}{mark}", self.value.map(numeral).unwrap_or_default(), self.whole()),
        };
        let before = match self.change {
            Some(Change::Increase) => "tăng ",
            Some(Change::Decrease) => "giảm ",
            None if mark == " lần" => "gấp ",
            None => "",
        };
        let base = self.base.as_deref().and_then(|base| self.written_base(base));
        let since = self.change_since.map(|year| format!("so với năm {year}"));
        let ends_in_words =
            mark.len() > 3 || unit.is_some() || base.is_some() || self.noun.is_some() || since.is_some();
        let yearly = mark == "%" && self.unit != Some(Unit::Percent);
        let before = if yearly { format!("mỗi năm {before}") } else { before.to_owned() };
        let mut out = format!("{before}{sign}{number}");
        for words in [unit, self.noun.as_deref(), base.as_deref(), since.as_deref()].into_iter().flatten() {
            let space = if words.starts_with('/') { "" } else { " " };
            out = format!("{out}{space}{words}");
        }
        match &self.scope {
            Some(scope) if !ends_in_words && probe(scope).scope.as_ref() == Some(scope) => {
                out = format!("{out} {scope}");
            }
            Some(scope) => out = format!("{out} ({scope})"),
            None => {}
        }
        if let Some(qualifier) = &self.qualifier {
            out = format!("{qualifier} ({out})");
        }
        match self.by_year {
            Some(year) => format!("{out} vào năm {year}"),
            None => out,
        }
    }

    /// Whether a notation reads as the same again; what it does not say, the unit column did.
    fn reads_back(&self, notation: &str) -> bool {
        let mut again = read(notation);
        let is_of_column = !matches!(self.unit, Some(Unit::Times | Unit::Permille | Unit::PercentagePoint));
        if again.unit.is_none() && is_of_column {
            again.unit.clone_from(&self.unit);
        }
        if again.base.is_none() {
            again.base.clone_from(&self.base);
        }
        again.proxy.clone_from(&self.proxy);
        self.means_the_same(&again)
    }

    /// `/12` of `10/12`.
    fn whole(&self) -> String {
        self.out_of.map_or(String::new(), |of| format!("/{}", numeral(of)))
    }

    /// A base as it reads back; none where it came from the unit column.
    fn written_base(&self, base: &str) -> Option<String> {
        let lead = match (self.change, &self.unit) {
            (None, Some(Unit::Times)) => "gấp 1 lần ",
            (None, _) => "1% ",
            (Some(_), _) => "tăng 1% ",
        };
        let since = format!("so với {base}");
        let reads = |words: &str| read(&format!("{lead}{words}")).base.as_deref() == Some(base);
        let of_time = ["năm ", "cùng ", "giai ", "hiện ", "nhiệm "].iter().any(|word| base.starts_with(word));
        let plain =
            Some(base.to_owned()).filter(|_| self.noun.is_none() && !of_time).filter(|base| reads(base));
        plain.or_else(|| (self.change.is_some() && reads(&since)).then_some(since))
    }
}

/// How words after a number would be read.
fn probe(words: &str) -> MilestoneTarget {
    read(&format!("1 {words}"))
}

fn read(cell: &str) -> MilestoneTarget {
    MilestoneTarget::read(cell, None, super::Source::Published)
}

/// A numeral that reads back as itself without doubt: three decimals would look like thousands.
fn numeral(value: Fixed) -> String {
    let text = value.to_string().replace('.', ",");
    match text.split_once(',') {
        Some((_, decimals)) if decimals.len() == 3 => format!("{text}0"),
        _ => text,
    }
}
