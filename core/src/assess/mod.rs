//! Assessment: how a plan stands on a day, of what is known, and why. One pure function.
//!
//! Decided here, where the text is silent:
//! - The day a plan is in force is that of the plan, else of its regime, else the caller's, else the day it was issued.
//! - A body that submissions or exemptions name is judged where the caller gives none, in the order in which they speak of it.
//! - A verdict that stands in for another is that of the indicator itself, never of one that stands in for it again.

mod amended;
mod cards;
mod changes;
mod fingerprint;
mod model;
mod rollup;
mod scorecard;
mod sensitivity;
mod summary;
mod upcoming;

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::agencies::Registry;
use crate::codes::{FindingCode, ItemKind, TargetKind, Verdict};
use crate::dates::{YEARS, in_range, parse_date};
use crate::error::Error;
use crate::finding::{Finding, Place, Statement};
use crate::json;
use crate::limits::Limits;
use crate::options::Options;
use crate::plan::{Indicator, Plan, PlanView, Row};
use crate::progress::{self, AssessedIndicator, Body, Numbers, Subject};
use crate::records::{Known, Observation, Records};
use crate::reporting::{Report, ReportingQuery};
use crate::sorted::{self, Map, Set};
use crate::targets::MilestoneTarget;
use crate::tasks::{self, Bodies};
use amended::{Amended, amended};
use cards::Carding;
pub use changes::{
    ChangeCount, ChangeSide, ChangedIndicator, ChangedResult, ChangedTask, Changes, IndicatorThen,
    ObservationThen, TaskThen, changes, changes_json,
};
pub use model::{AssessedPlan, Assessment, InForce, LeftOut, Removed, Upcoming};
pub use rollup::{RollUnit, RollUp, RolledIndicator, RolledUnit, roll_up, roll_up_json};
pub use scorecard::{IndicatorCount, IndicatorCounts, MilestoneCounts, Scorecard, TaskCount, TaskCounts};
pub use sensitivity::{
    Flip, SensitiveItem, Sensitivity, StableItems, Trial, TrialValue, Tried, sensitivity, sensitivity_json,
};

/// How a plan stands on a day, of the records known: each indicator, each task, each report, and why.
///
/// The same inputs give the same result, whatever the order of the records; the day is an argument.
///
/// Errors: `year-out-of-range` for a day outside 1900 to 2200; `bad-option`; those of reports.
///
/// ```
/// use tiendo::{IndicatorStanding, Options, Plan, Records, assess};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
/// let assessment = assess(&plan, &records, "2026-11-27".parse().unwrap(), &Options::default())?;
/// assert_eq!((assessment.indicators.len(), assessment.tasks.len()), (70, 123));
/// assert_eq!(assessment.indicators[0].standing, IndicatorStanding::Undetermined);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn assess(
    plan: &Plan,
    records: &Records,
    today: NaiveDate,
    options: &Options,
) -> Result<Assessment, Error> {
    in_range(today, "today")?;
    options.check()?;
    let known = Known::of(records, today, options.known_by);
    let Amended { plan: now, added, removed, in_force, unmatched } = amended(plan, &known.amendments, today);
    let registry = options.registry.as_deref().unwrap_or_else(|| Registry::shared());
    let view = now.view_with(&options.limits);
    let earlier = Earlier::of(plan, &known, today, &options.limits);
    let all = Assessing {
        plan: &now,
        view: &view,
        known: &known,
        figures: figures(&known),
        effective: tasks::effective(&now, options.effective),
        added: &added,
        earlier: &earlier,
        today,
        options,
    };
    let mut bodies = Bodies::new(registry, &options.roster, today);
    let mut indicators: Vec<AssessedIndicator> =
        view.rows().map(|(indicator, row)| all.indicator(indicator, row, &mut bodies)).collect();
    let judged = tasks::assess_tasks(&view, plan, &known, bodies, today, options);
    let (mut tasks, mut bodies) = (judged.tasks, judged.bodies);
    let agencies = all.agencies();
    let (reports, report_findings) = all.reports(&agencies)?;

    let mut findings = known.findings(&plan.id);
    findings.extend(report_findings);
    findings.extend(all.findings(&unmatched, &judged.unmatched, judged.lacks_effective));
    let mut hidden = Set::new();
    let left_out = options.public.then(|| leave_out(&mut indicators, &mut tasks, &mut bodies, &mut hidden));
    sorted::sort_by(&mut findings, |a, b| (a.code, &a.places).cmp(&(b.code, &b.places)));

    let has_data = |code: &str| all.has_data(code);
    let carding = Carding {
        plan: &now,
        indicators: &indicators,
        tasks: &tasks,
        reports: &reports,
        has_data: &has_data,
        reported_by: &|indicator| all.reported_by(indicator),
        agencies: &agencies,
        hidden: &hidden,
        today,
    };
    let scorecards = carding.cards(&mut bodies);
    let mut shown = options.clone();
    shown.reports_from = Some(all.reports_from());
    Ok(Assessment {
        schema_version: 1,
        plan: AssessedPlan {
            id: now.id.clone(),
            number: now.number.clone(),
            title: now.title.clone(),
            title_en: now.title_en.clone(),
        },
        today,
        known_by: options.known_by,
        synthetic: records.synthetic,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        fingerprint: fingerprint::of_plan(&now, &shown),
        records_fingerprint: fingerprint::of_records(&known.used()),
        summary: summary::summary(today, &indicators, &tasks, &has_data, known.updates.is_empty()),
        upcoming: upcoming::upcoming(&now, &indicators, &tasks, &reports, today, options),
        options: shown,
        indicators,
        tasks,
        reports,
        scorecards,
        removed,
        amendments: in_force,
        findings,
        left_out,
    })
}

/// The same from JSON texts to one: of a plan, of records, a date, and options or none, on one line.
///
/// Errors: those of the files, `bad-date`, and those of [`assess`].
///
/// ```
/// let plan = tiendo::Plan::builtin("tien-dien")?.to_json();
/// let records = br#"{"schemaVersion": 1, "synthetic": true, "records": []}"#;
/// let json = tiendo::assess_json(plan.as_bytes(), records, "2026-11-27", None)?;
/// assert!(json.starts_with(r#"{"schemaVersion":1,"plan":{"id":"tien-dien""#));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn assess_json(
    plan: &[u8],
    records: &[u8],
    today: &str,
    options: Option<&[u8]>,
) -> Result<String, Error> {
    let options = options.map_or_else(|| Ok(Options::default()), Options::from_json)?;
    let (plan, records) = (Plan::from_json(plan)?, Records::from_json(records)?);
    let today = parse_date(today).map_err(|error| Error { path: "today".to_owned(), ..error })?;
    Ok(json::to_json(&assess(&plan, &records, today, &options)?))
}

/// The figures of the whole area of each indicator, by its code.
fn figures<'r>(known: &Known<'r>) -> Map<&'r str, Vec<&'r Observation>> {
    let mut figures: Map<&str, Vec<&Observation>> = Map::new();
    for of_one in known.observations.chunk_by(|a, b| a.indicator == b.indicator) {
        let Some(first) = of_one.first() else { continue };
        // Of a part of the area or of the people nothing follows for the whole.
        let of_all = of_one.iter().copied().filter(|of| of.area.is_none() && of.group.is_none());
        figures.insert(&first.indicator, of_all.collect());
    }
    figures
}

/// The cells that stood on the days of past milestones, where they were others than now.
#[derive(Default)]
struct Earlier(Map<String, Vec<(i32, MilestoneTarget)>>);

impl Earlier {
    fn of(plan: &Plan, known: &Known<'_>, today: NaiveDate, limits: &Limits) -> Earlier {
        let mut earlier = Earlier::default();
        let changed = |year: i32| {
            let end = progress::year_end(year);
            let later = known.amendments.iter().filter(move |of| end.is_none_or(|end| of.date > end));
            later.filter(move |of| of.year == Some(year) && of.date <= today)
        };
        let years: Set<i32> = known.amendments.iter().filter_map(|of| of.year).collect();
        for year in years.into_sorted().filter(|year| *year < today.year()) {
            let codes: Set<&str> = changed(year).filter_map(|of| of.indicator.as_deref()).collect();
            let Some(end) = progress::year_end(year) else { continue };
            if codes.len() == 0 {
                continue;
            }
            let then = amended(plan, &known.amendments, end).plan;
            let view = then.view_with(limits);
            for code in codes.into_sorted() {
                let cell = view.row(code).and_then(|row| row.targets.get(&year));
                let cell =
                    cell.map_or_else(|| MilestoneTarget::of_kind(TargetKind::None), |cell| (**cell).clone());
                earlier.0.or_default(code.to_owned()).push((year, cell));
            }
        }
        earlier
    }

    fn cells(&self, code: &str) -> &[(i32, MilestoneTarget)] {
        self.0.get(code).map_or(&[], Vec::as_slice)
    }
}

/// All that an assessment rests on.
struct Assessing<'a> {
    plan: &'a Plan,
    view: &'a PlanView<'a>,
    known: &'a Known<'a>,
    figures: Map<&'a str, Vec<&'a Observation>>,
    effective: Option<NaiveDate>,
    added: &'a Map<String, NaiveDate>,
    earlier: &'a Earlier,
    today: NaiveDate,
    options: &'a Options,
}

impl<'a> Assessing<'a> {
    fn indicator(&self, indicator: &Indicator, row: &Row, bodies: &mut Bodies<'_>) -> AssessedIndicator {
        let linked = |code: &str, year: i32| self.verdict(code, year);
        let mut assessed = progress::assess(&self.subject(indicator, row, &linked));
        assessed.leads = bodies.bodies(&row.lead);
        assessed
    }

    fn subject<'t>(
        &'t self,
        indicator: &'t Indicator,
        row: &'t Row,
        linked: &'t dyn Fn(&str, i32) -> Option<Verdict>,
    ) -> Subject<'a, 't> {
        let code = indicator.code.as_str();
        let observations = self.figures.get(&code).map_or(&[][..], Vec::as_slice);
        Subject {
            indicator,
            row,
            earlier: self.earlier.cells(code),
            observations,
            numbers: Numbers::of(observations),
            has_future: self.known.future.binary_search(&code).is_ok(),
            level: self.plan.level,
            milestones: &self.plan.milestones,
            in_force: self.effective,
            added: self.added.get(code).copied(),
            today: self.today,
            options: self.options,
            linked,
        }
    }

    /// The verdict of an indicator at a milestone, for another that it stands in for.
    fn verdict(&self, code: &str, year: i32) -> Option<Verdict> {
        let (indicator, row) = (self.view.indicator(code)?, self.view.row(code)?);
        if self.options.public && indicator.sensitive {
            return None;
        }
        progress::verdict(&self.subject(indicator, row, &|_, _| None), year)
    }

    /// Whether a figure of an indicator's whole area is known that is not of a day to come.
    fn has_data(&self, code: &str) -> bool {
        self.figures.get(&code).is_some_and(|figures| figures.iter().any(|of| of.date <= self.today))
    }

    /// Who reported the newest figure of an indicator: the one that was used, else the newest known.
    fn reported_by(&self, indicator: &AssessedIndicator) -> Option<&'a str> {
        let figures = self.figures.get(indicator.code.as_str())?;
        let newest = match &indicator.observation {
            Some(used) => figures.iter().find(|of| of.id == used.id),
            None => figures.iter().rfind(|of| of.date <= self.today),
        };
        newest?.reporting_unit.as_deref()
    }

    /// The bodies whose reports are judged: the caller's, else those that records name.
    fn agencies(&self) -> Vec<String> {
        if self.options.agencies.is_empty() { self.named() } else { self.options.agencies.clone() }
    }

    /// The first last timely day of the reports that are shown.
    fn reports_from(&self) -> NaiveDate {
        let year = NaiveDate::from_ymd_opt(self.today.year(), 1, 1).unwrap_or(self.today);
        let from = self.effective.map_or(year, |effective| effective.max(year));
        self.options.reports_from.unwrap_or(from)
    }

    /// The reports, judged, and what is to be said of them.
    fn reports(&self, agencies: &[String]) -> Result<(Vec<Report>, Vec<Finding>), Error> {
        if self.plan.regime.is_none() {
            return Ok((Vec::new(), Vec::new()));
        }
        let days = u64::from(self.options.upcoming_days).saturating_add(1);
        // No report is asked for beyond the years the library reads.
        let last = NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(self.today);
        let end = self.today.checked_add_days(chrono::Days::new(days)).unwrap_or(self.today).min(last);
        let query = ReportingQuery {
            agencies: agencies.to_vec(),
            roster: self.options.roster.clone(),
            effective: self.effective,
            given: self.options.given.clone(),
            options: self.options.reporting(),
            calendar: self.options.calendar.clone(),
            registry: self.options.registry.clone(),
            limits: self.options.limits.clone(),
            ..ReportingQuery::between(self.reports_from(), end.max(self.reports_from()))
        };
        let obligations = self.plan.obligations(&query)?;
        let submissions = self.known.submissions.iter().copied();
        let exemptions = self.known.exemptions.iter().copied().filter(|of| of.task.is_none());
        let timeliness = obligations.timeliness(submissions, exemptions, self.today)?;
        Ok((timeliness.reports().collect(), obligations.findings().to_vec()))
    }

    /// The bodies that submissions and exemptions name, in the order in which they speak of them.
    fn named(&self) -> Vec<String> {
        let sent = self.known.submissions.iter().map(|of| (of.date, of.recorded, &of.id, of.agency.as_str()));
        let exempt = self
            .known
            .exemptions
            .iter()
            .filter(|of| of.task.is_none())
            .filter_map(|of| Some((of.date, of.recorded, &of.id, of.agency.as_deref()?)));
        let mut named: Vec<_> = sent.chain(exempt).collect();
        sorted::sort(&mut named);
        let mut met = Set::new();
        named
            .into_iter()
            .map(|(.., agency)| agency)
            .filter(|agency| met.insert(*agency))
            .map(str::to_owned)
            .collect()
    }

    /// What is to be said of the plan and of records that speak of nothing in it.
    fn findings(&self, amendments: &[String], of_tasks: &[&str], lacks_effective: bool) -> Vec<Finding> {
        let id = self.plan.id.as_str().into();
        let plan = || vec![Place::new(&id, ItemKind::Plan, "")];
        let mut findings = Vec::new();
        let begins = self.effective.or(self.plan.issued);
        if let Some(from) = begins.filter(|begins| self.today < *begins) {
            let statement = Statement::PlanNotInForce { today: self.today, from };
            findings.push(Finding::new(FindingCode::PlanNotInForce, plan(), statement));
        }
        if lacks_effective {
            findings.push(Finding::new(FindingCode::NoEffectiveDate, plan(), Statement::NoEffectiveDate));
        }
        let mut unmatched: Vec<&str> = amendments.iter().map(String::as_str).collect();
        for of_one in self.known.observations.chunk_by(|a, b| a.indicator == b.indicator) {
            if of_one.first().is_some_and(|of| self.view.indicator(&of.indicator).is_none()) {
                unmatched.extend(of_one.iter().map(|of| of.id.as_str()));
            }
        }
        unmatched.extend_from_slice(of_tasks);
        if !unmatched.is_empty() {
            sorted::sort(&mut unmatched);
            findings.push(Finding::of_records(FindingCode::UnmatchedRecord, &id, &unmatched));
        }
        findings
    }
}

/// Takes sensitive items out of public output, and what no citizen is told; how many they are. `hidden` gathers the bodies
/// of what is not shown.
fn leave_out(
    indicators: &mut Vec<AssessedIndicator>,
    tasks: &mut Vec<tasks::AssessedTask>,
    bodies: &mut Bodies<'_>,
    hidden: &mut Set<String>,
) -> LeftOut {
    let (all, every) = (indicators.len(), tasks.len());
    let of_tasks = tasks.iter().filter(|task| task.sensitive);
    let parts = of_tasks.clone().flat_map(|task| &task.leads);
    let parts = parts.map(|part| Body { id: part.id.clone(), name: Arc::clone(&part.name) });
    let named = indicators.iter().filter(|indicator| indicator.sensitive).flat_map(|of| &of.leads);
    let named = named.chain(of_tasks.flat_map(|task| &task.cooperating)).cloned();
    for body in parts.chain(named) {
        hidden.insert(bodies.identity(&body).to_string());
    }
    indicators.retain(|indicator| !indicator.sensitive);
    tasks.retain(|task| !task.sensitive);
    for lead in tasks.iter_mut().flat_map(|task| &mut task.leads) {
        (lead.difficulties, lead.proposals) = (None, None);
    }
    LeftOut { indicators: all - indicators.len(), tasks: every - tasks.len() }
}
