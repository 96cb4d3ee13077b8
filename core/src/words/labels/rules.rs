//! Labels of the rules that decide.

use super::labels;
use crate::codes::{ComparisonRule, RuleCode, StandingRule};

labels! {
    RuleCode {
        AtLeast: "Tối thiểu", "At least";
        MoreThan: "Lớn hơn", "More than";
        AtMost: "Tối đa", "At most";
        LessThan: "Nhỏ hơn", "Less than";
        Equal: "Bằng", "Equal";
        Reach: "Đạt mức", "Reach";
        Exactly: "Đúng bằng", "Exactly";
        Interval: "Trong khoảng", "Interval";
        Presence: "Có hoặc không", "Presence";
        Qualitative: "Định tính", "Qualitative";
        Deferred: "Chưa ấn định", "Deferred";
        None: "Không đặt mục tiêu", "No target";
        Several: "Nhiều yêu cầu", "Several";
        Unrecognised: "Chưa đọc được", "Not read";
        NotAsked: "Chưa yêu cầu", "Not asked yet";
        Rising: "Tăng dần", "Rising";
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
        OfNextMonth: "Tháng sau", "Of the next month";
        NextWorkingDay: "Ngày làm việc kế tiếp", "Next working day";
        PreviousWorkingDay: "Ngày làm việc liền trước", "Previous working day";
        Grace: "Gia hạn", "Grace";
        Undated: "Không xác định thời hạn", "Undated";
        OnTime: "Đúng hạn", "On time";
        Late: "Trễ hạn", "Late";
        Missing: "Chưa nộp", "Missing";
        NotDue: "Chưa đến hạn", "Not due yet";
        Exempt: "Không phải nộp", "Exempt";
        Cancelled: "Đã dừng", "Cancelled";
        Suspended: "Tạm dừng", "Suspended";
        CompletedOnTime: "Hoàn thành đúng hạn", "Completed on time";
        CompletedLate: "Hoàn thành quá hạn", "Completed late";
        CompletedUndated: "Hoàn thành (không có thời hạn)", "Completed (no deadline)";
        Awaiting: "Chờ văn bản cấp trên", "Awaiting an upper document";
        Ongoing: "Thường xuyên", "Continuing";
        OngoingStale: "Thường xuyên, chưa cập nhật", "Continuing, not updated";
        Overdue: "Quá hạn, chưa hoàn thành", "Overdue";
        InProgress: "Đang thực hiện", "In progress";
        NotStarted: "Chưa thực hiện (trong hạn)", "Not started (in time)";
        NotBegunPeriod: "Chưa đến thời gian thực hiện", "Not yet to be begun";
        Met: "Đã đạt", "Met";
        Need: "Tốc độ so với mức cần", "Needed pace";
        Held: "Giữ mức đã đặt", "To be held";
        Path: "Theo lộ trình", "Path";
        PartYear: "Tính theo phần năm đã qua", "Part of a year";
        SmallWhole: "Số nguyên nhỏ", "Small whole number";
        AtBound: "Bằng đúng mức phải vượt", "At the bound";
        NoTimeLeft: "Đúng ngày của mốc", "No time left";
        EqualExactly: "Yêu cầu đúng bằng", "Exactly equal";
        Cagr: "Tăng trưởng kép", "Compound growth";
        LastMilestone: "Theo mốc cuối", "Last milestone";
        NoTrend: "Chưa có xu hướng", "No trend";
        NoValue: "Chưa có số liệu dùng được", "No usable figure";
        Undetermined: "Chưa có mốc để đánh giá", "No milestone decides";
    }
}

labels! {
    ComparisonRule {
        AtLeast: "Tối thiểu", "At least";
        MoreThan: "Lớn hơn", "More than";
        AtMost: "Tối đa", "At most";
        LessThan: "Nhỏ hơn", "Less than";
        Equal: "Bằng", "Equal";
        Reach: "Đạt mức", "Reach";
        Exactly: "Đúng bằng", "Exactly";
        Interval: "Trong khoảng", "Interval";
        Presence: "Có hoặc không", "Presence";
        Qualitative: "Định tính", "Qualitative";
        Deferred: "Chưa ấn định", "Deferred";
        None: "Không đặt mục tiêu", "No target";
        Several: "Nhiều yêu cầu", "Several";
        Unrecognised: "Chưa đọc được", "Not read";
        NotAsked: "Chưa yêu cầu", "Not asked yet";
        Rising: "Tăng dần", "Rising";
    }
}

labels! {
    StandingRule {
        Met: "Đã đạt", "Met";
        Need: "Tốc độ so với mức cần", "Needed pace";
        Held: "Giữ mức đã đặt", "To be held";
        Path: "Theo lộ trình", "Path";
        PartYear: "Tính theo phần năm đã qua", "Part of a year";
        SmallWhole: "Số nguyên nhỏ", "Small whole number";
        AtBound: "Bằng đúng mức phải vượt", "At the bound";
        NoTimeLeft: "Đúng ngày của mốc", "No time left";
        EqualExactly: "Yêu cầu đúng bằng", "Exactly equal";
        Cagr: "Tăng trưởng kép", "Compound growth";
        Presence: "Có hoặc không", "Presence";
        Qualitative: "Định tính", "Qualitative";
        Several: "Nhiều yêu cầu", "Several";
        LastMilestone: "Theo mốc cuối", "Last milestone";
        NotAsked: "Chưa yêu cầu", "Not asked yet";
        Rising: "Tăng dần", "Rising";
        NoTrend: "Chưa có xu hướng", "No trend";
        NoValue: "Chưa có số liệu dùng được", "No usable figure";
        Undetermined: "Chưa có mốc để đánh giá", "No milestone decides";
    }
}
