//! A record as it stands in a file or a table, and the shape of a file of records.

use chrono::NaiveDate;
use serde::Deserialize;

use super::model::Record;
use crate::codes::{AmendmentChange, ErrorCode, ObservationStatus, RecordType, TaskStanding, TaskState};
use crate::error::Error;
use crate::json::{DATE, Field, Kind, Object, Shape, bits, code, needed, nullable, object};
use crate::number::{EXACT, Fixed};
use crate::unit::Unit;
use crate::words::{Phrase, expected};

use super::defined::{DEFINED, Defined};

/// A file of records.
pub(crate) static RECORDS: Shape = Shape::Object(&object(&[
    needed("schemaVersion", Shape::Version),
    needed("synthetic", Shape::Flag),
    nullable("note", Shape::Text),
    needed("records", Shape::List(&Shape::Object(&RECORD), |limits| limits.records)),
]));

/// What a number from 1 on names.
const COUNTED: Shape = Shape::Whole(1, u32::MAX);

/// The fields of records: those all have, then each kind's, where no kind before it has them.
pub(super) const FIELDS: &[Field] = &[
    needed("type", code!(RecordType)),
    needed("id", Shape::Id),
    needed("date", DATE),
    needed("recorded", DATE),
    needed("source", Shape::Text),
    nullable("indicator", Shape::Id),
    nullable("status", code!(ObservationStatus)),
    nullable("value", EXACT),
    nullable("numerator", EXACT),
    nullable("denominator", EXACT),
    nullable("present", Shape::Flag),
    nullable("judgement", Shape::Flag),
    nullable("unit", Shape::Text),
    nullable("qualifier", Shape::Text),
    nullable("area", Shape::Text),
    nullable("group", Shape::Text),
    nullable("reportingUnit", Shape::Text),
    nullable("rankedAmong", COUNTED),
    nullable("partOfYear", Shape::Flag),
    nullable("task", COUNTED),
    nullable("state", code!(TaskState)),
    nullable("lead", Shape::Text),
    nullable("item", Shape::Whole(0, u32::MAX)),
    nullable("period", Shape::Text),
    nullable("reported", code!(TaskStanding)),
    nullable("evidence", Shape::Text),
    nullable("product", Shape::Text),
    nullable("document", Shape::Text),
    nullable("difficulties", Shape::Text),
    nullable("proposals", Shape::Text),
    nullable("rule", Shape::Id),
    nullable("agency", Shape::Text),
    nullable("returned", Shape::Flag),
    nullable("issuer", Shape::Text),
    nullable("due", DATE),
    nullable("newDue", DATE),
    nullable("reason", Shape::Text),
    nullable("change", code!(AmendmentChange)),
    nullable("year", Shape::Year),
    nullable("text", Shape::Text),
    nullable("definition", Shape::Object(&DEFINED)),
    nullable("withdraws", Shape::Id),
];

static RECORD: Object = Object {
    fields: FIELDS,
    kinds: &[
        Kind {
            spare: bits(FIELDS, OF_OBSERVATIONS),
            ..kind("observation", &["indicator", "status"], VALUES)
        },
        Kind { spare: bits(FIELDS, OF_UPDATES), ..kind("task_update", &["task", "state"], &[]) },
        Kind { spare: bits(FIELDS, &["returned"]), ..kind("submission", &["rule", "period", "agency"], &[]) },
        Kind { spare: bits(FIELDS, &["issuer", "document"]), ..kind("trigger", &["task"], &[]) },
        Kind { spare: bits(FIELDS, &["issuer", "document"]), ..kind("outside_date", &["task", "due"], &[]) },
        Kind { spare: bits(FIELDS, &["lead"]), ..kind("extension", &["task", "newDue", "document"], &[]) },
        // Which of these go together is looked at when the record is read: so too of amendments.
        Kind {
            spare: bits(FIELDS, &["agency", "period", "rule", "task"]),
            ..kind("exemption", &["reason"], &[])
        },
        Kind {
            spare: bits(FIELDS, &["year", "text", "definition"]),
            ..kind("amendment", &["change", "document"], &["indicator", "task"])
        },
        kind("retraction", &["withdraws"], &[]),
    ],
};

/// Of these an observation has one.
pub(super) const VALUES: &[&str] = &["value", "numerator", "present", "judgement"];
const OF_OBSERVATIONS: &[&str] =
    &["denominator", "unit", "qualifier", "area", "group", "reportingUnit", "rankedAmong", "partOfYear"];
const OF_UPDATES: &[&str] =
    &["lead", "item", "period", "reported", "evidence", "product", "document", "difficulties", "proposals"];

const fn kind(code: &'static str, needed: &[&str], one_of: &[&str]) -> Kind {
    let all = bits(FIELDS, &["type", "id", "date", "recorded", "source"]);
    Kind { code, told_by: 0, needed: all | bits(FIELDS, needed), spare: 0, one_of: bits(FIELDS, one_of) }
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
    /// The day it speaks of: of a submission the day it was sent, of an extension or amendment that from which it is in
    /// force.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    date: NaiveDate,
    /// The day it was recorded.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    recorded: NaiveDate,
    /// Where it comes from.
    source: String,
    /// Observation; amendment of one: the indicator's code.
    indicator: Option<String>,
    /// Observation: how firm it is.
    status: Option<ObservationStatus>,
    /// Observation: the number.
    value: Option<Fixed>,
    /// Observation: the part of a ratio that counts.
    numerator: Option<Fixed>,
    /// Observation: the whole of a ratio.
    denominator: Option<Fixed>,
    /// Observation: whether the thing is in place.
    present: Option<bool>,
    /// Observation: whether a qualitative target is judged met.
    judgement: Option<bool>,
    /// Observation, where needed: the unit of the number, where it is not the target's.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    unit: Option<Unit>,
    /// Observation, where needed: the thing measured, where it is not the indicator's usual one (`5G`).
    qualifier: Option<String>,
    /// Observation, where needed: the part of the territory it speaks for.
    area: Option<String>,
    /// Observation, where needed: the group of people or bodies it speaks for.
    group: Option<String>,
    /// Observation, where needed: the body that reported it.
    reporting_unit: Option<String>,
    /// Observation, where needed: how many were ranked.
    ranked_among: Option<u32>,
    /// Observation, where needed: whether it is the amount of a part of its year.
    part_of_year: Option<bool>,
    /// Task update, trigger, outside date, extension; exemption or amendment of one: the task's number.
    task: Option<u32>,
    /// Task update: the state.
    state: Option<TaskState>,
    /// Task update, extension, where needed: the lead it is of.
    lead: Option<String>,
    /// Task update, where needed: the item it is of.
    item: Option<u32>,
    /// Submission, exemption, and task update where needed: the period's id, or what a given report is called.
    period: Option<String>,
    /// Task update, where needed: the standing the body itself reported.
    reported: Option<TaskStanding>,
    /// Task update, where needed: what shows that it is done.
    evidence: Option<String>,
    /// Task update, where needed: the product that was made.
    product: Option<String>,
    /// Extension, amendment, and others where needed: the document it rests on.
    document: Option<String>,
    /// Task update, where needed: difficulties.
    difficulties: Option<String>,
    /// Task update, where needed: proposals.
    proposals: Option<String>,
    /// Submission; exemption, where needed: the code of the rule.
    rule: Option<String>,
    /// Submission, exemption: the body, by id or name.
    agency: Option<String>,
    /// Submission, where needed: whether it was sent back to be done again.
    returned: Option<bool>,
    /// Trigger, outside date, where needed: who issued it.
    issuer: Option<String>,
    /// Outside date: the last day on time.
    #[serde(default, with = "crate::json::optional_date")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    due: Option<NaiveDate>,
    /// Extension: the last day on time from then on.
    #[serde(default, with = "crate::json::optional_date")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    new_due: Option<NaiveDate>,
    /// Exemption: why.
    reason: Option<String>,
    /// Amendment: what it changes.
    change: Option<AmendmentChange>,
    /// Amendment of a target: the milestone.
    year: Option<i32>,
    /// Amendment of a cell: the new one.
    text: Option<String>,
    /// Amendment that adds: the indicator or task, as a plan's file has it.
    definition: Option<Defined>,
    /// Retraction: the id of the record withdrawn.
    withdraws: Option<String>,
}

impl Row {
    /// The fields that it has, as [`Kind`] has them.
    fn given(&self) -> u64 {
        let given = [
            true,
            true,
            true,
            true,
            true,
            self.indicator.is_some(),
            self.status.is_some(),
            self.value.is_some(),
            self.numerator.is_some(),
            self.denominator.is_some(),
            self.present.is_some(),
            self.judgement.is_some(),
            self.unit.is_some(),
            self.qualifier.is_some(),
            self.area.is_some(),
            self.group.is_some(),
            self.reporting_unit.is_some(),
            self.ranked_among.is_some(),
            self.part_of_year.is_some(),
            self.task.is_some(),
            self.state.is_some(),
            self.lead.is_some(),
            self.item.is_some(),
            self.period.is_some(),
            self.reported.is_some(),
            self.evidence.is_some(),
            self.product.is_some(),
            self.document.is_some(),
            self.difficulties.is_some(),
            self.proposals.is_some(),
            self.rule.is_some(),
            self.agency.is_some(),
            self.returned.is_some(),
            self.issuer.is_some(),
            self.due.is_some(),
            self.new_due.is_some(),
            self.reason.is_some(),
            self.change.is_some(),
            self.year.is_some(),
            self.text.is_some(),
            self.definition.is_some(),
            self.withdraws.is_some(),
        ];
        const { assert!(FIELDS.len() == 42) };
        given.iter().rev().fold(0, |bits, given| (bits << 1) | u64::from(*given))
    }
}

/// Makes a record of its kind of a row: the fields it must have, and those it may have.
macro_rules! made {
    ($row:ident, $kind:ident: $($needed:ident)*; $($spare:ident)*) => {{
        let Row { id, date, recorded, source, $($needed,)* $($spare,)* .. } = $row;
        $(let $needed = $needed.ok_or_else(|| expected::field(stringify!($needed)))?;)*
        Record::$kind(super::$kind { id, date, recorded, source, $($needed,)* $($spare,)* })
    }};
}

impl TryFrom<Row> for Record {
    type Error = Phrase;

    fn try_from(row: Row) -> Result<Record, Phrase> {
        let kind = RECORD.kinds.iter().find(|kind| kind.code == row.r#type.as_str());
        if let Some(fault) = kind.and_then(|kind| kind.fault(FIELDS, row.given())) {
            return Err(fault);
        }
        Ok(match row.r#type {
            RecordType::Observation => made!(row, Observation: indicator status; value numerator denominator
                present judgement unit qualifier area group reporting_unit ranked_among part_of_year),
            RecordType::TaskUpdate => made!(row, TaskUpdate: task state; lead item period reported evidence
                product document difficulties proposals),
            RecordType::Submission => {
                let returned = row.returned.unwrap_or(false);
                let Row { id, date, recorded, source, rule, period, agency, .. } = row;
                let (Some(rule), Some(period), Some(agency)) = (rule, period, agency) else {
                    return Err(expected::field("rule"));
                };
                Record::Submission(super::Submission {
                    id,
                    date,
                    recorded,
                    source,
                    rule,
                    period,
                    agency,
                    returned,
                })
            }
            RecordType::Trigger => made!(row, Trigger: task; issuer document),
            RecordType::OutsideDate => made!(row, OutsideDate: task due; issuer document),
            RecordType::Extension => made!(row, Extension: task new_due document; lead),
            RecordType::Exemption => made!(row, Exemption: reason; agency period rule task),
            RecordType::Amendment => {
                let definition = row.definition.map(TryInto::try_into).transpose()?.map(Box::new);
                let Row { id, date, recorded, source, indicator, task, year, text, .. } = row;
                let (Some(change), Some(document)) = (row.change, row.document) else {
                    return Err(expected::field("change"));
                };
                Record::Amendment(super::Amendment {
                    id,
                    date,
                    recorded,
                    source,
                    change,
                    indicator,
                    task,
                    document,
                    year,
                    text,
                    definition,
                })
            }
            RecordType::Retraction => made!(row, Retraction: withdraws;),
        })
    }
}

/// A record of one type, or what it is not.
macro_rules! only {
    ($($kind:ident)*) => { $(
        impl TryFrom<Record> for super::$kind {
            type Error = Error;

            fn try_from(record: Record) -> Result<super::$kind, Error> {
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

only! { Observation TaskUpdate Submission Trigger OutsideDate Extension Exemption Amendment Retraction }
