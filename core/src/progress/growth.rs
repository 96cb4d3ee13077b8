//! Compound growth a year, for the method `cagr`.
//!
//! A growth rate is a root, and no fraction. It is worked out to forty places and more in whole numbers, the same on every
//! machine; rates that agree so far are equal.

use bnum::types::I512;

use super::exact::{Exact, int};

/// Bits after the point.
const BITS: u32 = 180;

/// Bits that tell two rates apart: the last ones are rounding.
const TELLING: u32 = 140;

/// How often a year doubles at most.
const MOST: i64 = 140;

/// A number with `BITS` bits after the point.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fine(I512);

fn one() -> I512 {
    int(1) << BITS
}

impl Fine {
    fn times(self, other: Fine) -> Fine {
        Fine((self.0 * other.0) >> BITS)
    }

    fn by(self, other: Fine) -> Option<Fine> {
        (other.0 != int(0)).then(|| Fine((self.0 << BITS) / other.0))
    }

    /// The natural logarithm of a positive number.
    fn logarithm(self) -> Option<Fine> {
        let two = one() << 1_u32;
        let mut within = self.0;
        let mut halvings = 0_i64;
        while within >= two {
            within >>= 1_u32;
            halvings += 1;
        }
        while within < one() {
            within <<= 1_u32;
            halvings -= 1;
        }
        // ln m = 2 artanh((m − 1) ÷ (m + 1)); of 2 itself with a third.
        let of = |within: I512| Some(Fine(twice_artanh(Fine(within - one()).by(Fine(within + one()))?)));
        let (rest, half) = (of(within)?, of(two)?);
        Some(Fine(rest.0 + half.0 * int(halvings)))
    }

    /// e to a power, less 1.
    fn growth(self) -> Option<Fine> {
        let half = Fine(one() << 1_u32).logarithm()?;
        let halvings = self.0 / half.0;
        let rest = Fine(self.0 - halvings * half.0);
        let (mut term, mut sum) = (one(), one());
        for n in 1..200_i64 {
            term = Fine(term).times(rest).0 / int(n);
            sum += term;
            if term == int(0) {
                break;
            }
        }
        // Nobody tells further rates apart, which a doubling within a day has.
        let places = i64::try_from(halvings).ok()?.clamp(-MOST, MOST);
        let power = u32::try_from(places.unsigned_abs()).ok()?;
        let grown = if places < 0 { sum >> power } else { sum << power };
        Some(Fine(grown - one()))
    }
}

fn twice_artanh(of: Fine) -> I512 {
    let square = of.times(of);
    let (mut power, mut sum) = (of, int(0));
    for n in 0..300_i64 {
        let term = power.0 / int(2 * n + 1);
        if term == int(0) {
            break;
        }
        sum += term;
        power = power.times(square);
    }
    sum << 1_u32
}

/// The logarithm of what a number is multiplied by each year that becomes another over some years; none from 0, to 0 or
/// across it.
fn yearly(from: Exact, to: Exact, years: Exact) -> Option<Fine> {
    let times = fine(to.by(from)?)?;
    if times.0 <= int(0) {
        return None;
    }
    times.logarithm()?.by(fine(years)?)
}

fn fine(number: Exact) -> Option<Fine> {
    number.times_power_of_two(BITS).map(Fine)
}

/// Observed beside required growth, the sign that of going the right way; none where there is no such number.
pub(super) fn ratio(
    baseline: Exact,
    (value, elapsed): (Exact, Exact),
    (goal, whole): (Exact, Exact),
    is_higher_better: bool,
) -> Option<Exact> {
    let (observed, required) = (yearly(baseline, value, elapsed)?, yearly(baseline, goal, whole)?);
    let most = Fine((Fine(one() << 1_u32).logarithm()?).0 * int(MOST));
    let ratio = if observed.min(required) > most {
        // The 1 by which a rate is less is nothing beside it.
        Fine(Fine(observed.0 - required.0).growth()?.0 + one())
    } else {
        observed.growth()?.by(Fine(required.growth()?.0.abs()))?
    };
    let towards = is_higher_better == (baseline.sign() == std::cmp::Ordering::Greater);
    let signed = if towards { ratio.0 } else { -ratio.0 };
    // Rounded to the bits that tell, so that equal rates are equal.
    let coarse = BITS - TELLING;
    let rounded = (signed + (int(1) << (coarse - 1))) >> coarse;
    Exact::of_parts(rounded, int(1) << TELLING)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether growth from 100 to a value within some of 365 days is as fast as to a goal in a whole year.
    fn keeps_up(value: i64, days: i64, goal: i64) -> bool {
        let share = |over: i64, under: i64| Exact::share(over, under).unwrap();
        let observed = (Exact::whole(value), share(days, 365));
        let ratio = ratio(Exact::whole(100), observed, (Exact::whole(goal), Exact::whole(1)), true).unwrap();
        ratio >= Exact::whole(1)
    }

    #[test]
    fn rates_are_told_apart_however_fast() {
        assert!(keeps_up(110, 365, 110) && keeps_up(121, 365, 110) && !keeps_up(109, 365, 110));
        // Twice as much after a day: 2 to the power of 365 a year.
        assert!(keeps_up(200, 1, 110) && !keeps_up(50, 1, 110));
        let within_a_day = |value: i64, goal: i64| {
            let day = Exact::share(1, 365).unwrap();
            ratio(Exact::whole(1), (Exact::whole(value), day), (Exact::whole(goal), day), true).unwrap()
        };
        assert_eq!(within_a_day(8, 8), Exact::whole(1));
        assert!(within_a_day(7, 8) < Exact::whole(1) && within_a_day(9, 8) > Exact::whole(1));
    }
}
