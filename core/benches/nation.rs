//! What the nation's reports cost in time and memory: five years of the 3,321 communes and of the plan's dated rules, and
//! a calendar file of 200,000 of them.
//!
//! `cargo bench -p tiendo --bench nation`; the peak of memory is the line `max alloc`.

use std::hint::black_box;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use tiendo::{Lang, Limits, Obligations, Plan, ReportingQuery};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn asked(communes: usize, last: i32) -> ReportingQuery {
    let day = |year: i32| format!("{year}-01-01").parse().expect("a day");
    ReportingQuery {
        agencies: (1..=communes).map(|number| format!("Xã {number}")).collect(),
        limits: Limits { output_bytes: 1 << 30, ..Limits::default() },
        ..ReportingQuery::between(day(2026), day(last + 1))
    }
}

fn obligations(communes: usize, last: i32) -> Obligations {
    Plan::builtin("ha-tinh-231").expect("a plan").obligations(&asked(communes, last)).expect("obligations")
}

/// The question alone, and each obligation looked at without making it.
#[divan::bench]
fn obligations_of_the_communes(bencher: Bencher<'_, '_>) {
    let (plan, asked) = (Plan::builtin("ha-tinh-231").expect("a plan"), asked(3_321, 2030));
    let count = plan.obligations(&asked).expect("obligations").len();
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        let all = black_box(&plan).obligations(&asked).expect("obligations");
        let last = all.each().filter_map(|(_, due, _)| due).max();
        (all, last)
    });
}

/// Each obligation made whole.
#[divan::bench]
fn each_obligation_whole(bencher: Bencher<'_, '_>) {
    let all = obligations(3_321, 2030);
    bencher
        .counter(ItemsCount::new(all.len()))
        .bench_local(|| black_box(&all).iter().filter_map(|report| report.due).max());
}

/// A calendar file.
#[divan::bench(sample_count = 10)]
fn calendar_file(bencher: Bencher<'_, '_>) {
    let all = obligations(11_112, 2026);
    let events = all.iter().filter(|report| report.due.is_some()).count();
    bencher
        .counter(ItemsCount::new(events))
        .bench_local(|| black_box(&all).to_ics("2026-01-01T00:00:00Z", Lang::Vi).expect("a file").len());
}
