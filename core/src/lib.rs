#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::unreachable,
    clippy::todo,
    clippy::unimplemented,
    clippy::float_arithmetic,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros
)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::allow_attributes)
)]
// In reading order.
mod error;
mod json;
mod limits;
mod note;
mod reason;
mod why;

pub mod number;
pub mod text;

mod period;
mod unit;

mod deadline;
mod target;

mod agency;
mod finding;
mod plan;
mod regime;
mod row;

mod records;

mod calendar;
mod reporting;

#[cfg(feature = "schema")]
pub mod schema;

pub use agency::{Agency, AgencyCell, AgencyKind, Begun, Ended, Group, NamedAgency, Registry, Succession};
pub use calendar::{Calendar, CalendarDay, DayStatus, date_in_vietnam};
pub use deadline::{Awaits, DateRule, Deadline, DeadlineOptions, parse_deadline, parse_deadline_with};
pub use error::{Error, ErrorCode};
pub use finding::{Finding, FindingCode, ItemKind, Place};
pub use limits::Limits;
pub use note::{Note, NoteCode};
pub use number::{Fixed, Numeral, parse_number};
pub use period::{Cycle, Period, parse_date};
pub use plan::{
    BodyStatement, Derivation, Document, Footnote, Indicator, Level, Lineage, Link, Pillar, Plan,
    PublishedCode, SuggestedLink, TargetCell, Task, TaskItem, compare_codes, compare_plans, suggest_links,
};
pub use reason::Reason;
pub use records::{Exemption, Observation, ObservationStatus, Record, RecordType, Records, Submission};
pub use regime::{CutoffDay, DueDay, Regime, Rule};
pub use reporting::{
    Cutoff, CutoffRule, DayOffShift, Due, DueStep, Exempt, ExemptReason, GivenReport, MonthDuty, Obligation,
    Obligations, Reminder, Report, ReportId, ReportStanding, Reporting, ReportingOptions, ReportingUnit,
    Slack, Tally, TallyOf, Timeliness, duties_of_month, slack,
};
pub use row::{DecidedBy, Direction, MeasureKind, Row};
pub use target::{
    CompareOptions, Comparison, IntervalPosition, Measured, MeasuredValue, MilestoneTarget, Source, Strength,
    TargetKind, Trend, Verdict, compare, compare_targets, compare_with, parse_target,
};
pub use text::Span;
pub use unit::Unit;
pub use why::{Lang, NamedDate, NamedNumber, Why};
