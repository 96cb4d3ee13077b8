//! Fingerprints: what an assessment rests on, as one number of 64 hexadecimal digits.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::agencies::Registry;
use crate::calendar::Calendar;
use crate::json;
use crate::options::Options;
use crate::plan::Plan;
use crate::records::Record;

/// SHA-256 of a value's JSON on one line.
fn of<T: Serialize + ?Sized>(value: &T) -> String {
    hex(json::to_json(value).as_bytes())
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
        }
    }
    text
}

/// The plan in force, the options, the calendar, the registry and the version.
pub(super) fn of_plan(plan: &Plan, options: &Options, registry: &Registry) -> String {
    let calendar = match &options.calendar {
        Some(calendar) => hex(calendar.to_json().as_bytes()),
        None => hex(Calendar::builtin().to_json().as_bytes()),
    };
    let registry = hex(registry.to_json().as_bytes());
    of(&(plan, options, calendar, registry, env!("CARGO_PKG_VERSION")))
}

/// The records used, by id.
pub(super) fn of_records(used: &[&Record]) -> String {
    of(used)
}
