//! Records: what the host knows. So far observations of indicators.
//!
//! A file of records is JSON `schemaVersion` 1: an object with `records`, each with its `type`, `id`, the `date` it
//! speaks of, the day it was `recorded` and its `source`. Synthetic data says so in the file.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, codes};
use crate::json;
use crate::limits::Limits;
use crate::number::Fixed;
use crate::target::{Measured, MeasuredValue};

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
/// assert_eq!(records.records[0].value.unwrap().to_string(), "52.5");
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
    pub records: Vec<Observation>,
}

codes! {
    /// What a record is about.
    ///
    /// ```
    /// assert_eq!(tiendo::RecordType::Observation.as_str(), "observation");
    /// ```
    #[non_exhaustive]
    RecordType {
        /// A measured value of an indicator.
        Observation = "observation",
    }
}

codes! {
    /// How firm an observation is; the later in this list wins.
    ///
    /// ```
    /// assert!(tiendo::ObservationStatus::Official > tiendo::ObservationStatus::Estimate);
    /// ```
    ObservationStatus {
        /// Ước.
        Estimate = "estimate",
        /// Sơ bộ.
        Preliminary = "preliminary",
        /// Chính thức.
        Official = "official",
    }
}

/// A value of an indicator on a day: exactly one of `value`, `present` and `judgement`.
///
/// ```
/// use tiendo::Records;
/// let two_values = br#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "observation", "id": "o",
///   "date": "2025-11-30", "recorded": "2025-12-01", "source": "example", "indicator": "3",
///   "value": "1", "present": true, "status": "official"}]}"#;
/// assert_eq!(Records::from_json(two_values).unwrap_err().path, "records[0]");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Observation {
    /// `observation`.
    pub r#type: RecordType,
    /// The record's id, unique.
    pub id: String,
    /// The day it speaks of.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub date: NaiveDate,
    /// The day it was recorded.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub recorded: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// The indicator's code.
    pub indicator: String,
    /// The number, in the target's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Fixed>,
    /// Whether the thing is in place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// Whether a qualitative target is judged met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<bool>,
    /// How firm it is.
    pub status: ObservationStatus,
    /// The thing measured, where it is not the indicator's usual one (`5G`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
}

impl Observation {
    /// The value as it is compared with a target.
    ///
    /// ```
    /// # use tiendo::{MeasuredValue, Records};
    /// # let records = Records::from_json(br#"{"schemaVersion": 1, "synthetic": true, "records": [{"type": "observation",
    /// #   "id": "o", "date": "2025-11-30", "recorded": "2025-12-01", "source": "example", "indicator": "3",
    /// #   "present": true, "status": "official"}]}"#)?;
    /// assert_eq!(records.records[0].measured().value, MeasuredValue::Present(true));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn measured(&self) -> Measured {
        // `from_json` has refused records with two.
        let value =
            MeasuredValue::one_of(self.value, self.present, self.judgement).unwrap_or(MeasuredValue::Missing);
        Measured { qualifier: self.qualifier.clone(), ..Measured::new(value) }
    }
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
        let records: Records = json::read(json, limits)?;
        for (at, record) in records.records.iter().enumerate() {
            let value = MeasuredValue::one_of(record.value, record.present, record.judgement);
            if matches!(value, Err(_) | Ok(MeasuredValue::Missing)) {
                let expected = "exactly one of `value`, `present` and `judgement`";
                return Err(Error::new(ErrorCode::BadValue, format!("records[{at}]"), expected));
            }
        }
        let mut ids: Vec<(&str, usize)> =
            records.records.iter().zip(0..).map(|(record, at)| (record.id.as_str(), at)).collect();
        ids.sort_unstable();
        let again = ids.windows(2).find_map(|pair| match pair {
            [(a, _), (b, at)] if a == b => Some(at),
            _ => None,
        });
        match again {
            Some(at) => {
                let path = format!("records[{at}].id");
                Err(Error::new(ErrorCode::DuplicateCode, path, "an id that no other record has"))
            }
            None => Ok(records),
        }
    }

    /// The observation of an indicator that speaks on a day: the latest date; of one date the firmer status, then
    /// the later recorded, then the greater id. Observations of later days are not used, estimates apart: a year-end
    /// report made in November estimates 31 December.
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
        self.records
            .iter()
            .filter(|record| record.indicator == indicator)
            .filter(|record| record.date <= today || record.status == ObservationStatus::Estimate)
            .min_by_key(|record| Reverse((record.date, record.status, record.recorded, record.id.as_str())))
    }
}
