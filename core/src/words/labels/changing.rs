//! Labels of what changed.

use super::labels;
use crate::codes::{ChangeCause, ChangeKind};

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
