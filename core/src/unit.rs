//! Units of measure (*đơn vị tính*): percent, count, rank, score, or another as it is written.
//!
//! The base of a percent (`% GRDP`) stands beside the unit, not in it: 15 % of GRDP and 15 % are both percent.

mod measure;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::{Token, TokenKind, match_key, normal, words_of};
pub(crate) use measure::{Ratio, begins_measure, begins_scope, end_of_unit, is_money, scale_in};

/// What a number counts or measures.
///
/// In JSON and in every language it is text: `percent`, `count`, `rank`, `score`, `permille`, `percentage_point`,
/// `times`, or the unit as written (`đồng`, `%/năm`, `Người/vạn dân`).
///
/// ```
/// use tiendo::Unit;
/// assert_eq!(Unit::from_column("% GRDP"), Some((Unit::Percent, Some("GRDP".into()))));
/// assert_eq!(Unit::from_column("Thứ bậc"), Some((Unit::Rank, None)));
/// assert_eq!(Unit::Other("đồng".into()).to_string(), "đồng");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Hundredths, of a base where one is named.
    Percent,
    /// A number of things.
    Count,
    /// A place in an order, 1 the first.
    Rank,
    /// Points of an index.
    Score,
    /// Thousandths.
    Permille,
    /// Hundredths by which a percent changes.
    PercentagePoint,
    /// So many times another value.
    Times,
    /// Any other unit, as written; shared by the targets of a row.
    Other(Arc<str>),
}

impl Unit {
    /// Reads the cell of a unit column, with the base a percent is of; `None` for an empty one.
    ///
    /// ```
    /// use tiendo::Unit;
    /// assert_eq!(Unit::from_column("%/năm"), Some((Unit::Other("%/năm".into()), None)));
    /// assert_eq!(Unit::from_column("Tỷ lệ (%)"), Some((Unit::Percent, None)));
    /// assert_eq!(Unit::from_column(" "), None);
    /// ```
    pub fn from_column(text: &str) -> Option<(Unit, Option<Arc<str>>)> {
        let text = normal(text);
        if text.is_empty() {
            return None;
        }
        if let Some(base) = text.strip_prefix('%') {
            let base = base.trim();
            return Some(match base {
                "" => (Unit::Percent, None),
                rate if rate.starts_with('/') => (Unit::Other(text.into()), None),
                base => (Unit::Percent, Some(base.into())),
            });
        }
        if text.ends_with("(%)") || text.ends_with(" %") {
            return Some((Unit::Percent, None));
        }
        let key = match_key(&text);
        let is = |words: &[&str]| words.iter().any(|word| key.starts_with(word));
        Some(if is(&["phần trăm", "percent"]) {
            (Unit::Percent, None)
        } else if is(&["thứ bậc", "xếp hạng", "thứ hạng", "hạng", "rank"]) {
            (Unit::Rank, None)
        } else if is(&["điểm", "chỉ số", "score"]) {
            (Unit::Score, None)
        } else if key == "count" {
            (Unit::Count, None)
        } else {
            (Unit::Other(text.into()), None)
        })
    }

    /// Reads the words after a number within a cell, and the words behind the unit: `điểm`, `tỷ đồng`, `người/vạn dân` are
    /// units, `phường` is not; in `km đường` the unit is `km`.
    pub(crate) fn at_head<'t, 'k>(text: &str, tokens: &'t [Token<'k>]) -> Option<(Unit, &'t [Token<'k>])> {
        let (first, after) = tokens.split_first()?;
        let slash = measure::rate_at(tokens);
        // `80 điểm` are a score, `80 điểm du lịch` are places.
        let ends =
            after.is_empty() || begins_scope(after) || after.first().is_some_and(|next| next.is_word("trở"));
        if first.is_word("điểm") && ends && slash.is_none() {
            return Some((Unit::Score, after));
        }
        if first.is_word("hạng") {
            return Some((Unit::Rank, &[]));
        }
        let rate = slash
            .filter(|_| tokens.iter().any(|token| token.kind == TokenKind::Word))
            .map(|slash| measure::end_of_unit(tokens, slash + 1));
        let count = measure::tokens_of_unit(tokens).or(rate)?;
        let (unit, rest) = tokens.split_at_checked(count)?;
        Some((Unit::Other(normal(words_of(text, unit)).into()), rest))
    }

    /// The unit as text: a code, or the words as written.
    ///
    /// ```
    /// assert_eq!(tiendo::Unit::Percent.as_str(), "percent");
    /// ```
    pub fn as_str(&self) -> &str {
        match self {
            Unit::Percent => "percent",
            Unit::Count => "count",
            Unit::Rank => "rank",
            Unit::Score => "score",
            Unit::Permille => "permille",
            Unit::PercentagePoint => "percentage_point",
            Unit::Times => "times",
            Unit::Other(text) => text,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<String> for Unit {
    fn from(text: String) -> Unit {
        match text.as_str() {
            "percent" | "%" => Unit::Percent,
            "count" => Unit::Count,
            "rank" => Unit::Rank,
            "score" => Unit::Score,
            "permille" => Unit::Permille,
            "percentage_point" => Unit::PercentagePoint,
            "times" => Unit::Times,
            _ => Unit::Other(text.into()),
        }
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Unit, D::Error> {
        String::deserialize(deserializer).map(Unit::from)
    }
}
