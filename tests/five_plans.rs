//! The five built-in plans: whole, read, split, and the findings that their texts are known to hold.

use std::collections::BTreeSet;

use tiendo::{
    AgencyKind, Finding, FindingCode, NoteCode, Plan, Registry, Source, TargetKind, Verdict, compare_plans,
    suggest_links,
};

fn plan(id: &str) -> Plan {
    Plan::builtin(id).expect("a built-in plan reads")
}

fn plans() -> Vec<Plan> {
    Plan::builtin_ids().map(plan).collect()
}

fn findings_of(findings: &[Finding], code: FindingCode) -> Vec<Vec<String>> {
    let place = |place: &tiendo::Place| match place.year {
        Some(year) => format!("{} {}", place.code, year),
        None => place.code.clone(),
    };
    let of_code = findings.iter().filter(|finding| finding.code == code);
    of_code.map(|finding| finding.places.iter().map(place).collect()).collect()
}

fn lint(id: &str, code: FindingCode) -> Vec<Vec<String>> {
    findings_of(&plan(id).lint(&Registry::builtin()), code)
}

fn compare(child: &str, parent: &str) -> Result<Vec<Finding>, tiendo::Error> {
    compare_plans(&plan(child).view(), &plan(parent).view(), &Registry::builtin())
}

#[test]
fn each_plan_has_the_rows_and_tasks_that_were_published() {
    let rows = |plan: &Plan| plan.indicators.iter().map(|i| 1 + i.other_codes.len()).sum::<usize>();
    let counts: Vec<(String, usize, usize)> =
        plans().iter().map(|plan| (plan.id.clone(), rows(plan), plan.tasks.len())).collect();
    let expected = [
        ("ha-tinh-231", 70, 123),
        ("tien-giang-69", 44, 67),
        ("tien-dien", 19, 71),
        ("ha-tinh-42-ctr-tu", 72, 0),
        ("dak-lak-146", 4, 1),
    ];
    assert_eq!(counts, expected.map(|(id, rows, tasks)| (id.to_owned(), rows, tasks)));
}

#[test]
fn what_is_written_reads_back_the_same() {
    for plan in plans() {
        let json = plan.to_json();
        let again = Plan::from_json(json.as_bytes()).expect("what was written reads");
        assert_eq!((&again, &again.to_json()), (&plan, &json), "{}", plan.id);
    }
}

#[test]
fn no_cell_of_a_published_text_is_left_unread() {
    for plan in plans() {
        for (indicator, row) in plan.view().rows() {
            let certain = |year: i32| {
                indicator.targets.iter().any(|cell| cell.year == year && cell.source == Source::Published)
            };
            for (year, target) in &row.targets {
                let read = target.kind != TargetKind::Unrecognised;
                assert!(
                    read || !certain(*year),
                    "{} {} in {year}: {:?}",
                    plan.id,
                    indicator.code,
                    target.text
                );
            }
        }
        let unread: Vec<u32> =
            plan.tasks.iter().filter(|t| !t.read_deadline().recognised).map(|t| t.number).collect();
        assert_eq!(unread, Vec::<u32>::new(), "{}", plan.id);
    }
}

#[test]
fn the_scan_says_how_much_of_it_was_read() {
    let plan = plan("ha-tinh-42-ctr-tu");
    let sources: Vec<Source> =
        plan.indicators.iter().flat_map(|i| &i.targets).map(|cell| cell.source).collect();
    let count = |source: Source| sources.iter().filter(|s| **s == source).count();
    // 360 cells: the scan left 163 illegible; of the rest 2 were checked, and row 51 has none to read.
    assert_eq!((sources.len(), count(Source::Illegible), count(Source::Checked)), (360, 163, 2));
    let view = plan.view();
    let targets: Vec<_> = view.rows().flat_map(|(_, row)| row.targets.values()).collect();
    let read =
        targets.iter().filter(|t| !matches!(t.kind, TargetKind::Unrecognised | TargetKind::None)).count();
    println!("42-CTr/TU: {read} of {} cells read, {} illegible", targets.len(), count(Source::Illegible));
    assert_eq!(read, 360 - 163 - 5 - 25, "25 cells lost the accents that would make them words");
    // No demand of a scan is strictly more than its cell's `>`, and no impossible share passes unsaid.
    assert!(targets.iter().all(|target| target.kind != TargetKind::MoreThan));
    assert!(targets.iter().any(|target| target.notes.iter().any(|note| note.code == NoteCode::Implausible)));
}

#[test]
fn one_name_under_two_headings_is_one_indicator_with_both_codes() {
    let plan = plan("tien-giang-69");
    for (code, other) in [("3", "27"), ("4", "28"), ("6", "26")] {
        let indicator = plan.indicator(code).expect("a code of the plan");
        assert_eq!(plan.indicator(other), Some(indicator));
        let view = plan.view();
        let years: Vec<i32> = view.row(code).expect("a row").targets.keys().copied().collect();
        assert_eq!(years, [2030, 2045], "{code}");
    }
}

#[test]
fn every_agency_cell_is_split_and_none_is_left_over() {
    let registry = Registry::builtin();
    let mut unknown = BTreeSet::new();
    for plan in plans() {
        let leads = plan.indicators.iter().map(|i| i.lead.clone());
        let tasks = plan.tasks.iter().flat_map(|t| [t.lead.clone(), t.cooperating.clone()]);
        for cell in leads.chain(tasks) {
            let split = registry.split(&cell).expect("a cell within the limits");
            assert_eq!(split.agencies.is_empty(), cell.is_empty() || cell == "-", "{cell}");
            unknown.extend(
                split
                    .agencies
                    .into_iter()
                    .filter(|part| part.kind == AgencyKind::Unknown)
                    .map(|part| part.name),
            );
        }
    }
    // Known left-overs: none.
    assert_eq!(unknown, BTreeSet::new());
}

#[test]
fn a_body_that_ended_is_found_with_its_successor_or_without() {
    let leads = lint("tien-giang-69", FindingCode::OrphanedLead);
    assert_eq!(leads, [["19"], ["24"], ["26"]]);
    let succeeded = lint("tien-giang-69", FindingCode::SucceededLead);
    assert_eq!(succeeded.iter().map(Vec::len).collect::<Vec<_>>(), [36, 1, 2, 1], "in the order of the plan");
}

#[test]
fn body_and_annex_of_69_differ() {
    assert_eq!(lint("tien-giang-69", FindingCode::BodyDiffers), [["7.1 2030"], ["9 2030"]]);
}

#[test]
fn tasks_of_69_that_lack_an_agency_are_said() {
    assert_eq!(lint("tien-giang-69", FindingCode::NoCooperating), [["49", "59"]]);
}

#[test]
fn one_measure_of_42_stands_under_two_codes_twice() {
    assert_eq!(lint("ha-tinh-42-ctr-tu", FindingCode::SameMeasure), [["51.2", "53"], ["51.3", "52"]]);
    for id in ["ha-tinh-231", "tien-giang-69", "tien-dien", "dak-lak-146"] {
        assert!(lint(id, FindingCode::SameMeasure).is_empty(), "{id}");
    }
}

#[test]
fn rows_whose_unit_changes_are_said() {
    assert_eq!(lint("ha-tinh-231", FindingCode::UnitChanges), [["4 2035"]]);
    assert_eq!(lint("ha-tinh-231", FindingCode::UnitInferred), [["52 2030"]]);
    assert_eq!(lint("tien-dien", FindingCode::NoEffectiveDate), [[""]]);
}

#[test]
fn the_commune_is_later_and_stronger_and_wider_than_the_province() {
    let findings = compare("tien-dien", "ha-tinh-231").expect("recorded");
    let later = findings_of(&findings, FindingCode::DeadlineLater);
    assert!(later.contains(&vec!["4".to_owned(), "4".to_owned()]), "t4 is due 9/2025, 231's t4 6/2025");
    let pairs: Vec<(&str, &str)> = later.iter().map(|pair| (pair[0].as_str(), pair[1].as_str())).collect();
    let expected = [
        ("4", "4"),
        ("16", "22"),
        ("17", "23"),
        ("42", "68"),
        ("55", "93"),
        ("56", "94"),
        ("58", "101"),
        ("67", "114"),
        ("68", "116"),
    ];
    assert_eq!(pairs, expected);
    let stronger = findings_of(&findings, FindingCode::TargetStronger);
    assert_eq!(stronger, [["13 2025", "62 2025"], ["13 2030", "62 2030"]]);
    assert!(findings_of(&findings, FindingCode::TargetWeaker).is_empty());
    assert_eq!(findings_of(&findings, FindingCode::MeasureWidened)[0], ["3", "9"]);
    assert!(
        findings_of(&findings, FindingCode::ReportLater).is_empty(),
        "the commune reports before the province asks"
    );
}

#[test]
fn the_province_is_weaker_than_the_programme_where_the_scan_was_checked() {
    let findings = compare("ha-tinh-231", "ha-tinh-42-ctr-tu").expect("recorded");
    let weaker = findings_of(&findings, FindingCode::TargetWeaker);
    assert_eq!(weaker, [["52 2025", "51.3 2025"], ["53 2025", "51.2 2025"]]);
    assert!(
        findings_of(&findings, FindingCode::TargetStronger).is_empty(),
        "nothing rests on an unchecked scan"
    );
    let missing = findings_of(&findings, FindingCode::ItemMissing);
    assert!(missing[0].contains(&"51.1".to_owned()), "42's 51.1 is gone");
}

#[test]
fn a_plan_is_compared_only_with_the_one_it_derives_from() {
    let error = compare("tien-dien", "ha-tinh-42-ctr-tu").unwrap_err();
    assert_eq!(error.code, tiendo::ErrorCode::UnknownPlan);
}

#[test]
fn links_are_suggested_by_name_only() {
    let (child, parent) = (plan("tien-giang-69"), plan("ha-tinh-231"));
    let links = suggest_links(&child.view(), &parent.view()).expect("few names");
    assert!(links.iter().all(|link| link.shared * 100 >= link.together * 60));
    let of = |child: &str| links.iter().find(|link| link.child == child).map(|link| link.parent.as_str());
    // The same codes mean other things: 69's 8 is 231's 50.
    assert_eq!((of("8"), of("7.6"), of("5")), (Some("50"), Some("51.3"), Some("44")));
}

#[test]
fn the_demands_of_146_keep_their_words_and_get_no_year() {
    let plan = plan("dak-lak-146");
    let undated: Vec<Option<&str>> = plan.indicators.iter().map(|i| i.undated.as_deref()).collect();
    assert_eq!(undated[0], Some("đạt tối thiểu 25%"));
    assert_eq!(undated.iter().filter(|words| words.is_some()).count(), 2);
    let view = plan.view();
    let row = view.row("3").expect("a code");
    let target = &row.targets[&2030];
    assert_eq!(
        (target.kind, target.value.map(|v| v.to_string())),
        (TargetKind::AtLeast, Some("1.5".to_owned()))
    );
    let met =
        tiendo::compare(&tiendo::Measured::number("1.5".parse().expect("a number")), target, row.direction);
    assert_eq!(met.verdict, Verdict::Met);
    let due = plan.tasks[0].read_deadline().due.map(|day| day.to_string());
    assert_eq!(due.as_deref(), Some("2025-07-14"), "trước ngày 15/7/2025");
}
