//! Findings: what lint and lineage say of plans, as data with places and a sentence in each language.

mod nearly;
mod statement;

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use nearly::NearlyAll;
pub use statement::{LinkedItems, Statement};

use crate::codes::{FindingCode, ItemKind, Lang, Severity};
use crate::words::plain;

/// Where a finding is.
///
/// ```
/// let plan = tiendo::Plan::builtin("tien-dien")?;
/// let findings = plan.lint(&tiendo::Registry::builtin());
/// assert!(findings.iter().flat_map(|finding| &finding.places).all(|place| &*place.plan == "tien-dien"));
/// assert_eq!(findings[0].places[0].to_string(), "tien-dien, indicator 8, 2030");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Place {
    /// The plan's id; shared by all places in it.
    pub plan: Arc<str>,
    /// What the place is in.
    pub kind: ItemKind,
    /// Its code or number; empty for the plan.
    pub code: String,
    /// The milestone, where one cell is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
}

impl Place {
    pub(crate) fn new(plan: &Arc<str>, kind: ItemKind, code: impl Into<String>) -> Place {
        Place { plan: Arc::clone(plan), kind, code: code.into(), year: None }
    }

    pub(crate) fn at(self, year: i32) -> Place {
        Place { year: Some(year), ..self }
    }
}

/// `ha-tinh-231, indicator 51.3, 2025`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.plan, self.kind)?;
        if !self.code.is_empty() {
            write!(f, " {}", self.code)?;
        }
        self.year.map_or(Ok(()), |year| write!(f, ", {year}"))
    }
}

/// Something a reader of a plan should know.
///
/// As JSON it has its sentences in place of the [`statement`](Self::statement): `code`, `places`, `vi`, `en`, `severity`. Read
/// back, it says the same; findings are equal where code, places and sentences are.
///
/// ```
/// use tiendo::{Finding, FindingCode, Plan, Registry};
/// let findings = Plan::builtin("tien-giang-69")?.lint(&Registry::builtin());
/// let orphaned: Vec<&str> = findings
///     .iter()
///     .filter(|finding| finding.code == FindingCode::OrphanedLead)
///     .map(|finding| finding.places[0].code.as_str())
///     .collect();
/// assert_eq!(orphaned, ["19", "24", "26"]);
/// let json = serde_json::to_string(&findings).unwrap();
/// assert_eq!(serde_json::from_str::<Vec<Finding>>(&json).unwrap(), findings);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Finding {
    /// The kind of finding.
    pub code: FindingCode,
    /// Where, the lower plan's places first.
    pub places: Vec<Place>,
    /// What it says.
    pub statement: Statement,
    /// How much it weighs, by its code.
    pub severity: Severity,
}

impl Finding {
    pub(crate) fn new(code: FindingCode, places: Vec<Place>, statement: Statement) -> Finding {
        Finding { code, places, statement, severity: code.severity() }
    }

    /// A regime that does not say when it takes effect.
    pub(crate) fn no_effective_date(plan: &str) -> Finding {
        let places = vec![Place::new(&plan.into(), ItemKind::Plan, "")];
        Finding::new(FindingCode::NoEffectiveDate, places, Statement::NoEffectiveDate)
    }

    /// Rules whose reports keep their unshifted day, since the calendar does not know a year.
    pub(crate) fn calendar_unsourced<'r>(
        plan: &str,
        year: i32,
        rules: impl Iterator<Item = &'r str>,
    ) -> Finding {
        let plan = plan.into();
        let places = rules.map(|rule| Place::new(&plan, ItemKind::Rule, rule).at(year)).collect();
        Finding::new(FindingCode::CalendarUnsourced, places, Statement::CalendarUnsourced { year })
    }

    /// A rule whose cut-off lies after its last timely day; both days where they are known.
    pub(crate) fn cutoff_after_due(plan: &str, rule: &str, days: Option<(NaiveDate, NaiveDate)>) -> Finding {
        let places = vec![Place::new(&plan.into(), ItemKind::Rule, rule)];
        let statement = Statement::CutoffAfterDue { rule: rule.to_owned(), days };
        Finding::new(FindingCode::CutoffAfterDue, places, statement)
    }

    /// The sentence in a language, made anew at each call. Control characters of a plan's text stand in it as spaces.
    ///
    /// ```
    /// # use tiendo::{FindingCode, Lang, Plan, Registry};
    /// let findings = Plan::builtin("dak-lak-146")?.lint(&Registry::builtin());
    /// let finding = findings.iter().find(|finding| finding.code == FindingCode::UndatedDemand).unwrap();
    /// assert_eq!(finding.sentence(Lang::En), "Indicator 1: the demand \"đạt tối thiểu 25%\" names no year.");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn sentence(&self, lang: Lang) -> String {
        let sentence = self.statement.sentence(&self.places, lang);
        plain(&sentence).into_owned()
    }
}

/// The code and the sentence in English, as an [`Error`](crate::Error) is shown.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.sentence(Lang::En))
    }
}

impl PartialEq for Finding {
    fn eq(&self, other: &Finding) -> bool {
        let says_the_same = || Lang::ALL.iter().all(|lang| self.sentence(*lang) == other.sentence(*lang));
        self.code == other.code
            && self.places == other.places
            && (self.statement == other.statement || says_the_same())
    }
}

impl Eq for Finding {}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'f> {
            code: FindingCode,
            places: &'f [Place],
            vi: String,
            en: String,
            severity: Severity,
        }
        let (vi, en) = (self.sentence(Lang::Vi), self.sentence(Lang::En));
        Written { code: self.code, places: &self.places, vi, en, severity: self.severity }
            .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Finding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Finding, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Written {
            code: FindingCode,
            places: Vec<Place>,
            vi: String,
            en: String,
            // Absent in what was written before there was one.
            severity: Option<Severity>,
        }
        let Written { code, places, vi, en, severity } = Written::deserialize(deserializer)?;
        let severity = severity.unwrap_or(code.severity());
        Ok(Finding { code, places, statement: Statement::Read { vi, en }, severity })
    }
}

#[cfg(test)]
mod tests;
