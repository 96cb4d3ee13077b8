//! Records given more than once: the same record counts once, another under its id is an error.

use crate::codes::ErrorCode;
use crate::error::Error;
use crate::sorted::Map;
use crate::words::expected;

/// What has an id of its own.
pub(super) trait Identified: PartialEq {
    fn id(&self) -> &str;
}

/// The records, each once, in their order. `list` names them in an error's path.
///
/// Error: `conflicting-record` for one with the id of another and other content.
pub(super) fn once<'r, R: Identified>(records: Vec<&'r R>, list: &str) -> Result<Vec<&'r R>, Error> {
    // Records numbered in order, as most files have them, hold no id twice.
    let number = |record: &&'r R| (record.id().len(), record.id());
    if records.is_sorted_by(|a, b| number(a) < number(b)) {
        return Ok(records);
    }
    let mut seen = Seen::of(records.len());
    let mut is_once = true;
    let mut kept: Vec<&R> = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let Some(first) = seen.first(record.id(), at, |at| records.get(at).map(|other| other.id())) else {
            if !is_once {
                kept.push(record);
            }
            continue;
        };
        if records.get(first).is_none_or(|other| other != record) {
            let path = format!("{list}[{at}].id");
            return Err(Error::new(ErrorCode::ConflictingRecord, path, expected::own_record()));
        }
        if is_once {
            is_once = false;
            kept.extend(records.iter().take(at));
        }
    }
    Ok(if is_once { records } else { kept })
}

/// The ids seen so far: a table of places by a mixture of an id's bytes, and beside it, for ids made so as to meet in one
/// place of it, a tree.
struct Seen<'r> {
    /// A part of the mixture, and the place of the record from 1; 0 where there is none.
    table: Vec<(u32, u32)>,
    beside: Map<&'r str, usize>,
}

/// How many places of the table are looked at for one id.
const STEPS: usize = 32;

impl<'r> Seen<'r> {
    fn of(count: usize) -> Seen<'r> {
        let room = count.saturating_mul(2).next_power_of_two().max(STEPS);
        Seen { table: vec![(0, 0); room], beside: Map::new() }
    }

    /// The place of the first record with an id; none for the first itself, which is at `at`.
    fn first<'o>(&mut self, id: &'r str, at: usize, of: impl Fn(usize) -> Option<&'o str>) -> Option<usize> {
        let mixed = mixture(id);
        let mark = u32::try_from(mixed >> 32).unwrap_or(0);
        let next = u32::try_from(at).ok().and_then(|at| at.checked_add(1));
        let room = self.table.len();
        let start = usize::try_from(mixed & 0xffff_ffff).unwrap_or(0);
        for step in 0..STEPS {
            let place = start.wrapping_add(step) & room.wrapping_sub(1);
            let (Some(entry), Some(next)) = (self.table.get_mut(place), next) else { break };
            if entry.1 == 0 {
                *entry = (mark, next);
                return None;
            }
            let first = entry.1 as usize - 1;
            if entry.0 == mark && of(first) == Some(id) {
                return Some(first);
            }
        }
        let first = *self.beside.or_insert(id, at);
        (first != at).then_some(first)
    }
}

/// The bytes of an id mixed to a number, eight at a time.
fn mixture(id: &str) -> u64 {
    let mut mixed = id.len() as u64;
    for part in id.as_bytes().chunks(8) {
        let word = part.iter().rfold(0u64, |word, byte| (word << 8) | u64::from(*byte));
        mixed = (mixed.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    mixed ^ (mixed >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Identified for (String, u8) {
        fn id(&self) -> &str {
            &self.0
        }
    }

    #[test]
    fn a_record_given_again_counts_once_and_another_under_its_id_is_refused() {
        let of = |id: &str, content: u8| (id.to_owned(), content);
        let records = [of("a", 1), of("b", 1), of("a", 1), of("c", 2), of("b", 1)];
        let kept = once(records.iter().collect(), "records").unwrap();
        assert_eq!(kept, [&records[0], &records[1], &records[3]]);
        let records = [of("a", 1), of("b", 1), of("a", 2)];
        let error = once(records.iter().collect(), "records").unwrap_err();
        assert_eq!((error.code, error.path.as_str()), (ErrorCode::ConflictingRecord, "records[2].id"));
    }

    #[test]
    fn ids_that_meet_in_the_table_are_told_apart() {
        // A table for one id holds thirty-two of them: the rest stand beside it.
        let ids: Vec<String> = (0..200).map(|at| at.to_string()).collect();
        let of = |at: usize| ids.get(at).map(String::as_str);
        let mut seen = Seen::of(1);
        assert!(ids.iter().enumerate().all(|(at, id)| seen.first(id, at, of).is_none()));
        assert!(!seen.beside.is_empty());
        assert!(ids.iter().enumerate().all(|(at, id)| seen.first(id, 999, of) == Some(at)));
    }
}
