//! Vectors as they are authored.

use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use tiendo::parse_target;

use super::call::call;

/// A file of vectors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Its name, without the ending.
    #[serde(skip)]
    pub name: String,
    /// The function its cases call.
    pub function: String,
    /// What it covers.
    pub description: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// A case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it states.
    pub description: String,
    /// The function it calls, where it is not the file's.
    pub function: Option<String>,
    /// What is given to the function.
    pub input: Map<String, Value>,
    /// What comes of it, in part.
    pub expected: Option<Value>,
    /// How it is refused.
    pub error: Option<Map<String, Value>>,
}

/// Every file, by name.
///
/// # Panics
/// Where a file is not of the format.
#[must_use]
pub fn files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let entries = read_dir(folder).expect("the folder of the vectors");
    let mut files: Vec<File> = entries.map(|entry| read(&entry.expect("a file").path())).collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn read(path: &Path) -> File {
    let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = read_to_string(path).expect("a file of vectors");
    let file: File = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(!file.description.is_empty(), "{name} says what it covers");
    let mut descriptions = BTreeSet::new();
    for case in &file.cases {
        let description = &case.description;
        assert!(descriptions.insert(description), "{name} has two cases “{description}”");
        assert!(
            case.expected.is_some() != case.error.is_some(),
            "{name}: a case has either `expected` or `error`: {description}"
        );
        let is_placed = |error: &Map<_, _>| error.contains_key("code") && error.contains_key("path");
        assert!(case.error.as_ref().is_none_or(is_placed), "{name}: no code or path: {description}");
    }
    File { name, ..file }
}

impl Case {
    /// The input as hosts are given it: texts written out, and the question, the value and the target as objects.
    ///
    /// # Panics
    /// Where the input is not of the format.
    #[must_use]
    pub fn whole_input(&self, function: &str) -> Value {
        let mut input = self.input.clone();
        input.values_mut().for_each(write_out);
        match function {
            "compare" => compared(input),
            "compareTargets" => {
                for name in ["target", "other"] {
                    input.entry(name).and_modify(|cell| *cell = target(cell, None));
                }
                input.into()
            }
            "dueIn" => {
                input.entry("options").or_insert(json!({}));
                input.into()
            }
            "latest" => {
                input.entry("records").and_modify(as_file);
                input.into()
            }
            "assess" | "sensitivity" => {
                for name in ["plan", "records"] {
                    input.entry(name).and_modify(as_file);
                }
                input.into()
            }
            "changes" => sides(input),
            "periodReport" | "taskPeriod" => super::reports::report(input),
            "rollUp" => {
                for unit in input.get_mut("units").and_then(Value::as_array_mut).into_iter().flatten() {
                    // Records may be given as a list here too.
                    if let Some(records) = unit.get_mut("records").filter(|records| records.is_array()) {
                        *records = json!({ "schemaVersion": 1, "synthetic": true, "records": records });
                    }
                }
                for name in ["plan", "records"] {
                    input.entry(name).and_modify(as_file);
                }
                input.entry("units").and_modify(|units| {
                    if !units.is_string() {
                        *units = json!(units.to_string());
                    }
                });
                input.into()
            }
            "suggestLinks" => {
                input.remove("item");
                input.into()
            }
            "obligations" => asked(input),
            "timeliness" => {
                input.entry("records").or_insert(json!([]));
                asked(input)
            }
            "lint" | "comparePlans" => {
                input.remove("code");
                input.into()
            }
            _ => input.into(),
        }
    }
}

/// Writes out `{"repeat": …, "times": …}` in the place of a text.
fn write_out(value: &mut Value) {
    if let Some((text, times)) = value.get("repeat").and_then(Value::as_str).zip(value.get("times")) {
        let times = times.as_u64().and_then(|times| usize::try_from(times).ok()).expect("how many times");
        *value = json!(text.repeat(times));
    }
}

/// Moves what is given of some fields into an object; each field's name there beside its own.
fn gather(from: &mut Map<String, Value>, names: &[(&str, &str)]) -> Value {
    let taken = names.iter().filter_map(|(own, there)| Some(((*there).to_owned(), from.remove(*own)?)));
    Value::Object(taken.collect())
}

/// A comparison's input: the value, what may be chosen, and the target as it is read from its cell.
fn compared(mut input: Map<String, Value>) -> Value {
    const MEASURED: [(&str, &str); 6] = [
        ("value", "value"),
        ("present", "present"),
        ("judgement", "judgement"),
        ("valueUnit", "unit"),
        ("qualifier", "qualifier"),
        ("fullYears", "fullYears"),
    ];
    const OPTIONS: [(&str, &str); 2] = [("equalExactly", "equalExactly"), ("risingDecides", "risingDecides")];
    let (measured, options) = (gather(&mut input, &MEASURED), gather(&mut input, &OPTIONS));
    input.entry("measured").or_insert(measured);
    input.entry("options").or_insert(options);
    let column = input.remove("targetUnit");
    input.entry("target").and_modify(|cell| *cell = target(cell, column.as_ref()));
    input.into()
}

/// A target as it is read from its cell, with its unit column; one that is given as an object stays.
fn target(cell: &Value, column: Option<&Value>) -> Value {
    match cell.as_str() {
        Some(cell) => json!(parse_target(cell, column.and_then(Value::as_str)).expect("a target's cell")),
        None => cell.clone(),
    }
}

/// A list of records, or a plan, as its file's text.
pub(super) fn as_file(file: &mut Value) {
    if file.is_array() {
        *file = json!(json!({ "schemaVersion": 1, "synthetic": true, "records": file }).to_string());
    } else if file.get("schemaVersion").is_some() {
        *file = json!(file.to_string());
    }
}

/// Two assessments' texts: each as it is given, or made of a plan, records and options at `from` and `to`, which may have
/// their own.
fn sides(mut input: Map<String, Value>) -> Value {
    let common = ["plan", "builtin", "records", "options"];
    let common: Map<String, Value> =
        common.iter().filter_map(|name| Some(((*name).to_owned(), input.remove(*name)?))).collect();
    for (side, whole) in [("from", "before"), ("to", "after")] {
        let Some(Value::Object(own)) = input.remove(side) else { continue };
        let mut of = common.clone();
        of.entry("options").or_insert(json!({}));
        for (name, value) in own {
            match name.as_str() {
                "plan" | "records" | "options" | "today" => drop(of.insert(name, value)),
                _ => of["options"][&name] = value,
            }
        }
        ["plan", "records"].iter().for_each(|name| drop(of.entry(*name).and_modify(as_file)));
        let assessed = call("assess", &of.into()).unwrap_or_else(|error| panic!("{error}"));
        input.insert(whole.to_owned(), json!(assessed));
    }
    input.into()
}

/// A question's input: the plan, the question as one flat object, and the records as their file's text.
fn asked(mut input: Map<String, Value>) -> Value {
    const QUERY: [(&str, &str); 6] = [
        ("start", "start"),
        ("end", "end"),
        ("periods", "periods"),
        ("agencies", "agencies"),
        ("effective", "effective"),
        ("given", "given"),
    ];
    let mut query = gather(&mut input, &QUERY);
    if let (Value::Object(query), Some(Value::Object(options))) = (&mut query, input.remove("options")) {
        query.extend(options);
    }
    if let Some(calendar) = input.remove("calendar") {
        let text = calendar.as_str().expect("a calendar's text");
        query["calendar"] = serde_json::from_str(text).expect("a calendar's JSON");
    }
    input.entry("query").or_insert(query);
    input.entry("records").and_modify(as_file);
    input.into()
}
