//! The data a report covers (*thời điểm chốt số liệu*), independent of its due day.
//!
//! By default from the period's start to the earlier of its end and the last day on time, after all steps. A plan may declare the day
//! itself; else, by option, Decree 09/2019/NĐ-CP art. 12 sets it for the plans of State bodies, not for Party programmes:
//! data are closed on the 14th of the period's last month and begin on the 15th of the month before the period. The
//! decree has no report on nine months or a week: the default holds for them.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::codes::{CutoffRule, Cycle};
use crate::dates::day_of_month;
use crate::period::Period;
use crate::regime::CutoffDay;

/// The first and the last day of a report's data.
///
/// ```
/// use tiendo::{Plan, ReportingOptions, ReportingQuery};
/// let options = ReportingOptions { decree_09_cutoff: true, ..ReportingOptions::default() };
/// let day = |text: &str| text.parse().unwrap();
/// let asked = ReportingQuery { options, ..ReportingQuery::between(day("2025-06-19"), day("2025-06-20")) };
/// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
/// let cutoff = june.iter().next().unwrap().cutoff.unwrap();
/// assert_eq!((cutoff.from, cutoff.to), (day("2025-05-15"), day("2025-06-14")));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cutoff {
    /// The first day.
    #[serde(with = "crate::json::day")]
    pub from: NaiveDate,
    /// The last day, included.
    #[serde(with = "crate::json::day")]
    pub to: NaiveDate,
    /// What set them.
    pub rule: CutoffRule,
}

/// The data of a period's report; none where the last day on time is before the period begins.
pub(super) fn cutoff(
    period: &Period,
    declared: Option<CutoffDay>,
    due: Option<NaiveDate>,
    by_decree: bool,
) -> Option<Cutoff> {
    if let Some(day) = declared {
        return closed_on(period, day, CutoffRule::Declared);
    }
    let months = period.cycle().months().filter(|_| by_decree && period.cycle() != Cycle::NineMonthly);
    if let Some(month_of_period) = months {
        let last = CutoffDay { day: 14, month_of_period };
        return closed_on(period, last, CutoffRule::Decree09);
    }
    by_period((period.start(), period.end()), due)
}

/// The data of a period's own days, closed on its last day on time where that is earlier.
pub(super) fn by_period((from, end): (NaiveDate, NaiveDate), due: Option<NaiveDate>) -> Option<Cutoff> {
    let to = due.map_or(end, |due| due.min(end));
    (from <= to).then_some(Cutoff { from, to, rule: CutoffRule::Period })
}

/// Data closed on a day of each period, which begin the day after that day one period earlier.
fn closed_on(period: &Period, day: CutoffDay, rule: CutoffRule) -> Option<Cutoff> {
    let months = day.month_of_period.saturating_sub(1);
    let (to, _) = period.day_of_month(months, day.day)?;
    let earlier = period.start().checked_sub_months(Months::new(period.cycle().months()?))?;
    let (before, _) = day_of_month(earlier, months, day.day)?;
    Some(Cutoff { from: before.succ_opt()?, to, rule })
}
