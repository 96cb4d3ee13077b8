//! Where a plan stands on a day: its indicators against their targets, its tasks against their deadlines.
//!
//! ```sh
//! cargo run --example assess
//! cargo run --example assess -- --today 2026-03-31 --lang en --json
//! cargo run --example assess -- --plan tien-giang-69 --lint
//! cargo run --example assess -- --plan tien-dien --compare ha-tinh-231
//! cargo run --example assess -- --plan tien-dien --effective 2026-01-01 --today 2026-05-20 --working-days
//! ```
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "an example is a program: it reads files and prints"
)]

mod reports;
mod words;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;
use serde::Serialize;
use tiendo::{
    Comparison, Deadline, Error, Finding, Indicator, Lang, MeasuredValue, MilestoneTarget, Observation, Plan,
    PlanView, Reason, Records, Registry, Row, Task, Verdict, compare, compare_plans, lint,
};

use reports::Reports;
use words::Words;

/// The plan the sample is made up for.
const SAMPLE_PLAN: &str = "ha-tinh-231";
/// The sample that is assessed where no records are named.
const SAMPLE: &str = include_str!("ha-tinh-231-records.synthetic.json");

/// Where a plan stands on a day.
#[derive(Parser)]
struct Options {
    /// A built-in plan's id, or a plan's JSON file.
    #[arg(long, default_value = SAMPLE_PLAN)]
    plan: String,
    /// A records' JSON file; without it, synthetic sample data for ha-tinh-231, none for another plan.
    #[arg(long)]
    records: Option<String>,
    /// The day to assess.
    #[arg(long, default_value = "2025-12-01")]
    today: NaiveDate,
    /// From when the reporting rules hold, for a plan that does not say.
    #[arg(long, value_name = "DATE")]
    effective: Option<NaiveDate>,
    /// Move last days that are off to the next working day of civil servants (2025 and 2026).
    #[arg(long)]
    working_days: bool,
    /// The language: vi or en.
    #[arg(long, default_value = "vi", value_parser = |lang: &str| match lang {
        "vi" => Ok(Lang::Vi),
        "en" => Ok(Lang::En),
        _ => Err("vi or en"),
    })]
    lang: Lang,
    /// Show what a careful reader of the plan would remark on, in place of the assessment.
    #[arg(long)]
    lint: bool,
    /// Compare with the upper plan it derives from (an id or a file), in place of the assessment.
    #[arg(long, value_name = "PARENT")]
    compare: Option<String>,
    /// Print JSON in place of tables.
    #[arg(long)]
    json: bool,
}

/// The verdict on a row that asks nothing at the milestone.
const NOTHING_ASKED: Verdict = Verdict::Undetermined(Reason::NoTarget);

/// An indicator's line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndicatorLine<'p> {
    code: &'p str,
    name: &'p str,
    milestone: i32,
    target: &'p MilestoneTarget,
    observation: Option<&'p Observation>,
    #[serde(flatten)]
    comparison: Comparison,
}

/// A task's line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TaskLine<'p> {
    number: u32,
    title: &'p str,
    lead: &'p str,
    deadline: &'p Deadline,
    /// Days from the day assessed to the last day on time; negative once it has passed.
    days_left: Option<i64>,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that stops early (`| head`) is no failure.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// What can go wrong outside the library, and within it.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{file}: {error}")]
    File { file: String, error: io::Error },
    #[error("{file}: {error}")]
    Content { file: String, error: Box<Error> },
    #[error(transparent)]
    Output(#[from] io::Error),
}

fn run(options: &Options) -> Result<(), Failure> {
    let plan = plan(&options.plan)?;
    let (view, words) = (plan.view(), Words { lang: options.lang });
    let mut out = io::stdout().lock();
    if options.lint || options.compare.is_some() {
        let findings = findings(&view, options)?;
        if options.json {
            writeln!(out, "{:#}", serde_json::json!({ "plan": plan.id, "findings": findings }))?;
        } else {
            writeln!(out, "{}\n{}", words.findings(&plan, &findings), words.finding_table(&findings))?;
        }
        return Ok(());
    }
    let records = match &options.records {
        Some(file) => Records::from_json(&read(file)?).map_err(in_file(file))?,
        None if plan.id == SAMPLE_PLAN => {
            Records::from_json(SAMPLE.as_bytes()).map_err(in_file("the sample"))?
        }
        None => Records { schema_version: 1, synthetic: false, note: None, records: Vec::new() },
    };
    let (indicators, tasks) = (indicator_lines(&view, &records, options), task_lines(&view, options));
    let agencies = reports::agencies(&records);
    let owed = |days| reports::owed(&plan, &agencies, options, days).map_err(in_file("the reports"));
    let (owed, past) = (owed(reports::AHEAD)?, owed(1)?);
    let timeliness = reports::judged(&owed, &records, options.today).map_err(in_file("the reports"))?;
    let past = reports::judged(&past, &records, options.today).map_err(in_file("the reports"))?;
    let reports = Reports { owed: &owed, timeliness: &timeliness, past: &past };
    if options.json {
        let report = serde_json::json!({
            "plan": plan.id, "today": options.today, "synthetic": records.synthetic,
            "indicators": indicators, "tasks": tasks, "timeliness": reports.timeliness,
            "findings": owed.findings(),
        });
        writeln!(out, "{report:#}")?;
        return Ok(());
    }
    writeln!(out, "{}", words.heading(&view, &records, options.today))?;
    writeln!(out, "\n{}\n{}", words.indicators(&indicators), words.indicator_table(&indicators))?;
    writeln!(out, "\n{}\n{}", words.tasks(&tasks), words.task_table(&tasks))?;
    writeln!(out, "\n{}", reports.shown(&words).map_err(in_file("the reports"))?)?;
    Ok(())
}

/// A built-in plan by its id, else one from a file.
fn plan(plan: &str) -> Result<Plan, Failure> {
    if Plan::builtin_ids().any(|id| id == plan) || !Path::new(plan).exists() {
        return Plan::builtin(plan).map_err(in_file("--plan"));
    }
    Plan::from_json(&read(plan)?).map_err(in_file(plan))
}

fn findings(view: &PlanView<'_>, options: &Options) -> Result<Vec<Finding>, Failure> {
    let registry = Registry::builtin();
    let mut findings = if options.lint { lint(view, &registry) } else { Vec::new() };
    if let Some(parent) = &options.compare {
        let parent = plan(parent)?;
        findings.extend(compare_plans(view, &parent.view(), &registry).map_err(in_file("--compare"))?);
    }
    Ok(findings)
}

fn in_file(file: &str) -> impl FnOnce(Error) -> Failure {
    let file = file.to_owned();
    move |error| Failure::Content { file, error: Box::new(error) }
}

fn read(file: &str) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|error| Failure::File { file: file.to_owned(), error })
}

fn indicator_lines<'p>(
    view: &'p PlanView<'_>,
    records: &'p Records,
    options: &Options,
) -> Vec<IndicatorLine<'p>> {
    let Some(milestone) = view.plan().milestone_on(options.today) else { return Vec::new() };
    let line = |(indicator, row): (&'p Indicator, &'p Row)| {
        let target = row.targets.get(&milestone)?;
        let observation = records.latest(&indicator.code, options.today);
        let nothing = tiendo::Measured::new(MeasuredValue::Missing);
        let measured = observation.map_or(nothing, Observation::measured);
        let comparison = compare(&measured, target, row.direction);
        Some(IndicatorLine {
            code: &indicator.code,
            name: shown_name(indicator, options.lang),
            milestone,
            target,
            observation,
            comparison,
        })
    };
    view.rows().filter_map(line).collect()
}

fn shown_name(indicator: &Indicator, lang: Lang) -> &str {
    let in_english = indicator.name_en.as_deref().filter(|_| lang == Lang::En);
    in_english.or(indicator.short_name.as_deref()).unwrap_or(&indicator.name)
}

fn task_lines<'p>(view: &'p PlanView<'_>, options: &Options) -> Vec<TaskLine<'p>> {
    let line = |(task, deadline): (&'p Task, &'p Deadline)| {
        let title = match options.lang {
            Lang::En => task.title_en.as_deref().unwrap_or(&task.title),
            Lang::Vi => &task.title,
        };
        let days_left = deadline.due.map(|due| (due - options.today).num_days());
        TaskLine { number: task.number, title, lead: &task.lead, deadline, days_left }
    };
    view.deadlines().map(line).collect()
}
