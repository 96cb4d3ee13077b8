//! The options of an assessment: one flat object, its defaults stated, unknown ones refused once, here.
//!
//! What a caller leaves out is as by default. `calendar` and `registry` are data in place of the built-in ones; they are
//! read, not written: an assessment shows its choices, and names the data by its fingerprint.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::agencies::{Entries, REGISTRY, Registry, Roster};
use crate::calendar::{CALENDAR, Calendar, CalendarEntries};
use crate::codes::{DayOffShift, ErrorCode, Method};
use crate::deadlines::DeadlineOptions;
use crate::error::Error;
use crate::json::{self, DATE, Shape, code, nullable, object, spare};
use crate::limits::Limits;
use crate::number::{EXACT, Fixed};
use crate::reporting::{GIVEN, GivenReport, ROSTER, ReportingOptions};
use crate::targets::CompareOptions;

/// What a caller may choose about an assessment: reading, reporting and assessing in one flat object.
///
/// ```
/// use tiendo::{ErrorCode, Options};
/// let options = Options::from_json(br#"{"equalExactly": true, "minDays": 90}"#)?;
/// assert!(options.equal_exactly && options.due_soon_days == 30);
/// assert_eq!(Options::from_json(br#"{"minDay": 90}"#).unwrap_err().code, ErrorCode::UnknownField);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// Only what was recorded by this day is known (default: everything).
    #[serde(with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    pub known_by: Option<NaiveDate>,
    /// A bare number and `=` ask for exactly that number (default: that number or better).
    pub equal_exactly: bool,
    /// `và tăng dần` must hold too (default: it is shown beside the verdict).
    pub rising_decides: bool,
    /// How a standing is found before a milestone (default: along a straight line).
    pub method: Method,
    /// From this ratio on an indicator is on track (default: 0.95).
    pub on_track: Fixed,
    /// From this ratio on it is slightly behind (default: 0.8).
    pub slightly_behind: Fixed,
    /// The same by compound growth (default: 0.6).
    pub cagr_moderate: Fixed,
    /// Days between two figures that make a trend (default: 180).
    pub min_days: u32,
    /// Calendar years that a trend looks back (default: 5).
    pub slope_years: u32,
    /// Months after which a figure is old (default: 15).
    pub stale_months: u32,
    /// The last day that is projected (default: 31 December 2045).
    #[serde(with = "crate::json::date")]
    pub horizon: NaiveDate,
    /// Days before its last day from which a task is due soon (default: 30).
    pub due_soon_days: u32,
    /// A task counts as completed only with evidence (default: without it is flagged).
    pub evidence_required: bool,
    /// The day of the month a bare month is due (default: its last).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month_day: Option<u32>,
    /// "Before" includes the day it names, in deadlines and reports (default: the day before is the last on time).
    pub before_inclusive: bool,
    /// "And the following years" falls due each 31 December (default: it continues).
    pub following_years_judged: bool,
    /// The bodies whose reports are judged, by id or name (default: those that submissions and exemptions name).
    pub agencies: Vec<String>,
    /// Which bodies a group is (default: a group stays one).
    pub roster: Vec<Roster>,
    /// From when the plan is in force, where it does not say.
    #[serde(with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    pub effective: Option<NaiveDate>,
    /// From which last timely day on reports are shown (default: the later of 1 January and the day the plan takes effect).
    #[serde(with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    pub reports_from: Option<NaiveDate>,
    /// Days ahead that are shown as upcoming (default: 31).
    pub upcoming_days: u32,
    /// A bare day of a monthly rule is one of the month after (default: of the same month).
    pub of_next_month: bool,
    /// Where a last timely day that is off moves to (default: nowhere).
    pub day_off_shift: DayOffShift,
    /// Calendar days added at the end (default: none).
    pub grace_days: u32,
    /// Data are closed by Decree 09/2019/NĐ-CP, art. 12 (default: at the period's end or the last timely day).
    pub decree_09_cutoff: bool,
    /// A report counts from its first version (default: from its first version not returned).
    pub count_returned: bool,
    /// Ad hoc and term reports, which stand on dates of the caller's.
    pub given: Vec<GivenReport>,
    /// What is sensitive is left out and counted, difficulties and proposals are left out (default: all is shown).
    pub public: bool,
    /// The days off (default: those of civil servants).
    #[serde(skip)]
    pub calendar: Option<Arc<Calendar>>,
    /// The bodies known (default: the built-in ones).
    #[serde(skip)]
    pub registry: Option<Arc<Registry>>,
    /// How much a call takes and gives.
    #[serde(skip)]
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Options {
        let hundredths = |n: i32| Fixed::from_millionths((n * 10_000).into()).unwrap_or(Fixed::ONE);
        Options {
            known_by: None,
            equal_exactly: false,
            rising_decides: false,
            method: Method::Line,
            on_track: hundredths(95),
            slightly_behind: hundredths(80),
            cagr_moderate: hundredths(60),
            min_days: 180,
            slope_years: 5,
            stale_months: 15,
            horizon: NaiveDate::from_ymd_opt(2045, 12, 31).unwrap_or(NaiveDate::MAX),
            due_soon_days: 30,
            evidence_required: false,
            month_day: None,
            before_inclusive: false,
            following_years_judged: false,
            agencies: Vec::new(),
            roster: Vec::new(),
            effective: None,
            reports_from: None,
            upcoming_days: 31,
            of_next_month: false,
            day_off_shift: DayOffShift::None,
            grace_days: 0,
            decree_09_cutoff: false,
            count_returned: false,
            given: Vec::new(),
            public: false,
            calendar: None,
            registry: None,
            limits: Limits::default(),
        }
    }
}

/// Days of any span that an option may name: ten years.
const MOST_DAYS: u32 = 3660;

static OPTIONS: Shape = Shape::Object(&object(&[
    nullable("knownBy", DATE),
    spare("equalExactly", Shape::Flag),
    spare("risingDecides", Shape::Flag),
    spare("method", code!(Method)),
    spare("onTrack", EXACT),
    spare("slightlyBehind", EXACT),
    spare("cagrModerate", EXACT),
    spare("minDays", Shape::Whole(1, MOST_DAYS)),
    spare("slopeYears", Shape::Whole(1, 100)),
    spare("staleMonths", Shape::Whole(0, 1200)),
    spare("horizon", DATE),
    spare("dueSoonDays", Shape::Whole(0, MOST_DAYS)),
    spare("evidenceRequired", Shape::Flag),
    nullable("monthDay", Shape::Whole(1, 31)),
    spare("beforeInclusive", Shape::Flag),
    spare("followingYearsJudged", Shape::Flag),
    spare("agencies", Shape::List(&Shape::Text, |limits| limits.indicators)),
    spare("roster", Shape::List(&Shape::Object(&ROSTER), |limits| limits.indicators)),
    nullable("effective", DATE),
    nullable("reportsFrom", DATE),
    spare("upcomingDays", Shape::Whole(0, MOST_DAYS)),
    spare("ofNextMonth", Shape::Flag),
    spare("dayOffShift", code!(DayOffShift)),
    spare("graceDays", Shape::Whole(0, u32::MAX)),
    spare("decree09Cutoff", Shape::Flag),
    spare("countReturned", Shape::Flag),
    spare("given", Shape::List(&Shape::Object(&GIVEN), |limits| limits.given)),
    spare("public", Shape::Flag),
    nullable("calendar", Shape::Object(&CALENDAR)),
    nullable("registry", Shape::Object(&REGISTRY)),
]));

/// The data among the options.
#[derive(Deserialize)]
struct Brought {
    calendar: Option<CalendarEntries>,
    registry: Option<Entries>,
}

impl Options {
    /// Reads options from JSON within the default [`Limits`], each by default where it is left out.
    ///
    /// Errors: those of files; `unknown-field` for an option nobody knows, `bad-option` for a value out of range.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Options};
    /// let error = Options::from_json(br#"{"monthDay": 32}"#).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::BadOption, "monthDay"));
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Options, Error> {
        Options::from_json_with(json, &Limits::default())
    }

    /// Reads options from JSON within limits of the caller's, which hold for the assessment too.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Options};
    /// let limits = Limits { json_bytes: 1, ..Limits::default() };
    /// assert_eq!(Options::from_json_with(b"{}", &limits).unwrap_err().code, ErrorCode::TooLarge);
    /// ```
    pub fn from_json_with(json: &[u8], limits: &Limits) -> Result<Options, Error> {
        let mut options: Options = json::read_options(json, limits, &OPTIONS)?;
        let brought: Brought = json::read_options(json, limits, &OPTIONS)?;
        let calendar = brought.calendar.map(|entries| Calendar::new(entries, limits)).transpose();
        let registry = brought.registry.map(|entries| Registry::of(entries, limits)).transpose();
        options.calendar = calendar.map_err(|error| error.within("calendar"))?.map(Arc::new);
        options.registry = registry.map_err(|error| error.within("registry"))?.map(Arc::new);
        options.limits = limits.clone();
        options.check()?;
        Ok(options)
    }

    /// The options as JSON, all of them but `calendar` and `registry`, which read back as the same.
    ///
    /// ```
    /// use tiendo::Options;
    /// let options = Options::default();
    /// assert_eq!(Options::from_json(options.to_json().as_bytes())?, options);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        json::to_json(self)
    }

    /// That every value is one that the option takes. Error: `bad-option`.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let refused = |path: &str, vi: &str, en: &str| Err(Error::new(ErrorCode::BadOption, path, (vi, en)));
        if self.slightly_behind < Fixed::ZERO {
            return refused("slightlyBehind", "số từ 0 trở lên", "a number from 0 on");
        }
        if self.cagr_moderate < Fixed::ZERO {
            return refused("cagrModerate", "số từ 0 trở lên", "a number from 0 on");
        }
        if self.on_track < self.slightly_behind || self.on_track < self.cagr_moderate {
            let (vi, en) = (
                "số không nhỏ hơn `slightlyBehind` và `cagrModerate`",
                "a number not below `slightlyBehind` and `cagrModerate`",
            );
            return refused("onTrack", vi, en);
        }
        if self.month_day.is_some_and(|day| !(1..=31).contains(&day)) {
            return refused("monthDay", "số nguyên từ 1 đến 31", "a whole number from 1 to 31");
        }
        for (path, days) in [
            ("minDays", self.min_days),
            ("dueSoonDays", self.due_soon_days),
            ("upcomingDays", self.upcoming_days),
        ] {
            if days > MOST_DAYS {
                return refused(path, "không quá 3660 ngày", "at most 3660 days");
            }
        }
        self.reporting().check(&self.limits)
    }

    /// The choices about comparing.
    pub(crate) fn comparing(&self) -> CompareOptions {
        CompareOptions { equal_exactly: self.equal_exactly, rising_decides: self.rising_decides }
    }

    /// The choices about reading deadlines.
    pub(crate) fn deadlines(&self) -> DeadlineOptions {
        DeadlineOptions {
            month_day: self.month_day,
            before_inclusive: self.before_inclusive,
            following_years_judged: self.following_years_judged,
        }
    }

    /// The choices about reports.
    pub(crate) fn reporting(&self) -> ReportingOptions {
        ReportingOptions {
            before_inclusive: self.before_inclusive,
            of_next_month: self.of_next_month,
            day_off_shift: self.day_off_shift,
            grace_days: self.grace_days,
            decree_09_cutoff: self.decree_09_cutoff,
            count_returned: self.count_returned,
            ..ReportingOptions::default()
        }
    }
}
