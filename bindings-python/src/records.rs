//! Records: what the host knows of reports: those sent, and those a body need not send.

use chrono::NaiveDate;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::{PyDate, PyDict, PyString};
use tiendo::{Exemption, Submission};

use crate::deadline::DateArgument;
use crate::record::record;
use crate::text::owned;

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
