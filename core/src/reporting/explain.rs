//! Why: how a last day on time follows from the rule, and how a standing follows from the dates.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::due::{Due, ReportingOptions};
use super::timeliness::Report;
use super::units::Exempt;
use crate::calendar::Calendar;
use crate::codes::{DayOffShift, DueStep, ExemptReason, Lang, ReportStanding, RuleCode};
use crate::number::Fixed;
use crate::regime::Rule;
use crate::why::{NamedDate, NamedNumber, Why};
use crate::words::english_month;

/// Days without a source that are named at the most: a longer run of days off is no calendar's.
const MOST_UNSOURCED: usize = 12;

/// The days from the last timely day to the one it was shifted to, both included, that the calendar has no source for: the
/// first twelve.
pub(super) fn unsourced(due: &Due, options: &ReportingOptions, calendar: &Calendar) -> Vec<NaiveDate> {
    if options.day_off_shift == DayOffShift::None {
        return Vec::new();
    }
    let (first, last) = (due.timely.min(due.shifted), due.timely.max(due.shifted));
    let without_source = |day: &NaiveDate| {
        calendar.status(*day).is_ok_and(|status| status.day.is_some_and(|entry| entry.source.is_none()))
    };
    first.iter_days().take_while(|day| *day <= last).filter(without_source).take(MOST_UNSOURCED).collect()
}

/// What a rule without a date says.
pub(super) fn undated(rule: &Rule) -> Why {
    Why {
        rule: RuleCode::Undated,
        numbers: Vec::new(),
        dates: Vec::new(),
        terms: Vec::new(),
        vi: format!("Kế hoạch yêu cầu báo cáo nhưng không ghi ngày: “{}”.", rule.text),
        en: format!("The plan asks for the report without a date: \"{}\".", rule.text),
    }
}

/// How a last day on time follows from the date as written.
pub(super) fn why(
    due: &Due,
    before: bool,
    steps: &[DueStep],
    unsourced: &[NaiveDate],
    options: &ReportingOptions,
) -> Why {
    let dates =
        [("written", due.written), ("timely", due.timely), ("shifted", due.shifted), ("due", due.due)];
    let grace = Fixed::from_int(options.grace_days.into()).filter(|_| options.grace_days > 0);
    Why {
        rule: steps.last().map_or(RuleCode::Day, |step| (*step).into()),
        numbers: grace
            .map(|value| NamedNumber { name: "grace_days".to_owned(), value })
            .into_iter()
            .collect(),
        dates: dates.map(|(name, value)| NamedDate { name: name.to_owned(), value }).into(),
        terms: Vec::new(),
        vi: due_sentence(due, before, steps, unsourced, options, Lang::Vi),
        en: due_sentence(due, before, steps, unsourced, options, Lang::En),
    }
}

fn due_sentence(
    due: &Due,
    before: bool,
    steps: &[DueStep],
    unsourced: &[NaiveDate],
    options: &ReportingOptions,
    lang: Lang,
) -> String {
    let is = |step: DueStep| steps.contains(&step);
    let [written, timely, shifted, last] =
        [due.written, due.timely, due.shifted, due.due].map(|day| lang.date(day));
    let month_end = if lang == Lang::Vi {
        format!(
            "Tháng {}/{} không có ngày đã ghi, lấy ngày cuối tháng",
            due.written.month(),
            due.written.year()
        )
    } else {
        format!("{} has no such day, so its last day is taken", english_month(due.written))
    };
    let mut text = match (before, lang) {
        _ if is(DueStep::MonthEnd) => month_end,
        (true, Lang::Vi) => format!("“Trước ngày {written}”"),
        (true, Lang::En) => format!("\"Before {written}\""),
        (false, Lang::Vi) => format!("Hạn ghi ngày {written}"),
        (false, Lang::En) => format!("Due on {written}"),
    };
    // Writing to a text does not fail.
    let mut add = |vi: &str, en: &str| {
        let _ = write!(text, "{}", if lang == Lang::Vi { vi } else { en });
    };
    if is(DueStep::OfNextMonth) {
        add(" (tháng sau, theo tùy chọn)", " (of the month after, by option)");
    }
    if is(DueStep::BeforeInclusive) {
        add(", tính cả ngày đó theo tùy chọn", ", that day included by option");
    }
    add(&format!(": ngày cuối cùng đúng hạn là {timely}."), &format!(": the last day on time is {timely}."));
    if is(DueStep::NextWorkingDay) {
        add(
            &format!(
                " Ngày đó là ngày nghỉ: chuyển sang ngày làm việc kế tiếp, {shifted} (khoản 5 Điều 148 Bộ luật Dân sự 2015)."
            ),
            &format!(
                " That day is off: moved to the next working day, {shifted} (Civil Code 2015, art. 148(5))."
            ),
        );
    }
    if is(DueStep::PreviousWorkingDay) {
        add(
            &format!(" Ngày đó là ngày nghỉ: tính về ngày làm việc liền trước, {shifted}."),
            &format!(" That day is off: moved back to the working day before, {shifted}."),
        );
    }
    if !unsourced.is_empty() {
        let days: Vec<String> = unsourced.iter().map(|day| lang.date(*day)).collect();
        let days = days.join(", ");
        add(
            &format!(" Lịch chưa ghi nguồn cho ngày {days}."),
            &format!(" The calendar has no source for {days}."),
        );
    }
    if is(DueStep::Grace) {
        let days = lang.days(options.grace_days.into());
        add(
            &format!(" Cộng {days} gia hạn: hạn cuối {last}."),
            &format!(" With {days} of grace: the last day is {last}."),
        );
    }
    text
}

impl Report {
    /// Adds to how the due day follows how the standing does.
    pub(super) fn explain(&mut self, today: NaiveDate) {
        let [vi, en] = [Lang::Vi, Lang::En].map(|lang| match &self.obligation.exempt {
            Some(exempt) => exempt.sentence(lang),
            None => self.sentence(today, lang),
        });
        let why = &mut self.obligation.why;
        why.rule = self.standing.into();
        let dates = [("submitted", self.submitted), ("today", Some(today))];
        let named =
            |(name, value): (&str, Option<_>)| Some(NamedDate { name: name.to_owned(), value: value? });
        why.dates.extend(dates.into_iter().filter_map(named));
        let days = self.days.and_then(|days| Fixed::from_int(days.into()));
        why.numbers.extend(days.map(|value| NamedNumber { name: "days".to_owned(), value }));
        for (more, text) in [(vi, &mut why.vi), (en, &mut why.en)] {
            if !more.is_empty() {
                text.push(' ');
                text.push_str(&more);
            }
        }
    }

    fn sentence(&self, today: NaiveDate, lang: Lang) -> String {
        use ReportStanding::{Exempt, Late, Missing, NotDue, OnTime, Undated};
        let days = lang.days(self.days.unwrap_or(0).into());
        let (on, today) = (self.submitted.map_or(String::new(), |day| lang.date(day)), lang.date(today));
        match (self.standing, self.returned, lang) {
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
}

impl Exempt {
    /// Why the body need not send the report, as a sentence.
    ///
    /// ```
    /// use tiendo::{Exempt, ExemptReason, Lang};
    /// let exempt = Exempt {
    ///     reason: ExemptReason::BodyEnded, date: Some("2025-03-01".parse().unwrap()),
    ///     successor: Some("Sở Khoa học và Công nghệ".to_owned()), text: None,
    /// };
    /// assert_eq!(
    ///     exempt.sentence(Lang::Vi),
    ///     "Không phải nộp: đã chấm dứt hoạt động từ ngày 1/3/2025; Sở Khoa học và Công nghệ kế thừa."
    /// );
    /// ```
    pub fn sentence(&self, lang: Lang) -> String {
        use ExemptReason::{BodyEnded, BodyNotBegun, Recipient, Recorded};
        let date = self.date.map_or(String::new(), |date| lang.date(date));
        let text = self.text.as_deref().unwrap_or("").trim_end_matches(['.', ' ']);
        match (self.reason, lang, &self.successor) {
            (BodyEnded, Lang::Vi, None) => format!("Không phải nộp: đã chấm dứt hoạt động từ ngày {date}."),
            (BodyEnded, Lang::Vi, Some(next)) => {
                format!("Không phải nộp: đã chấm dứt hoạt động từ ngày {date}; {next} kế thừa.")
            }
            (BodyEnded, Lang::En, None) => format!("Exempt: the body ended on {date}."),
            (BodyEnded, Lang::En, Some(next)) => {
                format!("Exempt: the body ended on {date}; {next} succeeds it.")
            }
            (BodyNotBegun, Lang::Vi, _) => format!("Không phải nộp: hoạt động từ ngày {date}."),
            (BodyNotBegun, Lang::En, _) => format!("Exempt: the body began on {date}."),
            (Recipient, Lang::Vi, _) => "Không phải nộp: là cơ quan nhận báo cáo.".to_owned(),
            (Recipient, Lang::En, _) => "Exempt: the report goes to this body.".to_owned(),
            (Recorded, Lang::Vi, _) => format!("Không phải nộp: {text}."),
            (Recorded, Lang::En, _) => format!("Exempt: {text}."),
        }
    }
}
