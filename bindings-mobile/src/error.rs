//! The library's one error, and the one place where the core's becomes it.

use std::fmt;

pub use tiendo::ErrorCode;

use crate::note::Span;
use crate::number::Whole;

uniffi::custom_type!(
    /// The kind of an error, spelled as in every language: `bad-date`.
    ErrorCode, String, {
    remote,
    lower: |code| code.as_str().to_owned(),
    try_lift: |text| {
        let known = ErrorCode::ALL.iter().find(|code| code.as_str() == text);
        Ok(*known.ok_or_else(|| refused(ErrorCode::BadValue, "the code of an error"))?)
    }
});

/// What a file, a code, a date, an option or a limit did wrong.
///
/// Cells never raise it: what could not be read in one says so in its notes.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Error)]
#[uniffi::export(Display)]
pub enum TiendoError {
    /// The input was refused; nothing of it was read.
    Refused {
        /// The kind of error; the same word in every language.
        code: ErrorCode,
        /// Where in the input: `indicators[3].targets[0].year`. Empty for the input as a whole.
        path: String,
        /// The line of a text, from 1.
        row: Option<Whole>,
        /// The column, from 1.
        column: Option<Whole>,
        /// The place within the text at `path`.
        span: Option<Span>,
        /// What would have been accepted.
        expected: String,
    },
}

impl From<tiendo::Error> for TiendoError {
    fn from(error: tiendo::Error) -> TiendoError {
        let tiendo::Error { code, path, row, column, span, expected } = error;
        TiendoError::Refused {
            code,
            path,
            row: row.map(Whole),
            column: column.map(Whole),
            span: span.map(Span::from),
            expected,
        }
    }
}

/// The core's wording.
impl fmt::Display for TiendoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TiendoError::Refused { code, path, row, column, span, expected } = self.clone();
        let (row, column) = (row.map(|row| row.0), column.map(|column| column.0));
        tiendo::Error { code, path, row, column, span: span.map(Into::into), expected }.fmt(f)
    }
}

impl std::error::Error for TiendoError {}

/// A host value that is no value of the core's type. It has no path: conversion does not know whose field it is.
pub(crate) fn refused(code: ErrorCode, expected: &str) -> TiendoError {
    let (path, expected) = (String::new(), expected.to_owned());
    tiendo::Error { code, path, row: None, column: None, span: None, expected }.into()
}
