//! What findings say: of one plan, and of a plan beside the upper one it derives from.

use chrono::NaiveDate;

use crate::codes::{ItemKind, Lang, Level};

/// The words before a list of places, in Vietnamese and English.
pub(crate) type Heading = (&'static str, &'static str);

pub(crate) const UNIT_CHANGES: Heading =
    ("Đơn vị thay đổi giữa các mốc", "The unit changes between milestones");
pub(crate) const QUALIFIER_CHANGES: Heading =
    ("Đối tượng đo thay đổi giữa các mốc", "The thing measured changes between milestones");
pub(crate) const UNIT_INFERRED: Heading =
    ("Đơn vị được suy ra từ các ô cùng hàng", "The unit was inferred from the row");
pub(crate) const FOOTNOTE_MISSING: Heading = ("Chú thích không có nội dung", "A footnote has no text");
pub(crate) const OCR_UNCERTAIN: Heading =
    ("Bản quét: dấu “>” đọc là “≥”, cần đối chiếu", "From a scan: `>` read as `≥`, to be checked");
pub(crate) const ILLEGIBLE: Heading = ("Bản quét không đọc được các ô", "The scan left cells illegible");
pub(crate) const UNREAD_TARGETS: Heading = ("Ô mục tiêu chưa đọc được", "Target cells that were not read");
pub(crate) const UNREAD_DEADLINES: Heading =
    ("Ô thời hạn chưa đọc được", "Deadline cells that were not read");
pub(crate) const DIRECTION_CONFLICT: Heading = ("Hàng có cả “≥” và “≤”", "Rows with both `≥` and `≤`");
pub(crate) const KIND_AMBIGUOUS: Heading =
    ("Tên có thể hiểu theo hai loại số đo", "Names that allow two kinds of measure");
pub(crate) const REQUIREMENT_IN_NAME: Heading =
    ("Tên chỉ tiêu chứa một yêu cầu bằng số khác", "Names that hold another numeric demand");
pub(crate) const DIRECTION_INFERRED: Heading = ("Chiều tốt lên được suy ra", "The direction was inferred");
pub(crate) const KIND_INFERRED: Heading =
    ("Loại số đo được suy ra từ tên", "The kind of measure was inferred from the name");
pub(crate) const NUMBERING_GAP: Heading = ("Số thứ tự bị thiếu", "Numbers missing from their sequence");
pub(crate) const NO_LEAD: Heading = ("Không có cơ quan chủ trì", "No lead agency");
pub(crate) const NO_COOPERATING: Heading =
    ("Ô cơ quan phối hợp để trống", "The cell of cooperating agencies is empty");
pub(crate) const HEADING_LOST: Heading =
    ("Văn bản công bố mất tiêu đề nhóm nhiệm vụ", "The published text lost pillar headings");

pub(crate) const UNMATCHED_RECORD: Heading = (
    "Bản ghi về chỉ tiêu, nhiệm vụ, cơ quan hoặc quy định mà kế hoạch không có",
    "Records of indicators, tasks, bodies or rules the plan does not have",
);
pub(crate) const FUTURE_RECORD: Heading =
    ("Bản ghi của ngày sau ngày đánh giá, chưa dùng", "Records of days after the one judged, not used");
pub(crate) const RETRACTS_NOTHING: Heading =
    ("Rút lại bản ghi không có trong dữ liệu", "Retractions of records that are not known");
pub(crate) const RECORDED_BEFORE_DATE: Heading = (
    "Số liệu không phải số ước nhưng ghi nhận trước ngày của số liệu",
    "Figures that are no estimates, recorded before the day they speak of",
);
pub(crate) const SOURCES_DIFFER: Heading = (
    "Số liệu cùng ngày của các đơn vị báo cáo khác nhau",
    "Figures of one day differ between reporting units",
);
pub(crate) const SHARE_OVER_WHOLE: Heading = ("Tỷ lệ vượt 100%", "Shares of more than 100%");

/// What holds for nearly all rows: for how many, of how many, and for which not.
pub(crate) fn nearly_all(lang: Lang, (vi, en): Heading, [holds, rows]: [&str; 2], except: &str) -> String {
    match lang {
        Lang::Vi if holds == rows => format!("{vi} ở tất cả {rows} chỉ tiêu."),
        Lang::Vi if except.is_empty() => format!("{vi} ở {holds} trong {rows} chỉ tiêu."),
        Lang::Vi => format!("{vi} ở {holds} trong {rows} chỉ tiêu, trừ {except}."),
        Lang::En if holds == rows => format!("{en} for all {rows} indicators."),
        Lang::En if except.is_empty() => format!("{en} for {holds} of {rows} indicators."),
        Lang::En => format!("{en} for {holds} of {rows} indicators, all but {except}."),
    }
}

/// What holds at many places alike.
pub(crate) fn at_places(lang: Lang, (vi, en): Heading, list: &str) -> String {
    let heading = match lang {
        Lang::Vi => vi,
        Lang::En => en,
    };
    format!("{heading}: {list}.")
}

/// An item as a sentence begins with it: `Chỉ tiêu 19`, `Indicator 19`.
pub(crate) fn item(lang: Lang, kind: ItemKind, code: &str) -> String {
    format!("{} {code}", kind.label(lang))
}

/// Two milestones of a row and their cells.
pub(crate) fn target_weakens(lang: Lang, code: &str, before: (i32, &str), after: (i32, &str)) -> String {
    let ((before, was), (after, is)) = (before, after);
    match lang {
        Lang::Vi => {
            format!("Chỉ tiêu {code}: mục tiêu năm {after} ({is}) đặt yêu cầu nhẹ hơn năm {before} ({was}).")
        }
        Lang::En => {
            format!("Indicator {code}: the {after} target ({is}) is weaker than that of {before} ({was}).")
        }
    }
}

pub(crate) fn undated_demand(lang: Lang, code: &str, text: &str) -> String {
    match lang {
        Lang::Vi => format!("Chỉ tiêu {code}: yêu cầu “{text}” không ghi năm."),
        Lang::En => format!("Indicator {code}: the demand \"{text}\" names no year."),
    }
}

pub(crate) fn numbers_missing(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Vi => format!("Số thứ tự bị thiếu: từ {from} đến {to}."),
        Lang::En => format!("Numbers missing from their sequence: from {from} to {to}."),
    }
}

pub(crate) fn same_measure(lang: Lang, a: &str, b: &str) -> String {
    match lang {
        Lang::Vi => format!("Chỉ tiêu {a} và {b} có tên cùng nội dung: có thể là một số đo mang hai mã."),
        Lang::En => {
            format!("The names of indicators {a} and {b} say the same: perhaps one measure under two codes.")
        }
    }
}

pub(crate) fn same_name(lang: Lang, list: &str) -> String {
    match lang {
        Lang::Vi => {
            format!("Các chỉ tiêu có tên cùng nội dung: {list}; có thể là một số đo mang nhiều mã.")
        }
        Lang::En => {
            format!("Indicators whose names say the same: {list}; perhaps one measure under several codes.")
        }
    }
}

pub(crate) fn names_not_compared(lang: Lang, most: &str, indicators: &str, from: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Đã so sánh tên đến giới hạn {most} cặp: {indicators} chỉ tiêu, kể từ chỉ tiêu {from}, chưa được tìm tên cùng nội dung."
        ),
        Lang::En => format!(
            "Names were compared up to the limit of {most} pairs: for {indicators} indicators, from indicator {from} on, names that say the same were not looked for."
        ),
    }
}

pub(crate) fn too_many_items(lang: Lang, most: &str, list: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Ô cơ quan ghi nhiều nội dung đánh số hơn giới hạn {most}, phần vượt chưa được đọc: {list}."
        ),
        Lang::En => format!(
            "Cells of agencies that name more numbered items than the limit of {most}; those beyond it were not read: {list}."
        ),
    }
}

/// The body's words and the annex's cell.
pub(crate) fn body_differs(lang: Lang, code: &str, year: i32, body: &str, annex: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Chỉ tiêu {code} năm {year}: phần lời ghi “{body}”, phụ lục ghi “{annex}”; lấy theo phụ lục."
        ),
        Lang::En => format!(
            "Indicator {code} in {year}: the body says \"{body}\", the annex \"{annex}\"; the annex decides."
        ),
    }
}

pub(crate) fn orphaned_lead(lang: Lang, item: &str, agency: &str) -> String {
    match lang {
        Lang::Vi => {
            format!("{item}: {agency} đã chấm dứt hoạt động và không có một cơ quan kế thừa duy nhất.")
        }
        Lang::En => format!("{item}: {agency} has ended and no single body succeeds it."),
    }
}

pub(crate) fn succeeded_lead(lang: Lang, from: &str, to: &str, list: &str) -> String {
    match lang {
        Lang::Vi => format!("{from} đã chấm dứt hoạt động; {to} kế thừa: {list}."),
        Lang::En => format!("{from} has ended; {to} succeeds it: {list}."),
    }
}

pub(crate) fn unknown_agency(lang: Lang, item: &str, name: &str) -> String {
    match lang {
        Lang::Vi => format!("{item}: cơ quan “{name}” không có trong danh mục."),
        Lang::En => format!("{item}: the registry does not know \"{name}\"."),
    }
}

/// What a call names, and the known name most like it.
pub(crate) fn unknown_to_call(lang: Lang, name: &str, nearest: Option<&str>) -> String {
    match (lang, nearest) {
        (Lang::Vi, None) => format!("Cơ quan “{name}” không có trong danh mục; vẫn được tính như đã nêu."),
        (Lang::Vi, Some(nearest)) => format!(
            "Cơ quan “{name}” không có trong danh mục; vẫn được tính như đã nêu. Tên gần nhất: “{nearest}”."
        ),
        (Lang::En, None) => format!("The registry does not know \"{name}\"; it is kept as named."),
        (Lang::En, Some(nearest)) => {
            format!(
                "The registry does not know \"{name}\"; it is kept as named. The nearest name: \"{nearest}\"."
            )
        }
    }
}

/// Rules whose reports keep their unshifted day.
pub(crate) fn calendar_unsourced(lang: Lang, year: i32, rules: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Lịch ngày nghỉ chưa có năm cần thiết sau ngày đến hạn của năm {year}: báo cáo giữ nguyên hạn, chưa dời theo ngày nghỉ ({rules})."
        ),
        Lang::En => format!(
            "The calendar does not know a year that a shift about {year} needs: reports keep their unshifted day ({rules})."
        ),
    }
}

pub(crate) fn no_effective_date(lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            "Kế hoạch có chế độ báo cáo nhưng không ghi ngày có hiệu lực: cần người dùng cung cấp.".to_owned()
        }
        Lang::En => {
            "The plan has reporting rules but no effective date: the caller must give one.".to_owned()
        }
    }
}

pub(crate) fn plan_not_in_force(lang: Lang, today: NaiveDate, from: NaiveDate) -> String {
    let (today, from) = (lang.date(today), lang.date(from));
    match lang {
        Lang::Vi => format!("Ngày đánh giá {today} trước ngày kế hoạch có hiệu lực {from}."),
        Lang::En => format!("The plan is in force from {from}; it is judged on {today}."),
    }
}

pub(crate) fn deadline_before_plan(lang: Lang, issued: NaiveDate, list: &str) -> String {
    let day = lang.date(issued);
    match lang {
        Lang::Vi => format!("Thời hạn trước ngày ban hành kế hoạch ({day}): {list}."),
        Lang::En => format!("Deadlines before the day the plan was issued ({day}): {list}."),
    }
}

pub(crate) fn effective_before_issued(lang: Lang, effective: NaiveDate, issued: NaiveDate) -> String {
    let (effective, issued) = (lang.date(effective), lang.date(issued));
    match lang {
        Lang::Vi => format!("Ngày có hiệu lực {effective} trước ngày ban hành {issued}."),
        Lang::En => format!("It takes effect on {effective}, before it was issued on {issued}."),
    }
}

/// A rule and the words of its own text that say another day.
pub(crate) fn due_differs(lang: Lang, rule: &str, text: &str) -> String {
    match lang {
        Lang::Vi => {
            format!("Quy định báo cáo {rule}: hạn nộp khác với lời văn của chính quy định, “{text}”.")
        }
        Lang::En => format!("Reporting rule {rule}: its due day is not that of its own words, \"{text}\"."),
    }
}

pub(crate) fn level_differs(lang: Lang, level: Level, issuer: &str, of_issuer: Level) -> String {
    let (level, is) = (level.label(lang), of_issuer.label(lang));
    match lang {
        Lang::Vi => {
            format!("Kế hoạch ghi cấp ban hành “{level}” nhưng cơ quan ban hành là “{issuer}” ({is}).")
        }
        Lang::En => format!("The plan's level is \"{level}\", that of its issuer \"{issuer}\" is \"{is}\"."),
    }
}

/// A summary's rule and that of the reports it sums up.
pub(crate) fn summary_before_reports(lang: Lang, summary: &str, reports: &str) -> String {
    match lang {
        Lang::Vi => {
            format!(
                "Quy định báo cáo {summary}: hạn nộp trước hạn của các báo cáo mà nó tổng hợp ({reports})."
            )
        }
        Lang::En => format!("Reporting rule {summary}: it is due before the reports it sums up ({reports})."),
    }
}

/// A rule, with its cut-off and its last timely day where they are known.
pub(crate) fn cutoff_after_due(lang: Lang, rule: &str, days: Option<(NaiveDate, NaiveDate)>) -> String {
    let days = days.map_or(String::new(), |(to, due)| {
        let (to, due) = (lang.date(to), lang.date(due));
        match lang {
            Lang::Vi => format!(" (chốt {to}, hạn {due})"),
            Lang::En => format!(" (closed on {to}, due by {due})"),
        }
    });
    match lang {
        Lang::Vi => format!("Quy định báo cáo {rule}: số liệu chốt sau ngày cuối cùng đúng hạn{days}."),
        Lang::En => format!("Reporting rule {rule}: its data are closed after the last timely day{days}."),
    }
}
