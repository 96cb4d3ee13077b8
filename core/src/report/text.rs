//! Texts and figures as a report has them.

use crate::codes::{ColumnKind, Lang};
use crate::number::Fixed;
use crate::progress::{brief, with_unit};
use crate::unit::Unit;
use crate::words::periodic::Term;
use crate::words::plain;

use super::model::{ReportColumn, ReportGroup, ReportRow, ReportTable};

/// Text of a plan's or a caller's, on one line: what steers how text is shown is a space, and what is written from right to
/// left stays within itself.
pub(super) fn said(text: &str) -> String {
    let text = plain(text.trim());
    if text.chars().any(is_right_to_left) { format!("\u{2068}{text}\u{2069}") } else { text.into_owned() }
}

/// A name in a language, where it has one of its own.
pub(super) fn in_lang<'t>(lang: Lang, english: Option<&'t str>, name: &'t str) -> &'t str {
    english.filter(|_| lang == Lang::En).unwrap_or(name)
}

/// Letters of scripts written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

/// A number of places of a hundred thousand.
const TENTH: i128 = 100_000;

/// What a part is of a whole, in percent of one decimal, without the sign: less than all is never 100, more than none never
/// 0; none of nothing.
pub(super) fn percent(part: u64, of: u64, lang: Lang) -> Option<String> {
    let (part, of) = (i128::from(part), i128::from(of));
    let (quotient, rest) = ((part * 1000).checked_div(of)?, (part * 1000).checked_rem(of)?);
    let half = (rest * 2).cmp(&of);
    let up = half.is_gt() || half.is_eq() && quotient % 2 == 1;
    let tenths = match quotient + i128::from(up) {
        0 if part > 0 => 1,
        1000 if part < of => 999,
        tenths => tenths,
    };
    Fixed::from_millionths(tenths * TENTH).map(|value| lang.number(value))
}

/// A rate out of 100, in one decimal, by the same rule.
pub(super) fn rate(rate: Fixed, lang: Lang) -> String {
    let millionths = rate.millionths();
    let (quotient, rest) = (millionths.div_euclid(TENTH), millionths.rem_euclid(TENTH));
    let half = (rest * 2).cmp(&TENTH);
    let up = half.is_gt() || half.is_eq() && quotient % 2 == 1;
    let hundred = 1000 * TENTH;
    let tenths = match quotient + i128::from(up) {
        0 if millionths > 0 => 1,
        1000 if millionths < hundred => 999,
        tenths => tenths,
    };
    Fixed::from_millionths(tenths * TENTH)
        .map_or_else(String::new, |value| format!("{}%", lang.number(value)))
}

/// A number with its unit, for people; `bound` is what is asked, which rounding never reaches or crosses.
pub(super) fn figure(value: Fixed, bound: Option<Fixed>, unit: Option<&Unit>, lang: Lang) -> String {
    let value = brief(value, bound);
    match unit {
        Some(Unit::Permille) => format!("{}‰", lang.number(value)),
        Some(Unit::PercentagePoint) => format!("{}{}", lang.number(value), crate::words::points(lang)),
        Some(Unit::Times) => match lang {
            Lang::Vi => format!("{} lần", lang.number(value)),
            Lang::En => format!("{} times", lang.number(value)),
        },
        unit => said(&with_unit(value, unit, lang)),
    }
}

/// A count.
pub(super) fn count(count: impl TryInto<i64>) -> String {
    count.try_into().map_or_else(|_| String::new(), |count: i64| count.to_string())
}

/// Lines of a cell, those that hold something.
pub(super) fn lines(all: impl IntoIterator<Item = String>) -> String {
    let mut text = String::new();
    for line in all.into_iter().filter(|line| !line.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&line);
    }
    text
}

/// A table without rows; widths in hundredths, brought to a hundred.
pub(super) fn table(caption: String, columns: &[(ColumnKind, Term, u32)], lang: Lang) -> ReportTable {
    let all: u32 = columns.iter().map(|(_, _, width)| width).sum();
    let mut left = 100;
    let mut column = |(at, (kind, term, width)): (usize, &(ColumnKind, Term, u32))| {
        let share = width.saturating_mul(100).checked_div(all).unwrap_or(0);
        let width = if at + 1 == columns.len() { left } else { share };
        left = left.saturating_sub(share);
        ReportColumn { kind: *kind, heading: term.of(lang).to_owned(), width }
    };
    let columns = columns.iter().enumerate().map(&mut column).collect();
    ReportTable { caption, columns, groups: Vec::new() }
}

/// A table of one group without a heading.
pub(super) fn filled(table: ReportTable, rows: impl IntoIterator<Item = Vec<String>>) -> ReportTable {
    let group = ReportGroup { number: None, heading: None, rows: rows.into_iter().map(row).collect() };
    ReportTable { groups: vec![group], ..table }
}

/// A row of its cells.
pub(super) fn row(cells: Vec<String>) -> ReportRow {
    ReportRow { cells }
}

/// A number from 1 to 39 as Romans wrote it.
pub(super) fn roman(number: usize) -> String {
    let (tens, ones) = (number / 10, number % 10);
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].get(ones).copied().unwrap_or("");
    format!("{}{ones}", "X".repeat(tens))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_than_all_is_never_a_hundred() {
        let shown = |part, of| percent(part, of, Lang::Vi);
        assert_eq!(shown(22, 37).as_deref(), Some("59,5"));
        assert_eq!(shown(5999, 6000).as_deref(), Some("99,9"));
        assert_eq!(shown(1, 6000).as_deref(), Some("0,1"));
        assert_eq!(shown(6, 6).as_deref(), Some("100"));
        assert_eq!(shown(0, 0), None);
        let shown = |text: &str| rate(text.parse().unwrap(), Lang::Vi);
        assert_eq!(
            [shown("99.999999"), shown("100"), shown("66.666667"), shown("0.000001")],
            ["99,9%", "100%", "66,7%", "0,1%"]
        );
    }

    #[test]
    fn what_is_not_reached_is_never_shown_as_reached() {
        let value: Fixed = "89.996".parse().unwrap();
        assert_eq!(figure(value, "90".parse().ok(), Some(&Unit::Percent), Lang::Vi), "89,99%");
        assert_eq!(figure(value, None, Some(&Unit::Percent), Lang::Vi), "90%");
    }

    #[test]
    fn text_steers_nothing_around_it() {
        assert_eq!(said("a\u{202e}b\nc"), "a b c");
        assert_eq!(said("שלום"), "\u{2068}שלום\u{2069}");
        assert_eq!([roman(4), roman(9), roman(14)], ["IV", "IX", "XIV"]);
    }
}
