//! Reporting: who owes which report when, and whether it came on time.

mod cutoff;
mod due;
mod explain;
mod ics;
mod obligations;
mod slack;
mod tally;
mod texts;
mod timeliness;
mod units;

pub use cutoff::{Cutoff, CutoffRule};
pub use due::{DayOffShift, DueStep, ReportingOptions};
pub use explain::exempt_sentence;
pub use ics::icalendar;
pub use obligations::{
    GivenReport, Obligation, Obligations, RegimeQuery, ReportId, ReportingQuery, obligation_label,
    obligations,
};
pub use slack::{Slack, slack};
pub use tally::{Tally, TallyOf};
pub use texts::{MonthDuty, Reminder, duties_of_month, reminders, timeliness_sentences};
pub use timeliness::{Report, ReportStanding, Timeliness, timeliness};
pub use units::{Exempt, ExemptReason, ReportingUnit};
