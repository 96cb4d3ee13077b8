//! Codes: every closed list of the library, one family. Each has its spelling, its labels in both languages, and the list
//! of all.

mod findings;
mod general;
mod judging;
mod reading;
mod reporting;
mod rules;

use std::fmt::Display;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Text that is none of a list's codes.
///
/// ```
/// let error = "soon".parse::<tiendo::ReportStanding>().unwrap_err();
/// assert_eq!((error.list, error.known[0]), ("ReportStanding", "on_time"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected one of `{}`", known.join("`, `"))]
pub struct UnknownCode {
    /// The name of the list.
    pub list: &'static str,
    /// Its codes, as they are spelled.
    pub known: &'static [&'static str],
}

/// A closed list of codes, each with its labels.
///
/// ```
/// let lists = tiendo::code_lists();
/// let standings = lists.iter().find(|list| list.name == "ReportStanding").unwrap();
/// assert_eq!((standings.codes[1].code.as_str(), standings.codes[1].vi.as_str()), ("late", "Trễ hạn"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeList {
    /// The list's name, that of its type.
    pub name: String,
    /// Its codes, in the order of the documentation.
    pub codes: Vec<LabelledCode>,
}

/// A code with its labels.
///
/// ```
/// let code = &tiendo::code_lists()[0].codes[0];
/// assert!(!code.vi.is_empty() && !code.en.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelledCode {
    /// The code as it is spelled in every language.
    pub code: String,
    /// Its label in Vietnamese.
    pub vi: String,
    /// Its label in English.
    pub en: String,
}

/// A list's labels, which stand among the words: a list without them does not compile.
pub(crate) trait Labels: Copy {
    /// In Vietnamese and in English.
    fn labels(self) -> (&'static str, &'static str);
}

/// What every list has.
trait Code: Labels + Display + FromStr<Err = UnknownCode> + 'static {
    const NAME: &str;
    const EVERY: &[Self];
}

fn list<C: Code>() -> CodeList {
    CodeList { name: C::NAME.to_owned(), codes: C::EVERY.iter().copied().map(labelled).collect() }
}

fn labelled(code: impl Labels + Display) -> LabelledCode {
    let (vi, en) = code.labels();
    LabelledCode { code: code.to_string(), vi: vi.to_owned(), en: en.to_owned() }
}

/// Makes an enum of codes: its spelling, its labels, and the list of all of them.
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
                "```\nlet code = tiendo::", stringify!($name), "::ALL[0];\nassert_eq!(code.as_str().parse(), Ok(code));\n```"
            )]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// The code's label, as an official would write it in a table.
            ///
            #[doc = concat!(
                "```\nlet code = tiendo::", stringify!($name),
                "::ALL[0];\nassert_ne!(code.label(tiendo::Lang::Vi), code.label(tiendo::Lang::En));\n```"
            )]
            pub fn label(self, lang: $crate::codes::Lang) -> &'static str {
                let (vi, en) = $crate::codes::Labels::labels(self);
                match lang {
                    $crate::codes::Lang::Vi => vi,
                    $crate::codes::Lang::En => en,
                }
            }
        }

        impl $crate::codes::Code for $name {
            const NAME: &str = stringify!($name);
            const EVERY: &[$name] = $name::ALL;
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::codes::UnknownCode;

            fn from_str(text: &str) -> ::std::result::Result<$name, $crate::codes::UnknownCode> {
                match text {
                    $($text => Ok($name::$variant),)*
                    _ => Err($crate::codes::UnknownCode { list: stringify!($name), known: &[$($text),*] }),
                }
            }
        }
    };
}
use codes;

/// Names every list once: what is not named here is not public.
macro_rules! family {
    ($($room:ident: $($name:ident)+;)+) => {
        $(pub use $room::{$($name),+};)+

        /// Every closed list of the library, each code with its labels.
        ///
        /// ```
        /// let names: Vec<String> = tiendo::code_lists().into_iter().map(|list| list.name).collect();
        /// assert!(names.contains(&"RuleCode".to_owned()) && names.contains(&"Verdict".to_owned()));
        /// ```
        pub fn code_lists() -> Vec<CodeList> {
            let verdicts = CodeList {
                name: "Verdict".to_owned(),
                codes: Verdict::EVERY.iter().copied().map(labelled).collect(),
            };
            let mut lists = vec![$($(list::<$name>()),+),+];
            lists.push(verdicts);
            lists
        }
    };
}

pub use judging::Verdict;

family! {
    general: Lang Level ErrorCode;
    reading: NoteCode TargetKind Source DateRule AgencyKind Direction DecidedBy MeasureKind Derivation;
    judging: Reason IntervalPosition Trend Strength;
    reporting: Cycle DayOffShift DueStep CutoffRule ExemptReason ReportStanding RecordType ObservationStatus;
    findings: FindingCode ItemKind;
    rules: RuleCode ComparisonRule;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comes_back<C: Code + PartialEq + std::fmt::Debug>() {
        for code in C::EVERY {
            assert_eq!(code.to_string().parse(), Ok(*code));
        }
        let error = "không có".parse::<C>().unwrap_err();
        assert_eq!((error.list, error.known.len()), (C::NAME, C::EVERY.len()));
    }

    #[test]
    fn codes_are_read_as_they_are_spelled() {
        comes_back::<FindingCode>();
        comes_back::<RuleCode>();
        comes_back::<Lang>();
        insta::assert_snapshot!(
            "sớm".parse::<Direction>().unwrap_err(),
            @"expected one of `higher_is_better`, `lower_is_better`"
        );
    }

    #[test]
    fn every_code_has_its_labels() {
        let lists = code_lists();
        let line = |code: &LabelledCode| format!("  {}: {} | {}", code.code, code.vi, code.en);
        let shown = lists.iter().map(|list| {
            let codes: Vec<String> = list.codes.iter().map(line).collect();
            format!("{}\n{}", list.name, codes.join("\n"))
        });
        insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"));
        let json = serde_json::to_string(&lists).unwrap();
        assert_eq!(serde_json::from_str::<Vec<CodeList>>(&json).unwrap(), lists);
    }

    #[test]
    fn no_two_codes_of_a_list_have_the_same_label() {
        for list in code_lists() {
            for lang in [|code: &LabelledCode| code.vi.clone(), |code: &LabelledCode| code.en.clone()] {
                let mut labels: Vec<String> = list.codes.iter().map(lang).collect();
                labels.sort();
                let count = labels.len();
                labels.dedup();
                assert_eq!(labels.len(), count, "{}", list.name);
            }
        }
    }
}
