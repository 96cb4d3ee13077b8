//! The question about reports: what a caller asks and brings, and the one check of all of it.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::due::ReportingOptions;
use super::wire::{QUERY, Wire};
use crate::agencies::{Registry, Roster};
use crate::calendar::Calendar;
use crate::codes::{Cycle, ErrorCode, SelectBy};
use crate::dates::in_range;
use crate::error::Error;
use crate::json;
use crate::limits::{Limits, is_longer};
use crate::period::Period;
use crate::regime::{Regime, Rule};
use crate::sorted::{Map, Set};
use crate::words::Phrase;

/// What a caller asks about reports, and brings to it: one flat object in JSON, the same in every language.
///
/// Asked are the reports whose last day on time, or another of their days by option, lies from `start`, included, to `end`,
/// not included; or those on `periods`.
///
/// ```
/// use tiendo::{Plan, ReportingQuery};
/// let day = |text: &str| text.parse().unwrap();
/// // Tiên Điền's text has no date: the caller says from when its rules hold.
/// let query = ReportingQuery {
///     effective: Some(day("2026-01-01")),
///     ..ReportingQuery::between(day("2026-01-01"), day("2026-02-01"))
/// };
/// let first = Plan::builtin("tien-dien")?.obligations(&query)?.iter().next().unwrap();
/// assert_eq!((&*first.period, first.due.unwrap()), ("2026-01", day("2026-01-14")));
/// let same = ReportingQuery::from_json(br#"{"start": "2026-01-01", "end": "2026-02-01", "effective": "2026-01-01"}"#)?;
/// assert_eq!(same, query);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct ReportingQuery {
    /// The first day.
    pub start: Option<NaiveDate>,
    /// The day after the last.
    pub end: Option<NaiveDate>,
    /// In place of days: the periods. Of the caller's own reports these are the ones that have a period's id as their name.
    pub periods: Vec<Period>,
    /// The bodies that report, by id, name or short name, and groups the roster resolves; none for the reports as such.
    pub agencies: Vec<String>,
    /// Which bodies the groups among `agencies` are; a group that is not on it is a body like any other.
    pub roster: Vec<Roster>,
    /// From when the regime holds, where neither it nor the plan says so.
    pub effective: Option<NaiveDate>,
    /// Ad hoc and term reports, which stand on dates of the caller's.
    pub given: Vec<GivenReport>,
    /// The caller's choices.
    pub options: ReportingOptions,
    /// The days off; by default those of [civil servants](Calendar::builtin).
    pub calendar: Option<Arc<Calendar>>,
    /// The bodies known; by default the [built-in ones](Registry::builtin).
    pub registry: Option<Arc<Registry>>,
    /// How much the call takes and gives.
    pub limits: Limits,
}

/// An ad hoc or term report: the caller gives its date, the plan only the duty.
///
/// ```
/// use tiendo::{GivenReport, Plan, ReportingQuery};
/// let day = |text: &str| text.parse().unwrap();
/// let asked = GivenReport {
///     rule: "ad-hoc".to_owned(), period: "Báo cáo đột xuất theo Công văn 12/VP".to_owned(),
///     written: day("2025-08-15"), before: true, start: None, end: None,
/// };
/// let query =
///     ReportingQuery { given: vec![asked], ..ReportingQuery::between(day("2025-08-01"), day("2025-08-18")) };
/// let august = Plan::builtin("ha-tinh-231")?.obligations(&query)?;
/// assert_eq!(august.iter().next().unwrap().due, Some(day("2025-08-14")));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GivenReport {
    /// The code of an ad hoc or term rule.
    pub rule: String,
    /// What the report is called, in the place of a period's id; no other of the rule has it.
    pub period: String,
    /// The date as it was asked for.
    #[serde(with = "crate::json::date")]
    pub written: NaiveDate,
    /// Whether it was asked for "before" that date.
    #[serde(default)]
    pub before: bool,
    /// The first day it reports on.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// The last day it reports on.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    pub end: Option<NaiveDate>,
}

/// Which reports are asked for.
pub(super) enum Asked {
    /// Those of which a day lies from one day to another, the other not included; without a date, whose period ends there.
    Between { start: NaiveDate, end: NaiveDate, by: SelectBy },
    /// Those on these periods.
    Periods(Set<Period>),
}

impl ReportingQuery {
    /// The question for the reports due from one day, included, to another, not included; the rest by default.
    ///
    /// ```
    /// let query = tiendo::ReportingQuery::between("2025-06-01".parse().unwrap(), "2025-07-01".parse().unwrap());
    /// assert_eq!(query.end.unwrap().to_string(), "2025-07-01");
    /// ```
    pub fn between(start: NaiveDate, end: NaiveDate) -> ReportingQuery {
        ReportingQuery { start: Some(start), end: Some(end), ..ReportingQuery::default() }
    }

    /// The question for the reports on periods; the rest by default.
    ///
    /// ```
    /// use tiendo::{Plan, ReportingQuery};
    /// let year = ReportingQuery::on(&["2025".parse()?]);
    /// let reports = Plan::builtin("tien-giang-69")?.obligations(&year)?;
    /// let due: Vec<_> = reports.iter().filter_map(|report| report.due).map(|due| due.to_string()).collect();
    /// assert_eq!(due, ["2025-11-14"]);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn on(periods: &[Period]) -> ReportingQuery {
        ReportingQuery { periods: periods.to_vec(), ..ReportingQuery::default() }
    }

    /// Reads a question from JSON within the default [`Limits`].
    ///
    /// Its fields are those of the type, but that the options stand among them: `{ "start", "end", "periods", "agencies",
    /// "roster", "effective", "given", "beforeInclusive", "ofNextMonth", "dayOffShift", "graceDays", "decree09Cutoff",
    /// "countReturned", "selectBy", "calendar", "registry", "limits" }`, none of them needed. `calendar` and `registry` are their files'
    /// objects.
    ///
    /// Errors: those of files, `unknown-field` for an option that is none; `bad-option` as
    /// [`Plan::obligations`](crate::Plan::obligations) has it, but that a question of a month's duties needs neither days nor periods.
    ///
    /// ```
    /// use tiendo::{ErrorCode, ReportingQuery};
    /// let refused = |json: &str| {
    ///     let error = ReportingQuery::from_json(json.as_bytes()).unwrap_err();
    ///     (error.code, error.path)
    /// };
    /// assert_eq!(refused(r#"{"graceDays": -1}"#), (ErrorCode::BadOption, "graceDays".to_owned()));
    /// assert_eq!(refused(r#"{"dayOffShift": "soon"}"#), (ErrorCode::BadOption, "dayOffShift".to_owned()));
    /// assert_eq!(refused(r#"{"colour": "red"}"#), (ErrorCode::UnknownField, "colour".to_owned()));
    /// ```
    pub fn from_json(json: &[u8]) -> Result<ReportingQuery, Error> {
        ReportingQuery::from_json_with(json, &Limits::default())
    }

    /// Reads a question from JSON within limits of the caller's; those of its own hold for what is asked.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, ReportingQuery};
    /// let limits = Limits { json_bytes: 1, ..Limits::default() };
    /// assert_eq!(ReportingQuery::from_json_with(b"{}", &limits).unwrap_err().code, ErrorCode::TooLarge);
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<ReportingQuery, Error> {
        let wire = json::read_options::<Wire>(json, limits, &QUERY)?;
        let query = wire.query(limits)?;
        if query.start.is_some() || query.end.is_some() || !query.periods.is_empty() {
            query.asked()?;
        }
        query.check_options()?;
        Ok(query)
    }

    /// The question as JSON, which reads back as the same.
    ///
    /// ```
    /// let query = tiendo::ReportingQuery::on(&["2025-Q2".parse()?]);
    /// assert_eq!(query.to_json(), "{\n  \"periods\": [\n    \"2025-Q2\"\n  ]\n}\n");
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        json::write(self)
    }

    pub(super) fn registry(&self) -> &Registry {
        self.registry.as_deref().unwrap_or_else(|| Registry::shared())
    }

    pub(super) fn calendar(&self) -> &Calendar {
        self.calendar.as_deref().unwrap_or_else(|| Calendar::shared())
    }

    /// The days or periods that are asked for.
    pub(super) fn asked(&self) -> Result<Asked, Error> {
        let (start, end) = match (self.start, self.end, self.periods.as_slice()) {
            (None, None, [_, ..]) => return self.asked_periods(),
            (Some(start), Some(end), []) => (start, end),
            (start, _, []) => {
                let expected = (
                    "hai ngày `start` và `end`, hoặc các kỳ `periods`",
                    "days `start` and `end`, or `periods`",
                );
                return Err(bad_option(if start.is_none() { "start" } else { "end" }, expected));
            }
            _ => {
                let expected =
                    ("các ngày hoặc các kỳ, không phải cả hai", "either days or periods, not both");
                return Err(bad_option("periods", expected));
            }
        };
        in_range(start, "start")?;
        in_range(end, "end")?;
        if end < start {
            let expected = ("một ngày không trước ngày bắt đầu", "a day not before the start");
            return Err(bad_option("end", expected));
        }
        Ok(Asked::Between { start, end, by: self.options.select_by })
    }

    fn asked_periods(&self) -> Result<Asked, Error> {
        let mut periods = Set::new();
        match self.periods.iter().position(|period| !periods.insert(*period)) {
            None => Ok(Asked::Periods(periods)),
            Some(at) => {
                let expected = ("mỗi kỳ một lần", "a period that is given once");
                Err(Error::new(ErrorCode::DuplicateCode, format!("periods[{at}]"), expected))
            }
        }
    }

    /// All else that is wrong with a question whatever the plan.
    pub(super) fn check_options(&self) -> Result<(), Error> {
        if let Some(effective) = self.effective {
            in_range(effective, "effective")?;
        }
        self.options.check(&self.limits)?;
        let most = self.limits.given;
        if self.given.len() > most {
            let expected = (format!("không quá {most} báo cáo"), format!("at most {most} reports"));
            return Err(Error::new(ErrorCode::TooMany, "given", expected));
        }
        let mut seen = Set::new();
        for (at, given) in self.given.iter().enumerate() {
            let path = |field: &str| format!("given[{at}].{field}");
            let expected = || ("tên gọi của báo cáo", "what the report is called").into();
            name(&given.period, || path("period"), expected, &self.limits)?;
            if !seen.insert((given.rule.as_str(), given.period.as_str())) {
                let expected = ("mỗi báo cáo một lần", "a report that is given once");
                return Err(Error::new(ErrorCode::DuplicateCode, path("period"), expected));
            }
            let days = [("written", Some(given.written)), ("start", given.start), ("end", given.end)];
            for (field, day) in days {
                if let Some(day) = day {
                    in_range(day, &path(field))?;
                }
            }
            if given.start.zip(given.end).is_some_and(|(start, end)| end < start) {
                let expected = ("một ngày không trước ngày bắt đầu", "a day not before the start");
                return Err(bad_option(path("end"), expected));
            }
        }
        Ok(())
    }

    /// The places of the given reports by their rule's: each is of an ad hoc or term rule of the regime.
    pub(super) fn given_by_rule(&self, regime: &Regime) -> Result<Map<usize, Vec<&GivenReport>>, Error> {
        let is_given = |rule: &Rule| matches!(rule.cycle, Cycle::Term | Cycle::AdHoc);
        let rules: Map<&str, usize> =
            regime.rules.iter().zip(0..).map(|(rule, at)| (rule.code.as_str(), at)).collect();
        let mut given: Map<usize, Vec<&GivenReport>> = Map::new();
        for (at, report) in self.given.iter().enumerate() {
            let rule = rules.get(report.rule.as_str()).copied();
            let Some(rule) = rule.filter(|rule| regime.rules.get(*rule).is_some_and(is_given)) else {
                let vi = "mã của một quy định báo cáo đột xuất hoặc theo nhiệm kỳ";
                let expected = (vi, "the code of an ad hoc or term rule");
                return Err(Error::new(ErrorCode::UnknownCode, format!("given[{at}].rule"), expected));
            };
            given.or_default(rule).push(report);
        }
        Ok(given)
    }
}

pub(super) fn bad_option(path: impl Into<String>, expected: impl Into<Phrase>) -> Error {
    Error::new(ErrorCode::BadOption, path, expected)
}

/// Checks a name of the caller's: not empty, and not too long.
pub(super) fn name(
    text: &str,
    path: impl Fn() -> String,
    expected: impl Fn() -> Phrase,
    limits: &Limits,
) -> Result<(), Error> {
    if text.trim().is_empty() {
        return Err(bad_option(path(), expected()));
    }
    let most = limits.name_chars;
    if is_longer(text, most) {
        let expected =
            (format!("một tên không quá {most} ký tự"), format!("a name of at most {most} characters"));
        return Err(Error::new(ErrorCode::CellTooLong, path(), expected));
    }
    Ok(())
}
