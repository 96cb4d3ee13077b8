//! Tallies: counts of reports, and the rates and ranks that follow.

use crate::number::{Fixed, Whole};

/// Counts of reports, and their rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Tally {
    /// On time, late and missing together.
    pub expected: Whole,
    /// Sent by the last day on time.
    pub on_time: Whole,
    /// Sent later.
    pub late: Whole,
    /// Not sent, its last day on time past.
    pub missing: Whole,
    /// Not sent, not due yet; beside those expected.
    pub not_due: Whole,
    /// Not to be sent; beside those expected.
    pub exempt: Whole,
    /// Asked for without a date; beside those expected.
    pub undated: Whole,
    /// On time out of 100 expected; absent where nothing was.
    pub on_time_rate: Option<Fixed>,
    /// On time or late out of 100 expected; absent where nothing was.
    pub submitted_rate: Option<Fixed>,
}

impl From<tiendo::Tally> for Tally {
    fn from(tally: tiendo::Tally) -> Tally {
        let tiendo::Tally { on_time, late, missing, not_due, exempt, undated } = tally;
        Tally {
            expected: Whole(tally.expected()),
            on_time: Whole(on_time),
            late: Whole(late),
            missing: Whole(missing),
            not_due: Whole(not_due),
            exempt: Whole(exempt),
            undated: Whole(undated),
            on_time_rate: tally.on_time_rate(),
            submitted_rate: tally.submitted_rate(),
        }
    }
}

/// The tally of a body, a period or a cycle.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TallyOf {
    /// The body as the caller gave it, the period's id or the cycle's code.
    pub key: String,
    /// Its place among the bodies by the rate on time, equal rates sharing one: 1, 2, 2, 4. Only for bodies of which
    /// something was expected.
    pub rank: Option<Whole>,
    /// The counts.
    pub tally: Tally,
}

impl From<tiendo::TallyOf> for TallyOf {
    fn from(of: tiendo::TallyOf) -> TallyOf {
        let tiendo::TallyOf { key, rank, tally } = of;
        TallyOf { key, rank: rank.map(Whole), tally: tally.into() }
    }
}
