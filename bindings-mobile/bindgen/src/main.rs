//! Writes the Kotlin and Swift sources for the library: UniFFI's, made into what each language expects.
//!
//! `tiendo-bindgen generate LIBRARY --language kotlin|swift --no-format --out-dir FOLDER`
mod kotlin;
mod polish;
mod swift;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    uniffi::uniffi_bindgen_main();
    let mut arguments = std::env::args();
    let Some(folder) = arguments.find(|argument| argument == "--out-dir").and_then(|_| arguments.next())
    else {
        return ExitCode::SUCCESS;
    };
    let folder = PathBuf::from(folder);
    let files: [(&Path, fn(&str) -> polish::Done); 2] =
        [(Path::new("vn/tiendo/tiendo.kt"), kotlin::polished), (Path::new("Tiendo.swift"), swift::polished)];
    for (path, polished) in files.map(|(path, polished)| (folder.join(path), polished)) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let done =
            polished(&text).and_then(|text| std::fs::write(&path, text).map_err(|error| error.to_string()));
        if let Err(error) = done {
            eprintln!("{}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
