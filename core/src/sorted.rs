//! Sorting, and maps and sets in order of their keys, whose work is compiled once: it compares by places and knows no type.
//! What the standard library compiles anew for every type was a third of what a page downloads.

use std::borrow::Borrow;
use std::cell::Cell;
use std::cmp::Ordering;

/// Sorts items; those that are equal stay as they stand.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts items by a key; those of one key stay as they stand.
pub(crate) fn sort_by_key<'i, T: 'i, K: Ord>(items: &'i mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts items as they compare; those that are equal stay as they stand.
pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let mut order = order(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(&mut order, &mut |a, b| items.swap(a, b));
}

/// The places of so many items in the order in which they compare.
fn order(items: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..items).map(place).collect();
    sort_in_place(&mut order, |a, b| compare(a as usize, b as usize).then(a.cmp(&b)));
    order
}

/// Sorts items of which no two are equal, in the memory they stand in: as the standard library does, but for a page, which
/// loads a short heapsort in its place.
pub(crate) fn sort_in_place<T: Copy>(items: &mut [T], mut compare: impl FnMut(T, T) -> Ordering) {
    if cfg!(target_arch = "wasm32") {
        heapsort(items, compare);
    } else {
        items.sort_unstable_by(|a, b| compare(*a, *b));
    }
}

fn heapsort<T: Copy>(items: &mut [T], mut compare: impl FnMut(T, T) -> Ordering) {
    let cells = Cell::from_mut(items).as_slice_of_cells();
    let mut comes_before = |a: usize, b: usize| match (cells.get(a), cells.get(b)) {
        (Some(a), Some(b)) => compare(a.get(), b.get()) == Ordering::Less,
        _ => false,
    };
    heap(cells.len(), &mut comes_before, &|a, b| {
        if let (Some(a), Some(b)) = (cells.get(a), cells.get(b)) {
            a.swap(b);
        }
    });
}

/// Heapsort over places; nothing is done where they are in order.
fn heap(items: usize, comes_before: &mut dyn FnMut(usize, usize) -> bool, swap: &dyn Fn(usize, usize)) {
    if (1..items).all(|at| comes_before(at - 1, at)) {
        return;
    }
    let mut sink = |mut at: usize, end: usize| loop {
        let mut below = 2 * at + 1;
        if below >= end {
            break;
        }
        if below + 1 < end && comes_before(below, below + 1) {
            below += 1;
        }
        if !comes_before(at, below) {
            break;
        }
        swap(at, below);
        at = below;
    };
    for at in (0..items / 2).rev() {
        sink(at, items);
    }
    for end in (1..items).rev() {
        swap(0, end);
        sink(0, end);
    }
}

/// Swaps items until at each place stands what `order` names for it.
fn arrange(order: &mut [u32], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut at = start;
        while let Some(named) = order.get_mut(at) {
            // What is done names itself.
            let next = std::mem::replace(named, place(at)) as usize;
            if next == start {
                break;
            }
            swap(at, next);
            at = next;
        }
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Places of entries in order of their keys, in blocks: a new one moves those of its block alone.
#[derive(Clone, Debug, Default)]
struct Order {
    blocks: Vec<Vec<u32>>,
}

/// How many places a block has at most.
const BLOCK: usize = 256;

/// Where a key belongs that no entry has: its block and the place in it.
type Gap = (usize, usize);

impl Order {
    /// Where the first entry stands that does not compare as less, and which it is if it compares as equal.
    fn find(&self, compare: &mut dyn FnMut(usize) -> Ordering) -> (Gap, Option<usize>) {
        let mut compare = |at: &u32| compare(*at as usize);
        // Keys often come in order: behind the last is looked first.
        let Some(last) = self.blocks.last() else { return ((0, 0), None) };
        if last.last().map(&mut compare) == Some(Ordering::Less) {
            return ((self.blocks.len() - 1, last.len()), None);
        }
        let begins = |block: &Vec<u32>| block.first().map(&mut compare) != Some(Ordering::Greater);
        let block = self.blocks.partition_point(begins).saturating_sub(1);
        let places = self.blocks.get(block).map_or(&[][..], Vec::as_slice);
        match places.binary_search_by(compare) {
            Ok(at) => ((block, at), places.get(at).map(|entry| *entry as usize)),
            Err(at) => ((block, at), None),
        }
    }

    fn insert(&mut self, (block, at): Gap, entry: usize) {
        let Some(places) = self.blocks.get_mut(block) else {
            self.blocks.push(vec![place(entry)]);
            return;
        };
        places.insert(at, place(entry));
        if places.len() >= BLOCK {
            // A block that grows at its end leaves what is full behind.
            let kept = if at + 1 == places.len() { BLOCK - 1 } else { BLOCK / 2 };
            let split = places.split_off(kept);
            self.blocks.insert(block + 1, split);
        }
    }

    /// The entries from a place on.
    fn starting_at(&self, (block, at): Gap) -> impl Iterator<Item = usize> + '_ {
        let blocks = self.blocks.iter().skip(block).enumerate();
        let rest = blocks.flat_map(move |(n, block)| block.iter().skip(if n == 0 { at } else { 0 }));
        rest.map(|entry| *entry as usize)
    }
}

/// A map in order of its keys.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V> {
    /// As they came.
    entries: Vec<(K, V)>,
    order: Order,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Map<K, V> {
        Map::new()
    }
}

impl<K, V> Map<K, V> {
    pub(crate) fn new() -> Map<K, V> {
        Map { entries: Vec::new(), order: Order::default() }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.at((0, 0))
    }

    fn at(&self, gap: Gap) -> impl Iterator<Item = (&K, &V)> {
        self.order.starting_at(gap).filter_map(|at| self.entries.get(at)).map(|(key, value)| (key, value))
    }

    /// The entries in the order in which their keys were first given.
    pub(crate) fn into_met(self) -> Vec<(K, V)> {
        self.entries
    }

    /// The entries, in order.
    pub(crate) fn into_sorted(self) -> Vec<(K, V)> {
        let Map { mut entries, order } = self;
        let mut order: Vec<u32> = order.blocks.concat();
        arrange(&mut order, &mut |a, b| entries.swap(a, b));
        entries
    }
}

impl<K: Ord, V> Map<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> (Gap, Option<usize>)
    where
        K: Borrow<Q>,
    {
        self.order.find(&mut |at| match self.entries.get(at) {
            Some((known, _)) => known.borrow().cmp(key),
            None => Ordering::Greater,
        })
    }

    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).1.and_then(|at| self.entries.get(at)).map(|(_, value)| value)
    }

    pub(crate) fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(key).1.and_then(|at| self.entries.get_mut(at)).map(|(_, value)| value)
    }

    pub(crate) fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).1.is_some()
    }

    /// The entries from a key on, in order.
    pub(crate) fn starting_at<'s>(&'s self, key: &K) -> impl Iterator<Item = (&'s K, &'s V)> + use<'s, K, V> {
        self.at(self.find(key).0)
    }

    /// Sets a key's value; what it was.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            (_, Some(at)) => self.entries.get_mut(at).map(|(_, known)| std::mem::replace(known, value)),
            (gap, None) => {
                self.push(gap, key, value);
                None
            }
        }
    }

    /// A key's value, made where there is none.
    #[expect(clippy::indexing_slicing, reason = "the place of an entry that was found or made")]
    pub(crate) fn or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let at = match self.find(&key) {
            (_, Some(at)) => at,
            (gap, None) => {
                self.push(gap, key, make());
                self.entries.len() - 1
            }
        };
        &mut self.entries[at].1
    }

    /// A key's value, `value` where there is none.
    pub(crate) fn or_insert(&mut self, key: K, value: V) -> &mut V {
        self.or_insert_with(key, || value)
    }

    /// A key's value, the default where there is none.
    pub(crate) fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.or_insert_with(key, V::default)
    }

    fn push(&mut self, gap: Gap, key: K, value: V) {
        self.order.insert(gap, self.entries.len());
        self.entries.push((key, value));
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        entries.into_iter().for_each(|(key, value)| drop(self.insert(key, value)));
    }
}

/// Of one key the last value stays.
impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Map<K, V> {
        let mut map = Map::new();
        map.extend(entries);
        map
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Map<K, V>) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

/// A set in order of its items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Set<T>(Map<T, ()>);

impl<T> Default for Set<T> {
    fn default() -> Set<T> {
        Set(Map::new())
    }
}

impl<T> Set<T> {
    pub(crate) fn new() -> Set<T> {
        Set::default()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The items in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(item, ())| item)
    }

    /// The items, in order.
    pub(crate) fn into_sorted(self) -> impl Iterator<Item = T> {
        self.0.into_sorted().into_iter().map(|(item, ())| item)
    }
}

impl<T: Ord> Set<T> {
    pub(crate) fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.contains_key(item)
    }

    /// Whether the item is new.
    pub(crate) fn insert(&mut self, item: T) -> bool {
        self.0.insert(item, ()).is_none()
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items.into_iter().map(|item| (item, ())));
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Set<T> {
        Set(items.into_iter().map(|item| (item, ())).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Numbers in no order, some again.
    fn numbers(seed: u32, count: usize) -> Vec<u32> {
        let next = |number: &u32| Some(number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
        std::iter::successors(Some(seed), next).map(|number| (number >> 8) % 1_000).take(count).collect()
    }

    #[test]
    fn what_is_sorted_is_in_order_and_equals_stay_as_they_stand() {
        for count in (0..70).chain([1_000]) {
            let mut items: Vec<(u32, usize)> = numbers(7, count).into_iter().zip(0..).collect();
            let mut known = items.clone();
            known.sort_by_key(|(number, _)| *number);
            let mut heaped = items.clone();
            heapsort(&mut heaped, |a, b| a.cmp(&b));
            sort_by_key(&mut items, |(number, _)| *number);
            assert_eq!(items, known);
            assert_eq!(heaped, known);
        }
    }

    #[test]
    fn a_map_is_what_a_tree_is() {
        for count in [0, 1, 2, 300, 3_000] {
            for numbers in [numbers(count, count as usize), (0..count).collect(), (0..count).rev().collect()]
            {
                let (mut map, mut tree) = (Map::new(), BTreeMap::new());
                for (number, at) in numbers.into_iter().zip(0..) {
                    assert_eq!(map.get(&number), tree.get(&number));
                    assert_eq!(map.insert(number, at), tree.insert(number, at));
                }
                assert!(map.iter().eq(tree.iter()) && map.len() == tree.len());
                for from in [0, 1, 77, 999, 5_000] {
                    assert!(map.starting_at(&from).eq(tree.range(from..)));
                }
                assert!(map.into_sorted().into_iter().eq(tree));
            }
        }
    }
}
