//! What was expected, where something else stands: lower case, no full stop, input in backticks.

use chrono::NaiveDate;

use super::{Phrase, plain};

fn phrase(vi: impl Into<String>, en: impl Into<String>) -> Phrase {
    (vi, en).into()
}

/// Names or codes as a list: `` `a`, `b` ``.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", plain(name))).collect();
    quoted.join(", ")
}

// The text of a file.

pub(crate) fn utf8() -> Phrase {
    phrase("văn bản mã hóa UTF-8", "text in UTF-8")
}

pub(crate) fn value() -> Phrase {
    phrase("một giá trị JSON", "a JSON value")
}

pub(crate) fn field_name() -> Phrase {
    phrase("tên một trường trong dấu nháy kép", "the name of a field in double quotes")
}

pub(crate) fn colon() -> Phrase {
    phrase("dấu hai chấm sau tên trường", "a colon after the name of a field")
}

pub(crate) fn comma_or_bracket() -> Phrase {
    phrase("dấu phẩy hoặc `]`", "a comma or `]`")
}

pub(crate) fn comma_or_brace() -> Phrase {
    phrase("dấu phẩy hoặc `}`", "a comma or `}`")
}

pub(crate) fn closing_quote() -> Phrase {
    phrase("dấu nháy kép đóng văn bản mở ở đây", "a double quote that closes the text opened here")
}

pub(crate) fn no_control_character() -> Phrase {
    phrase(
        "ký tự điều khiển viết dạng thoát, như `\\n`",
        "control characters written as escapes, such as `\\n`",
    )
}

pub(crate) fn escape() -> Phrase {
    phrase(
        "sau `\\` là một trong `\"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t`, hoặc `u` và bốn chữ số thập lục phân",
        "one of `\"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t`, or `u` and four hexadecimal digits after `\\`",
    )
}

pub(crate) fn surrogate_pair() -> Phrase {
    phrase(
        "một ký tự Unicode: cả hai nửa của cặp `\\ud800` đến `\\udfff`",
        "a Unicode character: both halves of a pair of `\\ud800` to `\\udfff`",
    )
}

pub(crate) fn number() -> Phrase {
    phrase("một số viết theo JSON", "a number as JSON writes it")
}

pub(crate) fn end() -> Phrase {
    phrase("không còn gì sau giá trị", "nothing after the value")
}

pub(crate) fn another_value() -> Phrase {
    phrase("một giá trị mà định dạng nhận", "a value the format takes")
}

// Assessments.

pub(crate) fn same_plan(id: &str) -> Phrase {
    let id = plain(id);
    phrase(format!("kế hoạch `{id}` như ở bản trước"), format!("the plan `{id}`, as before"))
}

pub(crate) fn day_from(day: NaiveDate) -> Phrase {
    phrase(format!("ngày không trước {day}"), format!("a day not before {day}"))
}

pub(crate) fn option_that_decides() -> Phrase {
    phrase(
        "tùy chọn quyết định tình trạng, không phải phạm vi xem xét",
        "an option that decides standings, not what is looked at",
    )
}

pub(crate) fn own_unit() -> Phrase {
    phrase("mã hoặc tên không trùng đơn vị khác", "an id or name that no other unit has")
}

pub(crate) fn as_before() -> Phrase {
    phrase("cùng giá trị như ở bản trước", "the same value as before")
}

// Types and fields.

pub(crate) fn object() -> Phrase {
    phrase("một đối tượng `{…}`", "an object `{…}`")
}

pub(crate) fn list() -> Phrase {
    phrase("một danh sách `[…]`", "a list `[…]`")
}

pub(crate) fn text() -> Phrase {
    phrase("một văn bản trong dấu nháy kép", "a text in double quotes")
}

pub(crate) fn whole_number() -> Phrase {
    phrase("một số nguyên", "a whole number")
}

pub(crate) fn flag() -> Phrase {
    phrase("`true` hoặc `false`", "`true` or `false`")
}

pub(crate) fn field(name: &str) -> Phrase {
    phrase(format!("có trường `{name}`"), format!("a field `{name}`"))
}

pub(crate) fn one_field(name: &str) -> Phrase {
    phrase(format!("chỉ một trường `{name}`"), format!("only one field `{name}`"))
}

pub(crate) fn one_of(names: &[&str]) -> Phrase {
    let listed = listed(names);
    phrase(format!("một trong {listed}"), format!("one of {listed}"))
}

pub(crate) fn exactly_one(names: &[&str]) -> Phrase {
    let listed = listed(names);
    phrase(format!("đúng một trong {listed}"), format!("exactly one of {listed}"))
}

pub(crate) fn no_field_of_kind(name: &str, kind: &str) -> Phrase {
    phrase(
        format!("không có trường `{name}` trong bản ghi loại `{kind}`"),
        format!("no field `{name}` in a record of the type `{kind}`"),
    )
}

pub(crate) fn version() -> Phrase {
    phrase("`schemaVersion` là 1", "`schemaVersion` 1")
}

// Limits.

pub(crate) fn at_most_bytes(most: usize) -> Phrase {
    phrase(format!("không quá {most} byte"), format!("at most {most} bytes"))
}

pub(crate) fn at_most_deep(most: usize) -> Phrase {
    phrase(
        format!("không quá {most} danh sách và đối tượng lồng nhau"),
        format!("at most {most} lists and objects within one another"),
    )
}

pub(crate) fn at_most_items(most: usize) -> Phrase {
    phrase(format!("không quá {most} mục"), format!("at most {most} items"))
}

pub(crate) fn at_most_chars(most: usize) -> Phrase {
    phrase(format!("văn bản không quá {most} ký tự"), format!("a text of at most {most} characters"))
}

pub(crate) fn at_most_ancestors(most: u32) -> Phrase {
    phrase(format!("không quá {most} hàng cấp trên"), format!("at most {most} rows above a row"))
}

// Values.

pub(crate) fn whole_from_to(least: u32, most: u32) -> Phrase {
    if most == u32::MAX {
        phrase(format!("một số nguyên từ {least}"), format!("a whole number from {least}"))
    } else {
        phrase(
            format!("một số nguyên từ {least} đến {most}"),
            format!("a whole number from {least} to {most}"),
        )
    }
}

pub(crate) fn year() -> Phrase {
    phrase("năm từ 1900 đến 2200", "a year from 1900 to 2200")
}

pub(crate) fn date() -> Phrase {
    phrase("ngày dạng `YYYY-MM-DD`", "a date `YYYY-MM-DD`")
}

pub(crate) fn exact_number() -> Phrase {
    phrase(
        "số thập phân chính xác viết dạng văn bản, tối đa sáu chữ số thập phân",
        "an exact decimal as text, at most six decimals",
    )
}

pub(crate) fn numeral() -> Phrase {
    phrase("số có dấu phân cách đặt đúng chỗ", "a numeral with marks where they can stand")
}

pub(crate) fn at_most_six_decimals() -> Phrase {
    phrase("số có tối đa sáu chữ số thập phân", "a number with at most six decimals")
}

pub(crate) fn number_in_range() -> Phrase {
    phrase(
        "số từ -9223372036854775807 đến 9223372036854775807",
        "a number between -9223372036854775807 and 9223372036854775807",
    )
}

// Plans and records.

pub(crate) fn id() -> Phrase {
    phrase("một mã không trống", "an id that is not empty")
}

pub(crate) fn own_id() -> Phrase {
    phrase("một mã chưa mục nào có", "an id that no other item has")
}

pub(crate) fn own_record() -> Phrase {
    phrase("một mã chưa dùng cho bản ghi có nội dung khác", "an id that no record with other content has")
}

pub(crate) fn no_more_cells() -> Phrase {
    phrase("không nhiều ô hơn số cột có tên", "no more cells than there are names of columns")
}

pub(crate) fn amended() -> Phrase {
    phrase(
        "mã hoặc số của mục mà bản điều chỉnh nêu",
        "the code or number of the item that the amendment names",
    )
}

pub(crate) fn own_code() -> Phrase {
    phrase("một mã chưa mục nào có", "a code that no other item has")
}

pub(crate) fn own_number() -> Phrase {
    phrase("một số chưa mục nào có", "a number that no other item has")
}

pub(crate) fn own_mark() -> Phrase {
    phrase("một dấu chưa chú thích nào có", "a mark that no other footnote has")
}

pub(crate) fn indicator_code(most: usize) -> Phrase {
    phrase(
        format!("mã gồm chữ cái và chữ số giữa các dấu chấm, không quá {most} ký tự"),
        format!("a code of letters and digits between dots, at most {most} characters"),
    )
}

pub(crate) fn short_code(most: usize) -> Phrase {
    phrase(format!("mã từ 1 đến {most} ký tự"), format!("a code of 1 to {most} characters"))
}

pub(crate) fn builtin_plan(ids: &[&str]) -> Phrase {
    let ids = listed(ids);
    phrase(format!("mã của một kế hoạch có sẵn ({ids})"), format!("the id of a built-in plan ({ids})"))
}

pub(crate) fn builtin_calendar(ids: &[&str]) -> Phrase {
    let ids = listed(ids);
    phrase(format!("mã của một lịch có sẵn ({ids})"), format!("the id of a built-in calendar ({ids})"))
}

pub(crate) fn two_numbers() -> Phrase {
    phrase("hai số, của năm trước rồi của năm sau", "two numbers, of the earlier year and of the later one")
}

pub(crate) fn an_indicator() -> Phrase {
    phrase("mã của một chỉ tiêu", "the code of an indicator")
}

pub(crate) fn an_indicator_before() -> Phrase {
    phrase("mã của một chỉ tiêu đứng trước", "the code of an indicator before this one")
}

pub(crate) fn a_task() -> Phrase {
    phrase("số của một nhiệm vụ", "the number of a task")
}

pub(crate) fn a_pillar() -> Phrase {
    phrase("mã của một nhóm nhiệm vụ trong kế hoạch", "the code of one of the plan's pillars")
}

pub(crate) fn a_milestone() -> Phrase {
    phrase("một trong các mốc của kế hoạch", "one of the plan's milestones")
}

pub(crate) fn days_of_week_in_order() -> Phrase {
    phrase(
        "các thứ trong tuần từ 1 đến 7 theo thứ tự tăng dần, mỗi thứ một lần",
        "days of the week from 1 to 7 in ascending order, each once",
    )
}

pub(crate) fn days_in_order() -> Phrase {
    phrase("các ngày theo thứ tự tăng dần, mỗi ngày một lần", "days in ascending order, each once")
}

pub(crate) fn a_day_of_the_years() -> Phrase {
    phrase("một ngày thuộc các năm của lịch", "a day of one of the calendar's years")
}

pub(crate) fn years_in_order() -> Phrase {
    phrase("các năm tăng dần, mỗi năm một lần", "years in ascending order, each once")
}

pub(crate) fn cells_in_order() -> Phrase {
    phrase("các ô theo năm tăng dần, mỗi năm một ô", "cells in ascending order of year, one for each")
}

pub(crate) fn nothing_of_this_cycle() -> Phrase {
    phrase("không ghi trường này: chu kỳ của quy định không có", "no such field: the rule's cycle has none")
}

pub(crate) fn no_day() -> Phrase {
    phrase(
        "không ghi ngày của tháng: báo cáo tuần có `weekday`, báo cáo một lần có `on`; với báo cáo cả kỳ và đột xuất, người gọi cho biết ngày",
        "no day of a month: a weekly report has its `weekday`, one of once its `on`; of term and ad hoc reports the caller gives it",
    )
}

pub(crate) fn day_of_month_to(months: u32) -> Phrase {
    phrase(
        format!("ngày từ 1 đến 31 của tháng từ 1 đến {months}"),
        format!("a day from 1 to 31 of a month from 1 to {months}"),
    )
}

#[cfg(feature = "report")]
pub(crate) fn period_begun() -> Phrase {
    phrase(
        "kỳ là tháng, quý, 6 tháng, 9 tháng hoặc năm, bắt đầu không muộn hơn ngày đánh giá",
        "a month, quarter, half, nine months or year that begins no later than the day assessed",
    )
}

#[cfg(feature = "report")]
pub(crate) fn lead_or_reporter() -> Phrase {
    phrase("cơ quan chủ trì hoặc phải báo cáo", "a body that leads something or owes a report")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expectation_is_said_in_both_languages() {
        let all = [
            utf8(),
            value(),
            field_name(),
            colon(),
            comma_or_bracket(),
            comma_or_brace(),
            closing_quote(),
            no_control_character(),
            escape(),
            surrogate_pair(),
            number(),
            end(),
            another_value(),
            same_plan("ha-tinh-231"),
            day_from("2026-06-30".parse().unwrap()),
            as_before(),
            own_unit(),
            option_that_decides(),
            object(),
            list(),
            text(),
            whole_number(),
            flag(),
            field("name"),
            one_field("name"),
            one_of(&["a", "b"]),
            exactly_one(&["a", "b"]),
            no_field_of_kind("rule", "observation"),
            version(),
            at_most_bytes(5),
            at_most_deep(5),
            at_most_items(5),
            at_most_chars(5),
            at_most_ancestors(16),
            whole_from_to(1, u32::MAX),
            whole_from_to(1, 7),
            year(),
            date(),
            exact_number(),
            numeral(),
            at_most_six_decimals(),
            number_in_range(),
            id(),
            own_id(),
            own_record(),
            own_code(),
            own_number(),
            own_mark(),
            indicator_code(32),
            short_code(32),
            builtin_plan(&["a", "b"]),
            builtin_calendar(&["a", "b"]),
            two_numbers(),
            an_indicator(),
            an_indicator_before(),
            a_task(),
            a_pillar(),
            a_milestone(),
            days_of_week_in_order(),
            days_in_order(),
            a_day_of_the_years(),
            years_in_order(),
            cells_in_order(),
            no_day(),
            day_of_month_to(13),
        ];
        let lines: Vec<String> = all.iter().map(|Phrase { vi, en }| format!("{vi}\n  {en}")).collect();
        insta::assert_snapshot!(lines.join("\n"));
    }
}
