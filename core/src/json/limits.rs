//! Limits as JSON has them.

use super::{Object, Shape, object, read, spare};
use crate::error::Error;
use crate::limits::Limits;

/// Limits, each by default where it is left out.
pub(crate) static LIMITS: Object = object(&[
    spare("jsonBytes", Shape::Whole(0, u32::MAX)),
    spare("recordsBytes", Shape::Whole(0, u32::MAX)),
    spare("depth", Shape::Whole(0, u32::MAX)),
    spare("textChars", Shape::Whole(0, u32::MAX)),
    spare("idChars", Shape::Whole(0, u32::MAX)),
    spare("nameChars", Shape::Whole(0, u32::MAX)),
    spare("indicators", Shape::Whole(0, u32::MAX)),
    spare("tasks", Shape::Whole(0, u32::MAX)),
    spare("footnotes", Shape::Whole(0, u32::MAX)),
    spare("milestones", Shape::Whole(0, u32::MAX)),
    spare("rules", Shape::Whole(0, u32::MAX)),
    spare("records", Shape::Whole(0, u32::MAX)),
    spare("chain", Shape::Whole(0, u32::MAX)),
    spare("items", Shape::Whole(0, u32::MAX)),
    spare("pairs", Shape::Whole(0, u32::MAX)),
    spare("given", Shape::Whole(0, u32::MAX)),
    spare("graceDays", Shape::Whole(0, u32::MAX)),
    spare("reports", Shape::Whole(0, u32::MAX)),
    spare("obligations", Shape::Whole(0, u32::MAX)),
    spare("outputBytes", Shape::Whole(0, u32::MAX)),
    spare("errors", Shape::Whole(0, u32::MAX)),
]);

impl Limits {
    /// Reads limits from JSON, each by default where it is left out.
    ///
    /// Errors: those of files.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits};
    /// assert_eq!(Limits::from_json(br#"{"tasks": 100}"#)?, Limits { tasks: 100, ..Limits::default() });
    /// assert_eq!(Limits::from_json(br#"{"colours": 3}"#).unwrap_err().code, ErrorCode::UnknownField);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Limits, Error> {
        read(json, &Limits::default(), const { &Shape::Object(&LIMITS) })
    }
}
