//! Helpers the tests share.

pub mod drawn;
pub mod fuzz;
pub mod hostile;
pub mod unicode;
pub mod vectors;

/// How many cases a property is tried with: as many as it says, or `PROPTEST_CASES` where that is set.
#[must_use]
pub fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}
