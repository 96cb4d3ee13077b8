//! Runs hostile shapes at doubling sizes and prints what each took: `name size input given output allocated peak`, a line for
//! each piece of work. Run under callgrind by `tests/hostile_work.rs`, which counts the instructions of each.
//!
//!     hostile-work --list          the shapes, and what each would have broken
//!     hostile-work NAME …          those shapes, each at its size, twice and four times that

use tiendo_tests::hostile::{Counting, Gauge, shapes};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let names: Vec<String> = std::env::args().skip(1).collect();
    if names == ["--list"] {
        for shape in shapes() {
            println!("{}: {}", shape.name, shape.breaks);
        }
        return;
    }
    // What the library reads once for all is no shape's work.
    let registry = tiendo::Registry::builtin();
    // The names of places and those without diacritics have indexes of their own, made when they are first asked for.
    let split = registry.split("So Y te; Công an Hà Tĩnh").ok();
    std::hint::black_box((registry, split, tiendo::Calendar::builtin()));
    for shape in shapes().iter().filter(|shape| names.contains(&shape.name)) {
        for size in [1, 2, 4].map(|times| times * shape.size) {
            eprintln!("begun {} {size}", shape.name);
            let mut gauge = Gauge::new();
            (shape.run)(size, &mut gauge);
            let taken = gauge.reading();
            println!(
                "{}\t{size}\t{}\t{}\t{}\t{}\t{}",
                shape.name, taken.input, taken.given, taken.output, taken.allocated, taken.peak
            );
        }
    }
}
