//! Limits: how much input a call takes before it refuses.

use crate::number::Whole;

/// The record of the core's limits with its numbers, and how the core's are made of it and it of the core's.
macro_rules! limits {
    ($($(#[doc = $doc:literal])+ $field:ident = $default:tt,)+) => {
        /// How much a call takes and gives; beyond a limit it fails with that limit's error, or says so in a finding, and
        /// never passes a shorter answer for a whole one.
        #[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
        pub struct Limits {
            $($(#[doc = $doc])+ #[uniffi(default = $default)] pub $field: Whole,)+
        }

        impl From<Limits> for tiendo::Limits {
            fn from(limits: Limits) -> tiendo::Limits {
                let Limits { $($field),+ } = limits;
                tiendo::Limits { $($field: $field.into()),+ }
            }
        }

        impl From<tiendo::Limits> for Limits {
            fn from(limits: tiendo::Limits) -> Limits {
                let tiendo::Limits { $($field),+ } = limits;
                Limits { $($field: $field.into()),+ }
            }
        }
    };
}
limits! {
    /// Bytes of a JSON text (`too-large`).
    json_bytes = 67_108_864,
    /// Bytes of a JSON text of records (`too-large`).
    records_bytes = 1_073_741_824,
    /// Lists and objects within one another (`too-deep`); more than 128 are not read whatever is set.
    depth = 64,
    /// Unicode scalar values of a cell, a name or any other text (`cell-too-long`).
    text_chars = 10_000,
    /// Unicode scalar values of an id (`cell-too-long`).
    id_chars = 200,
    /// Unicode scalar values of a body's or a given report's name in a call (`cell-too-long`).
    name_chars = 500,
    /// Indicators of a plan, and the items of any list the other limits do not name (`too-many`).
    indicators = 20_000,
    /// Tasks of a plan (`too-many`).
    tasks = 20_000,
    /// Footnotes of a plan (`too-many`).
    footnotes = 1_000,
    /// Milestones of a plan (`too-many`).
    milestones = 50,
    /// Rules of a reporting regime (`too-many`).
    rules = 200,
    /// Records of a call (`too-many`).
    records = 5_000_000,
    /// Bodies that succeed one another, and rows that inherit from one another (`too-many`).
    chain = 16,
    /// Items of a task that one cell of agencies may number (note `too-many-items`).
    items = 1_000,
    /// Pairs of names that are compared word by word (`too-many`, or a finding `limit-reached`).
    pairs = 4_000_000,
    /// Reports on dates of the caller's in a call (`too-many`).
    given = 1_000,
    /// Days of grace (`bad-option`).
    grace_days = 366,
    /// Reports of a call, apart from who owes them (`too-many`).
    reports = 100_000,
    /// Obligations of a call (`too-many`).
    obligations = 2_000_000,
    /// Bytes of a text that a call makes (`too-large`).
    output_bytes = 268_435_456,
    /// Errors of a file that are told at once.
    errors = 100,
}

impl From<Whole> for u32 {
    fn from(whole: Whole) -> u32 {
        whole.0
    }
}

impl From<Whole> for usize {
    fn from(whole: Whole) -> usize {
        usize::try_from(whole.0).unwrap_or(usize::MAX)
    }
}

impl From<u32> for Whole {
    fn from(number: u32) -> Whole {
        Whole(number)
    }
}

impl From<usize> for Whole {
    fn from(number: usize) -> Whole {
        Whole(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

/// The limits that hold where none are given: what `Limits` is without arguments.
#[uniffi::export]
pub fn default_limits() -> Limits {
    tiendo::Limits::default().into()
}

/// The caller's limits, else the default ones.
pub(crate) fn within(limits: Option<Limits>) -> tiendo::Limits {
    limits.map_or_else(tiendo::Limits::default, Into::into)
}
