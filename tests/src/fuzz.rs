//! What must hold of any bytes: one function for each parser and each reader of files. `tests/fuzz` feeds them with
//! whatever libFuzzer thinks of; `tests/fuzz_seeds.rs` with the seeds, and with all that was ever found.

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tiendo::{
    Calendar, Error, ErrorCode, Lang, Limits, MilestoneTarget, Period, Plan, Records, Registry,
    ReportingQuery, RuleReading, Span, parse_date, parse_deadline, parse_number, parse_regime, parse_target,
    read_sentence,
};

/// A name and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: &[Target] = &[
    ("parse_number", number),
    ("parse_target", target),
    ("read_sentence", sentence),
    ("parse_deadline", deadline),
    ("parse_regime", regime),
    ("split", split),
    ("parse_date", date),
    ("period", period),
    ("plan", plan),
    ("records", records),
    ("registry", registry),
    ("calendar", calendar),
    ("query", query),
    ("target_json", target_json),
    ("ics", ics),
    ("assess", assess),
];

/// Does what a target does.
///
/// # Panics
/// Where there is no such target, and where what must hold does not.
pub fn run(name: &str, bytes: &[u8]) {
    let (_, check) = TARGETS.iter().find(|(known, _)| *known == name).expect("a target's name");
    check(bytes);
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// What is written reads back the same.
fn reads_back<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).expect("results are written");
    let back: T = serde_json::from_str(&json).expect("what is written is read");
    assert_eq!(&back, value, "{json}");
}

/// A place in a text is one: of whole characters, its start not after its end.
fn is_place(span: Span, text: &str) {
    let _ = span.of(text);
    let length = text.chars().count();
    assert!(span.start <= span.end && span.end as usize <= length, "{span:?} of {length} characters");
}

/// An error says what was expected, in both languages, on one line.
fn is_whole(error: &Error) {
    reads_back(error);
    for expected in [&error.expected, &error.expected_vi] {
        assert!(!expected.is_empty(), "{error:?}");
    }
    assert!(!error.to_string().contains(char::is_control), "{error:?}");
    error.others.iter().for_each(is_whole);
}

fn refused_as_a_cell(error: &Error) {
    assert_eq!(error.code, ErrorCode::CellTooLong);
    is_whole(error);
}

fn number(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    match parse_number(text) {
        Ok(numeral) => {
            // What is read is written as a number that reads the same.
            let written = numeral.value.to_string();
            assert_eq!(written.parse(), Ok(numeral.value), "{written}");
        }
        Err(error) => is_whole(&error),
    }
}

fn target(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let (cell, unit) = text.split_once('\u{0}').map_or((text, None), |(cell, unit)| (cell, Some(unit)));
    match parse_target(cell, unit) {
        Ok(target) => {
            assert_eq!(target.text, cell);
            target.notes.iter().filter_map(|note| note.span).for_each(|span| is_place(span, cell));
            reads_back(&target);
            // What is printed reads as the same; a unit column may hold what no cell can say.
            if let (None, Ok(again)) = (unit, parse_target(&target.to_notation(), None)) {
                assert!(target.means_the_same(&again), "{cell:?} as {:?}", again.text);
            }
        }
        Err(error) => refused_as_a_cell(&error),
    }
}

fn sentence(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    match read_sentence(text) {
        Ok(sentence) => {
            assert_eq!(sentence.text, text);
            assert!(text.contains(&sentence.name) && text.contains(&sentence.target.text), "{sentence:?}");
            reads_back(&sentence);
        }
        Err(error) => refused_as_a_cell(&error),
    }
}

fn deadline(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    match parse_deadline(text) {
        Ok(deadline) => {
            assert_eq!(deadline.text, text);
            deadline.notes.iter().filter_map(|note| note.span).for_each(|span| is_place(span, text));
            reads_back(&deadline);
            let _ = deadline.why();
            // An event is looked for at so many separators at most: beyond, it holds what follows it.
            let separators = text.matches([',', ';']).count() + text.matches("và").count();
            if let (0..=12, Ok(again)) = (separators, parse_deadline(&deadline.to_notation())) {
                assert!(deadline.means_the_same(&again), "{text:?} as {:?}", again.text);
            }
        }
        Err(error) => refused_as_a_cell(&error),
    }
}

fn regime(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    match parse_regime(text) {
        Ok(read) => {
            assert_eq!(read.text, text);
            let noted: Vec<Span> = read.notes.iter().filter_map(|note| note.span).collect();
            let rests_on = read.rules.iter().flat_map(|rule| rule.rests_on.iter().chain([&rule.span]));
            let places: Vec<Span> = rests_on.copied().chain(noted).collect();
            places.iter().for_each(|span| is_place(*span, text));
            // Every number stands in a rule's words or in a note's.
            for (at, c) in (0..).zip(text.chars()) {
                let is_told = || places.iter().any(|span| span.start <= at && at < span.end);
                assert!(!c.is_ascii_digit() || is_told(), "{c} at {at} of {text:?}");
            }
            for RuleReading { rule, span, .. } in &read.rules {
                assert_eq!(span.of(text), rule.text);
                assert!(text.contains(&rule.reporters) && text.contains(&rule.recipient), "{text:?}");
            }
            reads_back(&read);
        }
        Err(error) => refused_as_a_cell(&error),
    }
}

fn split(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    thread_local! {
        static REGISTRY: Registry = Registry::builtin();
    }
    let cell = match REGISTRY.with(|registry| registry.split(text)) {
        Ok(cell) => cell,
        Err(error) => return refused_as_a_cell(&error),
    };
    assert_eq!(cell.text, text);
    let mut end = 0;
    for agency in &cell.agencies {
        is_place(agency.span, text);
        assert!(agency.span.start >= end, "bodies come in the order of the cell: {cell:?}");
        end = agency.span.end;
    }
    reads_back(&cell);
}

fn date(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    match parse_date(text) {
        Ok(date) => assert_eq!(date.to_string(), text),
        Err(error) => is_whole(&error),
    }
    if let Err(error) = tiendo::date_in_vietnam(text) {
        is_whole(&error);
    }
}

fn period(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    match text.parse::<Period>() {
        Ok(period) => {
            assert_eq!(period.to_string(), text);
            assert!(period.start() <= period.end());
            let _ = (period.label(Lang::Vi), period.label(Lang::En));
        }
        Err(error) => is_whole(&error),
    }
}

fn plan(bytes: &[u8]) {
    match Plan::from_json(bytes) {
        Ok(plan) => {
            let json = plan.to_json();
            assert_eq!(Plan::from_json(json.as_bytes()).as_ref(), Ok(&plan));
            for finding in plan.lint(&Registry::builtin()) {
                for lang in [Lang::Vi, Lang::En] {
                    assert!(!finding.sentence(lang).contains(char::is_control), "{finding:?}");
                }
            }
        }
        Err(error) => is_whole(&error),
    }
}

fn records(bytes: &[u8]) {
    match Records::from_json(bytes) {
        Ok(records) => reads_back(&records),
        Err(error) => is_whole(&error),
    }
}

/// A plan, records, a day and options as JSON, between them a NUL; other bytes draw them.
fn assess(bytes: &[u8]) {
    let parts: Vec<&[u8]> = bytes.split(|byte| *byte == 0).collect();
    let answer = if let ([b'{', ..], [plan, records, today, options]) = (bytes, &*parts) {
        let Some(today) = text(today) else { return };
        tiendo::assess_json(plan, records, today, Some(options))
    } else {
        let drawn = crate::drawn::drawn(bytes);
        let (plan, options) = (drawn.plan.to_string(), drawn.options.to_string());
        let records = crate::drawn::file(&drawn.records);
        let answer =
            tiendo::assess_json(plan.as_bytes(), records.as_bytes(), drawn.today, Some(options.as_bytes()));
        assert!(answer.is_ok(), "{answer:?} of {drawn:?}");
        answer
    };
    match answer {
        Ok(answer) => {
            let read: tiendo::Assessment = serde_json::from_str(&answer).expect("what is written is read");
            assert_eq!(tiendo::to_json(&read), answer);
        }
        Err(error) => is_whole(&error),
    }
}

fn registry(bytes: &[u8]) {
    match Registry::from_json(bytes) {
        Ok(registry) => {
            for agency in registry.agencies() {
                assert_eq!(registry.agency(&agency.id), Some(agency));
                let _ = registry.succession(&agency.id, last_day());
                let _ = registry.split(&format!("Các sở: {}; {}", agency.name, agency.id));
            }
        }
        Err(error) => is_whole(&error),
    }
}

fn calendar(bytes: &[u8]) {
    match Calendar::from_json(bytes) {
        Ok(calendar) => {
            let written = calendar.to_json();
            assert_eq!(Calendar::from_json(written.as_bytes()).as_ref(), Ok(&calendar));
            for year in calendar.years() {
                let day = NaiveDate::from_ymd_opt(*year, 12, 31).expect("a year within range");
                for found in [calendar.next_working_day(day), calendar.previous_working_day(day)] {
                    match found {
                        Ok(day) => assert_eq!(calendar.status(day).map(|status| status.off), Ok(false)),
                        Err(error) => assert_eq!(error.code, ErrorCode::UnknownYear),
                    }
                }
            }
        }
        Err(error) => is_whole(&error),
    }
}

fn query(bytes: &[u8]) {
    match ReportingQuery::from_json(bytes) {
        Ok(query) => {
            assert_eq!(ReportingQuery::from_json(query.to_json().as_bytes()).as_ref(), Ok(&query));
            thread_local! {
                static PLAN: Plan = Plan::builtin("ha-tinh-231").expect("a built-in plan reads");
            }
            let limits = Limits { reports: 1_000, obligations: 10_000, ..query.limits };
            let query = ReportingQuery { limits, ..query };
            match PLAN.with(|plan| plan.obligations(&query)) {
                Ok(all) => assert_eq!(all.iter().count(), all.len()),
                Err(error) => is_whole(&error),
            }
        }
        Err(error) => is_whole(&error),
    }
}

fn target_json(bytes: &[u8]) {
    if let Ok(target) = serde_json::from_slice::<MilestoneTarget>(bytes) {
        reads_back(&target);
        let _ = target.to_notation();
        let measured = tiendo::Measured::number(tiendo::Fixed::ONE);
        for direction in tiendo::Direction::ALL {
            let compared = tiendo::compare(&measured, &target, *direction);
            assert!(!compared.why().vi.is_empty());
        }
    }
}

/// Any words in a rule, a title and a body's name make a calendar file of lines that are no longer than they may be.
fn ics(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let mut words = text.split('\n');
    let (title, recipient) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let agencies: Vec<String> = words.take(5).map(str::to_owned).collect();
    let json = serde_json::json!({
        "schemaVersion": 1, "id": "x", "title": title, "issuer": "x", "level": "commune", "milestones": [],
        "indicators": [], "tasks": [],
        "regime": { "effective": "2025-01-01", "rules": [{
            "code": "m", "cycle": "monthly", "due": { "day": 20, "monthOfPeriod": 1, "before": true },
            "reporters": "các đơn vị", "recipient": recipient, "text": text,
        }] },
    });
    let Ok(plan) = Plan::from_json(json.to_string().as_bytes()) else { return };
    let Some(file) = calls::june(&plan, &agencies) else { return };
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{line:?}");
        assert!(!line.contains(char::is_control), "{line:?}");
    }
}

fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2200, 12, 31).expect("a day")
}

/// The library's calls that may come to look otherwise.
mod calls {
    use tiendo::{Lang, Plan, ReportingQuery};

    pub(super) fn june(plan: &Plan, agencies: &[String]) -> Option<String> {
        let day = |text: &str| text.parse().expect("a date");
        let june = ReportingQuery::between(day("2025-06-01"), day("2025-07-01"));
        let all = plan.obligations(&ReportingQuery { agencies: agencies.to_vec(), ..june }).ok()?;
        Some(all.to_ics("2025-01-01T00:00:00Z", Lang::Vi).expect("a file within the limits"))
    }
}

/// The inputs a target begins with: cells of the built-in plans, the vectors, and small hostile files.
///
/// # Panics
/// Where a vector's file is none.
#[must_use]
pub fn seeds(name: &str) -> Vec<Vec<u8>> {
    let plans: Vec<Plan> = Plan::builtin_ids().filter_map(|id| Plan::builtin(id).ok()).collect();
    let vectors = |file: &str, field: &str| -> Vec<String> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join(file);
        let text = std::fs::read_to_string(path).expect("the vectors are read");
        let file: serde_json::Value = serde_json::from_str(&text).expect("the vectors are JSON");
        let cases = file["cases"].as_array().expect("cases").iter();
        cases.filter_map(|case| case["input"][field].as_str().map(str::to_owned)).collect()
    };
    let leads = || plans.iter().flat_map(|plan| &plan.tasks).map(|task| task.lead.clone());
    let cells = || plans.iter().flat_map(|plan| &plan.indicators).flat_map(|row| &row.targets);
    let target_of = |cell: &str| {
        let target = parse_target(cell, None).ok()?;
        serde_json::to_string(&target).ok()
    };
    let mut seeds: Vec<Vec<u8>> = match name {
        "parse_number" => vectors("numbers.json", "text").into_iter().map(String::into_bytes).collect(),
        "parse_target" => cells()
            .map(|cell| cell.text.clone())
            .chain(vectors("targets.json", "text"))
            .map(String::into_bytes)
            .collect(),
        "read_sentence" => plans
            .iter()
            .flat_map(|plan| &plan.indicators)
            .flat_map(|row| row.targets.iter().map(|cell| format!("{} {}", row.name, cell.text)))
            .chain(vectors("sentences.json", "text"))
            .map(String::into_bytes)
            .collect(),
        "target_json" => cells()
            .map(|cell| cell.text.clone())
            .chain(vectors("targets.json", "text"))
            .filter_map(|cell| target_of(&cell))
            .map(String::into_bytes)
            .collect(),
        "parse_deadline" => plans
            .iter()
            .flat_map(|plan| &plan.tasks)
            .map(|task| task.deadline.clone())
            .chain(vectors("deadlines.json", "text"))
            .map(String::into_bytes)
            .collect(),
        "parse_regime" => plans
            .iter()
            .flat_map(|plan| plan.regime.iter().flat_map(|regime| &regime.rules))
            .map(|rule| rule.text.clone())
            .chain(vectors("regimes.json", "text"))
            .map(String::into_bytes)
            .collect(),
        "split" => leads().chain(vectors("agencies.json", "cell")).map(String::into_bytes).collect(),
        "parse_date" => ["2025-06-19", "2025-02-30", "2025-06-19T16:59:59Z", "2025-06-19T23:59:60+07:00"]
            .map(|text| text.as_bytes().to_vec())
            .to_vec(),
        "period" => vectors("periods.json", "id").into_iter().map(String::into_bytes).collect(),
        "ics" => leads().map(String::into_bytes).collect(),
        _ => crate::hostile::files::small(name),
    };
    if name == "plan" {
        seeds.extend(
            vectors("plans.json", "json")
                .into_iter()
                .chain(vectors("lint.json", "json"))
                .map(String::into_bytes),
        );
    }
    if name == "assess" {
        seeds.extend(
            (0..20_u8).map(|n| {
                (0..200_u8).map(|at| at.wrapping_mul(37).wrapping_add(n.wrapping_mul(11))).collect()
            }),
        );
    }
    seeds.sort();
    seeds.dedup();
    seeds
}
