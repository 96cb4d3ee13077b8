//! What a judgement of one requirement is, and the verdict it begins with.

use chrono::NaiveDate;

use super::Subject;
use super::exact::Exact;
use super::model::{PathPoint, Progress};
use super::series::Figure;
use crate::codes::{IndicatorFlag, IndicatorStanding, Reason, StandingRule, Trend, Verdict};
use crate::number::Fixed;
use crate::targets::{Comparison, Measured, MeasuredValue, MilestoneTarget, compare_with};

/// Values by name, in the order of the why.
pub(super) type Named<T> = Vec<(&'static str, T)>;

/// One requirement, judged.
pub(super) struct Judged<'a> {
    pub(super) standing: IndicatorStanding,
    pub(super) reason: Option<Reason>,
    pub(super) rule: StandingRule,
    pub(super) flags: Vec<IndicatorFlag>,
    pub(super) comparison: Comparison,
    pub(super) progress: Option<Progress>,
    pub(super) path: Vec<PathPoint>,
    pub(super) newest: Option<Figure<'a>>,
    pub(super) numbers: Named<Fixed>,
    pub(super) dates: Named<NaiveDate>,
    pub(super) terms: Named<String>,
}

impl Judged<'_> {
    pub(super) fn of(standing: IndicatorStanding, rule: StandingRule, comparison: Comparison) -> Self {
        let reason = match (standing, comparison.verdict) {
            (IndicatorStanding::Undetermined, Verdict::Undetermined(reason)) => Some(reason),
            _ => None,
        };
        Judged {
            standing,
            reason,
            rule,
            flags: Vec::new(),
            comparison,
            progress: None,
            path: Vec::new(),
            newest: None,
            numbers: Vec::new(),
            dates: Vec::new(),
            terms: Vec::new(),
        }
    }
}

/// Flags in the order of the codes, each once.
pub(super) fn in_order(flags: &mut Vec<IndicatorFlag>) {
    flags.sort_unstable();
    flags.dedup();
}

/// A requirement of which nothing can be said, and why.
pub(super) fn undetermined<'a>(target: &MilestoneTarget, reason: Reason, rule: StandingRule) -> Judged<'a> {
    let comparison = Comparison::open(target, reason);
    Judged::of(IndicatorStanding::Undetermined, rule, comparison)
}

/// Exact numbers beside a target: each compared as it is, shown at six decimals on the right side of what is asked.
pub(super) fn comparing<'s>(
    subject: &'s Subject<'_, '_>,
    target: &'s MilestoneTarget,
    required: Fixed,
    rise: Trend,
) -> impl FnMut(Exact) -> Comparison + 's {
    let mut measured = Measured {
        value: MeasuredValue::Missing,
        unit: target.unit.clone(),
        qualifier: target.qualifier.clone(),
        // Only which of the two is greater counts.
        full_years: match rise {
            Trend::Unknown => None,
            Trend::Rising => Some((Fixed::ZERO, Fixed::ONE)),
            Trend::NotRising => Some((Fixed::ONE, Fixed::ZERO)),
        },
    };
    move |value| {
        measured.value = value.shown_beside(required).map_or(MeasuredValue::Missing, MeasuredValue::Number);
        compare_with(&measured, target, subject.row.direction, subject.options.comparing())
    }
}
