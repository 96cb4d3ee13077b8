//! The library's one error, and the one place where the core's becomes it.

use std::fmt;

use serde::Serialize;
use tiendo::Error;

use crate::generated::{ErrorCode, Lang, Span};
use crate::number::Whole;

/// What a file, a code, a date, an option, a text or a limit did wrong.
///
/// Cells never raise it: what could not be read in one says so in its notes. Its one line of English is what it is
/// printed as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, uniffi::Error)]
#[serde(untagged, rename_all_fields = "camelCase")]
#[uniffi::export(Display)]
pub enum TiendoError {
    /// The input was refused; nothing of it was read.
    Refused {
        /// The kind of error; the same in every language.
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
        /// The same in Vietnamese.
        expected_vi: String,
        /// The other errors of the same file, in the order of their places.
        others: Vec<Refusal>,
    },
}

/// One of several errors of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, uniffi::Record)]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// The kind of error.
    pub code: ErrorCode,
    /// Where in the input. Empty for the input as a whole.
    pub path: String,
    /// The line of a text, from 1.
    pub row: Option<Whole>,
    /// The column, from 1.
    pub column: Option<Whole>,
    /// The place within the text at `path`.
    pub span: Option<Span>,
    /// What would have been accepted.
    pub expected: String,
    /// The same in Vietnamese.
    pub expected_vi: String,
}

#[uniffi::export]
impl TiendoError {
    /// The error as a sentence for a reader: where, what is wrong, and what was expected.
    pub fn sentence(&self, lang: Lang) -> String {
        of_core(self).map_or_else(String::new, |error| error.sentence(lang))
    }
}

#[uniffi::export]
impl Refusal {
    /// The error as a sentence for a reader: where, what is wrong, and what was expected.
    pub fn sentence(&self, lang: Lang) -> String {
        of_core(self).map_or_else(String::new, |error| error.sentence(lang))
    }
}

/// Refuses an argument whose text is no Unicode, which only the host can see.
#[uniffi::export]
pub fn refuse_text(argument: &str) -> Result<(), TiendoError> {
    Err(Error::bad_text(argument).into())
}

impl From<Error> for TiendoError {
    fn from(mut error: Error) -> TiendoError {
        let others = crate::all(std::mem::take(&mut error.others));
        let Refusal { code, path, row, column, span, expected, expected_vi } = error.into();
        TiendoError::Refused { code, path, row, column, span, expected, expected_vi, others }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        let Error { code, path, row, column, span, expected, expected_vi, others: _ } = error;
        let (row, column, span) = (row.map(Whole), column.map(Whole), span.map(Span::from));
        Refusal { code, path, row, column, span, expected, expected_vi }
    }
}

/// The core's error that this one is; none where a host has made one up.
fn of_core(error: &impl Serialize) -> Option<Error> {
    serde_json::from_value(serde_json::to_value(error).ok()?).ok()
}

/// The core's wording.
impl fmt::Display for TiendoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        of_core(self).map_or(Ok(()), |error| error.fmt(f))
    }
}

impl std::error::Error for TiendoError {}

/// A host value that is no value of the core's type. It has no path: conversion does not know whose field it is.
pub(crate) fn refused(code: ErrorCode, expected_vi: &str, expected: &str) -> TiendoError {
    let (expected, expected_vi) = (expected.to_owned(), expected_vi.to_owned());
    let (path, row, column, span, others) = (String::new(), None, None, None, Vec::new());
    TiendoError::Refused { code, path, row, column, span, expected, expected_vi, others }
}
