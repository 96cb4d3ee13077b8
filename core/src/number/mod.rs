//! Numbers: an exact decimal of six places, and the numerals of Vietnamese official text.
//!
//! No binary float takes part: `≥ 0,7` holds for `0.70` because both are 700,000 millionths.
//!
//! # Numerals
//!
//! Decimal comma and decimal point occur in the same table, so a mark alone does not tell. The rule:
//!
//! | numeral | read as | because |
//! |---|---|---|
//! | `0,7` `0.60` `1.5` | 0.7, 0.6, 1.5 | a single mark is decimal |
//! | `3.000` `1.200.000` | 3000, 1200000 | dots before groups of exactly three digits, the first group not `0` |
//! | `0.600` `1,234` | 0.6, 1.234 | a first group of `0`; a comma is decimal |
//! | `1.234,5` `1,234.5` | 1234.5 | with both marks the last one is decimal |
//! | `1,200,000` | 1200000 | a mark written twice cannot be decimal |
//! | `01` `07` | 1, 7 | leading zeros carry no meaning |
//!
//! A single mark with exactly three digits after it and a first group other than 0 could have meant the other
//! reading: [`Numeral::ambiguous`] says so. More than six decimals, or a number beyond ±9.2·10¹⁸, is refused and
//! never rounded: a requirement must be the one that was published.
//!
//! ```
//! use tiendo::number::read_numeral;
//! assert_eq!(read_numeral("1.200,5")?.value.to_string(), "1200.5");
//! assert!(read_numeral("3.000")?.ambiguous);
//! # Ok::<(), tiendo::number::NumeralError>(())
//! ```

mod numeral;
mod words;

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codes::{ErrorCode, Lang};
use crate::error::Error;
use crate::json::Shape;
use crate::words::expected;
use numeral::assemble;
pub(crate) use numeral::multiplier;
pub use numeral::{Numeral, NumeralError, parse_number, read_numeral};
pub(crate) use words::{digit, in_words};

/// Millionths in one.
const ONE: u32 = 1_000_000;
/// The same, in the width of products.
const WIDE_ONE: i128 = 1_000_000;
/// Decimal places.
const PLACES: usize = 6;

/// An exact decimal number with six places, within ±9,223,372,036,854,775,807.999999.
///
/// Arithmetic is checked: what does not fit is `None`, never wrapped. Only [`checked_mul`](Self::checked_mul) and
/// [`checked_div`](Self::checked_div) can need rounding, and round half to even. In JSON it is canonical text
/// (`"0.7"`, `"-12"`): no exponent, no superfluous zero, a decimal point.
///
/// ```
/// use tiendo::Fixed;
/// let a: Fixed = "0.70".parse()?;
/// assert_eq!(a, Fixed::read("0,7")?);
/// assert_eq!(a.to_string(), "0.7");
/// # Ok::<(), tiendo::number::NumeralError>(())
/// ```
// The whole number below it, then what is above: so numbers are ordered as their parts. What is above counts from one:
// so an absent number takes no more room than a present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fixed {
    whole: i64,
    above: NonZeroU32,
}

impl Default for Fixed {
    fn default() -> Fixed {
        Fixed::ZERO
    }
}

impl Fixed {
    /// Zero.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::ZERO.to_string(), "0");
    /// ```
    pub const ZERO: Fixed = Fixed { whole: 0, above: NonZeroU32::MIN };
    /// One.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::ONE.to_string(), "1");
    /// ```
    pub const ONE: Fixed = Fixed { whole: 1, above: NonZeroU32::MIN };

    /// The least number above 0.
    pub(crate) const LEAST: Fixed = Fixed { whole: 0, above: NonZeroU32::MIN.saturating_add(1) };

    /// The number next below 1.
    pub(crate) const BELOW_ONE: Fixed = Fixed { whole: 0, above: NonZeroU32::MIN.saturating_add(ONE - 1) };

    /// The number next above 1.
    pub(crate) const ABOVE_ONE: Fixed = Fixed { whole: 1, above: NonZeroU32::MIN.saturating_add(1) };

    /// The greatest number, 9223372036854775807.999999.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::MAX.to_string(), "9223372036854775807.999999");
    /// ```
    pub const MAX: Fixed = Fixed { whole: i64::MAX, above: NonZeroU32::MIN.saturating_add(ONE - 1) };
    /// The least number. Its magnitude is that of [`MAX`](Self::MAX), so that every number can be negated.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::MIN.checked_add(tiendo::Fixed::MAX), Some(tiendo::Fixed::ZERO));
    /// ```
    pub const MIN: Fixed = Fixed { whole: i64::MIN, above: NonZeroU32::MIN.saturating_add(1) };

    /// A whole number and the millionths above it, fewer than in one; `None` for the one that has no negative.
    fn of_parts(whole: i64, millionths: u32) -> Option<Fixed> {
        let number = Fixed { whole, above: NonZeroU32::MIN.saturating_add(millionths) };
        (number >= Fixed::MIN).then_some(number)
    }

    /// The millionths above the whole number below it.
    fn above(self) -> u32 {
        self.above.get() - 1
    }

    /// The whole number `n`; `None` only for the one value of `i64` that has no negative.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::from_int(12).unwrap().to_string(), "12");
    /// ```
    pub fn from_int(n: i64) -> Option<Fixed> {
        Fixed::of_parts(n, 0)
    }

    /// The number of `n` millionths, or `None` beyond the range.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::from_millionths(1_500_000).unwrap().to_string(), "1.5");
    /// ```
    pub fn from_millionths(n: i128) -> Option<Fixed> {
        // Most numbers are small, and their division is fast.
        let (whole, above) = match i64::try_from(n) {
            Ok(n) => (n.div_euclid(i64::from(ONE)), n.rem_euclid(i64::from(ONE))),
            Err(_) => {
                (i64::try_from(n.div_euclid(WIDE_ONE)).ok()?, i64::try_from(n.rem_euclid(WIDE_ONE)).ok()?)
            }
        };
        Fixed::of_parts(whole, u32::try_from(above).ok()?)
    }

    /// The number in millionths, an exact whole number.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::ONE.millionths(), 1_000_000);
    /// ```
    pub fn millionths(self) -> i128 {
        i128::from(self.whole) * WIDE_ONE + i128::from(self.above())
    }

    /// The same with the other sign.
    pub(crate) fn negated(self) -> Fixed {
        Fixed::ZERO.checked_sub(self).unwrap_or(self)
    }

    /// Reads a Vietnamese numeral ([`read_numeral`]), without saying whether it was ambiguous.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::read("0,7")?, tiendo::Fixed::read("0.70")?);
    /// # Ok::<(), tiendo::number::NumeralError>(())
    /// ```
    pub fn read(text: &str) -> Result<Fixed, NumeralError> {
        read_numeral(text).map(|numeral| numeral.value)
    }

    /// The sum, or `None` beyond the range.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::ONE.checked_add(tiendo::Fixed::ONE), tiendo::Fixed::from_int(2));
    /// ```
    pub fn checked_add(self, other: Fixed) -> Option<Fixed> {
        let above = self.above() + other.above();
        // What is above both may make one more.
        let (carry, above) = if above >= ONE { (1, above - ONE) } else { (0, above) };
        let whole = match self.whole.checked_add(other.whole) {
            Some(whole) => whole.checked_add(carry)?,
            None if carry == 1 => i64::try_from(i128::from(self.whole) + i128::from(other.whole) + 1).ok()?,
            None => return None,
        };
        Fixed::of_parts(whole, above)
    }

    /// The difference, or `None` beyond the range.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::ONE.checked_sub(tiendo::Fixed::ONE), Some(tiendo::Fixed::ZERO));
    /// ```
    pub fn checked_sub(self, other: Fixed) -> Option<Fixed> {
        let (borrow, above) = match self.above().checked_sub(other.above()) {
            Some(above) => (0, above),
            None => (1, self.above() + ONE - other.above()),
        };
        let whole = match self.whole.checked_sub(other.whole) {
            Some(whole) => whole.checked_sub(borrow)?,
            None if borrow == 1 => {
                i64::try_from(i128::from(self.whole) - i128::from(other.whole) - 1).ok()?
            }
            None => return None,
        };
        Fixed::of_parts(whole, above)
    }

    /// The product, rounded half to even at the sixth place, or `None` beyond the range.
    ///
    /// ```
    /// use tiendo::Fixed;
    /// assert_eq!(Fixed::read("0,000001")?.checked_mul(Fixed::read("0,5")?), Some(Fixed::ZERO));
    /// # Ok::<(), tiendo::number::NumeralError>(())
    /// ```
    pub fn checked_mul(self, other: Fixed) -> Option<Fixed> {
        // A product too wide is one beyond the range.
        rounded(self.millionths().checked_mul(other.millionths())?, WIDE_ONE)
    }

    /// The quotient, rounded half to even at the sixth place; `None` for a divisor of 0 or beyond the range.
    ///
    /// ```
    /// use tiendo::Fixed;
    /// let third = Fixed::ONE.checked_div(Fixed::from_int(3).unwrap());
    /// assert_eq!(third.unwrap().to_string(), "0.333333");
    /// ```
    pub fn checked_div(self, other: Fixed) -> Option<Fixed> {
        rounded(self.millionths() * WIDE_ONE, other.millionths())
    }

    /// A part of a whole out of 100, rounded half to even at the sixth place, and never 100 for less than all; none of nothing.
    pub(crate) fn percent(part: u32, whole: u32) -> Option<Fixed> {
        const BELOW_ALL: i128 = 99_999_999;
        let percent = rounded(i128::from(part) * 100 * WIDE_ONE, i128::from(whole))?;
        if part < whole { percent.min(Fixed::from_millionths(BELOW_ALL)?).into() } else { Some(percent) }
    }

    /// The number as a Vietnamese reader writes it: decimal comma, dots between thousands.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::read("1200,5")?.to_vietnamese(), "1.200,5");
    /// # Ok::<(), tiendo::number::NumeralError>(())
    /// ```
    pub fn to_vietnamese(self) -> String {
        let canonical = self.to_string();
        let (sign, digits) = canonical.strip_prefix('-').map_or(("", canonical.as_str()), |rest| ("-", rest));
        let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(w, d)| (w, Some(d)));
        let mut out = String::from(sign);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                out.push('.');
            }
            out.push(digit);
        }
        if let Some(decimals) = decimals {
            out.push(',');
            out.push_str(decimals);
        }
        out
    }
}

/// `a ÷ b` rounded half to even.
fn rounded(a: i128, b: i128) -> Option<Fixed> {
    // Most numbers are small, and their division is fast.
    let (quotient, rest) = match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => (i128::from(a.checked_div(b)?), i128::from(a.checked_rem(b)?)),
        _ => (a.checked_div(b)?, a.checked_rem(b)?),
    };
    let up = match (rest.unsigned_abs() * 2).cmp(&b.unsigned_abs()) {
        Ordering::Less => false,
        Ordering::Equal => quotient % 2 != 0,
        Ordering::Greater => true,
    };
    let away = if (a < 0) == (b < 0) { 1 } else { -1 };
    Fixed::from_millionths(if up { quotient + away } else { quotient })
}

/// Canonical text: `0.7`, `-12`, `1200.5`.
impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.whole < 0 { "-" } else { "" };
        let (whole, part) = match (self.whole.unsigned_abs(), self.above()) {
            (whole, part @ 1..) if self.whole < 0 => (whole - 1, ONE - part),
            parts => parts,
        };
        if part == 0 {
            write!(f, "{sign}{whole}")
        } else {
            let decimals = format!("{part:0PLACES$}");
            write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
        }
    }
}

/// Reads a plain decimal: an optional `-`, digits, and a decimal point with digits. Thousands marks, decimal
/// commas, exponents and spaces are refused: this is the form of data, [`read_numeral`] that of documents.
impl FromStr for Fixed {
    type Err = NumeralError;

    fn from_str(text: &str) -> Result<Fixed, NumeralError> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(w, d)| (w, Some(d)));
        if decimals == Some("") {
            return Err(NumeralError::Malformed);
        }
        let value = assemble(&[whole], decimals.unwrap_or(""))?;
        Ok(if negative { value.negated() } else { value })
    }
}

/// An exact number as files have it: text, so that no float takes part on its way.
pub(crate) const EXACT: Shape = Shape::Read(
    |text| match text.parse::<Fixed>() {
        Ok(_) => Ok(()),
        Err(_) => Err(Error::new(ErrorCode::BadNumber, "", expected::exact_number())),
    },
    "0",
);

impl Serialize for Fixed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fixed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fixed, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|_: NumeralError| serde::de::Error::custom(expected::exact_number().en))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Fixed {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Fixed".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^-?[0-9]{1,19}(\.[0-9]{1,6}0*)?$",
            "description": "An exact decimal as text, at most six decimals.",
        })
    }
}

impl Lang {
    /// A number as a reader of the language writes it: `1.200,5` or `1200.5`.
    ///
    /// ```
    /// use tiendo::{Fixed, Lang};
    /// assert_eq!(Lang::Vi.number(Fixed::read("0.7").unwrap()), "0,7");
    /// ```
    pub fn number(self, value: Fixed) -> String {
        match self {
            Lang::Vi => value.to_vietnamese(),
            Lang::En => value.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_half_to_even() {
        let few = |n: i128| Fixed::from_millionths(n).unwrap();
        let half = |n: i128| few(n).checked_mul(few(500_000)).unwrap().millionths();
        assert_eq!([half(1), half(3), half(5), half(-1), half(-3)], [0, 2, 2, 0, -2]);
        assert_eq!(few(1).checked_div(Fixed::ZERO), None);
        assert_eq!(Fixed::MAX.checked_mul(few(2_000_000)), None);
        assert_eq!(Fixed::MAX.checked_mul(Fixed::MAX), None);
        assert_eq!(Fixed::MAX.checked_div(Fixed::MAX), Some(Fixed::ONE));
        assert_eq!(Fixed::MAX.checked_div(Fixed::LEAST), None);
        assert_eq!(Fixed::MIN.checked_sub(Fixed::LEAST), None);
        assert_eq!(Fixed::MAX.checked_add(Fixed::LEAST), None);
    }

    #[test]
    fn sums_and_signs_hold_to_both_ends() {
        let n = |text: &str| text.parse::<Fixed>().unwrap();
        for (a, b, sum) in [
            ("-0.5", "0.5", "0"),
            ("-0.5", "-0.6", "-1.1"),
            ("1.25", "-2", "-0.75"),
            ("9223372036854775807.5", "0.499999", "9223372036854775807.999999"),
            ("-9223372036854775807.5", "-0.499999", "-9223372036854775807.999999"),
            ("9223372036854775807.999999", "-9223372036854775807.999999", "0"),
            ("-9223372036854775807.999999", "9223372036854775807", "-0.999999"),
        ] {
            assert_eq!(n(a).checked_add(n(b)), Some(n(sum)), "{a} + {b}");
            assert_eq!(n(sum).checked_sub(n(b)), Some(n(a)), "{sum} - {b}");
            assert_eq!(n(a).to_string(), a);
            assert_eq!(n(a).negated().negated(), n(a));
            assert_eq!(Fixed::from_millionths(n(a).millionths()), Some(n(a)));
        }
        let mut sorted =
            ["-2", "-1.000001", "-1", "-0.999999", "-0.000001", "0", "0.000001", "1", "1.5"].map(n);
        let ordered = sorted;
        sorted.reverse();
        sorted.sort();
        assert_eq!(sorted, ordered);
        assert_eq!(size_of::<Option<Fixed>>(), size_of::<Option<i64>>());
    }

    #[test]
    fn a_rate_is_rounded_half_to_even_and_shows_100_for_all_alone() {
        let percent = |part, whole| Fixed::percent(part, whole).map(|rate| rate.to_string());
        assert_eq!(percent(1, 3).as_deref(), Some("33.333333"));
        assert_eq!(percent(2, 3).as_deref(), Some("66.666667"));
        assert_eq!(percent(7, 7).as_deref(), Some("100"));
        assert_eq!(percent(4_294_967_294, 4_294_967_295).as_deref(), Some("99.999999"));
        assert_eq!(percent(0, 0), None);
    }

    #[test]
    fn a_vietnamese_reader_sees_commas_and_dots() {
        let shown = ["0", "7", "1200", "1234567.25", "-1000", "0.000001"]
            .map(|n| n.parse::<Fixed>().unwrap().to_vietnamese());
        assert_eq!(shown, ["0", "7", "1.200", "1.234.567,25", "-1.000", "0,000001"]);
    }
}
