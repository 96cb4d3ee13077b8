//! Why: the rule, the dates and the numbers behind a result, and its sentence in Vietnamese and English.
//!
//! A reader can recompute every result by hand from its [`Why`] alone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::Lang;
use crate::number::Fixed;

/// Why a result is what it is.
///
/// ```
/// use tiendo::{Direction, Measured, compare, parse_target};
/// let target = parse_target("≥ 0,7", None)?;
/// let result = compare(&Measured::number("0.70".parse().unwrap()), &target, Direction::HigherIsBetter);
/// assert_eq!(result.why().rule, "at_least");
/// assert_eq!(result.why().en, "0.7 is not below the 0.7 asked: met.");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// The code of the rule that decided.
    pub rule: String,
    /// The numbers it used, by name.
    pub numbers: Vec<NamedNumber>,
    /// The dates it used, by name.
    pub dates: Vec<NamedDate>,
    /// The sentence in Vietnamese.
    pub vi: String,
    /// The sentence in English.
    pub en: String,
}

impl Why {
    /// The sentence in a language.
    ///
    /// ```
    /// # use tiendo::{parse_deadline, Lang};
    /// let deadline = parse_deadline("trước ngày 15/7/2025")?;
    /// assert_eq!(deadline.why().unwrap().sentence(Lang::Vi), "“Trước 15/7/2025”: ngày cuối cùng đúng hạn là 14/7/2025.");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn sentence(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// A number a rule used: `value`, `required`, `low`, `high` …
///
/// ```
/// let named = tiendo::NamedNumber { name: "required".into(), value: tiendo::Fixed::ONE };
/// assert_eq!(serde_json::to_string(&named).unwrap(), r#"{"name":"required","value":"1"}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedNumber {
    /// Its name.
    pub name: String,
    /// The exact number.
    pub value: Fixed,
}

/// A date a rule used: `written`, `due` …
///
/// ```
/// let named = tiendo::NamedDate { name: "due".into(), value: "2025-06-30".parse().unwrap() };
/// assert_eq!(serde_json::to_string(&named).unwrap(), r#"{"name":"due","value":"2025-06-30"}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedDate {
    /// Its name.
    pub name: String,
    /// The date.
    pub value: NaiveDate,
}
