//! Runs the vectors every language shares against the Rust API; `tests/README.md` has their format.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write;

use serde_json::{Value, json};
use tiendo::{IndicatorFlag, IndicatorStanding, TaskFlag, TaskStanding};
use tiendo_tests::vectors::{call, differs, files};

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

#[test]
fn the_whole_assessments_show_every_standing_and_flag() {
    let file = files().into_iter().find(|file| file.name == "assessments").expect("whole assessments");
    assert!(file.cases.len() >= 30, "{} whole assessments", file.cases.len());
    let mut met = BTreeSet::new();
    for case in &file.cases {
        let whole = call("assess", &case.whole_input("assess")).expect("an assessment");
        let whole: Value = serde_json::from_str(&whole).expect("JSON");
        for item in ["indicators", "tasks"].iter().flat_map(|list| whole[*list].as_array().expect("a list")) {
            let passed = item["passed"].as_array().into_iter().flatten();
            for judged in passed.chain([item]) {
                let flags = judged["flags"].as_array().into_iter().flatten();
                met.extend(flags.chain([&judged["standing"]]).map(ToString::to_string));
            }
        }
    }
    let standings = IndicatorStanding::ALL.iter().map(|code| code.as_str());
    let of_tasks = TaskStanding::ALL.iter().map(|code| code.as_str());
    let flags = IndicatorFlag::ALL.iter().map(|code| code.as_str());
    let flags = flags.chain(TaskFlag::ALL.iter().map(|code| code.as_str()));
    let missing: Vec<&str> = standings
        .chain(of_tasks)
        .chain(flags)
        .filter(|code| !met.contains(&json!(code).to_string()))
        .collect();
    assert!(missing.is_empty(), "no whole assessment shows {missing:?}");
}

/// Adds the counts to the table of the whole run.
fn record(name: &str, passed: usize, failed: usize) {
    if let Some(path) = std::env::var_os("TIENDO_VECTORS") {
        let mut table = OpenOptions::new().create(true).append(true).open(path).expect("the table");
        table.write_all(format!("rust\t{name}.json\t{passed}\t{failed}\n").as_bytes()).expect("a line");
    }
}
