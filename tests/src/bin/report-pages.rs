//! Writes reports of the built-in plans, in every format, to be looked at: `cargo run -p tiendo-tests --bin report-pages -- DIR`.

use std::path::Path;

use tiendo::{
    Assessment, Error, Options, Plan, Records, ReportFormat, ReportQuery, assess, period_report, render,
    to_json,
};

const RECORDS: &[u8] = include_bytes!("../../../core/examples/assess/ha-tinh-231-records.synthetic.json");

fn assessed(plan: &Plan, records: &Records, today: &str, options: &str) -> Result<Assessment, Error> {
    assess(plan, records, tiendo::parse_date(today)?, &Options::from_json(options.as_bytes())?)
}

/// A sample: its file's name, the plan and records, the day and its options, those of the report before, and the question.
type Sample<'a> = (&'a str, &'a Plan, &'a Records, (&'a str, &'a str), Option<(&'a str, &'a str)>, &'a str);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = std::env::args().nth(1).ok_or("a folder to write to")?;
    std::fs::create_dir_all(&dir)?;
    let records = Records::from_json(RECORDS)?;
    let nothing = Records { schema_version: 1, synthetic: false, note: None, records: Vec::new() };
    let (province, commune) = (Plan::builtin("ha-tinh-231")?, Plan::builtin("tien-dien")?);
    let party = Plan::builtin("ha-tinh-42-ctr-tu")?;
    let before = r#"{"knownBy": "2026-06-30"}"#;
    let before_public = r#"{"knownBy": "2026-06-30", "public": true}"#;
    let reports: [Sample<'_>; 6] = [
        (
            "quarter",
            &province,
            &records,
            ("2026-11-27", "{}"),
            Some(("2026-06-30", before)),
            r#"{"period": "2026-Q3", "issuer": "Ủy ban nhân dân tỉnh Hà Tĩnh", "superior": "", "place": "Hà Tĩnh"}"#,
        ),
        (
            "month",
            &commune,
            &nothing,
            ("2025-09-30", "{}"),
            None,
            r#"{"period": "2025-09", "issuer": "Ủy ban nhân dân xã Tiên Điền", "superior": "", "place": "Tiên Điền",
                "recipients": ["Ủy ban nhân dân tỉnh (để báo cáo)", "Sở Khoa học và Công nghệ"]}"#,
        ),
        (
            "party",
            &party,
            &nothing,
            ("2026-01-05", "{}"),
            None,
            r#"{"period": "2025", "date": "2026-01-05"}"#,
        ),
        (
            "public",
            &province,
            &records,
            ("2026-11-27", r#"{"public": true}"#),
            Some(("2026-06-30", before_public)),
            r#"{"period": "2026-9M"}"#,
        ),
        (
            "english",
            &province,
            &records,
            ("2026-11-27", "{}"),
            Some(("2026-06-30", before)),
            r#"{"period": "2026-H1", "lang": "en"}"#,
        ),
        (
            "agency",
            &province,
            &records,
            ("2026-11-27", "{}"),
            Some(("2026-06-30", before)),
            r#"{"period": "2026-Q3", "agency": "so-khcn", "issuer": "Sở Khoa học và Công nghệ"}"#,
        ),
    ];
    for (name, plan, records, (today, options), earlier, query) in reports {
        let assessment = assessed(plan, records, today, options)?;
        let earlier = earlier.map(|(day, options)| assessed(plan, records, day, options)).transpose()?;
        let report =
            period_report(&assessment, earlier.as_ref(), &ReportQuery::from_json(query.as_bytes())?)?;
        let write = |ending: &str, bytes: &[u8]| {
            std::fs::write(Path::new(&dir).join(format!("{name}.{ending}")), bytes)
        };
        write("json", to_json(&report).as_bytes())?;
        write("md", &render(&report, ReportFormat::Markdown))?;
        write("html", &render(&report, ReportFormat::Html))?;
        write("docx", &render(&report, ReportFormat::Docx))?;
    }
    Ok(())
}
