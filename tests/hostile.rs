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

/// So many items, made by their number, as the inside of a list.
fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

#[test]
fn reading_holds_at_most_three_times_its_input() {
    // Many short cells are the least favourable shape of a table: little text, much structure.
    let cells = |text: &str| list(50, |n| format!(r#"{{"year":{},"text":"{text}"}}"#, 2000 + n));
    let row = |n: usize| {
        let cells = cells("≥ 1");
        format!(r#"{{"code":"{n}","name":"Chỉ tiêu số {n}","targets":[{cells}],"lead":"Sở Nội vụ"}}"#)
    };
    let one = r#"{"code":"1","name":"","targets":[],"lead":""}"#;
    let beside = |part: &str| plan_with(one).replace("\"tasks\":[]", part);
    let bare = |n: usize| format!(r#"{{"code":"{n}","name":"","targets":[{}],"lead":""}}"#, cells(""));
    let escaped = |n: usize, escape: &str| {
        format!(r#"{{"code":"{n}","name":"{}","targets":[],"lead":""}}"#, escape.repeat(500))
    };
    let task =
        |n: usize| format!(r#"{{"number":{},"title":"","lead":"","cooperating":"","deadline":""}}"#, n + 1);
    let items = list(17_000, |n| format!(r#"{{"number":{n},"title":""}}"#));
    let others = list(17_000, |n| format!(r#"{{"year":2025,"code":"a{n}"}}"#));
    let statement = |_| r#"{"indicator":"1","year":2025,"text":""}"#.to_owned();
    let link = |_| r#"{"child":"1","parent":"","how":"same"}"#.to_owned();
    let rule = |n| format!(r#"{{"code":"{n}","cycle":"monthly","reporters":"","recipient":"","text":""}}"#);
    let milestones = format!("[{}]", list(50, |n| (2000 + n).to_string()));
    for (name, json) in [
        ("rows", plan_with(&list(2_000, row)).replace("[2025]", &milestones)),
        ("cells of no text", plan_with(&list(500, bare)).replace("[2025]", &milestones)),
        ("long escapes", plan_with(&list(1_000, |n| escaped(n, r"\u0041")))),
        ("short escapes", plan_with(&list(1_000, |n| escaped(n, r"\n")))),
        (
            "other codes",
            plan_with(&one.replace("\"targets\"", &format!("\"otherCodes\":[{others}],\"targets\""))),
        ),
        // More than a power of two: where a list doubles, it holds twice its items.
        ("tasks", beside(&format!("\"tasks\":[{}]", list(17_000, task)))),
        (
            "items",
            beside(&format!("\"tasks\":[{}]", task(0).replace('}', &format!(",\"items\":[{items}]}}")))),
        ),
        ("statements", beside(&format!("\"tasks\":[],\"body\":[{}]", list(17_000, statement)))),
        (
            "links",
            beside(&format!(
                r#""tasks":[],"derives":{{"plan":"p","tasks":[],"indicators":[{}]}}"#,
                list(17_000, link)
            )),
        ),
        ("rules", beside(&format!(r#""tasks":[],"regime":{{"rules":[{}]}}"#, list(200, rule)))),
    ] {
        let (plan, held) = peak(|| Plan::from_json(json.as_bytes()));
        assert_eq!(plan.map(|_| ()), Ok(()), "{name}");
        assert!(held <= 3 * json.len(), "{name}: {held} bytes held for {} of input", json.len());
    }
}

#[test]
fn reading_rows_of_next_to_nothing_holds_little_beyond_them() {
    // A row with room for every field is larger than the least text of one; no more is held than the rows themselves.
    let one = r#"{"code":"1","name":"","targets":[],"lead":""}"#;
    let beside = |part: &str| plan_with(one).replace("\"tasks\":[]", part);
    let row = |n| format!(r#"{{"code":"{n}","name":"","targets":[],"lead":""}}"#);
    let pillar = |n| format!(r#"{{"code":"{n}","name":""}}"#);
    let footnote = |n| format!(r#"{{"mark":"{n}","text":""}}"#);
    for (name, json) in [
        ("rows", plan_with(&list(17_000, row))),
        (
            "documents",
            beside(&format!(
                "\"tasks\":[],\"implements\":[{}]",
                list(17_000, |_| r#"{"number":""}"#.to_owned())
            )),
        ),
        ("pillars", beside(&format!("\"tasks\":[],\"pillars\":[{}]", list(17_000, pillar)))),
        ("footnotes", beside(&format!("\"tasks\":[],\"footnotes\":[{}]", list(1_000, footnote)))),
    ] {
        let (plan, held) = peak(|| Plan::from_json(json.as_bytes()));
        let plan = plan.expect("a plan within the limits");
        let (_, kept) = peak(|| plan.clone());
        assert!(held <= kept + json.len() / 4, "{name}: {held} bytes held for {kept} kept of {}", json.len());
        assert!(held <= 6 * json.len(), "{name}: {held} bytes held for {} of input", json.len());
    }
}

#[test]
fn refusing_a_file_holds_little_beyond_it() {
    let beside = |part: &str| plan_with("").replace("\"tasks\":[]", part);
    let row = |n: usize| {
        let name = if n == 5 {
            "5"
        } else {
            r#""Tỷ lệ hộ gia đình có đường Internet cáp quang băng rộng trên địa bàn xã""#
        };
        format!(
            r#"{{"code":"{n}","name":{name},"targets":[{{"year":2025,"text":"≥ 50% số hộ"}}],"lead":"Sở Nội vụ","unit":"%"}}"#
        )
    };
    let deep = format!("{}{}", "[".repeat(60), "]".repeat(60));
    for (name, json, code) in [
        ("one wrong of many", plan_with(&list(17_000, row)), ErrorCode::WrongType),
        ("objects without a field", plan_with(&list(20_000, |_| "{}".to_owned())), ErrorCode::MissingField),
        (
            "objects in a field of no format",
            beside(&format!("\"tasks\":[],\"x\":[{}]", list(100_000, |_| "{}".to_owned()))),
            ErrorCode::UnknownField,
        ),
        (
            "lists in a field of no format",
            beside(&format!("\"tasks\":[],\"x\":[{}]", list(1_000, |_| deep.clone()))),
            ErrorCode::UnknownField,
        ),
        (
            "a field again and again",
            beside(&format!("\"tasks\":[]{}", r#","id":"""#.repeat(100_000))),
            ErrorCode::DuplicateField,
        ),
        (
            "a name of megabytes",
            beside(&format!("\"tasks\":[],\"{}\":1", "a.\\n".repeat(500_000))),
            ErrorCode::UnknownField,
        ),
        (
            "an array for an object",
            beside(&format!("\"tasks\":[],\"regim\\u0065\":[{}]", list(100_000, |n| n.to_string()))),
            ErrorCode::WrongType,
        ),
        (
            "an array behind an escape",
            plan_with(r#"{"code":"1","n\u0061me":["x"],"targets":[[2025,"x"]],"lead":""}"#),
            ErrorCode::WrongType,
        ),
    ] {
        let (plan, held) = peak(|| Plan::from_json(json.as_bytes()));
        let error = plan.expect_err(name);
        assert_eq!(error.code, code, "{name}: {error}");
        assert!(error.others.len() < 100 && error.path.len() < 200, "{name}");
        // A hundred errors take their room whatever the file.
        let most = 3 * json.len() + 64 * 1024;
        assert!(held <= most, "{name}: {held} bytes held for {} of input", json.len());
    }
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
    // A mark without ink means nothing; it stays in the text.
    assert_eq!(parse_target("\u{202e}≥ 50%", None).unwrap().to_notation(), "≥ 50%");
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
    let few = Limits { errors: 2, ..Limits::default() };
    assert_eq!(Plan::from_json_with(b"{}", &few).unwrap_err().others.len(), 1);
    let short_ids = Limits { id_chars: 0, ..Limits::default() };
    let error = Plan::from_json_with(json.as_bytes(), &short_ids).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::CellTooLong, "id"));
    let none = Limits { records_bytes: 1, ..Limits::default() };
    assert_eq!(Records::from_json_with(b"{}", &none).unwrap_err().code, ErrorCode::TooLarge);
    let flat = Limits { depth: 1, ..Limits::default() };
    assert_eq!(Plan::from_json_with(json.as_bytes(), &flat).unwrap_err().code, ErrorCode::TooDeep);
    let short = Limits { text_chars: 0, ..Limits::default() };
    assert_eq!(Plan::from_json_with(json.as_bytes(), &short).unwrap_err().code, ErrorCode::CellTooLong);
}
