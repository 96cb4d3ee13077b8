//! Runs the vectors every language shares against the Rust API; `tests/README.md` has their format.

use std::fs::OpenOptions;
use std::io::Write;

use tiendo_tests::vectors::{differs, files};

#[test]
fn every_case_gives_what_is_expected() {
    let mut failures = Vec::new();
    for file in files() {
        let failed: Vec<String> = file.cases.iter().filter_map(|case| differs(&file, case)).collect();
        record(&file.name, file.cases.len() - failed.len(), failed.len());
        failures.extend(failed.iter().map(|failure| format!("{}.json {failure}", file.name)));
    }
    assert!(failures.is_empty(), "{} cases fail\n{}", failures.len(), failures.join("\n"));
}

/// Adds the counts to the table of the whole run.
fn record(name: &str, passed: usize, failed: usize) {
    if let Some(path) = std::env::var_os("TIENDO_VECTORS") {
        let mut table = OpenOptions::new().create(true).append(true).open(path).expect("the table");
        table.write_all(format!("rust\t{name}.json\t{passed}\t{failed}\n").as_bytes()).expect("a line");
    }
}
