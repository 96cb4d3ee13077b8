//! The bodies that report, and when they need not.

use chrono::NaiveDate;
use pyo3::prelude::*;
use tiendo::{Exempt, ExemptReason, Lang, ReportingUnit};

use crate::codes::{Code, CodeArgument};
use crate::pickle::{Reduced, reduce};
use crate::record::record;

record! {
    /// A body that reports, as the caller gave it and as the registry knows it.
    ///
    /// >>> import datetime, tiendo
    /// >>> year = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2026, 1, 1), datetime.date(2027, 1, 1), ["so-nv", "Xã Mẫu"])
    /// >>> [unit.name for unit in year.reporting_units]
    /// ['Sở Nội vụ', 'Xã Mẫu']
    PyReportingUnit(ReportingUnit) as "ReportingUnit", |of|
    positional: "agency", "id", "name";
    hash: &of.agency;
    shown: agency id name begun ended successor;
    fields: {
        /// An id or a name, as the caller gave it: what results and submissions call it.
        agency: &str = &of.agency;
        /// Its id in the registry; `None` for a body the registry does not know.
        id: Option<&str> = of.id.as_deref();
        /// Its name.
        name: &str = &of.name;
        /// Its first day, where the registry knows it.
        begun: Option<NaiveDate> = of.begun;
        /// The first day it no longer existed, where the registry knows it.
        ended: Option<NaiveDate> = of.ended;
        /// The name of the body that took over, where there is a single one.
        successor: Option<&str> = of.successor.as_deref();
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            let ReportingUnit { agency, id, name, begun, ended, successor } = self.0.clone();
            let parts: ReportingUnitParts = (agency, id, name, begun, ended, successor);
            reduce(py, "ReportingUnit", &parts)
        }
    }
}

/// A pickled `ReportingUnit`: the core neither writes nor reads it.
pub(crate) type ReportingUnitParts =
    (String, Option<String>, String, Option<NaiveDate>, Option<NaiveDate>, Option<String>);

impl PyReportingUnit {
    pub(crate) fn restored(parts: ReportingUnitParts) -> PyReportingUnit {
        let (agency, id, name, begun, ended, successor) = parts;
        PyReportingUnit(ReportingUnit { agency, id, name, begun, ended, successor })
    }
}

record! {
    /// That a body need not send a report, and why.
    ///
    /// >>> import datetime, tiendo
    /// >>> year = tiendo.Plan.builtin("tien-giang-69").obligations(
    /// ...     datetime.date(2025, 1, 1), datetime.date(2026, 1, 1), ["ubnd-tp-my-tho"])
    /// >>> [(report.due, report.exempt and report.exempt.reason) for report in year if report.due]
    /// [(datetime.date(2025, 5, 31), None), (datetime.date(2025, 11, 14), 'body-ended')]
    PyExempt(Exempt) as "Exempt", |of|
    positional: "reason", "date";
    hash: (of.reason, of.date, &of.text);
    shown: reason date successor text;
    fields: {
        /// Why.
        reason: Code<ExemptReason> = Code(of.reason);
        /// The day the body began or ended.
        date: Option<NaiveDate> = of.date;
        /// The name of the body that took over, where there is a single one.
        successor: Option<&str> = of.successor.as_deref();
        /// The recorded reason.
        text: Option<&str> = of.text.as_deref();
    }
    methods: {
        /// Why the body need not send the report, as a sentence in a language: `vi` or `en`.
        ///
        /// >>> import datetime, tiendo
        /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-khcn"])
        /// >>> june[0].exempt.sentence("vi")
        /// 'Không phải nộp: là cơ quan nhận báo cáo.'
        fn sentence(&self, lang: CodeArgument<'_, Lang>) -> PyResult<String> {
            Ok(self.0.sentence(lang.at("lang")?))
        }

        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "Exempt", &self.0)
        }
    }
}
