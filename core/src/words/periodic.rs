//! The words of a periodic report: its headings, columns and sentences, and the placeholders for what nobody gave.

mod terms;

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::english_date;
use crate::codes::Lang;
pub(crate) use terms::Term;

/// Between a number and its noun no line breaks.
fn n(count: usize, noun: &str) -> String {
    format!("{count}\u{a0}{noun}")
}

/// A count with its English noun.
fn en(count: usize, one: &str, many: &str) -> String {
    n(count, if count == 1 { one } else { many })
}

/// The place and the day of signing; days under 10 and months 1 and 2 have a leading zero.
pub(crate) fn place_and_date(place: Option<&str>, date: Option<NaiveDate>, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            let place = place.unwrap_or("[ĐỊA DANH]");
            let Some(date) = date else {
                return format!("{place}, ngày [NGÀY] tháng [THÁNG] năm [NĂM]");
            };
            let month =
                if date.month() < 3 { format!("{:02}", date.month()) } else { date.month().to_string() };
            format!("{place}, ngày {:02} tháng {month} năm {}", date.day(), date.year())
        }
        Lang::En => {
            let day = date.map_or_else(|| "[DAY] [MONTH] [YEAR]".to_owned(), english_date);
            format!("{}, {day}", place.unwrap_or("[PLACE]"))
        }
    }
}

/// What the report is about.
pub(crate) fn subject(plan: &str, period: &str, agency: Option<&str>, lang: Lang) -> String {
    match (lang, agency) {
        (Lang::Vi, None) => format!("Kết quả thực hiện {plan}, {period}"),
        (Lang::Vi, Some(agency)) => format!("Kết quả thực hiện {plan} của {agency}, {period}"),
        (Lang::En, None) => format!("Results of {plan}, {period}"),
        (Lang::En, Some(agency)) => format!("Results of {plan} of {agency}, {period}"),
    }
}

/// What kind of document a plan is, from the first words of its title, and its number; the title where it has no number.
pub(crate) fn plan(title: &str, number: Option<&str>, lang: Lang) -> String {
    let Some(number) = number else { return title.to_owned() };
    let kinds = [
        ("Chương trình hành động", "Action Programme"),
        ("Chương trình", "Programme"),
        ("Kế hoạch", "Plan"),
        ("Đề án", "Scheme"),
        ("Nghị quyết", "Resolution"),
    ];
    let kind = kinds.into_iter().find(|(kind, _)| title.starts_with(kind)).unwrap_or(("Văn bản", "Document"));
    match lang {
        Lang::Vi => format!("{} số {number}", kind.0),
        Lang::En => format!("{} {number}", kind.1),
    }
}

/// The sentence before the sections.
pub(crate) fn opening(issuer: &str, plan: &str, period: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{issuer} báo cáo kết quả thực hiện {plan}, {period} như sau:"),
        Lang::En => format!("{issuer} reports the results of {plan}, {period}, as follows."),
    }
}

/// Of which days the figures are.
pub(crate) fn as_of(
    today: NaiveDate,
    known_by: Option<NaiveDate>,
    days: (NaiveDate, NaiveDate),
    lang: Lang,
) -> String {
    let (from, to) = (lang.date(days.0), lang.date(days.1));
    let (today, known_by) = (lang.date(today), known_by.map(|day| lang.date(day)));
    match (lang, known_by) {
        (Lang::Vi, None) => {
            format!("Kỳ báo cáo từ ngày {from} đến ngày {to}; tình hình tính đến ngày {today}.")
        }
        (Lang::Vi, Some(known)) => format!(
            "Kỳ báo cáo từ ngày {from} đến ngày {to}; tình hình tính đến ngày {today}, theo những gì đã ghi nhận đến ngày {known}."
        ),
        (Lang::En, None) => format!("The period runs from {from} to {to}; the situation is that of {today}."),
        (Lang::En, Some(known)) => format!(
            "The period runs from {from} to {to}; the situation is that of {today}, of what was recorded by {known}."
        ),
    }
}

/// How many tasks are due in the period: done, in time, overdue, which add up.
pub(crate) fn due(counts: [u32; 4], lang: Lang) -> String {
    let [due, done, in_time, overdue] = counts;
    match lang {
        Lang::Vi if due == 0 => "Trong kỳ không có nhiệm vụ nào đến hạn.".to_owned(),
        Lang::En if due == 0 => "No task falls due in the period.".to_owned(),
        Lang::Vi => format!(
            "Trong kỳ có {due}\u{a0}nhiệm vụ đến hạn, trong đó: {done} đã hoàn thành, {in_time} đang thực hiện trong hạn, {overdue} quá hạn chưa hoàn thành."
        ),
        Lang::En => format!(
            "{due}\u{a0}{} in the period: {done} completed, {in_time} open in time, {overdue} overdue.",
            if due == 1 { "task falls due" } else { "tasks fall due" }
        ),
    }
}

/// The tasks due in the period where nothing is known of any task.
pub(crate) fn due_unknown(due: u32, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Trong kỳ có {due}\u{a0}nhiệm vụ đến hạn; chưa có cập nhật nào về nhiệm vụ."),
        Lang::En => format!(
            "{due}\u{a0}{} in the period; no update is known yet.",
            if due == 1 { "task falls due" } else { "tasks fall due" }
        ),
    }
}

/// All tasks where nothing is known of any.
pub(crate) fn no_updates(all: usize, dated: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Tính chung có {}, trong đó {} có thời hạn; chưa có cập nhật nào về nhiệm vụ nên chưa đánh giá.",
            n(all, "nhiệm vụ"),
            n(dated, "nhiệm vụ")
        ),
        Lang::En => format!(
            "In all there are {}, {dated} with a deadline; no update is known yet, so none is judged.",
            en(all, "task", "tasks")
        ),
    }
}

/// All tasks: those with a deadline, completed and overdue of these; continuing and undated ones apart; stopped ones apart.
pub(crate) fn all_tasks(counts: [usize; 6], lang: Lang) -> String {
    let [all, dated, done, overdue, continuing, stopped] = counts;
    match lang {
        Lang::Vi => {
            let stopped = if stopped == 0 {
                String::new()
            } else {
                format!("; {} đã dừng, tạm dừng hoặc không thuộc diện thực hiện", n(stopped, "nhiệm vụ"))
            };
            format!(
                "Tính chung có {}: {} có thời hạn, trong đó {done} đã hoàn thành và {overdue} quá hạn chưa hoàn thành; {} thường xuyên hoặc chưa xác định thời hạn, tính riêng{stopped}.",
                n(all, "nhiệm vụ"),
                n(dated, "nhiệm vụ"),
                n(continuing, "nhiệm vụ"),
            )
        }
        Lang::En => {
            let stopped = if stopped == 0 {
                String::new()
            } else {
                format!("; {stopped} stopped, suspended or exempt")
            };
            format!(
                "In all there are {}: {dated} with a deadline, of which {done} completed and {overdue} overdue; {continuing} continuing or without a date, counted apart{stopped}.",
                en(all, "task", "tasks"),
            )
        }
    }
}

/// Tasks that several bodies lead: their parts done of all.
pub(crate) fn several_leads(tasks: usize, done: u64, parts: u64, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "{} do nhiều cơ quan cùng chủ trì: {done}/{parts} phần việc của các cơ quan đã hoàn thành.",
            n(tasks, "nhiệm vụ")
        ),
        Lang::En => format!(
            "{}: {done} of {parts} parts completed.",
            en(tasks, "task is led by several bodies", "tasks are led by several bodies")
        ),
    }
}

/// How many of a task's leads have completed it.
pub(crate) fn leads_done(done: u32, count: u32, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{done}/{count} cơ quan chủ trì hoàn thành"),
        Lang::En => format!("{done} of {count} leads completed"),
    }
}

/// How many continuing tasks were updated.
pub(crate) fn continuing(all: usize, stale: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Trong số nhiệm vụ thường xuyên có {}; {stale} chưa được cập nhật trong kỳ báo cáo gần nhất.",
            n(all, "nhiệm vụ đang thực hiện")
        ),
        Lang::En => format!(
            "Of continuing tasks {all} are under way; {stale} were not updated in the last ended period."
        ),
    }
}

/// Where the detail stands.
pub(crate) fn see_annex(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Chi tiết tại {number} kèm theo."),
        Lang::En => format!("Details are in {number}."),
    }
}

/// Indicators: asked, with figures, those judged and met of these.
pub(crate) fn indicators(counts: [usize; 4], lang: Lang) -> String {
    let [all, asked, judged, met] = counts;
    match lang {
        Lang::Vi => {
            let first = if asked == all {
                format!("Có {}.", n(all, "chỉ tiêu phải đánh giá"))
            } else {
                format!(
                    "Có {}, trong đó {} phải đánh giá ở mốc này.",
                    n(all, "chỉ tiêu"),
                    n(asked, "chỉ tiêu")
                )
            };
            if judged == 0 {
                return format!("{first} Chưa chỉ tiêu nào có kết luận so với mục tiêu của mốc đang xét.");
            }
            let rest = if judged == asked {
                String::new()
            } else {
                format!(
                    "; {} chưa có kết luận nên không tính vào tỷ lệ",
                    n(asked.saturating_sub(judged), "chỉ tiêu")
                )
            };
            format!(
                "{first} So với mục tiêu của mốc đang xét, {judged}/{asked} đã có kết luận, trong đó {met}/{judged} đạt{rest}."
            )
        }
        Lang::En => {
            let first = format!(
                "There {} {}, {asked} of them judged at this milestone.",
                if all == 1 { "is" } else { "are" },
                en(all, "indicator", "indicators")
            );
            if judged == 0 {
                return format!("{first} None has a verdict against its target yet.");
            }
            let rest = if judged == asked {
                String::new()
            } else {
                format!("; {} without a verdict enter no rate", asked.saturating_sub(judged))
            };
            format!(
                "{first} Against its target {judged} of {asked} have a verdict, and {met} of {judged} met it{rest}."
            )
        }
    }
}

/// How many sensitive items a public report does not show.
pub(crate) fn left_out(indicators: usize, tasks: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Báo cáo không nêu {} và {} thuộc diện không công bố; các con số chỉ tính những gì được nêu.",
            n(indicators, "chỉ tiêu"),
            n(tasks, "nhiệm vụ")
        ),
        Lang::En => format!(
            "{} and {} are not published; all counts are of what is shown.",
            en(indicators, "indicator", "indicators"),
            en(tasks, "task", "tasks")
        ),
    }
}

/// The reports due in the period: expected is on time, late and missing together; the others beside it.
pub(crate) fn reports(counts: [u32; 6], lang: Lang) -> String {
    let [expected, on_time, late, missing, not_due, exempt] = counts;
    let beside = |not_due_words: &str, exempt_words: &str| {
        let mut text = String::new();
        for (count, words) in [(not_due, not_due_words), (exempt, exempt_words)] {
            if count > 0 {
                _ = write!(text, "; {count} {words}");
            }
        }
        text
    };
    match lang {
        Lang::Vi if expected == 0 => {
            format!("Không có báo cáo nào phải nộp trong kỳ{}.", beside("chưa đến hạn", "không phải nộp"))
        }
        Lang::Vi => format!(
            "Trong {expected}\u{a0}báo cáo phải nộp trong kỳ: {on_time} đúng hạn, {late} trễ hạn, {missing} chưa nộp{}.",
            beside("chưa đến hạn", "không phải nộp")
        ),
        Lang::En if expected == 0 => {
            format!("No report was expected in the period{}.", beside("not due yet", "exempt"))
        }
        Lang::En => format!(
            "Of {expected}\u{a0}{} expected in the period {on_time} came on time, {late} late, {missing} not at all{}.",
            if expected == 1 { "report" } else { "reports" },
            beside("not due yet", "exempt")
        ),
    }
}

/// The plan asks for reports of nobody in particular, so none is judged.
pub(crate) fn no_reporters(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Chưa ghi nhận việc gửi báo cáo của cơ quan nào nên chưa đánh giá.",
        Lang::En => "No body's reports are recorded, so none is judged.",
    }
}

/// The days ahead that are looked at.
pub(crate) fn ahead(today: NaiveDate, days: u32, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Các việc đến hạn trong {days} ngày kể từ ngày {}:", lang.date(today)),
        Lang::En => format!("What falls due within {} from {}:", lang.days(days.into()), lang.date(today)),
    }
}

/// A report that falls due.
pub(crate) fn report_on(period: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Báo cáo {period}"),
        Lang::En => format!("Report on {period}"),
    }
}

/// A milestone that falls due.
pub(crate) fn milestone(year: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Mốc chỉ tiêu năm {year}"),
        Lang::En => format!("Milestone of {year}"),
    }
}

/// A task with its number in the plan.
pub(crate) fn numbered_task(title: &str, number: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{title} (nhiệm vụ {number})"),
        Lang::En => format!("{title} (task {number})"),
    }
}

/// An indicator with its code.
pub(crate) fn coded_indicator(name: &str, code: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{name} (chỉ tiêu {code})"),
        Lang::En => format!("{name} (indicator {code})"),
    }
}

/// An extension, with what the plan says.
pub(crate) fn extended(due: NaiveDate, document: &str, on: NaiveDate, text: &str, lang: Lang) -> String {
    let (due, on) = (lang.date(due), lang.date(on));
    match lang {
        Lang::Vi => format!("{due}, gia hạn theo {document} ngày {on} (kế hoạch ghi: {text})"),
        Lang::En => format!("{due}, extended by {document} of {on} (the plan says: {text})"),
    }
}

/// A completion.
pub(crate) fn completed(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Hoàn thành ngày {}", lang.date(day)),
        Lang::En => format!("Completed on {}", lang.date(day)),
    }
}

/// How long a task is overdue.
pub(crate) fn days_overdue(days: u32, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("quá hạn {days} ngày"),
        Lang::En => format!("{} overdue", lang.days(days.into())),
    }
}

/// The target of a year.
pub(crate) fn target(year: Option<i32>, text: &str, lang: Lang) -> String {
    match (year, lang) {
        (None, _) => text.to_owned(),
        (Some(year), Lang::Vi) => format!("Năm {year}: {text}"),
        (Some(year), Lang::En) => format!("{year}: {text}"),
    }
}

/// A share of the target, as it is read aloud.
pub(crate) fn attained(percent: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("bằng {percent}% mục tiêu"),
        Lang::En => format!("{percent}% of the target"),
    }
}

/// A part of a year beside what the year asks: its target, or the path on its last day.
pub(crate) fn of_the_year(percent: &str, year: i32, required: &str, is_target: bool, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            let asked = if is_target { "mục tiêu" } else { "mức theo lộ trình" };
            format!("bằng {percent}% {asked} năm {year} ({required}); số liệu chưa đủ năm")
        }
        Lang::En => {
            let asked = if is_target { "target" } else { "path" };
            format!("{percent}% of the {asked} of {year} ({required}); part of a year")
        }
    }
}

/// The verdict of a milestone that is past.
pub(crate) fn passed(year: i32, verdict: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Mốc {year}: {verdict}"),
        Lang::En => format!("Milestone {year}: {verdict}"),
    }
}

/// The report that an annex belongs to.
pub(crate) fn parent(number: &str, place_and_date: &str, issuer: &str, lang: Lang) -> String {
    let day = place_and_date.split_once(", ").map_or(place_and_date, |(_, day)| day);
    match lang {
        Lang::Vi => {
            let number = number.trim_start_matches("Số: ").trim_start_matches("Số ");
            format!("(Kèm theo Báo cáo số {number} {day} của {issuer})")
        }
        Lang::En => {
            let number = number.trim_start_matches("No.: ").trim_start_matches("No. ");
            format!("(With Report No. {number} of {day}, {issuer})")
        }
    }
}

/// Whom it is for.
pub(crate) fn to(addressee: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Kính gửi: {addressee}"),
        Lang::En => format!("To: {addressee}"),
    }
}

/// What stands after the sections.
pub(crate) fn closing(subject: &str, addressee: Option<&str>, lang: Lang) -> String {
    let subject = subject.replacen("Kết quả", "kết quả", 1).replacen("Results", "results", 1);
    match (lang, addressee) {
        (Lang::Vi, Some(addressee)) => format!("Trên đây là báo cáo {subject}; kính báo cáo {addressee}./."),
        (Lang::Vi, None) => format!("Trên đây là báo cáo {subject}./."),
        (Lang::En, Some(addressee)) => format!("This is the report on the {subject}, to {addressee}./."),
        (Lang::En, None) => format!("This is the report on the {subject}./."),
    }
}

/// What the cards of lead agencies count.
pub(crate) fn cards(bodies: usize, reports_from: Option<NaiveDate>, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            let from =
                reports_from.map_or_else(String::new, |day| format!(", tính từ ngày {}", lang.date(day)));
            format!(
                "Kết quả của {} nêu phần việc của từng cơ quan; báo cáo là các báo cáo phải nộp{from}.",
                n(bodies, "cơ quan, nhóm cơ quan chủ trì")
            )
        }
        Lang::En => {
            let from = reports_from.map_or_else(String::new, |day| format!(" since {}", lang.date(day)));
            format!(
                "{}: each by its own parts of tasks; reports are those expected{from}.",
                en(bodies, "lead agency or group", "lead agencies and groups")
            )
        }
    }
}

/// That nothing changed.
pub(crate) fn no_changes(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("So với ngày {} không có thay đổi.", lang.date(day)),
        Lang::En => format!("Nothing has changed since {}.", lang.date(day)),
    }
}

/// With what the report is compared.
pub(crate) fn since(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            format!("So với ngày {} có các thay đổi sau (một mục có thể thuộc nhiều loại).", lang.date(day))
        }
        Lang::En => format!("Since {} this has changed (an item may be of several kinds).", lang.date(day)),
    }
}
