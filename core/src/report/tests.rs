//! A report of plans as they are and as nobody should write them, in every format, read again by other readers.

use std::collections::BTreeMap;

use super::*;
use crate::codes::{ReportForm, ReportFormat, TaskStanding};
use crate::options::Options;
use crate::plan::Plan;
use crate::records::Records;

fn assessed(plan: &str, records: &str, today: &str, options: &str) -> Assessment {
    let json = format!(r#"{{"schemaVersion": 1, "synthetic": true, "records": {records}}}"#);
    let plan = if plan.starts_with('{') { Plan::from_json(plan.as_bytes()) } else { Plan::builtin(plan) };
    let options = Options::from_json(options.as_bytes()).unwrap();
    let records = Records::from_json(json.as_bytes()).unwrap();
    crate::assess::assess(&plan.unwrap(), &records, today.parse().unwrap(), &options).unwrap()
}

fn sample(options: &str) -> Assessment {
    let records = include_bytes!("../../examples/assess/ha-tinh-231-records.synthetic.json");
    let (plan, records) = (Plan::builtin("ha-tinh-231").unwrap(), Records::from_json(records).unwrap());
    let options = Options::from_json(options.as_bytes()).unwrap();
    crate::assess::assess(&plan, &records, "2026-11-27".parse().unwrap(), &options).unwrap()
}

fn hostile(name: &str) -> Assessment {
    let text = to_json(name);
    let plan = format!(
        r#"{{"schemaVersion": 1, "id": "p", "number": "1/KH-UBND", "title": {text}, "issuer": "UBND tỉnh", "level": "province",
        "issued": "2026-01-05", "effective": "2026-01-05", "milestones": [2026],
        "pillars": [{{"code": "I", "name": {text}}}],
        "indicators": [{{"code": "1", "name": {text}, "targets": [{{"year": 2026, "text": "≥ 90%"}}], "lead": "Sở Y tế"}}],
        "tasks": [{{"number": 1, "title": {text}, "pillar": "I", "product": {text}, "lead": "Sở Y tế", "cooperating": "", "deadline": "6/2026"}},
          {{"number": 2, "title": {text}, "pillar": "I", "lead": "Sở Y tế", "cooperating": "", "deadline": "Thường xuyên"}}]}}"#
    );
    let update = format!(
        r#"[{{"type": "task_update", "id": "u", "date": "2026-06-20", "recorded": "2026-06-20", "source": "x", "task": 1,
        "state": "in_progress", "document": {text}, "difficulties": {text}, "proposals": {text}}}]"#
    );
    assessed(&plan, &update, "2026-07-15", "{}")
}

/// The rows of all tables, and the cells of each, as the report has them.
fn shape(report: &PeriodicReport) -> Vec<usize> {
    let sections = report.sections.iter().flat_map(|section| &section.tables);
    let tables = sections.chain(report.annexes.iter().flat_map(|annex| &annex.tables));
    let mut rows = Vec::new();
    for table in tables {
        let columns = table.columns.len();
        assert_eq!(table.columns.iter().map(|column| column.width).sum::<u32>(), 100, "{}", table.caption);
        rows.push(columns);
        for group in &table.groups {
            rows.extend(group.heading.iter().map(|_| columns));
            rows.extend(group.rows.iter().map(|row| row.cells.len()));
        }
    }
    rows
}

fn part(docx: &[u8], name: &str) -> String {
    let archive = rawzip::ZipArchive::from_slice(docx).unwrap();
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().unwrap() {
        if entry.file_path().as_ref() == name.as_bytes() {
            let entry = archive.get_entry(entry.wayfinder()).unwrap();
            let text = miniz_oxide::inflate::decompress_to_vec(entry.data()).unwrap();
            return String::from_utf8(text).unwrap();
        }
    }
    panic!("{name} is in the file");
}

/// The cells of each row of the tables of XML; a cell that spans several counts as so many.
fn rows_of(
    xml: &str,
    row: &str,
    cells: &[&str],
    is_table: &dyn Fn(roxmltree::Node<'_, '_>) -> bool,
) -> Vec<usize> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(xml, options).unwrap();
    let rows = document.descendants().filter(|node| node.tag_name().name() == row && is_table(*node));
    let span = |cell: roxmltree::Node<'_, '_>| {
        let spans = cell.descendants().flat_map(|node| node.attributes());
        let span = spans.clone().find(|of| of.name() == "colspan").or_else(|| {
            let spanned = cell.descendants().find(|node| node.tag_name().name() == "gridSpan")?;
            spanned.attributes().next()
        });
        span.map_or(1, |of| of.value().parse().unwrap())
    };
    let count = |row: roxmltree::Node<'_, '_>| {
        row.children().filter(|cell| cells.contains(&cell.tag_name().name())).map(span).sum::<usize>()
    };
    rows.map(count).collect()
}

fn markdown_rows(text: &str) -> Vec<usize> {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let (mut rows, mut cells) = (Vec::new(), 0);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => cells += 1,
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => rows.push(std::mem::take(&mut cells)),
            Event::Html(of) | Event::InlineHtml(of) => assert_eq!(&*of, "<br>"),
            Event::Start(
                Tag::List(_) | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::Link { .. } | Tag::Image { .. },
            ) => {
                panic!("a text became more than a text: {event:?}")
            }
            _ => {}
        }
    }
    rows
}

fn holds_in_every_format(report: &PeriodicReport) {
    let shape = shape(report);
    let html = String::from_utf8(render(report, ReportFormat::Html)).unwrap();
    assert_eq!(rows_of(&html, "tr", &["th", "td"], &|_| true), shape);
    assert_eq!(html.matches("<script").count(), 0);
    let docx = render(report, ReportFormat::Docx);
    let document = part(&docx, "word/document.xml");
    let is_grid = |row: roxmltree::Node<'_, '_>| {
        let style = row.parent().unwrap().descendants().find(|node| node.tag_name().name() == "tblStyle");
        style.is_some_and(|style| style.attributes().any(|of| of.value() == "Grid"))
    };
    assert_eq!(rows_of(&document, "tr", &["tc"], &is_grid), shape);
    for name in [
        "[Content_Types].xml",
        "word/styles.xml",
        "word/settings.xml",
        "word/header.xml",
        "docProps/core.xml",
    ] {
        roxmltree::Document::parse(&part(&docx, name)).unwrap();
    }
    let markdown = String::from_utf8(render(report, ReportFormat::Markdown)).unwrap();
    assert_eq!(markdown_rows(&markdown), shape);
    for text in [&html, &document, &markdown] {
        let steers = |c: char| {
            c != '\n' && c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}')
        };
        assert!(!text.contains(steers));
        assert_eq!(text.matches('\u{2068}').count(), text.matches('\u{2069}').count());
    }
}

#[test]
fn no_name_breaks_a_table_or_a_page() {
    let long = "x".repeat(9_990);
    for name in [
        "<script>alert(1)</script>",
        "]]> --> </td></tr></table> </w:t>",
        "a | b || c \\| d",
        "1. a\n\n# b\r\n- c\n```\n> d",
        "- *a* _b_ [c](http://d) ![e](f) <http://g> &lt; &#0; ~~h~~ $i$",
        "\u{202e}gnorw\u{2066} \u{1b}[31m \u{85}",
        "של|ום <b>",
        "{{ 7 * 7 }} {% raw %}",
        "&amp; \" ' < >",
        long.as_str(),
    ] {
        let assessment = hostile(name);
        let query = ReportQuery {
            issuer: Some(name.to_owned()),
            place: Some(name.to_owned()),
            recipients: vec![name.to_owned()],
            ..ReportQuery::on("2026-H1")
        };
        let report = period_report(&assessment, Some(&assessment), &query).unwrap();
        holds_in_every_format(&report);
        // A report that did not come from here may hold anything.
        let mut raw = report.clone();
        raw.sections[0].heading = name.to_owned();
        raw.sections[0].sentences.push(name.to_owned());
        raw.annexes[0].tables[0].groups[0].heading = Some(name.to_owned());
        raw.annexes[0].tables[0].groups[0].rows[0].cells[1] = name.replace('\n', " ");
        if !name.contains('\u{202e}') && !name.contains('ש') {
            holds_in_every_format(&raw);
        }
    }
}

#[test]
fn the_same_report_is_the_same_bytes() {
    let assessment = sample("{}");
    let report = period_report(&assessment, None, &ReportQuery::on("2026-Q3")).unwrap();
    for format in ReportFormat::ALL {
        let json = to_json(&report);
        assert_eq!(render(&report, *format), render_json(json.as_bytes(), *format).unwrap());
    }
    let again = from_json::<PeriodicReport>(to_json(&report).as_bytes()).unwrap();
    assert_eq!(again, report);
}

#[test]
fn reports_of_real_plans_hold_in_every_format() {
    let whole = sample("{}");
    for query in [
        r#"{"period": "2026-Q3"}"#,
        r#"{"period": "2026-9M", "lang": "en"}"#,
        r#"{"period": "2026", "form": "party", "agency": "so-khcn"}"#,
    ] {
        let query = ReportQuery::from_json(query.as_bytes()).unwrap();
        holds_in_every_format(&period_report(&whole, None, &query).unwrap());
    }
    let party = assessed("ha-tinh-42-ctr-tu", "[]", "2026-01-05", "{}");
    let report = period_report(&party, None, &ReportQuery::on("2025")).unwrap();
    assert_eq!(
        (report.form, report.head.motto),
        (ReportForm::Party, vec!["ĐẢNG CỘNG SẢN VIỆT NAM".to_owned()])
    );
}

/// The table with a caption.
fn named<'r>(report: &'r PeriodicReport, caption: &str) -> &'r ReportTable {
    let sections = report.sections.iter().flat_map(|section| &section.tables);
    let mut tables = sections.chain(report.annexes.iter().flat_map(|annex| &annex.tables));
    tables.find(|table| table.caption == caption).unwrap()
}

fn cells(table: &ReportTable) -> Vec<Vec<&str>> {
    let rows = table.groups.iter().flat_map(|group| &group.rows);
    rows.map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

#[test]
fn the_numbers_of_a_report_are_the_assessments() {
    let assessment = sample("{}");
    let report = period_report(&assessment, None, &ReportQuery::on("2026-Q3")).unwrap();
    // Recounted from the assessment's JSON.
    let json: serde_json::Value = serde_json::from_str(&to_json(&assessment)).unwrap();
    let tasks = json["tasks"].as_array().unwrap();
    let mut standings: BTreeMap<&str, usize> = BTreeMap::new();
    for task in tasks {
        *standings.entry(task["standing"].as_str().unwrap()).or_default() += 1;
    }
    let shown = cells(named(&report, "Tất cả nhiệm vụ của kế hoạch theo tiến độ"));
    assert_eq!(shown[0][1], tasks.len().to_string());
    assert_eq!(shown.len(), standings.len() + 1);
    for row in &shown[1..] {
        let code = TaskStanding::ALL.iter().find(|of| of.label(Lang::Vi) == row[0]).unwrap();
        assert_eq!(row[1], standings[code.as_str()].to_string());
    }
    // Shares add up to a hundred.
    let tenths = |text: &str| {
        let (whole, tenth) =
            text.trim_end_matches('%').split_once(',').unwrap_or((text.trim_end_matches('%'), "0"));
        whole.parse::<u32>().unwrap() * 10 + tenth.parse::<u32>().unwrap()
    };
    assert_eq!(shown[1..].iter().map(|row| tenths(row[2])).sum::<u32>(), 1000);

    // Each pillar's columns add up, and the pillars to the plan.
    let pillars = cells(named(&report, "Nhiệm vụ theo nhóm"));
    let number = |text: &str| text.parse::<usize>().unwrap();
    for row in &pillars {
        assert_eq!(row[3..].iter().map(|cell| number(cell)).sum::<usize>(), number(row[2]), "{row:?}");
    }
    let (all, each) = pillars.split_last().unwrap();
    for column in 2..8 {
        assert_eq!(each.iter().map(|row| number(row[column])).sum::<usize>(), number(all[column]));
    }
    assert_eq!(all[5], standings["overdue"].to_string());

    // Every task has one row, numbered on over all parts; every indicator one.
    let parts = report.annexes[0].tables.iter().flat_map(cells);
    let ordinals: Vec<usize> = parts.map(|row| number(row[0])).collect();
    assert_eq!(ordinals, (1..=tasks.len()).collect::<Vec<_>>());
    let codes: Vec<&str> =
        json["indicators"].as_array().unwrap().iter().map(|of| of["code"].as_str().unwrap()).collect();
    let shown: Vec<&str> = cells(named(&report, "Kết quả từng chỉ tiêu")).iter().map(|row| row[0]).collect();
    assert_eq!(shown, codes);

    // What was due in the quarter, on its day in force.
    let due = |standing: &[&str]| {
        let within = |task: &&serde_json::Value| {
            let due = task["due"].as_str().unwrap_or("");
            ("2026-07-01"..="2026-09-30").contains(&due)
                && standing.contains(&task["standing"].as_str().unwrap())
        };
        tasks.iter().filter(within).count()
    };
    let (done, late) = (due(&["completed_on_time", "completed_late"]), due(&["overdue"]));
    let open = due(&["in_progress", "not_started", "not_begun_period"]);
    let sentence = format!(
        "Trong kỳ có {}\u{a0}nhiệm vụ đến hạn, trong đó: {done} đã hoàn thành, {open} đang thực hiện trong hạn, {late} quá hạn chưa hoàn thành.",
        done + open + late
    );
    assert_eq!(report.sections[0].sentences[1], sentence);
    // Reports whose last day on time lies in it.
    let mut owed: BTreeMap<&str, usize> = BTreeMap::new();
    for of in json["reports"].as_array().unwrap() {
        let is_due = ("2026-07-01"..="2026-09-30").contains(&of["due"].as_str().unwrap_or(""));
        if is_due && ["on_time", "late", "missing"].contains(&of["standing"].as_str().unwrap()) {
            *owed.entry(of["standing"].as_str().unwrap()).or_default() += 1;
        }
    }
    let expected: usize = owed.values().sum();
    let by_agency = cells(named(&report, "Báo cáo phải nộp trong kỳ theo cơ quan"));
    assert_eq!(by_agency.iter().map(|row| number(row[2])).sum::<usize>(), expected);
    assert_eq!(by_agency.iter().map(|row| number(row[3])).sum::<usize>(), *owed.get("on_time").unwrap_or(&0));
}

#[test]
fn what_is_public_says_nothing_of_what_is_not() {
    let plan = r#"{"schemaVersion": 1, "id": "p", "title": "Kế hoạch", "issuer": "UBND tỉnh", "level": "province", "issued": "2026-01-05",
        "effective": "2026-01-05", "milestones": [2026], "indicators": [
        {"code": "1", "name": "Kín", "targets": [{"year": 2026, "text": "90%"}], "lead": "Sở Y tế", "sensitive": true},
        {"code": "2", "name": "Hở", "targets": [{"year": 2026, "text": "90%"}], "lead": "Sở Nội vụ"}], "tasks": [
        {"number": 1, "title": "Việc", "lead": "Sở Nội vụ", "cooperating": "", "deadline": "6/2026"}]}"#;
    let update = r#"[{"type": "task_update", "id": "u", "date": "2026-06-20", "recorded": "2026-06-20", "source": "x", "task": 1,
        "state": "in_progress", "difficulties": "Khó", "proposals": "Xin"}]"#;
    let public = assessed(plan, update, "2026-07-15", r#"{"public": true}"#);
    let report = period_report(&public, None, &ReportQuery::on("2026-H1")).unwrap();
    let json = to_json(&report);
    for word in ["Kín", "Khó", "Xin", "Sở Y tế", "overdue", "Ý KIẾN CHỈ ĐẠO", "Chưa đạt"] {
        assert!(!json.contains(word), "{word}");
    }
    assert!(json.contains("1\u{a0}chỉ tiêu và 0\u{a0}nhiệm vụ thuộc diện không công bố"));
    assert!(report.public && report.addressee.is_none());
    let whole = assessed(plan, update, "2026-07-15", "{}");
    assert_eq!(
        period_report(&public, Some(&whole), &ReportQuery::on("2026-H1")).unwrap_err().code,
        ErrorCode::BadOption
    );
    let report = period_report(&whole, None, &ReportQuery::on("2026-H1")).unwrap();
    assert!(to_json(&report).contains("Khó"));
}

#[test]
fn nobody_is_late_where_nothing_is_known() {
    let assessment = assessed("tien-dien", "[]", "2026-07-15", "{}");
    assert!(assessment.tasks.iter().any(|task| task.standing == TaskStanding::Overdue));
    let report = period_report(&assessment, None, &ReportQuery::on("2026-06")).unwrap();
    let sentences = report.sections.iter().flat_map(|section| &section.sentences).map(String::as_str);
    let sections = report.sections.iter().flat_map(|section| &section.tables);
    let tables = sections.chain(report.annexes.iter().flat_map(|annex| &annex.tables));
    let told: Vec<&str> = sentences.chain(tables.flat_map(cells).flatten()).collect();
    assert!(told.iter().all(|text| !text.to_lowercase().contains("quá hạn") && !text.contains("overdue")));
    assert!(told.iter().any(|text| text.contains("chưa có cập nhật nào về nhiệm vụ")));
}

#[test]
fn what_cannot_be_reported_is_refused() {
    let (june, july) =
        (assessed("tien-dien", "[]", "2026-06-30", "{}"), assessed("tien-dien", "[]", "2026-07-15", "{}"));
    let other = assessed("ha-tinh-231", "[]", "2026-06-30", "{}");
    let refused = |earlier: Option<&Assessment>, query: &ReportQuery| {
        let error = period_report(&june, earlier, query).unwrap_err();
        (error.code, error.path)
    };
    let on = ReportQuery::on;
    assert_eq!(refused(None, &on("2026-13")), (ErrorCode::BadPeriod, "period".to_owned()));
    assert_eq!(refused(None, &on("2026-W05")), (ErrorCode::BadPeriod, "period".to_owned()));
    assert_eq!(refused(None, &on("2026-Q3")), (ErrorCode::BadPeriod, "period".to_owned()));
    assert_eq!(refused(Some(&july), &on("2026-06")).0, ErrorCode::BadDate);
    assert_eq!(refused(Some(&other), &on("2026-06")).0, ErrorCode::UnknownPlan);
    let query = ReportQuery { agency: Some("Sở Ngoại giao".to_owned()), ..on("2026-06") };
    assert_eq!(refused(None, &query), (ErrorCode::UnknownCode, "agency".to_owned()));
    let days = ("2026-06-30".parse().unwrap(), "2026-06-01".parse().unwrap());
    assert_eq!(task_period(&june, days.0, days.1).unwrap_err().code, ErrorCode::BadDate);
}

#[test]
fn every_text_of_a_template_is_escaped() {
    let templates = [
        include_str!("../../templates/report.md"),
        include_str!("../../templates/report.html"),
        include_str!("../../templates/document.xml"),
        include_str!("../../templates/core.xml"),
    ];
    // What is no text of a report: numbers, codes and names of styles.
    let safe = [
        "report.lang",
        "column.width",
        "column.align()",
        "of.rest()",
        "page",
        "style",
        "column.twips(page)",
        "of.rest_twips(page)",
    ];
    for template in templates {
        for said in template.split("{{").skip(1) {
            let expression = said.split("}}").next().unwrap().trim();
            let is_filtered = ["|md", "|clean", "|xml"].iter().any(|filter| expression.ends_with(filter));
            assert!(is_filtered || safe.contains(&expression), "{expression}");
        }
    }
}

#[test]
fn a_part_of_a_year_stands_beside_what_the_year_asks() {
    let plan = r#"{"schemaVersion": 1, "id": "p", "title": "Kế hoạch", "issuer": "UBND tỉnh", "level": "province", "issued": "2025-01-05",
        "effective": "2025-01-05", "milestones": [2025, 2026, 2030], "indicators": [
        {"code": "1", "name": "Số bài báo mỗi năm", "targets": [{"year": 2025, "text": "30"}, {"year": 2026, "text": "40"}, {"year": 2030, "text": "60"}], "lead": "Sở Y tế"},
        {"code": "2", "name": "Số sáng chế mỗi năm", "targets": [{"year": 2025, "text": "30"}, {"year": 2030, "text": "80"}], "lead": "Sở Y tế"}], "tasks": []}"#;
    let figure = |code: &str| {
        format!(
            r#"{{"type": "observation", "id": "o{code}", "date": "2026-09-30", "recorded": "2026-10-05", "source": "x", "indicator": "{code}", "value": "22", "status": "preliminary"}}"#
        )
    };
    let assessment = assessed(plan, &format!("[{}, {}]", figure("1"), figure("2")), "2026-10-15", "{}");
    let report = period_report(&assessment, None, &ReportQuery::on("2026-9M")).unwrap();
    let rows = cells(named(&report, "Kết quả từng chỉ tiêu"));
    // 22 of the 40 that 2026 asks; 22 of 30 + 50/5 = 40 on the path.
    assert_eq!(rows[0][4], "bằng 55% mục tiêu năm 2026 (40); số liệu chưa đủ năm");
    assert_eq!(rows[1][4], "bằng 55% mức theo lộ trình năm 2026 (40); số liệu chưa đủ năm");
}
