//! Timeliness: whether each report came on time, and the counts that follow.

use std::hash::{Hash, Hasher};

use chrono::NaiveDate;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use tiendo::{Exemption, Lang, Reminder, Report, Submission, Tally, TallyOf, Timeliness};

use crate::codes::CodeArgument;
use crate::collections::Tuple;
use crate::errors::raise;
use crate::fill::unreadable;
use crate::number::WholeArgument;
use crate::records::{PyExemption, PySubmission};
use crate::reporting::obligations::PyObligations;
use crate::repr::Repr;
use crate::results::{Kept, Listed, Many, One};

/// Whether the reports owed came on time, on a day.
///
/// Expected is on time, late and missing together; what is not due, exempt or undated stands beside it.
///
/// >>> import datetime, tiendo
/// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
/// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv", "so-tc", "so-yt"])
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
    timeliness: Timeliness,
    // To be pickled: reports are judged again, not stored.
    obligations: Py<PyObligations>,
    submissions: Vec<Py<PySubmission>>,
    exemptions: Vec<Py<PyExemption>>,
    total: Tally,
    /// Made when first asked for, as the counts are.
    reports: Kept<Report>,
    by_agency: Kept<TallyOf>,
    by_period: Kept<TallyOf>,
    by_cycle: Kept<TallyOf>,
}

impl PyTimeliness {
    pub(crate) fn new(
        obligations: &Bound<'_, PyObligations>,
        submissions: Vec<Py<PySubmission>>,
        exemptions: Vec<Py<PyExemption>>,
        today: NaiveDate,
    ) -> PyResult<PyTimeliness> {
        let sent: Vec<Submission> = submissions.iter().map(|sent| sent.get().0.clone()).collect();
        let exempt: Vec<Exemption> = exemptions.iter().map(|exempt| exempt.get().0.clone()).collect();
        let core = obligations.get().core();
        let judged = obligations.py().detach(|| core.timeliness(&sent, &exempt, today));
        let timeliness = judged.map_err(raise)?;
        Ok(PyTimeliness {
            total: timeliness.total(),
            timeliness,
            obligations: obligations.clone().unbind(),
            submissions,
            exemptions,
            reports: Kept::new(),
            by_agency: Kept::new(),
            by_period: Kept::new(),
            by_cycle: Kept::new(),
        })
    }
}

impl PartialEq for PyTimeliness {
    fn eq(&self, other: &PyTimeliness) -> bool {
        self.timeliness == other.timeliness
    }
}

impl Hash for PyTimeliness {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.timeliness.today(), self.total.on_time, self.total.late, self.total.missing).hash(state);
    }
}

#[pymethods]
impl PyTimeliness {
    /// The day it was judged.
    #[getter]
    fn today(&self) -> NaiveDate {
        self.timeliness.today()
    }

    /// Each report, in the order of the obligations.
    #[getter]
    fn reports<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, Report>> {
        self.reports.get(py, || self.timeliness.reports())
    }

    /// The counts of all.
    #[getter]
    fn total(&self) -> One<Tally> {
        One(self.total)
    }

    /// The counts of each body, in the order given, with their ranks.
    #[getter]
    fn by_agency<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, TallyOf>> {
        self.by_agency.get(py, || self.timeliness.by_agency())
    }

    /// The counts of each period, in the order they fall due.
    #[getter]
    fn by_period<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, TallyOf>> {
        self.by_period.get(py, || self.timeliness.by_period())
    }

    /// The counts of each cycle, from monthly to ad hoc.
    #[getter]
    fn by_cycle<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, TallyOf>> {
        self.by_cycle.get(py, || self.timeliness.by_cycle())
    }

    /// The ids of records that speak of no obligation here: another rule, period or body.
    #[getter]
    fn unmatched(&self) -> Tuple<&str> {
        self.timeliness.unmatched().iter().map(String::as_str).collect()
    }

    /// All of it as JSON, the same in every language.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(periods=["2025-06"])
    /// >>> june.timeliness(today=datetime.date(2025, 6, 22)).to_json()[:22]
    /// '{"today":"2025-06-22",'
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| serde_json::to_string(&self.timeliness)).map_err(unreadable)
    }

    /// How each report went, one official sentence for each that has a date, in the order they fall due; none where
    /// the obligations are no body's. `lang` is `vi` (default) or `en`.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv", "so-tc"])
    /// >>> june.timeliness(today=datetime.date(2025, 6, 19)).sentences()
    /// ('Báo cáo tháng 6/2025 (hạn 19/6/2025): chưa đến hạn; 0/2 đơn vị đã gửi.',)
    #[pyo3(signature = (lang=CodeArgument::Known(Lang::Vi)), text_signature = "($self, lang='vi')")]
    fn sentences(&self, lang: CodeArgument<'_, Lang>) -> PyResult<Tuple<String>> {
        self.timeliness.sentences(lang.at("lang")?).map(Tuple).map_err(raise)
    }

    /// For each body that has reports to send, what it is reminded of: those missing, and those due within some days.
    /// `lang` is `vi` (default) or `en`.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
    /// >>> june.timeliness(today=datetime.date(2025, 6, 22)).reminders(0, "en")[0].text
    /// 'Under 231/KH-UBND, Sở Nội vụ is asked to send to Sở Khoa học và Công nghệ: the report on June 2025 (due 2025-06-19, 3 days overdue).'
    #[pyo3(
        signature = (within_days, lang=CodeArgument::Known(Lang::Vi)),
        text_signature = "($self, within_days, lang='vi')"
    )]
    fn reminders(
        &self,
        within_days: WholeArgument,
        lang: CodeArgument<'_, Lang>,
    ) -> PyResult<Many<Reminder>> {
        self.timeliness.reminders(within_days.0, lang.at("lang")?).map(Many).map_err(raise)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Timeliness")
            .field("today", self.today())
            .field("total", self.total())
            .field("unmatched", self.unmatched())
            .finish()
    }

    #[pyo3(signature = () -> "tuple[Any, tuple[tuple[Submission, ...], tuple[Exemption, ...]]]")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let named = PyDict::new(py);
        named.set_item("today", self.today())?;
        let judge = self.obligations.bind(py).getattr("timeliness")?;
        let judge = py.import("functools")?.getattr("partial")?.call((judge,), Some(&named))?;
        let submissions: Tuple<_> = self.submissions.iter().map(|sent| sent.clone_ref(py)).collect();
        let exemptions: Tuple<_> = self.exemptions.iter().map(|exempt| exempt.clone_ref(py)).collect();
        Ok((judge, (submissions, exemptions).into_pyobject(py)?))
    }
}
