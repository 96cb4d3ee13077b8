//! Codes of findings, their places and their severity.

use super::codes;

codes! {
    /// The kinds of [`Finding`](crate::Finding).
    ///
    /// ```
    /// assert_eq!(tiendo::FindingCode::TargetWeakens.as_str(), "target-weakens");
    /// ```
    #[non_exhaustive]
    FindingCode {
        /// A later milestone asks for less than an earlier one.
        TargetWeakens = "target-weakens",
        /// The unit changes from one milestone to the next.
        UnitChanges = "unit-changes",
        /// The thing measured changes from one milestone to the next.
        QualifierChanges = "qualifier-changes",
        /// A bare number took the unit of its row.
        UnitInferred = "unit-inferred",
        /// Directions the plan does not declare.
        DirectionInferred = "direction-inferred",
        /// A row with both `≥` and `≤`.
        DirectionConflict = "direction-conflict",
        /// Kinds of measure the plan does not declare.
        KindInferred = "kind-inferred",
        /// A name that allows two kinds of measure.
        KindAmbiguous = "kind-ambiguous",
        /// A name that holds a numeric demand of its own.
        RequirementInName = "requirement-in-name",
        /// A demand stated without a year.
        UndatedDemand = "undated-demand",
        /// A code or number left out of its sequence.
        NumberingGap = "numbering-gap",
        /// Two codes whose names say the same.
        SameMeasure = "same-measure",
        /// The body of the document and its annex differ.
        BodyDiffers = "body-differs",
        /// An item without a lead agency.
        NoLead = "no-lead",
        /// A task whose cell of cooperating agencies is empty.
        NoCooperating = "no-cooperating",
        /// A lead that ended with no single successor.
        OrphanedLead = "orphaned-lead",
        /// A lead that ended and has one successor.
        SucceededLead = "succeeded-lead",
        /// A name the registry does not know.
        UnknownAgency = "unknown-agency",
        /// More than a limit lets a call look through; what was left out is said.
        LimitReached = "limit-reached",
        /// A cell that was not read.
        UnreadCell = "unread-cell",
        /// Cells a scan left illegible.
        Illegible = "illegible",
        /// Cells of a scan whose signs are uncertain.
        OcrUncertain = "ocr-uncertain",
        /// A footnote mark without its text.
        FootnoteMissing = "footnote-missing",
        /// A heading the published text lost.
        HeadingLost = "heading-lost",
        /// Reporting rules of a plan that does not say when it takes effect.
        NoEffectiveDate = "no-effective-date",
        /// Reports whose day-off shift needs a year the calendar does not know: they keep their unshifted day.
        CalendarUnsourced = "calendar-unsourced",
        /// A report whose data are closed only after its last timely day.
        CutoffAfterDue = "cutoff-after-due",
        /// Deadlines before the day the plan was issued.
        DeadlineBeforePlan = "deadline-before-plan",
        /// A plan or its reporting rules in force before the day it was issued.
        EffectiveBeforeIssued = "effective-before-issued",
        /// A reporting rule whose due day is another than that of its own words.
        DueDiffers = "due-differs",
        /// A level that is not its issuer's.
        LevelDiffers = "level-differs",
        /// Shares of more than the whole.
        ShareOverWhole = "share-over-whole",
        /// A summary due before the reports it sums up.
        SummaryBeforeReports = "summary-before-reports",
        /// The lower plan asks for less than the upper one.
        TargetWeaker = "target-weaker",
        /// The lower plan asks for the same.
        TargetEqual = "target-equal",
        /// The lower plan asks for more.
        TargetStronger = "target-stronger",
        /// The two targets cannot be compared: other units, prose, a scan.
        TargetNotComparable = "target-not-comparable",
        /// The lower plan's measure takes in more.
        MeasureWidened = "measure-widened",
        /// The lower plan's measure takes in less.
        MeasureNarrowed = "measure-narrowed",
        /// The lower plan's deadline is later.
        DeadlineLater = "deadline-later",
        /// The lower plan's deadline is earlier.
        DeadlineEarlier = "deadline-earlier",
        /// The deadlines are of different kinds.
        DeadlineChanged = "deadline-changed",
        /// Another body leads.
        LeadChanged = "lead-changed",
        /// Items of the upper plan that none of the lower plan's derives from.
        ItemMissing = "item-missing",
        /// Items of the lower plan that derive from none of the upper plan's.
        ItemNew = "item-new",
        /// A report due later in the lower plan than the upper one allows.
        ReportLater = "report-later",
        /// Records of items, bodies or rules that the plan does not have.
        UnmatchedRecord = "unmatched-record",
        /// Records of a day after the one judged.
        FutureRecord = "future-record",
        /// Retractions of records that are not known.
        RetractsNothing = "retracts-nothing",
        /// Figures that are no estimates and were recorded before the day they speak of.
        RecordedBeforeDate = "recorded-before-date",
        /// Figures of one day that several bodies report, and not the same.
        SourcesDiffer = "sources-differ",
        /// A day before the plan is in force.
        PlanNotInForce = "plan-not-in-force",
    }
}

codes! {
    /// What a place is in.
    ///
    /// ```
    /// assert_eq!(tiendo::ItemKind::Indicator.as_str(), "indicator");
    /// ```
    ItemKind {
        /// The plan as a whole.
        Plan = "plan",
        /// An indicator.
        Indicator = "indicator",
        /// A task.
        Task = "task",
        /// A pillar.
        Pillar = "pillar",
        /// A rule of the reporting regime.
        Rule = "rule",
        /// A body or group, by its name.
        Agency = "agency",
        /// A record, by its id.
        Record = "record",
    }
}

codes! {
    /// How much a [`Finding`](crate::Finding) weighs, the heaviest first.
    ///
    /// ```
    /// use tiendo::{FindingCode, Severity};
    /// assert!(Severity::Error < Severity::Warning && Severity::Warning < Severity::Info);
    /// assert_eq!(FindingCode::DirectionInferred.severity(), Severity::Info);
    /// ```
    Severity {
        /// Something contradicts itself or the plan above, or cannot be read or carried out as it stands: to be put right.
        Error = "error",
        /// Probably not what was meant, or not enough to go by: somebody should look.
        Warning = "warning",
        /// As it may well be; good to know.
        Info = "info",
    }
}

impl FindingCode {
    /// How much findings of this kind weigh.
    ///
    /// ```
    /// use tiendo::{FindingCode, Severity};
    /// assert_eq!(FindingCode::UnreadCell.severity(), Severity::Error);
    /// assert_eq!(FindingCode::NumberingGap.severity(), Severity::Warning);
    /// ```
    pub const fn severity(self) -> Severity {
        use FindingCode as Code;
        match self {
            Code::UnreadCell
            | Code::LimitReached
            | Code::CutoffAfterDue
            | Code::EffectiveBeforeIssued
            | Code::DueDiffers
            | Code::LevelDiffers
            | Code::ShareOverWhole
            | Code::SummaryBeforeReports
            | Code::TargetWeaker
            | Code::DeadlineLater
            | Code::ReportLater => Severity::Error,
            Code::TargetWeakens
            | Code::DirectionConflict
            | Code::KindAmbiguous
            | Code::UndatedDemand
            | Code::NumberingGap
            | Code::SameMeasure
            | Code::BodyDiffers
            | Code::NoLead
            | Code::OrphanedLead
            | Code::UnknownAgency
            | Code::Illegible
            | Code::OcrUncertain
            | Code::FootnoteMissing
            | Code::NoEffectiveDate
            | Code::CalendarUnsourced
            | Code::DeadlineBeforePlan
            | Code::MeasureNarrowed
            | Code::TargetNotComparable
            | Code::DeadlineChanged
            | Code::ItemMissing
            | Code::UnmatchedRecord
            | Code::RetractsNothing
            | Code::RecordedBeforeDate
            | Code::SourcesDiffer
            | Code::PlanNotInForce => Severity::Warning,
            Code::UnitChanges
            | Code::QualifierChanges
            | Code::UnitInferred
            | Code::DirectionInferred
            | Code::KindInferred
            | Code::RequirementInName
            | Code::NoCooperating
            | Code::SucceededLead
            | Code::HeadingLost
            | Code::TargetEqual
            | Code::TargetStronger
            | Code::MeasureWidened
            | Code::DeadlineEarlier
            | Code::LeadChanged
            | Code::ItemNew
            | Code::FutureRecord => Severity::Info,
        }
    }
}
