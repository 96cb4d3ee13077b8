//! What is mirrored: what crosses as plain data, core's results and what callers bring, in the order of their rooms.

/// Which way a type crosses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ways {
    /// Into core only, from a caller: what has a default may be left out.
    In,
    /// Out of core only: exact numbers and dates are marked as such where a host can.
    Out,
    /// Back in again as an argument.
    Both,
    /// Part of a file that people write.
    File,
}

use Ways::{Both, File, In, Out};

/// The types from which all others are found, beside every list of codes.
pub(crate) const ROOTS: &[(&str, Ways)] = &[
    ("Limits", In),
    ("Numeral", Out),
    ("Note", Both),
    ("MilestoneTarget", Both),
    ("Sentence", Out),
    ("CompareOptions", In),
    ("Comparison", Out),
    ("Succession", Out),
    ("CodeList", Out),
    ("Strength", Out),
    ("DeadlineOptions", In),
    ("Deadline", Out),
    ("RegimeReading", Out),
    ("AgencyCell", Out),
    ("Agency", Out),
    ("Group", Out),
    ("Roster", In),
    ("Plan", File),
    ("Row", Out),
    ("Finding", Out),
    ("SuggestedLink", Out),
    ("CalendarDay", Out),
    ("DayStatus", Out),
    ("PeriodReading", Out),
    ("Observation", In),
    ("TaskUpdate", In),
    ("Submission", In),
    ("Trigger", In),
    ("OutsideDate", In),
    ("Extension", In),
    ("Exemption", In),
    ("Amendment", Out),
    ("Retraction", In),
    ("ReportingOptions", In),
    ("GivenReport", In),
    ("Due", Out),
    ("Obligation", Out),
    ("ReportingUnit", Out),
    ("Report", Out),
    ("TallyOf", Out),
    ("Slack", Out),
    ("Reminder", Out),
    ("MonthDuty", Out),
    ("Options", In),
    ("Assessment", Out),
    ("Changes", Out),
    ("RollUp", Out),
    ("FeedOptions", In),
    ("ReportQuery", In),
    ("PeriodicReport", Out),
];

/// Which fields a result has for certain by the value of one of its codes, and which it lacks; those of the others named here
/// may be there or not.
pub(crate) struct Narrowed {
    pub(crate) record: &'static str,
    pub(crate) by: &'static str,
    /// The codes, what is there, and what is not.
    pub(crate) has: &'static [(&'static [&'static str], &'static [&'static str], &'static [&'static str])],
}

/// Told to TypeScript as a union; the test of shapes sees to it that they hold.
pub(crate) const NARROWED: &[Narrowed] = &[
    Narrowed {
        record: "Report",
        by: "standing",
        has: &[
            (&["on_time"], &["due", "written", "submitted"], &["days"]),
            (&["late"], &["due", "written", "submitted", "days"], &[]),
            (&["missing"], &["due", "written", "days"], &["submitted"]),
            (&["not_due"], &["due", "written"], &["days"]),
            (&["undated"], &[], &["due", "written", "days"]),
        ],
    },
    Narrowed {
        record: "MilestoneTarget",
        by: "kind",
        has: &[
            (&["at_least", "more_than", "at_most", "less_than", "equal", "reach"], &["value"], &[]),
            (&["interval"], &["low", "high"], &[]),
            (&["presence"], &["present"], &[]),
            (&["several"], &["parts"], &[]),
        ],
    },
];

/// Results told apart by whether the first of these fields is there; the others are there where it is, and only there. So in
/// TypeScript, and the test of shapes sees to it too.
pub(crate) const DATED: &[(&str, &[&str])] = &[("Obligation", &["due", "written"])];
