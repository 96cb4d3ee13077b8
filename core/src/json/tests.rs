//! What is wrong with files, said with its place; and shapes as the types have them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::shape::{Presence, Shape};
use crate::{Plan, Records};

fn plan(json: &str) -> String {
    Plan::from_json(json.as_bytes()).unwrap_err().to_string()
}

/// A plan that is whole but for what a test puts in the place of one part.
fn with(part: &str, other: &str) -> String {
    let whole = r#"{"schemaVersion":1,"id":"x","title":"x","issuer":"x","level":"commune","issued":"2025-05-10","milestones":[2025],"indicators":[{"code":"1","name":"n","targets":[],"lead":""}],"tasks":[]}"#;
    assert!(whole.contains(part));
    plan(&whole.replace(part, other))
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_place() {
    let errors = [
        plan(""),
        plan("[]"),
        plan("7"),
        plan("{}"),
        with("\"schemaVersion\":1", "\"schemaVersion\":2"),
        with("\"id\":\"x\"", "\"id\":\"x\",\"id\":\"y\""),
        with("\"id\":\"x\"", "\"id\":5"),
        with("2025-05-10", "2025-5-10"),
        with("2025-05-10", "2025-02-30"),
        with("2025-05-10", "1025-05-10"),
        with("commune", "village"),
        with("[2025]", "[2030,2025]"),
        with("\"code\":\"1\"", "\"code\":\"1..2\""),
        with("\"lead\":\"\"", "\"lead\":\"\",\"parent\":\"1\""),
        with("\"targets\":[]", "\"targets\":[{\"year\":2030,\"text\":\"\"}]"),
        with("\"lead\":\"\"", "\"lead\":\"\",\"colour\":1"),
        with("\"tasks\":[]}", "\"tasks\":[]} x"),
    ];
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn numbers_of_records_are_exact_text() {
    let record = |value: &str| {
        let json = format!(
            r#"{{"schemaVersion":1,"synthetic":true,"records":[{{"type":"observation","id":"o","date":"2025-01-01","recorded":"2025-01-01","source":"s","indicator":"1","value":{value},"status":"official"}}]}}"#
        );
        Records::from_json(json.as_bytes()).map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(record(r#""0.5""#), Ok(()));
    insta::assert_snapshot!(record("0.5").unwrap_err(), @"wrong-type at records[0].value (line 1, column 160): expected a text in double quotes");
    insta::assert_snapshot!(record(r#""0,5""#).unwrap_err(), @"bad-number at records[0].value (line 1, column 160): expected an exact decimal as text, at most six decimals");
    insta::assert_snapshot!(record(r#""1e3""#).unwrap_err(), @"bad-number at records[0].value (line 1, column 160): expected an exact decimal as text, at most six decimals");
}

/// The JSON Schema of a file, which a test keeps equal to that of the file's type.
fn schema(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// What stands behind a reference, and beside `null`.
fn resolved<'s>(root: &'s Value, mut of: &'s Value) -> (&'s Value, bool) {
    let mut nullable = false;
    loop {
        if let Some(name) = of["$ref"].as_str() {
            of = &root["$defs"][name.rsplit_once('/').unwrap().1];
        } else if let Some(any) = of["anyOf"].as_array() {
            nullable = any.iter().any(|of| of["type"] == "null");
            of = any.iter().find(|of| of["type"] != "null").unwrap();
        } else {
            return (
                of,
                nullable || of["type"].as_array().is_some_and(|types| types.contains(&"null".into())),
            );
        }
    }
}

fn codes(of: &Value) -> BTreeSet<&str> {
    let listed = of["enum"].as_array().into_iter().flatten();
    let each = of["oneOf"].as_array().into_iter().flatten();
    let each =
        each.flat_map(|of| of.get("const").into_iter().chain(of["enum"].as_array().into_iter().flatten()));
    listed.chain(each).filter_map(Value::as_str).collect()
}

fn compare(root: &Value, of: &Value, shape: &Shape, path: &str) {
    let (of, _) = resolved(root, of);
    let is = |name: &str| {
        of["type"] == name || of["type"].as_array().is_some_and(|types| types.contains(&name.into()))
    };
    match shape {
        Shape::Object(object) => {
            assert!(is("object") && of["additionalProperties"] == false, "{path}");
            let properties = of["properties"].as_object().unwrap();
            let names: BTreeSet<&str> = object.fields.iter().map(|field| field.name).collect();
            assert_eq!(names, properties.keys().map(String::as_str).collect(), "{path}");
            let none = Vec::new();
            let required = of["required"].as_array().unwrap_or(&none);
            for field in object.fields {
                let path = format!("{path}.{}", field.name);
                let presence = match (
                    required.contains(&field.name.into()),
                    resolved(root, &properties[field.name]).1,
                ) {
                    (true, false) => Presence::Needed,
                    (false, false) => Presence::Spare,
                    (false, true) => Presence::Nullable,
                    (true, true) => panic!("{path} is required and may be null"),
                };
                assert!(field.presence == presence, "{path}");
                compare(root, &properties[field.name], &field.shape, &path);
            }
        }
        Shape::List(item, _) => {
            assert!(is("array"), "{path}");
            compare(root, &of["items"], item, &format!("{path}[]"));
        }
        Shape::Code(spelled) => {
            let mut codes = codes(of);
            codes.remove("null");
            assert_eq!(spelled.iter().copied().collect::<BTreeSet<_>>(), codes, "{path}");
        }
        Shape::Text | Shape::Id => assert!(is("string") && of.get("format").is_none(), "{path}"),
        Shape::Read(read, blank) => {
            assert!(is("string"), "{path}");
            assert_eq!(read(blank), Ok(()), "{path}");
            assert!(of["format"] == "date" || of.get("pattern").is_some(), "{path}");
        }
        Shape::Year | Shape::Whole(..) => assert!(is("integer") && of.get("const").is_none(), "{path}"),
        Shape::Version => assert!(is("integer") && of["const"] == 1, "{path}"),
        Shape::Flag => assert!(is("boolean"), "{path}"),
    }
}

#[test]
fn shapes_are_those_of_the_types() {
    let files = [
        (include_str!("../../data/plan.schema.json"), &crate::plan::PLAN),
        (include_str!("../../data/records.schema.json"), &crate::records::RECORDS),
        (include_str!("../../data/registry.schema.json"), &Shape::Object(&crate::agencies::REGISTRY)),
        (include_str!("../../data/calendar.schema.json"), &Shape::Object(&crate::calendar::CALENDAR)),
    ];
    for (json, shape) in files {
        let root = schema(json);
        compare(&root, &root, shape, root["title"].as_str().unwrap());
    }
}

/// Every error of a plan's JSON, a line each.
fn all(json: &str) -> Vec<String> {
    let error = Plan::from_json(json.as_bytes()).unwrap_err();
    std::iter::once(&error)
        .chain(&error.others)
        .map(|error| format!("{} {}", error.code, error.path))
        .collect()
}

#[test]
fn all_errors_of_a_file_come_at_once() {
    let json = r#"{
  "schemaVersion": 1, "id": "x", "title": 5, "issuer": "x", "level": "village", "issued": "10/5/2025",
  "milestones": [2030, 2025],
  "indicators": [
    {"code": "1", "name": "n", "targets": [{"year": 2025, "text": "a", "colour": 1}, {"year": 2031, "text": ""}], "lead": ""},
    {"code": "1", "name": "n", "targets": [], "lead": "", "parent": "7", "lead": ""},
    [1, 2, {"a": []}],
    {"name": "n", "targets": [], "lead": "", "sensitive": "no"}
  ],
  "tasks": [{"number": 1, "title": "t", "lead": "", "cooperating": "", "deadline": "", "pillar": "I"},
    {"number": 1, "title": "t", "lead": "", "cooperating": "", "deadline": ""}],
  "a.b": {}
}"#;
    insta::assert_snapshot!(all(json).join("\n"));
}

#[test]
fn what_a_mended_value_could_have_caused_is_not_told() {
    // A parent that may be the row whose code is lost; a pillar that may stand in the field misspelt.
    let json = r#"{"schemaVersion":1,"id":"x","title":"x","issuer":"x","level":"commune","milestones":[2025,"2030"],
        "indicators":[{"code":1,"name":"n","targets":[{"year":2030,"text":""}],"lead":""},
        {"code":"1.1","parent":"1","name":"n","targets":[],"lead":""}],
        "pilars":[{"code":"I","name":"n"}],
        "tasks":[{"number":1,"title":"","lead":"","cooperating":"","deadline":"","pillar":"I"}]}"#;
    assert_eq!(
        all(json),
        ["wrong-type milestones[1]", "wrong-type indicators[0].code", "unknown-field pilars"]
    );
}

#[test]
fn a_version_this_library_does_not_read_is_all_there_is_to_say() {
    assert_eq!(all(r#"{"colour": 1, "schemaVersion": 2, "a": {}}"#), ["unknown-version schemaVersion"]);
}
