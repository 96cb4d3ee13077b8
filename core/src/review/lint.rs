//! Lint: what one plan says twice, not at all, or in a way that had to be inferred.
//!
//! Each rule is a method; their findings come in the order of the methods, each in the order of the plan. What holds
//! for many items alike (an inferred kind of measure) is one finding with many places. Nothing that rests on a scan's
//! uncertain value calls a target weaker.

use std::collections::{BTreeMap, BTreeSet};

use crate::agencies::{NamedAgency, Registry, Succession};
use crate::codes::{AgencyKind, DecidedBy, FindingCode, ItemKind, NoteCode, Source, Strength, TargetKind};
use crate::finding::{Finding, Place, listed};
use crate::plan::{Indicator, Plan, Row};
use crate::targets::{MilestoneTarget, compare_targets};
use crate::text::name_words;

impl Plan {
    /// What a careful reader of the plan would remark on.
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
        let view = self.view();
        let rows: Vec<(&Indicator, &Row)> = view.rows().collect();
        let mut lint = Lint { plan: self, registry, findings: Vec::new() };
        lint.weakening(&rows);
        lint.cells(&rows);
        lint.inferred(&rows);
        lint.names();
        lint.numbering();
        lint.body();
        lint.agencies(&rows);
        lint.deadlines();
        lint.document();
        lint.findings
    }
}

/// Names compared in pairs at the most: a table beyond this is none that a person numbers.
const MOST_NAMES: usize = 2_000;

/// The plan and what was found so far.
struct Lint<'p> {
    plan: &'p Plan,
    registry: &'p Registry,
    findings: Vec<Finding>,
}

impl Lint<'_> {
    fn indicator(&self, code: &str) -> Place {
        Place::new(&self.plan.id, ItemKind::Indicator, code)
    }

    fn task(&self, number: u32) -> Place {
        Place::new(&self.plan.id, ItemKind::Task, number.to_string())
    }

    fn add(&mut self, code: FindingCode, places: Vec<Place>, vi: impl Into<String>, en: impl Into<String>) {
        self.findings.push(Finding::new(code, places, vi, en));
    }

    /// One finding for many places; none for none.
    fn add_all(&mut self, code: FindingCode, places: Vec<Place>, vi: &str, en: &str) {
        if !places.is_empty() {
            let list = listed(&places);
            self.add(code, places, format!("{vi}: {list}."), format!("{en}: {list}."));
        }
    }

    fn weakening(&mut self, rows: &[(&Indicator, &Row)]) {
        for (indicator, row) in rows {
            let certain = |year: &i32| {
                indicator.targets.iter().any(|cell| cell.year == *year && cell.source.is_certain())
            };
            let targets: Vec<(&i32, &MilestoneTarget)> =
                row.targets.iter().filter(|(year, _)| certain(year)).collect();
            for pair in targets.windows(2) {
                let [(before, a), (after, b)] = pair else { continue };
                // 0 asks nothing yet: whatever follows is no weakening.
                if compare_targets(b, a, row.direction) == Some(Strength::Weaker)
                    && !a.has_note(NoteCode::NotAsked)
                {
                    let places = vec![
                        self.indicator(&indicator.code).at(**after),
                        self.indicator(&indicator.code).at(**before),
                    ];
                    let vi = format!(
                        "Chỉ tiêu {}: mục tiêu năm {after} ({}) đặt yêu cầu nhẹ hơn năm {before} ({}).",
                        indicator.code, b.text, a.text
                    );
                    let en = format!(
                        "Indicator {}: the {after} target ({}) is weaker than that of {before} ({}).",
                        indicator.code, b.text, a.text
                    );
                    self.add(FindingCode::TargetWeakens, places, vi, en);
                }
            }
        }
    }

    /// What the notes of single cells say.
    fn cells(&mut self, rows: &[(&Indicator, &Row)]) {
        let kinds: [(NoteCode, FindingCode, &str, &str); 6] = [
            (
                NoteCode::UnitChanges,
                FindingCode::UnitChanges,
                "Đơn vị thay đổi giữa các mốc",
                "The unit changes between milestones",
            ),
            (
                NoteCode::QualifierChanges,
                FindingCode::QualifierChanges,
                "Đối tượng đo thay đổi giữa các mốc",
                "The thing measured changes between milestones",
            ),
            (
                NoteCode::UnitInferred,
                FindingCode::UnitInferred,
                "Đơn vị được suy ra từ các ô cùng hàng",
                "The unit was inferred from the row",
            ),
            (
                NoteCode::FootnoteMissing,
                FindingCode::FootnoteMissing,
                "Chú thích không có nội dung",
                "A footnote has no text",
            ),
            (
                NoteCode::OcrUncertain,
                FindingCode::OcrUncertain,
                "Bản quét: dấu “>” đọc là “≥”, cần đối chiếu",
                "From a scan: `>` read as `≥`, to be checked",
            ),
            (
                NoteCode::Illegible,
                FindingCode::Illegible,
                "Bản quét không đọc được các ô",
                "The scan left cells illegible",
            ),
        ];
        for (note, code, vi, en) in kinds {
            let places = self.places_with(rows, |target| target.has_note(note));
            self.add_all(code, places, vi, en);
        }
        let unread = |target: &MilestoneTarget| {
            target.kind == TargetKind::Unrecognised && !target.has_note(NoteCode::Illegible)
        };
        let places = self.places_with(rows, unread);
        self.add_all(
            FindingCode::UnreadCell,
            places,
            "Ô mục tiêu chưa đọc được",
            "Target cells that were not read",
        );
    }

    fn places_with(
        &self,
        rows: &[(&Indicator, &Row)],
        wanted: impl Fn(&MilestoneTarget) -> bool,
    ) -> Vec<Place> {
        rows.iter()
            .flat_map(|(indicator, row)| {
                row.targets.iter().map(move |(year, target)| (indicator, *year, target))
            })
            .filter(|(_, _, target)| wanted(target))
            .map(|(indicator, year, _)| self.indicator(&indicator.code).at(year))
            .collect()
    }

    /// What the rows had to take from their names or cells.
    fn inferred(&mut self, rows: &[(&Indicator, &Row)]) {
        let with = |wanted: &dyn Fn(&Row) -> bool| -> Vec<Place> {
            rows.iter()
                .filter(|(_, row)| wanted(row))
                .map(|(indicator, _)| self.indicator(&indicator.code))
                .collect()
        };
        let noted = |code: NoteCode| with(&move |row: &Row| row.notes.iter().any(|note| note.code == code));
        let directions = with(&|row| row.decided_by != DecidedBy::Declared);
        let (conflicts, kinds) = (noted(NoteCode::DirectionConflict), noted(NoteCode::KindInferred));
        let (ambiguous, demands) = (noted(NoteCode::KindAmbiguous), noted(NoteCode::RequirementInName));
        self.add_all(
            FindingCode::DirectionConflict,
            conflicts,
            "Hàng có cả “≥” và “≤”",
            "Rows with both `≥` and `≤`",
        );
        self.add_all(
            FindingCode::KindAmbiguous,
            ambiguous,
            "Tên có thể hiểu theo hai loại số đo",
            "Names that allow two kinds of measure",
        );
        self.add_all(
            FindingCode::RequirementInName,
            demands,
            "Tên chỉ tiêu chứa một yêu cầu bằng số khác",
            "Names that hold another numeric demand",
        );
        self.add_all(
            FindingCode::DirectionInferred,
            directions,
            "Chiều tốt lên được suy ra",
            "The direction was inferred",
        );
        self.add_all(
            FindingCode::KindInferred,
            kinds,
            "Loại số đo được suy ra từ tên",
            "The kind of measure was inferred from the name",
        );
        let undated: Vec<&Indicator> =
            self.plan.indicators.iter().filter(|indicator| indicator.undated.is_some()).collect();
        for indicator in undated {
            let text = indicator.undated.as_deref().unwrap_or("");
            let vi = format!("Chỉ tiêu {}: yêu cầu “{text}” không ghi năm.", indicator.code);
            let en = format!("Indicator {}: the demand \"{text}\" names no year.", indicator.code);
            self.add(FindingCode::UndatedDemand, vec![self.indicator(&indicator.code)], vi, en);
        }
    }

    /// Two codes whose names say the same: the words of one are all among the other's, and at least 85 in 100 shared.
    fn names(&mut self) {
        let words: Vec<(&str, BTreeSet<String>)> = self
            .plan
            .indicators
            .iter()
            .map(|indicator| (indicator.code.as_str(), name_words(&indicator.name)))
            .collect();
        if words.len() > MOST_NAMES {
            return;
        }
        let mut found = Vec::new();
        for (at, (code, own)) in words.iter().enumerate() {
            for (other_code, other) in words.iter().skip(at + 1) {
                let shared = own.intersection(other).count();
                let (fewer, more) = (own.len().min(other.len()), own.len().max(other.len()));
                // Short names say too little to be taken for one another.
                if shared == fewer && fewer >= 4 && shared * 100 >= more * 85 {
                    found.push((*code, *other_code));
                }
            }
        }
        for (a, b) in found {
            let vi = format!("Chỉ tiêu {a} và {b} có tên cùng nội dung: có thể là một số đo mang hai mã.");
            let en = format!(
                "The names of indicators {a} and {b} say the same: perhaps one measure under two codes."
            );
            self.add(FindingCode::SameMeasure, vec![self.indicator(a), self.indicator(b)], vi, en);
        }
    }

    fn numbering(&mut self) {
        // Each code counts under what stands before its last dot; a row's second published code counts too.
        let mut sequences: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
        for indicator in &self.plan.indicators {
            for code in indicator.codes() {
                let (parent, last) = code.rsplit_once('.').unwrap_or(("", code));
                if let Ok(number) = last.parse() {
                    sequences.entry(parent).or_default().insert(number);
                }
            }
        }
        let mut missing = Vec::new();
        for (parent, numbers) in &sequences {
            let dot = if parent.is_empty() { "" } else { "." };
            missing.extend(gaps(numbers).map(|number| self.indicator(&format!("{parent}{dot}{number}"))));
        }
        let tasks: BTreeSet<u32> = self.plan.tasks.iter().map(|task| task.number).collect();
        missing.extend(gaps(&tasks).map(|number| self.task(number)));
        self.add_all(
            FindingCode::NumberingGap,
            missing,
            "Số thứ tự bị thiếu",
            "Numbers missing from their sequence",
        );
    }

    /// The body's words against the annex's cell; the annex decides.
    fn body(&mut self) {
        for statement in &self.plan.body {
            let Some(indicator) = self.plan.indicator(&statement.indicator) else { continue };
            let view = self.plan.view();
            let Some(row) = view.row(&indicator.code) else { continue };
            let Some(annex) = row.targets.get(&statement.year) else { continue };
            let body = MilestoneTarget::read(&statement.text, indicator.unit.as_deref().and_then(crate::unit::Unit::from_column).as_ref(), Source::Published);
            if asks_the_same(&body, annex) {
                continue;
            }
            let (code, year) = (&indicator.code, statement.year);
            let vi = format!(
                "Chỉ tiêu {code} năm {year}: phần lời ghi “{}”, phụ lục ghi “{}”; lấy theo phụ lục.",
                statement.text, annex.text
            );
            let en = format!(
                "Indicator {code} in {year}: the body says \"{}\", the annex \"{}\"; the annex decides.",
                statement.text, annex.text
            );
            self.add(FindingCode::BodyDiffers, vec![self.indicator(code).at(year)], vi, en);
        }
    }

    fn agencies(&mut self, rows: &[(&Indicator, &Row)]) {
        let has_targets =
            |indicator: &Indicator| indicator.targets.iter().any(|cell| !cell.text.trim().is_empty());
        let leads = rows.iter().filter(|(indicator, _)| has_targets(indicator));
        let leads = leads.map(|(indicator, row)| (self.indicator(&indicator.code), row.lead.to_string()));
        let task_leads = self.plan.tasks.iter().map(|task| (self.task(task.number), task.lead.clone()));
        let leads: Vec<(Place, String)> = leads.chain(task_leads).collect();
        let cooperating: Vec<(Place, String)> =
            self.plan.tasks.iter().map(|task| (self.task(task.number), task.cooperating.clone())).collect();

        let none = |cells: &[(Place, String)]| -> Vec<Place> {
            cells.iter().filter(|(_, cell)| cell.trim().is_empty()).map(|(place, _)| place.clone()).collect()
        };
        let (no_lead, no_cooperating) = (none(&leads), none(&cooperating));
        self.add_all(FindingCode::NoLead, no_lead, "Không có cơ quan chủ trì", "No lead agency");
        self.add_all(
            FindingCode::NoCooperating,
            no_cooperating,
            "Ô cơ quan phối hợp để trống",
            "The cell of cooperating agencies is empty",
        );

        let horizon =
            self.plan.milestones.last().and_then(|year| chrono::NaiveDate::from_ymd_opt(*year, 12, 31));
        let registry = self.registry;
        let split = |(place, cell): (Place, String)| (place, registry.split_cell(&cell).agencies);
        let leads: Vec<(Place, Vec<NamedAgency>)> = leads.into_iter().map(split).collect();
        let cooperating: Vec<(Place, Vec<NamedAgency>)> = cooperating.into_iter().map(split).collect();
        let horizon = horizon.or(self.plan.issued).unwrap_or_default();
        let mut succeeded: Vec<(String, String, Vec<Place>)> = Vec::new();
        for (place, parts) in &leads {
            for part in parts {
                let Some(id) = part.id.clone().filter(|_| part.kind == AgencyKind::Agency) else { continue };
                match self.registry.succession(&id, horizon) {
                    Succession::Same => {}
                    Succession::Succeeded { successor: next } => {
                        match succeeded.iter_mut().find(|(from, _, _)| *from == id) {
                            Some((_, _, places)) => places.push(place.clone()),
                            None => succeeded.push((id, next, vec![place.clone()])),
                        }
                    }
                    Succession::Orphaned => {
                        let (item_vi, item_en) = place.named();
                        let vi = format!(
                            "{item_vi}: {} đã chấm dứt hoạt động và không có một cơ quan kế thừa duy nhất.",
                            part.name
                        );
                        let en =
                            format!("{item_en}: {} has ended and no single body succeeds it.", part.name);
                        self.add(FindingCode::OrphanedLead, vec![place.clone()], vi, en);
                    }
                }
            }
        }
        let name = |id: &str| self.registry.agency(id).map_or(id.to_owned(), |agency| agency.name.clone());
        for (from, to, places) in succeeded {
            let (from, to, list) = (name(&from), name(&to), listed(&places));
            let vi = format!("{from} đã chấm dứt hoạt động; {to} kế thừa: {list}.");
            let en = format!("{from} has ended; {to} succeeds it: {list}.");
            self.add(FindingCode::SucceededLead, places, vi, en);
        }
        for (place, parts) in leads.iter().chain(&cooperating) {
            for part in parts {
                if part.kind == AgencyKind::Unknown {
                    let (item_vi, item_en) = place.named();
                    let vi = format!("{item_vi}: cơ quan “{}” không có trong danh mục.", part.name);
                    let en = format!("{item_en}: the registry does not know \"{}\".", part.name);
                    self.add(FindingCode::UnknownAgency, vec![place.clone()], vi, en);
                }
            }
        }
    }

    fn deadlines(&mut self) {
        let unread = self.plan.tasks.iter().filter(|task| !task.read_deadline().recognised);
        let places: Vec<Place> = unread.map(|task| self.task(task.number)).collect();
        self.add_all(
            FindingCode::UnreadCell,
            places,
            "Ô thời hạn chưa đọc được",
            "Deadline cells that were not read",
        );
    }

    fn document(&mut self) {
        let plan = self.plan;
        let lost = plan.pillars.iter().filter(|pillar| pillar.note == Some(NoteCode::HeadingLost));
        let places: Vec<Place> =
            lost.map(|pillar| Place::new(&plan.id, ItemKind::Pillar, &pillar.code)).collect();
        self.add_all(
            FindingCode::HeadingLost,
            places,
            "Văn bản công bố mất tiêu đề nhóm nhiệm vụ",
            "The published text lost pillar headings",
        );
        if plan.regime.as_ref().is_some_and(|regime| regime.effective.is_none()) {
            self.findings.push(Finding::no_effective_date(&plan.id));
        }
        for rule in plan.regime.iter().flat_map(|regime| &regime.rules) {
            let days = rule.due.zip(rule.cutoff);
            if days.is_some_and(|(due, cutoff)| cutoff.last() > due.last_timely()) {
                self.findings.push(Finding::cutoff_after_due(&plan.id, &rule.code, None));
            }
        }
    }
}

/// Whether two wordings ask the same: a bare number and `≥` do, `trên 80%` and `≥ 80` do not.
fn asks_the_same(a: &MilestoneTarget, b: &MilestoneTarget) -> bool {
    fn plain(target: &MilestoneTarget) -> MilestoneTarget {
        let kind = if target.kind == TargetKind::Reach { TargetKind::AtLeast } else { target.kind };
        let parts = target.parts.iter().map(plain).collect();
        MilestoneTarget { kind, parts, ..target.clone() }
    }
    plain(a).means_the_same(&plain(b))
}

/// The numbers missing between 1 and the greatest.
fn gaps(numbers: &BTreeSet<u32>) -> impl Iterator<Item = u32> + '_ {
    // A wild number is not a gap of a million: a sequence is at most twice as long as what it holds.
    let last = numbers.last().copied().unwrap_or(0);
    let longest = u32::try_from(numbers.len()).unwrap_or(u32::MAX).saturating_mul(2);
    (1..=last.min(longest)).filter(|number| !numbers.contains(number))
}
