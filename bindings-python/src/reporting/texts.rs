//! Texts ready to paste: what a body is reminded of, what it owes in a month.

use chrono::NaiveDate;
use pyo3::prelude::*;
use pyo3::types::PyString;
use tiendo::{Lang, MonthDuty, Plan, Reminder, Reporting};

use crate::codes::CodeArgument;
use crate::collections::{Items, Tuple};
use crate::errors::raise;
use crate::pickle::{Reduced, reduce};
use crate::record::record;
use crate::reporting::obligations::PyObligations;
use crate::text::text;

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
) -> PyResult<Tuple<PyMonthDuty>> {
    let (py, agency, month) = (agency.py(), text(agency, "agency")?, text(month, "month")?);
    let given: Vec<_> = obligations.0.iter().map(|of| of.get().asked().given()).collect();
    let asked = obligations.0.iter().map(|of| of.get().asked()).zip(&given);
    let regimes: Vec<(&Plan, Reporting<'_>)> =
        asked.map(|(asked, given)| (&asked.plan.get().0, asked.reporting(py, &[], given))).collect();
    let duties = tiendo::duties_of_month(&regimes, agency, month, lang.at("lang")?).map_err(raise)?;
    Ok(duties.into_iter().map(PyMonthDuty).collect())
}

record! {
    /// A report one body owes in a month.
    ///
    /// >>> import datetime, tiendo
    /// >>> year = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 1, 1), datetime.date(2026, 1, 1), ["so-nv"])
    /// >>> [duty.due for duty in tiendo.duties_of_month([year], "so-nv", "2025-11")]
    /// [datetime.date(2025, 11, 19), datetime.date(2025, 11, 29)]
    PyMonthDuty(MonthDuty) as "MonthDuty", |of|
    positional: "plan", "rule", "period";
    hash: (&of.plan, &of.rule, &of.period);
    shown: plan rule period due text;
    fields: {
        /// The plan's id.
        plan: &str = &of.plan;
        /// The rule's code.
        rule: &str = &of.rule;
        /// The period's id, or what a given report is called.
        period: &str = &of.period;
        /// The last day on time; `None` for a report without a date, whose period ends in the month.
        due: Option<NaiveDate> = of.due;
        /// To whom it goes, as written.
        recipient: &str = &of.recipient;
        /// To whom the recipient reports in turn, as written.
        feeds: Tuple<&str> = of.feeds.iter().map(String::as_str).collect();
        /// The duty in words.
        text: &str = &of.text;
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "MonthDuty", &self.0)
        }
    }
}

record! {
    /// What one body is reminded of (*đôn đốc*).
    ///
    /// >>> import datetime, tiendo
    /// >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    /// ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
    /// >>> june.timeliness(today=datetime.date(2025, 6, 12)).reminders(7)[0].text
    /// 'Theo 231/KH-UBND, đề nghị Sở Nội vụ gửi Sở Khoa học và Công nghệ: báo cáo tháng 6/2025 (hạn 19/6/2025, còn 7 ngày).'
    PyReminder(Reminder) as "Reminder", |of|
    positional: "agency", "text";
    hash: (&of.agency, &of.text);
    shown: agency missing due_soon text;
    fields: {
        /// The body, as the caller gave it.
        agency: &str = &of.agency;
        /// How many of its reports are missing.
        missing: u32 = of.missing;
        /// How many fall due within the days asked for.
        due_soon: u32 = of.due_soon;
        /// The text.
        text: &str = &of.text;
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "Reminder", &self.0)
        }
    }
}
