//! What a piece of work takes: bytes allocated, bytes held at most; instructions are counted from outside.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The system's allocator with counters beside it, for programs of one thread.
pub struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static ALLOCATED: AtomicUsize = AtomicUsize::new(0);

/// What nothing here may ever hold: a shape that asks for more ends the program instead of the machine.
const TOO_MUCH: usize = 512 << 20;

fn taken(bytes: usize) {
    ALLOCATED.fetch_add(bytes, Relaxed);
    let held = HELD.fetch_add(bytes, Relaxed) + bytes;
    if held > PEAK.load(Relaxed) {
        PEAK.store(held, Relaxed);
        if held > TOO_MUCH {
            // An allocator must not panic. The line printed when the shape began says which it is.
            std::process::abort();
        }
    }
}

// SAFETY: every call goes to the system's allocator unchanged; only numbers are kept beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(pointer, layout) }
    }

    // A block that grows may be moved: for a moment both stand, and both are counted.
    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        taken(size);
        HELD.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// What one piece of work took in, gave, and needed meanwhile, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The text it was given.
    pub input: usize,
    /// What it was given, as it was held in memory.
    pub given: usize,
    /// The text its result is written as.
    pub output: usize,
    /// All that was allocated, given back or not.
    pub allocated: usize,
    /// What was held at once, beyond what was held before.
    pub peak: usize,
}

/// Measures one piece of work of a shape.
pub struct Gauge {
    before: usize,
    reading: Option<Reading>,
}

impl Gauge {
    /// Begins a shape: all that is held from now on until the work is what it was given.
    #[expect(clippy::new_without_default, reason = "it begins something")]
    #[must_use]
    pub fn new() -> Gauge {
        Gauge { before: HELD.load(Relaxed), reading: None }
    }

    /// Does the work, and measures it; `output` says how long its result is. What was made for the work before is not
    /// counted, and neither is dropping the result.
    pub fn work<T>(&mut self, input: usize, work: impl FnOnce() -> T, output: impl FnOnce(&T) -> usize) {
        let (mut work, mut result) = (Some(work), None);
        let (held, allocated) = (HELD.load(Relaxed), ALLOCATED.load(Relaxed));
        PEAK.store(held, Relaxed);
        measured_work(&mut || result = work.take().map(|work| work()));
        let peak = PEAK.load(Relaxed) - held;
        let allocated = ALLOCATED.load(Relaxed) - allocated;
        let output = result.as_ref().map_or(0, output);
        assert!(self.reading.is_none(), "a shape measures one piece of work");
        self.reading = Some(Reading { input, given: held - self.before, output, allocated, peak });
    }

    /// What was measured.
    ///
    /// # Panics
    /// Where nothing was.
    #[must_use]
    pub fn reading(self) -> Reading {
        self.reading.expect("a shape measures its work")
    }
}

/// All that is measured is called from here, and nothing else is: callgrind counts by this name.
#[inline(never)]
pub fn measured_work(work: &mut dyn FnMut()) {
    work();
    std::hint::black_box(work);
}

/// How long a value is as JSON.
///
/// # Panics
/// Where it can't be written, which no result of the library is.
pub fn written<T: serde::Serialize>(value: &T) -> usize {
    struct Length(usize);
    impl std::io::Write for Length {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut length = Length(0);
    serde_json::to_writer(&mut length, value).expect("results are written");
    length.0
}
