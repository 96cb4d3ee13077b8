//! What cells are read as, what their notes say, and that no shape of a cell makes much work.

use super::*;
use crate::text::work;

/// Each cell with its kind and its notes, each note with the words it points to.
fn readings(cells: &[(&str, Option<&str>, Source)]) -> String {
    let line = |(cell, column, source): &(&str, Option<&str>, Source)| {
        let target = MilestoneTarget::read(cell, column.and_then(Unit::from_column).as_ref(), *source);
        let note = |note: &Note| match note.span {
            Some(span) => format!("{} at `{}`", note.code, span.of(cell)),
            None => note.code.to_string(),
        };
        let notes: Vec<String> = target.notes.iter().map(note).collect();
        format!("{cell} [{}] → {}: {}", column.unwrap_or(""), target.kind, notes.join(", "))
    };
    cells.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn notes_say_what_is_doubtful_and_where() {
    use Source::{Illegible, Ocr, Published};
    insta::assert_snapshot!(readings(&[
        ("≥ 3.000 người", None, Published),
        ("≥ 1.20.000", None, Published),
        ("≥ 0,12345678", None, Published),
        ("99999999999999", None, Published),
        ("50% - 40%", None, Published),
        ("≥ - 5%", None, Published),
        ("≥ 50% ≤ 60%", None, Published),
        ("khoảng 50%", None, Published),
        ("100% vào năm 2026", None, Published),
        ("≥", None, Published),
        ("tăng 5% so với năm 2020", None, Published),
        ("–", None, Published),
        ("(*2)", None, Published),
        ("≥ 5", Some("%"), Published),
        ("50%", Some("Điểm"), Published),
        ("> 60%", None, Ocr),
        ("820%", None, Ocr),
        ("ggo/f %)o/f", None, Illegible),
    ]));
}

#[test]
fn a_cell_of_any_shape_is_read_in_linear_work() {
    let shapes = [
        "1% ",
        "1%; ",
        "1%, ",
        "1% và ",
        "a, ",
        "a; ",
        "a, 1%; ",
        "(",
        ")",
        "(a) ",
        "5G (",
        "1 (a) ",
        "- ",
        "1 - ",
        "≥ ",
        ">= ",
        "% ",
        "/ ",
        "1/1000 a ",
        "đạt ",
        "đạt 1% ",
        "tăng ",
        "và tăng ",
        ", tăng 1",
        "không ",
        "không quá ",
        "trở lên ",
        "1% trở lên, ",
        "triệu ",
        "1 triệu ",
        "nhóm 30 ",
        "thuộc ",
        "vùng A ",
        "có ",
        "có 1, ",
        "*",
        "(*1)",
        "1.",
        "1,",
        "1.000.",
        "e\u{301}",
        "\u{301}",
        ".",
        ";",
        "…",
        "ở mức ",
        "nhóm 3 ở mức ",
        "tỷ lệ ",
        "từ 1 lên ",
        "lên từ ",
        "1 tỷ 1 ",
        "hai đến ",
        "hai ",
        "1/3 ",
        "nhóm 1/3 ",
        "trong 1 ngày ",
        "1 (1/1) ",
        ", bằng 1%",
        "trên 1 đến dưới ",
        "m2 a/",
        "bình quân ",
        "bình quân 2025-2030 ",
        "hạng 1 trở lên ",
        "hạng 1 đến ",
        "phấn đấu 1% ",
        "trên 1 vạn dân ",
        "trừ a, ",
    ];
    for shape in shapes {
        for lead in ["", "1% ", "≥ 50% ", "thuộc nhóm 30 ", "a: ", "5G: 1 "] {
            let cell = |times: usize| format!("{lead}{}", shape.repeat(times));
            let work = |times: usize| {
                let cell = cell(times);
                work::of(|| MilestoneTarget::read(&cell, None, Source::Ocr))
            };
            let (once, twice) = (work(200), work(400));
            assert!(twice * 10 <= once * 22 + 500, "{lead}{shape}…: {once}, then {twice}");
        }
    }
}

#[test]
fn what_no_notation_says_comes_back_as_it_stands() {
    for cell in ["gấp 0 cả nước", "gấp 0 cả nước và tăng dần", "gấp 0 cả nước (*1)"]
    {
        let target = MilestoneTarget::read(cell, None, Source::Published);
        assert!(target.is_numeric(), "{cell}");
        assert_eq!(target.to_notation(), cell);
    }
}
