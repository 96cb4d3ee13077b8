//! An obligation judged: whether it was met, as plain data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::flat::Flat;
use super::obligation::{Obligation, date, number};
use crate::codes::{Lang, ReportStanding};
use crate::number::Fixed;
use crate::why::Why;
use crate::words::reporting as words;

/// An obligation and whether it was met.
///
/// In JSON the fields of the obligation and these stand in one object, with one `why`, which holds the day of judging.
///
/// ```
/// # use tiendo::{Plan, ReportingQuery, ReportStanding};
/// # let day = |text: &str| text.parse().unwrap();
/// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
/// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned()], ..asked };
/// # let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
/// let report = june.timeliness(&[], &[], day("2025-06-22"))?.reports().next().unwrap();
/// assert_eq!((report.standing, report.days), (ReportStanding::Missing, Some(3)));
/// assert_eq!(
///     report.why().vi,
///     "“Trước ngày 20/6/2025”: ngày cuối cùng đúng hạn là 19/6/2025. Đến ngày 22/6/2025 chưa nộp, quá hạn 3 ngày."
/// );
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Flat", into = "Flat")]
pub struct Report {
    /// What was owed; its `exempt` also says what a record exempts.
    pub obligation: Obligation,
    /// Whether it came on time.
    pub standing: ReportStanding,
    /// How many days late, or past its last day on time and missing.
    pub days: Option<i64>,
    /// The day of the version that counts.
    pub submitted: Option<NaiveDate>,
    /// Whether a version was sent back.
    pub returned: bool,
    /// The day it was judged.
    pub today: NaiveDate,
}

impl Report {
    /// How the last day on time follows, and from that the standing.
    ///
    /// ```
    /// # use tiendo::{Plan, ReportingQuery, RuleCode};
    /// # let day = |text: &str| text.parse().unwrap();
    /// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
    /// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned()], ..asked };
    /// # let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
    /// let report = june.timeliness(&[], &[], day("2025-06-19"))?.reports().next().unwrap();
    /// assert_eq!(report.why().rule, RuleCode::NotDue);
    /// assert!(report.why().en.ends_with("Not due yet on 2025-06-19."));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn why(&self) -> Why {
        let mut why = self.obligation.why();
        why.rule = self.standing.into();
        why.dates.extend(self.submitted.map(|day| date("submitted", day)));
        why.dates.push(date("today", self.today));
        let days = self.days.and_then(Fixed::from_int);
        why.numbers.extend(days.map(|days| number("days", days)));
        why.vi.push_str(&self.standing_in(Lang::Vi));
        why.en.push_str(&self.standing_in(Lang::En));
        why
    }

    /// What the sentence of an obligation goes on with: a space and how the report stands, or nothing.
    pub(super) fn standing_in(&self, lang: Lang) -> String {
        let sentence = if let Some(exempt) = &self.obligation.exempt {
            exempt.sentence(lang)
        } else {
            let days = (self.returned, self.days.unwrap_or(0));
            words::standing(self.standing, days, (self.submitted, self.today), lang)
        };
        if sentence.is_empty() { sentence } else { format!(" {sentence}") }
    }
}
