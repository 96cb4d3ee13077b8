//! Limits: how much input a call takes before it refuses.

use serde::{Deserialize, Serialize};

use crate::codes::ErrorCode;
use crate::error::Error;

/// How much a call takes and gives; beyond a limit it fails with that limit's error, or says so in a finding, and never
/// passes a shorter answer for a whole one.
///
/// ```
/// use tiendo::{ErrorCode, Limits, Plan};
/// let limits = Limits { json_bytes: 8, ..Limits::default() };
/// assert_eq!(Plan::from_json_with(b"{\"id\": \"long\"}", &limits).unwrap_err().code, ErrorCode::TooLarge);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Limits {
    /// Bytes of a JSON text (`too-large`).
    pub json_bytes: usize,
    /// Bytes of a JSON text of records (`too-large`).
    pub records_bytes: usize,
    /// Lists and objects within one another (`too-deep`); more than 128 are not read whatever is set.
    pub depth: usize,
    /// Unicode scalar values of a cell, a name or any other text (`cell-too-long`).
    pub text_chars: usize,
    /// Unicode scalar values of an id (`cell-too-long`).
    pub id_chars: usize,
    /// Unicode scalar values of a body's or a given report's name in a call (`cell-too-long`).
    pub name_chars: usize,
    /// Indicators of a plan, and the items of any list the other limits do not name (`too-many`).
    pub indicators: usize,
    /// Tasks of a plan (`too-many`).
    pub tasks: usize,
    /// Footnotes of a plan (`too-many`).
    pub footnotes: usize,
    /// Milestones of a plan (`too-many`).
    pub milestones: usize,
    /// Rules of a reporting regime (`too-many`).
    pub rules: usize,
    /// Records of a call (`too-many`).
    pub records: usize,
    /// Bodies that succeed one another, and rows that inherit from one another (`too-many`).
    pub chain: usize,
    /// Items of a task that one cell of agencies may number (note `too-many-items`).
    pub items: usize,
    /// Pairs of names that are compared word by word (`too-many`, or a finding `limit-reached`).
    pub pairs: usize,
    /// Reports on dates of the caller's in a call (`too-many`).
    pub given: usize,
    /// Days of grace (`bad-option`).
    pub grace_days: u32,
    /// Reports of a call, apart from who owes them (`too-many`).
    pub reports: usize,
    /// Obligations of a call (`too-many`).
    pub obligations: usize,
    /// Bytes of a text that a call makes (`too-large`).
    pub output_bytes: usize,
    /// Errors of a file that are told at once.
    pub errors: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            json_bytes: 64 * 1024 * 1024,
            records_bytes: 1024 * 1024 * 1024,
            depth: 64,
            text_chars: 10_000,
            id_chars: 200,
            name_chars: 500,
            indicators: 20_000,
            tasks: 20_000,
            footnotes: 1_000,
            milestones: 50,
            rules: 200,
            records: 5_000_000,
            chain: 16,
            items: 1_000,
            pairs: 4_000_000,
            given: 1_000,
            grace_days: 366,
            reports: 100_000,
            obligations: 2_000_000,
            output_bytes: 256 * 1024 * 1024,
            errors: 100,
        }
    }
}

impl Limits {
    /// Refuses a text that has more characters than a cell may have.
    pub(crate) fn check_text(&self, text: &str, path: &str) -> Result<(), Error> {
        let limit = self.text_chars;
        if !is_longer(text, limit) {
            return Ok(());
        }
        Err(Error::new(ErrorCode::CellTooLong, path, crate::words::expected::at_most_chars(limit)))
    }
}

/// Whether a text has more characters than so many: no text has more than bytes.
pub(crate) fn is_longer(text: &str, chars: usize) -> bool {
    text.len() > chars && text.chars().count() > chars
}
