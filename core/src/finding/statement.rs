//! What a finding says, typed; its sentence is made when asked for.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{NearlyAll, Place};
use crate::codes::{ItemKind, Lang, Level};
use crate::number::Fixed;
use crate::words::findings as words;
use crate::words::lineage::{self, Pair};

/// What a [`Finding`](crate::Finding) says, one variant a kind of sentence, with what the sentence holds beside the finding's
/// places.
///
/// ```
/// use tiendo::{Plan, Registry, Statement};
/// let findings = Plan::builtin("dak-lak-146")?.lint(&Registry::builtin());
/// let undated: Vec<&str> = findings
///     .iter()
///     .filter_map(|finding| match &finding.statement {
///         Statement::UndatedDemand { text, .. } => Some(&**text),
///         _ => None,
///     })
///     .collect();
/// assert_eq!(undated[0], "đạt tối thiểu 25%");
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Statement {
    /// The sentences of a finding that was read from JSON.
    Read {
        /// In Vietnamese.
        vi: String,
        /// In English.
        en: String,
    },
    /// A later milestone asks for less than an earlier one.
    TargetWeakens {
        /// The indicator's code.
        indicator: String,
        /// The earlier milestone.
        before: i32,
        /// Its cell.
        was: Arc<str>,
        /// The later milestone.
        after: i32,
        /// Its cell.
        is: Arc<str>,
    },
    /// The unit changes from one milestone to the next.
    UnitChanges,
    /// The thing measured changes from one milestone to the next.
    QualifierChanges,
    /// Bare numbers took the unit of their rows.
    UnitInferred,
    /// Footnotes without a text.
    FootnoteMissing,
    /// Signs of a scan that are uncertain.
    OcrUncertain,
    /// Cells a scan left illegible.
    Illegible,
    /// Target cells that were not read.
    UnreadTargets,
    /// Deadline cells that were not read.
    UnreadDeadlines,
    /// Rows with both `≥` and `≤`.
    DirectionConflict,
    /// Names that allow two kinds of measure.
    KindAmbiguous,
    /// Names that hold a numeric demand of their own.
    RequirementInName,
    /// Directions the plan does not declare.
    DirectionInferred,
    /// Kinds of measure the plan does not declare.
    KindInferred,
    /// Directions that nearly no row declares; the place is the plan.
    DirectionsInferred(NearlyAll),
    /// Kinds of measure that nearly no row declares; the place is the plan.
    KindsInferred(NearlyAll),
    /// A demand without a year.
    UndatedDemand {
        /// The indicator's code.
        indicator: String,
        /// Its words.
        text: Arc<str>,
    },
    /// Codes or numbers left out of their sequences, each a place.
    NumberingGap,
    /// A long stretch left out of a sequence; its two ends are the places.
    NumbersMissing {
        /// The first code or number that is missing.
        from: String,
        /// The last.
        to: String,
    },
    /// Two indicators whose names say the same.
    SameMeasure {
        /// The one's code.
        a: String,
        /// The other's.
        b: String,
    },
    /// More than two indicators with one name.
    SameName,
    /// Names were compared up to the limit of pairs.
    NamesNotCompared {
        /// The limit.
        most: usize,
        /// For how many indicators no other of the same name was looked for.
        indicators: usize,
        /// The first of them.
        from: String,
    },
    /// Cells of agencies that number more items of a task than the limit.
    TooManyItems {
        /// The limit.
        most: usize,
    },
    /// The body of the document and its annex differ.
    BodyDiffers {
        /// The indicator's code.
        indicator: String,
        /// The milestone.
        year: i32,
        /// The body's words.
        body: Arc<str>,
        /// The annex's cell.
        annex: Arc<str>,
    },
    /// Items without a lead agency.
    NoLead,
    /// Tasks whose cell of cooperating agencies is empty.
    NoCooperating,
    /// A lead that ended with no single successor.
    OrphanedLead {
        /// Its name.
        agency: Arc<str>,
    },
    /// A lead that ended and has one successor.
    SucceededLead {
        /// Its name.
        from: Arc<str>,
        /// The successor's.
        to: Arc<str>,
    },
    /// A name the registry does not know.
    UnknownAgency {
        /// The name.
        name: Arc<str>,
    },
    /// A body or group a call names and the registry does not know.
    UnknownToCall {
        /// What the call names.
        name: Arc<str>,
        /// The known name that is most like it, where one is.
        nearest: Option<Arc<str>>,
    },
    /// Headings the published text lost.
    HeadingLost,
    /// Reporting rules of a plan that does not say when it takes effect.
    NoEffectiveDate,
    /// Reports whose day-off shift needs a year the calendar does not know.
    CalendarUnsourced {
        /// The year.
        year: i32,
    },
    /// A rule whose cut-off lies after its last timely day.
    CutoffAfterDue {
        /// The rule's code.
        rule: String,
        /// The cut-off and the last timely day, where they are known.
        days: Option<(NaiveDate, NaiveDate)>,
    },
    /// Deadlines before the day the plan was issued.
    DeadlineBeforePlan {
        /// That day.
        issued: NaiveDate,
    },
    /// A plan or its reporting rules in force before the day the plan was issued.
    EffectiveBeforeIssued {
        /// The first day in force.
        effective: NaiveDate,
        /// The day of issue.
        issued: NaiveDate,
    },
    /// A reporting rule whose due day is another than that of its own words.
    DueDiffers {
        /// The rule's code.
        rule: String,
        /// The words with the day.
        text: Arc<str>,
    },
    /// A level that is not its issuer's.
    LevelDiffers {
        /// The plan's level.
        level: Level,
        /// Who issued it.
        issuer: Arc<str>,
        /// The issuer's level.
        of_issuer: Level,
    },
    /// Shares of more than the whole.
    ShareOverWhole,
    /// A summary due before the reports it sums up.
    SummaryBeforeReports {
        /// The summary's rule.
        summary: String,
        /// The reports' rule.
        reports: String,
    },
    /// The lower plan asks for less at a milestone.
    TargetWeaker {
        /// The two indicators.
        items: LinkedItems,
        /// The milestone.
        year: i32,
        /// The lower plan's cell.
        text: Arc<str>,
        /// The upper plan's.
        upper_text: Arc<str>,
    },
    /// The lower plan asks for more at a milestone.
    TargetStronger {
        /// The two indicators.
        items: LinkedItems,
        /// The milestone.
        year: i32,
        /// The lower plan's cell.
        text: Arc<str>,
        /// The upper plan's.
        upper_text: Arc<str>,
    },
    /// The same is asked at milestones.
    TargetEqual {
        /// The two indicators.
        items: LinkedItems,
        /// The milestones.
        years: Vec<i32>,
    },
    /// What is asked at milestones cannot be compared.
    TargetNotComparable {
        /// The two indicators.
        items: LinkedItems,
        /// The milestones.
        years: Vec<i32>,
    },
    /// The lower plan's measure takes in more.
    MeasureWidened(LinkedItems),
    /// The lower plan's measure takes in less.
    MeasureNarrowed(LinkedItems),
    /// The lower plan's task is due on another day.
    DeadlineMoved {
        /// The two tasks' numbers, the lower plan's first.
        tasks: (u32, u32),
        /// The last days on time.
        due: (NaiveDate, NaiveDate),
        /// The upper plan.
        of: Arc<str>,
    },
    /// The deadlines are of different kinds.
    DeadlineChanged {
        /// The two tasks.
        items: LinkedItems,
        /// The lower plan's cell.
        text: Arc<str>,
        /// The upper plan's.
        upper_text: Arc<str>,
    },
    /// Another body leads.
    LeadChanged {
        /// The two tasks.
        items: LinkedItems,
        /// The lower plan's cell.
        text: Arc<str>,
        /// The upper plan's.
        upper_text: Arc<str>,
    },
    /// Items of the upper plan that none of the lower plan's derives from.
    ItemsMissing {
        /// Indicators or tasks.
        kind: ItemKind,
        /// The upper plan.
        of: Arc<str>,
    },
    /// Items of the lower plan that derive from none of the upper plan's.
    ItemsNew {
        /// Indicators or tasks.
        kind: ItemKind,
        /// The upper plan.
        of: Arc<str>,
    },
    /// A report due later in the lower plan than the upper one allows.
    ReportLater {
        /// The lower plan's rule.
        text: Arc<str>,
        /// The upper plan's.
        upper_text: Arc<str>,
        /// The upper plan.
        of: Arc<str>,
    },
    /// Records of items, bodies or rules the plan does not have.
    UnmatchedRecord,
    /// Records of days after the one judged.
    FutureRecord,
    /// Retractions of records that are not known.
    RetractsNothing,
    /// Figures recorded before the day they speak of.
    RecordedBeforeDate,
    /// Figures of one day that differ between reporting units.
    SourcesDiffer,
    /// A day before the plan is in force.
    PlanNotInForce {
        /// The day judged.
        today: NaiveDate,
        /// The first day the plan is in force.
        from: NaiveDate,
    },
}

/// An item of a plan and the one of the upper plan it derives from.
///
/// ```
/// let items = tiendo::LinkedItems {
///     kind: tiendo::ItemKind::Indicator,
///     own: "3".into(),
///     upper: "9".into(),
///     of: "231/KH-UBND".into(),
/// };
/// let statement = tiendo::Statement::MeasureWidened(items.clone());
/// assert_eq!(statement, tiendo::Statement::MeasureWidened(items));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedItems {
    /// Indicators or tasks.
    pub kind: ItemKind,
    /// The code or number in the lower plan.
    pub own: String,
    /// The code or number in the upper plan.
    pub upper: String,
    /// The upper plan: its number, or its id where it has none.
    pub of: Arc<str>,
}

impl LinkedItems {
    fn quoted<'w>(&'w self, text: &'w str, upper_text: &'w str) -> Pair<'w> {
        Pair { own: &self.own, text, upper: &self.upper, upper_text, of: &self.of }
    }
}

impl Statement {
    /// The sentence of a finding with these places.
    #[expect(clippy::too_many_lines, reason = "a table of sentences")]
    pub(super) fn sentence(&self, places: &[Place], lang: Lang) -> String {
        let list = || listed(places);
        let many = |heading| words::at_places(lang, heading, &list());
        let item =
            || places.first().map_or(String::new(), |place| words::item(lang, place.kind, &place.code));
        let number = |count: usize| {
            let number = i64::try_from(count).ok().and_then(Fixed::from_int);
            number.map_or_else(|| count.to_string(), |number| lang.number(number))
        };
        match self {
            Statement::Read { vi, en } => match lang {
                Lang::Vi => vi.clone(),
                Lang::En => en.clone(),
            },
            Statement::TargetWeakens { indicator, before, was, after, is } => {
                words::target_weakens(lang, indicator, (*before, was), (*after, is))
            }
            Statement::UnitChanges => many(words::UNIT_CHANGES),
            Statement::QualifierChanges => many(words::QUALIFIER_CHANGES),
            Statement::UnitInferred => many(words::UNIT_INFERRED),
            Statement::FootnoteMissing => many(words::FOOTNOTE_MISSING),
            Statement::OcrUncertain => many(words::OCR_UNCERTAIN),
            Statement::Illegible => many(words::ILLEGIBLE),
            Statement::UnreadTargets => many(words::UNREAD_TARGETS),
            Statement::UnreadDeadlines => many(words::UNREAD_DEADLINES),
            Statement::DirectionConflict => many(words::DIRECTION_CONFLICT),
            Statement::KindAmbiguous => many(words::KIND_AMBIGUOUS),
            Statement::RequirementInName => many(words::REQUIREMENT_IN_NAME),
            Statement::DirectionInferred => many(words::DIRECTION_INFERRED),
            Statement::KindInferred => many(words::KIND_INFERRED),
            Statement::DirectionsInferred(nearly) => nearly.sentence(lang, words::DIRECTION_INFERRED, number),
            Statement::KindsInferred(nearly) => nearly.sentence(lang, words::KIND_INFERRED, number),
            Statement::UndatedDemand { indicator, text } => words::undated_demand(lang, indicator, text),
            Statement::NumberingGap => many(words::NUMBERING_GAP),
            Statement::NumbersMissing { from, to } => words::numbers_missing(lang, from, to),
            Statement::SameMeasure { a, b } => words::same_measure(lang, a, b),
            Statement::SameName => words::same_name(lang, &list()),
            Statement::NamesNotCompared { most, indicators, from } => {
                words::names_not_compared(lang, &number(*most), &number(*indicators), from)
            }
            Statement::TooManyItems { most } => words::too_many_items(lang, &number(*most), &list()),
            Statement::BodyDiffers { indicator, year, body, annex } => {
                words::body_differs(lang, indicator, *year, body, annex)
            }
            Statement::NoLead => many(words::NO_LEAD),
            Statement::NoCooperating => many(words::NO_COOPERATING),
            Statement::OrphanedLead { agency } => words::orphaned_lead(lang, &item(), agency),
            Statement::SucceededLead { from, to } => words::succeeded_lead(lang, from, to, &list()),
            Statement::UnknownAgency { name } => words::unknown_agency(lang, &item(), name),
            Statement::UnknownToCall { name, nearest } => {
                words::unknown_to_call(lang, name, nearest.as_deref())
            }
            Statement::HeadingLost => many(words::HEADING_LOST),
            Statement::NoEffectiveDate => words::no_effective_date(lang),
            Statement::CalendarUnsourced { year } => words::calendar_unsourced(lang, *year, &list()),
            Statement::CutoffAfterDue { rule, days } => words::cutoff_after_due(lang, rule, *days),
            Statement::DeadlineBeforePlan { issued } => words::deadline_before_plan(lang, *issued, &list()),
            Statement::EffectiveBeforeIssued { effective, issued } => {
                words::effective_before_issued(lang, *effective, *issued)
            }
            Statement::DueDiffers { rule, text } => words::due_differs(lang, rule, text),
            Statement::LevelDiffers { level, issuer, of_issuer } => {
                words::level_differs(lang, *level, issuer, *of_issuer)
            }
            Statement::ShareOverWhole => many(words::SHARE_OVER_WHOLE),
            Statement::SummaryBeforeReports { summary, reports } => {
                words::summary_before_reports(lang, summary, reports)
            }
            Statement::TargetWeaker { items, year, text, upper_text } => {
                lineage::target_weaker(lang, *year, &items.quoted(text, upper_text))
            }
            Statement::TargetStronger { items, year, text, upper_text } => {
                lineage::target_stronger(lang, *year, &items.quoted(text, upper_text))
            }
            Statement::TargetEqual { items, years } => {
                lineage::target_equal(lang, &items.own, &items.upper, &items.of, &joined(years))
            }
            Statement::TargetNotComparable { items, years } => {
                lineage::target_not_comparable(lang, &items.own, &items.upper, &items.of, &joined(years))
            }
            Statement::MeasureWidened(LinkedItems { kind, own, upper, of }) => {
                lineage::measure_widened(lang, *kind, own, upper, of)
            }
            Statement::MeasureNarrowed(LinkedItems { kind, own, upper, of }) => {
                lineage::measure_narrowed(lang, *kind, own, upper, of)
            }
            Statement::DeadlineMoved { tasks, due, of } => {
                lineage::deadline_moved(lang, (tasks.0, due.0), (tasks.1, due.1), of)
            }
            Statement::DeadlineChanged { items, text, upper_text } => {
                lineage::deadline_changed(lang, &items.quoted(text, upper_text))
            }
            Statement::LeadChanged { items, text, upper_text } => {
                lineage::lead_changed(lang, &items.quoted(text, upper_text))
            }
            Statement::ItemsMissing { kind, of } => lineage::items_missing(lang, *kind, of, &list()),
            Statement::ItemsNew { kind, of } => lineage::items_new(lang, *kind, of, &list()),
            Statement::ReportLater { text, upper_text, of } => {
                lineage::report_later(lang, text, upper_text, of)
            }
            Statement::UnmatchedRecord => many(words::UNMATCHED_RECORD),
            Statement::FutureRecord => many(words::FUTURE_RECORD),
            Statement::RetractsNothing => many(words::RETRACTS_NOTHING),
            Statement::RecordedBeforeDate => many(words::RECORDED_BEFORE_DATE),
            Statement::SourcesDiffer => many(words::SOURCES_DIFFER),
            Statement::PlanNotInForce { today, from } => words::plan_not_in_force(lang, *today, *from),
        }
    }
}

/// Codes for a sentence, the first of many and how many more: `1, 2, 3 …`.
fn listed(places: &[Place]) -> String {
    const SHOWN: usize = 12;
    let show = |place: &Place| match place.year {
        Some(year) => format!("{} ({year})", place.code),
        None => place.code.clone(),
    };
    let shown: Vec<String> = places.iter().take(SHOWN).map(show).collect();
    let more = places.len().saturating_sub(SHOWN);
    if more == 0 { shown.join(", ") } else { format!("{} … (+{more})", shown.join(", ")) }
}

fn joined(years: &[i32]) -> String {
    years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")
}
