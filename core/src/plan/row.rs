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
//! | `operator` | any cell with `≤` or `<` → lower; with `≥` or `>` → higher (both: note `direction-conflict`, next rule); `giảm còn 3%` → lower |
//! | `rank` | the unit or the name is a rank (`Thứ bậc`, `Xếp hạng …`) → lower |
//! | `falling` | bare numbers of one unit that fall at every milestone → lower |
//! | `default` | higher |
//!
//! **Kind of measure**, where not declared, is taken from the name, with note `kind-inferred`: `%/năm` and
//! `tăng trung bình` → `growth`; `/năm`, `mỗi năm`, `hằng năm` → `yearly`; `lũy kế` → `cumulative`;
//! `trong giai đoạn` → `per_stage`; else `level`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Indicator;
use super::footnotes::{Footnotes, Meaning};

use crate::codes::{Change, DecidedBy, Direction, MeasureKind, NoteCode, TargetKind};
use crate::note::Note;
use crate::number::Fixed;
use crate::targets::MilestoneTarget;
use crate::text::{Lexed, Token, holds, match_key};
use crate::unit::{Ratio, Unit, scale_in};

/// An indicator's row as it was understood.
///
/// ```
/// use tiendo::{DecidedBy, Direction, Plan};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let view = plan.view();
/// let row = view.row("8").unwrap();
/// assert_eq!((row.direction, row.decided_by), (Direction::LowerIsBetter, DecidedBy::Operator));
/// assert_eq!(row.targets[&2030].to_notation(), "≤ 20");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Row {
    /// The targets by milestone year, every cell the row has. As JSON, records with `year` and `target`.
    // Each on its own: a row has few, and a leaf of a map has room for eleven.
    #[serde(with = "records")]
    pub targets: BTreeMap<i32, Box<MilestoneTarget>>,
    /// Which way is better.
    pub direction: Direction,
    /// What decided it.
    pub decided_by: DecidedBy,
    /// The kind of measure.
    pub kind: MeasureKind,
    /// The lead cell, the parent's where the row has none.
    pub lead: Arc<str>,
    /// What to know about the reading of the row; spans are in the indicator's name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// Targets by year as records, and back.
mod records {
    use super::{BTreeMap, Deserialize, Deserializer, MilestoneTarget, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        targets: &BTreeMap<i32, Box<MilestoneTarget>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Record<'t> {
            year: i32,
            target: &'t MilestoneTarget,
        }
        serializer.collect_seq(targets.iter().map(|(&year, target)| Record { year, target }))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<i32, Box<MilestoneTarget>>, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Record {
            year: i32,
            target: MilestoneTarget,
        }
        let records = Vec::<Record>::deserialize(deserializer)?;
        let mut targets = BTreeMap::new();
        for Record { year, target } in records {
            targets.insert(year, Box::new(target));
        }
        Ok(targets)
    }
}

impl Row {
    /// Reads an indicator's row, with the lead cell it inherits where it has none of its own.
    pub(super) fn read(indicator: &Indicator, footnotes: &Footnotes<'_>, inherited: Option<Arc<str>>) -> Row {
        let column = indicator.unit.as_deref().and_then(Unit::from_column);
        let cells = indicator.targets.iter();
        let mut targets: BTreeMap<i32, Box<MilestoneTarget>> = BTreeMap::new();
        for cell in cells {
            let mut target = MilestoneTarget::read(&cell.text, column.as_ref(), cell.source);
            target.note_other_year(cell.year);
            targets.insert(cell.year, Box::new(target));
        }
        let name_key = match_key(&indicator.name);
        for target in targets.values_mut() {
            resolve_footnote(target, &indicator.code, footnotes);
            drop_repeated_name(target, &name_key);
        }
        share_unit(&mut targets);
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
        let unit = indicator.unit.as_deref();
        let kind = indicator.kind.unwrap_or_else(|| infer_kind(&name_key, unit, &mut notes));
        if kind == MeasureKind::Growth {
            for target in targets.values_mut() {
                be_a_level(target);
            }
        }
        notes.extend(demand_in_name(&indicator.name));
        if inherited.is_some() {
            notes.push(Note::new(NoteCode::LeadInherited, None));
        }
        let lead = inherited.unwrap_or_else(|| indicator.lead.as_str().into());
        Row { targets, direction, decided_by, kind, lead, notes }
    }
}

/// Puts what a footnote says in the place of its mark.
fn resolve_footnote(target: &mut MilestoneTarget, own_code: &str, footnotes: &Footnotes<'_>) {
    let meaning = target.footnote.as_deref().and_then(|mark| footnotes.meaning(mark, own_code));
    let Some(meaning) = meaning.filter(|meaning| !matches!(meaning, Meaning::Nothing)) else { return };
    target.notes.retain(|note| note.code != NoteCode::FootnoteMissing);
    match meaning {
        Meaning::Nothing => {}
        Meaning::Undetermined => target.note(NoteCode::TargetUndetermined),
        Meaning::Scope(text) => target.scope = Some(text),
        Meaning::Unread => target.note(NoteCode::FootnoteUnread),
        Meaning::Proxy(code) => {
            target.proxy = Some(code);
            target.note(NoteCode::Proxy);
        }
    }
}

/// `Tỷ lệ hồ sơ đạt 90%` in the row of that name measures the usual thing, not another.
fn drop_repeated_name(target: &mut MilestoneTarget, name_key: &str) {
    let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let repeats = |text: &String| !has_digit(text) && holds(name_key, &match_key(text));
    target.qualifier = target.qualifier.take().filter(|qualifier| !repeats(qualifier));
}

/// In a row of growth `tăng 8%` is the level itself.
fn be_a_level(target: &mut MilestoneTarget) {
    target.parts.iter_mut().for_each(be_a_level);
    if target.change == Some(Change::Increase) && target.change_since.is_none() {
        target.change = None;
    }
}

/// A row has one unit: that of its column, else of its first number. Other scales of it are converted, and numbers that name
/// no unit are given it.
fn share_unit(targets: &mut BTreeMap<i32, Box<MilestoneTarget>>) {
    let numeric = || targets.values().filter_map(|target| target.deciding());
    let Some((first, named)) = numeric().next().zip(numeric().find(|target| target.unit.is_some())) else {
        return;
    };
    let Some(unit) = named.unit.clone() else { return };
    let same = |target: &MilestoneTarget| {
        let own = target.unit.as_ref();
        own.is_none_or(|own| {
            *own == unit || Ratio::between((own, target.noun.as_deref()), (&unit, None)).is_some()
        })
    };
    let (count, bare) = (numeric().count(), numeric().filter(|target| target.unit.is_none()).count());
    // What is counted is said by a noun, which a bare number has not; and where the first number is bare, most must agree.
    let is_measure = !matches!(unit, Unit::Count | Unit::Rank | Unit::Score);
    let by_scale = matches!(unit, Unit::Other(_)) && scale_in(&first.text) > 1;
    let is_shared = first.unit.is_some() || by_scale || count > 2 * bare;
    let infers = is_measure && is_shared && numeric().all(same);
    let shared = named.base.clone().filter(|base| {
        numeric().filter(|target| target.unit.is_some()).all(|target| target.base.as_ref() == Some(base))
    });
    for target in targets.values_mut() {
        for part in &mut target.parts {
            if part.unit.is_some() {
                part.bring_into(&unit);
            }
        }
        let is_bare = target.unit.is_none();
        let takes = if is_bare { infers && target.is_numeric() } else { target.unit != Some(Unit::Count) };
        if takes && target.unit.as_ref() != Some(&unit) && target.bring_into(&unit) && is_bare {
            target.base.clone_from(&shared);
            target.note(NoteCode::UnitInferred);
        }
    }
}

/// Notes where the unit or the thing measured is another than at the milestone before.
fn note_changes(targets: &mut BTreeMap<i32, Box<MilestoneTarget>>) {
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
    targets: &BTreeMap<i32, Box<MilestoneTarget>>,
    name_key: &str,
    notes: &mut Vec<Note>,
) -> (Direction, DecidedBy) {
    use Direction::{HigherIsBetter, LowerIsBetter};
    let has = |kinds: [TargetKind; 2]| {
        targets
            .values()
            .flat_map(|target| target.parts.iter().chain([&**target]))
            .any(|target| kinds.contains(&target.kind))
    };
    match (has([TargetKind::AtMost, TargetKind::LessThan]), has([TargetKind::AtLeast, TargetKind::MoreThan]))
    {
        (true, false) => return (LowerIsBetter, DecidedBy::Operator),
        (false, true) => return (HigherIsBetter, DecidedBy::Operator),
        (true, true) => notes.push(Note::new(NoteCode::DirectionConflict, None)),
        (false, false) if targets.values().any(|target| target.says_falling()) => {
            return (LowerIsBetter, DecidedBy::Operator);
        }
        (false, false) => {}
    }
    let rank_name = ["xếp hạng", "thứ hạng", "thứ bậc", "vị trí xếp hạng"]
        .iter()
        .any(|words| name_key.starts_with(words));
    if rank_name || targets.values().any(|target| target.unit == Some(Unit::Rank)) {
        return (LowerIsBetter, DecidedBy::Rank);
    }
    let numeric: Vec<&MilestoneTarget> =
        targets.values().map(|target| &**target).filter(|target| target.is_numeric()).collect();
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
    let says = |words: &[&str]| words.iter().any(|words| holds(name_key, words) || holds(&unit, words));
    notes.push(Note::new(NoteCode::KindInferred, None));
    if holds(&format!(" {name_key} "), " thêm ") {
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
    if !name.contains(['%', '％', '﹪']) {
        return None;
    }
    let lexed = Lexed::new(name);
    let tokens: Vec<Token<'_>> = lexed.tokens();
    let percent = tokens
        .windows(2)
        .find(|pair| matches!(pair, [number, sign] if number.is_number() && sign.is_symbol('%')))?;
    Some(Note::new(NoteCode::RequirementInName, crate::text::span_of(percent)))
}
