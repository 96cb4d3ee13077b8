//! Labels of languages, levels and errors.

use super::labels;
use crate::codes::{ErrorCode, FileKind, Lang, Level};

labels! {
    Lang {
        Vi: "Tiếng Việt", "Vietnamese";
        En: "Tiếng Anh", "English";
    }
}

labels! {
    Level {
        Central: "Trung ương", "Central";
        Party: "Đảng", "Party";
        Province: "Cấp tỉnh", "Province";
        Commune: "Cấp xã", "Commune";
    }
}

labels! {
    FileKind {
        Plan: "Kế hoạch", "Plan";
        Records: "Số liệu theo dõi", "Records";
        Registry: "Danh mục cơ quan", "Registry of bodies";
        Calendar: "Lịch làm việc", "Calendar";
    }
}

labels! {
    ErrorCode {
        BadJson: "JSON không hợp lệ", "Invalid JSON";
        BadText: "Văn bản không hợp lệ", "Invalid text";
        TooLarge: "Dung lượng quá lớn", "Too large";
        TooDeep: "Lồng nhau quá sâu", "Nested too deep";
        TooMany: "Số lượng quá nhiều", "Too many";
        CellTooLong: "Văn bản quá dài", "Text too long";
        UnknownVersion: "Phiên bản không hỗ trợ", "Unknown version";
        UnknownField: "Trường không có trong định dạng", "Unknown field";
        MissingField: "Thiếu trường bắt buộc", "Missing field";
        DuplicateField: "Trường bị lặp", "Duplicate field";
        WrongType: "Sai kiểu dữ liệu", "Wrong type";
        BadValue: "Giá trị không hợp lệ", "Invalid value";
        BadCode: "Mã không hợp lệ", "Invalid code";
        DuplicateCode: "Trùng mã", "Duplicate code";
        ConflictingRecord: "Bản ghi mâu thuẫn", "Conflicting record";
        UnknownCode: "Mã không tồn tại", "Unknown code";
        BadDate: "Ngày không hợp lệ", "Invalid date";
        YearOutOfRange: "Năm ngoài phạm vi", "Year out of range";
        BadPeriod: "Kỳ không hợp lệ", "Invalid period";
        UnknownYear: "Năm chưa có trong lịch", "Year not in the calendar";
        BadNumber: "Số không hợp lệ", "Invalid number";
        UnknownPlan: "Không có kế hoạch này", "Unknown plan";
        UnknownCalendar: "Không có lịch này", "Unknown calendar";
        BadOption: "Tùy chọn không hợp lệ", "Invalid option";
    }
}
