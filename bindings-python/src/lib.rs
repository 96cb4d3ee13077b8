//! The Python wrapper of `tiendo`: it converts values and calls the core, and decides nothing.
//!
//! Files are named after the core's modules. A Python class `X` is the Rust newtype `PyX` over the core's `X`;
//! conversions that several files share are in `codes`, `collections`, `match_args`, `pickle` and `repr`.
#![expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]

mod codes;
mod collections;
mod errors;
mod match_args;
mod pickle;
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

/// The native half of the package `tiendo`. Private: import from `tiendo`.
#[pyo3::pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::{
        agency::{PyAgency, PyAgencyCell, PyEnded, PyGroup, PyNamedAgency, PyRegistry, split_agencies},
        compare::{PyComparison, PyMeasured, compare, compare_targets},
        deadline::{PyAwaits, PyDeadline, parse_deadline},
        finding::{PyFinding, PyPlace},
        lineage::{PyLineage, PyLink, PySuggestedLink, compare_plans, suggest_links},
        note::PyNote,
        number::{PyNumeral, parse_number},
        pickle::restore,
        plan::{PyBodyStatement, PyDocument, PyFootnote, PyPillar, PyPlan},
        regime::{PyDueDay, PyRegime, PyRule},
        row::{PyIndicator, PyPublishedCode},
        target::{PyMilestoneTarget, parse_target},
        task::{PyTask, PyTaskItem},
        text::PySpan,
        why::PyWhy,
    };
}
