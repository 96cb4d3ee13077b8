//! Codes of an assessment: how indicators and tasks stand, and what to know about it.

use super::codes;

codes! {
    /// How an indicator stands on a day.
    ///
    /// ```
    /// assert_eq!(tiendo::IndicatorStanding::SlightlyBehind.as_str(), "slightly_behind");
    /// ```
    IndicatorStanding {
        /// Đạt.
        Met = "met",
        /// Đúng tiến độ.
        OnTrack = "on_track",
        /// Có nguy cơ chậm.
        SlightlyBehind = "slightly_behind",
        /// Chậm tiến độ.
        OffTrack = "off_track",
        /// Diễn biến ngược mục tiêu.
        MovingAway = "moving_away",
        /// Không đạt: its last milestone is past.
        Missed = "missed",
        /// Chưa đặt mục tiêu ở mốc này.
        NotAsked = "not_asked",
        /// Chưa đủ căn cứ đánh giá.
        Undetermined = "undetermined",
    }
}

codes! {
    /// What to know about an indicator's standing, or about the verdict of a passed milestone.
    ///
    /// ```
    /// assert_eq!(tiendo::IndicatorFlag::PartYear.as_str(), "part-year");
    /// ```
    IndicatorFlag {
        /// On or ahead of the path, though its trend falls short: not worse than slightly behind.
        AheadOfPath = "ahead-of-path",
        /// Met, but falling.
        AtRisk = "at-risk",
        /// The declared baseline is not before the newest figure.
        BaselineIgnored = "baseline-ignored",
        /// Short of what the milestone before asked: not better than slightly behind.
        BelowLastMilestone = "below-last-milestone",
        /// The figure is an estimate.
        Estimate = "estimate",
        /// A figure of a day after today is not used.
        FutureObservation = "future-observation",
        /// What was met at a milestone is no longer reached.
        LostSince = "lost-since",
        /// A figure of a day before the milestone's decides it.
        MeasuredEarly = "measured-early",
        /// The figure is of a part of its year.
        PartYear = "part-year",
        /// Other figures are ranks among another number.
        RankBaseChanged = "rank-base-changed",
        /// The newest figure is old.
        Stale = "stale",
    }
}

codes! {
    /// Where a point of a path comes from.
    ///
    /// ```
    /// assert_eq!(tiendo::PathSource::Milestone.as_str(), "milestone");
    /// ```
    PathSource {
        /// The plan's declared baseline.
        Baseline = "baseline",
        /// The first figure known.
        Observation = "observation",
        /// The beginning of a stage.
        Stage = "stage",
        /// A milestone's number.
        Milestone = "milestone",
    }
}

codes! {
    /// Why it is not said how the trend compares with what is needed.
    ///
    /// ```
    /// assert_eq!(tiendo::NeedReason::AtBound.as_str(), "at-bound");
    /// ```
    NeedReason {
        /// The figure is of the milestone's day.
        NoTimeLeft = "no-time-left",
        /// The figure is the number that must be passed.
        AtBound = "at-bound",
        /// There is no trend.
        TooFewPoints = "too-few-points",
    }
}

codes! {
    /// Why no day is projected on which the number is reached.
    ///
    /// ```
    /// assert_eq!(tiendo::ProjectedReason::BeyondHorizon.as_str(), "beyond-horizon");
    /// ```
    ProjectedReason {
        /// It is reached already.
        Reached = "reached",
        /// There is no trend.
        TooFewPoints = "too-few-points",
        /// The figures do not move.
        Flat = "flat",
        /// The figures move away from it.
        MovingAway = "moving-away",
        /// The day lies beyond the horizon.
        BeyondHorizon = "beyond-horizon",
    }
}

codes! {
    /// Why a milestone ahead does not decide.
    ///
    /// ```
    /// assert_eq!(tiendo::SkipReason::NotAsked.as_str(), "not-asked");
    /// ```
    SkipReason {
        /// 0 where higher is better: nothing is asked yet.
        NotAsked = "not-asked",
        /// The cell is empty.
        NoTarget = "no-target",
        /// The target has not been fixed.
        TargetUndetermined = "target-undetermined",
        /// Another indicator stands in.
        ProxyWithoutValue = "proxy-without-value",
        /// The footnote that holds the target has no text.
        FootnoteMissing = "footnote-missing",
        /// The cell was not read.
        Unrecognised = "unrecognised",
    }
}

codes! {
    /// What falls due.
    ///
    /// ```
    /// assert_eq!(tiendo::UpcomingKind::Milestone.as_str(), "milestone");
    /// ```
    UpcomingKind {
        /// A report.
        Report = "report",
        /// A task.
        Task = "task",
        /// A milestone of indicators.
        Milestone = "milestone",
    }
}

codes! {
    /// What a scorecard gathers by.
    ///
    /// ```
    /// assert_eq!(tiendo::ScorecardBy::ReportingUnit.as_str(), "reporting_unit");
    /// ```
    ScorecardBy {
        /// The whole plan.
        Plan = "plan",
        /// A body that leads or cooperates.
        Agency = "agency",
        /// A pillar.
        Pillar = "pillar",
        /// A body that reports figures.
        ReportingUnit = "reporting_unit",
    }
}

codes! {
    /// In which role a body has a scorecard.
    ///
    /// ```
    /// assert_eq!(tiendo::ScorecardRole::Lead.as_str(), "lead");
    /// ```
    ScorecardRole {
        /// It leads.
        Lead = "lead",
        /// It cooperates.
        Cooperating = "cooperating",
    }
}

codes! {
    /// How a standing is found before a milestone: `line` by the slope of the figures, `cagr` by compound growth.
    ///
    /// ```
    /// assert_eq!(tiendo::Method::Line.as_str(), "line");
    /// ```
    Method {
        /// Along a straight line.
        Line = "line",
        /// By compound growth a year.
        Cagr = "cagr",
    }
}
