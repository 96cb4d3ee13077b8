//! Labels of the codes of records and of standings of tasks.

use super::labels;
use crate::codes::{AmendmentChange, ObservationStatus, RecordType, TaskFlag, TaskStanding, TaskState};

labels! {
    RecordType {
        Observation: "Số liệu", "Observation";
        TaskUpdate: "Cập nhật nhiệm vụ", "Task update";
        Submission: "Báo cáo đã gửi", "Submission";
        Trigger: "Văn bản cấp trên đã ban hành", "Trigger";
        OutsideDate: "Thời hạn theo văn bản khác", "Outside date";
        Extension: "Gia hạn", "Extension";
        Exemption: "Miễn thực hiện", "Exemption";
        Amendment: "Điều chỉnh kế hoạch", "Amendment";
        Retraction: "Rút lại bản ghi", "Retraction";
    }
}

labels! {
    ObservationStatus {
        Estimate: "Ước", "Estimate";
        Preliminary: "Sơ bộ", "Preliminary";
        Official: "Chính thức", "Official";
    }
}

labels! {
    TaskState {
        NotStarted: "Chưa thực hiện", "Not started";
        InProgress: "Đang thực hiện", "In progress";
        Completed: "Hoàn thành", "Completed";
        Suspended: "Tạm dừng", "Suspended";
        Cancelled: "Đã dừng", "Cancelled";
    }
}

labels! {
    AmendmentChange {
        Target: "Mục tiêu", "Target";
        Deadline: "Thời hạn", "Deadline";
        Lead: "Cơ quan chủ trì", "Lead agency";
        Remove: "Đưa ra khỏi kế hoạch", "Removed";
        Add: "Bổ sung vào kế hoạch", "Added";
    }
}

labels! {
    TaskStanding {
        Exempt: "Không thuộc diện thực hiện", "Exempt";
        Cancelled: "Đã dừng", "Cancelled";
        Suspended: "Tạm dừng", "Suspended";
        CompletedOnTime: "Hoàn thành đúng hạn", "Completed on time";
        CompletedLate: "Hoàn thành quá hạn", "Completed late";
        CompletedUndated: "Hoàn thành (không có thời hạn)", "Completed (no deadline)";
        Awaiting: "Chờ văn bản cấp trên", "Awaiting an upper document";
        Ongoing: "Thường xuyên", "Continuing";
        OngoingStale: "Thường xuyên, chưa cập nhật", "Continuing, not updated";
        Undated: "Không xác định thời hạn", "No deadline";
        Overdue: "Quá hạn, chưa hoàn thành", "Overdue";
        InProgress: "Đang thực hiện", "In progress";
        NotStarted: "Chưa thực hiện (trong hạn)", "Not started (in time)";
        NotBegunPeriod: "Chưa đến thời gian thực hiện", "Not yet to be begun";
    }
}

labels! {
    TaskFlag {
        DueSoon: "Sắp đến hạn", "Due soon";
        Extended: "Đã gia hạn", "Extended";
        ExtendedWhenOverdue: "Gia hạn khi đã quá hạn", "Extended when overdue";
        MissedInstances: "Có kỳ trước chưa hoàn thành", "Missed instances";
        NoDecision: "Chưa có văn bản quyết định", "No decision";
        NoEvidence: "Chưa có minh chứng", "No evidence";
        StatusContradictsDates: "Trạng thái báo cáo mâu thuẫn với ngày tháng", "Status contradicts dates";
    }
}
