//! Files that are wrong in any way: every mistake is told, and what is read is what another reader of JSON reads.

use serde_json::Value;
use tiendo::{ErrorCode, Limits, Plan};

/// A small plan that has something of everything.
const PLAN: &str = r#"{"schemaVersion": 1, "id": "p-1", "number": "1/KH", "title": "K\u1ebf ho\u1ea1ch", "titleEn": null,
"issuer": "UBND xã", "level": "commune", "issued": "2025-05-10", "implements": [{"number": "1", "issued": "2025-01-01"}],
"milestones": [2025, 2030], "footnotes": [{"mark": "1", "text": "a\\b\"c"}], "pillars": [{"code": "I", "name": "n"}],
"indicators": [{"code": "1", "name": "n", "unit": "%", "kind": "level", "targets": [{"year": 2025, "text": "≥ 1%", "source": "ocr"}],
"otherCodes": [{"year": 2030, "code": "7"}], "lead": ""}, {"code": "1.1", "name": "\ud83d\ude00", "targets": [], "lead": "", "parent": "1", "sensitive": true}],
"tasks": [{"number": 1, "title": "t", "pillar": "I", "lead": "", "cooperating": "", "deadline": "", "items": [{"number": 1, "title": ""}]}],
"body": [{"indicator": "7", "year": 2030, "text": ""}],
"derives": {"plan": "q", "indicators": [{"child": "1", "parent": "2", "how": "same"}], "tasks": []},
"regime": {"rules": [{"code": "m", "cycle": "monthly", "due": {"day": 20, "monthOfPeriod": 1, "before": true}, "reporters": "", "recipient": "", "text": ""}]}}"#;

fn all(error: &tiendo::Error) -> impl Iterator<Item = &tiendo::Error> {
    std::iter::once(error).chain(&error.others)
}

/// A text with one place changed: a piece put in, taken out, or put in the place of another.
fn changed(text: &str, seed: u64) -> Vec<u8> {
    const PIECES: [&str; 24] = [
        "",
        "\"",
        ",",
        ":",
        "{",
        "}",
        "[",
        "]",
        "1",
        "-",
        "0.5",
        "1e-3",
        "null",
        "true",
        "\"x\"",
        "{}",
        "[]",
        "\\",
        "\\u0041",
        "\\ud800",
        "\u{0}",
        "ế",
        " ",
        "\"id\":\"y\",",
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=next(3) {
        let at = next(bytes.len());
        let gone = [0, 0, 1, 1, 2, 7][next(6)].min(bytes.len() - at);
        bytes.splice(at..at + gone, PIECES[next(PIECES.len())].bytes());
    }
    bytes
}

#[test]
fn what_is_read_is_what_another_reader_reads() {
    let plan = Plan::from_json(PLAN.as_bytes()).expect("a plan");
    assert_eq!(serde_json::from_str::<Plan>(PLAN).expect("a plan"), plan);
    let (mut read, mut refused, mut several) = (0, 0, 0);
    for seed in 0..10_000 {
        let bytes = changed(PLAN, seed);
        let shown = String::from_utf8_lossy(&bytes);
        match Plan::from_json(&bytes) {
            Ok(plan) => {
                read += 1;
                assert_eq!(serde_json::from_slice::<Plan>(&bytes).expect(&shown), plan, "{shown}");
            }
            Err(error) => {
                refused += 1;
                several += usize::from(!error.others.is_empty());
                let is_json = serde_json::from_slice::<Value>(&bytes).is_ok();
                let told = all(&error).any(|error| error.code == ErrorCode::BadJson);
                // A file of another version is not looked at further.
                if error.code != ErrorCode::UnknownVersion {
                    assert_eq!(told, !is_json, "{error}: {shown}");
                }
                let places: Vec<_> = all(&error).map(|error| (error.row, error.column)).collect();
                assert!(
                    places.is_sorted()
                        && places.iter().all(|(row, column)| row.is_some() && column.is_some())
                );
                assert!(all(&error).all(|error| !error.expected.is_empty() && !error.expected_vi.is_empty()));
            }
        }
    }
    assert!(read > 100 && refused > 1_000 && several > 1_000, "{read} {refused} {several}");
}

#[test]
fn each_mistake_is_told_beside_the_others() {
    // One mistake at a time is told alone; all of them together are told all.
    let mistakes: &[(&str, &str, ErrorCode, &str)] = &[
        ("\"number\": \"1/KH\"", "\"number\": 7", ErrorCode::WrongType, "number"),
        ("\"commune\"", "\"village\"", ErrorCode::BadValue, "level"),
        ("2025-05-10", "2025-13-10", ErrorCode::BadDate, "issued"),
        (
            "\"issued\": \"2025-01-01\"",
            "\"issued\": \"1025-01-01\"",
            ErrorCode::YearOutOfRange,
            "implements[0].issued",
        ),
        (
            "\"mark\": \"1\"",
            "\"mark\": \"1\", \"colour\": []",
            ErrorCode::UnknownField,
            "footnotes[0].colour",
        ),
        ("\"name\": \"n\", \"unit\"", "\"unit\"", ErrorCode::MissingField, "indicators[0].name"),
        (
            "\"sensitive\": true",
            "\"sensitive\": true, \"lead\": \"\"",
            ErrorCode::DuplicateField,
            "indicators[1].lead",
        ),
        (
            "\"number\": 1, \"title\": \"t\"",
            "\"number\": 0, \"title\": \"t\"",
            ErrorCode::BadValue,
            "tasks[0].number",
        ),
        ("\"pillar\": \"I\"", "\"pillar\": \"V\"", ErrorCode::UnknownCode, "tasks[0].pillar"),
        ("\"indicator\": \"7\"", "\"indicator\": \"8\"", ErrorCode::UnknownCode, "body[0].indicator"),
        ("\"child\": \"1\"", "\"child\": \"9\"", ErrorCode::UnknownCode, "derives.indicators[0].child"),
        ("\"day\": 20", "\"day\": 32", ErrorCode::BadValue, "regime.rules[0].due"),
    ];
    let mut together = PLAN.to_owned();
    for (from, to, code, path) in mistakes {
        assert_eq!(PLAN.matches(from).count(), 1, "{from}");
        let error = Plan::from_json(PLAN.replace(from, to).as_bytes()).expect_err(path);
        assert_eq!((error.code, error.path.as_str(), error.others.len()), (*code, *path, 0), "{error}");
        together = together.replace(from, to);
    }
    let error = Plan::from_json(together.as_bytes()).expect_err("all at once");
    let told: Vec<(ErrorCode, &str)> = all(&error).map(|error| (error.code, error.path.as_str())).collect();
    let expected: Vec<(ErrorCode, &str)> = mistakes.iter().map(|(_, _, code, path)| (*code, *path)).collect();
    assert_eq!(told, expected);
}

#[test]
fn a_plan_made_in_memory_is_held_to_all_a_file_is() {
    let whole = Plan::from_json(PLAN.as_bytes()).expect("a plan");
    assert_eq!(whole.check(&Limits::default()), Ok(()));
    let long = "ế".repeat(10_001);
    let mut plan = whole.clone();
    plan.implements[0].number.clone_from(&long);
    plan.footnotes[0].taken_from = Some(long.clone());
    plan.footnotes.push(plan.footnotes[0].clone());
    plan.pillars[0].name.clone_from(&long);
    plan.pillars[0].code.clear();
    plan.indicators[0].short_name = Some(long.clone());
    plan.indicators[0].targets[0].year = 1025;
    plan.indicators[0].other_codes[0].year = 2201;
    plan.tasks[0].product = Some(long.clone());
    plan.tasks[0].items[0].title.clone_from(&long);
    plan.body[0].text = long;
    plan.body[0].year = 0;
    plan.id.clear();
    let error = plan.check(&Limits::default()).expect_err("much is wrong");
    let told: Vec<String> = all(&error).map(|error| format!("{} {}", error.code, error.path)).collect();
    assert_eq!(
        told,
        [
            "bad-value id",
            "cell-too-long implements[0].number",
            "cell-too-long footnotes[0].takenFrom",
            "duplicate-code footnotes[1].mark",
            "cell-too-long footnotes[1].takenFrom",
            "bad-code pillars[0].code",
            "cell-too-long pillars[0].name",
            "cell-too-long indicators[0].shortName",
            "year-out-of-range indicators[0].targets[0].year",
            "year-out-of-range indicators[0].otherCodes[0].year",
            "unknown-code tasks[0].pillar",
            "cell-too-long tasks[0].items[0].title",
            "cell-too-long tasks[0].product",
            "year-out-of-range body[0].year",
            "cell-too-long body[0].text",
        ]
    );
    assert!(all(&error).all(|error| error.row.is_none() && error.column.is_none()));
}

#[test]
fn rows_inherit_at_most_sixteen_times() {
    let mut plan = Plan::from_json(PLAN.as_bytes()).expect("a plan");
    let row = plan.indicators[1].clone();
    for n in 2..=16 {
        let (code, parent) = (format!("1.{n}"), Some(format!("1.{}", n - 1)));
        plan.indicators.push(tiendo::Indicator { code, parent, ..row.clone() });
    }
    assert_eq!(plan.check(&Limits::default()), Ok(()));
    for n in 17..=18 {
        let (code, parent) = (format!("1.{n}"), Some(format!("1.{}", n - 1)));
        plan.indicators.push(tiendo::Indicator { code, parent, ..row.clone() });
    }
    let error = Plan::from_json(plan.to_json().as_bytes()).expect_err("seventeen rows above a row");
    assert_eq!(
        (error.code, error.path.as_str(), error.others.len()),
        (ErrorCode::TooMany, "indicators[17].parent", 0)
    );
}
