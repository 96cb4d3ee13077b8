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

mod agency;
mod finding;
mod plan;
mod regime;
mod row;

pub use agency::{Agency, AgencyCell, AgencyKind, Ended, NamedAgency, agencies, split_agencies};
pub use date::NaiveDate;
pub use deadline::{Awaits, DateRule, Deadline, DeadlineOptions, parse_deadline};
pub use error::{ErrorCode, TiendoError};
pub use finding::{Finding, FindingCode, ItemKind, Place};
pub use note::{Note, NoteCode, Span, note_sentence};
pub use number::{Fixed, Numeral, Whole, parse_number};
pub use plan::{
    BodyStatement, Derivation, Document, Footnote, Indicator, Level, Lineage, Link, Pillar, Plan,
    PublishedCode, SuggestedLink, TargetCell, Task, TaskItem, builtin_plan_ids, compare_plans, lint,
    plan_builtin, plan_from_json, plan_to_json, suggest_links,
};
pub use regime::{Cycle, DueDay, Regime, Rule};
pub use row::{DecidedBy, Direction, MeasureKind, Row, YearTarget};
pub use target::{
    CompareOptions, Comparison, FullYears, IntervalPosition, Measured, MeasuredValue, MilestoneTarget,
    Reason, Source, Strength, TargetKind, Trend, Verdict, compare, compare_targets, measured_value_of,
    parse_target, target_notation,
};
pub use unit::UnitOfMeasure;
pub use why::{Lang, NamedDate, NamedNumber, Why};

uniffi::setup_scaffolding!("tiendo");

/// Each item of a list, converted.
fn all<A, B: From<A>>(items: Vec<A>) -> Vec<B> {
    items.into_iter().map(B::from).collect()
}
