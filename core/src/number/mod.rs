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
//! reading: [`Numeral::ambiguous`] says so. More than six decimals, or a number beyond ±9.2·10¹², is refused and
//! never rounded: a requirement must be the one that was published.
//!
//! ```
//! use tiendo::number::read_numeral;
//! assert_eq!(read_numeral("1.200,5")?.value.to_string(), "1200.5");
//! assert!(read_numeral("3.000")?.ambiguous);
//! # Ok::<(), tiendo::number::NumeralError>(())
//! ```

mod numeral;

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codes::{ErrorCode, Lang};
use crate::error::Error;
use crate::json::Shape;
use crate::words::expected;
use numeral::assemble;
pub(crate) use numeral::multiplier;
pub use numeral::{Numeral, NumeralError, parse_number, read_numeral};

/// Millionths in one.
const ONE: i64 = 1_000_000;
/// Decimal places.
const PLACES: usize = 6;

/// An exact decimal number with six places, within ±9,223,372,036,854.775807.
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fixed(i64);

impl Fixed {
    /// Zero.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::ZERO.to_string(), "0");
    /// ```
    pub const ZERO: Fixed = Fixed(0);
    /// One.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::ONE.to_string(), "1");
    /// ```
    pub const ONE: Fixed = Fixed(ONE);

    /// The number next below 1.
    pub(crate) const BELOW_ONE: Fixed = Fixed(ONE - 1);

    /// The number next above 1.
    pub(crate) const ABOVE_ONE: Fixed = Fixed(ONE + 1);
    /// The greatest number, 9223372036854.775807.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::MAX.to_string(), "9223372036854.775807");
    /// ```
    pub const MAX: Fixed = Fixed(i64::MAX);
    /// The least number. Its magnitude is that of [`MAX`](Self::MAX), so that every number can be negated.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::MIN.checked_add(tiendo::Fixed::MAX), Some(tiendo::Fixed::ZERO));
    /// ```
    pub const MIN: Fixed = Fixed(-i64::MAX);

    /// The whole number `n`, or `None` beyond the range.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::from_int(12).unwrap().to_string(), "12");
    /// ```
    pub fn from_int(n: i64) -> Option<Fixed> {
        n.checked_mul(ONE).and_then(Fixed::from_millionths)
    }

    /// The number of `n` millionths; `None` only for the one value of `i64` that has no negative.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::from_millionths(1_500_000).unwrap().to_string(), "1.5");
    /// ```
    pub fn from_millionths(n: i64) -> Option<Fixed> {
        (n != i64::MIN).then_some(Fixed(n))
    }

    /// The number in millionths, an exact whole number.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::ONE.millionths(), 1_000_000);
    /// ```
    pub fn millionths(self) -> i64 {
        self.0
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
        self.0.checked_add(other.0).and_then(Fixed::from_millionths)
    }

    /// The difference, or `None` beyond the range.
    ///
    /// ```
    /// assert_eq!(tiendo::Fixed::ONE.checked_sub(tiendo::Fixed::ONE), Some(tiendo::Fixed::ZERO));
    /// ```
    pub fn checked_sub(self, other: Fixed) -> Option<Fixed> {
        self.0.checked_sub(other.0).and_then(Fixed::from_millionths)
    }

    /// The product, rounded half to even at the sixth place, or `None` beyond the range.
    ///
    /// ```
    /// use tiendo::Fixed;
    /// assert_eq!(Fixed::read("0,000001")?.checked_mul(Fixed::read("0,5")?), Some(Fixed::ZERO));
    /// # Ok::<(), tiendo::number::NumeralError>(())
    /// ```
    pub fn checked_mul(self, other: Fixed) -> Option<Fixed> {
        rounded(i128::from(self.0) * i128::from(other.0), i128::from(ONE))
    }

    /// The quotient, rounded half to even at the sixth place; `None` for a divisor of 0 or beyond the range.
    ///
    /// ```
    /// use tiendo::Fixed;
    /// let third = Fixed::ONE.checked_div(Fixed::from_int(3).unwrap());
    /// assert_eq!(third.unwrap().to_string(), "0.333333");
    /// ```
    pub fn checked_div(self, other: Fixed) -> Option<Fixed> {
        rounded(i128::from(self.0) * i128::from(ONE), i128::from(other.0))
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
    let quotient = a.checked_div(b)?;
    let twice = a.checked_rem(b)?.unsigned_abs() * 2;
    let up = match twice.cmp(&b.unsigned_abs()) {
        Ordering::Less => false,
        Ordering::Equal => quotient % 2 != 0,
        Ordering::Greater => true,
    };
    let away = if (a < 0) == (b < 0) { 1 } else { -1 };
    let quotient = if up { quotient + away } else { quotient };
    i64::try_from(quotient).ok().and_then(Fixed::from_millionths)
}

/// Canonical text: `0.7`, `-12`, `1200.5`.
impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) =
            (self.0.unsigned_abs() / ONE.unsigned_abs(), self.0.unsigned_abs() % ONE.unsigned_abs());
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
        Ok(if negative { Fixed(-value.0) } else { value })
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
            "pattern": r"^-?[0-9]{1,13}(\.[0-9]{1,6}0*)?$",
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
        let half = |n: i64| Fixed(n).checked_mul(Fixed(500_000)).unwrap().millionths();
        assert_eq!([half(1), half(3), half(5), half(-1), half(-3)], [0, 2, 2, 0, -2]);
        assert_eq!(Fixed(1).checked_div(Fixed(0)), None);
        assert_eq!(Fixed::MAX.checked_mul(Fixed(2 * ONE)), None);
        assert_eq!(Fixed::MIN.checked_sub(Fixed(1)), None);
    }

    #[test]
    fn a_vietnamese_reader_sees_commas_and_dots() {
        let shown = ["0", "7", "1200", "1234567.25", "-1000", "0.000001"]
            .map(|n| n.parse::<Fixed>().unwrap().to_vietnamese());
        assert_eq!(shown, ["0", "7", "1.200", "1.234.567,25", "-1.000", "0,000001"]);
    }
}
