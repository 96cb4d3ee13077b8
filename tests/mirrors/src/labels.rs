//! Labels of codes, from core itself.

use std::collections::BTreeMap;

use crate::read::Stop;

/// Each list's codes with their labels in Vietnamese and English.
pub(crate) struct Labels(BTreeMap<String, Vec<Label>>);

/// A code with its label in each language.
pub(crate) type Label = (String, String, String);

impl Labels {
    pub(crate) fn of_core() -> Labels {
        let lists = tiendo::code_lists().into_iter().map(|list| {
            let codes = list.codes.into_iter().map(|code| (code.code, code.vi, code.en));
            (list.name, codes.collect())
        });
        Labels(lists.collect())
    }

    /// A list's labels; an enum with data may have none.
    pub(crate) fn of(&self, list: &str, codes: &[&str], has_data: bool) -> Result<Option<&[Label]>, Stop> {
        let Some(labels) = self.0.get(list) else {
            return if has_data { Ok(None) } else { Err(Stop(format!("core has no labels for `{list}`"))) };
        };
        let has_all = codes.iter().all(|code| labels.iter().any(|(labelled, ..)| labelled == code));
        if has_all { Ok(Some(labels)) } else { Err(Stop(format!("core has not all labels for `{list}`"))) }
    }
}
