//! Codes of reports: cycles, due days, standings.

use super::codes;

codes! {
    /// How often a report falls due or a task recurs.
    ///
    /// `half_yearly` is the first half only in a reporting regime ("báo cáo 6 tháng"), where its rule does not ask for
    /// another by its [`Halves`](crate::Halves): the yearly report covers the second. A task that recurs does so in both.
    ///
    /// ```
    /// assert_eq!(tiendo::Cycle::HalfYearly.as_str(), "half_yearly");
    /// ```
    Cycle {
        /// Hằng tuần.
        Weekly = "weekly",
        /// Hằng tháng.
        Monthly = "monthly",
        /// Hằng quý.
        Quarterly = "quarterly",
        /// 6 tháng.
        HalfYearly = "half_yearly",
        /// 9 tháng.
        NineMonthly = "nine_monthly",
        /// Hằng năm.
        Yearly = "yearly",
        /// Once in a term of office or at its middle (*sơ kết, tổng kết*).
        Term = "term",
        /// On request (*đột xuất*).
        AdHoc = "ad_hoc",
        /// Once, on a day the rule names.
        Once = "once",
    }
}

codes! {
    /// Which halves of a year a rule of the cycle `half_yearly` asks for a report on.
    ///
    /// ```
    /// assert_eq!(tiendo::Halves::Both.as_str(), "both");
    /// ```
    Halves {
        /// The first, where a rule does not say.
        First = "first",
        /// Both.
        Both = "both",
        /// The second.
        Second = "second",
    }
}

codes! {
    /// By which of its days a report lies between two days.
    ///
    /// ```
    /// assert_eq!(tiendo::SelectBy::Due.as_str(), "due");
    /// ```
    SelectBy {
        /// Its last day on time, after all steps.
        Due = "due",
        /// The date as written.
        Written = "written",
        /// The last day of its period.
        Period = "period",
    }
}

codes! {
    /// Where a last timely day that is off moves to.
    ///
    /// ```
    /// assert_eq!(tiendo::DayOffShift::NextWorkingDay.as_str(), "next_working_day");
    /// ```
    DayOffShift {
        /// Nowhere.
        None = "none",
        /// To the next working day (Civil Code 2015, art. 148(5)).
        NextWorkingDay = "next_working_day",
        /// To the working day before.
        PreviousWorkingDay = "previous_working_day",
    }
}

codes! {
    /// A step that led from the date as written to the last day on time.
    ///
    /// ```
    /// assert_eq!(tiendo::DueStep::Before.as_str(), "before");
    /// ```
    DueStep {
        /// The month after the period, by option.
        OfNextMonth = "of_next_month",
        /// The month has no such day: its last day.
        MonthEnd = "month_end",
        /// "Before": the day before the one written.
        Before = "before",
        /// "Before", with the day written included, by option.
        BeforeInclusive = "before_inclusive",
        /// A day off: the next working day, by option.
        NextWorkingDay = "next_working_day",
        /// A day off: the working day before, by option.
        PreviousWorkingDay = "previous_working_day",
        /// Days of grace, by option.
        Grace = "grace",
    }
}

codes! {
    /// What closed the data of a report.
    ///
    /// ```
    /// assert_eq!(tiendo::CutoffRule::Decree09.as_str(), "decree_09_2019");
    /// ```
    CutoffRule {
        /// The period's end, or the last timely day where that is earlier.
        Period = "period",
        /// The day the plan declares.
        Declared = "declared",
        /// Decree 09/2019/NĐ-CP, art. 12.
        Decree09 = "decree_09_2019",
    }
}

codes! {
    /// Why a body need not send a report.
    ///
    /// ```
    /// assert_eq!(tiendo::ExemptReason::BodyEnded.as_str(), "body-ended");
    /// ```
    ExemptReason {
        /// It had ended by the last day on time.
        BodyEnded = "body-ended",
        /// It had not begun on the last day on time.
        BodyNotBegun = "body-not-begun",
        /// It is the one the report goes to, or one of those above it.
        Recipient = "recipient",
        /// A recorded exemption says so.
        Recorded = "recorded",
    }
}

codes! {
    /// Whether a report came on time.
    ///
    /// ```
    /// assert_eq!(tiendo::ReportStanding::OnTime.as_str(), "on_time");
    /// ```
    ReportStanding {
        /// Đúng hạn.
        OnTime = "on_time",
        /// Trễ hạn.
        Late = "late",
        /// Chưa nộp.
        Missing = "missing",
        /// Chưa đến hạn.
        NotDue = "not_due",
        /// Không phải nộp.
        Exempt = "exempt",
        /// Không xác định thời hạn.
        Undated = "undated",
    }
}

codes! {
    /// Whose head and foot a periodic report has.
    ///
    /// ```
    /// assert_eq!(tiendo::ReportForm::Party.as_str(), "party");
    /// ```
    #[derive(Default)]
    ReportForm {
        /// Of the State's bodies: Decree 30/2020/NĐ-CP.
        #[default]
        Government = "government",
        /// Of the Party's bodies.
        Party = "party",
    }
}

codes! {
    /// What a periodic report is written as.
    ///
    /// ```
    /// assert_eq!(tiendo::ReportFormat::Docx.as_str(), "docx");
    /// ```
    ReportFormat {
        /// Markdown, with tables.
        Markdown = "markdown",
        /// One page that needs nothing else, with rules for printing.
        Html = "html",
        /// A document of a word processor, Office Open XML.
        Docx = "docx",
    }
}

codes! {
    /// A table of an assessment.
    ///
    /// ```
    /// assert_eq!(tiendo::CsvTable::Scorecards.as_str(), "scorecards");
    /// ```
    CsvTable {
        /// A row an indicator.
        Indicators = "indicators",
        /// A row a task.
        Tasks = "tasks",
        /// A row a report.
        Reports = "reports",
        /// A row a scorecard.
        Scorecards = "scorecards",
    }
}

codes! {
    /// How separated values are written.
    ///
    /// ```
    /// assert_eq!(tiendo::CsvStyle::Excel.as_str(), "excel");
    /// ```
    #[derive(Default)]
    CsvStyle {
        /// Commas between cells, as RFC 4180 has it.
        #[default]
        Standard = "standard",
        /// As Excel in Vietnamese reads it: semicolons, a byte order mark, decimal commas.
        Excel = "excel",
    }
}

codes! {
    /// What stands in a column of a report's table.
    ///
    /// ```
    /// assert_eq!(tiendo::ColumnKind::Standing.as_str(), "standing");
    /// ```
    ColumnKind {
        /// The row's running number or code.
        Ordinal = "ordinal",
        /// Names and sentences.
        Text = "text",
        /// Days.
        Date = "date",
        /// A standing in words.
        Standing = "standing",
        /// Figures with their units, and rates.
        Figure = "figure",
        /// Counts.
        Count = "count",
    }
}
