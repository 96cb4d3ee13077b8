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
// In groups, as they are read; `DESIGN.md` has the order in which rooms may know each other.
mod codes;
mod words;

mod sorted;

mod dates;
mod error;
mod json;
mod limits;

pub mod number;
pub mod text;
mod unit;

mod finding;
mod note;
mod why;

mod calendar;
mod period;
mod regime;
mod sentences;

mod agencies;
mod deadlines;
mod targets;

mod plan;
mod review;

mod records;
mod reporting;

mod options;
mod progress;

mod tasks;

mod assess;

#[cfg(feature = "report")]
mod report;

mod validate;

#[cfg(feature = "schema")]
pub mod schema;

/// The crate of the dates in this interface, in the version it is built with.
pub use chrono;

pub use agencies::{Agency, AgencyCell, Begun, Ended, Group, NamedAgency, Registry, Roster, Succession};
pub use assess::{
    AssessedPlan, Assessment, ChangeCount, ChangeSide, ChangedIndicator, ChangedResult, ChangedTask, Changes,
    InForce, IndicatorCount, IndicatorCounts, IndicatorThen, LeftOut, MilestoneCounts, ObservationThen,
    Removed, Scorecard, TaskCount, TaskCounts, TaskThen, Upcoming, assess, assess_json, changes,
    changes_json,
};
pub use assess::{
    Flip, SensitiveItem, Sensitivity, StableItems, Trial, TrialValue, Tried, sensitivity, sensitivity_json,
};
pub use assess::{RollUnit, RollUp, RolledIndicator, RolledUnit, roll_up, roll_up_json};
pub use calendar::{Calendar, CalendarDay, DayStatus};
pub use codes::*;
pub use dates::{date_in_vietnam, parse_date};
pub use deadlines::{Awaits, Deadline, DeadlineOptions, RecurringDay, parse_deadline, parse_deadline_with};
pub use error::Error;
pub use finding::{Finding, LinkedItems, NearlyAll, Place, Statement};
pub use json::{from_json, from_json_with, to_json};
pub use limits::Limits;
pub use note::Note;
pub use number::{Fixed, Numeral, parse_number};
pub use options::Options;
pub use period::{Period, PeriodReading};
pub use plan::{
    Baseline, BodyStatement, Document, Footnote, Indicator, Lineage, Link, Pillar, Plan, PlanView,
    PublishedCode, Row, TargetCell, Task, TaskItem, compare_codes,
};
pub use progress::{
    AssessedIndicator, AssessedScope, Body, PassedMilestone, PathPoint, Progress, SeriesPoint,
    SkippedMilestone, UsedObservation, Wording,
};
pub use records::{
    Amendment, Definition, Exemption, Extension, Observation, OutsideDate, Record, Records, Retraction,
    Submission, TaskUpdate, Trigger,
};
pub use regime::{CutoffDay, DueDay, Regime, Rule};
#[cfg(feature = "report")]
pub use report::{
    FeedOptions, PeriodicReport, ReportAnnex, ReportColumn, ReportFoot, ReportGroup, ReportHead, ReportQuery,
    ReportRow, ReportSection, ReportTable, TaskPeriod, calendar_feed, calendar_feed_json, csv, csv_json,
    csv_text, period_report, period_report_json, render, render_json, shares, task_period,
};
pub use reporting::{
    Cutoff, Due, Exempt, GivenReport, MonthDuty, Obligation, Obligations, Reminder, Report, ReportId,
    ReportingOptions, ReportingQuery, ReportingUnit, Slack, Tally, TallyOf, Timeliness, duties_of_month,
    slack,
};
pub use review::{SuggestedLink, compare_plans, lint, lint_at, suggest_links};
pub use sentences::{RegimeReading, RuleReading, parse_regime, parse_regime_with};
pub use targets::{
    CompareOptions, Comparison, Measured, MeasuredValue, MilestoneTarget, Sentence, compare, compare_targets,
    compare_with, parse_target, parse_target_with, read_sentence, read_sentence_with,
};
pub use tasks::{AssessedItem, AssessedLead, AssessedTask, DecidedExtension, Instances};
pub use text::Span;
pub use unit::Unit;
pub use validate::validate;
pub use why::{NamedDate, NamedNumber, NamedTerm, Why};
