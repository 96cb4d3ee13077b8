//! What an error says, as a sentence.

use super::plain;
use crate::codes::{ErrorCode, Lang};
use crate::text::capitalised;

/// What is wrong, by the error's code.
fn problem(code: ErrorCode, lang: Lang) -> &'static str {
    let (vi, en) = match code {
        ErrorCode::BadJson => ("không phải JSON", "not JSON"),
        ErrorCode::BadText => ("không phải văn bản Unicode", "not Unicode text"),
        ErrorCode::TooLarge => ("quá lớn", "too large"),
        ErrorCode::TooDeep => ("lồng nhau quá sâu", "nested too deep"),
        ErrorCode::TooMany => ("quá nhiều", "too many"),
        ErrorCode::CellTooLong => ("văn bản quá dài", "the text is too long"),
        ErrorCode::UnknownVersion => ("phiên bản chưa đọc được", "a version that is not read"),
        ErrorCode::UnknownField => ("trường không có trong định dạng", "a field the format does not have"),
        ErrorCode::MissingField => ("thiếu trường", "a field is missing"),
        ErrorCode::DuplicateField => ("trường bị lặp", "a field given twice"),
        ErrorCode::WrongType => ("sai kiểu", "the wrong type"),
        ErrorCode::BadValue => ("giá trị không được nhận", "a value that is not taken"),
        ErrorCode::BadCode => ("mã không đúng dạng", "not the form of a code"),
        ErrorCode::DuplicateCode => ("mã bị trùng", "a code given twice"),
        ErrorCode::ConflictingRecord => {
            ("bản ghi trùng mã nhưng khác nội dung", "a record with the id of another and other content")
        }
        ErrorCode::UnknownCode => ("mã không có trong văn bản", "a code that names nothing"),
        ErrorCode::BadDate => ("không phải ngày", "not a date"),
        ErrorCode::YearOutOfRange => ("năm ngoài phạm vi", "a year out of range"),
        ErrorCode::BadPeriod => ("không phải kỳ báo cáo", "not a period"),
        ErrorCode::UnknownYear => ("năm lịch chưa biết", "a year the calendar does not know"),
        ErrorCode::BadNumber => ("không phải số chính xác", "not an exact number"),
        ErrorCode::UnknownPlan => ("không có kế hoạch này", "no such plan"),
        ErrorCode::UnknownCalendar => ("không có lịch này", "no such calendar"),
        ErrorCode::BadOption => ("tùy chọn không được nhận", "an option that is not taken"),
    };
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// `` Dòng 3, cột 14, `issued`: không phải ngày; cần ngày dạng `YYYY-MM-DD`. ``
pub(crate) fn error_sentence(
    code: ErrorCode,
    path: &str,
    row_and_column: Option<(u32, u32)>,
    expected: &str,
    lang: Lang,
) -> String {
    let place = match (row_and_column, lang) {
        (Some((row, column)), Lang::Vi) => Some(format!("dòng {row}, cột {column}")),
        (Some((row, column)), Lang::En) => Some(format!("line {row}, column {column}")),
        (None, _) => None,
    };
    let path = (!path.is_empty()).then(|| format!("`{}`", plain(path)));
    let place: Vec<String> = place.into_iter().chain(path).collect();
    let place = if place.is_empty() { String::new() } else { format!("{}: ", place.join(", ")) };
    let problem = problem(code, lang);
    let expected = plain(expected);
    let sentence = match lang {
        Lang::Vi => format!("{place}{problem}; cần {expected}."),
        Lang::En => format!("{place}{problem}; expected {expected}."),
    };
    capitalised(&sentence)
}
