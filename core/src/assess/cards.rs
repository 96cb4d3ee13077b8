//! Scorecards: the plan's, those of bodies as leads and as cooperating, of pillars, of reporting units.
//!
//! - Counts add up, and what does not apply leaves the denominator.
//! - The plan's and the pillars' cards count a task as a whole, once; a lead's card counts its own part; a cooperating body's
//!   shows the task's standing and enters no rate. An indicator counts whole in each lead's card.
//! - A body's tally of reports stands on each of its cards; the plan's is of all reports that a body owes.
//!
//! Decided here, where the text is silent:
//!
//! - A body whose reports are judged, and that neither leads nor cooperates nor reported a figure, has a card among the
//!   reporting units. In public output one that leads or takes part only in what is not shown has none.
//! - Of an indicator without a figure that was used (one of another unit, say) the newest known one says who reported.
//! - A task whose pillar the plan does not have is of the pillar `unknown`.

use std::sync::Arc;

use chrono::NaiveDate;

use super::scorecard::{IndicatorCount, IndicatorCounts, MilestoneCounts, Scorecard, TaskCount, TaskCounts};
use crate::codes::{
    IndicatorStanding, Reason, ReportStanding, ScorecardBy, ScorecardRole, TaskFlag, TaskStanding, Verdict,
};
use crate::number::Fixed;
use crate::plan::Plan;
use crate::progress::{AssessedIndicator, Body, year_end};
use crate::reporting::{Report, Tally, ranks};
use crate::sorted::{Map, Set};
use crate::tasks::{AssessedTask, Bodies};

/// What the cards are made of.
pub(super) struct Carding<'a> {
    pub(super) plan: &'a Plan,
    pub(super) indicators: &'a [AssessedIndicator],
    pub(super) tasks: &'a [AssessedTask],
    pub(super) reports: &'a [Report],
    /// Whether somebody measures an indicator.
    pub(super) has_data: &'a dyn Fn(&str) -> bool,
    /// Who reported the newest figure of an indicator.
    pub(super) reported_by: &'a dyn Fn(&AssessedIndicator) -> Option<&'a str>,
    /// The bodies whose reports are judged.
    pub(super) agencies: &'a [String],
    /// The bodies of items that are not shown.
    pub(super) hidden: &'a Set<String>,
    pub(super) today: NaiveDate,
}

/// The key of tasks without a pillar.
const NO_PILLAR: &str = "unknown";

/// What a body is called on its card: its id, or else its name.
fn key(body: &Body) -> &str {
    body.id.as_deref().unwrap_or(&body.name)
}

impl Carding<'_> {
    /// The cards, in order.
    pub(super) fn cards(&self, bodies: &mut Bodies<'_>) -> Vec<Scorecard> {
        let mut plan = Card::new(ScorecardBy::Plan, &self.plan.id, None);
        let mut pillars = Cards::default();
        for pillar in &self.plan.pillars {
            pillars.of(&pillar.code, || Card::new(ScorecardBy::Pillar, &pillar.code, Some(&pillar.name)));
        }
        let lead = |body: &Body| Card::of_body(ScorecardBy::Agency, Some(ScorecardRole::Lead), body);
        let helper = |body: &Body| Card::of_body(ScorecardBy::Agency, Some(ScorecardRole::Cooperating), body);
        let unit = |body: &Body| Card::of_body(ScorecardBy::ReportingUnit, None, body);
        let (mut leads, mut helpers, mut units) = (Cards::default(), Cards::default(), Cards::default());
        for (at, indicator) in self.indicators.iter().enumerate() {
            plan.indicators.push(at);
            for body in &indicator.leads {
                leads.of(&bodies.identity(body), || lead(body)).indicators.push(at);
            }
            if let Some(body) = (self.reported_by)(indicator).map(|name| bodies.one(name)) {
                units.of(&bodies.identity(&body), || unit(&body)).indicators.push(at);
            }
        }
        for task in self.tasks {
            plan.tasks.whole(task);
            for part in &task.leads {
                let body = Body { id: part.id.clone(), name: Arc::clone(&part.name) };
                let card = leads.of(&bodies.identity(&body), || lead(&body));
                card.tasks.add(part.standing, part.completion, &part.flags);
            }
            for body in &task.cooperating {
                helpers.of(&bodies.identity(body), || helper(body)).tasks.show(task.standing);
            }
            if !self.plan.pillars.is_empty() {
                let known = task.pillar.as_deref().filter(|code| pillars.has(code)).unwrap_or(NO_PILLAR);
                pillars.of(known, || Card::new(ScorecardBy::Pillar, NO_PILLAR, None)).tasks.whole(task);
            }
        }
        for agency in self.agencies {
            let body = bodies.one(agency);
            let name = bodies.identity(&body);
            if !leads.has(&name) && !helpers.has(&name) && !self.hidden.contains(&*name) {
                units.of(&name, || unit(&body));
            }
        }
        // A group is many bodies: it has no place among them.
        let due = |card: &Card| {
            if bodies.is_group(&card.key) { (0, 0) } else { (card.tasks.done, card.tasks.due()) }
        };
        let mut leads: Vec<Card> = leads.into_met().collect();
        let ranked = ranks(&leads.iter().map(due).collect::<Vec<_>>());
        for (card, rank) in leads.iter_mut().zip(ranked) {
            card.rank = rank;
        }
        let owed = self.owed(bodies);
        let mut total = Tally::default();
        self.judged().for_each(|(_, standing)| total.add(standing));
        let of_plan = self.written(plan, total);
        let of_bodies =
            leads.into_iter().chain(helpers.into_met()).chain(pillars.into_met()).chain(units.into_met());
        let of_bodies = of_bodies.map(|card| {
            let is_body = card.by != ScorecardBy::Pillar;
            let tally = owed.get(card.key.as_str()).copied().filter(|_| is_body).unwrap_or_default();
            self.written(card, tally)
        });
        std::iter::once(of_plan).chain(of_bodies).collect()
    }

    /// The reports that a body owes, and how each stands.
    fn judged(&self) -> impl Iterator<Item = (&str, ReportStanding)> {
        self.reports.iter().filter_map(|report| Some((report.obligation.agency.as_deref()?, report.standing)))
    }

    /// The reports of each body.
    fn owed(&self, bodies: &mut Bodies<'_>) -> Map<String, Tally> {
        let mut owed: Map<String, Tally> = Map::new();
        for (agency, standing) in self.judged() {
            owed.or_default(key(&bodies.one(agency)).to_owned()).add(standing);
        }
        owed
    }

    fn written(&self, card: Card, reports: Tally) -> Scorecard {
        let Card { by, key, role, name, rank, indicators, tasks } = card;
        let of: Vec<&AssessedIndicator> =
            indicators.iter().filter_map(|at| self.indicators.get(*at)).collect();
        Scorecard {
            by,
            key,
            role,
            name,
            rank,
            indicators: indicator_counts(&of, self.has_data),
            milestones: self.milestones(&of),
            tasks: tasks.written(),
            reports,
        }
    }

    fn milestones(&self, indicators: &[&AssessedIndicator]) -> Vec<MilestoneCounts> {
        let counts = |year: &i32| {
            let passed = year_end(*year).is_some_and(|end| end < self.today);
            let verdicts = indicators.iter().filter_map(|indicator| {
                if passed {
                    let of_year = indicator.passed.iter().find(|passed| passed.year == *year)?;
                    Some(of_year.verdict)
                        .filter(|verdict| *verdict != Verdict::Undetermined(Reason::NoTarget))
                } else {
                    let decides = indicator.milestone == Some(*year) && is_asked(indicator);
                    decides.then_some(indicator.comparison.verdict)
                }
            });
            let mut of = MilestoneCounts { year: *year, passed, met: 0, not_met: 0, undetermined: 0 };
            verdicts.for_each(|verdict| match verdict {
                Verdict::Met => of.met += 1,
                Verdict::NotMet => of.not_met += 1,
                Verdict::Undetermined(_) => of.undetermined += 1,
            });
            of
        };
        self.plan.milestones.iter().map(counts).collect()
    }
}

/// Whether anything is asked of an indicator.
fn is_asked(indicator: &AssessedIndicator) -> bool {
    indicator.standing != IndicatorStanding::NotAsked && indicator.reason != Some(Reason::NoTarget)
}

/// Indicators, counted.
pub(super) fn indicator_counts(
    indicators: &[&AssessedIndicator],
    has_data: &dyn Fn(&str) -> bool,
) -> IndicatorCounts {
    let mut of = IndicatorCounts::default();
    let (mut counts, mut met): (Map<IndicatorStanding, u32>, u32) = (Map::new(), 0);
    for indicator in indicators {
        *counts.or_default(indicator.standing) += 1;
        if !is_asked(indicator) {
            continue;
        }
        of.asked += 1;
        let verdict = indicator.comparison.verdict;
        met += u32::from(verdict == Verdict::Met);
        of.judged += u32::from(matches!(verdict, Verdict::Met | Verdict::NotMet));
        let waits = indicator.standing == IndicatorStanding::Undetermined
            && matches!(indicator.reason, Some(Reason::NoValue | Reason::NeedsJudgement));
        if !waits && has_data(&indicator.code) {
            of.with_data += 1;
        } else {
            of.unmeasured.push(indicator.code.clone());
        }
    }
    let counts = counts.into_sorted().into_iter();
    of.counts = counts.map(|(standing, count)| IndicatorCount { standing, count }).collect();
    of.met = Fixed::percent(met, of.judged);
    of.coverage = Fixed::percent(of.with_data, of.asked);
    of
}

/// A card while it is filled.
struct Card {
    by: ScorecardBy,
    key: String,
    role: Option<ScorecardRole>,
    name: Option<Arc<str>>,
    rank: Option<u32>,
    /// The places of its indicators.
    indicators: Vec<usize>,
    tasks: Tasks,
}

impl Card {
    fn new(by: ScorecardBy, key: &str, name: Option<&str>) -> Card {
        let (key, name) = (key.to_owned(), name.map(Arc::from));
        Card { by, key, role: None, name, rank: None, indicators: Vec::new(), tasks: Tasks::default() }
    }

    fn of_body(by: ScorecardBy, role: Option<ScorecardRole>, body: &Body) -> Card {
        Card { role, name: Some(Arc::clone(&body.name)), ..Card::new(by, key(body), None) }
    }
}

/// Cards of one sort, by their keys; they stand in the order in which they were first met.
#[derive(Default)]
struct Cards(Map<String, Card>);

impl Cards {
    fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The card of a key, made where there is none.
    fn of(&mut self, key: &str, make: impl FnOnce() -> Card) -> &mut Card {
        self.0.or_insert_with(key.to_owned(), make)
    }

    fn into_met(self) -> impl Iterator<Item = Card> {
        self.0.into_met().into_iter().map(|(_, card)| card)
    }
}

/// Tasks while they are counted.
#[derive(Default)]
struct Tasks {
    counts: Map<TaskStanding, u32>,
    done: u32,
    overdue: u32,
    open: u32,
    due_soon: u32,
}

impl Tasks {
    /// Counts a task as a whole.
    fn whole(&mut self, task: &AssessedTask) {
        self.add(task.standing, task.completion, &task.flags);
    }

    /// Counts a task or a part of one.
    fn add(&mut self, standing: TaskStanding, completion: Option<TaskStanding>, flags: &[TaskFlag]) {
        use TaskStanding::{InProgress, NotBegunPeriod, NotStarted, Overdue};
        self.show(standing);
        self.done += u32::from(completion.is_some());
        self.overdue += u32::from(standing == Overdue);
        self.open += u32::from(matches!(standing, InProgress | NotStarted | NotBegunPeriod));
        self.due_soon += u32::from(flags.contains(&TaskFlag::DueSoon));
    }

    /// Counts a standing that enters no rate.
    fn show(&mut self, standing: TaskStanding) {
        *self.counts.or_default(standing) += 1;
    }

    /// Of how many tasks the day has come, or that were done before.
    fn due(&self) -> u32 {
        self.done + self.overdue
    }

    fn written(self) -> TaskCounts {
        let (due, counted) = (self.due(), self.due() + self.open);
        let counts = self.counts.into_sorted().into_iter();
        TaskCounts {
            counts: counts.map(|(standing, count)| TaskCount { standing, count }).collect(),
            done: self.done,
            overdue: self.overdue,
            counted,
            done_of_due: Fixed::percent(self.done, due),
            done_of_all: Fixed::percent(self.done, counted),
            due_soon: self.due_soon,
        }
    }
}
