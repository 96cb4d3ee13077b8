//! What the rows had to take from their names or cells.
//!
//! An inference that holds for nearly every row tells a reader nothing of any of them: where it holds for three or more, and
//! at least nine in ten, it is said once of the plan, with the count, and the rows for which it does not hold are
//! listed where they are a dozen at most. Each row itself says what decided it.

use super::Lint;
use crate::codes::{DecidedBy, FindingCode, ItemKind, NoteCode};
use crate::finding::{NearlyAll, Place, Statement};
use crate::plan::Row;

/// As many rows must share an inference before it is said of the plan.
const FEWEST: usize = 3;
/// So many rows without it are listed.
const LISTED: usize = 12;

impl Lint<'_> {
    pub(super) fn inferred(&mut self) {
        let noted = |code: NoteCode| move |row: &Row| row.notes.iter().any(|note| note.code == code);
        let conflicts = self.rows_with(noted(NoteCode::DirectionConflict));
        let ambiguous = self.rows_with(noted(NoteCode::KindAmbiguous));
        let demands = self.rows_with(noted(NoteCode::RequirementInName));
        self.add_all(FindingCode::DirectionConflict, conflicts, Statement::DirectionConflict);
        self.add_all(FindingCode::KindAmbiguous, ambiguous, Statement::KindAmbiguous);
        self.add_all(FindingCode::RequirementInName, demands, Statement::RequirementInName);
        let (code, one) = (FindingCode::DirectionInferred, Statement::DirectionInferred);
        let by_row = |row: &Row| row.decided_by != DecidedBy::Declared;
        self.inference(code, one, Statement::DirectionsInferred, by_row);
        let (code, one) = (FindingCode::KindInferred, Statement::KindInferred);
        self.inference(code, one, Statement::KindsInferred, noted(NoteCode::KindInferred));
        for indicator in &self.plan.indicators {
            let Some(text) = &indicator.undated else { continue };
            let (code, text) = (indicator.code.clone(), self.quotes.shared(text));
            let statement = Statement::UndatedDemand { indicator: code, text };
            self.add(FindingCode::UndatedDemand, vec![self.indicator(&indicator.code)], statement);
        }
    }

    fn rows_with(&self, wanted: impl Fn(&Row) -> bool) -> Vec<Place> {
        let rows = self.view.rows().filter(|(_, row)| wanted(row));
        rows.map(|(indicator, _)| self.indicator(&indicator.code)).collect()
    }

    /// What was inferred of some rows, each a place; or of nearly all.
    fn inference(
        &mut self,
        code: FindingCode,
        of_some: Statement,
        of_nearly_all: fn(NearlyAll) -> Statement,
        wanted: impl Fn(&Row) -> bool,
    ) {
        let rows = self.plan.indicators.len();
        let holds = self.view.rows().filter(|(_, row)| wanted(row)).count();
        let others = rows.saturating_sub(holds);
        if holds < FEWEST || others.saturating_mul(10) > rows {
            let places = self.rows_with(wanted);
            self.add_all(code, places, of_some);
            return;
        }
        let except = self.view.rows().filter(|(_, row)| others <= LISTED && !wanted(row));
        let except = except.map(|(indicator, _)| indicator.code.clone()).collect();
        let place = Place::new(&self.id, ItemKind::Plan, "");
        self.add(code, vec![place], of_nearly_all(NearlyAll { holds, rows, except }));
    }
}
