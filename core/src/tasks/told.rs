//! Why a task stands so: the rule with its numbers and dates, and the sentences.

use chrono::NaiveDate;

use super::model::AssessedTask;
use crate::codes::{Lang, TaskStanding};
use crate::number::Fixed;
use crate::period::Period;
use crate::progress::Wording;
use crate::records::TaskUpdate;
use crate::why::{NamedDate, NamedNumber, NamedTerm, Why};
use crate::words;

/// A why that says no more than its rule.
pub(super) fn nothing(standing: TaskStanding) -> Why {
    Why {
        rule: standing.into(),
        numbers: Vec::new(),
        dates: Vec::new(),
        terms: Vec::new(),
        vi: String::new(),
        en: String::new(),
    }
}

/// What the sentences say beside the result's own fields.
pub(super) struct Told<'r> {
    pub(super) today: NaiveDate,
    pub(super) ended: Option<Period>,
    pub(super) came: Option<NaiveDate>,
    pub(super) update: Option<&'r TaskUpdate>,
}

impl Told<'_> {
    /// Gives a task its why and its plain sentence.
    pub(super) fn tell(&self, task: &mut AssessedTask) {
        use TaskStanding as S;
        let mut why = nothing(task.standing);
        let mut number = |name: &str, value: Option<u32>| {
            let value = value.and_then(|value| Fixed::from_int(value.into()));
            why.numbers.extend(value.map(|value| NamedNumber { name: name.to_owned(), value }));
        };
        let counts_leads = !matches!(
            task.standing,
            S::Exempt | S::Cancelled | S::Suspended | S::Awaiting | S::Ongoing | S::OngoingStale | S::Undated
        );
        if counts_leads {
            number("leadsDone", Some(task.leads_done));
            number("leadCount", Some(task.lead_count));
        }
        number("daysOverdue", task.days_overdue);
        number("daysLeft", task.days_left);
        number("daysSince", task.days_since);
        let is_ongoing = matches!(task.standing, S::Ongoing | S::OngoingStale);
        let updated = self.update.map(|of| of.date);
        let written =
            task.deadline.written.filter(|day| task.due == task.deadline.due && Some(*day) != task.due);
        let ended = self.ended.filter(|_| is_ongoing);
        let dates = [
            ("due", task.due),
            ("today", (!is_ongoing && task.completion.is_none()).then_some(self.today)),
            ("completed", task.completed),
            ("written", written),
            ("extended", task.extension.as_ref().map(|of| of.date)),
            ("trigger", self.came),
            (
                "updated",
                updated.filter(|_| is_ongoing || matches!(task.standing, S::Cancelled | S::Suspended)),
            ),
            ("from", ended.map(|period| period.start())),
            ("to", ended.map(|period| period.end())),
        ];
        why.dates = dates
            .into_iter()
            .filter_map(|(name, value)| Some(NamedDate { name: name.to_owned(), value: value? }))
            .collect();
        why.terms = ended
            .map(|period| NamedTerm { name: "cycle".to_owned(), value: period.cycle().as_str().to_owned() })
            .into_iter()
            .collect();
        let said = words::TaskWords {
            standing: task.standing,
            today: self.today,
            due: task.due,
            text: &task.deadline.text,
            days: task.days_overdue.or(task.days_left).or(task.days_since),
            completed: task.completed,
            leads: (task.leads_done, task.lead_count),
            updated,
            ended: ended.map(|period| {
                let is_after = updated.is_some_and(|day| day > period.end());
                (period.label(Lang::Vi), period.label(Lang::En), is_after)
            }),
            came: self.came,
            extended: task.extension.as_ref().map(|of| (of.document.as_str(), of.date)),
        };
        (why.vi, why.en) = (words::task(&said, Lang::Vi), words::task(&said, Lang::En));
        task.plain = Wording {
            vi: words::task_plain(&said, &task.title, Lang::Vi),
            en: words::task_plain(&said, task.title_en.as_deref().unwrap_or(&task.title), Lang::En),
        };
        task.why = why;
    }
}
