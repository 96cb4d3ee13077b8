//! Cells that are read, and that are not.

use super::*;
use crate::text::work;

#[test]
fn what_is_not_read_says_why_and_where() {
    let cells = [
        "",
        "-",
        "Sở Nội vụ",
        "31/02/2026",
        "13/2026",
        "Quý V/2026",
        "tháng 6",
        "15/7",
        "6/25",
        "2500",
        "2026 - 2025",
        "hằng ngày",
        "hằng tháng, hằng quý",
        "6/2025; 12/2025",
        "trước",
        "30 ngày làm việc sau khi ban hành",
        "6/2025 hoặc 7/2025",
        "Hoàn thành 50%",
        "sau khi",
        "2025 và 2027",
        "15/6 và 15/12 hằng năm",
        "Năm học 2025-2026",
        "6 tháng đầu năm",
        "Hằng quý, 6 tháng, năm",
    ];
    let line = |cell: &&str| {
        let deadline = Deadline::read(cell, DeadlineOptions::default());
        let note = deadline
            .notes
            .first()
            .map(|note| format!("{} at `{}`", note.code, note.span.map_or("", |span| span.of(cell))));
        format!("{cell} → {}: {}", deadline.recognised, note.unwrap_or_default())
    };
    insta::assert_snapshot!(cells.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_cell_of_any_shape_is_read_in_linear_work() {
    let parts = [
        "sau khi a; ",
        "sau khi a, ",
        "sau khi a và ",
        "sau khi a, b; ",
        "sau khi a, liên tục; ",
        "30 ngày sau khi a; ",
        "sau khi của a / của b ",
        "/ của a ",
        "khi có phát sinh, ",
        "thường xuyên, ",
        "thường xuyên ",
        "hằng năm, ",
        "trình ",
        "trình a ",
        "trình trong thường xuyên, ",
        "trình trước ",
        "trình trước tháng a, ",
        "1, ",
        "tháng 1, ",
        "15/1, ",
        "2025, 2026, ",
        "17h00, ",
        "17 giờ 00 ngày ",
        "ngày 5 hằng tháng, ",
        "ngày 5 tháng cuối ",
        "hằng năm hoặc ",
        "thường xuyên hoặc ",
        "thường xuyên\n",
        "thường xuyên. Ban hành. ",
        "thường xuyên\n- ",
        "(",
        "2025 (",
        "(theo a) ",
        "(hoàn thành) ",
        "thứ sáu ",
        "thứ sáu hằng tuần, ",
        "tầm nhìn 2045, ",
        "2025; x; ",
        "quý IV/2025 và 2026; ",
        "tháng, quý, ",
        "5 lần ",
        "5 tháng ",
        "theo a/b, ngày c, ",
        "ban hành a trong b, ",
        "hạn: ",
        "\n",
        "2025,1,",
        "sau khi a, trình b; ",
        "sau khi a, trình b trước; ",
        "theo a, ",
        "theo ",
        "trước ",
        "từ ",
        "là ",
        "và ",
        ", ",
        "; ",
        "- ",
        "/",
        "1/",
        "1/1/",
        "2025, ",
        "2025 - ",
        "6 tháng ",
        "quý ",
        "ngày ",
        "đầu ",
        "năm ",
        "1.",
        "(",
        "a ",
        "của ",
        "ban hành ",
        "báo cáo ",
        "đột xuất, ",
        "e\u{301}",
        "\u{301}",
    ];
    for part in parts {
        for (lead, tail) in [
            ("", ""),
            ("2025; ", ""),
            ("sau khi a, ", ""),
            ("theo a, ", ""),
            ("", "sau khi có phát sinh"),
            ("sau khi a; ", "2025"),
        ] {
            let work = |times: usize| {
                let cell = format!("{lead}{}{tail}", part.repeat(times));
                work::of(|| Deadline::read(&cell, DeadlineOptions::default()))
            };
            let (once, twice) = (work(200), work(400));
            assert!(twice * 10 <= once * 22 + 500, "{lead}{part}…{tail}: {once}, then {twice}");
        }
    }
}
