//! The library's one error, in words.

use std::fmt;

use serde::Serialize;
use tiendo::Error;

use crate::generated::{ErrorCode, Lang};

pub(crate) use crate::generated::{Refusal, TiendoError};

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
