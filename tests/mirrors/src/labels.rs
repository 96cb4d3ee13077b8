//! Labels of codes, from core itself.

use std::collections::BTreeMap;

use tiendo::{Lang, ReportStanding};

/// Each list's codes with their labels in Vietnamese and English.
pub(crate) struct Labels(BTreeMap<String, Vec<(String, String, String)>>);

impl Labels {
    pub(crate) fn of_core() -> Labels {
        let standings = ReportStanding::ALL
            .iter()
            .map(|code| (code.to_string(), code.label(Lang::Vi).to_owned(), code.label(Lang::En).to_owned()));
        Labels(BTreeMap::from([("ReportStanding".to_owned(), standings.collect())]))
    }

    /// A list's labels, if every one of its codes has them.
    pub(crate) fn of(&self, list: &str, codes: &[&str]) -> Option<&[(String, String, String)]> {
        let labels = self.0.get(list)?;
        let all = codes.iter().all(|code| labels.iter().any(|(labelled, ..)| labelled == code));
        all.then_some(labels)
    }
}
