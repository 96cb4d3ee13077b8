//! From JSON text to text, the same in every language: assessments, what they come to, and their reports.

use tiendo::{CsvStyle, CsvTable, ReportFormat};

use crate::prelude::*;
use crate::take::{Day, Json};

/// A text that may be left out.
fn bytes(json: Option<&Json>) -> Option<&[u8]> {
    json.map(|json| json.0.as_slice())
}

/// How a plan stands on a day, from JSON to JSON: of a plan, of records, and of options or none.
///
/// The text is the same in every language. Raises `TiendoError` with the codes of files, `bad-date`, and those of
/// `Plan.assess`.
///
/// >>> plan = tiendo.Plan.builtin("tien-dien").to_json()
/// >>> none = '{"schemaVersion": 1, "synthetic": true, "records": []}'
/// >>> tiendo.assess_json(plan, none, "2026-11-27")[:43]
/// '{"schemaVersion":1,"plan":{"id":"tien-dien"'
#[pyfunction]
#[pyo3(signature = (plan, records, today, options=None))]
pub(crate) fn assess_json(
    py: Python<'_>,
    plan: Arg<'_, Json>,
    records: Arg<'_, Json>,
    today: Arg<'_, Day>,
    options: Option<Arg<'_, Json>>,
) -> PyResult<String> {
    let (plan, records, today) = (plan.at("plan")?, records.at("records")?, today.at("today")?);
    let options = maybe(options, "options")?;
    py.detach(|| tiendo::assess_json(&plan.0, &records.0, &today.0, bytes(options.as_ref()))).map_err(raise)
}

/// What changed between two assessments of one plan, and why: kinds, causes, a sentence an item.
///
/// `Changes.from_json` reads the answer. Raises `TiendoError` with code `unknown-plan` where the plans differ, `bad-date`
/// where the first is of the later day, `bad-option` where other options differ than those of what is known and shown.
///
/// >>> plan = tiendo.Plan.builtin("tien-dien").to_json()
/// >>> none = '{"schemaVersion": 1, "synthetic": true, "records": []}'
/// >>> june, july = (tiendo.assess_json(plan, none, day) for day in ("2026-06-20", "2026-07-20"))
/// >>> tiendo.Changes.from_json(tiendo.changes_json(june, july)).to.today
/// datetime.date(2026, 7, 20)
#[pyfunction]
pub(crate) fn changes_json(py: Python<'_>, before: Arg<'_, Json>, after: Arg<'_, Json>) -> PyResult<String> {
    let (before, after) = (before.at("before")?, after.at("after")?);
    py.detach(|| tiendo::changes_json(&before.0, &after.0)).map_err(raise)
}

/// Which standings are others where one option is another: of a plan, of records, of options and trials or none.
///
/// `trials` is a list of `{"option": …, "value": …}`, by default choices of two turned and thresholds beside the usual
/// ones. Raises `TiendoError` with the codes of files, `unknown-field` and `bad-option` for a trial, and those of `assess_json`.
///
/// >>> plan = tiendo.Plan.builtin("tien-dien").to_json()
/// >>> none = '{"schemaVersion": 1, "synthetic": true, "records": []}'
/// >>> trials = '[{"option": "onTrack", "value": "0.9"}]'
/// >>> '"items":[]' in tiendo.sensitivity_json(plan, none, "2026-07-15", trials=trials)
/// True
#[pyfunction]
#[pyo3(signature = (plan, records, today, options=None, trials=None))]
pub(crate) fn sensitivity_json(
    py: Python<'_>,
    plan: Arg<'_, Json>,
    records: Arg<'_, Json>,
    today: Arg<'_, Day>,
    options: Option<Arg<'_, Json>>,
    trials: Option<Arg<'_, Json>>,
) -> PyResult<String> {
    let (plan, records, today) = (plan.at("plan")?, records.at("records")?, today.at("today")?);
    let (options, trials) = (maybe(options, "options")?, maybe(trials, "trials")?);
    let (options, trials) = (bytes(options.as_ref()), bytes(trials.as_ref()));
    py.detach(|| tiendo::sensitivity_json(&plan.0, &records.0, &today.0, options, trials)).map_err(raise)
}

/// The figures of communes summed for their province's indicators, along recorded links: of the province's plan and
/// records, of `units` (a list of `{"id": …, "name": …, "plan": …, "records": …}`), of options or none.
///
/// `RollUp.from_json` reads the answer. Raises `TiendoError` with the codes of files, and those of `assess_json`.
///
/// >>> plan = tiendo.Plan.builtin("ha-tinh-231").to_json()
/// >>> none = '{"schemaVersion": 1, "synthetic": true, "records": []}'
/// >>> tiendo.RollUp.from_json(tiendo.roll_up_json(plan, none, "[]", "2026-07-15")).indicators
/// ()
#[pyfunction]
#[pyo3(signature = (plan, records, units, today, options=None))]
pub(crate) fn roll_up_json(
    py: Python<'_>,
    plan: Arg<'_, Json>,
    records: Arg<'_, Json>,
    units: Arg<'_, Json>,
    today: Arg<'_, Day>,
    options: Option<Arg<'_, Json>>,
) -> PyResult<String> {
    let (plan, records, units) = (plan.at("plan")?, records.at("records")?, units.at("units")?);
    let (today, options) = (today.at("today")?, maybe(options, "options")?);
    let options = bytes(options.as_ref());
    py.detach(|| tiendo::roll_up_json(&plan.0, &records.0, &units.0, &today.0, options)).map_err(raise)
}

/// The report of a period, as data, from JSON to JSON: of an assessment, of that of the report before or `None`, and of
/// what is asked (`{"period": "2026-Q3", "lang": "vi"}`).
///
/// Raises `TiendoError` with code `bad-period`, `unknown-code` for an agency that has nothing in the plan, and those of
/// `changes_json`.
///
/// >>> plan = tiendo.Plan.builtin("tien-dien").to_json()
/// >>> none = '{"schemaVersion": 1, "synthetic": true, "records": []}'
/// >>> june = tiendo.assess_json(plan, none, "2026-06-30")
/// >>> report = tiendo.period_report_json(june, None, '{"period": "2026-06"}')
/// >>> tiendo.render_json(report, "markdown").decode().count("# BÁO CÁO")
/// 1
#[pyfunction]
#[pyo3(signature = (assessment, earlier, query))]
pub(crate) fn period_report_json(
    py: Python<'_>,
    assessment: Arg<'_, Json>,
    earlier: Option<Arg<'_, Json>>,
    query: Arg<'_, Json>,
) -> PyResult<String> {
    let (assessment, query) = (assessment.at("assessment")?, query.at("query")?);
    let earlier = maybe(earlier, "earlier")?;
    let earlier = bytes(earlier.as_ref());
    py.detach(|| tiendo::period_report_json(&assessment.0, earlier, &query.0)).map_err(raise)
}

/// A report of `period_report_json` laid out: `markdown`, `html` or `docx`. The same report gives the same bytes.
///
/// Raises `TiendoError` with the codes of JSON that is no report.
///
/// >>> plan = tiendo.Plan.builtin("tien-dien").to_json()
/// >>> none = '{"schemaVersion": 1, "synthetic": true, "records": []}'
/// >>> june = tiendo.assess_json(plan, none, "2026-06-30")
/// >>> tiendo.render_json(tiendo.period_report_json(june, None, '{"period": "2026-06"}'), "docx")[:2]
/// b'PK'
#[pyfunction]
pub(crate) fn render_json<'py>(
    py: Python<'py>,
    report: Arg<'_, Json>,
    format: Arg<'_, ReportFormat>,
) -> PyResult<Bound<'py, pyo3::types::PyBytes>> {
    let (report, format) = (report.at("report")?, format.at("format")?);
    let file = py.detach(|| tiendo::render_json(&report.0, format)).map_err(raise)?;
    Ok(pyo3::types::PyBytes::new(py, &file))
}

/// A table of an assessment's text for a spreadsheet: `indicators`, `tasks`, `reports` or `scorecards`.
///
/// In the style `excel` it is as Vietnamese Excel reads it. A text that looks like a formula begins with an apostrophe.
///
/// >>> plan = tiendo.Plan.builtin("tien-dien").to_json()
/// >>> none = '{"schemaVersion": 1, "synthetic": true, "records": []}'
/// >>> tiendo.csv_json(tiendo.assess_json(plan, none, "2026-06-30"), "tasks")[:12]
/// 'number,title'
#[pyfunction]
#[pyo3(
    signature = (assessment, table, style=Arg::default(), lang=Arg::default()),
    text_signature = "(assessment, table, style='standard', lang='vi')"
)]
pub(crate) fn csv_json(
    py: Python<'_>,
    assessment: Arg<'_, Json>,
    table: Arg<'_, CsvTable>,
    style: Arg<'_, CsvStyle>,
    lang: Arg<'_, Lang>,
) -> PyResult<String> {
    let (assessment, table) = (assessment.at("assessment")?, table.at("table")?);
    let (style, lang) = (style.or("style", CsvStyle::Standard)?, lang.or("lang", Lang::Vi)?);
    py.detach(|| tiendo::csv_json(&assessment.0, table, style, lang)).map_err(raise)
}

/// Everything ahead of an assessment's day as a calendar file that a program may subscribe to: tasks, reports, milestones.
///
/// `options` is `{"stamp": …, "lang": …, "name": …, "alarmDays": …, "refreshHours": …, "agency": …}`, the stamp needed.
/// Raises `TiendoError` with code `bad-date` for a stamp that is no instant, `bad-option`.
///
/// >>> plan = tiendo.Plan.builtin("tien-dien").to_json()
/// >>> none = '{"schemaVersion": 1, "synthetic": true, "records": []}'
/// >>> june = tiendo.assess_json(plan, none, "2026-06-30")
/// >>> tiendo.calendar_feed_json(june, '{"stamp": "2026-06-30T00:00:00Z"}')[:15]
/// 'BEGIN:VCALENDAR'
#[pyfunction]
pub(crate) fn calendar_feed_json(
    py: Python<'_>,
    assessment: Arg<'_, Json>,
    options: Arg<'_, Json>,
) -> PyResult<String> {
    let (assessment, options) = (assessment.at("assessment")?, options.at("options")?);
    py.detach(|| tiendo::calendar_feed_json(&assessment.0, &options.0)).map_err(raise)
}
