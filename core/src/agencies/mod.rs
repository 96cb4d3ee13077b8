//! Agencies (*cơ quan chủ trì, cơ quan phối hợp*): a registry of bodies, what becomes of them, and the splitting of
//! a cell into the bodies it names.
//!
//! The registry is data (`core/data/agencies.json`, and a table of the provinces): canonical names, short names and known
//! misspellings, levels, groups, dated succession, each body with the act that names it. What no act could be named for is
//! not in it. A caller may bring another.
//!
//! # Splitting a cell
//!
//! Names hold commas, `và` and dashes themselves, so a cell is matched first and cut afterwards: at each place the
//! longest name of the registry wins, then a run of group words (`các sở, ban, ngành, địa phương`); `;` `,` `.` `/` `|`
//! `và`, line breaks, tabs and bullets separate only what no name spans. What is left over is an unknown agency, with a note.
//! What a body does (`chủ trì`), where (`trên địa bàn tỉnh`) or which of a group is meant (`liên quan`) stands beside it.
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
//!     let split = registry.split(cell)?;
//!     let found: Vec<_> = split.agencies.iter().map(|part| (part.kind, &*part.name)).collect();
//!     assert_eq!(found, expected, "{cell}");
//! }
//! # Ok::<(), tiendo::Error>(())
//! ```
//!
//! The names are looked for all at once, in one reading of the cell from its end: a cell takes time in proportion to its
//! length, whatever the registry.

mod beside;
mod check;
mod groups;
mod items;
mod model;
mod names;
mod nearest;
mod places;
mod provinces;
mod registry;
mod roster;
mod said;
mod shape;
mod split;
#[cfg(test)]
mod tests;
mod whom;

pub use model::{Agency, AgencyCell, Begun, Ended, Group, NamedAgency, Roster, Succession};
pub(crate) use nearest::Nearest;
pub(crate) use registry::Entries;
pub use registry::Registry;
pub(crate) use shape::REGISTRY;
