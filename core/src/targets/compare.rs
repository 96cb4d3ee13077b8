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
//! | a change (`tăng 10%`) | the value is such a change too: its unit says so (`percentage_point`) | more of the change |
//!
//! A value in another scale of the target's unit is converted: 6,000 `tỷ đồng` and 6,000,000,000,000 `đồng` are the same. Where
//! six decimals do not hold it, it is cut so that it stays on its side of what is required. The attainment is absent where
//! a number is negative or the divisor 0, and what is not met never shows 1.
//!
//! Everything is compared as whole millionths. What cannot be decided is `undetermined` with a reason, never
//! `not_met`.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::MilestoneTarget;
use super::comparison::Comparison;
use super::measured::{Measured, MeasuredValue};
use super::shape::COMPARING;
use crate::codes::{
    Change, ComparisonRule, Direction, IntervalPosition, NoteCode, Reason, Strength, TargetKind, Trend,
    Verdict,
};
use crate::error::Error;
use crate::json;
use crate::limits::Limits;
use crate::number::Fixed;
use crate::text::match_key;
use crate::unit::{Ratio, Unit};

/// What a caller may choose about comparing.
///
/// ```
/// let options = tiendo::CompareOptions::default();
/// assert!(!options.equal_exactly && !options.rising_decides);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CompareOptions {
    /// A bare number and `=` ask for exactly that number (default: that number or better).
    pub equal_exactly: bool,
    /// `và tăng dần` must hold too (default: it is shown beside the verdict).
    pub rising_decides: bool,
}

impl CompareOptions {
    /// Reads choices from JSON within the default [`Limits`], each by default where it is left out.
    ///
    /// Errors: those of files.
    ///
    /// ```
    /// use tiendo::{CompareOptions, ErrorCode};
    /// assert!(CompareOptions::from_json(br#"{"equalExactly": true}"#)?.equal_exactly);
    /// let error = CompareOptions::from_json(br#"{"exactly": true}"#).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::UnknownField, "exactly"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<CompareOptions, Error> {
        CompareOptions::from_json_with(json, &Limits::default())
    }

    /// Reads choices from JSON within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{CompareOptions, ErrorCode, Limits};
    /// let limits = Limits { json_bytes: 1, ..Limits::default() };
    /// assert_eq!(CompareOptions::from_json_with(b"{}", &limits).unwrap_err().code, ErrorCode::TooLarge);
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<CompareOptions, Error> {
        json::read_options(json, limits, &COMPARING)
    }
}

/// How much `target` asks beside `other`, of the same measure; absent where they cannot be compared: another unit,
/// base or qualifier, prose, no number.
///
/// An interval counts by its weaker bound, a bare number and `=` as `≥` (or `≤` where lower is better), and of equal
/// numbers `>` asks for more than `≥`.
///
/// ```
/// use tiendo::{Direction, Strength, compare_targets, parse_target};
/// let (own, upper) = (parse_target("> 60%", None)?, parse_target("≥ 60%", None)?);
/// assert_eq!(compare_targets(&own, &upper, Direction::HigherIsBetter), Some(Strength::Stronger));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn compare_targets(
    target: &MilestoneTarget,
    other: &MilestoneTarget,
    direction: Direction,
) -> Option<Strength> {
    compare_targets_by(target, other, direction, |a, b| a == b || match_key(a) == match_key(b))
}

/// The same, by who knows which words are the same: of many targets compared with one, its words are folded once.
pub(crate) fn compare_targets_by<'t>(
    target: &'t MilestoneTarget,
    other: &'t MilestoneTarget,
    direction: Direction,
    mut same: impl FnMut(&'t str, &'t str) -> bool,
) -> Option<Strength> {
    if let (TargetKind::Presence, TargetKind::Presence) = (target.kind, other.kind)
        && target.parts.is_empty()
        && other.parts.is_empty()
    {
        return (target.present == other.present).then_some(Strength::Equal);
    }
    let (own, upper) = (target.deciding()?, other.deciding()?);
    let mut another = |a: Option<&'t str>, b: Option<&'t str>| match (a, b) {
        (None, None) => false,
        (Some(a), Some(b)) => !same(a, b),
        _ => true,
    };
    let ratio = match (&own.unit, &upper.unit) {
        (None, None) => None,
        (Some(a), Some(b)) if a == b => None,
        (Some(a), Some(b)) => Some(Ratio::between((a, own.noun.as_deref()), (b, upper.noun.as_deref()))?),
        _ => return None,
    };
    if (own.change, own.change_since) != (upper.change, upper.change_since)
        || another(own.base.as_deref(), upper.base.as_deref())
        || another(own.qualifier.as_deref(), upper.qualifier.as_deref())
        || another(own.scope.as_deref(), upper.scope.as_deref())
        || (own.noun.is_some() && upper.noun.is_some() && another(own.noun.as_deref(), upper.noun.as_deref()))
    {
        return None;
    }
    let (mut a, b) = (Numbers::of(own, direction)?, Numbers::of(upper, direction)?);
    if let Some(ratio) = ratio {
        a.required = ratio.beside(a.required, b.required)?;
    }
    // An operator against the row's direction is a cap, not a demand for more.
    if a.better != direction || b.better != direction {
        return None;
    }
    let strict = |kind| matches!(kind, TargetKind::MoreThan | TargetKind::LessThan);
    let order = match direction {
        Direction::HigherIsBetter => a.required.cmp(&b.required),
        Direction::LowerIsBetter => b.required.cmp(&a.required),
    };
    Some(match order.then(strict(a.kind).cmp(&strict(b.kind))) {
        Ordering::Less => Strength::Weaker,
        Ordering::Equal => Strength::Equal,
        Ordering::Greater => Strength::Stronger,
    })
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
            // The rise decides, and its sentence names neither a side nor a unit.
            (result.rule, result.better, result.percent) = (ComparisonRule::Rising, None, false);
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
    let rule = target.kind.into();
    let undetermined = |reason| Comparison::new(Verdict::Undetermined(reason), rule);
    match target.kind {
        TargetKind::None => undetermined(Reason::NoTarget),
        TargetKind::Unrecognised => undetermined(Reason::Unrecognised),
        TargetKind::Deferred if target.proxy.is_some() => undetermined(Reason::ProxyWithoutValue),
        TargetKind::Deferred if target.has_note(NoteCode::FootnoteMissing) => {
            undetermined(Reason::FootnoteMissing)
        }
        TargetKind::Deferred => undetermined(Reason::TargetUndetermined),
        TargetKind::Qualitative => match measured.value {
            MeasuredValue::Judged(met) => Comparison::new(Verdict::of(met), rule),
            _ => undetermined(Reason::NeedsJudgement),
        },
        TargetKind::Several => several(measured, target, direction, options),
        TargetKind::Presence => match (target.parts.first(), measured.value) {
            // The number decides; a bare yes or no says nothing of it.
            (Some(_), MeasuredValue::Present(_)) => undetermined(Reason::NoValue),
            (Some(number), _) => decide(measured, number, direction, options),
            (None, MeasuredValue::Present(present)) => {
                Comparison::new(Verdict::of(Some(present) == target.present), rule)
            }
            (None, MeasuredValue::Number(_)) => undetermined(Reason::UnitDiffers),
            (None, _) => undetermined(Reason::NoValue),
        },
        _ => {
            let numbers = Numbers::of(target, direction);
            match (numbers, measured.value) {
                (None, _) => undetermined(Reason::Unrecognised),
                _ if target.asks_nothing(direction) => {
                    Comparison::new(Verdict::Undetermined(Reason::NoTarget), ComparisonRule::NotAsked)
                }
                (_, MeasuredValue::Missing | MeasuredValue::Judged(_)) => undetermined(Reason::NoValue),
                (_, MeasuredValue::Present(_)) => undetermined(Reason::UnitDiffers),
                _ if target.change.is_some() && measured.unit != Some(Unit::PercentagePoint) => {
                    undetermined(Reason::ChangeNeedsBase)
                }
                _ if other_thing(measured.qualifier.as_deref(), target.qualifier.as_deref()) => {
                    undetermined(Reason::QualifierDiffers)
                }
                (Some(numbers), MeasuredValue::Number(value)) => {
                    match in_unit_of(target, value, measured.unit.as_ref(), numbers.required) {
                        Some(value) => numbers.compare(value, target, options),
                        None => undetermined(Reason::UnitDiffers),
                    }
                }
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
    Comparison::of_parts(parts)
}

/// A value in the unit of a target, as exactly as the bound needs; `None` where it measures something else.
fn in_unit_of(target: &MilestoneTarget, value: Fixed, unit: Option<&Unit>, bound: Fixed) -> Option<Fixed> {
    let value = match (unit, &target.unit) {
        (Some(own), Some(unit)) if own != unit => {
            Ratio::between((own, None), (unit, target.noun.as_deref()))?.beside(value, bound)?
        }
        _ => value,
    };
    // `giảm 1 điểm %` is reached by a change of 1 as by one of -1.
    let falls = target.change == Some(Change::Decrease) && value < Fixed::ZERO;
    Some(if falls { value.negated() } else { value })
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
            // More of the change that is asked for is better.
            _ if target.change.is_some() => Direction::HigherIsBetter,
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
        let attainment = attainment.filter(|_| value >= Fixed::ZERO && self.required >= Fixed::ZERO);
        // With 1 it would read as met.
        let attainment = match (attainment, order) {
            (Some(Fixed::ONE), Ordering::Less | Ordering::Equal) if !met => Some(Fixed::BELOW_ONE),
            (Some(Fixed::ONE), Ordering::Greater) if !met => Some(Fixed::ABOVE_ONE),
            (attainment, _) => attainment,
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
        let rule = if exact { ComparisonRule::Exactly } else { self.kind.into() };
        let mut result = Comparison::new(Verdict::of(met), rule);
        (result.margin, result.attainment, result.position) = (margin, attainment, position);
        (result.value, result.required) = (Some(value), Some(self.required));
        (result.low, result.high) = self.range.unzip();
        result.better = (!exact).then_some(self.better);
        result.percent = target.unit == Some(Unit::Percent);
        result
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse_target;
    use super::*;

    #[test]
    fn what_is_not_met_is_not_rounded_to_one() {
        let attainment = |value: &str, target: &str, options: CompareOptions| {
            let target = parse_target(target, None).unwrap();
            let measured = Measured::number(value.parse().unwrap());
            let result = compare_with(&measured, &target, Direction::HigherIsBetter, options);
            assert_eq!(result.verdict, Verdict::NotMet, "{value}");
            result.attainment.unwrap().to_string()
        };
        let exactly = CompareOptions { equal_exactly: true, ..CompareOptions::default() };
        assert_eq!(attainment("2999999.999999", "≥ 3000000", CompareOptions::default()), "0.999999");
        assert_eq!(attainment("3000000.000001", "≤ 3000000", CompareOptions::default()), "0.999999");
        assert_eq!(attainment("2999999.999999", "3000000", exactly), "0.999999");
        assert_eq!(attainment("3000000.000001", "3000000", exactly), "1.000001");
    }

    #[test]
    fn a_change_is_compared_with_a_change_alone() {
        let verdict = |value: &str, unit: Option<Unit>, change| {
            let mut target = parse_target("1", None).unwrap();
            (target.unit, target.change) = (Some(Unit::PercentagePoint), Some(change));
            let measured = Measured { unit, ..Measured::number(value.parse().unwrap()) };
            compare(&measured, &target, Direction::LowerIsBetter).verdict
        };
        let points = || Some(Unit::PercentagePoint);
        let needs_base = Verdict::Undetermined(Reason::ChangeNeedsBase);
        assert_eq!(verdict("45", Some(Unit::Percent), Change::Decrease), needs_base);
        assert_eq!(verdict("45", None, Change::Increase), needs_base);
        assert_eq!(verdict("1.2", points(), Change::Decrease), Verdict::Met);
        assert_eq!(verdict("-1.2", points(), Change::Decrease), Verdict::Met);
        assert_eq!(verdict("0.9", points(), Change::Decrease), Verdict::NotMet);
        assert_eq!(verdict("-1.2", points(), Change::Increase), Verdict::NotMet);
    }

    #[test]
    fn targets_in_two_scales_of_one_unit_are_compared() {
        let strength = |own: &str, upper: &str| {
            let (own, upper) = (parse_target(own, None).unwrap(), parse_target(upper, None).unwrap());
            compare_targets(&own, &upper, Direction::HigherIsBetter)
        };
        assert_eq!(strength("≥ 6 nghìn tỷ đồng", "≥ 5.000 tỷ đồng"), Some(Strength::Stronger));
        assert_eq!(strength("5.000.000 triệu đồng", "≥ 5.000 tỷ đồng"), Some(Strength::Equal));
        assert_eq!(strength("≥ 99 ha", "≥ 1 km2"), Some(Strength::Weaker));
        assert_eq!(strength("≥ 5 tỷ USD", "≥ 5 tỷ đồng"), None);
    }

    #[test]
    fn options_read_back_and_unknown_ones_are_refused() {
        let options = CompareOptions { equal_exactly: true, rising_decides: false };
        let json = serde_json::to_string(&options).unwrap();
        assert_eq!(json, r#"{"equalExactly":true,"risingDecides":false}"#);
        assert_eq!(serde_json::from_str::<CompareOptions>(&json).unwrap(), options);
        assert_eq!(serde_json::from_str::<CompareOptions>("{}").unwrap(), CompareOptions::default());
        assert!(serde_json::from_str::<CompareOptions>(r#"{"exact": true}"#).is_err());
    }
}
