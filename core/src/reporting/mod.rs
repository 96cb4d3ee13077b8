//! Reporting: who owes which report when, and whether it came on time.
//!
//! # Obligations
//!
//! An obligation is one report on one period. Between two days, the first included and the last not, there is one for
//! every rule and period whose last day on time lies there (by option the date as written, or the period's end) and whose
//! written date is not before the regime takes effect; or there is one for every rule and period asked for. It stands for each agency the caller gives, or once where none is given.
//!
//! - A rule without a date gives `undated` obligations, never late; each has its place on its period's last day.
//! - Ad hoc and term reports stand on the dates the caller gives ([`GivenReport`]).
//! - A rule that asks once has one report, on its date, which stands in the place of a period's id; it is on no period.
//! - Reports due on one day (where they are selected otherwise, written for it) each stand and name each other.
//! - A regime takes effect on its own day, else the plan's, else the caller's; where none is known there is no obligation
//!   and a finding.
//! - A report whose day-off shift needs a year the calendar does not know keeps its unshifted day, and a finding says so.
//! - A body or group the caller names and the registry does not know is kept, and a finding says so.
//! - A rule that names single bodies binds those of them that are given. Any other binds every agency given.
//! - A body that a report goes to is `exempt(recipient)`; where the rule binds a group, so are the bodies it goes on to:
//!   those to whom the recipient reports in turn by the rules of the same cycle, and on from there.
//! - A body's duties begin and stop with it: before, it is `exempt(body-not-begun)`; from its end on,
//!   `exempt(body-ended)`, with its successor where there is one. The last day on time decides, for an undated report
//!   the period's last day.
//!
//! # Timeliness
//!
//! See [`Timeliness`].

mod beside;
mod building;
mod cutoff;
mod due;
mod duties;
mod flat;
pub(crate) mod ics;
mod judging;
mod obligation;
mod obligations;
mod once;
mod output;
mod parties;
mod places;
mod query;
mod report;
mod roster;
mod slack;
mod tally;
#[cfg(test)]
mod tests;
mod texts;
mod timeliness;
mod units;
mod window;
mod wire;

pub use cutoff::Cutoff;
pub use due::{Due, ReportingOptions};
pub use duties::{MonthDuty, duties_of_month};
pub use obligation::{Obligation, ReportId};
pub use obligations::Obligations;
pub use query::{GivenReport, ReportingQuery};
pub use report::Report;
pub use slack::{Slack, slack};
pub(crate) use tally::ranks;
pub use tally::{Tally, TallyOf};
pub use texts::Reminder;
pub use timeliness::Timeliness;
pub use units::{Exempt, ReportingUnit};
pub(crate) use wire::{GIVEN, ROSTER};
