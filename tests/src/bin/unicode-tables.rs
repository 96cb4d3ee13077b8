//! Writes the tables of Unicode that the core carries, where its source has them:
//!
//!     cargo run -p tiendo-tests --bin unicode-tables

fn main() -> std::io::Result<()> {
    std::fs::write(tiendo_tests::unicode::TABLES, tiendo_tests::unicode::tables())
}
