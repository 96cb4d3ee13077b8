//! The plan: what a published document says, with every cell verbatim, and what was read from its cells.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use crate::error::TiendoError;
use crate::generated::{Deadline, Finding, Limits, Row, SuggestedLink};
use crate::handles::{Obligations, Registry, handle};
use crate::json::back_or_default;
use crate::number::Whole;
use crate::reporting::ReportingQuery;

/// A plan, the limits it was read within, and its rows and deadlines once they were asked for.
pub(crate) struct Read {
    plan: tiendo::Plan,
    limits: tiendo::Limits,
    cells: OnceLock<(Vec<tiendo::Row>, Vec<tiendo::Deadline>)>,
}

impl Read {
    fn cells(&self) -> &(Vec<tiendo::Row>, Vec<tiendo::Deadline>) {
        self.cells.get_or_init(|| {
            let view = self.view();
            let deadlines = view.deadlines().map(|(_, deadline)| deadline.clone()).collect();
            (view.into_rows(), deadlines)
        })
    }

    fn view(&self) -> tiendo::PlanView<'_> {
        self.plan.view_with(&self.limits)
    }
}

impl Deref for Read {
    type Target = tiendo::Plan;

    fn deref(&self) -> &tiendo::Plan {
        &self.plan
    }
}

impl PartialEq for Read {
    fn eq(&self, other: &Read) -> bool {
        self.plan == other.plan
    }
}

impl fmt::Debug for Read {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.plan.fmt(f)
    }
}

handle! {
    /// What a published document says, with every cell verbatim, and what was read from its cells.
    Plan(Read);
}

#[uniffi::export]
impl Plan {
    /// Reads a built-in plan.
    ///
    /// The error is `unknown-plan`, with the ids there are.
    #[uniffi::constructor]
    pub fn builtin(id: &str) -> Result<Plan, TiendoError> {
        Ok(Read { plan: tiendo::Plan::builtin(id)?, limits: tiendo::Limits::default(), cells: OnceLock::new() }.into())
    }

    /// Reads a plan's JSON; the limits also hold for what is read from its cells.
    ///
    /// Nothing is read in part: the first thing wrong is the error, with its place, and the next ones are its `others`.
    #[uniffi::constructor]
    pub fn from_json(json: &str, limits: Option<Limits>) -> Result<Plan, TiendoError> {
        Plan::from_bytes(json.as_bytes().to_vec(), limits)
    }

    /// Reads the bytes of a plan's JSON file; `bad-json` where they are no UTF-8.
    #[uniffi::constructor]
    #[expect(clippy::needless_pass_by_value, reason = "a borrowed list of bytes would be a direct buffer there")]
    pub fn from_bytes(bytes: Vec<u8>, limits: Option<Limits>) -> Result<Plan, TiendoError> {
        let limits = back_or_default(limits.as_ref())?;
        Ok(Read { plan: tiendo::Plan::from_json_with(&bytes, &limits)?, limits, cells: OnceLock::new() }.into())
    }

    /// The rows of the indicators, in their order, each read with the plan's footnotes and other indicators as its context.
    pub fn rows(&self) -> Vec<Row> {
        crate::all(self.0.cells().0.iter().cloned())
    }

    /// The row of the indicator of a code; absent where there is none.
    pub fn row(&self, code: &str) -> Option<Row> {
        let at = self.0.indicators.iter().position(|indicator| indicator.code == code)?;
        self.0.cells().0.get(at).cloned().map(Into::into)
    }

    /// The deadline cells of the tasks, in their order, each as it is read by the defaults.
    pub fn deadlines(&self) -> Vec<Deadline> {
        crate::all(self.0.cells().1.iter().cloned())
    }

    /// The deadline of the task of a number; absent where there is none.
    pub fn deadline(&self, number: Whole) -> Result<Option<Deadline>, TiendoError> {
        let at = self.0.tasks.iter().position(|task| task.number == number.0);
        Ok(at.and_then(|at| self.0.cells().1.get(at)).cloned().map(Into::into))
    }

    /// What a careful reader of the plan would remark on; agencies are looked up in the built-in registry, or in another.
    pub fn lint(&self, registry: Option<Arc<Registry>>) -> Vec<Finding> {
        crate::all(tiendo::lint(&self.0.view(), Registry::or_builtin(registry.as_deref())))
    }

    /// Every report that is asked for: by its written date, then in the order of the rules, then of the bodies.
    ///
    /// The errors are `year-out-of-range` for days outside 1900 to 2200; `bad-option` for neither days nor periods or for
    /// both, an end before the start, a body or given report without a name, or too much grace; `bad-period`;
    /// `duplicate-code` for a body, period or given report twice; `unknown-code` for a given report of no ad hoc or term
    /// rule; `unknown-year` where a day-off shift needs a year the calendar does not know; and `too-many` beyond the limits.
    pub fn obligations(&self, query: ReportingQuery) -> Result<Obligations, TiendoError> {
        Ok(self.0.plan.obligations(&query.read()?)?.into())
    }
}

/// The ids of the built-in plans.
#[uniffi::export]
pub fn builtin_plan_ids() -> Vec<String> {
    tiendo::Plan::builtin_ids().map(str::to_owned).collect()
}

/// How two codes of indicators stand: below 0 where the first comes first, 0 where they are equal, above 0 else.
#[uniffi::export]
pub fn compare_codes(a: &str, b: &str) -> i32 {
    tiendo::compare_codes(a, b) as i32
}

/// Compares a plan with the upper plan it derives from, by its recorded links.
///
/// Findings come for indicators, then tasks, then the regime. The error is `unknown-plan` where `child` records no
/// derivation from `parent`.
#[uniffi::export]
pub fn compare_plans(
    child: &Plan,
    parent: &Plan,
    registry: Option<Arc<Registry>>,
) -> Result<Vec<Finding>, TiendoError> {
    let registry = Registry::or_builtin(registry.as_deref());
    Ok(crate::all(tiendo::compare_plans(&child.0.view(), &parent.0.view(), registry)?))
}

/// Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
///
/// The error is `too-many`, where more names than the limit on pairs allows would have to be compared.
#[uniffi::export]
pub fn suggest_links(child: &Plan, parent: &Plan) -> Result<Vec<SuggestedLink>, TiendoError> {
    Ok(crate::all(tiendo::suggest_links(&child.0.view(), &parent.0.view())?))
}
