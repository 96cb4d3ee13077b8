//! Findings: what lint and lineage say of plans, with places and a sentence in each language.

pub use tiendo::{Finding, FindingCode, ItemKind, Place};

use crate::error::{ErrorCode, refused};

uniffi::custom_type!(
    /// What a finding says, spelled as in every language: `target-weakens`. Later versions add codes.
    FindingCode, String, {
    remote,
    lower: |code| code.as_str().to_owned(),
    try_lift: |text| {
        let known = FindingCode::ALL.iter().find(|code| code.as_str() == text);
        Ok(*known.ok_or_else(|| refused(ErrorCode::BadValue, "the code of a finding"))?)
    }
});

/// Something a reader of a plan should know.
#[uniffi::remote(Record)]
pub struct Finding {
    /// What it says.
    pub code: FindingCode,
    /// Where, the lower plan's places first.
    pub places: Vec<Place>,
    /// The sentence in Vietnamese.
    pub vi: String,
    /// The sentence in English.
    pub en: String,
}

/// Where a finding is.
#[uniffi::remote(Record)]
pub struct Place {
    /// The plan's id.
    pub plan: String,
    /// What the place is in.
    pub kind: ItemKind,
    /// Its code or number; empty for the plan.
    pub code: String,
    /// The milestone, where one cell is meant.
    pub year: Option<i32>,
}

/// What a place is in.
#[uniffi::remote(Enum)]
pub enum ItemKind {
    /// The plan as a whole.
    Plan,
    /// An indicator.
    Indicator,
    /// A task.
    Task,
    /// A pillar.
    Pillar,
    /// A rule of the reporting regime.
    Rule,
}
