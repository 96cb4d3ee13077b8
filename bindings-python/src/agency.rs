//! Agencies: the registry of bodies and groups, and the cells that name them.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use chrono::NaiveDate;
use pyo3::prelude::*;
use pyo3::types::PyString;
use serde::Serialize;
use tiendo::{Agency, AgencyCell, AgencyKind, Begun, Ended, Group, Level, NamedAgency, Registry, Succession};

use crate::codes::Code;
use crate::collections::Tuple;
use crate::deadline::DateArgument;
use crate::errors::raise;
use crate::match_args::{MatchArgs, positional};
use crate::pickle::{Reduced, json, reduce};
use crate::record::record;
use crate::repr::Repr;
use crate::text::{JsonArgument, PySpan, text};

static BUILTIN: LazyLock<Registry> = LazyLock::new(Registry::builtin);

/// The registry of an argument, the built-in one where none is given.
pub(crate) fn registry_or_builtin<'a>(registry: Option<&'a Bound<'_, PyRegistry>>) -> &'a Registry {
    registry.map_or(&*BUILTIN, |registry| &*registry.get().0)
}

/// Splits a cell into the agencies it names, by the built-in registry.
///
/// Names hold commas and `và` themselves, so what the registry knows is found first; what is left over is `unknown`.
///
/// >>> import tiendo
/// >>> cell = tiendo.split_agencies("Sở Khoa học, Công nghệ và các sở, ban, ngành")
/// >>> [(part.kind, part.name) for part in cell.agencies]
/// [('agency', 'Sở Khoa học và Công nghệ'), ('group', 'các sở, ban, ngành')]
#[pyfunction]
pub(crate) fn split_agencies(cell: &Bound<'_, PyString>) -> PyResult<PyAgencyCell> {
    Ok(PyAgencyCell(BUILTIN.split(text(cell, "cell")?)))
}

/// The bodies and groups that cells name.
///
/// >>> import tiendo
/// >>> registry = tiendo.Registry.builtin()
/// >>> registry.find("Sở KH&CN").name
/// 'Sở Khoa học và Công nghệ'
#[pyclass(frozen, eq, hash, name = "Registry", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyRegistry(Cow<'static, Registry>);

impl Hash for PyRegistry {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.agencies().len(), self.0.groups().len()).hash(state);
    }
}

/// The file's form of a registry, as `from_json` reads it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RegistryFile<'a> {
    schema_version: u32,
    agencies: &'a [Agency],
    groups: &'a [Group],
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
        PyRegistry(Cow::Borrowed(&BUILTIN))
    }

    /// Reads a registry's JSON.
    ///
    /// Raises `TiendoError`: for what is wrong with the file, with code `duplicate-code` for an id or a name that two
    /// entries share, and with `unknown-code` for a successor that is no id.
    ///
    /// >>> import tiendo
    /// >>> registry = tiendo.Registry.from_json('''{"schemaVersion": 1, "groups": [],
    /// ...     "agencies": [{"id": "x", "name": "Sở Mẫu", "level": "province"}]}''')
    /// >>> registry.find("sở mẫu").id
    /// 'x'
    #[staticmethod]
    fn from_json(json: JsonArgument<'_>) -> PyResult<PyRegistry> {
        Registry::from_json(json.bytes()?).map(|registry| PyRegistry(Cow::Owned(registry))).map_err(raise)
    }

    /// The bodies, in the order of the file.
    #[getter]
    fn agencies(&self) -> Tuple<PyAgency> {
        self.0.agencies().iter().cloned().map(PyAgency).collect()
    }

    /// The groups, in the order of the file.
    #[getter]
    fn groups(&self) -> Tuple<PyGroup> {
        self.0.groups().iter().cloned().map(PyGroup).collect()
    }

    /// The body with an id, or `None`.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Registry.builtin().agency("so-nv").name
    /// 'Sở Nội vụ'
    fn agency(&self, id: &Bound<'_, PyString>) -> PyResult<Option<PyAgency>> {
        Ok(self.0.agency(text(id, "id")?).cloned().map(PyAgency))
    }

    /// The body with a name, short name or known misspelling, however it is spaced, cased or accented; or `None`.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Registry.builtin().find("phòng Văn hoá - Xã hội").id
    /// 'phong-vhxh'
    fn find(&self, name: &Bound<'_, PyString>) -> PyResult<Option<PyAgency>> {
        Ok(self.0.find(text(name, "name")?).cloned().map(PyAgency))
    }

    /// Splits a cell into the agencies it names.
    ///
    /// >>> import tiendo
    /// >>> cell = tiendo.Registry.builtin().split("Các phòng: VHXH, Kinh tế")
    /// >>> tuple(part.name for part in cell.agencies)
    /// ('Phòng Văn hóa - Xã hội', 'Phòng Kinh tế')
    fn split(&self, cell: &Bound<'_, PyString>) -> PyResult<PyAgencyCell> {
        Ok(PyAgencyCell(self.0.split(text(cell, "cell")?)))
    }

    /// The id of what a body is on a day: its own while it exists, then that of the one body that took over; `None`
    /// where no single one did. A successor that has ended too is followed.
    ///
    /// >>> import datetime, tiendo
    /// >>> registry, day = tiendo.Registry.builtin(), datetime.date(2025, 7, 1)
    /// >>> registry.succession("so-tttt", day), registry.succession("so-nv", day)
    /// ('so-khcn', 'so-nv')
    /// >>> registry.succession("ubnd-tp-my-tho", day) is None
    /// True
    fn succession(&self, id: &Bound<'_, PyString>, on: DateArgument) -> PyResult<Option<String>> {
        let id = text(id, "id")?;
        Ok(match self.0.succession(id, on.0) {
            Succession::Same => Some(id.to_owned()),
            Succession::Succeeded(successor) => Some(successor),
            Succession::Orphaned => None,
        })
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Registry")
            .field("agencies", self.0.agencies().len())
            .field("groups", self.0.groups().len())
            .finish()
    }

    fn __reduce__<'py>(slf: &Bound<'py, PyRegistry>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let registry = &slf.get().0;
        let file =
            RegistryFile { schema_version: 1, agencies: registry.agencies(), groups: registry.groups() };
        Ok((slf.get_type().getattr("from_json")?, (json(&file)?,)))
    }
}

/// A body that leads, cooperates, reports or receives.
///
/// >>> import tiendo
/// >>> tiendo.Registry.builtin().agency("so-ct")
/// Agency('so-ct', name='Sở Công Thương', level='province')
#[pyclass(frozen, eq, hash, name = "Agency", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyAgency(pub(crate) Agency);

impl Hash for PyAgency {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.id, &self.0.name).hash(state);
    }
}

positional!(PyAgency: "id", "name", "level");

#[pymethods]
impl PyAgency {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyAgency> {
        MatchArgs::new()
    }

    /// A short id, unique in the registry.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// Its canonical name.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// Short names, former spellings and known misspellings.
    #[getter]
    fn aliases(&self) -> Tuple<&str> {
        self.0.aliases.iter().map(String::as_str).collect()
    }

    /// Its level.
    #[getter]
    fn level(&self) -> Code<Level> {
        Code(self.0.level)
    }

    /// The province or commune it belongs to; `None` for a body every one has.
    #[getter]
    fn place(&self) -> Option<&str> {
        self.0.place.as_deref()
    }

    /// When it began, where that matters.
    #[getter]
    fn begun(&self) -> Option<PyBegun> {
        self.0.begun.clone().map(PyBegun)
    }

    /// When it ended and who succeeds it.
    #[getter]
    fn ended(&self) -> Option<PyEnded> {
        self.0.ended.clone().map(PyEnded)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Agency")
            .value(self.id())
            .field("name", self.name())
            .field("aliases", self.aliases())
            .field("level", self.level())
            .field("place", self.place())
            .field("begun", self.begun())
            .field("ended", self.ended())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Agency", &self.0)
    }
}

record! {
    /// The beginning of a body.
    ///
    /// >>> import tiendo
    /// >>> tiendo.Registry.builtin().agency("phong-vhxh").begun.on
    /// datetime.date(2025, 7, 1)
    PyBegun(Begun) as "Begun", |of|
    positional: "on", "source";
    hash: (of.on, &of.source);
    shown: on source;
    fields: {
        /// Its first day.
        on: NaiveDate = of.on;
        /// The act that began it, or what is known of it.
        source: &str = &of.source;
    }
    methods: {
        fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
            reduce(py, "Begun", &self.0)
        }
    }
}

/// The end of a body.
///
/// >>> import tiendo
/// >>> ended = tiendo.Registry.builtin().find("Sở Thông tin và Truyền thông").ended
/// >>> ended.on, ended.successor
/// (datetime.date(2025, 3, 1), 'so-khcn')
#[pyclass(frozen, eq, hash, name = "Ended", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyEnded(pub(crate) Ended);

impl Hash for PyEnded {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.on, &self.0.successor).hash(state);
    }
}

positional!(PyEnded: "on", "successor", "source");

#[pymethods]
impl PyEnded {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyEnded> {
        MatchArgs::new()
    }

    /// The first day it no longer existed.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on
    }

    /// The id of the one body that took over; `None` where there is no single one.
    #[getter]
    fn successor(&self) -> Option<&str> {
        self.0.successor.as_deref()
    }

    /// The act that ended it, or what is known of it.
    #[getter]
    fn source(&self) -> &str {
        &self.0.source
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Ended")
            .field("on", self.on())
            .field("successor", self.successor())
            .field("source", self.source())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Ended", &self.0)
    }
}

/// A collective lead that stands for many bodies.
///
/// >>> import tiendo
/// >>> tiendo.Registry.builtin().groups[1]
/// Group('cac-so-ban-nganh', name='Các sở, ban, ngành')
#[pyclass(frozen, eq, hash, name = "Group", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyGroup(pub(crate) Group);

impl Hash for PyGroup {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.id, &self.0.name).hash(state);
    }
}

positional!(PyGroup: "id", "name");

#[pymethods]
impl PyGroup {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyGroup> {
        MatchArgs::new()
    }

    /// A short id, unique in the registry.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// Its wording.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// Other wordings.
    #[getter]
    fn aliases(&self) -> Tuple<&str> {
        self.0.aliases.iter().map(String::as_str).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Group")
            .value(self.id())
            .field("name", self.name())
            .field("aliases", self.aliases())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Group", &self.0)
    }
}

/// A cell of agencies, split.
///
/// >>> import tiendo
/// >>> cell = tiendo.split_agencies("Các sở: Tài chính, Y tế,…")
/// >>> len(cell.agencies), cell.open
/// (2, True)
#[pyclass(frozen, eq, hash, name = "AgencyCell", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyAgencyCell(pub(crate) AgencyCell);

impl Hash for PyAgencyCell {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.text, self.0.agencies.len()).hash(state);
    }
}

#[pymethods]
impl PyAgencyCell {
    /// The bodies and groups, in the order of the cell; none for an empty cell or a dash.
    #[getter]
    fn agencies(&self) -> Tuple<PyNamedAgency> {
        self.0.agencies.iter().cloned().map(PyNamedAgency).collect()
    }

    /// Whether the list is left open (`…`).
    #[getter]
    fn open(&self) -> bool {
        self.0.open
    }

    /// The cell, verbatim.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "AgencyCell")
            .value(self.text())
            .field("agencies", self.agencies())
            .field("open", self.open())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "AgencyCell", &self.0)
    }
}

/// One body or group that a cell names.
///
/// >>> import tiendo
/// >>> tiendo.split_agencies("- Sở Y tế (nhiệm vụ 3).").agencies[0]
/// NamedAgency('agency', id='so-yt', name='Sở Y tế', items=(3,), span=Span(2, 22))
#[pyclass(frozen, eq, hash, name = "NamedAgency", module = "tiendo")]
#[derive(PartialEq, Eq)]
pub(crate) struct PyNamedAgency(pub(crate) NamedAgency);

impl Hash for PyNamedAgency {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.name, self.0.span).hash(state);
    }
}

positional!(PyNamedAgency: "kind", "id", "name");

#[pymethods]
impl PyNamedAgency {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyNamedAgency> {
        MatchArgs::new()
    }

    /// What it is.
    #[getter]
    fn kind(&self) -> Code<AgencyKind> {
        Code(self.0.kind)
    }

    /// Its id in the registry; `None` for words of no entry.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.0.id.as_deref()
    }

    /// The canonical name of a body, else the words of the cell.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// Which of them, as written after the name: `liên quan`, `đủ điều kiện`.
    #[getter]
    fn tail(&self) -> Option<&str> {
        self.0.tail.as_deref()
    }

    /// The numbered items of the task it leads: `(nhiệm vụ 1,2)`; empty for all.
    #[getter]
    fn items(&self) -> Tuple<u32> {
        self.0.items.iter().copied().collect()
    }

    /// Its place in the cell.
    #[getter]
    fn span(&self) -> PySpan {
        PySpan(self.0.span)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "NamedAgency")
            .value(self.kind())
            .field("id", self.id())
            .field("name", self.name())
            .field("tail", self.tail())
            .field("items", self.items())
            .field("span", self.span())
            .finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "NamedAgency", &self.0)
    }
}
