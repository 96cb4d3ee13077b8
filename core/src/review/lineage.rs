//! Lineage: which items of a lower plan derive from which of the upper one, and whether they do what it demands.
//!
//! Links are recorded in the lower plan's data, never taken from equal codes: 231's 51.3 is 42's 51.6. Where none is
//! recorded, [`suggest_links`](crate::suggest_links) offers some by name, marked as suggestions. A target from a scan that
//! nobody has checked is not comparable: no finding calls it weaker or stronger.

use std::rc::Rc;
use std::sync::Arc;

use super::once::Once;
use crate::agencies::Registry;
use crate::codes::{Derivation, ErrorCode, FindingCode, ItemKind, Strength};
use crate::error::Error;
use crate::finding::{Finding, LinkedItems, Place, Statement};
use crate::plan::{Indicator, Link, Plan, PlanView, Row, Task};
use crate::sorted::{Map, Set};
use crate::targets::compare_targets_by;
use crate::text::match_key;

/// Compares a plan with the upper plan it derives from, by its recorded links.
///
/// Findings come for indicators, then tasks, then the regime, each in the lower plan's order. Error: `unknown-plan`
/// where the plan records no derivation from `parent`.
///
/// ```
/// use tiendo::{FindingCode, Lang, Plan, Registry, compare_plans};
/// let (child, parent) = (Plan::builtin("tien-dien")?, Plan::builtin("ha-tinh-231")?);
/// let findings = compare_plans(&child.view(), &parent.view(), &Registry::builtin())?;
/// let later = findings.iter().find(|finding| finding.code == FindingCode::DeadlineLater).unwrap();
/// assert_eq!(
///     later.sentence(Lang::En),
///     "Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND."
/// );
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn compare_plans(
    child: &PlanView<'_>,
    parent: &PlanView<'_>,
    registry: &Registry,
) -> Result<Vec<Finding>, Error> {
    let (own, upper) = (child.plan(), parent.plan());
    let Some(lineage) = own.derives.as_ref().filter(|lineage| lineage.plan == upper.id) else {
        let vi = format!("mã của kế hoạch cấp trên của `{}`, không phải `{}`", own.id, upper.id);
        let en = format!("the id of the plan that `{}` derives from, not `{}`", own.id, upper.id);
        return Err(Error::new(ErrorCode::UnknownPlan, "derives.plan", (vi, en)));
    };
    let mut comparison = PlanComparison {
        child,
        parent,
        registry,
        ids: [own.id.as_str().into(), upper.id.as_str().into()],
        of: upper.number.as_deref().unwrap_or(&upper.id).into(),
        quotes: Once::new(),
        squeezed: Once::new(),
        keys: Once::new(),
        leads: Once::new(),
        bodies: Map::new(),
        findings: Vec::new(),
    };
    for link in &lineage.indicators {
        comparison.indicator(link);
    }
    comparison.unlinked(ItemKind::Indicator, &lineage.indicators);
    for link in &lineage.tasks {
        comparison.task(link);
    }
    comparison.unlinked(ItemKind::Task, &lineage.tasks);
    comparison.reports();
    Ok(comparison.findings)
}

/// The two plans and what was found so far.
struct PlanComparison<'v> {
    child: &'v PlanView<'v>,
    parent: &'v PlanView<'v>,
    registry: &'v Registry,
    ids: [Arc<str>; 2],
    /// The upper plan as sentences name it.
    of: Arc<str>,
    quotes: Once<'v, Arc<str>>,
    /// Deadline cells without spaces: `71/NQ- CP` and `71/NQ-CP` are one number.
    squeezed: Once<'v, Arc<str>>,
    /// The words that targets measure in, as they are matched.
    keys: Once<'v, Arc<str>>,
    /// The bodies that lead cells name, each by a number.
    leads: Once<'v, Rc<[u32]>>,
    bodies: Map<Arc<str>, u32>,
    findings: Vec<Finding>,
}

impl<'v> PlanComparison<'v> {
    fn places(&self, items: &LinkedItems) -> [Place; 2] {
        let [own, upper] = &self.ids;
        [Place::new(own, items.kind, &*items.own), Place::new(upper, items.kind, &*items.upper)]
    }

    fn add(&mut self, code: FindingCode, places: impl Into<Vec<Place>>, statement: Statement) {
        self.findings.push(Finding::new(code, places.into(), statement));
    }

    fn indicator(&mut self, link: &Link) {
        let (child, parent) = (self.child, self.parent);
        let (Some(own), Some(row)) = (child.indicator(&link.child), child.row(&link.child)) else { return };
        let upper = parent.indicator(&link.parent).zip(parent.row(&link.parent));
        let Some((upper, upper_row)) = upper else { return };
        let (own_code, upper_code) = (own.code.clone(), upper.code.clone());
        let of = Arc::clone(&self.of);
        let items = LinkedItems { kind: ItemKind::Indicator, own: own_code, upper: upper_code, of };
        self.targets(&items, (own, row), (upper, upper_row));
        self.scope_change(items, link.how);
    }

    fn targets(&mut self, items: &LinkedItems, own: (&Indicator, &'v Row), upper: (&Indicator, &'v Row)) {
        let ((own, row), (upper, upper_row)) = (own, upper);
        let (certain, upper_certain) = (own.certain_years(), upper.certain_years());
        let (mut equal, mut open) = (Vec::new(), Vec::new());
        for (&year, target) in &row.targets {
            let Some(asked) = upper_row.targets.get(&year) else { continue };
            let is_certain = certain.contains(&year) && upper_certain.contains(&year);
            let keys = &mut self.keys;
            let mut key = |words| keys.of(words, |words| match_key(words).into());
            let strength =
                compare_targets_by(target, asked, row.direction, |a, b| a == b || key(a) == key(b))
                    .filter(|_| is_certain && row.direction == upper_row.direction);
            let stronger = match strength {
                None if target.text.trim().is_empty() && asked.text.trim().is_empty() => continue,
                None => {
                    open.push(year);
                    continue;
                }
                Some(Strength::Equal) => {
                    equal.push(year);
                    continue;
                }
                Some(Strength::Weaker) => false,
                Some(Strength::Stronger) => true,
            };
            let places = self.places(items).map(|place| place.at(year));
            let (text, upper_text) = (self.quotes.shared(&target.text), self.quotes.shared(&asked.text));
            let items = items.clone();
            if stronger {
                let statement = Statement::TargetStronger { items, year, text, upper_text };
                self.add(FindingCode::TargetStronger, places, statement);
            } else {
                let statement = Statement::TargetWeaker { items, year, text, upper_text };
                self.add(FindingCode::TargetWeaker, places, statement);
            }
        }
        // One finding for all milestones of a pair at which the same holds.
        let places = |years: &[i32]| -> Vec<Place> {
            let pair = self.places(items);
            years.iter().flat_map(|year| pair.clone().map(|place| place.at(*year))).collect()
        };
        let (equal_places, open_places) = (places(&equal), places(&open));
        if !equal.is_empty() {
            let statement = Statement::TargetEqual { items: items.clone(), years: equal };
            self.add(FindingCode::TargetEqual, equal_places, statement);
        }
        if !open.is_empty() {
            let statement = Statement::TargetNotComparable { items: items.clone(), years: open };
            self.add(FindingCode::TargetNotComparable, open_places, statement);
        }
    }

    /// What a recorded link says of the two scopes, where they differ.
    fn scope_change(&mut self, items: LinkedItems, how: Derivation) {
        let places = self.places(&items);
        match how {
            Derivation::Widened => {
                self.add(FindingCode::MeasureWidened, places, Statement::MeasureWidened(items));
            }
            Derivation::Narrowed => {
                self.add(FindingCode::MeasureNarrowed, places, Statement::MeasureNarrowed(items));
            }
            Derivation::Same | Derivation::Localised | Derivation::Part => {}
        }
    }

    fn task(&mut self, link: &Link) {
        let (Ok(number), Ok(upper_number)) = (link.child.parse(), link.parent.parse()) else { return };
        let (child, parent) = (self.child, self.parent);
        let (Some(own), Some(upper)) = (child.task(number), parent.task(upper_number)) else { return };
        let items = LinkedItems {
            kind: ItemKind::Task,
            own: own.number.to_string(),
            upper: upper.number.to_string(),
            of: Arc::clone(&self.of),
        };
        self.deadlines(&items, own, upper);
        // A commune's offices are never the province's: leads are compared within one level only.
        if child.plan().level == parent.plan().level && self.leads_of(&own.lead) != self.leads_of(&upper.lead)
        {
            let (text, upper_text) = (self.quotes.shared(&own.lead), self.quotes.shared(&upper.lead));
            let places = self.places(&items);
            let statement = Statement::LeadChanged { items: items.clone(), text, upper_text };
            self.add(FindingCode::LeadChanged, places, statement);
        }
        self.scope_change(items, link.how);
    }

    fn deadlines(&mut self, items: &LinkedItems, own: &'v Task, upper: &'v Task) {
        let deadlines = self.child.deadline(own.number).zip(self.parent.deadline(upper.number));
        let Some((deadline, allowed)) = deadlines else { return };
        match (deadline.due, allowed.due) {
            (Some(due), Some(limit)) if due != limit => {
                let later = due > limit;
                let code = if later { FindingCode::DeadlineLater } else { FindingCode::DeadlineEarlier };
                let tasks = (own.number, upper.number);
                let statement =
                    Statement::DeadlineMoved { tasks, due: (due, limit), of: Arc::clone(&self.of) };
                self.add(code, self.places(items), statement);
            }
            (Some(_), Some(_)) => {}
            _ if self.squeezed(&own.deadline) != self.squeezed(&upper.deadline)
                && !deadline.means_the_same(allowed) =>
            {
                let (text, upper_text) =
                    (self.quotes.shared(&own.deadline), self.quotes.shared(&upper.deadline));
                let statement = Statement::DeadlineChanged { items: items.clone(), text, upper_text };
                self.add(FindingCode::DeadlineChanged, self.places(items), statement);
            }
            _ => {}
        }
    }

    fn squeezed(&mut self, cell: &'v str) -> Arc<str> {
        self.squeezed.of(cell, |cell| match_key(cell).split(' ').collect::<String>().into())
    }

    /// The bodies a cell names, each once.
    fn leads_of(&mut self, cell: &'v str) -> Rc<[u32]> {
        let (registry, bodies) = (self.registry, &mut self.bodies);
        self.leads.of(cell, |cell| {
            let parts = registry.split_cell(cell).agencies.into_iter();
            let named = parts.map(|part| part.id.map_or(part.name, Arc::from));
            let number = |name| {
                let next = u32::try_from(bodies.len()).unwrap_or(u32::MAX);
                *bodies.or_insert(name, next)
            };
            named.map(number).collect::<Set<u32>>().into_sorted().collect()
        })
    }

    /// Items on either side that no link names.
    fn unlinked(&mut self, kind: ItemKind, links: &[Link]) {
        let codes = |plan: &Plan| -> Vec<String> {
            match kind {
                ItemKind::Task => plan.tasks.iter().map(|task| task.number.to_string()).collect(),
                _ => plan.indicators.iter().map(|indicator| indicator.code.clone()).collect(),
            }
        };
        let (own, upper) = (codes(self.child.plan()), codes(self.parent.plan()));
        // An upper plan without a list of its own asks for nothing there, and a lower one without promises nothing new.
        if own.is_empty() || upper.is_empty() {
            return;
        }
        let without = |id: &Arc<str>, codes: Vec<String>, linked: Set<&str>| -> Vec<Place> {
            let free = codes.into_iter().filter(|code| !linked.contains(code.as_str()));
            free.map(|code| Place::new(id, kind, code)).collect()
        };
        let [id, upper_id] = &self.ids;
        let missing = without(upper_id, upper, links.iter().map(|link| link.parent.as_str()).collect());
        let new = without(id, own, links.iter().map(|link| link.child.as_str()).collect());
        let of = Arc::clone(&self.of);
        if !missing.is_empty() {
            let statement = Statement::ItemsMissing { kind, of: Arc::clone(&of) };
            self.add(FindingCode::ItemMissing, missing, statement);
        }
        if !new.is_empty() {
            self.add(FindingCode::ItemNew, new, Statement::ItemsNew { kind, of });
        }
    }

    /// Reports of one cycle: the lower plan's must not fall due after the upper plan's.
    fn reports(&mut self) {
        let (child, parent) = (self.child.plan(), self.parent.plan());
        let (Some(own), Some(upper)) = (&child.regime, &parent.regime) else { return };
        let mut limits = Map::new();
        for rule in &upper.rules {
            if let Some(due) = rule.due {
                limits.or_insert(rule.cycle, (rule, due));
            }
        }
        for rule in &own.rules {
            let Some((due, (limit, allowed))) = rule.due.zip(limits.get(&rule.cycle).copied()) else {
                continue;
            };
            if due.last_timely() > allowed.last_timely() {
                let [id, upper_id] = &self.ids;
                let places = [
                    Place::new(id, ItemKind::Rule, &*rule.code),
                    Place::new(upper_id, ItemKind::Rule, &*limit.code),
                ];
                let (text, upper_text) = (self.quotes.shared(&rule.text), self.quotes.shared(&limit.text));
                let statement = Statement::ReportLater { text, upper_text, of: Arc::clone(&self.of) };
                self.add(FindingCode::ReportLater, places, statement);
            }
        }
    }
}

impl Indicator {
    /// The milestones whose cells were published or checked, and do not rest on a scan alone.
    pub(super) fn certain_years(&self) -> Set<i32> {
        self.targets.iter().filter(|cell| cell.source.is_certain()).map(|cell| cell.year).collect()
    }
}
