//! Slack: the days a lower tier's report leaves the upper one.

use chrono::NaiveDate;
use pyo3::prelude::*;
use tiendo::Slack;

use crate::collections::Tuple;
use crate::errors::raise;
use crate::pickle::{Reduced, reduce};
use crate::record::record;
use crate::reporting::obligations::PyObligations;

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
) -> PyResult<Tuple<PySlack>> {
    let found = tiendo::slack(lower.get().core(), upper.get().core()).map_err(raise)?;
    Ok(found.into_iter().map(PySlack).collect())
}

record! {
    /// The days between a report of a lower tier and one of the upper tier on the same period.
    ///
    /// >>> import datetime, tiendo
    /// >>> year = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2026, 11, 1), datetime.date(2026, 12, 1))
    /// >>> tiendo.slack(year, year)[0].lower_due
    /// datetime.date(2026, 11, 19)
    PySlack(Slack) as "Slack", |of|
    positional: "period", "days";
    hash: (&of.period, of.lower_due, of.days);
    shown: period lower_rule upper_rule lower_due upper_due days;
    fields: {
        /// The period's id.
        period: &str = &of.period;
        /// The lower tier's rule.
        lower_rule: &str = &of.lower_rule;
        /// The upper tier's rule.
        upper_rule: &str = &of.upper_rule;
        /// The lower tier's last day on time.
        lower_due: NaiveDate = of.lower_due;
        /// The upper tier's last day on time.
        upper_due: NaiveDate = of.upper_due;
        /// Days from the one to the other; negative where the lower tier is due after the upper one.
        days: i64 = of.days;
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "Slack", &self.0)
        }
    }
}
