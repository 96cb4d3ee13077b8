#![doc = include_str!("../README.md")]
// In reading order; every module has the name of the core's.
mod date;
mod error;
mod note;
mod number;
mod unit;
mod why;

mod deadline;
mod target;

mod plan;
mod regime;
mod row;

pub use date::NaiveDate;
pub use deadline::{Awaits, DateRule, Deadline, DeadlineOptions, parse_deadline};
pub use error::{ErrorCode, TiendoError};
pub use note::{Note, NoteCode, Span};
pub use number::{Fixed, Numeral, Whole, parse_number};
pub use plan::{
    Document, Footnote, Indicator, Level, Pillar, Plan, TargetCell, Task, TaskItem, builtin_plan_ids,
    plan_builtin, plan_from_json, plan_to_json,
};
pub use regime::{Cycle, DueDay, Regime, Rule};
pub use row::{DecidedBy, Direction, MeasureKind, Row, YearTarget};
pub use target::{
    CompareOptions, Comparison, FullYears, IntervalPosition, Measured, MeasuredValue, MilestoneTarget,
    Reason, Source, TargetKind, Trend, Verdict, compare, measured_value_of, parse_target,
};
pub use unit::UnitOfMeasure;
pub use why::{NamedDate, NamedNumber, Why};

uniffi::setup_scaffolding!("tiendo");

/// Each item of a list, converted.
fn all<A, B: From<A>>(items: Vec<A>) -> Vec<B> {
    items.into_iter().map(B::from).collect()
}
