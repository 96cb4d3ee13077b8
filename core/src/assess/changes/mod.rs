//! What changed between two assessments of one plan. Only what their JSON holds is looked at, so that one read back from a file
//! is as good as one just made.
//!
//! | an indicator's kind | when |
//! |---|---|
//! | `met` `lost` `missed` `changed` | of a year with a verdict on both days (a milestone that is past, or the deciding one): to met; from met to not met; past since and not met; else where it differs |
//! | `milestone-moved` | the standing differs, and so does the deciding year |
//! | `better` `worse` `changed` | the standing differs, and the one deciding year gave no kind above |
//! | `revised` | the newest figure of what is measured is of the same day with another value, of an earlier day, or gone; or a year past on both days rests on another value, or on none any more |
//! | `amended` | an amendment is in force on one of the days only |
//! | `added` `removed` | the item is there on one day only; nothing else is said of it |
//!
//! | a task's kind | when |
//! |---|---|
//! | `done` | a completion is recorded that was not; of recurring work, of another instance |
//! | `reopened` | a completion is no longer recorded of the same instance, and the task is neither stopped nor exempt |
//! | `overdue` | it is overdue and was not, or another instance was |
//! | `part-done` | it is not done, and more leads have finished; of another instance, any |
//! | `changed` | none of these, and the standing differs, how it was completed, or fewer leads count as finished |
//! | `extended` | the extension that sets the last day of the same instance, or of a lead, is another; another instance has one |
//! | `amended` `added` `removed` | as of indicators |
//!
//! | cause | what is seen of it |
//! |---|---|
//! | `milestone` | `milestone-moved`, or a verdict that differs of a milestone past since |
//! | `amendment` | `amended`, `added`, `removed` |
//! | `revision` | `revised`, or an older figure is another or gone |
//! | `figure` | a figure of a day that had none: the newest, one of the series, or of a past year that had no value |
//! | `extension` | `extended` |
//! | `exemption` | the task or one of its leads is exempt on one day only |
//! | `trigger` | on one day only what the task waits for has come, or that came on another day; of a task whose cell refers to another text, its last day differs, and no amendment, extension or instance says why |
//! | `update` | another update holds for a lead now, or none of the same instance any more; of a task without leads, its completion or its state |
//! | `day` | none of the others |
//!
//! Decided here, where the text is silent:
//! - After the last milestone the deciding year is that of the last that asked: nothing has moved when it passes.
//! - Where another milestone or an amended cell measures another thing, the two newest figures are no pair, and none was revised.
//! - That an estimate gave way to a firmer figure of a later day revises nothing.
//! - Options are compared as an assessment shows them; calendars and registries, which it does not show, are the caller's to keep.

mod indicators;
mod model;
mod tasks;

pub use model::{
    ChangeCount, ChangeSide, ChangedIndicator, ChangedResult, ChangedTask, Changes, IndicatorThen,
    ObservationThen, TaskThen,
};

use super::model::{Assessment, InForce};
use crate::codes::{AmendmentChange, ChangeCause, ChangeKind, ErrorCode, ItemKind, Lang};
use crate::error::{Error, Errors};
use crate::json;
use crate::sorted::{Map, Set};
use crate::words::{self, Changed};

/// What changed from one assessment to a later one of the same plan, and why: verdicts beside one milestone, standings beside
/// one deciding milestone, a sentence for each item.
///
/// Errors: `unknown-plan` where the plans differ; `bad-date` where the earlier one's day is after the later one's; `bad-option`
/// for each option that differs, beside `knownBy`, `reportsFrom` and `upcomingDays`.
///
/// ```
/// use tiendo::{Options, Plan, Records, assess, changes};
/// let plan = Plan::builtin("tien-dien")?;
/// let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
/// let on = |day: &str| assess(&plan, &records, day.parse().unwrap(), &Options::default());
/// let (june, july) = (on("2026-06-20")?, on("2026-07-20")?);
/// assert!(changes(&june, &june)?.tasks.is_empty());
/// assert!(changes(&july, &june).is_err());
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn changes(before: &Assessment, after: &Assessment) -> Result<Changes, Error> {
    check(before, after)?;
    let amended = Amendments::between(before, after);
    let indicators = indicators::changed(before, after, &amended);
    let tasks = tasks::changed(before, after, &amended);
    let counts = ChangeKind::ALL.iter().map(|kind| ChangeCount {
        kind: *kind,
        indicators: indicators.iter().filter(|of| of.kinds.contains(kind)).count(),
        tasks: tasks.iter().filter(|of| of.kinds.contains(kind)).count(),
    });
    Ok(Changes {
        schema_version: 1,
        plan: after.plan.clone(),
        from: side(before),
        to: side(after),
        counts: counts.filter(|count| count.indicators + count.tasks > 0).collect(),
        indicators,
        tasks,
    })
}

/// The same from the JSON texts of two assessments to one, on one line.
///
/// Errors: those of [`from_json`](crate::from_json) for what is no assessment, and those of [`changes`].
///
/// ```
/// let plan = tiendo::Plan::builtin("tien-dien")?.to_json();
/// let records = br#"{"schemaVersion": 1, "synthetic": true, "records": []}"#;
/// let on = |day: &str| tiendo::assess_json(plan.as_bytes(), records, day, None);
/// let json = tiendo::changes_json(on("2026-06-20")?.as_bytes(), on("2026-07-20")?.as_bytes())?;
/// assert!(json.starts_with(r#"{"schemaVersion":1,"plan":{"id":"tien-dien""#));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn changes_json(before: &[u8], after: &[u8]) -> Result<String, Error> {
    let read = |json, name: &str| json::from_json::<Assessment>(json).map_err(|error| error.within(name));
    Ok(json::to_json(&changes(&read(before, "before")?, &read(after, "after")?)?))
}

fn side(of: &Assessment) -> ChangeSide {
    ChangeSide {
        today: of.today,
        known_by: of.known_by,
        fingerprint: of.fingerprint.clone(),
        records_fingerprint: of.records_fingerprint.clone(),
    }
}

/// That two assessments can be compared.
fn check(before: &Assessment, after: &Assessment) -> Result<(), Error> {
    if before.plan.id != after.plan.id {
        let expected = words::expected::same_plan(&before.plan.id);
        return Err(Error::new(ErrorCode::UnknownPlan, "after.plan.id", expected));
    }
    if before.today > after.today {
        let expected = words::expected::day_from(before.today);
        return Err(Error::new(ErrorCode::BadDate, "after.today", expected));
    }
    let (was, is) = (before.options.to_json(), after.options.to_json());
    let (was, is) = (json::fields(&was), json::fields(&is));
    let was: Map<&str, &str> = was.into_iter().collect();
    let is: Map<&str, &str> = is.into_iter().collect();
    let names: Set<&str> = was.iter().chain(is.iter()).map(|(name, _)| *name).collect();
    let mut errors = Errors::new(names.len());
    for name in names.into_sorted() {
        let may_differ = matches!(name, "knownBy" | "reportsFrom" | "upcomingDays");
        if !may_differ && was.get(name) != is.get(name) {
            let path = format!("after.options.{name}");
            errors.push(Error::new(ErrorCode::BadOption, path, words::expected::as_before()));
        }
    }
    errors.into_result()
}

/// The amendments in force on one of two days only, by item.
struct Amendments<'a>(Map<String, Vec<(&'a InForce, bool)>>);

impl<'a> Amendments<'a> {
    fn between(before: &'a Assessment, after: &'a Assessment) -> Amendments<'a> {
        let by_record = |of: &'a Assessment| -> Map<&'a str, &'a InForce> {
            of.amendments.iter().map(|of| (of.record.as_str(), of)).collect()
        };
        let (was, is) = (by_record(before), by_record(after));
        let mut of_items = Map::new();
        let sides = [(&after.amendments, &was, true), (&before.amendments, &is, false)];
        for (amendments, others, is_now) in sides {
            for of in amendments.iter().filter(|of| others.get(of.record.as_str()) != Some(of)) {
                let of_item: &mut Vec<_> = of_items.or_default(item(of.kind, &of.code));
                of_item.push((of, is_now));
            }
        }
        Amendments(of_items)
    }

    fn of(&self, kind: ItemKind, code: &str) -> &[(&'a InForce, bool)] {
        self.0.get(item(kind, code).as_str()).map_or(&[], Vec::as_slice)
    }
}

fn item(kind: ItemKind, code: &str) -> String {
    format!("{kind} {code}")
}

/// What is found of an item.
#[derive(Default)]
struct Found<'a> {
    kinds: Vec<ChangeKind>,
    causes: Vec<ChangeCause>,
    clauses: Vec<Changed<'a>>,
}

impl<'a> Found<'a> {
    fn kind(&mut self, kind: ChangeKind, clause: Changed<'a>) {
        self.kinds.push(kind);
        self.clauses.push(clause);
    }

    fn cause(&mut self, cause: ChangeCause, applies: bool) {
        if applies {
            self.causes.push(cause);
        }
    }

    /// Adds that amendments of an item are in force on one day only.
    fn amended(&mut self, amendments: &[(&'a InForce, bool)]) {
        if amendments.is_empty() {
            return;
        }
        self.kinds.push(ChangeKind::Amended);
        self.causes.push(ChangeCause::Amendment);
        for is_now in [true, false] {
            let mut said = Set::new();
            let documents =
                amendments.iter().filter(|(_, now)| *now == is_now).map(|(of, _)| of.document.as_str());
            let documents: Vec<&str> = documents.filter(|document| said.insert(*document)).collect();
            if !documents.is_empty() {
                self.clauses.push(Changed::Amended(documents, is_now));
            }
        }
    }

    /// An item that the plan has on one day only.
    fn there_or_not(amendments: &[(&'a InForce, bool)], is_added: bool) -> Found<'a> {
        let wanted = if is_added { AmendmentChange::Add } else { AmendmentChange::Remove };
        // The one that decided it last; an addition withdrawn takes the item out too.
        let own = amendments.iter().rfind(|(of, is_now)| *is_now && of.change == wanted);
        let document = own.map(|(of, _)| of.document.as_str());
        let mut found = Found::default();
        if is_added {
            found.kind(ChangeKind::Added, Changed::Added(document));
        } else {
            found.kind(ChangeKind::Removed, Changed::Removed(document));
        }
        found.causes.push(ChangeCause::Amendment);
        found
    }

    /// Puts all in order; whether anything changed.
    fn finish(&mut self) -> bool {
        self.kinds.sort_unstable();
        self.kinds.dedup();
        self.causes.sort_unstable();
        self.causes.dedup();
        if self.causes.is_empty() {
            self.causes.push(ChangeCause::Day);
        }
        !self.kinds.is_empty()
    }

    fn sentences(&self, (vi, en): (&str, &str), (name, in_english): (&str, &str)) -> (String, String) {
        (
            words::changed(vi, name, &self.clauses, Lang::Vi),
            words::changed(en, in_english, &self.clauses, Lang::En),
        )
    }
}
