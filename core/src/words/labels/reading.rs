//! Labels of what was read: notes, kinds of targets, rules of dates, directions.

use super::labels;
use crate::codes::{
    AgencyKind, Change, DateRule, DecidedBy, Derivation, Direction, MeasureKind, NoteCode, Source, TargetKind,
};

labels! {
    NoteCode {
        AmbiguousNumber: "Dấu trong số chưa rõ", "Ambiguous number";
        UnitInferred: "Đơn vị tính suy ra", "Unit inferred";
        UnitChanges: "Đơn vị tính thay đổi", "Unit changes";
        QualifierChanges: "Đối tượng đo thay đổi", "Thing measured changes";
        UnitOverridesColumn: "Đơn vị khác cột đơn vị tính", "Unit differs from column";
        OcrUncertain: "Dấu chưa chắc trên bản quét", "Uncertain sign in the scan";
        Implausible: "Tỷ lệ vượt quá 100 %", "Share above 100 %";
        Illegible: "Không rõ trên bản quét", "Illegible in the scan";
        Dash: "Ghi dấu gạch ngang", "Dash";
        NotAsked: "Chưa yêu cầu", "Not asked yet";
        FootnoteMissing: "Thiếu chú thích", "Footnote missing";
        TargetUndetermined: "Mục tiêu chưa xác định", "Target not fixed";
        Proxy: "Tính theo chỉ tiêu khác", "Another indicator stands in";
        FootnoteUnread: "Chưa hiểu chú thích", "Footnote not read";
        DirectionConflict: "Chiều tốt lên mâu thuẫn", "Conflicting directions";
        KindInferred: "Loại số đo suy ra", "Kind of measure inferred";
        KindAmbiguous: "Loại số đo chưa rõ", "Kind of measure ambiguous";
        RequirementInName: "Yêu cầu nằm trong tên", "Requirement in the name";
        LeadInherited: "Chủ trì theo chỉ tiêu cấp trên", "Lead of the parent";
        HeadingLost: "Mất tiêu đề", "Heading lost";
        TakenFromElsewhere: "Lấy từ văn bản khác", "Taken from elsewhere";
        Empty: "Để trống", "Empty";
        UnreadText: "Chưa đọc được", "Not read";
        BadNumeral: "Số viết không hợp lệ", "Invalid numeral";
        NumberOutOfRange: "Số có quá nhiều chữ số", "Number out of range";
        Reversed: "Khoảng đảo ngược", "Reversed range";
        AmbiguousSign: "Dấu “-” chưa rõ", "Ambiguous sign";
        TooLong: "Quá dài", "Too long";
        NoDate: "Không có thời hạn", "No date";
        NoSuchDate: "Ngày không có trong lịch", "No such day";
        NoSuchPeriod: "Kỳ không có trong lịch", "No such period";
        NoYear: "Thiếu năm", "No year";
        YearOutOfRange: "Năm ngoài phạm vi", "Year out of range";
        TooManyItems: "Quá nhiều nội dung", "Too many items";
        UnknownCycle: "Chu kỳ không thuộc kỳ báo cáo", "Unknown cycle";
        UnknownAgency: "Cơ quan chưa nhận diện", "Unknown agency";
        WorkingDays: "Ngày làm việc", "Working days";
        DueUnclear: "Ngày nộp chưa rõ kỳ báo cáo", "Due day unclear";
        CycleInferred: "Kỳ báo cáo suy ra", "Cycle inferred";
        Undated: "Không có kỳ và ngày", "Undated";
        HourNotJudged: "Không xét giờ", "Hour not judged";
        Approximate: "Số ước chừng", "Approximate";
        OtherYear: "Năm khác mốc", "Another year";
        SeveralYears: "Nhiều năm trong một ô", "Several years";
        SharesOfAWhole: "Cơ cấu của tổng thể", "Shares of a whole";
        SeveralPlaces: "Nhiều địa phương", "Several places";
        Alternatives: "Yêu cầu thay thế nhau", "Alternatives";
        Fraction: "Phân số", "Fraction";
        RelativeToAnother: "Chênh lệch so với giá trị khác", "Relative to another value";
        OpenRange: "Khoảng không gồm cả hai đầu", "Open range";
        StartsFrom: "Mức xuất phát", "Starting level";
        Restated: "Yêu cầu nêu lại", "Requirement restated";
        Stretch: "Mức phấn đấu cao hơn", "Stretch level";
        EmptyMarker: "Ký hiệu ô trống", "Marker of an empty cell";
        SpreadsheetError: "Lỗi của bảng tính", "Spreadsheet error";
        NumberInWords: "Số viết bằng chữ", "Number in words";
        UnitScaled: "Đã quy đổi đơn vị", "Unit converted";
        SeveralDates: "Nhiều thời điểm trong một ô", "Several dates";
        SeveralCycles: "Nhiều chu kỳ trong một ô", "Several cycles";
    }
}

labels! {
    Change {
        Increase: "Tăng", "Increase";
        Decrease: "Giảm", "Decrease";
    }
}

labels! {
    TargetKind {
        AtLeast: "Tối thiểu", "At least";
        MoreThan: "Lớn hơn", "More than";
        AtMost: "Tối đa", "At most";
        LessThan: "Nhỏ hơn", "Less than";
        Equal: "Bằng", "Equal";
        Reach: "Đạt mức", "Reach";
        Interval: "Trong khoảng", "Interval";
        Presence: "Có hoặc không", "Presence";
        Qualitative: "Định tính", "Qualitative";
        Deferred: "Chưa ấn định", "Deferred";
        None: "Không đặt mục tiêu", "None";
        Several: "Nhiều yêu cầu", "Several";
        Unrecognised: "Chưa đọc được", "Not read";
    }
}

labels! {
    Source {
        Published: "Bản công bố", "Published";
        Ocr: "Bản quét", "Scan";
        Checked: "Bản quét đã đối chiếu", "Checked scan";
        Illegible: "Không rõ trên bản quét", "Illegible in the scan";
    }
}

labels! {
    DateRule {
        Day: "Ngày ghi", "Day";
        MonthEnd: "Ngày cuối tháng", "End of month";
        MonthDay: "Ngày đã chọn trong tháng", "Chosen day of month";
        QuarterEnd: "Ngày cuối quý", "End of quarter";
        HalfEnd: "Ngày cuối sáu tháng", "End of half year";
        MonthsEnd: "Các tháng đầu năm", "First months of a year";
        YearEnd: "Ngày cuối năm", "End of year";
        CivilCode146: "Điều 146 Bộ luật Dân sự", "Civil Code art. 146";
        Before: "Trước ngày ghi", "Before";
        BeforeInclusive: "Trước ngày ghi, tính cả ngày đó", "Before, day included";
    }
}

labels! {
    AgencyKind {
        Agency: "Cơ quan", "Agency";
        Group: "Nhóm cơ quan", "Group";
        Unknown: "Chưa nhận diện", "Unknown";
    }
}

labels! {
    Direction {
        HigherIsBetter: "Càng cao càng tốt", "Higher is better";
        LowerIsBetter: "Càng thấp càng tốt", "Lower is better";
    }
}

labels! {
    DecidedBy {
        Declared: "Dữ liệu kế hoạch", "Declared";
        Operator: "Dấu so sánh", "Operator";
        Rank: "Thứ hạng", "Rank";
        Falling: "Số giảm dần", "Falling numbers";
        Default: "Mặc định", "Default";
    }
}

labels! {
    MeasureKind {
        Level: "Mức tại thời điểm", "Level";
        Yearly: "Số trong năm", "Yearly";
        Growth: "Tốc độ tăng", "Growth";
        Cumulative: "Lũy kế", "Cumulative";
        PerStage: "Số của giai đoạn", "Per stage";
    }
}

labels! {
    Derivation {
        Same: "Giữ nguyên", "Same";
        Localised: "Áp dụng cho địa phương", "Localised";
        Widened: "Mở rộng", "Widened";
        Narrowed: "Thu hẹp", "Narrowed";
        Part: "Một phần", "Part";
    }
}
