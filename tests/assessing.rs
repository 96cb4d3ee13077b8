//! What holds of every assessment: of any plan, any records and any options.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use tiendo::{ErrorCode, Records, assess_json};
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

/// The assessment's text; what is drawn is valid, so that nothing but a day of reports nobody knows refuses it.
fn text(plan: &Value, records: &str, today: &str, options: &Value) -> String {
    let (plan, options) = (plan.to_string(), options.to_string());
    assess_json(plan.as_bytes(), records.as_bytes(), today, Some(options.as_bytes()))
        .unwrap_or_else(|error| panic!("{error}"))
}

fn assessed(drawn: &Drawn) -> Value {
    let text = text(&drawn.plan, &file(&drawn.records), drawn.today, &drawn.options);
    serde_json::from_str(&text).expect("an assessment is JSON")
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

proptest! {
    #![proptest_config(config(200))]

    /// No record, day or option makes it panic, and what it says reads back as what it is.
    #[test]
    fn any_question_is_answered(drawn in any_drawn()) {
        let answer = text(&drawn.plan, &file(&drawn.records), drawn.today, &drawn.options);
        let read: tiendo::Assessment = serde_json::from_str(&answer).expect("what is written is read");
        prop_assert_eq!(tiendo::to_json(&read), answer);
    }

    /// Any order of the records, and any files they stand in, merged in any order: the same bytes.
    #[test]
    fn the_order_of_records_and_files_says_nothing(
        drawn in any_drawn(),
        order in any::<u64>(),
        turn in 0..4_usize,
    ) {
        let answer = text(&drawn.plan, &file(&drawn.records), drawn.today, &drawn.options);
        let mut shuffled: Vec<(u16, usize, &Value)> =
            drawn.records.iter().zip(numbers(order)).map(|(record, n)| (n, usize::from(n % 4), record)).collect();
        shuffled.sort_by_key(|(at, ..)| *at);
        let in_another_order: Vec<Value> = shuffled.iter().map(|(.., record)| (*record).clone()).collect();
        prop_assert_eq!(&text(&drawn.plan, &file(&in_another_order), drawn.today, &drawn.options), &answer);
        let mut files: Vec<Records> = (0..4)
            .map(|own| {
                let of_file = shuffled.iter().filter(|(_, of, _)| *of == own);
                let records: Vec<Value> = of_file.map(|(.., record)| (*record).clone()).collect();
                Records::from_json(file(&records).as_bytes()).expect("records drawn are records")
            })
            .collect();
        let merged = Records::merged(&files).expect("they do not contradict each other");
        files.rotate_left(turn);
        files.push(files[0].clone());
        let again = Records::merged(&files).expect("a file given twice counts once");
        prop_assert_eq!(&again, &merged);
        prop_assert_eq!(text(&drawn.plan, &merged.to_json(), drawn.today, &drawn.options), answer);
    }

    /// What was recorded after a day may as well not be there, where only what was known by it counts. Other are then only
    /// what echoes the option: `knownBy`, among the options too, and the fingerprint that holds these.
    #[test]
    fn records_after_a_day_taken_out_are_as_known_by_it(drawn in any_drawn(), day in 0..DAYS.len()) {
        let mut by_day = drawn.clone();
        by_day.options["knownBy"] = DAYS[day].into();
        let mut without = drawn;
        without.options.as_object_mut().expect("options").remove("knownBy");
        without.records.retain(|record| record["recorded"].as_str() <= Some(DAYS[day]));
        let mut known = assessed(&by_day);
        let mut rest = assessed(&without);
        prop_assert_eq!(&known["knownBy"], DAYS[day]);
        prop_assert_eq!(&known["options"]["knownBy"], DAYS[day]);
        for told in [&mut known, &mut rest] {
            let told = told.as_object_mut().expect("an assessment");
            told.remove("knownBy");
            told.remove("fingerprint");
            told["options"].as_object_mut().expect("options").remove("knownBy");
        }
        prop_assert_eq!(known, rest);
    }

    /// The newest figure better, all else the same: never a worse standing.
    #[test]
    fn a_better_value_never_gives_a_worse_standing(drawn in any_drawn(), better in 0..BETTER.len()) {
        let mut drawn = drawn;
        // Beyond the very number is no better than short of it; and what is reached, but does not rise, is behind by rule.
        drawn.options["equalExactly"] = false.into();
        drawn.options["risingDecides"] = false.into();
        drawn.options["public"] = false.into();
        let before = assessed(&drawn);
        for indicator in list(&before, "indicators") {
            let Some((at, value)) = bettered(&drawn.records, indicator, BETTER[better]) else { continue };
            let mut changed = drawn.clone();
            // A record that was given twice stays one.
            let id = changed.records[at]["id"].clone();
            for record in changed.records.iter_mut().filter(|record| record["id"] == id) {
                record["value"] = value.clone().into();
            }
            let after = assessed(&changed);
            let own = |told: &&Value| told["code"] == indicator["code"];
            let then = list(&after, "indicators").iter().find(own).expect("the indicator is still there");
            let (was, is) = (rank(indicator), rank(then));
            // Open: `at_bound` comes before `small_whole`: 4 of more than 5 may be on track, and 5, falling, moves away.
            if then["why"]["rule"] == "at_bound" && indicator["why"]["rule"] == "small_whole" {
                continue;
            }
            prop_assert!(
                was <= is || then["reason"] == "year-not-over",
                "{} to {}: {} to {}\n{}\n{}",
                indicator["observation"], value, indicator["standing"], then["standing"],
                indicator["why"], then["why"],
            );
        }
    }

    /// Every count is that of the items it counts.
    #[test]
    fn counts_add_up(drawn in any_drawn()) {
        let told = assessed(&drawn);
        let (indicators, tasks) = (list(&told, "indicators"), list(&told, "tasks"));
        for task in tasks {
            let leads = list(task, "leads");
            let is_out = |lead: &&Value| lead["standing"] == "exempt" || lead["standing"] == "cancelled";
            let within = leads.iter().filter(|lead| !is_out(lead));
            let done = within.clone().filter(|lead| !lead["completion"].is_null()).count();
            if !leads.is_empty() {
                prop_assert_eq!((&task["leadCount"], &task["leadsDone"]), (&json!(within.count()), &json!(done)));
            }
            if let Some(of) = task.get("instances") {
                let of = |name: &str| of[name].as_u64().unwrap_or(0);
                prop_assert_eq!(of("due"), of("completedOnTime") + of("completedLate") + of("overdue"));
            }
            let days = ["daysLeft", "daysOverdue", "daysSince"].iter().filter(|name| !task[**name].is_null());
            prop_assert!(days.count() <= 1, "{}", task);
        }
        for upcoming in list(&told, "upcoming") {
            let date: NaiveDate = upcoming["date"].as_str().unwrap_or_default().parse().expect("a date");
            let today: NaiveDate = drawn.today.parse().expect("a date");
            prop_assert_eq!(&upcoming["days"], &json!((date - today).num_days()));
        }
        let amended = list(&told, "amendments").iter();
        let count = |kind: &str, list: &str| {
            let of = |change: &str| {
                let of_kind = |one: &&Value| one["kind"] == kind && one["change"] == change;
                amended.clone().filter(of_kind).count()
            };
            let left_out = told["leftOut"][list].as_u64().unwrap_or(0);
            let published = drawn.plan[list].as_array().map_or(0, Vec::len) as u64;
            let shown = told[list].as_array().map_or(0, Vec::len) as u64;
            // An item added anew in the place of itself is none more.
            (shown + left_out + of("remove") as u64 <= published + of("add") as u64 + of("remove") as u64)
                && (of("add") + of("remove") > 0 || shown + left_out == published)
        };
        prop_assert!(count("indicator", "indicators") && count("task", "tasks"));
        let said = |lang: &str| told["summary"][lang].as_str().unwrap_or_default().to_owned();
        let is_whole = said("vi").contains("trong ") && said("en").contains("As of") && !said("en").contains("none of");
        for (words, count) in summed(indicators, tasks, is_whole) {
            for sentence in [said("vi"), said("en")] {
                let said = number_before(&sentence, words);
                prop_assert!(said.is_none_or(|said| said == count), "{words}: {count}\n{sentence}");
            }
        }
    }
}

/// Numbers without an order, as many as are wanted, the same for the same beginning.
fn numbers(mut state: u64) -> impl Iterator<Item = u16> {
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from(state >> 48).unwrap_or_default()
    })
}

/// Days by which things are known.
const DAYS: [&str; 6] = ["1900-01-01", "2024-12-31", "2025-06-30", "2026-03-31", "2026-09-15", "2200-12-31"];

/// How far a number is put towards the better.
const BETTER: [&str; 6] = ["0.000001", "1", "3", "20", "1000", "100000000"];

/// The standings from the worst; none where it is open. A cap that was passed in a part of the year may, unpassed, still be
/// kept: then it is open because the year is not over, which is no worse than having failed.
fn rank(indicator: &Value) -> Option<usize> {
    let standing = indicator["standing"].as_str().expect("a standing");
    ["missed", "moving_away", "off_track", "slightly_behind", "on_track", "met"]
        .iter()
        .position(|known| *known == standing)
}

/// The record of an indicator's newest figure, and a better number for it; none where it has no number, or several count.
fn bettered(records: &[Value], indicator: &Value, by: &str) -> Option<(usize, String)> {
    let id = &indicator["observation"]["id"];
    let better = list(&indicator["why"], "terms").iter().find(|term| term["name"] == "better")?;
    let at = records.iter().position(|record| record["id"] == *id)?;
    let millionths = |text: &str| {
        let (whole, after) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{after:0<6}");
        digits.parse::<i128>().ok()
    };
    let sign = if better["value"] == "lower" { -1 } else { 1 };
    let number = millionths(records[at]["value"].as_str()?)? + sign * millionths(by)?;
    let (whole, after) = (number.abs() / 1_000_000, number.abs() % 1_000_000);
    let text = format!("{}{whole}.{after:06}", if number < 0 { "-" } else { "" });
    let canonical = text.trim_end_matches('0').trim_end_matches('.').to_owned();
    Some((at, if canonical == "-0" { "0".to_owned() } else { canonical }))
}

/// What the summary counts, by the words after each number: of those asked, how many stand how, and how many are late.
fn summed(indicators: &[Value], tasks: &[Value], is_whole: bool) -> Vec<(&'static str, usize)> {
    let asked = || {
        let asks = |one: &&Value| one["standing"] != "not_asked" && one["reason"] != "no-target";
        indicators.iter().filter(asks)
    };
    let of = |standings: &[&str]| {
        asked().filter(|one| one["standing"].as_str().is_some_and(|own| standings.contains(&own))).count()
    };
    let overdue = tasks.iter().filter(|task| task["standing"] == "overdue").count();
    let (good, missed) = (of(&["met", "on_track"]), of(&["missed"]));
    let slower = of(&["slightly_behind", "off_track", "moving_away"]);
    let mut all = vec![
        ("đạt hoặc đúng tiến độ", good),
        ("chậm hơn tiến độ cần có", slower),
        ("không đạt", missed),
        ("quá hạn", overdue),
        ("met or on track", good),
        ("slower than needed", slower),
        ("missed", missed),
        ("overdue", overdue),
    ];
    // Where the coverage comes first, those without figures are not counted as open.
    if is_whole {
        let open = asked().count() - good - slower - missed;
        all.extend([("chưa đủ căn cứ đánh giá", open), ("cannot be judged yet", open)]);
        all.extend([("chỉ tiêu:", asked().count())]);
    }
    all
}

/// The number that stands before some words in a sentence, past `is` and `are`.
fn number_before(sentence: &str, words: &str) -> Option<usize> {
    let sentence = sentence.replace('\u{a0}', " ");
    let (before, _) = sentence.split_once(words)?;
    before.trim_end_matches(" is ").trim_end_matches(" are ").split_whitespace().next_back()?.parse().ok()
}

/// Records as a file has them.
fn given(record: Value, id: &str, date: &str, recorded: &str) -> Value {
    let mut record = record;
    record["id"] = id.into();
    record["date"] = date.into();
    record["recorded"] = recorded.into();
    record["source"] = "ví dụ".into();
    record
}

fn figure(id: &str, value: &str) -> Value {
    let of = json!({ "type": "observation", "indicator": "1", "value": value, "status": "official" });
    given(of, id, "2025-12-31", "2026-01-10")
}

fn withdrawal(id: &str, withdraws: &str, recorded: &str) -> Value {
    given(json!({ "type": "retraction", "withdraws": withdraws }), id, recorded, recorded)
}

fn one_indicator() -> Value {
    json!({
        "schemaVersion": 1, "id": "x", "title": "Kế hoạch", "issuer": "UBND tỉnh", "level": "province",
        "effective": "2025-01-05", "milestones": [2025, 2030], "tasks": [],
        "indicators": [{ "code": "1", "name": "Tỷ lệ ví dụ", "lead": "Sở Y tế",
            "targets": [{ "year": 2025, "text": "60%" }, { "year": 2030, "text": "≥ 80%" }] }],
    })
}

/// Whether the one figure stands on a day, and the codes of what is said of the records.
fn stands(records: &[Value], today: &str) -> (bool, Vec<String>) {
    let text = text(&one_indicator(), &file(records), today, &json!({}));
    let told: Value = serde_json::from_str(&text).expect("JSON");
    let codes = list(&told, "findings").iter().filter_map(|of| of["code"].as_str().map(str::to_owned));
    (!told["indicators"][0]["observation"].is_null(), codes.collect())
}

#[test]
fn a_withdrawal_counts_from_the_day_it_was_recorded_and_may_be_withdrawn() {
    let chain: Vec<Value> =
        [("r1", "o", "2026-02-01"), ("r2", "r1", "2026-03-01"), ("r3", "r2", "2026-04-01")]
            .iter()
            .map(|(id, of, day)| withdrawal(id, of, day))
            .chain([figure("o", "70")])
            .collect();
    let on = |day: &str| stands(&chain, day).0;
    assert_eq!(["2026-01-31", "2026-02-01", "2026-03-01", "2026-04-01"].map(on), [true, false, true, false]);
    assert_eq!(stands(&chain, "2026-12-31").1, Vec::<String>::new());
    // Twice is once.
    let twice = [figure("o", "70"), withdrawal("a", "o", "2026-02-01"), withdrawal("b", "o", "2026-03-01")];
    assert!(!stands(&twice, "2026-12-31").0);
}

#[test]
fn rings_of_withdrawals_end() {
    let day = "2026-02-01";
    for length in 1..=5_usize {
        // Each withdraws the next, the last the first; and the first of another day withdraws the figure.
        let ring: Vec<Value> = (0..length)
            .map(|at| withdrawal(&format!("r{at}"), &format!("r{}", (at + 1) % length), day))
            .chain([figure("o", "70"), withdrawal("w", "o", day), withdrawal("v", "w", day)])
            .collect();
        let (stands, _) = stands(&ring, "2026-12-31");
        assert!(stands, "a ring of {length} withdraws nobody else's");
    }
    let itself = [figure("o", "70"), withdrawal("o2", "o2", day)];
    assert!(stands(&itself, "2026-12-31").0);
    let nothing = [figure("o", "70"), withdrawal("r", "nobody", day)];
    assert_eq!(stands(&nothing, "2026-12-31"), (true, vec!["retracts-nothing".to_owned()]));
    // What a withdrawal recorded before another says of that is of no day yet.
    let early = [figure("o", "70"), withdrawal("r", "o", "2026-03-01"), withdrawal("e", "r", day)];
    assert!(!stands(&early, "2026-12-31").0);
}

#[test]
fn one_id_of_two_contents_is_refused_however_it_is_given() {
    let (seventy, eighty) = (figure("o", "70"), figure("o", "80"));
    let plan = one_indicator().to_string();
    for records in [[&seventy, &eighty], [&eighty, &seventy]] {
        let file = file(&records.map(Clone::clone));
        let error = assess_json(plan.as_bytes(), file.as_bytes(), "2026-12-31", None).unwrap_err();
        assert_eq!((error.code, error.path.as_str()), (ErrorCode::ConflictingRecord, "records[1].id"));
        let files = records.map(|of| {
            Records::from_json(self::file(std::slice::from_ref(of)).as_bytes()).expect("a record of its own")
        });
        let error = Records::merged(&files).unwrap_err();
        assert_eq!(
            (error.code, error.path.as_str()),
            (ErrorCode::ConflictingRecord, "files[1].records[0].id")
        );
    }
    // The same twice is one.
    let once = text(&one_indicator(), &file(std::slice::from_ref(&seventy)), "2026-12-31", &json!({}));
    let twice = text(&one_indicator(), &file(&[seventy.clone(), seventy]), "2026-12-31", &json!({}));
    assert_eq!(once, twice);
}

/// What the bytes draw reaches every standing and all flags but two: else the properties above would say little.
#[test]
fn what_is_drawn_reaches_the_standings_and_flags() {
    let mut met = std::collections::BTreeSet::new();
    for seed in 0..600 {
        let bytes: Vec<u8> = numbers(seed).take(400).map(|n| n.to_be_bytes()[0]).collect();
        let told = assessed(&drawn(&bytes));
        for item in list(&told, "indicators").iter().chain(list(&told, "tasks")) {
            met.insert(item["standing"].as_str().unwrap_or_default().to_owned());
            met.extend(list(item, "flags").iter().filter_map(|flag| flag.as_str().map(str::to_owned)));
            met.insert(format!("rule {}", item["why"]["rule"].as_str().unwrap_or_default()));
        }
    }
    let standings = tiendo::IndicatorStanding::ALL.iter().map(|code| code.as_str());
    let tasks = tiendo::TaskStanding::ALL.iter().map(|code| code.as_str());
    let flags = tiendo::IndicatorFlag::ALL.iter().map(|code| code.as_str());
    let of_tasks = tiendo::TaskFlag::ALL.iter().map(|code| code.as_str());
    let missing: Vec<&str> =
        standings.chain(tasks).chain(flags).chain(of_tasks).filter(|code| !met.contains(*code)).collect();
    // The first takes four things at once, and is among the vectors; the second stands with a passed milestone.
    assert_eq!(missing, ["ahead-of-path", "measured-early"]);
}
