//! The functions of `tiendo` for JavaScript: conversions, and no rule of their own.
//!
//! Text and bytes come in; plans, targets and registries come in as JSON, which the core reads within its limits, so no
//! object of a caller's can exhaust the stack. Plain objects go out. There are no classes, hence nothing to free.
//! `js/index.js`, the only caller, checks the types of what callers give, and documents the functions it makes of these.
#![expect(clippy::needless_pass_by_value, reason = "optional texts and objects cross by value only")]

mod error;
pub mod reporting;

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::de::value::Error as WordError;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};
use tiendo::{
    Agency, CompareOptions, Deadline, DeadlineOptions, Direction, ErrorCode, Fixed, Group, Measured,
    MeasuredValue, MilestoneTarget, Plan, Registry, Row, Task, Unit, Why,
};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::{refused, thrown, unplaced, within};

/// A result as a plain JavaScript value.
fn given<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// A flat object whose fields `js/index.js` has checked.
fn taken<T: DeserializeOwned>(object: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(object).map_err(JsValue::from)
}

fn number(text: &str, path: &str) -> Result<Fixed, JsValue> {
    text.parse().map_err(|error| refused(ErrorCode::BadNumber, path, format!("{error}")))
}

/// One of the codes of an enum.
fn word<T: DeserializeOwned>(text: &str, code: ErrorCode, path: &str) -> Result<T, JsValue> {
    T::deserialize(text.into_deserializer()).map_err(|error: WordError| {
        let message = error.to_string();
        let expected = message.rsplit_once(", expected ").map_or(message.as_str(), |(_, expected)| expected);
        refused(code, path, expected.to_owned())
    })
}

fn direction(code: &str) -> Result<Direction, JsValue> {
    word(code, ErrorCode::BadValue, "direction")
}

fn target(json: &str, argument: &str) -> Result<MilestoneTarget, JsValue> {
    MilestoneTarget::from_json(json.as_bytes()).map_err(|error| thrown(within(argument, error)))
}

/// The registry of a caller's, else the built-in one, which is read once.
fn registry(json: Option<String>) -> Result<Cow<'static, Registry>, JsValue> {
    static BUILTIN: LazyLock<Registry> = LazyLock::new(Registry::builtin);
    match json {
        Some(json) => Registry::from_json(json.as_bytes()).map(Cow::Owned).map_err(thrown),
        None => Ok(Cow::Borrowed(&BUILTIN)),
    }
}

/// A plan and the plan it derives from.
fn plans(child: &str, parent: &str) -> Result<(Plan, Plan), JsValue> {
    let read =
        |json: &str, name| Plan::from_json(json.as_bytes()).map_err(|error| thrown(within(name, error)));
    Ok((read(child, "child")?, read(parent, "parent")?))
}

/// A deadline and how its day follows from what is written.
#[derive(Serialize)]
struct ReadDeadline {
    #[serde(flatten)]
    deadline: Deadline,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why>,
}

impl From<Deadline> for ReadDeadline {
    fn from(deadline: Deadline) -> ReadDeadline {
        ReadDeadline { why: deadline.why(), deadline }
    }
}

/// Reads one numeral.
#[wasm_bindgen(js_name = parseNumber)]
pub fn parse_number(text: &str) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Numeral {
        value: Fixed,
        ambiguous: bool,
    }
    let numeral = tiendo::parse_number(text).map_err(thrown)?;
    given(&Numeral { value: numeral.value, ambiguous: numeral.ambiguous })
}

/// Reads one target cell, with its row's unit column where there is one.
#[wasm_bindgen(js_name = parseTarget)]
pub fn parse_target(text: &str, unit: Option<String>) -> Result<JsValue, JsValue> {
    given(&tiendo::parse_target(text, unit.as_deref()).map_err(thrown)?)
}

/// Reads one deadline cell.
#[wasm_bindgen(js_name = parseDeadline)]
pub fn parse_deadline(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    #[derive(Default, Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct Options {
        month_day: Option<i64>,
        before_inclusive: bool,
        following_years_judged: bool,
    }
    let Options { month_day, before_inclusive, following_years_judged } = taken(options)?;
    // One the core's type cannot hold becomes the greatest, for the core to refuse.
    let month_day = month_day.map(|day| u32::try_from(day).unwrap_or(u32::MAX));
    let options = DeadlineOptions { month_day, before_inclusive, following_years_judged };
    given(&ReadDeadline::from(
        tiendo::parse_deadline_with(text, options, &tiendo::Limits::default()).map_err(thrown)?,
    ))
}

/// Compares a value with a target.
#[wasm_bindgen]
pub fn compare(
    measured: JsValue,
    target_json: &str,
    direction_code: &str,
    options: JsValue,
) -> Result<JsValue, JsValue> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Given {
        value: Option<String>,
        present: Option<bool>,
        judgement: Option<bool>,
        unit: Option<String>,
        qualifier: Option<String>,
        full_years: Option<(String, String)>,
    }
    #[derive(Default, Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct Options {
        equal_exactly: bool,
        rising_decides: bool,
    }
    let Given { value, present, judgement, unit, qualifier, full_years } = taken(measured)?;
    let value = value.map(|value| number(&value, "measured.value")).transpose()?;
    let full_years = match full_years {
        Some((before, after)) => {
            Some((number(&before, "measured.fullYears[0]")?, number(&after, "measured.fullYears[1]")?))
        }
        None => None,
    };
    let value = MeasuredValue::one_of(value, present, judgement).map_err(thrown)?;
    let measured = Measured { value, unit: unit.map(Unit::from), qualifier, full_years };
    let Options { equal_exactly, rising_decides } = taken(options)?;
    let options = CompareOptions { equal_exactly, rising_decides };
    let target = target(target_json, "target")?;
    given(&tiendo::compare_with(&measured, &target, direction(direction_code)?, options))
}

/// How much a target asks beside another.
#[wasm_bindgen(js_name = compareTargets)]
pub fn compare_targets(own: &str, other: &str, direction_code: &str) -> Result<JsValue, JsValue> {
    let (own, other) = (target(own, "target")?, target(other, "other")?);
    given(&tiendo::compare_targets(&own, &other, direction(direction_code)?))
}

/// Splits a cell of agencies.
#[wasm_bindgen(js_name = splitAgencies)]
pub fn split_agencies(cell: &str, registry_json: Option<String>) -> Result<JsValue, JsValue> {
    given(&registry(registry_json)?.split(cell))
}

/// The bodies and groups of a registry.
#[wasm_bindgen]
pub fn agencies(registry_json: Option<String>) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Known<'r> {
        agencies: &'r [Agency],
        groups: &'r [Group],
    }
    let registry = registry(registry_json)?;
    given(&Known { agencies: registry.agencies(), groups: registry.groups() })
}

/// Reads a plan's JSON: the plan, the row of each indicator and the deadline of each task, in the plan's order.
#[wasm_bindgen(js_name = planFromJson)]
pub fn plan_from_json(json: &[u8]) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Read<'p> {
        plan: &'p Plan,
        rows: Vec<Row>,
        deadlines: Vec<ReadDeadline>,
    }
    let plan = Plan::from_json(json).map_err(thrown)?;
    let rows = plan.indicators.iter().map(|indicator| plan.row(indicator)).collect();
    let deadlines = plan.tasks.iter().map(Task::read_deadline).map(ReadDeadline::from).collect();
    given(&Read { plan: &plan, rows, deadlines })
}

/// Writes a plan's JSON in the library's one form, from JSON of any form.
#[wasm_bindgen(js_name = planToJson)]
pub fn plan_to_json(json: &str) -> Result<String, JsValue> {
    Ok(Plan::from_json(json.as_bytes()).map_err(|error| thrown(unplaced(error)))?.to_json())
}

/// What a careful reader of a plan would remark on.
#[wasm_bindgen]
pub fn lint(plan: &str, registry_json: Option<String>) -> Result<JsValue, JsValue> {
    let plan = Plan::from_json(plan.as_bytes()).map_err(|error| thrown(unplaced(error)))?;
    given(&plan.lint(&*registry(registry_json)?))
}

/// Compares a plan with the plan it derives from.
#[wasm_bindgen(js_name = comparePlans)]
pub fn compare_plans(child: &str, parent: &str, registry_json: Option<String>) -> Result<JsValue, JsValue> {
    let (child, parent) = plans(child, parent)?;
    given(&tiendo::compare_plans(&child, &parent, &*registry(registry_json)?).map_err(thrown)?)
}

/// Links by name between two plans.
#[wasm_bindgen(js_name = suggestLinks)]
pub fn suggest_links(child: &str, parent: &str) -> Result<JsValue, JsValue> {
    let (child, parent) = plans(child, parent)?;
    given(&tiendo::suggest_links(&child, &parent))
}

#[cfg(test)]
mod tests {
    use tiendo::{
        AgencyKind, CutoffRule, Cycle, DateRule, DayOffShift, DecidedBy, Derivation, Direction, DueStep,
        ErrorCode, ExemptReason, FindingCode, IntervalPosition, ItemKind, Level, MeasureKind, NoteCode,
        Reason, ReportStanding, Source, Strength, TargetKind, Trend,
    };

    /// The words of a union type of the package's declarations.
    fn declared(name: &str) -> Vec<&str> {
        let text = include_str!("../js/index.d.ts");
        let (_, after) = text.split_once(&format!("export type {name} =")).expect(name);
        let (union, _) = after.split_once(';').expect(name);
        union.split('\'').skip(1).step_by(2).collect()
    }

    #[test]
    fn the_declarations_list_every_code() {
        macro_rules! check {
            ($($name:ident)*) => {
                $(
                    let codes: Vec<&str> = $name::ALL.iter().map(|code| code.as_str()).collect();
                    assert_eq!(declared(stringify!($name)), codes, stringify!($name));
                )*
            };
        }
        check!(AgencyKind CutoffRule Cycle DateRule DayOffShift DecidedBy Derivation Direction DueStep ErrorCode);
        check!(ExemptReason FindingCode IntervalPosition ItemKind Level MeasureKind NoteCode Reason);
        check!(ReportStanding Source Strength TargetKind Trend);
    }
}
