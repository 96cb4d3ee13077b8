//! Reporting: what is owed, and whether it came on time.

pub(crate) mod obligations;
pub(crate) mod timeliness;
