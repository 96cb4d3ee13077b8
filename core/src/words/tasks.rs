//! Why a task stands as it does, in words: for an official, and for a citizen in one sentence.

use chrono::NaiveDate;

use super::phrase::plain;
use crate::codes::{Lang, TaskStanding};

/// What the sentences say of a task.
pub(crate) struct TaskWords<'a> {
    pub(crate) standing: TaskStanding,
    pub(crate) today: NaiveDate,
    pub(crate) due: Option<NaiveDate>,
    /// The deadline cell.
    pub(crate) text: &'a str,
    /// Days overdue, left, or since a trigger.
    pub(crate) days: Option<u32>,
    pub(crate) completed: Option<NaiveDate>,
    /// How many leads have finished, of how many.
    pub(crate) leads: (u32, u32),
    /// The day of the last update.
    pub(crate) updated: Option<NaiveDate>,
    /// The period that ought to have seen an update, in both languages, and whether the last one came after it.
    pub(crate) ended: Option<(String, String, bool)>,
    /// The day on which what it waited for came.
    pub(crate) came: Option<NaiveDate>,
    /// The document of an extension, and the day it was decided.
    pub(crate) extended: Option<(&'a str, NaiveDate)>,
}

/// The official sentence.
pub(crate) fn task(of: &TaskWords<'_>, lang: Lang) -> String {
    let sentence = match lang {
        Lang::Vi => vietnamese(of),
        Lang::En => english(of),
    };
    plain(&sentence).into_owned()
}

fn vietnamese(of: &TaskWords<'_>) -> String {
    use TaskStanding as S;
    let date = |day: Option<NaiveDate>| day.map_or(String::new(), |day| Lang::Vi.date(day));
    let (due, today, days) = (date(of.due), Lang::Vi.date(of.today), of.days.unwrap_or(0));
    let left = if days == 0 { "hết hạn hôm nay".to_owned() } else { format!("còn {days} ngày") };
    let text = of.text.trim();
    let month = if is_month(text) { "tháng " } else { "" };
    let deadline = match of.extended {
        Some((document, day)) => {
            let day = Lang::Vi.date(day);
            format!("Hạn {due}, gia hạn ngày {day} theo {document} (kế hoạch ghi: {month}{text})")
        }
        None => format!("Hạn {due} ({month}{text})"),
    };
    let late = of.due.zip(of.completed).map_or(0, |(due, day)| (day - due).num_days());
    let leads = match of.leads {
        (done, count) if count > 1 => format!(" có {done}/{count} cơ quan chủ trì hoàn thành:"),
        _ => String::new(),
    };
    let updated = of.updated.map_or("chưa có cập nhật".to_owned(), |day| {
        format!("cập nhật gần nhất {}", Lang::Vi.date(day))
    });
    let ended = of.ended.as_ref().map_or(String::new(), |(vi, _, is_after)| {
        format!("{} kỳ {vi}", if *is_after { "sau" } else { "trong" })
    });
    match of.standing {
        S::Exempt => "Đã ghi nhận miễn thực hiện: không thuộc diện thực hiện.".to_owned(),
        S::Cancelled => format!("Đã dừng, ghi nhận ngày {}.", date(of.updated)),
        S::Suspended => format!("Tạm dừng, ghi nhận ngày {}.", date(of.updated)),
        S::CompletedOnTime => format!("{deadline}; hoàn thành ngày {}: đúng hạn.", date(of.completed)),
        S::CompletedLate => {
            format!("{deadline}; hoàn thành ngày {}: quá hạn {late} ngày.", date(of.completed))
        }
        S::CompletedUndated => format!("Hoàn thành ngày {}; nhiệm vụ không có thời hạn.", date(of.completed)),
        S::Awaiting => format!("“{}”: đến {today} chưa ghi nhận văn bản cấp trên.", of.text),
        S::Ongoing if of.ended.is_some() => format!("Nhiệm vụ thường xuyên; {updated}, {ended}."),
        S::Ongoing => format!("Nhiệm vụ thường xuyên; {updated}."),
        S::OngoingStale if of.updated.is_none() => {
            format!("Nhiệm vụ thường xuyên; đến {today} chưa có cập nhật.")
        }
        S::OngoingStale => format!("Nhiệm vụ thường xuyên; {updated}; {ended} và sau đó chưa cập nhật."),
        S::Undated if of.came.is_some() => {
            format!("Văn bản cấp trên có từ ngày {}, không ấn định thời hạn: đã {days} ngày.", date(of.came))
        }
        S::Undated => format!("“{}”: không xác định được thời hạn.", of.text),
        S::Overdue => format!("{deadline}; đến {today}{leads} quá hạn {days} ngày, chưa hoàn thành."),
        S::InProgress => format!("{deadline}; đến {today}{leads} đang thực hiện, {left}."),
        S::NotStarted => format!("{deadline}; đến {today} chưa thực hiện, {left}."),
        S::NotBegunPeriod => format!("“{}”: đến {today} chưa đến thời gian thực hiện.", of.text),
    }
}

fn english(of: &TaskWords<'_>) -> String {
    use TaskStanding as S;
    let date = |day: Option<NaiveDate>| day.map_or(String::new(), |day| Lang::En.date(day));
    let (due, today, days) = (date(of.due), Lang::En.date(of.today), of.days.unwrap_or(0));
    let days = Lang::En.days(days.into());
    let left = if of.days == Some(0) { "due today".to_owned() } else { format!("{days} left") };
    let text = of.text.trim();
    let deadline = match of.extended {
        Some((document, day)) => {
            let day = Lang::En.date(day);
            format!("Due {due}, as extended on {day} by {document} (the plan says {text})")
        }
        None => format!("Due {due} ({text})"),
    };
    let late = of.due.zip(of.completed).map_or(0, |(due, day)| (day - due).num_days());
    let late = Lang::En.days(late.unsigned_abs());
    let leads = match of.leads {
        (done, count) if count > 1 => {
            let have = if done == 1 { "has" } else { "have" };
            format!(", {done} of {count} leads {have} finished")
        }
        _ => String::new(),
    };
    let updated = of
        .updated
        .map_or("never updated".to_owned(), |day| format!("last updated on {}", Lang::En.date(day)));
    let ended = of.ended.as_ref().map_or(String::new(), |(_, en, is_after)| {
        format!("{} {en}", if *is_after { "after" } else { "in" })
    });
    match of.standing {
        S::Exempt => "Exempt, by a recorded exemption.".to_owned(),
        S::Cancelled => format!("Cancelled, as recorded on {}.", date(of.updated)),
        S::Suspended => format!("Suspended, as recorded on {}.", date(of.updated)),
        S::CompletedOnTime => format!("{deadline}; completed on {}: on time.", date(of.completed)),
        S::CompletedLate => format!("{deadline}; completed on {}: {late} late.", date(of.completed)),
        S::CompletedUndated => format!("Completed on {}; the task has no deadline.", date(of.completed)),
        S::Awaiting => format!("\"{}\": on {today} no such document is recorded.", of.text),
        S::Ongoing if of.ended.is_some() => format!("Continuing work; {updated}, {ended}."),
        S::Ongoing => format!("Continuing work; {updated}."),
        S::OngoingStale if of.updated.is_none() => format!("Continuing work; never updated by {today}."),
        S::OngoingStale => format!("Continuing work; {updated}; neither {ended} nor since."),
        S::Undated if of.came.is_some() => {
            format!("What it waited for came on {} and sets no term: {days} since.", date(of.came))
        }
        S::Undated => format!("\"{}\": no deadline can be told.", of.text),
        S::Overdue => format!("{deadline}; on {today}{leads}: {days} overdue, open."),
        S::InProgress => format!("{deadline}; on {today}{leads}: in progress, {left}."),
        S::NotStarted => format!("{deadline}; on {today}: not started, {left}."),
        S::NotBegunPeriod => format!("\"{}\": on {today} its time has not come.", of.text),
    }
}

/// The sentence for a citizen.
pub(crate) fn task_plain(of: &TaskWords<'_>, title: &str, lang: Lang) -> String {
    use TaskStanding as S;
    let title = plain(title);
    let label = of.standing.label(lang);
    if let (S::Overdue, Some(days), Lang::Vi) = (of.standing, of.days, lang) {
        return format!("{title}: quá hạn {days} ngày, chưa hoàn thành.");
    }
    let tail = match (of.standing, of.days.filter(|days| *days > 0), lang) {
        (S::Overdue, Some(days), Lang::En) => format!(" by {}", lang.days(days.into())),
        _ => match of.due.filter(|_| matches!(of.standing, S::InProgress | S::NotStarted)) {
            Some(due) if lang == Lang::Vi => format!(", hạn {}", Lang::Vi.date(due)),
            Some(due) => format!(", due {}", Lang::En.date(due)),
            None => String::new(),
        },
    };
    format!("{title}: {}{tail}.", lowered(label))
}

/// Whether a cell is a month and no word: `6/2025`.
fn is_month(text: &str) -> bool {
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('/').is_some_and(|(month, year)| {
        month.len() <= 2 && year.len() == 4 && all_digits(month) && all_digits(year)
    })
}

/// A label within a sentence.
fn lowered(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    /// A task of one lead whose month is past.
    fn told(standing: TaskStanding) -> TaskWords<'static> {
        TaskWords {
            standing,
            today: day("2026-07-15").unwrap_or_default(),
            due: day("2026-06-30"),
            text: "6/2026",
            days: None,
            completed: None,
            leads: (0, 1),
            updated: None,
            ended: None,
            came: None,
            extended: None,
        }
    }

    fn line(name: &str, of: &TaskWords<'_>) -> String {
        let plain = |lang| task_plain(of, "Kho dữ liệu dùng chung", lang);
        let (vi, en) = (task(of, Lang::Vi), task(of, Lang::En));
        format!("{name}\n  {vi}\n  {en}\n  {}\n  {}", plain(Lang::Vi), plain(Lang::En))
    }

    #[test]
    fn every_standing_has_its_sentences() {
        use TaskStanding as S;
        let june = |is_after| Some(("tháng 6/2026".to_owned(), "June 2026".to_owned(), is_after));
        let open = |standing, days| TaskWords {
            due: day("2026-12-31"),
            text: "12/2026",
            days: Some(days),
            ..told(standing)
        };
        let continuing = |standing, updated: &str, is_after| TaskWords {
            due: None,
            text: "Thường xuyên",
            updated: day(updated),
            ended: june(is_after),
            ..told(standing)
        };
        let of = |standing: &TaskStanding| match *standing {
            S::Cancelled | S::Suspended => TaskWords { updated: day("2026-05-04"), ..told(*standing) },
            S::CompletedOnTime => {
                TaskWords { completed: day("2026-06-20"), leads: (1, 1), ..told(*standing) }
            }
            S::CompletedLate => TaskWords { completed: day("2026-07-01"), leads: (1, 1), ..told(*standing) },
            S::CompletedUndated => TaskWords { due: None, completed: day("2026-06-20"), ..told(*standing) },
            S::Awaiting => {
                TaskWords { due: None, text: "Sau khi có văn bản của Trung ương", ..told(*standing) }
            }
            S::Ongoing => continuing(*standing, "2026-06-18", false),
            S::OngoingStale => continuing(*standing, "2026-05-31", false),
            S::Undated => TaskWords { due: None, text: "Theo kế hoạch của Bộ", ..told(*standing) },
            S::Overdue => TaskWords { days: Some(15), ..told(*standing) },
            S::InProgress | S::NotStarted => open(*standing, 169),
            S::NotBegunPeriod => TaskWords { text: "2028 - 2029", ..open(*standing, 1265) },
            S::Exempt => told(*standing),
        };
        let all = TaskStanding::ALL.iter().map(|standing| line(standing.as_str(), &of(standing)));
        let others = [
            line("one day late", &TaskWords { completed: day("2026-07-01"), ..told(S::CompletedLate) }),
            line("overdue by one day", &TaskWords { days: Some(1), ..told(S::Overdue) }),
            line("one of two leads", &TaskWords { days: Some(15), leads: (1, 2), ..told(S::Overdue) }),
            line("two of three leads", &TaskWords { leads: (2, 3), ..open(S::InProgress, 169) }),
            line(
                "the last day",
                &TaskWords { due: day("2026-07-15"), text: "15/7/2026", ..open(S::NotStarted, 0) },
            ),
            line(
                "extended",
                &TaskWords {
                    text: "6/2026",
                    extended: day("2026-07-10").map(|day| ("99/UBND", day)),
                    ..open(S::NotStarted, 169)
                },
            ),
            line("in words", &TaskWords { text: "Quý II năm 2026", days: Some(15), ..told(S::Overdue) }),
            line("updated since", &continuing(S::Ongoing, "2026-07-03", true)),
            line("never updated", &continuing(S::OngoingStale, "", false)),
            line("in no period", &TaskWords { ended: None, ..continuing(S::Ongoing, "2026-07-03", false) }),
            line(
                "since what it waited for",
                &TaskWords { due: None, came: day("2026-05-01"), days: Some(75), ..told(S::Undated) },
            ),
        ];
        insta::assert_snapshot!(all.chain(others).collect::<Vec<_>>().join("\n"));
    }
}
