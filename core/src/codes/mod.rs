//! Codes: every closed list of the library, one family. Each has its spelling, its labels in both languages, and the list
//! of all.

mod assessing;
mod changing;
mod findings;
mod general;
mod judging;
mod reading;
mod records;
mod reporting;
mod rules;

use std::fmt::{self, Display};
use std::str::FromStr;

use serde::de::{self, DeserializeSeed, EnumAccess, Unexpected, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

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
    const SPELLED: &[&str];
}

fn list<C: Code>() -> CodeList {
    listed(C::NAME, C::SPELLED, &|at| C::EVERY.get(at).map(|code| code.labels()))
}

/// A list by the labels of each place in it.
fn listed(
    name: &str,
    spelled: &[&str],
    labels: &dyn Fn(usize) -> Option<(&'static str, &'static str)>,
) -> CodeList {
    let mut codes = Vec::with_capacity(spelled.len());
    for (at, code) in spelled.iter().enumerate() {
        let (vi, en) = labels(at).unwrap_or_default();
        codes.push(LabelledCode { code: (*code).to_owned(), vi: vi.to_owned(), en: en.to_owned() });
    }
    CodeList { name: name.to_owned(), codes }
}

/// The place of a text among the codes of a list.
fn place(spelled: &[&str], text: &str) -> Option<usize> {
    spelled.iter().position(|code| *code == text)
}

/// Reads the place of a code in its list: one reader for every list.
fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
    name: &'static str,
    spelled: &'static [&'static str],
) -> Result<usize, D::Error> {
    deserializer.deserialize_enum(name, spelled, CodeAt(spelled))
}

/// What reads the place of a code in a list, spelled or counted.
struct CodeAt(&'static [&'static str]);

impl<'de> Visitor<'de> for CodeAt {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, code: A) -> Result<usize, A::Error> {
        let (place, nothing) = code.variant_seed(self)?;
        nothing.unit_variant()?;
        Ok(place)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<usize, E> {
        place(self.0, text).ok_or_else(|| E::unknown_variant(text, self.0))
    }

    fn visit_u64<E: de::Error>(self, place: u64) -> Result<usize, E> {
        let known = usize::try_from(place).ok().filter(|place| *place < self.0.len());
        known.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(place), &self))
    }
}

impl<'de> DeserializeSeed<'de> for CodeAt {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

/// Makes an enum of codes: its spelling, its labels, and the list of all of them.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        pub enum $name {
            $($(#[$doc])* #[cfg_attr(feature = "schema", schemars(rename = $text))] $variant,)*
        }

        impl $name {
            /// Every code, in the order of the documentation.
            ///
            #[doc = concat!("```\nassert!(!tiendo::", stringify!($name), "::ALL.is_empty());\n```")]
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// All of them as they are spelled.
            pub(crate) const SPELLED: &[&str] = &[$($text),*];

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
            const SPELLED: &[&str] = $name::SPELLED;
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_unit_variant(stringify!($name), *self as u32, self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<$name, D::Error> {
                let at = $crate::codes::read(deserializer, stringify!($name), $name::SPELLED)?;
                $name::ALL.get(at).copied().ok_or_else(|| ::serde::de::Error::custom("no such code"))
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::codes::UnknownCode;

            fn from_str(text: &str) -> ::std::result::Result<$name, $crate::codes::UnknownCode> {
                let code = $crate::codes::place($name::SPELLED, text).and_then(|at| $name::ALL.get(at));
                code.copied()
                    .ok_or($crate::codes::UnknownCode { list: stringify!($name), known: $name::SPELLED })
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
            let verdict = |at: usize| Verdict::EVERY.get(at).map(|verdict| verdict.labels());
            vec![$($(list::<$name>(),)+)+ listed("Verdict", Verdict::CODES, &verdict)]
        }
    };
}

pub use judging::Verdict;

family! {
    general: Lang Level FileKind ErrorCode;
    reading: NoteCode TargetKind Change Source DateRule AgencyKind Direction DecidedBy MeasureKind Derivation;
    judging: Reason IntervalPosition Trend Strength;
    reporting: Cycle Halves DayOffShift SelectBy DueStep CutoffRule ExemptReason ReportStanding ReportForm ReportFormat
        ColumnKind CsvTable CsvStyle;
    records: RecordType ObservationStatus TaskState AmendmentChange TaskStanding TaskFlag;
    findings: FindingCode ItemKind Severity;
    assessing: IndicatorStanding IndicatorFlag PathSource NeedReason ProjectedReason SkipReason UpcomingKind ScorecardBy ScorecardRole Method;
    changing: ChangeKind ChangeCause RollUpReason;
    rules: RuleCode ComparisonRule StandingRule;
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
