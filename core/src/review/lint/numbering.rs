//! Codes and numbers left out of their sequences.

use super::Lint;
use crate::codes::{FindingCode, ItemKind};
use crate::finding::{Place, Statement};
use crate::plan::Indicator;
use crate::sorted::{Map, Set};

impl Lint<'_> {
    /// Codes and numbers left out of their sequences.
    pub(super) fn numbering(&mut self) {
        // Each code counts under what stands before its last dot; a row's second published code counts too. What
        // is longer than any count is no number of a sequence.
        let mut sequences: Map<&str, Set<u64>> = Map::new();
        for code in self.plan.indicators.iter().flat_map(Indicator::codes) {
            let (parent, last) = code.rsplit_once('.').unwrap_or(("", code));
            if let Ok(number) = last.parse() {
                sequences.or_default(parent).insert(number);
            }
        }
        let tasks: Set<u64> = self.plan.tasks.iter().map(|task| task.number.into()).collect();
        let (mut missing, mut stretches) = (Vec::new(), Vec::new());
        let mut look_through = |kind, parent: &str, numbers: &Set<u64>| {
            let dot = if parent.is_empty() { "" } else { "." };
            let place = |number: u64| Place::new(&self.id, kind, format!("{parent}{dot}{number}"));
            let gaps = gaps(numbers);
            let all = gaps.iter().fold(0_u64, |all, (from, to)| all.saturating_add(to - from + 1));
            // A sequence that lacks more than it holds has a wild number: no list of a million places.
            let held = u64::try_from(numbers.len()).unwrap_or(u64::MAX);
            for (from, to) in gaps {
                if from == to || all <= held.max(FEW_MISSING) {
                    missing.extend((from..=to).map(place));
                } else {
                    stretches.push([place(from), place(to)]);
                }
            }
        };
        for (parent, numbers) in sequences.iter() {
            look_through(ItemKind::Indicator, parent, numbers);
        }
        look_through(ItemKind::Task, "", &tasks);
        self.add_all(FindingCode::NumberingGap, missing, Statement::NumberingGap);
        for ends in stretches {
            let [from, to] = ends.clone().map(|place| place.code);
            self.add(FindingCode::NumberingGap, ends.into(), Statement::NumbersMissing { from, to });
        }
    }
}

/// Numbers missing from a sequence that are listed one by one however short it is.
const FEW_MISSING: u64 = 12;

/// The stretches missing between 1 and the greatest, each from its first number to its last.
fn gaps(numbers: &Set<u64>) -> Vec<(u64, u64)> {
    let before = std::iter::once(0).chain(numbers.iter().copied());
    let pairs = before.zip(numbers.iter().copied());
    pairs.filter(|(before, next)| next - before > 1).map(|(before, next)| (before + 1, next - 1)).collect()
}
