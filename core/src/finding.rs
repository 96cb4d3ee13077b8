//! Findings: what lint and lineage say of plans, as data with places and a sentence in each language.

use crate::codes::{FindingCode, ItemKind, Lang};
use chrono::NaiveDate;
use serde::Serialize;

/// Where a finding is.
///
/// ```
/// let plan = tiendo::Plan::builtin("tien-dien")?;
/// let findings = plan.lint(&tiendo::Registry::builtin());
/// assert!(findings.iter().flat_map(|finding| &finding.places).all(|place| place.plan == "tien-dien"));
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The plan's id.
    pub plan: String,
    /// What the place is in.
    pub kind: ItemKind,
    /// Its code or number; empty for the plan.
    pub code: String,
    /// The milestone, where one cell is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
}

impl Place {
    pub(crate) fn new(plan: &str, kind: ItemKind, code: impl Into<String>) -> Place {
        Place { plan: plan.to_owned(), kind, code: code.into(), year: None }
    }

    /// The item in a sentence, in Vietnamese and English: `Chỉ tiêu 19`, `Indicator 19`.
    pub(crate) fn named(&self) -> (String, String) {
        let (vi, en) = match self.kind {
            ItemKind::Plan => ("Kế hoạch", "Plan"),
            ItemKind::Indicator => ("Chỉ tiêu", "Indicator"),
            ItemKind::Task => ("Nhiệm vụ", "Task"),
            ItemKind::Pillar => ("Nhóm nhiệm vụ", "Pillar"),
            ItemKind::Rule => ("Quy định báo cáo", "Reporting rule"),
        };
        (format!("{vi} {}", self.code), format!("{en} {}", self.code))
    }

    pub(crate) fn at(self, year: i32) -> Place {
        Place { year: Some(year), ..self }
    }
}

/// Something a reader of a plan should know.
///
/// ```
/// use tiendo::{FindingCode, Lang, Plan, Registry};
/// let findings = Plan::builtin("tien-giang-69")?.lint(&Registry::builtin());
/// let orphaned: Vec<&str> = findings
///     .iter()
///     .filter(|finding| finding.code == FindingCode::OrphanedLead)
///     .map(|finding| finding.places[0].code.as_str())
///     .collect();
/// assert_eq!(orphaned, ["19", "24", "26"]);
/// # Ok::<(), tiendo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What it says.
    pub code: FindingCode,
    /// Where, the lower plan's places first.
    pub places: Vec<Place>,
    /// The sentence in Vietnamese.
    pub vi: String,
    /// The sentence in English.
    pub en: String,
}

impl Finding {
    pub(crate) fn new(
        code: FindingCode,
        places: Vec<Place>,
        vi: impl Into<String>,
        en: impl Into<String>,
    ) -> Finding {
        Finding { code, places, vi: vi.into(), en: en.into() }
    }

    /// A regime that does not say when it takes effect.
    pub(crate) fn no_effective_date(plan: &str) -> Finding {
        let vi = "Kế hoạch có chế độ báo cáo nhưng không ghi ngày có hiệu lực: cần người dùng cung cấp.";
        let en = "The plan has reporting rules but no effective date: the caller must give one.";
        Finding::new(FindingCode::NoEffectiveDate, vec![Place::new(plan, ItemKind::Plan, "")], vi, en)
    }

    /// A rule whose cut-off lies after its last timely day; both days where they are known.
    pub(crate) fn cutoff_after_due(plan: &str, rule: &str, days: Option<(NaiveDate, NaiveDate)>) -> Finding {
        let days_in = |lang: Lang| {
            days.map_or(String::new(), |(to, due)| match lang {
                Lang::Vi => format!(" (chốt {}, hạn {})", lang.date(to), lang.date(due)),
                Lang::En => format!(" (closed on {}, due by {})", lang.date(to), lang.date(due)),
            })
        };
        let vi = format!(
            "Quy định báo cáo {rule}: số liệu chốt sau ngày cuối cùng đúng hạn{}.",
            days_in(Lang::Vi)
        );
        let en = format!(
            "Reporting rule {rule}: its data are closed after the last timely day{}.",
            days_in(Lang::En)
        );
        Finding::new(FindingCode::CutoffAfterDue, vec![Place::new(plan, ItemKind::Rule, rule)], vi, en)
    }

    /// The sentence in a language.
    ///
    /// ```
    /// # use tiendo::{Lang, Plan, Registry};
    /// let finding = &Plan::builtin("dak-lak-146")?.lint(&Registry::builtin())[0];
    /// assert_eq!(finding.sentence(Lang::Vi), finding.vi);
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn sentence(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// Codes for a sentence, the first of many and how many more: `1, 2, 3 …`.
pub(crate) fn listed(places: &[Place]) -> String {
    const SHOWN: usize = 12;
    let show = |place: &Place| match place.year {
        Some(year) => format!("{} ({year})", place.code),
        None => place.code.clone(),
    };
    let shown: Vec<String> = places.iter().take(SHOWN).map(show).collect();
    let more = places.len().saturating_sub(SHOWN);
    if more == 0 { shown.join(", ") } else { format!("{} … (+{more})", shown.join(", ")) }
}
