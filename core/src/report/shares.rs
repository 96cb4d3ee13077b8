//! Shares of one whole, for people: they add up to 100.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::number::Fixed;
use crate::sorted;

/// Decimal places of an exact number.
const MOST: u32 = 6;

/// What each part is of the whole they make, in percent, by the largest remainder: all together exactly 100.
///
/// Of equal remainders the first gets more. A part that is there never shows 0, and less than all never 100: what it needs is
/// taken from the part that shows most. With more parts than there are steps the sum gives way, since no part may vanish.
/// Of nothing every share is 0. More than six decimals are six.
///
/// ```
/// let shown = |parts: &[u64]| tiendo::shares(parts, 1).iter().map(ToString::to_string).collect::<Vec<_>>();
/// assert_eq!(shown(&[1, 1, 1]), ["33.4", "33.3", "33.3"]);
/// assert_eq!(shown(&[22, 13, 2]), ["59.5", "35.1", "5.4"]);
/// assert_eq!(shown(&[1, 5999]), ["0.1", "99.9"]);
/// assert_eq!(shown(&[0, 3]), ["0", "100"]);
/// ```
pub fn shares(parts: &[u64], decimals: u32) -> Vec<Fixed> {
    let decimals = decimals.min(MOST);
    let all = 100 * 10u128.pow(decimals);
    let whole: u128 = parts.iter().map(|part| u128::from(*part)).sum();
    if whole == 0 {
        return vec![Fixed::ZERO; parts.len()];
    }
    let of = |part: u64| (u128::from(part) * all / whole, u128::from(part) * all % whole);
    let mut shown: Vec<u128> = parts.iter().map(|part| of(*part).0).collect();
    let mut order: Vec<(usize, u128)> = parts.iter().map(|part| of(*part).1).enumerate().collect();
    sorted::sort_by(&mut order, |(_, a), (_, b)| b.cmp(a));
    let left = all.saturating_sub(shown.iter().sum());
    for (at, _) in order.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        if let Some(share) = shown.get_mut(at) {
            *share += 1;
        }
    }
    let mut lacking = 0u128;
    for (share, part) in shown.iter_mut().zip(parts) {
        if *share == 0 && *part > 0 {
            (*share, lacking) = (1, lacking + 1);
        }
    }
    if lacking > 0 {
        let mut most: BinaryHeap<(u128, Reverse<usize>)> =
            shown.iter().enumerate().map(|(at, share)| (*share, Reverse(at))).collect();
        while lacking > 0
            && let Some((share, Reverse(at))) = most.pop()
            && share > 1
        {
            if let Some(taken) = shown.get_mut(at) {
                *taken -= 1;
            }
            most.push((share - 1, Reverse(at)));
            lacking -= 1;
        }
    }
    let millionths = 10u128.pow(MOST - decimals);
    let fixed = |share: u128| i128::try_from(share * millionths).ok().and_then(Fixed::from_millionths);
    shown.into_iter().map(|share| fixed(share).unwrap_or(Fixed::ZERO)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_none_that_is_there_vanishes() {
        for (parts, decimals) in
            [(&[1u64, 2, 3, 7][..], 0), (&[1, 1_000_000], 1), (&[5, 0, 9_999_999, 1], 2), (&[u64::MAX, 1], 6)]
        {
            let shown = shares(parts, decimals);
            let sum: i128 = shown.iter().map(|share| share.millionths()).sum();
            assert_eq!(sum, 100_000_000, "{parts:?}");
            for (share, part) in shown.iter().zip(parts) {
                assert_eq!(*share == Fixed::ZERO, *part == 0, "{parts:?}");
            }
        }
        // More parts than a hundred steps: each shows one.
        assert!(shares(&[1; 150], 0).iter().all(|share| *share == Fixed::ONE));
        assert_eq!(shares(&[0, 0], 1), [Fixed::ZERO, Fixed::ZERO]);
    }
}
