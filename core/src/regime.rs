//! The reporting regime of a plan (*chế độ báo cáo*), as data: who reports to whom, how often, before which day.
//!
//! What follows from it, due days and duties, is in [`reporting`](crate::Obligations).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{Cycle, Halves};
use crate::dates::{day_of_month, last_timely};
use crate::json::{DATE, Object, Shape, code, needed, nullable, object, spare};
use crate::period::Period;

/// A regime as files have it.
pub(crate) static REGIME: Object = object(&[
    nullable("effective", DATE),
    needed("rules", Shape::List(&Shape::Object(&RULE), |limits| limits.rules)),
]);

static RULE: Object = object(&[
    needed("code", Shape::Id),
    needed("cycle", code!(Cycle)),
    nullable("due", Shape::Object(&DUE)),
    nullable("cutoff", Shape::Object(&CUTOFF)),
    needed("reporters", Shape::Text),
    needed("recipient", Shape::Text),
    needed("text", Shape::Text),
    nullable("halves", code!(Halves)),
    nullable("on", DATE),
    nullable("weekday", Shape::Whole(0, u32::MAX)),
    spare("before", Shape::Flag),
]);

static DUE: Object = object(&[
    needed("day", Shape::Whole(0, u32::MAX)),
    needed("monthOfPeriod", Shape::Whole(0, u32::MAX)),
    needed("before", Shape::Flag),
]);

static CUTOFF: Object =
    object(&[needed("day", Shape::Whole(0, u32::MAX)), needed("monthOfPeriod", Shape::Whole(0, u32::MAX))]);

/// A plan's reporting rules.
///
/// ```
/// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
/// let regime = plan.regime.as_ref().unwrap();
/// let monthly = regime.rules.iter().find(|rule| rule.code == "monthly").unwrap();
/// assert_eq!(monthly.due.unwrap().day, 20);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Regime {
    /// The first day the rules apply; absent where the text does not say.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub effective: Option<NaiveDate>,
    /// The rules, in the order of the text.
    #[serde(deserialize_with = "crate::json::list")]
    pub rules: Vec<Rule>,
}

/// One duty to report.
///
/// ```
/// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
/// let rule = &plan.regime.as_ref().unwrap().rules[0];
/// assert_eq!(rule.recipient, "Sở Khoa học và Công nghệ");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// The rule's code, unique within the regime.
    pub code: String,
    /// How often.
    pub cycle: Cycle,
    /// The due day of a rule of months; absent where the text states the duty without a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueDay>,
    /// The last day of the data, where the plan sets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<CutoffDay>,
    /// Who reports, as written.
    pub reporters: String,
    /// To whom, as written.
    pub recipient: String,
    /// The rule's words in the plan, verbatim.
    pub text: String,
    /// The halves of a year a rule of the cycle `half_yearly` asks for; absent for the first alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub halves: Option<Halves>,
    /// The date of a rule of the cycle `once`.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub on: Option<NaiveDate>,
    /// The due day of a weekly rule: 1 for Monday to 7 for Sunday, 8 to 14 for those of the week after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<u32>,
    /// Whether the text says "before" that date or weekday; a due day of months says so itself.
    #[serde(default, skip_serializing_if = "is_false")]
    pub before: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

impl Rule {
    /// Whether it asks for a report on a period of its cycle.
    #[inline]
    pub(crate) fn reports_on(&self, period: &Period) -> bool {
        period.cycle() == self.cycle
            && (self.cycle != Cycle::HalfYearly
                || match self.halves.unwrap_or(Halves::First) {
                    Halves::First => period.number() == 1,
                    Halves::Second => period.number() == 2,
                    Halves::Both => true,
                })
    }
}

/// A day within a period by which a report is due.
///
/// ```
/// use tiendo::DueDay;
/// let before_10_june: DueDay = serde_json::from_str(r#"{"day": 10, "monthOfPeriod": 6, "before": true}"#).unwrap();
/// assert_eq!(before_10_june.month_of_period, 6);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DueDay {
    /// The day of the month, 1 to 31.
    pub day: u32,
    /// The month of the period, from 1: of a quarter its last is 3, of a year November is 11. Beyond the period's
    /// months it is one that follows: of a year January of the next is 13.
    pub month_of_period: u32,
    /// Whether the text says "before" (*trước ngày*) that day.
    pub before: bool,
}

impl DueDay {
    /// The last day on time as it is written, for a period that begins with 2025: for comparing rules of one cycle.
    pub(crate) fn last_timely(self) -> Option<NaiveDate> {
        let (day, is_short) = in_2025(self.day, self.month_of_period)?;
        // The last day of a month without the day written is before it as it is.
        last_timely(day, self.before, is_short)
    }
}

impl CutoffDay {
    /// The last day of the data, for a period that begins with 2025.
    pub(crate) fn last(self) -> Option<NaiveDate> {
        in_2025(self.day, self.month_of_period).map(|(day, _)| day)
    }
}

fn in_2025(day: u32, month_of_period: u32) -> Option<(NaiveDate, bool)> {
    day_of_month(NaiveDate::from_ymd_opt(2025, 1, 1)?, month_of_period.saturating_sub(1), day)
}

/// The last day of the data a report covers (*thời điểm chốt số liệu*); the data begin the day after that day one
/// period's months earlier: to 14 September of nine months, from 15 December.
///
/// ```
/// let to_the_14th: tiendo::CutoffDay = serde_json::from_str(r#"{"day": 14, "monthOfPeriod": 3}"#).unwrap();
/// assert_eq!(to_the_14th.day, 14);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CutoffDay {
    /// The day of the month, 1 to 31.
    pub day: u32,
    /// The month of the period, from 1.
    pub month_of_period: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_the_first_of_a_month_is_the_last_of_the_one_before() {
        let due =
            |day, month_of_period, before| DueDay { day, month_of_period, before }.last_timely().unwrap();
        assert_eq!(due(1, 6, true), due(31, 5, false));
        // Before the 31st of a month of thirty days is its last day.
        assert_eq!(due(31, 6, true), due(30, 6, false));
        assert!(due(10, 6, true) < due(10, 6, false));
    }
}
