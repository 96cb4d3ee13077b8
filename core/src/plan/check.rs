//! What a plan must hold beyond its shape: codes that are codes and name something, years in range and order, texts
//! within the limits.

use super::shape::PLAN;
use super::{Indicator, Lineage, Plan};
use crate::codes::{Cycle, ErrorCode};
use crate::error::{Error, Errors};
use crate::json::{self, Keys, Reading};
use crate::limits::Limits;
use crate::regime::{Regime, Rule};
use crate::sorted::Set;
use crate::words::{Phrase, expected};

/// Characters of a code.
const CODE_CHARS: usize = 32;
/// Months after a period in which its report may still fall due.
const MONTHS_AFTER: u32 = 12;
/// Days of a week and of the one after, in which its report may still fall due.
const WEEKDAYS: u32 = 14;

/// Where codes of indicators stand, and where all they were published under.
const OWN_CODES: &[&str] = &["indicators[].code"];
const CODES: &[&str] = &["indicators[].code", "indicators[].otherCodes"];

/// How a plan's file is read.
pub(super) const READING: Reading<Plan> = Reading {
    shape: &PLAN,
    bytes: |limits| limits.json_bytes,
    check: |plan, limits, errors| {
        let milestones = plan.milestones.iter().copied().collect();
        Check { plan, limits, milestones, errors }.contents();
    },
    rests_on: &[
        ("indicators[].parent", OWN_CODES),
        ("indicators[].targets[].year", &["milestones"]),
        ("body[].indicator", CODES),
        ("derives.indicators[].child", CODES),
        ("derives.tasks[].child", &["tasks[].number"]),
        ("tasks[].pillar", &["pillars[].code"]),
        ("regime.rules[].due", &["regime.rules[].cycle"]),
        ("regime.rules[].cutoff", &["regime.rules[].cycle"]),
        ("regime.rules[].halves", &["regime.rules[].cycle"]),
        ("regime.rules[].on", &["regime.rules[].cycle"]),
        ("regime.rules[].weekday", &["regime.rules[].cycle"]),
        ("regime.rules[].before", &["regime.rules[].cycle"]),
    ],
};

impl Plan {
    /// What is wrong with the contents of a plan built or changed in memory: its codes, references, texts, dates and
    /// years. Reading a file checks these too, and beside them the file's size.
    ///
    /// The errors come all at once, the first [`Limits::errors`] of them, in the order of the plan's fields.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Plan};
    /// let mut plan = Plan::builtin("tien-giang-69")?;
    /// plan.tasks[1].number = 1;
    /// plan.indicators[0].code = "1 a".to_owned();
    /// let error = plan.check(&Limits::default()).unwrap_err();
    /// assert_eq!(error.code, ErrorCode::BadCode);
    /// assert!(error.others.iter().any(|other| other.code == ErrorCode::DuplicateCode));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn check(&self, limits: &Limits) -> Result<(), Error> {
        json::check(self, limits, &READING)
    }
}

/// A plan under examination.
struct Check<'p> {
    plan: &'p Plan,
    limits: &'p Limits,
    /// The milestones, which may be out of order.
    milestones: Set<i32>,
    errors: &'p mut Errors,
}

impl<'p> Check<'p> {
    fn error(&mut self, code: ErrorCode, path: impl FnOnce() -> String, expected: impl FnOnce() -> Phrase) {
        // Paths and words are made for errors that are told only.
        if !self.errors.is_full() {
            self.errors.push(Error::new(code, path(), expected()));
        }
    }

    fn contents(&mut self) {
        let plan = self.plan;
        if plan.id.is_empty() {
            self.error(ErrorCode::BadValue, || "id".to_owned(), expected::id);
        }
        if !plan.milestones.is_sorted_by(|a, b| a < b) {
            self.error(ErrorCode::BadValue, || "milestones".to_owned(), expected::years_in_order);
        }
        let marks = keys(&plan.footnotes, |footnote| footnote.mark.as_str());
        self.again(&marks, |at| format!("footnotes[{at}].mark"), expected::own_mark);
        drop(marks);
        let codes = keys(&plan.indicators, |indicator| indicator.code.as_str());
        self.again(&codes, |at| format!("indicators[{at}].code"), expected::own_code);
        self.indicators(&codes);
        let published = published(plan);
        self.published(&codes, &published);
        let is_indicator = |code: &'p str| codes.find(&code).is_some() || published.find(&code).is_some();
        for (at, statement) in plan.body.iter().enumerate() {
            if !is_indicator(&statement.indicator) {
                self.error(
                    ErrorCode::UnknownCode,
                    || format!("body[{at}].indicator"),
                    expected::an_indicator,
                );
            }
        }
        if let Some(lineage) = &plan.derives {
            self.lineage(lineage, is_indicator);
        }
        drop((codes, published));
        self.tasks();
        if let Some(regime) = &plan.regime {
            self.regime(regime);
        }
    }

    fn indicators(&mut self, codes: &Keys<u32, impl Fn(u32) -> &'p str>) {
        let plan = self.plan;
        // How many rows stand above each.
        let mut above: Vec<u32> = Vec::with_capacity(plan.indicators.len());
        let most = u32::try_from(self.limits.chain).unwrap_or(u32::MAX);
        for (at, indicator) in plan.indicators.iter().enumerate() {
            if !is_code(&indicator.code) {
                self.error(ErrorCode::BadCode, || format!("indicators[{at}].code"), bad_code);
            }
            let mut own = 0;
            if let Some(parent) = &indicator.parent {
                let path = || format!("indicators[{at}].parent");
                // A parent stands above its rows, so no chain of parents can close.
                let parent = codes.find(&parent.as_str()).and_then(|parent| usize::try_from(parent).ok());
                match parent.and_then(|parent| above.get(parent)) {
                    Some(parents) => own = parents.saturating_add(1),
                    None => self.error(ErrorCode::UnknownCode, path, expected::an_indicator_before),
                }
                // Of rows below one another the first that is too low is told.
                if own.checked_sub(1) == Some(most) {
                    self.error(ErrorCode::TooMany, path, || expected::at_most_ancestors(most));
                }
            }
            above.push(own);
            self.cells(at, indicator);
        }
    }

    fn cells(&mut self, at: usize, indicator: &Indicator) {
        for (cell_at, cell) in indicator.targets.iter().enumerate() {
            if !self.milestones.contains(&cell.year) {
                let path = || format!("indicators[{at}].targets[{cell_at}].year");
                self.error(ErrorCode::UnknownCode, path, expected::a_milestone);
            }
        }
        if !indicator.targets.is_sorted_by(|a, b| a.year < b.year) {
            let path = || format!("indicators[{at}].targets");
            self.error(ErrorCode::BadValue, path, expected::cells_in_order);
        }
    }

    /// A row's other codes are codes, and no other row's.
    fn published(
        &mut self,
        codes: &Keys<u32, impl Fn(u32) -> &'p str>,
        published: &Keys<(u32, u32), impl Fn((u32, u32)) -> &'p str>,
    ) {
        let again = published.again();
        for (at, indicator) in (0..).zip(&self.plan.indicators) {
            for (other_at, other) in (0..).zip(&indicator.other_codes) {
                let path = || format!("indicators[{at}].otherCodes[{other_at}].code");
                if !is_code(&other.code) {
                    self.error(ErrorCode::BadCode, path, bad_code);
                } else if codes.find(&other.code.as_str()).is_some()
                    || again.binary_search(&(at, other_at)).is_ok()
                {
                    self.error(ErrorCode::DuplicateCode, path, expected::own_code);
                }
            }
        }
    }

    fn tasks(&mut self) {
        let plan = self.plan;
        let pillars = keys(&plan.pillars, |pillar| pillar.code.as_str());
        self.again(&pillars, |at| format!("pillars[{at}].code"), expected::own_code);
        for (at, pillar) in plan.pillars.iter().enumerate() {
            self.short_code(&pillar.code, || format!("pillars[{at}].code"));
        }
        let numbers = keys(&plan.tasks, |task| task.number);
        self.again(&numbers, |at| format!("tasks[{at}].number"), expected::own_number);
        for (at, task) in plan.tasks.iter().enumerate() {
            if task.number == 0 {
                let path = || format!("tasks[{at}].number");
                self.error(ErrorCode::BadValue, path, || expected::whole_from_to(1, u32::MAX));
            }
            if task.pillar.as_deref().is_some_and(|pillar| pillars.find(&pillar).is_none()) {
                self.error(ErrorCode::UnknownCode, || format!("tasks[{at}].pillar"), expected::a_pillar);
            }
            let items = keys(&task.items, |item| item.number);
            self.again(&items, |item| format!("tasks[{at}].items[{item}].number"), expected::own_number);
        }
        for (at, link) in plan.derives.iter().flat_map(|lineage| &lineage.tasks).enumerate() {
            if !link.child.parse().is_ok_and(|number| numbers.find(&number).is_some()) {
                self.error(ErrorCode::UnknownCode, || format!("derives.tasks[{at}].child"), expected::a_task);
            }
        }
    }

    /// What the lineage speaks of is in the plan.
    fn lineage(&mut self, lineage: &'p Lineage, is_indicator: impl Fn(&'p str) -> bool) {
        if lineage.plan.is_empty() {
            self.error(ErrorCode::BadValue, || "derives.plan".to_owned(), expected::id);
        }
        for (at, link) in lineage.indicators.iter().enumerate() {
            if !is_indicator(&link.child) {
                let path = || format!("derives.indicators[{at}].child");
                self.error(ErrorCode::UnknownCode, path, expected::an_indicator);
            }
        }
    }

    fn regime(&mut self, regime: &Regime) {
        let codes = keys(&regime.rules, |rule| rule.code.as_str());
        self.again(&codes, |at| format!("regime.rules[{at}].code"), expected::own_code);
        for (at, rule) in regime.rules.iter().enumerate() {
            self.short_code(&rule.code, || format!("regime.rules[{at}].code"));
            self.days(at, rule);
        }
    }

    fn days(&mut self, at: usize, rule: &Rule) {
        let due = rule.due.map(|due| ("due", due.day, due.month_of_period));
        let cutoff = rule.cutoff.map(|cutoff| ("cutoff", cutoff.day, cutoff.month_of_period));
        let path = |name: &str| format!("regime.rules[{at}].{name}");
        if rule.cycle == Cycle::Once && rule.on.is_none() {
            self.error(ErrorCode::BadValue, || path("on"), expected::date);
        }
        let of_another = [
            ("halves", rule.halves.is_some() && rule.cycle != Cycle::HalfYearly),
            ("on", rule.on.is_some() && rule.cycle != Cycle::Once),
            ("weekday", rule.weekday.is_some() && rule.cycle != Cycle::Weekly),
            ("before", rule.before && rule.on.is_none() && rule.weekday.is_none()),
        ];
        for (name, _) in of_another.into_iter().filter(|(_, is_wrong)| *is_wrong) {
            self.error(ErrorCode::BadValue, || path(name), expected::nothing_of_this_cycle);
        }
        if rule.weekday.is_some_and(|day| !(1..=WEEKDAYS).contains(&day)) {
            self.error(ErrorCode::BadValue, || path("weekday"), || expected::whole_from_to(1, WEEKDAYS));
        }
        for (name, day, month) in due.into_iter().chain(cutoff) {
            let months = rule.cycle.months().map_or(0, |months| months.saturating_add(MONTHS_AFTER));
            let path = || format!("regime.rules[{at}].{name}");
            if months == 0 {
                self.error(ErrorCode::BadValue, path, expected::no_day);
            } else if !(1..=31).contains(&day) || !(1..=months).contains(&month) {
                self.error(ErrorCode::BadValue, path, || expected::day_of_month_to(months));
            }
        }
    }

    fn short_code(&mut self, code: &str, path: impl FnOnce() -> String) {
        if code.is_empty() || code.chars().nth(CODE_CHARS).is_some() {
            self.error(ErrorCode::BadCode, path, || expected::short_code(CODE_CHARS));
        }
    }

    /// Tells each item whose key an item before it has.
    fn again<K: Ord>(
        &mut self,
        keys: &Keys<u32, impl Fn(u32) -> K>,
        path: impl Fn(u32) -> String,
        expected: fn() -> Phrase,
    ) {
        for at in keys.again() {
            self.error(ErrorCode::DuplicateCode, || path(at), expected);
        }
    }
}

/// The keys of a list's items.
fn keys<'p, T, K: Ord + Default>(list: &'p [T], key: impl Fn(&'p T) -> K) -> Keys<u32, impl Fn(u32) -> K> {
    let places = (0..).zip(list).map(|(at, _)| at);
    let item = |at: u32| usize::try_from(at).ok().and_then(|at| list.get(at));
    Keys::new(places, move |at| item(at).map_or_else(K::default, &key))
}

/// The codes that rows were published under beside their own, by row and place.
fn published<'p>(plan: &'p Plan) -> Keys<(u32, u32), impl Fn((u32, u32)) -> &'p str> {
    let rows = (0..).zip(&plan.indicators);
    let places = rows.flat_map(|(at, row)| (0..).zip(&row.other_codes).map(move |(other, _)| (at, other)));
    Keys::new(places, |(at, other)| {
        let row = usize::try_from(at).ok().and_then(|at| plan.indicators.get(at));
        let other = row.zip(usize::try_from(other).ok()).and_then(|(row, other)| row.other_codes.get(other));
        other.map_or("", |other| other.code.as_str())
    })
}

fn bad_code() -> Phrase {
    expected::indicator_code(CODE_CHARS)
}

/// Whether a text is an indicator's code.
fn is_code(code: &str) -> bool {
    code.chars().nth(CODE_CHARS).is_none()
        && code.split('.').all(|segment| !segment.is_empty() && segment.chars().all(char::is_alphanumeric))
}
