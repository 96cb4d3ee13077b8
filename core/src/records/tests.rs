//! What is read, refused, merged and known of records.

use serde::Serialize;

use super::known::Known;
use super::*;
use crate::codes::ErrorCode;

fn observation(id: &str, date: &str, status: &str) -> String {
    format!(
        r#"{{"type":"observation","id":"{id}","date":"{date}","recorded":"2025-11-20","source":"s","indicator":"1","value":"5","status":"{status}"}}"#
    )
}

fn records(each: &[String]) -> Records {
    let json = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{}]}}"#, each.join(","));
    Records::from_json(json.as_bytes()).unwrap()
}

#[test]
fn a_record_given_again_counts_once_and_another_under_its_id_is_refused() {
    let (one, two) = (observation("b", "2025-11-20", "official"), observation("a", "2025-11-20", "official"));
    let read = records(&[one.clone(), two.clone(), one.clone(), one.clone(), two.clone()]);
    assert_eq!(read.records.iter().map(Record::id).collect::<Vec<_>>(), ["b", "a"]);
    let other = observation("b", "2025-11-21", "official");
    let json = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{one},{two},{other},{one}]}}"#);
    let error = Records::from_json(json.as_bytes()).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::ConflictingRecord, "records[2].id"));
    assert!(error.others.is_empty());
}

#[test]
fn a_forecast_does_not_beat_a_figure() {
    let latest = |each: &[String], day: &str| {
        let records = records(each);
        records.latest("1", day.parse().unwrap()).map(|record| record.id.clone())
    };
    let official = observation("official", "2025-11-20", "official");
    let year_end = observation("year-end", "2025-12-31", "estimate");
    let later = observation("later", "2030-12-31", "estimate");
    let later_figure = observation("later-figure", "2025-12-30", "preliminary");
    let all = [later.clone(), year_end.clone(), official, later_figure.clone()];
    assert_eq!(latest(&all, "2025-11-20").as_deref(), Some("official"));
    assert_eq!(latest(&all, "2025-12-29").as_deref(), Some("official"));
    assert_eq!(latest(&all, "2025-12-31").as_deref(), Some("year-end"));
    assert_eq!(latest(&[later, year_end, later_figure.clone()], "2025-11-20").as_deref(), Some("year-end"));
    // A figure that is no estimate cannot be of a day to come.
    assert_eq!(latest(&[later_figure], "2025-11-20"), None);
}

#[test]
fn records_read_back_as_they_were_written() {
    fn back<T: Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(of: &T) {
        assert_eq!(&serde_json::from_str::<T>(&serde_json::to_string(of).unwrap()).unwrap(), of);
    }
    let all = records(&[
        observation("o", "2025-11-20", "official"),
        r#"{"type":"submission","id":"s","date":"2025-06-19","recorded":"2025-06-19","source":"s","rule":"monthly","period":"2025-06","agency":"a","returned":true}"#.to_owned(),
        r#"{"type":"exemption","id":"e","date":"2025-06-19","recorded":"2025-06-19","source":"s","agency":"a","period":"2025-06","reason":"r"}"#.to_owned(),
    ]);
    back(&all);
    all.records.iter().for_each(back);
    back(all.observations().next().unwrap());
    back(all.submissions().next().unwrap());
    back(all.exemptions().next().unwrap());
    let submission = serde_json::to_string(all.submissions().next().unwrap()).unwrap();
    assert!(serde_json::from_str::<Observation>(&submission).is_err());
}

#[test]
fn what_a_kind_of_record_has_is_said_with_its_place() {
    let told = |record: &str| {
        let json = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{record}]}}"#);
        let error = Records::from_json(json.as_bytes()).unwrap_err();
        let all: Vec<String> =
            std::iter::once(&error).chain(&error.others).map(ToString::to_string).collect();
        all.join("\n")
    };
    let common = r#""id":"x","date":"2025-06-19","recorded":"2025-06-19","source":"s""#;
    let errors = [
        told(&format!(r#"{{"rule":"m","type":"observation",{common},"value":null,"indicator":"1"}}"#)),
        told(&format!(
            r#"{{"type":"submission",{common},"rule":"m","period":null,"agency":"a","value":"1"}}"#
        )),
        told(&format!(r#"{{"type":"promise",{common}}}"#)),
        told(&format!(r#"{{{common},"reason":"r"}}"#)),
        told(&observation("", "2025-11-20", "official")),
    ];
    insta::assert_snapshot!(errors.join("\n\n"));
}

/// A record of a type, all of one day, with the fields given.
fn record(kind: &str, id: &str, recorded: &str, fields: &str) -> String {
    format!(
        r#"{{"type":"{kind}","id":"{id}","date":"2025-06-19","recorded":"{recorded}","source":"s",{fields}}}"#
    )
}

#[test]
fn every_kind_of_record_reads_back_with_its_fields_in_order() {
    let all = [
        r#"{"type":"observation","id":"1","date":"2025-06-19","recorded":"2025-06-19","source":"s","indicator":"1","status":"official","numerator":"1110000","denominator":"1200000","unit":"percent","qualifier":"5G","area":"Xã A","group":"nữ","reportingUnit":"so-yt","rankedAmong":34,"partOfYear":false}"#,
        r#"{"type":"task_update","id":"2","date":"2025-06-19","recorded":"2025-06-19","source":"s","task":4,"state":"completed","lead":"so-yt","item":0,"period":"2025-06","reported":"completed_late","evidence":"e","product":"p","document":"d","difficulties":"k","proposals":"đ"}"#,
        r#"{"type":"submission","id":"3","date":"2025-06-19","recorded":"2025-06-19","source":"s","rule":"monthly","period":"2025-06","agency":"a","returned":true}"#,
        r#"{"type":"trigger","id":"4","date":"2025-06-19","recorded":"2025-06-19","source":"s","task":4,"issuer":"i","document":"d"}"#,
        r#"{"type":"outside_date","id":"5","date":"2025-06-19","recorded":"2025-06-19","source":"s","task":4,"due":"2025-09-30","issuer":"i","document":"d"}"#,
        r#"{"type":"extension","id":"6","date":"2025-06-19","recorded":"2025-06-19","source":"s","task":4,"newDue":"2025-09-30","document":"d","lead":"so-yt"}"#,
        r#"{"type":"exemption","id":"7","date":"2025-06-19","recorded":"2025-06-19","source":"s","reason":"r","agency":"a","period":"2025-06","rule":"monthly"}"#,
        r#"{"type":"exemption","id":"8","date":"2025-06-19","recorded":"2025-06-19","source":"s","reason":"r","agency":"a","task":4}"#,
        r#"{"type":"amendment","id":"9","date":"2025-06-19","recorded":"2025-06-19","source":"s","change":"target","indicator":"1","document":"d","year":2030,"text":"≥ 70%"}"#,
        r#"{"type":"amendment","id":"a","date":"2025-06-19","recorded":"2025-06-19","source":"s","change":"add","indicator":"9","document":"d","definition":{"code":"9","name":"n","targets":[{"year":2030,"text":"5"}],"lead":"","baseline":{"date":"2024-12-31","value":"1"}}}"#,
        r#"{"type":"amendment","id":"b","date":"2025-06-19","recorded":"2025-06-19","source":"s","change":"add","task":9,"document":"d","definition":{"number":9,"title":"t","lead":"","cooperating":"","deadline":"2026","items":[{"number":1,"title":"t"}]}}"#,
        r#"{"type":"retraction","id":"c","date":"2025-06-19","recorded":"2025-06-19","source":"s","withdraws":"1"}"#,
    ];
    let read = records(&all.map(str::to_owned));
    let written: Vec<String> = read.records.iter().map(|of| serde_json::to_string(of).unwrap()).collect();
    assert_eq!(written, all);
    assert_eq!(Records::from_json(read.to_json().as_bytes()).unwrap(), read);
}

#[test]
fn fields_that_do_not_go_together_are_told_with_their_places() {
    let each = [
        record("observation", "1", "2025-06-19", r#""indicator":"1","status":"official","numerator":"1""#),
        record("observation", "2", "2025-06-19", r#""indicator":"1","status":"official","denominator":"1""#),
        record(
            "observation",
            "3",
            "2025-06-19",
            r#""indicator":"1","status":"official","value":"1","denominator":"1""#,
        ),
        record(
            "observation",
            "4",
            "2025-06-19",
            r#""indicator":"1","status":"official","value":"1","rankedAmong":0"#,
        ),
        record("exemption", "5", "2025-06-19", r#""reason":"r","agency":"a""#),
        record("exemption", "6", "2025-06-19", r#""reason":"r","task":1,"period":"2025-06","rule":"m""#),
        record("amendment", "7", "2025-06-19", r#""change":"target","document":"d","task":1"#),
        record(
            "amendment",
            "8",
            "2025-06-19",
            r#""change":"remove","document":"d","indicator":"1","text":"x""#,
        ),
        record(
            "amendment",
            "9",
            "2025-06-19",
            r#""change":"deadline","document":"d","indicator":"1","task":1"#,
        ),
        record(
            "amendment",
            "a",
            "2025-06-19",
            r#""change":"add","document":"d","task":1,"definition":{"number":2,"title":"t","lead":"","deadline":"","cooperating":""}"#,
        ),
        record(
            "amendment",
            "b",
            "2025-06-19",
            r#""change":"add","document":"d","task":1,"definition":{"number":1,"name":"n"}"#,
        ),
        record("trigger", "c", "2025-06-19", r#""task":0,"due":"2025-06-19""#),
    ];
    let json = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{}]}}"#, each.join(",\n"));
    let error = Records::from_json(json.as_bytes()).unwrap_err();
    let all = std::iter::once(&error).chain(&error.others).map(|of| format!("{} {}", of.code, of.path));
    let all: Vec<String> = all.collect();
    assert_eq!(
        all,
        [
            "missing-field records[0].denominator",
            "bad-value records[1]",
            "bad-value records[2]",
            "bad-value records[3].rankedAmong",
            "missing-field records[4].period",
            "unknown-field records[5].period",
            "unknown-field records[5].rule",
            "missing-field records[6].indicator",
            "missing-field records[6].year",
            "missing-field records[6].text",
            "unknown-field records[6].task",
            "unknown-field records[7].text",
            "bad-value records[8]",
            "bad-value records[9].definition.number",
            "unknown-field records[10].definition.name",
            "missing-field records[10].definition.lead",
            "missing-field records[10].definition.title",
            "missing-field records[10].definition.cooperating",
            "missing-field records[10].definition.deadline",
            "bad-value records[11].task",
            "unknown-field records[11].due",
        ]
    );
}

/// The ids of what is known on a day.
fn known(records: &Records, today: &str, by: Option<&str>) -> (Vec<String>, Vec<String>) {
    let of = Known::of(records, today.parse().unwrap(), by.map(|day| day.parse().unwrap()));
    let observations = of.observations.iter().map(|of| of.id.clone()).collect();
    let findings = of.findings("p");
    let place = |of: &crate::Finding| {
        let ids: Vec<&str> = of.places.iter().map(|place| place.code.as_str()).collect();
        format!("{} {}", of.code, ids.join(" "))
    };
    (observations, findings.iter().map(place).collect())
}

fn figure(id: &str, recorded: &str, fields: &str) -> String {
    record("observation", id, recorded, &format!(r#""indicator":"1",{fields}"#))
}

fn retraction(id: &str, recorded: &str, withdraws: &str) -> String {
    record("retraction", id, recorded, &format!(r#""withdraws":"{withdraws}""#))
}

const NOTHING: [&str; 0] = [];

#[test]
fn of_one_date_the_firmer_then_the_later_recorded_then_the_greater_id_holds() {
    let official = r#""value":"1","status":"official""#;
    let of = |each: &[String]| known(&records(each), "2025-12-31", None).0;
    let preliminary = figure("z", "2025-07-30", r#""value":"2","status":"preliminary""#);
    assert_eq!(of(&[figure("a", "2025-07-01", official), preliminary]), ["a"]);
    assert_eq!(of(&[figure("a", "2025-07-02", official), figure("z", "2025-07-01", official)]), ["a"]);
    assert_eq!(of(&[figure("b", "2025-07-01", official), figure("a", "2025-07-01", official)]), ["b"]);
    let area = figure("c", "2025-07-01", r#""value":"1","status":"official","area":"Xã A""#);
    assert_eq!(of(&[figure("b", "2025-07-01", official), area]), ["b", "c"]);
}

#[test]
fn figures_of_several_units_are_one_and_it_is_said_where_they_differ() {
    let by = |id: &str, unit: &str, value: &str| {
        figure(
            id,
            "2025-07-01",
            &format!(r#""value":"{value}","status":"official","reportingUnit":"{unit}""#),
        )
    };
    let (held, said) = known(&records(&[by("a", "so-yt", "5"), by("b", "so-nv", "6")]), "2025-12-31", None);
    assert_eq!((held, said), (vec!["b".to_owned()], vec!["sources-differ a b".to_owned()]));
    let same = records(&[by("a", "so-yt", "5"), by("b", "so-nv", "5")]);
    assert_eq!(known(&same, "2025-12-31", None).1, NOTHING);
    // What one unit said before it corrected itself is no other source.
    let corrected = records(&[by("a", "so-yt", "5"), by("b", "so-yt", "6")]);
    assert_eq!(known(&corrected, "2025-12-31", None), (vec!["b".to_owned()], vec![]));
}

#[test]
fn what_was_recorded_later_is_not_known_and_what_was_withdrawn_is_gone() {
    let official = r#""value":"1","status":"official""#;
    let of = records(&[
        figure("a", "2025-07-01", official),
        figure("b", "2025-08-01", official),
        retraction("r1", "2025-09-01", "b"),
        retraction("r2", "2025-10-01", "r1"),
        retraction("r3", "2025-10-01", "nobody"),
    ]);
    let on = |today: &str, by: Option<&str>| known(&of, today, by).0;
    assert_eq!(on("2025-12-31", Some("2025-07-31")), ["a"]);
    assert_eq!(on("2025-12-31", Some("2025-08-31")), ["b"]);
    assert_eq!(on("2025-12-31", Some("2025-09-30")), ["a"]);
    assert_eq!(on("2025-12-31", None), ["b"]);
    // A retraction counts from the day it was recorded.
    assert_eq!(on("2025-08-31", None), ["b"]);
    assert_eq!(on("2025-09-30", None), ["a"]);
    assert_eq!(known(&of, "2025-12-31", None).1, ["retracts-nothing r3"]);
    let used = Known::of(&of, "2025-12-31".parse().unwrap(), None).used();
    assert_eq!(used.iter().map(|of| of.id()).collect::<Vec<_>>(), ["a", "b", "r2", "r3"]);
}

#[test]
fn rings_of_retractions_end() {
    let figures = figure("a", "2025-07-01", r#""value":"1","status":"official""#);
    let ring = |last: &str| {
        records(&[
            figures.clone(),
            retraction("r1", "2025-09-01", "r2"),
            retraction("r2", "2025-09-01", "r3"),
            retraction("r3", "2025-09-01", last),
            retraction("r4", "2025-09-01", "r4"),
        ])
    };
    assert_eq!(known(&ring("r1"), "2025-12-31", None).0, ["a"]);
    // r2 is withdrawn, so r3 stands.
    assert_eq!(known(&ring("a"), "2025-12-31", None).0, NOTHING);
    // A retraction does not withdraw one that was recorded after it.
    let early = [figures.clone(), retraction("r1", "2025-09-01", "r2"), retraction("r2", "2025-09-02", "a")];
    assert_eq!(known(&records(&early), "2025-12-31", None).0, NOTHING);
}

#[test]
fn of_days_to_come_only_an_estimate_of_the_year_speaks() {
    let at = |id: &str, date: &str, status: &str| {
        figure(id, "2025-06-19", &format!(r#""value":"1","status":"{status}""#)).replacen(
            "2025-06-19",
            date,
            1,
        )
    };
    let update = |id: &str, date: &str| {
        record("task_update", id, "2025-06-19", r#""task":1,"state":"completed""#).replacen(
            "2025-06-19",
            date,
            1,
        )
    };
    let of = records(&[
        at("year-end", "2025-12-31", "estimate"),
        at("next", "2026-01-01", "estimate"),
        at("firm", "2025-06-30", "official"),
        update("u", "2025-06-21"),
        update("v", "2025-06-20"),
    ]);
    let (held, said) = known(&of, "2025-06-20", None);
    assert_eq!(held, ["year-end"]);
    assert_eq!(said, ["future-record u", "recorded-before-date firm"]);
    let known = Known::of(&of, "2025-06-20".parse().unwrap(), None);
    assert_eq!(known.future, ["1"]);
    assert_eq!(known.updates.iter().map(|of| of.id.as_str()).collect::<Vec<_>>(), ["v"]);
}

#[test]
fn any_order_of_records_and_files_is_known_alike() {
    let each: Vec<String> = (0..120)
        .map(|at| {
            let (indicator, day, unit) = (at * 7 % 5, 1 + at % 9, at % 3);
            format!(
                r#"{{"type":"observation","id":"o{at}","date":"2025-03-0{day}","recorded":"2025-04-01","source":"s","indicator":"{indicator}","status":"official","value":"{at}","reportingUnit":"u{unit}"}}"#
            )
        })
        .collect();
    let mut turned = each.clone();
    turned.reverse();
    turned.rotate_left(50);
    let (all, other) = (records(&each), records(&turned));
    let known_of = |of: &Records| known(of, "2025-12-31", None);
    assert_eq!(known_of(&all), known_of(&other));
    assert_eq!(known_of(&all).0.len(), 45);
    let files: Vec<Records> = turned.chunks(17).map(records).collect();
    let merged = Records::merged(&files).unwrap();
    assert_eq!(merged, Records::merged(&[all]).unwrap());
    assert_eq!(known_of(&merged), known_of(&other));
}

/// Every error of a table, a line each.
fn table_errors(table: &str) -> Vec<String> {
    let error = Records::from_csv(table.as_bytes(), true).unwrap_err();
    let line = |of: &crate::Error| {
        format!("{} {} {}:{}", of.code, of.path, of.row.unwrap_or(0), of.column.unwrap_or(0))
    };
    std::iter::once(&error).chain(&error.others).map(line).collect()
}

#[test]
fn a_table_reads_as_its_records_do_in_a_file() {
    let table = "\u{feff}id,type,date,recorded,source,task,state,lead,new_due,document,returned,definition,change\r\n\
        u1,task_update,2025-06-19,2025-06-19,\"Báo cáo, số 5\",04,completed,so-yt,,812/SYT,,,\r\n\
        \r\n\
        e1,extension,2025-06-19,2025-06-19, ví dụ ,4,,,2025-09-30,\"99\"\"A\"\"\",,,\r\n\
        a1,amendment,2025-06-19,2025-06-19,s,9,,,,1/QĐ,,\"{\"\"number\"\":9,\"\"title\"\":\"\"t\"\",\"\"lead\"\":\"\"\"\",\"\"cooperating\"\":\"\"\"\",\"\"deadline\"\":\"\"2026\"\"}\",add";
    let read = Records::from_csv(table.as_bytes(), true).unwrap();
    let written: Vec<String> = read.records.iter().map(|of| serde_json::to_string(of).unwrap()).collect();
    assert_eq!(
        written,
        [
            r#"{"type":"task_update","id":"u1","date":"2025-06-19","recorded":"2025-06-19","source":"Báo cáo, số 5","task":4,"state":"completed","lead":"so-yt","document":"812/SYT"}"#,
            r#"{"type":"extension","id":"e1","date":"2025-06-19","recorded":"2025-06-19","source":"ví dụ","task":4,"newDue":"2025-09-30","document":"99\"A\""}"#,
            r#"{"type":"amendment","id":"a1","date":"2025-06-19","recorded":"2025-06-19","source":"s","change":"add","task":9,"document":"1/QĐ","definition":{"number":9,"title":"t","lead":"","cooperating":"","deadline":"2026"}}"#,
        ]
    );
    let tabs = "type\tid\tdate\trecorded\tsource\trule\tperiod\tagency\treturned\nsubmission\ts\t2025-06-19\t2025-06-19\ts\tm\t2025-06\ta\tTRUE\n";
    assert!(Records::from_csv(tabs.as_bytes(), false).unwrap().submissions().next().unwrap().returned);
    let none = Records::from_csv(b"type,id,date,recorded,source", true).unwrap();
    assert_eq!((none.records.len(), none.synthetic), (0, true));
}

#[test]
fn all_that_is_wrong_with_a_table_is_told_with_row_and_column() {
    assert_eq!(
        table_errors("type,id,date,colour,id\n"),
        [
            "unknown-field colour 1:4",
            "duplicate-field id 1:5",
            "missing-field recorded 1:1",
            "missing-field source 1:1"
        ]
    );
    let table = "type;id;date;recorded;source;task;state;evidence;value\n\
        task_update;1;2025-06-19;2025-06-19;s;x;done;\"hai\ndòng\";\n\
        task_update;2;19/6/2025;2025-06-19;;1;completed;;5\n\
        task_update;1;2025-06-19;2025-06-19;s;1;completed;;;;thừa\n\
        promise;3;2025-06-19;2025-06-19;s;;;;\n\
        extension;4;2025-06-19;2025-06-19;s;1;;;";
    assert_eq!(
        table_errors(table),
        [
            "wrong-type task 2:6",
            "bad-value state 2:7",
            "bad-date date 3:3",
            "missing-field source 3:5",
            "unknown-field value 3:9",
            "bad-value  4:11",
            "bad-value type 5:1",
            "missing-field document 6:1",
            "missing-field new_due 6:1",
        ]
    );
}

#[test]
fn a_table_of_many_rows_keeps_its_ids_apart() {
    let row = |at: usize, id: usize| format!("\nretraction,r{id},2025-06-19,2025-06-19,s,o{at}");
    let head = "type,id,date,recorded,source,withdraws";
    let mut table: String = head.to_owned();
    (0..2_500).for_each(|at| table.push_str(&row(at, at)));
    assert_eq!(Records::from_csv(table.as_bytes(), true).unwrap().records.len(), 2_500);
    // The same again counts once, another of the id is refused at its row.
    let again = format!("{table}{}", row(3, 3));
    assert_eq!(Records::from_csv(again.as_bytes(), true).unwrap().records.len(), 2_500);
    let other = format!("{table}{}", row(4, 3));
    assert_eq!(table_errors(&other), ["conflicting-record id 2502:2"]);
    let limits = crate::Limits { records: 2_499, ..crate::Limits::default() };
    let error = Records::from_csv_with(table.as_bytes(), true, &limits).unwrap_err();
    assert_eq!((error.code, error.row), (ErrorCode::TooMany, Some(2_501)));
}
