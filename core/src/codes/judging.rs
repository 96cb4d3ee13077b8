//! Codes of judging a value against a target.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Labels, Lang, codes};

/// Whether one target is met.
///
/// ```
/// use tiendo::{Reason, Verdict};
/// let json = serde_json::to_string(&Verdict::Undetermined(Reason::NoValue)).unwrap();
/// assert_eq!(json, r#"{"verdict":"undetermined","reason":"no-value"}"#);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "verdict", content = "reason")]
pub enum Verdict {
    /// Đạt.
    Met,
    /// Chưa đạt.
    NotMet,
    /// Chưa xác định, and why.
    Undetermined(Reason),
}

impl Verdict {
    /// Every code a verdict may have, in the order of the documentation.
    ///
    /// ```
    /// assert_eq!(tiendo::Verdict::CODES, ["met", "not_met", "undetermined"]);
    /// ```
    pub const CODES: &[&str] = &["met", "not_met", "undetermined"];

    /// A verdict of each code, whatever its reason.
    pub(super) const EVERY: &[Verdict] =
        &[Verdict::Met, Verdict::NotMet, Verdict::Undetermined(Reason::NoValue)];

    /// The verdict's code, without its reason.
    ///
    /// ```
    /// assert_eq!(tiendo::Verdict::NotMet.as_str(), "not_met");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::NotMet => "not_met",
            Verdict::Undetermined(_) => "undetermined",
        }
    }

    /// The verdict as officials word it.
    ///
    /// ```
    /// use tiendo::{Lang, Verdict};
    /// assert_eq!(Verdict::Met.label(Lang::Vi), "Đạt");
    /// ```
    pub fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = self.labels();
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    pub(crate) fn of(met: bool) -> Verdict {
        if met { Verdict::Met } else { Verdict::NotMet }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

codes! {
    /// Why a verdict or standing is undetermined: one closed list.
    ///
    /// ```
    /// assert_eq!(tiendo::Reason::NeedsJudgement.as_str(), "needs-judgement");
    /// ```
    Reason {
        /// Nothing is asked.
        NoTarget = "no-target",
        /// The target has not been fixed.
        TargetUndetermined = "target-undetermined",
        /// Another indicator stands in, and this one has no number of its own.
        ProxyWithoutValue = "proxy-without-value",
        /// The footnote that holds the target has no text.
        FootnoteMissing = "footnote-missing",
        /// Value and target have different units.
        UnitDiffers = "unit-differs",
        /// Value and target measure different things.
        QualifierDiffers = "qualifier-differs",
        /// Only a recorded judgement can decide.
        NeedsJudgement = "needs-judgement",
        /// No value is known.
        NoValue = "no-value",
        /// Nothing to measure progress from.
        NoBaseline = "no-baseline",
        /// Too few observations for a trend.
        TooFewPoints = "too-few-points",
        /// A part-year amount that may still grow.
        YearNotOver = "year-not-over",
        /// Yes, no or prose before its date.
        NotNumeric = "not-numeric",
        /// The number ranked among has changed.
        RankBaseChanged = "rank-base-changed",
        /// A ratio with 0 below the line.
        DivisorZero = "divisor-zero",
        /// The cell was not read.
        Unrecognised = "unrecognised",
        /// The target is a change, and the value is none.
        ChangeNeedsBase = "change-needs-base",
    }
}

codes! {
    /// Where a value lies against an interval; `within` and `beyond` both meet it.
    ///
    /// ```
    /// assert_eq!(tiendo::IntervalPosition::Within.as_str(), "within");
    /// ```
    IntervalPosition {
        /// On the wrong side of the weaker bound.
        Short = "short",
        /// Between the bounds, both included.
        Within = "within",
        /// Better than the stronger bound.
        Beyond = "beyond",
    }
}

codes! {
    /// Whether a value rose between the last two full years.
    ///
    /// ```
    /// assert_eq!(tiendo::Trend::Unknown.as_str(), "unknown");
    /// ```
    Trend {
        /// It rose.
        Rising = "rising",
        /// It stayed or fell.
        NotRising = "not_rising",
        /// One of the two years is not known.
        Unknown = "unknown",
    }
}

codes! {
    /// How much one target asks beside another.
    ///
    /// ```
    /// assert_eq!(tiendo::Strength::Weaker.as_str(), "weaker");
    /// ```
    Strength {
        /// It asks for less.
        Weaker = "weaker",
        /// It asks for the same.
        Equal = "equal",
        /// It asks for more.
        Stronger = "stronger",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_reads_back_and_is_spelled_as_listed() {
        assert_eq!(Verdict::EVERY.iter().map(|verdict| verdict.as_str()).collect::<Vec<_>>(), Verdict::CODES);
        for verdict in Verdict::EVERY {
            let json = serde_json::to_string(verdict).unwrap();
            assert_eq!(serde_json::from_str::<Verdict>(&json).unwrap(), *verdict);
        }
    }
}
