//! The plans that come with the library.

use super::Plan;
use crate::codes::ErrorCode;
use crate::error::Error;
use crate::words::expected;

/// Each built-in plan's id and JSON.
#[cfg(feature = "builtin")]
const PLANS: &[(&str, &str)] = &[
    ("ha-tinh-231", include_str!("../../plans/ha-tinh-231.json")),
    ("tien-giang-69", include_str!("../../plans/tien-giang-69.json")),
    ("tien-dien", include_str!("../../plans/tien-dien.json")),
    ("ha-tinh-42-ctr-tu", include_str!("../../plans/ha-tinh-42-ctr-tu.json")),
    ("dak-lak-146", include_str!("../../plans/dak-lak-146.json")),
];
#[cfg(not(feature = "builtin"))]
const PLANS: &[(&str, &str)] = &[];

impl Plan {
    /// The ids of the built-in plans; none without the feature `builtin`.
    ///
    /// ```
    /// assert!(tiendo::Plan::builtin_ids().any(|id| id == "ha-tinh-231"));
    /// ```
    pub fn builtin_ids() -> impl Iterator<Item = &'static str> {
        PLANS.iter().map(|(id, _)| *id)
    }

    /// Reads a built-in plan. Error: `unknown-plan`, with the ids there are.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Plan};
    /// assert_eq!(Plan::builtin("ha-tinh-231")?.id, "ha-tinh-231");
    /// assert_eq!(Plan::builtin("nowhere-1").unwrap_err().code, ErrorCode::UnknownPlan);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn builtin(id: &str) -> Result<Plan, Error> {
        if let Some((_, json)) = PLANS.iter().find(|(known, _)| *known == id) {
            return Plan::from_json(json.as_bytes());
        }
        let ids: Vec<&str> = Plan::builtin_ids().collect();
        Err(Error::new(ErrorCode::UnknownPlan, "id", expected::builtin_plan(&ids)))
    }
}
