//! The records, each a struct of plain fields: the common ones, then those a record of its kind must have, then the others.
//! That is their order in JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::defined::Defined;
use super::row::Row;
use crate::codes::{AmendmentChange, ObservationStatus, TaskStanding, TaskState};
use crate::number::Fixed;
use crate::plan::{Indicator, Task};
use crate::targets::{Measured, MeasuredValue};
use crate::unit::Unit;

/// A record.
///
/// ```
/// use tiendo::{Record, Records};
/// let records = Records::from_json(br#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "submission",
///   "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example", "rule": "monthly",
///   "period": "2025-06", "agency": "so-nv"}]}"#)?;
/// assert!(matches!(&records.records[0], Record::Submission(sent) if sent.period == "2025-06"));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, try_from = "Row")]
pub enum Record {
    /// A value of an indicator.
    Observation(Observation),
    /// How a task stands.
    TaskUpdate(TaskUpdate),
    /// A report sent.
    Submission(Submission),
    /// That what a task waits for has come.
    Trigger(Trigger),
    /// The date of a task whose cell refers to another text.
    OutsideDate(OutsideDate),
    /// Another last day for a task.
    Extension(Extension),
    /// A body that need not report, or a task that need not be done.
    Exemption(Exemption),
    /// A change of the plan.
    Amendment(Amendment),
    /// A record withdrawn.
    Retraction(Retraction),
}

/// A value of an indicator on a day: exactly one of `value`, `numerator` with `denominator`, `present` and `judgement`.
///
/// One with `area` or `group` speaks for that part only, never for the plan's indicator; `reporting_unit` says who reported it
/// and narrows nothing.
///
/// ```
/// use tiendo::Records;
/// let two_values = br#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "observation", "id": "o",
///   "date": "2025-11-30", "recorded": "2025-12-01", "source": "example", "indicator": "3",
///   "value": "1", "present": true, "status": "official"}]}"#;
/// assert_eq!(Records::from_json(two_values).unwrap_err().path, "records[0]");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "observation", rename_all = "camelCase", try_from = "Record")]
pub struct Observation {
    /// The record's id, unique.
    pub id: String,
    /// The day it speaks of.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The indicator's code.
    pub indicator: String,
    /// How firm it is.
    pub status: ObservationStatus,
    /// The number, in the target's unit or its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Fixed>,
    /// The part of a ratio that counts; `value` is this by the denominator, times 100 for a percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Fixed>,
    /// The whole of a ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Fixed>,
    /// Whether the thing is in place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// Whether a qualitative target is judged met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement: Option<bool>,
    /// The unit of the number, where it is not the target's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The thing measured, where it is not the indicator's usual one (`5G`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// The part of the territory it speaks for (*địa bàn*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The group of people or bodies it speaks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The body that reported it (*đơn vị báo cáo*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporting_unit: Option<String>,
    /// How many were ranked, where it is a rank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ranked_among: Option<u32>,
    /// Whether it is the amount of a part of its year; where absent, the date and the kind of measure tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of_year: Option<bool>,
}

/// How a task, or one lead or item of it, stands on a day.
///
/// ```
/// use tiendo::TaskUpdate;
/// let read: TaskUpdate = serde_json::from_str(r#"{"type": "task_update", "id": "x", "date": "2025-06-19",
///   "recorded": "2025-06-19", "source": "example", "task": 4, "state": "completed", "document": "812/SYT-NVY"}"#).unwrap();
/// assert_eq!((read.task, read.state, read.lead), (4, tiendo::TaskState::Completed, None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "task_update", rename_all = "camelCase", try_from = "Record")]
pub struct TaskUpdate {
    /// The record's id, unique.
    pub id: String,
    /// The day it speaks of.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The task's number.
    pub task: u32,
    /// The state.
    pub state: TaskState,
    /// The lead it speaks of, by id or name; absent for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// The item of the task it speaks of; absent for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// The period of a recurring task it speaks of; absent for the one that holds the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The standing that the body itself reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<TaskStanding>,
    /// What shows that it is done (*minh chứng*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The product that was made (*sản phẩm*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// The document that it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Difficulties (*khó khăn, vướng mắc*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulties: Option<String>,
    /// Proposals (*kiến nghị, đề xuất*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposals: Option<String>,
}

/// A version of a report, sent on a day.
///
/// ```
/// let sent = tiendo::Submission {
///     id: "s1".to_owned(), date: "2025-06-19".parse().unwrap(), recorded: "2025-06-19".parse().unwrap(),
///     source: "example".to_owned(), rule: "monthly".to_owned(), period: "2025-06".to_owned(),
///     agency: "so-nv".to_owned(), returned: false,
/// };
/// assert!(!sent.returned);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "submission", rename_all = "camelCase", try_from = "Record")]
pub struct Submission {
    /// The record's id, unique.
    pub id: String,
    /// The day it was sent, in Việt Nam ([`date_in_vietnam`](crate::date_in_vietnam)).
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The code of the rule it answers.
    pub rule: String,
    /// The period's id, or what a given report is called.
    pub period: String,
    /// The body that sent it, by id or name.
    pub agency: String,
    /// Whether it was sent back to be done again.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub returned: bool,
}

/// That what a task waits for has come, on its `date`.
///
/// ```
/// use tiendo::Trigger;
/// let read: Trigger = serde_json::from_str(r#"{"type": "trigger", "id": "x", "date": "2025-06-19",
///   "recorded": "2025-06-19", "source": "example", "task": 17, "issuer": "Bộ Khoa học và Công nghệ"}"#).unwrap();
/// assert_eq!(read.issuer.as_deref(), Some("Bộ Khoa học và Công nghệ"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "trigger", rename_all = "camelCase", try_from = "Record")]
pub struct Trigger {
    /// The record's id, unique.
    pub id: String,
    /// The day it came.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The task's number.
    pub task: u32,
    /// Who issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// The last day of a task whose cell refers to another text for it.
///
/// ```
/// use tiendo::OutsideDate;
/// let read: OutsideDate = serde_json::from_str(r#"{"type": "outside_date", "id": "x", "date": "2025-06-19",
///   "recorded": "2025-06-19", "source": "example", "task": 17, "due": "2025-09-30"}"#).unwrap();
/// assert_eq!(read.due.to_string(), "2025-09-30");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "outside_date", rename_all = "camelCase", try_from = "Record")]
pub struct OutsideDate {
    /// The record's id, unique.
    pub id: String,
    /// The day it was set.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The task's number.
    pub task: u32,
    /// The last day on time.
    pub due: NaiveDate,
    /// Who set it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The document that sets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// Another last day for a task, or for one lead of it, in force from its `date`.
///
/// ```
/// use tiendo::Extension;
/// let read: Extension = serde_json::from_str(r#"{"type": "extension", "id": "x", "date": "2025-06-19",
///   "recorded": "2025-06-19", "source": "example", "task": 4, "newDue": "2025-09-30", "document": "99/UBND"}"#).unwrap();
/// assert_eq!((read.new_due.to_string().as_str(), read.lead), ("2025-09-30", None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "extension", rename_all = "camelCase", try_from = "Record")]
pub struct Extension {
    /// The record's id, unique.
    pub id: String,
    /// The day it was decided.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The task's number.
    pub task: u32,
    /// The last day on time from then on, which may be an earlier one.
    pub new_due: NaiveDate,
    /// The document that decides it.
    pub document: String,
    /// The lead it is for, by id or name; absent for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
}

/// That a body need not report on a period, or that a task, or one lead of it, need not be done.
///
/// It has `agency` and `period`, and `rule` where it is about one; or it has `task`, and `agency` where it is about one lead.
///
/// ```
/// use tiendo::Exemption;
/// let read: Exemption = serde_json::from_str(r#"{"type": "exemption", "id": "x", "date": "2025-06-19",
///   "recorded": "2025-06-19", "source": "example", "reason": "đang sắp xếp tổ chức", "agency": "so-nv", "period": "2025-06"}"#).unwrap();
/// assert_eq!((read.period.as_deref(), read.rule, read.task), (Some("2025-06"), None, None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "exemption", rename_all = "camelCase", try_from = "Record")]
pub struct Exemption {
    /// The record's id, unique.
    pub id: String,
    /// The day it was decided.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// Why.
    pub reason: String,
    /// The body, by id or name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The period's id, or what a given report is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The code of the one rule it is about; absent for every report on the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The task's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<u32>,
}

/// One change of the plan, in force from its `date`: of one indicator or one task.
///
/// | change | it has |
/// |---|---|
/// | `target` | `indicator`, `year`, `text` (the new cell) |
/// | `deadline` | `task`, `text` |
/// | `lead` | `indicator` or `task`, `text` |
/// | `remove` | `indicator` or `task` |
/// | `add` | `indicator` or `task`, `definition` of that code or number |
///
/// ```
/// use tiendo::Amendment;
/// let read: Amendment = serde_json::from_str(r#"{"type": "amendment", "id": "x", "date": "2025-06-19",
///   "recorded": "2025-06-19", "source": "example", "change": "deadline", "task": 4, "document": "300/QĐ-UBND", "text": "12/2025"}"#).unwrap();
/// assert_eq!((read.change, read.text.as_deref()), (tiendo::AmendmentChange::Deadline, Some("12/2025")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "amendment", rename_all = "camelCase", try_from = "Record")]
pub struct Amendment {
    /// The record's id, unique.
    pub id: String,
    /// The day it is in force from.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// What it changes.
    pub change: AmendmentChange,
    /// The indicator's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The task's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<u32>,
    /// The document that decides it.
    pub document: String,
    /// The milestone of the new target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The new cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What is added, as it would stand in a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<Box<Definition>>,
}

/// That a record is withdrawn, from the day this was `recorded`.
///
/// A retraction may itself be withdrawn; what it withdrew then stands again.
///
/// ```
/// use tiendo::Retraction;
/// let read: Retraction = serde_json::from_str(r#"{"type": "retraction", "id": "x", "date": "2025-06-19",
///   "recorded": "2025-06-19", "source": "example", "withdraws": "o2"}"#).unwrap();
/// assert_eq!(read.withdraws, "o2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "retraction", rename_all = "camelCase", try_from = "Record")]
pub struct Retraction {
    /// The record's id, unique.
    pub id: String,
    /// The day it was decided.
    pub date: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The id of the record withdrawn.
    pub withdraws: String,
}

/// What an amendment adds: an indicator, or a task, as a plan's file has it.
///
/// ```
/// let added = r#"{"number": 124, "title": "Kho dữ liệu dùng chung", "lead": "Sở Y tế", "cooperating": "",
///   "deadline": "12/2026"}"#;
/// assert!(matches!(serde_json::from_str(added), Ok(tiendo::Definition::Task(task)) if task.number == 124));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, try_from = "Defined")]
pub enum Definition {
    /// An indicator.
    Indicator(Indicator),
    /// A task.
    Task(Task),
}

/// The fields that all records have.
macro_rules! common {
    ($record:expr, $field:ident) => {
        match $record {
            Record::Observation(of) => &of.$field,
            Record::TaskUpdate(of) => &of.$field,
            Record::Submission(of) => &of.$field,
            Record::Trigger(of) => &of.$field,
            Record::OutsideDate(of) => &of.$field,
            Record::Extension(of) => &of.$field,
            Record::Exemption(of) => &of.$field,
            Record::Amendment(of) => &of.$field,
            Record::Retraction(of) => &of.$field,
        }
    };
}

impl Record {
    /// The record's id.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(br#"{"schemaVersion": 1, "synthetic": true, "records": [
    /// #   {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #    "rule": "monthly", "period": "2025-06", "agency": "so-nv"}]}"#)?;
    /// assert_eq!(records.records[0].id(), "s1");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn id(&self) -> &str {
        common!(self, id)
    }

    /// The day it was recorded.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(br#"{"schemaVersion": 1, "synthetic": true, "records": [
    /// #   {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-20", "source": "example",
    /// #    "rule": "monthly", "period": "2025-06", "agency": "so-nv"}]}"#)?;
    /// assert_eq!(records.records[0].recorded().to_string(), "2025-06-20");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn recorded(&self) -> NaiveDate {
        *common!(self, recorded)
    }
}

impl Observation {
    /// The value as it is compared with a target; of a ratio none, since its quotient may be no exact number.
    ///
    /// ```
    /// # use tiendo::{MeasuredValue, Records};
    /// # let records = Records::from_json(br#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "observation",
    /// #   "id": "o", "date": "2025-11-30", "recorded": "2025-12-01", "source": "example", "indicator": "3",
    /// #   "present": true, "status": "official"}]}"#)?;
    /// assert_eq!(records.observations().next().unwrap().measured().value, MeasuredValue::Present(true));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn measured(&self) -> Measured {
        // `from_json` has refused records with two.
        let value =
            MeasuredValue::one_of(self.value, self.present, self.judgement).unwrap_or(MeasuredValue::Missing);
        Measured { unit: self.unit.clone(), qualifier: self.qualifier.clone(), ..Measured::new(value) }
    }
}
