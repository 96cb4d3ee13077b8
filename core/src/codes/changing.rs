//! Codes of what changed between two assessments, and of what is summed for a province.

use super::codes;

codes! {
    /// What changed in an indicator or a task.
    ///
    /// ```
    /// assert_eq!(tiendo::ChangeKind::MilestoneMoved.as_str(), "milestone-moved");
    /// ```
    ChangeKind {
        /// A milestone's target is met that was not.
        Met = "met",
        /// A milestone's target is no longer met.
        Lost = "lost",
        /// A milestone has passed, and its target is not met.
        Missed = "missed",
        /// The standing towards the same milestone is better.
        Better = "better",
        /// The standing towards the same milestone is worse.
        Worse = "worse",
        /// A verdict or standing is another, neither better nor worse.
        Changed = "changed",
        /// Another milestone decides, and the standing towards it is another.
        MilestoneMoved = "milestone-moved",
        /// A task, or another instance of it, is completed.
        Done = "done",
        /// A task that was completed is open again.
        Reopened = "reopened",
        /// A task, or another instance of it, is overdue.
        Overdue = "overdue",
        /// More of a task's leads have finished, but not all.
        PartDone = "part-done",
        /// A figure known before is another, or was withdrawn.
        Revised = "revised",
        /// The extension that sets a due date is another.
        Extended = "extended",
        /// An amendment is in force on one of the two days only.
        Amended = "amended",
        /// The plan has it now.
        Added = "added",
        /// The plan has it no longer.
        Removed = "removed",
    }
}

codes! {
    /// What a change comes from.
    ///
    /// ```
    /// assert_eq!(tiendo::ChangeCause::Milestone.as_str(), "milestone");
    /// ```
    ChangeCause {
        /// A milestone has passed, or another decides.
        Milestone = "milestone",
        /// The plan was amended.
        Amendment = "amendment",
        /// A figure known before was revised.
        Revision = "revision",
        /// There is a new figure.
        Figure = "figure",
        /// A deadline was extended.
        Extension = "extension",
        /// An exemption was recorded or withdrawn.
        Exemption = "exemption",
        /// What a task waited for has come, or its date was set elsewhere.
        Trigger = "trigger",
        /// The state of work was recorded.
        Update = "update",
        /// Nothing but time.
        Day = "day",
    }
}

codes! {
    /// Why a unit is not in a sum, or why there is no sum.
    ///
    /// ```
    /// assert_eq!(tiendo::RollUpReason::OneUnit.as_str(), "one-unit");
    /// ```
    RollUpReason {
        /// No figure is known.
        NoValue = "no-value",
        /// A percentage without its whole.
        NoDenominator = "no-denominator",
        /// A whole of 0.
        DivisorZero = "divisor-zero",
        /// A unit of another measure.
        UnitDiffers = "unit-differs",
        /// A figure of another thing.
        QualifierDiffers = "qualifier-differs",
        /// The linked indicator takes in more, less, or a part.
        MeasureDiffers = "measure-differs",
        /// Yes, no or a judgement.
        NotNumeric = "not-numeric",
        /// The figure is old.
        Stale = "stale",
        /// The amount of another period than the newest.
        OtherDate = "other-date",
        /// One unit never stands for all.
        OneUnit = "one-unit",
    }
}
