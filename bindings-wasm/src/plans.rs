//! Plans: reading, writing, looking up, what a careful reader remarks on, and comparing with the plan above.

use std::rc::Rc;

use tiendo::{CsvStyle, ErrorCode, Limits, Options, Plan, PlanView, Severity};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Thrown, within};
use crate::files::{calendar_if, records_of, registry_if, registry_or_builtin};
use crate::handles::{Handle, keep, kept};
use crate::{code, date, file, limits_of, plain};

/// A plan with its view: rows and deadlines read once, what is looked up indexed.
pub(crate) struct Kept {
    // Before what it borrows, so that it is dropped first.
    view: PlanView<'static>,
    pub(crate) plan: Rc<Plan>,
    limits: Limits,
}

impl Kept {
    fn new(plan: Plan, limits: &Limits) -> Kept {
        let plan = Rc::new(plan);
        // SAFETY: the plan lies in the `Rc` that is kept beside the view, never moves, and nobody changes it. The view is
        // only lent for as long as `self` lives.
        let lasting: &'static Plan = unsafe { &*Rc::as_ptr(&plan) };
        Kept { view: lasting.view_with(limits), plan, limits: limits.clone() }
    }

    fn view(&self) -> &PlanView<'_> {
        &self.view
    }
}

impl Handle for Kept {
    fn about(&self) -> Result<JsValue, Thrown> {
        plain(&*self.plan)
    }

    fn to_json(&self) -> String {
        self.plan.to_json()
    }
}

pub(crate) fn plan_of(number: u32) -> Result<Rc<Kept>, Thrown> {
    kept(number)
}

/// An assessment from JSON to JSON, as text: what `assessJson` of `js/index.js` is made of.
#[wasm_bindgen]
pub fn assessJson(plan: &[u8], records: &[u8], today: &str, options: &[u8]) -> Result<String, Thrown> {
    Ok(tiendo::assess_json(plan, records, today, given(options))?)
}

/// A text that may be left out crosses as none.
fn given(text: &[u8]) -> Option<&[u8]> {
    (!text.is_empty()).then_some(text)
}

/// What changed between two assessments, as text.
#[wasm_bindgen]
pub fn changesJson(before: &[u8], after: &[u8]) -> Result<String, Thrown> {
    Ok(tiendo::changes_json(before, after)?)
}

/// Which standings flip under other options, as text.
#[wasm_bindgen]
pub fn sensitivityJson(
    plan: &[u8],
    records: &[u8],
    today: &str,
    options: &[u8],
    trials: &[u8],
) -> Result<String, Thrown> {
    Ok(tiendo::sensitivity_json(plan, records, today, given(options), given(trials))?)
}

/// The figures of units summed, as text.
#[wasm_bindgen]
pub fn rollUpJson(
    plan: &[u8],
    records: &[u8],
    units: &[u8],
    today: &str,
    options: &[u8],
) -> Result<String, Thrown> {
    Ok(tiendo::roll_up_json(plan, records, units, today, given(options))?)
}

/// A table for a spreadsheet.
#[wasm_bindgen]
pub fn csvJson(assessment: &[u8], table: &str, style: &str, lang: &str) -> Result<String, Thrown> {
    let table = code(table, ErrorCode::BadValue, "table")?;
    let style =
        if style.is_empty() { Ok(CsvStyle::default()) } else { code(style, ErrorCode::BadOption, "style") };
    Ok(tiendo::csv_json(assessment, table, style?, crate::lang(lang)?)?)
}

/// A calendar of everything ahead.
#[wasm_bindgen]
pub fn calendarFeedJson(assessment: &[u8], options: &[u8]) -> Result<String, Thrown> {
    Ok(tiendo::calendar_feed_json(assessment, options)?)
}

/// A period's report, as text.
#[wasm_bindgen]
pub fn periodReportJson(assessment: &[u8], earlier: &[u8], query: &[u8]) -> Result<String, Thrown> {
    Ok(tiendo::period_report_json(assessment, given(earlier), query)?)
}

/// A report laid out, as a file's bytes.
#[wasm_bindgen]
pub fn renderJson(report: &[u8], format: &str) -> Result<Vec<u8>, Thrown> {
    Ok(tiendo::render_json(report, code(format, ErrorCode::BadValue, "format")?)?)
}

/// A number that no task has is no error.
fn number_of(task: i64) -> u32 {
    u32::try_from(task).unwrap_or(u32::MAX)
}

exports! {
    builtinPlanIds() => Plan::builtin_ids().collect::<Vec<_>>();
    // Of an id that is known the caller brings the file.
    checkPlanId(id: &str) => if !Plan::builtin_ids().any(|known| known == id) { Plan::builtin(id).map(drop)?; };
    plan(json: &[u8], is_object: bool, limits: &str) => {
        let limits = limits_of(limits)?;
        keep(Kept::new(file(json, is_object, &limits, Plan::from_json_with)?, &limits))
    };
    rows(number: u32) => plan_of(number)?.view().rows().map(|(_, row)| row).collect::<Vec<_>>();
    deadlines(number: u32) => plan_of(number)?.view().deadlines().map(|(_, deadline)| deadline).collect::<Vec<_>>();
    row(number: u32, code: &str) => plan_of(number)?.view().row(code);
    indicator(number: u32, code: &str) => plan_of(number)?.view().indicator(code);
    task(number: u32, task: i64) => plan_of(number)?.view().task(number_of(task));
    deadline(number: u32, task: i64) => plan_of(number)?.view().deadline(number_of(task));
    milestoneOn(number: u32, today: &str) => plan_of(number)?.plan.milestone_on(date(today, "today")?);
    lint(number: u32, registry: i32, minimum: &str) => {
        let all = if minimum.is_empty() { Severity::Info } else { code(minimum, ErrorCode::BadValue, "minimum")? };
        tiendo::lint_at(plan_of(number)?.view(), &*registry_or_builtin(registry)?, all)
    };
    assess(number: u32, records: u32, today: &str, options: &str, calendar: i32, registry: i32) => {
        let (plan, records) = (plan_of(number)?, records_of(records)?);
        let limits = plan.limits.clone();
        let options = Options::from_json_with(options.as_bytes(), &limits).map_err(|error| within("options", error))?;
        let calendar = calendar_if(calendar)?.or(options.calendar);
        let registry = registry_if(registry)?.or(options.registry);
        let options = Options { calendar, registry, ..options };
        tiendo::assess(&plan.plan, &records, date(today, "today")?, &options)?
    };
    comparePlans(child: u32, parent: u32, registry: i32) =>
        tiendo::compare_plans(plan_of(child)?.view(), plan_of(parent)?.view(), &*registry_or_builtin(registry)?)?;
    suggestLinks(child: u32, parent: u32) => tiendo::suggest_links(plan_of(child)?.view(), plan_of(parent)?.view())?;
}
