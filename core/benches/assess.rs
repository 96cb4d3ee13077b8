//! What an assessment costs: the built-in plan, a plan of 10,000 indicators with up to a million figures, one of 20,000
//! tasks with 200,000 updates, its fingerprint of the records alone, sums of communes, and reading a million records.
//!
//! `cargo bench -p tiendo --bench assess`; the peak of memory is the line `max alloc`.

use std::fmt::Write;
use std::hint::black_box;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use sha2::{Digest, Sha256};
use tiendo::chrono::{Days, NaiveDate};
use tiendo::{
    Derivation, Fixed, Limits, Lineage, Link, Observation, Options, Plan, Record, Records, RollUnit,
    TaskUpdate, assess, roll_up,
};
use tiendo::{ObservationStatus, TaskState};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// The main job's sample year.
const SAMPLE: &[u8] = include_bytes!("../examples/assess/ha-tinh-231-records.synthetic.json");
const INDICATORS: usize = 10_000;
const TASKS: usize = 20_000;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn plan(indicators: usize, tasks: usize) -> Plan {
    let indicator = |number: usize| {
        format!(
            r#"{{"code": "{number}", "name": "Tỷ lệ thứ {number}", "lead": "Sở Y tế",
                "targets": [{{"year": 2025, "text": "50%"}}, {{"year": 2030, "text": "≥ {}%"}}]}}"#,
            60 + number % 40
        )
    };
    let task = |number: usize| {
        format!(
            r#"{{"number": {number}, "title": "Việc thứ {number}", "lead": "Sở Y tế", "cooperating": "",
                "deadline": "{}/2026"}}"#,
            1 + number % 12
        )
    };
    let list = |count: usize, of: &dyn Fn(usize) -> String| (1..=count).map(of).collect::<Vec<_>>().join(",");
    let json = format!(
        r#"{{"schemaVersion": 1, "id": "lon", "title": "Kế hoạch lớn", "issuer": "UBND tỉnh", "level": "province",
            "effective": "2025-01-01", "milestones": [2025, 2030], "indicators": [{}], "tasks": [{}]}}"#,
        list(indicators, &indicator),
        list(tasks, &task)
    );
    Plan::from_json_with(json.as_bytes(), &limits()).expect("a plan")
}

fn limits() -> Limits {
    let most = usize::MAX >> 16;
    Limits {
        json_bytes: most,
        records_bytes: most,
        indicators: most,
        tasks: most,
        output_bytes: most,
        ..Limits::default()
    }
}

fn records(records: Vec<Record>) -> Records {
    Records { schema_version: 1, synthetic: true, note: None, records }
}

/// So many figures of the indicators in turn, each of an own day.
fn figures(count: usize) -> Records {
    let first = day("2016-01-31");
    let figure = |number: usize| {
        let date = first + Days::new((number / INDICATORS * 39) as u64);
        Record::Observation(Observation {
            id: format!("f{number}"),
            date,
            recorded: date,
            source: "số liệu minh họa".to_owned(),
            indicator: (1 + number % INDICATORS).to_string(),
            status: ObservationStatus::Official,
            value: Fixed::from_millionths((number * 37 % 100_000_000) as i128),
            numerator: None,
            denominator: None,
            present: None,
            judgement: None,
            unit: None,
            qualifier: None,
            area: None,
            group: None,
            reporting_unit: None,
            ranked_among: None,
            part_of_year: None,
        })
    };
    records((0..count).map(figure).collect())
}

fn updates(count: usize) -> Records {
    let update = |number: usize| {
        let date = day("2026-01-01") + Days::new((number / TASKS * 29) as u64);
        Record::TaskUpdate(TaskUpdate {
            id: format!("u{number}"),
            date,
            recorded: date,
            source: "số liệu minh họa".to_owned(),
            task: u32::try_from(1 + number % TASKS).expect("few tasks"),
            state: if number.is_multiple_of(7) { TaskState::Completed } else { TaskState::InProgress },
            lead: None,
            item: None,
            period: None,
            reported: None,
            evidence: None,
            product: None,
            document: None,
            difficulties: None,
            proposals: None,
        })
    };
    records((0..count).map(update).collect())
}

fn assessing(bencher: Bencher<'_, '_>, plan: &Plan, records: &Records) {
    let options = Options { limits: limits(), ..Options::default() };
    let today = day("2026-11-27");
    bencher
        .counter(ItemsCount::new(records.records.len()))
        .bench_local(|| assess(black_box(plan), black_box(records), today, &options).expect("an assessment"));
}

/// Months of records of so many communes, each with the 70 indicators of its province linked, summed: 3,321 communes and 60
/// months are 14 million figures. Plans and records are read before.
#[divan::bench(args = [(33, 60), (332, 60), (3321, 6), (3321, 60)], sample_count = 1)]
fn roll_up_of_communes(bencher: Bencher<'_, '_>, (communes, months): (usize, usize)) {
    const LINKED: usize = 70;
    let province = plan(LINKED, 0);
    let own = Plan {
        id: "xa".to_owned(),
        derives: Some(Lineage {
            plan: province.id.clone(),
            indicators: province
                .indicators
                .iter()
                .map(|of| Link { child: of.code.clone(), parent: of.code.clone(), how: Derivation::Same })
                .collect(),
            tasks: Vec::new(),
        }),
        ..province.clone()
    };
    let mut of_one = figures(0);
    for month in 0..months {
        for mut record in figures(LINKED).records {
            if let Record::Observation(of) = &mut record {
                of.id = format!("{}-{month}", of.id);
                of.date = day("2021-12-31") + Days::new((month * 30) as u64);
                of.recorded = of.date;
                (of.numerator, of.denominator) = (of.value.take(), Fixed::from_int(100));
            }
            of_one.records.push(record);
        }
    }
    let units: Vec<RollUnit> = (0..communes)
        .map(|at| RollUnit {
            id: Some(format!("xa-{at}")),
            name: format!("Xã {at}"),
            plan: Some(own.clone()),
            records: Some(of_one.clone()),
        })
        .collect();
    let (none, options) = (records(Vec::new()), Options { limits: limits(), ..Options::default() });
    bencher.counter(ItemsCount::new(communes * LINKED * months)).bench_local(|| {
        roll_up(&province, &none, black_box(&units), day("2026-11-27"), &options).expect("sums")
    });
}

/// The main job: plan and records read.
#[divan::bench]
fn the_example(bencher: Bencher<'_, '_>) {
    let plan = Plan::builtin("ha-tinh-231").expect("a plan");
    assessing(bencher, &plan, &Records::from_json(SAMPLE).expect("records"));
}

#[divan::bench(args = [0, 10_000, 100_000, 1_000_000], sample_count = 5)]
fn figures_of_ten_thousand_indicators(bencher: Bencher<'_, '_>, count: usize) {
    assessing(bencher, &plan(INDICATORS, 0), &figures(count));
}

#[divan::bench(args = [0, 20_000, 200_000], sample_count = 5)]
fn updates_of_twenty_thousand_tasks(bencher: Bencher<'_, '_>, count: usize) {
    assessing(bencher, &plan(0, TASKS), &updates(count));
}

/// What of it is the records' fingerprint: their compact JSON, hashed.
#[divan::bench(sample_count = 5)]
fn fingerprint_of_a_million_figures(bencher: Bencher<'_, '_>) {
    let all = figures(1_000_000);
    bencher
        .counter(ItemsCount::new(all.records.len()))
        .bench_local(|| Sha256::digest(tiendo::to_json(black_box(&all.records)).as_bytes()));
}

#[divan::bench(sample_count = 5)]
fn a_million_records_from_json(bencher: Bencher<'_, '_>) {
    let json = figures(1_000_000).to_json();
    bencher
        .counter(ItemsCount::new(1_000_000_usize))
        .bench_local(|| Records::from_json_with(black_box(json.as_bytes()), &limits()).expect("records"));
}

#[divan::bench(sample_count = 5)]
fn a_million_records_from_csv(bencher: Bencher<'_, '_>) {
    let mut table = "type,id,date,recorded,source,indicator,status,value\n".to_owned();
    for of in figures(1_000_000).observations() {
        let value = of.value.expect("a value");
        let (id, date, indicator) = (&of.id, of.date, &of.indicator);
        writeln!(table, "observation,{id},{date},{date},{},{indicator},official,{value}", of.source)
            .expect("a text takes it");
    }
    bencher.counter(ItemsCount::new(1_000_000_usize)).bench_local(|| {
        Records::from_csv_with(black_box(table.as_bytes()), true, &limits()).expect("records")
    });
}
