//! Targets: what a cell of an indicator table asks, and whether a value meets it.

pub use tiendo::{
    CompareOptions, IntervalPosition, MeasuredValue, Reason, Source, Strength, TargetKind, Trend, Verdict,
};

use crate::error::TiendoError;
use crate::note::Note;
use crate::number::Fixed;
use crate::row::Direction;
use crate::unit::UnitOfMeasure;
use crate::why::Why;

/// Reads one target cell, with the text of its row's unit column where there is one.
///
/// Reading is total: the only error is `cell-too-long`.
#[uniffi::export(default(unit))]
#[expect(clippy::needless_pass_by_value, reason = "uniffi has no optional borrowed text")]
pub fn parse_target(text: &str, unit: Option<String>) -> Result<MilestoneTarget, TiendoError> {
    Ok(tiendo::parse_target(text, unit.as_deref())?.into())
}

/// Compares a value with a target.
///
/// The error is `bad-number`, for a number of more than six decimals or beyond the range.
#[uniffi::export(default(options))]
pub fn compare(
    measured: Measured,
    target: MilestoneTarget,
    direction: Direction,
    options: CompareOptions,
) -> Result<Comparison, TiendoError> {
    Ok(tiendo::compare_with(&measured.into(), &target.into(), direction, options).into())
}

/// How much `target` asks beside `other`, of the same measure; absent where they cannot be compared.
///
/// An interval counts by its weaker bound, a bare number and `=` as `≥` (or `≤` where lower is better). The error is
/// `compare`'s.
#[uniffi::export]
pub fn compare_targets(
    target: MilestoneTarget,
    other: MilestoneTarget,
    direction: Direction,
) -> Result<Option<Strength>, TiendoError> {
    Ok(tiendo::compare_targets(&target.into(), &other.into(), direction))
}

/// The target in the library's own notation: one spelling for each meaning, which reads back as the same target.
///
/// The error is `compare`'s.
#[uniffi::export]
pub fn target_notation(target: MilestoneTarget) -> Result<String, TiendoError> {
    Ok(tiendo::MilestoneTarget::from(target).to_notation())
}

/// What a plan asks of an indicator at one milestone: the cell as published, and what was understood.
///
/// `kind` says which of the other fields speak: the five operators and `REACH` have `value`, an interval `low` and
/// `high`, `PRESENCE` has `present` (and its number, if any, as the only one of `parts`), `SEVERAL` has `parts`.
/// A `QUALITATIVE` cell shows the numbers it also holds as `parts`; they do not decide.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct MilestoneTarget {
    /// What is asked.
    pub kind: TargetKind,
    /// The number of an operator or of `REACH`, in `unit`.
    pub value: Option<Fixed>,
    /// The lower number of an interval.
    pub low: Option<Fixed>,
    /// The upper number of an interval.
    pub high: Option<Fixed>,
    /// `Có` or `Không`.
    pub present: Option<bool>,
    /// The unit of the numbers; absent where neither cell, column nor row names one.
    pub unit: Option<UnitOfMeasure>,
    /// What a percent is of, as written (`GRDP`); absent where the indicator's name says it.
    pub base: Option<String>,
    /// What a count counts, as written (`phường`).
    pub noun: Option<String>,
    /// The thing measured, where it is not the indicator's usual one (`6G`).
    pub qualifier: Option<String>,
    /// Where or among whom it holds (`Đông Nam Á`), as written in the cell or its footnote.
    pub scope: Option<String>,
    /// The requirements of `SEVERAL`, the number of a `PRESENCE`, the numbers a `QUALITATIVE` cell shows.
    pub parts: Vec<MilestoneTarget>,
    /// Whether the cell also demands that the value keep rising.
    pub rising: bool,
    /// The mark of the footnote the cell names; empty for a bare `(*)`.
    pub footnote: Option<String>,
    /// The code of the indicator a footnote puts in this one's place.
    pub proxy: Option<String>,
    /// What to know about the reading, with places.
    pub notes: Vec<Note>,
    /// The cell, verbatim.
    pub text: String,
}

/// Both conversions of a record whose fields differ from the core's only in what its lists hold.
macro_rules! both_ways {
    ($record:ident { $($field:ident),* } lists { $($list:ident),* }) => {
        impl From<tiendo::$record> for $record {
            fn from(record: tiendo::$record) -> $record {
                let tiendo::$record { $($field,)* $($list,)* } = record;
                $record { $($field,)* $($list: crate::all($list),)* }
            }
        }

        impl From<$record> for tiendo::$record {
            fn from(record: $record) -> tiendo::$record {
                let $record { $($field,)* $($list,)* } = record;
                tiendo::$record { $($field,)* $($list: crate::all($list),)* }
            }
        }
    };
}
both_ways!(MilestoneTarget {
    kind, value, low, high, present, unit, base, noun, qualifier, scope, rising, footnote, proxy, text
} lists { parts, notes });

/// What a target asks for.
#[uniffi::remote(Enum)]
pub enum TargetKind {
    /// `≥`: this much or more.
    AtLeast,
    /// `>`: strictly more.
    MoreThan,
    /// `≤`: this much or less.
    AtMost,
    /// `<`: strictly less.
    LessThan,
    /// `=`, as written.
    Equal,
    /// A bare number: reach it or better.
    Reach,
    /// Between two numbers; the weaker bound decides.
    Interval,
    /// Yes or no, with a number where one is written.
    Presence,
    /// Prose: only a recorded judgement says whether it is met.
    Qualitative,
    /// Left to a footnote, or not fixed yet.
    Deferred,
    /// Nothing is asked at this milestone.
    None,
    /// Several requirements, all of which must hold.
    Several,
    /// A number in no known form; the notes have the place.
    Unrecognised,
}

/// How the text of a cell was obtained.
#[uniffi::remote(Enum)]
pub enum Source {
    /// Published as text.
    Published,
    /// Read from a scan: signs are uncertain.
    Ocr,
    /// Read from a scan and checked by a person.
    Checked,
    /// A scan that could not be read; the text is what the machine made of it.
    Illegible,
}

/// A value to compare, with what it measures where that is known.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Measured {
    /// The value.
    pub value: MeasuredValue,
    /// Its unit; where absent, the target's is taken.
    #[uniffi(default)]
    pub unit: Option<UnitOfMeasure>,
    /// The thing measured (`5G`), where it is not the indicator's usual one.
    #[uniffi(default)]
    pub qualifier: Option<String>,
    /// The last two full years' values, for a target that also asks for a rise.
    #[uniffi(default)]
    pub full_years: Option<FullYears>,
}

impl From<Measured> for tiendo::Measured {
    fn from(measured: Measured) -> tiendo::Measured {
        let Measured { value, unit, qualifier, full_years } = measured;
        let full_years = full_years.map(|years| (years.earlier, years.later));
        tiendo::Measured { value, unit, qualifier, full_years }
    }
}

/// The values of two full years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FullYears {
    /// The earlier year's.
    pub earlier: Fixed,
    /// The later year's.
    pub later: Fixed,
}

/// What was measured: a number, yes or no, or a judgement on a qualitative target.
#[uniffi::remote(Enum)]
pub enum MeasuredValue {
    /// Nothing is known.
    Missing,
    /// A number.
    Number(#[uniffi(name = "value")] Fixed),
    /// Whether the thing is in place.
    Present(#[uniffi(name = "present")] bool),
    /// Whether a recorded judgement says the target is met.
    Judged(#[uniffi(name = "met")] bool),
}

/// The one of three that is given, as records hold them.
///
/// The error is `bad-value` where more than one is.
#[uniffi::export(default(value = None, present = None, judgement = None))]
pub fn measured_value_of(
    value: Option<Fixed>,
    present: Option<bool>,
    judgement: Option<bool>,
) -> Result<MeasuredValue, TiendoError> {
    Ok(MeasuredValue::one_of(value, present, judgement)?)
}

/// What a caller may choose about comparing.
#[uniffi::remote(Record)]
pub struct CompareOptions {
    /// A bare number and `=` ask for exactly that number (default: that number or better).
    #[uniffi(default)]
    pub equal_exactly: bool,
    /// `và tăng dần` must hold too (default: it is shown beside the verdict).
    #[uniffi(default)]
    pub rising_decides: bool,
}

/// The result of comparing a value with a target.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Comparison {
    /// Whether the target is met.
    pub verdict: Verdict,
    /// How much better (positive) or worse than asked, in the target's unit.
    pub margin: Option<Fixed>,
    /// Value ÷ required, or required ÷ value where lower is better; absent where the divisor is 0.
    pub attainment: Option<Fixed>,
    /// Where the value lies against an interval.
    pub position: Option<IntervalPosition>,
    /// Whether the value rose, where the target asks for it.
    pub rising: Option<Trend>,
    /// One result for each of several requirements.
    pub parts: Vec<Comparison>,
    /// The rule and the numbers behind the verdict.
    pub why: Why,
}

impl From<tiendo::Comparison> for Comparison {
    fn from(comparison: tiendo::Comparison) -> Comparison {
        let why = comparison.why();
        // `..` is for what `why` tells.
        let tiendo::Comparison { verdict, margin, attainment, position, rising, parts, .. } = comparison;
        Comparison { verdict, margin, attainment, position, rising, parts: crate::all(parts), why }
    }
}

/// Whether one target is met.
#[uniffi::remote(Enum)]
pub enum Verdict {
    /// Đạt.
    Met,
    /// Chưa đạt.
    NotMet,
    /// Chưa xác định, and why.
    Undetermined(#[uniffi(name = "reason")] Reason),
}

/// Why a verdict is undetermined: one closed list.
#[uniffi::remote(Enum)]
pub enum Reason {
    /// Nothing is asked.
    NoTarget,
    /// The target has not been fixed.
    TargetUndetermined,
    /// Another indicator stands in, and this one has no number of its own.
    ProxyWithoutValue,
    /// The footnote that holds the target has no text.
    FootnoteMissing,
    /// Value and target have different units.
    UnitDiffers,
    /// Value and target measure different things.
    QualifierDiffers,
    /// Only a recorded judgement can decide.
    NeedsJudgement,
    /// No value is known.
    NoValue,
    /// Nothing to measure progress from.
    NoBaseline,
    /// Too few observations for a trend.
    TooFewPoints,
    /// A part-year amount that may still grow.
    YearNotOver,
    /// Yes, no or prose before its date.
    NotNumeric,
    /// The number ranked among has changed.
    RankBaseChanged,
    /// A ratio with 0 below the line.
    DivisorZero,
    /// The cell was not read.
    Unrecognised,
}

/// How much one target asks beside another.
#[uniffi::remote(Enum)]
pub enum Strength {
    /// It asks for less.
    Weaker,
    /// It asks for the same.
    Equal,
    /// It asks for more.
    Stronger,
}

/// Where a value lies against an interval; `WITHIN` and `BEYOND` both meet it.
#[uniffi::remote(Enum)]
pub enum IntervalPosition {
    /// On the wrong side of the weaker bound.
    Short,
    /// Between the bounds, both included.
    Within,
    /// Better than the stronger bound.
    Beyond,
}

/// Whether a value rose between the last two full years.
#[uniffi::remote(Enum)]
pub enum Trend {
    /// It rose.
    Rising,
    /// It stayed or fell.
    NotRising,
    /// One of the two years is not known.
    Unknown,
}
