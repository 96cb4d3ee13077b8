//! Codes of every room: levels of bodies, kinds of errors, languages.

use super::codes;

codes! {
    /// The level of a body or a plan.
    ///
    /// ```
    /// assert_eq!(tiendo::Level::Commune.as_str(), "commune");
    /// ```
    Level {
        /// The State's central bodies.
        Central = "central",
        /// The Communist Party's bodies, of whatever tier.
        Party = "party",
        /// A province or centrally run city.
        Province = "province",
        /// A commune, ward or special zone.
        Commune = "commune",
    }
}

codes! {
    /// The kinds of files that the library reads.
    ///
    /// ```
    /// assert_eq!(tiendo::FileKind::Records.as_str(), "records");
    /// ```
    FileKind {
        /// A plan.
        Plan = "plan",
        /// What is known of a plan: figures, updates, reports sent.
        Records = "records",
        /// Bodies and their names.
        Registry = "registry",
        /// Working days.
        Calendar = "calendar",
    }
}

codes! {
    /// The kinds of [`Error`](crate::Error): one closed list, spelled the same in every language.
    ///
    /// ```
    /// assert_eq!(tiendo::ErrorCode::CellTooLong.as_str(), "cell-too-long");
    /// assert_eq!(tiendo::ErrorCode::ALL.len(), 24);
    /// ```
    #[non_exhaustive]
    ErrorCode {
        /// The text is not JSON, or not UTF-8.
        BadJson = "bad-json",
        /// A text that is no Unicode: half of a surrogate pair. Raised where a language's texts can hold one.
        BadText = "bad-text",
        /// The file is larger than the limit.
        TooLarge = "too-large",
        /// Arrays and objects are nested deeper than the limit.
        TooDeep = "too-deep",
        /// More indicators, tasks or records than the limit.
        TooMany = "too-many",
        /// A cell has more characters than the limit.
        CellTooLong = "cell-too-long",
        /// A `schemaVersion` this library does not read.
        UnknownVersion = "unknown-version",
        /// A field the format does not have.
        UnknownField = "unknown-field",
        /// A field the format demands.
        MissingField = "missing-field",
        /// A field given twice.
        DuplicateField = "duplicate-field",
        /// A value of another JSON type than the format has there.
        WrongType = "wrong-type",
        /// A value of the right type that the format does not allow.
        BadValue = "bad-value",
        /// A code that is not of the form `51.3`.
        BadCode = "bad-code",
        /// Two items with the same code or number.
        DuplicateCode = "duplicate-code",
        /// A record with the id of another and other content.
        ConflictingRecord = "conflicting-record",
        /// A code or number that names nothing in the plan.
        UnknownCode = "unknown-code",
        /// Text that is no date `YYYY-MM-DD`.
        BadDate = "bad-date",
        /// A year outside 1900 to 2200.
        YearOutOfRange = "year-out-of-range",
        /// Text that is no period's id, or a period that a rule does not have.
        BadPeriod = "bad-period",
        /// A day of a year the calendar does not know.
        UnknownYear = "unknown-year",
        /// Text that is no exact number.
        BadNumber = "bad-number",
        /// No built-in plan has this id, or a plan is not the one it is to be.
        UnknownPlan = "unknown-plan",
        /// No built-in calendar has this id.
        UnknownCalendar = "unknown-calendar",
        /// An option's value is not one of those it takes.
        BadOption = "bad-option",
    }
}

codes! {
    /// The language of a sentence or label.
    ///
    /// ```
    /// assert_eq!(tiendo::Lang::Vi.date("2025-06-30".parse().unwrap()), "30/6/2025");
    /// ```
    #[derive(Default)]
    Lang {
        /// Vietnamese.
        #[default]
        Vi = "vi",
        /// English.
        En = "en",
    }
}
