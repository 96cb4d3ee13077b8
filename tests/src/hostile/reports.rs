//! Hostile regimes, calendars and questions about reports.

use std::sync::Arc;

use tiendo::{DayOffShift, ReportingOptions, ReportingQuery};

use super::calls::{self, between};
use super::measure::written;
use super::texts::{
    PlanText, ad_hoc, calendar, days_off, letters, records, regime, registry, rule, submission,
};
use super::{Gauge, Shape, working};

/// A plan of rules.
fn plan_of(rules: impl IntoIterator<Item = String>) -> String {
    PlanText::default().and(regime(rules)).json()
}

/// A monthly rule of many words.
pub(super) fn wordy_rule(chars: usize) -> String {
    let words = "ế".repeat(chars);
    plan_of([rule("monthly", "monthly", "các đơn vị", &words, &words)])
}

/// Rules that all fall due on one day.
pub(super) fn rules_on_one_day(count: usize) -> String {
    plan_of((0..count).map(|n| rule(n, "monthly", &format!("Đơn vị {}", letters(n)), "Sở Nội vụ", "")))
}

/// Rules of one cycle, each to the body that the next one binds.
pub(super) fn rules_in_tiers(count: usize) -> String {
    let body = |n: usize| format!("Sở {}", letters(n));
    plan_of((0..count).map(|n| rule(n, "monthly", &body(n), &body(n + 1), "")))
}

/// A calendar of many days off that nobody has a source for.
pub(super) fn unsourced_days(count: usize) -> String {
    calendar(2000..2060, days_off(2000, count))
}

/// Submissions of one report by one body, each under its own id.
pub(super) fn one_report_many_times(count: usize) -> String {
    records((0..count).map(|n| submission(n, "monthly", "2025-06", "Xã a")))
}

/// Submissions of reports that nobody owes.
pub(super) fn unmatched(count: usize) -> String {
    records((0..count).map(|n| submission(n, "monthly", "2025-06", &format!("Phường {}", letters(n)))))
}

/// Exemptions of one body from one period.
fn exemptions(count: usize) -> String {
    records((0..count).map(|n| {
        format!(
            r#"{{"type":"exemption","id":"{n}","date":"2025-06-01","recorded":"2025-06-01","source":"s","agency":"Xã a","period":"2025-06","reason":"r"}}"#
        )
    }))
}

/// Bodies of the caller's that no registry knows.
fn communes(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("Xã {}", letters(n))).collect()
}

fn year() -> ReportingQuery {
    between("2025-01-01", "2026-01-01")
}

fn june() -> ReportingQuery {
    between("2025-06-01", "2025-07-01")
}

fn length(names: &[String]) -> usize {
    names.iter().map(String::len).sum()
}

/// The obligations of some days, each made whole and written.
fn obligations(json: String, asked: &ReportingQuery, input: usize, gauge: &mut Gauge) {
    let (plan, text) = (calls::plan(&json), json.len());
    drop(json);
    let input = text + length(&asked.agencies) + input;
    // The obligations are written as they are made: what is held is not what is written.
    let all = || match calls::obligations(&plan, asked) {
        Ok(all) => written(&all),
        Err(error) => written(&error),
    };
    gauge.work(input, all, |length| *length);
}

/// What is made of the obligations of a month.
fn made(
    json: String,
    asked: &ReportingQuery,
    gauge: &mut Gauge,
    make: impl FnOnce(&tiendo::Obligations) -> usize,
) {
    let (plan, text) = (calls::plan(&json), json.len());
    drop(json);
    let all = calls::obligations(&plan, asked).expect("obligations within the limits");
    gauge.work(text + length(&asked.agencies), || make(&all), |length| *length);
}

fn timeliness(records: String, bodies: usize, gauge: &mut Gauge) {
    let json = wordy_rule(10);
    let plan = calls::plan(&json);
    let asked = ReportingQuery { agencies: communes(bodies), ..june() };
    let all = calls::obligations(&plan, &asked).expect("obligations within the limits");
    let read = tiendo::Records::from_json(records.as_bytes()).expect("records within the limits");
    let input = records.len() + length(&asked.agencies);
    drop((json, records));
    gauge.work(input, || calls::timeliness(&all, &read), |length| *length);
}

pub(super) fn shapes() -> Vec<Shape> {
    vec![
        working(
            "bodies/obligations",
            "what is the same for every body was made for each",
            500,
            |count, gauge| {
                let asked = ReportingQuery { agencies: communes(count), ..year() };
                obligations(wordy_rule(10), &asked, 0, gauge);
            },
        ),
        working(
            "bodies-and-words/obligations",
            "each body's report had the words of its rule for itself",
            10,
            |count, gauge| {
                let asked = ReportingQuery { agencies: communes(count), ..june() };
                obligations(wordy_rule(9_900), &asked, 0, gauge);
            },
        ),
        working(
            "bodies-and-words/ics",
            "each body's event had the words of its rule for itself: 31 KB took 6 GB",
            50,
            |count, gauge| {
                let asked = ReportingQuery { agencies: communes(count), ..june() };
                made(wordy_rule(2_000), &asked, gauge, |all| match calls::ics(all) {
                    Ok(file) => file.len(),
                    Err(error) => written(&error),
                });
            },
        ),
        working("bodies/ics", "thousands of bodies in one calendar file", 500, |count, gauge| {
            let asked = ReportingQuery { agencies: communes(count), ..june() };
            made(wordy_rule(10), &asked, gauge, |all| {
                calls::ics(all).expect("a file within the limits").len()
            });
        }),
        working("bodies/sentences", "sentences and reminders of thousands of bodies", 500, |count, gauge| {
            let asked = ReportingQuery { agencies: communes(count), ..june() };
            made(wordy_rule(10), &asked, gauge, calls::sentences);
        }),
        working(
            "recipients/reminders",
            "each recipient was sought among those before it",
            50,
            |count, gauge| {
                let rule = |n: usize| {
                    let recipient = format!("Sở {}", letters(n));
                    rule(n, "monthly", "các đơn vị", &recipient, "")
                };
                let asked = ReportingQuery { agencies: communes(20), ..june() };
                made(plan_of((0..count).map(rule)), &asked, gauge, calls::sentences);
            },
        ),
        working(
            "one-day/rules",
            "rules that fall due on one day each name all the others",
            50,
            |count, gauge| obligations(rules_on_one_day(count), &june(), 0, gauge),
        ),
        working(
            "one-day/given",
            "given reports of one day each name all the others, and each was held against all before it",
            250,
            |count, gauge| {
                let given = (0..count).map(|n| calls::given(letters(n), "2025-06-20")).collect();
                let asked = ReportingQuery { given, ..june() };
                obligations(plan_of([ad_hoc("Sở Nội vụ", "")]), &asked, 100 * count, gauge);
            },
        ),
        working(
            "many-days/given",
            "each given report was held against all before it",
            250,
            |count, gauge| {
                let days = calls::day("2025-01-01").iter_days();
                let given = days.take(count).enumerate();
                let given = given.map(|(n, day)| calls::given(letters(n), &day.to_string())).collect();
                let asked = ReportingQuery { given, ..between("2025-01-01", "2030-01-01") };
                let json = plan_of([ad_hoc("Sở Nội vụ", "")]);
                obligations(json, &asked, 100 * count, gauge);
            },
        ),
        working(
            "one-day/bodies",
            "the reports beside a report were sought anew for each body",
            50,
            |count, gauge| {
                let asked = ReportingQuery { agencies: communes(count), ..june() };
                let rules = (0..20).map(|n| rule(n, "monthly", "các đơn vị", "Sở Nội vụ", ""));
                obligations(plan_of(rules), &asked, 0, gauge);
            },
        ),
        working(
            "tiers/obligations",
            "who reports to whom was sought through all rules from each",
            50,
            |count, gauge| {
                let bodies = (0..=count).map(|n| super::texts::agency(n, &format!("Sở {}", letters(n))));
                let registry = calls::registry(&registry(bodies, []));
                let asked = ReportingQuery {
                    agencies: (0..=count).map(|n| n.to_string()).collect(),
                    registry: Some(Arc::new(registry)),
                    ..june()
                };
                obligations(rules_in_tiers(count), &asked, 0, gauge);
            },
        ),
        working(
            "succeeded/obligations",
            "the successor of each body was sought through all of its chain",
            512,
            |count, gauge| {
                let json = super::registries::of_chains(count);
                let asked = ReportingQuery {
                    agencies: (0..count / 16 * 16).map(|n| n.to_string()).collect(),
                    registry: Some(Arc::new(calls::registry(&json))),
                    ..june()
                };
                obligations(wordy_rule(10), &asked, json.len(), gauge);
            },
        ),
        working(
            "unsourced/obligations",
            "a due day in a long run of days off was walked to its end, day by day, for each report",
            1_000,
            |count, gauge| {
                let json = unsourced_days(count);
                let days = calls::day("2000-01-01").iter_days();
                let given = days.take(100).enumerate();
                let given = given.map(|(n, day)| calls::given(letters(n), &day.to_string())).collect();
                let options = ReportingOptions {
                    day_off_shift: DayOffShift::NextWorkingDay,
                    ..ReportingOptions::default()
                };
                let asked = ReportingQuery {
                    given,
                    calendar: Some(Arc::new(
                        tiendo::Calendar::from_json(json.as_bytes()).expect("a calendar"),
                    )),
                    options,
                    ..between("2000-01-01", "2001-01-01")
                };
                let plan = plan_of([ad_hoc("Sở Nội vụ", "")]);
                obligations(plan, &asked, json.len(), gauge);
            },
        ),
        working("one-report/timeliness", "thousands of submissions of one report", 1_000, |count, gauge| {
            timeliness(one_report_many_times(count), 10, gauge)
        }),
        working(
            "unmatched/timeliness",
            "thousands of submissions that nobody owes",
            1_000,
            |count, gauge| {
                timeliness(unmatched(count), 10, gauge);
            },
        ),
        working("exemptions/timeliness", "thousands of exemptions of one body", 1_000, |count, gauge| {
            timeliness(exemptions(count), 10, gauge);
        }),
        working("bodies/timeliness", "the tallies of thousands of bodies", 500, |count, gauge| {
            let sent = |n| submission(n, "monthly", "2025-06", &format!("Xã {}", letters(n)));
            timeliness(records((0..count).map(sent)), count, gauge);
        }),
        working(
            "one-period/slack",
            "two tiers of many rules make pairs beyond number",
            12,
            |count, gauge| {
                let json = rules_on_one_day(count);
                let plan = calls::plan(&json);
                let all = calls::obligations(&plan, &year()).expect("a year's reports");
                gauge.work(
                    2 * json.len(),
                    || tiendo::slack(&all, &all),
                    |pairs| match pairs {
                        Ok(pairs) => written(pairs),
                        Err(error) => written(error),
                    },
                );
            },
        ),
    ]
}
