//! Words looked up by their checksums.

use super::phrases::count;
use crate::sorted::{self, Map};

/// The distinct words of many names, each with a number.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Vocabulary {
    /// In the order of their sums, then of their letters.
    sorted: Vec<(u32, Box<str>, u32)>,
    /// Where the words begin whose sums begin with the same bits: a few at most, and found in few steps if they are many.
    first: Vec<u32>,
    shift: u32,
}

impl Vocabulary {
    pub(super) fn new(words: Map<Box<str>, u32>) -> Vocabulary {
        let mut by_sum: Vec<(u32, Box<str>, u32)> =
            words.into_sorted().into_iter().map(|(word, place)| (checksum(&word), word, place)).collect();
        sorted::sort(&mut by_sum);
        let bits = (by_sum.len() * 2 + 1).ilog2();
        let shift = u32::BITS - bits.clamp(1, 31);
        let mut first = Vec::with_capacity((1 << bits) + 1);
        for (at, (sum, _, _)) in by_sum.iter().enumerate() {
            first.resize(first.len().max((*sum >> shift) as usize + 1), count(at));
        }
        first.resize((u32::MAX >> shift) as usize + 2, count(by_sum.len()));
        Vocabulary { sorted: by_sum, first, shift }
    }

    /// A word's place; a search in the few words whose sums begin as its own.
    pub(super) fn place(&self, word: &str) -> Option<u32> {
        let sum = checksum(word);
        let bits = (sum >> self.shift) as usize;
        let (from, to) = (*self.first.get(bits)?, *self.first.get(bits + 1)?);
        let words = self.sorted.get(from as usize..to as usize)?;
        let at = words.binary_search_by(|(other, text, _)| (*other, &**text).cmp(&(sum, word))).ok()?;
        words.get(at).map(|(_, _, place)| *place)
    }
}

/// FNV-1a.
fn checksum(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_place_and_no_other_word_has_one() {
        for length in [0, 1, 2, 3, 7, 100, 1_000] {
            let words: Map<Box<str>, u32> = (0..length).map(|at| (format!("từ{at}").into(), at)).collect();
            let vocabulary = Vocabulary::new(words.clone());
            for (word, place) in words.iter() {
                assert_eq!(vocabulary.place(word), Some(*place));
            }
            for stranger in ["", "từ", "lạ", "từ1000"] {
                assert_eq!(vocabulary.place(stranger), None);
            }
        }
    }
}
