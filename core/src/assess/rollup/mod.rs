//! Roll-up: the figures of communes, summed for their province's indicators along recorded links.
//!
//! | a unit's figure | |
//! |---|---|
//! | which | of its plan's indicators that are linked `same` or `localised`, and of the province's own records with its name (or id) as `area`: the newest, then the firmer, the later recorded, the greater id |
//! | its unit of measure | its own; else its row's where that is of the same measure; else the province's |
//! | of a ratio (percents, ranks, scores, rates, growth; of a bare number by the name, or where some figure has parts) | parts and wholes are summed; without them `no-denominator` |
//! | of a count or amount | numbers are summed; one with parts and a whole is another measure |
//!
//! | left out | |
//! |---|---|
//! | `no-value` `not-numeric` `qualifier-differs` | no figure, none that is a number, none of what the target is of |
//! | `unit-differs` `no-denominator` `divisor-zero` | as they say |
//! | `measure-differs` | the link is `widened`, `narrowed` or `part`; a ratio beside amounts |
//! | `stale` | older than `staleMonths` |
//! | `other-date` | of a `yearly` or `per_stage` indicator, not of the newest date of those that could be summed |
//!
//! A sum has no verdict, and one unit makes none (`one-unit`): its figure never stands for the province.
//!
//! Decided here, where the text is silent:
//! - What a target measures is that of the first milestone not past with a number that asks, else of the last that asked. A row
//!   without one (yes or no, prose, several scopes) has no sum: each unit that said something is `not-numeric`.
//! - A unit counts once among those linked, also where its link is left out; where it has several links to one indicator, one of
//!   `same` or `localised` speaks before others.
//! - An area that two units are named by is neither's: it stands by itself. Two units with one id, or without ids and with one
//!   name, are refused.
//! - In public output neither the province's sensitive indicators are summed nor a unit's sensitive ones shown or summed.
//! - Where every unit left out is so for one reason, `unit-differs` or `divisor-zero`, that is why there is no sum.
//! - A sum that no number holds is left out, `no-value`.

mod figures;
mod model;
mod units;

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};

pub use model::{RollUnit, RollUp, RolledIndicator, RolledUnit};

use super::amended::{Amended, amended};
use super::model::AssessedPlan;
use crate::codes::{Derivation, ErrorCode, MeasureKind, RollUpReason};
use crate::dates::{in_range, parse_date};
use crate::error::Error;
use crate::json;
use crate::number::Fixed;
use crate::options::Options;
use crate::plan::{Indicator, Plan, Row};
use crate::records::{Known, Observation, Records};
use crate::sorted::{self, Map};
use crate::targets::MilestoneTarget;
use crate::text::match_key;
use crate::unit::Unit;
use crate::words::expected;
use figures::{Measure, Newest, Sums, Term, rank};

/// The figures of units summed for a plan's indicators, with what is left out and why: parts and wholes of ratios, numbers of
/// counts and amounts, never averaged percentages.
///
/// Errors: `year-out-of-range` for a day outside 1900 to 2200; `bad-option`; `duplicate-code` for two units of one id or name.
///
/// ```
/// use tiendo::{Options, Plan, Records, RollUnit, roll_up};
/// let province = Plan::builtin("ha-tinh-231")?;
/// let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
/// let commune = RollUnit {
///     id: None,
///     name: "Xã Tiên Điền".to_owned(),
///     plan: Some(Plan::builtin("tien-dien")?),
///     records: Some(records.clone()),
/// };
/// let of = roll_up(&province, &records, &[commune], "2026-07-15".parse().unwrap(), &Options::default())?;
/// assert!(of.indicators.iter().all(|indicator| indicator.included == 0 && indicator.value.is_none()));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn roll_up(
    plan: &Plan,
    records: &Records,
    units: &[RollUnit],
    today: NaiveDate,
    options: &Options,
) -> Result<RollUp, Error> {
    in_range(today, "today")?;
    options.check()?;
    let names = Names::of(units)?;
    let known = Known::of(records, today, options.known_by);
    let Amended { plan: now, .. } = amended(plan, &known.amendments, today);
    let view = now.view_with(&options.limits);
    let is_shown = |of: &Indicator| !(options.public && of.sensitive);
    let rows: Vec<(&Indicator, &Row)> = view.rows().collect();
    let mut parents: Vec<Parent<'_, '_>> = rows
        .iter()
        .map(|(indicator, row)| Parent {
            indicator,
            row,
            measure: measure(indicator, row, today),
            drafts: Map::new(),
            areas: Vec::new(),
        })
        .collect();
    let codes = rows
        .iter()
        .enumerate()
        .flat_map(|(at, (indicator, _))| indicator.codes().map(move |code| (code, at)));
    let mut places: Map<&str, usize> = Map::new();
    for (code, at) in codes.filter(|(_, at)| rows.get(*at).is_some_and(|(indicator, _)| is_shown(indicator)))
    {
        places.or_insert(code, at);
    }
    let mut unlinked = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let Some(own) = &unit.plan else { continue };
        match own.derives.as_ref().filter(|lineage| lineage.plan == plan.id) {
            None => unlinked.push(key(unit).to_owned()),
            Some(_) => linked(own, unit.records.as_ref(), at, (&places, &mut parents), today, options),
        }
    }
    for of_one in known.observations.chunk_by(|a, b| a.indicator == b.indicator) {
        let place = of_one.first().and_then(|of| places.get(of.indicator.as_str()));
        if let Some(parent) = place.and_then(|at| parents.get_mut(*at)) {
            parent.areas(of_one, &names);
        }
    }
    let indicators = parents.into_iter().filter_map(|parent| parent.rolled(&names, today, options));
    Ok(RollUp {
        schema_version: 1,
        plan: AssessedPlan {
            id: now.id.clone(),
            number: now.number.clone(),
            title: now.title.clone(),
            title_en: now.title_en.clone(),
        },
        today,
        known_by: options.known_by,
        indicators: indicators.collect(),
        unlinked,
    })
}

/// The same from JSON texts to one, on one line: of a plan, of its records, of a list of units (`id` or none, `name`, `plan` or
/// none, `records` or none), a date, and options or none.
///
/// Errors: those of the files, a unit's at its place; `bad-date`; those of [`roll_up`].
///
/// ```
/// let plan = tiendo::Plan::builtin("ha-tinh-231")?.to_json();
/// let records = br#"{"schemaVersion": 1, "synthetic": true, "records": []}"#;
/// let units = format!(r#"[{{"name": "Xã Tiên Điền", "plan": {}}}]"#, tiendo::Plan::builtin("tien-dien")?.to_json());
/// let json = tiendo::roll_up_json(plan.as_bytes(), records, units.as_bytes(), "2026-07-15", None)?;
/// assert!(json.ends_with(r#""unlinked":[]}"#));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn roll_up_json(
    plan: &[u8],
    records: &[u8],
    units: &[u8],
    today: &str,
    options: Option<&[u8]>,
) -> Result<String, Error> {
    let options = options.map_or_else(|| Ok(Options::default()), Options::from_json)?;
    let (plan, records) = (Plan::from_json(plan)?, Records::from_json(records)?);
    let units = units::read(units, &options.limits)?;
    let today = parse_date(today).map_err(|error| Error { path: "today".to_owned(), ..error })?;
    Ok(json::to_json(&roll_up(&plan, &records, &units, today, &options)?))
}

/// A unit's id, else its name.
fn key(unit: &RollUnit) -> &str {
    unit.id.as_deref().unwrap_or(&unit.name)
}

/// The units by the names that areas may have.
struct Names {
    shown: Vec<(Arc<str>, Arc<str>)>,
    /// None where two units have the name.
    places: Map<String, Option<usize>>,
}

impl Names {
    fn of(units: &[RollUnit]) -> Result<Names, Error> {
        let mut keys: Map<&str, usize> = Map::new();
        let mut places: Map<String, Option<usize>> = Map::new();
        let mut shown = Vec::with_capacity(units.len());
        for (at, unit) in units.iter().enumerate() {
            if keys.insert(key(unit), at).is_some() {
                let field = if unit.id.is_some() { "id" } else { "name" };
                let path = format!("units[{at}].{field}");
                return Err(Error::new(ErrorCode::DuplicateCode, path, expected::own_unit()));
            }
            let name: Arc<str> = unit.name.as_str().into();
            shown.push((unit.id.as_deref().map_or_else(|| Arc::clone(&name), Into::into), name));
            let mut own = vec![match_key(&unit.name)];
            own.extend(unit.id.as_deref().map(match_key).filter(|id| own.first() != Some(id)));
            for name in own {
                let is_new = !places.contains_key(name.as_str());
                places.insert(name, is_new.then_some(at));
            }
        }
        Ok(Names { shown, places })
    }
}

/// How the names of rows begin whose bare numbers are no amounts.
const RATES: &[&str] = &[
    "tỷ lệ",
    "chỉ số",
    "tốc độ",
    "hệ số",
    "mức độ",
    "bình quân",
    "xếp hạng",
    "thứ hạng",
    "thứ bậc",
    "vị trí",
];

/// What an indicator's target measures; none where it is no number.
fn measure<'r>(indicator: &Indicator, row: &'r Row, today: NaiveDate) -> Option<Measure<'r>> {
    let asks = |target: &&MilestoneTarget| {
        target.deciding().is_some_and(|number| !number.asks_nothing(row.direction))
    };
    let ahead = row.targets.range(today.year()..).map(|(_, target)| &**target).find(asks);
    let target = ahead.or_else(|| row.targets.values().map(|target| &**target).rfind(asks))?.deciding()?;
    let name = match_key(&indicator.name);
    let is_rate =
        matches!(target.unit, None | Some(Unit::Count)) && RATES.iter().any(|words| name.starts_with(words));
    Some(Measure::of(target, is_rate || row.kind == MeasureKind::Growth))
}

/// The unit of the figures of a row that name none.
fn own_unit(row: &Row) -> Option<&Unit> {
    row.targets.values().find_map(|target| target.deciding()?.unit.as_ref())
}

/// The province's indicator, and what is found of its units.
struct Parent<'p, 'r> {
    indicator: &'p Indicator,
    row: &'p Row,
    measure: Option<Measure<'p>>,
    /// By the place of the unit.
    drafts: Map<usize, Draft<'r>>,
    /// Those of no unit, each with the first record of its area.
    areas: Vec<(&'r Observation, Draft<'r>)>,
}

/// What is found of a unit.
struct Draft<'r> {
    link: Option<(String, Derivation)>,
    figure: Result<&'r Observation, RollUpReason>,
    /// The unit of its row.
    own: Option<Unit>,
}

/// Adds what a unit's plan is linked to, with its newest figures.
fn linked<'r>(
    own: &Plan,
    records: Option<&'r Records>,
    at: usize,
    (places, parents): (&Map<&str, usize>, &mut [Parent<'_, 'r>]),
    today: NaiveDate,
    options: &Options,
) {
    let known = records.map(|records| Known::of(records, today, options.known_by));
    let amendments = known.as_ref().map_or(&[][..], |known| &known.amendments);
    let Amended { plan: now, .. } = amended(own, amendments, today);
    let view = now.view_with(&options.limits);
    let observations = known.as_ref().map_or(&[][..], |known| &known.observations);
    let mut newest: Map<&str, Newest<'r>> = Map::new();
    for link in own.derives.iter().flat_map(|lineage| &lineage.indicators) {
        let Some(parent) = places.get(link.parent.as_str()).and_then(|at| parents.get_mut(*at)) else {
            continue;
        };
        let Some(child) = view.indicator(&link.child).filter(|of| !(options.public && of.sensitive)) else {
            continue;
        };
        let code = child.code.as_str();
        let newest = newest.or_insert_with(code, || {
            let from = observations.partition_point(|of| of.indicator.as_str() < code);
            let to = observations.partition_point(|of| of.indicator.as_str() <= code);
            let of_all = observations.get(from..to).unwrap_or(&[]).iter().copied();
            Newest::of(&of_all.filter(|of| of.area.is_none() && of.group.is_none()).collect::<Vec<_>>())
        });
        let figure = match link.how {
            Derivation::Same | Derivation::Localised => parent.figure(newest),
            Derivation::Widened | Derivation::Narrowed | Derivation::Part => {
                Err(RollUpReason::MeasureDiffers)
            }
        };
        let unit = view.row(code).and_then(own_unit).cloned();
        let draft = Draft { link: Some((code.to_owned(), link.how)), figure, own: unit };
        match parent.drafts.get_mut(&at) {
            Some(before) => before.or_newer(draft),
            None => drop(parent.drafts.insert(at, draft)),
        }
    }
}

impl<'r> Draft<'r> {
    /// The one that speaks for the unit: the newer figure, else the link that could have one.
    fn or_newer(&mut self, other: Draft<'r>) {
        let is_newer = match (&self.figure, &other.figure) {
            (Ok(own), Ok(of)) => rank(of) > rank(own),
            (Err(_), Ok(_)) => true,
            (Err(RollUpReason::MeasureDiffers), Err(other)) => *other != RollUpReason::MeasureDiffers,
            _ => false,
        };
        if is_newer {
            *self = other;
        }
    }
}

impl<'r> Parent<'_, 'r> {
    /// The figure of what the target measures; of a row without a number none.
    fn figure(&self, newest: &Newest<'r>) -> Result<&'r Observation, RollUpReason> {
        match &self.measure {
            Some(measure) => newest.for_target(measure.qualifier.as_ref()),
            None if newest.is_silent() => Err(RollUpReason::NoValue),
            None => Err(RollUpReason::NotNumeric),
        }
    }

    /// Adds what the province's own records say of areas.
    fn areas(&mut self, observations: &[&'r Observation], names: &Names) {
        let mut by_area: Map<String, Vec<&'r Observation>> = Map::new();
        for of in observations.iter().copied().filter(|of| of.group.is_none()) {
            if let Some(area) = &of.area {
                by_area.or_default(match_key(area)).push(of);
            }
        }
        for (area, of_area) in by_area.into_sorted() {
            let draft = Draft {
                link: None,
                figure: self.figure(&Newest::of(&of_area)),
                own: own_unit(self.row).cloned(),
            };
            let Some(at) = names.places.get(area.as_str()).copied().flatten() else {
                let first = of_area.iter().copied().min_by(|a, b| first(a).cmp(&first(b)));
                self.areas.extend(first.map(|first| (first, draft)));
                continue;
            };
            let Some(before) = self.drafts.get_mut(&at) else {
                self.drafts.insert(at, draft);
                continue;
            };
            // The unit keeps its link.
            let link = before.link.clone();
            before.or_newer(draft);
            before.link = link;
        }
    }

    /// The sum; none where there is no unit.
    fn rolled(mut self, names: &Names, today: NaiveDate, options: &Options) -> Option<RolledIndicator> {
        if let Some(measure) = &mut self.measure {
            let of_areas = self.areas.iter().map(|(_, draft)| draft);
            let drafts = self.drafts.iter().map(|(_, draft)| draft).chain(of_areas);
            measure.seeing(drafts.filter_map(|draft| draft.figure.ok()));
        }
        sorted::sort_by(&mut self.areas, |(a, _), (b, _)| first(a).cmp(&first(b)));
        let of_units = std::mem::take(&mut self.drafts).into_sorted().into_iter();
        let of_units = of_units.filter_map(|(at, draft)| Some((names.shown.get(at)?.clone(), draft)));
        let of_areas = std::mem::take(&mut self.areas).into_iter().map(|(first, draft)| {
            let name: Arc<str> = first.area.as_deref().unwrap_or_default().into();
            ((Arc::clone(&name), name), draft)
        });
        let judged: Vec<(RolledUnit, Option<Term>)> = of_units
            .chain(of_areas)
            .map(|(named, draft)| self.judged(named, draft, today, options))
            .collect();
        let (mut units, terms): (Vec<RolledUnit>, Vec<Option<Term>>) = judged.into_iter().unzip();
        if matches!(self.row.kind, MeasureKind::Yearly | MeasureKind::PerStage) {
            let newest = units.iter().filter(|unit| unit.included).filter_map(|unit| unit.date).max();
            for unit in units.iter_mut().filter(|unit| unit.included && unit.date != newest) {
                (unit.included, unit.reason) = (false, Some(RollUpReason::OtherDate));
            }
        }
        let mut sums = Sums::default();
        for (_, term) in units.iter().zip(&terms).filter(|(unit, _)| unit.included) {
            if let Some(term) = term {
                sums.add(term);
            }
        }
        let within = || units.iter().filter(|unit| unit.included);
        let (linked, included) = (count(units.iter()), count(within()));
        let whole = self.measure.as_ref().and_then(|measure| sums.whole(measure));
        let first = units.first()?.reason;
        let (value, reason) = match (included, whole) {
            (0, _) => {
                let is_one = matches!(first, Some(RollUpReason::UnitDiffers | RollUpReason::DivisorZero));
                let is_alike = is_one && units.iter().all(|unit| unit.reason == first);
                (None, first.filter(|_| is_alike).or(Some(RollUpReason::NoValue)))
            }
            (1, _) => (None, Some(RollUpReason::OneUnit)),
            (_, None) if sums.is_by_zero() => (None, Some(RollUpReason::DivisorZero)),
            (_, None) => (None, Some(RollUpReason::NoValue)),
            (_, whole) => (whole, None),
        };
        let (numerator, denominator) = if included == 0 { (None, None) } else { sums.parts() };
        Some(RolledIndicator {
            code: self.indicator.code.clone(),
            name: self.indicator.name.clone(),
            unit: self.measure.as_ref().and_then(|measure| measure.unit.cloned()),
            linked,
            included,
            coverage: Fixed::percent(included, linked).unwrap_or(Fixed::ZERO),
            status: within().filter_map(|unit| unit.status).min(),
            from: within().filter_map(|unit| unit.date).min(),
            to: within().filter_map(|unit| unit.date).max(),
            numerator,
            denominator,
            value,
            reason,
            units,
        })
    }

    /// A unit's figure as it is shown, and what it adds.
    fn judged(
        &self,
        (unit, name): (Arc<str>, Arc<str>),
        draft: Draft<'r>,
        today: NaiveDate,
        options: &Options,
    ) -> (RolledUnit, Option<Term>) {
        let (indicator, how) = draft.link.unzip();
        let of = draft.figure.ok();
        let mut rolled = RolledUnit {
            unit,
            name,
            indicator,
            how,
            observation: of.map(|of| of.id.clone()),
            date: of.map(|of| of.date),
            status: of.map(|of| of.status),
            numerator: of.and_then(|of| of.numerator),
            denominator: of.and_then(|of| of.denominator),
            value: None,
            included: false,
            reason: draft.figure.err(),
        };
        let Some((of, measure)) = of.zip(self.measure.as_ref()) else { return (rolled, None) };
        let term = measure.term(of, draft.own.as_ref());
        rolled.value = measure.shown(of, term.as_ref().map_err(|reason| *reason));
        let until = of.date.checked_add_months(Months::new(options.stale_months));
        rolled.reason = match &term {
            Err(reason) => Some(*reason),
            Ok(_) => until.is_some_and(|until| until < today).then_some(RollUpReason::Stale),
        };
        rolled.included = rolled.reason.is_none();
        (rolled, term.ok())
    }
}

/// The order of first records.
fn first(of: &Observation) -> impl Ord + '_ {
    (of.date, of.recorded, &of.id)
}

fn count<'u>(units: impl Iterator<Item = &'u RolledUnit>) -> u32 {
    u32::try_from(units.count()).unwrap_or(u32::MAX)
}
