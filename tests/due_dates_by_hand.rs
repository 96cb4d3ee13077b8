//! Every dated report that the built-in plans ask for to the end of 2026, written down by hand from the texts of their
//! reporting rules and a wall calendar, not from any output; and what is never late, never owed or off.

use std::sync::Arc;

use chrono::NaiveDate;
use tiendo::{
    Calendar, CalendarDay, DayOffShift, DueStep, ErrorCode, FindingCode, GivenReport, Obligations, Plan,
    ReportStanding, ReportingOptions, ReportingQuery, SelectBy,
};

/// The rule, the period, the date as written and the last day on time.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// 231/KH-UBND, in force on 10/5/2025: "hàng tháng trước ngày 20 hằng tháng, báo cáo Quý trước ngày 10 tháng cuối Quý,
/// báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 30/11".
const HA_TINH_231: &[Row] = &[
    ("monthly", "2025-05", "2025-05-20", "2025-05-19"),
    ("quarterly", "2025-Q2", "2025-06-10", "2025-06-09"),
    ("half-year", "2025-H1", "2025-06-10", "2025-06-09"),
    ("monthly", "2025-06", "2025-06-20", "2025-06-19"),
    ("monthly", "2025-07", "2025-07-20", "2025-07-19"),
    ("monthly", "2025-08", "2025-08-20", "2025-08-19"),
    ("quarterly", "2025-Q3", "2025-09-10", "2025-09-09"),
    ("monthly", "2025-09", "2025-09-20", "2025-09-19"),
    ("monthly", "2025-10", "2025-10-20", "2025-10-19"),
    ("monthly", "2025-11", "2025-11-20", "2025-11-19"),
    ("year", "2025", "2025-11-30", "2025-11-29"),
    ("quarterly", "2025-Q4", "2025-12-10", "2025-12-09"),
    ("monthly", "2025-12", "2025-12-20", "2025-12-19"),
    ("monthly", "2026-01", "2026-01-20", "2026-01-19"),
    ("monthly", "2026-02", "2026-02-20", "2026-02-19"),
    ("quarterly", "2026-Q1", "2026-03-10", "2026-03-09"),
    ("monthly", "2026-03", "2026-03-20", "2026-03-19"),
    ("monthly", "2026-04", "2026-04-20", "2026-04-19"),
    ("monthly", "2026-05", "2026-05-20", "2026-05-19"),
    ("quarterly", "2026-Q2", "2026-06-10", "2026-06-09"),
    ("half-year", "2026-H1", "2026-06-10", "2026-06-09"),
    ("monthly", "2026-06", "2026-06-20", "2026-06-19"),
    ("monthly", "2026-07", "2026-07-20", "2026-07-19"),
    ("monthly", "2026-08", "2026-08-20", "2026-08-19"),
    ("quarterly", "2026-Q3", "2026-09-10", "2026-09-09"),
    ("monthly", "2026-09", "2026-09-20", "2026-09-19"),
    ("monthly", "2026-10", "2026-10-20", "2026-10-19"),
    ("monthly", "2026-11", "2026-11-20", "2026-11-19"),
    ("year", "2026", "2026-11-30", "2026-11-29"),
    ("quarterly", "2026-Q4", "2026-12-10", "2026-12-09"),
    ("monthly", "2026-12", "2026-12-20", "2026-12-19"),
];

/// 69/KH-UBND, in force on 25/2/2025: "định kỳ trước ngày 01/6 và 15/11 hàng năm".
const TIEN_GIANG_69: &[Row] = &[
    ("half-year", "2025-H1", "2025-06-01", "2025-05-31"),
    ("year", "2025", "2025-11-15", "2025-11-14"),
    ("half-year", "2026-H1", "2026-06-01", "2026-05-31"),
    ("year", "2026", "2026-11-15", "2026-11-14"),
];

/// 146/KH-UBND, in force on 25/6/2025, after 10/6 of that year: "6 tháng (trước ngày 10/6), hằng năm (trước ngày
/// 25/11)".
const DAK_LAK_146: &[Row] = &[
    ("year", "2025", "2025-11-25", "2025-11-24"),
    ("half-year", "2026-H1", "2026-06-10", "2026-06-09"),
    ("year", "2026", "2026-11-25", "2026-11-24"),
];

/// Tiên Điền's plan, in force when the caller says, here on 1/1/2026: "hàng tháng trước ngày 15 hằng tháng, báo cáo Quý
/// trước ngày 05 tháng cuối Quý, báo cáo 6 tháng trước ngày 05/6, báo cáo năm trước ngày 25/11".
const TIEN_DIEN: &[Row] = &[
    ("monthly", "2026-01", "2026-01-15", "2026-01-14"),
    ("monthly", "2026-02", "2026-02-15", "2026-02-14"),
    ("quarterly", "2026-Q1", "2026-03-05", "2026-03-04"),
    ("monthly", "2026-03", "2026-03-15", "2026-03-14"),
    ("monthly", "2026-04", "2026-04-15", "2026-04-14"),
    ("monthly", "2026-05", "2026-05-15", "2026-05-14"),
    ("quarterly", "2026-Q2", "2026-06-05", "2026-06-04"),
    ("half-year", "2026-H1", "2026-06-05", "2026-06-04"),
    ("monthly", "2026-06", "2026-06-15", "2026-06-14"),
    ("monthly", "2026-07", "2026-07-15", "2026-07-14"),
    ("monthly", "2026-08", "2026-08-15", "2026-08-14"),
    ("quarterly", "2026-Q3", "2026-09-05", "2026-09-04"),
    ("monthly", "2026-09", "2026-09-15", "2026-09-14"),
    ("monthly", "2026-10", "2026-10-15", "2026-10-14"),
    ("monthly", "2026-11", "2026-11-15", "2026-11-14"),
    ("year", "2026", "2026-11-25", "2026-11-24"),
    ("quarterly", "2026-Q4", "2026-12-05", "2026-12-04"),
    ("monthly", "2026-12", "2026-12-15", "2026-12-14"),
];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn owed(plan: &str, from: &str, to: &str, brought: &ReportingQuery) -> Obligations {
    let plan = Plan::builtin(plan).expect("a built-in plan reads");
    plan.obligations(&between(from, to, brought)).expect("obligations")
}

/// What the caller brings, asked between two days.
fn between(from: &str, to: &str, brought: &ReportingQuery) -> ReportingQuery {
    ReportingQuery { start: Some(day(from)), end: Some(day(to)), ..brought.clone() }
}

/// The dated reports whose written day is from a day to the last of 2026.
fn to_the_end_of_2026(plan: &str, from: &str, effective: Option<NaiveDate>) -> Vec<[String; 4]> {
    let reporting = ReportingQuery { effective, ..ReportingQuery::default() };
    let dated = owed(plan, from, "2027-01-01", &reporting);
    dated
        .iter()
        .filter_map(|report| {
            let (written, due) = (report.written?.to_string(), report.due?.to_string());
            Some([report.rule.to_string(), report.period.to_string(), written, due])
        })
        .collect()
}

fn by_hand(rows: &[Row]) -> Vec<[String; 4]> {
    rows.iter()
        .map(|(rule, period, written, due)| [rule, period, written, due].map(|s| s.to_string()))
        .collect()
}

#[test]
fn ha_tinh_231_to_the_end_of_2026() {
    assert_eq!(to_the_end_of_2026("ha-tinh-231", "2025-05-10", None), by_hand(HA_TINH_231));
    // Of the time before it was in force nothing is owed.
    assert_eq!(to_the_end_of_2026("ha-tinh-231", "2024-01-01", None), by_hand(HA_TINH_231));
}

#[test]
fn tien_giang_69_to_the_end_of_2026() {
    assert_eq!(to_the_end_of_2026("tien-giang-69", "2025-02-25", None), by_hand(TIEN_GIANG_69));
}

#[test]
fn dak_lak_146_to_the_end_of_2026() {
    assert_eq!(to_the_end_of_2026("dak-lak-146", "2025-06-25", None), by_hand(DAK_LAK_146));
    assert_eq!(to_the_end_of_2026("dak-lak-146", "2025-01-01", None), by_hand(DAK_LAK_146));
}

#[test]
fn tien_dien_in_2026() {
    let effective = Some(day("2026-01-01"));
    assert_eq!(to_the_end_of_2026("tien-dien", "2026-01-01", effective), by_hand(TIEN_DIEN));
    assert_eq!(to_the_end_of_2026("tien-dien", "2025-01-01", effective), by_hand(TIEN_DIEN));
}

#[test]
fn ha_tinh_42_has_no_dated_report() {
    assert!(to_the_end_of_2026("ha-tinh-42-ctr-tu", "2025-04-10", None).is_empty());
    assert!(!owed("ha-tinh-42-ctr-tu", "2025-04-10", "2027-01-01", &ReportingQuery::default()).is_empty());
}

#[test]
fn undated_rules_are_owed_and_never_late() {
    let monthly = ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"];
    let cases = [
        ("dak-lak-146", "monthly", &monthly[..]),
        ("dak-lak-146", "quarterly", &["2025-Q3", "2025-Q4"]),
        ("dak-lak-146", "summary-year", &["2025"]),
        ("ha-tinh-42-ctr-tu", "monthly", &monthly),
        ("ha-tinh-42-ctr-tu", "summary-quarterly", &["2025-Q3", "2025-Q4"]),
        ("ha-tinh-42-ctr-tu", "committees-year", &["2025"]),
        ("ha-tinh-42-ctr-tu", "province-year", &["2025"]),
        // The second half is covered by the year's.
        ("ha-tinh-42-ctr-tu", "province-half-year", &[]),
    ];
    for (plan, rule, periods) in cases {
        let all = owed(plan, "2025-07-01", "2026-01-01", &ReportingQuery::default());
        let of_rule: Vec<_> = all.iter().filter(|report| *report.rule == *rule).collect();
        let ids: Vec<&str> = of_rule.iter().map(|report| &*report.period).collect();
        assert_eq!(ids, periods, "{plan} {rule}");
        for report in &of_rule {
            assert_eq!((report.written, report.due, report.steps.len()), (None, None, 0), "{plan} {rule}");
        }
        for today in ["2025-06-30", "2025-12-31", "2026-01-01", "2035-06-15", "2200-12-31"] {
            let judged = all.timeliness(&[], &[], day(today)).expect("standings");
            for report in judged.reports().filter(|report| *report.obligation.rule == *rule) {
                assert_eq!(
                    (report.standing, report.days),
                    (ReportStanding::Undated, None),
                    "{plan} {rule} {today}"
                );
            }
        }
    }
}

#[test]
fn without_an_effective_date_nothing_is_owed() {
    let none = owed("tien-dien", "2024-01-01", "2031-01-01", &ReportingQuery::default());
    assert!(none.is_empty());
    assert_eq!(none.iter().count(), 0);
    let codes: Vec<_> = none.findings().iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [FindingCode::NoEffectiveDate]);
    // The caller's date cures it.
    let reporting = ReportingQuery { effective: Some(day("2026-01-01")), ..ReportingQuery::default() };
    assert!(owed("tien-dien", "2026-01-01", "2027-01-01", &reporting).findings().is_empty());
}

#[test]
fn an_empty_interval_holds_no_report() {
    assert!(owed("ha-tinh-231", "2025-06-20", "2025-06-20", &ReportingQuery::default()).is_empty());
    // Nor does one that holds the written day, and not the last timely one; by option the written one decides.
    assert!(owed("ha-tinh-231", "2025-06-20", "2025-06-21", &ReportingQuery::default()).is_empty());
    let written = ReportingOptions { select_by: SelectBy::Written, ..ReportingOptions::default() };
    let written = ReportingQuery { options: written, ..ReportingQuery::default() };
    assert!(owed("ha-tinh-231", "2025-06-19", "2025-06-20", &written).is_empty());
    assert_eq!(owed("ha-tinh-231", "2025-06-20", "2025-06-21", &written).len(), 1);
}

/// A shift, of reports asked for by their written days.
fn shifting(day_off_shift: DayOffShift) -> ReportingQuery {
    let options =
        ReportingOptions { day_off_shift, select_by: SelectBy::Written, ..ReportingOptions::default() };
    ReportingQuery { options, ..ReportingQuery::default() }
}

/// The due day and the steps of the one report of a rule.
fn due(all: &Obligations, rule: &str) -> (String, Vec<DueStep>) {
    let found: Vec<_> = all.iter().filter(|report| *report.rule == *rule).collect();
    let [report] = &found[..] else { panic!("one report of {rule}: {found:?}") };
    (report.due.expect("a due day").to_string(), report.steps.clone())
}

#[test]
fn before_30_november_2025_is_saturday_or_monday() {
    // 30/11/2025 is a Sunday.
    let cases = [
        (DayOffShift::None, "2025-11-29", vec![DueStep::Before]),
        (DayOffShift::NextWorkingDay, "2025-12-01", vec![DueStep::Before, DueStep::NextWorkingDay]),
        (DayOffShift::PreviousWorkingDay, "2025-11-28", vec![DueStep::Before, DueStep::PreviousWorkingDay]),
    ];
    for (shift, expected, steps) in cases {
        let all = owed("ha-tinh-231", "2025-11-30", "2025-12-01", &shifting(shift));
        assert_eq!(due(&all, "year"), (expected.to_owned(), steps));
    }
}

#[test]
fn before_20_september_2026_under_each_shift() {
    // 19/9/2026 is a Saturday.
    let cases = [
        (DayOffShift::None, "2026-09-19", vec![DueStep::Before]),
        (DayOffShift::NextWorkingDay, "2026-09-21", vec![DueStep::Before, DueStep::NextWorkingDay]),
        (DayOffShift::PreviousWorkingDay, "2026-09-18", vec![DueStep::Before, DueStep::PreviousWorkingDay]),
    ];
    for (shift, expected, steps) in cases {
        let all = owed("ha-tinh-231", "2026-09-20", "2026-09-21", &shifting(shift));
        assert_eq!(due(&all, "monthly"), (expected.to_owned(), steps));
    }
}

/// A plan with one yearly report before a day.
fn before(day: u32, month: u32) -> Plan {
    let json = format!(
        r#"{{"schemaVersion": 1, "id": "p-1", "title": "Kế hoạch", "issuer": "UBND tỉnh", "level": "province",
        "milestones": [2026], "indicators": [], "tasks": [], "regime": {{"effective": "2026-01-01", "rules": [
        {{"code": "year", "cycle": "yearly", "due": {{"day": {day}, "monthOfPeriod": {month}, "before": true}},
        "reporters": "Các sở, ban, ngành", "recipient": "Sở Khoa học và Công nghệ", "text": "…"}}]}}}}"#
    );
    Plan::from_json(json.as_bytes()).expect("the plan reads")
}

#[test]
fn the_day_off_of_31_august_2026_and_the_saturday_worked_for_it() {
    let calendar = Calendar::builtin();
    let cases = [
        // Monday 31/8, then the two days of the National Day; before it a weekend.
        ("2026-08-31", true, before(1, 9), ["2026-08-31", "2026-09-03", "2026-08-28"]),
        // Saturday 22/8 moves nowhere.
        ("2026-08-22", false, before(23, 8), ["2026-08-22", "2026-08-22", "2026-08-22"]),
    ];
    for (last, is_off, plan, due_days) in cases {
        let status = calendar.status(day(last)).expect("a year the calendar knows");
        assert_eq!(status.off, is_off, "{last}");
        assert!(status.day.is_some_and(|entry| entry.source.is_some()), "{last} has a source");
        let shifts = [DayOffShift::None, DayOffShift::NextWorkingDay, DayOffShift::PreviousWorkingDay];
        for (shift, expected) in shifts.into_iter().zip(due_days) {
            let all = plan
                .obligations(&between("2026-01-01", "2027-01-01", &shifting(shift)))
                .expect("obligations");
            assert_eq!(due(&all, "year").0, expected, "{last} {shift:?}");
        }
    }
}

#[test]
fn a_caller_may_correct_the_built_in_calendar() {
    // A storm closes the offices on Thursday 19/6 and Friday 20/6/2025.
    let off = |date: &str| CalendarDay {
        date: day(date),
        off: true,
        name: "Nghỉ do bão".to_owned(),
        name_en: None,
        source: None,
    };
    let calendar =
        Calendar::builtin().with_days(&[off("2025-06-20"), off("2025-06-19")]).expect("the days are read");
    let reporting =
        ReportingQuery { calendar: Some(Arc::new(calendar)), ..shifting(DayOffShift::NextWorkingDay) };
    let all = owed("ha-tinh-231", "2025-06-20", "2025-06-21", &reporting);
    assert_eq!(due(&all, "monthly").0, "2025-06-23");
    let report = all.iter().next().expect("a report");
    assert_eq!(*report.unsourced_days, [day("2025-06-19"), day("2025-06-20")]);
    // The built-in calendar stays as it was.
    let untouched = owed("ha-tinh-231", "2025-06-20", "2025-06-21", &shifting(DayOffShift::NextWorkingDay));
    assert_eq!(due(&untouched, "monthly").0, "2025-06-19");
}

#[test]
fn a_given_report_of_a_year_out_of_range_is_refused() {
    let given = vec![GivenReport {
        rule: "ad-hoc".to_owned(),
        period: "Công văn 12/VP".to_owned(),
        written: day("2201-01-01"),
        before: false,
        start: None,
        end: None,
    }];
    let plan = Plan::builtin("ha-tinh-231").expect("a built-in plan reads");
    let reporting = ReportingQuery { given, ..ReportingQuery::default() };
    let error = plan.obligations(&between("2025-01-01", "2026-01-01", &reporting)).expect_err("a refusal");
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::YearOutOfRange, "given[0].written"));
}
