//! Agencies: the registry of bodies and groups, and the cells that name them.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};
use pyo3::{type_hint_identifier, type_hint_subscript};
use tiendo::{Agency, AgencyCell, Group, Limits, NamedAgency, Registry, Roster, Succession};

use crate::collections::Items;
use crate::errors::raise;
use crate::fill::unreadable;
use crate::limits::{PyLimits, limits_or_default, reader};
use crate::repr::Repr;
use crate::results::{Back, Kept, Listed, Many, One};
use crate::text::{DateArgument, JsonArgument, owned, text};

static BUILTIN: LazyLock<Arc<Registry>> = LazyLock::new(|| Arc::new(Registry::builtin()));

/// The registry of an argument, the built-in one where none is given.
pub(crate) fn registry_or_builtin<'a>(registry: Option<&'a Bound<'_, PyRegistry>>) -> &'a Registry {
    registry.map_or(&**BUILTIN, |registry| &*registry.get().registry)
}

/// The bodies of groups on their way from Python.
#[derive(Default)]
pub(crate) struct RosterArgument<'py>(Vec<(Bound<'py, PyString>, Items<Bound<'py, PyString>>)>);

impl<'py> FromPyObject<'_, 'py> for RosterArgument<'py> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Mapping"),
        type_hint_identifier!("builtins", "str"),
        type_hint_subscript!(
            type_hint_identifier!("collections.abc", "Iterable"),
            type_hint_identifier!("builtins", "str")
        )
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<RosterArgument<'py>> {
        let Ok(mapping) = object.cast::<PyMapping>() else {
            let given = object.get_type().name()?;
            return Err(PyTypeError::new_err(format!("a roster is a mapping of groups, not {given}")));
        };
        let entries = mapping.items()?;
        entries.iter().map(|entry| entry.extract()).collect::<PyResult<_>>().map(RosterArgument)
    }
}

impl RosterArgument<'_> {
    pub(crate) fn read(&self) -> PyResult<Vec<Roster>> {
        let groups = self.0.iter().enumerate();
        let read = groups.map(|(at, (group, agencies))| {
            let agencies = agencies.0.iter().zip(0..);
            let named = agencies.map(|(name, of)| owned(name, &format!("roster[{at}].agencies[{of}]")));
            let group = owned(group, &format!("roster[{at}].group"))?;
            Ok(Roster { group, agencies: named.collect::<PyResult<_>>()? })
        });
        read.collect()
    }
}

/// Splits a cell into the agencies it names, by the built-in registry.
///
/// Names hold commas and `và` themselves, so what the registry knows is found first; what is left over is `unknown`.
/// Raises `TiendoError` with code `cell-too-long`.
///
/// >>> import tiendo
/// >>> cell = tiendo.split_agencies("Sở Khoa học, Công nghệ và các sở, ban, ngành")
/// >>> [(part.kind, part.name) for part in cell.agencies]
/// [('agency', 'Sở Khoa học và Công nghệ'), ('group', 'các sở, ban, ngành')]
#[pyfunction]
pub(crate) fn split_agencies(cell: &Bound<'_, PyString>) -> PyResult<One<AgencyCell>> {
    BUILTIN.split(text(cell, "cell")?).map(One).map_err(raise)
}

/// The bodies and groups that cells name.
///
/// >>> import tiendo
/// >>> registry = tiendo.Registry.builtin()
/// >>> registry.find("Sở KH&CN").name
/// 'Sở Khoa học và Công nghệ'
#[pyclass(frozen, eq, hash, name = "Registry", module = "tiendo")]
pub(crate) struct PyRegistry {
    pub(crate) registry: Arc<Registry>,
    /// What it was read within.
    limits: Limits,
    agencies: Kept<Agency>,
    groups: Kept<Group>,
}

impl PyRegistry {
    fn new(registry: Arc<Registry>, limits: Limits) -> PyRegistry {
        PyRegistry { registry, limits, agencies: Kept::new(), groups: Kept::new() }
    }
}

impl PartialEq for PyRegistry {
    fn eq(&self, other: &PyRegistry) -> bool {
        self.registry == other.registry
    }
}

impl Hash for PyRegistry {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.registry.agencies().len(), self.registry.groups().len()).hash(state);
    }
}

#[pymethods]
impl PyRegistry {
    /// The registry that comes with the library: the bodies of the built-in plans.
    ///
    /// >>> import tiendo
    /// >>> len(tiendo.Registry.builtin().agencies) > 20
    /// True
    #[staticmethod]
    fn builtin() -> PyRegistry {
        PyRegistry::new(Arc::clone(&BUILTIN), Limits::default())
    }

    /// Reads a registry's JSON. Cells it splits may be as long as `limits` allow.
    ///
    /// Raises `TiendoError`: for what is wrong with the file, with code `duplicate-code` for an id or a name that two
    /// entries share, with `unknown-code` for a successor that is no id, with `bad-value` for bodies that succeed one
    /// another in a circle, with `too-many` for a chain of them that is too long.
    ///
    /// >>> import tiendo
    /// >>> registry = tiendo.Registry.from_json('''{"schemaVersion": 1, "groups": [],
    /// ...     "agencies": [{"id": "x", "name": "Sở Mẫu", "level": "province"}]}''')
    /// >>> registry.find("sở mẫu").id
    /// 'x'
    #[staticmethod]
    #[pyo3(signature = (json, *, limits=None))]
    fn from_json(
        py: Python<'_>,
        json: JsonArgument<'_>,
        limits: Option<&Bound<'_, PyLimits>>,
    ) -> PyResult<PyRegistry> {
        let (json, limits) = (json.bytes()?, limits_or_default(limits));
        let read = py.detach(|| Registry::from_json_with(json, &limits));
        read.map(|registry| PyRegistry::new(Arc::new(registry), limits)).map_err(raise)
    }

    /// Writes the registry as JSON; `from_json` reads it back.
    ///
    /// >>> import tiendo
    /// >>> registry = tiendo.Registry.builtin()
    /// >>> tiendo.Registry.from_json(registry.to_json()) == registry
    /// True
    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(&*self.registry).map_err(unreadable)
    }

    /// The bodies, in the order of the file.
    #[getter]
    fn agencies<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, Agency>> {
        self.agencies.get(py, || self.registry.agencies())
    }

    /// The groups, in the order of the file.
    #[getter]
    fn groups<'py>(&self, py: Python<'py>) -> PyResult<Listed<'py, Group>> {
        self.groups.get(py, || self.registry.groups())
    }

    /// The body with an id, or `None`.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Registry.builtin().agency("so-nv").name
    /// 'Sở Nội vụ'
    fn agency(&self, id: &Bound<'_, PyString>) -> PyResult<Option<One<Agency>>> {
        Ok(self.registry.agency(text(id, "id")?).cloned().map(One))
    }

    /// The body with a name, short name or known misspelling, however it is spaced, cased or accented; or `None`.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Registry.builtin().find("phòng Văn hoá - Xã hội").id
    /// 'phong-vhxh'
    fn find(&self, name: &Bound<'_, PyString>) -> PyResult<Option<One<Agency>>> {
        Ok(self.registry.find(text(name, "name")?).cloned().map(One))
    }

    /// Splits a cell into the agencies it names. Raises `TiendoError` with code `cell-too-long`.
    ///
    /// >>> import tiendo
    /// >>> cell = tiendo.Registry.builtin().split("Các phòng: VHXH, Kinh tế")
    /// >>> tuple(part.name for part in cell.agencies)
    /// ('Phòng Văn hóa - Xã hội', 'Phòng Kinh tế')
    fn split(&self, cell: &Bound<'_, PyString>) -> PyResult<One<AgencyCell>> {
        self.registry.split(text(cell, "cell")?).map(One).map_err(raise)
    }

    /// The agencies of a cell with each group on the roster in place of it: nobody twice, nobody lost.
    ///
    /// A roster is a mapping of groups, by id or words, to their bodies, by id or name.
    ///
    /// >>> import tiendo
    /// >>> registry = tiendo.Registry.builtin()
    /// >>> cell = registry.split("Sở Nội vụ; các sở, ban, ngành")
    /// >>> [part.id for part in registry.expand(cell, {"cac-so-ban-nganh": ["so-tc", "Sở Y tế"]})]
    /// ['so-nv', 'so-tc', 'so-yt']
    fn expand(&self, cell: Back<AgencyCell>, roster: RosterArgument<'_>) -> PyResult<Many<NamedAgency>> {
        Ok(Many(self.registry.expand(&cell.read()?, &roster.read()?)))
    }

    /// What a body is on a day: the same, succeeded by the one body that took over, or orphaned where no single one did.
    /// A successor that has ended too is followed.
    ///
    /// >>> import datetime, tiendo
    /// >>> registry, day = tiendo.Registry.builtin(), datetime.date(2025, 7, 1)
    /// >>> registry.succession("so-tttt", day), registry.succession("so-nv", day).kind
    /// (SuccessionSucceeded(successor='so-khcn'), 'same')
    /// >>> registry.succession("ubnd-tp-my-tho", day).kind
    /// 'orphaned'
    fn succession(&self, id: &Bound<'_, PyString>, on: DateArgument) -> PyResult<One<Succession>> {
        Ok(One(self.registry.succession(text(id, "id")?, on.0)))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Registry")
            .field("agencies", self.registry.agencies().len())
            .field("groups", self.registry.groups().len())
            .finish()
    }

    fn __reduce__<'py>(slf: &Bound<'py, PyRegistry>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let registry = slf.get();
        Ok((reader(&slf.get_type(), "from_json", &registry.limits)?, (registry.to_json()?,)))
    }
}
