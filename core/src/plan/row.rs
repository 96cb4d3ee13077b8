//! A row of an indicator table, read as a whole: what its cells mean beside one another.
//!
//! A cell alone does not tell which direction is better, whether `100` among percents is one, or what `(*)` stands
//! for. The row does, with the unit column, the footnotes and the names of the plan's other indicators.
//!
//! **Direction**, where the plan's data does not declare it, is decided by the first of these that speaks:
//!
//! | `decided_by` | rule |
//! |---|---|
//! | `declared` | the plan's data |
//! | `operator` | any cell with `≤` or `<` → lower; with `≥` or `>` → higher (both: note `direction-conflict`, next rule) |
//! | `rank` | the unit or the name is a rank (`Thứ bậc`, `Xếp hạng …`) → lower |
//! | `falling` | bare numbers of one unit that fall at every milestone → lower |
//! | `default` | higher |
//!
//! **Kind of measure**, where not declared, is taken from the name, with note `kind-inferred`: `%/năm` and
//! `tăng trung bình` → `growth`; `/năm`, `mỗi năm`, `hằng năm` → `yearly`; `lũy kế` → `cumulative`;
//! `trong giai đoạn` → `per_stage`; else `level`.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::codes::{DecidedBy, Direction, MeasureKind, NoteCode, TargetKind};
use crate::note::Note;
use crate::number::Fixed;
use crate::plan::{Footnote, Indicator, Plan};
use crate::targets::MilestoneTarget;
use crate::text::{Lexed, Token, match_key};
use crate::unit::Unit;

/// An indicator's row as it was understood.
///
/// ```
/// use tiendo::{DecidedBy, Direction, Plan};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let row = plan.row(plan.indicator("8").unwrap());
/// assert_eq!((row.direction, row.decided_by), (Direction::LowerIsBetter, DecidedBy::Operator));
/// assert_eq!(row.targets[&2030].to_notation(), "≤ 20");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The targets by milestone year, every cell the row has. As JSON, records with `year` and `target`.
    #[serde(serialize_with = "as_records")]
    pub targets: BTreeMap<i32, MilestoneTarget>,
    /// Which way is better.
    pub direction: Direction,
    /// What decided it.
    pub decided_by: DecidedBy,
    /// The kind of measure.
    pub kind: MeasureKind,
    /// The lead cell, the parent's where the row has none.
    pub lead: String,
    /// What to know about the reading of the row; spans are in the indicator's name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

fn as_records<S: serde::Serializer>(
    targets: &BTreeMap<i32, MilestoneTarget>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Record<'t> {
        year: i32,
        target: &'t MilestoneTarget,
    }
    serializer.collect_seq(targets.iter().map(|(&year, target)| Record { year, target }))
}

impl Plan {
    /// Reads an indicator's row with the plan's footnotes and other indicators as its context.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// let row = plan.row(plan.indicator("61").unwrap());
    /// assert_eq!(row.targets[&2025].proxy.as_deref(), Some("60"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn row(&self, indicator: &Indicator) -> Row {
        self.row_among(indicator, &Names::new(self))
    }

    /// Every indicator with its row, in the plan's order: what [`row`](Self::row) reads, with the plan looked over once.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("tien-dien")?;
    /// assert_eq!(plan.rows().count(), 19);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn rows(&self) -> impl Iterator<Item = (&Indicator, Row)> {
        let names = Names::new(self);
        self.indicators.iter().map(move |indicator| (indicator, self.row_among(indicator, &names)))
    }

    fn row_among(&self, indicator: &Indicator, names: &Names<'_>) -> Row {
        let unit = indicator.unit.as_deref();
        let mut targets: BTreeMap<i32, MilestoneTarget> = indicator
            .targets
            .iter()
            .map(|cell| (cell.year, MilestoneTarget::read(&cell.text, unit, cell.source)))
            .collect();
        let name_key = match_key(&indicator.name);
        for target in targets.values_mut() {
            self.resolve_footnote(target, &indicator.code, names);
            drop_repeated_name(target, &name_key);
        }
        infer_units(&mut targets);
        note_changes(&mut targets);
        let mut notes = Vec::new();
        let (direction, decided_by) = match indicator.direction {
            Some(direction) => (direction, DecidedBy::Declared),
            None => infer_direction(&targets, &name_key, &mut notes),
        };
        for target in targets.values_mut() {
            if target.asks_nothing(direction) {
                target.note(NoteCode::NotAsked);
            }
        }
        let kind = indicator.kind.unwrap_or_else(|| infer_kind(&name_key, unit, &mut notes));
        notes.extend(demand_in_name(&indicator.name));
        let lead = self.lead_of(indicator, &mut notes);
        Row { targets, direction, decided_by, kind, lead, notes }
    }

    /// The row's own lead cell, or the nearest ancestor's.
    fn lead_of(&self, indicator: &Indicator, notes: &mut Vec<Note>) -> String {
        let mut at = indicator;
        // A code of 32 characters has at most 16 segments, and so many ancestors.
        for _ in 0..16 {
            if !at.lead.trim().is_empty() {
                break;
            }
            let Some(parent) = at.parent.as_deref().and_then(|code| self.indicator(code)) else { break };
            at = parent;
        }
        if at.code != indicator.code && !at.lead.trim().is_empty() {
            notes.push(Note::new(NoteCode::LeadInherited, None));
        }
        at.lead.clone()
    }

    /// Puts what a footnote says in the place of its mark.
    fn resolve_footnote(&self, target: &mut MilestoneTarget, own_code: &str, names: &Names<'_>) {
        let Some(mark) = target.footnote.clone() else { return };
        let Some((at, footnote)) =
            self.footnotes.iter().enumerate().find(|(_, footnote)| footnote.mark == mark)
        else {
            return;
        };
        if footnote.text.trim().is_empty() {
            return;
        }
        target.notes.retain(|note| note.code != NoteCode::FootnoteMissing);
        match meaning(footnote, names.of_footnote(at).iter().find(|code| **code != own_code).copied()) {
            Meaning::Undetermined => target.note(NoteCode::TargetUndetermined),
            Meaning::Scope => target.scope = Some(footnote.text.clone()),
            Meaning::Unread => target.note(NoteCode::FootnoteUnread),
            Meaning::Proxy(code) => {
                target.proxy = Some(code);
                target.note(NoteCode::Proxy);
            }
        }
    }
}

/// Which indicators a plan's footnotes name, found when first asked for.
struct Names<'p> {
    plan: &'p Plan,
    of_footnotes: OnceCell<Vec<Vec<&'p str>>>,
}

impl<'p> Names<'p> {
    fn new(plan: &'p Plan) -> Names<'p> {
        Names { plan, of_footnotes: OnceCell::new() }
    }

    /// The codes of the indicators that a footnote names, the longest name first: where one name holds another, the
    /// longer is meant.
    fn of_footnote(&self, at: usize) -> &[&'p str] {
        let found = self.of_footnotes.get_or_init(|| {
            let names =
                self.plan.indicators.iter().map(|other| (match_key(&other.name), other.code.as_str()));
            let mut names: Vec<(String, &str)> = names.filter(|(name, _)| !name.is_empty()).collect();
            names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
            let held_in = |footnote: &Footnote| {
                let key = match_key(&footnote.text);
                names.iter().filter(|(name, _)| key.contains(name.as_str())).map(|(_, code)| *code).collect()
            };
            self.plan.footnotes.iter().map(held_in).collect()
        });
        found.get(at).map_or(&[], Vec::as_slice)
    }
}

/// What a footnote says, given the indicator it names.
fn meaning(footnote: &Footnote, named: Option<&str>) -> Meaning {
    const NARROWING: &[&str] = &[
        "áp dụng đối với",
        "áp dụng cho",
        "tính trên",
        "chỉ tính",
        "không bao gồm",
        "không tính",
        "đối với",
    ];
    let key = match_key(&footnote.text);
    if key.contains("chưa xác định") {
        return Meaning::Undetermined;
    }
    match named {
        Some(code) => Meaning::Proxy(code.to_owned()),
        None if NARROWING.iter().any(|words| key.starts_with(words)) => Meaning::Scope,
        None => Meaning::Unread,
    }
}

/// What a footnote does to the target that names it.
enum Meaning {
    Undetermined,
    Proxy(String),
    Scope,
    Unread,
}

/// `Tỷ lệ hồ sơ đạt 90%` in the row of that name measures the usual thing, not another.
fn drop_repeated_name(target: &mut MilestoneTarget, name_key: &str) {
    let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let repeats = |text: &String| !has_digit(text) && name_key.contains(&match_key(text));
    target.qualifier = target.qualifier.take().filter(|qualifier| !repeats(qualifier));
}

/// A bare number in a row of percents is one.
fn infer_units(targets: &mut BTreeMap<i32, MilestoneTarget>) {
    let numeric = || targets.values().filter_map(MilestoneTarget::deciding);
    let bare = numeric().filter(|target| target.unit.is_none()).count();
    let percents: Vec<&MilestoneTarget> =
        numeric().filter(|target| target.unit == Some(Unit::Percent)).collect();
    let all_percents = percents.len() + bare == numeric().count();
    if bare == 0 || !all_percents || percents.len() <= bare {
        return;
    }
    let first = percents.first().and_then(|target| target.base.clone());
    let shared = first.filter(|base| percents.iter().all(|target| target.base.as_ref() == Some(base)));
    for target in targets.values_mut().filter(|target| target.is_numeric() && target.unit.is_none()) {
        target.unit = Some(Unit::Percent);
        target.base.clone_from(&shared);
        target.note(NoteCode::UnitInferred);
    }
}

/// Notes where the unit or the thing measured is another than at the milestone before.
fn note_changes(targets: &mut BTreeMap<i32, MilestoneTarget>) {
    /// What a target measures in, as far as it is known; `Có` measures in nothing.
    #[derive(PartialEq)]
    enum Measure {
        Presence,
        Unit(Unit),
    }
    let mut before: Option<Measure> = None;
    let mut qualifier: Option<Option<String>> = None;
    for target in targets.values_mut() {
        let measure = match target.deciding() {
            Some(number) => number.unit.clone().map(Measure::Unit),
            None if target.kind == TargetKind::Presence => Some(Measure::Presence),
            None => None,
        };
        if let Some(measure) = measure {
            if before.as_ref().is_some_and(|before| *before != measure) {
                target.note(NoteCode::UnitChanges);
            }
            before = Some(measure);
        }
        if let Some(number) = target.deciding() {
            let own = number.qualifier.clone();
            if qualifier.as_ref().is_some_and(|before| *before != own) {
                target.note(NoteCode::QualifierChanges);
            }
            qualifier = Some(own);
        }
    }
}

fn infer_direction(
    targets: &BTreeMap<i32, MilestoneTarget>,
    name_key: &str,
    notes: &mut Vec<Note>,
) -> (Direction, DecidedBy) {
    use Direction::{HigherIsBetter, LowerIsBetter};
    let has = |kinds: [TargetKind; 2]| {
        targets
            .values()
            .flat_map(|target| target.parts.iter().chain([target]))
            .any(|target| kinds.contains(&target.kind))
    };
    match (has([TargetKind::AtMost, TargetKind::LessThan]), has([TargetKind::AtLeast, TargetKind::MoreThan]))
    {
        (true, false) => return (LowerIsBetter, DecidedBy::Operator),
        (false, true) => return (HigherIsBetter, DecidedBy::Operator),
        (true, true) => notes.push(Note::new(NoteCode::DirectionConflict, None)),
        (false, false) => {}
    }
    let rank_name = ["xếp hạng", "thứ hạng", "thứ bậc", "vị trí xếp hạng"]
        .iter()
        .any(|words| name_key.starts_with(words));
    if rank_name || targets.values().any(|target| target.unit == Some(Unit::Rank)) {
        return (LowerIsBetter, DecidedBy::Rank);
    }
    let numeric: Vec<&MilestoneTarget> = targets.values().filter(|target| target.is_numeric()).collect();
    let bare: Option<Vec<Fixed>> =
        numeric.iter().map(|target| target.value.filter(|_| target.kind == TargetKind::Reach)).collect();
    let one_measure = numeric
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.unit == b.unit && a.qualifier == b.qualifier));
    match bare {
        Some(bare) if one_measure && bare.len() > 1 && bare.is_sorted_by(|a, b| a > b) => {
            (LowerIsBetter, DecidedBy::Falling)
        }
        _ => (HigherIsBetter, DecidedBy::Default),
    }
}

fn infer_kind(name_key: &str, unit: Option<&str>, notes: &mut Vec<Note>) -> MeasureKind {
    let unit = unit.map(match_key).unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|words| name_key.contains(words) || unit.contains(words));
    notes.push(Note::new(NoteCode::KindInferred, None));
    if format!(" {name_key} ").contains(" thêm ") {
        notes.push(Note::new(NoteCode::KindAmbiguous, None));
    }
    if says(&["%/năm", "tăng trung bình", "tăng bình quân", "tốc độ tăng"]) {
        MeasureKind::Growth
    } else if says(&["/năm", "mỗi năm", "hàng năm"]) {
        MeasureKind::Yearly
    } else if says(&["lũy kế", "cộng dồn", "tích lũy"]) {
        MeasureKind::Cumulative
    } else if says(&["trong giai đoạn", "cả giai đoạn", "mỗi giai đoạn"]) {
        MeasureKind::PerStage
    } else {
        MeasureKind::Level
    }
}

/// A percent within the name is a demand of its own.
fn demand_in_name(name: &str) -> Option<Note> {
    let lexed = Lexed::new(name);
    let tokens: Vec<Token<'_>> = lexed.tokens();
    let percent = tokens
        .windows(2)
        .find(|pair| matches!(pair, [number, sign] if number.is_number() && sign.is_symbol('%')))?;
    Some(Note::new(NoteCode::RequirementInName, crate::text::span_of(percent)))
}
