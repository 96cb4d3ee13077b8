//! Agencies: the registry of bodies, and the splitting of a cell into the bodies it names.

use std::borrow::Cow;
use std::sync::LazyLock;

pub use tiendo::{Agency, AgencyKind, Begun, Ended};

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::note::Span;
use crate::number::Whole;
use crate::plan::Level;

/// Splits a cell into the bodies and groups it names; words of neither are unknown agencies.
///
/// The registry is the built-in one, or the JSON of another. The errors are those of its file.
#[uniffi::export(default(registry_json))]
#[expect(clippy::needless_pass_by_value, reason = "uniffi has no optional borrowed text")]
pub fn split_agencies(cell: &str, registry_json: Option<String>) -> Result<AgencyCell, TiendoError> {
    Ok(registry(registry_json.as_deref())?.split(cell).into())
}

/// The bodies of a registry, in the order of its file: of the built-in one, or of the JSON of another.
#[uniffi::export(default(registry_json))]
#[expect(clippy::needless_pass_by_value, reason = "uniffi has no optional borrowed text")]
pub fn agencies(registry_json: Option<String>) -> Result<Vec<Agency>, TiendoError> {
    Ok(registry(registry_json.as_deref())?.agencies().to_vec())
}

/// The caller's registry, else the built-in one, which is read once.
pub(crate) fn registry(json: Option<&str>) -> Result<Cow<'static, tiendo::Registry>, TiendoError> {
    static BUILTIN: LazyLock<tiendo::Registry> = LazyLock::new(tiendo::Registry::builtin);
    Ok(match json {
        Some(json) => Cow::Owned(tiendo::Registry::from_json(json.as_bytes())?),
        None => Cow::Borrowed(&*BUILTIN),
    })
}

/// A body that leads, cooperates, reports or receives.
#[uniffi::remote(Record)]
pub struct Agency {
    /// A short id, unique in the registry.
    pub id: String,
    /// Its canonical name.
    pub name: String,
    /// Short names, former spellings and known misspellings.
    pub aliases: Vec<String>,
    /// Its level.
    pub level: Level,
    /// The province or commune it belongs to; absent for a body every one has.
    pub place: Option<String>,
    /// When it began, where that matters.
    pub begun: Option<Begun>,
    /// When it ended and who succeeds it.
    pub ended: Option<Ended>,
}

/// The beginning of a body.
#[uniffi::remote(Record)]
pub struct Begun {
    /// Its first day.
    pub on: NaiveDate,
    /// The act that began it, or what is known of it.
    pub source: String,
}

/// The end of a body.
#[uniffi::remote(Record)]
pub struct Ended {
    /// The first day it no longer existed.
    pub on: NaiveDate,
    /// The id of the one body that took over; absent where there is no single one.
    pub successor: Option<String>,
    /// The act that ended it, or what is known of it.
    pub source: String,
}

/// A cell of agencies, split.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct AgencyCell {
    /// The bodies and groups, in the order of the cell; none for an empty cell or a dash.
    pub agencies: Vec<NamedAgency>,
    /// The list is left open (`…`).
    pub open: bool,
    /// The cell, verbatim.
    pub text: String,
}

impl From<tiendo::AgencyCell> for AgencyCell {
    fn from(cell: tiendo::AgencyCell) -> AgencyCell {
        let tiendo::AgencyCell { agencies, open, text } = cell;
        AgencyCell { agencies: crate::all(agencies), open, text }
    }
}

/// One body or group that a cell names.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct NamedAgency {
    /// What it is.
    pub kind: AgencyKind,
    /// Its id in the registry; absent for words of no entry.
    pub id: Option<String>,
    /// The canonical name of a body, else the words of the cell.
    pub name: String,
    /// Which of them, as written after the name: `liên quan`, `đủ điều kiện`.
    pub tail: Option<String>,
    /// The numbered items of the task it leads: `(nhiệm vụ 1,2)`; empty for all.
    pub items: Vec<Whole>,
    /// Its place in the cell.
    pub span: Span,
}

impl From<tiendo::NamedAgency> for NamedAgency {
    fn from(agency: tiendo::NamedAgency) -> NamedAgency {
        let tiendo::NamedAgency { kind, id, name, tail, items, span } = agency;
        let items = items.into_iter().map(Whole).collect();
        NamedAgency { kind, id, name, tail, items, span: span.into() }
    }
}

/// What a part of an agency cell names.
#[uniffi::remote(Enum)]
pub enum AgencyKind {
    /// A body of the registry.
    Agency,
    /// Many bodies at once.
    Group,
    /// Words the registry does not know.
    Unknown,
}
