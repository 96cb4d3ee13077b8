//! Lint: what one plan says twice, not at all, against itself, or in a way that had to be inferred.
//!
//! Each rule is a method; their findings come in the order of the methods, each in the order of the plan. What holds
//! for many items alike is one finding with many places; an inference that holds for nearly every row is said of the
//! plan, with a count. Nothing that rests on a scan's uncertain value calls a target weaker.
//!
//! What is to be said of a cell is said where the cell stands: of a lead that rows inherit, at the row they have it from.

mod document;
mod inferred;
mod numbering;
mod rules;
mod shares;

use std::sync::Arc;

use super::bodies::{Bodies, Remark};
use super::names::same_names;
use super::once::Once;
use crate::agencies::Registry;
use crate::codes::{FindingCode, ItemKind, NoteCode, Severity, Source, Strength, TargetKind};
use crate::finding::{Finding, Place, Statement};
use crate::plan::{Plan, PlanView};
use crate::sorted::{Map, Set};
use crate::targets::{MilestoneTarget, compare_targets};
use crate::unit::Unit;

impl Plan {
    /// What a careful reader of the plan would remark on: [`lint`] of its view.
    ///
    /// ```
    /// use tiendo::{FindingCode, Plan, Registry};
    /// let findings = Plan::builtin("ha-tinh-42-ctr-tu")?.lint(&Registry::builtin());
    /// let pairs: Vec<_> = findings
    ///     .iter()
    ///     .filter(|finding| finding.code == FindingCode::SameMeasure)
    ///     .map(|finding| (finding.places[0].code.as_str(), finding.places[1].code.as_str()))
    ///     .collect();
    /// assert_eq!(pairs, [("51.2", "53"), ("51.3", "52")]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn lint(&self, registry: &Registry) -> Vec<Finding> {
        lint(&self.view(), registry)
    }

    /// Of what [`Plan::lint`] finds that which weighs at least so much.
    ///
    /// ```
    /// use tiendo::{Plan, Registry, Severity};
    /// let plan = Plan::builtin("tien-dien")?;
    /// let findings = plan.lint_at(&Registry::builtin(), Severity::Warning);
    /// assert_eq!(findings[0].code.as_str(), "no-effective-date");
    /// assert_eq!(plan.lint_at(&Registry::builtin(), Severity::Info), plan.lint(&Registry::builtin()));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn lint_at(&self, registry: &Registry, minimum: Severity) -> Vec<Finding> {
        lint_at(&self.view(), registry, minimum)
    }
}

/// What a careful reader of a plan would remark on.
///
/// What a limit of the view leaves out is said in a finding `limit-reached`.
///
/// ```
/// use tiendo::{FindingCode, Plan, Registry, lint};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let findings = lint(&plan.view(), &Registry::builtin());
/// let changes = findings.iter().find(|finding| finding.code == FindingCode::UnitChanges).unwrap();
/// assert_eq!((changes.places[0].code.as_str(), changes.places[0].year), ("4", Some(2035)));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn lint(view: &PlanView<'_>, registry: &Registry) -> Vec<Finding> {
    let id = view.plan().id.as_str().into();
    let mut lint = Lint { view, plan: view.plan(), id, quotes: Once::new(), findings: Vec::new() };
    lint.weakening();
    lint.cells();
    lint.shares();
    lint.inferred();
    lint.names();
    lint.numbering();
    lint.body();
    lint.agencies(registry);
    lint.deadlines();
    lint.document();
    lint.rules(registry);
    lint.findings
}

/// What [`lint`] finds that weighs at least so much.
///
/// ```
/// use tiendo::{Plan, Registry, Severity, lint_at};
/// let plan = Plan::builtin("dak-lak-146")?;
/// let findings = lint_at(&plan.view(), &Registry::builtin(), Severity::Warning);
/// assert!(!findings.is_empty() && findings.iter().all(|finding| finding.severity <= Severity::Warning));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn lint_at(view: &PlanView<'_>, registry: &Registry, minimum: Severity) -> Vec<Finding> {
    let mut findings = lint(view, registry);
    findings.retain(|finding| finding.severity <= minimum);
    findings
}

/// The plan and what was found so far.
struct Lint<'v> {
    view: &'v PlanView<'v>,
    plan: &'v Plan,
    id: Arc<str>,
    quotes: Once<'v, Arc<str>>,
    findings: Vec<Finding>,
}

impl<'v> Lint<'v> {
    fn indicator(&self, code: &str) -> Place {
        Place::new(&self.id, ItemKind::Indicator, code)
    }

    fn task(&self, number: u32) -> Place {
        Place::new(&self.id, ItemKind::Task, number.to_string())
    }

    fn add(&mut self, code: FindingCode, places: Vec<Place>, statement: Statement) {
        self.findings.push(Finding::new(code, places, statement));
    }

    /// One finding for many places; none for none.
    fn add_all(&mut self, code: FindingCode, places: Vec<Place>, statement: Statement) {
        if !places.is_empty() {
            self.add(code, places, statement);
        }
    }

    fn weakening(&mut self) {
        let view = self.view;
        for (indicator, row) in view.rows() {
            let certain = indicator.certain_years();
            let targets: Vec<(&i32, &MilestoneTarget)> = row
                .targets
                .iter()
                .map(|(year, target)| (year, &**target))
                .filter(|(year, _)| certain.contains(year))
                .collect();
            for pair in targets.windows(2) {
                let [(before, a), (after, b)] = pair else { continue };
                // 0 asks nothing yet: whatever follows is no weakening.
                if compare_targets(b, a, row.direction) == Some(Strength::Weaker)
                    && !a.has_note(NoteCode::NotAsked)
                {
                    let place = |year: &i32| self.indicator(&indicator.code).at(*year);
                    let places = vec![place(after), place(before)];
                    let statement = Statement::TargetWeakens {
                        indicator: indicator.code.clone(),
                        before: **before,
                        was: self.quotes.shared(&a.text),
                        after: **after,
                        is: self.quotes.shared(&b.text),
                    };
                    self.add(FindingCode::TargetWeakens, places, statement);
                }
            }
        }
    }

    /// What the notes of single cells say.
    fn cells(&mut self) {
        let kinds = [
            (NoteCode::UnitChanges, FindingCode::UnitChanges, Statement::UnitChanges),
            (NoteCode::QualifierChanges, FindingCode::QualifierChanges, Statement::QualifierChanges),
            (NoteCode::UnitInferred, FindingCode::UnitInferred, Statement::UnitInferred),
            (NoteCode::FootnoteMissing, FindingCode::FootnoteMissing, Statement::FootnoteMissing),
            (NoteCode::OcrUncertain, FindingCode::OcrUncertain, Statement::OcrUncertain),
            (NoteCode::Illegible, FindingCode::Illegible, Statement::Illegible),
        ];
        for (note, code, statement) in kinds {
            let places = self.places_with(|target| target.has_note(note));
            self.add_all(code, places, statement);
        }
        let places = self.places_with(|target| {
            target.kind == TargetKind::Unrecognised && !target.has_note(NoteCode::Illegible)
        });
        self.add_all(FindingCode::UnreadCell, places, Statement::UnreadTargets);
    }

    fn places_with(&self, wanted: impl Fn(&MilestoneTarget) -> bool) -> Vec<Place> {
        let cells = self.view.rows().flat_map(|(indicator, row)| {
            row.targets.iter().map(move |(year, target)| (indicator, *year, target))
        });
        cells
            .filter(|(_, _, target)| wanted(target))
            .map(|(indicator, year, _)| self.indicator(&indicator.code).at(year))
            .collect()
    }

    /// Codes whose names say the same.
    fn names(&mut self) {
        let (indicators, limits) = (&self.plan.indicators, self.view.limits());
        let same = same_names(indicators.iter().map(|indicator| indicator.name.as_str()), limits);
        let code = |at: &usize| indicators.get(*at).map(|indicator| indicator.code.clone());
        for names in same.found {
            let codes: Vec<String> = names.iter().filter_map(code).collect();
            let places = codes.iter().map(|code| self.indicator(code)).collect();
            let statement = match <[String; 2]>::try_from(codes) {
                Ok([a, b]) => Statement::SameMeasure { a, b },
                Err(_) => Statement::SameName,
            };
            self.add(FindingCode::SameMeasure, places, statement);
        }
        if let Some(from) = same.left.first().and_then(code) {
            let place = Place::new(&self.id, ItemKind::Plan, "");
            let statement =
                Statement::NamesNotCompared { most: limits.pairs, indicators: same.left.len(), from };
            self.add(FindingCode::LimitReached, vec![place], statement);
        }
    }

    /// The body's words against the annex's cell; the annex decides.
    fn body(&mut self) {
        let mut columns = Once::new();
        for statement in &self.plan.body {
            let indicator = self.view.indicator(&statement.indicator);
            let Some((indicator, row)) = indicator.zip(self.view.row(&statement.indicator)) else { continue };
            let Some(annex) = row.targets.get(&statement.year) else { continue };
            let column = indicator.unit.as_deref().and_then(|unit| columns.of(unit, Unit::from_column));
            let body = MilestoneTarget::read(&statement.text, column.as_ref(), Source::Published);
            if body.asks_as(annex, |a, b| plainly(a) == plainly(b)) {
                continue;
            }
            let (code, year) = (indicator.code.clone(), statement.year);
            let places = vec![self.indicator(&code).at(year)];
            let (body, annex) = (self.quotes.shared(&statement.text), self.quotes.shared(&annex.text));
            let statement = Statement::BodyDiffers { indicator: code, year, body, annex };
            self.add(FindingCode::BodyDiffers, places, statement);
        }
    }

    fn agencies(&mut self, registry: &'v Registry) {
        let (view, plan) = (self.view, self.plan);
        let mut no_lead = Vec::new();
        let mut leads: Vec<(Place, &'v str)> = Vec::new();
        let mut met = Set::new();
        for (at, (indicator, row)) in view.rows().enumerate() {
            if indicator.targets.iter().all(|cell| cell.text.trim().is_empty()) {
                continue;
            }
            let from = view.lead_of(at);
            if row.lead.trim().is_empty() {
                no_lead.push(self.indicator(&indicator.code));
            } else if let Some(from) = plan.indicators.get(from).filter(|_| met.insert(from)) {
                leads.push((self.indicator(&from.code), &from.lead));
            }
        }
        let is_blank = |cell: &str| cell.trim().is_empty();
        let tasks = || plan.tasks.iter().map(|task| (self.task(task.number), task));
        no_lead.extend(tasks().filter(|(_, task)| is_blank(&task.lead)).map(|(place, _)| place));
        let no_cooperating =
            tasks().filter(|(_, task)| is_blank(&task.cooperating)).map(|(place, _)| place).collect();
        leads.extend(tasks().map(|(place, task)| (place, task.lead.as_str())));
        let cooperating: Vec<(Place, &str)> =
            tasks().map(|(place, task)| (place, task.cooperating.as_str())).collect();
        self.add_all(FindingCode::NoLead, no_lead, Statement::NoLead);
        self.add_all(FindingCode::NoCooperating, no_cooperating, Statement::NoCooperating);

        let horizon = plan.milestones.last().and_then(|year| chrono::NaiveDate::from_ymd_opt(*year, 12, 31));
        let mut bodies = Bodies::new(registry, horizon.or(plan.issued).unwrap_or_default());
        self.ended(&leads, &mut bodies);
        let mut too_many = Vec::new();
        for (place, cell) in leads.iter().chain(&cooperating) {
            for remark in bodies.of(cell).iter() {
                match remark {
                    Remark::Unknown(name) => {
                        let statement = Statement::UnknownAgency { name: Arc::clone(name) };
                        self.add(FindingCode::UnknownAgency, vec![place.clone()], statement);
                    }
                    Remark::TooManyItems => too_many.push(place.clone()),
                    Remark::Succeeded(..) | Remark::Orphaned(_) => {}
                }
            }
        }
        let most = registry.limits.items;
        self.add_all(FindingCode::LimitReached, too_many, Statement::TooManyItems { most });
    }

    /// Leads that have ended.
    fn ended(&mut self, leads: &[(Place, &'v str)], bodies: &mut Bodies<'v>) {
        let mut succeeded: Vec<(Statement, Vec<Place>)> = Vec::new();
        let mut of_body: Map<String, usize> = Map::new();
        for (place, cell) in leads {
            for remark in bodies.of(cell).iter() {
                match remark {
                    Remark::Succeeded(id, next) => {
                        let at = *of_body.or_insert(id.clone(), succeeded.len());
                        if let Some((_, places)) = succeeded.get_mut(at) {
                            places.push(place.clone());
                        } else {
                            let (from, to) = (bodies.name(id), bodies.name(next));
                            let statement = Statement::SucceededLead { from, to };
                            succeeded.push((statement, vec![place.clone()]));
                        }
                    }
                    Remark::Orphaned(agency) => {
                        let statement = Statement::OrphanedLead { agency: Arc::clone(agency) };
                        self.add(FindingCode::OrphanedLead, vec![place.clone()], statement);
                    }
                    Remark::Unknown(_) | Remark::TooManyItems => {}
                }
            }
        }
        for (statement, places) in succeeded {
            self.add(FindingCode::SucceededLead, places, statement);
        }
    }

    fn deadlines(&mut self) {
        let unread = self.view.deadlines().filter(|(_, deadline)| !deadline.recognised);
        let places: Vec<Place> = unread.map(|(task, _)| self.task(task.number)).collect();
        self.add_all(FindingCode::UnreadCell, places, Statement::UnreadDeadlines);
    }
}

/// A bare number and `≥` ask the same, `trên 80%` and `≥ 80` do not.
fn plainly(kind: TargetKind) -> TargetKind {
    if kind == TargetKind::Reach { TargetKind::AtLeast } else { kind }
}

#[cfg(test)]
mod tests;
