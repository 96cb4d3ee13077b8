//! Records: what the host knows of indicators, tasks and reports, and of changes of the plan.
//!
//! A file of records is JSON `schemaVersion` 1: an object with `records`, each with its `type`, `id`, the `date` it
//! speaks of, the day it was `recorded` and its `source`; or a table with the same fields as columns. Synthetic data says
//! so. Nothing is deleted: a record is withdrawn by a retraction, and of two that speak of one thing a rule says which holds
//! (`known.rs`).

mod check;
mod defined;
mod known;
mod merge;
mod model;
mod row;
mod table;

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::ObservationStatus;
use crate::error::Error;
use crate::json;
use crate::limits::Limits;
pub(crate) use known::Known;
pub use model::{
    Amendment, Definition, Exemption, Extension, Observation, OutsideDate, Record, Retraction, Submission,
    TaskUpdate, Trigger,
};
#[cfg(test)]
pub(crate) use row::RECORDS;
#[cfg(feature = "schema")]
use row::Row;

/// A set of records.
///
/// ```
/// use tiendo::Records;
/// let records = Records::from_json(br#"{
///   "schemaVersion": 1, "synthetic": true,
///   "records": [{"type": "observation", "id": "o1", "date": "2025-11-30", "recorded": "2025-12-01",
///                "source": "example", "indicator": "1", "value": "52.5", "status": "estimate"}]
/// }"#)?;
/// assert!(records.synthetic);
/// assert_eq!(records.observations().next().unwrap().value.unwrap().to_string(), "52.5");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Records {
    /// The version of the format, 1.
    #[serde(deserialize_with = "crate::json::version")]
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema_version: u32,
    /// Whether the data was made up, for an example or a test.
    pub synthetic: bool,
    /// What to know about the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The records.
    #[serde(deserialize_with = "crate::json::list")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Row>"))]
    pub records: Vec<Record>,
}

/// The records of one kind, in the order of the file.
macro_rules! of_kind {
    ($records:ident, $kind:ident) => {
        $records.records.iter().filter_map(|record| match record {
            Record::$kind(of) => Some(of),
            _ => None,
        })
    };
}

impl Records {
    /// Reads records' JSON within the default [`Limits`].
    ///
    /// ```
    /// use tiendo::{ErrorCode, Records};
    /// assert_eq!(Records::from_json(b"[]").unwrap_err().code, ErrorCode::WrongType);
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Records, Error> {
        Records::from_json_with(json, &Limits::default())
    }

    /// Reads records' JSON within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Records};
    /// let limits = Limits { depth: 1, ..Limits::default() };
    /// assert_eq!(Records::from_json_with(b"{\"records\": []}", &limits).unwrap_err().code, ErrorCode::TooDeep);
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<Records, Error> {
        let mut records: Records = json::read_checked(json, limits, &check::READING)?;
        records.once();
        Ok(records)
    }

    /// The records as JSON, which read back as the same.
    ///
    /// ```
    /// use tiendo::Records;
    /// let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
    /// assert_eq!(Records::from_json(records.to_json().as_bytes())?, records);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        json::write(self)
    }

    /// The observations, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(r#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "observation", "id": "x",
    /// #   "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #   "indicator": "1", "value": "5", "status": "official"}]}"#.as_bytes())?;
    /// let mut read = records.observations();
    /// assert_eq!(read.next().unwrap().indicator, "1");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn observations(&self) -> impl Iterator<Item = &Observation> {
        of_kind!(self, Observation)
    }

    /// The updates of tasks, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(r#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "task_update", "id": "x",
    /// #   "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #   "task": 4, "state": "in_progress"}]}"#.as_bytes())?;
    /// let mut read = records.task_updates();
    /// assert_eq!(read.next().unwrap().task, 4);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn task_updates(&self) -> impl Iterator<Item = &TaskUpdate> {
        of_kind!(self, TaskUpdate)
    }

    /// The submissions, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(r#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "submission", "id": "x",
    /// #   "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #   "rule": "monthly", "period": "2025-06", "agency": "so-nv"}]}"#.as_bytes())?;
    /// let mut read = records.submissions();
    /// assert_eq!(read.next().unwrap().agency, "so-nv");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn submissions(&self) -> impl Iterator<Item = &Submission> {
        of_kind!(self, Submission)
    }

    /// The triggers, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(r#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "trigger", "id": "x",
    /// #   "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #   "task": 17}]}"#.as_bytes())?;
    /// let mut read = records.triggers();
    /// assert_eq!(read.next().unwrap().task, 17);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn triggers(&self) -> impl Iterator<Item = &Trigger> {
        of_kind!(self, Trigger)
    }

    /// The outside dates, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(r#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "outside_date", "id": "x",
    /// #   "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #   "task": 17, "due": "2025-09-30"}]}"#.as_bytes())?;
    /// let mut read = records.outside_dates();
    /// assert_eq!(read.next().unwrap().task, 17);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn outside_dates(&self) -> impl Iterator<Item = &OutsideDate> {
        of_kind!(self, OutsideDate)
    }

    /// The extensions, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(r#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "extension", "id": "x",
    /// #   "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #   "task": 4, "newDue": "2025-09-30", "document": "99/UBND"}]}"#.as_bytes())?;
    /// let mut read = records.extensions();
    /// assert_eq!(read.next().unwrap().document, "99/UBND");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn extensions(&self) -> impl Iterator<Item = &Extension> {
        of_kind!(self, Extension)
    }

    /// The exemptions, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(r#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "exemption", "id": "x",
    /// #   "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #   "reason": "sáp nhập", "task": 4}]}"#.as_bytes())?;
    /// let mut read = records.exemptions();
    /// assert_eq!(read.next().unwrap().task, Some(4));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn exemptions(&self) -> impl Iterator<Item = &Exemption> {
        of_kind!(self, Exemption)
    }

    /// The amendments, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(r#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "amendment", "id": "x",
    /// #   "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #   "change": "remove", "task": 4, "document": "9/QĐ-UBND"}]}"#.as_bytes())?;
    /// let mut read = records.amendments();
    /// assert_eq!(read.next().unwrap().task, Some(4));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn amendments(&self) -> impl Iterator<Item = &Amendment> {
        of_kind!(self, Amendment)
    }

    /// The retractions, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(r#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "retraction", "id": "x",
    /// #   "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #   "withdraws": "o1"}]}"#.as_bytes())?;
    /// let mut read = records.retractions();
    /// assert_eq!(read.next().unwrap().withdraws, "o1");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn retractions(&self) -> impl Iterator<Item = &Retraction> {
        of_kind!(self, Retraction)
    }

    /// The observation of an indicator that speaks on a day: the latest one of that day or before; of one date the
    /// firmer status, then the later recorded, then the greater id.
    ///
    /// A figure dated after the day is a forecast, and no forecast stands in for a figure: a year-end report made in
    /// November estimates 31 December, and what November measured still stands until then. Only where there is no figure
    /// of the day or before it does an estimate of a later date speak, the nearest first.
    ///
    /// ```
    /// # use tiendo::Records;
    /// # let records = Records::from_json(br#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "observation",
    /// #   "id": "o", "date": "2025-11-30", "recorded": "2025-12-01", "source": "example", "indicator": "3",
    /// #   "present": true, "status": "official"}]}"#)?;
    /// assert!(records.latest("3", "2025-11-30".parse().unwrap()).is_some());
    /// assert!(records.latest("3", "2025-11-29".parse().unwrap()).is_none());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn latest(&self, indicator: &str, today: NaiveDate) -> Option<&Observation> {
        let of = || self.observations().filter(|record| record.indicator == indicator);
        let firmness = |record: &Observation| (Reverse(record.status), Reverse(record.recorded));
        let known = of()
            .filter(|record| record.date <= today)
            .min_by_key(|record| (Reverse(record.date), firmness(record), Reverse(record.id.as_str())));
        known.or_else(|| {
            of().filter(|record| record.status == ObservationStatus::Estimate)
                .min_by_key(|record| (record.date, firmness(record), Reverse(record.id.as_str())))
        })
    }
}

#[cfg(test)]
mod tests;
