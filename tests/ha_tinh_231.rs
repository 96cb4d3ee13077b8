//! 231/KH-UBND, whole: every cell re-read, and the rows that are out of the ordinary against the published table.

use std::collections::BTreeMap;

use tiendo::{
    Cycle, DecidedBy, Direction, MeasureKind, MilestoneTarget, NoteCode, Plan, Reason, Row, TargetKind, Unit,
    Verdict, compare,
};

fn plan() -> Plan {
    Plan::builtin("ha-tinh-231").expect("the built-in plan reads")
}

fn row(code: &str) -> Row {
    plan().view().row(code).expect("a code of the plan").clone()
}

fn target(code: &str, year: i32) -> MilestoneTarget {
    *row(code).targets.remove(&year).expect("a milestone of the plan")
}

fn notes(target: &MilestoneTarget) -> Vec<NoteCode> {
    target.notes.iter().map(|note| note.code).collect()
}

#[test]
fn the_annexes_are_whole() {
    let plan = plan();
    let codes: Vec<&str> = plan.indicators.iter().map(|indicator| indicator.code.as_str()).collect();
    let mut expected: Vec<String> = (1..=51).map(|n| n.to_string()).collect();
    expected.extend((1..=6).map(|n| format!("51.{n}")));
    expected.extend((52..=64).map(|n| n.to_string()));
    assert_eq!(codes, expected);
    assert!(plan.indicators.iter().all(|indicator| indicator.targets.len() == 5));
    let numbers: Vec<u32> = plan.tasks.iter().map(|task| task.number).collect();
    assert_eq!(numbers, (1..=123).collect::<Vec<u32>>());
    assert!(plan.tasks.iter().all(|task| !task.lead.is_empty() && !task.cooperating.is_empty()));
}

#[test]
fn every_target_cell_is_read() {
    let plan = plan();
    let mut kinds: BTreeMap<TargetKind, usize> = BTreeMap::new();
    for (indicator, row) in plan.view().rows() {
        for (year, target) in &row.targets {
            assert_ne!(
                target.kind,
                TargetKind::Unrecognised,
                "{} in {year}: {:?}",
                indicator.code,
                target.text
            );
            *kinds.entry(target.kind).or_default() += 1;
        }
    }
    // Counted in the published table: 5 cells `Có` (row 3), 5 `ứng dụng` (row 30), 2 footnote marks (rows 45 and 61),
    // 5 empty cells (row 51), 3 intervals (row 32 twice, row 44).
    let counted = [
        (TargetKind::Presence, 5),
        (TargetKind::Qualitative, 5),
        (TargetKind::Deferred, 2),
        (TargetKind::None, 5),
        (TargetKind::Interval, 3),
    ];
    for (kind, count) in counted {
        assert_eq!(kinds.get(&kind), Some(&count), "{kind}");
    }
    assert_eq!(kinds.values().sum::<usize>(), 350);
}

#[test]
fn every_deadline_cell_is_read() {
    let plan = plan();
    let unread: Vec<u32> =
        plan.tasks.iter().filter(|task| !task.read_deadline().recognised).map(|task| task.number).collect();
    assert_eq!(unread, Vec::<u32>::new());
    let deadlines: Vec<_> = plan.tasks.iter().map(tiendo::Task::read_deadline).collect();
    let count = |wanted: &dyn Fn(&tiendo::Deadline) -> bool| {
        deadlines.iter().filter(|deadline| wanted(deadline)).count()
    };
    // Counted in the published table.
    assert_eq!(count(&|d| d.recurrence == Some(Cycle::Yearly)), 7, "t2, t24, t35 to t39");
    assert_eq!(
        count(&|d| d.following_years),
        19,
        "t75 to t78, t80, t81, t103, t106 to t109, t111 to t113, t117, t118, t120 to t122"
    );
    assert_eq!(count(&|d| !d.awaits.is_empty()), 1, "t11");
    assert_eq!(count(&|d| d.reference.is_some()), 6, "t17, t44, t45, t46, t86, t104");
}

#[test]
fn titles_are_short_and_our_own() {
    let plan = plan();
    for task in &plan.tasks {
        let titles = [Some(&task.title), task.title_en.as_ref()];
        for title in titles
            .into_iter()
            .chain(task.items.iter().flat_map(|item| [Some(&item.title), item.title_en.as_ref()]))
        {
            let title = title.expect("each language has a title");
            assert!((1..=120).contains(&title.chars().count()), "t{}: {title}", task.number);
            assert!(!title.ends_with('.'), "t{}: {title}", task.number);
        }
    }
    let mut titles: Vec<&str> = plan.tasks.iter().map(|task| task.title.as_str()).collect();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), 123, "no two tasks share a title");
    let items = |number: u32| {
        plan.task(number).expect("a task").items.iter().map(|item| item.number).collect::<Vec<_>>()
    };
    assert_eq!((items(40), items(41)), (vec![1, 2, 3, 4, 5], vec![1, 2, 3, 4]));
}

#[test]
fn pillars_whose_headings_the_text_lost_say_so() {
    let plan = plan();
    let lost: Vec<&str> = plan
        .pillars
        .iter()
        .filter(|pillar| pillar.note == Some(NoteCode::HeadingLost))
        .map(|pillar| pillar.code.as_str())
        .collect();
    assert_eq!(lost, ["I", "II", "IV"]);
    let first_of = |code: &str| {
        plan.tasks.iter().find(|task| task.pillar.as_deref() == Some(code)).map(|task| task.number)
    };
    let firsts: Vec<Option<u32>> = plan.pillars.iter().map(|pillar| first_of(&pillar.code)).collect();
    assert_eq!(firsts, [1, 20, 31, 59, 75, 104, 117].map(Some));
}

#[test]
fn row_1_measures_another_thing_from_2035() {
    let row = row("1");
    assert_eq!(row.targets[&2030].qualifier, None);
    let first = &row.targets[&2035];
    assert_eq!(
        (first.qualifier.as_deref(), first.value.map(|v| v.to_string())),
        (Some("6G"), Some("50".to_owned()))
    );
    assert!(notes(first).contains(&NoteCode::QualifierChanges));
    assert!(!notes(&row.targets[&2040]).contains(&NoteCode::QualifierChanges));
}

#[test]
fn row_4_asks_nothing_then_counts_then_takes_a_share() {
    let row = row("4");
    assert_eq!(notes(&row.targets[&2025]), [NoteCode::NotAsked]);
    assert_eq!(
        (&row.targets[&2030].unit, row.targets[&2030].noun.as_deref()),
        (&Some(Unit::Count), Some("phường"))
    );
    assert_eq!(row.targets[&2035].unit, Some(Unit::Percent));
    assert!(notes(&row.targets[&2035]).contains(&NoteCode::UnitChanges));
    let nothing = compare(&tiendo::Measured::number(tiendo::Fixed::ONE), &row.targets[&2025], row.direction);
    assert_eq!(nothing.verdict, Verdict::Undetermined(Reason::NoTarget));
}

#[test]
fn ranks_get_better_downwards() {
    for code in ["8", "64"] {
        let row = row(code);
        assert_eq!(
            (row.direction, row.decided_by),
            (Direction::LowerIsBetter, DecidedBy::Operator),
            "row {code}"
        );
    }
    assert_eq!(row("46").direction, Direction::HigherIsBetter, "the digital index of row 46 is a score");
    let higher = plan().view().rows().filter(|(_, row)| row.direction == Direction::HigherIsBetter).count();
    assert_eq!(higher, 68);
}

#[test]
fn row_45_waits_for_its_target_and_row_61_has_another_in_its_place() {
    let undetermined = target("45", 2025);
    assert_eq!(
        (undetermined.kind, notes(&undetermined)),
        (TargetKind::Deferred, vec![NoteCode::TargetUndetermined])
    );
    let proxy = target("61", 2025);
    assert_eq!((proxy.proxy.as_deref(), notes(&proxy)), (Some("60"), vec![NoteCode::Proxy]));
    let value = tiendo::Measured::number(tiendo::Fixed::ONE);
    let verdict = |target: &MilestoneTarget| compare(&value, target, Direction::HigherIsBetter).verdict;
    assert_eq!(verdict(&undetermined), Verdict::Undetermined(Reason::TargetUndetermined));
    assert_eq!(verdict(&proxy), Verdict::Undetermined(Reason::ProxyWithoutValue));
    assert_eq!(target("61", 2035).kind, TargetKind::Equal);
}

#[test]
fn a_bare_number_among_percents_is_one() {
    let target = target("52", 2030);
    assert_eq!((target.text.as_str(), &target.unit), ("100", &Some(Unit::Percent)));
    assert_eq!(notes(&target), [NoteCode::UnitInferred]);
}

#[test]
fn percents_of_a_base_keep_it() {
    for (code, year) in [("10", 2025), ("63", 2045)] {
        let target = target(code, year);
        assert_eq!(
            (&target.unit, target.base.as_deref()),
            (&Some(Unit::Percent), Some("GRDP")),
            "row {code}"
        );
    }
}

#[test]
fn names_say_what_kind_of_measure_and_what_else_they_demand() {
    let has = |code: &str, note: NoteCode| row(code).notes.iter().any(|n| n.code == note);
    assert!(has("28", NoteCode::RequirementInName));
    assert!(has("5", NoteCode::KindAmbiguous));
    let demands = |row: &Row| row.notes.iter().any(|note| note.code == NoteCode::RequirementInName);
    let demanding = plan().view().rows().filter(|(_, row)| demands(row)).count();
    assert_eq!(demanding, 1);
    assert_eq!(row("20").kind, MeasureKind::Yearly);
    assert_eq!(row("31").kind, MeasureKind::Yearly);
    assert_eq!(row("1").kind, MeasureKind::Level);
}

#[test]
fn rows_without_a_lead_have_their_parents() {
    let row = row("51.3");
    assert_eq!(&*row.lead, "Văn phòng UBND tỉnh");
    assert!(row.notes.iter().any(|note| note.code == NoteCode::LeadInherited));
}

#[test]
fn the_regime_is_that_of_the_text() {
    let plan = plan();
    let regime = plan.regime.expect("231 has a regime");
    assert_eq!(regime.effective.map(|day| day.to_string()).as_deref(), Some("2025-05-10"));
    let due: Vec<(Cycle, u32, u32)> = regime
        .rules
        .iter()
        .filter_map(|rule| rule.due.map(|due| (rule.cycle, due.day, due.month_of_period)))
        .collect();
    let expected = [
        (Cycle::Monthly, 20, 1),
        (Cycle::Quarterly, 10, 3),
        (Cycle::HalfYearly, 10, 6),
        (Cycle::Yearly, 30, 11),
    ];
    assert_eq!(due, expected);
    assert!(regime.rules.iter().all(|rule| rule.due.is_none_or(|due| due.before)));
}

#[test]
fn what_is_written_reads_back_the_same() {
    let plan = plan();
    let json = plan.to_json();
    let again = Plan::from_json(json.as_bytes()).expect("what was written reads");
    assert_eq!(again, plan);
    assert_eq!(again.to_json(), json);
}
