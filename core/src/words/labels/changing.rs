//! Labels of what changed, and of what is summed.

use super::labels;
use crate::codes::{ChangeCause, ChangeKind, RollUpReason};

labels! {
    ChangeKind {
        Met: "Đạt mục tiêu", "Target met";
        Lost: "Không còn đạt", "No longer met";
        Missed: "Không đạt khi đến mốc", "Missed";
        Better: "Tốt lên", "Better";
        Worse: "Xấu đi", "Worse";
        Changed: "Thay đổi", "Changed";
        MilestoneMoved: "Chuyển mốc xét", "Another milestone";
        Done: "Hoàn thành", "Done";
        Reopened: "Mở lại", "Reopened";
        Overdue: "Mới quá hạn", "Newly overdue";
        PartDone: "Hoàn thành một phần", "Part done";
        Revised: "Số liệu được điều chỉnh", "Figures revised";
        Extended: "Thời hạn được ấn định lại", "Extended";
        Amended: "Kế hoạch được điều chỉnh", "Amended";
        Added: "Bổ sung vào kế hoạch", "Added";
        Removed: "Đưa ra khỏi kế hoạch", "Removed";
    }
}

labels! {
    ChangeCause {
        Milestone: "Qua mốc", "Milestone passed";
        Amendment: "Điều chỉnh kế hoạch", "Amendment";
        Revision: "Điều chỉnh số liệu", "Revision";
        Figure: "Số liệu mới", "New figure";
        Extension: "Gia hạn", "Extension";
        Exemption: "Miễn thực hiện", "Exemption";
        Trigger: "Văn bản cấp trên", "Awaited document";
        Update: "Cập nhật tình hình", "Update";
        Day: "Thời gian", "Time alone";
    }
}

labels! {
    RollUpReason {
        NoValue: "Chưa có số liệu", "No figures";
        NoDenominator: "Thiếu mẫu số", "No denominator";
        DivisorZero: "Mẫu số bằng 0", "Denominator of 0";
        UnitDiffers: "Khác đơn vị tính", "Another unit of measure";
        QualifierDiffers: "Khác đối tượng đo", "Another thing measured";
        MeasureDiffers: "Khác nội dung chỉ tiêu", "Another measure";
        NotNumeric: "Không phải số", "Not a number";
        Stale: "Số liệu đã cũ", "Stale";
        OtherDate: "Khác thời điểm", "Another date";
        OneUnit: "Mới có một đơn vị", "One unit only";
    }
}
