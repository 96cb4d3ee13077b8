//! Twice the hostile input, at most twice the work, and a tenth more; and never out of hand's worth of memory.
//!
//! Each shape of `src/hostile` runs at its size, twice that, and four times that. Counted are the instructions that its
//! work executes (by callgrind, the same every time) and the bytes that it allocates and holds: no clock is looked at.
//! Not among the tests of a bare `cargo test`, since it is slow without optimisation:
//!
//!     cargo test --release -p tiendo-tests --test hostile_work
//!     HOSTILE=registry cargo test … -- --nocapture         the shapes whose names hold that, with their numbers

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use tiendo_tests::hostile::{Holds, Shape, shapes};

/// Hundredths by which work and allocations may grow where a shape doubles. Where what comes out grows by more than that,
/// they may grow with it, and a tenth more.
const DOUBLED: u128 = 220;
const TENTH_MORE: u128 = 110;
/// Bytes that need no reason: tables that are the same for every input.
const ALLOWANCE: u128 = 64 * 1024;
/// Bytes that one cell, whose length is limited, may need while it is read.
const CELL: u128 = 2 * 1024 * 1024;
/// Shapes that are out of proportion, by how their names begin: an open defect each, held where it is. In hundredths, what
/// twice the input may take of work, and how much more than others the shape may hold.
const OPEN: &[(&str, u128, u128)] =
    &[("registry-chains/succession", 225, 100), ("json-target/parts", DOUBLED, 125)];
/// Seconds after which a shape has no end.
const ENDLESS: &str = "300";

/// The function within which callgrind counts, and after which it writes what it counted.
const MEASURED: &str = "tiendo_tests::hostile::measure::measured_work";

/// What a shape took at one size.
struct Taken {
    size: usize,
    input: u128,
    given: u128,
    output: u128,
    allocated: u128,
    peak: u128,
    instructions: u128,
}

#[test]
fn twice_the_hostile_input_is_at_most_twice_the_work() {
    let version = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status();
    assert!(
        version.is_ok_and(|status| status.success()),
        "valgrind is needed to count work: apt-get install valgrind"
    );
    let wanted = std::env::var("HOSTILE").unwrap_or_default();
    let all: Vec<Shape> = shapes().into_iter().filter(|shape| shape.name.contains(&wanted)).collect();
    let mut groups: BTreeMap<&str, Vec<&Shape>> = BTreeMap::new();
    for shape in &all {
        groups.entry(shape.group()).or_default().push(shape);
    }
    // The slow ones first, so that none is left alone at the end.
    let queue: Mutex<Vec<Vec<&Shape>>> = Mutex::new(groups.into_values().rev().collect());
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(group) = { queue.lock().expect("no thread panics").pop() } {
                    let found = run(&group);
                    wrong.lock().expect("no thread panics").extend(found);
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("no thread panics");
    assert!(wrong.is_empty(), "{} of {} shapes:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

/// Runs the shapes of one group, and says of each what is out of proportion.
fn run(group: &[&Shape]) -> Vec<String> {
    let folder = std::env::temp_dir().join(format!("hostile-{}-{:p}", std::process::id(), group));
    std::fs::create_dir_all(&folder).expect("a folder for what is counted");
    let output = Command::new("timeout")
        .args([ENDLESS, "valgrind", "--tool=callgrind", "--collect-atstart=no"])
        .args([format!("--toggle-collect={MEASURED}"), format!("--dump-after={MEASURED}")])
        .arg(format!("--callgrind-out-file={}", folder.join("out").display()))
        .arg(env!("CARGO_BIN_EXE_hostile-work"))
        .args(group.iter().map(|shape| &shape.name))
        .output()
        .expect("valgrind runs");
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut taken: BTreeMap<&str, Vec<Taken>> = BTreeMap::new();
    for (line, place) in lines.lines().zip(1..) {
        let fields: Vec<&str> = line.split('\t').collect();
        let number = |at: usize| fields[at].parse::<u128>().expect("a number");
        taken.entry(fields[0]).or_default().push(Taken {
            size: fields[1].parse().expect("a number"),
            input: number(2),
            given: number(3),
            output: number(4),
            allocated: number(5),
            peak: number(6),
            instructions: instructions(&folder.join(format!("out.{place}"))),
        });
    }
    let mut wrong = Vec::new();
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let last = told.lines().rfind(|line| line.starts_with("begun ")).unwrap_or(&told);
        wrong.push(format!("  never ended, or ended badly ({}): {last}", output.status));
    }
    for shape in group {
        let found = taken.get(shape.name.as_str()).map(|taken| judge(shape, taken)).unwrap_or_default();
        if !found.is_empty() {
            wrong.push(format!("  {} ({}): {}", shape.name, shape.breaks, found.join("; ")));
        }
    }
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    wrong
}

/// The instructions of one piece of work, from callgrind's file of it.
fn instructions(path: &Path) -> u128 {
    let text = std::fs::read_to_string(path).expect("callgrind writes a file for each piece of work");
    let total =
        text.lines().find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")));
    total.and_then(|total| total.trim().parse().ok()).expect("callgrind sums up")
}

/// What is out of proportion.
fn judge(shape: &Shape, taken: &[Taken]) -> Vec<String> {
    let mut wrong = Vec::new();
    let open = OPEN.iter().find(|(name, ..)| shape.name.starts_with(name));
    let (doubled, more_held) = open.map_or((DOUBLED, 100), |(_, work, held)| (*work, *held));
    for pair in taken.windows(2) {
        let [less, more] = pair else { continue };
        // An error or nothing is no output to grow with.
        let growth = doubled.max(TENTH_MORE * more.output / less.output.max(1024));
        for (what, small, large) in [
            ("instructions", less.instructions, more.instructions),
            ("bytes allocated", less.allocated.max(ALLOWANCE), more.allocated),
        ] {
            if large * 100 > small * growth {
                wrong.push(format!("{small} {what} at {}, {large} at {}", less.size, more.size));
            }
        }
    }
    if let Some(most) = taken.last() {
        let allowed = match shape.holds {
            Holds::File(times) => u128::from(times) * most.input,
            Holds::Work(times) => u128::from(times) * (most.given + most.output),
            Holds::Cell => 3 * (most.given + most.output) + CELL,
        };
        if most.peak * 100 > (allowed + ALLOWANCE) * more_held {
            wrong.push(format!(
                "{} bytes held, with {} given ({} as text) and {} to give",
                most.peak, most.given, most.input, most.output
            ));
        }
    }
    for Taken { size, input, output, allocated, peak, instructions, .. } in taken {
        println!(
            "{}\t{size}\t{input} in\t{output} out\t{allocated} allocated\t{peak} held\t{instructions} instructions",
            shape.name
        );
    }
    wrong
}
