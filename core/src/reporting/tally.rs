//! Tallies: counts of reports that add up, their rates, and places among bodies.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::codes::ReportStanding;
use crate::number::Fixed;
use crate::sorted;

/// Counts of reports, and their rates.
///
/// ```
/// let tally = tiendo::Tally { on_time: 2, late: 1, missing: 1, not_due: 5, ..tiendo::Tally::default() };
/// assert_eq!(tally.expected(), 4);
/// assert_eq!(tally.on_time_rate().unwrap().to_string(), "50");
/// assert_eq!(tally.submitted_rate().unwrap().to_string(), "75");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Counts", into = "Counts")]
pub struct Tally {
    /// Sent by the last day on time.
    pub on_time: u32,
    /// Sent later.
    pub late: u32,
    /// Not sent, its last day on time past.
    pub missing: u32,
    /// Not sent, not due yet; beside those expected.
    pub not_due: u32,
    /// Not to be sent; beside those expected.
    pub exempt: u32,
    /// Asked for without a date; beside those expected.
    pub undated: u32,
}

impl Tally {
    /// On time, late and missing together.
    ///
    /// ```
    /// let tally = tiendo::Tally { on_time: 1, late: 1, missing: 2, ..tiendo::Tally::default() };
    /// assert_eq!(tally.expected(), 4);
    /// ```
    pub fn expected(&self) -> u32 {
        self.on_time.saturating_add(self.late).saturating_add(self.missing)
    }

    /// On time out of 100 expected; none where nothing was.
    ///
    /// ```
    /// let tally = tiendo::Tally { on_time: 1, late: 1, missing: 2, ..tiendo::Tally::default() };
    /// assert_eq!(tally.on_time_rate().unwrap().to_string(), "25");
    /// assert_eq!(tiendo::Tally::default().on_time_rate(), None);
    /// ```
    pub fn on_time_rate(&self) -> Option<Fixed> {
        self.rate(self.on_time)
    }

    /// On time or late out of 100 expected; none where nothing was.
    ///
    /// ```
    /// let tally = tiendo::Tally { on_time: 1, late: 1, missing: 2, ..tiendo::Tally::default() };
    /// assert_eq!(tally.submitted_rate().unwrap().to_string(), "50");
    /// ```
    pub fn submitted_rate(&self) -> Option<Fixed> {
        self.rate(self.on_time.saturating_add(self.late))
    }

    fn rate(&self, part: u32) -> Option<Fixed> {
        Fixed::percent(part, self.expected())
    }

    pub(crate) fn add(&mut self, standing: ReportStanding) {
        let count = match standing {
            ReportStanding::OnTime => &mut self.on_time,
            ReportStanding::Late => &mut self.late,
            ReportStanding::Missing => &mut self.missing,
            ReportStanding::NotDue => &mut self.not_due,
            ReportStanding::Exempt => &mut self.exempt,
            ReportStanding::Undated => &mut self.undated,
        };
        *count = count.saturating_add(1);
    }
}

/// A tally as it is written: with whose it is, where that is said, and the numbers that follow from its counts.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Counts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<Arc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    expected: u32,
    on_time: u32,
    late: u32,
    missing: u32,
    not_due: u32,
    exempt: u32,
    undated: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on_time_rate: Option<Fixed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    submitted_rate: Option<Fixed>,
}

impl From<Tally> for Counts {
    fn from(tally: Tally) -> Counts {
        let Tally { on_time, late, missing, not_due, exempt, undated } = tally;
        Counts {
            key: None,
            rank: None,
            expected: tally.expected(),
            on_time,
            late,
            missing,
            not_due,
            exempt,
            undated,
            on_time_rate: tally.on_time_rate(),
            submitted_rate: tally.submitted_rate(),
        }
    }
}

impl From<Counts> for Tally {
    fn from(counts: Counts) -> Tally {
        let Counts { on_time, late, missing, not_due, exempt, undated, .. } = counts;
        Tally { on_time, late, missing, not_due, exempt, undated }
    }
}

impl From<TallyOf> for Counts {
    fn from(of: TallyOf) -> Counts {
        Counts { key: Some(of.key), rank: of.rank, ..Counts::from(of.tally) }
    }
}

impl TryFrom<Counts> for TallyOf {
    type Error = String;

    fn try_from(counts: Counts) -> Result<TallyOf, String> {
        let key = counts.key.clone().ok_or_else(|| "a field `key`".to_owned())?;
        Ok(TallyOf { key, rank: counts.rank, tally: counts.into() })
    }
}

/// The tally of a body, a period or a cycle.
///
/// ```
/// # use tiendo::{Plan, ReportingQuery};
/// # let day = |text: &str| text.parse().unwrap();
/// # let asked = ReportingQuery::between(day("2025-06-19"), day("2025-06-20"));
/// # let asked = ReportingQuery { agencies: vec!["so-nv".to_owned(), "so-tc".to_owned()], ..asked };
/// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
/// let timeliness = june.timeliness(&[], &[], day("2025-06-22"))?;
/// assert_eq!((&*timeliness.by_period()[0].key, timeliness.by_period()[0].tally.missing), ("2025-06", 2));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Counts", into = "Counts")]
pub struct TallyOf {
    /// The body as the caller gave it, the period's id or the cycle's code.
    pub key: Arc<str>,
    /// Its place among the bodies by the rate on time, equal rates sharing one: 1, 2, 2, 4. Only for bodies of which
    /// something was expected.
    pub rank: Option<u32>,
    /// The counts.
    pub tally: Tally,
}

/// Places by a part of a whole, equal rates sharing one: 1, 2, 2, 4. Compared as whole numbers, not as quotients; of nothing
/// there is no place.
pub(crate) fn ranks(rates: &[(u32, u32)]) -> Vec<Option<u32>> {
    let product = |a: u32, b: u32| u64::from(a) * u64::from(b);
    let better = |a: (u32, u32), b: (u32, u32)| product(b.0, a.1).cmp(&product(a.0, b.1));
    let mut order: Vec<(usize, (u32, u32))> =
        rates.iter().copied().enumerate().filter(|(_, (_, whole))| *whole > 0).collect();
    sorted::sort_by(&mut order, |(_, a), (_, b)| better(*a, *b));
    let mut ranks = vec![None; rates.len()];
    let mut before = 0u32;
    for equal in order.chunk_by(|(_, a), (_, b)| better(*a, *b).is_eq()) {
        for (at, _) in equal {
            if let Some(rank) = ranks.get_mut(*at) {
                *rank = Some(before.saturating_add(1));
            }
        }
        before = before.saturating_add(u32::try_from(equal.len()).unwrap_or(u32::MAX));
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rates_share_a_rank_and_take_up_places() {
        // Twice two thirds, one half, all, nothing.
        let rates = [(2, 3), (1, 2), (3, 3), (0, 0), (4, 6)];
        assert_eq!(ranks(&rates), [Some(2), Some(4), Some(1), None, Some(2)]);
    }
}
