//! The result of comparing a value with a target: plain data, its why, and its JSON.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codes::{ComparisonRule, Direction, IntervalPosition, Lang, Reason, Trend, Verdict};
use crate::number::Fixed;
use crate::why::{NamedNumber, Why};
use crate::words;

/// The result of comparing a value with a target.
///
/// As JSON it carries its [`why`](Self::why), which holds the rule and the numbers, and reads back from it.
///
/// ```
/// use tiendo::{Comparison, Direction, Measured, Verdict, compare, parse_target};
/// let target = parse_target("≥ 50%.", None)?;
/// let result = compare(&Measured::number("45".parse().unwrap()), &target, Direction::HigherIsBetter);
/// assert_eq!(result.verdict, Verdict::NotMet);
/// assert_eq!(result.margin.unwrap().to_string(), "-5");
/// assert_eq!(result.attainment.unwrap().to_string(), "0.9");
/// let json = serde_json::to_string(&result).unwrap();
/// assert_eq!(serde_json::from_str::<Comparison>(&json).unwrap(), result);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Whether the target is met.
    pub verdict: Verdict,
    /// How much better (positive) or worse than asked, in the target's unit.
    pub margin: Option<Fixed>,
    /// Value ÷ required, or required ÷ value where lower is better; rounded half to even at six places, but what is not met
    /// never to 1; absent where a number is negative or the divisor 0.
    pub attainment: Option<Fixed>,
    /// Where the value lies against an interval.
    pub position: Option<IntervalPosition>,
    /// Whether the value rose, where the target asks for it.
    pub rising: Option<Trend>,
    /// One result for each of several requirements.
    pub parts: Vec<Comparison>,
    /// What decided.
    pub rule: ComparisonRule,
    /// The value, where a number decided.
    pub value: Option<Fixed>,
    /// The number it was compared with: of an interval, its weaker bound.
    pub required: Option<Fixed>,
    /// The lower number of an interval.
    pub low: Option<Fixed>,
    /// The upper number of an interval.
    pub high: Option<Fixed>,
    /// Which side of `required` is better, where a number decided and something other than it was good enough.
    pub better: Option<Direction>,
    /// Whether the numbers that decided are percents.
    pub percent: bool,
}

impl Comparison {
    pub(super) fn new(verdict: Verdict, rule: ComparisonRule) -> Comparison {
        Comparison {
            verdict,
            margin: None,
            attainment: None,
            position: None,
            rising: None,
            parts: Vec::new(),
            rule,
            value: None,
            required: None,
            low: None,
            high: None,
            better: None,
            percent: false,
        }
    }

    /// What is said of a target of which nothing can be said, and why.
    pub(crate) fn open(target: &super::MilestoneTarget, reason: Reason) -> Comparison {
        Comparison::new(Verdict::Undetermined(reason), target.kind.into())
    }

    /// Several requirements together: one that fails decides; else one that cannot be decided leaves the whole open.
    pub(crate) fn of_parts(parts: Vec<Comparison>) -> Comparison {
        let whole =
            parts.iter().map(|part| part.verdict).fold(Verdict::Met, |whole, part| match (whole, part) {
                (Verdict::NotMet, _) | (_, Verdict::NotMet) => Verdict::NotMet,
                (open @ Verdict::Undetermined(_), _) => open,
                (Verdict::Met, part) => part,
            });
        Comparison { parts, ..Comparison::new(whole, ComparisonRule::Several) }
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
        let named =
            [("value", self.value), ("required", self.required), ("low", self.low), ("high", self.high)];
        let numbers = named
            .into_iter()
            .filter_map(|(name, value)| Some(NamedNumber { name: name.to_owned(), value: value? }))
            .collect();
        let (vi, en) = (self.sentence(Lang::Vi), self.sentence(Lang::En));
        Why { rule: self.rule.into(), numbers, dates: Vec::new(), terms: Vec::new(), vi, en }
    }

    fn sentence(&self, lang: Lang) -> String {
        let unit = if self.percent { "%" } else { "" };
        let shown = |number: Option<Fixed>| {
            number.map_or(String::new(), |number| format!("{}{unit}", lang.number(number)))
        };
        words::Compared {
            value: &shown(self.value),
            required: &shown(self.required),
            low: &shown(self.low),
            high: &shown(self.high),
            better: self.better.unwrap_or(Direction::HigherIsBetter),
        }
        .sentence(self.rule, self.verdict, lang)
    }
}

/// A comparison as JSON has it.
#[derive(Serialize, Deserialize)]
struct Wire<'c> {
    verdict: Cow<'c, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    margin: Option<Fixed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attainment: Option<Fixed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<IntervalPosition>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rising: Option<Trend>,
    #[serde(default, skip_serializing_if = "no_parts")]
    parts: Cow<'c, [Comparison]>,
    why: Why,
}

fn no_parts(parts: &[Comparison]) -> bool {
    parts.is_empty()
}

impl Serialize for Comparison {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reason = match self.verdict {
            Verdict::Undetermined(reason) => Some(reason),
            Verdict::Met | Verdict::NotMet => None,
        };
        Wire {
            verdict: self.verdict.as_str().into(),
            reason,
            margin: self.margin,
            attainment: self.attainment,
            position: self.position,
            rising: self.rising,
            parts: self.parts.as_slice().into(),
            why: self.why(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Comparison {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Comparison, D::Error> {
        Wire::deserialize(deserializer)?.comparison().map_err(D::Error::custom)
    }
}

impl Wire<'_> {
    /// The comparison this was written from: what JSON has no field for is what its sentences say.
    fn comparison(self) -> Result<Comparison, String> {
        let verdict = match (&*self.verdict, self.reason) {
            ("met", None) => Verdict::Met,
            ("not_met", None) => Verdict::NotMet,
            ("undetermined", Some(reason)) => Verdict::Undetermined(reason),
            _ => return Err("expected a verdict, with a reason where it is undetermined".to_owned()),
        };
        let rule: ComparisonRule =
            self.why.rule.as_str().parse().map_err(|_| "expected a rule of comparisons")?;
        let mut read = Comparison::new(verdict, rule);
        for NamedNumber { name, value } in &self.why.numbers {
            let place = match name.as_str() {
                "value" => &mut read.value,
                "required" => &mut read.required,
                "low" => &mut read.low,
                "high" => &mut read.high,
                _ => return Err(format!("expected a number of a comparison, not `{name}`")),
            };
            *place = Some(*value);
        }
        (read.margin, read.attainment, read.position) = (self.margin, self.attainment, self.position);
        (read.rising, read.parts) = (self.rising, self.parts.into_owned());
        for better in sides(&read) {
            for percent in [false, true] {
                (read.better, read.percent) = (*better, percent);
                if read.why() == self.why {
                    return Ok(read);
                }
            }
        }
        Err("expected sentences that the rule and the numbers make".to_owned())
    }
}

/// The sides that may be better, by what decided.
fn sides(read: &Comparison) -> &'static [Option<Direction>] {
    use ComparisonRule::{AtLeast, AtMost, Equal, Interval, LessThan, MoreThan, Reach};
    const HIGHER: Option<Direction> = Some(Direction::HigherIsBetter);
    const LOWER: Option<Direction> = Some(Direction::LowerIsBetter);
    match read.rule {
        _ if read.value.is_none() => &[None],
        AtLeast | MoreThan => &[HIGHER],
        AtMost | LessThan => &[LOWER],
        Equal | Reach | Interval => &[HIGHER, LOWER],
        ComparisonRule::Exactly
        | ComparisonRule::Presence
        | ComparisonRule::Qualitative
        | ComparisonRule::Deferred
        | ComparisonRule::None
        | ComparisonRule::Several
        | ComparisonRule::Unrecognised
        | ComparisonRule::NotAsked
        | ComparisonRule::Rising => &[None],
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CompareOptions, Measured, MeasuredValue, compare_with, parse_target};
    use super::*;

    /// Every target against every value, both ways, by all options.
    fn all() -> Vec<Comparison> {
        let targets = [
            "≥ 50%",
            "> 50",
            "≤ 20",
            "< 20%",
            "= 20%",
            "= 20",
            "20",
            "40% - 50%",
            "8 - 10",
            "Có",
            "Không",
            "Có ≥ 70%",
            "ứng dụng",
            "(*1)",
            "",
            "0",
            "5 hoặc 6",
            "≤ 3 Đông Nam Á; ≤ 50 Thế giới",
            "≥ 3% và tăng dần",
        ];
        let numbers =
            ["0", "3", "20", "45", "50", "-5"].map(|text| MeasuredValue::Number(text.parse().unwrap()));
        let others = [MeasuredValue::Missing, MeasuredValue::Present(true), MeasuredValue::Judged(false)];
        let years = [None, Some((Fixed::ZERO, Fixed::ONE)), Some((Fixed::ONE, Fixed::ZERO))];
        let mut all = Vec::new();
        for target in targets.map(|text| parse_target(text, None).unwrap()) {
            for (value, full_years) in
                numbers.into_iter().chain(others).flat_map(|value| years.map(|years| (value, years)))
            {
                let measured = Measured { full_years, ..Measured::new(value) };
                for direction in Direction::ALL {
                    for (equal_exactly, rising_decides) in [(false, false), (true, true)] {
                        let options = CompareOptions { equal_exactly, rising_decides };
                        all.push(compare_with(&measured, &target, *direction, options));
                    }
                }
            }
        }
        all
    }

    #[test]
    fn a_comparison_reads_back() {
        for comparison in all() {
            let json = serde_json::to_string(&comparison).unwrap();
            assert_eq!(serde_json::from_str::<Comparison>(&json).unwrap(), comparison, "{json}");
        }
    }

    #[test]
    fn every_rule_that_decides_is_met_with() {
        let met: Vec<ComparisonRule> = all().iter().map(|comparison| comparison.rule).collect();
        let missed: Vec<_> = ComparisonRule::ALL.iter().filter(|rule| !met.contains(rule)).collect();
        assert!(missed.is_empty(), "{missed:?}");
    }

    #[test]
    fn what_its_own_numbers_do_not_say_is_refused() {
        let json = serde_json::to_string(&all()[0]).unwrap();
        let refused = |from: &str, to: &str| {
            assert!(json.contains(from), "{json}");
            serde_json::from_str::<Comparison>(&json.replacen(from, to, 1)).unwrap_err().to_string()
        };
        insta::assert_snapshot!(refused("0% thấp", "1% thấp"), @"expected sentences that the rule and the numbers make");
        insta::assert_snapshot!(refused("at_least", "month_end"), @"expected a rule of comparisons");
        insta::assert_snapshot!(refused("\"not_met\"", "\"undetermined\""), @"expected a verdict, with a reason where it is undetermined");
        insta::assert_snapshot!(refused("\"required\"", "\"most\""), @"expected a number of a comparison, not `most`");
    }
}
