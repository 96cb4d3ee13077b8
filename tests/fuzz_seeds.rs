//! What must hold of any bytes holds of the fuzzer's seeds, and of all that it ever found (`tests/fuzz/found`).

use std::path::Path;

use tiendo_tests::fuzz::{TARGETS, run, seeds};

#[test]
fn what_must_hold_holds_of_every_seed() {
    for (name, check) in TARGETS {
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "{name} has no seeds");
        seeds.iter().for_each(|seed| check(seed));
    }
}

#[test]
fn what_was_found_once_is_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/found");
    for entry in folder.read_dir().into_iter().flatten() {
        let path = entry.expect("the folder is read").path();
        // `TARGET.what-it-was`
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let target = name.split('.').next().expect("a target's name");
        run(target, &std::fs::read(&path).expect("a file is read"));
    }
}

#[test]
fn each_target_has_its_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).expect("the fuzzer's manifest");
    for (name, _) in TARGETS {
        assert!(
            folder.join("targets").join(name).with_extension("rs").is_file(),
            "tests/fuzz/targets/{name}.rs"
        );
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} in tests/fuzz/Cargo.toml");
    }
}
