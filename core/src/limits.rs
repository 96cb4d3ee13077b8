//! Limits: how much input a call takes before it refuses, and the first look at a file that enforces them.

use crate::codes::ErrorCode;
use serde::{Deserialize, Serialize};

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
    /// Arrays and objects within one another (`too-deep`).
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
        // No text has more characters than bytes.
        if text.len() <= limit || text.chars().count() <= limit {
            return Ok(());
        }
        let expected = (format!("không quá {limit} ký tự"), format!("at most {limit} characters"));
        Err(Error::new(ErrorCode::CellTooLong, path, expected))
    }

    /// Looks a JSON text over, byte by byte, before anything is built from it: its size, its depth, the length of its
    /// lists.
    ///
    /// Beside that it finds the first array that stands where an object belongs: serde would take the fields of an
    /// object as an array, by their order. No list of these formats holds lists.
    pub(crate) fn look_over(&self, json: &[u8]) -> Result<Option<Error>, Error> {
        if json.len() > self.json_bytes {
            return Err(Error::new(ErrorCode::TooLarge, "", format!("at most {} bytes", self.json_bytes)));
        }
        let mut open: Vec<Open<'_>> = Vec::new();
        let mut misplaced = None;
        let mut bytes = json.iter().enumerate();
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'"' => {
                    let mut end = at;
                    while let Some((here, byte)) = bytes.next() {
                        match byte {
                            b'\\' => drop(bytes.next()),
                            b'"' => {
                                end = here;
                                break;
                            }
                            _ => {}
                        }
                    }
                    // The last text before a bracket within an object is the name of its field.
                    if let Some(Open { is_list: false, name, .. }) = open.last_mut() {
                        *name = json.get(at + 1..end).unwrap_or(&[]);
                    }
                }
                b'[' | b'{' => {
                    let is_list = *byte == b'[';
                    if is_list && misplaced.is_none() && belongs_to_an_object(&open) {
                        misplaced = Some(Error::new(ErrorCode::WrongType, path(&open), "an object"));
                    }
                    if open.len() >= self.depth {
                        let expected =
                            format!("at most {} arrays and objects within one another", self.depth);
                        return Err(Error::new(ErrorCode::TooDeep, "", expected));
                    }
                    open.push(Open { is_list, items: 1, name: &[] });
                }
                b']' | b'}' => drop(open.pop()),
                b',' => {
                    if let Some(Open { is_list: true, items, .. }) = open.last_mut() {
                        *items += 1;
                        self.check_items(&open)?;
                    }
                }
                _ => {}
            }
        }
        Ok(misplaced)
    }

    fn check_items(&self, open: &[Open<'_>]) -> Result<(), Error> {
        let [outer @ .., list] = open else { return Ok(()) };
        let limit = match outer {
            [Open { name: b"tasks", .. }] => self.tasks,
            [Open { name: b"records", .. }] => self.records,
            _ => self.indicators,
        };
        if list.items <= limit {
            return Ok(());
        }
        Err(Error::new(ErrorCode::TooMany, path(outer), format!("at most {limit} items")))
    }
}

/// An array or object that has begun: the items so far of the one, the last field's name of the other.
struct Open<'j> {
    is_list: bool,
    items: usize,
    name: &'j [u8],
}

/// Whether an array cannot stand here: outermost, within an array, or in a field that holds one object.
fn belongs_to_an_object(open: &[Open<'_>]) -> bool {
    open.last().is_none_or(|last| {
        last.is_list
            || [b"regime".as_slice(), b"due", b"cutoff", b"derives", b"ended", b"begun"].contains(&last.name)
    })
}

/// The place of the value that begins next, as `indicators[0].targets`.
fn path(open: &[Open<'_>]) -> String {
    let mut path = String::new();
    for step in open {
        if step.is_list {
            path = format!("{path}[{}]", step.items.saturating_sub(1));
        } else {
            let dot = if path.is_empty() { "" } else { "." };
            path = format!("{path}{dot}{}", String::from_utf8_lossy(step.name));
        }
    }
    path
}
