//! Records: what the host knows: values of indicators, reports sent, and reports a body need not send.

use std::hash::{Hash, Hasher};

use chrono::NaiveDate;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::{PyDate, PyDict, PyString};
use tiendo::{Exemption, Limits, Observation, ObservationStatus, Records, Submission};

use crate::codes::Code;
use crate::collections::Tuple;
use crate::errors::raise;
use crate::limits::{PyLimits, limits_or_default, reader};
use crate::number::Number;
use crate::record::record;
use crate::repr::Repr;
use crate::target::PyMeasured;
use crate::text::{DateArgument, JsonArgument, owned, text};

/// A date beside a field `date`, which in the stub has taken the type's name.
struct Day(NaiveDate);

impl<'py> IntoPyObject<'py> for Day {
    type Target = PyDate;
    type Output = Bound<'py, PyDate>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("tiendo._dates", "Date");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        self.0.into_pyobject(py)
    }
}

record! {
    /// A version of a report, sent on a day.
    ///
    /// >>> import datetime, tiendo
    /// >>> day = datetime.date(2025, 6, 19)
    /// >>> tiendo.Submission(id="s1", date=day, recorded=day, source="example", rule="monthly", period="2025-06",
    /// ...     agency="so-nv")
    /// Submission(id='s1', date=datetime.date(2025, 6, 19), rule='monthly', period='2025-06', agency='so-nv')
    PySubmission(Submission) as "Submission", |of|
    hash: (&of.id, of.date, &of.agency);
    shown: id date rule period agency returned;
    fields: {
        /// The record's id, unique.
        id: &str = &of.id;
        /// The day it was sent, in Việt Nam: `date_in_vietnam` has it of an instant.
        date: NaiveDate = of.date;
        /// The day it was recorded.
        recorded: Day = Day(of.recorded);
        /// Where it comes from.
        source: &str = &of.source;
        /// The code of the rule it answers.
        rule: &str = &of.rule;
        /// The period's id, or what a given report is called.
        period: &str = &of.period;
        /// The body that sent it, by id or name.
        agency: &str = &of.agency;
        /// Whether it was sent back to be done again.
        returned: bool = of.returned;
    }
    methods: {
        #[new]
        #[pyo3(signature = (*, id, date, recorded, source, rule, period, agency, returned=false))]
        #[expect(clippy::too_many_arguments, reason = "the fields of a record, by name")]
        fn new(
            id: &Bound<'_, PyString>,
            date: DateArgument,
            recorded: DateArgument,
            source: &Bound<'_, PyString>,
            rule: &Bound<'_, PyString>,
            period: &Bound<'_, PyString>,
            agency: &Bound<'_, PyString>,
            returned: bool,
        ) -> PyResult<PySubmission> {
            Ok(PySubmission(Submission {
                id: owned(id, "id")?,
                date: date.0,
                recorded: recorded.0,
                source: owned(source, "source")?,
                rule: owned(rule, "rule")?,
                period: owned(period, "period")?,
                agency: owned(agency, "agency")?,
                returned,
            }))
        }

        #[pyo3(signature = () -> "tuple[tuple[()], dict[str, Any]]")]
        fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((), Bound<'py, PyDict>)> {
            let given = PyDict::new(py);
            given.set_item("id", self.id())?;
            given.set_item("date", self.date())?;
            given.set_item("recorded", self.recorded())?;
            given.set_item("source", self.source())?;
            given.set_item("rule", self.rule())?;
            given.set_item("period", self.period())?;
            given.set_item("agency", self.agency())?;
            given.set_item("returned", self.returned())?;
            Ok(((), given))
        }
    }
}

record! {
    /// That a body need not report on a period.
    ///
    /// >>> import datetime, tiendo
    /// >>> day = datetime.date(2025, 6, 1)
    /// >>> tiendo.Exemption(id="e1", date=day, recorded=day, source="example", agency="so-nv", period="2025-06",
    /// ...     reason="đang sắp xếp tổ chức").rule is None
    /// True
    PyExemption(Exemption) as "Exemption", |of|
    hash: (&of.id, of.date, &of.agency);
    shown: id date agency period rule reason;
    fields: {
        /// The record's id, unique.
        id: &str = &of.id;
        /// The day it was decided.
        date: NaiveDate = of.date;
        /// The day it was recorded.
        recorded: Day = Day(of.recorded);
        /// Where it comes from.
        source: &str = &of.source;
        /// The body, by id or name.
        agency: &str = &of.agency;
        /// The period's id, or what a given report is called.
        period: &str = &of.period;
        /// The code of the one rule it is about; `None` for every report on the period.
        rule: Option<&str> = of.rule.as_deref();
        /// Why.
        reason: &str = &of.reason;
    }
    methods: {
        #[new]
        #[pyo3(signature = (*, id, date, recorded, source, agency, period, reason, rule=None))]
        #[expect(clippy::too_many_arguments, reason = "the fields of a record, by name")]
        fn new(
            id: &Bound<'_, PyString>,
            date: DateArgument,
            recorded: DateArgument,
            source: &Bound<'_, PyString>,
            agency: &Bound<'_, PyString>,
            period: &Bound<'_, PyString>,
            reason: &Bound<'_, PyString>,
            rule: Option<&Bound<'_, PyString>>,
        ) -> PyResult<PyExemption> {
            Ok(PyExemption(Exemption {
                id: owned(id, "id")?,
                date: date.0,
                recorded: recorded.0,
                source: owned(source, "source")?,
                agency: owned(agency, "agency")?,
                period: owned(period, "period")?,
                rule: rule.map(|rule| owned(rule, "rule")).transpose()?,
                reason: owned(reason, "reason")?,
            }))
        }

        #[pyo3(signature = () -> "tuple[tuple[()], dict[str, Any]]")]
        fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((), Bound<'py, PyDict>)> {
            let given = PyDict::new(py);
            given.set_item("id", self.id())?;
            given.set_item("date", self.date())?;
            given.set_item("recorded", self.recorded())?;
            given.set_item("source", self.source())?;
            given.set_item("agency", self.agency())?;
            given.set_item("period", self.period())?;
            given.set_item("reason", self.reason())?;
            given.set_item("rule", self.rule())?;
            Ok(((), given))
        }
    }
}

record! {
    /// A value of an indicator on a day: exactly one of `value`, `present` and `judgement`. A file of records has them.
    ///
    /// >>> import tiendo
    /// >>> records = tiendo.Records.from_json('''{"schemaVersion": 1, "synthetic": true, "records": [
    /// ...     {"type": "observation", "id": "o1", "date": "2025-12-31", "recorded": "2026-01-05", "source": "example",
    /// ...     "indicator": "1", "value": "52.5", "status": "estimate"}]}''')
    /// >>> records.observations[0].value, records.observations[0].status
    /// (Decimal('52.5'), 'estimate')
    PyObservation(Observation) as "Observation", |of|
    hash: (&of.id, of.date, &of.indicator);
    shown: id date indicator value status;
    fields: {
        /// The record's id, unique.
        id: &str = &of.id;
        /// The day of the value.
        date: NaiveDate = of.date;
        /// The day it was recorded.
        recorded: Day = Day(of.recorded);
        /// Where it comes from.
        source: &str = &of.source;
        /// The indicator's code.
        indicator: &str = &of.indicator;
        /// The number.
        value: Option<Number> = of.value.map(Number);
        /// Whether the thing is in place.
        present: Option<bool> = of.present;
        /// Whether a recorded judgement says the target is met.
        judgement: Option<bool> = of.judgement;
        /// How final it is.
        status: Code<ObservationStatus> = Code(of.status);
        /// The thing measured (`5G`), where it is not the indicator's usual one.
        qualifier: Option<&str> = of.qualifier.as_deref();
    }
    methods: {
        /// The value to compare with a target.
        ///
        /// >>> import tiendo
        /// >>> records = tiendo.Records.from_json('''{"schemaVersion": 1, "synthetic": true, "records": [
        /// ...     {"type": "observation", "id": "o1", "date": "2025-12-31", "recorded": "2026-01-05",
        /// ...     "source": "example", "indicator": "1", "value": "52.5", "status": "official"}]}''')
        /// >>> records.observations[0].measured()
        /// Measured(value=Decimal('52.5'))
        fn measured(&self) -> PyMeasured {
            PyMeasured(self.0.measured())
        }

        fn __reduce__(&self, py: Python<'_>) -> PyResult<(Py<PyAny>, (String,))> {
            let json = serde_json::to_string(&self.0).map_err(crate::fill::unreadable)?;
            Ok((py.import("tiendo._native")?.getattr("_observation")?.unbind(), (json,)))
        }
    }
}

/// An observation from its JSON. Private.
#[pyfunction(name = "_observation")]
pub(crate) fn observation(json: &str) -> PyResult<PyObservation> {
    serde_json::from_str(json).map(PyObservation).map_err(crate::fill::unreadable)
}

/// A file of records.
///
/// >>> import tiendo
/// >>> records = tiendo.Records.from_json('''{"schemaVersion": 1, "synthetic": true, "records": [
/// ...     {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
/// ...     "rule": "monthly", "period": "2025-06", "agency": "so-nv"}]}''')
/// >>> records
/// Records(synthetic=True, observations=0, submissions=1, exemptions=0)
#[pyclass(frozen, eq, hash, name = "Records", module = "tiendo")]
pub(crate) struct PyRecords {
    records: Records,
    /// What they were read within.
    limits: Limits,
}

impl PartialEq for PyRecords {
    fn eq(&self, other: &PyRecords) -> bool {
        self.records == other.records
    }
}

impl Hash for PyRecords {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.records.records.len(), self.records.records.first().map(tiendo::Record::id)).hash(state);
    }
}

#[pymethods]
impl PyRecords {
    /// Reads records' JSON.
    ///
    /// Raises `TiendoError`: for what is wrong with the file, with code `conflicting-record` for an id of records that
    /// differ; a record given twice as it is stands once.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": false, "records": []}').submissions
    /// ()
    #[staticmethod]
    #[pyo3(signature = (json, *, limits=None))]
    fn from_json(
        py: Python<'_>,
        json: JsonArgument<'_>,
        limits: Option<&Bound<'_, PyLimits>>,
    ) -> PyResult<PyRecords> {
        let (json, limits) = (json.bytes()?, limits_or_default(limits));
        let records = py.detach(|| Records::from_json_with(json, &limits)).map_err(raise)?;
        Ok(PyRecords { records, limits })
    }

    /// Writes the records as JSON; `from_json` reads it back.
    ///
    /// >>> import tiendo
    /// >>> records = tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": false, "records": []}')
    /// >>> tiendo.Records.from_json(records.to_json()) == records
    /// True
    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(&self.records).map_err(crate::fill::unreadable)
    }

    /// Whether the data was made up, for an example or a test.
    #[getter]
    fn synthetic(&self) -> bool {
        self.records.synthetic
    }

    /// What to know about the data.
    #[getter]
    fn note(&self) -> Option<&str> {
        self.records.note.as_deref()
    }

    /// The values of indicators, in the order of the file.
    #[getter]
    fn observations(&self) -> Tuple<PyObservation> {
        self.records.observations().cloned().map(PyObservation).collect()
    }

    /// The reports sent, in the order of the file.
    #[getter]
    fn submissions(&self) -> Tuple<PySubmission> {
        self.records.submissions().cloned().map(PySubmission).collect()
    }

    /// The reports that need not be sent, in the order of the file.
    #[getter]
    fn exemptions(&self) -> Tuple<PyExemption> {
        self.records.exemptions().cloned().map(PyExemption).collect()
    }

    /// The value of an indicator that holds on a day; `None` where there is none.
    ///
    /// >>> import datetime, tiendo
    /// >>> records = tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": false, "records": []}')
    /// >>> records.latest("1", datetime.date(2026, 1, 1)) is None
    /// True
    fn latest(
        &self,
        indicator: &Bound<'_, PyString>,
        today: DateArgument,
    ) -> PyResult<Option<PyObservation>> {
        let latest = self.records.latest(text(indicator, "indicator")?, today.0);
        Ok(latest.cloned().map(PyObservation))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Records")
            .field("synthetic", self.records.synthetic)
            .field("observations", self.records.observations().count())
            .field("submissions", self.records.submissions().count())
            .field("exemptions", self.records.exemptions().count())
            .finish()
    }

    fn __reduce__<'py>(slf: &Bound<'py, PyRecords>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((reader(&slf.get_type(), "from_json", &slf.get().limits)?, (slf.get().to_json()?,)))
    }
}
