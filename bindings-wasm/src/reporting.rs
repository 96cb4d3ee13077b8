//! Periods, days off, and reports: who owes which when, and whether it came on time.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use serde::Serialize;
use tiendo::{
    Calendar, Cycle, Error, ErrorCode, Lang, Obligations, Period, Records, Registry, ReportingQuery,
};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::{refused, thrown, unplaced, within};
use crate::plans::{plan, plan_at};
use crate::{lang, limits_of, plain, plain_in_parts, word};

pub(crate) fn date(text: &str, path: &str) -> Result<NaiveDate, JsValue> {
    tiendo::parse_date(text).map_err(|error| thrown(Error { path: path.to_owned(), ..error }))
}

/// A question: its JSON, and beside it the registry, a text of the caller's whose errors have lines, and the limits, which
/// its reading keeps too.
fn question(json: &str, registry: Option<String>, limits: Option<String>) -> Result<ReportingQuery, JsValue> {
    let limits = limits_of(limits)?;
    let query = ReportingQuery::from_json_with(json.as_bytes(), &limits);
    let query = query.map_err(|error| thrown(unplaced(error)))?;
    let registry = registry.map(|json| Registry::from_json_with(json.as_bytes(), &limits).map(Arc::new));
    Ok(ReportingQuery { registry: registry.transpose().map_err(thrown)?, limits, ..query })
}

/// The reports one plan asks for.
fn asked(source: &str, query: &ReportingQuery) -> Result<Obligations, JsValue> {
    plan(source, &query.limits)?.obligations(query).map_err(thrown)
}

/// The built-in calendar, read once.
static BUILTIN: LazyLock<Calendar> = LazyLock::new(Calendar::builtin);

/// The calendar of a caller's, else the built-in one.
fn calendar_of(json: Option<String>, limits: Option<String>) -> Result<Cow<'static, Calendar>, JsValue> {
    let limits = limits_of(limits)?;
    match json {
        Some(json) => Calendar::from_json_with(json.as_bytes(), &limits)
            .map(Cow::Owned)
            .map_err(|error| thrown(within("calendar", error))),
        None => Ok(Cow::Borrowed(&BUILTIN)),
    }
}

/// The built-in calendar, as its file has it.
#[wasm_bindgen]
pub fn calendar() -> Result<JsValue, JsValue> {
    plain(&*BUILTIN)
}

/// Whether a day is off, and what decides.
#[wasm_bindgen(js_name = dayStatus)]
pub fn day_status(day: &str, calendar: Option<String>, limits: Option<String>) -> Result<JsValue, JsValue> {
    let (calendar, day) = (calendar_of(calendar, limits)?, date(day, "date")?);
    plain(&calendar.status(day).map_err(thrown)?)
}

/// The first working day from a day on.
#[wasm_bindgen(js_name = nextWorkingDay)]
pub fn next_working_day(
    day: &str,
    calendar: Option<String>,
    limits: Option<String>,
) -> Result<String, JsValue> {
    let (calendar, day) = (calendar_of(calendar, limits)?, date(day, "date")?);
    Ok(calendar.next_working_day(day).map_err(thrown)?.to_string())
}

/// The last working day up to a day.
#[wasm_bindgen(js_name = previousWorkingDay)]
pub fn previous_working_day(
    day: &str,
    calendar: Option<String>,
    limits: Option<String>,
) -> Result<String, JsValue> {
    let (calendar, day) = (calendar_of(calendar, limits)?, date(day, "date")?);
    Ok(calendar.previous_working_day(day).map_err(thrown)?.to_string())
}

/// The date in Việt Nam of an instant.
#[wasm_bindgen(js_name = dateInVietnam)]
pub fn date_in_vietnam(instant: &str) -> Result<String, JsValue> {
    Ok(tiendo::date_in_vietnam(instant).map_err(thrown)?.to_string())
}

/// A period with its days and its labels.
#[derive(Serialize)]
struct ReadPeriod {
    id: Period,
    cycle: Cycle,
    start: NaiveDate,
    end: NaiveDate,
    vi: String,
    en: String,
}

impl From<Period> for ReadPeriod {
    fn from(period: Period) -> ReadPeriod {
        ReadPeriod {
            cycle: period.cycle(),
            start: period.start(),
            end: period.end(),
            vi: period.label(Lang::Vi),
            en: period.label(Lang::En),
            id: period,
        }
    }
}

/// Reads a period's id.
#[wasm_bindgen]
pub fn period(id: &str) -> Result<JsValue, JsValue> {
    plain(&id.parse::<Period>().map(ReadPeriod::from).map_err(thrown)?)
}

/// The period of a cycle that holds a day.
#[wasm_bindgen(js_name = periodHolding)]
pub fn period_holding(cycle: &str, day: &str) -> Result<JsValue, JsValue> {
    let cycle = word(cycle, ErrorCode::BadValue, "cycle")?;
    plain(&Period::holding(cycle, date(day, "date")?).map(ReadPeriod::from))
}

/// What a reader should know and the bodies that owe, then the reports owed, in parts.
#[wasm_bindgen]
pub fn obligations(
    plan: &str,
    query: &str,
    registry: Option<String>,
    limits: Option<String>,
) -> Result<Vec<JsValue>, JsValue> {
    let owed = asked(plan, &question(query, registry, limits)?)?;
    let mut all = vec![plain(&(owed.findings(), owed.reporting_units()))?];
    all.extend(plain_in_parts(owed.iter())?);
    Ok(all)
}

/// Whether the reports owed came on time: the counts, the sentences in both languages and the reminders asked for, then the
/// reports, in parts.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "a question, its plan, and four things to judge it by")]
pub fn timeliness(
    plan: &str,
    query: &str,
    registry: Option<String>,
    limits: Option<String>,
    records: &str,
    today: &str,
    within_days: Option<i64>,
    in_lang: Option<String>,
) -> Result<Vec<JsValue>, JsValue> {
    let query = question(query, registry, limits)?;
    let owed = asked(plan, &query)?;
    let (today, lang) = (date(today, "today")?, lang(in_lang)?);
    let within_days = within_days.map(days).transpose()?;
    let records = Records::from_json_with(records.as_bytes(), &query.limits);
    let records = records.map_err(|error| thrown(unplaced(error)))?;
    let judged = owed.timeliness(records.submissions(), records.exemptions(), today).map_err(thrown)?;
    let sentences = |lang| judged.sentences(lang).map_err(thrown);
    let reminders = within_days.map(|days| judged.reminders(days, lang).map_err(thrown)).transpose()?;
    let counts = (judged.total(), judged.by_agency(), judged.by_period(), judged.by_cycle());
    let texts = (sentences(Lang::Vi)?, sentences(Lang::En)?, reminders);
    let mut all = vec![plain(&(judged.today(), counts, judged.unmatched(), texts))?];
    all.extend(plain_in_parts(judged.reports())?);
    Ok(all)
}

/// A number of days as the core's type holds it.
fn days(count: i64) -> Result<u32, JsValue> {
    let most = u32::MAX;
    let expected = || (format!("số ngày từ 0 đến {most}"), format!("a number of days from 0 to {most}"));
    u32::try_from(count).map_err(|_| refused(ErrorCode::BadOption, "withinDays", expected()))
}

/// Due days as an iCalendar file.
#[wasm_bindgen]
pub fn icalendar(
    plan: &str,
    query: &str,
    registry: Option<String>,
    limits: Option<String>,
    stamp: &str,
    in_lang: Option<String>,
) -> Result<String, JsValue> {
    let owed = asked(plan, &question(query, registry, limits)?)?;
    owed.to_ics(stamp, lang(in_lang)?).map_err(thrown)
}

/// What one body owes in a month under several plans, each with the question that is its own.
#[wasm_bindgen(js_name = dutiesOfMonth)]
#[expect(clippy::too_many_arguments, reason = "a question, its plans with theirs, and three things to ask")]
pub fn duties_of_month(
    plans: Vec<String>,
    own: Vec<String>,
    query: &str,
    registry: Option<String>,
    limits: Option<String>,
    agency: &str,
    month: &str,
    in_lang: Option<String>,
) -> Result<JsValue, JsValue> {
    let (shared, lang) = (question(query, registry, limits)?, lang(in_lang)?);
    let read = |(at, (source, own)): (usize, (&String, &String))| {
        let place = format!("plans[{at}]");
        let plan = plan_at(&format!("{place}.plan"), source, &shared.limits)?;
        let own = ReportingQuery::from_json_with(own.as_bytes(), &shared.limits);
        let ReportingQuery { effective, given, .. } = own.map_err(|error| thrown(within(&place, error)))?;
        Ok((plan, ReportingQuery { effective, given, ..shared.clone() }))
    };
    let read = plans.iter().zip(&own).enumerate().map(read).collect::<Result<Vec<_>, JsValue>>()?;
    let asked: Vec<_> = read.iter().map(|(plan, query)| (plan, query.clone())).collect();
    plain(&tiendo::duties_of_month(&asked, agency, month, lang).map_err(thrown)?)
}

/// The days between the reports of two tiers.
#[wasm_bindgen]
pub fn slack(
    lower: &str,
    upper: &str,
    query: &str,
    registry: Option<String>,
    limits: Option<String>,
    lower_effective: Option<String>,
    upper_effective: Option<String>,
) -> Result<JsValue, JsValue> {
    let query = question(query, registry, limits)?;
    let tier = |source: &str, name: &str, effective: Option<String>| {
        let plan = plan_at(name, source, &query.limits)?;
        let effective = effective.map(|day| date(&day, &format!("{name}Effective"))).transpose()?;
        plan.obligations(&ReportingQuery { effective, ..query.clone() }).map_err(thrown)
    };
    let (lower, upper) = (tier(lower, "lower", lower_effective)?, tier(upper, "upper", upper_effective)?);
    plain(&tiendo::slack(&lower, &upper).map_err(thrown)?)
}
