//! Hostile files are refused with a code, or read, in bounded time and memory; nothing panics and no part is kept.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use tiendo::{Calendar, ErrorCode, Limits, Plan, Records, parse_deadline, parse_target};

/// Counts what this thread holds at most, so that a test can compare it with its input.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    // A thread that is ending has no counter any more.
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.get())));
    });
}

// SAFETY: every call goes to the system's allocator unchanged; only numbers are kept beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size().cast_signed());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-layout.size().cast_signed());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most bytes `work` held at once beyond what was held before it.
fn peak<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = HELD.get();
    PEAK.set(before);
    let result = work();
    (result, usize::try_from(PEAK.get() - before).unwrap_or(0))
}

/// Bytes of no pattern, the same every time.
fn noise(length: usize) -> Vec<u8> {
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    (0..length).map(|_| next()).collect()
}

fn plan_with(indicators: &str) -> String {
    format!(
        r#"{{"schemaVersion":1,"id":"x","title":"x","issuer":"x","level":"commune","milestones":[2025],"indicators":[{indicators}],"tasks":[]}}"#
    )
}

#[test]
fn ten_megabytes_of_noise_are_no_plan() {
    let bytes = noise(10 * 1024 * 1024);
    let (plan, held) = peak(|| Plan::from_json(&bytes));
    assert!(matches!(plan.unwrap_err().code, ErrorCode::BadJson | ErrorCode::TooDeep));
    assert!(held < 1024 * 1024, "{held} bytes held to refuse noise");
    let quoted = [b"{\"schemaVersion\": 1, \"id\": \"".as_slice(), &bytes].concat();
    assert!(matches!(Plan::from_json(&quoted).unwrap_err().code, ErrorCode::BadJson | ErrorCode::TooDeep));
    assert!(Records::from_json(&bytes).is_err());
}

#[test]
fn ten_thousand_brackets_are_too_deep() {
    for brackets in
        ["[".repeat(10_000), "{\"a\":".repeat(10_000), format!("{{\"records\":{}", "[".repeat(10_000))]
    {
        let error = Plan::from_json(brackets.as_bytes()).unwrap_err();
        assert!(matches!(error.code, ErrorCode::TooDeep | ErrorCode::WrongType), "{error}");
        assert!(Records::from_json(brackets.as_bytes()).is_err());
    }
    // Brackets within a text are only text.
    let json = plan_with("").replace("\"title\":\"x\"", &format!("\"title\":\"{}\"", "[".repeat(9_000)));
    assert!(Plan::from_json(json.as_bytes()).is_ok());
}

#[test]
fn a_million_rows_are_refused_before_they_are_built() {
    let row = r#"{"code":"1","name":"n","targets":[],"lead":""},"#;
    let json = plan_with(row.repeat(1_000_000).trim_end_matches(','));
    let (plan, held) = peak(|| Plan::from_json(json.as_bytes()));
    let error = plan.unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::TooMany, "indicators"));
    assert!(held < 64 * 1024, "{held} bytes held to refuse a million rows");
}

#[test]
fn reading_holds_at_most_three_times_its_input() {
    // Many short cells are the least favourable shape: little text, much structure.
    let milestones: Vec<String> = (1900..=2200).map(|year: i32| year.to_string()).collect();
    let cells: Vec<String> =
        (1900..=2200).map(|year: i32| format!(r#"{{"year":{year},"text":"≥ 1"}}"#)).collect();
    let row = |n: usize| {
        format!(
            r#"{{"code":"{n}","name":"Chỉ tiêu số {n}","targets":[{}],"lead":"Sở Nội vụ"}}"#,
            cells.join(",")
        )
    };
    let rows: Vec<String> = (0..2_000).map(row).collect();
    let json = plan_with(&rows.join(","))
        .replace("\"milestones\":[2025]", &format!("\"milestones\":[{}]", milestones.join(",")));
    let (plan, held) = peak(|| Plan::from_json(json.as_bytes()));
    let plan = plan.expect("a plan within the limits");
    assert_eq!(plan.indicators.len(), 2_000);
    assert!(held <= 3 * json.len(), "{held} bytes held for {} of input", json.len());
}

#[test]
fn a_file_of_records_or_days_holds_little_beyond_its_input() {
    let record = |n: usize| {
        format!(
            r#"{{"type":"submission","id":"s{n}","date":"2025-06-19","recorded":"2025-06-19","source":"s","rule":"monthly","period":"2025-06","agency":"a{n}"}}"#
        )
    };
    let records: Vec<String> = (0..100_000).map(record).collect();
    let json = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{}]}}"#, records.join(","));
    let (read, held) = peak(|| Records::from_json(json.as_bytes()));
    assert_eq!(read.expect("records within the limits").records.len(), 100_000);
    assert!(held <= 3 * json.len(), "{held} bytes held for {} of input", json.len());

    let years: Vec<String> = (1900..=2200).map(|year: i32| year.to_string()).collect();
    let json = format!(
        r#"{{"schemaVersion":1,"id":"c","name":"n","weekend":[1,2,3,4,5,6,7],"years":[{}],"days":[]}}"#,
        years.join(",")
    );
    let (calendar, held) = peak(|| Calendar::from_json(json.as_bytes()));
    let calendar = calendar.expect("a calendar");
    assert_eq!(
        calendar.next_working_day("2025-01-01".parse().unwrap()).unwrap_err().code,
        ErrorCode::UnknownYear
    );
    assert!(held < 4 * 1024 * 1024, "{held} bytes held for every year there is");
}

#[test]
fn reports_beyond_number_are_refused_before_they_are_held() {
    let with_rules = |count: usize| {
        let rule = |n: usize| {
            format!(
                r#"{{"code":"r{n}","cycle":"monthly","due":{{"day":20,"monthOfPeriod":1,"before":true}},"reporters":"Đơn vị {n}","recipient":"Sở Khoa học và Công nghệ","text":""}}"#
            )
        };
        let rules: Vec<String> = (0..count).map(rule).collect();
        let regime =
            format!(r#""tasks":[],"regime":{{"effective":"1900-01-01","rules":[{}]}}"#, rules.join(","));
        plan_with("").replace(r#""tasks":[]"#, &regime)
    };
    let error = Plan::from_json(with_rules(201).as_bytes()).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::TooMany, "regime.rules"));

    let plan = Plan::from_json(with_rules(200).as_bytes()).expect("a plan within the limits");
    let between = tiendo::ReportingQuery::between;
    let (start, end) = ("1900-01-01".parse().unwrap(), "2200-12-31".parse().unwrap());
    let (all, held) = peak(|| plan.obligations(&between(start, end)));
    let error = all.unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::TooMany, "end"));
    assert!(held < 256 * 1024 * 1024, "{held} bytes held to refuse six hundred thousand reports");

    // Words that go into every report are counted: a rule's, and those of whom its recipient reports to.
    let wordy = |code: &str, n: usize| {
        let words = "ế".repeat(9_900);
        format!(
            r#"{{"code":"{code}{n}","cycle":"monthly","reporters":"Sở Nội vụ","recipient":"Sở Nội vụ; x{n}{words}","text":"{words}"}}"#
        )
    };
    let rules: Vec<String> = (0..200).map(|n| wordy("r", n)).collect();
    let regime = format!(r#""tasks":[],"regime":{{"effective":"1900-01-01","rules":[{}]}}"#, rules.join(","));
    let wordy = Plan::from_json(plan_with("").replace(r#""tasks":[]"#, &regime).as_bytes()).expect("a plan");
    let (all, held) = peak(|| wordy.obligations(&between(start, end)));
    let error = all.unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::TooMany, "end"));
    assert!(held < 256 * 1024 * 1024, "{held} bytes held to refuse wordy rules");

    // Two tiers of many rules make pairs beyond number.
    let until = "1910-01-01".parse().unwrap();
    let tier = plan.obligations(&between(start, until)).expect("ten years");
    let (pairs, held) = peak(|| tiendo::slack(&tier, &tier));
    assert_eq!(pairs.unwrap_err().code, ErrorCode::TooMany);
    assert!(held < 64 * 1024 * 1024, "{held} bytes held to refuse pairs");

    // Two hundred reports on one day name each other, and nothing more is held for it.
    let day = "2025-06-20".parse().unwrap();
    let (all, held) = peak(|| plan.obligations(&between(day, "2025-06-21".parse().unwrap())));
    let all = all.expect("one day's reports");
    assert!(all.iter().all(|report| report.coincides.len() == 199));
    assert!(held < 4 * 1024 * 1024, "{held} bytes held for one day");
}

#[test]
fn odd_characters_are_refused_or_kept_as_they_are() {
    let with_name = |name: &str| {
        plan_with(&format!(
            r#"{{"code":"1","name":"{name}","targets":[{{"year":2025,"text":"{name}"}}],"lead":""}}"#
        ))
    };
    let lone = Plan::from_json(with_name(r"\ud800").as_bytes()).unwrap_err();
    assert_eq!(lone.code, ErrorCode::BadJson);
    let raw_nul = Plan::from_json(with_name("\0").as_bytes()).unwrap_err();
    assert_eq!(raw_nul.code, ErrorCode::BadJson);
    for (escaped, text) in [(r"\u0000", "\0"), ("\u{202e}≥ 50%", "\u{202e}≥ 50%"), (r"a\u0301", "a\u{301}")]
    {
        let plan = Plan::from_json(with_name(escaped).as_bytes()).expect("text like any other");
        assert_eq!(plan.indicators[0].name, text);
        assert_eq!(plan.view().row("1").expect("a row").targets[&2025].text, text);
        assert_eq!(Plan::from_json(plan.to_json().as_bytes()).as_ref(), Ok(&plan));
    }
    // A mark that turns the reading direction could hide a number: the cell is not read.
    assert_eq!(parse_target("\u{202e}≥ 50%", None).unwrap().kind.as_str(), "unrecognised");
}

#[test]
fn long_cells_are_refused_by_their_length_in_characters() {
    let long = "≥ 50% và ".repeat(1_200);
    assert_eq!(parse_target(&long, None).unwrap_err().code, ErrorCode::CellTooLong);
    assert_eq!(parse_deadline(&long).unwrap_err().code, ErrorCode::CellTooLong);
    let json = plan_with(&format!(
        r#"{{"code":"1","name":"n","targets":[{{"year":2025,"text":"{long}"}}],"lead":""}}"#
    ));
    let error = Plan::from_json(json.as_bytes()).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::CellTooLong, "indicators[0].targets[0].text"));
    assert!(parse_target(&"ệ".repeat(10_000), None).is_ok());
    assert!(parse_target(&"ệ".repeat(10_001), None).is_err());
}

#[test]
fn the_longest_cells_are_read_in_bounded_time() {
    // Each repeats what makes a parser look ahead. All 10,000 characters long: quadratic work would show as minutes.
    for piece in [
        "1 và ",
        "a, ",
        "(",
        "(1",
        "50% ",
        "đạt 1 ",
        "6G (5",
        "sau khi a, ",
        "1/2025, ",
        "trình ",
        "quý ",
        "- ",
        "theo a và ",
        ";",
    ] {
        let cell: String = piece.chars().cycle().take(10_000).collect();
        assert_eq!(parse_target(&cell, Some("%")).expect("reading is total").text, cell);
        assert_eq!(parse_deadline(&cell).expect("reading is total").text, cell);
    }
}

#[test]
fn limits_are_the_callers() {
    let json = plan_with("");
    let small = Limits { json_bytes: 10, ..Limits::default() };
    assert_eq!(Plan::from_json_with(json.as_bytes(), &small).unwrap_err().code, ErrorCode::TooLarge);
    let flat = Limits { depth: 1, ..Limits::default() };
    assert_eq!(Plan::from_json_with(json.as_bytes(), &flat).unwrap_err().code, ErrorCode::TooDeep);
    let short = Limits { text_chars: 0, ..Limits::default() };
    assert_eq!(Plan::from_json_with(json.as_bytes(), &short).unwrap_err().code, ErrorCode::CellTooLong);
}
