//! Every public result reads back from its own JSON as the same: here those of real plans, all of them. Beside that, no
//! public type is written and not read but those of a list.

use std::fmt::Debug;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tiendo::{
    Calendar, CompareOptions, Cycle, DayOffShift, Direction, Fixed, GivenReport, Lang, Limits, Measured,
    MeasuredValue, Obligations, Period, Plan, Records, Registry, ReportingOptions, ReportingQuery, Roster,
    code_lists, compare_plans, compare_with, duties_of_month, parse_number, slack, suggest_links,
};

/// Writes a value, reads it back, and says that they are one.
fn reads_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).expect("a result is written");
    match serde_json::from_str::<T>(&json) {
        Ok(back) => {
            assert_eq!(&back, value, "{json}");
            assert_eq!(serde_json::to_string(&back).ok().as_ref(), Some(&json));
        }
        Err(error) => panic!("{error}: {json}"),
    }
}

fn all_read_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(values: impl IntoIterator<Item = T>) {
    let count = values.into_iter().map(|value| reads_back(&value)).count();
    assert!(count > 0, "no {} to look at", std::any::type_name::<T>());
}

fn plan(id: &str) -> Plan {
    Plan::builtin(id).expect("a built-in plan reads")
}

fn plans() -> Vec<Plan> {
    Plan::builtin_ids().map(plan).collect()
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date")
}

fn example_records() -> Records {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../core/examples/assess/ha-tinh-231-records.synthetic.json");
    Records::from_json(&std::fs::read(path).expect("the example's records are read")).expect("records")
}

#[test]
fn plans_and_what_is_read_of_their_cells() {
    for plan in plans() {
        reads_back(&plan);
        all_read_back(plan.indicators.clone());
        let view = plan.view();
        all_read_back(view.rows().map(|(_, row)| row.clone()));
        all_read_back(view.rows().flat_map(|(_, row)| row.targets.values().map(|target| (**target).clone())));
        let notes = view.rows().flat_map(|(_, row)| &row.notes).copied();
        all_read_back(notes);
        for (task, deadline) in view.deadlines() {
            reads_back(task);
            reads_back(deadline);
            deadline.why().iter().for_each(reads_back);
        }
    }
}

#[test]
fn comparisons_with_every_target() {
    let values =
        ["0", "0.5", "49.9", "50", "100", "-3", "1200000"].map(|n| n.parse::<Fixed>().expect("a number"));
    let numbers = values.map(Measured::number).to_vec();
    let others = [MeasuredValue::Missing, MeasuredValue::Present(true), MeasuredValue::Judged(false)];
    let rising = Measured { full_years: Some((values[1], values[3])), ..Measured::number(values[3]) };
    let measured: Vec<Measured> =
        numbers.into_iter().chain(others.map(Measured::new)).chain([rising]).collect();
    all_read_back(measured.clone());
    for plan in plans() {
        for (_, row) in plan.view().rows() {
            for target in row.targets.values() {
                for measured in &measured {
                    for (direction, rising_decides) in
                        [(Direction::HigherIsBetter, false), (Direction::LowerIsBetter, true)]
                    {
                        let options = CompareOptions { equal_exactly: false, rising_decides };
                        let compared = compare_with(measured, target, direction, options);
                        reads_back(&compared);
                        reads_back(&compared.why());
                    }
                }
            }
        }
    }
}

#[test]
fn agencies_of_every_cell() {
    let registry = Registry::builtin();
    reads_back(&registry);
    all_read_back(registry.agencies().to_vec());
    all_read_back(registry.groups().to_vec());
    all_read_back(
        registry.agencies().iter().map(|agency| registry.succession(&agency.id, day("2026-01-01"))),
    );
    let roster = [Roster {
        group: "cac-so-ban-nganh".to_owned(),
        agencies: vec!["so-nv".to_owned(), "Xã Mẫu".to_owned()],
    }];
    all_read_back(roster.clone());
    for plan in plans() {
        let leads = plan.indicators.iter().map(|indicator| &indicator.lead);
        let cells = leads.chain(plan.tasks.iter().flat_map(|task| [&task.lead, &task.cooperating]));
        for cell in cells {
            let cell = registry.split(cell).expect("a cell within the limits");
            reads_back(&cell);
            registry.expand(&cell, &roster).iter().for_each(reads_back);
        }
    }
}

#[test]
fn findings_of_every_plan_and_pair() {
    let registry = Registry::builtin();
    for plan in plans() {
        all_read_back(plan.lint(&registry));
    }
    let (commune, province) = (plan("tien-dien"), plan("ha-tinh-231"));
    let party = plan("ha-tinh-42-ctr-tu");
    for (child, parent) in [(&commune, &province), (&province, &party)] {
        all_read_back(
            compare_plans(&child.view(), &parent.view(), &registry).expect("plans that are linked"),
        );
    }
    all_read_back(suggest_links(&plan("tien-giang-69").view(), &province.view()).expect("few pairs"));
}

/// The reports of two years, of bodies known and unknown, with steps, given reports and exemptions.
fn two_years() -> (ReportingQuery, Obligations) {
    let given = GivenReport {
        rule: "ad-hoc".to_owned(),
        period: "Báo cáo đột xuất".to_owned(),
        written: day("2025-08-15"),
        before: true,
        start: Some(day("2025-07-01")),
        end: Some(day("2025-08-01")),
    };
    let query = ReportingQuery {
        agencies: ["so-nv", "so-tttt", "so-khcn", "Xã Mẫu"].map(str::to_owned).to_vec(),
        given: vec![given],
        options: ReportingOptions {
            day_off_shift: DayOffShift::NextWorkingDay,
            grace_days: 2,
            decree_09_cutoff: true,
            ..ReportingOptions::default()
        },
        calendar: Some(Calendar::builtin().into()),
        registry: Some(Registry::builtin().into()),
        ..ReportingQuery::between(day("2025-01-01"), day("2026-12-01"))
    };
    let all = plan("ha-tinh-231").obligations(&query).expect("two years' reports");
    (query, all)
}

#[test]
fn questions_and_reports() {
    let (query, all) = two_years();
    reads_back(&query);
    reads_back(&ReportingQuery::on(&["2025-Q2".parse().expect("a period")]));
    reads_back(&query.options);
    all_read_back(query.given);
    all_read_back(all.iter());
    all_read_back(all.iter().map(|report| report.why()));
    all_read_back(all.iter().map(|report| report.id()));
    all_read_back(all.iter().filter_map(|report| report.cutoff));
    all_read_back(all.iter().filter_map(|report| report.exempt));
    all_read_back(all.reporting_units().to_vec());

    let records = example_records();
    reads_back(&records);
    let judged = all
        .timeliness(records.submissions(), records.exemptions(), day("2025-10-01"))
        .expect("a day within range");
    all_read_back(judged.reports());
    all_read_back(judged.reports().map(|report| report.why()));
    reads_back(&judged.total());
    all_read_back([judged.by_agency(), judged.by_period(), judged.by_cycle()].concat());
    all_read_back(judged.reminders(30, Lang::Vi).expect("reminders within the limits"));

    let province = plan("ha-tinh-231");
    let asked = [(&province, ReportingQuery::default())];
    all_read_back(duties_of_month(&asked, "so-nv", "2025-06", Lang::Vi).expect("a month's duties"));
    let commune = plan("tien-dien");
    let year = ReportingQuery {
        effective: Some(day("2025-01-01")),
        ..ReportingQuery::between(day("2025-01-01"), day("2026-01-01"))
    };
    let tiers = [&commune, &province].map(|plan| plan.obligations(&year).expect("a year's reports"));
    all_read_back(slack(&tiers[0], &tiers[1]).expect("few pairs"));

    let regime = province.regime.as_ref().expect("231 has rules");
    let calendar = Calendar::builtin();
    for rule in regime.rules.iter().filter(|rule| rule.due.is_some()) {
        let periods = (1..=12).filter_map(|number| Period::new(rule.cycle, 2025, number).ok());
        let dues =
            periods.filter_map(|period| rule.due_in(&period, &query.options, &calendar).ok().flatten());
        all_read_back(dues);
    }
}

#[test]
fn calendars_periods_numbers_codes_limits_errors() {
    let calendar = Calendar::builtin();
    reads_back(&calendar);
    all_read_back(calendar.days().to_vec());
    let days = day("2025-01-01").iter_days().take(730);
    all_read_back(days.filter_map(|day| calendar.status(day).ok()));
    all_read_back(Cycle::ALL.iter().filter_map(|cycle| Period::holding(*cycle, day("2025-06-19"))));
    all_read_back(["3.000", "0,7", "- 1,5"].map(|text| parse_number(text).expect("a number")));
    all_read_back([Fixed::MAX, Fixed::MIN, Fixed::ZERO, Fixed::ONE]);
    all_read_back(code_lists());
    reads_back(&Limits::default());
    all_read_back(Lang::ALL.to_vec());
    let files: [&[u8]; 3] = [b"{}", b"[", br#"{"schemaVersion": 2, "colour": 1}"#];
    all_read_back(files.map(|json| Plan::from_json(json).expect_err("no plan")));
    all_read_back([parse_number("1.2.3").expect_err("no number")]);
}

/// Public types that are not read, or not written, and why.
const NOT_READ: &[(&str, &str)] = &[
    ("LinkedItems", "part of a finding's statement, which is read with the finding"),
    ("Statement", "read with its finding, whose JSON has its sentences"),
    ("NearlyAll", "part of a finding's statement, which is read with the finding"),
    ("NumeralError", "why a numeral is none, within `Error`"),
    ("UnknownCode", "why a code is none"),
    ("Obligations", "a handle: written whole, made anew from its query"),
    ("Timeliness", "a handle: written whole, made anew from its query and records"),
    ("PlanView", "a view of a plan"),
    ("RollUnit", "a plan and records, each read from its own file"),
];

#[test]
fn every_public_type_is_written_and_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/api.txt");
    let listing = std::fs::read_to_string(path).expect("the listing of the public interface");
    let types =
        listing.split("\n# ").filter(|part| part.contains("\npub struct ") || part.contains("\npub enum "));
    let mut without: Vec<&str> = types
        .filter(|part| !(part.contains("Serialize") && part.contains("Deserialize")))
        .map(|part| part.split(' ').next().expect("a name"))
        .collect();
    without.sort_unstable();
    let mut listed: Vec<&str> = NOT_READ.iter().map(|(name, _)| *name).collect();
    listed.sort_unstable();
    assert_eq!(without, listed, "a public type reads back from its JSON, or has a reason not to");
}

#[test]
fn assessments_read_back() {
    for file in tiendo_tests::vectors::files().iter().filter(|file| file.function == "assess") {
        for case in &file.cases {
            let Ok(json) = tiendo_tests::vectors::call("assess", &case.whole_input("assess")) else {
                continue;
            };
            let read: tiendo::Assessment = tiendo::from_json(json.as_bytes())
                .unwrap_or_else(|error| panic!("{}: {error} {}", case.description, &json[..]));
            assert_eq!(tiendo::to_json(&read), json, "{}", case.description);
        }
    }
}
