//! Hostile records, and plans that make an assessment look at all of them again.

use tiendo::{Options, Records};

use super::calls;
use super::measure::written;
use super::texts::{PlanText, list, records, regime, row, rule, task};
use super::{Gauge, Shape, reading, working};

/// A record: its fields after `recorded`, its days, each whole.
fn record(kind: &str, id: impl std::fmt::Display, date: &str, recorded: &str, more: &str) -> String {
    format!(r#"{{"type":"{kind}","id":"{id}","date":"{date}","recorded":"{recorded}","source":"s",{more}}}"#)
}

/// A day some days after the first of 1930.
fn day(n: usize) -> String {
    let first = calls::day("1930-01-01");
    let days = chrono::Days::new(u64::try_from(n).expect("few days"));
    first.checked_add_days(days).expect("a day").to_string()
}

fn observation(id: usize, indicator: usize, date: &str, more: &str) -> String {
    let more = format!(r#""indicator":"{indicator}","status":"official","value":"{}"{more}"#, id % 40);
    record("observation", id, date, date, &more)
}

/// Observations of one key, each recorded on its own day.
fn of_one_key(count: usize) -> String {
    let figure = |n: usize| {
        let more = format!(r#""indicator":"1","status":"official","value":"{n}""#);
        record("observation", n, "2024-12-31", &day(n), &more)
    };
    records((0..count).map(figure))
}

/// Figures of one indicator, one a day.
fn of_one_indicator(count: usize) -> String {
    records((0..count).map(|n| observation(n, 1, &day(n), "")))
}

/// Retractions, each of the one after it; in a ring, of the last the first.
fn retractions(count: usize, is_ring: bool) -> String {
    let after = |n: usize| if is_ring { (n + 1) % count } else { n + 1 };
    let more = |n: usize| format!(r#""withdraws":"{}""#, after(n));
    records((0..count).map(|n| record("retraction", n, "2025-01-01", "2025-01-01", &more(n))))
}

/// Amendments of one task's deadline, or of one indicator's cell, each on its own day.
fn amendments(count: usize, is_of_task: bool) -> String {
    let more = |n: usize| {
        if is_of_task {
            format!(r#""change":"deadline","task":1,"document":"d","text":"{}/2025""#, n % 12 + 1)
        } else {
            let (year, asked) = (2000 + n % 20, n % 90);
            format!(r#""change":"target","indicator":"1","document":"d","year":{year},"text":"≥ {asked}%""#)
        }
    };
    records((0..count).map(|n| record("amendment", n, &day(n), &day(n), &more(n))))
}

/// Figures of one day by many bodies.
fn by_many_units(count: usize) -> String {
    let unit = |n: usize| format!(r#","reportingUnit":"Xã {}""#, super::texts::letters(n));
    records((0..count).map(|n| observation(n, 1, "2024-12-31", &unit(n))))
}

/// Updates of one task, each by one of its leads, of one of its items.
fn updates(count: usize) -> String {
    let of = |n: usize| {
        let more = format!(
            r#""task":1,"state":"in_progress","lead":"Sở {}","item":{}"#,
            super::texts::letters(n % 20),
            n % 5 + 1
        );
        record("task_update", n, &day(n / 10), &day(n / 10), &more)
    };
    records((0..count).map(of))
}

/// Extensions of one task, each of one of its leads, on its own day.
fn extensions(count: usize) -> String {
    let of = |n: usize| {
        let lead = super::texts::letters(n % 20);
        let more = format!(r#""task":1,"newDue":"2025-09-30","document":"d","lead":"Sở {lead}""#);
        record("extension", n, &day(n / 20), &day(n / 20), &more)
    };
    records((0..count).map(of))
}

/// Triggers of one task, each by its own issuer.
fn triggers(count: usize) -> String {
    let more = |n: usize| format!(r#""task":1,"issuer":"Bộ {}""#, super::texts::letters(n));
    records((0..count).map(|n| record("trigger", n, "2025-01-01", "2025-01-01", &more(n))))
}

/// Records of nothing in the plan.
fn of_nothing(count: usize) -> String {
    records((0..count).map(|n| observation(n, n + 10, "2024-12-31", "")))
}

/// A task with twenty leads and five items.
fn of_many_leads(deadline: &str) -> String {
    let leads: Vec<String> = (0..20).map(|n| format!("Sở {}", super::texts::letters(n))).collect();
    let items = (1..=5).map(|n| format!(r#"{{"number":{n},"title":"t"}}"#));
    let own = task(1, "t", &leads.join("; "), deadline);
    let own = format!(r#"{},"items":{}}}"#, own.trim_end_matches('}'), list(items));
    PlanText::of_tasks([own]).and(regime([rule("monthly", "monthly", "các sở", "x", "")])).json()
}

/// One row of a cell for each year, as many as there may be from 1990 on.
fn of_many_milestones(count: usize) -> String {
    let years: Vec<usize> = (1990..1990 + count).collect();
    let cells = years.iter().map(|year| format!(r#"{{"year":{year},"text":"≥ 50%"}}"#));
    let row = format!(r#"{{"code":"1","name":"n","targets":{},"lead":""}}"#, list(cells));
    let milestones = years.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    PlanText { milestones, ..PlanText::of_indicators([row]) }.json()
}

fn of_one_row() -> String {
    PlanText::of_indicators([row(1, "n", "≥ 50%", "")]).json()
}

/// Plans and records, as the fuzzer begins with them.
pub(super) fn small() -> Vec<(String, String)> {
    vec![
        (of_one_row(), of_one_key(3)),
        (of_one_row(), retractions(3, true)),
        (of_one_row(), amendments(3, false)),
        (of_many_leads("12/2025"), updates(5)),
        (of_many_leads("định kỳ hằng quý"), extensions(3)),
        (of_many_milestones(4), of_one_indicator(3)),
    ]
}

/// How long the assessment is.
fn assess(plan: &str, records: String, gauge: &mut Gauge) {
    let (own, input) = (calls::plan(plan), plan.len() + records.len());
    let read = Records::from_json(records.as_bytes()).expect("records within the limits");
    drop(records);
    let assessed = || tiendo::assess(&own, &read, calls::day("2025-12-31"), &Options::default());
    gauge.work(input, assessed, |assessed| match assessed {
        Ok(assessed) => written(assessed),
        Err(error) => written(error),
    });
}

/// How long it takes to say what changed, from before any record to after all.
fn changes(plan: &str, records: &str, gauge: &mut Gauge) {
    let (own, read) = (calls::plan(plan), Records::from_json(records.as_bytes()).expect("records"));
    let nothing = Records { records: Vec::new(), ..read.clone() };
    let on = |day: &str, records| tiendo::assess(&own, records, calls::day(day), &Options::default());
    let before = on("1935-12-31", &nothing).expect("an assessment");
    let after = on("1936-12-31", &read).expect("an assessment");
    let input = written(&before) + written(&after);
    gauge.work(input, || tiendo::changes(&before, &after), |changes| changes.as_ref().map_or(0, written));
}

/// A unit: its name, which of its indicators are linked to which of the province's, and the text of its records.
type OfUnit = (String, Vec<(usize, usize)>, String);

/// How long a sum takes, of a province with so many indicators.
fn roll_up(parents: usize, units: Vec<OfUnit>, areas: &str, gauge: &mut Gauge) {
    let upper =
        calls::plan(&PlanText::of_indicators((1..=parents).map(|code| row(code, "n", "≥ 50%", ""))).json());
    let mut input = areas.len();
    let units: Vec<tiendo::RollUnit> = units
        .into_iter()
        .map(|(name, links, own)| {
            let children = links.iter().map(|(child, _)| *child).max().unwrap_or(1);
            let links = links
                .iter()
                .map(|(child, parent)| format!(r#"{{"child":"{child}","parent":"{parent}","how":"same"}}"#));
            let mut plan = PlanText::of_indicators((1..=children).map(|code| row(code, "n", "≥ 50%", "")));
            plan.more.push(format!(r#""derives":{{"plan":"x","indicators":{},"tasks":[]}}"#, list(links)));
            plan.id = "y";
            let plan = plan.json();
            input += plan.len() + own.len() + name.len();
            let records = Some(Records::from_json(own.as_bytes()).expect("records"));
            tiendo::RollUnit { id: None, name, plan: Some(calls::plan(&plan)), records }
        })
        .collect();
    let areas = Records::from_json(areas.as_bytes()).expect("records");
    let sum = || tiendo::roll_up(&upper, &areas, &units, calls::day("2025-06-30"), &Options::default());
    gauge.work(input, sum, |sum| sum.as_ref().map_or(0, written));
}

fn read(records: String, gauge: &mut Gauge) {
    gauge.work(
        records.len(),
        || Records::from_json(records.as_bytes()),
        |read| match read {
            Ok(read) => written(read),
            Err(error) => written(error),
        },
    );
}

pub(super) fn shapes() -> Vec<Shape> {
    vec![
        working(
            "assess/one-key",
            "each record of a key was held against all of that key",
            1_000,
            |n, gauge| {
                assess(&of_one_row(), of_one_key(n), gauge);
            },
        ),
        working("assess/one-indicator", "each figure was sought among all of its row", 1_000, |n, gauge| {
            assess(&of_one_row(), of_one_indicator(n), gauge);
        }),
        working("assess/chain", "a chain of retractions was followed from each", 1_000, |n, gauge| {
            assess(&of_one_row(), retractions(n, false), gauge);
        }),
        working("assess/ring", "a ring of retractions had no end", 1_000, |n, gauge| {
            assess(&of_one_row(), retractions(n, true), gauge);
        }),
        working("assess/targets", "each amendment made the plan anew", 500, |n, gauge| {
            assess(&of_many_milestones(40), amendments(n, false), gauge);
        }),
        working("assess/deadlines", "each amended cell was held against each", 500, |n, gauge| {
            assess(&of_many_leads("12/2025"), amendments(n, true), gauge);
        }),
        working("assess/units", "each body's figure was held against all others'", 1_000, |n, gauge| {
            assess(&of_one_row(), by_many_units(n), gauge);
        }),
        working(
            "assess/milestones",
            "the figures of a row were looked through for each milestone",
            10,
            |n, gauge| {
                assess(&of_many_milestones(n), of_one_indicator(2_000), gauge);
            },
        ),
        working("assess/updates", "each lead and item looked through all updates", 1_000, |n, gauge| {
            assess(&of_many_leads("12/2025"), updates(n), gauge);
        }),
        working(
            "assess/instances",
            "each instance looked through all updates and extensions",
            1_000,
            |n, gauge| {
                assess(&of_many_leads("định kỳ hằng quý"), updates(n), gauge);
            },
        ),
        working(
            "assess/extensions",
            "whom an extension is for was sought among all for each",
            500,
            |n, gauge| {
                assess(&of_many_leads("12/2025"), extensions(n), gauge);
            },
        ),
        working("assess/recurring", "each instance looked through all extensions", 500, |n, gauge| {
            assess(&of_many_leads("định kỳ hằng quý"), extensions(n), gauge);
        }),
        working("assess/triggers", "each cell looked through all that had come", 500, |n, gauge| {
            assess(&of_many_leads("Sau khi có văn bản của Trung ương"), triggers(n), gauge);
        }),
        working(
            "assess/unmatched",
            "records of nothing in the plan were sought in all of it",
            1_000,
            |n, gauge| {
                assess(&of_one_row(), of_nothing(n), gauge);
            },
        ),
        working("changes/figures", "each figure was sought among all before", 500, |n, gauge| {
            changes(&of_one_row(), &of_one_indicator(n), gauge);
        }),
        working("changes/amendments", "each amendment was held against all others", 500, |n, gauge| {
            changes(&of_one_row(), &amendments(n, false), gauge);
        }),
        working("changes/milestones", "each year was sought among all others", 10, |n, gauge| {
            changes(&of_many_milestones(n), &of_one_indicator(500), gauge);
        }),
        working("changes/items", "each item was sought among all others", 500, |n, gauge| {
            let rows = (1..=n).map(|code| row(code, "n", "≥ 50%", ""));
            let plan = PlanText {
                tasks: (1..=n).map(|number| task(number, "t", "Sở A; Sở B", "6/1936")).collect(),
                ..PlanText::of_indicators(rows)
            };
            changes(
                &plan.json(),
                &records((1..=n).map(|code| observation(code, code, "1936-06-30", ""))),
                gauge,
            );
        }),
        working("rollup/units", "each unit was sought among all others", 200, |n, gauge| {
            let unit = |at: usize| {
                let own = records([observation(at, 1, "2025-01-31", "")]);
                (super::texts::letters(at), vec![(1, 1)], own)
            };
            roll_up(1, (0..n).map(unit).collect(), &records([]), gauge);
        }),
        working("rollup/links", "a figure was sought again for each link to it", 200, |n, gauge| {
            let own = records((0..n).map(|at| observation(at, 1, &day(at), "")));
            roll_up(
                n,
                vec![("Xã A".to_owned(), (1..=n).map(|at| (1, at)).collect(), own)],
                &records([]),
                gauge,
            );
        }),
        working(
            "rollup/one-parent",
            "each of many links to one indicator was held against all",
            200,
            |n, gauge| {
                let own = records((1..=n).map(|at| observation(at, at, "2025-01-31", "")));
                roll_up(
                    1,
                    vec![("Xã A".to_owned(), (1..=n).map(|at| (at, 1)).collect(), own)],
                    &records([]),
                    gauge,
                );
            },
        ),
        working("rollup/areas", "each area was sought among all others", 500, |n, gauge| {
            let area = |at: usize| {
                observation(at, 1, "2025-01-31", &format!(r#","area":"Thôn {}""#, super::texts::letters(at)))
            };
            roll_up(1, Vec::new(), &records((0..n).map(area)), gauge);
        }),
        reading("records-one-key/read", "ids were held against all before them", 1_000, |n, gauge| {
            read(of_one_key(n), gauge);
        }),
        reading("records-amendments/read", "each definition was read twice", 1_000, |n, gauge| {
            read(amendments(n, true), gauge);
        }),
    ]
}
