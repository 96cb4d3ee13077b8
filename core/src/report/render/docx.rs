//! A document of a word processor.

use crate::report::model::PeriodicReport;

pub(super) fn render(report: &PeriodicReport) -> Vec<u8> {
    report.title.clone().into_bytes()
}
