//! What is wrong with a file, all of it, without reading it for use.

use crate::agencies::Registry;
use crate::calendar::Calendar;
use crate::codes::FileKind;
use crate::error::Error;
use crate::limits::Limits;
use crate::plan::Plan;
use crate::records::Records;

/// All that is wrong with a file's JSON, in the order of its places, up to [`Limits::errors`]; nothing where the file is
/// read. Each error stands alone: its [`others`](Error::others) are the rest of the list.
///
/// The rules are those by which files are read, and say more than the JSON Schemas of `core/data` can: codes given twice,
/// parents that are missing, dates that no calendar has.
///
/// ```
/// use tiendo::{ErrorCode, FileKind, Limits, Plan, validate};
/// let errors = validate(FileKind::Plan, br#"{"schemaVersion": 1, "id": 3, "colour": "red"}"#, &Limits::default());
/// let found: Vec<_> = errors.iter().map(|error| (error.code, error.path.as_str())).collect();
/// assert_eq!(found[..2], [(ErrorCode::WrongType, "id"), (ErrorCode::UnknownField, "colour")]);
/// let plan = Plan::builtin("tien-dien")?.to_json();
/// assert_eq!(validate(FileKind::Plan, plan.as_bytes(), &Limits::default()), []);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn validate(kind: FileKind, json: &[u8], limits: &Limits) -> Vec<Error> {
    let refused = match kind {
        FileKind::Plan => Plan::from_json_with(json, limits).err(),
        FileKind::Records => Records::from_json_with(json, limits).err(),
        FileKind::Registry => Registry::from_json_with(json, limits).err(),
        FileKind::Calendar => Calendar::from_json_with(json, limits).err(),
    };
    refused.map_or_else(Vec::new, Error::into_each)
}
