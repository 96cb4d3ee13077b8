//! The committed JSON Schemas are those of the types, and what is written obeys them in name.

use std::fs;
use std::path::Path;

/// Compares a committed schema with the types'; with `TIENDO_BLESS=1` writes it instead.
fn check(file: &str, schema: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data").join(file);
    if std::env::var_os("TIENDO_BLESS").is_some() {
        fs::write(&path, schema).expect("core/data can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == schema,
        "core/data/{file} is not that of the types: run with TIENDO_BLESS=1 and review the change"
    );
}

#[test]
fn the_plan_schema_is_that_of_the_types() {
    check("plan.schema.json", &tiendo::schema::plan());
}

#[test]
fn the_records_schema_is_that_of_the_types() {
    check("records.schema.json", &tiendo::schema::records());
}

#[test]
fn the_registry_schema_is_that_of_the_types() {
    check("registry.schema.json", &tiendo::schema::registry());
}

#[test]
fn the_calendar_schema_is_that_of_the_types() {
    check("calendar.schema.json", &tiendo::schema::calendar());
}
