//! Writes the seeds of a fuzzing target, and all that was found with it:
//!
//!     cargo run -p tiendo-tests --bin fuzz-seeds -- TARGET DIR

use std::path::PathBuf;

use tiendo_tests::fuzz::seeds;

fn main() -> std::io::Result<()> {
    let (target, folder) = (std::env::args().nth(1), std::env::args_os().nth(2));
    let (Some(target), Some(folder)) = (target, folder.map(PathBuf::from)) else {
        return Err(std::io::Error::other("a target and a folder are needed"));
    };
    std::fs::create_dir_all(&folder)?;
    for (at, seed) in seeds(&target).iter().enumerate() {
        std::fs::write(folder.join(format!("seed-{at}")), seed)?;
    }
    Ok(())
}
