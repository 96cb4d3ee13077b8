//! The core stays pure: what it is built from is a written list, looked at for each feature set.

use std::collections::BTreeSet;
use std::process::Command;

/// Crates the core may be built from, and why.
const ALLOWED: &[(&str, &str)] = &[
    ("tiendo", "the core itself"),
    ("chrono", "civil dates; without its clock"),
    ("num-traits", "chrono's numbers"),
    ("csv-core", "tables in"),
    ("bnum", "exact fractions wider than 128 bits"),
    ("sha2", "fingerprints"),
    ("digest", "sha2's"),
    ("block-buffer", "sha2's"),
    ("crypto-common", "sha2's"),
    ("hybrid-array", "sha2's"),
    ("typenum", "sha2's"),
    ("cfg-if", "sha2's"),
    ("cpufeatures", "sha2's"),
    ("libc", "sha2's, on ARM"),
    ("serde", "data in and out"),
    ("serde_core", "serde's traits"),
    ("serde_json", "JSON"),
    ("itoa", "serde_json's whole numbers"),
    ("zmij", "serde_json's floats, of which the core has none"),
    ("memchr", "serde_json's search for quotes"),
    ("thiserror", "the error trait"),
    ("askama", "templates of the report, feature `report` only; while compiling, but for its escapers"),
    ("rawzip", "the report's DOCX, feature `report` only; it needs nothing else and has no clock"),
    ("miniz_oxide", "its compression"),
    ("adler2", "miniz_oxide's"),
    ("schemars", "JSON Schema, feature `schema` only"),
    ("dyn-clone", "schemars'"),
    ("ref-cast", "schemars'"),
];

/// Crates that run while compiling only.
const COMPILE_TIME: &[&str] = &[
    "autocfg",
    "proc-macro2",
    "quote",
    "unicode-ident",
    "syn",
    "serde_derive",
    "serde_derive_internals",
    "thiserror-impl",
    "askama_derive",
    "askama_macros",
    "askama_parser",
    "rustc-hash",
    "winnow",
    "schemars_derive",
    "ref-cast-impl",
];

/// The names and features of the crates behind one feature set of the core.
fn tree(features: &[&str]) -> Vec<(String, String)> {
    let mut cargo = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    cargo.args([
        "tree", "--locked", "-p", "tiendo", "-e", "normal", "--prefix", "none", "--format", "{p}|{f}",
    ]);
    let output = cargo.args(features).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    text.lines()
        .filter_map(|line| line.split_once('|'))
        .map(|(package, features)| {
            let name = package.split(' ').next().unwrap_or("").to_owned();
            (name, features.trim_end_matches(" (*)").to_owned())
        })
        .collect()
}

const FEATURE_SETS: &[&[&str]] = &[
    &["--no-default-features"],
    &[],
    &["--no-default-features", "--features", "report"],
    &["--no-default-features", "--features", "schema"],
    &["--all-features"],
];

#[test]
fn every_crate_behind_the_core_is_on_the_list() {
    for features in FEATURE_SETS {
        let names: BTreeSet<String> = tree(features).into_iter().map(|(name, _)| name).collect();
        let unlisted: Vec<&String> = names
            .iter()
            .filter(|name| {
                !ALLOWED.iter().any(|(known, _)| known == name) && !COMPILE_TIME.contains(&name.as_str())
            })
            .collect();
        assert!(
            unlisted.is_empty(),
            "{features:?} brings in {unlisted:?}: list each with its reason, or do without"
        );
    }
}

#[test]
fn built_in_plans_bring_in_no_more_than_none_do() {
    let names = |features: &[&str]| tree(features).into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>();
    let none = names(&["--no-default-features"]);
    assert_eq!(
        names(&["--no-default-features", "--features", "builtin"]),
        none,
        "built-in plans are data, not code"
    );
    assert!(!names(&[]).contains("schemars"));
}

#[test]
fn chrono_has_no_clock() {
    for features in FEATURE_SETS {
        let chrono: Vec<String> = tree(features)
            .into_iter()
            .filter(|(name, _)| name == "chrono")
            .map(|(_, features)| features)
            .collect();
        assert!(!chrono.is_empty());
        for features in chrono {
            let on: Vec<&str> = features.split(',').collect();
            for clock in ["clock", "now", "wasmbind", "winapi", "oldtime"] {
                assert!(!on.contains(&clock), "chrono is built with `{clock}`");
            }
        }
    }
}
