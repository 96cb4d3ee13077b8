//! Periodic reports of many tasks, with many leads each, and names that nobody should write.

use tiendo::{Assessment, Options, PeriodicReport, Plan, Records, ReportFormat, ReportQuery};

use super::measure::written;
use super::texts::{PlanText, letters, row, task};
use super::{Gauge, Holds, Shape, calls, working};

/// A text that every format has to escape throughout.
const NAME: &str = "<b>]]>|*_`[x](y)&\u{202e}&#0;";

/// Tasks of many names, each with leads of its own.
fn of_tasks(count: usize, leads: usize) -> String {
    let leads =
        |n: usize| (0..leads).map(|lead| format!("Sở {}", letters(n * leads + lead))).collect::<Vec<_>>();
    PlanText::of_tasks((1..=count).map(|n| task(n, NAME, &leads(n).join("; "), "6/2026"))).json()
}

/// Indicators, each with a lead of its own.
fn of_indicators(count: usize) -> String {
    PlanText::of_indicators((1..=count).map(|n| row(n, NAME, "≥ 50%", &format!("Sở {}", letters(n))))).json()
}

fn assessed(plan: &str, day: &str) -> Assessment {
    let plan: Plan = calls::plan(plan);
    let none = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
    tiendo::assess(&plan, &none, calls::day(day), &Options::default()).expect("an assessment")
}

fn reported(assessment: &Assessment, earlier: Option<&Assessment>) -> PeriodicReport {
    tiendo::period_report(assessment, earlier, &ReportQuery::on("2026-Q2")).expect("a report")
}

/// How long it takes to make a report, beside an earlier assessment.
fn report(plan: &str, gauge: &mut Gauge) {
    let (earlier, own) = (assessed(plan, "2026-03-31"), assessed(plan, "2026-07-15"));
    let input = written(&earlier) + written(&own);
    gauge.work(input, || reported(&own, Some(&earlier)), written);
}

/// How long it takes to lay it out.
fn render(plan: &str, format: ReportFormat, gauge: &mut Gauge) {
    let report = reported(&assessed(plan, "2026-07-15"), None);
    gauge.work(written(&report), || tiendo::render(&report, format), Vec::len);
}

pub(super) fn shapes() -> Vec<Shape> {
    vec![
        working(
            "periodic/tasks",
            "each part of a report looked through all tasks for each",
            200,
            |n, gauge| {
                report(&of_tasks(n, 2), gauge);
            },
        ),
        working("periodic/leads", "each body was sought among all leads", 100, |n, gauge| {
            report(&of_tasks(n, 10), gauge);
        }),
        working("periodic/indicators", "the figure before was sought among all for each", 200, |n, gauge| {
            report(&of_indicators(n), gauge);
        }),
        working("periodic/markdown", "each cell was escaped in place", 200, |n, gauge| {
            render(&of_tasks(n, 2), ReportFormat::Markdown, gauge);
        }),
        working("periodic/html", "each cell was escaped in place", 200, |n, gauge| {
            render(&of_tasks(n, 2), ReportFormat::Html, gauge);
        }),
        // What comes out is compressed, what goes in is many times as long.
        working("periodic/docx", "each row was packed anew", 200, |n, gauge| {
            render(&of_tasks(n, 2), ReportFormat::Docx, gauge);
        })
        .holding(Holds::Work(12)),
    ]
}
