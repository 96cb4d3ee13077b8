//! One page of HTML that needs nothing else; the template's own escaper escapes every text.

use askama::Template;

use super::escape::filters;
use crate::report::model::PeriodicReport;

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'r> {
    report: &'r PeriodicReport,
}

pub(super) fn render(report: &PeriodicReport) -> String {
    Page { report }.render().unwrap_or_default()
}
