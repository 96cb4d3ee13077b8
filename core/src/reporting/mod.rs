//! Reporting: who owes which report when, and whether it came on time.
//!
//! # Obligations
//!
//! An obligation is one report on one period. Between two days, the first included and the last not, there is one for
//! every rule and period whose written date lies there and is not before the regime takes effect; it stands for each
//! agency the caller gives, or once where none is given.
//!
//! - A rule without a date gives `undated` obligations, never late; each has its place on its period's last day.
//! - Ad hoc and term reports stand on the dates the caller gives ([`GivenReport`]).
//! - Reports written for one day each stand and name each other.
//! - Where the plan does not say when it takes effect the caller does, else there is no obligation and a finding.
//! - A rule that names single bodies binds those of them that are given. Any other binds every agency given; the one the
//!   report goes to is `exempt(recipient)`.
//! - A body's duties begin and stop with it: before, it is `exempt(body-not-begun)`; from its end on,
//!   `exempt(body-ended)`, with its successor where there is one. The last day on time decides, for an undated report
//!   the period's last day.
//!
//! # Timeliness
//!
//! See [`Timeliness`].

mod building;
mod cutoff;
mod due;
mod explain;
mod ics;
mod obligations;
mod places;
mod slack;
mod tally;
mod texts;
mod timeliness;
mod units;

pub use cutoff::Cutoff;
pub use due::{Due, ReportingOptions};
pub use obligations::{GivenReport, Obligation, Obligations, ReportId, Reporting};
pub use slack::{Slack, slack};
pub use tally::{Tally, TallyOf};
pub use texts::{MonthDuty, Reminder, duties_of_month};
pub use timeliness::{Report, Timeliness};
pub use units::{Exempt, ReportingUnit};
