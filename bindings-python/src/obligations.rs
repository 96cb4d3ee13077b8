//! Obligations: every report owed between two days, or on some periods.

use crate::fill::Made;
use std::sync::Mutex;

use crate::generated::getters::ObligationsLists;
use crate::plan::PyPlan;
use crate::prelude::*;
use crate::timeliness::PyTimeliness;
use pyo3::PyTypeInfo;
use pyo3::inspect::PyStaticExpr;
use pyo3::types::{PyRange, PyRangeMethods, PySlice, PyTuple};
use tiendo::{Exemption, MonthDuty, Obligations, Plan, ReportingQuery, Slack, Submission};

/// The reports owed between two days, or on some periods: a sequence of `Obligation`, each made when it is asked for.
///
/// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(tiendo.ReportingQuery(
/// ...     start=datetime.date(2025, 6, 1), end=datetime.date(2025, 6, 30), agencies=["so-nv", "so-tc"]))
/// >>> june
/// Obligations('ha-tinh-231', reports=6, reporting_units=2)
/// >>> june[-1].period, june[-1].agency
/// ('2025-06', 'so-tc')
#[pyclass(frozen, eq, hash, sequence, name = "Obligations", module = "tiendo")]
pub(crate) struct PyObligations {
    pub(crate) core: Obligations,
    plan: Py<PyPlan>,
    // To be pickled, and asked again: obligations are found, not stored.
    query: Py<PyAny>,
    asked: ReportingQuery,
    pub(crate) own: ObligationsLists,
    /// From where on some were made last: who asks for one after another gets many at a time.
    near: Mutex<(usize, Option<Py<PyTuple>>)>,
}

compared!(PyObligations: |one, other| one.core == other.core, |of| (of.len(), of.reporting_units().len()));

impl PyObligations {
    pub(crate) fn new(
        plan: &Bound<'_, PyPlan>,
        query: &Bound<'_, PyAny>,
        asked: ReportingQuery,
    ) -> PyResult<PyObligations> {
        let of = &plan.get().core;
        let core = plan.py().detach(|| of.obligations(&asked)).map_err(raise_argument)?;
        let (plan, query) = (plan.clone().unbind(), query.clone().unbind());
        Ok(PyObligations {
            core,
            plan,
            query,
            asked,
            own: ObligationsLists::default(),
            near: Mutex::default(),
        })
    }

    fn one<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>> {
        // Never held while Python may let another thread run.
        let near = self.near.lock().ok().and_then(|near| Some((near.0, near.1.as_ref()?.clone_ref(py))));
        let (from, made) = near.map_or((0, PyTuple::empty(py)), |(from, made)| (from, made.into_bound(py)));
        if let Some(known) = at.checked_sub(from).filter(|past| *past < made.len()) {
            return made.get_item(known);
        }
        let some = self.some(py, at, if at == from + made.len() { 256 } else { 1 })?;
        let one = some.get_item(0)?;
        let before =
            self.near.lock().ok().map(|mut near| std::mem::replace(&mut *near, (at, Some(some.unbind()))));
        drop(before);
        Ok(one)
    }

    /// Some of them, in order.
    fn some<'py>(&self, py: Python<'py>, from: usize, most: usize) -> PyResult<Bound<'py, PyTuple>> {
        let within = py.detach(|| self.core.iter_from(from).take(most).collect::<Vec<_>>());
        Made::new(py).each(within)
    }
}

impl Take for Py<PyObligations> {
    const HINT: PyStaticExpr = <PyObligations as PyTypeInfo>::TYPE_HINT;

    fn take(given: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<Py<PyObligations>> {
        given.cast().map_or_else(|_| other(given, place, "an Obligations"), |of| Ok(of.clone().unbind()))
    }
}

#[pymethods]
impl PyObligations {
    fn __len__(&self) -> usize {
        self.core.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let places = PyRange::new(py, 0, self.core.len().cast_signed())?.as_any().get_item(index)?;
        let Ok(places) = places.cast::<PyRange>() else {
            return self.one(py, places.extract()?);
        };
        if places.is_empty()? {
            return Ok(self.some(py, 0, 0)?.into_any());
        }
        let (first, last): (usize, usize) = (places.get_item(0)?.extract()?, places.get_item(-1)?.extract()?);
        let some = self.some(py, first.min(last), first.abs_diff(last) + 1)?;
        some.as_any().get_item(py.get_type::<PySlice>().call1((py.None(), py.None(), places.step()?))?)
    }

    // So many at a time that what they share is made once, and so few that they are not many.
    fn __iter__<'py>(slf: &Bound<'py, PyObligations>) -> PyResult<Bound<'py, PyAny>> {
        let each = slf.py().import("tiendo._record")?.getattr("each")?;
        each.call1((slf,))
    }

    /// The obligations and findings as JSON, the same in every language.
    ///
    /// >>> none = tiendo.Plan.builtin("tien-dien").obligations(tiendo.ReportingQuery(periods=["2025-06"]))
    /// >>> none.to_json()[:27]
    /// '{"reports":[],"findings":[{'
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| tiendo::to_json(&self.core))
    }

    /// Judges each report by what was sent and what was exempted up to a day, whenever that was recorded.
    ///
    /// Raises `TiendoError` with code `bad-option` for submissions or exemptions where the obligations are no body's, or
    /// `year-out-of-range` for `today`.
    ///
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     tiendo.ReportingQuery(periods=["2025-06"], agencies=["so-nv", "so-tc"]))
    /// >>> sent = tiendo.Submission(id="s1", date=datetime.date(2025, 6, 20), recorded=datetime.date(2025, 6, 20),
    /// ...     source="example", rule="monthly", period="2025-06", agency="so-nv")
    /// >>> timeliness = june.timeliness([sent], today=datetime.date(2025, 6, 22))
    /// >>> [(report.standing, report.days) for report in timeliness.reports]
    /// [('late', 1), ('missing', 3)]
    #[pyo3(
        signature = (submissions=Arg::default(), exemptions=Arg::default(), *, today),
        text_signature = "($self, submissions=(), exemptions=(), *, today)"
    )]
    fn timeliness(
        slf: &Bound<'_, PyObligations>,
        submissions: Arg<'_, Vec<Submission>>,
        exemptions: Arg<'_, Vec<Exemption>>,
        today: Arg<'_, NaiveDate>,
    ) -> PyResult<PyTimeliness> {
        let (sent, exempt) = (submissions.items(slf.py())?, exemptions.items(slf.py())?);
        PyTimeliness::new(slf, sent, exempt, today.at("today")?)
    }

    /// The due days as an iCalendar file, for calendar programs; what is exempt or has no date is left out.
    ///
    /// `stamp` is the instant the file is made, as RFC 3339 writes it, or a `datetime` that knows its time zone: the
    /// library has no clock. `lang` is `vi` (default) or `en`. Write the text as it is, with its line ends:
    /// `Path("due.ics").write_bytes(text.encode())`. Raises `TiendoError` with code `bad-date` for a stamp that is no
    /// instant, or `year-out-of-range`.
    ///
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     tiendo.ReportingQuery(periods=["2025-06"], agencies=["so-nv"]))
    /// >>> june.to_ics("2025-05-10T00:00:00Z").split("\r\n")[5:8]
    /// ['UID:ha-tinh-231.monthly.2025-06.so-nv@tiendo', 'DTSTAMP:20250510T000000Z', 'DTSTART;VALUE=DATE:20250619']
    #[pyo3(signature = (stamp, lang=Arg::default()), text_signature = "($self, stamp, lang='vi')")]
    fn to_ics(&self, py: Python<'_>, stamp: Arg<'_, Instant>, lang: Arg<'_, Lang>) -> PyResult<String> {
        let (stamp, lang) = (stamp.at("stamp")?.0, lang.or("lang", Lang::Vi)?);
        py.detach(|| self.core.to_ics(&stamp, lang)).map_err(raise)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (id, reports) = (repr(py, &self.plan.get().core.id)?, self.core.len());
        let (units, findings) = (self.core.reporting_units().len(), self.core.findings().len());
        let findings = if findings == 0 { String::new() } else { format!(", findings={findings}") };
        Ok(format!("Obligations({id}, reports={reports}, reporting_units={units}{findings})"))
    }

    fn _repr_html_(slf: &Bound<'_, PyObligations>) -> PyResult<String> {
        html(slf.as_any())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Py<PyAny>,))> {
        Ok((self.plan.bind(py).getattr("obligations")?, (self.query.clone_ref(py),)))
    }
}

/// What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day,
/// then those without a date whose period ends in it.
///
/// `obligations` are one of each plan: what they were asked with is asked again of this body and month, their days and
/// bodies are not looked at. `month` is a month's id, `lang` is `vi` (default) or `en`. Raises `TiendoError` with code
/// `bad-period` for what is no month, and as `Plan.obligations` does.
///
/// >>> year = tiendo.Plan.builtin("ha-tinh-231").obligations(tiendo.ReportingQuery(periods=["2025"]))
/// >>> tiendo.duties_of_month([year], "Sở Nội vụ", "2025-06", "en")[-1].text.split(",")[0]
/// 'By 2025-06-19: send the report on June 2025 to Sở Khoa học và Công nghệ'
#[pyfunction]
#[pyo3(
    signature = (obligations, agency, month, lang=Arg::default()),
    text_signature = "(obligations, agency, month, lang='vi')"
)]
pub(crate) fn duties_of_month<'py>(
    py: Python<'py>,
    obligations: Arg<'_, Vec<Py<PyObligations>>>,
    agency: Arg<'_, String>,
    month: Arg<'_, String>,
    lang: Arg<'_, Lang>,
) -> PyResult<Listed<'py, MonthDuty>> {
    let asked = obligations.at("obligations")?;
    let (agency, month, lang) = (agency.at("agency")?, month.at("month")?, lang.or("lang", Lang::Vi)?);
    let asked = asked.iter().map(|of| (&*of.get().plan.get().core, of.get().asked.clone()));
    let plans: Vec<(&Plan, ReportingQuery)> = asked.collect();
    let duties = py.detach(|| tiendo::duties_of_month(&plans, &agency, &month, lang));
    Listed::of(py, duties.map_err(raise_argument)?)
}

/// For each period both tiers report on by a date, the days between: in the lower tier's order.
///
/// Raises `TiendoError` with code `too-many` beyond 100,000 pairs.
///
/// >>> june = {"start": datetime.date(2026, 6, 1), "end": datetime.date(2026, 7, 1)}
/// >>> lower = tiendo.Plan.builtin("tien-dien").obligations(
/// ...     tiendo.ReportingQuery(**june, effective=datetime.date(2026, 1, 1)))
/// >>> upper = tiendo.Plan.builtin("ha-tinh-231").obligations(tiendo.ReportingQuery(**june))
/// >>> [(slack.period, slack.days) for slack in tiendo.slack(lower, upper)]
/// [('2026-Q2', 5), ('2026-H1', 5), ('2026-06', 5)]
#[pyfunction]
pub(crate) fn slack<'py>(
    py: Python<'py>,
    lower: &Bound<'_, PyObligations>,
    upper: &Bound<'_, PyObligations>,
) -> PyResult<Listed<'py, Slack>> {
    let (lower, upper) = (&lower.get().core, &upper.get().core);
    Listed::of(py, py.detach(|| tiendo::slack(lower, upper)).map_err(raise)?)
}
