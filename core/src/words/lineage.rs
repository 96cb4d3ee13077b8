//! What findings say of a plan beside the upper one it derives from. The upper plan stands in a sentence as `of`.

use chrono::NaiveDate;

use crate::codes::{ItemKind, Lang};

/// An item of the lower plan, its cell where one is quoted, and those of the upper plan.
pub(crate) struct Pair<'w> {
    pub(crate) own: &'w str,
    pub(crate) text: &'w str,
    pub(crate) upper: &'w str,
    pub(crate) upper_text: &'w str,
    pub(crate) of: &'w str,
}

pub(crate) fn target_weaker(lang: Lang, year: i32, pair: &Pair<'_>) -> String {
    target(lang, year, pair, ("đặt yêu cầu nhẹ hơn", "weaker than"))
}

pub(crate) fn target_stronger(lang: Lang, year: i32, pair: &Pair<'_>) -> String {
    target(lang, year, pair, ("đặt yêu cầu cao hơn", "stronger than"))
}

fn target(lang: Lang, year: i32, pair: &Pair<'_>, (vi, en): (&str, &str)) -> String {
    let Pair { own, text, upper, upper_text, of } = pair;
    match lang {
        Lang::Vi => {
            format!("Chỉ tiêu {own} năm {year}: “{text}” {vi} “{upper_text}” ở chỉ tiêu {upper} của {of}.")
        }
        Lang::En => format!(
            "Indicator {own} in {year}: \"{text}\" is {en} the \"{upper_text}\" of indicator {upper} of {of}."
        ),
    }
}

pub(crate) fn target_equal(lang: Lang, own: &str, upper: &str, of: &str, years: &str) -> String {
    targets(lang, own, upper, of, years, ("yêu cầu như nhau", "the same is asked"))
}

pub(crate) fn target_not_comparable(lang: Lang, own: &str, upper: &str, of: &str, years: &str) -> String {
    targets(lang, own, upper, of, years, ("không so sánh được", "not comparable"))
}

fn targets(lang: Lang, own: &str, upper: &str, of: &str, years: &str, (vi, en): (&str, &str)) -> String {
    match lang {
        Lang::Vi => format!("Chỉ tiêu {own} và chỉ tiêu {upper} của {of}, {years}: {vi}."),
        Lang::En => format!("Indicator {own} and indicator {upper} of {of}, {years}: {en}."),
    }
}

pub(crate) fn measure_widened(lang: Lang, kind: ItemKind, own: &str, upper: &str, of: &str) -> String {
    measure(lang, kind, own, upper, of, ("mở rộng", "widens"))
}

pub(crate) fn measure_narrowed(lang: Lang, kind: ItemKind, own: &str, upper: &str, of: &str) -> String {
    measure(lang, kind, own, upper, of, ("thu hẹp", "narrows"))
}

fn measure(lang: Lang, kind: ItemKind, own: &str, upper: &str, of: &str, (vi, en): (&str, &str)) -> String {
    match (lang, kind) {
        (Lang::Vi, ItemKind::Task) => {
            format!("Nhiệm vụ {own} {vi} nội dung của nhiệm vụ {upper} thuộc {of}.")
        }
        (Lang::En, ItemKind::Task) => format!("Task {own} {en} task {upper} of {of}."),
        (Lang::Vi, _) => format!("Chỉ tiêu {own} {vi} phạm vi đo của chỉ tiêu {upper} của {of}."),
        (Lang::En, _) => format!("Indicator {own} {en} the measure of indicator {upper} of {of}."),
    }
}

/// The last days on time of two tasks.
pub(crate) fn deadline_moved(lang: Lang, own: (u32, NaiveDate), upper: (u32, NaiveDate), of: &str) -> String {
    let ((own, due), (upper, limit)) = (own, upper);
    let (vi, en) = if due > limit { ("sau", "after") } else { ("trước", "before") };
    let (due, limit) = (lang.date(due), lang.date(limit));
    match lang {
        Lang::Vi => {
            format!("Nhiệm vụ {own} có hạn {due}, {vi} hạn {limit} của nhiệm vụ {upper} thuộc {of}.")
        }
        Lang::En => format!("Task {own} is due {due}, {en} the {limit} of task {upper} of {of}."),
    }
}

pub(crate) fn deadline_changed(lang: Lang, pair: &Pair<'_>) -> String {
    let Pair { own, text, upper, upper_text, of } = pair;
    match lang {
        Lang::Vi => format!(
            "Nhiệm vụ {own}: thời hạn “{text}” khác loại với “{upper_text}” của nhiệm vụ {upper} thuộc {of}."
        ),
        Lang::En => format!(
            "Task {own}: the deadline \"{text}\" is of another kind than the \"{upper_text}\" of task {upper} of {of}."
        ),
    }
}

pub(crate) fn lead_changed(lang: Lang, pair: &Pair<'_>) -> String {
    let Pair { own, text, upper, upper_text, of } = pair;
    match lang {
        Lang::Vi => {
            format!(
                "Nhiệm vụ {own}: chủ trì “{text}” khác với “{upper_text}” của nhiệm vụ {upper} thuộc {of}."
            )
        }
        Lang::En => {
            format!("Task {own}: the lead \"{text}\" is not the \"{upper_text}\" of task {upper} of {of}.")
        }
    }
}

pub(crate) fn items_missing(lang: Lang, kind: ItemKind, of: &str, list: &str) -> String {
    let items = items(lang, kind);
    match lang {
        Lang::Vi => format!("{items} của {of} không có mục tương ứng: {list}."),
        Lang::En => format!("{items} of {of} with nothing derived from them: {list}."),
    }
}

pub(crate) fn items_new(lang: Lang, kind: ItemKind, of: &str, list: &str) -> String {
    let items = items(lang, kind);
    match lang {
        Lang::Vi => format!("{items} không bắt nguồn từ {of}: {list}."),
        Lang::En => format!("{items} that derive from none of {of}: {list}."),
    }
}

fn items(lang: Lang, kind: ItemKind) -> &'static str {
    match (lang, kind) {
        (Lang::Vi, ItemKind::Task) => "Nhiệm vụ",
        (Lang::En, ItemKind::Task) => "Tasks",
        (Lang::Vi, _) => "Chỉ tiêu",
        (Lang::En, _) => "Indicators",
    }
}

pub(crate) fn report_later(lang: Lang, text: &str, upper_text: &str, of: &str) -> String {
    match lang {
        Lang::Vi => format!("Báo cáo “{text}” có hạn sau “{upper_text}” của {of}."),
        Lang::En => format!("The report \"{text}\" falls due after the \"{upper_text}\" of {of}."),
    }
}
