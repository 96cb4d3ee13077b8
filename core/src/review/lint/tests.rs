use serde_json::{Value, json};

use super::*;
use crate::codes::Lang;
use crate::limits::Limits;

fn plan(parts: &Value) -> Plan {
    let mut plan = json!({
        "schemaVersion": 1, "id": "p", "title": "t", "issuer": "i", "level": "province", "milestones": [2025, 2030],
        "indicators": [], "tasks": [],
    });
    for (name, part) in parts.as_object().unwrap() {
        plan[name] = part.clone();
    }
    serde_json::from_value(plan).unwrap()
}

fn row(code: &str, name: &str, lead: &str) -> Value {
    json!({"code": code, "name": name, "lead": lead, "targets": [{"year": 2025, "text": "≥ 50%"}]})
}

fn task(number: u32) -> Value {
    json!({"number": number, "title": "Việc", "lead": "Sở Y tế", "cooperating": "-", "deadline": "6/2025"})
}

/// The findings of a code: their places and their English.
fn found(plan: &Plan, limits: &Limits, code: FindingCode) -> Vec<(Vec<String>, String)> {
    let findings = lint(&plan.view_with(limits), &Registry::builtin());
    let of_code = findings.iter().filter(|finding| finding.code == code);
    let codes = |finding: &Finding| finding.places.iter().map(|place| place.code.clone()).collect();
    of_code.map(|finding| (codes(finding), finding.sentence(Lang::En))).collect()
}

#[test]
fn every_number_left_out_is_said() {
    let gaps = |numbers: &[u32]| {
        let tasks: Vec<Value> = numbers.iter().map(|number| task(*number)).collect();
        let found = found(&plan(&json!({"tasks": tasks})), &Limits::default(), FindingCode::NumberingGap);
        found.into_iter().map(|(_, sentence)| sentence).collect::<Vec<String>>().join("\n")
    };
    assert_eq!(gaps(&[1, 2, 3]), "");
    insta::assert_snapshot!(gaps(&[1, 13]), @"Numbers missing from their sequence: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12.");
    // A wild number makes a stretch with two ends, and what is missing beside it is still listed.
    insta::assert_snapshot!(gaps(&[2, 3, 5, 4_000_000_000]), @"
    Numbers missing from their sequence: 1, 4.
    Numbers missing from their sequence: from 6 to 3999999999.
    ");
}

#[test]
fn a_wild_code_is_a_stretch_too() {
    let rows: Vec<Value> = ["1", "1.2", "1.9999999999999999999", "1.99999999999999999999999999"]
        .iter()
        .map(|code| row(code, "n", "x"))
        .collect();
    let found = found(&plan(&json!({"indicators": rows})), &Limits::default(), FindingCode::NumberingGap);
    let places: Vec<&[String]> = found.iter().map(|(places, _)| &places[..]).collect();
    assert_eq!(places, [&["1.1".to_owned()][..], &["1.3".to_owned(), "1.9999999999999999998".to_owned()]]);
}

#[test]
fn what_is_said_of_an_inherited_lead_is_said_once_where_it_stands() {
    let mut rows = vec![
        json!({"code": "1", "name": "n", "lead": "Sở Phép thuật; UBND thành phố Mỹ Tho", "targets": []}),
    ];
    rows.extend((1..=50).map(|n| {
        let mut row = row(&format!("1.{n}"), "n", "");
        row["parent"] = json!("1");
        row
    }));
    let plan = plan(&json!({"indicators": rows}));
    for code in [FindingCode::UnknownAgency, FindingCode::OrphanedLead] {
        let found = found(&plan, &Limits::default(), code);
        assert_eq!(found.iter().map(|(places, _)| places.concat()).collect::<Vec<_>>(), ["1"], "{code}");
    }
    assert!(found(&plan, &Limits::default(), FindingCode::NoLead).is_empty());
}

#[test]
fn items_beyond_the_limit_are_said() {
    let mut many = task(1);
    many["lead"] = json!("Sở Y tế (nhiệm vụ 1-4000)");
    let plan = plan(&json!({"tasks": [many, task(2)]}));
    insta::assert_snapshot!(found(&plan, &Limits::default(), FindingCode::LimitReached)[0].1, @"Cells of agencies that name more numbered items than the limit of 1000; those beyond it were not read: 1.");
}

#[test]
fn names_beyond_the_limit_of_pairs_are_said() {
    let name = |n: usize| {
        format!("Tỷ lệ hồ sơ được số hóa {}{}", n / 2, if n.is_multiple_of(2) { "" } else { " mới" })
    };
    // More rows than any limit of old let lint compare.
    let rows: Vec<Value> = (0..2_400).map(|n| row(&(n + 1).to_string(), &name(n), "Sở Y tế")).collect();
    let plan = plan(&json!({"indicators": rows}));
    let all = Limits::default();
    assert_eq!(found(&plan, &all, FindingCode::SameMeasure).len(), 1_200);
    assert!(found(&plan, &all, FindingCode::LimitReached).is_empty());
    let few = Limits { pairs: 1_000, ..Limits::default() };
    assert_eq!(found(&plan, &few, FindingCode::SameMeasure).len(), 1_000);
    let left = found(&plan, &few, FindingCode::LimitReached);
    insta::assert_snapshot!(left[0].1, @"Names were compared up to the limit of 1000 pairs: for 400 indicators, from indicator 2001 on, names that say the same were not looked for.");
}
