//! JSON of the worst shapes: much structure of little text, and what a reader of JSON must not be led into.

use super::measure::written;
use super::texts::{PlanText, list, task};
use super::{Gauge, Holds, Shape, reading};

/// The same item many times, with its number in the place of `#`.
fn many(count: usize, item: &'static str) -> Vec<String> {
    (0..count).map(|n| item.replace('#', &n.to_string())).collect()
}

/// The least a row can be.
pub(super) fn tiny_rows(count: usize) -> String {
    PlanText::of_indicators(many(count, r##"{"code":"#","name":"","targets":[],"lead":""}"##)).json()
}

/// Rows of the least cells there can be.
pub(super) fn tiny_cells(count: usize) -> String {
    let cells = list((1990..2040).map(|year| format!(r#"{{"year":{year},"text":""}}"#)));
    let row = |n: usize| format!(r#"{{"code":"{n}","name":"","targets":{cells},"lead":""}}"#);
    let milestones = (1990..2040).map(|year| year.to_string()).collect::<Vec<_>>().join(",");
    PlanText { milestones, ..PlanText::of_indicators((0..count / 10).map(row)) }.json()
}

/// The least a task can be.
pub(super) fn tiny_tasks(count: usize) -> String {
    PlanText::of_tasks((1..=count).map(|n| task(n, "", "", ""))).json()
}

/// The least an item of a task can be.
fn tiny_items(count: usize) -> String {
    let items = list((1..=count).map(|n| format!(r#"{{"number":{n},"title":""}}"#)));
    let task =
        format!(r#"{{"number":1,"title":"","lead":"","cooperating":"","deadline":"","items":{items}}}"#);
    PlanText::of_tasks([task]).json()
}

/// A list that hangs on a plan with one row `0`.
fn tiny_list(name: &str, item: &'static str, count: usize) -> String {
    let row = r#"{"code":"0","name":"","targets":[],"lead":""}"#.to_owned();
    PlanText::of_indicators([row]).with(name, many(count, item)).json()
}

/// The least a recorded link can be.
fn tiny_links(count: usize) -> String {
    let links = list(many(count, r#"{"child":"0","parent":"","how":"same"}"#));
    let row = r#"{"code":"0","name":"","targets":[],"lead":""}"#.to_owned();
    let derives = format!(r#""derives":{{"plan":"","indicators":{links},"tasks":[]}}"#);
    PlanText::of_indicators([row]).and(derives).json()
}

/// Texts all of escapes.
pub(super) fn escapes(count: usize) -> String {
    let text = r"\u0041\n".repeat(100);
    let row = |n: usize| format!(r#"{{"code":"{n}","name":"{text}","targets":[],"lead":""}}"#);
    PlanText::of_indicators((0..count).map(row)).json()
}

/// Brackets within brackets.
pub(super) fn brackets(count: usize) -> String {
    "[".repeat(count)
}

/// Objects within objects, in a field that the format does not have.
pub(super) fn deep_objects(count: usize) -> String {
    format!("{{{}", "\"a\":{".repeat(count))
}

/// One field again and again.
pub(super) fn one_field(count: usize) -> String {
    format!("{{{}\"id\":\"x\"}}", "\"id\":\"x\",".repeat(count))
}

/// Fields that the format does not have.
fn unknown_fields(count: usize) -> String {
    PlanText::default().and((0..count).map(|n| format!("\"x{n}\":1")).collect::<Vec<_>>().join(",")).json()
}

/// A field that the format does not have, with a name of many odd characters.
pub(super) fn long_field(count: usize) -> String {
    PlanText::default().and(format!(r#""{}":1"#, r"a.\u0000`[]?".repeat(count))).json()
}

/// A number of many digits.
pub(super) fn long_number(count: usize) -> String {
    PlanText { milestones: "1".repeat(count), ..PlanText::default() }.json()
}

/// White space.
pub(super) fn spaces(count: usize) -> String {
    PlanText::default().json().replace(":[", &format!(":{}[", " \n".repeat(count)))
}

/// An array in the place of an object, behind an escaped name that a look at the bytes would not know.
pub(super) fn array_for_an_object(count: usize) -> String {
    let rule = r#"["a","monthly",[20,1,true],null,"a","a","a"]"#.to_owned();
    let rules = list(std::iter::repeat_n(rule, count));
    PlanText::default().and(format!(r#""regim\u0065":["1900-01-01",{rules}]"#)).json()
}

/// Bytes of no pattern, the same every time.
pub(super) fn noise(count: usize) -> Vec<u8> {
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..count).map(|_| next()).collect()
}

fn plan(json: &[u8], gauge: &mut Gauge) {
    gauge.work(json.len(), || tiendo::Plan::from_json(json), |read| read.as_ref().err().map_or(0, written));
}

fn records(json: &[u8], gauge: &mut Gauge) {
    gauge.work(
        json.len(),
        || tiendo::Records::from_json(json),
        |read| read.as_ref().err().map_or(0, written),
    );
}

fn calendar(json: &[u8], gauge: &mut Gauge) {
    gauge.work(
        json.len(),
        || tiendo::Calendar::from_json(json),
        |read| read.as_ref().err().map_or(0, written),
    );
}

fn of(name: &str, breaks: &'static str, size: usize, text: fn(usize) -> String) -> Shape {
    reading(name, breaks, size, move |size, gauge| plan(text(size).as_bytes(), gauge))
}

pub(super) fn shapes() -> Vec<Shape> {
    let holding = |shape: Shape| match shape.name.as_str() {
        // What has room for every field is larger than the least text of it.
        "json-tiny/rows" | "json-tiny/documents" | "json-tiny/pillars" => shape.holding(Holds::File(6)),
        _ => shape,
    };
    all().into_iter().map(holding).collect()
}

fn all() -> Vec<Shape> {
    let little = "much structure of little text held fifteen times the file";
    let list = |name: &str, size: usize, field: &'static str, item: &'static str| {
        reading(name, little, size, move |size, gauge| plan(tiny_list(field, item, size).as_bytes(), gauge))
    };
    vec![
        of("json-tiny/rows", little, 4_000, tiny_rows),
        of("json-tiny/cells", little, 4_000, tiny_cells),
        of("json-tiny/tasks", little, 4_000, tiny_tasks),
        of("json-tiny/items", little, 4_500, tiny_items),
        of("json-tiny/links", little, 4_500, tiny_links),
        list("json-tiny/documents", 4_500, "implements", r#"{"number":""}"#),
        list("json-tiny/pillars", 4_500, "pillars", r##"{"code":"#","name":""}"##),
        list("json-tiny/footnotes", 250, "footnotes", r##"{"mark":"#","text":""}"##),
        list("json-tiny/statements", 4_500, "body", r#"{"indicator":"0","year":2025,"text":""}"#),
        reading("json-tiny/records", little, 10_000, |count, gauge| {
            let record = r##"{"type":"observation","id":"#","date":"2025-01-01","recorded":"2025-01-01","source":"","indicator":"1","present":true,"status":"official"}"##;
            records(super::texts::records(many(count, record)).as_bytes(), gauge);
        }),
        reading("json-tiny/days", little, 4_500, |count, gauge| {
            let days = super::texts::days_off(2000, count);
            calendar(super::texts::calendar(2000..2060, days).as_bytes(), gauge);
        }),
        of("json-text/escapes", "a text of escapes was copied as it grew", 250, escapes),
        of("json-deep/brackets", "brackets within brackets", 50_000, brackets),
        of("json-deep/objects", "objects within objects", 20_000, deep_objects),
        of("json-fields/one", "a field again and again", 10_000, one_field),
        of("json-fields/unknown", "fields that the format does not have", 5_000, unknown_fields),
        of("json-fields/long", "an error that repeated a name of megabytes", 10_000, long_field),
        of("json-numbers/long", "a number of a million digits", 50_000, long_number),
        of("json-spaces/lines", "white space and nothing else", 50_000, spaces),
        of(
            "json-arrays/objects",
            "an array passed for an object behind an escaped name",
            45,
            array_for_an_object,
        ),
        reading("json-noise/plan", "bytes of no pattern", 100_000, |count, gauge| {
            plan(&noise(count), gauge);
        }),
        reading("json-noise/text", "a text of no pattern", 100_000, |count, gauge| {
            plan(&[b"{\"id\":\"".as_slice(), &noise(count)].concat(), gauge);
        }),
        reading("json-records/one-id", "thousands of records of one id", 5_000, |count, gauge| {
            let record = super::texts::submission("x", "monthly", "2025-06", "so-nv");
            records(super::texts::records(std::iter::repeat_n(record, count)).as_bytes(), gauge);
        }),
        reading("json-records/mistakes", "a mistake in every record", 5_000, |count, gauge| {
            let record = r##"{"type":"observation","id":"#","date":"2025-02-30","recorded":"2025-01-01"}"##;
            records(super::texts::records(many(count, record)).as_bytes(), gauge);
        }),
    ]
}
