//! The plan as published, with every cell verbatim.

use std::hash::{Hash, Hasher};

use chrono::NaiveDate;
use pyo3::prelude::*;
use pyo3::types::PyString;
use tiendo::{BodyStatement, DayOffShift, Document, Footnote, Level, Pillar, Plan, ReportingOptions};

use crate::agency::{PyRegistry, registry_or_builtin};
use crate::calendar::PyCalendar;
use crate::codes::{Code, CodeArgument};
use crate::collections::{Items, Tuple};
use crate::deadline::DateArgument;
use crate::errors::raise;
use crate::finding::{PyFinding, findings};
use crate::lineage::PyLineage;
use crate::match_args::{MatchArgs, positional};
use crate::number::WholeArgument;
use crate::pickle::{Reduced, reduce};
use crate::regime::PyRegime;
use crate::reporting::obligations::{Asked, PyGivenReport, PyObligations};
use crate::repr::Repr;
use crate::row::PyIndicator;
use crate::task::PyTask;
use crate::text::{JsonArgument, owned, text};

/// A published action plan.
///
/// >>> import tiendo
/// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
/// >>> plan
/// Plan('ha-tinh-231', number='231/KH-UBND', indicators=70, tasks=123)
/// >>> plan.issued, plan.milestones
/// (datetime.date(2025, 5, 10), (2025, 2030, 2035, 2040, 2045))
#[pyclass(frozen, eq, hash, name = "Plan", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyPlan(pub(crate) Plan);

impl Hash for PyPlan {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.id, &self.0.number, &self.0.title).hash(state);
    }
}

#[pymethods]
impl PyPlan {
    /// Reads a built-in plan. Raises `TiendoError` with code `unknown-plan`.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Plan.builtin("ha-tinh-231").number
    /// '231/KH-UBND'
    #[staticmethod]
    fn builtin(id: &Bound<'_, PyString>) -> PyResult<PyPlan> {
        Plan::builtin(text(id, "id")?).map(PyPlan).map_err(raise)
    }

    /// The ids of the built-in plans.
    ///
    /// >>> import tiendo
    /// >>> "ha-tinh-231" in tiendo.Plan.builtin_ids()
    /// True
    #[staticmethod]
    fn builtin_ids() -> Tuple<&'static str> {
        Plan::builtin_ids().collect()
    }

    /// Reads a plan's JSON. Nothing is read in part: the first thing wrong raises `TiendoError` with its place.
    ///
    /// >>> import tiendo
    /// >>> try:
    /// ...     tiendo.Plan.from_json('{"schemaVersion": 2}')
    /// ... except tiendo.TiendoError as error:
    /// ...     print(error.code, error.path, error.row)
    /// unknown-version schemaVersion 1
    #[staticmethod]
    fn from_json(json: JsonArgument<'_>) -> PyResult<PyPlan> {
        Plan::from_json(json.bytes()?).map(PyPlan).map_err(raise)
    }

    /// Writes the plan as JSON: the same text for the same plan, and `from_json` reads it back.
    ///
    /// >>> import tiendo
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> tiendo.Plan.from_json(plan.to_json()) == plan
    /// True
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The version of the format, 1.
    #[getter]
    fn schema_version(&self) -> u32 {
        self.0.schema_version
    }

    /// A short id of the plan, `ha-tinh-231`.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// The document's number, `231/KH-UBND`; `None` where the text has none.
    #[getter]
    fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// What the plan is about, in a few words.
    #[getter]
    fn title(&self) -> &str {
        &self.0.title
    }

    /// The same in English.
    #[getter]
    fn title_en(&self) -> Option<&str> {
        self.0.title_en.as_deref()
    }

    /// Who issued it.
    #[getter]
    fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// The issuer's level.
    #[getter]
    fn level(&self) -> Code<Level> {
        Code(self.0.level)
    }

    /// The day it was issued.
    #[getter]
    fn issued(&self) -> Option<NaiveDate> {
        self.0.issued
    }

    /// The first day it is in force.
    #[getter]
    fn effective(&self) -> Option<NaiveDate> {
        self.0.effective
    }

    /// The documents it implements.
    #[getter]
    fn implements(&self) -> Tuple<PyDocument> {
        self.0.implements.iter().cloned().map(PyDocument).collect()
    }

    /// The documents it replaces.
    #[getter]
    fn replaces(&self) -> Tuple<PyDocument> {
        self.0.replaces.iter().cloned().map(PyDocument).collect()
    }

    /// The milestone years, ascending; a milestone's date is 31 December.
    #[getter]
    fn milestones(&self) -> Tuple<i32> {
        self.0.milestones.iter().copied().collect()
    }

    /// The footnotes that cells name.
    #[getter]
    fn footnotes(&self) -> Tuple<PyFootnote> {
        self.0.footnotes.iter().cloned().map(PyFootnote).collect()
    }

    /// The groups of tasks, in order.
    #[getter]
    fn pillars(&self) -> Tuple<PyPillar> {
        self.0.pillars.iter().cloned().map(PyPillar).collect()
    }

    /// The indicators, in the order of the annex.
    #[getter]
    fn indicators(slf: &Bound<'_, PyPlan>) -> Tuple<PyIndicator> {
        let indicators = 0..slf.get().0.indicators.len();
        indicators.map(|at| PyIndicator::new(slf.clone().unbind(), at)).collect()
    }

    /// The tasks, in the order of the annex.
    #[getter]
    fn tasks(&self) -> Tuple<PyTask> {
        self.0.tasks.iter().cloned().map(PyTask).collect()
    }

    /// What the body of the document says of indicators that also stand in the annex; the annex decides.
    #[getter]
    fn body(&self) -> Tuple<PyBodyStatement> {
        self.0.body.iter().cloned().map(PyBodyStatement).collect()
    }

    /// Which of its items derive from which of an upper plan's.
    #[getter]
    fn derives(&self) -> Option<PyLineage> {
        self.0.derives.clone().map(PyLineage)
    }

    /// The reporting regime, where the plan has one.
    #[getter]
    fn regime(&self) -> Option<PyRegime> {
        self.0.regime.clone().map(PyRegime)
    }

    /// The indicator with a code, its own or one it was published under at another milestone; or `None`.
    ///
    /// >>> import tiendo
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> plan.indicator("51.3").parent
    /// '51'
    fn indicator(slf: &Bound<'_, PyPlan>, code: &Bound<'_, PyString>) -> PyResult<Option<PyIndicator>> {
        let plan = &slf.get().0;
        let found = plan.indicator(text(code, "code")?);
        let at = found.and_then(|found| plan.indicators.iter().position(|other| std::ptr::eq(other, found)));
        Ok(at.map(|at| PyIndicator::new(slf.clone().unbind(), at)))
    }

    /// The task with a number, or `None`.
    ///
    /// >>> import tiendo
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> plan.task(123).deadline.text
    /// 'Thường xuyên'
    fn task(&self, number: WholeArgument) -> Option<PyTask> {
        self.0.task(number.0).cloned().map(PyTask)
    }

    /// The milestone in view on a day: the first whose 31 December is not before it, else the last.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Plan.builtin("ha-tinh-231").milestone_on(datetime.date(2026, 1, 1))
    /// 2030
    fn milestone_on(&self, today: DateArgument) -> Option<i32> {
        self.0.milestone_on(today.0)
    }

    /// What a careful reader of the plan would remark on.
    ///
    /// Leads are looked up in `registry`, the built-in one where none is given.
    ///
    /// >>> import tiendo
    /// >>> findings = tiendo.Plan.builtin("ha-tinh-42-ctr-tu").lint()
    /// >>> [tuple(place.code for place in finding.places) for finding in findings if finding.code == "same-measure"]
    /// [('51.2', '53'), ('51.3', '52')]
    #[pyo3(signature = (registry=None))]
    fn lint(&self, registry: Option<&Bound<'_, PyRegistry>>) -> Tuple<PyFinding> {
        findings(self.0.lint(registry_or_builtin(registry)))
    }

    /// Every report whose written date lies between two days, the first included and the last not: by date, then in
    /// the order of the rules, then of the bodies.
    ///
    /// `agencies` are the bodies that report, by id, name or short name; without any each report stands once.
    /// `effective` is the day from which the regime holds, in place of the one the plan says. `given` are the ad hoc
    /// and term reports. The days off are those of `calendar`, the bodies those of `registry`; the built-in ones where
    /// none is given.
    ///
    /// With `before_inclusive`, "before" includes the day it names (default: the day before is the last on time). With
    /// `of_next_month`, a bare day of a monthly rule is one of the month after (default: of the same month).
    /// `day_off_shift` says where a last timely day that is off moves to (default: nowhere), `grace_days` how many
    /// calendar days are added at the end, at most 366 (default: none). With `decree_09_cutoff`, data are closed by
    /// Decree 09/2019/NĐ-CP, art. 12 (default: from the period's start to the earlier of its end and the last timely
    /// day). With `count_returned`, a report counts from its first version (default: from its first version not
    /// returned).
    ///
    /// Raises `TiendoError`: `year-out-of-range` for days outside 1900 to 2200; `bad-option` for an end before the
    /// start, a body without a name or too much grace; `duplicate-code` for a body or given report twice;
    /// `unknown-code` for a given report of no ad hoc or term rule; `unknown-year` where a day-off shift needs a year
    /// the calendar does not know; `too-many` beyond 5,000,000 obligations.
    ///
    /// >>> import datetime, tiendo
    /// >>> year = datetime.date(2025, 1, 1), datetime.date(2026, 1, 1)
    /// >>> [report.due for report in tiendo.Plan.builtin("tien-giang-69").obligations(*year) if report.due]
    /// [datetime.date(2025, 5, 31), datetime.date(2025, 11, 14)]
    #[pyo3(
        signature = (
            start, end, agencies=None, effective=None, *, given=Items::default(), before_inclusive=false,
            of_next_month=false, day_off_shift=CodeArgument::Known(DayOffShift::None), grace_days=WholeArgument(0),
            decree_09_cutoff=false, count_returned=false, calendar=None, registry=None
        ),
        text_signature = "($self, start, end, agencies=None, effective=None, *, given=(), before_inclusive=False, \
                          of_next_month=False, day_off_shift='none', grace_days=0, decree_09_cutoff=False, \
                          count_returned=False, calendar=None, registry=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "options are arguments by name")]
    #[expect(clippy::fn_params_excessive_bools, reason = "options are arguments by name")]
    fn obligations(
        slf: &Bound<'_, PyPlan>,
        start: DateArgument,
        end: DateArgument,
        agencies: Option<Items<Bound<'_, PyString>>>,
        effective: Option<DateArgument>,
        given: Items<Py<PyGivenReport>>,
        before_inclusive: bool,
        of_next_month: bool,
        day_off_shift: CodeArgument<'_, DayOffShift>,
        grace_days: WholeArgument,
        decree_09_cutoff: bool,
        count_returned: bool,
        calendar: Option<Py<PyCalendar>>,
        registry: Option<Py<PyRegistry>>,
    ) -> PyResult<PyObligations> {
        let agencies = agencies.unwrap_or_default().0;
        let agencies = agencies.iter().zip(0..).map(|(agency, at)| owned(agency, &format!("agencies[{at}]")));
        let asked = Asked {
            plan: slf.clone().unbind(),
            start: start.0,
            end: end.0,
            agencies: agencies.collect::<PyResult<_>>()?,
            effective: effective.map(|DateArgument(day)| day),
            given: given.0,
            options: ReportingOptions {
                before_inclusive,
                of_next_month,
                day_off_shift: day_off_shift.at("dayOffShift")?,
                grace_days: grace_days.0,
                decree_09_cutoff,
                count_returned,
            },
            calendar,
            registry,
        };
        PyObligations::new(slf.py(), asked)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Plan")
            .value(self.id())
            .field("number", self.number())
            .field("indicators", self.0.indicators.len())
            .field("tasks", self.0.tasks.len())
            .finish()
    }

    fn __reduce__<'py>(slf: &Bound<'py, PyPlan>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((slf.get_type().getattr("from_json")?, (slf.get().to_json(),)))
    }
}

/// A document a plan refers to.
///
/// >>> import tiendo
/// >>> tiendo.Plan.builtin("ha-tinh-231").implements[1].number
/// '42-CTr/TU'
#[pyclass(frozen, eq, hash, name = "Document", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyDocument(pub(crate) Document);

impl Hash for PyDocument {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.number, self.0.issued).hash(state);
    }
}

positional!(PyDocument: "number", "issuer", "issued");

#[pymethods]
impl PyDocument {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyDocument> {
        MatchArgs::new()
    }

    /// Its number.
    #[getter]
    fn number(&self) -> &str {
        &self.0.number
    }

    /// Who issued it.
    #[getter]
    fn issuer(&self) -> Option<&str> {
        self.0.issuer.as_deref()
    }

    /// The day it was issued.
    #[getter]
    fn issued(&self) -> Option<NaiveDate> {
        self.0.issued
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Document")
            .value(self.number())
            .field("issuer", self.issuer())
            .field("issued", self.issued())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Document", &self.0)
    }
}

/// A footnote of the indicator table.
///
/// >>> import tiendo
/// >>> tiendo.Plan.builtin("ha-tinh-231").footnotes[0].text
/// 'Chưa xác định'
#[pyclass(frozen, eq, hash, name = "Footnote", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyFootnote(pub(crate) Footnote);

impl Hash for PyFootnote {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.mark, &self.0.text).hash(state);
    }
}

positional!(PyFootnote: "mark", "text", "taken_from");

#[pymethods]
impl PyFootnote {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyFootnote> {
        MatchArgs::new()
    }

    /// Its mark: `1` for `(*[1])` and `(*1)`, empty for `(*)`.
    #[getter]
    fn mark(&self) -> &str {
        &self.0.mark
    }

    /// Its text; empty where the text is lost.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    /// The document the text was taken from, where the plan's own text lost it.
    #[getter]
    fn taken_from(&self) -> Option<&str> {
        self.0.taken_from.as_deref()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Footnote")
            .value(self.mark())
            .field("text", self.text())
            .field("taken_from", self.taken_from())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Footnote", &self.0)
    }
}

/// A group of tasks (*nhóm nhiệm vụ*).
///
/// >>> import tiendo
/// >>> pillar = tiendo.Plan.builtin("ha-tinh-231").pillars[0]
/// >>> pillar.code, pillar.note
/// ('I', 'heading-lost')
#[pyclass(frozen, eq, hash, name = "Pillar", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyPillar(pub(crate) Pillar);

impl Hash for PyPillar {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.code, &self.0.name).hash(state);
    }
}

positional!(PyPillar: "code", "name");

#[pymethods]
impl PyPillar {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyPillar> {
        MatchArgs::new()
    }

    /// Its code, `IV`.
    #[getter]
    fn code(&self) -> &str {
        &self.0.code
    }

    /// Its name.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// Its name in English.
    #[getter]
    fn name_en(&self) -> Option<&str> {
        self.0.name_en.as_deref()
    }

    /// `heading-lost` where the published text has no such heading and the plan's data sets it.
    #[getter]
    fn note(&self) -> Option<&'static str> {
        self.0.note.map(tiendo::NoteCode::as_str)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Pillar")
            .value(self.code())
            .field("name", self.name())
            .field("note", self.note())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Pillar", &self.0)
    }
}

/// What the body of a document says of an indicator.
///
/// >>> import tiendo
/// >>> tiendo.Plan.builtin("tien-giang-69").body[0]
/// BodyStatement('đạt mức 55%', indicator='5', year=2030)
#[pyclass(frozen, eq, hash, name = "BodyStatement", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyBodyStatement(pub(crate) BodyStatement);

impl Hash for PyBodyStatement {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.indicator, self.0.year, &self.0.text).hash(state);
    }
}

positional!(PyBodyStatement: "indicator", "year", "text");

#[pymethods]
impl PyBodyStatement {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyBodyStatement> {
        MatchArgs::new()
    }

    /// The indicator's code.
    #[getter]
    fn indicator(&self) -> &str {
        &self.0.indicator
    }

    /// The milestone.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year
    }

    /// The words that hold the demand, verbatim.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "BodyStatement")
            .value(self.text())
            .field("indicator", self.indicator())
            .field("year", self.year())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "BodyStatement", &self.0)
    }
}
