//! What changed, in one sentence an item.

use chrono::NaiveDate;

use super::phrase::plain;
use crate::codes::{ChangeKind, IndicatorStanding, Lang, TaskStanding, Verdict};
use crate::text::without_case;

/// One thing that changed, as its clause says it; codes by their labels in the sentence's language.
pub(crate) enum Changed<'a> {
    /// A milestone's target is met, no longer met, or missed.
    Verdict(ChangeKind, i32),
    /// A milestone's verdict, neither of these.
    Result(i32, Verdict, Verdict),
    /// The standing, better, worse or another.
    Standing(ChangeKind, IndicatorStanding, IndicatorStanding),
    /// Another milestone decides, or none, and the standing now.
    Milestone(Option<i32>, IndicatorStanding),
    /// The day of a figure with what it was and is, each in both languages; none where it is no such pair.
    Revised(Option<(NaiveDate, [String; 2], [String; 2])>),
    /// How a task was completed and when; the instance in both languages.
    Done(Option<TaskStanding>, Option<NaiveDate>, Option<[String; 2]>),
    /// That it is overdue is said by a clause of its own.
    Reopened(TaskStanding),
    Overdue(Option<NaiveDate>),
    /// How many leads have finished, of how many.
    PartDone(u32, u32),
    Task(TaskStanding, TaskStanding),
    /// How many leads have finished, of how many: fewer than before.
    FewerDone(u32, u32),
    /// The new last day and its document; none where an extension holds no longer.
    Extended(Option<(NaiveDate, &'a str)>),
    /// A lead has another last day.
    LeadExtended,
    /// The documents of amendments, and whether these hold now.
    Amended(Vec<&'a str>, bool),
    Added(Option<&'a str>),
    Removed(Option<&'a str>),
}

/// An item's sentence: what it is, its name, and what changed.
pub(crate) fn changed(item: &str, name: &str, clauses: &[Changed<'_>], lang: Lang) -> String {
    let clauses: Vec<String> = clauses
        .iter()
        .map(|clause| match lang {
            Lang::Vi => clause.vietnamese(),
            Lang::En => clause.english(),
        })
        .collect();
    format!("{item} ({}): {}.", plain(name), clauses.join("; "))
}

/// Documents one after the other.
fn listed(documents: &[&str]) -> String {
    let documents: Vec<_> = documents.iter().map(|document| plain(document)).collect();
    documents.join(", ")
}

impl Changed<'_> {
    fn vietnamese(&self) -> String {
        let date = |day: &NaiveDate| Lang::Vi.date(*day);
        let label = |standing: &IndicatorStanding| without_case(standing.label(Lang::Vi));
        let of_task = |standing: &TaskStanding| without_case(standing.label(Lang::Vi));
        match self {
            Changed::Verdict(ChangeKind::Met, year) => format!("đã đạt mục tiêu mốc {year}"),
            Changed::Verdict(ChangeKind::Lost, year) => format!("không còn đạt mục tiêu mốc {year}"),
            Changed::Verdict(_, year) => format!("đã qua mốc {year} mà không đạt mục tiêu"),
            Changed::Result(year, from, to) => {
                let [from, to] = [from, to].map(|of| without_case(of.label(Lang::Vi)));
                format!("kết quả mốc {year} từ “{from}” thành “{to}”")
            }
            Changed::Standing(kind, from, to) => {
                let how = match kind {
                    ChangeKind::Better => "tốt lên",
                    ChangeKind::Worse => "xấu đi",
                    _ => "thay đổi",
                };
                format!("tình trạng {how}, từ “{}” thành “{}”", label(from), label(to))
            }
            Changed::Milestone(Some(year), standing) => {
                format!("nay xét theo mốc {year}: {}", label(standing))
            }
            Changed::Milestone(None, standing) => format!("nay không còn mốc để xét: {}", label(standing)),
            Changed::Revised(Some((day, [from, _], [to, _]))) => {
                format!("số liệu ngày {} được điều chỉnh từ {from} thành {to}", date(day))
            }
            Changed::Revised(None) => "số liệu được điều chỉnh".to_owned(),
            Changed::Done(how, day, instance) => {
                let instance = instance.as_ref().map_or(String::new(), |[vi, _]| format!(" kỳ {vi}"));
                let day = day.as_ref().map_or(String::new(), |day| format!(" ngày {}", date(day)));
                let how = match how {
                    Some(TaskStanding::CompletedOnTime) => ", đúng hạn",
                    Some(TaskStanding::CompletedLate) => ", quá hạn",
                    _ => "",
                };
                format!("đã hoàn thành{instance}{day}{how}")
            }
            Changed::Reopened(TaskStanding::Overdue) => "được mở lại".to_owned(),
            Changed::Reopened(standing) => format!("được mở lại: {}", of_task(standing)),
            Changed::Overdue(Some(due)) => format!("đã quá hạn ngày {}, chưa hoàn thành", date(due)),
            Changed::Overdue(None) => "đã quá hạn, chưa hoàn thành".to_owned(),
            Changed::PartDone(done, count) => format!("có {done}/{count} cơ quan chủ trì hoàn thành"),
            Changed::FewerDone(done, count) => format!("chỉ còn {done}/{count} cơ quan chủ trì hoàn thành"),
            Changed::Task(from, to) => {
                format!("tình trạng thay đổi, từ “{}” thành “{}”", of_task(from), of_task(to))
            }
            Changed::Extended(Some((due, document))) => {
                format!("thời hạn được ấn định lại là ngày {} theo {}", date(due), plain(document))
            }
            Changed::Extended(None) => "việc gia hạn trước đây không còn hiệu lực".to_owned(),
            Changed::LeadExtended => "thời hạn của cơ quan chủ trì được ấn định lại".to_owned(),
            Changed::Amended(documents, true) => format!("được điều chỉnh theo {}", listed(documents)),
            Changed::Amended(documents, false) => {
                format!("nội dung điều chỉnh theo {} không còn hiệu lực", listed(documents))
            }
            Changed::Added(Some(document)) => format!("được bổ sung vào kế hoạch theo {}", plain(document)),
            Changed::Added(None) => "được bổ sung vào kế hoạch".to_owned(),
            Changed::Removed(Some(document)) => {
                format!("được đưa ra khỏi kế hoạch theo {}", plain(document))
            }
            Changed::Removed(None) => "không còn trong kế hoạch".to_owned(),
        }
    }

    fn english(&self) -> String {
        let date = |day: &NaiveDate| Lang::En.date(*day);
        let label = |standing: &IndicatorStanding| without_case(standing.label(Lang::En));
        let of_task = |standing: &TaskStanding| without_case(standing.label(Lang::En));
        match self {
            Changed::Verdict(ChangeKind::Met, year) => format!("the target for {year} is met now"),
            Changed::Verdict(ChangeKind::Lost, year) => format!("the target for {year} is no longer met"),
            Changed::Verdict(_, year) => format!("{year} has passed and its target is not met"),
            Changed::Result(year, from, to) => {
                let [from, to] = [from, to].map(|of| without_case(of.label(Lang::En)));
                format!("the result of {year} was \"{from}\" and is \"{to}\"")
            }
            Changed::Standing(kind, from, to) => {
                let how = match kind {
                    ChangeKind::Better => "better",
                    ChangeKind::Worse => "worse",
                    _ => "another",
                };
                format!("its standing is {how}, from \"{}\" to \"{}\"", label(from), label(to))
            }
            Changed::Milestone(Some(year), standing) => format!("{year} decides now: {}", label(standing)),
            Changed::Milestone(None, standing) => format!("no milestone decides now: {}", label(standing)),
            Changed::Revised(Some((day, [_, from], [_, to]))) => {
                format!("the figure of {} was revised from {from} to {to}", date(day))
            }
            Changed::Revised(None) => "figures were revised".to_owned(),
            Changed::Done(how, day, instance) => {
                let instance = instance.as_ref().map_or(String::new(), |[_, en]| format!(" for {en}"));
                let day = day.as_ref().map_or(String::new(), |day| format!(" on {}", date(day)));
                let how = match how {
                    Some(TaskStanding::CompletedOnTime) => ", on time",
                    Some(TaskStanding::CompletedLate) => ", late",
                    _ => "",
                };
                format!("completed{instance}{day}{how}")
            }
            Changed::Reopened(TaskStanding::Overdue) => "reopened".to_owned(),
            Changed::Reopened(standing) => format!("reopened: {}", of_task(standing)),
            Changed::Overdue(Some(due)) => format!("overdue: its last day was {}", date(due)),
            Changed::Overdue(None) => "overdue".to_owned(),
            Changed::PartDone(done, count) => {
                let have = if *done == 1 { "has" } else { "have" };
                format!("{done} of {count} leads {have} finished")
            }
            Changed::FewerDone(done, count) => {
                format!("only {done} of {count} leads still count as finished")
            }
            Changed::Task(from, to) => {
                format!("its standing is another, from \"{}\" to \"{}\"", of_task(from), of_task(to))
            }
            Changed::Extended(Some((due, document))) => {
                format!("the last day is now {}, by {}", date(due), plain(document))
            }
            Changed::Extended(None) => "the earlier extension no longer holds".to_owned(),
            Changed::LeadExtended => "the last day of a lead is another".to_owned(),
            Changed::Amended(documents, true) => format!("amended by {}", listed(documents)),
            Changed::Amended(documents, false) => {
                format!("the amendment by {} no longer holds", listed(documents))
            }
            Changed::Added(Some(document)) => format!("added to the plan by {}", plain(document)),
            Changed::Added(None) => "added to the plan".to_owned(),
            Changed::Removed(Some(document)) => format!("removed from the plan by {}", plain(document)),
            Changed::Removed(None) => "no longer in the plan".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_has_its_clause() {
        use IndicatorStanding as I;
        use TaskStanding as T;
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let both = |vi: &str, en: &str| [vi.to_owned(), en.to_owned()];
        let all = [
            Changed::Verdict(ChangeKind::Met, 2025),
            Changed::Verdict(ChangeKind::Lost, 2030),
            Changed::Verdict(ChangeKind::Missed, 2025),
            Changed::Result(2025, Verdict::Met, Verdict::Undetermined(crate::codes::Reason::NoValue)),
            Changed::Standing(ChangeKind::Better, I::OffTrack, I::OnTrack),
            Changed::Standing(ChangeKind::Worse, I::OnTrack, I::MovingAway),
            Changed::Standing(ChangeKind::Changed, I::Undetermined, I::OnTrack),
            Changed::Milestone(Some(2030), I::OnTrack),
            Changed::Milestone(None, I::Undetermined),
            Changed::Revised(Some((day("2026-06-30"), both("92,5%", "92.5%"), both("79%", "79%")))),
            Changed::Revised(None),
            Changed::Done(Some(T::CompletedOnTime), Some(day("2025-06-28")), None),
            Changed::Done(
                Some(T::CompletedLate),
                Some(day("2025-08-02")),
                Some(both("tháng 7/2025", "July 2025")),
            ),
            Changed::Done(None, None, None),
            Changed::Reopened(T::InProgress),
            Changed::Overdue(Some(day("2026-06-30"))),
            Changed::Overdue(None),
            Changed::PartDone(1, 2),
            Changed::PartDone(2, 3),
            Changed::FewerDone(1, 3),
            Changed::Task(T::Awaiting, T::NotStarted),
            Changed::Extended(Some((day("2026-12-31"), "99/UBND"))),
            Changed::Extended(None),
            Changed::LeadExtended,
            Changed::Amended(vec!["20/QĐ-UBND", "21/QĐ-UBND"], true),
            Changed::Amended(vec!["20/QĐ-UBND"], false),
            Changed::Added(Some("20/QĐ-UBND")),
            Changed::Added(None),
            Changed::Removed(Some("20/QĐ-UBND")),
            Changed::Removed(None),
        ];
        let lines = all.map(|clause| format!("{}\n  {}", clause.vietnamese(), clause.english()));
        insta::assert_snapshot!(lines.join("\n"));
        let several = [Changed::Overdue(Some(day("2026-06-30"))), Changed::PartDone(1, 2)];
        insta::assert_snapshot!(
            changed("Nhiệm vụ 1", "Liên thông\u{202e} sổ", &several, Lang::Vi),
            @"Nhiệm vụ 1 (Liên thông  sổ): đã quá hạn ngày 30/6/2026, chưa hoàn thành; có 1/2 cơ quan chủ trì hoàn thành."
        );
    }
}
