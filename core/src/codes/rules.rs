//! Codes of the rules that decide: what a [`Why`](crate::Why) names.

use super::codes;
use super::{DateRule, DueStep, ReportStanding, TargetKind, TaskStanding};

codes! {
    /// The rule that decided a result: one flat list, each spelled once.
    ///
    /// ```
    /// use tiendo::{DateRule, RuleCode};
    /// assert_eq!(RuleCode::from(DateRule::MonthEnd), RuleCode::MonthEnd);
    /// ```
    #[non_exhaustive]
    RuleCode {
        /// This much or more.
        AtLeast = "at_least",
        /// Strictly more.
        MoreThan = "more_than",
        /// This much or less.
        AtMost = "at_most",
        /// Strictly less.
        LessThan = "less_than",
        /// Written as equal: reached or better.
        Equal = "equal",
        /// A bare number: reached or better.
        Reach = "reach",
        /// A bare number or `=`, exactly equal by option.
        Exactly = "exactly",
        /// Between two numbers: the weaker bound decides.
        Interval = "interval",
        /// Yes or no.
        Presence = "presence",
        /// A recorded judgement.
        Qualitative = "qualitative",
        /// Left to a footnote, or not fixed yet.
        Deferred = "deferred",
        /// Nothing is asked.
        None = "none",
        /// Every requirement of the cell.
        Several = "several",
        /// The cell was not read.
        Unrecognised = "unrecognised",
        /// 0 where higher is better: nothing is asked yet.
        NotAsked = "not_asked",
        /// The demand for a rise, by option.
        Rising = "rising",
        /// A day, itself the last on time.
        Day = "day",
        /// The last day of a month.
        MonthEnd = "month_end",
        /// The day of the month the caller chose.
        MonthDay = "month_day",
        /// The last day of a quarter.
        QuarterEnd = "quarter_end",
        /// The last day of a half year.
        HalfEnd = "half_end",
        /// The last day of some months from a year's beginning.
        MonthsEnd = "months_end",
        /// The last day of a year.
        YearEnd = "year_end",
        /// The beginning, middle or end of a month or year (Civil Code 2015, art. 146).
        CivilCode146 = "civil_code_146",
        /// "Before": the day before the one written.
        Before = "before",
        /// "Before", with the day written included.
        BeforeInclusive = "before_inclusive",
        /// The month after the period, by option.
        OfNextMonth = "of_next_month",
        /// A day off: the next working day, by option.
        NextWorkingDay = "next_working_day",
        /// A day off: the working day before, by option.
        PreviousWorkingDay = "previous_working_day",
        /// Days of grace, by option.
        Grace = "grace",
        /// Asked for without a date.
        Undated = "undated",
        /// Sent by the last day on time.
        OnTime = "on_time",
        /// Sent after the last day on time.
        Late = "late",
        /// Not sent, and the last day on time is over.
        Missing = "missing",
        /// Not sent, and the last day on time is not over.
        NotDue = "not_due",
        /// Not owed.
        Exempt = "exempt",
        /// Stopped for good.
        Cancelled = "cancelled",
        /// Stopped for a time.
        Suspended = "suspended",
        /// Completed by the last day in force then.
        CompletedOnTime = "completed_on_time",
        /// Completed after the last day in force then.
        CompletedLate = "completed_late",
        /// Completed, without a last day.
        CompletedUndated = "completed_undated",
        /// What it waits for has not come.
        Awaiting = "awaiting",
        /// It continues.
        Ongoing = "ongoing",
        /// It continues, and was not updated.
        OngoingStale = "ongoing_stale",
        /// Open, and the last day is past.
        Overdue = "overdue",
        /// Begun, and the last day is not past.
        InProgress = "in_progress",
        /// Not begun, and the last day is not past.
        NotStarted = "not_started",
        /// Its beginning is to come.
        NotBegunPeriod = "not_begun_period",
        /// The target is met.
        Met = "met",
        /// The slope of the figures beside what is needed.
        Need = "need",
        /// What the milestone before already asked is to be held.
        Held = "held",
        /// The path of the milestones.
        Path = "path",
        /// A part of a year beside as much of the path.
        PartYear = "part_year",
        /// A few whole things: the path in whole numbers.
        SmallWhole = "small_whole",
        /// The number that must be passed.
        AtBound = "at_bound",
        /// The milestone's day.
        NoTimeLeft = "no_time_left",
        /// Exactly the number, by option.
        EqualExactly = "equal_exactly",
        /// Compound growth, by option.
        Cagr = "cagr",
        /// The verdict of the last milestone, which is past.
        LastMilestone = "last_milestone",
        /// Neither a trend nor a path.
        NoTrend = "no_trend",
        /// No figure that can be compared.
        NoValue = "no_value",
        /// No milestone ahead can decide.
        Undetermined = "undetermined",
    }
}

codes! {
    /// What decides the standing of an indicator.
    ///
    /// ```
    /// use tiendo::{RuleCode, StandingRule};
    /// assert_eq!(RuleCode::from(StandingRule::Need), RuleCode::Need);
    /// ```
    StandingRule {
        /// The target is met.
        Met = "met",
        /// The slope of the figures beside what is needed.
        Need = "need",
        /// What the milestone before already asked is to be held.
        Held = "held",
        /// The path of the milestones.
        Path = "path",
        /// A part of a year beside as much of the path.
        PartYear = "part_year",
        /// A few whole things: the path in whole numbers.
        SmallWhole = "small_whole",
        /// The number that must be passed.
        AtBound = "at_bound",
        /// The milestone's day.
        NoTimeLeft = "no_time_left",
        /// Exactly the number, by option.
        EqualExactly = "equal_exactly",
        /// Compound growth, by option.
        Cagr = "cagr",
        /// Yes or no.
        Presence = "presence",
        /// A recorded judgement.
        Qualitative = "qualitative",
        /// Every requirement of the cell.
        Several = "several",
        /// The verdict of the last milestone, which is past.
        LastMilestone = "last_milestone",
        /// 0 where higher is better: nothing is asked yet.
        NotAsked = "not_asked",
        /// The demand for a rise, by option.
        Rising = "rising",
        /// Neither a trend nor a path.
        NoTrend = "no_trend",
        /// No figure that can be compared.
        NoValue = "no_value",
        /// No milestone ahead can decide.
        Undetermined = "undetermined",
    }
}

codes! {
    /// What decides a comparison.
    ///
    /// ```
    /// use tiendo::{ComparisonRule, TargetKind};
    /// assert_eq!(ComparisonRule::from(TargetKind::AtLeast), ComparisonRule::AtLeast);
    /// ```
    ComparisonRule {
        /// This much or more.
        AtLeast = "at_least",
        /// Strictly more.
        MoreThan = "more_than",
        /// This much or less.
        AtMost = "at_most",
        /// Strictly less.
        LessThan = "less_than",
        /// Written as equal: reached or better.
        Equal = "equal",
        /// A bare number: reached or better.
        Reach = "reach",
        /// A bare number or `=`, exactly equal by option.
        Exactly = "exactly",
        /// Between two numbers: the weaker bound decides.
        Interval = "interval",
        /// Yes or no.
        Presence = "presence",
        /// A recorded judgement.
        Qualitative = "qualitative",
        /// Left to a footnote, or not fixed yet.
        Deferred = "deferred",
        /// Nothing is asked.
        None = "none",
        /// Every requirement of the cell.
        Several = "several",
        /// The cell was not read.
        Unrecognised = "unrecognised",
        /// 0 where higher is better: nothing is asked yet.
        NotAsked = "not_asked",
        /// The demand for a rise, by option.
        Rising = "rising",
    }
}

/// Makes one list's codes those of another, by exhaustive match.
macro_rules! becomes {
    ($from:ident => $to:ident: $($variant:ident)+) => {
        impl From<$from> for $to {
            fn from(code: $from) -> $to {
                match code { $($from::$variant => $to::$variant,)+ }
            }
        }
    };
}

becomes! {
    TargetKind => ComparisonRule:
    AtLeast MoreThan AtMost LessThan Equal Reach Interval Presence Qualitative Deferred None Several Unrecognised
}
becomes! {
    ComparisonRule => RuleCode:
    AtLeast MoreThan AtMost LessThan Equal Reach Exactly Interval Presence Qualitative Deferred None Several
    Unrecognised NotAsked Rising
}
becomes! {
    TargetKind => RuleCode:
    AtLeast MoreThan AtMost LessThan Equal Reach Interval Presence Qualitative Deferred None Several Unrecognised
}
becomes! {
    DateRule => RuleCode:
    Day MonthEnd MonthDay QuarterEnd HalfEnd MonthsEnd YearEnd CivilCode146 Before BeforeInclusive
}
becomes! {
    DueStep => RuleCode:
    OfNextMonth MonthEnd Before BeforeInclusive NextWorkingDay PreviousWorkingDay Grace
}
becomes! {
    TaskStanding => RuleCode:
    Exempt Cancelled Suspended CompletedOnTime CompletedLate CompletedUndated Awaiting Ongoing OngoingStale Undated
    Overdue InProgress NotStarted NotBegunPeriod
}
becomes! {
    StandingRule => RuleCode:
    Met Need Held Path PartYear SmallWhole AtBound NoTimeLeft EqualExactly Cagr Presence Qualitative Several
    LastMilestone NotAsked Rising NoTrend NoValue Undetermined
}
becomes! { ReportStanding => RuleCode: OnTime Late Missing NotDue Exempt Undated }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_spelled_as_the_code_it_comes_from() {
        for code in TargetKind::ALL {
            assert_eq!(RuleCode::from(*code).as_str(), code.as_str());
        }
        for code in ComparisonRule::ALL {
            assert_eq!(RuleCode::from(*code).as_str(), code.as_str());
        }
        for code in DateRule::ALL {
            assert_eq!(RuleCode::from(*code).as_str(), code.as_str());
        }
        for code in DueStep::ALL {
            assert_eq!(RuleCode::from(*code).as_str(), code.as_str());
        }
        for code in TaskStanding::ALL {
            assert_eq!(RuleCode::from(*code).as_str(), code.as_str());
        }
        for code in StandingRule::ALL {
            assert_eq!(RuleCode::from(*code).as_str(), code.as_str());
        }
        for code in ReportStanding::ALL {
            assert_eq!(RuleCode::from(*code).as_str(), code.as_str());
        }
    }
}
