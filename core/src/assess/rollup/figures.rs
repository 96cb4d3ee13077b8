//! Which figure speaks for a unit, and how figures are summed.

use bnum::cast::As;
use bnum::types::I512;

use crate::codes::{ObservationStatus, RollUpReason};
use crate::number::Fixed;
use crate::progress::Exact;
use crate::records::Observation;
use crate::sorted::Map;
use crate::targets::MilestoneTarget;
use crate::text::match_key;
use crate::unit::{Ratio, Unit};

/// The newest numbers of one indicator and unit, by what they are of.
#[derive(Default)]
pub(super) struct Newest<'r> {
    by_qualifier: Map<Option<String>, &'r Observation>,
    /// Whether something was said that is no number.
    has_words: bool,
}

impl<'r> Newest<'r> {
    /// Of observations by date. An estimate gives way to a firmer figure of a day after it was recorded.
    pub(super) fn of(observations: &[&'r Observation]) -> Newest<'r> {
        let is_number = |of: &&&Observation| of.value.or(of.numerator).is_some();
        let mut by_key: Map<Option<String>, Vec<&Observation>> = Map::new();
        for of in observations.iter().filter(is_number) {
            by_key.or_default(of.qualifier.as_deref().map(match_key)).push(of);
        }
        let newest = by_key.into_sorted().into_iter().filter_map(|(key, of_key)| {
            let is_estimate = |of: &&Observation| of.status == ObservationStatus::Estimate;
            let is_firm = |of: &&&Observation| !is_estimate(of) && of.part_of_year != Some(true);
            let firm = of_key.iter().filter(is_firm).map(|of| of.date).max();
            let stands = |of: &&Observation| !is_estimate(of) || firm.is_none_or(|firm| firm <= of.recorded);
            Some((key, of_key.into_iter().filter(stands).max_by(|a, b| rank(a).cmp(&rank(b)))?))
        });
        Newest { by_qualifier: newest.collect(), has_words: observations.iter().any(|of| !is_number(&of)) }
    }

    /// Whether nothing was said.
    pub(super) fn is_silent(&self) -> bool {
        self.by_qualifier.is_empty() && !self.has_words
    }

    /// The one that a target measures, or why there is none.
    pub(super) fn for_target(&self, wanted: Option<&String>) -> Result<&'r Observation, RollUpReason> {
        match self.by_qualifier.get(&wanted.cloned()) {
            Some(of) => Ok(of),
            None if !self.by_qualifier.is_empty() => Err(RollUpReason::QualifierDiffers),
            None if self.has_words => Err(RollUpReason::NotNumeric),
            None => Err(RollUpReason::NoValue),
        }
    }
}

/// The newest first in order last: then the firmer, the later recorded, the greater id.
pub(super) fn rank(of: &Observation) -> impl Ord + '_ {
    (of.date, of.status, of.recorded, &of.id)
}

/// What is summed for an indicator.
pub(super) struct Measure<'t> {
    pub(super) unit: Option<&'t Unit>,
    noun: Option<&'t str>,
    /// The key of the qualifier that figures must have.
    pub(super) qualifier: Option<String>,
    /// Whether it is a ratio, of which parts and wholes are summed.
    is_ratio: bool,
}

impl<'t> Measure<'t> {
    /// Of a numeric target; `is_rate` where the row is one whatever its unit.
    pub(super) fn of(target: &'t MilestoneTarget, is_rate: bool) -> Measure<'t> {
        let unit = target.unit.as_ref();
        let is_ratio = match unit {
            None | Some(Unit::Count) => false,
            Some(Unit::Other(text)) => text.bytes().any(|byte| byte == b'/'),
            Some(_) => true,
        };
        Measure {
            unit,
            noun: target.noun.as_deref(),
            qualifier: target.qualifier.as_deref().map(match_key),
            is_ratio: is_ratio || is_rate,
        }
    }

    /// Of a bare number: a ratio, where some figure is one.
    pub(super) fn seeing<'r>(&mut self, mut figures: impl Iterator<Item = &'r Observation>) {
        self.is_ratio |= self.unit.is_none() && figures.any(|of| of.numerator.is_some());
    }

    /// What a ratio of parts is multiplied with.
    fn hundredths(&self) -> Exact {
        Exact::whole(match self.unit {
            Some(Unit::Percent | Unit::PercentagePoint) => 100,
            Some(Unit::Permille) => 1000,
            _ => 1,
        })
    }

    /// What a figure adds: of a ratio its part and whole, else its number with the ratio of its unit. `own` is the unit of its
    /// row, for one that names none; where that is of another measure, the figure has the indicator's.
    pub(super) fn term(&self, of: &Observation, own: Option<&Unit>) -> Result<Term, RollUpReason> {
        let between = |from: &Unit| match self.unit {
            Some(to) => Ratio::between((from, None), (to, self.noun)).map(Ratio::lowest),
            None => Some((1, 1)),
        };
        let ratio = match &of.unit {
            Some(unit) => between(unit).ok_or(RollUpReason::UnitDiffers)?,
            None => own.and_then(between).unwrap_or((1, 1)),
        };
        match (of.value, of.numerator.zip(of.denominator)) {
            (_, Some((_, under))) if under == Fixed::ZERO => Err(RollUpReason::DivisorZero),
            (_, Some((over, under))) if self.is_ratio => Ok(Term::Ratio(over, under)),
            (Some(_), _) if self.is_ratio => Err(RollUpReason::NoDenominator),
            (Some(value), _) => Ok(Term::Amount(value, ratio)),
            (None, _) => Err(RollUpReason::MeasureDiffers),
        }
    }

    /// A figure as it is shown: its parts, and its number in the indicator's unit.
    pub(super) fn shown(&self, of: &Observation, term: Result<&Term, RollUpReason>) -> Option<Fixed> {
        match term {
            Ok(Term::Ratio(over, under)) => {
                Exact::from(*over).times(self.hundredths()).by((*under).into())?.rounded()
            }
            Ok(Term::Amount(value, (up, down))) => Exact::of_parts(
                value.millionths().as_::<I512>() * (*up).as_::<I512>(),
                million() * (*down).as_::<I512>(),
            )?
            .rounded(),
            Err(_) => of.value,
        }
    }
}

/// What a figure adds to a sum.
pub(super) enum Term {
    Ratio(Fixed, Fixed),
    /// A number, and what it is multiplied with and divided by.
    Amount(Fixed, (i128, i128)),
}

fn million() -> I512 {
    1_000_000_i64.as_()
}

/// The sums of figures, exact: of amounts one for each ratio of units.
#[derive(Default)]
pub(super) struct Sums {
    over: I512,
    under: I512,
    amounts: Map<(i128, i128), I512>,
}

impl Sums {
    pub(super) fn add(&mut self, term: &Term) {
        match term {
            Term::Ratio(over, under) => {
                self.over += over.millionths().as_::<I512>();
                self.under += under.millionths().as_::<I512>();
            }
            Term::Amount(value, ratio) => {
                *self.amounts.or_default(*ratio) += value.millionths().as_::<I512>();
            }
        }
    }

    /// The sums of parts and of wholes, of a ratio.
    pub(super) fn parts(&self) -> (Option<Fixed>, Option<Fixed>) {
        if !self.amounts.is_empty() {
            return (None, None);
        }
        let shown = |sum| Exact::of_parts(sum, million()).and_then(Exact::rounded);
        (shown(self.over), shown(self.under))
    }

    /// The whole, at six decimals; none by wholes of 0, and none that no number holds.
    pub(super) fn whole(&self, measure: &Measure<'_>) -> Option<Fixed> {
        if self.amounts.is_empty() {
            let (over, under) = if self.under < I512::default() {
                (-self.over, -self.under)
            } else {
                (self.over, self.under)
            };
            return Exact::of_parts(over, under)?.times(measure.hundredths()).rounded();
        }
        // All over one number that each divides: units of one measure are few, and their ratios small.
        let down = self.amounts.iter().try_fold(1_i128, |down, ((_, of), _)| {
            let common = gcd(down, *of);
            (down / common).checked_mul(*of)
        })?;
        let sum = self.amounts.iter().fold(I512::default(), |sum, ((up, of), amount)| {
            sum + *amount * (*up).as_::<I512>() * (down / of).as_::<I512>()
        });
        Exact::of_parts(sum, million() * down.as_::<I512>())?.rounded()
    }

    pub(super) fn is_by_zero(&self) -> bool {
        self.amounts.is_empty() && self.under == I512::default()
    }
}

fn gcd(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}
