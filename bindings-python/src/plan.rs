//! The plan as published, with every cell verbatim, and what its cells mean.

use crate::calendar::PyCalendar;
use crate::errors::{TiendoError, made};
use crate::generated::getters::PlanLists;
use crate::obligations::PyObligations;
use crate::prelude::*;
use crate::records::PyRecords;
use crate::registry::{PyRegistry, registry_or_builtin};
use crate::take::Json;
use std::sync::{Arc, OnceLock};
use tiendo::{
    Assessment, Deadline, FileKind, Finding, Indicator, Options, Plan, PlanView, ReportingQuery, Row,
    Severity, SuggestedLink, Task,
};

/// A plan with its view: rows and deadlines read once, what is looked up indexed.
struct Viewed {
    // Before what it borrows, so that it is dropped first.
    view: PlanView<'static>,
    _plan: Arc<Plan>,
}

/// What is made of a plan when it is first asked for.
#[derive(Default)]
pub(crate) struct Own {
    pub(crate) lists: PlanLists,
    viewed: OnceLock<Viewed>,
    rows: Kept,
    deadlines: Kept,
}

handle! {
    /// A published action plan.
    ///
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> plan
    /// Plan('ha-tinh-231', number='231/KH-UBND', indicators=70, tasks=123)
    /// >>> plan.issued, plan.milestones
    /// (datetime.date(2025, 5, 10), (2025, 2030, 2035, 2040, 2045))
    PyPlan("Plan") of Plan with Own;
    example: "Plan.builtin(\"ha-tinh-231\")";
    |of| hash: (&of.id, &of.number, &of.title)
}

impl PyPlan {
    /// Made without Python's lock: of a large plan it takes a while.
    pub(crate) fn view(&self, py: Python<'_>) -> &PlanView<'_> {
        let make = || {
            // SAFETY: the plan lies in the `Arc` that is kept beside the view, never moves, and nobody changes it. The
            // view is only lent for as long as `self` lives.
            let lasting: &'static Plan = unsafe { &*Arc::as_ptr(&self.core) };
            Viewed { view: lasting.view_with(&self.limits), _plan: Arc::clone(&self.core) }
        };
        let viewed = self.own.viewed.get().unwrap_or_else(|| py.detach(|| self.own.viewed.get_or_init(make)));
        &viewed.view
    }
}

#[pymethods]
impl PyPlan {
    /// Reads a built-in plan. Raises `TiendoError` with code `unknown-plan`.
    ///
    /// >>> tiendo.Plan.builtin("ha-tinh-231").number
    /// '231/KH-UBND'
    #[staticmethod]
    fn builtin(py: Python<'_>, id: Arg<'_, String>) -> PyResult<PyPlan> {
        let id = id.at("id")?;
        let plan = py.detach(|| Plan::builtin(&id)).map_err(raise)?;
        Ok(PyPlan::new(Arc::new(plan), Limits::default()))
    }

    /// The ids of the built-in plans.
    ///
    /// >>> "ha-tinh-231" in tiendo.Plan.builtin_ids()
    /// True
    #[staticmethod]
    fn builtin_ids() -> One<Vec<String>> {
        One(Plan::builtin_ids().map(str::to_owned).collect())
    }

    /// The rows of the indicators, in their order, each read as a whole: targets, direction, kind, lead.
    ///
    /// >>> plan = tiendo.Plan.builtin("tien-dien")
    /// >>> len(plan.rows) == len(plan.indicators)
    /// True
    #[getter]
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, Row>> {
        self.own.rows.get(py, || self.view(py).rows().map(|(_, row)| row))
    }

    /// The deadlines of the tasks, in their order.
    ///
    /// >>> all(deadline.recognised for deadline in tiendo.Plan.builtin("ha-tinh-231").deadlines)
    /// True
    #[getter]
    fn deadlines<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, Deadline>> {
        self.own.deadlines.get(py, || self.view(py).deadlines().map(|(_, deadline)| deadline))
    }

    /// The indicator with a code, its own or one it was published under at another milestone; or `None`.
    ///
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> plan.indicator("51.3").parent
    /// '51'
    fn indicator(&self, py: Python<'_>, code: Arg<'_, String>) -> PyResult<Option<One<&Indicator>>> {
        Ok(self.view(py).indicator(&code.at("code")?).map(One))
    }

    /// The row of the indicator with a code, its own or one it was published under at another milestone; or `None`.
    ///
    /// `direction`, `kind`, `lead` and `targets` are inferred where the plan's data does not declare them, with
    /// `decided_by` and `notes` to say how.
    ///
    /// >>> row = tiendo.Plan.builtin("ha-tinh-231").row("8")
    /// >>> row.direction, row.decided_by, row.targets[2030].to_notation()
    /// ('lower_is_better', 'operator', '≤ 20')
    fn row(&self, py: Python<'_>, code: Arg<'_, String>) -> PyResult<Option<One<&Row>>> {
        Ok(self.view(py).row(&code.at("code")?).map(One))
    }

    /// The task with a number, or `None`.
    ///
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> plan.task(123).deadline
    /// 'Thường xuyên'
    fn task(&self, py: Python<'_>, number: Arg<'_, Whole>) -> PyResult<Option<One<&Task>>> {
        Ok(number.at("number")?.0.and_then(|number| self.view(py).task(number)).map(One))
    }

    /// The deadline of the task with a number, or `None`.
    ///
    /// >>> tiendo.Plan.builtin("ha-tinh-231").deadline(4).due
    /// datetime.date(2025, 6, 30)
    fn deadline(&self, py: Python<'_>, number: Arg<'_, Whole>) -> PyResult<Option<One<&Deadline>>> {
        Ok(number.at("number")?.0.and_then(|number| self.view(py).deadline(number)).map(One))
    }

    /// The milestone in view on a day: the first whose 31 December is not before it, else the last.
    ///
    /// >>> tiendo.Plan.builtin("ha-tinh-231").milestone_on(datetime.date(2026, 1, 1))
    /// 2030
    fn milestone_on(&self, today: Arg<'_, NaiveDate>) -> PyResult<Option<i32>> {
        Ok(self.core.milestone_on(today.at("today")?))
    }

    /// What a careful reader would remark on. Leads are looked up in `registry`, by default the built-in one. With
    /// `minimum` only what weighs at least so much: `error`, `warning`, or `info`, which is all (default).
    ///
    /// >>> findings = tiendo.Plan.builtin("ha-tinh-42-ctr-tu").lint()
    /// >>> [tuple(place.code for place in finding.places) for finding in findings if finding.code == "same-measure"]
    /// [('51.2', '53'), ('51.3', '52')]
    /// >>> sorted({finding.severity for finding in tiendo.Plan.builtin("ha-tinh-42-ctr-tu").lint(minimum="warning")})
    /// ['error', 'warning']
    #[pyo3(signature = (registry=None, *, minimum=None))]
    fn lint<'py>(
        &self,
        py: Python<'py>,
        registry: Option<&Bound<'_, PyRegistry>>,
        minimum: Option<Arg<'_, Severity>>,
    ) -> PyResult<Listed<'py, Finding>> {
        let minimum = maybe(minimum, "minimum")?.unwrap_or(Severity::Info);
        let (view, registry) = (self.view(py), registry_or_builtin(registry));
        Listed::of(py, py.detach(|| tiendo::lint_at(view, registry, minimum)))
    }

    /// Every report a question asks for: by date, then in the order of the rules, then of the bodies.
    ///
    /// Raises `TiendoError`: `bad-option` for neither days nor periods, or both; an end before the start; a body or
    /// given report without a name; too much grace. `year-out-of-range` for days outside 1900 to 2200. `duplicate-code`
    /// for a period, a body, a roster's group or a given report twice. `unknown-code` for a given report of no ad hoc or
    /// term rule. Of the limits: `cell-too-long`, `too-many`, `too-large`.
    ///
    /// >>> year = tiendo.ReportingQuery(start=datetime.date(2025, 1, 1), end=datetime.date(2026, 1, 1))
    /// >>> [report.due for report in tiendo.Plan.builtin("tien-giang-69").obligations(year) if report.due]
    /// [datetime.date(2025, 5, 31), datetime.date(2025, 11, 14)]
    fn obligations(slf: &Bound<'_, PyPlan>, query: Arg<'_, ReportingQuery>) -> PyResult<PyObligations> {
        PyObligations::new(slf, query.given()?, query.at("query")?)
    }

    /// How the plan stands on a day, of the records known: each indicator, task and report, and why.
    ///
    /// The same inputs give the same result, whatever the order of the records. Raises `TiendoError` with code
    /// `year-out-of-range` for a day outside 1900 to 2200, and with those of reports.
    ///
    /// >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    /// >>> none = tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": true, "records": []}')
    /// >>> assessment = plan.assess(none, datetime.date(2026, 11, 27))
    /// >>> assessment.indicators[0].standing, assessment.indicators[0].reason, assessment.tasks[3].standing
    /// ('undetermined', 'no-value', 'overdue')
    /// >>> plan.assess(none, datetime.date(2026, 11, 27), tiendo.Options(due_soon_days=60)).options.due_soon_days
    /// 60
    #[pyo3(signature = (records, today, options=None, *, calendar=None, registry=None))]
    fn assess(
        &self,
        py: Python<'_>,
        records: &Bound<'_, PyRecords>,
        today: Arg<'_, NaiveDate>,
        options: Option<Arg<'_, Options>>,
        calendar: Option<&Bound<'_, PyCalendar>>,
        registry: Option<&Bound<'_, PyRegistry>>,
    ) -> PyResult<One<Assessment>> {
        let (records, today) = (&records.get().core, today.at("today")?);
        let options = Options {
            calendar: calendar.map(|calendar| Arc::clone(&calendar.get().core)),
            registry: registry.map(|registry| Arc::clone(&registry.get().core)),
            limits: self.limits.clone(),
            ..maybe(options, "options")?.unwrap_or_default()
        };
        py.detach(|| tiendo::assess(&self.core, records, today, &options)).map(One).map_err(raise_argument)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let of = &self.core;
        let number = of.number.as_deref().map(|number| repr(py, number)).transpose()?;
        let number = number.map_or_else(String::new, |number| format!(" number={number},"));
        let (indicators, tasks) = (of.indicators.len(), of.tasks.len());
        Ok(format!("Plan({},{number} indicators={indicators}, tasks={tasks})", repr(py, &of.id)?))
    }

    fn _repr_html_(slf: &Bound<'_, PyPlan>) -> PyResult<String> {
        html(slf.as_any())
    }
}

/// All that is wrong with a file's JSON, in the order of its places, up to the limit on errors; nothing where it is read.
///
/// `kind` is `plan`, `records`, `registry` or `calendar`. The rules are those of reading, which say more than the JSON
/// Schemas in the package's folder `schemas` can. The errors are not raised.
///
/// >>> [error.code for error in tiendo.validate("plan", '{"schemaVersion": 1, "id": 3, "colour": "red"}')][:2]
/// ['wrong-type', 'unknown-field']
/// >>> tiendo.validate("plan", tiendo.Plan.builtin("tien-dien").to_json())
/// []
#[pyfunction]
#[pyo3(signature = (kind, json, *, limits=None))]
pub(crate) fn validate<'py>(
    py: Python<'py>,
    kind: Arg<'_, FileKind>,
    json: Arg<'_, Json>,
    limits: Option<Arg<'_, Limits>>,
) -> PyResult<Vec<Bound<'py, TiendoError>>> {
    let (kind, json, limits) = (kind.at("kind")?, json.at("json")?, limits_or_default(limits)?);
    let errors = py.detach(|| tiendo::validate(kind, &json.0, &limits));
    errors.into_iter().map(|error| made(py, error)).collect()
}

/// Compares a plan with the upper plan it derives from, by its recorded links.
///
/// Leads are compared by `registry`, the built-in one where none is given. Raises `TiendoError` with code
/// `unknown-plan` where the plan records no derivation from `parent`.
///
/// >>> child, parent = tiendo.Plan.builtin("tien-dien"), tiendo.Plan.builtin("ha-tinh-231")
/// >>> findings = tiendo.compare_plans(child, parent)
/// >>> next(finding.en for finding in findings if finding.code == "deadline-later")
/// 'Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND.'
#[pyfunction]
#[pyo3(signature = (child, parent, registry=None))]
pub(crate) fn compare_plans<'py>(
    py: Python<'py>,
    child: &Bound<'_, PyPlan>,
    parent: &Bound<'_, PyPlan>,
    registry: Option<&Bound<'_, PyRegistry>>,
) -> PyResult<Listed<'py, Finding>> {
    let (child, parent) = (child.get().view(py), parent.get().view(py));
    let registry = registry_or_builtin(registry);
    Listed::of(py, py.detach(|| tiendo::compare_plans(child, parent, registry)).map_err(raise)?)
}

/// Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
///
/// Raises `TiendoError` with code `too-many` where the names are more than the limits of `child` let compare.
///
/// >>> child, parent = tiendo.Plan.builtin("tien-giang-69"), tiendo.Plan.builtin("ha-tinh-231")
/// >>> ("8", "50") in [(link.child, link.parent) for link in tiendo.suggest_links(child, parent)]
/// True
#[pyfunction]
pub(crate) fn suggest_links<'py>(
    py: Python<'py>,
    child: &Bound<'_, PyPlan>,
    parent: &Bound<'_, PyPlan>,
) -> PyResult<Listed<'py, SuggestedLink>> {
    let (child, parent) = (child.get().view(py), parent.get().view(py));
    Listed::of(py, py.detach(|| tiendo::suggest_links(child, parent)).map_err(raise)?)
}
