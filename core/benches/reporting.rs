//! What reporting costs at the size of the nation: 3,355 reporting units, 21 years, the dated rules of 231.
//!
//! `cargo bench -p tiendo --bench reporting`; divide by the number of due dates it prints. The calendar is synthetic:
//! weekends, and one made-up holiday a month, for years no calendar is sourced for. Peers' plain due dates are measured
//! by `core/benches/peers`.

use std::hint::black_box;
use std::sync::Arc;

use divan::Bencher;
use divan::counter::ItemsCount;
use tiendo::{Calendar, DayOffShift, Period, Plan, ReportingOptions, ReportingQuery, Rule, Submission};

const UNITS: usize = 3_355;
const FIRST: i32 = 2025;
const LAST: i32 = 2045;

fn main() {
    divan::main();
}

/// A synthetic calendar of the years and the two around them.
fn synthetic() -> Calendar {
    let years: Vec<String> = (FIRST - 1..=LAST + 1).map(|year| year.to_string()).collect();
    let day = |(year, month): (i32, u32)| {
        format!(
            r#"{{"date": "{year}-{month:02}-09", "off": true, "name": "giả lập", "source": "synthetic"}}"#
        )
    };
    let days: Vec<String> =
        (FIRST - 1..=LAST + 1).flat_map(|year| (1..=12).map(move |month| (year, month))).map(day).collect();
    let json = format!(
        r#"{{"schemaVersion": 1, "id": "synthetic", "name": "synthetic", "weekend": [6, 7], "years": [{}], "days": [{}]}}"#,
        years.join(","),
        days.join(",")
    );
    Calendar::from_json(json.as_bytes()).expect("a calendar")
}

fn plan() -> Plan {
    Plan::builtin("ha-tinh-231").expect("the built-in plan reads")
}

/// Every dated rule with each of its periods: 18 a year.
fn due_dates(plan: &Plan) -> Vec<(&Rule, Period)> {
    let rules = plan.regime.iter().flat_map(|regime| &regime.rules).filter(|rule| rule.due.is_some());
    let all = plan.obligations(&years(FIRST, LAST)).expect("obligations");
    let mut found = Vec::new();
    for rule in rules {
        for report in all.iter().filter(|report| *report.rule == *rule.code) {
            found.push((rule, report.period.parse().expect("a period")));
        }
    }
    found
}

fn shifted() -> ReportingOptions {
    ReportingOptions { day_off_shift: DayOffShift::NextWorkingDay, ..ReportingOptions::default() }
}

/// Each unit's due dates computed anew, one by one, as a caller without `obligations` would.
fn one_by_one(bencher: Bencher<'_, '_>, options: ReportingOptions) {
    let (plan, calendar) = (plan(), synthetic());
    let asked = due_dates(&plan);
    bencher.counter(ItemsCount::new(asked.len() * UNITS)).bench_local(|| {
        let mut last = None;
        for _ in 0..UNITS {
            for (rule, period) in black_box(&asked) {
                let due = rule.due_in(period, &options, &calendar).expect("a due date");
                last = last.max(due.map(|due| due.due));
            }
        }
        last
    });
}

#[divan::bench]
fn due_dates_one_by_one(bencher: Bencher<'_, '_>) {
    one_by_one(bencher, ReportingOptions::default());
}

#[divan::bench]
fn due_dates_one_by_one_on_working_days(bencher: Bencher<'_, '_>) {
    one_by_one(bencher, shifted());
}

fn units() -> Vec<String> {
    (1..=UNITS).map(|number| format!("Đơn vị {number}")).collect()
}

fn years(first: i32, last: i32) -> ReportingQuery {
    let day = |year: i32| format!("{year}-01-01").parse().expect("a day");
    ReportingQuery::between(day(first), day(last + 1))
}

/// The question of every obligation of every unit.
fn asked() -> ReportingQuery {
    ReportingQuery {
        agencies: units(),
        options: shifted(),
        calendar: Some(Arc::new(synthetic())),
        ..years(FIRST, LAST)
    }
}

/// Every obligation of every unit, and each one's due day looked at.
#[divan::bench]
fn obligations_of_all_units(bencher: Bencher<'_, '_>) {
    let (plan, asked) = (plan(), asked());
    let count = plan.obligations(&asked).expect("obligations").len();
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        let all = black_box(&plan).obligations(&asked).expect("obligations");
        all.each().filter_map(|(_, due, unit)| Some((due?, unit?.name.len()))).max()
    });
}

/// The timeliness of as many submissions.
#[divan::bench(sample_count = 10)]
fn timeliness_of_all_units(bencher: Bencher<'_, '_>) {
    let all = plan().obligations(&asked()).expect("obligations");
    let today = format!("{}-01-01", LAST + 1).parse().expect("a day");
    let sent: Vec<Submission> = all
        .each()
        .enumerate()
        .filter_map(|(at, (report, due, unit))| {
            Some(Submission {
                id: at.to_string(),
                date: due?,
                recorded: due?,
                source: String::new(),
                rule: report.rule.to_string(),
                period: report.period.to_string(),
                agency: unit?.agency.to_string(),
                returned: false,
            })
        })
        .collect();
    bencher
        .counter(ItemsCount::new(sent.len()))
        .bench_local(|| all.timeliness(black_box(&sent), &[], today).expect("timeliness").total().on_time);
}
