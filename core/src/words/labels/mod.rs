//! Labels of codes, as an official would write them in a table: one line a code, Vietnamese and English.

mod assessing;
mod changing;
mod findings;
mod general;
mod judging;
mod reading;
mod records;
mod reporting;
mod rules;

/// Gives each code of a list its labels; a code left out does not compile.
macro_rules! labels {
    ($name:ident { $($variant:ident: $vi:literal, $en:literal;)* }) => {
        impl $crate::codes::Labels for $name {
            fn labels(self) -> (&'static str, &'static str) {
                match self { $($name::$variant => ($vi, $en),)* }
            }
        }
    };
}
use labels;
