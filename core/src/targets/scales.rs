//! Bringing a target into the one unit of its row.

use super::MilestoneTarget;
use crate::codes::NoteCode;
use crate::unit::{Ratio, Unit, scale_in};

impl MilestoneTarget {
    /// Brings the numbers into another scale of their unit, exactly, with note `unit-scaled` where they were written in
    /// another; a number without a unit is given it. Of units of two measures, and where six decimals do not hold the
    /// number, nothing is changed and `false` comes back.
    pub(crate) fn bring_into(&mut self, unit: &Unit) -> bool {
        let ratio = match &self.unit {
            Some(own) => Ratio::between((own, self.noun.as_deref()), (unit, None)),
            // `2 tỷ` in `tỷ đồng` is 2, and so is `2`.
            None if matches!(unit, Unit::Other(_)) && scale_in(&self.text) > 1 => {
                Some(Ratio::into_scale_of(unit))
            }
            None => None,
        };
        let Some(ratio) = ratio else {
            let is_bare = self.unit.is_none();
            if is_bare {
                self.unit = Some(unit.clone());
            }
            return is_bare;
        };
        let numbers =
            [self.value, self.low, self.high].map(|number| number.map(|number| ratio.exactly(number)));
        if numbers.contains(&Some(None)) {
            return false;
        }
        // Things are counted one by one whatever scale words stand before their noun.
        let written = match &self.unit {
            None | Some(Unit::Count) => scale_in(&self.text) == Ratio::scale_of(unit),
            Some(_) => false,
        };
        if !ratio.is_one() && !written {
            self.note(NoteCode::UnitScaled);
        }
        [self.value, self.low, self.high] = numbers.map(Option::flatten);
        // A noun beside a number of millions would count them one by one.
        if self.unit == Some(Unit::Count) && Ratio::scale_of(unit) > 1 {
            self.noun = None;
        }
        self.unit = Some(unit.clone());
        true
    }
}
