//! One obligation: a report on a period, owed by a body, as plain data.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cutoff::Cutoff;
use super::flat::Flat;
use super::units::Exempt;
use crate::codes::{Cycle, DueStep, Lang, RuleCode};
use crate::dates::date_of;
use crate::number::Fixed;
use crate::period::Period;
use crate::text::match_key;
use crate::why::{NamedDate, NamedNumber, Why};
use crate::words::{reporting, reports};

/// A report by its rule and period.
///
/// ```
/// let id = tiendo::ReportId { rule: "monthly".into(), period: "2025-06".into() };
/// assert_eq!(serde_json::to_string(&id).unwrap(), r#"{"rule":"monthly","period":"2025-06"}"#);
/// assert_eq!(id.to_string(), "monthly 2025-06");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportId {
    /// The rule's code.
    pub rule: Arc<str>,
    /// The period's id, the date of a report of once, or what a given report is called.
    pub period: Arc<str>,
}

/// `monthly 2025-06`.
impl fmt::Display for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.rule, self.period)
    }
}

/// One report on one period, owed by one body.
///
/// In JSON it comes with its `why`, which holds `timely`, `shifted`, the days of grace and the words of a rule without a
/// date.
///
/// ```
/// use tiendo::{Lang, Plan, ReportingQuery};
/// let day = |text: &str| text.parse().unwrap();
/// let june = Plan::builtin("ha-tinh-231")?
///     .obligations(&ReportingQuery::between(day("2025-06-09"), day("2025-06-10")))?;
/// let [quarter, half] = june.iter().collect::<Vec<_>>().try_into().unwrap();
/// // The quarter's and the half year's reports fall on one day: both stand.
/// assert_eq!((&*quarter.period, &*half.period), ("2025-Q2", "2025-H1"));
/// assert_eq!(&*quarter.coincides[0].period, "2025-H1");
/// assert_eq!(half.due, Some(day("2025-06-09")));
/// assert_eq!(half.why().sentence(Lang::Vi), "“Trước ngày 10/6/2025”: ngày cuối cùng đúng hạn là 9/6/2025.");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Flat", into = "Flat")]
pub struct Obligation {
    /// The plan's id.
    pub plan: Arc<str>,
    /// The rule's code.
    pub rule: Arc<str>,
    /// How often such a report comes.
    pub cycle: Cycle,
    /// The period's id, the date of a report of once, or what a given report is called.
    pub period: Arc<str>,
    /// The body that owes it, as the caller gave it; absent where none was given.
    pub agency: Option<Arc<str>>,
    /// The first day it reports on.
    pub start: Option<NaiveDate>,
    /// The last day it reports on.
    pub end: Option<NaiveDate>,
    /// The date as written; absent for a rule without one.
    pub written: Option<NaiveDate>,
    /// The last timely day as it is written: the day before, under "before".
    pub timely: Option<NaiveDate>,
    /// The last timely day after the day-off shift.
    pub shifted: Option<NaiveDate>,
    /// The last day on time, after all steps.
    pub due: Option<NaiveDate>,
    /// The steps from `written` to `due` that applied, in their order.
    pub steps: Vec<DueStep>,
    /// The calendar days of grace, where the report has a date.
    pub grace_days: u32,
    /// Days the shift rests on that the calendar has no source for.
    pub unsourced_days: Arc<[NaiveDate]>,
    /// The first and the last day of its data.
    pub cutoff: Option<Cutoff>,
    /// To whom it goes, as written.
    pub recipient: Arc<str>,
    /// To whom the recipient reports in turn, as written.
    pub feeds: Arc<[Arc<str>]>,
    /// The body's other reports due on the same day; where reports are selected otherwise, written for it.
    pub coincides: Arc<[ReportId]>,
    /// That the body need not send it.
    pub exempt: Option<Exempt>,
    /// The words of a rule without a date, as they stand in a sentence: control characters are spaces.
    pub text: Option<Arc<str>>,
}

impl Obligation {
    /// The report in words, within a sentence: `báo cáo tháng 6/2025`.
    ///
    /// ```
    /// use tiendo::{Lang, Plan, ReportingQuery};
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&ReportingQuery::on(&["2025-06".parse()?]))?;
    /// let report = june.iter().next().unwrap();
    /// assert_eq!(report.label(Lang::Vi), "báo cáo tháng 6/2025");
    /// assert_eq!(report.label(Lang::En), "the report on June 2025");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn label(&self, lang: Lang) -> String {
        label(self.cycle, &self.period, lang)
    }

    /// The report by its rule and period.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery};
    /// let june = Plan::builtin("ha-tinh-231")?.obligations(&ReportingQuery::on(&["2025-06".parse()?]))?;
    /// assert_eq!(&*june.iter().next().unwrap().id().rule, "monthly");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn id(&self) -> ReportId {
        ReportId { rule: Arc::clone(&self.rule), period: Arc::clone(&self.period) }
    }

    /// How the last day on time follows from the date as written; of a rule without one, what it says.
    ///
    /// ```
    /// use tiendo::{Lang, Plan, ReportingQuery};
    /// let query = ReportingQuery::on(&["2025-06".parse()?]);
    /// let june = Plan::builtin("dak-lak-146")?.obligations(&query)?;
    /// let undated = june.iter().find(|report| report.due.is_none()).unwrap();
    /// assert!(undated.why().sentence(Lang::En).starts_with("The plan asks for the report without a date: \""));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn why(&self) -> Why {
        let [vi, en] = [Lang::Vi, Lang::En].map(|lang| self.why_in(lang));
        let days = [
            ("written", self.written),
            ("timely", self.timely),
            ("shifted", self.shifted),
            ("due", self.due),
        ];
        let rule = match (self.due, self.steps.last()) {
            (None, _) => RuleCode::Undated,
            (Some(_), None) => RuleCode::Day,
            (Some(_), Some(step)) => (*step).into(),
        };
        let grace = Some(self.grace_days).filter(|days| self.due.is_some() && *days > 0);
        let grace = grace.and_then(|days| Fixed::from_int(days.into()));
        Why {
            rule,
            numbers: grace.map(|value| number(GRACE, value)).into_iter().collect(),
            dates: days.into_iter().filter_map(|(name, day)| Some(date(name, day?))).collect(),
            terms: Vec::new(),
            vi,
            en,
        }
    }

    /// The sentence of the same in one language.
    pub(super) fn why_in(&self, lang: Lang) -> String {
        let Some((((written, timely), shifted), due)) =
            self.written.zip(self.timely).zip(self.shifted).zip(self.due)
        else {
            let ((before, after), text) = (reporting::undated(lang), self.text.as_deref().unwrap_or(""));
            return format!("{before}{text}{after}");
        };
        let words = reporting::DueWords {
            written,
            timely,
            shifted,
            due,
            steps: &self.steps,
            unsourced: &self.unsourced_days,
            grace_days: self.grace_days,
        };
        reporting::due(&words, lang)
    }
}

/// The name of the days of grace among a why's numbers.
pub(super) const GRACE: &str = "grace_days";

pub(super) fn date(name: &str, value: NaiveDate) -> NamedDate {
    NamedDate { name: name.to_owned(), value }
}

pub(super) fn number(name: &str, value: Fixed) -> NamedNumber {
    NamedNumber { name: name.to_owned(), value }
}

/// A report in words, within a sentence.
pub(super) fn label(cycle: Cycle, period: &str, lang: Lang) -> String {
    if let Some(period) = period.parse::<Period>().ok().filter(|_| cycle.has_periods()) {
        return reports::report_on(&period.label(lang), lang);
    }
    if let Some(day) = date_of(period).filter(|_| cycle == Cycle::Once) {
        return reports::report_of(day, lang);
    }
    let name = period.split_whitespace().collect::<Vec<_>>().join(" ");
    reports::named_report(&name, match_key(&name).starts_with("báo cáo"), lang)
}
