//! Obligations: every report owed between two days, or on some periods.

use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use pyo3::exceptions::PyIndexError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::type_hint_subscript;
use pyo3::types::{PyIterator, PySlice, PyString, PyTuple};
use tiendo::{
    DayOffShift, Due, Exempt, Finding, GivenReport, Lang, MonthDuty, Obligation, Obligations, Plan,
    ReportingOptions, ReportingQuery, ReportingUnit, Rule, Slack,
};

use crate::calendar::{PyCalendar, calendar_or_builtin};
use crate::codes::CodeArgument;
use crate::collections::Items;
use crate::errors::raise;
use crate::fill::{Made, unreadable};
use crate::limits::{PyLimits, limits_or_default, reader};
use crate::number::WholeArgument;
use crate::period::PeriodArgument;
use crate::plan::PyPlan;
use crate::record::record;
use crate::records::{PyExemption, PySubmission};
use crate::reporting::timeliness::PyTimeliness;
use crate::repr::Repr;
use crate::results::{Back, Kept, Many, One, RESULTS};
use crate::text::{DateArgument, owned, text};

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

/// The reports owed between two days, or on some periods: a sequence of `Obligation`, each made when it is asked for.
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
    // To be pickled, and asked again: obligations are found, not stored.
    plan: Py<PyPlan>,
    query: ReportingQuery,
    /// All of them, where so many were asked for that it is less work.
    all: Kept<Obligation>,
    /// How many were passed on the way to those asked for.
    passed: AtomicUsize,
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
    pub(crate) fn new(plan: Bound<'_, PyPlan>, query: ReportingQuery) -> PyResult<PyObligations> {
        let of = plan.get().plan();
        let obligations = plan.py().detach(|| of.obligations(&query)).map_err(raise)?;
        let plan = plan.unbind();
        Ok(PyObligations { obligations, plan, query, all: Kept::new(), passed: AtomicUsize::new(0) })
    }

    pub(crate) fn core(&self) -> &Obligations {
        &self.obligations
    }

    fn all<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        Ok(self.all.get(py, || self.obligations.iter())?.0)
    }

    /// Whether all should be made, of which one or more up to a place are asked for: so that asking for each in turn is
    /// not the square of their number.
    fn are_many_asked(&self, py: Python<'_>, up_to: usize) -> bool {
        let passed = self.passed.fetch_add(up_to, Ordering::Relaxed).saturating_add(up_to);
        self.all.made(py).is_some() || passed > self.obligations.len().saturating_mul(4)
    }
}

/// A place in a sequence.
struct Index<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for Index<'py> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("typing", "SupportsIndex");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Index<'py>> {
        Ok(Index(object.to_owned()))
    }
}

/// What stands at a place.
struct Found<'py>(Bound<'py, PyAny>);

impl<'py> IntoPyObject<'py> for Found<'py> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = std::convert::Infallible;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!(RESULTS, "Obligation");

    fn into_pyobject(self, _: Python<'py>) -> Result<Bound<'py, PyAny>, Self::Error> {
        Ok(self.0)
    }
}

/// An iterator over obligations.
struct Each<'py>(Bound<'py, PyIterator>);

impl<'py> IntoPyObject<'py> for Each<'py> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = std::convert::Infallible;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Iterator"),
        type_hint_identifier!(RESULTS, "Obligation")
    );

    fn into_pyobject(self, _: Python<'py>) -> Result<Bound<'py, PyIterator>, Self::Error> {
        Ok(self.0)
    }
}

#[pymethods]
impl PyObligations {
    fn __len__(&self) -> usize {
        self.obligations.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: Index<'py>) -> PyResult<Found<'py>> {
        let len = self.obligations.len();
        let slice = index.0.cast::<PySlice>().ok().map(|slice| slice.indices(len.try_into()?)).transpose()?;
        let (from, up_to) = match &slice {
            // Its places, whichever way it goes.
            Some(slice) if slice.slicelength == 0 => (0, 0),
            Some(slice) => {
                let last = slice.start + (slice.slicelength.cast_signed() - 1) * slice.step;
                (slice.start.min(last).cast_unsigned(), slice.start.max(last).cast_unsigned() + 1)
            }
            None => {
                let place = py.import("operator")?.call_method1("index", (&index.0,))?;
                let place = place.extract::<isize>().ok();
                let place = place.map(|at| if at < 0 { at.saturating_add(len.cast_signed()) } else { at });
                let place = place.and_then(|at| usize::try_from(at).ok()).filter(|at| *at < len);
                let beyond = || PyIndexError::new_err("obligations index out of range");
                let place = place.ok_or_else(beyond)?;
                (place, place + 1)
            }
        };
        if self.are_many_asked(py, up_to) {
            return Ok(Found(self.all(py)?.as_any().get_item(index.0)?));
        }
        let mut made = Made::new(py);
        let mut within = self.obligations.iter().skip(from).take(up_to - from);
        let Some(slice) = slice else {
            let one = within.next().ok_or_else(|| PyIndexError::new_err("obligations index out of range"))?;
            return made.alone(&one).map(Found);
        };
        let found: PyResult<Vec<_>> =
            within.step_by(slice.step.unsigned_abs()).map(|one| made.alone(&one)).collect();
        let mut found = found?;
        if slice.step < 0 {
            found.reverse();
        }
        Ok(Found(PyTuple::new(py, found)?.into_any()))
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Each<'py>> {
        self.all(py)?.try_iter().map(Each)
    }

    /// The bodies that report, in the order given.
    #[getter]
    fn reporting_units(&self) -> Many<&ReportingUnit> {
        self.obligations.reporting_units().iter().collect()
    }

    /// What a reader should know: no effective date (`no-effective-date`), data closed after the last timely day
    /// (`cutoff-after-due`).
    #[getter]
    fn findings(&self) -> Many<&Finding> {
        self.obligations.findings().iter().collect()
    }

    /// The obligations and findings as JSON, the same in every language.
    ///
    /// >>> import datetime, tiendo
    /// >>> none = tiendo.Plan.builtin("tien-dien").obligations(periods=["2025-06"])
    /// >>> none.to_json()[:27]
    /// '{"reports":[],"findings":[{'
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| serde_json::to_string(&self.obligations)).map_err(unreadable)
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
        PyTimeliness::new(slf, submissions.0, exemptions.0, today.0)
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
        let (stamp, lang) = (text(stamp, "stamp")?, lang.at("lang")?);
        self.obligations.to_ics(stamp, lang).map_err(raise)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Obligations")
            .value(&self.plan.get().plan().id)
            .field("reports", self.obligations.len())
            .field("reporting_units", self.obligations.reporting_units().len())
            .field("findings", self.findings())
            .finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let again = reader(self.plan.bind(py), "obligations_from_json", &self.query.limits)?;
        Ok((again, (self.query.to_json(),)))
    }
}

/// When the report on a period is due. Private: `Rule.due_in`.
#[pyfunction(name = "_due_in")]
#[expect(clippy::too_many_arguments, reason = "options are arguments")]
pub(crate) fn due_in(
    rule: Back<Rule>,
    period: PeriodArgument<'_>,
    before_inclusive: bool,
    of_next_month: bool,
    day_off_shift: CodeArgument<'_, DayOffShift>,
    grace_days: WholeArgument,
    calendar: Option<&Bound<'_, PyCalendar>>,
    limits: Option<&Bound<'_, PyLimits>>,
) -> PyResult<Option<One<Due>>> {
    let options = ReportingOptions {
        before_inclusive,
        of_next_month,
        day_off_shift: day_off_shift.at("dayOffShift")?,
        grace_days: grace_days.0,
        ..ReportingOptions::default()
    };
    let (rule, period, limits) = (rule.read()?, period.at("period")?, limits_or_default(limits));
    let due = rule.due_in_with(&period, &options, calendar_or_builtin(calendar), &limits);
    due.map(|due| due.map(One)).map_err(raise)
}

/// A report in words. Private: `Obligation.label`.
#[pyfunction(name = "_report_label")]
pub(crate) fn report_label(report: Back<Obligation>, lang: CodeArgument<'_, Lang>) -> PyResult<String> {
    let lang = lang.at("lang")?;
    Ok(report.read()?.label(lang))
}

/// Why a body need not send a report. Private: `Exempt.sentence`.
#[pyfunction(name = "_exempt_sentence")]
pub(crate) fn exempt_sentence(exempt: Back<Exempt>, lang: CodeArgument<'_, Lang>) -> PyResult<String> {
    let lang = lang.at("lang")?;
    Ok(exempt.read()?.sentence(lang))
}

/// What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day,
/// then those without a date whose period ends in it.
///
/// `obligations` are one of each plan: what they were asked with is asked again of this body and month, their days and
/// bodies are not looked at. `month` is a month's id, `lang` is `vi` (default) or `en`. Raises `TiendoError` with code
/// `bad-period` for what is no month, and as `Plan.obligations` does.
///
/// >>> import datetime, tiendo
/// >>> year = tiendo.Plan.builtin("ha-tinh-231").obligations(
/// ...     datetime.date(2025, 1, 1), datetime.date(2026, 1, 1), ["so-nv"])
/// >>> tiendo.duties_of_month([year], "Sở Nội vụ", "2025-06", "en")[-1].text.split(",")[0]
/// 'By 2025-06-19: send the report on June 2025 to Sở Khoa học và Công nghệ'
#[pyfunction]
#[pyo3(
    signature = (obligations, agency, month, lang=CodeArgument::Known(Lang::Vi)),
    text_signature = "(obligations, agency, month, lang='vi')"
)]
pub(crate) fn duties_of_month(
    obligations: Items<Py<PyObligations>>,
    agency: &Bound<'_, PyString>,
    month: &Bound<'_, PyString>,
    lang: CodeArgument<'_, Lang>,
) -> PyResult<Many<MonthDuty>> {
    let (agency, month, lang) = (text(agency, "agency")?, text(month, "month")?, lang.at("lang")?);
    let asked = obligations.0.iter().map(|of| (of.get().plan.get().plan(), of.get().query.clone()));
    let plans: Vec<(&Plan, ReportingQuery)> = asked.collect();
    tiendo::duties_of_month(&plans, agency, month, lang).map(Many).map_err(raise)
}

/// For each period both tiers report on by a date, the days between: in the lower tier's order.
///
/// Raises `TiendoError` with code `too-many` beyond 100,000 pairs.
///
/// >>> import datetime, tiendo
/// >>> june = datetime.date(2026, 6, 1), datetime.date(2026, 7, 1)
/// >>> commune, province = tiendo.Plan.builtin("tien-dien"), tiendo.Plan.builtin("ha-tinh-231")
/// >>> lower = commune.obligations(*june, effective=datetime.date(2026, 1, 1))
/// >>> [(slack.period, slack.days) for slack in tiendo.slack(lower, province.obligations(*june))]
/// [('2026-Q2', 5), ('2026-H1', 5), ('2026-06', 5)]
#[pyfunction]
pub(crate) fn slack(
    lower: &Bound<'_, PyObligations>,
    upper: &Bound<'_, PyObligations>,
) -> PyResult<Many<Slack>> {
    tiendo::slack(lower.get().core(), upper.get().core()).map(Many).map_err(raise)
}
