//! Labels of reports: cycles, due days, records, standings.

use super::labels;
use crate::codes::{
    ColumnKind, CsvStyle, CsvTable, CutoffRule, Cycle, DayOffShift, DueStep, ExemptReason, Halves,
    ReportForm, ReportFormat, ReportStanding, SelectBy,
};

labels! {
    Cycle {
        Weekly: "Hằng tuần", "Weekly";
        Monthly: "Hằng tháng", "Monthly";
        Quarterly: "Hằng quý", "Quarterly";
        HalfYearly: "6 tháng", "Half-yearly";
        NineMonthly: "9 tháng", "Nine-monthly";
        Yearly: "Hằng năm", "Yearly";
        Term: "Sơ kết, tổng kết", "Term";
        AdHoc: "Đột xuất", "Ad hoc";
        Once: "Một lần", "Once";
    }
}

labels! {
    Halves {
        First: "6 tháng đầu năm", "First half";
        Both: "6 tháng đầu năm và 6 tháng cuối năm", "Both halves";
        Second: "6 tháng cuối năm", "Second half";
    }
}

labels! {
    SelectBy {
        Due: "Theo ngày cuối cùng đúng hạn", "By the last day on time";
        Written: "Theo ngày ghi trong văn bản", "By the date as written";
        Period: "Theo ngày cuối kỳ báo cáo", "By the end of the period";
    }
}

labels! {
    DayOffShift {
        None: "Không dời", "None";
        NextWorkingDay: "Ngày làm việc kế tiếp", "Next working day";
        PreviousWorkingDay: "Ngày làm việc liền trước", "Previous working day";
    }
}

labels! {
    DueStep {
        OfNextMonth: "Tháng sau", "Of the next month";
        MonthEnd: "Ngày cuối tháng", "End of month";
        Before: "Trước ngày ghi", "Before";
        BeforeInclusive: "Trước ngày ghi, tính cả ngày đó", "Before, day included";
        NextWorkingDay: "Ngày làm việc kế tiếp", "Next working day";
        PreviousWorkingDay: "Ngày làm việc liền trước", "Previous working day";
        Grace: "Gia hạn", "Grace";
    }
}

labels! {
    CutoffRule {
        Period: "Theo kỳ báo cáo", "Period";
        Declared: "Theo kế hoạch", "Declared";
        Decree09: "Nghị định 09/2019/NĐ-CP", "Decree 09/2019/NĐ-CP";
    }
}

labels! {
    ExemptReason {
        BodyEnded: "Đã chấm dứt hoạt động", "Body ended";
        BodyNotBegun: "Chưa hoạt động", "Body not begun";
        Recipient: "Là cơ quan nhận báo cáo", "Recipient";
        Recorded: "Được miễn theo bản ghi", "Recorded exemption";
    }
}

labels! {
    ReportStanding {
        OnTime: "Đúng hạn", "On time";
        Late: "Trễ hạn", "Late";
        Missing: "Chưa nộp", "Missing";
        NotDue: "Chưa đến hạn", "Not due yet";
        Exempt: "Không phải nộp", "Exempt";
        Undated: "Không xác định thời hạn", "Undated";
    }
}

labels! {
    ReportForm {
        Government: "Cơ quan nhà nước", "State body";
        Party: "Cơ quan Đảng", "Party body";
    }
}

labels! {
    ReportFormat {
        Markdown: "Văn bản Markdown", "Markdown text";
        Html: "Trang HTML", "HTML page";
        Docx: "Tệp Word (DOCX)", "Word file (DOCX)";
    }
}

labels! {
    ColumnKind {
        Ordinal: "Số thứ tự", "Number";
        Text: "Nội dung", "Text";
        Date: "Ngày", "Date";
        Standing: "Trạng thái", "Standing";
        Figure: "Số liệu", "Figure";
        Count: "Số lượng", "Count";
    }
}

labels! {
    CsvTable {
        Indicators: "Chỉ tiêu", "Indicators";
        Tasks: "Nhiệm vụ", "Tasks";
        Reports: "Báo cáo", "Reports";
        Scorecards: "Bảng tổng hợp", "Scorecards";
    }
}

labels! {
    CsvStyle {
        Standard: "Dấu phẩy (RFC 4180)", "Commas (RFC 4180)";
        Excel: "Excel tiếng Việt (dấu chấm phẩy)", "Vietnamese Excel (semicolons)";
    }
}
