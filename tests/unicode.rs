//! The core's tables of Unicode are those that are made.

use tiendo_tests::unicode::{TABLES, tables};

#[test]
fn the_tables_are_as_they_are_made() {
    let known = std::fs::read_to_string(TABLES).expect("the core has its tables");
    assert!(known == tables(), "made anew by `cargo run -p tiendo-tests --bin unicode-tables`");
}
