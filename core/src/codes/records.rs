//! Codes of records and of what follows for tasks: kinds of records, states, standings, flags.

use super::codes;

codes! {
    /// What a record is about.
    ///
    /// ```
    /// assert_eq!(tiendo::RecordType::Observation.as_str(), "observation");
    /// ```
    #[non_exhaustive]
    RecordType {
        /// A measured value of an indicator.
        Observation = "observation",
        /// How a task stands.
        TaskUpdate = "task_update",
        /// A report sent.
        Submission = "submission",
        /// That what a task waits for has come.
        Trigger = "trigger",
        /// The date of a task whose cell refers to another text.
        OutsideDate = "outside_date",
        /// Another last day for a task.
        Extension = "extension",
        /// A body that need not report, or a task that need not be done.
        Exemption = "exemption",
        /// A change of the plan.
        Amendment = "amendment",
        /// A record withdrawn.
        Retraction = "retraction",
    }
}

codes! {
    /// How firm an observation is; the later in this list wins.
    ///
    /// ```
    /// assert!(tiendo::ObservationStatus::Official > tiendo::ObservationStatus::Estimate);
    /// ```
    ObservationStatus {
        /// Ước.
        Estimate = "estimate",
        /// Sơ bộ.
        Preliminary = "preliminary",
        /// Chính thức.
        Official = "official",
    }
}

codes! {
    /// How a task stands by one update.
    ///
    /// ```
    /// assert_eq!(tiendo::TaskState::InProgress.as_str(), "in_progress");
    /// ```
    TaskState {
        /// Chưa thực hiện.
        NotStarted = "not_started",
        /// Đang thực hiện.
        InProgress = "in_progress",
        /// Hoàn thành.
        Completed = "completed",
        /// Tạm dừng.
        Suspended = "suspended",
        /// Đã dừng.
        Cancelled = "cancelled",
    }
}

codes! {
    /// What an amendment changes.
    ///
    /// ```
    /// assert_eq!(tiendo::AmendmentChange::Deadline.as_str(), "deadline");
    /// ```
    AmendmentChange {
        /// An indicator's cell of a milestone.
        Target = "target",
        /// A task's deadline cell.
        Deadline = "deadline",
        /// The lead cell of an indicator or a task.
        Lead = "lead",
        /// An indicator or a task is taken out.
        Remove = "remove",
        /// An indicator or a task is added.
        Add = "add",
    }
}

codes! {
    /// The standing of a task on a day.
    ///
    /// ```
    /// assert_eq!(tiendo::TaskStanding::NotBegunPeriod.as_str(), "not_begun_period");
    /// ```
    TaskStanding {
        /// Không thuộc diện thực hiện.
        Exempt = "exempt",
        /// Đã dừng.
        Cancelled = "cancelled",
        /// Tạm dừng.
        Suspended = "suspended",
        /// Hoàn thành đúng hạn.
        CompletedOnTime = "completed_on_time",
        /// Hoàn thành quá hạn.
        CompletedLate = "completed_late",
        /// Hoàn thành (không có thời hạn).
        CompletedUndated = "completed_undated",
        /// Chờ văn bản cấp trên.
        Awaiting = "awaiting",
        /// Thường xuyên.
        Ongoing = "ongoing",
        /// Thường xuyên, chưa cập nhật.
        OngoingStale = "ongoing_stale",
        /// Không xác định thời hạn.
        Undated = "undated",
        /// Quá hạn, chưa hoàn thành.
        Overdue = "overdue",
        /// Đang thực hiện.
        InProgress = "in_progress",
        /// Chưa thực hiện (trong hạn).
        NotStarted = "not_started",
        /// Chưa đến thời gian thực hiện.
        NotBegunPeriod = "not_begun_period",
    }
}

codes! {
    /// What to know of a task beside its standing.
    ///
    /// ```
    /// assert_eq!(tiendo::TaskFlag::DueSoon.as_str(), "due-soon");
    /// ```
    TaskFlag {
        /// Open, in time, and its last day is near.
        DueSoon = "due-soon",
        /// Its last day was set by an extension.
        Extended = "extended",
        /// That extension was decided after the day it replaced.
        ExtendedWhenOverdue = "extended-when-overdue",
        /// An older instance is overdue.
        MissedInstances = "missed-instances",
        /// It was stopped without a document.
        NoDecision = "no-decision",
        /// It was completed without evidence.
        NoEvidence = "no-evidence",
        /// What was reported does not follow from the dates, or contradicts itself.
        StatusContradictsDates = "status-contradicts-dates",
    }
}
