use std::collections::BTreeSet;

use super::*;

/// Names of a few words each, from a small walk.
fn names(count: usize, words: usize, seed: u32) -> Vec<String> {
    let mut seed = seed;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % below
    };
    (0..count)
        .map(|_| (0..3 + next(10)).map(|_| format!("w{}", next(words))).collect::<Vec<_>>().join(" "))
        .collect()
}

fn words(name: &str) -> BTreeSet<&str> {
    name.split(' ').collect()
}

#[test]
fn sets_share_what_the_names_share() {
    let names = names(60, 14, 3);
    let sets = word_sets(names.iter().map(String::as_str));
    for (a, set) in names.iter().zip(&sets) {
        assert_eq!(set.len(), words(a).len());
        for (b, other) in names.iter().zip(&sets) {
            assert_eq!(shared(set, other), words(a).intersection(&words(b)).count());
        }
    }
}

#[test]
fn every_two_names_that_say_the_same_are_found() {
    let unlimited = Limits { pairs: usize::MAX, ..Limits::default() };
    for seed in 0..20 {
        let mut names = names(80, 11, seed);
        names.extend(names.clone().iter().take(5).map(|name| format!("{name} w99")));
        let same = same_names(names.iter().map(String::as_str), &unlimited);
        assert!(same.left.is_empty());
        // By trying every two: names of the same words together, of the others each with the first of its kind.
        let sets: Vec<BTreeSet<&str>> = names.iter().map(|name| words(name)).collect();
        let firsts: Vec<usize> =
            (0..sets.len()).filter(|at| sets.iter().position(|set| *set == sets[*at]) == Some(*at)).collect();
        let mut expected: Vec<Vec<usize>> = Vec::new();
        for (a, own) in firsts.iter().map(|at| (*at, &sets[*at])).filter(|(_, own)| own.len() >= 4) {
            let group: Vec<usize> = (0..sets.len()).filter(|b| sets[*b] == *own).collect();
            if group.len() > 1 {
                expected.push(group);
            }
            for (b, other) in firsts.iter().map(|at| (*at, &sets[*at])) {
                if own.len() < other.len() && own.is_subset(other) && own.len() * 100 >= other.len() * 85 {
                    expected.push(vec![a.min(b), a.max(b)]);
                }
            }
        }
        expected.sort();
        assert_eq!(same.found, expected, "{seed}");
    }
}

#[test]
fn beyond_the_limit_it_says_which_names_were_left() {
    let names: Vec<String> =
        (0..20)
            .map(|n| {
                if n % 2 == 0 { format!("a b c d e f g h{n}") } else { format!("a b c d e f g h{} i", n - 1) }
            })
            .collect();
    let same = |pairs| same_names(names.iter().map(String::as_str), &Limits { pairs, ..Limits::default() });
    let all = same(10);
    assert_eq!((all.found.len(), all.left.len()), (10, 0));
    let first = same(4);
    assert_eq!(first.found, [[0, 1], [2, 3], [4, 5], [6, 7]]);
    assert_eq!(first.left, (8..20).collect::<Vec<usize>>());
}

#[test]
fn names_of_one_wording_cost_no_pairs() {
    let same = same_names(
        std::iter::repeat_n("Tỷ lệ hồ sơ được số hóa", 5_000),
        &Limits { pairs: 0, ..Limits::default() },
    );
    assert_eq!((same.found.len(), same.found[0].len(), same.left.len()), (1, 5_000, 0));
}
