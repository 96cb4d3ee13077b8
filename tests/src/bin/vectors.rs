//! Writes the vectors as whole cases for the hosts, a file for each:
//!
//!     cargo run -p tiendo-tests --bin vectors -- DIR

use std::path::PathBuf;

use tiendo_tests::vectors::{files, whole};

fn main() -> std::io::Result<()> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err(std::io::Error::other("a folder is needed"));
    };
    std::fs::create_dir_all(&folder)?;
    for file in files() {
        std::fs::write(folder.join(&file.name).with_extension("json"), format!("{:#}\n", whole(&file)))?;
    }
    Ok(())
}
