//! Writes the hostile files for the tests of every host:
//!
//!     cargo run -p tiendo-tests --bin hostile-files -- DIR
//!
//! `DIR/index.json` lists them: of each its `name` (the file is `NAME.json`), its `kind` (`plan`, `records`, `registry`,
//! `calendar`, `query`), the code of the `error` with which it is refused, or none where it is read, and of a registry
//! that is read a `cell` to split by it.

use std::path::PathBuf;
use std::process::ExitCode;

use tiendo_tests::hostile::files::files;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("the folder to write to is missing");
        return ExitCode::FAILURE;
    };
    let written = || -> std::io::Result<()> {
        std::fs::create_dir_all(&folder)?;
        let files = files();
        for file in &files {
            std::fs::write(folder.join(file.name).with_extension("json"), &file.bytes)?;
        }
        std::fs::write(folder.join("index.json"), serde_json::to_string_pretty(&files)?)
    };
    match written() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}
