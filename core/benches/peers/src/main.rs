//! A due date by the `rrule` crate and by tiendo, on the same machine, one thread: the medians of seven runs.
//!
//! `cargo run --release --manifest-path core/benches/peers/Cargo.toml`. rrule gives plain due dates: the 20th of each
//! month, the 10th of the quarters' last months, 10 June and 30 November, without "before" and without working days.
//! tiendo gives the last timely day of the same rules moved to the next working day of a synthetic calendar.

use std::hint::black_box;
use std::time::Instant;

use rrule::RRuleSet;
use tiendo::{Calendar, DayOffShift, Period, Plan, ReportingOptions, Rule};

const UNITS: usize = 3_355;
/// Units rrule is run for: the cost of each is the same.
const FEWER: usize = 200;

const RULES: [&str; 4] = [
    "DTSTART:20250101T000000Z\nRRULE:FREQ=MONTHLY;BYMONTHDAY=20;UNTIL=20451231T000000Z",
    "DTSTART:20250101T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10;UNTIL=20451231T000000Z",
    "DTSTART:20250101T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10;UNTIL=20451231T000000Z",
    "DTSTART:20250101T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30;UNTIL=20451231T000000Z",
];

fn main() {
    let peer = median(|| {
        let sets: Vec<RRuleSet> = RULES.iter().map(|rule| rule.parse().expect("a rule")).collect();
        (0..FEWER).flat_map(|_| &sets).map(|set| black_box(set).clone().all(u16::MAX).dates.len()).sum()
    });
    let plan = Plan::builtin("ha-tinh-231").expect("a plan");
    let calendar = synthetic();
    let options = ReportingOptions { day_off_shift: DayOffShift::NextWorkingDay, ..ReportingOptions::default() };
    let asked = due_dates(&plan);
    let own = median(|| {
        let mut found = 0;
        for _ in 0..UNITS {
            for (rule, period) in black_box(&asked) {
                let due = rule.due_in(period, &options, &calendar).expect("a due date");
                found += usize::from(black_box(due).is_some());
            }
        }
        found
    });
    println!("rrule, plain due dates             {peer:8.1} ns a due date");
    println!("tiendo, on working days            {own:8.1} ns a due date");
    println!("ratio                              {:8.0}", peer / own);
}

/// Nanoseconds for each of what a piece of work counts.
fn median(work: impl Fn() -> usize) -> f64 {
    let mut runs: Vec<f64> = (0..7)
        .map(|_| {
            let start = Instant::now();
            let count = work();
            start.elapsed().as_nanos() as f64 / count as f64
        })
        .collect();
    runs.sort_by(f64::total_cmp);
    runs[runs.len() / 2]
}

fn due_dates(plan: &Plan) -> Vec<(&Rule, Period)> {
    let rules = plan.regime.iter().flat_map(|regime| &regime.rules).filter(|rule| rule.due.is_some());
    rules
        .flat_map(|rule| {
            let ids = (2025..=2045).flat_map(|year| {
                let months = (1..=12).map(move |month| format!("{year}-{month:02}"));
                let quarters = (1..=4).map(move |quarter| format!("{year}-Q{quarter}"));
                months.chain(quarters).chain([format!("{year}-H1"), format!("{year}")])
            });
            let periods = ids.map(|id| id.parse::<Period>().expect("a period"));
            periods.filter(|period| period.cycle() == rule.cycle).map(move |period| (rule, period)).collect::<Vec<_>>()
        })
        .collect()
}

fn synthetic() -> Calendar {
    let years: Vec<String> = (2024..=2046).map(|year| year.to_string()).collect();
    let json = format!(
        r#"{{"schemaVersion": 1, "id": "synthetic", "name": "synthetic", "weekend": [6, 7], "years": [{}], "days": []}}"#,
        years.join(",")
    );
    Calendar::from_json(json.as_bytes()).expect("a calendar")
}
