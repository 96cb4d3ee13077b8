//! The data a report covers (*thời điểm chốt số liệu*), independent of its due day.

pub use tiendo::{Cutoff, CutoffRule};

use crate::date::NaiveDate;

/// The first and the last day of a report's data.
#[uniffi::remote(Record)]
pub struct Cutoff {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// What set them.
    pub rule: CutoffRule,
}

/// What closed the data of a report.
#[uniffi::remote(Enum)]
pub enum CutoffRule {
    /// The period's end, or the last timely day where that is earlier.
    Period,
    /// The day the plan declares.
    Declared,
    /// Decree 09/2019/NĐ-CP, art. 12.
    // A constant's name in lower case is its code.
    #[uniffi(name = "Decree_09_2019")]
    Decree09,
}
