//! The plan: what a published document says, with every cell verbatim, and what was read from its cells.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::date::NaiveDate;
use crate::error::{Refusal, TiendoError};
use crate::generated::{
    Assessment, CsvStyle, CsvTable, Deadline, FileKind, Finding, Lang, Limits, Options, ReportFormat, Row,
    Severity,
};
use crate::handles::{Calendar, Records, Registry, handle};
use crate::json::back_or_default;
use crate::number::Whole;

/// A plan, and the limits it was read within.
pub(crate) struct Read {
    plan: tiendo::Plan,
    limits: tiendo::Limits,
}

impl Read {
    pub(crate) fn view(&self) -> tiendo::PlanView<'_> {
        self.plan.view_with(&self.limits)
    }
}

impl Deref for Read {
    type Target = tiendo::Plan;

    fn deref(&self) -> &tiendo::Plan {
        &self.plan
    }
}

/// By the plan alone.
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

impl Plan {
    /// The plan, and within which limits its cells are read.
    pub(crate) fn within(plan: tiendo::Plan, limits: tiendo::Limits) -> Plan {
        Read { plan, limits }.into()
    }
}

#[uniffi::export]
impl Plan {
    /// Reads a built-in plan.
    ///
    /// The error is `unknown-plan`, with the ids there are.
    #[uniffi::constructor]
    pub fn builtin(id: &str) -> Result<Plan, TiendoError> {
        Ok(Plan::within(tiendo::Plan::builtin(id)?, tiendo::Limits::default()))
    }

    /// The rows of the indicators, in their order, each read with the plan's footnotes and other indicators as its context.
    pub fn rows(&self) -> Vec<Row> {
        crate::all(self.0.view().into_rows())
    }

    /// The row of the indicator with a code: its own, or one it was published under at another milestone.
    pub fn row(&self, code: &str) -> Option<Row> {
        self.0.view().row(code).cloned().map(Into::into)
    }

    /// The deadline cells of the tasks, in their order, each as it is read by the defaults.
    pub fn deadlines(&self) -> Vec<Deadline> {
        crate::all(self.0.view().deadlines().map(|(_, deadline)| deadline.clone()))
    }

    /// The deadline of the task of a number.
    pub fn deadline(&self, number: Whole) -> Result<Option<Deadline>, TiendoError> {
        Ok(self.0.view().deadline(number.0).cloned().map(Into::into))
    }

    /// What a careful reader of the plan would remark on; agencies are looked up in the built-in registry, or in another.
    /// With `minimum` what weighs at least so much.
    pub fn lint(&self, registry: Option<Arc<Registry>>, minimum: Option<Severity>) -> Vec<Finding> {
        let (registry, minimum) =
            (Registry::or_builtin(registry.as_deref()), minimum.unwrap_or(Severity::Info));
        crate::all(tiendo::lint_at(&self.0.view(), registry, minimum))
    }

    /// How the plan stands on a day, of the records known: each indicator, task and report, and why.
    ///
    /// The same inputs give the same result, whatever the order of the records. The errors are `year-out-of-range` for a day
    /// outside 1900 to 2200, `bad-option`, and those of reports.
    pub fn assess(
        &self,
        records: &Records,
        today: NaiveDate,
        options: Option<Options>,
        calendar: Option<Arc<Calendar>>,
        registry: Option<Arc<Registry>>,
    ) -> Result<Assessment, TiendoError> {
        let options = tiendo::Options {
            calendar: calendar.map(|calendar| Arc::clone(&calendar.0)),
            registry: registry.map(|registry| Arc::clone(&registry.0)),
            limits: self.0.limits.clone(),
            ..back_or_default(options.as_ref())?
        };
        Ok(tiendo::assess(&self.0, &records.0, today, &options)?.into())
    }
}

/// How a plan stands on a day, from JSON to JSON: of a plan, of records, and of options or none; the same text in every
/// language.
///
/// The errors are those of files, and of `Plan.assess`.
#[uniffi::export]
pub fn assess_json(
    plan: &str,
    records: &str,
    today: NaiveDate,
    options: Option<String>,
) -> Result<String, TiendoError> {
    let options = options.as_ref().map(String::as_bytes);
    Ok(tiendo::assess_json(plan.as_bytes(), records.as_bytes(), &today.to_string(), options)?)
}

/// What changed between two assessments of one plan, and why: kinds, causes, a sentence an item; from JSON to JSON, which
/// `Changes` reads.
///
/// The errors are `unknown-plan` where the plans differ, `bad-date` where the first is of the later day, `bad-option` where
/// other options differ than those of what is known and shown.
#[uniffi::export]
pub fn changes_json(before: &str, after: &str) -> Result<String, TiendoError> {
    Ok(tiendo::changes_json(before.as_bytes(), after.as_bytes())?)
}

/// Which standings are others where one option is another, from JSON to JSON: of a plan, of records, of options and trials
/// (a list of `{"option": …, "value": …}`) or none.
///
/// The errors are those of files, `unknown-field` and `bad-option` for a trial, and those of `Plan.assess`.
#[uniffi::export]
pub fn sensitivity_json(
    plan: &str,
    records: &str,
    today: NaiveDate,
    options: Option<String>,
    trials: Option<String>,
) -> Result<String, TiendoError> {
    let [options, trials] = [&options, &trials].map(|of| of.as_ref().map(String::as_bytes));
    let (plan, records) = (plan.as_bytes(), records.as_bytes());
    Ok(tiendo::sensitivity_json(plan, records, &today.to_string(), options, trials)?)
}

/// The figures of communes summed for their province's indicators, along recorded links, from JSON to JSON, which `RollUp`
/// reads: of the province's plan and records, of `units` (a list of `{"id": …, "name": …, "plan": …, "records": …}`), of
/// options or none.
///
/// The errors are those of files, and of `Plan.assess`.
#[uniffi::export]
pub fn roll_up_json(
    plan: &str,
    records: &str,
    units: &str,
    today: NaiveDate,
    options: Option<String>,
) -> Result<String, TiendoError> {
    let (plan, records, units) = (plan.as_bytes(), records.as_bytes(), units.as_bytes());
    let options = options.as_ref().map(String::as_bytes);
    Ok(tiendo::roll_up_json(plan, records, units, &today.to_string(), options)?)
}

/// A table of an assessment's text for a spreadsheet. In the style `excel` it is as Vietnamese Excel reads it. A text that
/// looks like a formula begins with an apostrophe.
#[uniffi::export]
pub fn csv_json(
    assessment: &str,
    table: CsvTable,
    style: CsvStyle,
    lang: Lang,
) -> Result<String, TiendoError> {
    Ok(tiendo::csv_json(assessment.as_bytes(), table, style, lang)?)
}

/// Everything ahead of an assessment's day as a calendar file that a program may subscribe to: tasks, reports, milestones.
/// `options` is `{"stamp": …, "lang": …, "name": …, "alarmDays": …, "refreshHours": …, "agency": …}`, the stamp needed.
///
/// The errors are `bad-date` for a stamp that is no instant, and `bad-option`.
#[uniffi::export]
pub fn calendar_feed_json(assessment: &str, options: &str) -> Result<String, TiendoError> {
    Ok(tiendo::calendar_feed_json(assessment.as_bytes(), options.as_bytes())?)
}

/// The report of a period as data, from JSON to JSON: of an assessment, of that of the report before or none, and of what
/// is asked (`{"period": "2026-Q3"}`).
///
/// The errors are `bad-period`, `unknown-code` for an agency that has nothing in the plan, and those of `changesJson`.
#[uniffi::export]
pub fn period_report_json(
    assessment: &str,
    earlier: Option<String>,
    query: &str,
) -> Result<String, TiendoError> {
    let earlier = earlier.as_ref().map(String::as_bytes);
    Ok(tiendo::period_report_json(assessment.as_bytes(), earlier, query.as_bytes())?)
}

/// A report of `periodReportJson` laid out: the bytes of a file. The same report gives the same bytes.
///
/// The errors are those of JSON that is no report.
#[uniffi::export]
pub fn render_json(report: &str, format: ReportFormat) -> Result<Vec<u8>, TiendoError> {
    Ok(tiendo::render_json(report.as_bytes(), format)?)
}

/// The ids of the built-in plans.
#[uniffi::export]
pub fn builtin_plan_ids() -> Vec<String> {
    tiendo::Plan::builtin_ids().map(str::to_owned).collect()
}

/// All that is wrong with a file's JSON, in the order of its places, up to the limit on errors; nothing where it is read.
///
/// The rules are those of reading, which say more than the JSON Schemas in the package can.
#[uniffi::export]
pub fn validate(kind: FileKind, json: &str, limits: Option<Limits>) -> Result<Vec<Refusal>, TiendoError> {
    let limits = back_or_default(limits.as_ref())?;
    Ok(crate::all(tiendo::validate(kind, json.as_bytes(), &limits)))
}
