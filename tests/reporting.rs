//! Reporting: properties of obligations, due dates and timeliness that hold for every interval and every calendar.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use tiendo::{
    Calendar, Cycle, DayOffShift, ExemptReason, GivenReport, Lang, Obligation, Period, Plan, ReportStanding,
    ReportingOptions, ReportingQuery, SelectBy, Submission, Tally, date_in_vietnam, duties_of_month,
};

const PLANS: &[&str] = &["ha-tinh-231", "tien-giang-69", "dak-lak-146", "ha-tinh-42-ctr-tu", "tien-dien"];
const BODIES: &[&str] =
    &["so-nv", "so-tttt", "so-khcn", "ubnd-tp-my-tho", "phong-vhxh", "Xã Mẫu", "ubnd-tinh"];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn from_2024(days: u64) -> NaiveDate {
    day("2024-06-01").checked_add_days(Days::new(days)).unwrap()
}

fn options() -> impl Strategy<Value = ReportingOptions> {
    let shift = select(DayOffShift::ALL);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (flags, shift, 0u32..40, select(SelectBy::ALL)).prop_map(
        |(flags, day_off_shift, grace_days, select_by)| {
            let (before_inclusive, of_next_month, decree_09_cutoff, count_returned) = flags;
            ReportingOptions {
                before_inclusive,
                of_next_month,
                day_off_shift,
                grace_days,
                decree_09_cutoff,
                count_returned,
                select_by,
            }
        },
    )
}

/// A calendar of 2020 to 2035 with any days of the week and any days beside them off.
fn calendar() -> impl Strategy<Value = Calendar> {
    let weekend = subsequence(vec![1, 2, 3, 4, 5, 6, 7], 0..=5);
    let days = prop::collection::btree_map(0u64..5_800, any::<bool>(), 0..60);
    (weekend, days).prop_map(|(weekend, days)| {
        let days: Vec<serde_json::Value> = days
            .into_iter()
            .map(|(at, off)| (day("2020-01-01").checked_add_days(Days::new(at)).unwrap(), off))
            .map(|(date, off)| serde_json::json!({ "date": date, "off": off, "name": "giả lập" }))
            .collect();
        let years: Vec<i32> = (2020..=2035).collect();
        let json = serde_json::json!({
            "schemaVersion": 1, "id": "any", "name": "giả lập", "weekend": weekend, "years": years, "days": days,
        });
        Calendar::from_json(json.to_string().as_bytes()).unwrap()
    })
}

fn period() -> impl Strategy<Value = Period> {
    let cycles = [
        Cycle::Weekly,
        Cycle::Monthly,
        Cycle::Quarterly,
        Cycle::HalfYearly,
        Cycle::NineMonthly,
        Cycle::Yearly,
    ];
    let day = (1900i32..=2200, 1u32..=366);
    (select(cycles.to_vec()), day).prop_filter_map("no such day or period", |(cycle, (year, day))| {
        Period::holding(cycle, NaiveDate::from_yo_opt(year, day)?)
    })
}

fn given() -> Vec<GivenReport> {
    let report = |period: &str, written: &str| GivenReport {
        rule: "ad-hoc".to_owned(),
        period: period.to_owned(),
        written: day(written),
        before: true,
        start: None,
        end: None,
    };
    vec![report("một", "2025-06-10"), report("hai", "2026-02-28")]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: tiendo_tests::cases(300), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_intervals_owe_together_what_the_whole_owes(
        plan in select(PLANS),
        cuts in (0u64..1_000, 0u64..1_000, 0u64..1_000),
        bodies in subsequence(BODIES.to_vec(), 0..BODIES.len()),
        options in options(),
        calendar in calendar(),
    ) {
        let plan = Plan::builtin(plan).unwrap();
        let mut cuts = [from_2024(cuts.0), from_2024(cuts.1), from_2024(cuts.2)];
        cuts.sort();
        let given = if plan.id == "ha-tinh-231" { given() } else { Vec::new() };
        let asked = ReportingQuery {
            effective: Some(day("2025-01-15")),
            given,
            options,
            calendar: Some(Arc::new(calendar)),
            ..asked(&bodies)
        };
        let owed = |from, to| {
            let asked = ReportingQuery { start: Some(from), end: Some(to), ..asked.clone() };
            plan.obligations(&asked).map(|all| all.iter().collect::<Vec<Obligation>>())
        };
        let (first, second, whole) = (owed(cuts[0], cuts[1]), owed(cuts[1], cuts[2]), owed(cuts[0], cuts[2]));
        // A calendar whose days are all off after some day has no next working day to shift to.
        if let (Ok(first), Ok(second), Ok(whole)) = (first, second, whole) {
            prop_assert_eq!([first, second].concat(), whole);
        }
    }

    #[test]
    fn the_duties_of_a_month_are_those_due_in_it(
        plan in select(PLANS),
        month in (2024i32..=2027, 1u32..=12),
        body in select(BODIES),
        options in options(),
        calendar in calendar(),
    ) {
        let plan = Plan::builtin(plan).unwrap();
        let month = Period::new(Cycle::Monthly, month.0, month.1).unwrap();
        let asked = ReportingQuery {
            start: Some(day("2022-01-01")),
            end: Some(day("2030-01-01")),
            effective: Some(day("2023-01-15")),
            options,
            calendar: Some(Arc::new(calendar)),
            ..asked(&[body])
        };
        let all = plan.obligations(&asked).unwrap();
        let in_month = |day: &NaiveDate| month.start() <= *day && *day <= month.end();
        let mut expected: Vec<_> = all
            .iter()
            .filter(|report| report.exempt.is_none() && report.due.or(report.end).as_ref().is_some_and(in_month))
            .map(|report| (report.due.is_none(), report.due, report.rule, report.period))
            .collect();
        let duties = duties_of_month(&[(&plan, asked)], body, &month.to_string(), Lang::Vi).unwrap();
        let mut found: Vec<_> =
            duties.into_iter().map(|duty| (duty.due.is_none(), duty.due, duty.rule, duty.period)).collect();
        prop_assert!(found.is_sorted_by_key(|duty| (duty.0, duty.1)));
        expected.sort();
        found.sort();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_shift_lands_on_a_working_day(period in period(), calendar in calendar(), next in any::<bool>()) {
        let json = br#"{"schemaVersion": 1, "id": "p", "title": "t", "issuer": "i", "level": "commune", "milestones": [],
            "indicators": [], "tasks": [], "regime": {"rules": [{"code": "m", "cycle": "monthly",
            "due": {"day": 31, "monthOfPeriod": 1, "before": true}, "reporters": "", "recipient": "", "text": ""}]}}"#;
        let plan = Plan::from_json(json).unwrap();
        let rule = &plan.regime.as_ref().unwrap().rules[0];
        let month = Period::holding(Cycle::Monthly, period.end()).unwrap();
        let day_off_shift = if next { DayOffShift::NextWorkingDay } else { DayOffShift::PreviousWorkingDay };
        let options = ReportingOptions { day_off_shift, ..ReportingOptions::default() };
        match rule.due_in(&month, &options, &calendar) {
            Ok(due) => {
                let due = due.unwrap();
                prop_assert!(!calendar.status(due.due).unwrap().off);
                // Everything passed over is off.
                let (from, to) = (due.timely.min(due.due), due.timely.max(due.due));
                let passed = from.iter_days().take_while(|day| *day <= to).filter(|day| *day != due.due);
                for day in passed {
                    prop_assert!(calendar.status(day).unwrap().off, "{day}");
                }
            }
            // Only where the calendar's years end.
            Err(error) => {
                let known = (2020..=2035).contains(&month.year());
                let is_edge = ["2020-01", "2035-12"].contains(&month.to_string().as_str());
                prop_assert!(!known || is_edge, "{error}");
            }
        }
    }

    #[test]
    fn a_period_reads_as_it_is_printed(period in period()) {
        prop_assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
        prop_assert!(period.start() <= period.end());
        let next = period.end().succ_opt().unwrap();
        prop_assert!(Period::holding(period.cycle(), next).is_none_or(|other| other > period));
        prop_assert_eq!(Period::holding(period.cycle(), period.end()), Some(period));
    }

    #[test]
    fn ids_of_one_cycle_sort_as_dates_do(a in period(), b in period()) {
        prop_assert_eq!(a < b, (a.end(), b.start()) < (b.end(), a.start()));
        if a.cycle() == b.cycle() {
            prop_assert_eq!(a.to_string().cmp(&b.to_string()), a.start().cmp(&b.start()));
        }
    }

    #[test]
    fn any_text_is_a_period_or_refused(text in "\\PC{0,10}") {
        if let Ok(period) = text.parse::<Period>() {
            prop_assert_eq!(period.to_string(), text);
        }
    }

    #[test]
    fn counts_add_up_to_what_is_expected_and_to_all(
        sent in prop::collection::vec((0usize..400, 0u64..900, any::<bool>()), 0..200),
        bodies in subsequence(BODIES.to_vec(), 1..BODIES.len()),
        today in 0u64..1_100,
        options in options(),
        calendar in calendar(),
    ) {
        let plan = Plan::builtin("ha-tinh-231").unwrap();
        let brought = ReportingQuery { options, calendar: Some(Arc::new(calendar)), ..asked(&bodies) };
        let asked =
            ReportingQuery { start: Some(day("2025-01-01")), end: Some(day("2026-12-01")), ..brought };
        let Ok(all) = plan.obligations(&asked) else { return Ok(()) };
        let reports: Vec<Obligation> = all.iter().collect();
        let sent: Vec<Submission> = sent
            .into_iter()
            .enumerate()
            .map(|(id, (at, days, returned))| {
                let report = &reports[at % reports.len()];
                Submission {
                    id: id.to_string(),
                    date: from_2024(days),
                    recorded: from_2024(days),
                    source: "giả lập".to_owned(),
                    rule: report.rule.to_string(),
                    period: report.period.to_string(),
                    agency: report.agency.clone().unwrap().to_string(),
                    returned,
                }
            })
            .collect();
        let today = from_2024(today);
        let timeliness = all.timeliness(&sent, &[], today).unwrap();
        prop_assert!(timeliness.unmatched().is_empty());
        let total = timeliness.total();
        let sum = |tallies: Vec<Tally>| tallies.into_iter().fold(Tally::default(), |a, b| Tally {
            on_time: a.on_time + b.on_time, late: a.late + b.late, missing: a.missing + b.missing,
            not_due: a.not_due + b.not_due, exempt: a.exempt + b.exempt, undated: a.undated + b.undated,
        });
        for group in [timeliness.by_agency(), timeliness.by_period(), timeliness.by_cycle()] {
            prop_assert_eq!(sum(group.iter().map(|of| of.tally).collect()), total);
            for of in &group {
                prop_assert_eq!(of.tally.expected(), of.tally.on_time + of.tally.late + of.tally.missing);
                prop_assert_eq!(of.tally.on_time_rate().is_some(), of.tally.expected() > 0);
            }
        }
        let all = total.expected() + total.not_due + total.exempt + total.undated;
        prop_assert_eq!(all as usize, reports.len());
        for report in timeliness.reports() {
            recompute(&report, today)?;
        }
        // The least rank is 1, and as many stand before a rank as are better.
        let ranked = timeliness.by_agency();
        for of in ranked.iter().filter(|of| of.rank.is_some()) {
            let better = |other: &&tiendo::TallyOf| {
                u64::from(other.tally.on_time) * u64::from(of.tally.expected())
                    > u64::from(of.tally.on_time) * u64::from(other.tally.expected())
            };
            let before = ranked.iter().filter(|other| other.tally.expected() > 0).filter(better).count();
            prop_assert_eq!(of.rank, Some(u32::try_from(before).unwrap() + 1));
        }
    }
}

/// The standing follows from the dates in *why* alone.
fn recompute(report: &tiendo::Report, today: NaiveDate) -> Result<(), TestCaseError> {
    let why = report.why();
    let dates: BTreeMap<&str, NaiveDate> =
        why.dates.iter().map(|named| (named.name.as_str(), named.value)).collect();
    prop_assert_eq!(dates["today"], today);
    prop_assert_eq!(why.rule.as_str(), report.standing.as_str());
    let (due, submitted) = (dates.get("due"), dates.get("submitted"));
    let standing = match (report.obligation.exempt.is_some(), due, submitted) {
        (true, ..) => ReportStanding::Exempt,
        (false, None, _) => ReportStanding::Undated,
        (false, Some(due), Some(sent)) if sent <= due => ReportStanding::OnTime,
        (false, Some(_), Some(_)) => ReportStanding::Late,
        (false, Some(due), None) if today <= *due => ReportStanding::NotDue,
        (false, Some(_), None) => ReportStanding::Missing,
    };
    prop_assert_eq!(report.standing, standing);
    let days = match standing {
        ReportStanding::Late => Some((*submitted.unwrap() - *due.unwrap()).num_days()),
        ReportStanding::Missing => Some((today - *due.unwrap()).num_days()),
        _ => None,
    };
    prop_assert_eq!(report.days, days);
    let named = why.numbers.iter().find(|named| named.name == "days").map(|named| named.value.to_string());
    prop_assert_eq!(named, days.map(|days| days.to_string()));
    Ok(())
}

#[test]
fn the_built_in_calendar_names_a_source_for_every_day() {
    let calendar = Calendar::builtin();
    assert_eq!(calendar.years(), [2025, 2026]);
    let unsourced: Vec<_> = calendar.days().iter().filter(|day| day.source.is_none()).collect();
    assert!(unsourced.is_empty(), "{unsourced:?}");
    assert!(calendar.days().iter().all(|day| day.name_en.is_some()));
    // A worked day of the calendar is one its day of the week would have off, and each makes up for a weekday off.
    let worked: Vec<_> = calendar.days().iter().filter(|day| !day.off).map(|day| day.date).collect();
    assert_eq!(worked, [day("2025-04-26"), day("2026-01-10"), day("2026-08-22")]);
    assert!(worked.iter().all(|day| day.weekday() == chrono::Weekday::Sat));
    let weekdays_off = |year: i32| {
        let days = calendar.days().iter().filter(|day| day.off && day.date.year() == year);
        days.filter(|day| day.date.weekday().number_from_monday() <= 5).count()
    };
    // 2025: eleven statutory days of the Labour Code's article 112, none made up for on another, and one exchanged.
    // 2026: the same eleven, two exchanged, and Culture Day; Hùng Kings' day falls on a Sunday and is made up for.
    assert_eq!((weekdays_off(2025), weekdays_off(2026)), (12, 14));
}

/// What is asked of bodies, but for the days.
fn asked(agencies: &[&str]) -> ReportingQuery {
    let agencies = agencies.iter().map(|agency| (*agency).to_owned()).collect();
    ReportingQuery { agencies, ..ReportingQuery::default() }
}

fn between(start: &str, end: &str, asked: ReportingQuery) -> ReportingQuery {
    ReportingQuery { start: Some(day(start)), end: Some(day(end)), ..asked }
}

#[test]
fn bodies_above_the_recipient_do_not_report_down() {
    for (plan, body) in
        [("ha-tinh-231", "ubnd-tinh"), ("tien-giang-69", "bo-khcn"), ("dak-lak-146", "so-khcn")]
    {
        let june = between("2026-05-31", "2026-07-01", asked(&[body]));
        let all = Plan::builtin(plan).unwrap().obligations(&june).unwrap();
        let dated: Vec<Obligation> = all.iter().filter(|report| report.due.is_some()).collect();
        assert!(!dated.is_empty(), "{plan}");
        let reasons = dated.iter().map(|report| report.exempt.as_ref().map(|exempt| exempt.reason));
        assert!(reasons.into_iter().all(|reason| reason == Some(ExemptReason::Recipient)), "{plan}");
    }
}

#[test]
fn what_a_report_feeds_is_another_tier() {
    let feeds = |plan: &str, rule: &str| {
        let brought = ReportingQuery { effective: Some(day("2025-01-01")), ..ReportingQuery::default() };
        let june = between("2025-05-31", "2025-07-01", brought);
        let all = Plan::builtin(plan).unwrap().obligations(&june).unwrap();
        let report = all.iter().find(|report| *report.rule == *rule).unwrap();
        report.feeds.iter().map(|feeds| feeds.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(feeds("ha-tinh-231", "monthly"), ["Ủy ban nhân dân tỉnh"]);
    assert_eq!(feeds("tien-giang-69", "half-year"), ["Ủy ban nhân dân tỉnh, Bộ Khoa học và Công nghệ"]);
    // The commune's reports go to its people's committee by way of the department that sums them up.
    assert!(feeds("tien-dien", "monthly").is_empty());
}

#[test]
fn a_report_sent_back_is_not_told_as_never_sent() {
    let june = between("2025-06-19", "2025-06-20", asked(&["so-tc"]));
    let all = Plan::builtin("ha-tinh-231").unwrap().obligations(&june).unwrap();
    let sent = Submission {
        id: "s1".to_owned(),
        date: day("2025-06-18"),
        recorded: day("2025-06-18"),
        source: "giả lập".to_owned(),
        rule: "monthly".to_owned(),
        period: "2025-06".to_owned(),
        agency: "so-tc".to_owned(),
        returned: true,
    };
    let timeliness = all.timeliness([&sent], [], day("2025-06-20")).unwrap();
    assert_eq!(
        timeliness.sentences(Lang::Vi).unwrap(),
        ["Báo cáo tháng 6/2025 (hạn 19/6/2025): 0/1 đơn vị đúng hạn; chưa gửi: Sở Tài chính (bị trả lại)."]
    );
    let why = timeliness.reports().next().unwrap().why();
    assert!(
        why.vi.ends_with("Đã gửi nhưng bị trả lại; đến ngày 20/6/2025 chưa gửi lại, quá hạn 1 ngày."),
        "{}",
        why.vi
    );
    assert!(why.en.ends_with("Sent back and not sent again by 2025-06-20, 1 day overdue."), "{}", why.en);
}

/// A plan with one monthly rule.
fn with_rule(day: u32, before: bool) -> Plan {
    let json = format!(
        r#"{{"schemaVersion": 1, "id": "p", "title": "Kế hoạch mẫu", "issuer": "i", "level": "commune", "milestones": [],
        "indicators": [], "tasks": [], "regime": {{"effective": "1900-01-01", "rules": [{{"code": "m", "cycle": "monthly",
        "due": {{"day": {day}, "monthOfPeriod": 1, "before": {before}}}, "reporters": "", "recipient": "", "text": ""}}]}}}}"#
    );
    Plan::from_json(json.as_bytes()).unwrap()
}

#[test]
fn the_duties_of_a_month_reach_to_the_edges_of_the_calendar() {
    let first_day = with_rule(1, false);
    let shifted = |grace_days| ReportingOptions {
        day_off_shift: DayOffShift::NextWorkingDay,
        grace_days,
        ..ReportingOptions::default()
    };
    let due = |plan: &Plan, month: &str, options| {
        let brought = ReportingQuery { options, ..ReportingQuery::default() };
        let duties = duties_of_month(&[(plan, brought)], "Xã Mẫu", month, Lang::Vi).unwrap();
        duties.into_iter().map(|duty| duty.due.unwrap().to_string()).collect::<Vec<_>>()
    };
    // Nothing of December asks about 2027; 1 January 2025 is off, and what is due on it comes to February by grace.
    assert_eq!(due(&first_day, "2026-12", shifted(0)), ["2026-12-01"]);
    assert_eq!(due(&first_day, "2025-02", shifted(30)), ["2025-02-01"]);
    let last_day = with_rule(31, false);
    assert_eq!(due(&last_day, "2200-12", ReportingOptions::default()), ["2200-12-31"]);
    assert_eq!(due(&last_day, "2026-02", ReportingOptions::default()), ["2026-02-28"]);
}

#[test]
fn an_event_keeps_its_id_however_a_body_is_spelled() {
    let plan = with_rule(20, true);
    let ids = ["Xã Mẫu", "Xa\u{303} Mẫu", "xã  mẫu "].map(|body| {
        let all = plan.obligations(&between("2025-06-01", "2025-07-01", asked(&[body]))).unwrap();
        let ics = all.to_ics("2025-01-01T00:00:00Z", Lang::Vi).unwrap();
        ics.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned()
    });
    assert_eq!(ids[0], ids[1]);
    assert_eq!(ids[0], ids[2]);
    let long = "x".repeat(500);
    let all = plan.obligations(&between("2025-06-01", "2025-07-01", asked(&[&long]))).unwrap();
    let ics = all.to_ics("2025-01-01T00:00:00Z", Lang::Vi).unwrap().replace("\r\n ", "");
    assert!(ics.lines().find(|line| line.starts_with("UID:")).unwrap().len() <= 255);
}

#[test]
fn the_last_minute_of_the_due_day_is_on_time_and_the_first_of_the_next_is_late() {
    let june = between("2025-06-19", "2025-06-20", asked(&["so-nv"]));
    let all = Plan::builtin("ha-tinh-231").unwrap().obligations(&june).unwrap();
    let standing = |instant: &str| {
        let date = date_in_vietnam(instant).unwrap();
        let sent = Submission {
            id: "s1".to_owned(),
            date,
            recorded: date,
            source: "giả lập".to_owned(),
            rule: "monthly".to_owned(),
            period: "2025-06".to_owned(),
            agency: "so-nv".to_owned(),
            returned: false,
        };
        let report = all.timeliness([&sent], [], day("2025-06-30")).unwrap().reports().next().unwrap();
        (report.standing.as_str(), report.days)
    };
    // The same two instants, as a clock in Việt Nam shows them and as a server in UTC writes them down.
    for instant in ["2025-06-19T23:59:59+07:00", "2025-06-19T16:59:59Z"] {
        assert_eq!(standing(instant), ("on_time", None), "{instant}");
    }
    for instant in ["2025-06-20T00:00:00+07:00", "2025-06-19T17:00:00Z"] {
        assert_eq!(standing(instant), ("late", Some(1)), "{instant}");
    }
}
