//! What is made of a text of a plan once, however often the text is met.

use crate::sorted::Map;
use std::marker::PhantomData;
use std::sync::Arc;

/// What was made of the texts that stand in a plan, by their places in memory: a text of the plan is never looked through
/// to find what was made of it, and the plan is not changed while its texts are borrowed.
pub(super) struct Once<'v, T> {
    made: Map<(*const u8, usize), T>,
    texts: PhantomData<&'v str>,
}

impl<'v, T: Clone> Once<'v, T> {
    pub(super) fn new() -> Once<'v, T> {
        Once { made: Map::new(), texts: PhantomData }
    }

    pub(super) fn of(&mut self, text: &'v str, make: impl FnOnce(&'v str) -> T) -> T {
        self.made.or_insert_with((text.as_ptr(), text.len()), || make(text)).clone()
    }
}

impl<'v> Once<'v, Arc<str>> {
    /// The text as findings share it.
    pub(super) fn shared(&mut self, text: &'v str) -> Arc<str> {
        self.of(text, Arc::from)
    }
}
