//! Why: the rule, the dates and the numbers behind a result, and its sentence in Vietnamese and English.
//!
//! A reader can recompute every result by hand from its [`Why`] alone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{Lang, RuleCode};
use crate::number::Fixed;

/// Why a result is what it is.
///
/// ```
/// use tiendo::{Direction, Measured, compare, parse_target};
/// let target = parse_target("≥ 0,7", None)?;
/// let result = compare(&Measured::number("0.70".parse().unwrap()), &target, Direction::HigherIsBetter);
/// assert_eq!(result.why().rule, tiendo::RuleCode::AtLeast);
/// assert_eq!(result.why().en, "0.7 is not below the 0.7 asked: met.");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// The rule that decided.
    pub rule: RuleCode,
    /// The numbers it used, by name.
    pub numbers: Vec<NamedNumber>,
    /// The dates it used, by name.
    pub dates: Vec<NamedDate>,
    /// The words it used, by name.
    #[serde(default)]
    pub terms: Vec<NamedTerm>,
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
    #[serde(with = "crate::json::day")]
    pub value: NaiveDate,
}

/// Words a rule used: a body's name, the text of a rule …
///
/// ```
/// let named = tiendo::NamedTerm { name: "successor".into(), value: "Sở Khoa học và Công nghệ".into() };
/// assert_eq!(serde_json::to_string(&named).unwrap(), r#"{"name":"successor","value":"Sở Khoa học và Công nghệ"}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedTerm {
    /// Its name.
    pub name: String,
    /// The words.
    pub value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_why_reads_back_with_and_without_terms() {
        let mut why = Why {
            rule: RuleCode::MonthEnd,
            numbers: vec![NamedNumber { name: "days".to_owned(), value: Fixed::ONE }],
            dates: vec![NamedDate { name: "due".to_owned(), value: "2025-06-30".parse().unwrap() }],
            terms: Vec::new(),
            vi: "Hạn.".to_owned(),
            en: "Due.".to_owned(),
        };
        let json = serde_json::to_string(&why).unwrap();
        assert!(
            json.starts_with(r#"{"rule":"month_end","numbers":[{"#) && json.contains(r#""terms":[],"vi""#)
        );
        assert_eq!(serde_json::from_str::<Why>(&json).unwrap(), why);
        why.terms.push(NamedTerm { name: "body".to_owned(), value: "Sở Nội vụ".to_owned() });
        let json = serde_json::to_string(&why).unwrap();
        assert_eq!(serde_json::from_str::<Why>(&json).unwrap(), why);
    }
}
