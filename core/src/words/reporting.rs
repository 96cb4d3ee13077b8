//! Why a report is due when it is, and why it stands as it does, in words.

use chrono::{Datelike, NaiveDate};

use super::dates::english_month;
use super::phrase::plain;
use crate::codes::{DueStep, ExemptReason, Lang, ReportStanding};

/// The days from a date as written to the last day on time, and the steps between them that applied.
pub(crate) struct DueWords<'a> {
    pub(crate) written: NaiveDate,
    pub(crate) timely: NaiveDate,
    pub(crate) shifted: NaiveDate,
    pub(crate) due: NaiveDate,
    pub(crate) steps: &'a [DueStep],
    pub(crate) unsourced: &'a [NaiveDate],
    pub(crate) grace_days: u32,
}

/// How a last day on time follows from the date as written.
pub(crate) fn due(words: &DueWords<'_>, lang: Lang) -> String {
    let is = |step: DueStep| words.steps.contains(&step);
    let mut parts = vec![written(words, lang)];
    for step in words.steps {
        let option = match (step, lang) {
            (DueStep::OfNextMonth, Lang::Vi) => " (tháng sau, theo tùy chọn)",
            (DueStep::OfNextMonth, Lang::En) => " (of the month after, by option)",
            (DueStep::BeforeInclusive, Lang::Vi) => ", tính cả ngày đó theo tùy chọn",
            (DueStep::BeforeInclusive, Lang::En) => ", that day included by option",
            // These are told with the days they lead to or from.
            (
                DueStep::MonthEnd
                | DueStep::Before
                | DueStep::NextWorkingDay
                | DueStep::PreviousWorkingDay
                | DueStep::Grace,
                _,
            ) => "",
        };
        parts.push(option.to_owned());
    }
    let (timely, shifted) = (lang.date(words.timely), lang.date(words.shifted));
    parts.push(match lang {
        Lang::Vi => format!(": ngày cuối cùng đúng hạn là {timely}."),
        Lang::En => format!(": the last day on time is {timely}."),
    });
    if is(DueStep::NextWorkingDay) {
        parts.push(match lang {
            Lang::Vi => format!(
                " Ngày đó là ngày nghỉ: chuyển sang ngày làm việc kế tiếp, {shifted} (khoản 5 Điều 148 Bộ luật Dân sự 2015)."
            ),
            Lang::En => format!(
                " That day is off: moved to the next working day, {shifted} (Civil Code 2015, art. 148(5))."
            ),
        });
    }
    if is(DueStep::PreviousWorkingDay) {
        parts.push(match lang {
            Lang::Vi => format!(" Ngày đó là ngày nghỉ: tính về ngày làm việc liền trước, {shifted}."),
            Lang::En => format!(" That day is off: moved back to the working day before, {shifted}."),
        });
    }
    if !words.unsourced.is_empty() {
        let days: Vec<String> = words.unsourced.iter().map(|day| lang.date(*day)).collect();
        let days = days.join(", ");
        parts.push(match lang {
            Lang::Vi => format!(" Lịch chưa ghi nguồn cho ngày {days}."),
            Lang::En => format!(" The calendar has no source for {days}."),
        });
    }
    if is(DueStep::Grace) {
        let (days, last) = (lang.days(words.grace_days.into()), lang.date(words.due));
        parts.push(match lang {
            Lang::Vi => format!(" Cộng {days} gia hạn: hạn cuối {last}."),
            Lang::En => format!(" With {days} of grace: the last day is {last}."),
        });
    }
    parts.concat()
}

/// The date as it is written.
fn written(words: &DueWords<'_>, lang: Lang) -> String {
    let (written, day) = (words.written, lang.date(words.written));
    let is_before = words.steps.iter().any(|step| matches!(step, DueStep::Before | DueStep::BeforeInclusive));
    if words.steps.contains(&DueStep::MonthEnd) {
        return match lang {
            Lang::Vi => format!(
                "Tháng {}/{} không có ngày đã ghi, lấy ngày cuối tháng",
                written.month(),
                written.year()
            ),
            Lang::En => format!("{} has no such day, so its last day is taken", english_month(written)),
        };
    }
    match (is_before, lang) {
        (true, Lang::Vi) => format!("“Trước ngày {day}”"),
        (true, Lang::En) => format!("\"Before {day}\""),
        (false, Lang::Vi) => format!("Hạn ghi ngày {day}"),
        (false, Lang::En) => format!("Due on {day}"),
    }
}

/// What stands before and after the words of a rule without a date.
pub(crate) fn undated(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Vi => ("Kế hoạch yêu cầu báo cáo nhưng không ghi ngày: “", "”."),
        Lang::En => ("The plan asks for the report without a date: \"", "\"."),
    }
}

/// How a report stands on a day; empty where nothing is to add to why it is exempt or undated.
pub(crate) fn standing(
    standing: ReportStanding,
    (returned, days): (bool, i64),
    (submitted, today): (Option<NaiveDate>, NaiveDate),
    lang: Lang,
) -> String {
    use ReportStanding::{Exempt, Late, Missing, NotDue, OnTime, Undated};
    let days = lang.days(days.unsigned_abs());
    let (on, today) = (submitted.map_or(String::new(), |day| lang.date(day)), lang.date(today));
    match (standing, returned, lang) {
        (OnTime, _, Lang::Vi) => format!("Gửi ngày {on}: đúng hạn."),
        (OnTime, _, Lang::En) => format!("Sent on {on}: on time."),
        (Late, _, Lang::Vi) => format!("Gửi ngày {on}: trễ hạn {days}."),
        (Late, _, Lang::En) => format!("Sent on {on}: {days} late."),
        (Missing, false, Lang::Vi) => format!("Đến ngày {today} chưa nộp, quá hạn {days}."),
        (Missing, false, Lang::En) => format!("Not sent by {today}, {days} overdue."),
        (Missing, true, Lang::Vi) => {
            format!("Đã gửi nhưng bị trả lại; đến ngày {today} chưa gửi lại, quá hạn {days}.")
        }
        (Missing, true, Lang::En) => {
            format!("Sent back and not sent again by {today}, {days} overdue.")
        }
        (NotDue, _, Lang::Vi) => format!("Đến ngày {today} chưa đến hạn."),
        (NotDue, _, Lang::En) => format!("Not due yet on {today}."),
        (Exempt | Undated, ..) => String::new(),
    }
}

/// Why a body need not send a report.
pub(crate) fn exempt(
    reason: ExemptReason,
    date: Option<NaiveDate>,
    successor: Option<&str>,
    text: Option<&str>,
    lang: Lang,
) -> String {
    use ExemptReason::{BodyEnded, BodyNotBegun, Recipient, Recorded};
    let date = date.map_or(String::new(), |date| lang.date(date));
    let text = plain(text.unwrap_or(""));
    let text = text.trim_end_matches(['.', ' ']);
    match (reason, lang, successor.map(plain)) {
        (BodyEnded, Lang::Vi, None) => format!("Không phải nộp: đã chấm dứt hoạt động từ ngày {date}."),
        (BodyEnded, Lang::Vi, Some(next)) => {
            format!("Không phải nộp: đã chấm dứt hoạt động từ ngày {date}; {next} kế thừa.")
        }
        (BodyEnded, Lang::En, None) => format!("Exempt: the body ended on {date}."),
        (BodyEnded, Lang::En, Some(next)) => format!("Exempt: the body ended on {date}; {next} succeeds it."),
        (BodyNotBegun, Lang::Vi, _) => format!("Không phải nộp: hoạt động từ ngày {date}."),
        (BodyNotBegun, Lang::En, _) => format!("Exempt: the body began on {date}."),
        (Recipient, Lang::Vi, _) => "Không phải nộp: là cơ quan nhận báo cáo.".to_owned(),
        (Recipient, Lang::En, _) => "Exempt: the report goes to this body.".to_owned(),
        (Recorded, Lang::Vi, _) => format!("Không phải nộp: {text}."),
        (Recorded, Lang::En, _) => format!("Exempt: {text}."),
    }
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
    fn every_way_to_a_last_day_has_its_sentence() {
        use DueStep::{Before, BeforeInclusive, Grace, MonthEnd, NextWorkingDay, OfNextMonth};
        let plain = DueWords {
            written: day("2025-11-30"),
            timely: day("2025-11-30"),
            shifted: day("2025-11-30"),
            due: day("2025-11-30"),
            steps: &[],
            unsourced: &[],
            grace_days: 0,
        };
        let before = DueWords {
            timely: day("2025-11-29"),
            shifted: day("2025-11-29"),
            due: day("2025-11-29"),
            steps: &[Before],
            ..plain
        };
        let (next, last) = (day("2025-12-01"), day("2025-12-02"));
        let days_off = [day("2025-11-29"), day("2025-11-30")];
        let steps = [
            due_both(&plain),
            due_both(&before),
            due_both(&DueWords { steps: &[OfNextMonth, BeforeInclusive], ..plain }),
            due_both(&DueWords { steps: &[MonthEnd], ..plain }),
            due_both(&DueWords { shifted: next, due: next, steps: &[Before, NextWorkingDay], ..before }),
            due_both(&DueWords {
                shifted: day("2025-11-28"),
                due: day("2025-11-28"),
                steps: &[Before, DueStep::PreviousWorkingDay],
                unsourced: &days_off,
                ..before
            }),
            due_both(&DueWords { due: last, steps: &[Grace], grace_days: 2, ..plain }),
            both(|lang| {
                let (before, after) = super::undated(lang);
                format!("{before}báo cáo định kỳ{after}")
            }),
        ];
        insta::assert_snapshot!(steps.join("\n"));
    }

    fn due_both(words: &DueWords<'_>) -> String {
        both(|lang| due(words, lang))
    }

    #[test]
    fn every_standing_has_its_sentence() {
        let sent = Some(day("2025-06-20"));
        let lines = ReportStanding::ALL.iter().flat_map(|code| {
            [false, true]
                .map(|returned| both(|lang| standing(*code, (returned, 1), (sent, day("2025-06-22")), lang)))
        });
        let lines: Vec<String> = lines.collect();
        insta::assert_snapshot!(lines.join("\n"));
    }

    #[test]
    fn every_exemption_has_its_sentence() {
        let on = Some(day("2025-03-01"));
        let texts = (Some("Sở Khoa học\nvà Công nghệ"), Some("đang sắp xếp \u{202e}tổ chức. "));
        let mut lines: Vec<String> = ExemptReason::ALL
            .iter()
            .map(|code| both(|lang| exempt(*code, on, texts.0, texts.1, lang)))
            .collect();
        lines.push(both(|lang| exempt(ExemptReason::BodyEnded, on, None, None, lang)));
        insta::assert_snapshot!(lines.join("\n"));
    }
}
