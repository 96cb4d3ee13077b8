//! Writes the Kotlin and Swift sources for the library: UniFFI's, made into what each language expects.
//!
//! `tiendo-bindgen generate LIBRARY --language kotlin|swift --no-format --out-dir FOLDER`
mod kotlin;
mod polish;
mod swift;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    uniffi::uniffi_bindgen_main();
    let mut arguments = std::env::args();
    let Some(folder) = arguments.find(|argument| argument == "--out-dir").and_then(|_| arguments.next())
    else {
        return ExitCode::SUCCESS;
    };
    let folder = PathBuf::from(folder);
    let polished = [
        ("vn/tiendo/tiendo.kt", kotlin::polished as fn(&str) -> polish::Done),
        ("Tiendo.swift", swift::polished),
    ];
    for (path, polished) in polished.map(|(path, polished)| (folder.join(path), polished)) {
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
