//! Exact fractions: no float and no rounding stands before a decision.
//!
//! A figure is at most 10¹⁸ with six decimals, 80 bits over 20; a ratio of two 80 over 80; another unit of its measure adds 50
//! bits to one side; a difference of times has 26. The longest product of a rule, the pace needed beside a threshold, takes
//! 450 bits: 512 hold all of them, so nothing overflows.

use std::cmp::Ordering;

use bnum::cast::As;
use bnum::types::I512;

use crate::number::Fixed;

/// An exact fraction; what is below its line is positive.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exact {
    over: I512,
    under: I512,
}

/// Millionths in one.
const MILLION: i64 = 1_000_000;

/// A whole number of as many bits as any rule needs.
pub(super) fn int(n: i64) -> I512 {
    n.as_()
}

impl Exact {
    /// A whole number.
    pub(crate) fn whole(n: i64) -> Exact {
        Exact { over: int(n), under: int(1) }
    }

    /// A share of two whole numbers; none of nothing.
    pub(crate) fn share(over: i64, under: i64) -> Option<Exact> {
        Exact::whole(over).by(Exact::whole(under))
    }

    /// A fraction by its parts; none with 0 or less below the line.
    pub(crate) fn of_parts(over: I512, under: I512) -> Option<Exact> {
        (under > int(0)).then_some(Exact { over, under })
    }

    /// So many times the power of two, in whole numbers; none beyond what numbers hold.
    pub(crate) fn times_power_of_two(self, power: u32) -> Option<I512> {
        let room = 510_u32.checked_sub(512 - self.over.abs().leading_zeros())?;
        (power <= room).then(|| (self.over << power) / self.under)
    }

    pub(crate) fn plus(self, other: Exact) -> Exact {
        if self.under == other.under {
            return Exact { over: self.over + other.over, ..self };
        }
        Exact { over: self.over * other.under + other.over * self.under, under: self.under * other.under }
    }

    pub(crate) fn minus(self, other: Exact) -> Exact {
        self.plus(other.negative())
    }

    pub(crate) fn negative(self) -> Exact {
        Exact { over: -self.over, ..self }
    }

    pub(crate) fn times(self, other: Exact) -> Exact {
        Exact { over: self.over * other.over, under: self.under * other.under }
    }

    /// The quotient; none by 0.
    pub(crate) fn by(self, other: Exact) -> Option<Exact> {
        let (over, under) = (self.over * other.under, self.under * other.over);
        match under.cmp(&int(0)) {
            Ordering::Greater => Some(Exact { over, under }),
            Ordering::Equal => None,
            Ordering::Less => Some(Exact { over: -over, under: -under }),
        }
    }

    pub(crate) fn sign(self) -> Ordering {
        self.over.cmp(&int(0))
    }

    pub(crate) fn is_whole(self) -> bool {
        self.over % self.under == int(0)
    }

    /// The next whole number towards or away from zero's side: down or up.
    pub(crate) fn to_whole(self, up: bool) -> Exact {
        let (quotient, rest) = (self.over / self.under, self.over % self.under);
        let step = match (rest.cmp(&int(0)), up) {
            (Ordering::Greater, true) => int(1),
            (Ordering::Less, false) => -int(1),
            _ => int(0),
        };
        Exact { over: quotient + step, under: int(1) }
    }

    /// The whole number next below, as far as it fits.
    pub(crate) fn floor(self) -> Option<i64> {
        i64::try_from(self.to_whole(false).over).ok()
    }

    /// At six decimals, half to even; none beyond what numbers hold.
    pub(crate) fn rounded(self) -> Option<Fixed> {
        let over: I512 = self.over * int(MILLION);
        let (quotient, rest) = (over / self.under, over % self.under);
        let twice = rest.abs() * int(2);
        let is_odd = quotient % int(2) != int(0);
        let away = match twice.cmp(&self.under) {
            Ordering::Less => false,
            Ordering::Equal => is_odd,
            Ordering::Greater => true,
        };
        let step = if over < int(0) { -int(1) } else { int(1) };
        let rounded = if away { quotient + step } else { quotient };
        Fixed::from_millionths(rounded.try_into().ok()?)
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

impl From<Fixed> for Exact {
    fn from(number: Fixed) -> Exact {
        Exact { over: number.millionths().as_(), under: int(MILLION) }
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
        if self.under == other.under {
            return self.over.cmp(&other.over);
        }
        (self.over * other.under).cmp(&(other.over * self.under))
    }
}
