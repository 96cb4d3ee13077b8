//! Texts ready to paste: how a report went, what a body is reminded of, what it owes in a month.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::building::Asked;
use super::obligations::{Obligation, Reporting};
use super::timeliness::{Judged, Timeliness};
use crate::calendar::Calendar;
use crate::codes::{Cycle, DayOffShift, ErrorCode, Lang, ReportStanding};
use crate::error::Error;
use crate::period::Period;
use crate::plan::Plan;

impl Timeliness<'_> {
    /// How each report went, one official sentence for each that has a date and that someone must send, in order.
    ///
    /// There are none where the obligations are no body's.
    ///
    /// ```
    /// # use tiendo::{Lang, Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv", "so-tc"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-20"), day("2025-06-21"), &asked)?;
    /// assert_eq!(
    ///     june.timeliness(&[], &[], day("2025-06-19"))?.sentences(Lang::Vi),
    ///     ["Báo cáo tháng 6/2025 (hạn 19/6/2025): chưa đến hạn; 0/2 đơn vị đã gửi."]
    /// );
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn sentences(&self, lang: Lang) -> Vec<String> {
        let reports = self.judged.chunk_by(|a, b| std::ptr::eq(a.owed, b.owed));
        reports.filter_map(|units| self.summary(units, lang)).collect()
    }

    fn summary(&self, units: &[Judged<'_>], lang: Lang) -> Option<String> {
        let report = &units.first().filter(|judged| judged.unit.is_some())?.owed.report;
        let due = report.due?;
        let count = |standing| units.iter().filter(|judged| judged.standing == standing).count();
        let named = |standing, show: &dyn Fn(&str, &Judged<'_>) -> String| -> String {
            let units: Vec<_> = units.iter().filter(|judged| judged.standing == standing).collect();
            // Names of bodies hold commas themselves.
            let is_plain = units.iter().all(|judged| !self.name(judged).contains(','));
            let names: Vec<String> = units.iter().map(|judged| show(self.name(judged), judged)).collect();
            names.join(if is_plain { ", " } else { "; " })
        };
        let (on_time, open) = (count(ReportStanding::OnTime), count(ReportStanding::NotDue));
        let all = on_time + open + count(ReportStanding::Late) + count(ReportStanding::Missing);
        if all == 0 {
            return None;
        }
        let (label, last) = (capitalised(&report.label(lang)), lang.date(due));
        let mut parts = match (open > 0, lang) {
            (true, Lang::Vi) => {
                vec![format!("{label} (hạn {last}): chưa đến hạn; {on_time}/{all} đơn vị đã gửi")]
            }
            (true, Lang::En) => {
                vec![format!("{label} (due {last}): not due yet; {on_time} of {all} sent")]
            }
            (false, Lang::Vi) => vec![format!("{label} (hạn {last}): {on_time}/{all} đơn vị đúng hạn")],
            (false, Lang::En) => vec![format!("{label} (due {last}): {on_time} of {all} on time")],
        };
        let late = named(ReportStanding::Late, &|name, judged| {
            format!("{name} ({})", lang.days(judged.days.into()))
        });
        let missing = named(ReportStanding::Missing, &|name, judged| match (judged.returned, lang) {
            (false, _) => name.to_owned(),
            (true, Lang::Vi) => format!("{name} (bị trả lại)"),
            (true, Lang::En) => format!("{name} (sent back)"),
        });
        let heads = match lang {
            Lang::Vi => [("trễ hạn", late), ("chưa gửi", missing)],
            Lang::En => [("late", late), ("missing", missing)],
        };
        parts.extend(
            heads
                .into_iter()
                .filter(|(_, list)| !list.is_empty())
                .map(|(head, list)| format!("{head}: {list}")),
        );
        Some(format!("{}.", parts.join("; ")))
    }

    fn name(&self, judged: &Judged<'_>) -> &str {
        let unit = judged.unit.and_then(|unit| self.obligations.units.get(unit));
        unit.map_or("", |unit| unit.name.as_str())
    }

    /// For each body that has reports to send, what it is reminded of: those missing, and those due within some days.
    ///
    /// ```
    /// # use tiendo::{Lang, Plan, Reporting};
    /// # let day = |text: &str| text.parse().unwrap();
    /// let asked = Reporting { agencies: &["so-nv"], ..Reporting::default() };
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(day("2025-06-01"), day("2025-07-01"), &asked)?;
    /// let reminders = june.timeliness(&[], &[], day("2025-06-12"))?.reminders(7, Lang::Vi);
    /// assert_eq!(
    ///     reminders[0].text,
    ///     "Theo 231/KH-UBND, đề nghị Sở Nội vụ gửi Sở Khoa học và Công nghệ: báo cáo quý II/2025 (hạn 9/6/2025, quá hạn 3 ngày); \
    ///      báo cáo 6 tháng đầu năm 2025 (hạn 9/6/2025, quá hạn 3 ngày); \
    ///      báo cáo tháng 6/2025 (hạn 19/6/2025, còn 7 ngày)."
    /// );
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn reminders(&self, within_days: u32, lang: Lang) -> Vec<Reminder> {
        let mut open: Vec<Vec<&Judged<'_>>> = vec![Vec::new(); self.obligations.units.len()];
        for judged in self.judged.iter().filter(|judged| self.is_open(judged, within_days)) {
            if let Some(list) = judged.unit.and_then(|unit| open.get_mut(unit)) {
                list.push(judged);
            }
        }
        let units = self.obligations.units.iter().zip(open).filter(|(_, open)| !open.is_empty());
        let reminder = |(unit, open): (&super::units::ReportingUnit, Vec<&Judged<'_>>)| {
            let missing = open.iter().filter(|judged| judged.standing == ReportStanding::Missing).count();
            let text = self.reminder(&unit.name, &open, lang);
            Reminder {
                agency: unit.agency.clone(),
                missing: small(missing),
                due_soon: small(open.len() - missing),
                text,
            }
        };
        units.map(reminder).collect()
    }

    fn is_open(&self, judged: &Judged<'_>, within_days: u32) -> bool {
        let left = judged.owed.report.due.map(|due| (due - self.today).num_days());
        match judged.standing {
            ReportStanding::Missing => true,
            ReportStanding::NotDue => left.is_some_and(|left| left <= i64::from(within_days)),
            _ => false,
        }
    }

    /// One sentence for each recipient, in the order they come.
    fn reminder(&self, name: &str, open: &[&Judged<'_>], lang: Lang) -> String {
        let mut recipients: Vec<(&str, Vec<String>)> = Vec::new();
        for judged in open {
            let report = &judged.owed.report;
            let line = self.line(judged, lang);
            match recipients.iter_mut().find(|(recipient, _)| *recipient == report.recipient) {
                Some((_, lines)) => lines.push(line),
                None => recipients.push((&report.recipient, vec![line])),
            }
        }
        let source = &self.obligations.source;
        let sentence = |(recipient, lines): (&str, Vec<String>)| {
            let lines = lines.join("; ");
            match (recipient, lang) {
                ("", Lang::Vi) => format!("Theo {source}, đề nghị {name} gửi: {lines}."),
                ("", Lang::En) => format!("Under {source}, {name} is asked to send: {lines}."),
                (_, Lang::Vi) => format!("Theo {source}, đề nghị {name} gửi {recipient}: {lines}."),
                (_, Lang::En) => format!("Under {source}, {name} is asked to send to {recipient}: {lines}."),
            }
        };
        recipients.into_iter().map(sentence).collect::<Vec<_>>().join(" ")
    }

    fn line(&self, judged: &Judged<'_>, lang: Lang) -> String {
        let report = &judged.owed.report;
        let (label, due) = (report.label(lang), report.due.map_or(String::new(), |due| lang.date(due)));
        let left = report.due.map_or(0, |due| (due - self.today).num_days());
        let days = lang.days(left.unsigned_abs());
        match (left < 0, lang) {
            _ if left == 0 && lang == Lang::Vi => format!("{label} (hết hạn hôm nay, {due})"),
            _ if left == 0 => format!("{label} (due today, {due})"),
            (true, Lang::Vi) => format!("{label} (hạn {due}, quá hạn {days})"),
            (true, Lang::En) => format!("{label} (due {due}, {days} overdue)"),
            (false, Lang::Vi) => format!("{label} (hạn {due}, còn {days})"),
            (false, Lang::En) => format!("{label} (due {due}, {days} left)"),
        }
    }
}

/// What one body is reminded of (*đôn đốc*).
///
/// ```
/// let reminder = tiendo::Reminder { agency: "so-nv".into(), missing: 1, due_soon: 0, text: String::new() };
/// assert_eq!(serde_json::to_string(&reminder).unwrap(), r#"{"agency":"so-nv","missing":1,"dueSoon":0,"text":""}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reminder {
    /// The body, as the caller gave it.
    pub agency: String,
    /// How many of its reports are missing.
    pub missing: u32,
    /// How many fall due within the days asked for.
    pub due_soon: u32,
    /// The text.
    pub text: String,
}

/// A report one body owes in a month: what [`duties_of_month`] finds.
///
/// ```
/// use tiendo::{Lang, Plan, Reporting, duties_of_month};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let june = duties_of_month(&[(&plan, Reporting::default())], "Sở Nội vụ", "2025-06", Lang::En)?;
/// assert_eq!((june[0].rule.as_str(), june[0].due.unwrap().to_string().as_str()), ("quarterly", "2025-06-09"));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthDuty {
    /// The plan's id.
    pub plan: String,
    /// The rule's code.
    pub rule: String,
    /// The period's id, or what a given report is called.
    pub period: String,
    /// The last day on time; absent for a report without a date, whose period ends in the month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// To whom it goes, as written.
    pub recipient: String,
    /// To whom the recipient reports in turn, as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub feeds: Vec<String>,
    /// The duty in words.
    pub text: String,
}

/// What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day,
/// then those without a date whose period ends in it.
///
/// Each of the plans comes with what the caller brings to it, whose `agencies` are not looked at; `month` is a month's
/// id. Which plans are the body's is the caller's to say: a rule for a group (*các sở, ban, ngành*) binds whoever is given.
///
/// Errors: `bad-period` for what is no month; those of [`Plan::obligations`], what is wrong with one plan at `plans[0]`.
///
/// ```
/// use tiendo::{Lang, Plan, Reporting, duties_of_month};
/// let province = Plan::builtin("ha-tinh-231")?;
/// let november = duties_of_month(&[(&province, Reporting::default())], "Sở Nội vụ", "2025-11", Lang::Vi)?;
/// let texts: Vec<_> = november.iter().map(|duty| duty.text.as_str()).collect();
/// assert_eq!(texts, [
///     "Chậm nhất ngày 19/11/2025: gửi báo cáo tháng 11/2025 đến Sở Khoa học và Công nghệ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh (theo 231/KH-UBND).",
///     "Chậm nhất ngày 29/11/2025: gửi báo cáo năm 2025 đến Sở Khoa học và Công nghệ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh (theo 231/KH-UBND).",
/// ]);
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn duties_of_month(
    plans: &[(&Plan, Reporting<'_>)],
    agency: &str,
    month: &str,
    lang: Lang,
) -> Result<Vec<MonthDuty>, Error> {
    let month: Option<Period> = month.parse().ok().filter(|period: &Period| period.cycle() == Cycle::Monthly);
    let expected = "a month such as `2025-06`";
    let month = month.ok_or_else(|| Error::new(ErrorCode::BadPeriod, "month", expected))?;
    let mut duties = Vec::new();
    for (at, (plan, reporting)) in plans.iter().enumerate() {
        let all = plan.asked(timely_in(month, reporting), &Reporting { agencies: &[agency], ..*reporting });
        let all = all.map_err(|error| of_one(error, at))?;
        let in_month = all.iter().filter(|report| {
            let day = report.due.or(report.end);
            report.exempt.is_none() && day.is_some_and(|day| month.start() <= day && day <= month.end())
        });
        duties.extend(in_month.map(|report| duty(&report, &all.source, lang)));
    }
    duties.sort_by_key(|duty| (duty.due.is_none(), duty.due));
    Ok(duties)
}

/// An error about a body is about the one; about what the caller knows of a plan, about that plan.
fn of_one(error: Error, plan: usize) -> Error {
    let path = match error.path.as_str() {
        "agencies[0]" => "agency".to_owned(),
        path if path.starts_with("given") || path == "effective" => format!("plans[{plan}].{path}"),
        path => path.to_owned(),
    };
    Error { path, ..error }
}

/// The reports that may fall due in a month: by their last timely days before shift and grace.
fn timely_in(month: Period, reporting: &Reporting<'_>) -> Asked {
    let calendar = reporting.calendar.unwrap_or_else(|| Calendar::shared());
    let grace = Days::new(reporting.options.grace_days.into());
    let without_grace = |day: NaiveDate| day.checked_sub_days(grace).unwrap_or(day);
    let (mut first, mut last) = (without_grace(month.start()), without_grace(month.end()));
    // A shift may bring days off into the month: all those since the last working day before it, or to the next after.
    match reporting.options.day_off_shift {
        DayOffShift::None => {}
        DayOffShift::NextWorkingDay => {
            let worked = first.pred_opt().and_then(|day| calendar.working_up_to(day));
            let known = || calendar.known_about(first).map(|(known, _)| known);
            first = worked.and_then(|day| day.succ_opt()).or_else(known).unwrap_or(first);
        }
        DayOffShift::PreviousWorkingDay => {
            let worked = last.succ_opt().and_then(|day| calendar.working_from(day));
            let known = || calendar.known_about(last).map(|(_, known)| known);
            last = worked.and_then(|day| day.pred_opt()).or_else(known).unwrap_or(last);
        }
    }
    Asked::Timely { first, last, month }
}

fn duty(report: &Obligation, source: &str, lang: Lang) -> MonthDuty {
    let (label, feeds) = (report.label(lang), report.feeds.join("; "));
    let to = match (report.recipient.as_str(), lang) {
        ("", _) => String::new(),
        (recipient, Lang::Vi) => format!(" đến {recipient}"),
        (recipient, Lang::En) => format!(" to {recipient}"),
    };
    let text = match (report.due.map(|due| lang.date(due)), lang) {
        (Some(due), Lang::Vi) => format!("Chậm nhất ngày {due}: gửi {label}{to}"),
        (Some(due), Lang::En) => format!("By {due}: send {label}{to}"),
        (None, Lang::Vi) => format!("Không quy định ngày nộp: gửi {label}{to}"),
        (None, Lang::En) => format!("No date is set: send {label}{to}"),
    };
    let text = match (feeds.is_empty(), lang) {
        (true, Lang::Vi) => format!("{text} (theo {source})."),
        (true, Lang::En) => format!("{text} (under {source})."),
        (false, Lang::Vi) => format!("{text} để tổng hợp, báo cáo {feeds} (theo {source})."),
        (false, Lang::En) => format!("{text}, which reports to {feeds} in turn (under {source})."),
    };
    MonthDuty {
        plan: report.plan.clone(),
        rule: report.rule.clone(),
        period: report.period.clone(),
        due: report.due,
        recipient: report.recipient.clone(),
        feeds: report.feeds.clone(),
        text,
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
