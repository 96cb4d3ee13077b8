//! What an amendment adds, as it stands in a file: the fields of an indicator and of a task, of which it has those of one.

use serde::Deserialize;

use super::model::Definition;
use crate::codes::{Direction, MeasureKind};
use crate::json::{Field, Kind, Object, Shape, bits, code, nullable};
use crate::plan::{
    BASELINE, Baseline, CELL, ITEM, Indicator, PUBLISHED, PublishedCode, TargetCell, Task, TaskItem,
};
use crate::words::{Phrase, expected};

const FIELDS: &[Field] = &[
    nullable("code", Shape::Id),
    nullable("name", Shape::Text),
    nullable("shortName", Shape::Text),
    nullable("nameEn", Shape::Text),
    nullable("unit", Shape::Text),
    nullable("kind", code!(MeasureKind)),
    nullable("direction", code!(Direction)),
    nullable("targets", Shape::List(&CELL, |limits| limits.indicators)),
    nullable("otherCodes", Shape::List(&PUBLISHED, |limits| limits.indicators)),
    nullable("undated", Shape::Text),
    nullable("lead", Shape::Text),
    nullable("parent", Shape::Id),
    nullable("sensitive", Shape::Flag),
    nullable("baseline", Shape::Object(&BASELINE)),
    nullable("number", Shape::Whole(1, u32::MAX)),
    nullable("title", Shape::Text),
    nullable("titleEn", Shape::Text),
    nullable("pillar", Shape::Id),
    nullable("cooperating", Shape::Text),
    nullable("deadline", Shape::Text),
    nullable("items", Shape::List(&ITEM, |limits| limits.indicators)),
    nullable("product", Shape::Text),
];

/// An indicator where it has a code, a task where it has a number.
pub(super) static DEFINED: Object = Object {
    fields: FIELDS,
    kinds: &[
        Kind {
            code: "indicator",
            told_by: bits(FIELDS, &["code"]),
            needed: bits(FIELDS, &["code", "name", "targets", "lead"]),
            spare: bits(FIELDS, OF_INDICATORS),
            one_of: 0,
        },
        Kind {
            code: "task",
            told_by: bits(FIELDS, &["number"]),
            needed: bits(FIELDS, &["number", "title", "lead", "cooperating", "deadline"]),
            spare: bits(FIELDS, &["titleEn", "pillar", "items", "product", "sensitive"]),
            one_of: 0,
        },
    ],
};

const OF_INDICATORS: &[&str] = &[
    "shortName",
    "nameEn",
    "unit",
    "kind",
    "direction",
    "otherCodes",
    "undated",
    "parent",
    "sensitive",
    "baseline",
];

/// An indicator or a task, as a plan's file has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Definition"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Defined {
    code: Option<String>,
    name: Option<String>,
    short_name: Option<String>,
    name_en: Option<String>,
    unit: Option<String>,
    kind: Option<MeasureKind>,
    direction: Option<Direction>,
    targets: Option<Vec<TargetCell>>,
    other_codes: Option<Vec<PublishedCode>>,
    undated: Option<String>,
    lead: Option<String>,
    parent: Option<String>,
    sensitive: Option<bool>,
    baseline: Option<Baseline>,
    number: Option<u32>,
    title: Option<String>,
    title_en: Option<String>,
    pillar: Option<String>,
    cooperating: Option<String>,
    deadline: Option<String>,
    items: Option<Vec<TaskItem>>,
    product: Option<String>,
}

impl TryFrom<Defined> for Definition {
    type Error = Phrase;

    fn try_from(of: Defined) -> Result<Definition, Phrase> {
        let needed = |value: Option<String>, field: &str| value.ok_or_else(|| expected::field(field));
        let lead = needed(of.lead, "lead")?;
        let sensitive = of.sensitive.unwrap_or(false);
        if let Some(code) = of.code {
            return Ok(Definition::Indicator(Indicator {
                code,
                name: needed(of.name, "name")?,
                short_name: of.short_name,
                name_en: of.name_en,
                unit: of.unit,
                kind: of.kind,
                direction: of.direction,
                targets: of.targets.ok_or_else(|| expected::field("targets"))?,
                other_codes: of.other_codes.unwrap_or_default(),
                undated: of.undated,
                lead,
                parent: of.parent,
                sensitive,
                baseline: of.baseline.map(Box::new),
            }));
        }
        Ok(Definition::Task(Task {
            number: of.number.ok_or_else(|| expected::field("number"))?,
            title: needed(of.title, "title")?,
            title_en: of.title_en,
            pillar: of.pillar,
            lead,
            cooperating: needed(of.cooperating, "cooperating")?,
            deadline: needed(of.deadline, "deadline")?,
            items: of.items.unwrap_or_default(),
            product: of.product,
            sensitive,
        }))
    }
}
