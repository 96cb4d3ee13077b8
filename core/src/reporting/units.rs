//! The bodies that report, and when they need not.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::query::name;
use super::roster::Groups;
use crate::agencies::Roster;
use crate::agencies::{Agency, Nearest, Registry, Succession};
use crate::codes::{ErrorCode, ExemptReason, FindingCode, ItemKind, Lang};
use crate::error::Error;
use crate::finding::{Finding, Place, Statement};
use crate::limits::Limits;
use crate::sorted::{Map, Set};
use crate::text::match_key;
use crate::words::reporting as words;

/// A body that reports (*đơn vị báo cáo*), as the caller gave it and as the registry knows it.
///
/// ```
/// use tiendo::{Plan, ReportingQuery, Roster};
/// let asked = ReportingQuery {
///     agencies: vec!["các sở, ban, ngành".to_owned(), "Xã Mẫu".to_owned()],
///     roster: vec![Roster { group: "cac-so-ban-nganh".to_owned(), agencies: vec!["so-nv".to_owned()] }],
///     ..ReportingQuery::on(&["2025-06".parse()?])
/// };
/// let june = Plan::builtin("ha-tinh-231")?.obligations(&asked)?;
/// let names: Vec<_> = june.reporting_units().iter().map(|unit| &*unit.name).collect();
/// assert_eq!(names, ["Sở Nội vụ", "Xã Mẫu"]);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportingUnit {
    /// An id or a name, as the caller or the roster gave it: what results and submissions call it.
    pub agency: Arc<str>,
    /// Its id in the registry; absent for a body the registry does not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// Its name.
    pub name: Arc<str>,
    /// Its first day, where the registry knows it.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub begun: Option<NaiveDate>,
    /// The first day it no longer existed, where the registry knows it.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub ended: Option<NaiveDate>,
    /// The name of the body that took over, where there is a single one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<Arc<str>>,
}

/// That a body need not send a report, and why.
///
/// ```
/// use tiendo::{ExemptReason, Plan, ReportingQuery};
/// let day = |text: &str| text.parse().unwrap();
/// let year = ReportingQuery::between(day("2025-01-01"), day("2026-01-01"));
/// let asked = ReportingQuery { agencies: vec!["ubnd-tp-my-tho".to_owned()], ..year };
/// let reports = Plan::builtin("tien-giang-69")?.obligations(&asked)?;
/// let exempt: Vec<_> = reports.iter().filter(|report| report.due.is_some()).map(|report| report.exempt).collect();
/// // Due on 31/5 it owed a report; on 14/11 it was no more.
/// assert_eq!(exempt[0], None);
/// assert_eq!(exempt[1].as_ref().unwrap().reason, ExemptReason::BodyEnded);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Exempt {
    /// Why.
    pub reason: ExemptReason,
    /// The day the body began or ended.
    #[serde(default, with = "crate::json::optional_day", skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The name of the body that took over, where there is a single one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<Arc<str>>,
    /// The recorded reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Arc<str>>,
}

impl ReportingUnit {
    /// The bodies a caller gives, by id, name or short name, groups resolved by the roster; those the registry does not know
    /// by their words. A body of a group that stands already, by itself or in another group, stands once.
    pub(super) fn all(
        agencies: &[String],
        rosters: &[Roster],
        registry: &Registry,
        limits: &Limits,
    ) -> Result<Vec<ReportingUnit>, Error> {
        let mut bodies = Bodies::of(registry, limits, agencies.len());
        let groups = Groups::of(rosters, registry)?;
        for (at, given) in agencies.iter().enumerate() {
            match groups.roster(given).filter(|_| bodies.known(given).is_none()) {
                None => bodies.add(given, true, || format!("agencies[{at}]"))?,
                Some((roster, of)) => {
                    for (body, given) in of.agencies.iter().enumerate() {
                        bodies.add(given, false, || format!("roster[{roster}].agencies[{body}]"))?;
                    }
                }
            }
        }
        Ok(bodies.units)
    }

    /// Why the body need not send a report that is due on a day.
    pub(super) fn exempt_on(&self, day: NaiveDate) -> Option<Exempt> {
        let (reason, date, successor) = match (self.begun, self.ended) {
            (_, Some(ended)) if ended <= day => (ExemptReason::BodyEnded, ended, self.successor.clone()),
            (Some(begun), _) if day < begun => (ExemptReason::BodyNotBegun, begun, None),
            _ => return None,
        };
        Some(Exempt { reason, date: Some(date), successor, text: None })
    }
}

/// The bodies of a call as they are found.
struct Bodies<'r> {
    registry: &'r Registry,
    limits: &'r Limits,
    ids: Map<&'r str, &'r Agency>,
    /// By id, else by their words: whether the caller gave them themselves.
    seen: Map<String, bool>,
    units: Vec<ReportingUnit>,
}

impl<'r> Bodies<'r> {
    fn of(registry: &'r Registry, limits: &'r Limits, count: usize) -> Bodies<'r> {
        let ids = registry.agencies().iter().map(|agency| (agency.id.as_str(), agency)).collect();
        Bodies { registry, limits, ids, seen: Map::new(), units: Vec::with_capacity(count) }
    }

    fn known(&self, given: &str) -> Option<&'r Agency> {
        self.ids.get(given).copied().or_else(|| self.registry.find(given))
    }

    fn add(&mut self, given: &str, is_direct: bool, path: impl Fn() -> String) -> Result<(), Error> {
        let expected = || ("mã hoặc tên của một cơ quan", "the id or name of a body").into();
        name(given, &path, expected, self.limits)?;
        let known = self.known(given);
        let key = known.map_or_else(|| match_key(given), |agency| agency.id.clone());
        match self.seen.get_mut(&key) {
            // What a group brings in may stand already, and may be given beside it.
            Some(direct) if !(*direct && is_direct) => {
                *direct |= is_direct;
                return Ok(());
            }
            Some(_) => {
                let expected = ("mỗi cơ quan một lần", "a body that is given once");
                return Err(Error::new(ErrorCode::DuplicateCode, path(), expected));
            }
            None => self.seen.insert(key, is_direct),
        };
        let unit = self.unit(given, known);
        self.units.push(unit);
        Ok(())
    }

    fn unit(&self, given: &str, known: Option<&Agency>) -> ReportingUnit {
        let agency: Arc<str> = given.into();
        let Some(known) = known else {
            let name = Arc::clone(&agency);
            return ReportingUnit { agency, id: None, name, begun: None, ended: None, successor: None };
        };
        let ended = known.ended.as_ref().map(|ended| ended.on);
        let successor = ended.and_then(|on| self.registry.succession(&known.id, on).successor());
        let named = |id: String| {
            self.ids.get(id.as_str()).map_or(id.as_str().into(), |next| next.name.as_str().into())
        };
        ReportingUnit {
            agency,
            id: Some(known.id.as_str().into()),
            name: known.name.as_str().into(),
            begun: known.begun.as_ref().map(|begun| begun.on),
            ended,
            successor: successor.map(named),
        }
    }
}

impl Exempt {
    /// That a body need not send a report since it is one the report goes to.
    pub(super) fn recipient() -> Exempt {
        Exempt { reason: ExemptReason::Recipient, date: None, successor: None, text: None }
    }

    /// Why the body need not send the report, as a sentence.
    ///
    /// ```
    /// use tiendo::{Exempt, ExemptReason, Lang};
    /// let exempt = Exempt {
    ///     reason: ExemptReason::BodyEnded, date: Some("2025-03-01".parse().unwrap()),
    ///     successor: Some("Sở Khoa học và Công nghệ".into()), text: None,
    /// };
    /// assert_eq!(
    ///     exempt.sentence(Lang::Vi),
    ///     "Không phải nộp: đã chấm dứt hoạt động từ ngày 1/3/2025; Sở Khoa học và Công nghệ kế thừa."
    /// );
    /// ```
    pub fn sentence(&self, lang: Lang) -> String {
        words::exempt(self.reason, self.date, self.successor.as_deref(), self.text.as_deref(), lang)
    }
}

impl Succession {
    fn successor(self) -> Option<String> {
        match self {
            Succession::Succeeded { successor } => Some(successor),
            Succession::Same | Succession::Orphaned => None,
        }
    }
}

/// What a call names and the registry does not know: its bodies, and the groups of its roster.
pub(super) fn unknown(
    plan: &str,
    units: &[ReportingUnit],
    rosters: &[Roster],
    registry: &Registry,
) -> Vec<Finding> {
    let bodies = units.iter().filter(|unit| unit.id.is_none()).map(|unit| &*unit.agency);
    let groups = rosters.iter().map(|roster| roster.group.as_str());
    let unknown: Vec<&str> = bodies.chain(groups).filter(|name| !registry.knows(name)).collect();
    if unknown.is_empty() {
        return Vec::new();
    }
    let (plan, nearest) = (plan.into(), Nearest::of(registry));
    let mut seen = Set::new();
    let found = unknown.into_iter().filter(|name| seen.insert(*name)).map(|name| {
        let (places, near) = (vec![Place::new(&plan, ItemKind::Agency, name)], nearest.to(name));
        let statement = Statement::UnknownToCall { name: name.into(), nearest: near.map(Arc::from) };
        Finding::new(FindingCode::UnknownAgency, places, statement)
    });
    found.collect()
}

/// The places of the bodies the registry knows, by their ids.
pub(super) fn ids(units: &[ReportingUnit]) -> Map<&str, u32> {
    units.iter().zip(0..).filter_map(|(unit, at)| Some((unit.id.as_deref()?, at))).collect()
}
