//! The question about reports as JSON has it: flat, the options among the rest, nothing unknown in it.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::due::ReportingOptions;
use super::query::{GivenReport, ReportingQuery, bad_option};
use crate::agencies::{Entries, REGISTRY, Registry, Roster};
use crate::calendar::{CALENDAR, Calendar, CalendarEntries};
use crate::codes::{DayOffShift, SelectBy};
use crate::error::Error;
use crate::json::{DATE, LIMITS, Object, Shape, needed, nullable, object, spare};
use crate::limits::Limits;
use crate::period::Period;

/// A question's JSON. What is as by default is left out.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Wire {
    #[serde(with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    start: Option<NaiveDate>,
    #[serde(with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    end: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    periods: Vec<Period>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    agencies: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roster: Vec<Roster>,
    #[serde(with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    effective: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    given: Vec<GivenReport>,
    #[serde(skip_serializing_if = "is_false")]
    before_inclusive: bool,
    #[serde(skip_serializing_if = "is_false")]
    of_next_month: bool,
    /// Not a code yet, so that a word that is none is refused as any other option is.
    #[serde(skip_serializing_if = "Option::is_none")]
    day_off_shift: Option<String>,
    /// Wider than the option, for the same reason.
    #[serde(skip_serializing_if = "is_zero")]
    grace_days: i64,
    #[serde(skip_serializing_if = "is_false")]
    decree_09_cutoff: bool,
    #[serde(skip_serializing_if = "is_false")]
    count_returned: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    select_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calendar: Option<CalendarEntries>,
    #[serde(skip_serializing_if = "Option::is_none")]
    registry: Option<Entries>,
    #[serde(skip_serializing_if = "is_default")]
    limits: Limits,
}

/// A question's JSON, as files have it.
pub(super) static QUERY: Shape = Shape::Object(&object(&[
    nullable("start", DATE),
    nullable("end", DATE),
    spare("periods", Shape::List(&PERIOD, |limits| limits.reports)),
    spare("agencies", Shape::List(&Shape::Text, |limits| limits.indicators)),
    spare("roster", Shape::List(&Shape::Object(&ROSTER), |limits| limits.indicators)),
    nullable("effective", DATE),
    spare("given", Shape::List(&Shape::Object(&GIVEN), |limits| limits.given)),
    spare("beforeInclusive", Shape::Flag),
    spare("ofNextMonth", Shape::Flag),
    spare("dayOffShift", Shape::Text),
    spare("graceDays", Shape::Whole(0, u32::MAX)),
    spare("decree09Cutoff", Shape::Flag),
    spare("countReturned", Shape::Flag),
    spare("selectBy", Shape::Text),
    nullable("calendar", Shape::Object(&CALENDAR)),
    nullable("registry", Shape::Object(&REGISTRY)),
    spare("limits", Shape::Object(&LIMITS)),
]));

static PERIOD: Shape = Shape::Read(|text| text.parse::<Period>().map(drop), "1900");

pub(crate) static ROSTER: Object = object(&[
    needed("group", Shape::Text),
    needed("agencies", Shape::List(&Shape::Text, |limits| limits.indicators)),
]);

pub(crate) static GIVEN: Object = object(&[
    needed("rule", Shape::Id),
    needed("period", Shape::Text),
    needed("written", DATE),
    spare("before", Shape::Flag),
    nullable("start", DATE),
    nullable("end", DATE),
]);

impl Wire {
    /// The question, its calendar and registry read within limits.
    pub(super) fn query(self, limits: &Limits) -> Result<ReportingQuery, Error> {
        let day_off_shift = match self.day_off_shift.as_deref() {
            None => DayOffShift::None,
            Some(code) => code.parse().map_err(|_| one_of("dayOffShift", DayOffShift::SPELLED))?,
        };
        let select_by = match self.select_by.as_deref() {
            None => SelectBy::Due,
            Some(code) => code.parse().map_err(|_| one_of("selectBy", SelectBy::SPELLED))?,
        };
        let grace_days = u32::try_from(self.grace_days)
            .map_err(|_| ReportingOptions::too_much_grace(self.limits.grace_days))?;
        let calendar = self.calendar.map(|entries| Calendar::new(entries, limits)).transpose();
        let registry = self.registry.map(|entries| Registry::of(entries, limits)).transpose();
        Ok(ReportingQuery {
            start: self.start,
            end: self.end,
            periods: self.periods,
            agencies: self.agencies,
            roster: self.roster,
            effective: self.effective,
            given: self.given,
            options: ReportingOptions {
                before_inclusive: self.before_inclusive,
                of_next_month: self.of_next_month,
                day_off_shift,
                grace_days,
                decree_09_cutoff: self.decree_09_cutoff,
                count_returned: self.count_returned,
                select_by,
            },
            calendar: calendar.map_err(|error| error.within("calendar"))?.map(Arc::new),
            registry: registry.map_err(|error| error.within("registry"))?.map(Arc::new),
            limits: self.limits,
        })
    }
}

fn one_of(option: &str, codes: &[&str]) -> Error {
    let codes: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
    let codes = codes.join(", ");
    bad_option(option, (format!("một trong các mã {codes}"), format!("one of {codes}")))
}

impl TryFrom<Wire> for ReportingQuery {
    type Error = String;

    fn try_from(wire: Wire) -> Result<ReportingQuery, String> {
        let query = wire.query(&Limits::default());
        query.map_err(|error| error.to_string())
    }
}

impl From<ReportingQuery> for Wire {
    fn from(query: ReportingQuery) -> Wire {
        let ReportingOptions {
            before_inclusive,
            of_next_month,
            day_off_shift,
            grace_days,
            decree_09_cutoff,
            count_returned,
            select_by,
        } = query.options;
        let is_shifted = day_off_shift != DayOffShift::None;
        let is_by_another = select_by != SelectBy::Due;
        Wire {
            start: query.start,
            end: query.end,
            periods: query.periods,
            agencies: query.agencies,
            roster: query.roster,
            effective: query.effective,
            given: query.given,
            before_inclusive,
            of_next_month,
            day_off_shift: is_shifted.then(|| day_off_shift.to_string()),
            grace_days: grace_days.into(),
            decree_09_cutoff,
            count_returned,
            select_by: is_by_another.then(|| select_by.to_string()),
            calendar: query.calendar.map(|calendar| Arc::unwrap_or_clone(calendar).into()),
            registry: query.registry.map(|registry| Arc::unwrap_or_clone(registry).into()),
            limits: query.limits,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_zero(value: &i64) -> bool {
    *value == 0
}

fn is_default(limits: &Limits) -> bool {
    *limits == Limits::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::ErrorCode;

    fn refused(json: &str) -> String {
        ReportingQuery::from_json(json.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn a_question_reads_back_as_it_was_written() {
        let plain: ReportingQuery = serde_json::from_str("{}").unwrap();
        assert_eq!(plain, ReportingQuery::default());
        let query = ReportingQuery {
            agencies: vec!["so-nv".to_owned(), "Xã Mẫu".to_owned()],
            roster: vec![Roster { group: "các sở".to_owned(), agencies: vec!["so-tc".to_owned()] }],
            effective: "2025-01-01".parse().ok(),
            given: vec![GivenReport {
                rule: "ad-hoc".to_owned(),
                period: "một".to_owned(),
                written: "2025-06-10".parse().unwrap(),
                before: true,
                start: None,
                end: None,
            }],
            options: ReportingOptions {
                before_inclusive: true,
                of_next_month: true,
                day_off_shift: DayOffShift::NextWorkingDay,
                grace_days: 3,
                decree_09_cutoff: true,
                count_returned: true,
                select_by: SelectBy::Written,
            },
            calendar: Some(Arc::new(Calendar::builtin())),
            registry: Some(Arc::new(Registry::builtin())),
            limits: Limits { reports: 7, ..Limits::default() },
            ..ReportingQuery::between("2025-01-01".parse().unwrap(), "2026-01-01".parse().unwrap())
        };
        assert_eq!(ReportingQuery::from_json(query.to_json().as_bytes()).as_ref(), Ok(&query));
        assert_eq!(serde_json::from_str::<ReportingQuery>(&query.to_json()).unwrap(), query);
        let fields: Vec<String> = query.to_json().lines().filter_map(field).collect();
        insta::assert_snapshot!(fields.join(" "), @"start end agencies roster effective given beforeInclusive ofNextMonth dayOffShift graceDays decree09Cutoff countReturned selectBy calendar registry limits");
    }

    /// The name of a field of the outermost object.
    fn field(line: &str) -> Option<String> {
        Some(line.strip_prefix("  \"")?.split_once('"')?.0.to_owned())
    }

    #[test]
    fn what_is_wrong_with_a_question_is_said_with_its_place() {
        let days = r#""start": "2025-01-01", "end": "2026-01-01""#;
        let errors = [
            refused(r#"{"colour": 1}"#),
            refused(r#"{"start": "2025-01-01"}"#),
            refused(r#"{"end": "2025-01-01"}"#),
            refused(&format!(r#"{{{days}, "periods": ["2025"]}}"#)),
            refused(r#"{"periods": ["2025", "2025"]}"#),
            refused(r#"{"periods": ["2025-13"]}"#),
            refused(r#"{"start": "2026-01-01", "end": "2025-01-01"}"#),
            refused(r#"{"start": "2026-1-1", "end": "2025-01-01"}"#),
            refused(r#"{"graceDays": 367}"#),
            refused(r#"{"graceDays": -1}"#),
            refused(r#"{"graceDays": "1"}"#),
            refused(r#"{"dayOffShift": "soon"}"#),
            refused(r#"{"selectBy": "end"}"#),
            refused(r#"{"beforeInclusive": 1}"#),
            refused(r#"{"limits": {"graceDays": 2}, "graceDays": 3}"#),
            refused(
                r#"{"calendar": {"schemaVersion": 1, "id": "x", "name": "x", "weekend": [8], "years": [], "days": []}}"#,
            ),
            refused(
                r#"{"registry": {"schemaVersion": 1, "groups": [], "agencies": [
                {"id": "x", "name": "A", "level": "province"}, {"id": "x", "name": "B", "level": "province"}]}}"#,
            ),
            refused(r#"{"given": [{"rule": "ad-hoc", "period": " ", "written": "2025-01-01"}]}"#),
        ];
        insta::assert_snapshot!(errors.join("\n"));
        let none = crate::Plan::builtin("ha-tinh-231").unwrap().obligations(&ReportingQuery::default());
        let none = none.unwrap_err();
        assert_eq!((none.code, none.path.as_str()), (ErrorCode::BadOption, "start"));
    }
}
