//! The plan: what a published document says, with every cell verbatim and beside it what was read from it.

mod lineage;
mod lint;

pub use lineage::{Derivation, Lineage, Link, SuggestedLink, compare_plans, suggest_links};
pub use lint::lint;
pub use tiendo::{BodyStatement, Document, Footnote, Level, Pillar, PublishedCode, TargetCell};

use crate::date::NaiveDate;
use crate::deadline::Deadline;
use crate::error::TiendoError;
use crate::note::NoteCode;
use crate::number::Whole;
use crate::regime::Regime;
use crate::row::{Direction, MeasureKind, Row};
use crate::target::Source;

/// Reads a plan's JSON.
///
/// Nothing is read in part: the first thing wrong is the error, with its place.
#[uniffi::export]
pub fn plan_from_json(text: &str) -> Result<Plan, TiendoError> {
    Ok(tiendo::Plan::from_json(text.as_bytes())?.into())
}

/// Reads a built-in plan.
///
/// The error is `unknown-plan`, with the ids there are.
#[uniffi::export]
pub fn plan_builtin(id: &str) -> Result<Plan, TiendoError> {
    Ok(tiendo::Plan::builtin(id)?.into())
}

/// The ids of the built-in plans.
#[uniffi::export]
pub fn builtin_plan_ids() -> Vec<String> {
    tiendo::Plan::builtin_ids().map(str::to_owned).collect()
}

/// Writes a plan as JSON: the same text for the same plan, and `planFromJson` reads it back.
///
/// What was read from the cells (`row`, `readDeadline`) is left out. A plan changed into what `planFromJson` would
/// refuse is refused with the same error.
#[uniffi::export]
pub fn plan_to_json(plan: Plan) -> Result<String, TiendoError> {
    let json = tiendo::Plan::from(plan).to_json();
    // Not `check` alone: the version, the years of dates and the size of the whole are checked by reading.
    tiendo::Plan::from_json(json.as_bytes())?;
    Ok(json)
}

/// A plan of the host's, which may hold any text: only the core knows what a plan may hold.
pub(crate) fn checked(plan: Plan) -> Result<tiendo::Plan, TiendoError> {
    let plan = tiendo::Plan::from(plan);
    plan.check(&tiendo::Limits::default())?;
    Ok(plan)
}

/// A published action plan.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Plan {
    /// The version of the format, 1.
    pub schema_version: Whole,
    /// A short id of the plan, `ha-tinh-231`.
    pub id: String,
    /// The document's number, `231/KH-UBND`; absent where the text has none.
    pub number: Option<String>,
    /// What the plan is about, in a few words.
    pub title: String,
    /// The same in English.
    pub title_en: Option<String>,
    /// Who issued it.
    pub issuer: String,
    /// The issuer's level.
    pub level: Level,
    /// The day it was issued.
    pub issued: Option<NaiveDate>,
    /// The first day it is in force.
    pub effective: Option<NaiveDate>,
    /// The documents it implements.
    pub implements: Vec<Document>,
    /// The documents it replaces.
    pub replaces: Vec<Document>,
    /// The milestone years, ascending; a milestone's date is 31 December.
    pub milestones: Vec<i32>,
    /// The footnotes that cells name.
    pub footnotes: Vec<Footnote>,
    /// The groups of tasks, in order.
    pub pillars: Vec<Pillar>,
    /// The indicators, in the order of the annex.
    pub indicators: Vec<Indicator>,
    /// The tasks, in the order of the annex.
    pub tasks: Vec<Task>,
    /// What the body of the document says of an indicator, where it also stands in the annex; the annex decides.
    pub body: Vec<BodyStatement>,
    /// Which of its items derive from which of an upper plan's.
    pub derives: Option<Lineage>,
    /// The reporting regime, where the plan has one.
    pub regime: Option<Regime>,
}

impl From<tiendo::Plan> for Plan {
    fn from(plan: tiendo::Plan) -> Plan {
        let indicators = plan.indicators.iter().map(|indicator| Indicator::of(&plan, indicator)).collect();
        let tiendo::Plan {
            schema_version,
            id,
            number,
            title,
            title_en,
            issuer,
            level,
            issued,
            effective,
            implements,
            replaces,
            milestones,
            footnotes,
            pillars,
            indicators: _,
            tasks,
            body,
            derives,
            regime,
        } = plan;
        Plan {
            schema_version: Whole(schema_version),
            id,
            number,
            title,
            title_en,
            issuer,
            level,
            issued,
            effective,
            implements,
            replaces,
            milestones,
            footnotes,
            pillars,
            indicators,
            tasks: crate::all(tasks),
            body,
            derives,
            regime: regime.map(Regime::from),
        }
    }
}

impl From<Plan> for tiendo::Plan {
    fn from(plan: Plan) -> tiendo::Plan {
        tiendo::Plan {
            schema_version: plan.schema_version.0,
            id: plan.id,
            number: plan.number,
            title: plan.title,
            title_en: plan.title_en,
            issuer: plan.issuer,
            level: plan.level,
            issued: plan.issued,
            effective: plan.effective,
            implements: plan.implements,
            replaces: plan.replaces,
            milestones: plan.milestones,
            footnotes: plan.footnotes,
            pillars: plan.pillars,
            indicators: crate::all(plan.indicators),
            tasks: crate::all(plan.tasks),
            body: plan.body,
            derives: plan.derives,
            regime: plan.regime.map(Into::into),
        }
    }
}

/// The level of a body or a plan.
#[uniffi::remote(Enum)]
pub enum Level {
    /// The State's central bodies.
    Central,
    /// The Communist Party's bodies, of whatever tier.
    Party,
    /// A province or centrally run city.
    Province,
    /// A commune, ward or special zone.
    Commune,
}

/// A document a plan refers to.
#[uniffi::remote(Record)]
pub struct Document {
    /// Its number.
    pub number: String,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The day it was issued.
    pub issued: Option<NaiveDate>,
}

/// A footnote of the indicator table.
#[uniffi::remote(Record)]
pub struct Footnote {
    /// Its mark: `1` for `(*[1])` and `(*1)`, empty for `(*)`.
    pub mark: String,
    /// Its text; empty where the text is lost.
    pub text: String,
    /// The document the text was taken from, where the plan's own text lost it.
    pub taken_from: Option<String>,
}

/// A group of tasks (*nhóm nhiệm vụ*).
#[uniffi::remote(Record)]
pub struct Pillar {
    /// Its code, `IV`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// `heading-lost` where the published text has no such heading and the plan's data sets it.
    pub note: Option<NoteCode>,
}

/// A row of the indicator table, as published and as read.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Indicator {
    /// Its code, `51.3`: segments of letters and digits between dots.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// A short name for tables and charts.
    pub short_name: Option<String>,
    /// Its name in English.
    pub name_en: Option<String>,
    /// The cell of the unit column, verbatim; absent where the table has none.
    pub unit: Option<String>,
    /// The kind of measure, where declared; the one in force is `row.kind`.
    pub kind: Option<MeasureKind>,
    /// Which way is better, where declared; the one in force is `row.direction`.
    pub direction: Option<Direction>,
    /// The cells of the milestones, verbatim, ascending by year.
    pub targets: Vec<TargetCell>,
    /// The codes of other rows it was published in, where each milestone has its own rows.
    pub other_codes: Vec<PublishedCode>,
    /// A demand that the text states without a year, verbatim; no milestone is invented for it.
    pub undated: Option<String>,
    /// The lead cell, verbatim; empty where the row has none.
    pub lead: String,
    /// The code of the row this one belongs to.
    pub parent: Option<String>,
    /// Left out of public output (security, defence).
    pub sensitive: bool,
    /// The row as it was read, with the plan's footnotes and other indicators as its context.
    pub row: Row,
}

impl Indicator {
    fn of(plan: &tiendo::Plan, indicator: &tiendo::Indicator) -> Indicator {
        let row = plan.row(indicator).into();
        let tiendo::Indicator {
            code,
            name,
            short_name,
            name_en,
            unit,
            kind,
            direction,
            targets,
            other_codes,
            undated,
            lead,
            parent,
            sensitive,
        } = indicator.clone();
        Indicator {
            code,
            name,
            short_name,
            name_en,
            unit,
            kind,
            direction,
            targets,
            other_codes,
            undated,
            lead,
            parent,
            sensitive,
            row,
        }
    }
}

impl From<Indicator> for tiendo::Indicator {
    fn from(indicator: Indicator) -> tiendo::Indicator {
        tiendo::Indicator {
            code: indicator.code,
            name: indicator.name,
            short_name: indicator.short_name,
            name_en: indicator.name_en,
            unit: indicator.unit,
            kind: indicator.kind,
            direction: indicator.direction,
            targets: indicator.targets,
            other_codes: indicator.other_codes,
            undated: indicator.undated,
            lead: indicator.lead,
            parent: indicator.parent,
            sensitive: indicator.sensitive,
        }
    }
}

/// One cell of an indicator's row.
#[uniffi::remote(Record)]
pub struct TargetCell {
    /// The milestone year.
    pub year: i32,
    /// The cell, verbatim.
    pub text: String,
    /// How the text was obtained.
    pub source: Source,
}

/// A code an indicator was published under at one milestone.
#[uniffi::remote(Record)]
pub struct PublishedCode {
    /// The milestone.
    pub year: i32,
    /// The code of the row in which the milestone's cell stands.
    pub code: String,
}

/// What the body of a document says of an indicator.
#[uniffi::remote(Record)]
pub struct BodyStatement {
    /// The indicator's code.
    pub indicator: String,
    /// The milestone.
    pub year: i32,
    /// The words that hold the demand, verbatim.
    pub text: String,
}

/// A row of the task table, with a short title in place of the official wording.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Task {
    /// Its number, unique in the plan.
    pub number: Whole,
    /// A short title, not the official wording: the number refers to that.
    pub title: String,
    /// The title in English.
    pub title_en: Option<String>,
    /// The code of its pillar; absent where unknown.
    pub pillar: Option<String>,
    /// The lead cell, verbatim.
    pub lead: String,
    /// The cell of the cooperating agencies, verbatim.
    pub cooperating: String,
    /// The deadline cell, verbatim.
    pub deadline: String,
    /// The items the task's text numbers (1), (2) …
    pub items: Vec<TaskItem>,
    /// The product (*sản phẩm*), verbatim, where the table has such a column.
    pub product: Option<String>,
    /// Left out of public output (security, defence).
    pub sensitive: bool,
    /// The deadline cell as it was read by the defaults.
    pub read_deadline: Deadline,
}

impl From<tiendo::Task> for Task {
    fn from(task: tiendo::Task) -> Task {
        let read_deadline = task.read_deadline().into();
        let tiendo::Task {
            number,
            title,
            title_en,
            pillar,
            lead,
            cooperating,
            deadline,
            items,
            product,
            sensitive,
        } = task;
        Task {
            number: Whole(number),
            title,
            title_en,
            pillar,
            lead,
            cooperating,
            deadline,
            items: crate::all(items),
            product,
            sensitive,
            read_deadline,
        }
    }
}

impl From<Task> for tiendo::Task {
    fn from(task: Task) -> tiendo::Task {
        tiendo::Task {
            number: task.number.0,
            title: task.title,
            title_en: task.title_en,
            pillar: task.pillar,
            lead: task.lead,
            cooperating: task.cooperating,
            deadline: task.deadline,
            items: crate::all(task.items),
            product: task.product,
            sensitive: task.sensitive,
        }
    }
}

/// A numbered item of a task.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TaskItem {
    /// Its number within the task.
    pub number: Whole,
    /// A short title.
    pub title: String,
    /// The title in English.
    pub title_en: Option<String>,
}

impl From<tiendo::TaskItem> for TaskItem {
    fn from(item: tiendo::TaskItem) -> TaskItem {
        let tiendo::TaskItem { number, title, title_en } = item;
        TaskItem { number: Whole(number), title, title_en }
    }
}

impl From<TaskItem> for tiendo::TaskItem {
    fn from(item: TaskItem) -> tiendo::TaskItem {
        tiendo::TaskItem { number: item.number.0, title: item.title, title_en: item.title_en }
    }
}
