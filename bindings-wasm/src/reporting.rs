//! Reports: who owes which when, and whether it came on time.

use std::rc::Rc;

use tiendo::{ErrorCode, Limits, Obligations, Period, Records, ReportingQuery, Rule, Timeliness};
use wasm_bindgen::JsValue;

use crate::error::{Thrown, refused, unplaced, within, within_lists};
use crate::files::{CALENDAR, calendar_if, registry_if};
use crate::handles::{Handle, keep, kept};
use crate::plans::plan_of;
use crate::{date, lang, limits_of, plain, result};

/// A question about reports.
struct Asked(ReportingQuery);

impl Handle for Asked {}

/// Reports owed, with the limits of their question.
struct Owed {
    owed: Obligations,
    limits: Limits,
}

// What lists are about is a list too, in the order of the fields in `js/index.js`.
impl Handle for Owed {
    fn about(&self) -> Result<JsValue, Thrown> {
        plain(&(self.owed.len(), self.owed.findings(), self.owed.reporting_units()))
    }

    fn page(&self, at: usize, count: usize) -> Result<JsValue, Thrown> {
        plain(&self.owed.iter_from(at).take(count).collect::<Vec<_>>())
    }

    fn to_json(&self) -> String {
        tiendo::to_json(&self.owed)
    }
}

impl Handle for Timeliness {
    fn about(&self) -> Result<JsValue, Thrown> {
        let (len, today, total, unmatched) = (self.len(), self.today(), self.total(), self.unmatched());
        plain(&(len, today, total, self.by_agency(), self.by_period(), self.by_cycle(), unmatched))
    }

    fn page(&self, at: usize, count: usize) -> Result<JsValue, Thrown> {
        plain(&self.reports_from(at).take(count).collect::<Vec<_>>())
    }

    fn to_json(&self) -> String {
        tiendo::to_json(self)
    }
}

fn owed(number: u32) -> Result<Rc<Owed>, Thrown> {
    kept(number)
}

fn judged(number: u32) -> Result<Rc<Timeliness>, Thrown> {
    kept(number)
}

fn asked(number: u32) -> Result<Rc<Asked>, Thrown> {
    kept(number)
}

/// Whether the reports came on time, by records of one file: so many submissions, then exemptions.
fn judge(owed: &Owed, records: &str, submissions: usize, today: &str) -> Result<Timeliness, tiendo::Error> {
    let placed = |error| within_lists(submissions, error);
    let records = Records::from_json_with(records.as_bytes(), &owed.limits).map_err(placed)?;
    let today = date(today, "today")?;
    owed.owed.timeliness(records.submissions(), records.exemptions(), today).map_err(placed)
}

fn days(count: i64) -> Result<u32, tiendo::Error> {
    let most = u32::MAX;
    let expected = || (format!("số ngày từ 0 đến {most}"), format!("a number of days from 0 to {most}"));
    u32::try_from(count).map_err(|_| refused(ErrorCode::BadOption, "withinDays", expected()))
}

exports! {
    // Its JSON; its limits, which its reading keeps too; its calendar and registry, where they are handles; and where it
    // stands among several.
    question(json: &str, limits: &str, calendar: i32, registry: i32, place: &str) => {
        let limits = limits_of(limits)?;
        // How many reports are given is asked of the question itself.
        let reading = Limits { given: usize::MAX, ..limits.clone() };
        let query = ReportingQuery::from_json_with(json.as_bytes(), &reading)
            .map_err(|error| if place.is_empty() { unplaced(error) } else { within(place, error) })?;
        let calendar = calendar_if(calendar)?.or(query.calendar);
        let registry = registry_if(registry)?.or(query.registry);
        keep(Asked(ReportingQuery { calendar, registry, limits, ..query }))
    };
    obligations(plan: u32, question: u32) => {
        let query = &asked(question)?.0;
        keep(Owed { owed: plan_of(plan)?.plan.obligations(query)?, limits: query.limits.clone() })
    };
    toIcs(number: u32, stamp: &str, language: &str) => owed(number)?.owed.to_ics(stamp, lang(language)?)?;
    slack(lower: u32, upper: u32) => tiendo::slack(&owed(lower)?.owed, &owed(upper)?.owed)?;
    dutiesOfMonth(plans: &[u32], questions: &[u32], agency: &str, month: &str, language: &str) => {
        let pairs = plans.iter().zip(questions).map(|(plan, question)| Ok((plan_of(*plan)?, asked(*question)?)));
        let pairs = pairs.collect::<Result<Vec<_>, Thrown>>()?;
        let pairs: Vec<_> = pairs.iter().map(|(plan, query)| (&*plan.plan, query.0.clone())).collect();
        tiendo::duties_of_month(&pairs, agency, month, lang(language)?)?
    };
    dueIn(rule: &str, period: &str, question: u32) => {
        let query = &asked(question)?.0;
        let calendar = query.calendar.as_ref().unwrap_or(&CALENDAR);
        result::<Rule>(rule, "rule")?
            .due_in_with(&period.parse::<Period>()?, &query.options, calendar, &query.limits)?
    };
    timeliness(number: u32, records: &str, submissions: usize, today: &str) =>
        keep(judge(&*owed(number)?, records, submissions, today)?);
    sentences(number: u32, language: &str) => judged(number)?.sentences(lang(language)?)?;
    reminders(number: u32, within_days: i64, language: &str) =>
        judged(number)?.reminders(days(within_days)?, lang(language)?)?;
}
