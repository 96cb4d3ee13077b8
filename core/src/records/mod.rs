//! Records: what the host knows. So far observations of indicators, submissions of reports and exemptions from them.
//!
//! A file of records is JSON `schemaVersion` 1: an object with `records`, each with its `type`, `id`, the `date` it
//! speaks of, the day it was `recorded` and its `source`. Synthetic data says so in the file.

mod row;

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{ErrorCode, ObservationStatus};
use crate::error::{Error, Errors};
use crate::json::{self, Keys, Reading};
use crate::limits::Limits;
use crate::number::Fixed;
use crate::targets::{Measured, MeasuredValue};
use crate::words::expected;
pub(crate) use row::RECORDS;
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
    /// A report sent.
    Submission(Submission),
    /// A body that need not report.
    Exemption(Exemption),
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
    /// The number, in the target's unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Fixed>,
    /// Whether the thing is in place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// Whether a qualitative target is judged met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement: Option<bool>,
    /// How firm it is.
    pub status: ObservationStatus,
    /// The thing measured, where it is not the indicator's usual one (`5G`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
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

/// That a body need not report on a period.
///
/// ```
/// let exempt = tiendo::Exemption {
///     id: "e1".to_owned(), date: "2025-06-01".parse().unwrap(), recorded: "2025-06-01".parse().unwrap(),
///     source: "example".to_owned(), agency: "so-nv".to_owned(), period: "2025-06".to_owned(), rule: None,
///     reason: "đang sắp xếp tổ chức".to_owned(),
/// };
/// assert_eq!(exempt.rule, None);
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
    /// The body, by id or name.
    pub agency: String,
    /// The period's id, or what a given report is called.
    pub period: String,
    /// The code of the one rule it is about; absent for every report on the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Why.
    pub reason: String,
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
        match self {
            Record::Observation(of) => &of.id,
            Record::Submission(of) => &of.id,
            Record::Exemption(of) => &of.id,
        }
    }
}

impl Observation {
    /// The value as it is compared with a target.
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
        Measured { qualifier: self.qualifier.clone(), ..Measured::new(value) }
    }
}

/// How a file of records is read.
const READING: Reading<Records> = Reading {
    shape: &RECORDS,
    bytes: |limits| limits.records_bytes,
    check: |records, _, errors| records.check_ids(errors),
    rests_on: &[],
};

impl Records {
    /// An id is not empty, and no record's with other content.
    fn check_ids(&self, errors: &mut Errors) {
        for (first, again) in self.repeated() {
            let (Some(record), other) = (self.records.get(again), self.records.get(first)) else { continue };
            let (code, expected) = match other {
                _ if record.id().is_empty() => (ErrorCode::BadValue, expected::id()),
                Some(other) if other != record => (ErrorCode::ConflictingRecord, expected::own_record()),
                _ => continue,
            };
            errors.push(Error::new(code, format!("records[{again}].id"), expected));
        }
    }

    /// The records whose id one before them has or is empty, each with the first of that id, in the order of the file.
    fn repeated(&self) -> Vec<(usize, usize)> {
        // Records numbered in order, as most files have them, hold no id twice.
        fn number(record: &Record) -> (usize, &str) {
            (record.id().len(), record.id())
        }
        let is_numbered = self.records.first().is_none_or(|first| !first.id().is_empty());
        if is_numbered && self.records.is_sorted_by(|a, b| number(a) < number(b)) {
            return Vec::new();
        }
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        let id = |at: u32| self.records.get(place(at)).map_or("", Record::id);
        let ids = Keys::new((0..).zip(&self.records).map(|(at, _)| at), id);
        let empty = ids.find(&"");
        let again = ids.again().into_iter().map(|at| (ids.find(&id(at)).unwrap_or(at), at));
        empty
            .into_iter()
            .map(|at| (at, at))
            .chain(again)
            .map(|(first, at)| (place(first), place(at)))
            .collect()
    }

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
        let mut records: Records = json::read_checked(json, limits, &READING)?;
        let repeated = records.repeated();
        if !repeated.is_empty() {
            let mut repeated = repeated.into_iter().map(|(_, again)| again).peekable();
            let mut at = 0..;
            records.records.retain(|_| {
                let at = at.next();
                repeated.next_if(|again| Some(*again) == at).is_none()
            });
        }
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
    /// # let records = tiendo::Records::from_json(br#"{"schemaVersion": 1, "synthetic": true, "records": [
    /// #   {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #    "rule": "monthly", "period": "2025-06", "agency": "so-nv"}]}"#)?;
    /// assert_eq!(records.observations().count(), 0);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn observations(&self) -> impl Iterator<Item = &Observation> {
        self.records
            .iter()
            .filter_map(|record| if let Record::Observation(of) = record { Some(of) } else { None })
    }

    /// The submissions, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(br#"{"schemaVersion": 1, "synthetic": true, "records": [
    /// #   {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #    "rule": "monthly", "period": "2025-06", "agency": "so-nv"}]}"#)?;
    /// assert_eq!(records.submissions().next().unwrap().agency, "so-nv");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn submissions(&self) -> impl Iterator<Item = &Submission> {
        self.records
            .iter()
            .filter_map(|record| if let Record::Submission(of) = record { Some(of) } else { None })
    }

    /// The exemptions, in the order of the file.
    ///
    /// ```
    /// # let records = tiendo::Records::from_json(br#"{"schemaVersion": 1, "synthetic": true, "records": [
    /// #   {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// #    "rule": "monthly", "period": "2025-06", "agency": "so-nv"}]}"#)?;
    /// assert_eq!(records.exemptions().count(), 0);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn exemptions(&self) -> impl Iterator<Item = &Exemption> {
        self.records
            .iter()
            .filter_map(|record| if let Record::Exemption(of) = record { Some(of) } else { None })
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
mod tests {
    use super::*;

    fn observation(id: &str, date: &str, status: &str) -> String {
        format!(
            r#"{{"type":"observation","id":"{id}","date":"{date}","recorded":"2025-11-20","source":"s","indicator":"1","value":"5","status":"{status}"}}"#
        )
    }

    fn records(each: &[String]) -> Records {
        let json = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{}]}}"#, each.join(","));
        Records::from_json(json.as_bytes()).unwrap()
    }

    #[test]
    fn a_record_given_again_counts_once_and_another_under_its_id_is_refused() {
        let (one, two) =
            (observation("b", "2025-11-20", "official"), observation("a", "2025-11-20", "official"));
        let read = records(&[one.clone(), two.clone(), one.clone(), one.clone(), two.clone()]);
        assert_eq!(read.records.iter().map(Record::id).collect::<Vec<_>>(), ["b", "a"]);
        let other = observation("b", "2025-11-21", "official");
        let json = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{one},{two},{other},{one}]}}"#);
        let error = Records::from_json(json.as_bytes()).unwrap_err();
        assert_eq!((error.code, error.path.as_str()), (ErrorCode::ConflictingRecord, "records[2].id"));
        assert!(error.others.is_empty());
    }

    #[test]
    fn a_forecast_does_not_beat_a_figure() {
        let latest = |each: &[String], day: &str| {
            let records = records(each);
            records.latest("1", day.parse().unwrap()).map(|record| record.id.clone())
        };
        let official = observation("official", "2025-11-20", "official");
        let year_end = observation("year-end", "2025-12-31", "estimate");
        let later = observation("later", "2030-12-31", "estimate");
        let later_figure = observation("later-figure", "2025-12-30", "preliminary");
        let all = [later.clone(), year_end.clone(), official, later_figure.clone()];
        assert_eq!(latest(&all, "2025-11-20").as_deref(), Some("official"));
        assert_eq!(latest(&all, "2025-12-29").as_deref(), Some("official"));
        assert_eq!(latest(&all, "2025-12-31").as_deref(), Some("year-end"));
        assert_eq!(
            latest(&[later, year_end, later_figure.clone()], "2025-11-20").as_deref(),
            Some("year-end")
        );
        // A figure that is no estimate cannot be of a day to come.
        assert_eq!(latest(&[later_figure], "2025-11-20"), None);
    }

    #[test]
    fn records_read_back_as_they_were_written() {
        fn back<T: Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(of: &T) {
            assert_eq!(&serde_json::from_str::<T>(&serde_json::to_string(of).unwrap()).unwrap(), of);
        }
        let all = records(&[
            observation("o", "2025-11-20", "official"),
            r#"{"type":"submission","id":"s","date":"2025-06-19","recorded":"2025-06-19","source":"s","rule":"monthly","period":"2025-06","agency":"a","returned":true}"#.to_owned(),
            r#"{"type":"exemption","id":"e","date":"2025-06-19","recorded":"2025-06-19","source":"s","agency":"a","period":"2025-06","reason":"r"}"#.to_owned(),
        ]);
        back(&all);
        all.records.iter().for_each(back);
        back(all.observations().next().unwrap());
        back(all.submissions().next().unwrap());
        back(all.exemptions().next().unwrap());
        let submission = serde_json::to_string(all.submissions().next().unwrap()).unwrap();
        assert!(serde_json::from_str::<Observation>(&submission).is_err());
    }

    #[test]
    fn what_a_kind_of_record_has_is_said_with_its_place() {
        let told = |record: &str| {
            let json = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{record}]}}"#);
            let error = Records::from_json(json.as_bytes()).unwrap_err();
            let all: Vec<String> =
                std::iter::once(&error).chain(&error.others).map(ToString::to_string).collect();
            all.join("\n")
        };
        let common = r#""id":"x","date":"2025-06-19","recorded":"2025-06-19","source":"s""#;
        let errors = [
            told(&format!(r#"{{"rule":"m","type":"observation",{common},"value":null,"indicator":"1"}}"#)),
            told(&format!(
                r#"{{"type":"submission",{common},"rule":"m","period":null,"agency":"a","value":"1"}}"#
            )),
            told(&format!(r#"{{"type":"promise",{common}}}"#)),
            told(&format!(r#"{{{common},"reason":"r"}}"#)),
            told(&observation("", "2025-11-20", "official")),
        ];
        insta::assert_snapshot!(errors.join("\n\n"));
    }
}
