//! Hostile shapes: inputs that would have made the library loop, eat memory, or work out of proportion, made by code at
//! any size.
//!
//! A [`Shape`] is one way of being hostile. `tests/hostile_work.rs` runs each at doubling sizes and holds the counted
//! work, the allocated bytes and the memory held against what went in and came out. [`files`] writes the same shapes
//! as files, for every host's own tests.

mod calls;
mod cells;
pub mod files;
mod json;
mod measure;
mod plans;
mod registries;
mod reports;
mod texts;

pub use measure::{Counting, Gauge, Reading, measured_work};

/// What a shape may hold at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Reading a file: three times the file, what was read included.
    Reading,
    /// Reading a file whose words are indexed: sixteen times the file, of which each word may be but a few bytes.
    Indexing,
    /// Reading one cell: as much as the longest there can be needs.
    Cell,
    /// Anything else: three times what it was given, and what it gives.
    Working,
}

/// One way of being hostile.
pub struct Shape {
    /// Its name; those of one group, the part before the slash, run in one process.
    pub name: String,
    /// What it would have broken.
    pub breaks: &'static str,
    /// The smallest size it is run at; then twice and four times that.
    pub size: usize,
    /// What it may hold.
    pub holds: Holds,
    /// Makes the input of a size and measures the work on it.
    pub run: Box<dyn Fn(usize, &mut Gauge) + Send + Sync>,
}

impl Shape {
    /// The shapes of one group run one after the other.
    #[must_use]
    pub fn group(&self) -> &str {
        self.name.split('/').next().unwrap_or(&self.name)
    }
}

/// A shape that reads a file.
fn reading(
    name: &str,
    breaks: &'static str,
    size: usize,
    run: impl Fn(usize, &mut Gauge) + Send + Sync + 'static,
) -> Shape {
    Shape { name: name.to_owned(), breaks, size, holds: Holds::Reading, run: Box::new(run) }
}

/// A shape that reads a file and indexes it.
fn indexing(
    name: &str,
    breaks: &'static str,
    size: usize,
    run: impl Fn(usize, &mut Gauge) + Send + Sync + 'static,
) -> Shape {
    Shape { holds: Holds::Indexing, ..reading(name, breaks, size, run) }
}

/// A shape that works on what was read.
fn working(
    name: &str,
    breaks: &'static str,
    size: usize,
    run: impl Fn(usize, &mut Gauge) + Send + Sync + 'static,
) -> Shape {
    Shape { name: name.to_owned(), breaks, size, holds: Holds::Working, run: Box::new(run) }
}

/// Every shape there is.
#[must_use]
pub fn shapes() -> Vec<Shape> {
    [json::shapes(), cells::shapes(), registries::shapes(), plans::shapes(), reports::shapes()]
        .into_iter()
        .flatten()
        .collect()
}
