//! The shapes as files of at most two megabytes, for the tests of every host: each says what it is, and what must come
//! out where a host reads it.

use serde::Serialize;

use super::texts::{PlanText, agency, list, question, registry, row, rule, task};
use super::{json, plans, registries, reports};

/// A file, and what must come of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct File {
    /// Its name, without `.json`.
    pub name: &'static str,
    /// What it is: `plan`, `records`, `registry`, `calendar` or `query`.
    pub kind: &'static str,
    /// The code of the error with which it is refused; absent where it is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<&'static str>,
    /// Of a registry that is read: a cell to split by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What it would have broken.
    pub breaks: &'static str,
    /// Its bytes, which may be no text.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

fn refused(
    name: &'static str,
    kind: &'static str,
    error: &'static str,
    breaks: &'static str,
    bytes: impl Into<Vec<u8>>,
) -> File {
    File { name, kind, error: Some(error), cell: None, breaks, bytes: bytes.into() }
}

fn read(name: &'static str, kind: &'static str, breaks: &'static str, bytes: impl Into<Vec<u8>>) -> File {
    File { name, kind, error: None, cell: None, breaks, bytes: bytes.into() }
}

/// Every file. A plan that is read is one to lint too, a query one to ask of `ha-tinh-231`.
#[must_use]
pub fn files() -> Vec<File> {
    [plan_files(), limits(), registry_files(), other_files(), query_files()].concat()
}

fn plan_files() -> Vec<File> {
    let little = "much structure of little text held fifteen times the file";
    vec![
        read(
            "inherited-lead",
            "plan",
            "a lead was split again for each row that inherits it",
            plans::inherited_lead(2_000).json(),
        ),
        read(
            "footnotes",
            "plan",
            "every footnote was held against every row's name",
            plans::rows_and_footnotes(2_000).json(),
        ),
        read(
            "long-footnotes",
            "plan",
            "names were sought in long footnotes one by one",
            plans::long_footnotes(1_000).json(),
        ),
        read(
            "body-statements",
            "plan",
            "the plan was read again for each statement",
            plans::body_statements(2_000).json(),
        ),
        read("other-codes", "plan", "each code was sought among all", plans::other_codes(2_000).json()),
        read("same-names", "plan", "every name was held against every other", plans::same_names(300).json()),
        read(
            "gaps",
            "plan",
            "one wild number made a gap of four thousand million",
            plans::gaps(2_000).json(),
        ),
        read(
            "item-ranges",
            "plan",
            "each lead made a list of the items of its range",
            plans::ranges_of_items(2_000).json(),
        ),
        read("tiny-rows", "plan", little, json::tiny_rows(20_000)),
        read("tiny-cells", "plan", little, json::tiny_cells(10_000)),
        read("tiny-tasks", "plan", little, json::tiny_tasks(20_000)),
        read("escapes", "plan", "a text of escapes was copied as it grew", json::escapes(1_000)),
        read("spaces", "plan", "white space and nothing else", json::spaces(200_000)),
        read(
            "rules-on-one-day",
            "plan",
            "rules that fall due on one day each name all the others",
            reports::rules_on_one_day(200),
        ),
        read(
            "wordy-rule",
            "plan",
            "each body's report had the words of its rule for itself",
            reports::wordy_rule(9_900),
        ),
        refused(
            "one-mark",
            "plan",
            "duplicate-code",
            "footnotes of one mark, of which the first stood silently",
            plans::one_mark(1_000).json(),
        ),
        refused(
            "chain-of-parents",
            "plan",
            "too-many",
            "leads were lost past sixteen ancestors",
            plans::one_chain_of_parents(4_000).json(),
        ),
        refused("mistakes", "plan", "bad-code", "a mistake in every row", plans::mistakes(10_000).json()),
        refused("brackets", "plan", "too-deep", "brackets within brackets", json::brackets(1_000_000)),
        refused("deep-objects", "plan", "too-deep", "objects within objects", json::deep_objects(200_000)),
        refused("one-field", "plan", "duplicate-field", "a field again and again", json::one_field(100_000)),
        refused(
            "long-field",
            "plan",
            "unknown-field",
            "an error that repeated a name of megabytes",
            json::long_field(100_000),
        ),
        refused(
            "long-number",
            "plan",
            "year-out-of-range",
            "a number of a million digits",
            json::long_number(1_000_000),
        ),
        refused(
            "array-for-an-object",
            "plan",
            "wrong-type",
            "an array passed for an object behind an escaped name",
            json::array_for_an_object(100),
        ),
        refused(
            "noise",
            "plan",
            "bad-json",
            "bytes of no pattern",
            [b"{\"id\":\"".as_slice(), &json::noise(1_000_000)].concat(),
        ),
    ]
}

/// One more than a limit allows, of everything that has one.
fn limits() -> Vec<File> {
    let many = "more than the limit was read, or cut without a word";
    let long = "a text over the limit was read";
    let text = |count: usize| "ế".repeat(count);
    let plan = |more: String| PlanText::default().and(more).json();
    let one_row = || row("1", "n", "1", "");
    let row_with = |field: String| one_row().replacen('{', &format!("{{{field},"), 1);
    let task_with = |field: String| task(1, "t", "", "").replacen('{', &format!("{{{field},"), 1);
    let rows = |row: String| PlanText::of_indicators([row]).json();
    let tasks = |task: String| PlanText::of_tasks([task]).json();
    let years = list((1950..2001).map(|year: i32| year.to_string()));
    vec![
        refused("limit-rows", "plan", "too-many", many, json::tiny_rows(20_001)),
        refused("limit-tasks", "plan", "too-many", many, json::tiny_tasks(20_001)),
        refused("limit-footnotes", "plan", "too-many", many, {
            let footnotes = (0..1_001).map(|n| super::texts::footnote(n, ""));
            PlanText::default().with("footnotes", footnotes).json()
        }),
        refused("limit-milestones", "plan", "too-many", many, {
            PlanText { milestones: years.trim_matches(['[', ']']).to_owned(), ..PlanText::default() }.json()
        }),
        refused("limit-rules", "plan", "too-many", many, reports::rules_on_one_day(201)),
        refused("long-name", "plan", "cell-too-long", long, rows(row("1", &text(10_001), "1", ""))),
        refused(
            "long-short-name",
            "plan",
            "cell-too-long",
            long,
            rows(row_with(format!(r#""shortName":"{}""#, text(10_001)))),
        ),
        refused("long-cell", "plan", "cell-too-long", long, rows(row("1", "n", &text(10_001), ""))),
        refused(
            "long-product",
            "plan",
            "cell-too-long",
            long,
            tasks(task_with(format!(r#""product":"{}""#, text(10_001)))),
        ),
        refused(
            "long-item",
            "plan",
            "cell-too-long",
            long,
            tasks(task_with(format!(r#""items":[{{"number":1,"title":"{}"}}]"#, text(10_001)))),
        ),
        refused("long-statement", "plan", "cell-too-long", long, {
            let statement = format!(r#"{{"indicator":"1","year":2025,"text":"{}"}}"#, text(10_001));
            PlanText::of_indicators([one_row()]).with("body", [statement]).json()
        }),
        refused(
            "long-pillar",
            "plan",
            "cell-too-long",
            long,
            plan(format!(r#""pillars":[{{"code":"I","name":"{}"}}]"#, text(10_001))),
        ),
        refused(
            "long-source",
            "plan",
            "cell-too-long",
            long,
            plan(format!(r#""footnotes":[{{"mark":"1","text":"","takenFrom":"{}"}}]"#, text(10_001))),
        ),
        refused(
            "long-number-of-a-document",
            "plan",
            "cell-too-long",
            long,
            plan(format!(r#""implements":[{{"number":"{}"}}]"#, text(10_001))),
        ),
        refused("long-rule", "plan", "cell-too-long", long, {
            plan(super::texts::regime([rule("r", "monthly", "x", "x", &text(10_001))]))
        }),
        refused(
            "empty-id",
            "plan",
            "bad-value",
            "a plan without an id",
            PlanText { id: "", ..PlanText::default() }.json(),
        ),
        refused(
            "year-of-a-statement",
            "plan",
            "year-out-of-range",
            "a statement of a year that no plan has",
            {
                let statement = r#"{"indicator":"1","year":-5,"text":"1"}"#.to_owned();
                PlanText::of_indicators([one_row()]).with("body", [statement]).json()
            },
        ),
        refused("year-of-a-code", "plan", "year-out-of-range", "a code of a year that no plan has", {
            rows(row_with(r#""otherCodes":[{"year":999999,"code":"9"}]"#.to_owned()))
        }),
    ]
}

fn registry_files() -> Vec<File> {
    let with = |file: File, cell: String| File { cell: Some(cell), ..file };
    vec![
        with(
            read(
                "shared-noun",
                "registry",
                "splitting `Các sở: Y tế` never ended",
                registry([agency("so", "Sở")], []),
            ),
            format!("Các sở: {}", "Y tế, ".repeat(1_000)),
        ),
        with(
            read(
                "first-word",
                "registry",
                "each word of a cell was held against every name",
                registries::of_one_first_word(10_000),
            ),
            "Sở zzzz; ".repeat(1_000),
        ),
        with(
            read(
                "long-name-of-a-body",
                "registry",
                "at each word a long name was followed to its end",
                registries::of_one_long_name(4_000),
            ),
            "a ".repeat(5_000),
        ),
        with(
            read(
                "chains",
                "registry",
                "each body of a chain was sought among all",
                registries::of_chains(8_000),
            ),
            "Sở a; Sở b".to_owned(),
        ),
        refused(
            "chain",
            "registry",
            "too-many",
            "a long chain was followed to its end from each of its bodies",
            registries::of_one_chain(5_000),
        ),
        refused(
            "cycle",
            "registry",
            "bad-value",
            "bodies that succeed one another in a circle",
            registries::of_one_cycle(5_000),
        ),
        refused(
            "nobody",
            "registry",
            "unknown-code",
            "successors that nobody is",
            registries::of_unknown_successors(5_000),
        ),
        refused(
            "one-name",
            "registry",
            "duplicate-code",
            "thousands of bodies of one name",
            registries::of_one_name(10_000),
        ),
        refused(
            "one-id",
            "registry",
            "duplicate-code",
            "thousands of bodies of one id",
            registries::of_one_id(10_000),
        ),
        refused(
            "registry-brackets",
            "registry",
            "too-deep",
            "brackets within brackets",
            json::brackets(1_000_000),
        ),
    ]
}

fn other_files() -> Vec<File> {
    let day = r#"{"date":"2025-01-01","off":true,"name":"n"}"#.to_owned();
    vec![
        read(
            "unsourced-days",
            "calendar",
            "a run of days off was walked day by day",
            reports::unsourced_days(15_000),
        ),
        read("all-years", "calendar", "every year there is", super::texts::calendar(1900..2201, [])),
        refused(
            "one-day",
            "calendar",
            "bad-value",
            "one day again and again",
            super::texts::calendar([2025], std::iter::repeat_n(day, 10_000)),
        ),
        refused(
            "calendar-brackets",
            "calendar",
            "too-deep",
            "brackets within brackets",
            json::brackets(1_000_000),
        ),
        read(
            "one-report",
            "records",
            "thousands of submissions of one report",
            reports::one_report_many_times(10_000),
        ),
        read("unmatched", "records", "thousands of submissions that nobody owes", reports::unmatched(10_000)),
        refused("one-record", "records", "conflicting-record", "an id of many records of other content", {
            let record = |n: usize| super::texts::submission("x", &n.to_string(), "2025-06", "so-nv");
            super::texts::records((0..10_000).map(record))
        }),
        refused(
            "records-brackets",
            "records",
            "too-deep",
            "brackets within brackets",
            json::brackets(1_000_000),
        ),
    ]
}

/// A question that is read is asked of `ha-tinh-231`, and is answered or refused.
fn query_files() -> Vec<File> {
    let names = |count: usize| (0..count).map(|n| format!("\"Xã {}\"", super::texts::letters(n)));
    let agencies = |names: String| format!(r#""agencies":{names}"#);
    let givens = |count: usize| {
        let one = |n| super::texts::given(super::texts::letters(n), "2025-06-20");
        format!(r#""given":{}"#, list((0..count).map(one)))
    };
    let ask = |field: String| question([field]);
    vec![
        read(
            "bodies",
            "query",
            "what is the same for every body was made for each",
            ask(agencies(list(names(10_000)))),
        ),
        read(
            "given-on-one-day",
            "query",
            "given reports of one day each name all the others",
            ask(givens(500)),
        ),
        read("own-calendar", "query", "a run of days off was walked day by day", {
            let calendar = format!(
                r#""calendar":{}"#,
                super::texts::calendar(2020..2030, super::texts::days_off(2020, 3_000))
            );
            question([calendar, r#""dayOffShift":"next_working_day""#.to_owned()])
        }),
        read(
            "own-registry",
            "query",
            "each body was sought among all, and its successor through all of its chain",
            {
                let ids = list((0..4_000).map(|n: usize| format!("\"{n}\"")));
                question([format!(r#""registry":{}"#, registries::of_chains(4_000)), agencies(ids)])
            },
        ),
        read("roster", "query", "each body of a roster was sought among all", {
            let roster = format!(r#""roster":[{{"group":"all","agencies":{}}}]"#, list(names(10_000)));
            question([roster, agencies("[\"all\"]".to_owned())])
        }),
        refused(
            "too-many-given",
            "query",
            "too-many",
            "each given report was held against all before it",
            ask(givens(1_001)),
        ),
        refused("same-given", "query", "duplicate-code", "a report that is given again and again", {
            let one = super::texts::given("x", "2025-06-20");
            ask(format!(r#""given":{}"#, list(std::iter::repeat_n(one, 500))))
        }),
        refused("same-bodies", "query", "duplicate-code", "a body that is given again and again", {
            ask(agencies(list(std::iter::repeat_n("\"so-nv\"".to_owned(), 10_000))))
        }),
        refused("long-body", "query", "cell-too-long", "a name over the limit was read", {
            ask(agencies(format!("[\"{}\"]", "ế".repeat(501))))
        }),
        refused(
            "unknown-option",
            "query",
            "unknown-field",
            "an option that is none was passed over",
            ask(r#""graceDay":1"#.to_owned()),
        ),
        refused(
            "bad-grace",
            "query",
            "bad-option",
            "days of grace without end",
            ask(r#""graceDays":4294967295"#.to_owned()),
        ),
        refused("cycle-in-a-query", "query", "bad-value", "bodies that succeed one another in a circle", {
            ask(format!(r#""registry":{}"#, registries::of_one_cycle(2_000)))
        }),
        refused("query-brackets", "query", "too-deep", "brackets within brackets", json::brackets(1_000_000)),
    ]
}

/// Small files of a kind, for a fuzzer to begin with.
#[must_use]
pub fn small(kind: &str) -> Vec<Vec<u8>> {
    let texts = match kind {
        "plan" => vec![
            plans::inherited_lead(3).json(),
            plans::rows_and_footnotes(10).json(),
            plans::body_statements(3).json(),
            plans::other_codes(3).json(),
            plans::gaps(3).json(),
            plans::mistakes(2).json(),
            reports::rules_on_one_day(2),
            reports::rules_in_tiers(3),
            json::tiny_rows(2),
            json::escapes(1),
            json::array_for_an_object(1),
            json::long_field(1),
            json::one_field(2),
        ],
        "registry" => vec![
            registry([agency("so", "Sở")], []),
            registries::of_one_first_word(3),
            registries::of_one_long_name(3),
            registries::of_one_chain(3),
            registries::of_one_cycle(3),
            registries::of_chains(16),
            registries::of_one_name(2),
            registry([], [super::texts::group("g", "các sở, ban, ngành")]),
        ],
        "calendar" => vec![reports::unsourced_days(3), super::texts::calendar([2025, 2026], [])],
        "records" => vec![reports::one_report_many_times(2), reports::unmatched(2), {
            let record = r#"{"type":"observation","id":"o","date":"2025-01-01","recorded":"2025-01-01","source":"s","indicator":"1","value":"0.5","status":"official","qualifier":"5G"}"#;
            super::texts::records([record.to_owned()])
        }],
        "query" => vec![
            question([r#""agencies":["so-nv","Xã a"],"graceDays":3,"dayOffShift":"previous_working_day""#.to_owned()]),
            question([format!(r#""given":[{}]"#, super::texts::given("x", "2025-06-20"))]),
            question([format!(r#""calendar":{}"#, super::texts::calendar([2025], super::texts::days_off(2025, 2)))]),
            question([format!(r#""registry":{}"#, registries::of_chains(16))]),
            r#"{"periods":["2025-Q2","2025-06"],"beforeInclusive":true,"ofNextMonth":true,"decree09Cutoff":true,"roster":[{"group":"g","agencies":["so-nv"]}],"agencies":["g"]}"#.to_owned(),
        ],
        // A plan, records, a day and options, between them a NUL.
        "assess" => super::assessing::small()
            .into_iter()
            .map(|(plan, records)| format!("{plan}\0{records}\02025-12-31\0{{}}"))
            .collect(),
        _ => Vec::new(),
    };
    texts.into_iter().map(String::into_bytes).collect()
}
