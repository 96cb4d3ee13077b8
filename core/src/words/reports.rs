//! Texts of reports ready to paste: how one went, what a body is reminded of, what it owes, an event of a calendar.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::phrase::plain;
use crate::codes::Lang;

/// A report on a period, within a sentence.
pub(crate) fn report_on(period: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("báo cáo {period}"),
        Lang::En => format!("the report on {period}"),
    }
}

/// A report asked for once, by the date it is written for, within a sentence.
pub(crate) fn report_of(day: NaiveDate, lang: Lang) -> String {
    let day = lang.date(day);
    match lang {
        Lang::Vi => format!("báo cáo một lần (thời hạn ghi {day})"),
        Lang::En => format!("the one-off report (dated {day})"),
    }
}

/// A report by its name, within a sentence: a name may say itself that it is a report.
pub(crate) fn named_report(name: &str, says_so: bool, lang: Lang) -> String {
    let name = plain(name);
    match lang {
        Lang::Vi if says_so => format!("“{name}”"),
        Lang::Vi => format!("báo cáo “{name}”"),
        Lang::En => format!("the report \"{name}\""),
    }
}

/// How one report went.
pub(crate) struct Went<'a> {
    /// The report, as a sentence begins with it.
    pub(crate) label: &'a str,
    pub(crate) due: NaiveDate,
    pub(crate) on_time: usize,
    /// How many it is expected of by now, or later.
    pub(crate) all: usize,
    /// Whether some need not have sent it yet.
    pub(crate) is_open: bool,
    /// The bodies that were late, and by how many days.
    pub(crate) late: Vec<(&'a str, i64)>,
    /// The bodies that have not sent it, and whether it was sent back.
    pub(crate) missing: Vec<(&'a str, bool)>,
}

pub(crate) fn went(words: &Went<'_>, lang: Lang) -> String {
    let Went { label, on_time, all, .. } = words;
    let last = lang.date(words.due);
    let mut text = match (words.is_open, lang) {
        (true, Lang::Vi) => format!("{label} (hạn {last}): chưa đến hạn; {on_time}/{all} đơn vị đã gửi"),
        (true, Lang::En) => format!("{label} (due {last}): not due yet; {on_time} of {all} sent"),
        (false, Lang::Vi) => format!("{label} (hạn {last}): {on_time}/{all} đơn vị đúng hạn"),
        (false, Lang::En) => format!("{label} (due {last}): {on_time} of {all} on time"),
    };
    let late = words.late.iter().map(|(name, days)| {
        let days = lang.days(days.unsigned_abs());
        (*name, format!(" ({days})"))
    });
    let returned = match lang {
        Lang::Vi => " (bị trả lại)",
        Lang::En => " (sent back)",
    };
    let missing = words.missing.iter().map(|(name, is_returned)| {
        let after = if *is_returned { returned } else { "" };
        (*name, after.to_owned())
    });
    let (late_head, missing_head) = match lang {
        Lang::Vi => ("; trễ hạn: ", "; chưa gửi: "),
        Lang::En => ("; late: ", "; missing: "),
    };
    if !words.late.is_empty() {
        text.push_str(late_head);
        list(&mut text, late);
    }
    if !words.missing.is_empty() {
        text.push_str(missing_head);
        list(&mut text, missing);
    }
    text.push('.');
    text
}

/// Names of bodies, each with what is said of it: names may hold commas themselves.
fn list<'a>(text: &mut String, bodies: impl Iterator<Item = (&'a str, String)> + Clone) {
    let between = if bodies.clone().any(|(name, _)| name.as_bytes().contains(&b',')) { "; " } else { ", " };
    for (at, (name, after)) in bodies.enumerate() {
        if at > 0 {
            text.push_str(between);
        }
        text.push_str(&plain(name));
        text.push_str(&after);
    }
}

/// What a body is reminded of, for one recipient: what stands before the reports, which a full stop ends.
pub(crate) fn reminder(source: &str, body: &str, recipient: &str, lang: Lang) -> String {
    let [source, body, recipient] = [source, body, recipient].map(plain);
    match (&*recipient, lang) {
        ("", Lang::Vi) => format!("Theo {source}, đề nghị {body} gửi: "),
        ("", Lang::En) => format!("Under {source}, {body} is asked to send: "),
        (_, Lang::Vi) => format!("Theo {source}, đề nghị {body} gửi {recipient}: "),
        (_, Lang::En) => format!("Under {source}, {body} is asked to send to {recipient}: "),
    }
}

/// A report a body is reminded of, with the days left; negative where it is overdue.
pub(crate) fn reminded(label: &str, due: NaiveDate, left: i64, lang: Lang) -> String {
    let (due, days) = (lang.date(due), lang.days(left.unsigned_abs()));
    match (left.signum(), lang) {
        (0, Lang::Vi) => format!("{label} (hết hạn hôm nay, {due})"),
        (0, Lang::En) => format!("{label} (due today, {due})"),
        (-1, Lang::Vi) => format!("{label} (hạn {due}, quá hạn {days})"),
        (-1, Lang::En) => format!("{label} (due {due}, {days} overdue)"),
        (_, Lang::Vi) => format!("{label} (hạn {due}, còn {days})"),
        (_, Lang::En) => format!("{label} (due {due}, {days} left)"),
    }
}

/// What a body owes: a report, by when, to whom, what that feeds, and under which plan.
pub(crate) fn duty(
    label: &str,
    due: Option<NaiveDate>,
    (recipient, feeds): (&str, &str),
    source: &str,
    lang: Lang,
) -> String {
    let [recipient, feeds, source] = [recipient, feeds, source].map(plain);
    let to = match (&*recipient, lang) {
        ("", _) => String::new(),
        (recipient, Lang::Vi) => format!(" đến {recipient}"),
        (recipient, Lang::En) => format!(" to {recipient}"),
    };
    let text = match (due.map(|due| lang.date(due)), lang) {
        (Some(due), Lang::Vi) => format!("Chậm nhất ngày {due}: gửi {label}{to}"),
        (Some(due), Lang::En) => format!("By {due}: send {label}{to}"),
        (None, Lang::Vi) => format!("Không quy định ngày nộp: gửi {label}{to}"),
        (None, Lang::En) => format!("No date is set: send {label}{to}"),
    };
    match (feeds.is_empty(), lang) {
        (true, Lang::Vi) => format!("{text} (theo {source})."),
        (true, Lang::En) => format!("{text} (under {source})."),
        (false, Lang::Vi) => format!("{text} để tổng hợp, báo cáo {feeds} (theo {source})."),
        (false, Lang::En) => format!("{text}, which reports to {feeds} in turn (under {source})."),
    }
}

/// The heading of an event of a calendar; a body's name follows the dash.
pub(crate) fn event(label: &str, is_of_a_body: bool, lang: Lang) -> String {
    let dash = if is_of_a_body { " – " } else { "" };
    match lang {
        Lang::Vi => format!("Hạn gửi {label}{dash}"),
        Lang::En => format!("Due: {label}{dash}"),
    }
}

/// What an event of a calendar says beside its heading: a line each.
pub(crate) fn event_lines(
    recipient: &str,
    source: &str,
    why: &str,
    data: Option<(NaiveDate, NaiveDate)>,
    lang: Lang,
) -> String {
    let [recipient, source]: [Cow<'_, str>; 2] = [recipient, source].map(plain);
    let (to, under) = match lang {
        Lang::Vi => ("Nơi nhận", "Theo"),
        Lang::En => ("To", "Under"),
    };
    let to = if recipient.is_empty() { String::new() } else { format!("{to}: {recipient}\n") };
    let data = data.map(|(from, to)| (lang.date(from), lang.date(to)));
    let data = match (data, lang) {
        (None, _) => String::new(),
        (Some((from, to)), Lang::Vi) => format!("\nSố liệu từ {from} đến {to}."),
        (Some((from, to)), Lang::En) => format!("\nData from {from} to {to}."),
    };
    format!("{to}{under}: {source}\n{why}{data}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn both(text: impl Fn(Lang) -> String) -> String {
        format!("{}\n  {}", text(Lang::Vi), text(Lang::En))
    }

    #[test]
    fn every_text_has_its_words() {
        let due = day("2025-06-19");
        let whole = Went {
            label: "Báo cáo tháng 6/2025",
            due,
            on_time: 1,
            all: 4,
            is_open: false,
            late: vec![("Sở Tài chính", 1)],
            missing: vec![("Sở Văn hóa, Thể thao và Du lịch", false), ("Sở\nY tế", true)],
        };
        let open = Went { is_open: true, late: Vec::new(), missing: Vec::new(), ..whole };
        let data = Some((day("2025-06-01"), due));
        let lines = [
            both(|lang| report_on("…", lang)),
            both(|lang| named_report("Báo cáo đột xuất", true, lang)),
            both(|lang| named_report("một\u{7}hai", false, lang)),
            both(|lang| went(&whole, lang)),
            both(|lang| went(&open, lang)),
            both(|lang| reminder("231/KH-UBND", "Sở Nội vụ", "", lang)),
            both(|lang| reminder("231/KH-UBND", "Sở Nội vụ", "Sở Khoa học và Công nghệ", lang)),
            both(|lang| reminded("…", due, 7, lang)),
            both(|lang| reminded("…", due, 1, lang)),
            both(|lang| reminded("…", due, 0, lang)),
            both(|lang| reminded("…", due, -3, lang)),
            both(|lang| duty("…", Some(due), ("Sở Khoa học và Công nghệ", ""), "231/KH-UBND", lang)),
            both(|lang| duty("…", None, ("Sở A", "Ủy ban nhân dân tỉnh"), "231/KH-UBND", lang)),
            both(|lang| duty("…", None, ("", ""), "231/KH-UBND", lang)),
            both(|lang| event("…", false, lang)),
            both(|lang| event("…", true, lang)),
            both(|lang| event_lines("", "231/KH-UBND", "…", None, lang)),
            both(|lang| event_lines("Sở A", "231/KH-UBND", "…", data, lang)),
        ];
        insta::assert_snapshot!(lines.join("\n"));
    }
}
