#![doc = include_str!("../README.md")]
// In reading order; every module has the name of the core's.
mod date;
mod error;
mod limits;
mod number;
mod unit;

/// What core's results and codes are here, as `tests/mirrors` writes it.
mod generated {
    mod codes;
    mod results;

    pub use codes::*;
    pub use results::*;
}

mod codes;
mod period;

mod agencies;
mod calendar;
mod deadlines;
mod targets;

mod plan;
mod review;

mod records;
mod reporting;

pub use agencies::{Roster, agencies, expand, find, groups, split_agencies, succession};
pub use calendar::{
    DayStatus, calendar_builtin, date_in_vietnam, day_status, next_working_day, previous_working_day,
    with_days,
};
pub use codes::{code_lists, note_sentence, reason_sentence};
pub use date::NaiveDate;
pub use deadlines::{DeadlineOptions, deadline_notation, deadline_why, parse_deadline};
pub use error::{Refusal, TiendoError};
pub use generated::*;
pub use limits::{Limits, default_limits};
pub use number::{Fixed, Whole, parse_number};
pub use period::{Period, period, period_holding, period_label};
pub use plan::{
    builtin_plan_ids, compare_codes, plan_builtin, plan_deadlines, plan_from_json, plan_rows, plan_to_json,
};
pub use records::{Exemption, Observation, Records, Submission, latest, records_from_json};
pub use reporting::{
    GivenReport, Obligations, RegimeQuery, ReportingOptions, ReportingQuery, Timeliness, due_in,
    duties_of_month, exempt_sentence, icalendar, obligation_label, obligations, reminders,
    reporting_query_from_json, reporting_query_to_json, slack, timeliness, timeliness_sentences,
};
pub use review::{compare_plans, lint, suggest_links};
pub use targets::{
    CompareOptions, FullYears, Measured, MeasuredValue, compare, compare_targets, measured_value_of,
    parse_target, target_from_json, target_notation, target_to_json,
};
pub use unit::UnitOfMeasure;

uniffi::setup_scaffolding!("tiendo");

/// Each item of a list, converted.
fn all<A, B: From<A>>(items: impl IntoIterator<Item = A>) -> Vec<B> {
    items.into_iter().map(B::from).collect()
}
