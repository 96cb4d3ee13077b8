//! The functions of `tiendo` for JavaScript: conversions, and no rule of their own.
//!
//! Text and bytes come in: plans, targets, registries and questions as JSON, which the core reads within its limits, so no
//! object of a caller's can exhaust the stack. Results go out as plain objects, which their JSON makes. There are no classes,
//! hence nothing to free.
//! `js/index.js`, the only caller, checks the types of what callers give, and documents the functions it makes of these.
#![expect(clippy::needless_pass_by_value, reason = "optional texts cross by value only")]

pub mod agencies;
mod error;
pub mod plans;
pub mod reporting;

use std::str::FromStr;

use serde::Serialize;
use tiendo::{
    CompareOptions, Deadline, DeadlineOptions, Direction, ErrorCode, Exempt, Fixed, Lang, Limits, Measured,
    MeasuredValue, MilestoneTarget, NoteCode, Reason, Unit, UnknownCode, Why,
};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::{refused, thrown, within};
use crate::reporting::date;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(json: &str) -> Result<JsValue, JsValue>;
}

/// A result as a plain JavaScript value, which its JSON makes.
fn plain<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    parse(&serde_json::to_string(value).map_err(|error| JsValue::from(error.to_string()))?)
}

/// A list that may be long, in parts, so that no text holds all of it.
fn plain_in_parts<T: Serialize>(items: impl Iterator<Item = T>) -> Result<Vec<JsValue>, JsValue> {
    let mut items = items.peekable();
    let mut parts = Vec::new();
    while items.peek().is_some() {
        parts.push(plain(&items.by_ref().take(1_000).collect::<Vec<T>>())?);
    }
    Ok(parts)
}

/// The limits of a caller's, else the default ones.
fn limits_of(json: Option<String>) -> Result<Limits, JsValue> {
    match json {
        Some(json) => Limits::from_json(json.as_bytes()).map_err(|error| thrown(within("limits", error))),
        None => Ok(Limits::default()),
    }
}

fn number(text: &str, path: &str) -> Result<Fixed, JsValue> {
    let vi = "số thập phân chính xác viết dạng văn bản, tối đa sáu chữ số thập phân".to_owned();
    let en = "an exact decimal as text, at most six decimals".to_owned();
    text.parse().map_err(|_| refused(ErrorCode::BadNumber, path, (vi, en)))
}

/// One of the codes of a list.
fn word<T: FromStr<Err = UnknownCode>>(text: &str, code: ErrorCode, path: &str) -> Result<T, JsValue> {
    text.parse().map_err(|UnknownCode { known, .. }| {
        let known = format!("`{}`", known.join("`, `"));
        refused(code, path, (format!("một trong {known}"), format!("one of {known}")))
    })
}

fn lang(code: Option<String>) -> Result<Lang, JsValue> {
    code.map_or(Ok(Lang::default()), |code| word(&code, ErrorCode::BadOption, "lang"))
}

fn direction(code: &str) -> Result<Direction, JsValue> {
    word(code, ErrorCode::BadValue, "direction")
}

fn target(json: &str, argument: &str) -> Result<MilestoneTarget, JsValue> {
    MilestoneTarget::from_json(json.as_bytes()).map_err(|error| thrown(within(argument, error)))
}

/// A deadline and how its day follows from what is written, of which `js/index.js` makes one object.
fn with_why(deadline: &Deadline) -> (&Deadline, Option<Why>) {
    (deadline, deadline.why())
}

/// The default limits.
#[wasm_bindgen]
pub fn limits() -> Result<JsValue, JsValue> {
    plain(&Limits::default())
}

/// Every list of codes, with labels.
#[wasm_bindgen(js_name = codeLists)]
pub fn code_lists() -> Result<JsValue, JsValue> {
    plain(&tiendo::code_lists())
}

/// What a note says.
#[wasm_bindgen(js_name = noteSentence)]
pub fn note_sentence(code: &str, in_lang: Option<String>) -> Result<String, JsValue> {
    let code: NoteCode = word(code, ErrorCode::BadValue, "code")?;
    Ok(code.sentence(lang(in_lang)?).to_owned())
}

/// Why a verdict is undetermined, as a sentence.
#[wasm_bindgen(js_name = reasonSentence)]
pub fn reason_sentence(code: &str, in_lang: Option<String>) -> Result<String, JsValue> {
    let code: Reason = word(code, ErrorCode::BadValue, "code")?;
    Ok(code.sentence(lang(in_lang)?).to_owned())
}

/// Why a body need not send a report, as a sentence.
#[wasm_bindgen(js_name = exemptSentence)]
pub fn exempt_sentence(
    reason: &str,
    on: Option<String>,
    successor: Option<String>,
    text: Option<String>,
    in_lang: Option<String>,
) -> Result<String, JsValue> {
    let reason = word(reason, ErrorCode::BadValue, "exempt.reason")?;
    let on = on.map(|on| date(&on, "exempt.date")).transpose()?;
    let exempt =
        Exempt { reason, date: on, successor: successor.map(Into::into), text: text.map(Into::into) };
    Ok(exempt.sentence(lang(in_lang)?))
}

/// Reads one numeral.
#[wasm_bindgen(js_name = parseNumber)]
pub fn parse_number(text: &str) -> Result<JsValue, JsValue> {
    plain(&tiendo::parse_number(text).map_err(thrown)?)
}

/// Reads one target cell, with its row's unit column where there is one.
#[wasm_bindgen(js_name = parseTarget)]
pub fn parse_target(text: &str, unit: Option<String>, limits: Option<String>) -> Result<JsValue, JsValue> {
    plain(&tiendo::parse_target_with(text, unit.as_deref(), &limits_of(limits)?).map_err(thrown)?)
}

/// Reads one deadline cell.
#[wasm_bindgen(js_name = parseDeadline)]
pub fn parse_deadline(
    text: &str,
    month_day: Option<i64>,
    before_inclusive: bool,
    following_years_judged: bool,
    limits: Option<String>,
) -> Result<JsValue, JsValue> {
    // One the core's type cannot hold becomes the greatest, for the core to refuse.
    let month_day = month_day.map(|day| u32::try_from(day).unwrap_or(u32::MAX));
    let options = DeadlineOptions { month_day, before_inclusive, following_years_judged };
    let read = tiendo::parse_deadline_with(text, options, &limits_of(limits)?).map_err(thrown)?;
    plain(&with_why(&read))
}

/// Compares a value with a target. Of full years there are two or none.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "the fields of what was measured")]
pub fn compare(
    value: Option<String>,
    present: Option<bool>,
    judgement: Option<bool>,
    unit: Option<String>,
    qualifier: Option<String>,
    full_years: Vec<String>,
    target_json: &str,
    direction_code: &str,
    equal_exactly: bool,
    rising_decides: bool,
) -> Result<JsValue, JsValue> {
    let value = value.map(|value| number(&value, "measured.value")).transpose()?;
    let full_years = match full_years.as_slice() {
        [before, after] => {
            Some((number(before, "measured.fullYears[0]")?, number(after, "measured.fullYears[1]")?))
        }
        _ => None,
    };
    let value = MeasuredValue::one_of(value, present, judgement).map_err(thrown)?;
    let measured = Measured { value, unit: unit.map(Unit::from), qualifier, full_years };
    let target = target(target_json, "target")?;
    let options = CompareOptions { equal_exactly, rising_decides };
    plain(&tiendo::compare_with(&measured, &target, direction(direction_code)?, options))
}

/// How much a target asks beside another.
#[wasm_bindgen(js_name = compareTargets)]
pub fn compare_targets(own: &str, other: &str, direction_code: &str) -> Result<JsValue, JsValue> {
    let (own, other) = (target(own, "target")?, target(other, "other")?);
    plain(&tiendo::compare_targets(&own, &other, direction(direction_code)?))
}
