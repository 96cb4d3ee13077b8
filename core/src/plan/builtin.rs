//! The plans that come with the library.

use super::Plan;
use crate::codes::ErrorCode;
use crate::error::Error;
use crate::words::expected;

#[cfg(feature = "builtin")]
macro_rules! json {
    ($id:literal) => {
        Some(include_str!(concat!("../../plans/", $id, ".json")))
    };
}
#[cfg(not(feature = "builtin"))]
macro_rules! json {
    ($id:literal) => {
        None
    };
}

/// Each built-in plan's id and JSON; without the feature `builtin` its id alone.
const PLANS: &[(&str, Option<&str>)] = &[
    ("ha-tinh-231", json!("ha-tinh-231")),
    ("tien-giang-69", json!("tien-giang-69")),
    ("tien-dien", json!("tien-dien")),
    ("ha-tinh-42-ctr-tu", json!("ha-tinh-42-ctr-tu")),
    ("dak-lak-146", json!("dak-lak-146")),
];

impl Plan {
    /// The ids of the built-in plans, also for who has their files beside it and not in it, without the feature `builtin`.
    ///
    /// ```
    /// assert!(tiendo::Plan::builtin_ids().any(|id| id == "ha-tinh-231"));
    /// ```
    pub fn builtin_ids() -> impl Iterator<Item = &'static str> {
        PLANS.iter().map(|(id, _)| *id)
    }

    /// Reads a built-in plan. Error: `unknown-plan`, with the ids there are; without the feature `builtin`, always.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Plan};
    /// assert_eq!(Plan::builtin("ha-tinh-231")?.id, "ha-tinh-231");
    /// assert_eq!(Plan::builtin("nowhere-1").unwrap_err().code, ErrorCode::UnknownPlan);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn builtin(id: &str) -> Result<Plan, Error> {
        if let Some((_, Some(json))) = PLANS.iter().find(|(known, _)| *known == id) {
            return Plan::from_json(json.as_bytes());
        }
        let ids: Vec<&str> = Plan::builtin_ids().collect();
        Err(Error::new(ErrorCode::UnknownPlan, "id", expected::builtin_plan(&ids)))
    }
}
