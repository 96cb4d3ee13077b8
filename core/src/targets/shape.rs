//! The shape of a target as it crosses a border.

use crate::codes::{Change, NoteCode, TargetKind};
use crate::json::{Object, Shape, code, needed, nullable, object, spare};
use crate::number::EXACT;

/// A target.
pub(crate) static TARGET: Shape = Shape::Object(&object(&[
    needed("kind", code!(TargetKind)),
    nullable("value", EXACT),
    nullable("low", EXACT),
    nullable("high", EXACT),
    nullable("present", Shape::Flag),
    nullable("unit", Shape::Text),
    nullable("base", Shape::Text),
    nullable("noun", Shape::Text),
    nullable("qualifier", Shape::Text),
    nullable("scope", Shape::Text),
    spare("parts", Shape::List(&TARGET, |limits| limits.indicators)),
    needed("rising", Shape::Flag),
    nullable("footnote", Shape::Text),
    nullable("proxy", Shape::Text),
    spare("notes", Shape::List(&NOTE, |limits| limits.indicators)),
    needed("text", Shape::Text),
    nullable("change", code!(Change)),
    nullable("changeSince", Shape::Year),
    nullable("byYear", Shape::Year),
    nullable("outOf", EXACT),
]));

/// A value to compare.
pub(crate) static MEASURED: Shape = Shape::Object(&object(&[
    nullable("value", EXACT),
    nullable("present", Shape::Flag),
    nullable("judgement", Shape::Flag),
    nullable("unit", Shape::Text),
    nullable("qualifier", Shape::Text),
    nullable("fullYears", Shape::List(&EXACT, |_| 2)),
]));

/// What a caller may choose about comparing.
pub(crate) static COMPARING: Shape =
    Shape::Object(&object(&[spare("equalExactly", Shape::Flag), spare("risingDecides", Shape::Flag)]));

static NOTE: Shape =
    Shape::Object(&object(&[needed("code", code!(NoteCode)), nullable("span", Shape::Object(&SPAN))]));

static SPAN: Object =
    object(&[needed("start", Shape::Whole(0, u32::MAX)), needed("end", Shape::Whole(0, u32::MAX))]);
