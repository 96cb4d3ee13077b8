//! What stands in none of the worked cases, which are vectors.

use serde_json::Value;

use super::*;
use crate::agencies::Registry;
use crate::codes::TaskStanding;
use crate::records::Records;

/// The tasks of a plan on a day, by what is recorded.
fn assessed(plan: &Value, records: &Value, today: &str, options: &Value) -> Vec<AssessedTask> {
    let plan = Plan::from_json(plan.to_string().as_bytes()).unwrap();
    let records = Records::from_json(records.to_string().as_bytes()).unwrap();
    let options = Options::from_json(options.to_string().as_bytes()).unwrap();
    judged(&plan, &records, today.parse().unwrap(), &options).tasks
}

fn judged<'a, 'r>(
    plan: &Plan,
    records: &'r Records,
    today: NaiveDate,
    options: &'a Options,
) -> AssessedTasks<'a, 'r> {
    let known = Known::of(records, today, options.known_by);
    let bodies = Bodies::new(Registry::shared(), &options.roster, today);
    assess_tasks(&plan.view(), plan, &known, bodies, today, options)
}

/// A task with a lead and deadline cell, judged by updates and other records.
fn one(lead: &str, deadline: &str, records: &str, today: &str, options: &str) -> AssessedTask {
    let plan = format!(
        r#"{{"schemaVersion":1,"id":"p","title":"t","issuer":"i","level":"province","effective":"2025-05-10","milestones":[2025,2030],"indicators":[],"tasks":[{{"number":1,"title":"Kho dữ liệu","lead":"{lead}","cooperating":"","deadline":"{deadline}"}}],"regime":{{"rules":[{{"code":"m","cycle":"monthly","reporters":"","recipient":"","text":""}}]}}}}"#
    );
    let records = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{records}]}}"#);
    let [plan, records, options] =
        [&plan, &records, &options.to_owned()].map(|text| serde_json::from_str::<Value>(text).unwrap());
    assessed(&plan, &records, today, &options).remove(0)
}

fn update(id: &str, date: &str, fields: &str) -> String {
    format!(
        r#"{{"type":"task_update","id":"{id}","date":"{date}","recorded":"{date}","source":"s","task":1,{fields}}}"#
    )
}

fn extension(id: &str, date: &str, due: &str) -> String {
    format!(
        r#"{{"type":"extension","id":"{id}","date":"{date}","recorded":"{date}","source":"s","task":1,"newDue":"{due}","document":"9/UBND"}}"#
    )
}

#[test]
fn two_names_of_one_body_and_an_ended_one_are_one_part() {
    let records = update(
        "u",
        "2025-06-01",
        r#""state":"completed","document":"d","lead":"Sở Thông tin và Truyền thông""#,
    );
    let task = one("Sở KH&CN; Sở Thông tin và Truyền thông", "6/2025", &records, "2025-07-01", "{}");
    assert_eq!((task.lead_count, task.leads_done), (1, 1));
    assert_eq!(task.standing, TaskStanding::CompletedOnTime);
    assert_eq!(task.leads[0].id.as_deref(), Some("so-khcn"));
}

#[test]
fn a_roster_expands_a_group_and_an_update_of_the_group_speaks_for_all() {
    let options = r#"{"roster":[{"group":"các sở, ban, ngành","agencies":["so-nv","so-yt"]}]}"#;
    let records =
        update("u", "2025-06-01", r#""state":"completed","document":"d","lead":"Các sở, ban, ngành""#)
            + ","
            + &update("v", "2025-06-02", r#""state":"in_progress","lead":"so-yt""#);
    let task = one("Các sở, ban, ngành", "6/2025", &records, "2025-06-10", options);
    let standings: Vec<&str> = task.leads.iter().map(|lead| lead.standing.as_str()).collect();
    assert_eq!(standings, ["completed_on_time", "in_progress"]);
    assert_eq!((task.standing, task.days_left), (TaskStanding::InProgress, Some(20)));
}

#[test]
fn an_extension_decided_too_late_is_flagged_and_of_recurring_work_moves_the_last_due() {
    let late = one("Sở Y tế", "6/2025", &extension("e", "2025-07-15", "2025-09-30"), "2025-08-01", "{}");
    let flags: Vec<&str> = late.flags.iter().map(|flag| flag.as_str()).collect();
    assert_eq!(flags, ["extended", "extended-when-overdue"]);
    assert_eq!(late.extension.unwrap().record, "e");
    let records = extension("e", "2026-01-10", "2026-03-31");
    let open = one("Sở Y tế", "Hàng năm", &records, "2026-02-01", "{}");
    assert_eq!(open.due.unwrap().to_string(), "2026-03-31");
    assert_eq!(open.standing, TaskStanding::NotStarted);
    let over = one("Sở Y tế", "Hàng năm", &records, "2026-04-01", "{}");
    assert_eq!((over.standing, over.days_overdue), (TaskStanding::Overdue, Some(1)));
}

#[test]
fn an_update_speaks_of_the_instance_it_names() {
    let records = update("u", "2026-01-20", r#""state":"completed","document":"d","period":"2025""#);
    let task = one("Sở Y tế", "Hàng năm", &records, "2026-02-01", "{}");
    assert_eq!(task.standing, TaskStanding::CompletedLate);
    let instances = task.instances.unwrap();
    assert_eq!((instances.period.as_str(), instances.due, instances.completed_late), ("2025", 1, 1));
}

#[test]
fn what_no_lead_or_item_of_the_task_is_spoken_of_is_unmatched() {
    let plan = Plan::builtin("ha-tinh-231").unwrap();
    let records = format!(
        r#"{{"schemaVersion":1,"synthetic":true,"records":[{},{},{}]}}"#,
        update("u", "2025-06-01", r#""state":"completed","lead":"Sở Phép thuật""#),
        update("v", "2025-06-02", r#""state":"completed","item":99"#),
        update("w", "2025-06-03", r#""state":"completed""#).replace("\"task\":1,", "\"task\":999,"),
    );
    let records = Records::from_json(records.as_bytes()).unwrap();
    let today = "2025-07-01".parse().unwrap();
    let options = Options::default();
    let all = judged(&plan, &records, today, &options);
    assert_eq!(all.unmatched, ["u", "v", "w"]);
    assert_eq!(all.tasks.len(), 123);
}

#[test]
fn sentences_say_why() {
    let done = update("u", "2025-06-20", r#""state":"completed","document":"d","lead":"so-yt""#);
    let all = [
        one("Sở Y tế; Sở Tài chính", "6/2025", &done, "2025-07-15", "{}"),
        one("Sở Y tế", "6/2025", &done, "2025-07-15", "{}"),
        one("Sở Y tế", "6/2025", &extension("e", "2025-06-15", "2025-09-30"), "2025-07-15", "{}"),
        one("Sở Y tế", "Thường xuyên", &done, "2025-06-25", "{}"),
        one(
            "Sở Y tế",
            "Thường xuyên",
            &update("u", "2025-06-20", r#""state":"in_progress""#),
            "2025-07-25",
            "{}",
        ),
        one("Sở Y tế", "Thường xuyên", "", "2025-07-25", "{}"),
        one("Sở Y tế", "Sau khi có văn bản của Trung ương", "", "2025-07-25", "{}"),
        one("Sở Y tế", "2027 - 2028", "", "2025-07-25", "{}"),
        one("Sở Y tế", "6/2025", &update("u", "2025-06-20", r#""state":"suspended""#), "2025-07-25", "{}"),
        one("Sở Y tế", "Sở Nội vụ", "", "2025-07-25", "{}"),
    ];
    let told = all.iter().map(|of| format!("{}\n{}\n{}\n{}", of.why.vi, of.why.en, of.plain.vi, of.plain.en));
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n\n"));
    let members = all
        .iter()
        .map(|of| serde_json::to_value(&of.why).unwrap())
        .map(|why| format!("{} {} {}", why["rule"], why["numbers"], why["dates"]));
    insta::assert_snapshot!("members", members.collect::<Vec<_>>().join("\n"));
}

#[test]
fn an_instance_is_due_on_the_day_that_the_cell_names() {
    let due = |deadline: &str, today: &str, options: &str| {
        let task = one("Sở Y tế", deadline, "", today, options);
        (task.due.unwrap().to_string(), task.standing)
    };
    let yearly = "Trước ngày 15/12 hằng năm";
    assert_eq!(due(yearly, "2025-12-01", "{}"), ("2025-12-14".to_owned(), TaskStanding::NotStarted));
    assert_eq!(due(yearly, "2025-12-15", "{}"), ("2025-12-14".to_owned(), TaskStanding::Overdue));
    let inclusive = r#"{"beforeInclusive":true}"#;
    assert_eq!(due(yearly, "2025-12-15", inclusive), ("2025-12-15".to_owned(), TaskStanding::NotStarted));
    // The plan is in force from 10 May: the fifth of May was owed by nobody.
    assert_eq!(due("Ngày 05 hằng tháng", "2025-06-20", "{}").0, "2025-06-05");
    assert_eq!(due("Ngày 05 hằng tháng", "2025-05-20", "{}").0, "2025-06-05");
}
