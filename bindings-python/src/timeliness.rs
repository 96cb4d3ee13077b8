//! Timeliness: whether each report came on time, and the counts that follow.

use crate::generated::getters::TimelinessLists;
use crate::obligations::PyObligations;
use crate::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use tiendo::{Reminder, Tally, Timeliness};

/// Whether the reports owed came on time, on a day.
///
/// Expected is on time, late and missing together; what is not due, exempt or undated stands beside it.
///
/// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
/// ...     tiendo.ReportingQuery(periods=["2025-06"], agencies=["so-nv", "so-tc", "so-yt"]))
/// >>> def sent(id, agency, day):
/// ...     return tiendo.Submission(id=id, date=day, recorded=day, source="example", rule="monthly",
/// ...         period="2025-06", agency=agency)
/// >>> sent = [sent("s1", "so-nv", datetime.date(2025, 6, 19)), sent("s2", "so-tc", datetime.date(2025, 6, 20))]
/// >>> timeliness = june.timeliness(sent, today=datetime.date(2025, 6, 22))
/// >>> timeliness.total.expected, timeliness.total.on_time_rate
/// (3, Decimal('33.333333'))
/// >>> timeliness.sentences("en")
/// ('The report on June 2025 (due 2025-06-19): 1 of 3 on time; late: Sở Tài chính (1 day); missing: Sở Y tế.',)
#[pyclass(frozen, eq, hash, name = "Timeliness", module = "tiendo")]
pub(crate) struct PyTimeliness {
    pub(crate) core: Timeliness,
    // To be pickled: reports are judged again, not stored.
    obligations: Py<PyObligations>,
    records: (Py<PyTuple>, Py<PyTuple>),
    pub(crate) total: Tally,
    pub(crate) own: TimelinessLists,
}

impl PyTimeliness {
    pub(crate) fn new(
        obligations: &Bound<'_, PyObligations>,
        submissions: Bound<'_, PyTuple>,
        exemptions: Bound<'_, PyTuple>,
        today: NaiveDate,
    ) -> PyResult<PyTimeliness> {
        let sent = Vec::take(submissions.as_any(), &Place::Argument("submissions"))?;
        let exempt = Vec::take(exemptions.as_any(), &Place::Argument("exemptions"))?;
        let of = &obligations.get().core;
        let core =
            obligations.py().detach(|| of.timeliness(&sent, &exempt, today)).map_err(raise_argument)?;
        let (obligations, records) =
            (obligations.clone().unbind(), (submissions.unbind(), exemptions.unbind()));
        let total = core.total();
        Ok(PyTimeliness { core, obligations, records, total, own: TimelinessLists::default() })
    }
}

compared!(PyTimeliness: |one, other| one.core == other.core, |of| (of.today(), of.len()));

#[pymethods]
impl PyTimeliness {
    /// All of it as JSON, the same in every language.
    ///
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(tiendo.ReportingQuery(periods=["2025-06"]))
    /// >>> june.timeliness(today=datetime.date(2025, 6, 22)).to_json()[:22]
    /// '{"today":"2025-06-22",'
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| tiendo::to_json(&self.core))
    }

    /// How each report went, one official sentence for each that has a date, in the order they fall due; none where
    /// the obligations are no body's. `lang` is `vi` (default) or `en`.
    ///
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     tiendo.ReportingQuery(periods=["2025-06"], agencies=["so-nv", "so-tc"]))
    /// >>> june.timeliness(today=datetime.date(2025, 6, 19)).sentences()
    /// ('Báo cáo tháng 6/2025 (hạn 19/6/2025): chưa đến hạn; 0/2 đơn vị đã gửi.',)
    #[pyo3(signature = (lang=Arg::default()), text_signature = "($self, lang='vi')")]
    fn sentences(&self, py: Python<'_>, lang: Arg<'_, Lang>) -> PyResult<One<Vec<String>>> {
        let lang = lang.or("lang", Lang::Vi)?;
        py.detach(|| self.core.sentences(lang)).map(One).map_err(raise)
    }

    /// For each body that has reports to send, what it is reminded of: those missing, and those due within some days.
    /// `lang` is `vi` (default) or `en`. Raises `TiendoError` with code `bad-option` for a negative number of days.
    ///
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     tiendo.ReportingQuery(periods=["2025-06"], agencies=["so-nv"]))
    /// >>> june.timeliness(today=datetime.date(2025, 6, 22)).reminders(0, "en")[0].text
    /// 'Under 231/KH-UBND, Sở Nội vụ is asked to send to Sở Khoa học và Công nghệ: the report on June 2025 (due 2025-06-19, 3 days overdue).'
    #[pyo3(
        signature = (within_days, lang=Arg::default()), text_signature = "($self, within_days, lang='vi')"
    )]
    fn reminders<'py>(
        &self,
        py: Python<'py>,
        within_days: Arg<'_, u32>,
        lang: Arg<'_, Lang>,
    ) -> PyResult<Listed<'py, Reminder>> {
        let (within_days, lang) = (within_days.at("within_days")?, lang.or("lang", Lang::Vi)?);
        Listed::of(py, py.detach(|| self.core.reminders(within_days, lang)).map_err(raise)?)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (today, total) = (repr(py, self.core.today())?, repr(py, One(self.total))?);
        let unmatched = self.core.unmatched().len();
        let unmatched = if unmatched == 0 { String::new() } else { format!(", unmatched={unmatched}") };
        Ok(format!("Timeliness(today={today}, total={total}{unmatched})"))
    }

    fn _repr_html_(slf: &Bound<'_, PyTimeliness>) -> PyResult<String> {
        html(slf.as_any())
    }

    #[pyo3(signature = () -> "tuple[Any, tuple[Any, Any]]")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
        let named = PyDict::new(py);
        named.set_item("today", self.core.today())?;
        let judge = self.obligations.bind(py).getattr("timeliness")?;
        let judge = py.import("functools")?.getattr("partial")?.call((judge,), Some(&named))?;
        Ok((judge, (&self.records.0, &self.records.1).into_pyobject(py)?.into_any()))
    }
}
