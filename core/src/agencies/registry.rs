//! The registry: bodies and groups by id and by name, and what becomes of them.

use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::names::{Bare, Names};
use super::provinces;
use super::shape::REGISTRY;
use super::{Agency, Group, Succession};
use crate::error::{Error, Errors};
use crate::json::{Reading, Shape};
use crate::limits::Limits;
use crate::sorted::Map;
use crate::text::{Lexed, match_key, work};

/// The bodies and groups that cells name.
///
/// ```
/// use tiendo::Registry;
/// let json = r#"{"schemaVersion": 1, "groups": [], "agencies": [{"id": "x", "name": "Sở Mẫu", "level": "province"}]}"#;
/// let registry = Registry::from_json(json.as_bytes())?;
/// assert!(registry.find("sở mẫu").is_some());
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "Entries", into = "Entries")]
pub struct Registry {
    pub(super) entries: Entries,
    pub(super) ids: Map<String, Named>,
    /// Whom each name names: bodies by their places, groups by theirs after all bodies.
    pub(super) names: Names,
    /// The names without diacritics, made when a word is met that no name begins with.
    bare: Arc<OnceLock<Bare>>,
    /// Groups by their nouns.
    nouns: Map<String, usize>,
    /// The names of the bodies, for the results to share.
    shown: Vec<Arc<str>>,
    /// The place of the one body that succeeds each.
    successors: Vec<Option<usize>>,
    /// What its cells keep to.
    pub(crate) limits: Limits,
}

impl PartialEq for Registry {
    fn eq(&self, other: &Registry) -> bool {
        // The rest is made from these.
        self.entries == other.entries && self.limits == other.limits
    }
}

impl Eq for Registry {}

impl From<Registry> for Entries {
    fn from(registry: Registry) -> Entries {
        registry.entries
    }
}

impl TryFrom<Entries> for Registry {
    type Error = String;

    fn try_from(entries: Entries) -> Result<Registry, String> {
        Registry::of(entries, &Limits::default()).map_err(|error| error.to_string())
    }
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
    pub(super) agencies: Vec<Agency>,
    /// The groups.
    #[serde(deserialize_with = "crate::json::list")]
    pub(super) groups: Vec<Group>,
}

/// Whom a name names: a place in the list of agencies or of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    Agency(usize),
    Group(usize),
}

/// The bodies and groups of the built-in registry, but for those of the provinces.
const BUILTIN: &[u8] = include_bytes!("../../data/agencies.json");

/// How a registry's file is read.
const READING: Reading<Entries> = Reading {
    shape: &Shape::Object(&REGISTRY),
    bytes: |limits| limits.json_bytes,
    check: Entries::check,
    rests_on: &[("agencies[].ended.successor", &["agencies[].id"])],
};

impl Registry {
    /// The registry that comes with the library: the Party's, the State's and the provinces' bodies of 2025 and those
    /// before them, each with the act that names it, and the groups that plans charge.
    ///
    /// ```
    /// assert!(tiendo::Registry::builtin().agencies().len() > 400);
    /// ```
    pub fn builtin() -> Registry {
        Registry::shared().clone()
    }

    /// The built-in registry, read once.
    pub(crate) fn shared() -> &'static Registry {
        static SHARED: LazyLock<Registry> = LazyLock::new(|| {
            // A test reads the file; a registry that could not be read would know nobody.
            let file = crate::json::read_checked(BUILTIN, &Limits::default(), &READING);
            let mut entries = file.unwrap_or(Entries { schema_version: 1, agencies: vec![], groups: vec![] });
            entries.agencies.extend(provinces::bodies());
            Registry::new(entries, &Limits::default())
        });
        &SHARED
    }

    /// Reads a registry's JSON.
    ///
    /// Errors: those of files; `duplicate-code` for an id or a name two entries share; `unknown-code` for a successor
    /// that is no id of an agency; `bad-value` for an empty id or name, and for bodies that succeed one another in a
    /// circle; `too-many` for a longer chain of them, `cell-too-long` for a longer id or name than the limits allow.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Registry};
    /// let twice = br#"{"schemaVersion": 1, "groups": [], "agencies": [
    ///     {"id": "x", "name": "A", "level": "province"}, {"id": "x", "name": "B", "level": "province"}]}"#;
    /// assert_eq!(Registry::from_json(twice).unwrap_err().code, ErrorCode::DuplicateCode);
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Registry, Error> {
        Registry::from_json_with(json, &Limits::default())
    }

    /// Reads a registry's JSON within limits, which its cells keep too.
    ///
    /// Errors: as [`from_json`](Registry::from_json).
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Registry};
    /// let json = br#"{"schemaVersion": 1, "agencies": [], "groups": [{"id": "long", "name": "A"}]}"#;
    /// let limits = Limits { id_chars: 3, ..Limits::default() };
    /// assert_eq!(Registry::from_json_with(json, &limits).unwrap_err().code, ErrorCode::CellTooLong);
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<Registry, Error> {
        crate::json::read_checked(json, limits, &READING).map(|entries| Registry::new(entries, limits))
    }

    /// The registry as JSON, which reads back as the same registry.
    ///
    /// ```
    /// use tiendo::Registry;
    /// let registry = Registry::builtin();
    /// assert_eq!(Registry::from_json(registry.to_json().as_bytes())?, registry);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        crate::json::write(&self.entries)
    }

    /// The registry of entries that came of no file of their own.
    pub(crate) fn of(entries: Entries, limits: &Limits) -> Result<Registry, Error> {
        let mut errors = Errors::new(limits.errors);
        entries.check(limits, &mut errors);
        errors.into_first().map_or_else(|| Ok(Registry::new(entries, limits)), Err)
    }

    /// The registry of entries without errors.
    fn new(entries: Entries, limits: &Limits) -> Registry {
        let names = Names::new(entries.owned_names());
        let ids: Map<String, Named> = entries.all().map(|entry| (entry.id.to_owned(), entry.named)).collect();
        let mut by_nouns = Map::new();
        for (group, at) in entries.groups.iter().zip(0..) {
            for name in std::iter::once(&group.name).chain(&group.aliases) {
                by_nouns.or_insert(nouns(Lexed::new(name).tokens().iter().map(|token| token.key)), at);
            }
        }
        let successor = |agency: &Agency| match ids.get(agency.ended.as_ref()?.successor.as_ref()?) {
            Some(Named::Agency(at)) => Some(*at),
            _ => None,
        };
        Registry {
            successors: entries.agencies.iter().map(successor).collect(),
            shown: entries.agencies.iter().map(|agency| agency.name.as_str().into()).collect(),
            nouns: by_nouns,
            ids,
            names,
            bare: Arc::default(),
            entries,
            limits: limits.clone(),
        }
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
        self.agency_of(*self.ids.get(id)?)
    }

    /// The body with a name, short name or known misspelling, however it is spaced, cased or accented.
    ///
    /// ```
    /// assert_eq!(tiendo::Registry::builtin().find("phòng Văn hoá - Xã hội").unwrap().id, "phong-vhxh");
    /// ```
    pub fn find(&self, name: &str) -> Option<&Agency> {
        self.agency_of(self.named(self.owner_of(name)?))
    }

    /// A body by its id, else by one of its names.
    pub(crate) fn by_id_or_name(&self, words: &str) -> Option<&Agency> {
        self.agency(words).or_else(|| self.find(words))
    }

    /// Whether an id or a name is one of the registry's, a body's or a group's.
    pub(super) fn has_named(&self, name: &str) -> bool {
        self.ids.get(name).is_some() || self.names.owner_of(name).is_some()
    }

    fn agency_of(&self, named: Named) -> Option<&Agency> {
        match named {
            Named::Agency(at) => self.entries.agencies.get(at),
            Named::Group(_) => None,
        }
    }

    /// The owner of a name, with its diacritics or without.
    fn owner_of(&self, name: &str) -> Option<u32> {
        self.names.owner_of(name).or_else(|| self.bare().owner_of(name))
    }

    /// The names without diacritics.
    pub(super) fn bare(&self) -> &Bare {
        self.bare.get_or_init(|| Bare::new(self.entries.owned_names()))
    }

    /// Whom an owner of a name is.
    pub(super) fn named(&self, owner: u32) -> Named {
        let (owner, bodies) = (owner as usize, self.entries.agencies.len());
        owner.checked_sub(bodies).map_or(Named::Agency(owner), Named::Group)
    }

    pub(super) fn id(&self, named: Named) -> Option<&str> {
        match named {
            Named::Agency(at) => self.entries.agencies.get(at).map(|agency| agency.id.as_str()),
            Named::Group(at) => self.entries.groups.get(at).map(|group| group.id.as_str()),
        }
    }

    /// A body's name, shared.
    pub(super) fn shown(&self, agency: usize) -> Option<&Arc<str>> {
        self.shown.get(agency)
    }

    /// The group of these words, `các` and the joining words apart.
    pub(super) fn group_of<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<Named> {
        self.nouns.get(&nouns(words)).copied().map(Named::Group)
    }

    /// What became of a body by a day; a successor that has ended too is followed.
    ///
    /// ```
    /// use tiendo::{Registry, Succession};
    /// let day = "2025-07-01".parse().unwrap();
    /// assert_eq!(Registry::builtin().succession("ubnd-tp-my-tho", day), Succession::Orphaned);
    /// ```
    pub fn succession(&self, id: &str, on: NaiveDate) -> Succession {
        let Some(Named::Agency(first)) = self.ids.get(id) else { return Succession::Same };
        let ended = |at: &usize| {
            let ended = self.entries.agencies.get(*at).and_then(|agency| agency.ended.as_ref());
            ended.is_some_and(|ended| ended.on <= on)
        };
        let mut at = *first;
        // No chain is a circle, and none longer than the limit: the file was refused else.
        while ended(&at) {
            work::step();
            let Some(next) = self.successors.get(at).copied().flatten() else { return Succession::Orphaned };
            at = next;
        }
        match self.entries.agencies.get(at).filter(|_| at != *first) {
            Some(successor) => Succession::Succeeded { successor: successor.id.clone() },
            None => Succession::Same,
        }
    }

    /// Whom an id, a name or the words of a group mean.
    pub(super) fn whom(&self, text: &str) -> Whom {
        let by_name = || self.owner_of(text).map(|owner| self.named(owner));
        let by_nouns = || self.group_of(Lexed::new(text).tokens().iter().map(|token| token.key));
        let named = self.ids.get(text).copied().or_else(by_name).or_else(by_nouns);
        named.ok_or_else(|| match_key(text))
    }
}

/// An entry of the registry, or the key of words that are none.
pub(super) type Whom = Result<Named, String>;

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registry")
            .field("agencies", &self.entries.agencies.len())
            .field("groups", &self.entries.groups.len())
            .finish_non_exhaustive()
    }
}

/// The words that tell one group from another.
fn nouns<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut nouns = String::new();
    for word in words.filter(|word| !["các", ",", "và", "-", "/", "&"].contains(word)) {
        nouns.push_str(word);
        nouns.push(' ');
    }
    nouns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_file_reads() {
        let file = Registry::from_json(BUILTIN).unwrap();
        let built_in = Registry::builtin();
        assert!(built_in.agencies().starts_with(file.agencies()) && built_in.groups() == file.groups());
        assert_eq!(Registry::from_json(built_in.to_json().as_bytes()), Ok(built_in));
    }

    #[test]
    fn every_id_and_every_name_is_found() {
        let registry = Registry::builtin();
        for agency in registry.agencies() {
            assert_eq!(registry.agency(&agency.id), Some(agency));
            for name in std::iter::once(&agency.name).chain(&agency.aliases) {
                assert_eq!(registry.find(name), Some(agency), "{name}");
            }
        }
        for group in registry.groups() {
            assert_eq!((registry.agency(&group.id), registry.find(&group.name)), (None, None));
        }
    }

    #[test]
    fn a_registry_fits_a_screen() {
        insta::assert_debug_snapshot!(Registry::builtin(), @r"
        Registry {
            agencies: 424,
            groups: 31,
            ..
        }
        ");
    }
}
