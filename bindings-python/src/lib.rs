//! The Python wrapper of `tiendo`: it converts values and calls the core, and decides nothing.
//!
//! Files are named after the core's modules. Results cross as the frozen classes of `tiendo/generated/_results.py`:
//! `generated/fills` fills them, `results` gives them out typed and takes them back. Handles and inputs are classes `X`
//! over the core's `X`, here `PyX`; what several files share comes first below.
#![expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
#![expect(clippy::doc_link_with_quotes, reason = "the docs are Python's, with its lists")]

mod codes;
mod collections;
mod errors;
mod fill;
mod limits;
mod match_args;
mod record;
mod repr;
mod results;

/// Written by `tiendo-mirrors`.
mod generated {
    pub(crate) mod fills;
}

mod number;
mod text;

mod deadline;
mod target;

mod agency;
mod plan;
mod review;

mod calendar;
mod period;
mod records;
mod reporting;

/// The native half of the package `tiendo`. Private: import from `tiendo`.
#[pyo3::pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::{
        agency::{PyRegistry, split_agencies},
        calendar::{PyCalendar, PyDayStatus, date_in_vietnam},
        codes::{code_lists, label, lang, note_sentence, reason_sentence},
        deadline::{deadline_notation, deadline_why, deadlines_mean_the_same, parse_deadline},
        errors::error_sentence,
        limits::PyLimits,
        number::parse_number,
        period::PyPeriod,
        plan::{PyPlan, compare_codes},
        records::{PyExemption, PyObservation, PyRecords, PySubmission, observation},
        reporting::obligations::{
            PyGivenReport, PyObligations, due_in, duties_of_month, exempt_sentence, report_label, slack,
        },
        reporting::timeliness::PyTimeliness,
        results::read,
        review::{compare_plans, suggest_links},
        target::{
            PyMeasured, compare, compare_targets, is_numeric, parse_target, target_notation,
            targets_mean_the_same,
        },
    };
}
