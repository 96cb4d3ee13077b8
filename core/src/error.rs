//! Errors: what a file, a code, a date, an option or a limit did wrong, and where.
//!
//! Cells never raise one: a cell that could not be read says so in its notes ([`NoteCode`](crate::NoteCode)).
//! An [`Error`] is flat data, the same in every language: a stable code, a place, and what was expected.

use std::fmt;

use serde::Serialize;

use crate::text::Span;

/// What went wrong, where, and what was expected instead.
///
/// ```
/// use tiendo::{ErrorCode, Plan};
/// let error = Plan::from_json(br#"{"schemaVersion": 1, "colour": "red"}"#).unwrap_err();
/// assert_eq!(error.code, ErrorCode::UnknownField);
/// assert_eq!(error.path, "colour");
/// assert_eq!(error.code.as_str(), "unknown-field");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
pub struct Error {
    /// The kind of error; the same word in every language.
    pub code: ErrorCode,
    /// Where in the input: `indicators[3].targets[0].year`. Empty for the input as a whole.
    pub path: String,
    /// The line of a text or the row of a table, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// The place within the text at `path`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// What would have been accepted: lower case, no full stop, input in backticks.
    pub expected: String,
}

impl Error {
    pub(crate) fn new(code: ErrorCode, path: impl Into<String>, expected: impl Into<String>) -> Error {
        Error { code, path: path.into(), row: None, column: None, span: None, expected: expected.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())?;
        if !self.path.is_empty() {
            write!(f, " at {}", self.path)?;
        }
        if let (Some(row), Some(column)) = (self.row, self.column) {
            write!(f, " (line {row}, column {column})")?;
        }
        write!(f, ": expected {}", self.expected)
    }
}

/// Makes an enum of codes: its spelling, and the list of all of them.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// Every code, in the order of the documentation.
            ///
            #[doc = concat!("```\nassert!(!tiendo::", stringify!($name), "::ALL.is_empty());\n```")]
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The code as it is spelled in every language.
            ///
            #[doc = concat!(
                "```\nlet code = tiendo::", stringify!($name), "::ALL[0];\nassert_eq!(code.as_str(), code.to_string());\n```"
            )]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// The kinds of [`Error`]: one closed list, spelled the same in every language.
    ///
    /// ```
    /// assert_eq!(tiendo::ErrorCode::CellTooLong.as_str(), "cell-too-long");
    /// assert_eq!(tiendo::ErrorCode::ALL.len(), 21);
    /// ```
    #[non_exhaustive]
    ErrorCode {
        /// The text is not JSON, or not UTF-8.
        BadJson = "bad-json",
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
        /// No built-in plan has this id.
        UnknownPlan = "unknown-plan",
        /// An option's value is not one of those it takes.
        BadOption = "bad-option",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_reads_as_one_sentence() {
        let mut error = Error::new(ErrorCode::BadDate, "issued", "a date `YYYY-MM-DD`");
        insta::assert_snapshot!(error, @"bad-date at issued: expected a date `YYYY-MM-DD`");
        (error.row, error.column) = (Some(3), Some(14));
        insta::assert_snapshot!(error, @"bad-date at issued (line 3, column 14): expected a date `YYYY-MM-DD`");
        error.path.clear();
        insta::assert_snapshot!(error, @"bad-date (line 3, column 14): expected a date `YYYY-MM-DD`");
    }
}
