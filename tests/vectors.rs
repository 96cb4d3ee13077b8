//! Runs the vectors every language shares against the Rust API; `tests/README.md` has their format.

use std::collections::BTreeSet;
use std::fs::{OpenOptions, read_to_string};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, from_value, json, to_value};
use tiendo::{
    Calendar, CompareOptions, Cycle, Direction, Error, Finding, FindingCode, Fixed, GivenReport, Lang,
    Measured, MeasuredValue, Obligations, Period, Plan, Record, Records, Registry, ReportingOptions,
    ReportingQuery, Unit,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    function: String,
    description: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    description: String,
    input: Value,
    expected: Option<Value>,
    error: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cell {
    text: Option<String>,
    repeat: Option<Repeat>,
    unit: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Repeat {
    text: String,
    times: usize,
}

impl Cell {
    fn text(&self) -> String {
        match (&self.text, &self.repeat) {
            (Some(text), None) => text.clone(),
            (None, Some(repeat)) => repeat.text.repeat(repeat.times),
            _ => panic!("an input has either `text` or `repeat`"),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Compared {
    value: Option<Fixed>,
    present: Option<bool>,
    judgement: Option<bool>,
    value_unit: Option<String>,
    qualifier: Option<String>,
    full_years: Option<(Fixed, Fixed)>,
    target: String,
    target_unit: Option<String>,
    direction: Direction,
    #[serde(default)]
    equal_exactly: bool,
    #[serde(default)]
    rising_decides: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanInput {
    json: Option<String>,
    builtin: Option<String>,
}

/// The plan of an input.
fn plan(json: Option<&str>, builtin: Option<&str>) -> Result<Plan, Error> {
    match (json, builtin) {
        (Some(json), None) => Plan::from_json(json.as_bytes()),
        (None, Some(id)) => Plan::builtin(id),
        _ => panic!("an input has either `json` or `builtin`"),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgencyInput {
    cell: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LintInput {
    json: Option<String>,
    builtin: Option<String>,
    code: FindingCode,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineageInput {
    child: String,
    parent: String,
    code: FindingCode,
}

#[test]
fn numbers() {
    run("numbers.json", "parseNumber", |input| {
        let cell: Cell = from_value(input).unwrap();
        let number = tiendo::parse_number(&cell.text())?;
        Ok(json!({ "value": number.value, "ambiguous": number.ambiguous }))
    });
}

#[test]
fn targets() {
    run("targets.json", "parseTarget", |input| {
        let cell: Cell = from_value(input).unwrap();
        Ok(verbatim(tiendo::parse_target(&cell.text(), cell.unit.as_deref())?, &cell.text()))
    });
}

#[test]
fn deadlines() {
    run("deadlines.json", "parseDeadline", |input| {
        let cell: Cell = from_value(input).unwrap();
        Ok(verbatim(tiendo::parse_deadline(&cell.text())?, &cell.text()))
    });
}

#[test]
fn comparison() {
    run("comparison.json", "compare", |input| {
        let input: Compared = from_value(input).unwrap();
        let target = tiendo::parse_target(&input.target, input.target_unit.as_deref())?;
        let measured = Measured {
            value: MeasuredValue::one_of(input.value, input.present, input.judgement)?,
            unit: input.value_unit.map(Unit::from),
            qualifier: input.qualifier,
            full_years: input.full_years,
        };
        let options =
            CompareOptions { equal_exactly: input.equal_exactly, rising_decides: input.rising_decides };
        Ok(to_value(tiendo::compare_with(&measured, &target, input.direction, options)).unwrap())
    });
}

#[test]
fn plans() {
    run("plans.json", "planFromJson", |input| {
        let input: PlanInput = from_value(input).unwrap();
        let plan = plan(input.json.as_deref(), input.builtin.as_deref())?;
        Ok(json!({ "id": plan.id, "indicators": plan.indicators.len(), "tasks": plan.tasks.len() }))
    });
}

#[test]
fn agencies() {
    let registry = Registry::builtin();
    run("agencies.json", "splitAgencies", |input| {
        let input: AgencyInput = from_value(input).unwrap();
        Ok(verbatim(registry.split(&input.cell)?, &input.cell))
    });
}

#[test]
fn lint() {
    let registry = Registry::builtin();
    run("lint.json", "lint", |input| {
        let input: LintInput = from_value(input).unwrap();
        let plan = plan(input.json.as_deref(), input.builtin.as_deref())?;
        Ok(of_code(&plan.lint(&registry), input.code))
    });
}

#[test]
fn lineage() {
    let registry = Registry::builtin();
    run("lineage.json", "comparePlans", |input| {
        let input: LineageInput = from_value(input).unwrap();
        let (child, parent) = (Plan::builtin(&input.child)?, Plan::builtin(&input.parent)?);
        Ok(of_code(&tiendo::compare_plans(&child.view(), &parent.view(), &registry)?, input.code))
    });
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodInput {
    id: Option<String>,
    cycle: Option<Cycle>,
    date: Option<NaiveDate>,
}

#[test]
fn periods() {
    run("periods.json", "period", |input| {
        let input: PeriodInput = from_value(input).unwrap();
        let period = match (input.id, input.cycle.zip(input.date)) {
            (Some(id), None) => Some(id.parse::<Period>()?),
            (None, Some((cycle, date))) => Period::holding(cycle, date),
            _ => panic!("an input has either `id` or `cycle` and `date`"),
        };
        Ok(period.map_or(json!({}), |period| {
            json!({
                "id": period, "cycle": period.cycle(), "start": period.start(), "end": period.end(),
                "vi": period.label(Lang::Vi), "en": period.label(Lang::En),
            })
        }))
    });
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReportingInput {
    json: Option<String>,
    builtin: Option<String>,
    start: NaiveDate,
    end: NaiveDate,
    #[serde(default)]
    agencies: Vec<String>,
    effective: Option<NaiveDate>,
    #[serde(default)]
    given: Vec<GivenReport>,
    #[serde(default)]
    options: ReportingOptions,
    calendar: Option<String>,
    #[serde(default)]
    records: Vec<Record>,
    today: Option<NaiveDate>,
}

impl ReportingInput {
    fn obligations(&self) -> Result<Obligations, Error> {
        let plan = plan(self.json.as_deref(), self.builtin.as_deref())?;
        let calendar = self.calendar.as_ref().map(|json| Calendar::from_json(json.as_bytes())).transpose()?;
        plan.obligations(&ReportingQuery {
            agencies: self.agencies.clone(),
            effective: self.effective,
            given: self.given.clone(),
            options: self.options,
            calendar: calendar.map(Arc::new),
            ..ReportingQuery::between(self.start, self.end)
        })
    }
}

/// What a case may give of an obligation, and of a report judged.
const OF_AN_OBLIGATION: &[&str] = &[
    "rule",
    "period",
    "agency",
    "written",
    "due",
    "steps",
    "unsourcedDays",
    "cutoff",
    "coincides",
    "exempt",
];
const OF_A_STANDING: &[&str] =
    &["rule", "period", "agency", "standing", "days", "submitted", "returned", "exempt"];

/// A list of objects, of each only some fields.
fn only(list: &Value, fields: &[&str]) -> Value {
    let keep = |item: &Value| -> Value {
        let item = item.as_object().unwrap();
        item.iter()
            .filter(|(field, _)| fields.contains(&field.as_str()))
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect()
    };
    list.as_array().unwrap().iter().map(keep).collect()
}

#[test]
fn due_dates() {
    run_in_part("due-dates.json", "obligations", |input| {
        let all = from_value::<ReportingInput>(input).unwrap().obligations()?;
        let codes: Vec<_> = all.findings().iter().map(|finding| finding.code).collect();
        Ok(
            json!({ "reports": only(&to_value(&all).unwrap()["reports"], OF_AN_OBLIGATION), "findings": codes }),
        )
    });
}

#[test]
fn timeliness() {
    run_in_part("timeliness.json", "timeliness", |input| {
        let input: ReportingInput = from_value(input).unwrap();
        let all = input.obligations()?;
        let records = Records { schema_version: 1, synthetic: true, note: None, records: input.records };
        let today = input.today.expect("a day to judge");
        let timeliness = all.timeliness(records.submissions(), records.exemptions(), today)?;
        let mut result = to_value(&timeliness).unwrap();
        result["reports"] = only(&result["reports"], OF_A_STANDING);
        result["sentences"] = json!(timeliness.sentences(Lang::Vi)?);
        Ok(result)
    });
}

/// The findings of one code, each without it.
fn of_code(findings: &[Finding], code: FindingCode) -> Value {
    let found = findings.iter().filter(|finding| finding.code == code);
    let found: Vec<Value> = found
        .map(|finding| json!({ "places": finding.places, "vi": finding.sentence(Lang::Vi), "en": finding.sentence(Lang::En) }))
        .collect();
    json!({ "findings": found })
}

/// Runs every case of a file and fails with all that differ, not only the first.
fn run(name: &str, function: &str, call: impl Fn(Value) -> Result<Value, Error>) {
    run_each(name, function, |case| differs(case, &call));
}

/// As `run`, comparing of a result only the fields a case gives.
fn run_in_part(name: &str, function: &str, call: impl Fn(Value) -> Result<Value, Error>) {
    run_each(name, function, |case| {
        let given: Vec<String> =
            case.expected.iter().flat_map(|expected| expected.as_object().unwrap().keys().cloned()).collect();
        differs(case, |input| {
            let Value::Object(result) = call(input)? else { panic!("a result is an object") };
            Ok(result.into_iter().filter(|(field, _)| given.contains(field)).collect())
        })
    });
}

fn run_each(name: &str, function: &str, differs: impl Fn(Case) -> Option<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name);
    let file: File = serde_json::from_str(&read_to_string(path).unwrap()).unwrap();
    assert_eq!(file.function, function, "{name} is for this function");
    assert!(!file.description.is_empty(), "{name} says what it covers");
    let descriptions: BTreeSet<&str> = file.cases.iter().map(|case| case.description.as_str()).collect();
    assert_eq!(descriptions.len(), file.cases.len(), "descriptions in {name} are unique");

    let total = file.cases.len();
    let failures: Vec<String> = file.cases.into_iter().filter_map(differs).collect();
    record(name, total - failures.len(), failures.len());
    assert!(
        failures.is_empty(),
        "{} of {total} cases in {name} fail\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// What a failing case expected and got.
fn differs(case: Case, call: impl Fn(Value) -> Result<Value, Error>) -> Option<String> {
    let input = case.input.clone();
    let (expected, actual) = match (case.expected, case.error) {
        (Some(expected), None) => {
            let actual = call(case.input).map(|result| normalised(result, &expected));
            (expected, actual)
        }
        (None, Some(error)) => {
            assert!(error.contains_key("code") && error.contains_key("path"), "{}", case.description);
            let actual = match call(case.input) {
                Ok(result) => normalised(result, &Value::Null),
                // Of an error only the fields the case gives are compared.
                Err(actual) => {
                    let actual = to_value(actual).unwrap();
                    error.keys().map(|key| (key.clone(), actual[key].clone())).collect()
                }
            };
            (error.into(), Ok(actual))
        }
        _ => panic!("a case has either `expected` or `error`: {}", case.description),
    };
    if actual.as_ref() == Ok(&expected) {
        return None;
    }
    let actual = actual.map_or_else(|error| error.to_string(), |value| value.to_string());
    Some(format!(
        "- {}\n    input    {input}\n    expected {expected}\n    actual   {actual}",
        case.description
    ))
}

/// A result whose own text must be the cell's; where it is not, a field that no case expects.
fn verbatim(result: impl serde::Serialize, text: &str) -> Value {
    let mut result = to_value(result).unwrap();
    if result["text"] != text {
        result["textChanged"] = result["text"].take();
    }
    result
}

/// A result without its texts, without what says nothing, and with its sentences only where the case gives them.
fn normalised(value: Value, expected: &Value) -> Value {
    let keep = |key: &str, value: &Value| {
        let empty = value.is_null() || *value == json!(false) || *value == json!([]);
        let unwanted = ["why", "vi", "en"].contains(&key) && expected.get(key).is_none();
        !(empty || unwanted || key == "text")
    };
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(key, value)| keep(key, value))
            .map(|(key, value)| {
                let value = normalised(value, &expected[&key]);
                (key, value)
            })
            .collect(),
        Value::Array(items) => {
            items.into_iter().enumerate().map(|(at, item)| normalised(item, &expected[at])).collect()
        }
        value => value,
    }
}

/// Adds the counts to the table of the whole run.
fn record(name: &str, passed: usize, failed: usize) {
    if let Some(path) = std::env::var_os("TIENDO_VECTORS") {
        let mut table = OpenOptions::new().create(true).append(true).open(path).unwrap();
        table.write_all(format!("rust\t{name}\t{passed}\t{failed}\n").as_bytes()).unwrap();
    }
}
