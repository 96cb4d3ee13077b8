//! Labels of findings, of what their places are in, and of how much they weigh.

use super::labels;
use crate::codes::{FindingCode, ItemKind, Severity};

labels! {
    FindingCode {
        TargetWeakens: "Mục tiêu hạ thấp theo mốc", "Target weakens";
        UnitChanges: "Đơn vị tính thay đổi", "Unit changes";
        QualifierChanges: "Đối tượng đo thay đổi", "Thing measured changes";
        UnitInferred: "Đơn vị tính suy ra", "Unit inferred";
        DirectionInferred: "Chiều tốt lên suy ra", "Direction inferred";
        DirectionConflict: "Chiều tốt lên mâu thuẫn", "Conflicting directions";
        KindInferred: "Loại số đo suy ra", "Kind of measure inferred";
        KindAmbiguous: "Loại số đo chưa rõ", "Kind of measure ambiguous";
        RequirementInName: "Yêu cầu nằm trong tên", "Requirement in the name";
        UndatedDemand: "Yêu cầu không ghi năm", "Demand without a year";
        NumberingGap: "Đánh số không liên tục", "Gap in numbering";
        SameMeasure: "Trùng chỉ tiêu", "Same measure twice";
        BodyDiffers: "Nội dung khác phụ lục", "Body and annex differ";
        NoLead: "Thiếu cơ quan chủ trì", "No lead agency";
        NoCooperating: "Thiếu cơ quan phối hợp", "No cooperating agency";
        OrphanedLead: "Cơ quan chủ trì không có kế thừa", "Lead without successor";
        SucceededLead: "Cơ quan chủ trì đã có kế thừa", "Lead with successor";
        UnknownAgency: "Cơ quan chưa nhận diện", "Unknown agency";
        LimitReached: "Vượt giới hạn xử lý", "Limit reached";
        UnreadCell: "Ô chưa đọc được", "Cell not read";
        Illegible: "Ô không rõ trên bản quét", "Illegible in the scan";
        OcrUncertain: "Dấu chưa chắc trên bản quét", "Uncertain sign in the scan";
        FootnoteMissing: "Thiếu chú thích", "Footnote missing";
        HeadingLost: "Mất tiêu đề", "Heading lost";
        NoEffectiveDate: "Thiếu ngày có hiệu lực", "No effective date";
        CalendarUnsourced: "Lịch chưa có nguồn", "Calendar without a source";
        CutoffAfterDue: "Chốt số liệu sau hạn nộp", "Cut-off after due date";
        DeadlineBeforePlan: "Thời hạn trước ngày ban hành", "Deadline before the plan's date";
        EffectiveBeforeIssued: "Hiệu lực trước ngày ban hành", "Effective before issued";
        DueDiffers: "Hạn nộp khác lời văn", "Due day differs from its text";
        LevelDiffers: "Cấp khác cơ quan ban hành", "Level differs from the issuer";
        ShareOverWhole: "Tỷ lệ vượt 100%", "Share over 100%";
        SummaryBeforeReports: "Hạn tổng hợp trước hạn báo cáo thành phần", "Summary due before its reports";
        TargetWeaker: "Yêu cầu thấp hơn cấp trên", "Target weaker";
        TargetEqual: "Yêu cầu bằng cấp trên", "Target equal";
        TargetStronger: "Yêu cầu cao hơn cấp trên", "Target stronger";
        TargetNotComparable: "Không so sánh được mục tiêu", "Targets not comparable";
        MeasureWidened: "Mở rộng phạm vi đo", "Measure widened";
        MeasureNarrowed: "Thu hẹp phạm vi đo", "Measure narrowed";
        DeadlineLater: "Thời hạn muộn hơn cấp trên", "Deadline later";
        DeadlineEarlier: "Thời hạn sớm hơn cấp trên", "Deadline earlier";
        DeadlineChanged: "Thời hạn khác loại", "Deadline of another kind";
        LeadChanged: "Khác cơ quan chủ trì", "Lead changed";
        ItemMissing: "Nội dung cấp trên chưa cụ thể hóa", "Item missing";
        ItemNew: "Nội dung mới", "New item";
        ReportLater: "Hạn báo cáo muộn hơn cấp trên", "Report due later";
        UnmatchedRecord: "Bản ghi không khớp kế hoạch", "Unmatched record";
        FutureRecord: "Bản ghi của ngày chưa đến", "Future record";
        RetractsNothing: "Rút lại bản ghi không có", "Retracts nothing";
        RecordedBeforeDate: "Ghi nhận trước ngày của số liệu", "Recorded before its date";
        SourcesDiffer: "Các nguồn số liệu khác nhau", "Sources differ";
        PlanNotInForce: "Kế hoạch chưa có hiệu lực", "Plan not in force";
    }
}

labels! {
    ItemKind {
        Plan: "Kế hoạch", "Plan";
        Indicator: "Chỉ tiêu", "Indicator";
        Task: "Nhiệm vụ", "Task";
        Pillar: "Nhóm nhiệm vụ", "Pillar";
        Rule: "Quy định báo cáo", "Reporting rule";
        Agency: "Cơ quan", "Agency";
        Record: "Bản ghi", "Record";
    }
}

labels! {
    Severity {
        Error: "Lỗi", "Error";
        Warning: "Cảnh báo", "Warning";
        Info: "Thông tin", "Information";
    }
}
