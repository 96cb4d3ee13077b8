//! The sentence that says where a plan stands.

use chrono::NaiveDate;

use crate::codes::{IndicatorStanding, Lang, Reason, TaskStanding};
use crate::progress::{AssessedIndicator, Wording};
use crate::tasks::AssessedTask;
use crate::words::Summed;

/// Counts what the sentence says, and words it.
pub(super) fn summary(
    today: NaiveDate,
    indicators: &[AssessedIndicator],
    tasks: &[AssessedTask],
    has_data: &dyn Fn(&str) -> bool,
    has_no_update: bool,
) -> Wording {
    use IndicatorStanding::{
        Met, Missed, MovingAway, NotAsked, OffTrack, OnTrack, SlightlyBehind, Undetermined,
    };
    let count = |of: &dyn Fn(&AssessedIndicator) -> bool| indicators.iter().filter(|one| of(one)).count();
    let is = |standings: &'static [IndicatorStanding]| {
        move |one: &AssessedIndicator| standings.contains(&one.standing)
    };
    let never_asks = |one: &AssessedIndicator| one.reason == Some(Reason::NoTarget);
    let asked = count(&|one| one.standing != NotAsked && !never_asks(one));
    let waits = |one: &AssessedIndicator| {
        one.standing == Undetermined && matches!(one.reason, Some(Reason::NoValue | Reason::NeedsJudgement))
    };
    // With data: asked, and not waiting for any.
    let with_data =
        count(&|one| one.standing != NotAsked && !never_asks(one) && !waits(one) && has_data(&one.code));
    let good = count(&is(&[Met, OnTrack]));
    let slower = count(&is(&[SlightlyBehind, OffTrack, MovingAway]));
    let missed = count(&is(&[Missed]));
    let is_dated = |one: &AssessedTask| {
        use TaskStanding::{CompletedLate, CompletedOnTime, InProgress, NotBegunPeriod, NotStarted, Overdue};
        let done = matches!(one.standing, CompletedOnTime | CompletedLate)
            || matches!(one.completion, Some(CompletedOnTime | CompletedLate));
        done || matches!(one.standing, Overdue | InProgress | NotStarted | NotBegunPeriod)
    };
    let dated = tasks.iter().filter(|one| is_dated(one)).count();
    let overdue = tasks.iter().filter(|one| one.standing == TaskStanding::Overdue).count();
    let summed = |lang| {
        Summed {
            day: match lang {
                Lang::Vi => lang.date(today),
                Lang::En => crate::words::english_date(today),
            },
            asked,
            with_data,
            good,
            slower,
            missed,
            open: asked.saturating_sub(good + slower + missed),
            dated,
            tasks: tasks.len(),
            overdue,
            has_no_update,
        }
        .sentence(lang)
    };
    Wording { vi: summed(Lang::Vi), en: summed(Lang::En) }
}
