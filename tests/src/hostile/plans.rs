//! Hostile plans: rows, footnotes, parents, codes, names, statements and links by the thousand.

use super::measure::written;
use super::texts::{PlanText, agency_with, footnote, letters, list, registry, row, row_of, task};
use super::{Gauge, Holds, Shape, calls, reading, working};

/// A long lead and the rows that inherit it.
pub(super) fn inherited_lead(rows: usize) -> PlanText {
    let lead = "Sở Y tế, ".repeat(1_000);
    let first = row("0", "n", "≥ 1%", &lead);
    PlanText::of_indicators(std::iter::once(first).chain((1..rows).map(|n| row_of(n, 0, ""))))
}

/// Rows that each belong to the one before, with one lead at the top.
pub(super) fn one_chain_of_parents(rows: usize) -> PlanText {
    let first = row("0", "n", "≥ 1%", "Sở Y tế");
    PlanText::of_indicators(std::iter::once(first).chain((1..rows).map(|n| row_of(n, n - 1, ""))))
}

/// Chains of parents as long as the limit allows.
fn chains_of_parents(rows: usize) -> PlanText {
    let one = |n: usize| {
        if n.is_multiple_of(16) { row(n, "n", "≥ 1%", "Sở Y tế") } else { row_of(n, n - 1, "") }
    };
    PlanText::of_indicators((0..rows).map(one))
}

/// Rows that each name one of many footnotes, in which every row's name stands.
pub(super) fn rows_and_footnotes(rows: usize) -> PlanText {
    let footnotes = rows / 5;
    let cell = |n: usize| row(n, "tỷ lệ", &format!("(*[{}])", n % footnotes), "");
    PlanText::of_indicators((0..rows).map(cell))
        .with("footnotes", (0..footnotes).map(|n| footnote(n, "Áp dụng đối với tỷ lệ")))
}

/// Long footnotes, and names of which they hold the beginnings.
pub(super) fn long_footnotes(rows: usize) -> PlanText {
    let names = (0..rows).map(|n| row(n, &format!("tỷ lệ {}", letters(n)), "(*)", ""));
    let text = "tỷ lệ z".repeat(rows * 3).chars().take(9_000).collect::<String>();
    PlanText::of_indicators(names).with("footnotes", (0..rows / 20).map(|n| footnote(n, &text)))
}

/// Footnotes of one mark.
pub(super) fn one_mark(footnotes: usize) -> PlanText {
    PlanText::default().with("footnotes", (0..footnotes).map(|_| footnote("1", "Chưa xác định")))
}

/// What the body says of every row, otherwise than the annex.
pub(super) fn body_statements(rows: usize) -> PlanText {
    let statement = |n| format!(r#"{{"indicator":"{n}","year":2025,"text":"trên 80%"}}"#);
    PlanText::of_indicators((0..rows).map(|n| row(n, "n", "(*)", "")))
        .with("body", (0..rows).map(statement))
        .with("footnotes", [footnote("", "Chỉ tiêu khác")])
}

/// Rows published under many codes, and statements that use these.
pub(super) fn other_codes(rows: usize) -> PlanText {
    let codes = |n: usize| {
        let code = |m| format!(r#"{{"year":2025,"code":"{n}.{m}"}}"#);
        format!(
            r#"{{"code":"{n}","name":"n","targets":[{{"year":2025,"text":"1"}}],"otherCodes":{},"lead":""}}"#,
            list((0..4).map(code))
        )
    };
    let statement = |n| format!(r#"{{"indicator":"{n}.3","year":2025,"text":"1"}}"#);
    PlanText::of_indicators((0..rows).map(codes)).with("body", (0..rows).map(statement))
}

/// Names that all say the same.
pub(super) fn same_names(rows: usize) -> PlanText {
    let name = "Tỷ lệ hồ sơ thủ tục hành chính trực tuyến toàn trình";
    PlanText::of_indicators((0..rows).map(|n| row(n, name, "≥ 1%", "")))
}

/// Names that share all but one of their words.
fn near_names(rows: usize) -> PlanText {
    let name = |n| row(n, &format!("Tỷ lệ hồ sơ trực tuyến {}", letters(n)), "≥ 1%", "");
    PlanText::of_indicators((0..rows).map(name))
}

/// Names made of few words, so that none is rare: six of twenty.
fn names_of_few_words(rows: usize) -> PlanText {
    let name = |n: usize| {
        let mut state = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            letters(26 + (state >> 20) % 20)
        };
        (0..6).map(|_| next()).collect::<Vec<_>>().join(" ")
    };
    PlanText::of_indicators((0..rows).map(|n| row(n, &name(n), "≥ 1%", "")))
}

/// Numbers with a gap after each, and one that is wild.
pub(super) fn gaps(rows: usize) -> PlanText {
    let codes = (0..rows).map(|n| row(2 * n + 2, "n", "1", "")).chain([row("4294967295", "n", "1", "")]);
    let tasks = (0..rows).map(|n| task(2 * n + 2, "t", "", "")).chain([task(4_294_967_295, "t", "", "")]);
    PlanText { tasks: tasks.collect(), ..PlanText::of_indicators(codes) }
}

/// Leads that name as many items as a range can.
pub(super) fn ranges_of_items(tasks: usize) -> PlanText {
    PlanText::of_tasks((1..=tasks).map(|n| task(n, "t", "Sở Y tế (nhiệm vụ 1-500)", "")))
}

/// Leads of bodies that nobody knows.
fn unknown_leads(tasks: usize) -> PlanText {
    PlanText::of_tasks(
        (1..=tasks).map(|n| task(n, "t", &format!("Sở {}; Ban {}", letters(n), letters(n)), "")),
    )
}

/// Rows of many milestones, each weaker than the one before, in many words.
fn weakening(rows: usize) -> PlanText {
    let years: Vec<i32> = (2000..2040).collect();
    let cells = |years: &[i32]| {
        let cell = |year: &i32| format!(r#"{{"year":{year},"text":"≥ {}%"}}"#, 2_040 - year);
        list(years.iter().map(cell))
    };
    let cells = cells(&years);
    let row = |n: usize| format!(r#"{{"code":"{n}","name":"n","targets":{cells},"lead":""}}"#);
    PlanText {
        milestones: years.iter().map(ToString::to_string).collect::<Vec<_>>().join(","),
        ..PlanText::of_indicators((0..rows).map(row))
    }
}

/// Mistakes in every row.
pub(super) fn mistakes(rows: usize) -> PlanText {
    PlanText::of_indicators((0..rows).map(|n| row(format!("{n}..1"), "n", "1", "")))
}

/// A plan and the one it derives from, every item linked.
fn linked(items: usize) -> [PlanText; 2] {
    let rows = |cell: &str| PlanText {
        tasks: (1..=items).map(|n| task(n, "t", "Sở Y tế", "6/2025")).collect(),
        ..PlanText::of_indicators((0..items).map(|n| row(n, "n", cell, "")))
    };
    let link = |n: usize| format!(r#"{{"child":"{n}","parent":"{n}","how":"same"}}"#);
    let links = (list((0..items).map(link)), list((1..=items).map(link)));
    let derives = format!(r#""derives":{{"plan":"upper","indicators":{},"tasks":{}}}"#, links.0, links.1);
    let child = rows("≥ 5%").and(derives);
    [child, PlanText { id: "upper", ..rows("≥ 6%") }]
}

/// A plan that derives from another, with no item linked.
fn unlinked(items: usize) -> [PlanText; 2] {
    let [mut child, parent] = linked(items);
    child.more = vec![r#""derives":{"plan":"upper","indicators":[],"tasks":[]}"#.to_owned()];
    [child, parent]
}

/// A plan read, and the length of its text, of which nothing is kept.
fn plan(text: PlanText) -> (tiendo::Plan, usize) {
    let json = text.json();
    drop(text);
    (calls::plan(&json), json.len())
}

fn read(text: PlanText, gauge: &mut Gauge) {
    let json = text.json();
    drop(text);
    gauge.work(
        json.len(),
        || tiendo::Plan::from_json(json.as_bytes()),
        |read| read.as_ref().err().map_or(0, written),
    );
}

fn lint(text: PlanText, gauge: &mut Gauge) {
    lint_by(text, None, gauge);
}

/// Lints a plan by a registry of its own, and counts that to the input.
fn lint_by(text: PlanText, registry: Option<String>, gauge: &mut Gauge) {
    let (plan, input) = plan(text);
    let input = input + registry.as_ref().map_or(0, String::len);
    let registry = registry.map_or_else(tiendo::Registry::builtin, |json| calls::registry(&json));
    gauge.work(input, || calls::lint(&plan, &registry), written);
}

fn rows(text: PlanText, gauge: &mut Gauge) {
    let (plan, input) = plan(text);
    // A lead that many rows inherit is one text: it counts as none.
    let read = || {
        let mut length = 0;
        calls::rows(&plan, |row| {
            length += row.targets.values().map(|target| target.text.len()).sum::<usize>()
        });
        length
    };
    gauge.work(input, read, |length| *length);
}

fn compare(plans: [PlanText; 2], gauge: &mut Gauge) {
    let [(child, own), (parent, upper)] = plans.map(plan);
    let registry = tiendo::Registry::builtin();
    gauge.work(
        own + upper,
        || calls::compare(&child, &parent, &registry),
        |found| written(found.as_ref().expect("plans that are linked")),
    );
}

/// Suggests links between a plan and itself. Where all names are alike, all are pairs: within a limit that grows as the
/// plan does, the work grows no more than that.
fn suggest(text: PlanText, gauge: &mut Gauge) {
    let (plan, input) = plan(text);
    let pairs = 50 * plan.indicators.len();
    gauge.work(
        2 * input,
        || calls::suggest(&plan, &plan, pairs),
        |found| match found {
            Ok(links) => written(links),
            Err(error) => written(error),
        },
    );
}

/// A shape of plans: what makes the plan, and what is done with it.
fn of(
    name: &str,
    breaks: &'static str,
    size: usize,
    text: fn(usize) -> PlanText,
    work: fn(PlanText, &mut Gauge),
) -> Shape {
    working(name, breaks, size, move |size, gauge| work(text(size), gauge))
}

/// A shape of plans that are read, or refused.
fn file(name: &str, breaks: &'static str, size: usize, text: fn(usize) -> PlanText) -> Shape {
    reading(name, breaks, size, move |size, gauge| read(text(size), gauge))
}

pub(super) fn shapes() -> Vec<Shape> {
    let holding = |shape: Shape| {
        let holds = match shape.name.as_str() {
            // Rows of next to nothing: as those of `json-tiny`.
            "mistakes/reading" => Holds::File(6),
            // A row's own room is 256 bytes, and its text here 98.
            "parents/reading" => Holds::File(4),
            _ => shape.holds,
        };
        shape.holding(holds)
    };
    all().into_iter().map(holding).collect()
}

fn all() -> Vec<Shape> {
    vec![
        of(
            "inherited-lead/lint",
            "a lead that rows inherit was split again for each: 37 KB of JSON took 785 MB",
            500,
            inherited_lead,
            lint,
        ),
        of("inherited-lead/rows", "an inherited lead was copied into each row", 500, inherited_lead, rows),
        of("parents/lint", "each ancestor of a row was sought among all rows", 512, chains_of_parents, lint),
        file("parents/reading", "each parent was sought among all rows", 1_000, one_chain_of_parents),
        of(
            "footnotes/rows",
            "every footnote was held against every row's name: 1.7 MB took 4 GB",
            500,
            rows_and_footnotes,
            rows,
        ),
        of(
            "long-footnotes/rows",
            "names were sought in long footnotes one by one",
            400,
            long_footnotes,
            rows,
        ),
        file(
            "footnote-marks/reading",
            "footnotes of one mark, of which the first stood silently",
            250,
            one_mark,
        ),
        of(
            "body-statements/lint",
            "the whole plan was read again for each statement of the body",
            250,
            body_statements,
            lint,
        ),
        of(
            "other-codes/lint",
            "each code was sought among all rows and all of their codes",
            500,
            other_codes,
            lint,
        ),
        of("same-names/lint", "every name was held against every other", 250, same_names, lint),
        of("near-names/lint", "names that share most words were compared in pairs", 500, near_names, lint),
        of("few-words/lint", "names of few words were compared in pairs", 500, names_of_few_words, lint),
        of("gaps/lint", "one wild number made a gap of four thousand million", 500, gaps, lint),
        of("item-ranges/lint", "each lead made a list of all items of its range", 250, ranges_of_items, lint),
        of("unknown-leads/lint", "thousands of bodies that nobody knows", 250, unknown_leads, lint),
        of("weakening/lint", "each milestone of a row was sought among its cells", 25, weakening, lint),
        file("mistakes/reading", "a mistake in every row", 1_000, mistakes),
        working(
            "lookups/view",
            "each row and each task that a host asked for was sought among all",
            500,
            |count, gauge| {
                let [child, _] = linked(count);
                let (plan, input) = plan(child);
                let looked = || {
                    let view = plan.view();
                    let rows = (0..count).filter(|n| view.row(&n.to_string()).is_some()).count();
                    rows + (1..=count).filter_map(|n| view.deadline(u32::try_from(n).ok()?)).count()
                };
                gauge.work(input, looked, |_| 0);
            },
        ),
        working(
            "succeeded-leads/lint",
            "each body that has ended was sought among those found before",
            250,
            |count, gauge| {
                let more = r#""ended":{"on":"2025-01-01","successor":"x","source":"s"}"#;
                let bodies = (0..count).map(|n| agency_with(n, &format!("Sở {}", letters(n)), more));
                let next = agency_with("x", "Sở Kế thừa", r#""aliases":[]"#);
                let registry = registry(bodies.chain([next]), []);
                let leads = (0..count).map(|n| task(n + 1, "t", &format!("Sở {}", letters(n)), ""));
                lint_by(PlanText::of_tasks(leads), Some(registry), gauge);
            },
        ),
        working(
            "first-word/lint",
            "each lead was held against all names of its first word",
            250,
            |count, gauge| {
                let registry = super::registries::of_one_first_word(count);
                let leads = (0..count).map(|n| task(n + 1, "t", &format!("Sở {}", letters(n)), ""));
                lint_by(PlanText::of_tasks(leads), Some(registry), gauge);
            },
        ),
        working(
            "linked/compare",
            "each end of a link was sought among all rows, and each row read with the whole plan looked over",
            250,
            |items, gauge| compare(linked(items), gauge),
        ),
        working("unlinked/compare", "thousands of items without a link", 1_000, |items, gauge| {
            compare(unlinked(items), gauge);
        }),
        of(
            "same-names/suggest",
            "every name was held against every name of the other plan",
            250,
            same_names,
            suggest,
        ),
        of(
            "near-names/suggest",
            "names that share most words were compared in pairs",
            250,
            near_names,
            suggest,
        ),
        of(
            "few-words/suggest",
            "names of few words were compared in pairs",
            250,
            names_of_few_words,
            suggest,
        ),
    ]
}
