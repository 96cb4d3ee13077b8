//! Agencies: the registry of bodies, and the splitting of a cell into the bodies it names.

use std::borrow::Cow;
use std::sync::LazyLock;

pub use tiendo::Roster;

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::{Agency, AgencyCell, Group, NamedAgency, Succession};
use crate::limits::{Limits, within};

/// Splits a cell into the bodies and groups it names; words of neither are unknown agencies.
///
/// The registry is the built-in one, or the JSON of another. The errors are those of its file, and `cell-too-long`.
#[uniffi::export(default(registry_json), default(limits))]
pub fn split_agencies(
    cell: &str,
    registry_json: Option<String>,
    limits: Option<Limits>,
) -> Result<AgencyCell, TiendoError> {
    let limits = within(limits);
    Ok(registry(registry_json, &limits)?.split_with(cell, &limits)?.into())
}

/// The bodies of a registry, in the order of its file: of the built-in one, or of the JSON of another.
#[uniffi::export(default(registry_json), default(limits))]
pub fn agencies(registry_json: Option<String>, limits: Option<Limits>) -> Result<Vec<Agency>, TiendoError> {
    Ok(crate::all(registry(registry_json, &within(limits))?.agencies().iter().cloned()))
}

/// The groups of a registry, in the order of its file.
#[uniffi::export(default(registry_json), default(limits))]
pub fn groups(registry_json: Option<String>, limits: Option<Limits>) -> Result<Vec<Group>, TiendoError> {
    Ok(crate::all(registry(registry_json, &within(limits))?.groups().iter().cloned()))
}

/// The body with a name, short name or known misspelling, however it is spaced, cased or accented; absent where none is.
#[uniffi::export(default(registry_json), default(limits))]
pub fn find(
    name: &str,
    registry_json: Option<String>,
    limits: Option<Limits>,
) -> Result<Option<Agency>, TiendoError> {
    Ok(registry(registry_json, &within(limits))?.find(name).cloned().map(Into::into))
}

/// What became of the body of an id by a day; a successor that has ended too is followed.
#[uniffi::export(default(registry_json), default(limits))]
pub fn succession(
    id: &str,
    on: NaiveDate,
    registry_json: Option<String>,
    limits: Option<Limits>,
) -> Result<Succession, TiendoError> {
    Ok(registry(registry_json, &within(limits))?.succession(id, on).into())
}

/// The cell's groups replaced by the bodies a roster gives for them; a group that is not on it stays one group.
///
/// A body comes once, and as the cell names it where it does; one the registry does not know comes as an unknown agency
/// under the roster's words.
#[uniffi::export(default(registry_json), default(limits))]
pub fn expand(
    cell: AgencyCell,
    roster: &[Roster],
    registry_json: Option<String>,
    limits: Option<Limits>,
) -> Result<Vec<NamedAgency>, TiendoError> {
    Ok(crate::all(registry(registry_json, &within(limits))?.expand(&cell.into(), roster)))
}

/// The caller's registry, else the built-in one, which is read once.
pub(crate) fn registry(
    json: Option<String>,
    limits: &tiendo::Limits,
) -> Result<Cow<'static, tiendo::Registry>, TiendoError> {
    static BUILTIN: LazyLock<tiendo::Registry> = LazyLock::new(tiendo::Registry::builtin);
    Ok(match json {
        Some(json) => Cow::Owned(tiendo::Registry::from_json_with(json.as_bytes(), limits)?),
        None => Cow::Borrowed(&*BUILTIN),
    })
}

/// The bodies that a collective lead stands for, as the caller knows them.
#[uniffi::remote(Record)]
pub struct Roster {
    /// The group: its id, or its words.
    pub group: String,
    /// Its bodies, each by id or name.
    pub agencies: Vec<String>,
}
