//! Comparing a value with one target: verdict, margin, attainment and why.
//!
//! | target | holds when | weaker or better |
//! |---|---|---|
//! | `≥ > ≤ <` | as written | the operator says which side is better |
//! | bare, `=` | reached or better; with [`CompareOptions::equal_exactly`] only when equal | the indicator's direction |
//! | interval | its weaker bound is reached: the lower if higher is better, else the upper | the indicator's direction |
//! | `Có`, `Không` | the value says the same; beside a number, the number decides | |
//! | prose | a recorded judgement says so | |
//! | several | all of them hold | |
//!
//! Everything is compared as whole millionths. What cannot be decided is `undetermined` with a reason, never
//! `not_met`.

use std::cmp::Ordering;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{MilestoneTarget, TargetKind};
use crate::error::{Error, ErrorCode, codes};
use crate::note::NoteCode;
use crate::number::Fixed;
use crate::row::Direction;
use crate::text::match_key;
use crate::unit::Unit;
use crate::why::{Lang, NamedNumber, Why};

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
    }
}

impl Reason {
    /// The reason as a sentence.
    ///
    /// ```
    /// use tiendo::{Lang, Reason};
    /// assert_eq!(Reason::NoValue.sentence(Lang::Vi), "Chưa có số liệu.");
    /// ```
    pub fn sentence(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Reason::NoTarget => ("Không đặt mục tiêu ở mốc này.", "Nothing is asked at this milestone."),
            Reason::TargetUndetermined => ("Mục tiêu chưa được xác định.", "The target has not been fixed."),
            Reason::ProxyWithoutValue => (
                "Mốc này tính theo chỉ tiêu khác; chưa có mục tiêu riêng.",
                "Another indicator stands in at this milestone; there is no number of its own.",
            ),
            Reason::FootnoteMissing => (
                "Mục tiêu nằm ở chú thích không có nội dung.",
                "The target stands in a footnote whose text is missing.",
            ),
            Reason::UnitDiffers => {
                ("Số liệu và mục tiêu khác đơn vị.", "Value and target have different units.")
            }
            Reason::QualifierDiffers => (
                "Số liệu và mục tiêu đo hai đối tượng khác nhau.",
                "Value and target measure different things.",
            ),
            Reason::NeedsJudgement => (
                "Mục tiêu định tính: cần kết luận đánh giá được ghi nhận.",
                "A qualitative target: a recorded judgement is needed.",
            ),
            Reason::NoValue => ("Chưa có số liệu.", "There is no value yet."),
            Reason::NoBaseline => {
                ("Chưa có số liệu gốc để so sánh.", "There is no baseline to measure from.")
            }
            Reason::TooFewPoints => {
                ("Chưa đủ số liệu để xác định xu hướng.", "Too few observations for a trend.")
            }
            Reason::YearNotOver => {
                ("Chưa hết năm, số liệu còn có thể tăng.", "The year is not over; the amount may grow.")
            }
            Reason::NotNumeric => ("Mục tiêu không phải dạng số.", "The target is not numeric."),
            Reason::RankBaseChanged => {
                ("Số đơn vị được xếp hạng đã thay đổi.", "The number of units ranked has changed.")
            }
            Reason::DivisorZero => ("Số chia bằng 0.", "The divisor is 0."),
            Reason::Unrecognised => ("Chưa đọc được ô mục tiêu.", "The target cell was not read."),
        };
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

/// Whether one target is met.
///
/// ```
/// use tiendo::{Reason, Verdict};
/// let json = serde_json::to_string(&Verdict::Undetermined(Reason::NoValue)).unwrap();
/// assert_eq!(json, r#"{"verdict":"undetermined","reason":"no-value"}"#);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
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
        match (self, lang) {
            (Verdict::Met, Lang::Vi) => "Đạt",
            (Verdict::NotMet, Lang::Vi) => "Chưa đạt",
            (Verdict::Undetermined(_), Lang::Vi) => "Chưa xác định",
            (Verdict::Met, Lang::En) => "Met",
            (Verdict::NotMet, Lang::En) => "Not met",
            (Verdict::Undetermined(_), Lang::En) => "Undetermined",
        }
    }

    fn of(met: bool) -> Verdict {
        if met { Verdict::Met } else { Verdict::NotMet }
    }
}

/// What was measured: a number, yes or no, or a judgement on a qualitative target.
///
/// ```
/// use tiendo::MeasuredValue;
/// assert_ne!(MeasuredValue::Present(true), MeasuredValue::Judged(true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasuredValue {
    /// Nothing is known.
    Missing,
    /// A number.
    Number(Fixed),
    /// Whether the thing is in place.
    Present(bool),
    /// Whether a recorded judgement says the target is met.
    Judged(bool),
}

impl MeasuredValue {
    /// The one of three that is given, as records hold them. Error: `bad-value` where more than one is.
    ///
    /// ```
    /// use tiendo::MeasuredValue;
    /// assert_eq!(MeasuredValue::one_of(None, Some(true), None)?, MeasuredValue::Present(true));
    /// assert_eq!(MeasuredValue::one_of(None, None, None)?, MeasuredValue::Missing);
    /// assert!(MeasuredValue::one_of(None, Some(true), Some(true)).is_err());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn one_of(
        value: Option<Fixed>,
        present: Option<bool>,
        judgement: Option<bool>,
    ) -> Result<MeasuredValue, Error> {
        match (value, present, judgement) {
            (None, None, None) => Ok(MeasuredValue::Missing),
            (Some(value), None, None) => Ok(MeasuredValue::Number(value)),
            (None, Some(present), None) => Ok(MeasuredValue::Present(present)),
            (None, None, Some(judgement)) => Ok(MeasuredValue::Judged(judgement)),
            _ => Err(Error::new(ErrorCode::BadValue, "", "only one of `value`, `present` and `judgement`")),
        }
    }
}

/// A value to compare, with what it measures where that is known.
///
/// ```
/// use tiendo::{Measured, Unit};
/// let mut value = Measured::number("52.5".parse()?);
/// value.unit = Some(Unit::Percent);
/// # Ok::<(), tiendo::number::NumeralError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Measured {
    /// The value.
    pub value: MeasuredValue,
    /// Its unit; where absent, the target's is taken.
    pub unit: Option<Unit>,
    /// The thing measured (`5G`), where it is not the indicator's usual one.
    pub qualifier: Option<String>,
    /// The last two full years' values, the earlier first, for a target that also asks for a rise.
    pub full_years: Option<(Fixed, Fixed)>,
}

impl Measured {
    /// A bare value.
    ///
    /// ```
    /// use tiendo::{Measured, MeasuredValue};
    /// assert_eq!(Measured::new(MeasuredValue::Present(true)).unit, None);
    /// ```
    pub fn new(value: MeasuredValue) -> Measured {
        Measured { value, unit: None, qualifier: None, full_years: None }
    }

    /// A bare number.
    ///
    /// ```
    /// use tiendo::{Fixed, Measured, MeasuredValue};
    /// assert_eq!(Measured::number(Fixed::ONE).value, MeasuredValue::Number(Fixed::ONE));
    /// ```
    pub fn number(value: Fixed) -> Measured {
        Measured::new(MeasuredValue::Number(value))
    }
}

/// What a caller may choose about comparing.
///
/// ```
/// let options = tiendo::CompareOptions::default();
/// assert!(!options.equal_exactly && !options.rising_decides);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CompareOptions {
    /// A bare number and `=` ask for exactly that number (default: that number or better).
    pub equal_exactly: bool,
    /// `và tăng dần` must hold too (default: it is shown beside the verdict).
    pub rising_decides: bool,
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

/// The result of comparing a value with a target.
///
/// As JSON it also carries its [`why`](Self::why).
///
/// ```
/// use tiendo::{Direction, Measured, Verdict, compare, parse_target};
/// let target = parse_target("≥ 50%.", None)?;
/// let result = compare(&Measured::number("45".parse().unwrap()), &target, Direction::HigherIsBetter);
/// assert_eq!(result.verdict, Verdict::NotMet);
/// assert_eq!(result.margin.unwrap().to_string(), "-5");
/// assert_eq!(result.attainment.unwrap().to_string(), "0.9");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Whether the target is met.
    pub verdict: Verdict,
    /// How much better (positive) or worse than asked, in the target's unit.
    pub margin: Option<Fixed>,
    /// Value ÷ required, or required ÷ value where lower is better; rounded half to even at six places, absent
    /// where the divisor is 0.
    pub attainment: Option<Fixed>,
    /// Where the value lies against an interval.
    pub position: Option<IntervalPosition>,
    /// Whether the value rose, where the target asks for it.
    pub rising: Option<Trend>,
    /// One result for each of several requirements.
    pub parts: Vec<Comparison>,
    basis: Basis,
}

/// The rule and the numbers a comparison rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Basis {
    rule: &'static str,
    value: Option<Fixed>,
    required: Option<Fixed>,
    range: Option<(Fixed, Fixed)>,
    better: Direction,
    percent: bool,
}

/// Compares a value with a target by the defaults.
///
/// ```
/// use tiendo::{Direction, Measured, Verdict, compare, parse_target};
/// let target = parse_target("> 60%", None)?;
/// let result = compare(&Measured::number("60".parse().unwrap()), &target, Direction::HigherIsBetter);
/// assert_eq!(result.verdict, Verdict::NotMet);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn compare(measured: &Measured, target: &MilestoneTarget, direction: Direction) -> Comparison {
    compare_with(measured, target, direction, CompareOptions::default())
}

/// Compares a value with a target.
///
/// ```
/// use tiendo::{CompareOptions, Direction, Measured, Verdict, compare_with, parse_target};
/// let options = CompareOptions { equal_exactly: true, ..CompareOptions::default() };
/// let target = parse_target("= 20%", None)?;
/// let value = Measured::number("25".parse().unwrap());
/// assert_eq!(compare_with(&value, &target, Direction::HigherIsBetter, options).verdict, Verdict::NotMet);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn compare_with(
    measured: &Measured,
    target: &MilestoneTarget,
    direction: Direction,
    options: CompareOptions,
) -> Comparison {
    let mut result = decide(measured, target, direction, options);
    if target.rising {
        let trend = match measured.full_years {
            None => Trend::Unknown,
            Some((before, after)) if after > before => Trend::Rising,
            Some(_) => Trend::NotRising,
        };
        result.rising = Some(trend);
        if options.rising_decides && result.verdict == Verdict::Met {
            result.verdict = match trend {
                Trend::Rising => Verdict::Met,
                Trend::NotRising => Verdict::NotMet,
                Trend::Unknown => Verdict::Undetermined(Reason::TooFewPoints),
            };
            result.basis.rule = "rising";
        }
    }
    result
}

fn decide(
    measured: &Measured,
    target: &MilestoneTarget,
    direction: Direction,
    options: CompareOptions,
) -> Comparison {
    let rule = target.kind.as_str();
    let undetermined = |reason| Comparison::new(Verdict::Undetermined(reason), rule, direction);
    match target.kind {
        TargetKind::None => undetermined(Reason::NoTarget),
        TargetKind::Unrecognised => undetermined(Reason::Unrecognised),
        TargetKind::Deferred if target.proxy.is_some() => undetermined(Reason::ProxyWithoutValue),
        TargetKind::Deferred if target.has_note(NoteCode::FootnoteMissing) => {
            undetermined(Reason::FootnoteMissing)
        }
        TargetKind::Deferred => undetermined(Reason::TargetUndetermined),
        TargetKind::Qualitative => match measured.value {
            MeasuredValue::Judged(met) => Comparison::new(Verdict::of(met), rule, direction),
            _ => undetermined(Reason::NeedsJudgement),
        },
        TargetKind::Several => several(measured, target, direction, options),
        TargetKind::Presence => match (target.parts.first(), measured.value) {
            // The number decides; a bare yes or no says nothing of it.
            (Some(number), _) => decide(measured, number, direction, options),
            (None, MeasuredValue::Present(present)) => {
                Comparison::new(Verdict::of(Some(present) == target.present), rule, direction)
            }
            (None, MeasuredValue::Number(_)) => undetermined(Reason::UnitDiffers),
            (None, _) => undetermined(Reason::NoValue),
        },
        _ => {
            let numbers = Numbers::of(target, direction);
            match (numbers, measured.value) {
                (None, _) => undetermined(Reason::Unrecognised),
                (Some(numbers), _) if numbers.asks_nothing() => {
                    let mut result = undetermined(Reason::NoTarget);
                    result.basis.rule = "not_asked";
                    result
                }
                (_, MeasuredValue::Missing | MeasuredValue::Judged(_)) => undetermined(Reason::NoValue),
                (_, MeasuredValue::Present(_)) => undetermined(Reason::UnitDiffers),
                _ if differs(measured.unit.as_ref(), target.unit.as_ref()) => {
                    undetermined(Reason::UnitDiffers)
                }
                _ if other_thing(measured.qualifier.as_deref(), target.qualifier.as_deref()) => {
                    undetermined(Reason::QualifierDiffers)
                }
                (Some(numbers), MeasuredValue::Number(value)) => numbers.compare(value, target, options),
            }
        }
    }
}

fn several(
    measured: &Measured,
    target: &MilestoneTarget,
    direction: Direction,
    options: CompareOptions,
) -> Comparison {
    let parts: Vec<Comparison> =
        target.parts.iter().map(|part| decide(measured, part, direction, options)).collect();
    // One that fails decides; else one that cannot be decided leaves the whole open.
    let verdict =
        parts.iter().map(|part| part.verdict).fold(Verdict::Met, |whole, part| match (whole, part) {
            (Verdict::NotMet, _) | (_, Verdict::NotMet) => Verdict::NotMet,
            (open @ Verdict::Undetermined(_), _) => open,
            (Verdict::Met, part) => part,
        });
    let mut result = Comparison::new(verdict, target.kind.as_str(), direction);
    result.parts = parts;
    result
}

fn differs(a: Option<&Unit>, b: Option<&Unit>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

fn other_thing(a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (None, None) => false,
        (Some(a), Some(b)) => match_key(a) != match_key(b),
        _ => true,
    }
}

/// The numbers of a target that decide, and which side of them is better.
struct Numbers {
    required: Fixed,
    range: Option<(Fixed, Fixed)>,
    better: Direction,
    kind: TargetKind,
}

impl Numbers {
    fn of(target: &MilestoneTarget, direction: Direction) -> Option<Numbers> {
        let better = match target.kind {
            TargetKind::AtLeast | TargetKind::MoreThan => Direction::HigherIsBetter,
            TargetKind::AtMost | TargetKind::LessThan => Direction::LowerIsBetter,
            _ => direction,
        };
        let range = target.low.zip(target.high);
        let required = match (range, better) {
            (Some((low, _)), Direction::HigherIsBetter) => low,
            (Some((_, high)), Direction::LowerIsBetter) => high,
            (None, _) => target.value?,
        };
        Some(Numbers { required, range, better, kind: target.kind })
    }

    /// 0 where higher is better: every value would do.
    fn asks_nothing(&self) -> bool {
        let asks_for_more = matches!(self.kind, TargetKind::Reach | TargetKind::AtLeast | TargetKind::Equal);
        asks_for_more && self.better == Direction::HigherIsBetter && self.required == Fixed::ZERO
    }

    fn compare(&self, value: Fixed, target: &MilestoneTarget, options: CompareOptions) -> Comparison {
        let toward = |a: Fixed, b: Fixed| match self.better {
            Direction::HigherIsBetter => a.cmp(&b),
            Direction::LowerIsBetter => b.cmp(&a),
        };
        let order = toward(value, self.required);
        let met = match self.kind {
            TargetKind::MoreThan | TargetKind::LessThan => order == Ordering::Greater,
            TargetKind::Reach | TargetKind::Equal if options.equal_exactly => order == Ordering::Equal,
            _ => order != Ordering::Less,
        };
        let (margin, attainment) = match self.better {
            Direction::HigherIsBetter => (value.checked_sub(self.required), value.checked_div(self.required)),
            Direction::LowerIsBetter => (self.required.checked_sub(value), self.required.checked_div(value)),
        };
        let position = self.range.map(|(low, high)| {
            let stronger = if self.better == Direction::HigherIsBetter { high } else { low };
            match (met, toward(value, stronger)) {
                (false, _) => IntervalPosition::Short,
                (true, Ordering::Greater) => IntervalPosition::Beyond,
                (true, _) => IntervalPosition::Within,
            }
        });
        let exact = options.equal_exactly && matches!(self.kind, TargetKind::Reach | TargetKind::Equal);
        let mut result = Comparison::new(
            Verdict::of(met),
            if exact { "exactly" } else { self.kind.as_str() },
            self.better,
        );
        (result.margin, result.attainment, result.position) = (margin, attainment, position);
        result.basis.value = Some(value);
        result.basis.required = Some(self.required);
        result.basis.range = self.range;
        result.basis.percent = target.unit == Some(Unit::Percent);
        result
    }
}

impl Comparison {
    fn new(verdict: Verdict, rule: &'static str, better: Direction) -> Comparison {
        let basis = Basis { rule, value: None, required: None, range: None, better, percent: false };
        Comparison {
            verdict,
            margin: None,
            attainment: None,
            position: None,
            rising: None,
            parts: Vec::new(),
            basis,
        }
    }

    /// The rule and the numbers behind the verdict, with a sentence: enough to recompute it by hand.
    ///
    /// ```
    /// use tiendo::{Direction, Lang, Measured, compare, parse_target};
    /// let result = compare(&Measured::number("45".parse().unwrap()), &parse_target("≥ 50%", None)?, Direction::HigherIsBetter);
    /// assert_eq!(result.why().sentence(Lang::Vi), "45% thấp hơn mức yêu cầu 50%: chưa đạt.");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn why(&self) -> Why {
        let basis = &self.basis;
        let (low, high) = basis.range.unzip();
        let named = [("value", basis.value), ("required", basis.required), ("low", low), ("high", high)];
        let numbers = named
            .into_iter()
            .filter_map(|(name, value)| Some(NamedNumber { name: name.to_owned(), value: value? }))
            .collect();
        let rule = basis.rule.to_owned();
        Why { rule, numbers, dates: Vec::new(), vi: self.sentence(Lang::Vi), en: self.sentence(Lang::En) }
    }

    fn sentence(&self, lang: Lang) -> String {
        let met = self.verdict == Verdict::Met;
        let end = self.verdict.label(lang).to_lowercase();
        if let Verdict::Undetermined(reason) = self.verdict {
            return reason.sentence(lang).to_owned();
        }
        let unit = if self.basis.percent { "%" } else { "" };
        let shown =
            |number: Option<Fixed>| format!("{}{unit}", number.map(|n| lang.number(n)).unwrap_or_default());
        let (value, required) = (shown(self.basis.value), shown(self.basis.required));
        let (higher, vi) = (self.basis.better == Direction::HigherIsBetter, lang == Lang::Vi);
        match (self.basis.rule, vi) {
            ("at_least", true) if met => format!("{value} không thấp hơn mức yêu cầu {required}: {end}."),
            ("at_least", false) if met => format!("{value} is not below the {required} asked: {end}."),
            ("at_least", true) => format!("{value} thấp hơn mức yêu cầu {required}: {end}."),
            ("at_least", false) => format!("{value} is below the {required} asked: {end}."),
            ("more_than", true) if met => format!("{value} cao hơn mức {required}: {end}."),
            ("more_than", false) if met => format!("{value} is above {required}: {end}."),
            ("more_than", true) => format!("{value} không cao hơn mức {required}: {end}."),
            ("more_than", false) => format!("{value} is not above {required}: {end}."),
            ("at_most", true) if met => format!("{value} không vượt quá mức tối đa {required}: {end}."),
            ("at_most", false) if met => format!("{value} does not exceed the {required} allowed: {end}."),
            ("at_most", true) => format!("{value} vượt quá mức tối đa {required}: {end}."),
            ("at_most", false) => format!("{value} exceeds the {required} allowed: {end}."),
            ("less_than", true) if met => format!("{value} thấp hơn mức {required}: {end}."),
            ("less_than", false) if met => format!("{value} is below {required}: {end}."),
            ("less_than", true) => format!("{value} không thấp hơn mức {required}: {end}."),
            ("less_than", false) => format!("{value} is not below {required}: {end}."),
            ("exactly", true) => format!("Yêu cầu đúng bằng {required}, số liệu là {value}: {end}."),
            ("exactly", false) => format!("Exactly {required} is asked and the value is {value}: {end}."),
            ("interval", true) => {
                let (low, high) = self.basis.range.unzip();
                let better = if higher { "càng cao càng tốt" } else { "càng thấp càng tốt" };
                format!(
                    "{value} so với cận {required} của khoảng {}–{} ({better}): {end}.",
                    shown(low),
                    shown(high)
                )
            }
            ("interval", false) => {
                let (low, high) = self.basis.range.unzip();
                let better = if higher { "higher is better" } else { "lower is better" };
                format!(
                    "{value} against the bound {required} of {} to {} ({better}): {end}.",
                    shown(low),
                    shown(high)
                )
            }
            ("presence", true) => format!("Đã ghi nhận có hay không: {end}."),
            ("presence", false) => format!("What is recorded as in place or not: {end}."),
            ("qualitative", true) => format!("Theo kết luận đánh giá được ghi nhận: {end}."),
            ("qualitative", false) => format!("By the recorded judgement: {end}."),
            ("several", true) => format!("Mọi yêu cầu trong ô đều phải đạt: {end}."),
            ("several", false) => format!("Every requirement of the cell must hold: {end}."),
            ("rising", true) => format!("Mục tiêu còn yêu cầu tăng so với năm trước: {end}."),
            ("rising", false) => format!("The target also asks for a rise over the year before: {end}."),
            (_, true) => {
                let better = if higher { "bằng hoặc cao hơn" } else { "bằng hoặc thấp hơn" };
                format!("{value} so với mức {required}, yêu cầu {better}: {end}.")
            }
            (_, false) => {
                let better = if higher { "higher" } else { "lower" };
                format!("{value} against {required}, to be reached or {better}: {end}.")
            }
        }
    }
}

impl Serialize for Comparison {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Comparison", 8)?;
        out.serialize_field("verdict", self.verdict.as_str())?;
        if let Verdict::Undetermined(reason) = self.verdict {
            out.serialize_field("reason", &reason)?;
        }
        if let Some(margin) = self.margin {
            out.serialize_field("margin", &margin)?;
        }
        if let Some(attainment) = self.attainment {
            out.serialize_field("attainment", &attainment)?;
        }
        if let Some(position) = self.position {
            out.serialize_field("position", &position)?;
        }
        if let Some(rising) = self.rising {
            out.serialize_field("rising", &rising)?;
        }
        if !self.parts.is_empty() {
            out.serialize_field("parts", &self.parts)?;
        }
        out.serialize_field("why", &self.why())?;
        out.end()
    }
}
