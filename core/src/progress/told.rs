//! What the sentences of a standing say, in either language.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::model::{AssessedIndicator, AssessedScope, Progress, Wording};
use crate::codes::{Direction, IndicatorFlag, IndicatorStanding, Lang, Reason, StandingRule};
use crate::number::Fixed;
use crate::targets::{Comparison, MilestoneTarget};
use crate::unit::Unit;
use crate::why::Why;
use crate::words::{Told, points, side, way};

/// A number for people: two decimals, of a small one two digits, cut where rounding would carry it to or across what is asked.
pub(crate) fn brief(value: Fixed, bound: Option<Fixed>) -> Fixed {
    let millionths = value.millionths();
    let step = match millionths.unsigned_abs() {
        0..=99 => 1,
        100..=999 => 10,
        1_000..=9_999 => 100,
        10_000..=99_999 => 1_000,
        _ => 10_000,
    };
    let (quotient, rest) = (millionths.div_euclid(step), millionths.rem_euclid(step));
    let up = match rest.cmp(&(step / 2)) {
        Ordering::Less => 0,
        Ordering::Equal => quotient.rem_euclid(2),
        Ordering::Greater => 1,
    };
    let at = |quotient| Fixed::from_millionths(quotient * step).unwrap_or(value);
    let rounded = at(quotient + up);
    match bound {
        Some(bound) if rounded.cmp(&bound) != value.cmp(&bound) => {
            // The other neighbour; where that is not on the right side either, the number as it is.
            let other = at(quotient + 1 - up);
            if other.cmp(&bound) == value.cmp(&bound) { other } else { value }
        }
        _ => rounded,
    }
}

/// A number with its unit.
pub(crate) fn with_unit(value: Fixed, unit: Option<&Unit>, lang: Lang) -> String {
    let number = lang.number(value);
    match unit {
        None | Some(Unit::Count) => number,
        Some(Unit::Percent) => format!("{number}%"),
        Some(Unit::Rank) => match lang {
            Lang::Vi => format!("hạng {number}"),
            Lang::En => format!("rank {number}"),
        },
        Some(Unit::Score) => match lang {
            Lang::Vi => format!("{number} điểm"),
            Lang::En => format!("{number} points"),
        },
        Some(other) => format!("{number} {}", other.as_str()),
    }
}

/// What its sentences see of a judgement.
struct Judged<'s> {
    rule: StandingRule,
    standing: IndicatorStanding,
    reason: Option<Reason>,
    flags: &'s [IndicatorFlag],
    /// The year of the milestone it is about.
    year: Option<i32>,
    target: Option<&'s MilestoneTarget>,
    comparison: &'s Comparison,
    progress: Option<&'s Progress>,
    measured: Option<NaiveDate>,
    said: Option<bool>,
    /// The first milestone from today on, where it asks nothing yet.
    unasked: Option<i32>,
    why: &'s Why,
}

impl Judged<'_> {
    fn number(&self, name: &str) -> Option<Fixed> {
        self.why.numbers.iter().find(|number| number.name == name).map(|number| number.value)
    }

    fn date(&self, name: &str) -> Option<NaiveDate> {
        self.why.dates.iter().find(|date| date.name == name).map(|date| date.value)
    }

    /// The sentences: why, and for citizens.
    fn told(&self, lang: Lang) -> (String, String) {
        let number = self.target.and_then(MilestoneTarget::deciding);
        let unit = number.and_then(|number| number.unit.as_ref());
        let bound = self.number("required");
        let shown = |value: Option<Fixed>, bound| {
            value.map_or(String::new(), |value| with_unit(brief(value, bound), unit, lang))
        };
        let day = |date: Option<NaiveDate>| date.map_or(String::new(), |date| lang.date(date));
        let change = |value: Option<Fixed>| {
            let text = value.map_or(String::new(), |value| {
                let size = if value < Fixed::ZERO { Fixed::ZERO.checked_sub(value) } else { Some(value) };
                lang.number(brief(size.unwrap_or(value), None))
            });
            (text, value.map(|value| way(value.cmp(&Fixed::ZERO))))
        };
        let progress = |of: fn(&Progress) -> Option<Fixed>| self.progress.and_then(of);
        let required = match (number, self.target) {
            (Some(number), _) => match (number.low, number.high) {
                (Some(low), Some(high)) => {
                    format!("{}–{}", lang.number(low), with_unit(high, unit, lang))
                }
                _ => number.value.map_or(String::new(), |value| with_unit(value, unit, lang)),
            },
            (None, Some(target)) => target.text.trim().to_owned(),
            (None, None) => String::new(),
        };
        let value = shown(self.number("value").or(self.comparison.value), bound);
        let measured = day(self.date("measured").or(self.measured));
        let expected = shown(progress(|of| of.expected), None);
        let earlier = (shown(self.number("earlier"), None), day(self.date("earlier")));
        let (mut slope, slope_way) = change(progress(|of| of.slope));
        if unit == Some(&Unit::Percent) && !slope.is_empty() {
            slope.push_str(points(lang));
        }
        let (needed, needed_way) = change(progress(|of| of.slope_needed));
        let ratio = progress(|of| of.cagr).map_or(String::new(), |ratio| lang.number(brief(ratio, None)));
        let told = Told {
            year: self.year,
            required: &required,
            operator: number.map(|number| number.kind),
            value: &value,
            measured: &measured,
            is_estimate: self.flags.contains(&IndicatorFlag::Estimate),
            expected: &expected,
            earlier: (&earlier.0, &earlier.1),
            slope: (&slope, slope_way),
            needed: (&needed, needed_way),
            ratio: &ratio,
            is_ahead: self.flags.contains(&IndicatorFlag::AheadOfPath),
            is_below: self.flags.contains(&IndicatorFlag::BelowLastMilestone),
            is_lower: self
                .why
                .terms
                .iter()
                .any(|term| term.name == "better" && term.value == side(Direction::LowerIsBetter)),
            unasked: self.unasked,
            said: self.said,
        };
        (
            told.why(self.rule, self.standing, self.reason, lang),
            told.plain(self.rule, self.standing, self.reason, lang),
        )
    }
}

/// Words an indicator's standing: its why, those of its scopes, and its sentence for citizens.
pub(super) fn word(indicator: &mut AssessedIndicator, rule: StandingRule, shown_year: Option<i32>) {
    let said = indicator.observation.as_ref().and_then(|of| of.present.or(of.judgement));
    let of = Judged {
        rule,
        standing: indicator.standing,
        reason: indicator.reason,
        flags: &indicator.flags,
        year: shown_year,
        target: indicator.target.as_deref(),
        comparison: &indicator.comparison,
        progress: indicator.progress.as_ref(),
        measured: indicator.observation.as_ref().map(|of| of.date),
        said,
        unasked: indicator.skipped.first().map(|skipped| skipped.year),
        why: &indicator.why,
    };
    let (vi, en) = (of.told(Lang::Vi), of.told(Lang::En));
    (indicator.why.vi, indicator.why.en) = (vi.0, en.0);
    indicator.plain = Wording { vi: vi.1, en: en.1 };
}

/// Words the standing of a scope.
pub(super) fn word_scope(scope: &mut AssessedScope, rule: StandingRule, year: i32, target: &MilestoneTarget) {
    let of = Judged {
        rule,
        standing: scope.standing,
        reason: scope.reason,
        flags: &scope.flags,
        year: Some(year),
        target: Some(target),
        comparison: &scope.comparison,
        progress: scope.progress.as_ref(),
        measured: None,
        said: None,
        unasked: None,
        why: &scope.why,
    };
    let (vi, en) = (of.told(Lang::Vi).0, of.told(Lang::En).0);
    (scope.why.vi, scope.why.en) = (vi, en);
}
