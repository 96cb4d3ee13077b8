//! What the sample year tells, and what is printed of it.

use clap::Parser;
use tiendo::{AssessedTask, Assessment, IndicatorStanding, Lang, ReportStanding, TaskStanding};

use crate::Asked;

fn asked(words: &[&str]) -> Result<String, String> {
    let asked = Asked::try_parse_from(["assess"].iter().chain(words)).map_err(|error| error.to_string())?;
    asked.answer().map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

fn sample() -> Assessment {
    serde_json::from_str(&asked(&["--json"]).expect("the sample is assessed")).expect("an assessment")
}

#[test]
fn every_standing_occurs() {
    let of = sample();
    let indicators: Vec<_> = of.indicators.iter().map(|one| one.standing).collect();
    let missing: Vec<_> =
        IndicatorStanding::ALL.iter().filter(|standing| !indicators.contains(standing)).collect();
    assert!(missing.is_empty(), "indicators: {missing:?}");
    let tasks: Vec<_> = of.tasks.iter().map(|one| one.standing).collect();
    let missing: Vec<_> = TaskStanding::ALL.iter().filter(|standing| !tasks.contains(standing)).collect();
    assert!(missing.is_empty(), "tasks: {missing:?}");
    let reports: Vec<_> = of.reports.iter().map(|one| one.standing).collect();
    // The plan's rules all have dates.
    let dated = ReportStanding::ALL.iter().filter(|standing| **standing != ReportStanding::Undated);
    let missing: Vec<_> = dated.filter(|standing| !reports.contains(standing)).collect();
    assert!(missing.is_empty(), "reports: {missing:?}");
}

#[test]
fn every_record_is_made_up_and_says_so() {
    let records: serde_json::Value = serde_json::from_str(crate::SAMPLE).expect("JSON");
    assert_eq!(records["synthetic"], true);
    for record in records["records"].as_array().expect("records") {
        assert_eq!(record["source"], "số liệu minh họa (synthetic)", "{record}");
    }
}

#[test]
fn a_page_holds_the_summary_and_every_indicator_late_task_and_late_report() {
    let of = sample();
    for (lang, summary) in [("vi", &of.summary.vi), ("en", &of.summary.en)] {
        let page = asked(&["--lang", lang]).expect("a page");
        assert!(page.contains(summary.as_str()), "{page}");
        let flat: String = page.split_whitespace().collect();
        for one in &of.indicators {
            let row = |line: &str| line.trim_start().starts_with(&format!("{} ", one.code));
            assert!(page.lines().any(row), "{lang}: {}", one.code);
        }
        let late = |one: &&AssessedTask| one.standing == TaskStanding::Overdue;
        for one in of.tasks.iter().filter(late) {
            assert!(flat.contains(&one.number.to_string()), "{lang}: {}", one.number);
        }
    }
}

#[test]
fn the_json_is_that_of_the_library() {
    let plan = tiendo::Plan::builtin(crate::SAMPLE_PLAN).expect("built in").to_json();
    let options = br#"{"knownBy": "2026-06-30", "method": "cagr", "onTrack": "0.9"}"#;
    let json = tiendo::assess_json(plan.as_bytes(), crate::SAMPLE.as_bytes(), "2026-11-27", Some(options));
    let words = ["--json", "--known-by", "2026-06-30", "--option", "method=cagr", "--option", "onTrack=0.9"];
    let json = json.map(|json| json + "\n");
    assert!(asked(&words) == json.map_err(|error| error.to_string()), "not the same text");
}

#[test]
fn why_shows_all_that_an_item_rests_on() {
    let of = sample();
    let has_all = |page: &str, of: &tiendo::Why| {
        assert!(page.contains(&of.vi), "{page}");
        for number in &of.numbers {
            assert!(page.contains(&format!("{} = {}", number.name, number.value)), "{page}");
        }
    };
    let page = |item: &str| crate::item::item(&of, item, Lang::Vi, false).expect("a page");
    of.indicators.iter().for_each(|one| has_all(&page(&one.code), &one.why));
    of.tasks.iter().for_each(|one| has_all(&page(&format!("task {}", one.number)), &one.why));
    assert!(asked(&["--why", "task", "52"]).expect("a page").contains("Ban Quản lý khu kinh tế tỉnh"));
}

#[test]
fn what_nobody_knows_is_said() {
    for (words, said) in [
        (&["--why", "99"][..], "`99`"),
        (&["--why", "task 999"], "`task 999`"),
        (&["--option", "minDay=90"], "minDay"),
        (&["--option", "minDays"], "minDays"),
        (&["--option", "monthDay=32"], "monthDay"),
        (&["--plan", "nowhere"], "nowhere"),
    ] {
        for lang in ["vi", "en"] {
            let words: Vec<&str> = words.iter().copied().chain(["--lang", lang]).collect();
            let error = asked(&words).expect_err("nobody knows it");
            assert!(error.contains(said), "{error}");
        }
    }
}

#[test]
fn each_way_to_look_at_it_shows_what_it_says() {
    let of = sample();
    let agencies = asked(&["--by", "agency"]).expect("cards");
    assert!(agencies.contains("Sở Y tế") && agencies.contains("Hạng"), "{agencies}");
    let changed = asked(&["--since", "2026-06-30"]).expect("changes");
    assert!(changed.starts_with("Từ 30/6/2026 đến 27/11/2026: "), "{changed}");
    let own = asked(&["--agency", "Sở Y tế"]).expect("a page");
    let led =
        of.indicators.iter().find(|one| one.leads.iter().any(|body| body.id.as_deref() == Some("so-yt")));
    assert!(own.contains(&format!("  {} · ", led.expect("it leads one").code)), "{own}");
    assert!(asked(&["--agency", "so-phep-thuat"]).is_err());
    let tasks = asked(&["--csv", "tasks"]).expect("a table");
    assert!(tasks.starts_with("number,title,"), "{tasks}");
    let calendar = asked(&["--ics", "--agency", "so-yt"]).expect("a calendar");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
    let report = asked(&["--report", "md", "--period", "2026-Q3", "--public"]).expect("a report");
    assert!(report.contains("BÁO CÁO"), "{report}");
}
