//! The plan as published, with every cell verbatim, and what its cells mean.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use pyo3::prelude::*;
use pyo3::types::PyString;
use tiendo::{
    BodyStatement, DayOffShift, Deadline, Document, Finding, Footnote, Indicator, Level, Limits, Lineage,
    Pillar, Plan, PlanView, Regime, ReportingOptions, ReportingQuery, Row, Task,
};

use crate::agency::{PyRegistry, RosterArgument, registry_or_builtin};
use crate::calendar::PyCalendar;
use crate::codes::{Code, CodeArgument};
use crate::collections::{Items, Tuple};
use crate::errors::raise;
use crate::limits::{PyLimits, limits_or_default, reader};
use crate::number::WholeArgument;
use crate::period::PeriodArgument;
use crate::reporting::obligations::{PyGivenReport, PyObligations};
use crate::repr::Repr;
use crate::results::{Kept, Listed, Many, One};
use crate::text::{DateArgument, JsonArgument, owned, text};

/// A plan with its view: rows and deadlines read once, what is looked up indexed.
struct Viewed {
    // Before what it borrows, so that it is dropped first.
    view: PlanView<'static>,
    _plan: Arc<Plan>,
}

impl Viewed {
    fn new(plan: Arc<Plan>, limits: &Limits) -> Viewed {
        // SAFETY: the plan lies in the `Arc` that is kept beside the view, never moves, and nobody changes it. The view is
        // only lent for as long as `self` lives.
        let lasting: &'static Plan = unsafe { &*Arc::as_ptr(&plan) };
        Viewed { view: lasting.view_with(limits), _plan: plan }
    }
}

/// A published action plan.
///
/// >>> import tiendo
/// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
/// >>> plan
/// Plan('ha-tinh-231', number='231/KH-UBND', indicators=70, tasks=123)
/// >>> plan.issued, plan.milestones
/// (datetime.date(2025, 5, 10), (2025, 2030, 2035, 2040, 2045))
#[pyclass(frozen, eq, hash, name = "Plan", module = "tiendo")]
pub(crate) struct PyPlan {
    plan: Arc<Plan>,
    /// What it was read within, and what works on it keeps to.
    limits: Limits,
    /// Made when first asked for, as the lists are.
    viewed: OnceLock<Viewed>,
    indicators: Kept<Indicator>,
    rows: Kept<Row>,
    tasks: Kept<Task>,
    deadlines: Kept<Deadline>,
}

impl PyPlan {
    fn new(plan: Plan, limits: Limits) -> PyPlan {
        PyPlan {
            plan: Arc::new(plan),
            limits,
            viewed: OnceLock::new(),
            indicators: Kept::new(),
            rows: Kept::new(),
            tasks: Kept::new(),
            deadlines: Kept::new(),
        }
    }

    pub(crate) fn plan(&self) -> &Plan {
        &self.plan
    }

    pub(crate) fn view(&self) -> &PlanView<'_> {
        &self.viewed.get_or_init(|| Viewed::new(Arc::clone(&self.plan), &self.limits)).view
    }
}

impl PartialEq for PyPlan {
    fn eq(&self, other: &PyPlan) -> bool {
        Arc::ptr_eq(&self.plan, &other.plan) || self.plan == other.plan
    }
}

impl Hash for PyPlan {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.plan.id, &self.plan.number, &self.plan.title).hash(state);
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
        let plan = Plan::builtin(text(id, "id")?).map_err(raise)?;
        Ok(PyPlan::new(plan, Limits::default()))
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

    /// Reads a plan's JSON. Nothing is read in part: all that is wrong is told at once, the first mistake as a
    /// `TiendoError` with its place, the rest as its `others`. What works on the plan keeps to `limits` too.
    ///
    /// >>> import tiendo
    /// >>> try:
    /// ...     tiendo.Plan.from_json('{"schemaVersion": 2}')
    /// ... except tiendo.TiendoError as error:
    /// ...     print(error.code, error.path, error.row)
    /// unknown-version schemaVersion 1
    #[staticmethod]
    #[pyo3(signature = (json, *, limits=None))]
    fn from_json(
        py: Python<'_>,
        json: JsonArgument<'_>,
        limits: Option<&Bound<'_, PyLimits>>,
    ) -> PyResult<PyPlan> {
        let (json, limits) = (json.bytes()?, limits_or_default(limits));
        let plan = py.detach(|| Plan::from_json_with(json, &limits)).map_err(raise)?;
        Ok(PyPlan::new(plan, limits))
    }

    /// Writes the plan as JSON: the same text for the same plan, and `from_json` reads it back.
    ///
    /// >>> import tiendo
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> tiendo.Plan.from_json(plan.to_json()) == plan
    /// True
    fn to_json(&self) -> String {
        self.plan.to_json()
    }

    /// The version of the format, 1.
    #[getter]
    fn schema_version(&self) -> u32 {
        self.plan().schema_version
    }

    /// A short id of the plan, `ha-tinh-231`.
    #[getter]
    fn id(&self) -> &str {
        &self.plan().id
    }

    /// The document's number, `231/KH-UBND`; `None` where the text has none.
    #[getter]
    fn number(&self) -> Option<&str> {
        self.plan().number.as_deref()
    }

    /// What the plan is about, in a few words.
    #[getter]
    fn title(&self) -> &str {
        &self.plan().title
    }

    /// The same in English.
    #[getter]
    fn title_en(&self) -> Option<&str> {
        self.plan().title_en.as_deref()
    }

    /// Who issued it.
    #[getter]
    fn issuer(&self) -> &str {
        &self.plan().issuer
    }

    /// The issuer's level.
    #[getter]
    fn level(&self) -> Code<Level> {
        Code(self.plan().level)
    }

    /// The day it was issued.
    #[getter]
    fn issued(&self) -> Option<NaiveDate> {
        self.plan().issued
    }

    /// The first day it is in force.
    #[getter]
    fn effective(&self) -> Option<NaiveDate> {
        self.plan().effective
    }

    /// The documents it implements.
    #[getter]
    fn implements(&self) -> Many<&Document> {
        self.plan().implements.iter().collect()
    }

    /// The documents it replaces.
    #[getter]
    fn replaces(&self) -> Many<&Document> {
        self.plan().replaces.iter().collect()
    }

    /// The milestone years, ascending; a milestone's date is 31 December.
    #[getter]
    fn milestones(&self) -> Tuple<i32> {
        self.plan().milestones.iter().copied().collect()
    }

    /// The footnotes that cells name.
    #[getter]
    fn footnotes(&self) -> Many<&Footnote> {
        self.plan().footnotes.iter().collect()
    }

    /// The groups of tasks, in order.
    #[getter]
    fn pillars(&self) -> Many<&Pillar> {
        self.plan().pillars.iter().collect()
    }

    /// The indicators, in the order of the annex, as published; `rows` has what they mean.
    #[getter]
    fn indicators<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, Indicator>> {
        self.indicators.get(py, || &self.plan().indicators)
    }

    /// The rows of the indicators, in their order, each read as a whole: targets, direction, kind, lead.
    ///
    /// >>> import tiendo
    /// >>> plan = tiendo.Plan.builtin("tien-dien")
    /// >>> len(plan.rows) == len(plan.indicators)
    /// True
    #[getter]
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, Row>> {
        self.rows.get(py, || self.view().rows().map(|(_, row)| row))
    }

    /// The tasks, in the order of the annex.
    #[getter]
    fn tasks<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, Task>> {
        self.tasks.get(py, || &self.plan().tasks)
    }

    /// The deadlines of the tasks, in their order.
    ///
    /// >>> import tiendo
    /// >>> all(deadline.recognised for deadline in tiendo.Plan.builtin("ha-tinh-231").deadlines)
    /// True
    #[getter]
    fn deadlines<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, Deadline>> {
        self.deadlines.get(py, || self.view().deadlines().map(|(_, deadline)| deadline))
    }

    /// What the body of the document says of indicators that also stand in the annex; the annex decides.
    #[getter]
    fn body(&self) -> Many<&BodyStatement> {
        self.plan().body.iter().collect()
    }

    /// Which of its items derive from which of an upper plan's.
    #[getter]
    fn derives(&self) -> Option<One<&Lineage>> {
        self.plan().derives.as_ref().map(One)
    }

    /// The reporting regime, where the plan has one.
    #[getter]
    fn regime(&self) -> Option<One<&Regime>> {
        self.plan().regime.as_ref().map(One)
    }

    /// The indicator with a code, its own or one it was published under at another milestone; or `None`.
    ///
    /// >>> import tiendo
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> plan.indicator("51.3").parent
    /// '51'
    fn indicator(&self, code: &Bound<'_, PyString>) -> PyResult<Option<One<&Indicator>>> {
        Ok(self.view().indicator(text(code, "code")?).map(One))
    }

    /// The row of the indicator with a code, its own or one it was published under at another milestone; or `None`.
    ///
    /// `direction`, `kind`, `lead` and `targets` are inferred where the plan's data does not declare them, with
    /// `decided_by` and `notes` to say how.
    ///
    /// >>> import tiendo
    /// >>> row = tiendo.Plan.builtin("ha-tinh-231").row("8")
    /// >>> row.direction, row.decided_by, row.targets[2030].to_notation()
    /// ('lower_is_better', 'operator', '≤ 20')
    fn row(&self, code: &Bound<'_, PyString>) -> PyResult<Option<One<&Row>>> {
        Ok(self.view().row(text(code, "code")?).map(One))
    }

    /// The task with a number, or `None`.
    ///
    /// >>> import tiendo
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> plan.task(123).deadline
    /// 'Thường xuyên'
    fn task(&self, number: WholeArgument) -> Option<One<&Task>> {
        self.view().task(number.0).map(One)
    }

    /// The deadline of the task with a number, or `None`.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Plan.builtin("ha-tinh-231").deadline(4).due
    /// datetime.date(2025, 6, 30)
    fn deadline(&self, number: WholeArgument) -> Option<One<&Deadline>> {
        self.view().deadline(number.0).map(One)
    }

    /// The milestone in view on a day: the first whose 31 December is not before it, else the last.
    ///
    /// >>> import datetime, tiendo
    /// >>> tiendo.Plan.builtin("ha-tinh-231").milestone_on(datetime.date(2026, 1, 1))
    /// 2030
    fn milestone_on(&self, today: DateArgument) -> Option<i32> {
        self.plan.milestone_on(today.0)
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
    fn lint(&self, py: Python<'_>, registry: Option<&Bound<'_, PyRegistry>>) -> Many<Finding> {
        let (view, registry) = (self.view(), registry_or_builtin(registry));
        Many(py.detach(|| tiendo::lint(view, registry)))
    }

    /// Every report whose written date lies between two days, the first included and the last not, or that is on one of
    /// `periods`: by date, then in the order of the rules, then of the bodies.
    ///
    /// `agencies` are the bodies that report, by id, name or short name, and groups that `roster` resolves, a mapping of
    /// groups to their bodies; without any each report stands once. `effective` is the day from which the regime holds,
    /// in place of the one the plan says. `given` are the ad hoc and term reports. The days off are those of `calendar`,
    /// the bodies those of `registry`; the built-in ones where none is given.
    ///
    /// With `before_inclusive`, "before" includes the day it names (default: the day before is the last on time). With
    /// `of_next_month`, a bare day of a monthly rule is one of the month after (default: of the same month).
    /// `day_off_shift` says where a last timely day that is off moves to (default: nowhere), `grace_days` how many
    /// calendar days are added at the end (default: none). With `decree_09_cutoff`, data are closed by Decree
    /// 09/2019/NĐ-CP, art. 12 (default: from the period's start to the earlier of its end and the last timely day). With
    /// `count_returned`, a report counts from its first version (default: from its first version not returned).
    ///
    /// Raises `TiendoError`: `bad-option` for neither days nor periods, or both; an end before the start; a body or
    /// given report without a name; too much grace. `bad-period` for what is no period. `year-out-of-range` for days
    /// outside 1900 to 2200. `duplicate-code` for a period, a body, a roster's group or a given report twice.
    /// `unknown-code` for a given report of no ad hoc or term rule. `unknown-year` where a day-off shift needs a year the
    /// calendar does not know. Of `limits`: `cell-too-long`, `too-many`, `too-large`.
    ///
    /// >>> import datetime, tiendo
    /// >>> year = datetime.date(2025, 1, 1), datetime.date(2026, 1, 1)
    /// >>> [report.due for report in tiendo.Plan.builtin("tien-giang-69").obligations(*year) if report.due]
    /// [datetime.date(2025, 5, 31), datetime.date(2025, 11, 14)]
    #[pyo3(
        signature = (
            start=None, end=None, agencies=None, effective=None, *, periods=Items::default(),
            roster=RosterArgument::default(), given=Items::default(), before_inclusive=false, of_next_month=false,
            day_off_shift=CodeArgument::Known(DayOffShift::None), grace_days=WholeArgument(0), decree_09_cutoff=false,
            count_returned=false, calendar=None, registry=None, limits=None
        ),
        text_signature = "($self, start=None, end=None, agencies=None, effective=None, *, periods=(), roster={}, \
                          given=(), before_inclusive=False, of_next_month=False, day_off_shift='none', grace_days=0, \
                          decree_09_cutoff=False, count_returned=False, calendar=None, registry=None, limits=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "options are arguments by name")]
    #[expect(clippy::fn_params_excessive_bools, reason = "options are arguments by name")]
    fn obligations(
        slf: &Bound<'_, PyPlan>,
        start: Option<DateArgument>,
        end: Option<DateArgument>,
        agencies: Option<Items<Bound<'_, PyString>>>,
        effective: Option<DateArgument>,
        periods: Items<PeriodArgument<'_>>,
        roster: RosterArgument<'_>,
        given: Items<Py<PyGivenReport>>,
        before_inclusive: bool,
        of_next_month: bool,
        day_off_shift: CodeArgument<'_, DayOffShift>,
        grace_days: WholeArgument,
        decree_09_cutoff: bool,
        count_returned: bool,
        calendar: Option<&Bound<'_, PyCalendar>>,
        registry: Option<&Bound<'_, PyRegistry>>,
        limits: Option<&Bound<'_, PyLimits>>,
    ) -> PyResult<PyObligations> {
        let agencies = agencies.unwrap_or_default().0;
        let agencies = agencies.iter().zip(0..).map(|(agency, at)| owned(agency, &format!("agencies[{at}]")));
        let periods = periods.0.iter().zip(0..).map(|(period, at)| period.at(&format!("periods[{at}]")));
        let day = |given: Option<DateArgument>| given.map(|DateArgument(day)| day);
        let query = ReportingQuery {
            start: day(start),
            end: day(end),
            periods: periods.collect::<PyResult<_>>()?,
            agencies: agencies.collect::<PyResult<_>>()?,
            roster: roster.read()?,
            effective: day(effective),
            given: given.0.iter().map(|given| given.get().0.clone()).collect(),
            options: ReportingOptions {
                before_inclusive,
                of_next_month,
                day_off_shift: day_off_shift.at("dayOffShift")?,
                grace_days: grace_days.0,
                decree_09_cutoff,
                count_returned,
            },
            calendar: calendar.map(|calendar| Arc::clone(&calendar.get().calendar)),
            registry: registry.map(|registry| Arc::clone(&registry.get().registry)),
            limits: limits_or_default(limits),
        };
        PyObligations::new(slf.clone(), query)
    }

    /// The same, asked with the JSON of a question, which is the same in every language: `start`, `end`, `periods`,
    /// `agencies`, `roster`, `effective`, `given`, `beforeInclusive`, `ofNextMonth`, `dayOffShift`, `graceDays`,
    /// `decree09Cutoff`, `countReturned`, `calendar`, `registry`, `limits`, none of them needed. An option that is none
    /// is refused. `limits` are those that the JSON is read within.
    ///
    /// >>> import tiendo
    /// >>> year = tiendo.Plan.builtin("tien-giang-69").obligations_from_json('{"periods": ["2025"]}')
    /// >>> [report.due for report in year if report.due]
    /// [datetime.date(2025, 11, 14)]
    #[pyo3(signature = (json, *, limits=None))]
    fn obligations_from_json(
        slf: &Bound<'_, PyPlan>,
        json: JsonArgument<'_>,
        limits: Option<&Bound<'_, PyLimits>>,
    ) -> PyResult<PyObligations> {
        let (json, limits) = (json.bytes()?, limits_or_default(limits));
        let query = ReportingQuery::from_json_with(json, &limits).map_err(raise)?;
        PyObligations::new(slf.clone(), query)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Plan")
            .value(self.id())
            .field("number", self.number())
            .field("indicators", self.plan.indicators.len())
            .field("tasks", self.plan.tasks.len())
            .finish()
    }

    fn __reduce__<'py>(slf: &Bound<'py, PyPlan>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((reader(&slf.get_type(), "from_json", &slf.get().limits)?, (slf.get().to_json(),)))
    }
}

/// Whether a code comes before another (-1), after it (1), or is the same (0), segment by segment: `7.2` before `7.10`,
/// numbers before letters.
///
/// >>> import functools, tiendo
/// >>> sorted(["7.10", "7.2", "7"], key=functools.cmp_to_key(tiendo.compare_codes))
/// ['7', '7.2', '7.10']
#[pyfunction]
pub(crate) fn compare_codes(a: &Bound<'_, PyString>, b: &Bound<'_, PyString>) -> PyResult<i8> {
    Ok(tiendo::compare_codes(text(a, "a")?, text(b, "b")?) as i8)
}
