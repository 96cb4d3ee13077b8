//! A periodic report: plain data, in the order in which it is written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::assess::AssessedPlan;
use crate::codes::{ColumnKind, Lang, ReportForm};

/// What an agency sends up, or publishes, of a plan at the end of a period.
///
/// Every number, sentence and row is here; what renders it only lays it out. Texts are as they are read; nothing in them is
/// escaped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PeriodicReport {
    /// The version of the format, 1.
    pub schema_version: u32,
    /// Which plan it is on.
    pub plan: AssessedPlan,
    /// The period's id.
    pub period: String,
    /// Its first day.
    #[serde(with = "crate::json::day")]
    pub from: NaiveDate,
    /// Its last day.
    #[serde(with = "crate::json::day")]
    pub to: NaiveDate,
    /// The day of the assessment it rests on.
    #[serde(with = "crate::json::day")]
    pub today: NaiveDate,
    /// Its language.
    pub lang: Lang,
    /// Whose head and foot it has.
    pub form: ReportForm,
    /// That it is for everybody: sensitive items, difficulties and proposals are left out.
    pub public: bool,
    /// That what it rests on was made up.
    pub synthetic: bool,
    /// The body whose own report it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The head.
    pub head: ReportHead,
    /// `BÁO CÁO`.
    pub title: String,
    /// What it is about, in a line.
    pub subject: String,
    /// Whom it is for; of public reports nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<String>,
    /// What stands before the sections.
    pub opening: Vec<String>,
    /// The sections, in order.
    pub sections: Vec<ReportSection>,
    /// What stands after the sections.
    pub closing: String,
    /// The foot.
    pub foot: ReportFoot,
    /// The annexes: tables wider than an upright page.
    pub annexes: Vec<ReportAnnex>,
}

/// The head of a report; what nobody gave is a placeholder in brackets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportHead {
    /// The body above the one that reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superior: Option<String>,
    /// The body that reports.
    pub issuer: String,
    /// The line of the document's number.
    pub number: String,
    /// The State's name and motto, or the Party's name.
    pub motto: Vec<String>,
    /// The place and the day.
    pub place_and_date: String,
}

/// A section: sentences, then tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportSection {
    /// Its Roman number.
    pub number: String,
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub sentences: Vec<String>,
    /// Its tables.
    pub tables: Vec<ReportTable>,
}

/// An annex: it names the report it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportAnnex {
    /// `Phụ lục I`.
    pub number: String,
    /// Its heading.
    pub heading: String,
    /// The report it belongs to.
    pub parent: String,
    /// Its tables, each for pages that lie.
    pub tables: Vec<ReportTable>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportTable {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<ReportColumn>,
    /// Its rows, in groups; of a table without groups one without a heading.
    pub groups: Vec<ReportGroup>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportColumn {
    /// What stands in it.
    pub kind: ColumnKind,
    /// Its heading.
    pub heading: String,
    /// Its share of the table's width, in hundredths; all together 100.
    pub width: u32,
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportGroup {
    /// Its Roman number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The rows.
    pub rows: Vec<ReportRow>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportRow {
    /// A cell for each column; lines of a cell are parted by `\n`.
    pub cells: Vec<String>,
}

/// The foot of a report; what nobody gave is a placeholder in brackets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportFoot {
    /// `Nơi nhận:`.
    pub recipients_label: String,
    /// Who gets it.
    pub recipients: Vec<String>,
    /// In whose name it is signed, and as what.
    pub authority: Vec<String>,
    /// Who signs.
    pub signatory: String,
}
