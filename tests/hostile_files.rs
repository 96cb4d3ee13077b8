//! The hostile files that every host is tested with, read by the core.

use std::collections::BTreeSet;

use tiendo::{Calendar, Error, Plan, Records, Registry, ReportingQuery};
use tiendo_tests::hostile::files::{File, files};

/// What comes of a file: the error's code, or nothing.
fn outcome(file: &File) -> Option<&'static str> {
    fn code<T>(read: Result<T, Error>) -> Option<&'static str> {
        read.err().map(|error| error.code.as_str())
    }
    match file.kind {
        "plan" => code(Plan::from_json(&file.bytes).map(|plan| plan.lint(&Registry::builtin()))),
        "records" => code(Records::from_json(&file.bytes)),
        "registry" => {
            let cell = file.cell.as_deref().unwrap_or("");
            code(Registry::from_json(&file.bytes).and_then(|registry| registry.split(cell)))
        }
        "calendar" => code(Calendar::from_json(&file.bytes)),
        "query" => code(ReportingQuery::from_json(&file.bytes).and_then(|query| {
            let plan = Plan::builtin("ha-tinh-231").expect("a built-in plan reads");
            plan.obligations(&query).map(|all| all.iter().count())
        })),
        other => panic!("a file of the kind {other}"),
    }
}

#[test]
fn each_hostile_file_is_read_or_refused_as_it_says() {
    let wrong: Vec<String> = files()
        .iter()
        .map(|file| (file, outcome(file)))
        .filter(|(file, outcome)| file.error != *outcome)
        .map(|(file, outcome)| format!("{}: {outcome:?}, not {:?} ({})", file.name, file.error, file.breaks))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn hostile_files_have_names_of_their_own_and_are_no_burden() {
    let files = files();
    let names: BTreeSet<&str> = files.iter().map(|file| file.name).collect();
    assert_eq!(names.len(), files.len());
    assert!(!names.contains("index"));
    let large: Vec<&str> =
        files.iter().filter(|file| file.bytes.len() > 2 * 1024 * 1024).map(|file| file.name).collect();
    assert!(large.is_empty(), "beyond two megabytes: {large:?}");
}
