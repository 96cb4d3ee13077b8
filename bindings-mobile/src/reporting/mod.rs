//! Reporting: who owes which report when, and whether it came on time.

mod query;

pub use query::{
    GivenReport, RegimeQuery, ReportingOptions, ReportingQuery, reporting_query_from_json,
    reporting_query_to_json,
};

use crate::calendar::calendar_of;
use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::{
    Due, Exempt, Finding, Lang, MonthDuty, Obligation, Plan, Reminder, Report, ReportingUnit, Rule, Slack,
    Tally, TallyOf,
};
use crate::limits::{Limits, within};
use crate::number::Whole;
use crate::records::{Exemption, Submission};

/// Every report that is asked for: by its written date, then in the order of the rules, then of the bodies.
///
/// The errors are `year-out-of-range` for days outside 1900 to 2200; `bad-option` for neither days nor periods or for
/// both, an end before the start, a body or given report without a name, or too much grace; `bad-period`;
/// `duplicate-code` for a body, period or given report twice; `unknown-code` for a given report of no ad hoc or term
/// rule; `unknown-year` where a day-off shift needs a year the calendar does not know; `too-many` beyond the limits;
/// those of the calendar's and the registry's files; and those of a plan changed into what `planFromJson` would refuse.
#[uniffi::export]
pub fn obligations(plan: Plan, query: ReportingQuery) -> Result<Obligations, TiendoError> {
    let all = query.ask(plan)?;
    Ok(Obligations {
        reports: crate::all(all.iter()),
        reporting_units: crate::all(all.reporting_units().iter().cloned()),
        findings: crate::all(all.findings().iter().cloned()),
    })
}

/// The reports owed between two days.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Obligations {
    /// The obligations, in order.
    pub reports: Vec<Obligation>,
    /// The bodies that report, in the order given.
    pub reporting_units: Vec<ReportingUnit>,
    /// What a reader should know: no effective date (`no-effective-date`), data closed after the last timely day
    /// (`cutoff-after-due`).
    pub findings: Vec<Finding>,
}

/// The report in words, within a sentence: `báo cáo tháng 6/2025`.
///
/// The errors are those of values that no obligation holds.
#[uniffi::export]
pub fn obligation_label(obligation: Obligation, lang: Lang) -> Result<String, TiendoError> {
    Ok(core_obligation(obligation).label(lang))
}

/// When the report of a rule on a period is due, after each step; absent for a rule stated without a date.
///
/// The errors are `bad-period` for what is no period, or none the rule reports on; `bad-option` for too much grace;
/// `unknown-year` where a day-off shift needs a year the calendar does not know; and those of the calendar's file.
#[uniffi::export(default(options), default(calendar), default(limits))]
pub fn due_in(
    rule: Rule,
    period: &str,
    options: ReportingOptions,
    calendar: Option<String>,
    limits: Option<Limits>,
) -> Result<Option<Due>, TiendoError> {
    let limits = within(limits);
    let (period, calendar) = (period.parse()?, calendar_of(calendar, &limits)?);
    let due = tiendo::Rule::from(rule).due_in_with(&period, &options.into(), &calendar, &limits)?;
    Ok(due.map(Into::into))
}

/// Judges each report by what was sent and what was exempted up to a day, as it is known by all the records given.
///
/// A record given again counts once. The errors are those of `obligations`; `bad-option` for
/// submissions or exemptions where the query has no agencies; `conflicting-record` for an id given twice with other
/// content; `too-many` beyond the limit on records; and `year-out-of-range` for `today`.
#[uniffi::export]
pub fn timeliness(
    plan: Plan,
    query: ReportingQuery,
    submissions: &[Submission],
    exemptions: &[Exemption],
    today: NaiveDate,
) -> Result<Timeliness, TiendoError> {
    let all = query.ask(plan)?.timeliness(submissions, exemptions, today)?;
    Ok(Timeliness {
        today: all.today(),
        reports: crate::all(all.reports()),
        total: all.total().into(),
        by_agency: crate::all(all.by_agency()),
        by_period: crate::all(all.by_period()),
        by_cycle: crate::all(all.by_cycle()),
        unmatched: all.unmatched().to_vec(),
    })
}

/// Whether the reports owed came on time, on a day.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Timeliness {
    /// The day it was judged.
    pub today: NaiveDate,
    /// Each report, in the order of the obligations.
    pub reports: Vec<Report>,
    /// The counts of all.
    pub total: Tally,
    /// The counts of each body, in the order given, with their ranks.
    pub by_agency: Vec<TallyOf>,
    /// The counts of each period, in the order they fall due.
    pub by_period: Vec<TallyOf>,
    /// The counts of each cycle, from monthly to ad hoc.
    pub by_cycle: Vec<TallyOf>,
    /// The ids of records that speak of no obligation here, but of another rule, period or body: exemptions' first, each
    /// in the order given.
    pub unmatched: Vec<String>,
}

/// Why a body need not send a report, as a sentence.
///
/// The error is `bad-date`, for a day beyond the core's range.
#[uniffi::export]
pub fn exempt_sentence(exempt: Exempt, lang: Lang) -> Result<String, TiendoError> {
    Ok(tiendo::Exempt::from(exempt).sentence(lang))
}

/// How each report went, one official sentence for each that has a date, in the order they fall due.
///
/// There are none where the query has no agencies. The errors are those of `timeliness`, and `too-large`.
#[uniffi::export]
pub fn timeliness_sentences(
    plan: Plan,
    query: ReportingQuery,
    submissions: &[Submission],
    exemptions: &[Exemption],
    today: NaiveDate,
    lang: Lang,
) -> Result<Vec<String>, TiendoError> {
    Ok(query.ask(plan)?.timeliness(submissions, exemptions, today)?.sentences(lang)?)
}

/// For each body that has reports to send, what it is reminded of: those missing, and those due within some days.
///
/// The errors are those of `timeliness`, and `too-large`.
#[uniffi::export]
pub fn reminders(
    plan: Plan,
    query: ReportingQuery,
    submissions: &[Submission],
    exemptions: &[Exemption],
    today: NaiveDate,
    within_days: Whole,
    lang: Lang,
) -> Result<Vec<Reminder>, TiendoError> {
    let judged = query.ask(plan)?.timeliness(submissions, exemptions, today)?;
    Ok(crate::all(judged.reminders(within_days.0, lang)?))
}

/// What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day,
/// then those without a date whose period ends in it.
///
/// `month` is a month's id. The errors are those of `obligations`; `bad-period` for what is no month; `too-large`.
#[uniffi::export]
pub fn duties_of_month(
    regimes: Vec<RegimeQuery>,
    agency: &str,
    month: &str,
    lang: Lang,
) -> Result<Vec<MonthDuty>, TiendoError> {
    let brought = regimes.into_iter().map(RegimeQuery::read).collect::<Result<Vec<_>, _>>()?;
    let regimes: Vec<_> = brought.iter().map(|(plan, query)| (plan, query.clone())).collect();
    Ok(crate::all(tiendo::duties_of_month(&regimes, agency, month, lang)?))
}

/// For each period both tiers report on by a date, the days between: in the lower tier's order.
///
/// The errors are those of `obligations`, and `too-many` beyond the limit on reports.
#[uniffi::export]
pub fn slack(
    lower: Plan,
    lower_query: ReportingQuery,
    upper: Plan,
    upper_query: ReportingQuery,
) -> Result<Vec<Slack>, TiendoError> {
    Ok(crate::all(tiendo::slack(&lower_query.ask(lower)?, &upper_query.ask(upper)?)?))
}

/// The due days as an iCalendar file; what is exempt or has no date is left out.
///
/// `stamp` is the instant the file is made, as RFC 3339 writes it: the library has no clock.
///
/// The errors are those of `obligations`, `bad-date` for a stamp that is no instant, `year-out-of-range` and
/// `too-large`.
#[uniffi::export]
pub fn icalendar(plan: Plan, query: ReportingQuery, stamp: &str, lang: Lang) -> Result<String, TiendoError> {
    Ok(query.ask(plan)?.to_ics(stamp, lang)?)
}

/// What a label is made of, the cycle and the period; the rest is as of no report.
fn core_obligation(obligation: Obligation) -> tiendo::Obligation {
    tiendo::Obligation {
        plan: obligation.plan.into(),
        rule: obligation.rule.into(),
        cycle: obligation.cycle,
        period: obligation.period.into(),
        agency: None,
        start: None,
        end: None,
        written: None,
        timely: None,
        shifted: None,
        due: None,
        steps: Vec::new(),
        grace_days: 0,
        unsourced_days: [].into(),
        cutoff: None,
        recipient: "".into(),
        feeds: [].into(),
        coincides: [].into(),
        exempt: None,
        text: None,
    }
}
