//! A record as it stands in a file or a table, and the shape of a file of records.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Exemption, Observation, Record, Submission};
use crate::codes::{ErrorCode, ObservationStatus, RecordType};
use crate::error::Error;
use crate::json::{DATE, Field, Kind, Object, Shape, bits, code, needed, nullable, object};
use crate::number::{EXACT, Fixed};
use crate::targets::MeasuredValue;
use crate::words::{Phrase, expected};

/// A file of records.
pub(crate) static RECORDS: Shape = Shape::Object(&object(&[
    needed("schemaVersion", Shape::Version),
    needed("synthetic", Shape::Flag),
    nullable("note", Shape::Text),
    needed("records", Shape::List(&Shape::Object(&RECORD), |limits| limits.records)),
]));

/// Of these an observation has one.
const ONE_OF: [&str; 3] = ["value", "present", "judgement"];

const FIELDS: &[Field] = &[
    needed("type", code!(RecordType)),
    needed("id", Shape::Id),
    needed("date", DATE),
    needed("recorded", DATE),
    needed("source", Shape::Text),
    nullable("indicator", Shape::Id),
    nullable("value", EXACT),
    nullable("present", Shape::Flag),
    nullable("judgement", Shape::Flag),
    nullable("status", code!(ObservationStatus)),
    nullable("qualifier", Shape::Text),
    nullable("rule", Shape::Id),
    nullable("period", Shape::Text),
    nullable("agency", Shape::Text),
    nullable("returned", Shape::Flag),
    nullable("reason", Shape::Text),
];

static RECORD: Object = Object {
    fields: FIELDS,
    kinds: &[
        kind("observation", &["indicator", "status"], &["qualifier"], &ONE_OF),
        kind("submission", &["rule", "period", "agency"], &["returned"], &[]),
        kind("exemption", &["agency", "period", "reason"], &["rule"], &[]),
    ],
};

const fn kind(code: &'static str, needed: &[&str], spare: &[&str], one_of: &[&str]) -> Kind {
    let all = bits(FIELDS, &["type", "id", "date", "recorded", "source"]);
    Kind {
        code,
        needed: all | bits(FIELDS, needed),
        spare: bits(FIELDS, spare),
        one_of: bits(FIELDS, one_of),
    }
}

/// A record as it stands in a file or a table: its type, and the fields of that type.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Record"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Row {
    /// What the record is about: which of the fields below it has.
    r#type: RecordType,
    /// The record's id, unique.
    id: String,
    /// The day it speaks of: of a submission the day it was sent.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    date: NaiveDate,
    /// The day it was recorded.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    recorded: NaiveDate,
    /// Where it comes from.
    source: String,
    /// Observation: the indicator's code.
    indicator: Option<String>,
    /// Observation: the number, in the target's unit.
    value: Option<Fixed>,
    /// Observation: whether the thing is in place.
    present: Option<bool>,
    /// Observation: whether a qualitative target is judged met.
    judgement: Option<bool>,
    /// Observation: how firm it is.
    status: Option<ObservationStatus>,
    /// Observation, where needed: the thing measured, where it is not the indicator's usual one (`5G`).
    qualifier: Option<String>,
    /// Submission; exemption, where needed: the code of the rule.
    rule: Option<String>,
    /// Submission, exemption: the period's id, or what a given report is called.
    period: Option<String>,
    /// Submission, exemption: the body, by id or name.
    agency: Option<String>,
    /// Submission, where needed: whether it was sent back to be done again.
    returned: Option<bool>,
    /// Exemption: why.
    reason: Option<String>,
}

impl Row {
    /// The first field that a record of the row's type does not have.
    fn stray(&self) -> Option<&'static str> {
        use RecordType::{Exemption, Observation, Submission};
        let fields: [(_, bool, &[RecordType]); 11] = [
            ("indicator", self.indicator.is_some(), &[Observation]),
            ("value", self.value.is_some(), &[Observation]),
            ("present", self.present.is_some(), &[Observation]),
            ("judgement", self.judgement.is_some(), &[Observation]),
            ("status", self.status.is_some(), &[Observation]),
            ("qualifier", self.qualifier.is_some(), &[Observation]),
            ("rule", self.rule.is_some(), &[Submission, Exemption]),
            ("period", self.period.is_some(), &[Submission, Exemption]),
            ("agency", self.agency.is_some(), &[Submission, Exemption]),
            ("returned", self.returned.is_some(), &[Submission]),
            ("reason", self.reason.is_some(), &[Exemption]),
        ];
        let stray = fields.into_iter().find(|(_, given, of)| *given && !of.contains(&self.r#type));
        stray.map(|(field, _, _)| field)
    }
}

impl TryFrom<Row> for Record {
    type Error = Phrase;

    fn try_from(row: Row) -> Result<Record, Phrase> {
        fn needed<T>(value: Option<T>, field: &str) -> Result<T, Phrase> {
            value.ok_or_else(|| expected::field(field))
        }
        if let Some(field) = row.stray() {
            return Err(expected::no_field_of_kind(field, row.r#type.as_str()));
        }
        let Row { id, date, recorded, source, value, present, judgement, qualifier, rule, .. } = row;
        Ok(match row.r#type {
            RecordType::Observation => {
                let indicator = needed(row.indicator, "indicator")?;
                let status = needed(row.status, "status")?;
                if !matches!(MeasuredValue::one_of(value, present, judgement), Ok(value) if value != MeasuredValue::Missing)
                {
                    return Err(expected::exactly_one(&ONE_OF));
                }
                Record::Observation(Observation {
                    id,
                    date,
                    recorded,
                    source,
                    indicator,
                    value,
                    present,
                    judgement,
                    status,
                    qualifier,
                })
            }
            RecordType::Submission => Record::Submission(Submission {
                id,
                date,
                recorded,
                source,
                rule: needed(rule, "rule")?,
                period: needed(row.period, "period")?,
                agency: needed(row.agency, "agency")?,
                returned: row.returned.unwrap_or(false),
            }),
            RecordType::Exemption => Record::Exemption(Exemption {
                id,
                date,
                recorded,
                source,
                agency: needed(row.agency, "agency")?,
                period: needed(row.period, "period")?,
                rule,
                reason: needed(row.reason, "reason")?,
            }),
        })
    }
}

/// A record of one type, or what it is not.
macro_rules! only {
    ($($kind:ident)*) => { $(
        impl TryFrom<Record> for $kind {
            type Error = Error;

            fn try_from(record: Record) -> Result<$kind, Error> {
                match record {
                    Record::$kind(of) => Ok(of),
                    _ => {
                        let expected = expected::one_of(&[RecordType::$kind.as_str()]);
                        Err(Error::new(ErrorCode::BadValue, "type", expected))
                    }
                }
            }
        }
    )* };
}

only! { Observation Submission Exemption }
