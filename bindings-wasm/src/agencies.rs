//! Registries: who the bodies are, which a cell names, and what became of them.

use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use tiendo::{AgencyCell, Error, Limits, Registry, ReportingQuery, Roster};
use wasm_bindgen::JsValue;

use crate::error::{Thrown, unplaced};
use crate::handles::{Handle, Read, keep, kept, kept_if};
use crate::{date, file, limits_of, plain, result};

/// The built-in registry, read once.
static BUILTIN: LazyLock<Arc<Registry>> = LazyLock::new(|| Arc::new(Registry::builtin()));

impl Handle for Read<Registry> {
    fn about(&self) -> Result<JsValue, Thrown> {
        plain(&*self.value)
    }

    fn to_json(&self) -> String {
        self.value.to_json()
    }
}

/// The registry of a caller's, else the built-in one.
pub(crate) fn registry_or_builtin(number: i32) -> Result<Arc<Registry>, Thrown> {
    let kept = kept_if::<Read<Registry>>(number)?;
    Ok(Arc::clone(kept.as_ref().map_or(&BUILTIN, |kept| &kept.value)))
}

fn of(number: u32) -> Result<Rc<Read<Registry>>, Thrown> {
    kept(number)
}

/// A roster, which is that of a question about reports.
fn roster_of(json: &str, limits: &Limits) -> Result<Vec<Roster>, Error> {
    Ok(ReportingQuery::from_json_with(json.as_bytes(), limits).map_err(unplaced)?.roster)
}

exports! {
    builtinRegistry(limits: &str) => keep(Read { value: Arc::clone(&BUILTIN), limits: limits_of(limits)? });
    registry(json: &[u8], is_object: bool, limits: &str) => {
        let limits = limits_of(limits)?;
        keep(Read { value: Arc::new(file(json, is_object, &limits, Registry::from_json_with)?), limits })
    };
    agency(number: u32, id: &str) => of(number)?.value.agency(id);
    find(number: u32, name: &str) => of(number)?.value.find(name);
    succession(number: u32, id: &str, on: &str) => of(number)?.value.succession(id, date(on, "on")?);
    split(number: u32, cell: &str) => { let of = of(number)?; of.value.split_with(cell, &of.limits)? };
    expand(number: u32, cell: &str, roster: &str) => {
        let of = of(number)?;
        of.value.expand(&result::<AgencyCell>(cell, "cell")?, &roster_of(roster, &of.limits)?)
    };
}
