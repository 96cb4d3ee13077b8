//! What a report is asked for: its period, its language and form, and what only its sender knows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::{Lang, ReportForm};
use crate::error::Error;
use crate::json::{self, DATE, Shape, code, needed, nullable, object, spare};
use crate::limits::Limits;

/// What a periodic report is asked for. What is not given stands in the report as a placeholder in brackets.
///
/// ```
/// use tiendo::{ErrorCode, Lang, ReportQuery};
/// let query = ReportQuery::from_json(br#"{"period": "2026-Q3", "lang": "en"}"#)?;
/// assert_eq!((query.period.as_str(), query.lang, query.issuer), ("2026-Q3", Lang::En, None));
/// assert_eq!(ReportQuery::from_json(b"{}").unwrap_err().code, ErrorCode::MissingField);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportQuery {
    /// The period, as [`Period`](crate::Period) spells it: a month, quarter, half, nine months or year.
    pub period: String,
    /// The language (default: Vietnamese).
    #[serde(default)]
    pub lang: Lang,
    /// Whose head and foot it has (default: by the plan's number: `42-CTr/TU` is the Party's, `231/KH-UBND` the State's).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<ReportForm>,
    /// The body whose own report it is, by id or name: what it leads and owes (default: the whole plan).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The body that reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The body above it; an empty text where there is none, as with People's Committees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superior: Option<String>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<String>,
    /// The place it is signed at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The day it is signed.
    #[serde(default, with = "crate::json::optional_date", skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Who else gets it.
    #[serde(default)]
    pub recipients: Vec<String>,
}

static QUERY: Shape = Shape::Object(&object(&[
    needed("period", Shape::Text),
    spare("lang", code!(Lang)),
    nullable("form", code!(ReportForm)),
    nullable("agency", Shape::Text),
    nullable("issuer", Shape::Text),
    nullable("superior", Shape::Text),
    nullable("addressee", Shape::Text),
    nullable("place", Shape::Text),
    nullable("date", DATE),
    spare("recipients", Shape::List(&Shape::Text, |limits| limits.items)),
]));

impl ReportQuery {
    /// The report of a period, with placeholders for all that is not known.
    ///
    /// ```
    /// let query = tiendo::ReportQuery::on("2026-Q3");
    /// assert_eq!(query.period, "2026-Q3");
    /// ```
    pub fn on(period: &str) -> ReportQuery {
        ReportQuery { period: period.to_owned(), ..ReportQuery::default() }
    }

    /// Reads a question from JSON within the default [`Limits`].
    ///
    /// Errors: those of files; `bad-option` for a language or form nobody knows.
    ///
    /// ```
    /// use tiendo::{ErrorCode, ReportQuery};
    /// let error = ReportQuery::from_json(br#"{"period": "2026-Q3", "form": "army"}"#).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::BadOption, "form"));
    /// ```
    pub fn from_json(json: &[u8]) -> Result<ReportQuery, Error> {
        json::read_options(json, &Limits::default(), &QUERY)
    }
}
