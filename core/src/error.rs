//! Errors: what a file, a code, a date, an option or a limit did wrong, and where.
//!
//! Cells never raise one: a cell that could not be read says so in its notes ([`NoteCode`](crate::NoteCode)).
//! An [`Error`] is flat data, the same in every language: a stable code, a place, and what was expected.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::codes::{ErrorCode, Lang};
use crate::text::Span;
use crate::words::{Phrase, error_sentence, expected};

/// What went wrong, where, and what was expected instead.
///
/// `Display` is one line in English for logs; [`sentence`](Self::sentence) is for a reader, in either language.
///
/// ```
/// use tiendo::{ErrorCode, Plan};
/// let error = Plan::from_json(br#"{"schemaVersion": 1, "colour": "red"}"#).unwrap_err();
/// assert_eq!(error.code, ErrorCode::UnknownField);
/// assert_eq!(error.path, "colour");
/// assert_eq!(error.code.as_str(), "unknown-field");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "camelCase")]
pub struct Error {
    /// The kind of error; the same word in every language.
    pub code: ErrorCode,
    /// Where in the input: `indicators[3].targets[0].year`. Empty for the input as a whole.
    pub path: String,
    /// The line of a text or the row of a table, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// The place within the text at `path`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// What would have been accepted: lower case, no full stop, input in backticks.
    pub expected: String,
    /// The same in Vietnamese.
    pub expected_vi: String,
    /// The other errors of the same file, in the order of their places, the first hundred in all; none of these has others.
    #[serde(default, skip_serializing_if = "<[Error]>::is_empty")]
    pub others: Box<[Error]>,
}

impl Error {
    pub(crate) fn new(code: ErrorCode, path: impl Into<String>, expected: impl Into<Phrase>) -> Error {
        let Phrase { vi, en } = expected.into();
        Error {
            code,
            path: path.into(),
            row: None,
            column: None,
            span: None,
            expected: en,
            expected_vi: vi,
            others: Box::default(),
        }
    }

    /// The error of a text that holds half of a surrogate pair, by the name of the argument: for languages whose texts can.
    ///
    /// ```
    /// use tiendo::{Error, ErrorCode};
    /// let error = Error::bad_text("cell");
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::BadText, "cell"));
    /// ```
    pub fn bad_text(path: &str) -> Error {
        Error::new(ErrorCode::BadText, path, expected::surrogate_pair())
    }

    /// The error as a sentence: where, what is wrong, and what was expected.
    ///
    /// ```
    /// use tiendo::{Lang, parse_date};
    /// let error = parse_date("30/6/2025").unwrap_err();
    /// assert_eq!(error.sentence(Lang::Vi), "`date`: không phải ngày; cần ngày dạng `YYYY-MM-DD`.");
    /// assert_eq!(error.sentence(Lang::En), "`date`: not a date; expected a date `YYYY-MM-DD`.");
    /// ```
    pub fn sentence(&self, lang: Lang) -> String {
        let expected = match lang {
            Lang::Vi => &self.expected_vi,
            Lang::En => &self.expected,
        };
        error_sentence(self.code, &self.path, self.row.zip(self.column), expected, lang)
    }

    /// The error and its others, each alone.
    pub(crate) fn into_each(mut self) -> Vec<Error> {
        let others = std::mem::take(&mut self.others);
        std::iter::once(self).chain(others).collect()
    }

    /// The error of what stands in a field, as one of what holds the field.
    pub(crate) fn within(mut self, field: &str) -> Error {
        let placed = |path: &str| {
            let dot = if path.is_empty() { "" } else { "." };
            format!("{field}{dot}{path}")
        };
        for other in &mut self.others {
            other.path = placed(&other.path);
        }
        self.path = placed(&self.path);
        self
    }

    /// The error with its place in the text at its path.
    pub(crate) fn at(self, span: Option<Span>) -> Error {
        Error { span, ..self }
    }
}

/// The errors of one input, as they are found.
pub(crate) struct Errors {
    most: usize,
    found: Vec<Error>,
}

impl Errors {
    /// None yet, and at most so many, but one at least.
    pub(crate) fn new(most: usize) -> Errors {
        Errors { most: most.max(1), found: Vec::new() }
    }

    pub(crate) fn push(&mut self, error: Error) {
        if !self.is_full() {
            self.found.push(error);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether further errors would not be told.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= self.most
    }

    pub(crate) fn into_vec(self) -> Vec<Error> {
        self.found
    }

    /// Nothing where nothing is wrong, else the first error with the others beside it.
    pub(crate) fn into_result(self) -> Result<(), Error> {
        self.into_first().map_or(Ok(()), Err)
    }

    /// The first error, with the others beside it; none where there is none.
    pub(crate) fn into_first(self) -> Option<Error> {
        let mut found = self.found.into_iter();
        let first = found.next()?;
        Some(Error { others: found.collect(), ..first })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_reads_as_one_sentence() {
        let mut error = Error::new(ErrorCode::BadDate, "issued", expected::date());
        insta::assert_snapshot!(error, @"bad-date at issued: expected a date `YYYY-MM-DD`");
        (error.row, error.column) = (Some(3), Some(14));
        insta::assert_snapshot!(error, @"bad-date at issued (line 3, column 14): expected a date `YYYY-MM-DD`");
        insta::assert_snapshot!(error.sentence(Lang::Vi), @"Dòng 3, cột 14, `issued`: không phải ngày; cần ngày dạng `YYYY-MM-DD`.");
        insta::assert_snapshot!(error.sentence(Lang::En), @"Line 3, column 14, `issued`: not a date; expected a date `YYYY-MM-DD`.");
        error.path.clear();
        insta::assert_snapshot!(error, @"bad-date (line 3, column 14): expected a date `YYYY-MM-DD`");
    }

    #[test]
    fn every_code_has_its_sentences() {
        let sentences = ErrorCode::ALL.iter().map(|code| {
            let error = Error::new(*code, "", ("b\nc", "a\u{202e}"));
            format!("{code}\n  {}\n  {}", error.sentence(Lang::Vi), error.sentence(Lang::En))
        });
        insta::assert_snapshot!(sentences.collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn an_error_reads_back_as_it_was_written() {
        let other = Error::new(ErrorCode::BadDate, "issued", expected::date());
        let mut error = Error::new(ErrorCode::BadNumber, "text", expected::exact_number())
            .at(Some(Span { start: 1, end: 2 }));
        error.others = Box::new([other]);
        let json = serde_json::to_string(&error).unwrap();
        assert_eq!(serde_json::from_str::<Error>(&json).unwrap(), error);
    }
}
