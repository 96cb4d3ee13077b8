//! Agencies (*cơ quan chủ trì, cơ quan phối hợp*): a registry of bodies, what becomes of them, and the splitting of
//! a cell into the bodies it names.
//!
//! The registry is data (`core/data/agencies.json`): canonical names, short names and known misspellings, levels,
//! groups, and dated succession. A caller may bring another.
//!
//! # Splitting a cell
//!
//! Names hold commas, `và` and dashes themselves, so a cell is matched first and cut afterwards: at each place the
//! longest name of the registry wins, then a run of group words (`các sở, ban, ngành, địa phương`); `;` `,` `.` `/`
//! `và` and bullets separate only what no name spans. What is left over is an unknown agency.
//!
//! ```
//! use tiendo::{AgencyKind::{Agency, Group, Unknown}, Registry};
//! let registry = Registry::builtin();
//! let cells = [
//!     ("Sở Văn hóa, Thể thao và Du lịch/Báo Hà Tĩnh",
//!         vec![(Agency, "Sở Văn hóa, Thể thao và Du lịch"), (Agency, "Báo Hà Tĩnh")]),
//!     ("Sở Khoa học, Công nghệ và các sở, ban, ngành",
//!         vec![(Agency, "Sở Khoa học và Công nghệ"), (Group, "các sở, ban, ngành")]),
//!     ("Các phòng: VHXH, Kinh tế", vec![(Agency, "Phòng Văn hóa - Xã hội"), (Agency, "Phòng Kinh tế")]),
//!     ("Sở Phép thuật", vec![(Unknown, "Sở Phép thuật")]),
//! ];
//! for (cell, expected) in cells {
//!     let split = registry.split(cell);
//!     let found: Vec<_> = split.agencies.iter().map(|part| (part.kind, part.name.as_str())).collect();
//!     assert_eq!(found, expected, "{cell}");
//! }
//! ```

mod shape;
mod split;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{AgencyKind, ErrorCode, Level};
use crate::error::Error;
use crate::limits::Limits;
use crate::text::{Lexed, Span};
pub(crate) use shape::REGISTRY;

/// A body that leads, cooperates, reports or receives.
///
/// ```
/// let registry = tiendo::Registry::builtin();
/// let department = registry.find("Sở KH&CN").unwrap();
/// assert_eq!(department.name, "Sở Khoa học và Công nghệ");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Agency {
    /// A short id, unique in the registry.
    pub id: String,
    /// Its canonical name.
    pub name: String,
    /// Short names, former spellings and known misspellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its level.
    pub level: Level,
    /// The province or commune it belongs to; absent for a body every one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// When it began, where that matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<Begun>,
    /// When it ended and who succeeds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
}

/// The beginning of a body.
///
/// ```
/// let registry = tiendo::Registry::builtin();
/// assert_eq!(registry.agency("phong-vhxh").unwrap().begun.as_ref().unwrap().on.to_string(), "2025-07-01");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Begun {
    /// Its first day.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub on: NaiveDate,
    /// The act that began it, or what is known of it.
    pub source: String,
}

/// The end of a body.
///
/// ```
/// let registry = tiendo::Registry::builtin();
/// let ended = registry.find("Sở Thông tin và Truyền thông").unwrap().ended.as_ref().unwrap();
/// assert_eq!((ended.on.to_string().as_str(), ended.successor.as_deref()), ("2025-03-01", Some("so-khcn")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ended {
    /// The first day it no longer existed.
    #[serde(with = "crate::json::date")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub on: NaiveDate,
    /// The one body that took over; absent where there is no single one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// The act that ended it, or what is known of it.
    pub source: String,
}

/// A collective lead that stands for many bodies.
///
/// ```
/// let split = tiendo::Registry::builtin().split("Ủy ban nhân dân các huyện, thị xã, thành phố liên quan");
/// assert_eq!(split.agencies[0].tail.as_deref(), Some("liên quan"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Group {
    /// A short id, unique in the registry.
    pub id: String,
    /// Its wording.
    pub name: String,
    /// Other wordings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// One body or group that a cell names.
///
/// ```
/// let split = tiendo::Registry::builtin().split("- Sở Y tế (nhiệm vụ 3).");
/// assert_eq!((split.agencies[0].id.as_deref(), split.agencies[0].items.as_slice()), (Some("so-yt"), &[3][..]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NamedAgency {
    /// What it is.
    pub kind: AgencyKind,
    /// Its id in the registry; absent for words of no entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The canonical name of a body, else the words of the cell.
    pub name: String,
    /// Which of them, as written after the name: `liên quan`, `đủ điều kiện`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tail: Option<String>,
    /// The numbered items of the task it leads: `(nhiệm vụ 1,2)`; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<u32>,
    /// Its place in the cell.
    pub span: Span,
}

/// A cell of agencies, split.
///
/// ```
/// let split = tiendo::Registry::builtin().split("Các sở: Tài chính, Y tế,…");
/// assert_eq!((split.agencies.len(), split.open), (2, true));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgencyCell {
    /// The bodies and groups, in the order of the cell; none for an empty cell or a dash.
    pub agencies: Vec<NamedAgency>,
    /// The list is left open (`…`).
    pub open: bool,
    /// The cell, verbatim.
    pub text: String,
}

/// What a body is on a day.
///
/// ```
/// use tiendo::{Registry, Succession};
/// let registry = Registry::builtin();
/// let on = |day: &str| registry.succession("so-tttt", day.parse().unwrap());
/// assert_eq!(on("2025-02-28"), Succession::Same);
/// assert_eq!(on("2025-03-01"), Succession::Succeeded("so-khcn".to_owned()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Succession {
    /// It exists.
    Same,
    /// It has ended; this body took over.
    Succeeded(String),
    /// It has ended, and no single body took over.
    Orphaned,
}

/// The bodies and groups that cells name.
///
/// ```
/// use tiendo::Registry;
/// let json = r#"{"schemaVersion": 1, "groups": [], "agencies": [{"id": "x", "name": "Sở Mẫu", "level": "province"}]}"#;
/// let registry = Registry::from_json(json.as_bytes())?;
/// assert!(registry.find("sở mẫu").is_some());
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registry {
    entries: Entries,
    /// For each first word, the names that begin with it, longest first: their words and whom they name.
    names: BTreeMap<String, Vec<(Vec<String>, Named)>>,
}

/// The file's form of a registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Registry"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Entries {
    /// The version of the format, 1.
    #[serde(deserialize_with = "crate::json::version")]
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    schema_version: u32,
    /// The bodies.
    #[serde(deserialize_with = "crate::json::list")]
    agencies: Vec<Agency>,
    /// The groups.
    #[serde(deserialize_with = "crate::json::list")]
    groups: Vec<Group>,
}

/// Whom a name names: a place in the list of agencies or of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Agency(usize),
    Group(usize),
}

impl Registry {
    /// The registry that comes with the library: the bodies of the built-in plans.
    ///
    /// ```
    /// assert!(tiendo::Registry::builtin().agencies().len() > 20);
    /// ```
    pub fn builtin() -> Registry {
        Registry::shared().clone()
    }

    /// The built-in registry, read once.
    pub(crate) fn shared() -> &'static Registry {
        static SHARED: LazyLock<Registry> = LazyLock::new(Registry::read_builtin);
        &SHARED
    }

    fn read_builtin() -> Registry {
        // A test reads the file; a registry that could not be read would know nobody.
        let entries =
            crate::json::read(include_bytes!("../../data/agencies.json"), &Limits::default(), &REGISTRY);
        Registry::new(entries.unwrap_or(Entries {
            schema_version: 1,
            agencies: Vec::new(),
            groups: Vec::new(),
        }))
    }

    /// Reads a registry's JSON.
    ///
    /// Errors: those of files; `duplicate-code` for an id or a name two entries share; `unknown-code` for a successor
    /// that is no id.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Registry};
    /// let twice = br#"{"schemaVersion": 1, "groups": [], "agencies": [
    ///     {"id": "x", "name": "A", "level": "province"}, {"id": "x", "name": "B", "level": "province"}]}"#;
    /// assert_eq!(Registry::from_json(twice).unwrap_err().code, ErrorCode::DuplicateCode);
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Registry, Error> {
        let entries: Entries = crate::json::read(json, &Limits::default(), &REGISTRY)?;
        let mut names: BTreeMap<Vec<String>, String> = BTreeMap::new();
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        for (path, id, name, aliases) in entries.all() {
            if !ids.insert(id) {
                return Err(Error::new(
                    ErrorCode::DuplicateCode,
                    format!("{path}.id"),
                    "an id that no other entry has",
                ));
            }
            for name in std::iter::once(name).chain(aliases) {
                if names.insert(words(name), id.to_owned()).is_some_and(|other| other != id) {
                    let expected = format!("a name that no other entry has, not `{name}`");
                    return Err(Error::new(ErrorCode::DuplicateCode, path, expected));
                }
            }
        }
        for (at, agency) in entries.agencies.iter().enumerate() {
            let successor = agency.ended.as_ref().and_then(|ended| ended.successor.as_deref());
            if successor.is_some_and(|id| !entries.agencies.iter().any(|other| other.id == id)) {
                let path = format!("agencies[{at}].ended.successor");
                return Err(Error::new(ErrorCode::UnknownCode, path, "the id of an agency"));
            }
        }
        Ok(Registry::new(entries))
    }

    fn new(entries: Entries) -> Registry {
        let mut names: BTreeMap<String, Vec<(Vec<String>, Named)>> = BTreeMap::new();
        let agencies =
            entries.agencies.iter().zip(0..).map(|(a, at)| (Named::Agency(at), &a.name, &a.aliases));
        let groups = entries.groups.iter().zip(0..).map(|(g, at)| (Named::Group(at), &g.name, &g.aliases));
        for (named, name, aliases) in agencies.chain(groups) {
            for name in std::iter::once(name).chain(aliases) {
                let words = words(name);
                if let Some(first) = words.first() {
                    names.entry(first.clone()).or_default().push((words, named));
                }
            }
        }
        for list in names.values_mut() {
            list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Registry { entries, names }
    }

    /// The bodies, in the order of the file.
    ///
    /// ```
    /// assert!(tiendo::Registry::builtin().agencies().iter().any(|agency| agency.id == "so-khcn"));
    /// ```
    pub fn agencies(&self) -> &[Agency] {
        &self.entries.agencies
    }

    /// The groups, in the order of the file.
    ///
    /// ```
    /// assert!(!tiendo::Registry::builtin().groups().is_empty());
    /// ```
    pub fn groups(&self) -> &[Group] {
        &self.entries.groups
    }

    /// The body with an id.
    ///
    /// ```
    /// assert_eq!(tiendo::Registry::builtin().agency("so-nv").unwrap().name, "Sở Nội vụ");
    /// ```
    pub fn agency(&self, id: &str) -> Option<&Agency> {
        self.entries.agencies.iter().find(|agency| agency.id == id)
    }

    /// The body with a name, short name or known misspelling, however it is spaced, cased or accented.
    ///
    /// ```
    /// assert_eq!(tiendo::Registry::builtin().find("phòng Văn hoá - Xã hội").unwrap().id, "phong-vhxh");
    /// ```
    pub fn find(&self, name: &str) -> Option<&Agency> {
        let words = words(name);
        let known = self.names.get(words.first()?)?;
        match known.iter().find(|(known, _)| *known == words)?.1 {
            Named::Agency(at) => self.entries.agencies.get(at),
            Named::Group(_) => None,
        }
    }

    /// What became of a body by a day; a successor that has ended too is followed.
    ///
    /// ```
    /// use tiendo::{Registry, Succession};
    /// let day = "2025-07-01".parse().unwrap();
    /// assert_eq!(Registry::builtin().succession("ubnd-tp-my-tho", day), Succession::Orphaned);
    /// ```
    pub fn succession(&self, id: &str, on: NaiveDate) -> Succession {
        let mut at = id;
        // A chain is never longer than the registry.
        for _ in 0..self.entries.agencies.len() {
            let Some(ended) =
                self.agency(at).and_then(|agency| agency.ended.as_ref()).filter(|ended| ended.on <= on)
            else {
                break;
            };
            let Some(next) = &ended.successor else { return Succession::Orphaned };
            at = next;
        }
        if at == id { Succession::Same } else { Succession::Succeeded(at.to_owned()) }
    }

    /// The cell's groups replaced by the bodies a caller's roster gives for them; a group that is not on the roster
    /// stays one group.
    ///
    /// ```
    /// use tiendo::Registry;
    /// let registry = Registry::builtin();
    /// let cell = registry.split("Các sở, ban, ngành");
    /// let roster = [("cac-so-ban-nganh", vec!["so-nv", "so-tc"])];
    /// let names: Vec<_> = registry.expand(&cell, &roster).into_iter().map(|agency| agency.name).collect();
    /// assert_eq!(names, ["Sở Nội vụ", "Sở Tài chính"]);
    /// ```
    pub fn expand(&self, cell: &AgencyCell, roster: &[(&str, Vec<&str>)]) -> Vec<NamedAgency> {
        let mut expanded: Vec<NamedAgency> = Vec::new();
        for part in &cell.agencies {
            let bodies = roster
                .iter()
                .find(|(group, _)| part.kind == AgencyKind::Group && part.id.as_deref() == Some(group));
            let Some((_, bodies)) = bodies else {
                expanded.push(part.clone());
                continue;
            };
            for body in bodies.iter().filter_map(|id| self.agency(id)) {
                let (id, name) = (Some(body.id.clone()), body.name.clone());
                // A body named beside its group is still one body.
                if !expanded.iter().any(|known| known.id == id) {
                    expanded.push(NamedAgency { kind: AgencyKind::Agency, id, name, ..part.clone() });
                }
            }
        }
        expanded
    }
}

impl Entries {
    /// Every entry: its path, id, name and aliases.
    fn all(&self) -> impl Iterator<Item = (String, &str, &String, &Vec<String>)> {
        let agencies = self.agencies.iter().enumerate();
        let groups = self.groups.iter().enumerate();
        agencies
            .map(|(at, entry)| (format!("agencies[{at}]"), entry.id.as_str(), &entry.name, &entry.aliases))
            .chain(
                groups.map(|(at, entry)| {
                    (format!("groups[{at}]"), entry.id.as_str(), &entry.name, &entry.aliases)
                }),
            )
    }
}

/// The words and marks of a name as they are matched.
fn words(name: &str) -> Vec<String> {
    let lexed = Lexed::new(name);
    lexed.tokens().iter().map(|token| token.key.to_owned()).collect()
}
