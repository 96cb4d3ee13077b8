//! The registry of bodies and groups that cells name.

use crate::generated::getters::RegistryLists;
use crate::prelude::*;
use std::sync::{Arc, LazyLock};
use tiendo::{Agency, AgencyCell, NamedAgency, Registry, Roster, Succession};

static BUILTIN: LazyLock<Arc<Registry>> = LazyLock::new(|| Arc::new(Registry::builtin()));

/// The registry of an argument, the built-in one where none is given.
pub(crate) fn registry_or_builtin<'a>(registry: Option<&'a Bound<'_, PyRegistry>>) -> &'a Registry {
    registry.map_or(&**BUILTIN, |registry| &*registry.get().core)
}

handle! {
    /// The bodies and groups that cells name.
    ///
    /// Raises `TiendoError` where it is read: for what is wrong with the file, with code `duplicate-code` for an id or a
    /// name that two entries share, with `unknown-code` for a successor that is no id, with `bad-value` for bodies that
    /// succeed one another in a circle, with `too-many` for a chain of them that is too long.
    ///
    /// >>> registry = tiendo.Registry.builtin()
    /// >>> registry.find("Sở KH&CN").name
    /// 'Sở Khoa học và Công nghệ'
    PyRegistry("Registry") of Registry with RegistryLists;
    example: "Registry.builtin()";
    |of| hash: (of.agencies().len(), of.groups().len())
}

#[pymethods]
impl PyRegistry {
    /// The registry that comes with the library: the bodies of the built-in plans.
    ///
    /// >>> len(tiendo.Registry.builtin().agencies) > 20
    /// True
    #[staticmethod]
    fn builtin() -> PyRegistry {
        PyRegistry::new(Arc::clone(&BUILTIN), Limits::default())
    }

    /// The body with an id, or `None`.
    ///
    /// >>> tiendo.Registry.builtin().agency("so-nv").name
    /// 'Sở Nội vụ'
    fn agency(&self, id: Arg<'_, String>) -> PyResult<Option<One<&Agency>>> {
        Ok(self.core.agency(&id.at("id")?).map(One))
    }

    /// The body with a name, short name or known misspelling, however it is spaced, cased or accented; or `None`.
    ///
    /// >>> tiendo.Registry.builtin().find("phòng Văn hoá - Xã hội").id
    /// 'phong-vhxh'
    fn find(&self, name: Arg<'_, String>) -> PyResult<Option<One<&Agency>>> {
        Ok(self.core.find(&name.at("name")?).map(One))
    }

    /// Splits a cell into the agencies it names, within the limits the registry was read with, or others. Raises
    /// `TiendoError` with code `cell-too-long`.
    ///
    /// >>> cell = tiendo.Registry.builtin().split("Các phòng: VHXH, Kinh tế")
    /// >>> tuple(part.name for part in cell.agencies)
    /// ('Phòng Văn hóa - Xã hội', 'Phòng Kinh tế')
    #[pyo3(signature = (cell, *, limits=None))]
    fn split(&self, cell: Arg<'_, String>, limits: Option<Arg<'_, Limits>>) -> PyResult<One<AgencyCell>> {
        let limits = maybe(limits, "limits")?;
        let cell = self.core.split_with(&cell.at("cell")?, limits.as_ref().unwrap_or(&self.limits));
        cell.map(One).map_err(raise)
    }

    /// The agencies of a cell with each group on the roster in place of it: nobody twice, nobody lost.
    ///
    /// A roster is a mapping of groups, by id or words, to their bodies, by id or name; or a list of `Roster`.
    ///
    /// >>> registry = tiendo.Registry.builtin()
    /// >>> cell = registry.split("Sở Nội vụ; các sở, ban, ngành")
    /// >>> [part.id for part in registry.expand(cell, {"cac-so-ban-nganh": ["so-tc", "Sở Y tế"]})]
    /// ['so-nv', 'so-tc', 'so-yt']
    #[pyo3(signature = (cell, roster: "Iterable[Roster] | Mapping[str, Iterable[str]]"))]
    fn expand<'py>(
        &self,
        py: Python<'py>,
        cell: Arg<'_, AgencyCell>,
        roster: Arg<'_, Vec<Roster>>,
    ) -> PyResult<Listed<'py, NamedAgency>> {
        Listed::of(py, self.core.expand(&cell.at("cell")?, &roster.at("roster")?))
    }

    /// What a body is on a day: the same, succeeded by the one body that took over, or orphaned where no single one did.
    /// A successor that has ended too is followed.
    ///
    /// >>> registry, day = tiendo.Registry.builtin(), datetime.date(2025, 7, 1)
    /// >>> registry.succession("so-tttt", day), registry.succession("so-nv", day).kind
    /// (SuccessionSucceeded(successor='so-khcn'), 'same')
    /// >>> registry.succession("ubnd-tp-my-tho", day).kind
    /// 'orphaned'
    fn succession(&self, id: Arg<'_, String>, on: Arg<'_, NaiveDate>) -> PyResult<One<Succession>> {
        Ok(One(self.core.succession(&id.at("id")?, on.at("on")?)))
    }

    fn __repr__(&self) -> String {
        let (agencies, groups) = (self.core.agencies().len(), self.core.groups().len());
        format!("Registry(agencies={agencies}, groups={groups})")
    }
}
