//! Long cells of every notation: what makes a reader look ahead, over and over.

use super::measure::written;
use super::{Gauge, Holds, Shape, calls, working};

/// Pieces of sentences about reports: cycles without a day, days without a cycle, data, bodies.
const REGIMES: &[&str] = &[
    "hằng quý, ",
    "trước ngày 20 ",
    "trước ngày 10/6, ",
    "báo cáo Sở ",
    "số liệu ",
    "; báo cáo năm ",
    "báo cáo. Sở ",
    "chốt ",
    "6 tháng ",
];

/// Pieces that are repeated to a cell, by the notation that they strain.
pub(super) const PIECES: &[&str] = &[
    "1 và ",
    "a, ",
    "(",
    "(1",
    "((1) ",
    "50% ",
    "đạt 1 ",
    "6G (5",
    "01-",
    "1,5 - ",
    "≥",
    "- ",
    ";",
    ". ",
    "…",
    "1.000.",
    "e\u{301}\u{323}",
    "\u{323}",
    "\n- ",
    "(*[1]) ",
];
const DEADLINES: &[&str] = &[
    "sau khi a, ",
    "1/2025, ",
    "trình ",
    "quý ",
    "theo a và ",
    "tháng 6/2025; ",
    "trước ngày ",
    "hằng năm và ",
    "31/12/",
    "2025-",
];
const AGENCIES: &[&str] = &[
    "Sở ",
    "Sở Y tế, ",
    "Các sở: ",
    "các sở, ban, ",
    "và ",
    "(nhiệm vụ ",
    "(nhiệm vụ 1) ",
    "UBND xã (qua ",
    "liên quan ",
    "Sở Văn hóa, Thể thao và ",
    "1. ",
    "\n- Sở ",
    "các ",
    "phòng của ",
];

/// A cell of `chars` characters.
fn cell(piece: &str, chars: usize) -> String {
    piece.chars().cycle().take(chars).collect()
}

const CHARS: usize = 2_500;

pub(super) fn shapes() -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut add = |notation: &str, pieces: &[&'static str], run: fn(&str, &mut Gauge)| {
        for piece in pieces.iter().copied() {
            let name = format!("cell-{notation}/{}", piece.escape_default());
            let breaks = "a long cell is read in time that grows with its square";
            shapes.push(working(&name, breaks, CHARS, move |chars, gauge| run(&cell(piece, chars), gauge)));
        }
    };
    let all = |own: &[&'static str]| -> Vec<&'static str> { [PIECES, own].concat() };
    add("target", &all(&["trên ", "từ 1 đến ", "TOP ", "nằm trong nhóm "]), |cell, gauge| {
        gauge.work(
            cell.len(),
            || tiendo::parse_target(cell, Some("%")),
            |read| written(read.as_ref().expect("a cell within the limits")),
        );
    });
    add("deadline", &all(DEADLINES), |cell, gauge| {
        gauge.work(
            cell.len(),
            || tiendo::parse_deadline(cell),
            |read| written(read.as_ref().expect("a cell within the limits")),
        );
    });
    add("regime", &all(REGIMES), |cell, gauge| {
        gauge.work(
            cell.len(),
            || tiendo::parse_regime(cell),
            |read| written(read.as_ref().expect("a text within the limits")),
        );
    });
    add("agencies", &all(AGENCIES), |cell, gauge| {
        let registry = tiendo::Registry::builtin();
        // A word nobody knows stands first in every cell: the whole of it is then looked through without diacritics, at
        // each size alike.
        let cell: String = "Vô danh; ".chars().chain(cell.chars()).take(cell.chars().count()).collect();
        let cell = cell.as_str();
        gauge.work(cell.len(), || calls::split(&registry, cell), written);
    });
    add("number", &["1", "1.", "1.000.", "0", "-", "1,", " 1"], |cell, gauge| {
        gauge.work(cell.len(), || tiendo::parse_number(cell), |_| 0);
    });
    add("name", &["đ", "e\u{301}\u{323}", "\u{323}", "A ", "ế\u{200b}"], |cell, gauge| {
        gauge.work(cell.len(), || tiendo::text::search_key(cell), String::len);
    });
    shapes.push(working(
        "cell-items/ranges",
        "`(nhiệm vụ 1-500)` was silently cut, and a cell of such ranges made lists without end",
        75,
        |times, gauge| {
            let cell = "Sở Y tế (nhiệm vụ 1-4294967295), ".repeat(times);
            let registry = tiendo::Registry::builtin();
            gauge.work(cell.len(), || calls::split(&registry, &cell), written);
        },
    ));
    shapes.into_iter().map(|shape| shape.holding(Holds::Cell)).collect()
}
