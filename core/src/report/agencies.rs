//! Who did what: the pillars' names, and the lead agencies' cards.

use super::Reporting;
use crate::sorted::Set;

impl Reporting<'_> {
    /// The plan's pillars: code and name, in order.
    pub(super) fn pillars(&self) -> Vec<(String, String)> {
        let mut met = Set::new();
        let codes = self.assessment.tasks.iter().filter_map(|task| task.pillar.as_deref());
        codes.filter(|code| met.insert(*code)).map(|code| (code.to_owned(), String::new())).collect()
    }

    /// The lead agencies' cards.
    pub(super) fn agency_table(&self) -> Option<super::ReportTable> {
        None
    }

    pub(super) fn agencies(&self, _: &[super::ReportAnnex]) -> Option<super::ReportSection> {
        None
    }
}
