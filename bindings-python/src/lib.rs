//! The Python wrapper of `tiendo`: it converts values and calls the core, and decides nothing.
//!
//! Files are named after the core's modules. A Python class `X` is the Rust newtype `PyX` over the core's `X`;
//! what several files share is in `codes`, `collections`, `match_args`, `pickle`, `record` and `repr`.
#![expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
#![expect(clippy::doc_link_with_quotes, reason = "the docs are Python's, with its lists")]

mod codes;
mod collections;
mod errors;
mod match_args;
mod pickle;
mod record;
mod repr;

mod note;
mod number;
mod text;
mod why;

mod compare;
mod deadline;
mod target;

mod agency;
mod finding;
mod lineage;
mod plan;
mod regime;
mod row;
mod task;

mod calendar;
mod period;
mod records;
mod reporting;

/// The native half of the package `tiendo`. Private: import from `tiendo`.
#[pyo3::pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::{
        agency::{
            PyAgency, PyAgencyCell, PyBegun, PyEnded, PyGroup, PyNamedAgency, PyRegistry, split_agencies,
        },
        calendar::{PyCalendar, PyCalendarDay, PyDayStatus, date_in_vietnam},
        compare::{PyComparison, PyMeasured, compare, compare_targets},
        deadline::{PyAwaits, PyDeadline, parse_deadline},
        finding::{PyFinding, PyPlace},
        lineage::{PyLineage, PyLink, PySuggestedLink, compare_plans, suggest_links},
        note::PyNote,
        number::{PyNumeral, parse_number},
        period::PyPeriod,
        pickle::restore,
        plan::{PyBodyStatement, PyDocument, PyFootnote, PyPillar, PyPlan},
        records::{PyExemption, PySubmission},
        regime::{PyCutoffDay, PyDueDay, PyRegime, PyRule},
        reporting::cutoff::PyCutoff,
        reporting::obligations::{PyGivenReport, PyObligation, PyObligations, PyReportId},
        reporting::slack::{PySlack, slack},
        reporting::texts::{PyMonthDuty, PyReminder, duties_of_month},
        reporting::timeliness::{PyReport, PyTally, PyTallyOf, PyTimeliness},
        reporting::units::{PyExempt, PyReportingUnit},
        row::{PyIndicator, PyPublishedCode},
        target::{PyMilestoneTarget, parse_target},
        task::{PyTask, PyTaskItem},
        text::PySpan,
        why::PyWhy,
    };
}
