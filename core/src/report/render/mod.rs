//! A report laid out: Markdown, HTML or DOCX. Nothing is decided or counted here.
//!
//! Every text of the report goes through a filter that escapes it for its format; a test looks for one that does not. What
//! no XML may hold, and marks that turn the direction of writing, are spaces; U+2068 and U+2069, which keep what is written
//! from right to left within itself, stay.

mod docx;
mod escape;
mod html;
mod markdown;

use crate::codes::{ColumnKind, ReportFormat};
use crate::error::Error;
use crate::json::from_json;

use super::model::{PeriodicReport, ReportColumn, ReportTable};

/// A report as a file of a format: the same report gives the same bytes.
///
/// ```
/// use tiendo::{Options, Plan, Records, ReportFormat, ReportQuery, assess, period_report, render};
/// # let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
/// # let plan = Plan::builtin("tien-dien")?;
/// # let assessment = assess(&plan, &records, "2026-06-30".parse().unwrap(), &Options::default())?;
/// let report = period_report(&assessment, None, &ReportQuery::on("2026-06"))?;
/// let text = String::from_utf8(render(&report, ReportFormat::Markdown)).unwrap();
/// assert!(text.contains("# BÁO CÁO"));
/// assert!(render(&report, ReportFormat::Docx).starts_with(b"PK"));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn render(report: &PeriodicReport, format: ReportFormat) -> Vec<u8> {
    match format {
        ReportFormat::Markdown => markdown::render(report).into_bytes(),
        ReportFormat::Html => html::render(report).into_bytes(),
        ReportFormat::Docx => docx::render(report),
    }
}

/// The same of a report's JSON.
///
/// Errors: those of JSON that is no report.
///
/// ```
/// use tiendo::{ErrorCode, ReportFormat, render_json};
/// assert_eq!(render_json(b"{}", ReportFormat::Html).unwrap_err().code, ErrorCode::BadValue);
/// ```
pub fn render_json(report: &[u8], format: ReportFormat) -> Result<Vec<u8>, Error> {
    Ok(render(&from_json(report)?, format))
}

impl ReportTable {
    /// The cells of a row that its columns have, each with its column: one for each column, empty where the row has none.
    fn cells<'t>(&'t self, cells: &'t [String]) -> impl Iterator<Item = (&'t ReportColumn, &'t str)> {
        self.columns.iter().enumerate().map(|(at, column)| (column, cells.get(at).map_or("", String::as_str)))
    }
}

impl ReportTable {
    /// How many columns there are beside the first.
    fn rest(&self) -> usize {
        self.columns.len().saturating_sub(1)
    }
}

impl ReportTable {
    /// Whether the table is short enough to be kept on one page.
    fn is_short(&self) -> bool {
        let mut rows = self.groups.iter().flat_map(|group| &group.rows);
        let is_one_line = |cells: &[String]| cells.iter().all(|cell| cell.len() <= 60);
        rows.clone().count() <= 16 && rows.all(|row| is_one_line(&row.cells))
    }
}

impl ReportColumn {
    /// How its cells are set: `left`, `center` or `right`.
    fn align(&self) -> &'static str {
        match self.kind {
            ColumnKind::Text => "left",
            ColumnKind::Ordinal | ColumnKind::Date | ColumnKind::Standing => "center",
            ColumnKind::Figure | ColumnKind::Count => "right",
        }
    }
}
