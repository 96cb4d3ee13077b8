//! Fingerprints: what an assessment rests on, as one number of 64 hexadecimal digits.

use std::sync::LazyLock;

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
pub(super) fn of_plan(plan: &Plan, options: &Options) -> String {
    // The built-in ones are read and hashed once.
    static CALENDAR: LazyLock<String> = LazyLock::new(|| hex(Calendar::builtin().to_json().as_bytes()));
    static REGISTRY: LazyLock<String> = LazyLock::new(|| hex(Registry::shared().to_json().as_bytes()));
    let own = options.calendar.as_deref().map(|calendar| hex(calendar.to_json().as_bytes()));
    let calendar = own.as_ref().unwrap_or_else(|| &CALENDAR);
    let own = options.registry.as_deref().map(|registry| hex(registry.to_json().as_bytes()));
    let registry = own.as_ref().unwrap_or_else(|| &REGISTRY);
    of(&(plan, options, calendar, registry, env!("CARGO_PKG_VERSION")))
}

/// The records used, by id.
pub(super) fn of_records(used: &[&Record]) -> String {
    of(used)
}
