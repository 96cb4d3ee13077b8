//! Reporting: who owes which report when, and whether it came on time.

pub(crate) mod cutoff;
pub(crate) mod obligations;
pub(crate) mod slack;
pub(crate) mod texts;
pub(crate) mod timeliness;
pub(crate) mod units;
