//! Labels of assessments.

use super::labels;
use crate::codes::{
    IndicatorFlag, IndicatorStanding, Method, NeedReason, PathSource, ProjectedReason, ScorecardBy,
    ScorecardRole, SkipReason, UpcomingKind,
};

labels! {
    IndicatorStanding {
        Met: "Đạt", "Met";
        OnTrack: "Đúng tiến độ", "On track";
        SlightlyBehind: "Có nguy cơ chậm", "At risk of delay";
        OffTrack: "Chậm tiến độ", "Behind schedule";
        MovingAway: "Diễn biến ngược mục tiêu", "Moving away from target";
        Missed: "Không đạt", "Missed";
        NotAsked: "Chưa đặt mục tiêu ở mốc này", "No target at this milestone";
        Undetermined: "Chưa đủ căn cứ đánh giá", "Cannot be judged yet";
    }
}

labels! {
    IndicatorFlag {
        AheadOfPath: "Đang vượt lộ trình", "Ahead of the path";
        AtRisk: "Có nguy cơ không giữ được", "At risk";
        BaselineIgnored: "Không dùng số liệu gốc", "Baseline not used";
        BelowLastMilestone: "Thấp hơn mốc trước", "Below the last milestone";
        Estimate: "Số ước", "Estimate";
        FutureObservation: "Có số liệu của ngày chưa tới", "A figure of a day to come";
        LostSince: "Đã đạt nhưng không giữ được", "Lost since";
        MeasuredEarly: "Đo trước thời điểm mốc", "Measured early";
        PartYear: "Số liệu chưa đủ năm", "Part of a year";
        RankBaseChanged: "Thay đổi số đơn vị xếp hạng", "Ranked among another number";
        Stale: "Số liệu đã cũ", "Stale";
    }
}

labels! {
    PathSource {
        Baseline: "Số liệu gốc", "Baseline";
        Observation: "Số liệu đầu tiên", "First figure";
        Stage: "Đầu giai đoạn", "Beginning of the stage";
        Milestone: "Mốc", "Milestone";
    }
}

labels! {
    NeedReason {
        NoTimeLeft: "Không còn thời gian", "No time left";
        AtBound: "Bằng đúng mức phải vượt", "At the bound";
        TooFewPoints: "Chưa đủ số liệu", "Too few figures";
    }
}

labels! {
    ProjectedReason {
        Reached: "Đã đạt mức", "Reached";
        TooFewPoints: "Chưa đủ số liệu", "Too few figures";
        Flat: "Không thay đổi", "Flat";
        MovingAway: "Diễn biến ngược", "Moving away";
        BeyondHorizon: "Ngoài thời gian xem xét", "Beyond the horizon";
    }
}

labels! {
    SkipReason {
        NotAsked: "Chưa yêu cầu", "Not asked yet";
        NoTarget: "Không đặt mục tiêu", "No target";
        TargetUndetermined: "Mục tiêu chưa xác định", "Target not fixed";
        ProxyWithoutValue: "Tính theo chỉ tiêu khác", "Another indicator stands in";
        FootnoteMissing: "Thiếu nội dung chú thích", "Footnote missing";
        Unrecognised: "Chưa đọc được", "Not read";
    }
}

labels! {
    UpcomingKind {
        Report: "Báo cáo", "Report";
        Task: "Nhiệm vụ", "Task";
        Milestone: "Mốc của chỉ tiêu", "Milestone";
    }
}

labels! {
    Method {
        Line: "Theo đường thẳng", "Straight line";
        Cagr: "Theo tăng trưởng kép", "Compound growth";
    }
}

labels! {
    ScorecardBy {
        Plan: "Toàn kế hoạch", "Whole plan";
        Agency: "Cơ quan", "Agency";
        Pillar: "Nhóm nhiệm vụ", "Pillar";
        ReportingUnit: "Đơn vị báo cáo", "Reporting unit";
    }
}

labels! {
    ScorecardRole {
        Lead: "Chủ trì", "Lead";
        Cooperating: "Phối hợp", "Cooperating";
    }
}
