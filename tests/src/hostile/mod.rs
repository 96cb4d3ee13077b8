//! Hostile shapes: inputs that would have made the library loop, eat memory, or work out of proportion, made by code at
//! any size.
//!
//! A [`Shape`] is one way of being hostile. `tests/hostile_work.rs` runs each at doubling sizes and holds the counted
//! work, the allocated bytes and the memory held against what went in and came out. [`files`] writes the same shapes
//! as files, for every host's own tests.

mod assessing;
mod calls;
mod cells;
pub mod files;
mod json;
mod measure;
mod periodic;
mod plans;
mod registries;
mod reports;
mod texts;

pub use measure::{Counting, Gauge, Reading, measured_work};

/// What a shape may hold at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Reading a file: so many times the file, what was read included.
    File(u8),
    /// Anything else: so many times what it was given and what it gives.
    Work(u8),
    /// Reading one cell: three times that, and what the longest cell that there can be needs.
    Cell,
}

/// Makes the input of a size, and measures the work on it.
pub type Run = Box<dyn Fn(usize, &mut Gauge) + Send + Sync>;

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
    /// What it does at a size.
    pub run: Run,
}

impl Shape {
    /// The shapes of one group run one after the other.
    #[must_use]
    pub fn group(&self) -> &str {
        self.name.split('/').next().unwrap_or(&self.name)
    }
}

impl Shape {
    /// A shape that may hold otherwise than most.
    fn holding(self, holds: Holds) -> Shape {
        Shape { holds, ..self }
    }
}

/// A shape that reads a file.
fn reading(
    name: &str,
    breaks: &'static str,
    size: usize,
    run: impl Fn(usize, &mut Gauge) + Send + Sync + 'static,
) -> Shape {
    Shape { name: name.to_owned(), breaks, size, holds: Holds::File(3), run: Box::new(run) }
}

/// A shape that works on what was read.
fn working(
    name: &str,
    breaks: &'static str,
    size: usize,
    run: impl Fn(usize, &mut Gauge) + Send + Sync + 'static,
) -> Shape {
    reading(name, breaks, size, run).holding(Holds::Work(3))
}

/// Every shape there is.
#[must_use]
pub fn shapes() -> Vec<Shape> {
    [
        json::shapes(),
        cells::shapes(),
        registries::shapes(),
        plans::shapes(),
        reports::shapes(),
        assessing::shapes(),
        periodic::shapes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
