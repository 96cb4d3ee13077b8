//! Codes: every closed list of the library, one family. Each has its spelling, its labels in both languages, and the list
//! of all.

mod findings;
mod general;
mod judging;
mod reading;
mod reporting;

pub use findings::{FindingCode, ItemKind};
pub use general::{ErrorCode, Lang, Level};
pub use judging::{IntervalPosition, Reason, Strength, Trend};
pub use reading::{
    AgencyKind, DateRule, DecidedBy, Derivation, Direction, MeasureKind, NoteCode, Source, TargetKind,
};
pub use reporting::{
    CutoffRule, Cycle, DayOffShift, DueStep, ExemptReason, ObservationStatus, RecordType, ReportStanding,
};

/// Makes an enum of codes: its spelling, and the list of all of them.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// Every code, in the order of the documentation.
            ///
            #[doc = concat!("```\nassert!(!tiendo::", stringify!($name), "::ALL.is_empty());\n```")]
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The code as it is spelled in every language.
            ///
            #[doc = concat!(
                "```\nlet code = tiendo::", stringify!($name), "::ALL[0];\nassert_eq!(code.as_str(), code.to_string());\n```"
            )]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use codes;
