//! Tables of an assessment as separated values: indicators, tasks, reports, scorecards.
//!
//! Columns are named as the fields of the JSON, in snake_case; lists stand in one cell, parted by `; `. Dates are
//! `YYYY-MM-DD`, numbers as in the JSON. In the style of Vietnamese Excel cells are parted by `;`, the file begins with a byte
//! order mark, and the decimal mark is a comma.
//!
//! A cell of text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return)
//! begins with an apostrophe, and so does one that begins with apostrophes before such a sign: so one apostrophe taken off
//! gives every text back as it was ([`csv_text`]). Numbers are left as they are.

use csv_core::{QuoteStyle, Terminator, WriteResult, Writer, WriterBuilder};

use super::text::in_lang;
use crate::assess::{Assessment, Scorecard};
use crate::codes::{CsvStyle, CsvTable, IndicatorStanding, Lang, TaskStanding};
use crate::error::Error;
use crate::json::from_json;
use crate::number::Fixed;
use crate::progress::AssessedIndicator;
use crate::reporting::Report;
use crate::tasks::AssessedTask;
use crate::unit::Unit;

/// A table of an assessment as separated values, its first row the names of the columns.
///
/// ```
/// use tiendo::{CsvStyle, CsvTable, Lang, Options, Plan, Records, assess, csv};
/// # let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
/// # let plan = Plan::builtin("tien-dien")?;
/// # let assessment = assess(&plan, &records, "2026-06-30".parse().unwrap(), &Options::default())?;
/// let table = csv(&assessment, CsvTable::Tasks, CsvStyle::Standard, Lang::Vi);
/// assert!(table.starts_with("number,title,pillar,"));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn csv(assessment: &Assessment, table: CsvTable, style: CsvStyle, lang: Lang) -> String {
    let mut rows = Rows::new(style, lang);
    match table {
        CsvTable::Indicators => {
            rows.names(&INDICATORS);
            assessment.indicators.iter().for_each(|of| rows.indicator(of));
        }
        CsvTable::Tasks => {
            rows.names(&TASKS);
            assessment.tasks.iter().for_each(|of| rows.task(of));
        }
        CsvTable::Reports => {
            rows.names(&REPORTS);
            assessment.reports.iter().for_each(|of| rows.report(of));
        }
        CsvTable::Scorecards => {
            let of_indicators = IndicatorStanding::ALL.iter().map(|of| format!("indicators_{of}"));
            let of_tasks = TaskStanding::ALL.iter().map(|of| format!("tasks_{of}"));
            let counts: Vec<String> = of_indicators.chain(of_tasks).collect();
            let counts = counts.iter().map(String::as_str);
            rows.names(&SCORECARDS.iter().copied().chain(counts).collect::<Vec<_>>());
            assessment.scorecards.iter().for_each(|of| rows.scorecard(of));
        }
    }
    rows.written()
}

/// The same of an assessment's JSON.
///
/// Errors: those of JSON that is no assessment.
///
/// ```
/// use tiendo::{CsvStyle, CsvTable, ErrorCode, Lang, csv_json};
/// let error = csv_json(b"{}", CsvTable::Tasks, CsvStyle::Standard, Lang::Vi).unwrap_err();
/// assert_eq!(error.code, ErrorCode::BadValue);
/// ```
pub fn csv_json(assessment: &[u8], table: CsvTable, style: CsvStyle, lang: Lang) -> Result<String, Error> {
    Ok(csv(&from_json(assessment)?, table, style, lang))
}

/// A text as it was before [`csv`] made its cell safe.
///
/// ```
/// use tiendo::csv_text;
/// assert_eq!((csv_text("'=1+1"), csv_text("''=1"), csv_text("'tis")), ("=1+1", "'=1", "'tis"));
/// ```
pub fn csv_text(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet would take a text for a formula, or it looks like one that was made safe.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

const INDICATORS: [&str; 23] = [
    "code",
    "name",
    "parent",
    "leads",
    "kind",
    "direction",
    "standing",
    "label",
    "reason",
    "flags",
    "milestone",
    "target",
    "value",
    "unit",
    "date",
    "status",
    "verdict",
    "attainment",
    "expected",
    "gap",
    "projected",
    "projected_date",
    "why",
];

const TASKS: [&str; 23] = [
    "number",
    "title",
    "pillar",
    "product",
    "leads",
    "cooperating",
    "standing",
    "label",
    "flags",
    "deadline",
    "due",
    "days_left",
    "days_overdue",
    "days_since",
    "completed",
    "completion",
    "lead_count",
    "leads_done",
    "extension_document",
    "documents",
    "difficulties",
    "proposals",
    "why",
];

const REPORTS: [&str; 12] = [
    "rule",
    "cycle",
    "period",
    "agency",
    "start",
    "end",
    "written",
    "due",
    "standing",
    "days",
    "submitted",
    "why",
];

const SCORECARDS: [&str; 25] = [
    "by",
    "key",
    "role",
    "name",
    "rank",
    "asked",
    "judged",
    "with_data",
    "met",
    "coverage",
    "unmeasured",
    "done",
    "overdue",
    "counted",
    "done_of_due",
    "done_of_all",
    "due_soon",
    "expected",
    "on_time",
    "late",
    "missing",
    "not_due",
    "exempt",
    "undated",
    "on_time_rate",
];

/// Rows while they are written.
struct Rows {
    bytes: Vec<u8>,
    writer: Writer,
    style: CsvStyle,
    lang: Lang,
    /// The cells of a row that are written.
    cells: usize,
}

impl Rows {
    fn new(style: CsvStyle, lang: Lang) -> Rows {
        let (mark, delimiter) = match style {
            CsvStyle::Standard => ("", b','),
            CsvStyle::Excel => ("\u{feff}", b';'),
        };
        let mut builder = WriterBuilder::new();
        builder.delimiter(delimiter).quote_style(QuoteStyle::Necessary).terminator(Terminator::CRLF);
        Rows { bytes: mark.as_bytes().to_vec(), writer: builder.build(), style, lang, cells: 0 }
    }

    fn names(&mut self, names: &[&str]) {
        for name in names {
            self.cell(name);
        }
        self.end();
    }

    /// A cell as it is.
    fn cell(&mut self, cell: &str) {
        if self.cells > 0 {
            self.write(Writer::delimiter);
        }
        self.cells += 1;
        let mut rest = cell.as_bytes();
        while !rest.is_empty() {
            let mut out = [0; 1024];
            let (_, read, wrote) = self.writer.field(rest, &mut out);
            self.bytes.extend_from_slice(out.get(..wrote).unwrap_or_default());
            rest = rest.get(read..).unwrap_or_default();
        }
    }

    fn end(&mut self) {
        self.write(Writer::terminator);
        self.cells = 0;
    }

    /// Writes a sign or two between cells and rows.
    fn write(&mut self, sign: impl FnOnce(&mut Writer, &mut [u8]) -> (WriteResult, usize)) {
        let mut out = [0; 8];
        let (_, wrote) = sign(&mut self.writer, &mut out);
        self.bytes.extend_from_slice(out.get(..wrote).unwrap_or_default());
    }

    /// The whole text.
    fn written(self) -> String {
        // What texts are made of is UTF-8, whole again once all is written.
        String::from_utf8(self.bytes).unwrap_or_default()
    }

    /// A text of the plan's or of the records'.
    fn said(&mut self, text: &str) {
        if is_formula(text) { self.cell(&format!("'{text}")) } else { self.cell(text) }
    }

    fn maybe(&mut self, text: Option<&str>) {
        self.said(text.unwrap_or_default());
    }

    /// Several texts in one cell.
    fn listed<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        self.said(&texts.collect::<Vec<_>>().join("; "));
    }

    /// What is no text: a code, a date, a whole number.
    fn plain(&mut self, value: Option<impl ToString>) {
        self.cell(&value.map_or_else(String::new, |value| value.to_string()));
    }

    fn number(&mut self, value: Option<Fixed>) {
        let value = value.map_or_else(String::new, |value| value.to_string());
        match self.style {
            CsvStyle::Standard => self.cell(&value),
            CsvStyle::Excel => self.cell(&value.replace('.', ",")),
        }
    }

    fn indicator(&mut self, of: &AssessedIndicator) {
        let (lang, used, progress) = (self.lang, of.observation.as_ref(), of.progress.as_ref());
        self.said(&of.code);
        self.said(in_lang(lang, of.name_en.as_deref(), &of.name));
        self.maybe(of.parent.as_deref());
        self.listed(of.leads.iter().map(|body| &*body.name));
        self.plain(Some(of.kind));
        self.plain(Some(of.direction));
        self.plain(Some(of.standing));
        self.cell(of.standing.label(lang));
        self.plain(of.reason);
        self.listed(of.flags.iter().map(|flag| flag.as_str()));
        self.plain(of.milestone);
        self.maybe(of.target.as_ref().map(|target| target.text.trim()));
        match used.map(|of| (of.value, of.present.or(of.judgement))) {
            Some((None, Some(said))) => self.plain(Some(said)),
            value => self.number(value.and_then(|(value, _)| value)),
        }
        let unit = used
            .and_then(|of| of.unit.as_ref())
            .or(of.target.as_ref().and_then(|target| target.unit.as_ref()));
        self.maybe(unit.map(Unit::as_str));
        self.plain(used.map(|of| of.date));
        self.plain(used.map(|of| of.status));
        self.plain(Some(of.comparison.verdict));
        self.number(of.comparison.attainment);
        self.number(progress.and_then(|of| of.expected));
        self.number(progress.and_then(|of| of.gap));
        self.number(progress.and_then(|of| of.projected));
        self.plain(progress.and_then(|of| of.projected_date));
        self.said(of.why.sentence(lang));
        self.end();
    }

    fn task(&mut self, of: &AssessedTask) {
        let lang = self.lang;
        self.plain(Some(of.number));
        self.said(in_lang(lang, of.title_en.as_deref(), &of.title));
        self.maybe(of.pillar.as_deref());
        self.maybe(of.product.as_deref());
        self.listed(of.leads.iter().map(|part| &*part.name));
        self.listed(of.cooperating.iter().map(|body| &*body.name));
        self.plain(Some(of.standing));
        self.cell(of.standing.label(lang));
        self.listed(of.flags.iter().map(|flag| flag.as_str()));
        self.said(of.deadline.text.trim());
        self.plain(of.due);
        self.plain(of.days_left);
        self.plain(of.days_overdue);
        self.plain(of.days_since);
        self.plain(of.completed);
        self.plain(of.completion);
        self.plain(Some(of.lead_count));
        self.plain(Some(of.leads_done));
        self.maybe(of.extension.as_ref().map(|of| of.document.as_str()));
        self.listed(of.leads.iter().filter_map(|part| part.document.as_deref()));
        self.listed(of.leads.iter().filter_map(|part| part.difficulties.as_deref()));
        self.listed(of.leads.iter().filter_map(|part| part.proposals.as_deref()));
        self.said(of.why.sentence(lang));
        self.end();
    }

    fn report(&mut self, of: &Report) {
        let owed = &of.obligation;
        self.said(&owed.rule);
        self.plain(Some(owed.cycle));
        self.said(&owed.period);
        self.maybe(owed.agency.as_deref());
        for day in [owed.start, owed.end, owed.written, owed.due] {
            self.plain(day);
        }
        self.plain(Some(of.standing));
        self.plain(of.days);
        self.plain(of.submitted);
        self.said(of.why().sentence(self.lang));
        self.end();
    }

    fn scorecard(&mut self, of: &Scorecard) {
        let (indicators, tasks, reports) = (&of.indicators, &of.tasks, &of.reports);
        self.plain(Some(of.by));
        self.said(&of.key);
        self.plain(of.role);
        self.maybe(of.name.as_deref());
        self.plain(of.rank);
        for count in [indicators.asked, indicators.judged, indicators.with_data] {
            self.plain(Some(count));
        }
        self.number(indicators.met);
        self.number(indicators.coverage);
        self.listed(indicators.unmeasured.iter().map(String::as_str));
        for count in [tasks.done, tasks.overdue, tasks.counted] {
            self.plain(Some(count));
        }
        self.number(tasks.done_of_due);
        self.number(tasks.done_of_all);
        self.plain(Some(tasks.due_soon));
        let counts = [
            reports.on_time,
            reports.late,
            reports.missing,
            reports.not_due,
            reports.exempt,
            reports.undated,
        ];
        for count in [reports.expected()].into_iter().chain(counts) {
            self.plain(Some(count));
        }
        self.number(reports.on_time_rate());
        for standing in IndicatorStanding::ALL {
            let count = indicators.counts.iter().find(|of| of.standing == *standing);
            self.plain(Some(count.map_or(0, |of| of.count)));
        }
        for standing in TaskStanding::ALL {
            let count = tasks.counts.iter().find(|of| of.standing == *standing);
            self.plain(Some(count.map_or(0, |of| of.count)));
        }
        self.end();
    }
}
