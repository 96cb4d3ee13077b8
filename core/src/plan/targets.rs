//! The targets of a row by milestone, held as close as a list.

use std::ops::Index;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::targets::MilestoneTarget;

/// A row's targets by milestone year, in ascending order.
///
/// A row has few, and a plan many rows: they are held as a list, in no more memory than they take. As JSON, records with
/// `year` and `target`.
///
/// ```
/// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
/// let view = plan.view();
/// let targets = &view.row("54").unwrap().targets;
/// assert_eq!(targets[&2025].text, "≥ 70%.");
/// assert_eq!(targets.keys().collect::<Vec<_>>(), [&2025, &2030, &2035, &2040, &2045]);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets(Vec<(i32, MilestoneTarget)>);

impl Targets {
    /// The target of a milestone.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("ha-tinh-231")?;
    /// assert!(plan.view().row("54").unwrap().targets.get(&2026).is_none());
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn get(&self, year: &i32) -> Option<&MilestoneTarget> {
        let at = self.0.binary_search_by_key(year, |(year, _)| *year).ok()?;
        self.0.get(at).map(|(_, target)| target)
    }

    /// How many there are.
    ///
    /// ```
    /// assert_eq!(tiendo::Targets::default().len(), 0);
    /// ```
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the row has no cells.
    ///
    /// ```
    /// assert!(tiendo::Targets::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each milestone with its target.
    ///
    /// ```
    /// let plan = tiendo::Plan::builtin("tien-giang-69")?;
    /// assert!(plan.view().row("3").unwrap().targets.iter().map(|(year, _)| *year).eq([2030, 2045]));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&i32, &MilestoneTarget)> {
        self.0.iter().map(|(year, target)| (year, target))
    }

    /// The milestones.
    ///
    /// ```
    /// assert_eq!(tiendo::Targets::default().keys().next(), None);
    /// ```
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &i32> {
        self.0.iter().map(|(year, _)| year)
    }

    /// The targets.
    ///
    /// ```
    /// assert_eq!(tiendo::Targets::default().values().next(), None);
    /// ```
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &MilestoneTarget> {
        self.0.iter().map(|(_, target)| target)
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut MilestoneTarget> {
        self.0.iter_mut().map(|(_, target)| target)
    }
}

/// Of two targets of one milestone the last stays.
impl FromIterator<(i32, MilestoneTarget)> for Targets {
    fn from_iter<I: IntoIterator<Item = (i32, MilestoneTarget)>>(targets: I) -> Targets {
        let mut targets: Vec<(i32, MilestoneTarget)> = targets.into_iter().collect();
        targets.sort_by_key(|(year, _)| *year);
        targets.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        Targets(targets)
    }
}

impl IntoIterator for Targets {
    type Item = (i32, MilestoneTarget);
    type IntoIter = std::vec::IntoIter<(i32, MilestoneTarget)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'t> IntoIterator for &'t Targets {
    type Item = (&'t i32, &'t MilestoneTarget);
    type IntoIter = std::iter::Map<
        std::slice::Iter<'t, (i32, MilestoneTarget)>,
        fn(&'t (i32, MilestoneTarget)) -> (&'t i32, &'t MilestoneTarget),
    >;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(year, target)| (year, target))
    }
}

/// The target of a milestone that the row has.
impl Index<&i32> for Targets {
    type Output = MilestoneTarget;

    #[expect(
        clippy::expect_used,
        reason = "as an index, it is for milestones that are known; `get` is for others"
    )]
    fn index(&self, year: &i32) -> &MilestoneTarget {
        self.get(year).expect("a milestone of the row")
    }
}

impl Serialize for Targets {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Record<'t> {
            year: i32,
            target: &'t MilestoneTarget,
        }
        serializer.collect_seq(self.iter().map(|(&year, target)| Record { year, target }))
    }
}

impl<'de> Deserialize<'de> for Targets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Targets, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Record {
            year: i32,
            target: MilestoneTarget,
        }
        let records = Vec::<Record>::deserialize(deserializer)?;
        Ok(records.into_iter().map(|Record { year, target }| (year, target)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse_target;

    #[test]
    fn they_stand_in_order_and_the_last_of_a_milestone_stays() {
        let cell = |text| parse_target(text, None).unwrap();
        let cells = [(2035, cell("3")), (2025, cell("1")), (2030, cell("2")), (2025, cell("4"))];
        let targets: Targets = cells.into_iter().collect();
        let texts: Vec<(i32, &str)> =
            targets.iter().map(|(year, target)| (*year, target.text.as_str())).collect();
        assert_eq!(texts, [(2025, "4"), (2030, "2"), (2035, "3")]);
        assert_eq!((targets[&2030].text.as_str(), targets.get(&2026)), ("2", None));
        assert!(targets.into_iter().map(|(year, _)| year).eq([2025, 2030, 2035]));
    }
}
