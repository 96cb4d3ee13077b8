//! Where a plan stands on a day: its indicators against their targets, its tasks against their deadlines.
//!
//! ```sh
//! cargo run --example assess
//! cargo run --example assess -- --today 2026-03-31 --lang en --json
//! cargo run --example assess -- --plan tien-giang-69 --lint
//! cargo run --example assess -- --plan tien-dien --compare ha-tinh-231
//! ```
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "an example is a program: it reads files and prints"
)]

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;
use comfy_table::{
    Attribute, Cell, CellAlignment, Color, ContentArrangement, LineStyle, Table,
    presets::UTF8_HORIZONTAL_ONLY,
};
use serde::Serialize;
use tiendo::{
    Comparison, Deadline, Error, Finding, FindingCode, Indicator, Lang, MeasuredValue, MilestoneTarget,
    NoteCode, Observation, ObservationStatus, Plan, Reason, Records, Registry, Source, TargetKind, Task,
    Unit, Verdict, compare, compare_plans,
};

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
    target: MilestoneTarget,
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
    deadline: Deadline,
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
    Content { file: String, error: Error },
    #[error(transparent)]
    Output(#[from] io::Error),
}

fn run(options: &Options) -> Result<(), Failure> {
    let plan = plan(&options.plan)?;
    let words = Words { lang: options.lang };
    let mut out = io::stdout().lock();
    if options.lint || options.compare.is_some() {
        let findings = findings(&plan, options)?;
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
    let (indicators, tasks) = (indicator_lines(&plan, &records, options), task_lines(&plan, options));
    if options.json {
        let report = serde_json::json!({
            "plan": plan.id, "today": options.today, "synthetic": records.synthetic,
            "indicators": indicators, "tasks": tasks,
        });
        writeln!(out, "{report:#}")?;
        return Ok(());
    }
    writeln!(out, "{}", words.heading(&plan, &records, options.today))?;
    writeln!(out, "\n{}\n{}", words.indicators(&indicators), words.indicator_table(&indicators))?;
    writeln!(out, "\n{}\n{}", words.tasks(&tasks), words.task_table(&tasks))?;
    Ok(())
}

/// A built-in plan by its id, else one from a file.
fn plan(plan: &str) -> Result<Plan, Failure> {
    if Plan::builtin_ids().any(|id| id == plan) || !Path::new(plan).exists() {
        return Plan::builtin(plan).map_err(in_file("--plan"));
    }
    Plan::from_json(&read(plan)?).map_err(in_file(plan))
}

fn findings(plan: &Plan, options: &Options) -> Result<Vec<Finding>, Failure> {
    let registry = Registry::builtin();
    let mut findings = if options.lint { plan.lint(&registry) } else { Vec::new() };
    if let Some(parent) = &options.compare {
        let parent = self::plan(parent)?;
        findings.extend(compare_plans(plan, &parent, &registry).map_err(in_file("--compare"))?);
    }
    Ok(findings)
}

fn in_file(file: &str) -> impl FnOnce(Error) -> Failure {
    let file = file.to_owned();
    move |error| Failure::Content { file, error }
}

fn read(file: &str) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|error| Failure::File { file: file.to_owned(), error })
}

fn indicator_lines<'p>(plan: &'p Plan, records: &'p Records, options: &Options) -> Vec<IndicatorLine<'p>> {
    let Some(milestone) = plan.milestone_on(options.today) else { return Vec::new() };
    let line = |indicator: &'p Indicator| {
        let mut row = plan.row(indicator);
        let target = row.targets.remove(&milestone)?;
        let observation = records.latest(&indicator.code, options.today);
        let nothing = tiendo::Measured::new(MeasuredValue::Missing);
        let measured = observation.map_or(nothing, Observation::measured);
        let comparison = compare(&measured, &target, row.direction);
        Some(IndicatorLine {
            code: &indicator.code,
            name: shown_name(indicator, options.lang),
            milestone,
            target,
            observation,
            comparison,
        })
    };
    plan.indicators.iter().filter_map(line).collect()
}

fn shown_name(indicator: &Indicator, lang: Lang) -> &str {
    let in_english = indicator.name_en.as_deref().filter(|_| lang == Lang::En);
    in_english.or(indicator.short_name.as_deref()).unwrap_or(&indicator.name)
}

fn task_lines<'p>(plan: &'p Plan, options: &Options) -> Vec<TaskLine<'p>> {
    let line = |task: &'p Task| {
        let deadline = task.read_deadline();
        let title = match options.lang {
            Lang::En => task.title_en.as_deref().unwrap_or(&task.title),
            Lang::Vi => &task.title,
        };
        let days_left = deadline.due.map(|due| (due - options.today).num_days());
        TaskLine { number: task.number, title, lead: &task.lead, deadline, days_left }
    };
    plan.tasks.iter().map(line).collect()
}

/// The words of the report in one language.
struct Words {
    lang: Lang,
}

impl Words {
    fn pick(&self, vi: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    fn heading(&self, plan: &Plan, records: &Records, today: NaiveDate) -> String {
        let number = plan.number.as_deref().unwrap_or(&plan.id);
        let title = match self.lang {
            Lang::En => plan.title_en.as_deref().unwrap_or(&plan.title),
            Lang::Vi => &plan.title,
        };
        let (on, of) = (self.pick("tính đến ngày", "on"), self.pick("Kế hoạch", "Plan"));
        let data = if records.synthetic {
            self.pick("DỮ LIỆU GIẢ LẬP, chỉ để minh họa", "SYNTHETIC DATA, for illustration only")
        } else if records.records.is_empty() {
            self.pick("chưa có số liệu", "no data yet")
        } else {
            self.pick("số liệu do người dùng cung cấp", "data given by the caller")
        };
        let scan = self.scan(plan);
        format!("{of} {number} · {} · {on} {}\n{title}\n[{data}]{scan}", plan.issuer, self.lang.date(today))
    }

    /// Of a plan from a scan, how many of its target cells were read.
    fn scan(&self, plan: &Plan) -> String {
        if plan.indicators.iter().flat_map(|i| &i.targets).all(|cell| cell.source == Source::Published) {
            return String::new();
        }
        let targets: Vec<MilestoneTarget> =
            plan.indicators.iter().flat_map(|i| plan.row(i).targets.into_values()).collect();
        let read = targets.iter().filter(|target| target.kind != TargetKind::Unrecognised).count();
        match self.lang {
            Lang::Vi => format!("\n[Bản quét: đọc được {read} trên {} ô mục tiêu]", targets.len()),
            Lang::En => format!("\n[A scan: {read} of {} target cells were read]", targets.len()),
        }
    }

    fn indicators(&self, lines: &[IndicatorLine<'_>]) -> String {
        let count =
            |wanted: &str| lines.iter().filter(|line| line.comparison.verdict.as_str() == wanted).count();
        let year = lines.first().map_or(String::new(), |line| line.milestone.to_string());
        let (all, met, not) = (lines.len(), count("met"), count("not_met"));
        let free = lines.iter().filter(|line| line.comparison.verdict == NOTHING_ASKED).count();
        let open = all - met - not - free;
        match self.lang {
            Lang::Vi => format!(
                "CHỈ TIÊU, mốc {year}: {all} dòng · {met} đạt · {not} chưa đạt · {open} chưa xác định · {free} không đặt mục tiêu"
            ),
            Lang::En => format!(
                "INDICATORS, milestone {year}: {all} rows · {met} met · {not} not met · {open} undetermined · {free} without a target"
            ),
        }
    }

    fn indicator_table(&self, lines: &[IndicatorLine<'_>]) -> Table {
        let mut table = table();
        table.set_header([
            self.pick("TT", "No."),
            self.pick("Chỉ tiêu", "Indicator"),
            self.pick("Mục tiêu", "Target"),
            self.pick("Kết quả", "Value"),
            self.pick("Đánh giá", "Verdict"),
            self.pick("Chênh lệch", "Margin"),
            self.pick("Vì sao", "Why"),
        ]);
        for line in lines {
            let verdict = line.comparison.verdict;
            let colour = match verdict {
                Verdict::Met => Color::Green,
                Verdict::NotMet => Color::Red,
                Verdict::Undetermined(_) => Color::DarkGrey,
            };
            let unit = if line.target.unit == Some(Unit::Percent) { "%" } else { "" };
            let margin = line.comparison.margin.map(|margin| {
                let sign = if margin > tiendo::Fixed::ZERO { "+" } else { "" };
                format!(
                    "{sign}{}{}",
                    self.lang.number(margin),
                    if unit == "%" { self.pick(" điểm %", " pp") } else { "" }
                )
            });
            table.add_row([
                Cell::new(line.code),
                Cell::new(line.name),
                Cell::new(&line.target.text),
                Cell::new(self.value(line.observation, unit)).set_alignment(CellAlignment::Right),
                Cell::new(self.verdict(verdict)).fg(colour).add_attribute(Attribute::Bold),
                Cell::new(margin.unwrap_or_default()).set_alignment(CellAlignment::Right),
                Cell::new(line.comparison.why().sentence(self.lang)),
            ]);
        }
        table
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        if verdict == NOTHING_ASKED {
            self.pick("Không đặt", "No target")
        } else {
            verdict.label(self.lang)
        }
    }

    fn value(&self, observation: Option<&Observation>, unit: &str) -> String {
        let Some(observation) = observation else { return "–".to_owned() };
        let estimate = match observation.status {
            ObservationStatus::Estimate => self.pick(" (ước)", " (est.)"),
            ObservationStatus::Preliminary | ObservationStatus::Official => "",
        };
        match observation.measured().value {
            MeasuredValue::Number(value) => format!("{}{unit}{estimate}", self.lang.number(value)),
            MeasuredValue::Present(true) => self.pick("Có", "Yes").to_owned(),
            MeasuredValue::Present(false) => self.pick("Không", "No").to_owned(),
            MeasuredValue::Judged(true) => self.pick("Kết luận: đạt", "Judged: met").to_owned(),
            MeasuredValue::Judged(false) => self.pick("Kết luận: chưa đạt", "Judged: not met").to_owned(),
            MeasuredValue::Missing => "–".to_owned(),
        }
    }

    fn findings(&self, plan: &Plan, findings: &[Finding]) -> String {
        let number = plan.number.as_deref().unwrap_or(&plan.id);
        match self.lang {
            Lang::Vi => format!("{number} · {}: {} phát hiện", plan.issuer, findings.len()),
            Lang::En => format!("{number} · {}: {} findings", plan.issuer, findings.len()),
        }
    }

    fn finding_table(&self, findings: &[Finding]) -> Table {
        let mut table = table();
        table.set_header([self.pick("Mã", "Code"), self.pick("Nội dung", "Finding")]);
        for finding in findings {
            let colour = match finding.code {
                FindingCode::TargetWeaker | FindingCode::DeadlineLater | FindingCode::ReportLater => {
                    Color::Red
                }
                FindingCode::TargetStronger | FindingCode::DeadlineEarlier => Color::Green,
                _ => Color::Yellow,
            };
            table.add_row([Cell::new(finding.code).fg(colour), Cell::new(finding.sentence(self.lang))]);
        }
        table
    }

    fn tasks(&self, lines: &[TaskLine<'_>]) -> String {
        let past = lines.iter().filter(|line| line.days_left.is_some_and(|days| days < 0)).count();
        let left = lines.iter().filter(|line| line.days_left.is_some_and(|days| days >= 0)).count();
        let undated = lines.len() - past - left;
        match self.lang {
            Lang::Vi => format!(
                "NHIỆM VỤ: {} · {past} đã qua thời hạn · {left} còn trong hạn · {undated} không có ngày hạn cụ thể",
                lines.len()
            ),
            Lang::En => format!(
                "TASKS: {} · {past} past their date · {left} within it · {undated} without a fixed date",
                lines.len()
            ),
        }
    }

    fn task_table(&self, lines: &[TaskLine<'_>]) -> Table {
        let mut table = table();
        table.set_header([
            self.pick("TT", "No."),
            self.pick("Nhiệm vụ", "Task"),
            self.pick("Chủ trì", "Lead"),
            self.pick("Thời hạn", "Deadline"),
            self.pick("Ngày cuối", "Last day"),
            self.pick("Còn lại", "Days left"),
        ]);
        for line in lines {
            let due = line.deadline.due.map_or(String::new(), |due| self.lang.date(due));
            let (left, colour) = self.days(line);
            table.add_row([
                Cell::new(line.number).set_alignment(CellAlignment::Right),
                Cell::new(line.title),
                Cell::new(line.lead),
                Cell::new(&line.deadline.text),
                Cell::new(due).set_alignment(CellAlignment::Right),
                Cell::new(left).fg(colour),
            ]);
        }
        table
    }

    /// Days left or past, or what stands in their place.
    fn days(&self, line: &TaskLine<'_>) -> (String, Color) {
        let deadline = &line.deadline;
        match line.days_left {
            Some(days) if days < 0 => {
                let past = -days;
                (format!("{} {past} {}", self.pick("quá", "past"), self.pick("ngày", "days")), Color::Red)
            }
            Some(days) => {
                let colour = if days <= 30 { Color::Yellow } else { Color::Green };
                (format!("{} {days} {}", self.pick("còn", "left"), self.pick("ngày", "days")), colour)
            }
            None if !deadline.recognised => {
                let note = deadline.notes.first().map_or(NoteCode::UnreadText, |note| note.code);
                (note.sentence(self.lang).to_owned(), Color::Magenta)
            }
            None if !deadline.awaits.is_empty() => {
                (self.pick("chờ văn bản", "awaits a document").to_owned(), Color::Blue)
            }
            None if deadline.reference.is_some() => {
                (self.pick("theo văn bản khác", "set elsewhere").to_owned(), Color::Blue)
            }
            None if deadline.on_demand => (self.pick("khi phát sinh", "on demand").to_owned(), Color::Blue),
            None if deadline.recurrence.is_some() => (self.pick("định kỳ", "recurs").to_owned(), Color::Cyan),
            None => (self.pick("liên tục", "continues").to_owned(), Color::Cyan),
        }
    }
}

fn table() -> Table {
    let mut table = Table::new();
    table
        .load_style(UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()))
        .set_content_arrangement(ContentArrangement::Dynamic);
    if io::stdout().is_terminal() {
        table.enforce_styling();
    } else {
        // A file or a pipe has no width of its own.
        table.set_width(160).force_no_tty();
    }
    table
}
