//! The periodic report: what an agency sends up of a plan at the end of a month, quarter, half, nine months or year.
//!
//! [`period_report`] decides everything: which task stands in which part, each count and its denominator, each rounding. The
//! value it gives is plain data; [`render`] only lays it out.
//!
//! Decided here, where the text is silent:
//! - The report speaks of the assessment's day, which is not before the period begins; the period says which tasks and
//!   reports fell due in it. `earlier` is the assessment of the report before.
//! - Part A of the tasks holds those with a deadline (the `counted` of their cards, but for what was completed without one; so
//!   also what was due, is done and goes on), part B those that continue, await or have none, part C those stopped, suspended
//!   and exempt. Numbers run on over all parts; the plan's own number stands beside the title.
//! - Tables too wide for an upright page are annexes, after the signature, as in the reports of the Government.
//! - The day of signing is the sender's: the assessment's day stands in the text, never in its place.
//! - Without `form` a plan whose number is written as the Party writes it (`42-CTr/TU`, a dash first) has the Party's head.
//! - An agency's own report counts its own parts of tasks, the indicators it leads and the reports it owes.
//! - A public report is one of an assessment made with `public`; it has no codes, no difficulties, no place for instructions.
//! - Where nothing is known of any task nobody is called late: the deadlines are counted, and that nothing is known is said.
//! - A figure of a part of its year stands beside the year's target: that of the milestone, or the path on 31 December.
//!
//! | field of a report | what |
//! |---|---|
//! | `schemaVersion` `plan` `period` `from` `to` `today` `lang` `form` `public` `synthetic` `agency`? | what it is on |
//! | `head` | `{superior?, issuer, number, motto[], placeAndDate}` |
//! | `title` `subject` `addressee`? `opening`[] | before the sections |
//! | `sections` | [`{number, heading, sentences[], tables[]}`] |
//! | `closing` `foot` | `foot`: `{recipientsLabel, recipients[], authority[], signatory}` |
//! | `annexes` | [`{number, heading, parent, tables[]}`], tables for pages that lie |
//! | a table | `{caption, columns[{kind, heading, width}], groups[{number?, heading?, rows[{cells[]}]}]}` |

mod agencies;
mod body;
mod changed;
mod feed;
mod head;
mod indicators;
mod model;
mod query;
mod render;
mod shares;
mod table;
mod task_period;
mod tasks;
#[cfg(test)]
mod tests;
mod text;

use chrono::NaiveDate;

use crate::agencies::Registry;
use crate::assess::{Assessment, Changes, changes};
use crate::codes::{Cycle, ErrorCode, Lang};
use crate::error::Error;
use crate::json::{from_json, to_json};
use crate::period::Period;
use crate::sorted::Map;
use crate::text::match_key;
use crate::words::expected;
pub use feed::{FeedOptions, calendar_feed, calendar_feed_json};
pub use model::{
    PeriodicReport, ReportAnnex, ReportColumn, ReportFoot, ReportGroup, ReportHead, ReportRow, ReportSection,
    ReportTable,
};
pub use query::ReportQuery;
pub use render::{render, render_json};
pub use shares::shares;
pub use table::{csv, csv_json, csv_text};
pub use task_period::{TaskPeriod, task_period};

/// Makes the report of a period from an assessment, and from that of the report before, where there was one.
///
/// The same inputs give the same report. What nobody gave (number, day, place, bodies, signatory) is a placeholder in brackets.
///
/// Errors: `bad-period` for a period the library does not read, a week, or one that begins after the assessment's day;
/// those of [`changes`] where `earlier` is of another plan, of a later day or by other options; `unknown-code` for an agency that leads nothing and owes no report.
///
/// ```
/// use tiendo::{Options, Plan, Records, ReportQuery, assess, period_report};
/// let plan = Plan::builtin("ha-tinh-231")?;
/// let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
/// let assessment = assess(&plan, &records, "2026-11-27".parse().unwrap(), &Options::default())?;
/// let report = period_report(&assessment, None, &ReportQuery::on("2026-Q3"))?;
/// assert_eq!(report.subject, "Kết quả thực hiện Kế hoạch số 231/KH-UBND, quý III/2026");
/// assert_eq!(report.head.issuer, "[TÊN CƠ QUAN]");
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn period_report(
    assessment: &Assessment,
    earlier: Option<&Assessment>,
    query: &ReportQuery,
) -> Result<PeriodicReport, Error> {
    let period: Period =
        query.period.parse().map_err(|error: Error| Error { path: "period".to_owned(), ..error })?;
    if period.cycle() == Cycle::Weekly || assessment.today < period.start() {
        return Err(Error::new(ErrorCode::BadPeriod, "period", expected::period_begun()));
    }
    let changes = earlier.map(|earlier| changes(earlier, assessment)).transpose().map_err(renamed)?;
    let agency = query.agency.as_deref().map(|asked| Asked::of(asked, assessment)).transpose()?;
    let has_no_update = tasks::has_no_update(&assessment.tasks);
    let reporting =
        Reporting { assessment, earlier, changes, query, period, lang: query.lang, agency, has_no_update };
    Ok(reporting.report())
}

/// The same from JSON texts to one: of an assessment, of an earlier one or none, and of a question, on one line.
///
/// Errors: those of JSON, and those of [`period_report`].
///
/// ```
/// let plan = tiendo::Plan::builtin("tien-dien")?.to_json();
/// let records = br#"{"schemaVersion": 1, "synthetic": true, "records": []}"#;
/// let assessment = tiendo::assess_json(plan.as_bytes(), records, "2026-06-30", None)?;
/// let report = tiendo::period_report_json(assessment.as_bytes(), None, br#"{"period": "2026-06"}"#)?;
/// assert!(report.starts_with(r#"{"schemaVersion":1,"plan":{"id":"tien-dien""#));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn period_report_json(assessment: &[u8], earlier: Option<&[u8]>, query: &[u8]) -> Result<String, Error> {
    let query = ReportQuery::from_json(query)?;
    let assessment: Assessment = from_json(assessment).map_err(|error| error.within("assessment"))?;
    let earlier =
        earlier.map(from_json::<Assessment>).transpose().map_err(|error| error.within("earlier"))?;
    Ok(to_json(&period_report(&assessment, earlier.as_ref(), &query)?))
}

/// An error of the comparison, by the names that its two assessments have here.
fn renamed(mut error: Error) -> Error {
    let name = |path: &str| path.replacen("before.", "earlier.", 1).replacen("after.", "assessment.", 1);
    for other in &mut error.others {
        other.path = name(&other.path);
    }
    Error { path: name(&error.path), ..error }
}

/// The body whose own report is asked for.
struct Asked {
    id: Option<String>,
    key: String,
    name: String,
}

impl Asked {
    /// The body by its id or name, as the assessment names it.
    fn of(asked: &str, assessment: &Assessment) -> Result<Asked, Error> {
        let known = Registry::shared().by_id_or_name(asked);
        let (id, name) = known.map_or((None, asked), |agency| (Some(agency.id.clone()), &*agency.name));
        let asked = Asked { id, key: match_key(asked), name: name.to_owned() };
        let leads = assessment.tasks.iter().flat_map(|task| &task.leads);
        let leads = leads.map(|lead| (lead.id.as_deref(), &*lead.name));
        let bodies = assessment.indicators.iter().flat_map(|indicator| &indicator.leads);
        let bodies = bodies.map(|body| (body.id.as_deref(), &*body.name));
        if let Some((_, name)) = leads.chain(bodies).find(|(id, name)| asked.is(*id, name)) {
            return Ok(Asked { name: name.to_owned(), ..asked });
        }
        let mut owing = assessment.reports.iter().filter_map(|report| report.obligation.agency.as_deref());
        if owing.any(|agency| asked.is(Some(agency), agency)) {
            return Ok(asked);
        }
        Err(Error::new(ErrorCode::UnknownCode, "agency", expected::lead_or_reporter()))
    }

    fn is(&self, id: Option<&str>, name: &str) -> bool {
        id.is_some() && id == self.id.as_deref() || id == Some(&self.key) || match_key(name) == self.key
    }
}

/// What a report is made from.
struct Reporting<'a> {
    assessment: &'a Assessment,
    earlier: Option<&'a Assessment>,
    changes: Option<Changes>,
    query: &'a ReportQuery,
    period: Period,
    lang: Lang,
    agency: Option<Asked>,
    /// Whether nothing is known of any task.
    has_no_update: bool,
}

impl Reporting<'_> {
    fn report(&self) -> PeriodicReport {
        let assessment = self.assessment;
        let head = self.head();
        let annexes = self.annexes(&head);
        let addressee = self.addressee();
        let subject = self.subject();
        PeriodicReport {
            schema_version: 1,
            plan: assessment.plan.clone(),
            period: self.period.to_string(),
            from: self.period.start(),
            to: self.period.end(),
            today: assessment.today,
            lang: self.lang,
            form: self.form(),
            public: assessment.options.public,
            synthetic: assessment.synthetic,
            agency: self.agency.as_ref().map(|agency| agency.name.clone()),
            title: self.term(crate::words::periodic::Term::Title),
            opening: self.opening(&head),
            sections: self.sections(&annexes),
            closing: crate::words::periodic::closing(&subject, addressee.as_deref(), self.lang),
            foot: self.foot(),
            subject,
            addressee: addressee.map(|to| crate::words::periodic::to(&to, self.lang)),
            head,
            annexes,
        }
    }

    fn term(&self, term: crate::words::periodic::Term) -> String {
        term.of(self.lang).to_owned()
    }

    /// The period's first and last day.
    fn days(&self) -> (NaiveDate, NaiveDate) {
        (self.period.start(), self.period.end())
    }

    fn is_public(&self) -> bool {
        self.assessment.options.public
    }

    /// What bodies are called, by the ids that reports are owed under.
    fn names(&self) -> Map<&str, String> {
        let mut names = Map::new();
        for agency in self.assessment.reports.iter().filter_map(|report| report.obligation.agency.as_deref())
        {
            let known = Registry::shared().agency(agency);
            names.or_insert_with(agency, || text::said(known.map_or(agency, |known| &known.name)));
        }
        for lead in self.assessment.tasks.iter().flat_map(|task| &task.leads) {
            if let Some(name) = lead.id.as_deref().and_then(|id| names.get_mut(id)) {
                *name = text::said(&lead.name);
            }
        }
        names
    }
}

#[cfg(test)]
mod files_tests;
