//! What is mirrored: the results of core that cross as plain data, in the order of their rooms.

/// Which way a type crosses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ways {
    /// Out of core only: exact numbers and dates are marked as such where a host can.
    Out,
    /// Back in again as an argument.
    Both,
    /// Part of a file that people write.
    File,
}

use Ways::{Both, File, Out};

/// The types from which all others are found, beside every list of codes.
pub(crate) const ROOTS: &[(&str, Ways)] = &[
    ("Numeral", Out),
    ("Note", Both),
    ("MilestoneTarget", Both),
    ("Comparison", Out),
    ("Succession", Out),
    ("CodeList", Out),
    ("Strength", Out),
    ("Deadline", Out),
    ("AgencyCell", Out),
    ("Agency", Out),
    ("Group", Out),
    ("Plan", File),
    ("Row", Out),
    ("Finding", Out),
    ("SuggestedLink", Out),
    ("CalendarDay", Out),
    ("Due", Out),
    ("Obligation", Out),
    ("ReportingUnit", Out),
    ("Report", Out),
    ("TallyOf", Out),
    ("Slack", Out),
    ("Reminder", Out),
    ("MonthDuty", Out),
];

/// Which fields a result has for certain by the value of one of its codes; those of the others named here are absent.
pub(crate) struct Narrowed {
    pub(crate) record: &'static str,
    pub(crate) by: &'static str,
    pub(crate) has: &'static [(&'static [&'static str], &'static [&'static str])],
}

/// Told to TypeScript as a union; the test of shapes sees to it that they hold.
pub(crate) const NARROWED: &[Narrowed] = &[
    Narrowed {
        record: "Report",
        by: "standing",
        has: &[
            (&["on_time"], &["submitted"]),
            (&["late"], &["submitted", "days"]),
            (&["missing"], &["days"]),
        ],
    },
    Narrowed {
        record: "MilestoneTarget",
        by: "kind",
        has: &[
            (&["at_least", "more_than", "at_most", "less_than", "equal", "reach"], &["value"]),
            (&["interval"], &["low", "high"]),
            (&["presence"], &["present"]),
            (&["several"], &["parts"]),
        ],
    },
];
