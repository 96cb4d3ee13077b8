//! The JSON Schema of the library's files, made from its types (feature `schema`).
//!
//! The committed copies stand in `core/data`; a test keeps them equal to these.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};

use crate::agencies::Entries;
use crate::calendar::CalendarEntries;
use crate::plan::Plan;
use crate::records::Records;

/// The schema of a plan's file, JSON Schema draft 2020-12.
///
/// ```
/// assert!(tiendo::schema::plan().contains("\"additionalProperties\": false"));
/// ```
pub fn plan() -> String {
    of::<Plan>()
}

/// The schema of a records' file.
///
/// ```
/// assert!(tiendo::schema::records().contains("\"synthetic\""));
/// ```
pub fn records() -> String {
    of::<Records>()
}

/// The schema of a registry's file.
///
/// ```
/// assert!(tiendo::schema::registry().contains("\"agencies\""));
/// ```
pub fn registry() -> String {
    of::<Entries>()
}

/// The schema of a calendar's file.
///
/// ```
/// assert!(tiendo::schema::calendar().contains("\"weekend\""));
/// ```
pub fn calendar() -> String {
    of::<CalendarEntries>()
}

fn of<T: JsonSchema>() -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    // The types' docs go on with examples in Rust, which the reader of a schema has no use for.
    RecursiveTransform(|schema: &mut Schema| {
        let prose = schema
            .get("description")
            .and_then(|text| text.as_str())
            .and_then(|text| text.split("\n\n```").next());
        if let Some(prose) = prose.map(str::to_owned) {
            schema.insert("description".to_owned(), prose.into());
        }
    })
    .transform(&mut schema);
    crate::json::write(&schema)
}
