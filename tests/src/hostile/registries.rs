//! Hostile registries.

use super::measure::written;
use super::texts::{agency, agency_with, ended, group, letters, registry};
use super::{Gauge, Holds, Shape, calls, reading, working};

/// The text of a registry of `count` bodies of names alike in their first word.
pub(super) fn of_one_first_word(count: usize) -> String {
    registry((0..count).map(|n| agency(n, &format!("Sở {}", letters(n)))), [])
}

/// The text of a registry with one name of many words, which repeats itself but for its end.
pub(super) fn of_one_long_name(words: usize) -> String {
    registry([agency("long", &format!("{}b", "a ".repeat(words)))], [])
}

/// The text of a registry in which each body succeeds the one before.
pub(super) fn of_one_chain(count: usize) -> String {
    let body = |n: usize| {
        let more = if n + 1 < count { ended(n + 1) } else { r#""aliases":[]"#.to_owned() };
        agency_with(n, &format!("Sở {}", letters(n)), &more)
    };
    registry((0..count).map(body), [])
}

/// The text of a registry in which the last body is succeeded by the first.
pub(super) fn of_one_cycle(count: usize) -> String {
    let body = |n: usize| agency_with(n, &format!("Sở {}", letters(n)), &ended((n + 1) % count));
    registry((0..count).map(body), [])
}

/// The text of a registry of chains of succession, each as long as the limit allows.
pub(super) fn of_chains(count: usize) -> String {
    let body = |n: usize| {
        let more = if n % 16 == 15 { r#""aliases":[]"#.to_owned() } else { ended(n + 1) };
        agency_with(n, &format!("Sở {}", letters(n)), &more)
    };
    registry((0..count / 16 * 16).map(body), [])
}

/// The text of a registry of bodies of one name.
pub(super) fn of_one_name(count: usize) -> String {
    registry((0..count).map(|n| agency(n, "Sở Mẫu")), [])
}

/// The text of a registry of bodies of one id.
pub(super) fn of_one_id(count: usize) -> String {
    registry((0..count).map(|n| agency("x", &format!("Sở {}", letters(n)))), [])
}

/// The text of a registry whose bodies are succeeded by nobody that is in it.
pub(super) fn of_unknown_successors(count: usize) -> String {
    registry((0..count).map(|n| agency_with(n, &format!("Sở {}", letters(n)), &ended(format!("x{n}")))), [])
}

fn read(json: &str, gauge: &mut Gauge) {
    gauge.work(
        json.len(),
        || tiendo::Registry::from_json(json.as_bytes()),
        |read| read.as_ref().err().map_or(0, written),
    );
}

pub(super) fn shapes() -> Vec<Shape> {
    let holding = |shape: Shape| {
        let holds = match shape.name.as_str() {
            // A short name of five bytes is a word of its own, and has its place in the index.
            "registry-aliases/reading" => Holds::File(64),
            name if name.ends_with("/reading") => Holds::File(16),
            name if name.ends_with("/split") => Holds::Cell,
            _ => shape.holds,
        };
        shape.holding(holds)
    };
    all().into_iter().map(holding).collect()
}

fn all() -> Vec<Shape> {
    vec![
        working(
            "registry-shared-noun/split",
            "splitting `Các sở: Y tế` never ended where a body is called `Sở`, and filled memory",
            300,
            |times, gauge| {
                let registry = calls::registry(&registry([agency("so", "Sở")], []));
                let cell = format!("Các sở: {}", "Y tế, ".repeat(times));
                gauge.work(cell.len(), || calls::split(&registry, &cell), written);
            },
        ),
        working(
            "registry-first-word/split",
            "each word of a cell was held against every name that begins with it",
            1_000,
            |count, gauge| {
                let json = of_one_first_word(count);
                let registry = calls::registry(&json);
                let cell = "Sở zzzz; ".repeat(count / 4);
                gauge.work(json.len() + cell.len(), || calls::split(&registry, &cell), written);
            },
        ),
        working(
            "registry-long-name/split",
            "at each word of a cell a long name was followed almost to its end",
            1_000,
            |words, gauge| {
                let json = of_one_long_name(words);
                let registry = calls::registry(&json);
                let cell = "a ".repeat(words);
                gauge.work(json.len() + cell.len(), || calls::split(&registry, &cell), written);
            },
        ),
        working(
            "registry-groups/split",
            "each run of group words was held against every name of every group",
            250,
            |count, gauge| {
                let json = registry([], (0..count).map(|n| group(n, &format!("các ban {}", letters(n)))));
                let registry = calls::registry(&json);
                let cell = "Các sở, ban, ngành; ".repeat(count / 2);
                gauge.work(json.len() + cell.len(), || calls::split(&registry, &cell), written);
            },
        ),
        working(
            "registry-many-names/find",
            "bodies were sought one by one among all of a first word",
            1_000,
            |count, gauge| {
                let json = of_one_first_word(count);
                let registry = calls::registry(&json);
                let found = || {
                    let names = (0..count).map(|n| format!("Sở {}", letters(n)));
                    names.filter(|name| registry.find(name).is_some()).count()
                        + (0..count).filter(|n| registry.agency(&n.to_string()).is_some()).count()
                };
                gauge.work(json.len(), found, |_| 0);
            },
        ),
        working(
            "registry-chains/succession",
            "each body of a chain was sought among all, for each body of it",
            1_024,
            |count, gauge| {
                let json = of_chains(count);
                let registry = calls::registry(&json);
                let last = calls::day("2026-01-01");
                let all = || {
                    (0..count).map(|n| registry.succession(&n.to_string(), last)).collect::<Vec<_>>().len()
                };
                gauge.work(json.len(), all, |_| 0);
            },
        ),
        working(
            "registry-chain/succession",
            "a long chain of succession was followed to its end from each of its bodies",
            500,
            |count, gauge| {
                let json = of_one_chain(count);
                let last = calls::day("2026-01-01");
                // A chain beyond the limit is refused; one that is read is followed.
                let all = || {
                    tiendo::Registry::from_json(json.as_bytes()).map(|registry| {
                        (0..count)
                            .map(|n| registry.succession(&n.to_string(), last))
                            .collect::<Vec<_>>()
                            .len()
                    })
                };
                gauge.work(json.len(), all, |_| 0);
            },
        ),
        reading(
            "registry-chain/reading",
            "each successor was sought among all bodies",
            1_000,
            |count, gauge| {
                read(&of_one_chain(count), gauge);
            },
        ),
        reading(
            "registry-cycle/reading",
            "bodies that succeed one another in a circle",
            1_000,
            |count, gauge| {
                read(&of_one_cycle(count), gauge);
            },
        ),
        reading(
            "registry-names/reading",
            "a registry's tables held many times its file",
            2_000,
            |count, gauge| {
                read(&of_one_first_word(count), gauge);
            },
        ),
        reading(
            "registry-aliases/reading",
            "short names of few characters held many times their text",
            4_000,
            |count, gauge| {
                let aliases = (0..count).map(|n| format!("\"{}\"", letters(n))).collect::<Vec<_>>().join(",");
                let aliases = format!(r#""aliases":[{aliases}]"#);
                read(&registry([agency_with("x", "Sở Mẫu", &aliases)], []), gauge);
            },
        ),
        reading("registry-one-name/reading", "thousands of bodies of one name", 2_000, |count, gauge| {
            read(&of_one_name(count), gauge);
        }),
        reading("registry-one-id/reading", "thousands of bodies of one id", 2_000, |count, gauge| {
            read(&of_one_id(count), gauge);
        }),
        reading(
            "registry-unknown-successors/reading",
            "thousands of successors that nobody is",
            2_000,
            |count, gauge| read(&of_unknown_successors(count), gauge),
        ),
        working(
            "registry-roster/expand",
            "each body of a roster was sought among all, and among those already there",
            1_000,
            |count, gauge| {
                let json = registry(
                    (0..count).map(|n| agency(n, &format!("Sở {}", letters(n)))),
                    [group("all", "các sở, ban, ngành")],
                );
                let registry = calls::registry(&json);
                let cell = calls::split(&registry, "Các sở, ban, ngành");
                let ids: Vec<String> = (0..count).map(|n| n.to_string()).collect();
                let expanded = || calls::expand(&registry, &cell, "all", &ids);
                gauge.work(json.len(), expanded, written);
            },
        ),
    ]
}
