//! One page of HTML that needs nothing else.

use crate::report::model::PeriodicReport;

pub(super) fn render(report: &PeriodicReport) -> String {
    report.title.clone()
}
