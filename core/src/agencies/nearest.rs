//! The known name that is most like one the registry does not know.
//!
//! Names without diacritics stand in order, as they are read and as they are read backwards: what differs from a name in one
//! place stands beside it in one of the two orders. So few names are compared with each, however many there are.

use super::Registry;
use crate::sorted;
use crate::text::search_key;

/// Of how many characters of a name one may differ.
const OF: usize = 4;
/// A longer name is none that somebody mistyped.
const LONGEST: usize = 120;

impl Registry {
    /// Whether it knows a body or a group by this id or name.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.find(name).is_some() || self.has_named(name)
    }
}

/// A registry's names, to be looked through for many that it does not know.
pub(crate) struct Nearest<'r> {
    /// The name without diacritics, and as it stands in the registry.
    forwards: Vec<(Vec<char>, &'r str)>,
    backwards: Vec<(Vec<char>, &'r str)>,
}

impl<'r> Nearest<'r> {
    pub(crate) fn of(registry: &'r Registry) -> Nearest<'r> {
        let bodies = registry.agencies().iter().flat_map(|of| std::iter::once(&of.name).chain(&of.aliases));
        let groups = registry.groups().iter().flat_map(|of| std::iter::once(&of.name).chain(&of.aliases));
        let names = bodies.chain(groups).map(String::as_str);
        let mut forwards: Vec<(Vec<char>, &str)> =
            names.map(|name| (search_key(name).chars().collect(), name)).collect();
        sorted::sort(&mut forwards);
        let turn = |(key, name): &(Vec<char>, &'r str)| (key.iter().rev().copied().collect(), *name);
        let mut backwards: Vec<(Vec<char>, &str)> = forwards.iter().map(turn).collect();
        sorted::sort(&mut backwards);
        Nearest { forwards, backwards }
    }

    /// The name most like this one; none where all differ too much.
    pub(crate) fn to(&self, name: &str) -> Option<&'r str> {
        let key: Vec<char> = search_key(name).chars().collect();
        let turned: Vec<char> = key.iter().rev().copied().collect();
        let most = key.len().checked_div(OF).filter(|_| key.len() <= LONGEST)?;
        let beside = |names: &[(Vec<char>, &'r str)], key: &[char]| {
            let at = names.partition_point(|(other, _)| other.as_slice() < key);
            let found = names.get(at.saturating_sub(2)..).unwrap_or(&[]).iter().take(4);
            let near = found.filter_map(|(other, name)| Some((distance(key, other, most)?, *name)));
            near.min_by_key(|(distance, _)| *distance)
        };
        let near = [beside(&self.forwards, &key), beside(&self.backwards, &turned)];
        near.into_iter().flatten().min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
    }
}

/// How many characters to put in, take out or change to make one text of another; none where they are more than `most`.
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let alike = a.iter().zip(b).take_while(|(c, other)| c == other).count();
    let (a, b) = (a.get(alike..)?, b.get(alike..)?);
    let alike = a.iter().rev().zip(b.iter().rev()).take_while(|(c, other)| c == other).count();
    let (a, b) = (a.get(..a.len().checked_sub(alike)?)?, b.get(..b.len().checked_sub(alike)?)?);
    // What differs stands together in a slip of the pen.
    if a.len().max(b.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, c) in a.iter().enumerate() {
        let mut above_left = std::mem::replace(row.first_mut()?, at.saturating_add(1));
        let mut left = at.saturating_add(1);
        for (cell, other) in row.iter_mut().skip(1).zip(b) {
            let changed = above_left.saturating_add(usize::from(c != other));
            above_left = *cell;
            left = changed.min(left.saturating_add(1)).min(cell.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_the_name_that_was_meant() {
        let registry = Registry::builtin();
        let nearest = Nearest::of(&registry);
        for (slip, meant) in [
            ("Sở Nội vu", "Sở Nội vụ"),
            ("Sở Nội v", "Sở Nội vụ"),
            ("Sơ Tài chinh", "Sở Tài chính"),
            ("Xở Du lịch", "Sở Du lịch"),
            ("Sở Khoa học và Công ngệ", "Sở Khoa học và Công nghệ"),
        ] {
            assert_eq!(nearest.to(slip), Some(meant), "{slip}");
        }
        for stranger in ["", "a", "Xã Mẫu", "Hợp tác xã Bình Minh"] {
            assert_eq!(nearest.to(stranger), None, "{stranger}");
        }
    }
}
