//! Bodies and groups, and what a cell says of them.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{AgencyKind, Level};
use crate::note::Note;
use crate::text::Span;

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
    /// The act that names it, where neither its beginning nor its end does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
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
/// let split = tiendo::Registry::builtin().split("Ủy ban nhân dân các huyện, thị xã, thành phố liên quan")?;
/// assert_eq!(split.agencies[0].tail.as_deref(), Some("liên quan"));
/// # Ok::<(), tiendo::Error>(())
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
/// let split = tiendo::Registry::builtin().split("- Sở Y tế (nhiệm vụ 3).")?;
/// assert_eq!((split.agencies[0].id.as_deref(), split.agencies[0].items.as_slice()), (Some("so-yt"), &[3][..]));
/// # Ok::<(), tiendo::Error>(())
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
    pub name: Arc<str>,
    /// Which of them, as written after the name: `liên quan`, `đủ điều kiện`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tail: Option<Arc<str>>,
    /// The numbered items of the task it leads: `(nhiệm vụ 1,2)`; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<u32>,
    /// Its place in the cell, with all that is said of it.
    pub span: Span,
    /// What it does, as written beside the name: `chủ trì`, `(cơ quan thường trực)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Arc<str>>,
    /// Where, or for which part of a document: `trên địa bàn tỉnh`, `tại điểm d, khoản 1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Arc<str>>,
}

/// A cell of agencies, split.
///
/// ```
/// let split = tiendo::Registry::builtin().split("Các sở: Tài chính, Y tế,…")?;
/// assert_eq!((split.agencies.len(), split.open), (2, true));
/// # Ok::<(), tiendo::Error>(())
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
    /// What to know about the reading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// The bodies that a collective lead stands for, as the caller knows them.
///
/// ```
/// let roster: tiendo::Roster =
///     serde_json::from_str(r#"{"group": "cac-so-nganh", "agencies": ["so-nv", "Sở Y tế"]}"#).unwrap();
/// assert_eq!(roster.agencies.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Roster {
    /// The group: its id, or its words.
    pub group: String,
    /// Its bodies, each by id or name.
    pub agencies: Vec<String>,
}

/// What a body is on a day.
///
/// ```
/// use tiendo::{Registry, Succession};
/// let registry = Registry::builtin();
/// let on = |day: &str| registry.succession("so-tttt", day.parse().unwrap());
/// assert_eq!(on("2025-02-28"), Succession::Same);
/// assert_eq!(on("2025-03-01"), Succession::Succeeded { successor: "so-khcn".to_owned() });
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Succession {
    /// It exists.
    Same,
    /// It has ended, and one body took over.
    Succeeded {
        /// The id of that body.
        successor: String,
    },
    /// It has ended, and no single body took over.
    Orphaned,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agencies::Registry;

    fn reads_back<T: Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
        let json = serde_json::to_string(value).unwrap();
        assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let registry = Registry::builtin();
        registry.agencies().iter().for_each(reads_back);
        registry.groups().iter().for_each(reads_back);
        for cell in ["", "Các sở: Tài chính, Y tế (nhiệm vụ 5-3),…", "UBND các xã, phường liên quan; Sở Lạ"]
        {
            let split = registry.split(cell).unwrap();
            split.agencies.iter().for_each(reads_back);
            reads_back(&split);
        }
        let succeeded = Succession::Succeeded { successor: "so-khcn".to_owned() };
        for (kind, json) in [
            (Succession::Same, r#"{"kind":"same"}"#),
            (succeeded, r#"{"kind":"succeeded","successor":"so-khcn"}"#),
            (Succession::Orphaned, r#"{"kind":"orphaned"}"#),
        ] {
            assert_eq!(serde_json::to_string(&kind).unwrap(), json);
            reads_back(&kind);
        }
        reads_back(&Roster { group: "cac-so-nganh".to_owned(), agencies: vec!["so-nv".to_owned()] });
    }
}
