//! Obligations and reports as JSON has them: flat, with the why in its place. What only the why holds is read from there.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cutoff::Cutoff;
use super::obligation::{GRACE, Obligation, ReportId};
use super::report::Report;
use super::units::Exempt;
use crate::codes::{Cycle, DueStep, Lang, ReportStanding};
use crate::why::Why;
use crate::words::reporting as words;

/// An obligation's JSON, or a report's: then it has a standing.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Flat {
    plan: Arc<str>,
    rule: Arc<str>,
    cycle: Cycle,
    period: Arc<str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agency: Option<Arc<str>>,
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    start: Option<NaiveDate>,
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    end: Option<NaiveDate>,
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    written: Option<NaiveDate>,
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    due: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    steps: Vec<DueStep>,
    #[serde(default, skip_serializing_if = "is_empty")]
    unsourced_days: Arc<[NaiveDate]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cutoff: Option<Cutoff>,
    recipient: Arc<str>,
    #[serde(default, skip_serializing_if = "is_empty")]
    feeds: Arc<[Arc<str>]>,
    #[serde(default, skip_serializing_if = "is_empty")]
    coincides: Arc<[ReportId]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exempt: Option<Exempt>,
    why: Why,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    standing: Option<ReportStanding>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    days: Option<i64>,
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    submitted: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    returned: Option<bool>,
}

/// Whether there is nothing to write.
pub(super) fn is_empty<T>(list: &[T]) -> bool {
    list.is_empty()
}

impl From<Obligation> for Flat {
    fn from(of: Obligation) -> Flat {
        let why = of.why();
        Flat::of(of, why)
    }
}

impl Flat {
    fn of(of: Obligation, why: Why) -> Flat {
        Flat {
            plan: of.plan,
            rule: of.rule,
            cycle: of.cycle,
            period: of.period,
            agency: of.agency,
            start: of.start,
            end: of.end,
            written: of.written,
            due: of.due,
            steps: of.steps,
            unsourced_days: of.unsourced_days,
            cutoff: of.cutoff,
            recipient: of.recipient,
            feeds: of.feeds,
            coincides: of.coincides,
            exempt: of.exempt,
            why,
            standing: None,
            days: None,
            submitted: None,
            returned: None,
        }
    }
}

impl From<Report> for Flat {
    fn from(of: Report) -> Flat {
        let why = of.why();
        Flat {
            standing: Some(of.standing),
            days: of.days,
            submitted: of.submitted,
            returned: Some(of.returned),
            ..Flat::of(of.obligation, why)
        }
    }
}

impl Flat {
    fn dated(&self, name: &str) -> Option<NaiveDate> {
        self.why.dates.iter().find(|date| date.name == name).map(|date| date.value)
    }

    /// The obligation, without the words of a rule that has no date.
    fn obligation(&self) -> Result<Obligation, String> {
        let of_a_day = |name: &str| match self.dated(name) {
            None if self.due.is_some() => Err(missing(&format!("a date `{name}` in `why`"))),
            day => Ok(day),
        };
        let grace = self.why.numbers.iter().find(|number| number.name == GRACE);
        let grace = grace.map_or(Ok(0), |number| number.value.to_string().parse());
        Ok(Obligation {
            plan: Arc::clone(&self.plan),
            rule: Arc::clone(&self.rule),
            cycle: self.cycle,
            period: Arc::clone(&self.period),
            agency: self.agency.clone(),
            start: self.start,
            end: self.end,
            written: self.written,
            timely: of_a_day("timely")?,
            shifted: of_a_day("shifted")?,
            due: self.due,
            steps: self.steps.clone(),
            grace_days: grace.map_err(|_| missing("a whole number of `grace_days` in `why`"))?,
            unsourced_days: Arc::clone(&self.unsourced_days),
            cutoff: self.cutoff,
            recipient: Arc::clone(&self.recipient),
            feeds: Arc::clone(&self.feeds),
            coincides: Arc::clone(&self.coincides),
            exempt: self.exempt.clone(),
            text: None,
        })
    }

    /// The words of a rule without a date: what the sentence holds beside its own words and what it goes on with.
    fn text(&self, due: Option<NaiveDate>, goes_on: &str) -> Result<Option<Arc<str>>, String> {
        if due.is_some() {
            return Ok(None);
        }
        let (before, after) = words::undated(Lang::Vi);
        let text = self.why.vi.strip_suffix(goes_on).and_then(|text| text.strip_suffix(after));
        let text = text.and_then(|text| text.strip_prefix(before));
        text.map(|text| Some(text.into())).ok_or_else(|| missing("the words of the rule in `why`"))
    }
}

fn missing(expected: &str) -> String {
    format!("expected {expected}")
}

impl TryFrom<Flat> for Obligation {
    type Error = String;

    fn try_from(flat: Flat) -> Result<Obligation, String> {
        let of = flat.obligation()?;
        Ok(Obligation { text: flat.text(of.due, "")?, ..of })
    }
}

impl TryFrom<Flat> for Report {
    type Error = String;

    fn try_from(flat: Flat) -> Result<Report, String> {
        let report = Report {
            obligation: flat.obligation()?,
            standing: flat.standing.ok_or_else(|| missing("a field `standing`"))?,
            days: flat.days,
            submitted: flat.submitted,
            returned: flat.returned.unwrap_or(false),
            today: flat.dated("today").ok_or_else(|| missing("a date `today` in `why`"))?,
        };
        let text = flat.text(report.obligation.due, &report.standing_in(Lang::Vi))?;
        Ok(Report { obligation: Obligation { text, ..report.obligation }, ..report })
    }
}
