//! Timeliness: whether each report came on time, and the counts that follow.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use chrono::NaiveDate;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use tiendo::{Lang, Report, ReportStanding, Tally, TallyOf, Timeliness};

use crate::codes::{Code, CodeArgument};
use crate::collections::{Kept, Tuple, TypedTuple};
use crate::errors::raise;
use crate::match_args::{MatchArgs, positional};
use crate::number::{Number, WholeArgument};
use crate::pickle::{Reduced, reduce};
use crate::record::record;
use crate::records::{PyExemption, PySubmission};
use crate::reporting::obligations::{PyObligation, PyObligations};
use crate::reporting::texts::PyReminder;
use crate::repr::Repr;
use crate::why::PyWhy;

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
    // The core's `Timeliness` borrows them; texts and pickles are made of them again.
    obligations: Py<PyObligations>,
    submissions: Vec<Py<PySubmission>>,
    exemptions: Vec<Py<PyExemption>>,
    today: NaiveDate,
    total: Tally,
    by_agency: Vec<TallyOf>,
    by_period: Vec<TallyOf>,
    by_cycle: Vec<TallyOf>,
    unmatched: Vec<String>,
    /// Made when first asked for.
    reports: Kept<PyReport>,
}

impl PyTimeliness {
    pub(crate) fn new(
        obligations: Py<PyObligations>,
        submissions: Vec<Py<PySubmission>>,
        exemptions: Vec<Py<PyExemption>>,
        today: NaiveDate,
    ) -> PyResult<PyTimeliness> {
        let judged = judge(&obligations, &submissions, &exemptions, today)?;
        let (total, by_agency) = (judged.total(), judged.by_agency());
        let (by_period, by_cycle) = (judged.by_period(), judged.by_cycle());
        let unmatched = judged.unmatched().iter().map(|id| (*id).to_owned()).collect();
        let reports = Kept::new();
        Ok(PyTimeliness {
            obligations,
            submissions,
            exemptions,
            today,
            total,
            by_agency,
            by_period,
            by_cycle,
            unmatched,
            reports,
        })
    }

    fn judged(&self) -> PyResult<Timeliness<'_>> {
        judge(&self.obligations, &self.submissions, &self.exemptions, self.today)
    }
}

fn judge<'a>(
    obligations: &'a Py<PyObligations>,
    submissions: &'a [Py<PySubmission>],
    exemptions: &'a [Py<PyExemption>],
    today: NaiveDate,
) -> PyResult<Timeliness<'a>> {
    let submissions = submissions.iter().map(|submission| &submission.get().0);
    let exemptions = exemptions.iter().map(|exemption| &exemption.get().0);
    obligations.get().core().timeliness(submissions, exemptions, today).map_err(raise)
}

fn tallies(tallies: &[TallyOf]) -> Tuple<PyTallyOf> {
    tallies.iter().cloned().map(PyTallyOf).collect()
}

impl PartialEq for PyTimeliness {
    fn eq(&self, other: &PyTimeliness) -> bool {
        self.today == other.today
            && self.obligations.get() == other.obligations.get()
            && self.submissions.iter().map(Py::get).eq(other.submissions.iter().map(Py::get))
            && self.exemptions.iter().map(Py::get).eq(other.exemptions.iter().map(Py::get))
    }
}

impl Hash for PyTimeliness {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.today, self.total.expected(), self.total.on_time, self.submissions.len()).hash(state);
    }
}

#[pymethods]
impl PyTimeliness {
    /// The day it was judged.
    #[getter]
    fn today(&self) -> NaiveDate {
        self.today
    }

    /// Each report, in the order of the obligations.
    #[getter]
    fn reports<'py>(&self, py: Python<'py>) -> PyResult<TypedTuple<'py, PyReport>> {
        self.reports.get(py, || Ok(self.judged()?.reports().map(PyReport::from).collect()))
    }

    /// The counts of all.
    #[getter]
    fn total(&self) -> PyTally {
        PyTally(self.total)
    }

    /// The counts of each body, in the order given, with their ranks.
    #[getter]
    fn by_agency(&self) -> Tuple<PyTallyOf> {
        tallies(&self.by_agency)
    }

    /// The counts of each period, in the order they fall due.
    #[getter]
    fn by_period(&self) -> Tuple<PyTallyOf> {
        tallies(&self.by_period)
    }

    /// The counts of each cycle, from monthly to ad hoc.
    #[getter]
    fn by_cycle(&self) -> Tuple<PyTallyOf> {
        tallies(&self.by_cycle)
    }

    /// The ids of records that speak of no obligation here: another rule, period or body.
    #[getter]
    fn unmatched(&self) -> Tuple<&str> {
        self.unmatched.iter().map(String::as_str).collect()
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
        let lang = lang.at("lang")?;
        Ok(Tuple(self.judged()?.sentences(lang)))
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
    ) -> PyResult<Tuple<PyReminder>> {
        let lang = lang.at("lang")?;
        Ok(self.judged()?.reminders(within_days.0, lang).into_iter().map(PyReminder).collect())
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
        named.set_item("today", self.today)?;
        let judge = self.obligations.bind(py).getattr("timeliness")?;
        let judge = py.import("functools")?.getattr("partial")?.call((judge,), Some(&named))?;
        let submissions: Tuple<_> = self.submissions.iter().map(|sent| sent.clone_ref(py)).collect();
        let exemptions: Tuple<_> = self.exemptions.iter().map(|exempt| exempt.clone_ref(py)).collect();
        Ok((judge, (submissions, exemptions).into_pyobject(py)?))
    }
}

/// An obligation and whether it was met.
///
/// >>> import datetime, tiendo
/// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
/// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
/// >>> report = june.timeliness(today=datetime.date(2025, 6, 22)).reports[0]
/// >>> report.standing, report.days
/// ('missing', 3)
/// >>> report.why.en
/// '"Before 2025-06-20": the last day on time is 2025-06-19. Not sent by 2025-06-22, 3 days overdue.'
#[pyclass(frozen, eq, hash, name = "Report", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyReport {
    // Shared with the objects `obligation` gives out.
    obligation: Arc<tiendo::Obligation>,
    standing: ReportStanding,
    days: Option<u32>,
    submitted: Option<NaiveDate>,
    returned: bool,
}

impl From<Report> for PyReport {
    fn from(report: Report) -> PyReport {
        let Report { obligation, standing, days, submitted, returned } = report;
        PyReport { obligation: Arc::new(obligation), standing, days, submitted, returned }
    }
}

impl Hash for PyReport {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let of = &self.obligation;
        (&of.rule, &of.period, &of.agency, self.standing, self.days).hash(state);
    }
}

positional!(PyReport: "obligation", "standing", "days");

#[pymethods]
impl PyReport {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyReport> {
        MatchArgs::new()
    }

    /// What was owed; its `exempt` also says what a record exempts, its `why` how the standing follows.
    #[getter]
    fn obligation(&self) -> PyObligation {
        PyObligation(Arc::clone(&self.obligation))
    }

    /// Whether it came on time.
    #[getter]
    fn standing(&self) -> Code<ReportStanding> {
        Code(self.standing)
    }

    /// How many days late, or past its last day on time and missing.
    #[getter]
    fn days(&self) -> Option<u32> {
        self.days
    }

    /// The day of the version that counts.
    #[getter]
    fn submitted(&self) -> Option<NaiveDate> {
        self.submitted
    }

    /// Whether a version was sent back.
    #[getter]
    fn returned(&self) -> bool {
        self.returned
    }

    /// How the last day on time and the standing follow.
    #[getter]
    fn why(&self) -> PyWhy {
        PyWhy(self.obligation.why.clone())
    }

    /// The standing as officials word it, in a language: `vi` (default) or `en`.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
    /// >>> june.timeliness(today=datetime.date(2025, 6, 22)).reports[0].label()
    /// 'Chưa nộp'
    #[pyo3(signature = (lang=CodeArgument::Known(Lang::Vi)), text_signature = "($self, lang='vi')")]
    fn label(&self, lang: CodeArgument<'_, Lang>) -> PyResult<&'static str> {
        Ok(self.standing.label(lang.at("lang")?))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Report")
            .value(self.standing())
            .field("days", self.days())
            .field("submitted", self.submitted())
            .field("returned", self.returned())
            .field("obligation", self.obligation())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        let PyReport { obligation, standing, days, submitted, returned } = self;
        let (standing, days, submitted, returned) = (*standing, *days, *submitted, *returned);
        let obligation = (**obligation).clone();
        reduce(py, "Report", &Report { obligation, standing, days, submitted, returned })
    }
}

record! {
    /// Counts of reports, and their rates.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
    /// >>> june.timeliness(today=datetime.date(2025, 6, 22)).total
    /// Tally(on_time=0, late=0, missing=1, not_due=0, exempt=0, undated=0)
    PyTally(Tally) as "Tally", |of|
    positional: "on_time", "late", "missing";
    hash: (of.on_time, of.late, of.missing, of.not_due, of.exempt, of.undated);
    shown: on_time late missing not_due exempt undated;
    fields: {
        /// Sent by the last day on time.
        on_time: u32 = of.on_time;
        /// Sent later.
        late: u32 = of.late;
        /// Not sent, its last day on time past.
        missing: u32 = of.missing;
        /// Not sent, not due yet; beside those expected.
        not_due: u32 = of.not_due;
        /// Not to be sent; beside those expected.
        exempt: u32 = of.exempt;
        /// Asked for without a date; beside those expected.
        undated: u32 = of.undated;
        /// On time, late and missing together.
        expected: u32 = of.expected();
        /// On time out of 100 expected; `None` where nothing was.
        on_time_rate: Option<Number> = of.on_time_rate().map(Number);
        /// On time or late out of 100 expected; `None` where nothing was.
        submitted_rate: Option<Number> = of.submitted_rate().map(Number);
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "Tally", &self.0)
        }
    }
}

record! {
    /// The tally of a body, a period or a cycle.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv", "so-tc"])
    /// >>> by_period = june.timeliness(today=datetime.date(2025, 6, 22)).by_period
    /// >>> by_period[0].key, by_period[0].tally.missing
    /// ('2025-06', 2)
    PyTallyOf(TallyOf) as "TallyOf", |of|
    positional: "key", "tally", "rank";
    hash: (&of.key, of.rank, of.tally.expected());
    shown: key rank tally;
    fields: {
        /// The body as the caller gave it, the period's id or the cycle's code.
        key: &str = &of.key;
        /// Its place among the bodies by the rate on time, equal rates sharing one: 1, 2, 2, 4. Only for bodies of
        /// which something was expected.
        rank: Option<u32> = of.rank;
        /// The counts.
        tally: PyTally = PyTally(of.tally);
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "TallyOf", &self.0)
        }
    }
}
