//! Work counted, for the tests that say how it grows.

#[cfg(test)]
thread_local!(static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) });

/// One step of a walk that an input could make long.
pub(crate) fn step() {
    #[cfg(test)]
    STEPS.set(STEPS.get() + 1);
}

/// The steps that a call takes.
#[cfg(test)]
pub(crate) fn of<T>(call: impl FnOnce() -> T) -> u64 {
    let before = STEPS.get();
    drop(call());
    STEPS.get() - before
}
