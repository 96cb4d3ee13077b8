//! Codes of what was read: cells, rows, bodies, links.

use super::codes;

codes! {
    /// The kinds of [`Note`](crate::Note).
    ///
    /// ```
    /// assert_eq!(tiendo::NoteCode::UnitInferred.as_str(), "unit-inferred");
    /// ```
    #[non_exhaustive]
    NoteCode {
        /// One mark, three digits after it: thousands or decimals.
        AmbiguousNumber = "ambiguous-number",
        /// A bare number that took the unit of its row.
        UnitInferred = "unit-inferred",
        /// The unit differs from that of the milestone before.
        UnitChanges = "unit-changes",
        /// The thing measured differs from that of the milestone before.
        QualifierChanges = "qualifier-changes",
        /// The cell's own unit differs from the unit column's.
        UnitOverridesColumn = "unit-overrides-column",
        /// A scan's `>` read as `≥`.
        OcrUncertain = "ocr-uncertain",
        /// A scan's share above 100 %.
        Implausible = "implausible",
        /// A cell the scan left unreadable.
        Illegible = "illegible",
        /// A dash where a target would stand.
        Dash = "dash",
        /// 0 where higher is better: nothing is asked at this milestone.
        NotAsked = "not-asked",
        /// The footnote the cell names has no text.
        FootnoteMissing = "footnote-missing",
        /// The footnote, or the cell, says the target is not fixed yet.
        TargetUndetermined = "target-undetermined",
        /// The footnote puts another indicator in this one's place.
        Proxy = "proxy",
        /// The footnote's text fits no form.
        FootnoteUnread = "footnote-unread",
        /// No unambiguous direction: the row has both `≥` and `≤`.
        DirectionConflict = "direction-conflict",
        /// The kind of measure was taken from the name.
        KindInferred = "kind-inferred",
        /// The name allows two kinds of measure (`thêm`).
        KindAmbiguous = "kind-ambiguous",
        /// The name holds a second demand of its own.
        RequirementInName = "requirement-in-name",
        /// The lead is the parent's.
        LeadInherited = "lead-inherited",
        /// The published text lost the heading; the plan's data sets it.
        HeadingLost = "heading-lost",
        /// The text was taken from another document, which is named beside it.
        TakenFromElsewhere = "taken-from-elsewhere",
        /// The cell is empty.
        Empty = "empty",
        /// Text that fits no form.
        UnreadText = "unread-text",
        /// A numeral whose marks cannot stand where they do.
        BadNumeral = "bad-numeral",
        /// A number too long for six decimals or too large.
        NumberOutOfRange = "number-out-of-range",
        /// An interval or a span that ends before it begins.
        Reversed = "reversed",
        /// A sign that may be a minus or a bullet.
        AmbiguousSign = "ambiguous-sign",
        /// Longer than a cell may be.
        TooLong = "too-long",
        /// No date in the text.
        NoDate = "no-date",
        /// A day the calendar does not have.
        NoSuchDate = "no-such-date",
        /// A month, quarter or half the calendar does not have.
        NoSuchPeriod = "no-such-period",
        /// A day, month or quarter without its year.
        NoYear = "no-year",
        /// A year outside 1900 to 2200.
        YearOutOfRange = "year-out-of-range",
        /// More items of a task than a cell may number.
        TooManyItems = "too-many-items",
        /// A cycle that is not one of those reports use.
        UnknownCycle = "unknown-cycle",
        /// Words of no body or group that the registry knows.
        UnknownAgency = "unknown-agency",
        /// Days after an event that are working days: counting them needs a calendar.
        WorkingDays = "working-days",
        /// A day by which a report is due, of no cycle that the text names.
        DueUnclear = "due-unclear",
        /// A cycle or a year that no word names, taken from a report's days.
        CycleInferred = "cycle-inferred",
        /// A duty of every day, which has no period and no date.
        Undated = "undated",
        /// An hour of a day, which nothing judges.
        HourNotJudged = "hour-not-judged",
        /// A number said to be about so much (`khoảng`).
        Approximate = "approximate",
        /// The cell names a year that is not its milestone's.
        OtherYear = "other-year",
        /// Numbers for more than one year in one cell.
        SeveralYears = "several-years",
        /// The shares that make up a whole, which no one value has.
        SharesOfAWhole = "shares-of-a-whole",
        /// Each place has a number of its own.
        SeveralPlaces = "several-places",
        /// Either of two requirements (`hoặc`).
        Alternatives = "alternatives",
        /// A fraction of what is not counted: no exact number.
        Fraction = "fraction",
        /// How much better than another value, which the cell does not give.
        RelativeToAnother = "relative-to-another",
        /// A range without one of its bounds (`đến dưới 60%`), which no interval is.
        OpenRange = "open-range",
        /// The level the value starts from (`từ 5% lên 10%`), which asks for nothing.
        StartsFrom = "starts-from",
        /// The same requirement in another form, which asks for nothing more.
        Restated = "restated",
        /// A higher level to strive for (`phấn đấu 12%`) beside the one that is asked.
        Stretch = "stretch",
        /// What a program writes for an empty cell: `N/A`, `nan`, `null`.
        EmptyMarker = "empty-marker",
        /// A spreadsheet's error where a value would stand: `#REF!`.
        SpreadsheetError = "spreadsheet-error",
        /// Words that may be a number, where nothing says so.
        NumberInWords = "number-in-words",
        /// A number written in another scale of its row's unit, and converted.
        UnitScaled = "unit-scaled",
        /// Several dates in one cell, of which it is not said which is due.
        SeveralDates = "several-dates",
        /// Several cycles in one cell.
        SeveralCycles = "several-cycles",
    }
}

codes! {
    /// What a target asks for.
    ///
    /// ```
    /// assert_eq!(tiendo::TargetKind::AtLeast.as_str(), "at_least");
    /// ```
    TargetKind {
        /// `≥`: this much or more.
        AtLeast = "at_least",
        /// `>`: strictly more.
        MoreThan = "more_than",
        /// `≤`: this much or less.
        AtMost = "at_most",
        /// `<`: strictly less.
        LessThan = "less_than",
        /// `=`, as written.
        Equal = "equal",
        /// A bare number: reach it or better.
        Reach = "reach",
        /// Between two numbers; the weaker bound decides.
        Interval = "interval",
        /// Yes or no, with a number where one is written.
        Presence = "presence",
        /// Prose: only a recorded judgement says whether it is met.
        Qualitative = "qualitative",
        /// Left to a footnote, or not fixed yet.
        Deferred = "deferred",
        /// Nothing is asked at this milestone.
        None = "none",
        /// Several requirements, all of which must hold.
        Several = "several",
        /// A number in no known form; the notes have the place.
        Unrecognised = "unrecognised",
    }
}

codes! {
    /// Which way a value is to change, where a target says by how much.
    ///
    /// ```
    /// assert_eq!(tiendo::Change::Decrease.as_str(), "decrease");
    /// ```
    Change {
        /// `tăng`: up by the number.
        Increase = "increase",
        /// `giảm`: down by the number.
        Decrease = "decrease",
    }
}

codes! {
    /// How the text of a cell was obtained.
    ///
    /// ```
    /// assert_eq!(tiendo::Source::Ocr.as_str(), "ocr");
    /// ```
    #[derive(Default)]
    Source {
        /// Published as text.
        #[default]
        Published = "published",
        /// Read from a scan: signs are uncertain.
        Ocr = "ocr",
        /// Read from a scan and checked by a person.
        Checked = "checked",
        /// A scan that could not be read; the text is what the machine made of it.
        Illegible = "illegible",
    }
}

codes! {
    /// How the last day on time was found from what is written.
    ///
    /// ```
    /// assert_eq!(tiendo::DateRule::MonthEnd.as_str(), "month_end");
    /// ```
    DateRule {
        /// A day, itself the last on time.
        Day = "day",
        /// A month: its last day.
        MonthEnd = "month_end",
        /// A month: the day the caller chose.
        MonthDay = "month_day",
        /// A quarter: its last day.
        QuarterEnd = "quarter_end",
        /// A half year: its last day.
        HalfEnd = "half_end",
        /// Some months from a year's beginning: the last day of the last of them.
        MonthsEnd = "months_end",
        /// A year: 31 December.
        YearEnd = "year_end",
        /// The beginning, middle or end of a month or year (Civil Code 2015, art. 146).
        CivilCode146 = "civil_code_146",
        /// "Before": the day before the one written, or before the written period begins.
        Before = "before",
        /// "Before", with the day written included.
        BeforeInclusive = "before_inclusive",
    }
}

codes! {
    /// What a part of an agency cell names.
    ///
    /// ```
    /// assert_eq!(tiendo::AgencyKind::Group.as_str(), "group");
    /// ```
    AgencyKind {
        /// A body of the registry.
        Agency = "agency",
        /// Many bodies at once.
        Group = "group",
        /// Words the registry does not know.
        Unknown = "unknown",
    }
}

codes! {
    /// Which way an indicator gets better.
    ///
    /// ```
    /// assert_eq!(tiendo::Direction::LowerIsBetter.as_str(), "lower_is_better");
    /// ```
    Direction {
        /// More is better.
        HigherIsBetter = "higher_is_better",
        /// Less is better: ranks, losses, waiting times.
        LowerIsBetter = "lower_is_better",
    }
}

codes! {
    /// What decided a [`Direction`].
    ///
    /// ```
    /// assert_eq!(tiendo::DecidedBy::Falling.as_str(), "falling");
    /// ```
    DecidedBy {
        /// The plan's data says so.
        Declared = "declared",
        /// The operators of the row's cells.
        Operator = "operator",
        /// The unit or the name is a rank.
        Rank = "rank",
        /// Bare numbers that fall at every milestone.
        Falling = "falling",
        /// Nothing else spoke.
        Default = "default",
    }
}

codes! {
    /// What kind of quantity an indicator measures.
    ///
    /// ```
    /// assert_eq!(tiendo::MeasureKind::PerStage.as_str(), "per_stage");
    /// ```
    MeasureKind {
        /// A rate, rank or stock at a date.
        Level = "level",
        /// An amount over a year.
        Yearly = "yearly",
        /// A growth rate.
        Growth = "growth",
        /// A running total.
        Cumulative = "cumulative",
        /// An amount over a stage of the plan.
        PerStage = "per_stage",
    }
}

codes! {
    /// How an item derives from another.
    ///
    /// ```
    /// assert_eq!(tiendo::Derivation::Localised.as_str(), "localised");
    /// ```
    Derivation {
        /// The same measure or duty.
        Same = "same",
        /// The same for the lower plan's own area.
        Localised = "localised",
        /// It takes in more.
        Widened = "widened",
        /// It takes in less.
        Narrowed = "narrowed",
        /// One part of what the upper item holds.
        Part = "part",
    }
}
