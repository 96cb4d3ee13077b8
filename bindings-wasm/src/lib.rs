//! The functions of `tiendo` for JavaScript: conversions, and no rule of their own.
//!
//! Text and bytes come in, and whatever is compound comes in as JSON: serde_json bounds its depth, so no object of a
//! caller's can exhaust the stack. Plain objects go out. There are no classes, hence nothing to free.
//! `js/index.js`, the only caller, checks the types of what callers give, and documents the functions it makes of these.

mod error;

use serde::{Deserialize, Serialize};
use tiendo::{
    CompareOptions, Deadline, DeadlineOptions, Direction, Fixed, Measured, MeasuredValue, MilestoneTarget,
    Plan, Row, Unit,
};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::{bad_json, thrown};

/// A result as a plain JavaScript value.
fn given<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// A compound argument from its JSON.
fn taken<'j, T: Deserialize<'j>>(json: &'j str) -> Result<T, JsValue> {
    let mut reader = serde_json::Deserializer::from_slice(json.as_bytes());
    serde_path_to_error::deserialize(&mut reader).map_err(|error| thrown(&bad_json(&error)))
}

/// Reads one numeral.
#[wasm_bindgen(js_name = parseNumber)]
pub fn parse_number(text: &str) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Numeral {
        value: Fixed,
        ambiguous: bool,
    }
    let numeral = tiendo::parse_number(text).map_err(|error| thrown(&error))?;
    given(&Numeral { value: numeral.value, ambiguous: numeral.ambiguous })
}

/// Reads one target cell, with its row's unit column where there is one.
#[wasm_bindgen(js_name = parseTarget)]
#[expect(clippy::needless_pass_by_value, reason = "an optional text crosses by value only")]
pub fn parse_target(text: &str, unit: Option<String>) -> Result<JsValue, JsValue> {
    given(&tiendo::parse_target(text, unit.as_deref()).map_err(|error| thrown(&error))?)
}

/// Reads one deadline cell.
#[wasm_bindgen(js_name = parseDeadline)]
pub fn parse_deadline(text: &str, options: &str) -> Result<JsValue, JsValue> {
    #[derive(Default, Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct Options {
        month_day: Option<u32>,
        before_inclusive: bool,
        following_years_judged: bool,
    }
    let Options { month_day, before_inclusive, following_years_judged } = taken(options)?;
    let options = DeadlineOptions { month_day, before_inclusive, following_years_judged };
    given(&tiendo::parse_deadline_with(text, options).map_err(|error| thrown(&error))?)
}

/// Compares a value with a target.
#[wasm_bindgen]
pub fn compare(input: &str) -> Result<JsValue, JsValue> {
    #[derive(Deserialize)]
    struct Input {
        measured: Given,
        target: MilestoneTarget,
        direction: Direction,
        options: Options,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Given {
        value: Option<Fixed>,
        present: Option<bool>,
        judgement: Option<bool>,
        unit: Option<Unit>,
        qualifier: Option<String>,
        full_years: Option<(Fixed, Fixed)>,
    }
    #[derive(Default, Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct Options {
        equal_exactly: bool,
        rising_decides: bool,
    }
    let Input { measured, target, direction, options } = taken(input)?;
    let Options { equal_exactly, rising_decides } = options;
    let value = MeasuredValue::one_of(measured.value, measured.present, measured.judgement)
        .map_err(|error| thrown(&error))?;
    let Given { unit, qualifier, full_years, .. } = measured;
    let measured = Measured { value, unit, qualifier, full_years };
    let options = CompareOptions { equal_exactly, rising_decides };
    given(&tiendo::compare_with(&measured, &target, direction, options))
}

/// Reads a plan's JSON: the plan, the row of each indicator and the deadline of each task, in the plan's order.
#[wasm_bindgen(js_name = planFromJson)]
pub fn plan_from_json(json: &[u8]) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Read<'p> {
        plan: &'p Plan,
        rows: Vec<Row>,
        deadlines: Vec<Deadline>,
    }
    let plan = Plan::from_json(json).map_err(|error| thrown(&error))?;
    let rows = plan.indicators.iter().map(|indicator| plan.row(indicator)).collect();
    let deadlines = plan.tasks.iter().map(tiendo::Task::read_deadline).collect();
    given(&Read { plan: &plan, rows, deadlines })
}

/// Writes a plan's JSON in the library's one form, from JSON of any form.
#[wasm_bindgen(js_name = planToJson)]
pub fn plan_to_json(json: &str) -> Result<String, JsValue> {
    // Lines and columns would be those of a text the caller never saw.
    let plan = Plan::from_json(json.as_bytes())
        .map_err(|error| thrown(&tiendo::Error { row: None, column: None, ..error }))?;
    Ok(plan.to_json())
}

#[cfg(test)]
mod tests {
    use tiendo::{
        Cycle, DateRule, DecidedBy, Direction, ErrorCode, IntervalPosition, Level, MeasureKind, NoteCode,
        Reason, Source, TargetKind, Trend,
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
        check!(Cycle DateRule DecidedBy Direction ErrorCode IntervalPosition Level MeasureKind NoteCode Reason);
        check!(Source TargetKind Trend);
    }
}
