use super::*;
use crate::codes::Level;

fn place(kind: ItemKind, code: &str) -> Place {
    Place::new(&"ke-hoach".into(), kind, code)
}

fn linked(kind: ItemKind) -> LinkedItems {
    LinkedItems { kind, own: "3".into(), upper: "9".into(), of: "231/KH-UBND".into() }
}

fn nearly_all(holds: usize, except: &[&str]) -> NearlyAll {
    NearlyAll { holds, rows: 68, except: except.iter().map(ToString::to_string).collect() }
}

/// One finding of each kind of sentence.
#[expect(clippy::too_many_lines, reason = "a table of findings")]
fn one_of_each() -> Vec<Finding> {
    use FindingCode as Code;
    use ItemKind::{Agency, Indicator, Pillar, Plan, Rule, Task};
    use Statement as Says;
    let day = |day: &str| day.parse().unwrap();
    let cell = || vec![place(Indicator, "1").at(2030), place(Indicator, "4.2").at(2045)];
    let rows = || vec![place(Indicator, "1"), place(Indicator, "4.2")];
    let tasks = || vec![place(Task, "7"), place(Task, "12")];
    let one = |kind, code| vec![place(kind, code)];
    let text = Arc::<str>::from;
    let many = (1..=14).map(|n| place(Indicator, &n.to_string())).collect();
    let item = || linked(Indicator);
    let task = || linked(Task);
    let of = || text("231/KH-UBND");
    let (indicator, year) = (String::from("1"), 2030);
    let found = [
        (
            Code::TargetWeakens,
            cell(),
            Says::TargetWeakens {
                indicator: indicator.clone(),
                before: 2025,
                was: text("≥ 80%"),
                after: 2030,
                is: text("≥ 70%"),
            },
        ),
        (Code::UnitChanges, cell(), Says::UnitChanges),
        (Code::QualifierChanges, cell(), Says::QualifierChanges),
        (Code::UnitInferred, cell(), Says::UnitInferred),
        (Code::FootnoteMissing, cell(), Says::FootnoteMissing),
        (Code::OcrUncertain, cell(), Says::OcrUncertain),
        (Code::Illegible, cell(), Says::Illegible),
        (Code::UnreadCell, cell(), Says::UnreadTargets),
        (Code::UnreadCell, tasks(), Says::UnreadDeadlines),
        (Code::DirectionConflict, rows(), Says::DirectionConflict),
        (Code::KindAmbiguous, rows(), Says::KindAmbiguous),
        (Code::RequirementInName, rows(), Says::RequirementInName),
        (Code::DirectionInferred, many, Says::DirectionInferred),
        (Code::KindInferred, rows(), Says::KindInferred),
        (Code::DirectionInferred, one(Plan, ""), Says::DirectionsInferred(nearly_all(66, &["8", "9.1"]))),
        (Code::DirectionInferred, one(Plan, ""), Says::DirectionsInferred(nearly_all(60, &[]))),
        (Code::KindInferred, one(Plan, ""), Says::KindsInferred(nearly_all(68, &[]))),
        (
            Code::UndatedDemand,
            one(Indicator, "1"),
            Says::UndatedDemand { indicator: indicator.clone(), text: text("đạt tối thiểu 25%") },
        ),
        (Code::NumberingGap, tasks(), Says::NumberingGap),
        (Code::NumberingGap, tasks(), Says::NumbersMissing { from: "7".into(), to: "12".into() }),
        (Code::SameMeasure, rows(), Says::SameMeasure { a: "1".into(), b: "4.2".into() }),
        (Code::SameMeasure, [rows(), one(Indicator, "6")].concat(), Says::SameName),
        (
            Code::LimitReached,
            one(Plan, ""),
            Says::NamesNotCompared { most: 4_000_000, indicators: 1_200, from: "7.1".into() },
        ),
        (Code::LimitReached, tasks(), Says::TooManyItems { most: 1_000 }),
        (
            Code::BodyDiffers,
            cell(),
            Says::BodyDiffers { indicator, year, body: text("trên 80%"), annex: text("≥ 80") },
        ),
        (Code::NoLead, tasks(), Says::NoLead),
        (Code::NoCooperating, tasks(), Says::NoCooperating),
        (Code::OrphanedLead, one(Task, "7"), Says::OrphanedLead { agency: text("UBND thành phố Mỹ Tho") }),
        (
            Code::SucceededLead,
            tasks(),
            Says::SucceededLead {
                from: text("Sở Thông tin và Truyền thông"),
                to: text("Sở Khoa học và Công nghệ"),
            },
        ),
        (Code::UnknownAgency, one(Indicator, "1"), Says::UnknownAgency { name: text("Sở Phép thuật") }),
        (
            Code::UnknownAgency,
            one(Agency, "Sở Phép thuật"),
            Says::UnknownToCall { name: text("Sở Phép thuật"), nearest: None },
        ),
        (
            Code::UnknownAgency,
            one(Agency, "Sở Nội vu"),
            Says::UnknownToCall { name: text("Sở Nội vu"), nearest: Some(text("Sở Nội vụ")) },
        ),
        (Code::HeadingLost, one(Pillar, "I"), Says::HeadingLost),
        (Code::NoEffectiveDate, one(Plan, ""), Says::NoEffectiveDate),
        (Code::CalendarUnsourced, one(Rule, "6m"), Says::CalendarUnsourced { year: 2031 }),
        (Code::CutoffAfterDue, one(Rule, "6m"), Says::CutoffAfterDue { rule: "6m".into(), days: None }),
        (
            Code::CutoffAfterDue,
            one(Rule, "6m"),
            Says::CutoffAfterDue { rule: "6m".into(), days: Some((day("2025-06-25"), day("2025-06-20"))) },
        ),
        (Code::DeadlineBeforePlan, tasks(), Says::DeadlineBeforePlan { issued: day("2025-05-10") }),
        (
            Code::EffectiveBeforeIssued,
            one(Plan, ""),
            Says::EffectiveBeforeIssued { effective: day("2025-05-01"), issued: day("2025-05-10") },
        ),
        (
            Code::DueDiffers,
            one(Rule, "year"),
            Says::DueDiffers { rule: "year".into(), text: text("trước ngày 30/11") },
        ),
        (
            Code::LevelDiffers,
            one(Plan, ""),
            Says::LevelDiffers {
                level: Level::Province,
                issuer: text("Ủy ban nhân dân xã Tiên Điền"),
                of_issuer: Level::Commune,
            },
        ),
        (Code::ShareOverWhole, cell(), Says::ShareOverWhole),
        (
            Code::SummaryBeforeReports,
            vec![place(Rule, "summary-year"), place(Rule, "year")],
            Says::SummaryBeforeReports { summary: "summary-year".into(), reports: "year".into() },
        ),
        (
            Code::TargetWeaker,
            cell(),
            Says::TargetWeaker { items: item(), year, text: text("≥ 70%"), upper_text: text("95%") },
        ),
        (
            Code::TargetStronger,
            cell(),
            Says::TargetStronger { items: item(), year, text: text("100%"), upper_text: text("≥ 60%") },
        ),
        (Code::TargetEqual, cell(), Says::TargetEqual { items: item(), years: vec![2025, 2030] }),
        (
            Code::TargetNotComparable,
            cell(),
            Says::TargetNotComparable { items: item(), years: vec![2025, 2030] },
        ),
        (Code::MeasureWidened, rows(), Says::MeasureWidened(item())),
        (Code::MeasureNarrowed, rows(), Says::MeasureNarrowed(item())),
        (Code::MeasureWidened, tasks(), Says::MeasureWidened(task())),
        (Code::MeasureNarrowed, tasks(), Says::MeasureNarrowed(task())),
        (
            Code::DeadlineLater,
            tasks(),
            Says::DeadlineMoved { tasks: (3, 9), due: (day("2025-09-30"), day("2025-06-30")), of: of() },
        ),
        (
            Code::DeadlineEarlier,
            tasks(),
            Says::DeadlineMoved { tasks: (3, 9), due: (day("2025-06-30"), day("2025-09-30")), of: of() },
        ),
        (
            Code::DeadlineChanged,
            tasks(),
            Says::DeadlineChanged {
                items: task(), text: text("Thường xuyên"), upper_text: text("6/2025")
            },
        ),
        (
            Code::LeadChanged,
            tasks(),
            Says::LeadChanged {
                items: task(), text: text("Sở Y tế"), upper_text: text("Sở Nội vụ")
            },
        ),
        (Code::ItemMissing, rows(), Says::ItemsMissing { kind: Indicator, of: of() }),
        (Code::ItemMissing, tasks(), Says::ItemsMissing { kind: Task, of: of() }),
        (Code::ItemNew, rows(), Says::ItemsNew { kind: Indicator, of: of() }),
        (Code::ItemNew, tasks(), Says::ItemsNew { kind: Task, of: of() }),
        (
            Code::ReportLater,
            vec![place(Rule, "6m"), place(Rule, "h1")],
            Says::ReportLater {
                text: text("trước ngày 25 tháng 6"),
                upper_text: text("trước ngày 20 tháng 6"),
                of: of(),
            },
        ),
    ];
    found.into_iter().map(|(code, places, statement)| Finding::new(code, places, statement)).collect()
}

#[test]
fn every_statement_has_its_sentences() {
    let table: Vec<String> = one_of_each()
        .iter()
        .map(|found| {
            format!("{}\n  {}\n  {}", found.code, found.sentence(Lang::Vi), found.sentence(Lang::En))
        })
        .collect();
    insta::assert_snapshot!(table.join("\n"));
}

#[test]
fn a_finding_reads_back_equal_and_written_as_it_was() {
    for found in one_of_each() {
        let json = serde_json::to_string(&found).unwrap();
        let again: Finding = serde_json::from_str(&json).unwrap();
        assert_eq!(again, found);
        assert_eq!(serde_json::to_string(&again).unwrap(), json);
        let other = Finding { places: Vec::new(), ..found.clone() };
        assert_ne!(other, found);
    }
    let [first, .., last] = &one_of_each()[..] else { panic!("many findings") };
    assert_ne!(first, last);
    assert_ne!(*first, Finding { statement: last.statement.clone(), ..first.clone() });
}

#[test]
fn a_finding_is_written_with_its_sentences() {
    let statement = Statement::UnknownAgency { name: "Sở Phép thuật".into() };
    let found = Finding::new(FindingCode::UnknownAgency, vec![place(ItemKind::Task, "1")], statement);
    insta::assert_snapshot!(
        serde_json::to_string(&found).unwrap(),
        @r#"{"code":"unknown-agency","places":[{"plan":"ke-hoach","kind":"task","code":"1"}],"vi":"Nhiệm vụ 1: cơ quan “Sở Phép thuật” không có trong danh mục.","en":"Task 1: the registry does not know \"Sở Phép thuật\".","severity":"warning"}"#
    );
    let place = Place::new(&"a".into(), ItemKind::Indicator, "7.1").at(2030);
    let json = serde_json::to_string(&place).unwrap();
    assert_eq!(serde_json::from_str::<Place>(&json).unwrap(), place);
}

#[test]
fn a_finding_written_before_there_were_severities_has_that_of_its_code() {
    let json = r#"{"code":"no-cooperating","places":[],"vi":"v","en":"e"}"#;
    assert_eq!(serde_json::from_str::<Finding>(json).unwrap().severity, Severity::Info);
    let json = r#"{"code":"no-cooperating","places":[],"vi":"v","en":"e","severity":"error"}"#;
    assert_eq!(serde_json::to_string(&serde_json::from_str::<Finding>(json).unwrap()).unwrap(), json);
}

#[test]
fn no_control_character_of_a_plan_gets_into_a_sentence() {
    let statement = Statement::UnknownAgency { name: "Sở\u{7}\n\u{202e}Y tế".into() };
    let found = Finding::new(FindingCode::UnknownAgency, vec![place(ItemKind::Task, "1\u{1b}")], statement);
    for lang in Lang::ALL {
        assert!(!found.sentence(*lang).contains(|c: char| c.is_control() || c == '\u{202e}'));
    }
}
