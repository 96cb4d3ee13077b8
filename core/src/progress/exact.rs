//! Exact fractions: no float and no rounding stands before a decision.
//!
//! A figure is at most 10¹⁸ with six decimals, 80 bits over 20; a ratio of two 80 over 80; another unit of its measure adds 50
//! bits to one side; a difference of times has 26. The longest product of a rule, the pace needed beside a threshold, takes
//! 450 bits: 512 hold all of them, so nothing overflows. What 128 bits hold, as nearly all do, is worked out in them.

use std::cmp::Ordering;
use std::ops::{Add, Div, Rem, Sub};

use bnum::cast::As;
use bnum::types::I512;

use crate::number::Fixed;

/// An exact fraction; what is below its line is positive.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Exact {
    Narrow(i128, i128),
    Wide(I512, I512),
}

use Exact::{Narrow, Wide};

/// Millionths in one.
const MILLION: i128 = 1_000_000;

/// A whole number of as many bits as any rule needs.
pub(super) fn int(n: i64) -> I512 {
    n.as_()
}

/// What is over and below the line, each number in turn.
type Parts<N> = (N, N);

impl Exact {
    /// A whole number.
    pub(crate) fn whole(n: i64) -> Exact {
        Narrow(n.into(), 1)
    }

    /// A share of two whole numbers; none of nothing.
    pub(crate) fn share(over: i64, under: i64) -> Option<Exact> {
        Exact::whole(over).by(Exact::whole(under))
    }

    /// A fraction by its parts; none with 0 or less below the line.
    pub(crate) fn of_parts(over: I512, under: I512) -> Option<Exact> {
        (under > int(0)).then_some(Wide(over, under))
    }

    fn wide(self) -> Parts<I512> {
        match self {
            Narrow(over, under) => (over.as_(), under.as_()),
            Wide(over, under) => (over, under),
        }
    }

    /// What comes of two fractions: in few bits where they hold it, else in many.
    fn with(
        self,
        other: Exact,
        narrow: impl Fn(Parts<i128>, Parts<i128>) -> Option<Parts<i128>>,
        wide: impl Fn(Parts<I512>, Parts<I512>) -> Parts<I512>,
    ) -> Exact {
        if let (Narrow(a, b), Narrow(c, d)) = (self, other)
            && let Some((over, under)) = narrow((a, b), (c, d))
        {
            return Narrow(over, under);
        }
        let (over, under) = wide(self.wide(), other.wide());
        Wide(over, under)
    }

    /// So many times the power of two, in whole numbers; none beyond what numbers hold.
    pub(crate) fn times_power_of_two(self, power: u32) -> Option<I512> {
        let (over, under) = self.wide();
        let room = 510_u32.checked_sub(512 - over.abs().leading_zeros())?;
        (power <= room).then(|| (over << power) / under)
    }

    pub(crate) fn plus(self, other: Exact) -> Exact {
        self.with(
            other,
            |(a, b), (c, d)| {
                if b == d {
                    return Some((a.checked_add(c)?, b));
                }
                Some((a.checked_mul(d)?.checked_add(c.checked_mul(b)?)?, b.checked_mul(d)?))
            },
            |(a, b), (c, d)| if b == d { (a + c, b) } else { (a * d + c * b, b * d) },
        )
    }

    pub(crate) fn minus(self, other: Exact) -> Exact {
        self.plus(other.negative())
    }

    pub(crate) fn negative(self) -> Exact {
        match self {
            Narrow(over, under) if over != i128::MIN => Narrow(-over, under),
            _ => {
                let (over, under) = self.wide();
                Wide(-over, under)
            }
        }
    }

    pub(crate) fn times(self, other: Exact) -> Exact {
        self.with(
            other,
            |(a, b), (c, d)| a.checked_mul(c).zip(b.checked_mul(d)),
            |(a, b), (c, d)| (a * c, b * d),
        )
    }

    /// The quotient; none by 0.
    pub(crate) fn by(self, other: Exact) -> Option<Exact> {
        // Turned over, with what is below the line positive.
        let turned = match (other, other.sign()) {
            (_, Ordering::Equal) => return None,
            (Narrow(over, under), Ordering::Greater) => Narrow(under, over),
            (Narrow(over, under), _) if over != i128::MIN => Narrow(-under, -over),
            _ => match other.wide() {
                (over, under) if over > int(0) => Wide(under, over),
                (over, under) => Wide(-under, -over),
            },
        };
        Some(self.times(turned))
    }

    pub(crate) fn sign(self) -> Ordering {
        match self {
            Narrow(over, _) => over.cmp(&0),
            Wide(over, _) => over.cmp(&int(0)),
        }
    }

    pub(crate) fn is_whole(self) -> bool {
        match self {
            Narrow(over, under) => over % under == 0,
            Wide(over, under) => over % under == int(0),
        }
    }

    /// The next whole number towards or away from zero's side: down or up.
    pub(crate) fn to_whole(self, up: bool) -> Exact {
        match self {
            Narrow(over, under) => Narrow(next_whole((over, under), up, 0, 1), 1),
            Wide(over, under) => Wide(next_whole((over, under), up, int(0), int(1)), int(1)),
        }
    }

    /// The whole number next below, as far as it fits.
    pub(crate) fn floor(self) -> Option<i64> {
        match self.to_whole(false) {
            Narrow(whole, _) => i64::try_from(whole).ok(),
            Wide(whole, _) => i64::try_from(whole).ok(),
        }
    }

    /// At six decimals, half to even; none beyond what numbers hold.
    pub(crate) fn rounded(self) -> Option<Fixed> {
        let millionths = match self {
            Narrow(over, MILLION) => over,
            Narrow(over, under) if over.checked_mul(MILLION).is_some() => {
                half_even((over * MILLION, under), 0, 1)
            }
            _ => {
                let (over, under) = self.wide();
                half_even((over * int(1_000_000), under), int(0), int(1)).try_into().ok()?
            }
        };
        Fixed::from_millionths(millionths)
    }

    /// At six decimals, half to even, but never carried to or across a bound that the exact number does not reach.
    pub(crate) fn shown_beside(self, bound: Fixed) -> Option<Fixed> {
        let rounded = self.rounded()?;
        let exact = self.cmp(&bound.into());
        if rounded.cmp(&bound) == exact {
            return Some(rounded);
        }
        let step = if exact == Ordering::Less { -1 } else { 1 };
        Fixed::from_millionths(bound.millionths().checked_add(step)?)
    }
}

/// A whole number of some width.
trait Whole:
    Copy + Ord + Add<Output = Self> + Sub<Output = Self> + Div<Output = Self> + Rem<Output = Self>
{
}

impl Whole for i128 {}
impl Whole for I512 {}

/// The whole number next to a fraction, up or down.
fn next_whole<N: Whole>((over, under): Parts<N>, up: bool, zero: N, one: N) -> N {
    let (quotient, rest) = (over / under, over % under);
    match (rest.cmp(&zero), up) {
        (Ordering::Greater, true) => quotient + one,
        (Ordering::Less, false) => quotient - one,
        _ => quotient,
    }
}

/// The whole number nearest to a fraction, of two the even one.
fn half_even<N: Whole>((over, under): Parts<N>, zero: N, one: N) -> N {
    let (quotient, rest) = (over / under, over % under);
    let rest = if rest < zero { zero - rest } else { rest };
    let is_odd = quotient % (one + one) != zero;
    match rest.cmp(&(under - rest)) {
        Ordering::Less => quotient,
        Ordering::Equal if !is_odd => quotient,
        _ if over < zero => quotient - one,
        _ => quotient + one,
    }
}

impl From<Fixed> for Exact {
    fn from(number: Fixed) -> Exact {
        Narrow(number.millionths(), MILLION)
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Exact) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        if let (Narrow(a, b), Narrow(c, d)) = (*self, *other) {
            if b == d {
                return a.cmp(&c);
            }
            if let Some((left, right)) = a.checked_mul(d).zip(c.checked_mul(b)) {
                return left.cmp(&right);
            }
        }
        let ((a, b), (c, d)) = (self.wide(), other.wide());
        (a * d).cmp(&(c * b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same fraction, worked out in many bits.
    fn in_many(of: Exact) -> Exact {
        let (over, under) = of.wide();
        Wide(over, under)
    }

    #[test]
    fn few_bits_and_many_give_the_same() {
        let most = 1_000_000_000_000_000_000_i64;
        let numbers = [0, 1, -1, 2, -3, 7, 999_999, 1_000_001, most, -most];
        let all: Vec<Exact> =
            numbers.iter().flat_map(|a| numbers.iter().filter_map(|b| Exact::share(*a, *b))).collect();
        let of_one = |a: Exact| (a.rounded(), a.is_whole(), a.floor(), a.sign(), a.to_whole(true));
        for a in &all {
            assert_eq!(of_one(*a), of_one(in_many(*a)), "{a:?}");
            for b in &all {
                let (c, d) = (in_many(*a), in_many(*b));
                let few = (a.plus(*b), a.minus(*b), a.times(*b), a.by(*b), a.cmp(b));
                assert_eq!(few, (c.plus(d), c.minus(d), c.times(d), c.by(d), c.cmp(&d)), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn half_goes_to_the_even_millionth() {
        let shown = |over: i64, under: i64| {
            Exact::share(over, under).and_then(Exact::rounded).map(|of| of.to_string())
        };
        let expected = |text: &str| Some(text.to_owned());
        assert_eq!(shown(1, 2_000_000), expected("0"));
        assert_eq!(shown(3, 2_000_000), expected("0.000002"));
        assert_eq!(shown(-3, 2_000_000), expected("-0.000002"));
        assert_eq!(shown(2, 3), expected("0.666667"));
        assert_eq!(shown(-2, 3), expected("-0.666667"));
    }
}
