//! The shape of a plan's file.

use crate::codes::{Derivation, Direction, Level, MeasureKind, NoteCode, Source};
use crate::json::{DATE, Object, Shape, code, needed, nullable, object, spare};
use crate::number::EXACT;
use crate::regime::REGIME;

/// A plan's file.
pub(crate) static PLAN: Shape = Shape::Object(&object(&[
    needed("schemaVersion", Shape::Version),
    needed("id", Shape::Id),
    nullable("number", Shape::Text),
    needed("title", Shape::Text),
    nullable("titleEn", Shape::Text),
    needed("issuer", Shape::Text),
    needed("level", code!(Level)),
    nullable("issued", DATE),
    nullable("effective", DATE),
    spare("implements", Shape::List(&Shape::Object(&DOCUMENT), |limits| limits.indicators)),
    spare("replaces", Shape::List(&Shape::Object(&DOCUMENT), |limits| limits.indicators)),
    needed("milestones", Shape::List(&Shape::Year, |limits| limits.milestones)),
    spare("footnotes", Shape::List(&FOOTNOTE, |limits| limits.footnotes)),
    spare("pillars", Shape::List(&PILLAR, |limits| limits.indicators)),
    needed("indicators", Shape::List(&INDICATOR, |limits| limits.indicators)),
    needed("tasks", Shape::List(&TASK, |limits| limits.tasks)),
    spare("body", Shape::List(&STATEMENT, |limits| limits.indicators)),
    nullable("derives", Shape::Object(&LINEAGE)),
    nullable("regime", Shape::Object(&REGIME)),
]));

static DOCUMENT: Object =
    object(&[needed("number", Shape::Text), nullable("issuer", Shape::Text), nullable("issued", DATE)]);

static FOOTNOTE: Shape = Shape::Object(&object(&[
    needed("mark", Shape::Id),
    needed("text", Shape::Text),
    nullable("takenFrom", Shape::Text),
]));

static PILLAR: Shape = Shape::Object(&object(&[
    needed("code", Shape::Id),
    needed("name", Shape::Text),
    nullable("nameEn", Shape::Text),
    nullable("note", code!(NoteCode)),
]));

static INDICATOR: Shape = Shape::Object(&object(&[
    needed("code", Shape::Id),
    needed("name", Shape::Text),
    nullable("shortName", Shape::Text),
    nullable("nameEn", Shape::Text),
    nullable("unit", Shape::Text),
    nullable("kind", code!(MeasureKind)),
    nullable("direction", code!(Direction)),
    needed("targets", Shape::List(&CELL, |limits| limits.indicators)),
    spare("otherCodes", Shape::List(&PUBLISHED, |limits| limits.indicators)),
    nullable("undated", Shape::Text),
    needed("lead", Shape::Text),
    nullable("parent", Shape::Id),
    spare("sensitive", Shape::Flag),
    nullable("baseline", Shape::Object(&BASELINE)),
]));

pub(crate) static BASELINE: Object = object(&[
    needed("date", DATE),
    needed("value", EXACT),
    nullable("qualifier", Shape::Text),
    nullable("source", Shape::Text),
]);

pub(crate) static CELL: Shape = Shape::Object(&object(&[
    needed("year", Shape::Year),
    needed("text", Shape::Text),
    spare("source", code!(Source)),
]));

pub(crate) static PUBLISHED: Shape =
    Shape::Object(&object(&[needed("year", Shape::Year), needed("code", Shape::Id)]));

static TASK: Shape = Shape::Object(&object(&[
    needed("number", Shape::Whole(1, u32::MAX)),
    needed("title", Shape::Text),
    nullable("titleEn", Shape::Text),
    nullable("pillar", Shape::Id),
    needed("lead", Shape::Text),
    needed("cooperating", Shape::Text),
    needed("deadline", Shape::Text),
    spare("items", Shape::List(&ITEM, |limits| limits.indicators)),
    nullable("product", Shape::Text),
    spare("sensitive", Shape::Flag),
]));

pub(crate) static ITEM: Shape = Shape::Object(&object(&[
    needed("number", Shape::Whole(0, u32::MAX)),
    needed("title", Shape::Text),
    nullable("titleEn", Shape::Text),
]));

static STATEMENT: Shape = Shape::Object(&object(&[
    needed("indicator", Shape::Id),
    needed("year", Shape::Year),
    needed("text", Shape::Text),
]));

static LINEAGE: Object = object(&[
    needed("plan", Shape::Id),
    needed("indicators", Shape::List(&LINK, |limits| limits.indicators)),
    needed("tasks", Shape::List(&LINK, |limits| limits.tasks)),
]);

static LINK: Shape = Shape::Object(&object(&[
    needed("child", Shape::Id),
    needed("parent", Shape::Id),
    needed("how", code!(Derivation)),
]));
