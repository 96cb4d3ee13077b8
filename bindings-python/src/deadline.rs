//! Deadlines: when a task is due.

use pyo3::prelude::*;
use pyo3::types::PyString;
use tiendo::{Deadline, DeadlineOptions, Why};

use crate::errors::raise;
use crate::limits::{PyLimits, limits_or_default};
use crate::number::WholeArgument;
use crate::results::{Back, One};
use crate::text::text as text_of;

/// Reads one deadline cell.
///
/// Reading is total: the errors are `TiendoError` with code `cell-too-long`, beyond the 10,000 characters of `limits`,
/// and `bad-option` for a `month_day` that is not 1 to 31.
///
/// `month_day` is the day a bare month is due (default: its last). With `before_inclusive`, "before" includes the day
/// it names (default: the day before is the last on time). With `following_years_judged`, "and the following years"
/// falls due each 31 December (default: it continues).
///
/// >>> import tiendo
/// >>> deadline = tiendo.parse_deadline("trước ngày 15/7/2025")
/// >>> deadline.written, deadline.due
/// (datetime.date(2025, 7, 15), datetime.date(2025, 7, 14))
/// >>> tiendo.parse_deadline("6/2025", month_day=25).due
/// datetime.date(2025, 6, 25)
#[pyfunction]
#[pyo3(
    signature = (
        text, *, month_day=None, before_inclusive=false, following_years_judged=false, limits=None
    )
)]
pub(crate) fn parse_deadline(
    text: &Bound<'_, PyString>,
    month_day: Option<WholeArgument>,
    before_inclusive: bool,
    following_years_judged: bool,
    limits: Option<&Bound<'_, PyLimits>>,
) -> PyResult<One<Deadline>> {
    let month_day = month_day.map(|WholeArgument(day)| day);
    let options = DeadlineOptions { month_day, before_inclusive, following_years_judged };
    tiendo::parse_deadline_with(text_of(text, "text")?, options, &limits_or_default(limits))
        .map(One)
        .map_err(raise)
}

/// How the last day on time follows from what is written; `None` where there is no such day.
///
/// >>> import tiendo
/// >>> tiendo.deadline_why(tiendo.parse_deadline("trước ngày 15/7/2025")).en
/// '"Before 2025-07-15": the last day on time is 2025-07-14.'
#[pyfunction]
pub(crate) fn deadline_why(deadline: Back<Deadline>) -> PyResult<Option<One<Why>>> {
    Ok(deadline.read()?.why().map(One))
}

/// Whether two deadlines say the same. Private: `Deadline.means_the_same`.
#[pyfunction(name = "_deadlines_mean_the_same")]
pub(crate) fn deadlines_mean_the_same(deadline: Back<Deadline>, other: Back<Deadline>) -> PyResult<bool> {
    Ok(deadline.read()?.means_the_same(&other.read()?))
}

/// A deadline in the library's own wording. Private: `Deadline.to_notation`.
#[pyfunction(name = "_deadline_notation")]
pub(crate) fn deadline_notation(deadline: Back<Deadline>) -> PyResult<String> {
    Ok(deadline.read()?.to_notation())
}
