//! Everything ahead of an assessment's day as a calendar (RFC 5545, RFC 7986) that a program may subscribe to.
//!
//! - A task that is open and in time is an event on its last day in force, a report not sent one on its last day on time
//!   (of those that the assessment shows: its option `upcomingDays` says how far), a milestone one on its 31 December. Ids
//!   are those of the calendar of reports, so that a program knows an event again.
//! - A task whose day was moved by a decision has a `SEQUENCE`, the days from 1/1/2000 to that decision, so a later one is
//!   greater; `LAST-MODIFIED` is the decision's day. What was stopped, suspended or exempted before its day came stays, as
//!   `STATUS:CANCELLED`, one later in sequence. What an amendment took out has no day any more and is not in the calendar.
//! - With `agency` it is that body's own: its parts of tasks, its reports.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::text::in_lang;
use crate::agencies::Registry;
use crate::assess::Assessment;
use crate::codes::{IndicatorStanding, Lang, ReportStanding, TaskStanding};
use crate::error::Error;
use crate::json::{self, Shape, code, from_json, needed, nullable, object, spare};
use crate::limits::Limits;
use crate::progress::year_end;
use crate::reporting::Report;
use crate::reporting::ics::{File, compact, escaped, id_of, stamp_of, text};
use crate::sorted;
use crate::tasks::AssessedTask;
use crate::text::match_key;
use crate::words::{feed as words, plain};

/// How a calendar of everything ahead is made.
///
/// ```
/// use tiendo::FeedOptions;
/// let options = FeedOptions::from_json(br#"{"stamp": "2026-07-15T00:00:00Z", "alarmDays": 3}"#)?;
/// assert_eq!(options.alarm_days, Some(3));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FeedOptions {
    /// The instant the file is made, as RFC 3339 writes it: the library has no clock.
    pub stamp: String,
    /// The language (default: Vietnamese).
    #[serde(default)]
    pub lang: Lang,
    /// The calendar's name (default: the plan's number).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many days before an event a program reminds of it (default: it does not).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm_days: Option<u32>,
    /// After how many hours a program asks again (default: it decides).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_hours: Option<u32>,
    /// The body whose own calendar it is, by id or name (default: the whole plan's).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
}

static FEED: Shape = Shape::Object(&object(&[
    needed("stamp", Shape::Text),
    spare("lang", code!(Lang)),
    nullable("name", Shape::Text),
    nullable("alarmDays", Shape::Whole(0, 366)),
    nullable("refreshHours", Shape::Whole(1, 8784)),
    nullable("agency", Shape::Text),
]));

impl FeedOptions {
    /// Reads the options from JSON within the default [`Limits`].
    ///
    /// Errors: those of files; `bad-option` for a value out of range.
    ///
    /// ```
    /// use tiendo::{ErrorCode, FeedOptions};
    /// let error = FeedOptions::from_json(br#"{"stamp": "2026-07-15T00:00:00Z", "alarmDays": 367}"#).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::BadOption, "alarmDays"));
    /// ```
    pub fn from_json(json: &[u8]) -> Result<FeedOptions, Error> {
        json::read_options(json, &Limits::default(), &FEED)
    }
}

/// Everything ahead of an assessment's day as a calendar file: tasks, reports, milestones.
///
/// Errors: `bad-date` for a stamp that is no instant, `year-out-of-range`.
///
/// ```
/// use tiendo::{FeedOptions, Options, Plan, Records, assess, calendar_feed};
/// # let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let assessment = assess(&plan, &records, "2025-06-01".parse().unwrap(), &Options::default())?;
/// let options = FeedOptions { stamp: "2025-06-01T00:00:00Z".to_owned(), ..FeedOptions::default() };
/// assert!(calendar_feed(&assessment, &options)?.contains("UID:ha-tinh-231.milestone.2030@tiendo\r\n"));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn calendar_feed(assessment: &Assessment, options: &FeedOptions) -> Result<String, Error> {
    let feed = Feed {
        of: assessment,
        options,
        stamp: stamp_of(&options.stamp)?,
        agency: options.agency.as_deref().map(body),
    };
    let mut file = File::begun(options.lang);
    let name = options.name.as_deref().or(assessment.plan.number.as_deref()).unwrap_or(&assessment.plan.id);
    for line in ["NAME", "X-WR-CALNAME"] {
        file.line(line, &[&text(&plain(name))]);
    }
    if let Some(hours) = options.refresh_hours {
        for line in ["REFRESH-INTERVAL;VALUE=DURATION", "X-PUBLISHED-TTL"] {
            file.line(line, &[&format!("PT{hours}H")]);
        }
    }
    let mut events: Vec<Event> = feed.tasks().chain(feed.reports()).chain(feed.milestones()).collect();
    sorted::sort_by(&mut events, |a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    for event in &events {
        feed.write(event, &mut file);
    }
    file.line("END", &["VCALENDAR"]);
    Ok(file.0)
}

/// The same from JSON texts: of an assessment, and of options.
///
/// Errors: those of JSON, and those of [`calendar_feed`].
///
/// ```
/// use tiendo::{ErrorCode, calendar_feed_json};
/// let error = calendar_feed_json(b"{}", br#"{"stamp": "2026-07-15T00:00:00Z"}"#).unwrap_err();
/// assert_eq!(error.code, ErrorCode::BadValue);
/// ```
pub fn calendar_feed_json(assessment: &[u8], options: &[u8]) -> Result<String, Error> {
    let options = FeedOptions::from_json(options).map_err(|error| error.within("options"))?;
    let assessment: Assessment = from_json(assessment).map_err(|error| error.within("assessment"))?;
    calendar_feed(&assessment, &options)
}

/// A body by its id or name: its id, or else the key of the words.
fn body(name: &str) -> Cow<'_, str> {
    let known = Registry::shared().by_id_or_name(name);
    known.map_or_else(|| match_key(name).into(), |agency| agency.id.clone().into())
}

struct Feed<'a> {
    of: &'a Assessment,
    options: &'a FeedOptions,
    stamp: String,
    agency: Option<Cow<'a, str>>,
}

struct Event {
    id: String,
    day: NaiveDate,
    summary: String,
    description: String,
    /// The day of the decision that set its day.
    decided: Option<NaiveDate>,
    is_cancelled: bool,
}

impl Feed<'_> {
    fn tasks(&self) -> impl Iterator<Item = Event> {
        self.of.tasks.iter().filter_map(|task| {
            let own = self.agency.as_deref().map(|asked| {
                task.leads.iter().find(|part| {
                    part.id.as_deref().map_or_else(|| match_key(&part.name) == asked, |id| id == asked)
                })
            });
            let (standing, due) = match own {
                Some(part) => part.map(|part| (part.standing, part.due))?,
                None => (task.standing, task.due),
            };
            let is_cancelled =
                matches!(standing, TaskStanding::Cancelled | TaskStanding::Suspended | TaskStanding::Exempt);
            let is_open = matches!(
                standing,
                TaskStanding::InProgress | TaskStanding::NotStarted | TaskStanding::NotBegunPeriod
            );
            let day = if is_cancelled { due.or(task.deadline.due) } else { due.filter(|_| is_open) };
            self.task(task, day?, is_cancelled)
        })
    }

    fn task(&self, task: &AssessedTask, day: NaiveDate, is_cancelled: bool) -> Option<Event> {
        let lang = self.options.lang;
        let title = in_lang(lang, task.title_en.as_deref(), &task.title);
        let decided = task.extension.as_ref().filter(|extension| extension.new_due == day);
        let leads: Vec<&str> = task.leads.iter().map(|part| &*part.name).collect();
        (day >= self.of.today).then(|| Event {
            id: format!("{}.task.{}", escaped(&self.of.plan.id), task.number),
            day,
            summary: words::task(task.number, &plain(title), lang),
            description: words::task_lines(&leads.join("; "), task.why.sentence(lang), lang),
            decided: decided.map(|extension| extension.date),
            is_cancelled,
        })
    }

    fn reports(&self) -> impl Iterator<Item = Event> {
        self.of.reports.iter().filter_map(|report| {
            let whose = report.obligation.agency.as_deref().map(body);
            let is_own = self.agency.is_none() || self.agency == whose;
            let is_cancelled = report.standing == ReportStanding::Exempt;
            let is_ahead =
                is_cancelled || report.standing == ReportStanding::NotDue && report.submitted.is_none();
            let day = report.obligation.due.filter(|day| is_own && is_ahead && *day >= self.of.today)?;
            Some(self.report(report, whose.as_deref(), day, is_cancelled))
        })
    }

    fn report(&self, report: &Report, whose: Option<&str>, day: NaiveDate, is_cancelled: bool) -> Event {
        let lang = self.options.lang;
        let mut id = id_of(&report.obligation);
        if let Some(whose) = whose {
            let _ = write!(id, ".{}", escaped(whose));
        }
        let name = whose.map(|whose| {
            let known = Registry::shared().agency(whose).map(|agency| agency.name.as_str());
            known.or(report.obligation.agency.as_deref()).unwrap_or(whose)
        });
        Event {
            id,
            day,
            summary: words::report(&report.obligation.label(lang), name, lang),
            description: report.why().sentence(lang).to_owned(),
            decided: None,
            is_cancelled,
        }
    }

    /// Milestones that decide how an indicator stands; none in a body's own calendar.
    fn milestones(&self) -> impl Iterator<Item = Event> {
        let years = self.of.scorecards.first().map_or(&[][..], |card| &card.milestones);
        years.iter().filter(|_| self.agency.is_none()).filter_map(|of| {
            let day = year_end(of.year).filter(|day| *day >= self.of.today)?;
            let asked =
                self.of.indicators.iter().filter(|one| {
                    one.milestone == Some(of.year) && one.standing != IndicatorStanding::NotAsked
                });
            let count = asked.count();
            (count > 0).then(|| Event {
                id: format!("{}.milestone.{}", escaped(&self.of.plan.id), of.year),
                day,
                summary: words::milestone(of.year, count, self.options.lang),
                description: String::new(),
                decided: None,
                is_cancelled: false,
            })
        })
    }

    fn write(&self, event: &Event, file: &mut File) {
        // Days from the first of 2000: a later decision is a greater number.
        let base = NaiveDate::from_ymd_opt(2000, 1, 1);
        let days = event.decided.zip(base).map_or(0, |(day, base)| (day - base).num_days().max(0));
        let modified = event.decided.map(|day| format!("{}T000000Z", compact(day)));
        file.line("BEGIN", &["VEVENT"]);
        file.line("UID", &[&event.id, "@tiendo"]);
        file.line("DTSTAMP", &[&self.stamp]);
        file.line("LAST-MODIFIED", &[modified.as_deref().unwrap_or(&self.stamp)]);
        file.line("SEQUENCE", &[&(days + i64::from(event.is_cancelled)).to_string()]);
        file.line("STATUS", &[if event.is_cancelled { "CANCELLED" } else { "CONFIRMED" }]);
        file.line("DTSTART;VALUE=DATE", &[&compact(event.day)]);
        if let Some(next) = event.day.succ_opt() {
            file.line("DTEND;VALUE=DATE", &[&compact(next)]);
        }
        file.line("SUMMARY", &[&text(&event.summary)]);
        if !event.description.is_empty() {
            file.line("DESCRIPTION", &[&text(&event.description)]);
        }
        file.line("TRANSP", &["TRANSPARENT"]);
        if let Some(days) = self.options.alarm_days.filter(|_| !event.is_cancelled) {
            file.line("BEGIN", &["VALARM"]);
            file.line("ACTION", &["DISPLAY"]);
            file.line("DESCRIPTION", &[&text(&event.summary)]);
            file.line("TRIGGER", &[&format!("-P{days}D")]);
            file.line("END", &["VALARM"]);
        }
        file.line("END", &["VEVENT"]);
    }
}
