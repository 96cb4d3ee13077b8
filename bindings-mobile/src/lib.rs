#![doc = include_str!("../README.md")]
#![expect(clippy::needless_pass_by_value, reason = "what crosses is given, not lent")]
// In reading order; what each type holds and what core's own methods and functions say is generated.
mod date;
mod error;
mod number;

mod json;

/// What core's results, codes, methods and functions are here, as `tests/mirrors` writes it.
mod generated {
    mod codes;
    mod errors;
    pub(crate) mod kinds;
    mod methods;
    mod results;

    pub use codes::*;
    pub use errors::*;
    pub use methods::*;
    pub use results::*;
}

mod handles;
mod period;
mod plan;
mod reporting;
mod targets;

pub use date::NaiveDate;
pub use error::refuse_text;
pub use generated::*;
pub use handles::{Calendar, Obligations, Records, Registry, Timeliness, builtin_calendar_ids, code_lists};
pub use json::{result_from_json, result_to_json};
pub use number::{Fixed, UnitOfMeasure, Whole};
pub use period::{period, period_holding};
pub use plan::{
    Plan, assess_json, builtin_plan_ids, calendar_feed_json, changes_json, csv_json, period_report_json,
    render_json, roll_up_json, sensitivity_json, validate,
};
pub use reporting::{RegimeQuery, ReportingQuery, duties_of_month};
pub use targets::{FullYears, Measured, MeasuredValue, measured_value_of};

uniffi::setup_scaffolding!("tiendo");

/// Each item of a list, converted.
fn all<A, B: From<A>>(items: impl IntoIterator<Item = A>) -> Vec<B> {
    items.into_iter().map(B::from).collect()
}
