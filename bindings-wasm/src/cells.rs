//! Cells: numbers, targets and deadlines as they are written, and what was measured beside them.

use tiendo::{
    CompareOptions, Deadline, DeadlineOptions, Direction, Error, ErrorCode, Measured, MilestoneTarget,
    Observation,
};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::within;
use crate::{argument, code, limits_of, result};

fn target(json: &str, name: &str) -> Result<MilestoneTarget, Error> {
    MilestoneTarget::from_json(json.as_bytes()).map_err(|error| within(name, error))
}

fn deadline(json: &str, name: &str) -> Result<Deadline, Error> {
    result(json, name)
}

fn direction(text: &str) -> Result<Direction, Error> {
    code(text, ErrorCode::BadValue, "direction")
}

fn measured_of(json: &str) -> Result<Measured, Error> {
    Measured::from_json(json.as_bytes()).map_err(|error| within("measured", error))
}

exports! {
    parseNumber(text: &str) => tiendo::parse_number(text)?;
    parseTarget(text: &str, unit: Option<String>, limits: &str) =>
        tiendo::parse_target_with(text, unit.as_deref(), &limits_of(limits)?)?;
    readSentence(text: &str, limits: &str) => tiendo::read_sentence_with(text, &limits_of(limits)?)?;
    targetNotation(of: &str) => target(of, "target")?.to_notation();
    targetsMeanTheSame(of: &str, other: &str) => target(of, "target")?.means_the_same(&target(other, "other")?);
    isNumeric(of: &str) => target(of, "target")?.is_numeric();
    parseDeadline(text: &str, options: &str, limits: &str) => tiendo::parse_deadline_with(
        text, argument(options, "options", DeadlineOptions::from_json)?, &limits_of(limits)?,
    )?;
    parseRegime(text: &str, limits: &str) => tiendo::parse_regime_with(text, &limits_of(limits)?)?;
    deadlineWhy(of: &str) => deadline(of, "deadline")?.why();
    deadlineNotation(of: &str) => deadline(of, "deadline")?.to_notation();
    deadlinesMeanTheSame(of: &str, other: &str) =>
        deadline(of, "deadline")?.means_the_same(&deadline(other, "other")?);
    compare(measured: &str, of: &str, better: &str, options: &str) => tiendo::compare_with(
        &measured_of(measured)?, &target(of, "target")?, direction(better)?,
        argument(options, "options", CompareOptions::from_json)?,
    );
    compareTargets(of: &str, other: &str, better: &str) =>
        tiendo::compare_targets(&target(of, "target")?, &target(other, "other")?, direction(better)?);
    measured(of: &str) => result::<Observation>(of, "observation")?.measured();
}

/// Orders codes of indicators; called by every step of a sort, so without JSON.
#[wasm_bindgen]
pub fn compareCodes(a: &str, b: &str) -> i8 {
    tiendo::compare_codes(a, b) as i8
}
