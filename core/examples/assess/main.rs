//! Where a plan stands on a day: its indicators, its tasks, its reports, and why.
//!
//! ```sh
//! cargo run --example assess
//! cargo run --example assess -- --today 2025-12-01 --lang en
//! cargo run --example assess -- --why 45
//! cargo run --example assess -- --why "task 52" --known-by 2026-06-30
//! cargo run --example assess -- --option equalExactly=true --option dueSoonDays=60 --json
//! cargo run --example assess -- --by agency
//! cargo run --example assess -- --since 2026-06-30
//! cargo run --example assess -- --agency so-yt
//! cargo run --example assess -- --report docx --period 2026-Q3 --since 2026-06-30 > bao-cao.docx
//! cargo run --example assess -- --csv tasks --public
//! cargo run --example assess -- --ics > lich.ics
//! cargo run --example assess -- --plan tien-giang-69 --lint
//! cargo run --example assess -- --plan tien-dien --compare ha-tinh-231
//! ```
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "an example is a program: it reads files and prints"
)]

mod gathered;
mod item;
mod page;
#[cfg(test)]
mod tests;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use chrono::{Datelike, NaiveDate};
use clap::Parser;
use tiendo::{
    Assessment, CsvStyle, CsvTable, Error, FeedOptions, Lang, Options, Plan, Records, Registry, ReportFormat,
    ReportQuery, ScorecardBy, assess, calendar_feed, changes, compare_plans, csv, lint, period_report,
    render,
};

/// The plan the sample is made up for.
const SAMPLE_PLAN: &str = "ha-tinh-231";
/// The sample that is assessed where no records are named.
const SAMPLE: &str = include_str!("ha-tinh-231-records.synthetic.json");

/// Where a plan stands on a day.
#[derive(Parser)]
struct Asked {
    /// A built-in plan's id, or a plan's JSON file.
    #[arg(long, default_value = SAMPLE_PLAN, value_name = "ID|FILE")]
    plan: String,
    /// Records, JSON or CSV; without them, synthetic sample data for ha-tinh-231, none for another plan.
    #[arg(long, value_name = "FILE")]
    records: Option<String>,
    /// The day to assess.
    #[arg(long, default_value = "2026-11-27", value_name = "DATE")]
    today: NaiveDate,
    /// Only what was recorded by this day: what was known then.
    #[arg(long, value_name = "DATE")]
    known_by: Option<NaiveDate>,
    /// An option of the assessment, its value as in JSON: `onTrack=0.9`, `method=cagr`, `agencies=["so-yt"]`.
    #[arg(long = "option", value_name = "NAME=VALUE")]
    options: Vec<String>,
    /// The language: vi or en.
    #[arg(long, default_value = "vi", value_parser = |lang: &str| match lang {
        "vi" => Ok(Lang::Vi),
        "en" => Ok(Lang::En),
        _ => Err("vi or en"),
    })]
    lang: Lang,
    /// All of the why of one item: an indicator's code, or `task N`.
    #[arg(long, value_name = "ITEM", num_args = 1..=2)]
    why: Vec<String>,
    /// Scorecards in place of the page: of the plan, agency, pillar or reporting_unit.
    #[arg(long, value_name = "WHAT", value_parser = code::<ScorecardBy>)]
    by: Option<ScorecardBy>,
    /// What changed since this day, as it was known then; in a report, the report before.
    #[arg(long, value_name = "DATE")]
    since: Option<NaiveDate>,
    /// One body's own page, report or calendar: what it leads, owes and is late with.
    #[arg(long, value_name = "ID|NAME")]
    agency: Option<String>,
    /// The periodic report: md, html or docx.
    #[arg(long, value_name = "FORMAT", value_parser = |format: &str| match format {
        "md" => Ok(ReportFormat::Markdown),
        format => code::<ReportFormat>(format),
    })]
    report: Option<ReportFormat>,
    /// The report's period, `2026-06`, `2026-Q3`, `2026-H1`, `2026-9M`, `2026` (default: the quarter of the day).
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// For the public: what is sensitive is left out and counted.
    #[arg(long)]
    public: bool,
    /// A table for a spreadsheet: indicators, tasks, reports or scorecards.
    #[arg(long, value_name = "TABLE", value_parser = code::<CsvTable>)]
    csv: Option<CsvTable>,
    /// The table as Vietnamese Excel reads it.
    #[arg(long)]
    excel: bool,
    /// A calendar of everything ahead.
    #[arg(long)]
    ics: bool,
    /// Print JSON in place of a page.
    #[arg(long)]
    json: bool,
    /// What a careful reader of the plan would remark on, in place of the assessment.
    #[arg(long)]
    lint: bool,
    /// Compare with the upper plan it derives from, in place of the assessment.
    #[arg(long, value_name = "ID|FILE")]
    compare: Option<String>,
}

fn main() -> ExitCode {
    let asked = Asked::parse();
    match asked.answer().map(|bytes| io::stdout().lock().write_all(&bytes)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        // A reader that stops early (`| head`) is no failure.
        Ok(Err(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

impl Asked {
    /// What is printed, or what is wrong with what was asked.
    fn answer(&self) -> Result<Vec<u8>, String> {
        let plan = self.read_plan(&self.plan)?;
        if self.lint || self.compare.is_some() {
            return self.findings(&plan).map(line);
        }
        let records = self.read_records(&plan)?;
        let options = self.read_options()?;
        let said = |error: Error| self.said(&error);
        let assessment = assess(&plan, &records, self.today, &options).map_err(said)?;
        let earlier = match self.since {
            Some(day) => {
                let then = Options { known_by: Some(day), ..options };
                Some(assess(&plan, &records, day, &then).map_err(said)?)
            }
            None => None,
        };
        if let Some(format) = self.report {
            let query = self.query(&plan);
            return period_report(&assessment, earlier.as_ref(), &query)
                .map(|report| render(&report, format))
                .map_err(said);
        }
        if let Some(table) = self.csv {
            let style = if self.excel { CsvStyle::Excel } else { CsvStyle::Standard };
            return Ok(csv(&assessment, table, style, self.lang).into_bytes());
        }
        if self.ics {
            let stamp = format!("{}T00:00:00Z", self.today);
            let options =
                FeedOptions { stamp, lang: self.lang, agency: self.agency.clone(), ..FeedOptions::default() };
            return calendar_feed(&assessment, &options).map(String::into_bytes).map_err(said);
        }
        if let Some(earlier) = &earlier {
            let changes = changes(earlier, &assessment).map_err(said)?;
            let text =
                if self.json { tiendo::to_json(&changes) } else { gathered::changes(&changes, self.lang) };
            return Ok(line(text));
        }
        if let Some(by) = self.by {
            return Ok(line(gathered::cards(&assessment, by, self.lang, self.json)));
        }
        if let Some(agency) = &self.agency {
            let page = gathered::agency(&assessment, agency, self.lang);
            return page.map(line).ok_or_else(|| match self.lang {
                Lang::Vi => format!(
                    "--agency {agency}: không chủ trì, không phối hợp và không báo cáo theo kế hoạch này"
                ),
                Lang::En => format!(
                    "--agency {agency}: leads nothing, helps with nothing and reports nothing in this plan"
                ),
            });
        }
        let text = match (self.why.as_slice(), self.json) {
            ([], true) => tiendo::to_json(&assessment),
            ([], false) => page::page(&plan, &assessment, self.lang),
            (item, _) => self.one_item(&assessment, &item.join(" "))?,
        };
        Ok(line(text))
    }

    /// What is asked of the report: by default on the quarter of the day.
    fn query(&self, plan: &Plan) -> ReportQuery {
        let quarter = || format!("{}-Q{}", self.today.year(), self.today.month().div_ceil(3));
        ReportQuery {
            lang: self.lang,
            agency: self.agency.clone(),
            issuer: self.agency.is_none().then(|| plan.issuer.clone()),
            ..ReportQuery::on(&self.period.clone().unwrap_or_else(quarter))
        }
    }

    fn one_item(&self, assessment: &Assessment, item: &str) -> Result<String, String> {
        let shown = item::item(assessment, item, self.lang, self.json);
        shown.ok_or_else(|| match self.lang {
            Lang::Vi => format!(
                "--why: kế hoạch không có mục `{item}`; cần mã của một chỉ tiêu (ví dụ `51.2`) hoặc `task N` (ví dụ `task 52`)"
            ),
            Lang::En => format!(
                "--why: the plan has no item `{item}`; expected an indicator's code (say `51.2`) or `task N` (say `task 52`)"
            ),
        })
    }

    /// A built-in plan by its id, else one from a file.
    fn read_plan(&self, plan: &str) -> Result<Plan, String> {
        let read = if Plan::builtin_ids().any(|id| id == plan) || !Path::new(plan).exists() {
            Plan::builtin(plan)
        } else {
            Plan::from_json(&file(plan)?)
        };
        read.map_err(|error| format!("{plan}: {}", self.said(&error)))
    }

    fn read_records(&self, plan: &Plan) -> Result<Records, String> {
        let (name, read) = match &self.records {
            Some(name) if Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("csv")) => {
                (name.as_str(), Records::from_csv(&file(name)?, false))
            }
            Some(name) => (name.as_str(), Records::from_json(&file(name)?)),
            None if plan.id == SAMPLE_PLAN => ("the sample", Records::from_json(SAMPLE.as_bytes())),
            None => {
                let none = Records { schema_version: 1, synthetic: false, note: None, records: Vec::new() };
                return Ok(none);
            }
        };
        read.map_err(|error| format!("{name}: {}", self.said(&error)))
    }

    /// The options as one JSON object. A value is a text where its default is one, or where it is no JSON.
    fn read_options(&self) -> Result<Options, String> {
        let defaults = serde_json::to_value(Options::default()).unwrap_or_default();
        let mut fields: Vec<String> =
            self.known_by.iter().map(|day| format!("\"knownBy\": \"{day}\"")).collect();
        if self.public {
            fields.push("\"public\": true".to_owned());
        }
        for option in &self.options {
            let Some((name, value)) = option.split_once('=') else {
                return Err(match self.lang {
                    Lang::Vi => format!("--option {option}: cần dạng `tên=giá trị`"),
                    Lang::En => format!("--option {option}: expected `name=value`"),
                });
            };
            let (name, value) = (name.trim(), value.trim());
            let is_json = serde_json::from_str::<serde_json::Value>(value).is_ok();
            let is_no_text = value.starts_with('"') || !defaults[name].is_string();
            let value = if is_json && is_no_text { value.to_owned() } else { tiendo::to_json(value) };
            fields.push(format!("{}: {value}", tiendo::to_json(name)));
        }
        let json = format!("{{{}}}", fields.join(", "));
        Options::from_json(json.as_bytes()).map_err(|error| format!("--option: {}", self.said(&error)))
    }

    fn findings(&self, plan: &Plan) -> Result<String, String> {
        let (view, registry) = (plan.view(), Registry::builtin());
        let mut findings = if self.lint { lint(&view, &registry) } else { Vec::new() };
        if let Some(parent) = &self.compare {
            let parent = self.read_plan(parent)?;
            let compared = compare_plans(&view, &parent.view(), &registry);
            findings.extend(compared.map_err(|error| self.said(&error))?);
        }
        if self.json {
            return Ok(tiendo::to_json(&findings));
        }
        let lines =
            findings.iter().map(|finding| format!("{}: {}", finding.code, finding.sentence(self.lang)));
        Ok(lines.collect::<Vec<_>>().join("\n"))
    }

    /// An error of the library, and the others of the same file.
    fn said(&self, error: &Error) -> String {
        let all = std::iter::once(error).chain(&error.others).map(|error| error.sentence(self.lang));
        all.collect::<Vec<_>>().join("\n")
    }
}

/// A code as it is spelled.
fn code<C: std::str::FromStr<Err = tiendo::UnknownCode>>(text: &str) -> Result<C, String> {
    text.parse().map_err(|error: tiendo::UnknownCode| error.to_string())
}

fn line(text: String) -> Vec<u8> {
    (text + "\n").into_bytes()
}

fn file(name: &str) -> Result<Vec<u8>, String> {
    std::fs::read(name).map_err(|error| format!("{name}: {error}"))
}
