//! Keys that each name one item of a file.

use crate::sorted;

/// The places of a file's items in the order of their keys: four bytes an item, and no copy of a key.
pub(crate) struct Keys<P, F> {
    places: Vec<P>,
    key: F,
}

impl<P: Copy + Ord, K: Ord, F: Fn(P) -> K> Keys<P, F> {
    pub(crate) fn new(places: impl Iterator<Item = P>, key: F) -> Keys<P, F> {
        let mut places: Vec<P> = places.collect();
        sorted::sort_in_place(&mut places, |a, b| key(a).cmp(&key(b)).then(a.cmp(&b)));
        Keys { places, key }
    }

    /// The first item with a key.
    pub(crate) fn find(&self, key: &K) -> Option<P> {
        let at = self.places.partition_point(|place| (self.key)(*place) < *key);
        self.places.get(at).copied().filter(|place| (self.key)(*place) == *key)
    }

    /// The items whose key an item before them has, in the order of the file.
    pub(crate) fn again(&self) -> Vec<P> {
        let again = self.places.windows(2).filter_map(|pair| match pair {
            [a, b] if (self.key)(*a) == (self.key)(*b) => Some(*b),
            _ => None,
        });
        let mut again: Vec<P> = again.collect();
        sorted::sort_in_place(&mut again, |a, b| a.cmp(&b));
        again
    }
}
