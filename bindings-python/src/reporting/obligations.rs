//! Obligations: every report owed between two days.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use chrono::NaiveDate;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::{PyDict, PyString, PyTuple};
use tiendo::{
    Cycle, DueStep, GivenReport, Lang, Obligation, Obligations, ReportId, Reporting, ReportingOptions,
};

use crate::agency::{PyRegistry, registry_or_builtin};
use crate::calendar::{PyCalendar, calendar_or_builtin};
use crate::codes::{Code, CodeArgument};
use crate::collections::{Items, Kept, Tuple, TypedIterator, TypedTuple};
use crate::deadline::DateArgument;
use crate::errors::raise;
use crate::finding::{PyFinding, findings};
use crate::pickle::{Reduced, reduce};
use crate::plan::PyPlan;
use crate::record::record;
use crate::records::{PyExemption, PySubmission};
use crate::reporting::cutoff::PyCutoff;
use crate::reporting::timeliness::PyTimeliness;
use crate::reporting::units::{PyExempt, PyReportingUnit};
use crate::repr::Repr;
use crate::text::{owned, text};
use crate::why::PyWhy;

record! {
    /// An ad hoc or term report: the caller gives its date, the plan only the duty.
    ///
    /// >>> import datetime, tiendo
    /// >>> asked = tiendo.GivenReport("ad-hoc", "Công văn 12/VP", datetime.date(2025, 8, 15), before=True)
    /// >>> august = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 8, 1), datetime.date(2025, 8, 18), given=[asked])
    /// >>> august[0].due
    /// datetime.date(2025, 8, 14)
    PyGivenReport(GivenReport) as "GivenReport", |of|
    positional: "rule", "period", "written";
    hash: (&of.rule, &of.period, of.written);
    shown: rule period written before start end;
    fields: {
        /// The code of an ad hoc or term rule.
        rule: &str = &of.rule;
        /// What the report is called, in the place of a period's id; no other of the rule has it.
        period: &str = &of.period;
        /// The date as it was asked for.
        written: NaiveDate = of.written;
        /// Whether it was asked for "before" that date.
        before: bool = of.before;
        /// The first day it reports on.
        start: Option<NaiveDate> = of.start;
        /// The last day it reports on.
        end: Option<NaiveDate> = of.end;
    }
    methods: {
        #[new]
        #[pyo3(signature = (rule, period, written, before=false, start=None, end=None))]
        fn new(
            rule: &Bound<'_, PyString>,
            period: &Bound<'_, PyString>,
            written: DateArgument,
            before: bool,
            start: Option<DateArgument>,
            end: Option<DateArgument>,
        ) -> PyResult<PyGivenReport> {
            Ok(PyGivenReport(GivenReport {
                rule: owned(rule, "rule")?,
                period: owned(period, "period")?,
                written: written.0,
                before,
                start: start.map(|DateArgument(day)| day),
                end: end.map(|DateArgument(day)| day),
            }))
        }

        fn __getnewargs__(&self) -> (&str, &str, NaiveDate, bool, Option<NaiveDate>, Option<NaiveDate>) {
            (self.rule(), self.period(), self.written(), self.before(), self.start(), self.end())
        }
    }
}

record! {
    /// A report by its rule and period.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 10), datetime.date(2025, 6, 11))
    /// >>> june[0].coincides
    /// (ReportId(rule='half-year', period='2025-H1'),)
    PyReportId(ReportId) as "ReportId", |of|
    positional: "rule", "period";
    hash: of;
    shown: rule period;
    fields: {
        /// The rule's code.
        rule: &str = &of.rule;
        /// The period's id, or what a given report is called.
        period: &str = &of.period;
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "ReportId", &self.0)
        }
    }
}

record! {
    /// One report on one period, owed by one body.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 10), datetime.date(2025, 6, 11))
    /// >>> june[1].written, june[1].due, june[1].steps
    /// (datetime.date(2025, 6, 10), datetime.date(2025, 6, 9), ('before',))
    /// >>> june[1].why.vi
    /// '“Trước ngày 10/6/2025”: ngày cuối cùng đúng hạn là 9/6/2025.'
    PyObligation(Arc<Obligation>) as "Obligation", |of|
    positional: "plan", "rule", "period", "agency";
    hash: (&of.plan, &of.rule, &of.period, &of.agency);
    shown: plan rule period agency written due steps exempt;
    fields: {
        /// The plan's id.
        plan: &str = &of.plan;
        /// The rule's code.
        rule: &str = &of.rule;
        /// How often such a report comes.
        cycle: Code<Cycle> = Code(of.cycle);
        /// The period's id, or what a given report is called.
        period: &str = &of.period;
        /// The body that owes it, as the caller gave it; `None` where none was given.
        agency: Option<&str> = of.agency.as_deref();
        /// The first day it reports on.
        start: Option<NaiveDate> = of.start;
        /// The last day it reports on.
        end: Option<NaiveDate> = of.end;
        /// The date as written; `None` for a rule without one.
        written: Option<NaiveDate> = of.written;
        /// The last day on time, after all steps.
        due: Option<NaiveDate> = of.due;
        /// The steps from `written` to `due` that applied, in their order.
        steps: Tuple<Code<DueStep>> = of.steps.iter().copied().map(Code).collect();
        /// Days the shift rests on that the calendar has no source for.
        unsourced_days: Tuple<NaiveDate> = of.unsourced_days.iter().copied().collect();
        /// The first and the last day of its data.
        cutoff: Option<PyCutoff> = of.cutoff.map(PyCutoff);
        /// To whom it goes, as written.
        recipient: &str = &of.recipient;
        /// To whom the recipient reports in turn, as written.
        feeds: Tuple<&str> = of.feeds.iter().map(String::as_str).collect();
        /// The body's other reports written for the same day.
        coincides: Tuple<PyReportId> = of.coincides.iter().cloned().map(PyReportId).collect();
        /// That the body need not send it.
        exempt: Option<PyExempt> = of.exempt.clone().map(PyExempt);
        /// How the last day on time follows.
        why: PyWhy = PyWhy(of.why.clone());
    }
    methods: {
        /// The report in words, within a sentence, in a language: `vi` (default) or `en`.
        ///
        /// >>> import datetime, tiendo
        /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21))
        /// >>> june[0].label("en")
        /// 'the report on June 2025'
        #[pyo3(signature = (lang=CodeArgument::Known(Lang::Vi)), text_signature = "($self, lang='vi')")]
        fn label(&self, lang: CodeArgument<'_, Lang>) -> PyResult<String> {
            Ok(self.0.label(lang.at("lang")?))
        }

        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "Obligation", &*self.0)
        }
    }
}

/// What the obligations of a plan were asked with.
pub(crate) struct Asked {
    pub(crate) plan: Py<PyPlan>,
    pub(crate) start: NaiveDate,
    pub(crate) end: NaiveDate,
    pub(crate) agencies: Vec<String>,
    pub(crate) effective: Option<NaiveDate>,
    pub(crate) given: Vec<Py<PyGivenReport>>,
    pub(crate) options: ReportingOptions,
    pub(crate) calendar: Option<Py<PyCalendar>>,
    pub(crate) registry: Option<Py<PyRegistry>>,
}

impl Asked {
    /// The question for the core, with lists that are held beside it.
    pub(crate) fn reporting<'a>(
        &'a self,
        py: Python<'a>,
        agencies: &'a [&'a str],
        given: &'a [GivenReport],
    ) -> Reporting<'a> {
        Reporting {
            agencies,
            effective: self.effective,
            given,
            options: self.options,
            calendar: Some(calendar_or_builtin(self.calendar.as_ref().map(|calendar| calendar.bind(py)))),
            registry: Some(registry_or_builtin(self.registry.as_ref().map(|registry| registry.bind(py)))),
        }
    }

    pub(crate) fn given(&self) -> Vec<GivenReport> {
        self.given.iter().map(|given| given.get().0.clone()).collect()
    }
}

/// The reports owed between two days: a sequence of `Obligation`.
///
/// >>> import datetime, tiendo
/// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
/// ...     datetime.date(2025, 6, 1), datetime.date(2025, 6, 30), ["so-nv", "so-tc"])
/// >>> june
/// Obligations('ha-tinh-231', reports=6, reporting_units=2)
/// >>> june[-1].period, june[-1].agency
/// ('2025-06', 'so-tc')
#[pyclass(frozen, eq, hash, sequence, name = "Obligations", module = "tiendo")]
pub(crate) struct PyObligations {
    obligations: Obligations,
    // To be pickled: obligations are found again, not stored.
    asked: Asked,
    /// Made when first asked for.
    each: Kept<PyObligation>,
}

impl PartialEq for PyObligations {
    fn eq(&self, other: &PyObligations) -> bool {
        self.obligations == other.obligations
    }
}

impl Hash for PyObligations {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let agencies = self.obligations.reporting_units().iter().map(|unit| &unit.agency);
        (self.obligations.len(), agencies.collect::<Vec<_>>()).hash(state);
    }
}

impl PyObligations {
    pub(crate) fn new(py: Python<'_>, asked: Asked) -> PyResult<PyObligations> {
        let agencies: Vec<&str> = asked.agencies.iter().map(String::as_str).collect();
        let given = asked.given();
        let reporting = asked.reporting(py, &agencies, &given);
        let plan = &asked.plan.get().0;
        let obligations = plan.obligations(asked.start, asked.end, &reporting).map_err(raise)?;
        Ok(PyObligations { obligations, asked, each: Kept::new() })
    }

    pub(crate) fn asked(&self) -> &Asked {
        &self.asked
    }

    pub(crate) fn core(&self) -> &Obligations {
        &self.obligations
    }

    fn each<'py>(&self, py: Python<'py>) -> PyResult<TypedTuple<'py, PyObligation>> {
        self.each.get(py, || Ok(self.obligations.iter().map(Arc::new).map(PyObligation).collect()))
    }
}

/// A place in a sequence, for Python to look at.
struct Index<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for Index<'py> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("typing", "SupportsIndex");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Index<'py>> {
        Ok(Index(object.to_owned()))
    }
}

#[pymethods]
impl PyObligations {
    fn __len__(&self) -> usize {
        self.obligations.len()
    }

    fn __getitem__(&self, py: Python<'_>, index: Index<'_>) -> PyResult<Py<PyObligation>> {
        Ok(self.each(py)?.0.as_any().get_item(index.0)?.cast_into::<PyObligation>()?.unbind())
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<TypedIterator<'py, PyObligation>> {
        self.each(py)?.each()
    }

    /// The bodies that report, in the order given.
    #[getter]
    fn reporting_units(&self) -> Tuple<PyReportingUnit> {
        self.obligations.reporting_units().iter().cloned().map(PyReportingUnit).collect()
    }

    /// What a reader should know: no effective date (`no-effective-date`), data closed after the last timely day
    /// (`cutoff-after-due`).
    #[getter]
    fn findings(&self) -> Tuple<PyFinding> {
        findings(self.obligations.findings().to_vec())
    }

    /// Judges each report by what was sent and what was exempted up to a day, whenever that was recorded.
    ///
    /// Raises `TiendoError` with code `bad-option` for submissions or exemptions where the obligations are no body's, or
    /// `year-out-of-range` for `today`.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv", "so-tc"])
    /// >>> sent = tiendo.Submission(id="s1", date=datetime.date(2025, 6, 20), recorded=datetime.date(2025, 6, 20),
    /// ...     source="example", rule="monthly", period="2025-06", agency="so-nv")
    /// >>> timeliness = june.timeliness([sent], today=datetime.date(2025, 6, 22))
    /// >>> [(report.standing, report.days) for report in timeliness.reports]
    /// [('late', 1), ('missing', 3)]
    #[pyo3(
        signature = (submissions=Items::default(), exemptions=Items::default(), *, today),
        text_signature = "($self, submissions=(), exemptions=(), *, today)"
    )]
    fn timeliness(
        slf: &Bound<'_, PyObligations>,
        submissions: Items<Py<PySubmission>>,
        exemptions: Items<Py<PyExemption>>,
        today: DateArgument,
    ) -> PyResult<PyTimeliness> {
        PyTimeliness::new(slf.clone().unbind(), submissions.0, exemptions.0, today.0)
    }

    /// The due days as an iCalendar file, for calendar programs; what is exempt or has no date is left out.
    ///
    /// `stamp` is the instant the file is made, as RFC 3339 writes it: the library has no clock. `lang` is `vi`
    /// (default) or `en`. Write the text as it is, with its line ends: `Path("due.ics").write_bytes(text.encode())`.
    /// Raises `TiendoError` with code `bad-date` for a stamp that is no instant, or `year-out-of-range`.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
    /// >>> june.to_ics("2025-05-10T00:00:00Z").split("\r\n")[5:8]
    /// ['UID:ha-tinh-231.monthly.2025-06.so-nv@tiendo', 'DTSTAMP:20250510T000000Z', 'DTSTART;VALUE=DATE:20250619']
    #[pyo3(signature = (stamp, lang=CodeArgument::Known(Lang::Vi)), text_signature = "($self, stamp, lang='vi')")]
    fn to_ics(&self, stamp: &Bound<'_, PyString>, lang: CodeArgument<'_, Lang>) -> PyResult<String> {
        self.obligations.to_ics(text(stamp, "stamp")?, lang.at("lang")?).map_err(raise)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Obligations")
            .value(&self.asked.plan.get().0.id)
            .field("reports", self.obligations.len())
            .field("reporting_units", self.obligations.reporting_units().len())
            .field("findings", self.findings())
            .finish()
    }

    #[pyo3(signature = () -> "tuple[Any, tuple[date, date, tuple[str, ...], date | None]]")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let Asked { plan, start, end, agencies, effective, given, options, calendar, registry } = &self.asked;
        let named = PyDict::new(py);
        named.set_item("given", given.iter().map(|given| given.clone_ref(py)).collect::<Tuple<_>>())?;
        named.set_item("before_inclusive", options.before_inclusive)?;
        named.set_item("of_next_month", options.of_next_month)?;
        named.set_item("day_off_shift", Code(options.day_off_shift))?;
        named.set_item("grace_days", options.grace_days)?;
        named.set_item("decree_09_cutoff", options.decree_09_cutoff)?;
        named.set_item("count_returned", options.count_returned)?;
        named.set_item("calendar", calendar)?;
        named.set_item("registry", registry)?;
        let find = plan.bind(py).getattr("obligations")?;
        let find = py.import("functools")?.getattr("partial")?.call((find,), Some(&named))?;
        let agencies: Tuple<&str> = agencies.iter().map(String::as_str).collect();
        Ok((find, (*start, *end, agencies, *effective).into_pyobject(py)?))
    }
}
