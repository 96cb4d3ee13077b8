#![doc = include_str!("../README.md")]
// In reading order; every module has the name of the core's.
mod date;
mod error;
mod note;
mod number;
mod period;
mod unit;
mod why;

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

pub use agency::{Agency, AgencyCell, AgencyKind, Begun, Ended, NamedAgency, agencies, split_agencies};
pub use calendar::{
    CalendarDay, DayStatus, date_in_vietnam, day_status, next_working_day, previous_working_day,
};
pub use date::NaiveDate;
pub use deadline::{Awaits, DateRule, Deadline, DeadlineOptions, parse_deadline};
pub use error::{ErrorCode, TiendoError};
pub use finding::{Finding, FindingCode, ItemKind, Place};
pub use note::{Note, NoteCode, Span, note_sentence};
pub use number::{Fixed, Numeral, Whole, parse_number};
pub use period::{Cycle, Period, period, period_holding, period_label};
pub use plan::{
    BodyStatement, Derivation, Document, Footnote, Indicator, Level, Lineage, Link, Pillar, Plan,
    PublishedCode, SuggestedLink, TargetCell, Task, TaskItem, builtin_plan_ids, compare_plans, lint,
    plan_builtin, plan_from_json, plan_to_json, suggest_links,
};
pub use records::{Exemption, Submission};
pub use regime::{CutoffDay, DueDay, Regime, Rule};
pub use reporting::{
    Cutoff, CutoffRule, DayOffShift, DueStep, Exempt, ExemptReason, GivenReport, MonthDuty, Obligation,
    Obligations, RegimeQuery, Reminder, Report, ReportId, ReportStanding, ReportingOptions, ReportingQuery,
    ReportingUnit, Slack, Tally, TallyOf, Timeliness, duties_of_month, exempt_sentence, icalendar,
    obligation_label, obligations, reminders, slack, timeliness, timeliness_sentences,
};
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
