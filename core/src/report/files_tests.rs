//! Tables and calendars of an assessment, read again by other programs' rules.

use super::{FeedOptions, calendar_feed, csv, csv_text};
use crate::assess::{Assessment, assess};
use crate::codes::{CsvStyle, CsvTable, Lang};
use crate::options::Options;
use crate::plan::Plan;
use crate::records::Records;

fn assessment(today: &str, records: &str) -> Assessment {
    let plan = r#"{"schemaVersion": 1, "id": "p", "number": "01/KH-UBND", "title": "Kế hoạch", "issuer": "UBND tỉnh",
      "level": "province", "issued": "2025-01-10", "effective": "2025-01-10", "milestones": [2025, 2030],
      "indicators": [{"code": "1", "name": "=HYPERLINK(\"http://x\"); tỷ lệ", "lead": "Sở Y tế",
        "targets": [{"year": 2025, "text": "≥ 50%"}, {"year": 2030, "text": "≥ 80%"}]}],
      "tasks": [{"number": 1, "title": "-1+1", "lead": "Sở Y tế", "cooperating": "", "deadline": "9/2025"},
        {"number": 2, "title": "'@tên\ndòng hai", "lead": "Sở Tài chính", "cooperating": "", "deadline": "12/2025"}]}"#;
    let plan = Plan::from_json(plan.as_bytes()).unwrap();
    let file = format!(r#"{{"schemaVersion": 1, "synthetic": true, "records": [{records}]}}"#);
    let records = Records::from_json(file.as_bytes()).unwrap();
    assess(&plan, &records, today.parse().unwrap(), &Options::default()).unwrap()
}

/// The cells of a table, by a reader that is not the writer.
fn read(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), Vec::new());
    let mut rest = text.as_bytes();
    loop {
        let mut out = [0; 4096];
        let (result, read, wrote) = reader.read_field(rest, &mut out);
        rest = &rest[read..];
        cell.extend_from_slice(&out[..wrote]);
        match result {
            csv_core::ReadFieldResult::Field { record_end } => {
                row.push(String::from_utf8(std::mem::take(&mut cell)).unwrap());
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
            }
            csv_core::ReadFieldResult::End => return rows,
            _ => {}
        }
    }
}

#[test]
fn every_table_has_as_many_cells_in_each_row_as_names() {
    let of = assessment("2025-07-15", "");
    for table in CsvTable::ALL {
        for (style, delimiter) in [(CsvStyle::Standard, b','), (CsvStyle::Excel, b';')] {
            let text = csv(&of, *table, style, Lang::Vi);
            let rows = read(text.trim_start_matches('\u{feff}'), delimiter);
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{table} {style}");
            assert_eq!(text.starts_with('\u{feff}'), style == CsvStyle::Excel);
        }
    }
    assert_eq!(
        read(&csv(&of, CsvTable::Scorecards, CsvStyle::Standard, Lang::Vi), b',').len(),
        1 + of.scorecards.len()
    );
}

#[test]
fn what_looks_like_a_formula_is_safe_and_comes_back_as_it_was() {
    let of = assessment("2025-07-15", "");
    let names = read(&csv(&of, CsvTable::Indicators, CsvStyle::Standard, Lang::Vi), b',');
    assert_eq!(names[1][1], "'=HYPERLINK(\"http://x\"); tỷ lệ");
    assert_eq!(csv_text(&names[1][1]), of.indicators[0].name);
    let titles = read(&csv(&of, CsvTable::Tasks, CsvStyle::Excel, Lang::Vi), b';');
    assert_eq!((titles[1][1].as_str(), titles[2][1].as_str()), ("'-1+1", "''@tên\ndòng hai"));
    for (row, task) in titles[1..].iter().zip(&of.tasks) {
        assert_eq!(csv_text(&row[1]), task.title);
    }
}

#[test]
fn numbers_are_no_texts_and_have_the_mark_of_their_style() {
    let fallen = r#"
      {"type": "observation", "id": "a", "date": "2024-12-31", "recorded": "2025-01-05", "source": "s", "indicator": "1", "status": "official", "value": "50"},
      {"type": "observation", "id": "b", "date": "2025-06-30", "recorded": "2025-07-05", "source": "s", "indicator": "1", "status": "official", "value": "48.5"}"#;
    let of = assessment("2025-07-15", fallen);
    let gap = |style, delimiter| {
        let rows = read(&csv(&of, CsvTable::Indicators, style, Lang::Vi), delimiter);
        let at = |name: &str| {
            rows[0].iter().position(|column| column.trim_start_matches('\u{feff}') == name).unwrap()
        };
        (rows[1][at("value")].clone(), rows[1][at("attainment")].clone())
    };
    assert_eq!(gap(CsvStyle::Standard, b','), ("48.5".to_owned(), "0.97".to_owned()));
    assert_eq!(gap(CsvStyle::Excel, b';'), ("48,5".to_owned(), "0,97".to_owned()));
}

fn feed(of: &Assessment, options: FeedOptions) -> String {
    calendar_feed(of, &FeedOptions { stamp: "2025-07-15T00:00:00Z".to_owned(), ..options }).unwrap()
}

/// The lines of an event, unfolded.
fn event<'t>(text: &'t str, id: &str) -> Vec<&'t str> {
    let (_, rest) = text.split_once(&format!("UID:{id}@tiendo")).unwrap_or_else(|| panic!("{id} in {text}"));
    rest.split("END:VEVENT").next().unwrap().lines().collect()
}

#[test]
fn a_calendar_has_what_is_open_and_ahead() {
    let text = feed(&assessment("2025-07-15", ""), FeedOptions::default());
    assert!(event(&text, "p.task.1").contains(&"DTSTART;VALUE=DATE:20250930"));
    assert!(event(&text, "p.task.1").contains(&"SEQUENCE:0"));
    assert!(event(&text, "p.milestone.2025").contains(&"DTSTART;VALUE=DATE:20251231"));
    assert!(text.contains("NAME:01/KH-UBND\r\n") && !text.contains("VALARM"));
    // 30/9 is past.
    assert!(!feed(&assessment("2025-10-01", ""), FeedOptions::default()).contains("p.task.1@"));
}

#[test]
fn a_day_that_a_decision_moved_has_a_sequence_and_what_was_stopped_is_cancelled() {
    let decided = r#"
      {"type": "extension", "id": "e", "date": "2025-07-01", "recorded": "2025-07-01", "source": "s", "task": 1, "newDue": "2025-11-30", "document": "21/UBND"},
      {"type": "task_update", "id": "u", "date": "2025-07-02", "recorded": "2025-07-02", "source": "s", "task": 2, "state": "cancelled", "document": "3/QĐ"}"#;
    let text = feed(&assessment("2025-07-15", decided), FeedOptions::default());
    let moved = event(&text, "p.task.1");
    // 1/7/2025 is day 9313 from 1/1/2000: 25 years, 7 leap days, 181 days.
    assert!(
        moved.contains(&"SEQUENCE:9313") && moved.contains(&"LAST-MODIFIED:20250701T000000Z"),
        "{moved:?}"
    );
    assert!(moved.contains(&"DTSTART;VALUE=DATE:20251130"));
    let stopped = event(&text, "p.task.2");
    assert!(stopped.contains(&"STATUS:CANCELLED") && stopped.contains(&"SEQUENCE:1"), "{stopped:?}");
}

#[test]
fn a_bodys_own_calendar_reminds_and_has_only_its_own() {
    let options = FeedOptions {
        agency: Some("Sở Y tế".to_owned()),
        alarm_days: Some(3),
        refresh_hours: Some(12),
        ..FeedOptions::default()
    };
    let text = feed(&assessment("2025-07-15", ""), options);
    assert!(text.contains("p.task.1@") && !text.contains("p.task.2@") && !text.contains("milestone"));
    assert!(text.contains("TRIGGER:-P3D\r\n") && text.contains("REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"));
}
