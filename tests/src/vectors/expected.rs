//! Whether a case's result is what was authored.

use std::collections::BTreeSet;

use serde_json::{Value, json, to_value};

use super::authored::{Case, File};
use super::call::call;

/// What a case expected and got, where the two differ.
///
/// # Panics
/// Where the case is not of the format.
#[must_use]
pub fn differs(file: &File, case: &Case) -> Option<String> {
    let function = case.function.as_deref().unwrap_or(&file.function);
    let whole = case.whole_input(function);
    let actual = match (call(function, &whole), &case.expected, &case.error) {
        (Ok(output), Some(expected), _) if PART_OF.contains(&function) => {
            let output = serde_json::from_str(&output).expect("a result is JSON");
            part_of(&output, expected, matches!(function, "assess" | "periodReport"))
        }
        (Ok(output), Some(expected), _) => {
            let output = serde_json::from_str(&output).expect("a result is JSON");
            normalised(in_part(function, case, &whole, output, expected), expected)
        }
        (Ok(output), None, _) => output.into(),
        // Of an error only the fields the case gives are compared.
        (Err(error), None, Some(expected)) => {
            let error = to_value(error).expect("an error is JSON");
            expected.keys().map(|key| (key.clone(), error[key].clone())).collect()
        }
        (Err(error), ..) => json!(error),
    };
    let expected = case.expected.clone().or(case.error.clone().map(Value::Object)).unwrap_or_default();
    let Case { description, input, .. } = case;
    let input = Value::Object(input.clone());
    (actual != expected).then(|| {
        format!("- {description}\n    input    {input}\n    expected {expected}\n    actual   {actual}")
    })
}

/// The functions of which a case gives what it names, at every depth.
const PART_OF: [&str; 5] = ["assess", "changes", "sensitivity", "rollUp", "periodReport"];

/// What a case may give of an obligation, and of a report judged.
const OF_AN_OBLIGATION: [&str; 10] =
    ["rule", "period", "agency", "written", "due", "steps", "unsourcedDays", "cutoff", "coincides", "exempt"];
const OF_A_REPORT: [&str; 8] =
    ["rule", "period", "agency", "standing", "days", "submitted", "returned", "exempt"];

/// The part of a result that a case speaks of.
fn in_part(function: &str, case: &Case, whole: &Value, mut result: Value, expected: &Value) -> Value {
    match function {
        // The own text of a result is the cell's; where it is not, it is a field that no case expects.
        "parseTarget" | "readSentence" | "parseDeadline" | "parseRegime" | "splitAgencies" => {
            let cell = &whole[if function == "splitAgencies" { "cell" } else { "text" }];
            if cell.is_string() && *cell != result["text"] {
                result["textChanged"] = result["text"].take();
            }
            result
        }
        "planFromJson" => {
            let plan = &result["plan"];
            let count = |list: &str| plan[list].as_array().map_or(0, Vec::len);
            json!({ "id": plan["id"], "indicators": count("indicators"), "tasks": count("tasks") })
        }
        "lint" | "comparePlans" => {
            let Value::Array(findings) = result else { panic!("findings are a list") };
            let of_code =
                findings.into_iter().filter(|finding| Some(&finding["code"]) == case.input.get("code"));
            json!({ "findings": of_code.map(|finding| only(&finding, &["places", "vi", "en", "severity"])).collect::<Vec<_>>() })
        }
        "obligations" => {
            result["reports"] = each(&result["reports"], &OF_AN_OBLIGATION);
            let findings = result["findings"].as_array().into_iter().flatten();
            result["findings"] = findings.map(|finding| finding["code"].clone()).collect();
            given(result, expected)
        }
        "timeliness" => {
            let mut judged = result["timeliness"].take();
            judged["reports"] = each(&judged["reports"], &OF_A_REPORT);
            judged["sentences"] = result["vi"].take();
            given(judged, expected)
        }
        // Nothing is written as an object without fields.
        _ if result.is_null() => json!({}),
        "expand" => each(&result, &["kind", "id", "name"]),
        "dutiesOfMonth" => each(&result, &["plan", "rule", "period", "due"]),
        "dayStatus" => {
            if !result["day"].is_null() {
                result["day"] = only(&result["day"], &["date", "off", "name"]);
            }
            result
        }
        "suggestLinks" => {
            let links = result.as_array().into_iter().flatten();
            let own = links.filter(|link| Some(&link["child"]) == case.input.get("item"));
            own.map(|link| only(link, &["kind", "parent"])).collect()
        }
        "icalendar" => {
            let lines = result.as_str().unwrap_or_default().lines();
            let told = lines.filter(|line| ["DTSTART", "DTSTAMP"].iter().any(|name| line.starts_with(name)));
            told.map(Value::from).collect()
        }
        "period" | "find" | "latest" if *expected != json!({}) => given(result, expected),
        "recordsFromJson" | "calendarFromJson" | "registryFromJson" | "calendarById" => {
            given(result, expected)
        }
        _ => result,
    }
}

/// What a case gives of a result, at every depth; of a list of items all, or those it names by their own codes or numbers.
fn part_of(result: &Value, expected: &Value, by_name: bool) -> Value {
    match (result, expected) {
        (Value::Object(_), Value::Object(fields)) => {
            fields.iter().map(|(key, of)| (key.clone(), part_of(&result[key], of, by_name))).collect()
        }
        (Value::Array(items), Value::Array(of)) => {
            let are_names = |key: &&str| {
                let names: BTreeSet<String> = of.iter().map(|of| of[key].to_string()).collect();
                by_name && names.len() == of.len() && !names.contains("null")
            };
            let key = ["code", "number"].into_iter().find(are_names);
            if let Some(key) = key {
                let named = |of: &Value| items.iter().find(|item| item[key] == of[key]).cloned();
                return of.iter().map(|of| part_of(&named(of).unwrap_or_default(), of, by_name)).collect();
            }
            let null = Value::Null;
            let given = |at: usize| of.get(at).unwrap_or(&null);
            items.iter().enumerate().map(|(at, item)| part_of(item, given(at), by_name)).collect()
        }
        // What a case has nothing to say of is shown whole where there is too much of it.
        _ => result.clone(),
    }
}

/// The fields of a result that a case gives.
fn given(result: Value, expected: &Value) -> Value {
    let fields: Vec<&str> = expected.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    only(&result, &fields)
}

/// Some fields of an object.
fn only(object: &Value, fields: &[&str]) -> Value {
    let Some(object) = object.as_object() else { panic!("{object} is no object") };
    let kept = object.iter().filter(|(key, _)| fields.contains(&key.as_str()));
    kept.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// Some fields of each object of a list.
fn each(list: &Value, fields: &[&str]) -> Value {
    list.as_array().into_iter().flatten().map(|item| only(item, fields)).collect()
}

/// A result without its texts, without what says nothing, and with its sentences only where the case gives them.
fn normalised(value: Value, expected: &Value) -> Value {
    let is_kept = |key: &str, value: &Value| {
        let is_empty = value.is_null() || *value == json!(false) || *value == json!([]);
        let is_unasked = ["why", "vi", "en"].contains(&key) && expected.get(key).is_none();
        !(is_empty || is_unasked || key == "text")
    };
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(key, value)| is_kept(key, value));
            kept.map(|(key, value)| (key.clone(), normalised(value, &expected[&key]))).collect()
        }
        Value::Array(items) => {
            items.into_iter().enumerate().map(|(at, item)| normalised(item, &expected[at])).collect()
        }
        value => value,
    }
}
