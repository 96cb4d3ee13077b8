//! What holds of every pair of assessments: of any plan, any records and any options.

use proptest::collection::vec;
use proptest::prelude::*;
use tiendo::{Assessment, ChangeKind, Changes, from_json, to_json};
use tiendo_tests::drawn::{Drawn, drawn, file};

fn config(usual: u32) -> ProptestConfig {
    ProptestConfig {
        cases: tiendo_tests::cases(usual),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn any_drawn() -> impl Strategy<Value = Drawn> {
    vec(any::<u8>(), 0..700).prop_map(|bytes| drawn(&bytes))
}

/// The assessment's text, on a day that may be another than the drawn one.
fn assessed(drawn: &Drawn, today: &str, known_by: Option<&str>) -> String {
    let mut options = drawn.options.clone();
    match known_by {
        Some(day) => options["knownBy"] = day.into(),
        None => drop(options.as_object_mut().expect("options").remove("knownBy")),
    }
    let (plan, options) = (drawn.plan.to_string(), options.to_string());
    let records = file(&drawn.records);
    tiendo::assess_json(plan.as_bytes(), records.as_bytes(), today, Some(options.as_bytes()))
        .unwrap_or_else(|error| panic!("{error}"))
}

fn changes(before: &str, after: &str) -> Changes {
    let json = tiendo::changes_json(before.as_bytes(), after.as_bytes()).expect("two of one plan");
    let changes: Changes = from_json(json.as_bytes()).expect("what is written is read");
    assert_eq!(to_json(&changes), json);
    changes
}

proptest! {
    #![proptest_config(config(60))]

    /// Nothing changes from a day to the same day.
    #[test]
    fn an_assessment_has_not_changed_since_itself(drawn in any_drawn()) {
        let one = assessed(&drawn, drawn.today, None);
        let changes = changes(&one, &one);
        prop_assert!(changes.counts.is_empty() && changes.indicators.is_empty() && changes.tasks.is_empty());
    }

    /// Every item whose standing towards one milestone differs is told, each with a cause and a sentence in both languages,
    /// and the counts are those of the items.
    #[test]
    fn what_differs_is_told(drawn in any_drawn(), days in 1_u64..900) {
        let today: chrono::NaiveDate = drawn.today.parse().expect("a day");
        let last: chrono::NaiveDate = "2200-12-31".parse().expect("a day");
        let later = today.checked_add_days(chrono::Days::new(days)).expect("a day").min(last).to_string();
        let known_by = Some(drawn.today);
        let (before, after) = (assessed(&drawn, drawn.today, known_by), assessed(&drawn, &later, None));
        let changes = changes(&before, &after);
        let read = |text: &str| from_json::<Assessment>(text.as_bytes()).expect("an assessment");
        let (before, after) = (read(&before), read(&after));
        for is in &after.indicators {
            let was = before.indicators.iter().find(|was| was.code == is.code);
            if was.is_none_or(|was| was.standing != is.standing) {
                prop_assert!(changes.indicators.iter().any(|of| of.code == is.code), "{} is not told", is.code);
            }
        }
        for is in &after.tasks {
            let was = before.tasks.iter().find(|was| was.number == is.number);
            if was.is_none_or(|was| was.standing != is.standing) {
                prop_assert!(changes.tasks.iter().any(|of| of.number == is.number), "{} is not told", is.number);
            }
        }
        for of in &changes.indicators {
            prop_assert!(!of.kinds.is_empty() && !of.causes.is_empty() && of.vi.ends_with('.') && of.en.ends_with('.'));
        }
        for of in &changes.tasks {
            prop_assert!(!of.kinds.is_empty() && !of.causes.is_empty() && of.vi.ends_with('.') && of.en.ends_with('.'));
        }
        for kind in ChangeKind::ALL {
            let counted = changes.counts.iter().find(|count| count.kind == *kind);
            let indicators = changes.indicators.iter().filter(|of| of.kinds.contains(kind)).count();
            let tasks = changes.tasks.iter().filter(|of| of.kinds.contains(kind)).count();
            prop_assert_eq!(counted.map_or((0, 0), |of| (of.indicators, of.tasks)), (indicators, tasks));
        }
    }

    /// What flips under a trial is what another assessment with that option says, and no more.
    #[test]
    fn a_trial_is_an_assessment_with_that_option(drawn in any_drawn(), at in 0..14_usize) {
        const OPTIONS: [(&str, &str); 14] = [
            ("equalExactly", "true"), ("equalExactly", "false"), ("risingDecides", "true"), ("method", "\"cagr\""),
            ("method", "\"line\""), ("evidenceRequired", "true"), ("beforeInclusive", "true"),
            ("followingYearsJudged", "true"), ("onTrack", "\"1\""), ("slightlyBehind", "\"0\""), ("minDays", "90"),
            ("slopeYears", "100"), ("staleMonths", "0"), ("effective", "\"2025-07-01\""),
        ];
        let (option, value) = OPTIONS[at];
        let records = file(&drawn.records);
        let (plan, options) = (drawn.plan.to_string(), drawn.options.to_string());
        let trials = format!(r#"[{{"option": "{option}", "value": {value}}}]"#);
        let of = |options: &str| {
            tiendo::assess_json(plan.as_bytes(), records.as_bytes(), drawn.today, Some(options.as_bytes()))
        };
        let tried = tiendo::sensitivity_json(
            plan.as_bytes(), records.as_bytes(), drawn.today, Some(options.as_bytes()), Some(trials.as_bytes()),
        );
        let mut other = drawn.options.clone();
        other[option] = serde_json::from_str(value).expect("JSON");
        let with = of(&other.to_string());
        let tried = match (tried, &with) {
            (Ok(tried), _) => tried,
            (Err(error), Err(same)) => {
                prop_assert_eq!(error.code, same.code);
                return Ok(());
            }
            (Err(error), Ok(_)) => panic!("{error}"),
        };
        let read: tiendo::Sensitivity = from_json(tried.as_bytes()).expect("what is written is read");
        prop_assert_eq!(to_json(&read), tried);
        let standings = |text: &str| {
            let read: Assessment = from_json(text.as_bytes()).expect("an assessment");
            let tasks = read.tasks.iter().map(|of| (of.number.to_string(), of.standing.to_string(), None));
            let indicators = read.indicators.iter().map(|of| (of.code.clone(), of.standing.to_string(), of.reason));
            indicators.chain(tasks).collect::<Vec<_>>()
        };
        let (before, after) = (standings(&of(&options).expect("an assessment")), standings(&with.expect("another")));
        let expected: Vec<_> = before.into_iter().zip(after).filter(|(was, is)| was.1 != is.1).map(|(was, is)| {
            (was.0, was.1, is.1, is.2)
        }).collect();
        let found: Vec<_> = read.items.iter().map(|item| {
            (item.code.clone(), item.standing.clone(), item.flips[0].standing.clone(), item.flips[0].reason)
        }).collect();
        prop_assert_eq!(found, expected);
    }

    /// The units' order says nothing of the sums, and these are those of the units' rows.
    #[test]
    fn sums_do_not_know_the_order_of_units(drawn in any_drawn(), count in 1..5_usize, turn in 0..5_usize) {
        let upper = json_with(&drawn.plan, "id", "upper".into());
        let links = drawn.plan["indicators"].as_array().into_iter().flatten().map(|of| {
            serde_json::json!({ "child": of["code"], "parent": of["code"], "how": "same" })
        });
        let derives = serde_json::json!({ "plan": "upper", "indicators": links.collect::<Vec<_>>(), "tasks": [] });
        let own = json_with(&drawn.plan, "derives", derives);
        let mut units: Vec<serde_json::Value> = (0..count).map(|at| {
            let records: Vec<_> = drawn.records.iter().skip(at).step_by(count).cloned().collect();
            let records: serde_json::Value = serde_json::from_str(&file(&records)).expect("JSON");
            serde_json::json!({ "name": format!("Xã {at}"), "plan": own, "records": records })
        }).collect();
        let call = |units: &[serde_json::Value]| {
            let (plan, options) = (upper.to_string(), drawn.options.to_string());
            let units = serde_json::to_string(units).expect("JSON");
            let text = tiendo::roll_up_json(
                plan.as_bytes(), file(&[]).as_bytes(), units.as_bytes(), drawn.today, Some(options.as_bytes()),
            ).unwrap_or_else(|error| panic!("{error}"));
            let read: tiendo::RollUp = from_json(text.as_bytes()).expect("what is written is read");
            assert_eq!(to_json(&read), text);
            read
        };
        let before = call(&units);
        units.rotate_left(turn % count);
        let mut after = call(&units);
        for (one, other) in before.indicators.iter().zip(&mut after.indicators) {
            let included = one.units.iter().filter(|unit| unit.included);
            prop_assert_eq!(u32::try_from(included.clone().count()), Ok(one.included));
            prop_assert!(one.units.iter().all(|unit| unit.included == unit.reason.is_none()));
            prop_assert_eq!(one.value.is_none(), one.reason.is_some());
            prop_assert!(one.value.is_none() || one.included > 1);
            let sum = |of: fn(&tiendo::RolledUnit) -> Option<tiendo::Fixed>| {
                included.clone().filter_map(of).try_fold(tiendo::Fixed::ZERO, tiendo::Fixed::checked_add)
            };
            if let Some(numerator) = one.numerator {
                prop_assert_eq!(sum(|unit| unit.numerator), Some(numerator));
                prop_assert_eq!(sum(|unit| unit.denominator), one.denominator);
            }
            other.units.rotate_right(turn % count);
        }
        prop_assert_eq!(before.indicators, after.indicators);
    }
}

/// A plan with another value of one field.
fn json_with(plan: &serde_json::Value, field: &str, value: serde_json::Value) -> serde_json::Value {
    let mut plan = plan.clone();
    plan[field] = value;
    plan
}
