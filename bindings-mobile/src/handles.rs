//! What stays in the library: objects whose methods core has. They are immutable, may be used by many threads at once, and
//! equal where they hold the same.

use std::sync::{Arc, LazyLock};

use crate::date::NaiveDate;
use crate::error::TiendoError;
use crate::generated::{
    Baseline, CodeList, Definition, Exemption, Limits, MilestoneTarget, Obligation, Submission,
};
use crate::json::{back, back_or_default};

/// An object that holds one of core's.
macro_rules! handle {
    ($($(#[$doc:meta])+ $name:ident($held:ty);)+) => {$(
        $(#[$doc])+
        #[derive(Clone, PartialEq, uniffi::Object)]
        #[uniffi::export(Eq, Hash, Debug)]
        pub struct $name(pub(crate) Arc<$held>);

        impl From<$held> for $name {
            fn from(held: $held) -> $name {
                $name(Arc::new(held))
            }
        }

        impl Eq for $name {}

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        /// By what it is shown as, which is equal where they are.
        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                format!("{:?}", self.0).hash(state);
            }
        }
    )+};
}
pub(crate) use handle;

handle! {
    /// Which days are worked and which are off.
    Calendar(tiendo::Calendar);
    /// The bodies and groups of bodies that cells name.
    Registry(tiendo::Registry);
    /// What the host knows: values of indicators, reports sent, and bodies that need not send them.
    Records(tiendo::Records);
    /// The reports owed: each of `reports` is made when it is asked for.
    Obligations(tiendo::Obligations);
    /// Whether the reports owed came on time, on a day.
    Timeliness(tiendo::Timeliness);
}

static CALENDAR: LazyLock<tiendo::Calendar> = LazyLock::new(tiendo::Calendar::builtin);
static REGISTRY: LazyLock<tiendo::Registry> = LazyLock::new(tiendo::Registry::builtin);

impl Calendar {
    /// The caller's, else the built-in one, which is read once.
    pub(crate) fn or_builtin(given: Option<&Calendar>) -> &tiendo::Calendar {
        given.map_or(&CALENDAR, |given| &given.0)
    }
}

impl Registry {
    /// The caller's, else the built-in one, which is read once.
    pub(crate) fn or_builtin(given: Option<&Registry>) -> &tiendo::Registry {
        given.map_or(&REGISTRY, |given| &given.0)
    }
}

/// What the limits say beyond reading is for each call to be told.
macro_rules! read_within_limits {
    ($($name:ident),+) => {$(
        impl $name {
            pub(crate) fn within(held: tiendo::$name, _: tiendo::Limits) -> $name {
                held.into()
            }
        }
    )+};
}
read_within_limits!(Calendar, Registry, Records);

#[uniffi::export]
impl Calendar {
    /// The built-in calendar of Vietnamese civil servants, `vn-civil-servants`.
    #[uniffi::constructor]
    pub fn builtin() -> Calendar {
        CALENDAR.clone().into()
    }

    /// The built-in calendar of an id.
    ///
    /// The error is `unknown-calendar`, with the ids there are.
    #[uniffi::constructor]
    pub fn by_id(id: &str) -> Result<Calendar, TiendoError> {
        Ok(tiendo::Calendar::by_id(id)?.into())
    }
}

/// The ids of the built-in calendars.
#[uniffi::export]
pub fn builtin_calendar_ids() -> Vec<String> {
    tiendo::Calendar::builtin_ids().map(str::to_owned).collect()
}

#[uniffi::export]
impl Records {
    /// Reads a table of records: values separated by commas, semicolons or tabs, its first line the names of the columns.
    ///
    /// Nothing is read in part: the first thing wrong is the error, with its row and column, and the next ones are its
    /// `others`. `synthetic` says whether the data was made up.
    #[uniffi::constructor]
    pub fn from_csv(table: &str, synthetic: bool, limits: Option<Limits>) -> Result<Records, TiendoError> {
        let limits = back_or_default(limits.as_ref())?;
        Ok(tiendo::Records::from_csv_with(table.as_bytes(), synthetic, &limits)?.into())
    }

    /// The records of several files as one, the same in whatever order they are given.
    ///
    /// The error is `conflicting-record` for an id of records that differ.
    #[uniffi::constructor]
    pub fn merged(files: Vec<Arc<Records>>, limits: Option<Limits>) -> Result<Records, TiendoError> {
        let limits = back_or_default(limits.as_ref())?;
        let files: Vec<tiendo::Records> = files.iter().map(|file| tiendo::Records::clone(&file.0)).collect();
        Ok(tiendo::Records::merged_with(&files, &limits)?.into())
    }
}

#[uniffi::export]
impl Registry {
    /// The built-in registry.
    #[uniffi::constructor]
    pub fn builtin() -> Registry {
        REGISTRY.clone().into()
    }
}

#[uniffi::export]
impl Obligations {
    /// The obligations, in order.
    pub fn reports(&self) -> Vec<Obligation> {
        crate::all(self.0.iter())
    }

    /// Judges each report by what was sent and what was exempted up to a day, as it is known by all the records given.
    ///
    /// A record given again counts once. The errors are `bad-option` for submissions or exemptions where the question had
    /// no agencies, `conflicting-record` for an id given twice with other content, `too-many` beyond the limit on records,
    /// and `year-out-of-range` for `today`.
    pub fn timeliness(
        &self,
        submissions: &[Submission],
        exemptions: &[Exemption],
        today: NaiveDate,
    ) -> Result<Timeliness, TiendoError> {
        let (submissions, exemptions) = (back::<Vec<_>>(&submissions)?, back::<Vec<_>>(&exemptions)?);
        Ok(self.0.timeliness(&submissions, &exemptions, today)?.into())
    }

    /// The reports as JSON, with the findings.
    pub fn to_json(&self) -> String {
        tiendo::to_json(&*self.0)
    }
}

#[uniffi::export]
impl Timeliness {
    /// How each report went, with the counts, as JSON.
    pub fn to_json(&self) -> String {
        tiendo::to_json(&*self.0)
    }
}

/// Every closed list of the library, each code with its labels.
#[uniffi::export]
pub fn code_lists() -> Vec<CodeList> {
    crate::all(tiendo::code_lists())
}

/// What core keeps apart from what holds it.
macro_rules! unboxed {
    ($($name:ident),+) => {$(
        impl From<Box<tiendo::$name>> for $name {
            fn from(of: Box<tiendo::$name>) -> $name {
                (*of).into()
            }
        }
    )+};
}
unboxed!(Baseline, Definition, MilestoneTarget);
