//! Words of a calendar of everything ahead.

use crate::codes::Lang;

pub(crate) fn task(number: u32, title: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Hạn nhiệm vụ {number}: {title}"),
        Lang::En => format!("Task {number} due: {title}"),
    }
}

/// Who leads it, and why it stands so.
pub(crate) fn task_lines(leads: &str, why: &str, lang: Lang) -> String {
    match (leads, lang) {
        ("", _) => why.to_owned(),
        (leads, Lang::Vi) => format!("Chủ trì: {leads}\n{why}"),
        (leads, Lang::En) => format!("Lead: {leads}\n{why}"),
    }
}

/// A report, and whose it is.
pub(crate) fn report(label: &str, whose: Option<&str>, lang: Lang) -> String {
    let what = super::reports::event(label, whose.is_some(), lang);
    whose.map_or_else(|| what.clone(), |whose| format!("{what}{whose}"))
}

pub(crate) fn milestone(year: i32, indicators: usize, lang: Lang) -> String {
    match (lang, indicators) {
        (Lang::Vi, _) => format!("Mốc {year}: {indicators} chỉ tiêu"),
        (Lang::En, 1) => format!("Milestone {year}: 1 indicator"),
        (Lang::En, _) => format!("Milestone {year}: {indicators} indicators"),
    }
}
