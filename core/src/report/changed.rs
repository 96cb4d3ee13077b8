//! What changed since the report before: counts by kind in the text, a sentence an item in an annex.

use super::Reporting;
use super::model::{ReportAnnex, ReportSection, ReportTable};
use super::text::{count, filled, lines, said, table};
use crate::assess::Changes;
use crate::codes::{ChangeKind, ColumnKind as Kind, Lang};
use crate::sorted::Set;
use crate::words::periodic::{self as words, Term};

impl Reporting<'_> {
    /// Of a body's own report only its items count.
    fn own_changes<'c>(&self, of: &'c Changes) -> Vec<Item<'c>> {
        let codes: Set<&str> = self.indicators().iter().map(|of| of.code.as_str()).collect();
        let numbers: Set<u32> = self.lines().iter().map(|line| line.task.number).collect();
        let is_whole = self.agency.is_none();
        let said = |vi: &'c str, en: &'c str| if self.lang == Lang::Vi { vi } else { en };
        let indicators = of.indicators.iter().filter(|of| is_whole || codes.contains(of.code.as_str()));
        let indicators = indicators.map(|of| Item {
            is_task: false,
            code: of.code.clone(),
            name: &of.name,
            kinds: &of.kinds,
            told: said(&of.vi, &of.en),
        });
        let tasks = of.tasks.iter().filter(|of| is_whole || numbers.contains(&of.number));
        let tasks = tasks.map(|of| Item {
            is_task: true,
            code: of.number.to_string(),
            name: &of.title,
            kinds: &of.kinds,
            told: said(&of.vi, &of.en),
        });
        indicators.chain(tasks).collect()
    }

    /// How many items changed in each way.
    pub(super) fn changed(&self, annexes: &[ReportAnnex]) -> Option<ReportSection> {
        let (of, earlier) = (self.changes.as_ref()?, self.earlier?);
        let items = self.own_changes(of);
        if items.is_empty() {
            return Some(self.section(
                Term::Changes,
                vec![words::no_changes(earlier.today, self.lang)],
                Vec::new(),
            ));
        }
        let columns = [
            (Kind::Text, Term::Change, 60),
            (Kind::Count, Term::Indicator, 20),
            (Kind::Count, Term::Task, 20),
        ];
        let rows = ChangeKind::ALL.iter().filter_map(|kind| {
            let number = |is_task| {
                items.iter().filter(|item| item.is_task == is_task && item.kinds.contains(kind)).count()
            };
            let (indicators, tasks) = (number(false), number(true));
            let cells = vec![kind.label(self.lang).to_owned(), count(indicators), count(tasks)];
            (indicators + tasks > 0).then_some(cells)
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let of = filled(table(self.term(Term::ByChange), &columns, self.lang), rows);
        let mut sentences = vec![words::since(earlier.today, self.lang)];
        sentences.extend(self.see(annexes, Term::AnnexChanges));
        Some(self.section(Term::Changes, sentences, vec![of]))
    }

    /// Each item that changed.
    pub(super) fn change_table(&self) -> Option<ReportTable> {
        let items = self.own_changes(self.changes.as_ref()?);
        let columns = [
            (Kind::Ordinal, Term::Ordinal, 5),
            (Kind::Text, Term::Content, 35),
            (Kind::Text, Term::Change, 18),
            (Kind::Text, Term::Situation, 42),
        ];
        let rows = items.iter().enumerate().map(|(at, item)| {
            let name = said(item.name);
            let name = if item.is_task {
                words::numbered_task(&name, &item.code, self.lang)
            } else {
                words::coded_indicator(&name, &item.code, self.lang)
            };
            let kinds = lines(item.kinds.iter().map(|kind| kind.label(self.lang).to_owned()));
            vec![count(at + 1), name, kinds, said(item.told)]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let of = table(self.term(Term::ByItem), &columns, self.lang);
        (!rows.is_empty()).then(|| filled(of, rows))
    }
}

/// An item that changed.
struct Item<'c> {
    is_task: bool,
    code: String,
    name: &'c str,
    kinds: &'c [ChangeKind],
    told: &'c str,
}
