//! Lineage: which items of a lower plan derive from which of the upper one, and whether they do what it demands.
//!
//! Links are recorded in the lower plan's data, never taken from equal codes: 231's 51.3 is 42's 51.6. Where none is
//! recorded, [`suggest_links`] offers some by name, marked as suggestions. A target from a scan that nobody has checked
//! is not comparable: no finding calls it weaker or stronger.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::agencies::Registry;
use crate::codes::{Derivation, ErrorCode, FindingCode, ItemKind, Lang, Strength};
use crate::error::Error;
use crate::finding::{Finding, Place, listed};
use crate::plan::{Indicator, Link, Plan, Task};
use crate::targets::compare_targets;
use crate::text::match_key;
use crate::text::name_words;

/// A link that nobody has recorded: the names share most of their words.
///
/// ```
/// use tiendo::{Plan, suggest_links};
/// let (child, parent) = (Plan::builtin("tien-giang-69")?, Plan::builtin("ha-tinh-231")?);
/// assert!(suggest_links(&child, &parent).iter().any(|link| (link.child.as_str(), link.parent.as_str()) == ("8", "50")));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SuggestedLink {
    /// An indicator or a task.
    pub kind: ItemKind,
    /// The code or number in the lower plan.
    pub child: String,
    /// The code or number in the upper plan.
    pub parent: String,
    /// Words both names have.
    pub shared: u32,
    /// Words of both names together.
    pub together: u32,
}

/// Compares a plan with the upper plan it derives from, by its recorded links.
///
/// Findings come for indicators, then tasks, then the regime, each in the lower plan's order. Error: `unknown-plan`
/// where the plan records no derivation from `parent`.
///
/// ```
/// use tiendo::{FindingCode, Plan, Registry, compare_plans};
/// let (child, parent) = (Plan::builtin("tien-dien")?, Plan::builtin("ha-tinh-231")?);
/// let findings = compare_plans(&child, &parent, &Registry::builtin())?;
/// let later = findings.iter().find(|finding| finding.code == FindingCode::DeadlineLater).unwrap();
/// assert_eq!(later.en, "Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND.");
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn compare_plans(child: &Plan, parent: &Plan, registry: &Registry) -> Result<Vec<Finding>, Error> {
    let Some(lineage) = child.derives.as_ref().filter(|lineage| lineage.plan == parent.id) else {
        let expected = format!("the id of the plan that `{}` derives from, not `{}`", child.id, parent.id);
        return Err(Error::new(ErrorCode::UnknownPlan, "derives.plan", expected));
    };
    let mut comparison = PlanComparison { child, parent, registry, findings: Vec::new() };
    for link in &lineage.indicators {
        if let (Some(own), Some(upper)) = (child.indicator(&link.child), parent.indicator(&link.parent)) {
            comparison.indicator(own, upper, link.how);
        }
    }
    comparison.unlinked(ItemKind::Indicator, &lineage.indicators);
    for link in &lineage.tasks {
        let numbered = |plan: &'_ Plan, number: &str| number.parse().ok().and_then(|n| plan.task(n).cloned());
        if let (Some(own), Some(upper)) = (numbered(child, &link.child), numbered(parent, &link.parent)) {
            comparison.task(&own, &upper, link.how);
        }
    }
    comparison.unlinked(ItemKind::Task, &lineage.tasks);
    comparison.reports();
    Ok(comparison.findings)
}

/// Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
///
/// ```
/// use tiendo::{Plan, suggest_links};
/// let (child, parent) = (Plan::builtin("tien-dien")?, Plan::builtin("ha-tinh-231")?);
/// // What is recorded is not suggested again.
/// assert!(suggest_links(&child, &parent).iter().all(|link| link.child != "13"));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn suggest_links(child: &Plan, parent: &Plan) -> Vec<SuggestedLink> {
    let lineage = child.derives.as_ref().filter(|lineage| lineage.plan == parent.id);
    let recorded = |links: Option<&Vec<Link>>| -> BTreeSet<String> {
        links.into_iter().flatten().map(|link| link.child.clone()).collect()
    };
    let indicators =
        |plan: &Plan| plan.indicators.iter().map(|i| (i.code.clone(), name_words(&i.name))).collect();
    let tasks =
        |plan: &Plan| plan.tasks.iter().map(|t| (t.number.to_string(), name_words(&t.title))).collect();
    let mut links = suggest(
        ItemKind::Indicator,
        indicators(child),
        &indicators(parent),
        &recorded(lineage.map(|lineage| &lineage.indicators)),
    );
    links.extend(suggest(
        ItemKind::Task,
        tasks(child),
        &tasks(parent),
        &recorded(lineage.map(|lineage| &lineage.tasks)),
    ));
    links
}

type Named = Vec<(String, BTreeSet<String>)>;

fn suggest(kind: ItemKind, own: Named, upper: &Named, recorded: &BTreeSet<String>) -> Vec<SuggestedLink> {
    // Every pair is looked at: beyond this, names would be compared for minutes.
    const MOST_PAIRS: usize = 4_000_000;
    if own.len().saturating_mul(upper.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let best = |words: &BTreeSet<String>| {
        let likeness = |(code, other): &(String, BTreeSet<String>)| {
            let shared = words.intersection(other).count();
            (code.clone(), shared, words.len() + other.len() - shared)
        };
        let candidates =
            upper.iter().map(likeness).filter(|(_, shared, together)| shared * 100 >= together * 60);
        // Shares are compared by cross-multiplication; the first of equals stays.
        candidates.reduce(|best, next| if next.1 * best.2 > best.1 * next.2 { next } else { best })
    };
    own.into_iter()
        .filter(|(code, _)| !recorded.contains(code))
        .filter_map(|(child, words)| {
            let (parent, shared, together) = best(&words)?;
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            Some(SuggestedLink { kind, child, parent, shared: count(shared), together: count(together) })
        })
        .collect()
}

/// The two plans and what was found so far.
struct PlanComparison<'p> {
    child: &'p Plan,
    parent: &'p Plan,
    registry: &'p Registry,
    findings: Vec<Finding>,
}

impl PlanComparison<'_> {
    fn places(&self, kind: ItemKind, own: &str, upper: &str) -> [Place; 2] {
        [Place::new(&self.child.id, kind, own), Place::new(&self.parent.id, kind, upper)]
    }

    fn upper_name(&self) -> &str {
        self.parent.number.as_deref().unwrap_or(&self.parent.id)
    }

    fn indicator(&mut self, own: &Indicator, upper: &Indicator, how: Derivation) {
        let [place, upper_place] = self.places(ItemKind::Indicator, &own.code, &upper.code);
        let (view, upper_view) = (self.child.view(), self.parent.view());
        let (Some(row), Some(upper_row)) = (view.row(&own.code), upper_view.row(&upper.code)) else { return };
        let of = self.upper_name().to_owned();
        let mut equal = Vec::new();
        let mut open = Vec::new();
        for (year, target) in &row.targets {
            let Some(asked) = upper_row.targets.get(year) else { continue };
            let places = [place.clone().at(*year), upper_place.clone().at(*year)];
            let certain = own.is_certain(*year) && upper.is_certain(*year);
            let strength = compare_targets(target, asked, row.direction)
                .filter(|_| certain && row.direction == upper_row.direction);
            let (code, vi, en) = match strength {
                None if target.text.trim().is_empty() && asked.text.trim().is_empty() => continue,
                None => {
                    open.extend(places);
                    continue;
                }
                Some(Strength::Equal) => {
                    equal.extend(places);
                    continue;
                }
                Some(Strength::Weaker) => (FindingCode::TargetWeaker, "đặt yêu cầu nhẹ hơn", "weaker than"),
                Some(Strength::Stronger) => {
                    (FindingCode::TargetStronger, "đặt yêu cầu cao hơn", "stronger than")
                }
            };
            let (own_text, upper_text) = (&target.text, &asked.text);
            let vi = format!(
                "Chỉ tiêu {} năm {year}: “{own_text}” {vi} “{upper_text}” ở chỉ tiêu {} của {of}.",
                own.code, upper.code
            );
            let en = format!(
                "Indicator {} in {year}: \"{own_text}\" is {en} the \"{upper_text}\" of indicator {} of {of}.",
                own.code, upper.code
            );
            self.findings.push(Finding::new(code, places.to_vec(), vi, en));
        }
        self.summary(FindingCode::TargetEqual, equal, own, upper, "yêu cầu như nhau", "the same is asked");
        self.summary(
            FindingCode::TargetNotComparable,
            open,
            own,
            upper,
            "không so sánh được",
            "not comparable",
        );
        let Some((code, vi, en)) = scope_change(how) else { return };
        let vi = format!("Chỉ tiêu {} {} phạm vi đo của chỉ tiêu {} của {of}.", own.code, vi, upper.code);
        let en = format!("Indicator {} {} the measure of indicator {} of {of}.", own.code, en, upper.code);
        self.findings.push(Finding::new(code, vec![place, upper_place], vi, en));
    }

    /// One finding for all milestones of a pair at which the same holds.
    fn summary(
        &mut self,
        code: FindingCode,
        places: Vec<Place>,
        own: &Indicator,
        upper: &Indicator,
        vi: &str,
        en: &str,
    ) {
        let own_places: Vec<Place> =
            places.iter().filter(|place| place.plan == self.child.id).cloned().collect();
        if own_places.is_empty() {
            return;
        }
        let years: Vec<String> =
            own_places.iter().filter_map(|place| place.year).map(|year| year.to_string()).collect();
        let (years, of) = (years.join(", "), self.upper_name());
        let vi = format!("Chỉ tiêu {} và chỉ tiêu {} của {of}, {years}: {vi}.", own.code, upper.code);
        let en = format!("Indicator {} and indicator {} of {of}, {years}: {en}.", own.code, upper.code);
        self.findings.push(Finding::new(code, places, vi, en));
    }

    fn task(&mut self, own: &Task, upper: &Task, how: Derivation) {
        let places = self.places(ItemKind::Task, &own.number.to_string(), &upper.number.to_string()).to_vec();
        let (deadline, allowed) = (own.read_deadline(), upper.read_deadline());
        let (n, m, of) = (own.number, upper.number, self.upper_name().to_owned());
        match (deadline.due, allowed.due) {
            (Some(due), Some(limit)) if due != limit => {
                let later = due > limit;
                let code = if later { FindingCode::DeadlineLater } else { FindingCode::DeadlineEarlier };
                let (vi, en) = if later { ("sau", "after") } else { ("trước", "before") };
                let (due_vi, limit_vi) = (Lang::Vi.date(due), Lang::Vi.date(limit));
                let vi =
                    format!("Nhiệm vụ {n} có hạn {due_vi}, {vi} hạn {limit_vi} của nhiệm vụ {m} thuộc {of}.");
                let en = format!("Task {n} is due {due}, {en} the {limit} of task {m} of {of}.");
                self.findings.push(Finding::new(code, places.clone(), vi, en));
            }
            _ if squeezed(&own.deadline) != squeezed(&upper.deadline)
                && !deadline.means_the_same(&allowed)
                && (deadline.due.is_none() || allowed.due.is_none()) =>
            {
                let vi = format!(
                    "Nhiệm vụ {n}: thời hạn “{}” khác loại với “{}” của nhiệm vụ {m} thuộc {of}.",
                    own.deadline, upper.deadline
                );
                let en = format!(
                    "Task {n}: the deadline \"{}\" is of another kind than the \"{}\" of task {m} of {of}.",
                    own.deadline, upper.deadline
                );
                self.findings.push(Finding::new(FindingCode::DeadlineChanged, places.clone(), vi, en));
            }
            _ => {}
        }
        // A commune's offices are never the province's: leads are compared within one level only.
        let leads = |cell: &str| -> BTreeSet<String> {
            self.registry
                .split_cell(cell)
                .agencies
                .into_iter()
                .map(|part| part.id.unwrap_or_else(|| part.name.to_string()))
                .collect()
        };
        if self.child.level == self.parent.level && leads(&own.lead) != leads(&upper.lead) {
            let vi = format!(
                "Nhiệm vụ {n}: chủ trì “{}” khác với “{}” của nhiệm vụ {m} thuộc {of}.",
                own.lead, upper.lead
            );
            let en = format!(
                "Task {n}: the lead \"{}\" is not the \"{}\" of task {m} of {of}.",
                own.lead, upper.lead
            );
            self.findings.push(Finding::new(FindingCode::LeadChanged, places.clone(), vi, en));
        }
        let Some((code, vi, en)) = scope_change(how) else { return };
        let vi = format!("Nhiệm vụ {n} {vi} nội dung của nhiệm vụ {m} thuộc {of}.");
        let en = format!("Task {n} {en} task {m} of {of}.");
        self.findings.push(Finding::new(code, places, vi, en));
    }

    /// Items on either side that no link names.
    fn unlinked(&mut self, kind: ItemKind, links: &[Link]) {
        let codes = |plan: &Plan| -> Vec<String> {
            match kind {
                ItemKind::Task => plan.tasks.iter().map(|task| task.number.to_string()).collect(),
                _ => plan.indicators.iter().map(|indicator| indicator.code.clone()).collect(),
            }
        };
        let without = |plan: &Plan, linked: BTreeSet<&str>| -> Vec<Place> {
            let free = codes(plan).into_iter().filter(|code| !linked.contains(code.as_str()));
            free.map(|code| Place::new(&plan.id, kind, code)).collect()
        };
        // An upper plan without a list of its own asks for nothing there, and a lower one without promises nothing new.
        if codes(self.parent).is_empty() || codes(self.child).is_empty() {
            return;
        }
        let missing = without(self.parent, links.iter().map(|link| link.parent.as_str()).collect());
        let new = without(self.child, links.iter().map(|link| link.child.as_str()).collect());
        let (vi, en) =
            if kind == ItemKind::Task { ("Nhiệm vụ", "Tasks") } else { ("Chỉ tiêu", "Indicators") };
        let (of, missing_list, new_list) = (self.upper_name().to_owned(), listed(&missing), listed(&new));
        if !missing.is_empty() {
            let vi = format!("{vi} của {of} không có mục tương ứng: {missing_list}.");
            let en = format!("{en} of {of} with nothing derived from them: {missing_list}.");
            self.findings.push(Finding::new(FindingCode::ItemMissing, missing, vi, en));
        }
        if !new.is_empty() {
            let vi = format!("{vi} không bắt nguồn từ {of}: {new_list}.");
            let en = format!("{en} that derive from none of {of}: {new_list}.");
            self.findings.push(Finding::new(FindingCode::ItemNew, new, vi, en));
        }
    }

    /// Reports of one cycle: the lower plan's must not fall due after the upper plan's.
    fn reports(&mut self) {
        let (Some(own), Some(upper)) = (&self.child.regime, &self.parent.regime) else { return };
        for rule in &own.rules {
            let Some(due) = rule.due else { continue };
            let limit = upper.rules.iter().find(|other| other.cycle == rule.cycle && other.due.is_some());
            let Some((limit, allowed)) = limit.and_then(|limit| Some((limit, limit.due?))) else { continue };
            if due.last_timely() > allowed.last_timely() {
                let places = self.places(ItemKind::Rule, &rule.code, &limit.code).to_vec();
                let of = self.upper_name();
                let vi = format!("Báo cáo “{}” có hạn sau “{}” của {of}.", rule.text, limit.text);
                let en =
                    format!("The report \"{}\" falls due after the \"{}\" of {of}.", rule.text, limit.text);
                self.findings.push(Finding::new(FindingCode::ReportLater, places, vi, en));
            }
        }
    }
}

/// What a recorded link says of the two scopes: the finding and its verb, where they differ.
fn scope_change(how: Derivation) -> Option<(FindingCode, &'static str, &'static str)> {
    match how {
        Derivation::Widened => Some((FindingCode::MeasureWidened, "mở rộng", "widens")),
        Derivation::Narrowed => Some((FindingCode::MeasureNarrowed, "thu hẹp", "narrows")),
        Derivation::Same | Derivation::Localised | Derivation::Part => None,
    }
}

/// A cell without spaces: `71/NQ- CP` and `71/NQ-CP` are one number.
fn squeezed(cell: &str) -> String {
    match_key(cell).split(' ').collect()
}

impl Indicator {
    /// Whether a milestone's cell was published or checked, and does not rest on a scan alone.
    fn is_certain(&self, year: i32) -> bool {
        self.targets.iter().any(|cell| cell.year == year && cell.source.is_certain())
    }
}
