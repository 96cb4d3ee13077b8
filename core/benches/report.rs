//! What a periodic report costs: of the sample year and of a plan of 20,000 tasks, as a value and in each format.
//!
//! `cargo bench -p tiendo --bench report`; the bytes of each file are printed first.

use std::hint::black_box;

use divan::{AllocProfiler, Bencher};
use tiendo::{Assessment, Limits, Options, PeriodicReport, Plan, Records, ReportFormat, ReportQuery, assess};
use tiendo::{period_report, render};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const SAMPLE: &[u8] = include_bytes!("../examples/assess/ha-tinh-231-records.synthetic.json");

#[expect(clippy::disallowed_macros, reason = "a bench is a program: it prints")]
fn main() {
    for (name, report) in [("sample quarter", report(&sample())), ("20,000 tasks", report(&of_tasks(20_000)))]
    {
        for format in ReportFormat::ALL {
            println!("{name}: {format} {} bytes", render(&report, *format).len());
        }
    }
    divan::main();
}

fn assessed(plan: &Plan, records: &Records) -> Assessment {
    let today = "2026-11-27".parse().expect("a day");
    assess(plan, records, today, &Options::default()).expect("an assessment")
}

fn sample() -> Assessment {
    let records = Records::from_json(SAMPLE).expect("records");
    assessed(&Plan::builtin("ha-tinh-231").expect("a plan"), &records)
}

fn of_tasks(count: usize) -> Assessment {
    let task = |number: usize| {
        let month = 1 + number % 12;
        format!(
            r#"{{"number": {number}, "title": "Việc thứ {number} | <b>", "lead": "Sở Y tế; Sở Nội vụ", "cooperating": "",
                "deadline": "{month}/2026"}}"#
        )
    };
    let tasks: Vec<String> = (1..=count).map(task).collect();
    let json = format!(
        r#"{{"schemaVersion": 1, "id": "lon", "title": "Kế hoạch lớn", "issuer": "UBND tỉnh", "level": "province",
            "effective": "2025-01-01", "milestones": [2030], "indicators": [], "tasks": [{}]}}"#,
        tasks.join(",")
    );
    let limits = Limits { json_bytes: usize::MAX >> 16, ..Limits::default() };
    let plan = Plan::from_json_with(json.as_bytes(), &limits).expect("a plan");
    assessed(&plan, &Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() })
}

fn report(assessment: &Assessment) -> PeriodicReport {
    period_report(assessment, None, &ReportQuery::on("2026-Q3")).expect("a report")
}

#[divan::bench(sample_count = 20)]
fn value_of_the_sample(bencher: Bencher<'_, '_>) {
    let assessment = sample();
    bencher.bench_local(|| report(black_box(&assessment)));
}

#[divan::bench(args = ReportFormat::ALL, sample_count = 20)]
fn file_of_the_sample(bencher: Bencher<'_, '_>, format: ReportFormat) {
    let report = report(&sample());
    bencher.bench_local(|| render(black_box(&report), format));
}

#[divan::bench(args = [5_000, 10_000, 20_000], sample_count = 5)]
fn value_of_tasks(bencher: Bencher<'_, '_>, count: usize) {
    let assessment = of_tasks(count);
    bencher.bench_local(|| report(black_box(&assessment)));
}

#[divan::bench(args = [5_000, 10_000, 20_000], sample_count = 5)]
fn html_of_tasks(bencher: Bencher<'_, '_>, count: usize) {
    let report = report(&of_tasks(count));
    bencher.bench_local(|| render(black_box(&report), ReportFormat::Html));
}
