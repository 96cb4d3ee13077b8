//! Markdown with tables.

use askama::Template;

use super::escape::filters;
use crate::report::model::PeriodicReport;

#[derive(Template)]
#[template(path = "report.md", escape = "none")]
struct Page<'r> {
    report: &'r PeriodicReport,
}

pub(super) fn render(report: &PeriodicReport) -> String {
    Page { report }.render().unwrap_or_default()
}
