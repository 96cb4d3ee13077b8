//! The data a report covers.

use chrono::NaiveDate;
use pyo3::prelude::*;
use tiendo::{Cutoff, CutoffRule};

use crate::codes::Code;
use crate::pickle::{Reduced, reduce};
use crate::record::record;

record! {
    /// The first and the last day of a report's data. The first is `from_`: `from` is a word of Python's.
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), decree_09_cutoff=True)
    /// >>> june[0].cutoff
    /// Cutoff(from_=datetime.date(2025, 5, 15), to=datetime.date(2025, 6, 14), rule='decree_09_2019')
    PyCutoff(Cutoff) as "Cutoff", |of|
    positional: "from_", "to", "rule";
    hash: of;
    shown: from_ to rule;
    fields: {
        /// The first day.
        from_: NaiveDate = of.from;
        /// The last day, included.
        to: NaiveDate = of.to;
        /// What set them.
        rule: Code<CutoffRule> = Code(of.rule);
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "Cutoff", &self.0)
        }
    }
}
