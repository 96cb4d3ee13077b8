//! What a file of records must hold beyond its shape: ids that are no other record's, and fields that go together.

use super::{Amendment, Definition, Exemption, Observation, Record, Records, row};
use crate::codes::{AmendmentChange, ErrorCode};
use crate::error::{Error, Errors};
use crate::json::{Keys, Reading};
use crate::words::expected;

/// How a file of records is read.
pub(super) const READING: Reading<Records> = Reading {
    check: |records, limits, errors| {
        records.check_ids(errors);
        (FIELDS_OF_RECORDS.check)(records, limits, errors);
    },
    ..FIELDS_OF_RECORDS
};

/// How some records of many are read, whose ids are looked at when all are.
pub(super) const FIELDS_OF_RECORDS: Reading<Records> = Reading {
    shape: &row::RECORDS,
    bytes: |limits| limits.records_bytes,
    check: |records, _, errors| {
        for (at, record) in records.records.iter().enumerate() {
            if errors.is_full() {
                return;
            }
            Check { at, errors }.record(record);
        }
    },
    rests_on: &[],
};

impl Records {
    /// An id is not empty, and no record's with other content.
    pub(super) fn check_ids(&self, errors: &mut Errors) {
        for (first, again) in self.repeated() {
            let (Some(record), other) = (self.records.get(again), self.records.get(first)) else { continue };
            let (code, expected) = match other {
                _ if record.id().is_empty() => (ErrorCode::BadValue, expected::id()),
                Some(other) if other != record => (ErrorCode::ConflictingRecord, expected::own_record()),
                _ => continue,
            };
            errors.push(Error::new(code, format!("records[{again}].id"), expected));
        }
    }

    /// The records whose id one before them has or is empty, each with the first of that id, in the order of the file.
    fn repeated(&self) -> Vec<(usize, usize)> {
        // Records numbered in order, as most files have them, hold no id twice.
        fn number(record: &Record) -> (usize, &str) {
            (record.id().len(), record.id())
        }
        let is_numbered = self.records.first().is_none_or(|first| !first.id().is_empty());
        if is_numbered && self.records.is_sorted_by(|a, b| number(a) < number(b)) {
            return Vec::new();
        }
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        let id = |at: u32| self.records.get(place(at)).map_or("", Record::id);
        let ids = Keys::new((0..).zip(&self.records).map(|(at, _)| at), id);
        let empty = ids.find(&"");
        let again = ids.again().into_iter().map(|at| (ids.find(&id(at)).unwrap_or(at), at));
        empty
            .into_iter()
            .map(|at| (at, at))
            .chain(again)
            .map(|(first, at)| (place(first), place(at)))
            .collect()
    }

    /// Keeps of records given again the first.
    pub(super) fn once(&mut self) {
        let repeated = self.repeated();
        if repeated.is_empty() {
            return;
        }
        let mut repeated = repeated.into_iter().map(|(_, again)| again).peekable();
        let mut at = 0..;
        self.records.retain(|_| {
            let at = at.next();
            repeated.next_if(|again| Some(*again) == at).is_none()
        });
    }
}

/// A record under examination, at its place in the file.
struct Check<'e> {
    at: usize,
    errors: &'e mut Errors,
}

/// A field, whether the record must have it, whether it may, and whether it has.
type Rule = (&'static str, bool, bool, bool);

impl Check<'_> {
    fn error(&mut self, code: ErrorCode, field: &str, expected: crate::words::Phrase) {
        self.errors.push(Error::new(code, format!("records[{}]{field}", self.at), expected));
    }

    fn record(&mut self, record: &Record) {
        match record {
            Record::Observation(of) => self.ratio(of),
            Record::Exemption(of) => self.exemption(of),
            Record::Amendment(of) => self.amendment(of),
            _ => {}
        }
    }

    /// Tells which fields are missing, and which another record of the kind would have.
    fn fields(&mut self, kind: &str, rules: &[Rule]) {
        for (field, is_needed, may_be, is_given) in rules {
            match is_given {
                false if *is_needed => {
                    self.error(ErrorCode::MissingField, &format!(".{field}"), expected::field(field));
                }
                true if !may_be => {
                    let expected = expected::no_field_of_kind(field, kind);
                    self.error(ErrorCode::UnknownField, &format!(".{field}"), expected);
                }
                _ => {}
            }
        }
    }

    /// A ratio has both its parts.
    fn ratio(&mut self, of: &Observation) {
        let (has_part, has_whole) = (of.numerator.is_some(), of.denominator.is_some());
        let has_other = of.value.is_some() || of.present.is_some() || of.judgement.is_some();
        if has_whole && has_other {
            self.error(ErrorCode::BadValue, "", expected::exactly_one(row::VALUES));
        } else if has_part != has_whole {
            let field = if has_part { "denominator" } else { "numerator" };
            self.error(ErrorCode::MissingField, &format!(".{field}"), expected::field(field));
        }
    }

    /// From reports on a period, or of a task.
    fn exemption(&mut self, of: &Exemption) {
        let of_task = of.task.is_some();
        let rules = [
            ("agency", !of_task, true, of.agency.is_some()),
            ("period", !of_task, !of_task, of.period.is_some()),
            ("rule", false, !of_task, of.rule.is_some()),
        ];
        self.fields("exemption", &rules);
    }

    /// What each change says, and of what.
    fn amendment(&mut self, of: &Amendment) {
        use AmendmentChange::{Add, Deadline, Lead, Target};
        let (is_target, is_deadline) = (of.change == Target, of.change == Deadline);
        let (has_text, adds) = (is_target || is_deadline || of.change == Lead, of.change == Add);
        let rules = [
            ("indicator", is_target, !is_deadline, of.indicator.is_some()),
            ("task", is_deadline, !is_target, of.task.is_some()),
            ("year", is_target, is_target, of.year.is_some()),
            ("text", has_text, has_text, of.text.is_some()),
            ("definition", adds, adds, of.definition.is_some()),
        ];
        self.fields(of.change.as_str(), &rules);
        match of.definition.as_deref().filter(|_| adds) {
            Some(Definition::Indicator(added)) => {
                if of.indicator.as_deref() != Some(added.code.as_str()) {
                    self.error(ErrorCode::BadValue, ".definition.code", expected::amended());
                }
                if !added.targets.is_sorted_by(|a, b| a.year < b.year) {
                    self.error(ErrorCode::BadValue, ".definition.targets", expected::cells_in_order());
                }
            }
            Some(Definition::Task(added)) if of.task != Some(added.number) => {
                self.error(ErrorCode::BadValue, ".definition.number", expected::amended());
            }
            _ => {}
        }
    }
}
