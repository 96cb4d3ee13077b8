//! Periods, days off, and reports: who owes which when, and whether it came on time.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tiendo::{
    Calendar, CalendarDay, Cycle, DayOffShift, Error, ErrorCode, GivenReport, Lang, Obligations, Period,
    Plan, Records, Registry, Reminder, Reporting, ReportingOptions, Timeliness,
};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::{refused, thrown, unplaced, within};
use crate::{given, registry, taken, word};

/// What callers choose about reports, as `js/index.js` has checked it: each function knows some of these.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Options {
    before_inclusive: bool,
    of_next_month: bool,
    day_off_shift: Option<String>,
    grace_days: i64,
    decree09_cutoff: bool,
    count_returned: bool,
    calendar: Option<String>,
    registry: Option<String>,
    agencies: Vec<String>,
    effective: Option<String>,
    lower_effective: Option<String>,
    upper_effective: Option<String>,
    given: Vec<Given>,
    records: String,
    today: String,
    within_days: Option<i64>,
    stamp: String,
    lang: Option<String>,
}

/// A report whose date the caller gives.
#[derive(Deserialize)]
struct Given {
    rule: String,
    period: String,
    written: String,
    #[serde(default)]
    before: bool,
    start: Option<String>,
    end: Option<String>,
}

/// A plan, its JSON, and what of it the caller knows.
#[derive(Deserialize)]
struct InForce {
    plan: String,
    effective: Option<String>,
    #[serde(default)]
    given: Vec<Given>,
}

impl Options {
    fn lang(&self) -> Result<Lang, JsValue> {
        self.lang.as_deref().map_or(Ok(Lang::default()), |lang| word(lang, ErrorCode::BadOption, "lang"))
    }
}

/// What is asked of every plan of a call.
struct Question {
    options: ReportingOptions,
    calendar: Cow<'static, Calendar>,
    registry: Cow<'static, Registry>,
}

impl Question {
    fn of(options: &mut Options) -> Result<Question, JsValue> {
        let day_off_shift = options
            .day_off_shift
            .as_deref()
            .map_or(Ok(DayOffShift::None), |shift| word(shift, ErrorCode::BadOption, "dayOffShift"))?;
        Ok(Question {
            options: ReportingOptions {
                before_inclusive: options.before_inclusive,
                of_next_month: options.of_next_month,
                day_off_shift,
                // One the core's type cannot hold becomes the greatest, for the core to refuse.
                grace_days: u32::try_from(options.grace_days).unwrap_or(u32::MAX),
                decree_09_cutoff: options.decree09_cutoff,
                count_returned: options.count_returned,
            },
            calendar: calendar_of(options.calendar.take())?,
            registry: registry(options.registry.take())?,
        })
    }

    fn reporting<'a>(
        &'a self,
        agencies: &'a [&'a str],
        effective: Option<NaiveDate>,
        given: &'a [GivenReport],
    ) -> Reporting<'a> {
        let Question { options, calendar, registry } = self;
        let (calendar, registry) = (Some(calendar.as_ref()), Some(registry.as_ref()));
        Reporting { agencies, effective, given, options: *options, calendar, registry }
    }
}

/// The reports one plan asks for between two days.
fn asked(plan: &str, start: &str, end: &str, options: &mut Options) -> Result<Obligations, JsValue> {
    let plan = Plan::from_json(plan.as_bytes()).map_err(|error| thrown(unplaced(error)))?;
    let question = Question::of(options)?;
    let days = (date(start, "start")?, date(end, "end")?);
    let effective = optional_date(options.effective.as_deref(), "effective")?;
    let given = given_reports(&options.given, "given")?;
    let agencies: Vec<&str> = options.agencies.iter().map(String::as_str).collect();
    let asked = question.reporting(&agencies, effective, &given);
    plan.obligations(days.0, days.1, &asked).map_err(thrown)
}

fn date(text: &str, path: &str) -> Result<NaiveDate, JsValue> {
    tiendo::parse_date(text).map_err(|error| thrown(Error { path: path.to_owned(), ..error }))
}

fn optional_date(text: Option<&str>, path: &str) -> Result<Option<NaiveDate>, JsValue> {
    text.map(|text| date(text, path)).transpose()
}

fn given_reports(reports: &[Given], path: &str) -> Result<Vec<GivenReport>, JsValue> {
    let read = |(at, report): (usize, &Given)| {
        let at = |field: &str| format!("{path}[{at}].{field}");
        Ok(GivenReport {
            rule: report.rule.clone(),
            period: report.period.clone(),
            written: date(&report.written, &at("written"))?,
            before: report.before,
            start: optional_date(report.start.as_deref(), &at("start"))?,
            end: optional_date(report.end.as_deref(), &at("end"))?,
        })
    };
    reports.iter().enumerate().map(read).collect()
}

/// The built-in calendar, read once.
static BUILTIN: LazyLock<Calendar> = LazyLock::new(Calendar::builtin);

/// The calendar of a caller's, else the built-in one.
fn calendar_of(json: Option<String>) -> Result<Cow<'static, Calendar>, JsValue> {
    match json {
        Some(json) => Calendar::from_json(json.as_bytes())
            .map(Cow::Owned)
            .map_err(|error| thrown(within("calendar", error))),
        None => Ok(Cow::Borrowed(&BUILTIN)),
    }
}

/// The built-in calendar as JSON.
#[wasm_bindgen]
pub fn calendar() -> String {
    BUILTIN.to_json()
}

/// Whether a day is off, and what decides.
#[wasm_bindgen(js_name = dayStatus)]
pub fn day_status(day: &str, calendar: Option<String>) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Status<'c> {
        off: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        day: Option<&'c CalendarDay>,
    }
    let (calendar, day) = (calendar_of(calendar)?, date(day, "date")?);
    let status = calendar.status(day).map_err(thrown)?;
    given(&Status { off: status.off, day: status.day })
}

/// The first working day from a day on.
#[wasm_bindgen(js_name = nextWorkingDay)]
pub fn next_working_day(day: &str, calendar: Option<String>) -> Result<String, JsValue> {
    let (calendar, day) = (calendar_of(calendar)?, date(day, "date")?);
    Ok(calendar.next_working_day(day).map_err(thrown)?.to_string())
}

/// The last working day up to a day.
#[wasm_bindgen(js_name = previousWorkingDay)]
pub fn previous_working_day(day: &str, calendar: Option<String>) -> Result<String, JsValue> {
    let (calendar, day) = (calendar_of(calendar)?, date(day, "date")?);
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
    given(&id.parse::<Period>().map(ReadPeriod::from).map_err(thrown)?)
}

/// The period of a cycle that holds a day.
#[wasm_bindgen(js_name = periodHolding)]
pub fn period_holding(cycle: &str, day: &str) -> Result<JsValue, JsValue> {
    let cycle = word(cycle, ErrorCode::BadValue, "cycle")?;
    given(&Period::holding(cycle, date(day, "date")?).map(ReadPeriod::from))
}

/// The reports owed between two days.
#[wasm_bindgen]
pub fn obligations(plan: &str, start: &str, end: &str, options: JsValue) -> Result<JsValue, JsValue> {
    given(&asked(plan, start, end, &mut taken(options)?)?)
}

/// Whether the reports owed came on time.
#[wasm_bindgen]
pub fn timeliness(plan: &str, start: &str, end: &str, options: JsValue) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Sentences {
        vi: Vec<String>,
        en: Vec<String>,
    }
    #[derive(Serialize)]
    struct Judged<'t> {
        #[serde(flatten)]
        timeliness: &'t Timeliness<'t>,
        sentences: Sentences,
        #[serde(skip_serializing_if = "Option::is_none")]
        reminders: Option<Vec<Reminder>>,
    }
    let mut options: Options = taken(options)?;
    let owed = asked(plan, start, end, &mut options)?;
    let (today, lang) = (date(&options.today, "today")?, options.lang()?);
    let within_days = options.within_days.map(days).transpose()?;
    let records = Records::from_json(options.records.as_bytes()).map_err(|error| thrown(unplaced(error)))?;
    let timeliness = owed.timeliness(records.submissions(), records.exemptions(), today).map_err(thrown)?;
    given(&Judged {
        sentences: Sentences { vi: timeliness.sentences(Lang::Vi), en: timeliness.sentences(Lang::En) },
        reminders: within_days.map(|days| timeliness.reminders(days, lang)),
        timeliness: &timeliness,
    })
}

/// A number of days as the core's type holds it.
fn days(count: i64) -> Result<u32, JsValue> {
    let expected = || format!("a number of days from 0 to {}", u32::MAX);
    u32::try_from(count).map_err(|_| refused(ErrorCode::BadOption, "withinDays", expected()))
}

/// Due days as an iCalendar file.
#[wasm_bindgen]
pub fn icalendar(plan: &str, start: &str, end: &str, options: JsValue) -> Result<String, JsValue> {
    let mut options: Options = taken(options)?;
    let owed = asked(plan, start, end, &mut options)?;
    owed.to_ics(&options.stamp, options.lang()?).map_err(thrown)
}

/// What one body owes in a month under several plans.
#[wasm_bindgen(js_name = dutiesOfMonth)]
pub fn duties_of_month(
    plans: JsValue,
    agency: &str,
    month: &str,
    options: JsValue,
) -> Result<JsValue, JsValue> {
    let (plans, mut options): (Vec<InForce>, Options) = (taken(plans)?, taken(options)?);
    let (question, lang) = (Question::of(&mut options)?, options.lang()?);
    let read = |(at, of): (usize, &InForce)| {
        let place = format!("plans[{at}]");
        let plan = Plan::from_json(of.plan.as_bytes());
        let plan = plan.map_err(|error| thrown(within(&place, within("plan", error))))?;
        let effective = optional_date(of.effective.as_deref(), &format!("{place}.effective"))?;
        Ok((plan, effective, given_reports(&of.given, &format!("{place}.given"))?))
    };
    let read = plans.iter().enumerate().map(read).collect::<Result<Vec<_>, JsValue>>()?;
    let asked =
        read.iter().map(|(plan, effective, given)| (plan, question.reporting(&[], *effective, given)));
    given(&tiendo::duties_of_month(&asked.collect::<Vec<_>>(), agency, month, lang).map_err(thrown)?)
}

/// The days between the reports of two tiers.
#[wasm_bindgen]
pub fn slack(lower: &str, upper: &str, start: &str, end: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let mut options: Options = taken(options)?;
    let question = Question::of(&mut options)?;
    let days = (date(start, "start")?, date(end, "end")?);
    let tier = |json: &str, name: &str, effective: Option<&str>| {
        let plan = Plan::from_json(json.as_bytes()).map_err(|error| thrown(within(name, error)))?;
        let effective = optional_date(effective, &format!("{name}Effective"))?;
        plan.obligations(days.0, days.1, &question.reporting(&[], effective, &[])).map_err(thrown)
    };
    let lower = tier(lower, "lower", options.lower_effective.as_deref())?;
    let upper = tier(upper, "upper", options.upper_effective.as_deref())?;
    given(&tiendo::slack(&lower, &upper).map_err(thrown)?)
}
