//! Bodies: which a cell names, who they are, and what became of them.

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::Serialize;
use tiendo::{Agency, AgencyCell, ErrorCode, Group, Limits, NamedAgency, Registry, ReportingQuery, Span};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::error::{thrown, unplaced};
use crate::reporting::date;
use crate::{limits_of, plain, word};

/// The built-in registry, read once.
static BUILTIN: LazyLock<Registry> = LazyLock::new(Registry::builtin);

/// The registry of a caller's, else the built-in one.
pub(crate) fn registry(json: Option<String>, limits: &Limits) -> Result<Cow<'static, Registry>, JsValue> {
    match json {
        Some(json) => Registry::from_json_with(json.as_bytes(), limits).map(Cow::Owned).map_err(thrown),
        None => Ok(Cow::Borrowed(&BUILTIN)),
    }
}

/// Splits a cell of agencies.
#[wasm_bindgen(js_name = splitAgencies)]
pub fn split_agencies(
    cell: &str,
    registry: Option<String>,
    limits: Option<String>,
) -> Result<JsValue, JsValue> {
    let limits = limits_of(limits)?;
    plain(&self::registry(registry, &limits)?.split_with(cell, &limits).map_err(thrown)?)
}

/// A cell's groups replaced by the bodies of a roster, which is that of a question about reports. Of each part of the cell
/// come its kind, its id or nothing, and its name; of each body go its kind, id and name, and the place of its part.
#[wasm_bindgen]
pub fn expand(
    kinds: Vec<String>,
    ids: Vec<String>,
    names: Vec<String>,
    roster: &str,
    given: Option<String>,
    limits: Option<String>,
) -> Result<JsValue, JsValue> {
    let limits = limits_of(limits)?;
    let query = ReportingQuery::from_json_with(roster.as_bytes(), &limits);
    let roster = query.map_err(|error| thrown(unplaced(error)))?.roster;
    let parts = kinds.iter().zip(ids).zip(names).zip(0..).map(|(((kind, id), name), at)| {
        Ok(NamedAgency {
            kind: word(kind, ErrorCode::BadValue, &format!("cell.agencies[{at}].kind"))?,
            id: (!id.is_empty()).then_some(id),
            name: name.into(),
            tail: None,
            items: Vec::new(),
            span: Span { start: at, end: at },
        })
    });
    let agencies = parts.collect::<Result<_, JsValue>>()?;
    let cell = AgencyCell { agencies, open: false, text: String::new(), notes: Vec::new() };
    let expanded = registry(given, &limits)?.expand(&cell, &roster);
    plain(&expanded.iter().map(|part| (part.span.start, part.kind, &part.id, &part.name)).collect::<Vec<_>>())
}

/// The bodies and groups of a registry.
#[wasm_bindgen]
pub fn agencies(given: Option<String>, limits: Option<String>) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Known<'r> {
        agencies: &'r [Agency],
        groups: &'r [Group],
    }
    let registry = registry(given, &limits_of(limits)?)?;
    plain(&Known { agencies: registry.agencies(), groups: registry.groups() })
}

/// The body with a name.
#[wasm_bindgen]
pub fn find(name: &str, given: Option<String>, limits: Option<String>) -> Result<JsValue, JsValue> {
    plain(&registry(given, &limits_of(limits)?)?.find(name))
}

/// What became of a body by a day.
#[wasm_bindgen]
pub fn succession(
    id: &str,
    on: &str,
    given: Option<String>,
    limits: Option<String>,
) -> Result<JsValue, JsValue> {
    plain(&registry(given, &limits_of(limits)?)?.succession(id, date(on, "on")?))
}
