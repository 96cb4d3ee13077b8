//! The view of a plan: its rows and deadlines read once, what is inherited resolved, what is looked up indexed.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::footnotes::Footnotes;
use super::{Indicator, Plan, Row, Task};
use crate::deadlines::Deadline;
use crate::limits::Limits;
use crate::sorted::Map;

/// A plan with everything its rules ask of it at hand: rows and deadlines, each read once, when first asked for; leads
/// inherited; footnotes, codes and numbers indexed.
///
/// What works on a plan works on its view: [`lint`](crate::lint), [`compare_plans`](crate::compare_plans),
/// [`suggest_links`](crate::suggest_links). Making one takes time in proportion to the plan's rows and tasks, and each look
/// into it none that grows with the plan.
///
/// A row without a lead has that of its nearest ancestor with one, however far above it stands. In a plan built in memory
/// that nobody has [checked](Plan::check), rows that are one another's ancestors have no lead, a parent that is no row is
/// none, and of two items with one code or number the first is found.
///
/// ```
/// use tiendo::{DecidedBy, Direction, Plan};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let view = plan.view();
/// let row = view.row("8").unwrap();
/// assert_eq!((row.direction, row.decided_by), (Direction::LowerIsBetter, DecidedBy::Operator));
/// assert_eq!(view.deadline(4).unwrap().due.unwrap().to_string(), "2025-06-30");
/// # Ok::<(), tiendo::Error>(())
/// ```
pub struct PlanView<'p> {
    plan: &'p Plan,
    limits: Limits,
    /// Each code's place in the list of indicators: their own codes and those they were published under.
    codes: Map<&'p str, usize>,
    /// Each number's place in the list of tasks.
    numbers: Map<u32, usize>,
    /// For each row the place of the one whose lead cell it has.
    leads: Vec<usize>,
    footnotes: Footnotes<'p>,
    rows: Vec<OnceLock<Row>>,
    deadlines: Vec<OnceLock<Deadline>>,
}

impl Plan {
    /// The plan's view, within the default [`Limits`].
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert_eq!(plan.view().row("61").unwrap().targets[&2025].proxy.as_deref(), Some("60"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn view(&self) -> PlanView<'_> {
        self.view_with(&Limits::default())
    }

    /// The plan's view; what works on it keeps to limits of the caller's.
    ///
    /// ```
    /// use tiendo::{FindingCode, Limits, Plan, Registry, lint};
    /// let plan = Plan::builtin("ha-tinh-42-ctr-tu")?;
    /// let limits = Limits { pairs: 1, ..Limits::default() };
    /// let findings = lint(&plan.view_with(&limits), &Registry::builtin());
    /// assert!(findings.iter().any(|finding| finding.code == FindingCode::LimitReached));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn view_with(&self, limits: &Limits) -> PlanView<'_> {
        let mut codes = Map::new();
        for (at, indicator) in self.indicators.iter().enumerate() {
            for code in indicator.codes() {
                codes.or_insert(code, at);
            }
        }
        let mut numbers = Map::new();
        for (at, task) in self.tasks.iter().enumerate() {
            numbers.or_insert(task.number, at);
        }
        PlanView {
            plan: self,
            limits: limits.clone(),
            leads: rows_of_leads(&self.indicators, &codes),
            codes,
            numbers,
            footnotes: Footnotes::new(self),
            rows: self.indicators.iter().map(|_| OnceLock::new()).collect(),
            deadlines: self.tasks.iter().map(|_| OnceLock::new()).collect(),
        }
    }
}

impl<'p> PlanView<'p> {
    /// The plan it is a view of.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert_eq!(plan.view().plan(), &plan);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn plan(&self) -> &'p Plan {
        self.plan
    }

    /// Every indicator with its row, in the plan's order.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("tien-dien")?;
    /// assert_eq!(plan.view().rows().count(), 19);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn rows(&self) -> impl Iterator<Item = (&'p Indicator, &Row)> {
        self.plan
            .indicators
            .iter()
            .zip(&self.rows)
            .enumerate()
            .map(|(at, (indicator, row))| (indicator, row.get_or_init(|| self.read(at, indicator))))
    }

    /// Every row, in the plan's order, for who keeps them longer than the view.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("tien-dien")?;
    /// assert_eq!(plan.view().into_rows().len(), 19);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn into_rows(self) -> Vec<Row> {
        self.rows().for_each(drop);
        self.rows.into_iter().filter_map(OnceLock::into_inner).collect()
    }

    /// The row of the indicator with a code: its own, or one it was published under at another milestone.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert_eq!(plan.view().row("54").unwrap().targets[&2025].text, "≥ 70%.");
    /// assert!(plan.view().row("51.7").is_none());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn row(&self, code: &str) -> Option<&Row> {
        self.row_at(*self.codes.get(code)?)
    }

    /// The indicator with a code: its own, or one it was published under at another milestone.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("tien-giang-69")?;
    /// assert_eq!(plan.view().indicator("27").unwrap().code, "3");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn indicator(&self, code: &str) -> Option<&'p Indicator> {
        self.plan.indicators.get(*self.codes.get(code)?)
    }

    /// The task with a number.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert_eq!(plan.view().task(123).unwrap().deadline, "Thường xuyên");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn task(&self, number: u32) -> Option<&'p Task> {
        self.plan.tasks.get(*self.numbers.get(&number)?)
    }

    /// The deadline of the task with a number.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert_eq!(plan.view().deadline(24).unwrap().due.unwrap().to_string(), "2025-12-31");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn deadline(&self, number: u32) -> Option<&Deadline> {
        let at = *self.numbers.get(&number)?;
        let (task, deadline) = (self.plan.tasks.get(at)?, self.deadlines.get(at)?);
        Some(deadline.get_or_init(|| task.read_deadline()))
    }

    /// Every task with its deadline, in the plan's order.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert!(plan.view().deadlines().all(|(_, deadline)| deadline.recognised));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn deadlines(&self) -> impl Iterator<Item = (&'p Task, &Deadline)> {
        let tasks = self.plan.tasks.iter().zip(&self.deadlines);
        tasks.map(|(task, deadline)| (task, deadline.get_or_init(|| task.read_deadline())))
    }

    /// The limits that what works on the view keeps to.
    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The indicator whose lead cell a row has, by their places in the plan.
    pub(crate) fn lead_of(&self, at: usize) -> usize {
        self.leads.get(at).copied().unwrap_or(at)
    }

    fn row_at(&self, at: usize) -> Option<&Row> {
        let (indicator, row) = (self.plan.indicators.get(at)?, self.rows.get(at)?);
        Some(row.get_or_init(|| self.read(at, indicator)))
    }

    fn read(&self, at: usize, indicator: &Indicator) -> Row {
        let from = self.lead_of(at);
        // What is inherited is held once, by the row it stands in.
        let inherited = if from == at { None } else { self.row_at(from).map(|row| Arc::clone(&row.lead)) };
        Row::read(indicator, &self.footnotes, inherited)
    }
}

impl fmt::Debug for PlanView<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlanView").field("plan", self.plan).finish_non_exhaustive()
    }
}

/// For each row the place of the one whose lead cell it has: itself, the nearest ancestor with one, or itself again where
/// none has.
fn rows_of_leads(indicators: &[Indicator], codes: &Map<&str, usize>) -> Vec<usize> {
    // What is known of each row that was met; a row that is met again on its own way up has no lead.
    let mut leads: Vec<Option<Option<usize>>> = vec![None; indicators.len()];
    let mut way: Vec<usize> = Vec::new();
    for start in 0..indicators.len() {
        let mut next = Some(start);
        let mut found = None;
        while let Some(at) = next {
            let (Some(indicator), Some(lead)) = (indicators.get(at), leads.get_mut(at)) else { break };
            if let Some(known) = lead {
                found = *known;
                break;
            }
            *lead = Some(None);
            way.push(at);
            if !indicator.lead.trim().is_empty() {
                found = Some(at);
                break;
            }
            next = indicator.parent.as_deref().and_then(|parent| codes.get(parent).copied());
        }
        for at in way.drain(..) {
            leads.get_mut(at).into_iter().for_each(|lead| *lead = Some(found));
        }
    }
    leads.into_iter().enumerate().map(|(at, lead)| lead.flatten().unwrap_or(at)).collect()
}

#[cfg(test)]
mod tests;
