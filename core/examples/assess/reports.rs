//! The reports: those that fall due next, and who was on time.

use chrono::{Days, NaiveDate};
use comfy_table::{Attribute, Cell, CellAlignment, Color};
use tiendo::{
    Calendar, DayOffShift, Error, Fixed, Lang, Obligations, Plan, Records, ReportingOptions, ReportingQuery,
    Timeliness,
};

use crate::Options;
use crate::words::{Words, table};

/// How far ahead reports are shown, and their bodies reminded.
pub(crate) const AHEAD: u64 = 62;
const REMINDED: u32 = 14;
/// How many of the last reports are told one by one.
const TOLD: usize = 4;

/// What is owed, and how it stands.
pub(crate) struct Reports<'a> {
    pub(crate) owed: &'a Obligations,
    pub(crate) timeliness: &'a Timeliness,
    /// Those written for the days up to the one assessed.
    pub(crate) past: &'a Timeliness,
}

/// The bodies that the records speak of, in the order they come.
pub(crate) fn agencies(records: &Records) -> Vec<&str> {
    let sent = records.submissions().map(|submission| submission.agency.as_str());
    let exempt = records.exemptions().filter_map(|exemption| exemption.agency.as_deref());
    let mut agencies: Vec<&str> = Vec::new();
    for agency in sent.chain(exempt) {
        if !agencies.contains(&agency) {
            agencies.push(agency);
        }
    }
    agencies
}

/// Every report from the beginning to some days from the day assessed.
pub(crate) fn owed(
    plan: &Plan,
    agencies: &[&str],
    options: &Options,
    days: u64,
) -> Result<Obligations, Error> {
    let effective = options.effective.or(plan.regime.as_ref().and_then(|regime| regime.effective));
    let start = effective.unwrap_or(options.today).min(options.today);
    let end = options.today.checked_add_days(Days::new(days)).unwrap_or(options.today);
    // Beyond the years of its calendar no working day is known.
    let known = Calendar::builtin().years().last().and_then(|year| NaiveDate::from_ymd_opt(*year, 12, 31));
    let end = if options.working_days { end.min(known.unwrap_or(end)) } else { end }.max(start);
    let day_off_shift = if options.working_days { DayOffShift::NextWorkingDay } else { DayOffShift::None };
    plan.obligations(&ReportingQuery {
        agencies: agencies.iter().map(|agency| (*agency).to_owned()).collect(),
        effective: options.effective,
        options: ReportingOptions { day_off_shift, ..ReportingOptions::default() },
        ..ReportingQuery::between(start, end)
    })
}

/// What was sent of them.
pub(crate) fn judged(owed: &Obligations, records: &Records, today: NaiveDate) -> Result<Timeliness, Error> {
    owed.timeliness(records.submissions(), records.exemptions(), today)
}

impl Reports<'_> {
    pub(crate) fn shown(&self, words: &Words) -> Result<String, Error> {
        let mut parts: Vec<String> = self.owed.findings().iter().map(|f| f.sentence(words.lang)).collect();
        parts.push(self.next(words));
        if !self.owed.reporting_units().is_empty() {
            parts.push(self.table(words)?);
        }
        Ok(parts.join("\n\n"))
    }

    /// The reports whose last day on time is not past, each once.
    fn next(&self, words: &Words) -> String {
        let today = self.timeliness.today();
        let mut shown = table();
        shown.set_header([
            words.pick("Báo cáo", "Report"),
            words.pick("Ngày ghi", "Written"),
            words.pick("Ngày cuối", "Last day"),
            words.pick("Còn lại", "Days left"),
            words.pick("Nơi nhận", "To"),
            words.pick("Vì sao", "Why"),
        ]);
        let mut ids = Vec::new();
        for report in self.owed.iter() {
            let Some((written, due)) = report.written.zip(report.due).filter(|(_, due)| *due >= today) else {
                continue;
            };
            if ids.contains(&report.id()) {
                continue;
            }
            ids.push(report.id());
            let left = (due - today).num_days();
            shown.add_row([
                Cell::new(report.label(words.lang)),
                Cell::new(words.lang.date(written)).set_alignment(CellAlignment::Right),
                Cell::new(words.lang.date(due)).set_alignment(CellAlignment::Right),
                Cell::new(left).set_alignment(CellAlignment::Right).fg(if left <= 7 {
                    Color::Yellow
                } else {
                    Color::Green
                }),
                Cell::new(&*report.recipient),
                Cell::new(report.why().sentence(words.lang)),
            ]);
        }
        let heading = match words.lang {
            Lang::Vi => format!("BÁO CÁO SẮP ĐẾN HẠN, {AHEAD} ngày tới: {}", ids.len()),
            Lang::En => format!("REPORTS DUE NEXT, within {AHEAD} days: {}", ids.len()),
        };
        if ids.is_empty() { heading } else { format!("{heading}\n{shown}") }
    }

    /// Who was on time, how the last reports went, and whom to remind.
    fn table(&self, words: &Words) -> Result<String, Error> {
        let (vi, total) = (words.lang == Lang::Vi, self.timeliness.total());
        let mut shown = table();
        shown.set_header([
            words.pick("Hạng", "Rank"),
            words.pick("Đơn vị", "Body"),
            words.pick("Phải gửi", "Expected"),
            words.pick("Đúng hạn", "On time"),
            words.pick("Trễ hạn", "Late"),
            words.pick("Chưa nộp", "Missing"),
            words.pick("Tỷ lệ đúng hạn", "On-time rate"),
            words.pick("Tỷ lệ đã gửi", "Sent rate"),
            words.pick("Chưa đến hạn", "Not due"),
            words.pick("Không phải nộp", "Exempt"),
        ]);
        let number = |count: u32| Cell::new(count).set_alignment(CellAlignment::Right);
        let rate = |rate: Option<Fixed>| {
            let text = rate.map_or("–".to_owned(), |rate| format!("{}%", words.lang.number(tenths(rate))));
            Cell::new(text).set_alignment(CellAlignment::Right)
        };
        for (of, unit) in self.timeliness.by_agency().iter().zip(self.owed.reporting_units()) {
            let rank = of.rank.map_or("–".to_owned(), |rank| rank.to_string());
            shown.add_row([
                Cell::new(rank).set_alignment(CellAlignment::Right),
                Cell::new(&*unit.name),
                number(of.tally.expected()),
                number(of.tally.on_time).fg(Color::Green),
                number(of.tally.late).fg(Color::Yellow),
                number(of.tally.missing).fg(Color::Red).add_attribute(Attribute::Bold),
                rate(of.tally.on_time_rate()),
                rate(of.tally.submitted_rate()),
                number(of.tally.not_due),
                number(of.tally.exempt),
            ]);
        }
        let heading = words.pick("TIẾN ĐỘ GỬI BÁO CÁO", "TIMELINESS OF REPORTS");
        let counts = [total.expected(), total.on_time, total.late, total.missing];
        let [expected, on_time, late, missing] = counts;
        let counts = if vi {
            format!("{expected} phải gửi · {on_time} đúng hạn · {late} trễ hạn · {missing} chưa nộp")
        } else {
            format!("{expected} expected · {on_time} on time · {late} late · {missing} missing")
        };
        let told = self.past.sentences(words.lang)?;
        let told = told.iter().skip(told.len().saturating_sub(TOLD)).cloned();
        let reminders =
            self.timeliness.reminders(REMINDED, words.lang)?.into_iter().map(|reminder| reminder.text);
        let unmatched = self.timeliness.unmatched().join(", ");
        let stray = match words.lang {
            Lang::Vi => format!("Bản ghi không thuộc báo cáo nào ở trên: {unmatched}."),
            Lang::En => format!("Records of none of these reports: {unmatched}."),
        };
        let stray = Some(stray).filter(|_| !unmatched.is_empty());
        let lines: Vec<String> = told.chain(reminders).chain(stray).map(|line| format!("  {line}")).collect();
        Ok(format!("{heading}: {counts}\n{shown}\n{}", lines.join("\n")))
    }
}

/// A percentage with one decimal, rounded half to even: dividing rounds at the sixth place.
fn tenths(rate: Fixed) -> Fixed {
    let rounded = Fixed::from_int(100_000).and_then(|step| rate.checked_div(step)?.checked_mul(step));
    rounded.unwrap_or(rate)
}
