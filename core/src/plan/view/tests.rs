use serde_json::json;

use super::*;
use crate::codes::NoteCode;

/// A plan of indicators given as JSON, as it is built in memory: nobody has checked it.
fn plan(indicators: &serde_json::Value, footnotes: &serde_json::Value) -> Plan {
    serde_json::from_value(json!({
        "schemaVersion": 1, "id": "p", "title": "t", "issuer": "i", "level": "province", "milestones": [2025, 2030],
        "indicators": indicators, "tasks": [], "footnotes": footnotes,
    }))
    .unwrap()
}

fn row(code: &str, parent: Option<&str>, lead: &str) -> serde_json::Value {
    let mut row = json!({"code": code, "name": "n", "targets": [], "lead": lead});
    if let Some(parent) = parent {
        row["parent"] = json!(parent);
    }
    row
}

/// The lead of each row, and whether it is inherited.
fn leads(rows: &[serde_json::Value]) -> Vec<(String, bool)> {
    let plan = plan(&json!(rows), &json!([]));
    let view = plan.view();
    let lead = |row: &Row| {
        let inherited = row.notes.iter().any(|note| note.code == NoteCode::LeadInherited);
        (row.lead.to_string(), inherited)
    };
    view.rows().map(|(_, row)| lead(row)).collect()
}

#[test]
fn a_lead_is_inherited_from_the_nearest_ancestor_that_has_one() {
    let rows = [
        row("1", None, "Sở Y tế"),
        row("1.1", Some("1"), "Sở Nội vụ"),
        row("1.1.1", Some("1.1"), " "),
        row("2", None, ""),
        row("2.1", Some("2"), ""),
        row("2.2", Some("nobody"), ""),
    ];
    let own = |lead: &str| (lead.to_owned(), false);
    let expected =
        [own("Sở Y tế"), own("Sở Nội vụ"), ("Sở Nội vụ".to_owned(), true), own(""), own(""), own("")];
    assert_eq!(leads(&rows), expected);
}

#[test]
fn no_chain_is_too_long_for_its_lead_and_none_that_closes_hangs() {
    let code = |n: usize| n.to_string();
    let mut rows = vec![row("0", None, "Sở Y tế")];
    rows.extend((1..5_000).map(|n| row(&code(n), Some(&code(n - 1)), "")));
    // The last rows stand first: each is met before what it inherits from.
    rows.reverse();
    let leads_of_chain = leads(&rows);
    assert_eq!(
        leads_of_chain.iter().filter(|(lead, inherited)| lead == "Sở Y tế" && *inherited).count(),
        4_999
    );

    let circle =
        [row("a", Some("c"), ""), row("b", Some("a"), ""), row("c", Some("b"), ""), row("d", Some("a"), "")];
    assert!(leads(&circle).iter().all(|(lead, inherited)| lead.is_empty() && !inherited));
    assert_eq!(leads(&[row("a", Some("a"), "")]), [(String::new(), false)]);
}

#[test]
fn what_is_inherited_is_held_once() {
    let plan = plan(
        &json!([row("1", None, "Sở Y tế"), row("1.1", Some("1"), ""), row("1.2", Some("1"), "")]),
        &json!([]),
    );
    let rows = plan.view().into_rows();
    assert!(rows.iter().all(|row| Arc::ptr_eq(&row.lead, &rows[0].lead)));
}

#[test]
fn rows_and_tasks_are_found_by_every_code_they_have_and_read_once() {
    let mut plan = Plan::builtin("tien-giang-69").unwrap();
    let view = plan.view();
    assert!(std::ptr::eq(view.row("3").unwrap(), view.row("27").unwrap()));
    assert!(std::ptr::eq(view.deadline(4).unwrap(), view.deadlines().nth(3).unwrap().1));
    assert!(view.row("none").is_none() && view.task(0).is_none() && view.deadline(0).is_none());
    // Of two with one code the first is found.
    plan.indicators[1].code = plan.indicators[0].code.clone();
    let first = &plan.indicators[0];
    assert!(std::ptr::eq(plan.view().indicator(&first.code).unwrap(), first));
}

#[test]
fn a_footnote_names_the_longest_name_of_whole_words_but_never_the_rows_own() {
    let cell = |name: &str, code: &str| json!({"code": code, "name": name, "lead": "", "targets": [{"year": 2025, "text": "(*1)"}]});
    let rows = json!([
        cell("Tỷ lệ hộ", "1"),
        cell("Tỷ lệ hộ gia đình", "2"),
        cell("Tỷ lệ hộ gia đình có Internet", "3"),
        cell("net", "4"),
    ]);
    let note = |text: &str| json!([{"mark": "1", "text": text}, {"mark": "1", "text": "chưa xác định"}]);
    let proxies = |text: &str| -> Vec<Option<String>> {
        let plan = plan(&rows, &note(text));
        plan.view().rows().map(|(_, row)| row.targets[&2025].proxy.clone()).collect()
    };
    let some = |code: &str| Some(code.to_owned());
    let found = proxies("Theo tỉ lệ hộ gia đình có Internet tại chỉ tiêu khác");
    assert_eq!(found, [some("3"), some("3"), some("2"), some("3")]);
    // A part of a word is no name.
    assert_eq!(proxies("Theo mạng Internet"), [None, None, None, None]);

    let text = "Áp dụng đối với các xã";
    let plan = plan(&rows, &note(text));
    let rows = plan.view().into_rows();
    let scopes: Vec<&Arc<str>> = rows.iter().map(|row| row.targets[&2025].scope.as_ref().unwrap()).collect();
    assert!(scopes.iter().all(|scope| ***scope == *text && Arc::ptr_eq(scope, scopes[0])));
}

#[test]
fn a_row_reads_back() {
    for id in Plan::builtin_ids() {
        let plan = Plan::builtin(id).unwrap();
        for (_, row) in plan.view().rows() {
            let json = serde_json::to_string(row).unwrap();
            assert_eq!(serde_json::from_str::<Row>(&json).unwrap(), *row);
        }
    }
}

#[test]
fn a_plan_and_its_view_print_on_a_line() {
    let plan = Plan::builtin("tien-dien").unwrap();
    insta::assert_snapshot!(format!("{plan:?}"), @r#"Plan { id: "tien-dien", number: None, indicators: 19, tasks: 71, rules: 9, .. }"#);
    insta::assert_snapshot!(format!("{:?}", plan.view()), @r#"PlanView { plan: Plan { id: "tien-dien", number: None, indicators: 19, tasks: 71, rules: 9, .. }, .. }"#);
}
