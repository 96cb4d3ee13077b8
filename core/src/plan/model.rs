//! The plan's model: what a published document says, as plain data, with every cell verbatim.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{Derivation, Direction, Level, MeasureKind, NoteCode, Source};
use crate::number::Fixed;
use crate::regime::Regime;

/// A published action plan.
///
/// ```
/// use tiendo::Plan;
/// let plan = Plan::builtin("ha-tinh-231")?;
/// assert_eq!(plan.number.as_deref(), Some("231/KH-UBND"));
/// assert_eq!((plan.indicators.len(), plan.tasks.len()), (70, 123));
/// assert_eq!(Plan::from_json(plan.to_json().as_bytes())?, plan);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// The version of the format, 1.
    #[serde(deserialize_with = "crate::json::version")]
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema_version: u32,
    /// A short id of the plan, `ha-tinh-231`.
    pub id: String,
    /// The document's number, `231/KH-UBND`; absent where the text has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What the plan is about, in a few words.
    pub title: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// Who issued it.
    pub issuer: String,
    /// The issuer's level.
    pub level: Level,
    /// The day it was issued.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub issued: Option<NaiveDate>,
    /// The first day it is in force.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub effective: Option<NaiveDate>,
    /// The documents it implements.
    #[serde(default, deserialize_with = "crate::json::list", skip_serializing_if = "Vec::is_empty")]
    pub implements: Vec<Document>,
    /// The documents it replaces.
    #[serde(default, deserialize_with = "crate::json::list", skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<Document>,
    /// The milestone years, ascending; a milestone's date is 31 December.
    #[serde(deserialize_with = "crate::json::list")]
    pub milestones: Vec<i32>,
    /// The footnotes that cells name.
    #[serde(default, deserialize_with = "crate::json::list", skip_serializing_if = "Vec::is_empty")]
    pub footnotes: Vec<Footnote>,
    /// The groups of tasks, in order.
    #[serde(default, deserialize_with = "crate::json::list", skip_serializing_if = "Vec::is_empty")]
    pub pillars: Vec<Pillar>,
    /// The indicators, in the order of the annex.
    #[serde(deserialize_with = "crate::json::list")]
    pub indicators: Vec<Indicator>,
    /// The tasks, in the order of the annex.
    #[serde(deserialize_with = "crate::json::list")]
    pub tasks: Vec<Task>,
    /// What the body of the document says of an indicator, where it also stands in the annex; the annex decides.
    #[serde(default, deserialize_with = "crate::json::list", skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<BodyStatement>,
    /// Which of its items derive from which of an upper plan's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derives: Option<Lineage>,
    /// The reporting regime, where the plan has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regime: Option<Regime>,
}

/// Which plan it is and how much it holds; [`Plan::to_json`] writes all of it.
impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan")
            .field("id", &self.id)
            .field("number", &self.number)
            .field("indicators", &self.indicators.len())
            .field("tasks", &self.tasks.len())
            .field("rules", &self.regime.as_ref().map_or(0, |regime| regime.rules.len()))
            .finish_non_exhaustive()
    }
}

/// A document a plan refers to.
///
/// ```
/// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
/// assert_eq!(plan.implements[1].number, "42-CTr/TU");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Document {
    /// Its number.
    pub number: String,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The day it was issued.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub issued: Option<NaiveDate>,
}

/// A footnote of the indicator table.
///
/// ```
/// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
/// assert_eq!(plan.footnotes[0].text, "Chưa xác định");
/// assert!(plan.footnotes[0].taken_from.is_some());
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Footnote {
    /// Its mark: `1` for `(*[1])` and `(*1)`, empty for `(*)`.
    pub mark: String,
    /// Its text; empty where the text is lost.
    pub text: String,
    /// The document the text was taken from, where the plan's own text lost it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_from: Option<String>,
}

/// A group of tasks (*nhóm nhiệm vụ*).
///
/// ```
/// use tiendo::{NoteCode, Plan};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// assert_eq!((plan.pillars[0].code.as_str(), plan.pillars[0].note), ("I", Some(NoteCode::HeadingLost)));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pillar {
    /// Its code, `IV`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// `heading-lost` where the published text has no such heading and the plan's data sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteCode>,
}

/// A row of the indicator table, as published.
///
/// ```
/// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
/// let indicator = plan.indicator("51.3").unwrap();
/// assert_eq!(indicator.parent.as_deref(), Some("51"));
/// assert_eq!(indicator.targets[0].text, "75%");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicator {
    /// Its code, `51.3`: segments of letters and digits between dots.
    pub code: String,
    /// Its official name.
    pub name: String,
    /// A short name for tables and charts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// Its name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The cell of the unit column, verbatim; absent where the table has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The kind of measure, where declared; else it is inferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<MeasureKind>,
    /// Which way is better, where declared; else it is inferred, and the row says what decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The cells of the milestones, ascending by year.
    #[serde(deserialize_with = "crate::json::list")]
    pub targets: Vec<TargetCell>,
    /// The codes of other rows it was published in, where each milestone has its own rows.
    #[serde(default, deserialize_with = "crate::json::list", skip_serializing_if = "Vec::is_empty")]
    pub other_codes: Vec<PublishedCode>,
    /// A demand that the text states without a year, verbatim; no milestone is invented for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undated: Option<String>,
    /// The lead cell, verbatim; empty where the row has none.
    pub lead: String,
    /// The code of the row this one belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Left out of public output (security, defence).
    #[serde(default, skip_serializing_if = "is_false")]
    pub sensitive: bool,
    /// Where it stood when the plan began, where the plan says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Box<Baseline>>,
}

/// Where an indicator stood when its plan began, as the plan declares.
///
/// ```
/// let json = r#"{"schemaVersion": 1, "id": "x", "title": "x", "issuer": "x", "level": "commune", "milestones": [2030],
///   "tasks": [], "indicators": [{"code": "1", "name": "n", "targets": [{"year": 2030, "text": "90%"}], "lead": "",
///   "baseline": {"date": "2024-12-31", "value": "62.5", "source": "Niên giám thống kê"}}]}"#;
/// let plan = tiendo::Plan::from_json(json.as_bytes())?;
/// assert_eq!(plan.indicators[0].baseline.as_ref().unwrap().value.to_string(), "62.5");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Baseline {
    /// The day it speaks of.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub date: NaiveDate,
    /// The number, in the unit of the row.
    pub value: Fixed,
    /// The thing measured, where it is not the row's usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// One cell of an indicator's row.
///
/// ```
/// use tiendo::{Plan, Source};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let cell = &plan.indicator("1").unwrap().targets[0];
/// assert_eq!((cell.year, cell.text.as_str(), cell.source), (2025, "≥ 50%.", Source::Published));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetCell {
    /// The milestone year.
    pub year: i32,
    /// The cell, verbatim.
    pub text: String,
    /// How the text was obtained.
    #[serde(default, skip_serializing_if = "is_published")]
    pub source: Source,
}

/// A code an indicator was published under at one milestone.
///
/// ```
/// let plan = tiendo::Plan::builtin("tien-giang-69")?;
/// let published = &plan.indicator("6").unwrap().other_codes[0];
/// assert_eq!((published.year, published.code.as_str()), (2045, "26"));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishedCode {
    /// The milestone.
    pub year: i32,
    /// The code of the row in which the milestone's cell stands.
    pub code: String,
}

/// What the body of a document says of an indicator.
///
/// ```
/// let plan = tiendo::Plan::builtin("tien-giang-69")?;
/// assert!(plan.body.iter().any(|statement| statement.text == "trên 80%"));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BodyStatement {
    /// The indicator's code.
    pub indicator: String,
    /// The milestone.
    pub year: i32,
    /// The words that hold the demand, verbatim.
    pub text: String,
}

/// A row of the task table, with a short title in place of the official wording.
///
/// ```
/// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
/// let task = plan.task(17).unwrap();
/// assert_eq!(task.deadline, "Thực hiện theo hướng dẫn Bộ KH và CN");
/// assert_eq!(task.pillar.as_deref(), Some("I"));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Task {
    /// Its number, unique in the plan.
    pub number: u32,
    /// A short title, not the official wording: the number refers to that.
    pub title: String,
    /// The title in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// The code of its pillar; absent where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pillar: Option<String>,
    /// The lead cell, verbatim.
    pub lead: String,
    /// The cell of the cooperating agencies, verbatim.
    pub cooperating: String,
    /// The deadline cell, verbatim.
    pub deadline: String,
    /// The items the task's text numbers (1), (2) …
    #[serde(default, deserialize_with = "crate::json::list", skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<TaskItem>,
    /// The product (*sản phẩm*), verbatim, where the table has such a column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Left out of public output (security, defence).
    #[serde(default, skip_serializing_if = "is_false")]
    pub sensitive: bool,
}

/// A numbered item of a task.
///
/// ```
/// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
/// assert_eq!(plan.task(40).unwrap().items.len(), 5);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskItem {
    /// Its number within the task.
    pub number: u32,
    /// A short title.
    pub title: String,
    /// The title in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
}

/// The recorded derivation of a plan from an upper one.
///
/// ```
/// let plan = tiendo::Plan::builtin("tien-dien")?;
/// assert_eq!(plan.derives.as_ref().unwrap().plan, "ha-tinh-231");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Lineage {
    /// The upper plan's id.
    pub plan: String,
    /// Which indicator derives from which, by code.
    #[serde(deserialize_with = "crate::json::list")]
    pub indicators: Vec<Link>,
    /// Which task derives from which, by number.
    #[serde(deserialize_with = "crate::json::list")]
    pub tasks: Vec<Link>,
}

/// One item's derivation.
///
/// ```
/// use tiendo::Derivation;
/// let plan = tiendo::Plan::builtin("tien-dien")?;
/// let link = plan.derives.as_ref().unwrap().indicators.iter().find(|link| link.child == "3").unwrap();
/// assert_eq!((link.parent.as_str(), link.how), ("9", Derivation::Widened));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Link {
    /// The code or number in the lower plan.
    pub child: String,
    /// The code or number in the upper plan.
    pub parent: String,
    /// How it derives.
    pub how: Derivation,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_published(source: &Source) -> bool {
    *source == Source::Published
}
