//! Why: the rule, the dates and the numbers behind a result.

pub use tiendo::{Lang, NamedDate, NamedNumber, Why};

use crate::date::NaiveDate;
use crate::number::Fixed;

/// The language of a sentence.
#[uniffi::remote(Enum)]
pub enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// Why a result is what it is.
#[uniffi::remote(Record)]
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

/// A number a rule used: `value`, `required`, `low`, `high` …
#[uniffi::remote(Record)]
pub struct NamedNumber {
    /// Its name.
    pub name: String,
    /// The exact number.
    pub value: Fixed,
}

/// A date a rule used: `written`, `due` …
#[uniffi::remote(Record)]
pub struct NamedDate {
    /// Its name.
    pub name: String,
    /// The date.
    pub value: NaiveDate,
}
