//! What results are, whatever they are about: data that reads back, all of it, within the limits.

use std::fmt::Debug;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::agencies::Roster;
use crate::calendar::{Calendar, DayStatus};
use crate::codes::{DayOffShift, ErrorCode, ExemptReason, Lang};
use crate::limits::Limits;
use crate::period::Period;
use crate::plan::Plan;
use crate::records::{Exemption, Submission};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn asked(start: &str, end: &str, agencies: &[&str]) -> ReportingQuery {
    let agencies = agencies.iter().map(|agency| (*agency).to_owned()).collect();
    ReportingQuery { agencies, ..ReportingQuery::between(day(start), day(end)) }
}

fn owed(plan: &str, query: &ReportingQuery) -> Obligations {
    Plan::builtin(plan).unwrap().obligations(query).unwrap()
}

/// A plan with rules, as JSON has them.
fn plan(rules: &str) -> Plan {
    let json = format!(
        r#"{{"schemaVersion": 1, "id": "p", "title": "Kế hoạch mẫu", "issuer": "i", "level": "commune", "milestones": [],
        "indicators": [], "tasks": [], "regime": {{"effective": "2000-01-01", "rules": [{rules}]}}}}"#
    );
    Plan::from_json(json.as_bytes()).unwrap()
}

fn sent(id: &str, agency: &str, on: &str, returned: bool) -> Submission {
    Submission {
        id: id.to_owned(),
        date: day(on),
        recorded: day(on),
        source: "giả lập".to_owned(),
        rule: "monthly".to_owned(),
        period: "2025-06".to_owned(),
        agency: agency.to_owned(),
        returned,
    }
}

fn exempted(id: &str, agency: &str, rule: Option<&str>) -> Exemption {
    Exemption {
        id: id.to_owned(),
        date: day("2025-06-01"),
        recorded: day("2025-06-01"),
        source: "giả lập".to_owned(),
        reason: "đang sắp xếp tổ chức".to_owned(),
        agency: Some(agency.to_owned()),
        period: Some("2025-06".to_owned()),
        rule: rule.map(str::to_owned),
        task: None,
    }
}

#[track_caller]
fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
    // And is written again as it was.
    assert_eq!(serde_json::to_string(&serde_json::from_str::<T>(&json).unwrap()).unwrap(), json);
}

#[test]
fn every_result_reads_back_as_it_was_written() {
    let options = ReportingOptions {
        day_off_shift: DayOffShift::NextWorkingDay,
        grace_days: 2,
        ..ReportingOptions::default()
    };
    let bodies = ["so-nv", "so-tc", "so-tttt", "so-khcn", "so-yt"];
    let query = ReportingQuery { options, ..asked("2025-06-01", "2025-07-01", &bodies) };
    for name in ["ha-tinh-231", "dak-lak-146", "ha-tinh-42-ctr-tu"] {
        let query = ReportingQuery { effective: Some(day("2025-01-01")), ..query.clone() };
        let all = owed(name, &query);
        assert!(all.iter().any(|report| report.due.is_none()), "{name}");
        all.iter().for_each(|report| comes_back(&report));
        all.reporting_units().iter().for_each(comes_back);
        let records = [sent("s1", "so-nv", "2025-06-25", false), sent("s2", "so-tc", "2025-06-19", true)];
        let judged = all.timeliness(&records, &[exempted("e1", "so-yt", None)], day("2025-07-30")).unwrap();
        judged.reports().for_each(|report| comes_back(&report));
        let exempt = judged.reports().filter_map(|report| report.obligation.exempt);
        let reasons: Vec<ExemptReason> = exempt.map(|exempt| exempt.reason).collect();
        assert!(reasons.contains(&ExemptReason::BodyEnded) && reasons.contains(&ExemptReason::Recorded));
        comes_back(&judged.total());
        let tallies = [judged.by_agency(), judged.by_period(), judged.by_cycle()].concat();
        tallies.iter().for_each(comes_back);
        judged.reminders(7, Lang::Vi).unwrap().iter().for_each(comes_back);
    }
    let province = Plan::builtin("ha-tinh-231").unwrap();
    let other = Plan::builtin("dak-lak-146").unwrap();
    let plans = [(&province, query.clone()), (&other, query.clone())];
    let duties = duties_of_month(&plans, "so-nv", "2025-06", Lang::Vi).unwrap();
    assert!(duties.iter().any(|duty| duty.due.is_none()) && duties.iter().any(|duty| duty.due.is_some()));
    duties.iter().for_each(comes_back);
    let all = owed("ha-tinh-231", &query);
    slack(&all, &all).unwrap().iter().for_each(comes_back);
    comes_back(&"2025-Q2".parse::<Period>().unwrap());
    comes_back(&Roster { group: "các sở".to_owned(), agencies: vec!["so-nv".to_owned()] });
    let rules = &province.regime.as_ref().unwrap().rules;
    let due = rules[0].due_in(&"2025-06".parse().unwrap(), &options, Calendar::shared()).unwrap().unwrap();
    comes_back(&due);
    for date in ["2025-06-19", "2025-06-21", "2025-09-02"] {
        comes_back::<DayStatus>(&Calendar::shared().status(day(date)).unwrap());
    }
    let calendar: Calendar = serde_json::from_str(&Calendar::shared().to_json()).unwrap();
    assert_eq!(&calendar, Calendar::shared());
}

#[test]
fn a_report_whose_why_lacks_what_is_read_from_it_is_refused() {
    let all = owed("ha-tinh-231", &asked("2025-06-19", "2025-06-20", &["so-nv"]));
    let report = all.timeliness(&[], &[], day("2025-06-22")).unwrap().reports().next().unwrap();
    let json = serde_json::to_string(&report).unwrap();
    for part in [r#"{"name":"timely","value":"2025-06-19"},"#, r#","standing":"missing""#] {
        assert!(json.contains(part), "{json}");
        assert!(serde_json::from_str::<Report>(&json.replace(part, "")).is_err(), "{part}");
    }
}

#[test]
fn every_day_without_a_source_that_a_shift_rests_on_is_named() {
    let days = (1..=30).map(|day| format!(r#"{{"date": "2025-06-{day:02}", "off": true, "name": "nghỉ"}}"#));
    let days: Vec<String> = days.collect();
    let json = format!(
        r#"{{"schemaVersion": 1, "id": "c", "name": "c", "weekend": [], "years": [2025], "days": [{}]}}"#,
        days.join(",")
    );
    let calendar = Arc::new(Calendar::from_json(json.as_bytes()).unwrap());
    let options =
        ReportingOptions { day_off_shift: DayOffShift::NextWorkingDay, ..ReportingOptions::default() };
    let query = ReportingQuery {
        options,
        calendar: Some(calendar),
        ..asked("2025-07-01", "2025-07-02", &["so-nv", "so-tc"])
    };
    let plan = Plan::builtin("ha-tinh-231").unwrap();
    let all: Vec<Obligation> = plan.obligations(&query).unwrap().iter().collect();
    // All are due on 1 July: the month's, timely until the 19th, comes before the quarter's, timely until the 9th.
    let unsourced: Vec<usize> = all.iter().step_by(2).map(|owed| owed.unsourced_days.len()).collect();
    assert_eq!(unsourced, [12, 22, 22]);
    assert_eq!(all[0].due, Some(day("2025-07-01")));
    assert!(Arc::ptr_eq(&all[0].unsourced_days, &all[1].unsourced_days), "held once for both bodies");
    comes_back(&all[0]);
    let limits = Limits { output_bytes: 100, ..Limits::default() };
    let error = plan.obligations(&ReportingQuery { limits, ..query }).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::TooLarge, "end"));
}

#[test]
fn reports_of_one_day_name_those_that_the_body_owes_too() {
    let rule = |code: &str, reporters: &str| {
        format!(
            r#"{{"code": "{code}", "cycle": "monthly", "due": {{"day": 20, "monthOfPeriod": 1, "before": false}},
            "reporters": "{reporters}", "recipient": "Ủy ban nhân dân tỉnh", "text": ""}}"#
        )
    };
    let rules = [
        rule("all", "các sở, ban, ngành"),
        rule("home", "Sở Nội vụ"),
        rule("money", "Sở Tài chính; Sở Nội vụ"),
        rule("also", "các địa phương"),
    ];
    let query = asked("2025-06-01", "2025-07-01", &["so-nv", "so-tc", "so-yt", "so-gddt"]);
    let all: Vec<Obligation> = plan(&rules.join(",")).obligations(&query).unwrap().iter().collect();
    let beside = |agency: &str| {
        let own = all.iter().filter(|report| report.agency.as_deref() == Some(agency));
        let line = |report: &Obligation| {
            let others: Vec<&str> = report.coincides.iter().map(|other| &*other.rule).collect();
            format!("{}: {}", report.rule, others.join(" "))
        };
        own.map(line).collect::<Vec<_>>()
    };
    assert_eq!(
        beside("so-nv"),
        ["all: home money also", "home: all money also", "money: all home also", "also: all home money"]
    );
    assert_eq!(beside("so-tc"), ["all: money also", "money: all also", "also: all money"]);
    assert_eq!(beside("so-yt"), ["all: also", "also: all"]);
    let shared = |agency: &str| all.iter().find(|report| report.agency.as_deref() == Some(agency)).unwrap();
    assert!(
        Arc::ptr_eq(&shared("so-yt").coincides, &shared("so-gddt").coincides),
        "held once for all bodies"
    );
}

#[test]
fn from_any_place_on_the_same_obligations_and_reports_stand() {
    let bodies = ["so-nv", "so-khcn", "ubnd-tinh", "so-tttt", "Xã Mẫu"];
    let reports = owed("ha-tinh-231", &asked("2025-01-01", "2026-01-01", &bodies));
    let judged = reports.timeliness(&[], &[], day("2025-08-01")).unwrap();
    let (all, judgements): (Vec<_>, Vec<_>) = (reports.iter().collect(), judged.reports().collect());
    assert!(all.len() > 50 && all.len() == judgements.len());
    for at in 0..all.len() + 2 {
        let from = at.min(all.len());
        assert!(reports.iter_from(at).eq(all[from..].iter().cloned()), "{at}");
        assert!(judged.reports_from(at).eq(judgements[from..].iter().cloned()), "{at}");
    }
}

#[test]
fn periods_may_be_asked_for_in_place_of_days() {
    let given = |period: &str| GivenReport {
        rule: "ad-hoc".to_owned(),
        period: period.to_owned(),
        written: day("2025-08-15"),
        before: false,
        start: None,
        end: None,
    };
    let periods: Vec<Period> = ["2025-Q3", "2025-06"].map(|id| id.parse().unwrap()).to_vec();
    let query = ReportingQuery {
        given: vec![given("2025-Q3"), given("Công văn 12/VP")],
        ..ReportingQuery::on(&periods)
    };
    let all = owed("ha-tinh-231", &query);
    let found: Vec<String> = all.iter().map(|report| format!("{} {}", report.rule, report.period)).collect();
    assert_eq!(
        found,
        [
            "monthly 2025-06",
            "summary-monthly 2025-06",
            "ad-hoc 2025-Q3",
            "quarterly 2025-Q3",
            "summary-quarterly 2025-Q3"
        ]
    );
    // The regime's beginning holds for them too.
    let before = owed("ha-tinh-231", &ReportingQuery::on(&["2025-01".parse().unwrap()]));
    assert!(before.is_empty());
}

#[test]
fn a_roster_tells_who_a_group_is() {
    let roster = |group: &str, agencies: &[&str]| Roster {
        group: group.to_owned(),
        agencies: agencies.iter().map(|agency| (*agency).to_owned()).collect(),
    };
    let units = |agencies: &[&str], roster: Vec<Roster>| {
        let query = ReportingQuery { roster, ..asked("2025-06-19", "2025-06-20", agencies) };
        let all = Plan::builtin("ha-tinh-231").unwrap().obligations(&query);
        all.map(|all| all.reporting_units().iter().map(|unit| unit.agency.to_string()).collect::<Vec<_>>())
    };
    let of = |agencies: &[&str], roster| units(agencies, roster).unwrap();
    // However the group is named, and a body of it stands once.
    let group = || vec![roster("cac-so-ban-nganh", &["so-nv", "Sở Tài chính"])];
    assert_eq!(of(&["Các sở,  ban, ngành", "so-yt"], group()), ["so-nv", "Sở Tài chính", "so-yt"]);
    assert_eq!(of(&["so-tc", "các sở, ban, ngành", "Sở Nội vụ"], group()), ["so-tc", "so-nv"]);
    assert_eq!(of(&["Khối xã"], vec![roster("khối xã", &["Xã A", "Xã B"])]), ["Xã A", "Xã B"]);
    // What is on no roster is a body like any other.
    assert_eq!(of(&["các sở, ban, ngành", "Xã Mẫu"], Vec::new()), ["các sở, ban, ngành", "Xã Mẫu"]);
    let refused = |agencies: &[&str], roster| {
        let error = units(agencies, roster).unwrap_err();
        format!("{} {}", error.code, error.path)
    };
    assert_eq!(refused(&["so-nv", "Sở Nội vụ"], group()), "duplicate-code agencies[1]");
    assert_eq!(
        refused(&["khối xã"], vec![roster("khối xã", &["Xã A", ""])]),
        "bad-option roster[0].agencies[1]"
    );
    let twice = vec![roster("khối xã", &["Xã A"]), roster("Khối xã", &["Xã B"])];
    assert_eq!(refused(&["so-nv"], twice), "duplicate-code roster[1].group");
}

#[test]
fn a_record_given_again_counts_once_and_another_under_its_id_is_refused() {
    let all = owed("ha-tinh-231", &asked("2025-06-19", "2025-06-20", &["so-nv", "so-tc"]));
    let judge = |sent: &[Submission], exempt: &[Exemption]| all.timeliness(sent, exempt, day("2025-06-22"));
    let one = sent("s1", "so-nv", "2025-06-19", false);
    let judged = judge(&[one.clone(), one.clone()], &[]).unwrap();
    assert_eq!((judged.total().on_time, judged.total().missing), (1, 1));
    let stray = sent("s2", "so-yt", "2025-06-19", false);
    assert_eq!(judge(&[stray.clone(), stray], &[]).unwrap().unmatched(), ["s2"]);
    let error = judge(&[one.clone(), sent("s1", "so-tc", "2025-06-19", false)], &[]).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::ConflictingRecord, "submissions[1].id"));
    let exempt = [exempted("e1", "so-nv", None), exempted("e1", "so-nv", Some("monthly"))];
    let error = judge(&[], &exempt).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::ConflictingRecord, "exemptions[1].id"));
    // Other records about the same are no conflict.
    let exempt = [exempted("e1", "so-nv", None), exempted("e2", "so-nv", None)];
    assert_eq!(judge(&[one], &exempt).unwrap().total().exempt, 1);
}

#[test]
fn texts_are_whole_or_refused() {
    let words = "ỹ ".repeat(4_900);
    let rule = format!(
        r#"{{"code": "m", "cycle": "monthly", "due": {{"day": 20, "monthOfPeriod": 1, "before": false}},
        "reporters": "các xã", "recipient": "{words}", "text": "{words}"}}"#
    );
    let plan = plan(&rule);
    let query = asked("2025-06-01", "2025-07-01", &["Xã A", "Xã B\u{7}"]);
    let all = plan.obligations(&query).unwrap();
    let ics = all.to_ics("2025-01-01T00:00:00Z", Lang::Vi).unwrap();
    assert_eq!(ics.matches('ỹ').count(), 2 * 4_900, "the whole recipient in both events");
    let judged = all.timeliness(&[], &[], day("2025-07-01")).unwrap();
    for lang in [Lang::Vi, Lang::En] {
        let reminders = judged.reminders(7, lang).unwrap().into_iter().map(|of| of.text);
        for text in reminders.chain(judged.sentences(lang).unwrap()) {
            assert!(!text.contains(char::is_control));
        }
    }
    let limits = Limits { output_bytes: 20_000, ..Limits::default() };
    let query = ReportingQuery { limits, ..query };
    let small = plan.obligations(&query).unwrap();
    assert_eq!(small.to_ics("2025-01-01T00:00:00Z", Lang::Vi).unwrap_err().code, ErrorCode::TooLarge);
    let judged = small.timeliness(&[], &[], day("2025-07-01")).unwrap();
    assert_eq!(judged.reminders(7, Lang::Vi).unwrap_err().code, ErrorCode::TooLarge);
    let month =
        duties_of_month(&[(&plan, query.clone()), (&plan, query.clone())], "Xã A", "2025-06", Lang::Vi);
    assert_eq!(month.unwrap_err().code, ErrorCode::TooLarge);
    let limits = Limits { output_bytes: 20, ..Limits::default() };
    let tiny = plan.obligations(&ReportingQuery { limits, ..query }).unwrap();
    let judged = tiny.timeliness(&[], &[], day("2025-07-01")).unwrap();
    assert_eq!(judged.sentences(Lang::Vi).unwrap_err().code, ErrorCode::TooLarge);
}

#[test]
fn limits_of_a_call_are_errors_with_their_place() {
    let refused = |limits: Limits| {
        let query = ReportingQuery { limits, ..asked("2025-06-01", "2025-07-01", &["so-nv", "so-tc"]) };
        let error = Plan::builtin("ha-tinh-231").unwrap().obligations(&query).unwrap_err();
        format!("{} {}", error.code, error.path)
    };
    assert_eq!(refused(Limits { reports: 2, ..Limits::default() }), "too-many end");
    assert_eq!(refused(Limits { obligations: 5, ..Limits::default() }), "too-many agencies");
    assert_eq!(refused(Limits { name_chars: 4, ..Limits::default() }), "cell-too-long agencies[0]");
    let query = asked("2025-06-19", "2025-06-20", &["so-nv"]);
    let few = ReportingQuery { limits: Limits { records: 1, ..Limits::default() }, ..query };
    let sent = [sent("s1", "so-nv", "2025-06-19", false), sent("s2", "so-nv", "2025-06-19", false)];
    let error = owed("ha-tinh-231", &few).timeliness(&sent, &[], day("2025-06-22")).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::TooMany, "submissions"));
}
