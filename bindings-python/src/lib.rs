//! The Python wrapper of `tiendo`: it converts values and calls the core, and decides nothing.
//!
//! `take` reads what comes in, `fill` makes what goes out: the frozen classes of `tiendo/generated/_results.py`, which
//! `generated` reads and fills. Handles are classes `X` over the core's `X`, here `PyX`.
#![expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
#![expect(clippy::doc_link_with_quotes, reason = "the docs are Python's, with its lists")]

mod codes;
mod errors;
mod fill;
mod results;
mod take;

/// Written by `tiendo-mirrors`.
mod generated {
    pub(crate) mod fills;
    pub(crate) mod getters;
    pub(crate) mod methods;
}

/// What every file of the interface needs.
mod prelude {
    pub(crate) use chrono::NaiveDate;
    pub(crate) use pyo3::prelude::*;
    pub(crate) use tiendo::{Lang, Limits};

    pub(crate) use crate::errors::{raise, raise_argument, refuse};
    pub(crate) use crate::handle::{compared, handle, html, repr};
    pub(crate) use crate::results::{Kept, Listed, One};
    pub(crate) use crate::take::{Arg, Instant, Place, Take, Whole, limits_or_default, maybe, other};
}

mod handle;
mod reading;

mod calendar;
mod period;
mod registry;

mod plan;
mod records;
mod texts;

mod obligations;
mod timeliness;

/// The native half of the package `tiendo`. Private: import from `tiendo`.
#[pyo3::pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::{
        calendar::{PyCalendar, date_in_vietnam},
        codes::{code_lists, label, note_sentence, reason_sentence},
        obligations::{PyObligations, duties_of_month, slack},
        period::PyPeriod,
        plan::{PyPlan, compare_plans, suggest_links, validate},
        reading::{
            ask, compare, compare_codes, compare_targets, parse_deadline, parse_number, parse_regime,
            parse_target, read_sentence,
        },
        records::PyRecords,
        registry::PyRegistry,
        results::{input, read},
        texts::{
            assess_json, calendar_feed_json, changes_json, csv_json, period_report_json, render_json,
            roll_up_json, sensitivity_json,
        },
        timeliness::PyTimeliness,
    };
    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python's name")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
