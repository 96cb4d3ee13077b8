//! What reading costs: the cells of a real plan, a comparison, a whole plan.
//!
//! `cargo bench -p tiendo --bench reading`; compare ratios between machines, not times.

use divan::{Bencher, black_box};
use tiendo::{
    Direction, Measured, MilestoneTarget, Plan, Records, Registry, compare, compare_plans, parse_deadline,
    parse_target, suggest_links,
};

fn main() {
    divan::main();
}

fn plan() -> Plan {
    Plan::builtin("ha-tinh-231").expect("the built-in plan reads")
}

/// The median cell of a list by length, with its neighbours: the cell most readings meet.
fn median_cells(mut cells: Vec<String>) -> Vec<String> {
    cells.sort_by_key(|cell| cell.chars().count());
    let middle = cells.len() / 2;
    cells[middle - 2..=middle + 2].to_vec()
}

/// One of the five target cells around the median length of 231's.
#[divan::bench(args = median_cells(plan().indicators.into_iter().flat_map(|i| i.targets).map(|cell| cell.text).collect()))]
fn one_target_cell(cell: &str) -> MilestoneTarget {
    parse_target(black_box(cell), None).expect("a cell within the limits")
}

/// One of the five deadline cells around the median length of 231's.
#[divan::bench(args = median_cells(plan().tasks.into_iter().map(|task| task.deadline).collect()))]
fn one_deadline_cell(cell: &str) -> tiendo::Deadline {
    parse_deadline(black_box(cell)).expect("a cell within the limits")
}

/// One of the five cells of leads around the median length of 231's.
#[divan::bench(args = median_cells(plan().tasks.into_iter().map(|task| task.lead).collect()))]
fn one_agency_cell(bencher: Bencher<'_, '_>, cell: &str) {
    let registry = Registry::builtin();
    bencher.bench_local(|| registry.split(black_box(cell)));
}

/// All cells of leads and of cooperating bodies of the five plans.
#[divan::bench]
fn all_agency_cells(bencher: Bencher<'_, '_>) {
    let plans = Plan::builtin_ids().flat_map(Plan::builtin);
    let tasks = plans.flat_map(|plan| plan.tasks);
    let cells: Vec<String> = tasks.flat_map(|task| [task.lead, task.cooperating]).collect();
    let registry = Registry::builtin();
    bencher.bench_local(|| cells.iter().flat_map(|cell| registry.split(cell)).count());
}

/// The built-in registry's JSON, read and checked.
#[divan::bench]
fn registry_from_json(bencher: Bencher<'_, '_>) {
    let json = Registry::builtin().to_json();
    bencher.bench_local(|| Registry::from_json(black_box(json.as_bytes())));
}

/// All 350 target cells of 231, read with their rows.
#[divan::bench]
fn all_rows(bencher: Bencher<'_, '_>) {
    let plan = plan();
    bencher.bench_local(|| plan.view().rows().map(|(_, row)| row.targets.len()).sum::<usize>());
}

/// All 123 deadline cells of 231.
#[divan::bench]
fn all_deadlines(bencher: Bencher<'_, '_>) {
    let plan = plan();
    bencher.bench_local(|| plan.tasks.iter().filter(|task| task.read_deadline().recognised).count());
}

/// One value against one target.
#[divan::bench]
fn one_comparison(bencher: Bencher<'_, '_>) {
    let target = parse_target("≥ 50%.", None).expect("a cell within the limits");
    let value = Measured::number("52.5".parse().expect("a number"));
    bencher.bench_local(|| compare(black_box(&value), black_box(&target), Direction::HigherIsBetter));
}

/// 231 from JSON, checked.
#[divan::bench]
fn plan_from_json(bencher: Bencher<'_, '_>) {
    let json = plan().to_json();
    bencher.bench_local(|| Plan::from_json(black_box(json.as_bytes())));
}

/// All five built-in plans from JSON, checked.
#[divan::bench]
fn five_plans_from_json(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| Plan::builtin_ids().flat_map(|id| Plan::builtin(black_box(id))).count());
}

/// 69 linted, its agency cells split among them.
#[divan::bench]
fn lint_a_plan(bencher: Bencher<'_, '_>) {
    let (plan, registry) =
        (Plan::builtin("tien-giang-69").expect("a built-in plan reads"), Registry::builtin());
    bencher.bench_local(|| plan.lint(&registry).len());
}

/// Tiên Điền compared with 231.
#[divan::bench]
fn compare_two_plans(bencher: Bencher<'_, '_>) {
    let read = |id| Plan::builtin(id).expect("a built-in plan reads");
    let (child, parent, registry) = (read("tien-dien"), read("ha-tinh-231"), Registry::builtin());
    bencher.bench_local(|| {
        compare_plans(&child.view(), &parent.view(), &registry).map(|findings| findings.len())
    });
}

/// A synthetic plan of 20,000 rows in groups of ten that share a lead, with names of their own, which asks `percent` at the
/// first milestone.
fn large_plan(id: &str, percent: u32, derives: &str) -> Plan {
    const PARTS: [&str; 7] = [
        "hồ sơ thủ tục",
        "dịch vụ công",
        "hạ tầng số",
        "dữ liệu mở",
        "nhân lực số",
        "trạm phát sóng",
        "đề tài",
    ];
    let part = |n: usize| PARTS[n % PARTS.len()];
    let rows = (0..2_000).flat_map(|group| (0..10).map(move |row| (group, row)));
    let row = |(group, row): (usize, usize)| {
        let (code, parent, lead) = match row {
            0 => (format!("{}", group + 1), String::new(), "Sở Khoa học và Công nghệ; các sở, ban, ngành"),
            row => (format!("{}.{row}", group + 1), format!(r#","parent":"{}""#, group + 1), ""),
        };
        let name = format!("Tỷ lệ {} về {} khu vực {group} loại {row}", part(group), part(group / 7 + row));
        format!(
            r#"{{"code":"{code}","name":"{name}","unit":"%","lead":"{lead}"{parent},"targets":[{{"year":2025,"text":"≥ {percent}%"}},{{"year":2030,"text":"90%"}}]}}"#
        )
    };
    let rows: Vec<String> = rows.map(row).collect();
    let json = format!(
        r#"{{"schemaVersion":1,"id":"{id}","title":"t","issuer":"i","level":"province","milestones":[2025,2030],"indicators":[{}],"tasks":[]{derives}}}"#,
        rows.join(",")
    );
    Plan::from_json(json.as_bytes()).expect("a plan within the limits")
}

/// 20,000 rows linted, their view made anew.
#[divan::bench(sample_count = 10)]
fn lint_20_000_rows(bencher: Bencher<'_, '_>) {
    let (plan, registry) = (large_plan("upper", 60, ""), Registry::builtin());
    bencher.bench_local(|| plan.lint(&registry).len());
}

/// 20,000 rows, each linked to one of 20,000, compared.
#[divan::bench(sample_count = 10)]
fn compare_20_000_rows(bencher: Bencher<'_, '_>) {
    let parent = large_plan("upper", 60, "");
    let link = |code: &str| format!(r#"{{"child":"{code}","parent":"{code}","how":"same"}}"#);
    let links: Vec<String> = parent.indicators.iter().map(|indicator| link(&indicator.code)).collect();
    let derives = format!(r#","derives":{{"plan":"upper","indicators":[{}],"tasks":[]}}"#, links.join(","));
    let (child, registry) = (large_plan("lower", 50, &derives), Registry::builtin());
    bencher.bench_local(|| {
        compare_plans(&child.view(), &parent.view(), &registry).map(|findings| findings.len())
    });
}

/// Links suggested by name between two plans of 20,000 rows.
#[divan::bench(sample_count = 10)]
fn suggest_for_20_000_rows(bencher: Bencher<'_, '_>) {
    let (child, parent) = (large_plan("lower", 50, ""), large_plan("upper", 60, ""));
    bencher.bench_local(|| suggest_links(&child.view(), &parent.view()).map(|links| links.len()));
}

/// 100,000 observations from JSON, a synthetic file.
#[divan::bench(sample_count = 10)]
fn records_from_json(bencher: Bencher<'_, '_>) {
    let record = |n: u32| {
        format!(
            r#"{{"type":"observation","id":"o{n}","date":"2025-11-30","recorded":"2025-12-01","source":"s","indicator":"1","value":"52.5","status":"estimate"}}"#
        )
    };
    let records: Vec<String> = (0..100_000).map(record).collect();
    let json = format!(r#"{{"schemaVersion":1,"synthetic":true,"records":[{}]}}"#, records.join(","));
    bencher.bench_local(|| Records::from_json(black_box(json.as_bytes())));
}
